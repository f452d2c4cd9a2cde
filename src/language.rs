//! [`Language`]: in which language people are spoken to.

/// In which language people are spoken to (Dutch: *taal*).
///
/// ```
/// use beleid::{Language, Rule};
///
/// assert!(Rule::NoTarget.help(Language::Dutch).starts_with("Deze indicator"));
/// assert_eq!(Language::default(), Language::English);
/// ```
#[doc(alias = "taal")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// Dutch (*Nederlands*).
    #[doc(alias = "Nederlands")]
    Dutch,
    /// English (*Engels*).
    #[default]
    #[doc(alias = "Engels")]
    English,
}

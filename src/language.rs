//! [`Language`]: in which language people are spoken to.

/// In which language people are spoken to (Dutch: *taal*).
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

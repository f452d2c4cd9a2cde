//! [`Language`]: in which language people are spoken to.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Problem};

/// In which language people are spoken to (Dutch: *taal*). Its code is that of ISO 639.
///
/// ```
/// use beleid::{Language, Rule};
///
/// assert!(Rule::NoTarget.help(Language::Dutch).starts_with("Deze indicator"));
/// assert_eq!(Language::default(), Language::English);
/// assert_eq!("nl".parse(), Ok(Language::Dutch));
/// ```
#[doc(alias = "taal")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
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

// Not by `coded!`, which gives texts by language and so stands above it.
impl Language {
    /// All of them.
    ///
    /// ```
    /// use beleid::Language;
    ///
    /// assert!(Language::ALL.iter().all(|each| each.code().parse() == Ok(*each)));
    /// ```
    pub const ALL: &'static [Language] = &[Language::Dutch, Language::English];

    /// Its code of two letters, which is also how it prints and parses.
    ///
    /// ```
    /// assert_eq!(beleid::Language::Dutch.code(), "nl");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Language::Dutch => "nl",
            Language::English => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Language {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let known = Language::ALL.iter().copied().find(|language| language.code() == code);
        known.ok_or_else(|| Error::new("language", code, 0, Problem::UnknownCode(&["nl", "en"])))
    }
}

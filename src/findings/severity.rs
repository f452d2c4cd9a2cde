//! [`Severity`]: how grave a finding is.

use std::fmt;

/// How grave a finding is (Dutch: *ernst*), from the least on.
///
/// ```
/// use beleid::Severity;
///
/// assert!(Severity::Advice < Severity::Warning && Severity::Warning < Severity::Error);
/// assert_eq!(Severity::Warning.to_string(), "warning");
/// ```
#[doc(alias = "ernst")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Severity {
    /// Good to know (*advies*).
    #[doc(alias = "advies")]
    Advice,
    /// Something may be wrong or is left open (*waarschuwing*).
    #[doc(alias = "waarschuwing")]
    Warning,
    /// Something is wrong (*fout*).
    #[doc(alias = "fout")]
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

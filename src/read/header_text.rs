//! One column header by itself.

use super::Reader;
use super::header::{self, ColumnContent};
use super::header_extras::HeaderExtras;
use super::vocabulary::Vocabulary;
use crate::error::Quoted;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Rule;
use crate::leaves::period::Period;
use crate::leaves::role::Role;

/// What a column header says (Dutch: *kolomkop*): what its figures are for, and of when. Each
/// may be missing.
///
/// ```
/// use beleid::{Role, Rule};
///
/// let header = beleid::read_header("Streef-\nwaarde 2018");
/// assert_eq!((header.role(), header.period()), (Some(Role::Target), Some("2018".parse()?)));
/// assert_eq!(beleid::read_header("R2016").role(), Some(Role::Realised));
/// assert_eq!(beleid::read_header("Bron/Frequentie").holds_figures(), false);
/// assert_eq!(beleid::read_header("Rekening").findings[0].rule, Rule::HeaderWithoutPeriod);
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "kolomkop")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeaderReading {
    /// The header on one line.
    pub text: String,
    /// What is to be said about it.
    pub findings: Vec<Finding>,
    pub(super) holds: ColumnContent,
    pub(super) extras: HeaderExtras,
}

impl HeaderReading {
    /// What the figures of the column are for; nothing where it doesn't say, or holds no figures.
    ///
    /// ```
    /// assert_eq!(beleid::read_header("2017").role(), None);
    /// ```
    pub fn role(&self) -> Option<Role> {
        match self.holds {
            ColumnContent::Figures { role, .. } => role,
            _ => None,
        }
    }

    /// Of when the figures are.
    ///
    /// ```
    /// let header = beleid::read_header("schooljaar 2014 - 2015");
    /// assert_eq!(header.period(), Some("2014/15".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn period(&self) -> Option<Period> {
        match self.holds {
            ColumnContent::Figures { period, .. } => period,
            _ => None,
        }
    }

    /// Whether the column holds figures, and not a source, a unit, the year of its row or the
    /// marks of footnotes. A header that isn't known is taken for one of figures, with a finding.
    ///
    /// ```
    /// assert!(beleid::read_header("Behaald 2015").holds_figures());
    /// assert!(!beleid::read_header("Eenheid").holds_figures());
    /// ```
    pub fn holds_figures(&self) -> bool {
        matches!(self.holds, ColumnContent::Figures { .. })
    }

    pub(super) fn of(vocabulary: &Vocabulary, text: &str, edition: Option<Period>) -> Self {
        let known = header::read(vocabulary, text);
        let text = header::one_line(text);
        let (_, extras) = HeaderExtras::split(&text);
        let mut findings = Vec::new();
        let mut find = |rule, message| {
            findings.push(Finding::new(rule, Place::default(), None, message));
        };
        let of = edition.map(|period| format!(" (the document is for {period})"));
        let of = of.unwrap_or_default();
        match known {
            None => {
                find(Rule::UnknownHeader, format!("column header {} is not known", Quoted(&text)));
            }
            Some(ColumnContent::Figures { period: None, .. }) => find(
                Rule::HeaderWithoutPeriod,
                format!("column header {} has no year{of}", Quoted(&text)),
            ),
            Some(_) => {}
        }
        HeaderReading { text, findings, holds: known.unwrap_or(ColumnContent::UNKNOWN), extras }
    }
}

/// Reads a column header by itself (Dutch: *kolomkop inlezen*). It never fails: what isn't known
/// or has no year is told in a finding.
///
/// ```
/// let header = beleid::read_header("Begroting\n\n 2016");
/// assert_eq!(header.text, "Begroting 2016");
/// assert!(header.findings.is_empty());
/// ```
#[doc(alias = "kolomkop inlezen")]
pub fn read_header(text: &str) -> HeaderReading {
    Reader::new().read_header(text)
}

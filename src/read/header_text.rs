//! Reads one column header without its table.

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

/// The result of reading a column header (Dutch: *kolomkop*): the role and the period of its
/// figures, each of which may be missing.
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
    /// The header as printed, on one line.
    pub text: String,
    /// Findings about the header.
    pub findings: Vec<Finding>,
    pub(super) holds: ColumnContent,
    pub(super) extras: HeaderExtras,
}

impl HeaderReading {
    /// The role of the figures in the column: *Behaald* is realised, *Beoogd* a target. `None` if
    /// the header doesn't state one, or if the column holds no figures.
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

    /// The period of the figures in the column. `None` if the header doesn't state one.
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

    /// Whether the column holds figures. If not, it holds sources, units, the years of the rows or
    /// the marks of footnotes. An unknown header is taken for one of figures, with a finding.
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

/// Reads a column header without its table (Dutch: *kolomkop inlezen*). It never fails: an unknown
/// header, or one without a year, gives a finding.
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

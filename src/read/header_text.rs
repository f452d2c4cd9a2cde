//! Reads one column header without its table.

use super::Reader;
use super::facts::Facts;
use super::facts::words::ColumnKind;
use super::vocabulary::Vocabulary;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Message;
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
    /// What it states.
    pub(super) facts: Facts,
}

impl HeaderReading {
    /// The role of the figures in the column: *Behaald* is realised, *Beoogd* a target. `None` if
    /// the header doesn't state one, or if the column holds no figures.
    ///
    /// ```
    /// assert_eq!(beleid::read_header("2017").role(), None);
    /// ```
    pub fn role(&self) -> Option<Role> {
        self.facts.role.filter(|_| self.holds_figures())
    }

    /// The period of the figures in the column. `None` if the header doesn't state one.
    ///
    /// ```
    /// let header = beleid::read_header("schooljaar 2014 - 2015");
    /// assert_eq!(header.period(), Some("2014/15".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn period(&self) -> Option<Period> {
        self.facts.period.filter(|_| self.holds_figures())
    }

    /// Whether the column holds figures. If not, it holds sources, units, the years of the rows or
    /// the marks of footnotes. An unknown header is taken for one of figures, with a finding.
    ///
    /// ```
    /// assert!(beleid::read_header("Behaald 2015").holds_figures());
    /// assert!(!beleid::read_header("Eenheid").holds_figures());
    /// ```
    pub fn holds_figures(&self) -> bool {
        matches!(self.facts.content, None | Some(ColumnKind::Value))
    }

    pub(super) fn of(vocabulary: &Vocabulary, text: &str, edition: Option<Period>) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let facts = Facts::of(vocabulary, &text);
        Self::of_facts(text, facts, edition)
    }

    /// The result for a header that states these facts.
    pub(super) fn of_facts(text: String, facts: Facts, edition: Option<Period>) -> Self {
        let mut reading = HeaderReading { text, findings: Vec::new(), facts };
        if !reading.holds_figures() {
            return reading;
        }
        let header = (&reading.text).into();
        let states = reading.facts.is_placing() || reading.facts.content.is_some();
        let what = if !states {
            Some(Message::UnknownHeader { header })
        } else if reading.facts.period.is_none() && reading.facts.role != Some(Role::Norm) {
            // A norm without a year holds for all of them.
            Some(Message::HeaderWithoutYear { edition, header })
        } else {
            None
        };
        reading.findings.extend(what.map(|what| Finding::new(what, Place::default(), None)));
        reading
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

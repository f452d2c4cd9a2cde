//! The checks of a delivery: structure, codes, and sums.

mod codes;
mod structure;
mod sums;

use std::collections::BTreeSet;

use crate::codes::Definitions;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Message;
use crate::iv3::delivery::{Delivery, tier_word};
use crate::iv3::read::{DeliveryReading, Spans};
use crate::leaves::number::Number;

/// How far sums of a delivery may be apart (Dutch: *toleranties*), for each of the nine checks of
/// plausibility.
///
/// Statistics Netherlands doesn't publish its tolerances with the definitions. Of PF001 the
/// definitions of 2017 to 2019 have 0.01, and public tests of the service that checks deliveries
/// show 1.0 percent for PF001 and PF002. So 1 percent is the default of the five checks that are
/// about a percentage by their official message, and 0 euro that of the four about a difference.
///
/// ```
/// use beleid::iv3::Tolerances;
///
/// let defaults = Tolerances::default();
/// assert_eq!((defaults.pf001, defaults.pf006), (1.into(), 0.into()));
/// let wide = Tolerances { pf006: 1000.into(), ..defaults };
/// assert_ne!(wide, Tolerances::default());
/// ```
#[doc(alias = "toleranties")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Tolerances {
    /// Of the balances of the current and the financial account: in percent of the former.
    pub pf001: Number,
    /// Of other categories on the financial balance sheet: in percent of all that is booked there.
    pub pf002: Number,
    /// Of positions and movements: in percent of the movements.
    pub pf003: Number,
    /// Of each settlement category: in percent of the larger of its expenses and its income.
    pub pf004: Number,
    /// Of category 6.1 outside the financial balance sheet: in percent of all of category 6.1.
    pub pf005: Number,
    /// Of expenses and income of the task fields: in euro.
    pub pf006: Number,
    /// Of assets and liabilities at the beginning: in euro.
    pub pf007: Number,
    /// Of assets and liabilities at the end: in euro.
    pub pf008: Number,
    /// Of the categories 4.3.9 and 4.4.9 outside a budget: in euro.
    pub pf009: Number,
}

impl Default for Tolerances {
    fn default() -> Self {
        let percent = Number::from(1);
        Tolerances {
            pf001: percent,
            pf002: percent,
            pf003: percent,
            pf004: percent,
            pf005: percent,
            pf006: Number::ZERO,
            pf007: Number::ZERO,
            pf008: Number::ZERO,
            pf009: Number::ZERO,
        }
    }
}

impl Delivery {
    /// Checks the delivery by the official codes of Statistics Netherlands, which are in the codes
    /// of the rules (`iv3-df001`).
    ///
    /// | codes | what |
    /// |---|---|
    /// | SF002, SF004, SF006, SF008, SF009 | keys of the metadata and the contact that aren't filled in, or not as the schema asks; the other SF codes are about a text, and reported by [`read`](Self::read) |
    /// | SF888 | there are no code lists of the tier and the book year, so nothing below is checked |
    /// | DF001 to DF007 | codes that aren't in the list of the tier and the book year; groups of a list (`0.`, `LR`) are no codes of amounts |
    /// | `iv3-forbidden-cell` | an amount other than 0 in a grey cell, for which there is no official code |
    /// | PF001 to PF009 | sums, for the periods that the definitions name |
    /// | PF099 | a sum that can't be checked, with the reason |
    ///
    /// # The checks of plausibility
    ///
    /// Their names, and the balance codes and task fields that some are about, are in the
    /// definitions. Only PF001 has its formula there (in those of 2017 to 2019); how the others are
    /// computed is not published, so what stands here is a reading of their names, their messages and
    /// the forbidden cells. Categories 1 to 5 are the current account (*lopende rekening*), 6.1 is
    /// the financial account, 7.1 to 7.5 are settlements. "All" means task fields and balance sheet.
    ///
    /// | check | compared |
    /// |---|---|
    /// | PF001 | income less expenses of categories 1 to 5 with expenses less income of category 6.1, over all; in percent of the first. That is the published formula; its label there speaks of the total expenses instead |
    /// | PF002 | amounts on other categories than 6.1, 7.2 and 7.5, on the balance codes of the definitions; in percent of all amounts there |
    /// | PF003 | for each balance code of the definitions the closing less the opening position with what is booked on it: of assets (A) expenses less income, of liabilities (P) income less expenses. The deviations together, in percent of the movements (of the positions or of the matrix, whichever is more) |
    /// | PF004 | expenses and income of each of the categories 7.1 to 7.5, over all; in percent of the larger one |
    /// | PF005 | amounts of category 6.1 outside the balance codes of PF002, but for the task fields that the definitions exclude; in percent of all amounts of category 6.1 |
    /// | PF006 | expenses and income of all task fields |
    /// | PF007, PF008 | the opening (closing) positions of assets and liabilities |
    /// | PF009 | amounts of categories 4.3.9 and 4.4.9 |
    ///
    /// A part and a total of a percentage are sums of absolute amounts. The definitions of 2017 to
    /// 2019 have PF001 alone, without periods: it is made for the periods 1 to 5, as later. Where a
    /// moment has two spellings (*ultimo* and *31-12-2026*), the word counts before the date.
    ///
    /// ```
    /// use beleid::Rule;
    /// use beleid::iv3::{Delivery, Tolerances};
    ///
    /// let findings = Delivery::default().check(&Tolerances::default());
    /// assert!(findings.iter().any(|finding| finding.rule == Rule::Iv3Sf002));
    /// ```
    pub fn check(&self, tolerances: &Tolerances) -> Vec<Finding> {
        all(self, tolerances, &Spans::default(), &BTreeSet::new())
    }
}

impl DeliveryReading {
    /// What reading found, followed by what [`Delivery::check`] finds, with the place of entries in
    /// the text.
    ///
    /// ```
    /// use beleid::Rule;
    /// use beleid::iv3::{Delivery, Tolerances};
    ///
    /// let findings = Delivery::read("{}").check(&Tolerances::default());
    /// let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
    /// assert_eq!(rules, [Rule::Iv3Sf001, Rule::Iv3Sf005, Rule::Iv3Sf010]);
    /// ```
    pub fn check(&self, tolerances: &Tolerances) -> Vec<Finding> {
        let mut findings = self.faults.clone();
        findings.extend(all(&self.delivery, tolerances, &self.spans, &self.faulty));
        findings
    }
}

fn all(
    delivery: &Delivery,
    tolerances: &Tolerances,
    spans: &Spans,
    faulty: &BTreeSet<&'static str>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    structure::check(delivery, spans, faulty, &mut findings);
    let (Some(tier), Some(year)) = (delivery.metadata.tier, delivery.metadata.year) else {
        // That they are missing is said already.
        return findings;
    };
    match Definitions::of(tier, year) {
        Some(definitions) => {
            codes::check(delivery, definitions, spans, &mut findings);
            sums::check(delivery, definitions, tolerances, &mut findings);
        }
        None => {
            let tier = tier_word(tier).to_owned();
            report(&mut findings, Message::Iv3NoDefinitions { tier, year });
        }
    }
    findings
}

fn report(findings: &mut Vec<Finding>, what: Message) {
    findings.push(Finding::new(what, Place::default(), None));
}

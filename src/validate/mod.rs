//! Validation: what is wrong or suspicious in a budget, whether it was read or built by hand.
//!
//! Each file holds the rules about one subject: `ids` about ids and references, `names` about
//! headings and labels, `aims` about goals, actions and the indicators that measure them, `columns`
//! about the years of a table, `figures` about the figures of one indicator and `jumps` about their
//! size, `targets` about targets, `twins` about identical indicators, `namesakes` about rows of one name, `footnotes` about marks,
//! `sums` about money that doesn't add up.
//! `law` about what the law asks of a municipal budget, with the feature `codes` and where a profile switches it on.
//! `gather` makes one finding of those that have one cause. `outline` lists the fields of a budget in document order, each with its place.

mod aims;
mod columns;
mod figures;
mod footnotes;
pub(crate) mod gather;
mod ids;
mod jumps;
#[cfg(feature = "codes")]
mod law;
mod names;
mod namesakes;
mod outline;
mod sums;
mod targets;
mod twins;

use crate::findings::argument::FigureText;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Message;
use crate::findings::rules::Rules;
use crate::leaves::value::Value;
use crate::model::budget::Budget;
use crate::model::figure::{Cell, Figure};
use outline::Outline;

impl Budget {
    /// Everything that is wrong or suspicious in this budget (Dutch: *valideren*), in the order of
    /// the wire form, with the default severities.
    ///
    /// For a budget that was read from a source, use
    /// [`Reading::findings`](crate::Reading::findings): it adds the positions in the source.
    ///
    /// Time grows linearly with the size of the budget.
    ///
    /// ```
    /// use beleid::{Action, Budget, Heading, Id, PolicyField, Rule};
    ///
    /// let mut field = PolicyField::new(Heading::new("2.3".parse()?, "Handel"));
    /// let mut action = Action::new(Id::new("a1")?, "Handelsmissies begeleiden");
    /// action.goals.push(Id::new("g1")?);
    /// field.actions.push(action);
    /// let budget = Budget { fields: vec![field], ..Budget::default() };
    ///
    /// let findings = budget.validate();
    /// assert_eq!(findings[0].rule, Rule::UnknownGoal);
    /// assert_eq!(
    ///     findings[0].to_string(),
    ///     "error[unknown-goal] field 2.3, action #1: refers to goal \"g1\", which is not in the document",
    /// );
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "valideren")]
    pub fn validate(&self) -> Vec<Finding> {
        self.validate_by(&Rules::new())
    }

    /// Validates, as [`validate`](Self::validate), with the severities and thresholds of these rules.
    ///
    /// ```
    /// use beleid::{Budget, PolicyField, Rule, Rules};
    ///
    /// let budget = Budget { fields: vec![PolicyField::default()], ..Budget::default() };
    /// assert_eq!(budget.validate().len(), 1, "a field without a heading");
    /// let mut rules = Rules::new();
    /// rules.set(Rule::MissingHeading, None);
    /// assert!(budget.validate_by(&rules).is_empty());
    /// ```
    pub fn validate_by(&self, rules: &Rules) -> Vec<Finding> {
        let mut findings = gather::by_cause(self, self.validate_each(rules));
        findings.sort_by(|a, b| a.place.cmp(&b.place));
        findings
    }

    /// Validates, with a finding for each part of the budget, in the order of the wire form.
    pub(crate) fn validate_each(&self, rules: &Rules) -> Vec<Finding> {
        let outline = Outline::new(self);
        let mut findings = Findings { rules, list: Vec::new() };
        ids::check(&outline, &mut findings);
        names::check(self, &outline, &mut findings);
        aims::check(&outline, &mut findings);
        columns::check(self.edition.period, &outline, &mut findings);
        for (at, indicator) in outline.indicators() {
            figures::check(indicator, at, &mut findings);
            jumps::check(indicator, at, &mut findings);
            targets::check(indicator, at, &mut findings);
        }
        twins::check(&outline, &mut findings);
        namesakes::check(&outline, &mut findings);
        footnotes::check(&outline, &mut findings);
        sums::check(&outline, &mut findings);
        #[cfg(feature = "codes")]
        law::check(self, &outline, &mut findings);
        findings.list.sort_by(|a, b| a.place.cmp(&b.place));
        findings.list
    }
}

/// The findings so far, and the rules that they are reported by.
struct Findings<'r> {
    rules: &'r Rules,
    list: Vec<Finding>,
}

impl Findings<'_> {
    /// Reports a finding at a place, unless the rule is allowed.
    fn report(&mut self, place: Place, what: Message) {
        if let Some(severity) = self.rules.severity(what.rule()) {
            self.list.push(Finding { severity, ..Finding::new(what, place, None) });
        }
    }
}

/// A figure as messages show it: as printed, or else its value.
fn shown(figure: &Figure) -> FigureText {
    match (&figure.cell, &figure.value) {
        (Some(Cell { printed, .. }), _) => FigureText::Printed((&**printed).into()),
        (None, Value::Text(text)) => FigureText::Printed(text.into()),
        (None, value) => FigureText::Value(value.clone()),
    }
}

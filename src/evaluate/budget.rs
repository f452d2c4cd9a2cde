//! [`BudgetEvaluation`]: the evaluations of a whole budget, with their places and counts.

use std::collections::HashMap;
use std::fmt;

use super::evaluation::Evaluation;
use super::outcome::Outcome;
use super::spending::FieldSpending;
use crate::findings::place::{Part, Place};
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::model::budget::Budget;
use crate::model::field::PolicyField;

/// The evaluations of all indicators of a budget (Dutch: *toetsing van de begroting*), in document
/// order, with the number of times that each outcome occurs.
///
/// ```
/// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n";
/// let budget = beleid::read(page).budget;
/// let evaluation = budget.evaluate("2017".parse()?);
/// assert_eq!(evaluation.results.len(), 1);
/// assert_eq!(evaluation.counts.to_string(), "1 met, 0 missed, 0 undecided, 0 not applicable");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "toetsing van de begroting")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct BudgetEvaluation<'a> {
    /// The period that was evaluated.
    pub at: Period,
    /// One evaluation per indicator, or one per slice if it has slices.
    pub results: Vec<PlacedEvaluation<'a>>,
    /// The number of times that each outcome occurs.
    pub counts: Counts,
    /// What each field planned and what it spent in the period, as returned by
    /// [`spending`](Budget::spending).
    pub spending: Vec<FieldSpending>,
}

/// An evaluation with the place of its indicator and the field that contains it.
///
/// ```
/// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n";
/// let budget = beleid::read(page).budget;
/// let result = &budget.evaluate("2017".parse()?).results[0];
/// assert_eq!(result.place.to_string(), "field 1.1, indicator #1");
/// assert_eq!(result.field.heading.title.as_deref(), Some("Wonen"));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "toetsing")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlacedEvaluation<'a> {
    /// The place of the indicator in the budget.
    pub place: Place,
    /// The field that contains the indicator.
    pub field: &'a PolicyField,
    /// The evaluation itself.
    pub evaluation: Evaluation<'a>,
}

/// The number of times that each outcome occurs (Dutch: *telling*). Undecided targets are counted
/// apart: they are neither met nor missed.
///
/// ```
/// use beleid::{Counts, Outcome};
///
/// let mut counts = Counts::default();
/// counts.add(Outcome::Undecided);
/// assert_eq!(counts.to_string(), "0 met, 0 missed, 1 undecided, 0 not applicable");
/// ```
#[doc(alias = "telling")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct Counts {
    /// Targets that are met.
    pub met: usize,
    /// Targets that are missed.
    pub missed: usize,
    /// Targets of which it can't be decided whether they are met.
    pub undecided: usize,
    /// Evaluations without a target that is due, and benchmarks.
    pub not_applicable: usize,
}

impl Counts {
    /// Counts one outcome.
    ///
    /// ```
    /// use beleid::{Counts, Outcome};
    ///
    /// let mut counts = Counts::default();
    /// counts.add(Outcome::Met);
    /// assert_eq!((counts.met, counts.missed), (1, 0));
    /// ```
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Met => self.met += 1,
            Outcome::Missed => self.missed += 1,
            Outcome::Undecided => self.undecided += 1,
            Outcome::NotApplicable => self.not_applicable += 1,
        }
    }

    /// Adds the outcomes of another count.
    pub(super) fn add_all(&mut self, other: Counts) {
        self.met += other.met;
        self.missed += other.missed;
        self.undecided += other.undecided;
        self.not_applicable += other.not_applicable;
    }

    /// The number of all outcomes together.
    ///
    /// ```
    /// use beleid::{Counts, Outcome};
    ///
    /// let mut counts = Counts::default();
    /// counts.add(Outcome::Met);
    /// counts.add(Outcome::Undecided);
    /// assert_eq!(counts.total(), 2);
    /// ```
    pub fn total(self) -> usize {
        self.met + self.missed + self.undecided + self.not_applicable
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { met, missed, undecided, not_applicable } = self;
        write!(
            f,
            "{met} met, {missed} missed, {undecided} undecided, {not_applicable} not applicable"
        )
    }
}

impl BudgetEvaluation<'_> {
    /// The counts of a field, including the fields within it at every depth.
    ///
    /// ```
    /// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n\n1.2 Zorg\n";
    /// let budget = beleid::read(page).budget;
    /// let evaluation = budget.evaluate("2017".parse()?);
    /// let met = budget.places().map(|(place, _)| evaluation.counts_within(&place).met);
    /// assert_eq!(met.collect::<Vec<_>>(), [1, 0]);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn counts_within(&self, field: &Place) -> Counts {
        let mut counts = Counts::default();
        for result in &self.results {
            if result.place.parts().starts_with(field.parts()) {
                counts.add(result.evaluation.outcome);
            }
        }
        counts
    }
}

impl Budget {
    /// The period to evaluate if the caller names none. It is that of the edition. If the edition has none, it is the latest
    /// period for which one indicator has both a target and a result; else the latest with a target, else with a result, else of
    /// any figure. Figures of other bodies or groups don't count. `None` if no figure of an indicator has a period.
    ///
    /// ```
    /// // The page doesn't say of which year the document is.
    /// let page = "Prestatie-indicatoren\n\nBehaald 2016\n\nBehaald 2017\n\nBeoogd 2017\n\nBeoogd 2018\n\n\
    ///     Aantal projecten\n\n9\n\n10\n\n> 8\n\n> 15\n";
    /// let budget = beleid::read(page).budget;
    /// assert_eq!(budget.edition.period, None);
    /// assert_eq!(budget.period_in_question(), Some("2017".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn period_in_question(&self) -> Option<Period> {
        if self.edition.period.is_some() {
            return self.edition.period;
        }
        // How much is known for the period, and when it begins and ends: of several the most and the latest counts.
        let mut best: Option<(u8, Period)> = None;
        for (_, indicator) in self.all_indicators() {
            // The figures of others say nothing of what this one is about.
            let own = || {
                let own = indicator.figures.iter().filter(|figure| figure.dimensions.is_empty());
                own.filter_map(|figure| Some((figure.period?, figure.role)))
            };
            // Whether it has a target and a result, by period.
            let mut known: HashMap<Period, (bool, bool)> = HashMap::new();
            for (period, role) in own() {
                let (has_target, has_result) = known.entry(period).or_default();
                match role {
                    Some(Role::Target | Role::Norm | Role::Budgeted | Role::Amended) => {
                        *has_target = true;
                    }
                    Some(Role::Realised) => *has_result = true,
                    _ => {}
                }
            }
            // In the order of the figures, so that of equals the first is taken each time.
            for (period, _) in own() {
                let (has_target, has_result) = known.get(&period).copied().unwrap_or_default();
                let much = 2 * u8::from(has_target) + u8::from(has_result);
                let is_better = best.is_none_or(|(most, of)| {
                    (much, period.start(), period.end()) > (most, of.start(), of.end())
                });
                if is_better {
                    best = Some((much, period));
                }
            }
        }
        best.map(|(_, period)| period)
    }

    /// Evaluates for all indicators whether their targets for a period are met (Dutch: *toetsen*).
    /// `at` is the period of the targets, as for
    /// [`Indicator::evaluate`](crate::Indicator::evaluate).
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let reading = beleid::read("Begroting 2017\n\nPrestatie-indicatoren\n\nBehaald 2017\n\
    ///     Beoogd 2017\n\nAantal projecten\n\n10\n\n> 15\n");
    /// let evaluation = reading.budget.evaluate(Period::year(2017)?);
    /// assert_eq!(evaluation.counts.missed, 1);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "toetsen")]
    pub fn evaluate(&self, at: Period) -> BudgetEvaluation<'_> {
        let (of_fields, results) = self.evaluate_indicators(at);
        let mut counts = Counts::default();
        for of_field in of_fields.values() {
            counts.add_all(*of_field);
        }
        let spending = self.spending_beside(at, &of_fields);
        BudgetEvaluation { at, results, counts, spending }
    }

    /// The results of [`evaluate`](Self::evaluate) one by one (Dutch: *toetsingen*): each is evaluated when it is asked
    /// for, so that the first of a large budget is there at once.
    ///
    /// ```
    /// let page = "2.3 Handel\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWinkels\n\n10\n\n> 8\n";
    /// let budget = beleid::read(page).budget;
    /// let first = budget.evaluations("2017".parse()?).next().unwrap();
    /// assert_eq!(first.evaluation.outcome, beleid::Outcome::Met);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "toetsingen")]
    pub fn evaluations(&self, at: Period) -> impl Iterator<Item = PlacedEvaluation<'_>> {
        self.places().flat_map(move |(of_field, field)| {
            field.indicators.iter().enumerate().flat_map(move |(index, indicator)| {
                let place = of_field.clone().at(Part::Indicator(index));
                indicator.evaluate(at).into_iter().map(move |evaluation| PlacedEvaluation {
                    place: place.clone(),
                    field,
                    evaluation,
                })
            })
        })
    }

    /// The evaluations of all indicators, and the outcomes of each field that has any, by its place.
    pub(super) fn evaluate_indicators(
        &self,
        at: Period,
    ) -> (HashMap<Place, Counts>, Vec<PlacedEvaluation<'_>>) {
        let results: Vec<PlacedEvaluation<'_>> = self.evaluations(at).collect();
        let mut of_fields: HashMap<Place, Counts> = HashMap::new();
        for of_field in results.chunk_by(|a, b| std::ptr::eq(a.field, b.field)) {
            let mut counts = Counts::default();
            for result in of_field {
                counts.add(result.evaluation.outcome);
            }
            if let Some(place) = of_field.first().and_then(|result| result.place.outer()) {
                of_fields.insert(place, counts);
            }
        }
        (of_fields, results)
    }
}

//! A method applied to a whole budget.

use super::rollup::{Item, Rollup, RollupRule};
use super::{IndicatorAssessment, MeanOfMeans, Method};
use crate::findings::place::{Part, Place};
use crate::leaves::period::Period;
use crate::model::budget::Budget;
use crate::model::field::PolicyField;
use crate::reason::Reason;

/// The assessments of all indicators of a budget by a method, in document order (Dutch:
/// *beoordeling van de begroting*).
///
/// ```
/// use beleid::methods::{RollupRule, presets::rotterdam};
///
/// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n";
/// let budget = beleid::read(page).budget;
/// let method = rotterdam::method();
/// let assessed = budget.evaluate_with(&method, "2017".parse()?);
/// let rollup = assessed.rollup(RollupRule::Worst);
/// assert_eq!(rollup.to_string(), "1 met");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "beoordeling van de begroting")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BudgetAssessment<'a> {
    /// The period that was assessed.
    pub at: Period,
    /// The method that was applied.
    pub method: &'a Method,
    /// One assessment per indicator, or one per slice if it has slices.
    pub results: Vec<PlacedAssessment<'a>>,
}

/// An assessment with the place of its indicator and the field that contains it (Dutch:
/// *beoordeling met vindplaats*).
///
/// ```
/// use beleid::methods::presets::rotterdam;
///
/// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n";
/// let budget = beleid::read(page).budget;
/// let method = rotterdam::method();
/// let result = &budget.evaluate_with(&method, "2017".parse()?).results[0];
/// assert_eq!(result.place.to_string(), "field 1.1, indicator #1");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "beoordeling met vindplaats")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlacedAssessment<'a> {
    /// The place of the indicator in the budget.
    pub place: Place,
    /// The field that contains the indicator.
    pub field: &'a PolicyField,
    /// The assessment itself.
    pub assessed: IndicatorAssessment<'a>,
}

impl BudgetAssessment<'_> {
    /// Summarises all assessments.
    ///
    /// ```
    /// use beleid::methods::{RollupRule, presets::municipal};
    ///
    /// let budget = beleid::read("").budget;
    /// let method = municipal::method();
    /// let rollup = budget.evaluate_with(&method, "2017".parse()?).rollup(RollupRule::Mean);
    /// assert_eq!(rollup.total(), 0);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn rollup(&self, rule: RollupRule) -> Rollup {
        self.together(rule, |_| true)
    }

    /// Summarises the assessments of a field, including the fields within it at every depth, or
    /// those of one indicator.
    ///
    /// ```
    /// use beleid::methods::{RollupRule, presets::rotterdam};
    ///
    /// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n\n1.2 Zorg\n";
    /// let budget = beleid::read(page).budget;
    /// let method = rotterdam::method();
    /// let assessed = budget.evaluate_with(&method, "2017".parse()?);
    /// let totals = budget.places().map(|(place, _)| {
    ///     assessed.rollup_within(&place, RollupRule::Mean).total()
    /// });
    /// assert_eq!(totals.collect::<Vec<_>>(), [1, 0]);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn rollup_within(&self, place: &Place, rule: RollupRule) -> Rollup {
        self.together(rule, |result| result.place.parts().starts_with(place.parts()))
    }

    fn together(
        &self,
        rule: RollupRule,
        is_meant: impl Fn(&PlacedAssessment<'_>) -> bool,
    ) -> Rollup {
        let meant = || self.results.iter().filter(|result| is_meant(result));
        let items = meant().map(|result| Item::from(&result.assessed.assessment));
        let mut rollup = Rollup::of(self.method, items, rule);
        if rule == RollupRule::MeanOfMeans {
            rollup.value = nested(meant());
            rollup.tell_no_scores(self.method);
        }
        rollup
    }
}

/// The mean over the parts of each part: slices to an indicator, indicators and fields to a field.
fn nested<'r>(
    results: impl Iterator<Item = &'r PlacedAssessment<'r>>,
) -> Result<super::Range, Reason> {
    let mut means = MeanOfMeans::new();
    let mut open: Vec<&Part> = Vec::new();
    for result in results {
        let path = result.place.parts();
        let shared = open.iter().zip(path).take_while(|(a, b)| **a == *b).count();
        while open.len() > shared {
            open.pop();
            means.close();
        }
        for part in path.iter().skip(shared) {
            open.push(part);
            means.open();
        }
        means.add(result.assessed.score(), 1.0);
    }
    means.mean()
}

impl Budget {
    /// Applies a method to all indicators (Dutch: *beoordelen*), as
    /// [`Indicator::evaluate_with`](crate::Indicator::evaluate_with) does to one.
    ///
    /// ```
    /// use beleid::methods::presets::municipal;
    ///
    /// let budget = beleid::read("").budget;
    /// let method = municipal::method();
    /// assert!(budget.evaluate_with(&method, "2017".parse()?).results.is_empty());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "beoordelen")]
    pub fn evaluate_with<'a>(&'a self, method: &'a Method, at: Period) -> BudgetAssessment<'a> {
        let results = self.assessments(method, at).collect();
        BudgetAssessment { at, method, results }
    }

    /// The results of [`evaluate_with`](Self::evaluate_with) one by one (Dutch: *beoordelingen*): each is assessed when
    /// it is asked for.
    ///
    /// ```
    /// use beleid::methods::presets::rotterdam;
    ///
    /// let page = "2.3 Handel\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWinkels\n\n10\n\n> 8\n";
    /// let budget = beleid::read(page).budget;
    /// let method = rotterdam::method();
    /// let first = budget.assessments(&method, "2017".parse()?).next().unwrap();
    /// assert_eq!(first.assessed.class().unwrap().code, "met");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "beoordelingen")]
    pub fn assessments<'a>(
        &'a self,
        method: &'a Method,
        at: Period,
    ) -> impl Iterator<Item = PlacedAssessment<'a>> {
        self.places().flat_map(move |(of_field, field)| {
            field.indicators.iter().enumerate().flat_map(move |(index, indicator)| {
                let place = of_field.clone().at(Part::Indicator(index));
                indicator
                    .evaluate_with(method, at)
                    .into_iter()
                    .map(move |assessed| PlacedAssessment { place: place.clone(), field, assessed })
            })
        })
    }
}

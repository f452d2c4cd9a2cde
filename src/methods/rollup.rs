//! [`Rollup`]: a summary of many assessments.

use std::fmt;

use super::range::End;
use super::{Assessment, Class, MeanOfMeans, Method, Range, Standing};
use crate::coded::coded;
use crate::reason::Reason;

coded! {
    /// How one number is computed from many scores (Dutch: *regel voor samenvoegen*).
    ///
    /// ```
    /// use beleid::methods::RollupRule;
    ///
    /// assert_eq!(RollupRule::MeanOfMeans.code(), "mean-of-means");
    /// ```
    #[doc(alias = "regel voor samenvoegen")]
    #[non_exhaustive]
    RollupRule, "roll-up rule", in "methods" {
        /// The mean of all scores, with equal weights.
        Mean = "mean";
        /// The weighted mean of all scores.
        Weighted = "weighted";
        /// The lowest score.
        Worst = "worst";
        /// The mean of the means of nested groups: a group counts once, however many members it
        /// has.
        MeanOfMeans = "mean-of-means";
    }
}

/// The part of an assessment that a roll-up uses (Dutch: *onderdeel*).
///
/// ```
/// use beleid::methods::{Item, Range};
///
/// let item = Item::scored(Range::exactly(2.5)?);
/// assert_eq!(item.weight, 1.0);
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "onderdeel")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// The class of the assessment; `None` if only a score is known.
    pub standing: Option<Standing>,
    /// The score; `None` if there is none.
    pub score: Option<Range>,
    /// The weight, for [`RollupRule::Weighted`] only.
    pub weight: f64,
}

impl Item {
    /// An item with a score only, with weight 1.
    ///
    /// ```
    /// use beleid::methods::{Item, Range};
    ///
    /// assert_eq!(Item::scored(Range::exactly(1.0)?).standing, None);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn scored(score: Range) -> Self {
        Item { standing: None, score: Some(score), weight: 1.0 }
    }
}

impl From<&Assessment> for Item {
    fn from(assessment: &Assessment) -> Self {
        Item { standing: Some(assessment.standing), score: assessment.score, weight: 1.0 }
    }
}

/// A summary of many assessments (Dutch: *samenvatting*, *roll-up*). Besides one number it always
/// gives the distribution over the classes. Assessments without an answer are counted apart, never
/// as bad ones.
///
/// ```
/// use beleid::methods::{Item, Rollup, RollupRule, Series, presets::open_sdg};
/// use beleid::Direction;
///
/// let method = open_sdg::method();
/// let values = [110.0, 100.0];
/// let items = values.map(|last| {
///     let series = Series::new([(2015.0, 100.0), (2020.0, last)]).unwrap().towards(Direction::Higher);
///     Item::from(&method.apply(&series))
/// });
/// let rollup = Rollup::of(&method, items, RollupRule::Mean);
/// assert_eq!(rollup.to_string(), "1 limited_progress, 1 substantial_progress");
/// assert_eq!(rollup.scored, 2);
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "samenvatting")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Rollup {
    /// The number of assessments that are certainly in each class, by its code, the worst class
    /// first.
    pub classes: Vec<(String, usize)>,
    /// The number of assessments that are undecided between classes.
    pub undecided: usize,
    /// The number of assessments without an answer that should have one.
    pub not_assessable: usize,
    /// The number of assessments for which no answer is expected: benchmarks, and indicators
    /// without a target if the method needs one.
    pub not_applicable: usize,
    /// The code of the worst class; `None` if an undecided assessment may be in a worse class.
    pub worst: Option<String>,
    /// The rule by which the number was computed.
    pub rule: RollupRule,
    /// The number of scores that were used.
    pub scored: usize,
    /// The number, or the reason why there is none.
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::wire::number"))]
    pub value: Result<Range, Reason>,
}

impl Rollup {
    /// Summarises assessments. With [`RollupRule::MeanOfMeans`] all of them form one group; use
    /// [`MeanOfMeans`] for nested groups.
    ///
    /// ```
    /// use beleid::methods::{Item, Method, Range, Rollup, RollupRule};
    ///
    /// let results = [(30.0, 0.4), (30.0, 0.2), (40.0, 0.4)];
    /// let items = results.map(|(score, weight)| {
    ///     Item { weight, ..Item::scored(Range::exactly(score).unwrap()) }
    /// });
    /// let rollup = Rollup::of(&Method::new("ours", "1"), items, RollupRule::Weighted);
    /// assert_eq!(rollup.value.unwrap().exact(), Some(34.0));
    /// ```
    pub fn of(method: &Method, items: impl IntoIterator<Item = Item>, rule: RollupRule) -> Self {
        let mut counts: Vec<(Class, usize)> = Vec::new();
        let mut rollup = Rollup {
            classes: Vec::new(),
            undecided: 0,
            not_assessable: 0,
            not_applicable: 0,
            worst: None,
            rule,
            scored: 0,
            value: Err(Reason::NoData),
        };
        let mut means = MeanOfMeans::new();
        let mut lowest: Option<Range> = None;
        // The lowest rank that is certain, and the lowest that is possible.
        let (mut certain, mut possible) = (i32::MAX, i32::MAX);
        for item in items {
            match item.standing {
                Some(Standing::Certain(class)) => {
                    certain = certain.min(method.rank(class));
                    match counts.iter_mut().find(|(known, _)| *known == class) {
                        Some((_, count)) => *count += 1,
                        None => counts.push((class, 1)),
                    }
                }
                Some(Standing::Either(low, high, _)) => {
                    rollup.undecided += 1;
                    possible = possible.min(method.rank(low)).min(method.rank(high));
                }
                Some(Standing::NoAnswer(
                    Reason::Benchmark
                    | Reason::NoTarget
                    | Reason::TargetNotApplicable
                    | Reason::NoRule,
                )) => rollup.not_applicable += 1,
                Some(Standing::NoAnswer(_)) => rollup.not_assessable += 1,
                None => {}
            }
            if let Some(score) = item.score {
                rollup.scored += 1;
                lowest = Some(lowest.map_or(score, |lowest| lower(lowest, score)));
            }
            means.add(item.score, if rule == RollupRule::Weighted { item.weight } else { 1.0 });
        }
        counts.sort_by_key(|(class, _)| method.rank(*class));
        if possible >= certain {
            rollup.worst = counts
                .first()
                .and_then(|(class, _)| method.band(*class))
                .map(|band| band.code.clone());
        }
        for (class, count) in counts {
            let code = method.band(class).map_or("", |band| &band.code);
            // What is met and what is on track may go by one name.
            match rollup.classes.iter_mut().find(|(known, _)| known == code) {
                Some((_, known)) => *known += count,
                None => rollup.classes.push((code.to_owned(), count)),
            }
        }
        rollup.value = match rule {
            RollupRule::Worst => lowest.ok_or(Reason::NoData),
            RollupRule::Mean | RollupRule::Weighted | RollupRule::MeanOfMeans => means.mean(),
        };
        rollup.tell_no_scores(method);
        rollup
    }

    /// The number of assessments that were summarised.
    ///
    /// ```
    /// use beleid::methods::{Method, Rollup, RollupRule};
    ///
    /// let nothing = Rollup::of(&Method::new("ours", "1"), [], RollupRule::Mean);
    /// assert_eq!((nothing.total(), nothing.value), (0, Err(beleid::Reason::NoData)));
    /// ```
    pub fn total(&self) -> usize {
        self.classes.iter().map(|(_, count)| count).sum::<usize>()
            + self.undecided
            + self.not_assessable
            + self.not_applicable
    }
}

impl Rollup {
    /// Says so where there is no number since the method gives none.
    pub(super) fn tell_no_scores(&mut self, method: &Method) {
        if self.value == Err(Reason::NoData) && self.total() > 0 && !method.has_scores() {
            self.value = Err(Reason::NoScores);
        }
    }
}

impl fmt::Display for Rollup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> =
            self.classes.iter().map(|(code, count)| format!("{count} {code}")).collect();
        for (count, what) in [
            (self.undecided, "undecided"),
            (self.not_assessable, "not assessable"),
            (self.not_applicable, "not applicable"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {what}"));
            }
        }
        f.write_str(&if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") })
    }
}

/// The lower of two scores, of which each may be any of its range.
fn lower(a: Range, b: Range) -> Range {
    let ([a_low, a_high], [b_low, b_high]) = (a.ends(), b.ends());
    let least = |a: End, b: End| if b.at < a.at { b } else { a };
    Range::spanning(least(a_low, b_low), least(a_high, b_high)).unwrap_or(a)
}

impl Method {
    /// Where a class stands among those of the method, from the worst on.
    fn rank(&self, class: Class) -> i32 {
        let step = match class {
            Class::Met => return i32::MAX - 1,
            Class::Missed => return -1,
            Class::WithTarget(_) => &self.with_target,
            Class::WithoutTarget(_) => &self.without_target,
        };
        let (Class::WithTarget(index) | Class::WithoutTarget(index)) = class else { return 0 };
        let Some(step) = step else { return 0 };
        let index = if step.formula.is_falling() {
            // The more of it, the worse.
            step.bands.iter().count().saturating_sub(usize::from(index) + 1)
        } else {
            usize::from(index)
        };
        i32::try_from(index).unwrap_or(i32::MAX - 2)
    }
}

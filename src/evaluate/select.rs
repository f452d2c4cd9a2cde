//! Which target counts for a period. This is the only place that selects it: evaluation, pace,
//! methods, explanations, validation and [`Indicator::target_for`] all use it.

use std::cmp::Reverse;

use super::sets;
use crate::leaves::period::{Period, PeriodKind};
use crate::leaves::role::{Direction, Role};
use crate::leaves::value::{Change, Comparison, Missing, Value};
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::reason::Reason;

/// The target that counts for a period, or why there is none.
pub(super) enum Selected<'a> {
    /// These are to be reached by the end of the period.
    For(Candidates<'a>, Footing),
    /// None is to be reached by the end of the period, and these are the next ones.
    NotDueYet(Candidates<'a>),
    /// There is none.
    None(Reason),
}

/// Why a target counts for a period, from the strongest claim to the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Footing {
    /// It is a target for the period itself.
    Own,
    /// It is a norm for the period itself.
    OwnNorm,
    /// It was budgeted for the period.
    Budgeted,
    /// It is a target over several years that end with the period, or that have no end.
    Years,
    /// It is a target without a date.
    Standing,
    /// It is a norm without a date.
    StandingNorm,
    /// It is for a later time.
    Later,
}

impl<'a> Selected<'a> {
    /// The targets, whether or not they are due.
    pub(super) fn targets(&self) -> Option<&Candidates<'a>> {
        match self {
            Selected::For(targets, _) | Selected::NotDueYet(targets) => Some(targets),
            Selected::None(_) => None,
        }
    }

    /// The targets that are due by the end of the period.
    pub(super) fn due(&self) -> Option<&Candidates<'a>> {
        match self {
            Selected::For(targets, _) => Some(targets),
            Selected::NotDueYet(_) | Selected::None(_) => None,
        }
    }

    /// The period by whose end the targets are to be reached, as selected for `at`; `None` if there
    /// are none.
    pub(super) fn due_at(&self, at: Period) -> Option<Period> {
        match self {
            Selected::For(..) => Some(at),
            Selected::NotDueYet(targets) => aimed_at(targets.first),
            Selected::None(_) => None,
        }
    }

    /// Which results are the better ones: as the indicator states, or else as the targets say
    /// by their comparator. A target that is just a number says nothing.
    pub(super) fn direction(&self, indicator: &Indicator) -> (Option<Direction>, super::Basis) {
        use super::Basis;
        if indicator.direction.is_some() {
            return (indicator.direction, Basis::Stated);
        }
        let Some(targets) = self.targets() else { return (None, Basis::Unknown) };
        let mut inferred = targets.iter().map(|target| sets::meant_by(indicator, target));
        let first = inferred.next().flatten();
        if first.is_some() && inferred.all(|other| other == first) {
            (first, Basis::Inferred)
        } else {
            (None, Basis::Unknown)
        }
    }
}

/// Figures that say different things about the same.
pub(super) struct Candidates<'a> {
    pub(super) first: &'a Figure,
    /// Those that say something else than the first, each once.
    others: Vec<&'a Figure>,
    /// Whether there are more than [`Candidates::MAX`] others, so that some were left out.
    pub(super) are_too_many: bool,
}

impl<'a> Candidates<'a> {
    /// How many others are kept. If there are more, the evaluation gives no answer.
    const MAX: usize = 4;

    #[inline]
    pub(super) fn one(first: &'a Figure) -> Self {
        Candidates { first, others: Vec::new(), are_too_many: false }
    }

    pub(super) fn of(mut figures: impl Iterator<Item = &'a Figure>) -> Option<Self> {
        let mut candidates = Self::one(figures.next()?);
        figures.for_each(|figure| candidates.add(figure));
        Some(candidates)
    }

    /// Adds a figure if it says something else than those that are there.
    pub(super) fn add(&mut self, figure: &'a Figure) {
        if self.iter().any(|known| says_the_same(known, figure)) {
            return;
        }
        if self.others.len() == Self::MAX {
            self.are_too_many = true;
        } else {
            self.others.push(figure);
        }
    }

    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = &'a Figure> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// Whether there is one, of which nothing more is to be known than its value.
    #[inline]
    pub(super) fn is_one_plain(&self) -> bool {
        self.is_one() && self.first.status.is_empty() && self.first.dated.is_none()
    }

    #[inline]
    pub(super) fn is_one(&self) -> bool {
        self.others.is_empty()
    }
}

pub(super) fn says_the_same(a: &Figure, b: &Figure) -> bool {
    (&a.value, &a.unit, a.dated, &a.status) == (&b.value, &b.unit, b.dated, &b.status)
}

/// Looks at the figures of one slice once each, and selects the target that counts for a period.
///
/// In this order:
///
/// 1. a target for the period itself, or else a norm for it;
/// 2. none, if a cell for the period itself says so: `n.v.t.`, or that it isn't known: `nnb`;
/// 3. what was budgeted for the period, or amended;
/// 4. a target over several years at the last of them (`2020..2023` at 2023), and one without an
///    end (`2019..`) from its beginning on;
/// 5. a target without a date, or else a norm without one;
/// 6. the nearest later target, which is not due yet.
///
/// A target of an earlier period never counts, nor does an expectation.
pub(super) struct Selector<'a> {
    at: Period,
    found: Option<(Footing, Period, Candidates<'a>)>,
    /// What cells without a value say: those for the period itself, of targets without a date,
    /// and of other plans.
    own_absence: Option<Reason>,
    standing_absence: Option<Reason>,
    other_absence: Option<Reason>,
}

impl<'a> Selector<'a> {
    #[inline]
    pub(super) fn new(at: Period) -> Self {
        let (own_absence, standing_absence, other_absence) = (None, None, None);
        Selector { at, found: None, own_absence, standing_absence, other_absence }
    }

    /// Takes in a figure, which may be in any role.
    #[inline]
    pub(super) fn look(&mut self, figure: &'a Figure) {
        if is_aim(figure) {
            self.look_at_aim(figure);
        }
    }

    fn look_at_aim(&mut self, figure: &'a Figure) {
        // A deadline within the year of its column is a target for that year as well.
        let is_within = |dated| {
            figure.period == Some(self.at)
                && self.at.kind() == PeriodKind::Year
                && self.at.contains(dated)
        };
        let aimed =
            if figure.dated.is_some_and(is_within) { Some(self.at) } else { aimed_at(figure) };
        let Some(footing) = footing(figure.role, aimed, self.at) else { return };
        if let Value::Missing(missing) = figure.value {
            return self.note_absence(footing, missing);
        }
        let aimed = aimed.unwrap_or(self.at);
        match &mut self.found {
            Some((known, of, candidates)) if *known == footing && *of == aimed => {
                candidates.add(figure);
            }
            Some((known, of, _))
                if *known < footing || (*known == footing && is_nearer(*of, aimed, self.at)) => {}
            found => *found = Some((footing, aimed, Candidates::one(figure))),
        }
    }

    #[cold]
    fn note_absence(&mut self, footing: Footing, missing: Missing) {
        let noted = match footing {
            Footing::Own | Footing::OwnNorm => &mut self.own_absence,
            Footing::Standing | Footing::StandingNorm => &mut self.standing_absence,
            Footing::Budgeted | Footing::Years => &mut self.other_absence,
            // Another target may still count.
            Footing::Later => return,
        };
        match missing {
            // A dash is no sign of a target.
            Missing::Unspecified | Missing::Blank => {}
            Missing::NotApplicable => *noted = Some(Reason::TargetNotApplicable),
            _ => *noted = noted.or(Some(Reason::TargetNotKnown)),
        }
    }

    #[inline]
    pub(super) fn select(self) -> Selected<'a> {
        let absence = match &self.found {
            Some((Footing::Own | Footing::OwnNorm, ..)) => None,
            Some((Footing::Later, ..)) | None => {
                self.own_absence.or(self.standing_absence).or(self.other_absence)
            }
            Some(_) => self.own_absence,
        };
        match (absence, self.found) {
            (Some(reason), _) => Selected::None(reason),
            (None, None) => Selected::None(Reason::NoTarget),
            (None, Some((Footing::Later, _, targets))) => Selected::NotDueYet(targets),
            (None, Some((footing, _, targets))) => Selected::For(targets, footing),
        }
    }
}

/// On which footing a figure in a role, to be reached by `aimed`, counts at a period; `None` if it
/// doesn't.
#[inline]
fn footing(role: Option<Role>, aimed: Option<Period>, at: Period) -> Option<Footing> {
    let (own, standing) = match role? {
        Role::Target => (Footing::Own, Footing::Standing),
        Role::Norm => (Footing::OwnNorm, Footing::StandingNorm),
        Role::Budgeted | Role::Amended => {
            return (aimed == Some(at)).then_some(Footing::Budgeted);
        }
        _ => return None,
    };
    match aimed {
        None => Some(standing),
        Some(aimed) if aimed == at => Some(own),
        Some(aimed) if is_at_its_end(aimed, at) => Some(Footing::Years),
        Some(aimed) => (!aimed.ends_by(at)).then_some(Footing::Later),
    }
}

/// Whether a calendar year is the last of the years of a target, or a target without an end has
/// begun by the beginning of a period.
fn is_at_its_end(aimed: Period, at: Period) -> bool {
    aimed.first() <= at.first()
        && if aimed.end().is_none() {
            true
        } else {
            at.as_year().is_some() && aimed.last() == at.last()
        }
}

/// Whether a period for which there is a target comes before another: the one that ends first, of
/// two that end together one that covers as much time as `at`, and then the shorter one.
fn is_nearer(one: Period, other: Period, at: Period) -> bool {
    let rank = |period: Period| (period.last(), !period.is_like(at), Reverse(period.first()));
    rank(one) < rank(other)
}

/// Whether a figure says what is to be reached: a target, a norm, or the plan of a budget.
#[inline]
pub(crate) fn is_aim(figure: &Figure) -> bool {
    matches!(figure.role, Some(Role::Target | Role::Norm | Role::Budgeted | Role::Amended))
}

/// The period by whose end a figure is to be reached: its deadline, or else its period. A date
/// from before the period is no deadline.
#[inline]
pub(super) fn aimed_at(figure: &Figure) -> Option<Period> {
    match (figure.dated, figure.period) {
        (None, period) => period,
        (Some(dated), Some(period)) if dated.ends_before(period) => Some(period),
        (dated, _) => dated,
    }
}

/// The direction that a target asks for by its comparator; `None` for a number or a range.
pub(super) fn direction_of(target: &Value) -> Option<Direction> {
    match target {
        Value::MoreThan(_) | Value::AtLeast(_) => Some(Direction::Higher),
        Value::LessThan(_) | Value::AtMost(_) => Some(Direction::Lower),
        Value::Relative { comparison, .. } => Some(match comparison {
            Comparison::MoreThan | Comparison::AtLeast => Direction::Higher,
            Comparison::LessThan | Comparison::AtMost => Direction::Lower,
        }),
        Value::Change(change) | Value::ChangeBy { direction: change, .. } => Some(match change {
            Change::Increase => Direction::Higher,
            Change::Decrease => Direction::Lower,
            Change::Unchanged => Direction::Within,
        }),
        _ => None,
    }
}

impl Indicator {
    /// The target that counts for a period, for the indicator as a whole.
    /// [`evaluate`](Self::evaluate) uses the same one. `None` if there is no such target, or if all
    /// figures are about parts of the whole.
    ///
    /// It is the first of these that exists:
    ///
    /// 1. a target for the period itself (by its deadline, or else by its period), or a norm for it
    /// 2. the budgeted value for the period
    /// 3. a target for several years of which the period is the last, or without an end
    /// 4. a target or norm without a date
    /// 5. the nearest later target, which is not due yet
    ///
    /// The answer is also `None` if a cell for the period itself states `n.v.t.` or `nnb`.
    ///
    /// ```
    /// use beleid::{Figure, Id, Indicator, Period, Role};
    ///
    /// let year = Period::year;
    /// let mut schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// schools.figures = vec![
    ///     Figure::new(year(2015)?, Role::Realised, 10),
    ///     Figure::new(year(2017)?, Role::Target, 12),
    /// ];
    /// assert_eq!(schools.target_for(year(2017)?), Some(&schools.figures[1]));
    /// assert_eq!(schools.target_for(year(2016)?), Some(&schools.figures[1]), "the next one");
    /// assert_eq!(schools.target_for(year(2018)?), None, "it is over");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "streefwaarde")]
    pub fn target_for(&self, period: Period) -> Option<&Figure> {
        let mut selector = Selector::new(period);
        let whole = self.figures.iter().filter(|figure| figure.dimensions.is_empty());
        whole.for_each(|figure| selector.look(figure));
        selector.select().targets().map(|targets| targets.first)
    }
}

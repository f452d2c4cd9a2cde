//! The figures of one slice of an indicator, and how the ones that matter are chosen.

use std::collections::HashMap;

use super::outcome::Reason;
use crate::indicator::{latest_realised, recency};
use crate::{Figure, Missing, Period, Reference, Role, Slice, Status, Value};

/// The figures of one slice of an indicator, or of its whole.
#[derive(Clone, Copy)]
pub(super) struct Group<'g, 'a> {
    pub(super) slice: Option<&'a Slice>,
    /// All figures of an indicator without slices; else none.
    whole: &'a [Figure],
    /// The figures of the slice; none for an indicator without slices.
    picked: &'g [&'a Figure],
    slices: Option<&'g Slices<'a>>,
}

/// The figures of an indicator by their slice, in the order in which slices appear.
pub(super) struct Slices<'a> {
    groups: Vec<(Option<&'a Slice>, Vec<&'a Figure>)>,
    index: HashMap<Option<&'a str>, usize>,
}

impl<'a> Slices<'a> {
    pub(super) fn of(figures: &'a [Figure]) -> Self {
        let mut slices = Slices { groups: Vec::new(), index: HashMap::new() };
        for figure in figures {
            let slice = figure.slice.as_ref();
            let next = slices.groups.len();
            let at = *slices.index.entry(slice.map(Slice::as_str)).or_insert(next);
            if at == next {
                slices.groups.push((slice, Vec::new()));
            }
            if let Some((_, figures)) = slices.groups.get_mut(at) {
                figures.push(figure);
            }
        }
        slices
    }

    pub(super) fn groups(&self) -> impl Iterator<Item = Group<'_, 'a>> {
        self.groups.iter().map(|(slice, picked)| self.group(*slice, picked))
    }

    fn group<'g>(&'g self, slice: Option<&'a Slice>, picked: &'g [&'a Figure]) -> Group<'g, 'a> {
        Group { slice, whole: &[], picked, slices: Some(self) }
    }

    /// The slice with that name; the whole for `None`.
    pub(super) fn named(&self, name: Option<&str>) -> Option<Group<'_, 'a>> {
        let (slice, picked) = self.groups.get(*self.index.get(&name)?)?;
        Some(self.group(*slice, picked))
    }
}

/// The target figures that are to be reached, all of the same standing.
pub(super) enum Chosen<'a> {
    Figures(Candidates<'a>),
    /// There is none, and why.
    None(Reason),
}

/// Figures that say different things about the same.
pub(super) struct Candidates<'a> {
    pub(super) first: &'a Figure,
    /// Those that say something else than the first, each once.
    pub(super) others: Vec<&'a Figure>,
}

impl<'a> Candidates<'a> {
    /// More than these are not told apart: there is no answer then.
    const MOST: usize = 4;

    fn of(mut figures: impl Iterator<Item = &'a Figure>) -> Option<Self> {
        let first = figures.next()?;
        let mut others: Vec<&Figure> = Vec::new();
        for figure in figures {
            let is_new = |known: &&Figure| !says_the_same(known, figure);
            if is_new(&first) && others.iter().all(is_new) && others.len() < Self::MOST {
                others.push(figure);
            }
        }
        Some(Candidates { first, others })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a Figure> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    pub(super) fn is_one(&self) -> bool {
        self.others.is_empty()
    }
}

fn says_the_same(a: &Figure, b: &Figure) -> bool {
    (&a.value, &a.unit, a.dated, &a.status) == (&b.value, &b.unit, b.dated, &b.status)
}

impl<'g, 'a> Group<'g, 'a> {
    pub(super) fn whole(figures: &'a [Figure]) -> Self {
        Group { slice: None, whole: figures, picked: &[], slices: None }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a Figure> + use<'g, 'a> {
        self.whole.iter().chain(self.picked.iter().copied())
    }

    /// The figures with a value in a role, for a period.
    fn known(&self, role: Role, period: Period) -> impl Iterator<Item = &'a Figure> + use<'g, 'a> {
        self.iter().filter(move |figure| {
            figure.role == Some(role)
                && aimed_at(figure) == Some(period)
                && !figure.value.is_missing()
        })
    }

    /// What is to be reached at `at`: a target for that period; else what was budgeted for
    /// it; else an undated target, as a standing norm.
    pub(super) fn target(&self, at: Period) -> Chosen<'a> {
        if let Some(chosen) = self.dated_target(at) {
            return chosen;
        }
        let standing = self.iter().filter(|figure| {
            figure.role == Some(Role::Target)
                && aimed_at(figure).is_none()
                && !figure.value.is_missing()
        });
        Candidates::of(standing).map_or(Chosen::None(Reason::NoTarget), Chosen::Figures)
    }

    /// What is to be reached in a period, by a target or a budgeted value of that period.
    pub(super) fn dated_target(&self, at: Period) -> Option<Chosen<'a>> {
        if let Some(targets) = Candidates::of(self.known(Role::Target, at)) {
            return Some(Chosen::Figures(targets));
        }
        let mut unknown = None;
        for figure in self.iter() {
            if figure.role == Some(Role::Target) && aimed_at(figure) == Some(at) {
                match figure.value {
                    Value::Missing(Missing::NotApplicable) => {
                        return Some(Chosen::None(Reason::TargetNotApplicable));
                    }
                    // A dash or nothing at all doesn't say that there is a target.
                    Value::Missing(Missing::Unspecified | Missing::Blank) => {}
                    _ => unknown = Some(Chosen::None(Reason::TargetNotKnown)),
                }
            }
        }
        unknown.or_else(|| {
            let budgeted = self.known(Role::Budgeted, at).chain(self.known(Role::Amended, at));
            Candidates::of(budgeted).map(Chosen::Figures)
        })
    }

    /// The nearest target that is still to come when `after` is over.
    pub(super) fn next_target(&self, after: Period) -> Option<&'a Figure> {
        let ahead = self.iter().filter(|figure| {
            figure.role == Some(Role::Target)
                && !figure.value.is_missing()
                && aimed_at(figure).is_some_and(|period| !period.ends_by(after))
        });
        ahead.min_by_key(|figure| aimed_at(figure).map(recency))
    }

    /// The results for a period.
    pub(super) fn measured(&self, at: Period) -> Option<Candidates<'a>> {
        let results = self.iter().filter(|figure| is_result(figure) && figure.period == Some(at));
        Candidates::of(results)
    }

    pub(super) fn has_results(&self) -> bool {
        self.iter().any(is_result)
    }

    pub(super) fn has_target(&self, at: Period) -> bool {
        matches!(self.target(at), Chosen::Figures(_))
    }

    pub(super) fn latest(&self, at: Period) -> Option<&'a Figure> {
        latest_realised(self.iter(), at)
    }

    /// The last result before `at`.
    pub(super) fn previous(&self, at: Period) -> Option<&'a Figure> {
        let earlier = self.iter().filter(move |figure| {
            figure.period.is_some_and(|period| recency(period) < recency(at))
        });
        latest_realised(earlier, at)
    }

    pub(super) fn baseline(&self) -> Option<&'a Figure> {
        self.iter().find(|figure| figure.role == Some(Role::Baseline) && !figure.value.is_missing())
    }

    /// The result or baseline that a target refers to. Never a target.
    pub(super) fn referred(&self, to: &Reference, at: Period) -> Option<&'a Figure> {
        match to {
            Reference::Baseline => self.baseline(),
            Reference::Previous => self.previous(at),
            Reference::Period(period) => {
                let result =
                    self.iter().find(|figure| is_result(figure) && figure.period == Some(*period));
                result.or_else(|| self.baseline().filter(|figure| figure.period == Some(*period)))
            }
            Reference::Benchmark(name) => {
                let benchmark = self.slices?.named(Some(name))?;
                benchmark.iter().find(|figure| is_result(figure) && figure.period == Some(at))
            }
        }
    }

    /// Whether the way of measuring changed after `from`, up to and including `to`.
    pub(super) fn breaks_between(&self, from: &Figure, to: &Figure) -> bool {
        let (Some(from), Some(to)) = (from.period, to.period) else {
            return to.status.contains(&Status::BreakInSeries);
        };
        self.iter().any(|figure| {
            figure.status.contains(&Status::BreakInSeries)
                && figure.period.is_some_and(|period| {
                    recency(from) < recency(period) && recency(period) <= recency(to)
                })
        })
    }
}

pub(super) fn is_result(figure: &Figure) -> bool {
    figure.role == Some(Role::Realised) && !figure.value.is_missing()
}

/// The period by whose end a figure is to be reached: its deadline, or else its period.
pub(super) fn aimed_at(figure: &Figure) -> Option<Period> {
    figure.dated.or(figure.period)
}

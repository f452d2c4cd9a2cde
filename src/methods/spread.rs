//! Computes a formula for figures that are only known within bounds.

use super::formula::{Course, Formula};
use super::range::End;
use super::rate::limit_coefficient;
use super::{Measurement, Range, Target};
use crate::leaves::role::Direction;
use crate::reason::Reason;

/// The numbers that a formula is computed from.
pub(super) struct Inputs<'s> {
    pub(super) base: Option<&'s Measurement>,
    pub(super) previous: Option<&'s Measurement>,
    pub(super) current: &'s Measurement,
    pub(super) target: Option<&'s Target>,
    pub(super) direction: Direction,
}

impl Inputs<'_> {
    /// The baseline; for a formula without one, the last result.
    #[inline]
    fn base(&self) -> &Measurement {
        self.base.unwrap_or(self.current)
    }
}

/// The result of a formula: nearly always one number, which is then kept as one.
#[derive(Clone, Copy)]
pub(super) enum Computed {
    One(f64),
    Some(Range),
}

/// All values that a formula may have. Within a branch, each formula is monotonic in each of its
/// numbers, so its extremes are at their ends.
#[inline(always)]
#[allow(clippy::inline_always)] // Its caller is: see `assessment`.
pub(super) fn compute(formula: Formula, inputs: &Inputs<'_>) -> Result<Computed, Reason> {
    let base = inputs.base();
    let target = inputs.target.map(|target| target.aim);
    let previous = inputs.previous.map(|previous| previous.value);
    if let (Some(base_is), Some(current)) = (base.value.exact(), inputs.current.value.exact())
        && target.is_none_or(|target| target.exact().is_some())
        && previous.is_none_or(|previous| previous.exact().is_some())
    {
        let course = Course {
            base: (base.at, base_is),
            previous: inputs.previous.and_then(|point| Some((point.at, point.value.exact()?))),
            current: (inputs.current.at, current),
            target: target.and_then(Range::exact),
            target_at: inputs.target.and_then(|target| target.at),
            direction: inputs.direction,
        };
        if formula.is_behind(&course) {
            return Err(Reason::BaselineMeetsTarget);
        }
        return formula.of(&course).map(Computed::One);
    }
    spread(formula, inputs).map(Computed::Some)
}

/// One of the numbers: its two ends, and a finite number to follow the formula from if an end is
/// infinite.
#[derive(Clone, Copy)]
struct Variable {
    ends: [End; 2],
    probes: [f64; 2],
}

impl Variable {
    fn of(range: Range) -> Option<Self> {
        let ends = range.ends();
        let [low, high] = ends;
        let probes = match (low.at.is_finite(), high.at.is_finite()) {
            (true, true) => [low.at, high.at],
            (true, false) => [low.at, low.at + low.at.abs() + 1.0],
            (false, true) => [high.at - high.at.abs() - 1.0, high.at],
            (false, false) => return None,
        };
        Some(Variable { ends, probes })
    }
}

/// The places of the figures among the variables.
const BASE: usize = 0;
const PREVIOUS: usize = 1;
const CURRENT: usize = 2;
const TARGET: usize = 3;

#[cold]
fn spread(formula: Formula, inputs: &Inputs<'_>) -> Result<Range, Reason> {
    let base = inputs.base();
    if !formula.is_monotone_in_base() && base.value.exact().is_none() {
        // The baseline stands twice in it, and the ends may lie anywhere between.
        return Err(Reason::EitherSide);
    }
    if let (Formula::Growth { limit: Some(limit) }, Some(base)) = (formula, base.value.exact())
        && limit_coefficient(base, limit) == 0.0
    {
        // What doesn't fall from the limit has no number.
        return Err(Reason::AtLimit);
    }
    let absent = Range::of(0.0);
    let ranges = [
        base.value,
        inputs.previous.map_or(absent, |previous| previous.value),
        inputs.current.value,
        inputs.target.map_or(absent, |target| target.aim),
    ];
    let mut variables = [Variable { ends: [End::closed(0.0); 2], probes: [0.0; 2] }; 4];
    for (variable, range) in variables.iter_mut().zip(ranges) {
        *variable = Variable::of(range).ok_or(Reason::EitherSide)?;
    }
    let mut corners = Corners {
        formula,
        inputs,
        variables,
        found: None,
        branch: None,
        error: None,
        is_somewhere_unmet: false,
    };
    for corner in 0..16_u8 {
        corners.visit(corner)?;
    }
    match (corners.found, corners.error) {
        (Some(_), None) if !corners.is_somewhere_unmet => Err(Reason::AlreadyMet),
        (Some(range), None) => Ok(range),
        (None, Some(error)) => Err(error),
        _ => Err(Reason::EitherSide),
    }
}

struct Corners<'a> {
    formula: Formula,
    inputs: &'a Inputs<'a>,
    variables: [Variable; 4],
    found: Option<Range>,
    branch: Option<[bool; 2]>,
    error: Option<Reason>,
    is_somewhere_unmet: bool,
}

impl Corners<'_> {
    /// Which end of each figure a corner is at.
    fn sides(corner: u8) -> [usize; 4] {
        [BASE, PREVIOUS, CURRENT, TARGET].map(|place| usize::from(corner >> place & 1))
    }

    fn course(&self, numbers: [f64; 4]) -> Course {
        let [base, previous, current, target] = numbers;
        // Without a baseline the last result stands in its place.
        let base = if self.inputs.base.is_some() { base } else { current };
        Course {
            base: (self.inputs.base().at, base),
            previous: self.inputs.previous.map(|point| (point.at, previous)),
            current: (self.inputs.current.at, current),
            target: self.inputs.target.map(|_| target),
            target_at: self.inputs.target.and_then(|target| target.at),
            direction: self.inputs.direction,
        }
    }

    fn visit(&mut self, corner: u8) -> Result<(), Reason> {
        let sides = Self::sides(corner);
        let mut numbers = [0.0; 4];
        let mut probes = [0.0; 4];
        let mut is_open = false;
        for place in [BASE, PREVIOUS, CURRENT, TARGET] {
            let (Some(variable), Some(&side)) = (self.variables.get(place), sides.get(place))
            else {
                continue;
            };
            let (Some(end), Some(probe)) = (variable.ends.get(side), variable.probes.get(side))
            else {
                continue;
            };
            is_open |= end.is_open;
            for (list, number) in [(&mut numbers, end.at), (&mut probes, *probe)] {
                if let Some(place) = list.get_mut(place) {
                    *place = number;
                }
            }
        }
        let course = self.course(numbers);
        let branch = self.formula.branch(&course);
        if *self.branch.get_or_insert(branch) != branch {
            return Err(Reason::EitherSide);
        }
        if self.formula.is_behind(&course) {
            self.fail(Reason::BaselineMeetsTarget);
            return Ok(());
        }
        match self.formula.of(&course) {
            Ok(value) => {
                self.is_somewhere_unmet = true;
                self.add(End { at: value, is_open });
            }
            Err(Reason::AlreadyMet) if self.formula == Formula::Shortfall => {
                // Just before the target hardly anything is left to go, and all of it is gone
                // beyond, or lost.
                let (is_well, is_badly) = self.gone_at_target(course.direction);
                if is_well {
                    self.add(End { at: f64::NEG_INFINITY, is_open: true });
                }
                if is_badly {
                    self.add(End { at: f64::INFINITY, is_open: true });
                }
            }
            Err(Reason::OutOfRange) if numbers != probes => {
                self.follow(sides, numbers, probes)?;
            }
            Err(why) => self.fail(why),
        }
        Ok(())
    }

    /// Whether a last result at the target got there in the desired direction, and whether it may
    /// have come from the other side.
    fn gone_at_target(&self, direction: Direction) -> (bool, bool) {
        let ends = |place: usize| {
            self.variables.get(place).map_or([0.0; 2], |one| one.ends.map(|end| end.at))
        };
        let ([low, high], [least, most]) = (ends(CURRENT), ends(TARGET));
        let way = if direction == Direction::Lower { -1.0 } else { 1.0 };
        let meetings = [low.max(least), high.min(most)];
        let gone = |is: fn(f64) -> bool| {
            let bases = ends(BASE);
            meetings.iter().any(|meeting| bases.iter().any(|base| is((meeting - base) * way)))
        };
        (gone(|gone| gone > 0.0), gone(|gone| gone < 0.0))
    }

    /// If a number has no end on one side, the formula may have none either. The direction in which
    /// it changes shows on which side.
    fn follow(
        &mut self,
        sides: [usize; 4],
        numbers: [f64; 4],
        probes: [f64; 4],
    ) -> Result<(), Reason> {
        let here = self.formula.of(&self.course(probes))?;
        self.is_somewhere_unmet = true;
        for place in [BASE, PREVIOUS, CURRENT, TARGET] {
            if numbers.get(place) == probes.get(place) {
                continue;
            }
            let mut nearer = probes;
            let near = self.variables.get(place).zip(sides.get(place));
            let near = near.and_then(|(variable, side)| variable.probes.get(1 - side));
            if let (Some(number), Some(near)) = (nearer.get_mut(place), near) {
                *number = *near;
            }
            let there = self.formula.of(&self.course(nearer))?;
            let at = if here > there { f64::INFINITY } else { f64::NEG_INFINITY };
            self.add(End { at: if here == there { here } else { at }, is_open: true });
        }
        Ok(())
    }

    fn add(&mut self, end: End) {
        let Some(one) = Range::spanning(end, end) else { return };
        self.found = Some(self.found.map_or(one, |found| found.hull(one)));
    }

    fn fail(&mut self, why: Reason) {
        self.error = Some(match self.error {
            Some(before) if before != why => Reason::EitherSide,
            _ => why,
        });
    }
}

//! Whether a result reaches a target.

use super::{Measurement, Target};
use crate::evaluate::Outcome;
use crate::leaves::role::Direction;
use crate::reason::Reason;

/// Why there is no number where nothing is left to go, though the target isn't known to be reached.
pub(super) fn untouched(
    why: Reason,
    target: Option<&Target>,
    current: &Measurement,
    reached: Option<Outcome>,
) -> Reason {
    if why != Reason::AlreadyMet || reached == Some(Outcome::Met) {
        return why;
    }
    let aim = target.filter(|target| target.is_strict).and_then(|target| target.aim.exact());
    if aim.is_some() && aim == current.value.exact() {
        Reason::AtStrictTarget
    } else {
        Reason::EitherSide
    }
}

/// Whether the last result reaches the target.
#[inline]
pub(super) fn reached(target: &Target, current: &Measurement, direction: Direction) -> Outcome {
    if let Some(outcome) = target.outcome {
        return outcome;
    }
    if let (Some(current), Some(target)) = (current.value.exact(), target.aim.exact()) {
        let is_met = match direction {
            Direction::Higher => current >= target,
            Direction::Lower => current <= target,
            Direction::Within => current == target,
        };
        return if is_met { Outcome::Met } else { Outcome::Missed };
    }
    let ([low, high], [least, most]) = (current.value.ends(), target.aim.ends());
    let (is_met, is_missed) = match direction {
        Direction::Higher => {
            (low.at >= most.at, high.at < least.at || (high.at <= least.at && high.is_open))
        }
        Direction::Lower => {
            (high.at <= least.at, low.at > most.at || (low.at >= most.at && low.is_open))
        }
        // Here the target is all numbers between its ends.
        Direction::Within => {
            (least.at <= low.at && high.at <= most.at, high.at < least.at || low.at > most.at)
        }
    };
    if is_met {
        Outcome::Met
    } else if is_missed {
        Outcome::Missed
    } else {
        Outcome::Undecided
    }
}

//! At which end of a year a balance is: *Beginsaldo 2022* is of its first day, *closing balance 2022* of its last.

use super::Facts;
use super::words::FlowWord;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::language::{HeaderWord, Pack};
use crate::words::fold_word;

/// At which end of a year a balance is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum EndOfYear {
    /// *Beginsaldo*, *opening balance*.
    Opening,
    /// *Saldo einde*, *closing balance*.
    Closing,
}

impl EndOfYear {
    /// The month and the day.
    pub(in crate::read) fn day(self) -> (u8, u8) {
        match self {
            EndOfYear::Opening => (1, 1),
            EndOfYear::Closing => (12, 31),
        }
    }
}

/// At which end of a year a balance is by the words of its header. `None` if they name none, or both.
pub(in crate::read) fn end_of_year<'t>(
    pack: &Pack,
    words: impl Iterator<Item = &'t str>,
) -> Option<EndOfYear> {
    let (mut opens, mut closes) = (false, false);
    for word in words.filter_map(fold_word) {
        opens |= pack.has(&word, |tables| tables.headers.openings);
        closes |= pack.has(&word, |tables| tables.headers.closings);
    }
    match (opens, closes) {
        (true, false) => Some(EndOfYear::Opening),
        (false, true) => Some(EndOfYear::Closing),
        _ => None,
    }
}

impl Facts {
    /// A balance at the beginning of a year is not that at its end: *Saldo begin 2022*, *closing balance 2022*.
    pub(super) fn settle_end_of_year(&mut self, pack: &Pack, words: &[&str]) {
        // *Stand 31-12-2023* may be what a plan expects, as well as a result.
        let is_of_a_day = self.day.is_some() || self.period.is_some_and(Period::is_day);
        if is_of_a_day && self.others.contains(&HeaderWord::Role(Role::Budgeted)) {
            self.forget_ambiguous();
        }
        if self.flow != Some(FlowWord::Balance) {
            return;
        }
        let year = self.period.filter(|period| period.as_year().is_some());
        if year.is_none() && self.period.is_some() {
            return;
        }
        let end = end_of_year(pack, words.iter().copied());
        let Some(year) = year else {
            // *Saldo begin*, where the year stands elsewhere.
            self.day = self.day.or(end.map(EndOfYear::day));
            return;
        };
        let day = match end {
            Some(EndOfYear::Opening) => Some(year.start()),
            Some(EndOfYear::Closing) => year.end(),
            None => None,
        };
        self.period = day.and_then(|day| Period::day(day).ok()).or(self.period);
    }
}

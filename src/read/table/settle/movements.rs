//! Columns of what changed within a year: a balance at its beginning, what was added and taken away, and a balance at its end.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::leaves::dimension::DimensionName;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::facts::words::FlowWord;
use crate::read::facts::{EndOfYear, Facts, end_of_year};
use crate::read::language::{HeaderWord, Pack};
use crate::read::slices;
use crate::read::table::Column;

/// What comes between the balances of two days a year apart is of that year: *Stand 1-1-2023*, *Toevoegingen*,
/// *Onttrekkingen*, *Stand 31-12-2023*.
pub(super) fn settle_year_between(pack: &Pack, columns: &mut [Column]) {
    let days =
        |column: &Column| column.facts.period.filter(|period| period.is_day()).map(Period::start);
    let at: Vec<(usize, NaiveDate)> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.content.is_none())
        .filter_map(|(at, column)| Some((at, days(column)?)))
        .collect();
    // Other columns may be of the last day as well: *Boekwaarde 31-12*, *Voorziening*, *Balanswaarde 31-12*.
    let [(first, begin), (last, end), others @ ..] = at.as_slice() else { return };
    if others.iter().any(|(_, day)| day != end) {
        return;
    }
    let year = (*end - TimeDelta::days(1)).year();
    let is_a_year = (364..=366).contains(&(*end - *begin).num_days())
        && (*begin + TimeDelta::days(1)).year() == year;
    let period = u16::try_from(year).ok().and_then(|year| Period::year(year).ok());
    let (Some(period), true) = (period, is_a_year) else { return };
    for column in columns.iter_mut().take(*last).skip(first + 1) {
        let is_of_year = column.facts.role.is_none() || is_movement(&column.facts);
        if column.content.is_some() || column.facts.period.is_some() || !is_of_year {
            continue;
        }
        column.facts.period = Some(period);
        // *Afschrijvingen* says what it is of with a word that nobody knows.
        if column.facts.flow.is_none() && column.facts.role.is_none() && column.slice.is_none() {
            let name = column.headers.last();
            column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        }
    }
}

/// The first and the last column of what changed within a year are balances at its ends, and no baseline and no result: *Beginstand*,
/// *Storting*, *Onttrekking*, *Eindstand*.
pub(super) fn settle_ends_of_year(pack: &Pack, columns: &mut [Column]) {
    use FlowWord::{Reserves, ReservesIn, ReservesOut};
    let figures: Vec<usize> = (0..columns.len())
        .filter(|&at| columns.get(at).is_some_and(|column| column.content.is_none()))
        .collect();
    let end = |at: &usize| {
        let column = columns.get(*at).filter(|column| column.facts.period.is_none())?;
        end_of_year(pack, column.headers.last()?.split_whitespace())
    };
    let opening = figures.iter().position(|at| end(at) == Some(EndOfYear::Opening));
    let closing = figures.iter().position(|at| end(at) == Some(EndOfYear::Closing));
    let (Some(opening), Some(closing)) = (opening, closing) else { return };
    let is_change = |at: &usize| {
        columns.get(*at).is_some_and(|column| {
            let flow = column.facts.flow;
            is_movement(&column.facts) || matches!(flow, Some(Reserves | ReservesIn | ReservesOut))
        })
    };
    if !figures.get(opening + 1..closing).unwrap_or_default().iter().any(is_change) {
        return;
    }
    for (place, end) in [(opening, EndOfYear::Opening), (closing, EndOfYear::Closing)] {
        if let Some(column) = figures.get(place).and_then(|&at| columns.get_mut(at)) {
            let facts = &mut column.facts;
            (facts.role, facts.flow) = (None, Some(FlowWord::Balance));
            facts.others = &[];
            facts.day = facts.day.or(Some(end.day()));
        }
    }
}

/// Whether a header of several meanings says what was added or taken away: *Vermeerderingen*, *Mutatie*.
pub(super) fn is_movement(facts: &Facts) -> bool {
    use FlowWord::{Reserves, ReservesIn, ReservesOut};
    let is_of_reserves =
        |other: &HeaderWord| matches!(other, HeaderWord::Flow(Reserves | ReservesIn | ReservesOut));
    facts.others.contains(&HeaderWord::Role(Role::Difference))
        && facts.others.iter().any(is_of_reserves)
}

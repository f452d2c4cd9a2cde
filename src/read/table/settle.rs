//! What the headers of a table mean beside each other: words of several meanings, names of areas, and
//! columns that differ in words alone.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::leaves::dimension::DimensionName;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::dates::without_period;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::facts::{EndOfYear, Facts, end_of_year};
use crate::read::language::{HeaderWord, Pack, Relation};
use crate::read::marks;
use crate::read::shapes;
use crate::read::slices;
use crate::read::table::Column;
use crate::read::table::arithmetic::is_total;
use crate::read::vocabulary::Vocabulary;
use crate::words::{Within, fold, fold_word};

/// Settles the columns of a table: what a mapping says of them, and then what their words mean.
pub(in crate::read) fn settle(vocabulary: &Vocabulary, columns: &mut [Column]) {
    apply_mapping(vocabulary, columns);
    settle_total_behind(vocabulary, columns);
    settle_outer_balances(vocabulary, columns);
    settle_words_of(vocabulary.pack(), columns);
}

/// What an outer header says of a column, where an inner one says what flows: *Saldo 2020* above *Lasten*.
fn outer_of(vocabulary: &Vocabulary, column: &Column) -> Option<Facts> {
    // A title may stand above both.
    let [.., outer, inner] = column.headers.as_slice() else { return None };
    let (outer, inner) = (Facts::of(vocabulary, outer), Facts::of(vocabulary, inner));
    let is_flow = matches!(inner.flow, Some(FlowWord::Expenses | FlowWord::Income));
    (is_flow && inner.rest == 0 && outer.rest == 0).then_some(outer)
}

/// A last column *Totaal* gets the outer header of the two columns before it: *Saldo 2020* above *Lasten*, *Baten*, *Totaal*.
fn settle_total_behind(vocabulary: &Vocabulary, columns: &mut [Column]) {
    let figures: Vec<usize> = (0..columns.len())
        .filter(|&at| columns.get(at).is_some_and(|column| column.content.is_none()))
        .collect();
    let [.., one, other, last] = figures.as_slice() else { return };
    let outer = |at: usize| columns.get(at).and_then(|column| outer_of(vocabulary, column));
    let (Some(above), Some(beside)) = (outer(*other), outer(*one)) else { return };
    let is_total = columns.get(*last).is_some_and(|column| {
        let [only] = column.headers.as_slice() else { return false };
        is_total(vocabulary, only) && column.facts.period.is_none() && column.facts.role.is_none()
    });
    if !is_total || above != beside {
        return;
    }
    let header = columns.get(*other).and_then(|column| column.headers.iter().nth_back(1).cloned());
    if let (Some(column), Some(header)) = (columns.get_mut(*last), header) {
        column.headers.insert(0, header);
        let flow = column.facts.flow.or(Some(FlowWord::Balance));
        column.facts = Facts { period: above.period, role: above.role, flow, ..Facts::default() };
        column.is_open = false;
    }
}

/// The balance of two stages, by flow, is what one differs from the other by: *Saldo 2020* above *Lasten* and *Baten*, beside these of the
/// budget and of the accounts.
fn settle_outer_balances(vocabulary: &Vocabulary, columns: &mut [Column]) {
    let has = |is: &dyn Fn(Role) -> bool| {
        columns.iter().any(|column| {
            let is_flow = matches!(column.facts.flow, Some(FlowWord::Expenses | FlowWord::Income));
            column.content.is_none() && is_flow && column.facts.role.is_some_and(is)
        })
    };
    if !has(&|role| role == Role::Realised)
        || !has(&|role| matches!(role, Role::Budgeted | Role::Amended))
    {
        return;
    }
    let is_balance = |outer: &Facts| {
        outer.flow == Some(FlowWord::Balance)
            && outer.role.is_none()
            && outer.others.contains(&HeaderWord::Role(Role::Difference))
    };
    let mut outer: Option<String> = None;
    for column in columns.iter_mut() {
        if column.content.is_some() || column.facts.role.is_some() {
            continue;
        }
        let own = column.headers.iter().nth_back(1).cloned();
        let is_of_outer = own.is_some() && own == outer;
        if outer_of(vocabulary, column).is_some_and(|outer| is_balance(&outer)) || is_of_outer {
            column.facts.role = Some(Role::Difference);
            outer = own;
        }
    }
}

/// The stages of a budget in front of the accounts of one year, the only one that the headers name, are of that year: *Begroting voor
/// wijziging*, *Begroting na wijziging*, *Rekening 2021*. Behind them stages are of later years, as in a budget that begins with *Rekening
/// 2021*; and *Begroting* alone may be of any year.
fn settle_stages_of_year(columns: &mut [Column]) {
    let figures = || columns.iter().filter(|column| column.content.is_none());
    let mut periods = figures().filter_map(|column| column.facts.period);
    let Some(year) = periods.next().filter(|period| period.as_year().is_some()) else { return };
    let is_of_year = |column: &Column| {
        column.facts.period == Some(year) && column.facts.role == Some(Role::Realised)
    };
    let is_stage = |column: &Column| {
        let facts = &column.facts;
        let is_dated = facts.day.is_some() || facts.years_after.is_some() || facts.is_multi_year;
        let role = facts.role;
        let is_stage = matches!(role, Some(Role::Budgeted | Role::Amended | Role::Difference));
        facts.period.is_none() && !is_dated && !column.is_open && is_stage
    };
    let is_plan = |column: &Column| {
        matches!(column.facts.role, Some(Role::Budgeted | Role::Amended)) && is_stage(column)
    };
    let are_in_front = figures().skip_while(|column| !is_of_year(column)).all(|of| !is_plan(of));
    let is_compared = figures()
        .any(|of| matches!(of.facts.role, Some(Role::Amended | Role::Difference)) && is_stage(of));
    if periods.any(|period| period != year)
        || !are_in_front
        || !is_compared
        || !figures().all(|column| is_of_year(column) || is_stage(column))
    {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.content.is_none()) {
        column.facts.period = Some(year);
    }
}

/// Gives columns what a mapping says of them, which overrides their words.
fn apply_mapping(vocabulary: &Vocabulary, columns: &mut [Column]) {
    let Some(mapped) = vocabulary.mapped() else { return };
    let label = columns.iter().position(|column| column.content == Some(ColumnKind::Label));
    for (at, column) in columns.iter_mut().enumerate() {
        let header = |text: &str| mapped.header(vocabulary.pack(), text);
        let found = mapped
            .number(at + 1)
            .or_else(|| header(&column.header()))
            .or_else(|| column.headers.iter().rev().find_map(|text| header(text)));
        let Some(entry) = found else { continue };
        let Some(of) = mapped.column(entry) else { continue };
        column.mapped = Some(entry);
        if Some(at) == label {
            continue;
        }
        column.facts = of.facts(std::mem::take(&mut column.facts));
        column.content = match column.facts.content {
            Some(ColumnKind::Value) => None,
            // There is one label; what stands before it is what a row belongs to.
            Some(ColumnKind::Label) if Some(at) < label => Some(ColumnKind::Group),
            Some(ColumnKind::Label) => Some(ColumnKind::Attribute),
            other => other,
        };
        if column.content.is_some() {
            column.slice = None;
        }
    }
}

/// Settles what the words of the columns mean beside each other.
pub(in crate::read) fn settle_words_of(pack: &Pack, columns: &mut [Column]) {
    let has_roles = columns.iter().any(|column| column.content == Some(ColumnKind::Role));
    if has_roles {
        // *Waarde* beside a column of roles is just that.
        for column in columns
            .iter_mut()
            .filter(|column| column.content.is_none() && !column.facts.others.is_empty())
        {
            column.facts.forget_ambiguous();
        }
    }
    settle_first_flow(pack, columns);
    settle_periods(columns);
    settle_year_between(pack, columns);
    settle_stages_of_year(columns);
    settle_differences(columns);
    settle_bases(pack, columns);
    settle_relative_years(columns);
    settle_parts(pack, columns);
    settle_ends_of_year(pack, columns);
    settle_words(pack, columns);
    name_areas(pack, columns);
    name_others(pack, columns);
    settle_beside(pack, columns);
}

/// Columns that come again behind each one with a time are of that time: *2016*, *Per inwoner*, *2017*, *Per inwoner*.
fn settle_beside(pack: &Pack, columns: &mut [Column]) {
    let name_of = |column: &Column| {
        column.slice.clone().or_else(|| {
            slices::of(
                pack,
                marks::without(without_period(pack, column.headers.last()?)),
                DimensionName::POPULATION,
            )
        })
    };
    let figures: Vec<usize> = (0..columns.len())
        .filter(|&at| columns.get(at).is_some_and(|of| of.content.is_none()))
        .collect();
    let is_dated = |at: &usize| columns.get(*at).is_some_and(|of| of.facts.period.is_some());
    let Some(size) = figures.iter().skip(1).position(is_dated).map(|at| at + 1) else { return };
    let words = |at: usize| -> Option<String> {
        let column = columns.get(at)?;
        let is_beside = !column.facts.is_placing() && name_of(column).is_some();
        is_beside.then(|| fold(&column.header(), true))
    };
    let parts = || figures.chunks(size);
    let come_again = (1..size).all(|of| {
        let first = figures.get(of).and_then(|&at| words(at));
        first.is_some() && parts().all(|part| part.get(of).and_then(|&at| words(at)) == first)
    });
    if size < 2
        || parts().count() < 2
        || !parts().all(|part| part.first().is_some_and(is_dated))
        || !come_again
    {
        return;
    }
    for part in parts() {
        let Some((first, beside)) = part.split_first() else { continue };
        let of = columns.get(*first).map(|column| (column.facts.period, column.facts.role));
        for &at in beside {
            if let Some((column, (period, role))) = columns.get_mut(at).zip(of) {
                (column.facts.period, column.facts.role) = (period, role);
                column.slice = name_of(column);
            }
        }
    }
}

/// A flow in front of a row of times stands above the labels, and is of all columns: *Uitgaven*, *2020*, *2021*, *2022*.
fn settle_first_flow(pack: &Pack, columns: &mut [Column]) {
    const MIN: usize = 1;
    let mut figures = columns.iter().filter(|column| column.content.is_none());
    let Some(first) = figures.next() else { return };
    let is_flow = matches!(first.facts.flow, Some(FlowWord::Expenses | FlowWord::Income));
    let is_sure = first.facts.others.is_empty()
        && first.facts.period.is_some()
        && !begins_with_role(pack, &first.header());
    let Some(flow) = first.facts.flow.filter(|_| is_flow && is_sure && first.facts.rest == 0)
    else {
        return;
    };
    let is_of_time = |column: &Column| {
        let facts = &column.facts;
        facts.period.is_some() && facts.flow.is_none() && facts.rest == 0 && facts.unit.is_none()
    };
    let has_flow = |column: &Column| column.facts.flow.is_some();
    let others: Vec<&Column> = figures.collect();
    if others.iter().any(|column| has_flow(column))
        || others.iter().filter(|column| is_of_time(column)).count() < MIN
    {
        return;
    }
    // *Saldo 2020* and what it is the sum of stand for themselves.
    for column in columns.iter_mut().filter(|column| column.content.is_none()) {
        if is_of_time(column) {
            column.facts.flow = Some(flow);
        }
    }
}

/// Whether the first word of a header says what its figures are: *Rekening 2018 baten*.
fn begins_with_role(pack: &Pack, header: &str) -> bool {
    let first = header.split_whitespace().next().and_then(fold_word);
    let meaning = first.and_then(|word| pack.header(&word));
    meaning.is_some_and(|meaning| matches!(meaning.meanings().first(), Some(HeaderWord::Role(_))))
}

/// A column *Meetperiode* states the period where nothing else does.
fn settle_periods(columns: &mut [Column]) {
    let has_period = columns.iter().any(|column| {
        column.content == Some(ColumnKind::Period)
            || (column.content.is_none() && column.facts.period.is_some())
    });
    if has_period {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.content == Some(ColumnKind::Measured)) {
        column.content = Some(ColumnKind::Period);
    }
}

/// What comes between the balances of two days a year apart is of that year: *Stand 1-1-2023*, *Toevoegingen*,
/// *Onttrekkingen*, *Stand 31-12-2023*.
fn settle_year_between(pack: &Pack, columns: &mut [Column]) {
    let days =
        |column: &Column| column.facts.period.filter(|period| period.is_day()).map(Period::start);
    let at: Vec<(usize, NaiveDate)> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.content.is_none())
        .filter_map(|(at, column)| Some((at, days(column)?)))
        .collect();
    let [(first, begin), (last, end)] = at.as_slice() else { return };
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

/// Whether a header of several meanings says what was added or taken away: *Vermeerderingen*, *Mutatie*.
fn is_movement(facts: &Facts) -> bool {
    use FlowWord::{Reserves, ReservesIn, ReservesOut};
    let is_of_reserves =
        |other: &HeaderWord| matches!(other, HeaderWord::Flow(Reserves | ReservesIn | ReservesOut));
    facts.others.contains(&HeaderWord::Role(Role::Difference))
        && facts.others.iter().any(is_of_reserves)
}

/// The first and the last column of what changed within a year are balances at its ends, and no baseline and no result: *Beginstand*,
/// *Storting*, *Onttrekking*, *Eindstand*.
fn settle_ends_of_year(pack: &Pack, columns: &mut [Column]) {
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

/// A difference right behind two stages of one year is of that year, as is one beside several stages of one year and none of another:
/// *Begroting 2019*, *Rekening 2019*, *Verschil*.
fn settle_differences(columns: &mut [Column]) {
    let is_difference = |column: &Column| column.facts.role == Some(Role::Difference);
    let is_stage = |column: &&Column| column.content.is_none() && !is_difference(column);
    let stated = |column: &Column| {
        let facts = &column.facts;
        facts.period.zip(facts.role).filter(|_| !column.is_open && !facts.is_torn)
    };
    let of_all = {
        let mut stages = columns.iter().filter(is_stage).map(stated);
        let first = stages.next().flatten();
        first.filter(|(period, role)| {
            let others: Option<Vec<(Period, Role)>> = stages.collect();
            others.is_some_and(|others| {
                others.iter().all(|(of, _)| of == period)
                    && others.iter().any(|(_, other)| other != role)
            })
        })
    };
    let of_two = |at: usize| {
        let before = columns.get(..at)?.iter().rev().filter(is_stage).take(2);
        let stages: Vec<(Period, Role)> = before.map(stated).collect::<Option<_>>()?;
        match stages.as_slice() {
            [one, other] if one.0 == other.0 && one.1 != other.1 => Some(one.0),
            _ => None,
        }
    };
    let is_open = |column: &Column| {
        let facts = &column.facts;
        column.content.is_none()
            && is_difference(column)
            && facts.period.is_none()
            && facts.day.is_none()
            && facts.years_after.is_none()
    };
    let found: Vec<(usize, Period)> = (0..columns.len())
        .filter(|&at| columns.get(at).is_some_and(is_open))
        .filter_map(|at| Some((at, of_all.map(|(period, _)| period).or_else(|| of_two(at))?)))
        .collect();
    for (at, period) in found {
        if let Some(column) = columns.get_mut(at) {
            column.facts.period = Some(period);
        }
    }
}

/// The year in *Verschil t.o.v. begroting 2017* is that of the difference where it stands beside the budget and the accounts of
/// 2017. Beside the budget of another year it says what the difference is measured from alone.
fn settle_bases(pack: &Pack, columns: &mut [Column]) {
    let stages = |period: Period| {
        let of_period = |column: &&Column| {
            column.content.is_none()
                && column.facts.period == Some(period)
                && column.facts.role.is_some_and(|role| role != Role::Difference)
        };
        columns.iter().filter(of_period).count()
    };
    let is_base = |column: &Column| {
        let is_difference = column.content.is_none() && column.facts.role == Some(Role::Difference);
        let Some(period) = column.facts.period.filter(|_| is_difference) else { return false };
        let header = column.header();
        let within = Within::new(&header);
        pack.each(|tables| tables.cells.change_from).any(|from| within.split(from).is_some())
            && stages(period) == 1
    };
    let bases: Vec<usize> =
        (0..columns.len()).filter(|&at| columns.get(at).is_some_and(is_base)).collect();
    for at in bases {
        if let Some(column) = columns.get_mut(at) {
            column.facts.period = None;
        }
    }
}

/// *Bedrag t* beside *Bedrag t-1* is of the year that the others are counted from.
fn settle_relative_years(columns: &mut [Column]) {
    let is_relative =
        |column: &Column| column.content.is_none() && column.facts.years_after.is_some();
    let of_relative = |column: &&Column| is_relative(column);
    let Some(header) = columns.iter().find(of_relative).map(Column::header) else { return };
    let Some(base) = header.trim_end_matches(')').rfind(['t', 'T']) else { return };
    let Some(base) = header.get(..=base).map(|base| fold(base, true)) else { return };
    for column in columns.iter_mut().filter(|column| !is_relative(column)) {
        let is_base = fold(column.header().trim_end_matches(')'), true) == base;
        if column.content.is_none() && column.facts.period.is_none() && is_base {
            column.facts =
                Facts { years_after: Some(0), unit: None, rest: 0, ..column.facts.clone() };
        }
    }
}

/// What a column is a part of stands before it, and says when and what its figures are: *Raming 2018*, *Waarvan structureel*.
fn settle_parts(pack: &Pack, columns: &mut [Column]) {
    let is_part = |column: &Column| {
        let header = column.headers.last().map(|header| fold(header, true));
        header.is_some_and(|header| {
            let mut words = pack.each(|tables| tables.headers.parts_of);
            words.any(|word| header.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
        })
    };
    let mut whole: Option<Facts> = None;
    for column in columns.iter_mut().filter(|column| column.content.is_none()) {
        let is_open = column.facts.period.is_none() && column.facts.role.is_none();
        if !is_part(column) {
            whole = Some(column.facts.clone());
        } else if is_open && let Some(whole) = &whole {
            let facts = &mut column.facts;
            (facts.period, facts.role, facts.day) = (whole.period, whole.role, whole.day);
            facts.flow = facts.flow.or(whole.flow);
            let name = column.headers.last().map(|header| without_period(pack, header));
            column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        }
    }
}

/// Gives each header of several meanings the one that goes with the others.
fn settle_words(pack: &Pack, columns: &mut [Column]) {
    let sure: Vec<(usize, Facts)> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.content.is_none() && column.facts.others.is_empty())
        .map(|(at, column)| {
            (
                at,
                Facts {
                    role: column.facts.role,
                    flow: column.facts.flow,
                    period: column.facts.period,
                    ..Facts::default()
                },
            )
        })
        .collect();
    let open: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.content.is_none() && !column.facts.others.is_empty())
        .map(|(at, _)| at)
        .collect();
    let has_flow = sure.iter().any(|(_, facts)| facts.flow.is_some());
    // What a reserve holds stands beside what is added to it.
    let has_balance = columns.iter().any(|column| {
        column.content.is_none()
            && column.facts.role.is_none()
            && column.facts.flow == Some(FlowWord::Balance)
    });
    // *Boekwaarde per 31 december 2017*, *Vermeerderingen 2018* and *Boekwaarde per 31 december 2018*: what changed between two
    // days is no difference of a plan and a result.
    let mut days: Vec<_> = columns
        .iter()
        .filter(|column| column.content.is_none() && column.facts.role.is_none())
        .filter_map(|column| column.facts.period.filter(|period| period.is_day()))
        .collect();
    days.sort_unstable();
    days.dedup();
    let is_between_days = days.len() > 1 && !has_balance;
    for at in open {
        let Some(column) = columns.get_mut(at) else { continue };
        let facts = &mut column.facts;
        if is_between_days && is_movement(facts) {
            facts.forget_ambiguous();
            let name = column.headers.last().map(|header| without_period(pack, header));
            column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
            continue;
        }
        // *Bestemming resultaat vorig boekjaar* is no result.
        if facts.rest > 1 && facts.period.is_none() && facts.rest < u8::MAX {
            facts.forget_ambiguous();
            continue;
        }
        let beside = |is: &dyn Fn(Role) -> bool| {
            sure.iter().any(|(_, other)| {
                other.role.is_some_and(is)
                    && (facts.period.is_none()
                        || other.period.is_none()
                        || other.period == facts.period)
            })
        };
        let is_result = |role: Role| role == Role::Realised;
        let is_plan = |role: Role| matches!(role, Role::Budgeted | Role::Amended | Role::Expected);
        let may_be = |meaning: HeaderWord| facts.others.contains(&meaning);
        let difference = HeaderWord::Role(Role::Difference);
        let balance = HeaderWord::Flow(FlowWord::Balance);
        let amended = HeaderWord::Role(Role::Amended);
        let of_reserves = [FlowWord::ReservesIn, FlowWord::ReservesOut].map(HeaderWord::Flow);
        let of_reserves = of_reserves.into_iter().find(|meaning| may_be(*meaning));
        let expenses = HeaderWord::Flow(FlowWord::Expenses);
        // *Net expenditure* beside *Gross expenditure* and *Income*.
        let has = |flow: FlowWord| {
            sure.iter().any(|(_, other)| other.flow == Some(flow) && other.role == facts.role)
        };
        let chosen = if may_be(expenses) && may_be(balance) {
            let is_left = has(FlowWord::Expenses) && has(FlowWord::Income);
            Some(if is_left { balance } else { expenses })
        } else if may_be(difference) && beside(&is_result) && beside(&is_plan) {
            Some(difference)
        } else if has_balance && of_reserves.is_some() {
            of_reserves
        } else if may_be(balance) && has_flow {
            Some(balance)
        } else if may_be(amended)
            && beside(&|role| role == Role::Budgeted)
            && (beside(&is_result) || !may_be(HeaderWord::Role(Role::Realised)))
        {
            Some(amended)
        } else {
            None
        };
        if let Some(chosen) = chosen {
            facts.forget_ambiguous();
            facts.add(chosen);
        }
    }
}

/// Takes columns with unknown headers for areas, where one of them names a known one: *Rijnderveen*
/// beside *Nederland*.
fn name_areas(pack: &Pack, columns: &mut [Column]) {
    let is_candidate = |column: &Column| {
        column.content.is_none()
            && (1..=4).contains(&column.facts.rest)
            && column.facts.flow.is_none()
            && column.facts.role.is_none()
    };
    let is_body = |column: &Column| {
        column
            .headers
            .iter()
            .any(|header| pack.is_of_a_body(&fold(without_period(pack, header), true)))
    };
    let is_of_area =
        |column: &Column| column.content.is_none() && (column.slice.is_some() || is_body(column));
    // In a narrow column a name is broken without a hyphen: *Neder land*. Then others are as well.
    let is_broken = columns.iter().filter(|column| column.content.is_none()).any(|column| {
        let joined = joined_name(&column.header());
        joined.is_some_and(|name| pack.is_of_a_body(&fold(&name, true)))
    });
    if is_broken {
        for column in columns.iter_mut().filter(|column| is_candidate(column)) {
            let name = joined_name(&column.header());
            let slice = name.and_then(|name| slices::of(pack, &name, DimensionName::AREA));
            column.slice = slice.or(column.slice.take());
        }
    }
    if !columns.iter().any(is_of_area) {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.slice.is_none()) {
        let names_body = column.content.is_none() && is_body(column);
        if !is_candidate(column) && !names_body {
            continue;
        }
        let mut names = column.headers.iter().rev().map(|header| without_period(pack, header));
        let name = names.find(|name| {
            name.starts_with(char::is_alphabetic) && name.split(' ').count() <= 4
                || shapes::is_class_of_size(pack, name)
        });
        column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::AREA));
    }
}

/// A name of two parts of which the second begins with a small letter, as one word. `None` if it isn't one.
fn joined_name(header: &str) -> Option<String> {
    let (first, last) = header.split_once(' ')?;
    let is_word = |part: &str| part.len() > 1 && part.chars().all(char::is_alphabetic);
    let is_one = is_word(first)
        && is_word(last)
        && first.starts_with(char::is_uppercase)
        && last.starts_with(char::is_lowercase);
    is_one.then(|| format!("{first}{last}"))
}

/// Columns that state the same facts differ in the other words of their headers.
fn name_others(pack: &Pack, columns: &mut [Column]) {
    let key = |column: &Column| {
        let facts = &column.facts;
        (facts.period, facts.day, facts.role, facts.flow, column.slice.clone())
    };
    let keys: Vec<_> =
        columns.iter().map(|column| (column.content.is_none()).then(|| key(column))).collect();
    // *Saldo begin 2022* and *saldo eind 2022*, or *vermeerderingen* and *verminderingen*, are different things: all
    // columns of their kind are named by their words.
    let words_of = |column: &Column| {
        column.headers.last().map(|header| fold(without_period(pack, header), true))
    };
    let mut opposed: Vec<(Option<Role>, Option<FlowWord>)> = Vec::new();
    for (at, (column, key)) in columns.iter().zip(&keys).enumerate() {
        let is_open = column.facts.role == Some(Role::Difference)
            || (column.facts.role.is_none() && column.facts.flow == Some(FlowWord::Balance));
        let is_opposed = |(other, of): (&Column, &Option<_>)| {
            key.is_some()
                && key == of
                && other.facts.unit == column.facts.unit
                && other.facts.period.is_some()
                && words_of(other) != words_of(column)
        };
        if is_open && columns.iter().zip(&keys).take(at).any(is_opposed) {
            opposed.push((column.facts.role, column.facts.flow));
        }
    }
    for column in columns.iter_mut().filter(|column| column.content.is_none()) {
        if column.slice.is_none() && opposed.contains(&(column.facts.role, column.facts.flow)) {
            let name = column.headers.last().map(|header| without_period(pack, header));
            column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        }
    }
    // *Bestemming resultaat* beside *Stand 1-1* and *Toevoeging* is no figure of all.
    let is_of_figures = |column: &Column| column.content.is_none() && column.facts.is_placing();
    if columns.iter().any(is_of_figures) {
        let is_unknown = |column: &Column| {
            column.content.is_none()
                && !column.facts.is_placing()
                && column.facts.content.is_none()
                && (1..u8::MAX).contains(&column.facts.rest)
        };
        for column in columns.iter_mut().filter(|column| is_unknown(column)) {
            let name = column.headers.last().map(|header| without_period(pack, header));
            let slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
            column.slice = column.slice.take().or(slice);
        }
    }
    for column in columns.iter_mut().filter(|column| is_of_before(pack, column)) {
        let name = column.headers.last().map(|header| without_period(pack, header));
        let slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        column.slice = column.slice.take().or(slice);
    }
    for at in 0..columns.len() {
        let Some(Some(own)) = keys.get(at) else { continue };
        let mut same =
            keys.iter().enumerate().filter(|(of, key)| *of != at && key.as_ref() == Some(own));
        let other = same.next().and_then(|(of, _)| columns.get(of));
        let is_twice = other.is_some();
        // *Authorized positions* above *FY2018*, and *Full-time equivalents* above it again.
        let of_other: Vec<String> = other.map(|other| other.headers.clone()).unwrap_or_default();
        let Some(column) = columns.get_mut(at) else { continue };
        if !is_twice
            || (column.facts.rest == 0 && column.facts.change == 0)
            || column.facts.rest == u8::MAX
            || column.slice.is_some()
        {
            continue;
        }
        let names =
            || column.headers.iter().rev().filter(|header| header.contains(char::is_alphabetic));
        let innermost =
            names().find(|header| !of_other.contains(header)).or_else(|| names().next());
        let name = innermost.map(|header| without_period(pack, header));
        column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
    }
}

/// Whether a column of figures holds what was measured before: *Vorige meting*.
pub(in crate::read) fn is_of_before(pack: &Pack, column: &Column) -> bool {
    let header = column.headers.last().filter(|_| column.content.is_none());
    let header = header.and_then(|header| fold_word(header));
    header.is_some_and(|header| pack.relation(&header) == Some(Relation::Previous))
}

/// Columns whose header names an area, and that hold numbers, are of that area.
pub(in crate::read) fn area_of_figures(pack: &Pack, column: &mut Column) {
    if column.content == Some(ColumnKind::Area) {
        column.content = None;
        column.facts.content = None;
        column.slice = slices::of(pack, &column.header(), DimensionName::AREA);
    }
}

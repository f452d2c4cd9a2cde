//! Words of several meanings: each gets the one that goes with the other headers.

use super::movements::is_movement;
use crate::leaves::dimension::DimensionName;
use crate::leaves::role::Role;
use crate::read::dates::without_period;
use crate::read::facts::Facts;
use crate::read::facts::words::FlowWord;
use crate::read::language::{HeaderWord, Pack};
use crate::read::slices;
use crate::read::table::Column;
use crate::words::fold_word;

/// Gives each header of several meanings the one that goes with the others.
pub(super) fn settle_words(pack: &Pack, columns: &mut [Column]) {
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
    let are_balances = are_balances(columns);
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
        // *Saldo rekening 2018* says itself at which stage it is what is left.
        let has_own_stage = may_be(balance)
            && facts.flow.is_some()
            && !facts.is_torn
            && facts.role.is_some_and(|role| is_result(role) || is_plan(role))
            && column.headers.iter().any(|header| names_stage_of_balance(pack, header));
        let chosen = if has_own_stage || are_balances && may_be(balance) {
            Some(balance)
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

/// Whether a header has a word for what is left and a word for a stage beside it: *Saldo rekening 2018*.
fn names_stage_of_balance(pack: &Pack, header: &str) -> bool {
    let meanings = header.split_whitespace().filter_map(|word| pack.header(&fold_word(word)?));
    let (mut is_balance, mut is_stage) = (false, false);
    for meaning in meanings {
        match meaning.meanings() {
            [HeaderWord::Role(role)] => is_stage |= *role != Role::Difference,
            meanings => {
                is_balance |= meanings.first() == Some(&HeaderWord::Flow(FlowWord::Balance));
            }
        }
    }
    is_balance && is_stage
}

/// Whether some headers of two meanings are balances beside each other, of one time and at no stage: *Saldo 2018* and *Resultaat 2018*.
fn are_balances(columns: &[Column]) -> bool {
    let mut figures = columns.iter().filter(|column| column.content.is_none()).peekable();
    let may_be_balance = |column: &Column| {
        let facts = &column.facts;
        let may_be = facts.others.contains(&HeaderWord::Flow(FlowWord::Balance));
        let is_balance = facts.flow == Some(FlowWord::Balance) && facts.role.is_none();
        facts.rest == 0 && (may_be || is_balance && facts.others.is_empty())
    };
    let Some(first) = figures.peek().map(|column| column.facts.period) else { return false };
    let figures: Vec<&Column> = figures.collect();
    figures.len() > 1
        && figures.iter().all(|column| may_be_balance(column) && column.facts.period == first)
        && figures.iter().any(|column| column.facts.flow == Some(FlowWord::Balance))
}

//! What the sums of a table say of columns that don't say it themselves: the time of the columns that make one with a time, and that a
//! column of amounts is what is left of expenses and income.

use super::equations::{Equation, column_totals_of, learn};
use super::{Amount, amounts, stage_of_result};
use crate::findings::rule::Message;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::money::Evidence;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::FlowWord;
use crate::read::lines::{Lines, RawLine};
use crate::read::table::{Column, Doubt, Table};

/// The most columns of figures of such a table: each three of them may be a sum.
const MAX_COLUMNS: usize = 12;

/// Gives columns what the sums of the rows prove of them, with a finding.
pub(in crate::read) fn settle_by_sums(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &mut Table,
) {
    let figures: Vec<usize> =
        (0..table.columns.len()).filter(|&at| is_of_sums(table, at)).collect();
    take_flows_of_totals(vocabulary, lines, table);
    stage_of_result::take(vocabulary, lines, table);
    take_roles_of_balances(vocabulary, lines, table, &figures);
    let times = sums_over_times(table, &figures);
    let balance = may_be_balance(table, &figures);
    if figures.len() > MAX_COLUMNS || times.is_empty() && balance.is_none() {
        return;
    }
    let amounts = amounts(vocabulary, lines, table);
    if let Some(equation) = balance {
        let at = equation.result;
        if evidence(&equation, &amounts).is_proof()
            && let Some(column) = table.columns.get_mut(at)
        {
            column.facts.flow = Some(FlowWord::Balance);
        }
    }
    for (at, period) in proven_times(table, times, &amounts) {
        let Some(column) = table.columns.get_mut(at) else { continue };
        column.facts.period = Some(period);
        let what = Message::PeriodBySums { header: column.header().into(), period };
        let first = table.head.first().copied().unwrap_or(table.from);
        let at = column.lines.unwrap_or(Lines::one(first));
        table.doubts.push(Doubt { at, what });
    }
}

/// Gives the parts of a total among the columns its flow, where the rows bear the sum out: *Overhead* and *BTW* in front of *Totale lasten*.
fn take_flows_of_totals(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], table: &mut Table) {
    let flow = |table: &Table, at: usize| table.columns.get(at).and_then(|of| of.facts.flow);
    let is_one = |of: Option<FlowWord>| matches!(of, Some(FlowWord::Expenses | FlowWord::Income));
    let mut totals = column_totals_of(vocabulary, table);
    totals.retain(|of| {
        let total = flow(table, of.result);
        let agrees = |at: &usize| flow(table, *at).is_none() || flow(table, *at) == total;
        is_one(total)
            && of.parts.iter().any(|&at| flow(table, at).is_none())
            && of.parts.iter().all(agrees)
    });
    if totals.is_empty() {
        return;
    }
    let amounts = amounts(vocabulary, lines, table);
    for total in totals.iter().filter(|of| evidence(of, &amounts).is_proof()) {
        let of_total = flow(table, total.result);
        for &part in &total.parts {
            if let Some(column) = table.columns.get_mut(part) {
                column.facts.flow = of_total;
            }
        }
    }
}

/// Gives a balance that doesn't say what it is the role of the expenses and the income that come to it in the rows, if these are those of one
/// stage and of no other, with a finding.
fn take_roles_of_balances(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &mut Table,
    figures: &[usize],
) {
    let facts = |at: usize| table.columns.get(at).map(|column| &column.facts);
    let is = |at: usize, of: FlowWord| facts(at).is_some_and(|facts| facts.flow == Some(of));
    let role = |at: usize| facts(at).and_then(|facts| facts.role);
    let with = |of: FlowWord| figures.iter().copied().filter(move |&at| is(at, of));
    let open: Vec<usize> = with(FlowWord::Balance).filter(|&at| role(at).is_none()).collect();
    if open.is_empty() || figures.len() > MAX_COLUMNS {
        return;
    }
    let period = |at: usize| facts(at).and_then(|facts| facts.period);
    let amounts = amounts(vocabulary, lines, table);
    let mut found: Vec<(usize, Role)> = Vec::new();
    for at in open {
        let is_same = |one: usize, other: usize| {
            role(one).is_some()
                && role(one) == role(other)
                && period(one) == period(other)
                && (period(at).is_none() || period(at) == period(one))
        };
        let pairs = with(FlowWord::Expenses)
            .flat_map(|one| with(FlowWord::Income).map(move |other| [one, other]));
        let proven: Vec<Role> = pairs
            .filter(|&[one, other]| is_same(one, other))
            .filter(|&parts| evidence(&Equation::of(parts, at), &amounts).is_proof())
            .filter_map(|[one, _]| role(one))
            .collect();
        if let [only] = proven.as_slice() {
            found.push((at, *only));
        }
    }
    for (at, role) in found {
        let Some(column) = table.columns.get_mut(at) else { continue };
        column.facts.role = Some(role);
        let what = Message::RoleBySums { header: column.header().into() };
        let first = table.head.first().copied().unwrap_or(table.from);
        let at = column.lines.unwrap_or(Lines::one(first));
        table.doubts.push(Doubt { at, what });
    }
}

/// Whether a column holds figures whose headers say what they say for certain.
fn is_of_sums(table: &Table, at: usize) -> bool {
    table.columns.get(at).is_some_and(|column| {
        let facts = &column.facts;
        let is_counted = facts.day.is_some() || facts.years_after.is_some();
        column.content.is_none() && !is_counted && !column.is_open && facts.rest < u8::MAX
    })
}

/// The sums that columns may make some of which have a time and others none: a result less a plan, or income less expenses.
fn sums_over_times(table: &Table, figures: &[usize]) -> Vec<(Equation, Period)> {
    let column = |at: usize| table.columns.get(at);
    let with = |is: &dyn Fn(&Column) -> bool| -> Vec<usize> {
        figures.iter().copied().filter(|&at| column(at).is_some_and(is)).collect()
    };
    let role = |at: usize| column(at).and_then(|column| column.facts.role);
    let flow = |at: usize| column(at).and_then(|column| column.facts.flow);
    let period = |at: usize| column(at).and_then(|column| column.facts.period);
    let is_plan = |of: Option<Role>| matches!(of, Some(Role::Budgeted | Role::Amended));
    let mut found = Vec::new();
    let mut add = |parts: [usize; 2], result: usize| {
        let all = [parts[0], parts[1], result];
        let mut times: Vec<Period> = all.iter().filter_map(|&at| period(at)).collect();
        times.dedup();
        if let ([only], true) = (times.as_slice(), all.iter().any(|&at| period(at).is_none())) {
            found.push((Equation::of(parts, result), *only));
        }
    };
    for result in with(&|column| column.facts.role == Some(Role::Difference)) {
        let same = |at: &usize| flow(*at) == flow(result);
        for one in
            with(&|column| column.facts.role == Some(Role::Realised)).into_iter().filter(same)
        {
            for other in with(&|column| is_plan(column.facts.role)).into_iter().filter(same) {
                add([one, other], result);
            }
        }
    }
    for result in with(&|column| column.facts.flow == Some(FlowWord::Balance)) {
        let same =
            |at: &usize| role(*at).is_none() || role(result).is_none() || role(*at) == role(result);
        let of = |flow: FlowWord| with(&|column| column.facts.flow == Some(flow));
        for one in of(FlowWord::Expenses).into_iter().filter(same) {
            for other in of(FlowWord::Income).into_iter().filter(same) {
                add([one, other], result);
            }
        }
    }
    found
}

/// The columns whose time is that of the others of a sum which the rows bear out, with it: if these are of one time only.
fn proven_times(
    table: &Table,
    sums: Vec<(Equation, Period)>,
    amounts: &[Vec<Option<Amount>>],
) -> Vec<(usize, Period)> {
    let held: Vec<(Equation, Period, Evidence)> = sums
        .into_iter()
        .map(|(equation, period)| {
            let evidence = evidence(&equation, amounts);
            (equation, period, evidence)
        })
        .collect();
    let is_proof = |(equation, _, of): &&(Equation, Period, Evidence)| {
        of.is_proof() || held_by_long(equation, amounts) >= MIN_AMONG_MISPRINTS
    };
    let mut found: Vec<(usize, Period)> = Vec::new();
    for (equation, period, of) in held.iter().filter(is_proof) {
        for at in equation.columns() {
            let is_open = table.columns.get(at).is_some_and(|of| of.facts.period.is_none());
            // One sum of another time may come out by chance.
            let is_other = |(other, time, evidence): &(Equation, Period, Evidence)| {
                time != period && evidence.held * 3 >= of.held && other.columns().any(|of| of == at)
            };
            if is_open && !held.iter().any(is_other) && !found.iter().any(|(of, _)| *of == at) {
                found.push((at, *period));
            }
        }
    }
    // What a budget was before it was amended is of the same year: *Oorspronkelijke begroting* in front of *Begroting na wijziging*.
    let facts = |at: usize| table.columns.get(at).map(|column| &column.facts);
    let earlier = |&(at, period): &(usize, Period)| {
        let (of, other) = (facts(at)?, at.checked_sub(1)?);
        let before = facts(other)?;
        let is_stage = before.role == Some(Role::Budgeted) && of.role == Some(Role::Amended);
        let is_open = before.period.is_none() && before.flow == of.flow && is_of_sums(table, other);
        (is_stage && is_open && found.iter().all(|(known, _)| *known != other))
            .then_some((other, period))
    };
    let stages: Vec<(usize, Period)> = found.iter().filter_map(earlier).collect();
    found.extend(stages);
    found.sort_unstable_by_key(|(at, _)| *at);
    found
}

/// How many sums of long numbers come out by no chance, whatever the other rows do: pages have misprints, and signs that are left out.
const MIN_AMONG_MISPRINTS: u32 = 4;

/// The only column that says nothing of a flow, beside one of expenses and one of income.
fn may_be_balance(table: &Table, figures: &[usize]) -> Option<Equation> {
    let [one, other, result] = figures else { return None };
    let flow = |at: usize| table.columns.get(at).and_then(|column| column.facts.flow);
    let is = |at: usize, of: FlowWord| flow(at) == Some(of);
    let facts = table.columns.get(*result).map(|column| &column.facts)?;
    let are_flows = is(*one, FlowWord::Expenses) && is(*other, FlowWord::Income)
        || is(*one, FlowWord::Income) && is(*other, FlowWord::Expenses);
    let is_open =
        facts.flow.is_none() && facts.role != Some(Role::Difference) && facts.is_placing();
    let time = |at: usize| table.columns.get(at).and_then(|column| column.facts.period);
    let are_of_one = time(*one) == time(*other) && time(*other) == time(*result);
    (are_flows && is_open && are_of_one).then(|| Equation::of([*one, *other], *result))
}

/// In how many rows a sum comes out, and in how many it doesn't.
fn evidence(equation: &Equation, amounts: &[Vec<Option<Amount>>]) -> Evidence {
    let learnt = learn(std::slice::from_ref(equation), amounts);
    learnt.first().map(|learnt| learnt.evidence).unwrap_or_default()
}

/// In how many rows of long numbers a sum comes out: these do so by no chance.
fn held_by_long(equation: &Equation, amounts: &[Vec<Option<Amount>>]) -> u32 {
    const LONG: u32 = 1000;
    let is_long = |row: &&Vec<Option<Amount>>| {
        let amount = row.get(equation.result).copied().flatten();
        amount.is_some_and(|of| of.number.abs() >= Number::from(LONG))
    };
    let long: Vec<Vec<Option<Amount>>> = amounts.iter().filter(is_long).cloned().collect();
    evidence(equation, &long).held
}

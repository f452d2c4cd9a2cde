//! What an outer header says of the columns below it that its own words don't: *Saldo 2020* above *Lasten*, *Baten*.

use crate::leaves::role::Role;
use crate::read::facts::Facts;
use crate::read::facts::words::FlowWord;
use crate::read::language::HeaderWord;
use crate::read::table::Column;
use crate::read::table::arithmetic::is_total;
use crate::read::vocabulary::Vocabulary;

/// What an outer header says of a column, where an inner one says what flows: *Saldo 2020* above *Lasten*.
fn outer_of(vocabulary: &Vocabulary, column: &Column) -> Option<Facts> {
    // A title may stand above both.
    let [.., outer, inner] = column.headers.as_slice() else { return None };
    let (outer, inner) = (Facts::of(vocabulary, outer), Facts::of(vocabulary, inner));
    let is_flow = matches!(inner.flow, Some(FlowWord::Expenses | FlowWord::Income));
    (is_flow && inner.rest == 0 && outer.rest == 0).then_some(outer)
}

/// A last column *Totaal* gets the outer header of the two columns before it: *Saldo 2020* above *Lasten*, *Baten*, *Totaal*.
pub(super) fn settle_total_behind(vocabulary: &Vocabulary, columns: &mut [Column]) {
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
pub(super) fn settle_outer_balances(vocabulary: &Vocabulary, columns: &mut [Column]) {
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

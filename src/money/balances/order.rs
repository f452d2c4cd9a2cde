//! In what order the lines of a table are looked at: a balance comes after its flows.

use super::is_balance;
use crate::model::cost::Flow;
use crate::money::sheet::{Sheet, SheetLine, are_of_one_row, is_of_reserves};

/// The lines in an order in which the balance of a row comes after its flows, and whether the flows are columns.
pub(super) fn in_order(sheet: &Sheet<'_>) -> (Vec<usize>, bool) {
    let mut order: Vec<usize> = Vec::with_capacity(sheet.lines.len());
    let runs = sheet.lines.chunk_by(|one, other| are_of_one_row(one.line, other.line));
    let (mut at, mut wide) = (0, 0);
    for run in runs {
        let of_run = || run.iter().enumerate().map(|(offset, line)| (at + offset, line));
        order.extend(of_run().filter(|(_, line)| !is_balance(line.line)).map(|(at, _)| at));
        order.extend(of_run().filter(|(_, line)| is_balance(line.line)).map(|(at, _)| at));
        wide += if run.len() > 1 { run.len() } else { 0 };
        at += run.len();
    }
    let is_by_columns = wide * 2 > sheet.lines.len();
    let has_flow = |line: &&SheetLine<'_>| line.line.flow.is_some() && !is_of_reserves(line.line);
    let first = sheet.lines.iter().find(has_flow);
    if !is_by_columns && first.is_some_and(|line| is_balance(line.line)) {
        after_their_flows(sheet, &mut order);
    }
    (order, is_by_columns)
}

/// Puts a balance that stands right above its expenses and its income after them, where no flow stands between it and the balance before it.
fn after_their_flows(sheet: &Sheet<'_>, order: &mut [usize]) {
    let line = |at: usize| sheet.lines.get(at).map(|line| line.line);
    let is_one = |at: usize| line(at).is_some_and(is_balance);
    let flow = |at: usize| line(at).filter(|line| !is_of_reserves(line)).and_then(|line| line.flow);
    let mut has_flows = false;
    let mut at = 0;
    while at < order.len() {
        let own = order.get(at..at + 3).unwrap_or_default();
        let is_above = match *own {
            [balance, one, other] => {
                is_one(balance)
                    && !has_flows
                    && matches!(
                        (flow(one), flow(other)),
                        (Some(Flow::Expenses), Some(Flow::Income))
                            | (Some(Flow::Income), Some(Flow::Expenses))
                    )
            }
            _ => false,
        };
        if is_above {
            if let Some(own) = order.get_mut(at..at + 3) {
                own.rotate_left(1);
            }
            at += 3;
            continue;
        }
        if let Some(&of) = order.get(at) {
            has_flows = !is_one(of) && (has_flows || flow(of).is_some());
        }
        at += 1;
    }
}

//! A flow in front of a row of times, which is of all columns.

use crate::read::facts::words::FlowWord;
use crate::read::language::{HeaderWord, Pack};
use crate::read::table::Column;
use crate::words::fold_word;

/// A flow in front of a row of times stands above the labels, and is of all columns: *Uitgaven*, *2020*, *2021*, *2022*.
pub(super) fn settle_first_flow(pack: &Pack, columns: &mut [Column]) {
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

//! Codes that aren't in the lists of the tier and the book year, and amounts in grey cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::codes::{Definitions, List, Part};
use crate::findings::argument::Quote;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Message;
use crate::iv3::delivery::{Delivery, tier_word};
use crate::iv3::part::DeliveryPart;
use crate::iv3::read::Spans;

/// Codes that are longer than this are near to none of a list.
const LONGEST: usize = 60;

/// Of how many different codes something near is looked for: whoever has more wrong ones has other
/// lists, and the look-up goes through all of a list.
const LOOKED_FOR: usize = 200;

/// The lists of a tier and a year, for look-ups.
struct Lists<'d> {
    definitions: Definitions,
    /// *Gemeente 2026*.
    name: String,
    codes: BTreeMap<List, BTreeSet<&'static str>>,
    /// What is near to a code that isn't in its list, which is looked for once.
    near: BTreeMap<(List, &'d str), Option<Quote>>,
}

impl<'d> Lists<'d> {
    fn has(&mut self, list: List, code: &str) -> bool {
        let definitions = self.definitions;
        let codes = self.codes.entry(list).or_insert_with(|| {
            // The sum of a group follows from its codes.
            let entries = definitions.entries(list).filter(|entry| !entry.is_group);
            entries.map(|entry| entry.code).collect()
        });
        codes.contains(code)
    }

    fn near(&mut self, list: List, code: &'d str) -> Option<Quote> {
        let is_new = !self.near.contains_key(&(list, code));
        if code.len() > LONGEST || is_new && self.near.len() >= LOOKED_FOR {
            return None;
        }
        let definitions = self.definitions;
        let near = self.near.entry((list, code)).or_insert_with(|| {
            let near = definitions.near(list, code);
            near.iter().find(|entry| !entry.is_group).map(|entry| Quote::from(entry.code))
        });
        near.clone()
    }
}

pub(super) fn check(
    delivery: &Delivery,
    definitions: Definitions,
    spans: &Spans,
    findings: &mut Vec<Finding>,
) {
    let name = format!("{} {}", tier_word(definitions.tier()), definitions.year());
    let mut lists = Lists { definitions, name, codes: BTreeMap::new(), near: BTreeMap::new() };
    for part in DeliveryPart::OF_ENTRIES {
        for (index, entry) in delivery.data.entries(part).iter().enumerate() {
            let (row, column) = (&*entry.row, &*entry.column);
            let (is_known, messages) = codes(&mut lists, part, row, column);
            let mut messages: Vec<Message> = messages.into_iter().flatten().collect();
            if is_known
                && !entry.amount.is_zero()
                && let Some(matrix) = matrix(part)
                && definitions.is_forbidden(matrix, row, column)
            {
                messages.push(Message::Iv3CellForbidden {
                    part: part.code().to_owned(),
                    row: row.into(),
                    category: column.into(),
                    amount: entry.amount,
                    list: lists.name.clone(),
                });
            }
            let found = messages.into_iter();
            findings.extend(
                found.map(|what| Finding::new(what, Place::default(), spans.of(part, index))),
            );
        }
    }
    for part in [DeliveryPart::KeyFigures, DeliveryPart::PolicyIndicators] {
        for (index, figure) in delivery.data.figures(part).iter().enumerate() {
            let messages = codes(&mut lists, part, &figure.code, &figure.period).1;
            let found = messages.into_iter().flatten();
            findings.extend(
                found.map(|what| Finding::new(what, Place::default(), spans.of(part, index))),
            );
        }
    }
}

/// The matrix with forbidden cells that a part is.
fn matrix(part: DeliveryPart) -> Option<Part> {
    match part {
        DeliveryPart::Expenses => Some(Part::Expenses),
        DeliveryPart::Income => Some(Part::Income),
        DeliveryPart::BalanceExpenses => Some(Part::BalanceExpenses),
        DeliveryPart::BalanceIncome => Some(Part::BalanceIncome),
        _ => None,
    }
}

/// The lists of the two codes of an entry.
fn lists_of(part: DeliveryPart) -> [List; 2] {
    match part {
        DeliveryPart::Expenses => [List::TaskFields, List::ExpenseCategories],
        DeliveryPart::Income => [List::TaskFields, List::IncomeCategories],
        DeliveryPart::BalanceExpenses => [List::BalanceCodes, List::ExpenseCategories],
        DeliveryPart::BalanceIncome => [List::BalanceCodes, List::IncomeCategories],
        DeliveryPart::BalancePositions => [List::BalanceCodes, List::BalanceMoments],
        DeliveryPart::KeyFigures => [List::KeyFigures, List::ReportingPeriods],
        DeliveryPart::PolicyIndicators => [List::PolicyIndicators, List::ReportingPeriods],
    }
}

/// Whether both codes of an entry are in their lists, and what is reported of those that aren't.
fn codes<'d>(
    lists: &mut Lists<'d>,
    of: DeliveryPart,
    row: &'d str,
    column: &'d str,
) -> (bool, [Option<Message>; 2]) {
    let [row_list, column_list] = lists_of(of);
    let mut messages = [None, None];
    for (message, (list, code, other)) in
        messages.iter_mut().zip([(row_list, row, column), (column_list, column, row)])
    {
        if lists.has(list, code) {
            continue;
        }
        let near = lists.near(list, code);
        let (part, code, other) = (of.code().to_owned(), Quote::from(code), Quote::from(other));
        let name = lists.name.clone();
        *message = Some(message_of(list, part, code, other, name, near));
    }
    (messages.iter().all(Option::is_none), messages)
}

fn message_of(
    of: List,
    part: String,
    code: Quote,
    other: Quote,
    list: String,
    near: Option<Quote>,
) -> Message {
    match of {
        List::TaskFields => {
            Message::Iv3TaskFieldUnknown { part, code, category: other, list, near }
        }
        List::ExpenseCategories | List::IncomeCategories => {
            Message::Iv3CategoryUnknown { part, code, row: other, list, near }
        }
        List::BalanceCodes => {
            Message::Iv3BalanceCodeUnknown { part, code, column: other, list, near }
        }
        List::BalanceMoments => Message::Iv3MomentUnknown { part, code, row: other, list, near },
        List::KeyFigures => Message::Iv3KeyFigureUnknown { part, code, period: other, list, near },
        List::PolicyIndicators => {
            Message::Iv3PolicyIndicatorUnknown { part, code, period: other, list, near }
        }
        List::ReportingPeriods => {
            Message::Iv3ReportingPeriodUnknown { part, code, row: other, list, near }
        }
    }
}

//! Deliveries without faults: an amount in each cell that isn't forbidden, such that all sums come
//! out. They are the same in every run.

use std::collections::{HashMap, HashSet};

use beleid::Number;
use beleid::codes::{Definitions, List, Part, Tier};
use beleid::iv3::{
    Contact, Data, Delivery, DeliveryPart, DeliveryPeriod, DeliveryStatus, Entry, Further,
    KeyFigure, Metadata, Remark,
};

/// Numbers that look random, by a linear congruence.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

const PARTS: [(DeliveryPart, Part); 4] = [
    (DeliveryPart::Expenses, Part::Expenses),
    (DeliveryPart::Income, Part::Income),
    (DeliveryPart::BalanceExpenses, Part::BalanceExpenses),
    (DeliveryPart::BalanceIncome, Part::BalanceIncome),
];

fn leaves(definitions: Definitions, list: List) -> Vec<&'static str> {
    definitions.entries(list).filter(|entry| !entry.is_group).map(|entry| entry.code).collect()
}

fn entries(data: &mut Data, part: DeliveryPart) -> &mut Vec<Entry> {
    match part {
        DeliveryPart::Expenses => &mut data.expenses,
        DeliveryPart::Income => &mut data.income,
        DeliveryPart::BalanceExpenses => &mut data.balance_expenses,
        DeliveryPart::BalanceIncome => &mut data.balance_income,
        _ => &mut data.balance_positions,
    }
}

fn total(entries: &[Entry], keep: impl Fn(&Entry) -> bool) -> Number {
    let kept = entries.iter().filter(|entry| keep(entry));
    Number::checked_sum(kept.map(|entry| entry.amount)).unwrap()
}

/// Adds to the first entry of a part that may be.
fn add(entries: &mut [Entry], amount: Number, may: impl Fn(&Entry) -> bool) {
    let entry = entries.iter_mut().find(|entry| may(entry)).expect("a cell to settle with");
    entry.amount = entry.amount.checked_add(amount).unwrap();
}

/// The delivery of a tier, a year and a period.
pub(crate) fn delivery(definitions: Definitions, period: DeliveryPeriod) -> Delivery {
    let (tier, year) = (definitions.tier(), definitions.year());
    let mut draw = Draw(u64::from(year) * 100 + tier as u64 * 10 + u64::from(period.number()));
    let is_budget = period == DeliveryPeriod::Budget;
    let mut data = Data::default();
    // In the definitions for provinces P29g has no grey cells, though PF002 asks for the same there.
    let checks = definitions.checks().iter().filter(|check| check.number == 2);
    let financial: HashSet<_> =
        checks.flat_map(|check| check.calculations).flat_map(|of| of.balance_codes).collect();
    for (part, of) in PARTS {
        let forbidden: HashSet<_> = definitions.forbidden(of).collect();
        for row in leaves(definitions, of.rows()) {
            for category in leaves(definitions, of.categories()) {
                let is_undivided = matches!(category, "4.3.9" | "4.4.9");
                let is_other =
                    financial.contains(&row) && !matches!(category, "6.1" | "7.2" | "7.5");
                if forbidden.contains(&(row, category)) || (is_undivided && !is_budget) || is_other
                {
                    continue;
                }
                // Financial transactions outside the financial balance sheet are rare.
                let is_rare = category == "6.1" && !row.starts_with(['A', 'P']) || row == "A111";
                let cents = if is_rare { 100 } else { 1 + draw.below(1_000_000) };
                let amount = Number::new(i128::from(cents), 2).unwrap();
                let mut entry = Entry::new(row, category, amount);
                if draw.below(50) == 0 {
                    let details = format!("{{\"grootboek\": {{\"4{cents}\": {amount}}}}}");
                    entry.further.push(Further::new("details", &details).unwrap());
                }
                entries(&mut data, part).push(entry);
            }
        }
    }
    settle(&mut data);
    positions(&mut data, definitions, &mut draw);
    for (list, figures) in [
        (List::KeyFigures, &mut data.key_figures),
        (List::PolicyIndicators, &mut data.policy_indicators),
    ] {
        for code in leaves(definitions, list) {
            for reporting in leaves(definitions, List::ReportingPeriods) {
                let value = format!("{},{}", draw.below(100), draw.below(10));
                figures.push(KeyFigure::new(code, reporting, value));
            }
        }
    }
    let status = if is_budget { DeliveryStatus::Budget } else { DeliveryStatus::Realised };
    Delivery {
        metadata: Metadata {
            tier: Some(tier),
            number: Some("0014".to_owned()),
            name: Some("Groningen \"Stad\"".to_owned()),
            year: Some(year),
            period: Some(period),
            status: Some(status),
            date: Some(format!("{year}-07-01T12:00:00+02:00")),
            details_public: Some(tier == Tier::Province),
            package: Some("pakket".to_owned()),
            software: Some(String::new()),
        },
        contact: Contact {
            name: Some("P. Afzender".to_owned()),
            email: Some("p.afzender@gemeente.nl".to_owned()),
            telephone: Some("0612345678".to_owned()),
        },
        remarks: vec![
            Remark { text: "Voorlopige cijfers van é".to_owned(), author: None },
            Remark { text: String::new(), author: Some("P.".to_owned()) },
        ],
        data,
    }
}

/// Adds what is missing, so that each settlement category, the task fields, and the balance sheet
/// have as much expenses as income. The accounts then agree as well.
fn settle(data: &mut Data) {
    let is_settlement = |entry: &Entry| entry.column.starts_with('7');
    for category in ["7.1", "7.2", "7.3", "7.4", "7.5"] {
        let of = |entry: &Entry| &*entry.column == category;
        let all = |a: &[Entry], b: &[Entry]| total(a, of).checked_add(total(b, of)).unwrap();
        let expenses = all(&data.expenses, &data.balance_expenses);
        let income = all(&data.income, &data.balance_income);
        let missing = expenses.checked_sub(income).unwrap();
        // Depreciations have no income on task fields, and rent none that is everywhere.
        if missing.is_negative() {
            add(&mut data.expenses, -missing, of);
        } else if data.income.iter().any(of) {
            add(&mut data.income, missing, of);
        } else {
            add(&mut data.balance_income, missing, of);
        }
    }
    let missing =
        total(&data.expenses, |_| true).checked_sub(total(&data.income, |_| true)).unwrap();
    let is_plain = |entry: &Entry| !is_settlement(entry) && &*entry.column != "6.1";
    if missing.is_negative() {
        add(&mut data.expenses, -missing, is_plain);
    } else {
        add(&mut data.income, missing, is_plain);
    }
    let of_all = |entries: &[Entry]| total(entries, |_| true);
    let missing = of_all(&data.balance_expenses).checked_sub(of_all(&data.balance_income)).unwrap();
    let is_cash = |entry: &Entry| &*entry.row == "A23" && &*entry.column == "6.1";
    if missing.is_negative() {
        add(&mut data.balance_expenses, -missing, is_cash);
    } else {
        add(&mut data.balance_income, missing, is_cash);
    }
}

/// The positions: anything at the beginning, such that both sides agree, and at the end as much more
/// as is booked.
fn positions(data: &mut Data, definitions: Definitions, draw: &mut Draw) {
    let mut booked: HashMap<Box<str>, Number> = HashMap::new();
    for (entries, is_expense) in [(&data.balance_expenses, true), (&data.balance_income, false)] {
        for entry in entries {
            let adds = is_expense == entry.row.starts_with('A');
            let total = booked.entry(entry.row.clone()).or_insert(Number::ZERO);
            let amount = if adds { entry.amount } else { -entry.amount };
            *total = total.checked_add(amount).unwrap();
        }
    }
    let codes = leaves(definitions, List::BalanceCodes);
    let mut opening: Vec<(&str, Number)> =
        codes.iter().map(|code| (*code, Number::from(draw.below(100_000)))).collect();
    let side = |opening: &[(&str, Number)], letter: char| {
        let of = opening.iter().filter(|(code, _)| code.starts_with(letter));
        Number::checked_sum(of.map(|(_, amount)| *amount)).unwrap()
    };
    let missing = side(&opening, 'A').checked_sub(side(&opening, 'P')).unwrap();
    let reserve = opening.iter_mut().find(|(code, _)| *code == "P112").unwrap();
    reserve.1 = reserve.1.checked_add(missing).unwrap();
    for (code, amount) in opening {
        let change = booked.get(code).copied().unwrap_or(Number::ZERO);
        data.balance_positions.push(Entry::new(code, "1 januari", amount));
        let closing = amount.checked_add(change).unwrap();
        data.balance_positions.push(Entry::new(code, "ultimo", closing));
    }
}

/// All of them: of each tier, year and period.
pub(crate) fn all() -> impl Iterator<Item = (String, Delivery)> {
    Definitions::all().flat_map(|definitions| {
        DeliveryPeriod::ALL.iter().map(move |period| {
            let name = format!("{} {} {period}", definitions.tier(), definitions.year());
            (name, delivery(definitions, *period))
        })
    })
}

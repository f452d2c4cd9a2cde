//! The checks of plausibility: sums that must be equal, or nearly so.

use std::collections::{BTreeMap, BTreeSet};

use super::{Tolerances, report};
use crate::codes::{Calculation, Definitions};
use crate::findings::argument::{Quote, Unchecked};
use crate::findings::finding::Finding;
use crate::findings::rule::Message;
use crate::iv3::delivery::{Data, Delivery, DeliveryPeriod, Entry};
use crate::iv3::part::DeliveryPart;
use crate::leaves::number::Number;

/// What a check comes to: its findings, or why it can't be made.
type Checked = Result<Vec<Message>, Unchecked>;

/// How many checks there are: PF001 to PF009.
const CHECKS: u8 = 9;

pub(super) fn check(
    delivery: &Delivery,
    definitions: Definitions,
    tolerances: &Tolerances,
    findings: &mut Vec<Finding>,
) {
    let sums = Sums { data: &delivery.data, definitions, period: delivery.metadata.period };
    for number in 1..=CHECKS {
        let checked = match calculation(definitions, number, sums.period) {
            Ok(None) => continue,
            Ok(Some(calculation)) => sums.check(number, calculation, tolerances),
            Err(reason) => Err(reason),
        };
        match checked {
            Ok(messages) => messages.into_iter().for_each(|what| report(findings, what)),
            Err(reason) => {
                let check = format!("PF{number:03}");
                report(findings, Message::Iv3Unchecked { check, reason });
            }
        }
    }
}

/// How a check is made for a period. `None` if it isn't made for that.
fn calculation(
    definitions: Definitions,
    number: u8,
    period: Option<DeliveryPeriod>,
) -> Result<Option<Calculation>, Unchecked> {
    let check = definitions.checks().iter().find(|check| check.number == number);
    let check = check.ok_or(Unchecked::NoDefinition)?;
    let period = period.ok_or(Unchecked::NoPeriod)?;
    if check.calculations.is_empty() {
        // The definitions up to 2019 name no periods.
        let any = Calculation { periods: &[], balance_codes: &[], excluded_task_fields: &[] };
        return Ok((period != DeliveryPeriod::Budget).then_some(any));
    }
    let of_period = |of: &&Calculation| of.periods.contains(&period.number());
    Ok(check.calculations.iter().find(of_period).copied())
}

struct Sums<'d> {
    data: &'d Data,
    definitions: Definitions,
    period: Option<DeliveryPeriod>,
}

/// The first digit of a category: 1 to 5 are the current account, 6 the financial one, 7 are
/// settlements.
fn account(entry: &Entry) -> Option<u8> {
    let first = entry.column.bytes().next()?;
    first.is_ascii_digit().then(|| first - b'0')
}

fn is_current(entry: &Entry) -> bool {
    account(entry).is_some_and(|account| (1..=5).contains(&account))
}

fn is_financial(entry: &Entry) -> bool {
    &*entry.column == "6.1"
}

/// The sum of amounts.
fn sum<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Result<Number, Unchecked> {
    let amounts = entries.into_iter().map(|entry| entry.amount);
    Number::checked_sum(amounts).ok_or(Unchecked::TooManyDigits)
}

/// The sum of amounts without their signs.
fn size<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Result<Number, Unchecked> {
    let amounts = entries.into_iter().map(|entry| entry.amount.abs());
    Number::checked_sum(amounts).ok_or(Unchecked::TooManyDigits)
}

fn plus(a: Number, b: Number) -> Result<Number, Unchecked> {
    a.checked_add(b).ok_or(Unchecked::TooManyDigits)
}

fn minus(a: Number, b: Number) -> Result<Number, Unchecked> {
    a.checked_sub(b).ok_or(Unchecked::TooManyDigits)
}

/// How many percent a part is of a whole, in two places, if that is more than is allowed. Of a whole
/// of 0 every part is 100 percent.
fn excess(part: Number, whole: Number, allowed: Number) -> Result<Option<Number>, Unchecked> {
    let hundred = Number::from(100);
    let (part, whole) = (part.abs(), whole.abs());
    if part.is_zero() {
        return Ok(None);
    }
    if whole.is_zero() {
        return Ok((allowed < hundred).then_some(hundred));
    }
    let times = |a: Number, b: Number| a.checked_mul(b).ok_or(Unchecked::TooManyDigits);
    let scaled = times(part, hundred)?;
    if scaled <= times(whole, allowed)? {
        return Ok(None);
    }
    scaled.div_rounded(whole, 2).map(Some).ok_or(Unchecked::TooManyDigits)
}

impl Sums<'_> {
    fn check(&self, number: u8, calculation: Calculation, allowed: &Tolerances) -> Checked {
        match number {
            1 => self.accounts(allowed.pf001),
            2 => self.financial_balance(calculation, allowed.pf002),
            3 => self.positions(calculation, allowed.pf003),
            4 => self.settlements(allowed.pf004),
            5 => self.financial_elsewhere(calculation, allowed.pf005),
            6 => self.task_fields(allowed.pf006),
            7 => self.opening(allowed.pf007),
            8 => self.closing(allowed.pf008),
            _ => self.undivided(allowed.pf009),
        }
    }

    /// Expenses of task fields and of the balance sheet.
    fn expenses(&self) -> impl Iterator<Item = &Entry> {
        self.data.expenses.iter().chain(&self.data.balance_expenses)
    }

    /// Income of task fields and of the balance sheet.
    fn income(&self) -> impl Iterator<Item = &Entry> {
        self.data.income.iter().chain(&self.data.balance_income)
    }

    /// What is booked on the balance sheet.
    fn movements(&self) -> impl Iterator<Item = &Entry> {
        self.data.balance_expenses.iter().chain(&self.data.balance_income)
    }

    fn accounts(&self, allowed: Number) -> Checked {
        let current = minus(
            sum(self.income().filter(|entry| is_current(entry)))?,
            sum(self.expenses().filter(|entry| is_current(entry)))?,
        )?;
        let financial = minus(
            sum(self.expenses().filter(|entry| is_financial(entry)))?,
            sum(self.income().filter(|entry| is_financial(entry)))?,
        )?;
        let percent = excess(minus(current, financial)?, current, allowed)?;
        let message = |percent| Message::Iv3AccountsDiffer { current, financial, percent, allowed };
        Ok(percent.map(message).into_iter().collect())
    }

    fn financial_balance(&self, calculation: Calculation, allowed: Number) -> Checked {
        let codes = codes(calculation.balance_codes)?;
        let on_codes = || self.movements().filter(|entry| codes.contains(&*entry.row));
        let is_other = |entry: &&Entry| !matches!(&*entry.column, "6.1" | "7.2" | "7.5");
        let amount = size(on_codes().filter(is_other))?;
        let percent = excess(amount, size(on_codes())?, allowed)?;
        let message =
            |percent| Message::Iv3CategoriesOnFinancialBalance { amount, percent, allowed };
        Ok(percent.map(message).into_iter().collect())
    }

    fn positions(&self, calculation: Calculation, allowed: Number) -> Checked {
        let codes = codes(calculation.balance_codes)?;
        let opening = self.positions_at(Moment::Opening)?;
        let closing = self.positions_at(Moment::Closing)?;
        let mut booked: BTreeMap<&str, Number> = BTreeMap::new();
        for (part, is_expense) in
            [(DeliveryPart::BalanceExpenses, true), (DeliveryPart::BalanceIncome, false)]
        {
            for entry in self.data.entries(part) {
                // Expenses add to an asset, income to a liability.
                let adds = is_expense == is_asset(&entry.row);
                let amount = if adds { entry.amount } else { -entry.amount };
                let total = booked.entry(&*entry.row).or_insert(Number::ZERO);
                *total = plus(*total, amount)?;
            }
        }
        let of =
            |at: &BTreeMap<&str, Number>, code: &str| at.get(code).copied().unwrap_or(Number::ZERO);
        let (mut apart, mut changes, mut moves) = (Number::ZERO, Number::ZERO, Number::ZERO);
        let mut worst: Option<(Number, &str, Number, Number)> = None;
        let mut deviating = 0_usize;
        for code in codes {
            let change = minus(of(&closing, code), of(&opening, code))?;
            let movements = of(&booked, code);
            let deviation = minus(change, movements)?.abs();
            apart = plus(apart, deviation)?;
            changes = plus(changes, change.abs())?;
            moves = plus(moves, movements.abs())?;
            if !deviation.is_zero() {
                deviating += 1;
            }
            if worst.is_none_or(|(most, ..)| deviation > most) {
                worst = Some((deviation, code, change, movements));
            }
        }
        let percent = excess(apart, changes.max(moves), allowed)?;
        let message = percent.zip(worst).map(|(percent, (_, code, change, movements))| {
            let more = deviating.saturating_sub(1);
            let code = Quote::from(code);
            Message::Iv3PositionsDiffer { code, change, movements, more, percent, allowed }
        });
        Ok(message.into_iter().collect())
    }

    fn settlements(&self, allowed: Number) -> Checked {
        let mut sums: BTreeMap<&str, [Number; 2]> = BTreeMap::new();
        let sides = [self.expenses().collect::<Vec<_>>(), self.income().collect()];
        for (side, entries) in sides.into_iter().enumerate() {
            for entry in entries.into_iter().filter(|entry| account(entry) == Some(7)) {
                let sums = sums.entry(&*entry.column).or_insert([Number::ZERO; 2]);
                if let Some(total) = sums.get_mut(side) {
                    *total = plus(*total, entry.amount)?;
                }
            }
        }
        let mut messages = Vec::new();
        for (category, [expenses, income]) in sums {
            let whole = expenses.abs().max(income.abs());
            if let Some(percent) = excess(minus(expenses, income)?, whole, allowed)? {
                let category = Quote::from(category);
                let message =
                    Message::Iv3SettlementDiffers { category, expenses, income, percent, allowed };
                messages.push(message);
            }
        }
        Ok(messages)
    }

    fn financial_elsewhere(&self, calculation: Calculation, allowed: Number) -> Checked {
        // Its own definition names no balance codes: the financial ones are those of PF002.
        let financial = calculation_of(self.definitions, 2, self.period)?;
        let financial = codes(financial.balance_codes)?;
        let excluded: BTreeSet<&str> = calculation.excluded_task_fields.iter().copied().collect();
        let on_task_fields = self.data.expenses.iter().chain(&self.data.income);
        let on_task_fields = on_task_fields.filter(|entry| !excluded.contains(&*entry.row));
        let on_balance = self.movements().filter(|entry| !financial.contains(&*entry.row));
        let elsewhere = on_task_fields.chain(on_balance).filter(|entry| is_financial(entry));
        let amount = size(elsewhere)?;
        let all = self.expenses().chain(self.income()).filter(|entry| is_financial(entry));
        let percent = excess(amount, size(all)?, allowed)?;
        let message = |percent| Message::Iv3FinancialElsewhere { amount, percent, allowed };
        Ok(percent.map(message).into_iter().collect())
    }

    fn task_fields(&self, allowed: Number) -> Checked {
        let (expenses, income) = (sum(&self.data.expenses)?, sum(&self.data.income)?);
        let difference = minus(expenses, income)?.abs();
        let message = Message::Iv3TaskFieldsDiffer { expenses, income, difference, allowed };
        Ok((difference > allowed).then_some(message).into_iter().collect())
    }

    fn opening(&self, allowed: Number) -> Checked {
        let [assets, liabilities, difference] = self.balance_at(Moment::Opening)?;
        let message = Message::Iv3OpeningDiffers { assets, liabilities, difference, allowed };
        Ok((difference > allowed).then_some(message).into_iter().collect())
    }

    fn closing(&self, allowed: Number) -> Checked {
        let [assets, liabilities, difference] = self.balance_at(Moment::Closing)?;
        let message = Message::Iv3ClosingDiffers { assets, liabilities, difference, allowed };
        Ok((difference > allowed).then_some(message).into_iter().collect())
    }

    fn undivided(&self, allowed: Number) -> Checked {
        let all = self.expenses().chain(self.income());
        let amount = size(all.filter(|entry| matches!(&*entry.column, "4.3.9" | "4.4.9")))?;
        let message = Message::Iv3UndividedTransfers { amount, allowed };
        Ok((amount > allowed).then_some(message).into_iter().collect())
    }

    /// The totals of assets and liabilities at a moment, and how far they are apart.
    fn balance_at(&self, moment: Moment) -> Result<[Number; 3], Unchecked> {
        let mut totals = [Number::ZERO; 2];
        for (code, amount) in self.positions_at(moment)? {
            let [assets, liabilities] = &mut totals;
            let total = if is_asset(code) { assets } else { liabilities };
            *total = plus(*total, amount)?;
        }
        let [assets, liabilities] = totals;
        Ok([assets, liabilities, minus(assets, liabilities)?.abs()])
    }

    /// The position of each balance code at a moment.
    fn positions_at(&self, moment: Moment) -> Result<BTreeMap<&str, Number>, Unchecked> {
        let year = self.definitions.year();
        let date = match (moment, self.period) {
            (Moment::Opening, _) => format!("1-1-{year}"),
            (Moment::Closing, Some(DeliveryPeriod::Quarter1)) => format!("31-3-{year}"),
            (Moment::Closing, Some(DeliveryPeriod::Quarter2)) => format!("30-6-{year}"),
            (Moment::Closing, Some(DeliveryPeriod::Quarter3)) => format!("30-9-{year}"),
            (Moment::Closing, _) => format!("31-12-{year}"),
        };
        let word = match moment {
            Moment::Opening => "1 januari",
            Moment::Closing => "ultimo",
        };
        let mut by_word: BTreeMap<&str, Number> = BTreeMap::new();
        let mut by_date = by_word.clone();
        for entry in &self.data.balance_positions {
            let at = match &*entry.column {
                column if column == word => &mut by_word,
                column if column == date => &mut by_date,
                _ => continue,
            };
            let total = at.entry(&*entry.row).or_insert(Number::ZERO);
            *total = plus(*total, entry.amount)?;
        }
        // Where both are there the word counts.
        by_date.append(&mut by_word);
        if by_date.is_empty() {
            return Err(match moment {
                Moment::Opening => Unchecked::NoOpening,
                Moment::Closing => Unchecked::NoClosing,
            });
        }
        Ok(by_date)
    }
}

/// When positions are of.
#[derive(Debug, Clone, Copy)]
enum Moment {
    Opening,
    Closing,
}

/// Whether a balance code is of an asset. Those of liabilities begin with P.
fn is_asset(code: &str) -> bool {
    code.starts_with('A')
}

/// The balance codes of a calculation, each once.
fn codes(of: &'static [&'static str]) -> Result<BTreeSet<&'static str>, Unchecked> {
    if of.is_empty() { Err(Unchecked::NoCodes) } else { Ok(of.iter().copied().collect()) }
}

/// How another check is made for the period.
fn calculation_of(
    definitions: Definitions,
    number: u8,
    period: Option<DeliveryPeriod>,
) -> Result<Calculation, Unchecked> {
    calculation(definitions, number, period)?.ok_or(Unchecked::NoCodes)
}

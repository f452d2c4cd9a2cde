//! The amounts of a table, by line and by what they are about.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use super::signs::FAVOUR;
use crate::leaves::dimension::Dimension;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Role, Status};
use crate::leaves::unit::{Quantity, Unit};
use crate::leaves::value::Value;
use crate::model::cost::{CostLine, Flow, Reserves, Sign, SignEvidence};
use crate::model::figure::Figure;

/// The lines of one table of a field; those that were built by hand, without cells, are one table.
#[derive(Debug)]
pub(crate) struct Sheet<'b> {
    /// In the order of the field.
    pub(super) lines: Vec<SheetLine<'b>>,
    /// What amounts are about, and how far they are rounded. An amount refers to one by its index.
    pub(super) keys: Vec<Key<'b>>,
    index_of: HashMap<Key<'b>, usize>,
    /// The step to which the amounts of each key are rounded.
    steps: Vec<Number>,
}

/// A line of a table with its amounts.
#[derive(Debug)]
pub(super) struct SheetLine<'b> {
    /// Its index among the costs of its field.
    pub(super) index: usize,
    pub(super) line: &'b CostLine,
    /// Whether its row has cells that weren't placed: it may have further amounts.
    pub(super) has_gaps: bool,
    /// Whether another line of the table is the whole that it is a part of: *waarvan rente*. It isn't added beside that one.
    pub(super) is_part: bool,
    /// The sign in which words say that this balance prints a surplus, where another balance of the table says the other one: *Nadelig saldo*
    /// and *Voordelig saldo*. Its amounts are positive if they are favourable. `None` elsewhere.
    pub(super) own_surplus: Option<Sign>,
    /// At most one for a key, in the order of the keys.
    amounts: Vec<Amount>,
}

/// What an amount is about, but for its line: amounts are only added where it is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key<'b> {
    pub(super) period: Option<Period>,
    pub(super) role: Option<Role>,
    dated: Option<Period>,
    dimensions: &'b [Dimension],
    unit: &'b Unit,
}

impl Key<'_> {
    /// The same with another role and period.
    pub(super) fn with(self, role: Role, period: Option<Period>) -> Self {
        Key { role: Some(role), period, ..self }
    }

    pub(super) fn quantity(&self) -> Option<Quantity> {
        self.unit.quantity()
    }

    /// Whether it is about the whole, and not about a part or another body.
    pub(super) fn is_of_whole(&self) -> bool {
        self.dimensions.is_empty() && self.dated.is_none()
    }

    pub(super) fn is_difference(&self) -> bool {
        self.role == Some(Role::Difference)
    }
}

/// An amount of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub(super) key: usize,
    pub(super) number: Number,
    /// The step to which it is printed, if its last zeros in the scale of its table are no digits: 1 for `-9` beside `-11,4`.
    pub(super) step: Number,
    /// The index of its figure in the line.
    pub(super) figure: usize,
    /// Whether a letter beside it or the words of its line say whether it is favourable: then it is positive if it is, whatever the signs of the table.
    pub(super) has_letter: bool,
}

impl SheetLine<'_> {
    pub(super) fn amounts(&self) -> &[Amount] {
        &self.amounts
    }

    /// Its amount for a key; `None` if it has none, or more than one.
    pub(super) fn amount(&self, key: usize) -> Option<Amount> {
        let at = self.amounts.binary_search_by_key(&key, |amount| amount.key).ok()?;
        self.amounts.get(at).copied()
    }
}

impl<'b> Sheet<'b> {
    /// The tables of the cost lines of a field, in document order.
    pub(crate) fn all(costs: &'b [CostLine]) -> Vec<Sheet<'b>> {
        let mut of_table: HashMap<Option<NonZeroU32>, usize> = HashMap::new();
        let mut sheets: Vec<Vec<(usize, &CostLine)>> = Vec::new();
        for (index, line) in costs.iter().enumerate() {
            let cell = line.figures.iter().find_map(|figure| figure.cell.as_ref());
            let table = cell.or(line.unplaced.first()).and_then(|cell| cell.table);
            let at = *of_table.entry(table).or_insert_with(|| {
                sheets.push(Vec::new());
                sheets.len() - 1
            });
            if let Some(sheet) = sheets.get_mut(at) {
                sheet.push((index, line));
            }
        }
        sheets.into_iter().map(Sheet::of).collect()
    }

    fn of(lines: Vec<(usize, &'b CostLine)>) -> Self {
        let mut sheet = Sheet {
            lines: Vec::new(),
            keys: Vec::new(),
            index_of: HashMap::new(),
            steps: Vec::new(),
        };
        let mut trailing: Vec<Trailing> = Vec::new();
        let has_both_signs = [Sign::Plus, Sign::Minus]
            .iter()
            .all(|sign| lines.iter().any(|(_, line)| worded_surplus(line) == Some(*sign)));
        // A total is made of its parts, and stands beside none of them.
        let wholes: HashSet<Vec<&str>> = lines
            .iter()
            .filter(|(_, line)| !line.total)
            .map(|(_, line)| path(&line.group, Some(&line.label)))
            .collect();
        for (index, line) in lines {
            let is_part = (1..=line.group.len())
                .filter_map(|length| line.group.get(..length))
                .any(|group| wholes.contains(&path(group, None)));
            let own_surplus = worded_surplus(line).filter(|_| has_both_signs);
            let mut amounts: Vec<Amount> = Vec::new();
            for (figure_index, figure) in line.figures.iter().enumerate() {
                let Some((key_of, number)) = addable(line, figure) else { continue };
                let key = match sheet.index_of.entry(key_of) {
                    Entry::Occupied(known) => *known.get(),
                    Entry::Vacant(free) => {
                        sheet.keys.push(key_of);
                        trailing.push(Trailing::default());
                        *free.insert(sheet.keys.len() - 1)
                    }
                };
                if let Some(trailing) = trailing.get_mut(key) {
                    trailing.add(number);
                }
                let step = Trailing::of(number).step(key_of.unit.scale().power());
                let favour = FAVOUR.iter().position(|status| figure.status.contains(*status));
                let has_letter = favour.is_some();
                // Of a deficit and a surplus in lines of their own one is empty, or 0.
                if own_surplus.is_some() && number.is_zero() {
                    continue;
                }
                let number = match (favour, own_surplus) {
                    (Some(0), _) => number.abs(),
                    (Some(_), _) => -number.abs(),
                    (None, Some(Sign::Minus)) => -number,
                    (None, _) => number,
                };
                let has_letter = has_letter || own_surplus.is_some();
                amounts.push(Amount { key, number, step, figure: figure_index, has_letter });
            }
            amounts.sort_by_key(|amount| amount.key);
            let amounts = without_twins(&amounts);
            let has_gaps = !line.unplaced.is_empty();
            sheet.lines.push(SheetLine { index, line, has_gaps, is_part, own_surplus, amounts });
        }
        for row in sheet.lines.chunk_by_mut(|one, other| are_of_one_row(one.line, other.line)) {
            let has_gaps = row.iter().any(|line| line.has_gaps);
            for line in row {
                line.has_gaps = has_gaps;
            }
        }
        sheet.unite_open_keys(&mut trailing);
        let step = |(key, trailing): (&Key<'_>, &Trailing)| trailing.step(key.unit.scale().power());
        sheet.steps = sheet.keys.iter().zip(&trailing).map(step).collect();
        sheet
    }

    /// Takes amounts of which the table doesn't say when or of what role they are as those of the only key that differs in this alone: a
    /// balance without a year below expenses and income of one. Not where a line has amounts of both.
    fn unite_open_keys(&mut self, trailing: &mut [Trailing]) {
        // So few that comparing each with each costs nothing.
        const MAX_KEYS: usize = 64;
        let is_open = |key: &Key<'_>| key.period.is_none() || key.role.is_none();
        let is_fuller = |key: &Key<'_>, other: &Key<'_>| {
            !key.is_difference()
                && !other.is_difference()
                && (key.period.is_none() || key.period == other.period)
                && (key.role.is_none() || key.role == other.role)
                && (key.dated, key.dimensions, key.unit)
                    == (other.dated, other.dimensions, other.unit)
                && key != other
        };
        if self.keys.len() > MAX_KEYS {
            return;
        }
        for (at, key) in self.keys.iter().enumerate().filter(|(_, key)| is_open(key)) {
            let mut fuller =
                self.keys.iter().enumerate().filter(|(_, other)| is_fuller(key, other));
            let (Some((to, _)), None) = (fuller.next(), fuller.next()) else { continue };
            let has_both =
                |line: &SheetLine<'_>| line.amount(at).is_some() && line.amount(to).is_some();
            if self.lines.iter().any(has_both) {
                continue;
            }
            for line in &mut self.lines {
                let open = line.amounts.iter_mut().find(|amount| amount.key == at);
                if let Some(open) = open {
                    open.key = to;
                    line.amounts.sort_by_key(|amount| amount.key);
                }
            }
            let own = trailing.get(at).copied().unwrap_or_default();
            if let Some(trailing) = trailing.get_mut(to) {
                trailing.unite(own);
            }
        }
    }

    /// The step to which the amounts of a key are rounded: 1000 in a table of thousands.
    pub(super) fn step(&self, key: usize) -> Number {
        self.steps.get(key).copied().unwrap_or(Number::from(1))
    }

    /// The index of the key that is of the year before that of another one; `None` if no amount has it.
    pub(super) fn year_before(&self, key: usize) -> Option<usize> {
        let key = self.keys.get(key)?;
        let year = key.period?.as_year()?.checked_sub(1)?;
        self.find(&Key { period: Some(Period::year(year).ok()?), ..*key })
    }

    /// The index of a key; `None` if no amount has it.
    pub(super) fn find(&self, key: &Key<'_>) -> Option<usize> {
        self.index_of.get(key).copied()
    }
}

/// Whether a line is a movement in the reserves.
pub(super) fn is_of_reserves(line: &CostLine) -> bool {
    line.reserves == Some(Reserves::Only)
}

/// The texts from the outermost group to a label.
fn path<'b>(group: &'b [String], label: Option<&'b str>) -> Vec<&'b str> {
    group.iter().map(String::as_str).chain(label).collect()
}

/// The sign in which words say that a balance prints a surplus.
fn worded_surplus(line: &CostLine) -> Option<Sign> {
    let surplus = line.signs?.surplus.filter(|of| of.by == SignEvidence::Words)?;
    (line.flow == Some(Flow::Balance)).then_some(surplus.sign)
}

/// Whether two lines are flows of one row.
pub(super) fn are_of_one_row(one: &CostLine, other: &CostLine) -> bool {
    one.flow != other.flow
        && one.label == other.label
        && one.code == other.code
        && one.group == other.group
}

/// What a figure is about, and its number; `None` for what is not added: words, ranges, percentages, and what
/// the document doesn't vouch for.
fn addable<'b>(line: &'b CostLine, figure: &'b Figure) -> Option<(Key<'b>, Number)> {
    let Value::Exact(number) = figure.value else { return None };
    let unit = figure.unit.as_ref().unwrap_or(&line.unit);
    let is_addable = !matches!(unit.quantity(), Some(Quantity::Share | Quantity::ShareDifference));
    let is_sure = !figure.status.contains(Status::Approximate);
    let key = Key {
        period: figure.period,
        role: figure.role,
        dated: figure.dated,
        dimensions: &figure.dimensions,
        unit,
    };
    (is_addable && is_sure && unit.per().is_none()).then_some((key, number))
}

/// The amounts without those of which a line has several for one key: which of them counts isn't known.
fn without_twins(amounts: &[Amount]) -> Vec<Amount> {
    let is_alone = |group: &&[Amount]| group.len() == 1;
    amounts
        .chunk_by(|one, other| one.key == other.key)
        .filter(is_alone)
        .flatten()
        .copied()
        .collect()
}

/// The zeros in which the amounts of a key end.
#[derive(Debug, Clone, Copy, Default)]
struct Trailing {
    /// The fewest, as a power of ten; negative for decimals. `None` without an amount other than zero.
    fewest: Option<i32>,
    count: usize,
}

impl Trailing {
    /// That of one number.
    fn of(number: Number) -> Self {
        let mut one = Trailing::default();
        one.add(number);
        one
    }

    fn add(&mut self, number: Number) {
        let Some(zeros) = number.trailing_zeros() else { return };
        self.fewest = Some(self.fewest.map_or(zeros, |fewest| fewest.min(zeros)));
        self.count += 1;
    }

    fn unite(&mut self, other: Trailing) {
        let fewest = self.fewest.into_iter().chain(other.fewest).min();
        *self = Trailing { fewest, count: self.count + other.count };
    }

    /// The step to which the amounts are rounded, where they were printed in a scale of so many zeros.
    fn step(&self, power: u32) -> Number {
        /// So many amounts that all end in three zeros are thousands, whatever the table says; one or two are round.
        const MANY: usize = 8;
        const THOUSANDS: i32 = 3;
        let power = i32::try_from(power).unwrap_or(0);
        let fewest = self.fewest.unwrap_or(power);
        let is_thousands = self.count >= MANY && fewest >= THOUSANDS;
        let power = if is_thousands { power.max(THOUSANDS) } else { power };
        let exponent = fewest.min(power);
        let step = match u32::try_from(exponent) {
            Ok(zeros) => Number::from(1).times_ten_to(zeros),
            Err(_) => Number::new(1, exponent.unsigned_abs()).ok(),
        };
        step.unwrap_or(Number::from(1))
    }
}

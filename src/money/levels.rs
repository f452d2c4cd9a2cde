//! Levels: what a field prints as its total against what the fields within it print, and what an overview prints of a field
//! against what the field itself prints.

use std::collections::{BTreeMap, HashMap};

use super::balances;
use super::rounding::{is_within, rounding};
use super::sheet::{Amount, Sheet, SheetLine, is_of_reserves};
use super::sums::{Comparison, Evidence, FigureAt};
use crate::leaves::code::Code;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::unit::Quantity;
use crate::model::cost::{Account, CostLine, Flow, Reserves};
use crate::model::field::PolicyField;
use crate::words::fold;

/// A field of a budget, and the index of the field that it lies in.
pub(crate) struct Level<'b> {
    pub(crate) field: &'b PolicyField,
    pub(crate) outer: Option<usize>,
}

/// An amount that differs from what other fields print of the same.
#[derive(Debug)]
pub(crate) struct BrokenLevel {
    /// The index of its field.
    pub(crate) field: usize,
    pub(crate) at: FigureAt,
    /// The first amounts of the other fields, each with the index of its field.
    pub(crate) terms: Vec<(usize, FigureAt)>,
    /// How many further ones there are.
    pub(crate) more: usize,
    /// What they come to, in the signs of the amount.
    pub(crate) sum: Number,
    /// Whether it is the total of a field, and not a line of an overview.
    pub(crate) is_total: bool,
}

/// What a total is about.
type What = (Flow, Option<Period>, Option<Role>);

/// An amount in the convention of the crate.
#[derive(Debug, Clone, Copy)]
struct Canonical {
    number: Number,
    /// Whether it is printed with the other sign.
    is_turned: bool,
    step: Number,
    at: FigureAt,
    /// Whether the movements in the reserves are counted in.
    has_reserves: bool,
}

/// The totals that a field prints of itself, or why one isn't known.
type Totals = BTreeMap<What, Result<Canonical, Unknown>>;

/// Why a total that a field prints isn't known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// Its tables print different ones.
    Disagreeing,
    /// It has a letter that its table denies.
    Letter,
}

/// How many amounts a message shows.
const SHOWN: usize = 4;

/// The amounts of a budget that differ from what other fields print of the same. Each kind of comparison counts where it comes
/// out more often than not: a page may print some of the fields only.
pub(crate) fn broken_levels(levels: &[Level<'_>]) -> Vec<BrokenLevel> {
    let sheets: Vec<Vec<Sheet<'_>>> =
        levels.iter().map(|level| Sheet::all(&level.field.costs)).collect();
    let totals: Vec<Totals> = sheets.iter().map(|sheets| totals(sheets)).collect();
    let mut found = totals_of_parts(levels, &totals);
    found.extend(overviews(levels, &sheets, &totals));
    found
}

/// The totals of a field that those of the fields within it don't come to.
fn totals_of_parts(levels: &[Level<'_>], totals: &[Totals]) -> Vec<BrokenLevel> {
    let mut parts: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, level) in levels.iter().enumerate() {
        if let Some(outer) = level.outer {
            parts.entry(outer).or_default().push(at);
        }
    }
    let mut found = Vec::new();
    for (outer, own) in totals.iter().enumerate() {
        let Some(parts) = parts.get(&outer).filter(|parts| parts.len() > 1) else { continue };
        let mut evidence = Evidence::default();
        let mut broken = Vec::new();
        for (what, total) in own {
            let Ok(total) = total else { continue };
            let amount = |part: &usize| Some((*part, totals.get(*part)?.get(what)?.ok()?));
            let each: Option<Vec<(usize, Canonical)>> = parts.iter().map(amount).collect();
            let Some(each) = each else { continue };
            if each.iter().any(|(_, part)| part.has_reserves != total.has_reserves) {
                continue;
            }
            let Some((holds, sum)) = compare(*total, &each) else { continue };
            evidence.count(Comparison::of(holds), true);
            if !holds {
                broken.push(broken_level(outer, *total, &each, sum, true));
            }
        }
        if evidence.is_meant() {
            found.extend(broken);
        }
    }
    found
}

/// The lines that name a field and print something else of it than the field itself.
fn overviews(
    levels: &[Level<'_>],
    sheets: &[Vec<Sheet<'_>>],
    totals: &[Totals],
) -> Vec<BrokenLevel> {
    let names = Names::of(levels, totals);
    let mut found = Vec::new();
    if names.by_title.is_empty() {
        return found;
    }
    for (own, sheets) in sheets.iter().enumerate() {
        for sheet in sheets {
            let mut evidence = Evidence::default();
            let mut broken = Vec::new();
            for line in &sheet.lines {
                let Some(of) = names.find(line.line).filter(|of| *of != own) else {
                    continue;
                };
                for (what, amount) in canonical(sheet, line) {
                    let other = totals.get(of).and_then(|totals| totals.get(&what).copied());
                    let Some(Ok(other)) = other else { continue };
                    if other.has_reserves != amount.has_reserves {
                        continue;
                    }
                    let Some((holds, sum)) = compare(amount, &[(of, other)]) else { continue };
                    evidence.count(Comparison::of(holds), true);
                    if !holds {
                        broken.push(broken_level(own, amount, &[(of, other)], sum, false));
                    }
                }
            }
            if evidence.is_meant() {
                found.extend(broken);
            }
        }
    }
    found
}

/// A total that a field prints of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Total {
    /// In the convention of the crate, and whether the movements in the reserves are counted in.
    Known(Number, bool),
    /// It prints one that isn't known.
    Unknown(Unknown),
    /// It prints none.
    Absent,
}

/// The totals that a field prints of itself.
pub(crate) struct FieldTotals(Totals);

impl FieldTotals {
    pub(crate) fn of(costs: &[CostLine]) -> Self {
        FieldTotals(totals(&Sheet::all(costs)))
    }

    pub(crate) fn get(&self, flow: Flow, period: Period, role: Role) -> Total {
        match self.0.get(&(flow, Some(period), Some(role))) {
            Some(Ok(amount)) => Total::Known(amount.number, amount.has_reserves),
            Some(Err(why)) => Total::Unknown(*why),
            None => Total::Absent,
        }
    }
}

/// Whether amounts come to another one, and what they come to.
fn compare(total: Canonical, each: &[(usize, Canonical)]) -> Option<(bool, Number)> {
    let sum = Number::checked_sum(each.iter().map(|(_, amount)| amount.number))?;
    let step = each.iter().map(|(_, amount)| amount.step).chain([total.step]).max()?;
    let most = step.checked_mul(Number::from(rounding(each.len())))?;
    Some((is_within(sum, total.number, most)?, sum))
}

fn broken_level(
    field: usize,
    total: Canonical,
    each: &[(usize, Canonical)],
    sum: Number,
    is_total: bool,
) -> BrokenLevel {
    BrokenLevel {
        field,
        at: total.at,
        terms: each.iter().take(SHOWN).map(|(field, amount)| (*field, amount.at)).collect(),
        more: each.len().saturating_sub(SHOWN),
        sum: if total.is_turned { -sum } else { sum },
        is_total,
    }
}

/// The amounts of a line in the convention of the crate.
fn canonical<'s>(
    sheet: &'s Sheet<'_>,
    line: &'s SheetLine<'_>,
) -> impl Iterator<Item = (What, Canonical)> + 's {
    let flow = line.line.flow.filter(|_| !is_of_reserves(line.line));
    line.amounts().iter().filter_map(move |amount: &Amount| {
        let key = sheet.keys.get(amount.key).filter(|key| key.is_of_whole())?;
        if key.quantity() != Some(Quantity::Money) {
            return None;
        }
        let number = line.line.amount(line.line.figures.get(amount.figure)?)?;
        let canonical = Canonical {
            number,
            is_turned: number != amount.number,
            step: sheet.step(amount.key),
            at: FigureAt { line: line.index, figure: amount.figure },
            has_reserves: line.line.reserves == Some(Reserves::Included),
        };
        Some(((flow?, key.period, key.role), canonical))
    })
}

/// The totals of the tables of a field.
fn totals(sheets: &[Sheet<'_>]) -> Totals {
    let mut found = Totals::new();
    for sheet in sheets {
        let mut of_sheet = Totals::new();
        let learnt = balances::learn(sheet);
        let (whole, denied) = (learnt.whole(sheet), learnt.denied_letters(sheet));
        for flow in [Flow::Expenses, Flow::Income, Flow::Balance] {
            for (what, amount) in
                total_line(sheet, whole, flow).into_iter().flat_map(|line| canonical(sheet, line))
            {
                let is_denied = denied.contains(&amount.at);
                of_sheet.insert(what, if is_denied { Err(Unknown::Letter) } else { Ok(amount) });
            }
        }
        for (what, amount) in of_sheet {
            found
                .entry(what)
                .and_modify(|known| {
                    if known.map(|known| known.number) != amount.map(|amount| amount.number) {
                        *known = Err(Unknown::Disagreeing);
                    }
                })
                .or_insert(amount);
        }
    }
    found
}

/// The line of a table that is the total of a flow: the one that its balance is made of, or else its only total, or else its only line. Of several
/// balances it is the only one that is without the reserves. `None` where more lines may be meant: a total of what comes once, or of investments.
fn total_line<'s, 'b>(
    sheet: &'s Sheet<'b>,
    whole: Option<[usize; 3]>,
    flow: Flow,
) -> Option<&'s SheetLine<'b>> {
    let is_of_field = |line: &CostLine| {
        line.recurrence.is_none()
            && !matches!(line.account, Some(Account::Investment | Account::Financing))
    };
    if let Some([expenses, income, balance]) = whole {
        let index = match flow {
            Flow::Expenses => expenses,
            Flow::Income => income,
            Flow::Balance => balance,
        };
        let of_index = sheet.lines.iter().find(|line| line.index == index);
        return of_index.filter(|line| is_of_field(line.line));
    }
    let is_of_flow = |line: &&SheetLine<'_>| {
        let line = line.line;
        line.flow == Some(flow)
            && !is_of_reserves(line)
            && line.unit.quantity() == Some(Quantity::Money)
            && line.unit.per().is_none()
            && is_of_field(line)
    };
    let only = |is_meant: &dyn Fn(&CostLine) -> bool| {
        let mut lines = sheet.lines.iter().filter(is_of_flow).filter(|line| is_meant(line.line));
        lines.next().filter(|_| lines.next().is_none())
    };
    let rest = || match flow {
        Flow::Balance => only(&|line| line.reserves == Some(Reserves::Excluded)),
        _ => None,
    };
    only(&|line| line.total).or_else(|| only(&|_| true)).or_else(rest)
}

/// The fields that have totals, by what names them.
struct Names<'b> {
    by_title: HashMap<String, Option<usize>>,
    by_code: HashMap<&'b Code, Option<usize>>,
}

impl<'b> Names<'b> {
    fn of(levels: &[Level<'b>], totals: &[Totals]) -> Self {
        let mut names = Names { by_title: HashMap::new(), by_code: HashMap::new() };
        for (at, (level, totals)) in levels.iter().zip(totals).enumerate() {
            if totals.is_empty() {
                continue;
            }
            let heading = &level.field.heading;
            if let Some(title) = &heading.title {
                let known = names.by_title.entry(fold(title, true));
                known.and_modify(|known| *known = None).or_insert(Some(at));
            }
            if let Some(code) = &heading.code {
                let known = names.by_code.entry(code);
                known.and_modify(|known| *known = None).or_insert(Some(at));
            }
        }
        names
    }

    /// The only field with the title that is the label of a line, and with its code if both have one.
    fn find(&self, line: &CostLine) -> Option<usize> {
        let at = self.by_title.get(&fold(&line.label, true)).copied().flatten()?;
        let of_code = line.code.as_ref().and_then(|code| self.by_code.get(code));
        of_code.is_none_or(|of| *of == Some(at)).then_some(at)
    }
}

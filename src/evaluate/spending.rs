//! [`FieldSpending`]: what a field planned and what it spent, beside the outcomes of its indicators.

use std::collections::HashMap;

use super::budget::Counts;
use crate::findings::place::{Part, Place};
use crate::leaves::code::Code;
use crate::leaves::id::Id;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::unit::Quantity;
use crate::leaves::value::Value;
use crate::model::budget::Budget;
use crate::model::cost::{Account, CostLine, Flow, Reserves};
use crate::model::field::PolicyField;
use crate::model::figure::Figure;
use crate::money::{FieldTotals, Total, Unknown, denied_letters};
use crate::reason::Reason;

/// What a field planned and what it spent in a period, in total and by line, beside how many of its
/// targets were met (Dutch: *begroting en rekening*). Nothing is divided by anything: what a result
/// cost is another question than what was spent in its field.
///
/// ```
/// let page = "2.3 Handel\n\nWat heeft het gekost?\n\n| (x € 1.000) | Begroting 2018 | Rekening 2018 |\n\
///     |---|---|---|\n| Lasten | 930 | 960 |\n| Baten | 500 | 520 |\n| Saldo | -430 | -440 |\n";
/// let budget = beleid::Reader::new().read_as(page, beleid::Layout::Markdown).budget;
/// let spending = &budget.spending("2018".parse()?)[0];
/// assert_eq!(spending.expenses.over, Some(30_000.into()));
/// assert_eq!(spending.expenses.percent.unwrap().to_string(), "3.2");
/// assert_eq!(spending.balance.favourable, Some(false), "a larger deficit");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "begroting en rekening")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct FieldSpending {
    /// The place of the field in the budget.
    pub place: Place,
    /// The code of the field, or else its title. `None` if it has neither.
    pub field: Option<String>,
    /// The period.
    pub at: Period,
    /// Its expenses, without additions to the reserves unless the document counts them in.
    pub expenses: Spent,
    /// Its income, without withdrawals from the reserves unless the document counts them in.
    pub income: Spent,
    /// Its balance before the movements in the reserves, or the only one that is printed.
    pub balance: Spent,
    /// Its cost lines that have an amount for the period.
    #[cfg_attr(feature = "serde", serde(default))]
    pub lines: Vec<LineSpending>,
    /// The outcomes of its indicators, including those of the fields within it.
    pub counts: Counts,
}

/// What a cost line planned and what it spent (Dutch: *begroting en rekening*).
///
/// ```
/// use beleid::{Budget, CostLine, Figure, Flow, Id, Period, PolicyField, Reason, Role};
///
/// let year = Period::year(2018)?;
/// let mut line = CostLine::new(Id::new("c1")?, "Subsidies");
/// line.flow = Some(Flow::Expenses);
/// line.figures = vec![Figure::new(year, Role::Budgeted, 200)];
/// let field = PolicyField { costs: vec![line], ..PolicyField::default() };
/// let mut budget = Budget { fields: vec![field], ..Budget::default() };
/// budget.learn_conventions();
/// let line = &budget.spending(year)[0].lines[0];
/// assert_eq!((&*line.label, line.spent.reason), ("Subsidies", Some(Reason::NotAccounted)));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "begroting en rekening")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct LineSpending {
    /// The place of the line in the budget.
    pub place: Place,
    /// The id of the line.
    pub id: Id,
    /// Its label as printed.
    pub label: String,
    /// Whether it is about expenses, income or their balance; `None` if the document doesn't state it.
    pub flow: Option<Flow>,
    /// Whether movements in the reserves are included; `None` if the document doesn't state it.
    pub reserves: Option<Reserves>,
    /// Whether it is the sum of other lines.
    pub total: bool,
    /// What was planned and spent.
    pub spent: Spent,
}

/// What was planned and what was spent or received, in the convention of
/// [`CostLine::amount`](crate::CostLine::amount): expenses and income are positive, and a balance is
/// income less expenses (Dutch: *onder- of overschrijding*).
///
/// ```
/// use beleid::{Budget, Period};
///
/// assert!(Budget::default().spending(Period::year(2018)?).is_empty());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "onderschrijding")]
#[doc(alias = "overschrijding")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct Spent {
    /// What was planned at first. `None` if it is not known.
    pub original: Option<Number>,
    /// What was planned: the amended budget, or else the original one. `None` if it is not known.
    pub planned: Option<Number>,
    /// Which plan it is: amended or budgeted. `None` if there is none.
    pub plan: Option<Role>,
    /// What was spent or received. `None` if it is not known.
    pub realised: Option<Number>,
    /// How much more than planned; negative for less. `None` if one of both is not known.
    pub over: Option<Number>,
    /// The same in percent of what was planned, rounded to one decimal. `None` if it is not known, or if
    /// nothing was planned.
    pub percent: Option<Number>,
    /// Whether the difference is to the good: less expenses, more income, a better balance. `None` if
    /// it is not known, or if there is no difference.
    pub favourable: Option<bool>,
    /// Whether the amounts are the sums of those of the fields within the field.
    pub summed: bool,
    /// Why `over` is not known; else `None`.
    pub reason: Option<Reason>,
}

impl FieldSpending {
    /// The JSON Schema of its serialised form, as text.
    ///
    /// ```
    /// let schema: serde_json::Value = serde_json::from_str(beleid::FieldSpending::JSON_SCHEMA)?;
    /// assert_eq!(schema["title"], "FieldSpending");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[cfg(feature = "serde")]
    pub const JSON_SCHEMA: &'static str = include_str!("../../schema/spending.schema.json");
}

/// An amount, or why it is not known.
type Amount = Result<Number, Reason>;

/// A plan and what came of it.
#[derive(Debug, Clone, Copy)]
struct Both {
    original: Amount,
    amended: Amount,
    realised: Amount,
}

impl Both {
    fn of(amount: impl Fn(Role) -> Amount) -> Self {
        Both {
            original: amount(Role::Budgeted),
            amended: amount(Role::Amended),
            realised: amount(Role::Realised),
        }
    }

    /// Whether there is an amount, or a reason that says more than that none is printed.
    fn says_something(self) -> bool {
        let all = [self.original, self.amended, self.realised];
        all.iter().any(|amount| *amount != Err(Reason::NoTotal))
    }

    fn is_known(self) -> bool {
        [self.original, self.amended, self.realised].iter().any(Result::is_ok)
    }

    /// The sums of each of several; what one of them lacks is not known of all.
    fn sum(all: &[Both]) -> Option<Self> {
        let first = *all.first()?;
        Some(all.iter().skip(1).fold(first, |sum, other| {
            let add =
                |one: Amount, other: Amount| one?.checked_add(other?).ok_or(Reason::TooManyDigits);
            Both {
                original: add(sum.original, other.original),
                amended: add(sum.amended, other.amended),
                realised: add(sum.realised, other.realised),
            }
        }))
    }

    fn spent(self, flow: Option<Flow>, summed: bool) -> Spent {
        let (planned, plan) = match (self.amended, self.original) {
            (Ok(amended), _) => (Ok(amended), Some(Role::Amended)),
            // What is printed and not understood is not passed over for an older plan.
            (Err(reason), _) if reason != Reason::NoTotal => (Err(reason), None),
            (_, original) => (original, original.is_ok().then_some(Role::Budgeted)),
        };
        let difference = || {
            let absent = |reason: Reason, known: bool, of: Reason| {
                if reason == Reason::NoTotal && known { of } else { reason }
            };
            let (is_planned, is_spent) = (planned.is_ok(), self.realised.is_ok());
            let realised =
                self.realised.map_err(|why| absent(why, is_planned, Reason::NotAccounted))?;
            let planned = planned.map_err(|why| absent(why, is_spent, Reason::NoPlan))?;
            realised.checked_sub(planned).ok_or(Reason::TooManyDigits)
        };
        let over = difference();
        let percent = || {
            let planned = planned.ok().filter(|planned| !planned.is_zero())?.abs();
            over.ok()?.checked_mul(Number::from(100))?.div_rounded(planned, 1)
        };
        let favourable = || {
            let over = over.ok().filter(|over| !over.is_zero())?;
            match flow? {
                Flow::Expenses => Some(over.is_negative()),
                Flow::Income | Flow::Balance => Some(!over.is_negative()),
            }
        };
        Spent {
            original: self.original.ok(),
            planned: planned.ok(),
            plan,
            realised: self.realised.ok(),
            over: over.ok(),
            percent: percent(),
            favourable: favourable(),
            summed,
            reason: over.err(),
        }
    }
}

const FLOWS: [Flow; 3] = [Flow::Expenses, Flow::Income, Flow::Balance];

impl Budget {
    /// What each field planned and what it spent in a period, in document order (Dutch: *begroting en
    /// rekening*). Fields without an amount for the period are left out.
    ///
    /// A field that prints no totals of its own has the sums of the fields within it, if each of these
    /// has them.
    ///
    /// ```
    /// let page = "2.3 Handel\n\nWat heeft het gekost?\n\n| (x € 1.000) | Begroting 2018 | Rekening 2018 |\n\
    ///     |---|---|---|\n| Lasten | 930 | 960 |\n";
    /// let budget = beleid::Reader::new().read_as(page, beleid::Layout::Markdown).budget;
    /// assert_eq!(budget.spending("2018".parse()?).len(), 1);
    /// assert!(budget.spending("2017".parse()?).is_empty());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "begroting en rekening")]
    pub fn spending(&self, at: Period) -> Vec<FieldSpending> {
        let counts = self.evaluate_indicators(at).0;
        self.spending_beside(at, &counts)
    }

    /// The same, with the outcomes of the indicators of each field by its place.
    pub(super) fn spending_beside(
        &self,
        at: Period,
        outcomes: &HashMap<Place, Counts>,
    ) -> Vec<FieldSpending> {
        let nodes: Vec<(Place, &PolicyField)> = self.places().collect();
        let mut of_fields: Vec<[FlowTotal; 3]> =
            nodes.iter().map(|(_, field)| own_totals(field, at)).collect();
        let index: HashMap<&Place, usize> =
            nodes.iter().enumerate().map(|(at, (place, _))| (place, at)).collect();
        // A field comes after the one that it lies in, so this goes from the inside out.
        let mut parts: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
        let mut counts: Vec<Counts> = nodes
            .iter()
            .map(|(place, _)| outcomes.get(place).copied().unwrap_or_default())
            .collect();
        for (at, (place, field)) in nodes.iter().enumerate().rev() {
            let within = parts.get(at).map(Vec::as_slice).unwrap_or_default();
            let summed = sums_of(&of_fields, within);
            if let (Some(own), Some(summed)) = (of_fields.get_mut(at), summed) {
                for (own, summed) in own.iter_mut().zip(summed) {
                    if !own.both.is_known() && summed.both.says_something() {
                        *own = summed;
                    }
                }
            }
            let outer = place.outer().and_then(|outer| index.get(&outer).copied());
            let own = counts.get(at).copied().unwrap_or_default();
            if let Some(outer) = outer {
                if let Some(parts) = parts.get_mut(outer).filter(|_| !is_excerpt(field)) {
                    parts.push(at);
                }
                if let Some(counts) = counts.get_mut(outer) {
                    counts.add_all(own);
                }
            }
        }
        let mut found = Vec::new();
        for (((place, field), totals), counts) in nodes.iter().zip(&of_fields).zip(&counts) {
            let [expenses, income, balance] = totals;
            let lines: Vec<LineSpending> = lines(place, field, at).collect();
            if lines.is_empty() && !totals.iter().any(|total| total.both.says_something()) {
                continue;
            }
            let heading = &field.heading;
            let code = heading.code.as_ref().map(Code::as_str);
            let spent = |total: &FlowTotal, flow: Flow| total.both.spent(Some(flow), total.summed);
            found.push(FieldSpending {
                place: place.clone(),
                field: code.or(heading.title.as_deref()).map(str::to_owned),
                at,
                expenses: spent(expenses, Flow::Expenses),
                income: spent(income, Flow::Income),
                balance: spent(balance, Flow::Balance),
                lines,
                counts: *counts,
            });
        }
        found
    }
}

/// What a field planned and spent of one flow.
#[derive(Debug, Clone, Copy)]
struct FlowTotal {
    both: Both,
    /// Whether it is the sum of the fields within it.
    summed: bool,
    /// Whether the movements in the reserves are counted in.
    has_reserves: bool,
}

/// Whether the amounts of a field are a part of those of the fields beside it: what comes once, or investments.
fn is_excerpt(field: &PolicyField) -> bool {
    let is_part = |line: &CostLine| {
        line.recurrence.is_some()
            || matches!(line.account, Some(Account::Investment | Account::Financing))
    };
    let mut flows = field.costs.iter().filter(|line| line.flow.is_some()).peekable();
    flows.peek().is_some() && flows.all(is_part)
}

/// The totals that a field prints of itself.
fn own_totals(field: &PolicyField, at: Period) -> [FlowTotal; 3] {
    let totals = FieldTotals::of(&field.costs);
    FLOWS.map(|flow| {
        let both = Both::of(|role| match totals.get(flow, at, role) {
            Total::Known(number, _) => Ok(number),
            Total::Unknown(Unknown::Disagreeing) => Err(Reason::TotalsDisagree),
            Total::Unknown(Unknown::Letter) => Err(Reason::SignsUnknown),
            Total::Absent => Err(Reason::NoTotal),
        });
        let has = |role: &Role| matches!(totals.get(flow, at, *role), Total::Known(_, true));
        let has_reserves = [Role::Budgeted, Role::Amended, Role::Realised].iter().any(has);
        FlowTotal { both, summed: false, has_reserves }
    })
}

/// The sums of some fields, by flow; `None` without fields. A field that is the total of the others, *Totaal programma 2*, stands for them.
fn sums_of(of_fields: &[[FlowTotal; 3]], within: &[usize]) -> Option<[FlowTotal; 3]> {
    // Of two fields with equal amounts either would be the total of the other.
    const MIN_FIELDS: usize = 3;
    let of_one = |part: &usize| of_fields.get(*part).map(|flows| flows.map(|of| of.both));
    let all = added(of_fields, within)?;
    let both = all.map(|of| of.both);
    if within.len() >= MIN_FIELDS {
        let is_total = |part: &&usize| of_one(part).is_some_and(|own| is_half(&own, &both));
        let mut totals = within.iter().filter(is_total);
        if let (Some(total), None) = (totals.next(), totals.next()) {
            let total = of_fields.get(*total)?;
            return Some(total.map(|of| FlowTotal { summed: true, ..of }));
        }
    }
    Some(all)
}

/// Whether amounts are half of those of all fields together, and not all of them zero: then they are the sum of the others.
fn is_half(own: &[Both; 3], all: &[Both; 3]) -> bool {
    let amounts = |of: &[Both; 3]| of.map(|both| [both.original, both.amended, both.realised]);
    let (own, all) = (amounts(own), amounts(all));
    let mut is_any = false;
    for (own, all) in own.iter().flatten().zip(all.iter().flatten()) {
        let (Ok(own), Ok(all)) = (own, all) else { continue };
        if own.checked_add(*own) != Some(*all) {
            return false;
        }
        is_any |= !own.is_zero();
    }
    is_any
}

/// The sums of some fields. Amounts with the movements in the reserves and amounts without them have none.
fn added(of_fields: &[[FlowTotal; 3]], within: &[usize]) -> Option<[FlowTotal; 3]> {
    let of_flow = |flow: usize| {
        let each: Option<Vec<FlowTotal>> =
            within.iter().map(|part| of_fields.get(*part)?.get(flow).copied()).collect();
        let each = each?;
        let has_reserves = each.iter().any(|of| of.has_reserves);
        let known = each.iter().filter(|of| of.both.is_known());
        let differs = has_reserves && known.clone().any(|of| !of.has_reserves);
        let both = Both::sum(&each.iter().map(|of| of.both).collect::<Vec<_>>())?;
        let both = if differs { Both::of(|_| Err(Reason::ReservesDiffer)) } else { both };
        Some(FlowTotal { both, summed: true, has_reserves })
    };
    Some([of_flow(0)?, of_flow(1)?, of_flow(2)?])
}

/// The lines of a field that have an amount for a period.
fn lines<'b>(
    place: &'b Place,
    field: &'b PolicyField,
    at: Period,
) -> impl Iterator<Item = LineSpending> + 'b {
    let denied = denied_letters(&field.costs);
    field.costs.iter().enumerate().filter_map(move |(index, line)| {
        let denied = denied.iter().filter(|of| of.line == index).map(|of| of.figure);
        let denied: Vec<usize> = denied.collect();
        let both = Both::of(|role| amount(line, &denied, at, role));
        let is_of_period = [both.original, both.amended, both.realised]
            .iter()
            .any(|amount| *amount != Err(Reason::NoTotal));
        // Of a net movement in the reserves it isn't known what is to the good.
        let flow = line.flow.filter(|_| line.reserves != Some(Reserves::Only));
        is_of_period.then(|| LineSpending {
            place: place.clone().at(Part::Cost(index)),
            id: line.id.clone(),
            label: line.label.clone(),
            flow: line.flow,
            reserves: line.reserves,
            total: line.total,
            spent: both.spent(flow, false),
        })
    })
}

/// The amount of a line for a period and a role. That of a figure whose letter is denied isn't known.
fn amount(line: &CostLine, denied: &[usize], at: Period, role: Role) -> Amount {
    // Rows of a table of money may be in percent or in fte.
    let is_money = |figure: &Figure| {
        let unit = figure.unit.as_ref().unwrap_or(&line.unit);
        unit.quantity() == Some(Quantity::Money) && unit.per().is_none()
    };
    let is_meant = |(_, figure): &(usize, &Figure)| {
        figure.period == Some(at)
            && figure.role == Some(role)
            && figure.dimensions.is_empty()
            && is_money(figure)
    };
    let mut figures = line.figures.iter().enumerate().filter(is_meant);
    let Some((index, figure)) = figures.next() else { return Err(Reason::NoTotal) };
    if figures.any(|(_, other)| other.value != figure.value) {
        return Err(Reason::TotalsDisagree);
    }
    if figure.value.is_missing() {
        return Err(Reason::NoTotal);
    }
    if denied.contains(&index) {
        return Err(Reason::SignsUnknown);
    }
    line.amount(figure).ok_or(match figure.value {
        Value::Exact(_) => Reason::SignsUnknown,
        _ => Reason::NotComparable,
    })
}

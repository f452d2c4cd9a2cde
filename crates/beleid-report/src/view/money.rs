//! The money of a field: each table as printed, and what was spent against what was planned.

use std::collections::{BTreeMap, HashSet};

use beleid::{
    CostLine, FieldSpending, Figure, Finding, Flow, Language, Message, Number, Part, Place,
    PolicyField, Quantity, Reason, Reserves, Role, Scale, Spent, Status, Unit, Value,
};

use super::figures::{self, bare, beside};
use super::text::{capitalised, clean};
use super::{Column, Grid, Row};
use crate::words::Word;

/// The tables of money of a field, and then its budget against its result.
pub(crate) fn money(
    (place, field): (&Place, &PolicyField),
    spending: Option<&FieldSpending>,
    doubts: &Doubts,
    language: Language,
) -> Vec<Grid> {
    // A table is a number of the document; lines without one come last.
    let mut tables: BTreeMap<(bool, usize), Vec<&CostLine>> = BTreeMap::new();
    for line in &field.costs {
        let table = line.figures.iter().find_map(|figure| figure.cell.as_ref()?.table);
        let number = table.and_then(|number| usize::try_from(number.get()).ok());
        tables.entry((number.is_none(), number.unwrap_or_default())).or_default().push(line);
    }
    let mut grids: Vec<Grid> = tables
        .iter()
        .map(|((_, number), lines)| {
            let table = number.checked_sub(1).and_then(|index| field.tables.get(index));
            let title = table.and_then(|table| table.title.as_deref()).map(clean);
            let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| {
                let word = if table.is_some() { Word::Untitled } else { Word::NoTable };
                word.text(language).to_owned()
            });
            let of_table = number.checked_sub(1).map(|index| place.clone().at(Part::Table(index)));
            let is_doubted = of_table.is_some_and(|table| doubts.0.contains(&table));
            printed(lines, &title, is_doubted, language)
        })
        .collect();
    let is_doubted = doubts.0.contains(place);
    let against = spending.and_then(|spending| against(field, spending, is_doubted, language));
    grids.extend(against);
    grids
}

/// The tables that don't state whether their amounts are in thousands, and the fields that they are in.
#[derive(Debug, Default)]
pub(crate) struct Doubts(HashSet<Place>);

impl Doubts {
    /// By what was found about the document.
    pub(crate) fn of(findings: &[Finding]) -> Self {
        let is_of_scale = |found: &&Finding| {
            matches!(found.what, Message::ScaleNotStated { .. } | Message::UnknownScale { .. })
        };
        let mut doubts = HashSet::new();
        for found in findings.iter().filter(is_of_scale) {
            for place in found.places() {
                let mut within = Place::default();
                for part in place.parts() {
                    within = within.at(part.clone());
                    doubts.insert(within.clone());
                }
            }
        }
        Doubts(doubts)
    }
}

/// A table of money as printed: its lines, and a column for each period and role.
fn printed(lines: &[&CostLine], title: &str, is_doubted: bool, language: Language) -> Grid {
    let mut columns: Vec<(Option<beleid::Period>, Option<Role>)> = Vec::new();
    let mut index = std::collections::HashMap::new();
    for figure in lines.iter().flat_map(|line| &line.figures) {
        index.entry((figure.period, figure.role)).or_insert_with(|| {
            columns.push((figure.period, figure.role));
            columns.len() - 1
        });
    }
    let scale = lines.first().map_or(Scale::Ones, |line| line.unit.scale());
    let unit = lines.first().map_or(Unit::EURO, |line| line.unit.clone());
    let is_of_table = |own: &Unit| own.is_like(&unit) && own.scale() == scale;
    let has_flow = lines.iter().any(|line| line.flow.is_some());
    let mut rows = Vec::new();
    for line in lines {
        let mut cells = vec![String::new(); columns.len()];
        for figure in &line.figures {
            let own = figure.unit.as_ref().unwrap_or(&line.unit);
            let amount = if is_of_table(own) {
                in_scale(figure, scale, language)
            } else {
                bare(figure, Some(own), language)
            };
            let column = index.get(&(figure.period, figure.role)).copied();
            if let Some(cell) = column.and_then(|column| cells.get_mut(column)) {
                if !cell.is_empty() {
                    cell.push_str("; ");
                }
                cell.push_str(&clean(&(amount + &beside(figure, language))));
            }
        }
        let mut heads = vec![label(line)];
        if has_flow {
            let flow = flow(line.flow, line.reserves, language);
            heads.push(if flow.is_empty() {
                Word::NotStated.text(language).to_owned()
            } else {
                flow
            });
        }
        rows.push(Row { heads, link: String::new(), depth: 0, is_total: line.total, cells });
    }
    let mut heads = vec![Word::Label.text(language)];
    if has_flow {
        heads.push(Word::Flow.text(language));
    }
    let column = |(period, role): (Option<beleid::Period>, Option<Role>)| {
        let role = role.map_or(Word::NoRole.text(language), |role| role.text(language));
        capitalised(&format!("{role} {}", figures::period(period, language)))
    };
    Grid {
        caption: title.to_owned(),
        note: note((&unit, scale), is_doubted, &[Word::AsPrinted.text(language)], language),
        heads,
        columns: columns.into_iter().map(|each| Column::of_numbers(column(each))).collect(),
        rows,
    }
}

/// The name of a line, with the groups that it stands in.
fn label(line: &CostLine) -> String {
    let mut parts: Vec<&str> = line.group.iter().map(String::as_str).collect();
    let code = line.code.as_ref().map(ToString::to_string);
    parts.push(&line.label);
    let label = clean(&parts.join(" – "));
    match code {
        Some(code) if !label.starts_with(&code) => format!("{code} {label}"),
        _ => label,
    }
}

/// Whether a line is about expenses, income, their balance or the reserves.
fn flow(flow: Option<Flow>, reserves: Option<Reserves>, language: Language) -> String {
    let reserves = reserves.filter(|reserves| *reserves == Reserves::Only);
    let flow = flow.map(|flow| flow.text(language));
    let reserves = reserves.map(|reserves| reserves.text(language));
    flow.into_iter().chain(reserves).collect::<Vec<_>>().join(", ")
}

/// In what amounts are, and what else is to be known of them.
fn note(
    (unit, scale): (&Unit, Scale),
    is_doubted: bool,
    more: &[&str],
    language: Language,
) -> String {
    let amounts = capitalised(Word::AmountsIn.text(language));
    let mut parts = vec![format!("{amounts} {}", in_words(unit, scale, language))];
    parts.extend(is_doubted.then(|| Word::ScaleNotStated.text(language).to_owned()));
    parts.extend(more.iter().map(|more| (*more).to_owned()));
    parts.join("; ")
}

/// A unit of money with a scale: *€ × 1.000*.
fn in_words(unit: &Unit, scale: Scale, language: Language) -> String {
    let sign =
        if unit.is_like(&Unit::EURO) { "€".to_owned() } else { clean(&unit.text(language)) };
    match scale {
        Scale::Ones => sign,
        scale => format!("{sign} × {}", Number::from(scale.factor()).text(language)),
    }
}

/// An amount in the scale of its table, without the unit.
fn in_scale(figure: &Figure, scale: Scale, language: Language) -> String {
    match figure.value {
        Value::Exact(number) => scaled(number, scale, language),
        _ if scale == Scale::Ones => figure.value.text(language),
        // Ranges and the like are rare in tables of money, and are shown in full.
        _ => bare(figure, Some(&Unit::EURO), language),
    }
}

fn scaled(number: Number, scale: Scale, language: Language) -> String {
    let number = number.checked_div(Number::from(scale.factor())).unwrap_or(number);
    number.text(language)
}

/// Whether there is anything to say of amounts.
fn is_known(spent: &Spent) -> bool {
    spent.planned.is_some()
        || spent.realised.is_some()
        || spent.reason.is_some_and(|reason| reason != Reason::NoTotal)
}

/// A line of a budget against its result.
struct Entry {
    label: String,
    spent: Spent,
    is_total: bool,
}

/// The lines of a field, and the totals that no line is.
fn entries(field: &PolicyField, spending: &FieldSpending, language: Language) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let amounts = |spent: &Spent| (spent.original, spent.planned, spent.realised);
    // A total that a line is already, by its flow and its amounts, isn't said twice.
    let mut said: HashSet<(Flow, _)> = HashSet::new();
    for line in spending.lines.iter().filter(|line| is_known(&line.spent)) {
        if let Some(flow) = line.flow.filter(|_| line.reserves != Some(Reserves::Only)) {
            said.insert((flow, amounts(&line.spent)));
        }
        let flow = flow(line.flow, line.reserves, language);
        let of_field = match line.place.parts().last() {
            Some(Part::Cost(index)) => field.costs.get(*index),
            _ => None,
        };
        let label = of_field.map_or_else(|| clean(&line.label), label);
        let is_said = flow.is_empty() || label.to_lowercase().ends_with(&flow);
        let label = if is_said { label } else { format!("{label} ({flow})") };
        entries.push(Entry { label, spent: line.spent, is_total: line.total });
    }
    let totals = [
        (Word::AllExpenses, Flow::Expenses, spending.expenses),
        (Word::AllIncome, Flow::Income, spending.income),
        (Word::Balance, Flow::Balance, spending.balance),
    ];
    for (word, flow, spent) in totals {
        if is_known(&spent) && !said.contains(&(flow, amounts(&spent))) {
            let mut label = word.text(language).to_owned();
            if spent.summed {
                label = format!("{label} ({})", Word::SumOfFields.text(language));
            }
            entries.push(Entry { label, spent, is_total: true });
        }
    }
    entries
}

/// The budget of a field against its result. `None` if neither is known.
fn against(
    field: &PolicyField,
    spending: &FieldSpending,
    is_doubted: bool,
    language: Language,
) -> Option<Grid> {
    let entries = entries(field, spending, language);
    let spent = || entries.iter().map(|entry| &entry.spent);
    let numbers = |of: &Spent| [of.original, of.planned, of.realised, of.over];
    let all: Vec<Number> = spent().flat_map(numbers).flatten().collect();
    if all.is_empty() {
        return None;
    }
    // In thousands where that leaves nothing out.
    let thousand = Number::from(Scale::Thousands.factor());
    let is_whole = |number: &Number| {
        number.checked_div(thousand).is_some_and(|number| number == number.trunc())
    };
    let scale = if all.iter().all(is_whole) { Scale::Thousands } else { Scale::Ones };
    let unit = currency(field);

    let has_result = spent().any(|of| of.realised.is_some());
    let has_original = spent().any(|of| of.original.is_some() && of.original != of.planned);
    let is_amended = spent().all(|of| of.plan != Some(Role::Budgeted));
    let plan = if has_result && is_amended { Word::AmendedBudget } else { Word::Budget };
    let mut columns = Vec::new();
    if has_original {
        columns.push(Word::OriginalBudget);
    }
    columns.push(plan);
    if has_result {
        columns.extend([Word::Result, Word::Difference, Word::Percent]);
    }
    // A reason that all lines have is said once.
    let mut reasons = spent().map(|of| of.reason.filter(|_| of.over.is_none()));
    let common = reasons.next().flatten().filter(|first| reasons.all(|next| next == Some(*first)));
    if common.is_none() {
        columns.push(Word::Judgement);
    }
    let amount = |number: Option<Number>| {
        number.map_or_else(|| "–".to_owned(), |number| scaled(number, scale, language))
    };
    let rows = entries.into_iter().map(|Entry { label, spent, is_total }| {
        let mut cells = Vec::new();
        if has_original {
            cells.push(amount(spent.original));
        }
        cells.push(amount(spent.planned));
        if has_result {
            let percent = spent.percent.map(|percent| percent.text_in(&Unit::PERCENT, language));
            cells.extend([
                amount(spent.realised),
                amount(spent.over),
                percent.unwrap_or_else(|| "–".to_owned()),
            ]);
        }
        if common.is_none() {
            cells.push(meaning(&spent, language));
        }
        Row { heads: vec![label], link: String::new(), depth: 0, is_total, cells }
    });
    let mut more = vec![Word::NormalSigns.text(language)];
    more.extend(common.map(|reason| reason.text(language)));
    Some(Grid {
        caption: format!(
            "{} {}",
            Word::BudgetAgainstResult.text(language),
            crate::words::period(spending.at, language),
        ),
        note: note((&unit, scale), is_doubted, &more, language),
        heads: vec![Word::Label.text(language)],
        columns: columns
            .into_iter()
            .map(|word| match word {
                Word::Judgement => Column::of_words(word.text(language)),
                word => Column::of_numbers(word.text(language)),
            })
            .collect(),
        rows: rows.collect(),
    })
}

/// The currency of a field, by its first line or else the first within it.
fn currency(field: &PolicyField) -> Unit {
    let mut fields: Vec<&PolicyField> = vec![field];
    while let Some(field) = fields.pop() {
        let money = |line: &&CostLine| line.unit.quantity() == Some(Quantity::Money);
        if let Some(line) = field.costs.iter().find(money) {
            return line.unit.clone().with_scale(Scale::Ones);
        }
        fields.extend(field.fields.iter().rev());
    }
    Unit::EURO
}

/// What a difference means, or why there is none.
pub(crate) fn meaning(spent: &Spent, language: Language) -> String {
    match (spent.over, spent.favourable, spent.reason) {
        (Some(over), ..) if over.is_zero() => Word::AsPlanned.text(language).to_owned(),
        (Some(over), favourable, _) => {
            let much = if over.is_negative() { Word::Less } else { Word::More };
            let status =
                favourable.map(
                    |favourable| {
                        if favourable { Status::Favourable } else { Status::Unfavourable }
                    },
                );
            let status = status.map(|status| status.text(language));
            let mut parts = vec![much.text(language)];
            parts.extend(status);
            parts.join(", ")
        }
        (None, _, Some(reason)) => reason.text(language).to_owned(),
        (None, _, None) => Word::NotKnown.text(language).to_owned(),
    }
}

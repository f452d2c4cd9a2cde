//! The rows of each subject: a row of its own, or rows of areas, roles and years below a label.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Around;
use crate::leaves::dimension::{Dimension, DimensionName};
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::unit::{Scale, Unit};
use crate::read::cell;
use crate::read::facts::Facts;
use crate::read::facts::words::{self, ColumnKind, FlowWord};
use crate::read::heading;
use crate::read::label::{self, Ones};
use crate::read::language::{RowWords, Tables, Words};
use crate::read::lines::Lines;
use crate::read::mapping::TableKind;
use crate::read::marks;
use crate::read::money;
use crate::read::slices;
use crate::read::spot::{Spot, joined};
use crate::read::table::codes;
use crate::read::table::subject_above::is_stage;
use crate::read::table::{Column, RowKind, Table, Unlabelled, arithmetic};
use crate::words::{fold, is_grouped};

/// The rows of one subject.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) label: Vec<Spot>,
    pub(super) name: String,
    pub(super) group: Vec<String>,
    /// The groups of a row that is a part of the one above it, which is the last of them: *waarvan personeel*.
    pub(super) part_of: Option<Vec<String>>,
    pub(super) group_facts: Facts,
    /// In what the amounts of its groups are: *Totalen (bedragen x € 1.000)*.
    pub(super) group_unit: Option<Unit>,
    /// How its group says that amounts are in full, and the words of it.
    pub(super) in_full: Option<(Ones, String)>,
    pub(super) rows: Vec<BlockRow>,
    /// Rows that say something about it: *Eenheid: euro*.
    pub(super) metas: Vec<usize>,
    /// The piece of the group that its name was taken from.
    pub(super) is_of_group: bool,
    /// Whether the total of the flow above it came before it, so that it is of none that stands above.
    pub(super) is_flow_over: bool,
    /// The piece of the goal that stands above it in the table.
    pub(super) goal: Option<usize>,
}

/// A row of a block, with what its label states.
#[derive(Debug)]
pub(super) struct BlockRow {
    pub(super) row: usize,
    pub(super) slice: Option<Dimension>,
    pub(super) role: Option<Role>,
    pub(super) period: Option<Period>,
    pub(super) flow: Option<FlowWord>,
    pub(super) is_likely: bool,
}

#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    /// Group rows without rows below them that belong to no block.
    pub(super) headings: Vec<usize>,
    pub(super) is_of_money: bool,
    /// The blocks whose flow is that of those before and after them.
    pub(super) between: Vec<usize>,
}

/// The text of a label, on one line.
pub(super) fn name_of(around: &Around<'_, '_>, label: &[Spot]) -> String {
    joined(around.lines, label)
}

pub(super) fn lines_of(label: &[Spot]) -> Option<Lines> {
    let first = label.first()?.piece();
    let last = label.last()?.piece();
    Some(Lines { first: first.min(last), last: first.max(last) })
}

/// Whether the rows of a table are lines of costs.
fn is_of_money(around: &Around<'_, '_>, table: &Table, names: &[String]) -> bool {
    if let Some(kind) = around.scope.defaults.kind {
        return kind == TableKind::Money;
    }
    let corner = table.columns.iter().find(|column| column.content == Some(ColumnKind::Label));
    let pack = around.vocabulary.pack();
    let names_indicators =
        |header: &str| pack.each(|tables| tables.rows.indicators).any(|word| header.contains(word));
    if corner.is_some_and(|corner| names_indicators(&fold(&corner.header(), true))) {
        return false;
    }
    if around.kind.is_some() {
        return false;
    }
    let is_amount = |unit: &crate::leaves::unit::Unit| {
        unit.quantity() == Some(crate::leaves::unit::Quantity::Money)
    };
    if around.is_on_costs
        || around.follows_money
        || table.scope.unit.as_ref().is_some_and(is_amount)
        || around.unit.as_ref().is_some_and(is_amount)
        || around.scope.defaults.unit.as_ref().is_some_and(is_amount)
    {
        return true;
    }
    // *Bijdrage 2020 (x € 1.000)*.
    let in_thousands = |column: &Column| {
        column
            .facts
            .unit
            .as_ref()
            .is_some_and(|unit| is_amount(unit) && unit.scale() != Scale::Ones)
    };
    let mut figures = table.columns.iter().filter(|column| column.content.is_none()).peekable();
    if figures.peek().is_some() && figures.all(in_thousands) {
        return true;
    }
    let column_flow = table.columns.iter().any(|column| {
        column.content.is_none() && column.facts.flow.is_some() && column.facts.others.is_empty()
    });
    // *Account type* above *Revenue* and *Expense*.
    let flow_column = table.columns.iter().any(|column| column.content == Some(ColumnKind::Flow));
    if column_flow || flow_column || table.scope.flow.is_some() || flow_of_title(around).is_some() {
        return true;
    }
    // Only a budget is amended. Its columns may hold numbers of another kind, which say so: `12%`.
    let is_of_budget =
        |column: &Column| column.content.is_none() && column.facts.role == Some(Role::Amended);
    if table.columns.iter().any(is_of_budget) && is_of_bare_numbers(around, table) {
        return true;
    }
    if is_of_terms(around, table) {
        return true;
    }
    // *Kostensoort* above the labels.
    if corner.is_some_and(|corner| flow_of_header(around, &corner.header()).is_some()) {
        return true;
    }
    // *LASTEN* above the rows of the task fields.
    let is_flow = |name: &str| {
        let facts = around.vocabulary.facts(marks::without(name));
        let flow = matches!(facts.flow, Some(FlowWord::Expenses | FlowWord::Income));
        flow && facts.rest == 0 && facts.others.is_empty()
    };
    let mut groups = table.rows.iter().zip(names).filter(|(row, _)| row.kind == RowKind::Group);
    if groups.any(|(_, name)| is_flow(name) || flow_of_header(around, name).is_some()) {
        return true;
    }
    let has = |flow: FlowWord| names.iter().any(|name| flow_of_label(around, name) == Some(flow));
    has(FlowWord::Expenses) && has(FlowWord::Income)
}

/// Whether a column of a table holds terms in years over which something is written off or paid back, by its header, and another one numbers
/// with signs for thousands: so are plans of investments, and lists of loans. Ages beside counts have other headers.
fn is_of_terms(around: &Around<'_, '_>, table: &Table) -> bool {
    const MIN: usize = 2;
    let texts = |at: usize| {
        let cells = table.rows.iter().filter_map(move |row| row.cells.get(at)?.as_ref());
        cells.map(|cell| cell.spot.text(around.lines))
    };
    let is_term = |text: &str| {
        text.ends_with(|c: char| c.is_alphabetic() || c == '.')
            && cell::read(around.vocabulary, text).unit == Some(Unit::YEAR)
    };
    let of_figures = || {
        let columns = table.columns.iter().enumerate();
        columns.filter(|(_, column)| column.content.is_none()).map(|(at, _)| at)
    };
    let has_word = |at: usize| {
        let column = table.columns.get(at);
        column.is_some_and(|of| words::names_term(around.vocabulary, &of.header()))
    };
    let are_terms =
        |at: usize| has_word(at) && texts(at).all(is_term) && texts(at).nth(MIN - 1).is_some();
    let are_amounts = |at: usize| {
        texts(at).all(|text| text.bytes().all(|byte| !byte.is_ascii_alphabetic()))
            && texts(at).filter(|text| is_grouped(text)).nth(MIN - 1).is_some()
    };
    of_figures().any(are_amounts) && of_figures().any(are_terms)
}

/// Whether the cells of a table are numbers without a unit, some of them of more than three digits.
fn is_of_bare_numbers(around: &Around<'_, '_>, table: &Table) -> bool {
    const MIN_DIGITS: usize = 4;
    let cells = || table.rows.iter().flat_map(|row| row.cells.iter().zip(&table.columns));
    let figures = || cells().filter(|(_, column)| column.content.is_none());
    let texts = || figures().filter_map(|(cell, _)| Some(cell.as_ref()?.spot.text(around.lines)));
    let is_bare = |text: &str| {
        let is_sign =
            |c: char| matches!(c, '.' | ',' | '-' | '−' | '–' | '(' | ')' | ' ' | '+' | '\u{a0}');
        text.chars().all(|c| c.is_ascii_digit() || is_sign(c))
    };
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    texts().all(is_bare) && texts().any(|text| digits(text) >= MIN_DIGITS)
}

/// Whether one flow is of expenses and the other of income.
pub(super) fn are_opposed(one: FlowWord, other: FlowWord) -> bool {
    use FlowWord::{Expenses, Income};
    matches!((one, other), (Expenses, Income) | (Income, Expenses))
}

/// The flow that the title right above a table states: *Incidentele lasten*, *Saldo lasten en baten per programma*.
pub(super) fn flow_of_title(around: &Around<'_, '_>) -> Option<FlowWord> {
    let title = &around.title;
    let is_flow =
        matches!(title.flow, Some(FlowWord::Expenses | FlowWord::Income | FlowWord::Balance));
    let is_sure = title.rest <= 1
        && (title.others.is_empty() || title.flow == Some(FlowWord::Balance))
        && !title.is_torn;
    title.flow.filter(|_| is_flow && is_sure)
}

/// What the amounts are whose labels have a header, where that says what these are kinds of: *Kostensoort*, *Omschrijving van de
/// kostensoorten*.
pub(super) fn flow_of_header(around: &Around<'_, '_>, header: &str) -> Option<FlowWord> {
    let folded = fold(header, true);
    let is_of_labels = |word: &str| {
        let facts = around.vocabulary.facts(word);
        words::is_link(around.vocabulary, word)
            || facts.content == Some(ColumnKind::Label) && facts.rest == 0
    };
    let mut flows = around.vocabulary.pack().each(|tables| tables.headers.label_flows);
    let (_, flow) = flows.find(|(word, _)| {
        let before = folded.strip_suffix(*word);
        before.is_some_and(|before| {
            before.is_empty()
                || before.ends_with(' ') && before.split_whitespace().all(is_of_labels)
        })
    })?;
    Some(*flow)
}

/// The flow that a label states: *Lasten*, *Totaal baten*, *Saldo van baten en lasten*.
pub(super) fn flow_of_label(around: &Around<'_, '_>, label: &str) -> Option<FlowWord> {
    // *Lasten (inclusief toevoegingen aan reserves)* are expenses.
    let head = money::head_of_reserves(around.vocabulary.pack(), marks::without(label));
    if let Some(flow) = head.and_then(|head| flow_of_label(around, head)) {
        return Some(flow);
    }
    let facts = around.vocabulary.facts(marks::without(label));
    if facts.flow.is_some() && (facts.rest == 0 || facts.rest == u8::MAX) {
        return facts.flow;
    }
    // *Customer support, including: revenue collection* says more than what it is.
    let (name, _) = label.split_once([',', ':', ';']).unwrap_or((label, ""));
    let folded = fold(name, true);
    let pack = around.vocabulary.pack();
    // *Expenditure before contributions to reserves*
    let is_apart = |word: &&str| pack.has(word, |tables| tables.rows.apart_from);
    let words: Vec<&str> = folded.split(' ').collect();
    let apart = words.iter().skip(1).position(is_apart).map_or(words.len(), |at| at + 1);
    let words = words.get(..apart).unwrap_or_default().join(" ");
    let has = |stems: fn(&RowWords) -> Words| {
        let begins =
            |word: &str| pack.each(|tables| stems(&tables.rows)).any(|stem| word.starts_with(stem));
        words.split(' ').any(begins)
    };
    let is_balance = has(|rows| rows.balance);
    let is_of_reserves = pack.each(|tables| tables.rows.reserves).any(|part| words.contains(part));
    if is_of_reserves && !is_balance {
        let (into, out) = (has(|rows| rows.into_reserves), has(|rows| rows.out_of_reserves));
        // *Toevoegingen en onttrekkingen aan reserves*
        let flow = match (into, out) {
            (true, true) => Some(FlowWord::Reserves),
            (true, false) => Some(FlowWord::ReservesIn),
            (false, true) => Some(FlowWord::ReservesOut),
            (false, false) => None,
        };
        if flow.is_some() {
            return flow;
        }
    }
    if is_balance || money::net_of(pack, &words).is_some() {
        return Some(FlowWord::Balance);
    }
    match (has(|rows| rows.expenses), has(|rows| rows.income)) {
        (true, false) => Some(FlowWord::Expenses),
        (false, true) => Some(FlowWord::Income),
        // *Incidentele baten en lasten* doesn't say which of them, or that it is what is left.
        (true, true) | (false, false) => None,
    }
}

impl Block {
    /// Whether it stands below a group of rows. A part stands where the whole does.
    pub(super) fn is_in_group(&self) -> bool {
        match &self.part_of {
            Some(path) => path.len() > 1,
            None => !self.group.is_empty(),
        }
    }
}

/// A row that others are parts of: its groups with its name as the last, and what flows.
type Whole = (Vec<String>, Option<FlowWord>);

fn path_of(around: &Around<'_, '_>, above: &Block) -> Whole {
    let group = above.group.iter().chain([&above.name]).cloned().collect();
    (group, flow_of_label(around, &above.name).or(above.group_facts.flow))
}

/// What stands behind the word by which a label says that its row is a part of the one above it: *personeel* in *waarvan personeel*, *w.v.
/// personeel*, *of which: staff*.
fn part_of_above(around: &Around<'_, '_>, label: &str) -> Option<String> {
    let folded = fold(label.trim_start_matches(['-', '–', '•', ' ']), true);
    let mut leads = around.vocabulary.pack().each(|tables| tables.rows.parts);
    leads.find_map(|lead| {
        let rest = folded.strip_prefix(lead)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim().to_owned())
    })
}

/// Gathers the rows of each subject.
#[expect(clippy::too_many_lines, reason = "one pass over the rows, with what stands above them")]
pub(super) fn gather(around: &Around<'_, '_>, table: &Table) -> Blocks {
    let names: Vec<String> = table.rows.iter().map(|row| name_of(around, &row.label)).collect();
    let is_of_money = is_of_money(around, table, &names);
    let mut made = Blocks { is_of_money, ..Blocks::default() };
    let has_period_column =
        table.columns.iter().any(|column| column.content == Some(ColumnKind::Period));
    let has_area_column =
        table.columns.iter().any(|column| column.content == Some(ColumnKind::Area));
    let flow_column =
        table.columns.iter().position(|column| column.content == Some(ColumnKind::Flow));
    let flows = if is_of_money {
        arithmetic::parts_of_flows(around.vocabulary, around.lines, table)
    } else {
        BTreeMap::new()
    };
    let balances = if is_of_money {
        arithmetic::balances_below_flows(around.vocabulary, around.lines, table)
    } else {
        BTreeMap::new()
    };
    // *7.2 Riolering* below its *Baten* and *Lasten*.
    let named_below = |at: usize| {
        let of = (at + 1..=at + 2).find(|below| balances.contains_key(below));
        of.filter(|of| balances.get(of) == Some(&true))
    };
    // Among columns with roles one group alone is words: *Request*.
    let column_has_role =
        table.columns.iter().any(|column| column.content.is_none() && column.facts.role.is_some());
    let stages =
        if column_has_role { HashSet::new() } else { repeated_stages(around, table, &names) };
    let groups_have_roles = !column_has_role || {
        let rows = table.rows.iter().zip(&names).filter(|(row, _)| row.kind == RowKind::Group);
        let stated = rows.map(|(_, name)| around.vocabulary.facts(name));
        let roles: HashSet<Role> =
            stated.filter(|facts| facts.rest == 0).filter_map(|facts| facts.role).collect();
        roles.len() > 1
    };
    // *Programmabegroting* beside *Raad* is a product, and no stage.
    let are_stages = |at: usize| {
        let is_of_rows = |of: &usize| {
            let kind = table.rows.get(*of).map(|row| row.kind);
            matches!(kind, Some(RowKind::Figures | RowKind::Misfit))
        };
        let before = (0..at).rev().take_while(is_of_rows);
        let after = (at..table.rows.len()).take_while(is_of_rows);
        before.chain(after).filter_map(|of| names.get(of)).all(|name| {
            let facts = around.vocabulary.facts(marks::without(name));
            facts.rest == 0 && facts.role.is_some()
        })
    };
    // *Streefwaarde* below each indicator is a row of it; *Totale mutatie* below one of many rows is a row of its own.
    let labels = count_labels(table, &names);
    let comes_again = |name: &str| labels.get(name).is_some_and(|of| *of > 1);
    // The groups above the next row, and those of them that no row has followed yet.
    let mut path: Vec<usize> = Vec::new();
    let mut fresh = 0;
    // Whether the flow of the groups ended with their total.
    let mut is_flow_over = false;
    let mut used: HashSet<usize> = HashSet::new();
    // The rows above the headings of parts.
    let mut wholes: HashMap<usize, Whole> = HashMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        let name = names.get(at).map_or("", String::as_str);
        match row.kind {
            RowKind::Meta => {
                // A text of the rows below one label is about all of them.
                if let Some(block) = made.blocks.last_mut() {
                    block.metas.push(at);
                }
                continue;
            }
            RowKind::Group => {
                if fresh == 0 {
                    path.pop();
                }
                fresh += 1;
                is_flow_over = false;
                // *Waarvan personeel* without cells may be one of the rows that follow it; where these end it doesn't say.
                let leads = || part_of_above(around, name).is_some_and(|rest| rest.is_empty());
                let above = made.blocks.last().filter(|_| is_of_money && leads());
                if let Some(whole) = above.map(|above| path_of(around, above)) {
                    wholes.insert(at, whole);
                }
                path.push(at);
                if path.len() > 4 {
                    path.remove(0);
                }
                continue;
            }
            RowKind::Figures | RowKind::Misfit => {}
        }
        if fresh > 0 && path.len() > fresh && fresh > 1 {
            // A new run of several groups replaces all before it.
            let keep = path.len() - fresh;
            path.drain(..keep);
        }
        // *d. Saldo* below the rows of *c. Maatregelen* is the next of its list, and none of its rows.
        let letter = |name: &str| codes::letter_in_front(name);
        let of_group = path.last().and_then(|&group| names.get(group)).and_then(|of| letter(of));
        if fresh == 0 && of_group.is_some_and(|of| letter(name) == Some(of + 1)) {
            path.pop();
        }
        // *Baten* below *Waarvan:* is none of the parts of *Lasten*.
        let facts = around.vocabulary.facts(marks::without(name));
        let is_flow = facts.flow.is_some() && facts.rest == 0;
        if fresh == 0 && is_flow && path.last().is_some_and(|group| wholes.contains_key(group)) {
            path.pop();
        }
        used.extend(&path);
        let goal = path.iter().rev().find_map(|&group| goal_of(around, table.rows.get(group)?));
        let group_above = (fresh > 0).then(|| path.last().copied()).flatten();
        fresh = 0;
        let is_other = is_other_body(around, name);
        let stated = states_of(around, table, name, &facts, is_of_money, is_other);
        let previous = made.blocks.last();
        let without_goals: Vec<usize> = path
            .iter()
            .copied()
            // A line of money has no place for its goal but its group.
            .filter(|&group| {
                is_of_money || table.rows.get(group).and_then(|row| goal_of(around, row)).is_none()
            })
            .collect();
        let flow_row = flows.get(&at).copied();
        let of_flow = flow_row.and_then(|flow| names.get(flow));
        // *Uitgaven:* above *Opdracht*, or *Lasten* below *Openbare orde*.
        let is_outer = flow_row < without_goals.first().copied();
        let in_group: Vec<String> = groups_of_columns(around, table, row)
            .chain(of_flow.filter(|_| is_outer).cloned())
            .chain(groups(&without_goals, &names, None))
            .chain(of_flow.filter(|_| !is_outer).cloned())
            .chain(named_below(at).and_then(|of| names.get(of)).cloned())
            .collect();
        // *Waarvan personeel* is a part of the row above it, and of no total beside it.
        let is_part = is_of_money && part_of_above(around, name).is_some();
        let whole = made.blocks.last().filter(|_| is_part).map(|above| match &above.part_of {
            Some(group) => (group.clone(), above.group_facts.flow),
            None => path_of(around, above),
        });
        let part_of = whole.as_ref().map(|(group, _)| group.clone());
        // *Waarvan:* above some rows makes each of them such a part.
        let below = path.last().and_then(|group| Some((wholes.get(group)?, names.get(*group)?)));
        let of_heading =
            below.map(|((group, _), name)| group.iter().chain([name]).cloned().collect());
        let whole = whole.or_else(|| below.map(|(whole, _)| whole.clone()));
        let in_group = part_of.clone().or(of_heading).unwrap_or(in_group);
        let is_same_label = previous
            .is_some_and(|block| block.name == name && block.group == in_group)
            && (has_period_column || has_area_column)
            && !name.is_empty();
        // The label of *baten*, *lasten* and *saldo* in a column of their own is printed once.
        let has_flow = flow_column.is_some_and(|at| row.cells.get(at).is_some_and(Option::is_some));
        let is_unlabelled =
            name.is_empty() && previous.is_some() && (has_period_column || has_flow);
        let is_balance = row.unlabelled == Some(Unlabelled::Balance)
            && previous.is_some()
            && flow_column.is_some();
        if is_same_label || is_unlabelled || is_balance {
            let row = BlockRow {
                row: at,
                slice: None,
                role: None,
                period: None,
                flow: Some(FlowWord::Balance).filter(|_| is_balance),
                is_likely: false,
            };
            if let Some(block) = made.blocks.last_mut() {
                block.rows.push(row);
            }
            continue;
        }
        // *Jaarrekening*, *begroting* below *Algemene reserve*; *Lasten* and *Baten* are lines of their own.
        let has_group =
            group_above.is_some() || made.blocks.last().is_some_and(|block| block.is_of_group);
        let may_be_of_group = |states: &States| {
            // *Afwijking* below *Begroot* and *Gerealiseerd* is of the same group.
            let goes_on = || made.blocks.last().is_some_and(|block| block.is_of_group);
            let is_stage = states.role.is_some_and(|role| role != Role::Difference || goes_on());
            !is_of_money || (is_stage && has_group && !column_has_role && are_stages(at))
        };
        if let Some(states) = stated
            && may_be_of_group(&states)
        {
            if let Some(group) = group_above {
                let label = table.rows.get(group).map(|row| row.label.clone()).unwrap_or_default();
                let group_names = groups(&path, &names, Some(group));
                made.blocks.push(Block {
                    goal,
                    name: names.get(group).cloned().unwrap_or_default(),
                    label,
                    group: group_names,
                    rows: vec![states.row(at)],
                    is_of_group: true,
                    ..Block::default()
                });
                continue;
            }
            let goes_on = made
                .blocks
                .last()
                .filter(|block| block.is_of_group || block.group == in_group)
                .is_some_and(|block| {
                    let may_go_on =
                        states.slice.is_some() || comes_again(name) || made.blocks.len() == 1;
                    block.is_of_group
                        || may_go_on && states.goes_on_without_group(around, table, block, at)
                });
            if goes_on {
                if let Some(block) = made.blocks.last_mut() {
                    let is_likely = states.role.is_some() && !block.is_of_group;
                    block.rows.push(BlockRow { is_likely, ..states.row(at) });
                }
                continue;
            }
        }
        let mut group_facts = Facts::default();
        let mut group_unit = None;
        let mut in_full = None;
        for &group in &path {
            let text = names.get(group).map_or("", String::as_str);
            let pack = around.vocabulary.pack();
            if let Some(unit) = label::amounts(pack, text) {
                let said = label::ones(pack, text).filter(|_| unit.scale() == Scale::Ones);
                if unit.scale() != Scale::Ones {
                    (group_unit, in_full) = (Some(unit), None);
                } else if let Some(said) = said.filter(|_| is_of_money) {
                    // The sign of a currency alone leaves the scale around it.
                    group_unit = if said < Ones::Words { group_unit } else { Some(unit) };
                    in_full = Some((said, text.to_owned()));
                }
            }
            let own = around.vocabulary.facts(text);
            let of_label = || flow_of_label(around, text).or_else(|| flow_of_header(around, text));
            let flow = own.flow.or_else(|| if is_of_money { of_label() } else { None });
            let role = own.role.filter(|_| groups_have_roles || own.period.is_some());
            let own = Facts { role, flow, ..(*own).clone() };
            if own.rest == 0 || own.flow.is_some() {
                group_facts = own.within(&group_facts);
            }
        }
        // What follows *Totaal lasten* is not of *Lasten* above it.
        let is_over = is_flow_over;
        if is_over {
            group_facts.flow = None;
        }
        // *Totaal personeelslasten* is a part of *Lasten*. A group with other words, *Toe te rekenen kosten*, ends with any total: what
        // follows may be what these are paid from.
        let is_of_all = || {
            let bare = marks::without(name);
            let is_flow = facts.flow == group_facts.flow && facts.rest == 0;
            (is_flow || group_facts.rest > 0) && arithmetic::is_total(around.vocabulary, bare)
        };
        is_flow_over |= group_facts.flow.is_some()
            && (row.unlabelled == Some(Unlabelled::Total) || is_of_all());
        if let Some(flow) = of_flow {
            let flow = around.vocabulary.facts(flow).flow;
            group_facts = Facts { flow, ..Facts::default() }.within(&group_facts);
        }
        // *Totaal Bestuur* right below *Lasten* and *Baten* is what is left of both.
        let is_left_of_flows = || {
            let flow = |block: &Block| {
                let facts = around.vocabulary.facts(marks::without(&block.name));
                facts.flow.filter(|_| facts.rest == 0 && facts.others.is_empty())
            };
            let mut before = made.blocks.iter().rev().map(flow);
            let two = before.next().flatten().zip(before.next().flatten());
            let are_flows = two.is_some_and(|(one, other)| are_opposed(one, other));
            are_flows && facts.flow.is_none() && arithmetic::is_total(around.vocabulary, name)
        };
        if is_of_money && (is_left_of_flows() || balances.contains_key(&at)) {
            group_facts.flow = Some(FlowWord::Balance);
        }
        // A part flows as the whole does.
        if let Some((_, flow)) = &whole {
            group_facts.flow = group_facts.flow.or(*flow);
        }
        // *Lasten* and *Baten* above it are labels of their own.
        let unlabelled = row.unlabelled.map(|of| {
            if of == Unlabelled::Balance {
                group_facts.flow = Some(FlowWord::Balance);
            }
            word_for(around, of)
        });
        // *Stand ontwerpbegroting 2019* among rows of amounts whose columns say only when.
        let is_own_stage = |facts: &Facts| {
            let is_pure = facts.rest == 0 && facts.flow.is_none() && facts.content.is_none();
            // *Extrapolatie 2027* is one of the changes between two stages.
            let is_stage =
                matches!(facts.role, Some(Role::Budgeted | Role::Amended | Role::Realised));
            is_of_money && !column_has_role && is_pure && is_stage && facts.others.is_empty()
        };
        let own = Block {
            goal,
            label: row.label.clone(),
            name: unlabelled.unwrap_or_else(|| name.to_owned()),
            group: in_group,
            part_of,
            group_facts,
            is_flow_over: is_over,
            group_unit,
            in_full,
            rows: vec![BlockRow {
                row: at,
                slice: body_of_first(around, table, name, is_other),
                role: facts.role.filter(|_| {
                    stages.contains(name)
                        || is_own_stage(&facts)
                        || !is_of_money && !column_has_role && is_stage(&facts)
                }),
                // `2023` in front of *Stand 1-1* and *Stand 31-12*, and *Uitgaven 2014* below stages without a year.
                period: facts.period.filter(|_| {
                    let is_flow = facts.flow.is_some() && facts.rest == 0;
                    is_of_money && (facts.is_bare_period() || is_flow)
                }),
                flow: None,
                is_likely: false,
            }],
            ..Block::default()
        };
        made.blocks.push(own);
    }
    used.extend(path.iter().take(path.len().saturating_sub(fresh)));
    // Groups that no row is in are kept as text.
    let is_lost = |at: &usize| !used.contains(at);
    let groups = (0..table.rows.len())
        .filter(|&at| table.rows.get(at).is_some_and(|row| row.kind == RowKind::Group));
    made.headings = groups.filter(is_lost).collect();
    take_flows_between(around, table, &mut made);
    made
}

/// Gives rows that say nothing of their flow that of the rows around them, where both say the same: *Rente* between *Programma-uitgaven* and
/// *Overige uitgaven*.
fn take_flows_between(around: &Around<'_, '_>, table: &Table, made: &mut Blocks) {
    let states =
        |column: &Column| column.content == Some(ColumnKind::Flow) || column.facts.flow.is_some();
    if !made.is_of_money
        || table.scope.flow.is_some()
        || flow_of_title(around).is_some()
        || table.columns.iter().any(states)
    {
        return;
    }
    let pack = around.vocabulary.pack();
    let flow = |block: &Block| flow_of_label(around, &block.name).or(block.group_facts.flow);
    let flows: Vec<Option<FlowWord>> = made.blocks.iter().map(flow).collect();
    let mut before: Option<(usize, FlowWord)> = None;
    let mut found: Vec<(usize, FlowWord)> = Vec::new();
    take_flows_of_article(around, made, &flows);
    for (at, flow) in flows.iter().enumerate() {
        let Some(flow) = *flow else { continue };
        let is_one = matches!(flow, FlowWord::Expenses | FlowWord::Income);
        if let Some((from, known)) = before.filter(|(_, known)| is_one && *known == flow) {
            found.extend((from + 1..at).map(|between| (between, known)));
        }
        before = is_one.then_some((at, flow));
    }
    for (at, flow) in found {
        let Some(block) = made.blocks.get_mut(at) else { continue };
        let name = marks::without(&block.name);
        // *Formatie (fte)* is of no flow, and a total is of several.
        let has_unit = around.vocabulary.unit(name).is_some();
        if name.is_empty()
            || has_unit
            || arithmetic::is_total(around.vocabulary, name)
            || label::has_scale(pack, name)
        {
            continue;
        }
        block.group_facts.flow = Some(flow);
        made.between.push(at);
    }
}

/// Gives the rows of an article of the state's budget their flow. Its table has the commitments first, then what is spent with what that
/// consists of, then what is received: *Verplichtingen*, *Uitgaven*, *Bekostiging*, *Ontvangsten*, as the rules for these budgets prescribe.
fn take_flows_of_article(around: &Around<'_, '_>, made: &mut Blocks, flows: &[Option<FlowWord>]) {
    let pack = around.vocabulary.pack();
    let is_of_commitments = |block: &Block| {
        let name = fold(marks::without(&block.name), true);
        pack.each(|tables| tables.rows.commitments).any(|word| *word == name)
    };
    let is_flow = |at: usize| {
        let name = made.blocks.get(at).map(|block| marks::without(&block.name));
        name.is_some_and(|name| around.vocabulary.facts(name).rest == 0)
    };
    let Some(first) = made.blocks.iter().position(is_of_commitments) else { return };
    let mut of_article = None;
    let mut found = Vec::new();
    for (at, flow) in flows.iter().enumerate().skip(first + 1) {
        match flow {
            Some(flow @ (FlowWord::Expenses | FlowWord::Income)) if is_flow(at) => {
                of_article = Some(*flow);
            }
            Some(_) => {}
            None => found.extend(of_article.map(|of| (at, of))),
        }
    }
    for (at, flow) in found {
        if let Some(block) = made.blocks.get_mut(at) {
            block.group_facts.flow = Some(flow);
        }
    }
}

/// The word for a total or a balance, for a row that has none.
fn word_for(around: &Around<'_, '_>, of: Unlabelled) -> String {
    let words = |tables: &'static Tables| match of {
        Unlabelled::Total => tables.rows.totals,
        Unlabelled::Balance => tables.rows.balance,
    };
    let word = around.vocabulary.pack().each(words).next().copied().unwrap_or_default();
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How many rows have each label.
fn count_labels<'n>(table: &Table, names: &'n [String]) -> HashMap<&'n str, usize> {
    let mut found = HashMap::new();
    for (row, name) in table.rows.iter().zip(names) {
        if matches!(row.kind, RowKind::Figures | RowKind::Misfit) {
            *found.entry(name.as_str()).or_default() += 1;
        }
    }
    found
}

/// The labels that come again below each group and say what the figures of their rows are, with other words: *Raming GR*, *Onze begroting*,
/// *Verschil* below *Emco* and below *Wedeka*.
fn repeated_stages<'n>(
    around: &Around<'_, '_>,
    table: &Table,
    names: &'n [String],
) -> HashSet<&'n str> {
    const MAX_WORDS: u8 = 2;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups = 0;
    for (row, name) in table.rows.iter().zip(names) {
        match row.kind {
            RowKind::Group => groups += 1,
            RowKind::Figures => *counts.entry(name).or_default() += 1,
            RowKind::Meta | RowKind::Misfit => {}
        }
    }
    if groups < 2 {
        return HashSet::new();
    }
    let mut roles = HashSet::new();
    let stage = |name: &'n str| {
        let facts = around.vocabulary.facts(marks::without(name));
        let role = facts.role.filter(|_| {
            facts.rest <= MAX_WORDS && facts.flow.is_none() && facts.content.is_none()
        })?;
        roles.insert(role);
        Some(name)
    };
    let again = counts.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name);
    let found: HashSet<&str> = again.filter_map(stage).collect();
    // One alone may be a word of the name.
    if roles.len() > 1 { found } else { HashSet::new() }
}

/// The piece of a group row that states a goal: *Doel 1: Minder inbraken*.
fn goal_of(around: &Around<'_, '_>, group: &crate::read::table::Row) -> Option<usize> {
    let spot = group.label.first()?;
    heading::is_goal(around.vocabulary, spot.text(around.lines)).then(|| spot.piece())
}

fn groups(path: &[usize], names: &[String], but: Option<usize>) -> Vec<String> {
    path.iter()
        .filter(|row| Some(**row) != but)
        .filter_map(|&row| names.get(row).cloned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// What the columns left of the label say that a row belongs to.
fn groups_of_columns<'a>(
    around: &'a Around<'_, '_>,
    table: &'a Table,
    row: &'a crate::read::table::Row,
) -> impl Iterator<Item = String> + 'a {
    let columns = table.columns.iter().zip(&row.cells);
    columns
        .filter(|(column, _)| column.content == Some(ColumnKind::Group))
        .filter_map(|(_, cell)| Some((*cell)?.spot.text(around.lines).to_owned()))
}

/// The body whose figures a row holds that has nothing above it.
fn body_of_first(
    around: &Around<'_, '_>,
    table: &Table,
    name: &str,
    is_other: bool,
) -> Option<Dimension> {
    let is_body = table.labels_are_areas || is_other;
    if is_body && !is_own(around, name) {
        slices::of(around.vocabulary.pack(), marks::without(name), DimensionName::AREA)
    } else {
        None
    }
}

/// What the label of a row states, apart from a subject.
struct States {
    slice: Option<Dimension>,
    role: Option<Role>,
    period: Option<Period>,
}

impl States {
    fn row(&self, row: usize) -> BlockRow {
        BlockRow {
            row,
            slice: self.slice.clone(),
            role: self.role,
            period: self.period,
            flow: None,
            is_likely: false,
        }
    }

    /// Whether a row may be of the subject above it, though that has a row of its own.
    fn goes_on_without_group(
        &self,
        around: &Around<'_, '_>,
        table: &Table,
        block: &Block,
        at: usize,
    ) -> bool {
        if table.labels_are_areas {
            return false;
        }
        if self.slice.is_some() {
            return true;
        }
        if self.role.is_none() {
            return false;
        }
        let above = around.vocabulary.facts(marks::without(&block.name));
        above.role.is_none() && is_of_size(around, table, block, at)
    }
}

/// Whether the numbers of a row are of the size of those of the rows above it.
fn is_of_size(around: &Around<'_, '_>, table: &Table, block: &Block, at: usize) -> bool {
    let digits = |text: &str| {
        text.split(',').next().unwrap_or_default().bytes().filter(u8::is_ascii_digit).count()
    };
    let most = |row: usize| {
        let cells = table.rows.get(row).map(|row| row.cells.as_slice()).unwrap_or_default();
        cells
            .iter()
            .flatten()
            .map(|cell| digits(cell.spot.text(around.lines)))
            .filter(|count| *count > 0)
            .max()
    };
    let above = block.rows.iter().filter_map(|row| most(row.row)).max();
    match (above, most(at)) {
        (Some(one), Some(other)) => one.abs_diff(other) <= 1,
        _ => true,
    }
}

fn states_of(
    around: &Around<'_, '_>,
    table: &Table,
    name: &str,
    facts: &Facts,
    is_of_money: bool,
    is_other: bool,
) -> Option<States> {
    const MAX_LEN: usize = 60;
    if name.is_empty() || name.len() > MAX_LEN {
        return None;
    }
    let columns = || table.columns.iter().filter(|column| column.content.is_none());
    if facts.rest == 0 && facts.content.is_none() && facts.flow.is_none() && facts.unit.is_none() {
        // *Doelen* above all columns is wider than *Jaarrekening* in front of a row.
        let first = columns().next().and_then(|column| column.facts.role);
        let is_wider = first.is_some()
            && columns().count() > 1
            && columns().all(|column| column.facts.role == first);
        let role = facts
            .role
            .filter(|role| is_wider || columns().all(|column| column.facts.role != Some(*role)));
        let period = facts.period.filter(|_| columns().all(|column| column.facts.period.is_none()));
        let is_open = is_wider || columns().any(|column| column.facts.role.is_none());
        if (role.is_some() && is_open) || period.is_some() {
            return Some(States { slice: None, role, period });
        }
    }
    if is_of_money {
        return None;
    }
    let bare = marks::without(name);
    if is_other || is_own(around, name) || table.labels_are_areas {
        return Some(States {
            slice: slices::of(around.vocabulary.pack(), bare, DimensionName::AREA),
            role: None,
            period: None,
        });
    }
    None
}

fn is_other_body(around: &Around<'_, '_>, name: &str) -> bool {
    const MAX_LEN: usize = 40;
    name.len() <= MAX_LEN
        && around.vocabulary.pack().is_of_a_body(&fold(marks::without(name), true))
}

/// Whether a row has the name of the body whose document it is.
fn is_own(around: &Around<'_, '_>, name: &str) -> bool {
    let Some(own) = around.own_body else { return false };
    // Few rows begin with a letter that a word of the name begins with.
    let begins = |text: &str| {
        text.chars().find(|c| c.is_alphanumeric()).map(|first| first.to_ascii_lowercase())
    };
    let first = begins(name);
    let is_word = |c: char| c.is_alphanumeric();
    let mut words = own.split(|c| !is_word(c)).filter_map(begins).peekable();
    if first.is_some_and(|c| c.is_ascii())
        && words.peek().is_some()
        && words.all(|word| word.is_ascii() && Some(word) != first)
    {
        return false;
    }
    let (name, own) = (fold(marks::without(name), true), fold(own, true));
    let bare = own
        .split_once(' ')
        .filter(|(kind, _)| around.vocabulary.pack().has(kind, |tables| tables.text.bodies));
    name == own || bare.is_some_and(|(_, bare)| name == bare)
}

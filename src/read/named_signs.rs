//! In which sign the balances of a table are printed by their names, *Nadelig saldo*, *Netto lasten*, and whether the headers of a line say
//! that it is with the reserves.

use std::collections::HashMap;
use std::num::NonZeroU32;

use super::facts::looks::Looks;
use super::facts::words::FlowWord;
use super::observe::Subject;
use super::table::{Column, Table};
use super::{marks, money};
use crate::leaves::role::Role;
use crate::leaves::value::Value;
use crate::model::cost::{KnownSign, Reserves, Signs};
use crate::words::fold;

/// In which sign a surplus is printed by what names the amounts of a balance: its label, its groups and the headers of its columns. Each
/// line has its own, since a table may have *Nadelig saldo* and *Voordelig saldo*.
pub(super) struct NamedSigns {
    of_columns: HashMap<u32, KnownSign>,
    of_rows: HashMap<String, KnownSign>,
    /// By the title or the header of the labels, for rows of which nothing narrower says what flows: *Netto lasten per taakveld*.
    of_table: Option<KnownSign>,
    /// Whether the headers say that amounts are with or without the reserves.
    reserves: HashMap<u32, Reserves>,
}

impl NamedSigns {
    pub(super) fn of(
        looks: &Looks<'_>,
        table: &Table,
        above: &[&str],
        subjects: &[Subject],
    ) -> Self {
        let pack = looks.pack();
        let has_flow = |column: &Column| column.content.is_none() && column.facts.flow.is_some();
        let labels = table.columns.iter().find(|column| column.is_of_labels());
        let header = labels.map(Column::header);
        // A title of what is left, and no sentence that speaks of it.
        let is_of_balance = |text: &&str| {
            let facts = looks.facts(text);
            facts.flow == Some(FlowWord::Balance) && facts.rest <= 1
        };
        let texts = header.as_deref().into_iter().chain(above.iter().copied());
        let mut texts = texts.filter(is_of_balance);
        let mut of_table = texts.find_map(|text| money::surplus_by_name(pack, text));
        if table.columns.iter().any(has_flow) {
            of_table = None;
        }
        let mut numbered = 0;
        let mut of_columns = HashMap::new();
        let mut reserves = HashMap::new();
        for column in table.columns.iter().filter(|column| !column.is_of_labels()) {
            numbered += 1;
            if column.content.is_none()
                && column.facts.flow.is_some()
                && let Some(with) = money::reserves(pack, &fold(&column.header(), true))
            {
                reserves.insert(numbered, with);
            }
            // What a difference says of its sign is its own.
            let is_balance = column.content.is_none()
                && column.facts.flow == Some(FlowWord::Balance)
                && column.facts.role != Some(Role::Difference);
            if is_balance && let Some(sign) = money::surplus_by_name(pack, &column.header()) {
                of_columns.insert(numbered, sign);
            }
        }
        let balances = || subjects.iter().filter(|of| of.flow == Some(FlowWord::Balance));
        let mut of_rows = HashMap::new();
        for subject in balances() {
            for text in subject.group.iter().chain([&subject.label]) {
                if !of_rows.contains_key(text)
                    && let Some(sign) = money::surplus_by_name(pack, text)
                {
                    of_rows.insert(text.clone(), sign);
                }
            }
        }
        // *Nadelig saldo* that is printed with a minus may be short by as much: the word says it, and the sign says it again.
        let mut sides: HashMap<u32, (usize, usize)> = HashMap::new();
        let mut all = (0, 0);
        let mut sides_of_rows: HashMap<&str, (usize, usize)> = HashMap::new();
        for subject in balances() {
            let mut own = (0, 0);
            for (figure, _) in &subject.figures {
                let Value::Exact(number) = figure.value else { continue };
                if number.is_zero() || figure.role == Some(Role::Difference) {
                    continue;
                }
                let one = (usize::from(!number.is_negative()), usize::from(number.is_negative()));
                own = (own.0 + one.0, own.1 + one.1);
                let column = figure.cell.as_ref().and_then(|cell| cell.column);
                let side = sides.entry(column.map_or(0, NonZeroU32::get)).or_default();
                *side = (side.0 + one.0, side.1 + one.1);
            }
            all = (all.0 + own.0, all.1 + own.1);
            for text in subject.group.iter().chain([&subject.label]) {
                if of_rows.contains_key(text) {
                    let side = sides_of_rows.entry(text).or_default();
                    *side = (side.0 + own.0, side.1 + own.1);
                }
            }
        }
        let is_printed_plus =
            |side: Option<&(usize, usize)>| side.is_none_or(|side| side.0 >= side.1);
        of_columns.retain(|column, _| is_printed_plus(sides.get(column)));
        of_rows.retain(|text, _| is_printed_plus(sides_of_rows.get(text.as_str())));
        let of_table = of_table.filter(|_| is_printed_plus(Some(&all)));
        NamedSigns { of_columns, of_rows, of_table, reserves }
    }

    /// That of a line; nothing where its label and its columns say two things, or where some of its columns say nothing.
    pub(super) fn of_line(&self, looks: &Looks<'_>, subject: &Subject) -> Signs {
        if subject.flow != Some(FlowWord::Balance) {
            return Signs::default();
        }
        let of_columns = of_all_columns(&self.of_columns, subject);
        let mut texts = std::iter::once(&subject.label).chain(subject.group.iter().rev());
        let of_row = texts.find_map(|text| self.of_rows.get(text));
        let surplus = match (of_row, of_columns) {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => one.or(other).copied().or_else(|| {
                let texts = || std::iter::once(&subject.label).chain(&subject.group);
                let is_open = !texts().any(|text| looks.facts(marks::without(text)).flow.is_some());
                self.of_table.filter(|_| is_open)
            }),
        };
        Signs { surplus, ..Signs::default() }
    }

    /// Whether the headers of a line say that it is with or without the reserves.
    pub(super) fn reserves_of(&self, subject: &Subject) -> Option<Reserves> {
        of_all_columns(&self.reserves, subject).copied()
    }
}

/// What the columns of all figures of a line say, but for differences; nothing where one of them says nothing or another thing.
fn of_all_columns<'c, T: PartialEq>(
    columns: &'c HashMap<u32, T>,
    subject: &Subject,
) -> Option<&'c T> {
    let figures = subject.figures.iter().map(|(figure, _)| figure);
    let figures = figures.filter(|figure| figure.role != Some(Role::Difference));
    let mut said = figures.map(|figure| {
        let column = figure.cell.as_ref().and_then(|cell| cell.column)?;
        columns.get(&column.get())
    });
    let first = said.next().flatten();
    first.filter(|_| said.all(|other| other == first))
}

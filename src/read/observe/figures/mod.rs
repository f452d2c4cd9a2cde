//! The figures of each subject: cell by cell, with the facts of its row and its column.
//!
//! `flows` knows what flows the amounts of a row are and `units` in what they are, `beside` takes the cells that are no figures,
//! `edition` says what follows from the document, and `reports` tells what is wrong with headers and rows.

mod beside;
mod edition;
mod flows;
mod reports;
mod units;

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::NaiveDate;
use edition::of_edition;
use flows::{flow_of_cell, has_groups_of_flows, is_of_both, lines_of_columns, nets_are_flows};

use super::blocks::{Block, BlockRow, Blocks, lines_of};
use super::{Around, At, Observed, Report, Subject, Used, What};
use crate::findings::rule::Message;
use crate::leaves::dimension::{Dimension, DimensionName};
use crate::leaves::period::Period;
use crate::leaves::role::{Role, Status};
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::model::figure::{self, Figure};
use crate::model::table::TableRow;
use crate::read::cell;
use crate::read::context::{CellReport, Context, Convention, NumberLooks};
use crate::read::dates;
use crate::read::facts::Facts;
use crate::read::facts::letters;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::facts::words::FlowWord;
use crate::read::label::Ones;
use crate::read::lines::{LineUse, Lines};
use crate::read::marks;
use crate::read::peers::Peers;
use crate::read::raw_cell::{Interpretation, RawCell};
use crate::read::slices;
use crate::read::spot::Spot;
use crate::read::table::arithmetic::is_total;
use crate::read::table::settle::is_of_before;
use crate::read::table::subject_above::is_stage;
use crate::read::table::{self, Column, RowKind, Table, Unlabelled};

/// Everything that the cells of a table share.
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the table")]
struct Cells<'a, 's> {
    around: &'a Around<'a, 's>,
    table: &'a Table,
    convention: Convention,
    /// The cells of figures as they are read alone, for each row that they weren't taken of yet.
    readings: Vec<Vec<Option<RawCell>>>,
    is_of_money: bool,
    unit: Option<Unit>,
    /// Whether all columns of figures state the unit of the table: a row that states another one is narrower.
    is_of_all_columns: bool,
    /// How each column says that its amounts are in full, below a wider scale.
    in_full: Vec<Option<Ones>>,
    /// The column that says whose the figures are: of several the one that tells most bodies apart.
    area: Option<usize>,
    /// The time and the role of amounts of which nothing else says them.
    of_edition: Option<(Period, Role)>,
    /// The year of the budget by which figures were taken as budgeted of which nothing else says what they are.
    of_budget: Option<Period>,
    /// In what its amounts are where nothing says it.
    usual_money: Option<Unit>,
    /// The year of the edition, if it decided which years the headers *Rekening* and *Begroting* stand over.
    by_reach: Option<Period>,
    /// What its amounts are by the heading of the field, and whether that decided of some.
    of_heading: Option<Role>,
    is_by_heading: bool,
    /// Whether the flow above all columns says nothing of each row.
    is_of_both: bool,
    /// Whether some group rows are a flow and nothing else.
    has_groups_of_flows: bool,
    /// Whether *Netto lasten* and *Netto opbrengsten* are flows, since the table has both.
    nets_are_flows: bool,
    /// Which of several lines of its flow each column is of: 0 for the first, and where there is one.
    lines_of_columns: Vec<usize>,
    observed: Observed,
}

/// What flows the amounts of a line are, and which of several lines of that flow it is: *Saldo* and *Resultaat*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct LineFlow {
    flow: Option<FlowWord>,
    line: usize,
}

impl LineFlow {
    fn of(flow: Option<FlowWord>) -> Self {
        LineFlow { flow, line: 0 }
    }
}

fn area_column(around: &Around<'_, '_>, table: &Table) -> Option<usize> {
    let columns = table.columns.iter().enumerate();
    let areas = columns.filter(|(_, column)| column.content == Some(ColumnKind::Area));
    let names = |at: usize| {
        let cells = table.rows.iter().filter_map(move |row| row.cells.get(at).copied().flatten());
        cells.map(|cell| cell.spot.text(around.lines)).collect::<HashSet<_>>().len()
    };
    // Of two that tell as many apart, the first.
    areas.map(|(at, _)| (names(at), std::cmp::Reverse(at))).max().map(|(_, at)| at.0)
}

/// The cells of figures in each row as they are read alone, and what all cells show of how numbers are written.
fn readings(
    around: &Around<'_, '_>,
    table: &Table,
    convention: &mut Convention,
) -> Vec<Vec<Option<RawCell>>> {
    /// The most rows of which the cells are kept until they are taken: those of others are read again.
    const MAX_ROWS: usize = 1_000;
    let mut found = Vec::with_capacity(table.rows.len().min(MAX_ROWS));
    let mut looks = vec![NumberLooks::default(); table.columns.len()];
    for row in &table.rows {
        let made = readings_of(around, table, row, &mut |cell| convention.learn(cell));
        for (looks, reading) in looks.iter_mut().zip(&made) {
            if let Some(reading) = reading {
                looks.learn(reading);
            }
        }
        // Cells without a column show it too; `0.1` in a column of codes says nothing about amounts.
        for (at, cell) in row.cells.iter().enumerate() {
            if let Some(cell) = cell.as_ref().filter(|_| at >= table.columns.len()) {
                convention.learn(&cell::read(&around.scope.cells, cell.spot.text(around.lines)));
            }
        }
        if found.len() < MAX_ROWS {
            found.push(made);
        }
    }
    for looks in looks {
        convention.learn_column(looks);
    }
    found
}

/// The cells of figures in a row as they are read alone; each that stands there is passed to `learn`.
fn readings_of(
    around: &Around<'_, '_>,
    table: &Table,
    row: &table::Row,
    learn: &mut dyn FnMut(&RawCell),
) -> Vec<Option<RawCell>> {
    let reading = |(at, column): (usize, &Column)| {
        if column.content.is_some() {
            return None;
        }
        let Some(cell) = row.cells.get(at).copied().flatten() else {
            let blank = crate::leaves::value::Missing::Blank;
            return Some(RawCell::new(Interpretation::Sure(blank.into())));
        };
        let reading = cell::read(&around.scope.cells, &cell.text(around.lines));
        learn(&reading);
        Some(reading)
    };
    table.columns.iter().enumerate().map(reading).collect()
}

/// Whether the columns of figures are years and say nothing else, but for a total of these at the end.
fn are_years(vocabulary: &Looks<'_>, table: &Table) -> bool {
    let figures = || table.columns.iter().filter(|column| column.content.is_none());
    let count = figures().take_while(|column| column.facts.is_bare_period()).count();
    // *Total* behind them is of all of them.
    let is_total = |column: &Column| {
        let facts = &column.facts;
        facts.period.is_none()
            && facts.role.is_none()
            && facts.flow.is_none()
            && column.headers.first().is_some_and(|header| is_total(vocabulary, header))
    };
    count > 1 && figures().skip(count).take(1).all(is_total) && figures().count() <= count + 1
}

/// The unit that the headers of all columns of figures state.
fn unit_of_columns(table: &Table) -> Option<Unit> {
    let mut units = table
        .columns
        .iter()
        .filter(|column| column.content.is_none())
        .map(|column| column.facts.unit.as_ref());
    let first = units.next()??;
    let is_amount = first.quantity() == Some(Quantity::Money);
    (is_amount && units.all(|unit| unit == Some(first))).then(|| first.clone())
}

pub(super) fn read(around: &Around<'_, '_>, table: &Table, blocks: Blocks) -> Observed {
    let mut convention = Convention::default();
    if let Some(sign) = around.scope.defaults.decimal {
        convention.tell(sign);
    }
    let readings = readings(around, table, &mut convention);
    let is_of_money = blocks.is_of_money;
    let told = around
        .scope
        .defaults
        .unit
        .clone()
        .filter(|unit| is_of_money || unit.quantity() != Some(Quantity::Money));
    let (unit, sign) = units::unit_of_table(around, table);
    let of_columns = unit_of_columns(table);
    let unit = unit.or_else(|| of_columns.clone()).or(told);
    if is_of_money && unit.as_ref().is_some_and(|unit| unit.scale() == Scale::Thousands) {
        convention.settle_thousands();
    }
    let observed = Observed { is_of_money, unit: unit.clone(), ..Observed::default() };
    let area = area_column(around, table);
    let of_edition = of_edition(around, table, is_of_money);
    let mut cells = Cells {
        around,
        table,
        convention,
        readings,
        is_of_money,
        is_of_all_columns: of_columns.is_some() && of_columns == unit,
        in_full: units::in_full(around.vocabulary, table, unit.as_ref()),
        unit,
        area,
        of_edition,
        usual_money: if is_of_money { units::usual_money(around, table) } else { None },
        of_budget: None,
        by_reach: None,
        of_heading: around
            .heading_role
            .filter(|_| is_of_money && are_years(around.vocabulary, table)),
        is_by_heading: false,
        is_of_both: is_of_both(around, table),
        has_groups_of_flows: has_groups_of_flows(around, table),
        nets_are_flows: is_of_money && nets_are_flows(around, table),
        lines_of_columns: lines_of_columns(around, table),
        observed,
    };
    cells.report_columns();
    for doubt in &table.doubts {
        cells.report(At::Table, doubt.at, What::Finding(doubt.what.clone()));
    }
    cells.mark_head();
    cells.report_scale();
    cells.report_in_full();
    if let Some(piece) = sign.filter(|_| is_of_money) {
        cells.report_sign(piece);
    }
    for row in table.rows.iter().filter(|row| row.kind == RowKind::Group) {
        if let Some(lines) = lines_of(&row.label) {
            cells.use_as(lines, LineUse::Label);
        }
    }
    cells.report_numbered_rows();
    // The largest that is made of a table: to double it where it is full would take as much again.
    cells.observed.subjects.reserve_exact(blocks.blocks.len());
    for (at, block) in blocks.blocks.iter().enumerate() {
        if blocks.between.binary_search(&at).is_ok()
            && let Some(lines) = lines_of(&block.label)
        {
            let subject = At::Subject(cells.observed.subjects.len());
            let what = Message::FlowBetween { row: block.name.as_str().into() };
            cells.report(subject, lines, What::Finding(what));
        }
        cells.block(block);
    }
    for row in blocks.headings {
        if let Some(row) = table.rows.get(row) {
            cells.heading_without_rows(row);
        }
    }
    if let Some(edition) = cells.of_budget {
        let at = Lines::one(table.head.first().copied().unwrap_or(table.from));
        cells.report(At::Table, at, What::Finding(Message::YearsOfBudget { edition }));
    }
    if let Some(edition) = cells.by_reach {
        let at = Lines::one(table.head.first().copied().unwrap_or(table.from));
        cells.report(At::Table, at, What::Finding(Message::ReachByEdition { edition }));
    }
    if cells.is_by_heading {
        let at = Lines::one(table.head.first().copied().unwrap_or(table.from));
        cells.report(At::Table, at, What::Finding(Message::RoleOfHeading {}));
    }
    for spot in &table.orphans {
        let text = spot.text(around.lines);
        let what = Message::CellWithoutLabel { text: text.into() };
        cells.use_as(Lines::one(spot.piece()), LineUse::Cell);
        cells.report(At::Table, Lines::one(spot.piece()), What::Finding(what));
    }
    cells.observed
}

impl Cells<'_, '_> {
    fn report(&mut self, at: At, lines: Lines, what: What) {
        self.observed.reports.push(Report { at, lines, what });
    }

    fn use_as(&mut self, lines: Lines, used_as: LineUse) {
        self.observed.uses.push(Used::new(lines, used_as));
    }

    fn mark_head(&mut self) {
        for &line in &self.table.heads {
            self.use_as(Lines::one(line), LineUse::Title);
        }
        for &piece in &self.table.head {
            self.use_as(Lines::one(piece), LineUse::Header);
        }
    }

    /// Whether the columns without a time are of that of the title, and others are of later years: *Stand ontwerpbegroting*,
    /// *Mutaties*, *Mutatie 2025* below a title with 2024.
    fn title_fills(&self) -> bool {
        let Some(title) = self.around.title.period else { return false };
        let figures = || self.table.columns.iter().filter(|column| column.content.is_none());
        let is_open = |column: &&Column| column.facts.period.is_none() && !column.is_open;
        let is_stated = |column: &Column| column.facts.role.is_some() && column.facts.day.is_none();
        figures().any(|column| column.facts.period.is_some())
            && figures().filter(is_open).count() > 1
            && figures().filter(is_open).all(is_stated)
            && figures()
                .filter_map(|column| column.facts.period)
                .all(|of| title.end().is_some_and(|end| of.start() > end))
    }

    /// The column of periods that is about the figures of a column: the only one, unless it stands
    /// between two columns and may be of either; or of several the one beside it.
    fn period_column(&self, at: usize) -> Option<usize> {
        let columns = self.table.columns.iter().enumerate();
        let of = |content: Option<ColumnKind>| {
            columns.clone().filter(move |(_, column)| column.content == content).map(|(at, _)| at)
        };
        let periods: Vec<usize> = of(Some(ColumnKind::Period)).collect();
        if periods.is_empty() {
            return None;
        }
        let without_period: Vec<usize> = of(None)
            .filter(|&at| {
                self.table.columns.get(at).is_some_and(|column| column.facts.period.is_none())
            })
            .collect();
        // Numbers of which nothing is known, as codes are, need no time.
        let states = |at: &usize| {
            self.table.columns.get(*at).is_some_and(|column| column.facts.is_placing())
        };
        let stating: Vec<usize> = without_period.iter().copied().filter(states).collect();
        let figures = if stating.is_empty() { without_period } else { stating };
        match periods.as_slice() {
            [] => None,
            [only] => {
                let is_between = figures.iter().any(|figure| figure < only)
                    && figures.iter().any(|figure| figure > only);
                (!is_between).then_some(*only)
            }
            [first, .., last] => {
                let leads = figures.iter().all(|figure| figure > first);
                let trails = figures.iter().all(|figure| figure < last);
                match (leads, trails) {
                    // `Jaar | Referentie | Gemeente | Jaar | Referentie | Gemeente`
                    (true, false) => periods.iter().rev().copied().find(|period| *period < at),
                    // `Waarde | Jaar | Streefwaarde | Jaar`
                    (false, true) => periods.iter().copied().find(|period| *period > at),
                    _ => None,
                }
            }
        }
    }

    /// Whether each row is labelled with its year and nothing else.
    fn labels_are_periods(&self) -> bool {
        let is_period = |row: &table::Row| {
            let name = super::blocks::name_of(self.around, &row.label);
            self.around.vocabulary.facts(marks::without(&name)).is_bare_period()
        };
        let mut rows = self.table.rows.iter().filter(|row| row.kind == RowKind::Figures).peekable();
        self.is_of_money && rows.peek().is_some() && rows.all(is_period)
    }

    /// Whether the name of a subject says only what stage its figures are of, and no column says what they are.
    fn is_stage_alone(&self, block: &Block) -> bool {
        let mut figures = self.table.columns.iter().filter(|column| column.content.is_none());
        !self.is_of_money
            && !block.is_of_group
            && figures.any(|column| column.facts.role.is_none())
            && is_stage(&self.around.vocabulary.facts(marks::without(&block.name)))
    }

    /// Reads the rows of a subject. In a table of money with flows as columns that makes a subject for
    /// each flow.
    fn block(&mut self, block: &Block) {
        let row_lines = || {
            let row = self.table.rows.get(block.rows.first()?.row)?;
            let piece = row.cells.iter().flatten().next()?.spot.piece();
            Some(Lines::one(piece))
        };
        let lines =
            lines_of(&block.label).or_else(row_lines).unwrap_or(Lines::one(self.table.from));
        let mut base = Subject::new(block.name.clone(), lines);
        base.group.clone_from(&block.group);
        base.goal = block.goal;
        self.use_as(lines, LineUse::Label);
        self.take_unit(block, &mut base);
        let base_flow = self.base_flow(block);
        let bare_marks = marks::after_label(&block.name);
        for mark in bare_marks {
            base.marks.push((mark, lines, 0..usize::MAX));
        }
        let first = self.observed.subjects.len();
        if self.is_stage_alone(block) {
            let what = Message::StageAsLabel { row: block.name.as_str().into() };
            self.report(At::Subject(first), lines, What::Finding(what));
        }
        // The flows of the columns, in order; the rows of a subject have one each.
        let mut flows: Vec<LineFlow> = Vec::new();
        if self.is_of_money {
            for (at, column) in self.table.columns.iter().enumerate() {
                let flow = self.line_flow(self.flow(column, base_flow, block), at);
                if column.content.is_none() && !flows.contains(&flow) {
                    flows.push(flow);
                }
            }
        }
        // A column of flows says it of each row.
        let of_column = self
            .table
            .columns
            .iter()
            .position(|column| self.is_of_money && column.content == Some(ColumnKind::Flow));
        for row in block.rows.iter().filter_map(|row| self.table.rows.get(row.row)) {
            let cell = of_column.and_then(|column| row.cells.get(column).copied().flatten());
            let text = cell.map_or("", |cell| cell.spot.text(self.around.lines));
            let flow = flow_of_cell(self.around.vocabulary, text);
            if flow.is_some() && !flows.contains(&LineFlow::of(flow)) {
                flows.push(LineFlow::of(flow));
            }
        }
        for flow in block.rows.iter().filter_map(|row| row.flow) {
            if !flows.contains(&LineFlow::of(Some(flow))) {
                flows.push(LineFlow::of(Some(flow)));
            }
        }
        if flows.is_empty() {
            flows.push(LineFlow::default());
        }
        let mut subjects: Vec<Subject> = flows
            .iter()
            .map(|flow| {
                let mut subject = Subject::new(base.label.clone(), lines);
                subject.group.clone_from(&base.group);
                subject.goal = base.goal;
                subject.unit.clone_from(&base.unit);
                subject.is_scale_unknown = base.is_scale_unknown;
                subject.marks.clone_from(&base.marks);
                subject.flow = flow.flow;
                subject
            })
            .collect();
        for row in &block.rows {
            self.row(block, row, base_flow, &flows, &mut subjects, first);
        }
        for &meta in &block.metas {
            if let Some(subject) = subjects.first_mut() {
                self.meta(meta, subject);
            }
        }
        // A flow of which the row has nothing has no line.
        let is_used = |subject: &Subject| {
            !subject.figures.is_empty()
                || !subject.unplaced.is_empty()
                || !subject.attributes.is_empty()
        };
        let any = subjects.iter().any(is_used);
        let mut kept = 0;
        for subject in subjects {
            if is_used(&subject) || (!any && kept == 0) {
                kept += 1;
                self.observed.subjects.push(subject);
            }
        }
    }

    #[expect(clippy::too_many_lines, reason = "one row, from its label to its last cell")]
    fn row(
        &mut self,
        block: &Block,
        of: &BlockRow,
        base_flow: Option<FlowWord>,
        flows: &[LineFlow],
        subjects: &mut [Subject],
        first: usize,
    ) {
        let Some(row) = self.table.rows.get(of.row) else { return };
        if row.unlabelled.is_some() {
            let printed = row.cells.iter().flatten().next().map(|cell| cell.spot);
            let (text, line) =
                printed.map_or(("", 0), |spot| (spot.text(self.around.lines), spot.piece()));
            let first_cell = text.into();
            let what = match row.unlabelled {
                Some(Unlabelled::Balance) => Message::BalanceWithoutLabel { first: first_cell },
                _ => Message::TotalWithoutLabel { first: first_cell },
            };
            let own = flows.iter().position(|flow| flow.flow == of.flow).unwrap_or(0);
            self.report(At::Subject(first + own), Lines::one(line), What::Finding(what));
        }
        let number = u32::try_from(of.row + 1).unwrap_or(0);
        let name = super::blocks::name_of(self.around, &row.label);
        let label_lines = lines_of(&row.label);
        if let Some(lines) = label_lines {
            self.use_as(lines, LineUse::Label);
        }
        if of.is_likely
            && let Some(lines) = label_lines
        {
            let what = Message::RowOfGroup { group: (&block.name).into(), row: (&name).into() };
            self.report(At::Subject(first), lines, What::Finding(what));
        }
        // The name of a body is in the dimensions of its figures.
        let is_named = of.slice.as_ref().is_some_and(|slice| slice.value() == name);
        let is_of_block =
            block.is_of_group || of.slice.is_some() || of.role.is_some() || of.period.is_some();
        if is_of_block && !is_named {
            self.observed.rows.push(TableRow::new(number, &name));
        }
        if row.kind == RowKind::Misfit {
            self.misfit(row, number, &name, subjects, first);
            return;
        }
        if !row.loose.is_empty() {
            let what = Message::CellsNotPlaced { cells: row.loose.len() };
            self.leave(row, number, row.loose.iter(), what, subjects, first);
        }
        // What the other cells of the row state.
        let mut facts =
            Facts { role: of.role, period: of.period, flow: of.flow, ..Facts::default() };
        let mut area: Option<Dimension> = None;
        let mut parts: Vec<Dimension> = Vec::new();
        let begin: Vec<usize> = subjects.iter().map(|subject| subject.figures.len()).collect();
        let width = row.cells.iter().flatten().count().div_ceil(subjects.len().max(1));
        let known = self.readings.get_mut(of.row).map(std::mem::take).unwrap_or_default();
        let readings = if known.is_empty() {
            readings_of(self.around, self.table, row, &mut |_| {})
        } else {
            known
        };
        let mut periods: Vec<(usize, Period)> = Vec::new();
        // When the figures of a column were measured.
        let mut measured: Vec<(usize, Period)> = Vec::new();
        for (at, column) in self.table.columns.iter().enumerate() {
            let Some(cell) = row.cells.get(at).copied().flatten() else { continue };
            let text = cell.spot.text(self.around.lines);
            // A cell that says what the figures of its row are is a header of them.
            let is_header = matches!(column.content, Some(ColumnKind::Role | ColumnKind::Flow));
            self.use_as(
                Lines::one(cell.spot.piece()),
                if is_header { LineUse::Header } else { LineUse::Cell },
            );
            for part in [cell.dated, cell.rest].into_iter().flatten() {
                self.use_as(Lines::one(part.piece()), LineUse::Cell);
            }
            if let Some(favour) = cell.favour {
                self.use_as(Lines::one(favour.piece()), LineUse::Cell);
            }
            match column.content {
                Some(ColumnKind::Period) => {
                    match dates::period(self.around.vocabulary.pack(), marks::without(text)) {
                        Some(period) => periods.push((at, period)),
                        None => {
                            let what = Message::PeriodNotRecognised { text: text.into() };
                            self.report(
                                At::Subject(first),
                                Lines::one(cell.spot.piece()),
                                What::Finding(what),
                            );
                        }
                    }
                }
                // *Laatste meting* above a year, and *Laatste meting* above a number.
                Some(ColumnKind::Measured) => {
                    let header = column.header();
                    let of = |other: &&(usize, &Column)| {
                        other.1.content.is_none() && other.1.header() == header
                    };
                    let figure =
                        self.table.columns.iter().enumerate().find(|of_table| of(&of_table));
                    let time = dates::period(self.around.vocabulary.pack(), marks::without(text));
                    measured.extend(figure.map(|(figure, _)| figure).zip(time));
                }
                Some(ColumnKind::Role) => {
                    let own = self.around.vocabulary.facts(text);
                    facts.role = own.role.or(facts.role);
                    facts.flow = own.flow.or(facts.flow);
                }
                Some(ColumnKind::Flow) => {
                    facts.role = self.around.vocabulary.facts(text).role.or(facts.role);
                    facts.flow = flow_of_cell(self.around.vocabulary, text).or(facts.flow);
                }
                Some(ColumnKind::Area) if Some(at) == self.area => {
                    area = slices::of(self.around.vocabulary.pack(), text, DimensionName::AREA);
                }
                Some(ColumnKind::Population) if column.facts.is_mapped => {
                    parts.extend(Dimension::new(DimensionName::POPULATION, text));
                }
                _ => {}
            }
        }
        // *Waarde*, *Benchmark*, *Waarde*: the body is that of the value after it.
        let from_area = self.area.filter(|_| area.is_some() && self.area_parts_values());
        let own: Vec<Dimension> = of.slice.clone().into_iter().chain(parts.clone()).collect();
        let slices: Vec<Dimension> =
            area.or_else(|| of.slice.clone()).into_iter().chain(parts).collect();
        let has_period = self
            .table
            .columns
            .iter()
            .any(|column| column.content.is_none() && column.facts.period.is_some());
        let title_period = self.around.title.period.filter(|_| !has_period || self.title_fills());
        // *Begroting 2016* above columns that say neither.
        let has_role = self
            .table
            .columns
            .iter()
            .any(|column| column.content.is_none() && column.facts.role.is_some());
        // Rows that say themselves when they are of are none of the title's.
        let has_periods =
            self.table.columns.iter().any(|column| column.content == Some(ColumnKind::Period));
        let title_role = self.around.title.role.filter(|_| {
            !has_period && !has_periods && !has_role && self.around.title.period.is_some()
        });
        let told = &self.around.scope.defaults;
        let peers = Peers::new(readings.iter().flatten());
        let columns_of_units = self.columns_of_units();
        let subject_unit = subjects.first().and_then(|subject| subject.unit.clone());
        for (at, reading) in readings.into_iter().enumerate() {
            let Some(column) = self.table.columns.get(at) else { continue };
            let cell = row.cells.get(at).copied().flatten();
            // One of the cells without a column may stand there.
            if cell.is_none() && !row.loose.is_empty() {
                continue;
            }
            let Some(reading) = reading else {
                if let Some(cell) = cell
                    && let Some(subject) = subjects.first_mut()
                {
                    let start = begin.first().copied().unwrap_or(0);
                    self.side_cell(column, cell.spot, subject, start);
                    // The *V* or *N* after it is kept beside it.
                    if let Some(favour) = cell.favour {
                        self.side_cell(column, favour, subject, start);
                    }
                }
                continue;
            };
            let spot = cell.map(|cell| cell.spot);
            let spot = spot.or_else(|| Some(Spot::whole(label_lines?.first)));
            let spot = spot
                .or_else(|| Some(row.cells.iter().flatten().next()?.spot))
                .unwrap_or(Spot::whole(0));
            let line = spot.piece();
            let flow = match facts.flow {
                Some(flow) => LineFlow::of(Some(flow)),
                None => self.line_flow(self.flow(column, base_flow, block), at),
            };
            let target = flows.iter().position(|of| *of == flow).unwrap_or(0);
            let target = if self.is_of_money { target } else { 0 };
            let index = first + target;
            let Some(subject) = subjects.get_mut(target) else { continue };
            let serving = self.period_column(at).filter(|&of| !self.is_of_other_time(of, column));
            let near = periods.iter().find(|(column, _)| Some(*column) == serving);
            let near = near.filter(|(_, period)| !self.is_of_the_result(*period, column));
            let dated = cell.and_then(|cell| cell.dated).and_then(|spot| {
                let text = spot.text(self.around.lines).trim_matches(['(', ')', ':']);
                dates::period(self.around.vocabulary.pack(), text)
            });
            let period = dated
                .or(column.facts.period)
                .or(facts.period)
                .or(measured.iter().find(|(figure, _)| *figure == at).map(|(_, period)| *period))
                .or(near.map(|(_, period)| *period))
                .or(block.group_facts.period)
                .or(self.table.scope.period)
                .or(title_period)
                .or(told.period.filter(|_| !has_period))
                .or(self.of_edition.map(|(period, _)| period));
            // *Stand 31-12* in the row of a year.
            let of_day = column.facts.day.and_then(|(month, day)| {
                let year = i32::from(period?.as_year()?);
                let day = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
                Period::day(day).ok()
            });
            let period = of_day.or(period);
            // *Bedrag t-2* in the row of a year; what it is counted from is known there alone.
            let period = match column.facts.years_after {
                Some(by) => {
                    facts.period.or(near.map(|(_, period)| *period)).and_then(|of| later(of, by))
                }
                None => period,
            };
            let role = facts
                .role
                .or(column.facts.role)
                .or(block.group_facts.role)
                .or(self.table.scope.role)
                .or(title_role);
            let role = role
                .or_else(|| told.role_of(period, self.around.edition))
                .or(told.role.filter(|_| !has_role))
                .or(self.of_edition.map(|(_, role)| role));
            let of_budget = if role.is_none() { self.budget_from(period, column) } else { None };
            self.of_budget = self.of_budget.or(of_budget);
            let role = role.or(of_budget.map(|_| Role::Budgeted));
            let by_reach = if role.is_none() { self.role_in_reach(period, column) } else { None };
            self.by_reach = self.by_reach.or(by_reach.map(|(edition, _)| edition));
            let role = role.or(by_reach.map(|(_, role)| role));
            let by_heading = self.of_heading.filter(|_| role.is_none());
            self.is_by_heading |= by_heading.is_some();
            let role = role.or(by_heading);
            let printed = cell.map_or(Cow::Borrowed(""), |cell| cell.text(self.around.lines));
            let place =
                figure::Cell::new(&*printed).at(self.observed_table(), number, self.number_of(at));
            let footnotes = &self.table.footnotes;
            let has_footnote = |mark: &str| {
                footnotes.iter().any(|note| {
                    crate::model::note::bare_mark(&note.mark) == crate::model::note::bare_mark(mark)
                })
            };
            let in_front = self.unit_in_front(&columns_of_units, row, at);
            let of_column = in_front.or_else(|| self.unit_of(at, subject_unit.as_ref()));
            let in_full = self.in_full.get(at).copied().flatten();
            let context = Context {
                unit: subject_unit.as_ref().filter(|unit| !self.is_overridden(column, unit)),
                header_unit: of_column.as_ref(),
                is_in_full: in_full.is_some_and(|said| said >= Ones::Words),
                is_of_money: self.is_of_money,
                takes_minus_behind: self.is_of_money,
                is_in_table: true,
                period,
                role,
                convention: self.convention,
                peers: &peers,
                dash: self.table.dash,
                has_footnote: &has_footnote,
            };
            let favour = cell
                .and_then(|cell| cell.favour)
                .map(|spot| spot.text(self.around.lines).to_owned());
            let favour = favour.or_else(|| self.favour_beside(row, at));
            let pack = self.around.vocabulary.pack();
            let is_favourable = favour.as_deref().and_then(|text| letters::favour(pack, text));
            let at_figure = subject.figures.len();
            let mut reports = Vec::new();
            context.figures(
                place,
                reading,
                &mut |of_cell| {
                    let what = match of_cell {
                        CellReport::Finding(what) => What::Finding(what),
                        CellReport::Resolution(by) => What::Resolution(by),
                    };
                    reports.push(Report {
                        at: At::Figure(index, at_figure),
                        lines: Lines::one(line),
                        what,
                    });
                },
                |mut figure| {
                    let is_own = from_area.is_some_and(|area| at < area);
                    let slices = if is_own { &own } else { &slices };
                    if figure.unit.is_none() && !figure.value.is_missing() {
                        figure.unit.clone_from(&of_column);
                    }
                    finish(&mut figure, column, slices, favour.as_deref());
                    if let Some(status) = is_favourable.filter(|_| !figure.value.is_missing()) {
                        figure.status.insert(status);
                    }
                    // Most subjects have one row, and a figure in each column.
                    if subject.figures.is_empty() {
                        subject.figures.reserve_exact(width);
                    }
                    subject.figures.push((figure, spot));
                },
            );
            self.observed.reports.extend(reports);
        }
        let is_own = block.label.first().map(|spot| spot.piece())
            == row.label.first().map(|spot| spot.piece());
        for (subject, &start) in subjects.iter_mut().zip(&begin) {
            if let Some(lines) = label_lines.filter(|_| !is_own) {
                let marks = marks::after_label(&name).into_iter();
                subject.marks.extend(marks.map(|mark| (mark, lines, start..usize::MAX)));
            }
            // What stands in the row is about its own figures.
            let end = subject.figures.len();
            let ends = subject.marks.iter_mut().map(|(.., of)| of);
            let ends = ends.chain(subject.statuses.iter_mut().map(|(_, of)| of));
            for of in ends
                .chain(subject.dates.iter_mut().map(|(_, of)| of))
                .filter(|of| of.start >= start)
            {
                of.end = of.end.min(end);
            }
        }
    }

    /// Whether the column of bodies stands between two columns of figures of which the headers say the same.
    pub(super) fn area_parts_values(&self) -> bool {
        let figures = |column: &&Column| column.content.is_none();
        self.area.is_some_and(|area| {
            let (before, after) = self.table.columns.split_at(area);
            after.iter().filter(figures).any(|column| {
                before.iter().filter(figures).any(|other| other.facts == column.facts)
            })
        })
    }

    /// The number of a column, from 1 for the first beside the labels.
    fn number_of(&self, at: usize) -> u32 {
        let others = self.table.columns.iter().take(at + 1).filter(|column| !column.is_of_labels());
        u32::try_from(others.count()).unwrap_or(0)
    }

    fn observed_table(&self) -> u32 {
        self.around.number
    }

    /// Whether a column is of another time than a column of periods says: that says when something was measured, and the
    /// column holds a plan or what was measured before.
    fn is_of_other_time(&self, periods: usize, column: &Column) -> bool {
        let of = self.table.columns.get(periods).map(|column| &column.facts);
        let is_of_measuring = of
            .is_some_and(|facts| facts.content != Some(ColumnKind::Period) && facts.role.is_some());
        let is_of_result = matches!(column.facts.role, None | Some(Role::Realised));
        self.is_of_before(column) || (is_of_measuring && !is_of_result)
    }

    /// Whether a column holds what was measured before another one: *Vorige meting* beside *Laatste meting*. The period of
    /// the row is that of the other.
    fn is_of_before(&self, column: &Column) -> bool {
        let pack = self.around.vocabulary.pack();
        let is_previous = |column: &Column| is_of_before(pack, column);
        let is_other = |other: &Column| {
            other.content.is_none() && other.facts.role == column.facts.role && !is_previous(other)
        };
        is_previous(column) && self.table.columns.iter().any(is_other)
    }
}

/// Adds to a figure what its column, its row and the cell beside it say.
fn finish(figure: &mut Figure, column: &Column, slices: &[Dimension], favour: Option<&str>) {
    if figure.dimensions.is_empty() {
        let all = column.slice.iter().chain(slices);
        figure.dimensions = all.cloned().collect::<Vec<_>>().into();
    }
    if let Some(favour) = favour
        && figure.remark.is_none()
    {
        figure.remark = Some(favour.into());
    }
    if figure.value.is_missing() {
        return;
    }
    figure.status.extend(column.facts.status.iter());
    // Words that part it from other columns are understood.
    if column.slice.is_none() && column.facts.is_remarked {
        figure.status.insert(Status::Unclear);
    }
    figure.notes.extend(column.facts.marks.iter().cloned());
}

impl Subject {
    fn new(label: String, lines: Lines) -> Self {
        Subject {
            label,
            lines,
            group: Vec::new(),
            goal: None,
            code: None,
            flow: None,
            unit: None,
            is_scale_unknown: false,
            source: None,
            figures: Vec::new(),
            unplaced: Vec::new(),
            attributes: Vec::new(),
            remarks: Vec::new(),
            marks: Vec::new(),
            statuses: Vec::new(),
            dates: Vec::new(),
        }
    }
}

/// The year that is some years after another one.
fn later(period: Period, years: i8) -> Option<Period> {
    let year = period.as_year()?.checked_add_signed(years.into())?;
    Period::year(year).ok()
}

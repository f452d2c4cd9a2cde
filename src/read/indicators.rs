//! The last stage of a table: rows become indicators, cells become figures.

use super::builder::Builder;
use super::columns;
use super::context::Convention;
use super::footnotes::{self, Footnotes, MarkedPart, PendingMarks, RowMarks};
use super::header::{ColumnContent, ReadColumn};
use super::label;
use super::lines::{LineUse, Lines};
use super::marks;
use super::measures;
use super::slices;
use super::table::{Footnote, Row, RowCell, TableRows};
use super::tree::{IndicatorLines, Numbered};
use super::vocabulary::BODIES;
use crate::error::Quoted;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Rule;
use crate::leaves::dimension::{Dimension, DimensionName};
use crate::leaves::terms::IndicatorKind;
use crate::leaves::unit::Unit;
use crate::leaves::value::Missing;
use crate::model;
use crate::model::figure::{Cell, Figure};
use crate::model::indicator::Indicator;
use crate::model::note::Note;
use crate::model::table::TableColumn;
use crate::words::{counted, fold, is_of_a_body};

/// What all rows of a table share.
pub(super) struct TableContext<'t> {
    kind: Option<&'t IndicatorKind>,
    pub(super) columns: &'t [ReadColumn],
    /// Its number among the tables of the field, which counts from 1.
    pub(super) number: u32,
    /// The number of the row that is being taken, which counts from 1.
    pub(super) row: u32,
    /// For each column the one that holds its period. `None` if no column does.
    pub(super) year_columns: Vec<Option<usize>>,
    /// Whether the cells of a row can be placed at all.
    pub(super) has_clear_columns: bool,
    /// Whether its rows are cost lines.
    pub(super) is_of_money: bool,
    pub(super) convention: Convention,
    pub(super) dash: Option<Missing>,
    pub(super) footnotes: Footnotes,
    /// In how many its rows count that state no other unit: *Aantallen x 1.000*.
    counts: Option<Unit>,
}

/// Adds the contents of a table to the open field, and returns the line after the table.
pub(super) fn take(
    builder: &mut Builder<'_, '_>,
    kind: Option<&IndicatorKind>,
    columns: &[ReadColumn],
    rows: TableRows,
    has_clear_columns: bool,
    counts: Option<Unit>,
) -> usize {
    for &line in &rows.orphans {
        let message = format!("{} is a cell without a label before it", Quoted(builder.text(line)));
        builder.report_in_field(Rule::UnreadLine, Lines::one(line), message);
    }
    let mut table = TableContext::new(kind, columns, &rows, has_clear_columns);
    table.open(builder, &rows, counts.clone());
    table.counts = counts;
    let mut rows_left = rows.rows.into_iter().peekable();
    let mut has_indicator = false;
    let mut previous: Option<String> = None;
    while let Some(row) = rows_left.next() {
        table.row += 1;
        if has_indicator && table.take_source(builder, &row) {
            continue;
        }
        let is_of_a_body = rows.labels_are_areas
            || table.is_of_another(&row)
            || (table.is_of_the_own_body(builder, &row) && row.fits(columns));
        let body = if is_of_a_body {
            slices::of(marks::without(&row.name), DimensionName::AREA)
        } else {
            None
        };
        if has_indicator && is_of_a_body && !rows.labels_are_areas {
            table.take_more(builder, row, body.as_ref());
            continue;
        }
        if has_indicator
            && let Some(role) = table.role_of(builder, &row)
            && table.is_of_the_above(builder, &row)
        {
            table.take_role(builder, row, role);
            continue;
        }
        // In a table with a row for each year or each area the next one has the same label.
        // If the first row of a table of organisations names one, its figures are about that one, never
        // about the whole.
        let area = table.area(builder, &row).or(body);
        let has_more = !table.year_columns.is_empty() || table.has_areas();
        let goes_on = has_more
            && row.fits(columns)
            && !row.name.is_empty()
            && previous.as_deref() == Some(&row.name);
        let role = table.role_by_column(builder, &row);
        if goes_on {
            let first = builder.figures_of_last();
            table.take_more(builder, row, area.as_ref());
            builder.give_role(role, first);
            continue;
        }
        if has_more {
            previous = Some(row.name.clone());
        }
        // A label above the rows of several organisations has no cells of its own.
        let is_below =
            |next: &Row| table.is_of_another(next) || table.role_of(builder, next).is_some();
        let is_heading = row.cells.is_empty() && rows_left.peek().is_some_and(is_below);
        if row.is_spanned && !is_heading && row.cells.is_empty() {
            take_heading_within(builder, &row);
            continue;
        }
        table.take_row(builder, row, is_heading, area.as_ref());
        builder.give_role(role, 0);
        has_indicator = true;
    }
    for line in rows.sentences {
        let text = builder.text(line).to_owned();
        builder.mark(Lines::one(line), LineUse::Paragraph);
        builder.add_paragraph(text, Lines::one(line));
    }
    table.keep_footnotes(builder, rows.footnotes);
    builder.leave_goal_within();
    rows.end
}

impl<'t> TableContext<'t> {
    pub(super) fn new(
        kind: Option<&'t IndicatorKind>,
        columns: &'t [ReadColumn],
        rows: &TableRows,
        has_clear_columns: bool,
    ) -> Self {
        let mut convention = Convention::default();
        for cell in rows.rows.iter().flat_map(|row| &row.cells) {
            convention.learn(&cell.reading);
        }
        let holds: Vec<ColumnContent> = columns.iter().map(|column| column.holds).collect();
        let has_years = holds.contains(&ColumnContent::Period);
        let year_columns =
            has_years.then(|| columns::year_columns(&holds)).flatten().unwrap_or_default();
        TableContext {
            kind,
            columns,
            number: 0,
            row: 0,
            year_columns,
            has_clear_columns,
            is_of_money: false,
            convention,
            dash: rows.dash,
            footnotes: Footnotes::new(rows),
            counts: None,
        }
    }

    /// Adds to the field that is open what the table prints once: its headers, and the unit that it
    /// states.
    pub(super) fn open(
        &mut self,
        builder: &mut Builder<'_, '_>,
        rows: &TableRows,
        unit: Option<Unit>,
    ) {
        let Some(first) = rows.rows.first().map(|row| row.label.first) else { return };
        let headers = self.columns.iter().map(|column| &*column.header);
        let columns = headers
            .map(|header| TableColumn::new(Some(header).filter(|header| !header.is_empty())));
        let printed =
            model::table::Table { unit, columns: columns.collect(), ..Default::default() };
        let lines = self.columns.first().map_or(Lines::one(first), |column| column.lines);
        if let Some(open) = builder.field(first) {
            self.number = open.add_table(printed, lines);
        }
    }

    /// A cell in the row that is being taken.
    pub(super) fn cell(&self, printed: &str, column: usize) -> Cell {
        Cell::new(printed).at(self.number, self.row, u32::try_from(column).unwrap_or(0))
    }

    /// The place of an indicator or a cost line of the open field. It is only needed for findings.
    pub(super) fn place_of(&self, builder: &mut Builder<'_, '_>, index: usize) -> Place {
        let field = builder.tree.current().map(|open| open.place.clone()).unwrap_or_default();
        field.at(if self.is_of_money { Part::Cost(index) } else { Part::Indicator(index) })
    }

    /// Keeps the footnotes with the field to which no row refers.
    pub(super) fn keep_footnotes(&self, builder: &mut Builder<'_, '_>, footnotes: Vec<Footnote>) {
        for footnote in footnotes {
            builder.mark(footnote.lines, LineUse::Note);
            if !self.footnotes.is_taken(footnote.lines.first)
                && let Some(open) = builder.field(footnote.lines.first)
            {
                open.field.notes.push(Note::new(footnote.mark, footnote.text));
                open.lines.notes.push(footnote.lines);
            }
        }
    }

    /// Takes a row that names the source of the figures above it, as a note of theirs.
    fn take_source(&self, builder: &mut Builder<'_, '_>, row: &Row) -> bool {
        let is_source = super::parts::is_caption_or_source(&row.name)
            && row.cells.iter().all(|cell| cell.reading.is_missing());
        if !is_source || self.is_of_money {
            return false;
        }
        let Some(open) = builder.field(row.label.first) else { return false };
        let indicator = open.field.indicators.last_mut().zip(open.lines.indicators.last_mut());
        let Some((indicator, at)) = indicator else { return false };
        indicator.notes.push(Note { mark: None, text: row.name.clone() });
        at.notes.push(row.label);
        builder.mark(row.label, LineUse::Note);
        for cell in row.cells.iter().filter_map(|cell| cell.line) {
            builder.mark(Lines::one(cell), LineUse::Note);
        }
        true
    }

    /// Whether a row holds the figures of a body or an area by the name of which it is known, for
    /// the indicator above it: *Gemeente*, *Provincie*, *Nederland*.
    fn is_of_another(&self, row: &Row) -> bool {
        const MAX_LEN: usize = 40;
        // Most labels are ruled out by their first letter.
        let name = row.name.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = name.bytes().next().map(|byte| byte.to_ascii_lowercase());
        let may_be = |letter| b"abdefglnoprtvwz".contains(&letter);
        first.is_some_and(may_be)
            && row.name.len() <= MAX_LEN
            && row.fits(self.columns)
            && is_of_a_body(&fold(marks::without(&row.name), true))
    }

    /// Whether a row has the name of the body whose document it is.
    fn is_of_the_own_body(&self, builder: &Builder<'_, '_>, row: &Row) -> bool {
        const MAX_LEN: usize = 40;
        let Some(own) = &builder.tree.budget.organisation else { return false };
        if row.name.len() > MAX_LEN || self.is_of_money {
            return false;
        }
        let (name, own) = (fold(marks::without(&row.name), true), fold(&own.name, true));
        let bare = own.split_once(' ').filter(|(kind, _)| BODIES.contains(kind));
        name == own || bare.is_some_and(|(_, bare)| name == bare)
    }

    /// Adds the figures of a row to the indicator above them: those of another year, or of another
    /// body as a slice of its own.
    pub(super) fn take_more(
        &mut self,
        builder: &mut Builder<'_, '_>,
        row: Row,
        slice: Option<&Dimension>,
    ) {
        let Some(open) = builder.field(row.label.first) else { return };
        let (Some(indicator), Some(at)) =
            (open.field.indicators.pop(), open.lines.indicators.pop())
        else {
            return;
        };
        let index = open.field.indicators.len();
        let marks = marks::strip_trailing(&row.name).1;
        let mut made = IndicatorBuilder { indicator, at, row_marks: RowMarks::default() };
        builder.mark(row.label, LineUse::Label);
        for cell in &row.cells {
            builder.mark(Lines::one(cell.at()), LineUse::Cell);
        }
        let first = made.indicator.figures.len();
        if self.has_clear_columns {
            self.place_cells(builder, row.cells, &mut made, index);
        } else {
            made.leave_unplaced(builder, row.cells, self);
        }
        for figure in made.indicator.figures.iter_mut().skip(first) {
            if figure.dimensions.is_empty() {
                figure.dimensions = slice.cloned().into_iter().collect();
            }
        }
        for mark in &marks {
            made.note(mark, Some(row.label), &mut self.footnotes);
            let figures = made.indicator.figures.get_mut(first..).unwrap_or_default();
            self.apply_row_notes(builder, figures, mark, row.label);
        }
        if let Some(open) = builder.field(row.label.first) {
            self.remember(&mut open.pending_marks, &marks, &made.indicator.figures, (index, first));
            open.field.indicators.push(made.indicator);
            open.lines.indicators.push(made.at);
        }
    }

    /// Records the marks of a row, and of its figures from an index on, whose footnotes are not in the
    /// table: they may come later.
    fn remember(
        &self,
        pending_marks: &mut PendingMarks,
        marks: &[String],
        figures: &[Figure],
        (indicator, first): (usize, usize),
    ) {
        let borne = figures.iter().enumerate().skip(first);
        let borne =
            borne.flat_map(|(at, figure)| figure.notes.iter().map(move |mark| (mark, Some(at))));
        for (mark, figure) in marks.iter().map(|mark| (mark, None)).chain(borne) {
            if !self.footnotes.has(mark) {
                pending_marks.add(mark, MarkedPart { indicator, figure });
            }
        }
    }

    fn has_areas(&self) -> bool {
        self.columns.iter().any(|column| column.holds == ColumnContent::Area)
    }

    /// The organisation or area that a row is about, if a column states it.
    fn area(&self, builder: &Builder<'_, '_>, row: &Row) -> Option<Dimension> {
        let column = self.columns.iter().position(|column| column.holds == ColumnContent::Area)?;
        slices::of(builder.text(row.cells.get(column)?.line?), DimensionName::AREA)
    }

    fn take_row(
        &mut self,
        builder: &mut Builder<'_, '_>,
        row: Row,
        is_heading: bool,
        slice: Option<&Dimension>,
    ) {
        let Some(open) = builder.field(row.label.first) else { return };
        let Some(id) = open.next_id(Numbered::Indicator) else { return };
        let index = open.field.indicators.len();
        let fits = row.fits(self.columns);
        let suspect = row.suspect;
        let printed = row.name;
        // A number in parentheses is a mark where the table has its footnote, and else words.
        let mut marks = marks::after_label(&printed);
        marks.retain(|mark| !mark.starts_with('(') || self.footnotes.has(mark));
        let name = marks::bare(&printed, &marks);
        let mut indicator = Indicator::new(id, name);
        indicator.label = (name != printed).then(|| printed.clone());
        indicator.kind = self.kind.cloned();
        indicator.accumulation = measures::accumulation(&indicator.name);
        indicator.goals = builder.goals.open().cloned().into_iter().collect();
        indicator.unit = match label::unit(&indicator.name) {
            Some(unit) => Some(label::in_scale_of(unit, self.counts.as_ref())),
            None => self.counts.clone(),
        };
        let mut is_scale_unknown = false;
        indicator.measure = measures::measure(&indicator.name, indicator.unit.as_ref());
        if indicator.unit.is_none() && label::has_scale(&indicator.name) {
            let message = format!("the scale in {} is not understood", Quoted(&indicator.name));
            let place = self.place_of(builder, index).at(Part::Name);
            builder.report(Rule::UnknownUnit, place, row.label, message);
            is_scale_unknown = true;
        }
        let mut made = IndicatorBuilder::new(indicator, row.label);
        builder.mark(row.label, LineUse::Label);
        for cell in &row.cells {
            builder.mark(Lines::one(cell.at()), LineUse::Cell);
        }
        // A mark after the label belongs to the row, so it is noted even without its footnote.
        for mark in &marks {
            made.note(mark, Some(row.label), &mut self.footnotes);
        }
        if fits && self.has_clear_columns {
            self.place_cells(builder, row.cells, &mut made, index);
        } else {
            if !fits && !is_heading {
                let (rule, message) =
                    self.misaligned(builder, &made.indicator.name, &row.cells, suspect);
                let last = row.cells.last().map_or(row.label.last, RowCell::at);
                let place = self.place_of(builder, index);
                builder.report(rule, place, Lines { first: row.label.first, last }, message);
            }
            made.leave_unplaced(builder, row.cells, self);
        }
        for figure in &mut made.indicator.figures {
            if figure.dimensions.is_empty() {
                figure.dimensions = slice.cloned().into_iter().collect();
            }
        }
        for mark in &marks {
            self.apply_row_notes(builder, &mut made.indicator.figures, mark, row.label);
        }
        let Indicator { name, figures, unit, direction, .. } = &mut made.indicator;
        *direction = label::direction(name);
        footnotes::apply_label(figures.iter_mut(), name, unit.as_ref(), is_scale_unknown);
        if let Some(open) = builder.field(row.label.first) {
            self.remember(&mut open.pending_marks, &marks, &made.indicator.figures, (index, 0));
            open.field.indicators.push(made.indicator);
            open.lines.indicators.push(made.at);
        }
    }

    /// The rule and the message for a row whose cells are not placed.
    fn misaligned(
        &self,
        builder: &Builder<'_, '_>,
        name: &str,
        cells: &[RowCell],
        suspect: Option<&str>,
    ) -> (Rule, String) {
        const MAX_NAMED: usize = 6;
        let name = Quoted(name);
        if cells.is_empty() {
            return (Rule::RowWithoutCells, format!("row {name} has no cells"));
        }
        let doubtful = cells.iter().find(|cell| !cell.reading.looks_like_cell());
        if let Some(doubtful) = doubtful
            && cells.len() == self.columns.len()
        {
            let words = Quoted(builder.text(doubtful.at()));
            let message = format!(
                "row {name} has {words} where a cell was expected, so none of its cells is placed"
            );
            return (Rule::RowMisaligned, message);
        }
        if let Some(suspect) = suspect
            && cells.len() == self.columns.len()
        {
            let message =
                format!("row {name} has a cell that {suspect}, so none of its cells is placed");
            return (Rule::RowMisaligned, message);
        }
        let headers = self.columns.iter().take(MAX_NAMED).map(|column| &*column.header);
        let mut named = headers.collect::<Vec<_>>().join(", ");
        if self.columns.len() > MAX_NAMED {
            named.push_str(", …");
        }
        let message = format!(
            "row {name} has {} for {} ({named}), so none of them is placed",
            counted(cells.len(), "cell"),
            counted(self.columns.len(), "column"),
        );
        (Rule::RowMisaligned, message)
    }
}

/// Takes a heading over all columns within a table: the kind of the rows below it, or words that are
/// kept as text.
fn take_heading_within(builder: &mut Builder<'_, '_>, row: &Row) {
    if super::heading::is_goal(builder.vocabulary, &row.name) {
        builder.take_goal_within(row.label.first);
    } else if super::questions::table_title(builder.vocabulary, &row.name).is_some() {
        builder.mark(row.label, LineUse::TableTitle);
    } else {
        builder.mark(row.label, LineUse::Paragraph);
        builder.take_row_of_text(row.name.clone(), row.label);
    }
}

/// An indicator while it is built.
pub(super) struct IndicatorBuilder {
    pub(super) indicator: Indicator,
    pub(super) at: IndicatorLines,
    row_marks: RowMarks,
}

impl IndicatorBuilder {
    pub(super) fn new(indicator: Indicator, label: Lines) -> Self {
        IndicatorBuilder {
            indicator,
            at: IndicatorLines::new(label),
            row_marks: RowMarks::default(),
        }
    }

    pub(super) fn leave_unplaced(
        &mut self,
        builder: &Builder<'_, '_>,
        cells: Vec<RowCell>,
        table: &TableContext<'_>,
    ) {
        for cell in cells {
            self.indicator.unplaced.push(table.cell(builder.text(cell.at()), 0));
            self.at.unplaced.push(cell.at());
        }
    }

    pub(super) fn note(&mut self, mark: &str, row: Option<Lines>, footnotes: &mut Footnotes) {
        self.row_marks.note(mark, row, footnotes, (&mut self.indicator, &mut self.at));
    }
}

//! Tables of money: each row is a line of costs.

use super::builder::Builder;
use super::header::ReadColumn;
use super::indicators::{IndicatorBuilder, TableContext};
use super::label;
use super::source::{Grid, GridRow};
use super::lines::{LineUse, Lines};
use super::marks;
use super::parts::FieldPart;
use super::questions;
use super::table::{Row, RowCell, TableRows};
use super::tree::Numbered;
use super::vocabulary::Question;
use crate::error::Quoted;
use crate::findings::place::Part;
use crate::findings::rule::Rule;
use crate::leaves::id::Id;
use crate::leaves::unit::Unit;
use crate::model::cost::{CostLine, Flow, Reserves};
use crate::model::indicator::Indicator;
use crate::words::{counted, fold};

impl Builder<'_, '_> {
    /// Whether a grid is one of money: it stands where costs are asked for, or its corner or its
    /// caption says in how many euros it is.
    pub(super) fn is_of_money(&self, grid: &Grid, head_rows: usize, label: usize) -> bool {
        let at_label = |rows: &mut dyn Iterator<Item = &GridRow>| -> Vec<String> {
            let pieces = rows.filter_map(|row| *row.cells.get(label)?);
            pieces.map(|piece| fold(self.text(piece), true)).collect()
        };
        let head = at_label(&mut grid.rows.iter().take(head_rows));
        if head.iter().any(|header| header.contains("indicator")) {
            return false;
        }
        let asks = |piece: usize| {
            let question = questions::question(self.vocabulary, self.text(piece));
            matches!(question, Some((Question::Costs, _)))
        };
        let corner = grid.rows.iter().take(head_rows).filter_map(|row| *row.cells.get(label)?);
        if self.is_on_costs()
            || self.amounts_of(grid, head_rows, label).is_some()
            || corner.chain(grid.caption).any(asks)
        {
            return true;
        }
        // Both sides of a budget are named.
        let labels = at_label(&mut grid.rows.iter().skip(head_rows));
        let has = |stem: &str| {
            let is_of = |label: &String| {
                let words = label.trim_start_matches("totaal ").trim_start_matches("totale ");
                words.starts_with(stem)
            };
            labels.iter().any(is_of)
        };
        has("lasten") && has("baten")
    }

    /// In what the amounts of a grid are, where its caption, its corner or the text right above it
    /// says so.
    pub(super) fn amounts_of(&self, grid: &Grid, head_rows: usize, label: usize) -> Option<Unit> {
        let corner = grid.rows.iter().take(head_rows).filter_map(|row| *row.cells.get(label)?);
        let mut texts = grid.caption.into_iter().chain(corner).map(|piece| self.text(piece));
        let above = grid.first().and_then(|first| first.checked_sub(1));
        let above = || label::amounts(self.text(above?));
        texts.find_map(label::amounts).or_else(above)
    }

    /// In how many the numbers of a grid count, where its caption or its corner says so.
    pub(super) fn counts_of(&self, grid: &Grid, head_rows: usize, label: usize) -> Option<Unit> {
        let corner = grid.rows.iter().take(head_rows).filter_map(|row| *row.cells.get(label)?);
        let mut texts = grid.caption.into_iter().chain(corner).map(|piece| self.text(piece));
        texts.find_map(label::counts)
    }

    /// In what the amounts are by the text above the table.
    fn amounts_above(&mut self, at: usize) -> Option<Unit> {
        let FieldPart::Section { index, .. } = self.part else { return None };
        let section = self.field(at)?.field.sections.get(index)?;
        let above = section.paragraphs.last().map(String::as_str);
        above.into_iter().chain(section.heading.as_deref()).find_map(label::amounts)
    }

    /// Whether the headers of a table at a line are of one of money: it stands where costs are
    /// asked for, or the line right above it says in how many euros it is.
    pub(super) fn begins_costs(&self, at: usize) -> bool {
        let above = at.checked_sub(1).map_or("", |above| self.text(above));
        self.is_on_costs() || label::amounts(above).is_some()
    }

    /// Takes a table of money whose cells stand on lines of their own.
    pub(super) fn take_costs_of_lines(
        &mut self,
        at: usize,
        columns: &[ReadColumn],
        mut rows: TableRows,
    ) -> usize {
        // What comes after the last amount is no part of the table.
        let after =
            rows.rows.iter().rposition(|row| !row.cells.is_empty()).map_or(0, |last| last + 1);
        if let Some(row) = rows.rows.get(after) {
            rows.end = row.label.first;
            rows.rows.truncate(after);
        }
        let end = rows.end;
        rows.footnotes.retain(|footnote| footnote.lines.first < end);
        rows.sentences.retain(|line| *line < end);
        let above = at.checked_sub(1).map_or("", |above| self.text(above));
        let unit = label::amounts(above);
        self.take_costs(unit, columns, rows);
        end
    }

    /// Takes a table of money, whose amounts are in some unit where that is known.
    pub(super) fn take_costs(
        &mut self,
        unit: Option<Unit>,
        columns: &[ReadColumn],
        mut rows: TableRows,
    ) {
        let first = rows.rows.first().map_or(0, |row| row.label.first);
        let unit = unit.or_else(|| self.amounts_above(first));
        if unit.is_none() && !rows.rows.is_empty() {
            let message = format!(
                "nothing says whether the amounts of the table of {} are in thousands",
                Quoted(self.text(first))
            );
            self.report_in_field(Rule::UnknownUnit, Lines::one(first), message);
        }
        if let FieldPart::Section { is_reported, .. } = &mut self.part {
            *is_reported = true;
        }
        let stated = unit.clone();
        let unit = unit.unwrap_or(Unit::EURO);
        let mut table = TableContext::new(None, columns, &rows, true);
        table.is_of_money = true;
        table.open(self, &rows, stated);
        for row in std::mem::take(&mut rows.rows) {
            table.row += 1;
            let Some(open) = self.field(row.label.first) else { return };
            let Some(id) = open.next_id(Numbered::Cost) else { return };
            let index = open.field.costs.len();
            let fits = row.fits(columns);
            if !row.cells.is_empty() && !fits {
                self.report_odd_row(&row, index);
            }
            let mut made = IndicatorBuilder::new(Indicator::new(id, row.name), row.label);
            made.indicator.unit = Some(unit_of_row(&made.indicator.name, &unit));
            self.mark(row.label, LineUse::Label);
            for cell in &row.cells {
                self.mark(Lines::one(cell.at()), LineUse::Cell);
            }
            if fits {
                table.place_cells(self, row.cells, &mut made, index);
            } else {
                made.leave_unplaced(self, row.cells, &table);
            }
            for mark in marks::after_label(&made.indicator.name) {
                made.note(&mark, Some(row.label), &mut table.footnotes);
            }
            let IndicatorBuilder { indicator, at, .. } = made;
            let line = line(indicator);
            if let Some(open) = self.field(row.label.first) {
                open.field.costs.push(line);
                open.lines.costs.push(at);
            }
        }
        for line in rows.orphans.into_iter().chain(rows.sentences) {
            let text = self.text(line).to_owned();
            self.mark(Lines::one(line), LineUse::Paragraph);
            self.take_row_of_text(text, Lines::one(line));
        }
        table.keep_footnotes(self, rows.footnotes);
    }

    /// Reports a row whose amounts can't be placed.
    fn report_odd_row(&mut self, row: &Row, index: usize) {
        let message = format!(
            "row {} has {} that can't be placed",
            Quoted(&row.name),
            counted(row.cells.len(), "amount")
        );
        let last = row.cells.last().map_or(row.label.last, RowCell::at);
        let lines = Lines { first: row.label.first, last };
        let place = self.tree.current().map(|open| open.place.clone()).unwrap_or_default();
        self.report(Rule::RowMisaligned, place.at(Part::Cost(index)), lines, message);
    }
}

/// The unit of a row in a table whose amounts are in `amounts`. A row that states another measure
/// has that one, and none of the scale.
fn unit_of_row(label: &str, amounts: &Unit) -> Unit {
    if let Some(unit) = label::unit(label) {
        return label::in_scale_of(unit, Some(amounts));
    }
    if label.contains('%') {
        return Unit::PERCENT;
    }
    // *Lasten per inwoner* are in full euros, and a scale that isn't understood is none.
    match label::per(label) {
        Some((count, of)) => Unit::EURO.with_per(count, of).unwrap_or(Unit::EURO),
        None => amounts.clone(),
    }
}

/// A row as a line of costs.
fn line(row: Indicator) -> CostLine {
    let words = fold(&row.name, true);
    let id: Id = row.id;
    let mut line = CostLine::new(id, row.name);
    let has = |stem: &str| words.split(' ').any(|word| word.starts_with(stem));
    line.total = has("totaal") || has("totale");
    let is_balance = has("saldo") || has("resultaat");
    line.flow = if is_balance {
        Some(Flow::Balance)
    } else if has("lasten") || has("uitgaven") {
        Some(Flow::Expenses)
    } else if has("baten") || has("inkomsten") {
        Some(Flow::Income)
    } else {
        None
    };
    let is_movement = has("mutatie") || has("toevoeging") || has("onttrekking") || has("storting");
    line.reserves = (has("reserve") && is_movement).then_some(Reserves::Only);
    line.unit = row.unit.unwrap_or(Unit::EURO);
    line.figures = row.figures;
    line.unplaced = row.unplaced;
    line.notes = row.notes;
    line.attributes = row.attributes;
    line
}

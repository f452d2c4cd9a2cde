//! Tables of money: each row is a line of costs.

use super::draft::Draft;
use super::header::Column;
use super::indicators::{Made, Table};
use super::label;
use super::layout::{Grid, GridRow};
use super::lines::{LineUse, Lines};
use super::marks;
use super::parts::{self, FieldPart};
use super::questions;
use super::table::{Row, RowCell, Rows};
use super::tree::Numbered;
use super::vocabulary::Question;
use crate::error::Quoted;
use crate::findings::place::Part;
use crate::findings::rule::Rule;
use crate::leaves::id::Id;
use crate::leaves::number::Number;
use crate::leaves::unit::{Scale, Unit};
use crate::leaves::value::Value;
use crate::model::cost::{CostLine, Flow, Reserves};
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::words::{counted, fold};

impl Draft<'_, '_> {
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
            || self.scale_of(grid, head_rows, label).is_some()
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

    /// In how many euros the amounts of a grid are, where its caption, its corner or the text right
    /// above it says so.
    pub(super) fn scale_of(&self, grid: &Grid, head_rows: usize, label: usize) -> Option<Scale> {
        let corner = grid.rows.iter().take(head_rows).filter_map(|row| *row.cells.get(label)?);
        let mut texts = grid.caption.into_iter().chain(corner).map(|piece| self.text(piece));
        let above = grid.first().and_then(|first| first.checked_sub(1));
        let above = || scale_of_amounts(self.text(above?));
        texts.find_map(scale_in).or_else(above)
    }

    /// In how many euros the amounts are by the text above the table.
    fn scale_above(&mut self, at: usize) -> Option<Scale> {
        let FieldPart::Section { index, .. } = self.part else { return None };
        let section = self.field(at)?.field.sections.get(index)?;
        let above = section.paragraphs.last().map(String::as_str);
        above.into_iter().chain(section.heading.as_deref()).find_map(scale_of_amounts)
    }

    /// Whether the headers of a table at a line are of one of money: it stands where costs are
    /// asked for, or the line right above it says in how many euros it is.
    pub(super) fn begins_costs(&self, at: usize) -> bool {
        let above = at.checked_sub(1).map_or("", |above| self.text(above));
        self.is_on_costs() || scale_of_amounts(above).is_some()
    }

    /// Takes a table of money whose cells stand on lines of their own.
    pub(super) fn take_costs_of_lines(
        &mut self,
        at: usize,
        columns: &[Column],
        mut rows: Rows,
    ) -> usize {
        // What stands behind the last amount is no part of the table.
        let behind =
            rows.rows.iter().rposition(|row| !row.cells.is_empty()).map_or(0, |last| last + 1);
        if let Some(row) = rows.rows.get(behind) {
            rows.end = row.label.first;
            rows.rows.truncate(behind);
        }
        let end = rows.end;
        rows.footnotes.retain(|footnote| footnote.lines.first < end);
        rows.sentences.retain(|line| *line < end);
        let above = at.checked_sub(1).map_or("", |above| self.text(above));
        let scale = scale_of_amounts(above);
        self.take_costs(scale, columns, rows);
        end
    }

    /// Takes a table of money.
    pub(super) fn take_costs(&mut self, scale: Option<Scale>, columns: &[Column], mut rows: Rows) {
        let first = rows.rows.first().map_or(0, |row| row.label.first);
        let scale = scale.or_else(|| self.scale_above(first));
        if scale.is_none() && !rows.rows.is_empty() {
            let message = format!(
                "nothing says whether the amounts of the table of {} are in thousands",
                Quoted(self.text(first))
            );
            self.find_in_field(Rule::UnknownUnit, Lines::one(first), message);
        }
        if let FieldPart::Section { told, .. } = &mut self.part {
            *told = true;
        }
        let mut table = Table::new(None, columns, &rows, true);
        table.is_of_money = true;
        table.open(self, &rows, scale.map(|scale| Unit::EURO.scaled(scale)));
        for row in std::mem::take(&mut rows.rows) {
            table.row += 1;
            let Some(open) = self.field(row.label.first) else { return };
            let Some(id) = open.next_id(Numbered::Cost) else { return };
            let index = open.field.costs.len();
            let fits = row.fits(columns);
            if !row.cells.is_empty() && !fits {
                self.tell_odd_row(&row, index);
            }
            let mut made = Made::new(Indicator::new(id, row.name), row.label);
            self.mark(row.label, LineUse::Label);
            for cell in &row.cells {
                self.mark(Lines::one(cell.at()), LineUse::Cell);
            }
            if fits {
                table.place_cells(self, row.cells, &mut made, index);
            } else {
                made.leave_unplaced(self, row.cells, &table);
            }
            for mark in marks::behind_label(&made.indicator.name) {
                made.note(&mark, Some(row.label), &mut table.footnotes);
            }
            let Made { indicator, at, .. } = made;
            let line = line(indicator, scale.unwrap_or_default());
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
    fn tell_odd_row(&mut self, row: &Row, index: usize) {
        let message = format!(
            "row {} has {} that can't be placed",
            Quoted(&row.name),
            counted(row.cells.len(), "amount")
        );
        let last = row.cells.last().map_or(row.label.last, RowCell::at);
        let lines = Lines { first: row.label.first, last };
        let place = self.tree.current().map(|open| open.place.clone()).unwrap_or_default();
        self.find(Rule::RowMisaligned, place.at(Part::Cost(index)), lines, message);
    }
}

/// The scale that a sentence states for the amounts of the table below it: *bedragen x € 1.000*.
fn scale_of_amounts(text: &str) -> Option<Scale> {
    let says = text.contains("edragen") && (text.contains("x €") || text.contains("euro"));
    if says { label::scale(text, &fold(text, true)) } else { scale_in(text) }
}

/// The scale that a line of text states for amounts.
fn scale_in(text: &str) -> Option<Scale> {
    let text = text.trim_matches(['(', ')', ' ']);
    let says = parts::is_scale(text) || (text.contains("euro") && label::has_scale(text));
    if !says {
        return None;
    }
    label::scale(text, &fold(text, true))
}

/// A row as a line of costs.
fn line(row: Indicator, scale: Scale) -> CostLine {
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
    // A row that counts something else than money isn't in thousands of that.
    let is_of_other = label::unit(&line.label).is_some_and(|unit| unit != Unit::EURO)
        || line.label.contains('%')
        || words.split(' ').any(|word| word == "per");
    line.scale = if is_of_other { Scale::Ones } else { scale };
    let scale = line.scale;
    line.figures = row.figures.into_iter().map(|figure| scaled(figure, scale)).collect();
    line.unplaced = row.unplaced;
    line.notes = row.notes;
    line.attributes = row.attributes;
    line
}

/// A figure with the scale of its table applied; as text where it would be too large.
fn scaled(figure: Figure, scale: Scale) -> Figure {
    let has_own = figure.unit.as_ref().is_some_and(|unit| *unit != Unit::EURO);
    let value = match figure.value {
        Value::Exact(number) if scale != Scale::Ones && !has_own => {
            match number.checked_mul(Number::from(scale.factor())) {
                Some(amount) => Value::Exact(amount),
                None => match &figure.cell {
                    Some(cell) => Value::Text(cell.printed.to_string()),
                    None => Value::Exact(number),
                },
            }
        }
        value => value,
    };
    Figure { value, ..figure }
}

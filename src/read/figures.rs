//! From the cells of a row to its figures.

use super::builder::Builder;
use super::context::{CellReport, Context};
use super::footnotes;
use super::header::{self, ColumnContent, ReadColumn};
use super::indicators::{IndicatorBuilder, TableContext};
use super::label;
use super::lines::Lines;
use super::marks;
use super::peers::Peers;
use super::slices;
use super::table::RowCell;
use super::vocabulary;
use crate::error::Quoted;
use crate::findings::place::Part;
use crate::findings::rule::Rule;
use crate::leaves::dimension::DimensionName;
use crate::model::figure::Figure;
use crate::model::note::Attribute;

/// The cells of a row in columns without figures, which state something about its figures.
#[derive(Default)]
struct SideCells {
    /// The marks of footnotes.
    marks: Vec<String>,
    /// The texts in columns *Status* and *Opmerking*.
    statuses: Vec<String>,
    /// The texts in columns *Peiljaar* (year of measurement).
    dates: Vec<String>,
}

impl TableContext<'_> {
    /// Places the cells of a row that has one for each column.
    pub(super) fn place_cells(
        &mut self,
        builder: &mut Builder<'_, '_>,
        cells: Vec<RowCell>,
        made: &mut IndicatorBuilder,
        index: usize,
    ) {
        made.indicator.figures.reserve_exact(cells.len());
        made.at.figures.reserve_exact(cells.len());
        let figures = self.columns.iter().zip(&cells);
        let figures =
            figures.filter(|(column, _)| matches!(column.holds, ColumnContent::Figures { .. }));
        let peers = Peers::new(figures.map(|(_, cell)| &cell.reading));
        self.take_unit(builder, &cells, made, index);
        let years = self.years(builder, &cells, index);
        let mut side_cells = SideCells::default();
        for (at, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            let line = cell.at();
            let printed = cell.line.map_or("", |line| builder.text(line));
            let ColumnContent::Figures { role, period } = column.holds else {
                self.take_side_cell(column, printed, line, made, &mut side_cells);
                continue;
            };
            let footnotes = &self.footnotes;
            let context = Context {
                unit: made.indicator.unit.as_ref(),
                header_unit: column.extras.unit.as_ref(),
                is_of_money: self.is_of_money,
                period: period.or(years.get(at).copied().flatten()),
                role,
                convention: self.convention,
                peers: &peers,
                dash: self.dash,
                has_footnote: &|mark| footnotes.has(mark),
            };
            let printed = self.cell(printed, at + 1);
            let first = made.indicator.figures.len();
            let mut report = |reported| {
                let place = self.place_of(builder, index).at(Part::Figure(first));
                match reported {
                    CellReport::Finding(rule, message) => {
                        builder.report(rule, place, Lines::one(line), message);
                    }
                    CellReport::Resolution(by) => builder.record_resolution(place, by),
                }
            };
            context.figures(printed, cell.reading, &mut report, |mut figure| {
                if figure.dimensions.is_empty() {
                    figure.dimensions = column.slice.clone().into_iter().collect();
                }
                made.indicator.figures.push(figure);
                made.at.figures.push(line);
            });
            self.note_figures(builder, column, made, (index, first), line);
        }
        let label = made.at.name;
        for mark in &side_cells.marks {
            self.apply_row_notes(builder, &mut made.indicator.figures, mark, label);
        }
        for text in &side_cells.statuses {
            footnotes::give_to_row(
                &mut made.indicator.figures,
                vocabulary::meaning_in_column(text),
            );
        }
        for text in &side_cells.dates {
            footnotes::measured_in(&mut made.indicator.figures, text);
        }
    }

    /// For each column the period that the row has in a column of its own.
    fn years(
        &self,
        builder: &mut Builder<'_, '_>,
        cells: &[RowCell],
        index: usize,
    ) -> Vec<Option<crate::leaves::period::Period>> {
        if self.year_columns.is_empty() {
            return Vec::new();
        }
        for (column, cell) in self.columns.iter().zip(cells) {
            let Some(line) = cell.line.filter(|_| column.holds == ColumnContent::Period) else {
                continue;
            };
            if header::period_of(builder.text(line)).is_none() {
                let message =
                    format!("{} is not recognised as a period", Quoted(builder.text(line)));
                let place = self.place_of(builder, index);
                builder.report(Rule::HeaderWithoutPeriod, place, Lines::one(line), message);
            }
        }
        let year = |at: &Option<usize>| header::period_of(builder.text(cells.get((*at)?)?.line?));
        self.year_columns.iter().map(year).collect()
    }

    /// Takes a cell that isn't a figure.
    fn take_side_cell(
        &mut self,
        column: &ReadColumn,
        printed: &str,
        line: usize,
        made: &mut IndicatorBuilder,
        side_cells: &mut SideCells,
    ) {
        if printed.is_empty() {
            return;
        }
        if column.holds == ColumnContent::Notes {
            if printed != "-" {
                made.note(printed, Some(Lines::one(line)), &mut self.footnotes);
                side_cells.marks.push(printed.to_owned());
            }
            return;
        }
        if column.holds == ColumnContent::Area && slices::of(printed, DimensionName::AREA).is_some()
        {
            return;
        }
        if column.holds == ColumnContent::Period {
            side_cells.marks.extend(marks::strip_trailing(printed).1);
        } else if label::is_status_header(&column.header) {
            side_cells.statuses.push(printed.to_owned());
        } else if label::is_date_header(&column.header) {
            side_cells.dates.push(printed.to_owned());
        }
        if label::is_source_header(&column.header) && made.indicator.source.is_none() {
            made.indicator.source = Some(printed.to_owned());
        }
        made.indicator.attributes.push(Attribute::new(&column.header, printed));
        made.at.attributes.push(line);
    }

    /// Applies to the figures of one cell what its header and the footnotes say.
    fn note_figures(
        &mut self,
        builder: &mut Builder<'_, '_>,
        column: &ReadColumn,
        made: &mut IndicatorBuilder,
        (index, first): (usize, usize),
        line: usize,
    ) {
        for at in first..made.indicator.figures.len() {
            let Some(figure) = made.indicator.figures.get_mut(at) else { break };
            column.extras.apply_to(figure);
            if figure.notes.is_empty() {
                continue;
            }
            let marks = figure.notes.to_vec();
            for mark in &marks {
                let Some(text) = self.footnotes.text(mark) else { continue };
                let is_unclear = footnotes::give(figure, vocabulary::meaning_of_words(text));
                let message = is_unclear.then(|| footnotes::not_understood(mark, text));
                if let Some(message) = message.filter(|_| self.footnotes.is_new(mark)) {
                    let place = self.place_of(builder, index).at(Part::Figure(at));
                    builder.report(Rule::NoteNotUnderstood, place, Lines::one(line), message);
                }
            }
            for mark in &marks {
                made.note(mark, None, &mut self.footnotes);
            }
        }
    }

    /// Reads the unit in a column of units, and reports problems with it.
    fn take_unit(
        &self,
        builder: &mut Builder<'_, '_>,
        cells: &[RowCell],
        made: &mut IndicatorBuilder,
        index: usize,
    ) {
        let is_unit = |column: &ReadColumn| {
            matches!(column.holds, ColumnContent::Attribute)
                && label::is_unit_header(&column.header)
        };
        let found = self.columns.iter().zip(cells).find(|(column, _)| is_unit(column));
        let Some(line) = found.and_then(|(_, cell)| cell.line) else { return };
        let text = builder.text(line);
        match label::unit_of_column(text) {
            Some(unit) => {
                let unit = label::in_scale_of(unit, made.indicator.unit.as_ref());
                made.indicator.unit = Some(unit);
            }
            None if label::has_scale(text) => {
                made.indicator.unit = None;
                let message = format!("the unit {} is not understood", Quoted(text));
                let place = self.place_of(builder, index);
                builder.report(Rule::UnknownUnit, place, Lines::one(line), message);
            }
            None => {}
        }
    }

    /// Applies to the figures of a row what the footnote of its label says. One that the table hasn't
    /// got may stand further on.
    pub(super) fn apply_row_notes(
        &mut self,
        builder: &mut Builder<'_, '_>,
        figures: &mut [Figure],
        mark: &str,
        label: Lines,
    ) {
        let Some(text) = self.footnotes.text(mark) else { return };
        let is_unclear = footnotes::give_to_row(figures, vocabulary::meaning_of_row(text));
        let message = is_unclear.then(|| footnotes::not_understood(mark, text));
        if let Some(message) = message.filter(|_| self.footnotes.is_new(mark)) {
            builder.report_in_field(Rule::NoteNotUnderstood, label, message);
        }
    }
}

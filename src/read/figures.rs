//! From the cells of a row to its figures.

use super::context::{Context, Told};
use super::draft::Draft;
use super::footnotes;
use super::header::{self, Column, Holds};
use super::indicators::{Made, Table};
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

/// What the columns of a row that hold no figures say of those that do.
#[derive(Default)]
struct Aside {
    /// The marks of footnotes.
    marks: Vec<String>,
    /// What stands in a column *Status* or *Opmerking*.
    statuses: Vec<String>,
    /// What stands in a column *Peiljaar*.
    dates: Vec<String>,
}

impl Table<'_> {
    /// Places the cells of a row that has one for each column.
    pub(super) fn place_cells(
        &mut self,
        draft: &mut Draft<'_, '_>,
        cells: Vec<RowCell>,
        made: &mut Made,
        index: usize,
    ) {
        made.indicator.figures.reserve_exact(cells.len());
        made.at.figures.reserve_exact(cells.len());
        let figures = self.columns.iter().zip(&cells);
        let figures = figures.filter(|(column, _)| matches!(column.holds, Holds::Figures { .. }));
        let peers = Peers::new(figures.map(|(_, cell)| &cell.reading));
        self.take_unit(draft, &cells, made, index);
        let years = self.years(draft, &cells, index);
        let mut aside = Aside::default();
        for (at, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            let line = cell.at();
            let printed = cell.line.map_or("", |line| draft.text(line));
            let Holds::Figures { role, period } = column.holds else {
                self.take_aside(column, printed, line, made, &mut aside);
                continue;
            };
            let footnotes = &self.footnotes;
            let context = Context {
                unit: made.indicator.unit.as_ref(),
                header_unit: column.beside.unit.as_ref(),
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
            let mut tell = |told| {
                let place = self.place_of(draft, index).at(Part::Figure(first));
                match told {
                    Told::Finding(doubt, message) => {
                        draft.find(doubt, place, Lines::one(line), message);
                    }
                    Told::Settled(by) => draft.settle(place, by),
                }
            };
            context.figures(printed, cell.reading, &mut tell, |mut figure| {
                if figure.dimensions.is_empty() {
                    figure.dimensions = column.slice.clone().into_iter().collect();
                }
                made.indicator.figures.push(figure);
                made.at.figures.push(line);
            });
            self.note_figures(draft, column, made, (index, first), line);
        }
        let label = made.at.name;
        for mark in &aside.marks {
            self.say_of_row(draft, &mut made.indicator.figures, mark, label);
        }
        for text in &aside.statuses {
            footnotes::give_to_row(&mut made.indicator.figures, vocabulary::said_in_column(text));
        }
        for text in &aside.dates {
            footnotes::measured_in(&mut made.indicator.figures, text);
        }
    }

    /// For each column the period that the row has in a column of its own.
    fn years(
        &self,
        draft: &mut Draft<'_, '_>,
        cells: &[RowCell],
        index: usize,
    ) -> Vec<Option<crate::leaves::period::Period>> {
        if self.year_columns.is_empty() {
            return Vec::new();
        }
        for (column, cell) in self.columns.iter().zip(cells) {
            let Some(line) = cell.line.filter(|_| column.holds == Holds::Period) else { continue };
            if header::period_of(draft.text(line)).is_none() {
                let message = format!("{} is not known as a period", Quoted(draft.text(line)));
                let place = self.place_of(draft, index);
                draft.find(Rule::HeaderWithoutPeriod, place, Lines::one(line), message);
            }
        }
        let year = |at: &Option<usize>| header::period_of(draft.text(cells.get((*at)?)?.line?));
        self.year_columns.iter().map(year).collect()
    }

    /// Takes a cell that is no figure.
    fn take_aside(
        &mut self,
        column: &Column,
        printed: &str,
        line: usize,
        made: &mut Made,
        aside: &mut Aside,
    ) {
        if printed.is_empty() {
            return;
        }
        if column.holds == Holds::Notes {
            if printed != "-" {
                made.note(printed, Some(Lines::one(line)), &mut self.footnotes);
                aside.marks.push(printed.to_owned());
            }
            return;
        }
        if column.holds == Holds::Area && slices::of(printed, DimensionName::AREA).is_some() {
            return;
        }
        if column.holds == Holds::Period {
            aside.marks.extend(marks::strip_behind(printed).1);
        } else if label::is_status_header(&column.header) {
            aside.statuses.push(printed.to_owned());
        } else if label::is_date_header(&column.header) {
            aside.dates.push(printed.to_owned());
        }
        made.indicator.attributes.push(Attribute::new(&column.header, printed));
        made.at.attributes.push(line);
    }

    /// Says of the figures of one cell what its header and the footnotes say.
    fn note_figures(
        &mut self,
        draft: &mut Draft<'_, '_>,
        column: &Column,
        made: &mut Made,
        (index, first): (usize, usize),
        line: usize,
    ) {
        for at in first..made.indicator.figures.len() {
            let Some(figure) = made.indicator.figures.get_mut(at) else { break };
            column.beside.say_of(figure);
            if figure.notes.is_empty() {
                continue;
            }
            let marks = figure.notes.to_vec();
            for mark in &marks {
                let Some(text) = self.footnotes.text(mark) else { continue };
                let is_unclear = footnotes::give(figure, vocabulary::said(text));
                let message = is_unclear.then(|| footnotes::not_understood(mark, text));
                if let Some(message) = message.filter(|_| self.footnotes.is_new(mark)) {
                    let place = self.place_of(draft, index).at(Part::Figure(at));
                    draft.find(Rule::NoteNotUnderstood, place, Lines::one(line), message);
                }
            }
            for mark in &marks {
                made.note(mark, None, &mut self.footnotes);
            }
        }
    }

    /// The unit that stands in a column of its own, and what is odd about it.
    fn take_unit(
        &self,
        draft: &mut Draft<'_, '_>,
        cells: &[RowCell],
        made: &mut Made,
        index: usize,
    ) {
        let is_unit = |column: &Column| {
            matches!(column.holds, Holds::Attribute) && label::is_unit_header(&column.header)
        };
        let found = self.columns.iter().zip(cells).find(|(column, _)| is_unit(column));
        let Some(line) = found.and_then(|(_, cell)| cell.line) else { return };
        let text = draft.text(line);
        match label::unit_of_column(text) {
            Some(unit) => {
                let unit = label::in_scale_of(unit, made.indicator.unit.as_ref());
                made.indicator.unit = Some(unit);
            }
            None if label::has_scale(text) => {
                made.indicator.unit = None;
                let message = format!("the unit {} is not understood", Quoted(text));
                let place = self.place_of(draft, index);
                draft.find(Rule::UnknownUnit, place, Lines::one(line), message);
            }
            None => {}
        }
    }

    /// Says of the figures of a row what the footnote of its label says. One that the table hasn't
    /// got may stand further on.
    pub(super) fn say_of_row(
        &mut self,
        draft: &mut Draft<'_, '_>,
        figures: &mut [Figure],
        mark: &str,
        label: Lines,
    ) {
        let Some(text) = self.footnotes.text(mark) else { return };
        let is_unclear = footnotes::give_to_row(figures, vocabulary::said_of_row(text));
        let message = is_unclear.then(|| footnotes::not_understood(mark, text));
        if let Some(message) = message.filter(|_| self.footnotes.is_new(mark)) {
            draft.find_in_field(Rule::NoteNotUnderstood, label, message);
        }
    }
}

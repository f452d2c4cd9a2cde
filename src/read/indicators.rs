//! The last stage of a table: rows become indicators, cells become figures.

use super::context::{Context, Convention, Told};
use super::draft::Draft;
use super::footnotes::{self, Bearer, Footnotes, Noted, Of};
use super::header::{self, Column, Holds};
use super::label;
use super::lines::{LineUse, Lines};
use super::marks;
use super::peers::Peers;
use super::table::{Row, RowCell, Rows};
use super::tree::{IndicatorLines, Numbered};
use crate::error::Quoted;
use crate::words::{counted, fold, is_of_others};
use crate::{Attribute, Cell, Indicator, IndicatorKind, Missing, Note, Part, Place, Rule, Slice};

/// What all rows of a table share.
struct Table<'t> {
    kind: Option<&'t IndicatorKind>,
    columns: &'t [Column],
    /// Whether the cells of a row can be placed at all.
    has_clear_columns: bool,
    convention: Convention,
    dash: Option<Missing>,
    footnotes: Footnotes,
}

/// Adds what stands in a table to the field that is open, and tells the line behind it.
pub(super) fn take(
    draft: &mut Draft<'_, '_>,
    kind: Option<&IndicatorKind>,
    columns: &[Column],
    rows: Rows,
    has_clear_columns: bool,
) -> usize {
    let mut convention = Convention::default();
    for cell in rows.rows.iter().flat_map(|row| &row.cells) {
        convention.learn(&cell.reading);
    }
    for &line in &rows.orphans {
        let message =
            format!("{} is a cell without a label in front of it", Quoted(draft.text(line)));
        draft.find_in_field(Rule::UnreadLine, Lines::one(line), message);
    }
    let footnotes = Footnotes::new(&rows);
    let dash = rows.dash;
    let mut table = Table { kind, columns, has_clear_columns, convention, dash, footnotes };
    let mut rows_left = rows.rows.into_iter().peekable();
    let mut has_indicator = false;
    while let Some(row) = rows_left.next() {
        if has_indicator && table.is_of_another(&row) {
            table.take_comparison(draft, row);
            continue;
        }
        // A label above the rows of several bodies has no cells of its own.
        let is_heading =
            row.cells.is_empty() && rows_left.peek().is_some_and(|next| table.is_of_another(next));
        table.take_row(draft, row, is_heading);
        has_indicator = true;
    }
    for line in rows.sentences {
        let text = draft.text(line).to_owned();
        draft.mark(Lines::one(line), LineUse::Paragraph);
        draft.add_paragraph(text, Lines::one(line));
    }
    for footnote in rows.footnotes {
        draft.mark(footnote.lines, LineUse::Note);
        if !table.footnotes.is_taken(footnote.lines.first)
            && let Some(open) = draft.field(footnote.lines.first)
        {
            open.field.notes.push(Note::new(footnote.mark, footnote.text));
            open.lines.notes.push(footnote.lines);
        }
    }
    rows.end
}

impl Table<'_> {
    /// Whether a row holds the figures of a body or an area by the name of which it is known, for
    /// the indicator above it: *Gemeente*, *Provincie*, *Nederland*.
    fn is_of_another(&self, row: &Row) -> bool {
        const LONGEST: usize = 40;
        let is_name =
            |name: &str| matches!(name, "gemeente" | "provincie" | "regio") || is_of_others(name);
        row.name.len() <= LONGEST && row.fits(self.columns) && is_name(&fold(&row.name, true))
    }

    /// Adds the figures of another body to the indicator above them, as a slice of its own.
    fn take_comparison(&mut self, draft: &mut Draft<'_, '_>, row: Row) {
        let Some(open) = draft.field(row.label.first) else { return };
        let (Some(indicator), Some(at)) =
            (open.field.indicators.pop(), open.lines.indicators.pop())
        else {
            return;
        };
        let index = open.field.indicators.len();
        let slice = Slice::new(row.name.as_str()).ok();
        let mut made = Made { indicator, at, noted: Noted::default() };
        draft.mark(row.label, LineUse::Label);
        for cell in &row.cells {
            draft.mark(Lines::one(cell.at()), LineUse::Cell);
        }
        let first = made.indicator.figures.len();
        if self.has_clear_columns {
            self.place_cells(draft, row.cells, &mut made, index);
        } else {
            made.leave_unplaced(draft, row.cells);
        }
        for figure in made.indicator.figures.iter_mut().skip(first) {
            if figure.slice.is_none() {
                figure.slice.clone_from(&slice);
            }
        }
        if let Some(open) = draft.field(row.label.first) {
            open.field.indicators.push(made.indicator);
            open.lines.indicators.push(made.at);
        }
    }

    fn take_row(&mut self, draft: &mut Draft<'_, '_>, row: Row, is_heading: bool) {
        let Some(open) = draft.field(row.label.first) else { return };
        let Some(id) = open.next_id(Numbered::Indicator) else { return };
        let index = open.field.indicators.len();
        let fits = row.fits(self.columns);
        let suspect = row.suspect;
        let mut indicator = Indicator::new(id, row.name);
        indicator.kind = self.kind.cloned();
        indicator.unit = label::unit(&indicator.name);
        if indicator.unit.is_none() && label::has_scale(&indicator.name) {
            let message = format!("the scale in {} is not understood", Quoted(&indicator.name));
            let place = place_of(draft, index).at(Part::Name);
            draft.find(Rule::UnknownUnit, place, row.label, message);
        }
        let mut made =
            Made { indicator, at: IndicatorLines::new(row.label), noted: Noted::default() };
        draft.mark(row.label, LineUse::Label);
        for cell in &row.cells {
            draft.mark(Lines::one(cell.at()), LineUse::Cell);
        }
        // A mark behind the label belongs to the row, so it is noted even without its footnote.
        let mut marks = marks::behind_label(&made.indicator.name);
        // A number in parentheses is one where the table has its footnote, and else words.
        marks.retain(|mark| !mark.starts_with('(') || self.footnotes.has(mark));
        for mark in &marks {
            made.note(mark, Some(row.label), &mut self.footnotes);
        }
        if fits && self.has_clear_columns {
            self.place_cells(draft, row.cells, &mut made, index);
        } else {
            if !fits && !is_heading {
                let (rule, message) =
                    self.misaligned(draft, &made.indicator.name, &row.cells, suspect);
                let last = row.cells.last().map_or(row.label.last, |cell| cell.at());
                let place = place_of(draft, index);
                draft.find(rule, place, Lines { first: row.label.first, last }, message);
            }
            made.leave_unplaced(draft, row.cells);
        }
        for status in marks.iter().filter_map(|mark| self.footnotes.status(mark)) {
            footnotes::give_to_row(&mut made.indicator.figures, status);
        }
        if let Some(open) = draft.field(row.label.first) {
            let figures = made.indicator.figures.iter().enumerate();
            let borne = figures
                .flat_map(|(at, figure)| figure.notes.iter().map(move |mark| (mark, Some(at))));
            for (mark, figure) in marks.iter().map(|mark| (mark, None)).chain(borne) {
                if !self.footnotes.has(mark) {
                    open.loose.add(mark, Bearer { indicator: index, figure });
                }
            }
            open.field.indicators.push(made.indicator);
            open.lines.indicators.push(made.at);
        }
    }

    /// Why the cells of a row are not placed.
    fn misaligned(
        &self,
        draft: &Draft<'_, '_>,
        name: &str,
        cells: &[RowCell],
        suspect: Option<&str>,
    ) -> (Rule, String) {
        const MOST_NAMED: usize = 6;
        let name = Quoted(name);
        if cells.is_empty() {
            return (Rule::RowWithoutCells, format!("row {name} has no cells"));
        }
        let doubtful = cells.iter().find(|cell| !cell.reading.looks_like_cell());
        if let Some(doubtful) = doubtful
            && cells.len() == self.columns.len()
        {
            let words = Quoted(draft.text(doubtful.at()));
            let message = format!(
                "row {name} has {words} where a cell was to come, so none of its cells is placed"
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
        let headers = self.columns.iter().take(MOST_NAMED).map(|column| &*column.header);
        let mut named = headers.collect::<Vec<_>>().join(", ");
        if self.columns.len() > MOST_NAMED {
            named.push_str(", …");
        }
        let message = format!(
            "row {name} has {} for {} ({named}), so none of them is placed",
            counted(cells.len(), "cell"),
            counted(self.columns.len(), "column"),
        );
        (Rule::RowMisaligned, message)
    }

    /// Places the cells of a row that has one for each column.
    fn place_cells(
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
        // A table with a row for each year has the year in a column.
        let of_period = |(column, _): &(&Column, &RowCell)| matches!(column.holds, Holds::Period);
        let in_column = self.columns.iter().zip(&cells).find(of_period).map(|(_, cell)| cell.at());
        let year = in_column.and_then(|line| header::period_of(draft.text(line)));
        if let Some(line) = in_column.filter(|_| year.is_none()) {
            let message = format!("{} is not known as a period", Quoted(draft.text(line)));
            let place = place_of(draft, index);
            draft.find(Rule::HeaderWithoutPeriod, place, Lines::one(line), message);
        }
        for (number, (column, cell)) in (1..).zip(self.columns.iter().zip(cells)) {
            let printed = cell.line.map_or("", |line| draft.text(line));
            let line = cell.at();
            let (role, period) = match column.holds {
                Holds::Figures { role, period } => (role, period.or(year)),
                Holds::Notes => {
                    if printed != "-" {
                        made.note(printed, Some(Lines::one(line)), &mut self.footnotes);
                    }
                    continue;
                }
                Holds::Attribute | Holds::Period => {
                    let attribute = Attribute::new(&column.header, printed);
                    made.indicator.attributes.push(attribute);
                    made.at.attributes.push(line);
                    continue;
                }
            };
            let unit = made.indicator.unit.as_ref();
            let footnotes = &self.footnotes;
            let context = Context {
                unit,
                period,
                role,
                convention: self.convention,
                peers: &peers,
                dash: self.dash,
                has_footnote: &|mark| footnotes.has(mark),
            };
            let printed = Cell {
                header: Some(column.header.clone()),
                column: Some(number),
                printed: printed.to_owned(),
            };
            let at = Part::Figure(made.indicator.figures.len());
            let mut tell = |told| {
                let place = place_of(draft, index).at(at.clone());
                match told {
                    Told::Finding(doubt, message) => {
                        draft.find(doubt, place, Lines::one(line), message);
                    }
                    Told::Settled(by) => draft.settle(place, by),
                }
            };
            let first = made.indicator.figures.len();
            context.figures(printed, cell.reading, &mut tell, |figure| {
                made.indicator.figures.push(figure);
                made.at.figures.push(line);
            });
            for at in first..made.indicator.figures.len() {
                let Some(figure) = made.indicator.figures.get_mut(at) else { break };
                column.beside.say_of(figure);
                let own = figure.notes.clone();
                let of_column = column.beside.marks.iter().filter(|_| !figure.value.is_missing());
                let marks: Vec<String> = own.into_iter().chain(of_column.cloned()).collect();
                for mark in &marks {
                    match self.footnotes.says(mark) {
                        Of::Status(status) => footnotes::give(figure, status),
                        Of::Doubt => {
                            let message = format!(
                                "the footnote {} may say how {} came about, and was not taken so",
                                Quoted(mark),
                                Quoted(draft.text(line))
                            );
                            let place = place_of(draft, index).at(Part::Figure(at));
                            draft.find(Rule::LikelyReading, place, Lines::one(line), message);
                        }
                        Of::Nothing => {}
                    }
                }
                for mark in &marks {
                    made.note(mark, None, &mut self.footnotes);
                }
            }
        }
    }
}

/// The place of an indicator of the field that is open. It is only made for a finding.
fn place_of(draft: &mut Draft<'_, '_>, indicator: usize) -> Place {
    let field = draft.tree.current().map(|open| open.place.clone()).unwrap_or_default();
    field.at(Part::Indicator(indicator))
}

/// An indicator while it is made.
struct Made {
    indicator: Indicator,
    at: IndicatorLines,
    noted: Noted,
}

impl Made {
    fn leave_unplaced(&mut self, draft: &Draft<'_, '_>, cells: Vec<RowCell>) {
        for cell in cells {
            self.indicator.unplaced.push(Cell::new(draft.text(cell.at())));
            self.at.unplaced.push(cell.at());
        }
    }

    fn note(&mut self, mark: &str, row: Option<Lines>, footnotes: &mut Footnotes) {
        self.noted.note(mark, row, footnotes, (&mut self.indicator, &mut self.at));
    }
}

//! The last stage of a table: rows become indicators, cells become figures.

use std::collections::HashMap;

use super::context::{self, Context, Convention};
use super::draft::Draft;
use super::header::{Column, Holds};
use super::label;
use super::lines::{LineUse, Lines};
use super::marks;
use super::table::{Row, RowCell, Rows};
use super::tree::{IndicatorLines, Numbered};
use crate::error::Quoted;
use crate::{Attribute, Cell, Figure, Indicator, IndicatorKind, Note, Part, Place, Rule};

/// Adds what stands in a table to the field that is open, and tells the line behind it.
pub(super) fn take(
    draft: &mut Draft<'_, '_>,
    kind: Option<&IndicatorKind>,
    columns: &[Column],
    rows: Rows,
) -> usize {
    let mut convention = Convention::default();
    for cell in rows.rows.iter().flat_map(|row| &row.cells) {
        convention.learn(draft.text(cell.line), &cell.reading);
    }
    for &line in &rows.orphans {
        let message =
            format!("{} is a cell without a label in front of it", Quoted(draft.text(line)));
        let place = draft.field(line).map(|open| open.place.clone()).unwrap_or_default();
        draft.find(Rule::UnreadLine, place, Lines::one(line), message);
    }
    let mut footnotes = Footnotes::new(&rows);
    for row in rows.rows {
        take_row(draft, kind, columns, convention, row, &mut footnotes);
    }
    for line in rows.sentences {
        let text = draft.text(line).to_owned();
        draft.mark(Lines::one(line), LineUse::Paragraph);
        draft.add_paragraph(text, Lines::one(line));
    }
    for (line, mark, text) in rows.footnotes {
        draft.mark(Lines::one(line), LineUse::Note);
        if !footnotes.is_used(&mark)
            && let Some(open) = draft.field(line)
        {
            open.field.notes.push(Note::new(mark, text));
            open.lines.notes.push(Lines::one(line));
        }
    }
    rows.end
}

/// The footnotes below a table by their marks, and which of them were referred to.
struct Footnotes {
    by_mark: HashMap<String, Footnote>,
}

struct Footnote {
    line: usize,
    text: String,
    used: bool,
}

impl Footnotes {
    fn new(rows: &Rows) -> Self {
        let mut by_mark = HashMap::new();
        for (line, mark, text) in &rows.footnotes {
            let footnote = Footnote { line: *line, text: text.clone(), used: false };
            by_mark.entry(marks::bare(mark).to_owned()).or_insert(footnote);
        }
        Footnotes { by_mark }
    }

    fn is_used(&self, mark: &str) -> bool {
        self.by_mark.get(marks::bare(mark)).is_some_and(|footnote| footnote.used)
    }
}

fn take_row(
    draft: &mut Draft<'_, '_>,
    kind: Option<&IndicatorKind>,
    columns: &[Column],
    convention: Convention,
    row: Row,
    footnotes: &mut Footnotes,
) {
    let Some(open) = draft.field(row.label.first) else { return };
    let Some(id) = open.next_id(Numbered::Indicator) else { return };
    let place = open.place.clone().at(Part::Indicator(open.field.indicators.len()));
    let mut indicator = Indicator::new(id, row.name);
    indicator.kind = kind.cloned();
    indicator.unit = label::unit(&indicator.name);
    let mut at = IndicatorLines {
        name: row.label,
        figures: Vec::new(),
        unplaced: Vec::new(),
        notes: Vec::new(),
        attributes: Vec::new(),
    };
    draft.mark(row.label, LineUse::Label);
    for cell in &row.cells {
        draft.mark(Lines::one(cell.line), LineUse::Cell);
    }
    // A mark behind the label belongs to the row, so it is noted even without its footnote.
    for mark in marks::strip_behind(&indicator.name).1 {
        note(&mut indicator, &mut at, &mark, Some(row.label), footnotes);
    }
    if row.cells.len() == columns.len() {
        place_cells(
            draft,
            columns,
            convention,
            row.cells,
            (&mut indicator, &mut at),
            (&place, footnotes),
        );
    } else {
        let (rule, message) = misaligned(&indicator.name, row.cells.len(), columns.len());
        let last = row.cells.last().map_or(row.label.last, |cell| cell.line);
        draft.find(rule, place, Lines { first: row.label.first, last }, message);
        for cell in row.cells {
            indicator.unplaced.push(Cell::new(draft.text(cell.line)));
            at.unplaced.push(cell.line);
        }
    }
    if let Some(open) = draft.field(row.label.first) {
        open.field.indicators.push(indicator);
        open.lines.indicators.push(at);
    }
}

fn misaligned(name: &str, cells: usize, columns: usize) -> (Rule, String) {
    let name = Quoted(name);
    if cells == 0 {
        return (Rule::RowWithoutCells, format!("row {name} has no cells"));
    }
    let counted =
        |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let message = format!(
        "row {name} has {} for {}, so none of them is placed",
        counted(cells, "cell"),
        counted(columns, "column"),
    );
    (Rule::RowMisaligned, message)
}

/// Places the cells of a row that has one for each column.
fn place_cells(
    draft: &mut Draft<'_, '_>,
    columns: &[Column],
    convention: Convention,
    cells: Vec<RowCell>,
    (indicator, at): (&mut Indicator, &mut IndicatorLines),
    (place, footnotes): (&Place, &mut Footnotes),
) {
    let figures = columns.iter().zip(&cells);
    let figures = figures.filter(|(column, _)| matches!(column.holds, Holds::Figures { .. }));
    let peers = context::peers(figures.map(|(_, cell)| &cell.reading));
    for (number, (column, cell)) in (1..).zip(columns.iter().zip(cells)) {
        let printed = draft.text(cell.line);
        let (role, period) = match column.holds {
            Holds::Figures { role, period } => (role, period),
            Holds::Notes => {
                if printed != "-" {
                    note(indicator, at, printed, Some(Lines::one(cell.line)), footnotes);
                }
                continue;
            }
            Holds::Attribute => {
                indicator.attributes.push(Attribute::new(&column.header, printed));
                at.attributes.push(cell.line);
                continue;
            }
        };
        let context = Context { unit: indicator.unit.as_ref(), period, convention, peers: &peers };
        let settled = context.settle(printed, cell.reading.says);
        if let Some((rule, message)) = settled.finding {
            let place = place.clone().at(Part::Figure(indicator.figures.len()));
            draft.find(rule, place, Lines::one(cell.line), message);
        }
        for mark in &cell.reading.notes {
            note(indicator, at, mark, None, footnotes);
        }
        indicator.figures.push(Figure {
            period,
            role,
            value: settled.value,
            unit: cell.reading.unit,
            slice: None,
            dated: cell.reading.dated,
            status: cell.reading.status,
            notes: cell.reading.notes,
            remark: cell.reading.remark,
            cell: Some(Cell {
                header: Some(column.header.clone()),
                column: Some(number),
                printed: printed.to_owned(),
            }),
        });
        at.figures.push(cell.line);
    }
}

/// Notes the footnote of a mark with the indicator, once; where the document has none, only
/// if the mark stands for the whole row, at `row`.
fn note(
    indicator: &mut Indicator,
    at: &mut IndicatorLines,
    mark: &str,
    row: Option<Lines>,
    footnotes: &mut Footnotes,
) {
    let bare = marks::bare(mark);
    let known = |note: &Note| note.mark.as_deref().is_some_and(|mark| marks::bare(mark) == bare);
    if indicator.notes.iter().any(known) {
        return;
    }
    if let Some(footnote) = footnotes.by_mark.get_mut(bare) {
        footnote.used = true;
        indicator.notes.push(Note::new(mark, &footnote.text));
        at.notes.push(Lines::one(footnote.line));
    } else if let Some(row) = row {
        indicator.notes.push(Note::new(mark, ""));
        at.notes.push(row);
    }
}

//! The tables of a block: each text in its column, read as a grid.

use super::block::Block;
use super::part::Part;
use crate::read::dates;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::placement::ColumnsBy;
use crate::read::table::Table;
use crate::read::table::as_grid::{AsGrid, Placed};

impl Block {
    /// Its tables. `None` if two texts of a row stand in one column, or if no table is understood.
    pub(super) fn tables(
        &self,
        vocabulary: &Looks<'_>,
        lines: &[RawLine<'_>],
    ) -> Option<Vec<Table>> {
        let mut made = AsGrid::default();
        for row in &self.rows {
            let mut cells: Vec<Placed> = Vec::with_capacity(row.len());
            let mut free = 0;
            // A row of amounts that lacks some reaches over no column.
            let is_amount = |part: &Part| {
                let text =
                    lines.get(part.line).and_then(|line| line.text.get(part.start..part.end));
                text.is_some_and(|text| {
                    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '€' | '('))
                        && dates::year(text).is_none()
                        && !text.contains(char::is_alphabetic)
                })
            };
            let is_of_amounts = row.iter().any(|part| part.line >= self.body && is_amount(part));
            let spans = if is_of_amounts { None } else { self.spans(lines, row) };
            for (index, part) in row.iter().enumerate() {
                let (mut column, mut columns) = match &spans {
                    Some(spans) => spans.get(index).copied()?,
                    // As many texts as columns have one each, whatever they reach over.
                    None if row.len() == self.columns.len() => (index, 1),
                    // Fewer headers than columns that stand over no middle: how far they reach is unknown.
                    None if self.is_outer(row) => return None,
                    None => self.columns_of(part),
                };
                if row.len() == 1 && column == 0 {
                    columns = self.columns.len();
                }
                if column < free {
                    columns = columns.checked_sub(free - column).filter(|left| *left > 0)?;
                    column = free;
                }
                // A label reaches into the next column where nothing stands there.
                if index == 0 && row.len() > 1 && column == 0 {
                    columns = 1;
                }
                free = column + columns;
                let Part { line, start, end, .. } = *part;
                cells.push(Placed { column, columns, line, start, end });
            }
            made.push(lines, &cells)?;
        }
        made.tables(vocabulary, lines, ColumnsBy::Gaps)
    }
}

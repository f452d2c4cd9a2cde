//! Tables below each other in one grid, each of which begins with a row that states its scale and nothing else: *bedragen x € 1.000*. A
//! converter of web pages makes one grid of them.

use super::tables_of_one;
use crate::read::facts::looks::Looks;
use crate::read::label;
use crate::read::lines::RawLine;
use crate::read::shapes;
use crate::read::source::{Grid, GridRow};
use crate::read::spot::Spot;
use crate::read::table::Table;

/// The tables of the parts of a grid that begin with such a row each. `None` if it isn't made of them: a scale that stands again where
/// a page broke has no headers below it.
pub(super) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    grid: &Grid,
) -> Option<Vec<Table>> {
    let is_scale = |row: &GridRow| match row.cells() {
        [only] => lines.get(only.piece).is_some_and(|line| {
            let pack = vocabulary.pack();
            shapes::is_scale(pack, &line.text) && label::scale_alone(pack, &line.text).is_some()
        }),
        _ => false,
    };
    let starts: Vec<usize> =
        (0..grid.rows.len()).filter(|&row| grid.rows.get(row).is_some_and(is_scale)).collect();
    if starts.len() < 2 || starts.first() != Some(&0) {
        return None;
    }
    let mut found: Vec<Table> = Vec::new();
    let mut unread: Vec<Spot> = Vec::new();
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(grid.rows.len());
        let rows = grid.rows.get(start..end)?.to_vec();
        let caption = grid.caption.filter(|_| index == 0);
        let part = Grid { caption, rows, may_have_moved: grid.may_have_moved };
        let mut tables = tables_of_one(vocabulary, lines, &part);
        if tables.is_empty() && index > 0 {
            return None;
        }
        if tables.is_empty() {
            let spots = part.cells().map(|(_, cell)| Spot::whole(cell.piece));
            unread.extend(spots.filter(|spot| vocabulary.is_number(spot.text(lines))));
        }
        for table in &mut tables {
            (table.from, table.to) = (table.from + start, table.to + start);
        }
        found.extend(tables);
    }
    if let Some(first) = found.first_mut() {
        first.orphans.extend(unread);
    }
    Some(found)
}

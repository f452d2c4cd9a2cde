//! Rows whose first cell was broken over lines, as their label was: *Inburgering*, *- rijksbijdrage*, `-782`, `782`, and a line of white
//! space for the empty cells behind them. Each line of the label has the number in its place.

use std::collections::BTreeSet;

use super::rows::{Broken, RowLine};
use super::spaces;
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;

/// The rows that have one number each, alone on its line, and their names on the lines above. The white space below the last number stands
/// for empty cells, and with these they are as wide as another row.
pub(super) fn rows(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    rows: &[RowLine],
) -> Vec<RowLine> {
    /// The lines of a label.
    const MAX_LINES: usize = 4;
    let is_number = |at: usize| {
        lines.get(at).is_some_and(|line| {
            looks.is_of_class_number(&line.text) && dates::year(&line.text).is_none()
        })
    };
    let is_name = |at: usize| {
        lines.get(at).is_some_and(|line| {
            matches!(looks.class(&line.text), Class::Words | Class::Mixed | Class::Header)
        })
    };
    let widths = rows.iter().flat_map(|row| {
        let by_space =
            lines.get(row.line).and_then(|line| spaces::width(line, row.label, &row.cells));
        [Some(row.cells.len()), by_space]
    });
    let widths: BTreeSet<usize> = widths.flatten().filter(|width| *width > 2).collect();
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let is_run = |next: &usize| {
            *next < to
                && is_number(*next)
                && (*next == at || lines.get(*next).is_some_and(|line| !line.after_blank))
        };
        let count = (at..=at + MAX_LINES).take_while(is_run).count();
        let end = at + count;
        if (1..=MAX_LINES).contains(&count)
            && let Some(names) = at.checked_sub(count).filter(|names| *names >= from)
            && (names..at).all(is_name)
            && let Some(empty) = empty_after(lines, end)
            && widths.contains(&(empty + 1))
        {
            found.extend((0..count).filter_map(|index| {
                let text = &*lines.get(at + index)?.text;
                Some(RowLine {
                    line: at + index,
                    cells: vec![(0, text.len(), None)],
                    broken: Some(Broken { name: names + index, width: empty + 1 }),
                    ..RowLine::default()
                })
            }));
        }
        at = end.max(at + 1);
    }
    found
}

/// How many empty cells the white space stands for between a line and the one before it.
fn empty_after(lines: &[RawLine<'_>], at: usize) -> Option<usize> {
    let trail = lines.get(at.checked_sub(1)?)?.trail as usize;
    if trail > 0 {
        return trail.is_multiple_of(2).then_some(trail / 2);
    }
    let blanks = lines.get(at)?.blanks;
    let characters = usize::from(blanks.characters);
    (blanks.lines == 1 && !characters.is_multiple_of(2)).then_some(characters.div_ceil(2))
}

//! Whether the lines between two rows are the headers of another table, or the label of a group.

use super::headers::items_of;
use super::rows::RowLine;
use crate::read::dates;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::language::HeaderWord;
use crate::read::lines::RawLine;
use crate::read::table::arrange::Item;

/// Whether lines between rows are the headers of another table. One text alone is above a group of rows: *Kadernota
/// 2024*.
pub(super) fn holds_headers(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    gap: std::ops::Range<usize>,
    next: &RowLine,
) -> bool {
    // *2020* above rates is when these are of, as *2021* above those before them.
    let is_year = |at: usize| lines.get(at).is_some_and(|line| dates::year(&line.text).is_some());
    if next.cells.len() == 1 && next.counted_by.is_some() && gap.clone().any(is_year) {
        return true;
    }
    if !gap.clone().any(|at| is_header_line(vocabulary, lines, at)) {
        return false;
    }
    // Above cells without a label it is what they are.
    if next.label == 0 {
        return true;
    }
    let mut items = Vec::new();
    items_of(vocabulary, lines, gap.start, gap.end, false, &mut items);
    let years = items.iter().filter(|item| item.facts.period.is_some()).count();
    let is_quarter = |item: &&Item| is_quarter(vocabulary, lines, item);
    items.iter().filter(|item| item.facts.is_placing()).count() > 2
        || years > 1
        || items.iter().filter(is_quarter).nth(1).is_some()
}

/// Whether a header begins with a quarter: *Q1 2023/24*, *Q1*.
fn is_quarter(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], item: &Item) -> bool {
    let first = item.spots.first().map(|spot| spot.text(lines));
    first.is_some_and(|first| dates::names_quarter(vocabulary.pack(), first))
}

fn is_header_line(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> bool {
    let mut items = Vec::new();
    items_of(vocabulary, lines, at, at + 1, false, &mut items);
    // *Voordeel*, *Nadeel* judge the numbers of the next row.
    let judges = |item: &Item| {
        let favourable = HeaderWord::Column(ColumnKind::Favourable);
        item.facts.others.contains(&favourable)
            || item.facts.content == Some(ColumnKind::Favourable)
    };
    let is_quarter = |item: &Item| is_quarter(vocabulary, lines, item);
    let is_header = |item: &&Item| is_quarter(item) || item.facts.is_placing() && !judges(item);
    let headers = items.iter().filter(is_header).count();
    // *Percent of Metro Plan Design Reviews Completed in 20* is a label.
    let others = items.iter().filter(|item| item.facts.rest > 0 && !is_quarter(item));
    let others = others.map(|item| item.spots.len());
    headers >= 2 && others.sum::<usize>() <= headers
}

//! The hidden rows and columns of a sheet, and its merged cells.

use std::collections::HashSet;
use std::ops::RangeInclusive;

/// Rows and columns are counted from 1, as the sheet does.
#[derive(Debug, Default)]
pub(super) struct SheetOutline {
    pub(super) hidden_rows: HashSet<u32>,
    /// In their order, none of which reaches into the next.
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    pub(super) merged: Vec<Merged>,
}

/// Cells that are merged into the first of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) rows: RangeInclusive<u32>,
    pub(super) columns: RangeInclusive<u32>,
}

impl SheetOutline {
    pub(super) fn is_hidden(&self, row: u32, column: u32) -> bool {
        let after = self.hidden_columns.partition_point(|columns| *columns.end() < column);
        self.hidden_rows.contains(&row)
            || self.hidden_columns.get(after).is_some_and(|columns| columns.contains(&column))
    }
}

/// Ranges in their order, those that overlap made one.
pub(super) fn apart(mut ranges: Vec<RangeInclusive<u32>>) -> Vec<RangeInclusive<u32>> {
    ranges.sort_by_key(|range| *range.start());
    let mut apart: Vec<RangeInclusive<u32>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start() <= last.end() => {
                *last = *last.start()..=*last.end().max(range.end());
            }
            _ => apart.push(range),
        }
    }
    apart
}

/// `A1:C2`.
pub(super) fn merged(text: &str) -> Option<Merged> {
    let (first, last) = text.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) = (cell(first)?, cell(last)?);
    Some(Merged { rows: first_row..=last_row, columns: first_column..=last_column })
}

/// `A1`, or `A1:C2`.
pub(super) fn is_range(text: &str) -> bool {
    text.split(':').take(3).all(|place| cell(place).is_some())
}

/// A row from 1 to 1,048,576.
pub(super) fn is_row(text: &str) -> bool {
    const MAX_LEN: usize = 7;
    text.len() <= MAX_LEN && text.parse().is_ok_and(|row: u32| (1..=1_048_576).contains(&row))
}

/// `C2` as its row and column.
pub(super) fn cell(text: &str) -> Option<(u32, u32)> {
    const LAST_COLUMN: u32 = 16_384;
    let text = text.replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at_checked(digits)?;
    let mut column: u32 = 0;
    for letter in letters.chars() {
        let value = letter.to_digit(36)?.checked_sub(9)?;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    let is_place = is_row(row) && (1..=LAST_COLUMN).contains(&column);
    if is_place { Some((row.parse().ok()?, column)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_known() {
        let hidden_columns = apart(vec![7..=9, 2..=3, 3..=4, 2..=2]);
        assert_eq!(hidden_columns, [2..=4, 7..=9]);
        let outline =
            SheetOutline { hidden_rows: HashSet::from([5]), hidden_columns, merged: Vec::new() };
        let hidden = (1..12).filter(|&column| outline.is_hidden(1, column));
        assert_eq!(hidden.collect::<Vec<_>>(), [2, 3, 4, 7, 8, 9]);
        assert!(outline.is_hidden(5, 1));
    }

    #[test]
    fn merged_cells_are_read() {
        assert_eq!(merged("A1:C2"), Some(Merged { rows: 1..=2, columns: 1..=3 }));
        assert_eq!(cell("$XFD$1048576"), Some((1_048_576, 16_384)));
        for odd in ["", "A", "1", "A1", "A1:", "Ä1:B2", "ZZZZZZZZZZ1:B2", "A99999999999:B2"] {
            assert_eq!(merged(odd), None, "{odd}");
            assert!(odd == "A1" || !is_range(odd), "{odd}");
        }
    }
}

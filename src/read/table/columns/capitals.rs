//! Names in one line of headers, parted at their capitals: *Jaar Netto schuldquote Lengte van wegen* above *2021 58% 1.204*, and
//! *Indicator Jaar Assen Nederland*. Where there are as many capitals as columns, no other way is left.

use super::Finder;
use crate::findings::rule::Message;
use crate::read::facts::spacing::words_of;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::Lines;
use crate::read::marks;
use crate::read::placement::ColumnsBy;
use crate::read::spot::Spot;
use crate::read::table::columns::rows::RowLine;
use crate::read::table::turn::turn;
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table};

/// The bytes of so many names in some words: each begins with a capital, and no other word of it does. `None` if there are more or
/// fewer of them.
pub(in crate::read::table) fn at_capitals(
    text: &str,
    words: &[(usize, usize)],
    n: usize,
) -> Option<Vec<(usize, usize)>> {
    let is_capital =
        |&(from, to): &(usize, usize)| text.get(from..to)?.chars().next().map(char::is_uppercase);
    let mut names: Vec<(usize, usize)> = Vec::new();
    for word in words {
        match names.last_mut() {
            _ if is_capital(word)? => names.push(*word),
            Some(name) => name.1 = word.1,
            None => return None,
        }
    }
    (names.len() == n).then_some(names)
}

impl Finder<'_, '_> {
    /// The table of rows that are times, below one line of the names of what is measured: its columns are those of the times.
    pub(super) fn times_below_names(&self, floor: usize) -> Option<Table> {
        let first = self.rows.first()?;
        let n = first.cells.len() - self.time_of(first)?.1;
        let mut run: Vec<(RowLine, Spot, usize)> = Vec::new();
        // Other rows may stand below them.
        for at in first.line.. {
            let Some(row) = self.row_at(at) else { break };
            let Some((time, skipped)) = self.time_of(&row) else { break };
            if row.cells.len() - skipped != n {
                break;
            }
            run.push((row, time, skipped));
        }
        if n < 2 || run.len() < 2 {
            return None;
        }
        let last = run.last()?.0.line;
        let head = first.line.checked_sub(1).filter(|head| *head >= floor)?;
        let text = &*self.lines.get(head)?.text;
        let words = words_of(text);
        let is_corner = |&(from, to): &(usize, usize)| {
            let facts = self.vocabulary.facts(text.get(from..to).unwrap_or_default());
            matches!(facts.content, Some(ColumnKind::Period | ColumnKind::Label)) && facts.rest == 0
        };
        let corner = usize::from(words.first().is_some_and(is_corner));
        let names = at_capitals(text, words.get(corner..)?, n)?;
        let column = |of, content| self.column_at(head, of, content);
        let label = words.first().filter(|_| corner > 0);
        let label = label.map_or_else(Column::of_labels, |&of| column(of, Some(ColumnKind::Label)));
        let columns = std::iter::once(label).chain(names.into_iter().map(|of| column(of, None)));
        let table_rows = run.iter().map(|(row, time, skipped)| {
            let cells = row.cells.iter().skip(*skipped);
            let cells = cells.map(|of| Some(Cell::of_row(row.line, of)));
            Row::new(vec![*time], RowKind::Figures, std::iter::once(None).chain(cells).collect())
        });
        let table = Table {
            columns: columns.collect(),
            rows: table_rows.collect(),
            head: vec![head],
            from: head,
            to: last + 1,
            doubts: vec![Doubt { at: Lines::one(head), what: Message::PartedAtCapitals {} }],
            ..Table::default()
        };
        let turned = turn(self.vocabulary, self.lines, table);
        let is_turned = turned.columns.iter().skip(1).all(|column| column.facts.period.is_some());
        is_turned.then_some(Table { columns_by: Some(ColumnsBy::Rows), ..turned })
    }

    /// The row on a line, also where it has too few numbers to be one by itself: *Verwacht 2021 - 777*.
    fn row_at(&self, at: usize) -> Option<RowLine> {
        let ending = self.vocabulary.ending(&self.lines.get(at)?.text)?;
        Some(RowLine::of(&ending, at))
    }

    /// The time that a row is of, and how many of its cells it takes: *Realisatie 2014*, *2021 (R)*, or words that were taken for the first
    /// cells: a year, or the light that *Behaald* may be as well.
    fn time_of(&self, row: &RowLine) -> Option<(Spot, usize)> {
        const MAX_TAKEN: usize = 2;
        let text = &*self.lines.get(row.line)?.text;
        let ends = row.cells.iter().take(MAX_TAKEN).map(|&(_, to, _)| to);
        let ends = std::iter::once(row.label).chain(ends);
        ends.enumerate().find_map(|(skipped, end)| {
            let time = text.get(..end)?.trim_end();
            let facts = self.vocabulary.facts(marks::without(time));
            let is_time = facts.rest == 0 && facts.period.is_some() && facts.flow.is_none();
            is_time.then(|| (Spot::part(row.line, 0, time.len()), skipped))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_where_there_are_as_many_capitals() {
        let parts = |text: &str, n| -> Option<Vec<String>> {
            let found = at_capitals(text, &words_of(text), n)?;
            let name =
                |(from, to): (usize, usize)| text.get(from..to).unwrap_or_default().to_owned();
            Some(found.into_iter().map(name).collect())
        };
        assert_eq!(
            parts("Netto schuldquote Lengte van wegen (in km)", 2).unwrap_or_default(),
            ["Netto schuldquote", "Lengte van wegen (in km)"]
        );
        assert_eq!(parts("Assen Nederland", 2).unwrap_or_default(), ["Assen", "Nederland"]);
        for (text, n) in [("Verwijzingen Halt", 1), ("aantal Winkels", 1), ("Assen", 2), ("", 1)] {
            assert_eq!(parts(text, n), None, "{text:?}");
        }
    }
}

//! Lines that stand apart in one way, and the columns that they make together.

use super::Gap;
use super::columns::{MAX_OVERLAP, clusters, part_columns};
use super::part::{Part, parts, words_of_part};
use crate::read::dates;
use crate::read::lines::RawLine;
use crate::words::has_digit;

/// Lines whose texts are in columns.
pub(super) struct Block {
    pub(super) gap: Gap,
    /// The first line with numbers.
    pub(super) body: usize,
    pub(super) rows: Vec<Vec<Part>>,
    pub(super) columns: Vec<(usize, usize)>,
    /// How many columns of words stand in front.
    pub(super) labels: usize,
}

impl Block {
    /// The columns of some lines: those of the rows with numbers that have most texts. `None` if the columns of these
    /// rows overlap, or there are fewer than two of them.
    pub(super) fn of(lines: &[RawLine<'_>], from: usize, to: usize, gap: Gap) -> Option<Block> {
        const MIN_ROWS: usize = 2;
        let rows: Vec<Vec<Part>> = (from..to)
            .map(|at| lines.get(at).map_or(Vec::new(), |line| parts(line, at, gap)))
            .collect();
        let text = |part: &Part| {
            let line = lines.get(part.line).map_or("", |line| &*line.text);
            line.get(part.start..part.end).unwrap_or_default()
        };
        let is_number = |part: &Part| {
            let text = text(part);
            text.starts_with(|c: char| {
                c.is_ascii_digit() || matches!(c, '-' | '€' | '$' | '£' | '(' | '<' | '>' | '+')
            }) && text.bytes().any(|byte| byte.is_ascii_digit())
                && text.chars().filter(|c| c.is_alphabetic()).count() < 6
        };
        let is_year = |text: &str| dates::year(text).is_some();
        let is_amount = |part: &Part| is_number(part) && !is_year(text(part));
        let body = rows.iter().find(|row| row.iter().skip(1).any(is_amount));
        let body = body.and_then(|row| row.first()).map_or(from, |part| part.line);
        if gap == Gap::Tabs {
            let width = rows.iter().flatten().map(|part| part.from + 1).max()?;
            let with_numbers = rows.iter().filter(|row| row.len() > 1 && row.iter().any(is_number));
            let columns = (0..width).map(|at| (at, at + 1)).collect();
            return (width > 1 && with_numbers.count() >= MIN_ROWS).then_some(Block {
                gap,
                body,
                rows,
                columns,
                labels: 1,
            });
        }
        let is_of_numbers = |row: &&Vec<Part>| row.len() > 1 && row.iter().skip(1).any(is_amount);
        let with_numbers: Vec<&Vec<Part>> = rows.iter().filter(is_of_numbers).collect();
        let mut widths: Vec<usize> = with_numbers.iter().map(|row| row.len()).collect();
        widths.sort_unstable();
        // The widest rows show all columns; others have places where nothing stands.
        let found = widths.chunk_by(|one, other| one == other).rev().find_map(|same| {
            let width = *same.first()?;
            let mut columns: Vec<(usize, usize)> = vec![(usize::MAX, 0); width];
            for row in with_numbers.iter().filter(|row| row.len() == width) {
                for (column, part) in columns.iter_mut().zip(row.iter()) {
                    *column = (column.0.min(part.from), column.1.max(part.to));
                }
            }
            // Words stand in front of the figures; a running number may stand in front of them.
            let is_of_words = |at: usize| {
                let cells = || with_numbers.iter().filter(|row| row.len() == width);
                let words = cells().filter(|row| row.get(at).is_some_and(|part| !is_number(part)));
                words.count() * 2 > cells().count()
            };
            let labels = (0..width.min(4)).rev().find(|&at| is_of_words(at));
            let labels = labels.map_or(0, |last| last + 1);
            let are_parted = same.len() >= MIN_ROWS && part_columns(&mut columns, labels);
            are_parted.then_some((width, columns, labels))
        });
        // One row alone may show all columns, where each text of the others stands in one of them.
        let most = widths.last().copied().unwrap_or(0);
        let found = match found {
            Some(found) if found.0 == most => Some(found),
            found => clusters(&with_numbers, most, is_number).or(found),
        };
        let (width, columns, labels) = found?;
        // The links to the pages of a book stand below its last table.
        let mut rows = rows;
        while rows.last().is_some_and(|row| row.len() > width) {
            rows.pop();
        }
        // The name of a chapter stands in the margin of a page.
        let margin = columns.last().map_or(usize::MAX, |last| last.1 + MAX_OVERLAP);
        let is_of_margin = |part: &Part| part.from > margin && !has_digit(text(part));
        for row in &mut rows {
            row.retain(|part| !is_of_margin(part));
        }
        let mut made = Block { gap, body, rows, columns, labels };
        made.part_headers(lines);
        Some(made)
    }

    /// Parts the headers that stand beside each other with one space between them, where each word stands above a column of its own and
    /// then each column has one: *Change Change*.
    fn part_headers(&mut self, lines: &[RawLine<'_>]) {
        let figures = self.columns.len() - self.labels;
        let parted = |row: &Vec<Part>| -> Option<Vec<Part>> {
            let (_, own) = self.split_labels(row);
            if own.is_empty()
                || own.len() >= figures
                || own.iter().any(|part| part.line >= self.body)
            {
                return None;
            }
            let mut found: Vec<Part> = Vec::new();
            for part in row {
                let words = words_of_part(lines, part);
                let columns = self.columns_of(part).1;
                if columns > 1 && words.len() == columns {
                    found.extend(words);
                } else {
                    found.push(*part);
                }
            }
            let places: Vec<(usize, usize)> =
                found.iter().map(|part| self.columns_of(part)).collect();
            let labels = row.len() - own.len();
            let is_whole = found.len() == labels + figures
                && places.iter().all(|(_, columns)| *columns == 1)
                && places.windows(2).all(|pair| matches!(pair, [one, next] if one.0 < next.0));
            is_whole.then_some(found)
        };
        let made: Vec<Option<Vec<Part>>> = self.rows.iter().map(parted).collect();
        for (row, made) in self.rows.iter_mut().zip(made) {
            if let Some(made) = made {
                *row = made;
            }
        }
    }

    /// The columns in which a text stands: one, or several that it is above.
    pub(super) fn columns_of(&self, part: &Part) -> (usize, usize) {
        let over: Vec<usize> = (0..self.columns.len())
            .filter(|&at| self.columns.get(at).is_some_and(|column| part.overlaps(column)))
            .collect();
        // A header that begins above the end of the longest label is that of the figures after it.
        let is_touched = |at: &usize| {
            let end = self.columns.get(*at).map_or(0, |column| column.1);
            *at < self.labels && end.saturating_sub(part.from) <= MAX_OVERLAP
        };
        let over = match over.as_slice() {
            [first, rest @ ..] if !rest.is_empty() && is_touched(first) => rest.to_vec(),
            _ => over,
        };
        if let (Some(first), Some(last)) = (over.first(), over.last()) {
            return (*first, last - first + 1);
        }
        let distance = |at: &usize| {
            self.columns.get(*at).map_or(usize::MAX, |column| {
                part.from.saturating_sub(column.1).max(column.0.saturating_sub(part.to))
            })
        };
        let nearest = (0..self.columns.len()).min_by_key(distance).unwrap_or(0);
        (nearest, 1)
    }

    /// The texts of a row that begin where labels do, and the others.
    pub(super) fn split_labels<'r>(&self, row: &'r [Part]) -> (&'r [Part], &'r [Part]) {
        let is_of_labels =
            |(part, column): &(&Part, &(usize, usize))| part.from.abs_diff(column.0) <= 1;
        let labels = self.columns.get(..self.labels).unwrap_or_default();
        row.split_at(row.iter().zip(labels).take_while(is_of_labels).count())
    }
}

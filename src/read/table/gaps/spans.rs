//! Above which columns the headers of a row stand that has fewer of them.

use super::Gap;
use super::block::Block;
use super::part::Part;
use crate::read::lines::RawLine;

impl Block {
    /// The columns that each text of a row stands above, where there are fewer texts than columns: the one way in which
    /// each stands over the middle of some that follow each other. `None` if there is no such way, or another comes near.
    pub(super) fn spans(&self, lines: &[RawLine<'_>], row: &[Part]) -> Option<Vec<(usize, usize)>> {
        /// In characters. The middle of a text of an odd width is rounded, and columns are as wide as their numbers.
        const MAX_OFF: usize = 3;
        const MAX_WAYS: usize = 500;
        if self.gap == Gap::Tabs {
            return None;
        }
        let (labels, outer) = self.split_labels(row);
        let inner = self.columns.get(self.labels..)?;
        if outer.len() < 2 || outer.len() >= inner.len() {
            return None;
        }
        let of_labels = || (0..labels.len()).map(|at| (at, 1));
        if let Some(size) = self.cycle(lines, inner.len(), outer) {
            let spans = (0..outer.len()).map(|at| (self.labels + at * size, size));
            return Some(of_labels().chain(spans).collect());
        }
        // A column is as wide as its header. Those stand above the first line with numbers.
        let mut columns = inner.to_vec();
        let above =
            self.rows.iter().take_while(|row| row.last().is_none_or(|part| part.line < self.body));
        let headers = above.filter(|row| !row.is_empty());
        for (_, parts) in headers.map(|row| self.split_labels(row)) {
            if parts.len() == columns.len() {
                for (column, part) in columns.iter_mut().zip(parts) {
                    *column = (column.0.min(part.from), column.1.max(part.to));
                }
            }
        }
        let inner = &columns;
        // Where each part of the columns ends, for each way; and how far its texts are off, in all and at most.
        let mut ways: Vec<(Vec<usize>, usize, usize)> = vec![(Vec::new(), 0, 0)];
        for (at, part) in outer.iter().enumerate() {
            let left = outer.len() - at - 1;
            let mut next = Vec::new();
            for (ends, sum, most) in &ways {
                let from = ends.last().copied().unwrap_or(0);
                let last = if left == 0 { inner.len() } else { from + 1 };
                for end in last..=inner.len() - left {
                    let (Some(first), Some(last)) = (inner.get(from), inner.get(end - 1)) else {
                        continue;
                    };
                    // Twice the middle of both.
                    let off = (part.from + part.to).abs_diff(first.0 + last.1).div_ceil(2);
                    let mut ends = ends.clone();
                    ends.push(end);
                    next.push((ends, sum + off, (*most).max(off)));
                }
            }
            if next.len() > MAX_WAYS {
                return None;
            }
            ways = next;
        }
        ways.sort_by_key(|(_, sum, _)| *sum);
        let (ends, sum, most) = ways.first()?;
        let is_alone = ways.get(1).is_none_or(|(_, other, _)| *other > sum + MAX_OFF);
        if *most > MAX_OFF || !is_alone {
            return None;
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let spans = starts.zip(ends).map(|(from, end)| (self.labels + from, end - from));
        Some(of_labels().chain(spans).collect())
    }

    /// How many columns each of some texts stands above, where the headers below them come again as often as there are texts, and each
    /// stands above its own: *FY2018*, *FY2019*, *Change* twice.
    fn cycle(&self, lines: &[RawLine<'_>], columns: usize, outer: &[Part]) -> Option<usize> {
        let size = columns.checked_div(outer.len())?;
        if size < 2 || size * outer.len() != columns {
            return None;
        }
        let text =
            |part: &Part| lines.get(part.line).and_then(|line| line.text.get(part.start..part.end));
        let is_above = |row: &&Vec<Part>| row.last().is_none_or(|part| part.line < self.body);
        let comes_again = self.rows.iter().take_while(is_above).any(|row| {
            let (_, inner) = self.split_labels(row);
            inner.len() == columns
                && inner
                    .iter()
                    .zip(inner.iter().skip(size))
                    .all(|(one, next)| text(one) == text(next))
        });
        let stands_within = |(at, part): (usize, &Part)| {
            let (first, count) = self.columns_of(part);
            let own = self.labels + at * size..self.labels + (at + 1) * size;
            own.contains(&first) && first + count <= own.end
        };
        (comes_again && outer.iter().enumerate().all(stands_within)).then_some(size)
    }

    /// Whether a row above the numbers has fewer texts than there are columns of figures, and several.
    pub(super) fn is_outer(&self, row: &[Part]) -> bool {
        let is_above = row.last().is_some_and(|part| part.line < self.body);
        let figures = self.columns.len() - self.labels;
        let own = row
            .iter()
            .filter(|part| self.columns.get(self.labels).is_some_and(|column| part.to > column.0));
        let count = own.count();
        // Headers above columns beside each other are of these alone: *$ Increase*, *% Increase*.
        let places = row.iter().map(|part| self.columns_of(part)).collect::<Vec<_>>();
        let are_beside = places.iter().all(|(_, columns)| *columns == 1)
            && places.windows(2).all(|pair| matches!(pair, [one, next] if next.0 == one.0 + 1));
        self.gap == Gap::Spaces && is_above && count > 1 && count < figures && !are_beside
    }
}

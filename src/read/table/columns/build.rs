//! Makes the table of chosen headers: its columns, what its corner says, and the lines of its rows.

use super::cost::tears_line;
use super::flow_rows::part_flows;
use super::{Finder, Headers, fillers, missing};
use crate::findings::rule::Message;
use crate::read::facts::Facts;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::label;
use crate::read::lines::Lines;
use crate::read::placement::ColumnsBy;
use crate::read::spot::{Spot, joined};
use crate::read::table::arrange::{Item, Path};
use crate::read::table::settle::settle;
use crate::read::table::turn::turn;
use crate::read::table::{Column, Doubt, Table, arithmetic, broken};

impl Finder<'_, '_> {
    pub(super) fn build(&self, best: &Headers, first: usize) -> Table {
        let items = best.items.get(best.corner..).unwrap_or_default();
        let mut table = Table { columns_by: Some(ColumnsBy::Rows), ..Table::default() };
        let (corner_text, flow) = self.corner(best);
        let mut scope = Facts { flow, ..Facts::default() };
        let of_corner = label::amounts(self.vocabulary.pack(), &corner_text);
        scope.unit = of_corner.or_else(|| best.unit.clone());
        // The title that stands among the headers is that of the table, however far above it the other one stands.
        scope.period = (best.first..best.end)
            .find_map(|at| fillers::title_of(self.vocabulary, self.lines, at)?.period);
        table.labels_are_areas =
            crate::read::areas::is_of_areas(self.vocabulary.pack(), &corner_text);
        table.scope = scope;
        table.columns.push(Column {
            headers: Some(corner_text).filter(|text| !text.is_empty()).into_iter().collect(),
            content: Some(ColumnKind::Label),
            ..Column::default()
        });
        for (at, path) in best.arrangement.columns.iter().enumerate() {
            let mut column = self.column_of(path, items);
            column.facts.unit = column.facts.unit.or_else(|| best.units.get(at).cloned());
            column.content = path.facts.content.filter(|_| best.begins_with_time && at == 0);
            table.columns.push(column);
        }
        settle(self.vocabulary, &mut table.columns);
        table.head = (best.first..best.end).collect();
        table.from = best.first;
        if table.columns.iter().any(|column| column.is_open) {
            table.doubts.push(Doubt {
                at: Lines { first: best.first, last: first.saturating_sub(1).max(best.first) },
                what: Message::ReachUnknown {},
            });
        }
        if tears_line(&best.arrangement, items) {
            let at = Lines { first: best.first, last: first };
            table.doubts.push(Doubt { at, what: Message::AnotherReading {} });
        }
        let last = self.rows.last().map_or(first, |row| row.line);
        self.take_lines(best.end, last, best.n, &mut table);
        self.add_words(best, &mut table);
        part_flows(self.vocabulary, self.lines, &mut table);
        turn(self.vocabulary, self.lines, table)
    }

    /// What stands in front of the headers, above the labels, and the flow that it states.
    fn corner(&self, best: &Headers) -> (String, Option<FlowWord>) {
        let items = best.items.get(best.corner..).unwrap_or_default();
        let corner: Vec<&Item> = best.items.iter().take(best.corner).collect();
        // *Ontvangsten en uitgaven* is of both.
        let mut flows = corner.iter().filter_map(|item| item.facts.flow);
        let flow = flows.next();
        let flow = flow.filter(|flow| flows.all(|other| other == *flow));
        // What stands in front of the first header, with its signs: *Programma (in € 1.000)*.
        let next = items.first().and_then(|item| item.spots.first());
        let corner_text = match (corner.first().and_then(|item| item.spots.first()), next) {
            (Some(first), Some(next)) if first.piece() == next.piece() => {
                let text = self.lines.get(first.piece()).map_or("", |line| &*line.text);
                // *(in duizend euro)* begins with a word that only links others, which is no header.
                text.get(..next.start()).unwrap_or_default().trim().to_owned()
            }
            (first, next) => {
                let mut texts: Vec<String> =
                    corner.iter().map(|item| joined(self.lines, &item.spots)).collect();
                // *Indicator* in front of the headers, below the title *Kosten*.
                let front = next.filter(|_| first.is_some()).and_then(|next| {
                    let text = self.lines.get(next.piece()).map_or("", |line| &*line.text);
                    text.get(..next.start()).map(str::trim).filter(|front| !front.is_empty())
                });
                if let Some(front) = front.filter(|front| !texts.iter().any(|text| text == front)) {
                    texts.push(front.to_owned());
                }
                texts.join(" ")
            }
        };
        // *I. Exploitatie-uitgaven*
        let of_text = || {
            let facts = self.vocabulary.facts(&corner_text);
            let is_one = matches!(facts.flow, Some(FlowWord::Expenses | FlowWord::Income));
            facts.flow.filter(|_| is_one && facts.rest == 0 && facts.others.is_empty())
        };
        let has_flow = corner.iter().any(|item| item.facts.flow.is_some());
        let flow = if has_flow { flow } else { of_text() };
        (corner_text, flow)
    }

    /// The column of a header that is a part of a line.
    pub(super) fn column_at(
        &self,
        line: usize,
        (from, to): (usize, usize),
        content: Option<ColumnKind>,
    ) -> Column {
        let spot = Spot::part(line, from, to);
        let header = spot.text(self.lines);
        Column {
            headers: vec![header.to_owned()],
            spots: vec![spot],
            lines: Some(Lines::one(line)),
            facts: (*self.vocabulary.facts(header)).clone(),
            content,
            ..Column::default()
        }
    }

    /// The column of some headers, by which it is of figures.
    pub(super) fn column_of(&self, path: &Path, items: &[Item]) -> Column {
        let used = || path.items.iter().filter_map(|&at| items.get(at));
        let pieces = used().flat_map(|item| item.spots.iter().map(|spot| spot.piece()));
        let lines =
            pieces.clone().min().zip(pieces.max()).map(|(first, last)| Lines { first, last });
        Column {
            headers: used().map(|item| joined(self.lines, &item.spots)).collect(),
            spots: used().flat_map(|item| item.spots.iter().copied()).collect(),
            lines,
            facts: path.facts.clone(),
            is_open: path.is_open,
            ..Column::default()
        }
    }

    /// Takes the lines from one to the last row of a table, and what belongs to it below.
    pub(super) fn take_lines(&self, from: usize, last: usize, n: usize, table: &mut Table) {
        let glued = || self.rows.iter().filter(|row| row.is_glued).map(|row| row.line);
        if let (Some(first), Some(last)) = (glued().next(), glued().next_back()) {
            let at = Lines { first, last };
            table.doubts.push(Doubt { at, what: Message::GapsLost {} });
        }
        let broken = || self.rows.iter().filter(|row| row.broken.is_some()).map(|row| row.line);
        if let (Some(first), Some(last)) = (broken().next(), broken().next_back()) {
            table
                .doubts
                .push(Doubt { at: Lines { first, last }, what: Message::AnotherReading {} });
        }
        let mut rows = self.rows.iter().peekable();
        for at in from..=last {
            match rows.peek() {
                Some(row) if row.line == at => {
                    self.take_row(row, n, table);
                    rows.next();
                }
                _ => self.take_words(at, n, table),
            }
        }
        table.to = self.take_rows_below(last + 1, n, table);
        broken::join_labels(self.lines, table);
        missing::take_words_for_missing(self.vocabulary, self.lines, table, n);
        arithmetic::place_ragged(self.vocabulary, self.lines, table);
    }
}

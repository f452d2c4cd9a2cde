//! Plans of what is bought in which year: *Brug bij de molen*, `215.000` below *2019*, *2020*, *2021*, *2022*. Things are bought in few of these
//! years, so that a copy without empty cells has more rows that lost cells than whole ones, and nothing in a row says which. But all numbers
//! of the rows come to those of the total below them, in whatever columns they stand: that proves what the rows are.

use crate::leaves::number::Number;
use crate::leaves::value::Value;
use crate::read::cell;
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::placement::ColumnsBy;
use crate::read::raw_cell::Interpretation;
use crate::read::spot::Spot;
use crate::read::table::arithmetic::{self, is_total};
use crate::read::table::arrange::sure_arrangement;
use crate::read::table::lines::segment::Segment;
use crate::read::table::settle::settle;
use crate::read::table::{Cell, Column, Row, RowKind, Table};

/// A row: its words, of which the last is its label, and how many numbers follow them.
struct Line {
    from: usize,
    figures: usize,
    end: usize,
}

impl Segment<'_, '_> {
    /// The plan whose first number is at a token, and the token after it.
    pub(super) fn plan_of_years(&mut self, floor: usize, figure: usize) -> Option<(Table, usize)> {
        const MIN_YEARS: usize = 3;
        const MAX_YEARS: usize = 12;
        const MAX_WORDS: usize = 2;
        let mut first = figure;
        while first > floor && self.is_of_words(first - 1) && figure - first <= MAX_WORDS {
            first -= 1;
        }
        // Years, and what stands in front of them is the head of the labels.
        let years =
            (floor..first).rev().take_while(|&at| self.class(at) == Some(Class::Year)).count();
        let heads = first - years;
        let has_head = heads > floor && {
            let facts = self.facts(heads - 1);
            facts.content == Some(ColumnKind::Label)
                || facts.rest > 0 && !facts.is_placing() && self.is_of_words(heads - 1)
        };
        if !(MIN_YEARS..=MAX_YEARS).contains(&years)
            || !(1..=MAX_WORDS).contains(&(figure - first))
            || !has_head
        {
            return None;
        }
        let lines = self.lines_of_plan(first, years)?;
        let end = lines.last()?.end;
        // A word in front of each label but those of the totals, below a head of its own.
        let others = || lines.iter().filter(|line| line.end - line.figures - line.from > 0);
        let labelled = |line: &&Line| !self.is_total_at(line.end - line.figures - 1);
        let count = others().filter(labelled).count();
        let with_word = others().filter(labelled);
        let with_word = with_word.filter(|line| line.end - line.figures - line.from == 2).count();
        let has_words = with_word == count && heads >= floor + 2 && self.is_of_words(heads - 2);
        if with_word > 0 && !has_words {
            return None;
        }
        let items = self.items(heads, first);
        let best = sure_arrangement(&items, years)?;
        let named = |of: &Self, at: usize, content: ColumnKind| Column {
            headers: vec![of.text(at).into_owned()],
            spots: of.spots_of(at),
            facts: (*of.vocabulary.facts(&of.text(at))).clone(),
            content: Some(content),
            ..Column::default()
        };
        let mut columns = vec![named(self, heads - 1, ColumnKind::Label)];
        columns.extend(best.columns.iter().map(|path| self.column_of(path, &items, best.how)));
        settle(self.vocabulary, &mut columns);
        let pack = self.vocabulary.pack();
        let row = |line: &Line| {
            let label = line.end - line.figures - 1;
            let cells = (label + 1..line.end)
                .map(|at| Some(self.tokens.get(at)?.cell(pack, self.lines)))
                .collect::<Vec<_>>();
            if line.figures == years {
                let cells = std::iter::once(None).chain(cells).collect();
                Row::new(self.spots_of(label), RowKind::Figures, cells)
            } else {
                Row::new(self.spots_of(label), RowKind::Misfit, cells)
            }
        };
        let mut table = Table {
            columns,
            rows: lines.iter().map(row).collect(),
            columns_by: Some(ColumnsBy::Lines),
            ..Table::default()
        };
        arithmetic::place_ragged(self.vocabulary, self.lines, &mut table);
        let begin = heads - 1 - usize::from(has_words);
        if has_words {
            table.columns.insert(0, named(self, heads - 2, ColumnKind::Group));
            for (row, line) in table.rows.iter_mut().zip(&lines) {
                let has_word = line.end - line.figures - line.from == 2;
                let word = self.spots_of(line.from).first().copied().filter(|_| has_word);
                if row.kind == RowKind::Figures {
                    row.cells.insert(0, word.map(Cell::at));
                } else {
                    row.label.splice(0..0, word);
                }
            }
        }
        table.head = (begin..first).flat_map(|at| self.spots_of(at)).map(Spot::piece).collect();
        table.from = self.tokens.get(begin)?.first;
        table.to =
            self.tokens.get(end - 1).map_or(0, |token| token.favour.unwrap_or(token.last) + 1);
        Some((table, end))
    }

    /// The rows from a token on up to the last total that all numbers above it come to. `None` if there is none, or too few rows lost cells.
    fn lines_of_plan(&self, from: usize, years: usize) -> Option<Vec<Line>> {
        const MAX_WORDS: usize = 2;
        /// Two rows are told by other means.
        const MIN_SHORT: usize = 3;
        let mut lines: Vec<Line> = Vec::new();
        let (mut whole, mut short, mut kept) = (0, 0, 0);
        let mut sum = Some(Number::ZERO);
        let mut at = from;
        loop {
            let words = (at..self.tokens.len()).take_while(|&at| self.is_of_words(at)).count();
            let begin = at + words;
            let is_number = |at: &usize| self.class(*at) == Some(Class::Number);
            let figures = (begin..self.tokens.len()).take_while(is_number).count();
            if !(1..=MAX_WORDS).contains(&words) || !(1..=years).contains(&figures) {
                break;
            }
            let end = begin + figures;
            let own =
                (begin..end).try_fold(Number::ZERO, |sum, at| sum.checked_add(self.number(at)?));
            let is_total = figures == years && self.is_total_at(begin - 1);
            lines.push(Line { from: at, figures, end });
            at = end;
            if !is_total {
                whole += usize::from(figures == years);
                short += usize::from(figures < years);
                sum = sum.zip(own).and_then(|(sum, own)| sum.checked_add(own));
                continue;
            }
            if sum.is_none() || sum != own {
                break;
            }
            (kept, sum) = (lines.len(), Some(Number::ZERO));
        }
        lines.truncate(kept);
        // Where most rows are whole, the other ways to read lines know more.
        (short >= MIN_SHORT && short > whole && !lines.is_empty()).then_some(lines)
    }

    fn is_of_words(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Words | Class::Mixed | Class::Header | Class::Dated))
    }

    fn is_total_at(&self, at: usize) -> bool {
        is_total(self.vocabulary, &self.text(at))
    }

    fn spots_of(&self, at: usize) -> Vec<Spot> {
        let token = self.tokens.get(at);
        token.map(|token| (token.first..=token.last).map(Spot::whole).collect()).unwrap_or_default()
    }

    /// The number of a text: that of a dash is zero.
    fn number(&self, at: usize) -> Option<Number> {
        let raw = cell::read(self.vocabulary, &self.text(at));
        let value = match raw.interpretation {
            Interpretation::Sure(value) => value,
            Interpretation::Grouped(grouped) => grouped.whole,
            _ => return None,
        };
        match value {
            Value::Exact(number) => Some(number),
            Value::Missing(_) => Some(Number::ZERO),
            _ => None,
        }
    }
}

//! The way to take all texts from one on, by the best move at each.

use super::prices::MANY_BARE;
use super::row::Row;
use super::{Move, Parse};

impl Row<'_> {
    /// The way to take all texts from one on.
    pub(super) fn trace(&self, from: usize, best: &[(u32, Move)]) -> Parse {
        let (len, k) = (self.classes.len(), self.pattern.len());
        let first = if from < len { self.choice(from, best, false) } else { (0, Move::Words) };
        let of = |at: usize| {
            if at == from {
                return Some(first);
            }
            len.checked_sub(at).and_then(|back| best.get(back)).copied()
        };
        let mut parse = Parse { cost: first.0, ..Parse::default() };
        parse.moves.reserve((len - from.min(len)) / k.max(1) + 4);
        let mut at = from;
        let mut bare = 0_usize;
        while at < len {
            let Some((_, this)) = of(at) else { break };
            parse.moves.push((at - from, this));
            at += match this {
                Move::Row => {
                    parse.rows += 1;
                    k
                }
                Move::Part(from, until) => {
                    parse.rows += 1;
                    until - from
                }
                Move::Front(front) => {
                    parse.rows += 1;
                    front
                }
                Move::Bare(figures) => {
                    bare += 1;
                    figures
                }
                Move::Odd(numbers) => {
                    parse.odd += 1;
                    numbers + 1
                }
                Move::OddWithCode(numbers) => {
                    parse.odd += 1;
                    numbers + 2
                }
                Move::Words => {
                    parse.words += 1;
                    1
                }
                Move::Orphan => {
                    parse.orphans += 1;
                    1
                }
            };
        }
        // The words after the last number are of what follows.
        let is_of_table = |(at, this): &&(usize, Move)| match this {
            Move::Words => false,
            Move::Orphan => !self.is_blank(from + *at),
            Move::Row
            | Move::Part(..)
            | Move::Front(_)
            | Move::Bare(_)
            | Move::Odd(_)
            | Move::OddWithCode(_) => true,
        };
        let last = parse.moves.iter().rposition(|of| is_of_table(&of)).map_or(0, |last| last + 1);
        let end = parse.moves.get(last).map_or(len, |(at, _)| from + *at);
        parse.cost_within = parse.cost - of(end).map_or(0, |(cost, _)| cost).min(parse.cost);
        // Rows of which each has twice as many numbers as there are columns are no rows above totals.
        if bare * 2 > parse.rows {
            parse.cost_within += MANY_BARE * u32::try_from(bare).unwrap_or(999);
        }
        parse
    }
}

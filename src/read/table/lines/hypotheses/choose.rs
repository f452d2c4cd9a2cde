//! Chooses among the hypotheses of a table: the cheapest, or one near it whose sums come out.

use super::{MARGIN, WINDOW};
use crate::leaves::role::Role;
use crate::read::facts::classes::Class;
use crate::read::facts::words::FlowWord;
use crate::read::table::arithmetic;
use crate::read::table::arrange::Arrangement;
use crate::read::table::body::Move;
use crate::read::table::lines::patterns::{Hypothesis, Stated};
use crate::read::table::lines::segment::{Body, Segment};

impl Segment<'_, '_> {
    /// The hypothesis of the least cost; of those near it the one that arithmetic proves.
    pub(super) fn choose(
        &mut self,
        mut found: Vec<Hypothesis>,
        end: usize,
        texts: &mut Body,
    ) -> Option<Hypothesis> {
        const MAX_NEAR: usize = 6;
        /// Of the tables in lines on 122 pages six had another reading this near, and two of them were read wrong;
        /// of those with none this near one was.
        const NEAR: f64 = 0.6;
        // Of those that cost as much the one whose headers are likelier.
        found.sort_by(|one, other| {
            let of_headers = || one.arrangement.cost().total_cmp(&other.arrangement.cost());
            one.cost.total_cmp(&other.cost).then_with(of_headers)
        });
        let least = found.first()?.cost;
        let mut near: Vec<Hypothesis> = Vec::new();
        for hypothesis in found.into_iter().take_while(|of| of.cost <= least + MARGIN) {
            if near.len() < MAX_NEAR && !near.iter().any(|other| other.is_like(&hypothesis)) {
                near.push(hypothesis);
            }
        }
        let (mut chosen, mut most) = (0, 0);
        if near.len() > 1 && self.may_prove(&near, end) {
            for (at, hypothesis) in near.iter().enumerate() {
                let (table, _) = self.build(hypothesis, end, texts);
                let evidence = arithmetic::evidence(self.vocabulary, self.lines, &table);
                // What is proven gives way only to what is proven by far more.
                if evidence.is_proof() && evidence.held * 2 > most * 3 {
                    (chosen, most) = (at, evidence.held);
                }
            }
        }
        // Nothing proves it, and another one comes near that places some number elsewhere.
        let mut others = near.iter().skip(1).filter(|other| other.cost < least + NEAR).peekable();
        let is_doubtful = most == 0 && others.peek().is_some() && {
            let first = near.first().map(|of| self.placed(of, end, texts)).unwrap_or_default();
            others.any(|other| {
                let placed = self.placed(other, end, texts);
                // *Lasten* right above the rows says the same of them as a header and as the label of their group.
                let may_be_group = near.first().is_some_and(|first| first.body != other.body);
                let differ = |one: Stated, of: Stated| {
                    let is_open = may_be_group && (one.2.is_none() || of.2.is_none());
                    (one.0, one.1) != (of.0, of.1) || (one.2 != of.2 && !is_open)
                };
                let differs = |(at, facts): &(usize, Stated)| {
                    first.iter().any(|(token, of)| token == at && differ(*of, *facts))
                };
                placed.iter().any(differs)
            })
        };
        let mut chosen = near.into_iter().nth(chosen)?;
        let may_be_wrong =
            begins_with_title(&chosen.arrangement) || chosen.arrangement.tears_word();
        chosen.is_doubtful = is_doubtful || (most == 0 && may_be_wrong);
        Some(chosen)
    }

    /// What the numbers are of by a hypothesis, each with its token.
    fn placed(&self, of: &Hypothesis, end: usize, texts: &mut Body) -> Vec<(usize, Stated)> {
        let to = end.min(of.body + WINDOW);
        let parse = texts.parse((of.body, to), &of.pattern.wants, &of.pattern.parts);
        let mut found = Vec::new();
        for &(offset, this) in &parse.moves {
            if this != Move::Row {
                continue;
            }
            for (place, path) in of.pattern.paths.iter().enumerate() {
                let Some(path) = path.and_then(|path| of.arrangement.columns.get(path)) else {
                    continue;
                };
                let at = of.body + offset + place;
                if self.class(at) == Some(Class::Number) {
                    let facts = &path.facts;
                    found.push((at, (facts.period, facts.role, facts.flow)));
                }
            }
        }
        found
    }

    /// Whether the headers or the labels promise sums.
    fn may_prove(&self, near: &[Hypothesis], end: usize) -> bool {
        let promises = |hypothesis: &Hypothesis| {
            hypothesis.arrangement.columns.iter().any(|path| {
                path.facts.flow == Some(FlowWord::Balance)
                    || path.facts.role == Some(Role::Difference)
            })
        };
        let from = near.iter().map(|hypothesis| hypothesis.body).min().unwrap_or(end);
        let is_total = |at: usize| {
            self.tokens.get(at).and_then(|token| self.lines.get(token.first)).is_some_and(|line| {
                self.is_words(at) && arithmetic::is_total(self.vocabulary, &line.text)
            })
        };
        near.iter().any(promises) || (from..end).any(is_total)
    }
}

/// Whether words that aren't known are the header of the first of several columns, and all others are known: they may be the
/// title of the table, and each number that of the column before it.
fn begins_with_title(arrangement: &Arrangement) -> bool {
    const MIN: usize = 2;
    let Some((first, others)) = arrangement.columns.split_first() else { return false };
    first.facts.content.is_none()
        && !first.facts.is_placing()
        && first.facts.rest > 0
        && others.len() >= MIN
        && others.iter().all(|path| path.facts.is_placing() && path.facts.rest == 0)
}

//! Tables whose columns are goals, the goals within them, and what is done for those: *Kerndoel*, *Operationeel doel*, *Acties*.

use super::builder::Builder;
use super::heading;
use super::lines::{LineUse, Lines};
use super::source::{Grid, GridRow};
use crate::leaves::id::Id;
use crate::words::fold;

/// What a column of such a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Goals,
    Actions,
}

impl Builder<'_, '_> {
    /// Takes a grid without figures as goals and actions, if its headers say so. Returns whether they did.
    pub(super) fn take_goal_tree(&mut self, grid: &Grid) -> bool {
        let Some((head, columns)) = self.goal_columns(grid) else { return false };
        // A number is no goal, and is to be listed. *1.2.1 Bouwen* is an action with its code.
        let is_number = |text: &str| self.vocabulary.is_number(text) && !has_code(text);
        let mut body = grid.rows.iter().skip(head + 1).flat_map(GridRow::cells);
        if body.any(|cell| is_number(self.text(cell.piece))) {
            return false;
        }
        for row in grid.rows.iter().take(head + 1) {
            for piece in row.pieces().collect::<Vec<_>>() {
                self.mark(Lines::one(piece), LineUse::Header);
            }
        }
        // The goal of each column that is open.
        let mut open: Vec<Option<Id>> = vec![None; columns.len()];
        for row in grid.rows.iter().skip(head + 1) {
            for (at, (column, holds)) in columns.iter().enumerate() {
                let Some(cell) = row.cell(*column).filter(|cell| !cell.is_continued) else {
                    continue;
                };
                let lines = Lines::one(cell.piece);
                let text = self.text(cell.piece).to_owned();
                self.mark(lines, LineUse::Bullet);
                let outer =
                    open.get(..at).and_then(|open| open.iter().rev().flatten().next()).cloned();
                match holds {
                    Holds::Goals => {
                        let id = self.add_goal_within(&text, outer, lines);
                        for (slot, id) in open
                            .iter_mut()
                            .skip(at)
                            .zip(std::iter::once(id).chain(std::iter::repeat(None)))
                        {
                            *slot = id;
                        }
                    }
                    Holds::Actions => {
                        for action in parted(&text) {
                            self.add_action(action, outer.clone(), lines);
                        }
                    }
                }
            }
            // What stands in no column of these is text.
            for cell in row.cells() {
                let is_known = columns.iter().any(|(column, _)| *column == cell.column);
                if !is_known && !cell.is_continued {
                    let text = self.text(cell.piece).to_owned();
                    self.mark(Lines::one(cell.piece), LineUse::Paragraph);
                    self.take_row_of_text(text, Lines::one(cell.piece));
                }
            }
        }
        true
    }

    /// The row of headers and the columns that it names. At least one is of goals, another one of goals or of actions, and none of
    /// something else.
    fn goal_columns(&self, grid: &Grid) -> Option<(usize, Vec<(usize, Holds)>)> {
        const MAX_HEAD: usize = 3;
        grid.rows.iter().take(MAX_HEAD).enumerate().find_map(|(at, row)| {
            let columns = self.goal_headers(row)?;
            let has_goals = columns.iter().any(|(_, holds)| *holds == Holds::Goals);
            (has_goals && columns.len() > 1).then_some((at, columns))
        })
    }

    fn goal_headers(&self, row: &GridRow) -> Option<Vec<(usize, Holds)>> {
        let cells = row.cells().iter().filter(|cell| !cell.is_continued);
        cells.map(|cell| Some((cell.column, self.goal_header(self.text(cell.piece))?))).collect()
    }

    /// What a column of such a table holds by its header. `None` if that is neither goals nor actions.
    pub(super) fn goal_header(&self, text: &str) -> Option<Holds> {
        let pack = self.vocabulary.pack();
        let folded = fold(text, false);
        // *Acties 2023*
        let words = folded.trim_end_matches(|c: char| c.is_ascii_digit());
        if pack.has(words, |tables| tables.text.goal_columns) {
            Some(Holds::Goals)
        } else if pack.has(words, |tables| tables.text.action_columns) {
            Some(Holds::Actions)
        } else {
            None
        }
    }

    /// Adds a goal, within another one if there is one.
    pub(super) fn add_goal_within(
        &mut self,
        text: &str,
        outer: Option<Id>,
        lines: Lines,
    ) -> Option<Id> {
        /// How far back the same goal is looked for, which a copy prints in each of its rows.
        const MAX_BACK: usize = 20;
        let known = self.field(lines.first)?;
        let mut before = known.field.goals.iter().rev().take(MAX_BACK);
        if let Some(goal) = before.find(|goal| goal.text == text) {
            return Some(goal.id.clone());
        }
        let id = self.add_goal(text, None, lines)?;
        if let Some(goal) = self.field(lines.first)?.field.goals.last_mut() {
            goal.parent = outer.or(goal.parent.take());
        }
        Some(id)
    }
}

/// Whether a text begins with a code of three parts, and words follow it.
fn has_code(text: &str) -> bool {
    text.split_once(' ')
        .is_some_and(|(first, rest)| is_code(first) && rest.contains(char::is_alphabetic))
}

/// Whether a word is a code of three parts or more.
fn is_code(word: &str) -> bool {
    const MIN_PARTS: usize = 3;
    heading::code(word).is_some_and(|code| code.depth() >= MIN_PARTS)
}

/// The actions of a cell: each begins with a number of three parts, if the first does.
fn parted(text: &str) -> Vec<&str> {
    let starts: Vec<usize> = text
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter_map(|(start, word)| is_code(word).then_some(start))
        .collect();
    if starts.first() != Some(&0) {
        return vec![text];
    }
    let ends = starts.iter().copied().skip(1).chain(std::iter::once(text.len()));
    starts.iter().zip(ends).filter_map(|(&from, to)| Some(text.get(from..to)?.trim())).collect()
}

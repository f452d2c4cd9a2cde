//! The same tables as in `goal_trees`, printed as lines whose cells run into each other: *Kerndoel Operationeel doel Acties 2023*, and
//! below it *P3 1. Zelfredzaamheid P3 1.1 Preventie 1.1.1 Voorlichting*. Only the codes say where a cell begins and in which column.

use super::builder::Builder;
use super::goal_trees::Holds;
use super::heading;
use super::lines::{LineUse, Lines};
use crate::leaves::code::Code;
use crate::leaves::id::Id;

/// A cell: its text, how deep its code is, and its lines.
struct Cell {
    text: String,
    depth: usize,
    lines: Lines,
}

impl Builder<'_, '_> {
    /// The columns that a line names if it is the header of such a table, and a goal with its code stands right below.
    pub(super) fn goal_line_columns(&self, at: usize) -> Option<Vec<Holds>> {
        const MAX_LEN: usize = 90;
        let text = self.text(at);
        if text.len() > MAX_LEN || !text.contains(' ') {
            return None;
        }
        let columns = self.goal_words(text)?;
        let is_tree = columns.len() > 1 && columns.first() == Some(&Holds::Goals);
        (is_tree && self.cell_starts(at + 1, &[]).first().is_some_and(|(from, _)| *from == 0))
            .then_some(columns)
    }

    /// What the words of a line name, from the first to the last. `None` if one of them names no column of goals or actions.
    fn goal_words(&self, text: &str) -> Option<Vec<Holds>> {
        const MAX_PHRASE: usize = 3;
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            // *Acties 2023*
            if !found.is_empty() && words.get(at)?.bytes().all(|byte| byte.is_ascii_digit()) {
                at += 1;
                continue;
            }
            let (holds, length) =
                (1..=MAX_PHRASE.min(words.len() - at)).rev().find_map(|length| {
                    Some((self.goal_header(&words.get(at..at + length)?.join(" "))?, length))
                })?;
            found.push(holds);
            at += length;
        }
        Some(found)
    }

    /// Where cells begin in a line, each with its code: a code is one number longer than that of the cell within which it stands, and words
    /// follow it. In front of the first may stand a word that comes again, as *P3* does for the programme.
    fn cell_starts(&self, at: usize, open: &[Code]) -> Vec<(usize, Code)> {
        let text = self.text(at);
        let mut open = open.to_vec();
        let mut found = Vec::new();
        let mut before: Option<(usize, &str)> = None;
        let mut from = 0;
        for word in text.split(' ') {
            let start = from;
            from += word.len() + 1;
            let is_last = from >= text.len();
            let code = heading::code(word.trim_end_matches('.')).filter(|_| !is_last);
            // *1.* or *P3 1.* begins a goal of its own, and *1* in a text doesn't.
            let is_marked = |code: &Code| code.depth() > 1 || word.ends_with('.');
            let fits = |code: &Code| {
                let outer = code.parent();
                outer.as_ref().is_none_or(|outer| open.contains(outer))
            };
            if let Some(code) = code.filter(|code| is_marked(code) && fits(code)) {
                let depth = code.depth();
                let prefix = before.filter(|(_, word)| is_prefix(word));
                open.retain(|other| other.depth() < depth);
                open.push(code.clone());
                found.push((prefix.map_or(start, |(from, _)| from), code));
            }
            before = Some((start, word));
        }
        found
    }

    /// Takes such a table from its header on, as long as a line begins a cell or goes on with one.
    pub(super) fn take_goal_lines(&mut self, at: usize, columns: &[Holds]) -> usize {
        self.mark(Lines::one(at), LineUse::Header);
        let mut cells: Vec<Cell> = Vec::new();
        let mut open: Vec<Code> = Vec::new();
        let mut line = at + 1;
        while line < self.lines.len() {
            let starts = self.cell_starts(line, &open);
            let is_apart = self.lines.get(line).is_some_and(|line| line.after_blank);
            let begins = starts.first().is_some_and(|(from, _)| *from == 0);
            if !begins && (is_apart || self.goal_line_columns(line).is_some()) {
                break;
            }
            let text = self.text(line).to_owned();
            let begin = starts.first().map_or(text.len(), |(from, _)| *from);
            if let Some(last) = cells.last_mut().filter(|_| begin > 0) {
                last.text.push(' ');
                last.text.push_str(text.get(..begin).unwrap_or_default().trim());
                last.lines.last = line;
            }
            let ends = starts.iter().skip(1).map(|(from, _)| *from).chain([text.len()]);
            for ((from, code), to) in starts.iter().zip(ends) {
                let depth = code.depth();
                let text = text.get(*from..to).unwrap_or_default().trim().to_owned();
                cells.push(Cell { text, depth, lines: Lines::one(line) });
                open.retain(|other| other.depth() < depth);
                open.push(code.clone());
            }
            self.mark(Lines::one(line), LineUse::Bullet);
            line += 1;
        }
        let mut goals: Vec<Option<Id>> = vec![None; columns.len()];
        for cell in cells {
            // What stands deeper than the columns go is of the last.
            let column = (cell.depth - 1).min(columns.len() - 1);
            let outer = goals.iter().take(column).rev().flatten().next().cloned();
            match columns.get(column) {
                Some(Holds::Actions) => {
                    self.add_action(&cell.text, outer, cell.lines);
                }
                _ => {
                    let id = self.add_goal_within(&cell.text, outer, cell.lines);
                    for (slot, id) in goals
                        .iter_mut()
                        .skip(column)
                        .zip(std::iter::once(id).chain(std::iter::repeat(None)))
                    {
                        *slot = id;
                    }
                }
            }
        }
        line
    }
}

/// Whether a word may stand in front of a code: a letter or two and a number, as *P3* and *D1*.
fn is_prefix(word: &str) -> bool {
    const MAX_LEN: usize = 4;
    word.len() <= MAX_LEN
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.ends_with(|c: char| c.is_ascii_digit())
}

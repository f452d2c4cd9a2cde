//! What a line begins: a title, a heading, a question, a table, an item of a list, or text.

use super::cell;
use super::draft::Draft;
use super::header;
use super::heading;
use super::lines::LineUse;
use super::parts;
use super::table;
use super::vocabulary::{self, Question, fold};
use crate::{IndicatorKind, Period};

/// What a line begins.
pub(super) enum Block {
    Title(heading::Title),
    Heading(heading::FieldHeading),
    Question(Question, Option<Period>),
    TableTitle(Option<IndicatorKind>),
    /// A table without a title of its own.
    Table,
    Bullet,
    Text,
}

impl Draft<'_, '_> {
    /// What the line begins, as far as it and the lines behind it tell.
    pub(super) fn block(&self, at: usize) -> Block {
        const LONGEST: usize = 250;
        let text = self.text(at);
        if text.len() <= LONGEST {
            if let Some((question, period)) = question(text) {
                return Block::Question(question, period);
            }
            if let Some(kind) = vocabulary::table_title(&fold(text, false)) {
                return Block::TableTitle(kind);
            }
            // A budget's title reads as a column header does; what opens a document is its title.
            let title = heading::title(text);
            let opens = at == 0 && title.is_some();
            if !opens && header::has_role(text) && self.begins_table(at) {
                return Block::Table;
            }
            if let Some(title) = title {
                return Block::Title(title);
            }
            if self.may_be_heading(at)
                && let Some(heading) = heading::field_heading(text)
            {
                return Block::Heading(heading);
            }
        }
        if parts::is_bullet(text) { Block::Bullet } else { Block::Text }
    }

    /// Whether headers, a label and a cell follow: a table that has no title.
    fn begins_table(&self, at: usize) -> bool {
        // Looking further at each of many headers would take quadratic time.
        const FARTHEST: usize = 50;
        let end = (at + FARTHEST).min(self.lines.len());
        let near = self.lines.get(..end).unwrap_or_default();
        let Some((columns, label)) = header::columns(near, at) else { return false };
        let first = table::rows(near, label, (label + 2).min(end), &columns);
        columns.len() > 1 && first.rows.first().is_some_and(|row| row.cells.len() == 1)
    }

    /// Whether a line stands apart from the text in front of it. One that doesn't is the rest
    /// of a sentence, which may well begin with the code of another field.
    fn may_be_heading(&self, at: usize) -> bool {
        let after_blank = self.lines.get(at).is_some_and(|line| line.after_blank);
        let before = at.checked_sub(1).and_then(|before| self.used_as(before));
        after_blank
            || !matches!(before, Some(LineUse::Paragraph | LineUse::Bullet | LineUse::Unread))
    }

    /// The first line that can't belong to a table: a heading, a question, a list.
    pub(super) fn end_of_table(&self, from: usize) -> usize {
        (from..self.lines.len())
            .find(|&at| match self.block(at) {
                Block::Text => false,
                // A number in front of a label, with its cells below it, is no heading.
                Block::Heading(_) => !self.is_cell(at + 1),
                // Footnotes below a table look like the items of a list.
                Block::Bullet if self.text(at).starts_with('*') => false,
                _ => !self.is_cell(at),
            })
            .unwrap_or(self.lines.len())
    }

    fn is_cell(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| cell::read(line.text).looks_like_cell())
    }
}

/// A question without its question mark and its year, and that year.
fn question(text: &str) -> Option<(Question, Option<Period>)> {
    let folded = fold(text, true);
    if let Some(question) = vocabulary::question(&folded) {
        return Some((question, None));
    }
    let (words, year) = folded.rsplit_once(' ')?;
    let period = header::period(year)?;
    let words = words.strip_suffix(" in").unwrap_or(words);
    vocabulary::question(words).map(|question| (question, Some(period)))
}

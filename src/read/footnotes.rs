//! The footnotes below a table, and who refers to them.

use std::collections::{HashMap, HashSet};

use super::lines::Lines;
use super::table::Rows;
use super::tree::IndicatorLines;
use super::vocabulary;
use crate::model::note::bare_mark;
use crate::words::fold;
use crate::{Indicator, Note, Status};

/// The footnotes below a table by their marks.
pub(super) struct Footnotes {
    by_mark: HashMap<String, (Lines, String)>,
    /// The lines of those that stand with an indicator.
    taken: HashSet<usize>,
}

impl Footnotes {
    pub(super) fn new(rows: &Rows) -> Self {
        let mut by_mark = HashMap::new();
        for footnote in &rows.footnotes {
            let known = (footnote.lines, footnote.text.clone());
            by_mark.entry(bare_mark(&footnote.mark).to_owned()).or_insert(known);
        }
        Footnotes { by_mark, taken: HashSet::new() }
    }

    /// What a mark says about how its figure came about.
    pub(super) fn status(&self, mark: &str) -> Option<Status> {
        let (_, text) = self.by_mark.get(bare_mark(mark))?;
        vocabulary::status(&fold(text, true))
    }

    /// Whether the footnote at a line stands with an indicator, and not with the field.
    pub(super) fn is_taken(&self, line: usize) -> bool {
        self.taken.contains(&line)
    }
}

/// The marks of one row.
#[derive(Default)]
pub(super) struct Noted(HashSet<String>);

impl Noted {
    /// Notes the footnote of a mark with the indicator, once. Where the table has none it
    /// does so only for a mark that stands for the whole row, at `row`.
    pub(super) fn note(
        &mut self,
        mark: &str,
        row: Option<Lines>,
        footnotes: &mut Footnotes,
        (indicator, at): (&mut Indicator, &mut IndicatorLines),
    ) {
        // Many rows may refer to one footnote; a long one stands once, with the field.
        const LONGEST_COPIED: usize = 500;
        let bare = bare_mark(mark);
        if self.0.contains(bare) {
            return;
        }
        let footnote = footnotes.by_mark.get(bare);
        let (text, lines) = match (footnote, row) {
            (Some((lines, text)), _) if text.len() <= LONGEST_COPIED => {
                footnotes.taken.insert(lines.first);
                (&**text, *lines)
            }
            (_, Some(row)) => ("", row),
            (_, None) => return,
        };
        self.0.insert(bare.to_owned());
        indicator.notes.push(Note::new(mark, text));
        at.notes.push(lines);
    }
}

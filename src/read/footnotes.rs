//! The footnotes below a table, or further on in its field, and who refers to them.

use std::collections::{HashMap, HashSet};

use chrono::Datelike;

use super::dates;
use super::lines::Lines;
use super::marks;
use super::table::Rows;
use super::tree::IndicatorLines;
use super::vocabulary::{self, Vocabulary};
use crate::error::Quoted;
use crate::leaves::role::{Role, Status};
use crate::leaves::value::Missing;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::model::note::Note;
use crate::model::note::bare_mark;
use crate::words::{fold, fold_word};

/// Many rows may refer to one footnote; a longer one stands once, with the field.
const LONGEST_COPIED: usize = 500;

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
            by_mark.entry(bare_mark(&footnote.mark).into_owned()).or_insert(known);
        }
        Footnotes { by_mark, taken: HashSet::new() }
    }

    /// Whether the table has a footnote with this mark.
    pub(super) fn has(&self, mark: &str) -> bool {
        self.by_mark.contains_key(&*bare_mark(mark))
    }

    /// What a mark says about how its figure came about.
    pub(super) fn says(&self, mark: &str) -> Of {
        self.by_mark.get(&*bare_mark(mark)).map_or(Of::Nothing, |(_, text)| Of::text(text))
    }

    /// The text of the footnote with a mark; empty where there is none.
    pub(super) fn text(&self, mark: &str) -> &str {
        self.by_mark.get(&*bare_mark(mark)).map_or("", |(_, text)| text)
    }

    /// Whether the footnote at a line stands with an indicator, and not with the field.
    pub(super) fn is_taken(&self, line: usize) -> bool {
        self.taken.contains(&line)
    }
}

/// Footnotes that are known beside their table.
pub(super) struct Known<'t>(HashMap<String, &'t str>);

impl<'t> Known<'t> {
    pub(super) fn new(footnotes: &[&'t str]) -> Self {
        let split = footnotes.iter().filter_map(|footnote| marks::split_footnote(footnote.trim()));
        let mut known = HashMap::new();
        for (mark, text) in split {
            // As in a document, the first counts.
            known.entry(bare_mark(mark).into_owned()).or_insert(text);
        }
        Known(known)
    }

    pub(super) fn has(&self, mark: &str) -> bool {
        self.0.contains_key(&*bare_mark(mark))
    }

    pub(super) fn says(&self, mark: &str) -> Of {
        self.0.get(&*bare_mark(mark)).map_or(Of::Nothing, |text| Of::text(text))
    }

    /// The text of the footnote with a mark; empty where there is none.
    pub(super) fn text(&self, mark: &str) -> &str {
        self.0.get(&*bare_mark(mark)).copied().unwrap_or_default()
    }
}

/// What a footnote says about how a figure came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Status(Status),
    /// It mentions such a thing in words that aren't understood.
    Doubt,
    Nothing,
}

/// What is said where a footnote may be about a figure, by what was printed, and nobody knows.
pub(super) fn doubt_of_cell(mark: &str, printed: &str) -> String {
    format!(
        "the footnote {} may say how {} came about, and was not taken so",
        Quoted(mark),
        Quoted(printed)
    )
}

/// The same where it may be about a row.
pub(super) fn doubt_of_row(mark: &str) -> String {
    format!(
        "the footnote {} may say how the figures of its row came about, and was not taken so",
        Quoted(mark)
    )
}

impl Of {
    fn text(text: &str) -> Self {
        let folded = fold(text, true);
        match vocabulary::status(&folded) {
            Some(status) => Of::Status(status),
            None if vocabulary::mentions_status(&folded) => Of::Doubt,
            None => Of::Nothing,
        }
    }
}

/// Gives a status to the figures of a row that it can be about: a footnote on how something was
/// measured, behind the label, says nothing of the targets; and one that names years is about
/// those.
pub(super) fn give_to_row(figures: &mut [Figure], status: Status, text: &str) {
    let folded = fold(text, true);
    let years: Vec<i32> = folded.split(' ').filter_map(dates::year).map(i32::from).collect();
    let is_meant = |figure: &Figure| {
        let is_result = matches!(figure.role, None | Some(Role::Realised | Role::Baseline));
        let is_of_year = figure.period.is_none_or(|period| years.contains(&period.start().year()));
        is_result && !figure.value.is_missing() && (years.is_empty() || is_of_year)
    };
    for figure in figures.iter_mut().filter(|figure| is_meant(figure)) {
        give(figure, status);
    }
}

pub(super) fn give(figure: &mut Figure, status: Status) {
    figure.status.insert(status);
}

/// What a mark stands at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bearer {
    /// The index of the indicator in its field.
    pub(super) indicator: usize,
    /// The index of the figure; nothing where the mark is that of the label.
    pub(super) figure: Option<usize>,
}

/// The marks in a field whose footnotes its tables don't have: they may stand further on, behind
/// the text or the lists.
#[derive(Debug, Default)]
pub(super) struct Loose(HashMap<String, Vec<Bearer>>);

impl Loose {
    pub(super) fn add(&mut self, mark: &str, bearer: Bearer) {
        self.0.entry(bare_mark(mark).into_owned()).or_default().push(bearer);
    }

    /// Whether some mark still lacks its footnote.
    pub(super) fn lacks(&self, mark: &str) -> bool {
        self.0.contains_key(&*bare_mark(mark))
    }

    /// Ties a footnote to what bears its mark. One that is too long to stand with each indicator
    /// is handed back.
    pub(super) fn tie(
        &mut self,
        note: Note,
        lines: Lines,
        indicators: &mut [Indicator],
        at: &mut [IndicatorLines],
    ) -> Option<Note> {
        let Some(mark) = note.mark.as_deref() else { return Some(note) };
        let bearers = self.0.remove(&*bare_mark(mark)).unwrap_or_default();
        let status = match Of::text(&note.text) {
            Of::Status(status) => Some(status),
            _ => None,
        };
        let is_copied = note.text.len() <= LONGEST_COPIED;
        let mut previous = None;
        for bearer in bearers {
            let Some(indicator) = indicators.get_mut(bearer.indicator) else { continue };
            match (status, bearer.figure) {
                (Some(status), None) => give_to_row(&mut indicator.figures, status, &note.text),
                (Some(status), Some(figure)) => {
                    if let Some(figure) = indicator.figures.get_mut(figure) {
                        give(figure, status);
                    }
                }
                (None, _) => {}
            }
            if !is_copied || previous == Some(bearer.indicator) {
                continue;
            }
            previous = Some(bearer.indicator);
            let Some(at) = at.get_mut(bearer.indicator) else { continue };
            let is_same =
                |known: &Note| known.mark.as_deref().map(bare_mark) == Some(bare_mark(mark));
            match indicator.notes.iter().position(is_same) {
                Some(known) => {
                    if let (Some(known), Some(at)) =
                        (indicator.notes.get_mut(known), at.notes.get_mut(known))
                    {
                        known.text.clone_from(&note.text);
                        *at = lines;
                    }
                }
                None => {
                    indicator.notes.push(note.clone());
                    at.notes.push(lines);
                }
            }
        }
        (!is_copied).then_some(note)
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
        let bare = bare_mark(mark);
        if self.0.contains(&*bare) {
            return;
        }
        let footnote = footnotes.by_mark.get(&*bare);
        let (text, lines) = match (footnote, row) {
            (Some((lines, text)), _) if text.len() <= LONGEST_COPIED => {
                footnotes.taken.insert(lines.first);
                (&**text, *lines)
            }
            (_, Some(row)) => ("", row),
            (_, None) => return,
        };
        self.0.insert(bare.into_owned());
        indicator.notes.push(Note::new(mark, text));
        at.notes.push(lines);
    }
}

/// What a line below a table says that a dash stands for.
pub(super) fn legend(vocabulary: &Vocabulary, text: &str) -> Option<Missing> {
    vocabulary.missing(&fold_word(marks::legend(text.trim())?)?)
}

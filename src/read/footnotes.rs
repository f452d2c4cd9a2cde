//! The footnotes below a table or further on in its field, and the figures that refer to them.

use std::collections::{HashMap, HashSet};

use chrono::Datelike;

use super::dates;
use super::language::Pack;
use super::lines::Lines;
use super::positions::IndicatorLines;
use super::vocabulary::{self, WordsMeaning};
use crate::findings::rule::Message;
use crate::leaves::number::Number;
use crate::leaves::role::{Role, Status};
use crate::leaves::unit::{Scale, Unit};
use crate::leaves::value::Value;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::model::note::Note;
use crate::model::note::bare_mark;
use crate::words::fold;

/// In bytes. A footnote is copied to each row that refers to it; a longer one is kept once, with the
/// field.
const MAX_COPIED_LEN: usize = 500;

/// The footnotes below a table by their marks.
pub(super) struct Footnotes {
    by_mark: HashMap<String, (Lines, String)>,
    /// The lines of the footnotes that are kept with an indicator.
    taken: HashSet<usize>,
    /// The marks of the footnotes that were reported.
    reported: HashSet<String>,
}

impl Footnotes {
    /// Those of a table.
    pub(super) fn of(found: &[super::table::Footnote]) -> Self {
        let mut by_mark = HashMap::new();
        for footnote in found {
            let known = (footnote.lines, footnote.text.clone());
            by_mark.entry(bare_mark(&footnote.mark).into_owned()).or_insert(known);
        }
        Footnotes { by_mark, taken: HashSet::new(), reported: HashSet::new() }
    }

    /// Whether the table has a footnote with this mark.
    pub(super) fn has(&self, mark: &str) -> bool {
        self.by_mark.contains_key(&*bare_mark(mark))
    }

    /// The footnote with a mark, if the table has it.
    pub(super) fn text(&self, mark: &str) -> Option<&str> {
        self.by_mark.get(&*bare_mark(mark)).map(|(_, text)| &**text)
    }

    /// Records that a footnote is reported; returns whether it is the first time. A footnote that isn't
    /// understood is reported once, not for each figure with its mark.
    pub(super) fn is_new(&mut self, mark: &str) -> bool {
        self.reported.insert(bare_mark(mark).into_owned())
    }

    /// Whether the footnote at a line is kept with an indicator, not with the field.
    pub(super) fn is_taken(&self, line: usize) -> bool {
        self.taken.contains(&line)
    }
}

/// The message about a footnote that isn't understood.
pub(super) fn not_understood(mark: &str, text: &str) -> Message {
    Message::NoteNotUnderstood { mark: mark.into(), text: text.into() }
}

/// Applies to a figure what its footnote says, and whether that left it unclear.
pub(super) fn give(figure: &mut Figure, meaning: WordsMeaning) -> bool {
    if figure.value.is_missing() {
        return false;
    }
    let is_complete = take(figure, meaning);
    if !is_complete {
        figure.status.insert(Status::Unclear);
    }
    !is_complete
}

/// Applies a footnote to a figure; returns whether all of it could be applied.
fn take(figure: &mut Figure, meaning: WordsMeaning) -> bool {
    figure.status.extend(meaning.statuses.iter());
    let is_of_period = |dated| figure.period == Some(dated) || figure.dated == Some(dated);
    if let Some(dated) = meaning.dated.filter(|dated| !is_of_period(*dated)) {
        if figure.dated.is_some() || !is_measured(figure) {
            // The year of a target may be its deadline, or the year in which it was set.
            return false;
        }
        figure.dated = Some(dated);
    }
    meaning.is_understood
}

fn is_measured(figure: &Figure) -> bool {
    matches!(figure.role, None | Some(Role::Realised | Role::Baseline))
}

/// Applies a footnote of the label to the figures of its row. It is not about targets, and a status with
/// a year is about the figures of that year. Returns whether it left a figure unclear.
pub(super) fn give_to_row<'f>(
    figures: impl IntoIterator<Item = &'f mut Figure>,
    meaning: WordsMeaning,
) -> bool {
    let is_meant = |figure: &&mut Figure| is_measured(figure) && !figure.value.is_missing();
    let mut figures: Vec<&mut Figure> = figures.into_iter().filter(is_meant).collect();
    let year = meaning.dated.map(|dated| dated.start().year());
    let is_of_year = |figure: &Figure| {
        year.is_none() || figure.period.is_none_or(|period| Some(period.start().year()) == year)
    };
    let has_year = figures.iter().any(|figure| is_of_year(figure));
    let mut is_unclear = !meaning.is_understood;
    for figure in &mut figures {
        if is_of_year(figure) {
            give(figure, WordsMeaning { dated: None, ..meaning });
        } else if !has_year || meaning.statuses.is_empty() {
            figure.status.insert(Status::Unclear);
            is_unclear = true;
        }
    }
    is_unclear
}

/// Applies to the figures of a row what its label says of them: words in parentheses, a scale that
/// isn't understood, and a scale that some cell may have written out.
pub(super) fn apply_label<'f>(
    pack: &Pack,
    figures: impl Iterator<Item = &'f mut Figure>,
    label: &str,
    unit: Option<&Unit>,
    is_scale_unknown: bool,
) {
    let scale = unit.map_or(Scale::Ones, Unit::scale);
    if !label.contains('(') && !is_scale_unknown && scale == Scale::Ones {
        return;
    }
    let mut figures: Vec<&mut Figure> = figures.collect();
    give_label(pack, &mut figures, label);
    if is_scale_unknown || may_be_written_out(&figures, scale) {
        leave_unclear(&mut figures);
    }
}

/// Whether the numbers of a row in thousands differ by so much that one of them may be written out in
/// full: `950` next to `> € 900.000`. A third of the scale is more than a row differs by, and what
/// is written out differs by the whole scale.
fn may_be_written_out(figures: &[&mut Figure], scale: Scale) -> bool {
    if scale == Scale::Ones {
        return false;
    }
    let bounds = figures.iter().filter_map(|figure| figure.value.bounds());
    let mut sizes = bounds.flat_map(|bounds| bounds.ends().map(Number::abs).collect::<Vec<_>>());
    let mut sizes = sizes.by_ref().filter(|size| !size.is_zero()).collect::<Vec<_>>();
    sizes.sort_unstable();
    let (Some(low), Some(high)) = (sizes.first(), sizes.last()) else { return false };
    let third = Number::from(scale.factor() / 3);
    low.checked_mul(third).is_some_and(|most| *high > most)
}

/// Applies to the figures of a row what its label says in parentheses: *(t/m juni)*, *(voorlopig)*,
/// *(norm < 130%)*. What a label says of something else (*(18 jaar e.o.)*) has no effect.
fn give_label(pack: &Pack, figures: &mut [&mut Figure], label: &str) {
    for inside in label.split('(').skip(1).filter_map(|part| part.split(')').next()) {
        let meaning = vocabulary::meaning_of_words(pack, inside);
        if !meaning.statuses.is_empty() || meaning.dated.is_some() {
            let known = WordsMeaning { is_understood: true, ..meaning };
            give_to_row(figures.iter_mut().map(|figure| &mut **figure), known);
        } else if states_an_aim(pack, inside) {
            leave_unclear(figures);
        }
    }
}

/// Whether words name an aim with its number, which the row has a target for as well.
fn states_an_aim(pack: &Pack, text: &str) -> bool {
    let folded = fold(text, true);
    let first = folded.split(' ').next().unwrap_or_default();
    pack.has(first, |tables| tables.remarks.aims) && text.contains(|c: char| c.is_ascii_digit())
}

/// Leaves the figures of a row unclear that have numbers: what they are in isn't known.
fn leave_unclear(figures: &mut [&mut Figure]) {
    for figure in figures {
        if figure.value.bounds().is_some() || matches!(figure.value, Value::ChangeBy { .. }) {
            figure.status.insert(Status::Unclear);
        }
    }
}

/// Applies a year of measurement, from a column *Peiljaar*, to the results of a row. If there are
/// several it is unknown which is meant, unless one of them is of that year.
pub(super) fn measured_in<'f>(
    pack: &Pack,
    figures: impl IntoIterator<Item = &'f mut Figure>,
    text: &str,
) {
    let is_result =
        |figure: &&mut Figure| figure.role == Some(Role::Realised) && !figure.value.is_missing();
    let mut results: Vec<&mut Figure> = figures.into_iter().filter(is_result).collect();
    let Some(dated) = dates::period(pack, text) else { return };
    if results.iter().any(|figure| figure.period == Some(dated)) {
        return;
    }
    let meaning =
        WordsMeaning { dated: Some(dated), is_understood: true, ..WordsMeaning::default() };
    match results.as_mut_slice() {
        [only] => {
            give(only, meaning);
        }
        several => {
            for figure in several {
                give(figure, WordsMeaning::default());
            }
        }
    }
}

/// What a mark is attached to.
#[derive(Debug, Clone, Copy)]
pub(super) struct MarkedPart {
    /// The index of the indicator in its field.
    pub(super) indicator: usize,
    /// The index of the figure. `None` if the mark is on the label.
    pub(super) figure: Option<usize>,
}

impl MarkedPart {
    /// Applies the footnote to the figure or the row; without its text they become unclear.
    fn give(self, pack: &Pack, indicator: &mut Indicator, text: Option<&str>) {
        let meaning = |meaning: fn(&Pack, &str) -> WordsMeaning| {
            text.map(|text| meaning(pack, text)).unwrap_or_default()
        };
        match self.figure {
            None => {
                give_to_row(&mut indicator.figures, meaning(vocabulary::meaning_of_row));
            }
            Some(figure) => {
                if let Some(figure) = indicator.figures.get_mut(figure) {
                    give(figure, meaning(vocabulary::meaning_of_words));
                }
            }
        }
    }
}

/// The marks in a field whose footnotes its tables don't have: they may stand further on, after
/// the text or the lists.
#[derive(Debug, Default)]
pub(super) struct PendingMarks(HashMap<String, Vec<MarkedPart>>);

impl PendingMarks {
    pub(super) fn add(&mut self, mark: &str, bearer: MarkedPart) {
        self.0.entry(bare_mark(mark).into_owned()).or_default().push(bearer);
    }

    /// Whether some mark still lacks its footnote.
    pub(super) fn lacks(&self, mark: &str) -> bool {
        self.0.contains_key(&*bare_mark(mark))
    }

    /// Attaches a footnote to everything with its mark. Returns a footnote that is too long to be copied
    /// to each indicator.
    pub(super) fn tie(
        &mut self,
        pack: &Pack,
        note: Note,
        lines: Lines,
        indicators: &mut [Indicator],
        at: &mut [IndicatorLines],
    ) -> Option<Note> {
        let Some(mark) = note.mark.as_deref() else { return Some(note) };
        let bearers = self.0.remove(&*bare_mark(mark)).unwrap_or_default();
        let is_copied = note.text.len() <= MAX_COPIED_LEN;
        let mut previous = None;
        for bearer in bearers {
            let Some(indicator) = indicators.get_mut(bearer.indicator) else { continue };
            bearer.give(pack, indicator, Some(&note.text));
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

    /// Applies the remaining marks: with the footnote that `elsewhere` finds, or else as unclear.
    pub(super) fn finish<'n>(
        &self,
        pack: &Pack,
        indicators: &mut [Indicator],
        elsewhere: impl Fn(&str) -> Option<&'n str>,
    ) {
        for (mark, bearers) in &self.0 {
            let text = elsewhere(mark);
            for bearer in bearers {
                if let Some(indicator) = indicators.get_mut(bearer.indicator) {
                    bearer.give(pack, indicator, text);
                }
            }
        }
    }
}

/// The marks of one row.
#[derive(Default)]
pub(super) struct RowMarks(HashSet<String>);

impl RowMarks {
    /// Notes the footnote of a mark with the indicator, once. Where the table has none it
    /// does so only for a mark that stands for the whole row, at `row`.
    pub(super) fn note(
        &mut self,
        mark: &str,
        row: Option<Lines>,
        footnotes: &mut Footnotes,
        (notes, at): (&mut Vec<Note>, &mut Vec<Lines>),
    ) {
        let bare = bare_mark(mark);
        if self.0.contains(&*bare) {
            return;
        }
        let footnote = footnotes.by_mark.get(&*bare);
        let (text, lines) = match (footnote, row) {
            (Some((lines, text)), _) if text.len() <= MAX_COPIED_LEN => {
                footnotes.taken.insert(lines.first);
                (&**text, *lines)
            }
            (_, Some(row)) => ("", row),
            (_, None) => return,
        };
        self.0.insert(bare.into_owned());
        notes.push(Note::new(mark, text));
        at.push(lines);
    }
}

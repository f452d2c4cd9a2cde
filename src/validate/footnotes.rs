//! Footnotes and the marks that refer to them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::Findings;
use super::outline::{At, Node, Outline};
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::model::figure::Figure;
use crate::model::note::Note;
use crate::model::note::bare_mark;
use crate::words::is_raised;

/// The footnotes of a field and of the fields around it, by their marks, the nearest last.
#[derive(Default)]
struct VisibleNotes<'b> {
    by_mark: HashMap<Cow<'b, str>, Vec<usize>>,
    /// Of each open field, outermost first, the marks of its footnotes.
    open: Vec<Vec<Cow<'b, str>>>,
}

/// A footnote of a field.
struct FieldNote<'b> {
    note: &'b Note,
    place: Place,
    is_used: bool,
}

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let mut notes: Vec<FieldNote<'_>> = Vec::new();
    let mut visible = VisibleNotes::default();
    for node in &outline.nodes {
        visible.enter(node, &mut notes);
        for (index, indicator) in node.field.indicators.iter().enumerate() {
            let at = At { node, part: Part::Indicator, index };
            let label = indicator.label.as_ref().unwrap_or(&indicator.name);
            let known = of_row(label, &indicator.notes, at, &visible, &mut notes, findings);
            of_figures(&indicator.figures, at, &known, &visible, &mut notes, findings);
        }
        for (index, line) in node.field.costs.iter().enumerate() {
            let at = At { node, part: Part::Cost, index };
            let known = of_row(&line.label, &line.notes, at, &visible, &mut notes, findings);
            of_figures(&line.figures, at, &known, &visible, &mut notes, findings);
        }
    }
    for FieldNote { note, place, .. } in notes.into_iter().filter(|note| !note.is_used) {
        let what = match &note.mark {
            Some(mark) => Message::FootnoteNotUsed { mark: mark.into() },
            None => Message::FootnoteUnmarked { text: (&note.text).into() },
        };
        findings.report(place, what);
    }
}

impl<'b> VisibleNotes<'b> {
    /// Opens a field, and closes those that it doesn't lie in.
    fn enter(&mut self, node: &Node<'b>, notes: &mut Vec<FieldNote<'b>>) {
        while self.open.len() >= node.place.parts().len() {
            for mark in self.open.pop().unwrap_or_default() {
                if let Some(known) = self.by_mark.get_mut(&mark) {
                    known.pop();
                }
            }
        }
        let mut own = HashSet::new();
        for (index, note) in node.field.notes.iter().enumerate() {
            let mark = note.mark.as_deref().map(bare_mark);
            // Of two with the same mark in one field the first counts.
            if let Some(mark) = mark.filter(|mark| own.insert(mark.clone())) {
                self.by_mark.entry(mark).or_default().push(notes.len());
            }
            notes.push(FieldNote { note, place: node.at(Part::Note(index)), is_used: false });
        }
        self.open.push(own.into_iter().collect());
    }

    /// The nearest footnote with a mark.
    fn find<'n>(
        &self,
        mark: &str,
        notes: &'n mut [FieldNote<'b>],
    ) -> Option<&'n mut FieldNote<'b>> {
        notes.get_mut(*self.by_mark.get(&*bare_mark(mark))?.last()?)
    }
}

/// The notes of a row, whose label is as printed: their marks.
fn of_row<'b>(
    label: &str,
    own: &'b [Note],
    at: At<'_>,
    visible: &VisibleNotes<'b>,
    notes: &mut [FieldNote<'b>],
    findings: &mut Findings<'_>,
) -> HashSet<Cow<'b, str>> {
    // The notes of the row itself; without a text they are marks that look for theirs.
    let mut known: HashSet<Cow<'b, str>> = HashSet::new();
    for (index, note) in own.iter().enumerate() {
        let Some(mark) = note.mark.as_deref() else { continue };
        known.insert(bare_mark(mark));
        if !note.text.is_empty() {
            continue;
        }
        match visible.find(mark, notes) {
            Some(note) => note.is_used = true,
            None => {
                let what = Message::NoFootnote { mark: mark.into() };
                findings.report(at.place().at(Part::Note(index)), what);
            }
        }
    }
    // A budget built by hand may have marks in labels without notes, and reading only takes marks at
    // the end of a label.
    let may_bear = visible.by_mark.values().any(|notes| !notes.is_empty());
    for word in label.split_whitespace().filter(|_| may_bear) {
        let mark = word.trim_start_matches(|c: char| c.is_alphanumeric() && !is_raised(c));
        for mark in [word, mark] {
            if let Some(note) = visible.find(mark, notes) {
                note.is_used = true;
            }
        }
    }
    known
}

fn of_figures<'b>(
    figures: &'b [Figure],
    at: At<'_>,
    known: &HashSet<Cow<'_, str>>,
    visible: &VisibleNotes<'b>,
    notes: &mut [FieldNote<'b>],
    findings: &mut Findings<'_>,
) {
    // A missing footnote is reported once for each row.
    let mut reported: HashSet<Cow<'_, str>> = HashSet::new();
    for (index, figure) in figures.iter().enumerate() {
        for mark in &figure.notes {
            if known.contains(&*bare_mark(mark)) {
                continue;
            }
            match visible.find(mark, notes) {
                Some(note) => note.is_used = true,
                None if reported.insert(bare_mark(mark)) => {
                    let what = Message::NoFootnote { mark: mark.into() };
                    findings.report(at.figure(index), what);
                }
                None => {}
            }
        }
    }
}

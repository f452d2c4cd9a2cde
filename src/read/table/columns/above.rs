//! What stands right above the first line of headers: it may show that they begin further up.

use super::Finder;
use super::headers::items_of;
use crate::read::facts::is_amendment;
use crate::read::facts::words::{self, ColumnKind};
use crate::read::table::arrange::Item;
use crate::words::fold_word;

/// What stands around the first line of headers.
pub(super) struct Above {
    /// Whether that line is itself the beginning of a title.
    pub(super) begins_with_title: bool,
    /// Whether headers are left over right above it.
    pub(super) is_left_over: bool,
    /// Whether a word is cut there.
    pub(super) is_cut: bool,
}

impl Finder<'_, '_> {
    /// What speaks against headers that begin at a line, whatever they are.
    pub(super) fn above(&self, head: usize, floor: usize) -> Above {
        let begins_with_title = self.is_title(head);
        let Some(before) = head.checked_sub(1).filter(|before| *before >= floor) else {
            return Above { begins_with_title, is_left_over: false, is_cut: false };
        };
        // *RekeningBegroting* is two headers where the rows lost their gaps as well.
        let is_glued = self.rows.iter().any(|row| row.is_glued);
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, before, head, is_glued, &mut items);
        // *Indicator*, *Eenheid*, *Bron* are above the labels and what stands between them and the figures.
        let is_of_texts = |item: &Item| {
            item.facts.content.is_some_and(|content| content != ColumnKind::Value)
                && !item.facts.is_placing()
        };
        items.retain(|item| !is_of_texts(item));
        let strong = items.iter().filter(|item| item.facts.is_placing()).count();
        // One word that isn't known may be the head of the labels.
        let are_headers = strong > 0 && items.len() - strong <= usize::from(strong > 2)
            || strong == 0 && self.are_all_headers(before, floor);
        Above {
            begins_with_title,
            is_left_over: are_headers
                && !self.is_title(before)
                && !self.is_title_apart(before, head)
                && !self.is_dated_title(before, head),
            is_cut: self.is_cut(before, head),
        }
    }

    /// Whether the line above another one, which may be the head of the labels, is several headers and nothing else: *Actual
    /// Actual Target*, *Performance measures*, *2022 2023 2024*.
    fn are_all_headers(&self, below: usize, floor: usize) -> bool {
        let Some(at) = below.checked_sub(1).filter(|at| *at >= floor) else { return false };
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, below, false, &mut items);
        let is_header = |item: &Item| item.facts.is_placing() && item.facts.rest == 0;
        items.len() > 1 && items.iter().all(is_header)
    }

    /// Whether a line is the beginning of a title, and no headers: *Rekening van baten en lasten per*.
    fn is_title(&self, at: usize) -> bool {
        let text = self.lines.get(at).map_or("", |line| &*line.text);
        let last = text.split_whitespace().next_back().unwrap_or_default();
        if last.contains(char::is_alphabetic) && words::is_link(self.vocabulary, last) {
            return true;
        }
        // *Ontvangsten en uitgaven*
        if !text.split_whitespace().any(|word| words::is_link(self.vocabulary, word)) {
            return false;
        }
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
        let is_flow = |item: &Item| {
            item.facts.flow.is_some() && item.facts.role.is_none() && item.facts.period.is_none()
        };
        items.len() > 1 && items.iter().all(is_flow)
    }

    /// Whether a line is a title that a blank line parts from the headers below it, and states one flow among other words:
    /// *Service costs breakdown* above *Gross expenditure*, *Total income*, *Net cost*.
    fn is_title_apart(&self, at: usize, below: usize) -> bool {
        let items_at = |at: usize| {
            let mut items = Vec::new();
            items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
            items
        };
        let is_apart = self.lines.get(below).is_some_and(|line| line.after_blank);
        let title = items_at(at);
        let placing = || title.iter().filter(|item| item.facts.is_placing());
        let is_flow = |item: &Item| item.facts.role.is_none() && item.facts.period.is_none();
        is_apart
            && title.len() > 1
            && placing().count() == 1
            && placing().all(is_flow)
            && items_at(below).iter().filter(|item| item.facts.is_placing()).count() > 1
    }

    /// Whether a line is a title that says of when the table below it is, and no header: *Spending in 2023/24* above headers
    /// that are none of a year.
    fn is_dated_title(&self, at: usize, below: usize) -> bool {
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
        let years = items.iter().filter(|item| item.facts.period.is_some()).count();
        let words: usize = items.iter().map(|item| item.spots.len()).sum();
        let has_one_role = items.iter().filter(|item| item.facts.role.is_some()).count() <= 1;
        let text = self.lines.get(at).map_or("", |line| &*line.text);
        let begins_with_words = items.first().is_some_and(|item| !item.facts.is_bare_period());
        let links = || text.split_whitespace().any(|word| words::is_link(self.vocabulary, word));
        let mut headers = Vec::new();
        items_of(self.vocabulary, self.lines, below, below + 1, false, &mut headers);
        let of_figures = headers.iter().filter(|item| item.facts.is_placing());
        years == 1
            && has_one_role
            && words > 1
            && begins_with_words
            && links()
            && of_figures.clone().count() > 1
            && of_figures.clone().all(|item| item.facts.period.is_none())
    }

    /// Whether the last word of a line and the first of the next one are one word of headers:
    /// *begrotings*, *wijziging*.
    pub(super) fn is_cut(&self, above: usize, below: usize) -> bool {
        let text = |at: usize| self.lines.get(at).map_or("", |line| &*line.text);
        let known = |word: &str| {
            fold_word(word).is_some_and(|word| words::phrase(self.vocabulary, &word).is_some())
                || is_amendment(self.vocabulary, word)
        };
        let last = text(above).split_whitespace().next_back().unwrap_or_default();
        let first = text(below).split_whitespace().next().unwrap_or_default();
        !last.is_empty() && !known(last) && known(&format!("{last}{first}"))
    }
}

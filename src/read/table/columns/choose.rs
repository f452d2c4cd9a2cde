//! Chooses the lines that are the headers of some rows, and the way to read them, by the least cost.

use super::above::Above;
use super::headers::{corners, items_of, without_corners};
use super::tails::are_tails;
use super::units::{Scales, over_units, parts_year};
use super::{Finder, Headers, MAX_GROUPS, MAX_HEADER};
use crate::leaves::period::Period;
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::facts::{Facts, spacing};
use crate::read::marks;
use crate::read::shapes::is_sentence;
use crate::read::spot::joined;
use crate::read::table::Table;
use crate::read::table::arrange::{Item, Path, stacked};
use crate::words::has_digit;

/// The lines above the first row that may be headers where each is short: headers of five columns broken over five lines each.
const MAX_SHORT_HEADER: usize = 30;

/// The longest of such lines, in bytes.
const MAX_SHORT: usize = 24;

/// The longest line of headers, in bytes.
const MAX_LINE: usize = 300;

impl Finder<'_, '_> {
    /// The table of the rows, which have these numbers of cells, each so many times.
    pub(super) fn table_of(&self, floor: usize, counts: &[(usize, usize)]) -> Option<Table> {
        let first = self.rows.first()?.line;
        let is_glued = self.rows.iter().any(|row| row.is_glued);
        let is_single = self.rows.iter().all(|row| row.cells.len() == 1);
        let mut best: Option<Headers> = None;
        let mut last_end = first;
        let mut is_above_sentence = false;
        for head in (first.saturating_sub(MAX_SHORT_HEADER).max(floor)..first).rev() {
            let line = self.lines.get(head)?;
            let is_far = first - head > MAX_HEADER && line.text.len() > MAX_SHORT;
            // *Primaire keringen 245 km* above rows of one number is a row itself.
            let is_row = is_single && has_digit(&line.text) && !self.has_year(&line.text, is_glued);
            if is_far || is_row || line.text.len() > MAX_LINE || self.is_cell(&line.text, is_glued)
            {
                break;
            }
            // *Published: 12 March 2024* is about the page.
            if self.is_dated_remark(&line.text) {
                break;
            }
            // *Geraamde uitgaven – cijfers per beleidsdomein* is a title.
            let is_title = line.text.contains(" – ") && !has_digit(&line.text);
            if self.note_of_header(head).is_some() {
                last_end = head;
                continue;
            }
            // A sentence may stand between the headers and the first row, and is none of them.
            let is_sentence =
                is_sentence(&line.text) && !are_tails(self.vocabulary, self.lines, head);
            if is_sentence || is_title {
                if first - head > MAX_GROUPS {
                    break;
                }
                last_end = head;
                is_above_sentence = true;
                continue;
            }
            let above = self.above(head, floor);
            for end in (first.saturating_sub(MAX_GROUPS).max(head + 1)..=last_end).rev() {
                // Words right above the first row may be the label of a group.
                if end < first && self.note_of_header(end).is_none() && self.states(end) {
                    break;
                }
                let mut items = Vec::new();
                items_of(self.vocabulary, self.lines, head, end, is_glued, &mut items);
                let reach = (head, end);
                if let Some(parted) = self.parted_phrases(&items, counts) {
                    self.choose(parted, reach, is_above_sentence, &above, counts, &mut best);
                }
                self.choose(items, reach, is_above_sentence, &above, counts, &mut best);
            }
        }
        let best = best?;
        Some(self.build(&best, first))
    }

    /// The mark and the words of a line that is the footnote of a header right above it: *\* stand per 1 november* below *2020\**.
    pub(super) fn note_of_header(&self, at: usize) -> Option<(&str, &str)> {
        const MAX_ABOVE: usize = 3;
        let (mark, words) = marks::split_footnote(&self.lines.get(at)?.text)?;
        let above = self.lines.get(at.saturating_sub(MAX_ABOVE)..at)?;
        let has_mark = |word: &str| word.len() > mark.len() && word.ends_with(mark);
        let is_marked = above
            .iter()
            .any(|line| line.text.len() <= MAX_LINE && line.text.split_whitespace().any(has_mark));
        is_marked.then_some((mark, words))
    }

    /// Whether a line above the rows is a number, and so the cell of another table: *£000 % £000 %* has units alone.
    fn is_cell(&self, text: &str, is_glued: bool) -> bool {
        self.vocabulary.class(text) == Class::Number
            && has_digit(text)
            && text.split_whitespace().any(|word| self.vocabulary.is_value(word))
            && !self.has_year(text, is_glued)
    }

    /// Whether a word of a line is a time.
    fn has_year(&self, text: &str, is_glued: bool) -> bool {
        let words = spacing::header_words(text, is_glued);
        let mut words = words.into_iter().filter_map(|(from, to)| text.get(from..to));
        words.any(|word| dates::period(self.vocabulary.pack(), word).is_some())
    }

    /// Whether a line says with a day when something about the page was: *Published: 12 March 2024*.
    fn is_dated_remark(&self, text: &str) -> bool {
        text.split_once(": ").is_some_and(|(_, day)| {
            dates::period(self.vocabulary.pack(), day.trim()).is_some_and(Period::is_day)
        })
    }

    /// Holds the ways to read some headers against the best so far.
    fn choose(
        &self,
        items: Vec<Item>,
        (head, end): (usize, usize),
        is_above_sentence: bool,
        above: &Above,
        counts: &[(usize, usize)],
        best: &mut Option<Headers>,
    ) {
        let mut items = self.without_title(items, head);
        self.without_last(&mut items);
        // *V/N* stands above the letters behind amounts, which are of these.
        if self.rows.iter().any(|row| row.cells.iter().any(|(.., favour)| favour.is_some())) {
            let is_of_favour = |item: &Item| {
                item.facts.content == Some(ColumnKind::Favourable) && item.facts.rest == 0
            };
            items.retain(|item| !is_of_favour(item));
        }
        let scales = Scales::split(items);
        let whole = scales.items.clone();
        let items = without_corners(scales.items);
        let placing = items.iter().filter(|item| item.facts.is_placing()).count();
        // Above a sentence only what is a header by each of its words: titles stand there too.
        let is_known = |item: &Item| {
            item.facts.rest == 0 && (item.facts.is_placing() || item.facts.content.is_some())
        };
        // What stands in front of a line of them may be above the labels, or a column of its own.
        let may_be = |item: &Item| is_known(item) || placing > 2 && item.begins_line;
        if is_above_sentence && (placing < 2 || !items.iter().all(may_be)) {
            return;
        }
        let mut take = |headers: Headers| {
            if best.as_ref().is_none_or(|best| headers.cost < best.cost) {
                *best = Some(headers);
            }
        };
        if let Some(headers) = self.dated_values(&items, (head, end), counts) {
            return take(Headers { unit: scales.unit, ..headers });
        }
        if placing == 0 && !are_of_values(&items) && !self.are_quarters(&items) {
            return;
        }
        let first = self.rows.first().map_or(end, |row| row.line);
        let far = 0.1 * f64::from(u32::try_from(first - end).unwrap_or(9));
        // A number of the label makes one too many.
        let fewer = counts.iter().filter(|(n, _)| *n > 2).map(|(n, _)| n - 1);
        let ways = corners(items, scales.begins_with_scale);
        for &(n, _) in counts {
            if let Some(arrangement) = stacked(&whole, n) {
                let cost = self.cost(&arrangement, &whole, above, n) + far;
                take(Headers {
                    first: head,
                    end,
                    items: whole.clone(),
                    corner: 0,
                    arrangement,
                    n,
                    cost,
                    unit: scales.unit.clone(),
                    units: Vec::new(),
                    begins_with_time: false,
                });
            }
        }
        for n in counts.iter().map(|(n, _)| *n).chain(fewer) {
            for corner in &ways {
                let rest = corner.items.get(corner.count..).unwrap_or_default();
                for arrangement in over_units(rest, n, &scales.units) {
                    let is_first = |path: &Path| *path.items == [0];
                    if corner.begins_with_unknown
                        && !arrangement.columns.first().is_some_and(is_first)
                    {
                        continue;
                    }
                    let has_units = scales.units.len() == n;
                    let torn = if has_units && parts_year(&arrangement, rest) { 1.0 } else { 0.0 };
                    let cost = self.cost(&arrangement, rest, above, n) + corner.cost + far + torn;
                    take(Headers {
                        first: head,
                        end,
                        items: corner.items.clone(),
                        corner: corner.count,
                        arrangement,
                        n,
                        cost,
                        unit: scales.unit.clone(),
                        units: if has_units { scales.units.clone() } else { Vec::new() },
                        begins_with_time: false,
                    });
                }
            }
        }
    }

    /// Whether headers are the quarters of a year that stands elsewhere, behind that of the labels: *Indicator*, *Q1*, *Q2*, *Q3*, *Q4*.
    fn are_quarters(&self, items: &[Item]) -> bool {
        const MIN: usize = 2;
        let is_quarter = |item: &&Item| {
            dates::names_quarter(self.vocabulary.pack(), &joined(self.lines, &item.spots))
        };
        let quarters = items.iter().rev().take_while(is_quarter).count();
        quarters >= MIN && items.len() <= quarters + 1
    }

    /// Headers of which the first, if it repeats the title above them, is that of the labels: *Renterisiconorm* in front of *2025*, *2026*.
    fn without_title(&self, mut items: Vec<Item>, head: usize) -> Vec<Item> {
        /// The title, and below it the scale.
        const MAX_ABOVE: usize = 3;
        let titles = self.lines.get(head.saturating_sub(MAX_ABOVE)..head).unwrap_or_default();
        let is_title = |text: &str| titles.iter().any(|line| line.text == text);
        if let Some(first) = items.first_mut()
            && first.begins_line
            && first.facts.period.is_none()
            && is_title(&joined(self.lines, &first.spots))
        {
            first.facts = Facts { content: Some(ColumnKind::Label), ..Facts::default() };
        }
        items
    }

    /// Whether a line states when its figures are of, or what they are; a flow alone may be a group.
    pub(super) fn states(&self, at: usize) -> bool {
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
        let placing = items.iter().filter(|item| item.facts.is_placing()).count();
        // *Goal: Create a more livable city* is words.
        let is_words = items.iter().any(|item| item.facts.rest > 0 && item.spots.len() > 2);
        let is_stated = |item: &Item| item.facts.period.is_some() || item.facts.role.is_some();
        // *Basisbegroting* and *Effecten plan* below several headers may be the label of a group.
        let is_label = placing <= 1
            && items.iter().all(|item| item.facts.period.is_none())
            && at.checked_sub(1).is_some_and(|above| self.has_several_headers(above));
        placing > 1 || (!is_words && !is_label && items.iter().any(is_stated))
    }

    /// Whether a line holds three headers or more.
    fn has_several_headers(&self, at: usize) -> bool {
        const MIN: usize = 3;
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
        items.iter().filter(|item| item.facts.is_placing()).nth(MIN - 1).is_some()
    }
}

/// Whether headers are that of the labels and those of figures of which they say nothing else: *Type*, *Amount*.
fn are_of_values(items: &[Item]) -> bool {
    let Some((first, others)) = items.split_first() else { return false };
    let is_of_value =
        |item: &Item| item.facts.content == Some(ColumnKind::Value) && item.facts.rest == 0;
    let is_of_labels = |content: ColumnKind| {
        matches!(content, ColumnKind::Label | ColumnKind::Group | ColumnKind::Population)
    };
    first.facts.content.is_some_and(is_of_labels)
        && first.facts.rest == 0
        && others.iter().any(is_of_value)
        && others.iter().all(|item| is_of_value(item) || item.facts.unit.is_some())
}

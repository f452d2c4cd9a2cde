//! What became of the numbers of a source.

use std::collections::BTreeMap;

use super::lines::LineUse;
use super::reading::Reading;
use crate::findings::span::Span;

/// What became of the numbers of a source (Dutch: *dekking*): each is counted once.
///
/// A number is a run of digits with the points and commas within it, so `1.049`, `2017` and the `8` of `8)` are
/// one each.
///
/// ```
/// let page = "2.3 Wonen\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n\nIn 2014 telden we er 9.\n";
/// let coverage = beleid::read(page).coverage();
/// assert_eq!((coverage.placed, coverage.unplaced), (1, 0));
/// // The code of the field and the year of the header; those of the sentence.
/// assert_eq!((coverage.named, coverage.text), (2, 2));
/// assert_eq!(coverage.share(), Some(1.0));
/// ```
#[doc(alias = "dekking")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Coverage {
    /// All numbers of the source.
    pub numbers: usize,
    /// Those in the cells of figures.
    pub placed: usize,
    /// Those in cells that are kept without a figure, each of which a finding tells of.
    pub unplaced: usize,
    /// Those in headings, titles, headers, labels and footnotes, and the numbers of pages.
    pub named: usize,
    /// Those in paragraphs and in items of lists.
    pub text: usize,
    /// Those on lines without a use, each of which a finding tells of.
    pub unread: usize,
}

impl Coverage {
    /// Which part of the numbers in cells has become figures, from 0 to 1. `None` if there are none.
    ///
    /// ```
    /// assert_eq!(beleid::read("2.3 Wonen").coverage().share(), None);
    /// ```
    #[expect(clippy::cast_precision_loss, reason = "far fewer numbers than 2^52")]
    pub fn share(&self) -> Option<f64> {
        let cells = self.placed + self.unplaced;
        (cells > 0).then(|| self.placed as f64 / cells as f64)
    }
}

impl Reading<'_> {
    /// What became of the numbers of the source. Time grows linearly with the source.
    ///
    /// ```
    /// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n\n11\n\n12\n");
    /// let coverage = reading.coverage();
    /// assert_eq!(coverage.unplaced, 3, "which of them is of 2015 is unknown");
    /// ```
    #[doc(alias = "dekking")]
    pub fn coverage(&self) -> Coverage {
        // A cell of several figures is one.
        let mut cells: BTreeMap<Span, (usize, bool)> = BTreeMap::new();
        for each in self.budget.figures() {
            let Some((cell, span)) = each.cell.zip(self.span(&each.place)) else { continue };
            let is_placed = each.figure.is_some();
            let of = cells.entry(span).or_insert((numbers(&cell.printed), is_placed));
            of.1 |= is_placed;
        }
        let mut coverage = Coverage::default();
        let mut cells = cells.into_iter().peekable();
        let mut lines = self.lines().peekable();
        while let Some(line) = lines.next() {
            let mut rest = numbers(line.text);
            coverage.numbers += rest;
            let end = lines.peek().map(|next| next.span);
            let is_of_line = |span: &Span| end.is_none_or(|end| *span < end);
            while let Some((_, (count, is_placed))) = cells.next_if(|(span, _)| is_of_line(span)) {
                let count = count.min(rest);
                rest -= count;
                *(if is_placed { &mut coverage.placed } else { &mut coverage.unplaced }) += count;
            }
            *match line.used_as {
                LineUse::Paragraph | LineUse::Bullet => &mut coverage.text,
                LineUse::Unread => &mut coverage.unread,
                _ => &mut coverage.named,
            } += rest;
        }
        coverage
    }
}

/// How many numbers a text has.
fn numbers(text: &str) -> usize {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    text.split(|c| !is_of_number(c))
        .filter(|part| part.contains(|c: char| c.is_ascii_digit()))
        .count()
}

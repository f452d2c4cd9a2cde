//! Phrases that are two headers where the rows have twice as many cells: *Budget To Date Budget To Date* above four numbers is *Budget* and
//! *To Date*, twice, and above two of them the budget to date.

use super::Finder;
use super::headers::{items_of, phrase_at};
use crate::read::spot::Spot;
use crate::read::table::arrange::Item;

impl Finder<'_, '_> {
    /// Headers of which those on one line are all the same phrase, with each parted into two that are known as well. `None` if
    /// there is no such line, or most rows don't have a cell for each part.
    pub(super) fn parted_phrases(
        &self,
        items: &[Item],
        counts: &[(usize, usize)],
    ) -> Option<Vec<Item>> {
        let &(width, _) = counts.first()?;
        let line = |item: &Item| item.spots.first().map(|spot| spot.piece());
        let texts = |item: &Item| -> Vec<&str> {
            item.spots.iter().map(|spot| spot.text(self.lines)).collect()
        };
        let is_same = |of: &[Item]| {
            let first = of.first().map(texts);
            of.iter().all(|item| Some(texts(item)) == first)
        };
        let headers = |of: &[Item]| -> Vec<Item> {
            of.iter().filter(|item| item.facts.is_placing()).cloned().collect()
        };
        let lines = items.chunk_by(|one, other| line(one) == line(other));
        let repeated = lines
            .map(headers)
            .find(|headers| headers.len() > 1 && headers.len() * 2 == width && is_same(headers))?;
        let of = repeated.first()?;
        // Above *£000 % £000 %* each phrase is one, in two units.
        let (head, first) = (line(of)?, self.rows.first()?.line);
        let mut below = Vec::new();
        items_of(self.vocabulary, self.lines, head, first, false, &mut below);
        let mut units = below.iter().filter_map(|item| item.facts.unit.as_ref());
        let unit = units.next();
        if units.any(|other| Some(other) != unit) {
            return None;
        }
        let words = texts(of);
        let at = (1..words.len()).find(|&at| {
            let (Some(one), Some(other)) = (words.get(..at), words.get(at..)) else { return false };
            let facts = |part: &[&str]| {
                let (facts, taken) = phrase_at(self.vocabulary, part);
                (taken == part.len()).then_some(facts)
            };
            facts(one).zip(facts(other)).is_some_and(|(one, other)| {
                one.role.is_some() && other.role.is_some() && one.role != other.role
            })
        })?;
        let part = |item: &Item| {
            let (one, other) = item.spots.split_at_checked(at).unwrap_or_default();
            let made = |spots: &[Spot], begins_line: bool| {
                let words: Vec<&str> = spots.iter().map(|spot| spot.text(self.lines)).collect();
                let (facts, _) = phrase_at(self.vocabulary, &words);
                Item { facts, spots: spots.to_vec(), begins_line, text: None }
            };
            [made(one, item.begins_line), made(other, false)]
        };
        let is_of_line = |item: &Item| line(item) == line(of) && item.facts.is_placing();
        let parted = items.iter().flat_map(|item| {
            if is_of_line(item) { part(item).to_vec() } else { vec![item.clone()] }
        });
        Some(parted.collect())
    }
}

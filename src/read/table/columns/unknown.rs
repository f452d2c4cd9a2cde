//! Headers of which nothing is known but that of the labels, parted at their capitals where there are as many as cells: *Risico Kans Maximaal bedrag
//! Gewogen bedrag*, *Indicatoren HIA PPD SLD Bron*. Their figures are of what the headers name, and each is told as not known.

use super::capitals::at_capitals;
use super::headers::phrase_at;
use super::{Finder, Headers, fillers};
use crate::findings::rule::Message;
use crate::leaves::dimension::DimensionName;
use crate::read::dates::{self, without_period};
use crate::read::facts::Facts;
use crate::read::facts::spacing;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::Lines;
use crate::read::shapes::is_sentence;
use crate::read::slices;
use crate::read::spot::Spot;
use crate::read::table::arrange::{Arrangement, How, Item, Path};
use crate::read::table::{Doubt, Table};
use crate::words::{fold_header, has_digit};

/// Two rows below words may be anything.
const MIN_ROWS: usize = 3;

/// The labels of groups, and a line of years, between the headers and the rows.
const MAX_ABOVE: usize = 3;

/// The words of a name, at most: more are a sentence or a title.
const MAX_WORDS: usize = 4;

/// The parts of a line of headers, as places among its words.
struct Parts {
    /// Those above the labels.
    label: Vec<(usize, usize)>,
    names: Vec<(usize, usize)>,
}

impl Finder<'_, '_> {
    /// The table of the rows below a line of headers that aren't known.
    pub(super) fn unknown(&self, floor: usize) -> Option<Table> {
        let first = self.rows.first()?.line;
        let n = self.usual_width().filter(|_| self.rows.len() >= MIN_ROWS)?;
        let above = (first.saturating_sub(MAX_ABOVE).max(floor)..first).rev();
        let (head, parts) =
            above.into_iter().find_map(|head| Some((head, self.unknown_headers(head, n)?)))?;
        let item = |spots: Vec<Spot>, facts: Facts, begins_line: bool| Item {
            facts,
            spots,
            begins_line,
            text: None,
        };
        let spot = |&(from, to): &(usize, usize)| Spot::part(head, from, to);
        let label = Facts { content: Some(ColumnKind::Label), ..Facts::default() };
        let mut items = vec![item(parts.label.iter().map(spot).collect(), label, true)];
        let text = &*self.lines.get(head)?.text;
        let facts = |&(from, to): &(usize, usize)| {
            let facts = self.vocabulary.facts(text.get(from..to).unwrap_or_default());
            Facts { content: None, rest: 1, unit: facts.unit.clone(), ..Facts::default() }
        };
        items.extend(parts.names.iter().map(|of| item(vec![spot(of)], facts(of), false)));
        let years = self.years_below(head, first, &parts.names);
        let mut columns = Vec::new();
        for at in 0..n {
            let mut path =
                Path { items: vec![at], facts: items.get(at + 1)?.facts.clone(), is_open: false };
            if let Some((spot, facts)) = years
                .iter()
                .find(|(of, ..)| *of == at)
                .map(|(_, spot, facts)| (*spot, facts.clone()))
            {
                path.items.push(items.len() - 1);
                path.facts.period = facts.period;
                items.push(item(vec![spot], facts, false));
            }
            columns.push(path);
        }
        let end = years.first().map_or(head, |(_, spot, _)| spot.piece()) + 1;
        let best = Headers {
            first: head,
            end,
            items,
            corner: 1,
            arrangement: Arrangement { how: How::Flat, columns, has_units: false },
            n,
            cost: 0.0,
            unit: None,
            units: Vec::new(),
            begins_with_time: false,
        };
        let mut table = self.build(&best, first);
        let pack = self.vocabulary.pack();
        for column in
            table.columns.iter_mut().filter(|of| of.content.is_none() && of.slice.is_none())
        {
            let name = column.headers.first().map(|header| without_period(pack, header));
            column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        }
        table.doubts.push(Doubt { at: Lines::one(head), what: Message::PartedAtCapitals {} });
        Some(table)
    }

    /// The headers of a line, if that of the labels stands in front of as many names as there are columns. Words behind the last of them are the
    /// headers of what stands behind the cells: *Bron*, *Toelichting*.
    fn unknown_headers(&self, head: usize, n: usize) -> Option<Parts> {
        let text = &*self.lines.get(head)?.text;
        let words = spacing::header_words(text, false);
        if words.len() <= n || is_sentence(text) {
            return None;
        }
        let texts: Vec<&str> = words.iter().filter_map(|&(from, to)| text.get(from..to)).collect();
        let content = |at: usize| {
            let (facts, taken) = phrase_at(self.vocabulary, texts.get(at..).unwrap_or_default());
            facts.content.filter(|_| taken > 0 && !facts.is_placing()).map(|of| (of, taken))
        };
        // The title above them, once more, may say something of figures.
        let title = fillers::title_above(self.lines, head, text, |line| {
            line.split_whitespace().nth(1).is_some()
        });
        let mut begin = words.partition_point(|word| word.0 < title.unwrap_or(0));
        let is_of_labels = |of: ColumnKind| {
            matches!(of, ColumnKind::Label | ColumnKind::Population | ColumnKind::Code)
        };
        // *Programma Sociaal Domein* is the title of a group.
        let is_level = |at: usize, taken: usize| {
            let words = texts.get(at..at + taken).unwrap_or_default().join(" ");
            fold_header(&words).is_some_and(|word| self.vocabulary.level(&word).is_some())
        };
        while let Some((_, taken)) =
            content(begin).filter(|&(of, taken)| is_of_labels(of) && !is_level(begin, taken))
        {
            begin += taken;
        }
        if begin == 0 {
            return None;
        }
        let label = words.get(..begin)?.to_vec();
        let has_words = self.rows.iter().any(|row| row.words.is_some());
        let is_end = |end: &usize| {
            if has_words { content(*end).is_some() } else { *end == words.len() }
        };
        let names = (begin + n..=words.len())
            .filter(is_end)
            .find_map(|end| at_capitals(text, words.get(begin..end)?, n))?;
        let is_name = |&(from, to): &(usize, usize)| {
            text.get(from..to).is_some_and(|name| {
                name.split_whitespace().count() <= MAX_WORDS
                    && !has_digit(name)
                    && !self.vocabulary.facts(name).is_placing()
            })
        };
        names.iter().all(is_name).then_some(Parts { label, names })
    }

    /// The years on a line between the headers and the first row, with the column of each: there is one for every column, or for those whose
    /// name comes again, which they tell apart: *HIA HIA PPD* above *2019 2020*.
    fn years_below(
        &self,
        head: usize,
        first: usize,
        names: &[(usize, usize)],
    ) -> Vec<(usize, Spot, Facts)> {
        let name = |of: &(usize, usize)| {
            self.lines.get(head).and_then(|line| line.text.get(of.0..of.1)).unwrap_or_default()
        };
        let again =
            |of: &&(usize, usize)| names.iter().filter(|other| name(other) == name(of)).count() > 1;
        let repeated: Vec<usize> =
            names.iter().enumerate().filter(|(_, of)| again(of)).map(|(at, _)| at).collect();
        for line in head + 1..first {
            let Some(text) = self.lines.get(line).map(|line| &*line.text) else { break };
            let year = |&(from, to): &(usize, usize)| {
                dates::year(text.get(from..to)?)?;
                let facts = self.vocabulary.facts(text.get(from..to)?);
                facts.period.map(|_| (Spot::part(line, from, to), (*facts).clone()))
            };
            let words = spacing::header_words(text, false);
            let years: Vec<(Spot, Facts)> = words.iter().filter_map(year).collect();
            let columns = if years.len() == names.len() {
                (0..names.len()).collect()
            } else if !years.is_empty() && years.len() == repeated.len() {
                repeated.clone()
            } else {
                continue;
            };
            let with_column = columns.into_iter().zip(years);
            return with_column.map(|(at, (spot, facts))| (at, spot, facts)).collect();
        }
        Vec::new()
    }
}

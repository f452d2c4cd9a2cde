//! Language packs: all words of a language, and how it writes numbers.
//!
//! The [`Tables`] of a language are static, a folder for each; a [`Pack`] is built from those of one
//! language, or of several, when it is first needed. Everything else in `read` asks a pack, and has no
//! words of its own. The words that users may add to stand in a [`Vocabulary`](super::Vocabulary),
//! which is filled from a pack and says which.

mod bodies;
mod dutch;
mod english;
mod header_word;
mod map;
mod near;
mod phrases;
mod recognise;
mod starts;
mod tables;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{LazyLock, OnceLock};

pub(in crate::read) use header_word::{AmendmentWord, ColumnKind, FlowWord, HeaderWord};
pub(in crate::read) use recognise::pack_of;
pub(in crate::read) use starts::FirstBytes;
pub(in crate::read) use tables::{MoneyWords, NumberWord, Relation, RowWords, Tables, Words};

pub(in crate::read) use map::{WordMap, WordSet};

use super::number::Grammar;
use crate::language::Language;
use crate::leaves::role::Status;
use crate::leaves::unit::Unit;
use crate::leaves::value::Change;
use crate::words::fold_header;

/// The pack of Dutch.
pub(in crate::read) static DUTCH: LazyLock<Pack> = LazyLock::new(|| Pack::of(DUTCH_TABLES));
/// The pack of English.
pub(in crate::read) static ENGLISH: LazyLock<Pack> = LazyLock::new(|| Pack::of(ENGLISH_TABLES));
/// The packs of both, each for documents of the language that comes first.
static DUTCH_AND_ENGLISH: LazyLock<Pack> = LazyLock::new(|| Pack::of(DUTCH_AND_ENGLISH_TABLES));
static ENGLISH_AND_DUTCH: LazyLock<Pack> = LazyLock::new(|| Pack::of(ENGLISH_AND_DUTCH_TABLES));

/// The packs of one or both languages, for documents that write numbers as the other language does.
static OTHER_NUMBERS: LazyLock<[Pack; 4]> = LazyLock::new(|| {
    let with = |languages, numbers| Pack { numbers, ..Pack::of(languages) };
    [
        with(DUTCH_TABLES, Grammar::DecimalPoint),
        with(ENGLISH_TABLES, Grammar::DecimalComma),
        with(DUTCH_AND_ENGLISH_TABLES, Grammar::DecimalPoint),
        with(ENGLISH_AND_DUTCH_TABLES, Grammar::DecimalComma),
    ]
});

static DUTCH_TABLES: &[&Tables] = &[&dutch::TABLES];
static ENGLISH_TABLES: &[&Tables] = &[&english::TABLES];
static DUTCH_AND_ENGLISH_TABLES: &[&Tables] = &[&dutch::TABLES, &english::TABLES];
static ENGLISH_AND_DUTCH_TABLES: &[&Tables] = &[&english::TABLES, &dutch::TABLES];

/// All words of a language, and how it writes numbers; or of several, where the first decides.
pub(in crate::read) struct Pack {
    languages: &'static [&'static Tables],
    numbers: Grammar,
    headers: phrases::HeaderMap,
    /// Most documents have no headers near which they would be looked for.
    near: OnceLock<near::NearWords>,
    header_links: WordSet,
    amendments: WordMap<AmendmentWord>,
    totals: WordSet,
    measures: WordMap<&'static NumberWord>,
    long_measures: WordMap<&'static NumberWord>,
    counted_by: WordMap<&'static str>,
    changes: WordMap<Change>,
    flags: WordMap<bool>,
    relations: WordMap<Relation>,
    changes_number: WordSet,
    links: WordSet,
    statuses: WordMap<Status>,
    fillers: WordSet,
    about_figures: WordSet,
    months: WordMap<u8>,
    /// One of these, or `000`, is in every way to write a scale.
    scale_words: WordSet,
    /// The words that a unit may be stated by, without those that have other signs than letters.
    unit_words: WordSet,
    /// What words may be of in the statement of a unit, as bits of [`UnitWord`].
    unit_parts: WordMap<UnitWord>,
    function_words: WordSet,
    starts: starts::Starts,
}

/// What a word may be of in the statement of a unit: several at once.
#[expect(clippy::struct_excessive_bools, reason = "each is a list of words")]
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::read) struct UnitWord {
    pub(in crate::read) intro: bool,
    pub(in crate::read) whole: bool,
    pub(in crate::read) amounts: bool,
    pub(in crate::read) are: bool,
    pub(in crate::read) counts: bool,
    pub(in crate::read) percents: bool,
    pub(in crate::read) per: bool,
}

fn unit_parts(languages: &[&'static Tables]) -> WordMap<UnitWord> {
    let mut found: WordMap<UnitWord> = WordMap::default();
    let mut add = |words: tables::Words, mark: fn(&mut UnitWord)| {
        for word in words {
            let mut of = found.get(word).copied().unwrap_or_default();
            mark(&mut of);
            found.insert(word, of);
        }
    };
    for labels in languages.iter().map(|tables| &tables.labels) {
        add(labels.intros, |of| of.intro = true);
        add(labels.whole, |of| of.whole = true);
        add(labels.amounts, |of| of.amounts = true);
        add(labels.are, |of| of.are = true);
        add(labels.counts, |of| of.counts = true);
        add(labels.percents, |of| of.percents = true);
        add(labels.per, |of| of.per = true);
    }
    found
}

impl fmt::Debug for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.languages.iter().map(|tables| tables.language)).finish()
    }
}

impl PartialEq for Pack {
    fn eq(&self, other: &Self) -> bool {
        let languages = |pack: &Pack| pack.languages.iter().map(|tables| tables.language);
        languages(self).eq(languages(other)) && self.numbers == other.numbers
    }
}

impl Eq for Pack {}

impl Default for &'static Pack {
    fn default() -> Self {
        &DUTCH
    }
}

/// A map of the tables of all languages, in which the first of them has the say.
fn map<T>(
    languages: &[&'static Tables],
    pairs: impl Fn(&'static Tables) -> Vec<(&'static str, T)>,
) -> WordMap<T> {
    let mut map = WordMap::default();
    for tables in languages.iter().rev() {
        map.extend(pairs(tables));
    }
    map
}

fn set(languages: &[&'static Tables], words: impl Fn(&'static Tables) -> tables::Words) -> WordSet {
    languages.iter().flat_map(|tables| words(tables)).map(|word| (*word, ())).collect()
}

/// The words of scales in all languages, wherever they may stand.
fn scale_words(languages: &[&'static Tables]) -> WordSet {
    let of_measure = |(word, meaning): &(&'static str, NumberWord)| {
        matches!(meaning, NumberWord::Scale(_) | NumberWord::Scaled(..)).then_some(*word)
    };
    let of = |tables: &&'static Tables| {
        let large = tables.labels.scale_grammar.large.iter().copied();
        let scales = tables.labels.scales.iter().map(|(word, _)| *word);
        let measures = tables.cells.measures.iter().filter_map(of_measure);
        large.chain(scales).chain(measures).map(|word| (word, ())).collect::<Vec<_>>()
    };
    languages.iter().flat_map(of).collect()
}

/// The words of units in all languages, wherever they may stand.
fn unit_words(languages: &[&'static Tables]) -> WordSet {
    let of = |tables: &&'static Tables| {
        let (labels, cells) = (&tables.labels, &tables.cells);
        let words = [
            labels.intros,
            labels.whole,
            labels.amounts,
            labels.are,
            labels.counts,
            labels.percents,
            labels.per,
        ];
        let pairs = labels.percent_pairs.iter().map(|(word, _)| *word);
        let scales = labels.scales.iter().map(|(word, _)| *word);
        let measures = labels.measures.iter().map(|(word, _)| *word);
        let currencies = cells.currencies.iter().map(|(word, _)| *word);
        let of_cells = cells.measures.iter().map(|(word, _)| *word);
        let all = words.into_iter().flatten().copied().chain(pairs).chain(scales);
        all.chain(measures).chain(currencies).chain(of_cells).collect::<Vec<_>>()
    };
    let times = std::iter::once("x");
    languages.iter().flat_map(of).chain(times).map(|word| (word, ())).collect()
}

/// The longest word that is folded as a header is, in bytes.
const MAX_UNIT_WORD: usize = 64;

impl Pack {
    fn of(languages: &'static [&'static Tables]) -> Self {
        let copied = |tables: &'static Tables| {
            tables
                .dates
                .months
                .iter()
                .zip(1..)
                .flat_map(|(names, number)| names.iter().map(move |name| (*name, number)))
        };
        let measure =
            |table: &'static [(&'static str, NumberWord)]| -> Vec<(&'static str, &'static NumberWord)> {
                table.iter().map(|(word, meaning)| (*word, meaning)).collect()
            };
        let headers = phrases::index(languages);
        Pack {
            languages,
            numbers: languages.first().map_or(Grammar::DecimalComma, |tables| tables.numbers),
            near: OnceLock::new(),
            headers,
            header_links: set(languages, |tables| tables.headers.links),
            amendments: map(languages, |tables| tables.headers.amendments.to_vec()),
            totals: set(languages, |tables| tables.headers.totals),
            measures: map(languages, |tables| measure(tables.cells.measures)),
            long_measures: map(languages, |tables| measure(tables.cells.long_measures)),
            counted_by: map(languages, |tables| tables.cells.counted_by.to_vec()),
            changes: map(languages, |tables| tables.cells.changes.to_vec()),
            flags: map(languages, |tables| tables.cells.flags.to_vec()),
            relations: map(languages, |tables| tables.cells.relations.to_vec()),
            changes_number: set(languages, |tables| tables.cells.changes_number),
            links: set(languages, |tables| tables.cells.links),
            statuses: map(languages, |tables| tables.remarks.statuses.to_vec()),
            fillers: set(languages, |tables| tables.remarks.fillers),
            about_figures: set(languages, |tables| tables.remarks.about_figures),
            months: map(languages, |tables| copied(tables).collect()),
            scale_words: scale_words(languages),
            unit_words: unit_words(languages),
            unit_parts: unit_parts(languages),
            function_words: set(languages, |tables| tables.function_words),
            starts: starts::Starts::of(languages),
        }
    }

    /// The pack of this language and then of that: the languages of both, each once.
    pub(in crate::read) fn and(&'static self, other: &'static Pack) -> &'static Pack {
        let has =
            |pack: &Pack, language| pack.languages.iter().any(|tables| tables.language == language);
        let is_in_self = other.languages.iter().all(|tables| has(self, tables.language));
        match (is_in_self, self.language()) {
            (true, _) => self,
            (false, Language::Dutch) => &DUTCH_AND_ENGLISH,
            (false, Language::English) => &ENGLISH_AND_DUTCH,
        }
    }

    /// The tables of its languages, in order.
    pub(in crate::read) fn languages(&self) -> &'static [&'static Tables] {
        self.languages
    }

    /// Whether amounts without a currency are in euros: in Dutch they are, and in English nobody knows.
    pub(in crate::read) fn is_of_euros(&self) -> bool {
        self.language() == Language::Dutch
    }

    /// Its language, or the first of several.
    pub(in crate::read) fn language(&self) -> Language {
        self.languages.first().map_or(Language::Dutch, |tables| tables.language)
    }

    /// How it writes numbers.
    pub(in crate::read) fn numbers(&self) -> Grammar {
        self.numbers
    }

    /// The pack of the same languages for documents that write numbers in some way.
    pub(in crate::read) fn with_numbers(&'static self, numbers: Grammar) -> &'static Pack {
        if self.numbers == numbers {
            return self;
        }
        let has_these = |pack: &&Pack| {
            pack.numbers == numbers
                && pack
                    .languages
                    .iter()
                    .map(|tables| tables.language)
                    .eq(self.languages.iter().map(|tables| tables.language))
        };
        let known: [&'static Pack; 4] = [&DUTCH, &ENGLISH, &DUTCH_AND_ENGLISH, &ENGLISH_AND_DUTCH];
        OTHER_NUMBERS.iter().chain(known).find(has_these).unwrap_or(self)
    }

    /// The rows of a table in all its languages.
    pub(in crate::read) fn each<T: 'static>(
        &self,
        rows: impl Fn(&'static Tables) -> &'static [T],
    ) -> impl Iterator<Item = &'static T> {
        self.languages.iter().flat_map(move |tables| rows(tables))
    }

    /// With which bytes the words in front of a number begin.
    pub(in crate::read) fn starts(&self) -> &starts::Starts {
        &self.starts
    }

    /// Whether a word stands in a short table.
    pub(in crate::read) fn has(
        &self,
        word: &str,
        words: impl Fn(&'static Tables) -> tables::Words,
    ) -> bool {
        // Nearly all words differ from another one in their length or their first letter.
        let shape = |word: &str| (word.len(), word.bytes().next());
        let own = shape(word);
        self.each(words).any(|known| shape(known) == own && *known == word)
    }

    /// Whether a word stands in a short table, in lower case or not.
    pub(in crate::read) fn has_in_any_case(
        &self,
        word: &str,
        words: impl Fn(&'static Tables) -> tables::Words,
    ) -> bool {
        let first = word.chars().next().and_then(|c| c.to_lowercase().next());
        // Few words begin as one of these does, and few are written in lower case for nothing.
        let may_be = |known: &&&str| known.chars().next() == first;
        let mut known = self.each(words).filter(may_be).peekable();
        known.peek().is_some() && {
            let word = word.to_lowercase();
            known.any(|known| *known == word)
        }
    }

    /// The meaning of a word after a number, folded without spaces.
    pub(in crate::read) fn measure(&self, folded: &str) -> Option<&'static NumberWord> {
        self.measures.get(folded).copied()
    }

    /// The meaning of two words after a number, folded without spaces: *working days*.
    pub(in crate::read) fn long_measure(&self, folded: &str) -> Option<&'static NumberWord> {
        self.long_measures.get(folded).copied()
    }

    /// Whether a word after a number says what it counts, or in how many.
    pub(in crate::read) fn is_measure(&self, folded: &str) -> bool {
        let measure = self.measure(folded);
        measure
            .is_some_and(|measure| !matches!(measure, NumberWord::Remark | NumberWord::Letter(_)))
    }

    /// The unit of the currency that a text begins with, and what comes after it.
    pub(in crate::read) fn currency<'t>(&self, text: &'t str) -> Option<(&'static Unit, &'t str)> {
        if !self.starts.currencies.may_begin(text) {
            return None;
        }
        self.each(|tables| tables.cells.currencies).find_map(|(sign, unit)| {
            let (head, rest) = text.split_at_checked(sign.len())?;
            head.eq_ignore_ascii_case(sign).then_some((unit, rest))
        })
    }

    /// The unit of a sign or a word that is all there is: `€`.
    pub(in crate::read) fn currency_sign(&self, text: &str) -> Option<&'static Unit> {
        let is_sign = |sign: &str| sign == text;
        self.each(|tables| tables.cells.currencies)
            .find_map(|(sign, unit)| is_sign(sign).then_some(unit))
    }

    /// Whether a unit is that of a currency.
    pub(in crate::read) fn is_currency(&self, unit: &Unit) -> bool {
        self.each(|tables| tables.cells.currencies).any(|(_, known)| known == unit)
    }

    /// What things are counted by, in English: so many *per inwoner*, *per 1.000 leerlingen*.
    pub(in crate::read) fn counted_by(&self, folded: &str) -> Option<&'static str> {
        self.counted_by.get(folded).copied()
    }

    /// The words for a change without a size.
    pub(in crate::read) fn change(&self, folded: &str) -> Option<Change> {
        self.changes.get(folded).copied()
    }

    /// The words for yes and no.
    pub(in crate::read) fn flag(&self, folded: &str) -> Option<bool> {
        self.flags.get(folded).copied()
    }

    /// The words for what a value is compared with, folded without spaces.
    pub(in crate::read) fn relation(&self, folded: &str) -> Option<Relation> {
        self.relations.get(folded).copied()
    }

    /// The words before the year in which a number was measured.
    pub(in crate::read) fn is_measurement(&self, word: &str) -> bool {
        self.has(word, |tables| tables.cells.measured)
    }

    /// The words that change the meaning of the number next to them.
    pub(in crate::read) fn changes_number(&self, word: &str) -> bool {
        self.is_measure(word) || self.changes_number.contains(word)
    }

    /// Words between or after numbers that say how they hang together, or when: none names what a
    /// number is of.
    pub(in crate::read) fn links(&self, word: &str) -> bool {
        self.is_month(word) || self.links.contains(word)
    }

    /// What a word states about the quality of a figure.
    pub(in crate::read) fn status(&self, word: &str) -> Option<Status> {
        self.statuses.get(word).copied()
    }

    /// The words around those that say something.
    pub(in crate::read) fn is_filler(&self, word: &str) -> bool {
        self.fillers.contains(word)
    }

    /// Whether a word speaks of figures, of how or when they were measured, or of what they leave out.
    pub(in crate::read) fn is_about_figures(&self, word: &str) -> bool {
        self.about_figures.contains(word)
            || self
                .each(|tables| tables.remarks.about_figures_stems)
                .any(|stem| word.starts_with(stem))
    }

    /// Whether a word, folded without spaces, says in how many something is, or may be a part of what does.
    pub(in crate::read) fn is_scale_word(&self, word: &str) -> bool {
        self.scale_words.contains(word)
    }

    /// Whether a word of ASCII letters and digits, in any case, may be one of those.
    pub(in crate::read) fn may_be_scale_word(&self, word: &str) -> bool {
        self.scale_words.may_have(word)
    }

    /// Whether a unit may be stated by a word of ASCII letters, in any case.
    pub(in crate::read) fn may_be_of_unit(&self, word: &str) -> bool {
        self.unit_words.may_have(word)
            && (self.unit_words.contains(word)
                || fold_header(word).is_none_or(|word| self.unit_words.contains(&word)))
            || word.len() > MAX_UNIT_WORD
    }

    /// What a word in lower case may be of in the statement of a unit.
    pub(in crate::read) fn unit_word(&self, word: &str) -> UnitWord {
        self.unit_parts.get(word).copied().unwrap_or_default()
    }

    /// The number of a month, 1 to 12, by its name.
    pub(in crate::read) fn month(&self, word: &str) -> Option<u8> {
        self.months.get(word).copied()
    }

    pub(in crate::read) fn is_month(&self, word: &str) -> bool {
        self.months.contains(word)
    }

    /// The kind of column that a header names, where it names no other thing.
    pub(in crate::read) fn column(&self, header: &str) -> Option<ColumnKind> {
        match self.header(&fold_header(header)?)? {
            HeaderWord::Column(kind) => Some(kind),
            _ => None,
        }
    }

    /// What a line or a row label with a colon says of the table or the row above it (*Eenheid:
    /// duizend euro*, *Bron: CBS*), and what comes after the colon.
    pub(in crate::read) fn meta<'t>(&self, text: &'t str) -> Option<(ColumnKind, &'t str)> {
        let (word, rest) = text.split_once(':')?;
        let kind = self.column(word)?;
        let is_meta = matches!(
            kind,
            ColumnKind::Unit
                | ColumnKind::Source
                | ColumnKind::Remark
                | ColumnKind::Measured
                | ColumnKind::Notes
                | ColumnKind::Attribute
                | ColumnKind::Direction
        );
        is_meta.then_some((kind, rest.trim()))
    }
}

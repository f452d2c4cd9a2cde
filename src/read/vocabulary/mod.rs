//! [`Vocabulary`]: the words by which a reader recognises titles, questions, tables and columns.

#[cfg(feature = "serde")]
mod file;
mod known;
#[cfg(test)]
mod tests;

#[cfg(feature = "serde")]
pub(in crate::read) use file::WordsFile;

pub use known::{KnownWord, WordKind};

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

pub use crate::read::meaning::{Column, Question};
pub(in crate::read) use crate::read::status_words::{
    WordsMeaning, is_derivation, meaning_in_column, meaning_of_row, meaning_of_words,
};

use super::language::{self, Pack, Tables, WordMap, WordSet};
use super::mapped::MappedHeaders;
use super::number::Grammar;
use crate::error::Error;
use crate::error::Problem;
use crate::language::Language;
use crate::leaves::role::Role;
use crate::leaves::terms::{EditionKind, IndicatorKind, Level};
use crate::leaves::value::Missing;
use crate::read::dates;
use crate::words::{Folded, fold_phrase, fold_word};

/// The words by which a reader recognises titles, headings, questions, tables, columns and missing
/// figures (Dutch: *woordenlijst*).
///
/// Start from the words of a language and add those that an organisation uses. Capitals, accents,
/// punctuation and spaces make no difference: `Streef-waarde` equals `streefwaarde`.
///
/// ```
/// use beleid::{Reader, Role, Vocabulary};
///
/// let mut words = Vocabulary::dutch();
/// words.add_header("Gemeten in", beleid::Column::Figures(Role::Realised))?;
/// let reader = Reader::new().with_vocabulary(words);
/// assert_eq!(reader.read_header("Gemeten in 2018").role(), Some(Role::Realised));
/// assert_eq!(beleid::read_header("Gemeten in 2018").role(), None);
/// # Ok::<(), beleid::Error>(())
/// ```
///
/// With the feature `serde` it can be deserialised from a file, for example with `toml::from_str`.
/// The words in the file are added to those of its `language`: `dutch` (the default), `english`,
/// `both` or `none`.
///
/// ```toml
/// language = "dutch"
/// [header]
/// "Gemeten" = { figures = "realised" }
/// "Eigenaar" = "attribute"
/// [letter]
/// G = "realised"
/// [question]
/// "Waar staan we nu" = "situation"
/// [missing]
/// "geen registratie" = "not_available"
/// [table]
/// "Maatschappelijke effecten" = "effect"
/// [edition]
/// "Kadernota" = "framework"
/// [level]
/// "Pijler" = "programme"
/// ```
#[doc(alias = "woordenlijst")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// The language that it builds on, for all that can't be added: units, numbers, months.
    pack: &'static Pack,
    headers: WordMap<Column, Box<str>>,
    /// Those of them that were added to the words of the pack, and count before them.
    added_headers: WordSet<Box<str>>,
    /// Whether it has the headers of the pack as well.
    has_pack_headers: bool,
    letters: HashMap<char, Role>,
    questions: WordMap<Question, Box<str>>,
    tables: WordMap<Option<IndicatorKind>, Box<str>>,
    editions: WordMap<EditionKind, Box<str>>,
    levels: WordMap<Option<Level>, Box<str>>,
    goals: WordSet<Box<str>>,
    missing: WordMap<Missing, Box<str>>,
    /// The columns that a mapping names, where headers are looked at.
    mapped: Option<Arc<MappedHeaders>>,
}

/// The words of the packs, built once.
pub(in crate::read) static DUTCH: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(&language::DUTCH));
pub(in crate::read) static ENGLISH: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(&language::ENGLISH));

fn words<T: Clone + 'static>(
    pack: &Pack,
    table: impl Fn(&'static Tables) -> &'static [(&'static str, T)],
) -> WordMap<T, Box<str>> {
    pack.each(table).map(|(word, meaning)| (Box::from(*word), meaning.clone())).collect()
}

impl Vocabulary {
    /// A vocabulary without any words. Cells are read as in Dutch documents: a comma is a decimal
    /// sign, and `5 dagen` has a unit.
    ///
    /// ```
    /// let reader = beleid::Reader::new().with_vocabulary(beleid::Vocabulary::new());
    /// assert_eq!(reader.read("Begroting 2017").budget.edition.kind, None);
    /// ```
    pub fn new() -> Self {
        Vocabulary::default()
    }

    /// The words of a pack that users may add to.
    fn of(pack: &'static Pack) -> Self {
        let of = |tables: &'static Tables| &tables.vocabulary;
        Vocabulary {
            pack,
            headers: words(pack, |tables| of(tables).headers),
            added_headers: WordSet::default(),
            has_pack_headers: true,
            letters: pack.each(|tables| of(tables).letters).copied().collect(),
            questions: words(pack, |tables| of(tables).questions),
            tables: words(pack, |tables| of(tables).tables),
            editions: words(pack, |tables| of(tables).editions),
            levels: words(pack, |tables| of(tables).levels),
            goals: pack
                .each(|tables| of(tables).goals)
                .map(|word| (Box::from(*word), ()))
                .collect(),
            missing: words(pack, |tables| of(tables).missing),
            mapped: None,
        }
    }

    /// The words of Dutch documents (*Nederlands*), and how they write numbers: `1.234,5`.
    ///
    /// ```
    /// assert_eq!(beleid::read_header("Streefwaarde 2018").role(), Some(beleid::Role::Target));
    /// ```
    pub fn dutch() -> Self {
        DUTCH.clone()
    }

    /// The words of English documents, and how they write numbers: `1,234.5`, `FY 2019-20`.
    ///
    /// ```
    /// use beleid::{Reader, Role, Value, Vocabulary};
    ///
    /// let reader = Reader::new().with_vocabulary(Vocabulary::english());
    /// let header = reader.read_header("Actual FY 2016-17");
    /// assert_eq!((header.role(), header.period()), (Some(Role::Realised), Some("2016/17".parse()?)));
    /// assert_eq!(reader.read_cell("1,234").figure.value, Value::Exact(1234.into()));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn english() -> Self {
        ENGLISH.clone()
    }

    /// The words of both vocabularies. A word that is in both has its meaning in `other`. Numbers are
    /// read as in the language of the first.
    ///
    /// ```
    /// use beleid::{Reader, Vocabulary};
    ///
    /// let reader = Reader::new().with_vocabulary(Vocabulary::dutch().and(Vocabulary::english()));
    /// assert!(reader.read_header("Target 2017").findings.is_empty());
    /// assert!(reader.read_header("Beoogd 2017").findings.is_empty());
    /// ```
    #[must_use]
    pub fn and(mut self, other: Vocabulary) -> Self {
        self.pack = self.pack.and(other.pack);
        self.with_words_of(other)
    }

    /// The same vocabulary with the words of another one as well, and none of its language.
    #[must_use]
    pub(in crate::read) fn with_words_of(mut self, other: Vocabulary) -> Self {
        self.headers.extend(other.headers);
        self.added_headers.extend(other.added_headers);
        self.has_pack_headers |= other.has_pack_headers;
        self.letters.extend(other.letters);
        self.questions.extend(other.questions);
        self.tables.extend(other.tables);
        self.editions.extend(other.editions);
        self.levels.extend(other.levels);
        self.goals.extend(other.goals);
        self.missing.extend(other.missing);
        self
    }

    /// The same vocabulary for headers of which a mapping names some.
    pub(in crate::read) fn with_mapped(self, mapped: Arc<MappedHeaders>) -> Self {
        Vocabulary { mapped: Some(mapped), ..self }
    }

    /// The same vocabulary for numbers that are written in some way.
    pub(in crate::read) fn with_numbers(self, numbers: Grammar) -> Self {
        Vocabulary { pack: self.pack.with_numbers(numbers), ..self }
    }

    /// The columns that a mapping names.
    pub(in crate::read) fn mapped(&self) -> Option<&MappedHeaders> {
        self.mapped.as_deref()
    }

    /// Adds the header of a column, without its period (*kolomkop*).
    ///
    /// # Errors
    ///
    /// If the text has no letters and digits, has more than 32 of them, or contains a year.
    ///
    /// ```
    /// use beleid::{Column, Vocabulary};
    ///
    /// let mut words = Vocabulary::dutch();
    /// assert!(words.add_header("Eigenaar", Column::Attribute).is_ok());
    /// assert!(words.add_header("…", Column::Attribute).is_err());
    /// let error = words.add_header("Gemeten 2018", Column::Attribute).unwrap_err();
    /// assert!(error.to_string().ends_with("a header is added without its period, which is read by itself"));
    /// ```
    pub fn add_header(&mut self, header: &str, column: Column) -> Result<&mut Self, Error> {
        let is_period = |word: &str| dates::period(self.pack, word).is_some();
        if let Some(year) = header.split_whitespace().find(|word| is_period(word)) {
            let at = header.find(year).unwrap_or(0);
            return Err(Error::new("header", header, at, Problem::HasPeriod));
        }
        let key = key("header", header, fold_word(header))?;
        self.added_headers.insert(key.clone(), ());
        self.headers.insert(key, column);
        Ok(self)
    }

    /// Adds a letter that gives the role of a year's figures, as in `R2016`. Capitals matter: `R` is
    /// not `r`.
    ///
    /// ```
    /// use beleid::{Reader, Role, Vocabulary};
    ///
    /// let mut words = Vocabulary::dutch();
    /// words.add_letter('G', Role::Realised);
    /// let reader = Reader::new().with_vocabulary(words);
    /// assert_eq!(reader.read_header("G2016").role(), Some(Role::Realised));
    /// ```
    pub fn add_letter(&mut self, letter: char, role: Role) -> &mut Self {
        self.letters.insert(letter, role);
        self
    }

    /// Adds a question that opens a part of a field, without its year.
    ///
    /// # Errors
    ///
    /// If the text has no letters and digits, or is longer than 50 characters.
    ///
    /// ```
    /// use beleid::{Question, Reader, Vocabulary};
    ///
    /// let mut words = Vocabulary::dutch();
    /// words.add_question("Waar staan we nu?", Question::Situation)?;
    /// let reader = Reader::new().with_vocabulary(words);
    /// let reading = reader.read("2.3 Handel\n\nWaar staan we nu?\n\nGoed.\n");
    /// assert_eq!(reading.budget.fields[0].situation().next(), Some("Goed."));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn add_question(&mut self, text: &str, opens: Question) -> Result<&mut Self, Error> {
        // Leave room for the years in it.
        const MAX_LEN: usize = 50;
        let folded = fold_phrase(text).filter(|folded| folded.len() <= MAX_LEN);
        self.questions.insert(key("question", text, folded)?, opens);
        Ok(self)
    }

    /// Adds the title of a table of indicators, and the kind of those indicators; `None` if it
    /// doesn't state a kind.
    ///
    /// # Errors
    ///
    /// As [`add_header`](Self::add_header).
    ///
    /// ```
    /// use beleid::{IndicatorKind, Vocabulary};
    ///
    /// let mut words = Vocabulary::dutch();
    /// assert!(words.add_table("Maatschappelijke effecten", Some(IndicatorKind::EFFECT)).is_ok());
    /// ```
    pub fn add_table(
        &mut self,
        heading: &str,
        kind: Option<IndicatorKind>,
    ) -> Result<&mut Self, Error> {
        self.tables.insert(key("table heading", heading, fold_word(heading))?, kind);
        Ok(self)
    }

    /// Adds the word before the year in the title of a publication (*Begroting* 2017), and the kind
    /// of publication it names.
    ///
    /// # Errors
    ///
    /// As [`add_header`](Self::add_header).
    ///
    /// ```
    /// use beleid::{EditionKind, Reader, Vocabulary};
    ///
    /// let mut words = Vocabulary::dutch();
    /// words.add_edition("Kadernota", EditionKind::new("framework")?)?;
    /// let reader = Reader::new().with_vocabulary(words);
    /// assert_eq!(reader.read("Kadernota 2019").budget.edition.period, Some("2019".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn add_edition(&mut self, word: &str, kind: EditionKind) -> Result<&mut Self, Error> {
        self.editions.insert(key("edition", word, fold_word(word))?, kind);
        Ok(self)
    }

    /// Adds the word before the code of a field (*Programma* 2), and the level it names; `None` if
    /// it can be at any level.
    ///
    /// # Errors
    ///
    /// As [`add_header`](Self::add_header).
    ///
    /// ```
    /// use beleid::{Level, Reader, Vocabulary};
    ///
    /// let mut words = Vocabulary::dutch();
    /// words.add_level("Pijler", Some(Level::PROGRAMME))?;
    /// let reader = Reader::new().with_vocabulary(words);
    /// assert_eq!(reader.read("Pijler 2 Economie").budget.fields[0].level, Some(Level::PROGRAMME));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn add_level(&mut self, word: &str, level: Option<Level>) -> Result<&mut Self, Error> {
        self.levels.insert(key("level", word, fold_word(word))?, level);
        Ok(self)
    }

    /// Adds the words that stand for a missing figure, and why it is missing.
    ///
    /// # Errors
    ///
    /// As [`add_header`](Self::add_header).
    ///
    /// ```
    /// use beleid::{Missing, Reader, Value, Vocabulary};
    ///
    /// let mut words = Vocabulary::dutch();
    /// words.add_missing("geen registratie", Missing::NotAvailable)?;
    /// let reader = Reader::new().with_vocabulary(words);
    /// let cell = reader.read_cell("Geen registratie");
    /// assert_eq!(cell.figure.value, Value::Missing(Missing::NotAvailable));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn add_missing(&mut self, words: &str, reason: Missing) -> Result<&mut Self, Error> {
        self.missing.insert(key("missing figure", words, fold_word(words))?, reason);
        Ok(self)
    }

    /// The column headers that it has, sorted and in the form in which they are compared: lower case,
    /// letters and digits only.
    ///
    /// ```
    /// let words = beleid::Vocabulary::dutch();
    /// assert!(words.headers().iter().any(|(header, _)| *header == "streefwaarde"));
    /// ```
    pub fn headers(&self) -> Vec<(&str, Column)> {
        let mut headers: Vec<_> =
            self.headers.iter().map(|(header, &column)| (header, column)).collect();
        headers.sort_unstable_by_key(|(header, _)| *header);
        headers
    }

    /// The language that the vocabulary builds on, or the first of several: that of all that can't be
    /// added to it.
    ///
    /// ```
    /// use beleid::{Language, Vocabulary};
    ///
    /// assert_eq!(Vocabulary::english().language(), Language::English);
    /// ```
    pub fn language(&self) -> Language {
        self.pack.language()
    }

    /// The pack that it builds on.
    pub(in crate::read) fn pack(&self) -> &'static Pack {
        self.pack
    }

    /// The meaning of a header, folded without spaces.
    pub(in crate::read) fn header(&self, folded: &str) -> Option<Column> {
        self.headers.get(folded).copied()
    }

    /// The meaning of a header that was added to the words of the pack.
    pub(in crate::read) fn added_header(&self, folded: &str) -> Option<Column> {
        self.added_headers.get(folded).and_then(|()| self.header(folded))
    }

    /// Whether the headers of the pack are words of it.
    pub(in crate::read) fn has_pack_headers(&self) -> bool {
        self.has_pack_headers
    }

    pub(in crate::read) fn letter(&self, letter: char) -> Option<Role> {
        self.letters.get(&letter).copied()
    }

    pub(in crate::read) fn question(&self, folded: &str) -> Option<Question> {
        self.questions.get(folded).copied()
    }

    pub(in crate::read) fn table(&self, folded: &str) -> Option<Option<IndicatorKind>> {
        self.tables.get(folded).cloned()
    }

    pub(in crate::read) fn edition(&self, folded: &str) -> Option<EditionKind> {
        self.editions.get(folded).cloned()
    }

    pub(in crate::read) fn level(&self, folded: &str) -> Option<Option<Level>> {
        self.levels.get(folded).cloned()
    }

    /// Whether a word may come before the number of a goal.
    pub(in crate::read) fn is_goal(&self, folded: &str) -> bool {
        self.goals.contains(folded)
    }

    pub(in crate::read) fn missing(&self, folded: &str) -> Option<Missing> {
        self.missing.get(folded).copied()
    }
}

/// The folded form by which a word is looked up.
fn key<const MAX_LEN: usize>(
    what: &'static str,
    text: &str,
    folded: Option<Folded<MAX_LEN>>,
) -> Result<Box<str>, Error> {
    match folded {
        Some(folded) if !folded.is_empty() => Ok(Box::from(&*folded)),
        _ => Err(Error::new(what, text, 0, Problem::NoWord)),
    }
}

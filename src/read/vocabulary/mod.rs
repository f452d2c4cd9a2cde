//! [`Vocabulary`]: the words by which a reader recognises titles, questions, tables and columns.

mod cells;
mod dutch;
mod english;
#[cfg(feature = "serde")]
mod file;
mod meaning;
mod status;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

pub(in crate::read) use cells::{
    ABOUT, BODIES, COMPARATORS, COMPARATORS_AFTER, NumberWord, POINTERS, Relation, ambiguity_of,
    change, changes_number, counted_by, flag, is_measure, is_measurement, is_of_time, links,
    measure, relation,
};

pub use meaning::{Column, Question};
pub(in crate::read) use status::{
    WordsMeaning, is_derivation, meaning_in_column, meaning_of_row, meaning_of_words, statuses,
};

use crate::error::Error;
use crate::error::Problem;
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
    headers: HashMap<Box<str>, Column>,
    letters: HashMap<char, Role>,
    questions: HashMap<Box<str>, Question>,
    tables: HashMap<Box<str>, Option<IndicatorKind>>,
    editions: HashMap<Box<str>, EditionKind>,
    levels: HashMap<Box<str>, Option<Level>>,
    goals: HashSet<Box<str>>,
    missing: HashMap<Box<str>, Missing>,
}

pub(in crate::read) static DUTCH: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    headers: words(dutch::HEADERS),
    letters: dutch::LETTERS.iter().copied().collect(),
    questions: words(dutch::QUESTIONS),
    tables: words(dutch::TABLES),
    editions: words(dutch::EDITIONS),
    levels: words(dutch::LEVELS),
    goals: dutch::GOALS.iter().copied().map(Box::from).collect(),
    missing: words(dutch::MISSING),
});

fn words<T: Clone>(table: &[(&str, T)]) -> HashMap<Box<str>, T> {
    table.iter().map(|(word, meaning)| (Box::from(*word), meaning.clone())).collect()
}

impl Vocabulary {
    /// A vocabulary without any words.
    ///
    /// ```
    /// let reader = beleid::Reader::new().with_vocabulary(beleid::Vocabulary::new());
    /// assert_eq!(reader.read("Begroting 2017").budget.edition.kind, None);
    /// ```
    pub fn new() -> Self {
        Vocabulary::default()
    }

    /// The words of Dutch documents (*Nederlands*), the default of a reader.
    ///
    /// ```
    /// assert_eq!(beleid::read_header("Streefwaarde 2018").role(), Some(beleid::Role::Target));
    /// ```
    pub fn dutch() -> Self {
        DUTCH.clone()
    }

    /// The words of English documents: headings, questions, titles and column headers. Cells are
    /// still read as Dutch: a comma is a decimal sign.
    ///
    /// ```
    /// use beleid::{Reader, Role, Vocabulary};
    ///
    /// let reader = Reader::new().with_vocabulary(Vocabulary::english());
    /// assert_eq!(reader.read_header("Actual 2017").role(), Some(Role::Realised));
    /// ```
    pub fn english() -> Self {
        Vocabulary {
            headers: words(english::HEADERS),
            letters: HashMap::new(),
            questions: words(english::QUESTIONS),
            tables: words(english::TABLES),
            editions: words(english::EDITIONS),
            levels: words(english::LEVELS),
            goals: english::GOALS.iter().copied().map(Box::from).collect(),
            missing: words(english::MISSING),
        }
    }

    /// The words of both vocabularies. A word that is in both has its meaning in `other`.
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
        self.headers.extend(other.headers);
        self.letters.extend(other.letters);
        self.questions.extend(other.questions);
        self.tables.extend(other.tables);
        self.editions.extend(other.editions);
        self.levels.extend(other.levels);
        self.goals.extend(other.goals);
        self.missing.extend(other.missing);
        self
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
        let is_period = |word: &str| dates::period(word).is_some();
        if let Some(year) = header.split_whitespace().find(|word| is_period(word)) {
            let at = header.find(year).unwrap_or(0);
            return Err(Error::new("header", header, at, Problem::HasPeriod));
        }
        self.headers.insert(key("header", header, fold_word(header))?, column);
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
            self.headers.iter().map(|(header, &column)| (&**header, column)).collect();
        headers.sort_unstable_by_key(|(header, _)| *header);
        headers
    }

    /// The meaning of a header, folded without spaces.
    pub(in crate::read) fn header(&self, folded: &str) -> Option<Column> {
        self.headers.get(folded).copied()
    }

    pub(in crate::read) fn role(&self, folded: &str) -> Option<Role> {
        match self.header(folded)? {
            Column::Figures(role) => Some(role),
            _ => None,
        }
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

//! The words of a vocabulary as a list, for people who look one up.

use super::{Column, Vocabulary};
use crate::coded::coded;
use crate::read::language::{NumberWord, Tables};
use crate::words::fold;

coded! {
    /// Where a word of the vocabulary has its meaning (Dutch: *woordsoort*). The first seven are the tables of a file
    /// of words.
    ///
    /// ```
    /// use beleid::{Vocabulary, WordKind};
    ///
    /// let words = Vocabulary::dutch().words();
    /// assert!(words.iter().any(|word| word.kind == WordKind::Unit && word.word == "dagen"));
    /// ```
    #[doc(alias = "woordsoort")]
    #[non_exhaustive]
    WordKind, "kind of word" {
        /// In the header of a column, without its period.
        Header = "header", en "headers of columns", nl "koppen van kolommen";
        /// A letter before a year: `R2016`.
        Letter = "letter", en "letters before a year", nl "letters voor een jaar";
        /// A question that opens a part of a field.
        Question = "question", en "questions that open a part of a field", nl "vragen boven een deel van een veld";
        /// The title of a table of indicators.
        Table = "table", en "titles of tables of indicators", nl "titels van tabellen met indicatoren";
        /// The kind of publication, beside the year in its title.
        Edition = "edition", en "kinds of publication", nl "soorten publicaties";
        /// Before the code of a field.
        Level = "level", en "words before the code of a field", nl "woorden voor de code van een veld";
        /// In place of a figure that is missing.
        Missing = "missing", en "words for a missing figure", nl "woorden voor een ontbrekend cijfer";
        /// Before the number of a goal.
        Goal = "goal", en "words before the number of a goal", nl "woorden voor het nummer van een doel";
        /// After a number, or in a label: what is counted.
        Unit = "unit", en "units", nl "eenheden";
        /// After a number, or in a label: what it is multiplied by.
        Scale = "scale", en "scales", nl "schalen";
    }
}

/// A word of a vocabulary, and what it means (Dutch: *woord*).
///
/// ```
/// let words = beleid::Vocabulary::dutch().look_up("Streef-waarde");
/// assert_eq!((words[0].kind.code(), &*words[0].meaning), ("header", "target figures"));
/// ```
#[doc(alias = "woord")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct KnownWord {
    /// Where it has this meaning.
    pub kind: WordKind,
    /// The word as it is compared: in most lists lower case, and letters and digits only.
    pub word: String,
    /// What it means: a code, or what a column holds in words.
    pub meaning: String,
}

impl Vocabulary {
    /// All words that can be added to it, and those for units and scales (Dutch: *woordenlijst*), by kind and then by
    /// the alphabet. The reader knows more: whole phrases of headers, comparators and remarks.
    ///
    /// ```
    /// use beleid::{Vocabulary, WordKind};
    ///
    /// let words = Vocabulary::english().words();
    /// let actual = words.iter().find(|word| word.word == "actual").unwrap();
    /// assert_eq!((actual.kind, &*actual.meaning), (WordKind::Header, "realised figures"));
    /// assert!(Vocabulary::new().words().iter().all(|word| word.kind > WordKind::Goal));
    /// ```
    #[doc(alias = "woordenlijst")]
    pub fn words(&self) -> Vec<KnownWord> {
        let mut all = Vec::new();
        let mut add = |kind, word: &str, meaning: String| {
            // Some have a space beside them where they stand next to letters.
            all.push(KnownWord { kind, word: word.trim().to_owned(), meaning });
        };
        let any = || "any".to_owned();
        for (word, column) in self.headers.iter() {
            add(WordKind::Header, word, of_column(*column));
        }
        for (letter, role) in &self.letters {
            add(WordKind::Letter, letter.encode_utf8(&mut [0; 4]), role.to_string());
        }
        for (word, question) in self.questions.iter() {
            add(WordKind::Question, word, question.to_string());
        }
        for (word, kind) in self.tables.iter() {
            add(WordKind::Table, word, kind.as_ref().map_or_else(any, ToString::to_string));
        }
        for (word, kind) in self.editions.iter() {
            add(WordKind::Edition, word, kind.to_string());
        }
        for (word, level) in self.levels.iter() {
            add(WordKind::Level, word, level.as_ref().map_or_else(any, ToString::to_string));
        }
        for (word, missing) in self.missing.iter() {
            add(WordKind::Missing, word, missing.to_string());
        }
        for (word, ()) in self.goals.iter() {
            add(WordKind::Goal, word, "goal".to_owned());
        }
        let measures = |tables: &'static Tables| tables.cells.measures;
        let long_measures = |tables: &'static Tables| tables.cells.long_measures;
        for (word, meaning) in self.pack.each(measures).chain(self.pack.each(long_measures)) {
            match meaning {
                NumberWord::Unit(unit) => add(WordKind::Unit, word, unit.to_string()),
                NumberWord::Scaled(unit, scale) => {
                    add(WordKind::Unit, word, format!("{unit}, {scale}"));
                }
                NumberWord::Scale(power) | NumberWord::Letter(power) => {
                    add(WordKind::Scale, word, power_of_ten(*power));
                }
                NumberWord::Remark => {}
            }
        }
        let of_labels = |tables: &'static Tables| tables.labels.measures;
        let currencies = |tables: &'static Tables| tables.cells.currencies;
        for (word, unit) in self.pack.each(of_labels).chain(self.pack.each(currencies)) {
            add(WordKind::Unit, word, unit.to_string());
        }
        for (word, scale) in self.pack.each(|tables: &'static Tables| tables.labels.scales) {
            add(WordKind::Scale, word, scale.to_string());
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What a word means, wherever it has a meaning; capitals, accents, punctuation and spaces make no difference.
    /// Empty if it is in none of the lists of [`words`](Self::words).
    ///
    /// ```
    /// use beleid::{Vocabulary, WordKind};
    ///
    /// let words = Vocabulary::dutch();
    /// assert_eq!(words.look_up("N.v.t.")[0].kind, WordKind::Missing);
    /// assert!(words.look_up("Schapen").is_empty());
    /// ```
    pub fn look_up(&self, word: &str) -> Vec<KnownWord> {
        let folded = fold(word, false);
        let is_same = |known: &KnownWord| match known.kind {
            WordKind::Letter => known.word == word,
            // A sign, such as that of a currency, has no letters.
            _ if folded.is_empty() => known.word == word.trim(),
            _ => fold(&known.word, false) == folded,
        };
        self.words().into_iter().filter(is_same).collect()
    }
}

/// What a column holds.
fn of_column(column: Column) -> String {
    let text = match column {
        Column::Figures(role) => return format!("{role} figures"),
        Column::Value => "figures without a role",
        Column::Label => "label",
        Column::Group => "group",
        Column::Period => "period",
        Column::Role => "role",
        Column::Flow => "flow",
        Column::Area => "area",
        Column::Population => "population",
        Column::Unit => "unit",
        Column::Code => "code",
        Column::Number => "number",
        Column::Source => "source",
        Column::Notes => "notes",
        Column::Status => "status",
        Column::Remark => "remark",
        Column::Measured => "measured",
        Column::Attribute => "attribute",
    };
    text.to_owned()
}

fn power_of_ten(power: u32) -> String {
    match 10_u64.checked_pow(power) {
        Some(number) => number.to_string(),
        None => format!("1e{power}"),
    }
}

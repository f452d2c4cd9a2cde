//! A vocabulary from a file.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{Column, Question, Vocabulary};
use crate::error::Error;
use crate::leaves::role::Role;
use crate::leaves::terms::{EditionKind, IndicatorKind, Level};
use crate::leaves::value::Missing;

/// The words of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::read) struct WordsFile {
    language: Option<BaseWords>,
    #[serde(default)]
    header: BTreeMap<String, Column>,
    #[serde(default)]
    letter: BTreeMap<char, Role>,
    #[serde(default)]
    question: BTreeMap<String, Question>,
    #[serde(default)]
    table: BTreeMap<String, IndicatorKind>,
    #[serde(default)]
    edition: BTreeMap<String, EditionKind>,
    #[serde(default)]
    level: BTreeMap<String, Level>,
    #[serde(default)]
    missing: BTreeMap<String, Missing>,
}

/// The language whose words a file adds to.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum BaseWords {
    Dutch,
    English,
    Both,
    None,
}

impl BaseWords {
    fn words(&self) -> Vocabulary {
        match self {
            BaseWords::Dutch => Vocabulary::dutch(),
            BaseWords::English => Vocabulary::english(),
            BaseWords::Both => Vocabulary::dutch().and(Vocabulary::english()),
            BaseWords::None => Vocabulary::new(),
        }
    }
}

impl WordsFile {
    /// The words of the language that the file names, if it does, and those that it adds.
    pub(in crate::read) fn into_words(
        self,
    ) -> Result<(Option<Vocabulary>, Option<Vocabulary>), Error> {
        let language = self.language.as_ref().map(BaseWords::words);
        let mut words = Vocabulary::new();
        self.add_to(&mut words)?;
        Ok((language, Some(words)))
    }

    fn add_to(self, words: &mut Vocabulary) -> Result<(), Error> {
        for (header, column) in self.header {
            words.add_header(&header, column)?;
        }
        for (letter, role) in self.letter {
            words.add_letter(letter, role);
        }
        for (text, opens) in self.question {
            words.add_question(&text, opens)?;
        }
        for (heading, kind) in self.table {
            words.add_table(&heading, Some(kind))?;
        }
        for (word, kind) in self.edition {
            words.add_edition(&word, kind)?;
        }
        for (word, level) in self.level {
            words.add_level(&word, Some(level))?;
        }
        for (text, reason) in self.missing {
            words.add_missing(&text, reason)?;
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Vocabulary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let file = WordsFile::deserialize(deserializer)?;
        let mut words = file.language.as_ref().unwrap_or(&BaseWords::Dutch).words();
        file.add_to(&mut words).map_err(D::Error::custom)?;
        Ok(words)
    }
}

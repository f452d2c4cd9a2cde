//! A vocabulary from a file.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{Column, Question, Vocabulary};
use crate::leaves::role::Role;
use crate::leaves::terms::{EditionKind, IndicatorKind, Level};
use crate::leaves::value::Missing;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    language: BaseWords,
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
#[derive(Deserialize, Default)]
#[serde(rename_all = "snake_case")]
enum BaseWords {
    #[default]
    Dutch,
    English,
    Both,
    None,
}

impl<'de> Deserialize<'de> for Vocabulary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let file = File::deserialize(deserializer)?;
        let mut words = match file.language {
            BaseWords::Dutch => Vocabulary::dutch(),
            BaseWords::English => Vocabulary::english(),
            BaseWords::Both => Vocabulary::dutch().and(Vocabulary::english()),
            BaseWords::None => Vocabulary::new(),
        };
        for (header, column) in file.header {
            words.add_header(&header, column).map_err(D::Error::custom)?;
        }
        for (letter, role) in file.letter {
            words.add_letter(letter, role);
        }
        for (text, opens) in file.question {
            words.add_question(&text, opens).map_err(D::Error::custom)?;
        }
        for (heading, kind) in file.table {
            words.add_table(&heading, Some(kind)).map_err(D::Error::custom)?;
        }
        for (word, kind) in file.edition {
            words.add_edition(&word, kind).map_err(D::Error::custom)?;
        }
        for (word, level) in file.level {
            words.add_level(&word, Some(level)).map_err(D::Error::custom)?;
        }
        for (text, reason) in file.missing {
            words.add_missing(&text, reason).map_err(D::Error::custom)?;
        }
        Ok(words)
    }
}

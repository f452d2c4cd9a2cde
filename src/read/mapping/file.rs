//! A mapping from a file. Each message names the key that it is about.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use super::{BareYears, MappedColumn, Mapping};
use crate::error::Quoted;
use crate::leaves::unit::{Scale, Unit};
use crate::read::mapped::Key;
use crate::read::vocabulary::{Column, Vocabulary, WordsFile};

/// A text or a whole number that a key has, parsed.
struct Leaf<'p, T> {
    /// The key, and that around it.
    path: &'p str,
    /// What is expected.
    what: &'static str,
    parse: fn(&str) -> Result<T, String>,
}

impl<'de, T> DeserializeSeed<'de> for Leaf<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<T> Leaf<'_, T> {
    fn parsed<E: de::Error>(&self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(|error| E::custom(format!("{}: {error}", self.path)))
    }
}

impl<T> Visitor<'_> for Leaf<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} for {}", self.what, self.path)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        self.parsed(text)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        self.parsed(&number.to_string())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        self.parsed(&number.to_string())
    }
}

/// A key of a table, which has to be one of some.
struct OneOf<'p> {
    path: &'p str,
    known: &'static [&'static str],
}

impl<'de> DeserializeSeed<'de> for OneOf<'_> {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for OneOf<'_> {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<&'static str, E> {
        let known = self.known.iter().find(|known| **known == text);
        known.copied().ok_or_else(|| {
            let at = if self.path.is_empty() { String::new() } else { format!("{}: ", self.path) };
            E::custom(format!(
                "{at}unknown key {}: expected {}",
                Quoted(text),
                self.known.join(", ")
            ))
        })
    }
}

fn parse<T: std::str::FromStr<Err = crate::error::Error>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: crate::error::Error| error.to_string())
}

fn unit(text: &str) -> Result<Unit, String> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("a unit has words, and {} has none", Quoted(text)));
    }
    Unit::new(text).map_err(|error| error.to_string())
}

fn scale(text: &str) -> Result<Scale, String> {
    let found =
        Scale::ALL.iter().find(|scale| scale.factor().to_string() == text || scale.code() == text);
    found.copied().ok_or_else(|| {
        format!("invalid scale {}: expected 1, 1000, 1000000 or 1000000000", Quoted(text))
    })
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}: {key}") }
}

/// The unit that two keys give together.
fn scaled<E: de::Error>(
    path: &str,
    unit: Option<Unit>,
    scale: Option<Scale>,
) -> Result<Option<Unit>, E> {
    match (unit, scale) {
        (Some(unit), Some(scale)) => Ok(Some(unit.with_scale(scale))),
        (None, Some(_)) => {
            let path = joined(path, "scale");
            Err(E::custom(format!("{path}: a scale is of a unit, so give the unit as well")))
        }
        (unit, None) => Ok(unit),
    }
}

/// What a column holds: a word, or a table.
struct ColumnSeed<'p>(&'p str);

impl<'de> DeserializeSeed<'de> for ColumnSeed<'_> {
    type Value = MappedColumn;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<MappedColumn, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ColumnSeed<'_> {
    type Value = MappedColumn;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "what it holds, or a table, for {}", self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<MappedColumn, E> {
        text.parse().map_err(|error| E::custom(format!("{}: {error}", self.0)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MappedColumn, A::Error> {
        const KNOWN: &[&str] = &["holds", "role", "period", "flow", "unit", "scale"];
        let path = self.0;
        let mut column = MappedColumn::figures();
        let (mut of_unit, mut of_scale) = (None, None);
        let mut first_of_figures = None;
        while let Some(key) = map.next_key_seed(OneOf { path, known: KNOWN })? {
            let at = joined(path, key);
            if key != "holds" && first_of_figures.is_none() {
                first_of_figures = Some(at.clone());
            }
            match key {
                "holds" => {
                    let found = map.next_value_seed(Leaf {
                        path: &at,
                        what: "what it holds",
                        parse: parse::<MappedColumn>,
                    })?;
                    column.holds = found.holds;
                    column.role = column.role.or(found.role);
                    column.flow = column.flow.or(found.flow);
                }
                "role" => {
                    column.role =
                        Some(map.next_value_seed(Leaf { path: &at, what: "a role", parse })?);
                }
                "period" => {
                    column.period =
                        Some(map.next_value_seed(Leaf { path: &at, what: "a period", parse })?);
                }
                "flow" => {
                    column.flow =
                        Some(map.next_value_seed(Leaf { path: &at, what: "a flow", parse })?);
                }
                "unit" => {
                    of_unit = Some(map.next_value_seed(Leaf {
                        path: &at,
                        what: "a unit",
                        parse: unit,
                    })?);
                }
                _ => {
                    of_scale = Some(map.next_value_seed(Leaf {
                        path: &at,
                        what: "a scale",
                        parse: scale,
                    })?);
                }
            }
        }
        if column.holds != Column::Value
            && let Some(at) = first_of_figures
        {
            return Err(A::Error::custom(format!(
                "{at}: is of figures, and the column holds none"
            )));
        }
        column.unit = scaled(path, of_unit, of_scale)?;
        Ok(column)
    }
}

/// The columns of a table.
struct ColumnsSeed<'p, 'm> {
    path: &'p str,
    mapping: &'m mut Mapping,
}

impl<'de> DeserializeSeed<'de> for ColumnsSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ColumnsSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a table of headers for {}", joined(self.path, "column"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(header) = map.next_key::<String>()? {
            let path = joined(self.path, &format!("column {}", Quoted(&header)));
            let holds = map.next_value_seed(ColumnSeed(&path))?;
            let key =
                Key::of(&header).map_err(|error| A::Error::custom(format!("{path}: {error}")))?;
            if self.mapping.columns.iter().any(|(known, _)| known.is_same(&key)) {
                return Err(A::Error::custom(format!("{path}: is named twice")));
            }
            self.mapping.add(key, holds);
        }
        Ok(())
    }
}

/// What bare years are: a role, or a table.
struct BareYearsSeed<'p>(&'p str);

impl<'de> DeserializeSeed<'de> for BareYearsSeed<'_> {
    type Value = BareYears;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<BareYears, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for BareYearsSeed<'_> {
    type Value = BareYears;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a role, or a table with before and from, for {}", self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<BareYears, E> {
        text.parse().map_err(|error| E::custom(format!("{}: {error}", self.0)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<BareYears, A::Error> {
        let path = self.0;
        let (mut before, mut from, mut edition) = (None, None, None);
        while let Some(key) =
            map.next_key_seed(OneOf { path, known: &["before", "from", "edition"] })?
        {
            let at = joined(path, key);
            match key {
                "before" => {
                    before =
                        Some(map.next_value_seed(Leaf { path: &at, what: "a role", parse })?);
                }
                "from" => {
                    from = Some(map.next_value_seed(Leaf { path: &at, what: "a role", parse })?);
                }
                _ => {
                    edition =
                        Some(map.next_value_seed(Leaf { path: &at, what: "a period", parse })?);
                }
            }
        }
        match (before, from) {
            (Some(before), Some(from)) => {
                Ok(BareYears { edition, ..BareYears::around(before, from) })
            }
            _ => Err(A::Error::custom(format!("{path}: needs before and from"))),
        }
    }
}

/// The words of a title or of headers.
struct Texts<'p>(&'p str);

impl<'de> DeserializeSeed<'de> for Texts<'_> {
    type Value = Vec<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<String>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Texts<'_> {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of headers for {}", self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<String>, A::Error> {
        let mut texts = Vec::new();
        while let Some(text) =
            list.next_element_seed(Leaf { path: self.0, what: "a header", parse: words })?
        {
            texts.push(text);
        }
        Ok(texts)
    }
}

fn words(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err("it is empty".to_owned()) } else { Ok(text.to_owned()) }
}

/// The words of the language that is named, and those that are added.
struct WordsSeed<'p>(&'p str);

impl<'de> DeserializeSeed<'de> for WordsSeed<'_> {
    type Value = (Option<Vocabulary>, Option<Vocabulary>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let file = WordsFile::deserialize(deserializer)?;
        file.into_words().map_err(|error| D::Error::custom(format!("{}: {error}", self.0)))
    }
}

/// A mapping, or one for some tables.
struct MappingSeed<'p> {
    /// `None` for the whole.
    table: Option<&'p str>,
}

impl<'de> DeserializeSeed<'de> for MappingSeed<'_> {
    type Value = Mapping;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Mapping, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for MappingSeed<'_> {
    type Value = Mapping;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a table for {}", self.table.unwrap_or("a mapping"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Mapping, A::Error> {
        const WHOLE: &[&str] = &[
            "column",
            "table",
            "words",
            "kind",
            "unit",
            "scale",
            "period",
            "role",
            "flow",
            "bare_years",
            "decimal",
        ];
        const PART: &[&str] = &[
            "title",
            "headers",
            "column",
            "kind",
            "unit",
            "scale",
            "period",
            "role",
            "flow",
            "bare_years",
            "decimal",
        ];
        let path = self.table.unwrap_or_default();
        let known = if self.table.is_some() { PART } else { WHOLE };
        let mut mapping = Mapping::new();
        let (mut of_unit, mut of_scale) = (None, None);
        while let Some(key) = map.next_key_seed(OneOf { path, known })? {
            let at = &*joined(path, key);
            let defaults = &mut mapping.defaults;
            match key {
                "column" => map.next_value_seed(ColumnsSeed { path, mapping: &mut mapping })?,
                "table" => mapping.tables = map.next_value_seed(TablesSeed)?,
                "words" => {
                    (mapping.language, mapping.words) = map.next_value_seed(WordsSeed(at))?;
                }
                "title" => {
                    mapping.title = Some(map.next_value_seed(Leaf {
                        path: at,
                        what: "a title",
                        parse: words,
                    })?);
                }
                "headers" => mapping.headers = map.next_value_seed(Texts(at))?,
                "kind" => {
                    defaults.kind = Some(map.next_value_seed(Leaf {
                        path: at,
                        what: "a kind of table",
                        parse,
                    })?);
                }
                "unit" => {
                    of_unit = Some(map.next_value_seed(Leaf {
                        path: at,
                        what: "a unit",
                        parse: unit,
                    })?);
                }
                "scale" => {
                    of_scale = Some(map.next_value_seed(Leaf {
                        path: at,
                        what: "a scale",
                        parse: scale,
                    })?);
                }
                "period" => {
                    defaults.period =
                        Some(map.next_value_seed(Leaf { path: at, what: "a period", parse })?);
                }
                "role" => {
                    defaults.role =
                        Some(map.next_value_seed(Leaf { path: at, what: "a role", parse })?);
                }
                "flow" => {
                    defaults.flow =
                        Some(map.next_value_seed(Leaf { path: at, what: "a flow", parse })?);
                }
                "bare_years" => defaults.bare_years = Some(map.next_value_seed(BareYearsSeed(at))?),
                _ => {
                    defaults.decimal = Some(map.next_value_seed(Leaf {
                        path: at,
                        what: "a decimal sign",
                        parse,
                    })?);
                }
            }
        }
        mapping.defaults.unit = scaled(path, of_unit, of_scale)?;
        if self.table.is_some() && !mapping.is_for_some() {
            return Err(A::Error::custom(format!(
                "{path}: needs a title or headers, to know the table by"
            )));
        }
        Ok(mapping)
    }
}

/// The mappings for some tables.
struct TablesSeed;

impl<'de> DeserializeSeed<'de> for TablesSeed {
    type Value = Vec<Mapping>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Mapping>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for TablesSeed {
    type Value = Vec<Mapping>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of tables for table: write [[table]]")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Mapping>, A::Error> {
        let mut tables = Vec::new();
        loop {
            let path = format!("table {}", tables.len() + 1);
            match list.next_element_seed(MappingSeed { table: Some(&path) })? {
                Some(table) => tables.push(table),
                None => return Ok(tables),
            }
        }
    }
}

impl<'de> Deserialize<'de> for Mapping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        MappingSeed { table: None }.deserialize(deserializer)
    }
}

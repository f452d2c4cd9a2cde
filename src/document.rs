//! [`Document`]: the versioned wire form of a budget.

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

use crate::model::budget::Budget;

/// The versioned wire form of a budget (Dutch: *uitwisselingsdocument*): `{"schema":1,"budget":{…}}`.
///
/// `schema` is written first. A document with a newer schema is refused with an error that names its
/// number, even if the rest contains keys that this version doesn't know. Unknown keys are refused at
/// every depth. Lists, and keys that may be null, may be absent: the smallest document is
/// `{"schema":1,"budget":{"edition":{}}}`. To find out where in a document an error is, deserialise
/// through the crate `serde_path_to_error`.
///
/// A document contains only the budget. Findings and spans are serialised separately.
///
/// Its JSON Schema is [`JSON_SCHEMA`](Self::JSON_SCHEMA); with the feature `schema`,
/// `schemars::schema_for!(beleid::Document)` makes it from the types.
///
/// ```
/// use beleid::{Budget, Document};
///
/// let json = serde_json::to_string(&Document::new(Budget::default()))?;
/// let document: Document = serde_json::from_str(&json)?;
/// assert_eq!(document.budget, Budget::default());
///
/// let newer = serde_json::from_str::<Document>(r#"{"schema":2,"budgets":[]}"#);
/// assert!(newer.unwrap_err().to_string().starts_with("schema 2 is not supported"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "uitwisselingsdocument")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Document {
    /// The budget that it contains.
    pub budget: Budget,
}

impl Document {
    /// The number of the schema that this version writes and reads.
    ///
    /// ```
    /// assert_eq!(beleid::Document::SCHEMA, 1);
    /// ```
    pub const SCHEMA: u32 = 1;

    /// The JSON Schema of the documents that this version reads and writes, as text, for validators
    /// in other languages.
    ///
    /// ```
    /// let schema: serde_json::Value = serde_json::from_str(beleid::Document::JSON_SCHEMA)?;
    /// assert_eq!(schema["title"], "beleid document, schema 1");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub const JSON_SCHEMA: &'static str = include_str!("../schema/beleid-1.schema.json");

    /// A document that contains this budget.
    ///
    /// ```
    /// use beleid::{Budget, Document};
    ///
    /// assert_eq!(Document::new(Budget::default()).budget, Budget::default());
    /// ```
    pub fn new(budget: Budget) -> Self {
        Document { budget }
    }
}

const KEYS: &[&str] = &["schema", "budget"];

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_struct("Document", KEYS.len())?;
        document.serialize_field("schema", &Self::SCHEMA)?;
        document.serialize_field("budget", &self.budget)?;
        document.end()
    }
}

/// The number of a schema, which must be the one that this version reads.
struct Schema;

impl<'de> Deserialize<'de> for Schema {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            Document::SCHEMA => Ok(Schema),
            other => Err(D::Error::custom(format_args!(
                "schema {other} is not supported: this version reads schema {}",
                Document::SCHEMA
            ))),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Document {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Document".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Document").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "title": format!("beleid document, schema {}", Self::SCHEMA),
            "description": "A programme budget or a report on one (Dutch: *programmabegroting*, \
                *jaarverslag*), as the crate beleid reads and writes it. Unknown keys are \
                refused at every depth. Only lists and keys that may be null may be absent; what \
                the crate writes has them all.\n\n\
                Some rules can't be expressed in JSON Schema and are checked by the crate: a number has at most 28 \
                digits; the low end of a range is not above the high end; a school year ends in \
                the year after it begins, and several years end later than they begin; a day is \
                one of its month; fields nest at most 16 deep.",
            "type": "object",
            "properties": {
                "schema": {
                    "description": "The version of this form.",
                    "type": "integer",
                    "const": Self::SCHEMA,
                },
                "budget": generator.subschema_for::<Budget>(),
            },
            "required": ["schema", "budget"],
            "additionalProperties": false,
        })
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Document", KEYS, DocumentVisitor)
    }
}

struct DocumentVisitor;

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Key {
    Schema,
    Budget,
}

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document with `schema` and `budget`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Document, A::Error> {
        let Some(Schema) = seq.next_element()? else {
            return Err(A::Error::missing_field("schema"));
        };
        match seq.next_element()? {
            Some(budget) => Ok(Document { budget }),
            None => Err(A::Error::missing_field("budget")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let (mut schema, mut budget) = (None, None);
        // Any order: formats that sort their keys put the budget first.
        while let Some(key) = map.next_key()? {
            match key {
                Key::Schema if schema.is_none() => schema = Some(map.next_value::<Schema>()?),
                Key::Schema => return Err(A::Error::duplicate_field("schema")),
                Key::Budget if budget.is_none() => budget = Some(map.next_value()?),
                Key::Budget => return Err(A::Error::duplicate_field("budget")),
            }
        }
        if schema.is_none() {
            return Err(A::Error::missing_field("schema"));
        }
        match budget {
            Some(budget) => Ok(Document { budget }),
            None => Err(A::Error::missing_field("budget")),
        }
    }
}

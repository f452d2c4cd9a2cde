//! The form of a unit in JSON, TOML, postcard and the like: an object of its three parts.

#![cfg(feature = "serde")]

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::known::{Base, Known};
use super::{Scale, Unit, Word};
use crate::leaves::text::PHRASE;

/// What a number counts (Dutch: *eenheid*): a measure, the scale in which the number was printed,
/// and for a rate what it is counted per.
///
/// The number is already multiplied by the scale: 12 printed under *x € 1.000* is 12000, and its
/// unit is euro with the scale thousands.
#[derive(Serialize)]
#[serde(rename = "Unit")]
struct Out<'a> {
    measure: &'a str,
    scale: Scale,
    per: Option<OutPer<'a>>,
}

#[derive(Serialize)]
#[serde(rename = "Per")]
struct OutPer<'a> {
    count: u32,
    of: &'a str,
}

#[derive(Deserialize)]
#[serde(rename = "Unit", deny_unknown_fields)]
struct In {
    measure: Text<Known>,
    #[serde(default)]
    scale: Scale,
    #[serde(default)]
    per: Option<Object<InPer>>,
}

#[derive(Deserialize)]
#[serde(rename = "Per", deny_unknown_fields)]
struct InPer {
    count: u32,
    of: Text<Base>,
}

/// A struct that a format for people may write as an object only. What serde derives takes a list of
/// the fields as well, which the schema refuses.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a unit as an object")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(de::value::MapAccessDeserializer::new(map))
            }
        }
        if deserializer.is_human_readable() {
            deserializer.deserialize_map(Visitor(PhantomData)).map(Object)
        } else {
            T::deserialize(deserializer).map(Object)
        }
    }
}

/// A word that is read without a `String` if it is a known one.
struct Text<K>(Word<K>);

trait Named: Sized {
    fn word(text: &str) -> Word<Self>;
}

impl Named for Known {
    fn word(text: &str) -> Word<Self> {
        Word::measure(text)
    }
}

impl Named for Base {
    fn word(text: &str) -> Word<Self> {
        Word::base(text)
    }
}

impl<'de, K: Named> Deserialize<'de> for Text<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<K>(PhantomData<K>);
        impl<K: Named> de::Visitor<'_> for Visitor<K> {
            type Value = Text<K>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word of a unit as a string")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text<K>, E> {
                match (PHRASE.check)(text) {
                    Ok(()) => Ok(Text(K::word(text))),
                    Err((at, problem)) => {
                        Err(E::custom(crate::error::Error::new("unit", text, at, problem)))
                    }
                }
            }
        }
        deserializer.deserialize_str(Visitor(PhantomData))
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let per = self.per().map(|per| OutPer { count: per.count, of: per.of });
        Out { measure: self.measure(), scale: self.scale(), per }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Object(In { measure, scale, per }) = Object::deserialize(deserializer)?;
        let per = match per {
            Some(Object(InPer { count: 0, .. })) => {
                let problem = crate::error::Problem::PerNothing;
                let error = crate::error::Error::new("unit", "per 0", 0, problem);
                return Err(de::Error::custom(error));
            }
            Some(Object(InPer { count, of })) => Some((count, of.0)),
            None => None,
        };
        Ok(Unit::of_parts(measure.0, scale, per))
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::super::known::NAMES;
    use super::{Scale, Unit};
    use crate::schema::{PHRASE, text};

    impl JsonSchema for Unit {
        fn schema_name() -> Cow<'static, str> {
            "Unit".into()
        }

        fn schema_id() -> Cow<'static, str> {
            concat!(module_path!(), "::Unit").into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let measure = text(
                "What is measured or counted, by its English name. An open vocabulary: any text \
                 will do, and the known ones are listed with it.",
                PHRASE,
                NAMES,
            );
            let of = text(
                "Of what, in the singular. An open vocabulary.",
                PHRASE,
                &["inhabitant", "household", "year"],
            );
            json_schema!({
                "description": "What a number counts (Dutch: *eenheid*). The number has the scale \
                    applied already: 12 printed under *x € 1.000* is 12000, and its unit is euro in \
                    thousands.",
                "type": "object",
                "properties": {
                    "measure": measure,
                    "scale": generator.subschema_for::<Scale>(),
                    "per": {
                        "description": "What a rate is counted by, as in *per 1.000 inwoners*; null \
                            for what is no rate.",
                        "anyOf": [
                            {
                                "type": "object",
                                "properties": {
                                    "count": {
                                        "description": "How many of them.",
                                        "type": "integer",
                                        "minimum": 1,
                                        "maximum": u32::MAX,
                                    },
                                    "of": of,
                                },
                                "required": ["count", "of"],
                                "additionalProperties": false,
                            },
                            { "type": "null" },
                        ],
                    },
                },
                "required": ["measure"],
                "additionalProperties": false,
            })
        }
    }
}

//! [`Dimension`]: the part of the whole that a figure is about.

use std::fmt;

use crate::error::Error;
use crate::leaves::text::{PHRASE, text_leaf};

text_leaf! {
    /// The name of a dimension (Dutch: *dimensie*): by what the whole is divided into parts, such
    /// as area, sex or age.
    ///
    /// Any text is allowed, since a document may divide its figures in any way. The common names
    /// are constants.
    ///
    /// ```
    /// use beleid::DimensionName;
    ///
    /// assert_eq!(DimensionName::new("area")?, DimensionName::AREA);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "dimensie")]
    DimensionName, "dimension name", PHRASE, {
        /// An area: a district, a municipality, a country (*gebied*).
        #[doc(alias = "gebied")]
        AREA = "area";
        /// The public body that the figure is about, if that is not the body that published the
        /// document: *Nederland*, *referentiegemeenten*. Such a figure is a benchmark, never a
        /// result of the publishing body.
        #[doc(alias = "benchmark")]
        BODY = "body";
        /// A group or a category of what is counted: *niet woningen*, *jongeren*.
        #[doc(alias = "uitsplitsing")]
        #[doc(alias = "doelgroep")]
        POPULATION = "population";
        /// Sex (*geslacht*).
        #[doc(alias = "geslacht")]
        SEX = "sex";
        /// Age (*leeftijd*).
        #[doc(alias = "leeftijd")]
        AGE = "age";
        /// The economic category of an amount of money (*economische categorie*), by its code in
        /// Iv3: `4.2`.
        #[doc(alias = "economische categorie")]
        ECONOMIC_CATEGORY = "economic_category";
        /// The moment of a position of the balance sheet (*stand per*), by its code in Iv3: *1
        /// januari*, *ultimo*.
        #[doc(alias = "standper")]
        BALANCE_MOMENT = "balance_moment";
    }
}

/// The part of the whole that a figure is about (Dutch: *uitsplitsing*): a name and a value, such
/// as the area *Noord*. A figure without dimensions is about the whole. Figures with the same
/// dimensions form a *slice* of an indicator.
///
/// On the wire: `{"name":"area","value":"Noord"}`.
///
/// ```
/// use beleid::{Dimension, DimensionName};
///
/// let other = Dimension::new(DimensionName::POPULATION, "niet woningen")?;
/// assert_eq!((other.name().as_str(), other.value()), ("population", "niet woningen"));
/// assert!(Dimension::new(DimensionName::AREA, "").is_err());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "uitsplitsing")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dimension {
    name: DimensionName,
    value: Box<str>,
}

impl Dimension {
    /// A dimension with a name and a value.
    ///
    /// # Errors
    /// If the value is empty, contains a control character, or begins or ends with white space.
    ///
    /// ```
    /// use beleid::{Dimension, DimensionName};
    ///
    /// assert_eq!(Dimension::new(DimensionName::AREA, "Noord")?.to_string(), "Noord");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(name: DimensionName, value: impl Into<String>) -> Result<Self, Error> {
        let value = value.into();
        match (PHRASE.check)(&value) {
            Ok(()) => Ok(Dimension { name, value: value.into() }),
            Err((at, problem)) => Err(Error::new("dimension value", &value, at, problem)),
        }
    }

    /// By what the whole is divided: area, sex, age.
    ///
    /// ```
    /// use beleid::{Dimension, DimensionName};
    ///
    /// let noord = Dimension::new(DimensionName::AREA, "Noord")?;
    /// assert_eq!(noord.name(), &DimensionName::AREA);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn name(&self) -> &DimensionName {
        &self.name
    }

    /// The part, as printed: *Noord*.
    ///
    /// ```
    /// use beleid::{Dimension, DimensionName};
    ///
    /// assert_eq!(Dimension::new(DimensionName::AREA, "Noord")?.value(), "Noord");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Several dimensions as one text for people: their values with ` > ` between them, in the
    /// given order. The text is empty if there are no dimensions.
    ///
    /// ```
    /// use beleid::{Dimension, DimensionName};
    ///
    /// let noord = Dimension::new(DimensionName::AREA, "Noord")?;
    /// let girls = Dimension::new(DimensionName::SEX, "meisjes")?;
    /// assert_eq!(Dimension::join(&[noord, girls]), "Noord > meisjes");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn join(dimensions: &[Dimension]) -> String {
        let values: Vec<&str> = dimensions.iter().map(Dimension::value).collect();
        values.join(" > ")
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.value)
    }
}

#[cfg(feature = "serde")]
mod wire {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Dimension, DimensionName};

    #[derive(Serialize)]
    #[serde(rename = "Dimension")]
    struct Out<'a> {
        name: &'a DimensionName,
        value: &'a str,
    }

    /// The form on the wire, which may be wrong until it is checked.
    #[derive(Deserialize)]
    #[serde(rename = "Dimension", deny_unknown_fields)]
    struct Unchecked {
        name: DimensionName,
        value: String,
    }

    impl Serialize for Dimension {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            Out { name: &self.name, value: &self.value }.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Dimension {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Unchecked { name, value } = Unchecked::deserialize(deserializer)?;
            Dimension::new(name, value).map_err(serde::de::Error::custom)
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Dimension {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Dimension".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Dimension").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The part of the whole that a figure is about (Dutch: *uitsplitsing*): \
                a name and a value, such as the area *Noord*.",
            "type": "object",
            "properties": {
                "name": generator.subschema_for::<DimensionName>(),
                "value": {
                    "description": "Which part it is, as printed.",
                    "type": "string",
                    "minLength": 1,
                    "pattern": PHRASE.pattern,
                },
            },
            "required": ["name", "value"],
            "additionalProperties": false,
        })
    }
}

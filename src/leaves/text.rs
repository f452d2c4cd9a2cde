//! What the leaves that are text have in common: one text form for `Display`, `FromStr`, the wire
//! and its schema.

use crate::error::Problem;

/// What a text may be: the check of it, and the same said as a regular expression.
pub(crate) struct Form {
    pub(crate) check: fn(&str) -> Result<(), (usize, Problem)>,
    #[cfg(feature = "schema")]
    pub(crate) pattern: &'static str,
}

/// A text that people may read.
pub(crate) const PHRASE: Form = Form {
    check: check_phrase,
    #[cfg(feature = "schema")]
    pattern: crate::schema::PHRASE,
};

/// A text that refers to something.
pub(crate) const TOKEN: Form = Form {
    check: check_token,
    #[cfg(feature = "schema")]
    pattern: crate::schema::TOKEN,
};

/// Checks a text that people may read: not empty, nothing unseen, no outer space.
fn check_phrase(text: &str) -> Result<(), (usize, Problem)> {
    if text.is_empty() {
        return Err((0, Problem::Empty));
    }
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        // Nearly all ids and units: there is nothing in them to object to.
        return Ok(());
    }
    if let Some((at, _)) = text.char_indices().find(|(_, c)| is_unseen(*c)) {
        return Err((at, Problem::Control));
    }
    if text.starts_with(char::is_whitespace) {
        return Err((0, Problem::OuterSpace));
    }
    let inner = text.trim_end().len();
    if inner < text.len() {
        return Err((inner, Problem::OuterSpace));
    }
    Ok(())
}

/// Whether a character can't be seen and is no space: a control, or one that joins, parts or
/// turns its neighbours.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Checks a text that refers to something: a phrase without any white space.
fn check_token(text: &str) -> Result<(), (usize, Problem)> {
    check_phrase(text)?;
    match text.char_indices().find(|(_, c)| c.is_whitespace()) {
        Some((at, _)) => Err((at, Problem::Space)),
        None => Ok(()),
    }
}

/// Gives a leaf its serde form: the text of its `Display`, read by its `FromStr`. The schema
/// says as much of that grammar as a regular expression can.
///
/// `$text` gives it as a text; that is handed on in one piece, since a serialiser takes a
/// `Display` in many, with a look at each.
macro_rules! serde_as_text {
    (
        $type:ident, $expecting:literal, $text:expr,
        {
            description: $description:expr,
            pattern: $pattern:expr,
            examples: [$($example:expr),* $(,)?] $(,)?
        }
    ) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let text = $text(self);
                serializer.serialize_str(&text)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($type)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::schema::text($description, $pattern, &[$($example),*])
            }
        }
    };
}
pub(crate) use serde_as_text;

/// Prints what `write` writes, padded as the format asks.
pub(crate) fn padded(
    f: &mut std::fmt::Formatter<'_>,
    write: impl Fn(&mut dyn std::fmt::Write) -> std::fmt::Result,
) -> std::fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        return write(f);
    }
    let mut text = String::new();
    write(&mut text)?;
    f.pad(&text)
}

/// The text of a leaf that prints in few characters: on the stack.
#[cfg(feature = "serde")]
#[derive(Default)]
pub(crate) struct Short {
    bytes: [u8; 32],
    len: usize,
}

#[cfg(feature = "serde")]
impl Short {
    /// Longer ones than there are numbers and periods would be cut.
    pub(crate) fn of(leaf: &impl std::fmt::Display) -> Self {
        use std::fmt::Write as _;
        let mut short = Short::default();
        let _ = write!(short, "{leaf}");
        short
    }
}

#[cfg(feature = "serde")]
impl std::fmt::Write for Short {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.len + text.len();
        let room = self.bytes.get_mut(self.len..end).ok_or(std::fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl std::ops::Deref for Short {
    type Target = str;

    fn deref(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Compares a leaf that has `as_str` with texts, either way round.
macro_rules! equals_text {
    ($name:ident) => {
        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        impl PartialEq<String> for $name {
            fn eq(&self, text: &String) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<$name> for str {
            fn eq(&self, leaf: &$name) -> bool {
                self == leaf.as_str()
            }
        }

        impl PartialEq<$name> for &str {
            fn eq(&self, leaf: &$name) -> bool {
                *self == leaf.as_str()
            }
        }

        impl PartialEq<$name> for String {
            fn eq(&self, leaf: &$name) -> bool {
                self == leaf.as_str()
            }
        }
    };
}
pub(crate) use equals_text;

/// Defines a leaf that is a checked text: an open vocabulary where it has constants.
macro_rules! text_leaf {
    (
        $(#[doc = $doc:literal])*
        $(#[doc(alias = $alias:literal)])*
        $name:ident, $what:literal, $form:path
        $(, { $($(#[$term_meta:meta])* $term:ident = $text:literal;)* })?
    ) => {
        $(#[doc = $doc])*
        $(#[doc(alias = $alias)])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(std::borrow::Cow<'static, str>);

        impl $name {
            $($(
                $(#[$term_meta])*
                pub const $term: $name = $name(std::borrow::Cow::Borrowed($text));
            )*)?

            /// Makes it from a text, if the text is valid.
            ///
            /// # Errors
            /// If the text is empty, contains a control character, or begins or ends with white
            /// space. An [`Id`](crate::Id) may not contain white space at all.
            ///
            /// ```
            #[doc = concat!("use beleid::", stringify!($name), ";")]
            ///
            #[doc = concat!("assert!(", stringify!($name), "::new(\"een-naam\").is_ok());")]
            #[doc = concat!("assert!(", stringify!($name), "::new(\" \").is_err());")]
            /// ```
            pub fn new(text: impl Into<String>) -> Result<Self, crate::error::Error> {
                let text = text.into();
                match ($form.check)(&text) {
                    Ok(()) => Ok(Self(std::borrow::Cow::Owned(text))),
                    Err((at, problem)) => Err(crate::error::Error::new($what, &text, at, problem)),
                }
            }

            /// The text.
            ///
            /// ```
            #[doc = concat!("let leaf = beleid::", stringify!($name), "::new(\"een-naam\")?;")]
            /// assert_eq!(leaf.as_str(), "een-naam");
            /// # Ok::<(), beleid::Error>(())
            /// ```
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(text: &str) -> Result<Self, crate::error::Error> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = crate::error::Error;

            fn try_from(text: &str) -> Result<Self, crate::error::Error> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::error::Error;

            fn try_from(text: String) -> Result<Self, crate::error::Error> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(leaf: $name) -> String {
                leaf.0.into_owned()
            }
        }

        /// It compares and hashes like its text.
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        crate::leaves::text::equals_text!($name);

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        crate::leaves::text::serde_as_text!($name, $what, $name::as_str, {
            description: concat!($($doc, "\n"),*),
            pattern: $form.pattern,
            examples: [$($($text),*)?],
        });
    };
}
pub(crate) use text_leaf;

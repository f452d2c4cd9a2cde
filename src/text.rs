//! What the leaves that are text share: one grammar for `Display`, `FromStr` and the wire.

use crate::error::Problem;

/// Checks a text that people may read: not empty, nothing unseen, no outer space.
pub(crate) fn check_phrase(text: &str) -> Result<(), (usize, Problem)> {
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
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Checks a text that refers to something: a phrase without any white space.
pub(crate) fn check_token(text: &str) -> Result<(), (usize, Problem)> {
    check_phrase(text)?;
    match text.char_indices().find(|(_, c)| c.is_whitespace()) {
        Some((at, _)) => Err((at, Problem::Space)),
        None => Ok(()),
    }
}

/// Gives a leaf its serde form: the text of its `Display`, read by its `FromStr`.
///
/// `$text` gives it as a text; that is handed on in one piece, since a serialiser takes a
/// `Display` in many, with a look at each.
macro_rules! serde_as_text {
    ($type:ty, $expecting:literal, $text:expr) => {
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
    };
}
pub(crate) use serde_as_text;

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

/// Defines a leaf that is a checked text: an open vocabulary where it has constants.
macro_rules! text_leaf {
    (
        $(#[$meta:meta])*
        $name:ident, $what:literal, $check:path
        $(, { $($(#[$term_meta:meta])* $term:ident = $text:literal;)* })?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(std::borrow::Cow<'static, str>);

        impl $name {
            $($(
                $(#[$term_meta])*
                pub const $term: $name = $name(std::borrow::Cow::Borrowed($text));
            )*)?

            /// Checks the text and takes it as it is.
            ///
            /// # Errors
            /// If the text is empty, holds a control character, or begins or ends with white
            /// space. An [`Id`](crate::Id) has no white space at all.
            pub fn new(text: impl Into<String>) -> Result<Self, crate::Error> {
                let text = text.into();
                match $check(&text) {
                    Ok(()) => Ok(Self(std::borrow::Cow::Owned(text))),
                    Err((at, problem)) => Err(crate::Error::new($what, &text, at, problem)),
                }
            }

            /// The text.
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
            type Err = crate::Error;

            fn from_str(text: &str) -> Result<Self, crate::Error> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = crate::Error;

            fn try_from(text: &str) -> Result<Self, crate::Error> {
                Self::new(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        crate::text::serde_as_text!($name, $what, $name::as_str);
    };
}
pub(crate) use text_leaf;

//! JSON with the place of each value in the text: its raw text, borrowed, of which the reader makes
//! what it needs. So numbers stay exact, and nested details cost no stack.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::findings::span::Span;
use crate::leaves::number::Number;

/// A key of an object.
struct Key<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfKey;
        impl<'de> Visitor<'de> for OfKey {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(OfKey)
    }
}

/// The members of an object in their order.
pub(super) struct Object<'t>(pub(super) Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfObject;
        impl<'de> Visitor<'de> for OfObject {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(Key(key)) = map.next_key()? {
                    members.push((key, map.next_value()?));
                }
                Ok(Object(members))
            }
        }
        deserializer.deserialize_map(OfObject)
    }
}

/// The items of a list in their order.
pub(super) struct Items<'t>(pub(super) Vec<&'t RawValue>);

impl<'de> Deserialize<'de> for Items<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfList;
        impl<'de> Visitor<'de> for OfList {
            type Value = Items<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Items<'de>, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Items(items))
            }
        }
        deserializer.deserialize_seq(OfList)
    }
}

/// A raw value as an object, a list or a text; `None` if it is something else.
pub(super) fn of<'t, T: Deserialize<'t>>(raw: &'t RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

/// What became of the text of a number.
pub(super) enum Numeral {
    /// It is no number.
    None,
    /// It has more digits than a number keeps.
    TooLong,
    /// It is a number.
    Exact(Number),
}

/// The number that a raw value is, exactly: also one with an exponent.
pub(super) fn number(raw: &RawValue) -> Numeral {
    let text = raw.get();
    if !text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        return Numeral::None;
    }
    let (plain, exponent) = match text.split_once(['e', 'E']) {
        None => (text, 0),
        Some((plain, exponent)) => match exponent.parse::<i64>() {
            Ok(exponent) => (plain, exponent),
            Err(_) => return Numeral::TooLong,
        },
    };
    exact(plain, exponent).map_or(Numeral::TooLong, Numeral::Exact)
}

/// A plain decimal times ten to a power.
fn exact(plain: &str, exponent: i64) -> Option<Number> {
    let negative = plain.starts_with('-');
    let digits = plain.trim_start_matches('-');
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let places = i64::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
    let mut digits = format!("{whole}{fraction}");
    if digits.bytes().all(|byte| byte == b'0') {
        // Zero has no sign, and as many places as are written.
        let places = places.clamp(0, 28);
        return Number::new(0, u32::try_from(places).ok()?).ok();
    }
    let zeros = digits.bytes().take_while(|byte| *byte == b'0').count();
    digits.drain(..zeros);
    if places < 0 {
        // Beyond 28 digits there is nothing to keep.
        let more = usize::try_from(places.checked_neg()?).ok().filter(|more| *more <= 28)?;
        digits.extend(std::iter::repeat_n('0', more));
    }
    if digits.len() > 28 {
        return None;
    }
    let units: i128 = digits.parse().ok()?;
    let places = u32::try_from(places.max(0)).ok()?;
    Number::new(if negative { -units } else { units }, places).ok()
}

/// The places of values in a text. It goes on from the last place that it was asked for, or from
/// the last of its marks before the new one, so that no look-up walks far.
pub(super) struct Places<'t> {
    text: &'t str,
    /// Line and column at every so many bytes.
    marks: Vec<Mark>,
    last: Mark,
}

#[derive(Clone, Copy)]
struct Mark {
    byte: usize,
    line: usize,
    column: usize,
}

/// How many bytes lie between two marks: a look-up walks over fewer.
const STEP: usize = 1024;

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let start = Mark { byte: 0, line: 1, column: 1 };
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut at = start;
        for (byte, c) in text.char_indices() {
            at.byte = byte;
            if byte / STEP >= marks.len() {
                marks.push(at);
            }
            at.step(c);
        }
        Places { text, marks, last: start }
    }

    /// The place of a value that was borrowed from the text. `None` if it wasn't.
    pub(super) fn span(&mut self, raw: &str) -> Option<Span> {
        let start = raw.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        let end = start.checked_add(raw.len()).filter(|end| *end <= self.text.len())?;
        let mark = self.marks.get(start / STEP).copied().filter(|mark| mark.byte <= start);
        let mark = mark.or_else(|| self.marks.get((start / STEP).checked_sub(1)?).copied())?;
        let is_near = (mark.byte..=start).contains(&self.last.byte);
        let mut at = if is_near { self.last } else { mark };
        self.text.get(at.byte..start)?.chars().for_each(|c| at.step(c));
        at.byte = start;
        self.last = at;
        Some(Span::Text { start, end, line: at.line, column: at.column })
    }
}

impl Mark {
    fn step(&mut self, c: char) {
        if c == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
    }
}

//! What holds for the wire form, whatever the bytes.

use std::collections::HashSet;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use beleid::{
    Bounds, Budget, Code, DimensionName, Document, Figure, Id, Indicator, Interval, Number, Period,
    Unit, Value,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{evaluation, places};

/// There and back, in each format; and the text of the second writing equals the first's,
/// since 7.50 equals 7.5 and must still be written as it was.
pub(crate) fn round_trips<T: Serialize + DeserializeOwned + PartialEq + Debug>(there: &T) {
    let json = serde_json::to_string(there).unwrap();
    let back: T = serde_json::from_str(&json).unwrap();
    assert_eq!(&back, there);
    assert_eq!(serde_json::to_string(&back).unwrap(), json);

    let tree = serde_json::to_value(there).unwrap();
    assert_eq!(&serde_json::from_value::<T>(tree).unwrap(), there);

    let bytes = ::postcard::to_stdvec(there).unwrap();
    let back: T = ::postcard::from_bytes(&bytes).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
}

/// Reads bytes as JSON: they are refused, or what they hold is as good as any.
pub(crate) fn json(bytes: &[u8]) {
    if let Ok(document) = serde_json::from_slice::<Document>(bytes) {
        holds(&document);
    }
    if let Ok(value) = serde_json::from_slice::<Value>(bytes) {
        round_trips(&value);
        assert!(!value.to_string().is_empty());
    }
}

/// Reads bytes as postcard: as a document, and as each type that can be serialised alone.
pub(crate) fn postcard(bytes: &[u8]) {
    if let Ok(document) = ::postcard::from_bytes::<Document>(bytes) {
        holds(&document);
    }
    leaf::<Number>(bytes);
    leaf::<Period>(bytes);
    leaf::<Code>(bytes);
    printed::<Unit>(bytes);
    leaf::<DimensionName>(bytes);
    leaf::<Id>(bytes);
    part::<Interval>(bytes);
    part::<Bounds>(bytes);
    part::<Value>(bytes);
    part::<Figure>(bytes);
    part::<Indicator>(bytes);
    part::<Budget>(bytes);
}

/// A leaf has one grammar: it prints as it is parsed and as it is written.
fn leaf<T>(bytes: &[u8])
where
    T: Serialize + DeserializeOwned + FromStr<Err = beleid::Error> + Display + PartialEq + Debug,
{
    if let Some(leaf) = printed::<T>(bytes) {
        assert_eq!(serde_json::to_value(&leaf).unwrap(), leaf.to_string());
    }
}

/// A leaf that prints as it is parsed; a unit is written by its parts.
fn printed<T>(bytes: &[u8]) -> Option<T>
where
    T: Serialize + DeserializeOwned + FromStr<Err = beleid::Error> + Display + PartialEq + Debug,
{
    let leaf = ::postcard::from_bytes::<T>(bytes).ok()?;
    round_trips(&leaf);
    assert_eq!(leaf.to_string().parse::<T>().as_ref(), Ok(&leaf));
    Some(leaf)
}

fn part<T: Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    if let Ok(part) = ::postcard::from_bytes::<T>(bytes) {
        round_trips(&part);
    }
}

/// A document that was read is one that can be written, looked through and evaluated.
fn holds(document: &Document) {
    round_trips(document);
    let tree = serde_json::to_value(document).unwrap();
    for (place, _) in places::all(&document.budget) {
        assert!(tree.pointer(&place.pointer()).is_some(), "{place}");
    }
    for finding in document.budget.validate() {
        assert!(tree.pointer(&finding.place.pointer()).is_some(), "{finding}");
    }
    evaluation::evaluate(&document.budget);
}

/// Every text in a tree of JSON.
pub(super) fn texts<'t>(tree: &'t serde_json::Value, found: &mut HashSet<&'t str>) {
    match tree {
        serde_json::Value::String(text) => {
            found.insert(text);
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        serde_json::Value::Object(values) => {
            values.values().for_each(|value| texts(value, found));
        }
        _ => {}
    }
}

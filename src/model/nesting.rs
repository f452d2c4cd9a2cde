//! The serde form of fields within fields, which refuses fields that are nested too deep.
//!
//! Some formats (postcard, say) don't limit depth themselves: a few bytes per level could then
//! exhaust the stack. The depth is counted per thread, since `Deserialize` can't pass a parameter
//! down. A guard resets the count when a call ends, also after an error.

use std::cell::Cell;

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::field::PolicyField;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

struct Guard;

impl Guard {
    /// Goes one level down. The list below the deepest fields is allowed, and must be empty.
    fn enter() -> Option<Guard> {
        let depth = DEPTH.get();
        (depth <= PolicyField::MAX_DEPTH).then(|| {
            DEPTH.set(depth + 1);
            Guard
        })
    }

    /// Whether the list that was entered may hold fields.
    fn may_hold_fields() -> bool {
        DEPTH.get() <= PolicyField::MAX_DEPTH
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

fn too_deep() -> String {
    format!("fields nest more than {} deep", PolicyField::MAX_DEPTH)
}

pub(crate) fn serialize<S: Serializer>(
    fields: &Vec<PolicyField>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match Guard::enter() {
        Some(_guard) if Guard::may_hold_fields() || fields.is_empty() => {
            fields.serialize(serializer)
        }
        _ => Err(S::Error::custom(too_deep())),
    }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<PolicyField>, D::Error> {
    let Some(_guard) = Guard::enter() else {
        return Err(D::Error::custom(too_deep()));
    };
    let fields = Vec::deserialize(deserializer)?;
    if Guard::may_hold_fields() || fields.is_empty() {
        Ok(fields)
    } else {
        Err(D::Error::custom(too_deep()))
    }
}

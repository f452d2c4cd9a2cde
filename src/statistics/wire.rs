//! The serialised form of an answer or a reason: `{"value":0.5}` or `{"reason":"no-variation"}`, in
//! every format.

use serde::{Serialize, Serializer};

use crate::reason::Reason;

#[allow(clippy::trivially_copy_pass_by_ref)] // As serde asks for it.
pub(super) fn answer<T: Serialize, S: Serializer>(
    answer: &Result<T, Reason>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match answer {
        Ok(value) => serializer.serialize_newtype_variant("Answer", 0, "value", value),
        Err(reason) => serializer.serialize_newtype_variant("Answer", 1, "reason", reason),
    }
}

//! The smallest parts of the model. A leaf is always valid, whether it was built, parsed or
//! deserialised. Most have one text form, which is the same in `Display`, in `FromStr` and on the
//! wire.
//!
//! `text` contains what the leaves that are text on the wire have in common.

pub(crate) mod bounds;
pub(crate) mod code;
pub(crate) mod dimension;
pub(crate) mod id;
pub(crate) mod identifier;
pub(crate) mod interval;
pub(crate) mod list;
pub(crate) mod number;
pub(crate) mod people;
pub(crate) mod period;
pub(crate) mod role;
pub(crate) mod terms;
pub(crate) mod text;
pub(crate) mod unit;
pub(crate) mod value;

//! The smallest parts of the model. Each is valid wherever it comes from, and has one grammar
//! for printing, parsing and the wire.
//!
//! `text` has what those share that are text on the wire.

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

//! A budget from the whole to a cell: public fields, which anybody may build and change.
//!
//! `nesting` is how fields within fields are written and read, which is not without end.

pub(crate) mod budget;
pub(crate) mod cost;
pub(crate) mod field;
pub(crate) mod figure;
pub(crate) mod figure_ref;
pub(crate) mod goal;
pub(crate) mod indicator;
pub(crate) mod lookup;
#[cfg(feature = "serde")]
pub(crate) mod nesting;
pub(crate) mod note;
pub(crate) mod section;
pub(crate) mod table;

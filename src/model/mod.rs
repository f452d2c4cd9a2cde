//! The model: a budget with all of its parts, down to a single cell. All fields are public, so that
//! a program can build and change a budget.
//!
//! `nesting` serialises fields within fields, and limits how deep they may be nested.

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

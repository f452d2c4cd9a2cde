//! One table in every form has one meaning: generated tables, and the real ones, printed in other
//! forms, damaged, and held against what they mean.
//!
//! `table` is an abstract table with its meaning, `generate` draws tables of each kind (`draw` and
//! `words` help it), `damage` damages them, `write` prints them in each form, `seen` tells what the
//! reader made of a source, and `judge` holds that against the meaning. `properties` has the tests,
//! with what is `allowed`, and `board` prints the shares of each kind in each form.

pub(crate) mod allowed;
mod board;
mod damage;
mod draw;
mod generate;
mod grids;
mod judge;
pub(crate) mod pages;
mod print;
mod properties;
mod red;
pub(crate) mod seen;
pub(crate) mod table;
mod words;
mod write;

//! The tests of the crate from outside, as its users have it.

// A test fails by panicking, and a table of cases is as long as there are cases.
#![allow(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::similar_names,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unreachable,
    clippy::unwrap_used
)]

#[cfg(feature = "serde")]
mod cells;
mod evaluation;
#[cfg(feature = "serde")]
mod examples;
#[cfg(feature = "serde")]
mod groningen_pages;
mod leaves;
mod reading;
#[cfg(feature = "schema")]
mod schema;
mod support;
#[cfg(feature = "serde")]
mod wire;
#[cfg(feature = "serde")]
mod yaml;

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

mod auto_traits;
mod cells;
mod coded;
mod codes;
mod collection;
mod conservation;
mod context;
mod corpus;
mod documentation;
mod documents;
mod evaluation;
mod examples;
mod groningen_pages;
mod indicator_cells;
mod iv3;
mod languages;
mod layers;
mod layouts;
mod leaves;
mod lookup;
mod mapping;
mod metamorphic;
mod methods;
mod model;
mod money;
mod notations;
mod pages;
mod people;
mod periods;
mod reading;
mod reasons;
mod rendering;
mod schema;
mod statistics;
mod support;
mod units;
mod validation;
mod vocabulary;
mod wire;
mod yaml;

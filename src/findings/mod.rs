//! Findings about a document: a rule with its severity, a place in the model, a span in the source
//! and a message with its arguments.
//!
//! `rule` holds the table of rules, with the help and the messages of each in English and Dutch;
//! `define` makes the types of it, `argument` holds what messages name, and `style` how that prints. `rules` are the severities of
//! all rules, and `profile` those that are switched on together.

pub(crate) mod argument;
mod define;
pub(crate) mod finding;
pub(crate) mod place;
#[cfg(feature = "codes")]
pub(crate) mod profile;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod severity;
pub(crate) mod span;
mod style;

//! Findings about a document: a rule with its severity, a place in the model, a span in the source
//! and a message.

pub(crate) mod finding;
pub(crate) mod place;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod severity;
pub(crate) mod span;

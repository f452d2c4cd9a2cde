#![doc = include_str!("../README.md")]

mod error;
mod finding;
mod language;
mod place;
mod rule;
mod span;
mod words;

mod bounds;
mod code;
mod id;
mod interval;
mod number;
mod period;
mod role;
#[cfg(feature = "schema")]
mod schema;
mod slice;
mod terms;
mod text;
mod unit;
mod value;

mod budget;
mod cost;
#[cfg(feature = "serde")]
mod document;
mod field;
mod figure;
mod goal;
mod indicator;
#[cfg(feature = "serde")]
mod nesting;
mod note;

mod evaluate;
mod read;

pub use bounds::Bounds;
pub use budget::{Budget, Edition};
pub use code::Code;
pub use cost::{CostLine, Flow, Reserves, Sign, Signs};
#[cfg(feature = "serde")]
pub use document::Document;
pub use error::Error;
pub use evaluate::{
    Against, Alternative, Assumption, Basis, BudgetEvaluation, Counts, Evaluation, Evaluations,
    Outcome, Pace, PlacedEvaluation, Reason,
};
pub use field::{Heading, PolicyField};
pub use figure::{Cell, Figure};
pub use finding::Finding;
pub use goal::{Action, Goal};
pub use id::Id;
pub use indicator::Indicator;
pub use interval::Interval;
pub use language::Language;
pub use note::{Attribute, Note, Section};
pub use number::Number;
pub use period::Period;
pub use place::{Part, Place};
pub use read::{CellReading, Line, LineUse, Reader, Reading, read, read_cell};
pub use role::{Direction, Role, Status};
pub use rule::{Rule, Severity};
pub use slice::Slice;
pub use span::Span;
pub use terms::{EditionKind, IndicatorKind, Level};
pub use unit::{Scale, Unit};
pub use value::{Change, Comparison, Missing, Reference, Value};

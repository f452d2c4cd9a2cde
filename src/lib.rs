//! Goals and performance indicators of public policy: read from the programme budgets that
//! public bodies publish, held in a typed model, validated, evaluated, and handed on.
//!
//! A Dutch municipality says each year, per policy field (*beleidsveld*), what it measures, what
//! it aims at (*Beoogd 2017*: `> 15`), and what it will do for that. This crate is for those who
//! embed such documents in a dashboard, a council-information system or an auditor's script.
//!
//! # In one minute
//!
//! ```
//! use beleid::{Document, Outcome, Rule};
//!
//! let page = "Begroting 2017\n\n2.3.4 Handelsrelaties\n\nPrestatie-indicatoren\n\n\
//!     Behaald\n2015\n\nBehaald\n2017\n\nBeoogd\n2017\n\nAantal projecten\n\n10\n\n-\n\n> 15\n";
//! let reading = beleid::read(page);
//!
//! // What is odd about the document, with the line that it stands on.
//! for finding in reading.findings() {
//!     println!("{finding}");
//! }
//!
//! // Whether the targets are met. A dash is no result, so nobody can say.
//! let evaluation = reading.budget.evaluate("2017".parse()?);
//! assert_eq!(evaluation.results[0].evaluation.outcome, Outcome::Undecided);
//! assert_eq!(evaluation.counts.to_string(), "0 met, 0 missed, 1 undecided, 0 not applicable");
//!
//! // The wire form, with each figure as printed beside what it means.
//! let json = serde_json::to_string(&Document::new(reading.budget))?;
//! assert!(json.starts_with(r#"{"schema":1,"budget":{"edition":{"kind":"budget","period":"2017""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Five laws
//!
//! 1. **Nothing is lost.** Each figure keeps what was printed ([`Cell`]) beside what it means
//!    ([`Value`]), and each line of a source has one use ([`Reading::lines`]).
//! 2. **Nothing is invented.** A dash is not 0, `> 15` is not 15, and nothing says that higher is
//!    better unless the document does. A cell that can mean two things is text, with a finding.
//! 3. **Every answer says why.** An [`Evaluation`] names the figures that it used and the
//!    [`Reason`] for what it can't decide; a [`Finding`] names its [`Rule`], its [`Place`] in the
//!    model and its [`Span`] in the source.
//! 4. **Every loss has a name.** What a format can't hold is said, not dropped: fields that nest
//!    too deep to be written, a schema that is newer than this version.
//! 5. **Real documents load.** Reading never fails and never panics; [`read("")`](read) is an
//!    empty budget. Only a leaf can be wrong in a way that is an [`Error`]: `2017-Q9`.
//!
//! # The path of data
//!
//! ```text
//!             read                  validate            evaluate(at)
//! &str  ───────────────▶ Reading ───────────▶ Finding ─┐
//!                           │ budget                   ├─▶ a report, an answer in JSON
//!                           ▼                          │
//! wire form ◀─ Document ─▶ Budget ──────▶ Evaluation ──┘
//! (JSON, TOML, YAML, postcard)
//! ```
//!
//! A [`Budget`] has an [`Edition`] and [`PolicyField`]s, which nest. A field has a [`Heading`],
//! [`Indicator`]s with [`Figure`]s, [`Goal`]s, [`Action`]s, [`CostLine`]s and text. The model has
//! public fields, so that it can be built and changed by hand; its leaves ([`Number`],
//! [`Period`], [`Code`], [`Unit`], [`Id`] …) can't hold anything that isn't valid, wherever they
//! come from.
//!
//! # A cell's life
//!
//! How `> 15` in a column *Beoogd 2017* becomes an answer:
//!
//! ```
//! use beleid::{Bounds, Outcome, Period, Role, Value};
//!
//! // 1. By itself it is a comparison with a number. What is in doubt would stay text.
//! let alone = beleid::read_cell("> 15");
//! assert_eq!(alone.figure.value, Value::more_than(15));
//! assert!(alone.findings.is_empty());
//!
//! // 2. In a table its column gives it a period and a role. What was printed stays with it.
//! let page = "Kengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nProjecten\n\n15\n\n> 15\n";
//! let budget = beleid::read(page).budget;
//! let (_, projects) = budget.all_indicators().next().unwrap();
//! let target = &projects.figures[1];
//! assert_eq!((target.period, target.role), (Some(Period::year(2017)?), Some(Role::Target)));
//! let cell = target.cell.as_ref().unwrap();
//! assert_eq!((budget.fields[0].header_of(cell).as_deref(), &*cell.printed), (Some("Beoogd 2017"), "> 15"));
//!
//! // 3. As a target it is the set of numbers that satisfy it, and 15 is none of those.
//! let satisfying = target.value.bounds().unwrap();
//! assert_eq!(satisfying.to_string(), "more than 15");
//! assert!(Bounds::exactly(15).is_apart_from(satisfying));
//!
//! // 4. So the target is missed, and the answer holds the figures that say so.
//! let answer = &projects.evaluate(Period::year(2017)?)[0];
//! assert_eq!(answer.outcome, Outcome::Missed);
//! assert_eq!(answer.target, Some(target));
//! assert_eq!(answer.to_go.unwrap().to_string(), "more than 0");
//! # Ok::<(), beleid::Error>(())
//! ```
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `read` | yes | the reader: [`read`], [`Reader`], [`Collection`] |
//! | `methods` | yes | [`methods`]: how an indicator fares, by a published method |
//! | `statistics` | yes | [`statistics`]: trends and forecasts of plain numbers |
//! | `serde` | yes | the wire form ([`Document`]), rules from a file, findings and evaluations as JSON |
//! | `html`, `markdown`, `csv`, `xlsx` | no | the layouts of these names: [`Layout`], [`Reader::read_bytes`] |
//! | `encoding` | no | texts in Windows-1252 and other encodings |
//! | `render` | no | [`Renderer`]: findings with their line of the source, underlined, with help |
//! | `intervals` | no | probabilities and intervals of [`statistics`], by statrs |
//! | `schema` | no | the JSON Schema of the wire form, by schemars |
//!
//! With `default-features = false, features = ["serde"]` there are the model, its wire form,
//! validation and evaluation: for programs that get their documents as JSON.
//!
//! # Where to look
//!
//! | to | start at |
//! |---|---|
//! | read a text | [`read`] |
//! | read a file, whatever its layout | [`Reader::read_bytes`], [`Limits`] |
//! | read several files as one budget | [`Collection`] |
//! | read cells that are known: a table, one of them, a header | [`read_table`], [`read_cell`], [`read_header`] |
//! | teach the reader words | [`Vocabulary`], [`Reader::with_vocabulary`] |
//! | build a budget by hand | [`Budget::new`], [`Indicator::new`], [`Figure::new`] |
//! | know what is odd, and set how grave that is | [`Reading::findings`], [`Budget::validate`], [`Rules`] |
//! | know whether targets are met | [`Indicator::evaluate`], [`Budget::evaluate`] |
//! | know whether it is on track, by a method and in words | [`methods`], [`Indicator::evaluate_with`], [`Budget::evaluate_with`] |
//! | know the trend, how certain that is, and where it may be in some years | [`statistics`] |
//! | have all figures as rows of a table | [`Budget::figures`] |
//! | find a part again, or change parts | [`Budget::get`], [`Budget::indicator`], [`Budget::figures_mut`] |
//! | keep an evaluation beside its budget | [`Evaluation::to_stored`], [`BudgetEvaluation::to_stored`] |
//! | send it on | [`Document`] |

// From the ground up: each layer uses those in front of it.
mod coded;
mod error;
mod language;
mod reason;
#[cfg(feature = "schema")]
mod schema;
#[cfg_attr(not(feature = "read"), allow(dead_code))]
mod words;

mod leaves;

#[cfg(feature = "statistics")]
pub mod statistics;

mod findings;

mod model;

#[cfg(feature = "serde")]
mod document;

mod evaluate;
mod validate;

#[cfg(feature = "methods")]
pub mod methods;

#[cfg(feature = "read")]
mod read;

#[cfg(feature = "read")]
mod collect;

#[cfg(feature = "render")]
mod render;

/// The dates of [`Period::start`] and [`Period::day`]: chrono, in the version that this crate uses.
pub use chrono;
/// The schemas of the feature `schema`: schemars, in the version that this crate uses.
#[cfg(feature = "schema")]
pub use schemars;

#[cfg(feature = "read")]
pub use collect::{Collection, SourcedFinding};
#[cfg(feature = "serde")]
pub use document::Document;
pub use error::Error;
pub use evaluate::{
    Against, Alternative, Assumption, Basis, BudgetEvaluation, Counts, Evaluation, Evaluations,
    Outcome, Pace, PlacedEvaluation, Sense, StoredAlternative, StoredBudgetEvaluation,
    StoredEvaluation, StoredFigure, StoredSum, Summed,
};
pub use findings::finding::Finding;
pub use findings::place::{Part, Place};
pub use findings::rule::Rule;
pub use findings::rules::Rules;
pub use findings::severity::Severity;
pub use findings::span::Span;
pub use language::Language;
pub use leaves::bounds::Bounds;
pub use leaves::code::Code;
pub use leaves::dimension::{Dimension, DimensionName};
pub use leaves::id::Id;
pub use leaves::identifier::{Identifier, IdentifierScheme};
pub use leaves::interval::Interval;
pub use leaves::list::List;
pub use leaves::number::Number;
pub use leaves::period::{Period, PeriodKind, Periods};
pub use leaves::role::{Accumulation, Direction, Measure, Role, Status, Statuses};
pub use leaves::terms::{EditionKind, IndicatorKind, Level, OrganisationKind};
pub use leaves::unit::{Per, Quantity, Scale, Unit};
pub use leaves::value::{Change, Comparison, Missing, Reference, Value};
pub use model::budget::{Budget, Edition, Organisation};
pub use model::cost::{CostLine, Flow, Reserves, Sign, Signs};
pub use model::field::{Heading, PolicyField};
pub use model::figure::{Cell, Figure};
pub use model::figure_ref::{FigureRef, Subject};
pub use model::goal::{Action, Goal};
pub use model::indicator::{Indicator, Stated};
pub use model::lookup::PartRef;
pub use model::note::{Attribute, Note};
pub use model::section::{Section, SectionKind};
pub use model::table::{Table, TableColumn, TableRow};
#[cfg(feature = "read")]
pub use read::{
    CellReading, Column, HeaderReading, Layout, Limits, Line, LineUse, Question, Reader, Reading,
    RowReading, RowText, TableReading, TableText, Vocabulary, read, read_cell, read_header,
    read_table,
};
pub use reason::Reason;
#[cfg(feature = "render")]
pub use render::Renderer;

/// The examples of the README are tests too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

//! Goals and performance indicators of Dutch public policy: reads them from the programme budgets
//! that public bodies publish, keeps them in a typed model, validates and evaluates them, and
//! serialises them.
//!
//! Each year a Dutch municipality publishes, per policy field (*beleidsveld*), what it measures,
//! what its targets are (*Beoogd 2017*: `> 15`), and what it will do to reach them. This crate is
//! for programs that use such documents: a dashboard, a council information system, an auditor's
//! script.
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
//! // Errors and oddities of the document, each with its line.
//! for finding in reading.findings() {
//!     println!("{finding}");
//! }
//!
//! // Whether the targets are met. A dash is not a result, so this one is undecided.
//! let evaluation = reading.budget.evaluate("2017".parse()?);
//! assert_eq!(evaluation.results[0].evaluation.outcome, Outcome::Undecided);
//! assert_eq!(evaluation.counts.to_string(), "0 met, 0 missed, 1 undecided, 0 not applicable");
//!
//! // The wire form, which contains each figure with its printed text and its meaning.
//! let json = serde_json::to_string(&Document::new(reading.budget))?;
//! assert!(json.starts_with(r#"{"schema":1,"budget":{"edition":{"kind":"budget","period":"2017""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Five principles
//!
//! 1. **Nothing is lost.** Each figure keeps the text that was printed ([`Cell`]) next to its
//!    meaning ([`Value`]), and each line of a source is accounted for ([`Reading::lines`]).
//! 2. **Nothing is invented.** A dash is not 0, `> 15` is not 15, and higher is not better unless
//!    the document states it. A cell that can mean two things stays text, with a finding.
//! 3. **Every answer has a reason.** An [`Evaluation`] contains the figures that it used, and the
//!    [`Reason`] for what it can't decide. A [`Finding`] contains its [`Rule`], its [`Place`] in the
//!    model and its [`Span`] in the source.
//! 4. **Every loss is reported.** What a format can't hold is an error, not dropped silently:
//!    fields that are nested too deep to be written, or a schema that is newer than this version.
//! 5. **Real documents load.** Reading never fails and never panics; [`read("")`](read) is an empty
//!    budget. Only the parsing of a single value, such as `2017-Q9`, returns an [`Error`].
//!
//! # How data flows
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
//! A [`Budget`] has an [`Edition`] and [`PolicyField`]s, which can be nested. A field has a
//! [`Heading`], [`Indicator`]s with [`Figure`]s, [`Goal`]s, [`Action`]s, [`CostLine`]s and text.
//! All fields of the model are public, so that a program can build and change it. Its smallest
//! parts ([`Number`], [`Period`], [`Code`], [`Unit`], [`Id`] …) are always valid, whether they were
//! built, parsed or deserialised.
//!
//! A few words have a fixed meaning in this documentation. The *wire form* is the serialised form
//! of the model. A *slice* is a part of an indicator that has targets and results of its own, such
//! as a district or an age group (see [`Dimension`]). A *place* is the path to a part of a budget
//! ([`Place`]). A *cost line* is one line of a table of money ([`CostLine`]).
//!
//! # From a cell to an answer
//!
//! How `> 15` in a column *Beoogd 2017* becomes an answer:
//!
//! ```
//! use beleid::{Bounds, Outcome, Period, Role, Value};
//!
//! // 1. Without context it is a comparison with a number. An ambiguous cell would stay text.
//! let alone = beleid::read_cell("> 15");
//! assert_eq!(alone.figure.value, Value::more_than(15));
//! assert!(alone.findings.is_empty());
//!
//! // 2. In a table it gets a period and a role from its column. The printed text is kept.
//! let page = "Kengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nProjecten\n\n15\n\n> 15\n";
//! let budget = beleid::read(page).budget;
//! let (_, projects) = budget.all_indicators().next().unwrap();
//! let target = &projects.figures[1];
//! assert_eq!((target.period, target.role), (Some(Period::year(2017)?), Some(Role::Target)));
//! let cell = target.cell.as_ref().unwrap();
//! assert_eq!((budget.fields[0].header_of(cell).as_deref(), &*cell.printed), (Some("Beoogd 2017"), "> 15"));
//!
//! // 3. A target is the set of numbers that satisfy it. 15 does not belong to this set.
//! let satisfying = target.value.bounds().unwrap();
//! assert_eq!(satisfying.to_string(), "more than 15");
//! assert!(Bounds::exactly(15).is_disjoint_from(satisfying));
//!
//! // 4. So the target is missed, and the answer contains the figures that were compared.
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
//! | `methods` | yes | [`methods`]: how an indicator progresses, by published methods |
//! | `iv3` | no | [`iv3`]: deliveries of Iv3 as JSON and CSV, their checks, and the way to and from the model |
//! | `statistics` | yes | [`statistics`]: trends and forecasts of plain numbers |
//! | `serde` | yes | the wire form ([`Document`]), rules from a file, findings and evaluations as JSON |
//! | `html`, `markdown`, `csv`, `xlsx` | no | the layouts of these names: [`Layout`], [`Reader::read_bytes`] |
//! | `encoding` | no | texts in Windows-1252 and other encodings |
//! | `render` | no | [`Renderer`]: findings with the line of the source, underlined, and help |
//! | `codes` | no | [`codes`]: the official code lists of Iv3 by year, and what the law asks of a budget |
//! | `intervals` | no | p-values and intervals of [`statistics`], by statrs |
//! | `schema` | no | the JSON Schema of the wire form, by schemars |
//!
//! With `default-features = false, features = ["serde"]` the crate contains the model, its wire
//! form, validation and evaluation: enough for programs that receive their documents as JSON.
//!
//! # Where to look
//!
//! | to | start at |
//! |---|---|
//! | read a text | [`read`] |
//! | read a file in any supported layout | [`Reader::read_bytes`], [`Limits`] |
//! | read several files as one budget | [`Collection`] |
//! | read a single table, cell or header | [`read_table`], [`read_cell`], [`read_header`] |
//! | say which column of a table holds what, or what bare years are | [`Mapping`], [`Reader::with_mapping`] |
//! | add words to the reader's vocabulary | [`Vocabulary`], [`Reader::with_vocabulary`] |
//! | build a budget by hand | [`Budget::new`], [`Indicator::new`], [`Figure::new`] |
//! | find errors and oddities, and set their severity | [`Reading::findings`], [`Budget::validate`], [`Rules`] |
//! | see whether a budget has what the law asks for | [`Profile`], [`Rules::profile`] |
//! | know whether targets are met | [`Indicator::evaluate`], [`Budget::evaluate`] |
//! | know whether an indicator is on track, by a method and in words | [`methods`], [`Indicator::evaluate_with`], [`Budget::evaluate_with`] |
//! | know the trend, its uncertainty, and a forecast | [`statistics`] |
//! | look up a task field, a category or a mandatory indicator by its year | [`codes`] |
//! | see what became of the numbers of a source | [`Reading::coverage`] |
//! | get all figures as rows of a table | [`Reading::figures`], [`Budget::figures`], [`FigureRef::COLUMNS`] |
//! | find a part by its place or id, or change parts | [`Budget::get`], [`Budget::indicator`], [`Budget::figures_mut`] |
//! | read, check or write a delivery of Iv3 | [`iv3`] |
//! | store an evaluation apart from its budget | [`Evaluation::to_stored`], [`BudgetEvaluation::to_stored`] |
//! | serialise a budget | [`Document`] |

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

#[cfg(feature = "codes")]
pub mod codes;

#[cfg(feature = "serde")]
mod document;
mod money;

mod evaluate;
mod validate;

#[cfg(feature = "iv3")]
pub mod iv3;

#[cfg(feature = "methods")]
pub mod methods;

#[cfg(feature = "read")]
mod read;

#[cfg(feature = "read")]
mod collect;

#[cfg(feature = "render")]
mod render;

/// The crate chrono, in the version that this crate uses: for the dates of [`Period::start`] and
/// [`Period::day`].
pub use chrono;
/// The crate schemars, in the version that this crate uses: for the schemas of the feature
/// `schema`.
#[cfg(feature = "schema")]
pub use schemars;

#[cfg(feature = "read")]
pub use collect::{Collection, SourcedFinding};
#[cfg(feature = "serde")]
pub use document::Document;
pub use error::Error;
pub use evaluate::{
    Against, Alternative, Assumption, Basis, BudgetEvaluation, Counts, Evaluation, Evaluations,
    FieldSpending, LineSpending, Outcome, Pace, PlacedEvaluation, Sense, Spent, StoredAlternative,
    StoredBudgetEvaluation, StoredEvaluation, StoredFigure, StoredSum, Summed,
};
pub use findings::argument::{
    ColumnText, Doubt, FigureText, FileKind, MappedText, Quote, SumText, TermText, Unchecked,
    ValueKind,
};
pub use findings::finding::Finding;
pub use findings::place::{Part, Place};
#[cfg(feature = "codes")]
pub use findings::profile::Profile;
pub use findings::rule::{Message, Rule};
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
pub use model::cost::{
    Account, CostLine, Flow, KnownSign, Recurrence, Reserves, Sign, SignEvidence, Signs,
};
pub use model::field::{Heading, PolicyField};
pub use model::figure::{Cell, Figure};
pub use model::figure_ref::{FigureRef, Subject};
pub use model::goal::{Action, Goal};
pub use model::indicator::{Indicator, Stated};
pub use model::lookup::PartRef;
pub use model::note::{Attribute, Note};
pub use model::section::{Section, SectionKind};
pub use model::table::{Table, TableColumn, TableRow};
pub use money::{MoneyTable, SumKind, Sums};
#[cfg(feature = "read")]
pub use read::{
    BareYears, CellReading, Column, ColumnsBy, Coverage, DecimalSign, HeaderReading, KnownWord,
    Layout, Limits, Line, LineUse, MappedColumn, Mapping, Placement, Question, Reader, Reading,
    RowReading, RowText, TableKind, TableReading, TableText, Vocabulary, WordKind, read, read_cell,
    read_header, read_table,
};
pub use reason::Reason;
#[cfg(feature = "render")]
pub use render::Renderer;

/// The examples of the README are tests too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

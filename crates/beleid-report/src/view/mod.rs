//! What a report says, before it has a form: all words are in the language of the report, and all
//! texts of the document are clean. The renderers add nothing, so that they can't disagree.

pub(crate) mod build;
pub(crate) mod figures;
pub(crate) mod indicator;
pub(crate) mod money;
pub(crate) mod overview;
pub(crate) mod pictures;
pub(crate) mod text;

use beleid::{Counts, Language, Outcome, Severity};

use crate::picture::course::Course;
use crate::picture::standing::Standing;

/// A whole report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct View {
    pub(crate) language: Language,
    pub(crate) title: String,
    pub(crate) overview: Overview,
    pub(crate) documents: Vec<Document>,
}

/// What all documents come to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Overview {
    /// How often each outcome occurs.
    pub(crate) tallies: Vec<Tally>,
    pub(crate) by_field: Grid,
    /// The indicators whose target is missed, with what was aimed at and measured.
    pub(crate) missed: Grid,
    /// How often each reason occurs, of what is undecided and of what is not applicable.
    pub(crate) undecided: Grid,
    pub(crate) not_applicable: Grid,
    pub(crate) coverage: Vec<String>,
    pub(crate) findings: String,
}

/// How often an outcome occurs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tally {
    pub(crate) outcome: Outcome,
    pub(crate) count: usize,
    pub(crate) word: &'static str,
}

/// A document of the report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) title: String,
    /// What kind of document it is, whose, and for which period it was evaluated.
    pub(crate) about: Vec<String>,
    pub(crate) fields: Vec<Field>,
    /// The headings that are left out, since nothing stands below them that a report has a place for.
    pub(crate) left_out: Vec<String>,
    pub(crate) findings: Vec<Finding>,
}

/// A field of a document. The fields within it come after it, one deeper.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    pub(crate) id: String,
    /// 0 for the outermost.
    pub(crate) depth: usize,
    pub(crate) heading: String,
    /// Of the indicators of the field and of the fields within it.
    pub(crate) counts: Counts,
    pub(crate) goals: Vec<Point>,
    pub(crate) actions: Vec<Point>,
    pub(crate) indicators: Vec<Indicator>,
    pub(crate) money: Vec<Grid>,
    pub(crate) notes: Vec<Point>,
}

/// An item of a list: a goal, an action, a footnote or a fact.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Point {
    /// Its code, mark or name. Empty if it has none.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Indicator {
    /// What links lead to: unique in the report.
    pub(crate) anchor: String,
    /// The id in the document.
    pub(crate) id: String,
    pub(crate) name: String,
    /// Its unit, source, goals and the like.
    pub(crate) facts: Vec<Point>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) figures: Grid,
    pub(crate) notes: Vec<Point>,
}

/// The answer for an indicator, or for a slice of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    /// Unique in the report.
    pub(crate) id: String,
    /// The slice. Empty if the indicator has none.
    pub(crate) slice: String,
    pub(crate) outcome: Outcome,
    /// The outcome in words, with the reason.
    pub(crate) verdict: String,
    /// The target, the result and the like.
    pub(crate) facts: Vec<Point>,
    pub(crate) course: Option<Course>,
    pub(crate) standing: Option<Standing>,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grid {
    pub(crate) caption: String,
    /// In what its amounts are. Empty if there is nothing to say.
    pub(crate) note: String,
    /// The headers of the columns that name the rows.
    pub(crate) heads: Vec<&'static str>,
    /// The headers of the other columns.
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Whether its cells are amounts and numbers, which stand to the right.
    pub(crate) is_of_numbers: bool,
}

impl Column {
    pub(crate) fn of_numbers(name: impl Into<String>) -> Self {
        Column { name: name.into(), is_of_numbers: true }
    }

    pub(crate) fn of_words(name: impl Into<String>) -> Self {
        Column { name: name.into(), is_of_numbers: false }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    /// Its names, one for each of the heads.
    pub(crate) heads: Vec<String>,
    /// The id of what it is about, elsewhere in the report. Empty if there is nothing.
    pub(crate) link: String,
    /// How deep it lies below the first row.
    pub(crate) depth: usize,
    pub(crate) is_total: bool,
    pub(crate) cells: Vec<String>,
}

/// A finding.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    pub(crate) severity_word: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) message: String,
    pub(crate) place: String,
    /// The line of the source. Empty if it isn't about one.
    pub(crate) line: String,
    pub(crate) help: &'static str,
}

/// The sign of an outcome, so that its colour is not all that tells it.
pub(crate) fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "✓",
        Outcome::Missed => "✗",
        Outcome::Undecided => "?",
        Outcome::NotApplicable => "–",
    }
}

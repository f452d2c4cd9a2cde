//! Reports as a user makes them: whole outputs, what hostile documents can do, and what pictures show.

// A test fails by panicking.
#![allow(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod contrast;
mod golden;
mod hostile;
mod html;
mod picture;
mod pictures;

use beleid::{Language, Layout, Reader};
use beleid_report::{Question, Report, Source};

/// The report of a document in Markdown.
fn report_of(page: &str, language: Language) -> Report {
    let reading = Reader::new().read_as(page, Layout::Markdown);
    let findings = reading.findings();
    let source = Source::new("example.md", &reading.budget)
        .with_findings(&findings)
        .with_coverage(reading.coverage());
    Report::new(&[source], &Question::new(language))
}

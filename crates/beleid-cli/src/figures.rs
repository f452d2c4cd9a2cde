//! `figures`: the flat table of documents, as CSV or JSON, a document at a time.

use std::io::Write as _;

use beleid::{FigureRef, Finding};
use clap::ArgMatches;

use crate::input::{Contents, One, is_of_loss};
use crate::output::{Out, failed, warn};
use crate::{Status, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let source = options::source(given)?;
    let files = source.files()?;
    let is_json = given.get_one::<String>("format").is_some_and(|format| format == "json");
    let mut table = Table::new(is_json);
    let mut is_complete = true;
    for file in &files {
        let one = match source.read(file) {
            Ok(one) => one,
            Err(error) => {
                // What was written so far is whole.
                table.end()?;
                return Err(error);
            }
        };
        let losses = write(&one, &source.rules, &mut table)?;
        is_complete &= losses.is_empty();
        for finding in losses {
            warn(&format_args!("{}: {finding}", one.name));
        }
        if table.is_closed() {
            break;
        }
    }
    table.end()?;
    Ok(Status::failed_if(!is_complete))
}

/// Writes the rows of a document, and returns the findings that say that something was not read.
fn write(one: &One, rules: &beleid::Rules, table: &mut Table) -> Result<Vec<Finding>, String> {
    table.begin()?;
    let mut losses = Vec::new();
    match &one.contents {
        Contents::Read(reading) => {
            let reported = rules.apply(reading.source_findings().iter().cloned());
            losses.extend(reported.into_iter().filter(is_of_loss));
            table.rows(reading.figures_by(rules), &one.name)?;
        }
        Contents::Wire(budget) => {
            table.rows(budget.figures_with(&one.findings(rules)), &one.name)?;
        }
        Contents::Iv3(delivery) => {
            losses.extend(one.findings(rules).into_iter().filter(is_of_loss));
            table.rows(delivery.1.figures(), &one.name)?;
        }
        Contents::NotWire(_) => losses = one.findings(rules),
    }
    Ok(losses)
}

/// The table as it is written.
enum Table {
    /// With a header, which is written once.
    Csv { writer: Box<csv::Writer<Out>>, has_begun: bool },
    /// An array, with an object a line. `rows` is `None` until it begins.
    Json { out: Out, rows: Option<usize> },
}

impl Table {
    fn new(is_json: bool) -> Self {
        let out = Out::new();
        if is_json {
            return Table::Json { out, rows: None };
        }
        // The header is written apart, so that it is there without a row as well.
        let writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        Table::Csv { writer: Box::new(writer), has_begun: false }
    }

    /// Writes what comes before the rows, the first time.
    fn begin(&mut self) -> Result<(), String> {
        match self {
            Table::Csv { writer, has_begun } if !*has_begun => {
                *has_begun = true;
                writer.write_record(FigureRef::COLUMNS).map_err(|error| failed(&error))
            }
            Table::Json { out, rows: rows @ None } => {
                *rows = Some(0);
                out.text("[")
            }
            _ => Ok(()),
        }
    }

    fn rows<'a>(
        &mut self,
        figures: impl Iterator<Item = FigureRef<'a>>,
        document: &'a str,
    ) -> Result<(), String> {
        for figure in figures {
            let figure = figure.with_document(document);
            match self {
                Table::Csv { writer, .. } => {
                    writer.serialize(figure).map_err(|error| failed(&error))?;
                }
                Table::Json { out, rows } => {
                    let count = rows.get_or_insert(0);
                    out.text(if *count == 0 { "\n" } else { ",\n" })?;
                    *count += 1;
                    serde_json::to_writer(out, &figure).map_err(|error| failed(&error))?;
                }
            }
            if self.is_closed() {
                break;
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        match self {
            Table::Csv { writer, .. } => writer.flush().map_err(|error| failed(&error)),
            Table::Json { out, rows } => {
                match rows {
                    None => {}
                    Some(0) => out.text("]\n")?,
                    Some(_) => out.text("\n]\n")?,
                }
                out.flush().map_err(|error| failed(&error))
            }
        }
    }

    fn is_closed(&self) -> bool {
        match self {
            Table::Csv { writer, .. } => writer.get_ref().is_closed(),
            Table::Json { out, .. } => out.is_closed(),
        }
    }
}

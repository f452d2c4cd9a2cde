//! `figures`: the flat table of documents, as CSV or JSON, a document at a time.

use beleid::{FigureRef, Finding};
use clap::ArgMatches;

use crate::input::{Contents, One, is_of_loss};
use crate::output::{Format, Items, Out, failed, warn};
use crate::{Status, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let source = options::source(given)?;
    let files = source.files()?;
    let mut table = Table::new(options::format(given));
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

/// The table as it is written. It begins with the first document: where none can be opened nothing is written.
enum Table {
    NotBegun(Format),
    /// With a header, which is written once.
    Csv(Box<csv::Writer<Out>>),
    /// An object for each row.
    Json(Items),
}

impl Table {
    fn new(format: Format) -> Self {
        Table::NotBegun(format)
    }

    /// Writes what comes before the rows, the first time.
    fn begin(&mut self) -> Result<(), String> {
        let Table::NotBegun(format) = *self else { return Ok(()) };
        let out = Out::new();
        *self = if format == Format::Csv {
            // The header is written apart, so that it is there without a row as well.
            let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
            writer.write_record(FigureRef::COLUMNS).map_err(|error| failed(&error))?;
            Table::Csv(Box::new(writer))
        } else {
            Table::Json(Items::begin(out, format)?)
        };
        Ok(())
    }

    fn rows<'a>(
        &mut self,
        figures: impl Iterator<Item = FigureRef<'a>>,
        document: &'a str,
    ) -> Result<(), String> {
        for figure in figures {
            let figure = figure.with_document(document);
            match self {
                Table::NotBegun(_) => {}
                Table::Csv(writer) => writer.serialize(figure).map_err(|error| failed(&error))?,
                Table::Json(items) => items.add(&figure)?,
            }
            if self.is_closed() {
                break;
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        match self {
            Table::NotBegun(_) => Ok(()),
            Table::Csv(writer) => writer.flush().map_err(|error| failed(&error)),
            Table::Json(items) => items.end(),
        }
    }

    fn is_closed(&self) -> bool {
        match self {
            Table::NotBegun(_) => false,
            Table::Csv(writer) => writer.get_ref().is_closed(),
            Table::Json(items) => items.out.is_closed(),
        }
    }
}

//! `report`: what a document comes to, for people: as a web page, on a terminal, as Markdown, or as
//! the pictures of one indicator.

use std::ffi::{OsStr, OsString};
use std::io::IsTerminal as _;
use std::path::Path;

use beleid::{Budget, Coverage, Finding, Period};
use beleid_report::{Question, Report, Source};
use clap::ArgMatches;
use console::Term;

use crate::input::{self, is_of_loss};
use crate::output::{Out, warn};
use crate::{Status, methods_list, options};

/// How wide a report is where no terminal says so.
const WIDTH: u16 = 100;

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Html,
    Terminal,
    Markdown,
    Svg,
}

impl Format {
    fn named(name: &str) -> Option<Self> {
        match name {
            "html" => Some(Format::Html),
            "terminal" => Some(Format::Terminal),
            "markdown" => Some(Format::Markdown),
            "svg" => Some(Format::Svg),
            _ => None,
        }
    }

    /// The format that the ending of a file asks for.
    fn of_file(name: &OsStr) -> Option<Self> {
        let ending = Path::new(name).extension().and_then(OsStr::to_str)?;
        match ending.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Format::Html),
            "txt" => Some(Format::Terminal),
            "md" | "markdown" => Some(Format::Markdown),
            "svg" => Some(Format::Svg),
            _ => None,
        }
    }
}

/// A document that was read.
struct Read {
    name: String,
    budget: Budget,
    findings: Vec<Finding>,
    coverage: Option<Coverage>,
}

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let at: Option<&String> = given.get_one("at");
    let at: Option<Period> =
        at.map(|at| at.parse()).transpose().map_err(|error| format!("--at: {error}"))?;
    let method = given.get_one::<OsString>("method").map(|name| methods_list::named(name));
    let method = method.transpose()?;
    let output = options::output(given);
    let indicator: Option<&String> = given.get_one("indicator");
    let format = format(given, output, indicator.is_some())?;
    if format != Format::Svg && indicator.is_some() {
        return Err("--indicator is for --format svg alone".to_owned());
    }

    let source = options::source(given)?;
    let mut documents = Vec::new();
    for file in source.files()? {
        let one = source.read(&file)?;
        let findings = one.findings(&source.rules);
        let coverage = one.contents.coverage();
        let (budget, _) = one.contents.into_parts();
        documents.push(Read { name: one.name, budget, findings, coverage });
    }
    let mut status = Status::Fine;
    for document in &documents {
        for found in document.findings.iter().filter(|found| is_of_loss(found)) {
            status = Status::Failed;
            // The report has all of them but for the picture of one indicator.
            if format == Format::Svg {
                warn(&format_args!("{}: {found}", document.name));
            }
        }
    }

    for document in documents.iter().filter(|_| at.is_none()) {
        if document.budget.period_in_question().is_none() {
            warn(&format_args!(
                "{}: not evaluated, since no year was recognised in the document, nor in its figures: use \
                 --at PERIOD",
                document.name
            ));
        }
    }

    let sources: Vec<Source<'_>> = documents
        .iter()
        .map(|document| {
            let source = Source::new(&document.name, &document.budget);
            let source = source.with_findings(&document.findings);
            match document.coverage {
                Some(coverage) => source.with_coverage(coverage),
                None => source,
            }
        })
        .collect();
    let mut question = Question::new(options::language(given));
    if let Some(at) = at {
        question = question.at(at);
    }
    if let Some(named) = &method {
        question = question.by(&named.method);
    }
    let report = Report::new(&sources, &question);
    let text = match format {
        Format::Html => report.to_html(),
        Format::Markdown => report.to_markdown(),
        Format::Svg => picture(&report, indicator)?,
        Format::Terminal => {
            let term = Term::stdout();
            let width = term.size_checked().filter(|_| output.is_none());
            let width = width.map_or(WIDTH, |(_, width)| width);
            let has_colour = output.is_none() && console::colors_enabled();
            report.to_terminal(width, has_colour)
        }
    };
    let mut out = Out::new();
    out.text(&text)?;
    out.finish()?;
    Ok(status)
}

/// The format that is asked for: by name, by the ending of the file, by an indicator that is named,
/// or else by where the report goes.
fn format(
    given: &ArgMatches,
    output: Option<&OsStr>,
    has_indicator: bool,
) -> Result<Format, String> {
    if let Some(name) = given.get_one::<String>("format") {
        return Format::named(name).ok_or_else(|| format!("unknown format {name}"));
    }
    if let Some(output) = output {
        return Format::of_file(output).ok_or_else(|| {
            let name = input::shown(output);
            format!("{name}: its ending is none of .html, .md, .txt and .svg: use --format")
        });
    }
    Ok(if has_indicator {
        Format::Svg
    } else if std::io::stdout().is_terminal() {
        Format::Terminal
    } else {
        Format::Html
    })
}

/// The pictures of the indicator with an id, or else with a name.
fn picture(report: &Report, indicator: Option<&String>) -> Result<String, String> {
    let list = || {
        let all: Vec<String> =
            report.indicators().map(|each| format!("  {}  {}", each.id(), each.name())).collect();
        all.join("\n")
    };
    let Some(wanted) = indicator else {
        return Err(format!("--format svg is of one indicator: --indicator ID, of\n{}", list()));
    };
    let by_id: Vec<_> = report.indicators().filter(|each| each.id() == wanted).collect();
    let found = if by_id.is_empty() {
        report.indicators().filter(|each| each.name() == wanted).collect()
    } else {
        by_id
    };
    match found.as_slice() {
        [only] => Ok(only.to_svg()),
        [] => Err(format!("--indicator {wanted}: there is none such; there are\n{}", list())),
        several => Err(format!(
            "--indicator {wanted}: there are {}; give one document, and an id",
            several.len()
        )),
    }
}

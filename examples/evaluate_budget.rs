//! Evaluates which targets of a document are met.
//!
//! `evaluate_budget [FILE [--at PERIOD]]`: for each indicator the answer and why. Without a file it
//! takes the example document; without a period that of the document. The exit code is 1 if nothing
//! could be read of it. The command `beleid evaluate` has more options, such as methods.

use std::fmt::Write as _;
use std::process::ExitCode;

use beleid::{Budget, BudgetEvaluation, Figure, Period, Reader, Rule};

#[path = "support/output.rs"]
mod output;

const EXAMPLE: &[u8] = include_bytes!("data/groningen-begroting-2017.txt");

fn main() -> ExitCode {
    output::end(run())
}

fn run() -> Result<ExitCode, String> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let (file, at) = match *given.as_slice() {
        [] => (None, None),
        [file] => (Some(file), None),
        [file, "--at", at] => (Some(file), Some(at)),
        _ => return Err("usage: evaluate_budget [FILE [--at PERIOD]]".to_owned()),
    };
    let bytes = match file {
        None => EXAMPLE.to_vec(),
        Some(file) => std::fs::read(file).map_err(|error| format!("{file}: {error}"))?,
    };
    let reading = Reader::new().read_bytes(&bytes);
    let budget = &reading.budget;
    let at: Option<Period> = at.map(str::parse).transpose().map_err(|error| format!("{error}"))?;
    let mut report = match at.or_else(|| budget.period_in_question()) {
        Some(at) => answers(budget, &budget.evaluate(at)),
        None => "No year was recognised in the document, nor in its figures: use --at PERIOD.\n"
            .to_owned(),
    };
    for finding in reading.findings() {
        let _ = writeln!(report, "{finding}");
    }
    output::write(&report)?;
    let findings = reading.source_findings();
    let is_unread = findings.iter().any(|finding| finding.rule == Rule::UnreadableFile);
    Ok(ExitCode::from(u8::from(is_unread)))
}

/// The answer for each indicator, with the figures that were compared.
fn answers(budget: &Budget, evaluation: &BudgetEvaluation<'_>) -> String {
    let title = budget.edition.title.as_deref().unwrap_or("A document without a title");
    let mut report = format!("{title}, evaluated for {}\n\n", evaluation.at);
    for result in &evaluation.results {
        let answer = &result.evaluation;
        let heading = &result.field.heading;
        let code = heading.code.as_ref().map_or(String::new(), |code| format!("{code} "));
        let _ = write!(report, "{code}{}: {}", answer.indicator.name, answer.outcome);
        if let Some(reason) = answer.reason {
            let _ = write!(report, " ({reason})");
        }
        let _ = writeln!(report);
        let mut line = |name: &str, figure: Option<&Figure>| {
            if let Some(figure) = figure {
                let period = figure.period.map_or(String::new(), |period| format!(" {period}"));
                let _ = writeln!(report, "  {name}{period}: {}", figure.value);
            }
        };
        line("target", answer.target);
        line("measured", answer.measured);
        line("last known", answer.last_known);
        if let Some(to_go) = answer.to_go {
            let _ = writeln!(report, "  to go: {to_go}");
        }
    }
    let _ = writeln!(report, "\n{}\n", evaluation.counts);
    report
}

//! Evaluates which targets of a budget are met.
//!
//! `evaluate_budget [FILE|FOLDER|-]... [--at PERIOD] [--json] [--method NAME [--explain] [--dutch]]`: a
//! report for people, or with `--json` one JSON object a line, for each indicator and slice. Without
//! a file it takes the example document; without `--at` the period of the edition. A document is a
//! text, a web page, Markdown, separated values, a workbook or wire JSON; several are evaluated as
//! one budget. With a method it assesses each indicator by that method.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::process::ExitCode;

use beleid::{
    Budget, BudgetEvaluation, Dimension, Evaluation, Figure, Heading, Indicator, Language, Pace,
    Period, Rules,
};

#[path = "support/input.rs"]
mod input;
#[path = "support/methods.rs"]
mod methods;
#[path = "support/output.rs"]
mod output;

use input::Told;

const USAGE: &str = "usage: evaluate_budget [FILE|FOLDER|-]... [--at PERIOD] [--json] \
                     [--method NAME [--explain] [--dutch]]";
const HELP: &str = "
Tells which targets of a budget are met. FILE is text, a web page, Markdown, CSV,
a workbook (.xlsx) or wire JSON, - is standard input; FOLDER is all such files in
it. Several are one budget; without any, the example document is evaluated.

  --at PERIOD  the period that the targets are for: 2017, 2014/15, 2018-H1,
               2017-Q3, 2014-01, 2017-10-01 (default: that of the edition)
  --json       one JSON object a line, for each indicator and slice
  --method NAME  how each indicator fares by a method: municipal, destatis, escap,
               eurostat, open-sdg, rotterdam, tola or un-progress-chart
  --explain    how that came about, in a paragraph each
  --dutch      the paragraphs in Dutch

It exits with 2 and one line on standard error if it can't.
";
const EXAMPLE: &str = include_str!("data/groningen-begroting-2017.txt");

#[derive(Default)]
struct Arguments {
    files: Vec<OsString>,
    at: Option<Period>,
    json: bool,
    help: bool,
    by: methods::By,
}

fn main() -> ExitCode {
    let done = arguments().and_then(|arguments| run(&arguments));
    output::end(done.map(|()| ExitCode::SUCCESS))
}

fn arguments() -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let mut given = std::env::args_os().skip(1);
    while let Some(argument) = given.next() {
        match argument.to_str() {
            Some("--json") => arguments.json = true,
            Some("--explain") => arguments.by.explain = true,
            Some("--dutch") => arguments.by.language = Language::Dutch,
            Some("--method") => {
                let name = given.next().ok_or("--method takes a name")?;
                arguments.by.choose(&name.to_string_lossy())?;
            }
            Some(flag) if flag.starts_with("--method=") => {
                arguments.by.choose(flag.trim_start_matches("--method="))?;
            }
            Some("--help" | "-h") => arguments.help = true,
            Some("--at") => {
                let at = given.next().ok_or("--at takes a period, such as 2017")?;
                arguments.at = Some(period(&at.to_string_lossy())?);
            }
            Some(flag) if flag.starts_with("--at=") => {
                arguments.at = Some(period(flag.trim_start_matches("--at="))?);
            }
            _ => input::take_name(&mut arguments.files, argument, USAGE)?,
        }
    }
    Ok(arguments)
}

fn period(text: &str) -> Result<Period, String> {
    text.parse().map_err(|error| format!("--at: {error}"))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    if arguments.help {
        return output::write(&format!("{USAGE}\n{HELP}"));
    }
    let input = match arguments.files.as_slice() {
        [] => input::own(EXAMPLE, &Rules::new()),
        names => input::load(names, &Rules::new())?,
    };
    let at = arguments.at.or(input.budget.edition.period);
    let at = at.ok_or("no year was recognised in the document: use --at PERIOD")?;
    arguments.by.check()?;
    if let Some(method) = &arguments.by.method {
        let assessed = input.budget.evaluate_with(method, at);
        let told = if arguments.json {
            arguments.by.json(&assessed)
        } else {
            Ok(arguments.by.report(&input.budget, &assessed))
        };
        return output::write(&told?);
    }
    let evaluation = input.budget.evaluate(at);
    output::write(&if arguments.json {
        json(&evaluation).map_err(|error| error.to_string())?
    } else {
        report(&input.budget, &evaluation, &input.findings)
    })
}

fn json(evaluation: &BudgetEvaluation<'_>) -> Result<String, serde_json::Error> {
    let mut lines = String::new();
    for result in &evaluation.results {
        lines.push_str(&serde_json::to_string(result)?);
        lines.push('\n');
    }
    Ok(lines)
}

fn report(budget: &Budget, evaluation: &BudgetEvaluation<'_>, findings: &[Told]) -> String {
    let mut report = String::new();
    let title = budget.edition.title.as_deref().unwrap_or("A document without a title");
    let _ = writeln!(report, "{title}, evaluated for {}", evaluation.at);
    let mut results = evaluation.results.iter().peekable();
    for (place, field) in budget.places() {
        let indent = "  ".repeat(place.parts().len() - 1);
        let _ = writeln!(report, "\n{indent}{}", heading(&field.heading));
        let mut shown: Option<&Indicator> = None;
        while let Some(result) = results.next_if(|result| std::ptr::eq(result.field, field)) {
            let evaluation = &result.evaluation;
            if !shown.is_some_and(|shown| std::ptr::eq(shown, evaluation.indicator)) {
                figures(&mut report, evaluation.indicator);
                shown = Some(evaluation.indicator);
            }
            outcome(&mut report, evaluation);
        }
    }
    let _ = writeln!(report, "\n{}", evaluation.counts);
    if !findings.is_empty() {
        let _ = writeln!(report, "\nFindings");
    }
    for told in findings {
        let _ = writeln!(report, "  {told}");
    }
    report
}

pub(crate) fn heading(heading: &Heading) -> String {
    let code = heading.code.as_ref().map(ToString::to_string);
    let parts = [heading.label.clone(), code, heading.title.clone()];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "(no heading)".to_owned() } else { parts.join(" ") }
}

fn figures(report: &mut String, indicator: &Indicator) {
    let _ = write!(report, "\n  {}", indicator.name);
    if let Some(unit) = &indicator.unit {
        let _ = write!(report, " ({unit})");
    }
    let _ = writeln!(report);
    for figure in &indicator.figures {
        let role = figure.role.map_or("no role".to_owned(), |role| role.to_string());
        let period = figure.period.map_or("no year".to_owned(), |period| period.to_string());
        let _ = writeln!(report, "    {role:10} {period:8} {}", value(figure));
    }
    for cell in &indicator.unplaced {
        let _ = writeln!(report, "    not placed          {}", cell.printed);
    }
}

/// A value with its unit, its footnotes and its remark.
fn value(figure: &Figure) -> String {
    let mut text = figure.value.to_string();
    if let Some(unit) = &figure.unit {
        let _ = write!(text, " {}", unit.text(Language::English));
    }
    if !figure.dimensions.is_empty() {
        let _ = write!(text, " for {}", Dimension::join(&figure.dimensions));
    }
    if let Some(dated) = figure.dated {
        let _ = write!(text, " (dated {dated})");
    }
    for note in &figure.notes {
        let _ = write!(text, " [{note}]");
    }
    if let Some(remark) = &figure.remark {
        let _ = write!(text, " ({remark})");
    }
    text
}

fn outcome(report: &mut String, evaluation: &Evaluation<'_>) {
    let _ = write!(report, "    => ");
    if !evaluation.dimensions.is_empty() {
        let _ = write!(report, "{}: ", Dimension::join(evaluation.dimensions));
    }
    let _ = write!(report, "{}", words(evaluation.outcome.code()));
    if let Some(reason) = evaluation.reason {
        let _ = write!(report, ", {}", words(reason.code()));
    }
    if let Some(target) = evaluation.target {
        let role = target.role.map_or("target".to_owned(), |role| role.to_string());
        let _ = write!(report, "; {role} {}", value(target));
    }
    if let Some(measured) = evaluation.measured {
        let _ = write!(report, "; measured {}", value(measured));
    }
    if let Some(last) = evaluation.last_known {
        let period = last.period.map_or(String::new(), |period| format!(" in {period}"));
        let _ = write!(report, "; last known {}{period}", value(last));
    }
    if let Some(to_go) = evaluation.to_go {
        let _ = write!(report, "; {to_go} to go");
    }
    for reading in &evaluation.readings {
        let _ = write!(report, "; {reading}");
    }
    if evaluation.target.is_some() || evaluation.pace != Pace::Unknown {
        let _ = write!(report, "; pace {}", words(evaluation.pace.code()));
        if let Some(reason) = evaluation.pace_reason {
            let _ = write!(report, ", {}", words(reason.code()));
        }
    }
    let _ = writeln!(report);
}

fn words(code: &str) -> String {
    code.replace('-', " ")
}

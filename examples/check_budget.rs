//! Reports the problems of a budget.
//!
//! `check_budget FILE|FOLDER|-... [--rules FILE.toml] [--dutch] [--json] [--list]`: findings only, as
//! compilers show them, or with `--json` one JSON object a line. A document is a text, a web page,
//! Markdown, separated values, a workbook or wire JSON; several are read as one budget.

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::io::IsTerminal as _;
use std::process::ExitCode;

use beleid::{Language, Renderer, Rule, Rules, Severity};

#[path = "support/input.rs"]
mod input;
#[path = "support/output.rs"]
mod output;

use input::{Input, Told};

const USAGE: &str =
    "usage: check_budget FILE|FOLDER|-... [--rules FILE.toml] [--dutch] [--json] [--list]";
const HELP: &str = "
Tells what is odd about a budget. FILE is text, a web page, Markdown, CSV, a
workbook (.xlsx) or wire JSON, - is standard input; FOLDER is all such files in
it. Several are read as one budget.

  --rules FILE  how grave each rule is: a TOML file with a table [severity], in
                which a rule is \"allow\", \"advice\", \"warning\" or \"error\", and
                the numbers jump-factor and years-from-edition
  --dutch       help in Dutch
  --json        one JSON object a line, for each finding
  --list        the rules, how grave each is, and its help

It exits with 0, with 1 where a finding is an error, and with 2 and one line on
standard error if it can't.
";

#[derive(Default)]
struct Arguments {
    files: Vec<OsString>,
    rules: Option<OsString>,
    language: Language,
    json: bool,
    list: bool,
    help: bool,
}

fn main() -> ExitCode {
    output::end(arguments().and_then(|arguments| run(&arguments)))
}

fn arguments() -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let mut given = std::env::args_os().skip(1);
    while let Some(argument) = given.next() {
        match argument.to_str() {
            Some("--json") => arguments.json = true,
            Some("--list") => arguments.list = true,
            Some("--dutch") => arguments.language = Language::Dutch,
            Some("--help" | "-h") => arguments.help = true,
            Some("--rules") => arguments.rules = Some(given.next().ok_or("--rules takes a file")?),
            Some(flag) if flag.starts_with("--rules=") => {
                arguments.rules = Some(flag.trim_start_matches("--rules=").into());
            }
            _ => input::take_name(&mut arguments.files, argument, USAGE)?,
        }
    }
    Ok(arguments)
}

fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let stdin = OsStr::new("-");
    if arguments.files.iter().any(|name| name == stdin) && arguments.rules.as_deref() == Some(stdin)
    {
        return Err("standard input can't be both the document and the rules".to_owned());
    }
    let rules = match &arguments.rules {
        Some(name) => {
            let text = input::text(name)?;
            let rules = toml::from_str::<Rules>(&text);
            rules.map_err(|error| format!("{}: {}", input::shown(name), one_line(&error, &text)))?
        }
        None => Rules::new(),
    };
    if arguments.help {
        output::write(&format!("{USAGE}\n{HELP}"))?;
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.list {
        output::write(&list(&rules, arguments.language))?;
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.files.is_empty() {
        return Err(USAGE.to_owned());
    }
    let input = input::load(&arguments.files, &rules)?;
    let text = if arguments.json {
        json(&input.findings).map_err(|error| error.to_string())?
    } else {
        report(&input, arguments.language)
    };
    output::write(&text)?;
    let has_error = input.findings.iter().any(|told| told.finding.severity == Severity::Error);
    Ok(ExitCode::from(u8::from(has_error)))
}

/// An error in the file of rules as one line, with its position.
fn one_line(error: &toml::de::Error, text: &str) -> String {
    let line = error.span().map(|span| {
        text.get(..span.start).unwrap_or_default().bytes().filter(|byte| *byte == b'\n').count() + 1
    });
    let message = error.message().replace('\n', ", ");
    line.map_or(message.clone(), |line| format!("line {line}: {message}"))
}

fn json(findings: &[Told]) -> Result<String, serde_json::Error> {
    let mut lines = String::new();
    for told in findings {
        lines.push_str(&serde_json::to_string(&told.finding)?);
        lines.push('\n');
    }
    Ok(lines)
}

fn report(input: &Input, language: Language) -> String {
    let mut report = String::new();
    for told in &input.findings {
        let document = told.document.and_then(|at| input.documents.get(at));
        // Without its source a finding says where it is by its place.
        let source = document.and_then(|document| document.text.as_deref()).unwrap_or_default();
        let renderer = Renderer::new(source)
            .path(document.map_or("", |document| &document.name))
            .language(language)
            .styled(std::io::stdout().is_terminal());
        let _ = writeln!(report, "{}\n", renderer.render(&told.finding));
    }
    let all = input.findings.iter().map(|told| told.finding.severity);
    let count = |severity| all.clone().filter(|one| *one == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let plural = |count| if count == 1 { "" } else { "s" };
    let _ = writeln!(
        report,
        "{errors} error{}, {warnings} warning{}, {} advice",
        plural(errors),
        plural(warnings),
        count(Severity::Advice)
    );
    report
}

fn list(rules: &Rules, language: Language) -> String {
    let mut list = String::new();
    for &rule in Rule::ALL {
        let severity = rules.severity(rule);
        let severity = severity.map_or("allow".to_owned(), |severity| severity.to_string());
        let _ = writeln!(list, "{rule} ({severity})\n    {}", rule.help(language));
    }
    list
}

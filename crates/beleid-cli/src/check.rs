//! `check`: what is odd about documents.

use std::io::IsTerminal as _;

use beleid::{Finding, Language, Renderer, Rule, Rules, Severity};
use clap::ArgMatches;
use serde::Serialize;

use crate::input::{DocumentFinding, Input, is_of_loss};
use crate::output::{Out, failed, in_language};
use crate::{Status, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let language = options::language(given);
    let mut out = Out::new();
    if given.get_flag("list") {
        list(&options::rules(given)?, language, &mut out)?;
        out.finish()?;
        return Ok(Status::Fine);
    }
    let source = options::source(given)?;
    if source.names.is_empty() {
        return Err("check takes a FILE, or --list: see check --help".to_owned());
    }
    let input = source.load()?;
    if given.get_flag("json") {
        json(&input, &mut out)?;
    } else {
        report(&input, language, &mut out)?;
    }
    out.finish()?;
    Ok(Status::failed_if(input.findings.iter().any(fails)))
}

/// Whether a finding fails the check: an error, or something that was not read.
fn fails(found: &DocumentFinding) -> bool {
    found.finding.severity == Severity::Error || is_of_loss(&found.finding)
}

/// A finding on a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    /// `None` if it is about the budget of all documents together.
    document: Option<&'a str>,
    #[serde(flatten)]
    finding: &'a Finding,
}

fn json(input: &Input, out: &mut Out) -> Result<(), String> {
    for found in &input.findings {
        let document = found.document.and_then(|at| input.documents.get(at));
        let document = document.map(|document| &*document.name);
        let line = Line { document, finding: &found.finding };
        serde_json::to_writer(&mut *out, &line).map_err(|error| failed(&error))?;
        out.text("\n")?;
    }
    Ok(())
}

fn report(input: &Input, language: Language, out: &mut Out) -> Result<(), String> {
    let is_styled = std::io::stdout().is_terminal();
    for found in &input.findings {
        let document = found.document.and_then(|at| input.documents.get(at));
        // Without its source a finding says where it is by its place.
        let source = document.and_then(|document| document.text.as_deref()).unwrap_or_default();
        let mut renderer = Renderer::new(source).language(language).styled(is_styled);
        if let Some(document) = document {
            renderer = renderer.path(&document.name);
        }
        out.text(&renderer.render(&found.finding))?;
        out.text("\n\n")?;
    }
    let all = input.findings.iter().map(|found| found.finding.severity);
    let count = |severity| all.clone().filter(|one| *one == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let advice = count(Severity::Advice);
    let ending = |count, several| if count == 1 { "" } else { several };
    let summary = in_language(
        language,
        format!(
            "{errors} error{}, {warnings} warning{}, {advice} advice\n",
            ending(errors, "s"),
            ending(warnings, "s")
        ),
        format!(
            "{errors} fout{}, {warnings} waarschuwing{}, {advice} advies\n",
            ending(errors, "en"),
            ending(warnings, "en")
        ),
    );
    out.text(&summary)?;
    out.text(&covered(input, language))
}

/// What became of the numbers of all documents, on a line. Empty if no source was read.
fn covered(input: &Input, language: Language) -> String {
    let mut all = input.documents.iter().filter_map(|document| document.coverage).peekable();
    if all.peek().is_none() {
        return String::new();
    }
    let (mut numbers, mut placed, mut unplaced, mut text) = (0, 0, 0, 0);
    for of in all {
        numbers += of.numbers;
        placed += of.placed;
        unplaced += of.unplaced + of.unread;
        text += of.text;
    }
    let named = numbers - placed - unplaced - text;
    in_language(
        language,
        format!(
            "{numbers} numbers: {placed} in figures, {unplaced} not placed, {named} in headings and \
             labels, {text} in text\n"
        ),
        format!(
            "{numbers} getallen: {placed} in cijfers, {unplaced} niet geplaatst, {named} in koppen en \
             omschrijvingen, {text} in tekst\n"
        ),
    )
}

fn list(rules: &Rules, language: Language, out: &mut Out) -> Result<(), String> {
    for &rule in Rule::ALL {
        let severity = rules.severity(rule);
        let severity = severity.map_or("allow".to_owned(), |severity| severity.to_string());
        out.text(&format!("{rule} ({severity})\n    {}\n", rule.help(language)))?;
    }
    Ok(())
}

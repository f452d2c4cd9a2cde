//! `check`: what is odd about documents.

use beleid::{Finding, Language, Renderer, Rule, Rules, Severity};
use clap::ArgMatches;
use serde::Serialize;

use crate::input::{DocumentFinding, Input, is_of_loss};
use crate::output::{Format, Items, Out, Rows, in_language, is_styled};
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
    match options::format(given) {
        Format::Text => {
            report(&input, language, &mut out)?;
            out.finish()?;
        }
        Format::Csv => table(&input, language, out)?,
        format => json(&input, Items::begin(out, format)?)?,
    }
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

fn json(input: &Input, mut items: Items) -> Result<(), String> {
    for found in &input.findings {
        let document = document(input, found);
        items.add(&Line { document, finding: &found.finding })?;
    }
    items.end()
}

/// The name of the document that a finding is about.
fn document<'i>(input: &'i Input, found: &DocumentFinding) -> Option<&'i str> {
    let document = found.document.and_then(|at| input.documents.get(at));
    document.map(|document| &*document.name)
}

/// A row for each finding.
fn table(input: &Input, language: Language, out: Out) -> Result<(), String> {
    let mut rows =
        Rows::begin(out, &["document", "severity", "rule", "place", "where", "message", "help"])?;
    for found in &input.findings {
        let finding = &found.finding;
        let span = finding.span.map(|span| span.text(language));
        rows.add(&[
            document(input, found).unwrap_or_default().to_owned(),
            finding.severity.to_string(),
            finding.rule.to_string(),
            finding.place.to_string(),
            span.unwrap_or_default(),
            finding.message(language),
            finding.help(language).to_owned(),
        ])?;
    }
    rows.end()
}

fn report(input: &Input, language: Language, out: &mut Out) -> Result<(), String> {
    let is_styled = is_styled();
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

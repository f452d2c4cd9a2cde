//! `cell`: how cells are read alone, why, and what would make them certain.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::BufRead as _;

use beleid::{CellReading, Dimension, Figure, Finding, Language, Reader, Rule, Value};
use clap::ArgMatches;
use serde::Serialize;

use crate::output::{Format, Items, Out, in_language};
use crate::{Status, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let texts = given.get_many::<OsString>("cells");
    let texts: Option<Vec<&str>> =
        texts.map(|texts| texts.map(text).collect::<Result<_, _>>()).transpose()?;
    let out = Out::new();
    let (reader, language) = (options::reader(given)?, options::language(given));
    let to = match options::format(given) {
        Format::Text => To::Text(out),
        format => To::Json(Items::begin(out, format)?),
    };
    let mut cells = Cells { reader, language, to };
    if let Some(texts) = texts {
        for printed in texts {
            cells.take(printed)?;
        }
    } else {
        let mut lines = std::io::stdin().lock();
        let mut line = Vec::new();
        let read = |error| format!("standard input: {error}");
        while !cells.is_closed() && lines.read_until(b'\n', &mut line).map_err(read)? > 0 {
            let printed = line.strip_suffix(b"\n").unwrap_or(&line);
            let printed = printed.strip_suffix(b"\r").unwrap_or(printed);
            // A cell that isn't UTF-8 is shown as well as it can be.
            cells.take(&String::from_utf8_lossy(printed))?;
            line.clear();
        }
    }
    cells.end()?;
    Ok(Status::Fine)
}

/// The text of an argument. What looks like an option is not taken for a cell, unless it comes after
/// `--`.
fn text(argument: &OsString) -> Result<&str, String> {
    let Some(text) = argument.to_str() else {
        return Err(format!("{}: is not UTF-8 text", argument.display()));
    };
    let is_option = text
        .strip_prefix("--")
        .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        || text == "-o";
    if is_option && !std::env::args_os().any(|argument| argument == "--") {
        return Err(format!(
            "unknown option {text}: options come before the cells; write -- in front of such a cell"
        ));
    }
    Ok(text)
}

/// The cells as they are written.
struct Cells {
    reader: Reader,
    language: Language,
    to: To,
}

enum To {
    Text(Out),
    Json(Items),
}

/// A cell as JSON.
#[derive(Serialize)]
struct Line<'a> {
    printed: &'a str,
    figures: Vec<&'a Figure>,
    findings: &'a [Finding],
    explanation: String,
    certain_by: Vec<&'static str>,
}

impl Cells {
    fn take(&mut self, printed: &str) -> Result<(), String> {
        let reading = self.reader.read_cell(printed);
        let text = match self.to {
            To::Text(_) => self.explanation(printed, &reading),
            To::Json(_) => String::new(),
        };
        let certain_by = self.certain_by(&reading);
        match &mut self.to {
            To::Text(out) => out.text(&text),
            To::Json(items) => items.add(&Line {
                printed,
                figures: reading.figures().collect(),
                findings: &reading.findings,
                explanation: reading.explain(self.language),
                certain_by,
            }),
        }
    }

    fn is_closed(&self) -> bool {
        match &self.to {
            To::Text(out) => out.is_closed(),
            To::Json(items) => items.out.is_closed(),
        }
    }

    fn end(&mut self) -> Result<(), String> {
        match &mut self.to {
            To::Text(out) => out.finish(),
            To::Json(items) => items.end(),
        }
    }

    /// A cell for people: the cell, and below it how it is read, why, and what would make that
    /// certain.
    fn explanation(&self, printed: &str, reading: &CellReading) -> String {
        let word = |english, dutch| in_language(self.language, english, dutch);
        let mut lines = format!("{printed:?}\n");
        let mut line = |name: &str, text: &str| {
            let _ = writeln!(lines, "  {name}: {text}");
        };
        for figure in reading.figures() {
            line(word("read as", "gelezen als"), &self.value(figure));
            for (name, text) in self.around(figure) {
                line(name, &text);
            }
        }
        let explanation = reading.explain(self.language);
        if reading.findings.is_empty() {
            let has_mark = reading.figures().any(|figure| !figure.notes.is_empty());
            let why = if has_mark {
                word("it refers to a footnote", "het verwijst naar een voetnoot")
            } else {
                word("it has one meaning", "het heeft één betekenis")
            };
            line(word("why", "want"), why);
        } else {
            line(word("why", "want"), &explanation);
        }
        for finding in &reading.findings {
            // The explanation may be one of them.
            let message = finding.message(self.language);
            if message != explanation {
                line(word("why", "want"), &message);
            }
        }
        let certain_by = self.certain_by(reading);
        for what in certain_by {
            line(word("certain by", "zeker door"), what);
        }
        lines
    }

    /// The value of a figure with its unit and the part that it is of.
    fn value(&self, figure: &Figure) -> String {
        let mut text = match &figure.value {
            Value::Missing(why) => {
                let missing = in_language(self.language, "no figure", "geen cijfer");
                format!("{missing} ({})", why.text(self.language))
            }
            Value::Text(_) => {
                in_language(self.language, "text, as printed", "tekst, zoals gedrukt").to_owned()
            }
            value => match &figure.unit {
                Some(unit) => value.text_in(unit, self.language),
                None => value.text(self.language),
            },
        };
        if !figure.dimensions.is_empty() {
            let _ = write!(text, " ({})", Dimension::join(&figure.dimensions));
        }
        text
    }

    /// What else a figure says.
    fn around(&self, figure: &Figure) -> impl Iterator<Item = (&'static str, String)> {
        let word = |english, dutch| in_language(self.language, english, dutch);
        let status: Vec<&str> =
            figure.status.iter().map(|status| status.text(self.language)).collect();
        let notes: Vec<&str> = figure.notes.iter().map(String::as_str).collect();
        let parts = [
            (
                word("dated", "datum"),
                figure.dated.map(|dated| dated.to_string()).unwrap_or_default(),
            ),
            ("status", status.join(", ")),
            (word("footnotes", "voetnoten"), notes.join(", ")),
            (word("remark", "opmerking"), figure.remark.as_deref().unwrap_or_default().to_owned()),
        ];
        parts.into_iter().filter(|(_, text)| !text.is_empty())
    }

    /// What would make the reading of a cell certain, for each kind of doubt once.
    fn certain_by(&self, reading: &CellReading) -> Vec<&'static str> {
        let mut all: Vec<&str> = Vec::new();
        for finding in &reading.findings {
            let what = certain_by(finding.rule, self.language);
            if !all.contains(&what) {
                all.push(what);
            }
        }
        let has_notes = reading.figures().any(|figure| !figure.notes.is_empty());
        if has_notes {
            all.push(in_language(
                self.language,
                "the text of the footnote",
                "de tekst van de voetnoot",
            ));
        }
        all
    }
}

/// What would resolve a doubt about a cell.
fn certain_by(rule: Rule, language: Language) -> &'static str {
    let (english, dutch) = match rule {
        Rule::AmbiguousNumber | Rule::DecimalPoint => (
            "its row and table: a label that counts whole things, a number of that size beside it, or other cells with the same sign",
            "de rij en de tabel: een omschrijving die hele dingen telt, een getal van die orde ernaast, of andere cellen met hetzelfde teken",
        ),
        Rule::AmbiguousYear => (
            "the year of its column and the other numbers of its row",
            "het jaar van de kolom en de andere getallen in de rij",
        ),
        Rule::SeveralNumbers => (
            "words that say what each number is, or a cell for each",
            "woorden die zeggen wat elk getal is, of voor elk een cel",
        ),
        Rule::Misprint => ("a correction in the source", "een verbetering in de bron"),
        Rule::LikelyReading => (
            "words in full, such as a unit or a comparator that can mean one thing only",
            "voluit geschreven woorden, zoals een eenheid of vergelijking met één betekenis",
        ),
        Rule::RemarkInCell => (
            "a person who reads whether the words change the figure",
            "iemand die leest of de woorden iets aan het cijfer veranderen",
        ),
        Rule::NotUnderstood => (
            "other words in the source, or a word for a missing figure in the vocabulary",
            "andere woorden in de bron, of een woord voor een ontbrekend cijfer in de woordenlijst",
        ),
        other => (other.help(Language::English), other.help(Language::Dutch)),
    };
    in_language(language, english, dutch)
}

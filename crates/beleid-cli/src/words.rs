//! `words`: the words that the reader knows, and what one of them means.

use std::fmt::Write as _;

use beleid::{KnownWord, Language, Reader, Value, Vocabulary, WordKind};
use clap::ArgMatches;

use crate::output::{Format, Items, Out, Rows, in_language};
use crate::{Status, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let vocabulary = options::vocabulary(given)?.unwrap_or_else(Vocabulary::dutch);
    let kind: Option<&String> = given.get_one("kind");
    let kind = kind.map(|code| code.parse::<WordKind>()).transpose();
    let kind = kind.map_err(|error| error.to_string())?;
    let language = options::language(given);
    let word: Option<&String> = given.get_one("word");
    let mut words = match word {
        Some(word) => vocabulary.look_up(word),
        None => vocabulary.words(),
    };
    words.retain(|word| kind.is_none_or(|kind| word.kind == kind));
    let out = Out::new();
    match options::format(given) {
        Format::Text => {
            let text = match word {
                Some(word) => meaning(word, &words, &vocabulary, language),
                None => list(&words, language),
            };
            let mut out = out;
            out.text(&text)?;
            out.finish()?;
        }
        Format::Csv => {
            let mut rows = Rows::begin(out, &["kind", "word", "meaning"])?;
            for word in words {
                rows.add(&[word.kind.to_string(), word.word, word.meaning])?;
            }
            rows.end()?;
        }
        format => {
            let mut items = Items::begin(out, format)?;
            for word in &words {
                items.add(word)?;
            }
            items.end()?;
        }
    }
    Ok(Status::Fine)
}

/// All words, each kind below a line that says where they have their meaning.
fn list(words: &[KnownWord], language: Language) -> String {
    let mut text = String::new();
    let mut kind = None;
    for word in words {
        if kind != Some(word.kind) {
            let before = if kind.is_some() { "\n" } else { "" };
            let _ = writeln!(text, "{before}{} ({})", word.kind.text(language), word.kind);
            kind = Some(word.kind);
        }
        let _ = writeln!(text, "  {}: {}", word.word, word.meaning);
    }
    text
}

/// What a word means in each list, and how the reader reads it as a header and after a number: it knows more phrases
/// than there are in the lists.
fn meaning(word: &str, words: &[KnownWord], vocabulary: &Vocabulary, language: Language) -> String {
    let say = |english, dutch| in_language(language, english, dutch);
    let mut text = format!("{word:?}\n");
    for known in words {
        let _ = writeln!(text, "  {}: {}", known.kind.text(language), known.meaning);
    }
    let reader = Reader::new().with_vocabulary(vocabulary.clone());
    let header = reader.read_header(word);
    let role = header.role().map(|role| role.text(language).to_owned());
    let period = header.period().map(|period| period.to_string());
    let read: Vec<String> = [role, period].into_iter().flatten().collect();
    if !read.is_empty() {
        let _ = writeln!(text, "  {}: {}", say("as a header", "als kop"), read.join(", "));
    }
    let cell = reader.read_cell(&format!("5 {word}"));
    if cell.findings.is_empty()
        && !matches!(cell.figure.value, Value::Text(_) | Value::Missing(_))
        && let Some(unit) = &cell.figure.unit
    {
        let value = cell.figure.value.text_in(unit, language);
        let _ = writeln!(text, "  {}: {value}", say("after the number 5", "na het getal 5"));
    }
    if text.lines().count() == 1 {
        text.push_str(say(
            "  it is none of the words that the reader knows\n",
            "  dit is geen woord dat de lezer kent\n",
        ));
    }
    text
}

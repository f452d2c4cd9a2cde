//! Helpers for the JSON Schema of the wire form.
//!
//! The model derives its schema, with its doc comments as descriptions; the schemas of leaves that
//! are text are next to their serde form, in [`crate::leaves::text`].

use schemars::Schema;
use schemars::transform::transform_subschemas;

/// The characters that are invisible and are not spaces, for use within brackets.
macro_rules! unseen {
    () => {
        r"\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
    };
}

/// White space besides controls. Spelt out, since `\s` differs between engines.
macro_rules! space {
    () => {
        r"\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    };
}

/// A text for people: not empty, without invisible characters and without outer white space.
pub(crate) const PHRASE: &str =
    concat!("^[^", unseen!(), space!(), "](?:[^", unseen!(), "]*[^", unseen!(), space!(), "])?$");

/// A phrase without any white space.
pub(crate) const TOKEN: &str = concat!("^[^", unseen!(), space!(), "]+$");

/// The schema of a leaf that is text on the wire.
pub(crate) fn text(description: &str, pattern: &str, examples: &[&str]) -> Schema {
    let mut schema = schemars::json_schema!({
        "description": for_any_reader(description),
        "type": "string",
        "minLength": 1,
        "pattern": pattern,
    });
    if !examples.is_empty() {
        schema.insert("examples".to_owned(), examples.into());
    }
    schema
}

/// Removes from a derived schema what is specific to Rust: links and examples in descriptions, and
/// the names of integer types as formats.
pub(crate) fn plain(schema: &mut Schema) {
    if let Some(description) = schema.get("description").and_then(|text| text.as_str()) {
        let description = for_any_reader(description);
        schema.insert("description".to_owned(), description.into());
    }
    schema.remove("format");
    transform_subschemas(&mut plain, schema);
}

/// A doc comment for readers who may not know Rust: the text before the first example, one line for
/// each paragraph, with links replaced by their names.
fn for_any_reader(doc: &str) -> String {
    let mut prose = String::with_capacity(doc.len());
    for line in doc.lines().map(str::trim).take_while(|line| !line.starts_with("```")) {
        if line.is_empty() {
            prose.push_str("\n\n");
        } else {
            if !prose.is_empty() && !prose.ends_with('\n') {
                prose.push(' ');
            }
            prose.push_str(line);
        }
    }
    without_links(prose.trim_end())
}

/// The text with "[`name`]" and "[`name`](target)" as "`name`".
fn without_links(text: &str) -> String {
    let mut pieces = text.split("[`");
    let mut plain = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        plain.push('`');
        let Some((name, rest)) = piece.split_once("`]") else {
            plain.push_str(piece);
            continue;
        };
        plain.push_str(name);
        plain.push('`');
        let target = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        plain.push_str(target.map_or(rest, |(_, rest)| rest));
    }
    plain
}

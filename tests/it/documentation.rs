//! Every public item is documented with an example that runs, and every public type is found
//! by its Dutch term.

use std::fs;
use std::path::{Path, PathBuf};

/// The items that need no example of their own, with the reason.
const WITHOUT_EXAMPLE: &[(&str, &str)] = &[
    ("src/leaves/text.rs: $term", "a word of a vocabulary, as the variants of an enum are"),
    (
        "src/leaves/unit/known.rs: $constant",
        "a word of a vocabulary, as the variants of an enum are",
    ),
];

/// What may come before the name of an item, apart from `pub` and `const`.
const KINDS: &[&str] = &["fn", "struct", "enum", "trait", "type", "const", "static"];

/// The macros that make a type of the documented name that they are given first.
const MAKERS: &[&str] = &["text_leaf! {", "coded! {"];

/// A public item, with its docs and attributes.
struct Item<'s> {
    file: &'s str,
    line: usize,
    name: &'s str,
    is_type: bool,
    docs: Vec<&'s str>,
    attributes: Vec<&'s str>,
}

impl Item<'_> {
    /// What it is called in a message and in the list of exceptions.
    fn key(&self) -> String {
        format!("{}: {}", self.file, self.name)
    }

    /// Whether one of its examples runs and asserts something.
    fn has_example(&self) -> bool {
        let mut fence: Option<&str> = None;
        let mut asserts = false;
        for doc in &self.docs {
            match (fence, doc.trim().strip_prefix("```")) {
                (None, language) => fence = language,
                (Some("" | "rust"), Some(_)) if asserts => return true,
                (Some(_), Some(_)) => fence = None,
                (Some(_), None) => asserts |= doc.contains("assert"),
            }
        }
        false
    }

    fn has_alias(&self) -> bool {
        self.attributes.iter().any(|attribute| attribute.starts_with("#[doc(alias = \""))
    }
}

/// The name of the public item that a line begins, and whether that is a type. What a macro
/// makes under a name that it is given (`$name`) is a type of the call, and looked at there.
fn public(line: &str) -> Option<(&str, bool)> {
    let mut words = line.trim_start().strip_prefix("pub ")?.split_whitespace().peekable();
    let mut kind = words.next()?;
    while ["const", "async", "unsafe"].contains(&kind) && words.peek() == Some(&"fn") {
        kind = words.next()?;
    }
    if !KINDS.contains(&kind) {
        return None;
    }
    let is_type = ["struct", "enum", "trait", "type"].contains(&kind);
    let name = words.next()?.split(['(', '<', ':', ';']).next()?;
    (!(is_type && name == "$name")).then_some((name, is_type))
}

/// All public items of a file.
fn items<'s>(file: &'s str, source: &'s str) -> Vec<Item<'s>> {
    let mut items = Vec::new();
    let (mut docs, mut attributes) = (Vec::new(), Vec::new());
    let mut is_made = false;
    for (index, line) in source.lines().enumerate() {
        let text = line.trim();
        if let Some(doc) = text.strip_prefix("///").or_else(|| text.strip_prefix("#[doc = ")) {
            docs.push(doc);
        } else if text.starts_with("#[") || text.starts_with("$(#[") {
            attributes.push(text);
        } else {
            let made = is_made.then(|| (text.split([',', ' ']).next().unwrap_or(text), true));
            if let Some((name, is_type)) = made.or_else(|| public(line)) {
                let (docs, attributes) = (docs.split_off(0), attributes.split_off(0));
                items.push(Item { file, line: index + 1, name, is_type, docs, attributes });
            }
            docs.clear();
            attributes.clear();
            is_made = MAKERS.contains(&text);
        }
    }
    items
}

/// The files of Rust in a folder and in those within it, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The sources of the crate, each with its name from the root of the repository.
fn sources() -> Vec<(String, String)> {
    let root = crate::support::root();
    let named = files(&root.join("src")).into_iter().map(|path| {
        let name = path.strip_prefix(root).unwrap().display().to_string().replace('\\', "/");
        (name, fs::read_to_string(path).unwrap())
    });
    named.collect()
}

#[test]
fn every_public_item_has_an_example_that_runs() {
    let sources = sources();
    let items: Vec<_> = sources.iter().flat_map(|(file, source)| items(file, source)).collect();
    assert!(items.len() > 150, "the scan finds the items: {}", items.len());

    let is_excepted = |item: &Item| WITHOUT_EXAMPLE.iter().any(|(key, _)| *key == item.key());
    let bare: Vec<_> = items
        .iter()
        .filter(|item| !item.has_example() && !is_excepted(item))
        .map(|item| format!("{}:{}: {}", item.file, item.line, item.name))
        .collect();
    assert!(bare.is_empty(), "without an example that asserts something:\n{}", bare.join("\n"));

    for (key, reason) in WITHOUT_EXAMPLE {
        let item = items.iter().find(|item| item.key() == *key);
        assert!(item.is_some_and(|item| !item.has_example()), "no exception is: {key}, {reason}");
    }
}

#[test]
fn every_public_type_is_found_by_its_dutch_term() {
    let sources = sources();
    let types: Vec<_> = sources
        .iter()
        .flat_map(|(file, source)| items(file, source))
        .filter(|item| item.is_type)
        .collect();
    assert!(types.len() > 50, "the scan finds the types: {}", types.len());
    let bare: Vec<_> = types
        .iter()
        .filter(|item| !item.has_alias())
        .map(|item| format!("{}:{}: {}", item.file, item.line, item.name))
        .collect();
    assert!(bare.is_empty(), "without a `doc(alias)`:\n{}", bare.join("\n"));
}

#[test]
fn the_scan_tells_examples_that_run_from_others() {
    let source = "\
/// One.
///
/// ```
/// assert!(true);
/// ```
#[doc(alias = \"een\")]
#[derive(Debug)]
pub struct One;

/// Two.
///
/// ```text
/// assert!(true);
/// ```
pub enum Two {}

impl One {
    /// Three.
    ///
    /// ```
    /// let three = 3;
    /// ```
    pub const fn three() {}
    pub(crate) fn four() {}
    pub five: u8,
}

text_leaf! {
    /// ```
    #[doc = concat!(\"assert!(\", \"true);\")]
    /// ```
    #[doc(alias = \"zes\")]
    Six, \"six\"
}
";
    let found: Vec<_> = items("a.rs", source)
        .iter()
        .map(|item| (item.name.to_owned(), item.is_type, item.has_example(), item.has_alias()))
        .collect();
    let expected = [
        ("One", true, true, true),
        ("Two", true, false, false),
        ("three", false, false, false),
        ("Six", true, true, true),
    ];
    assert_eq!(found, expected.map(|(name, a, b, c)| (name.to_owned(), a, b, c)));
}

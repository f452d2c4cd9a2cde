//! Every public item says what it is, with an example that runs; every type has its Dutch term.

use std::fs;
use std::path::{Path, PathBuf};

/// A public item as it stands in the source.
struct Item {
    place: String,
    /// The lines above it: its doc comment and its attributes.
    head: String,
    is_type: bool,
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The word behind `pub`, at the margin or one step in, as items and methods stand.
fn kind(line: &str) -> Option<&str> {
    let steps = line.len() - line.trim_start().len();
    let item = line.trim_start().strip_prefix("pub ")?;
    let kind = item.split(' ').next()?;
    let is_item = ["fn", "const", "struct", "enum", "type", "trait"].contains(&kind);
    (is_item && steps <= 12).then_some(kind)
}

fn items() -> Vec<Item> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    let mut items = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<_> = text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            let Some(kind) = kind(line) else { continue };
            let is_head = |line: &&&str| {
                let line = line.trim_start();
                line.starts_with("///") || line.starts_with("#[") || line.starts_with("$(#[")
            };
            let mut head: Vec<_> =
                lines[..index].iter().rev().take_while(is_head).copied().collect();
            head.reverse();
            items.push(Item {
                place: format!("{}:{}", path.strip_prefix(&root).unwrap().display(), index + 1),
                head: head.join("\n"),
                is_type: matches!(kind, "struct" | "enum") && !line.contains('$'),
            });
        }
    }
    items
}

#[test]
fn every_public_item_has_an_example() {
    let items = items();
    assert!(items.len() > 150, "only {} items were found", items.len());
    // What a macro defines has its head where the macro is called, and its terms explain
    // themselves.
    let is_of_macro = |item: &Item| item.head.contains("$(#[") || item.head.contains("$meta");
    let without: Vec<_> = items
        .iter()
        .filter(|item| !is_of_macro(item) && !item.head.contains("/// ```"))
        .map(|item| &*item.place)
        .collect();
    assert!(without.is_empty(), "without an example: {without:#?}");
}

#[test]
fn every_type_has_its_dutch_term() {
    let without: Vec<_> = items()
        .iter()
        .filter(|item| item.is_type && !item.head.contains("doc(alias"))
        .map(|item| item.place.clone())
        .collect();
    assert!(without.is_empty(), "without an alias: {without:#?}");
}

//! The layers of the crate: each imports from those below it, by the module that it names.

use std::fs;
use std::path::Path;

/// The modules of `src`, from the ground up.
const LAYERS: [&str; 17] = [
    "error",
    "language",
    "schema",
    "coded",
    "words",
    "reason",
    "leaves",
    "statistics",
    "findings",
    "model",
    "document",
    "evaluate",
    "validate",
    "methods",
    "read",
    "collect",
    "render",
];

fn height(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == module)
}

/// What is wrong with the paths of a source file of some layer, a line each.
fn faults(layer: &str, source: &str) -> Vec<String> {
    let own = height(layer);
    let mut faults = Vec::new();
    // Examples in comments name the crate as a user does, and macros name it in full.
    let code = |line: &&str| !line.trim_start().starts_with("//");
    for (number, line) in source.lines().enumerate().filter(|(_, line)| code(line)) {
        for path in line.split("crate::").skip(1) {
            let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_'));
            let module = &path[..end.unwrap_or(path.len())];
            let fault = match height(module) {
                Some(other) if Some(other) > own => "points up",
                Some(_) => continue,
                None => "names no layer",
            };
            faults.push(format!("{}: crate::{module} {fault}", number + 1));
        }
    }
    faults
}

#[test]
fn arrows_point_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![root.clone()];
    let mut wrong = Vec::new();
    let mut seen = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let within = path.strip_prefix(&root).unwrap().with_extension("");
        let layer = within.iter().next().unwrap().to_str().unwrap().to_owned();
        if layer == "lib" {
            continue;
        }
        seen += 1;
        assert!(height(&layer).is_some(), "{layer} stands in no layer: add it to LAYERS");
        let source = fs::read_to_string(&path).unwrap();
        let name = within.display();
        wrong.extend(faults(&layer, &source).into_iter().map(|fault| format!("{name}:{fault}")));
    }
    assert!(seen > 150, "{seen} files were looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_arrow_that_points_up_is_seen() {
    let source = "use crate::leaves::id::Id;\n/// [`crate::Reading`]\nuse crate::read::Reader;\nuse crate::{Id, Unit};\n";
    let expected = ["3: crate::read points up", "4: crate:: names no layer"];
    assert_eq!(faults("model", source), expected);
}

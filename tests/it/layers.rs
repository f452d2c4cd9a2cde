//! The layers of the crate: each imports from those below it, by the module that it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The modules of `src`, from the ground up.
const LAYERS: [&str; 20] = [
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
    "codes",
    "document",
    "money",
    "evaluate",
    "validate",
    "iv3",
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
    let root = crate::support::root().join("src");
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

/// The modules of a folder that each module of it imports from, whose tests don't count.
fn imports_within(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let root = crate::support::root().join("src").join(folder);
    let in_crate = format!("crate::{}::", folder.replace('/', "::"));
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    let parts = |path: &Path| -> Vec<String> {
        let within = path.strip_prefix(&root).unwrap().with_extension("");
        within.iter().map(|part| part.to_str().unwrap().to_owned()).collect()
    };
    let is_test = |path: &Path| parts(path).last().is_some_and(|name| name == "tests");
    files.retain(|path| !is_test(path) && *path != root.join("mod.rs"));
    let modules: BTreeSet<String> = files.iter().map(|path| parts(path).remove(0)).collect();
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in &files {
        let parts = parts(path);
        let code = fs::read_to_string(path).unwrap();
        let code = code.split("#[cfg(test)]\nmod tests").next().unwrap();
        let lines: Vec<&str> =
            code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = lines.join(" ");
        // `super` of a module in the folder, counted in its folders.
        let depth = parts.len() - usize::from(path.ends_with("mod.rs"));
        let of_read = "super::".repeat(depth);
        let own = imports.entry(parts[0].clone()).or_default();
        for front in [&*in_crate, &*of_read] {
            for (at, _) in code.match_indices(front) {
                if code[..at].ends_with("super::") {
                    continue;
                }
                let rest = &code[at + front.len()..];
                // `{a, b::{c, d}}`, or one name.
                let end = rest.find(';').unwrap_or(rest.len());
                let group = rest.strip_prefix('{').map(|_| &rest[..end]);
                let is_of_name = |c: char| c.is_alphanumeric() || c == '_';
                let names = match group {
                    Some(group) => group.split(|c| !is_of_name(c)).collect(),
                    None => vec![rest.split(|c| !is_of_name(c)).next().unwrap_or_default()],
                };
                own.extend(
                    names.into_iter().filter(|name| modules.contains(*name)).map(str::to_owned),
                );
            }
        }
        own.remove(&parts[0]);
    }
    imports
}

/// A circle among modules: each imports from the next one, and the last from the first.
fn circle(imports: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut left = imports.clone();
    // What imports from nothing that is left is on no circle.
    loop {
        let free: Vec<String> = left
            .iter()
            .filter(|(_, from)| from.iter().all(|module| !left.contains_key(module)))
            .map(|(module, _)| module.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        left.retain(|module, _| !free.contains(module));
    }
    let mut way = vec![left.keys().next()?.clone()];
    loop {
        let next = left[way.last()?].iter().find(|module| left.contains_key(*module))?;
        if let Some(at) = way.iter().position(|module| module == next) {
            return Some(way.split_off(at));
        }
        way.push(next.clone());
    }
}

#[test]
fn there_is_no_circle_within_read() {
    let imports = imports_within("read");
    assert!(imports.len() > 40, "{} modules were looked at", imports.len());
    assert_eq!(circle(&imports), None);
    // The stages, each of which takes what those before it give.
    let stages = ["source", "facts", "table", "observe", "assemble"];
    for (at, stage) in stages.iter().enumerate() {
        let above: Vec<_> =
            stages[at + 1..].iter().filter(|up| imports[*stage].contains(**up)).collect();
        assert!(above.is_empty(), "{stage} imports from {above:?}");
    }
}

#[test]
fn there_is_no_circle_within_a_stage() {
    let folders = ["read/source", "read/facts", "read/cell", "read/table", "read/observe"];
    for folder in folders {
        let imports = imports_within(folder);
        assert!(imports.len() > 1, "{folder}: {} modules were looked at", imports.len());
        assert_eq!(circle(&imports), None, "{folder}");
    }
    assert!(imports_within("read/table")["find"].contains("lines"));
}

#[test]
fn there_is_no_circle_within_iv3() {
    for folder in ["iv3", "iv3/check"] {
        let imports = imports_within(folder);
        assert!(imports.len() > 2, "{folder}: {} modules were looked at", imports.len());
        assert_eq!(circle(&imports), None, "{folder}");
    }
}

#[test]
fn there_is_no_circle_within_codes() {
    let imports = imports_within("codes");
    assert!(imports.len() > 5, "{} modules were looked at", imports.len());
    assert_eq!(circle(&imports), None);
}

#[test]
fn a_circle_is_seen() {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let mut imports = BTreeMap::from([
        ("a".to_owned(), set(&["b"])),
        ("b".to_owned(), set(&["c", "d"])),
        ("c".to_owned(), set(&["b"])),
        ("d".to_owned(), set(&[])),
    ]);
    assert_eq!(circle(&imports), Some(vec!["b".to_owned(), "c".to_owned()]));
    imports.insert("c".to_owned(), set(&["d"]));
    assert_eq!(circle(&imports), None);
}

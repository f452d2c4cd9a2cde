//! The corpus of the fuzz targets, replayed: what was found once stays found.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::properties;

fn corpus() -> PathBuf {
    crate::support::root().join("fuzz/corpus")
}

/// What lies in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| {
        panic!("{}: {error}", folder.display());
    });
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Replays the corpus of a target.
fn replay(target: &str) {
    let folder = corpus().join(target);
    let paths = entries(&folder);
    assert!(paths.len() > 20, "{} holds {} files", folder.display(), paths.len());
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        let checked = std::panic::catch_unwind(|| properties::check(target, &bytes));
        assert!(checked.is_ok(), "{} breaks what holds for all", path.display());
    }
}

#[test]
fn bytes() {
    replay("bytes");
}

#[test]
fn cell() {
    replay("cell");
}

#[test]
fn layouts() {
    replay("layouts");
}

#[test]
fn read() {
    replay("read");
}

#[test]
fn wire_json() {
    replay("wire_json");
}

#[test]
fn wire_postcard() {
    replay("wire_postcard");
}

#[test]
fn workbook() {
    replay("workbook");
}

/// The corpus, the targets and the properties have the same names, and the corpus stays small.
#[test]
fn every_target_has_a_corpus() {
    let names = |folder: PathBuf| -> Vec<_> {
        let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
        entries(&folder).into_iter().map(stem).collect()
    };
    let targets = properties::TARGETS.map(|(name, _)| name);
    assert_eq!(names(corpus()), targets);
    assert_eq!(names(corpus().with_file_name("fuzz_targets")), targets);

    let files = targets.iter().flat_map(|target| entries(&corpus().join(target)));
    let bytes: u64 = files.map(|path| fs::metadata(path).unwrap().len()).sum();
    assert!(bytes < 200_000, "the corpus has {bytes} bytes");
}

//! Golden files: whole outputs that are checked in. `UPDATE_GOLDEN=1` writes them anew, to be
//! read before they are committed.

/// Compares a text with a file in `tests/golden`.
pub(crate) fn is(name: &str, text: &str) {
    compare(&format!("tests/golden/{name}"), text);
}

/// Compares a text with a file, named from the root of the repository.
pub(crate) fn compare(name: &str, text: &str) {
    let path = crate::support::root().join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).expect("the golden file can be written");
    }
    let golden = std::fs::read_to_string(&path).expect("the golden file is there");
    assert_eq!(text, golden, "{name}");
}

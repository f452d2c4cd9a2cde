//! Whole outputs that are checked in.

use std::path::Path;

/// Compares with a golden file, named from the root of the repository. `UPDATE_GOLDEN=1` writes
/// it anew, to be read before it is committed.
pub(crate) fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).expect("the golden file can be written");
    }
    let golden = std::fs::read_to_string(&path).expect("the golden file is there");
    assert_eq!(text, golden, "{name}");
}

//! The real data, which stay outside the repository: `BELEID_DATA` names their folder.

use std::io::Write as _;
use std::path::PathBuf;

/// The path of a file of the real data. Without `BELEID_DATA` it prints that the test was skipped and
/// returns `None`; if the variable is set and there is no such file, the test fails.
pub(crate) fn file(name: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("BELEID_DATA") else {
        // Written past the capture of the test harness, so that it is seen.
        let _ =
            writeln!(std::io::stderr(), "left out: BELEID_DATA isn't set, so {name} is not tested");
        return None;
    };
    let path = PathBuf::from(folder).join(name);
    assert!(path.is_file(), "BELEID_DATA is set, but {} is no file", path.display());
    Some(path)
}

/// The text of such a file.
pub(crate) fn text(name: &str) -> Option<String> {
    let path = file(name)?;
    let text = std::fs::read_to_string(&path);
    Some(text.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

//! What the tests share.

pub(crate) mod data;
pub(crate) mod generate;
pub(crate) mod golden;
pub(crate) mod properties;

/// The folder of the library.
pub(crate) fn root() -> &'static std::path::Path {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the tests lie in the folder of the library")
}

/// Texts as a list, to be compared at once.
pub(crate) fn list<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    texts.collect()
}

/// The header of a figure, by the tables of its field.
pub(crate) fn header(field: &beleid::PolicyField, figure: &beleid::Figure) -> Option<String> {
    field.header_of(figure.cell.as_ref()?)
}

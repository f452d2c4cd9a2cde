//! The properties that the fuzz targets check, shared with the tests of the crate.

#[path = "../../tests/it/support/properties/mod.rs"]
mod properties;

/// Checks the property of the target of that name with these bytes.
pub fn check(target: &str, bytes: &[u8]) {
    properties::check(target, bytes);
}

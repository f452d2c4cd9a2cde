//! What the targets do with their bytes, which the tests of the crate do as well.

#[path = "../../tests/it/support/properties/mod.rs"]
mod properties;

/// Does with the bytes what the target of that name does.
pub fn check(target: &str, bytes: &[u8]) {
    properties::check(target, bytes);
}

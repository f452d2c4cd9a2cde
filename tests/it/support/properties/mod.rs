//! What holds for every input, whoever makes it up: the property tests, the fuzz targets in
//! `fuzz/`, and the replay of their corpus. Each is broken by a panic.
//!
//! The laws, and where they are: nothing is lost (`reading`: each line has one use, and its words
//! stand in the model; `wire`: there and back in each format), nothing is invented (`cell`), every
//! answer says why (`evaluation`; `reading`: findings have their places and spans), every loss has
//! a name (`wire`: what is refused is refused with an error, and what is taken is whole), real
//! documents load (all of them: nothing panics).

mod cell;
mod evaluation;
mod places;
mod reading;
pub(crate) mod wire;
mod workbook;

pub(crate) use cell::cell;
pub(crate) use reading::{bytes, layouts, read};
pub(crate) use workbook::workbook;

type Check = fn(&[u8]);

/// The fuzz targets by their names, each with what it does with its bytes.
pub(crate) const TARGETS: [(&str, Check); 7] = [
    ("bytes", bytes),
    ("cell", |bytes| cell(&String::from_utf8_lossy(bytes))),
    ("layouts", |bytes| layouts(&String::from_utf8_lossy(bytes))),
    ("read", |bytes| read(&String::from_utf8_lossy(bytes))),
    ("wire_json", wire::json),
    ("wire_postcard", wire::postcard),
    ("workbook", workbook),
];

/// Does with the bytes what the fuzz target of that name does.
pub(crate) fn check(target: &str, bytes: &[u8]) {
    let found = TARGETS.iter().find(|(name, _)| *name == target);
    found.unwrap_or_else(|| panic!("no fuzz target has the name {target}")).1(bytes);
}

//! The same document in each layout gives the same model, with spans into its own source.

mod any;
mod glued;
mod html;
mod limits;
mod others;
mod pipes;
mod real;
mod same;
mod separated;
mod sheets;
mod workbooks;

use beleid::{Layout, Reader, Reading};

/// Reads a source as a layout.
pub(crate) fn read(source: &str, layout: Layout) -> Reading<'_> {
    Reader::new().read_as(source, layout)
}

//! The columns that a mapping names, as the headers of a table are looked up in it.

mod column;
mod headers;

pub use column::MappedColumn;
pub(in crate::read) use headers::{Key, MappedHeaders, folded};

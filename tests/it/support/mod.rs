//! What the tests share.

pub(crate) mod data;
pub(crate) mod generate;
pub(crate) mod golden;
pub(crate) mod properties;

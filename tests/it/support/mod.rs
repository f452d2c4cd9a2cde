//! What the tests share.

#[cfg(feature = "serde")]
pub(crate) mod data;
#[cfg(feature = "serde")]
pub(crate) mod generate;
#[cfg(feature = "serde")]
pub(crate) mod golden;

//! The official code lists, and what is found in them.

mod files;
mod lists;
mod tables;

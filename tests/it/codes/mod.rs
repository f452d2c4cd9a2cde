//! The official code lists, and what is found in them.

mod changes;
mod files;
mod find;
mod identify;
mod lists;
mod tables;

//! Columns of the names of areas and organisations.

use super::language::{ColumnKind, Pack};

/// Whether a column holds the names of areas or organisations, according to its header.
pub(super) fn is_of_areas(pack: &Pack, header: &str) -> bool {
    pack.column(header) == Some(ColumnKind::Area)
}

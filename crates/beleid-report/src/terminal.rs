//! The report for a terminal.

use crate::view::View;

/// The report in so many columns.
pub(crate) fn text(view: &View, _width: u16, _has_colour: bool) -> String {
    view.title.clone()
}

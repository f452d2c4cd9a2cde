//! The report as Markdown.

use crate::view::View;

/// The report.
pub(crate) fn text(view: &View) -> String {
    format!("# {}\n", view.title)
}

//! Which dimension a name stands for that a document prints next to a figure.

use crate::leaves::dimension::{Dimension, DimensionName};
use crate::words::{fold, is_of_a_body, is_of_others};

/// The dimension that a name stands for, where nothing says more: a body of others (*Nederland*),
/// an area (*Gemeente*), or else `usual`. `None` if the name is no valid text.
pub(super) fn of(name: &str, usual: DimensionName) -> Option<Dimension> {
    let folded = fold(name, true);
    let first = folded.split(' ').next().unwrap_or_default();
    let is_other = is_of_others(&folded)
        || (is_of_a_body(&folded) && matches!(first, "nederland" | "landelijk" | "g4" | "g40"));
    let dimension = if is_other {
        DimensionName::BODY
    } else if is_of_a_body(&folded) {
        DimensionName::AREA
    } else {
        usual
    };
    Dimension::new(dimension, name).ok()
}

//! Which dimension a name stands for that a document prints next to a figure.

use super::language::Pack;
use super::shapes;
use crate::leaves::dimension::{Dimension, DimensionName};
use crate::words::fold;

/// The dimension that a name stands for, where nothing says more: a body of others (*Nederland*),
/// an area (*Gemeente*), or else `usual`. `None` if the name is no valid text.
pub(super) fn of(pack: &Pack, name: &str, usual: DimensionName) -> Option<Dimension> {
    let folded = fold(name, true);
    let first = folded.split(' ').next().unwrap_or_default();
    let is_body = pack.is_of_a_body(&folded);
    let is_other = pack.is_of_others(&folded)
        || shapes::is_class_of_size(pack, name)
        || (is_body && pack.has(first, |tables| tables.bodies.first_of_others));
    let dimension = if is_other {
        DimensionName::BODY
    } else if is_body {
        DimensionName::AREA
    } else {
        usual
    };
    Dimension::new(dimension, name).ok()
}

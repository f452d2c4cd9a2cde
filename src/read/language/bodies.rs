//! The names of bodies and areas.

use super::Pack;

impl Pack {
    /// Whether a name, folded with spaces, is that of all organisations together or of a group that an
    /// organisation is compared with.
    pub(in crate::read) fn is_of_others(&self, folded: &str) -> bool {
        self.languages().iter().any(|tables| tables.bodies.is_of_others(folded))
    }

    /// Whether a name, folded with spaces, is that of an organisation or an area.
    pub(in crate::read) fn is_of_a_body(&self, folded: &str) -> bool {
        self.languages().iter().any(|tables| tables.bodies.is_of_a_body(folded))
    }
}

//! The goal that the present text belongs to.

use crate::leaves::id::Id;
use crate::leaves::period::Period;

/// The state of reading the goals of the open field.
#[derive(Debug, Default)]
pub(super) struct Goals {
    /// The question that asks for goals: its line and its period.
    pub(super) asked: Option<(usize, Option<Period>)>,
    /// The goal whose heading is above the present line, and the depth of that heading.
    pub(super) open: Option<(Id, u8)>,
    /// The last goal that was named by its word, and not asked for.
    pub(super) named: Option<Id>,
    /// The goal above the rows of a table.
    pub(super) within: Option<Id>,
    /// The question below which words without bullets were taken as goals, and how many.
    pub(super) prose: Option<(usize, usize)>,
}

impl Goals {
    /// The goal that the present text belongs to.
    pub(super) fn open(&self) -> Option<&Id> {
        self.within.as_ref().or(self.open.as_ref().map(|(id, _)| id))
    }

    /// Leaves the goal at a heading that stands as high as its own.
    pub(super) fn leave(&mut self, depth: u8) {
        self.open.take_if(|(_, goal)| depth <= *goal);
    }
}

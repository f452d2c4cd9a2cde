//! The parts of a field that text goes to, and how a list of goals or actions is sorted out.

use super::lines::Lines;
use super::shapes;
use super::tree::Numbered;
use crate::leaves::id::Id;
use crate::leaves::period::Period;

/// The part of a field that text goes to.
pub(super) enum FieldPart {
    Introduction,
    /// A list of goals or of actions, which is sorted out when it ends.
    OpenList(OpenList),
    /// A section under a question or a heading.
    Section {
        /// Its index among those of the field.
        index: usize,
        /// Whether it is on what things cost.
        on_costs: bool,
    },
}

/// The text below a question that asks for a list.
pub(super) struct OpenList {
    pub(super) of: Numbered,
    /// The question as printed, its line, and the section of the field that it opened; no section
    /// where the items stand right below a goal.
    pub(super) heading: String,
    pub(super) question: usize,
    pub(super) section: Option<usize>,
    pub(super) period: Option<Period>,
    pub(super) items: Vec<Item>,
    /// The rows of tables among them that were read as text.
    pub(super) rows: Vec<(String, Lines)>,
    /// The goal that the items are for, where they stand below it.
    pub(super) goal: Option<Id>,
    /// Whether the items stand right below the goal, without a question of their own.
    pub(super) is_unasked: bool,
}

/// A paragraph, or an item with its bullet.
pub(super) struct Item {
    pub(super) text: String,
    pub(super) lines: Lines,
    pub(super) is_bullet: bool,
    /// Its depth in nested lists, if the layout states it.
    pub(super) depth: u8,
}

impl OpenList {
    /// The items of the list, and the text that is not one. Where there are bullets, these are
    /// the items; where there are none, each paragraph is one.
    pub(super) fn sort_out(items: Vec<Item>) -> (Vec<Item>, Vec<Item>) {
        let has_bullets = items.iter().any(|item| item.is_bullet);
        items.into_iter().partition(|item| item.is_bullet == has_bullets)
    }
}

impl Item {
    /// The text without its bullet, if it has one, and without the mark that closes the item.
    pub(super) fn content(&self) -> &str {
        if self.is_bullet { shapes::bullet_text(&self.text) } else { &self.text }
    }
}

//! Goals with their numbers, what stands below them, and how lists of goals and actions end.

use super::draft::Draft;
use super::heading;
use super::lines::{Kind, LineUse, Lines};
use super::parts::{FieldPart, Item, List};
use super::tree::Numbered;
use super::vocabulary::Question;
use crate::error::Quoted;
use crate::{Action, Goal, Id, Period, Rule, Section};

/// What is known of the goals of the field that is open.
#[derive(Debug, Default)]
pub(super) struct Goals {
    /// The question that asks for them: its line and its period.
    asked: Option<(usize, Option<Period>)>,
    /// The goal below whose heading the document is, and how deep that stands.
    open: Option<(Id, u8)>,
}

impl Goals {
    /// The goal that what stands here is for.
    pub(super) fn open(&self) -> Option<&Id> {
        self.open.as_ref().map(|(id, _)| id)
    }

    /// Leaves the goal at a heading that stands as high as its own.
    pub(super) fn leave(&mut self, depth: u8) {
        self.open.take_if(|(_, goal)| depth <= *goal);
    }
}

impl Draft<'_, '_> {
    /// Whether the question that is open asks for goals.
    pub(super) fn asks_for_goals(&self) -> bool {
        self.goals.asked.is_some()
    }

    /// What a question means for the goals.
    pub(super) fn ask(&mut self, question: Question, period: Option<Period>, at: usize) {
        match self.lines.get(at).map(|line| line.kind) {
            Some(Kind::Heading(depth)) => self.goals.leave(depth),
            // A question in bold below the heading of a goal is about that.
            Some(Kind::Paragraph) => {}
            _ => self.goals.open = None,
        }
        if matches!(question, Question::Goals) {
            self.goals.asked = Some((at, period));
        } else if self.goals.open.is_none() {
            self.goals.asked = None;
        }
    }

    /// Takes a goal with its number. What stands below it is for it.
    pub(super) fn take_goal(&mut self, at: usize) -> usize {
        self.end_list();
        let text = self.text(at).to_owned();
        let period = self.goals.asked.and_then(|(_, period)| period);
        self.mark(Lines::one(at), LineUse::Bullet);
        let Some(open) = self.field(at) else { return at + 1 };
        let Some(id) = open.next_id(Numbered::Goal) else { return at + 1 };
        open.field.goals.push(Goal { period, ..Goal::new(id.clone(), &*text) });
        open.lines.goals.push(Lines::one(at));
        // Without headings nobody can tell where what belongs to a goal ends.
        self.goals.open = self.depth(at).map(|depth| (id.clone(), depth));
        self.part = FieldPart::List(List {
            of: Numbered::Action,
            heading: text,
            question: at,
            period: None,
            items: Vec::new(),
            goal: Some(id),
            is_unasked: true,
        });
        at + 1
    }

    /// Sorts out the list that ends here, if one does. What is not an item of it is kept as a
    /// section under the printed question.
    pub(super) fn end_list(&mut self) {
        let part = std::mem::replace(&mut self.part, FieldPart::Introduction);
        let FieldPart::List(list) = part else {
            self.part = part;
            return;
        };
        if self.field(list.question).is_none() {
            return;
        }
        let (items, rest) = if list.is_unasked {
            // Words below a goal say more of it.
            list.items.into_iter().partition(|item| item.is_bullet)
        } else {
            List::sort_out(list.items)
        };
        if list.is_unasked && !items.is_empty() && !self.are_actions_asked_for() {
            let message = format!(
                "the items below {} were taken as what is done for it",
                Quoted(&list.heading)
            );
            self.find_in_field(Rule::LikelyReading, Lines::one(list.question), message);
        }
        // A goal with its number, and how deep it stands: what stands deeper is for it.
        let mut above: Option<(Id, u8)> = None;
        for item in items {
            above.take_if(|(_, depth)| item.depth <= *depth);
            let is_goal = matches!(list.of, Numbered::Goal) && above.is_none();
            let for_goal = above.as_ref().map(|(id, _)| id).or(list.goal.as_ref()).cloned();
            let id = self.add_item(&item, is_goal, list.period, for_goal);
            if is_goal
                && let Some(id) = id
                && heading::is_goal(self.vocabulary, item.content())
            {
                above = Some((id, item.depth));
            }
        }
        if let Some(open) = self.field(list.question)
            && !rest.is_empty()
        {
            let paragraphs = rest.into_iter().map(|item| item.text).collect();
            open.field.sections.push(Section::new(list.heading, paragraphs));
            open.lines.sections.push(Lines::one(list.question));
        }
    }

    /// Whether the question for the goals asks for what is done as well.
    fn are_actions_asked_for(&self) -> bool {
        let asked = self.goals.asked.map_or("", |(at, _)| self.text(at)).to_lowercase();
        asked.contains("activiteiten") || asked.contains("acties")
    }

    /// Adds an item of a list to the field that is open, and gives its id.
    fn add_item(
        &mut self,
        item: &Item,
        is_goal: bool,
        period: Option<Period>,
        for_goal: Option<Id>,
    ) -> Option<Id> {
        let open = self.field(item.lines.first)?;
        if is_goal {
            let id = open.next_id(Numbered::Goal)?;
            open.field.goals.push(Goal { period, ..Goal::new(id.clone(), item.content()) });
            open.lines.goals.push(item.lines);
            return Some(id);
        }
        let id = open.next_id(Numbered::Action)?;
        let goals = for_goal.into_iter().collect();
        open.field.actions.push(Action { goals, ..Action::new(id.clone(), item.content()) });
        open.lines.actions.push(item.lines);
        Some(id)
    }
}

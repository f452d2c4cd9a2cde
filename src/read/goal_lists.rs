//! Numbered goals, the text and actions below them, and the ends of lists of goals and actions.

use super::builder::Builder;
use super::heading;
use super::lines::{Kind, LineUse, Lines};
use super::parts::{FieldPart, Item, OpenList};
use super::questions::code_of;
use super::shapes;
use super::tree::Numbered;
use super::vocabulary::Question;
use crate::findings::rule::Message;
use crate::leaves::code::Code;
use crate::leaves::id::Id;
use crate::leaves::period::Period;
use crate::model::goal::{Action, Goal};

impl Builder<'_, '_> {
    /// Whether a heading stands right below a question for goals: deeper than that, and no deeper
    /// than the goal that is open.
    pub(super) fn is_below_goals(&self, depth: u8) -> bool {
        let asked = self.goals.asked.and_then(|(at, _)| self.depth(at));
        let is_beside = self.goals.open.as_ref().is_none_or(|(_, goal)| depth <= *goal);
        asked.is_some_and(|asked| depth > asked) && is_beside
    }

    /// Whether the question that is open asks for goals.
    pub(super) fn asks_for_goals(&self) -> bool {
        self.goals.asked.is_some()
    }

    /// Whether a line has a code within that of the question that is open: `1.1.2` below *1.1 Wat willen we bereiken?*
    pub(super) fn is_within_question(&self, text: &str) -> bool {
        let FieldPart::OpenList(list) = &self.part else { return false };
        let asked = code_of(self.vocabulary, &list.heading);
        let Some((asked, own)) = asked.zip(heading::number_of(self.vocabulary, text)) else {
            return false;
        };
        asked.contains(&own)
    }

    /// Updates the state at a question.
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
        let text = self.text(at);
        let named = heading::named_goal(self.vocabulary, text);
        let text = named.unwrap_or(text).to_owned();
        let period = self.goals.asked.and_then(|(_, period)| period);
        // Nobody says what stands below a goal that wasn't asked for.
        let is_asked = self.asks_for_goals() || self.depth(at).is_some();
        if is_asked {
            self.end_list();
        }
        self.mark(Lines::one(at), LineUse::Bullet);
        if is_asked {
            self.demote_prose();
        }
        let Some(id) = self.add_goal(&text, period, Lines::one(at)) else { return at + 1 };
        self.goals.named = Some(id.clone());
        if !is_asked {
            return at + 1;
        }
        // Without headings it is unknown where the text of a goal ends.
        self.goals.open = self.depth(at).map(|depth| (id.clone(), depth));
        self.part = FieldPart::OpenList(OpenList {
            of: Numbered::Action,
            heading: text,
            question: at,
            section: None,
            period: None,
            items: Vec::new(),
            rows: Vec::new(),
            goal: Some(id),
            is_unasked: true,
        });
        at + 1
    }

    /// Takes an action after its word. It is for the last goal that was named in the same way.
    pub(super) fn take_action(&mut self, at: usize) -> usize {
        let text = self.text(at);
        let text = heading::named_action(self.vocabulary, text).unwrap_or(text).to_owned();
        let goal = self.goals.named.clone();
        self.mark(Lines::one(at), LineUse::Bullet);
        self.add_action(&text, goal, Lines::one(at));
        at + 1
    }

    /// Takes a goal that stands over the rows of a table which are for it.
    pub(super) fn take_goal_within(&mut self, at: usize) {
        let text = self.text(at).to_owned();
        self.mark(Lines::one(at), LineUse::Bullet);
        let Some(open) = self.field(at) else { return };
        let known = open.field.goals.iter().find(|goal| goal.text == text);
        let known = known.map(|goal| goal.id.clone());
        let Some(id) = known.or_else(|| self.add_goal(&text, None, Lines::one(at))) else { return };
        self.goals.within = Some(id);
    }

    /// Leaves it at the end of the table.
    pub(super) fn leave_goal_within(&mut self) {
        self.goals.within = None;
    }

    /// What was said before goals with numbers or bullets is no goal itself: it becomes a section.
    fn demote_prose(&mut self) {
        let Some((question, count)) = self.goals.prose.take() else { return };
        let heading = self.text(question).to_owned();
        let Some(open) = self.tree.current() else { return };
        let Some(first) = open.field.goals.len().checked_sub(count) else { return };
        let goals = open.field.goals.split_off(first);
        let lines = open.lines.goals.split_off(first);
        let index = open.section_of_question(question, &heading);
        for (goal, lines) in goals.into_iter().zip(lines) {
            open.add_paragraph(index, goal.text, lines);
        }
    }

    /// Sorts out the list that ends here, if one does. What is not an item of it is kept in
    /// the section of the printed question.
    pub(super) fn end_list(&mut self) {
        let part = std::mem::replace(&mut self.part, FieldPart::Introduction);
        let FieldPart::OpenList(mut list) = part else {
            self.part = part;
            return;
        };
        if self.field(list.question).is_none() {
            return;
        }
        // What says where a table comes from is no item, whatever stands around it.
        let pack = self.vocabulary.pack();
        let is_caption_or_source =
            |item: &Item| !item.is_bullet && shapes::is_caption_or_source(pack, &item.text);
        let (side_cells, all): (Vec<_>, Vec<_>) =
            list.items.into_iter().partition(is_caption_or_source);
        list.items = all;
        list.rows.splice(0..0, side_cells.into_iter().map(|item| (item.text, item.lines)));
        let (items, rest) = if list.is_unasked {
            // Words below a goal say more of it.
            list.items.into_iter().partition(|item| item.is_bullet)
        } else {
            OpenList::sort_out(list.items)
        };
        if list.is_unasked && !items.is_empty() && !self.are_actions_asked_for() {
            let what = Message::ItemsAsActions { heading: (&list.heading).into() };
            self.report_in_field(Lines::one(list.question), what);
        }
        let are_goals = matches!(list.of, Numbered::Goal);
        let items = if are_goals { self.with_their_words(items) } else { items };
        if are_goals && !items.is_empty() {
            if items.iter().all(|item| !item.is_bullet) {
                self.goals.prose = Some((list.question, items.len()));
            } else {
                self.demote_prose();
            }
        }
        // A goal that has actions of its own, and how deep it stands: what stands deeper is one.
        let mut above: Option<(Id, u8)> = None;
        for item in with_their_parts(items, |item| are_goals && self.has_actions(item)) {
            above.take_if(|(_, depth)| item.depth <= *depth);
            let is_goal = are_goals && above.is_none();
            let for_goal = above.as_ref().map(|(id, _)| id).or(list.goal.as_ref()).cloned();
            let has_actions = is_goal && self.has_actions(&item);
            let id = self.add_item(&item, is_goal, list.period, for_goal);
            if let Some(id) = id.filter(|_| has_actions) {
                above = Some((id, item.depth));
            }
        }
        if let Some(open) = self.field(list.question)
            && !(rest.is_empty() && list.rows.is_empty())
        {
            let index = match list.section {
                Some(index) => index,
                None => open.section_of_question(list.question, &list.heading),
            };
            let rest = rest.into_iter().map(|item| (item.text, item.lines));
            for (text, lines) in rest.chain(list.rows) {
                open.add_paragraph(index, text, lines);
            }
        }
    }

    /// Goals of which the number stands on a line of its own, each with the words below it: *Doelstelling 1*, *Goed onderwijs*.
    fn with_their_words(&self, items: Vec<Item>) -> Vec<Item> {
        let is_number = |text: &str| {
            text.len() <= 40 && heading::is_goal(self.vocabulary, &format!("{text} a"))
        };
        let mut whole: Vec<Item> = Vec::with_capacity(items.len());
        for item in items {
            match whole.last_mut() {
                Some(number)
                    if is_number(&number.text) && !item.is_bullet && !is_number(&item.text) =>
                {
                    number.text.push(' ');
                    number.text.push_str(&item.text);
                    number.lines.last = item.lines.last;
                }
                _ => whole.push(item),
            }
        }
        whole
    }

    /// Whether the items below a goal in a list are what is done for it.
    fn has_actions(&self, goal: &Item) -> bool {
        let text = goal.content();
        let number = text.split_whitespace().next().unwrap_or_default();
        let after = text.strip_prefix(number).unwrap_or_default().trim_start();
        let text = if shapes::is_numbered(text) { after } else { text };
        self.are_actions_asked_for() || heading::is_goal(self.vocabulary, text)
    }

    /// Whether the question for the goals asks for what is done as well.
    fn are_actions_asked_for(&self) -> bool {
        let asked = self.goals.asked.map_or("", |(at, _)| self.text(at)).to_lowercase();
        let mut words = self.vocabulary.pack().each(|tables| tables.text.actions);
        words.any(|word| asked.contains(word))
    }

    /// Adds an item of a list to the open field, and returns its id.
    fn add_item(
        &mut self,
        item: &Item,
        is_goal: bool,
        period: Option<Period>,
        for_goal: Option<Id>,
    ) -> Option<Id> {
        if is_goal {
            return self.add_goal(item.content(), period, item.lines);
        }
        self.add_action(item.content(), for_goal, item.lines)
    }

    /// Adds an action to the field its first line stands in.
    pub(super) fn add_action(&mut self, text: &str, goal: Option<Id>, lines: Lines) -> Option<Id> {
        let code = heading::number_of(self.vocabulary, text);
        let open = self.field(lines.first)?;
        let id = open.next_id(Numbered::Action)?;
        let goals = goal.into_iter().collect();
        open.field.actions.push(Action { code, goals, ..Action::new(id.clone(), text) });
        open.lines.actions.push(lines);
        Some(id)
    }

    /// Adds a goal to the field its first line stands in.
    pub(super) fn add_goal(
        &mut self,
        text: &str,
        period: Option<Period>,
        lines: Lines,
    ) -> Option<Id> {
        let code = heading::number_of(self.vocabulary, text);
        let open = self.field(lines.first)?;
        let id = open.next_id(Numbered::Goal)?;
        // The goal that has the number which this one begins with.
        let outer = code.as_ref().and_then(Code::parent);
        let above = outer.and_then(|outer| {
            open.field.goals.iter().rev().find(|goal| goal.code.as_ref() == Some(&outer))
        });
        let parent = above.map(|goal| goal.id.clone());
        open.field.goals.push(Goal { code, parent, period, ..Goal::new(id.clone(), text) });
        open.lines.goals.push(lines);
        Some(id)
    }
}

/// Items with those that stand deeper in the list as lines of their texts, but for those below an
/// item that keeps them apart.
fn with_their_parts(items: Vec<Item>, keeps_apart: impl Fn(&Item) -> bool) -> Vec<Item> {
    let mut whole: Vec<Item> = Vec::with_capacity(items.len());
    // How deep the last item stands that keeps those below it apart.
    let mut apart: Option<u8> = None;
    for item in items {
        apart.take_if(|depth| item.depth <= *depth);
        let least = apart.map_or(1, |depth| depth + 1);
        match whole.last_mut() {
            Some(outer) if item.depth > outer.depth && outer.depth >= least => {
                outer.text.push('\n');
                outer.text.push_str(&item.text);
                outer.lines.last = item.lines.last;
            }
            _ => {
                if apart.is_none() && keeps_apart(&item) {
                    apart = Some(item.depth);
                }
                whole.push(item);
            }
        }
    }
    whole
}

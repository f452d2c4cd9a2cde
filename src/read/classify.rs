//! Classifies lines: a title, a heading, a question, the beginning of a table, an item of a list, or
//! text.

use super::builder::Builder;
use super::cell;
use super::goal_trees::Holds;
use super::heading;
use super::lines::{Kind, LineUse};
use super::marks;
use super::page_names::PageName;
use super::pages::is_furniture;
use super::parts::FieldPart;
use super::questions::{question, table_title};
use super::shapes;
use super::vocabulary::Question;
use crate::leaves::period::Period;
use crate::leaves::terms::{EditionKind, IndicatorKind};

/// What a line is, or what begins at it.
pub(super) enum LineClass {
    Title(heading::Title),
    Heading(heading::FieldHeading),
    /// A goal with its number.
    Goal,
    /// An action after its word and a colon.
    Action,
    /// The header of a table of goals and actions whose cells run into each other.
    GoalLines(Vec<Holds>),
    Question(Question, Option<Period>),
    TableTitle(Option<IndicatorKind>),
    /// A table without a title of its own.
    Table,
    /// A table that is split into cells, by its index.
    Grid(usize),
    /// A heading without a code, at a depth that the layout states.
    Unnumbered(u8),
    /// What a page without codes names its text by.
    Name(PageName),
    Bullet,
    /// The caption of a table or a picture.
    Caption,
    Text,
}

impl Builder<'_, '_> {
    /// Classifies a line by its text and that of the lines after it.
    #[expect(clippy::too_many_lines, reason = "one question after another, in their order")]
    pub(super) fn classify(&self, at: usize) -> LineClass {
        const MAX_LEN: usize = 250;
        let text = self.text(at);
        match self.lines.get(at).map(|line| line.kind) {
            None | Some(Kind::Line) => {}
            Some(Kind::Cell(grid)) => return LineClass::Grid(grid as usize),
            Some(Kind::Item(_)) => return LineClass::Bullet,
            Some(Kind::Caption) => {
                let kind = table_title(self.vocabulary, text);
                return kind.map_or(LineClass::Caption, LineClass::TableTitle);
            }
            Some(kind @ (Kind::Heading(_) | Kind::Paragraph)) => {
                return self.classify_piece(kind, text, at);
            }
        }
        // Most lines of a table: it has no words, and is too short or too long for a year.
        if cell::is_bare(text) && text.len() != 4 && !self.begins_table(at) {
            return LineClass::Text;
        }
        if self.begins_table(at) {
            return LineClass::Table;
        }
        if let Some(columns) = self.goal_line_columns(at) {
            return LineClass::GoalLines(columns);
        }
        if self.is_part_of_document(at) {
            return LineClass::Name(PageName::Around);
        }
        // Above the title it needs no finding: `take_body`.
        let is_above_title = || heading::title(self.vocabulary, self.text(at + 1)).is_some();
        if self.is_organisation(at) && !is_above_title() {
            return LineClass::Name(PageName::Organisation);
        }
        let in_list = matches!(self.part, FieldPart::OpenList(_));
        if shapes::is_bullet(text)
            || (in_list && (shapes::is_numbered(text) || shapes::is_numbered_in_parts(text)))
            || self.is_within_question(text)
        {
            return LineClass::Bullet;
        }
        if text.len() > MAX_LEN {
            return LineClass::Text;
        }
        if let Some((question, period)) = question(self.vocabulary, text)
            && (text.ends_with('?') || self.stands_apart(at))
        {
            return LineClass::Question(question, period);
        }
        if let Some(kind) = table_title(self.vocabulary, text)
            && (self.stands_apart(at) || self.begins_table(at + 1))
        {
            return LineClass::TableTitle(kind);
        }
        // The title of a budget looks like a column header. The first line of a document is its
        // title, and so is a line above the headers of a table.
        let title = if at == 0 {
            heading::first_title(self.vocabulary, text)
        } else {
            heading::title(self.vocabulary, text)
        };
        let title = title.filter(|_| self.stands_apart(at));
        let opens = title
            .as_ref()
            .is_some_and(|title| at == 0 || (self.is_own(title) && self.begins_table(at + 1)));
        if !opens && self.begins_table(at) {
            return LineClass::Table;
        }
        // Between other headers it is one of them.
        let is_among_headers = || {
            at.checked_sub(1).is_some_and(|before| {
                let facts = self.vocabulary.facts(self.text(before));
                // *Jaarrekening* alone above it, at the top of a page, is the item of a menu.
                let is_top = before == 0 && !self.begins_table(at + 1);
                facts.rest == 0
                    && facts.role.is_some()
                    && !is_top
                    && self.used_as(before) != Some(LineUse::Title)
            })
        };
        // *Meetmoment:* says what the year is of.
        let is_named = || at.checked_sub(1).is_some_and(|before| self.text(before).ends_with(':'));
        // Below the first lines, other headers below it make it one too.
        let leads_headers = || {
            const MAX_BELOW: usize = 2;
            let is_header = |below: usize| {
                let facts = self.vocabulary.facts(self.text(below));
                facts.rest == 0 && facts.role.is_some() && self.text(below) != text
            };
            !self.tree.is_bare() && (at + 1..=at + MAX_BELOW).any(is_header)
        };
        // The reports of other kinds have names that rows of tables have as well.
        let is_usual = |title: &heading::Title| {
            let kind = title.edition.kind.as_ref();
            kind == Some(&EditionKind::BUDGET) || kind == Some(&EditionKind::ANNUAL_REPORT)
        };
        if let Some(title) = title
            && (self.tree.is_bare() || is_usual(&title))
            && !is_among_headers()
            && !is_named()
            && (self.is_own(&title) || !leads_headers())
        {
            return LineClass::Title(title);
        }
        let is_goal = heading::is_goal(self.vocabulary, text) && self.stands_apart(at);
        // Between a title and the headers of its table it is what the table is for.
        if is_goal && (self.asks_for_goals() || self.leads_to_table(at)) {
            return LineClass::Goal;
        }
        if heading::named_goal(self.vocabulary, text).is_some() {
            return LineClass::Goal;
        }
        if heading::named_action(self.vocabulary, text).is_some() {
            return LineClass::Action;
        }
        if self.stands_apart(at)
            && !self.reads_on(at)
            && let Some(heading) = heading::field_heading(self.vocabulary, text)
        {
            return LineClass::Heading(heading);
        }
        self.page_name(at).map_or(LineClass::Text, LineClass::Name)
    }

    /// Classifies a heading or a paragraph that the layout marks as such.
    fn classify_piece(&self, kind: Kind, text: &str, at: usize) -> LineClass {
        const MAX_LEN: usize = 250;
        if text.len() > MAX_LEN {
            return LineClass::Text;
        }
        if kind == Kind::Paragraph && is_furniture(self.vocabulary.pack(), text) {
            return LineClass::Name(PageName::Around);
        }
        if let Some((question, period)) = question(self.vocabulary, text) {
            return LineClass::Question(question, period);
        }
        if let Some(kind) = table_title(self.vocabulary, text) {
            return LineClass::TableTitle(kind);
        }
        if let Some(title) = heading::title(self.vocabulary, text) {
            return LineClass::Title(title);
        }
        let is_heading = matches!(kind, Kind::Heading(_));
        let is_below = matches!(kind, Kind::Heading(depth) if self.is_below_goals(depth));
        let is_goal = heading::is_goal(self.vocabulary, text)
            || (self.asks_for_goals() && heading::is_lettered_goal(text))
            || (is_below && heading::is_numbered(text));
        if is_goal && (is_heading || self.asks_for_goals()) {
            return LineClass::Goal;
        }
        let heading = if is_heading {
            heading::field_heading_of_piece(self.vocabulary, text)
        } else {
            heading::field_heading(self.vocabulary, text)
        };
        if let Some(heading) = heading {
            return LineClass::Heading(heading);
        }
        match kind {
            Kind::Heading(level) => LineClass::Unnumbered(level),
            _ if shapes::is_bullet(text) => LineClass::Bullet,
            _ => self.page_name(at).map_or(LineClass::Text, LineClass::Name),
        }
    }

    /// Whether the headers of two or more columns with periods begin here, with a label and a cell
    /// after them: a table without a title.
    pub(super) fn begins_table(&self, at: usize) -> bool {
        self.found_at.binary_search(&at).is_ok()
    }

    /// Whether a line is separated from the text before it. If not, it is the rest of a sentence,
    /// which may begin with the code of another field.
    pub(super) fn stands_apart(&self, at: usize) -> bool {
        if self.lines.get(at).is_some_and(|line| line.after_blank) {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return true };
        match self.used_as(before) {
            Some(LineUse::Paragraph | LineUse::Bullet) => {
                self.text(before).ends_with(['.', ';', '!', '?'])
            }
            // Not used yet: a cell or a footnote ends the text before it.
            Some(LineUse::Unread) => {
                self.is_cell(before) || marks::split_footnote(self.text(before)).is_some()
            }
            _ => true,
        }
    }

    /// Whether a table begins right below a line, or below the title of one.
    fn leads_to_table(&self, at: usize) -> bool {
        self.begins_table(at + 1)
            || table_title(self.vocabulary, self.text(at + 1)).is_some()
                && self.begins_table(at + 2)
    }

    /// Whether the next line continues the sentence of this one.
    fn reads_on(&self, at: usize) -> bool {
        self.lines
            .get(at + 1)
            .is_some_and(|next| !next.after_blank && next.text.starts_with(char::is_lowercase))
    }

    pub(super) fn is_on_costs(&self) -> bool {
        matches!(self.part, FieldPart::Section { on_costs: true, .. })
    }

    /// Whether a title is that of the edition itself, as running heads are.
    fn is_own(&self, title: &heading::Title) -> bool {
        self.tree.budget.edition.title == title.edition.title
    }

    fn is_cell(&self, at: usize) -> bool {
        self.lines
            .get(at)
            .is_none_or(|line| cell::read(self.vocabulary, &line.text).looks_like_cell())
    }
}

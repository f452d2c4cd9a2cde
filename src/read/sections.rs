//! The middle stage: walks over the lines and puts each title, heading, table and text where it
//! belongs.

use super::builder::{Builder, Built};
use super::classify::LineClass;
use super::facts::classes::Class;
use super::goals::Goals;
use super::heading;
use super::lines::{Kind, LineUse, Lines};
use super::mapping::Guide;
use super::marks;
use super::page_names;
use super::parts::{FieldPart, Item, OpenList};
use super::questions::code_of;
use super::shapes;
use super::source::Pieces;
use super::spot::Spot;
use super::tree::Numbered;
use super::vocabulary::Question;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::leaves::period::Period;
use crate::model::budget::Organisation;
use crate::model::field::{Heading, PolicyField};
use crate::model::figure::Cell;
use crate::model::note::Note;
use crate::model::section::{Section, SectionKind};
use crate::model::table::{Table, TableRow};
use crate::words::has_digit;

/// Reads the lines of a document.
pub(super) fn read(
    guide: &Guide<'_>,
    pieces: &Pieces<'_>,
    around: Option<heading::Title>,
) -> Built {
    let lines = &pieces.lines;
    let mut builder = Builder::new(guide, pieces);
    builder.take_title_around(around);
    let mut at = 0;
    while at < lines.len() {
        at = match builder.classify(at) {
            LineClass::Title(title) => builder.take_title(title, at),
            LineClass::Heading(heading) => builder.take_heading(heading, at),
            LineClass::Goal => builder.take_goal(at),
            LineClass::Action => builder.take_action(at),
            LineClass::GoalLines(columns) => builder.take_goal_lines(at, &columns),
            LineClass::Question(question, period) => builder.take_question(question, period, at),
            LineClass::TableTitle(kind) => builder.take_titled_table(kind.as_ref(), at),
            LineClass::Table => builder.take_table(None, at),
            LineClass::Grid(grid) => builder.take_grid(grid, at),
            LineClass::Unnumbered(level) => builder.take_unnumbered(level, at),
            LineClass::Name(name) => builder.take_name(name, at),
            LineClass::Caption => builder.take_caption(at),
            LineClass::Bullet => builder.take_text(at, true),
            LineClass::Text => builder.take_text(at, false),
        };
    }
    builder.end_list();
    builder.finish()
}

// Each takes what begins at a line, and returns the line after it.
impl Builder<'_, '_> {
    /// Takes the title that stands around the text, until the text has one of its own.
    fn take_title_around(&mut self, title: Option<heading::Title>) {
        let Some(title) = title else { return };
        self.tree.budget.edition = title.edition;
        self.tree.budget.organisation = title.organisation.map(Organisation::new);
        self.is_titled_around = true;
    }

    fn take_title(&mut self, title: heading::Title, at: usize) -> usize {
        let is_around = std::mem::take(&mut self.is_titled_around);
        let edition = &mut self.tree.budget.edition;
        if edition.title.is_none() || is_around {
            let is_same =
                (&edition.kind, edition.period) == (&title.edition.kind, title.edition.period);
            *edition = title.edition;
            let organisation = &mut self.tree.budget.organisation;
            let named = title.organisation.map(Organisation::new);
            let is_own = named.is_some();
            *organisation = named.or_else(|| organisation.take().filter(|_| is_same || !is_around));
            // The title of the text doesn't name it, and a running head of the same edition does.
            if let Some(body) = organisation.as_ref().filter(|_| is_around && !is_own) {
                let what = Message::OrganisationByPlace { name: (&*body.name).into() };
                self.report(Place::default().at(Part::Organisation), Lines::one(at), what);
            }
            self.tree.lines.edition = Some(Lines::one(at));
            self.mark(Lines::one(at), LineUse::Title);
        } else if edition.title == title.edition.title {
            self.mark(Lines::one(at), LineUse::Title);
        } else {
            let first = edition.title.as_deref().unwrap_or_default().into();
            let what = Message::SecondTitle { title: self.text(at).into(), first };
            self.report(Place::default().at(Part::Edition), Lines::one(at), what);
        }
        at + 1
    }

    pub(super) fn take_heading(&mut self, mut heading: heading::FieldHeading, at: usize) -> usize {
        // The heading of the field itself, again, is a running head.
        if self.tree.current().is_some_and(|open| open.field.heading == heading.heading) {
            self.mark(Lines::one(at), LineUse::Heading);
            return at + 1;
        }
        self.end_list();
        self.pending = None;
        self.part = FieldPart::Introduction;
        let own = self.title_below(&heading.heading, at);
        let lines = Lines { first: at, last: own.unwrap_or(at) };
        if let Some(title) = own {
            heading.heading.title = Some(self.text(title).to_owned());
        }
        let code = heading.heading.code.as_ref();
        let is_repeated = code.is_some_and(|code| self.tree.has_code(code));
        self.goals = Goals::default();
        let depth = self.depth(at);
        let fits = self.tree.open(heading.level, heading.heading, Some(lines), depth);
        self.mark(lines, LineUse::Heading);
        if own.is_some() {
            let (title, label) = (self.text(lines.last).into(), self.text(at).into());
            self.report_in_field(lines, Message::TitleBelow { title, label });
        }
        if is_repeated {
            let what = Message::CodeRepeated { text: self.text(at).into() };
            self.report_in_field(Lines::one(at), what);
        }
        if !fits {
            let (text, depth) = (self.text(at).into(), PolicyField::MAX_DEPTH);
            self.report_in_field(Lines::one(at), Message::MovedUp { text, depth });
        }
        lines.last + 1
    }

    /// The line below a heading without a title that is its title: a few words that are no
    /// sentence, and open nothing.
    fn title_below(&self, heading: &Heading, at: usize) -> Option<usize> {
        const MAX_LEN: usize = 80;
        let below = at + 1;
        let text = self.text(below);
        let is_title = heading.title.is_none()
            && self.lines.get(below).is_some_and(|line| line.kind == Kind::Line)
            && text.len() <= MAX_LEN
            && text.starts_with(char::is_uppercase)
            && !text.ends_with(['.', ':', ';', '?', '!', ','])
            && !text.contains(|c: char| c.is_ascii_digit())
            && self.lines.get(below + 1).is_none_or(|next| next.after_blank)
            && matches!(self.classify(below), LineClass::Text);
        is_title.then_some(below)
    }

    fn take_question(&mut self, question: Question, period: Option<Period>, at: usize) -> usize {
        self.pending = None;
        self.end_list();
        if let Some(depth) = self.depth(at) {
            self.tree.close_to(depth);
        }
        self.mark(Lines::one(at), LineUse::Question);
        let heading = self.text(at).to_owned();
        if let Some(code) = code_of(self.vocabulary, &heading) {
            self.tree.close_beside(&code);
        }
        self.ask(question, period, at);
        let goal = self.goals.open().cloned();
        let kind = page_names::kind_of(question);
        let part = self.open_section(kind, heading.clone(), at);
        let FieldPart::Section { index, .. } = part else { return at + 1 };
        let list = |of| {
            FieldPart::OpenList(OpenList {
                of,
                heading,
                period,
                question: at,
                section: Some(index),
                items: Vec::new(),
                rows: Vec::new(),
                goal: goal.clone(),
                is_unasked: false,
            })
        };
        self.part = match question {
            Question::Goals => list(Numbered::Goal),
            Question::Actions => list(Numbered::Action),
            _ => part,
        };
        at + 1
    }

    /// The depth of a heading, if the layout states it.
    pub(super) fn depth(&self, at: usize) -> Option<u8> {
        match self.lines.get(at)?.kind {
            Kind::Heading(depth) => Some(depth),
            _ => None,
        }
    }

    pub(super) fn open_section(
        &mut self,
        kind: SectionKind,
        heading: String,
        at: usize,
    ) -> FieldPart {
        let on_costs = kind == SectionKind::Costs;
        let Some(open) = self.field(at) else { return FieldPart::Introduction };
        let index = open.open_section(Section::new(kind, heading), Some(Lines::one(at)));
        FieldPart::Section { index, on_costs }
    }

    /// Takes a paragraph or an item of a list, with the lines that go on with it.
    fn take_text(&mut self, at: usize, is_bullet: bool) -> usize {
        if at == 0 && self.take_body() {
            return 1;
        }
        let mut text = self.text(at).to_owned();
        let mut last = at;
        let used_as = if is_bullet { LineUse::Bullet } else { LineUse::Paragraph };
        self.mark(Lines::one(at), used_as);
        while self.lines.get(last + 1).is_some_and(|line| !line.after_blank)
            && matches!(self.classify(last + 1), LineClass::Text)
        {
            last += 1;
            text.push(' ');
            text.push_str(self.text(last));
            self.mark(Lines::one(last), used_as);
        }
        let lines = Lines { first: at, last };
        self.report_unclaimed(last);
        let Some(text) = self.tie_footnote(text, lines) else { return last + 1 };
        self.report_unclear_text(lines);
        if let FieldPart::OpenList(list) = &mut self.part {
            let depth = match self.lines.get(at).map(|line| line.kind) {
                Some(Kind::Item(depth)) => depth,
                _ => 1,
            };
            list.items.push(Item { text, lines, is_bullet, depth });
        } else {
            self.add_paragraph(text, lines);
        }
        last + 1
    }

    /// Reports the numbers up to a line that no table claimed, and keeps them with the field.
    fn report_unclaimed(&mut self, up_to: usize) {
        while self.unclaimed.front().is_some_and(|group| group.first <= up_to) {
            let Some(group) = self.unclaimed.pop_front() else { return };
            let lines = Lines { first: group.first, last: group.last };
            // Cells of words go with them, and are no numbers.
            let is_number = |spot: &&Spot| has_digit(spot.text(self.lines));
            let numbers = group.numbers.iter().filter(is_number).count();
            let from = self.text(group.first).into();
            self.take_numbers(&group.numbers, lines, Message::NumbersInNoTable { numbers, from });
        }
    }

    /// Keeps numbers with the field that belong to no table that was understood, and says so.
    pub(super) fn take_numbers(&mut self, numbers: &[Spot], lines: Lines, what: Message) {
        let number = self.field(lines.first).map_or(1, |open| open.field.tables.len() + 1);
        let number = u32::try_from(number).unwrap_or(0);
        let mut table = Table::default();
        // What has the same words before it is of one row.
        let mut row = 0;
        let (mut line, mut labelled) = (None, None);
        for spot in numbers {
            if line != Some(spot.piece()) {
                line = Some(spot.piece());
                let words = self.words_before(*spot, lines.first);
                let at = words.map(|(at, _)| at);
                if let Some((_, text)) = words.filter(|_| at != labelled) {
                    row += 1;
                    table.rows.push(TableRow::new(row, text));
                }
                labelled = at;
            }
            table.unplaced.push(Cell::new(spot.text(self.lines)).at(number, row, 0));
        }
        let Some(open) = self.field(lines.first) else { return };
        open.add_table(table, lines);
        if let Some(at) = open.lines.tables.last_mut() {
            at.unplaced.extend(numbers);
        }
        let place = open.place.clone().at(Part::Table(open.field.tables.len().saturating_sub(1)));
        self.report(place, lines, what);
    }

    /// The words before the first number of a line, or on the line or in the cell above it, and where they stand.
    fn words_before(&self, spot: Spot, first: usize) -> Option<(usize, &str)> {
        /// The cells of a row with a line each.
        const MAX_ABOVE: usize = 40;
        /// In bytes. What is longer is a sentence.
        const MAX_LEN: usize = 200;
        let has_words = |text: &str| text.len() <= MAX_LEN && text.contains(char::is_alphabetic);
        let front = self.text(spot.piece()).get(..spot.start()).unwrap_or_default();
        let is_of_number =
            |c: char| c.is_whitespace() || matches!(c, '(' | ':' | '€' | '£' | '$' | '<' | '>');
        let front = front.trim_end_matches(is_of_number);
        if has_words(front) {
            return Some((spot.piece(), front));
        }
        let above = (spot.piece().saturating_sub(MAX_ABOVE).max(first.saturating_sub(1))
            ..spot.piece())
            .rev();
        let is_label = |at: &usize| {
            let text = self.text(*at);
            has_words(text) && !has_digit(text) && self.vocabulary.class(text) != Class::Number
        };
        above.into_iter().find(is_label).map(|at| (at, self.text(at)))
    }

    /// Ties a text to the mark that it begins with, where that still lacks its footnote; else
    /// returns it. In a list that has such items itself it is one of them.
    fn tie_footnote(&mut self, text: String, lines: Lines) -> Option<String> {
        let Some((mark, note)) = marks::split_footnote(&text) else { return Some(text) };
        let is_item = match &self.part {
            FieldPart::OpenList(list) => list
                .items
                .iter()
                .find(|item| item.is_bullet)
                .is_none_or(|first| marks::split_footnote(&first.text).is_some()),
            _ => false,
        };
        let Some(open) = self.tree.current() else { return Some(text) };
        if is_item || !open.pending_marks.lacks(mark) {
            return Some(text);
        }
        let pack = self.vocabulary.pack();
        let note = Note::new(mark, note);
        let (field, at) = (&mut open.field, &mut open.lines);
        if let Some(note) =
            open.pending_marks.tie(pack, note, lines, &mut field.indicators, &mut at.indicators)
        {
            field.notes.push(note);
            at.notes.push(lines);
        }
        self.mark(lines, LineUse::Note);
        None
    }

    /// Takes what stands above a table or below a picture: it is text, and no item of a list.
    fn take_caption(&mut self, at: usize) -> usize {
        let text = self.text(at).to_owned();
        self.mark(Lines::one(at), LineUse::Paragraph);
        self.take_row_of_text(text, Lines::one(at));
        at + 1
    }

    /// Whether a text that stands apart may be a heading that isn't known.
    fn may_open(&self, text: &str) -> bool {
        let in_list = matches!(self.part, FieldPart::OpenList(_)) && shapes::is_numbered(text);
        !in_list && heading::may_be_heading(self.vocabulary, text)
    }

    /// Takes the name of a body above the title that opens the document.
    fn take_body(&mut self) -> bool {
        let body = self.text(0);
        let opens = heading::is_body(self.vocabulary.pack(), body)
            && heading::title(self.vocabulary, self.text(1)).is_some();
        if opens {
            self.tree.budget.organisation = Some(Organisation::new(body));
            self.mark(Lines::one(0), LineUse::Title);
        }
        opens
    }

    /// Reports text that may be something else.
    fn report_unclear_text(&mut self, lines: Lines) {
        for at in lines.first..=lines.last {
            let text = self.text(at);
            let is_unclear = (at == lines.first && self.may_open(text))
                || (at > lines.first && heading::field_heading(self.vocabulary, text).is_some());
            if is_unclear {
                self.report_in_field(Lines::one(at), Message::MaybeHeading { text: text.into() });
            } else if self.holds_headers(text) && !self.is_before_numbers(at) {
                self.report_in_field(Lines::one(at), Message::HeadersAsText { text: text.into() });
            }
        }
    }

    /// Whether a line has several headers of columns with gaps between them.
    fn holds_headers(&self, text: &str) -> bool {
        const MAX_LEN: usize = 250;
        if text.len() > MAX_LEN || !(text.contains("  ") || text.contains(['\t', '|'])) {
            return false;
        }
        let parts = text.split(['\t', '|']).flat_map(|part| part.split("  ")).map(str::trim);
        let is_header = |part: &&str| {
            let facts = self.vocabulary.facts(part);
            facts.rest == 0 && facts.is_placing()
        };
        parts.filter(|part| !part.is_empty()).filter(is_header).count() > 1
    }

    /// Whether numbers that no table claimed follow, which are reported themselves.
    fn is_before_numbers(&self, at: usize) -> bool {
        const MAX_BETWEEN: usize = 4;
        self.unclaimed.front().is_some_and(|group| group.first <= at + MAX_BETWEEN)
    }

    /// Takes a heading without a code: of a field where it stands as high as the open one or there
    /// is none, else of a part of that.
    fn take_unnumbered(&mut self, level: u8, at: usize) -> usize {
        self.end_list();
        self.goals.leave(level);
        let text = self.text(at).to_owned();
        // What stands in front of the first heading is no field that this could be a part of. Where other headings have codes, the one
        // without is no field.
        let has_codes = self.has_codes;
        let is_within = self.tree.current().is_some_and(|open| {
            let is_named = open.field.heading != Heading::default() || has_codes;
            is_named && open.depth.is_none_or(|depth| depth < level)
        });
        self.mark(Lines::one(at), LineUse::Heading);
        if is_within {
            self.part = self.open_section(SectionKind::Other, text, at);
        } else {
            let heading = Heading { label: None, code: None, title: Some(text) };
            self.part = FieldPart::Introduction;
            self.goals = Goals::default();
            self.tree.open_at(level, heading, Lines::one(at));
        }
        at + 1
    }

    /// Takes a row of a table that was read as text: it is no item of a list.
    pub(super) fn take_row_of_text(&mut self, text: String, lines: Lines) {
        if let FieldPart::OpenList(list) = &mut self.part {
            list.rows.push((text, lines));
        } else {
            self.add_paragraph(text, lines);
        }
    }
}

//! The names on pages that print no codes: *Begroting 2020*, *Sociaal domein*, *Wat mag het kosten?* below each other. Only
//! its place says that the second line names a field, so a finding tells of it.

use super::builder::Builder;
use super::goals::Goals;
use super::heading::{self, FieldHeading};
use super::lines::{Kind, LineUse, Lines};
use super::parts::FieldPart;
use super::questions::{question, table_title};
use super::shapes;
use super::vocabulary::Question;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::model::budget::Organisation;
use crate::model::field::Heading;
use crate::model::section::SectionKind;
use crate::words::{fold, fold_word};

/// What a line without a code names.
pub(super) enum PageName {
    /// A field.
    Field(FieldHeading),
    /// A part of the open field.
    Section,
    /// The field that is open, once more.
    Again,
    /// The organisation.
    Organisation,
    /// Nothing: a part of the document, as a menu has it, or a link of the site.
    Around,
}

impl Builder<'_, '_> {
    /// What a line names by its place, which nothing else explains.
    pub(super) fn page_name(&self, at: usize) -> Option<PageName> {
        let line = self.lines.get(at)?;
        let text = &*line.text;
        if self.has_headings || !self.is_name(at) {
            return None;
        }
        // What stands right above the headers of a table is its title.
        let is_titled = heading::field_heading_of_piece(self.vocabulary, text)
            .is_some_and(|heading| heading.heading.label.is_some());
        if self.begins_table(at + 1) && !(line.is_named || is_titled || self.is_name(at + 1)) {
            return None;
        }
        let has_name = self.tree.heading().is_some_and(|heading| *heading != Heading::default());
        let pack = self.vocabulary.pack();
        let folded = fold(text, false);
        let is_told = line.is_named || self.comes_twice(at);
        let is_labelled = self.is_labelled(at);
        let is_of_field = pack.has(&folded, |tables| tables.text.field_parts);
        if is_labelled
            && self.tree.heading()
                != Some(&heading::heading_by_place(self.vocabulary, text).heading)
        {
            return Some(PageName::Field(heading::heading_by_place(self.vocabulary, text)));
        }
        if has_name {
            return self.name_within(at, is_told, is_of_field);
        }
        if is_of_field || !(is_labelled || self.ends_block(at)) {
            return None;
        }
        let is_field = if self.tree.is_bare() {
            is_told
                || is_titled
                || is_labelled
                || self.is_below_title(at)
                || self.leads_to_text(at, false)
        } else {
            let is_listed = matches!(self.part, FieldPart::OpenList(_));
            let is_asked = || !is_listed && self.question_below(at).is_some();
            is_labelled || is_titled || !self.tree.has_tables() && (is_told || is_asked())
        };
        is_field.then(|| PageName::Field(heading::heading_by_place(self.vocabulary, text)))
    }

    /// Whether a line names the organisation: the first of all, or right below the title of the edition.
    pub(super) fn is_organisation(&self, at: usize) -> bool {
        let is_first = || at == 0 || self.used_as(at - 1) == Some(LineUse::Title);
        let is_open = self.tree.budget.organisation.is_none() && self.tree.is_bare();
        is_open
            && is_first()
            && self.lines.get(at + 1).is_some_and(|next| next.after_blank || at == 0)
            && heading::is_body(self.vocabulary.pack(), self.text(at))
    }

    /// Whether a line in front of all fields names a part of the document, as a menu does, and something follows it.
    pub(super) fn is_part_of_document(&self, at: usize) -> bool {
        const MAX_LEN: usize = 40;
        let text = self.text(at);
        let is_part = || {
            let folded = fold(text, false);
            self.vocabulary.pack().has(&folded, |tables| tables.text.document_parts)
        };
        text.len() <= MAX_LEN && self.tree.is_bare() && self.ends_block(at) && is_part()
    }

    /// What a line names within a field that has a name.
    fn name_within(&self, at: usize, is_told: bool, is_of_field: bool) -> Option<PageName> {
        let text = self.text(at);
        let heading = heading::heading_by_place(self.vocabulary, text);
        if self.tree.heading() == Some(&heading.heading) {
            return Some(PageName::Again);
        }
        let is_listed = matches!(self.part, FieldPart::OpenList(_));
        // The question that was asked of the open field is asked of the next one.
        let asked = self.question_below(at).filter(|_| self.ends_block(at) && !is_of_field);
        if asked.is_some_and(|asked| self.tree.has_section(asked)) {
            return Some(PageName::Field(heading));
        }
        if is_told && heading.heading.label.is_some() && heading.heading.code.is_some() {
            return Some(PageName::Field(heading));
        }
        (is_told && !is_listed).then_some(PageName::Section)
    }

    /// Whether a line may be a name: a few words that are no sentence, no header and no figure.
    fn is_name(&self, at: usize) -> bool {
        const MAX_LEN: usize = 110;
        const MAX_WORDS: usize = 12;
        let text = self.text(at);
        let is_kind = self
            .lines
            .get(at)
            .is_some_and(|line| matches!(line.kind, Kind::Line | Kind::Paragraph));
        if !is_kind || text.len() > MAX_LEN || !text.starts_with(char::is_alphanumeric) {
            return false;
        }
        let (first, after) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let is_coded = first.starts_with(|c: char| c.is_ascii_digit());
        let words = if is_coded { after.trim_start() } else { text };
        let is_label = |word: &str| {
            self.vocabulary.pack().has(&word.to_lowercase(), |tables| tables.text.field_labels)
        };
        let is_level =
            || fold_word(first).is_some_and(|word| self.vocabulary.level(&word).is_some());
        let has_level = !is_coded && (is_label(first.trim_end_matches(':')) || is_level());
        let is_shaped = (words.starts_with(char::is_uppercase) || has_level)
            && !text.ends_with(['.', ',', ';', ':', '?', '!', '|', '%'])
            && !text.contains(['\t', '|', '€', '=', '@', '"'])
            && !text.contains("  ")
            && words.split_whitespace().count() <= MAX_WORDS
            && words.chars().filter(|c| c.is_alphabetic()).count() > 2
            && (has_level || !words.contains(|c: char| c.is_ascii_digit()));
        // Of the code only what is short: `2.3`, `01.`, `1A`.
        let is_code = !is_coded
            || first.len() <= 5 && heading::number_of(self.vocabulary, text).is_some()
            || first.bytes().all(|byte| byte.is_ascii_digit()) && first.len() <= 2;
        is_shaped
            && is_code
            && self.stands_apart(at)
            && !heading::is_body(self.vocabulary.pack(), text)
            && !shapes::is_scale(self.vocabulary.pack(), text)
            && !shapes::is_caption_or_source(self.vocabulary.pack(), text)
            && (self.lines.get(at).is_some_and(|line| line.is_named)
                || self.vocabulary.facts(words).rest > 0
                // *Investeringen* below the title and above a text is no header.
                || self.is_below_title(at) && shapes::is_sentence(self.text(at + 1)))
            && !heading::is_goal(self.vocabulary, text)
            && question(self.vocabulary, text).is_none()
            && table_title(self.vocabulary, text).is_none()
            && heading::title(self.vocabulary, text).is_none()
    }

    /// Whether a line has a label, a number and a name, as the articles of a budget of the state have them, and leads to a table or
    /// to a text.
    fn is_labelled(&self, at: usize) -> bool {
        let text = self.text(at);
        let is_label = |word: &str| {
            let word = word.to_lowercase();
            self.vocabulary.pack().has(&word, |tables| tables.text.field_labels)
        };
        let (label, _) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let heading = || heading::heading_by_place(self.vocabulary, text).heading;
        // *Department: Library* says of itself what it is.
        if label.strip_suffix(':').is_some_and(is_label) {
            return true;
        }
        is_label(label)
            && self.ends_block(at)
            && self.leads_to_text(at, true)
            && matches!(heading(), Heading { code: Some(_), title: Some(_), .. })
    }

    /// Whether nothing goes on right below a line.
    fn ends_block(&self, at: usize) -> bool {
        self.lines.get(at + 1).is_some_and(|next| next.after_blank)
    }

    /// Whether the next line is the same: a page prints a name in its menu and above its text.
    fn comes_twice(&self, at: usize) -> bool {
        self.text(at) == self.text(at + 1)
    }

    /// Whether the title of the edition, or the part of the document, stands right above.
    fn is_below_title(&self, at: usize) -> bool {
        let above = at.checked_sub(1).and_then(|above| self.used_as(above));
        matches!(above, Some(LineUse::Title | LineUse::Furniture))
    }

    /// The kind of section that the question right below opens. Other names may stand between.
    fn question_below(&self, at: usize) -> Option<SectionKind> {
        let (asked, _) = question(self.vocabulary, self.text(at + 1))?;
        Some(kind_of(asked))
    }

    /// Whether a question, the title of a table or a sentence follows some short lines, or a table a line that is its title.
    fn leads_to_text(&self, at: usize, is_labelled: bool) -> bool {
        const MAX_BETWEEN: usize = 3;
        const MAX_LEN: usize = 110;
        let is_short = |text: &str| text.len() <= MAX_LEN && text.starts_with(char::is_alphabetic);
        for below in at + 1..at + 2 + MAX_BETWEEN {
            let text = self.text(below);
            if question(self.vocabulary, text).is_some()
                || table_title(self.vocabulary, text).is_some()
                || shapes::is_sentence(text)
                || heading::field_heading(self.vocabulary, text).is_some()
            {
                return true;
            }
            let is_of_table =
                self.begins_table(below) || shapes::is_scale(self.vocabulary.pack(), text);
            if is_of_table {
                return is_labelled || below > at + 1 || self.is_name(below);
            }
            if !is_short(text)
                || !self.stands_apart(below)
                || self.vocabulary.facts(text).is_pure() && below == at + 1
            {
                return false;
            }
        }
        false
    }

    /// Takes a name.
    pub(super) fn take_name(&mut self, name: PageName, at: usize) -> usize {
        let lines = Lines::one(at);
        match name {
            PageName::Organisation => {
                let name = self.text(at);
                self.tree.budget.organisation = Some(Organisation::new(name));
                self.mark(lines, LineUse::Title);
                let what = Message::OrganisationByPlace { name: name.into() };
                self.report(Place::default().at(Part::Organisation), lines, what);
            }
            PageName::Again => self.mark(lines, LineUse::Heading),
            PageName::Around => self.mark(lines, LineUse::Furniture),
            PageName::Section => {
                let on_costs = self.is_on_costs();
                self.end_list();
                self.mark(lines, LineUse::Heading);
                let text = self.text(at).to_owned();
                self.part = match self.open_section(SectionKind::Other, text, at) {
                    FieldPart::Section { index, .. } => FieldPart::Section { index, on_costs },
                    part => part,
                };
            }
            PageName::Field(FieldHeading { level, heading }) => {
                self.end_list();
                self.pending = None;
                self.part = FieldPart::Introduction;
                self.goals = Goals::default();
                self.tree.open(level, heading, Some(lines), None);
                self.mark(lines, LineUse::Heading);
                let what = Message::HeadingByPlace { text: self.text(at).into() };
                self.report_in_field(lines, what);
            }
        }
        at + 1
    }
}

/// The section that a question opens.
pub(super) fn kind_of(question: Question) -> SectionKind {
    match question {
        Question::Situation => SectionKind::Situation,
        Question::Results => SectionKind::Results,
        Question::Goals => SectionKind::Goals,
        Question::Actions => SectionKind::Actions,
        Question::Costs => SectionKind::Costs,
        Question::Other => SectionKind::Other,
    }
}

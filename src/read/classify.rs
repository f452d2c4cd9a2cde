//! Classifies lines: a title, a heading, a question, the beginning of a table, an item of a list, or
//! text.

use super::builder::Builder;
use super::cell;
use super::columns;
use super::dates;
use super::header::{self, ReadColumn};
use super::heading;
use super::lines::{Kind, LineUse};
use super::marks;
use super::parts::{self, FieldPart};
use super::questions::{question, table_title};
use super::vocabulary::{Question, Vocabulary};
use crate::leaves::period::Period;
use crate::leaves::terms::IndicatorKind;

/// What a line is, or what begins at it.
pub(super) enum LineClass {
    Title(heading::Title),
    Heading(heading::FieldHeading),
    /// A goal with its number.
    Goal,
    Question(Question, Option<Period>),
    TableTitle(Option<IndicatorKind>),
    /// A table without a title of its own.
    Table,
    /// A table that is split into cells, by its index.
    Grid(usize),
    /// A heading without a code, at a depth that the layout states.
    Unnumbered(u8),
    Bullet,
    /// The caption of a table or a picture.
    Caption,
    Text,
}

impl Builder<'_, '_> {
    /// Classifies a line by its text and that of the lines after it.
    pub(super) fn classify(&self, at: usize) -> LineClass {
        const MAX_LEN: usize = 250;
        let text = self.text(at);
        match self.lines.get(at).map(|line| line.kind) {
            None | Some(Kind::Line) => {}
            Some(Kind::Cell(grid)) => return LineClass::Grid(grid),
            Some(Kind::Item(_)) => return LineClass::Bullet,
            Some(Kind::Caption) => {
                let kind = table_title(self.vocabulary, text);
                return kind.map_or(LineClass::Caption, LineClass::TableTitle);
            }
            Some(kind @ (Kind::Heading(_) | Kind::Paragraph)) => {
                return self.classify_piece(kind, text);
            }
        }
        // Most lines of a table: it has no words, and is too short or too long for a year.
        if cell::is_bare(text) && text.len() != 4 {
            return LineClass::Text;
        }
        let in_list = matches!(self.part, FieldPart::OpenList(_));
        if parts::is_bullet(text)
            || (in_list && (parts::is_numbered(text) || parts::is_numbered_in_parts(text)))
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
            && (self.stands_apart(at)
                || header::columns(self.vocabulary, self.lines, at + 1).is_some())
        {
            return LineClass::TableTitle(kind);
        }
        // The title of a budget looks like a column header. The first line of a document is its
        // title, and so is a line above the headers of a table.
        let title = heading::title(self.vocabulary, text).filter(|_| self.stands_apart(at));
        let opens = title
            .as_ref()
            .is_some_and(|title| at == 0 || (self.is_own(title) && self.begins_table(at + 1)));
        if !opens && self.begins_table(at) {
            return LineClass::Table;
        }
        // Between other headers it is one of them.
        let is_among_headers = || {
            at.checked_sub(1).is_some_and(|before| {
                header::has_role(self.vocabulary, self.text(before))
                    && self.used_as(before) != Some(LineUse::Title)
            })
        };
        if let Some(title) = title
            && !is_among_headers()
        {
            return LineClass::Title(title);
        }
        if self.asks_for_goals() && self.stands_apart(at) && heading::is_goal(self.vocabulary, text)
        {
            return LineClass::Goal;
        }
        if self.stands_apart(at)
            && !self.reads_on(at)
            && let Some(heading) = heading::field_heading(self.vocabulary, text)
        {
            return LineClass::Heading(heading);
        }
        LineClass::Text
    }

    /// Classifies a heading or a paragraph that the layout marks as such.
    fn classify_piece(&self, kind: Kind, text: &str) -> LineClass {
        const MAX_LEN: usize = 250;
        if text.len() > MAX_LEN {
            return LineClass::Text;
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
            _ if parts::is_bullet(text) => LineClass::Bullet,
            _ => LineClass::Text,
        }
    }

    /// Whether the headers of two or more columns with periods begin here, with a label and a cell
    /// after them: a table without a title.
    fn begins_table(&self, at: usize) -> bool {
        // A table that is wider has a title. Looking further costs too much at each header.
        const MAX_WIDTH: usize = 30;
        let end = self.end_of_headers(at);
        if end == at
            || end - at > MAX_WIDTH
            || self.is_cell(end)
            || !self.is_value(end + 1)
            || header::columns(self.vocabulary, self.lines, end).is_some()
        {
            return false;
        }
        header::columns(self.vocabulary, self.lines, at)
            .is_some_and(|(columns, _)| columns.len() > 1 && columns::are_dated(&columns))
    }

    /// The line after the column headers that begin at a line; the line itself if it isn't a header.
    /// Found once for all lines of a run of headers.
    fn end_of_headers(&self, at: usize) -> usize {
        let (first, end) = self.headers.get();
        if (first..end).contains(&at) {
            return end;
        }
        let is_header = |at: usize| header::is_header(self.vocabulary, self.text(at));
        let end = (at..self.lines.len()).find(|&at| !is_header(at)).unwrap_or(self.lines.len());
        self.headers.set((at, end));
        end
    }

    /// Whether a line is separated from the text before it. If not, it is the rest of a sentence,
    /// which may begin with the code of another field.
    fn stands_apart(&self, at: usize) -> bool {
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

    /// Whether the next line continues the sentence of this one.
    fn reads_on(&self, at: usize) -> bool {
        self.lines
            .get(at + 1)
            .is_some_and(|next| !next.after_blank && next.text.starts_with(char::is_lowercase))
    }

    pub(super) fn is_on_costs(&self) -> bool {
        matches!(self.part, FieldPart::Section { on_costs: true, .. })
    }

    /// Whether more column headers follow a line that isn't one, before the first cell of the table
    /// that ends at `end`.
    pub(super) fn is_interrupted(&self, below: usize, end: usize) -> bool {
        const MAX_DISTANCE: usize = 30;
        (below..end)
            .take(MAX_DISTANCE)
            .take_while(|&at| !self.is_cell(at) || header::has_role(self.vocabulary, self.text(at)))
            .any(|at| header::is_dated_role(self.vocabulary, self.text(at)))
    }

    /// Whether a line of text right above a table may belong to its headers: it is a few words and
    /// no sentence.
    pub(super) fn may_be_header(&self, at: usize) -> bool {
        const MAX_LEN: usize = 40;
        let text = self.text(at);
        self.used_as(at) == Some(LineUse::Paragraph)
            && text.len() <= MAX_LEN
            && !text.ends_with(['.', '?', '!', ':', ';'])
    }

    /// Whether a line begins a table of money, and none in its section has been reported yet: headers
    /// of money, a scale such as `x € 1.000`, an amount, or a label with several amounts.
    pub(super) fn begins_amounts(&self, at: usize) -> bool {
        let text = self.text(at);
        let is_open =
            matches!(self.part, FieldPart::Section { on_costs: true, is_reported: false, .. });
        is_open
            && (self.begins_table(at)
                // A table below it will be read.
                || (parts::is_scale(text) && !self.begins_table(at + 1))
                || is_amount(self.vocabulary, text)
                || text
                    .split_whitespace()
                    .rev()
                    .take(2)
                    .filter(|word| is_amount(self.vocabulary, word))
                    .count()
                    == 2)
    }

    /// The lines below the headers of a table: up to a heading, a question, a list, or the
    /// headers of another table.
    pub(super) fn extent(&self, from: usize, columns: &[ReadColumn]) -> Extent {
        let mut extent = Extent::default();
        let mut at = from;
        while at < self.lines.len() {
            let goes_on = || self.is_value(at + 1);
            let row_follows = || goes_on() || (self.is_label(at + 1) && self.is_value(at + 2));
            let is_row = match self.classify(at) {
                LineClass::Text => true,
                // A footnote, a dash for a missing figure, or `- waarvan meisjes`.
                LineClass::Bullet => {
                    self.text(at).starts_with('*')
                        || marks::legend(self.text(at)).is_some()
                        || self.is_value(at)
                        || goes_on()
                }
                LineClass::Question(..) | LineClass::TableTitle(_) => {
                    let is_label = !self.text(at).ends_with('?');
                    is_label
                        && goes_on()
                        && header::columns(self.vocabulary, self.lines, at + 1).is_none()
                }
                // A code before a label, or a cell such as `7.5 FTE`.
                LineClass::Heading(_) => {
                    let is_row = row_follows();
                    if is_row {
                        extent.numbered.push(at);
                    }
                    is_row
                }
                // Years in a row of results and targets are no headers.
                LineClass::Table => {
                    dates::period(self.text(at)).is_some() && !columns::are_bare(columns)
                }
                LineClass::Title(title)
                    if self.is_own(&title) && (row_follows() || self.begins_table(at + 1)) =>
                {
                    extent.running_heads.push(at);
                    let before = at.checked_sub(1).filter(|at| is_page_number(self.text(*at)));
                    extent.page_numbers.extend(before);
                    at += 1;
                    continue;
                }
                LineClass::Title(_)
                | LineClass::Goal
                | LineClass::Caption
                | LineClass::Grid(_)
                | LineClass::Unnumbered(_) => false,
            };
            if !is_row {
                break;
            }
            extent.body.push(at);
            at += 1;
        }
        extent.end = at;
        extent
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

    /// Whether a line is a cell, and not a word that is a column header as well.
    fn is_value(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| {
            cell::read(self.vocabulary, &line.text).looks_like_cell()
                && !header::has_role(self.vocabulary, &line.text)
        })
    }

    /// Whether a line is words that may label a row.
    fn is_label(&self, at: usize) -> bool {
        at < self.lines.len()
            && !self.is_cell(at)
            && !self.text(at).ends_with(['.', '?', '!', ':'])
            && !header::is_header(self.vocabulary, self.text(at))
            && table_title(self.vocabulary, self.text(at)).is_none()
    }
}

/// The lines below the headers of a table.
#[derive(Default)]
pub(super) struct Extent {
    /// Labels, cells, footnotes and sentences.
    pub(super) body: Vec<usize>,
    /// The title of the edition, where it is repeated between the rows.
    pub(super) running_heads: Vec<usize>,
    /// Those of the body that may be page numbers, in order: whole numbers above a running head.
    pub(super) page_numbers: Vec<usize>,
    /// The lines of the body that look like the heading of a field and have cells after them.
    pub(super) numbered: Vec<usize>,
    /// The line after the table.
    pub(super) end: usize,
}

fn is_amount(vocabulary: &Vocabulary, text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && !text.ends_with('.')
        && dates::period(text).is_none()
        && cell::read(vocabulary, text).looks_like_cell()
}

fn is_page_number(text: &str) -> bool {
    text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

//! Web pages, by the tokens of html5gum with their places in the source.

use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{HtmlString, Token, Tokenizer};

use super::grid::TableBudget;
use super::hidden::HiddenText;
use super::html_table::OpenTable;
use super::raised::{mark_link, push_lowered, push_raised};
use super::{Gather, Limits, Pieces};
use crate::read::lines::Kind;
use crate::read::marks;

/// What a tag does to the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Heading(u8),
    Paragraph,
    Item,
    List,
    Table,
    Caption,
    /// The caption of a picture.
    Legend,
    /// A picture, which may say what it shows.
    Picture,
    /// The head, the body or the foot of a table.
    Part,
    Row,
    Cell,
    Break,
    /// Raised characters: the mark of a footnote, or a power.
    Raised,
    Lowered,
    Link,
    /// What was struck out.
    Deleted,
    Form,
    /// A field of a form, which shows its value.
    Input,
    Area,
    Choice,
    Option,
    /// Not part of the text: scripts, menus, footers.
    Hidden,
    /// It separates the text before it from the text after it.
    Block,
    /// It is inline in text.
    Inline,
}

fn tag(name: &[u8]) -> Tag {
    match name {
        b"h1" => Tag::Heading(1),
        b"h2" => Tag::Heading(2),
        b"h3" => Tag::Heading(3),
        b"h4" => Tag::Heading(4),
        b"h5" => Tag::Heading(5),
        b"h6" => Tag::Heading(6),
        b"p" => Tag::Paragraph,
        b"li" => Tag::Item,
        b"table" => Tag::Table,
        b"caption" => Tag::Caption,
        b"img" => Tag::Picture,
        b"figcaption" => Tag::Legend,
        b"tr" => Tag::Row,
        b"td" | b"th" => Tag::Cell,
        b"br" => Tag::Break,
        b"sup" => Tag::Raised,
        b"sub" => Tag::Lowered,
        b"a" => Tag::Link,
        b"del" | b"s" | b"strike" => Tag::Deleted,
        b"form" => Tag::Form,
        b"input" => Tag::Input,
        b"textarea" => Tag::Area,
        b"select" => Tag::Choice,
        b"option" => Tag::Option,
        b"thead" | b"tbody" | b"tfoot" => Tag::Part,
        b"script" | b"style" | b"nav" | b"footer" | b"noscript" | b"template" | b"svg"
        | b"button" | b"iframe" | b"head" | b"datalist" | b"object" | b"audio" | b"video" => {
            Tag::Hidden
        }
        b"ul" | b"ol" => Tag::List,
        b"div" | b"section" | b"article" | b"main" | b"header" | b"aside" | b"summary"
        | b"details" | b"dl" | b"dt" | b"dd" | b"blockquote" | b"pre" | b"hr" | b"body"
        | b"figure" | b"address" | b"fieldset" => Tag::Block,
        _ => Tag::Inline,
    }
}

/// Whether an element is around the text of the page: a menu, a dialog, what leads to other pages,
/// what asks for cookies.
fn is_around(role: Option<&[u8]>, names: [Option<&[u8]>; 2]) -> bool {
    const ROLES: [&[u8]; 6] =
        [b"navigation", b"search", b"dialog", b"alertdialog", b"contentinfo", b"menu"];
    const NAMES: [&str; 4] = ["cookie", "breadcrumb", "skiplink", "skip-link"];
    role.is_some_and(|role| ROLES.contains(&role))
        || names.into_iter().flatten().any(|name| {
            let name = String::from_utf8_lossy(name).to_ascii_lowercase();
            name.split_whitespace().any(|word| NAMES.iter().any(|known| word.starts_with(known)))
        })
}

/// Whether an element is not shown, by its attributes.
fn is_hidden(start: &StartTag<usize>) -> bool {
    let value = |name: &str| Some(start.attributes.get(name.as_bytes())?.value.as_slice());
    let is_style_hidden = || {
        let Some(style) = value("style") else { return false };
        let style = String::from_utf8_lossy(style).to_ascii_lowercase();
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.split(';').any(|rule| {
            let rule = rule.trim_end_matches("!important");
            matches!(rule, "display:none" | "visibility:hidden" | "visibility:collapse")
        })
    };
    value("hidden").is_some()
        || value("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case(b"true"))
        || is_style_hidden()
        || is_around(value("role"), [value("id"), value("class")])
}

/// Whether an element has no end.
fn is_void(name: &[u8]) -> bool {
    const VOID: [&[u8]; 13] = [
        b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta",
        b"source", b"track", b"wbr",
    ];
    VOID.contains(&name)
}

/// Whether the beginning or the end of an element ends another that is open: pages leave the
/// ends of cells, items and paragraphs out.
fn ends(open: &[u8], name: &[u8], is_end: bool) -> bool {
    match tag(open) {
        Tag::Cell if is_end => matches!(tag(name), Tag::Row | Tag::Part | Tag::Table),
        Tag::Cell => matches!(tag(name), Tag::Cell | Tag::Row | Tag::Part),
        Tag::Row if is_end => matches!(tag(name), Tag::Part | Tag::Table),
        Tag::Row => matches!(tag(name), Tag::Row | Tag::Part),
        Tag::Part if is_end => tag(name) == Tag::Table,
        Tag::Part => tag(name) == Tag::Part,
        Tag::Item if is_end => tag(name) == Tag::List,
        Tag::Item => tag(name) == Tag::Item,
        Tag::Paragraph if is_end => {
            matches!(tag(name), Tag::Block | Tag::Cell | Tag::Row | Tag::Table | Tag::Item)
        }
        Tag::Paragraph => matches!(
            tag(name),
            Tag::Paragraph | Tag::Block | Tag::Heading(_) | Tag::List | Tag::Table
        ),
        _ => false,
    }
}

/// Whether a field of a form shows its value as text, by its type.
fn shows_text(kind: &str) -> bool {
    const WITHOUT: [&str; 9] =
        ["hidden", "password", "checkbox", "radio", "button", "submit", "reset", "image", "file"];
    !WITHOUT.contains(&kind)
}

/// Finds the next tag of some name, each part of the page being searched once.
struct NextTag {
    name: &'static [u8],
    known: Option<usize>,
}

impl NextTag {
    fn new(name: &'static [u8]) -> Self {
        NextTag { name, known: None }
    }

    /// Where the next one begins, from a byte on; the end of all numbers if there is none.
    fn from(&mut self, page: &[u8], from: usize) -> usize {
        if let Some(known) = self.known.filter(|known| *known >= from) {
            return known;
        }
        let rest = page.get(from..).unwrap_or_default();
        let found =
            rest.windows(self.name.len()).position(|part| part.eq_ignore_ascii_case(self.name));
        let found = found.map_or(usize::MAX, |at| from + at);
        self.known = Some(found);
        found
    }
}

/// A list to choose from: what it shows is what is chosen, or else its first line.
#[derive(Default)]
struct Choice {
    first: Option<(String, Range<usize>)>,
    chosen: Option<(String, Range<usize>)>,
    /// The option that is open, and whether it is chosen.
    open: Option<(bool, String, Range<usize>)>,
}

impl Choice {
    fn end_option(&mut self) {
        let Some((is_chosen, text, at)) = self.open.take() else { return };
        match &mut self.chosen {
            Some((chosen, _)) if is_chosen => {
                chosen.push_str(", ");
                chosen.push_str(text.trim());
            }
            chosen if is_chosen => *chosen = Some((text, at)),
            _ => {
                self.first.get_or_insert((text, at));
            }
        }
    }
}

struct PageReader<'g, 's> {
    gather: &'g mut Gather<'s>,
    budget: &'g mut TableBudget,
    /// Text that isn't shown.
    unseen: &'g mut HiddenText,
    page: &'s str,
    /// The byte of the source at which the page begins.
    offset: usize,
    text: String,
    at: Option<Range<usize>>,
    kind: Kind,
    tables: Vec<OpenTable>,
    /// The hidden elements that are open.
    hidden: Vec<HtmlString>,
    /// Whether the outermost of them would be text if it weren't hidden.
    is_unseen: bool,
    in_caption: bool,
    /// Raised or lowered characters: where they begin in the text, and whether they are lowered.
    raised: Option<(usize, bool)>,
    /// The link that is open: where its text begins, and where it leads to.
    link: Option<(usize, String)>,
    choice: Option<Choice>,
    /// How many lists are open.
    lists: u8,
    next_table: NextTag,
    next_form_end: NextTag,
}

pub(super) fn pieces<'s>(source: &'s str, limits: &Limits) -> Pieces<'s> {
    let mut gather = Gather::new(source);
    let mut budget = TableBudget::new(limits);
    let mut unseen = HiddenText::default();
    let whole = 0..gather.text().len();
    read(&mut gather, whole, &mut budget, &mut unseen);
    let mut pieces = gather.pieces;
    pieces.title = title(source);
    pieces.reports.extend(unseen.report(pieces.lines.len()));
    pieces.reports.extend(budget.reports());
    pieces
}

/// What a page calls itself in its head.
fn title(source: &str) -> Option<String> {
    /// In bytes. The head of a page with more scripts than this is not searched.
    const MAX_HEAD: usize = 50_000;
    let head = source.as_bytes();
    let head = head.get(..MAX_HEAD).unwrap_or(head);
    let (mut is_within, mut title) = (false, String::new());
    for token in Tokenizer::new(head) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if *tag.name == b"title" => is_within = true,
            Token::EndTag(tag) if *tag.name == b"title" => break,
            Token::StartTag(tag) if matches!(&**tag.name, b"body" | b"table" | b"h1") => break,
            Token::String(text) if is_within => title.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// Reads a part of a source as a web page.
pub(super) fn read(
    gather: &mut Gather<'_>,
    at: Range<usize>,
    budget: &mut TableBudget,
    unseen: &mut HiddenText,
) {
    let offset = at.start;
    let text = gather.text().get(at).unwrap_or_default();
    let mut page = PageReader {
        gather,
        budget,
        unseen,
        page: text,
        offset,
        text: String::new(),
        at: None,
        kind: Kind::Paragraph,
        tables: Vec::new(),
        hidden: Vec::new(),
        is_unseen: false,
        in_caption: false,
        raised: None,
        link: None,
        choice: None,
        lists: 0,
        next_table: NextTag::new(b"<table"),
        next_form_end: NextTag::new(b"</form"),
    };
    let emitter: DefaultEmitter<usize> = DefaultEmitter::new_with_span();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(start) => page.start(&start),
            Token::EndTag(end) => page.end(&end.name),
            Token::String(text) => {
                let range = text.span.start..text.span.end;
                page.take_text(&String::from_utf8_lossy(&text.value), range);
            }
            _ => {}
        }
    }
    page.flush();
    while !page.tables.is_empty() {
        page.end_table();
    }
}

impl PageReader<'_, '_> {
    fn take_text(&mut self, text: &str, range: Range<usize>) {
        if !self.hidden.is_empty() {
            if self.is_unseen && !self.tables.is_empty() {
                self.unseen.take(text, self.gather.pieces.lines.len());
            }
            return;
        }
        if let Some(choice) = &mut self.choice {
            if let Some((_, option, at)) = &mut choice.open {
                option.push_str(text);
                at.end = range.end;
            }
            return;
        }
        // White space between the cells of a table does not belong to them.
        if self.tables.last().is_some_and(|table| table.cell.is_none())
            && !self.in_caption
            && text.trim().is_empty()
        {
            return;
        }
        self.text.push_str(text);
        self.at = match self.at.take() {
            Some(at) => Some(at.start..range.end),
            None if text.trim().is_empty() => None,
            None => Some(range),
        };
        if self.at.is_none() {
            self.text.clear();
        }
    }

    /// Takes a text that stands apart from what is around it.
    fn take_apart(&mut self, text: &str, range: Range<usize>) {
        self.text.push(' ');
        self.take_text(text, range);
        self.text.push(' ');
    }

    fn start(&mut self, start: &StartTag<usize>) {
        let name = &start.name;
        while self.hidden.last().is_some_and(|open| ends(open, name, false)) {
            self.hidden.pop();
        }
        if let Some(open) = self.hidden.last() {
            // A table within a hidden cell or item has such of its own. What a script writes isn't one.
            let has_parts =
                matches!(tag(open), Tag::Cell | Tag::Row | Tag::Part | Tag::Item | Tag::Paragraph);
            if !is_void(name) && (open == name || (tag(name) == Tag::Table && has_parts)) {
                self.hidden.push(name.clone());
            }
            return;
        }
        let range = start.span.start..start.span.end;
        let value = |name: &str| {
            let value = &start.attributes.get(name.as_bytes())?.value;
            Some(String::from_utf8_lossy(value))
        };
        let in_cell = self.is_in_cell();
        let is_left_out = self.is_left_out(tag(name), in_cell, range.end);
        if is_left_out || is_hidden(start) {
            if !is_void(name) && !start.self_closing {
                self.hide(name, in_cell, !is_left_out || tag(name) == Tag::Deleted);
            }
            return;
        }
        match tag(name) {
            Tag::List => {
                self.lists = self.lists.saturating_add(1);
                self.begin_block(Kind::Paragraph);
            }
            Tag::Heading(level) => self.open(Kind::Heading(level)),
            Tag::Item => self.begin_block(Kind::Item(self.lists.max(1))),
            // `<li><p>` is an item nevertheless.
            Tag::Paragraph | Tag::Block | Tag::Form
                if matches!(self.kind, Kind::Item(_)) && self.text.trim().is_empty() => {}
            Tag::Paragraph | Tag::Block | Tag::Form => self.begin_block(Kind::Paragraph),
            Tag::Break => {
                // Footnotes may be parted by nothing else.
                let is_note = || marks::split_footnote(self.text.trim_start()).is_some();
                if self.kind == Kind::Paragraph && !in_cell && is_note() {
                    self.flush();
                } else {
                    self.text.push('\n');
                }
            }
            Tag::Raised | Tag::Lowered => {
                let from = self.text.len();
                self.raised.get_or_insert((from, tag(name) == Tag::Lowered));
            }
            Tag::Link => {
                self.end_link();
                let is_note = value("role").is_some_and(|role| role == "doc-noteref");
                let target = if is_note { Some("#note".into()) } else { value("href") };
                self.link = target.map(|target| (self.text.len(), target.into_owned()));
            }
            // A traffic light is a picture that says what it shows.
            Tag::Picture if in_cell => {
                if let Some(shown) = value("alt") {
                    self.take_apart(&shown, range);
                }
            }
            Tag::Input if in_cell => {
                let kind = value("type").unwrap_or_default().to_ascii_lowercase();
                if let Some(shown) = value("value").filter(|_| shows_text(&kind)) {
                    self.take_apart(&shown, range);
                }
            }
            Tag::Area => self.text.push(' '),
            Tag::Choice => self.choice = Some(Choice::default()),
            Tag::Option => {
                if let Some(choice) = &mut self.choice {
                    choice.end_option();
                    choice.open = Some((value("selected").is_some(), String::new(), range));
                }
            }
            Tag::Table => self.start_table(),
            Tag::Legend if !in_cell => self.open(Kind::Caption),
            Tag::Caption => {
                self.flush();
                self.in_caption = true;
                self.kind = Kind::Caption;
            }
            Tag::Part => self.end_part(),
            Tag::Row => {
                self.flush();
                self.begin_row();
            }
            Tag::Cell => {
                let number = |name: &str| value(name)?.trim().parse::<usize>().ok();
                self.start_cell(number("colspan"), number("rowspan"));
            }
            Tag::Hidden | Tag::Inline | Tag::Legend | Tag::Picture | Tag::Input | Tag::Deleted => {}
        }
    }

    /// Whether an element is no text of the page; `end` is the byte after its tag.
    fn is_left_out(&mut self, tag: Tag, in_cell: bool, end: usize) -> bool {
        match tag {
            Tag::Hidden | Tag::Deleted => true,
            // Some pages are a form as a whole.
            Tag::Form if !in_cell => {
                let page = self.page.as_bytes();
                let table = self.next_table.from(page, end);
                table == usize::MAX || table > self.next_form_end.from(page, end)
            }
            Tag::Area | Tag::Choice => !in_cell,
            _ => false,
        }
    }

    /// Begins an element that isn't shown: it leaves nothing, and parts nothing within a text.
    fn hide(&mut self, name: &HtmlString, in_cell: bool, is_unseen: bool) {
        let tag = tag(name);
        let is_inline =
            matches!(tag, Tag::Inline | Tag::Deleted | Tag::Raised | Tag::Lowered | Tag::Link);
        if matches!(tag, Tag::Cell | Tag::Row) || !(in_cell || is_inline) {
            self.flush();
        }
        self.hidden.push(name.clone());
        self.is_unseen = is_unseen;
    }

    /// Begins a block; within a cell it only parts the text before it from that after it.
    fn begin_block(&mut self, kind: Kind) {
        if self.is_in_cell() {
            self.text.push(' ');
        } else {
            self.open(kind);
        }
    }

    fn start_cell(&mut self, columns: Option<usize>, rows: Option<usize>) {
        const MAX_ROWS: usize = 65_534;
        self.flush();
        if self.tables.last().is_some_and(|table| table.grid.rows.is_empty()) {
            self.begin_row();
        }
        // A cell that spans 0 rows reaches down to the end.
        let rows = match rows.unwrap_or(1) {
            0 => MAX_ROWS,
            rows => rows.min(MAX_ROWS),
        };
        if let Some(table) = self.tables.last_mut() {
            table.cell = Some((columns.unwrap_or(1).max(1), rows));
            self.kind = Kind::cell_of(table.number);
        }
    }

    fn start_table(&mut self) {
        // A table within a cell: the outer one only lays the page out.
        self.flush();
        if let Some(outer) = self.tables.last_mut() {
            let pieces = self.gather.pieces.lines.iter_mut().skip(outer.first_piece);
            for piece in pieces.filter(|piece| piece.kind == Kind::cell_of(outer.number)) {
                piece.kind = Kind::Paragraph;
            }
            *outer = OpenTable::new(outer.number, self.gather.pieces.lines.len());
        }
        let number = self.gather.pieces.grids.len();
        self.gather.pieces.grids.push(super::Grid::default());
        self.tables.push(OpenTable::new(number, self.gather.pieces.lines.len()));
    }

    fn end(&mut self, name: &[u8]) {
        while self.hidden.last().is_some_and(|open| ends(open, name, true)) {
            self.hidden.pop();
        }
        if let Some(open) = self.hidden.last() {
            if **open == *name {
                self.hidden.pop();
            }
            return;
        }
        if tag(name) == Tag::List {
            self.lists = self.lists.saturating_sub(1);
        }
        match tag(name) {
            Tag::Raised | Tag::Lowered => self.end_raised(),
            Tag::Link => self.end_link(),
            Tag::Choice => self.end_choice(),
            Tag::Option => {
                if let Some(choice) = &mut self.choice {
                    choice.end_option();
                }
            }
            Tag::Heading(_)
            | Tag::Item
            | Tag::List
            | Tag::Legend
            | Tag::Paragraph
            | Tag::Block
            | Tag::Form
                if !self.is_in_cell() =>
            {
                self.open(Kind::Paragraph);
            }
            Tag::Paragraph
            | Tag::Block
            | Tag::Form
            | Tag::Item
            | Tag::List
            | Tag::Heading(_)
            | Tag::Area => {
                self.text.push(' ');
            }
            Tag::Caption => {
                let piece = self.flush();
                self.in_caption = false;
                if let Some(table) = self.tables.last_mut() {
                    table.grid.caption = piece;
                }
            }
            Tag::Part => self.end_part(),
            Tag::Cell | Tag::Row => {
                self.flush();
            }
            Tag::Table => {
                self.flush();
                self.end_table();
            }
            _ => {}
        }
    }

    /// Ends raised or lowered characters.
    fn end_raised(&mut self) {
        // Where the end tag was left out they are the rest of a text, and no mark.
        const MAX: usize = 24;
        let Some((from, is_lowered)) = self.raised.take() else { return };
        let Some(raised) = self.text.get(from..).filter(|text| text.len() <= MAX) else { return };
        let raised = raised.to_owned();
        self.text.truncate(from);
        if is_lowered {
            push_lowered(&mut self.text, &raised);
        } else {
            push_raised(&mut self.text, &raised);
        }
    }

    fn end_link(&mut self) {
        if let Some((from, target)) = self.link.take() {
            mark_link(&mut self.text, from, &target);
        }
    }

    fn end_choice(&mut self) {
        let Some(mut choice) = self.choice.take() else { return };
        choice.end_option();
        if let Some((text, at)) = choice.chosen.or(choice.first) {
            self.take_apart(&text, at);
        }
    }

    fn begin_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.begin_row(self.budget);
        }
    }

    fn end_part(&mut self) {
        self.flush();
        if let Some(table) = self.tables.last_mut() {
            table.end_part();
        }
    }

    fn is_in_cell(&self) -> bool {
        self.tables.last().is_some_and(|table| table.cell.is_some())
    }

    fn open(&mut self, kind: Kind) {
        self.flush();
        self.kind = kind;
    }

    /// Makes a piece of the text so far.
    fn flush(&mut self) -> Option<usize> {
        self.end_choice();
        self.end_link();
        self.end_raised();
        let text = std::mem::take(&mut self.text);
        let offset = self.offset;
        let at = self.at.take().map(|at| at.start + offset..at.end + offset);
        let piece = at.and_then(|at| self.gather.push(self.kind, &text, at));
        if let Some(table) = self.tables.last_mut()
            && let Some(spans) = table.cell.take()
        {
            table.take_cell(piece, spans, self.budget);
            self.kind = Kind::Paragraph;
        }
        piece
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let number = table.number;
        let grid = table.end(self.budget);
        if let Some(slot) = self.gather.pieces.grids.get_mut(number) {
            *slot = grid;
        }
        self.kind = Kind::Paragraph;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::source::Grid;

    /// The cells of the first table: text, row, column, columns, rows.
    fn cells(page: &str) -> Vec<(String, [usize; 4])> {
        let pieces = pieces(page, &Limits::default());
        let cells = pieces.grids.first().into_iter().flat_map(Grid::cells);
        let cells = cells.map(|(row, cell)| {
            let text = pieces.lines.get(cell.piece).map(|line| line.text.to_string());
            (text.unwrap_or_default(), [row, cell.column, cell.columns, cell.rows])
        });
        cells.collect()
    }

    #[test]
    fn merged_cells_are_given_once_with_what_they_span() {
        type Cells<'t> = &'t [(&'t str, [usize; 4])];
        let cases: &[(&str, Cells<'_>)] = &[
            (
                "<table><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D</table>",
                &[
                    ("A", [0, 0, 1, 2]),
                    ("B", [0, 1, 2, 1]),
                    ("C", [1, 1, 1, 1]),
                    ("D", [1, 2, 1, 1]),
                ],
            ),
            // A blank cell spans as well.
            (
                "<table><tr><td rowspan=2 colspan=2><td>B<tr><td>C</table>",
                &[("B", [0, 2, 1, 1]), ("C", [1, 2, 1, 1])],
            ),
            // A cell reaches no further than its part of the table, nor than the table.
            (
                "<table><thead><tr><th rowspan=9>A<th>B<tbody><tr><td rowspan=0>C<td>D<tr><td>E</table>",
                &[
                    ("A", [0, 0, 1, 1]),
                    ("B", [0, 1, 1, 1]),
                    ("C", [1, 0, 1, 2]),
                    ("D", [1, 1, 1, 1]),
                    ("E", [2, 1, 1, 1]),
                ],
            ),
            // A wide cell ends where one from above stands.
            (
                "<table><tr><td>A<td rowspan=2>B<tr><td colspan=3>C<td>D</table>",
                &[
                    ("A", [0, 0, 1, 1]),
                    ("B", [0, 1, 1, 2]),
                    ("C", [1, 0, 1, 1]),
                    ("D", [1, 2, 1, 1]),
                ],
            ),
        ];
        for (page, expected) in cases {
            let expected: Vec<_> =
                expected.iter().map(|(text, at)| ((*text).to_owned(), *at)).collect();
            assert_eq!(cells(page), expected, "{page}");
        }
    }
}

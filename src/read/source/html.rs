//! Web pages, by the tokens of html5gum with their places in the source.

use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::html_table::{OpenTable, RepeatBudget};
use super::{Gather, Grid, Limits, Pieces, SourceReport, too_many_repeats};
use crate::read::lines::Kind;
use crate::read::marks;

/// Whether a source seems to be a web page.
pub(super) fn is_html(head: &str) -> bool {
    const KNOWN: [&str; 16] = [
        "<!doctype html",
        "<html",
        "<body",
        "<table",
        "<div",
        "<h1",
        "<h2",
        "<h3",
        "<h4",
        "<p",
        "<ul",
        "<ol",
        "<section",
        "<article",
        "<main",
        "<!--",
    ];
    let head = super::head(head, 1024).to_ascii_lowercase();
    head.starts_with('<') && KNOWN.iter().any(|tag| head.contains(tag))
}

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
    Row,
    Cell,
    Break,
    /// Raised characters: the mark of a footnote, or a power.
    Raised,
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
        b"script" | b"style" | b"nav" | b"footer" | b"noscript" | b"template" | b"svg"
        | b"form" | b"button" | b"select" | b"iframe" | b"head" => Tag::Hidden,
        b"ul" | b"ol" => Tag::List,
        b"div" | b"section" | b"article" | b"main" | b"header" | b"aside" | b"summary"
        | b"details" | b"dl" | b"dt" | b"dd" | b"blockquote" | b"pre" | b"hr" | b"body"
        | b"thead" | b"tbody" | b"tfoot" | b"figure" | b"address" | b"fieldset" => Tag::Block,
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

struct PageReader<'s> {
    gather: Gather<'s>,
    text: String,
    at: Option<Range<usize>>,
    kind: Kind,
    tables: Vec<OpenTable>,
    /// The hidden elements that are open.
    hidden: Vec<Vec<u8>>,
    in_caption: bool,
    is_raised: bool,
    /// How many lists are open.
    lists: u8,
    places: RepeatBudget,
}

/// The superscript form of a digit, so that it isn't taken for part of the number before it.
fn raised(c: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    digit.and_then(|digit| DIGITS.get(digit)).copied().unwrap_or(c)
}

pub(super) fn pieces<'s>(source: &'s str, limits: &Limits) -> Pieces<'s> {
    let mut page = PageReader {
        gather: Gather::new(source),
        text: String::new(),
        at: None,
        kind: Kind::Paragraph,
        tables: Vec::new(),
        hidden: Vec::new(),
        in_caption: false,
        is_raised: false,
        lists: 0,
        places: RepeatBudget { columns: limits.columns, repeats: limits.repeats, ended_at: None },
    };
    let emitter: DefaultEmitter<usize> = DefaultEmitter::new_with_span();
    for token in Tokenizer::new_with_emitter(page.gather.text(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(start) => {
                let number = |name: &str| {
                    let value = start.attributes.get(name.as_bytes())?;
                    std::str::from_utf8(&value.value).ok()?.trim().parse::<usize>().ok()
                };
                let spans = (number("colspan").unwrap_or(1), number("rowspan").unwrap_or(1));
                let is_hidden = start.attributes.contains_key(&b"hidden"[..]) || {
                    let value =
                        |name: &str| Some(start.attributes.get(name.as_bytes())?.value.as_slice());
                    is_around(value("role"), [value("id"), value("class")])
                };
                page.start(&start.name, spans, is_hidden && !start.self_closing);
                // A traffic light is a picture that says what it shows.
                if tag(&start.name) == Tag::Picture
                    && page.is_in_cell()
                    && let Some(shown) = start.attributes.get(&b"alt"[..])
                {
                    let range = start.span.start..start.span.end;
                    page.take_text(&String::from_utf8_lossy(&shown.value), range);
                }
            }
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
    let mut pieces = page.gather.pieces;
    if let Some(piece) = page.places.ended_at {
        pieces.reports.push(SourceReport { piece, ..too_many_repeats() });
    }
    pieces
}

impl PageReader<'_> {
    fn take_text(&mut self, text: &str, range: Range<usize>) {
        if !self.hidden.is_empty() {
            return;
        }
        // White space between the cells of a table does not belong to them.
        if self.tables.last().is_some_and(|table| table.cell.is_none())
            && !self.in_caption
            && text.trim().is_empty()
        {
            return;
        }
        if self.is_raised {
            self.text.extend(text.chars().map(raised));
        } else {
            self.text.push_str(text);
        }
        self.at = match self.at.take() {
            Some(at) => Some(at.start..range.end),
            None if text.trim().is_empty() => None,
            None => Some(range),
        };
        if self.at.is_none() {
            self.text.clear();
        }
    }

    fn start(&mut self, name: &[u8], (columns, rows): (usize, usize), is_hidden: bool) {
        if !self.hidden.is_empty() {
            if self.hidden.last().is_some_and(|open| open == name) {
                self.hidden.push(name.to_vec());
            }
            return;
        }
        if tag(name) == Tag::Hidden || is_hidden {
            self.flush();
            self.hidden.push(name.to_vec());
            return;
        }
        match tag(name) {
            Tag::Heading(level) => self.open(Kind::Heading(level)),
            // `<li><p>` is an item nevertheless.
            Tag::Paragraph | Tag::Block
                if matches!(self.kind, Kind::Item(_)) && self.text.trim().is_empty() => {}
            Tag::Paragraph | Tag::Block => {
                if self.is_in_cell() {
                    self.text.push(' ');
                } else {
                    self.open(Kind::Paragraph);
                }
            }
            Tag::Item => {
                if self.is_in_cell() {
                    self.text.push(' ');
                } else {
                    self.open(Kind::Item(self.lists.max(1)));
                }
            }
            Tag::List => {
                self.lists = self.lists.saturating_add(1);
                if self.is_in_cell() {
                    self.text.push(' ');
                } else {
                    self.open(Kind::Paragraph);
                }
            }
            Tag::Break => {
                // Footnotes may be parted by nothing else.
                let is_note = || marks::split_footnote(self.text.trim_start()).is_some();
                if self.kind == Kind::Paragraph && !self.is_in_cell() && is_note() {
                    self.flush();
                } else {
                    self.text.push('\n');
                }
            }
            Tag::Raised => self.is_raised = true,
            Tag::Table => {
                // A table within a cell: the outer one only lays the page out.
                self.flush();
                if let Some(outer) = self.tables.last_mut() {
                    let pieces = self.gather.pieces.lines.iter_mut().skip(outer.first_piece);
                    for piece in pieces.filter(|piece| piece.kind == Kind::Cell(outer.number)) {
                        piece.kind = Kind::Paragraph;
                    }
                    outer.grid = Grid::default();
                    outer.first_piece = self.gather.pieces.lines.len();
                }
                let number = self.gather.pieces.grids.len();
                self.gather.pieces.grids.push(Grid::default());
                let first_piece = self.gather.pieces.lines.len();
                self.tables.push(OpenTable {
                    number,
                    grid: Grid::default(),
                    reaching: Vec::new(),
                    cell: None,
                    first_piece,
                });
            }
            Tag::Legend if !self.is_in_cell() => self.open(Kind::Caption),
            Tag::Caption => {
                self.flush();
                self.in_caption = true;
                self.kind = Kind::Caption;
            }
            Tag::Row => {
                self.flush();
                self.begin_row();
            }
            Tag::Cell => {
                self.flush();
                if self.tables.last().is_some_and(|table| table.grid.rows.is_empty()) {
                    self.begin_row();
                }
                if let Some(table) = self.tables.last_mut() {
                    table.cell = Some((columns.max(1), rows.clamp(1, 65_534)));
                    self.kind = Kind::Cell(table.number);
                }
            }
            Tag::Hidden | Tag::Inline | Tag::Legend | Tag::Picture => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some(open) = self.hidden.last() {
            if open == name {
                self.hidden.pop();
            }
            return;
        }
        if tag(name) == Tag::List {
            self.lists = self.lists.saturating_sub(1);
        }
        if tag(name) == Tag::Raised {
            self.is_raised = false;
        }
        match tag(name) {
            Tag::Heading(_) | Tag::Item | Tag::List | Tag::Legend | Tag::Paragraph | Tag::Block
                if !self.is_in_cell() =>
            {
                self.open(Kind::Paragraph);
            }
            Tag::Paragraph | Tag::Block | Tag::Item | Tag::List | Tag::Heading(_) => {
                self.text.push(' ');
            }
            Tag::Caption => {
                let piece = self.flush();
                self.in_caption = false;
                if let Some(table) = self.tables.last_mut() {
                    table.grid.caption = piece;
                }
            }
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

    fn begin_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.begin_row(&mut self.places);
        }
    }

    fn is_in_cell(&self) -> bool {
        self.tables.last().is_some_and(|table| table.cell.is_some())
    }

    fn open(&mut self, kind: Kind) {
        self.is_raised = false;
        self.flush();
        self.kind = kind;
    }

    /// Makes a piece of the text so far.
    fn flush(&mut self) -> Option<usize> {
        let text = std::mem::take(&mut self.text);
        let at = self.at.take();
        let piece = at.and_then(|at| self.gather.push(self.kind, &text, at));
        if let Some(table) = self.tables.last_mut()
            && let Some((columns, rows)) = table.cell.take()
        {
            table.take_cell(piece, (columns, rows), &mut self.places);
            self.kind = Kind::Paragraph;
        }
        piece
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        if let Some(slot) = self.gather.pieces.grids.get_mut(table.number) {
            *slot = table.grid;
        }
        self.kind = Kind::Paragraph;
    }
}

//! Markdown: headings, paragraphs, lists and pipe tables, by pulldown-cmark.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::grid::{GridCell, TableBudget};
#[cfg(feature = "html")]
use super::hidden::HiddenText;
use super::loose_rows::{self, is_rule};
use super::raised::{mark_link, push_lowered, push_raised};
use super::unwrapped::are_lines;
use super::{Gather, Grid, GridRow, Limits, Pieces, SourceReport};
use crate::findings::argument::Quote;
use crate::findings::rule::Message;
use crate::read::lines::Kind;

/// The piece that is being gathered.
struct OpenPiece {
    kind: Kind,
    text: String,
    /// Where its text stands so far.
    at: Option<Range<usize>>,
    /// Whether it goes on right below the last piece, as the lines of a paragraph do.
    is_below: bool,
}

impl OpenPiece {
    fn add(&mut self, text: &str, at: Range<usize>) {
        self.text.push_str(text);
        let start = self.at.as_ref().map_or(at.start, |known| known.start);
        self.at = Some(start..at.end);
    }
}

pub(super) fn pieces<'s>(source: &'s str, limits: &Limits) -> Pieces<'s> {
    let mut page = PageReader {
        gather: Gather::new(source),
        budget: TableBudget::new(limits),
        #[cfg(feature = "html")]
        unseen: HiddenText::default(),
        open: Vec::new(),
        grid: Grid::default(),
        column: 0,
        lists: 0,
        deleted: 0,
        links: Vec::new(),
        raised: None,
    };
    let joined = loose_rows::join(page.gather.text());
    let source = &*joined;
    // What was read already, as a table of its own.
    let mut done = 0..0;
    for (event, at) in events(source) {
        // What ends within what was read already is a part of it, wherever it began.
        let ends_within = matches!(event, Event::End(TagEnd::Strikethrough))
            && at.end.checked_sub(1).is_some_and(|end| done.contains(&end));
        if done.contains(&at.start) || ends_within {
            // A table that begins among rows without a rule goes on behind them.
            if matches!(event, Event::Start(Tag::Table(_))) && at.end > done.end {
                let rest = done.end..at.end;
                let width = rows(source, &rest).map(|(_, width)| width).max().unwrap_or(1);
                page.table(source, &rest, width, None);
                done.end = at.end;
            }
            continue;
        }
        match &event {
            Event::Start(Tag::Table(_)) => {
                let widths: Vec<usize> = rows(source, &at).map(|(_, width)| width).collect();
                let head = widths.first().copied().unwrap_or(0);
                let widest = widths.iter().copied().max().unwrap_or(0);
                if widest > head {
                    page.part();
                    page.table(source, &at, widest, Some(head));
                    done = at;
                    continue;
                }
            }
            Event::Start(Tag::Paragraph) => {
                // Lines of words may stand right above the rows, and right below them.
                let rows = first_row(source, &at)..at.end;
                if let Some((end, width)) = rows_without_rule(source, &rows) {
                    page.undo(at.start);
                    page.part();
                    let words = at.start..rows.start;
                    let text = source.get(words.clone()).unwrap_or_default();
                    page.gather.push(Kind::Paragraph, text, words);
                    page.table(source, &(rows.start..end), width, None);
                    let rest = end.min(at.end)..at.end;
                    let text = source.get(rest.clone()).unwrap_or_default();
                    page.gather.push(Kind::Paragraph, text, rest);
                    done = at.start..end.max(at.end);
                    continue;
                }
            }
            Event::Start(Tag::HtmlBlock) => {
                let block = source.get(at.clone()).unwrap_or_default();
                if let Some(table) = find_tag(block, "<table") {
                    let rest = source.get(at.start + table..).and_then(end_of_table);
                    let end = rest.map_or(at.end, |end| at.start + table + end);
                    done = at.start..end.max(at.end);
                    page.html_table(done.clone());
                    continue;
                }
            }
            Event::InlineHtml(html) if find_tag(html, "<table") == Some(0) => {
                let end = source.get(at.start..).and_then(end_of_table);
                done = at.start..end.map_or(at.end, |end| at.start + end);
                page.html_table(done.clone());
                continue;
            }
            _ => {}
        }
        page.take(event, at);
    }
    let mut pieces = page.gather.pieces;
    #[cfg(feature = "html")]
    pieces.reports.extend(page.unseen.report(pieces.lines.len()));
    pieces.reports.extend(page.budget.reports());
    pieces
}

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

struct PageReader<'s> {
    gather: Gather<'s>,
    budget: TableBudget,
    #[cfg(feature = "html")]
    unseen: HiddenText,
    open: Vec<OpenPiece>,
    grid: Grid,
    /// The column of the next cell.
    column: usize,
    lists: u8,
    /// How many times over the text is struck out.
    deleted: usize,
    /// The links that are open: where their text begins, and where they lead to.
    links: Vec<(usize, String)>,
    /// The raised or lowered characters that are open: where they begin, and whether they are
    /// lowered.
    raised: Option<(usize, bool)>,
}

impl PageReader<'_> {
    fn take(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.part();
                self.begin(Kind::Heading(level as u8));
            }
            // The text of an item is in paragraphs where blank lines part the items.
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock)
                if self.open.is_empty() =>
            {
                let text = self.gather.text().get(at).unwrap_or_default();
                self.begin(if are_lines(text) { Kind::Line } else { Kind::Paragraph });
            }
            Event::Start(Tag::Item) => {
                self.begin(Kind::Item(self.lists));
                let marker = marker(self.gather.text(), &at);
                if let Some(open) = self.open.last_mut() {
                    open.add(marker, at.start..at.start + marker.len());
                }
            }
            Event::Start(Tag::List(_)) => {
                self.part();
                self.lists = self.lists.saturating_add(1);
            }
            Event::End(TagEnd::List(_)) => self.lists = self.lists.saturating_sub(1),
            Event::Start(Tag::Table(_)) => {
                self.part();
                self.grid = Grid::default();
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.grid.rows.push(GridRow::default());
                self.grid.may_have_moved |=
                    self.gather.text().get(at).is_some_and(|row| row.trim_end().ends_with("||"));
                self.column = 0;
            }
            Event::Start(Tag::TableCell) => {
                let number = self.gather.pieces.grids.len();
                self.begin(Kind::cell_of(number));
            }
            // One tilde is no sign of deletion: `~9` is about 9.
            Event::Start(Tag::Strikethrough) if self.is_deletion(&at) => self.deleted += 1,
            Event::End(TagEnd::Strikethrough) if self.is_deletion(&at) => {
                self.deleted = self.deleted.saturating_sub(1);
            }
            Event::Start(Tag::Strikethrough) => self.add("~", at.start..at.start),
            Event::End(TagEnd::Strikethrough) => self.add("~", at.end..at.end),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let from = self.open.last().map_or(0, |open| open.text.len());
                self.links.push((from, dest_url.into_string()));
            }
            Event::End(TagEnd::Link) => {
                if let Some(((from, target), open)) = self.links.pop().zip(self.open.last_mut()) {
                    mark_link(&mut open.text, from, &target);
                }
            }
            // Comments are invisible.
            Event::Html(text) if text.trim_start().starts_with("<!--") => {}
            Event::Text(text) | Event::Code(text) | Event::Html(text) if self.deleted == 0 => {
                self.add(&text, at);
            }
            Event::SoftBreak | Event::HardBreak
                if self.open.last().is_some_and(|open| open.kind == Kind::Line) =>
            {
                self.close();
                self.begin(Kind::Line);
                if let Some(open) = self.open.last_mut() {
                    open.is_below = true;
                }
            }
            Event::SoftBreak | Event::HardBreak => self.add_space(),
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::End(TagEnd::TableCell) => {
                self.end_raised();
                if let Some(mut cell) = self.open.pop() {
                    let piece = push(&mut self.gather, &mut cell);
                    self.add_cell(piece);
                }
            }
            Event::End(TagEnd::Table) => self.end_table(),
            Event::End(TagEnd::Heading(_) | TagEnd::Item) => self.close(),
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock) => {
                match self.open.last_mut() {
                    // In an item they are a part of it.
                    Some(OpenPiece { kind: Kind::Item(_), text, .. }) => text.push(' '),
                    _ => self.close(),
                }
            }
            _ => {}
        }
    }

    fn is_deletion(&self, at: &Range<usize>) -> bool {
        self.gather.text().get(at.start..).is_some_and(|text| text.starts_with("~~"))
    }

    fn add(&mut self, text: &str, at: Range<usize>) {
        if let Some(open) = self.open.last_mut() {
            open.add(text, at);
        }
    }

    fn add_space(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.text.push(' ');
        }
    }

    /// Tags within a text: raised and struck-out characters, and what parts words.
    fn inline_html(&mut self, html: &str) {
        let name = html.trim_start_matches(['<', '/']);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
        let is_end = html.starts_with("</");
        match &*name {
            "sup" | "sub" if is_end => self.end_raised(),
            "sup" | "sub" => {
                let from = self.open.last().map_or(0, |open| open.text.len());
                self.raised.get_or_insert((from, name == "sub"));
            }
            "del" | "s" | "strike" if is_end => self.deleted = self.deleted.saturating_sub(1),
            "del" | "s" | "strike" => self.deleted += 1,
            "b" | "i" | "u" | "em" | "strong" | "span" | "a" | "ins" | "mark" | "small"
            | "font" | "abbr" | "code" | "" => {}
            _ => self.add_space(),
        }
    }

    fn end_raised(&mut self) {
        let Some(((from, is_lowered), open)) = self.raised.take().zip(self.open.last_mut()) else {
            return;
        };
        let Some(raised) = open.text.get(from..).map(str::to_owned) else { return };
        open.text.truncate(from);
        if is_lowered {
            push_lowered(&mut open.text, &raised);
        } else {
            push_raised(&mut open.text, &raised);
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.open.push(OpenPiece { kind, text: String::new(), at: None, is_below: false });
        // What is left open ends with its piece.
        self.deleted = 0;
        self.raised = None;
        self.links.clear();
    }

    fn close(&mut self) {
        self.end_raised();
        if let Some(mut open) = self.open.pop() {
            push(&mut self.gather, &mut open);
        }
    }

    /// What stands in an item before a list, a heading or a table of its own is an item by
    /// itself.
    fn part(&mut self) {
        self.end_table();
        if let Some(outer) = self.open.last_mut() {
            push(&mut self.gather, outer);
        }
    }

    /// Takes back what was read from a byte on. The parser gives a table up whose rows are much shorter
    /// than its head, within a row, and begins a paragraph with that.
    fn undo(&mut self, from: usize) {
        let (pieces, rows) = (&mut self.gather.pieces.lines, &mut self.grid.rows);
        let from = from + self.gather.mark;
        while pieces.last().is_some_and(|piece| piece.start >= from) {
            pieces.pop();
        }
        let count = pieces.len();
        if rows.last().is_some_and(|row| row.pieces().any(|piece| piece >= count)) {
            rows.pop();
        }
    }

    fn add_cell(&mut self, piece: Option<usize>) {
        let column = self.column;
        self.column += 1;
        let Some(piece) = piece else { return };
        if column >= self.budget.columns {
            self.budget.beyond.get_or_insert(piece);
        } else if let Some(row) = self.grid.rows.last_mut() {
            row.push(GridCell::one(column, piece));
        }
    }

    fn end_table(&mut self) {
        let mut grid = std::mem::take(&mut self.grid);
        if grid.rows.is_empty() {
            return;
        }
        self.budget.limit(&mut grid);
        self.gather.pieces.grids.push(grid);
    }

    /// Reads the rows at some bytes as a table that is as wide as the widest of them. In Markdown a table is as
    /// wide as its headers, and further cells aren't shown: `head` is that width.
    fn table(&mut self, source: &str, at: &Range<usize>, width: usize, head: Option<usize>) {
        let width = width.min(self.budget.columns);
        let front = format!("|{}\n|{}\n", "x|".repeat(width), "-|".repeat(width));
        let skipped = front.len();
        let text = front + source.get(at.clone()).unwrap_or_default();
        // Its own rule is a row here. It is the second one.
        let rule = head.and_then(|_| rows(source, at).nth(1)).map(|(line, _)| line);
        self.grid = Grid::default();
        let first = self.gather.pieces.lines.len();
        let (mut is_left_out, mut is_done) = (true, false);
        for (event, part) in Parser::new_ext(&text, OPTIONS).into_offset_iter() {
            let Some(start) = part.start.checked_sub(skipped) else { continue };
            let part = start + at.start..(part.end - skipped) + at.start;
            if matches!(event, Event::Start(Tag::TableRow)) {
                is_left_out = rule.as_ref().is_some_and(|rule| rule.contains(&part.start))
                    || source.get(part.clone()).is_some_and(is_rule);
            }
            is_done |= matches!(event, Event::End(TagEnd::Table));
            if !is_left_out && !is_done {
                self.take(event, part);
            }
        }
        let grid = &self.grid;
        if let Some(head) = head {
            let wider: Vec<&GridRow> = grid.rows.iter().filter(|row| row.width() > head).collect();
            let text =
                |piece: usize| self.gather.pieces.lines.get(piece).map_or("", |line| &*line.text);
            if let Some(row) = wider.first() {
                let cells = row.cells().iter().filter(|cell| cell.column >= head);
                let extra = cells.map(|cell| Quote::from(text(cell.piece))).collect();
                let (rows, headers) = (wider.len(), head);
                let what = Message::RowsWiderThanHead { rows, headers, extra };
                let piece = row.pieces().next().or(Some(first));
                let report = SourceReport { piece, what };
                self.gather.pieces.reports.push(report);
            }
        }
        self.end_table();
    }

    /// Reads a table that is written as HTML.
    #[cfg(feature = "html")]
    fn html_table(&mut self, at: Range<usize>) {
        self.part();
        super::html::read(&mut self.gather, at, &mut self.budget, &mut self.unseen);
    }

    /// Reports a table that is written as HTML, which can't be read.
    #[cfg(not(feature = "html"))]
    fn html_table(&mut self, at: Range<usize>) {
        self.part();
        let source = self.gather.text();
        let piece =
            self.gather.push(Kind::Paragraph, source.get(at.clone()).unwrap_or_default(), at);
        let what = Message::TableFeatureOff { feature: "html".to_owned() };
        self.gather.pieces.reports.push(SourceReport { piece, what });
    }
}

/// The rows at some bytes, one a line, each with how many cells it has.
fn rows<'s>(
    source: &'s str,
    at: &Range<usize>,
) -> impl Iterator<Item = (Range<usize>, usize)> + 's {
    let mut start = at.start;
    let lines = source.get(at.clone()).unwrap_or_default().split_inclusive('\n');
    lines.map(move |line| {
        let from = start;
        start += line.len();
        (from..start, cells(line))
    })
}

/// How many cells a row has; pipes around it part none, and one with a backslash before it neither.
fn cells(line: &str) -> usize {
    let line = line.trim();
    let mut pipes = 0;
    let (mut is_escaped, mut ends_with_pipe) = (false, false);
    for byte in line.bytes() {
        ends_with_pipe = byte == b'|' && !is_escaped;
        pipes += usize::from(ends_with_pipe);
        is_escaped = byte == b'\\' && !is_escaped;
    }
    let around = usize::from(line.starts_with('|')) + usize::from(ends_with_pipe && line.len() > 1);
    (pipes + 1).saturating_sub(around)
}

/// Where the rows of a table end that have no rule below their headers, and how wide they are.
/// A paragraph is read as such rows if each of its lines is one; what looks like a rule further down is a
/// row of dashes.
/// The byte at which the first line between pipes begins; that of the paragraph if there is none.
fn first_row(source: &str, at: &Range<usize>) -> usize {
    let mut from = at.start;
    for line in source.get(at.clone()).unwrap_or_default().split_inclusive('\n') {
        if cells(line) > 2 {
            return from;
        }
        from += line.len();
    }
    at.start
}

/// The end of the rows that some lines between pipes are, and how many cells they have. `None` if other lines stand among them.
fn rows_without_rule(source: &str, at: &Range<usize>) -> Option<(usize, usize)> {
    /// Fewer may be words with a sign between them.
    const MIN_BEFORE_WORDS: usize = 3;
    let is_row = |line: &str| {
        let line = line.trim();
        line.contains('|') && (line.starts_with('|') || line.ends_with('|') || cells(line) > 2)
    };
    let (mut end, mut count, mut width) = (at.start, 0, 0);
    for line in source.get(at.start..)?.split_inclusive('\n') {
        if !is_row(line) {
            break;
        }
        end += line.len();
        count += 1;
        width = width.max(cells(line));
    }
    let paragraph = source.get(at.clone())?.trim_end();
    let is_all = end >= at.start + paragraph.len();
    let is_before_words = || {
        count >= MIN_BEFORE_WORDS && source.get(end..at.end).is_some_and(|rest| !rest.contains('|'))
    };
    (count > 1 && width > 1 && (is_all || is_before_words())).then_some((end, width))
}

/// Where a tag begins in a text.
fn find_tag(text: &str, tag: &str) -> Option<usize> {
    let found = |part: &[u8]| part.eq_ignore_ascii_case(tag.as_bytes());
    text.as_bytes().windows(tag.len()).position(found)
}

/// Where a table of HTML ends that a text begins with, with those within it. `None` if nothing
/// ends it.
fn end_of_table(text: &str) -> Option<usize> {
    const END: &str = "</table";
    let (mut at, mut depth) = (0, 0_usize);
    loop {
        at += text.as_bytes().get(at..)?.iter().position(|byte| *byte == b'<')?;
        let rest = text.get(at..)?;
        let begins =
            |tag: &str| rest.get(..tag.len()).is_some_and(|part| part.eq_ignore_ascii_case(tag));
        if begins("<table") {
            depth += 1;
        } else if begins(END) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at + rest.find('>').map_or(rest.len(), |end| end + 1));
            }
        }
        at += 1;
    }
}

/// Makes a piece of what has been gathered, and begins anew.
fn push(gather: &mut Gather<'_>, open: &mut OpenPiece) -> Option<usize> {
    let text = std::mem::take(&mut open.text);
    let at = open.at.take()?;
    // A marker without words is no text.
    let is_marker =
        matches!(open.kind, Kind::Item(_)) && !text.trim().contains(char::is_whitespace);
    if is_marker && text.starts_with(['-', '*', '+']) && text.trim().len() == 1 {
        return None;
    }
    let piece = gather.push(open.kind, &text, at)?;
    if let Some(line) = gather.pieces.lines.get_mut(piece) {
        line.after_blank &= !open.is_below;
    }
    Some(piece)
}

/// What comes before the text of an item: `- `, `1) `. It may be the mark of a footnote.
fn marker<'s>(source: &'s str, at: &Range<usize>) -> &'s str {
    let item = source.get(at.clone()).unwrap_or_default();
    let end = item.find(char::is_whitespace).unwrap_or(0);
    item.get(..end + usize::from(end > 0)).unwrap_or_default()
}

/// Whether a line is a row of a table whose cells end with a pipe.
fn is_bare_row(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with('|') && !line.starts_with('|') && line.matches('|').count() > 1 && !is_rule(line)
}

/// The events of a source with their bytes. A table interrupts a paragraph, as it does elsewhere: its
/// header is the line above the rule, whatever stands above that.
fn events(source: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let mut cuts = vec![0];
    let (mut before, mut line) = (None::<&str>, None::<(usize, &str)>);
    let mut at = 0;
    for next in source.split_inclusive('\n') {
        if let (Some(before), Some((start, header))) = (before, line)
            && is_rule(next)
            && header.contains('|')
            && !before.trim().is_empty()
            && !is_rule(before)
        {
            cuts.push(start);
        } else if let (Some(before), Some((start, row))) = (before, line)
            && is_bare_row(row)
            && is_bare_row(next)
            && !before.trim_end().ends_with('|')
            && !before.trim().is_empty()
        {
            // Rows without a rule go on with no item of a list above them.
            cuts.push(start);
        }
        before = line.map(|(_, text)| text);
        line = Some((at, next));
        at += next.len();
    }
    cuts.push(source.len());
    let parts: Vec<Range<usize>> =
        cuts.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)).collect();
    parts.into_iter().flat_map(move |part| {
        let text = source.get(part.clone()).unwrap_or_default();
        let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
        events.map(move |(event, at)| (event, at.start + part.start..at.end + part.start))
    })
}

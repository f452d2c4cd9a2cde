//! Values separated by semicolons, commas, tabs or pipes.

use std::borrow::Cow;

use super::grid::{GridCell, TableBudget};
use super::separated::Fields;
use super::sheet::Sheet;
use super::{Gather, Limits, Pieces, SourceReport, loose_rows, recognise};
use crate::findings::rule::Message;
use crate::read::lines::Kind;

pub(super) fn pieces<'s>(source: &'s str, limits: &Limits) -> Pieces<'s> {
    let mut gather = Gather::new(source);
    let all = gather.text();
    let (sign, front) = recognise::separator(all).unwrap_or((b';', 0));
    // Only what pipes part is found broken over lines without quotation marks.
    let joined = if sign == b'|' { loose_rows::join(all) } else { Cow::Borrowed(all) };
    let text = &*joined;
    let mut budget = TableBudget::new(limits);
    let mut sheet = Sheet::new(&mut budget);
    let mut widths = Widths::default();
    let mut points = Points::default();
    let mut cells: Vec<GridCell> = Vec::new();
    let mut column = 0;
    // A list of pieces that doubles where it is full takes up to twice as much, for a moment three times.
    let most = text.bytes().filter(|byte| *byte == sign || *byte == b'\n').count() + 1;
    gather.pieces.lines.reserve_exact(most);
    for field in Fields::new(text, sign, front) {
        let value = match joined {
            Cow::Borrowed(all) => field.text(all),
            Cow::Owned(_) => Cow::Owned(field.text(text).into_owned()),
        };
        let piece = match value {
            Cow::Borrowed(value) => gather.push_part(Kind::Paragraph, value, field.at.clone()),
            Cow::Owned(value) => gather.push(Kind::Paragraph, &value, field.at.clone()),
        };
        if let Some(piece) = piece {
            cells.push(GridCell::one(column, piece));
            if sign == b',' {
                let text = gather.pieces.lines.get(piece).map_or("", |line| &*line.text);
                points.look(text, piece, field.is_quoted);
            }
        }
        column += 1;
        if field.is_last {
            widths.look(&cells);
            sheet.row(&mut gather.pieces, &mut cells);
            cells.clear();
            column = 0;
        }
    }
    sheet.finish(&mut gather.pieces);
    let mut pieces = gather.pieces;
    let mut report = |piece, what| {
        pieces.reports.push(SourceReport { piece: Some(piece), what });
    };
    if let Some(piece) = widths.wider {
        let text = pieces.lines.get(piece).map_or("", |line| &*line.text);
        let (text, values, head) = (text.into(), widths.of_wider, widths.of_head);
        let what = if sign == b',' {
            Message::RowWideByCommas { text, values, head }
        } else {
            Message::RowTooWide { text, values, head }
        };
        report(piece, what);
    }
    if let Some((piece, text)) = points.in_doubt() {
        report(piece, Message::PointAmongCommas { printed: text.into() });
    }
    if pieces.grids.is_empty() && !pieces.lines.is_empty() {
        report(0, Message::NoSeparator {});
    }
    pieces.reports.extend(budget.reports());
    pieces
}

/// Looks for rows that are wider than those that may hold headers.
#[derive(Default)]
struct Widths {
    /// How many rows of several cells were seen, and the width of the widest of the first ones.
    rows: usize,
    of_head: usize,
    /// The first piece of the first row that is wider, and its width.
    wider: Option<usize>,
    of_wider: usize,
}

impl Widths {
    fn look(&mut self, cells: &[GridCell]) {
        const HEAD: usize = 3;
        let ([first, _, ..], Some(width)) = (cells, cells.last().map(GridCell::end)) else {
            // A row of one cell or none may end a table.
            self.rows = if cells.is_empty() { 0 } else { self.rows };
            return;
        };
        self.rows += 1;
        if self.rows == 1 {
            self.of_head = width;
        } else if self.rows <= HEAD && self.of_head * 2 > width + 1 {
            // A second row of headers may be wider by a column, and not by as many again.
            self.of_head = self.of_head.max(width);
        } else if width > self.of_head && self.wider.is_none() {
            (self.wider, self.of_wider) = (Some(first.piece), width);
        }
    }
}

/// What the points in the numbers of a source are that commas part: those who write so mostly
/// write decimals with a point, and Dutch numbers group their digits with it.
#[derive(Default)]
struct Points {
    /// The first number that may be either: `12.345`.
    either: Option<(usize, String)>,
    has_groups: bool,
}

impl Points {
    fn look(&mut self, text: &str, piece: usize, is_quoted: bool) {
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let bare =
            text.trim_start_matches(['-', '+', '€', '>', '<', ' ']).trim_end_matches(['%', ' ']);
        // `1,5` in quotation marks is a decimal with a comma.
        let (whole, fraction) = bare.split_once(',').unwrap_or((bare, ""));
        let mut parts = whole.split('.');
        let first = parts.next().is_some_and(|part| digits(part) && part.len() <= 3);
        let rest = parts.clone().count();
        let are_groups = first && parts.all(|part| part.len() == 3 && digits(part));
        self.has_groups |= are_groups && (rest > 1 || (digits(fraction) && fraction.len() != 3));
        // What is quoted is a text as somebody saw it, and not a number of a program.
        if are_groups && rest == 1 && fraction.is_empty() && !whole.starts_with('0') && !is_quoted {
            self.either.get_or_insert_with(|| (piece, text.to_owned()));
        }
    }

    fn in_doubt(&self) -> Option<(usize, &str)> {
        let (piece, text) = self.either.as_ref().filter(|_| !self.has_groups)?;
        Some((*piece, text))
    }
}

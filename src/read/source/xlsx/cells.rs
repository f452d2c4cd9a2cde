//! The cells of a sheet, in one pass over its part.

use std::io::BufRead;
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::format::{Shown, bare};
use super::outline::{self, SheetOutline};
use super::package::{Archive, attribute, attributes, damaged, part};
use super::strings::{RichText, plain_text, rich_text};
use super::styles::Coded;
use crate::error::Quoted;
use crate::findings::rule::Message;

/// What the cells of all sheets refer to.
pub(super) struct Shared {
    pub(super) strings: Vec<RichText>,
    pub(super) formats: Vec<Rc<Coded>>,
    pub(super) is_1904: bool,
}

/// A cell that isn't blank, or that its format doesn't show. Rows and columns are counted from 1.
pub(super) struct SheetCell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) text: String,
    pub(super) doubt: Option<Doubt>,
}

/// What is to be reported about a cell.
pub(super) enum Doubt {
    /// It holds a formula whose result isn't stored; its text is the formula.
    Formula,
    /// Its number format isn't followed; its text is the bare number.
    Format(Rc<Coded>),
    /// Its format shows nothing; its text is what it holds.
    Unseen,
    /// A part of it is struck out: this one.
    Struck(String),
}

/// Reads the cells and the outline of a sheet.
pub(super) fn sheet(
    archive: &mut Archive<'_>,
    name: &str,
    shared: &Shared,
) -> Result<(Vec<SheetCell>, SheetOutline), Box<Message>> {
    let Some(mut xml) = part(archive, name) else {
        return Err(damaged(format_args!("there is no part {}", Quoted(name))));
    };
    let mut cells: Vec<SheetCell> = Vec::new();
    let mut outline = SheetOutline::default();
    // The row and the column of the next cell, where it doesn't say so itself.
    let (mut row, mut column) = (0, 1);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(damaged)?;
        let (element, is_empty) = match &event {
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            Event::Eof => break,
            _ => continue,
        };
        let number = |name| attribute(element, name)?.parse::<u32>().ok();
        let is_hidden = || matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
        match element.local_name().as_ref() {
            "row" => {
                let known = place(element, "r", outline::is_row)?;
                row = known.and_then(|row| row.parse().ok()).unwrap_or(row + 1);
                column = 1;
                if is_hidden() {
                    outline.hidden_rows.insert(row);
                }
            }
            "col" if is_hidden() => {
                if let Some((first, last)) = number("min").zip(number("max")) {
                    outline.hidden_columns.push(first..=last);
                }
            }
            "mergeCell" => {
                let range = place(element, "ref", outline::is_range)?;
                outline.merged.extend(range.as_deref().and_then(outline::merged));
            }
            "c" => {
                let known = place(element, "r", |place| outline::cell(place).is_some())?;
                if let Some(known) = known.as_deref().and_then(outline::cell) {
                    (row, column) = known;
                }
                let kind = attribute(element, "t").unwrap_or_default();
                let style = number("s").and_then(|style| usize::try_from(style).ok()).unwrap_or(0);
                if !is_empty {
                    let stored = Stored::read(&mut xml)?;
                    if let Some((text, doubt)) = stored.shown(&kind, style, shared)? {
                        cells.push(SheetCell { row: row.max(1), column, text, doubt });
                    }
                }
                column = column.saturating_add(1);
            }
            _ => {}
        }
    }
    outline.hidden_columns = outline::apart(outline.hidden_columns);
    let place = |cell: &SheetCell| (cell.row, cell.column);
    if !cells.is_sorted_by_key(place) {
        cells.sort_by_key(place);
    }
    cells.dedup_by_key(|cell| (cell.row, cell.column));
    Ok((cells, outline))
}

/// An attribute that is a place in the sheet. An error if it is said twice or is none.
fn place(
    element: &BytesStart<'_>,
    name: &str,
    is_right: impl Fn(&str) -> bool,
) -> Result<Option<String>, Box<Message>> {
    let places = attributes(element, name);
    match places.iter().find(|place| !is_right(place)) {
        None => Ok(places.into_iter().next()),
        Some(odd) => {
            let odd: String = odd.chars().take(40).collect();
            Err(damaged(format_args!("{} is not a cell reference", Quoted(&odd))))
        }
    }
}

/// What stands in a cell.
#[derive(Default)]
struct Stored {
    value: Option<String>,
    inline: Option<RichText>,
    formula: Option<String>,
}

impl Stored {
    /// Reads the rest of a cell.
    fn read<R: BufRead>(xml: &mut Reader<R>) -> Result<Stored, Box<Message>> {
        let mut stored = Stored::default();
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(damaged)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "v" => stored.value = Some(plain_text(xml, "v")?),
                    "f" => stored.formula = Some(plain_text(xml, "f")?),
                    "is" => stored.inline = Some(rich_text(xml, "is")?),
                    _ => {}
                },
                // A formula that it shares with another cell.
                Event::Empty(element) if element.local_name().as_ref() == "f" => {
                    stored.formula = Some(String::new());
                }
                Event::End(element) if element.local_name().as_ref() == "c" => return Ok(stored),
                Event::Eof => return Err(damaged("a cell has no end")),
                _ => {}
            }
        }
    }

    /// The cell as a reader of the sheet sees it. `None` if it is blank.
    fn shown(
        self,
        kind: &str,
        style: usize,
        shared: &Shared,
    ) -> Result<Option<(String, Option<Doubt>)>, Box<Message>> {
        let value = self.value.unwrap_or_default();
        // A formula may give an empty text, and that is then stored.
        if let Some(formula) = &self.formula
            && value.trim().is_empty()
            && self.inline.is_none()
            && kind != "str"
        {
            return Ok(Some((format!("={}", formula.trim()), Some(Doubt::Formula))));
        }
        let coded = shared.formats.get(style);
        let text = match kind {
            "s" => {
                let string = value.trim().parse::<usize>().ok();
                let Some(string) = string.and_then(|string| shared.strings.get(string)) else {
                    let value: String = value.chars().take(40).collect();
                    return Err(damaged(format_args!("there is no text {}", Quoted(&value))));
                };
                string.clone()
            }
            "inlineStr" => self.inline.unwrap_or_default(),
            "str" | "d" | "e" => RichText { text: value, struck: String::new() },
            "b" => {
                let is_true = matches!(value.trim(), "1" | "true");
                let text = if is_true { "WAAR" } else { "ONWAAR" };
                return Ok(Some((text.to_owned(), None)));
            }
            _ => match value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    let shown = match coded {
                        Some(coded) => coded.format.number(number, shared.is_1904),
                        None => Shown::Text(bare(number)),
                    };
                    return Ok(Some(match shown {
                        Shown::Text(text) => (text, None),
                        Shown::Nothing => (bare(number), Some(Doubt::Unseen)),
                        Shown::Bare(text) => (text, coded.cloned().map(Doubt::Format)),
                    }));
                }
                _ => RichText { text: value, struck: String::new() },
            },
        };
        let doubt = Some(text.struck).filter(|struck| !struck.trim().is_empty()).map(Doubt::Struck);
        if text.text.trim().is_empty() {
            return Ok(doubt.map(|doubt| (String::new(), Some(doubt))));
        }
        Ok(Some(match coded.map(|coded| coded.format.text(&text.text)) {
            None => (text.text, doubt),
            Some(Shown::Nothing) => (text.text, Some(Doubt::Unseen)),
            Some(Shown::Text(text) | Shown::Bare(text)) => (text, doubt),
        }))
    }
}

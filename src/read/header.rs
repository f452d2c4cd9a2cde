//! The headers of the columns of a table: what one line says, and how lines make columns.

use super::dates::period;
use super::lines::{Lines, RawLine};
use super::marks;
use super::vocabulary;
use crate::words::fold_word;
use crate::{Period, Role};

/// A column of a table.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// The header on one line.
    pub(super) header: String,
    pub(super) holds: Holds,
    pub(super) lines: Lines,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Figures {
        role: Option<Role>,
        period: Option<Period>,
    },
    /// The marks of footnotes.
    Notes,
    /// Something that is no figure.
    Attribute,
}

/// What one line of a header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Column(Holds),
    /// The header of the column of labels.
    Label,
}

/// The columns that begin at a line, and the index of the line behind them; nothing where
/// that line is no column header. The slice ends where the caller won't look further.
pub(super) fn columns(lines: &[RawLine<'_>], from: usize) -> Option<(Vec<Column>, usize)> {
    let mut columns: Vec<Column> = Vec::new();
    let mut at = from;
    while let Some(line) = lines.get(at) {
        match token(line.text) {
            // The header of the labels stands first, and once.
            Some(Token::Label) if at == from => {}
            Some(Token::Column(holds)) => {
                if !completes(&mut columns, holds, line.text, at) {
                    let header = one_line(line.text);
                    columns.push(Column { header, holds, lines: Lines::one(at) });
                }
            }
            _ => break,
        }
        at += 1;
    }
    (!columns.is_empty()).then_some((columns, at))
}

/// Whether a line is the year of the column in front of it: a role, and its year on the next
/// line with anything on it.
fn completes(columns: &mut [Column], holds: Holds, text: &str, at: usize) -> bool {
    if let Holds::Figures { role: None, period: Some(year) } = holds
        && let Some(column) = columns.last_mut()
        && let Holds::Figures { role: Some(_), period: period @ None } = &mut column.holds
    {
        *period = Some(year);
        column.header.push(' ');
        column.header.push_str(&one_line(text));
        column.lines.last = at;
        true
    } else {
        false
    }
}

/// Whether a line could be a column header, or a part of one.
pub(super) fn is_header(text: &str) -> bool {
    token(text).is_some()
}

/// Whether one line holds the headers of several columns, which is not how they are read.
pub(super) fn are_on_one_line(text: &str) -> bool {
    const LONGEST: usize = 500;
    if text.len() > LONGEST {
        return false;
    }
    // Few lines have such a sign, and it takes less to see that than to split.
    let bytes = text.as_bytes();
    let by =
        |sign: &str| text.split(sign).filter(|part| has_role(part.trim())).take(2).count() == 2;
    (bytes.contains(&b'|') && by("|"))
        || (bytes.contains(&b'\t') && by("\t"))
        || (bytes.contains(&b';') && by(";"))
        || (text.contains("  ") && by("  "))
}

/// Whether a line could be the whole header of a column: a role with its year.
pub(super) fn is_dated_role(text: &str) -> bool {
    matches!(token(text), Some(Token::Column(Holds::Figures { role: Some(_), period: Some(_) })))
}

/// Whether each column of figures has a period, and those without a role are years that
/// follow each other: what a table can be told by without a title.
pub(super) fn are_dated(columns: &[Column]) -> bool {
    let mut previous: Option<Period> = None;
    columns.iter().all(|column| match column.holds {
        Holds::Figures { period: None, .. } => false,
        Holds::Figures { role: None, period: Some(year) } => {
            let follows = previous.is_none_or(|previous| {
                previous.end().and_then(|end| end.succ_opt()) == Some(year.start())
            });
            previous = Some(year);
            follows
        }
        _ => true,
    })
}

/// Whether no column says what its figures are for: they are bare years.
pub(super) fn are_bare(columns: &[Column]) -> bool {
    columns.iter().all(|column| matches!(column.holds, Holds::Figures { role: None, .. }))
}

/// Whether a role got its year from the next line while other years stand alone: then nobody
/// can tell which of them the role is for.
pub(super) fn are_mixed(columns: &[Column]) -> bool {
    let mut joined = false;
    let mut bare = false;
    for column in columns {
        match column.holds {
            Holds::Figures { role: Some(_), .. } => {
                joined |= column.lines.first < column.lines.last;
            }
            Holds::Figures { role: None, .. } => bare = true,
            _ => {}
        }
    }
    joined && bare
}

/// Whether a line could be the header of a column that has a role.
pub(super) fn has_role(text: &str) -> bool {
    matches!(token(text), Some(Token::Column(Holds::Figures { role: Some(_), .. })))
}

fn token(text: &str) -> Option<Token> {
    const LONGEST: usize = 60;
    if text.len() > LONGEST {
        return None;
    }
    if text == "*" {
        return Some(Token::Column(Holds::Notes));
    }
    let text = marks::without(text);
    if let Some(period) = period(text) {
        return Some(Token::Column(Holds::Figures { role: None, period: Some(period) }));
    }
    if text.starts_with(|c: char| matches!(c, '1'..='9')) {
        // Of the words below only `0-waarde` begins with a digit.
        return None;
    }
    let folded = fold_word(text)?;
    if let Some(role) = vocabulary::role(&folded) {
        return Some(Token::Column(Holds::Figures { role: Some(role), period: None }));
    }
    if vocabulary::is_attribute(&folded) {
        return Some(Token::Column(Holds::Attribute));
    }
    if vocabulary::is_label_header(&folded) {
        return Some(Token::Label);
    }
    let (word, year) = text.rsplit_once(char::is_whitespace)?;
    let period = period(year)?;
    let role = vocabulary::role(&fold_word(word)?)?;
    Some(Token::Column(Holds::Figures { role: Some(role), period: Some(period) }))
}

/// A header without the line breaks and the runs of spaces in it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! Rows on a line each that have a term among their amounts, as plans of investments do: *Sporthal 520 121.000 20 jr. 6.050 MN* below
//! *Omschrijving Taakveld Bedrag Termijn Jaarlasten Nut*. What stands in front of the numbers is a name, however many columns of words it
//! has; the kinds of the cells behind it come again in each row, so that no gap is needed to part them.

use super::columns::at_capitals;
use crate::findings::rule::Message;
use crate::leaves::period::Period;
use crate::leaves::unit::Unit;
use crate::leaves::value::Value;
use crate::read::cell;
use crate::read::dates;
use crate::read::facts::Facts;
use crate::read::facts::looks::Looks;
use crate::read::facts::spacing::words_of;
use crate::read::facts::words::{self, ColumnKind};
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::raw_cell::Interpretation;
use crate::read::shapes::is_sentence;
use crate::read::spot::Spot;
use crate::read::table::arithmetic::is_total;
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table, stretch};
use crate::words::{has_digit, is_grouped};

/// The longest line of such a table, in bytes.
const MAX_LEN: usize = 300;

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    stretch::take((from, to), found, |at| {
        table(looks, lines, at, to).map_or((Vec::new(), at + 1), |(table, end)| (vec![table], end))
    })
}

/// What a cell behind the name of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// A number.
    Number,
    /// A number of years.
    Term,
    /// One word in capitals: *MN*.
    Letters,
}

/// A row: where its name is, and its cells.
struct Line {
    line: usize,
    /// The bytes of the number in front of its name: `1.`
    number: Option<(usize, usize)>,
    name: (usize, usize),
    cells: Vec<(What, usize, usize)>,
}

impl Line {
    fn kinds(&self) -> impl Iterator<Item = What> {
        self.cells.iter().map(|(what, ..)| *what)
    }
}

/// The table whose headers begin on a line, and the line after it.
fn table(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    head: usize,
    to: usize,
) -> Option<(Table, usize)> {
    /// Two rows may have the same kinds of cells by chance.
    const MIN_ROWS: usize = 3;
    /// The lines on which headers go on.
    const MAX_HEAD: usize = 2;
    let first = (head + 1..to.min(head + 2 + MAX_HEAD)).find_map(|at| line(looks, lines, at))?;
    let mut rows = vec![first];
    let begin = rows.first()?.line;
    // Headers have no figures, and neither have the lines on which they go on.
    let is_head = |at: usize| lines.get(at).is_some_and(|line| !has_digit(&line.text));
    if !(head..begin).all(is_head) {
        return None;
    }
    let mut totals: Vec<Line> = Vec::new();
    let mut end = begin + 1;
    while end < to {
        let pattern = || rows.first().into_iter().flat_map(Line::kinds);
        match line(looks, lines, end) {
            Some(next) if next.kinds().eq(pattern()) => rows.push(next),
            _ => match total(looks, lines, end) {
                Some(total) => totals.push(total),
                None => break,
            },
        }
        end += 1;
    }
    if rows.len() < MIN_ROWS {
        return None;
    }
    let is_code = are_codes(lines, &rows);
    let columns = columns(looks, lines, head, &rows, is_code)?;
    let has_number = columns.first()?.content == Some(ColumnKind::Number);
    let of_line = |row: &Line, (from, to): (usize, usize)| Spot::part(row.line, from, to);
    let made = |row: &Line| {
        let number = row.number.map(|of| Cell::at(of_line(row, of)));
        let cells = row.cells.iter().map(|&(_, from, to)| Some(Cell::at(of_line(row, (from, to)))));
        let front = if has_number { vec![number, None] } else { vec![None] };
        let cells = front.into_iter().chain(cells).collect();
        Row::new(vec![of_line(row, row.name)], RowKind::Figures, cells)
    };
    // The amounts of a total stand in the columns of amounts, if there is one for each.
    let first_cell = columns.len() - rows.first()?.cells.len();
    let kinds: Vec<What> = rows.first()?.kinds().collect();
    let is_amount = |at: usize| kinds.get(at) == Some(&What::Number) && !(at == 0 && is_code);
    let amounts: Vec<usize> = (0..kinds.len()).filter(|&at| is_amount(at)).collect();
    let made_of_total = |row: &Line| {
        let mut cells: Vec<Option<Cell>> = vec![None; columns.len()];
        let is_whole = row.cells.len() == amounts.len();
        let all: Vec<Option<Cell>> = row
            .cells
            .iter()
            .map(|&(_, from, to)| Some(Cell::at(of_line(row, (from, to)))))
            .collect();
        if !is_whole {
            return Row::new(vec![of_line(row, row.name)], RowKind::Misfit, all);
        }
        for (&at, cell) in amounts.iter().zip(all) {
            if let Some(slot) = cells.get_mut(first_cell + at) {
                *slot = cell;
            }
        }
        Row::new(vec![of_line(row, row.name)], RowKind::Figures, cells)
    };
    let mut table_rows: Vec<(usize, Row)> = rows.iter().map(|row| (row.line, made(row))).collect();
    table_rows.extend(totals.iter().map(|row| (row.line, made_of_total(row))));
    table_rows.sort_by_key(|(line, _)| *line);
    let scope = Facts { period: period_above(looks, lines, head), ..Facts::default() };
    let table = Table {
        columns,
        scope,
        rows: table_rows.into_iter().map(|(_, row)| row).collect(),
        head: (head..begin).collect(),
        from: head,
        to: end,
        doubts: vec![Doubt { at: Lines::one(head), what: Message::PartedAtCapitals {} }],
        columns_by: Some(ColumnsBy::Rows),
        ..Table::default()
    };
    Some((table, end))
}

/// The time that the title above the headers states: *I. UITBREIDINGEN 2023 (excl. riolen)*. A line with a figure may stand between.
fn period_above(looks: &Looks<'_>, lines: &[RawLine<'_>], head: usize) -> Option<Period> {
    const MAX_ABOVE: usize = 3;
    // The rows of another table end what may be a title of this one.
    let is_row = |at: &usize| {
        let text = |from, to| lines.get(*at).and_then(|line| line.text.get(from..to));
        let is_figure = |&(_, from, to): &(What, usize, usize)| {
            text(from, to).is_some_and(|cell| dates::year(cell).is_none())
        };
        cells(looks, lines, *at).is_some_and(|row| row.cells.iter().any(is_figure))
    };
    let above = (head.saturating_sub(MAX_ABOVE)..head).rev().take_while(|at| !is_row(at));
    above.into_iter().find_map(|at| {
        let text = &*lines.get(at).filter(|line| line.text.len() <= MAX_LEN)?.text;
        let title = text.split_once(" (").map_or(text, |(title, _)| title);
        if is_sentence(text) { None } else { looks.facts(title).period }
    })
}

/// Whether the first cell of each row is a code: all have as many digits, without a sign for thousands, where other numbers have one.
fn are_codes(lines: &[RawLine<'_>], rows: &[Line]) -> bool {
    const MIN_DIGITS: usize = 2;
    const MAX_DIGITS: usize = 6;
    let text = |row: &Line, at: usize| {
        let &(_, from, to) = row.cells.get(at)?;
        lines.get(row.line)?.text.get(from..to)
    };
    let length = rows.first().and_then(|row| text(row, 0)).map_or(0, str::len);
    let is_of_length = |row: &Line| {
        text(row, 0).is_some_and(|code| {
            code.len() == length && code.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    // Numbers begin with no zero.
    let has_zero = rows.iter().any(|row| text(row, 0).is_some_and(|code| code.starts_with('0')));
    let is_other_grouped = || rows.iter().all(|row| text(row, 1).is_some_and(is_grouped));
    (MIN_DIGITS..=MAX_DIGITS).contains(&length)
        && rows.iter().all(is_of_length)
        && (has_zero || is_other_grouped())
}

/// The columns: that of the numbers of rows, if they have some, that of their names, and one for each cell. `None` if the headers have no
/// name for each, by their capitals.
fn columns(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    head: usize,
    rows: &[Line],
    is_code: bool,
) -> Option<Vec<Column>> {
    let text = &*lines.get(head)?.text;
    let words = words_of(text);
    let first = rows.first()?;
    let is_number = |&(from, to): &(usize, usize)| {
        let facts = looks.facts(text.get(from..to).unwrap_or_default());
        facts.content == Some(ColumnKind::Number) && facts.rest == 0
    };
    let number = words.first().copied().filter(is_number);
    let rest = words.get(usize::from(number.is_some())..)?;
    // As many names as there are cells stand behind those of the columns of words, of which there is one at least.
    let cells = first.cells.len();
    let names = (cells + 1..=cells + MAX_OF_WORDS).find_map(|n| at_capitals(text, rest, n))?;
    let (of_words, of_cells) = names.split_at_checked(names.len() - cells)?;
    let column = |(from, to): (usize, usize), content: Option<ColumnKind>| {
        let header = text.get(from..to).unwrap_or_default();
        Column {
            headers: vec![header.to_owned()],
            spots: vec![Spot::part(head, from, to)],
            lines: Some(Lines::one(head)),
            facts: (*looks.facts(header)).clone(),
            content,
            ..Column::default()
        }
    };
    // Other words with a capital among the headers would move them: that of the term stands above terms.
    let names_term = |&(from, to): &(usize, usize)| {
        text.get(from..to).is_some_and(|header| words::names_term(looks, header))
    };
    let is_elsewhere =
        |(name, what): (&(usize, usize), What)| names_term(name) && what != What::Term;
    if of_words.iter().any(names_term) || of_cells.iter().zip(first.kinds()).any(is_elsewhere) {
        return None;
    }
    let label = (of_words.first()?.0, of_words.last()?.1);
    let has_numbers = rows.iter().any(|row| row.number.is_some());
    let in_front = number.filter(|_| has_numbers).map(|of| column(of, Some(ColumnKind::Number)));
    let content = |at: usize| match first.cells.get(at).map(|(what, ..)| *what) {
        Some(What::Letters) => Some(ColumnKind::Attribute),
        Some(What::Number) if at == 0 && is_code => Some(ColumnKind::Code),
        _ => None,
    };
    let of_cells = of_cells.iter().enumerate().map(|(at, &of)| {
        let mut column = column(of, content(at));
        // *Afschrijvingstermijn (jaar)* says when no figure is of.
        if column.content.is_none() {
            column.facts.content = None;
        }
        column
    });
    let label = std::iter::once(column(label, Some(ColumnKind::Label)));
    Some(in_front.into_iter().chain(label).chain(of_cells).collect())
}

/// The columns of words in front of the numbers, at most.
const MAX_OF_WORDS: usize = 3;

/// The row on a line: a name, numbers of which one is a term, and the letters behind them.
fn line(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> Option<Line> {
    let row = cells(looks, lines, at)?;
    let terms = row.kinds().filter(|what| *what == What::Term).count();
    let numbers = row.kinds().filter(|what| *what == What::Number).count();
    let is_amount = |&(what, from, to): &(What, usize, usize)| {
        let text = lines.get(at).and_then(|line| line.text.get(from..to));
        what == What::Number && text.is_some_and(is_grouped)
    };
    (terms == 1 && numbers > 0 && row.cells.iter().any(is_amount)).then_some(row)
}

/// The total on a line: its name, which may end in a year, and amounts alone.
fn total(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> Option<Line> {
    let mut row = cells(looks, lines, at)?;
    let text = &*lines.get(at)?.text;
    if !is_total(looks, text) || row.kinds().any(|what| what != What::Number) {
        return None;
    }
    let is_amount =
        |&(_, from, to): &(What, usize, usize)| text.get(from..to).is_some_and(is_grouped);
    let of_name = row.cells.iter().take_while(|cell| !is_amount(cell)).count();
    if let Some(&(_, _, to)) = of_name.checked_sub(1).and_then(|last| row.cells.get(last)) {
        row.name.1 = to;
        row.cells.drain(..of_name);
    }
    (!row.cells.is_empty()).then_some(row)
}

/// The cells at the end of a line, and its name in front of them.
fn cells(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> Option<Line> {
    let line = lines.get(at).filter(|line| line.kind == Kind::Line)?;
    let text = &*line.text;
    if text.len() > MAX_LEN || !has_digit(text) {
        return None;
    }
    let words = words_of(text);
    let word = |at: usize| words.get(at).and_then(|&(from, to)| text.get(from..to)).unwrap_or("");
    let mut end = words.len();
    let mut found: Vec<(What, usize, usize)> = Vec::new();
    let last = end.checked_sub(1)?;
    if is_letters(word(last)) {
        let &(from, to) = words.get(last)?;
        found.push((What::Letters, from, to));
        end = last;
    }
    while end > 0 {
        let &(from, to) = words.get(end - 1)?;
        let bare = word(end - 1).trim_end_matches('.');
        if is_number(word(end - 1)) {
            found.push((What::Number, from, to));
            end -= 1;
        } else if end > 1 && is_term(looks, word(end - 2), bare) {
            let &(from, _) = words.get(end - 2)?;
            found.push((What::Term, from, to - (word(end - 1).len() - bare.len())));
            end -= 2;
        } else {
            break;
        }
    }
    found.reverse();
    // `1.`, or `6`.
    let is_counted = |word: &str| {
        let digits = word.trim_end_matches('.');
        (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let number = words.first().copied().filter(|_| end > 1 && is_counted(word(0)));
    let &(from, _) = words.get(usize::from(number.is_some()))?;
    let &(_, to) = words.get(end.checked_sub(1)?)?;
    let name = text.get(from..to)?;
    let is_name = name.contains(char::is_alphabetic) && !is_sentence(name);
    (is_name && !found.is_empty()).then_some(Line {
        line: at,
        number,
        name: (from, to),
        cells: found,
    })
}

fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(['-', '−', '€']);
    !digits.is_empty()
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

/// Whether a word is a number, and the one behind it the word for years: `35`, *jr*.
fn is_term(looks: &Looks<'_>, number: &str, word: &str) -> bool {
    const MAX_DIGITS: usize = 3;
    const MAX_WORD: usize = 6;
    if number.len() > MAX_DIGITS
        || !number.bytes().all(|byte| byte.is_ascii_digit())
        || word.len() > MAX_WORD
        || !word.chars().all(char::is_lowercase)
    {
        return false;
    }
    let read = cell::read(looks, &[number, " ", word].concat());
    read.unit.as_ref() == Some(&Unit::YEAR)
        && matches!(read.interpretation, Interpretation::Sure(Value::Exact(_)))
}

/// Whether a word is one of capitals: *MN*, *E*.
fn is_letters(word: &str) -> bool {
    const MAX: usize = 3;
    (1..=MAX).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

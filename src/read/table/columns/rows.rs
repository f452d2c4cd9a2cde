//! Rows that stand on a line each: their label, and the cells behind it.

use std::collections::HashSet;
use std::rc::Rc;

use super::{Finder, MAX_GAP, repeated, spaces};
use crate::leaves::unit::Scale;
use crate::read::dates;
use crate::read::facts::endings::{Ending, RowCell};
use crate::read::facts::looks::Looks;
use crate::read::facts::spacing::words_of;
use crate::read::facts::words;
use crate::read::lines::{Lines, RawLine};
use crate::read::shapes::{self, is_sentence};
use crate::read::spot::Spot;
use crate::read::table::grid::is_meta;
use crate::read::table::{Cell, Footnote, Row, RowKind, Table};
use crate::words::{fold_word, has_digit, is_grouped};

/// A line with a label and its cells.
#[derive(Debug, Default)]
pub(in crate::read::table) struct RowLine {
    pub(in crate::read::table) line: usize,
    /// Where its label ends, in bytes.
    pub(in crate::read::table) label: usize,
    /// The bytes of each cell, with those of the *V* or *N* after it.
    pub(in crate::read::table) cells: Vec<RowCell>,
    /// Whether the cells stand without gaps between them.
    pub(in crate::read::table) is_glued: bool,
    /// The bytes of the words after them that say what they are counted by.
    pub(in crate::read::table) counted_by: Option<(usize, usize)>,
    /// The bytes of the words after them that are a cell of their own: a source, a comment.
    pub(in crate::read::table) words: Option<(usize, usize)>,
    /// Where its label and its other cells are, if it is the first cell alone.
    pub(super) broken: Option<Broken>,
}

/// What a row is of which only the first cell stands on its line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Broken {
    /// The line of its label.
    pub(super) name: usize,
    /// How many cells it has, with the empty ones.
    pub(super) width: usize,
}

impl RowLine {
    pub(super) fn of(ending: &Ending, line: usize) -> Self {
        RowLine {
            line,
            label: ending.label,
            cells: ending.cells.clone(),
            is_glued: ending.is_glued,
            counted_by: ending.counted_by,
            ..RowLine::default()
        }
    }
}

/// The digits of the number of a page, at most.
const MAX_PAGE_DIGITS: usize = 4;

/// The cells at the end of a line; `None` if it has fewer than two, or no number among them.
pub(in crate::read::table) fn row_line(
    looks: &Looks<'_>,
    text: &str,
    line: usize,
) -> Option<RowLine> {
    let ending = looks.ending(text)?;
    ending.is_row().then(|| RowLine::of(&ending, line))
}

/// Whether a line is a row: its label, and its cells behind it.
pub(in crate::read::table) fn is_row_line(looks: &Looks<'_>, text: &str) -> bool {
    looks.ending(text).is_some_and(|ending| ending.is_row())
}

/// The lines that end in one number each, where several follow each other and stand beside no rows of more: the rows
/// of a table with one column of figures, or of a list.
pub(in crate::read::table) fn single_rows(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    rows: &[RowLine],
) -> Vec<RowLine> {
    /// Two lines may end in a number by chance, as those of a letter do.
    const MIN_ROWS: usize = 3;
    /// The rows without a year that show how many numbers the others have.
    const MIN_PLAIN: usize = 2;
    /// In bytes; a paragraph is longer.
    const MAX_LEN: usize = 200;
    let is_near_rows = |at: usize, but: &[usize]| {
        let next = rows.partition_point(|row| row.line < at);
        // Headers between them are those of another table.
        let is_header = |line: usize| {
            lines.get(line).is_some_and(|line| {
                line.text.len() <= MAX_LEN && vocabulary.facts(&line.text).period.is_some()
            })
        };
        let is_near = |row: &RowLine| {
            row.line.abs_diff(at) <= MAX_GAP
                && but.binary_search(&row.line).is_err()
                && !(row.line.min(at) + 1..row.line.max(at)).any(is_header)
        };
        rows.get(next).is_some_and(is_near)
            || next.checked_sub(1).and_then(|before| rows.get(before)).is_some_and(is_near)
    };
    // `€ 39,58 per huishouden` alone below the name of what is levied.
    let is_rate =
        |at: usize| lines.get(at).is_some_and(|line| vocabulary.rate(&line.text).is_some());
    let is_number = |at: usize| {
        at < to && lines.get(at).is_some_and(|line| vocabulary.is_of_class_number(&line.text))
    };
    let is_below_name = |at: usize| at > from && !is_number(at - 1) && !is_number(at + 1);
    let single = |at: usize| {
        let text = &*lines.get(at)?.text;
        if text.len() > MAX_LEN {
            return None;
        }
        let rate = || if is_below_name(at) { vocabulary.rate(text) } else { None };
        let ending = vocabulary.ending(text).or_else(rate)?;
        let has_letter = ending.cells.last().is_some_and(|(.., favour)| favour.is_some());
        let ends_in_cell =
            has_letter || text.ends_with(|c: char| c.is_ascii_digit() || "%)*".contains(c));
        if !ends_in_cell && ending.counted_by.is_none() {
            return None;
        }
        let label = text.get(..ending.label)?;
        // *Natuur (25%)* above its rate.
        let first = ending.cells.first().and_then(|&(begin, end, _)| text.get(begin..end));
        if ending.counted_by.is_none()
            && first.is_some_and(|cell| cell.starts_with('('))
            && is_rate(at + 1)
        {
            return None;
        }
        // *2017/2018* may be the label.
        let is_label = label.contains(char::is_alphabetic)
            || dates::period(vocabulary.pack(), label.trim()).is_some()
            || ending.counted_by.is_some();
        if ending.cells.len() == 1 && ending.numbers == 1 && is_label {
            return Some((RowLine::of(&ending, at), false));
        }
        // *Stijging gemeentefonds 2019 395* among rows of one number: the year is of the label.
        let &[(begin, end, _), cell] = ending.cells.as_slice() else { return None };
        let is_of_label = is_label && text.get(begin..end).is_some_and(is_dated_end);
        let row = RowLine { label: end, cells: vec![cell], ..RowLine::of(&ending, at) };
        is_of_label.then_some((row, true))
    };
    let mut found: Vec<RowLine> = Vec::new();
    let mut run: Vec<(RowLine, bool)> = Vec::new();
    for at in from..=to {
        let row = if at < to { single(at) } else { None };
        let goes_on =
            row.is_some() || run.last().is_some_and(|(last, _)| at - last.line <= 1 && at < to);
        run.extend(row);
        if !goes_on {
            let dated: Vec<usize> =
                run.iter().filter(|(_, is_dated)| *is_dated).map(|(row, _)| row.line).collect();
            let plain = run.len() - dated.len();
            let is_alone = !run.iter().any(|(row, _)| is_near_rows(row.line, &dated));
            let are_few = plain >= MIN_ROWS && plain > 2 * dated.len();
            // *Saldo per eind 2017 14.948.000*: where the labels end in years more often, the last numbers have to be amounts by how they are
            // written, and the first nothing but years.
            let are_amounts = || run.iter().all(|(row, _)| is_grouped_amount(lines, row));
            let are_many = || plain >= MIN_PLAIN && run.len() > MIN_ROWS && are_amounts();
            if is_alone && (are_few || are_many()) {
                found.extend(run.drain(..).map(|(row, _)| row));
            }
            run.clear();
        }
    }
    found
}

/// Whether the only cell of a row is a number with a sign between its thousands, and the number in front of it, if it is one of the label,
/// a year and no stretch of years.
fn is_grouped_amount(lines: &[RawLine<'_>], row: &RowLine) -> bool {
    let text = lines.get(row.line).map_or("", |line| &*line.text);
    let &[(from, to, _)] = row.cells.as_slice() else { return false };
    let digits = text.get(from..to).unwrap_or_default().trim_start_matches(['-', '−', '€', ' ']);
    let label = text.get(..row.label).unwrap_or_default();
    let last = label.split_whitespace().next_back().unwrap_or_default();
    is_grouped(digits) && (!has_digit(last) || dates::year(last).is_some())
}

/// Whether the number at the end of a label is a year, or the stretch of years or the part of one that a document is called by:
/// *Kadernota 2020-2023*, *berap 2019-2*.
fn is_dated_end(number: &str) -> bool {
    let (year, rest) = number.split_once(['-', '–', '/']).unwrap_or_default();
    let are_digits =
        (1..=4).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit());
    dates::year(number).is_some() || dates::year(year).is_some() && are_digits
}

/// The lines with a label and one number that white space follows in which other cells were, where they stand right beside rows or each other:
/// the rows of a table whose other cells are empty.
pub(super) fn padded_rows(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    rows: &[RowLine],
) -> Vec<RowLine> {
    let padded = |at: usize| {
        let line = lines.get(at).filter(|line| line.trail >= 2)?;
        let ending = vocabulary.ending(&line.text)?;
        let is_row = ending.cells.len() == 1
            && ending.numbers == 1
            && ending.label > 0
            && spaces::width(line, ending.label, &ending.cells).is_some();
        is_row.then(|| RowLine::of(&ending, at))
    };
    let found: Vec<RowLine> = (from..to).filter_map(padded).collect();
    let is_beside = |row: &RowLine, at: usize| row.line.abs_diff(at) == 1;
    let is_row = |at: usize| {
        let next = rows.partition_point(|row| row.line < at);
        let before = next.checked_sub(1).and_then(|before| rows.get(before));
        before.into_iter().chain(rows.get(next)).any(|row| is_beside(row, at))
    };
    let ats: Vec<usize> = found.iter().map(|row| row.line).collect();
    let is_padded = |at: usize| {
        ats.binary_search(&(at + 1)).is_ok() || at > 0 && ats.binary_search(&(at - 1)).is_ok()
    };
    found.into_iter().filter(|row| is_row(row.line) || is_padded(row.line)).collect()
}

/// Takes the stars between a label and its first number for cells that hold none, where they make rows of one length: *Permits
/// processed \* \* 16 20*. One alone may be the mark of a footnote.
pub(super) fn take_stars(lines: &[RawLine<'_>], rows: &mut [RowLine]) {
    let stars = |row: &RowLine| -> Vec<(usize, usize)> {
        let text = lines.get(row.line).and_then(|line| line.text.get(..row.label));
        let mut found = Vec::new();
        let mut rest = text.unwrap_or_default().trim_end();
        while let Some(before) = rest.strip_suffix('*').filter(|before| before.ends_with(' ')) {
            found.push((before.len(), rest.len()));
            rest = before.trim_end();
        }
        found.reverse();
        found
    };
    let found: Vec<Vec<(usize, usize)>> = rows.iter().map(&stars).collect();
    let width = |(row, stars): (&RowLine, &Vec<(usize, usize)>)| row.cells.len() + stars.len();
    let widths: Vec<usize> = rows.iter().zip(&found).map(width).collect();
    let Some(&first) = widths.first() else { return };
    let starred = found.iter().filter(|stars| !stars.is_empty()).count();
    let has_several = found.iter().any(|stars| stars.len() > 1);
    if starred < 2 || !has_several || widths.iter().any(|width| *width != first) {
        return;
    }
    for (row, stars) in rows.iter_mut().zip(found) {
        if let Some(&(from, _)) = stars.first() {
            row.label = from;
        }
        row.cells.splice(0..0, stars.into_iter().map(|(from, to)| (from, to, None)));
    }
}

/// Whether the numbers of rows are groups of at most three digits with spaces between them: then a space
/// may part thousands as well as cells.
pub(super) fn is_spaced(lines: &[RawLine<'_>], rows: &[RowLine]) -> bool {
    let (mut groups, mut all) = (0, 0);
    for row in rows {
        let text = lines.get(row.line).map_or("", |line| &*line.text);
        for &(from, to, _) in &row.cells {
            let number = text.get(from..to).unwrap_or_default().trim_start_matches(['-', '−']);
            all += 1;
            if !(1..=3).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit())
            {
                return false;
            }
            groups += usize::from(number.len() == 3);
        }
    }
    let counts: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    groups * 2 > all && counts.iter().any(|count| Some(count) != counts.first())
}

/// Groups the digits of rows into a number of cells each; and whether more than one way was left, of which
/// the most even was taken. `None` if a row can't be.
pub(super) fn regroup(
    lines: &[RawLine<'_>],
    rows: &[RowLine],
    n: usize,
) -> Option<(Vec<RowLine>, bool)> {
    let mut is_likely = false;
    let mut made = Vec::with_capacity(rows.len());
    for row in rows {
        let text = lines.get(row.line).map_or("", |line| &*line.text);
        let groups: Vec<&str> =
            row.cells.iter().filter_map(|&(from, to, _)| text.get(from..to)).collect();
        let (sizes, ways) = sizes(&groups, n)?;
        is_likely |= ways > 1;
        let mut at = 0;
        let cells = sizes.iter().filter_map(|size| {
            let (from, ..) = *row.cells.get(at)?;
            let (_, to, favour) = *row.cells.get(at + size - 1)?;
            at += size;
            Some((from, to, favour))
        });
        made.push(RowLine {
            line: row.line,
            label: row.label,
            cells: cells.collect(),
            counted_by: row.counted_by,
            words: row.words,
            ..RowLine::default()
        });
    }
    Some((made, is_likely))
}

/// How many groups of digits each of `n` numbers has, in the most even way, and how many ways there are
/// (at most 99).
fn sizes(groups: &[&str], n: usize) -> Option<(Vec<usize>, usize)> {
    const MAX_SIZE: usize = 4;
    // ways[cell][at]: how many ways to make the cells from one on of the groups from one on; and the least
    // sum of squares, with the size of the first.
    let len = groups.len();
    let mut best: Vec<Vec<Option<(usize, usize, usize)>>> = vec![vec![None; len + 1]; n + 1];
    if let Some(slot) = best.get_mut(n).and_then(|row| row.get_mut(len)) {
        *slot = Some((1, 0, 0));
    }
    for cell in (0..n).rev() {
        for at in (0..len).rev() {
            let mut found: Option<(usize, usize, usize)> = None;
            for size in 1..=MAX_SIZE.min(len - at) {
                let first =
                    groups.get(at).copied().unwrap_or_default().trim_start_matches(['-', '−']);
                let rest = groups.get(at + 1..at + size).unwrap_or_default();
                let goes_on = rest.iter().all(|group| {
                    group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit())
                });
                if !goes_on || (size > 1 && first.starts_with('0')) {
                    break;
                }
                let Some(&Some((ways, squares, _))) =
                    best.get(cell + 1).and_then(|row| row.get(at + size))
                else {
                    continue;
                };
                let squares = squares + size * size;
                found = Some(match found {
                    None => (ways, squares, size),
                    Some((known, least, of)) => {
                        let all = (known + ways).min(99);
                        if squares < least { (all, squares, size) } else { (all, least, of) }
                    }
                });
            }
            if let Some(slot) = best.get_mut(cell).and_then(|row| row.get_mut(at)) {
                *slot = found;
            }
        }
    }
    let (ways, ..) = (*best.first()?.first()?)?;
    let mut sizes = Vec::with_capacity(n);
    let mut at = 0;
    for cell in 0..n {
        let (_, _, size) = (*best.get(cell)?.get(at)?)?;
        sizes.push(size);
        at += size;
    }
    Some((sizes, ways))
}

/// What the rows of a table say about one of them. It is gathered once, since each row of a long table asks for it.
#[derive(Debug)]
pub(super) struct Others {
    /// The cells of a row that these are beside.
    n: usize,
    /// How many rows begin with a year.
    dated: usize,
    /// The words in front of the number that may be of the label, in rows with a cell more.
    words: HashSet<String>,
    /// Whether there are rows with as many cells, and each has one space between them.
    are_plain: bool,
}

impl Finder<'_, '_> {
    /// What the rows say about one with `n` cells.
    fn others(&self, n: usize) -> Rc<Others> {
        if let Some(known) = self.others.borrow().as_ref().filter(|others| others.n == n) {
            return Rc::clone(known);
        }
        let is_longer = |row: &&RowLine| row.cells.len() == n + 1 && self.begins_with_label(row);
        let words = self.rows.iter().filter(is_longer).filter_map(|row| self.word_of_label(row));
        let others = Rc::new(Others {
            n,
            dated: self.rows.iter().filter(|row| self.begins_with_year(row)).count(),
            words: words.map(str::to_owned).collect(),
            are_plain: self.are_plain(n),
        });
        *self.others.borrow_mut() = Some(Rc::clone(&others));
        others
    }

    /// The last word of a label.
    fn word_of_label(&self, row: &RowLine) -> Option<&str> {
        let line = self.lines.get(row.line).map_or("", |line| &*line.text);
        line.get(..row.label).unwrap_or_default().split_whitespace().next_back()
    }

    fn begins_with_year(&self, row: &RowLine) -> bool {
        row.cells.first().is_some_and(|cell| self.is_year(row, cell))
    }

    fn is_year(&self, row: &RowLine, cell: &RowCell) -> bool {
        let text = self.lines.get(row.line).map_or("", |line| &*line.text);
        text.get(cell.0..cell.1).and_then(dates::year).is_some()
    }

    /// Whether the first number of a row may be of its label: one that is small and whole, a code or a year behind words:
    /// *Programma 0*, *Program 1.1*, *Kadernota 2024*, *Kadernota 2020-2023*.
    pub(super) fn begins_with_label(&self, row: &RowLine) -> bool {
        let text = self.lines.get(row.line).map_or("", |line| &*line.text);
        row.cells.first().is_some_and(|&(from, to, _)| {
            let number = text.get(from..to).unwrap_or_default();
            let are_digits =
                |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            let is_whole = number.len() <= 3 && are_digits(number);
            let is_code = number.len() <= 4
                && number
                    .split_once('.')
                    .is_some_and(|(one, other)| are_digits(one) && are_digits(other));
            // *Jeugd      10* stands apart from its label.
            let is_beside = text.get(..from).is_some_and(|before| !before.ends_with("  "));
            let is_dated = is_dated_end(number);
            // *Formatie 0,5 fte* in front of amounts without a unit.
            let has_unit = |text: &str| text.contains(char::is_alphabetic);
            let others =
                || row.cells.iter().skip(1).filter_map(|&(from, to, _)| text.get(from..to));
            let is_measured = has_digit(number) && has_unit(number) && !others().any(has_unit);
            from > 0 && is_beside && (is_whole || is_code || is_dated || is_measured)
        })
    }

    /// Whether the first number of a row may be of its label, as that of another row with the same word before it is:
    /// *Wijk 8 15 16* beside *Wijk 7 12 13 14*. Then the row lacks a cell.
    fn may_lack_cell(&self, row: &RowLine, n: usize) -> bool {
        // *Beleid 2023 15 16 17* may be of *Beleid 2023*, where other rows have no year there.
        let begins_with_year = || {
            n > 2
                && self.begins_with_year(row)
                && self.others(n).dated * 2 < self.rows.len()
                && !row.cells.iter().skip(1).any(|cell| self.is_year(row, cell))
        };
        let has_same_word =
            || self.word_of_label(row).is_some_and(|own| self.others(n).words.contains(own));
        // *Programma 1*: what such a word counts is no amount.
        let is_counted = || {
            self.word_of_label(row)
                .and_then(fold_word)
                .is_some_and(|own| self.vocabulary.level(&own).is_some())
        };
        row.cells.len() == n
            && self.begins_with_label(row)
            && (begins_with_year() || has_same_word() || is_counted())
    }

    /// Whether a row with one small number is the beginning of the label of the next line, which is a word or two before
    /// all cells.
    fn begins_label(&self, above: &Row, row: &RowLine, n: usize) -> bool {
        let text = |spot: Spot| spot.text(self.lines);
        let is_small = |cell: &Cell| {
            let number = text(cell.spot);
            number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut cells = above.cells.iter().flatten();
        let only = cells.next().filter(|cell| is_small(cell));
        let is_one =
            above.kind == RowKind::Misfit && !above.label.is_empty() && cells.next().is_none();
        let line = self.lines.get(row.line).map_or("", |line| &*line.text);
        let words = line.get(..row.label).unwrap_or_default().split_whitespace().count();
        // *Reviews completed in 20*: a label that ends with a number alone is whole.
        let is_open = above.label.last().is_some_and(|spot| {
            let last = text(*spot).split_whitespace().next_back().unwrap_or_default();
            words::is_link(self.vocabulary, last)
        });
        n > 2
            && is_one
            && is_open
            && row.cells.len() == n
            && (1..=2).contains(&words)
            && only.is_some_and(|cell| cell.spot.piece() + 1 == row.line)
    }

    pub(super) fn take_row(&self, row: &RowLine, n: usize, table: &mut Table) {
        let text = self.lines.get(row.line).map_or("", |line| &*line.text);
        let mut extra = row.cells.len().saturating_sub(n);
        let may_be_of_label = self.begins_with_label(row);
        let is_too_long = extra > 1 || (extra == 1 && !may_be_of_label);
        if is_too_long {
            extra = 0;
        }
        // What is too much is of the label: *Programma 0*.
        let label_end = if extra > 0 {
            row.cells.get(extra - 1).map_or(row.label, |(_, to, _)| *to)
        } else {
            row.label
        };
        let bare = text.get(..label_end).unwrap_or_default().trim_end();
        let begin = self.take_row_in_front(row.line, bare, table);
        let mut label: Vec<Spot> = if bare.len() <= begin {
            Vec::new()
        } else {
            vec![Spot::part(row.line, begin, bare.len())]
        };
        // What stands above a broken cell in its place is its label.
        let name = row.broken.map(|broken| broken.name);
        let named = table.rows.iter().rposition(|above| {
            above.kind == RowKind::Group && above.label.last().map(|spot| spot.piece()) == name
        });
        if let Some(named) = named.filter(|_| name.is_some()) {
            label = table.rows.remove(named).label;
        }
        // The words right above cells without a label are theirs.
        let above = table.rows.last().filter(|above| above.kind == RowKind::Group);
        let is_right_above = above.is_some_and(|above| {
            above.label.last().is_some_and(|spot| spot.piece() + 1 == row.line)
        });
        if label.is_empty()
            && is_right_above
            && let Some(above) = table.rows.pop()
        {
            label = above.label;
        }
        // *Reviews completed in 20*, and *Days* with the cells on the next line.
        let is_begun = table.rows.last().is_some_and(|above| self.begins_label(above, row, n));
        if is_begun && let Some(above) = table.rows.pop() {
            let number = above.cells.iter().flatten().map(|cell| cell.spot);
            label = above.label.iter().copied().chain(number).chain(label).collect();
        }
        // `€ 57,68` *voor een gezin* right below another rate goes on with what that is of.
        if label.is_empty() && row.counted_by.is_some() {
            let above = table.rows.last().filter(|above| above.kind == RowKind::Figures);
            let above = above.filter(|above| {
                above.label.first().is_some_and(|spot| spot.piece() < row.line)
                    && above.cells.iter().flatten().all(|cell| cell.spot.piece() + 1 == row.line)
            });
            // What that is counted by stands after its cells.
            let of_above = |above: &Row| -> Vec<Spot> {
                let first = above.cells.iter().flatten().map(|cell| cell.spot.start()).min();
                let is_before =
                    |spot: &&Spot| spot.piece() + 1 < row.line || Some(spot.start()) < first;
                above.label.iter().filter(is_before).copied().collect()
            };
            label = above.map(of_above).unwrap_or_default();
        }
        let is_year = dates::period(self.vocabulary.pack(), bare).is_some();
        let counted_by = row.counted_by.filter(|_| !is_year);
        label.extend(counted_by.map(|(from, to)| Spot::part(row.line, from, to)));
        let cells: Vec<Option<Cell>> =
            row.cells.iter().skip(extra).map(|of| Some(Cell::of_row(row.line, of))).collect();
        let own = row.cells.get(extra..).unwrap_or_default();
        let first = row.broken.filter(|broken| broken.width == n).map(|_| vec![0]);
        let places = first.or_else(|| self.places_by_space(row.line, label_end, own, n));
        if let Some(places) = places {
            let mut of_row = vec![None; n + 1];
            for (place, cell) in places.into_iter().zip(cells) {
                if let Some(slot) = of_row.get_mut(place + 1) {
                    *slot = cell;
                }
            }
            table.rows.push(Row::new(label, RowKind::Figures, of_row));
        } else if cells.len() == n && !self.may_lack_cell(row, n) {
            let cells = std::iter::once(None).chain(cells).collect();
            table.rows.push(Row::new(label, RowKind::Figures, cells));
        } else {
            table.rows.push(Row::new(label, RowKind::Misfit, cells));
        }
    }

    /// Takes the row that stands in front of another one on its line and lost some cells: *Machines 16.900 3.400 13.500 Totaal* in front of
    /// six numbers. Where the label of the other one begins.
    fn take_row_in_front(&self, line: usize, label: &str, table: &mut Table) -> usize {
        /// One may be of the label.
        const MIN_CELLS: usize = 2;
        let words = words_of(label);
        let word = |at: usize| {
            words.get(at).and_then(|&(from, to)| label.get(from..to)).unwrap_or_default()
        };
        // Small numbers may be of a label.
        let is_amount = |at: usize| {
            let word = word(at);
            let digits = word.bytes().filter(u8::is_ascii_digit).count();
            digits > 3 && word.contains(['.', ',']) && self.vocabulary.is_value(word)
        };
        let Some(first) = (1..words.len()).find(|&at| is_amount(at)) else { return 0 };
        let count = (first..words.len()).take_while(|&at| is_amount(at)).count();
        let Some(&(next, _)) = words.get(first + count) else { return 0 };
        let name = words.get(first - 1).map_or(0, |(_, to)| *to);
        let has_name =
            |text: Option<&str>| text.is_some_and(|text| text.contains(char::is_alphabetic));
        if count < MIN_CELLS || !has_name(label.get(..name)) || !has_name(label.get(next..)) {
            return 0;
        }
        let cells = words.iter().skip(first).take(count);
        let cells = cells.map(|&(from, to)| Some(Cell::at(Spot::part(line, from, to)))).collect();
        table.rows.push(Row::new(vec![Spot::part(line, 0, name)], RowKind::Misfit, cells));
        next
    }

    /// The places of the cells of a row that lost some, where white space says which: other rows have none between their
    /// cells but one space.
    pub(super) fn places_by_space(
        &self,
        line: usize,
        label: usize,
        cells: &[RowCell],
        n: usize,
    ) -> Option<Vec<usize>> {
        if cells.len() >= n || cells.is_empty() {
            return None;
        }
        let places = spaces::places(self.lines.get(line)?, label, cells, n)?;
        (self.padded() == Some(n) || self.others(n).are_plain).then_some(places)
    }

    /// How many cells each row has by the white space around them, where all rows have as many and some of them are empty.
    pub(super) fn padded(&self) -> Option<usize> {
        /// Two may be so by chance.
        const MIN: usize = 3;
        *self.padded.get_or_init(|| {
            let width = |row: &RowLine| match row.broken {
                Some(broken) => Some(broken.width),
                None => spaces::width(self.lines.get(row.line)?, row.label, &row.cells),
            };
            let mut widths = self.rows.iter().map(width);
            let first = widths.next()??;
            let are_padded = self.rows.len() >= MIN
                && widths.all(|width| width == Some(first))
                && self.rows.iter().any(|row| row.cells.len() < first);
            are_padded.then_some(first)
        })
    }

    /// Whether some rows have this many cells, and each of them one space between its cells.
    fn are_plain(&self, n: usize) -> bool {
        let is_plain = |row: &RowLine| {
            let line = self.lines.get(row.line);
            line.is_some_and(|line| spaces::is_plain(line, row.label, &row.cells))
        };
        let mut whole = self.rows.iter().filter(|row| row.cells.len() == n).peekable();
        whole.peek().is_some() && whole.all(is_plain)
    }

    /// The rows right below the last one that have a cell where others have several, by the white space around it: the line
    /// after them.
    pub(super) fn take_rows_below(&self, from: usize, n: usize, table: &mut Table) -> usize {
        /// Fewer words are those of the number of a page.
        const MIN_WORDS: usize = 2;
        let mut to = from;
        while let Some(line) = self.lines.get(to)
            && let Some(ending) = self.vocabulary.ending(&line.text)
            && ending.numbers > 0
        {
            let label = line.text.get(..ending.label).unwrap_or_default();
            let has_name = label.split_whitespace().nth(MIN_WORDS - 1).is_some();
            // Right below the others one that lost cells is a row all the same, whose place isn't known.
            // *Bedragen x € 1.000* says in what the amounts are.
            let unit = &self.vocabulary.facts(&line.text).unit;
            let is_scale = unit.as_ref().is_some_and(|unit| unit.scale() != Scale::Ones);
            let is_short = !line.after_blank
                && has_name
                && !is_scale
                && ending.years == 0
                && ending.cells.len() < n
                && !is_sentence(&line.text);
            let places = self.places_by_space(to, ending.label, &ending.cells, n);
            if places.is_none() && !is_short {
                break;
            }
            self.take_row(&RowLine::of(&ending, to), n, table);
            to += 1;
        }
        to
    }

    /// Whether a line names the rate on the line below it, and ends in a part of that in parentheses: *Natuur (25%)*.
    fn names_rate(&self, at: usize, ending: &Ending) -> bool {
        let text = |at: usize| self.lines.get(at).map_or("", |line| &*line.text);
        let first = ending.cells.first().and_then(|&(from, to, _)| text(at).get(from..to));
        ending.label > 0
            && ending.counted_by.is_none()
            && first.is_some_and(|cell| cell.starts_with('('))
            && self.vocabulary.rate(text(at + 1)).is_some()
    }

    pub(super) fn take_words(&self, at: usize, n: usize, table: &mut Table) {
        let text = self.lines.get(at).map_or("", |line| &*line.text);
        if table.rows.is_empty()
            && let Some((mark, words)) = self.note_of_header(at)
        {
            let (mark, text) = (mark.to_owned(), words.to_owned());
            table.footnotes.push(Footnote { lines: Lines::one(at), mark, text });
            return;
        }
        if let Some(row) = repeated::row(self.vocabulary, text, at, n) {
            self.take_row(&row, n, table);
            return;
        }
        // A row that lost all cells but one.
        let ending = self.vocabulary.ending(text);
        // Dashes alone are a row as well, among others with as many cells.
        let ending = ending.filter(|ending| {
            (ending.numbers > 0 && ending.years == 0 && !self.names_rate(at, ending))
                || (ending.numbers + ending.years == 0 && ending.cells.len() == n)
        });
        if let Some(ending) = ending.filter(|ending| !ending.cells.is_empty()) {
            self.take_row(&RowLine::of(&ending, at), n, table);
            return;
        }
        // *770 748* may be one number, and is two cells where the columns are two.
        if has_digit(text) && !text.contains(char::is_alphabetic) && !table.rows.is_empty() {
            let words = words_of(text);
            let is_value = |&(from, to): &(usize, usize)| {
                text.get(from..to).is_some_and(|word| self.vocabulary.is_value(word))
            };
            if words.len() == n && n > 1 && words.iter().all(is_value) {
                let cells = words.into_iter().map(|(from, to)| (from, to, None)).collect();
                let row = RowLine { line: at, cells, ..RowLine::default() };
                self.take_row(&row, n, table);
                return;
            }
            // The number of a page is shorter.
            if text.bytes().filter(u8::is_ascii_digit).count() > MAX_PAGE_DIGITS {
                table.orphans.push(Spot::whole(at));
                return;
            }
        }
        // A line with twice as many numbers as columns is no label: each of them may be of a figure.
        let numbers: Vec<Spot> = words_of(text)
            .into_iter()
            .filter(|&(from, to)| {
                let word = text.get(from..to).unwrap_or_default();
                has_digit(word) && self.vocabulary.is_value(word)
            })
            .map(|(from, to)| Spot::part(at, from, to))
            .collect();
        if numbers.len() >= 2 * n.max(2) && !is_sentence(text) {
            table.orphans.extend(numbers);
            return;
        }
        let label = vec![Spot::whole(at)];
        if !table.rows.is_empty()
            && (shapes::is_caption_or_source(self.vocabulary.pack(), text)
                || is_meta(self.vocabulary.pack(), text))
        {
            table.rows.push(Row::new(label, RowKind::Meta, Vec::new()));
        } else if is_sentence(text) || !text.contains(char::is_alphabetic) {
            // The number of a page is no label either.
            table.sentences.push(at);
        } else {
            let group = Row::new(label, RowKind::Group, Vec::new());
            table.rows.push(Row { is_spanned: true, ..group });
        }
    }
}

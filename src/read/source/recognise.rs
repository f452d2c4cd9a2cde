//! Which layout a source seems to have. This is compiled in always, so that a layout whose feature
//! is off is reported by its name and not read as something else.

use std::borrow::Cow;

use super::Layout;
use super::loose_rows;
use super::separated::Fields;
use crate::words::has_digit;

/// The layout that a text seems to have.
pub(super) fn layout(source: &str) -> Layout {
    // The beginning of a source shows its layout.
    const FIRST: usize = 4096;
    let source = source.trim_start_matches('\u{feff}');
    let head = head(source, FIRST).trim_start();
    if is_html(head) {
        Layout::Html
    } else if is_markdown(head) {
        Layout::Markdown
    } else if separator(source).is_some() {
        Layout::Csv
    } else if has_rows_of_pipes(source) {
        Layout::Markdown
    } else {
        Layout::Lines
    }
}

/// Whether rows of a table whose cells end with a pipe stand below each other, among more text than a file of values has.
fn has_rows_of_pipes(source: &str) -> bool {
    const MIN_ROWS: usize = 2;
    let mut rows = 0;
    source.lines().any(|line| {
        let line = line.trim();
        let is_row = line.ends_with(" |") && line.matches(" | ").count() > 1;
        rows = if is_row { rows + 1 } else { 0 };
        rows >= MIN_ROWS
    })
}

/// The first bytes of a text, up to a whole character.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Whether bytes are those of a ZIP archive, as a workbook is.
pub(in crate::read) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether a source seems to be a web page.
fn is_html(source: &str) -> bool {
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
    let head = head(source, 1024).to_ascii_lowercase();
    head.starts_with('<') && KNOWN.iter().any(|tag| head.contains(tag))
}

/// Whether a source seems to be Markdown: it has a heading, the rule of a table, or rows between
/// pipes.
fn is_markdown(head: &str) -> bool {
    let mut rows = 0;
    let mut was_blank = true;
    // Rows that are broken over lines are rows as well.
    let head = loose_rows::join(head);
    let are_broken = matches!(head, Cow::Owned(_));
    head.lines().any(|line| {
        // What is set four spaces in is no heading.
        let is_set_in = line.starts_with("    ") || line.starts_with('\t');
        let line = line.trim();
        let title = line.trim_start_matches('#');
        // *# of visitors* is a label.
        let is_number_of = title.trim_start().starts_with(char::is_lowercase)
            || (!was_blank && !line.starts_with("##"));
        was_blank = line.is_empty();
        let is_heading =
            !is_set_in && title.starts_with(' ') && line.starts_with('#') && !is_number_of;
        let is_rule = line.contains('|')
            && line.contains("--")
            && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
        let is_loose = are_broken && line.ends_with(" |") && line.matches(" | ").count() > 1;
        let is_row = (line.starts_with('|') || is_loose) && line.matches('|').count() > 2;
        rows = if is_row { rows + 1 } else { 0 };
        is_heading || is_rule || rows > 1
    })
}

/// The sign that parts the values of a text, and the byte at which the first record begins.
pub(super) fn separator(text: &str) -> Option<(u8, usize)> {
    const SIGNS: [u8; 4] = [b';', b'\t', b'|', b','];
    if let Some(named) = named_separator(text) {
        return Some(named);
    }
    let text = text.trim_start_matches('\u{feff}');
    let found = SIGNS.into_iter().rev().filter_map(|sign| Some((matches(text, sign)?, sign)));
    found.max_by_key(|(matched, _)| *matched).map(|(_, sign)| (sign, 0))
}

/// The separator that the first line names as Excel does, `sep=;`, with the bytes of that line.
fn named_separator(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let [sign] = line.trim_end().strip_prefix("sep=")?.as_bytes() else { return None };
    Some((*sign, line.len()))
}

/// How many fields a record has.
#[derive(Clone, Copy)]
struct Width {
    all: usize,
    /// Up to the last that isn't blank.
    filled: usize,
}

impl Width {
    /// Whether two records may be of one table: their numbers of fields differ by blank ones at
    /// the end only.
    fn is_like(self, other: Width) -> bool {
        let (short, long) = if self.all <= other.all { (self, other) } else { (other, self) };
        short.all > 1 && long.filled <= short.all
    }
}

/// How many of the first records are those of a table if a sign parts their values. `None` if they
/// seem to be no such table: at least two records after each other have as many fields, and what
/// stands around them (titles, notes) is no more than they are.
fn matches(text: &str, sign: u8) -> Option<usize> {
    /// A sample is enough, of whole records: the first one may be long.
    const RECORDS: usize = 30;
    const BYTES: usize = 64 << 10;
    const MAX_BYTES: usize = 1 << 20;
    let mut records: Vec<Option<Width>> = Vec::new();
    let mut width = Width { all: 0, filled: 0 };
    let (mut fields, mut spaced, mut decimals, mut groups) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut torn, mut within) = (0_usize, 0_usize);
    let mut before = "";
    for field in Fields::new(text, sign, 0) {
        let value = text.get(field.at.clone()).unwrap_or_default();
        // In prose a sign has a space after it.
        let after_space = value.strip_prefix(' ').map(str::trim_start);
        let is_word = |word: &str| sign == b',' || word.starts_with(char::is_alphabetic);
        fields += usize::from(width.all > 0);
        decimals += usize::from(width.all > 0 && are_decimals(before, value));
        groups += usize::from(width.all > 0 && is_group(before, value));
        torn += usize::from(width.all > 0 && tears_number(before, value));
        let is_within = are_decimals(before, value) || is_share(before, value);
        within += usize::from(width.all > 0 && (is_within || after_space.is_some_and(is_word)));
        before = value;
        spaced += usize::from(width.all > 0 && after_space.is_some_and(is_word));
        width.all += 1;
        if !value.trim().trim_matches('"').is_empty() {
            width.filled = width.all;
        }
        if field.is_last {
            records.push((width.filled > 0 || width.all > 1).then_some(width));
            width = Width { all: 0, filled: 0 };
            let is_enough = field.at.end > BYTES && records.len() > 2;
            if records.len() >= RECORDS || is_enough {
                break;
            }
        }
        if field.at.end > MAX_BYTES {
            break;
        }
    }
    // A line that begins with a pipe is one of Markdown.
    if spaced * 2 > fields || (sign == b'|' && text.trim_start().starts_with('|')) {
        return None;
    }
    // `Bestuur -3.752,00 -4.027,50` has decimals.
    if sign == b',' && decimals * 5 > fields * 4 {
        return None;
    }
    // `€ 57,68 per huishouden`, `0,01009% van de waarde`, and a sentence above them.
    if sign == b',' && within * 5 > fields * 4 {
        return None;
    }
    // `Wegenheffing eigenaren 0,01009% van de waarde`
    if sign == b',' && torn * 2 > fields {
        return None;
    }
    // `2017/2018 693,071` has groups of digits, where no comma stands otherwise.
    if sign == b',' && groups > 1 && groups + decimals == fields {
        return None;
    }
    let count = records.iter().flatten().count();
    let pairs = records.windows(2).filter_map(|pair| match pair {
        [Some(first), Some(second)] if first.is_like(*second) => Some(*first),
        _ => None,
    });
    let table = pairs.filter(|width| width.filled > 1).max_by_key(|width| width.filled)?;
    let of_table = records.iter().flatten().filter(|width| width.is_like(table));
    let matched = of_table.clone().count();
    let filled = of_table.filter(|width| width.filled > 1).count();
    (filled > 1 && filled * 2 >= matched && matched * 2 >= count).then_some(matched)
}

/// Whether the comma between two texts is a decimal comma: a number begins after a space and ends before the comma, and
/// one or two digits follow it.
fn are_decimals(before: &str, after: &str) -> bool {
    const MAX: usize = 2;
    let number = before.rsplit([' ', '\t']).next().unwrap_or_default();
    let is_after_space = number.len() < before.len();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let end = after.as_bytes().get(digits);
    is_after_space
        && number.ends_with(|c: char| c.is_ascii_digit())
        && (1..=MAX).contains(&digits)
        && end.is_none_or(|end| matches!(end, b' ' | b'\t' | b'%' | b'\r'))
}

/// Whether the comma between two texts is the decimal comma of a percentage that begins the line, as in `0,01009% van de waarde`.
fn is_share(before: &str, after: &str) -> bool {
    const MAX: usize = 3;
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let rest = after.get(digits..).unwrap_or_default();
    let is_whole = (1..=MAX).contains(&before.len());
    is_whole
        && before.bytes().all(|byte| byte.is_ascii_digit())
        && digits > 0
        && rest.strip_prefix('%').is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a sign between two texts stands within a number that words come before: `Tarief € 57` and `68 per huishouden`.
fn tears_number(before: &str, after: &str) -> bool {
    let words = before.trim_end_matches(|c: char| c.is_ascii_digit());
    words.len() < before.len()
        && words.ends_with([' ', '\t', '€', '$', '£', '(', '-'])
        && words.contains(char::is_alphanumeric)
        && after.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the comma between two texts separates thousands: one to three digits, after a space or a sign, stand before
/// it, and three digits after it.
fn is_group(before: &str, after: &str) -> bool {
    const GROUP: usize = 3;
    let whole = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let begins = before.get(..before.len() - whole).unwrap_or_default();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    // The second of two groups has nothing before it: `1,234,567`. Neither has a number in front of words: `6,810 Education`.
    let is_before_words = after
        .get(digits..)
        .and_then(|rest| rest.strip_prefix(' '))
        .is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let is_begun = begins.ends_with([' ', '\t', '$', '£', '€', '(', '-'])
        || (begins.is_empty() && (whole == GROUP || is_before_words));
    let is_ended = after.as_bytes().get(digits).is_none_or(|end| !end.is_ascii_alphanumeric());
    (1..=GROUP).contains(&whole) && is_begun && digits == GROUP && is_ended
}

/// The line, counted from 0 without blank ones, at which values begin that semicolons part but that
/// have no common number of fields, so that nobody can say which belong together. The lines come without blank ones.
pub(super) fn ragged<'t>(lines: impl Iterator<Item = &'t str>) -> Option<usize> {
    const LINES: usize = 200;
    let is_number = |field: &&str| {
        let field = field.trim().trim_matches('"');
        !field.contains(char::is_alphabetic) && field.bytes().any(|byte| byte.is_ascii_digit())
    };
    let is_record = |line: &str| {
        line.contains(';') && has_digit(line) && line.split(';').filter(is_number).count() > 1
    };
    let (mut count, mut found, mut first) = (0, 0, None);
    for (at, line) in lines.take(LINES).enumerate() {
        count += 1;
        if is_record(line) {
            found += 1;
            first.get_or_insert(at);
        }
    }
    first.filter(|_| found > 1 && found * 2 >= count)
}

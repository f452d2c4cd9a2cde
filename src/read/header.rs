//! The headers of the columns of a table: the meaning of one line, and how lines form columns.

use super::dates::period;
use super::header_extras::HeaderExtras;
use super::lines::{Lines, RawLine};
use super::marks;
use super::vocabulary::{self, Vocabulary};
use crate::leaves::dimension::Dimension;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::words::fold_word;

/// A column of a table.
#[derive(Debug, Clone)]
pub(super) struct ReadColumn {
    /// The header on one line.
    pub(super) header: String,
    pub(super) holds: ColumnContent,
    pub(super) lines: Lines,
    /// What the header states about all its cells.
    pub(super) extras: HeaderExtras,
    /// Whether its year is on a line of its own.
    pub(super) has_year_apart: bool,
    /// The other organisation or area whose figures it holds. `None` if they are the organisation's
    /// own.
    pub(super) slice: Option<Dimension>,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnContent {
    Figures {
        role: Option<Role>,
        period: Option<Period>,
    },
    /// The marks of footnotes.
    Notes,
    /// The period of each row.
    Period,
    /// The organisation or area that the row is about.
    Area,
    /// The role of the figures of the row.
    Role,
    /// Something that isn't a figure.
    Attribute,
}

impl ColumnContent {
    /// Figures with an unknown role and period.
    pub(super) const UNKNOWN: ColumnContent = ColumnContent::Figures { role: None, period: None };
}

/// The meaning of one line of a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Column(ColumnContent),
    /// The header of the column of labels.
    Label,
}

/// The columns whose headers begin at a line, and the index of the line after them. `None` if that
/// line isn't a column header. `lines` ends where the search must end.
pub(super) fn columns(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    from: usize,
) -> Option<(Vec<ReadColumn>, usize)> {
    let mut columns: Vec<ReadColumn> = Vec::new();
    let mut at = from;
    while let Some(line) = lines.get(at) {
        if let Some(last) = last_year(&mut columns, lines, at) {
            at = last + 1;
            continue;
        }
        if let Some(header) = broken_word(vocabulary, lines, at) {
            columns.push(header);
            at += 2;
            continue;
        }
        match token(vocabulary, &line.text) {
            // The header of the labels comes first, and once.
            Some(Token::Label) if at == from => {}
            Some(Token::Column(holds)) => {
                if !completes(&mut columns, holds, &line.text, at) {
                    let header = one_line(&line.text);
                    columns.push(ReadColumn {
                        header,
                        holds,
                        lines: Lines::one(at),
                        extras: HeaderExtras::split(&line.text).1,
                        has_year_apart: false,
                        slice: None,
                    });
                }
            }
            _ => break,
        }
        at += 1;
    }
    (!columns.is_empty()).then_some((columns, at))
}

/// The column of a word that is broken over two lines: `Streef-` and `waarde`.
fn broken_word(vocabulary: &Vocabulary, lines: &[RawLine<'_>], at: usize) -> Option<ReadColumn> {
    let first = lines.get(at)?.text.strip_suffix('-')?;
    let second = lines.get(at + 1)?;
    if !first.ends_with(char::is_alphabetic) || !second.text.starts_with(char::is_lowercase) {
        return None;
    }
    let joined = format!("{first}{}", second.text);
    match token(vocabulary, &joined)? {
        Token::Column(holds) => Some(ReadColumn {
            header: one_line(&format!("{first}-{}", second.text)),
            holds,
            lines: Lines { first: at, last: at + 1 },
            extras: HeaderExtras::split(&second.text).1,
            has_year_apart: false,
            slice: None,
        }),
        Token::Label => None,
    }
}

/// Makes a stretch of years of the year before a dash that stands alone, and of the year
/// after it: `2021`, `-`, `2023`. Gives the line of the last year.
fn last_year(columns: &mut [ReadColumn], lines: &[RawLine<'_>], at: usize) -> Option<usize> {
    if !matches!(&*lines.get(at)?.text, "-" | "–") {
        return None;
    }
    let column = columns.last_mut()?;
    let ColumnContent::Figures { period: period @ Some(_), .. } = &mut column.holds else {
        return None;
    };
    let first = column.header.rsplit(' ').next()?;
    let last = &lines.get(at + 1)?.text;
    *period = Some(self::period(&format!("{first} - {last}"))?);
    column.header = format!("{} - {last}", column.header);
    column.lines.last = at + 1;
    Some(at + 1)
}

/// Whether a line is the year of the column before it: a role, and its year on the next line that
/// isn't blank.
fn completes(columns: &mut [ReadColumn], holds: ColumnContent, text: &str, at: usize) -> bool {
    if let ColumnContent::Figures { role: None, period: Some(year) } = holds
        && let Some(column) = columns.last_mut()
        && let ColumnContent::Figures { role, period: period @ None } = &mut column.holds
        && (role.is_some() || is_lead(&column.header))
    {
        // A school year has its word in front.
        let whole = || self::period(&format!("{} {}", column.header, one_line(text)));
        *period = if role.is_none() { whole().or(Some(year)) } else { Some(year) };
        column.has_year_apart = true;
        column.extras.add(HeaderExtras::split(text).1);
        column.header.push(' ');
        column.header.push_str(&one_line(text));
        column.lines.last = at;
        true
    } else {
        false
    }
}

/// Whether a header leads to a period on its next line: *Schooljaar*.
fn is_lead(text: &str) -> bool {
    const LEADS: [&str; 3] = ["schooljaar", "boekjaar", "seizoen"];
    LEADS.iter().any(|lead| text.eq_ignore_ascii_case(lead))
}

/// Whether a line could be a column header, or a part of one.
pub(super) fn is_header(vocabulary: &Vocabulary, text: &str) -> bool {
    token(vocabulary, text).is_some()
}

/// Whether one line holds the headers of several columns, which is not how they are read.
pub(super) fn are_on_one_line(vocabulary: &Vocabulary, text: &str) -> bool {
    const MAX_LEN: usize = 500;
    if text.len() > MAX_LEN {
        return false;
    }
    // Few lines have such a sign, and it takes less to see that than to split.
    let bytes = text.as_bytes();
    let by = |sign: &str| {
        text.split(sign).filter(|part| has_role(vocabulary, part.trim())).take(2).count() == 2
    };
    (bytes.contains(&b'|') && by("|"))
        || (bytes.contains(&b'\t') && by("\t"))
        || (bytes.contains(&b';') && by(";"))
        || (text.contains("  ") && by("  "))
}

/// Whether a line could be the whole header of a column: a role with its year.
pub(super) fn is_dated_role(vocabulary: &Vocabulary, text: &str) -> bool {
    matches!(
        token(vocabulary, text),
        Some(Token::Column(ColumnContent::Figures { role: Some(_), period: Some(_) }))
    )
}

/// Whether a line could be the header of a column that has a role.
pub(super) fn has_role(vocabulary: &Vocabulary, text: &str) -> bool {
    matches!(
        token(vocabulary, text),
        Some(Token::Column(ColumnContent::Figures { role: Some(_), .. }))
    )
}

fn token(vocabulary: &Vocabulary, text: &str) -> Option<Token> {
    const MAX_LEN: usize = 60;
    if text.len() > MAX_LEN {
        return None;
    }
    if text == "*" {
        return Some(Token::Column(ColumnContent::Notes));
    }
    // A sign that compares or asks makes another header of it.
    let is_sign = |byte| matches!(byte, b'<' | b'>' | b'+' | b'=' | b'?');
    if text.bytes().any(is_sign) || (!text.is_ascii() && text.contains(['≤', '≥'])) {
        return None;
    }
    let (text, _) = HeaderExtras::split(text);
    if let Some(period) = period(text) {
        return Some(Token::Column(ColumnContent::Figures { role: None, period: Some(period) }));
    }
    if is_lead(text) {
        return Some(Token::Column(ColumnContent::UNKNOWN));
    }
    if let Some(token) = fold_word(text).and_then(|folded| token_of_word(vocabulary, &folded)) {
        return Some(token);
    }
    // A year has four digits, and what may be one that is misprinted has three or more.
    let has_number = text.as_bytes().windows(3).any(|part| part.iter().all(u8::is_ascii_digit));
    if !has_number {
        return None;
    }
    dated(vocabulary, text)
        .map(|(role, period)| Token::Column(ColumnContent::Figures { role, period }))
}

/// The meaning of a header without a period, folded without spaces.
fn token_of_word(vocabulary: &Vocabulary, folded: &str) -> Option<Token> {
    Some(match vocabulary.header(folded)? {
        vocabulary::Column::Figures(role) => {
            Token::Column(ColumnContent::Figures { role: Some(role), period: None })
        }
        vocabulary::Column::Period => Token::Column(ColumnContent::Period),
        vocabulary::Column::Area => Token::Column(ColumnContent::Area),
        vocabulary::Column::Notes => Token::Column(ColumnContent::Notes),
        vocabulary::Column::Attribute => Token::Column(ColumnContent::Attribute),
        vocabulary::Column::Label => Token::Label,
    })
}

/// The role and the period of a header that has both, in either order, with or without words
/// between them: `Behaald 2015`, `R2016`, `Begroting 2018 na wijziging`, `2017 realisatie`. The
/// period is missing where the header has a number that is not valid.
fn dated(vocabulary: &Vocabulary, text: &str) -> Option<(Option<Role>, Option<Period>)> {
    const MAX: usize = 8;
    if let Some((role, period)) = abbreviated(vocabulary, text) {
        return Some((Some(role), Some(period)));
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':'))
        .filter(|word| !word.is_empty())
        .take(MAX + 1)
        .collect();
    // Other characters change the meaning.
    let is_word =
        |word: &&str| word.contains(char::is_alphanumeric) || matches!(*word, "-" | "–" | "t/m");
    if words.len() > MAX || !words.iter().all(is_word) {
        return None;
    }
    // The longest run of words that is a period: `2014 - 2015`, `1e halfjaar 2018`.
    for length in (1..=words.len().min(4)).rev() {
        for first in 0..=words.len() - length {
            let (Some(before), Some(run), Some(after)) =
                (words.get(..first), words.get(first..first + length), words.get(first + length..))
            else {
                continue;
            };
            let run = run.join(" ");
            if let Some(period) = period(&run) {
                let rest = [before, after].concat();
                // `Eind 2018` states a period and nothing else.
                let role = match role_of(vocabulary, &rest) {
                    None if rest.iter().all(|word| leads_to_period(word)) => None,
                    role => Some(role?),
                };
                return Some((role, Some(period)));
            }
        }
    }
    // `Behaald 2107`: a year that is not valid.
    let (last, before) = words.split_last()?;
    let is_number = last.len() >= 3 && last.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Some((Some(role_of(vocabulary, before)?), None))).flatten()
}

/// The role that words say, but for those that lead to a period.
fn role_of(vocabulary: &Vocabulary, words: &[&str]) -> Option<Role> {
    let role = |words: &[&str]| vocabulary.role(&fold_word(&words.concat())?);
    role(words).or_else(|| {
        let rest: Vec<&str> = words.iter().copied().filter(|word| !leads_to_period(word)).collect();
        role(&rest)
    })
}

/// Whether a word leads to a period and says nothing else.
fn leads_to_period(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "in" | "per" | "ultimo" | "eind" | "over" | "van" | "voor" | "jaar" | "het" | "-" | "–"
    )
}

/// `R2016`, `B 2017`, `W2018`.
fn abbreviated(vocabulary: &Vocabulary, text: &str) -> Option<(Role, Period)> {
    let mut letters = text.chars();
    let letter = letters.next()?;
    let period = period(letters.as_str().trim_start())?;
    Some((vocabulary.letter(letter)?, period))
}

/// Whether a text is the header of the column of labels.
pub(super) fn is_label(vocabulary: &Vocabulary, text: &str) -> bool {
    token(vocabulary, text) == Some(Token::Label)
}

/// The column of a header whose text is known whole.
pub(super) fn column(vocabulary: &Vocabulary, text: &str, lines: Lines) -> ReadColumn {
    ReadColumn {
        header: one_line(text),
        holds: read(vocabulary, text).unwrap_or(ColumnContent::UNKNOWN),
        lines,
        extras: HeaderExtras::split(text).1,
        has_year_apart: false,
        slice: None,
    }
}

/// What the column of a header holds; the header may be on several lines. `None` if it isn't known.
pub(super) fn read(vocabulary: &Vocabulary, text: &str) -> Option<ColumnContent> {
    let line = one_line(text);
    // `Streef-` and `waarde` on two lines are one word.
    let joined = text.contains('\n').then(|| one_line(&text.replace("-\n", "")));
    let known = |text: &str| match token(vocabulary, text)? {
        Token::Column(holds) => Some(holds),
        Token::Label => Some(ColumnContent::Attribute),
    };
    known(&line).or_else(|| known(&joined?))
}

/// The period that a cell in a column of periods holds.
pub(super) fn period_of(text: &str) -> Option<Period> {
    period(&one_line(marks::without(text)))
}

/// A header without the line breaks and the runs of spaces in it.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! The texts of plain text with a line for each cell: a line, or the lines of a paragraph.

use std::borrow::Cow;

use crate::leaves::role::Role;
use crate::leaves::unit::Scale;
use crate::read::cell;
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::formula;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::{self, ColumnKind};
use crate::read::label;
use crate::read::language::HeaderWord;
use crate::read::language::Pack;
use crate::read::lines::RawLine;
use crate::read::marks;
use crate::read::shapes::{self, is_sentence};
use crate::read::spot::Spot;
use crate::read::table::Cell;
use crate::read::table::codes::rank;
use crate::read::table::columns::is_row_line;
use crate::read::table::lines::segment::text_of;
use crate::read::table::lines::units::take_units;

/// A text of its own: a line, or the lines of a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) class: Class,
    /// Where it stands among codes; `None` if it is none.
    pub(super) code: Option<u64>,
    /// The line of the *V* or *N* after it.
    pub(super) favour: Option<usize>,
    /// The line before it that says when it was measured: `2019:`.
    pub(super) dated: Option<usize>,
    /// The line of its first words, where a copy has put other headers between: *Totale* of *Totale lasten*.
    pub(super) above: Option<usize>,
    /// Whether it may belong to the text above it.
    pub(super) is_suspect: bool,
}

impl Token {
    /// A number on a line.
    fn number(line: usize) -> Self {
        Token {
            first: line,
            last: line,
            class: Class::Number,
            code: None,
            favour: None,
            dated: None,
            above: None,
            is_suspect: false,
        }
    }

    /// Takes a year in brackets right below it: below a number it says when that was measured, below a header when all were.
    /// Returns whether it could.
    fn take_year(&mut self, vocabulary: &Looks<'_>, lines: &[RawLine<'_>], year: usize) -> bool {
        if self.last + 1 != year || self.dated.is_some() {
            return false;
        }
        if self.class == Class::Number {
            self.dated = Some(year);
            self.code = None;
            return true;
        }
        let header = joined(lines, self.first, year);
        let is_header = vocabulary.facts(&header).role.is_some();
        if is_header {
            self.class = vocabulary.class(&header);
            self.last = year;
        }
        is_header
    }

    /// Its lines, in their order.
    pub(super) fn pieces(&self) -> impl Iterator<Item = usize> {
        self.above.into_iter().chain(self.first..=self.last)
    }

    /// Its text.
    pub(super) fn text<'l>(&self, lines: &'l [RawLine<'_>]) -> Cow<'l, str> {
        match self.above {
            None => joined(lines, self.first, self.last),
            Some(_) => {
                let spots: Vec<Spot> = self.pieces().map(Spot::whole).collect();
                Cow::Owned(text_of(lines, &spots))
            }
        }
    }

    /// A cell that holds it.
    pub(super) fn cell(&self, pack: &Pack, lines: &[RawLine<'_>]) -> Cell {
        let cell = Cell::of_piece(pack, lines, self.first);
        Cell {
            favour: self.favour.map(Spot::whole).or(cell.favour),
            dated: self.dated.map(Spot::whole),
            ..cell
        }
    }
}

/// The text of some lines.
pub(super) fn joined<'l>(lines: &'l [RawLine<'_>], first: usize, last: usize) -> Cow<'l, str> {
    match lines.get(first..=last).unwrap_or_default() {
        [line] => Cow::Borrowed(&*line.text),
        lines => {
            let parts: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
            Cow::Owned(parts.join(" "))
        }
    }
}

/// Whether a text says in what the amounts of a table are, or what their signs mean, and nothing else:
/// *bedragen x € 1.000*, *- = nadeel*.
pub(super) fn is_context(vocabulary: &Looks<'_>, text: &str) -> bool {
    const MAX_LEN: usize = 70;
    if text.len() > MAX_LEN {
        return false;
    }
    let pack = vocabulary.pack();
    let printed = text;
    let text = &*label::with_plain_signs(printed);
    let is_of_signs = || {
        let folded = crate::words::fold(text, true);
        !folded.is_empty()
            && folded.split(' ').all(|word| {
                matches!(
                    words::phrase(vocabulary, word),
                    Some(HeaderWord::Column(ColumnKind::Favourable) | HeaderWord::Ambiguous(_))
                ) || words::is_link(vocabulary, word)
            })
    };
    if text.contains(['=', ':']) && text.contains(['-', '+', '−']) && is_of_signs() {
        return true;
    }
    if !vocabulary.may_state_scale(printed) {
        return false;
    }
    let Some(unit) = label::amounts(pack, text).or_else(|| label::counts(pack, text)) else {
        return false;
    };
    let facts = vocabulary.facts(text);
    let folded = crate::words::fold(text, true);
    unit.scale() != Scale::Ones
        && !facts.is_placing()
        && facts.content.is_none()
        && (shapes::is_scale(pack, text)
            && folded.split(' ').next().is_some_and(|first| label::is_of_scale(pack, first))
            || folded.split(' ').all(|word| label::is_of_scale(pack, word)))
}

/// Whether a text is a footnote by its mark alone: *\* eerste halfjaar*.
fn is_starred(text: &str) -> bool {
    marks::split_footnote(text).is_some_and(|(mark, _)| mark.starts_with('*'))
}

/// Whether the stars in front of texts are those of a list of labels, and no marks of footnotes: the same one stands in front of several
/// texts that numbers follow.
pub(super) fn are_bullets(vocabulary: &Looks<'_>, lines: &[RawLine<'_>]) -> bool {
    /// Fewer may be footnotes.
    const MIN: usize = 3;
    /// The same of those with a row of numbers right below them.
    const MIN_LABELS: usize = 2;
    const ROW: usize = 3;
    /// A text about a row may stand between its label and its cells.
    const MAX_BETWEEN: usize = 2;
    let is_number = |line: &RawLine<'_>| vocabulary.class(&line.text) == Class::Number;
    let leads = |at: usize| {
        let after = lines.get(at + 1..).unwrap_or_default();
        after.iter().take(MAX_BETWEEN).any(is_number)
    };
    // No footnote stands right in front of a row of numbers.
    let is_label = |at: usize| {
        let after = lines.get(at + 1..=at + ROW).unwrap_or_default();
        after.len() == ROW && after.iter().all(is_number)
    };
    let starred = || {
        let lines = lines.iter().enumerate();
        lines.filter(|(_, line)| line.text.starts_with("* ")).map(|(at, _)| at)
    };
    starred().filter(|at| leads(*at)).nth(MIN - 1).is_some()
        || starred().filter(|at| is_label(*at)).nth(MIN_LABELS - 1).is_some()
}

/// The line after a text that goes on below: *Streef-* and *cijfer 2020*, or `2021`, `-` and `2023`.
fn goes_on(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    classes: &[Class],
    at: usize,
) -> Option<usize> {
    let text: &str = &lines.get(at)?.text;
    let next: &str = &lines.get(at + 1)?.text;
    let is_broken = text.strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_lowercase))
        && next.starts_with(char::is_lowercase)
        && !text.contains(char::is_whitespace);
    if is_broken {
        return Some(at + 2);
    }
    // *Stand*, *31-12*
    if classes.get(at) == Some(&Class::Header)
        && !next.contains(' ')
        && dates::day_of_year(vocabulary.pack(), next).is_some()
    {
        return Some(at + 2);
    }
    // *Begroting*, *na*, *wijziging*
    if classes.get(at) == Some(&Class::Header)
        && classes.get(at + 1) == Some(&Class::Number)
        && next.chars().all(char::is_alphabetic)
        && let Some(last) = lines.get(at + 2)
    {
        let whole = vocabulary.facts(&format!("{text} {next} {}", last.text));
        let is_one = whole.rest == 0 && whole.role == Some(Role::Amended);
        return is_one.then_some(at + 3);
    }
    if text == "%" && classes.get(at) == Some(&Class::Words) {
        return Some(at + 2);
    }
    let is_year = |at: usize| classes.get(at) == Some(&Class::Year);
    let is_stretch = is_year(at) && matches!(next, "-" | "–") && is_year(at + 2);
    let year =
        |at: usize| dates::period(vocabulary.pack(), lines.get(at).map_or("", |line| &*line.text));
    (is_stretch && year(at)?.start() < year(at + 2)?.start()).then_some(at + 3)
}

/// Whether numbers of columns stand on lines of their own, each below the header that it is of, and say which add up to
/// others: `(1)`, `(2)`, `(3)=(1+2)`.
fn are_numbered(lines: &[RawLine<'_>], classes: &[Class]) -> bool {
    const MIN: usize = 3;
    let is_formula = |at: usize| lines.get(at).is_some_and(|line| formula::is_alone(&line.text));
    let is_below_header = |at: usize| at > 0 && classes.get(at - 1) != Some(&Class::Number);
    let is_apart = |at: &usize| {
        is_formula(*at) && is_below_header(*at) && !is_formula(at + 1) && !is_formula(at - 1)
    };
    let found: Vec<usize> = (0..lines.len()).filter(is_apart).collect();
    let is_sum = |at: &usize| lines.get(*at).is_some_and(|line| formula::is_sum_alone(&line.text));
    found.len() >= MIN && found.iter().any(is_sum)
}

/// The lines that are a year in brackets: `(2014)`. None where brackets stand around other numbers as well, or in a language in which
/// such a number is one below zero, unless it stands below a percentage.
fn years_in_brackets(vocabulary: &Looks<'_>, part: &[RawLine<'_>]) -> Vec<usize> {
    let inner = |line: &RawLine<'_>| {
        let inner = line.text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let is_number =
            |inner: &str| inner.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
        inner.filter(|inner| !inner.is_empty() && is_number(inner)).map(str::to_owned)
    };
    let mut found = Vec::new();
    for (at, line) in part.iter().enumerate() {
        match inner(line) {
            Some(inner) if dates::year(&inner).is_some() => {
                let above = at.checked_sub(1).and_then(|above| part.get(above));
                if above.is_some_and(|above| above.text.ends_with('%'))
                    || !cell::read(vocabulary, &line.text).is_understood()
                {
                    found.push(at);
                }
            }
            Some(_) => return Vec::new(),
            None => {}
        }
    }
    found
}

/// The classes of lines, each alone; *%* right above *verschil* is its first word.
fn classes_of(vocabulary: &Looks<'_>, part: &[RawLine<'_>]) -> Vec<Class> {
    let mut classes: Vec<Class> = part.iter().map(|line| vocabulary.class(&line.text)).collect();
    for at in 0..part.len() {
        // Behind a number it may be the unit of that.
        let is_behind_number =
            at.checked_sub(1).is_some_and(|before| classes.get(before) == Some(&Class::Number));
        let next = part.get(at + 1);
        let begins = part.get(at).is_some_and(|line| &*line.text == "%")
            && next.is_some_and(|next| {
                let facts = vocabulary.facts(&format!("% {}", next.text));
                let is_difference = facts.role == Some(Role::Difference);
                let is_beside = !next.after_blank || is_difference && !is_behind_number;
                facts.rest == 0 && facts.is_placing() && is_beside
            });
        // Behind headers and in front of words it is the header of shares: *JR*, *MJP*, `%`.
        let states =
            |at: usize| matches!(classes.get(at), Some(Class::Header | Class::Dated | Class::Year));
        let ends_headers = part.get(at).is_some_and(|line| &*line.text == "%")
            && at.checked_sub(1).is_some_and(states)
            && matches!(classes.get(at + 1), Some(Class::Words | Class::Mixed));
        let class = if begins { Class::Words } else { Class::Header };
        if let Some(slot) = classes.get_mut(at).filter(|_| begins || ends_headers) {
            *slot = class;
        }
    }
    take_units(vocabulary, part, &mut classes);
    classes
}

/// Whether blank lines stand before most of the numbers.
fn are_spaced(part: &[RawLine<'_>], classes: &[Class]) -> bool {
    let numbers = || classes.iter().zip(part).filter(|(class, _)| **class == Class::Number);
    numbers().filter(|(_, line)| line.after_blank).count() * 2 > numbers().count()
}

/// Splits lines into tokens. Where blank lines part the cells, lines without one between them are one
/// text.
#[expect(clippy::too_many_lines, reason = "one walk over the lines, a text at a time")]
pub(super) fn tokens(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
) -> Vec<Token> {
    const MAX_JOINED: usize = 4;
    let part = lines.get(from..to).unwrap_or_default();
    let classes = classes_of(vocabulary, part);
    let is_spaced = are_spaced(part, &classes);
    let numbered = are_numbered(part, &classes);
    let years = years_in_brackets(vocabulary, part);
    let has_bullets = are_bullets(vocabulary, part);
    let mut found: Vec<Token> = Vec::with_capacity(part.len());
    let mut has_favour = false;
    let mut at = 0;
    while let (Some(line), Some(&of)) = (part.get(at), classes.get(at)) {
        let mut end = at + 1;
        // A line with several cells is a row, and no part of a text.
        let is_row =
            |at: usize| part.get(at).is_some_and(|line| is_row_line(vocabulary, &line.text));
        // *(bedragen x € 1.000)* right above *Rekening* is of all amounts, and no part of a header.
        let is_of_all = || {
            matches!(classes.get(at + 1), Some(Class::Header | Class::Dated | Class::Year))
                && is_context(vocabulary, &line.text)
        };
        if is_spaced && of != Class::Number && !is_row(at) && !is_of_all() {
            while end < part.len()
                && !is_row(end)
                && end - at < MAX_JOINED
                && part.get(end).is_some_and(|next| !next.after_blank)
                && (classes.get(end).is_some_and(|next| *next != Class::Number)
                    || is_within_words(part, &classes, end))
                // *Behaald 2017* and *Beoogd 2017* are headers of their own, and so are two years.
                && !(matches!(of, Class::Dated | Class::Year) && classes.get(end) == Some(&of))
                // A title ends where a paragraph begins, which goes on with no small letter.
                && part.get(end).is_some_and(|next| {
                    next.text.starts_with(char::is_lowercase) || !is_sentence(&next.text)
                })
            {
                end += 1;
            }
        }
        // `18` and *jaar* below it are one cell.
        if is_spaced && of == Class::Number && has_unit_below(vocabulary, part, &classes, at) {
            found.push(Token { last: from + at + 1, ..Token::number(from + at) });
            at += 2;
            continue;
        }
        // `2019:` above a number says when that was measured.
        let is_dated = end == at + 1
            && line.text.ends_with(':')
            && dates::period(vocabulary.pack(), line.text.trim_end_matches(':')).is_some();
        if is_dated && classes.get(end) == Some(&Class::Number) {
            found.push(Token { dated: Some(from + at), ..Token::number(from + end) });
            at = end + 1;
            continue;
        }
        if let Some(beyond) = goes_on(vocabulary, part, &classes, at) {
            end = end.max(beyond);
        }
        // *Eenheid:* and *Aantal* below it say something about the rows above.
        let stated = vocabulary.pack().meta(&line.text);
        // *Eenheid:*, *Bron:*, `2014` are headers.
        let may_be_stated = part.get(end).is_some_and(|next| {
            let is_time = matches!(classes.get(end), Some(Class::Year | Class::Dated));
            !is_time && vocabulary.pack().meta(&next.text).is_none()
        });
        let is_stated =
            stated.is_some_and(|(_, rest)| rest.is_empty()) && end == at + 1 && may_be_stated;
        if is_stated {
            end += 1;
        }
        let (first, last) = (from + at, from + end - 1);
        let of = if end - at > 1 { vocabulary.class(&joined(lines, first, last)) } else { of };
        // *Meeteenheid: %* is no header.
        let is_of_unit =
            |(kind, rest): &(ColumnKind, &str)| *kind == ColumnKind::Unit && !rest.is_empty();
        let states_itself = stated.as_ref().is_some_and(is_of_unit) && end == at + 1;
        let is_note = is_stated
            || states_itself
            || !has_bullets
                && of != Class::Number
                && lines.get(first).is_some_and(|line| is_starred(&line.text));
        let of = if is_note { Class::Note } else { of };
        // `(5 = 3 + 4)` is of the header above it.
        let is_formula = |at: usize| part.get(at).is_some_and(|line| formula::is_alone(&line.text));
        if end == at + 1
            && (formula::is_sum_alone(&line.text) || numbered && formula::is_alone(&line.text))
            && !is_formula(at + 1)
            && !at.checked_sub(1).is_some_and(is_formula)
            && let Some(before) = found.last_mut()
            && before.class != Class::Number
            && before.last + 1 == first
        {
            before.last = last;
            before.class = vocabulary.class(&joined(lines, before.first, last));
            at = end;
            continue;
        }
        if end == at + 1
            && years.binary_search(&at).is_ok()
            && found.last_mut().is_some_and(|before| before.take_year(vocabulary, lines, first))
        {
            at = end;
            continue;
        }
        if of == Class::Favour
            && let Some(before) = found.last_mut()
            && before.class == Class::Number
            && before.favour.is_none()
        {
            before.favour = Some(first);
            // What is favourable is an amount.
            before.code = None;
            has_favour = true;
            at = end;
            continue;
        }
        found.push(Token {
            first,
            last,
            class: of,
            code: rank(&line.text).filter(|_| end - at == 1 && of != Class::Year),
            favour: None,
            dated: None,
            above: None,
            is_suspect: is_spaced && of == Class::Number && !line.after_blank,
        });
        at = end;
    }
    if has_favour { with_dashes(lines, found) } else { found }
}

/// Whether the line right below a number is its unit, where blank lines part the cells.
fn has_unit_below(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    classes: &[Class],
    at: usize,
) -> bool {
    let Some([line, next, ..]) = lines.get(at..) else { return false };
    !next.after_blank
        && matches!(classes.get(at + 1), Some(Class::Words | Class::Header | Class::Mixed))
        && next.text.chars().all(char::is_alphabetic)
        && cell::is_bare(&line.text)
        && cell::read(vocabulary, &format!("{} {}", line.text, next.text)).is_understood()
}

/// Whether a word that may stand for a missing figure is one of the words around it: *Begroting*, *na*, *wijziging*.
fn is_within_words(lines: &[RawLine<'_>], classes: &[Class], at: usize) -> bool {
    let is_word = lines.get(at).is_some_and(|line| line.text.chars().all(char::is_alphabetic));
    let goes_on = lines.get(at + 1).is_some_and(|next| !next.after_blank)
        && matches!(classes.get(at + 1), Some(Class::Words | Class::Header | Class::Mixed));
    is_word && goes_on
}

/// Texts with the dashes that stand for neither *V* nor *N*: right after an amount that is as far in its row as those that have a letter.
fn with_dashes(lines: &[RawLine<'_>], all: Vec<Token>) -> Vec<Token> {
    let mut lettered: Vec<usize> = Vec::new();
    let mut place = 0;
    for token in &all {
        if token.favour.is_some() && !lettered.contains(&place) {
            lettered.push(place);
        }
        place = if token.class == Class::Number { place + 1 } else { 0 };
    }
    let mut kept: Vec<Token> = Vec::with_capacity(all.len());
    // The place of the last amount in its row.
    let mut place = None;
    for token in all {
        let is_dash = lines.get(token.first).is_some_and(|line| matches!(&*line.text, "-" | "–"));
        let may_be = place.is_some_and(|place| lettered.contains(&place));
        match kept.last_mut() {
            Some(before)
                if is_dash
                    && may_be
                    && before.class == Class::Number
                    && before.favour.is_none() =>
            {
                before.favour = Some(token.first);
                before.code = None;
            }
            _ => {
                let is_number = token.class == Class::Number;
                place = is_number.then(|| place.map_or(0, |place| place + 1));
                kept.push(token);
            }
        }
    }
    kept
}

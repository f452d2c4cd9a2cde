//! Finds tables in plain text with a line for each header, label and cell.
//!
//! The text doesn't say how many columns a table has, so hypotheses are made (where the headers begin,
//! how they make columns, whether a row begins with a code) and each is held against the rows.

use std::collections::HashMap;
use std::rc::Rc;

use crate::findings::rule::{Message, Rule};
use crate::leaves::dimension::DimensionName;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::unit::Scale;
use crate::read::cell;
use crate::read::dates;
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::{self, ColumnKind, FlowWord};
use crate::read::label;
use crate::read::language::{HeaderWord, Pack};
use crate::read::legend::legend;
use crate::read::lines::{Lines, RawLine};
use crate::read::marks;
use crate::read::placement::ColumnsBy;
use crate::read::questions::table_title;
use crate::read::raw_cell::Interpretation;
use crate::read::shapes::{self, is_sentence};
use crate::read::spot::Spot;
use crate::read::table::arithmetic;
use crate::read::table::arrange::{Arrangement, How, Item, arrangements_of_any};
use crate::read::table::body::{self, Move, Parse, Want};
use crate::read::table::columns::{RowCell, RowLine, row_line};
use crate::read::table::grid::{is_meta, rank};
use crate::read::table::settle::{area_of_figures, settle};
use crate::read::table::turn::turn;
use crate::read::table::{Cell, Column, Doubt, Footnote, Row, RowKind, Table};
use crate::words::fold;

/// How many texts before the first figure a body may begin: a label with its code, its unit, its role
/// and its year.
const MAX_BEFORE: usize = 6;
/// The most texts of a header: six years of three flows have 26.
const MAX_HEADER: usize = 60;
/// The most hypotheses of one table. Those of 54 published pages have at most 120.
const MAX_HYPOTHESES: usize = 400;
/// How much more a hypothesis may cost than the best, to be one that arithmetic may choose. A row that doesn't fit
/// costs two and some tenths for each of its numbers. Of generated tables that lost a cell, the right way costs at
/// most this much more.
const MARGIN: f64 = 6.0;
/// The texts of the body by which hypotheses are compared.
const WINDOW: usize = 240;

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
    /// Whether it may belong to the text above it.
    pub(super) is_suspect: bool,
}

/// Some lines without a heading or a question between them.
pub(super) struct Segment<'a, 's> {
    pub(super) vocabulary: &'a Looks<'a>,
    pub(super) lines: &'a [RawLine<'s>],
    pub(super) tokens: Vec<Token>,
    facts: Vec<Option<Rc<Facts>>>,
    /// The lines of texts about all amounts: *bedragen x € 1.000*.
    context: Vec<(usize, usize)>,
    /// The lines that repeat the title of the document.
    heads: &'a [usize],
}

/// The lines that repeat the title of the document, as the head of a page does.
#[derive(Debug, Default)]
pub(super) struct Heads {
    pub(super) all: Vec<usize>,
    /// Those between two rows. *Begroting 2019* among headers may be one of them.
    pub(super) between: Vec<usize>,
}

/// The text of some lines.
fn joined(lines: &[RawLine<'_>], first: usize, last: usize) -> String {
    let parts: Vec<&str> =
        lines.get(first..=last).unwrap_or_default().iter().map(|line| &*line.text).collect();
    parts.join(" ")
}

/// Whether a text says in what the amounts of a table are, or what their signs mean, and nothing else:
/// *bedragen x € 1.000*, *- = nadeel*.
fn is_context(vocabulary: &Looks<'_>, text: &str) -> bool {
    const MAX_LEN: usize = 70;
    if text.len() > MAX_LEN {
        return false;
    }
    let pack = vocabulary.pack();
    let text = &*label::with_times(text);
    let folded = crate::words::fold(text, true);
    let is_of_signs = text.contains(['=', ':'])
        && text.contains(['-', '+', '−'])
        && !folded.is_empty()
        && folded.split(' ').all(|word| {
            matches!(
                words::phrase(vocabulary, word),
                Some(HeaderWord::Column(ColumnKind::Favourable) | HeaderWord::Ambiguous(_))
            ) || words::is_link(vocabulary, word)
        });
    if is_of_signs {
        return true;
    }
    let Some(unit) = label::amounts(pack, text).or_else(|| label::counts(pack, text)) else {
        return false;
    };
    let facts = vocabulary.facts(text);
    unit.scale() != Scale::Ones
        && !facts.is_placing()
        && facts.content.is_none()
        && (shapes::is_scale(pack, text)
            && folded.split(' ').next().is_some_and(|first| is_of_scale(pack, first))
            || folded.split(' ').all(|word| is_of_scale(pack, word)))
}

/// Whether a word stands in the statement of a scale; a short one links others.
fn is_of_scale(pack: &Pack, word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
        || word.len() <= 2
        || pack
            .each(|tables| tables.labels.scale_grammar.statement)
            .any(|stem| word.starts_with(stem))
}

/// Whether a text is a footnote by its mark alone: *\* eerste halfjaar*.
fn is_starred(text: &str) -> bool {
    marks::split_footnote(text).is_some_and(|(mark, _)| mark.starts_with('*'))
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
    let is_year = |at: usize| classes.get(at) == Some(&Class::Year);
    let is_stretch = is_year(at) && matches!(next, "-" | "–") && is_year(at + 2);
    let year =
        |at: usize| dates::period(vocabulary.pack(), lines.get(at).map_or("", |line| &*line.text));
    (is_stretch && year(at)?.start() < year(at + 2)?.start()).then_some(at + 3)
}

/// Splits lines into tokens. Where blank lines part the cells, lines without one between them are one
/// text.
fn tokens(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], from: usize, to: usize) -> Vec<Token> {
    const MAX_JOINED: usize = 4;
    let part = lines.get(from..to).unwrap_or_default();
    let classes: Vec<Class> = part.iter().map(|line| vocabulary.class(&line.text)).collect();
    let numbers = classes.iter().zip(part).filter(|(class, _)| **class == Class::Number);
    let (mut apart, mut close) = (0, 0);
    for (_, line) in numbers {
        if line.after_blank {
            apart += 1;
        } else {
            close += 1;
        }
    }
    let is_spaced = apart > close;
    let mut found: Vec<Token> = Vec::with_capacity(part.len());
    let mut has_favour = false;
    let mut at = 0;
    while let (Some(line), Some(&of)) = (part.get(at), classes.get(at)) {
        let mut end = at + 1;
        // A line with several cells is a row, and no part of a text.
        let is_row = |at: usize| {
            part.get(at).is_some_and(|line| row_line(vocabulary, &line.text, at).is_some())
        };
        if is_spaced && of != Class::Number && !is_row(at) {
            while end < part.len()
                && !is_row(end)
                && end - at < MAX_JOINED
                && part.get(end).is_some_and(|next| !next.after_blank)
                && classes.get(end).is_some_and(|next| *next != Class::Number)
                // *Behaald 2017* and *Beoogd 2017* are headers of their own.
                && !(of == Class::Dated && classes.get(end) == Some(&Class::Dated))
            {
                end += 1;
            }
        }
        // `2019:` above a number says when that was measured.
        let is_dated = is_spaced
            && end == at + 1
            && line.text.ends_with(':')
            && dates::period(vocabulary.pack(), line.text.trim_end_matches(':')).is_some();
        if is_dated && part.get(end).is_some_and(|next| !next.after_blank) {
            end += 1;
        }
        if let Some(beyond) = goes_on(vocabulary, part, &classes, at) {
            end = end.max(beyond);
        }
        // *Eenheid:* and *Aantal* below it say something about the rows above.
        let stated = vocabulary.pack().meta(&line.text);
        let is_stated = stated.is_some_and(|(_, rest)| rest.is_empty()) && end == at + 1;
        if is_stated
            && part.get(end).is_some_and(|next| vocabulary.pack().meta(&next.text).is_none())
        {
            end += 1;
        }
        let (first, last) = (from + at, from + end - 1);
        let of = if end - at > 1 { vocabulary.class(&joined(lines, first, last)) } else { of };
        let is_note = is_stated
            || of != Class::Number && lines.get(first).is_some_and(|line| is_starred(&line.text));
        let of = if is_note { Class::Note } else { of };
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
            is_suspect: is_spaced && of == Class::Number && !line.after_blank,
        });
        at = end;
    }
    if has_favour {
        // A dash right after an amount stands for neither.
        let mut kept: Vec<Token> = Vec::with_capacity(found.len());
        for token in found {
            let is_dash =
                lines.get(token.first).is_some_and(|line| matches!(&*line.text, "-" | "–"));
            match kept.last_mut() {
                Some(before)
                    if is_dash && before.class == Class::Number && before.favour.is_none() =>
                {
                    before.favour = Some(token.first);
                    before.code = None;
                }
                _ => kept.push(token),
            }
        }
        return kept;
    }
    found
}

/// What a row looks like, with the column of the headers at each place; `None` for a column without a
/// header.
#[derive(Debug, Clone)]
struct Pattern {
    wants: Vec<Want>,
    paths: Vec<Option<usize>>,
    /// The columns of figures whose headers say what the figures are and when: no cell of theirs does.
    stated: Vec<usize>,
}

impl Pattern {
    /// The parts of a row that may stand alone below it, where cells were merged over two rows: from a
    /// year or a text on, up to the last figure.
    fn parts(&self) -> Vec<(usize, usize)> {
        let is_figure =
            |at: &usize| matches!(self.wants.get(*at), Some(Want::Figure | Want::Either));
        let label = self.wants.iter().position(|want| *want == Want::Label).unwrap_or(0);
        let Some(last) = (label + 1..self.wants.len()).rev().find(is_figure) else {
            return Vec::new();
        };
        // Up to the last figure, or up to one before a text that both rows share.
        let ends = (label + 2..=last).filter(|end| is_figure(end)).map(|end| end + 1);
        let ends: Vec<usize> = ends.rev().take(4).collect();
        (label + 1..last)
            .flat_map(|from| ends.iter().map(move |&until| (from, until)))
            .filter(|(from, until)| *until >= from + 2 && *from > label + 1)
            .filter(|(from, _)| {
                let path = self.paths.get(*from).copied().flatten();
                path.is_none_or(|path| !self.stated.contains(&path))
            })
            .collect()
    }
}

/// A way to read a table.
struct Hypothesis {
    /// The tokens of the headers, and the first of the body.
    head: usize,
    body: usize,
    has_corner: bool,
    arrangement: Arrangement,
    pattern: Pattern,
    cost: f64,
    /// Whether another one comes near that places some number elsewhere.
    is_doubtful: bool,
}

impl Hypothesis {
    /// Whether it gives each text the same meaning as another.
    fn is_like(&self, other: &Hypothesis) -> bool {
        let says = |of: &Hypothesis, path: Option<usize>| {
            let facts = &of.arrangement.columns.get(path?)?.facts;
            Some((facts.period, facts.role, facts.flow, facts.content))
        };
        let paths = || self.pattern.paths.iter().zip(&other.pattern.paths);
        self.body == other.body
            && self.pattern.wants == other.pattern.wants
            && paths().all(|(&one, &of)| says(self, one) == says(other, of))
    }
}

/// Finds the tables in some lines.
pub(super) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    heads: &Heads,
    found: &mut Vec<Table>,
) {
    let all = tokens(vocabulary, lines, from, to);
    // What says in what the amounts are, or what their signs mean, is no header and no label.
    let mut context = Vec::new();
    let mut tokens = Vec::with_capacity(all.len());
    for token in all {
        if heads.between.binary_search(&token.first).is_ok() && token.first == token.last {
            continue;
        }
        let is_words =
            matches!(token.class, Class::Words | Class::Mixed | Class::Header | Class::Dated);
        if is_words && is_context(vocabulary, &joined(lines, token.first, token.last)) {
            context.push((token.first, token.last));
        } else {
            tokens.push(token);
        }
    }
    let facts = vec![None; tokens.len()];
    let mut segment = Segment { vocabulary, lines, tokens, facts, context, heads: &heads.all };
    let mut floor = 0;
    while let Some(mut table) = segment.next_table(&mut floor) {
        table.heads = heads
            .between
            .iter()
            .copied()
            .filter(|at| (table.from..table.to).contains(at))
            .collect();
        found.push(table);
    }
}

impl Segment<'_, '_> {
    fn text(&self, at: usize) -> String {
        self.tokens
            .get(at)
            .map_or(String::new(), |token| joined(self.lines, token.first, token.last))
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.tokens.get(at).map(|token| token.class)
    }

    fn is_words(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Words | Class::Mixed | Class::Header | Class::Dated))
    }

    fn facts(&mut self, at: usize) -> Rc<Facts> {
        if let Some(Some(known)) = self.facts.get(at) {
            return Rc::clone(known);
        }
        let facts = self.vocabulary.facts(&self.text(at));
        if let Some(slot) = self.facts.get_mut(at) {
            *slot = Some(Rc::clone(&facts));
        }
        facts
    }

    fn has_digit(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            self.lines
                .get(token.first)
                .is_some_and(|line| line.text.bytes().any(|byte| byte.is_ascii_digit()))
        })
    }

    /// The next table from a token on, and moves the token to its end.
    fn next_table(&mut self, floor: &mut usize) -> Option<Table> {
        let mut from = *floor;
        loop {
            let figure = (from.max(*floor)..self.tokens.len())
                .find(|&at| self.class(at) == Some(Class::Number))?;
            let end = self.end_of_body(figure);
            if let Some(best) = self.best(*floor, figure, end) {
                let (table, next) = self.build(&best, end);
                *floor = next.max(figure + 1);
                if is_guess(&table)
                    || self.has_header_as_label(&table)
                    || self.repeats_headers(&table)
                {
                    // Its numbers are told as those of no table.
                    from = *floor;
                    continue;
                }
                return Some(table);
            }
            // A star or a dash may be the header of a column.
            from = figure + 1;
            if !self.has_digit(figure) {
                continue;
            }
            // No headers: skip the numbers.
            let mut next = figure + 1;
            while next < self.tokens.len() && !self.is_words(next) {
                next += 1;
            }
            *floor = next;
        }
    }

    /// Whether half of the rows have a header of the table as their label, as where a copy of a page names the column
    /// of each cell: then it is unknown which text is of which.
    fn repeats_headers(&self, table: &Table) -> bool {
        let words = |text: &str| fold(text, true);
        let headers: Vec<String> = table
            .columns
            .iter()
            .filter(|column| column.content.is_none())
            .flat_map(|column| column.headers.iter().map(|header| words(header)))
            .chain(table.columns.iter().map(|column| words(&column.header())))
            .collect();
        let rows = || table.rows.iter().filter(|row| row.kind == RowKind::Figures);
        let repeats = rows().filter(|row| {
            let label = words(&text_of(self.lines, &row.label));
            !label.is_empty() && headers.contains(&label)
        });
        let repeats = repeats.count();
        repeats > 1 && repeats * 2 >= rows().count()
    }

    /// Whether the first row has a label with a role and a year, or a group above it has, and others haven't: that
    /// is the last header of a row that lost a cell.
    fn has_header_as_label(&self, table: &Table) -> bool {
        let is_dated = |row: &Row| {
            let text = text_of(self.lines, &row.label);
            !row.label.is_empty() && self.vocabulary.class(&text) == Class::Dated
        };
        let rows = || table.rows.iter().filter(|row| row.kind != RowKind::Meta);
        let first = rows().position(|row| row.kind != RowKind::Group).unwrap_or(0);
        let is_stated = table.columns.iter().any(|column| {
            column.content.is_none() && column.facts.role.is_some() && column.facts.period.is_some()
        });
        let later = || rows().skip(first + 1).filter(|row| row.kind != RowKind::Group);
        is_stated
            && rows().take(first + 1).any(is_dated)
            && (later().next().is_none() || !later().all(is_dated))
    }

    /// Where the headers of another table begin: three headers in a row, or two with a role and a year.
    /// Before a number the last of them is a label: *Resultaat na reservering*.
    fn end_of_body(&mut self, from: usize) -> usize {
        let (mut run, mut dated, mut placed) = (0, 0, 0);
        for at in from..=self.tokens.len() {
            // *Daling* may be the last cell of the row above the headers.
            let is_cell = run == 0 && self.class(at) == Some(Class::Header) && self.is_change(at);
            let is_header = !is_cell
                && match self.class(at) {
                    Some(Class::Year) => {
                        placed += 1;
                        true
                    }
                    Some(Class::Header | Class::Dated) => {
                        let facts = self.facts(at);
                        dated += usize::from(facts.role.is_some() && facts.period.is_some());
                        placed += usize::from(facts.role.is_some() || facts.period.is_some());
                        facts.is_placing() || is_label_head(&facts)
                    }
                    _ => false,
                };
            if is_header {
                run += 1;
                continue;
            }
            let leads = if self.class(at) == Some(Class::Number) { run - run.min(1) } else { run };
            // *Prestatie-indicatoren*, *Beoogd 2016*.
            let is_titled = run >= 2
                && leads == run
                && dated > 0
                && table_title(self.vocabulary, &self.text(at - run)).is_some();
            if (leads >= 3 && (placed >= 2 || leads == run))
                || (run == 2 && dated == 2)
                || is_titled
            {
                return at - run;
            }
            (run, dated, placed) = (0, 0, 0);
        }
        self.tokens.len()
    }

    /// Whether a text states a year or a role and nothing else.
    fn states_alone(&mut self, at: usize) -> bool {
        if !matches!(self.class(at), Some(Class::Year | Class::Dated | Class::Header)) {
            return false;
        }
        let facts = self.facts(at);
        facts.rest == 0
            && facts.flow.is_none()
            && facts.content.is_none()
            && (facts.role.is_some() || facts.period.is_some())
    }

    /// Whether a text states a change: *daling*.
    fn is_change(&self, at: usize) -> bool {
        use crate::leaves::value::Value;
        let interpretation = cell::read(self.vocabulary, &self.text(at)).interpretation;
        matches!(interpretation, Interpretation::Sure(Value::Change(_) | Value::ChangeBy { .. }))
    }

    /// The hypothesis that explains the texts best.
    #[expect(clippy::too_many_lines, reason = "one loop within the other: where, how many, how")]
    fn best(&mut self, floor: usize, figure: usize, end: usize) -> Option<Hypothesis> {
        let mut found: Vec<Hypothesis> = Vec::new();
        let mut least = f64::INFINITY;
        let mut tried = 0;
        'bodies: for body in (figure.saturating_sub(MAX_BEFORE).max(floor)..=figure).rev() {
            let begins_with_code = self.tokens.get(body).is_some_and(|token| token.code.is_some())
                && self.is_words(body + 1);
            let begins_with_label = self.is_words(body);
            // Without a label in front the text before it is a header with a year or a role.
            let follows_header = body.checked_sub(1).is_some_and(|before| {
                let facts = self.facts(before);
                facts.rest == 0 && (facts.role.is_some() || facts.period.is_some())
            });
            let begins_with_figure =
                body == figure && self.class(body) == Some(Class::Number) && follows_header;
            let begins = Begins {
                code: begins_with_code,
                label: begins_with_label,
                figure: begins_with_figure,
                stated: body + 1 == figure && self.states_alone(body),
            };
            let begins_with_year = self.class(body) == Some(Class::Year) && self.is_words(body + 1);
            if !begins_with_code
                && !begins_with_label
                && !begins_with_figure
                && !begins_with_year
                && !begins.stated
            {
                continue;
            }
            let classes: Vec<Class> = self
                .tokens
                .get(body..end.min(body + WINDOW))
                .unwrap_or_default()
                .iter()
                .map(|token| token.class)
                .collect();
            let codes: Vec<Option<u64>> = self
                .tokens
                .get(body..end.min(body + WINDOW))
                .unwrap_or_default()
                .iter()
                .map(|token| token.code)
                .collect();
            let blanks: Vec<bool> =
                (body..end.min(body + WINDOW)).map(|at| !self.has_digit(at)).collect();
            let lengths = run_lengths(&classes);
            let lowest = body.saturating_sub(MAX_HEADER).max(floor);
            // A sentence is no header, and neither is what stands above it.
            let ends_headers = |head: &usize| {
                (self.class(*head) == Some(Class::Number) && self.has_digit(*head))
                    || self.is_long_sentence(*head)
            };
            let highest = (lowest..body).rev().find(ends_headers).map_or(lowest, |head| head + 1);
            let headers = self.items(highest, body);
            let mut known: HashMap<usize, Vec<Arrangement>> = HashMap::new();
            let mut parses: Vec<(Vec<Want>, Rc<Parse>)> = Vec::new();
            for head in (highest..body).rev() {
                for has_corner in [false, true] {
                    let first = self.facts(head);
                    let is_of_periods = begins.stated && first.content == Some(ColumnKind::Period);
                    let may_be_corner = is_label_head(&first)
                        || is_of_periods
                        || (first.rest > 0 && !first.is_bare_period());
                    if has_corner && (!may_be_corner || head + 1 == body) {
                        continue;
                    }
                    // *Kengetallen* above *Omschrijving* is the title.
                    if has_corner
                        && is_label_head(&self.facts(head + 1))
                        && table_title(self.vocabulary, &self.text(head)).is_some()
                    {
                        continue;
                    }
                    // A corner and no corner one token further have the same headers.
                    let start = head + usize::from(has_corner);
                    let items = headers.get(start - highest..).unwrap_or_default();
                    let ways = known
                        .entry(start)
                        .or_insert_with(|| arrangements_of_any(items, &counts(items, &lengths)));
                    for arrangement in ways.iter() {
                        for pattern in patterns(arrangement, &begins, has_corner) {
                            tried += 1;
                            if tried > MAX_HYPOTHESES {
                                break 'bodies;
                            }
                            // Many headers make rows of one look.
                            let of_look = parses.iter().find(|(wants, _)| *wants == pattern.wants);
                            let parse = if let Some((_, parse)) = of_look {
                                Rc::clone(parse)
                            } else {
                                let (wants, parts) = (&pattern.wants, pattern.parts());
                                let parse = body::parse(&classes, &codes, &blanks, wants, &parts);
                                let parse = Rc::new(parse);
                                parses.push((wants.clone(), Rc::clone(&parse)));
                                parse
                            };
                            // Whatever its headers cost, it is none of those that are near the best.
                            if least_cost(&parse) > least + MARGIN {
                                continue;
                            }
                            // Rows of which none fits are a table too, where its headers are sure.
                            let is_sure = arrangement.columns.iter().all(|path| {
                                path.facts.rest == 0
                                    && path.facts.role.is_some()
                                    && path.facts.period.is_some()
                            });
                            let is_sure = is_sure && pattern.wants.first() == Some(&Want::Label);
                            let begins = parse.moves.first().map(|(_, first)| *first)
                                == Some(Move::Row)
                                || parse.rows >= 2;
                            if !(begins || (is_sure && parse.rows + parse.odd > 0)) {
                                continue;
                            }
                            // One number in front of a label may be anything.
                            if pattern.wants.first() == Some(&Want::Code)
                                && pattern.paths.first() == Some(&None)
                                && parse.rows < 2
                            {
                                continue;
                            }
                            // Without a fact in the headers the labels have them.
                            let states = arrangement.columns.iter().any(|path| {
                                path.facts.is_placing()
                                    || path.facts.content == Some(ColumnKind::Period)
                            });
                            let is_stated = pattern.wants.first() == Some(&Want::StatedLabel);
                            // Words between such rows would be labels of their own.
                            let rows = || parse.moves.iter().map(|(_, this)| *this == Move::Row);
                            let is_unbroken = rows().take_while(|is_row| *is_row).count();
                            let is_turned =
                                (is_stated && parse.rows >= 2 && is_unbroken == parse.rows)
                                    || (!states && self.labels_state(&parse, &pattern, body));
                            if is_stated && !is_turned {
                                continue;
                            }
                            if !states && !is_turned {
                                continue;
                            }
                            let cost = self.cost(
                                arrangement,
                                items,
                                &parse,
                                floor,
                                (head, body),
                                has_corner,
                                &pattern,
                                is_turned,
                            );
                            least = least.min(cost);
                            if cost > least + MARGIN {
                                continue;
                            }
                            found.push(Hypothesis {
                                head,
                                body,
                                has_corner,
                                arrangement: arrangement.clone(),
                                pattern,
                                cost,
                                is_doubtful: false,
                            });
                        }
                    }
                }
            }
        }
        self.choose(found, end)
    }

    /// The hypothesis of the least cost; of those near it the one that arithmetic proves.
    fn choose(&mut self, mut found: Vec<Hypothesis>, end: usize) -> Option<Hypothesis> {
        const MAX_NEAR: usize = 6;
        /// Of the tables in lines on 122 pages six had another reading this near, and two of them were read wrong;
        /// of those with none this near one was.
        const NEAR: f64 = 0.6;
        found.sort_by(|one, other| one.cost.total_cmp(&other.cost));
        let least = found.first()?.cost;
        let mut near: Vec<Hypothesis> = Vec::new();
        for hypothesis in found.into_iter().take_while(|of| of.cost <= least + MARGIN) {
            if near.len() < MAX_NEAR && !near.iter().any(|other| other.is_like(&hypothesis)) {
                near.push(hypothesis);
            }
        }
        let (mut chosen, mut most) = (0, 0);
        if near.len() > 1 && self.may_prove(&near, end) {
            for (at, hypothesis) in near.iter().enumerate() {
                let (table, _) = self.build(hypothesis, end);
                let evidence = arithmetic::evidence(self.vocabulary, self.lines, &table);
                // What is proven gives way only to what is proven by far more.
                if evidence.is_proof() && evidence.held * 2 > most * 3 {
                    (chosen, most) = (at, evidence.held);
                }
            }
        }
        // Nothing proves it, and another one comes near that places some number elsewhere.
        let mut others = near.iter().skip(1).filter(|other| other.cost < least + NEAR).peekable();
        let is_doubtful = most == 0 && others.peek().is_some() && {
            let first = near.first().map(|of| self.placed(of, end)).unwrap_or_default();
            others.any(|other| {
                let placed = self.placed(other, end);
                let differs = |(at, facts): &(usize, Stated)| {
                    first.iter().any(|(token, other)| token == at && other != facts)
                };
                placed.iter().any(differs)
            })
        };
        let mut chosen = near.into_iter().nth(chosen)?;
        chosen.is_doubtful = is_doubtful;
        Some(chosen)
    }

    /// What the numbers are of by a hypothesis, each with its token.
    fn placed(&self, of: &Hypothesis, end: usize) -> Vec<(usize, Stated)> {
        let tokens = self.tokens.get(of.body..end.min(of.body + WINDOW)).unwrap_or_default();
        let classes: Vec<Class> = tokens.iter().map(|token| token.class).collect();
        let codes: Vec<Option<u64>> = tokens.iter().map(|token| token.code).collect();
        let blanks: Vec<bool> =
            (of.body..of.body + tokens.len()).map(|at| !self.has_digit(at)).collect();
        let parse = body::parse(&classes, &codes, &blanks, &of.pattern.wants, &of.pattern.parts());
        let mut found = Vec::new();
        for (offset, this) in parse.moves {
            if this != Move::Row {
                continue;
            }
            for (place, path) in of.pattern.paths.iter().enumerate() {
                let Some(path) = path.and_then(|path| of.arrangement.columns.get(path)) else {
                    continue;
                };
                let at = of.body + offset + place;
                if self.class(at) == Some(Class::Number) {
                    let facts = &path.facts;
                    found.push((at, (facts.period, facts.role, facts.flow)));
                }
            }
        }
        found
    }

    /// Whether the headers or the labels promise sums.
    fn may_prove(&self, near: &[Hypothesis], end: usize) -> bool {
        let promises = |hypothesis: &Hypothesis| {
            hypothesis.arrangement.columns.iter().any(|path| {
                path.facts.flow == Some(FlowWord::Balance)
                    || path.facts.role == Some(Role::Difference)
            })
        };
        let from = near.iter().map(|hypothesis| hypothesis.body).min().unwrap_or(end);
        let is_total = |at: usize| {
            self.tokens.get(at).and_then(|token| self.lines.get(token.first)).is_some_and(|line| {
                self.is_words(at) && arithmetic::is_total(self.vocabulary, &line.text)
            })
        };
        near.iter().any(promises) || (from..end).any(is_total)
    }

    fn items(&mut self, from: usize, to: usize) -> Vec<Item> {
        (from..to)
            .map(|at| {
                let spots = self
                    .tokens
                    .get(at)
                    .map(|token| (token.first..=token.last).map(Spot::whole).collect())
                    .unwrap_or_default();
                Item { facts: (*self.facts(at)).clone(), spots, begins_line: true }
            })
            .collect()
    }

    /// How much a hypothesis leaves unexplained.
    #[expect(clippy::too_many_arguments, reason = "all that a hypothesis consists of")]
    fn cost(
        &mut self,
        arrangement: &Arrangement,
        items: &[Item],
        parse: &Parse,
        floor: usize,
        (head, head_end): (usize, usize),
        has_corner: bool,
        pattern: &Pattern,
        is_turned: bool,
    ) -> f64 {
        let mut cost = cost_of_rows(parse);
        for path in &arrangement.columns {
            let is_unknown = path.facts.content.is_none() && !path.facts.is_placing();
            if is_unknown {
                cost += if is_turned { 0.2 } else { 1.2 };
            }
            if path.is_open {
                cost += 0.5;
            }
            if path.facts.rest == u8::MAX && !is_turned {
                cost += 3.0;
            }
            if path.facts.is_torn {
                cost += 4.0;
            }
        }
        let mut is_used = vec![false; items.len()];
        for at in arrangement.columns.iter().flat_map(|path| &path.items) {
            if let Some(slot) = is_used.get_mut(*at) {
                *slot = true;
            }
        }
        let unused = is_used.iter().filter(|is_used| !**is_used).count();
        cost += f64::from(u32::try_from(unused).unwrap_or(99));
        for item in items {
            // A header is short.
            let len =
                || -> usize { item.spots.iter().map(|spot| spot.text(self.lines).len()).sum() };
            if item.facts.rest > 0 && !is_turned && len() > 40 {
                cost += 2.0;
            }
        }
        cost += arrangement.cost();
        // The header of the labels is no other column.
        let used = pattern.wants.iter().zip(&pattern.paths);
        let labels = used.filter(|(want, path)| {
            **want != Want::Label
                && path
                    .and_then(|at| arrangement.columns.get(at))
                    .is_some_and(|path| is_label_head(&path.facts))
        });
        cost += 1.0 * f64::from(u32::try_from(labels.count()).unwrap_or(99));
        if pattern.wants.last() == Some(&Want::Label) {
            cost += 1.5;
        }
        if pattern.wants.first() == Some(&Want::Code) {
            cost += 0.3;
        }
        cost += self.cost_above(head, floor);
        if has_corner && !is_label_head(&self.facts(head)) {
            cost += 0.2;
        }
        // A year right after years is one of them, and no code of the first row.
        let is_year = |at: Option<usize>| at.is_some_and(|at| self.class(at) == Some(Class::Year));
        if is_year(Some(head_end)) && is_year(head_end.checked_sub(1)) {
            cost += 3.0;
        }
        // A header that says what its column holds is no label of the first row.
        let first = parse.moves.first().map_or(0, |(at, _)| *at);
        let begins = head_end + first;
        if self.class(begins) == Some(Class::Header) {
            let facts = self.facts(begins);
            if facts.content.is_some() && !is_label_head(&facts) && !facts.is_placing() {
                cost += 2.0;
            }
        }
        // *Realisatie 2019* states both, and is no part of the first row.
        for at in begins..begins + pattern.wants.len() {
            if self.class(at) == Some(Class::Header) {
                let facts = self.facts(at);
                cost += if facts.rest == 0 && facts.role.is_some() && facts.period.is_some() {
                    2.0
                } else {
                    0.0
                };
            }
        }
        cost - gain_of_rows(parse)
    }

    /// Whether a text is a sentence, and too long for a header.
    fn is_long_sentence(&self, at: usize) -> bool {
        const MAX_LEN: usize = 120;
        self.tokens.get(at).is_some_and(|token| {
            let lines = self.lines.get(token.first..=token.last).unwrap_or_default();
            let length: usize = lines.iter().map(|line| line.text.len() + 1).sum();
            length > MAX_LEN && lines.last().is_some_and(|line| is_sentence(&line.text))
        })
    }

    /// What headers cost that are left over right above those of a table.
    fn cost_above(&mut self, head: usize, floor: usize) -> f64 {
        let mut cost = 0.0;
        let mut above = head;
        while above > floor {
            let before = above - 1;
            let is_strong = match self.class(before) {
                Some(Class::Year | Class::Dated) => true,
                Some(Class::Words | Class::Mixed) => {
                    let facts = self.facts(before);
                    facts.is_placing() && facts.rest <= 2
                }
                Some(Class::Header) => {
                    self.facts(before).is_placing() || self.facts(before).content.is_some()
                }
                _ => false,
            };
            if !is_strong {
                break;
            }
            // The title of a table may be the word above its labels: *Indicatoren*.
            let is_title = is_label_head(&self.facts(before))
                || self
                    .heads
                    .binary_search(&self.tokens.get(before).map_or(0, |token| token.first))
                    .is_ok();
            cost += if is_title { 0.5 } else { 3.0 };
            above = before;
        }
        cost
    }

    /// Makes the table of a hypothesis, and says at which token it ends.
    #[expect(clippy::too_many_lines, reason = "one step after another, on the same table")]
    fn build(&mut self, best: &Hypothesis, end: usize) -> (Table, usize) {
        let tokens = self.tokens.get(best.body..end).unwrap_or_default();
        let classes: Vec<Class> = tokens.iter().map(|token| token.class).collect();
        let codes: Vec<Option<u64>> = tokens.iter().map(|token| token.code).collect();
        let blanks: Vec<bool> = (best.body..end).map(|at| !self.has_digit(at)).collect();
        let parse =
            body::parse(&classes, &codes, &blanks, &best.pattern.wants, &best.pattern.parts());
        let moves = self.end_of_table(best.body, &parse.moves);
        let items = self.items(best.head + usize::from(best.has_corner), best.body);
        let mut table = Table { columns_by: Some(ColumnsBy::Lines), ..Table::default() };
        let corner = best.has_corner.then(|| self.facts(best.head));
        if let Some(corner) = corner {
            table.scope.unit.clone_from(&corner.unit);
            if corner.rest == 0 {
                table.scope.period = corner.period;
            }
        }
        let corner_text = if best.has_corner { self.text(best.head) } else { String::new() };
        table.labels_are_areas =
            crate::read::areas::is_of_areas(self.vocabulary.pack(), &corner_text);
        let is_stated = best.pattern.wants.first() == Some(&Want::StatedLabel);
        // What stands in front of the label is wider.
        let label = best.pattern.wants.iter().position(|want| *want == Want::Label).unwrap_or(0);
        let mut columns: Vec<Column> = Vec::new();
        for (want, path) in best.pattern.wants.iter().zip(&best.pattern.paths) {
            let path = path.and_then(|at| best.arrangement.columns.get(at));
            let mut column = Column::default();
            if let Some(path) = path {
                let headers = path.items.iter().filter_map(|&at| items.get(at));
                column.headers =
                    headers.clone().map(|item| text_of(self.lines, &item.spots)).collect();
                // *Begroting* and *2016* on two lines are one header.
                if best.arrangement.how == How::Merged {
                    column.headers = vec![column.headers.join(" ")];
                }
                column.spots =
                    headers.clone().flat_map(|item| item.spots.iter().copied()).collect();
                let pieces = column.spots.iter().map(|spot| spot.piece());
                column.lines = pieces
                    .clone()
                    .min()
                    .zip(pieces.max())
                    .map(|(first, last)| Lines { first, last });
                column.facts = path.facts.clone();
                column.is_open = path.is_open;
            } else if matches!(want, Want::Label | Want::StatedLabel) && !corner_text.is_empty() {
                column.headers.push(corner_text.clone());
            }
            column.content = match (want, column.facts.content) {
                (Want::Label | Want::StatedLabel, _) => Some(ColumnKind::Label),
                // *Jongeren van 12 tot 23 jaar* is what is measured.
                _ if is_stated => None,
                (Want::Code, None) => Some(ColumnKind::Number),
                (_, Some(ColumnKind::Value)) => None,
                (_, Some(ColumnKind::Label | ColumnKind::Group)) if columns.len() < label => {
                    Some(ColumnKind::Group)
                }
                (_, Some(ColumnKind::Label | ColumnKind::Group)) => Some(ColumnKind::Attribute),
                (_, known) => known,
            };
            columns.push(column);
        }
        table.columns = columns;
        table.head = (best.head..best.body)
            .filter_map(|at| self.tokens.get(at))
            .flat_map(|token| token.first..=token.last)
            .collect();
        table.from = self.tokens.get(best.head).map_or(0, |token| token.first);
        let body = self.tokens.get(best.body).map_or(0, |token| token.first);
        for &(first, last) in
            self.context.iter().filter(|(first, _)| (table.from..=body).contains(first))
        {
            let text = joined(self.lines, first, last);
            let pack = self.vocabulary.pack();
            let unit = label::amounts(pack, &text).or_else(|| label::counts(pack, &text));
            table.scope.unit = table.scope.unit.take().or(unit);
            table.head.extend(first..=last);
        }
        table.head.sort_unstable();
        self.doubt_above(best.head, &mut table);
        self.settle_contents(best, &parse, &mut table);
        settle(self.vocabulary, &mut table.columns);
        // *Beoogd*, *2016*, *2017*: it may be of the first of them alone.
        let is_shared = |at: usize| {
            best.arrangement.columns.iter().filter(|path| path.items.contains(&at)).count() > 1
        };
        let is_carried = (0..items.len()).any(|at| {
            let (Some(word), Some(next)) = (items.get(at), items.get(at + 1)) else { return false };
            word.facts.role.is_some()
                && word.facts.period.is_none()
                && next.facts.is_bare_period()
                && is_shared(at)
        });
        if is_carried {
            let lines =
                Lines { first: table.from, last: table.head.last().copied().unwrap_or(table.from) };
            table.doubts.push(Doubt { at: lines, what: Message::HeaderOfYears {} });
        }
        if table.columns.iter().any(|column| column.is_open) {
            let lines =
                Lines { first: table.from, last: table.head.last().copied().unwrap_or(table.from) };
            table.doubts.push(Doubt { at: lines, what: Message::ReachUnknown {} });
        }
        let mut to = best.body;
        let k = best.pattern.wants.len();
        for &(offset, this) in moves {
            let at = best.body + offset;
            match this {
                Move::Row if self.is_head_again(best, at) => break,
                Move::Row => {
                    self.take_row(best, at, &parse, &mut table);
                    to = at + k;
                }
                Move::Part(from, until) => {
                    if table.rows.last().is_some_and(|row| row.kind == RowKind::Group) {
                        self.doubt_part(at, &mut table);
                    }
                    self.take_part(best, at, from, until, &mut table);
                    to = at + until - from;
                }
                Move::Odd(numbers) => {
                    self.take_odd(at, numbers, &mut table);
                    to = at + 1 + numbers;
                }
                Move::OddWithCode(numbers) => {
                    self.take_odd(at + 1, numbers, &mut table);
                    to = at + 2 + numbers;
                }
                Move::Words => {
                    if self.take_words(at, &mut table) {
                        to = at + 1;
                    }
                }
                Move::Orphan => {
                    if let Some(token) = self.tokens.get(at) {
                        table.orphans.push(Spot::whole(token.first));
                    }
                    to = at + 1;
                }
            }
        }
        self.doubt_words(best, moves, &mut table);
        // Labels after the last row are text again.
        while let Some(row) = table.rows.last()
            && row.kind == RowKind::Group
        {
            let first = row.label.first().map_or(0, |spot| spot.piece());
            let Some(token) = self.tokens.iter().position(|token| token.first == first) else {
                break;
            };
            to = to.min(token);
            table.rows.pop();
        }
        // What is in doubt for another reason says so already.
        if best.is_doubtful && table.doubts.is_empty() {
            let lines =
                Lines { first: table.from, last: table.head.last().copied().unwrap_or(table.from) };
            table.doubts.push(Doubt { at: lines, what: Message::AnotherReading {} });
        }
        let end_line = self.tokens.get(to).map_or_else(
            || self.tokens.last().map_or(0, |token| token.favour.unwrap_or(token.last) + 1),
            |token| token.first,
        );
        table.footnotes.retain(|note| note.lines.first < end_line);
        table.sentences.retain(|line| *line < end_line);
        table.to = end_line;
        arithmetic::place_ragged(self.vocabulary, self.lines, &mut table);
        (turn(self.vocabulary, self.lines, table), to)
    }

    /// As many lines of words as a row has places may be a row whose cells are words.
    fn doubt_words(&self, best: &Hypothesis, moves: &[(usize, Move)], table: &mut Table) {
        let k = best.pattern.wants.len();
        let mut words = 0;
        for &(offset, this) in moves {
            if this == Move::Words {
                words += 1;
                continue;
            }
            if k > 1 && words >= k {
                let at = |back: usize| self.tokens.get((best.body + offset).saturating_sub(back));
                if let Some((first, last)) = at(words).zip(at(1)) {
                    let text = joined(self.lines, first.first, first.last);
                    table.doubts.push(Doubt {
                        at: Lines { first: first.first, last: last.last },
                        what: Message::WordsAsHeadings { first: text.into() },
                    });
                }
            }
            words = 0;
        }
    }

    /// Whether a row of years below headers that are years has headers again: those of the next table.
    fn is_head_again(&self, best: &Hypothesis, at: usize) -> bool {
        let places = best.pattern.wants.iter().zip(&best.pattern.paths).enumerate();
        let figures = places.filter(|(_, (want, _))| **want == Want::Figure);
        let mut count = 0;
        for (place, (_, path)) in figures {
            let Some(path) = path.and_then(|path| best.arrangement.columns.get(path)) else {
                return false;
            };
            if self.class(at + place) != Some(Class::Year) || !path.facts.is_bare_period() {
                return false;
            }
            count += 1;
        }
        count >= 2
    }

    /// The moves that belong to a table: more than three labels without cells end it.
    fn end_of_table<'m>(&self, body: usize, moves: &'m [(usize, Move)]) -> &'m [(usize, Move)] {
        const MAX_WORDS: usize = 3;
        let mut words = 0;
        for (index, &(offset, this)) in moves.iter().enumerate() {
            if this != Move::Words {
                words = 0;
            } else if self.class(body + offset) != Some(Class::Note)
                && marks::split_footnote(&self.text(body + offset)).is_none()
            {
                words += 1;
                if words > MAX_WORDS {
                    return moves.get(..index + 1 - words).unwrap_or_default();
                }
            }
        }
        moves
    }

    /// Columns whose headers are unknown are of figures or of texts by their cells.
    fn settle_contents(&mut self, best: &Hypothesis, parse: &Parse, table: &mut Table) {
        for (place, want) in best.pattern.wants.iter().enumerate() {
            if !matches!(want, Want::Either | Want::Figure | Want::Text) {
                continue;
            }
            let (mut numbers, mut texts, mut roles) = (0, 0, 0);
            for (offset, this) in &parse.moves {
                if *this == Move::Row {
                    let at = best.body + offset + place;
                    match self.class(at) {
                        Some(Class::Number) => numbers += 1,
                        Some(Class::Header | Class::Dated) => {
                            texts += 1;
                            let facts = self.facts(at);
                            roles += usize::from(facts.role.is_some() && facts.period.is_none());
                        }
                        Some(_) => texts += 1,
                        None => {}
                    }
                }
            }
            let Some(column) = table.columns.get_mut(place) else { continue };
            // *Toename* below *Beoogd 2017* is a change.
            let is_open = column.facts.role.is_none() || !column.facts.others.is_empty();
            let is_of_statuses = column.facts.content.is_some_and(ColumnKind::is_of_statuses);
            if is_open && !is_of_statuses && roles > 0 && roles == texts && numbers == 0 {
                // Its cells say what the figures of their row are.
                column.content = Some(ColumnKind::Role);
            } else if *want != Want::Figure && texts > numbers && column.content.is_none() {
                column.content = Some(ColumnKind::Attribute);
            } else if *want != Want::Figure && numbers >= texts {
                area_of_figures(self.vocabulary.pack(), column);
            }
        }
    }

    fn take_row(&self, best: &Hypothesis, at: usize, parse: &Parse, table: &mut Table) {
        let mut label = Vec::new();
        let mut cells: Vec<Option<Cell>> = Vec::with_capacity(best.pattern.wants.len());
        let mut is_suspect = false;
        let mut figures = Vec::new();
        for (place, want) in best.pattern.wants.iter().enumerate() {
            let Some(token) = self.tokens.get(at + place) else { break };
            is_suspect |= token.is_suspect;
            if matches!(want, Want::Label | Want::StatedLabel) {
                self.doubt_number(token, table);
                label = (token.first..=token.last).map(Spot::whole).collect();
                cells.push(None);
            } else {
                self.doubt_cell(token, *want, place, table);
                figures.push(at + place);
                cells.push(Some(Cell {
                    spot: Spot::whole(token.first),
                    favour: token.favour.map(Spot::whole),
                }));
            }
        }
        self.doubt_label(&figures, table);
        is_suspect |= self.has_label_as_cell(best, at, parse);
        let kind = if is_suspect { RowKind::Misfit } else { RowKind::Figures };
        if kind == RowKind::Misfit {
            cells.retain(Option::is_some);
        }
        table.rows.push(Row { label, kind, cells, loose: Vec::new(), is_spanned: false });
    }

    /// Whether words at the beginning or the end of a row may be the label of this row or the next one, which lost a
    /// cell: words, where no other row has any in that column, and a number in another.
    fn has_label_as_cell(&self, best: &Hypothesis, at: usize, parse: &Parse) -> bool {
        let is_number = |at: usize| self.class(at) == Some(Class::Number) && self.has_digit(at);
        let figures: Vec<usize> = (0..best.pattern.wants.len())
            .filter(|&place| best.pattern.wants.get(place) == Some(&Want::Figure))
            .collect();
        let (Some(&first), Some(&last)) = (figures.first(), figures.last()) else { return false };
        // *geen* is no label: those begin with a capital.
        let is_words = |at: usize| {
            self.class(at) == Some(Class::Words)
                && !self.has_digit(at)
                && self.text(at).starts_with(char::is_uppercase)
        };
        let is_alone = |place: usize| {
            is_words(at + place)
                && !parse.moves.iter().any(|&(offset, this)| {
                    let row = best.body + offset;
                    this == Move::Row && row != at && is_words(row + place)
                })
        };
        first != last
            && (is_alone(first) || is_alone(last))
            && figures.iter().any(|&place| is_number(at + place))
    }

    /// Reports the first cell of a table that may belong elsewhere: a number among texts, or words that
    /// may be the label of a row.
    fn doubt_cell(&self, token: &Token, want: Want, place: usize, table: &mut Table) {
        if table.doubts.iter().any(|doubt| doubt.what.rule() == Rule::LikelyReading) {
            return;
        }
        let text = joined(self.lines, token.first, token.last);
        let header = table.columns.get(place).map(Column::header).unwrap_or_default();
        let what = match (want, token.class) {
            (Want::Text, Class::Number) if text.bytes().any(|byte| byte.is_ascii_digit()) => {
                Message::NumberAmongTexts { text: text.into(), column: header.into() }
            }
            // *65+ bewoners*
            (Want::Figure, Class::Mixed | Class::Words)
                if text.bytes().any(|byte| byte.is_ascii_digit())
                    && !cell::read(self.vocabulary, &text).is_understood() =>
            {
                Message::WordsAmongFigures { text: text.into(), column: header.into() }
            }
            _ => return,
        };
        let at = Lines { first: token.first, last: token.last };
        table.doubts.push(Doubt { at, what });
    }

    /// Reports a number with words that may be the end of the label above it, where no other cell of its
    /// row has words: *Uitstroom binnen*, `12 maanden`, `5`.
    fn doubt_label(&self, cells: &[usize], table: &mut Table) {
        let may_be_label = |at: &usize| cell::read(self.vocabulary, &self.text(*at)).may_be_label();
        let Some((first, others)) = cells.split_first() else { return };
        if others.is_empty() || !may_be_label(first) || others.iter().any(may_be_label) {
            return;
        }
        let Some(token) = self.tokens.get(*first) else { return };
        let text = self.text(*first);
        table.doubts.push(Doubt {
            at: Lines { first: token.first, last: token.last },
            what: Message::EndOfLabel { text: text.into() },
        });
    }

    /// Reports a header that was left over right above those of the table.
    fn doubt_above(&mut self, head: usize, table: &mut Table) {
        let Some(above) = head.checked_sub(1) else { return };
        let Some(token) = self.tokens.get(above).cloned() else { return };
        let is_title = self.heads.binary_search(&token.first).is_ok();
        if is_title
            || token.last + 1 != table.from
            || !matches!(token.class, Class::Header | Class::Dated)
        {
            return;
        }
        let facts = self.facts(above);
        if facts.content.is_none() || facts.is_placing() || is_label_head(&facts) {
            return;
        }
        let text = self.text(above);
        table.doubts.push(Doubt {
            at: Lines { first: token.first, last: token.last },
            what: Message::HeaderAbove { text: text.into() },
        });
    }

    /// Reports a row without a label that was read as one of the row above, though words stand between.
    fn doubt_part(&self, at: usize, table: &mut Table) {
        let Some(token) = self.tokens.get(at) else { return };
        let text = self.text(at);
        table.doubts.push(Doubt {
            at: Lines { first: token.first, last: token.last },
            what: Message::PartBelowWords { text: text.into() },
        });
    }

    /// Reports a label that reads as a cell does: *12 maanden*.
    fn doubt_number(&self, token: &Token, table: &mut Table) {
        let text = joined(self.lines, token.first, token.last);
        let reading = cell::read(self.vocabulary, &text);
        if token.class == Class::Mixed && reading.is_understood() && reading.may_be_label() {
            table.doubts.push(Doubt {
                at: Lines { first: token.first, last: token.last },
                what: Message::CellAsLabel { text: text.into() },
            });
        }
    }

    /// Takes a part of a row: its other cells are merged with those of the row above.
    fn take_part(
        &self,
        best: &Hypothesis,
        at: usize,
        from: usize,
        until: usize,
        table: &mut Table,
    ) {
        let above = table.rows.iter().rev().find(|row| row.kind == RowKind::Figures).cloned();
        let Some(above) = above else { return };
        let mut cells = above.cells;
        for place in from..until.min(best.pattern.wants.len()) {
            let Some(token) = self.tokens.get(at + place - from) else { break };
            if let Some(cell) = cells.get_mut(place) {
                *cell = Some(Cell {
                    spot: Spot::whole(token.first),
                    favour: token.favour.map(Spot::whole),
                });
            }
        }
        table.rows.push(Row {
            label: Vec::new(),
            kind: RowKind::Figures,
            cells,
            loose: Vec::new(),
            is_spanned: false,
        });
    }

    /// Whether the labels of the rows state what their figures are, so that the headers are subjects.
    fn labels_state(&mut self, parse: &Parse, pattern: &Pattern, body: usize) -> bool {
        let Some(place) = pattern.wants.iter().position(|want| *want == Want::Label) else {
            return false;
        };
        let rows: Vec<usize> = parse
            .moves
            .iter()
            .filter(|(_, this)| *this == Move::Row)
            .map(|(at, _)| body + at + place)
            .collect();
        let stating = rows.iter().filter(|&&at| {
            let facts = self.facts(at);
            facts.rest == 0 && (facts.role.is_some() || facts.period.is_some())
        });
        stating.count() == rows.len() && rows.len() >= 2
    }

    fn take_odd(&self, at: usize, numbers: usize, table: &mut Table) {
        let Some(token) = self.tokens.get(at) else { return };
        let label = (token.first..=token.last).map(Spot::whole).collect();
        let cells = (at + 1..=at + numbers)
            .filter_map(|at| self.tokens.get(at))
            .map(|token| {
                Some(Cell { spot: Spot::whole(token.first), favour: token.favour.map(Spot::whole) })
            })
            .collect();
        table.rows.push(Row {
            label,
            kind: RowKind::Misfit,
            cells,
            loose: Vec::new(),
            is_spanned: false,
        });
    }

    /// Takes a row whose cells stand on its line.
    fn take_row_line(&self, row: &RowLine, table: &mut Table) {
        let cell = |&(from, to, favour): &RowCell| Cell {
            spot: Spot::part(row.line, from, to),
            favour: favour.map(|(from, to)| Spot::part(row.line, from, to)),
        };
        let figures: Vec<usize> = (0..table.columns.len())
            .filter(|&at| table.columns.get(at).is_some_and(|column| column.content.is_none()))
            .collect();
        let text = self.lines.get(row.line).map_or("", |line| &*line.text);
        let label = text.get(..row.label).unwrap_or_default().trim_end().len();
        let label = if label > 0 { vec![Spot::part(row.line, 0, label)] } else { Vec::new() };
        let mut cells: Vec<Option<Cell>> = vec![None; table.columns.len()];
        let fits = figures.len() == row.cells.len();
        if fits {
            for (at, of) in figures.into_iter().zip(&row.cells) {
                if let Some(slot) = cells.get_mut(at) {
                    *slot = Some(cell(of));
                }
            }
        } else {
            cells = row.cells.iter().map(|of| Some(cell(of))).collect();
        }
        let kind = if fits { RowKind::Figures } else { RowKind::Misfit };
        table.rows.push(Row { label, kind, cells, loose: Vec::new(), is_spanned: false });
    }

    /// Takes words without cells: a footnote, a legend, a source, a sentence, or the label of a group.
    /// Whether they belong to the table even after its last row.
    fn take_words(&self, at: usize, table: &mut Table) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let text = self.text(at);
        let lines = Lines { first: token.first, last: token.last };
        if let Some(meaning) = legend(self.vocabulary, &text) {
            table.dash = Some(meaning);
            let words = marks::legend(&text).unwrap_or_default().to_owned();
            table.footnotes.push(Footnote { lines, mark: "-".to_owned(), text: words });
            return true;
        }
        // A row whose cells stand on its line, among others with a line for each.
        if token.first == token.last
            && let Some(row) = row_line(self.vocabulary, &text, token.first)
        {
            self.take_row_line(&row, table);
            return true;
        }
        let has_rows = !table.rows.is_empty();
        if has_rows && let Some((mark, words)) = marks::split_footnote(&text) {
            table.footnotes.push(Footnote { lines, mark: mark.to_owned(), text: words.to_owned() });
            return true;
        }
        let first = self.lines.get(token.first).map_or("", |line| &*line.text);
        if has_rows
            && (shapes::is_caption_or_source(self.vocabulary.pack(), &text)
                || is_meta(self.vocabulary.pack(), first))
        {
            // *Eenheid:* stands on a line of its own, and what it states on the next.
            let label_end =
                if is_meta(self.vocabulary.pack(), first) { token.first } else { token.last };
            let whole = |line: usize| Some(Cell::at(Spot::whole(line)));
            table.rows.push(Row {
                label: (token.first..=label_end).map(Spot::whole).collect(),
                kind: RowKind::Meta,
                cells: (label_end + 1..=token.last).map(whole).collect(),
                loose: Vec::new(),
                is_spanned: false,
            });
            return true;
        }
        if is_sentence(&text) {
            table.sentences.push(token.first);
            return false;
        }
        let label = (token.first..=token.last).map(Spot::whole).collect();
        table.rows.push(Row {
            label,
            kind: RowKind::Group,
            cells: Vec::new(),
            loose: Vec::new(),
            is_spanned: true,
        });
        false
    }
}

/// What the rows of a hypothesis cost that don't fit.
fn cost_of_rows(parse: &Parse) -> f64 {
    f64::from(parse.cost_within) / 10.0
}

/// What rows that fit speak for a hypothesis.
fn gain_of_rows(parse: &Parse) -> f64 {
    0.3 * f64::from(u32::try_from(parse.rows.min(8)).unwrap_or(8))
}

/// What a hypothesis costs at least, whatever its headers are: these only add to it.
fn least_cost(parse: &Parse) -> f64 {
    cost_of_rows(parse) - gain_of_rows(parse)
}

/// Whether as many columns of figures have headers that nothing is known of as others, or more rows than not don't
/// fit: then the headers may be labels, and the cells of any column those of another.
fn is_guess(table: &Table) -> bool {
    let count = |kind: RowKind| table.rows.iter().filter(|row| row.kind == kind).count();
    let is_sure = |column: &Column| {
        column.content.is_some()
            || (column.facts.rest == 0
                && column.facts.role.is_some()
                && column.facts.period.is_some())
    };
    if count(RowKind::Misfit) > count(RowKind::Figures) && !table.columns.iter().all(is_sure) {
        return true;
    }
    let figures = || table.columns.iter().filter(|column| column.content.is_none());
    let is_unknown = |column: &&Column| {
        let is_named =
            column.slice.as_ref().is_some_and(|slice| *slice.name() != DimensionName::POPULATION);
        let is_value = column.facts.content == Some(ColumnKind::Value) && column.facts.rest == 0;
        let is_told = column.facts.is_placing() || column.facts.unit.is_some() || is_value;
        !(is_told || is_named || column.facts.is_mapped)
    };
    // In a long table other columns say what its figures are.
    let is_long = table
        .columns
        .iter()
        .any(|column| matches!(column.content, Some(ColumnKind::Period | ColumnKind::Role)));
    let unknown = figures().filter(is_unknown).count();
    !is_long && unknown > 0 && unknown * 2 >= figures().count()
}

fn text_of(lines: &[RawLine<'_>], spots: &[Spot]) -> String {
    let mut text = String::new();
    for spot in spots {
        let part = spot.text(lines);
        // *Streef-* and *waarde* are one word.
        let goes_on = text.ends_with('-') && part.starts_with(char::is_lowercase);
        if !text.is_empty() && !goes_on {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}

/// Whether a header is above the labels.
fn is_label_head(facts: &Facts) -> bool {
    matches!(facts.content, Some(ColumnKind::Label | ColumnKind::Group))
}

/// How many numbers follow words at a time: the most frequent first.
fn run_lengths(classes: &[Class]) -> Vec<usize> {
    const MAX: usize = 4;
    let mut counts: Vec<(usize, usize)> = Vec::new();
    let mut run = 0;
    for class in classes.iter().chain(std::iter::once(&Class::Words)) {
        if matches!(class, Class::Number | Class::Year) {
            run += 1;
        } else if run > 0 {
            match counts.iter_mut().find(|(length, _)| *length == run) {
                Some((_, count)) => *count += 1,
                None => counts.push((run, 1)),
            }
            run = 0;
        }
    }
    counts.sort_by_key(|&(length, count)| std::cmp::Reverse((count, length)));
    counts.into_iter().take(MAX).map(|(length, _)| length).collect()
}

/// The numbers of columns that headers can make.
fn counts(items: &[Item], lengths: &[usize]) -> Vec<usize> {
    let mut found = vec![items.len()];
    let mut add = |n: usize| {
        if n > 0 && !found.contains(&n) {
            found.push(n);
        }
    };
    let periods = items.iter().filter(|item| item.facts.is_bare_period()).count();
    if periods > 0 {
        add(items.len().saturating_sub(periods));
        add(periods);
        let alone = items.windows(2).filter(|pair| {
            matches!(pair, [one, other] if !one.facts.is_bare_period() && other.facts.is_bare_period())
        });
        add(items.len() - alone.count());
        let year_first = items.windows(2).filter(|pair| {
            matches!(pair, [one, other] if one.facts.is_bare_period() && !other.facts.is_bare_period() && other.facts.rest == 0)
        });
        add(items.len() - year_first.count());
    }
    for &length in lengths {
        add(length);
        let sides = items
            .iter()
            .filter(|item| item.facts.content.is_some() && !item.facts.is_placing())
            .count();
        add(length + sides);
    }
    // A column has five headers above each other at most.
    found.retain(|n| items.len() <= 6 * n);
    found
}

/// What a number is of: when, what it is, and what flows.
type Stated = (Option<Period>, Option<Role>, Option<FlowWord>);

/// How the first row may begin.
#[expect(clippy::struct_excessive_bools, reason = "each is a way to begin")]
struct Begins {
    code: bool,
    label: bool,
    figure: bool,
    /// With a year or a role, and a figure right after it.
    stated: bool,
}

/// What a row may look like for an arrangement of the headers.
fn patterns(arrangement: &Arrangement, begins: &Begins, has_corner: bool) -> Vec<Pattern> {
    let columns: Vec<Want> = arrangement
        .columns
        .iter()
        .map(|path| match path.facts.content {
            known
                if known == Some(ColumnKind::Value)
                    || known.is_none() && path.facts.is_of_figures() =>
            {
                Want::Figure
            }
            // What a mapping leaves out may be numbers as well.
            Some(ColumnKind::Attribute) if path.facts.is_mapped => Want::Either,
            Some(ColumnKind::Period | ColumnKind::Measured) => Want::Period,
            Some(ColumnKind::Number | ColumnKind::Code) => Want::Code,
            None
            | Some(
                ColumnKind::Notes | ColumnKind::Favourable | ColumnKind::Area | ColumnKind::Group,
            ) => Want::Either,
            Some(_) => Want::Text,
        })
        .collect();
    if !columns.iter().any(|want| matches!(want, Want::Figure | Want::Either)) {
        return Vec::new();
    }
    let stated: Vec<usize> = (0..columns.len())
        .filter(|&at| {
            let facts = arrangement.columns.get(at).map(|path| &path.facts);
            facts.is_some_and(|facts| facts.role.is_some() && facts.period.is_some())
        })
        .collect();
    let plain: Vec<Option<usize>> = (0..columns.len()).map(Some).collect();
    let mut found = Vec::new();
    // The header of the labels stands among the others: *Jaar*, *Indicator*, *Waarde*.
    let kind = |at: usize| arrangement.columns.get(at).and_then(|path| path.facts.content);
    // Of several before the figures the last: it is the narrowest.
    let front = columns.iter().position(|want| *want == Want::Figure).unwrap_or(columns.len());
    let label = (0..front)
        .rev()
        .find(|&at| kind(at) == Some(ColumnKind::Label))
        .or_else(|| (front..columns.len()).find(|&at| kind(at) == Some(ColumnKind::Label)))
        .or_else(|| (0..columns.len()).find(|&at| kind(at) == Some(ColumnKind::Group)));
    if let Some(label) = label.filter(|_| !has_corner) {
        let before = columns.get(..label).unwrap_or_default();
        if !before.contains(&Want::Figure) {
            let mut wants = columns.clone();
            if let Some(want) = wants.get_mut(label) {
                *want = Want::Label;
            }
            found.push(Pattern { wants, paths: plain.clone(), stated: stated.clone() });
            if label == 0 && begins.code {
                let wants = std::iter::once(Want::Code)
                    .chain(found.last().map(|last| last.wants.clone()).unwrap_or_default())
                    .collect();
                found.push(Pattern {
                    wants,
                    paths: std::iter::once(None).chain(plain.iter().copied()).collect(),
                    stated: stated.clone(),
                });
            }
        }
        return found;
    }
    let front = |wants: &[Want], from: usize| Pattern {
        wants: wants.iter().copied().chain(columns.iter().copied().skip(from)).collect(),
        paths: wants.iter().map(|_| None).chain(plain.iter().copied().skip(from)).collect(),
        stated: stated.clone(),
    };
    // The headers say what is measured, and the labels when.
    let says_when = |at: usize| {
        arrangement.columns.get(at).is_some_and(|path| {
            path.facts.role.is_some()
                || path.facts.period.is_some()
                || (path.facts.flow.is_some() && path.facts.rest == 0)
        })
    };
    if begins.stated && arrangement.how == How::Flat && !(0..columns.len()).any(says_when) {
        let figures = vec![Want::Figure; columns.len()];
        found.push(Pattern {
            wants: std::iter::once(Want::StatedLabel).chain(figures).collect(),
            paths: std::iter::once(None).chain(plain.iter().copied()).collect(),
            stated: stated.clone(),
        });
    }
    // A number before the first label belongs to no row.
    if begins.label || begins.figure {
        found.push(front(&[Want::Label], 0));
    }
    if begins.code {
        // A header *Nr.* in front is the column of the codes itself.
        let from = usize::from(columns.first() == Some(&Want::Code));
        found.push(front(&[Want::Code, Want::Label], from));
    }
    if begins.figure && columns.len() > 1 {
        found.push(Pattern {
            wants: columns.iter().copied().chain(std::iter::once(Want::Label)).collect(),
            paths: plain.iter().copied().chain(std::iter::once(None)).collect(),
            stated: stated.clone(),
        });
    }
    found
}

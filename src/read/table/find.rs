//! Finds the tables in plain text: splits it at headings and questions, and gives each part to the
//! finder for its form.

use crate::findings::rule::Message;
use crate::read::facts::classes::Class;
use crate::read::facts::formula;
use crate::read::facts::looks::Looks;
use crate::read::heading;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::mapping::Guide;
use crate::read::questions::{question, table_title};
use crate::read::table::{
    Column, Doubt, Table, above, cards, codes, columns, facing, gaps, keyed, kinds, lines, pairs,
    sides, stretch, subject_above, terms, tiles, totalled,
};

/// The finders that leave lines for others, in the order in which they are asked: first those whose shape nothing else has.
const FINDERS: [stretch::Finder; 11] = [
    totalled::tables,
    tiles::tables,
    pairs::stages,
    cards::tables,
    keyed::tables,
    facing::tables,
    sides::tables,
    gaps::tables,
    kinds::tables,
    terms::tables,
    columns::tables,
];

/// The tables of the lines that stand in no grid, in order.
pub(in crate::read) fn tables(guide: &Guide<'_>, all: &[RawLine<'_>]) -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    let vocabulary = &*guide.all().headers;
    let heads = running_heads(vocabulary, all);
    let is_hard =
        |at: usize| is_hard(vocabulary, all, at) && heads.between.binary_search(&at).is_err();
    let mut known = lines::Known::default();
    let mut from = 0;
    while from < all.len() {
        if is_hard(from) {
            from += 1;
            continue;
        }
        let mut to = from + 1;
        let goes_on = |to: usize| !is_hard(to) || goes_on_numbering(all, from, to);
        while to < all.len() && goes_on(to) && !is_mapped_title(guide, all, to) {
            to += 1;
        }
        let section = guide.section_of_lines(all, from, to);
        let headers = &*guide.scope(section).headers;
        let before = found.len();
        let mut left = vec![(from, to)];
        for finder in FINDERS {
            let of = |(from, to)| finder(headers, all, from, to, &mut found);
            left = left.into_iter().flat_map(of).collect();
        }
        for reach in left {
            let own = found.len();
            lines::tables(headers, all, reach, &heads, &mut known, &mut found);
            pairs::tables(headers, all, reach, own, &mut found);
        }
        for table in found.iter_mut().skip(before) {
            table.section = section;
        }
        from = to;
    }
    found.sort_by_key(|table| table.from);
    go_on_with_headers(&mut found);
    above::take_headers(vocabulary, all, &mut found);
    take_subjects(vocabulary, all, &mut found, &is_hard);
    found
}

/// Gives tables whose rows are stages what is measured, which stands above them.
fn take_subjects(
    vocabulary: &Looks<'_>,
    all: &[RawLine<'_>],
    tables: &mut [Table],
    is_hard: &dyn Fn(usize) -> bool,
) {
    let mut floor = 0;
    for table in tables {
        if let Some(name) = subject_above::take(vocabulary, all, table, (floor, table.from)) {
            // A heading is taken for itself before its table is.
            while table.from > name && !is_hard(table.from - 1) {
                table.from -= 1;
            }
        }
        floor = table.to;
    }
}

/// Gives a table the headers of the one above it, where its own are the innermost of those: a group of rows repeats
/// *Lasten*, *Baten* without the years above them.
fn go_on_with_headers(tables: &mut [Table]) {
    for at in 1..tables.len() {
        let Some((above, table)) = tables
            .split_at_mut_checked(at)
            .and_then(|(one, other)| one.last().zip(other.first_mut()))
        else {
            continue;
        };
        let is_inner = |(own, outer): (&Column, &Column)| {
            let own_last = own.headers.last();
            own.content == outer.content
                && own.headers.len() <= 1
                && (own.content.is_some() || own_last.is_some() && own_last == outer.headers.last())
        };
        let figures = || table.columns.iter().filter(|column| column.content.is_none());
        let is_open = figures().count() > 1
            && figures().all(|column| column.facts.period.is_none() && column.facts.role.is_none());
        let adds = above.columns.iter().any(|column| column.facts.period.is_some());
        if !(is_open && adds && table.section == above.section)
            || table.columns.len() != above.columns.len()
            || !table.columns.iter().zip(&above.columns).all(is_inner)
        {
            continue;
        }
        for (own, outer) in table.columns.iter_mut().zip(&above.columns) {
            if own.content.is_none() {
                let spots = std::mem::take(&mut own.spots);
                *own = Column { spots, lines: own.lines, ..outer.clone() };
            }
        }
        let first = table.head.first().copied().unwrap_or(table.from);
        table.doubts.push(Doubt { at: Lines::one(first), what: Message::HeadersOfTableAbove {} });
    }
}

fn running_heads(vocabulary: &Looks<'_>, all: &[RawLine<'_>]) -> lines::Heads {
    const MAX_BEFORE: usize = 20;
    let is_title = |line: &&RawLine<'_>| {
        line.kind == Kind::Line && heading::title(vocabulary, &line.text).is_some()
    };
    let Some(title) = all.iter().take(MAX_BEFORE).find(is_title) else {
        return lines::Heads::default();
    };
    let same = all
        .iter()
        .enumerate()
        .filter(|(_, line)| line.kind == Kind::Line && line.text == title.text);
    let same: Vec<usize> = same.skip(1).map(|(at, _)| at).collect();
    let of =
        |at: Option<usize>| at.and_then(|at| all.get(at)).map(|line| vocabulary.class(&line.text));
    let is_between_rows = |at: &usize| {
        of(at.checked_sub(1)) == Some(Class::Number) && of(Some(at + 1)) == Some(Class::Words)
    };
    lines::Heads { between: same.iter().copied().filter(is_between_rows).collect(), all: same }
}

/// Whether a line is numbered as the next of the groups in the same stretch of text: *1b Gevolgen van de crisis* after *1a Bestaand beleid*,
/// which stands among rows and is no heading.
fn goes_on_numbering(all: &[RawLine<'_>], from: usize, at: usize) -> bool {
    /// In lines.
    const MAX_ABOVE: usize = 40;
    let code = |line: &RawLine<'_>| codes::lettered(&line.text);
    let Some((number, letter)) = all.get(at).and_then(code) else { return false };
    let above = all.get(from.max(at.saturating_sub(MAX_ABOVE))..at).unwrap_or_default();
    let is_before = |(of, before): (u16, char)| of == number && before as u32 + 1 == letter as u32;
    above.iter().filter_map(code).any(is_before)
}

/// Whether a line is a title that a mapping knows a table by.
fn is_mapped_title(guide: &Guide<'_>, all: &[RawLine<'_>], at: usize) -> bool {
    all.get(at).is_some_and(|line| guide.is_title(&line.text))
}

/// Whether a text explains the row right above it, with the next row right below: both have a label and several numbers at their ends.
fn stands_between_rows(vocabulary: &Looks<'_>, all: &[RawLine<'_>], at: usize) -> bool {
    const MIN_CELLS: usize = 3;
    let is_row = |at: usize| {
        let text = all.get(at).map_or("", |line| &*line.text);
        columns::row_line(vocabulary, text, at)
            .is_some_and(|row| row.label > 0 && row.cells.len() >= MIN_CELLS)
    };
    let is_near = |at: usize| all.get(at).is_some_and(|line| !line.after_blank);
    is_near(at) && is_near(at + 1) && is_row(at + 1) && at.checked_sub(1).is_some_and(is_row)
}

/// Whether a text is a row with a comment behind its cells, which may be as long as a paragraph: beside it stands a row of as many cells.
fn has_a_comment(vocabulary: &Looks<'_>, all: &[RawLine<'_>], at: usize) -> bool {
    const MIN_CELLS: usize = 3;
    let commented = |at: usize| columns::row_with_words(vocabulary, &all.get(at)?.text, at);
    let cells = |at: usize| {
        let text = all.get(at).map_or("", |line| &*line.text);
        let row = columns::row_line(vocabulary, text, at).or_else(|| commented(at));
        row.filter(|row| row.label > 0).map_or(0, |row| row.cells.len())
    };
    let count = commented(at).map_or(0, |row| row.cells.len());
    count >= MIN_CELLS
        && [at.checked_sub(1), Some(at + 1)].into_iter().flatten().any(|at| cells(at) == count)
}

/// Whether a line stands in no table: it is a title, a heading, a question or a paragraph.
fn is_hard(vocabulary: &Looks<'_>, all: &[RawLine<'_>], at: usize) -> bool {
    const MAX_LEN: usize = 250;
    let Some(line) = all.get(at) else { return true };
    if line.kind != Kind::Line {
        return true;
    }
    let text: &str = &line.text;
    if text.len() > MAX_LEN {
        return !(stands_between_rows(vocabulary, all, at) || has_a_comment(vocabulary, all, at));
    }
    if text.len() < 5
        || text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'%' | b'-'))
    {
        return false;
    }
    let is_apart = line.after_blank && all.get(at + 1).is_none_or(|next| next.after_blank);
    let look =
        |at: Option<usize>| at.and_then(|at| all.get(at)).map(|line| vocabulary.class(&line.text));
    let is_number =
        |at: usize| all.get(at).is_some_and(|line| vocabulary.is_of_class_number(&line.text));
    let next_is_number = || is_number(at + 1);
    // *Expenditures* asks what it costs above a table, and is the name of a group of rows within one.
    let names_rows = || {
        !text.ends_with('?') && vocabulary.facts(text).flow.is_some() && {
            let is_label = matches!(look(Some(at + 1)), Some(Class::Words | Class::Mixed));
            is_label && is_number(at + 2)
        }
    };
    if question(vocabulary, text).is_some()
        && (text.ends_with('?') || is_apart)
        && !next_is_number()
        && !names_rows()
    {
        return true;
    }
    if text.ends_with('?') && is_apart {
        return true;
    }
    if table_title(vocabulary, text).is_some() && is_apart && !next_is_number() {
        return !matches!(look(Some(at + 1)), Some(Class::Header | Class::Dated | Class::Year))
            || at == 0;
    }
    if at == 0 && heading::first_title(vocabulary, text).is_some() {
        return true;
    }
    if heading::title(vocabulary, text).is_some() && is_apart {
        // No header of a column says *Jaarrekening 2022 op hoofdlijnen* or *Begroting 2021 gemeente Tiel*.
        if vocabulary.facts(text).rest > 0 {
            return true;
        }
        let is_header = |class: Option<Class>| {
            matches!(class, Some(Class::Header | Class::Dated | Class::Year))
        };
        // *Begroting 2017 incl. wijzigingen* has words that aren't known.
        let states_both = |at: usize| {
            let facts = all.get(at).map(|line| vocabulary.facts(&line.text));
            facts.is_some_and(|facts| facts.role.is_some() && facts.period.is_some())
        };
        let between = at
            .checked_sub(1)
            .is_some_and(|before| is_header(look(Some(before))) || states_both(before));
        // *Ontwerpbegroting 2016*, *Mutaties via moties en amendementen*, *Vastgestelde begroting 2016*
        let is_first_header = || {
            let next = all.get(at + 1).map(|line| vocabulary.facts(&line.text));
            next.is_some_and(|facts| facts.role.is_some()) && states_both(at + 2)
        };
        let is_above_headers = is_header(look(Some(at + 1))) || is_first_header();
        return !(between || is_above_headers || next_is_number());
    }
    let is_heading = heading::field_heading(vocabulary, text).is_some();
    if is_apart && is_heading {
        // A label with a code has its numbers right below it, or below a second label; right below headers it is that of a
        // group of rows, with others below it.
        const MAX_LABELS: usize = 2;
        const MAX_GROUPS: usize = 4;
        let is_header = |above: usize| {
            let above = at.checked_sub(above);
            let is_name = || {
                above
                    .and_then(|above| all.get(above))
                    .is_some_and(|line| formula::is_alone(&line.text))
            };
            matches!(look(above), Some(Class::Header | Class::Dated | Class::Year)) || is_name()
        };
        // What stands above is looked at where it matters: between paragraphs it takes as long as all else.
        let is_near = (1..=MAX_LABELS).any(|below| is_number(at + below));
        let is_far = || {
            (MAX_LABELS + 1..=MAX_GROUPS).any(|below| is_number(at + below))
                && (1..=2).all(is_header)
        };
        return !(is_near || is_far());
    }
    // In a text without blank lines the heading of a field is known by what follows it.
    let is_opened = |text: &str| {
        question(vocabulary, text).is_some() || table_title(vocabulary, text).is_some()
    };
    if is_heading && all.get(at + 1).is_some_and(|next| is_opened(&next.text)) {
        return true;
    }
    // An item of a list with a row of numbers right below it is the label of that row.
    // *460 V* is a number as well.
    let is_cell = |at: usize| look(Some(at)) == Some(Class::Number);
    text.starts_with('•') && !(is_cell(at + 1) && is_cell(at + 2))
}

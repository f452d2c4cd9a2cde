//! Finds tables in plain text with a line for each header, label and cell.
//!
//! The text doesn't say how many columns a table has, so hypotheses are made (where the headers begin,
//! how they make columns, whether a row begins with a code) and each is held against the rows.
//!
//! `tokens` splits the text, `segment` answers what a text looks like, `patterns` has what rows may look like,
//! `build` makes a table of a hypothesis, `hypotheses` makes and chooses them, `small` finds tables without labels, `blanks`
//! places the cells of rows that have empty ones, `numbers` parts running numbers from the figures before them, `torn` joins
//! the lines of headers that break over two, and `units` knows cells by the unit behind their numbers.

mod areas;
mod behind;
mod blanks;
mod build;
mod hypotheses;
mod numbers;
mod order;
mod patterns;
mod plan;
mod segment;
mod small;
mod tokens;
mod torn;
mod units;
mod ways;

use crate::findings::rule::Message;
use crate::leaves::dimension::DimensionName;
use crate::leaves::period::Period;
use crate::read::facts::classes::Class;
use crate::read::facts::formula;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::{Lines, RawLine};
use crate::read::marks;
use crate::read::questions::table_title;
use crate::read::shapes::is_sentence;
use crate::read::table::arithmetic;
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table};
use crate::words::{fold, folds_to};
use hypotheses::WINDOW;
use patterns::run_lengths;
use segment::{Segment, is_label_head, text_of};
use tokens::{Token, are_bullets, is_context, joined, tokens};

pub(super) use ways::Known;

/// The lines that repeat the title of the document, as the head of a page does.
#[derive(Debug, Default)]
pub(super) struct Heads {
    pub(super) all: Vec<usize>,
    /// Those between two rows. *Begroting 2019* among headers may be one of them.
    pub(super) between: Vec<usize>,
}

/// Finds the tables in some lines.
pub(super) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    heads: &Heads,
    known: &mut Known,
    found: &mut Vec<Table>,
) {
    let all = tokens(vocabulary, lines, from, to);
    // What says in what the amounts are, or what their signs mean, is no header and no label.
    let mut context = Vec::new();
    let mut tokens = Vec::with_capacity(all.len());
    let all = without_bullets(lines, all);
    let all = without_signs(lines, all);
    let (all, notes) = without_notes_below_headers(all);
    let names = names_of_columns(lines, &all);
    let has_favour = all.iter().any(|token| token.favour.is_some());
    for (at, token) in all.into_iter().enumerate() {
        if names.get(at).copied().unwrap_or(false) {
            context.push((token.first, token.last));
            continue;
        }
        if heads.between.binary_search(&token.first).is_ok() && token.first == token.last {
            continue;
        }
        let is_words =
            matches!(token.class, Class::Words | Class::Mixed | Class::Header | Class::Dated);
        // *V / N* above the letters after the amounts, which are of these.
        let is_of_favour = || {
            let facts = vocabulary.facts(&joined(lines, token.first, token.last));
            facts.content == Some(ColumnKind::Favourable) && facts.rest == 0
        };
        // The pipes of a table whose cells and rules stand on lines of their own are no cells.
        let is_pipe = lines.get(token.first..=token.last).unwrap_or_default().iter().all(|line| {
            line.text.bytes().all(|byte| matches!(byte, b'|' | b' ' | b'-'))
                && line.text.contains('|')
        });
        // *Duizend euro* below *Eenheid* is of one indicator.
        let follows_unit = || {
            tokens.last().is_some_and(|before: &Token| {
                let facts = vocabulary.facts(&joined(lines, before.first, before.last));
                facts.content == Some(ColumnKind::Unit) && facts.rest == 0
            })
        };
        let is_apart = is_pipe
            || is_words
                && !follows_unit()
                && (is_context(vocabulary, &joined(lines, token.first, token.last))
                    || has_favour && is_of_favour());
        if is_apart {
            context.push((token.first, token.last));
        } else {
            tokens.push(token);
        }
    }
    let tokens = torn::join_leads(vocabulary, lines, tokens);
    let tokens = torn::join(vocabulary, lines, tokens);
    let facts = vec![None; tokens.len()];
    let has_bullets = are_bullets(vocabulary, lines.get(from..to).unwrap_or_default());
    let mut segment = Segment {
        vocabulary,
        lines,
        tokens,
        facts,
        context,
        notes,
        has_bullets,
        heads: &heads.all,
        proven: Vec::new(),
        known,
    };
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

/// The texts without the dashes that are bullets of labels. They are bullets and no cells where the first stands above all numbers. They
/// are bullets as well where some rows have no dash behind them, and the longest of the others has as many cells as these without its dash.
fn without_bullets(lines: &[RawLine<'_>], tokens: Vec<Token>) -> Vec<Token> {
    /// Fewer may be cells.
    const MIN: usize = 3;
    let is_dash = |token: &Token| {
        token.first == token.last
            && lines
                .get(token.first)
                .is_some_and(|line| matches!(&*line.text, "-" | "–" | "•" | "·"))
    };
    let is_words =
        |token: &Token| matches!(token.class, Class::Words | Class::Mixed | Class::Header);
    let number = tokens.iter().position(|token| token.class == Class::Number && !is_dash(token));
    let dashes = || (0..tokens.len()).filter(|&at| tokens.get(at).is_some_and(is_dash));
    let leads = |at: usize| tokens.get(at + 1).is_some_and(is_words);
    let is_first = dashes().next().zip(number).is_some_and(|(dash, number)| dash < number);
    let are_bullets = || {
        let is_number = |token: &&Token| token.class == Class::Number;
        let cells = |at: usize| tokens.iter().take(at).rev().take_while(is_number).count();
        // The cells of the rows that a dash follows, and of those that end without one.
        let ends = |at: &usize| {
            let token = |at: usize| tokens.get(at);
            at.checked_sub(1).and_then(token).is_some_and(|before| is_number(&before))
                && token(*at).is_some_and(is_words)
        };
        let behind: Vec<usize> = dashes().map(cells).filter(|count| *count > 0).collect();
        let others: Vec<usize> = (0..tokens.len())
            .filter(ends)
            .filter(|at| {
                at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|last| !is_dash(last))
            })
            .map(cells)
            .collect();
        // With its dash the longest of them would have a cell more than any other row.
        let (own, other) = (behind.iter().copied().max(), most_frequent(&others));
        own.is_some_and(|own| own > 2)
            && own == other
            && others.len() > 1
            && others.iter().copied().max() == other
    };
    if dashes().count() < MIN || !dashes().all(leads) || !(is_first || are_bullets()) {
        return tokens;
    }
    tokens.into_iter().filter(|token| !is_dash(token)).collect()
}

/// The texts without the signs between labels and their figures that say how each row counts in the sum below them: *Mutatie voorraden*, `-`,
/// `5.460`. Dashes alone are empty cells; one of these signs is a plus, and behind each stand as many figures.
fn without_signs(lines: &[RawLine<'_>], tokens: Vec<Token>) -> Vec<Token> {
    const MIN: usize = 3;
    let text = |token: &Token| lines.get(token.first).map_or("", |line| &*line.text);
    let is = |at: usize, of: &dyn Fn(&Token) -> bool| tokens.get(at).is_some_and(of);
    let is_plus = |token: &Token| token.first == token.last && text(token) == "+";
    if !tokens.iter().any(is_plus) {
        return tokens;
    }
    let is_sign =
        |token: &Token| token.first == token.last && matches!(text(token), "+" | "-" | "–" | "−");
    let is_words =
        |token: &Token| matches!(token.class, Class::Words | Class::Mixed | Class::Header);
    let is_number = |token: &Token| token.class == Class::Number;
    let is_label = |token: &Token| is_words(token) && !is_sign(token);
    let between: Vec<usize> = (1..tokens.len())
        .filter(|&at| is(at, &is_sign) && is(at - 1, &is_label) && is(at + 1, &is_number))
        .collect();
    let figures = |at: usize| tokens.iter().skip(at + 1).take_while(|of| is_number(of)).count();
    let first = between.first().map_or(0, |&at| figures(at));
    let are_signs = between.len() >= MIN
        && first > 1
        && between.iter().all(|&at| figures(at) == first)
        && (0..tokens.len()).all(|at| !is(at, &is_plus) || between.binary_search(&at).is_ok());
    if !are_signs {
        return tokens;
    }
    let kept = tokens.into_iter().enumerate();
    kept.filter(|(at, _)| between.binary_search(at).is_err()).map(|(_, token)| token).collect()
}

/// The number that comes most often.
fn most_frequent(all: &[usize]) -> Option<usize> {
    /// Rows have few lengths, and the first of them tell.
    const MAX: usize = 40;
    let count = |one: usize| all.iter().filter(|other| **other == one).count();
    all.iter().copied().take(MAX).max_by_key(|one| count(*one))
}

/// The texts without the footnotes right below headers, which are none and no labels, and the lines of these.
fn without_notes_below_headers(tokens: Vec<Token>) -> (Vec<Token>, Vec<(usize, usize)>) {
    let mut notes = Vec::new();
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        // A year may be the last cell of a row.
        let is_below_header =
            kept.last().is_some_and(|last| matches!(last.class, Class::Header | Class::Dated));
        if token.class == Class::Note && is_below_header {
            notes.push((token.first, token.last));
        } else {
            kept.push(token);
        }
    }
    (kept, notes)
}

/// Which texts are of a row that names the columns: `(a)`, `(b)`, `(a)-(b)`.
fn names_of_columns(lines: &[RawLine<'_>], tokens: &[Token]) -> Vec<bool> {
    let text = |token: &Token| lines.get(token.first).map_or("", |line| &*line.text);
    let is_name = |token: &Token| token.first == token.last && formula::is_alone(text(token));
    let mut found: Vec<bool> = tokens.iter().map(is_name).collect();
    let mut at = 0;
    for run in found.clone().chunk_by(|one, other| one == other) {
        let of = tokens.get(at..at + run.len()).unwrap_or_default();
        // `(69)` may be an amount.
        let are_names = run.len() > 1 && of.iter().any(|token| formula::is_sum_alone(text(token)));
        if let Some(slots) = found.get_mut(at..at + run.len()).filter(|_| !are_names) {
            slots.fill(false);
        }
        at += run.len();
    }
    found
}

/// The texts from the number of a thing to its first cell: its name, what is said of it, and headers of two rows above six columns
/// have 17.
const MAX_TO_CELLS: usize = 30;

impl Segment<'_, '_> {
    /// The next table from a token on, and moves the token to its end.
    fn next_table(&mut self, floor: &mut usize) -> Option<Table> {
        let mut from = *floor;
        loop {
            let figure = (from.max(*floor)..self.tokens.len())
                .find(|&at| self.class(at) == Some(Class::Number))?;
            let small = self.small_table(*floor, figure);
            let of_areas = small.or_else(|| self.table_of_areas(*floor, figure));
            if let Some((table, next)) = of_areas.or_else(|| self.plan_of_years(*floor, figure)) {
                *floor = next;
                return Some(table);
            }
            // *36* above the name of a thing numbers it, and *%* below *Eenheid* is its unit.
            let is_unit = self.is_of_unit(*floor, figure);
            if is_unit || self.is_whole(figure) {
                let from = if is_unit { *floor } else { figure + 1 };
                let mut next = (figure + 1..self.tokens.len()).take(MAX_TO_CELLS);
                let next = next.find(|&at| {
                    self.class(at) == Some(Class::Number) && !self.is_of_unit(*floor, at)
                });
                if let Some(next) = next.filter(|&next| next > figure + 1)
                    && let Some((table, next)) = self.small_table(from, next)
                {
                    *floor = next;
                    return Some(table);
                }
            }
            let whole = self.end_of_body(figure, figure + WINDOW);
            let mut after = None;
            let mut proven = None;
            // What stands below rows of one length may be another table that no header shows, or rows that lost cells.
            for near in std::iter::once(whole).chain(self.end_of_even_rows(figure, whole)) {
                let mut texts = self.body_around(*floor, figure, near);
                // What follows a text below the table may be another one, which has no say in what this one is.
                let before_text = self.end_before_text(figure, near);
                let best = self.best(*floor, figure, (before_text, near), &mut texts);
                let Some((best, end)) = best else { continue };
                let (table, next) = self.build(&best, end, &mut texts);
                let next = next.max(figure + 1);
                let is_whole = near == whole
                    || table.orphans.is_empty()
                        && table.rows.iter().all(|row| row.kind != RowKind::Misfit);
                if is_whole && !self.is_refused(&table, best.cost) {
                    *floor = next;
                    return Some(table);
                }
                after = after.or(Some(next));
                // What the sums of its columns prove is no guess, whatever its other headers say.
                if near == whole
                    && table.orphans.is_empty()
                    && !self.is_impossible(&table)
                    && self.is_proven(&table)
                {
                    proven = Some((table, next));
                }
            }
            if let Some((mut table, next)) = proven {
                let at = Lines::one(table.from);
                table.doubts.push(Doubt { at, what: Message::AnotherReading {} });
                *floor = next;
                return Some(table);
            }
            if let Some(next) = after {
                // Its numbers are told as those of no table.
                *floor = next;
                from = *floor;
                continue;
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

    /// Whether a table is no reading of its texts.
    fn is_refused(&self, table: &Table, cost: f64) -> bool {
        is_guess(table) || is_far_fetched(table, cost) || self.is_impossible(table)
    }

    /// Whether the sums of the columns of a table come out, or those of a table before it with the same headers do.
    fn is_proven(&mut self, table: &Table) -> bool {
        let header = |column: &Column| fold(marks::without(&column.header()), true);
        let figures = table.columns.iter().filter(|column| column.content.is_none());
        let headers: Vec<String> = figures.map(header).collect();
        if !headers.is_empty() && self.proven == headers {
            return true;
        }
        let is_proven = arithmetic::columns_are_proven(self.vocabulary, self.lines, table);
        if is_proven {
            self.proven = headers;
        }
        is_proven
    }

    /// Whether a table can't be a reading of its texts, whatever its sums say.
    fn is_impossible(&self, table: &Table) -> bool {
        self.has_words_alone(table)
            || arithmetic::breaks_formulas(self.vocabulary, self.lines, table)
            || self.has_header_as_label(table)
            || self.repeats_headers(table)
            || holds_halves_of_rows(table)
    }

    /// Where the last of some rows ends that all have as many numbers as the first, if what follows has another number of them.
    fn end_of_even_rows(&self, figure: usize, near: usize) -> Option<usize> {
        /// Fewer may be alike by chance.
        const MIN_ROWS: usize = 4;
        const MIN_LENGTH: usize = 3;
        // *#* is above numbers.
        let is_number = |at: usize| {
            matches!(self.class(at), Some(Class::Number | Class::Year)) && self.text(at) != "#"
        };
        let run = |from: usize| (from..near).take_while(|&at| is_number(at)).count();
        let length = run(figure);
        let (mut at, mut end, mut rows) = (figure, figure, 0);
        while at < near && run(at) == length {
            rows += 1;
            end = at + length;
            at = (end..near).find(|&at| is_number(at)).unwrap_or(near);
        }
        (rows >= MIN_ROWS && length >= MIN_LENGTH && at < near).then_some(end)
    }

    /// Where the texts up to the first sentence below some numbers end, where rows of another length follow it; `near` if there is none.
    fn end_before_text(&self, figure: usize, near: usize) -> usize {
        /// So many numbers are a table of their own.
        const MIN_NUMBERS: usize = 4;
        let mut numbers = 0;
        for at in figure..near {
            if self.class(at) == Some(Class::Number) {
                numbers += 1;
            } else if numbers >= MIN_NUMBERS && self.is_text_below(at) {
                // Each row may have a sentence that says what it is.
                let goes_on = self.row_length(figure, at) == self.row_length(at, near);
                return if goes_on { near } else { at };
            }
        }
        near
    }

    /// How many numbers most rows of some texts have. One alone may be the code of a row that has more.
    fn row_length(&self, from: usize, to: usize) -> Option<usize> {
        let classes: Vec<Class> = (from..to).filter_map(|at| self.class(at)).collect();
        let lengths = run_lengths(&classes);
        lengths.iter().find(|length| **length > 1).or(lengths.first()).copied()
    }

    /// Whether a text is a sentence and no label: no number stands right below it.
    pub(super) fn is_text_below(&self, at: usize) -> bool {
        // *#* above a table is the header of its numbers, and no cell.
        let leads = self.class(at + 1) == Some(Class::Number) && self.text(at + 1) != "#";
        matches!(self.class(at), Some(Class::Words | Class::Mixed | Class::Note))
            && !leads
            && is_sentence(&self.text(at))
            && self.footnote(&self.text(at)).is_none()
    }

    /// Whether a text stands below the word for a unit.
    fn is_of_unit(&mut self, floor: usize, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| *before >= floor);
        before.is_some_and(|before| {
            let facts = self.facts(before);
            facts.content == Some(ColumnKind::Unit) && facts.rest == 0
        })
    }

    /// Whether a text is a short whole number, as those that number things are.
    fn is_whole(&self, at: usize) -> bool {
        const MAX_LEN: usize = 3;
        let text = self.text(at);
        text.len() <= MAX_LEN && text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether the only column of figures holds words alone, as where a title with a year stands above lines of text; or as many
    /// words as numbers, below a header that isn't known.
    fn has_words_alone(&self, table: &Table) -> bool {
        let mut figures =
            (0..table.columns.len()).filter(|&at| table.columns.get(at).is_some_and(is_figures));
        let (Some(only), None) = (figures.next(), figures.next()) else { return false };
        let is_value = |cell: &Cell| {
            let text = cell.spot.text(self.lines);
            self.vocabulary.is_number(text) || self.vocabulary.class(text) == Class::Number
        };
        let all = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
        if !all.clone().any(is_value) {
            return true;
        }
        // *Gemiddelde WOZ waarde* has words that aren't known.
        let facts = table.columns.get(only).map(|column| &column.facts);
        let is_known = facts.is_some_and(|facts| facts.is_placing() && facts.rest == 0);
        let cells = || table.rows.iter().filter_map(|row| row.cells.get(only)?.as_ref());
        let values = cells().filter(|cell| is_value(cell)).count();
        !is_known && cells().count() > 2 && values * 2 <= cells().count()
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

    /// Whether texts are not all years, or years that follow each other as those of headers do.
    fn are_years_in_order(&mut self, from: usize, to: usize) -> bool {
        const MAX_STEP: u16 = 1;
        let years: Vec<Option<u16>> = (from..to)
            .map(|at| self.facts(at).period.filter(|_| self.class(at) == Some(Class::Year)))
            .map(|period| period.and_then(Period::as_year))
            .collect();
        let Some(years) = years.into_iter().collect::<Option<Vec<u16>>>() else { return true };
        years.windows(2).any(|pair| match pair {
            [one, next] => one.abs_diff(*next) <= MAX_STEP,
            _ => false,
        })
    }

    /// The texts between a number and the one before it, folded: the headers of a table and its first label. None of a long
    /// table, whose rows have the same texts.
    fn texts_above(&mut self, figure: usize) -> Vec<String> {
        const MAX: usize = 40;
        let above = (figure.saturating_sub(MAX)..figure).rev();
        let above: Vec<usize> =
            above.take_while(|&at| self.class(at) != Some(Class::Number)).collect();
        let is_long = above.iter().any(|&at| {
            use ColumnKind::{Area, Flow, Measured, Period, Population, Role};
            let content = self.facts(at).content;
            matches!(content, Some(Area | Flow | Measured | Period | Population | Role))
        });
        if is_long {
            return Vec::new();
        }
        above.into_iter().map(|at| fold(&self.text(at), true)).collect()
    }

    /// Where the headers of another table begin: three headers in a row, or two with a role and a year.
    /// Before a number the last of them is a label: *Resultaat na reservering*. From `far` on any text will do, unless it may
    /// be a header: in a long list of numbers there is no end, and each of them asks for it.
    fn end_of_body(&mut self, from: usize, far: usize) -> usize {
        let (mut run, mut dated, mut placed) = (0, 0, 0);
        let known = self.texts_above(from);
        let mut again = 0;
        for at in from..=self.tokens.len() {
            // The same headers again, whatever they say.
            const MIN_AGAIN: usize = 3;
            let is_known = self.class(at).is_some_and(|class| class != Class::Number) && {
                let text = self.text(at);
                known.iter().any(|known| folds_to(&text, known))
            };
            again = if is_known { again + 1 } else { 0 };
            if again == MIN_AGAIN {
                return at + 1 - again;
            }
            if at >= far && run == 0 && again == 0 {
                return at;
            }
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
                    // *Realisatie t/m 2022* among headers.
                    Some(Class::Words) => {
                        let facts = self.facts(at);
                        let is_role = run > 0 && facts.role.is_some() && facts.rest <= 1;
                        // *Boekwaarde per 31 december 2017*
                        let is_of_day = facts.rest <= 2 && facts.period.is_some_and(Period::is_day);
                        placed += usize::from(is_of_day);
                        is_role || is_of_day
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
            // Counts may look like years: *Leerlingen*, `1998`, `2004`, `2010`.
            let are_counts = leads == run && !self.are_years_in_order(at - run, at);
            if (leads >= 3 && !are_counts && (placed >= 2 || leads == run))
                || (run == 2 && dated == 2)
                || is_titled
            {
                return at - run;
            }
            (run, dated, placed) = (0, 0, 0);
        }
        self.tokens.len()
    }
}

fn is_figures(column: &Column) -> bool {
    column.content.is_none()
}

/// Whether so much speaks against the way in which a table was read that its few rows don't make up for it.
fn is_far_fetched(table: &Table, cost: f64) -> bool {
    /// Of the tables in lines on 152 pages those that were read right cost less.
    const LEAST: f64 = 5.0;
    const OF_ROW: f64 = 3.0;
    /// A row that lost cells costs as much itself, and speaks against nothing else.
    const OF_SHORT_ROW: f64 = 1.5;
    let count = |is: &dyn Fn(&Row) -> bool| {
        u32::try_from(table.rows.iter().filter(|row| is(row)).count()).unwrap_or(u32::MAX)
    };
    let width = table.columns.iter().filter(|column| column.content.is_none()).count();
    let rows = count(&|row| row.kind == RowKind::Figures);
    // Years alone above the columns are sure, however many rows lost a cell.
    let are_years = table
        .columns
        .iter()
        .all(|column| column.content.is_some() || column.facts.is_bare_period());
    let short = count(&|row| row.kind == RowKind::Misfit && row.cells.len() < width);
    let short = if are_years && rows > 1 { short } else { short.min(rows) };
    cost > LEAST + OF_ROW * f64::from(rows) + OF_SHORT_ROW * f64::from(short)
}

/// Whether behind each row with a label one without follows, which nothing proves to be a total: then the rows have twice as many cells
/// as the headers that were found, and none of these is sure.
fn holds_halves_of_rows(table: &Table) -> bool {
    /// Two may be rows whose labels were lost.
    const MIN: usize = 3;
    let rows = || table.rows.iter().filter(|row| row.kind == RowKind::Figures);
    let is_bare = |row: &Row| row.label.is_empty() && row.unlabelled.is_none();
    let columns_of_texts = |row: &Row| {
        let cells = row.cells.iter().zip(&table.columns);
        cells.filter(|(_, column)| column.content.is_some()).any(|(cell, _)| cell.is_some())
    };
    let rows: Vec<bool> = rows().map(|row| is_bare(row) && !columns_of_texts(row)).collect();
    let pairs = rows.chunks(2);
    pairs.len() >= MIN && pairs.into_iter().all(|pair| matches!(pair, [false, true]))
}

/// Whether as many columns of figures have headers that nothing is known of as others, or more rows than not don't
/// fit: then the headers may be labels, and the cells of any column those of another.
fn is_guess(table: &Table) -> bool {
    /// One row in so many is longer than its headers by chance: a number at the end of its label.
    const MAX_LONGER: usize = 5;
    const MANY: usize = 5;
    let count = |kind: RowKind| table.rows.iter().filter(|row| row.kind == kind).count();
    let is_sure = |column: &Column| {
        column.content.is_some()
            || (column.facts.rest == 0
                && column.facts.role.is_some()
                && column.facts.period.is_some())
    };
    // A row may have lost cells, as where they are blank; those that have more than there are headers are of another
    // table.
    let width =
        table.columns.iter().filter(|column| column.content != Some(ColumnKind::Label)).count();
    let misfits = || table.rows.iter().filter(|row| row.kind == RowKind::Misfit);
    let has_head = table.columns.first().is_some_and(|column| !column.headers.is_empty());
    let are_dated = || {
        table.columns.iter().all(|column| {
            column.content.is_some() || (column.facts.rest == 0 && column.facts.period.is_some())
        })
    };
    // Two rows of as many cells as there are headers are so by no chance, where these are many.
    let are_many = || width >= MANY && count(RowKind::Figures) > 1;
    let all_are_shorter = (count(RowKind::Figures) > 1 || has_head && count(RowKind::Figures) == 0)
        && misfits().all(|row| row.cells.len() < width)
        && (are_dated() || are_many());
    if count(RowKind::Misfit) > count(RowKind::Figures)
        && !all_are_shorter
        && !table.columns.iter().all(is_sure)
    {
        return true;
    }
    // Where several rows have more cells than there are headers, a header was missed.
    let of_figures = table.columns.iter().filter(|column| column.content.is_none()).count();
    let longer = misfits().filter(|row| row.cells.len() > of_figures.max(width)).count();
    if longer > 1 && longer * MAX_LONGER >= count(RowKind::Figures) + count(RowKind::Misfit) {
        return true;
    }
    let figures = || table.columns.iter().filter(|column| column.content.is_none());
    let is_unknown = |column: &&Column| {
        let is_named =
            column.slice.as_ref().is_some_and(|slice| *slice.name() != DimensionName::POPULATION);
        let is_value = column.facts.content == Some(ColumnKind::Value) && column.facts.rest == 0;
        let is_of_unit = column.facts.unit.is_some() && column.facts.rest == 0;
        let is_told = column.facts.is_placing() || is_of_unit || is_value;
        !(is_told || is_named || column.facts.is_mapped)
    };
    // In a long table other columns say what its figures are.
    let is_long = table
        .columns
        .iter()
        .any(|column| matches!(column.content, Some(ColumnKind::Period | ColumnKind::Role)));
    // *How your council tax is spent* has a word of a role among many others.
    let is_weak = |column: &&Column| {
        const MAX_REST: u8 = 2;
        let facts = &column.facts;
        let is_day = facts.period.is_some_and(Period::is_day);
        let is_whole = facts.role.is_some() && facts.period.is_some();
        facts.rest > MAX_REST && !is_whole && !is_day && !facts.is_mapped
    };
    let unknown = figures().filter(is_unknown).count();
    let weak = figures().filter(|column| !is_unknown(column) && is_weak(column)).count();
    !is_long && unknown > 0 && (unknown + weak) * 2 >= figures().count()
}

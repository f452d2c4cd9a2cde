//! Tables of web pages and Markdown that aren't marked as such: each cell is a paragraph of its own, or each row is a
//! line of one.

use crate::read::lines::{Kind, RawLine};

/// Makes lines of the paragraphs of which many are numbers: they are the cells of a table, and the finders of plain
/// text know such tables.
pub(super) fn part(lines: &mut [RawLine<'_>]) {
    let mut from = 0;
    while from < lines.len() {
        let is_paragraph = |line: &&RawLine<'_>| line.kind == Kind::Paragraph;
        let count = lines.iter().skip(from).take_while(is_paragraph).count();
        let run = lines.get_mut(from..from + count).unwrap_or_default();
        if holds_cells(run) {
            for line in run.iter_mut().filter(|line| line.text.len() <= MAX_TEXT) {
                line.kind = Kind::Line;
            }
        }
        from += count.max(1);
    }
}

/// The longest text of a table, in bytes. A longer one is a paragraph.
const MAX_TEXT: usize = 160;

/// Whether paragraphs that follow each other hold the cells of a table: a third of them are numbers. Numbers that stand
/// alone are of pages, and few.
fn holds_cells(run: &[RawLine<'_>]) -> bool {
    const MIN: usize = 4;
    let numbers = run.iter().filter(|line| is_number(&line.text)).count();
    numbers >= MIN && numbers * 3 >= run.len()
}

/// Whether a text has digits, and no more letters than a sign or a unit: `€ 1.250`, `12 %`, `-3,5`.
fn is_number(text: &str) -> bool {
    const MAX_LEN: usize = 20;
    const MAX_LETTERS: usize = 3;
    text.len() <= MAX_LEN
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.chars().filter(|c| c.is_alphabetic()).count() <= MAX_LETTERS
}

/// Whether the lines of a paragraph are the rows of a table: two of them end in two numbers or more, and a third of
/// them in one.
#[cfg(feature = "markdown")]
pub(super) fn are_rows(paragraph: &str) -> bool {
    const MIN: usize = 2;
    let (mut all, mut rows, mut ends) = (0, 0, 0);
    for line in paragraph.lines() {
        let mut words = line.split_whitespace().rev();
        let last = words.next().is_some_and(is_number);
        all += 1;
        ends += usize::from(last);
        rows += usize::from(last && words.next().is_some_and(is_number));
    }
    rows >= MIN && ends * 3 >= all
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use super::are_rows;

    #[test]
    fn the_rows_of_a_paragraph_end_in_numbers() {
        for (paragraph, expected) in [
            ("Measure Actual Target\nFires 12 15\nCalls 1,250 1,400", true),
            ("Fires 12 15", false),
            ("In 2016 and 2017\nwe built 12 houses\nfor 30 people\nand 40 more", false),
            ("one 1 2\ntwo\nthree\nfour\nfive\nsix\nseven 3 4", false),
        ] {
            assert_eq!(are_rows(paragraph), expected, "{paragraph:?}");
        }
    }
}

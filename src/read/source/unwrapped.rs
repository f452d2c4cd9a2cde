//! Whether the lines of a Markdown paragraph stand for themselves: as a page was copied, a paragraph, a heading and the
//! points of a list without marks follow each other without a blank line.

use super::loose_cells::are_rows;

/// Whether the breaks of a paragraph part what stands on its lines, and don't wrap one text.
pub(super) fn are_lines(paragraph: &str) -> bool {
    are_rows(paragraph)
        || !has_bars(paragraph) && (is_longer_than_wrapped(paragraph) || are_headings(paragraph))
}

/// Whether several lines have the bars of a table that isn't one: its cells run over their lines.
fn has_bars(paragraph: &str) -> bool {
    paragraph.lines().filter(|line| line.contains('|')).nth(1).is_some()
}

/// Whether one of several lines is longer than what editors wrap text at: what isn't wrapped breaks where it ends.
fn is_longer_than_wrapped(paragraph: &str) -> bool {
    /// In characters. Text is wrapped at 72 to 120 of them.
    const WRAPPED: usize = 160;
    paragraph.lines().nth(1).is_some()
        && paragraph.lines().any(|line| line.chars().nth(WRAPPED).is_some())
}

/// Whether two lines that follow each other are headings with codes of several parts: `1.1.1 Schone straten`.
fn are_headings(paragraph: &str) -> bool {
    let mut was_heading = false;
    paragraph.lines().any(|line| {
        let was = std::mem::replace(&mut was_heading, is_heading(line));
        was && was_heading
    })
}

fn is_heading(line: &str) -> bool {
    /// In bytes; a sentence is longer.
    const MAX_LEN: usize = 120;
    let Some((code, title)) = line.trim().split_once(' ') else { return false };
    let parts = code.trim_end_matches('.').split('.');
    let is_number = |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok();
    line.len() <= MAX_LEN
        && code.contains('.')
        && parts.clone().nth(1).is_some()
        && parts.into_iter().all(is_number)
        && title.trim_start().starts_with(char::is_uppercase)
        && !title.ends_with(['.', ';', ','])
}

#[cfg(test)]
mod tests {
    use super::are_lines;

    #[test]
    fn lines_stand_for_themselves_where_nothing_wraps_them() {
        let long = "Een zin die langer is dan een regel van een editor wordt. ".repeat(4);
        for (paragraph, expected) in [
            (&*format!("Programma 1 Wonen\n{long}"), true),
            (&*long, false),
            ("1.1.1 Schone straten\n1.1.2 Meer groen", true),
            ("In 2019 kwam er\n1.5 Miljoen bij, en in 2020\nnog eens zoveel", false),
            (&*format!("{long}\n6.81\n|\nSchool\n|\n6.91"), false),
            ("1.250.000 Huizen\n1.300.000 Auto's", false),
            ("Wij bouwen huizen\nvoor iedereen", false),
            ("", false),
        ] {
            assert_eq!(are_lines(paragraph), expected, "{paragraph:?}");
        }
    }
}

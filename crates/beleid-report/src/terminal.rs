//! The report for a terminal.

use beleid::{Language, Outcome, Severity};
use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::view::{Document, Field, Grid, Indicator, Overview, Point, View, sign};
use crate::words::Word;

/// Below it nothing can be read.
const MIN_WIDTH: usize = 30;
/// A word that is longer than this may be broken in a table.
const LONG_WORD: usize = 16;
/// How many columns of the terminal lie between those of a table.
const GAP: usize = 3;

/// The report in so many columns.
pub(crate) fn text(view: &View, width: u16, has_colour: bool) -> String {
    let width = usize::from(width).max(MIN_WIDTH);
    let mut page = Page { text: String::new(), width, has_colour };
    let language = view.language;
    page.heading(0, &view.title);
    if let [document] = view.documents.as_slice() {
        page.paragraph(0, &document.about.join(" · "));
    }
    overview(&mut page, &view.overview, language);
    for document in &view.documents {
        if view.documents.len() > 1 {
            page.heading(0, &document.title);
            page.paragraph(0, &document.about.join(" · "));
        }
        self::document(&mut page, document, language);
    }
    page.text
}

/// The text as it grows.
struct Page {
    text: String,
    width: usize,
    has_colour: bool,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A text between the codes of a colour or of bold letters, if there are colours.
    fn styled(&self, code: &str, text: &str) -> String {
        if self.has_colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// A heading: the outermost are underlined by a double line, those within by a single one.
    fn heading(&mut self, depth: usize, heading: &str) {
        if !self.text.is_empty() {
            self.line("");
        }
        let lines = wrapped(heading, self.width, 0);
        let longest = lines.iter().map(|line| line.width()).max().unwrap_or_default();
        for line in &lines {
            let line = self.styled("1", line);
            self.line(&line);
        }
        match depth {
            0 => self.line(&"═".repeat(longest)),
            1 => self.line(&"─".repeat(longest)),
            _ => {}
        }
    }

    fn paragraph(&mut self, indent: usize, text: &str) {
        self.item(indent, "", text);
    }

    /// A text with something in front of its first line; the others are indented as far.
    fn item(&mut self, indent: usize, front: &str, text: &str) {
        let inset = indent + front.width();
        let lines = wrapped(text, self.width.saturating_sub(inset), 0);
        for (at, line) in lines.iter().enumerate() {
            let front = if at == 0 { front } else { "" };
            let front = format!("{}{front}", " ".repeat(indent));
            let gap = " ".repeat(inset.saturating_sub(front.width()));
            self.line(&format!("{front}{gap}{line}"));
        }
    }

    /// The outcome in its colour.
    fn verdict(&mut self, indent: usize, outcome: Outcome, verdict: &str) {
        let code = match outcome {
            Outcome::Met => "32",
            Outcome::Missed => "31",
            Outcome::Undecided => "33",
            Outcome::NotApplicable => "2",
        };
        let text = format!("{} {verdict}", sign(outcome));
        for line in wrapped(&text, self.width.saturating_sub(indent), 2) {
            let line = self.styled(code, &line);
            self.line(&format!("{}{line}", " ".repeat(indent)));
        }
    }

    fn points(&mut self, points: &[Point]) {
        for point in points {
            let text = match point.name.as_str() {
                "" => point.text.clone(),
                name => format!("{name} {}", point.text),
            };
            self.item(2, "• ", &text);
        }
    }

    fn facts(&mut self, facts: &[Point]) {
        for fact in facts {
            self.item(4, "", &format!("{}: {}", fact.name, fact.text));
        }
    }

    /// A table, with its caption if it is to have one.
    fn table(&mut self, grid: &Grid, has_caption: bool) {
        if grid.rows.is_empty() {
            return;
        }
        self.line("");
        if has_caption {
            for line in wrapped(&grid.caption, self.width, 0) {
                let line = self.styled("1", &line);
                self.line(&line);
            }
            if !grid.note.is_empty() {
                self.paragraph(0, &grid.note);
            }
        }
        if least_width(grid) > self.width {
            return self.list(grid);
        }
        let mut table = Table::new();
        // A line below the headers is all that is drawn.
        let style = NOTHING.header_separator(LineStyle::none().fill('─').junction('─'));
        table.load_style(style);
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(self.width).unwrap_or(u16::MAX));
        let heads = grid.heads.iter().map(|head| (*head).to_owned());
        table.set_header(heads.chain(grid.columns.iter().map(|column| column.name.clone())));
        for row in &grid.rows {
            let mut cells: Vec<String> = row.heads.clone();
            if let Some(first) = cells.first_mut() {
                // Blanks in front would be taken away.
                *first = format!("{}{first}", "· ".repeat(row.depth));
            }
            cells.extend(row.cells.iter().cloned());
            table.add_row(cells);
        }
        for (at, _) in grid.columns.iter().enumerate().filter(|(_, column)| column.is_of_numbers) {
            if let Some(column) = table.column_mut(grid.heads.len() + at) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        for line in table.lines() {
            self.line(&line);
        }
    }

    /// A table as a list, where there is no room for its columns.
    fn list(&mut self, grid: &Grid) {
        for row in &grid.rows {
            let inset = "· ".repeat(row.depth);
            self.item(2, "• ", &format!("{inset}{}", row.heads.join(", ")));
            for (column, cell) in
                grid.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty())
            {
                self.item(6, "", &format!("{}: {cell}", column.name));
            }
        }
    }
}

/// How wide a table is if none of its words is broken, but for very long ones.
fn least_width(grid: &Grid) -> usize {
    let longest =
        |text: &str| text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or_default();
    let heads = grid.heads.iter().enumerate().map(|(at, head)| {
        let cells = grid.rows.iter().filter_map(|row| row.heads.get(at));
        cells.map(|cell| longest(cell)).fold(longest(head), usize::max)
    });
    let columns = grid.columns.iter().enumerate().map(|(at, column)| {
        let cells = grid.rows.iter().filter_map(|row| row.cells.get(at));
        cells.map(|cell| longest(cell)).fold(longest(&column.name), usize::max)
    });
    heads.chain(columns).map(|width| width.min(LONG_WORD) + GAP).sum()
}

fn overview(page: &mut Page, overview: &Overview, language: Language) {
    page.heading(0, Word::Overview.text(language));
    for tally in &overview.tallies {
        page.verdict(2, tally.outcome, &format!("{} {}", tally.count, tally.word));
    }
    for grid in
        [&overview.by_field, &overview.missed, &overview.undecided, &overview.not_applicable]
    {
        page.table(grid, true);
    }
    page.heading(2, Word::Coverage.text(language));
    for sentence in &overview.coverage {
        page.item(2, "• ", sentence);
    }
    page.heading(2, Word::FindingsIn.text(language));
    page.paragraph(2, &overview.findings);
}

fn document(page: &mut Page, document: &Document, language: Language) {
    if document.fields.is_empty() {
        page.line("");
        page.paragraph(0, Word::Nothing.text(language));
    }
    for field in &document.fields {
        self::field(page, field, language);
    }
    if !document.left_out.is_empty() {
        page.line("");
        let headings = document.left_out.join("; ");
        page.paragraph(0, &format!("{} {headings}", Word::LeftOut.text(language)));
    }
    page.heading(0, Word::Findings.text(language));
    if document.findings.is_empty() {
        page.paragraph(0, Word::NoFindings.text(language));
    }
    for found in &document.findings {
        page.line("");
        let code = match found.severity {
            Severity::Error => "31",
            Severity::Warning => "33",
            Severity::Advice => "2",
        };
        let word = page.styled(code, found.severity_word);
        page.line(&format!("{word} [{}]", found.rule));
        page.item(2, "", &found.message);
        let places = [found.line.as_str(), found.place.as_str()];
        let places: Vec<&str> = places.into_iter().filter(|place| !place.is_empty()).collect();
        page.item(2, "", &places.join(" · "));
        page.item(2, "", found.help);
    }
}

fn field(page: &mut Page, field: &Field, language: Language) {
    page.heading(field.depth, &field.heading);
    for (word, points) in [(Word::Goals, &field.goals), (Word::Actions, &field.actions)] {
        if !points.is_empty() {
            page.paragraph(0, word.text(language));
            page.points(points);
        }
    }
    for each in &field.indicators {
        indicator(page, each);
    }
    for grid in &field.money {
        page.table(grid, true);
    }
    if !field.notes.is_empty() {
        page.line("");
        page.paragraph(0, Word::Notes.text(language));
        page.points(&field.notes);
    }
}

fn indicator(page: &mut Page, indicator: &Indicator) {
    page.heading(2, &indicator.name);
    page.facts(&indicator.facts);
    for answer in &indicator.answers {
        let verdict = match answer.slice.as_str() {
            "" => answer.verdict.clone(),
            slice => format!("{slice}: {}", answer.verdict),
        };
        page.verdict(2, answer.outcome, &verdict);
        page.facts(&answer.facts);
    }
    page.table(&indicator.figures, false);
    page.points(&indicator.notes);
}

/// A text in lines of at most so many columns; all but the first are indented. A word that is too
/// long for a line is broken.
fn wrapped(text: &str, width: usize, indent: usize) -> Vec<String> {
    let width = width.max(indent + 8);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    let begin = |line: &mut String, used: &mut usize, lines: &mut Vec<String>| {
        lines.push(std::mem::take(line));
        line.push_str(&" ".repeat(indent));
        *used = indent;
    };
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let is_first = used == 0 || line.trim().is_empty();
        let long = word.width();
        if !is_first && used + 1 + long > width {
            begin(&mut line, &mut used, &mut lines);
        } else if !is_first {
            line.push(' ');
            used += 1;
        }
        for letter in word.chars() {
            let of_letter = letter.width().unwrap_or_default();
            if used + of_letter > width {
                begin(&mut line, &mut used, &mut lines);
            }
            line.push(letter);
            used += of_letter;
        }
    }
    if !line.trim().is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_line_is_too_long_and_no_letter_is_lost(text in "\\PC{0,200}", width in 20_usize..60) {
            let lines = wrapped(&text, width, 2);
            for line in &lines {
                let long: usize = line.chars().filter_map(UnicodeWidthChar::width).sum();
                prop_assert!(long <= width);
            }
            let letters = |text: &str| -> String { text.chars().filter(|c| *c != ' ').collect() };
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}

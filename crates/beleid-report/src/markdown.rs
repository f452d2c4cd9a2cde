//! The report as Markdown, as GitHub reads it.

use beleid::Language;

use crate::view::{Document, Field, Grid, Indicator, Overview, Point, View, sign};
use crate::words::Word;

/// The report.
pub(crate) fn text(view: &View) -> String {
    let language = view.language;
    let mut page = Page(String::new());
    page.heading(1, &view.title);
    let is_one = view.documents.len() == 1;
    if let [document] = view.documents.as_slice() {
        page.block(&escaped(&document.about.join(" · ")));
    }
    overview(&mut page, &view.overview, language);
    for document in &view.documents {
        if !is_one {
            page.heading(2, &document.title);
            page.block(&escaped(&document.about.join(" · ")));
        }
        self::document(&mut page, document, if is_one { 2 } else { 3 }, language);
    }
    page.0
}

/// The text as it grows: blocks with a blank line between them.
struct Page(String);

impl Page {
    fn block(&mut self, block: &str) {
        if block.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(block);
        self.0.push('\n');
    }

    fn heading(&mut self, level: usize, heading: &str) {
        self.block(&format!("{} {}", "#".repeat(level.clamp(1, 6)), escaped(heading)));
    }

    fn points(&mut self, points: &[Point]) {
        let lines: Vec<String> = points
            .iter()
            .map(|point| match point.name.as_str() {
                "" => format!("- {}", escaped(&point.text)),
                name => format!("- **{}** {}", escaped(name), escaped(&point.text)),
            })
            .collect();
        self.block(&lines.join("\n"));
    }

    fn facts(&mut self, facts: &[Point]) {
        let lines: Vec<String> = facts
            .iter()
            .map(|fact| format!("- {}: {}", escaped(&fact.name), escaped(&fact.text)))
            .collect();
        self.block(&lines.join("\n"));
    }

    fn table(&mut self, grid: &Grid, has_caption: bool) {
        if grid.rows.is_empty() {
            return;
        }
        if has_caption {
            let note = match grid.note.as_str() {
                "" => String::new(),
                note => format!(" – {}", escaped(note)),
            };
            self.block(&format!("**{}**{note}", escaped(&grid.caption)));
        }
        let row = |cells: &mut dyn Iterator<Item = String>| {
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let heads = grid.heads.iter().map(|head| escaped(head));
        let columns = grid.columns.iter().map(|column| escaped(&column.name));
        let mut lines = vec![row(&mut heads.chain(columns))];
        let rules = grid.heads.iter().map(|_| "---".to_owned());
        let rules = rules.chain(
            grid.columns
                .iter()
                .map(|column| if column.is_of_numbers { "--:" } else { "---" }.to_owned()),
        );
        lines.push(row(&mut { rules }));
        for each in &grid.rows {
            let inset = "· ".repeat(each.depth);
            let heads = each.heads.iter().enumerate().map(|(at, head)| {
                let head = escaped(head);
                let head =
                    if each.is_total && !head.is_empty() { format!("**{head}**") } else { head };
                if at == 0 { format!("{inset}{head}") } else { head }
            });
            lines.push(row(&mut heads.chain(each.cells.iter().map(|cell| escaped(cell)))));
        }
        self.block(&lines.join("\n"));
    }
}

fn overview(page: &mut Page, overview: &Overview, language: Language) {
    page.heading(2, Word::Overview.text(language));
    let tallies: Vec<String> = overview
        .tallies
        .iter()
        .map(|tally| format!("- {} {} {}", sign(tally.outcome), tally.count, tally.word))
        .collect();
    page.block(&tallies.join("\n"));
    for grid in
        [&overview.by_field, &overview.missed, &overview.undecided, &overview.not_applicable]
    {
        page.table(grid, true);
    }
    page.heading(3, Word::Coverage.text(language));
    let sentences: Vec<String> =
        overview.coverage.iter().map(|sentence| format!("- {}", escaped(sentence))).collect();
    page.block(&sentences.join("\n"));
    page.heading(3, Word::FindingsIn.text(language));
    page.block(&escaped(&overview.findings));
}

fn document(page: &mut Page, document: &Document, level: usize, language: Language) {
    if document.fields.is_empty() {
        page.block(Word::Nothing.text(language));
    }
    for field in &document.fields {
        self::field(page, field, level + field.depth, language);
    }
    if !document.left_out.is_empty() {
        let headings = escaped(&document.left_out.join("; "));
        page.block(&format!("{} {headings}", Word::LeftOut.text(language)));
    }
    page.heading(level, Word::Findings.text(language));
    if document.findings.is_empty() {
        page.block(Word::NoFindings.text(language));
    }
    let lines: Vec<String> = document
        .findings
        .iter()
        .map(|found| {
            let line = match found.line.as_str() {
                "" => String::new(),
                line => format!("{}, ", escaped(line)),
            };
            format!(
                "- **{}** {} ({line}{}; `{}`). {}",
                found.severity_word,
                escaped(&found.message),
                escaped(&found.place),
                found.rule,
                escaped(found.help)
            )
        })
        .collect();
    page.block(&lines.join("\n"));
}

fn field(page: &mut Page, field: &Field, level: usize, language: Language) {
    page.heading(level, &field.heading);
    for (word, points) in [(Word::Goals, &field.goals), (Word::Actions, &field.actions)] {
        if !points.is_empty() {
            page.heading(level + 1, word.text(language));
            page.points(points);
        }
    }
    if !field.indicators.is_empty() {
        page.heading(level + 1, Word::Indicators.text(language));
    }
    for each in &field.indicators {
        indicator(page, each, level + 2);
    }
    if !field.money.is_empty() {
        page.heading(level + 1, Word::Money.text(language));
    }
    for grid in &field.money {
        page.table(grid, true);
    }
    if !field.notes.is_empty() {
        page.heading(level + 1, Word::Notes.text(language));
        page.points(&field.notes);
    }
}

fn indicator(page: &mut Page, indicator: &Indicator, level: usize) {
    page.heading(level, &indicator.name);
    page.facts(&indicator.facts);
    for answer in &indicator.answers {
        let slice = match answer.slice.as_str() {
            "" => String::new(),
            slice => format!("{}: ", escaped(slice)),
        };
        page.block(&format!("**{} {slice}{}**", sign(answer.outcome), escaped(&answer.verdict)));
        page.facts(&answer.facts);
    }
    page.table(&indicator.figures, false);
    page.points(&indicator.notes);
}

/// A text with the signs escaped that Markdown or HTML has a meaning for.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_marked = match sign {
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' | '$' | '@' => true,
            // Within a word it means nothing.
            '_' => {
                !before.is_alphanumeric()
                    || !signs.peek().is_some_and(|next| next.is_alphanumeric())
            }
            // Where a line may begin: a heading, a list, a rule, a number of a list.
            '=' => escaped.is_empty(),
            '#' | '+' | '-' => {
                escaped.is_empty() && signs.peek().is_none_or(|next| *next == ' ' || *next == sign)
            }
            '.' | ')' => {
                !escaped.is_empty()
                    && escaped.bytes().all(|byte| byte.is_ascii_digit())
                    && signs.peek().is_none_or(|next| *next == ' ')
            }
            // An address would become a link.
            ':' => signs.peek() == Some(&'/'),
            _ => false,
        };
        match sign {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            sign => {
                if is_marked {
                    escaped.push('\\');
                }
                escaped.push(sign);
            }
        }
        before = sign;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// The text that a reader of Markdown sees, if it is one plain paragraph.
    fn seen(markdown: &str) -> Option<String> {
        let mut text = String::new();
        // What GitHub knows of.
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_MATH
            | Options::ENABLE_GFM;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(text)
    }

    #[test]
    fn signs_stand_for_themselves() {
        for text in [
            "<script>alert(1)</script>",
            "**a** _b_ a_b __c__ `d` [e](f) ![g](h) | i ~~j~~",
            "# a",
            "- b",
            "1. c",
            "1) c",
            "> d",
            "&lt; & &amp;",
            "https://example.org www.example.org a@example.org",
            "$x$ \\a",
            "=== a",
            "+ a",
        ] {
            assert_eq!(seen(&escaped(text)).as_deref(), Some(text), "{}", escaped(text));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_seen_as_it_is(text in "[a-z0-9 <>&*_`~#|$\\[\\]()!.:/^+=@{}\"'\\\\-]{1,60}") {
            let text = crate::view::text::clean(&text);
            prop_assume!(!text.is_empty());
            prop_assert_eq!(seen(&format!("x {}", escaped(&text))), Some(format!("x {text}")));
        }
    }
}

//! Reading is total, and loses nothing: every line has one use, and every part its place.

mod alignment;
mod areas;
mod columns;
mod copies;
mod costs;
mod document;
mod goals;
mod growth;
mod headers;
mod headings;
mod kinds;
mod laws;
mod layouts_of_lines;
mod lists;
mod misreadings;
mod names;
mod names_of_money;
mod other_documents;
mod page_names;
mod pages;
mod pitfalls;
mod rates;
mod rows;
mod scales;
mod shape_pages;
mod shapes;
mod tables;
mod unit_labels;

use beleid::{LineUse, PolicyField, Reading, Role};

pub(crate) const DOCUMENT: &str =
    include_str!("../../../examples/data/groningen-begroting-2017.txt");

pub(crate) fn uses(reading: &Reading<'_>) -> Vec<(usize, LineUse)> {
    use beleid::Span;
    reading
        .lines()
        .map(|line| match line.span {
            Span::Text { line: number, .. } => (number, line.used_as),
            _ => unreachable!("a text was read"),
        })
        .collect()
}

pub(crate) fn messages(reading: &Reading<'_>) -> Vec<String> {
    reading.source_findings().iter().map(ToString::to_string).collect()
}

/// The findings but for those about what the head of a document lacks.
pub(crate) fn told(text: &str) -> Vec<String> {
    let mut told = messages(&beleid::read(text));
    told.retain(|message| !message.starts_with("advice[missing-"));
    told
}

pub(crate) fn columns(field: &PolicyField) -> Vec<(Option<Role>, Option<String>)> {
    let figures = field.indicators[0].figures.iter();
    figures.map(|figure| (figure.role, figure.period.map(|period| period.to_string()))).collect()
}

/// The columns of a table, the lines below them, the outline of what is made of them, and the
/// rules of the findings.
pub(crate) type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [&'a str], &'a [&'a str]);

/// The fields and rows of a table with these columns, a line each, and what is said of them.
pub(crate) fn outline(columns: &[&str], lines: &[&str]) -> (Vec<String>, Vec<String>) {
    let head = ["Begroting 2017", "1.1 Veld", "Prestatie-indicatoren"];
    let text = [head.as_slice(), columns, lines].concat().join("\n\n");
    let reading = beleid::read(&text);
    let mut outline = Vec::new();
    for field in reading.budget.all_fields() {
        outline.push(format!("# {}", field.heading.title.as_deref().unwrap_or("-")));
        for indicator in &field.indicators {
            let figures = indicator.figures.iter().map(|figure| {
                let period = figure.period.map_or("-".to_owned(), |period| period.to_string());
                format!("{period} {}", figure.value)
            });
            let figures: Vec<_> = figures.collect();
            let unplaced: Vec<_> = indicator.unplaced.iter().map(|cell| &*cell.printed).collect();
            outline.push(format!(
                "{}: {} | {}",
                indicator.name,
                figures.join(", "),
                unplaced.join(", ")
            ));
        }
        for text in field.introduction() {
            outline.push(format!("\"{text}\""));
        }
        for action in &field.actions {
            outline.push(format!("action {}", action.text));
        }
    }
    let rules = reading.source_findings().iter().map(|finding| finding.rule.to_string());
    (outline, rules.filter(|rule| !rule.starts_with("missing-")).collect())
}

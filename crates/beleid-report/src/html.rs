//! The report as a page of HTML.

use std::cell::RefCell;
use std::collections::HashMap;

use beleid::{Language, Outcome, Severity};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::picture::CSS as PICTURES;
use crate::picture::svg::Drawing;
use crate::view::{
    Answer, Column, Document, Field, Finding, Grid, Indicator, Overview, Point, Row, View, sign,
};
use crate::words::Word;

/// The style of the page.
const CSS: &str = include_str!("page.css");

/// Nothing is loaded and nothing runs: a policy in the head makes the browser refuse it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page.
pub(crate) fn page(view: &View) -> String {
    let language = view.language;
    let word = |word: Word| word.text(language);
    let is_one = view.documents.len() == 1;
    let names = &Names::default();
    let page = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("beleid-report ", env!("CARGO_PKG_VERSION")));
                title { (view.title) }
                style { (PreEscaped(CSS)) (PreEscaped(PICTURES)) }
            }
            body {
                a.skip href="#main" { (word(Word::SkipToContent)) }
                header {
                    h1 { bdi { (view.title) } }
                    @if let ([document], true) = (view.documents.as_slice(), is_one) {
                        (about(document))
                    }
                }
                nav aria-label=(word(Word::Contents)) {
                    (contents(view))
                }
                main id="main" tabindex="-1" {
                    (overview(&view.overview, language, names))
                    @for document in &view.documents {
                        @if is_one {
                            (self::document(document, 2, language, names))
                        } @else {
                            section.document {
                                h2 id=(document.id) { bdi { (document.title) } }
                                (about(document))
                                (self::document(document, 3, language, names))
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn about(document: &Document) -> Markup {
    html! {
        p.about {
            @for (at, each) in document.about.iter().enumerate() {
                @if at > 0 { span.dot aria-hidden="true" { " · " } }
                bdi { (each) }
            }
        }
    }
}

/// Links to the overview and to the fields.
fn contents(view: &View) -> Markup {
    html! {
        details {
            summary { (Word::Contents.text(view.language)) }
            ul {
                li { a href="#overview" { (Word::Overview.text(view.language)) } }
                @for document in &view.documents {
                    @if view.documents.len() > 1 {
                        li { a href={ "#" (document.id) } { bdi { (document.title) } } }
                    }
                    @for field in &document.fields {
                        li class={ "inset-" (field.depth.min(5)) } {
                            a href={ "#" (field.id) } { bdi { (field.heading) } }
                            @if field.counts.total() > 0 {
                                " " (chips(field))
                            }
                        }
                    }
                    @if view.documents.len() == 1 {
                        li { a href={ "#" (document.id) "-findings" } { (Word::Findings.text(view.language)) } }
                    }
                }
            }
        }
    }
}

/// How often the outcomes that matter occur, as small signs. The table of the overview says the same
/// in words.
fn chips(field: &Field) -> Markup {
    let counts = [
        (Outcome::Met, field.counts.met),
        (Outcome::Missed, field.counts.missed),
        (Outcome::Undecided, field.counts.undecided),
    ];
    html! {
        span.chips aria-hidden="true" {
            @for (outcome, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                span class={ "chip " (outcome.code()) } { (sign(outcome)) " " (count) }
            }
        }
    }
}

/// A heading of a level from 1 to 6.
fn heading(level: usize, id: &str, content: &Markup) -> Markup {
    let id = (!id.is_empty()).then_some(id);
    match level {
        0..=2 => html! { h2 id=[id] { (content) } },
        3 => html! { h3 id=[id] { (content) } },
        4 => html! { h4 id=[id] { (content) } },
        5 => html! { h5 id=[id] { (content) } },
        _ => html! { h6 id=[id] { (content) } },
    }
}

fn overview(overview: &Overview, language: Language, names: &Names) -> Markup {
    html! {
        section.overview aria-labelledby="overview" {
            h2 id="overview" { (Word::Overview.text(language)) }
            ul.tallies {
                @for tally in &overview.tallies {
                    li class=(tally.outcome.code()) {
                        span.count { (beleid::Number::from(tally.count).text(language)) }
                        span.word { span aria-hidden="true" { (sign(tally.outcome)) " " } (tally.word) }
                    }
                }
            }
            (table(&overview.by_field, "wide", names))
            (table(&overview.missed, "wide", names))
            div.pair {
                (table(&overview.undecided, "", names))
                (table(&overview.not_applicable, "", names))
            }
            div.pair {
                div {
                    h3 { (Word::Coverage.text(language)) }
                    ul { @for sentence in &overview.coverage { li { (sentence) } } }
                }
                div {
                    h3 { (Word::FindingsIn.text(language)) }
                    p { (overview.findings) }
                }
            }
            (key(language))
        }
    }
}

/// How the pictures are to be read.
fn key(language: Language) -> Markup {
    let word = |word: Word| word.text(language);
    html! {
        details.key {
            summary { (word(Word::Key)) }
            ul {
                li { span.sample aria-hidden="true" { "●" } (word(Word::KeyResult)) }
                li { span.sample aria-hidden="true" { "○" } (word(Word::KeyUncertain)) }
                li { span.sample aria-hidden="true" { "▬ ▨" } (word(Word::KeyTarget)) }
                li { span.sample aria-hidden="true" { "▲" } (word(Word::KeyOpen)) }
                li { span.sample aria-hidden="true" { "◆" } (word(Word::KeyOtherFigure)) }
                li { span.sample aria-hidden="true" { "×" } (word(Word::KeyMissing)) }
            }
        }
    }
}

/// The fields of a document, and its findings. The outermost fields have headings of the level.
fn document(document: &Document, level: usize, language: Language, names: &Names) -> Markup {
    html! {
        @if document.fields.is_empty() {
            p { (Word::Nothing.text(language)) }
        }
        @for field in &document.fields {
            (self::field(field, level + field.depth, language, names))
        }
        @if !document.left_out.is_empty() {
            p.left-out {
                (Word::LeftOut.text(language)) " "
                @for (at, heading) in document.left_out.iter().enumerate() {
                    @if at > 0 { "; " }
                    bdi { (heading) }
                }
            }
        }
        (findings(document, level, language))
    }
}

fn field(field: &Field, level: usize, language: Language, names: &Names) -> Markup {
    let part = |word: Word| heading(level + 1, "", &html! { span.part { (word.text(language)) } });
    html! {
        section class={ "field depth-" (field.depth.min(5)) } {
            (heading(level, &field.id, &html! { bdi { (field.heading) } }))
            @if !field.goals.is_empty() {
                (part(Word::Goals))
                (points(&field.goals))
            }
            @if !field.actions.is_empty() {
                (part(Word::Actions))
                (points(&field.actions))
            }
            @if !field.indicators.is_empty() {
                (part(Word::Indicators))
                @for each in &field.indicators {
                    (indicator(each, level + 2, names))
                }
            }
            @if !field.money.is_empty() {
                (part(Word::Money))
                @for grid in &field.money { (table(grid, "wide", names)) }
            }
            @if !field.notes.is_empty() {
                (part(Word::Notes))
                (points(&field.notes))
            }
        }
    }
}

/// A list of goals, actions or footnotes.
fn points(points: &[Point]) -> Markup {
    html! {
        ul.points {
            @for point in points {
                li {
                    @if !point.name.is_empty() { b { bdi { (point.name) } } " " }
                    bdi { (point.text) }
                }
            }
        }
    }
}

/// Names with what they say.
fn facts(facts: &[Point]) -> Markup {
    html! {
        @if !facts.is_empty() {
            dl.facts {
                @for fact in facts {
                    div { dt { bdi { (fact.name) } } dd { bdi { (fact.text) } } }
                }
            }
        }
    }
}

fn indicator(indicator: &Indicator, level: usize, names: &Names) -> Markup {
    html! {
        article.indicator aria-labelledby=(indicator.anchor) {
            (heading(level, &indicator.anchor, &html! { bdi { (indicator.name) } }))
            (facts(&indicator.facts))
            div.body.sliced[indicator.answers.len() > 1] {
                div.answers { @for each in &indicator.answers { (answer(each)) } }
                (table(&indicator.figures, "figures", names))
            }
            @if !indicator.notes.is_empty() { (points(&indicator.notes)) }
        }
    }
}

fn answer(answer: &Answer) -> Markup {
    let course = answer.course.as_ref().and_then(|of| of.draw(&format!("{}-course", answer.id)));
    let standing =
        answer.standing.as_ref().and_then(|of| of.draw(&format!("{}-standing", answer.id)));
    let picture = |drawing: &Drawing| PreEscaped(drawing.to_element());
    html! {
        div.answer {
            p class={ "verdict " (answer.outcome.code()) } {
                span aria-hidden="true" { (sign(answer.outcome)) " " }
                @if !answer.slice.is_empty() { b { bdi { (answer.slice) } } ": " }
                (answer.verdict)
            }
            (facts(&answer.facts))
            @if course.is_some() || standing.is_some() {
                div.pictures {
                    @if let Some(course) = &course { (picture(course)) }
                    @if let Some(standing) = &standing { (picture(standing)) }
                }
            }
        }
    }
}

/// The names that regions have, so that no two have the same.
#[derive(Debug, Default)]
struct Names(RefCell<HashMap<String, usize>>);

impl Names {
    /// The name, followed by a number if it was given before.
    fn unique(&self, name: &str) -> String {
        let mut names = self.0.borrow_mut();
        let count = names.entry(name.to_owned()).or_default();
        *count += 1;
        if *count == 1 { name.to_owned() } else { format!("{name} ({count})") }
    }
}

/// A table in a region of its own, which scrolls where it is too wide.
fn table(grid: &Grid, class: &str, names: &Names) -> Markup {
    html! {
        @if !grid.rows.is_empty() {
            div.region role="region" aria-label=(names.unique(&grid.caption)) tabindex="0" {
                table class=[(!class.is_empty()).then_some(class)] {
                    caption {
                        bdi { (grid.caption) }
                        @if !grid.note.is_empty() { span.note { (grid.note) } }
                    }
                    thead {
                        tr {
                            @for head in &grid.heads { th scope="col" { (head) } }
                            @for column in &grid.columns {
                                th.number[column.is_of_numbers] scope="col" { bdi { (column.name) } }
                            }
                        }
                    }
                    tbody {
                        @for row in &grid.rows { (table_row(row, &grid.columns)) }
                    }
                }
            }
        }
    }
}

fn table_row(row: &Row, columns: &[Column]) -> Markup {
    html! {
        tr.total[row.is_total] {
            @for (at, head) in row.heads.iter().enumerate() {
                th scope="row" class=[(at == 0 && row.depth > 0).then(|| format!("inset-{}", row.depth.min(5)))] {
                    @if at == 0 && !row.link.is_empty() {
                        a href={ "#" (row.link) } { bdi { (head) } }
                    } @else {
                        bdi { (head) }
                    }
                }
            }
            @for (cell, column) in row.cells.iter().zip(columns) {
                td.number[column.is_of_numbers] { bdi { (cell) } }
            }
        }
    }
}

fn findings(document: &Document, level: usize, language: Language) -> Markup {
    let id = format!("{}-findings", document.id);
    // What may be wrong is in view; what is good to know is folded away.
    let (advice, doubts): (Vec<&Finding>, Vec<&Finding>) =
        document.findings.iter().partition(|found| found.severity == Severity::Advice);
    html! {
        section.findings {
            (heading(level, &id, &html! { (Word::Findings.text(language)) }))
            @if document.findings.is_empty() {
                p { (Word::NoFindings.text(language)) }
            }
            (finding_list(&doubts))
            @if !advice.is_empty() {
                details {
                    summary { (Word::MoreAdvice.text(language)) " (" (advice.len()) ")" }
                    (finding_list(&advice))
                }
            }
        }
    }
}

fn finding_list(findings: &[&Finding]) -> Markup {
    html! {
        @if !findings.is_empty() {
            ul.finding-list {
                @for found in findings {
                    li {
                        p {
                            b class={ "severity " (found.severity.code()) } { (found.severity_word) } " "
                            bdi { (found.message) }
                        }
                        p.where {
                            @if !found.line.is_empty() { (found.line) " · " }
                            bdi { (found.place) } " · " code { (found.rule) }
                        }
                        p.help { (found.help) }
                    }
                }
            }
        }
    }
}

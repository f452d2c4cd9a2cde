//! Documents that want to break a report.

use beleid::{
    Action, Attribute, Budget, Cell, CostLine, Dimension, DimensionName, Edition, Figure, Flow,
    Goal, Heading, Id, Indicator, Language, Note, Organisation, Period, PolicyField, Role, Stated,
    Table, Value,
};
use beleid_report::{Question, Report, Source};

use crate::{html, picture};

const NASTY: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><svg onload=alert(1)><style>*{display:none}</style><!--",
    "\u{202e}gnirts desrever\u{200f}\u{2066}",
    "\u{1b}[31mred\u{1b}]0;title\u{7}\u{8}\u{9b}2J",
    "]]> &amp; &#x3c;script&#62; </title></style></svg></td></table>",
    "| a | b |\n|---|---|\n# heading\n- [link](javascript:alert(1)) ![x](https://example.org/x.png) `code",
    "\0\u{ffff}\u{fdd0}\u{feff}",
    "עברית العربية e\u{301}\u{301}\u{301} 👩‍👩‍👧‍👦",
];

/// A budget that has a text wherever a document can bring one.
fn budget(text: &str) -> Budget {
    let year = Period::year(2018).unwrap();
    let id = |id: &str| Id::new(id).unwrap();
    let mut figure = Figure::new(year, Role::Realised, 10);
    figure.notes = vec![text.to_owned()].into();
    figure.remark = Some(text.into());
    let mut indicator = Indicator::new(id("i1"), text);
    indicator.group = vec![text.to_owned()];
    indicator.source = Some(text.to_owned());
    indicator.attributes = vec![Attribute::new(text, format!("{text} attribute"))];
    indicator.notes = vec![Note::new(text, text)];
    indicator.stated = vec![Stated::new(text, text)];
    indicator.unplaced = vec![Cell::new(text)];
    indicator.figures = vec![
        figure.clone(),
        Figure::new(Period::year(2017).unwrap(), Role::Realised, 9),
        Figure::new(year, Role::Target, Value::more_than(8)),
        Figure::new(year, Role::Norm, Value::Text(text.to_owned())),
    ];
    let mut sliced = Indicator::new(id("i2"), text);
    let mut of_slice = figure.clone();
    if let Ok(dimension) = Dimension::new(DimensionName::AREA, text) {
        of_slice.dimensions = vec![dimension].into();
    }
    sliced.figures = vec![of_slice, Figure::new(year, Role::Target, 8)];
    let mut line = CostLine::new(id("c1"), text);
    line.group = vec![text.to_owned()];
    line.flow = Some(Flow::Expenses);
    line.figures = vec![figure];
    line.notes = vec![Note::new(text, text)];
    line.unplaced = vec![Cell::new(text)];
    let table = Table { title: Some(text.to_owned()), ..Table::default() };
    let field = PolicyField {
        goals: vec![Goal::new(id("g1"), text)],
        actions: vec![Action::new(id("a1"), text)],
        indicators: vec![indicator, sliced],
        costs: vec![line],
        notes: vec![Note::new(text, text)],
        tables: vec![table],
        ..PolicyField::new(Heading::titled(text))
    };
    let empty = PolicyField::new(Heading::titled(text));
    let mut edition = Edition::new(None, year);
    edition.title = Some(text.to_owned());
    Budget {
        organisation: Some(Organisation::new(text)),
        fields: vec![field, empty],
        ..Budget::new(edition)
    }
}

fn report(text: &str, language: Language) -> Report {
    let budget = budget(text);
    let findings = budget.validate();
    assert!(!findings.is_empty());
    let sources = [
        Source::new(text, &budget).with_findings(&findings),
        Source::new(text, &budget).with_findings(&findings),
    ];
    Report::new(&sources, &Question::new(language))
}

/// Whether a sign acts on others: what a terminal obeys, and what turns the direction of writing.
fn acts(sign: char) -> bool {
    (sign.is_control() && sign != '\n')
        || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

#[test]
fn no_text_breaks_out() {
    for text in NASTY {
        for language in Language::ALL {
            let report = report(text, *language);
            let page = report.to_html();
            html::check(&page);
            let terminal = report.to_terminal(80, false);
            let markdown = report.to_markdown();
            for output in [&page, &terminal, &markdown] {
                let found = output.chars().find(|sign| acts(*sign));
                assert_eq!(found, None, "of {text:?}");
            }
            assert!(!markdown.contains('<'), "Markdown holds no HTML");
            for indicator in report.indicators() {
                let svg = indicator.to_svg();
                picture::check(&svg);
                assert_eq!(svg.chars().find(|sign| acts(*sign)), None);
            }
        }
    }
}

#[test]
fn markdown_has_no_links_pictures_or_code_of_the_document() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for text in NASTY {
        let markdown = report(text, Language::English).to_markdown();
        for event in Parser::new_ext(&markdown, options) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
                    panic!("{event:?} of {text:?}")
                }
                _ => {}
            }
        }
    }
}

#[test]
fn long_labels_are_kept_whole() {
    let long = "schuldhulpverleningstrajecten".repeat(350);
    assert!(long.len() > 10_000);
    let report = report(&long, Language::Dutch);
    let page = report.to_html();
    html::check(&page);
    assert!(page.contains(&long));
    assert!(report.to_markdown().contains(&long));
    let terminal = report.to_terminal(60, false);
    for line in terminal.lines() {
        assert!(line.chars().count() <= 60, "{line}");
    }
    for indicator in report.indicators() {
        picture::check(&indicator.to_svg());
    }
}

#[test]
fn any_width_will_do() {
    let report = report("Leegstand", Language::English);
    for width in [0, 1, 30, 79, 400, u16::MAX] {
        assert!(report.to_terminal(width, true).contains("Leegstand"));
    }
}

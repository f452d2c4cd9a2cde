//! Findings with their source: as compilers show them, whatever the source and the span.

use crate::support::golden;
use beleid::{Finding, Language, Message, Place, Renderer, Rule, Span};
use proptest::prelude::*;

/// A page with many problems, made up for this test.
const ODD: &str = "Begroting 2017\r\n\r\n2.2 Toerisme\r\n\r\nEffectindicator(en)\r\n\r\n\
    Behaald\r\n 2015\r\n\r\nBehaald\r\n 2016\r\n\r\nBeoogd\r\n 2071\r\n\r\n\
    Aantal overnachtingen*\r\n\r\n436.550\r\n\r\n4.79.350\r\n\r\n> 440.000\r\n\r\n\
    Leegstand café’s\r\n\r\n11,3%\r\n\r\n€ 10\r\n\r\n<10%\r\n\r\n\
    \tWaardering\r\n\r\n7,5\r\n\r\n75\r\n\r\n7,6\r\n\r\n\
    Wat gaan we hiervoor doen?\r\n\r\n  • Een campagne voeren\r\n";

fn shown(source: &str, language: Language) -> String {
    let renderer = Renderer::new(source).path("page.txt").language(language);
    let findings = beleid::read(source).findings();
    let shown: Vec<_> = findings.iter().map(|finding| renderer.render(finding)).collect();
    shown.join("\n\n") + "\n"
}

#[test]
fn odd_findings_in_both_languages() {
    golden::is("findings.txt", &shown(ODD, Language::English));
    golden::is("bevindingen.txt", &shown(ODD, Language::Dutch));
}

#[test]
fn lines_end_as_they_may() {
    assert_eq!(shown(ODD, Language::English), shown(&ODD.replace('\r', ""), Language::English));
}

fn finding(span: impl Into<Option<Span>>) -> Finding {
    Finding::new(Message::Misprint { printed: "4.86.000".into() }, Place::default(), span.into())
}

fn text_span(start: usize, end: usize, line: usize, column: usize) -> Span {
    Span::Text { start, end, line, column }
}

/// The lines between the title and the notes.
fn excerpt(source: &str, span: Span) -> String {
    let shown = Renderer::new(source).render(&finding(span));
    let lines: Vec<_> = shown.lines().collect();
    let end = lines.iter().position(|line| line.contains("= note:")).unwrap();
    lines[1..end - 1].join("\n")
}

#[test]
fn a_finding_without_a_span_has_its_place() {
    let place = Place::default().at(beleid::Part::Organisation);
    let mut finding = finding(None);
    finding.place = place;
    let shown = Renderer::new("").render(&finding);
    let lines: Vec<_> = shown.lines().collect();
    assert_eq!(
        lines[0],
        "warning[misprint]: \"4.86.000\" is not written as a number, and is kept as text"
    );
    assert!(lines.iter().any(|line| line.ends_with("= note: organisation")), "{shown}");
    assert!(shown.ends_with(Rule::Misprint.help(Language::English)));
}

#[test]
fn colour_is_only_there_when_it_is_asked_for() {
    let finding = finding(text_span(0, 1, 1, 1));
    let plain = Renderer::new("a").render(&finding);
    let styled = Renderer::new("a").styled(true).render(&finding);
    assert!(!plain.contains('\u{1b}') && styled.contains('\u{1b}'));
}

#[test]
fn underlining_counts_characters_and_widths() {
    // Two bytes, one column; three bytes, two columns; a tab is four.
    assert_eq!(excerpt("één 10", text_span(6, 8, 1, 5)).lines().last().unwrap(), "  |     ^^");
    assert_eq!(excerpt("表 10", text_span(4, 6, 1, 3)).lines().last().unwrap(), "  |    ^^");
    assert_eq!(excerpt("\t10", text_span(1, 3, 1, 2)).lines().last().unwrap(), "  |     ^^");
}

#[test]
fn spans_that_do_not_fit_are_cut_to_the_source() {
    let source = "één\ntwee";
    for (start, end) in
        [(0, 999), (999, 1000), (usize::MAX - 1, usize::MAX), (1, 2), (5, 3), (2, 1)]
    {
        for line in [0, 1, 7, usize::MAX] {
            assert!(excerpt(source, text_span(start, end, line, usize::MAX)).contains('|'));
        }
    }
    // Half a character is taken whole.
    assert!(excerpt(source, text_span(1, 2, 1, 1)).ends_with('^'));
}

#[test]
fn long_lines_and_spans_are_cut() {
    let source = format!("{} hier {}", "voor ".repeat(100_000), "na ".repeat(100_000));
    let at = source.find("hier").unwrap();
    let shown = Renderer::new(&source).render(&finding(text_span(at, at + 4, 1, at + 1)));
    assert!(shown.len() < 2_000, "{}", shown.len());
    assert!(shown.contains(" hier ") && shown.contains("^^^^"), "{shown}");
    assert!(shown.contains("= note: line 1, column 500002: budget"), "{shown}");
    let whole = Renderer::new(&source).render(&finding(text_span(0, source.len(), 1, 1)));
    assert!(whole.len() < 3_000, "{}", whole.len());
}

#[test]
fn what_a_terminal_would_obey_is_not_passed_on() {
    let source = "\u{1b}[31mrood\u{0}\u{7}\u{202e}om\u{9b}";
    let shown = Renderer::new(source).render(&finding(text_span(0, source.len(), 1, 1)));
    let hostile = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!shown.contains(hostile), "{shown:?}");
}

#[test]
fn many_findings_of_one_long_line_are_no_trouble() {
    // Were each to look at the whole line, this would be 20,000 times a megabyte.
    let source = "10 ".repeat(350_000);
    let renderer = Renderer::new(&source);
    for index in 0..20_000 {
        let at = index * 50;
        assert!(!renderer.render(&finding(text_span(at, at + 2, 1, at + 1))).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Any source, and any span: of another source, or of none.
    #[test]
    fn nothing_panics(
        source in r"(\PC|[\n\r\t é表\u{0}\u{301}]){0,60}",
        start in 0..200_usize,
        length in 0..200_usize,
        line in prop_oneof![0..5_usize, Just(usize::MAX)],
    ) {
        let span = text_span(start, start + length, line, start);
        let shown = Renderer::new(&source).path("p").render(&finding(span));
        prop_assert!(shown.contains("4.86.000"));
        for finding in beleid::read(&source).findings() {
            let shown = Renderer::new(&source).render(&finding);
            prop_assert!(shown.contains(finding.rule.code()));
            prop_assert!(!Renderer::new("een andere bron").render(&finding).is_empty());
        }
    }
}

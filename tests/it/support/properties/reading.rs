//! What holds for the reading of any text.

use std::collections::HashSet;

use beleid::{Language, Layout, LineUse, Reader, Reading, Renderer, Rule, Span};

use super::{evaluation, places, wire};

/// Reads a text and holds what comes out against the laws.
pub(crate) fn read(text: &str) {
    let reading = beleid::read(text);
    assert_eq!(reading.source(), text);
    every_line_has_one_use(&reading);
    findings_have_spans(&reading);
    every_place_has_its_lines(&reading);
    ids_are_unique(&reading);
    nothing_is_lost(&reading);
    wire::round_trips(&reading.budget);
    evaluation::evaluate(&reading.budget);

    let findings = reading.findings();
    let json = serde_json::to_value(&findings).unwrap();
    assert_eq!(json.as_array().unwrap().len(), findings.len());
    assert_eq!(reading.clone().into_parts(), (reading.budget.clone(), findings));
}

/// Reads a text in each layout but lines, and holds what comes out against the laws.
pub(crate) fn layouts(text: &str) {
    for layout in [Layout::Html, Layout::Markdown, Layout::Csv] {
        let reading = Reader::new().read_as(text, layout);
        assert_eq!(reading.source(), text);
        pieces_stand_in_the_source(&reading);
        findings_have_spans(&reading);
        for (place, _) in places::all(&reading.budget) {
            let span = reading.span(&place).unwrap_or_else(|| panic!("{place} has no lines"));
            at(&reading, span);
        }
        ids_are_unique(&reading);
        nothing_is_lost(&reading);
        numbers_are_counted(&reading);
        wire::round_trips(&reading.budget);
        evaluation::evaluate(&reading.budget);
    }
}

/// Reads the bytes of a file, whatever they are, and holds what comes out against the laws.
pub(crate) fn bytes(bytes: &[u8]) {
    let reading = Reader::new().read_bytes(bytes);
    for line in reading.lines().filter(|_| reading.sheets().is_empty()) {
        let at = line.span.bytes().unwrap();
        assert!(reading.source().get(at).is_some(), "{line:?} stands nowhere");
    }
    laws(&reading);
}

/// What holds for a reading of any source.
pub(super) fn laws(reading: &Reading<'_>) {
    let told: Vec<_> =
        reading.source_findings().iter().filter_map(|finding| finding.span).collect();
    for line in reading.lines().filter(|line| line.used_as == LineUse::Unread) {
        assert!(!told.is_empty(), "nothing tells of {line:?}");
    }
    for (place, _) in places::all(&reading.budget) {
        assert!(reading.span(&place).is_some(), "{place} has no lines");
    }
    ids_are_unique(reading);
    nothing_is_lost(reading);
    numbers_are_counted(reading);
    wire::round_trips(&reading.budget);
    evaluation::evaluate(&reading.budget);
}

/// Each piece has a place of its own, in the order of the source, and a use.
fn pieces_stand_in_the_source(reading: &Reading<'_>) {
    let told: Vec<_> =
        reading.source_findings().iter().filter_map(|finding| finding.span).collect();
    let mut before = 0;
    for line in reading.lines() {
        at(reading, line.span);
        let bytes = line.span.bytes().unwrap();
        assert!(bytes.start >= before && !bytes.is_empty(), "{line:?} begins before {before}");
        before = bytes.start;
        let is_told = told
            .iter()
            .filter_map(|span| span.bytes())
            .any(|other| other.start <= bytes.start && bytes.end <= other.end);
        assert!(line.used_as != LineUse::Unread || is_told, "no finding tells of {line:?}");
    }
}

/// The text at a span, which must be there.
fn at<'s>(reading: &'s Reading<'_>, span: Span) -> &'s str {
    let Span::Text { start, line, column, .. } = span else { unreachable!("a text was read") };
    let source = reading.source();
    let text = source.get(span.bytes().unwrap()).unwrap_or_else(|| panic!("no text at {span:?}"));
    let before = &source[..start];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    assert_eq!(before.matches('\n').count() + 1, line, "{span:?}");
    let before = &before[line_start..];
    // A byte order mark at the very beginning is no part of the text.
    let before = if line_start == 0 { before.trim_start_matches('\u{feff}') } else { before };
    assert_eq!(before.chars().count() + 1, column, "{span:?}");
    text
}

fn every_line_has_one_use(reading: &Reading<'_>) {
    let text = reading.source();
    // A byte order mark at the very beginning is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let printed: Vec<_> = text
        .split('\n')
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let told: HashSet<_> = reading.source_findings().iter().map(|finding| finding.span).collect();
    let mut read = Vec::new();
    for line in reading.lines() {
        let Span::Text { line: number, .. } = line.span else { unreachable!("a text was read") };
        read.push((number, line.text));
        assert_eq!(at(reading, line.span), line.text);
        let is_told = told.contains(&Some(line.span));
        assert!(line.used_as != LineUse::Unread || is_told, "no finding tells of {line:?}");
    }
    assert_eq!(read, printed);
}

fn findings_have_spans(reading: &Reading<'_>) {
    let findings = reading.findings();
    let spans: Vec<_> = findings.iter().map(|finding| finding.span).collect();
    assert!(spans.is_sorted(), "{spans:?}");
    for finding in &findings {
        if let Some(span) = finding.span {
            at(reading, span);
        }
        // A field that nothing opens has no lines, and what is missing has none either.
        let is_bare = matches!(
            finding.rule,
            Rule::MissingEdition | Rule::MissingOrganisation | Rule::SecondEdition
        ) || finding.place.parts().len() <= 1;
        assert!(is_bare || reading.span(&finding.place).is_some(), "{finding}");
        for language in Language::ALL {
            let message = finding.message(*language);
            assert!(!message.is_empty() && !message.ends_with('.'), "{finding}");
        }
        assert!(Renderer::new(reading.source()).render(finding).contains(finding.rule.code()));
    }
    // All that the reading has to say is among them.
    for doubt in reading.source_findings() {
        assert!(doubt.span.is_some() && findings.contains(doubt), "{doubt}");
    }
}

fn every_place_has_its_lines(reading: &Reading<'_>) {
    for (place, printed) in places::all(&reading.budget) {
        let span = reading.span(&place).unwrap_or_else(|| panic!("{place} has no lines"));
        let text = at(reading, span);
        // An empty cell has the lines of its row.
        let is_same = |printed: &str| printed.is_empty() || printed == text;
        assert!(printed.is_none_or(is_same), "{place}: {printed:?}, {text:?}");
    }
}

fn ids_are_unique(reading: &Reading<'_>) {
    let mut seen = HashSet::new();
    for field in reading.budget.all_fields() {
        let indicators = field.indicators.iter().map(|indicator| &indicator.id);
        let goals = field.goals.iter().map(|goal| &goal.id);
        let actions = field.actions.iter().map(|action| &action.id);
        let costs = field.costs.iter().map(|line| &line.id);
        for id in indicators.chain(goals).chain(actions).chain(costs) {
            assert!(seen.insert(id), "{id} occurs twice");
        }
    }
}

/// Each number is counted once, and those that became no figure are told.
fn numbers_are_counted(reading: &Reading<'_>) {
    let coverage = reading.coverage();
    let parts =
        [coverage.placed, coverage.unplaced, coverage.named, coverage.text, coverage.unread];
    assert_eq!(parts.iter().sum::<usize>(), coverage.numbers, "{coverage:?}");
    let rows: Vec<_> = reading.figures().collect();
    for row in &rows {
        assert!(row.figure.is_some() || !row.findings.is_empty(), "nothing tells of {row:?}");
        assert!(row.cell.is_none() || row.span.is_some(), "{row:?} stands nowhere");
    }
    if coverage.unplaced > 0 {
        assert!(rows.iter().any(|row| row.figure.is_none()), "{coverage:?}");
    }
}

/// The lines that hold words of the document stand in the model as they are printed.
fn nothing_is_lost(reading: &Reading<'_>) {
    let tree = serde_json::to_value(&reading.budget).unwrap();
    let mut texts = HashSet::new();
    wire::texts(&tree, &mut texts);
    // A dash in a column of footnotes says that the row has none, and becomes nothing.
    let is_of_notes = |text: &str| text == "*" || text.to_lowercase().contains("noot");
    let has_notes =
        reading.lines().any(|line| line.used_as == LineUse::Header && is_of_notes(line.text));
    let holds = |part| texts.contains(part) || texts.iter().any(|text| text.contains(part));
    for line in reading.lines() {
        let is_kept = match line.used_as {
            LineUse::Cell => {
                texts.contains(line.text)
                    || (has_notes && line.text == "-")
                    || is_of_parts(line.text, &texts)
            }
            // So is the bullet of a row.
            LineUse::Label => holds(line.text) || holds(without_bullet(line.text)),
            LineUse::Paragraph => holds(line.text),
            // Its mark is taken off.
            LineUse::Note => holds(line.text.trim_start_matches(|c: char| !c.is_alphabetic())),
            _ => true,
        };
        assert!(is_kept, "{line:?} is not in the budget: {texts:?}");
    }
}

fn without_bullet(text: &str) -> &str {
    text.trim_start_matches(['•', '-', '*', '·', '‣', '–']).trim_start()
}

/// Whether a line consists of several texts: a label, and its cells.
fn is_of_parts(line: &str, texts: &HashSet<&str>) -> bool {
    let mut is_kept = vec![false; line.len()];
    for text in texts.iter().filter(|text| !text.is_empty()) {
        for (at, found) in line.match_indices(*text) {
            is_kept[at..at + found.len()].fill(true);
        }
    }
    line.char_indices().all(|(at, c)| c.is_whitespace() || is_kept[at])
}

//! The laws, on random lines: every line has one use, nothing is lost, nothing panics.

use super::*;
use beleid::{Budget, LineUse, Period, Rule};
use proptest::prelude::*;

/// Every text of the model, for the law that nothing is lost.
fn texts(budget: &Budget) -> String {
    format!("{budget:?}").replace('\\', "")
}

/// A line of a document, or of something like one.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => proptest::sample::select(vec![
            "", "", "", "\u{a0}", "Begroting 2017", "Begroting", "2016", "\u{a0}2017", "Behaald",
            "Behaald 2015", "Beoogd", "Prestatie-indicatoren", "Effectindicator(en)", "*", "-",
            "10", "> 15", "5.450*", "62,%9", "Top 5", "toename", "Aantal dingen", "Leden**",
            "2.3 Handel", "2.3.4 Meer handel", "Programma 2", "Hoe staan we ervoor?",
            "Wat willen we bereiken in 2017?", "Wat gaan we hiervoor doen?", "• Iets doen;",
            "- iets", "* voetnoot", "1) noot", "Een zin die eindigt.", "Bron", "28 dagen",
            "Relevante ontwikkelingen", "Wat mag het kosten?", "8)", "7*", "( 1", "Jaarverslag 2018",
        ]).prop_map(ToOwned::to_owned),
        1 => "\\PC{0,20}",
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_line_has_one_use(lines in proptest::collection::vec(line(), 0..40)) {
        let text = lines.join("\n");
        let reading = beleid::read(&text);
        let used: Vec<_> = reading.lines().collect();
        let expected: Vec<_> = text
            .split('\n')
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(index, line)| (index + 1, line.trim()))
            .collect();
        let seen: Vec<_> = uses(&reading).iter().map(|(number, _)| *number).collect();
        prop_assert_eq!(seen, expected.iter().map(|(number, _)| *number).collect::<Vec<_>>());
        for (line, (_, trimmed)) in used.iter().zip(&expected) {
            // A byte order mark at the very beginning is no part of the text.
            prop_assert_eq!(line.text, trimmed.trim_start_matches('\u{feff}').trim());
            prop_assert_eq!(&text[line.span.bytes()], line.text);
            // An unread line has a finding.
            let is_told = reading.doubts().iter().any(|finding| finding.span == Some(line.span));
            prop_assert!(line.used_as != LineUse::Unread || is_told, "{:?}", line);
        }
    }

    #[test]
    fn nothing_is_lost(lines in proptest::collection::vec(line(), 0..40)) {
        let text = lines.join("\n");
        let reading = beleid::read(&text);
        let model = texts(&reading.budget);
        for line in reading.lines() {
            // These hold words of the document, in the model as they are printed.
            let holds = match line.used_as {
                LineUse::Cell | LineUse::Label | LineUse::Paragraph => line.text,
                LineUse::Note => line.text.rsplit('*').next().unwrap_or_default().trim(),
                _ => continue,
            };
            if holds.chars().any(|c| c.is_control() || !c.is_ascii()) {
                // `Debug` escapes them.
                continue;
            }
            let holds = holds.replace('\\', "");
            let words = holds.split_whitespace().next().unwrap_or_default();
            prop_assert!(model.contains(words), "{:?} not in {}", line, model);
        }
    }

    #[test]
    fn findings_come_in_document_order_with_places_that_are_there(
        lines in proptest::collection::vec(line(), 0..40)
    ) {
        let text = lines.join("\n");
        let reading = beleid::read(&text);
        let spans: Vec<_> = reading.doubts().iter().map(|finding| finding.span).collect();
        prop_assert!(spans.is_sorted());
        for finding in reading.doubts() {
            let bytes = finding.span.unwrap().bytes();
            prop_assert!(text.get(bytes).is_some());
            if !matches!(finding.rule, Rule::MissingEdition | Rule::MissingOrganisation | Rule::SecondEdition) {
                let has_lines = reading.span(&finding.place).is_some();
                let is_bare = finding.place.parts().len() == 1;
                prop_assert!(has_lines || is_bare, "{finding}");
            }
        }
    }

    #[test]
    fn ids_are_unique(lines in proptest::collection::vec(line(), 0..60)) {
        let text = lines.join("\n");
        let reading = beleid::read(&text);
        let mut seen = std::collections::HashSet::new();
        for field in reading.budget.all_fields() {
            let ids = field.indicators.iter().map(|indicator| &indicator.id)
                .chain(field.goals.iter().map(|goal| &goal.id))
                .chain(field.actions.iter().map(|action| &action.id));
            for id in ids {
                prop_assert!(seen.insert(id.clone()), "{id} occurs twice");
            }
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let reading = beleid::read(&text);
        let evaluation = reading.budget.evaluate(Period::year(2017).unwrap());
        prop_assert_eq!(evaluation.counts.total(), evaluation.results.len());
    }
}

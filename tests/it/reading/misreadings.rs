//! What was once misread without a word: headers, columns and footnotes that say something of the
//! figures beside them.

use beleid::{Figure, Outcome, Period, Role, Status};

use super::told;

/// A table in lines.
fn page(headers: &[&str], rows: &[&str], behind: &str) -> String {
    let lines = [&["Begroting 2017", "1.1 Veld", "Prestatie-indicatoren"], headers, rows].concat();
    lines.join("\n\n") + "\n\n" + behind
}

fn figures(text: &str) -> Vec<Figure> {
    beleid::read(text).budget.fields.remove(0).indicators.remove(0).figures
}

fn statuses(text: &str) -> Vec<Vec<Status>> {
    figures(text).into_iter().map(|figure| figure.status.iter().collect()).collect()
}

fn outcome(text: &str) -> Outcome {
    let budget = beleid::read(text).budget;
    let (_, indicator) = budget.all_indicators().next().unwrap();
    indicator.evaluate(Period::year(2017).unwrap())[0].outcome
}

#[test]
fn a_header_on_two_lines_keeps_what_its_first_line_says() {
    let rows = ["Klachten", "5", "< 6"];
    let text = page(&["Realisatie (voorlopig)", "2017", "Beoogd 2017"], &rows, "");
    assert_eq!(statuses(&text), [vec![Status::Provisional], vec![]]);
    let text = page(&["Realisatie*", "2017", "Beoogd 2017"], &rows, "* schatting\n");
    assert_eq!(statuses(&text), [vec![Status::Estimated], vec![]]);
    assert_eq!(outcome(&text), Outcome::Undecided);
    let text = page(&["Realisatie (%)", "2017", "Beoogd 2017"], &rows, "");
    assert_eq!(figures(&text)[0].unit, Some(beleid::Unit::PERCENT));
}

#[test]
fn the_mark_of_a_header_finds_its_footnote_behind_the_text() {
    let headers = ["Realisatie 2017*", "Beoogd 2017"];
    let behind = "Wat gaan we hiervoor doen?\n\n\u{2022} Iets.\n\n* schatting\n";
    let text = page(&headers, &["Klachten", "5", "< 6"], behind);
    assert_eq!(statuses(&text), [vec![Status::Estimated], vec![]]);
    assert_eq!(beleid::read(&text).budget.fields[0].actions.len(), 1);
    let text = page(&headers, &["Klachten", "5", "< 6"], "");
    let findings = beleid::read(&text).findings();
    assert!(findings.iter().any(|finding| finding.rule == beleid::Rule::MarkWithoutFootnote));
}

#[test]
fn each_column_of_years_serves_the_figures_beside_it() {
    let text = page(
        &["Waarde", "Jaar", "Streefwaarde", "Jaar"],
        &["Klachten", "5", "2017", "< 4", "2020"],
        "",
    );
    let periods: Vec<_> =
        figures(&text).iter().map(|figure| figure.period.unwrap().to_string()).collect();
    assert_eq!(periods, ["2017", "2020"]);
    // One between two columns may be of either.
    let text = page(&["Nulmeting", "Jaar", "Actueel"], &["Klachten", "5", "2014", "4"], "");
    assert!(figures(&text).iter().all(|figure| figure.period.is_none()));
    assert!(told(&text).iter().any(|finding| finding.contains("header-without-period")));
    // When something was measured says nothing of the target.
    let text = page(&["Laatste meting", "Meetjaar", "Doel"], &["Klachten", "5", "2015", "4"], "");
    assert!(figures(&text).iter().all(|figure| figure.period.is_none()));
}

#[test]
fn columns_of_units_statuses_and_marks_are_minded() {
    let headers = ["Realisatie 2017", "Beoogd 2017", "Status"];
    let text = page(&headers, &["Klachten", "5", "< 6", "schatting"], "");
    assert_eq!(statuses(&text), [vec![Status::Estimated], vec![]]);
    let headers = ["Realisatie 2017", "Beoogd 2017", "Eenheid"];
    let text = page(&headers, &["Aantal banen", "5", "< 6", "x 10.000"], "");
    let reading = beleid::read(&text);
    assert_eq!(reading.budget.fields[0].indicators[0].unit, None);
    assert!(told(&text)[0].contains("the unit \"x 10.000\" is not understood"));
    let text = page(
        &["*", "Realisatie 2017", "Beoogd 2017"],
        &["Klachten", "1", "5", "< 6"],
        "1) voorlopig\n",
    );
    assert_eq!(statuses(&text), [vec![Status::Provisional], vec![]]);
}

#[test]
fn a_footnote_that_says_something_of_a_figure_is_minded_or_told() {
    let headers = ["Realisatie 2014", "Realisatie 2017", "Beoogd 2017"];
    let with = |note: &str| page(&headers, &["Klachten*", "4", "5", "< 6"], &format!("* {note}\n"));
    assert_eq!(
        statuses(&with("voorlopig")),
        [vec![Status::Provisional], vec![Status::Provisional], vec![]]
    );
    assert_eq!(statuses(&with("2014 is een schatting")), [vec![Status::Estimated], vec![], vec![]]);
    for doubtful in [
        "voorlopige cijfers, definitief in mei",
        "eerste 9 maanden",
        "betreft 2016",
        "stand per 1 juli 2017",
        "landelijk gemiddelde",
        "in duizenden",
    ] {
        let told = told(&with(doubtful));
        assert!(
            told.iter().any(|finding| finding.contains("note-not-understood")),
            "{doubtful}: {told:?}"
        );
    }
    assert!(told(&with("Bron: eigen telling")).is_empty());
}

#[test]
fn words_right_above_the_headers_are_told() {
    let text = "Begroting 2017\n\n1.1 Veld\n\nStreef\n\nwaarde\n\n2018\n\nBehaald\n\n2017\n\nKlachten\n\n5\n\n6\n";
    let told = told(text);
    assert!(told.iter().any(|finding| finding.contains("row-misaligned")), "{told:?}");
}

#[test]
fn the_province_is_not_the_body_itself() {
    let headers = ["Realisatie 2017", "Beoogd 2017"];
    let text = page(
        &headers,
        &["Verzuim", "5", "< 6", "Provincie Groningen", "8", "< 9", "Regio*", "4", "< 3"],
        "* schatting\n",
    );
    let budget = beleid::read(&text).budget;
    assert_eq!(budget.fields[0].indicators.len(), 1);
    let indicator = &budget.fields[0].indicators[0];
    let evaluations = indicator.evaluate(Period::year(2017).unwrap());
    let outcomes: Vec<_> = evaluations.iter().map(|evaluation| evaluation.outcome).collect();
    assert_eq!(outcomes, [Outcome::Met, Outcome::NotApplicable, Outcome::NotApplicable]);
    let regions = |figure: &&Figure| figure.dimensions.iter().any(|part| part.value() == "Regio");
    let result =
        indicator.figures.iter().filter(regions).find(|figure| figure.role == Some(Role::Realised));
    assert_eq!(result.unwrap().status, [Status::Estimated]);
}

#[test]
fn a_label_on_two_lines_is_no_source() {
    let headers = ["Realisatie 2017", "Beoogd 2017", "Bron"];
    let rows = ["Klachten", "5", "< 6", "Aantal woningen\nin de binnenstad", "7", "8", "CBS"];
    let budget = beleid::read(&page(&headers, &rows, "")).budget;
    let attributes = budget.all_indicators().flat_map(|(_, indicator)| &indicator.attributes);
    assert!(!attributes.into_iter().any(|attribute| attribute.text.contains("binnenstad")));
}

#[test]
fn a_column_of_numbers_in_front_of_the_labels_is_no_result() {
    let headers = ["Nr.", "Realisatie 2017", "Beoogd 2017"];
    let text = page(&headers, &["1", "Verzuim", "5", "< 3", "2", "Banen", "7", "> 8"], "");
    assert!(told(&text).is_empty());
    let budget = beleid::read(&text).budget;
    let rows: Vec<_> = budget
        .all_indicators()
        .map(|(_, indicator)| {
            let cells =
                indicator.figures.iter().map(|figure| &*figure.cell.as_ref().unwrap().printed);
            (&*indicator.name, cells.collect::<Vec<_>>(), &*indicator.attributes[0].text)
        })
        .collect();
    assert_eq!(rows, [("Verzuim", vec!["5", "< 3"], "1"), ("Banen", vec!["7", "> 8"], "2")]);
    // In front of one label alone it may be anything.
    let text = page(&headers[1..], &["1", "Verzuim", "5", "< 3"], "");
    assert!(
        told(&text)[0].contains("\"1\" is a cell without a label before it"),
        "{:?}",
        told(&text)
    );
}

//! Tables that compare organisations or areas.

use beleid::{Layout, Reader};

/// The figures of the first field: the indicator, whose figure it is, its year and what is printed.
fn figures(text: &str, layout: Layout) -> Vec<String> {
    let reading = Reader::new().read_as(text, layout);
    let field = &reading.budget.fields[0];
    let all = field.indicators.iter().flat_map(|indicator| {
        indicator.figures.iter().map(move |figure| {
            let slice = figure.dimensions.first().map_or("-", |part| part.value());
            let year = figure.period.map_or_else(|| "-".to_owned(), |period| period.to_string());
            let printed = &figure.cell.as_ref().unwrap().printed;
            format!("{} {slice} {year} {printed}", indicator.name)
        })
    });
    all.collect()
}

#[test]
fn a_column_for_each_area() {
    let text = "## 1.1 Veld\n\n| Indicator | Bron | Veerdam 2017 | 2018 Veerdam | Nederland 2018 |\n\
        |--|--|--|--|--|\n| Druk | CBS | 71,2 | 71,9 | 69,6 |\n";
    assert_eq!(
        figures(text, Layout::Markdown),
        ["Druk Veerdam 2017 71,2", "Druk Veerdam 2018 71,9", "Druk Nederland 2018 69,6"]
    );
    // Where no body is among them nobody knows what the columns are.
    let text = "## 1.1 Veld\n\n| Indicator | Beoogd 2018 | Rood | Blauw |\n|--|--|--|--|\n| Druk | 1 | 2 | 3 |\n";
    let reading = Reader::new().read_as(text, Layout::Markdown);
    let rules: Vec<_> = reading.source_findings().iter().map(|doubt| doubt.rule.code()).collect();
    assert_eq!(rules.iter().filter(|rule| **rule == "unknown-header").count(), 1, "{rules:?}");
    let finding = reading
        .source_findings()
        .iter()
        .find(|finding| finding.rule == beleid::Rule::UnknownHeader);
    let message = finding.unwrap().message(beleid::Language::English);
    assert_eq!(message, "column header \"Rood\" is not known (and 1 more: \"Blauw\")");
}

#[test]
fn a_row_for_each_area_below_one_label() {
    let text = "<h2>1.1 Veld</h2><table><tr><th colspan=2>Indicator<th>2016<th>2017\
        <tr><td rowspan=2>Druk<td>Assen<td>1<td>2<tr><td>Nederland<td>3<td>4\
        <tr><td rowspan=2>Rust<td>Assen<td>5<td>6<tr><td>Nederland<td>7<td>8</table>";
    assert_eq!(
        figures(text, Layout::Html),
        [
            "Druk Assen 2016 1",
            "Druk Assen 2017 2",
            "Druk Nederland 2016 3",
            "Druk Nederland 2017 4",
            "Rust Assen 2016 5",
            "Rust Assen 2017 6",
            "Rust Nederland 2016 7",
            "Rust Nederland 2017 8",
        ]
    );
    let text = "<h2>1.1 Veld</h2><table><tr><th>Nr.<th>Indicator<th>Gebied<th>2016\
        <tr><td rowspan=2>1<td rowspan=2>Druk<td>Gemeente<td>1<tr><td>Nederland<td>3</table>";
    assert_eq!(figures(text, Layout::Html), ["Druk Gemeente 2016 1", "Druk Nederland 2016 3"]);
}

#[test]
fn a_number_beside_the_label_is_none_of_it() {
    let text = "<h2>1.1 Veld</h2><table><tr><th colspan=2>Indicator<th>Beoogd 2016\
        <tr><td>1.<td>Druk<td>5<tr><td>2.<td>Rust<td>6</table>";
    assert_eq!(figures(text, Layout::Html), ["Druk - 2016 5", "Rust - 2016 6"]);
}

#[test]
fn a_heading_over_all_columns_is_no_indicator() {
    let text = "<h2>1.1 Veld</h2><table><tr><th>Indicator<th>Beoogd 2016<tr><td colspan=2>Eigen cijfers\
        <tr><td>Druk<td>5<tr><td colspan=2>Prestatie-indicatoren<tr><td>Rust<td>6</table>";
    assert_eq!(figures(text, Layout::Html), ["Druk - 2016 5", "Rust - 2016 6"]);
    let reading = Reader::new().read_as(text, Layout::Html);
    let groups: Vec<_> =
        reading.budget.fields[0].indicators.iter().map(|each| &*each.group).collect();
    assert_eq!(groups, [["Eigen cijfers"], ["Prestatie-indicatoren"]]);
}

#[test]
fn raised_digits_are_no_digits_of_the_number() {
    let text = "<h2>1.1 Veld</h2><table><tr><th>Indicator<th>Behaald 2016<th>Beoogd 2017\
        <tr><td>Opp (m<sup>2</sup>)<td>97<sup>1)</sup><td>38%(2)</table>\
        <p>1) geschat<br>(2) schaal 1-10</p><p>Tekst.</p>";
    let reading = Reader::new().read_as(text, Layout::Html);
    let field = &reading.budget.fields[0];
    let indicator = &field.indicators[0];
    assert_eq!(indicator.name, "Opp (m²)");
    let values: Vec<_> = indicator.figures.iter().map(|figure| figure.value.to_string()).collect();
    assert_eq!(values, ["97", "38"]);
    assert_eq!(indicator.figures[0].status, [beleid::Status::Estimated]);
    let notes: Vec<_> = indicator.notes.iter().map(|note| &*note.text).collect();
    assert_eq!(notes, ["geschat", "schaal 1-10"]);
    assert_eq!(crate::support::list(field.introduction()), ["Tekst."]);
}

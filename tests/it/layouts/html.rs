//! Web pages as they are: merged cells, tables that lay out the page, menus, broken markup.

use beleid::{Layout, LineUse, Missing, Role, Rule, Value};

use super::read;

const PAGE: &str = r#"<!DOCTYPE html>
<html lang="nl"><head><title>Begroting</title><style>td { color: red }</style></head>
<body>
<div class="cookie" hidden>Wij gebruiken cookies</div>
<nav><ul><li><a href="/">Home</a><li>2.1 Werk</ul></nav>
<table><tr><td>
<h1>Begroting 2017 gemeente Voorbeeld</h1>
<h2>2.3.4 Handel &amp; haven</h2>
<p>De haven groeit,<br>en de handel ook.</p>
<h3>Prestatie-indicator(en)</h3>
<table border=1>
 <thead>
  <tr><th rowspan=2>Indicator<th colspan=2>Behaald<th>Beoogd</tr>
  <tr><th>2014<th>2015<th>2017</tr>
 </thead>
 <tbody>
  <tr><td>Aantal <b>projecten</b>&nbsp;*<td>-<td>10<td>&gt;&nbsp;15
  <tr><td>Bezoekers<td>1&nbsp;250<td><td>1.300</tr>
  <tr><td colspan=4>* met het buitenland</tr>
 </tbody>
</table>
<h3>Hoe staan we ervoor?</h3><p>Goed.</p>
<h3>Wat willen we bereiken in 2017?</h3>
<ul><li>Meer handel.<li>Meer <em>schepen</em>;</ul>
<h3>Wat gaan we hiervoor doen?</h3>
<ol><li>Reizen</li><li><p>Beurzen</p></li></ol>
<h3>Risico's</h3><p>De dollar.</p>
</td></tr></table>
<script>var x = "<td>1</td>";</script>
<footer><p>Contact</p></footer></body></html>"#;

#[test]
fn a_page_with_all_that_stands_around_it() {
    let reading = read(PAGE, Layout::Html);
    assert_eq!(reading.budget.edition.period, Some("2017".parse().unwrap()));
    assert_eq!(
        reading.budget.organisation.as_ref().map(|body| &*body.name),
        Some("gemeente Voorbeeld")
    );
    assert_eq!(reading.budget.fields.len(), 1);
    let field = &reading.budget.fields[0];
    assert_eq!(field.heading.title.as_deref(), Some("Handel & haven"));
    assert_eq!(crate::support::list(field.introduction()), ["De haven groeit, en de handel ook."]);
    assert_eq!(crate::support::list(field.situation()), ["Goed."]);
    let goals: Vec<_> = field.goals.iter().map(|goal| &*goal.text).collect();
    assert_eq!(goals, ["Meer handel", "Meer schepen"]);
    let actions: Vec<_> = field.actions.iter().map(|action| &*action.text).collect();
    assert_eq!(actions, ["Reizen", "Beurzen"]);
    let risks = field.sections.last().unwrap();
    assert_eq!(risks.heading.as_deref(), Some("Risico's"));
    assert_eq!(risks.paragraphs, ["De dollar."]);
    let [projects, visitors] = field.indicators.as_slice() else { panic!("{field:?}") };
    let figures = |indicator: &beleid::Indicator| -> Vec<String> {
        let figure = |figure: &beleid::Figure| {
            let role = figure.role.map_or("-".to_owned(), |role| role.to_string());
            let period = figure.period.map_or("-".to_owned(), |period| period.to_string());
            format!("{role} {period} {}", figure.value)
        };
        indicator.figures.iter().map(figure).collect()
    };
    assert_eq!(figures(projects), ["realised 2014 -", "realised 2015 10", "target 2017 > 15"]);
    assert_eq!(
        figures(visitors),
        ["realised 2014 1250", "realised 2015 blank", "target 2017 1300"]
    );
    assert_eq!(projects.notes[0].text, "met het buitenland");
    assert_eq!(crate::support::header(field, &projects.figures[2]).as_deref(), Some("Beoogd 2017"));
    let messages: Vec<String> = reading.source_findings().iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        [
            "warning[note-not-understood] line 17, column 11: the footnote \"*\" (\"met het buitenland\") \
             is not understood, and may change what its figures say"
        ]
    );
    // Nothing of the menu, the script or the footer came along.
    assert!(reading.lines().all(|line| line.used_as != LineUse::Unread), "all has a use");
    let text: Vec<&str> = reading.lines().map(|line| line.text).collect();
    for hidden in ["cookies", "Home", "var x", "Contact"] {
        assert!(!text.iter().any(|line| line.contains(hidden)), "{hidden}");
    }
}

#[test]
fn headings_without_codes_are_fields_by_their_depth() {
    let page = "<h1>Economie</h1><p>In het kort.</p><h2>Haven</h2><p>Vol.</p>\
        <h1>Zorg</h1><table><tr><th>Indicator<th>Beoogd 2017<tr><td>Bedden<td>5</table>";
    let fields = read(page, Layout::Html).budget.fields;
    let titles: Vec<_> = fields.iter().map(|field| field.heading.title.as_deref()).collect();
    assert_eq!(titles, [Some("Economie"), Some("Zorg")]);
    assert_eq!(crate::support::list(fields[0].introduction()), ["In het kort."]);
    assert_eq!(fields[0].sections[1].heading.as_deref(), Some("Haven"));
    assert_eq!(fields[1].indicators.len(), 1);
}

#[test]
fn a_table_of_something_else_is_kept_as_text() {
    let page = "<h1>1.1 Veld</h1><table><tr><td>Naam<td>Adres<tr><td>Stadhuis<td>Markt 1</table>";
    let reading = read(page, Layout::Html);
    assert_eq!(
        crate::support::list(reading.budget.fields[0].introduction()),
        ["Naam | Adres", "Stadhuis | Markt 1"]
    );
    assert!(reading.source_findings().iter().any(|finding| finding.rule == Rule::TableNotRead));
}

#[test]
fn headers_that_are_not_known_leave_their_figures_without_a_role() {
    let page = "<h1>1.1 Veld</h1><table><tr><th>Indicator<th>Behaald 2016<th>Wijk Noord\
        <tr><td>Feesten<td>1<td>2</table>";
    let reading = read(page, Layout::Html);
    let figures = &reading.budget.fields[0].indicators[0].figures;
    assert_eq!((figures[0].role, figures[1].role), (Some(Role::Realised), None));
    // It may name a part of the population, and states no year.
    assert_eq!(
        figures[1].dimensions.iter().map(beleid::Dimension::value).collect::<Vec<_>>(),
        ["Wijk Noord"]
    );
    assert!(
        reading.source_findings().iter().any(|finding| finding.rule == Rule::HeaderWithoutPeriod)
    );
}

#[test]
fn hostile_pages_are_read_at_once() {
    let wide = "<table><tr><th>Indicator<th colspan=999999999>Behaald 2016<tr><td>A<td>1</table>";
    let reading = read(wide, Layout::Html);
    assert!(reading.budget.fields[0].indicators.len() <= 1);
    let tall = "<table><tr><th>Indicator<th>Behaald 2016<tr><td rowspan=999999999>A<td rowspan=9>1\
        <tr><td>2<tr><td>3</table>";
    read(tall, Layout::Html);
    let nested = "<div>".repeat(100_000) + "<p>tekst" + &"<table><tr><td>".repeat(2_000);
    let reading = read(&nested, Layout::Html);
    assert_eq!(crate::support::list(reading.budget.fields[0].introduction()), ["tekst"]);
    let cells = "<td>1".repeat(50_000);
    let long = format!("<table><tr><th>Indicator<th>Behaald 2016<tr>{cells}</table>");
    read(&long, Layout::Html);
    for broken in [
        "<",
        "<table",
        "<td>1",
        "</table></td>",
        "<table></table>",
        "<h1>",
        "&#0;&amp",
        "<p hidden>x",
    ] {
        read(broken, Layout::Html);
    }
}

#[test]
fn an_empty_cell_is_blank_and_lies_in_its_row() {
    let page = "<table><tr><th>Indicator<th>Behaald 2016<th>Beoogd 2017<tr><td>A<td><td>3</table>";
    let reading = read(page, Layout::Html);
    let (place, indicator) = reading.budget.indicator_places().next().unwrap();
    assert_eq!(indicator.figures[0].value, Value::Missing(Missing::Blank));
    let span = reading.span(&place.at(beleid::Part::Figure(0))).unwrap();
    assert_eq!(&page[span.bytes().unwrap()], "A", "the row leads to it");
}

#[test]
fn a_cell_that_reaches_down_leaves_spans_in_order() {
    let page = "<h1>1.1 Veld</h1><table><tr><td>a<td rowspan=2>b<tr><td>c</table>";
    let reading = read(page, Layout::Html);
    assert_eq!(crate::support::list(reading.budget.fields[0].introduction()), ["a | b", "c | b"]);
    let (field, _) = reading.budget.places().next().unwrap();
    let span =
        reading.span(&field.at(beleid::Part::Section(0)).at(beleid::Part::Paragraph(1))).unwrap();
    assert_eq!(&page[span.bytes().unwrap()], "b<tr><td>c");
}

#[test]
fn what_is_around_the_page_is_left_out() {
    let page = "<body><div class='cookie-bar'><p>Cookies?</p><div>Ja</div></div>\
        <div role=navigation><a>Menu</a></div><div id=Breadcrumbs>Home &gt; Begroting</div>\
        <div role=dialog>Nieuwsbrief</div><h1>Begroting 2017</h1><h2>2.3 Handel</h2>\
        <p class='tekst cookies'>Nog een.</p><p class=koekje>Koekjes.</p></body>";
    let reading = read(page, beleid::Layout::Html);
    let lines: Vec<_> = reading.lines().map(|line| line.text).collect();
    assert_eq!(lines, ["Begroting 2017", "2.3 Handel", "Koekjes."]);
}

//! One finding a cause: which findings of a table become one, and where that one lies.

use beleid::{FigureRef, Language, PartRef, Reading, Rule};

/// The findings of a rule: place, count and message. A column is shown by its header.
fn told(reading: &Reading<'_>, rule: Rule) -> Vec<(String, usize, String)> {
    let of_rule = reading.findings().into_iter().filter(|finding| finding.rule == rule);
    of_rule
        .map(|finding| {
            let place = match reading.budget.get(&finding.place) {
                Some(PartRef::Column(column)) => format!("column {}", column.headers.join(" ")),
                _ => finding.place.pointer(),
            };
            (place, finding.count(), finding.message(Language::English))
        })
        .collect()
}

/// The rows of the flat table that a rule is about, as label and header.
fn concerned(reading: &Reading<'_>, rule: Rule) -> Vec<(String, String)> {
    let rows = reading.figures().filter(|row| row.findings.contains(&rule));
    let header = |row: &FigureRef<'_>| row.cell.and_then(|cell| row.field.header_of(cell));
    rows.map(|row| (row.subject.label().to_owned(), header(&row).unwrap_or_default())).collect()
}

fn page(headers: &[&str], rows: &[&[&str]]) -> String {
    let cells: Vec<&str> = [&["| |"], headers].concat();
    let mut text =
        format!("# 1.1 Veld\n\n## Kengetallen\n\n| Indicator | {} |\n", headers.join(" | "));
    text += &format!("|{}\n", "---|".repeat(cells.len()));
    for row in rows {
        text += &format!("| {} |\n", row.join(" | "));
    }
    text
}

fn read(text: &str) -> Reading<'_> {
    beleid::Reader::new().read_as(text, beleid::Layout::Markdown)
}

#[test]
fn cells_of_one_column_have_one_finding_at_the_column() {
    let text = page(
        &["Behaald 2015", "Beoogd 2016"],
        &[&["Winkels", "1.000", "x"], &["Cafés", "2.000", "y"], &["Musea", "3", "4"]],
    );
    let reading = read(&text);
    let doubt = "\"1.000\" may be 1000 or 1.000, and is kept as text (and 1 more: \"2.000\")";
    assert_eq!(
        told(&reading, Rule::AmbiguousNumber),
        [("column Behaald 2015".to_owned(), 2, doubt.to_owned())]
    );
    assert_eq!(
        concerned(&reading, Rule::AmbiguousNumber),
        ["Winkels", "Cafés"].map(|label| (label.to_owned(), "Behaald 2015".to_owned())),
        "only the cells themselves"
    );
    // Words that differ have each their cause.
    assert_eq!(told(&reading, Rule::NotUnderstood).len(), 2);
}

#[test]
fn cells_of_one_row_have_one_finding_at_the_row() {
    let text = page(&["Behaald 2015", "Behaald 2016"], &[&["Winkels", "1.000", "2.000"]]);
    let found = told(&read(&text), Rule::AmbiguousNumber);
    assert_eq!(found[0].0, "/budget/fields/0/indicators/0");
    assert_eq!((found.len(), found[0].1), (1, 2));
}

#[test]
fn cells_all_over_a_table_have_one_finding_at_the_table() {
    let row = |label| [label, "a7?", "a7?"];
    let numbers = |label| [label, "7", "8"];
    let text = page(
        &["Behaald 2015", "Behaald 2016"],
        &[&row("Winkels"), &row("Cafés"), &numbers("Musea"), &numbers("Scholen")],
    );
    let reading = read(&text);
    let message = "\"a7?\" was not understood, and is kept as text (in 4 places)";
    assert_eq!(
        told(&reading, Rule::NotUnderstood),
        [("/budget/fields/0/tables/0".to_owned(), 4, message.to_owned())]
    );
    assert_eq!(concerned(&reading, Rule::NotUnderstood).len(), 4);
}

#[test]
fn a_header_is_about_the_figures_of_its_column() {
    let text = page(&["Behaald 2015", "Streven"], &[&["Winkels", "1", "2"], &["Cafés", "3", "4"]]);
    let reading = read(&text);
    let found = told(&reading, Rule::HeaderWithoutPeriod);
    assert_eq!((found.len(), &*found[0].0), (1, "column Streven"));
    assert_eq!(
        concerned(&reading, Rule::HeaderWithoutPeriod),
        ["Winkels", "Cafés"].map(|label| (label.to_owned(), "Streven".to_owned()))
    );
}

#[test]
fn headers_of_one_table_have_one_finding() {
    let text = page(&["Streven", "Beoogd"], &[&["Winkels", "1", "2"]]);
    let found = told(&read(&text), Rule::HeaderWithoutPeriod);
    let message = "column header \"Streven\" has no year (and 1 more: \"Beoogd\")";
    assert_eq!(found, [("/budget/fields/0/tables/0".to_owned(), 2, message.to_owned())]);
}

/// Advice about the rows of several tables of a field is read once; a norm needs no year.
#[test]
fn advice_is_one_finding_of_a_field() {
    let one = page(&["Behaald 2015", "Norm"], &[&["Winkels", "1", "2"]]);
    let bare = |row| page(&["Behaald 2015"], &[&[row, "1"]]);
    let text = format!("{}\nAlinea.\n{}\nAlinea.\n{}", one, bare("Cafés"), bare("Scholen"))
        .replace("Kengetallen", "Prestatie-indicatoren");
    let reading = read(&text);
    assert!(told(&reading, Rule::HeaderWithoutPeriod).is_empty());
    let message = "\"Cafés\" has no target (and 1 more: \"Scholen\")";
    let found = told(&reading, Rule::NoTarget);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(&found[0].2, message);
}

/// Two tables, or two causes, are two findings.
#[test]
fn what_differs_stays_apart() {
    let one = page(&["Behaald 2015"], &[&["Winkels", "1.000"]]);
    let other = one.replace("# 1.1 Veld", "# 1.2 Ander veld");
    let text = format!("{one}\n{other}");
    let found = told(&read(&text), Rule::AmbiguousNumber);
    let places: Vec<&str> = found.iter().map(|(place, ..)| &**place).collect();
    assert_eq!(
        places,
        ["/budget/fields/0/indicators/0/figures/0", "/budget/fields/1/indicators/0/figures/0"]
    );
}

/// Whatever is gathered: each finding has its span, and the rules beside each figure are the same.
#[test]
fn examples_are_few() {
    let labels: Vec<String> = (0..9).map(|index| format!("Winkels {index}")).collect();
    let cells: Vec<String> = (0..9).map(|index| format!("{}.000", index + 1)).collect();
    let rows: Vec<[&str; 2]> =
        labels.iter().zip(&cells).map(|(label, cell)| [&**label, &**cell]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    let text = page(&["Behaald 2015"], &rows);
    let reading = read(&text);
    let findings = reading.findings();
    let doubt = findings.iter().find(|finding| finding.rule == Rule::AmbiguousNumber).unwrap();
    assert_eq!((doubt.count(), doubt.examples.len()), (9, 3));
    assert_eq!(doubt.span, reading.span(&doubt.parts[0]));
    assert!(
        doubt
            .message(Language::English)
            .ends_with("(and 8 more: \"2.000\", \"3.000\", \"4.000\", …)")
    );
    assert!(
        doubt.message(Language::Dutch).ends_with("(en nog 8: \"2.000\", \"3.000\", \"4.000\", …)")
    );
    assert_eq!(concerned(&reading, Rule::AmbiguousNumber).len(), 9);
}

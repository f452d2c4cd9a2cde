//! One rule of scale for every kind of value, in indicators and in tables of money.

use beleid::{Layout, Reader, RowText, Scale, TableText, Unit};

use super::told;

/// The values of a row of an indicator, each with its unit where it has one of its own.
fn row(label: &str, headers: &[&str], cells: &[&str]) -> Vec<String> {
    let rows = &[RowText { label, unit: None, cells }];
    let reading = beleid::read_table(&TableText { headers, rows, ..TableText::default() });
    let cells = reading.rows[0].cells.iter();
    cells.map(|cell| shown(&cell.figure)).collect()
}

fn shown(figure: &beleid::Figure) -> String {
    match &figure.unit {
        Some(unit) => format!("{} {unit}", figure.value),
        None => figure.value.to_string(),
    }
}

#[test]
fn each_kind_of_value_has_the_scale_of_its_label() {
    let cases = [
        ("5", "5000"),
        ("-5", "-5000"),
        ("1,5", "1500"),
        ("> 5", "> 5000"),
        ("≥ 5", "≥ 5000"),
        ("< 5", "< 5000"),
        ("max. 5", "≤ 5000"),
        ("10-12", "10000–12000"),
        ("daling met 5", "decrease by 5000"),
        // A scale of its own isn't applied twice.
        ("1,2 mln", "1200000"),
        ("€ 1,2 mln", "1200000 euro x 1000000"),
        // Another unit has none of it.
        ("5%", "5 percent"),
        ("12 fte", "12 fte"),
        ("daling met 5%", "decrease by 5 percent"),
        // What has no number stays as it is.
        ("-", "-"),
        ("> nulmeting", "> the baseline"),
        ("toename", "increase"),
        ("ja", "yes"),
        // The same unit printed again has the scale of the label.
        ("€ 5", "5000 euro x 1000"),
    ];
    for (cell, expected) in cases {
        assert_eq!(row("Omzet (x € 1.000)", &["Beoogd 2017"], &[cell]), [expected], "{cell}");
    }
    // In thousands of things as well.
    assert_eq!(row("Aantal bezoekers (x 1.000)", &["Beoogd 2017"], &["> 5"]), ["> 5000"]);
    assert_eq!(row("Uitstoot (in Mton)", &["Beoogd 2017"], &["40"]), ["40000000"]);
    // A cell that states it by itself.
    assert_eq!(row("Uitstoot", &["Beoogd 2017"], &["40 Mton"]), ["40000000 tonne x 1000000"]);
}

#[test]
fn an_amount_in_full_under_a_label_in_millions_is_told() {
    let rows =
        &[RowText {
            label: "Omzet (in mln €)", unit: None, cells: &["€ 12.000.000", "€ 12"]
        }];
    let headers = &["Realisatie 2016", "Beoogd 2017"];
    let reading = beleid::read_table(&TableText { headers, rows, ..TableText::default() });
    let told = |at: usize| {
        let cell = &reading.rows[0].cells[at];
        let told: Vec<_> = cell
            .findings
            .iter()
            .map(|finding| finding.message(beleid::Language::English))
            .collect();
        (shown(&cell.figure), told.join("; "))
    };
    let is = |value: &str, message: &str| (value.to_owned(), message.to_owned());
    assert_eq!(
        told(0),
        is(
            "12000000 euro",
            "\"€ 12.000.000\" was not multiplied by 1000000 as its label says, since that is too much"
        )
    );
    assert_eq!(
        told(1),
        is(
            "12000000 euro x 1000000",
            "\"€ 12\" was multiplied by 1000000 as its label says, though it has a unit of its own"
        )
    );
}

#[test]
fn the_narrower_statement_counts() {
    let headers = &["Realisatie 2016 (%)", "Beoogd 2017 (x € 1.000)"];
    assert_eq!(row("Omzet (in mln €)", headers, &["5", "6"]), ["5 percent", "6000 euro x 1000"]);
    assert_eq!(row("Omzet", headers, &["5", "6"]), ["5 percent", "6000 euro x 1000"]);
}

fn money(page: &str) -> Vec<String> {
    let reading = Reader::new().read_as(page, Layout::Html);
    let lines = reading.budget.fields[0].costs.iter();
    lines
        .map(|line| {
            let values: Vec<_> = line.figures.iter().map(shown).collect();
            format!("{} ({}): {}", line.label, line.unit, values.join(", "))
        })
        .collect()
}

#[test]
fn tables_of_money_follow_the_same_rule() {
    let head = "<h2>1.1 A</h2><table><tr><th>x € 1.000<th>Rekening 2018<th>Begroting 2020";
    let page = format!(
        "{head}<tr><td>Lasten<td>5<td>&gt; 5<tr><td>Baten<td>10-12<td>1,2 mln\
         <tr><td>Formatie (fte)<td>12<td>13<tr><td>Dekkingsgraad<td>98%<td>99\
         <tr><td>Lasten per inwoner<td>45<td>46<tr><td>Saldo per 31 december<td>7<td>€ 8\
         <tr><td>Investeringen (in mln €)<td>2<td>3</table>"
    );
    assert_eq!(
        money(&page),
        [
            "Lasten (euro x 1000): 5000, > 5000",
            "Baten (euro x 1000): 10000–12000, 1200000",
            "Formatie (fte) (fte): 12, 13",
            "Dekkingsgraad (euro x 1000): 98 percent, 99000",
            "Lasten per inwoner (euro per inhabitant): 45, 46",
            "Saldo per 31 december (euro x 1000): 7000, 8000 euro x 1000",
            "Investeringen (in mln €) (euro x 1000000): 2000000, 3000000",
        ]
    );
}

#[test]
fn what_is_counted_is_never_money() {
    let of = |corner: &str| {
        let page = format!(
            "<h2>1.1 A</h2><table><tr><th>{corner}<th>Rekening 2018<th>Begroting 2020\
             <tr><td>Woningen<td>5<td>6<tr><td>Banen<td>7<td>8</table>"
        );
        let reading = Reader::new().read_as(&page, Layout::Html).budget;
        let field = &reading.fields[0];
        (field.costs.len(), field.indicators.len())
    };
    assert_eq!(of("Aantallen x 1.000"), (0, 2));
    // Rows that state another unit keep it.
    let page = "<h2>1.1 A</h2><table><tr><th>Aantallen x 1.000<th>Rekening 2018<th>Begroting 2020\
        <tr><td>Woningen<td>5<td>&gt; 6<tr><td>Aantal banen<td>7<td>1,2 mln<tr><td>Leegstand (%)<td>8<td>9</table>";
    let reading = Reader::new().read_as(page, Layout::Html);
    let values = reading.budget.fields[0].indicators.iter().map(|indicator| {
        let values: Vec<_> = indicator.figures.iter().map(shown).collect();
        format!("{} {}", indicator.unit.as_ref().unwrap(), values.join(", "))
    });
    assert_eq!(
        values.collect::<Vec<_>>(),
        ["count x 1000 5000, > 6000", "count x 1000 7000, 1200000", "percent 8, 9"]
    );
    assert_eq!(of("Bedragen x 1.000"), (2, 0));
    assert_eq!(of("x € 1.000"), (2, 0));
}

#[test]
fn a_scale_that_is_denied_is_none() {
    let text = "1.1 Veld\n\nWat mag het kosten?\n\nBedragen niet in duizenden euro maar in hele euro\n\n\
        Rekening 2017\n\nBegroting 2017\n\nLasten\n\n12.000\n\n13.000\n";
    let reading = beleid::read(text);
    let line = &reading.budget.fields[0].costs[0];
    assert_eq!((&line.unit, line.unit.scale()), (&Unit::EURO, Scale::Ones));
    assert_eq!(line.figures[0].value.to_string(), "12000");
    assert!(told(text).is_empty(), "{:?}", told(text));
}

/// The figures of a page in HTML below *x € 1.000*, each with what is told of it.
fn within_thousands(header: &str, rows: &str) -> Vec<String> {
    within("Bedragen x € 1.000", header, rows)
}

fn within(title: &str, header: &str, rows: &str) -> Vec<String> {
    let page = format!("<h2>1.1 A</h2><p>{title}</p><table><tr>{header}{rows}</table>");
    values_and_findings(&page, Layout::Html)
}

fn values_and_findings(page: &str, layout: Layout) -> Vec<String> {
    let reading = Reader::new().read_as(page, layout);
    let lines = reading.budget.fields[0].costs.iter();
    let values = lines.flat_map(|line| {
        line.figures.iter().map(|figure| {
            let unit = figure.unit.as_ref().unwrap_or(&line.unit);
            format!("{} {unit}", figure.value)
        })
    });
    let told = reading.findings().into_iter().filter(|of| of.rule.code() == "likely-reading");
    let told = told.map(|of| of.message(beleid::Language::English));
    let of_scale = told.filter(|of| of.contains("multiplied") || of.contains("scale"));
    values.chain(of_scale).collect()
}

/// What a text says that is narrower than a scale around it, and what the amount 234.000 becomes.
const NARROWER: [(&str, &str); 14] = [
    ("Baten (x € 1)", "234000 euro"),
    ("Baten x € 1", "234000 euro"),
    ("Baten (x 1 euro)", "234000 euro"),
    ("Baten in hele euro's", "234000 euro"),
    ("Baten (in volle euro's)", "234000 euro"),
    ("Baten (in euro)", "234000 euro; in full"),
    ("Baten (in euro's)", "234000 euro; in full"),
    ("Baten in euro's", "234000 euro; in full"),
    ("Baten (bedragen in €)", "234000 euro; in full"),
    ("Baten (€)", "234000000 euro x 1000; sign"),
    ("Baten (euro)", "234000000 euro x 1000; sign"),
    ("Baten", "234000000 euro x 1000"),
    ("Baten (x € 1.000)", "234000000 euro x 1000"),
    ("Baten (x € 1) (x € 1.000)", "234000000 euro x 1000; both"),
];

/// The amounts of a case and the finding that it is to have.
fn narrower(text: &str, expected: &str, others: &[&str]) -> Vec<String> {
    let (value, told) = expected.split_once("; ").unwrap_or((expected, ""));
    let told = match told {
        "in full" => Some(format!(
            "\"{text}\" says that its amounts are in full, and they were not multiplied by 1000 as the table says"
        )),
        "sign" => Some(format!(
            "\"{text}\" names a currency without a scale, and its amounts were multiplied by 1000 as the table says"
        )),
        "both" => Some(format!(
            "\"{text}\" says two things of the scale of its amounts, and they were read in that of the table"
        )),
        _ => None,
    };
    let others = others.iter().map(ToString::to_string);
    others.chain([value.to_owned()]).chain(told).collect()
}

#[test]
fn a_column_may_be_in_full_within_a_table_in_thousands() {
    for (text, expected) in NARROWER {
        let header = format!("<th>Begroting 2018<th>Lasten<th>{text}");
        let found = within_thousands(&header, "<tr><td>Zorg<td>1.234<td>234.000");
        assert_eq!(found, narrower(text, expected, &["1234000 euro x 1000"]), "{text}");
        let lines = format!(
            "Begroting 2018\n1.1 A\nWat mag het kosten?\nBedragen x € 1.000\nOmschrijving\nLasten 2018\n\
             Baten 2018 {}\nZorg\n1.234\n234.000\nWonen\n2.345\n345.100\n",
            text.strip_prefix("Baten").unwrap().trim()
        );
        let found = values_and_findings(&lines, Layout::Lines);
        let value = expected.split(';').next().unwrap();
        assert_eq!(found.get(1).map(String::as_str), Some(value), "{text} in lines: {found:?}");
    }
}

#[test]
fn a_row_or_a_group_may_be_in_full_within_a_table_in_thousands() {
    for (text, expected) in NARROWER {
        let head = "<th>Post<th>Begroting 2018";
        let rows = format!("<tr><td>Lasten<td>1.234<tr><td>{text}<td>234.000");
        let expected = narrower(text, expected, &["1234000 euro x 1000"]);
        assert_eq!(within_thousands(head, &rows), expected, "{text}");
        // All columns say in what the table is, which is no narrower than what a row says.
        let head = "<th>Post<th>Begroting 2018 (x € 1.000)";
        assert_eq!(within("Begroting", head, &rows), expected, "{text}");
    }
    let group = |text: &str| {
        let rows = format!("<tr><td>Lasten<td>1.234<tr><td>{text}<td><tr><td>Subsidies<td>12.300");
        within_thousands("<th>Post<th>Begroting 2018", &rows)
    };
    assert_eq!(group("Bedragen x € 1"), ["1234000 euro x 1000", "12300 euro"]);
    assert_eq!(group("Bedragen in euro's")[..2], ["1234000 euro x 1000", "12300 euro"]);
    assert_eq!(group("Bedragen in euro's").len(), 3);
    assert_eq!(group("Bedragen x € 1.000"), ["1234000 euro x 1000", "12300000 euro x 1000"]);
}

#[test]
fn a_column_of_units_may_say_that_a_row_is_in_full() {
    let of = |unit: &str| {
        let rows = format!("<tr><td>Lasten<td>x € 1.000<td>1.234<tr><td>Leges<td>{unit}<td>12.300");
        within_thousands("<th>Post<th>Eenheid<th>Begroting 2018", &rows)
    };
    assert_eq!(of("x € 1"), ["1234000 euro x 1000", "12300 euro"]);
    assert_eq!(of("in euro's")[..2], ["1234000 euro x 1000", "12300 euro"]);
    assert_eq!(of("in euro's").len(), 3);
    assert_eq!(of("€")[..2], ["1234000 euro x 1000", "12300000 euro x 1000"]);
    assert_eq!(of("€").len(), 3);
}

#[test]
fn a_title_or_a_corner_may_be_in_full_within_a_page_in_thousands() {
    let of = |title: &str, corner: &str| {
        let title = format!("Bedragen x € 1.000</p><p>{title}");
        within(&title, &format!("<th>{corner}<th>Begroting 2018"), "<tr><td>Lasten<td>12.300")
    };
    assert_eq!(of("Subsidies (in euro's)", "Post"), ["12300 euro"]);
    assert_eq!(of("Bedragen x € 1", "Post"), ["12300 euro"]);
    assert_eq!(of("Subsidies", "x € 1"), ["12300 euro"]);
    assert_eq!(of("Subsidies", "in euro's"), ["12300 euro"]);
    // The sign alone leaves the scale.
    assert_eq!(of("Subsidies", "€")[..1], ["12300000 euro x 1000"]);
    assert_eq!(of("Subsidies", "€").len(), 2);
    assert_eq!(of("(euro)", "Post")[..1], ["12300000 euro x 1000"]);
    assert_eq!(of("(euro)", "Post").len(), 2);
    // Two scales in one text are none.
    let rows = "<tr><td>Lasten<td>5<tr><td>Baten<td>3";
    let found = within("Bedragen x € 1.000 (x € 1)", "<th>Post<th>Begroting 2018", rows);
    assert_eq!(found, ["5 euro", "3 euro"]);
}

#[test]
fn english_pages_say_so_too() {
    let of = |text: &str| {
        let header = format!("<th>Budget 2018/19<th>Expenditure<th>{text}");
        within("All figures in £000", &header, "<tr><td>Care<td>1,234<td>234,000")
    };
    let in_full = "234000 pound sterling";
    let scaled = "234000000 pound sterling x 1000";
    for (text, expected, told) in [
        ("Income (in pounds)", in_full, 1),
        ("Income (x £1)", in_full, 0),
        ("Income in whole pounds", in_full, 0),
        ("Income (£)", scaled, 1),
        ("Income", scaled, 0),
    ] {
        let found = of(text);
        assert_eq!((&*found[1], found.len()), (expected, 2 + told), "{text}");
    }
}

#[test]
fn a_sign_beside_columns_in_thousands_is_in_full() {
    let header = "<th>Begroting 2018<th>Lasten (x € 1.000)<th>Baten (€)";
    let found = within("Begroting", header, "<tr><td>Zorg<td>1.234<td>234.000");
    assert_eq!(found, ["1234000 euro x 1000", "234000 euro"]);
}

#[test]
fn a_target_may_be_in_full_where_its_row_is_in_thousands() {
    let headers = &["Realisatie 2016", "Beoogd 2017 (x € 1)"];
    assert_eq!(row("Omzet (x € 1.000)", headers, &["5", "6"]), ["5000", "6 euro"]);
}

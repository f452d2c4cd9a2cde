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

//! What the names of lines and columns say of money: what is left of a flow, in which sign it is printed, whether it is with the
//! reserves, and what it is a part of.

use beleid::{CostLine, Layout, PolicyField, Reader, Sign};

/// The lines of the first field of a page in HTML below *x € 1.000*.
fn lines(rows: &str) -> Vec<CostLine> {
    field(&format!("<h2>1.1 A</h2><p>Bedragen x € 1.000</p><table>{rows}</table>"), Layout::Html)
        .costs
}

fn field(page: &str, layout: Layout) -> PolicyField {
    Reader::new().read_as(page, layout).into_owned().budget.fields.remove(0)
}

/// What flows in a line, and the sign of a surplus that words say: `balance -`.
fn flow(line: &CostLine) -> String {
    let flow = line.flow.map_or("?", |flow| flow.code());
    let surplus = line.signs.and_then(|signs| signs.surplus);
    let sign = surplus.map_or("", |of| if of.sign == Sign::Plus { " +" } else { " -" });
    format!("{flow}{sign}")
}

fn reserves(line: &CostLine) -> String {
    format!(
        "{} {}",
        line.flow.map_or("?", |of| of.code()),
        line.reserves.map_or("?", |of| of.code())
    )
}

/// Names of balances, and what they say of the sign of a surplus.
const NAMES: [(&str, &str); 24] = [
    ("Netto lasten", "balance -"),
    ("Nettolasten", "balance -"),
    ("Netto-lasten", "balance -"),
    ("Netto kosten", "balance -"),
    ("Netto uitgaven", "balance -"),
    ("Totaal netto lasten", "balance -"),
    ("Netto lasten zwembad", "balance -"),
    ("Netto baten", "balance +"),
    ("Netto inkomsten", "balance +"),
    ("Netto budget", "balance"),
    ("Netto resultaat", "balance"),
    ("Nadelig saldo", "balance -"),
    ("Voordelig saldo", "balance +"),
    ("Batig saldo", "balance +"),
    ("Negatief resultaat", "balance -"),
    ("Tekort", "balance -"),
    ("Overschot", "balance +"),
    ("Overschot/tekort", "balance"),
    ("Saldo (- is tekort)", "balance"),
    ("Saldo", "balance"),
    ("Saldo van baten en lasten", "balance"),
    ("Bruto lasten", "expenses"),
    ("Lasten", "expenses"),
    ("Baten", "income"),
];

#[test]
fn the_name_of_a_balance_says_its_sign() {
    for (name, expected) in NAMES {
        let row = format!("<tr><th>Post<th>Rekening 2018<tr><td>{name}<td>34");
        assert_eq!(flow(&lines(&row)[0]), expected, "{name} as a row");
        let columns = format!(
            "Begroting 2018\n1.1 A\nWat mag het kosten?\nBedragen x € 1.000\nOmschrijving\nRekening 2017\n\
             Begroting 2018\n{name}\n1.234\n1.345\n"
        );
        assert_eq!(flow(&field(&columns, Layout::Lines).costs[0]), expected, "{name} in lines");
        let text =
            format!("## 1.1 A\n\n| x € 1.000 | Begroting 2018 |\n|---|---|\n| {name} | 34 |\n");
        assert_eq!(flow(&field(&text, Layout::Markdown).costs[0]), expected, "{name} in Markdown");
    }
    for name in ["Netto lasten", "Nettolasten", "Nadelig saldo", "Netto uitgaven"] {
        let column = format!("<tr><th>Post<th>{name} 2018<tr><td>Zorg<td>34<tr><td>Wonen<td>-3");
        let found: Vec<_> = lines(&column).iter().map(flow).collect();
        assert_eq!(found, ["balance -", "balance -"], "{name} as a column");
    }
    // A title, a header of the labels or a group says it of all rows.
    let title = "<h2>1.1 A</h2><p>Netto lasten per taakveld (x € 1.000)</p><table><tr><th>Taakveld\
        <th>Rekening 2017<tr><td>Zorg<td>5</table>";
    assert_eq!(flow(&field(title, Layout::Html).costs[0]), "balance -");
    assert_eq!(
        flow(&lines("<tr><th>Nettolasten<th>Rekening 2017<tr><td>Zorg<td>5")[0]),
        "balance -"
    );
    let group = "<tr><th>Post<th>Rekening 2017<tr><td>Netto lasten<td><tr><td>Zorg<td>5";
    assert_eq!(flow(&lines(group)[0]), "balance -");
}

#[test]
fn english_names_say_it_as_well() {
    for (name, expected) in [
        ("Net expenditure", "balance -"),
        ("Net cost", "balance -"),
        ("Net cost of services", "balance -"),
        ("Net revenue expenditure", "balance -"),
        ("Total net expenditure", "balance -"),
        ("Net income", "balance +"),
        ("Net revenue", "balance +"),
        ("Net budget", "balance"),
        ("Deficit", "balance -"),
        ("Surplus", "balance +"),
        ("Surplus/(deficit)", "balance"),
        ("Gross expenditure", "expenses"),
    ] {
        let page = format!(
            "<h2>1.1 Care</h2><p>All figures in £000</p><table><tr><th>Service<th>Budget 2018/19\
             <tr><td>{name}<td>34</table>"
        );
        assert_eq!(flow(&field(&page, Layout::Html).costs[0]), expected, "{name}");
    }
}

#[test]
fn a_minus_may_say_the_same_as_the_name() {
    let row = |name: &str, cells: &str| {
        flow(
            &lines(&format!(
                "<tr><th>Post<th>Rekening 2018<th>Begroting 2019<tr><td>{name}{cells}"
            ))[0],
        )
    };
    assert_eq!(row("Nadelig saldo", "<td>-34<td>-35"), "balance");
    assert_eq!(row("Netto lasten", "<td>-34<td>-35"), "balance");
    assert_eq!(row("Netto lasten", "<td>34<td>-3"), "balance -");
}

#[test]
fn arithmetic_counts_more_than_a_name() {
    let rows = "<tr><th>Post<th>Rekening 2018<th>Begroting 2019<tr><td>Lasten<td>-100<td>-110\
        <tr><td>Baten<td>40<td>45<tr><td>Netto lasten<td>-60<td>-65";
    let found: Vec<_> = lines(rows).iter().map(flow).collect();
    assert_eq!(found, ["expenses +", "income +", "balance +"]);
}

#[test]
fn balances_with_two_names_are_two_lines() {
    for (one, other) in [
        ("Saldo 2018", "Resultaat 2018"),
        ("Nadelig saldo 2018", "Voordelig saldo 2018"),
        ("Saldo voor bestemming 2018", "Saldo na bestemming 2018"),
        ("Lasten inclusief reserves 2018", "Lasten exclusief reserves 2018"),
        ("Lasten inclusief reserves 2018", "Lasten exclusief reserves 2019"),
    ] {
        let page = format!("<tr><th>Post<th>{one}<th>{other}<tr><td>Zorg<td>234<td>200");
        let found: Vec<_> = lines(&page)
            .iter()
            .map(|line| (line.flow.is_some(), line.figures.len(), line.figures[0].dimensions.len()))
            .collect();
        assert_eq!(found, [(true, 1, 0), (true, 1, 0)], "{one} beside {other}");
    }
    let reading = Reader::new().read_as(
        "<h2>1.1 A</h2><table><tr><th>x € 1.000<th>Nadelig saldo 2018<th>Voordelig saldo 2018\
         <tr><td>Zorg<td>234<td></table>",
        Layout::Html,
    );
    assert!(reading.findings().iter().all(|of| of.rule.code() != "repeated-header"));
    // One balance at two stages or of two years is one line.
    for (one, other) in [
        ("Saldo begroting 2018", "Saldo rekening 2018"),
        ("Resultaat 2017", "Resultaat 2018"),
        ("Lasten 2017", "Lasten 2018"),
    ] {
        let page = format!("<tr><th>Post<th>{one}<th>{other}<tr><td>Zorg<td>234<td>200");
        assert_eq!(lines(&page).len(), 1, "{one} beside {other}");
    }
}

#[test]
fn a_balance_says_at_which_stage_it_is() {
    for realised in ["rekening", "werkelijk", "realisatie"] {
        let headers = |year: &str| {
            format!(
                "<tr><th>Post<th>Lasten begroting{year}<th>Baten begroting{year}<th>Saldo begroting{year}\
                 <th>Lasten {realised}{year}<th>Baten {realised}{year}<th>Saldo {realised}{year}"
            )
        };
        for year in [" 2018", ""] {
            let page = headers(year) + "<tr><td>Zorg<td>234<td>200<td>-34<td>240<td>200<td>-40";
            let found: Vec<_> = lines(&page)
                .iter()
                .map(|line| {
                    let roles =
                        line.figures.iter().map(|of| of.role.map_or("?", |role| role.code()));
                    format!(
                        "{}: {}",
                        line.flow.map_or("?", |of| of.code()),
                        roles.collect::<Vec<_>>().join(", ")
                    )
                })
                .collect();
            let both = [
                "expenses: budgeted, realised",
                "income: budgeted, realised",
                "balance: budgeted, realised",
            ];
            assert_eq!(found, both, "Saldo {realised}{year}");
        }
    }
    // Alone beside both it is the difference.
    let page = "<tr><th>Post<th>Begroting 2018<th>Rekening 2018<th>Saldo 2018<tr><td>Lasten<td>34<td>40<td>-6";
    assert_eq!(lines(page)[0].figures[2].role.unwrap().code(), "difference");
}

#[test]
fn a_name_says_whether_it_is_with_the_reserves() {
    for (name, expected) in [
        ("Lasten (inclusief toevoegingen aan reserves)", "expenses included"),
        ("Lasten incl. mutaties reserves", "expenses included"),
        ("Totaal lasten inclusief reserves", "expenses included"),
        ("Lasten na toevoeging aan reserves", "expenses included"),
        ("Totaal baten inclusief onttrekking reserves", "income included"),
        ("Lasten exclusief mutaties reserves", "expenses excluded"),
        ("Lasten vóór reservemutaties", "expenses excluded"),
        ("Baten (excl. onttrekkingen aan reserves)", "income excluded"),
        ("Saldo inclusief mutaties reserves", "balance included"),
        ("Toevoegingen aan reserves", "expenses only"),
        ("Toevoegingen aan reserves (lasten)", "expenses only"),
        ("Storting in reserve", "expenses only"),
        ("Uitgaven voor reserve groen", "expenses ?"),
        ("Lasten", "expenses ?"),
    ] {
        let row = format!("<tr><th>Post<th>Rekening 2018<tr><td>{name}<td>34");
        assert_eq!(reserves(&lines(&row)[0]), expected, "{name}");
    }
    for (name, expected) in [
        ("Reserves", "only"),
        ("Mutaties reserves", "only"),
        ("Reservemutaties", "only"),
        ("Toevoeging aan reserves", "only"),
        ("Totaal inclusief reserves", "included"),
        ("Totaal exclusief reserves", "excluded"),
        ("Zorg", "?"),
    ] {
        let page = format!("<tr><th>Begroting 2018<th>Lasten<th>Baten<tr><td>{name}<td>3<td>4");
        let found: Vec<_> = lines(&page).iter().map(reserves).collect();
        assert_eq!(found, [format!("expenses {expected}"), format!("income {expected}")], "{name}");
    }
    for (header, expected) in [
        ("Lasten inclusief reserves 2018", "expenses included"),
        ("Lasten (incl. mutaties reserves) 2018", "expenses included"),
        ("Baten excl. reserves 2018", "income excluded"),
    ] {
        let page = format!("<tr><th>Post<th>{header}<tr><td>Zorg<td>3");
        assert_eq!(reserves(&lines(&page)[0]), expected, "{header}");
    }
    // Beside years it is what there is, and no movement.
    let page = "<tr><th>Post<th>Rekening 2018<tr><td>Lasten<td>5<tr><td>Reserves<td>34";
    assert_eq!(reserves(&lines(page)[1]), "? ?");
}

#[test]
fn english_names_say_whether_they_are_with_the_reserves() {
    for (name, expected) in [
        ("Expenditure including contributions to reserves", "expenses included"),
        ("Expenditure before contributions to reserves", "expenses excluded"),
        ("Income (including transfers from reserves)", "income included"),
    ] {
        let page = format!(
            "<h2>1.1 Care</h2><table><tr><th>£000<th>Budget 2018/19<tr><td>Expenditure<td>5<tr><td>{name}<td>34</table>"
        );
        assert_eq!(reserves(&field(&page, Layout::Html).costs[1]), expected, "{name}");
    }
}

#[test]
fn a_part_has_the_row_above_it_as_its_group() {
    for lead in [
        "waarvan personeel",
        "Waarvan: personeel",
        "- waarvan personeel",
        "w.v. personeel",
        "waaronder personeel",
    ] {
        let rows = format!(
            "<tr><th>Post<th>Rekening 2018<th>Begroting 2019<tr><td>Lasten<td>100<td>110<tr><td>{lead}<td>40<td>45\
             <tr><td>waarvan inhuur<td>4<td>5<tr><td>Baten<td>60<td>65"
        );
        let found: Vec<_> = lines(&rows)
            .iter()
            .map(|line| (line.group.join("/"), flow(line).split(' ').next().unwrap().to_owned()))
            .collect();
        let is = |group: &str, flow: &str| (group.to_owned(), flow.to_owned());
        let expected = [
            is("", "expenses"),
            is("Lasten", "expenses"),
            is("Lasten", "expenses"),
            is("", "income"),
        ];
        assert_eq!(found, expected, "{lead}");
    }
    let rows = "<tr><th>Post<th>Rekening 2018<tr><td>Lasten<td>100<tr><td>Waarvan:<td><tr><td>personeel<td>40\
        <tr><td>inhuur<td>4<tr><td>Baten<td>60";
    let groups: Vec<_> = lines(rows).iter().map(|line| line.group.join("/")).collect();
    assert_eq!(groups, ["", "Lasten/Waarvan:", "Lasten/Waarvan:", ""]);
    // *Waarvandaan* is another word.
    let rows = "<tr><th>Post<th>Rekening 2018<tr><td>Lasten<td>100<tr><td>Waarvandaan<td>40";
    assert_eq!(lines(rows)[1].group, [""; 0]);
}

/// The lines of a field and of those within it.
fn all(field: &PolicyField) -> Vec<CostLine> {
    field.costs.iter().cloned().chain(field.fields.iter().flat_map(all)).collect()
}

#[test]
fn a_heading_says_that_amounts_come_once_or_are_of_investments() {
    let of = |heading: &str| {
        let page = format!(
            "# Begroting 2018\n\n## Programma 1 Zorg\n\n### Wat mag het kosten?\n\n| x € 1.000 | Rekening 2017 |\n|---|---|\n\
             | Lasten | 34 |\n\n### {heading}\n\n| x € 1.000 | Rekening 2017 |\n|---|---|\n| Lasten | 3 |\n"
        );
        let reading = Reader::new().read_as(&page, Layout::Markdown).into_owned();
        let costs: Vec<CostLine> = reading.budget.fields.iter().flat_map(all).collect();
        let kind = |line: &CostLine| {
            let recurrence = line.recurrence.map_or("?", |of| of.code());
            format!("{recurrence} {}", line.account.map_or("?", |of| of.code()))
        };
        assert_eq!(kind(&costs[0]), "? ?", "{heading}");
        kind(&costs[1])
    };
    assert_eq!(of("Incidentele lasten en baten"), "incidental ?");
    assert_eq!(of("Overzicht incidentele baten en lasten"), "incidental ?");
    assert_eq!(of("Investeringen"), "? investment");
    assert_eq!(of("Investeringen in mensen en hun wijken"), "? ?");
    assert_eq!(of("Lasten en baten"), "? ?");
}

#[test]
fn what_is_left_of_both_flows_is_two_flows() {
    for income in ["Netto opbrengsten", "Netto belastingopbrengsten", "Netto baten"] {
        let rows = format!(
            "<tr><th>Post<th>Rekening 2018<th>Begroting 2018<tr><td>{income}<td>64.600<td>63.661\
             <tr><td>Netto lasten<td>60.636<td>61.668<tr><td>Exploitatieresultaat<td>3.964<td>1.993"
        );
        let found: Vec<_> = lines(&rows)
            .iter()
            .map(|line| format!("{}{}", flow(line), line.group.join("/")))
            .collect();
        assert_eq!(found, ["income +", "expenses +", "balance +"], "{income}");
    }
}

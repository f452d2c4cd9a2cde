//! Forms of real pages in which a reader goes wrong without seeing it.

use beleid::{Layout, Number, PolicyField, Reader, Reading, Scale, Value};

fn html(page: &str) -> Reading<'_> {
    Reader::new().read_as(page, Layout::Html)
}

fn figures(field: &PolicyField) -> Vec<String> {
    let all = field.indicators.iter().flat_map(|indicator| {
        indicator.figures.iter().map(move |figure| {
            let year = figure.period.map(|period| period.to_string()).unwrap_or_default();
            format!("{} {year} {}", indicator.name, figure.value)
        })
    });
    all.collect()
}

#[test]
fn a_row_of_headers_begins_another_table() {
    let text =
        "Indicator;2018;2019\nA;1;2\nIndicator;2019;2020\nB;3;4\nIndicator;2019;2020\nC;5;6\n";
    let reading = Reader::new().read_as(text, Layout::Csv);
    let expected = ["A 2018 1", "A 2019 2", "B 2019 3", "B 2020 4", "C 2019 5", "C 2020 6"];
    assert_eq!(figures(&reading.budget.fields[0]), expected);
    // A row of numbers that may be years has a label of its own.
    let text = "Indicator;2018;2019\nBouwjaar;1990;2001\n";
    let reading = Reader::new().read_as(text, Layout::Csv);
    assert_eq!(reading.budget.fields[0].indicators.len(), 1);
}

#[test]
fn what_is_asked_of_a_field_stays_in_it() {
    let reading = html(
        "<h2>Programma 1 Veiligheid</h2><h3>1.1 Brand</h3><h4>Wat willen we bereiken?</h4><ul><li>G</ul>\
         <h4>Wat gaan we doen?</h4><ul><li>X</ul><h3>Indicatoren</h3><table><tr><th>Indicator\
         <th>Realisatie 2018<tr><td>A<td>1</table>",
    );
    let programme = &reading.budget.fields[0];
    assert_eq!((programme.actions.len(), programme.indicators.len()), (0, 1));
    assert_eq!((programme.fields[0].goals.len(), programme.fields[0].actions.len()), (1, 1));
}

#[test]
fn tables_of_money_are_known_by_what_they_say() {
    let rows = "<tr><td>Lasten<td>1.200<td>1.300<tr><td>Baten<td>200<td>300</table>";
    let head = "<th>Rekening 2019<th>Begroting 2021";
    for page in [
        format!("<h2>1.1 A</h2><table><tr><th>Wat mag het kosten?{head}{rows}"),
        format!("<h2>1.1 A</h2><table><tr><th>Omschrijving{head}{rows}"),
        format!(
            "<h2>1.1 A</h2><p>(x € 1.000)</p><table><tr><th>{head}<tr><td>Saldo<td>1<td>2</table>"
        ),
        format!("<h2>1.1 A</h2><table><caption>Bedragen x € 1.000</caption><tr><th>{head}{rows}"),
    ] {
        let reading = html(&page);
        let field = &reading.budget.fields[0];
        assert!(field.indicators.is_empty() && !field.costs.is_empty(), "{page}");
        let is_scaled = field.costs[0].unit.scale() == Scale::Thousands;
        assert_eq!(is_scaled, page.contains("1.000"), "{page}");
    }
    // Where costs are asked for, a table of indicators is one all the same.
    let reading = html(
        "<h2>1.1 A</h2><h3>Wat mag het kosten?</h3><table><tr><th>Indicator<th>Realisatie 2018\
         <th>Begroting 2020<tr><td>Bezoekers<td>500<td>600</table>",
    );
    assert_eq!(reading.budget.fields[0].indicators.len(), 1);
}

#[test]
fn what_is_no_money_is_not_in_thousands() {
    let reading = html(
        "<h2>1.1 A</h2><table><tr><th>x € 1.000<th>Rekening 2018<th>Begroting 2020<tr><td>Lasten<td>45<td>40\
         <tr><td>Dekkingsgraad<td>98%<td>99%<tr><td>Aantal fte<td>12,5<td>13 fte\
         <tr><td>Bedrag per inwoner in €<td>45<td>46</table>",
    );
    let costs = &reading.budget.fields[0].costs;
    let first = |at: usize| costs[at].figures[0].value.clone();
    assert_eq!(first(0), Value::Exact(Number::from(45_000)));
    assert_eq!(first(1), Value::Exact(Number::from(98)));
    assert_eq!(first(2), Value::Exact("12.5".parse().unwrap()));
    assert_eq!(costs[2].figures[1].value, Value::Exact(Number::from(13)));
    assert_eq!(first(3), Value::Exact(Number::from(45)));
}

#[test]
fn what_stands_behind_the_last_amount_is_no_cost() {
    let text = "1.1 A\n\nWat mag het kosten? (x € 1.000)\n\nRekening 2018\n\nBegroting 2019\n\nLasten\n\n\
        1.200\n\n1.300\n\nToelichting\n\nDe lasten stijgen.\n\n1.2 Wonen\n\nTekst.\n";
    let reading = beleid::read(text);
    let fields = &reading.budget.fields;
    assert_eq!((fields.len(), fields[0].costs.len()), (2, 1));
    assert_eq!(fields[0].sections[0].paragraphs, ["Toelichting", "De lasten stijgen."]);
}

#[test]
fn a_source_is_no_indicator() {
    let reading = html(
        "<h2>1.1 A</h2><table><tr><th>Indicator<th>Rekening 2018<th>Begroting 2020<tr><td>Inbraken<td>45<td>40\
         <tr><td>Bron: CBS<td><td><tr><td>Nederland<td>50<td>48</table>",
    );
    let field = &reading.budget.fields[0];
    assert_eq!(field.indicators.len(), 1);
    assert_eq!(field.indicators[0].notes[0].text, "Bron: CBS");
    assert_eq!(field.indicators[0].figures.len(), 4);
}

#[test]
fn pictures_in_cells_say_what_they_show() {
    let reading = html(
        "<h2>1.1 A</h2><table><tr><th>Indicator<th>Realisatie 2018<th>Begroting 2020<th>Status<tr><td>Inbraken\
         <td>45<td><img src=x alt=\"40\"><td><img src=\"groen.png\" alt=\"Groen: op schema\"></table>",
    );
    let indicator = &reading.budget.fields[0].indicators[0];
    assert_eq!(indicator.attributes[0].text, "Groen: op schema");
    assert_eq!(indicator.figures[1].value, Value::Exact(Number::from(40)));
}

#[test]
fn captions_and_sources_are_no_goals() {
    let reading = html(
        "<h2>1.1 A</h2><h3>Wat willen we bereiken?</h3><p>Veilig.</p><p>Figuur 2: inbraken</p><table>\
         <caption>Woningen in de stad</caption><tr><th>Indicator<th>Beoogd 2018<tr><td>A<td>1</table>\
         <p>Bron: CBS</p><figure><img src=x alt=y><figcaption>Een haven</figcaption></figure>",
    );
    let field = &reading.budget.fields[0];
    let goals: Vec<_> = field.goals.iter().map(|goal| &*goal.text).collect();
    assert_eq!(goals, ["Veilig."]);
    let mut texts = field.sections[0].paragraphs.clone();
    texts.sort();
    assert_eq!(texts, ["Bron: CBS", "Een haven", "Figuur 2: inbraken", "Woningen in de stad"]);
}

#[test]
fn numbered_headings_below_a_question_for_goals_are_goals() {
    let reading = html(
        "<h2>Programma 5 Wonen</h2><h3>Wat willen we bereiken?</h3><h4>1. Meer woningen</h4><p>Uitleg.</p>\
         <h5>Wat doen we daarvoor?</h5><ul><li>Bouwen</ul><h4>2. Duurzaam</h4><h3>5.1 Huur</h3><p>Tekst.</p>",
    );
    let programme = &reading.budget.fields[0];
    let goals: Vec<_> = programme.goals.iter().map(|goal| &*goal.text).collect();
    assert_eq!(goals, ["1. Meer woningen", "2. Duurzaam"]);
    assert_eq!(programme.actions[0].goals, [programme.goals[0].id.clone()]);
    assert_eq!(programme.fields[0].heading.title.as_deref(), Some("Huur"));
}

#[test]
fn a_goal_over_the_rows_of_a_table_is_what_they_are_for() {
    let reading = html(
        "<h2>1.1 A</h2><table><tr><th>Indicator<th>Realisatie 2018<th>Streefwaarde 2020\
         <tr><td colspan=3>Doel 1: Minder inbraken<tr><td>A<td>1<td>2<tr><td colspan=3>Doel 2: Minder brand\
         <tr><td>B<td>3<td>4</table>",
    );
    let field = &reading.budget.fields[0];
    let goals: Vec<_> = field.goals.iter().map(|goal| goal.id.clone()).collect();
    assert_eq!(goals.len(), 2);
    let of: Vec<_> = field.indicators.iter().map(|indicator| indicator.goals.clone()).collect();
    assert_eq!(of, [vec![goals[0].clone()], vec![goals[1].clone()]]);
}

#[test]
fn a_row_that_names_a_role_is_of_the_indicator_above_it() {
    let reading = html(
        "<h2>1.1 A</h2><table><tr><th>Indicator<th>2018<th>2020<tr><td>Inbraken<td>45<td>40\
         <tr><td>Streefwaarde*<td>44<td>&lt; 38<tr><td>Nederland<td>50<td>49</table>",
    );
    let indicator = &reading.budget.fields[0].indicators[0];
    assert_eq!(reading.budget.fields[0].indicators.len(), 1);
    let all: Vec<_> = indicator
        .figures
        .iter()
        .map(|figure| {
            let role = figure.role.map_or("-".to_owned(), |role| role.to_string());
            let slice = figure.dimensions.first().map_or("-", |part| part.value());
            format!("{role} {slice} {}", figure.value)
        })
        .collect();
    assert_eq!(
        all,
        ["- - 45", "- - 40", "target - 44", "target - < 38", "- Nederland 50", "- Nederland 49"]
    );
    assert_eq!(
        crate::support::header(&reading.budget.fields[0], &indicator.figures[2]).as_deref(),
        Some("2018 Streefwaarde*")
    );
    let told: Vec<_> = reading.source_findings().iter().map(ToString::to_string).collect();
    let expected = "advice[likely-reading] line 1, column 91: row \"Streefwaarde*\" was read as a row of \"Inbraken\" above it";
    assert!(told.contains(&expected.to_owned()), "{told:?}");
}

#[test]
fn a_column_may_say_what_each_row_is_for() {
    let text = "Jaar;Indicator;Rol;Waarde\n2018;Inbraken;Realisatie;45\n2020;Inbraken;Doel;40\n";
    let reading = Reader::new().read_as(text, Layout::Csv);
    let indicator = &reading.budget.fields[0].indicators[0];
    let all: Vec<_> = indicator
        .figures
        .iter()
        .map(|figure| {
            format!("{} {} {}", figure.role.unwrap(), figure.period.unwrap(), figure.value)
        })
        .collect();
    assert_eq!(all, ["realised 2018 45", "target 2020 40"]);
}

//! Which unit a label states, in the forms in which published tables print them.

use beleid::{RowText, Rule, TableText};

/// The unit of a row by its label, and by what stands in its column of units.
fn unit(label: &str, column: Option<&str>) -> String {
    let row = RowText { label, unit: column, cells: &["5"] };
    let table = TableText { headers: &["Beoogd 2017"], rows: &[row], ..TableText::default() };
    let row = &beleid::read_table(&table).rows[0];
    let is_told = row.findings.iter().any(|finding| finding.rule == Rule::UnknownUnit);
    match &row.unit {
        Some(unit) => unit.to_string(),
        None if is_told => "?".to_owned(),
        None => "-".to_owned(),
    }
}

#[test]
fn labels_state_units() {
    let cases = [
        // In parentheses.
        ("Reactietijd (werkdagen)", "working day"),
        ("Doorlooptijd vergunningen (in dagen)", "day"),
        ("Wachttijd (weken)", "week"),
        ("Doorlooptijd (maanden)", "month"),
        ("Inzet vrijwilligers (in uren)", "hour"),
        ("Aanrijtijd brandweer (minuten)", "minute"),
        ("Looptijd (in jaren)", "year"),
        ("Formatie (fte)", "fte"),
        ("Formatie (in fte's)", "fte"),
        ("Verbruik openbare verlichting (kWh)", "kilowatt-hour"),
        ("Opwek zonnepanelen (in MWh)", "megawatt-hour"),
        ("Warmtevraag (TJ)", "terajoule"),
        ("Gasverbruik (m3)", "cubic metre"),
        ("Gasverbruik (in m³)", "cubic metre"),
        ("Vloeroppervlak (m2)", "square metre"),
        ("Groen (in m²)", "square metre"),
        ("Oppervlakte (in ha.)", "hectare"),
        ("Oppervlakte (ha)", "hectare"),
        ("Oppervlakte (km2)", "square kilometre"),
        ("Lengte van wegen (in km.) *3)", "kilometre"),
        ("Lengte fietspaden (km)", "kilometre"),
        ("Restafval (kg)", "kilogram"),
        ("De hoeveelheid restafval per bewoner per jaar (kg).", "kilogram per resident"),
        ("Huishoudelijk restafval (kg per inwoner)", "kilogram per inhabitant"),
        ("Huishoudelijk restafval (kg/inwoner)", "kilogram per inhabitant"),
        ("Totale emissie broeikasgassen (in tonnen)", "tonne"),
        ("Uitstoot (ton CO2)", "tonne"),
        ("Uitstoot (kton CO2)", "tonne x 1000"),
        ("Uitstoot (in Mton)", "tonne x 1000000"),
        ("Overslag binnenhaven (x 1.000 ton)", "tonne x 1000"),
        ("Tevredenheid (%)", "percent"),
        ("Tevredenheid (in procenten)", "percent"),
        ("Aantal blootgestelden dat is verantwoord (percentage)", "percent"),
        ("Participatie (% werkzame beroepsbevolking ten opzichte van de bevolking)", "percent"),
        ("Groei (%-punt)", "percentage point"),
        ("Percentage kinderen 0 tot 4 jaar met toeslag (%)", "percent"),
        // Counts, and what they are counted by.
        ("Aantal woningen", "count"),
        ("Aantal inwoners *1)", "count"),
        ("Aantal kinderen met opvangtoeslag ( x 1.000)", "count x 1000"),
        ("Aantal binnenstadbezoekers (in miljoenen)", "count x 1000000"),
        ("Aantal bezoekers van de binnenstad (per week, x 1.000)", "count x 1000 per week"),
        ("Aantallen x 1.000", "count x 1000"),
        ("Aantal inwoners per 1 januari", "count"),
        ("Aantal fte", "fte"),
        ("Aantal uren per week", "hour per week"),
        ("Aantal klachten per jaar", "count per year"),
        ("Aantal kg per inwoner", "kilogram per inhabitant"),
        ("Aantal auto's per huishouden", "count per household"),
        ("Aantal leerlingen per klas", "-"),
        ("Verwijzingen Halt (aantal per 10.000 jongeren)", "count per 10000 young persons"),
        ("Winkeldiefstallen (aantal per 1.000 inwoners)", "count per 1000 inhabitants"),
        ("Winkeldiefstallen, per 1.000 inwoners", "count per 1000 inhabitants"),
        (
            "Vernielingen (in de openbare ruimte, aantal per 1.000 inwoners)",
            "count per 1000 inhabitants",
        ),
        (
            "Banen (aantal per 1.000 inwoners in de leeftijd van 15-74 jaar)",
            "count per 1000 inhabitants",
        ),
        ("Verwijzingen Halt per 1.000 jongeren", "count per 1000 young persons"),
        ("Bijstandsuitkeringen per 1.000 inw. 18 jaar en ouder", "count per 1000 inhabitants"),
        (
            "Aantal re-integratie voorzieningen per 1.000 inw. 15-65 jaar",
            "count per 1000 inhabitants",
        ),
        ("Wmo cliënten met een maatwerk arrangement per 1.000 inw", "count per 1000 inhabitants"),
        ("Verzuim per 1.000 leerlingen (inwoners 5-18 jaar)", "count per 1000 pupils"),
        ("BBV Cliënten met een arrangement WMO (per 1.000 inwoners)", "count per 1000 inhabitants"),
        ("Misdrijven per 100.000", "per 100000"),
        ("Kg papier per inwoner (bronscheiding)", "kilogram per inhabitant"),
        ("Kg kunststof & drankkartons per inwoner (nascheiding)", "kilogram per inhabitant"),
        ("Fte per 1.000 inwoners", "fte per 1000 inhabitants"),
        // Shares.
        ("% jongeren < 18 jaar dat sport", "percent"),
        ("Percentage fietsers in modalsplit", "percent"),
        ("Algemene reserve in % van totale baten", "percent"),
        ("Externe inhuur als % van totale loonsom", "percent"),
        ("Voortijdige schoolverlaters totaal (VO + MBO) %", "percent"),
        ("Percentage klachten per wijk", "percent"),
        ("Rentepercentage", "percent"),
        ("Ziekteverzuimpercentage medewerkers", "percent"),
        // Money.
        ("Tarief 2020 (€)", "euro"),
        ("Omzet (in €)", "euro"),
        ("Omzet in euro's", "euro"),
        ("Omzet (x € 1.000)", "euro x 1000"),
        ("Omzet x € 1.000", "euro x 1000"),
        ("Omzet (in € 1.000)", "euro x 1000"),
        ("Omzet (in miljoenen euro)", "euro x 1000000"),
        ("Omzet (€ mln)", "euro x 1000000"),
        ("Omzet (x 1 miljoen euro)", "euro x 1000000"),
        ("Schuld (in miljarden euro)", "euro x 1000000000"),
        ("Omzet, niet in duizenden euro maar in hele euro", "euro"),
        ("Woonlasten (€ per huishouden)", "euro per household"),
        ("€ per inwoner", "euro per inhabitant"),
        ("Kosten in euro per inwoner", "euro per inhabitant"),
        ("Huurprijs (€/m2)", "euro per square metre"),
        // At the end of the label.
        ("Doorlooptijd in dagen", "day"),
        ("Lengte in km", "kilometre"),
        ("Lengte in km.", "kilometre"),
        ("Leegstand in m2", "square metre"),
        ("Afgehandeld in procenten", "percent"),
        ("CO2-uitstoot in kton", "tonne x 1000"),
        ("Positie in de Atlas voor gemeenten", "rank"),
        // What only mentions a unit states none.
        ("Huishoudens met een schuld boven € 500", "-"),
        ("Klachten binnen 5 dagen afgehandeld", "-"),
        ("Schuldhulpverlening, wachttijd: < 28 dagen", "-"),
        ("Bijstandsgerechtigden (18 jaar en ouder)", "-"),
        ("Opbrengsten in 2017", "-"),
        ("Leerlingen in het onderwijs", "-"),
        ("Kosten per inwoner", "-"),
        ("Jongeren in Groningen", "-"),
        ("Bedrijven met meer dan 10 fte", "-"),
        ("Euro 6-bussen", "-"),
        // What can't be told is reported.
        ("Omzet (x 1.000)", "?"),
        ("Aantal bezoekers (x 100)", "?"),
        ("Aantal bezoekers (k)", "?"),
        // Two units contradict each other.
        ("Doorlooptijd (dagen) (weken)", "-"),
    ];
    let wrong: Vec<_> = (cases.iter())
        .filter_map(|(label, expected)| {
            let unit = unit(label, None);
            (unit != *expected).then(|| format!("{label}: {unit} and not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(cases.len() > 100);
}

#[test]
fn columns_state_units() {
    let cases = [
        ("%", "percent"),
        ("In %", "percent"),
        ("% van totale lasten", "percent"),
        ("Kosten als % van totale loonsom + kosten inhuur", "percent"),
        ("aantallen", "count"),
        ("Aantal", "count"),
        ("Aantal per 1.000 inwoners", "count per 1000 inhabitants"),
        ("Aantal per 10.000 jongeren 12-17 jaar", "count per 10000 young persons"),
        ("Aantal per 1.000 leerlingen (Bron: DUO)", "count per 1000 pupils"),
        ("per 1.000 leerlingen", "count per 1000 pupils"),
        ("Fte per 1.000 inwoners", "fte per 1000 inhabitants"),
        ("Kg/inwoner", "kilogram per inhabitant"),
        ("Positie", "rank"),
        ("€", "euro"),
        ("Duizend euro", "euro x 1000"),
        ("x € 1.000", "euro x 1000"),
        ("ton", "tonne"),
        ("dagen", "day"),
        ("Kosten per inwoner", "-"),
        ("Tussen de 1 en 10", "-"),
        ("Schaal 0-10", "-"),
        ("x 10.000", "?"),
    ];
    for (column, expected) in cases {
        assert_eq!(unit("Indicator", Some(column)), expected, "{column}");
    }
    // The label's scale stays where the column says the same unit.
    assert_eq!(unit("Omzet (x € 1.000)", Some("€")), "euro x 1000");
    assert_eq!(unit("Omzet (x € 1.000)", Some("%")), "percent");
}

//! The codes that cost lines and indicators get.

use beleid::codes::{Tier, identify};
use beleid::{Budget, CostLine, Heading, Id, Identifier, IdentifierScheme, Indicator, PolicyField};

/// The identifiers of a line with a heading of its field, a code, a group and a label.
fn of_line(year: u16, heading: &str, code: &str, group: &str, label: &str) -> String {
    let heading = match heading.split_once(' ') {
        Some((code, title)) => Heading::new(code.parse().unwrap(), title),
        None => Heading::default(),
    };
    let mut field = PolicyField::new(heading);
    let mut line = CostLine::new(Id::new("c1").unwrap(), label);
    line.code = (!code.is_empty()).then(|| code.parse().unwrap());
    line.group.extend((!group.is_empty()).then(|| group.to_owned()));
    field.costs.push(line);
    let mut budget = Budget { fields: vec![field], ..Budget::default() };
    let added = identify(&mut budget, Tier::Municipality, year);
    let identifiers = budget.fields[0].costs[0].identifiers.clone();
    assert_eq!(added, identifiers.len());
    // It is done once.
    assert_eq!(identify(&mut budget, Tier::Municipality, year), 0);
    shown(&identifiers)
}

fn shown(identifiers: &[Identifier]) -> String {
    let each = identifiers.iter().map(|each| format!("{} {}", each.scheme, each.code));
    each.collect::<Vec<_>>().join(", ")
}

#[test]
fn cost_lines_get_their_task_field() {
    let cases = [
        (2026, "", "", "", "Verkeer en vervoer", "iv3 2.1"),
        (2026, "", "", "", "2.1 Verkeer en vervoer", "iv3 2.1"),
        (2026, "", "2.1", "", "verkeer en vervoer", "iv3 2.1"),
        // The code of a programme, which is another thing's.
        (2026, "", "3.1", "", "Verkeer en vervoer", ""),
        (2026, "", "2.1", "", "Wegen", ""),
        (2026, "", "", "", "2.1", ""),
        (2026, "", "", "", "Verkeer", ""),
        // Groups are programmes as well.
        (2026, "", "", "", "Onderwijs", ""),
        (2026, "", "4", "", "Onderwijs", "iv3 4."),
        (2026, "", "", "", "4. Onderwijs", "iv3 4."),
        (2026, "", "", "", "4 Onderwijs", "iv3 4."),
        // What is around a line.
        (2026, "", "", "0.1 Bestuur", "Lasten", "iv3 0.1"),
        (2026, "", "", "Bestuur", "Lasten", ""),
        (2026, "0.1 Bestuur", "", "", "Lasten", "iv3 0.1"),
        (2026, "0.1 Bestuur", "", "0.2 Burgerzaken", "Lasten", "iv3 0.2"),
        (2026, "0.1 Bestuur", "", "0.2 Burgerzaken", "Riolering", "iv3 7.2"),
        (2026, "1.1 Bestuur", "", "", "Lasten", ""),
        // By the year.
        (2022, "", "", "", "Wijkteams", "iv3 6.2"),
        (2026, "", "", "", "Wijkteams", ""),
        (2016, "", "", "", "Verkeer en vervoer", ""),
        (2026, "", "", "", "", ""),
    ];
    for (year, heading, code, group, label, expected) in cases {
        assert_eq!(
            of_line(year, heading, code, group, label),
            expected,
            "{year} {label:?} {group}"
        );
    }
}

#[test]
fn indicators_get_their_number_and_their_code() {
    let cases = [
        (Tier::Municipality, 2026, "Verwijzingen Halt", "bbv 6"),
        (Tier::Municipality, 2026, "Formatie", "bbv 1, iv3 bi.1"),
        (Tier::Municipality, 2019, "Formatie", "bbv 1"),
        (Tier::Province, 2026, "Formatie", "iv3 bi.1"),
        (Tier::Province, 2026, "Verwijzingen Halt", ""),
        (Tier::Municipality, 2026, "netto schuldquote", "iv3 fk.1"),
        (
            Tier::Municipality,
            2026,
            "Netto schuldquote gecorrigeerd voor alle verstrekte leningen",
            "iv3 fk.2",
        ),
        (Tier::Municipality, 2026, "Harde kern jongeren", ""),
        (Tier::Municipality, 2017, "Harde kern jongeren", "bbv 7"),
        (Tier::Municipality, 2026, "Vestigigen", ""),
        (Tier::Municipality, 2030, "Banen", "bbv 21"),
    ];
    for (tier, year, name, expected) in cases {
        let mut field = PolicyField::default();
        field.indicators.push(Indicator::new(Id::new("i1").unwrap(), name));
        let mut budget = Budget { fields: vec![field], ..Budget::default() };
        identify(&mut budget, tier, year);
        assert_eq!(shown(&budget.fields[0].indicators[0].identifiers), expected, "{tier} {name}");
    }
}

#[test]
fn what_is_identified_stays() {
    let mut field = PolicyField::default();
    let mut line = CostLine::new(Id::new("c1").unwrap(), "Verkeer en vervoer");
    line.identifiers.push(Identifier::new(IdentifierScheme::IV3, "2.9"));
    field.costs.push(line);
    let mut inner = PolicyField::default();
    inner.costs.push(CostLine::new(Id::new("c2").unwrap(), "Parkeren"));
    field.fields.push(inner);
    let mut budget = Budget { fields: vec![field], ..Budget::default() };
    assert_eq!(identify(&mut budget, Tier::Municipality, 2026), 1);
    assert_eq!(shown(&budget.fields[0].costs[0].identifiers), "iv3 2.9");
    assert_eq!(shown(&budget.fields[0].fields[0].costs[0].identifiers), "iv3 2.2");
}

/// A table of task fields that was read gets its codes.
#[test]
fn a_table_that_was_read() {
    let page = "Begroting 2026 gemeente Tiel\n\n1 Bestuur\n\nWat mag het kosten?\n\nBedragen x € 1.000\n\n\
        Taakveld\n\nRekening 2024\n\nBegroting 2025\n\nBegroting 2026\n\n\
        0.1 Bestuur\n\n1.788\n\n1.762\n\n1.775\n\n0.10 Mutaties reserves\n\n-2.777\n\n-365\n\n237\n\n\
        0.2 Burgerzaken\n\n444\n\n386\n\n342\n";
    let mut budget = beleid::read(page).budget;
    let added = identify(&mut budget, Tier::Municipality, 2026);
    let lines = budget.all_fields().flat_map(|field| &field.costs);
    let codes: Vec<_> = lines.map(|line| shown(&line.identifiers)).collect();
    assert_eq!(
        (added, &codes[..]),
        (3, &["iv3 0.1", "iv3 0.10", "iv3 0.2"].map(str::to_owned)[..])
    );
}

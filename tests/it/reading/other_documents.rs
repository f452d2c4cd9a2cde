//! Documents that are no budgets and no accounts: no indicator is made of them, and their coverage says so.

use beleid::{Layout, Reader, Rule};

/// The names of what was made of a page, and how many of its numbers are in figures.
fn made(page: &str, layout: Layout) -> (Vec<String>, usize, Vec<Rule>) {
    let reading = Reader::new().read_as(page, layout);
    let placed = reading.figures().filter(|row| row.figure.is_some());
    let names =
        placed.map(|row| serde_json::to_value(&row).unwrap()["label"].to_string()).collect();
    let rules = reading.findings().iter().map(|finding| finding.rule).collect();
    (names, reading.coverage().placed, rules)
}

#[test]
fn other_documents_have_no_figures() {
    let novel = "HOOFDSTUK 1\n\nDe man liep langzaam door de regen naar het station, waar zijn broer al wachtte. Niemand zei iets.\n\n\
                 In 1944 was hij 12 jaar, en zijn zus 9. Zij woonden op nummer 37.\n\nHOOFDSTUK 2\n\nHet werd winter.\n";
    let menu = "Menukaart\n\nVoorgerechten\n\nTomatensoep 6,50\nUiensoep 7,00\nCarpaccio 11,50\n\nNagerechten\n\nIjs 6,00\nTaart 5,50\n";
    let line = |at: usize| {
        format!(
            "2024-03-{at:02} 12:{at:02}:07 INFO server[{}] GET /api/items/{} status=200 time={}ms",
            1000 + at,
            at * 7,
            at * 3
        )
    };
    let log = (1..28).map(line).collect::<Vec<_>>().join("\n");
    let code = "/// The powers of ten.\nconst POWERS: [u64; 4] = [\n    1,\n    10,\n    100,\n    1_000,\n];\n\n\
                fn scale(of: u64) -> Option<u64> {\n    of.checked_mul(1_000)\n}\n";
    let person = |at: usize| {
        format!(
            "J. Jansen {at};Dorpsstraat;{};{} AB;Testdam;0592-3812{at:02};{}",
            at * 3,
            1000 + at * 7,
            1950 + at
        )
    };
    let addresses = format!(
        "naam;straat;huisnummer;postcode;plaats;telefoon;geboren\n{}\n",
        (1..30).map(person).collect::<Vec<_>>().join("\n")
    );
    let team = |at: usize| {
        format!("<tr><td>FC {at}</td><td>{}</td><td>{at}</td><td>{}</td></tr>", 10 + at, at * 3)
    };
    let scores = format!(
        "<h1>Uitslagen</h1><table><tr><th>Team</th><th>Gespeeld</th><th>Gewonnen</th><th>Punten</th></tr>{}</table>",
        (1..9).map(team).collect::<String>()
    );
    let recipe = "# Appeltaart\n\n- 300 g bloem\n- 200 g boter\n- 1 ei\n\n## Bereiding\n\n1. Verwarm de oven voor op 180 graden.\n2. Bak 45 minuten.\n";
    let times = "Dienstregeling lijn 12\n\nHalte            ma-vr   za     zo\nStation          06:12   07:12  08:42\nMarkt            06:20   07:20  08:50\n";
    for (page, layout, is_reported) in [
        (novel, Layout::Lines, false),
        (menu, Layout::Lines, true),
        (&log, Layout::Lines, true),
        (code, Layout::Lines, true),
        (&addresses, Layout::Csv, true),
        (&scores, Layout::Html, true),
        (recipe, Layout::Markdown, false),
        (times, Layout::Lines, true),
    ] {
        let (names, placed, rules) = made(page, layout);
        assert_eq!((names, placed), (Vec::new(), 0), "{page}");
        // Rows of numbers are told as those of no table.
        assert_eq!(rules.contains(&Rule::TableNotRead), is_reported, "{page}: {rules:?}");
    }
}

#[test]
fn a_header_that_says_something_makes_a_table_of_figures() {
    for page in [
        "naam;2019;2020\nPark;12;13\nPlein;5;6\n",
        "naam;Realisatie\nPark;12\nPlein;5\n",
        "indicator;Park;Plein\nBezoekers;12;13\nBomen;5;6\n",
    ] {
        assert!(!made(page, Layout::Csv).0.is_empty(), "{page}");
    }
}

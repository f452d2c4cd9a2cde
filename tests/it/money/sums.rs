//! Sums that don't come out: what is reported, with the sum in the message, and what isn't.

use beleid::Rule;

use super::{page, read};

/// The findings about sums of a page.
fn found(page: &str) -> Vec<String> {
    let rules = [
        Rule::BalanceMismatch,
        Rule::ReservesBridge,
        Rule::TotalMismatch,
        Rule::DifferenceMismatch,
    ];
    let reading = read(page);
    let findings = reading.findings().into_iter().filter(|of| rules.contains(&of.rule));
    findings.map(|of| format!("{}: {}", of.rule.code(), of.what)).collect()
}

/// The rows of a table, and what is reported about it.
const TABLES: [(&str, &[&str], &[&str]); 38] = [
    (
        "two digits in the wrong order speak for the sum",
        &[
            "| Rekening 2015 | Rekening 2016",
            "Lasten | 930 | 663",
            "Baten | 543 | 468",
            "Saldo | 387 | 159",
        ],
        &["balance-mismatch: 663 - 468 comes to 195, and \"159\" is printed as the balance"],
    ),
    (
        "a letter that the flows deny",
        &[
            "| Begroting 2018 | Rekening 2018",
            "Lasten | 1100 | 1200",
            "Baten | 500 | 1560",
            "Saldo | 600 N | 360 N",
        ],
        &["balance-mismatch: -1200 + 1560 comes to 360, and \"360\" is printed as unfavourable"],
    ),
    (
        "letters that the flows confirm",
        &[
            "| Begroting 2018 | Rekening 2018",
            "Lasten | 1100 | 1200",
            "Baten | 500 | 1560",
            "Saldo | 600 N | 360 V",
        ],
        &[],
    ),
    (
        "a letter beside amounts that are none of the flows",
        &[
            "| Begroting 2018 | Rekening 2018",
            "Lasten | 1100 | 1200",
            "Baten | 500 | 1560",
            "Saldo | 17 N | 360 N",
        ],
        &[],
    ),
    (
        "amounts that are rounded further than their column",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten | 11,4 | 12,3 | 13,5",
            "Baten | 2,2 | 3,1 | 4,3",
            "Saldo | -9,2 | -9 | -9,2",
        ],
        &[],
    ),
    (
        "decimals all over",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten | 11,4 | 12,3 | 13,5",
            "Baten | 2,2 | 3,1 | 4,3",
            "Saldo | -9,2 | -9,7 | -9,2",
        ],
        &["balance-mismatch: -12,3 + 3,1 comes to -9.2, and \"-9,7\" is printed as the balance"],
    ),
    (
        "many rounded parts",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten a | 11 | 12 | 13",
            "Lasten b | 21 | 22 | 23",
            "Lasten c | 31 | 32 | 33",
            "Lasten d | 41 | 42 | 43",
            "Lasten e | 51 | 52 | 53",
            "Totaal lasten | 155 | 160 | 163",
        ],
        &[],
    ),
    (
        "a part of a line is not added beside it",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten wonen | 110 | 120 | 130",
            "waarvan rente | 10 | 11 | 12",
            "Lasten zorg | 210 | 220 | 230",
            "Totaal lasten | 320 | 340 | 390",
        ],
        &["total-mismatch: 130 + 230 comes to 360, and \"390\" is printed as the total"],
    ),
    (
        "a subtotal",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten a | 110 | 120 | 130",
            "Lasten b | 210 | 220 | 230",
            "Subtotaal lasten | 320 | 430 | 360",
            "Lasten c | 5 | 6 | 7",
            "Totaal lasten | 325 | 346 | 367",
        ],
        &["total-mismatch: 120 + 220 comes to 340, and \"430\" is printed as the total"],
    ),
    (
        "a total above what it adds up",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Totaal lasten | 320 | 430 | 360",
            "Lasten wonen | 110 | 120 | 130",
            "Lasten zorg | 210 | 220 | 230",
        ],
        &["total-mismatch: 220 + 120 comes to 340, and \"430\" is printed as the total"],
    ),
    (
        "totals in a block of their own",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Wonen | | |",
            "Lasten | 110 | 120 | 130",
            "Baten | 10 | 20 | 30",
            "Saldo | -100 | -100 | -100",
            "Zorg | | |",
            "Lasten | 210 | 220 | 230",
            "Baten | 30 | 40 | 50",
            "Saldo | -180 | -180 | -180",
            "Totaal | | |",
            "Lasten | 320 | 340 | 360",
            "Baten | 40 | 60 | 90",
            "Saldo | -280 | -280 | -280",
        ],
        &[
            "total-mismatch: 30 + 50 comes to 80, and \"90\" is printed as the total",
            "balance-mismatch: -360 + 90 comes to -270, and \"-280\" is printed as the balance",
        ],
    ),
    (
        "a row of totals: each flow is evidence for the others",
        &[
            "Programma | Lasten 2018 | Baten 2018 | Saldo 2018",
            "Wonen | 100 | 40 | -60",
            "Zorg | 200 | 30 | -170",
            "Totaal | 310 | 70 | -230",
        ],
        &[
            "total-mismatch: 100 + 200 comes to 300, and \"310\" is printed as the total",
            "balance-mismatch: -310 + 70 comes to -240, and \"-230\" is printed as the balance",
        ],
    ),
    (
        "a difference in the only line of its flow",
        &[
            "| Begroting 2018 | Rekening 2018 | Verschil",
            "Lasten | 1100 | 1200 | 100",
            "Baten | 500 | 560 | 60",
            "Saldo | -600 | -640 | -30",
        ],
        &[
            "difference-mismatch: (-640) - (-600) comes to -40, and \"-30\" is printed as the difference",
        ],
    ),
    (
        "differences without a direction",
        &[
            "| Begroting 2018 | Rekening 2018 | Verschil",
            "Lasten wonen | 1100 | 1200 | 100",
            "Lasten zorg | 500 | 560 | 60",
            "Lasten werk | 700 | 650 | 50",
        ],
        &[],
    ),
    (
        "and with one",
        &[
            "| Begroting 2018 | Rekening 2018 | Verschil",
            "Lasten wonen | 1100 | 1200 | 100",
            "Lasten zorg | 500 | 560 | 60",
            "Lasten werk | 700 | 650 | 50",
            "Lasten sport | 700 | 660 | -40",
        ],
        &["difference-mismatch: 650 - 700 comes to -50, and \"50\" is printed as the difference"],
    ),
    (
        "a balance within rounding",
        &[
            "| Rekening 2015 | Rekening 2016 | Rekening 2017",
            "Lasten | 930 | 663 | 10",
            "Baten | 543 | 468 | 5",
            "Saldo | 387 | 196 | 5",
        ],
        &[],
    ),
    (
        "a misprinted balance",
        &[
            "| Rekening 2015 | Rekening 2016 | Rekening 2017",
            "Lasten | 930 | 663 | 10",
            "Baten | 543 | 468 | 5",
            "Saldo | 387 | 159 | 5",
        ],
        &["balance-mismatch: 663 - 468 comes to 195, and \"159\" is printed as the balance"],
    ),
    (
        "income with a minus",
        &[
            "| Rekening 2015 | Rekening 2016 | Rekening 2017",
            "Lasten | 930 | 663 | 10",
            "Baten | -543 | -468 | -5",
            "Saldo | 387 | 159 | 5",
        ],
        &["balance-mismatch: 663 + (-468) comes to 195, and \"159\" is printed as the balance"],
    ),
    (
        "in thousands the sum is shown as the table prints",
        &[
            "(x € 1.000) | Rekening 2015 | Rekening 2016 | Rekening 2017",
            "Lasten | 9.930 | 6.663 | 8.010",
            "Baten | 5.543 | 4.468 | 5.005",
            "Saldo | 4.387 | 2.159 | 3.005",
        ],
        &["balance-mismatch: 6.663 - 4.468 comes to 2195, and \"2.159\" is printed as the balance"],
    ),
    (
        "no balance comes out: it may be another one",
        &[
            "| Rekening 2015 | Rekening 2016",
            "Lasten | 930 | 663",
            "Baten | 543 | 468",
            "Saldo | 77 | 88",
        ],
        &[],
    ),
    (
        "one that comes out proves nothing of another",
        &[
            "| Rekening 2015 | Rekening 2016",
            "Lasten | 930 | 663",
            "Baten | 543 | 468",
            "Saldo | 387 | 88",
        ],
        &[],
    ),
    (
        "flows as columns: each row is checked",
        &[
            "Programma | Lasten 2017 | Baten 2017 | Saldo 2017",
            "Wonen | 100 | 40 | -60",
            "Zorg | 200 | 30 | -170",
            "Werk | 300 | 20 | -208",
            "Cultuur | 50 | 20 | -30",
        ],
        &["balance-mismatch: -300 + 20 comes to -280, and \"-208\" is printed as the balance"],
    ),
    (
        "a total",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten wonen | 110 | 120 | 130",
            "Lasten zorg | 210 | 220 | 230",
            "Totaal lasten | 320 | 430 | 360",
        ],
        &["total-mismatch: 120 + 220 comes to 340, and \"430\" is printed as the total"],
    ),
    (
        "a total of more rows than a message shows",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten a | 11 | 12 | 13",
            "Lasten b | 21 | 22 | 23",
            "Lasten c | 31 | 32 | 33",
            "Lasten d | 41 | 42 | 43",
            "Lasten e | 51 | 52 | 53",
            "Lasten f | 61 | 62 | 63",
            "Totaal lasten | 216 | 222 | 282",
        ],
        &[
            "total-mismatch: 13 + 23 + 33 + 43 and 2 more comes to 228, and \"282\" is printed as the total",
        ],
    ),
    (
        "a total above its parts",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten: | | | ",
            "Wonen | 110 | 120 | 130",
            "Zorg | 210 | 220 | 230",
            "Totaal lasten | 320 | 340 | 360",
        ],
        &[],
    ),
    (
        "totals of totals",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten a | 1 | 2 | 3",
            "Lasten b | 2 | 3 | 4",
            "Totaal lasten groep 1 | 3 | 5 | 7",
            "Lasten c | 3 | 4 | 5",
            "Lasten d | 4 | 5 | 6",
            "Totaal lasten groep 2 | 7 | 9 | 11",
            "Totaal lasten | 10 | 14 | 88",
        ],
        &["total-mismatch: 7 + 11 comes to 18, and \"88\" is printed as the total"],
    ),
    (
        "an empty cell says nothing of a total",
        &[
            "| Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten wonen | 110 | 120 |",
            "Lasten zorg | 210 | 220 | 230",
            "Totaal lasten | 320 | 340 | 360",
        ],
        &[],
    ),
    (
        "differences to the good",
        &[
            "| Begroting 2017 | Rekening 2017 | Verschil 2017",
            "Lasten wonen | 100 | 90 | 10",
            "Lasten zorg | 200 | 230 | -30",
            "Lasten werk | 300 | 290 | 100",
        ],
        &["difference-mismatch: 300 - 290 comes to 10, and \"100\" is printed as the difference"],
    ),
    (
        "differences of expenses and income are made the other way round",
        &[
            "| Begroting 2017 | Rekening 2017 | Verschil 2017",
            "Lasten wonen | 100 | 90 | 10",
            "Lasten zorg | 200 | 230 | -30",
            "Baten wonen | 100 | 90 | -10",
            "Baten zorg | 200 | 230 | 30",
            "Baten werk | 20 | 30 | 11",
        ],
        &[],
    ),
    (
        "differences with letters",
        &[
            "| Begroting 2017 | Rekening 2017 | Verschil 2017",
            "Lasten wonen | 100 | 90 | 10 V",
            "Lasten zorg | 200 | 230 | 30 N",
            "Lasten werk | 300 | 290 | 100 V",
        ],
        &["difference-mismatch: 300 - 290 comes to 10, and \"100\" is printed as the difference"],
    ),
    (
        "a result with the reserves",
        &[
            "| Rekening 2015 | Rekening 2016 | Rekening 2017",
            "Lasten | 930 | 663 | 70",
            "Baten | 543 | 468 | 20",
            "Saldo van baten en lasten | -387 | -195 | -50",
            "Toevoeging aan reserves | 10 | 20 | 30",
            "Onttrekking aan reserves | 100 | 50 | 60",
            "Resultaat | -297 | -165 | -12",
        ],
        &["reserves-bridge: (-50) - 30 + 60 comes to -20, and \"-12\" is printed as the result"],
    ),
    (
        "what isn't known is not 0",
        &[
            "| Rekening 2016 | Rekening 2017 | Begroting 2018 | Begroting 2019",
            "Lasten | 703 | 811 | n.b. | 820",
            "Baten | 107 | 152 | 170 | -",
            "Saldo | -596 | -659 | -661 | -650",
        ],
        &[],
    ),
    (
        "nor is one of several lines of a flow",
        &[
            "| Rekening 2016 | Rekening 2017 | Begroting 2018 | Begroting 2019",
            "Lasten personeel | 703 | 811 | 900 | 820",
            "Lasten materieel | 100 | 200 | n.b. | 300",
            "Baten | 107 | 152 | 170 | 180",
            "Saldo | -696 | -859 | -999 | -940",
        ],
        &[],
    ),
    (
        "a line between the flows and the balance explains it",
        &[
            "| Rekening 2016 | Begroting 2017 | Begroting 2018 | Begroting 2019",
            "Lasten | 703 | 811 | 820 | 831",
            "Baten | 107 | 152 | 160 | 170",
            "Heffing Vpb | 0 | 0 | 5 | 0",
            "Saldo | -596 | -659 | -665 | -661",
        ],
        &[],
    ),
    (
        "what reserves hold",
        &[
            "| Begroting 2020 | Begroting 2021 | Begroting 2022",
            "Stand per 1 januari | 14.049 | 10.165 | 9.164",
            "Toevoeging aan reserves | 2.587 | 1.000 | 2.200",
            "Onttrekking aan reserves | 6.471 | 2.001 | 2.172",
            "Stand per 31 december | 10.165 | 9.164 | 9.912",
        ],
        &[
            "reserves-bridge: 9.164 + 2.200 - 2.172 comes to 9192, and \"9.912\" is printed as the result",
        ],
    ),
    (
        "what reserves hold at the beginning of the next year",
        &[
            "| Begroting 2020 | Begroting 2021 | Begroting 2022 | Begroting 2023",
            "Stand per 1 januari | 14.049 | 10.165 | 9.164 | 9.212",
            "Toevoeging aan reserves | 2.587 | 1.000 | 2.200 | 1.000",
            "Onttrekking aan reserves | 6.471 | 2.001 | 2.172 | 2.000",
            "Stand per 31 december | 10.165 | 9.164 | 9.192 | 8.212",
        ],
        &[
            "reserves-bridge: the year before ends with 9.192, and \"9.212\" is printed for the beginning of this one",
        ],
    ),
    (
        "shares don't add up to a balance",
        &[
            "| Rekening 2016 | Rekening 2017 | % ",
            "Lasten | 930 | 663 | 71%",
            "Baten | 543 | 468 | 86%",
            "Saldo | 387 | 195 | 50%",
        ],
        &[],
    ),
    (
        "rows in another unit are not added to euros",
        &[
            "(x € 1.000) | Begroting 2016 | Begroting 2017 | Begroting 2018",
            "Lasten wonen | 110 | 120 | 130",
            "Formatie (fte) | 21 | 22 | 23",
            "Lasten zorg | 210 | 220 | 230",
            "Totaal lasten | 320 | 340 | 360",
        ],
        &[],
    ),
];

#[test]
fn what_does_not_add_up_is_reported_with_its_sum() {
    let mut wrong = Vec::new();
    for (what, rows, findings) in TABLES {
        let page = page("Wat heeft het gekost?", rows);
        let found = found(&page);
        if found != findings {
            wrong.push(format!("{what}: {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A field and the fields within it, with their tables.
fn levels(total: [&str; 2]) -> String {
    let table = |rows: [[&str; 2]; 2]| {
        let [lasten, baten] = rows.map(|[one, other]| format!("{one} | {other}"));
        format!(
            "| | Begroting 2016 | Begroting 2017 |\n|---|---|---|\n| Lasten | {lasten} |\n| Baten | {baten} |\n"
        )
    };
    let [last, other] = total;
    format!(
        "# Programma 2 Economie\n\nWat mag het kosten?\n\n{}\n## 2.1 Handel\n\nWat mag het kosten?\n\n{}\n## 2.2 Haven\n\nWat mag het kosten?\n\n{}",
        table([["300", last], ["30", other]]),
        table([["100", "110"], ["10", "11"]]),
        table([["200", "220"], ["20", "22"]]),
    )
}

#[test]
fn a_field_is_the_sum_of_the_fields_within_it() {
    assert_eq!(found(&levels(["330", "33"])), [""; 0]);
    assert_eq!(
        found(&levels(["303", "33"])),
        [
            "total-mismatch: 110 + 220 of the fields within it comes to 330, and \"303\" is printed as their total"
        ]
    );
    // Where as many differ as come out, the page may leave out a field.
    assert_eq!(found(&levels(["404", "44"])), [""; 0]);
}

#[test]
fn an_overview_prints_of_a_field_what_the_field_prints() {
    let table = |rows: &str| {
        format!(
            "Wat mag het kosten?\n\n| | Begroting 2016 | Begroting 2017 |\n|---|---|---|\n{rows}\n"
        )
    };
    let page = |amount: &str| {
        format!(
            "# 1 Overzicht\n\nWat mag het kosten?\n\n\
             | Programma | Lasten begroting 2016 | Lasten begroting 2017 |\n|---|---|---|\n\
             | Handel | 100 | {amount} |\n| Haven | 200 | 220 |\n\n# 2.1 Handel\n\n{}# 2.2 Haven\n\n{}",
            table("| Lasten | 100 | 110 |\n"),
            table("| Lasten | 200 | 220 |\n"),
        )
    };
    assert_eq!(found(&page("110")), [""; 0]);
    let found = found(&page("101"));
    assert_eq!(found.len(), 1, "{found:?}");
    let begins = "total-mismatch: \"101\" is printed here and \"110\" by the field itself (";
    assert!(found[0].starts_with(begins), "{found:?}");
}

/// Breaking any one amount of a table is found, whatever the signs.
#[test]
fn each_misprint_in_a_table_of_balances_is_found() {
    for sign in [1_i32, -1] {
        for broken in 0..4 {
            let rows: Vec<String> = (0..4)
                .map(|at| {
                    let (spent, received) = (500 + 70 * at, 200 + 33 * at);
                    let left = sign * (received - spent) + if at == broken { 17 } else { 0 };
                    format!("Programma {at} | {spent} | {received} | {left}")
                })
                .collect();
            let header = "Programma | Lasten 2017 | Baten 2017 | Saldo 2017";
            let rows: Vec<&str> =
                std::iter::once(header).chain(rows.iter().map(String::as_str)).collect();
            let page = page("Wat heeft het gekost?", &rows);
            let found = found(&page);
            assert_eq!(found.len(), 1, "{page}: {found:?}");
            assert!(found[0].starts_with("balance-mismatch"), "{found:?}");
        }
    }
}

//! Which of several columns of words names the rows, and what flows stand around them.

use beleid::{Layout, Reader, Rule};

use super::kinds::{english, figures, hold};

#[test]
fn the_column_that_tells_rows_apart_has_their_labels() {
    let pages = [
        // The header says *category*, and the accounts of one have names of their own.
        (
            "Revenue category,Account,Office,FY21 Actual,FY22 Actual\nExcise,Boats,Finance,419,430\nExcise,Cars,Finance,812,820\n\
             Fines,Parking,Streets,301,310\nFines,Library,Culture,12,15\n",
            &["Boats | 2021 realised | 419 = 419", "Parking | 2022 realised | 310 = 310"][..],
        ),
        // What stands after the figures may name them.
        (
            "dept_title,office_title,appropriation_amt,obj_title\nCouncil,Members,651,Insurance\nCouncil,Members,833,Wages\nCouncil,Members,217,Paper\n",
            &["Insurance | budgeted | 651 = 651", "Paper | budgeted | 217 = 217"],
        ),
        // A day as programs write it, and a column that says the same of all rows.
        (
            "area,period,indicator,measure,value\nBury,2019-06-30,Vehicles,Frequency,360\nDerby,2019-06-30,Vehicles,Frequency,1203\n",
            &["Vehicles | 2019-06-30 | 360 = 360"],
        ),
    ];
    hold(&english(), Some(Layout::Csv), &pages, "¶");
    // The same parts of each department.
    let page = "Fund,Department,Sort,Total\nGeneral,Museum,Personnel,120\nGeneral,Museum,Supplies,31\nGeneral,Council,Personnel,44\nGeneral,Council,Supplies,5\n";
    let found = figures(page, &english(), Some(Layout::Csv));
    assert!(found[1].starts_with("Supplies |"), "{found:#?}");
    // *KVO* is short for the name before it; a name without a short form is in both.
    let page = "Ministerie;Naam;Dienst;Lasten 2020;Baten 2020\nOnderwijs;Keuringen voor Onderwijs;KVO;120;130\nDefensie;Paresto;Paresto;310;320\n";
    let found = figures(page, &Reader::new(), Some(Layout::Csv));
    assert!(found[0].starts_with("Keuringen voor Onderwijs |"), "{found:#?}");
    // Labels that come again in other groups keep their name, whatever stands beside them; and so do those beside words that
    // come again themselves.
    for rows in [
        "Zorg;Overig;aap;120\nZorg;Wmo;noot;310\nWonen;Overig;mies;44\nWonen;Bouw;wim;52\n",
        "Zorg;Overig;aap;11\nZorg;Overig;noot;12\nZorg;Wmo;mies;13\nZorg;Jeugd;mies;14\nZorg;Werk;wim;15\nWonen;Bouw;zus;16\n\
         Wonen;Groen;zus;17\nWonen;Weg;jet;18\nWonen;Brug;teun;19\nWonen;Park;vuur;20\n",
    ] {
        let page = format!("Programma;Omschrijving;Kenmerk;Begroting 2020\n{rows}");
        let found = figures(&page, &Reader::new(), Some(Layout::Csv));
        assert!(found[0].starts_with("Overig |"), "{found:#?}");
    }
}

#[test]
fn flows_of_rows_by_what_stands_around_them() {
    let pages = [
        // Rows that add up to the flow above them, in each column.
        (
            "| Product | Rekening 2019 | Begroting 2020 |\n|---|---|---|\n| Lasten | 4.798 | 5.049 |\n| Brandweer | 3.210 | 3.306 |\n| Toezicht | 1.588 | 1.743 |\n\
             | Baten | 96 | 120 |\n| Brandweer | 2 | 2 |\n| Toezicht | 94 | 118 |\n",
            &[
                "Brandweer | 2019 realised expenses | 3.210 = 3210",
                "Toezicht | 2020 budgeted income | 118 = 118",
            ][..],
        ),
        // And to the total below them.
        (
            "| Product (x € 1.000) | Rekening 2019 | Begroting 2020 |\n|---|---|---|\n| Brandweer | 3.210 | 3.306 |\n| Toezicht | 1.588 | 1.743 |\n| Totaal lasten | 4.798 | 5.049 |\n",
            &["Toezicht | 2019 realised expenses | 1.588 = 1588000"],
        ),
        // A colon leads to them.
        (
            "| Beleid (x € 1.000) | Realisatie 2012 | Realisatie 2013 |\n|---|---|---|\n| Uitgaven: | 1.686 | 1.553 |\n| Kosten wet | 0 | 21 |\n| Uitkering | 487 | 508 |\n",
            &["Uitkering | 2013 realised expenses | 508 = 508000"],
        ),
        // The flow stands above the labels, with its scale.
        (
            "| Lasten (x 1.000) | Rekening 2023 | Begroting 2024 |\n|---|---|---|\n| Bestuur | 3.321 | 3.477 |\n| Veiligheid | 3.303 | 3.503 |\n",
            &["Bestuur | 2023 realised expenses | 3.321 = 3321000"],
        ),
        // The label of three flows is printed once.
        (
            "| Programma |  | Begroting 2024 | Begroting 2025 |\n|---|---|---|---|\n| Zorg | baten | 6.377 | 6.455 |\n|  | lasten | 40.833 | 40.518 |\n|  | saldo | -34.456 | -34.063 |\n\
             | Onvoorzien | saldo | -128 | -128 |\n",
            &[
                "Zorg | 2024 budgeted expenses | 40.833 = 40833",
                "Zorg | 2025 budgeted balance | -34.063 = -34063",
                "Onvoorzien | 2024 budgeted balance | -128 = -128",
            ],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Markdown), &pages, "¶");
    // Rows that don't add up may be of anything.
    let page = "| Product (x € 1.000) | Rekening 2019 | Begroting 2020 |\n|---|---|---|\n| Lasten | 4.798 | 5.049 |\n| Brandweer | 3.210 | 3.306 |\n| Toezicht | 1.688 | 1.743 |\n";
    let found = figures(page, &Reader::new(), Some(Layout::Markdown));
    assert!(
        found.contains(&"Brandweer | 2019 realised | 3.210 = 3210000".to_owned()),
        "{found:#?}"
    );
}

#[test]
fn balances_that_do_not_come_out() {
    let header = "| Programma | Lasten 2017 | Saldo 2017 | Baten 2017 |\n|---|---|---|---|\n";
    let told = |rows: &str| {
        let page = format!("Begroting 2017\n\n{header}{rows}");
        let reading = Reader::new().read_as(&page, Layout::Markdown);
        let found: Vec<String> = reading
            .findings()
            .iter()
            .filter(|finding| finding.rule == Rule::SumsDiffer)
            .map(ToString::to_string)
            .collect();
        let figures: Vec<_> = reading.figures().collect();
        assert_eq!(
            figures.iter().all(|of| of.findings.contains(&Rule::SumsDiffer)),
            !found.is_empty(),
            "the figures of the table have the finding"
        );
        found
    };
    let broken = "| Zorg | 500 | 700 | 300 |\n| Wonen | 50 | 90 | 30 |\n| Groen | 40 | 85 | 25 |\n";
    let found = told(broken);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains(
            "in 3 rows, \"Saldo 2017\" is not what the expenses and the income beside it come to"
        ),
        "{found:?}"
    );
    // In any sign they come out; and two rows prove nothing.
    assert_eq!(told("| Zorg | 500 | -200 | 300 |\n| Wonen | 50 | 20 | 30 |\n"), [""; 0]);
    assert_eq!(told("| Zorg | 500 | 700 | 300 |\n| Wonen | 50 | 90 | 30 |\n"), [""; 0]);
}

#[test]
fn labels_between_two_years() {
    let page = "2020-2021\n£'m\nExpenditure 2021-2022\n£'m\n93.674 Pay 97.139\n27.197 Support 27.866\n1.948 Direct revenue contribution to capital 2.470\n4.611 Premises 4.740\n";
    let found = figures(page, &english(), Some(Layout::Lines));
    for expected in [
        "Pay | 2020/21 expenses | 93.674 = 93674000",
        "Premises | 2021/22 expenses | 4.740 = 4740000",
        // What stands above all labels says more than the word *revenue* in one.
        "Direct revenue contribution to capital | 2020/21 expenses | 1.948 = 1948000",
    ] {
        assert!(found.iter().any(|of| of == expected), "no {expected:?} in {found:#?}");
    }
}

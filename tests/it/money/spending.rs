//! What was planned against what was spent: by line, by field and by the fields around it.

use beleid::{FieldSpending, Number, Period, Reason, Spent};

use super::{page, read};

fn shown(spent: Spent) -> String {
    let number = |of: Option<Number>| of.map_or("?".to_owned(), |of| of.to_string());
    let favour = spent.favourable.map_or("", |good| if good { " good" } else { " bad" });
    let reason = spent.reason.map_or(String::new(), |reason| format!(" {reason}"));
    let plan = spent.plan.map_or(String::new(), |plan| format!(" {plan}"));
    format!(
        "{}{plan} {} {} {}%{favour}{reason}",
        number(spent.planned),
        number(spent.realised),
        number(spent.over),
        number(spent.percent)
    )
}

fn spending(page: &str) -> Vec<FieldSpending> {
    read(page).budget.spending(Period::year(2018).unwrap())
}

const TABLES: [(&[&str], [&str; 3]); 7] = [
    (
        &[
            "| Begroting 2018 | Rekening 2018",
            "Lasten | 930 | 960",
            "Baten | 500 | 520",
            "Saldo | -430 | -440",
        ],
        [
            "930 budgeted 960 30 3.2% bad",
            "500 budgeted 520 20 4.0% good",
            "-430 budgeted -440 -10 -2.3% bad",
        ],
    ),
    (
        &[
            "| Begroting 2018 | Begroting na wijziging 2018 | Rekening 2018",
            "Lasten | 930 | 970 | 960",
            "Baten | -500 | -500 | -520",
            "Saldo | 430 | 470 | 440",
        ],
        [
            "970 amended 960 -10 -1.0% good",
            "500 amended 520 20 4.0% good",
            "-470 amended -440 30 6.4% good",
        ],
    ),
    (
        &["| Begroting 2018 | Rekening 2017", "Lasten | 930 | 960", "Baten | 500 | 520"],
        [
            "930 budgeted ? ? ?% not-accounted",
            "500 budgeted ? ? ?% not-accounted",
            "? ? ? ?% no-total",
        ],
    ),
    (
        &["| Begroting 2017 | Rekening 2018", "Lasten | 930 | 960"],
        ["? 960 ? ?% no-plan", "? ? ? ?% no-total", "? ? ? ?% no-total"],
    ),
    // Nothing was planned: more than nothing has no percentage.
    (
        &["| Begroting 2018 | Rekening 2018", "Lasten | 0 | 960", "Baten | 0 | 0"],
        ["0 budgeted 960 960 ?% bad", "0 budgeted 0 0 ?%", "? ? ? ?% no-total"],
    ),
    // A dash is not 0.
    (
        &["| Begroting 2018 | Rekening 2018", "Lasten | - | 960", "Baten | 5 | 5"],
        ["? 960 ? ?% no-plan", "5 budgeted 5 0 0.0%", "? ? ? ?% no-total"],
    ),
    // In which signs the balance is printed isn't known.
    (
        &["| Begroting 2018 | Rekening 2018", "Saldo | 12 | 15"],
        ["? ? ? ?% no-total", "? ? ? ?% no-total", "? ? ? ?% no-total"],
    ),
];

#[test]
fn a_field_is_over_or_under_its_budget() {
    let mut wrong = Vec::new();
    for (rows, expected) in TABLES {
        let page = page("Wat heeft het gekost?", rows);
        let found = spending(&page);
        let totals = found.first().map(|of| [of.expenses, of.income, of.balance].map(shown));
        if totals.as_ref().is_none_or(|totals| *totals != expected) {
            wrong.push(format!("{rows:?}: {totals:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_line_of_unknown_signs_says_so() {
    let page =
        page("Wat heeft het gekost?", &["| Begroting 2018 | Rekening 2018", "Saldo | 12 | 15"]);
    let found = spending(&page);
    assert_eq!(found[0].lines[0].spent.reason, Some(Reason::SignsUnknown));
}

/// A field that prints the total of those beside it is not added to them.
#[test]
fn a_field_that_is_the_total_of_the_others_is_not_counted_twice() {
    let field = |title: &str, amounts: &str| {
        format!(
            "## {title}\n\nWat heeft het gekost?\n\n| | Begroting 2018 | Rekening 2018 |\n|---|---|---|\n| Lasten | {amounts} |\n\n"
        )
    };
    let page = format!(
        "# Programma 2 Economie\n\n{}{}{}",
        field("2.1 Handel", "703 | 811"),
        field("2.2 Haven", "500 | 510"),
        field("2.9 Totaal programma", "1203 | 1321"),
    );
    assert_eq!(shown(spending(&page)[0].expenses), "1203 budgeted 1321 118 9.8% bad");
    let page = page.replace("1203 | 1321", "100 | 110");
    assert_eq!(shown(spending(&page)[0].expenses), "1303 budgeted 1431 128 9.8% bad");
}

/// The total of a field is the line that its balance is made of, or its only total, and no total of a part.
#[test]
fn a_total_of_a_part_is_not_that_of_the_field() {
    let all = ["Lasten | 703 | 811", "Baten | 107 | 152", "Saldo | -596 | -659"];
    for (rows, expenses) in [
        (vec!["Totaal lasten voorziening | 5 | 6"], "703 budgeted 811 108 15.4% bad"),
        (
            vec!["Totale incidentele lasten | 100 | 110", "Totale structurele lasten | 603 | 701"],
            "703 budgeted 811 108 15.4% bad",
        ),
        (
            vec!["Investeringen | 100 | 200", "Totaal lasten en investeringen | 803 | 1011"],
            "703 budgeted 811 108 15.4% bad",
        ),
    ] {
        let header = ["| Begroting 2018 | Rekening 2018"];
        let rows: Vec<&str> = header.into_iter().chain(all).chain(rows).collect();
        let page = page("Wat heeft het gekost?", &rows);
        assert_eq!(shown(spending(&page)[0].expenses), expenses, "{page}");
    }
    let rows = [
        "| Begroting 2018 | Rekening 2018",
        "Totaal incidentele lasten | 100 | 110",
        "Totaal incidentele baten | 50 | 60",
    ];
    let page = page("Wat heeft het gekost?", &rows);
    assert_eq!(shown(spending(&page)[0].expenses), "? ? ? ?% no-total");
}

/// Rows in fte and in percent are no money.
#[test]
fn a_total_in_another_unit_is_none_of_money() {
    let rows = [
        "(x € 1.000) | Begroting 2018 | Rekening 2018",
        "Totaal lasten | 9.930 | 9.960",
        "Totaal lasten (fte) | 12 | 13",
        "Lasten (%) | 12% | 13%",
        "Lasten per inwoner | 12 | 13",
    ];
    let page = page("Wat heeft het gekost?", &rows);
    let found = spending(&page);
    assert_eq!(shown(found[0].expenses), "9930000 budgeted 9960000 30000 0.3% bad");
    assert_eq!(found[0].lines.len(), 1, "{:#?}", found[0].lines);
}

/// Of a balance whose letter its flows deny nobody knows whether it is to the good.
#[test]
fn a_letter_that_is_denied_leaves_the_balance_open() {
    let of = |letter: &str| {
        let balance = format!("Saldo | 600 N | 360 {letter}");
        let rows = [
            "| Begroting 2018 | Rekening 2018",
            "Lasten | 1100 | 1200",
            "Baten | 500 | 1560",
            &balance,
        ];
        let found = spending(&page("Wat heeft het gekost?", &rows));
        let of_line = found[0].lines.iter().find(|line| line.label == "Saldo").map(|of| of.spent);
        (shown(found[0].balance), of_line.map(shown))
    };
    let (field, line) = of("V");
    assert_eq!(field, "-600 budgeted 360 960 160.0% good");
    assert_eq!(line, Some(field));
    let (field, line) = of("N");
    assert_eq!(field, "-600 budgeted ? ? ?% signs-unknown");
    assert_eq!(line, Some(field));
}

#[test]
fn two_tables_that_differ_leave_a_total_open() {
    let table = |amount: u32| {
        format!(
            "Wat heeft het gekost?\n\n| | Begroting 2018 | Rekening 2018 |\n|---|---|---|\n| Lasten | {amount} | 960 |\n\n"
        )
    };
    let page = |second: u32| format!("# 2.3 Handel\n\n{}{}", table(930), table(second));
    assert_eq!(shown(spending(&page(930))[0].expenses), "930 budgeted 960 30 3.2% bad");
    assert_eq!(shown(spending(&page(931))[0].expenses), "? 960 ? ?% totals-disagree");
}

/// An amended budget that isn't known is not passed over for the original one.
#[test]
fn two_tables_whose_amended_budgets_differ_leave_the_plan_open() {
    let table = |amended: u32| {
        format!(
            "Wat heeft het gekost?\n\n| | Begroting 2018 | Begroting na wijziging 2018 | Rekening 2018 |\n\
             |---|---|---|---|\n| Lasten | 930 | {amended} | 960 |\n\n"
        )
    };
    let page = format!("# 2.3 Handel\n\n{}{}", table(940), table(950));
    assert_eq!(shown(spending(&page)[0].expenses), "? 960 ? ?% totals-disagree");
}

#[test]
fn a_field_without_totals_is_the_sum_of_those_within_it() {
    let table = "Wat heeft het gekost?\n\n| | Begroting 2018 | Rekening 2018 |\n|---|---|---|\n| Lasten | 100 | 90 |\n\n";
    let indicators = "Indicatoren\n\n| Indicator | Behaald 2018 | Beoogd 2018 |\n|---|---|---|\n| Aantal winkels | 10 | 10 |\n\n";
    let page = format!(
        "# Programma 2 Economie\n\n## 2.1 Handel\n\n{table}{indicators}## 2.2 Haven\n\n{table}{indicators}"
    );
    let found = spending(&page);
    let [programme, handel, _] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(shown(programme.expenses), "200 budgeted 180 -20 -10.0% good");
    assert!(programme.expenses.summed && !handel.expenses.summed);
    // The outcomes stand beside the money, and nothing is divided by them.
    assert_eq!((programme.counts.total(), handel.counts.total()), (2, 1));

    // A programme of which one field has no amounts has no sum.
    let partly = format!(
        "# Programma 2 Economie\n\n## 2.1 Handel\n\n{table}## 2.2 Haven\n\nDe haven groeit.\n"
    );
    let found = spending(&partly);
    let fields: Vec<_> = found.iter().filter_map(|of| of.field.as_deref()).collect();
    assert_eq!(fields, ["2.1"]);
}

/// Amounts with the movements in the reserves and amounts without them are not added.
#[test]
fn fields_with_and_without_the_reserves_have_no_sum() {
    let table = |label: &str| {
        format!(
            "Wat heeft het gekost?\n\n| | Begroting 2018 | Rekening 2018 |\n|---|---|---|\n| {label} | 100 | 90 |\n\n"
        )
    };
    let page = |one: &str, other: &str| {
        format!(
            "# Programma 2 Economie\n\n## 2.1 Handel\n\n{}## 2.2 Haven\n\n{}",
            table(one),
            table(other)
        )
    };
    let with = "Lasten inclusief mutaties reserves";
    let of = |one: &str, other: &str| shown(spending(&page(one, other))[0].expenses);
    assert_eq!(of("Lasten", "Lasten"), "200 budgeted 180 -20 -10.0% good");
    assert_eq!(of(with, with), "200 budgeted 180 -20 -10.0% good");
    assert_eq!(of(with, "Lasten"), "? ? ? ?% reserves-differ");
}

/// What comes once is a part of the other fields, and isn't added to them.
#[test]
fn a_field_of_incidental_amounts_is_no_further_part() {
    let table = "Wat heeft het gekost?\n\n| | Begroting 2018 | Rekening 2018 |\n|---|---|---|\n| Lasten | 100 | 90 |\n\n";
    let page = |last: &str| {
        format!(
            "# Programma 2 Economie\n\n## 2.1 Handel\n\n{table}## 2.2 Haven\n\n{table}## 2.3 {last}\n\n{table}"
        )
    };
    let of = |last: &str| shown(spending(&page(last))[0].expenses);
    assert_eq!(of("Vervoer"), "300 budgeted 270 -30 -10.0% good");
    assert_eq!(of("Incidentele lasten en baten"), "200 budgeted 180 -20 -10.0% good");
    assert_eq!(of("Investeringen"), "200 budgeted 180 -20 -10.0% good");
}

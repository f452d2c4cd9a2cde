//! Faults that are planted in a delivery without any, one by one, and found by their code; each
//! finding whole.

use std::collections::BTreeSet;

use beleid::iv3::{Delivery, DeliveryPeriod, Entry, Tolerances};
use beleid::{Language, Number, Rule};

use super::{PLAIN, found};

/// What is changed in the plain delivery: a text, what comes in its place, and what is then found.
const PLANTED: &[(&str, &str, &[&str])] = &[
    // The structure.
    (
        "\"metadata\": {",
        "\"meta\": {",
        &[
            "error[iv3-not-taken] line 2, column 9: the delivery has the key \"meta\", which is not in the schema, and was left out",
            "error[iv3-sf001] budget: the delivery has no metadata",
        ],
    ),
    (
        "\"overheidsnaam\":\"Groningen\",",
        "",
        &["error[iv3-sf002] line 2, column 13: the metadata lack the key overheidsnaam"],
    ),
    (
        "\"overheidsnaam\":",
        "\"naam\":1,\"overheidsnaam\":",
        &[
            "error[iv3-sf003] line 2, column 73: the metadata have the key \"naam\", which is not in the schema",
        ],
    ),
    (
        "\"periode\":5",
        "\"periode\":\"5\"",
        &[
            "error[iv3-sf004] line 2, column 120: \"\\\"5\\\"\" as periode of the metadata is not a whole number from 0 to 5",
            "advice[iv3-pf099] budget: PF001 can't be checked: the delivery doesn't say its period",
            "advice[iv3-pf099] budget: PF002 can't be checked: the delivery doesn't say its period",
            "advice[iv3-pf099] budget: PF003 can't be checked: the delivery doesn't say its period",
            "advice[iv3-pf099] budget: PF004 can't be checked: the delivery doesn't say its period",
            "advice[iv3-pf099] budget: PF005 can't be checked: the delivery doesn't say its period",
            "advice[iv3-pf099] budget: PF006 can't be checked: the delivery doesn't say its period",
            "advice[iv3-pf099] budget: PF007 can't be checked: the delivery doesn't say its period",
            "advice[iv3-pf099] budget: PF008 can't be checked: the delivery doesn't say its period",
            "advice[iv3-pf099] budget: PF009 can't be checked: the delivery doesn't say its period",
        ],
    ),
    (
        "\"Gemeente\"",
        "\"Waterschap\"",
        &[
            "error[iv3-sf004] line 2, column 30: \"\\\"Waterschap\\\"\" as overheidslaag of the metadata is not Gemeente, Provincie or GR",
        ],
    ),
    (
        "\"details_openbaar\":true",
        "\"details_openbaar\":\"ja\"",
        &[
            "error[iv3-sf004] line 2, column 194: \"\\\"ja\\\"\" as details_openbaar of the metadata is not true or false",
        ],
    ),
    (
        "\"Groningen\"",
        "\"Gro\\nningen\"",
        &[
            "error[iv3-sf004] line 2, column 13: \"Gro\\nningen\" as overheidsnaam of the metadata is not a text on one line",
        ],
    ),
    (
        "\"0612345678\"",
        "\"06\\r\"",
        &[
            "error[iv3-sf008] line 3, column 12: \"06\\r\" as telefoon of the contact is not a text on one line",
        ],
    ),
    (
        "2027-07-01T12:00:00Z",
        "1 juli 2027",
        &[
            "error[iv3-sf004] line 2, column 152: \"\\\"1 juli 2027\\\"\" as datum of the metadata is not a date and a time of hours, minutes and seconds",
        ],
    ),
    (
        "\"contact\": {\"naam\":\"P. Afzender\",\"email\":\"p.afzender@gemeente.nl\",\"telefoon\":\"0612345678\"},\n",
        "",
        &["error[iv3-sf005] budget: the delivery has no contact"],
    ),
    (
        ",\"telefoon\":\"0612345678\"",
        "",
        &["error[iv3-sf006] line 3, column 12: the contact lacks the key telefoon"],
    ),
    (
        "\"telefoon\":",
        "\"fax\":\"1\",\"telefoon\":",
        &[
            "error[iv3-sf007] line 3, column 73: the contact has the key \"fax\", which is not in the schema",
        ],
    ),
    (
        "\"telefoon\":\"0612345678\"",
        "\"telefoon\":612345678",
        &[
            "error[iv3-sf008] line 3, column 78: \"612345678\" as telefoon of the contact is not a text",
        ],
    ),
    (
        "p.afzender@gemeente.nl",
        "p.afzender",
        &[
            "error[iv3-sf008] line 3, column 12: \"p.afzender\" as email of the contact is not an address of e-mail",
        ],
    ),
    (
        "\"naam\":\"P. Afzender\"",
        "\"naam\":\" \"",
        &["error[iv3-sf009] line 3, column 12: nothing is filled in as naam of the contact"],
    ),
    (
        "\"data\": {",
        "\"cijfers\": {",
        &[
            "error[iv3-not-taken] line 7, column 12: the delivery has the key \"cijfers\", which is not in the schema, and was left out",
            "error[iv3-sf010] budget: the delivery has no data",
            "advice[iv3-pf099] budget: PF003 can't be checked: there are no opening positions",
            "advice[iv3-pf099] budget: PF007 can't be checked: there are no opening positions",
            "advice[iv3-pf099] budget: PF008 can't be checked: there are no closing positions",
        ],
    ),
    (
        "\"baten\": [\n{\"taakveld\":\"0.7\",\"categorie\":\"4.3.1\",\"bedrag\":750}\n],\n",
        "",
        &[
            "error[iv3-sf011] budget: the data lack the list baten",
            "warning[iv3-pf001] budget: the current account has a balance of -600 and the financial account one of 150: 125.00 % apart, where 1 % is allowed",
            "warning[iv3-pf006] budget: the task fields have 750 of expenses and 0 of income: 750 apart, where 0 is allowed",
        ],
    ),
    (
        "\"lasten\": [\n{\"taakveld\":\"0.4\",\"categorie\":\"1.1\",\"bedrag\":600},\n{\"taakveld\":\"0.10\",\"categorie\":\"7.1\",\"bedrag\":100},\n{\"taakveld\":\"2.1\",\"categorie\":\"7.3\",\"bedrag\":50}\n],\n",
        "",
        &[
            "error[iv3-sf012] budget: the data lack the list lasten",
            "warning[iv3-pf001] budget: the current account has a balance of 750 and the financial account one of 150: 80.00 % apart, where 1 % is allowed",
            "warning[iv3-pf004] budget: category \"7.1\" has 0 of expenses and 100 of income: 100.00 % apart, where 1 % is allowed",
            "warning[iv3-pf004] budget: category \"7.3\" has 0 of expenses and 50 of income: 100.00 % apart, where 1 % is allowed",
            "warning[iv3-pf006] budget: the task fields have 0 of expenses and 750 of income: 750 apart, where 0 is allowed",
        ],
    ),
    (
        "\"balans_baten\": [\n{\"balanscode\":\"P112\",\"categorie\":\"7.1\",\"bedrag\":100},\n{\"balanscode\":\"A124\",\"categorie\":\"7.3\",\"bedrag\":50}\n],\n",
        "",
        &[
            "error[iv3-sf013] budget: the data lack the list balans_baten",
            "warning[iv3-pf003] budget: \"P112\" changes by 100 between its positions and by 0 in the matrix and 1 more: 50.00 % apart in all, where 1 % is allowed",
            "warning[iv3-pf004] budget: category \"7.1\" has 100 of expenses and 0 of income: 100.00 % apart, where 1 % is allowed",
            "warning[iv3-pf004] budget: category \"7.3\" has 50 of expenses and 0 of income: 100.00 % apart, where 1 % is allowed",
        ],
    ),
    (
        "\"balans_lasten\": [\n{\"balanscode\":\"A23\",\"categorie\":\"6.1\",\"bedrag\":150}\n],\n",
        "",
        &[
            "error[iv3-sf014] budget: the data lack the list balans_lasten",
            "warning[iv3-pf001] budget: the current account has a balance of 150 and the financial account one of 0: 100.00 % apart, where 1 % is allowed",
            "warning[iv3-pf003] budget: \"A23\" changes by 150 between its positions and by 0 in the matrix: 50.00 % apart in all, where 1 % is allowed",
        ],
    ),
    (
        "\"balans_standen\": [",
        "\"standen\": [",
        &[
            "error[iv3-not-taken] line 23, column 12: data has the key \"standen\", which is not in the schema, and was left out",
            "error[iv3-sf015] budget: the data lack the list balans_standen",
            "advice[iv3-pf099] budget: PF003 can't be checked: there are no opening positions",
            "advice[iv3-pf099] budget: PF007 can't be checked: there are no opening positions",
            "advice[iv3-pf099] budget: PF008 can't be checked: there are no closing positions",
        ],
    ),
    (
        "\"lasten\": [\n",
        "\"lasten\": [\n{\"categorie\":\"1.1\",\"bedrag\":600},\n",
        &[
            "error[iv3-sf016] line 9, column 1: an entry of lasten lacks the key taakveld, and was left out: \"{\\\"categorie\\\":\\\"1.1\\\",\\\"bedrag\\\":600}\"",
        ],
    ),
    (
        "\"lasten\": [\n",
        "\"lasten\": [\n{\"taakveld\":\"0.4\",\"categorie\":\"1.1\",\"bedrag\":null},\n",
        &[
            "error[iv3-sf017] line 9, column 1: an entry of lasten has no amount, and was left out: \"{\\\"taakveld\\\":\\\"0.4\\\",\\\"categorie\\\":\\\"1.1\\\",\\\"bedrag\\\":null}\"",
        ],
    ),
    (
        "\"boekjaar\":2026",
        "\"boekjaar\":2016",
        &[
            "error[iv3-sf888] budget: there are no code lists of Gemeente 2016, so codes and sums were not checked",
        ],
    ),
    // What has no official code.
    (
        "\"bedrag\":600",
        "\"bedrag\":\"600\"",
        &[
            "error[iv3-not-taken] line 9, column 46: \"\\\"600\\\"\" in lasten is not a number, and was left out",
            "warning[iv3-pf001] budget: the current account has a balance of 750 and the financial account one of 150: 80.00 % apart, where 1 % is allowed",
            "warning[iv3-pf006] budget: the task fields have 150 of expenses and 750 of income: 600 apart, where 0 is allowed",
        ],
    ),
    (
        "{\"tekst\":\"Voorlopig\"",
        "{\"tekst\":\"Eerst\",\"tekst\":\"Voorlopig\"",
        &[
            "error[iv3-not-taken] line 5, column 26: opmerkingen has the key \"tekst\" more than once, and the last one was taken",
        ],
    ),
    (
        "\"waarde\":\"45,3\"",
        "\"waarde\":\"45,3\",\"eenheid\":\"%\"",
        &[
            "error[iv3-not-taken] line 32, column 74: kengetallen has the key \"eenheid\", which is not in the schema, and was left out",
        ],
    ),
    (
        "\"categorie\":\"1.1\",\"bedrag\":600}",
        "\"categorie\":\"1.1\",\"bedrag\":600,\"details\":\"geen\"}",
        &[
            "error[iv3-not-taken] line 9, column 60: \"\\\"geen\\\"\" in lasten is not an object, and was left out",
        ],
    ),
    (
        "\"lasten\": [\n",
        "\"lasten\": [\n{\"taakveld\":\"0.4\",\"categorie\":\"1.1\",\"bedrag\":12345678901234567890123456789},\n",
        &[
            "error[iv3-not-taken] line 9, column 46: the number \"12345678901234567890123456789\" in lasten has more digits than can be kept, and was left out",
        ],
    ),
    // The codes.
    (
        "\"taakveld\":\"0.4\"",
        "\"taakveld\":\"0.44\"",
        &[
            "error[iv3-df001] line 9, column 1: \"0.44\" in lasten (category \"1.1\") is no task field of Gemeente 2026",
        ],
    ),
    (
        "\"taakveld\":\"0.4\"",
        "\"taakveld\":\"0.\"",
        &[
            "error[iv3-df001] line 9, column 1: \"0.\" in lasten (category \"1.1\") is no task field of Gemeente 2026",
        ],
    ),
    (
        "\"categorie\":\"1.1\"",
        "\"categorie\":\"1.01\"",
        &[
            "error[iv3-df002] line 9, column 1: \"1.01\" in lasten (row \"0.4\") is no category of Gemeente 2026; near it is \"1.1\"",
        ],
    ),
    (
        "\"balanscode\":\"P112\",\"categorie\"",
        "\"balanscode\":\"P113\",\"categorie\"",
        &[
            "error[iv3-df003] line 20, column 1: \"P113\" in balans_baten (column \"7.1\") is no balance code of Gemeente 2026",
            "warning[iv3-pf003] budget: \"P112\" changes by 100 between its positions and by 0 in the matrix: 33.33 % apart in all, where 1 % is allowed",
        ],
    ),
    (
        "\"balanscode\":\"A124\",\"standper\":\"1 januari\",",
        "\"balanscode\":\"A124\",\"standper\":\"primo\",",
        &[
            "error[iv3-df004] line 24, column 1: \"primo\" in balans_standen (row \"A124\") is no moment of Gemeente 2026",
            "warning[iv3-pf003] budget: \"A124\" changes by 850 between its positions and by -50 in the matrix: 81.82 % apart in all, where 1 % is allowed",
            "warning[iv3-pf007] budget: the opening positions are 100 of assets and 1000 of liabilities: 900 apart, where 0 is allowed",
        ],
    ),
    (
        "\"kengetal\":\"fk.1\"",
        "\"kengetal\":\"fk.7\"",
        &[
            "error[iv3-df005] line 32, column 1: \"fk.7\" in kengetallen (\"Rek_2026\") is no key figure of Gemeente 2026",
        ],
    ),
    (
        "\"beleidsindicator\":\"bi.1\"",
        "\"beleidsindicator\":\"bi.0\"",
        &[
            "error[iv3-df006] line 35, column 1: \"bi.0\" in beleidsindicatoren (\"Rek_2026\") is no policy indicator of Gemeente 2026",
        ],
    ),
    (
        "{\"verslagperiode\":\"Rek_2026\",\"kengetal\"",
        "{\"verslagperiode\":\"Rek_2016\",\"kengetal\"",
        &[
            "error[iv3-df007] line 32, column 1: \"Rek_2016\" in kengetallen (\"fk.1\") is no reporting period of Gemeente 2026",
        ],
    ),
    // Grey cells: an amount, and none.
    (
        "\"lasten\": [\n",
        "\"lasten\": [\n{\"taakveld\":\"0.1\",\"categorie\":\"3.1\",\"bedrag\":-0.0},{\"taakveld\":\"0.1\",\"categorie\":\"3.1\",\"bedrag\":0.01},{\"taakveld\":\"0.1\",\"categorie\":\"1.1\",\"bedrag\":-0.01},\n",
        &[
            "error[iv3-forbidden-cell] line 9, column 52: 0.01 in lasten stands at \"0.1\" and category \"3.1\", which must stay empty in Gemeente 2026",
        ],
    ),
    // The sums.
    (
        "\"categorie\":\"4.3.1\",\"bedrag\":750}",
        "\"categorie\":\"4.3.1\",\"bedrag\":700},{\"taakveld\":\"0.4\",\"categorie\":\"7.5\",\"bedrag\":50}",
        &[
            "warning[iv3-pf001] budget: the current account has a balance of 100 and the financial account one of 150: 50.00 % apart, where 1 % is allowed",
            "warning[iv3-pf004] budget: category \"7.5\" has 0 of expenses and 50 of income: 100.00 % apart, where 1 % is allowed",
        ],
    ),
    (
        "\"balans_lasten\": [\n",
        "\"balans_lasten\": [\n{\"balanscode\":\"A23\",\"categorie\":\"3.8\",\"bedrag\":2},{\"balanscode\":\"A23\",\"categorie\":\"7.5\",\"bedrag\":-2},{\"balanscode\":\"A129\",\"categorie\":\"7.5\",\"bedrag\":2},{\"balanscode\":\"A129\",\"categorie\":\"3.8\",\"bedrag\":-2},\n",
        &[
            "error[iv3-forbidden-cell] line 17, column 1: 2 in balans_lasten stands at \"A23\" and category \"3.8\", which must stay empty in Gemeente 2026",
            "warning[iv3-pf002] budget: 2 on the financial balance sheet stands on other categories than 6.1, 7.2 and 7.5: 1.30 %, where 1 % is allowed",
        ],
    ),
    (
        "\"balanscode\":\"A23\",\"standper\":\"ultimo\",\"bedrag\":250},\n{\"balanscode\":\"P112\",\"standper\":\"1 januari\",\"bedrag\":1000},\n{\"balanscode\":\"P112\",\"standper\":\"ultimo\",\"bedrag\":1100}",
        "\"balanscode\":\"A23\",\"standper\":\"ultimo\",\"bedrag\":253},\n{\"balanscode\":\"P112\",\"standper\":\"1 januari\",\"bedrag\":1000},\n{\"balanscode\":\"P112\",\"standper\":\"ultimo\",\"bedrag\":1102},\n{\"balanscode\":\"P213\",\"standper\":\"31-12-2026\",\"bedrag\":1}",
        &[
            "warning[iv3-pf003] budget: \"A23\" changes by 153 between its positions and by 150 in the matrix and 2 more: 1.96 % apart in all, where 1 % is allowed",
        ],
    ),
    (
        "\"baten\": [\n",
        "\"baten\": [\n{\"taakveld\":\"0.4\",\"categorie\":\"7.5\",\"bedrag\":1},{\"taakveld\":\"0.7\",\"categorie\":\"4.3.1\",\"bedrag\":-1},\n",
        &[
            "warning[iv3-pf004] budget: category \"7.5\" has 0 of expenses and 1 of income: 100.00 % apart, where 1 % is allowed",
        ],
    ),
    (
        "\"balans_lasten\": [\n",
        "\"balans_lasten\": [\n{\"balanscode\":\"A111\",\"categorie\":\"6.1\",\"bedrag\":2},{\"balanscode\":\"A111\",\"categorie\":\"3.8\",\"bedrag\":-2},{\"balanscode\":\"A23\",\"categorie\":\"6.1\",\"bedrag\":0},\n",
        &[
            "warning[iv3-pf005] budget: 2 of category 6.1 stands outside the financial balance sheet: 1.32 %, where 1 % is allowed",
        ],
    ),
    (
        "\"bedrag\":600",
        "\"bedrag\":599.99",
        &[
            "warning[iv3-pf006] budget: the task fields have 749.99 of expenses and 750 of income: 0.01 apart, where 0 is allowed",
        ],
    ),
    (
        "{\"balanscode\":\"A124\",\"standper\":\"1 januari\",\"bedrag\":900},\n{\"balanscode\":\"A124\",\"standper\":\"ultimo\",\"bedrag\":850}",
        "{\"balanscode\":\"A124\",\"standper\":\"1 januari\",\"bedrag\":901},\n{\"balanscode\":\"A124\",\"standper\":\"ultimo\",\"bedrag\":850}",
        &[
            "warning[iv3-pf007] budget: the opening positions are 1001 of assets and 1000 of liabilities: 1 apart, where 0 is allowed",
        ],
    ),
    (
        "{\"balanscode\":\"A124\",\"standper\":\"ultimo\",\"bedrag\":850}",
        "{\"balanscode\":\"A124\",\"standper\":\"ultimo\",\"bedrag\":849}",
        &[
            "warning[iv3-pf008] budget: the closing positions are 1099 of assets and 1100 of liabilities: 1 apart, where 0 is allowed",
        ],
    ),
    (
        "\"baten\": [\n",
        "\"baten\": [\n{\"taakveld\":\"0.4\",\"categorie\":\"4.3.9\",\"bedrag\":1},{\"taakveld\":\"0.7\",\"categorie\":\"4.3.1\",\"bedrag\":-1},\n",
        &[
            "warning[iv3-pf009] budget: 1 stands on the categories 4.3.9 and 4.4.9, where 0 is allowed in accounts",
        ],
    ),
];

#[test]
fn planted_faults_are_found_by_their_code() {
    let mut wrong = String::new();
    for (from, to, expected) in PLANTED {
        assert_eq!(PLAIN.matches(from).count(), 1, "once in the delivery: {from}");
        let found = found(&PLAIN.replace(from, to));
        if found != *expected {
            wrong.push_str(&format!("{from}\n  → {to}\n  found {found:#?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn there_is_one_for_each_rule_of_iv3() {
    let all = PLANTED.iter().flat_map(|(.., expected)| *expected);
    let codes: BTreeSet<&str> = all.filter_map(|line| line.split(['[', ']']).nth(1)).collect();
    let rules: BTreeSet<&str> =
        Rule::ALL.iter().map(|rule| rule.code()).filter(|code| code.starts_with("iv3-")).collect();
    assert_eq!(codes, rules);
    assert_eq!(rules.len(), 1 + 17 + 1 + 7 + 1 + 9 + 1);
}

/// The rules that are found of the plain delivery when it is changed.
fn rules(change: impl FnOnce(&mut Delivery), tolerances: &Tolerances) -> Vec<String> {
    let mut delivery = Delivery::read(PLAIN).delivery;
    change(&mut delivery);
    delivery.check(tolerances).iter().map(|finding| finding.rule.to_string()).collect()
}

#[test]
fn what_is_not_json_is_one_finding() {
    for (text, error) in [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("{\"metadata\": {}", "EOF while parsing an object at line 1 column 15"),
        ("{} {}", "trailing characters at line 1 column 4"),
        ("12", "invalid type: integer `12`, expected an object at line 1 column 2"),
    ] {
        let expected =
            format!("error[iv3-not-taken] budget: the delivery can't be read as JSON: {error}");
        assert_eq!(found(text), [expected]);
    }
}

#[test]
fn a_tolerance_is_a_setting() {
    let less = |delivery: &mut Delivery| delivery.data.expenses[0].amount = 599.into();
    let defaults = Tolerances::default();
    // One euro of 151 on the current account is less than one percent of it.
    assert_eq!(rules(less, &defaults), ["iv3-pf006"]);
    assert_eq!(rules(less, &Tolerances { pf006: 1.into(), ..defaults }), [""; 0]);
    let half = Number::new(5, 1).unwrap();
    assert_eq!(rules(less, &Tolerances { pf001: half, ..defaults }), ["iv3-pf001", "iv3-pf006"]);
    let json = serde_json::to_string(&defaults).unwrap();
    assert_eq!(serde_json::from_str::<Tolerances>(&json).unwrap(), defaults);
    let some: Tolerances = toml::from_str("pf007 = \"1000\"").unwrap();
    assert_eq!(some, Tolerances { pf007: 1000.into(), ..defaults });
    let error = toml::from_str::<Tolerances>("pf010 = \"1\"").unwrap_err().to_string();
    assert!(error.contains("unknown field `pf010`"), "{error}");
}

#[test]
fn a_check_is_made_for_its_periods_alone() {
    let broken = |period| {
        move |delivery: &mut Delivery| {
            delivery.metadata.period = Some(period);
            delivery.data.income.clear();
            delivery.data.balance_positions.truncate(1);
        }
    };
    let of = |period| {
        let mut rules = rules(broken(period), &Tolerances::default());
        rules.dedup();
        rules
    };
    assert_eq!(of(DeliveryPeriod::Budget), ["iv3-pf006"]);
    // Without closing positions nothing is said of how they changed.
    assert_eq!(of(DeliveryPeriod::Quarter2), ["iv3-pf001", "iv3-pf099"]);
    assert_eq!(
        of(DeliveryPeriod::Year),
        ["iv3-pf001", "iv3-pf099", "iv3-pf006", "iv3-pf007", "iv3-pf099"]
    );
}

#[test]
fn task_fields_may_be_excluded() {
    // The definitions exclude 0.5 (treasury) from PF005 since 2021.
    let sold = |year| {
        move |delivery: &mut Delivery| {
            delivery.metadata.year = Some(year);
            delivery.data.income.push(Entry::new("0.5", "6.1", 40));
            delivery.data.expenses.push(Entry::new("0.5", "6.1", 40));
            for figure in
                delivery.data.key_figures.iter_mut().chain(&mut delivery.data.policy_indicators)
            {
                figure.period = format!("Rek_{year}");
            }
        }
    };
    let tolerances = Tolerances::default();
    // Expenses are forbidden there.
    assert_eq!(rules(sold(2026), &tolerances), ["iv3-forbidden-cell"]);
    assert!(rules(sold(2020), &tolerances).contains(&"iv3-pf005".to_owned()));
}

#[test]
fn a_year_may_be_written_with_a_point() {
    assert_eq!(found(&PLAIN.replace("2026,", "2026.0,")), [""; 0]);
    let wrong = found(&PLAIN.replace("2026,", "2026.5,"));
    assert_eq!(
        wrong,
        [
            "error[iv3-sf004] line 2, column 105: \"2026.5\" as boekjaar of the metadata is not a year"
        ]
    );
}

#[test]
fn the_end_of_a_quarter_has_its_date() {
    let with = |moment: &'static str| {
        move |delivery: &mut Delivery| {
            delivery.metadata.period = Some(DeliveryPeriod::Quarter3);
            for entry in &mut delivery.data.balance_positions {
                entry.column = match &*entry.column {
                    "ultimo" => moment.into(),
                    _ => "1-1-2026".into(),
                };
            }
        }
    };
    let defaults = Tolerances::default();
    assert_eq!(rules(with("30-9-2026"), &defaults), [""; 0]);
    assert_eq!(rules(with("30-6-2026"), &defaults), ["iv3-pf099"]);
}

#[test]
fn sums_that_can_not_be_kept_are_not_checked() {
    let most: Number = "9999999999999999999999999999".parse().unwrap();
    let huge = |delivery: &mut Delivery| {
        for _ in 0..20 {
            delivery.data.expenses.push(Entry::new("0.4", "1.1", most));
        }
    };
    let found = rules(huge, &Tolerances::default());
    assert_eq!(found, ["iv3-pf099", "iv3-pf099"], "PF001 and PF006");
}

#[test]
fn messages_are_dutch_as_well() {
    let text = PLAIN.replace("\"0.4\"", "\"0.44\"").replace("\"1 januari\"", "\"primo\"");
    let findings = Delivery::read(&text).check(&Tolerances::default());
    let dutch: Vec<_> = findings.iter().map(|finding| finding.message(Language::Dutch)).collect();
    assert_eq!(
        dutch[0],
        "\"0.44\" in lasten (categorie \"1.1\") is geen taakveld van Gemeente 2026"
    );
    assert_eq!(dutch.last().unwrap(), "PF007 is niet te controleren: er zijn geen beginstanden");
}

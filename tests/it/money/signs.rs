//! Sign conventions: what a table prints, what says so, and the amounts in the convention of the crate.

use beleid::{Budget, CostLine, Figure, Flow, KnownSign, Period, PolicyField, Role, Sign};

use super::{costs, page, read};

/// What is known of a sign: `+arithmetic`.
fn shown(of: Option<KnownSign>) -> String {
    of.map_or("?".to_owned(), |of| {
        let sign = if of.sign == Sign::Plus { '+' } else { '-' };
        format!("{sign}{}", of.by)
    })
}

fn convention(line: &CostLine) -> String {
    let signs = line.signs.unwrap_or_default();
    [signs.expenses, signs.income, signs.surplus].map(shown).join(" ")
}

fn amounts(line: &CostLine) -> String {
    let amount = |figure| line.amount(figure).map_or("?".to_owned(), |amount| amount.to_string());
    line.figures.iter().map(amount).collect::<Vec<_>>().join(" ")
}

/// The rows of expenses, income and a balance, what is known of the signs of their table, and the amounts of the balance.
const CONVENTIONS: [([&str; 3], &str, &str); 21] = [
    // Both positive, and the balance what is left to pay.
    (["930 | 663", "543 | 468", "387 | 195"], "+arithmetic +arithmetic -arithmetic", "-387 -195"),
    // Both positive, and the balance what is left over.
    (["930 | 663", "543 | 468", "-387 | -195"], "+arithmetic +arithmetic +arithmetic", "-387 -195"),
    (["430 | 163", "543 | 468", "113 | 305"], "+arithmetic +arithmetic +arithmetic", "113 305"),
    // Income with a minus, and the balance their sum.
    (["930 | 663", "-543 | -468", "387 | 195"], "+arithmetic -arithmetic -arithmetic", "-387 -195"),
    (["930 | 663", "543- | 468-", "387 | 195"], "+arithmetic -arithmetic -arithmetic", "-387 -195"),
    (
        ["930 | 663", "(543) | (468)", "387 | 195"],
        "+arithmetic -arithmetic -arithmetic",
        "-387 -195",
    ),
    (
        ["930 | 663", "-/- 543 | -/- 468", "387 | 195"],
        "+arithmetic -arithmetic -arithmetic",
        "-387 -195",
    ),
    (
        ["930 | 663", "- 543 | - 468", "387 | 195"],
        "+arithmetic -arithmetic -arithmetic",
        "-387 -195",
    ),
    // Expenses with a minus, and a minus to the bad.
    (
        ["-930 | -663", "543 | 468", "-387 | -195"],
        "-arithmetic +arithmetic +arithmetic",
        "-387 -195",
    ),
    // All with the other sign.
    (
        ["-930 | -663", "-543 | -468", "-387 | -195"],
        "-arithmetic -arithmetic +arithmetic",
        "-387 -195",
    ),
    // A letter says of the balance what its sign leaves open.
    (["930 | 663", "543 | 668", "387 N | 5 V"], "+arithmetic +arithmetic +arithmetic", "-387 5"),
    (["930 | 663", "543 | 668", "N 387 | V 5"], "+arithmetic +arithmetic +arithmetic", "-387 5"),
    // Letters on all amounts.
    (["930 N | 663 N", "543 V | 668 V", "387 N | 5 V"], "+letters +letters +letters", "-387 5"),
    // A misprint in one column of three leaves the convention.
    (
        ["930 | 663 | 70", "543 | 468 | 20", "387 | 159 | 50"],
        "+arithmetic +arithmetic -arithmetic",
        "-387 -159 -50",
    ),
    // One amount that is corrected has the other sign.
    (
        [
            "930 | 663 | -5 | 60 | 70 | 80",
            "543 | 468 | 20 | 30 | 10 | 20",
            "387 | 195 | -25 | 30 | 60 | 60",
        ],
        "+arithmetic +arithmetic -arithmetic",
        "-387 -195 25 -30 -60 -60",
    ),
    // A balance that is printed with its digits in the wrong order, and no other one but one.
    (["930 | 663", "543 | 468", "387 | 159"], "+arithmetic +arithmetic -arithmetic", "-387 -159"),
    // A sum of both is no balance.
    (["930 | 663", "543 | 468", "1473 | 1131"], "? ? ?", "? ?"),
    // Negative expenses: the balance denies that they are printed with a minus.
    (["-33 | -45", "207 | 252", "240 | 297"], "? ? ?", "? ?"),
    // A letter on one balance says nothing of another one.
    (["930 | 930", "543 | 600", "77 N | 88"], "+amounts +amounts ?", "-77 ?"),
    // Nothing adds up: the table is an excerpt, say.
    (["930 | 663", "543 | 468", "77 | 88"], "+amounts +amounts ?", "? ?"),
    // Expenses with both signs.
    (["930 | -663", "543 | 468", "77 | 88"], "? +amounts ?", "? ?"),
];

#[test]
fn a_table_says_in_which_signs_it_is_printed() {
    let mut wrong = Vec::new();
    for (rows, signs, balance) in CONVENTIONS {
        let years: Vec<String> =
            (0..rows[0].split('|').count()).map(|at| format!("Rekening {}", 2015 + at)).collect();
        let [expenses, income, left] = rows;
        let rows = [
            format!("| {}", years.join(" | ")),
            format!("Lasten | {expenses}"),
            format!("Baten | {income}"),
            format!("Saldo | {left}"),
        ];
        let page = page("Wat heeft het gekost?", &rows.each_ref().map(String::as_str));
        let reading = read(&page);
        let [.., last] = costs(&reading.budget) else { panic!("{page}") };
        let found = (convention(last), amounts(last));
        if found != (signs.to_owned(), balance.to_owned()) {
            wrong.push(format!("{rows:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A line that no word calls a balance, with the sum of such lines above them.
#[test]
fn what_is_left_of_the_flows_below_it_is_a_balance() {
    let rows = [
        "(x € 1.000) | Begroting 2017 | Begroting 2018",
        "01 Werk en inkomen | 72.153 | 70.224",
        "01.1 Werk | 47.361 | 45.872",
        "01.1 Lasten | 62.859 | 61.189",
        "01.1 Baten | -15.498 | -15.317",
        "01.2 Inkomen | 24.792 | 24.352",
        "01.2 Lasten | 186.901 | 186.460",
        "01.2 Baten | -162.109 | -162.108",
        "Inwoners | 200.000 | 201.000",
    ];
    let page = page("Wat mag het kosten?", &rows);
    let reading = read(&page);
    let flows: Vec<_> =
        costs(&reading.budget).iter().map(|line| line.flow.map(Flow::code)).collect();
    let (balance, expenses, income) = (Some("balance"), Some("expenses"), Some("income"));
    assert_eq!(flows, [balance, balance, expenses, income, balance, expenses, income, None]);
    assert_eq!(convention(&costs(&reading.budget)[1]), "+arithmetic -arithmetic -arithmetic");
}

/// A balance without a year is of that of its flows.
#[test]
fn a_balance_that_says_no_year_is_of_that_of_its_flows() {
    let year = Period::year(2017).unwrap();
    let mut field = PolicyField::default();
    for (id, flow, period, amounts) in [
        ("c1", Flow::Expenses, Some(year), [930, 900]),
        ("c2", Flow::Income, Some(year), [543, 520]),
        ("c3", Flow::Balance, None, [387, 380]),
    ] {
        let mut line = CostLine::new(id.parse().unwrap(), id);
        line.flow = Some(flow);
        line.figures = vec![
            Figure::new(period, Role::Realised, amounts[0]),
            Figure::new(period, Role::Budgeted, amounts[1]),
        ];
        field.costs.push(line);
    }
    let mut budget = Budget { fields: vec![field], ..Budget::default() };
    budget.learn_conventions();
    assert_eq!(convention(&budget.fields[0].costs[2]), "+arithmetic +arithmetic -arithmetic");
}

#[test]
fn words_say_it_where_no_sum_does() {
    for (header, label, signs) in [
        ("Rekening 2017 (- = nadeel)", "Saldo", "? ? +words"),
        ("Rekening 2017", "Saldo (+ = nadeel)", "? ? -words"),
        ("Rekening 2017", "Saldo (lasten -/- baten)", "? ? -words"),
        ("Rekening 2017", "Saldo", "? ? ?"),
    ] {
        let page =
            page("Wat heeft het gekost?", &[&format!("| {header}"), &format!("{label} | 12")]);
        let reading = read(&page);
        assert_eq!(convention(&costs(&reading.budget)[0]), signs, "{header}: {label}");
    }
}

/// What a difference says of its own sign, it doesn't say of a balance beside it.
#[test]
fn letters_and_words_of_differences_are_theirs() {
    for (header, cell) in [("Verschil 2018", "63 N"), ("Verschil 2018 (- = nadelig)", "-63")] {
        let header = format!("| Begroting 2018 | Rekening 2018 | {header}");
        let row = format!("Saldo | 596 | 659 | {cell}");
        let page = page("Wat heeft het gekost?", &[&header, &row]);
        let reading = read(&page);
        assert_eq!(convention(&costs(&reading.budget)[0]), "? ? ?", "{page}");
    }
}

#[test]
fn arithmetic_is_believed_before_words() {
    let rows = ["| Rekening 2017 (- = nadeel)", "Lasten | 930", "Baten | 543", "Saldo | 387"];
    let page = page("Wat heeft het gekost?", &rows);
    let reading = read(&page);
    let [.., balance] = costs(&reading.budget) else { panic!("{page}") };
    assert_eq!(convention(balance), "+arithmetic +arithmetic -arithmetic");
}

#[test]
fn movements_in_the_reserves_have_the_signs_that_the_result_proves() {
    let rows = [
        "| Rekening 2016 | Rekening 2017",
        "Lasten | 930 | 663",
        "Baten | 543 | 468",
        "Saldo van baten en lasten | -387 | -195",
        "Toevoeging aan reserves | -10 | -20",
        "Onttrekking aan reserves | 100 | 50",
        "Resultaat | -297 | -165",
    ];
    let page = page("Wat heeft het gekost?", &rows);
    let reading = read(&page);
    let lines = costs(&reading.budget);
    assert_eq!(lines.len(), 6);
    assert_eq!(convention(&lines[3]), "-arithmetic +arithmetic ?");
    assert_eq!((amounts(&lines[3]), amounts(&lines[4])), ("10 20".to_owned(), "100 50".to_owned()));
    let reserves: Vec<String> = lines
        .iter()
        .map(|line| line.reserves.map_or("-".to_owned(), |reserves| reserves.to_string()))
        .collect();
    assert_eq!(reserves, ["-", "-", "excluded", "only", "only", "included"]);
}

/// What is not one number has no amount, and neither has a difference: it is printed in either direction.
#[test]
fn no_amount_is_made_of_what_is_none() {
    let rows = [
        "| Begroting 2017 | Rekening 2017 | Verschil 2017",
        "Lasten | 930 | - | 5",
        "Baten | 10 - 12 | 543 | 5",
    ];
    let page = page("Wat heeft het gekost?", &rows);
    let reading = read(&page);
    let lines = costs(&reading.budget);
    assert_eq!(amounts(&lines[0]), "930 ? ?");
    assert_eq!(amounts(&lines[1]), "? 543 ?");
}

/// A deficit and a surplus in lines of their own, each printed without a minus.
#[test]
fn lines_that_say_the_opposite_keep_their_own_signs() -> Result<(), beleid::Error> {
    let line = |id: &str, label: &str, flow, amounts: [i32; 3]| {
        let mut line = CostLine::new(beleid::Id::new(id)?, label);
        line.flow = Some(flow);
        for (year, amount) in (2016..).zip(amounts) {
            line.figures.push(Figure::new(Period::year(year)?, Role::Realised, amount));
        }
        Ok::<_, beleid::Error>(line)
    };
    let worded = |mut line: CostLine, sign| {
        let by = beleid::SignEvidence::Words;
        let surplus = Some(KnownSign { sign, by });
        line.signs = Some(beleid::Signs { expenses: None, income: None, surplus });
        line
    };
    let budget = |second: i32| {
        let costs = vec![
            line("c1", "Lasten", Flow::Expenses, [110, 120, 130])?,
            line("c2", "Baten", Flow::Income, [50, 160, 70])?,
            worded(line("c3", "Nadelig saldo", Flow::Balance, [60, 0, 60])?, Sign::Minus),
            worded(line("c4", "Voordelig saldo", Flow::Balance, [0, second, 0])?, Sign::Plus),
        ];
        let field = PolicyField { costs, ..PolicyField::default() };
        let mut budget = Budget { fields: vec![field], ..Budget::default() };
        budget.learn_conventions();
        Ok::<_, beleid::Error>(budget)
    };
    let found = budget(40)?;
    let shown: Vec<(String, String)> =
        found.fields[0].costs.iter().map(|line| (convention(line), amounts(line))).collect();
    let shown: Vec<(&str, &str)> = shown.iter().map(|(one, two)| (&**one, &**two)).collect();
    assert_eq!(
        shown,
        [
            ("+arithmetic +arithmetic +arithmetic", "110 120 130"),
            ("+arithmetic +arithmetic +arithmetic", "50 160 70"),
            ("+arithmetic +arithmetic -words", "-60 0 -60"),
            ("+arithmetic +arithmetic +words", "0 40 0"),
        ]
    );
    let sums = |budget: &Budget| {
        let is_of_sums = |finding: &beleid::Finding| finding.rule == beleid::Rule::BalanceMismatch;
        budget.validate().into_iter().filter(is_of_sums).count()
    };
    assert_eq!((sums(&found), sums(&budget(30)?)), (0, 1));
    Ok(())
}

/// *Saldo* below flows and movements in the reserves, with no balance before these.
#[test]
fn a_balance_with_the_reserves_alone_proves_the_signs() {
    let rows = [
        "| Begroting 2016 | Begroting 2017",
        "Lasten | 110 | 120",
        "Toevoeging aan reserves | 5 | 6",
        "Baten | 50 | 60",
        "Onttrekking aan reserves | 1 | 3",
        "Saldo | -64 | -63",
    ];
    let page = page("Wat heeft het gekost?", &rows);
    let reading = read(&page);
    let [.., last] = costs(&reading.budget) else { panic!("{page}") };
    assert_eq!(convention(last), "+arithmetic +arithmetic +arithmetic");
    assert_eq!(amounts(last), "-64 -63");
}

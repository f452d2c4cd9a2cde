//! Amounts and tables that nobody should print: a finding or no answer, never a panic and never a silent number.

use std::time::Instant;

use beleid::{Budget, CostLine, Figure, Flow, Id, Number, Period, PolicyField, Role, Rule, Value};

use super::{costs, page, read};

#[test]
fn amounts_that_are_too_long_are_kept_as_printed_and_reported() {
    for printed in [
        "123456789012345678901234567890",
        "999.999.999.999.999.999.999.999.999.999",
        "1e400",
        "NaN",
        "Infinity",
        "∞",
        "--5",
        "5-5-",
        "1.2.3",
        "12,34,56",
        "0x10",
    ] {
        let rows = [
            "| Rekening 2016 | Rekening 2017",
            &format!("Lasten | {printed} | 12"),
            "Baten | 1 | 2",
        ];
        let page = page("Wat heeft het gekost?", &rows);
        let reading = read(&page);
        let figures = reading.budget.figures().filter_map(|of| of.figure);
        let of_cell = figures
            .filter(|figure| figure.cell.as_ref().is_some_and(|cell| &*cell.printed == printed))
            .collect::<Vec<_>>();
        let is_number = |figure: &&Figure| matches!(figure.value, Value::Exact(_));
        assert!(!of_cell.iter().any(is_number), "{printed}: {of_cell:?}");
        assert!(!reading.findings().is_empty(), "{printed}");
    }
}

/// Sums of numbers with 28 digits can't be told: nothing is reported about them, and nothing panics.
#[test]
fn sums_that_no_number_holds_are_left_open() {
    let most: Number = "9999999999999999999999999999".parse().unwrap();
    let mut field = PolicyField::default();
    for (at, flow) in
        [Flow::Expenses, Flow::Expenses, Flow::Income, Flow::Balance].into_iter().enumerate()
    {
        let mut line = CostLine::new(Id::new(format!("c{at}")).unwrap(), "Totaal");
        line.flow = Some(flow);
        line.total = at % 2 == 1;
        for year in 2015..2025 {
            line.figures.push(Figure::new(Period::year(year).unwrap(), Role::Realised, most));
            line.figures.push(Figure::new(Period::year(year).unwrap(), Role::Budgeted, -most));
            line.figures.push(Figure::new(Period::year(year).unwrap(), Role::Difference, most));
        }
        field.costs.push(line);
    }
    let mut budget = Budget { fields: vec![field], ..Budget::default() };
    budget.learn_conventions();
    let _ = (budget.validate(), budget.money_tables());
    let spending = budget.spending(Period::year(2016).unwrap());
    assert!(spending[0].lines.iter().all(|line| line.spent.over.is_none()), "{spending:#?}");
}

/// Of scales in several scopes the narrowest counts: that of a column before those around the table.
#[test]
fn of_several_scales_the_narrowest_counts() {
    let rows = [
        "(x € 1.000) | Rekening 2016 (x € 1 mln) | Rekening 2017 (x € 1 mln)",
        "Lasten | 12 | 13",
        "Baten | 1 | 2",
    ];
    let page = page("Bedragen x € 1.000.000", &rows);
    let reading = read(&page);
    let lines = costs(&reading.budget);
    assert_eq!(lines.len(), 2);
    // The narrower header wins over what stands around it.
    assert_eq!(lines[0].figures[0].value, Value::from(12_000_000));
}

/// Where one text says two scales, neither is taken: the amounts stay as printed, with a finding.
#[test]
fn two_scales_in_one_text_are_none() {
    for (scale, is_known) in [
        ("(bedragen x € 1.000, in miljoenen euro)", false),
        ("(bedragen x € 1.000)", true),
        ("(x € 1.000.000)", true),
    ] {
        let header = format!("{scale} | Rekening 2016 | Rekening 2017");
        let rows = [header.as_str(), "Lasten | 12 | 13", "Baten | 1 | 2"];
        let page = page("Wat heeft het gekost?", &rows);
        let reading = read(&page);
        let first = &costs(&reading.budget)[0].figures[0].value;
        let is_reported = reading.findings().iter().any(|of| of.rule == Rule::UnknownUnit);
        assert_eq!((*first != Value::from(12), is_reported), (is_known, !is_known), "{header}");
    }
}

/// Totals of each other: whichever is taken for the sum of the other, nothing goes round.
#[test]
fn circular_totals_end() {
    let rows: Vec<String> =
        std::iter::once("| Rekening 2016 | Rekening 2017 | Rekening 2018".to_owned())
            .chain((0..50).map(|at| format!("Totaal {at} | {} | {} | {}", at, at + 1, at + 2)))
            .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let page = page("Wat heeft het gekost?", &rows);
    let reading = read(&page);
    // Each is a number of its own, and no sum of the others.
    assert_eq!(reading.budget.figures().filter(|of| of.figure.is_some()).count(), 150);
    let is_of_sums = |of: &beleid::Finding| of.rule == Rule::TotalMismatch;
    assert_eq!(reading.findings().iter().filter(|of| is_of_sums(of)).count(), 0);
}

/// A budget of so many lines, built by hand: each with a total below it, balances, and figures of many years.
fn large(lines: usize) -> Budget {
    let mut field = PolicyField::default();
    for at in 0..lines {
        let flow = [Flow::Expenses, Flow::Income, Flow::Balance][at % 3];
        let mut line =
            CostLine::new(Id::new(format!("c{at}")).unwrap(), format!("Lijn {}", at / 3));
        line.flow = Some(flow);
        line.total = at % 7 == 0;
        for year in 0..6 {
            let period = Period::year(2000 + year).unwrap();
            let amount = i64::try_from(at).unwrap() * 17 + i64::from(year);
            line.figures.push(Figure::new(period, Role::Realised, amount));
        }
        field.costs.push(line);
    }
    Budget { fields: vec![field], ..Budget::default() }
}

#[test]
fn the_work_grows_with_the_lines() {
    let time = |lines: usize| {
        let mut budget = large(lines);
        let begin = Instant::now();
        budget.learn_conventions();
        let _ = (
            budget.validate(),
            budget.money_tables(),
            budget.spending(Period::year(2001).unwrap()),
        );
        begin.elapsed().as_secs_f64()
    };
    time(300);
    let (small, large) = (time(3_000), time(24_000));
    assert!(large < small * 8.0 * 4.0 + 0.5, "{small} s for 3,000 lines, {large} s for 24,000");
}

/// A line with a figure of another year each time, and all lines with years of their own.
#[test]
fn lines_that_share_no_column_cost_no_more() {
    let mut field = PolicyField::default();
    for at in 0..3_000_u16 {
        let mut line = CostLine::new(Id::new(format!("c{at}")).unwrap(), "Totaal lasten");
        line.flow = Some([Flow::Expenses, Flow::Balance][usize::from(at % 2)]);
        line.total = true;
        let period = Period::year(1000 + at).unwrap();
        line.figures.push(Figure::new(period, Role::Realised, i64::from(at)));
        line.figures.push(Figure::new(None, Role::Difference, i64::from(at)));
        field.costs.push(line);
    }
    let mut budget = Budget { fields: vec![field], ..Budget::default() };
    let begin = Instant::now();
    budget.learn_conventions();
    let _ = (budget.validate(), budget.money_tables());
    assert!(begin.elapsed().as_secs() < 10, "{:?}", begin.elapsed());
}

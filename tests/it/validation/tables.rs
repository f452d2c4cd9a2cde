//! The rules on the figures of a table, over tables as documents print them.

use super::told_of_table;
use beleid::Rule;

/// A rule, the columns, the lines below them, and the expected findings.
type Case<'a> = (Rule, &'a [&'a str], &'a [&'a str], &'a [&'a str]);

fn check(cases: &[Case<'_>]) {
    for (rule, columns, lines, expected) in cases {
        assert_eq!(told_of_table(*rule, columns, lines), *expected, "{columns:?} {lines:?}");
    }
}

const RESULT_AND_TARGET: &[&str] = &["Behaald 2016", "Beoogd 2017"];
const TWO_RESULTS: &[&str] = &["Behaald 2015", "Behaald 2016", "Beoogd 2017"];

#[test]
fn there_is_a_target_and_something_to_hold_against_it() {
    let no_target = &["advice[no-target] line 9, column 1: \"Aantal scholen\" has no target"];
    let no_result = &[
        "warning[target-without-result] line 9, column 1: \"Aantal scholen\" has a target, and neither a result nor a baseline",
    ];
    let row = |a, b| ["Aantal scholen", a, b];
    check(&[
        (
            Rule::NoTarget,
            RESULT_AND_TARGET,
            &row("10", "-"),
            &["advice[no-target] line 11, column 1: \"Aantal scholen\" has no target"],
        ),
        (Rule::NoTarget, &["Behaald 2016"], &["Aantal scholen", "10"], no_target),
        (Rule::NoTarget, RESULT_AND_TARGET, &row("10", "15"), &[]),
        // That there can't be one, or that it is still to come, is said.
        (Rule::NoTarget, RESULT_AND_TARGET, &row("10", "n.v.t."), &[]),
        (Rule::NoTarget, RESULT_AND_TARGET, &row("10", "nnb"), &[]),
        // A plan is something to hold results against, and a bare year may be a target.
        (Rule::NoTarget, &["Behaald 2016", "Begroot 2017"], &row("10", "15"), &[]),
        (Rule::NoTarget, &["2016", "2017"], &row("10", "15"), &[]),
        // The cell that could not be placed may be the target.
        (Rule::NoTarget, RESULT_AND_TARGET, &["Aantal scholen", "10"], &[]),
        (Rule::TargetWithoutResult, &["Beoogd 2017"], &["Aantal scholen", "> 15"], no_result),
        (Rule::TargetWithoutResult, &["Beoogd 2017"], &["Aantal scholen", "nnb"], &[]),
        (
            Rule::TargetWithoutResult,
            &["Behaald 2016", "Nulmeting 2014", "Beoogd 2017"],
            &["Aantal scholen", "-", "10", "> 15"],
            &[],
        ),
        (Rule::TargetWithoutResult, RESULT_AND_TARGET, &row("10", "> 15"), &[]),
        (Rule::TargetWithoutResult, &["2016", "Beoogd 2017"], &row("10", "> 15"), &[]),
    ]);
    let dashes = told_of_table(Rule::TargetWithoutResult, RESULT_AND_TARGET, &row("-", "> 15"));
    assert_eq!(dashes.len(), 1, "{dashes:?}");
}

#[test]
fn a_key_figure_needs_no_target() {
    let table = |title| format!("1.1 Veld\n\n{title}\n\nBehaald 2016\n\nAantal scholen\n\n10\n");
    let rules = |title| {
        let findings = beleid::read(&table(title)).findings();
        findings.iter().filter(|finding| finding.rule == Rule::NoTarget).count()
    };
    assert_eq!(rules("Kengetallen"), 0);
    assert_eq!(rules("Effectindicatoren"), 1);
}

#[test]
fn a_target_asks_for_more_than_there_is() {
    let row = |a, b, c| ["Score", a, b, c];
    check(&[
        (
            Rule::TargetMetAtStart,
            TWO_RESULTS,
            &row("12", "16", "> 15"),
            &[
                "advice[target-met-at-start] line 19, column 1: the target \"> 15\" is met already by the result of 2016, \"16\"",
            ],
        ),
        (Rule::TargetMetAtStart, TWO_RESULTS, &row("12", "15", "> 15"), &[]),
        // The last result counts, not the best.
        (Rule::TargetMetAtStart, TWO_RESULTS, &row("16", "12", "> 15"), &[]),
        // Without a direction 16 may be too many; 15 is what is asked for.
        (Rule::TargetMetAtStart, TWO_RESULTS, &row("12", "16", "15"), &[]),
        (
            Rule::TargetMetAtStart,
            TWO_RESULTS,
            &row("12", "15", "15"),
            &[
                "advice[target-met-at-start] line 19, column 1: the target \"15\" is met already by the result of 2016, \"15\"",
            ],
        ),
        // A result of the target's own period is what the target is for.
        (
            Rule::TargetMetAtStart,
            &["Behaald 2016", "Behaald 2017", "Beoogd 2017"],
            &row("12", "16", "> 15"),
            &[],
        ),
        (
            Rule::TargetMetAtStart,
            &["Nulmeting 2014", "Behaald 2016", "Beoogd 2017"],
            &row("16", "12", "> 15"),
            &[
                "advice[target-met-at-start] line 19, column 1: the target \"> 15\" is met already by the baseline of 2014, \"16\"",
            ],
        ),
        (
            Rule::TargetMetAtStart,
            &["Nulmeting 2014", "Behaald 2016", "Beoogd 2017"],
            &row("12", "16", "> 15"),
            &[],
        ),
        // What is estimated doesn't decide, and what is relative asks for more than there is.
        (Rule::TargetMetAtStart, TWO_RESULTS, &row("12", "ca. 16", "> 15"), &[]),
        (Rule::TargetMetAtStart, TWO_RESULTS, &row("12", "16", "toename"), &[]),
        // Printed units that differ are not compared.
        (Rule::TargetMetAtStart, TWO_RESULTS, &row("12%", "16%", "> € 15"), &[]),
    ]);
}

#[test]
fn percentages_are_shares() {
    let row = |a, b| ["Score", a, b];
    let at = |line, cell| {
        format!(
            "warning[percentage-out-of-range] line {line}, column 1: \"{cell}\" is not between 0 and 100 percent"
        )
    };
    let told = |rows: &[&str]| told_of_table(Rule::PercentageOutOfRange, RESULT_AND_TARGET, rows);
    assert_eq!(told(&row("101%", "> 100%")), [at(13, "101%"), at(15, "> 100%")]);
    assert_eq!(told(&row("-1%", "< 0%")), [at(13, "-1%"), at(15, "< 0%")]);
    assert_eq!(told(&row("95 - 105%", "120%")), [at(13, "95 - 105%"), at(15, "120%")]);
    assert_eq!(told(&row("0%", "100%")), Vec::<String>::new());
    assert_eq!(told(&row("> 0%", "≥ 100%")), Vec::<String>::new());
    // The label says it as well as the cell.
    assert_eq!(told(&["% jongeren", "101", "100"]), [at(13, "101")]);
    assert_eq!(told(&["Aantal jongeren", "101", "100"]), Vec::<String>::new());
    // What only sounds like a change is a share.
    for label in ["% bekend met klimaatverandering", "% begroeiing", "% indexwoningen"] {
        assert_eq!(told(&[label, "60", "600"]), [at(15, "600")]);
    }
    // A change and a ratio are no shares.
    assert_eq!(told(&["Groei (%)", "-12%", "150%"]), Vec::<String>::new());
    assert_eq!(told(&["Netto schuldquote", "75%", "110%"]), Vec::<String>::new());
    let difference = ["Behaald 2016", "Verschil"];
    let told = told_of_table(Rule::PercentageOutOfRange, &difference, &["Score", "7%", "-3%"]);
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn units_are_those_of_the_label_and_of_each_other() {
    let row = |name, a, b| [name, a, b];
    check(&[
        (
            Rule::UnitConflict,
            RESULT_AND_TARGET,
            &row("Aantal woningen", "436", "< 10%"),
            &[
                "warning[unit-conflict] line 15, column 1: \"< 10%\" is in percent, and the label says count",
            ],
        ),
        (
            Rule::UnitConflict,
            RESULT_AND_TARGET,
            &row("% woningen", "€ 44", "10%"),
            &[
                "warning[unit-conflict] line 13, column 1: \"€ 44\" is in euro, and the label says percent",
            ],
        ),
        (
            Rule::UnitConflict,
            RESULT_AND_TARGET,
            &row("Woningen", "€ 44", "10%"),
            &[
                "warning[unit-conflict] line 15, column 1: \"10%\" is in percent, and \"€ 44\" in euro",
            ],
        ),
        (Rule::UnitConflict, RESULT_AND_TARGET, &row("Woningen", "44", "10%"), &[]),
        (
            Rule::UnitConflict,
            RESULT_AND_TARGET,
            &row("Kosten per inwoner in €", "44%", "40"),
            &[
                "warning[unit-conflict] line 13, column 1: \"44%\" is in percent, and the label says euro per inhabitant",
            ],
        ),
        // One unit in two scales is no conflict.
        (
            Rule::UnitConflict,
            RESULT_AND_TARGET,
            &row("Omzet (in miljoenen euro)", "€ 12.000.000", "14"),
            &[],
        ),
        (Rule::UnitConflict, RESULT_AND_TARGET, &row("Schuld boven € 500", "12%", "10%"), &[]),
        (Rule::UnitConflict, RESULT_AND_TARGET, &row("Kosten per inwoner", "€ 44", "€ 40"), &[]),
        (Rule::UnitConflict, RESULT_AND_TARGET, &row("% van totale lasten", "3,6%", "3,7%"), &[]),
    ]);
}

#[test]
fn numbers_of_a_row_are_of_one_order() {
    let row = |a, b, c| ["Bezoekers", a, b, c];
    let told = |cells: [&str; 4]| told_of_table(Rule::JumpInRow, TWO_RESULTS, &cells);
    let none = Vec::<String>::new();
    let jump = |line, cell, before| {
        format!(
            "warning[jump-in-row] line {line}, column 1: \"{cell}\" is of another order of magnitude than \"{before}\" before it"
        )
    };
    assert_eq!(told(row("10", "100", "> 101")), [jump(17, "100", "10")]);
    assert_eq!(told(row("10", "99", "> 98")), none);
    assert_eq!(told(row("100", "10", "> 11")), [jump(17, "10", "100")]);
    assert_eq!(told(row("100", "11", "> 12")), none);
    // One that is out is told once, and so is a new level.
    assert_eq!(told(row("436.550", "43.655", "> 440.000")), [jump(17, "43.655", "436.550")]);
    assert_eq!(told(row("10", "100", "10")), [jump(17, "100", "10")]);
    assert_eq!(told(row("10", "100", "1000")), [jump(17, "100", "10"), jump(19, "1000", "10")]);
    // Nothing is any number of times zero, and a dash is no number.
    assert_eq!(told(row("0", "100", "> 101")), none);
    assert_eq!(told(row("10", "-", "> 100")), [jump(19, "> 100", "10")]);
    assert_eq!(told(row("10", "0", "> 100")), [jump(19, "> 100", "10")]);
    // The ends of a range that are nearest count.
    assert_eq!(told(row("10", "90 - 110", "> 98")), none);
    assert_eq!(told(row("10", "101 - 110", "> 102")), [jump(17, "101 - 110", "10")]);
    // A unit that isn't printed may be any: full euros under a label in millions, or a fraction.
    assert_eq!(told(["Omzet mln", "12", "€ 13.000.000", "> 14"]).len(), 1);
    assert_eq!(told(["Leegstand", "0,12", "0,10", "< 9%"]), [jump(19, "< 9%", "0,10")]);
    // Units that differ are no series, and a difference is of its own size.
    assert_eq!(told(row("10%", "€ 200", "12%")), none);
    // A newest-first table is followed from the oldest on, and a change has no size to keep.
    let backwards = ["Behaald 2016", "Behaald 2015", "Behaald 2014", "Beoogd 2017"];
    let lines = ["Laadpalen", "320", "140", "25", "1.000"];
    assert_eq!(told_of_table(Rule::JumpInRow, &backwards, &lines), none);
    assert_eq!(told(row("-12", "150", "160")), none);
    let change = ["Groei van het bezoek", "1", "50", "> 2"];
    assert_eq!(told_of_table(Rule::JumpInRow, TWO_RESULTS, &change), none);
    let columns = ["Behaald 2015", "Behaald 2016", "Verschil"];
    assert_eq!(told_of_table(Rule::JumpInRow, &columns, &row("100", "101", "1")), none);
}

#[test]
fn columns_follow_each_other_in_time() {
    let cells = ["Score", "12", "13", "14"];
    let told = |columns: &[&str]| told_of_table(Rule::ColumnsOutOfOrder, columns, &cells);
    let none = Vec::<String>::new();
    assert_eq!(
        told(&["Behaald 2016", "Behaald 2015", "Beoogd 2017"]),
        [
            "advice[columns-out-of-order] line 17, column 1: the column \"Behaald 2015\" comes after \"Behaald 2016\""
        ]
    );
    assert_eq!(told(TWO_RESULTS), none);
    // Each role has its own order, and a quarter lies in its year.
    assert_eq!(told(&["Behaald 2016", "Beoogd 2015", "Beoogd 2016"]), none);
    assert_eq!(told(&["Behaald 2016", "Behaald 2016", "Beoogd 2017"]), none);
    // Three or more that run backwards throughout do so on purpose.
    let row = ["Score", "12", "13", "14", "15"];
    let told = |columns: &[&str]| told_of_table(Rule::ColumnsOutOfOrder, columns, &row);
    assert_eq!(told(&["Behaald 2016", "Behaald 2015", "Behaald 2014", "Beoogd 2017"]), none);
    assert_eq!(told(&["Behaald 2016", "Behaald 2014", "Behaald 2015", "Beoogd 2017"]).len(), 1);
    // It is said of the table, not of each of its rows.
    let rows = [cells.as_slice(), &["Cijfer", "1", "2", "3"]].concat();
    let columns = ["Behaald 2016", "Behaald 2015", "Beoogd 2017"];
    assert_eq!(told_of_table(Rule::ColumnsOutOfOrder, &columns, &rows).len(), 1);
}

#[test]
fn no_result_is_of_after_the_edition() {
    let told =
        |columns: &[&str]| told_of_table(Rule::ResultAfterEdition, columns, &["Score", "12", "13"]);
    assert_eq!(
        told(&["Behaald 2016", "Waarde 2018"]),
        [
            "warning[result-after-edition] line 15, column 1: \"Waarde 2018\" holds results from after the edition of 2017"
        ]
    );
    assert_eq!(told(&["Behaald 2016", "Behaald 2017"]), Vec::<String>::new());
    assert_eq!(told(&["Behaald 2016", "Verwacht 2018"]), Vec::<String>::new());
}

#[test]
fn years_lie_around_the_edition() {
    let told =
        |columns: &[&str]| told_of_table(Rule::YearFarFromEdition, columns, &["Score", "12", "13"]);
    let none = Vec::<String>::new();
    assert_eq!(
        told(&["Behaald 2016", "Beoogd 2071"]),
        [
            "warning[year-far-from-edition] line 15, column 1: \"Beoogd 2071\" is more than 20 years from the edition of 2017"
        ]
    );
    assert_eq!(
        told(&["Behaald 1996", "Beoogd 2017"]),
        [
            "warning[year-far-from-edition] line 13, column 1: \"Behaald 1996\" is more than 20 years from the edition of 2017"
        ]
    );
    assert_eq!(told(&["Behaald 1997", "Beoogd 2037"]), none);
}

#[test]
fn rows_have_figures_of_their_own() {
    let told = |lines: &[&str]| told_of_table(Rule::IdenticalFigures, RESULT_AND_TARGET, lines);
    let none = Vec::<String>::new();
    assert_eq!(
        told(&["Scholen", "10", "15", "Winkels", "10", "15"]),
        [
            "warning[identical-figures] line 17, column 1: \"Winkels\" has the same figures as \"Scholen\" (field 1.1, indicator #1)"
        ]
    );
    assert_eq!(told(&["Scholen", "10", "15", "Winkels", "10", "16"]), none);
    // The notation is no difference; a comparator is.
    assert_eq!(told(&["Scholen", "10", "15", "Winkels", "10,0", "15"]).len(), 1);
    assert_eq!(told(&["Scholen", "10", "15", "Winkels", "10", "> 15"]), none);
    // Many rows are the same throughout, or have no figures.
    assert_eq!(told(&["Scholen", "100%", "100%", "Winkels", "100%", "100%"]), none);
    assert_eq!(told(&["Scholen", "-", "-", "Winkels", "-", "-"]), none);
}

#[test]
fn marks_and_footnotes_find_each_other() {
    let told = |rule, lines: &[&str]| told_of_table(rule, RESULT_AND_TARGET, lines);
    let none = Vec::<String>::new();
    let (no_note, no_mark) = (Rule::MarkWithoutFootnote, Rule::FootnoteWithoutMark);
    assert_eq!(
        told(no_note, &["Scholen", "10*", "15*"]),
        ["warning[mark-without-footnote] line 13, column 1: no footnote has the mark \"*\""]
    );
    assert_eq!(
        told(no_note, &["Scholen*", "10", "15"]),
        ["warning[mark-without-footnote] line 11, column 1: no footnote has the mark \"*\""]
    );
    assert_eq!(told(no_note, &["Scholen", "10*", "15", "* voorlopig cijfer"]), none);
    assert_eq!(told(no_note, &["Scholen*", "10", "15", "* voorlopig cijfer"]), none);
    assert_eq!(told(no_note, &["Scholen", "10 1)", "15", "1) voorlopig cijfer"]), none);
    assert_eq!(
        told(no_mark, &["Scholen", "10", "15", "* voorlopig cijfer"]),
        ["advice[footnote-without-mark] line 17, column 1: nothing refers to the footnote \"*\""]
    );
    assert_eq!(told(no_mark, &["Scholen", "10*", "15", "* voorlopig cijfer"]), none);
    assert_eq!(told(no_mark, &["Scholen*", "10", "15", "* voorlopig cijfer"]), none);
    assert_eq!(told(no_mark, &["Banen* (x 1.000)", "10", "15", "* voorlopig cijfer"]), none);
}

#[test]
fn the_reading_says_more_than_validation_and_says_it_once() {
    let told = |rule, lines: &[&str]| told_of_table(rule, RESULT_AND_TARGET, lines);
    assert_eq!(
        told(Rule::RowMisaligned, &["Scholen", "10"]),
        [
            "warning[row-misaligned] line 11, column 1: row \"Scholen\" has 1 cell for 2 columns (Behaald 2016, Beoogd 2017), so none of them is placed"
        ]
    );
    assert_eq!(told(Rule::NotUnderstood, &["Scholen", ">4.86.000", "15"]), Vec::<String>::new());
    assert_eq!(told(Rule::Misprint, &["Scholen", ">4.86.000", "15"]).len(), 1);
    // A verdict is a result in words, and no failure to understand.
    assert_eq!(told(Rule::NotUnderstood, &["Scholen", "behaald", "15"]), Vec::<String>::new());
    // Mixed columns are told once, of the field.
    let columns = ["Beoogd", "2016", "2017"];
    let told = |rule| told_of_table(rule, &columns, &["Scholen", "10", "15"]);
    assert_eq!((told(Rule::MixedHeader).len(), told(Rule::RowMisaligned).len()), (1, 0));
}

#[test]
fn a_target_sets_out_from_the_last_baseline_before_it() {
    let columns = ["Nulmeting 2010", "Nulmeting 2014", "Beoogd 2017"];
    let told = |columns: &[&str], cells: [&str; 3]| {
        let row = [&["Score"], cells.as_slice()].concat();
        told_of_table(Rule::TargetMetAtStart, columns, &row).len()
    };
    assert_eq!(told(&columns, ["60", "40", "> 50"]), 0);
    assert_eq!(told(&columns, ["40", "60", "> 50"]), 1);
    // One that was measured later, or is words, is none.
    assert_eq!(told(&["Nulmeting 2018", "Behaald 2015", "Beoogd 2017"], ["60", "40", "> 50"]), 0);
    assert_eq!(
        told(&["Nulmeting 2010", "Nulmeting", "Beoogd 2017"], ["zie tekst", "60", "> 50"]),
        1
    );
}

/// Rows of one name whose figures for the same period differ are of different things, and nothing says of which.
#[test]
fn two_rows_of_one_name() {
    let columns = &["Rekening 2019", "Begroting 2020"][..];
    let first = "warning[repeated-name] line 11, column 1: \"Scholen\" is the name of another row of this table too (field 1.1, indicator #2), which has other figures";
    let second = "warning[repeated-name] line 17, column 1: \"Scholen\" is the name of another row of this table too (field 1.1, indicator #1), which has other figures";
    check(&[
        (
            Rule::RepeatedName,
            columns,
            &["Scholen", "10", "12", "Scholen", "20", "24"],
            &[first, second],
        ),
        // The same figures are another matter, and so are those that aren't known.
        (Rule::RepeatedName, columns, &["Scholen", "10", "12", "Scholen", "10", "12"], &[]),
        (Rule::RepeatedName, columns, &["Scholen", "10", "-", "Scholen", "-", "12"], &[]),
        (Rule::RepeatedName, columns, &["Scholen", "10", "12", "Lessen", "20", "24"], &[]),
    ]);
    // A group tells them apart.
    let page = "| Product | 2019 | 2020 |\n|---|---|---|\n| Zorg |  |  |\n| Kosten | 10 | 12 |\n| Wonen |  |  |\n| Kosten | 20 | 24 |\n";
    let reading = beleid::Reader::new().read_as(page, beleid::Layout::Markdown);
    assert!(reading.figures().all(|of| !of.findings.contains(&Rule::RepeatedName)));
    let page = page.replace("| Wonen |  |  |\n", "");
    let reading = beleid::Reader::new().read_as(&page, beleid::Layout::Markdown);
    assert!(reading.figures().all(|of| of.findings.contains(&Rule::RepeatedName)));
}

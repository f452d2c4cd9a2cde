//! Every cell of 22 real pages of the municipality of Groningen, against what a person read
//! in it. The readings stand in `golden/groningen_pages.tsv`; the pages are real data.

use crate::support::data;
use std::collections::BTreeMap;

use beleid::{Figure, Indicator, LineUse, Part, Reading, Rule};

/// A cell as a person read it.
struct Golden<'a> {
    page: &'a str,
    row: usize,
    indicator: &'a str,
    header: &'a str,
    printed: &'a str,
    role: &'a str,
    period: &'a str,
    value: &'a str,
    unit: &'a str,
    notes: &'a str,
    remark: &'a str,
    rule: &'a str,
}

fn golden() -> Vec<Golden<'static>> {
    let table = include_str!("../golden/groningen_pages.tsv");
    let lines = table.lines().skip(1);
    let cells =
        lines.map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [
                page,
                row,
                indicator,
                header,
                printed,
                role,
                period,
                value,
                unit,
                notes,
                remark,
                rule,
            ] = fields.try_into().expect("twelve columns");
            let row = row.parse().expect("a row number");
            Golden {
                page,
                row,
                indicator,
                header,
                printed,
                role,
                period,
                value,
                unit,
                notes,
                remark,
                rule,
            }
        });
    cells.collect()
}

/// The pages by their names.
fn pages(text: &str) -> BTreeMap<&str, &str> {
    let pages = text.split("##### ").skip(1);
    pages
        .map(|page| {
            let (head, body) = page.split_once('\n').expect("a line behind the name");
            (head.split_whitespace().next().expect("a name"), body)
        })
        .collect()
}

#[derive(Default)]
struct Tally {
    right: usize,
    reported: usize,
    wrong: Vec<String>,
}

#[test]
fn each_cell_is_read_right_or_reported() {
    let Some(text) = data::text("begroting/layout_fixtures_groningen.txt") else { return };
    let pages = pages(&text);
    assert_eq!(pages.len(), 22);
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let golden = golden();
    for (name, page) in &pages {
        let reading = beleid::read(page);
        let cells: Vec<_> = golden.iter().filter(|cell| cell.page == *name).collect();
        check_page(name, &reading, &cells);
        let tally = tallies.entry(name).or_default();
        let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
        for cell in cells {
            let column = columns.entry(cell.row).or_default();
            check_cell(&reading, cell, *column, tally);
            *column += 1;
        }
    }
    println!("{:15} {:>5} {:>8} {:>5}", "page", "right", "reported", "wrong");
    for (name, tally) in &tallies {
        let wrong = tally.wrong.len();
        println!("{name:15} {:5} {:8} {wrong:5}", tally.right, tally.reported);
    }
    let sum = |count: fn(&Tally) -> usize| tallies.values().map(count).sum::<usize>();
    let (right, reported) = (sum(|tally| tally.right), sum(|tally| tally.reported));
    println!("{:15} {right:5} {reported:8} {:5}", "all", sum(|tally| tally.wrong.len()));
    let wrong: Vec<_> = tallies.values().flat_map(|tally| &tally.wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!((right, reported), (195, 15));
    assert_eq!(right + reported, golden.len());
}

/// What each page has, whatever its cells are.
fn check_page(name: &str, reading: &Reading<'_>, cells: &[&Golden<'_>]) {
    let [field] = reading.budget.fields.as_slice() else {
        panic!("{name}: {} fields", reading.budget.fields.len());
    };
    assert_eq!(field.heading, beleid::Heading::default(), "{name}");
    // A title without an organisation says of the page that it has no heading either.
    assert!(has(reading, Rule::MissingOrganisation), "{name}");
    let rows = cells.iter().map(|cell| cell.row).max().unwrap_or(0);
    assert_eq!(field.indicators.len(), rows, "{name}");
    assert_eq!(crate::support::list(field.introduction()), ["[inleidende alinea]"], "{name}");
    assert_eq!(field.goals.iter().map(|goal| &*goal.text).collect::<Vec<_>>(), ["[alinea]"]);
    assert_eq!(
        field.actions.iter().map(|action| &*action.text).collect::<Vec<_>>(),
        ["[actie 1]", "[actie 2]"],
        "{name}"
    );
    let asks = reading.source().contains("Hoe staan we ervoor?");
    assert_eq!(crate::support::list(field.situation()).len(), usize::from(asks), "{name}");
    assert!(reading.lines().all(|line| line.used_as != LineUse::Unread), "{name}");
}

fn has(reading: &Reading<'_>, rule: Rule) -> bool {
    reading.source_findings().iter().any(|finding| finding.rule == rule)
}

/// Compares a cell with what was made of it. Column counts from 0 and takes in note columns.
fn check_cell(reading: &Reading<'_>, golden: &Golden<'_>, column: usize, tally: &mut Tally) {
    let indicator = &reading.budget.fields[0].indicators[golden.row - 1];
    let made = made_of(reading, indicator, golden, column);
    let expected = match golden.value {
        "note" => format!("note {}", golden.printed),
        "unplaced" => format!("unplaced, {}", golden.rule),
        value => format!(
            "{} {} {} = {value} {} [{}] ({}) {}",
            golden.header,
            golden.role,
            golden.period,
            golden.unit,
            golden.notes,
            golden.remark,
            golden.rule
        ),
    };
    let label = indicator.label.as_ref().unwrap_or(&indicator.name);
    let name = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if made != expected || name != golden.indicator {
        let (page, row) = (golden.page, golden.row);
        tally.wrong.push(format!("{page} row {row} {name}: {made} instead of {expected}"));
    } else if ["", "decimal-point", "remark-in-cell"].contains(&golden.rule) {
        tally.right += 1;
    } else {
        tally.reported += 1;
    }
}

fn made_of(
    reading: &Reading<'_>,
    indicator: &Indicator,
    golden: &Golden<'_>,
    column: usize,
) -> String {
    let number = u32::try_from(column + 1).ok().and_then(std::num::NonZeroU32::new);
    let in_column =
        |figure: &Figure| figure.cell.as_ref().is_some_and(|cell| cell.column == number);
    if let Some(index) = indicator.figures.iter().position(in_column) {
        let figure = &indicator.figures[index];
        let cell = figure.cell.as_ref().expect("it was found by its cell");
        if &*cell.printed != golden.printed {
            return format!("printed {}", cell.printed);
        }
        let or_null = |text: Option<String>| text.unwrap_or_else(|| "null".to_owned());
        return format!(
            "{} {} {} = {} {} [{}] ({}) {}",
            reading.budget.fields[0].header_of(cell).unwrap_or_default(),
            or_null(figure.role.map(|role| role.to_string())),
            or_null(figure.period.map(|period| period.to_string())),
            serde_json::to_string(&figure.value).expect("a value"),
            or_null(figure.unit.as_ref().map(ToString::to_string)),
            figure.notes.join(" "),
            figure.remark.as_deref().unwrap_or_default(),
            rule_at(reading, golden.row, Some(index)),
        );
    }
    if indicator.unplaced.get(column).is_some_and(|cell| &*cell.printed == golden.printed) {
        return format!("unplaced, {}", rule_at(reading, golden.row, None));
    }
    let notes = indicator.notes.iter().filter_map(|note| note.mark.as_deref());
    match notes.into_iter().find(|mark| *mark == golden.printed) {
        Some(mark) => format!("note {mark}"),
        None => "nothing".to_owned(),
    }
}

/// The code of the finding about a figure of a row, or about the row itself.
fn rule_at(reading: &Reading<'_>, row: usize, figure: Option<usize>) -> &'static str {
    let finding = reading.source_findings().iter().find(|finding| {
        let mut parts = finding.place.parts().iter().rev();
        let figure_fits = match figure {
            Some(figure) => parts.next() == Some(&Part::Figure(figure)),
            None => true,
        };
        figure_fits && parts.next() == Some(&Part::Indicator(row - 1))
    });
    finding.map_or("", |finding| finding.rule.code())
}

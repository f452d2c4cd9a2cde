//! The figures of a document, each with what it means.

use std::collections::BTreeMap;

use beleid::{Change, Figure, Missing, Reading, Value};

/// The meaning of a figure, in the form of the tables made by hand.
fn meaning(value: &Value) -> String {
    match value {
        Value::Missing(reason) => format!(
            "missing {}",
            match reason {
                Missing::Unspecified => "unspecified",
                Missing::NotAvailable | Missing::NotMeasured => "not-available",
                Missing::NotYetKnown => "not-yet-known",
                Missing::NotApplicable => "not-applicable",
                Missing::Elsewhere => "elsewhere",
                Missing::Blank => "blank",
                _ => unreachable!("all reasons are known"),
            }
        ),
        Value::Exact(number) => format!("exact {number}"),
        Value::MoreThan(number) => format!("more-than {number}"),
        Value::AtLeast(number) => format!("at-least {number}"),
        Value::LessThan(number) => format!("less-than {number}"),
        Value::AtMost(number) => format!("at-most {number}"),
        Value::Between(interval) => format!("between {} {}", interval.low(), interval.high()),
        Value::Change(Change::Increase) => "change up".to_owned(),
        Value::Change(Change::Decrease) => "change down".to_owned(),
        Value::Text(_) => "text".to_owned(),
        other => format!("other: {other}"),
    }
}

/// A name without what may differ: spaces, signs, marks, capitals.
fn bare(text: &str) -> String {
    let text = text.split("<sup>").next().unwrap_or_default();
    text.to_lowercase().chars().filter(|c| c.is_alphabetic() || c.is_ascii_digit()).collect()
}

/// A text with the digits of its raised part as the reader gives them.
fn raised(text: &str) -> String {
    let Some((front, behind)) = text.split_once("<sup>") else { return text.to_owned() };
    let (inner, rest) = behind.split_once("</sup>").unwrap_or((behind, ""));
    let digit = |c: char| {
        c.to_digit(10).map_or(c, |digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit as usize).unwrap())
    };
    format!("{front}{}{rest}", inner.chars().map(digit).collect::<String>())
}

/// What a figure is found by: the code of its field, its row and its column.
type Key = (String, String, String);

/// The numbers of `exact 7.50` as they compare.
fn is_same(hand: &str, read: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let shorten = |word: &str| match word.parse::<beleid::Number>() {
            Ok(number) if word.contains('.') => {
                let text = number.to_string();
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
            _ => word.to_owned(),
        };
        text.split(' ').map(shorten).collect()
    };
    words(hand) == words(read)
}

pub(super) fn compare(reading: &Reading<'_>, hand: &[Vec<String>]) -> String {
    let mut found: BTreeMap<Key, Vec<&Figure>> = BTreeMap::new();
    for (_, field) in reading.budget.places() {
        let heading = &field.heading;
        let code = match (&heading.code, &heading.label, &heading.title) {
            (Some(code), _, _) => code.to_string(),
            (None, _, _) => String::new(),
        };
        for indicator in &field.indicators {
            for figure in &indicator.figures {
                let header = crate::support::header(field, figure);
                let slice = figure.dimensions.first().map_or("", |part| part.value());
                // An area stands in the row or in the header, and a year in a column of its own.
                let period = figure.period.map(|period| period.to_string()).unwrap_or_default();
                let header = bare(&header.unwrap_or_default());
                let names = [bare(&indicator.name), bare(&format!("{}{slice}", indicator.name))];
                let mut keys: Vec<Key> = Vec::new();
                for name in names {
                    keys.push((code.clone(), name.clone(), header.clone()));
                    keys.push((code.clone(), name, bare(&format!("{header}{period}"))));
                }
                keys.dedup();
                for key in keys {
                    found.entry(key).or_default().push(figure);
                }
            }
        }
    }
    let mut report = String::new();
    let (mut equal, mut missing, mut open) = (0, 0, 0);
    for row in hand {
        let [code, name, header, printed, expected] = row.as_slice() else { panic!("{row:?}") };
        let printed = &raised(printed);
        let code = code.strip_prefix("Paragraaf ").unwrap_or(code);
        let code: Vec<_> = code
            .split('.')
            .map(|part| if part.len() > 1 { part.trim_start_matches('0') } else { part })
            .collect();
        let key = (code.join("."), bare(name), bare(header));
        // By hand a label may have been cut short in front of its parentheses.
        let (first, area) = name.split_once(" / ").unwrap_or((name, ""));
        let is_cut = |(code, full, header): &&Key| {
            (code, header) == (&key.0, &key.2)
                && full.starts_with(&bare(first))
                && full.ends_with(&bare(area))
        };
        let key = if found.contains_key(&key) { Some(&key) } else { found.keys().find(is_cut) };
        let mut figures = key.and_then(|key| found.get(key)).into_iter().flatten();
        let same = figures.clone().find(|figure| {
            figure.cell.as_ref().is_some_and(|cell| bare(&cell.printed) == bare(printed))
        });
        let place = format!("{} | {name} | {header} | {printed}", row[0]);
        match same.or(figures.next()) {
            None => {
                missing += 1;
                report += &format!("not found: {place} | {expected}\n");
            }
            Some(figure) if is_same(expected, &meaning(&figure.value)) => equal += 1,
            Some(figure) => {
                let read = meaning(&figure.value);
                if expected == "other" {
                    open += 1;
                    report += &format!("left open by hand: {place} | {read}\n");
                } else {
                    report += &format!("differs: {place} | {expected} | {read}\n");
                }
            }
        }
    }
    format!(
        "figures equal: {equal} of {}; left open by hand {open}, not found {missing}, different {}\n{report}",
        hand.len(),
        hand.len() - equal - missing - open,
    )
}

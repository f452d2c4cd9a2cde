//! The fields of a document with what was counted in them.

use beleid::{PolicyField, Reading};

/// A field with its counts, as a row of a table.
fn row(field: &PolicyField, depth: usize) -> [String; 8] {
    let heading = &field.heading;
    let figures = |indicator: &beleid::Indicator| {
        // A cell of several figures stands in the table once.
        let mut columns: Vec<_> = indicator
            .figures
            .iter()
            .filter(|figure| figure.role != Some(beleid::Role::Difference))
            .map(|figure| {
                figure
                    .cell
                    .as_ref()
                    .map(|cell| (cell.column, cell.row, figure.period, &figure.dimensions))
            })
            .collect();
        columns.dedup();
        columns.len() + indicator.unplaced.len()
    };
    [
        heading.code.as_ref().map(ToString::to_string).unwrap_or_default(),
        heading.label.clone().unwrap_or_default(),
        heading.title.clone().unwrap_or_default(),
        depth.to_string(),
        field.indicators.len().to_string(),
        field.indicators.iter().map(figures).sum::<usize>().to_string(),
        field.goals.len().to_string(),
        field.actions.len().to_string(),
    ]
}

/// Compares the fields in their order, field by field.
pub(super) fn compare(reading: &Reading<'_>, hand: &[Vec<String>]) -> String {
    let read: Vec<[String; 8]> =
        reading.budget.places().map(|(place, field)| row(field, place.parts().len() - 1)).collect();
    let key = |row: &[String]| {
        let letters = |text: &String| text.to_lowercase().replace(char::is_whitespace, "");
        // `01.1` is `1.1`.
        let code = row[0].split('.').map(|part| {
            let bare = part.trim_start_matches('0');
            if bare.is_empty() { part } else { bare }.to_owned()
        });
        (code.collect::<Vec<_>>().join("."), letters(&row[2]))
    };
    let mut report = String::new();
    let mut used = vec![false; read.len()];
    let (mut equal, mut sums) = (0, [[0_usize; 4]; 2]);
    for expected in hand {
        let found = (0..read.len()).find(|&at| !used[at] && key(&read[at]) == key(expected));
        let number = |text: &String| text.parse::<usize>().unwrap();
        for (sum, text) in sums[0].iter_mut().zip(&expected[4..8]) {
            *sum += number(text);
        }
        let Some(at) = found else {
            report += &format!("not found: {}\n", expected.join(" | "));
            continue;
        };
        used[at] = true;
        for (sum, text) in sums[1].iter_mut().zip(&read[at][4..8]) {
            *sum += number(text);
        }
        if read[at][3..8] == expected[3..8] {
            equal += 1;
        } else {
            let what = ["depth", "indicators", "figures", "goals", "actions"];
            let differences: Vec<_> = what
                .iter()
                .enumerate()
                .filter(|(index, _)| read[at][3 + index] != expected[3 + index])
                .map(|(index, what)| {
                    format!("{what} {} by hand, {} read", expected[3 + index], read[at][3 + index])
                })
                .collect();
            report += &format!("{} {}: {}\n", expected[0], expected[2], differences.join(", "));
        }
    }
    for (row, _) in read.iter().zip(&used).filter(|(_, used)| !**used) {
        report += &format!("by the reader alone: {}\n", row.join(" | "));
    }
    let named = |[indicators, figures, goals, actions]: [usize; 4]| {
        format!("indicators {indicators}, figures {figures}, goals {goals}, actions {actions}")
    };
    format!(
        "fields equal in all counts: {equal} of {}\nby hand: {}\nread in these fields: {}\n{report}",
        hand.len(),
        named(sums[0]),
        named(sums[1]),
    )
}

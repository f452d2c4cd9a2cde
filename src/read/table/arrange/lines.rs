//! Two or more rows of headers, where each row stands on a line of the source.

use super::distinct::is_distinct;
use super::joined::{excludes, joined};
use super::reach::fill;
use super::{Arrangement, How, Item, Path};

/// Lines of headers above each other that each have one for each column, of which that of the first isn't known: *Bench 2018 2019 2020* above
/// *Mark Actual Estimated Target*. `None` if they are not like this.
pub(in crate::read) fn stacked(items: &[Item], n: usize) -> Option<Arrangement> {
    const MIN_COLUMNS: usize = 3;
    let begins = |at: &usize| items.get(*at).is_some_and(|item| item.begins_line);
    let lines: Vec<usize> = (0..items.len()).filter(begins).collect();
    let is_regular = lines.iter().enumerate().all(|(line, at)| *at == line * n);
    if n < MIN_COLUMNS || lines.len() < 2 || items.len() != lines.len() * n || !is_regular {
        return None;
    }
    let known = |at: usize| {
        items.get(at).is_some_and(|item| item.facts.is_placing() && item.facts.rest == 0)
    };
    let is_named = |line: &usize| !known(*line) && (line + 1..line + n).all(known);
    if !lines.iter().all(is_named) {
        return None;
    }
    let path = |at: usize| {
        items.get(at).map(|item| Path {
            items: vec![at],
            facts: item.facts.clone(),
            is_open: false,
        })
    };
    let column = |at: usize| {
        let parts = lines.iter().filter_map(|line| path(line + at));
        parts.reduce(|above, inner| above.above(&inner))
    };
    let columns = (0..n).map(column).collect::<Option<Vec<Path>>>()?;
    is_distinct(&columns).then_some(Arrangement { how: How::Levels, columns, has_units: false })
}

/// Lines of headers above each other, the last of which has one for each column. What stands in front of the
/// columns of figures, and lines without headers of figures, are left out.
pub(super) fn lines(items: &[Item], units: &[Path], n: usize) -> Option<Vec<Path>> {
    let mut runs: Vec<Vec<&Path>> = Vec::new();
    for (item, unit) in items.iter().zip(units) {
        if item.begins_line || runs.is_empty() {
            runs.push(Vec::new());
        }
        if unit.places() {
            runs.last_mut()?.push(unit);
        }
    }
    runs.retain(|run| !run.is_empty());
    let (last, upper) = runs.split_last()?;
    if last.len() != n || upper.is_empty() || upper.iter().any(|run| run.len() > n) {
        return None;
    }
    // *Begroot*, *Streefwaarde*, *Stand 2022* on a line each are three columns, and none of all of them.
    let is_one_column = n == 1
        && upper.iter().flatten().any(|unit| {
            last.first().is_some_and(|last| excludes(last, unit) || excludes(unit, last))
        });
    if is_one_column {
        return None;
    }
    let mut columns: Vec<Path> = last.iter().copied().cloned().collect();
    // The nearest first: it says which columns the others stand above.
    for run in upper.iter().rev() {
        // *2020-21* and *2021-22* above *Estimated* and *Projected*, which have no year.
        let lacking: Vec<usize> = (0..n)
            .filter(|&at| {
                let lacks = |unit: &&Path| {
                    columns
                        .get(at)
                        .is_some_and(|column| column.facts.kinds() & unit.facts.kinds() == 0)
                };
                run.iter().all(lacks)
            })
            .collect();
        if lacking.len() == run.len() {
            for (&at, unit) in lacking.iter().zip(run) {
                if let Some(column) = columns.get_mut(at) {
                    *column = joined(column, unit);
                }
            }
        } else {
            fill(run, &mut columns, None, false);
        }
    }
    Some(columns)
}

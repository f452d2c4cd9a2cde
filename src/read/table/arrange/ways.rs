//! All ways to place a row of headers above more columns, in their order.

use super::Path;
use super::joined::Joined;
use crate::read::facts::Facts;

/// Over which of the headers below them some headers stand that are fewer, as for each of those below the index of
/// the one above. `None` if there is no way, or more than one.
pub(in crate::read) fn spans_over(upper: &[Facts], lower: &[Facts]) -> Option<Vec<usize>> {
    let (upper, lower) = (Path::of_each(upper), Path::of_each(lower));
    let run: Vec<&Path> = upper.iter().collect();
    match ways(&run, &lower).as_slice() {
        [way] => way.iter().copied().collect(),
        _ => None,
    }
}

/// The ways to place a row of headers over more columns, in their order: for each column its header. First
/// those in which each stands over one or several columns, as where spans were lost; where none of them goes
/// with what is known, those that leave columns without one.
pub(super) fn ways(run: &[&Path], groups: &[Path]) -> Vec<Vec<Option<usize>>> {
    /// As many as eight headers over twelve columns have, about.
    const MAX_WAYS: usize = 500;
    let (units, columns) = (run.len(), groups.len());
    if leaving_exceeds(units, columns, MAX_WAYS) {
        return Vec::new();
    }
    // One way after another, each of as many columns as were looked at.
    let mut spanning: Vec<Option<usize>> = Vec::new();
    for column in 0..columns {
        let left = columns - column;
        let mut next = Vec::new();
        let mut add = |way: &[Option<usize>]| {
            let last = way.last().copied().flatten();
            let options = [last, Some(last.map_or(0, |last| last + 1))];
            for unit in options.into_iter().flatten() {
                if unit < units && units - unit <= left {
                    next.extend_from_slice(way);
                    next.push(Some(unit));
                }
            }
        };
        if column == 0 {
            add(&[]);
        } else {
            spanning.chunks(column).for_each(add);
        }
        spanning = next;
        if spanning.len() > MAX_WAYS * (column + 1) {
            return Vec::new();
        }
    }
    let joined = Joined::new(run, groups);
    let ends = |way: &&[Option<usize>]| way.last() == Some(&units.checked_sub(1));
    let spanning = || spanning.chunks(columns.max(1)).filter(ends).map(<[_]>::to_vec);
    let goes = |way: &Vec<Option<usize>>| joined.goes(way);
    let going: Vec<Vec<Option<usize>>> = spanning().filter(goes).collect();
    if !going.is_empty() {
        return going;
    }
    let going: Vec<Vec<Option<usize>>> = leaving(units, columns).into_iter().filter(goes).collect();
    if !going.is_empty() {
        return going;
    }
    spanning().collect()
}

/// The ways to place a row of headers over more columns, each over one.
fn leaving(units: usize, columns: usize) -> Vec<Vec<Option<usize>>> {
    let mut leaving: Vec<Vec<Option<usize>>> = vec![Vec::new()];
    for column in 0..columns {
        let left = columns - column;
        let mut next = Vec::new();
        for way in &leaving {
            let used = way.iter().flatten().count();
            if units - used < left {
                next.push(way.iter().copied().chain([None]).collect::<Vec<_>>());
            }
            if used < units {
                next.push(way.iter().copied().chain([Some(used)]).collect::<Vec<_>>());
            }
        }
        leaving = next;
    }
    leaving
}

/// Whether there are more of these than so many, at some column.
fn leaving_exceeds(units: usize, columns: usize, most: usize) -> bool {
    // How many there are by the number of headers that they have used.
    let mut counts = vec![0_usize; units + 1];
    if let Some(none) = counts.first_mut() {
        *none = 1;
    }
    for column in 0..columns {
        let left = columns - column;
        let mut before = 0;
        for (used, count) in counts.iter_mut().enumerate() {
            let known = *count;
            *count = before + if units - used < left { known } else { 0 };
            before = known;
        }
        if counts.iter().sum::<usize>() > most {
            return true;
        }
    }
    false
}

//! Two or more rows of headers. Where one row ends is seen from what the headers state: *2017*, *2018* are one row, and
//! *Lasten*, *Baten*, *Saldo* below each year are the next.

use super::Path;
use super::distinct::alike;
use super::reach::fill;
use crate::leaves::role::Role;
use crate::read::facts::words::ColumnKind;

/// Rows of headers above each other, each of one kind: *2017, 2018* over *Lasten, Baten, Saldo* each.
pub(super) fn levels(units: &[Path], n: usize) -> Option<Vec<Path>> {
    const MAX_LEVELS: usize = 5;
    // Words that state nothing about the figures are the header of a column of its own.
    let is_side = |unit: &Path| !unit.facts.is_placing();
    // *Programma / taakveld* may stand in front of each row of headers.
    let is_corner = |unit: &Path| {
        matches!(unit.facts.content, Some(ColumnKind::Label | ColumnKind::Group)) && is_side(unit)
    };
    let begin = units.iter().position(Path::places)?;
    let units: Vec<&Path> = units
        .iter()
        .enumerate()
        .filter(|(at, unit)| *at < begin || !is_corner(unit))
        .map(|(_, unit)| unit)
        .collect();
    let first = units.iter().position(|unit| !is_side(unit))?;
    let left = units.get(..first).unwrap_or_default();
    let (mut runs, right) = rows_of(units.get(first..).unwrap_or_default());
    let m = n.checked_sub(left.len() + right.len())?;
    if runs.len() < 2 || runs.len() > MAX_LEVELS || m < 2 {
        return None;
    }
    split_runs(&mut runs, m);
    // Runs that together have a header for each column are one row.
    join_runs(&mut runs, m);
    if runs.iter().any(|run| run.len() > m) || runs.len() < 2 {
        return None;
    }
    // *Verschil* after years is a column, and none of all of them.
    let is_of_one = |run: &Vec<&Path>| matches!(run.as_slice(), [unit] if unit.facts.role == Some(Role::Difference) && unit.facts.period.is_none());
    if runs.iter().skip(1).any(is_of_one) {
        return None;
    }
    let has_full = runs.iter().any(|run| run.len() == m);
    if !has_full && !is_product(&runs, m) {
        return None;
    }
    // One text with other words below a header for each column is no header: *Lokale heffingen* is above the
    // rows that follow.
    let is_group = |(level, run): (usize, &Vec<&Path>)| {
        let is_below_full = runs.iter().take(level).any(|outer| outer.len() == m);
        // *Basisbegroting* below *Rekening 2019*, *Begroting 2020* and their flows is above rows as well.
        let has_role = |unit: &&Path| unit.facts.role.is_some();
        let is_stated = |unit: &&Path| {
            has_role(unit) && runs.iter().take(level).any(|outer| outer.iter().any(has_role))
        };
        is_below_full
            && run.len() == 1
            && run.iter().any(|unit| unit.facts.rest > 0 || is_stated(unit))
    };
    if runs.iter().enumerate().any(is_group) {
        return None;
    }
    let period = cycle(&runs, m);
    let mut above: Vec<Path> = vec![Path::default(); m];
    let mut late: Vec<&Vec<&Path>> = Vec::new();
    for (level, run) in runs.iter().enumerate() {
        let s = run.len();
        let last_level = level + 1 == runs.len();
        let years = runs.iter().skip(level + 1).find(|run| run.len() == m);
        let years = years.filter(|years| years.iter().all(|unit| unit.facts.is_bare_period()));
        let reach = years.and_then(|_| over_several_years(run, m));
        let of = |column: usize| {
            if s == m {
                Some(column)
            } else if let Some(reach) = &reach {
                reach.get(column).copied()
            } else if s == 1 {
                Some(0)
            } else if last_level && !has_full {
                Some(column % s)
            } else if m.is_multiple_of(s) && (period == Some(m / s) || !has_full) {
                Some(column / (m / s))
            } else {
                None
            }
        };
        if of(0).is_none() {
            late.push(run);
            continue;
        }
        for (column, path) in above.iter_mut().enumerate() {
            if let Some(unit) = of(column).and_then(|at| run.get(at)) {
                // One header above all is the title of the table.
                let is_title = level == 1
                    && path.items.len() == 1
                    && runs.first().is_some_and(|first| first.len() == 1);
                let is_torn = path.facts.is_torn || unit.facts.is_torn;
                *path = path.above(unit);
                path.facts.is_torn &= is_torn || !is_title;
            }
        }
    }
    // What tells columns apart goes first.
    let without_own = alike(&above).len();
    late.sort_by_key(|run| without_own != run.len());
    for run in late {
        // Nothing that isn't known stands before the first row: that may be one of its headers.
        let is_whole = left.iter().all(|unit| unit.facts.rest == 0);
        fill(run, &mut above, period, is_whole);
    }
    Some(left.iter().copied().cloned().chain(above).chain(right.into_iter().cloned()).collect())
}

/// Headers in rows, each of one kind, and the words among them that state nothing about figures.
fn rows_of<'p>(units: &[&'p Path]) -> (Vec<Vec<&'p Path>>, Vec<&'p Path>) {
    let is_side = |unit: &Path| !unit.facts.is_placing();
    let mut right: Vec<&'p Path> = Vec::new();
    let mut runs: Vec<Vec<&'p Path>> = Vec::new();
    let mut kinds: Option<u8> = None;
    for (at, &unit) in units.iter().enumerate() {
        if is_side(unit) {
            right.push(unit);
            kinds = None;
            continue;
        }
        if is_last_of_years(units, at) {
            right.push(unit);
            kinds = None;
            continue;
        }
        let own = unit.facts.kinds();
        // *Lasten*, *Baten* below *Begroting 2021*, *Saldo 2021*: those below say nothing of when, and are twice as many.
        let is_below = |run: &Vec<&'p Path>| {
            let below = units.iter().skip(at).filter(|unit| !is_side(unit));
            are_dated(run)
                && below
                    .clone()
                    .all(|unit| unit.facts.flow.is_some() && unit.facts.kinds().is_power_of_two())
                && below.count() >= 2 * run.len()
        };
        if runs.last().is_some_and(|run| run.len() > 1 && is_below(run)) {
            kinds = None;
        }
        // *Primitieve begroting* stands beside *Rekening 2020*, which states the year as well.
        match kinds {
            // So does *Saldo 2021* beside *Jaarrekening 2021*.
            Some(known)
                if known & own == own
                    || known & own == known
                    || (unit.facts.period.is_some()
                        && runs.last().is_some_and(|run| are_dated(run))) =>
            {
                if let Some(run) = runs.last_mut() {
                    run.push(unit);
                }
                kinds = Some(known | own);
            }
            _ => {
                runs.push(vec![unit]);
                kinds = Some(own);
            }
        }
    }
    (runs, right)
}

/// Whether a header is a difference after years, with words for these years below it: *2016*, *2017*, *Verschil* above
/// *Rekening*, *Begroting*. It is the last column then, and has nothing below it.
pub(super) fn is_last_of_years(units: &[&Path], at: usize) -> bool {
    let is_difference = |unit: &Path| unit.facts.role == Some(Role::Difference);
    let is_open = |unit: &Path| unit.facts.period.is_none();
    let words = units.get(at + 1..).unwrap_or_default();
    let years = units.get(..at).unwrap_or_default().iter().rev();
    let years = years.take_while(|unit| unit.facts.is_bare_period()).count();
    units.get(at).is_some_and(|unit| is_difference(unit) && is_open(unit))
        && years > 1
        && words.len() == years
        && words
            .iter()
            .all(|unit| unit.facts.role.is_some() && is_open(unit) && !is_difference(unit))
}

/// Whether each header of a row has a time.
fn are_dated(run: &[&Path]) -> bool {
    run.iter().all(|unit| unit.facts.period.is_some())
}

/// Which of some headers is above which of so many years, where one of them is a word for several: *Rekening*, *Begroting*,
/// *Meerjarenraming*. The others have one each.
fn over_several_years(run: &[&Path], years: usize) -> Option<Vec<usize>> {
    let several: Vec<usize> = (0..run.len())
        .filter(|&at| run.get(at).is_some_and(|unit| unit.facts.is_multi_year))
        .collect();
    let &[several] = several.as_slice() else { return None };
    let more = (years + 1).checked_sub(run.len()).filter(|more| *more > 1 && run.len() > 1)?;
    let reach =
        (0..run.len()).flat_map(|at| std::iter::repeat_n(at, if at == several { more } else { 1 }));
    Some(reach.collect())
}

/// Splits a run of more headers than there are groups of columns into two rows: *Begroting, Realisatie,
/// Verschil* and *primitief, na wijziging* below them.
fn split_runs(runs: &mut Vec<Vec<&Path>>, m: usize) {
    let Some(groups) = cycle(runs, m).and_then(|size| m.checked_div(size)) else { return };
    // The words below say nothing of when.
    let is_two = |run: &[&Path]| {
        let (upper, lower) = run.split_at(groups);
        upper.first().is_some_and(|unit| unit.facts.period.is_some())
            && lower.iter().all(|unit| unit.facts.period.is_none())
    };
    let is_long = |run: &Vec<&Path>| {
        run.len() != m && run.len() > groups && run.len() < 2 * groups && is_two(run)
    };
    let long = runs.iter().position(is_long);
    let Some(at) = long else { return };
    if let Some(below) = runs.get_mut(at).map(|run| run.split_off(groups)) {
        runs.insert(at + 1, below);
    }
}

/// Joins neighbouring runs that together have one header for each column: *Begroting 2020* beside
/// *Streefwaarde*.
fn join_runs(runs: &mut Vec<Vec<&Path>>, m: usize) {
    let mut at = 0;
    while at + 1 < runs.len() {
        let whole = |at: usize| {
            let mut sum = 0;
            let to = (at..runs.len()).find(|&to| {
                sum += runs.get(to).map_or(0, Vec::len);
                sum >= m
            });
            to.filter(|to| sum == m && *to > at)
        };
        // *2024* above *Saldo per 1 januari*, *Vermeerderingen*, *Verminderingen*, *Saldo per 31 december* is of all of them.
        let is_year_above = runs
            .get(at)
            .is_some_and(|run| matches!(run.as_slice(), [unit] if unit.facts.is_bare_period()))
            && whole(at + 1) == Some(runs.len() - 1);
        if let Some(to) = whole(at).filter(|_| !is_year_above)
            && runs.get(at..=to).is_some_and(|part| part.iter().all(|run| run.len() < m))
        {
            let joined: Vec<&Path> = runs.drain(at..=to).flatten().collect();
            runs.insert(at, joined);
        }
        at += 1;
    }
}

/// Whether two rows of headers are listed once each: *2017, 2018* and *Lasten, Baten, Saldo*.
fn is_product(runs: &[Vec<&Path>], m: usize) -> bool {
    let sizes: usize = runs.iter().map(Vec::len).filter(|size| *size > 1).product();
    sizes == m && runs.iter().filter(|run| run.len() > 1).count() == 2
}

/// After how many columns the innermost row of headers begins again.
fn cycle(runs: &[Vec<&Path>], m: usize) -> Option<usize> {
    let inner = runs.iter().rev().find(|run| run.len() == m)?;
    let fact =
        |at: usize| inner.get(at).map(|unit| (unit.facts.role, unit.facts.flow, unit.facts.period));
    (2..m).filter(|period| m.is_multiple_of(*period)).find(|&period| {
        (period..m).all(|at| fact(at) == fact(at - period))
            && (1..period).all(|at| fact(at) != fact(0))
    })
}

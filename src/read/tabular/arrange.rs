//! From the headers of a table in reading order to its columns. The order alone doesn't say which
//! header stands above which, so each way that gives the right number of columns is made.

use crate::leaves::role::Role;
use crate::read::tabular::Spot;
use crate::read::tabular::facts::Facts;
use crate::read::tabular::words::ColumnKind;

/// A header in reading order.
#[derive(Debug, Clone)]
pub(in crate::read) struct Item {
    pub(in crate::read) facts: Facts,
    pub(in crate::read) spots: Vec<Spot>,
    /// Whether it begins a line of the source.
    pub(in crate::read) begins_line: bool,
}

/// In which way headers make columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) enum How {
    /// One header a column.
    Flat,
    /// A word and a year are one header: *Werkelijk*, *2017*.
    Merged,
    /// A word is above the years after it: *Realisatie*, *2017*, *2018*.
    Carried,
    /// Rows of headers above each other.
    Levels,
}

/// One way: for each column its headers, from the outermost.
#[derive(Debug, Clone)]
pub(in crate::read) struct Arrangement {
    pub(in crate::read) how: How,
    pub(in crate::read) columns: Vec<Path>,
}

/// The headers above a column.
#[derive(Debug, Clone, Default)]
pub(in crate::read) struct Path {
    pub(in crate::read) items: Vec<usize>,
    pub(in crate::read) facts: Facts,
    /// Whether some header may or may not be above it.
    pub(in crate::read) is_open: bool,
}

impl Path {
    /// Whether it is a column of figures, as far as its headers say.
    pub(in crate::read) fn holds_figures(&self) -> bool {
        matches!(self.facts.content, None | Some(ColumnKind::Value))
    }

    fn places(&self) -> bool {
        self.facts.is_placing()
    }

    fn above(&self, inner: &Path) -> Path {
        let items = self.items.iter().chain(&inner.items).copied().collect();
        let mut facts = inner.facts.within(&self.facts);
        facts.is_torn |= self.contradicts(inner);
        Path { items, facts, is_open: self.is_open || inner.is_open }
    }

    /// Whether two headers state different times, neither of which is a part of the other.
    fn contradicts(&self, other: &Path) -> bool {
        match (self.facts.period, other.facts.period) {
            (Some(one), Some(other)) => !one.contains(other) && !other.contains(one),
            _ => false,
        }
    }
}

impl Arrangement {
    /// Whether no two columns of figures say the same.
    pub(in crate::read) fn is_distinct(&self) -> bool {
        is_distinct(&self.columns)
    }

    /// How uneven its columns of figures are: how often one of them lacks a year or a role that others
    /// have.
    pub(in crate::read) fn unevenness(&self) -> f64 {
        let figures =
            || self.columns.iter().filter(|path| path.holds_figures() && path.facts.is_placing());
        let all = figures().count();
        let with_period = figures().filter(|path| path.facts.period.is_some()).count();
        let with_role = figures().filter(|path| path.facts.role.is_some()).count();
        let lacking = |with: usize| with.min(all - with);
        f64::from(u32::try_from(lacking(with_period) + lacking(with_role)).unwrap_or(u32::MAX))
    }
}

/// The ways in which headers make `n` columns.
pub(in crate::read) fn arrangements(items: &[Item], n: usize) -> Vec<Arrangement> {
    let mut found: Vec<Arrangement> = Vec::new();
    if n == 0 || items.is_empty() {
        return found;
    }
    let mut add = |how: How, paths: Option<Vec<Path>>| {
        // Headers that are printed one a column may say the same twice, which is reported.
        if let Some(columns) = paths
            && (how == How::Flat || is_distinct(&columns))
        {
            found.push(Arrangement { how, columns });
        }
    };
    let single: Vec<Path> = items
        .iter()
        .enumerate()
        .map(|(at, item)| Path { items: vec![at], facts: item.facts.clone(), is_open: false })
        .collect();
    add(How::Flat, flat(&single, n));
    add(How::Carried, carried(&single, n));
    add(How::Levels, levels(&single, n));
    for word_first in [true, false] {
        let Some(merged) = merged(&single, word_first) else { continue };
        add(How::Merged, flat(&merged, n));
        add(How::Levels, levels(&merged, n));
    }
    found
}

fn flat(units: &[Path], n: usize) -> Option<Vec<Path>> {
    (units.len() == n).then(|| units.to_vec())
}

/// Whether a header is a word to which a year may belong.
fn is_word(unit: &Path) -> bool {
    unit.facts.period.is_none() && matches!(unit.facts.content, None | Some(ColumnKind::Value))
}

/// Pairs of a word and a year, one after the other. `None` if there are none in that order.
fn merged(units: &[Path], word_first: bool) -> Option<Vec<Path>> {
    let mut paths: Vec<Path> = Vec::new();
    let mut at = 0;
    while let Some(one) = units.get(at) {
        // *2024 na wijziging*, *begroting 2024 incl. wijzigingen*: a word about the plan before it.
        let amends = one.facts.role == Some(Role::Amended) && one.facts.period.is_none();
        if amends
            && let Some(before) = paths.last_mut()
            && word_first
            && before.facts.period.is_some()
            && before.facts.role == Some(Role::Budgeted)
        {
            let mut facts = before.facts.clone();
            facts.role = Some(Role::Amended);
            let items = before.items.iter().chain(&one.items).copied().collect();
            *before = Path { items, facts, is_open: before.is_open || one.is_open };
            at += 1;
            continue;
        }
        let next = units.get(at + 1).filter(|next| {
            if word_first {
                is_word(one) && next.facts.is_bare_period()
            } else {
                one.facts.is_bare_period() && is_word(next) && next.facts.rest == 0
            }
        });
        match next {
            Some(next) => {
                paths.push(if word_first { one.above(next) } else { next.above(one) });
                at += 2;
            }
            None => {
                paths.push(one.clone());
                at += 1;
            }
        }
    }
    (paths.len() < units.len()).then_some(paths)
}

/// Words that stand above the years after them.
fn carried(units: &[Path], n: usize) -> Option<Vec<Path>> {
    let mut paths = Vec::new();
    let mut word: Option<&Path> = None;
    let mut several = false;
    let mut of_word = 0;
    for (at, unit) in units.iter().enumerate() {
        if unit.facts.is_bare_period() {
            paths.push(word.map_or_else(|| unit.clone(), |word| word.above(unit)));
            of_word += 1;
            several |= of_word > 1 && word.is_some();
        } else {
            let follows = units.get(at + 1).is_some_and(|next| next.facts.is_bare_period());
            of_word = 0;
            if is_word(unit) && follows {
                word = Some(unit);
            } else {
                word = None;
                paths.push(unit.clone());
            }
        }
    }
    (several && paths.len() == n).then_some(paths)
}

/// Rows of headers above each other, each of one kind: *2017, 2018* over *Lasten, Baten, Saldo* each.
fn levels(units: &[Path], n: usize) -> Option<Vec<Path>> {
    const MAX_LEVELS: usize = 5;
    // Words that state nothing about the figures are the header of a column of its own.
    let is_side = |unit: &Path| !unit.facts.is_placing();
    // *Programma / taakveld* may stand in front of each row of headers.
    let is_corner = |unit: &Path| {
        matches!(unit.facts.content, Some(ColumnKind::Label | ColumnKind::Group)) && is_side(unit)
    };
    let begin = units.iter().position(Path::places)?;
    let units: Vec<Path> = units
        .iter()
        .enumerate()
        .filter(|(at, unit)| *at < begin || !is_corner(unit))
        .map(|(_, unit)| unit.clone())
        .collect();
    let first = units.iter().position(|unit| !is_side(unit))?;
    let left: Vec<Path> = units.iter().take(first).cloned().collect();
    let mut right: Vec<Path> = Vec::new();
    let mut runs: Vec<Vec<&Path>> = Vec::new();
    let mut kinds: Option<u8> = None;
    for unit in units.iter().skip(first) {
        if is_side(unit) {
            right.push(unit.clone());
            kinds = None;
            continue;
        }
        let own = unit.facts.kinds();
        // *Primitieve begroting* stands beside *Rekening 2020*, which states the year as well.
        match kinds {
            Some(known) if known & own == own || known & own == known => {
                runs.last_mut()?.push(unit);
                kinds = Some(known | own);
            }
            _ => {
                runs.push(vec![unit]);
                kinds = Some(own);
            }
        }
    }
    let m = n.checked_sub(left.len() + right.len())?;
    if runs.len() < 2 || runs.len() > MAX_LEVELS || m < 2 {
        return None;
    }
    // Runs that together have a header for each column are one row.
    join_runs(&mut runs, m);
    if runs.iter().any(|run| run.len() > m) || runs.len() < 2 {
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
        is_below_full && run.len() == 1 && run.iter().any(|unit| unit.facts.rest > 0)
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
        let of = |column: usize| {
            if s == m {
                Some(column)
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
    for run in late {
        fill(run, &mut above);
    }
    Some(left.into_iter().chain(above).chain(right).collect())
}

/// Joins neighbouring runs that together have one header for each column: *Begroting 2020* beside
/// *Streefwaarde*.
fn join_runs(runs: &mut Vec<Vec<&Path>>, m: usize) {
    let mut at = 0;
    while at + 1 < runs.len() {
        let mut sum = 0;
        let to = (at..runs.len()).find(|&to| {
            sum += runs.get(to).map_or(0, Vec::len);
            sum >= m
        });
        if let Some(to) = to
            && sum == m
            && to > at
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

/// Places a row of headers whose reach isn't known. Where only as many columns as it has headers can't
/// be told apart yet, these are its columns. Else a column gets what all possible headers above it agree
/// on.
fn fill(run: &[&Path], above: &mut [Path]) {
    let m = above.len();
    let s = run.len();
    let alike: Vec<usize> = (0..m)
        .filter(|&at| {
            (0..m).any(|other| {
                other != at
                    && above
                        .get(at)
                        .zip(above.get(other))
                        .is_some_and(|(one, other)| same(&one.facts, &other.facts))
            })
        })
        .collect();
    if alike.len() == s {
        for (&column, unit) in alike.iter().zip(run) {
            if let Some(path) = above.get_mut(column) {
                *path = path.above(unit);
            }
        }
        return;
    }
    for (column, path) in above.iter_mut().enumerate() {
        let low = column.saturating_sub(m - s);
        let high = column.min(s - 1);
        if low == high {
            if let Some(unit) = run.get(low) {
                *path = unit.above(path);
            }
            continue;
        }
        let mut agreed: Option<Facts> = None;
        for unit in run.get(low..=high).unwrap_or_default() {
            let own = &unit.facts;
            agreed = Some(match agreed {
                None => {
                    Facts { period: own.period, role: own.role, flow: own.flow, ..Facts::default() }
                }
                Some(known) => {
                    path.is_open |= known.period != own.period
                        || known.role != own.role
                        || known.flow != own.flow;
                    Facts {
                        period: known.period.filter(|period| Some(*period) == own.period),
                        role: known.role.filter(|role| Some(*role) == own.role),
                        flow: known.flow.filter(|flow| Some(*flow) == own.flow),
                        ..Facts::default()
                    }
                }
            });
        }
        if let Some(agreed) = agreed {
            path.facts = path.facts.within(&agreed);
        }
    }
}

/// Whether two columns have the same facts.
fn same(one: &Facts, other: &Facts) -> bool {
    one.period == other.period
        && one.role == other.role
        && one.flow == other.flow
        && one.rest == other.rest
        && one.content == other.content
        && one.others == other.others
}

/// Whether no two columns of figures say the same.
fn is_distinct(columns: &[Path]) -> bool {
    let figures: Vec<&Path> =
        columns.iter().filter(|path| path.holds_figures() && path.facts.is_placing()).collect();
    figures.iter().enumerate().all(|(at, one)| {
        figures.iter().skip(at + 1).all(|other| {
            !same(&one.facts, &other.facts)
                || one.facts.rest > 0
                || other.facts.rest > 0
                || one.is_open
                || other.is_open
        })
    })
}

//! From the headers of a table in reading order to its columns. The order alone doesn't say which
//! header stands above which, so each way that gives the right number of columns is made.

mod corner;
mod cycles;
mod distinct;
mod joined;
mod levels;
mod likely;
mod lines;
mod reach;
mod ways;
mod years;

use crate::leaves::role::Role;
use crate::read::facts::Facts;
use crate::read::facts::words::ColumnKind;
use crate::read::spot::Spot;
use corner::{around_corner, without_inner_corner, year_over_all};
use cycles::{flows_over_cycles, over_cycles};
use distinct::is_distinct;
use levels::{is_last_of_years, levels};
use lines::lines;
use years::{carried, days_of_stocks, merged, paired, partly_over};

pub(in crate::read) use lines::stacked;
pub(in crate::read) use reach::over_breaks;
pub(in crate::read) use ways::spans_over;

/// A header in reading order.
#[derive(Debug, Clone)]
pub(in crate::read) struct Item {
    pub(in crate::read) facts: Facts,
    pub(in crate::read) spots: Vec<Spot>,
    /// Whether it begins a line of the source.
    pub(in crate::read) begins_line: bool,
    /// A number that headers of one text share; `None` where headers are words of one line, whose texts say nothing more than
    /// their facts.
    pub(in crate::read) text: Option<usize>,
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
    /// Words and years that stand apart, the first with the first: *Actual*, *2017-18 Budget*, *2016-17*.
    Paired,
}

/// One way: for each column its headers, from the outermost.
#[derive(Debug, Clone)]
pub(in crate::read) struct Arrangement {
    pub(in crate::read) how: How,
    pub(in crate::read) columns: Vec<Path>,
    /// Whether columns that say the same have different units.
    pub(in crate::read) has_units: bool,
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
    /// A path for each of some headers.
    fn of_each(facts: &[Facts]) -> Vec<Self> {
        let path = |(at, facts): (usize, &Facts)| Path {
            items: vec![at],
            facts: facts.clone(),
            is_open: false,
        };
        facts.iter().enumerate().map(path).collect()
    }

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

/// The best way in which headers make so many columns, each of which says when its figures are of and nothing that isn't known.
/// `None` where two ways that say different things are as good.
pub(in crate::read) fn sure_arrangement(items: &[Item], count: usize) -> Option<Arrangement> {
    let is_sure = |way: &Arrangement| {
        way.columns.iter().all(|path| {
            path.facts.period.is_some()
                && path.facts.rest == 0
                && !path.is_open
                && !path.facts.is_torn
        })
    };
    let mut ways: Vec<Arrangement> =
        arrangements(items, count).into_iter().filter(is_sure).collect();
    ways.sort_by(|one, other| one.cost().total_cmp(&other.cost()));
    let mut ways = ways.into_iter();
    let best = ways.next()?;
    // Ways that say the same of each column are one.
    let is_other = |way: &Arrangement| {
        way.columns.iter().zip(&best.columns).any(|(one, other)| one.facts != other.facts)
    };
    let mut as_good = ways.take_while(|way| way.cost() <= best.cost());
    (!as_good.any(|way| is_other(&way))).then_some(best)
}

/// The ways in which headers make `n` columns.
pub(in crate::read) fn arrangements(items: &[Item], n: usize) -> Vec<Arrangement> {
    Units::new(items.to_vec()).arrangements(n)
}

/// What the headers alone say of their ways to make columns, however many these are.
pub(in crate::read) struct Units {
    items: Vec<Item>,
    single: Vec<Path>,
    merged: Vec<Vec<Path>>,
    carried: Option<Vec<Path>>,
}

impl Units {
    pub(in crate::read) fn new(items: Vec<Item>) -> Self {
        let single: Vec<Path> = items
            .iter()
            .enumerate()
            .map(|(at, item)| Path { items: vec![at], facts: item.facts.clone(), is_open: false })
            .collect();
        let merged = [true, false]
            .into_iter()
            .filter_map(|word_first| merged(&single, word_first))
            .collect();
        let carried = carried(&single);
        Units { items, single, merged, carried }
    }

    /// The ways in which they make `n` columns.
    pub(in crate::read) fn arrangements(&self, n: usize) -> Vec<Arrangement> {
        let mut found = Vec::new();
        if n > 0 && !self.items.is_empty() {
            let carried = self.carried.as_deref();
            arrange(&self.items, &self.single, carried, &self.merged, n, &mut found);
        }
        found
    }
}

fn arrange(
    items: &[Item],
    single: &[Path],
    carried: Option<&[Path]>,
    merged: &[Vec<Path>],
    n: usize,
    found: &mut Vec<Arrangement>,
) {
    // What stands between two rows of headers leaves no other way to part them.
    if let Some(columns) = around_corner(single, n).filter(|columns| is_distinct(columns)) {
        found.push(Arrangement { how: How::Levels, columns, has_units: false });
        return;
    }
    if let Some(columns) = over_cycles(items, single, n) {
        found.push(Arrangement { how: How::Levels, columns, has_units: true });
        return;
    }
    if let Some(columns) = flows_over_cycles(single, n) {
        found.push(Arrangement { how: How::Levels, columns, has_units: false });
        return;
    }
    let mut add = |how: How, paths: Option<Vec<Path>>| {
        // Headers that are printed one a column may say the same twice, which is reported.
        if let Some(columns) = paths
            && (how == How::Flat || is_distinct(&columns))
        {
            found.push(Arrangement { how, columns, has_units: false });
        }
    };
    add(How::Flat, flat(single, n));
    add(How::Carried, carried.and_then(|carried| flat(carried, n)));
    add(How::Levels, levels(single, n));
    add(How::Levels, lines(items, single, n));
    add(How::Levels, year_over_all(single, n));
    if let Some(without) = without_inner_corner(single) {
        add(How::Levels, levels(&without, n));
    }
    for alone_first in [true, false] {
        add(How::Levels, partly_over(single, n, alone_first));
    }
    for merged in merged {
        add(How::Merged, flat(merged, n));
        add(How::Levels, levels(merged, n));
    }
    add(How::Levels, parts_below(single, n));
    add(How::Paired, days_of_stocks(single, n));
    let all: Vec<&Path> = single.iter().collect();
    if (0..all.len()).any(|at| is_last_of_years(&all, at)) {
        let is_of_a_year =
            |path: &Path| path.facts.role == Some(Role::Difference) && path.facts.period.is_some();
        found.retain(|way| !way.columns.iter().any(is_of_a_year));
    }
    if found.is_empty()
        && let Some(columns) = paired(single, n).filter(|columns| is_distinct(columns))
    {
        found.push(Arrangement { how: How::Paired, columns, has_units: false });
    }
}

/// Columns that are parts of another one, below a header for *of which*: after *Verschil* and *Waarvan effect op* the columns *Reserves* and
/// *Rekeningsaldo* are parts of *Verschil*.
fn parts_below(units: &[Path], n: usize) -> Option<Vec<Path>> {
    const MIN_PARTS: usize = 2;
    let at = units.iter().position(|unit| unit.facts.is_of_parts)?;
    let (whole, rest) = units.split_at_checked(at)?;
    let (outer, parts) = rest.split_first()?;
    let is_plain = |unit: &Path| !unit.facts.is_of_parts && unit.facts.period.is_none();
    let of_whole = whole.last().is_some_and(|whole| whole.facts.is_placing());
    if units.len() != n + 1 || parts.len() < MIN_PARTS || !of_whole || !parts.iter().all(is_plain) {
        return None;
    }
    let below = parts.iter().map(|part| outer.above(part));
    Some(whole.iter().cloned().chain(below).collect())
}

fn flat(units: &[Path], n: usize) -> Option<Vec<Path>> {
    (units.len() == n).then(|| units.to_vec())
}

//! From the headers of a table in reading order to its columns. The order alone doesn't say which
//! header stands above which, so each way that gives the right number of columns is made.

use std::cell::OnceCell;

use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::facts::Facts;
use crate::read::facts::words::ColumnKind;
use crate::read::spot::Spot;

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

impl Arrangement {
    /// Whether no two columns of figures say the same.
    fn is_distinct(&self) -> bool {
        is_distinct(&self.columns)
    }

    /// Whether columns of one kind have years that neither rise nor fall: then some stand elsewhere.
    fn is_out_of_order(&self) -> bool {
        let figures: Vec<&Facts> = self
            .columns
            .iter()
            .filter(|path| path.holds_figures() && path.facts.rest == 0)
            .map(|path| &path.facts)
            .collect();
        figures.iter().enumerate().any(|(at, first)| {
            let is_alike = |facts: &&&Facts| facts.role == first.role && facts.flow == first.flow;
            let is_first = !figures.iter().take(at).any(|facts| is_alike(&facts));
            let of_kind = figures.iter().filter(is_alike).filter_map(|facts| facts.period);
            let periods: Vec<_> = of_kind.collect();
            let is_turning = !periods.is_sorted() && !periods.iter().rev().is_sorted();
            is_first && is_turning
        })
    }

    /// Whether a word after several years was joined to the last of them: *2016*, *2017*, *Totaal* as the two headers
    /// *2016* and *2017 Totaal*.
    pub(in crate::read) fn tears_word(&self) -> bool {
        let is_bare = |path: &&Path| path.items.len() == 1 && path.facts.is_bare_period();
        let is_dated = |path: &&Path| matches!(*path.items, [word, year] if word > year);
        let has = |is: &dyn Fn(&&Path) -> bool| self.columns.iter().any(|path| is(&path));
        has(&is_bare) && has(&is_dated)
    }

    /// What is unlikely about it, whatever the rows below it are.
    pub(in crate::read) fn cost(&self) -> f64 {
        let repeated = if self.has_units || self.is_distinct() { 0.0 } else { 5.0 };
        let unordered = if self.is_out_of_order() { 1.0 } else { 0.0 };
        let how = match self.how {
            How::Flat => 0.0,
            How::Merged => 0.2,
            How::Levels => 0.3,
            How::Carried => 0.4,
            How::Paired => 0.9,
        };
        // A word after several years is more likely a column of its own.
        let torn = if self.tears_word() { 2.5 } else { 0.0 };
        repeated + 0.3 * self.unevenness() + unordered + how + torn
    }

    /// How uneven its columns of figures are: how often one of them lacks a year or a role that others
    /// have.
    fn unevenness(&self) -> f64 {
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
    Units::new(items.to_vec()).arrangements(n)
}

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

/// Headers of a word and a year whose words and years stand apart, as where one header has two lines and the others one: the
/// first word is of the first year, wherever the two stand. A finding lists which word was joined to which year.
fn paired(units: &[Path], n: usize) -> Option<Vec<Path>> {
    if units.iter().any(|unit| !unit.places() || !is_word_or_year(unit)) {
        return None;
    }
    let years: Vec<&Path> = units.iter().filter(|unit| unit.facts.is_bare_period()).collect();
    let words: Vec<&Path> = units.iter().filter(|unit| unit.facts.period.is_none()).collect();
    if years.len() != words.len() || years.is_empty() || units.len() - years.len() != n {
        return None;
    }
    let first = |path: &Path| path.items.first().copied();
    let pairs = words.iter().zip(&years).map(|(word, year)| {
        let mut path = word.above(year);
        path.items.sort_unstable();
        path.is_open = true;
        path
    });
    let whole =
        units.iter().filter(|unit| unit.facts.period.is_some() && !unit.facts.is_bare_period());
    let mut columns: Vec<Path> = pairs.chain(whole.cloned()).collect();
    columns.sort_by_key(first);
    // *Estimate*, *Projected*, *Actual 2020*, *2021*, *2022*: a header of one line stands at half the height of those of two, wherever its
    // column is. The years are in order.
    let is_rising = |columns: &[Path]| {
        columns.windows(2).all(|pair| match pair {
            [one, next] => one
                .facts
                .period
                .zip(next.facts.period)
                .is_some_and(|(one, next)| one.end() < next.end()),
            _ => true,
        })
    };
    let mut by_year = columns.clone();
    by_year.sort_by_key(|path| path.facts.period.and_then(Period::end));
    Some(if is_rising(&by_year) { by_year } else { columns })
}

/// Whether a header states a role or a flow, a time, or both, and nothing else.
fn is_word_or_year(unit: &Path) -> bool {
    unit.facts.rest == 0 && matches!(unit.facts.content, None | Some(ColumnKind::Value))
}

/// Headers without the words that stand alone between two rows of them, where they are above the labels: *2019*, *2020*,
/// *programmaonderdelen*, *lasten*, *baten*, *lasten*, *baten*. `None` if none stand so.
fn without_inner_corner(units: &[Path]) -> Option<Vec<Path>> {
    let mut sides = units.iter().enumerate().filter(|(_, unit)| !unit.places());
    let (at, side) = sides.next()?;
    if sides.next().is_some() || side.facts.rest == 0 {
        return None;
    }
    let (above, below) = (units.get(..at)?, units.get(at + 1..)?);
    let are_years = above.len() > 1 && above.iter().all(|unit| unit.facts.is_bare_period());
    let are_words = below.iter().all(|unit| unit.facts.period.is_none());
    let is_multiple = !below.is_empty() && below.len().is_multiple_of(above.len().max(1));
    // *Realisatie*, *raming*, *raming*, the rest of the header of the labels, then *2017*, *2018 na wijziging*, *2019*.
    let are_roles = above.len() > 1
        && above.iter().all(|unit| unit.facts.role.is_some() && unit.facts.period.is_none());
    let are_dated =
        below.len() == above.len() && below.iter().all(|unit| unit.facts.period.is_some());
    (are_years && are_words && is_multiple && below.len() > above.len() || are_roles && are_dated)
        .then(|| above.iter().chain(below).cloned().collect())
}

/// Two rows of headers with the header of the labels between them, the second of which has one for each column: *Rekening*,
/// *Begroting 2017*, *Saldo*, then *Programma*, then *2016*, *Lasten*, *Baten*, *Saldo*, *2017*. `None` if the upper ones go above the lower ones
/// in no way, or in several.
fn around_corner(units: &[Path], n: usize) -> Option<Vec<Path>> {
    /// Tables with more columns are data, and have one row of headers.
    const MAX_COLUMNS: usize = 40;
    let is_corner = |unit: &Path| {
        let content = unit.facts.content;
        matches!(content, Some(ColumnKind::Label | ColumnKind::Group)) && !unit.places()
    };
    // *Nr.* stands in front of *Omschrijving*.
    let is_code = |unit: &Path| {
        let content = unit.facts.content;
        matches!(content, Some(ColumnKind::Code | ColumnKind::Number)) && !unit.places()
    };
    let label = units.iter().position(is_corner)?;
    let has_code = label.checked_sub(1).and_then(|before| units.get(before)).is_some_and(is_code);
    let (upper, lower) = (units.get(..label - usize::from(has_code))?, units.get(label + 1..)?);
    let is_row = |row: &[Path]| row.len() > 1 && row.iter().all(Path::places);
    if lower.len() != n || n > MAX_COLUMNS || upper.len() >= n || !is_row(upper) || !is_row(lower) {
        return None;
    }
    let run: Vec<&Path> = upper.iter().collect();
    let within = within_cycles(lower);
    let goes = |way: &Vec<Option<usize>>| {
        let is_cut =
            |at: usize| at.checked_sub(1).is_some_and(|before| way.get(before) != way.get(at));
        let is_of_flow = |(at, unit): (usize, &Option<usize>)| {
            let flow = |path: Option<&Path>| path.and_then(|path| path.facts.flow);
            let of = unit.and_then(|unit| flow(upper.get(unit)));
            of.is_none() || flow(lower.get(at)).is_none_or(|inner| Some(inner) == of)
        };
        way.iter().all(Option::is_some)
            && !within.iter().any(|&at| is_cut(at))
            && way.iter().enumerate().all(is_of_flow)
    };
    let found: Vec<_> = ways(&run, lower).into_iter().filter(goes).collect();
    let [way] = found.as_slice() else { return None };
    let columns =
        lower.iter().zip(way).filter_map(|(path, unit)| Some(joined(path, run.get((*unit)?)?)));
    Some(columns.collect())
}

/// Periods or stages in one row, and in the row below them the same headers for each: *Begroting 2020* and *Begroting 2021* above
/// *totaal*, *waarvan incidenteel*, *structureel*, twice; *Vastgestelde begroting* and *Mutaties* above *Verplichtingen*, *Uitgaven*,
/// *Ontvangsten*. The words of the lower row may be any. `None` if the headers are not like this.
fn over_cycles(items: &[Item], units: &[Path], n: usize) -> Option<Vec<Path>> {
    let at = units.len().checked_sub(n)?;
    let (above, inner) = (units.get(..at)?, units.get(at..)?);
    let text = |unit: &Path| items.get(*unit.items.first()?)?.text;
    let first = inner.first().map(text)?;
    // One stage is above headers that don't come again, if these are flows.
    let is_bare = |unit: &Path| unit.facts.role.is_none() && unit.facts.period.is_none();
    let are_flows = inner.iter().filter(|unit| unit.facts.flow.is_some()).count() > 1;
    let once = Some(n).filter(|_| are_flows && inner.iter().all(is_bare));
    let size = (1..n).find(|&at| inner.get(at).map(text) == Some(first)).or(once)?;
    let outer = above.get(above.len().checked_sub(n / size)?..)?;
    let is_stage = |unit: &Path| unit.facts.period.is_some() || unit.facts.role.is_some();
    if size < 2 || size * outer.len() != n || !outer.iter().all(is_stage) || !is_distinct(outer) {
        return None;
    }
    let cycle: Vec<Option<usize>> = inner.iter().take(size).map(text).collect();
    let is_cycle = cycle
        .iter()
        .enumerate()
        .all(|(at, one)| one.is_some() && !cycle.iter().take(at).any(|other| other == one));
    // Words that state a flow or a role are placed by what they state.
    let is_known = inner.iter().all(|unit| unit.places() || unit.facts.period.is_some());
    let comes_again = inner.iter().map(text).eq(cycle.iter().copied().cycle().take(n));
    let is_of_time =
        |path: &Path| matches!(path.facts.content, Some(ColumnKind::Period | ColumnKind::Measured));
    // *Jaar* below *1 maart 2019* says of each row when its figures are of, and so the date doesn't.
    let has_time = inner.iter().any(is_of_time);
    (is_cycle && !is_known && comes_again).then(|| {
        inner
            .iter()
            .enumerate()
            .filter_map(|(at, unit)| {
                let above = outer.get(at / size)?;
                let mut path = if has_time { unit.clone() } else { above.above(unit) };
                // *Structureel* may be the header of a text, and is a part of each year here.
                if !path.holds_figures() && !is_of_time(unit) {
                    (path.facts.content, path.facts.rest) = (None, path.facts.rest.max(1));
                }
                Some(path)
            })
            .collect()
    })
}

/// The places within headers that come again right after each other, *Lasten*, *Baten*, *Saldo* twice: no header above them ends there.
fn within_cycles(units: &[Path]) -> Vec<usize> {
    let is_same = |one: usize, other: usize| match (units.get(one), units.get(other)) {
        (Some(one), Some(other)) => same(&one.facts, &other.facts),
        _ => false,
    };
    let mut found = Vec::new();
    for size in 2..=units.len() / 2 {
        let mut from = 0;
        while from + 2 * size <= units.len() {
            // How many headers from this one on come again after so many.
            let again = (from..units.len() - size).take_while(|&at| is_same(at, at + size)).count();
            let is_one = (from + 1..from + size).all(|at| !is_same(from, at));
            if again < size || !is_one {
                from += 1;
                continue;
            }
            let end = from + size + again - again % size;
            found.extend((from..end).filter(|at| !(at - from).is_multiple_of(size)));
            from = end;
        }
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
        let has_own_year = units.get(at + 1).is_some_and(|next| next.facts.is_bare_period());
        let amends =
            one.facts.role == Some(Role::Amended) && one.facts.period.is_none() && !has_own_year;
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
fn carried(units: &[Path]) -> Option<Vec<Path>> {
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
    several.then_some(paths)
}

/// Whether a header is a difference after years, with words for these years below it: *2016*, *2017*, *Verschil* above
/// *Rekening*, *Begroting*. It is the last column then, and has nothing below it.
fn is_last_of_years(units: &[&Path], at: usize) -> bool {
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

/// Whether each header of a row has a time.
fn are_dated(run: &[&Path]) -> bool {
    run.iter().all(|unit| unit.facts.period.is_some())
}

/// Words of which some stand alone and the others above as many years each: *Laatste meting*, *Realisatie*,
/// *Streefwaarde* over *2017*, *2018*, *2020*, *2023*.
fn partly_over(units: &[Path], n: usize, alone_first: bool) -> Option<Vec<Path>> {
    const MIN_YEARS: usize = 2;
    let first = units.iter().position(Path::places)?;
    let (left, placing) = units.split_at_checked(first)?;
    let years = placing.iter().rev().take_while(|unit| unit.facts.is_bare_period()).count();
    let (words, years) = placing.split_at_checked(placing.len() - years)?;
    let alone = n.checked_sub(left.len() + years.len())?;
    let groups = words.len().checked_sub(alone)?;
    let are_words = words.iter().all(|unit| unit.places() && is_word(unit) && unit.facts.rest == 0);
    let size = years.len().checked_div(groups)?;
    if alone == 0 || groups < 2 || size < MIN_YEARS || size * groups != years.len() || !are_words {
        return None;
    }
    let (single, over) = if alone_first {
        words.split_at(alone)
    } else {
        let (over, single) = words.split_at(groups);
        (single, over)
    };
    let below = over.iter().zip(years.chunks(size));
    let below = below.flat_map(|(word, years)| years.iter().map(|year| word.above(year)));
    let single = single.iter().cloned();
    let left = left.iter().cloned();
    Some(if alone_first {
        left.chain(single).chain(below).collect()
    } else {
        left.chain(below).chain(single).collect()
    })
}

/// Lines of headers above each other, the last of which has one for each column. What stands in front of the
/// columns of figures, and lines without headers of figures, are left out.
fn lines(items: &[Item], units: &[Path], n: usize) -> Option<Vec<Path>> {
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

/// Places a row of headers whose reach isn't known. Where only as many columns as it has headers can't
/// be distinguished yet, these are its columns. Otherwise each way is tried that keeps its order and contradicts nothing;
/// a column gets what all of them agree on. `is_whole` says that no header of the row is left out.
fn fill(run: &[&Path], above: &mut [Path], cycle: Option<usize>, is_whole: bool) {
    // Headers of a row stand above whole cycles of the innermost one: *Lasten, Baten, Saldo*.
    let size = cycle.filter(|size| {
        *size > 0 && above.len().is_multiple_of(*size) && above.len() / size >= run.len()
    });
    let size = size.unwrap_or(1);
    let groups: Vec<Path> = above.chunks(size).filter_map(|group| group.first().cloned()).collect();
    let alike = alike(&groups);
    let mut telling = vec![None; groups.len()];
    for (unit, &at) in alike.iter().enumerate() {
        if let Some(slot) = telling.get_mut(at) {
            *slot = Some(unit);
        }
    }
    let tells = alike.len() == run.len() && Joined::new(run, &groups).goes(&telling);
    let ways = if tells {
        // *Realisatie*, *Streef* over *2016*, *2017*, *2018*, *2018*: what tells the last two apart leaves one way for all.
        let agrees = |way: &Vec<Option<usize>>| {
            alike.iter().all(|&at| way.get(at) == telling.get(at))
                && way.iter().all(Option::is_some)
        };
        // Only what stands above others spans them.
        let first = |path: Option<&Path>| path.and_then(|path| path.items.first()).copied();
        let is_above = is_whole && first(run.first().copied()) < first(groups.first());
        let spanning: Vec<_> =
            ways(run, &groups).into_iter().filter(|way| is_above && agrees(way)).collect();
        if spanning.len() == 1 { spanning } else { vec![telling] }
    } else if let Some(way) = by_breaks(run, &groups) {
        for path in above.iter_mut() {
            path.is_open = true;
        }
        vec![way]
    } else {
        ways(run, &groups)
    };
    for (at, group) in above.chunks_mut(size).enumerate() {
        let mut units = ways.iter().filter_map(|way| way.get(at).copied());
        let Some(first) = units.next() else { continue };
        if units.all(|unit| unit == first) {
            if let Some(unit) = first.and_then(|unit| run.get(unit)) {
                for path in group {
                    *path = joined(path, unit);
                }
            }
            continue;
        }
        let mut agreed: Option<Facts> = None;
        let mut is_open = false;
        for unit in ways.iter().filter_map(|way| way.get(at).copied()) {
            let own = unit.and_then(|unit| run.get(unit)).map(|unit| unit.facts.clone());
            let own = own.unwrap_or_default();
            agreed = Some(match agreed {
                None => {
                    Facts { period: own.period, role: own.role, flow: own.flow, ..Facts::default() }
                }
                Some(known) => {
                    is_open |= known.period != own.period
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
        for path in group {
            path.is_open |= is_open;
            if let Some(agreed) = &agreed {
                path.facts = path.facts.within(agreed);
            }
        }
    }
}

/// The way in which each header ends where the years below it don't go on: *Actuals*, *Aim*, *Year to date* over *2016*, *2017*,
/// *2019*, *2019*. `None` if there are more such places, or fewer.
fn by_breaks(run: &[&Path], groups: &[Path]) -> Option<Vec<Option<usize>>> {
    let periods: Option<Vec<Period>> = groups.iter().map(|group| group.facts.period).collect();
    let periods = periods?;
    let mut unit = 0;
    let mut way = vec![Some(0)];
    for pair in periods.windows(2) {
        let [one, next] = pair else { return None };
        // *2025-2028* in front of its years is no column among them.
        if one != next && (one.contains(*next) || next.contains(*one)) {
            return None;
        }
        let goes_on = one.end().and_then(|end| end.succ_opt()) == Some(next.start());
        unit += usize::from(!goes_on);
        way.push(Some(unit));
    }
    (unit + 1 == run.len() && run.len() > 1 && Joined::new(run, groups).goes(&way)).then_some(way)
}

/// The columns with the same facts as another one.
fn alike(columns: &[Path]) -> Vec<usize> {
    (0..columns.len())
        .filter(|&at| {
            columns.iter().enumerate().any(|(other, path)| {
                other != at && columns.get(at).is_some_and(|one| same(&one.facts, &path.facts))
            })
        })
        .collect()
}

/// A column with a header of a row that was placed late. What stands further down is narrower.
fn joined(path: &Path, unit: &Path) -> Path {
    let is_outer = unit.items.first() < path.items.last();
    let mut made = if is_outer { unit.above(path) } else { path.above(unit) };
    // *Begroting* over *na wijziging*, in either order.
    let roles = [path.facts.role, unit.facts.role];
    if roles.contains(&Some(Role::Budgeted)) && roles.contains(&Some(Role::Amended)) {
        made.facts.role = Some(Role::Amended);
    }
    // *Verschil* over *na wijziging - realisatie* says what it is a difference of.
    if path.facts.role == Some(Role::Difference) {
        made.facts.role = Some(Role::Difference);
    }
    made
}

/// Over which of the headers below them some headers stand that are fewer, as for each of those below the index of
/// the one above. `None` if there is no way, or more than one.
pub(in crate::read) fn spans_over(upper: &[Facts], lower: &[Facts]) -> Option<Vec<usize>> {
    let paths = |facts: &[Facts]| -> Vec<Path> {
        let path = |(at, facts): (usize, &Facts)| Path {
            items: vec![at],
            facts: facts.clone(),
            is_open: false,
        };
        facts.iter().enumerate().map(path).collect()
    };
    let (upper, lower) = (paths(upper), paths(lower));
    let run: Vec<&Path> = upper.iter().collect();
    match ways(&run, &lower).as_slice() {
        [way] => way.iter().copied().collect(),
        _ => None,
    }
}

/// The ways to place a row of headers over more columns, in their order: for each column its header. First
/// those in which each stands over one or several columns, as where spans were lost; where none of them goes
/// with what is known, those that leave columns without one.
fn ways(run: &[&Path], groups: &[Path]) -> Vec<Vec<Option<usize>>> {
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

/// What columns state with a header of a row above them. There are many ways to place a row, and few pairs of
/// a header and a column, so each pair is made once.
struct Joined<'p> {
    run: &'p [&'p Path],
    groups: &'p [Path],
    /// For each column and each header: `None` where they contradict each other.
    pairs: Vec<OnceCell<Option<Path>>>,
}

impl<'p> Joined<'p> {
    fn new(run: &'p [&'p Path], groups: &'p [Path]) -> Self {
        Joined { run, groups, pairs: vec![OnceCell::new(); run.len() * groups.len()] }
    }

    /// A column below a header, or below none.
    fn of(&self, group: usize, unit: Option<usize>) -> Option<&Path> {
        let column = self.groups.get(group)?;
        let Some((at, unit)) = unit.and_then(|at| Some((at, *self.run.get(at)?))) else {
            return Some(column);
        };
        let pair = self.pairs.get(group * self.run.len() + at)?;
        pair.get_or_init(|| (!excludes(column, unit)).then(|| joined(column, unit))).as_ref()
    }

    /// Whether a way to place headers contradicts nothing that is known, and tells all columns apart.
    fn goes(&self, way: &[Option<usize>]) -> bool {
        let columns = way.iter().enumerate().map(|(group, unit)| self.of(group, *unit));
        columns.collect::<Option<Vec<_>>>().is_some_and(is_distinct)
    }
}

/// Whether a column states what a header above it can't be of.
fn excludes(column: &Path, unit: &Path) -> bool {
    let contradicts = match (column.facts.role, unit.facts.role) {
        (Some(Role::Realised), Some(inner)) => inner != Role::Realised,
        (Some(Role::Budgeted | Role::Amended | Role::Expected), Some(inner)) => {
            inner == Role::Realised
        }
        _ => false,
    };
    contradicts || column.contradicts(unit)
}

/// Whether two columns have the same facts.
fn same(one: &Facts, other: &Facts) -> bool {
    one.period == other.period
        && one.role == other.role
        && one.flow == other.flow
        && one.change == other.change
        && one.day == other.day
        && one.rest == other.rest
        && one.content == other.content
        && one.others == other.others
}

/// Whether no two columns of figures say the same.
fn is_distinct<'p>(columns: impl IntoIterator<Item = &'p Path>) -> bool {
    // Each with how many columns of bodies stand before it: *Waarde*, *Benchmark*, *Waarde*.
    let mut bodies = 0;
    let mut figures: Vec<(&Path, usize)> = Vec::new();
    for path in columns {
        if path.facts.content == Some(ColumnKind::Area) {
            bodies += 1;
        } else if path.holds_figures() && path.facts.is_placing() {
            figures.push((path, bodies));
        }
    }
    figures.iter().enumerate().all(|(at, (one, bodies))| {
        figures.iter().skip(at + 1).all(|(other, of)| {
            bodies != of
                || !same(&one.facts, &other.facts)
                || one.facts.rest > 0
                || other.facts.rest > 0
                || one.is_open
                || other.is_open
        })
    })
}

//! Words and years that are one header: a word beside its year, a word above several years, or words and years that
//! stand apart.

use super::Path;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::facts::words::ColumnKind;

/// Pairs of a word and a year, one after the other. `None` if there are none in that order.
pub(super) fn merged(units: &[Path], word_first: bool) -> Option<Vec<Path>> {
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
pub(super) fn carried(units: &[Path]) -> Option<Vec<Path>> {
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

/// Headers of a word and a year whose words and years stand apart, as where one header has two lines and the others one: the
/// first word is of the first year, wherever the two stand. A finding lists which word was joined to which year.
pub(super) fn paired(units: &[Path], n: usize) -> Option<Vec<Path>> {
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

/// Days below words of which as many name what there is on a day: *Boekwaarde*, *Investering*, *Boekwaarde*, then *31-12-2015*,
/// *31-12-2016*. The first such word is of the first day, and what stands between them of none, which a finding says.
pub(super) fn days_of_stocks(units: &[Path], n: usize) -> Option<Vec<Path>> {
    let is_day =
        |unit: &Path| unit.facts.is_bare_period() && unit.facts.period.is_some_and(Period::is_day);
    let (words, days) = units.split_at_checked(n)?;
    let is_stock = |word: &Path| word.facts.is_stock && word.facts.period.is_none();
    let stocks = words.iter().filter(|word| is_stock(word)).count();
    let are_words = words.iter().all(|word| word.facts.period.is_none());
    if days.len() < 2
        || days.len() == n
        || days.len() != stocks
        || !are_words
        || !days.iter().all(is_day)
    {
        return None;
    }
    let mut days = days.iter();
    let path = |word: &Path| {
        let day = if is_stock(word) { days.next() } else { None };
        let path = day.map_or_else(|| word.clone(), |day| word.above(day));
        Path { is_open: true, ..path }
    };
    Some(words.iter().map(path).collect())
}

/// Words of which some stand alone and the others above as many years each: *Laatste meting*, *Realisatie*,
/// *Streefwaarde* over *2017*, *2018*, *2020*, *2023*.
pub(super) fn partly_over(units: &[Path], n: usize, alone_first: bool) -> Option<Vec<Path>> {
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

/// Whether a header is a word to which a year may belong.
fn is_word(unit: &Path) -> bool {
    unit.facts.period.is_none() && matches!(unit.facts.content, None | Some(ColumnKind::Value))
}

/// Whether a header states a role or a flow, a time, or both, and nothing else.
fn is_word_or_year(unit: &Path) -> bool {
    unit.facts.rest == 0 && matches!(unit.facts.content, None | Some(ColumnKind::Value))
}

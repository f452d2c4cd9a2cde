//! A row of headers of which nobody knows how far each reaches: the columns get what all ways to place it agree on.

use super::Path;
use super::distinct::alike;
use super::joined::{Joined, joined};
use super::ways::ways;
use crate::leaves::period::Period;
use crate::read::facts::Facts;

/// Places a row of headers whose reach isn't known. Where only as many columns as it has headers can't
/// be distinguished yet, these are its columns. Otherwise each way is tried that keeps its order and contradicts nothing;
/// a column gets what all of them agree on. `is_whole` says that no header of the row is left out.
pub(super) fn fill(run: &[&Path], above: &mut [Path], cycle: Option<usize>, is_whole: bool) {
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

/// Over which of the headers below them some headers stand, by where the years of these break off. `None` if they don't say it.
pub(in crate::read) fn over_breaks(upper: &[Facts], lower: &[Facts]) -> Option<Vec<usize>> {
    let (upper, lower) = (Path::of_each(upper), Path::of_each(lower));
    by_breaks(&upper.iter().collect::<Vec<_>>(), &lower)?.into_iter().collect()
}

/// The way in which each header ends where the years below it don't go on: *Actuals*, *Aim*, *Year to date* over *2016*, *2017*,
/// *2019*, *2019*. A header without a year is below one of its own: *Value* below *Reference*. `None` if there are more such
/// places, or fewer, or no years that go on.
fn by_breaks(run: &[&Path], groups: &[Path]) -> Option<Vec<Option<usize>>> {
    let periods: Vec<Option<Period>> = groups.iter().map(|group| group.facts.period).collect();
    let mut unit = 0;
    let mut way = vec![Some(0)];
    let mut has_years = false;
    for pair in periods.windows(2) {
        let [one, next] = *pair else { return None };
        let goes_on = match (one, next) {
            // *2025-2028* in front of its years is no column among them.
            (Some(one), Some(next))
                if one != next && (one.contains(next) || next.contains(one)) =>
            {
                return None;
            }
            (Some(one), Some(next)) => {
                one.end().and_then(|end| end.succ_opt()) == Some(next.start())
            }
            _ => false,
        };
        has_years |= goes_on;
        unit += usize::from(!goes_on);
        way.push(Some(unit));
    }
    (unit + 1 == run.len() && run.len() > 1 && has_years && Joined::new(run, groups).goes(&way))
        .then_some(way)
}

//! Two rows of headers with the header of the labels between them, which says where the first row ends.

use super::Path;
use super::cycles::within_cycles;
use super::joined::joined;
use super::ways::ways;
use crate::read::facts::words::ColumnKind;

/// Two rows of headers with the header of the labels between them, the second of which has one for each column: *Rekening*,
/// *Begroting 2017*, *Saldo*, then *Programma*, then *2016*, *Lasten*, *Baten*, *Saldo*, *2017*. `None` if the upper ones go above the lower ones
/// in no way, or in several.
pub(super) fn around_corner(units: &[Path], n: usize) -> Option<Vec<Path>> {
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

/// The columns of headers that share a year: *2018* is printed first, then *Indicator* and *Eenheid* above texts, and *Raming* and *Werkelijk*,
/// which are both of 2018. `None` if one of the headers has a year itself.
pub(super) fn year_over_all(units: &[Path], n: usize) -> Option<Vec<Path>> {
    const MIN_BELOW: usize = 2;
    let (year, rest) = units.split_first()?;
    let label = rest.first()?;
    let is_label = matches!(label.facts.content, Some(ColumnKind::Label | ColumnKind::Group));
    let below = || rest.iter().filter(|unit| unit.places());
    let is_side = |unit: &Path| !unit.places() && unit.facts.content.is_some();
    if !year.facts.is_bare_period()
        || !is_label
        || label.places()
        || rest.len() != n
        || below().count() < MIN_BELOW
        || below().any(|unit| unit.facts.period.is_some() || unit.facts.role.is_none())
        || !rest.iter().all(|unit| unit.places() || is_side(unit))
    {
        return None;
    }
    let with_year = |unit: &Path| if unit.places() { year.above(unit) } else { unit.clone() };
    Some(rest.iter().map(with_year).collect())
}

/// Headers without the words that stand alone between two rows of them, where they are above the labels: *2019*, *2020*,
/// *programmaonderdelen*, *lasten*, *baten*, *lasten*, *baten*. `None` if none stand so.
pub(super) fn without_inner_corner(units: &[Path]) -> Option<Vec<Path>> {
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

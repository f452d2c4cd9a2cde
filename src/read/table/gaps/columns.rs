//! From where to where columns reach, by the texts that stand in them.

use super::part::Part;

/// How far two columns may reach into each other, in characters: less than a number of three digits has with the gap before it.
pub(super) const MAX_OVERLAP: usize = 3;

/// The same for words, after which the next column moves on where they are long.
const MAX_WORDS_OVERLAP: usize = 12;

/// Parts columns that reach a little into each other, as a long label does into the widest number of another row, at the middle between
/// them. Words, which the first ones hold (`labels`), end where the next column begins. `false` if some reach further.
pub(super) fn part_columns(columns: &mut [(usize, usize)], labels: usize) -> bool {
    for at in 1..columns.len() {
        let (Some(&one), Some(&other)) = (columns.get(at - 1), columns.get(at)) else { continue };
        if one.1 <= other.0 {
            continue;
        }
        let is_of_words = at <= labels;
        let most = if is_of_words { MAX_WORDS_OVERLAP } else { MAX_OVERLAP };
        let middle = if is_of_words { other.0 } else { usize::midpoint(one.1, other.0) };
        if one.1 - other.0 > most || middle <= one.0 || middle >= other.1 {
            return false;
        }
        if let Some(column) = columns.get_mut(at - 1) {
            column.1 = middle;
        }
        if let Some(column) = columns.get_mut(at) {
            column.0 = middle;
        }
    }
    true
}

/// How many columns there are, from where to where each reaches, and how many of them are of words.
type Columns = (usize, Vec<(usize, usize)>, usize);

/// The columns that the places of all numbers make together, after one of labels: those that overlap are of one column. `None` if they are not
/// as many as the widest row has, or if two texts of a row stand in one.
pub(super) fn clusters(
    rows: &[&Vec<Part>],
    width: usize,
    is_number: impl Fn(&Part) -> bool,
) -> Option<Columns> {
    const MIN_ROWS: usize = 3;
    const MIN_COLUMNS: usize = 3;
    if rows.len() < MIN_ROWS || width <= MIN_COLUMNS {
        return None;
    }
    let mut label = (usize::MAX, 0);
    let mut numbers: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        let (first, others) = row.split_first()?;
        if is_number(first) || !others.iter().all(&is_number) {
            return None;
        }
        label = (label.0.min(first.from), label.1.max(first.to));
        numbers.extend(others.iter().map(|part| (part.from, part.to)));
    }
    numbers.sort_unstable();
    let mut columns: Vec<(usize, usize)> = vec![label];
    for (from, to) in numbers {
        match columns.last_mut() {
            Some(last) if last.1 > from && last.0 != label.0 => last.1 = last.1.max(to),
            _ => columns.push((from, to)),
        }
    }
    let column_of = |part: &Part| columns.iter().position(|column| part.overlaps(column));
    let is_apart = |row: &&Vec<Part>| {
        row.windows(2).all(|pair| match pair {
            [one, next] => column_of(one) < column_of(next),
            _ => true,
        })
    };
    (columns.len() == width && part_columns(&mut columns.clone(), 1) && rows.iter().all(is_apart))
        .then_some((width, columns, 1))
}

//! Years of columns that a copy printed in another order than its cells.

use crate::leaves::period::Period;
use crate::read::table::Column;

/// Whether the years of the columns follow each other but begin again once: *2022*, *2023*, *2019*, *2020*, *2021*. A copy that printed
/// texts in another order may have moved the cells as well, or the headers alone.
pub(super) fn begins_again(columns: &[Column]) -> bool {
    /// A year alone before or after the others may be that of a baseline or of a comparison, and two and two those of two stages.
    const MIN: usize = 5;
    const MIN_OF_EACH: usize = 2;
    let figures = columns.iter().filter(|column| column.content.is_none());
    let years: Vec<u16> =
        figures.filter_map(|column| column.facts.period.and_then(Period::as_year)).collect();
    if years.len() < MIN {
        return false;
    }
    let mut sorted = years.clone();
    sorted.sort_unstable();
    let mut runs = years.chunk_by(|one, next| one < next);
    let are_two = runs.clone().count() == 2 && runs.all(|run| run.len() >= MIN_OF_EACH);
    are_two && sorted.windows(2).all(|pair| matches!(pair, [one, next] if *next == one + 1))
}

/// Puts the headers of years that begin again in the order of time, where those in front have a word for their role and the others none:
/// *FY 2022 Projected*, *FY 2023 Estimate*, *FY 2019*, *FY 2020*, *FY 2021*. A header of two lines begins higher on its page than the
/// others, and a copy prints it first; the cells have a line each, and keep their order. Whether it did.
pub(super) fn put_in_order(columns: &mut [Column]) -> bool {
    let year = |column: &Column| {
        column.facts.period.and_then(Period::as_year).filter(|_| column.content.is_none())
    };
    let places: Vec<usize> =
        (0..columns.len()).filter(|&at| columns.get(at).and_then(year).is_some()).collect();
    let found: Vec<Column> = places.iter().filter_map(|&at| columns.get(at)).cloned().collect();
    let Some(again) = (1..found.len()).find(|&at| {
        found.get(at).and_then(year)
            < at.checked_sub(1).and_then(|before| found.get(before)).and_then(year)
    }) else {
        return false;
    };
    let (front, others) = found.split_at(again);
    let has_role = |column: &Column| column.facts.role.is_some();
    if !front.iter().all(has_role) || others.iter().any(has_role) {
        return false;
    }
    let in_order = others.iter().chain(front);
    for (at, column) in places.iter().zip(in_order) {
        if let Some(slot) = columns.get_mut(*at) {
            slot.clone_from(column);
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::facts::Facts;

    #[test]
    fn years_that_begin_again_are_doubtful() {
        let columns = |years: &[u16]| -> Vec<Column> {
            let column = |year: &u16| Column {
                facts: Facts { period: year.to_string().parse().ok(), ..Facts::default() },
                ..Column::default()
            };
            years.iter().map(column).collect()
        };
        assert!(begins_again(&columns(&[2022, 2023, 2019, 2020, 2021])));
        for years in [
            &[2019, 2020, 2021, 2022][..],
            &[2022, 2021, 2020, 2019],
            &[2020, 2021, 2019],
            &[2020, 2021, 2017, 2018],
            &[2020, 2021, 2022, 2023, 2019],
            &[2019, 2020, 2020, 2021, 2022],
        ] {
            assert!(!begins_again(&columns(years)), "{years:?}");
        }
    }
}

//! What rows speak for a hypothesis or against it: those that fit, those that don't, and those whose shape says of which
//! headers they are.

use crate::read::facts::{EndOfYear, end_of_year};
use crate::read::table::arrange::{Arrangement, How, Path};
use crate::read::table::body::{Move, Parse, Want};
use crate::read::table::lines::patterns::Pattern;
use crate::read::table::lines::segment::Segment;
use crate::read::table::lines::ways::Way;

/// What the rows of a hypothesis cost that don't fit.
pub(super) fn cost_of_rows(parse: &Parse) -> f64 {
    f64::from(parse.cost_within) / 10.0
}

/// What rows that fit speak for a hypothesis.
pub(super) fn gain_of_rows(parse: &Parse) -> f64 {
    0.3 * f64::from(u32::try_from(parse.rows.min(8)).unwrap_or(8))
}

/// What a hypothesis costs at least, whatever its headers are: these only add to it.
pub(super) fn least_cost(parse: &Parse) -> f64 {
    cost_of_rows(parse) - gain_of_rows(parse)
}

impl Segment<'_, '_> {
    /// What rows that lost empty cells cost too much below headers of what changed within a year: most reserves have few of the changes, and
    /// their sums place what is left. *Beginsaldo*, *Storting*, *Onttrekking*, *Eindsaldo*.
    pub(super) fn of_short_rows(
        &self,
        start: usize,
        way: &Way,
        pattern: &Pattern,
        parse: &Parse,
    ) -> f64 {
        /// Two balances, and two changes between them.
        const MIN_COLUMNS: usize = 4;
        const MIN_ROWS: usize = 2;
        /// What a row costs beside the headers of other tables, in tenths, and what is left of it.
        const OF_ROW: usize = 20;
        const LEFT: usize = 5;
        let figures = pattern.wants.iter().filter(|want| **want == Want::Figure).count();
        let are_figures = pattern
            .wants
            .iter()
            .all(|want| matches!(want, Want::Figure | Want::Either | Want::Label | Want::Code));
        let n = way.arrangement.columns.len();
        if parse.odd == 0
            || parse.rows < MIN_ROWS
            || n < MIN_COLUMNS
            || figures < 2
            || !are_figures
            || way.arrangement.how != How::Flat
        {
            return 0.0;
        }
        let end = |path: &Path| {
            let at = start + path.items.first()?;
            end_of_year(self.vocabulary.pack(), self.text(at).split_whitespace())
        };
        let mut ends = way.arrangement.columns.iter().map(end);
        let opens = ends.next() == Some(Some(EndOfYear::Opening));
        if !opens || !ends.skip(1).any(|end| end == Some(EndOfYear::Closing)) {
            return 0.0;
        }
        let short = parse.moves.iter().filter_map(|(_, this)| match this {
            Move::Odd(numbers) | Move::OddWithCode(numbers) if (2..n).contains(numbers) => {
                Some(OF_ROW + numbers - LEFT)
            }
            _ => None,
        });
        let tenths: usize = short.sum();
        f64::from(u32::try_from(tenths).unwrap_or(0)) / 10.0
    }
}

/// What words cost that stand above columns in front of years, where most rows have a number for each year and no more: these are
/// titles. *De Koning*, *2018*, *2019*, *2020* above rows of three numbers.
pub(super) fn of_titles(arrangement: &Arrangement, lengths: &[usize]) -> f64 {
    const MIN_YEARS: usize = 3;
    const OF_TITLE: f64 = 4.0;
    let columns = &arrangement.columns;
    let is_unknown = |path: &&Path| path.facts.content.is_none() && !path.facts.is_placing();
    let titles = columns.iter().take_while(is_unknown).count();
    let mut years = columns.iter().skip(titles);
    let count = years.len();
    let are_years = count >= MIN_YEARS && years.all(|path| path.facts.is_bare_period());
    if titles == 0 || !are_years || lengths.first() != Some(&count) {
        return 0.0;
    }
    OF_TITLE * f64::from(u32::try_from(titles).unwrap_or(9))
}

//! Headers that stand a column too far to the left: the first of them in the cell above the labels, after a title or alone,
//! and none above the last figures. Converters of web pages leave out the empty cell in front.

use super::Head;
use super::Look;
use crate::findings::rule::Message;
use crate::leaves::period::Period;
use crate::read::dates;
use crate::read::facts::Facts;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::Lines;
use crate::read::spot::Spot;
use crate::read::table::{Column, Doubt, Table};

impl Look<'_, '_> {
    /// Moves the headers of a table one column to the right, where the year above the labels goes on in the years beside it
    /// and the last column of figures has none.
    pub(super) fn move_headers(&self, head: &Head, table: &mut Table) {
        let Some((labels, others)) = table.columns.split_first() else { return };
        let is_of_figures = |column: &&Column| column.content.is_none();
        let count = others.iter().take_while(is_of_figures).count();
        let figures = others.get(..count).unwrap_or_default();
        let rest = others.get(count..).unwrap_or_default();
        let Some((last, dated)) = figures.split_last() else { return };
        // One year alone says so only where it is all that stands above the labels.
        let is_alone = dated.is_empty() && year_alone(labels).is_some();
        if dated.len() < 2 && !is_alone {
            return;
        }
        // What stands after the figures is empty.
        let is_empty = |column: &Column| {
            column.headers.is_empty() && column.content == Some(ColumnKind::Attribute)
        };
        let is_last = last.headers.is_empty() && rest.iter().all(is_empty);
        let years: Option<Vec<Period>> = dated.iter().map(year_alone).collect();
        let is_one_row = head.end - head.first == 1 && head.label == 0;
        let (Some(years), true) = (years, is_last && is_one_row) else { return };
        let Some(piece) = labels.spots.last().map(|spot| spot.piece()) else { return };
        let text = self.text(piece);
        let Some((at, first)) = year_at_end(text) else { return };
        let all: Vec<i32> = std::iter::once(first)
            .chain(years.iter().filter_map(|of| of.as_year()))
            .map(i32::from)
            .collect();
        let is_row = |pair: &[i32]| matches!(pair, [one, other] if other - one == 1);
        let Some(period) = Period::year(first).ok() else { return };
        if all.len() != figures.len() || !all.windows(2).all(is_row) {
            return;
        }
        let year = Column {
            headers: vec![first.to_string()],
            spots: vec![Spot::part(piece, at, text.len())],
            lines: Some(Lines::one(piece)),
            facts: Facts { period: Some(period), ..Facts::default() },
            ..Column::default()
        };
        let mut headers = vec![year];
        headers.extend(dated.iter().cloned());
        for (column, header) in table.columns.iter_mut().skip(1).zip(headers) {
            *column = Column { content: column.content, ..header };
        }
        table.doubts.push(Doubt { at: Lines::one(piece), what: Message::HeadersMoved {} });
    }
}

/// The year that a header is, and nothing else.
fn year_alone(column: &Column) -> Option<Period> {
    column.facts.period.filter(|period| column.facts.is_bare_period() && period.as_year().is_some())
}

/// The year at the end of a text, and where it begins.
fn year_at_end(text: &str) -> Option<(usize, u16)> {
    const DIGITS: usize = 4;
    let at = text.len().checked_sub(DIGITS)?;
    let year = dates::year(text.get(at..)?)?;
    let before = text.get(..at)?;
    (!before.ends_with(|c: char| c.is_ascii_digit())).then_some((at, year))
}

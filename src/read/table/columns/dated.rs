//! Headers of a long table, which has one figure on a line: labels, a time, and a value. Each row begins with a time.

use super::{Finder, Headers};
use crate::read::facts::words::ColumnKind;
use crate::read::table::arrange::{Item, arrangements};
use crate::read::{dates, marks};

impl Finder<'_, '_> {
    /// Headers of a label, a time and a value, below which each row begins with a time: *Indicator*, *Eenheid*, *Periode*,
    /// *Waarde*.
    pub(super) fn dated_values(
        &self,
        items: &[Item],
        (first, end): (usize, usize),
        counts: &[(usize, usize)],
    ) -> Option<Headers> {
        let corner = dated_values(items).or_else(|| dated_columns(items))?;
        let columns = items.get(corner..)?;
        let n = columns.len();
        if !counts.iter().any(|(of, _)| *of == n) || !self.begin_with_periods() {
            return None;
        }
        let misfits = self.rows.iter().filter(|row| row.cells.len() != n).count();
        Some(Headers {
            first,
            end,
            items: items.to_vec(),
            corner,
            arrangement: arrangements(columns, n).into_iter().next()?,
            n,
            cost: f64::from(u32::try_from(misfits).unwrap_or(999)),
            unit: None,
            units: Vec::new(),
            begins_with_time: true,
        })
    }

    /// Whether the first cell of each row is a time.
    fn begin_with_periods(&self) -> bool {
        self.rows.iter().all(|row| {
            let text = self.lines.get(row.line).map_or("", |line| &*line.text);
            let first = row.cells.first().and_then(|&(from, to, _)| text.get(from..to));
            let pack = self.vocabulary.pack();
            first.is_some_and(|first| dates::period(pack, marks::without(first)).is_some())
        })
    }
}

/// Where the columns of figures begin in headers of a long table: those of a label, of texts about it, and of a time and a
/// value, each of which says nothing else.
fn dated_values(items: &[Item]) -> Option<usize> {
    let (value, others) = items.split_last()?;
    // *Waarde*, *Realisatie*
    let is_of_values = |item: &Item| {
        let facts = &item.facts;
        let states = facts.content == Some(ColumnKind::Value) || facts.role.is_some();
        states && facts.rest == 0 && facts.period.is_none() && facts.flow.is_none()
    };
    let content = |item: &Item| {
        let is_alone = item.facts.rest == 0 && !item.facts.is_placing();
        item.facts.content.filter(|_| is_alone)
    };
    let contents: Option<Vec<ColumnKind>> = others.iter().map(content).collect();
    let contents = contents.filter(|_| is_of_values(value))?;
    let is_text = |content: &ColumnKind| {
        matches!(content, ColumnKind::Unit | ColumnKind::Source | ColumnKind::Attribute)
    };
    // *Indicator eenheid* may be one phrase.
    let is_of_labels = |content: &ColumnKind| {
        is_text(content) || matches!(content, ColumnKind::Label | ColumnKind::Group)
    };
    let labels = contents.iter().take_while(|content| is_of_labels(content)).count();
    let ends = matches!(contents.get(labels..)?, [ColumnKind::Period | ColumnKind::Measured]);
    (labels > 0 && ends).then_some(labels)
}

/// Where the columns of figures begin in headers of labels, of times, and of several columns each of which says what it is and not when:
/// *Taakveld*, *Perioden*, *Baten*, *Lasten*, *Saldo*.
fn dated_columns(items: &[Item]) -> Option<usize> {
    const MIN: usize = 2;
    let is_of_times = |item: &Item| {
        let facts = &item.facts;
        matches!(facts.content, Some(ColumnKind::Period | ColumnKind::Measured))
            && facts.rest == 0
            && !facts.is_placing()
    };
    let at = items.iter().position(is_of_times).filter(|at| *at > 0)?;
    let (labels, columns) = (items.get(..at)?, items.get(at + 1..)?);
    let is_of_labels = |item: &Item| !item.facts.is_placing();
    let states = |item: &Item| {
        let facts = &item.facts;
        facts.rest == 0 && facts.period.is_none() && (facts.role.is_some() || facts.flow.is_some())
    };
    (columns.len() >= MIN && labels.iter().all(is_of_labels) && columns.iter().all(states))
        .then_some(at)
}

//! Tables in lines of a cell each whose headers say nothing but that the last of them is the total: *Planning*, *Waste*, *Total*, and below them
//! *Red*, `2`, `5`, `7`. That each row comes to its total proves how many columns there are and which cell stands in which.

use crate::leaves::dimension::DimensionName;
use crate::leaves::number::Number;
use crate::leaves::unit::Unit;
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::shapes::is_sentence;
use crate::read::slices;
use crate::read::spot::Spot;
use crate::read::table::{Cell, Column, Row, RowKind, Table, arithmetic, stretch};
use crate::words::has_digit;

/// The most columns of such a table.
const MAX_COLUMNS: usize = 12;

/// The longest header, in bytes.
const MAX_HEADER: usize = 40;

/// The longest label, in bytes.
const MAX_LABEL: usize = 120;

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    let finder = Finder { looks, lines, to };
    stretch::take((from, to), found, |at| match finder.table(at) {
        Some(table) => {
            let end = table.to;
            (vec![table], end)
        }
        None => (Vec::new(), at + 1),
    })
}

struct Finder<'a, 's> {
    looks: &'a Looks<'a>,
    lines: &'a [RawLine<'s>],
    to: usize,
}

impl Finder<'_, '_> {
    /// The table whose first header stands on a line, or the header of its labels.
    fn table(&self, at: usize) -> Option<Table> {
        let headers = (at..self.to).take(MAX_COLUMNS + 2);
        let count = headers.take_while(|&at| self.is_header(at)).count();
        let label = at + count.checked_sub(1)?;
        let n = self.cells_from(label + 1);
        let before = label.checked_sub(at)?;
        let has_corner = before == n + 1;
        if n < 3 || !(has_corner || before == n) {
            return None;
        }
        let first = at + usize::from(has_corner);
        let total =
            (first..label).position(|at| arithmetic::is_total(self.looks, self.text(at)))?;
        let is_share = |at: usize| self.unit(at) == Some(Unit::PERCENT);
        // *No change* among the names of other things is one as well.
        let states = |at: &usize| self.looks.facts(self.text(*at)).role.is_some();
        if (first..label).any(|at| self.text(at).len() > MAX_HEADER)
            || (first..label).filter(states).count() * 3 > n
        {
            return None;
        }
        if total < 2 || !(first + total + 1..label).all(is_share) || label - first > total + 2 {
            return None;
        }
        let rows: Vec<usize> = (label..self.to)
            .step_by(n + 1)
            .take_while(|&label| {
                self.is_label(label)
                    && self.cells_from(label + 1) == n
                    && self.adds_up(label, total)
            })
            .collect();
        // One row of two parts comes out by chance.
        let &last = rows.last().filter(|_| rows.len() > 1 || total > 2)?;
        let mut columns = vec![Column::of_labels()];
        if has_corner && let Some(labels) = columns.first_mut() {
            labels.headers = vec![self.text(at).to_owned()];
        }
        columns.extend((first..label).map(|at| self.column(at)));
        let row = |&label: &usize| {
            let cells = (label + 1..=label + n).map(|at| Some(Cell::at(Spot::whole(at))));
            let cells = std::iter::once(None).chain(cells).collect();
            Row::new(vec![Spot::whole(label)], RowKind::Figures, cells)
        };
        Some(Table {
            columns,
            rows: rows.iter().map(row).collect(),
            head: (at..label).collect(),
            from: at,
            to: last + n + 1,
            columns_by: Some(ColumnsBy::Lines),
            ..Table::default()
        })
    }

    fn text(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |line| &*line.text)
    }

    /// How many cells stand on the lines from one on, a number or a sign for none on each.
    fn cells_from(&self, at: usize) -> usize {
        let is_cell = |at: &usize| {
            let text = self.text(*at);
            let is_line = self.lines.get(*at).is_some_and(|line| line.kind == Kind::Line);
            // *Not known* may be the label of the next row.
            let is_words = text.contains(char::is_alphabetic) && !has_digit(text);
            is_line && !is_words && self.looks.class(text) == Class::Number
        };
        (at..self.to).take(MAX_COLUMNS + 1).take_while(is_cell).count()
    }

    /// Whether a line may be a header of which nothing is known: *N/A* is one as well.
    fn is_header(&self, at: usize) -> bool {
        let text = self.text(at);
        // The last of them is the label of the first row.
        if text.len() > MAX_LABEL || self.lines.get(at).is_none_or(|line| line.kind != Kind::Line) {
            return false;
        }
        let is_number = has_digit(text) && self.looks.class(text) == Class::Number;
        let facts = self.looks.facts(text);
        !is_number && !is_sentence(text) && facts.period.is_none() && facts.flow.is_none()
    }

    /// The unit that a header states.
    fn unit(&self, at: usize) -> Option<Unit> {
        let text = self.text(at);
        let facts = self.looks.facts(text);
        facts.unit.clone().or_else(|| (text == "%").then_some(Unit::PERCENT))
    }

    fn is_label(&self, at: usize) -> bool {
        let text = self.text(at);
        text.len() <= MAX_LABEL && text.contains(char::is_alphabetic) && !is_sentence(text)
    }

    /// Whether the cells of a row in front of its total come to it, two of them at least.
    fn adds_up(&self, label: usize, total: usize) -> bool {
        let number = |at: usize| {
            let cell = Cell::at(Spot::whole(label + 1 + at));
            arithmetic::number(self.looks, self.lines, &cell)
        };
        let parts: Option<Vec<Number>> = (0..total).map(number).collect();
        let sum = parts
            .and_then(|parts| parts.iter().try_fold(Number::ZERO, |sum, of| sum.checked_add(*of)));
        sum.is_some() && sum == number(total)
    }

    /// The column below a header: of what that names.
    fn column(&self, at: usize) -> Column {
        let text = self.text(at);
        let usual = DimensionName::POPULATION;
        Column {
            headers: vec![text.to_owned()],
            spots: vec![Spot::whole(at)],
            lines: Some(Lines::one(at)),
            slice: slices::of(self.looks.pack(), text, usual),
            facts: Facts { unit: self.unit(at), rest: 1, ..Facts::default() },
            ..Column::default()
        }
    }
}

//! Rows that state the role of their figures: by their label (*Streefwaarde* below *Inbraken*), or in
//! a column of a table with a row for each year.

use super::builder::Builder;
use super::header::ColumnContent;
use super::indicators::TableContext;
use super::marks;
use super::table::Row;
use crate::error::Quoted;
use crate::findings::rule::Rule;
use crate::leaves::role::Role;
use crate::model::table::TableRow;
use crate::words::fold_word;

impl Builder<'_, '_> {
    /// How many figures the last indicator has.
    pub(super) fn figures_of_last(&mut self) -> usize {
        let last = self.tree.current().and_then(|open| open.field.indicators.last());
        last.map_or(0, |last| last.figures.len())
    }

    /// Gives the figures of the last indicator a role, from one on.
    pub(super) fn give_role(&mut self, role: Option<Role>, first: usize) {
        let last = self.tree.current().and_then(|open| open.field.indicators.last_mut());
        let figures = last.map(|last| &mut last.figures).filter(|_| role.is_some());
        for figure in figures.into_iter().flat_map(|figures| figures.iter_mut().skip(first)) {
            figure.role = role;
        }
    }
}

impl TableContext<'_> {
    /// The role of the figures of a row, according to a column.
    pub(super) fn role_by_column(&self, builder: &Builder<'_, '_>, row: &Row) -> Option<Role> {
        let column = self.columns.iter().position(|column| column.holds == ColumnContent::Role)?;
        role_in(builder, builder.text(row.cells.get(column)?.line?))
    }

    /// The role of a row whose label states nothing else: *Streefwaarde*, *(norm)*.
    pub(super) fn role_of(&self, builder: &Builder<'_, '_>, row: &Row) -> Option<Role> {
        const MAX_LEN: usize = 24;
        let has_figures =
            self.columns.iter().any(|column| matches!(column.holds, ColumnContent::Figures { .. }));
        if row.name.len() > MAX_LEN
            || self.is_of_money
            || !(has_figures && self.has_clear_columns && row.fits(self.columns))
        {
            return None;
        }
        role_in(builder, &row.name)
    }

    /// Whether a row that says what it is for may say it of the indicator above it: that has a name
    /// of its own, and numbers of that size.
    pub(super) fn is_of_the_above(&self, builder: &mut Builder<'_, '_>, row: &Row) -> bool {
        let above = builder.tree.current().and_then(|open| open.field.indicators.last());
        let Some(name) = above.map(|above| above.name.clone()) else { return false };
        !self.is_of_money && role_in(builder, &name).is_none() && is_of_size(builder, row)
    }

    /// Adds the figures of a row to the indicator above them, with what the row says that they are
    /// for.
    pub(super) fn take_role(&mut self, builder: &mut Builder<'_, '_>, row: Row, role: Role) {
        let Some(open) = builder.field(row.label.first) else { return };
        let index = open.field.indicators.len().saturating_sub(1);
        let Some(above) = open.field.indicators.last() else { return };
        let first = above.figures.len();
        let message = format!(
            "row {} was read as a row of {} above it",
            Quoted(&row.name),
            Quoted(&above.name)
        );
        let place = self.place_of(builder, index);
        builder.report(Rule::LikelyReading, place, row.label, message);
        let label = TableRow::new(self.row, &row.name);
        self.take_more(builder, row, None);
        let Some(open) = builder.tree.current() else { return };
        if let Some(table) = open.field.tables.last_mut() {
            table.rows.push(label);
        }
        let figures = open.field.indicators.last_mut().map(|above| &mut above.figures);
        for figure in figures.into_iter().flat_map(|figures| figures.iter_mut().skip(first)) {
            figure.role = Some(role);
        }
    }
}

fn role_in(builder: &Builder<'_, '_>, label: &str) -> Option<Role> {
    builder.vocabulary.role(&fold_word(marks::without(label))?)
}

/// Whether the numbers of a row are of the size of those of the indicator above it, so that they may
/// be of the same.
fn is_of_size(builder: &mut Builder<'_, '_>, row: &Row) -> bool {
    let texts = row.cells.iter().filter_map(|cell| cell.line).map(|line| builder.text(line));
    let digits = |text: &str| {
        let whole = text.split(',').next().unwrap_or_default();
        whole.bytes().filter(u8::is_ascii_digit).count()
    };
    let own: Vec<usize> = texts.map(digits).filter(|count| *count > 0).collect();
    let Some(open) = builder.tree.current() else { return false };
    let above = open.field.indicators.last().into_iter().flat_map(|above| &above.figures);
    let printed = above.filter_map(|figure| figure.cell.as_ref());
    let others: Vec<usize> =
        printed.map(|cell| digits(&cell.printed)).filter(|count| *count > 0).collect();
    let near = |one: Option<&usize>, other: Option<&usize>| match (one, other) {
        (Some(one), Some(other)) => one.abs_diff(*other) <= 1,
        // Words and dashes have no size.
        _ => true,
    };
    near(own.iter().max(), others.iter().max())
}

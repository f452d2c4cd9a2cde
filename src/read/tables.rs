//! Tables in plain text, with a line for each header, label and cell: takes them and reports problems
//! with their columns.

use super::builder::Builder;
use super::columns;
use super::goals::Goals;
use super::header::{self, ReadColumn};
use super::indicators;
use super::label;
use super::lines::{Kind, LineUse, Lines};
use super::parts::FieldPart;
use super::table;
use crate::error::Quoted;
use crate::findings::rule::Rule;
use crate::leaves::terms::IndicatorKind;
use crate::words::counted;

// Each takes what begins at a line, and returns the line after it.
impl Builder<'_, '_> {
    pub(super) fn take_titled_table(&mut self, kind: Option<&IndicatorKind>, at: usize) -> usize {
        if let Some(depth) = self.depth(at) {
            if self.tree.closes_at(depth) {
                // What was asked of the field ends with it.
                self.end_list();
                self.part = FieldPart::Introduction;
                self.goals = Goals::default();
                self.tree.close_to(depth);
            }
            self.goals.leave(depth);
        }
        self.mark(Lines::one(at), LineUse::TableTitle);
        if self.lines.get(at).is_some_and(|line| line.kind != Kind::Line) {
            // The next grid is the table, whatever words stand in between.
            self.pending = Some(kind.cloned());
            return at + 1;
        }
        if header::columns(self.vocabulary, self.lines, at + 1).is_some() {
            return self.take_table(kind, at + 1);
        }
        let message = format!("no column headers follow {}", Quoted(self.text(at)));
        self.report_in_field(Rule::TableWithoutHeader, Lines::one(at), message);
        at + 1
    }

    pub(super) fn take_table(&mut self, kind: Option<&IndicatorKind>, at: usize) -> usize {
        let Some((columns, below)) = header::columns(self.vocabulary, self.lines, at) else {
            return at + 1;
        };
        let extent = self.extent(below, &columns);
        let rows = table::rows(self.vocabulary, self.lines, &extent, &columns);
        self.take_columns(&columns, at, below, rows.rows.is_empty());
        for &line in extent.running_heads.iter().filter(|line| **line < rows.end) {
            self.mark(Lines::one(line), LineUse::Title);
        }
        for &line in extent.numbered.iter().filter(|line| **line < rows.end) {
            let message = format!(
                "{} begins as a heading does, and was taken as part of the table",
                Quoted(self.text(line))
            );
            self.report_in_field(Rule::NumberedRow, Lines::one(line), message);
        }
        if kind.is_none() && self.begins_costs(at) {
            return self.take_costs_of_lines(at, &columns, rows);
        }
        if let Some(above) = at.checked_sub(1).filter(|&above| self.may_be_header(above)) {
            let message = format!(
                "{} is right above the column headers, and may be one of them or apply to all of them",
                Quoted(self.text(above))
            );
            self.report_in_field(Rule::MixedHeader, Lines::one(above), message);
        }
        let is_interrupted = self.is_interrupted(below, extent.end);
        if is_interrupted {
            let unknown = Quoted(self.text(below)).to_string();
            let message =
                format!("{unknown} is between column headers, and is not recognised as one");
            self.report_in_field(Rule::MixedHeader, Lines::one(below), message);
        }
        let counts = columns.first().filter(|column| label::is_number_header(&column.header));
        if let Some(column) = counts {
            let message = format!(
                "the column {} comes before the labels, so it is unknown which line is a label",
                Quoted(&column.header)
            );
            self.report_in_field(Rule::MixedHeader, column.lines, message);
        }
        let is_clear = !is_interrupted && !columns::are_mixed(&columns) && counts.is_none();
        indicators::take(self, kind, &columns, rows, is_clear, None)
    }

    fn take_columns(&mut self, columns: &[ReadColumn], at: usize, below: usize, no_rows: bool) {
        let all = Lines { first: at, last: below - 1 };
        self.mark(all, LineUse::Header);
        self.report_columns(columns);
        if columns::are_mixed(columns) {
            let named: Vec<_> = columns.iter().take(6).map(|column| &*column.header).collect();
            let named = Quoted(&named.join(", ")).to_string();
            let message = format!("the years of the column headers {named} may belong elsewhere");
            self.report_in_field(Rule::MixedHeader, all, message);
        }
        if no_rows {
            let message = format!("no rows follow the {} column headers", columns.len());
            self.report_in_field(Rule::TableWithoutRows, all, message);
        }
    }

    /// Reports problems with the headers of a table.
    pub(super) fn report_columns(&mut self, columns: &[ReadColumn]) {
        // Of a table with the year in a column each row has its own.
        let holds: Vec<_> = columns.iter().map(|column| column.holds).collect();
        let has_years = holds.contains(&header::ColumnContent::Period)
            && columns::year_columns(&holds).is_some();
        let is_blank = |column: &&ReadColumn| column.header.is_empty() && column.slice.is_none();
        let blank = columns.iter().filter(is_blank).count();
        if let Some(first) = columns.iter().find(is_blank) {
            let message = format!("{} of the table without a header", counted(blank, "column"));
            self.report_in_field(Rule::UnknownHeader, first.lines, message);
        }
        for column in columns.iter().filter(|column| !has_years && !is_blank(column)) {
            if column.holds == header::ColumnContent::UNKNOWN && column.slice.is_none() {
                let message = format!("column header {} is not known", Quoted(&column.header));
                self.report_in_field(Rule::UnknownHeader, column.lines, message);
            } else if matches!(column.holds, header::ColumnContent::Figures { period: None, .. }) {
                let message = format!("column header {} has no year", Quoted(&column.header));
                self.report_in_field(Rule::HeaderWithoutPeriod, column.lines, message);
            }
        }
        for (column, earlier) in columns::repeated(columns) {
            let message = format!(
                "column header {} has the same meaning as {} before it",
                Quoted(&column.header),
                Quoted(&earlier.header)
            );
            self.report_in_field(Rule::RepeatedHeader, column.lines, message);
        }
    }
}

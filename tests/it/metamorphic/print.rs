//! Ways in which a page prints a table, whatever it is about: headers torn over lines, a euro sign
//! in each cell, a table that comes twice. Unlike a damage they take nothing away that a person needs.

use super::draw::Draw;
use super::generate::Kind;
use super::table::{Block, Document, Row, Table};
use super::write::Form;

/// A way of printing tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Print {
    /// The words of the headers stand on two to five lines, a word a line. In a line a row the lines of all headers
    /// are those of one block.
    TornHeaders,
    /// The labels of rows go on on a second line.
    TornLabels,
    /// A header has a star, and its footnote stands between the headers and the rows.
    NoteBelowHeaders,
    /// A euro sign in each cell with an amount.
    EuroSigns,
    /// A space between thousands, as between two cells of a line.
    SpacedThousands,
    /// The whole table with its headings comes again.
    Twice,
    /// The empty cells beside the outer headers are left out, which cover several columns.
    GaplessHeaders,
    /// The labels, then a column below its header at a time.
    ByColumn,
}

/// Kinds of one table of amounts of money.
const MONEY: [Kind; 10] = [
    Kind::YearsOverFlows,
    Kind::FlowsOverYears,
    Kind::FlowRows,
    Kind::FlowColumns,
    Kind::FlowGroups,
    Kind::FlowCells,
    Kind::UnlabelledTotals,
    Kind::Percents,
    Kind::Reserves,
    Kind::Stages,
];

impl Print {
    pub(crate) const ALL: [Print; 8] = [
        Print::TornHeaders,
        Print::TornLabels,
        Print::NoteBelowHeaders,
        Print::EuroSigns,
        Print::SpacedThousands,
        Print::Twice,
        Print::GaplessHeaders,
        Print::ByColumn,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Print::TornHeaders => "torn-headers",
            Print::TornLabels => "torn-labels",
            Print::NoteBelowHeaders => "note-below-headers",
            Print::EuroSigns => "euro-signs",
            Print::SpacedThousands => "spaced-thousands",
            Print::Twice => "twice",
            Print::GaplessHeaders => "gapless-headers",
            Print::ByColumn => "by-column",
        }
    }

    /// The kinds of tables that are printed so.
    pub(crate) fn kinds(self) -> &'static [Kind] {
        match self {
            Print::TornHeaders => {
                &[Kind::Merged, Kind::Stages, Kind::Groups, Kind::UnitColumn, Kind::FlowRows]
            }
            Print::TornLabels => &[Kind::Merged, Kind::Groups, Kind::UnitColumn, Kind::NormColumn],
            Print::NoteBelowHeaders => {
                &[Kind::Merged, Kind::Stages, Kind::FlowRows, Kind::UnlabelledTotals]
            }
            Print::EuroSigns | Print::SpacedThousands => &MONEY,
            Print::Twice => {
                &[Kind::Merged, Kind::Groups, Kind::FlowRows, Kind::YearsOverFlows, Kind::YearRows]
            }
            Print::GaplessHeaders => &[
                Kind::RoleOverYears,
                Kind::YearOverRoles,
                Kind::YearsOverFlows,
                Kind::FlowsOverYears,
                Kind::LowHeads,
                Kind::BareYearsOverFlows,
                Kind::OneYearTwice,
            ],
            Print::ByColumn => {
                &[Kind::Merged, Kind::NormColumn, Kind::FlowRows, Kind::YearRows, Kind::Stages]
            }
        }
    }

    /// Whether there is such a print in this form.
    pub(crate) fn is_in(self, form: Form) -> bool {
        match self {
            // Elsewhere a footnote is no row of the table.
            Print::NoteBelowHeaders => form.is_text(),
            // In the others an outer header stands above its columns, or empty cells are lost anyway.
            Print::GaplessHeaders => matches!(
                form,
                Form::Tabs | Form::Pipes | Form::HtmlFlat | Form::CsvSemicolon | Form::CsvComma
            ),
            Print::ByColumn => matches!(form, Form::Lines | Form::Tight),
            // A row of separated values is a line.
            Print::TornHeaders | Print::TornLabels => form != Form::Tabs,
            _ => true,
        }
    }

    /// The document as it is printed.
    pub(crate) fn of(self, document: &Document, draws: &[u32]) -> Document {
        let mut draw = Draw::new(draws.to_vec());
        let mut document = document.clone();
        for block in &mut document.blocks {
            if let Block::Table(table) = block {
                self.print(table, &mut draw);
            }
        }
        if self == Print::Twice {
            let again: Vec<Block> = document.blocks.iter().skip(2).cloned().collect();
            document.blocks.extend(again);
        }
        document
    }

    fn print(self, table: &mut Table, draw: &mut Draw) {
        match self {
            Print::TornHeaders => {
                for header in table.levels.iter_mut().flatten() {
                    header.text = torn(&header.text, usize::MAX);
                }
            }
            Print::TornLabels => {
                for row in &mut table.rows {
                    let Row::Data { labels, .. } = row else { continue };
                    for label in labels {
                        // A label of two words fits on a line.
                        if label.split(' ').count() > 2 {
                            *label = torn(label, 1);
                        }
                    }
                }
            }
            Print::NoteBelowHeaders => {
                if let Some(header) = table.levels.last_mut().and_then(|level| level.last_mut()) {
                    header.text.push('*');
                    let notes = ["* voorlopige cijfers", "* bron: CBS", "* stand per 1 november"];
                    table.rows.insert(0, Row::Furniture(draw.pick(&notes).to_owned()));
                }
            }
            Print::EuroSigns => {
                let between = draw.pick(&[" ", ""]);
                amounts(table, |printed| format!("€{between}{printed}"));
            }
            Print::SpacedThousands => amounts(table, |printed| printed.replace('.', " ")),
            Print::Twice => (),
            Print::GaplessHeaders => table.is_gapless = true,
            Print::ByColumn => table.is_by_column = true,
        }
    }
}

/// Prints each amount otherwise, but for shares.
fn amounts(table: &mut Table, print: impl Fn(&str) -> String) {
    for row in &mut table.rows {
        let Row::Data { cells, .. } = row else { continue };
        for cell in cells.iter_mut().filter(|cell| !cell.printed.ends_with('%')) {
            if let Some(fact) = &mut cell.fact {
                cell.printed = print(&cell.printed);
                fact.printed.clone_from(&cell.printed);
            }
        }
    }
}

/// A text with this many of its spaces as the ends of lines, from the middle on.
fn torn(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let first = if most == usize::MAX { 1 } else { words.len().div_ceil(2) };
    let mut out = words[0].to_owned();
    for (at, word) in words.iter().enumerate().skip(1) {
        let is_end = at >= first && at - first < most;
        out.push(if is_end { '\n' } else { ' ' });
        out += word;
    }
    out
}

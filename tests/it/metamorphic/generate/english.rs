//! Tables of measures in English, as wide and as long ones.

use beleid::Number;

use super::maker::Maker;
use super::says::{Says, cell};
use crate::metamorphic::draw::english;
use crate::metamorphic::table::{Block, Cell, Header, Meant, Row, Table};
use crate::metamorphic::words::{MEASURES, Style};

/// The words of results and targets, and their roles.
const TYPES: [(&str, &str); 2] = [("Actual", "realised"), ("Target", "target")];

impl Maker {
    /// Results of some years, then targets of others.
    pub(super) fn english_wide(&mut self) -> Vec<Block> {
        let count = self.columns.clamp(2, 4);
        let results = 1 + self.draw.index(count - 1);
        let columns: Vec<(String, Says)> = (0..count)
            .map(|at| {
                let (word, role) = TYPES[usize::from(at >= results)];
                let year = self.year(at);
                let roles = vec![Some(role)];
                let text = format!("{word} {year}");
                (text, Says { period: Some(year), roles, ..Says::default() })
            })
            .collect();
        let measures = self.draw.some(&MEASURES, self.rows);
        let rows = measures.into_iter().map(|(label, unit, style)| {
            let row = Says { label: Some(label.to_owned()), ..Says::default() };
            let cells = columns.iter().map(|(_, column)| self.measured(style, &row, column));
            let cells = cells.collect();
            Row::Data { labels: vec![label.to_owned(), unit.to_owned()], cells }
        });
        let rows = rows.collect();
        in_english(Table {
            heads: vec!["Indicator".to_owned(), "Unit".to_owned()],
            levels: vec![columns.iter().map(|(text, _)| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        })
    }

    /// A result and a target of each measure, a row each.
    pub(super) fn english_long(&mut self) -> Vec<Block> {
        let mut rows = Vec::new();
        for (label, unit, style) in self.draw.some(&MEASURES, self.rows) {
            for (at, (word, role)) in TYPES.into_iter().enumerate() {
                let year = self.year(at);
                let labels = vec![label.to_owned(), year.clone(), word.to_lowercase()];
                let row = Says {
                    label: Some(label.to_owned()),
                    period: Some(year),
                    roles: vec![Some(role)],
                    ..Says::default()
                };
                let value = self.measured(style, &row, &Says::default());
                let unit = Cell { printed: unit.to_owned(), ..Cell::default() };
                rows.push(Row::Data { labels, cells: vec![value, unit] });
            }
        }
        in_english(Table {
            heads: ["indicator", "year", "type"].map(str::to_owned).to_vec(),
            levels: vec![["value", "unit"].map(|text| Header::new(text, 1)).to_vec()],
            rows,
            ..Table::default()
        })
    }

    fn measured(&mut self, style: Style, row: &Says, column: &Says) -> Cell {
        let (least, most) = style.range();
        let number = self.draw.unique(least, most);
        let value = Number::new(number.into(), style.places()).unwrap();
        cell(english(number, style.places()), row, column, Meant::number("exact", value))
    }
}

fn in_english(table: Table) -> Vec<Block> {
    vec![
        Block::Heading(2, "2.3 Environment".to_owned()),
        Block::Heading(3, "Performance measures".to_owned()),
        Block::Table(table),
    ]
}

//! Tables whose rows are years or single figures.

use super::maker::Maker;
use super::says::Says;
use crate::metamorphic::table::{Header, Row, Table};
use crate::metamorphic::words::INDICATORS;

impl Maker {
    pub(super) fn year_rows(&mut self) -> Table {
        let labels = self.labels(&INDICATORS[..14], self.columns.clamp(2, 4));
        let style = self.style_of("");
        let columns: Vec<Says> = labels
            .iter()
            .map(|label| Says {
                label: Some(label.clone()),
                // In a budget those of its year and later are planned, which is reported.
                roles: vec![None, Some("realised"), Some("budgeted")],
                ..Says::default()
            })
            .collect();
        let rows = (0..self.rows.max(2)).map(|at| {
            let year = self.year(at);
            let row = Says { period: Some(year.clone()), ..Says::default() };
            Row::Data { labels: vec![year], cells: self.cells(&row, &columns, style) }
        });
        Table {
            rows: rows.collect(),
            heads: vec!["Jaar".to_owned()],
            levels: vec![labels.iter().map(|label| Header::new(label, 1)).collect()],
            ..Table::default()
        }
    }

    pub(super) fn long(&mut self) -> Table {
        let labels = self.labels(&INDICATORS[..14], self.rows);
        let with_role = self.draw.chance(50);
        let mut rows = Vec::new();
        for label in labels {
            let style = self.style_of(&label);
            for at in 0..2 {
                let year = self.year(at);
                let mut texts = vec![year.clone(), label.clone()];
                let mut roles = vec![None, Some("realised")];
                if with_role {
                    let (word, role) = [("Realisatie", "realised"), ("Streefwaarde", "target")][at];
                    texts.push(word.to_owned());
                    roles = vec![Some(role)];
                }
                let row = Says {
                    label: Some(label.clone()),
                    period: Some(year),
                    roles,
                    ..Says::default()
                };
                let cells = self.cells(&row, &[Says::default()], style);
                rows.push(Row::Data { labels: texts, cells });
            }
        }
        let mut heads = vec!["Jaar".to_owned(), "Indicator".to_owned()];
        if with_role {
            heads.push("Soort".to_owned());
        }
        Table { heads, levels: vec![vec![Header::new("Waarde", 1)]], rows, ..Table::default() }
    }
}

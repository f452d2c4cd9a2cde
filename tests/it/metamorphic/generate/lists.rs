//! Tables whose rows are years or single figures.

use super::maker::Maker;
use super::says::Says;
use crate::metamorphic::table::{Cell, Header, Row, Table};
use crate::metamorphic::words::{BUDGETED, INDICATORS, REALISED, UNITS};

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

    /// Years of results, then years of budgets, each with its letter.
    pub(super) fn lettered_years(&mut self) -> Table {
        let labels = self.labels(&INDICATORS[..14], self.columns.clamp(2, 4));
        let style = self.style_of("");
        let of_label = |label: &String| Says { label: Some(label.clone()), ..Says::default() };
        let columns: Vec<Says> = labels.iter().map(of_label).collect();
        let count = self.rows.max(2);
        let results = 1 + self.draw.index(count - 1);
        let rows = (0..count).map(|at| {
            let year = self.year(at);
            let (letter, role) = if at < results { ("R", "realised") } else { ("B", "budgeted") };
            let text = format!("{year} ({letter})");
            let row = Says { period: Some(year), roles: vec![Some(role)], ..Says::default() };
            Row::Data { labels: vec![text], cells: self.cells(&row, &columns, style) }
        });
        Table {
            rows: rows.collect(),
            heads: vec!["Jaar".to_owned()],
            levels: vec![labels.iter().map(|label| Header::new(label, 1)).collect()],
            ..Table::default()
        }
    }

    /// A figure a row, told by cells of which none has a fixed place, and a unit behind it.
    pub(super) fn long_roles(&mut self) -> Table {
        let labels = self.labels(&INDICATORS[..10], self.rows);
        let orders: [[usize; 3]; 4] = [[0, 1, 2], [0, 2, 1], [2, 0, 1], [2, 1, 0]];
        let order = self.draw.pick(&orders);
        let in_order = |texts: [String; 3]| order.map(|at| texts[at].clone()).to_vec();
        let words =
            [(self.draw.pick(&REALISED), "realised"), (self.draw.pick(&BUDGETED), "budgeted")];
        let mut rows = Vec::new();
        for label in labels {
            let (unit, style) = self.draw.pick(&UNITS);
            self.draw.reserve(unit);
            // A result, then a budget of the next year and what came of it.
            for (word, after) in [(0, 0), (1, 1), (0, 1)] {
                let (word, role) = words[word];
                let year = self.year(after);
                let row = Says {
                    label: Some(label.clone()),
                    period: Some(year.clone()),
                    roles: vec![Some(role)],
                    ..Says::default()
                };
                let mut cells = self.cells(&row, &[Says::default()], style);
                cells.push(Cell { printed: unit.to_owned(), ..Cell::default() });
                let labels = in_order([label.clone(), word.to_owned(), year]);
                rows.push(Row::Data { labels, cells });
            }
        }
        Table {
            heads: in_order(["Indicator", "Soort", "Jaar"].map(str::to_owned)),
            levels: vec![["Waarde", "Eenheid"].map(|text| Header::new(text, 1)).to_vec()],
            rows,
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

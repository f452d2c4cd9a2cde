//! Amounts that add up to a total.

use super::maker::Maker;
use super::says::{Says, money};
use crate::metamorphic::table::{Header, Row, Table};
use crate::metamorphic::words::{BUDGETED, PROGRAMMES, plain_programmes};

impl Maker {
    /// Rows of amounts of several columns, and their total below them.
    pub(super) fn summed(&mut self, rows: usize, columns: usize) -> Vec<Vec<i64>> {
        let mut all = vec![Vec::new(); rows + 1];
        for _ in 0..columns {
            loop {
                let draw = |_| 101 + i64::from(self.draw.below(9_800));
                let mut column: Vec<i64> = (0..rows).map(draw).collect();
                column.push(column.iter().sum());
                if self.draw.take(&column) {
                    all.iter_mut().zip(column).for_each(|(row, amount)| row.push(amount));
                    break;
                }
            }
        }
        all
    }

    /// Rows that add up to the last one, which has no label.
    pub(super) fn unlabelled_totals(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let labels = self.labels(&PROGRAMMES, self.rows.max(3));
        let amounts = self.summed(labels.len(), columns.len());
        let named = labels.into_iter().map(|label| (label.clone(), label));
        let all = named.chain([("Totaal".to_owned(), String::new())]).zip(&amounts);
        let rows = all.map(|((label, printed), amounts)| {
            let row = Says { label: Some(label), ..Says::default() };
            let cells = amounts.iter().zip(&columns);
            let cells = cells.map(|(amount, (_, column))| money(*amount, 3, &row, column));
            Row::Data { labels: vec![printed], cells: cells.collect() }
        });
        Table {
            caption: Some("Bedragen x € 1.000".to_owned()),
            heads: vec!["Omschrijving".to_owned()],
            levels: vec![columns.iter().map(|(text, _)| Header::new(text, 1)).collect()],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    /// A group for each flow, with the same programmes in both, and their codes beside them.
    pub(super) fn coded_flow_groups(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let labels = self.labels(plain_programmes(), self.rows.max(2));
        let part = self.draw.below(9);
        let codes: Vec<String> = (1..=labels.len()).map(|at| format!("{part}.{at}")).collect();
        for code in &codes {
            self.draw.reserve(code);
        }
        let mut rows = Vec::new();
        for (group, flow) in [("Lasten", "expenses"), ("Baten", "income")] {
            rows.push(Row::Group(group.to_owned()));
            for (code, label) in codes.iter().zip(&labels) {
                let row = Says { label: Some(label.clone()), flow: Some(flow), ..Says::default() };
                let cells = columns
                    .iter()
                    .map(|(_, column)| money(self.draw.unique(101, 9_800), 3, &row, column));
                let cells = cells.collect();
                rows.push(Row::Data { labels: vec![code.clone(), label.clone()], cells });
            }
        }
        Table {
            caption: Some("Bedragen x € 1.000".to_owned()),
            heads: vec!["Code".to_owned(), "Taakveld".to_owned()],
            levels: vec![columns.iter().map(|(text, _)| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    pub(super) fn flow_groups(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let (caption, scale) = self.scale();
        let mut rows = Vec::new();
        let mut totals = Vec::new();
        for (group, flow) in [("Lasten", "expenses"), ("Baten", "income")] {
            rows.push(Row::Group(group.to_owned()));
            let labels = self.labels(&PROGRAMMES, self.rows.max(2));
            let amounts = self.summed(labels.len(), columns.len());
            let total = format!("Totaal {}", group.to_lowercase());
            for (label, amounts) in labels.into_iter().chain([total]).zip(&amounts) {
                let row = Says {
                    label: Some(label.clone()),
                    group: vec![group.to_owned()],
                    flow: Some(flow),
                    ..Says::default()
                };
                let cells = amounts.iter().zip(&columns);
                let cells = cells.map(|(amount, (_, column))| money(*amount, scale, &row, column));
                rows.push(Row::Data { labels: vec![label], cells: cells.collect() });
            }
            totals.push(amounts.last().cloned().unwrap_or_default());
        }
        let balances: Vec<i64> = totals[1].iter().zip(&totals[0]).map(|(a, b)| a - b).collect();
        if self.draw.take(&balances) {
            let label = "Saldo van baten en lasten".to_owned();
            let row = Says { label: Some(label.clone()), flow: Some("balance"), ..Says::default() };
            let cells = balances.iter().zip(&columns);
            let cells = cells.map(|(amount, (_, column))| money(*amount, scale, &row, column));
            rows.push(Row::Data { labels: vec![label], cells: cells.collect() });
        }
        let level = columns.iter().map(|(text, _)| Header::new(text, 1)).collect();
        let head = self.draw.pick(&["Omschrijving", "Programma", ""]);
        Table {
            caption,
            heads: vec![head.to_owned()],
            levels: vec![level],
            rows,
            ..Table::default()
        }
    }
}

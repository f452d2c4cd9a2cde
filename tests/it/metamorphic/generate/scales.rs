//! Scales that stand in a label, in the name of a column or in a header over several columns.

use super::flows::{FLOWS, Signs};
use super::maker::Maker;
use super::says::{Says, money};
use crate::metamorphic::draw::dutch;
use crate::metamorphic::table::{Header, Row, Table};
use crate::metamorphic::words::{BUDGETED, SCALED, plain_programmes};

impl Maker {
    /// Rows of indicators, and below them amounts with their scale in the label.
    pub(super) fn scale_in_labels(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let mut rows = self.indicator_rows(&says);
        let count = 1 + self.draw.index(3);
        for (label, power) in self.draw.some(&SCALED, count) {
            self.draw.reserve(label);
            let row = Says { label: Some(label.to_owned()), ..Says::default() };
            let cells = says.iter().map(|column| {
                // Millions have a decimal, so that one power of ten is in the number.
                let places = u32::from(power == 6);
                let amount = self.draw.unique(1_101, 9_000);
                let mut cell = money(amount, power - places, &row, column);
                cell.printed = dutch(amount, places);
                cell
            });
            rows.push(Row::Data { labels: vec![label.to_owned()], cells: cells.collect() });
        }
        Table {
            heads: vec!["Omschrijving".to_owned()],
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    pub(super) fn scale_in_columns(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let scale = self.draw.pick(&["(x € 1.000)", "(x EUR 1000)", "x € 1.000", "(in € 1.000)"]);
        let labels = self.labels(plain_programmes(), self.rows.max(2));
        let rows = labels.into_iter().map(|label| {
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = columns.iter().map(|(_, column)| {
                let amount = self.draw.unique(1_101, 9_000);
                money(amount, 3, &row, column)
            });
            let cells = cells.collect();
            Row::Data { labels: vec![label], cells }
        });
        let rows = rows.collect();
        let headers = columns.iter().map(|(text, _)| Header::new(format!("{text} {scale}"), 1));
        Table {
            heads: vec!["Programma".to_owned()],
            levels: vec![headers.collect()],
            rows,
            ..Table::default()
        }
    }

    /// One or two years over their flows, with the scale and what a minus sign means beside the year.
    pub(super) fn scale_in_span(&mut self) -> Table {
        let years = self.role_years(2, &BUDGETED, "budgeted");
        let years = &years[..=self.draw.index(2)];
        let rule = self.draw.pick(&[
            "(bedragen x € 1.000, - = nadeel)",
            "(x € 1.000, - is nadeel)",
            "(bedragen x € 1.000)",
        ]);
        let labels = self.labels(plain_programmes(), self.rows);
        let rows = labels.into_iter().map(|label| {
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let mut cells = Vec::new();
            for (_, year) in years {
                for (amount, flow) in self.flows_of(Signs::IncomeLess).into_iter().zip(FLOWS) {
                    let column = Says { flow: Some(flow), ..year.clone() };
                    cells.push(money(amount, 3, &row, &column));
                }
            }
            Row::Data { labels: vec![label], cells }
        });
        let rows = rows.collect();
        let outer = years.iter().map(|(text, _)| Header::new(format!("{text} {rule}"), 3));
        let inner = years.iter().flat_map(|_| ["Lasten", "Baten", "Saldo"]);
        Table {
            heads: vec!["Omschrijving".to_owned()],
            levels: vec![outer.collect(), inner.map(|text| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }
}

//! How reserves went from the beginning of a year to its end.

use super::maker::Maker;
use super::says::{Says, money};
use crate::metamorphic::table::{Cell, Header, Row, Table};
use crate::metamorphic::words::RESERVES;

impl Maker {
    /// In some rows nothing went in or nothing came out, and the cell is empty. Where empty cells
    /// leave no trace, only the sum says which of the two it was.
    pub(super) fn reserve_rows(&mut self) -> Table {
        let year = self.year(1);
        // In a budget its own year and later are planned, and a balance need not say which it is.
        let says = |period: String, flow: &'static str| Says {
            period: Some(period),
            roles: vec![None, Some("realised"), Some("budgeted")],
            flow: Some(flow),
            ..Says::default()
        };
        let columns = [
            says(format!("{year}-01-01"), "balance"),
            says(year.clone(), "reserves_in"),
            says(year.clone(), "reserves_out"),
            says(format!("{year}-12-31"), "balance"),
        ];
        let labels = self.labels(&RESERVES, self.rows.max(2));
        let rows = labels.into_iter().map(|label| {
            let empty = if self.draw.chance(60) { 1 + self.draw.index(2) } else { 0 };
            let amounts = loop {
                let first = 2_101 + i64::from(self.draw.below(20_000));
                let mut into = 101 + i64::from(self.draw.below(900));
                let mut out_of = 101 + i64::from(self.draw.below(1_900));
                match empty {
                    1 => into = 0,
                    2 => out_of = 0,
                    _ => (),
                }
                let all = [first, into, out_of, first + into - out_of];
                let printed: Vec<i64> = all.into_iter().filter(|amount| *amount != 0).collect();
                if self.draw.take(&printed) {
                    break all;
                }
            };
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = amounts.into_iter().zip(&columns).map(|(amount, column)| match amount {
                0 => Cell::default(),
                amount => money(amount, 3, &row, column),
            });
            let cells = cells.collect();
            Row::Data { labels: vec![label], cells }
        });
        let rows = rows.collect();
        let headers = [
            format!("Saldo 1-1-{year}"),
            "Toevoeging".to_owned(),
            "Onttrekking".to_owned(),
            format!("Saldo 31-12-{year}"),
        ];
        Table {
            caption: Some("Bedragen x € 1.000".to_owned()),
            heads: vec!["Reserve".to_owned()],
            levels: vec![headers.map(|text| Header::new(text, 1)).to_vec()],
            rows,
            ..Table::default()
        }
    }
}

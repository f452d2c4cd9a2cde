//! Rows of flows, from expenses and income to the result after reserves.

use super::flows::Signs;
use super::maker::Maker;
use super::says::{Says, money};
use crate::metamorphic::table::{Cell, Header, Row, Table};
use crate::metamorphic::words::BUDGETED;

impl Maker {
    /// Rows of flows below years; without roles in the headers the years are plans, if anything.
    pub(super) fn flow_rows(&mut self, with_roles: bool) -> Table {
        let count = self.columns.clamp(2, 4);
        let mut columns = self.role_years(count, &BUDGETED, "budgeted");
        if !with_roles {
            for (at, (header, says)) in columns.iter_mut().enumerate() {
                *header = self.year(at);
                says.roles = vec![None, Some("budgeted"), Some("realised")];
            }
        }
        let (caption, scale) = self.scale();
        let signs = self.signs();
        let with_reserves = self.rows > 2;
        let mut rows: Vec<(&str, Vec<Cell>)> = vec![("Lasten", vec![]), ("Baten", vec![])];
        rows.push((self.draw.pick(&["Saldo", "Saldo van baten en lasten"]), vec![]));
        if with_reserves {
            rows.push((
                self.draw.pick(&["Toevoeging aan reserves", "Storting in reserves"]),
                vec![],
            ));
            rows.push(("Onttrekking aan reserves", vec![]));
            rows.push((self.draw.pick(&["Resultaat", "Geraamd resultaat"]), vec![]));
        }
        for (_, column) in &columns {
            let [expenses, income, balance] = self.flows_of(signs);
            let (into, out_of, result) =
                if with_reserves { self.reserves(signs, balance) } else { (0, 0, 0) };
            let amounts = [expenses, income, balance, into, out_of, result];
            for ((label, cells), (amount, flow)) in rows.iter_mut().zip(amounts.iter().zip(ROWS)) {
                let label = (*label).to_owned();
                let row = Says { label: Some(label), flow: Some(flow), ..Says::default() };
                cells.push(money(*amount, scale, &row, column));
            }
        }
        let rows = rows.into_iter();
        let rows = rows.map(|(label, cells)| Row::Data { labels: vec![label.to_owned()], cells });
        let levels = columns.iter().map(|(text, _)| Header::new(text, 1)).collect();
        Table {
            caption,
            heads: vec![String::new()],
            levels: vec![levels],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    /// What goes into the reserves and comes out of them, and the result, signed as the rest.
    pub(super) fn reserves(&mut self, signs: Signs, balance: i64) -> (i64, i64, i64) {
        loop {
            let into = 101 + i64::from(self.draw.below(900));
            let out_of = 101 + i64::from(self.draw.below(2_900));
            let printed = match signs {
                Signs::IncomeLess => [into, out_of, balance - into + out_of],
                Signs::ExpensesLess => [into, out_of, balance + into - out_of],
                Signs::IncomeMinus => [into, -out_of, balance + into - out_of],
                Signs::ExpensesMinus => [-into, out_of, balance - into + out_of],
            };
            if self.draw.take(&printed) {
                let [into, out_of, result] = printed;
                return (into, out_of, result);
            }
        }
    }
}

/// The flows of the rows from `Lasten` to `Resultaat`.
const ROWS: [&str; 6] = ["expenses", "income", "balance", "reserves_in", "reserves_out", "balance"];

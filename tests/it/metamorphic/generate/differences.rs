//! Budgets beside accounts, with their difference.

use beleid::Number;

use super::flows::FLOWS;
use super::maker::Maker;
use super::says::{Says, cell, money};
use crate::metamorphic::draw::dutch;
use crate::metamorphic::table::{Cell, Header, Meant, Row, Table};
use crate::metamorphic::words::{PROGRAMMES, plain_programmes};

impl Maker {
    /// The letter of the difference in a column of its own.
    pub(super) fn favour_cells(&mut self) -> Table {
        let mut table = self.differences(false);
        table.levels[0].push(Header::new("V/N", 1));
        for row in &mut table.rows {
            let Row::Data { cells, .. } = row else { continue };
            let Some(difference) = cells.last_mut() else { continue };
            let letter = difference.printed.split_off(difference.printed.len() - 1);
            difference.printed.pop();
            if let Some(fact) = &mut difference.fact {
                fact.printed.clone_from(&difference.printed);
            }
            cells.push(Cell { printed: letter, ..Cell::default() });
        }
        table
    }

    /// Differences by flow, which are advantages or disadvantages by the row above them.
    pub(super) fn favour_rows(&mut self) -> Table {
        let year = self.year(1);
        let labels = self.labels(plain_programmes(), self.rows.max(2) + 1);
        let favourable = 1 + self.draw.index(labels.len() - 1);
        let mut rows = Vec::new();
        for (at, label) in labels.into_iter().enumerate() {
            if at == 0 || at == favourable {
                let group = if at == 0 { "Voordeel" } else { "Nadeel" };
                rows.push(Row::Group(group.to_owned()));
            }
            let amounts = loop {
                let expenses = 110 + i64::from(self.draw.below(900));
                let income = 101 + i64::from(self.draw.below(500));
                if self.draw.take(&[expenses, income, expenses + income]) {
                    break [expenses, income, expenses + income];
                }
            };
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = amounts.into_iter().zip(FLOWS).map(|(amount, flow)| {
                let column = Says {
                    period: Some(year.clone()),
                    roles: vec![Some("difference")],
                    flow: Some(flow),
                    ..Says::default()
                };
                money(amount, 3, &row, &column)
            });
            rows.push(Row::Data { labels: vec![label], cells: cells.collect() });
        }
        Table {
            caption: Some(format!("Analyse van het resultaat {year} (x € 1.000)")),
            heads: vec!["Programma".to_owned()],
            levels: vec![["Lasten", "Baten", "Saldo"].map(|text| Header::new(text, 1)).to_vec()],
            rows,
            ..Table::default()
        }
    }

    /// A budget and the accounts of one year, and their difference: as an amount with a letter after it, or in percent.
    pub(super) fn differences(&mut self, in_percent: bool) -> Table {
        let year = self.year(1);
        let says = |role: &'static str| Says {
            period: Some(year.clone()),
            roles: vec![Some(role)],
            ..Says::default()
        };
        let columns = ["budgeted", "realised", "difference"].map(says);
        let labels = self.labels(&PROGRAMMES, self.rows.max(2));
        let rows = labels.into_iter().map(|label| {
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let (budget, actual) = loop {
                let budget = 1_101 + i64::from(self.draw.below(9_000));
                let actual = budget + 3 + i64::from(self.draw.below(90));
                if self.draw.take(&[budget, actual, actual - budget]) {
                    break (budget, actual);
                }
            };
            let difference = if in_percent {
                let tenths = (actual - budget) * 1000 / budget;
                let printed = format!("{}%", dutch(tenths, 1));
                let value = Number::new(i128::from(tenths), 1).unwrap();
                cell(printed, &row, &columns[2], Meant::number("exact", value))
            } else {
                let mut of = money(actual - budget, 3, &row, &columns[2]);
                of.printed.push_str(self.draw.pick(&[" V", " N"]));
                of
            };
            let cells = vec![
                money(budget, 3, &row, &columns[0]),
                money(actual, 3, &row, &columns[1]),
                difference,
            ];
            Row::Data { labels: vec![label], cells }
        });
        let rows = rows.collect();
        let last = if in_percent { "Afwijking in %" } else { "Verschil" };
        let headers = [format!("Begroting {year}"), format!("Rekening {year}"), last.to_owned()];
        Table {
            caption: Some("Bedragen x € 1.000".to_owned()),
            heads: vec!["Programma".to_owned()],
            levels: vec![headers.map(|text| Header::new(text, 1)).to_vec()],
            rows,
            ..Table::default()
        }
    }
}

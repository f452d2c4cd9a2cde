//! Several values in a cell, and several tables in a document.

use beleid::Number;

use super::flows::FLOWS;
use super::maker::Maker;
use super::says::{Says, cell, money};
use crate::metamorphic::draw::dutch;
use crate::metamorphic::table::{Block, Cell, Header, Meant, Row, Table};
use crate::metamorphic::words::{BUDGETED, INDICATORS, PAIRS, plain_programmes};

impl Maker {
    /// Rows of indicators below one with two values in each of its cells.
    pub(super) fn several_values(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns, plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let (label, parts) = self.draw.pick(&PAIRS);
        let cells = says.iter().map(|column| {
            let [first, second] = parts.map(|part| {
                let number = self.draw.unique(101, 980);
                let row =
                    Says { label: Some(label.to_owned()), slice: Some(part), ..Says::default() };
                let value = Number::new(number.into(), 0).unwrap();
                cell(dutch(number, 0), &row, column, Meant::number("exact", value))
            });
            let [one, other] = parts;
            let printed = format!("{} {one} en {} {other}", first.printed, second.printed);
            Cell { printed, fact: first.fact, more: second.fact.into_iter().collect() }
        });
        let mut rows = vec![Row::Data { labels: vec![label.to_owned()], cells: cells.collect() }];
        rows.extend(self.indicator_rows(&says));
        Table {
            heads: self.head(),
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    /// A table for each indicator, which has no labels but the caption.
    pub(super) fn indicator_tables(&mut self) -> Vec<Block> {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns, plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let level: Vec<Header> = headers.into_iter().map(|text| Header::new(text, 1)).collect();
        let mut blocks = vec![Block::Heading(2, "2.3 Economie".to_owned())];
        for label in self.labels(&INDICATORS, self.rows.max(2)) {
            let style = self.style_of(&label);
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = self.cells(&row, &says, style);
            blocks.push(Block::Table(Table {
                caption: Some(format!("Indicator: {label}")),
                levels: vec![level.clone()],
                rows: vec![Row::Data { labels: Vec::new(), cells }],
                ..Table::default()
            }));
        }
        blocks
    }

    /// A heading for each programme, and below it a table with the same rows as the others.
    pub(super) fn one_label_in_tables(&mut self) -> Vec<Block> {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let level: Vec<Header> = columns.iter().map(|(text, _)| Header::new(text, 1)).collect();
        let signs = self.signs();
        let mut blocks = Vec::new();
        let labels = self.labels(plain_programmes(), self.rows.clamp(2, 3));
        for (number, programme) in (1..).zip(labels) {
            blocks.push(Block::Heading(2, format!("Programma {number} {programme}")));
            blocks.push(Block::Heading(3, "Wat mag het kosten?".to_owned()));
            let amounts: Vec<[i64; 3]> = columns.iter().map(|_| self.flows_of(signs)).collect();
            let words = ["Lasten", "Baten", "Saldo"].into_iter().zip(FLOWS);
            let rows = words.enumerate().map(|(at, (word, flow))| {
                let row = Says {
                    label: Some(word.to_owned()),
                    group: vec![programme.clone()],
                    flow: Some(flow),
                    ..Says::default()
                };
                let cells = amounts.iter().zip(&columns);
                let cells = cells.map(|(amounts, (_, column))| money(amounts[at], 3, &row, column));
                Row::Data { labels: vec![word.to_owned()], cells: cells.collect() }
            });
            blocks.push(Block::Table(Table {
                caption: Some("Bedragen x € 1.000".to_owned()),
                heads: vec!["Omschrijving".to_owned()],
                levels: vec![level.clone()],
                rows: rows.collect(),
                ..Table::default()
            }));
        }
        blocks
    }
}

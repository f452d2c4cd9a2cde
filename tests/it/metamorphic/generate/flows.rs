//! Expenses, income and balances, in columns, rows and cells of their own.

use super::maker::Maker;
use super::says::{Says, money};
use crate::metamorphic::table::{Header, Row, Table};
use crate::metamorphic::words::{BUDGETED, PROGRAMMES, plain_programmes};

impl Maker {
    /// Expenses, income and balance with their signs as printed.
    pub(super) fn flows_of(&mut self, signs: Signs) -> [i64; 3] {
        loop {
            let expenses = 110 + i64::from(self.draw.below(29_000));
            let income = 101 + i64::from(self.draw.below(19_000));
            let printed = match signs {
                Signs::IncomeLess => [expenses, income, income - expenses],
                Signs::ExpensesLess => [expenses, income, expenses - income],
                Signs::IncomeMinus => [expenses, -income, expenses - income],
                Signs::ExpensesMinus => [-expenses, income, income - expenses],
            };
            if self.draw.take(&printed) {
                return printed;
            }
        }
    }

    pub(super) fn signs(&mut self) -> Signs {
        self.draw.pick(&[
            Signs::IncomeLess,
            Signs::ExpensesLess,
            Signs::IncomeMinus,
            Signs::ExpensesMinus,
        ])
    }

    /// Programmes, by year and flow, with the years outside or inside.
    pub(super) fn flows(&mut self, years_outside: bool) -> Table {
        let count = self.columns.clamp(2, 3);
        let years = self.role_years(count, &BUDGETED, "budgeted");
        let (caption, scale) = self.scale();
        let signs = self.signs();
        let flow = |at: usize| Header::new(["Lasten", "Baten", "Saldo"][at], 1);
        let order: Vec<(usize, usize)> = if years_outside {
            (0..count).flat_map(|year| (0..3).map(move |flow| (year, flow))).collect()
        } else {
            (0..3).flat_map(|flow| (0..count).map(move |year| (year, flow))).collect()
        };
        let levels = if years_outside {
            let outer = years.iter().map(|(text, _)| Header::new(text, 3)).collect();
            vec![outer, order.iter().map(|(_, at)| flow(*at)).collect()]
        } else {
            let outer = (0..3).map(|at| Header { columns: count, ..flow(at) }).collect();
            let inner = order.iter().map(|(year, _)| Header::new(&years[*year].0, 1));
            vec![outer, inner.collect()]
        };
        let labels = self.labels(&PROGRAMMES, self.rows);
        let rows = labels.into_iter().map(|label| {
            let amounts: Vec<[i64; 3]> = years.iter().map(|_| self.flows_of(signs)).collect();
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = order.iter().map(|(year, flow)| {
                let column = Says { flow: Some(FLOWS[*flow]), ..years[*year].1.clone() };
                money(amounts[*year][*flow], scale, &row, &column)
            });
            Row::Data { labels: vec![label], cells: cells.collect() }
        });
        let rows = rows.collect();
        let head = self.draw.pick(&["Programma", "Omschrijving", "Taakveld"]);
        Table { caption, heads: vec![head.to_owned()], levels, rows, ..Table::default() }
    }

    /// As years over flows, with the header of the labels below the years.
    pub(super) fn low_heads(&mut self) -> Table {
        let mut table = self.flows(true);
        let head = std::mem::replace(&mut table.heads, vec![String::new()]);
        table.lower_heads = vec![head];
        table
    }

    /// Bare years over their flows. Without a word of the role they are plans, if anything.
    pub(super) fn bare_years_over_flows(&mut self) -> Table {
        let flows = 2 + self.draw.index(2);
        let years: Vec<String> = (0..self.columns.clamp(2, 4)).map(|at| self.year(at)).collect();
        let (caption, scale) = self.scale();
        let signs = self.signs();
        let labels = self.labels(plain_programmes(), self.rows.max(2));
        let rows = labels.into_iter().map(|label| {
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let mut cells = Vec::new();
            for year in &years {
                let amounts = self.flows_of(signs).into_iter().zip(FLOWS).take(flows);
                cells.extend(amounts.map(|(amount, flow)| {
                    let column = Says {
                        period: Some(year.clone()),
                        roles: vec![None, Some("budgeted"), Some("realised")],
                        flow: Some(flow),
                        ..Says::default()
                    };
                    money(amount, scale, &row, &column)
                }));
            }
            Row::Data { labels: vec![label], cells }
        });
        let rows = rows.collect();
        let outer = years.iter().map(|year| Header::new(year, flows));
        let inner = years.iter().flat_map(|_| &["Lasten", "Baten", "Saldo"][..flows]);
        Table {
            caption,
            heads: vec![String::new()],
            lower_heads: vec![vec!["Programma".to_owned()]],
            levels: vec![outer.collect(), inner.map(|text| Header::new(*text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    /// Programmes below the flows of one year, which the caption names.
    pub(super) fn flow_columns(&mut self) -> Table {
        let year = self.year(2);
        let signs = self.signs();
        let caption = format!("Begroting {year} (bedragen x € 1.000)");
        let labels = self.labels(&PROGRAMMES, self.rows);
        let rows = labels.into_iter().map(|label| {
            let amounts = self.flows_of(signs);
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = amounts.into_iter().zip(FLOWS).map(|(amount, flow)| {
                let column = Says {
                    period: Some(year.clone()),
                    roles: vec![Some("budgeted")],
                    flow: Some(flow),
                    ..Says::default()
                };
                money(amount, 3, &row, &column)
            });
            Row::Data { labels: vec![label], cells: cells.collect() }
        });
        let rows = rows.collect();
        let level = ["Lasten", "Baten", "Saldo"].map(|text| Header::new(text, 1)).to_vec();
        Table {
            caption: Some(caption),
            heads: vec!["Omschrijving".to_owned()],
            levels: vec![level],
            rows,
            ..Table::default()
        }
    }

    /// A row for each flow, with its name in a cell of its own, and one for the balance without either.
    pub(super) fn flow_cells(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let labels = self.labels(&PROGRAMMES, self.rows.max(2));
        let mut rows = Vec::new();
        for label in labels {
            let amounts: Vec<[i64; 3]> =
                columns.iter().map(|_| self.flows_of(Signs::ExpensesLess)).collect();
            for (at, flow) in FLOWS.into_iter().enumerate() {
                let row = Says { label: Some(label.clone()), flow: Some(flow), ..Says::default() };
                let cells = amounts.iter().zip(&columns);
                let cells = cells.map(|(amounts, (_, column))| money(amounts[at], 3, &row, column));
                let name = if at == 0 { label.clone() } else { String::new() };
                let word = ["Lasten", "Baten", ""][at].to_owned();
                rows.push(Row::Data { labels: vec![name, word], cells: cells.collect() });
            }
        }
        Table {
            caption: Some("Bedragen x € 1.000".to_owned()),
            heads: vec!["Product".to_owned(), "Soort".to_owned()],
            levels: vec![columns.iter().map(|(text, _)| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }
}

/// The flows of three columns or rows.
pub(super) const FLOWS: [&str; 3] = ["expenses", "income", "balance"];

/// Which amounts are printed with a minus sign, and what the balance is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Signs {
    /// None; the balance is income less expenses.
    IncomeLess,
    /// None; the balance is expenses less income.
    ExpensesLess,
    /// Income; the balance is the sum.
    IncomeMinus,
    /// Expenses; the balance is the sum.
    ExpensesMinus,
}

//! The stages of a budget: as it was first, after its amendment, and the accounts.

use super::maker::Maker;
use super::says::{Says, money};
use crate::metamorphic::table::{Header, Row, Table};
use crate::metamorphic::words::plain_programmes;

/// A budget that was amended, in headers of four and of five words with the year.
const AMENDED: [&str; 2] = ["Begroting na wijziging", "Begroting na eerste wijziging"];

impl Maker {
    /// Columns whose headers have several words.
    pub(super) fn stages(&mut self) -> Table {
        let before = ("Rekening", "realised", 0);
        let stages = [
            ("Primitieve begroting", "budgeted", 1),
            (self.draw.pick(&AMENDED), "amended", 1),
            ("Rekening", "realised", 1),
        ];
        let first = self.draw.index(2);
        let columns = std::iter::once(before).chain(stages[first..].iter().copied());
        let columns: Vec<(String, Says)> = columns
            .map(|(word, role, after)| {
                let (year, roles) = (self.year(after), vec![Some(role)]);
                let says = Says { period: Some(year.clone()), roles, ..Says::default() };
                (format!("{word} {year}"), says)
            })
            .collect();
        let (caption, scale) = self.scale();
        let says: Vec<Says> = columns.iter().map(|(_, says)| says.clone()).collect();
        let rows = self.amounts(&says, scale);
        Table {
            caption,
            heads: vec!["Taakveld".to_owned()],
            levels: vec![columns.iter().map(|(text, _)| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    /// Years over their stages, one a year but for the one whose budget was amended.
    pub(super) fn one_year_twice(&mut self) -> Table {
        let count = self.columns.max(3) + 1;
        let twice = 1 + self.draw.index(count - 2);
        let (mut outer, mut inner, mut says) = (Vec::new(), Vec::new(), Vec::new());
        for at in 0..count {
            let year = self.year(at);
            let stages: &[(&str, &str)] = match at {
                _ if at < twice => &[("Rekening", "realised")],
                _ if at == twice => {
                    &[("Begroting", "budgeted"), ("Begroting na wijziging", "amended")]
                }
                _ => &[("Raming", "budgeted")],
            };
            for (word, role) in stages {
                inner.push(Header::new(*word, 1));
                let roles = vec![Some(*role)];
                says.push(Says { period: Some(year.clone()), roles, ..Says::default() });
            }
            outer.push(Header::new(year, stages.len()));
        }
        let (caption, scale) = self.scale();
        Table {
            caption,
            heads: vec!["Programma".to_owned()],
            levels: vec![outer, inner],
            rows: self.amounts(&says, scale),
            ..Table::default()
        }
    }

    /// Rows of programmes with an amount in each column.
    fn amounts(&mut self, columns: &[Says], scale: u32) -> Vec<Row> {
        let labels = self.labels(plain_programmes(), self.rows.max(2));
        let rows = labels.into_iter().map(|label| {
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = columns
                .iter()
                .map(|column| money(self.draw.unique(1_101, 29_000), scale, &row, column));
            let cells = cells.collect();
            Row::Data { labels: vec![label], cells }
        });
        rows.collect()
    }
}

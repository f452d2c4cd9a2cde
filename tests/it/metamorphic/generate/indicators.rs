//! Rows of indicators, below columns of a role and a year.

use beleid::Number;

use super::maker::Maker;
use super::says::{Says, cell};
use crate::metamorphic::draw::dutch;
use crate::metamorphic::table::{Cell, Header, Meant, Row, Table};
use crate::metamorphic::words::{BUDGETED, GROUPS, INDICATORS, REALISED, Style, TARGET, UNITS};

impl Maker {
    /// The cells of a row of an indicator.
    pub(super) fn cells(&mut self, row: &Says, columns: &[Says], style: Style) -> Vec<Cell> {
        let cells = columns.iter().map(|column| {
            if self.draw.chance(4) {
                let printed = self.draw.pick(&["-", "n.v.t.", "n.b."]);
                return Cell { printed: printed.to_owned(), ..Cell::default() };
            }
            let (least, most) = style.range();
            let mut number = self.draw.unique(least, most);
            if style != Style::Thousands && self.draw.chance(5) {
                number = -number;
            }
            let is_target = column.roles.iter().flatten().any(|role| *role == "target");
            let (sign, kind) = if number > 0 && is_target && self.draw.chance(25) {
                self.draw.pick(&[("> ", "more_than"), ("≥ ", "at_least"), ("< ", "less_than")])
            } else {
                ("", "exact")
            };
            let percent = if style.is_percent() { "%" } else { "" };
            let printed = format!("{sign}{}{percent}", dutch(number, style.places()));
            let value = Number::new(number.into(), style.places()).unwrap();
            cell(printed, row, column, Meant::number(kind, value))
        });
        cells.collect()
    }

    /// How the numbers of a row with this label are printed.
    pub(super) fn style_of(&mut self, label: &str) -> Style {
        let style = self.draw.pick(&Style::ALL);
        // A label that names a unit has no share in its cells.
        if label.contains('(') && style.is_percent() { Style::Tenths } else { style }
    }

    pub(super) fn head(&mut self) -> Vec<String> {
        vec![self.draw.pick(&["Indicator", "Omschrijving", ""]).to_owned()]
    }

    /// Rows of indicators below these columns.
    pub(super) fn indicator_rows(&mut self, columns: &[Says]) -> Vec<Row> {
        let labels = self.labels(&INDICATORS, self.rows);
        let rows = labels.into_iter().map(|label| {
            let style = self.style_of(&label);
            let row = Says { label: Some(label.clone()), ..Says::default() };
            Row::Data { labels: vec![label], cells: self.cells(&row, columns, style) }
        });
        rows.collect()
    }

    pub(super) fn merged(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns, plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        Table {
            heads: self.head(),
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows: self.indicator_rows(&says),
            ..Table::default()
        }
    }

    pub(super) fn turned(&mut self) -> Table {
        self.rows = self.rows.clamp(2, 4);
        let mut table = self.merged();
        table.heads = vec![String::new()];
        table.turned().unwrap()
    }

    pub(super) fn role_over_years(&mut self) -> Table {
        let (plans, role) = self.plans();
        let (realised, planned) = (self.draw.pick(&REALISED), self.draw.pick(plans));
        let count = self.columns.max(2);
        let results = 1 + self.draw.index(count - 1);
        let says: Vec<Says> = (0..count)
            .map(|at| Says {
                period: Some(self.year(at)),
                roles: vec![Some(if at < results { "realised" } else { role })],
                ..Says::default()
            })
            .collect();
        let years = (0..count).map(|at| Header::new(self.year(at), 1)).collect();
        let outer = vec![Header::new(realised, results), Header::new(planned, count - results)];
        Table {
            heads: self.head(),
            levels: vec![outer, years],
            rows: self.indicator_rows(&says),
            ..Table::default()
        }
    }

    pub(super) fn year_over_roles(&mut self) -> Table {
        let years = self.columns.clamp(2, 3);
        let words =
            [(self.draw.pick(&BUDGETED), "budgeted"), (self.draw.pick(&REALISED), "realised")];
        let mut says = Vec::new();
        let mut inner = Vec::new();
        for at in 0..years {
            for (word, role) in words {
                inner.push(Header::new(word, 1));
                let period = Some(self.year(at));
                says.push(Says { period, roles: vec![Some(role)], ..Says::default() });
            }
        }
        let outer = (0..years).map(|at| Header::new(self.year(at), words.len())).collect();
        Table {
            heads: self.head(),
            levels: vec![outer, inner],
            rows: self.indicator_rows(&says),
            ..Table::default()
        }
    }

    pub(super) fn groups(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns, plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let mut rows = Vec::new();
        let labels = self.labels(&INDICATORS, self.rows.max(3));
        for (group, labels) in self.draw.some(&GROUPS, 2).into_iter().zip(labels.chunks(2)) {
            rows.push(Row::Group(group.to_owned()));
            for label in labels {
                let style = self.style_of(label);
                let row = Says {
                    label: Some(label.clone()),
                    group: vec![group.to_owned()],
                    ..Says::default()
                };
                let cells = self.cells(&row, &says, style);
                rows.push(Row::Data { labels: vec![label.clone()], cells });
            }
        }
        Table {
            heads: self.head(),
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    /// Two rows of an indicator below its name, each with the word of its role.
    pub(super) fn roles_in_rows(&mut self) -> Table {
        let count = self.columns.clamp(2, 4);
        let of_year = |at| Says { period: Some(self.year(at)), ..Says::default() };
        let columns: Vec<Says> = (0..count).map(of_year).collect();
        let words = [(self.draw.pick(&TARGET), "target"), (self.draw.pick(&REALISED), "realised")];
        let mut rows = Vec::new();
        for label in self.labels(&INDICATORS, self.rows) {
            rows.push(Row::Group(label.clone()));
            let style = self.style_of(&label);
            for (word, role) in words {
                let row =
                    Says { label: Some(label.clone()), roles: vec![Some(role)], ..Says::default() };
                let cells = self.cells(&row, &columns, style);
                rows.push(Row::Data { labels: vec![word.to_owned()], cells });
            }
        }
        Table {
            heads: vec!["Omschrijving".to_owned()],
            levels: vec![(0..count).map(|at| Header::new(self.year(at), 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    pub(super) fn unit_column(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns, plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let labels = self.labels(&INDICATORS[..10], self.rows);
        let rows = labels.into_iter().map(|label| {
            let (unit, style) = self.draw.pick(&UNITS);
            self.draw.reserve(unit);
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = self.cells(&row, &says, style);
            Row::Data { labels: vec![label, unit.to_owned()], cells }
        });
        Table {
            rows: rows.collect(),
            heads: vec!["Indicator".to_owned(), "Eenheid".to_owned()],
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            ..Table::default()
        }
    }

    pub(super) fn norm_column(&mut self) -> Table {
        let word = self.draw.pick(&REALISED);
        let norm = Says { roles: vec![Some("norm"), Some("target")], ..Says::default() };
        let mut columns = vec![("Norm".to_owned(), norm)];
        for at in 0..self.columns - 1 {
            let period = self.year(at);
            let header = format!("{word} {period}");
            let roles = vec![Some("realised")];
            columns.push((header, Says { period: Some(period), roles, ..Says::default() }));
        }
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        Table {
            heads: vec!["Indicator".to_owned()],
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows: self.indicator_rows(&says),
            ..Table::default()
        }
    }

    pub(super) fn numbered(&mut self) -> Table {
        let mut table = self.merged();
        table.heads = vec!["Nr.".to_owned(), "Indicator".to_owned()];
        for (number, row) in (1..).zip(&mut table.rows) {
            if let Row::Data { labels, .. } = row {
                labels.insert(0, number.to_string());
            }
        }
        table
    }
}

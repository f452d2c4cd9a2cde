//! Indicators of several areas: the own one, the province, the country.

use super::maker::Maker;
use super::says::Says;
use crate::metamorphic::table::{Header, Row, Table};
use crate::metamorphic::words::INDICATORS;

impl Maker {
    pub(super) fn area_rows(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns.clamp(2, 4), plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let own = self.draw.pick(&["Gemeente", "Assen", "Gemeente Assen"]);
        let with_about = self.draw.chance(60);
        let mut rows = Vec::new();
        for label in self.labels(&INDICATORS[..12], self.rows.min(3)) {
            rows.push(Row::Group(label.clone()));
            let style = self.style_of(&label);
            for area in [own, "Provincie", "Nederland"] {
                let row = Says { label: Some(label.clone()), slice: Some(area), ..Says::default() };
                let cells = self.cells(&row, &says, style);
                rows.push(Row::Data { labels: vec![area.to_owned()], cells });
            }
            if with_about {
                let unit = if style.is_percent() { "Procent" } else { "Aantal" };
                rows.push(Row::About("Eenheid:".to_owned(), unit.to_owned()));
                rows.push(Row::About("Bron:".to_owned(), "CBS".to_owned()));
            }
        }
        Table {
            heads: vec!["Indicator".to_owned()],
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    /// A row for each area, with the name of the indicator in each of them.
    pub(super) fn area_cells(&mut self) -> Table {
        let columns: Vec<Says> = (0..self.columns.clamp(2, 4))
            .map(|at| Says {
                period: Some(self.year(at)),
                // In a budget those of its year and later are planned, which is reported.
                roles: vec![None, Some("realised"), Some("budgeted")],
                ..Says::default()
            })
            .collect();
        let mut rows = Vec::new();
        for label in self.labels(&INDICATORS[..12], self.rows.min(4)) {
            let style = self.style_of(&label);
            for area in ["Assen", "Nederland"] {
                let row = Says { label: Some(label.clone()), slice: Some(area), ..Says::default() };
                let cells = self.cells(&row, &columns, style);
                rows.push(Row::Data { labels: vec![label.clone(), area.to_owned()], cells });
            }
        }
        let years = (0..columns.len()).map(|at| Header::new(self.year(at), 1));
        Table {
            heads: vec!["Indicator".to_owned(), "Gebied".to_owned()],
            levels: vec![years.collect()],
            rows,
            ..Table::default()
        }
    }

    pub(super) fn area_columns(&mut self) -> Table {
        let areas = ["Assen", "Drenthe", "Nederland"];
        let columns: Vec<Says> = areas
            .iter()
            .map(|area| Says {
                slice: Some(area),
                // In a budget those of its year and later are planned, which is reported.
                roles: vec![None, Some("realised"), Some("budgeted")],
                ..Says::default()
            })
            .collect();
        let labels = self.labels(&INDICATORS, self.rows);
        let rows = labels.into_iter().map(|label| {
            let (style, after) = (self.style_of(&label), self.draw.index(3));
            let year = self.year(after);
            let row =
                Says { label: Some(label.clone()), period: Some(year.clone()), ..Says::default() };
            let cells = self.cells(&row, &columns, style);
            Row::Data { labels: vec![label, year], cells }
        });
        Table {
            rows: rows.collect(),
            heads: vec!["Indicator".to_owned(), "Jaar".to_owned()],
            levels: vec![areas.iter().map(|area| Header::new(*area, 1)).collect()],
            ..Table::default()
        }
    }
}

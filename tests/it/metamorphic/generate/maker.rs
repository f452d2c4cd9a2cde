//! Draws what all kinds of tables have: labels, years, roles and scales.

use super::says::{Column, Says};
use crate::metamorphic::draw::Draw;
use crate::metamorphic::words::{BUDGETED, EXPECTED, REALISED, TARGET};

pub(super) struct Maker {
    pub(super) draw: Draw,
    pub(super) rows: usize,
    pub(super) columns: usize,
    /// The first year that the document speaks of.
    pub(super) first: u32,
}

impl Maker {
    pub(super) fn year(&self, after: usize) -> String {
        (self.first + u32::try_from(after).unwrap()).to_string()
    }

    /// Names of rows, whose numbers are not given out as figures.
    pub(super) fn labels(&mut self, all: &[&str], count: usize) -> Vec<String> {
        let labels = self.draw.some(all, count);
        for label in &labels {
            self.draw.reserve(label);
        }
        labels.into_iter().map(str::to_owned).collect()
    }

    /// Columns of a role and a year each: results, then plans.
    pub(super) fn role_years(
        &mut self,
        count: usize,
        planned: &[&'static str],
        role: &'static str,
    ) -> Vec<Column> {
        let realised = self.draw.pick(&REALISED);
        let planned = self.draw.pick(planned);
        let results = 1 + self.draw.index(count - 1);
        let columns = (0..count).map(|at| {
            let (word, role) = if at < results { (realised, "realised") } else { (planned, role) };
            let period = self.year(at);
            let says =
                Says { period: Some(period.clone()), roles: vec![Some(role)], ..Says::default() };
            (format!("{word} {period}"), says)
        });
        columns.collect()
    }

    pub(super) fn plans(&mut self) -> (&'static [&'static str], &'static str) {
        let plans: [(&[&str], &str); 3] =
            [(&BUDGETED, "budgeted"), (&TARGET, "target"), (&EXPECTED, "expected")];
        self.draw.pick(&plans)
    }

    /// A caption with a scale, and its factor; or none.
    pub(super) fn scale(&mut self) -> (Option<String>, u32) {
        let scales = ["Bedragen x € 1.000", "(bedragen x € 1.000)", "x € 1.000"];
        if self.draw.chance(70) { (Some(self.draw.pick(&scales).to_owned()), 3) } else { (None, 0) }
    }
}

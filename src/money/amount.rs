//! The amount of a figure in one sign convention.

use super::sheet::is_of_reserves;
use crate::leaves::number::Number;
use crate::leaves::role::{Role, Status};
use crate::leaves::value::Value;
use crate::model::cost::{CostLine, Flow, KnownSign, Sign, SignEvidence, Signs};
use crate::model::figure::Figure;

impl CostLine {
    /// The amount of one of its figures in the convention of this crate, whatever the signs of its
    /// table: expenses are positive, income is positive, and a balance is income less expenses (Dutch:
    /// *bedrag*). Additions to the reserves are positive like expenses, and withdrawals like income; a
    /// movement in the reserves of which the document doesn't say which it is, is what is withdrawn
    /// less what is added.
    ///
    /// `None` if the line is of no known flow, if the convention of its table is unknown
    /// ([`signs`](Self::signs)), and for a value that isn't one number: a dash is not 0. `None` for a
    /// [difference](Role::Difference) as well: documents print more than planned with either sign.
    ///
    /// ```
    /// // A page that prints income with a minus.
    /// let page = "2.3 Handel\n\nWat mag het kosten?\n\n| (x € 1.000) | Rekening 2017 | Begroting 2018 |\n\
    ///     |---|---|---|\n| Lasten | 930 | 663 |\n| Baten | -543 | -468 |\n| Saldo | 387 | 195 |\n";
    /// let budget = beleid::Reader::new().read_as(page, beleid::Layout::Markdown).budget;
    /// let costs = &budget.fields[0].costs;
    /// let amount = |line: usize| costs[line].amount(&costs[line].figures[0]);
    /// assert_eq!(amount(1), Some(543_000.into()));
    /// assert_eq!(amount(2), Some((-387_000).into()), "a deficit");
    /// ```
    #[doc(alias = "bedrag")]
    pub fn amount(&self, figure: &Figure) -> Option<Number> {
        let Value::Exact(number) = figure.value else { return None };
        if figure.role == Some(Role::Difference) {
            return None;
        }
        if number.is_zero() && (self.flow.is_some() || is_of_reserves(self)) {
            return Some(number);
        }
        let signs = self.signs.unwrap_or_default();
        let Signs { expenses, income, surplus } = signs;
        let of_reserves = is_of_reserves(self);
        // The letter says what the sign leaves open, and a sign beside it says the same.
        let favourable = figure.status.contains(Status::Favourable);
        let has_letter = favourable || figure.status.contains(Status::Unfavourable);
        let by_letter = |is_positive: bool| if is_positive { number.abs() } else { -number.abs() };
        let is_lettered = |of: Option<KnownSign>| {
            has_letter && of.is_some_and(|of| of.by == SignEvidence::Letters)
        };
        let known = match self.flow {
            Some(Flow::Balance) if has_letter => return Some(by_letter(favourable)),
            Some(Flow::Expenses) if is_lettered(expenses) => return Some(by_letter(!favourable)),
            Some(Flow::Income) if is_lettered(income) => return Some(by_letter(favourable)),
            Some(Flow::Expenses) => expenses,
            Some(Flow::Income) => income,
            Some(Flow::Balance) => surplus,
            None if of_reserves => surplus,
            None => None,
        };
        Some(match known?.sign {
            Sign::Plus => number,
            Sign::Minus => -number,
        })
    }
}

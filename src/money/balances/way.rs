//! A way to make a balance: its terms, and which of them are subtracted.

use crate::money::rounding::is_within;
use crate::money::sheet::{Amount, Sheet, SheetLine, is_of_reserves};
use crate::money::sums::{Addition, Evidence, Tally};

/// What stands in a sum that makes a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::money) enum Term {
    Expenses,
    Income,
    /// To the reserves.
    Additions,
    /// From the reserves.
    Withdrawals,
    /// To and from the reserves in one amount.
    Movements,
    /// The balance before the movements in the reserves.
    Before,
}

/// Which terms are subtracted, as a bit for each in the order of the sum.
pub(in crate::money) type Bits = u32;

/// A way to make a balance.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) terms: Vec<(Term, Tally)>,
}

/// The kinds of amounts that are added in ways of their own: amounts, and differences of two of them. The difference of expenses is to
/// the good where it is that of income if it is the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Amount,
    Difference,
}

impl Kind {
    pub(super) const ALL: [Kind; 2] = [Kind::Amount, Kind::Difference];

    pub(super) fn of(sheet: &Sheet<'_>, amount: &Amount) -> Self {
        match sheet.keys.get(amount.key) {
            Some(key) if key.is_difference() => Kind::Difference,
            _ => Kind::Amount,
        }
    }
}

impl Way {
    pub(super) fn names(&self) -> Vec<Term> {
        self.terms.iter().map(|(term, _)| *term).collect()
    }

    /// All that may be subtracted: any of the terms, but not the balance before.
    pub(super) fn all_bits(&self) -> impl Iterator<Item = Bits> + use<> {
        let has_before = self.terms.first().is_some_and(|(term, _)| *term == Term::Before);
        let bits = 0..1 << self.terms.len().min(6);
        bits.filter(move |bits| !has_before || bits & 1 == 0)
    }

    pub(super) fn has_reserves(&self) -> bool {
        let is = |term: &Term| !matches!(term, Term::Expenses | Term::Income);
        self.terms.iter().any(|(term, _)| is(term))
    }

    /// The only line of a term, by its index in its field. `None` if it has several, or the way has no such term.
    pub(super) fn only_line(&self, term: Term) -> Option<usize> {
        self.terms.iter().find(|(of, _)| *of == term)?.1.only
    }

    pub(super) fn addition(&self, bits: Bits) -> Addition<'_> {
        let terms = self.terms.iter().enumerate();
        Addition::new(terms.map(|(at, (_, tally))| (bits >> at & 1 == 1, tally)))
    }

    /// How many amounts of a balance it makes.
    pub(super) fn evidence(
        &self,
        sheet: &Sheet<'_>,
        balance: &SheetLine<'_>,
        bits: Bits,
        kind: Kind,
    ) -> Evidence {
        let amounts = balance.amounts().iter().filter(|amount| Kind::of(sheet, amount) == kind);
        self.addition(bits).evidence(sheet, amounts)
    }
}

/// Whether a line of no known flow near a balance is what its flows lack: *Heffing Vpb* between *Baten* and *Saldo*. `at` is the index of the
/// balance in the sheet.
pub(super) fn is_explained(
    sheet: &Sheet<'_>,
    at: usize,
    addition: &Addition<'_>,
    amount: Amount,
) -> bool {
    /// Between the flows and their balance stand few other lines.
    const NEAR: usize = 12;
    let Some(outcome) = addition.outcome(amount.key) else { return false };
    let Some(gap) = amount.number.checked_sub(outcome) else { return false };
    let near = sheet.lines.iter().skip(at.saturating_sub(NEAR)).take(2 * NEAR);
    let is_other = |line: &&SheetLine<'_>| line.line.flow.is_none() && !is_of_reserves(line.line);
    near.filter(is_other).filter_map(|line| line.amount(amount.key)).any(|other| {
        let step = sheet.step(amount.key);
        !other.number.is_zero() && is_within(other.number.abs(), gap.abs(), step) == Some(true)
    })
}

//! The signs and the sums of each table of money, for whoever wants to know how far its amounts are borne out.

use super::sums::{Promise, checked_sums};
use crate::coded::coded;
use crate::findings::place::{Part, Place};
use crate::model::budget::Budget;
use crate::model::cost::{CostLine, Reserves, Signs};

coded! {
    /// A sum that a table of money promises (Dutch: *telling*).
    ///
    /// ```
    /// use beleid::SumKind;
    ///
    /// assert_eq!(SumKind::Balance.to_string(), "balance");
    /// ```
    #[doc(alias = "telling")]
    #[non_exhaustive]
    SumKind, "kind of sum" {
        /// Expenses and income make a balance.
        #[doc(alias = "saldo")]
        Balance = "balance", en "balance", nl "saldo";
        /// A balance and what goes to and comes from the reserves make a result; and what reserves hold at the beginning of a year
        /// what they hold at its end, which is what they hold at the beginning of the next.
        #[doc(alias = "resultaat")]
        Result = "result", en "result with reserves", nl "resultaat met reserves";
        /// Lines add up to a total.
        #[doc(alias = "totaal")]
        Total = "total", en "total", nl "totaal";
        /// A result less a plan is a difference.
        #[doc(alias = "verschil")]
        Difference = "difference", en "difference", nl "verschil";
    }
}

/// A table of money: its sign convention, and how many of its sums come out (Dutch: *rekenkundige
/// controle*). It is returned by [`Budget::money_tables`].
///
/// ```
/// let page = "2.3 Handel\n\nWat mag het kosten?\n\n| (x € 1.000) | Rekening 2017 | Begroting 2018 |\n\
///     |---|---|---|\n| Lasten | 930 | 663 |\n| Baten | -543 | -468 |\n| Saldo | 387 | 195 |\n";
/// let budget = beleid::Reader::new().read_as(page, beleid::Layout::Markdown).budget;
/// let tables = budget.money_tables();
/// assert_eq!(tables[0].lines, 3);
/// assert_eq!((tables[0].sums[0].held, tables[0].sums[0].failed), (2, 0));
/// ```
#[doc(alias = "rekenkundige controle")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct MoneyTable {
    /// The place of the table; that of its field if its lines were built by hand.
    pub place: Place,
    /// How many cost lines it has.
    pub lines: usize,
    /// Its sign convention; `None` if nothing of it is known.
    pub signs: Option<Signs>,
    /// The signs of its movements in the reserves; `None` if it has none, or nothing of them is known.
    pub reserves: Option<Signs>,
    /// Its sums, one for each kind that comes out somewhere in it.
    pub sums: Vec<Sums>,
}

/// The sums of one kind in a table (Dutch: *tellingen*).
///
/// ```
/// use beleid::{Budget, SumKind};
///
/// // A budget without tables of money has no sums.
/// assert!(Budget::default().money_tables().is_empty());
/// assert_eq!(SumKind::ALL.len(), 4);
/// ```
#[doc(alias = "tellingen")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Sums {
    /// What makes what.
    pub kind: SumKind,
    /// How many come out, within the rounding of the printed digits. A sum of which all parts but one
    /// are zero is not counted.
    pub held: u32,
    /// How many don't. Those that are meant, since others of their kind come out, are reported by
    /// [`validate`](Budget::validate).
    pub failed: u32,
}

impl Budget {
    /// The tables of money in document order, each with its sign convention and its sums.
    ///
    /// ```
    /// let budget = beleid::read("2.3 Handel\n").budget;
    /// assert!(budget.money_tables().is_empty());
    /// ```
    #[doc(alias = "rekenkundige controle")]
    pub fn money_tables(&self) -> Vec<MoneyTable> {
        let mut tables = Vec::new();
        for (place, field) in self.places() {
            for sheet in checked_sums(&field.costs) {
                let lines = || sheet.lines.iter().filter_map(|line| field.costs.get(*line));
                let table =
                    lines().find_map(|line| line.figures.iter().find_map(|of| of.cell.as_ref()));
                let table = table.and_then(|cell| usize::try_from(cell.table?.get() - 1).ok());
                let is_of_reserves = |line: &&CostLine| line.reserves == Some(Reserves::Only);
                let mut sums: Vec<Sums> = Vec::new();
                for kind in SumKind::ALL {
                    let of_kind = || sheet.checked.iter().filter(|of| kind_of(of.promise) == *kind);
                    let held = of_kind().map(|of| of.evidence.held).sum();
                    let failed = of_kind().map(|of| of.evidence.mistakes()).sum();
                    if held > 0 {
                        sums.push(Sums { kind: *kind, held, failed });
                    }
                }
                tables.push(MoneyTable {
                    place: match table {
                        Some(table) => place.clone().at(Part::Table(table)),
                        None => place.clone(),
                    },
                    lines: sheet.lines.len(),
                    // A table of movements in the reserves alone has these for its flows.
                    signs: lines()
                        .find(|line| !is_of_reserves(line))
                        .or_else(|| lines().next())
                        .and_then(|line| line.signs),
                    reserves: lines().find(is_of_reserves).and_then(|line| line.signs),
                    sums,
                });
            }
        }
        tables
    }
}

fn kind_of(promise: Promise) -> SumKind {
    match promise {
        Promise::Balance | Promise::Letter => SumKind::Balance,
        Promise::Bridge | Promise::Carried => SumKind::Result,
        Promise::Total => SumKind::Total,
        Promise::Difference => SumKind::Difference,
    }
}

//! How the lists are stored: plain data without allocation, as the tables hold it.

use super::names::{List, Part, Tier};

/// An entry of an official list (Dutch: *code met omschrijving*).
///
/// ```
/// use beleid::codes::{Definitions, List, Tier};
///
/// let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
/// let entry = definitions.find(List::TaskFields, "0.10").unwrap();
/// assert_eq!((entry.code, entry.name), ("0.10", "Mutaties reserves"));
/// assert_eq!((entry.parent, entry.is_group), (Some("0."), false));
/// ```
#[doc(alias = "omschrijving")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Entry {
    /// Its code as the list has it: `0.1` and `0.10` are two codes, and that of a group of task
    /// fields ends in a point (`0.`).
    pub code: &'static str,
    /// Its description, in Dutch, without white space around it. Where the definition file has none
    /// (groups of categories up to 2019) it is the code.
    pub name: &'static str,
    /// The code of the group that it is in; `None` for an outermost one.
    pub parent: Option<&'static str>,
    /// Whether it is a group of others, in which nothing is booked.
    pub is_group: bool,
}

/// The definition of one check of a delivery (Dutch: *controle*): for which periods it holds, and
/// which codes it concerns.
///
/// [`text`](Self::text) says what each compares. None of the files has the tolerances.
///
/// ```
/// use beleid::codes::{Definitions, Tier};
///
/// let checks = Definitions::of(Tier::Municipality, 2026).unwrap().checks();
/// assert_eq!(checks.len(), 9);
/// assert_eq!((checks[4].number, checks[4].fault), (5, Some("PF005")));
/// assert_eq!(checks[4].calculations[0].excluded_task_fields, ["0.5"]);
/// ```
#[doc(alias = "controle")]
#[doc(alias = "plausibiliteitscontrole")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Check {
    /// Its number, from 1.
    pub number: u8,
    /// The code of the fault that it reports, `PF001` and so on; `None` up to 2019.
    pub fault: Option<&'static str>,
    /// What is computed, by period. Empty up to 2019, where the files describe it as a formula.
    pub calculations: &'static [Calculation],
}

/// What a check computes in some periods (Dutch: *calculatie*).
///
/// ```
/// use beleid::codes::{Definitions, Tier};
///
/// let checks = Definitions::of(Tier::Municipality, 2026).unwrap().checks();
/// let [in_the_year, over_the_year] = checks[2].calculations else { panic!() };
/// assert_eq!((in_the_year.periods, over_the_year.periods), (&[1, 2, 3, 4][..], &[5][..]));
/// assert!(over_the_year.balance_codes.contains(&"P12"));
/// ```
#[doc(alias = "calculatie")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Calculation {
    /// The periods of a delivery that it is made for: 0 is the budget, 1 to 4 are the quarters, and
    /// 5 are the accounts of the year.
    pub periods: &'static [u8],
    /// The balance codes that it adds up; empty if the definition names none.
    pub balance_codes: &'static [&'static str],
    /// The task fields that it leaves out; empty if the definition names none.
    pub excluded_task_fields: &'static [&'static str],
}

/// A policy indicator that municipalities must publish in their budgets and accounts (Dutch:
/// *verplichte beleidsindicator*).
///
/// ```
/// use beleid::codes::mandatory_indicators;
///
/// let halt = mandatory_indicators().find("Verwijzingen Halt").unwrap();
/// assert_eq!((halt.number, halt.main_task_field, halt.source), (6, "1", "Bureau Halt"));
/// ```
#[doc(alias = "verplichte beleidsindicator")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct MandatoryIndicator {
    /// Its number in the list, 1 to 39.
    pub number: u8,
    /// Whether the number is printed in a source; else it follows from the order of the list alone.
    pub is_number_printed: bool,
    /// The digit of the main task field that it belongs to: `0` to `8`.
    pub main_task_field: &'static str,
    /// Its name, in Dutch.
    pub name: &'static str,
    /// Its unit, in Dutch; where that changed, both.
    pub unit: &'static str,
    /// Who measures it, in Dutch.
    pub source: &'static str,
    /// Whether it was dropped from the list in some year after 2017.
    pub is_dropped: bool,
    /// The first year for which it surely isn't in the list any more; `None` if it wasn't dropped, or if
    /// no year is known. Staatscourant 2018, 73660 dropped 7, 12 and 13 from 1 February 2018 on, when
    /// the budgets for 2018 had been published.
    pub gone_in: Option<u16>,
}

/// The definitions of a tier and a year.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Data {
    pub(super) tier: Tier,
    pub(super) year: u16,
    /// By [`List`], in the order of its variants. Empty where the year has no such list.
    pub(super) lists: [&'static [Entry]; List::ALL.len()],
    /// By [`Part`], in the order of its variants.
    pub(super) forbidden: [&'static Forbidden; Part::ALL.len()],
    pub(super) checks: &'static [Check],
}

/// The forbidden cells of a part.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Forbidden {
    /// The categories that some cell is forbidden in. At most 64.
    pub(super) categories: &'static [&'static str],
    /// For each entry of the list of rows, a bit for each category, from the lowest.
    pub(super) rows: &'static [u64],
}

/// An entry in which something is booked. Without a parent, that is empty.
pub(super) const fn leaf(parent: &'static str, code: &'static str, name: &'static str) -> Entry {
    Entry { code, name, parent: some(parent), is_group: false }
}

/// A group of entries. Without a parent, that is empty.
pub(super) const fn group(parent: &'static str, code: &'static str, name: &'static str) -> Entry {
    Entry { code, name, parent: some(parent), is_group: true }
}

/// A check, by its number, its fault and its calculations. Without a fault, that is empty.
pub(super) const fn check(
    number: u8,
    fault: &'static str,
    calculations: &'static [Calculation],
) -> Check {
    Check { number, fault: some(fault), calculations }
}

/// What a check computes: its periods, balance codes and excluded task fields.
pub(super) const fn calculation(
    periods: &'static [u8],
    balance_codes: &'static [&'static str],
    excluded_task_fields: &'static [&'static str],
) -> Calculation {
    Calculation { periods, balance_codes, excluded_task_fields }
}

const fn some(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

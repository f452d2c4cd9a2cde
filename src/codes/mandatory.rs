//! [`mandatory_indicators`]: the policy indicators that every municipality must publish.

use super::data::MandatoryIndicator;
use super::matching::{Names, Wanted};
use super::tables::MANDATORY;

impl MandatoryIndicator {
    /// Whether it must be published for a year: `None` if it was dropped, and it isn't known whether by
    /// that year. The list begins with 2017; for years before it is `Some(false)`.
    ///
    /// ```
    /// use beleid::codes::mandatory_indicators;
    ///
    /// let core = mandatory_indicators().find("Harde kern jongeren").unwrap();
    /// assert_eq!(core.is_mandatory_in(2017), Some(true));
    /// assert_eq!(core.is_mandatory_in(2018), None, "it was dropped in the course of that year");
    /// assert_eq!(core.is_mandatory_in(2019), Some(false));
    /// assert_eq!(mandatory_indicators().find("Banen").unwrap().is_mandatory_in(2024), Some(true));
    /// ```
    pub fn is_mandatory_in(&self, year: u16) -> Option<bool> {
        /// The first budgets with the list were those for 2017.
        const FIRST: u16 = 2017;
        match self.gone_in {
            _ if year < FIRST => Some(false),
            Some(gone) if year >= gone => Some(false),
            _ if !self.is_dropped || year == FIRST => Some(true),
            _ => None,
        }
    }

    /// Whether its unit is money: a table of amounts may then have it.
    pub(crate) fn is_in_money(&self) -> bool {
        self.unit.contains("euro") || self.unit.starts_with("Kosten per")
    }

    /// Its name without the words in parentheses: *Vestigingen* for *Vestigingen (van bedrijven)*.
    fn bare_name(&self) -> &'static str {
        self.name.split_once(" (").map_or(self.name, |(bare, _)| bare)
    }
}

/// The policy indicators that every municipality must publish (Dutch: *verplichte
/// beleidsindicatoren*), with how to find one by its name.
///
/// ```
/// use beleid::codes::mandatory_indicators;
///
/// assert_eq!(mandatory_indicators().iter().count(), 39);
/// ```
#[doc(alias = "verplichte beleidsindicatoren")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MandatoryIndicators {
    all: &'static [MandatoryIndicator],
}

/// The 39 policy indicators that every municipality must publish from 2017 on, by the decree *Besluit
/// begroting en verantwoording* (BBV). They were put together from pages of municipalities.
///
/// ```
/// use beleid::codes::mandatory_indicators;
///
/// let of_safety = mandatory_indicators().iter().filter(|each| each.main_task_field == "1");
/// assert_eq!(of_safety.count(), 6);
/// ```
#[doc(alias = "bbv")]
pub fn mandatory_indicators() -> MandatoryIndicators {
    MandatoryIndicators { all: MANDATORY }
}

impl MandatoryIndicators {
    /// All of them, by number.
    ///
    /// ```
    /// let first = beleid::codes::mandatory_indicators().iter().next().unwrap();
    /// assert_eq!((first.number, first.name), (1, "Formatie"));
    /// ```
    pub fn iter(self) -> impl Iterator<Item = MandatoryIndicator> {
        self.all.iter().copied()
    }

    /// The one that has a name, with or without the words in parentheses; its number in the list may
    /// stand before it, or in parentheses after it. Case, accents, spaces and punctuation don't count; else
    /// it must be the same. `None` if none has it.
    ///
    /// ```
    /// use beleid::codes::mandatory_indicators;
    ///
    /// let number = |name| mandatory_indicators().find(name).map(|each| each.number);
    /// assert_eq!(number("Cliënten met een maatwerkarrangement WMO"), Some(32));
    /// assert_eq!(number("Vestigingen"), Some(16));
    /// assert_eq!(number("Demografische druk (37)"), Some(37));
    /// assert_eq!(number("Aantal vestigingen"), None);
    /// ```
    pub fn find(self, name: &str) -> Option<MandatoryIndicator> {
        let (name, number) = without_number(name);
        let wanted = Wanted::new(name);
        let is_named = |each: &&MandatoryIndicator| {
            (wanted.is(each.name) || wanted.is(each.bare_name()))
                && number.is_none_or(|number| number == each.number)
        };
        self.all.iter().find(is_named).copied()
    }

    /// Those that a name may mean, the likeliest first: with a misprint, another ending, or more or
    /// fewer words. They are suggestions. Empty if there is none.
    ///
    /// ```
    /// use beleid::codes::mandatory_indicators;
    ///
    /// let near = mandatory_indicators().near("Lopende reintegratie-voorziening");
    /// assert_eq!(near[0].number, 28);
    /// ```
    pub fn near(self, name: &str) -> Vec<MandatoryIndicator> {
        let mut near = self.names().ranked(name);
        near.sort_by_key(|(distance, _)| *distance);
        near.into_iter().map(|(_, each)| each).collect()
    }

    /// Their names, to hold many texts against.
    pub(crate) fn names(self) -> MandatoryNames {
        let names = |bare: fn(&MandatoryIndicator) -> &'static str| {
            Names::new(self.all.iter().map(|each| (bare(each), *each)))
        };
        MandatoryNames { full: names(|each| each.name), bare: names(MandatoryIndicator::bare_name) }
    }
}

/// The names of the mandatory indicators, with and without the words in parentheses.
pub(crate) struct MandatoryNames {
    full: Names<MandatoryIndicator>,
    bare: Names<MandatoryIndicator>,
}

impl MandatoryNames {
    /// Those that a name may mean, each with its distance, by number.
    pub(crate) fn ranked(&self, name: &str) -> Vec<(usize, MandatoryIndicator)> {
        let name = without_number(name).0;
        let mut near = self.full.near(name);
        near.extend(self.bare.near(name));
        near.sort_by_key(|(distance, each)| (each.number, *distance));
        near.dedup_by_key(|(_, each)| each.number);
        near
    }
}

/// A name without the number before it or in parentheses after it, and that number.
fn without_number(name: &str) -> (&str, Option<u8>) {
    let name = name.trim();
    let in_parentheses = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some((bare, number)) = in_parentheses
        && let Ok(number) = number.trim().parse()
    {
        return (bare.trim_end(), Some(number));
    }
    let front = name.split_once(char::is_whitespace);
    let number = front.and_then(|(number, _)| number.trim_end_matches(['.', ')']).parse().ok());
    match (front, number) {
        (Some((_, bare)), Some(number)) => (bare.trim_start(), Some(number)),
        _ => (name, None),
    }
}

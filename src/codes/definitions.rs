//! [`Definitions`]: the lists, forbidden cells and checks of a tier and a year.

use super::data::{Check, Data, Entry};
use super::matching;
use super::names::{List, Part, Tier};
use super::tables::DEFINITIONS;
use crate::language::Language;

/// The official lists, forbidden cells and checks of a tier of government and a book year (Dutch:
/// *Iv3-definities*).
///
/// It is a reference to tables of the program: made, copied and dropped for nothing.
///
/// ```
/// use beleid::codes::{Definitions, List, Tier};
///
/// let definitions = Definitions::of(Tier::Municipality, 2022).unwrap();
/// let wijkteams = definitions.find(List::TaskFields, "wijkteams").unwrap();
/// assert_eq!(wijkteams.code, "6.2");
/// assert_eq!(Definitions::of(Tier::Municipality, 2016), None, "not at hand");
/// ```
#[doc(alias = "iv3")]
#[doc(alias = "definitiebestand")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definitions {
    data: &'static Data,
}

impl Definitions {
    /// The definitions for a tier and a book year. `None` if they aren't at hand: the
    /// [module](crate::codes) says which are.
    ///
    /// ```
    /// use beleid::codes::{Definitions, Tier};
    ///
    /// let definitions = Definitions::of(Tier::JointBody, 2026).unwrap();
    /// assert_eq!((definitions.tier(), definitions.year()), (Tier::JointBody, 2026));
    /// assert_eq!(Definitions::of(Tier::JointBody, 2025), None);
    /// ```
    pub fn of(tier: Tier, year: u16) -> Option<Self> {
        Self::all().find(|definitions| (definitions.tier(), definitions.year()) == (tier, year))
    }

    /// All definitions that are at hand, by tier and year.
    ///
    /// ```
    /// use beleid::codes::{Definitions, Tier};
    ///
    /// let all = Definitions::all().filter(|each| each.tier() == Tier::Municipality);
    /// let years: Vec<u16> = all.map(|each| each.year()).collect();
    /// assert_eq!(years, (2017..=2026).collect::<Vec<_>>());
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        DEFINITIONS.iter().map(|data| Definitions { data })
    }

    /// The tier that they are for.
    ///
    /// ```
    /// use beleid::codes::{Definitions, Tier};
    ///
    /// assert_eq!(Definitions::of(Tier::Province, 2026).unwrap().tier(), Tier::Province);
    /// ```
    pub fn tier(self) -> Tier {
        self.data.tier
    }

    /// The book year that they are for.
    ///
    /// ```
    /// use beleid::codes::{Definitions, Tier};
    ///
    /// assert_eq!(Definitions::of(Tier::Province, 2026).unwrap().year(), 2026);
    /// ```
    #[doc(alias = "boekjaar")]
    pub fn year(self) -> u16 {
        self.data.year
    }

    /// The entries of a list in its order, each group before what is in it. Empty if the year
    /// has no such list.
    ///
    /// ```
    /// use beleid::codes::{Definitions, List, Tier};
    ///
    /// let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
    /// let housing = definitions.entries(List::TaskFields).filter(|each| each.parent == Some("8."));
    /// let names: Vec<_> = housing.map(|each| each.name).collect();
    /// assert_eq!(
    ///     names,
    ///     ["Ruimte en leefomgeving", "Grondexploitatie (niet-bedrijventerreinen)", "Wonen en bouwen"],
    /// );
    /// ```
    pub fn entries(self, list: List) -> impl Iterator<Item = Entry> {
        self.list(list).iter().copied()
    }

    /// The entry of a list that a text names: by its code, by its description, or by both (`0.1
    /// Bestuur`). `None` if there is none, or if several have this description.
    ///
    /// A code must be as the list has it: `0.1` isn't `0.10`, and a group of task fields is `0.`. Of
    /// a description case, accents, spaces and punctuation don't count; else it must be the same, and so
    /// must signs that say something: *18+* isn't *18-*.
    ///
    /// ```
    /// use beleid::codes::{Definitions, List, Tier};
    ///
    /// let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
    /// let code = |text| definitions.find(List::TaskFields, text).map(|entry| entry.code);
    /// assert_eq!(code("0.10"), Some("0.10"));
    /// assert_eq!(code("OZB niet woningen"), Some("0.62"));
    /// assert_eq!(code("0.1 Bestuur"), Some("0.1"));
    /// assert_eq!(code("0.2 Bestuur"), None, "that is 0.1");
    /// assert_eq!(code("0"), None, "that is 0.");
    /// ```
    pub fn find(self, list: List, text: &str) -> Option<Entry> {
        matching::find(self.list(list), text)
    }

    /// The entries of a list that a text may mean, the likeliest first: with a misprint, another
    /// ending, more or fewer words, or a code that is written in another way (`0.10` for `0.1`).
    /// They are suggestions; nothing in this crate takes one for the entry. What
    /// [`find`](Self::find) finds is among them. Empty if there is none.
    ///
    /// ```
    /// use beleid::codes::{Definitions, List, Tier};
    ///
    /// let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
    /// let codes = |text| -> Vec<_> {
    ///     definitions.near(List::TaskFields, text).iter().map(|entry| entry.code).collect()
    /// };
    /// assert_eq!(codes("Openbaar basisonderwjis"), ["4.1"]);
    /// assert_eq!(codes("6.6"), ["6.60"]);
    /// assert!(codes("Vuurwerk").is_empty());
    /// ```
    pub fn near(self, list: List, text: &str) -> Vec<Entry> {
        matching::near(self.list(list), text)
    }

    /// The entries that a text may mean, each with its distance, the nearest first.
    pub(crate) fn ranked(self, list: List, text: &str) -> Vec<(usize, Entry)> {
        matching::ranked(self.list(list), text)
    }

    /// Whether a part of a delivery must have no amount for a row and a category (Dutch: *grijze
    /// cel*). Both are codes as the lists have them: a task field or a balance code, and a category
    /// of expenses or of income. `false` if one of them isn't in its list.
    ///
    /// ```
    /// use beleid::codes::{Definitions, Part, Tier};
    ///
    /// let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
    /// assert!(definitions.is_forbidden(Part::Expenses, "0.1", "3.1"));
    /// assert!(!definitions.is_forbidden(Part::Expenses, "0.1", "1.1"), "salaries");
    /// assert!(!definitions.is_forbidden(Part::Expenses, "9.9", "1.1"), "no task field");
    /// ```
    #[doc(alias = "grijze cellen")]
    pub fn is_forbidden(self, part: Part, row: &str, category: &str) -> bool {
        let Some(cells) = self.data.forbidden.get(part as usize) else { return false };
        let row = self.list(part.rows()).iter().position(|entry| entry.code == row);
        let row = row.and_then(|row| cells.rows.get(row)).copied().unwrap_or_default();
        let column = cells.categories.iter().position(|code| *code == category);
        column.is_some_and(|column| row & (1 << column) != 0)
    }

    /// All forbidden cells of a part: the code of the row and of the category, row by row.
    ///
    /// ```
    /// use beleid::codes::{Definitions, Part, Tier};
    ///
    /// let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
    /// let all: Vec<_> = definitions.forbidden(Part::Expenses).collect();
    /// assert_eq!((all.len(), all[0]), (784, ("0.1", "3.1")));
    /// ```
    pub fn forbidden(self, part: Part) -> impl Iterator<Item = (&'static str, &'static str)> {
        let cells = self.data.forbidden.get(part as usize).copied();
        let rows = self.list(part.rows()).iter().zip(cells.map_or(&[][..], |cells| cells.rows));
        let categories = cells.map_or(&[][..], |cells| cells.categories);
        rows.flat_map(move |(entry, row)| {
            let is_set = move |column: &usize| row & (1 << column) != 0;
            let columns = (0..categories.len()).filter(is_set);
            columns.filter_map(move |column| Some((entry.code, *categories.get(column)?)))
        })
    }

    /// The checks of a delivery, by number: nine from 2020 on, and one before.
    ///
    /// ```
    /// use beleid::codes::{Definitions, Tier};
    ///
    /// let numbers = |year| -> Vec<u8> {
    ///     let definitions = Definitions::of(Tier::Municipality, year).unwrap();
    ///     definitions.checks().iter().map(|check| check.number).collect()
    /// };
    /// assert_eq!(numbers(2026), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    /// assert_eq!(numbers(2019), [1]);
    /// ```
    #[doc(alias = "controles")]
    pub fn checks(self) -> &'static [Check] {
        self.data.checks
    }

    fn list(self, list: List) -> &'static [Entry] {
        self.data.lists.get(list as usize).copied().unwrap_or_default()
    }
}

impl Check {
    /// What it compares, as a clause.
    ///
    /// ```
    /// use beleid::Language;
    /// use beleid::codes::{Definitions, Tier};
    ///
    /// let checks = Definitions::of(Tier::Municipality, 2026).unwrap().checks();
    /// assert_eq!(checks[5].text(Language::English), "the expenses of all task fields are their income");
    /// assert_eq!(checks[5].text(Language::Dutch), "de lasten van alle taakvelden zijn gelijk aan de baten");
    /// ```
    pub const fn text(&self, language: Language) -> &'static str {
        let (english, dutch) = match self.number {
            1 => (
                "the balance of current transactions is that of the financial ones",
                "het saldo van de lopende transacties is dat van de financiële",
            ),
            2 => (
                "financial balance codes are changed by the categories for that alone",
                "financiële balanscodes veranderen alleen door de categorieën daarvoor",
            ),
            3 => (
                "the balance at the end is that at the beginning with its changes",
                "de eindstand van de balans is de beginstand met de mutaties",
            ),
            4 => (
                "what is charged on within the body comes to nothing",
                "wat intern wordt verrekend, komt op nul uit",
            ),
            5 => (
                "financial transactions are booked on financial balance codes",
                "financiële transacties staan op financiële balanscodes",
            ),
            6 => (
                "the expenses of all task fields are their income",
                "de lasten van alle taakvelden zijn gelijk aan de baten",
            ),
            7 => (
                "assets are liabilities at the beginning of the year",
                "aan het begin van het jaar zijn activa en passiva gelijk",
            ),
            8 => (
                "assets are liabilities at the end of the year",
                "aan het eind van het jaar zijn activa en passiva gelijk",
            ),
            9 => (
                "transfers are divided by who gets them or gives them",
                "overdrachten zijn verdeeld naar wie ze krijgt of geeft",
            ),
            _ => ("unknown", "onbekend"),
        };
        match language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }
}

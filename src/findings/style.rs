//! How the arguments of messages print in each language: counts with their noun, and what may be
//! absent with the words around it.

use std::fmt::{self, Write as _};

use crate::findings::argument::{Argument, Plain, Quote};
use crate::findings::place::Place;
use crate::language::Language;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Role};

/// How many names a message lists; one more than these tells that there are more.
pub(super) const MAX_NAMES: usize = 6;

/// A way to print arguments of a type.
pub(super) trait Style<A: ?Sized> {
    /// Writes one in a language.
    fn write(&self, argument: &A, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// An argument as it prints by a style.
pub(super) struct Styled<'a, A: ?Sized, S> {
    pub(super) argument: &'a A,
    pub(super) language: Language,
    pub(super) style: S,
}

impl<A: ?Sized, S: Style<A>> fmt::Display for Styled<'_, A, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.style.write(self.argument, self.language, f)
    }
}

/// A count with its noun: *3 cells*.
pub(super) struct Noun {
    /// For one, and for several.
    english: [&'static str; 2],
    dutch: [&'static str; 2],
}

impl Noun {
    const fn new(english: [&'static str; 2], dutch: [&'static str; 2]) -> Self {
        Noun { english, dutch }
    }
}

impl Style<usize> for Noun {
    fn write(&self, count: &usize, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, several] = match language {
            Language::English => self.english,
            Language::Dutch => self.dutch,
        };
        write!(f, "{count} {}", if *count == 1 { one } else { several })
    }
}

pub(super) const ACTIONS: Noun = Noun::new(["action", "actions"], ["actie", "acties"]);
pub(super) const COLUMN_HEADERS: Noun =
    Noun::new(["column header", "column headers"], ["kolomkop", "kolomkoppen"]);
pub(super) const CELLS: Noun = Noun::new(["cell", "cells"], ["cel", "cellen"]);
pub(super) const CELLS_ARE: Noun = Noun::new(["cell is", "cells are"], ["cel is", "cellen zijn"]);
pub(super) const COLUMNS: Noun = Noun::new(["column", "columns"], ["kolom", "kolommen"]);
pub(super) const ROWS: Noun = Noun::new(["row", "rows"], ["rij", "rijen"]);
pub(super) const GOALS: Noun = Noun::new(["goal", "goals"], ["doel", "doelen"]);
pub(super) const HEADERS: Noun = Noun::new(["header", "headers"], ["kop", "koppen"]);
pub(super) const NUMBERS: Noun =
    Noun::new(["number", "numbers"], ["getal staat", "getallen staan"]);
pub(super) const VALUES: Noun = Noun::new(["value", "values"], ["waarde", "waarden"]);

/// *a row has*, *3 rows have*.
pub(super) struct RowsHave;
pub(super) const ROWS_HAVE: RowsHave = RowsHave;

impl Style<usize> for RowsHave {
    fn write(&self, count: &usize, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (count, language) {
            (1, Language::English) => f.write_str("a row has"),
            (1, Language::Dutch) => f.write_str("een rij heeft"),
            (_, Language::English) => write!(f, "{count} rows have"),
            (_, Language::Dutch) => write!(f, "{count} rijen hebben"),
        }
    }
}

/// How many more there are than the one that is named; nothing if there are none.
pub(super) struct AndMore;
pub(super) const AND_MORE: AndMore = AndMore;

impl Style<usize> for AndMore {
    fn write(&self, count: &usize, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (count, language) {
            (0, _) => Ok(()),
            (_, Language::English) => write!(f, " and {count} more"),
            (_, Language::Dutch) => write!(f, " en nog {count}"),
        }
    }
}

/// The words before and after an argument that may be absent; nothing if it is.
pub(super) struct Between {
    english: [&'static str; 2],
    dutch: [&'static str; 2],
}

impl<A: Argument> Style<Option<A>> for Between {
    fn write(
        &self,
        argument: &Option<A>,
        language: Language,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let Some(argument) = argument else { return Ok(()) };
        let [before, after] = match language {
            Language::English => self.english,
            Language::Dutch => self.dutch,
        };
        write!(f, "{before}{}{after}", Plain { argument, language })
    }
}

pub(super) const SPACED: Between = Between { english: [" ", ""], dutch: [" ", ""] };
pub(super) const OF_PERIOD: Between = Between { english: [" of ", ""], dutch: [" van ", ""] };
pub(super) const FOR_EDITION: Between =
    Between { english: [" (the document is for ", ")"], dutch: [" (het document is voor ", ")"] };
pub(super) const FACTOR: Between =
    Between { english: [" (a factor of ", " or more)"], dutch: [" (een factor ", " of meer)"] };

/// The code of a list that is nearest to one that isn't in it.
pub(super) const NEAR: Between =
    Between { english: ["; near it is ", ""], dutch: ["; dicht daarbij is ", ""] };

/// A role, or that there is none.
pub(super) struct RoleOrNone;
pub(super) const ROLE: RoleOrNone = RoleOrNone;

impl Style<Option<Role>> for RoleOrNone {
    fn write(
        &self,
        role: &Option<Role>,
        language: Language,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        f.write_str(match (role, language) {
            (Some(role), language) => role.text(language),
            (None, Language::English) => "no role",
            (None, Language::Dutch) => "geen soort",
        })
    }
}

/// Which direction is stated to be better.
pub(super) struct StatedBetter;
pub(super) const STATED_BETTER: StatedBetter = StatedBetter;

impl Style<Direction> for StatedBetter {
    fn write(
        &self,
        direction: &Direction,
        language: Language,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let (english, dutch) = match direction {
            Direction::Higher => ("higher is stated to be better", "er staat dat hoger beter is"),
            Direction::Lower => ("lower is stated to be better", "er staat dat lager beter is"),
            Direction::Within => (
                "the result is stated to stay within its target",
                "er staat dat het resultaat erbinnen blijft",
            ),
        };
        f.write_str(match language {
            Language::English => english,
            Language::Dutch => dutch,
        })
    }
}

/// A place as its JSON Pointer.
pub(super) struct AsPointer;
pub(super) const POINTER: AsPointer = AsPointer;

impl Style<Place> for AsPointer {
    fn write(&self, place: &Place, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&place.pointer())
    }
}

/// Periods with the word for *and* before the last.
pub(super) struct AllPeriods;
pub(super) const PERIODS: AllPeriods = AllPeriods;

impl Style<Vec<Period>> for AllPeriods {
    fn write(
        &self,
        periods: &Vec<Period>,
        language: Language,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let and = match language {
            Language::English => " and ",
            Language::Dutch => " en ",
        };
        for (index, period) in periods.iter().enumerate() {
            let before = match index {
                0 => "",
                _ if index + 1 == periods.len() => and,
                _ => ", ",
            };
            write!(f, "{before}{period}")?;
        }
        Ok(())
    }
}

/// The first few names, without quotes.
pub(super) struct Names;
pub(super) const NAMES: Names = Names;

impl Style<Vec<Quote>> for Names {
    fn write(&self, names: &Vec<Quote>, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in names.iter().take(MAX_NAMES).enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            for c in name.chars() {
                match c {
                    // A name isn't in quotes, so it may hold some.
                    '"' | '\'' => f.write_char(c)?,
                    c => write!(f, "{}", c.escape_debug())?,
                }
            }
        }
        if names.len() > MAX_NAMES { f.write_str(", …") } else { Ok(()) }
    }
}

//! The Dutch words in and around the numbers of cells.

use super::status::is_month;
use crate::leaves::unit::{Scale, Unit};
use crate::leaves::value::{Change, Comparison};

/// The words with which a title names an organisation.
pub(in crate::read) const BODIES: &[&str] = &["gemeente", "provincie", "waterschap"];

/// The meaning of a word after a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum NumberWord {
    /// What it counts.
    Unit(Unit),
    /// What it counts, in a word that multiplies as well: *Mton*.
    Scaled(Unit, Scale),
    /// It is to be multiplied by ten to this power.
    Scale(u32),
    /// How it was counted, which changes nothing of it.
    Remark,
}

/// The meaning of a word after a number, folded without spaces.
pub(in crate::read) fn measure(folded: &str) -> Option<NumberWord> {
    let unit = match folded {
        "duizend" => return Some(NumberWord::Scale(3)),
        "miljoen" | "mln" | "mio" => return Some(NumberWord::Scale(6)),
        "miljard" | "mld" | "mrd" => return Some(NumberWord::Scale(9)),
        // How it was counted; or what, which is counted in ones and stays with the number.
        "gemiddeld" | "gem" | "totaal" | "intotaal" | "cumulatief" | "afgerond" | "stuks"
        | "st" | "personen" | "mensen" | "inwoners" | "leerlingen" | "kinderen" | "jongeren"
        | "bezoekers" | "woningen" | "gezinnen" | "huishoudens" | "bedrijven" | "banen"
        | "projecten" | "meldingen" | "klachten" | "bezoeken" | "scholen" | "gemeenten"
        | "vrijwilligers" | "deelnemers" | "plaatsen" | "trajecten" | "aanvragen" => {
            return Some(NumberWord::Remark);
        }
        "procent" | "pct" => Unit::PERCENT,
        "procentpunt" | "procentpunten" | "percentagepunt" | "percentagepunten" | "pp" => {
            Unit::PERCENTAGE_POINT
        }
        "promille" => Unit::PER_MILLE,
        "euro" | "eur" => Unit::EURO,
        "fte" | "ftes" => Unit::FTE,
        "uur" | "uren" => Unit::HOUR,
        "minuut" | "minuten" => Unit::MINUTE,
        "seconde" | "seconden" | "sec" => Unit::SECOND,
        "dag" | "dagen" => Unit::DAY,
        "werkdag" | "werkdagen" => Unit::WORKING_DAY,
        "week" | "weken" | "wk" => Unit::WEEK,
        "maand" | "maanden" | "mnd" => Unit::MONTH,
        "jaar" | "jaren" | "jr" => Unit::YEAR,
        "kg" | "kilo" | "kilogram" => Unit::KILOGRAM,
        "ton" | "tonnen" => Unit::TONNE,
        "kton" | "kiloton" => return Some(NumberWord::Scaled(Unit::TONNE, Scale::Thousands)),
        "mton" | "megaton" => return Some(NumberWord::Scaled(Unit::TONNE, Scale::Millions)),
        "gram" => Unit::GRAM,
        "km" | "kilometer" => Unit::KILOMETRE,
        "meter" => Unit::METRE,
        "cm" | "centimeter" => Unit::CENTIMETRE,
        "mm" | "millimeter" => Unit::MILLIMETRE,
        "m2" => Unit::SQUARE_METRE,
        "km2" => Unit::SQUARE_KILOMETRE,
        "m3" => Unit::CUBIC_METRE,
        "liter" => Unit::LITRE,
        "ha" | "hectare" | "hectaren" => Unit::HECTARE,
        "mj" => Unit::MEGAJOULE,
        "gj" => Unit::GIGAJOULE,
        "tj" => Unit::TERAJOULE,
        "pj" => Unit::PETAJOULE,
        "wh" => Unit::WATT_HOUR,
        "kwh" => Unit::KILOWATT_HOUR,
        "mwh" => Unit::MEGAWATT_HOUR,
        "gwh" => Unit::GIGAWATT_HOUR,
        "twh" => Unit::TERAWATT_HOUR,
        "kw" => Unit::KILOWATT,
        "megawatt" => Unit::MEGAWATT,
        "eurocent" => Unit::EUROCENT,
        "kwartaal" | "kwartalen" => Unit::QUARTER,
        "db" => Unit::DECIBEL,
        "keer" | "maal" | "x" => Unit::TIMES,
        _ => return None,
    };
    Some(NumberWord::Unit(unit))
}

/// Whether a word after a number says what it counts, or in how many.
pub(in crate::read) fn is_measure(folded: &str) -> bool {
    matches!(
        measure(folded),
        Some(NumberWord::Unit(_) | NumberWord::Scaled(..) | NumberWord::Scale(_))
    )
}

/// Words that lead to where the figure stands.
pub(in crate::read) const POINTERS: &[&str] = &["zie ", "opgenomen in ", "is opgenomen in "];

/// The words before the year in which a number was measured.
pub(in crate::read) fn is_measurement(word: &str) -> bool {
    matches!(word, "meting" | "gemeten" | "peiljaar" | "stand" | "in")
}

/// The words that change the meaning of the number next to them.
pub(in crate::read) fn changes_number(word: &str) -> bool {
    is_measure(word)
        || matches!(
            word,
            "miljoenen"
                | "duizenden"
                | "extra"
                | "erbij"
                | "punt"
                | "punten"
                | "elk"
                | "ieder"
                | "landelijk"
                | "nederland"
                | "provincie"
                | "nulmeting"
                | "negatief"
                | "min"
                | "minus"
                | "plus"
                | "meer"
                | "minder"
                | "hoger"
                | "lager"
                | "of"
                | "tot"
                | "minimaal"
                | "maximaal"
                | "max"
                | "boven"
                | "onder"
        )
}

/// Words between or after numbers that say how they hang together, or when: none names what a
/// number is of.
pub(in crate::read) fn links(word: &str) -> bool {
    is_month(word)
        || matches!(
            word,
            "en" | "de"
                | "het"
                | "een"
                | "op"
                | "van"
                | "x"
                | "keer"
                | "gemiddeld"
                | "in"
                | "naar"
                | "uit"
                | "bij"
                | "voor"
                | "na"
                | "vanaf"
                | "sinds"
                | "binnen"
                | "ipv"
                | "vd"
                | "incl"
                | "inclusief"
                | "excl"
                | "exclusief"
                | "waarvan"
                | "waaronder"
                | "tegen"
                | "met"
                | "te"
                | "per"
                | "door"
                | "aan"
                | "om"
                | "als"
                | "dan"
                | "geen"
                | "gereed"
                | "gestart"
                | "afgerond"
                | "vastgesteld"
                | "gerealiseerd"
                | "begroot"
                | "begroting"
                | "daling"
                | "gedaald"
                | "stijging"
                | "gestegen"
                | "opgeleverd"
                | "operationeel"
                | "jaarlijks"
                | "doel"
                | "norm"
                | "streefwaarde"
                | "behaald"
                | "gehaald"
                | "realisatie"
                | "prognose"
                | "raming"
                | "verwacht"
                | "daarna"
        )
}

/// What things are counted by, in English: so many *per inwoner*, *per 1.000 leerlingen*.
pub(in crate::read) fn counted_by(folded: &str) -> Option<&'static str> {
    Some(match folded {
        "jaar" => "year",
        "kwartaal" => "quarter",
        "maand" => "month",
        "week" => "week",
        "dag" => "day",
        "uur" => "hour",
        "inwoner" | "inwoners" | "inw" => "inhabitant",
        "huishouden" | "huishoudens" | "hh" => "household",
        "persoon" | "personen" => "person",
        "leerling" | "leerlingen" => "pupil",
        "student" | "studenten" => "student",
        "jongere" | "jongeren" => "young person",
        "kind" | "kinderen" => "child",
        "woning" | "woningen" => "dwelling",
        "bewoner" | "bewoners" => "resident",
        "medewerker" | "medewerkers" => "employee",
        "client" | "clienten" => "client",
        "bezoeker" | "bezoekers" => "visitor",
        "bezoek" | "bezoeken" => "visit",
        "bedrijf" | "bedrijven" => "business",
        "vestiging" | "vestigingen" => "establishment",
        "aansluiting" | "aansluitingen" => "connection",
        "gemeente" | "gemeenten" => "municipality",
        "wijk" | "wijken" => "neighbourhood",
        "school" | "scholen" => "school",
        "baan" | "banen" => "job",
        "m2" => "square metre",
        "m3" => "cubic metre",
        "km" => "kilometre",
        "ha" | "hectare" => "hectare",
        "ton" => "tonne",
        "fte" => "fte",
        _ => return None,
    })
}

/// The words for a change without a size.
pub(in crate::read) fn change(folded: &str) -> Option<Change> {
    Some(match folded {
        "toename" | "stijging" | "stijgend" | "stijgt" | "toenemend" | "hoger" | "meer"
        | "groei" => Change::Increase,
        "afname" | "daling" | "dalend" | "daalt" | "afnemend" | "lager" | "minder" => {
            Change::Decrease
        }
        "gelijk" | "stabiel" | "constant" | "gelijkblijvend" => Change::Unchanged,
        _ => return None,
    })
}

/// The words for yes and no.
pub(in crate::read) fn flag(folded: &str) -> Option<bool> {
    match folded {
        "ja" | "waar" => Some(true),
        "nee" | "neen" | "onwaar" => Some(false),
        _ => None,
    }
}

/// The words and signs before a number that is not exact.
pub(in crate::read) const ABOUT: &[&str] = &[
    "circa ",
    "ca. ",
    "ca ",
    "ongeveer ",
    "ong. ",
    "rond de ",
    "rond ",
    "plm. ",
    "plusminus ",
    "ruim ",
    "bijna ",
    "naar schatting ",
    "±",
    "+/-",
    "~",
    "≈",
];

/// Signs and words before a number, longest first where one begins with another.
pub(in crate::read) const COMPARATORS: &[(&str, Comparison)] = &[
    (">=", Comparison::AtLeast),
    ("> =", Comparison::AtLeast),
    ("=>", Comparison::AtLeast),
    ("≥", Comparison::AtLeast),
    ("⩾", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("< =", Comparison::AtMost),
    ("=<", Comparison::AtMost),
    ("≤", Comparison::AtMost),
    ("⩽", Comparison::AtMost),
    (">", Comparison::MoreThan),
    ("<", Comparison::LessThan),
    ("niet meer dan ", Comparison::AtMost),
    ("niet hoger dan ", Comparison::AtMost),
    ("niet minder dan ", Comparison::AtLeast),
    ("niet lager dan ", Comparison::AtLeast),
    ("meer dan ", Comparison::MoreThan),
    ("hoger dan ", Comparison::MoreThan),
    ("groter dan ", Comparison::MoreThan),
    ("langer dan ", Comparison::MoreThan),
    ("boven ", Comparison::MoreThan),
    ("minder dan ", Comparison::LessThan),
    ("lager dan ", Comparison::LessThan),
    ("kleiner dan ", Comparison::LessThan),
    ("korter dan ", Comparison::LessThan),
    ("onder ", Comparison::LessThan),
    ("beneden ", Comparison::LessThan),
    ("minimaal ", Comparison::AtLeast),
    ("minstens ", Comparison::AtLeast),
    ("ten minste ", Comparison::AtLeast),
    ("tenminste ", Comparison::AtLeast),
    ("op zijn minst ", Comparison::AtLeast),
    ("minimum ", Comparison::AtLeast),
    ("min. ", Comparison::AtLeast),
    ("min ", Comparison::AtLeast),
    ("vanaf ", Comparison::AtLeast),
    ("maximaal ", Comparison::AtMost),
    ("maximum ", Comparison::AtMost),
    ("hoogstens ", Comparison::AtMost),
    ("ten hoogste ", Comparison::AtMost),
    ("hooguit ", Comparison::AtMost),
    ("max. ", Comparison::AtMost),
    ("max ", Comparison::AtMost),
    ("tot en met ", Comparison::AtMost),
    ("t/m ", Comparison::AtMost),
    ("tot maximaal ", Comparison::AtMost),
    ("tot ", Comparison::AtMost),
];

/// What is in doubt about a comparator.
pub(in crate::read) fn ambiguity_of(word: &str) -> Option<&'static str> {
    match word {
        "tot " => Some("\"tot\" was read as \"at most\", and may leave out the number itself"),
        "min " => Some("\"min\" was read as \"at least\", and may be a minus"),
        _ => None,
    }
}

/// Whether a comparator before a year says since or until when.
pub(in crate::read) fn is_of_time(word: &str) -> bool {
    matches!(word, "tot " | "tot en met " | "t/m " | "vanaf ")
}

/// Words after a number that compare with it.
pub(in crate::read) const COMPARATORS_AFTER: &[(&str, Comparison)] = &[
    (" of meer", Comparison::AtLeast),
    (" of hoger", Comparison::AtLeast),
    (" en hoger", Comparison::AtLeast),
    (" en meer", Comparison::AtLeast),
    (" minimaal", Comparison::AtLeast),
    (" (minimaal)", Comparison::AtLeast),
    (" of minder", Comparison::AtMost),
    (" of lager", Comparison::AtMost),
    (" en lager", Comparison::AtMost),
    (" en minder", Comparison::AtMost),
    (" of langer", Comparison::AtLeast),
    (" of korter", Comparison::AtMost),
    (" max.", Comparison::AtMost),
    (" max", Comparison::AtMost),
    (" maximaal", Comparison::AtMost),
    (" (maximaal)", Comparison::AtMost),
];

/// What can comes after a comparator in place of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Relation {
    Baseline,
    Previous,
    YearBefore,
    /// The result of another organisation, by the words that stand there.
    Benchmark,
}

/// The words for what a value is compared with, folded without spaces.
pub(in crate::read) fn relation(folded: &str) -> Option<Relation> {
    match folded {
        "nulmeting" | "0meting" | "denulmeting" | "0waarde" => Some(Relation::Baseline),
        "vorigemeting" | "devorigemeting" | "voorgaandemeting" => Some(Relation::Previous),
        "vorigjaar" | "voorgaandjaar" | "hetvorigejaar" => Some(Relation::YearBefore),
        "landelijk"
        | "landelijkgemiddelde"
        | "hetlandelijkgemiddelde"
        | "landelijkgemiddeld"
        | "nederland"
        | "gemiddeldenederland"
        | "provinciaalgemiddelde"
        | "hetprovinciaalgemiddelde"
        | "benchmark"
        | "debenchmark"
        | "referentiegroep"
        | "referentiegemeenten"
        | "g4"
        | "g40" => Some(Relation::Benchmark),
        _ => None,
    }
}

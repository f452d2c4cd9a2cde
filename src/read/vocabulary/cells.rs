//! The Dutch words in and around the numbers of cells.

use crate::{Change, Comparison, Status, Unit};

/// The words that a title names a body with.
pub(in crate::read) const BODIES: &[&str] = &["gemeente", "provincie", "waterschap"];

/// What a word behind a number says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum Measure {
    /// What it counts.
    Unit(Unit),
    /// It is to be multiplied by ten to this power.
    Scale(u32),
    /// How it was counted, which changes nothing of it.
    Remark,
}

/// What a word behind a number says of it, folded without spaces.
pub(in crate::read) fn measure(folded: &str) -> Option<Measure> {
    let unit = match folded {
        "duizend" => return Some(Measure::Scale(3)),
        "miljoen" | "mln" | "mio" => return Some(Measure::Scale(6)),
        "miljard" | "mld" | "mrd" => return Some(Measure::Scale(9)),
        // How it was counted; or what, which is counted in ones and stays with the number.
        "gemiddeld" | "gem" | "totaal" | "intotaal" | "cumulatief" | "afgerond" | "stuks"
        | "st" | "personen" | "mensen" | "inwoners" | "leerlingen" | "kinderen" | "jongeren"
        | "bezoekers" | "woningen" | "gezinnen" | "huishoudens" | "bedrijven" | "banen"
        | "projecten" | "meldingen" | "klachten" | "bezoeken" | "scholen" | "gemeenten"
        | "vrijwilligers" | "deelnemers" | "plaatsen" | "trajecten" | "aanvragen" => {
            return Some(Measure::Remark);
        }
        "procent" | "pct" => Unit::PERCENT,
        "procentpunt" | "procentpunten" | "percentagepunt" | "percentagepunten" | "pp" => {
            Unit::PERCENTAGE_POINT
        }
        "promille" => Unit::PER_MILLE,
        "euro" => Unit::EURO,
        "fte" | "ftes" => Unit::FTE,
        "uur" | "uren" => Unit::HOUR,
        "minuut" | "minuten" => Unit::MINUTE,
        "seconde" | "seconden" | "sec" => Unit::SECOND,
        "dag" | "dagen" => Unit::DAY,
        "werkdag" | "werkdagen" => Unit::WORKING_DAY,
        "week" | "weken" => Unit::WEEK,
        "maand" | "maanden" => Unit::MONTH,
        "jaar" | "jaren" => Unit::YEAR,
        "kg" | "kilo" | "kilogram" => Unit::KILOGRAM,
        "ton" | "tonnen" => Unit::TONNE,
        "km" | "kilometer" => Unit::KILOMETRE,
        "meter" => Unit::METRE,
        "m2" => Unit::SQUARE_METRE,
        "m3" => Unit::CUBIC_METRE,
        "ha" | "hectare" => Unit::HECTARE,
        "kwh" => Unit::KILOWATT_HOUR,
        "mwh" => Unit::MEGAWATT_HOUR,
        "tj" => Unit::TERAJOULE,
        "db" => Unit::DECIBEL,
        "keer" | "maal" | "x" => Unit::TIMES,
        _ => return None,
    };
    Some(Measure::Unit(unit))
}

/// Whether a word behind a number says what it counts, or in how many.
pub(in crate::read) fn is_measure(folded: &str) -> bool {
    matches!(measure(folded), Some(Measure::Unit(_) | Measure::Scale(_)))
}

/// Words that lead to where the figure stands.
pub(in crate::read) const POINTERS: &[&str] =
    &["zie ", "conform ", "opgenomen in ", "is opgenomen in "];

/// The words in front of the year in which a number was measured.
pub(in crate::read) fn is_measurement(word: &str) -> bool {
    matches!(word, "meting" | "gemeten" | "peiljaar" | "stand" | "in")
}

/// The words that make another number of the one that they stand beside.
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

/// What words beside a number say about how it came about.
pub(in crate::read) fn status(folded: &str) -> Option<Status> {
    const MONTHS: &[&str] = &[
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "jan",
        "feb",
        "mrt",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "dec",
        "helft",
    ];
    let padded = format!(" {folded} ");
    // The day of a measurement is no part of a year, and what was expected is not what this is.
    if padded.contains(" peildatum ") || padded.contains(" dan ") {
        return None;
    }
    if padded.contains(" t m ") || padded.contains(" tot en met ") {
        return Some(Status::Partial);
    }
    folded.split(' ').find_map(|word| match word {
        word if MONTHS.contains(&word) => Some(Status::Partial),
        "schatting" | "geschat" | "raming" | "prognose" | "verwachting" | "verwacht"
        | "begroot" => Some(Status::Estimated),
        "circa" | "ca" | "ongeveer" | "afgerond" | "bijna" | "indicatief" => {
            Some(Status::Approximate)
        }
        "voorlopig" | "voorlopige" | "concept" => Some(Status::Provisional),
        "half" | "halfjaar" | "kwartaal" | "kwartalen" | "gedeeltelijk" => Some(Status::Partial),
        _ => None,
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
        "gelijk" | "stabiel" | "constant" | "gelijkblijvend" | "handhaven" | "behoud" => {
            Change::Unchanged
        }
        _ => return None,
    })
}

/// The words for yes and no.
pub(in crate::read) fn flag(folded: &str) -> Option<bool> {
    match folded {
        "ja" => Some(true),
        "nee" | "neen" => Some(false),
        _ => None,
    }
}

/// The words and signs in front of a number that is not exact.
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

/// Signs and words in front of a number, longest first where one begins with another.
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

/// Words behind a number that compare with it.
pub(in crate::read) const COMPARATORS_BEHIND: &[(&str, Comparison)] = &[
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
    (" maximaal", Comparison::AtMost),
    (" (maximaal)", Comparison::AtMost),
];

/// What can stand behind a comparator in place of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Relation {
    Baseline,
    Previous,
    YearBefore,
    /// The result of another body, by the words that stand there.
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

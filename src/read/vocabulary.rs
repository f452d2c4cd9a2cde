//! The words that Dutch documents use for titles, questions, tables, columns and values.

use crate::{Change, Comparison, EditionKind, IndicatorKind, Level, Missing, Role, Status, Unit};

/// Which part of a policy field a question opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    Situation,
    Goals,
    Actions,
    Results,
    Costs,
    /// One that the model has no list of its own for.
    Other,
}

/// The kinds of publication, by the word in front of the year of their title.
pub(super) fn edition_kind(word: &str) -> Option<EditionKind> {
    Some(match word {
        "begroting" | "programmabegroting" | "meerjarenbegroting" | "conceptbegroting"
        | "ontwerpbegroting" => EditionKind::BUDGET,
        "jaarverslag" | "jaarstukken" | "jaarrekening" | "programmarekening" => {
            EditionKind::ANNUAL_REPORT
        }
        "tussenrapportage" | "bestuursrapportage" => EditionKind::INTERIM_REPORT,
        _ => return None,
    })
}

/// The words that a title names a body with.
pub(super) const BODIES: &[&str] = &["gemeente", "provincie", "waterschap"];

/// The words in front of the code of a field.
pub(super) fn level(word: &str) -> Option<Option<Level>> {
    Some(match word {
        "programma" => Some(Level::PROGRAMME),
        "deelprogramma" => Some(Level::SUBPROGRAMME),
        "beleidsveld" => Some(Level::POLICY_FIELD),
        "taakveld" => Some(Level::TASK_FIELD),
        "hoofdstuk" | "thema" | "product" | "opgave" => None,
        _ => return None,
    })
}

/// The questions that open the parts of a field, without their year.
pub(super) fn question(folded: &str) -> Option<Question> {
    Some(match folded {
        "hoe staan we ervoor" | "analyse hoe staan we ervoor" => Question::Situation,
        "wat willen we bereiken" | "wat wilden we bereiken" | "doelen wat willen we bereiken" => {
            Question::Goals
        }
        "wat gaan we hiervoor doen"
        | "wat gaan we daarvoor doen"
        | "wat gaan we ervoor doen"
        | "wat gaan we doen"
        | "wat doen we hiervoor"
        | "wat doen we daarvoor"
        | "activiteiten wat gaan we hiervoor doen"
        | "activiteiten"
        | "wat hebben we hiervoor gedaan"
        | "wat hebben we daarvoor gedaan"
        | "wat hebben we ervoor gedaan"
        | "wat hebben we gedaan" => Question::Actions,
        "wat hebben we bereikt" | "belangrijke resultaten" => Question::Results,
        "wat mag het kosten" | "wat kost het" | "wat heeft het gekost" => Question::Costs,
        "relevante ontwikkelingen" | "welke verbonden partijen dragen bij" => Question::Other,
        _ => return None,
    })
}

/// The headings of tables of indicators, folded without spaces.
pub(super) fn table_title(folded: &str) -> Option<Option<IndicatorKind>> {
    Some(match folded {
        "prestatieindicator" | "prestatieindicatoren" => Some(IndicatorKind::PERFORMANCE),
        "effectindicator" | "effectindicatoren" => Some(IndicatorKind::EFFECT),
        "wettelijkeindicator"
        | "wettelijkeindicatoren"
        | "wettelijkeeffectindicator"
        | "wettelijkeeffectindicatoren"
        | "wettelijkebeleidsindicator"
        | "wettelijkebeleidsindicatoren" => Some(IndicatorKind::STATUTORY),
        "kengetal" | "kengetallen" => Some(IndicatorKind::KEY_FIGURE),
        "indicator" | "indicatoren" | "watzijndeindicatoren" | "zomakenweditmeetbaar" => None,
        _ => return None,
    })
}

/// What the word in a column header says that its figures are for, folded without spaces.
pub(super) fn role(folded: &str) -> Option<Role> {
    Some(match folded {
        "behaald" | "gerealiseerd" | "realisatie" | "rekening" | "jaarrekening" | "rek"
        | "real" | "werkelijk" | "werkelijke" | "waarde" | "werkelijkewaarde" | "uitkomst"
        | "resultaat" | "actuelewaarde" | "huidigewaarde" | "huidigemeting" | "meting"
        | "laatstemeting" | "realisatiecijfers" | "actueel" | "stand" => Role::Realised,
        "begroting"
        | "begroot"
        | "begrote"
        | "raming"
        | "meerjarenraming"
        | "begr"
        | "primitievebegroting"
        | "primairebegroting"
        | "begrotingprimitief"
        | "begrotingprimair"
        | "programmabegroting"
        | "meerjarenbegroting" => Role::Budgeted,
        "definitievebegroting"
        | "begrotingnawijziging"
        | "begrotingnawijzigingen"
        | "gewijzigdebegroting"
        | "bijgesteldebegroting"
        | "begrotingactueel"
        | "actuelebegroting" => Role::Amended,
        "verwacht" | "verwachting" | "prognose" | "verwachterealisatie" => Role::Expected,
        "beoogd" | "streefwaarde" | "streefwaarden" | "streefcijfer" | "streefcijfers"
        | "streven" | "doel" | "doelen" | "doelwaarde" | "doelstelling" | "ambitie" | "norm"
        | "target" | "beoogderesultaat" | "gewenst" => Role::Target,
        "nulmeting" | "0meting" | "0waarde" | "nulwaarde" | "basiswaarde" | "uitgangswaarde"
        | "startwaarde" => Role::Baseline,
        "verschil" | "afwijking" => Role::Difference,
        _ => return None,
    })
}

/// The letter in front of a year: `R2016`, `B2017`, `W2018`.
pub(super) fn abbreviation(letter: char) -> Option<Role> {
    Some(match letter {
        'R' | 'W' => Role::Realised,
        'B' => Role::Budgeted,
        'P' => Role::Expected,
        'S' | 'D' => Role::Target,
        _ => return None,
    })
}

/// The headers of the column that holds the period of each row, folded without spaces.
pub(super) fn is_period_header(folded: &str) -> bool {
    matches!(folded, "jaar" | "periode" | "meetjaar" | "peiljaar")
}

/// The headers of columns that hold no figures, folded without spaces.
pub(super) fn is_attribute(folded: &str) -> bool {
    matches!(
        folded,
        "bron"
            | "bronnen"
            | "bronfrequentie"
            | "frequentie"
            | "meetfrequentie"
            | "eenheid"
            | "meeteenheid"
            | "meetbaarresultaat"
            | "peildatum"
            | "status"
            | "beschrijving"
            | "toelichting"
            | "opmerking"
            | "opmerkingen"
            | "verplicht"
            | "nr"
            | "nummer"
            | "vn"
            | "is"
    )
}

/// The headers of the column of labels, folded without spaces.
pub(super) fn is_label_header(folded: &str) -> bool {
    matches!(
        folded,
        "indicator" | "omschrijving" | "naam" | "prestatieindicator" | "effectindicator"
    )
}

/// What a word behind a number says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Measure {
    /// What it counts.
    Unit(Unit),
    /// It is to be multiplied by ten to this power.
    Scale(u32),
    /// How it was counted, which changes nothing of it.
    Remark,
}

/// What a word behind a number says of it, folded without spaces.
pub(super) fn measure(folded: &str) -> Option<Measure> {
    let unit = match folded {
        "duizend" => return Some(Measure::Scale(3)),
        "miljoen" | "mln" | "mio" => return Some(Measure::Scale(6)),
        "miljard" | "mld" | "mrd" => return Some(Measure::Scale(9)),
        "gemiddeld" | "gem" | "totaal" | "intotaal" | "cumulatief" | "afgerond" | "stuks"
        | "st" => {
            return Some(Measure::Remark);
        }
        // Things are counted in ones: what they are stays with the number.
        "personen" | "mensen" | "inwoners" | "leerlingen" | "kinderen" | "jongeren"
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
pub(super) fn is_measure(folded: &str) -> bool {
    matches!(measure(folded), Some(Measure::Unit(_) | Measure::Scale(_)))
}

/// The words for a figure that isn't there, folded without spaces.
pub(super) fn missing(folded: &str) -> Option<Missing> {
    Some(match folded {
        "nb"
        | "nietbekend"
        | "nietbeschikbaar"
        | "onbekend"
        | "geengegevens"
        | "geendata"
        | "geencijfers"
        | "geencijfersbeschikbaar"
        | "geengegevensbeschikbaar"
        | "nietgeregistreerd"
        | "wordtnietgeregistreerd" => Missing::NotAvailable,
        "nnb" | "nntb" | "ntb" | "pm" | "pmpost" | "nognietbekend" | "nogonbekend"
        | "nogtebepalen" | "nogintevullen" | "nognietbeschikbaar" | "nogvasttestellen"
        | "nogtemeten" | "volgt" | "volgtnog" | "wordtnogbepaald" | "wordtbepaald"
        | "nadertebepalen" | "ntbp" | "komtnog" => Missing::NotYetKnown,
        "nvt" | "nietvantoepassing" => Missing::NotApplicable,
        "nietgemeten"
        | "geenmeting"
        | "wordtnietgemeten"
        | "nietmeergemeten"
        | "nognietgemeten"
        | "wordtnietmeergemeten"
        | "geenonderzoek" => Missing::NotMeasured,
        _ => return None,
    })
}

/// Words that lead to where the figure stands.
pub(super) const POINTERS: &[&str] = &["zie ", "conform ", "opgenomen in ", "is opgenomen in "];

/// The words in front of the year in which a number was measured.
pub(super) fn is_measurement(word: &str) -> bool {
    matches!(word, "meting" | "gemeten" | "peiljaar" | "stand" | "in")
}

/// The words that make another number of the one that they stand beside.
pub(super) fn changes_number(word: &str) -> bool {
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
pub(super) fn status(folded: &str) -> Option<Status> {
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
pub(super) fn change(folded: &str) -> Option<Change> {
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
pub(super) fn flag(folded: &str) -> Option<bool> {
    match folded {
        "ja" => Some(true),
        "nee" | "neen" => Some(false),
        _ => None,
    }
}

/// The words and signs in front of a number that is not exact.
pub(super) const ABOUT: &[&str] = &[
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
pub(super) const COMPARATORS: &[(&str, Comparison)] = &[
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
pub(super) const COMPARATORS_BEHIND: &[(&str, Comparison)] = &[
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
pub(super) enum Relation {
    Baseline,
    Previous,
    YearBefore,
    /// The result of another body, by the words that stand there.
    Benchmark,
}

/// The words for what a value is compared with, folded without spaces.
pub(super) fn relation(folded: &str) -> Option<Relation> {
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

#[cfg(test)]
mod tests;

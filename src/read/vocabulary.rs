//! The words that Dutch documents use for titles, questions, tables, columns and values.

use crate::{Change, Comparison, EditionKind, IndicatorKind, Level, Missing, Role, Status};

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
        "behaald" | "realisatie" | "rekening" | "werkelijk" | "werkelijke" | "uitkomst"
        | "actuelewaarde" | "huidigemeting" | "realisatiecijfers" | "actueel" => Role::Realised,
        "begroting"
        | "begroot"
        | "begrote"
        | "raming"
        | "meerjarenraming"
        | "primitievebegroting"
        | "primairebegroting" => Role::Budgeted,
        "definitievebegroting" | "begrotingnawijziging" => Role::Amended,
        "verwacht" | "prognose" => Role::Expected,
        "beoogd" | "streefwaarde" | "streefcijfer" | "streefcijfers" | "doel" | "doelstelling"
        | "ambitie" | "norm" => Role::Target,
        "nulmeting" | "0waarde" | "basiswaarde" => Role::Baseline,
        "verschil" => Role::Difference,
        _ => return None,
    })
}

/// The headers of columns that hold no figures, folded without spaces.
pub(super) fn is_attribute(folded: &str) -> bool {
    matches!(
        folded,
        "bron"
            | "bronfrequentie"
            | "frequentie"
            | "eenheid"
            | "meeteenheid"
            | "peildatum"
            | "toelichting"
            | "verplicht"
    )
}

/// The headers of the column of labels, folded without spaces.
pub(super) fn is_label_header(folded: &str) -> bool {
    matches!(
        folded,
        "indicator" | "omschrijving" | "naam" | "prestatieindicator" | "effectindicator"
    )
}

/// The words behind a number that say what it counts, or in how many.
pub(super) fn is_measure(folded: &str) -> bool {
    matches!(
        folded,
        "miljoen"
            | "mln"
            | "miljard"
            | "mld"
            | "duizend"
            | "procent"
            | "euro"
            | "fte"
            | "uur"
            | "uren"
            | "dag"
            | "dagen"
            | "weken"
            | "maanden"
            | "jaar"
            | "jaren"
            | "keer"
            | "kg"
            | "ton"
            | "km"
            | "m2"
            | "ha"
    )
}

/// The words for a figure that isn't there, folded without spaces.
pub(super) fn missing(folded: &str) -> Option<Missing> {
    Some(match folded {
        "nb" | "nietbekend" | "nietbeschikbaar" | "onbekend" => Missing::NotAvailable,
        "nnb" | "nntb" | "ntb" | "pm" | "nognietbekend" | "nogtebepalen" | "nogintevullen" => {
            Missing::NotYetKnown
        }
        "nvt" | "nietvantoepassing" => Missing::NotApplicable,
        "nietgemeten" => Missing::NotMeasured,
        _ => return None,
    })
}

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
        "toename" | "stijging" | "stijgend" => Change::Increase,
        "afname" | "daling" | "dalend" => Change::Decrease,
        "gelijk" | "stabiel" => Change::Unchanged,
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
pub(super) const ABOUT: &[&str] = &["circa ", "ca. ", "ca ", "ongeveer ", "±", "+/-", "~"];

/// Signs and words in front of a number, longest first where one begins with another.
pub(super) const COMPARATORS: &[(&str, Comparison)] = &[
    (">=", Comparison::AtLeast),
    ("=>", Comparison::AtLeast),
    ("≥", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("=<", Comparison::AtMost),
    ("≤", Comparison::AtMost),
    (">", Comparison::MoreThan),
    ("<", Comparison::LessThan),
    ("meer dan ", Comparison::MoreThan),
    ("hoger dan ", Comparison::MoreThan),
    ("minder dan ", Comparison::LessThan),
    ("lager dan ", Comparison::LessThan),
    ("minimaal ", Comparison::AtLeast),
    ("minstens ", Comparison::AtLeast),
    ("ten minste ", Comparison::AtLeast),
    ("tenminste ", Comparison::AtLeast),
    ("min. ", Comparison::AtLeast),
    ("maximaal ", Comparison::AtMost),
    ("ten hoogste ", Comparison::AtMost),
    ("hooguit ", Comparison::AtMost),
    ("max. ", Comparison::AtMost),
];

/// What can stand behind a comparator in place of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Baseline,
    Previous,
    YearBefore,
}

/// The words for what a value is compared with, folded without spaces.
pub(super) fn relation(folded: &str) -> Option<Relation> {
    match folded {
        "nulmeting" | "0meting" | "denulmeting" => Some(Relation::Baseline),
        "vorigemeting" | "devorigemeting" => Some(Relation::Previous),
        "vorigjaar" => Some(Relation::YearBefore),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

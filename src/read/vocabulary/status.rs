//! The Dutch words next to a figure, in parentheses or in a footnote: their meaning, and whether they
//! are understood.
//!
//! The words that change what a figure means can't be listed: *cijfer van vorig jaar*, *andere
//! meetmethode*, *exclusief Haren*. So it is the other way round: what says how a figure came about
//! and what changes nothing is known, and anything else is not understood.

use crate::leaves::period::Period;
use crate::leaves::role::{Status, Statuses};
use crate::read::dates;
use crate::words::fold;

/// The meaning of words next to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::read) struct WordsMeaning {
    pub(in crate::read) statuses: Statuses,
    /// The year that it is of, where they name one.
    pub(in crate::read) dated: Option<Period>,
    /// Whether all of them are understood.
    pub(in crate::read) is_understood: bool,
}

/// The meaning of words next to a figure, in its cell or its column.
pub(in crate::read) fn meaning_of_words(text: &str) -> WordsMeaning {
    let nothing = WordsMeaning { is_understood: true, ..WordsMeaning::default() };
    let folded = fold(text, true);
    let words = || folded.split(' ');
    let mut years = words().filter_map(dates::year);
    let dated = years.next().and_then(|year| Period::year(year).ok());
    // It is unknown which of two years is meant.
    if years.next().is_none() {
        if let Some(statuses) = statuses(&folded) {
            return WordsMeaning { statuses, dated, ..nothing };
        }
        if let Some(period) = dates::period(text).or_else(|| dates::month(text)) {
            return WordsMeaning { dated: Some(period), ..nothing };
        }
        let leads = |word: &str| is_filler(word) || dates::year(word).is_some();
        if dated.is_some() && words().all(leads) {
            return WordsMeaning { dated, ..nothing };
        }
        if dated.is_none() && (is_final(&folded) || is_derivation(text) || is_source(text)) {
            return nothing;
        }
    }
    WordsMeaning::default()
}

/// What words state about the figures of a row, after its label. They may say what the row is about as
/// well, which holds for its results as for its targets.
pub(in crate::read) fn meaning_of_row(text: &str) -> WordsMeaning {
    let meaning = meaning_of_words(text);
    let folded = fold(text, true);
    let is_harmless =
        || is_frequency(&folded) || is_kind(&folded) || is_scale(&folded) || is_definition(&folded);
    if meaning.is_understood || !is_harmless() {
        return meaning;
    }
    WordsMeaning { is_understood: true, ..WordsMeaning::default() }
}

/// The meaning of a cell in a column of remarks for the figures of its row. It may be a judgement (*op
/// koers*) or a story; only if it is short and about figures must it be understood.
pub(in crate::read) fn meaning_in_column(text: &str) -> WordsMeaning {
    const MAX_LEN: usize = 80;
    // Words of a judgement (*niet op koers*) and of what happened.
    let is_of_story = |word: &&str| {
        matches!(*word, "niet" | "geen" | "nog" | "doel" | "norm") || word.starts_with("kwarta")
    };
    let meaning = meaning_of_words(text);
    let is_remark = text.len() <= MAX_LEN && {
        let folded = fold(text, true);
        let words: Vec<&str> = folded.split(' ').filter(|word| !is_of_story(word)).collect();
        is_about_figures(&words.join(" "))
    };
    WordsMeaning { is_understood: meaning.is_understood || !is_remark, ..meaning }
}

/// The statuses that words next to a number say. All of them must be of that: who says *geen
/// prognose* or *prognose 50* says something else.
pub(in crate::read) fn statuses(folded: &str) -> Option<Statuses> {
    // Few words say anything of the kind.
    let may_say = |word: &str| {
        status(word).is_some() || matches!(word, "t" | "tot") || word.starts_with("definitie")
    };
    if !folded.split(' ').any(may_say) {
        return None;
    }
    let mut statuses = Statuses::NONE;
    let mut words: Vec<&str> = folded.split(' ').collect();
    let padded = format!(" {folded} ");
    // Up to and with a month that doesn't end the year.
    for until in [" t m ", " tot en met "] {
        if let Some((before, after)) = padded.split_once(until) {
            let mut after = after.split_whitespace();
            if !after.next().is_some_and(|month| is_month(month) && !is_month_of(month, 12)) {
                return None;
            }
            statuses.insert(Status::Partial);
            words = before.split_whitespace().chain(after).collect();
        }
    }
    for phrase in ["nog niet definitief", "nog niet definitieve", "niet definitief"] {
        if padded.contains(&format!(" {phrase} ")) {
            statuses.insert(Status::Provisional);
            let rest = padded.replacen(phrase, "", 1);
            return rest.split_whitespace().all(is_filler).then_some(statuses);
        }
    }
    for word in words {
        match status(word) {
            Some(status) => statuses.insert(status),
            None if is_filler(word) || dates::year(word).is_some() => {}
            None => return None,
        }
    }
    (!statuses.is_empty()).then_some(statuses)
}

fn status(word: &str) -> Option<Status> {
    Some(match word {
        "schatting" | "schattingen" | "geschat" | "geschatte" | "raming" | "geraamd"
        | "geraamde" | "prognose" | "verwachting" | "verwacht" | "verwachte" | "begroot" => {
            Status::Estimated
        }
        "circa" | "ca" | "ongeveer" | "afgerond" | "indicatief" => Status::Approximate,
        "voorlopig" | "voorlopige" | "concept" => Status::Provisional,
        "half" | "helft" | "halfjaar" | "kwartaal" | "kwartalen" | "gedeeltelijk" => {
            Status::Partial
        }
        "trendbreuk" | "reeksbreuk" => Status::BreakInSeries,
        _ => return None,
    })
}

/// The words around those that say something.
fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "eerste"
            | "tweede"
            | "derde"
            | "vierde"
            | "1e"
            | "2e"
            | "3e"
            | "4e"
            | "jaar"
            | "cijfer"
            | "cijfers"
            | "getal"
            | "getallen"
            | "gegevens"
            | "het"
            | "de"
            | "een"
            | "dit"
            | "betreft"
            | "is"
            | "zijn"
            | "op"
            | "basis"
            | "van"
            | "over"
            | "nog"
            | "uit"
            | "in"
            | "meting"
            | "gemeten"
            | "peiljaar"
            | "meetjaar"
            | "stand"
    )
}

/// Whether a number is said to be the last word: *definitieve cijfers*.
fn is_final(folded: &str) -> bool {
    let is_word = |word: &str| matches!(word, "definitief" | "definitieve");
    folded.split(' ').any(is_word) && folded.split(' ').all(|word| is_word(word) || is_filler(word))
}

/// Whether it says what a percentage or a number comes from: `=60 gemeenten`.
pub(in crate::read) fn is_derivation(text: &str) -> bool {
    text.starts_with('=')
}

/// Whether a text names where a figure comes from, and states nothing else about it: *Bron: CBS*, *CBS*,
/// *eigen onderzoek*.
fn is_source(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "cbs",
        "duo",
        "coelo",
        "kvk",
        "lisa",
        "ggd",
        "rivm",
        "uwv",
        "vektis",
        "bzk",
        "halt",
        "nji",
        "cpb",
        "scp",
        "pbl",
        "rws",
        "knmi",
        "brp",
        "bag",
        "woz",
        "wsjg",
        "vng",
        "kadaster",
        "politie",
        "waarstaatjegemeente",
        "www",
        "klimaatmonitor",
    ];
    let is_kind = |word: &str| {
        matches!(
            word,
            "registratie"
                | "registraties"
                | "administratie"
                | "onderzoek"
                | "onderzoeken"
                | "enquete"
                | "enquetes"
                | "monitor"
                | "peiling"
                | "burgerpeiling"
                | "inwonerspeiling"
                | "statistiek"
                | "statistieken"
                | "telling"
                | "tellingen"
        )
    };
    let links = |word: &str| {
        matches!(
            word,
            "en" | "van"
                | "nl"
                | "de"
                | "het"
                | "der"
                | "voor"
                | "via"
                | "bij"
                | "eigen"
                | "interne"
                | "bron"
                | "bronnen"
                | "derden"
                | "gemeente"
                | "gemeentelijke"
        )
    };
    let folded = fold(text, true);
    let is_named = ["bron", "bronnen"].contains(&folded.split(' ').next().unwrap_or_default());
    if is_named && is_about_figures(&folded) {
        return false;
    }
    let parts = || text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let is_name = |part: &str| part.starts_with(char::is_uppercase);
    let is_of_source = |part: &str| {
        let word = fold(part, false);
        NAMES.contains(&&*word) || is_kind(&word) || links(&word) || (is_named && is_name(part))
    };
    let names = |part: &str| {
        let word = fold(part, false);
        NAMES.contains(&&*word) || is_kind(&word) || (is_named && is_name(part) && !links(&word))
    };
    parts().all(is_of_source) && parts().any(names)
}

/// Whether it says how often something is measured: *tweejaarlijkse enquête*, *per vier jaar*.
fn is_frequency(folded: &str) -> bool {
    let of = |word: &str| {
        ["jaarlijks", "jaarlijkse"].iter().any(|end| word.ends_with(end))
            || matches!(word, "maandelijks" | "maandelijkse" | "kwartaal")
    };
    let around = |word: &str| {
        matches!(
            word,
            "enquete"
                | "onderzoek"
                | "monitor"
                | "meting"
                | "peiling"
                | "verkeersmodel"
                | "model"
                | "wordt"
                | "gemeten"
                | "eens"
                | "per"
                | "in"
                | "de"
                | "om"
                | "een"
                | "twee"
                | "drie"
                | "vier"
                | "vijf"
                | "2"
                | "3"
                | "4"
                | "5"
                | "jaar"
                | "keer"
                | "het"
        )
    };
    let mut words = folded.split(' ');
    let is_per_year = ["per", "eens", "om"].iter().any(|word| folded.starts_with(word))
        && folded.ends_with("jaar");
    (words.clone().any(of) || is_per_year) && words.all(|word| of(word) || around(word))
}

/// Whether it states the kind of an indicator: *nieuwe indicator*, *verplichte indicator*.
fn is_kind(folded: &str) -> bool {
    folded.split(' ').all(|word| {
        matches!(
            word,
            "nieuwe"
                | "nieuw"
                | "verplichte"
                | "wettelijk"
                | "wettelijke"
                | "bbv"
                | "indicator"
                | "indicatoren"
                | "beleidsindicator"
                | "prestatie"
                | "effect"
                | "kengetal"
                | "voorgeschreven"
                | "dit"
                | "is"
                | "een"
                | "0"
                | "nulmeting"
                | "meting"
        )
    }) && folded.contains("indicator")
}

/// Whether it says between which numbers a score lies: *schaal 1-5*.
fn is_scale(folded: &str) -> bool {
    let is_word = |word: &str| {
        matches!(
            word,
            "schaal" | "op" | "een" | "van" | "tot" | "t" | "m" | "rapportcijfer" | "score"
        ) || (word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    folded.contains("schaal") && folded.split(' ').all(is_word)
}

/// Whether it says what an indicator counts: *percentage van het winkelvloeroppervlak*. It begins
/// so, and states nothing about its figures.
fn is_definition(folded: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "percentage",
        "perc",
        "aandeel",
        "aantal",
        "deel van",
        "mate waarin",
        "gemiddelde",
        "gemiddeld",
        "score",
        "rapportcijfer",
        "oordeel",
        "positief oordeel",
        "tevredenheid",
        "definitie",
        "gedefinieerd als",
        "dit is het",
        "dit is de",
        "onder",
        "hieronder",
        "inwoners",
        "personen",
        "jongeren",
        "huishoudens",
        "bedrijven",
        "leerlingen",
        "woningen",
        "het aantal",
        "het percentage",
        "het aandeel",
        "de mate",
    ];
    let begins = |with: &str| {
        folded.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    BEGINNINGS.iter().any(|beginning| begins(beginning)) && !is_about_figures(folded)
}

/// Whether words speak of figures, of how or when they were measured, or of what they leave out,
/// rather than of what they are about.
fn is_about_figures(folded: &str) -> bool {
    const STEMS: &[&str] = &[
        "schatt",
        "geschat",
        "inschatt",
        "raming",
        "geraamd",
        "prognos",
        "verwacht",
        "voorlopig",
        "definiti",
        "gedeeltelijk",
        "halfjaar",
        "kwarta",
        "vorig",
        "voorgaand",
        "eerder",
        "oude",
        "nieuw",
        "ander",
        "wijzig",
        "gewijzigd",
        "aangepast",
        "aanpass",
        "gecorrig",
        "correcti",
        "bijgesteld",
        "herzien",
        "gemeten",
        "meting",
        "nulmeting",
        "meetm",
        "methode",
        "methodiek",
        "streef",
        "doelst",
        "realisatie",
        "gerealiseerd",
        "begrot",
        "landelijk",
        "nederland",
        "provinci",
        "exclusief",
        "inclusief",
        "voorbehoud",
        "onbetrouwba",
        "vergelijkba",
        "betreft",
        "gebaseerd",
        "berekend",
        "herrekend",
        "omgerekend",
        "trendbreuk",
        "peildatum",
        "peiljaar",
        "maanden",
        "duizend",
        "miljoen",
        "fout",
        "onjuist",
        "ontbre",
        "herindel",
    ];
    folded.split(' ').any(|word| {
        STEMS.iter().any(|stem| word.starts_with(stem))
            || matches!(
                word,
                "cijfer"
                    | "cijfers"
                    | "getal"
                    | "getallen"
                    | "gegevens"
                    | "waarde"
                    | "waarden"
                    | "concept"
                    | "half"
                    | "stand"
                    | "norm"
                    | "doel"
                    | "excl"
                    | "incl"
                    | "zonder"
                    | "alleen"
                    | "slechts"
                    | "sinds"
                    | "vanaf"
                    | "niet"
                    | "geen"
                    | "nog"
                    | "behalve"
            )
            || is_month(word)
            || dates::year(word).is_some()
    })
}

pub(super) fn is_month(word: &str) -> bool {
    (1..=12).any(|number| is_month_of(word, number))
}

fn is_month_of(word: &str, number: usize) -> bool {
    dates::MONTHS.get(number - 1).is_some_and(|names| names.contains(&word))
}

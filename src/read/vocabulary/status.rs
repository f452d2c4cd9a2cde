//! The Dutch words for how a number came about.

use crate::leaves::role::Status;
use crate::read::dates;

/// What words beside a number say about how it came about. All of them must be of that: who says
/// *geen prognose* or *prognose 50* says something else.
pub(in crate::read) fn status(folded: &str) -> Option<Status> {
    let padded = format!(" {folded} ");
    let mut status = None;
    let mut words: Vec<&str> = folded.split(' ').collect();
    // Up to and with a month that doesn't end the year.
    for until in [" t m ", " tot en met "] {
        if let Some((before, behind)) = padded.split_once(until) {
            let mut behind = behind.split_whitespace();
            if !behind.next().is_some_and(|month| is_month(month) && !is_month_of(month, 12)) {
                return None;
            }
            status = Some(Status::Partial);
            words = before.split_whitespace().chain(behind).collect();
        }
    }
    for word in words {
        let says = match word {
            "schatting" | "geschat" | "raming" | "geraamd" | "prognose" | "verwachting"
            | "verwacht" | "begroot" => Some(Status::Estimated),
            "circa" | "ca" | "ongeveer" | "afgerond" | "indicatief" => Some(Status::Approximate),
            "voorlopig" | "voorlopige" | "concept" => Some(Status::Provisional),
            "half" | "helft" | "halfjaar" | "kwartaal" | "kwartalen" | "gedeeltelijk" => {
                Some(Status::Partial)
            }
            "eerste" | "tweede" | "derde" | "vierde" | "1e" | "2e" | "3e" | "4e" | "jaar"
            | "cijfer" | "cijfers" | "getal" | "getallen" | "gegevens" | "het" | "de" | "een"
            | "dit" | "betreft" | "is" | "zijn" | "op" | "basis" | "van" | "over" | "nog" => None,
            _ if dates::year(word).is_some() => None,
            _ => return None,
        };
        status = status.or(says);
    }
    status
}

/// Whether words mention how a number came about, of when or of what it is, whatever they say of
/// that.
pub(in crate::read) fn mentions_status(folded: &str) -> bool {
    folded.split(' ').any(|word| {
        matches!(
            word,
            "schatting"
                | "geschat"
                | "geschatte"
                | "inschatting"
                | "raming"
                | "prognose"
                | "verwacht"
                | "verwachting"
                | "voorlopig"
                | "voorlopige"
                | "definitief"
                | "definitieve"
                | "concept"
                | "half"
                | "halfjaar"
                | "kwartaal"
                | "kwartalen"
                | "maand"
                | "maanden"
                | "gedeeltelijk"
                | "stand"
                | "landelijk"
                | "landelijke"
                | "nederland"
                | "provincie"
                | "nulmeting"
                | "duizenden"
                | "miljoenen"
                | "procenten"
                | "percentage"
                | "per"
        ) || is_month(word)
            || dates::year(word).is_some()
    })
}

pub(super) fn is_month(word: &str) -> bool {
    (1..=12).any(|number| is_month_of(word, number))
}

fn is_month_of(word: &str, number: usize) -> bool {
    dates::MONTHS.get(number - 1).is_some_and(|names| names.contains(&word))
}

//! Established methods, under the names of their publishers, and a method for municipal budgets.
//!
//! Each function returns a [`Method`], which can then be changed: another baseline, other bands.

pub mod destatis;
pub mod escap;
pub mod eurostat;
pub mod municipal;
pub mod open_sdg;
pub mod rotterdam;
pub mod tola;
pub mod un_progress_chart;

use super::{Band, Baseline, Method};
use crate::language::Language;
use crate::leaves::period::Period;

/// The names of all presets, each with a short description.
///
/// ```
/// use beleid::methods::presets;
///
/// assert!(presets::NAMES.iter().all(|(name, _)| presets::named(name).unwrap().name == *name));
/// ```
pub const NAMES: &[(&str, &str)] = &[
    ("municipal", "a straight line to the target; the default for municipal budgets"),
    ("destatis", "weather symbols of the German Federal Statistical Office"),
    ("escap", "current status index of UN ESCAP"),
    ("eurostat", "actual growth as a share of the required growth, 95/60/0 %"),
    ("open-sdg", "Open SDG as Statistics Canada runs it"),
    ("rotterdam", "share of the target that is reached, by the audit office of Rotterdam"),
    ("tola", "within 15 % of the target, by TolaActivity"),
    ("un-progress-chart", "progress chart of the United Nations"),
];

/// What a preset is and where it comes from, for people (Dutch: *omschrijving*). [`Method::describe`] says what it does.
///
/// ```
/// use beleid::Language;
/// use beleid::methods::presets;
///
/// let about = presets::about("tola", Language::Dutch).unwrap();
/// assert_eq!(about.summary, "binnen 15 % van het doel, van TolaActivity");
/// assert_eq!(about.source, "mercycorps/TolaActivity");
/// ```
#[doc(alias = "omschrijving")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct About {
    /// What it is, in a line.
    pub summary: &'static str,
    /// The publication or the program whose rules it has.
    pub source: &'static str,
}

/// What the preset with this name is; `None` if there is no such preset.
///
/// ```
/// use beleid::Language;
/// use beleid::methods::presets;
///
/// for (name, summary) in presets::NAMES {
///     assert_eq!(presets::about(name, Language::English).unwrap().summary, *summary);
/// }
/// assert_eq!(presets::about("tea-leaves", Language::English), None);
/// ```
pub fn about(name: &str, language: Language) -> Option<About> {
    let (_, english) = NAMES.iter().find(|(known, _)| *known == name)?;
    // What it is in Dutch, and the source in both languages.
    let (dutch, source, bron) = match name {
        "municipal" => (
            "een rechte lijn naar het doel; gebruikelijk voor gemeentebegrotingen",
            "this library; the cuts are those of Destatis",
            "deze bibliotheek; de grenzen zijn die van Destatis",
        ),
        "destatis" => (
            "weersymbolen van het Duitse bureau voor de statistiek",
            "Destatis, the methodology of the indicators of the German sustainability strategy, 2021",
            "Destatis, de methodologie van de indicatoren van de Duitse duurzaamheidsstrategie, 2021",
        ),
        "escap" => (
            "index van de huidige stand, van UN ESCAP",
            "UN ESCAP, Asia and the Pacific SDG Progress Report, 2023",
            "UN ESCAP, Asia and the Pacific SDG Progress Report, 2023",
        ),
        "eurostat" => (
            "de groei als deel van de groei die nodig is, 95/60/0 %",
            "Eurostat's monitoring reports, 2024; the thresholds as derived by Statistics Canada and Eustat",
            "de monitoringrapporten van Eurostat, 2024; de grenzen zoals afgeleid door Statistics Canada en Eustat",
        ),
        "open-sdg" => (
            "Open SDG zoals Statistics Canada het gebruikt",
            "open-sdg/open-sdg, docs/progress-methodology.md",
            "open-sdg/open-sdg, docs/progress-methodology.md",
        ),
        "rotterdam" => (
            "het deel van het doel dat is bereikt, van de Rekenkamer Rotterdam",
            "the audit office of Rotterdam (Rekenkamer Rotterdam), target achievement",
            "Rekenkamer Rotterdam, doelrealisatie",
        ),
        "tola" => (
            "binnen 15 % van het doel, van TolaActivity",
            "mercycorps/TolaActivity",
            "mercycorps/TolaActivity",
        ),
        "un-progress-chart" => (
            "voortgangskaart van de Verenigde Naties",
            "United Nations, Progress Chart Technical Note, 2023, as restated by Eustat",
            "Verenigde Naties, Progress Chart Technical Note, 2023, zoals weergegeven door Eustat",
        ),
        _ => return None,
    };
    Some(match language {
        Language::English => About { summary: english, source },
        Language::Dutch => About { summary: dutch, source: bron },
    })
}

/// The preset with this name; `None` if there is no such preset.
///
/// ```
/// use beleid::methods::presets;
///
/// assert_eq!(presets::named("municipal"), Some(presets::municipal::method()));
/// assert_eq!(presets::named("tea-leaves"), None);
/// ```
pub fn named(name: &str) -> Option<Method> {
    Some(match name {
        "municipal" => municipal::method(),
        "destatis" => destatis::method(),
        "escap" => escap::method(),
        "eurostat" => eurostat::method(),
        "open-sdg" => open_sdg::method(),
        "rotterdam" => rotterdam::method(),
        "tola" => tola::method(),
        "un-progress-chart" => un_progress_chart::method(),
        _ => return None,
    })
}

fn band(code: &str, dutch: &str, english: &str) -> Band {
    Band::new(code).labelled("nl", dutch).labelled("en", english)
}

/// From 2015, the year in which the goals of the United Nations begin, or the next one that was measured.
fn from_2015() -> Baseline {
    Period::year(2015).map_or(Baseline::First, Baseline::NextAfter)
}

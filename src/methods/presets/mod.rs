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

//! Words that are levels: which of two is the better one, if that is certain.
//!
//! Only known levels decide anything. If `tbd`, `geen` or `nog niet` is printed both as the result
//! and as the target, the target is not met.

use super::outcome::Outcome;
use crate::words::{achievement, fold};

/// The result of comparing two levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    Known(Outcome),
    /// Both are levels of one scale, but it is not known which of its ends is the better one. The
    /// numbers are their positions on the scale, from the lowest.
    Ordered {
        result: u8,
        target: u8,
    },
}

/// Compares two words; `None` if one is not a known level, or their order is not known.
pub(super) fn compare(result: &str, target: &str) -> Option<Compared> {
    use Outcome::{Met, Missed};
    if is_grade(target) {
        // Whether an A is better than a B depends on who gives it.
        return (result.trim() == target.trim()).then_some(Compared::Known(Met));
    }
    // A mark or a question mark says something more: `goed*`, `groen?`.
    let is_plain = |text: &str| text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    if !is_plain(result.trim()) || !is_plain(target.trim()) {
        return None;
    }
    let (result, target) = (fold(result, true), fold(target, true));
    let reached = |is_reached| Compared::Known(if is_reached { Met } else { Missed });
    if let Some((word, stage)) = achievement(&target) {
        // Nobody aims at *niet behaald*: a target that says so isn't one.
        let (same, got) = achievement(&result)?;
        return (stage == ALL && same == word).then(|| reached(got == ALL));
    }
    for scale in [MARKS, LIGHTS] {
        let at = |word: &str| scale.iter().position(|level| *level == word);
        if let Some(target) = at(&target) {
            return Some(reached(at(&result)? >= target));
        }
    }
    let at = |word: &str| GRADES.iter().position(|level| *level == word);
    if let Some(target) = at(&target) {
        let (result, target) = (u8::try_from(at(&result)?).ok()?, u8::try_from(target).ok()?);
        return Some(Compared::Ordered { result, target });
    }
    None
}

/// All of it: *behaald*, and not *deels behaald*.
const ALL: u8 = 2;

/// Marks, from the worst to the best. *Matig* and *slecht* are worse than *voldoende*, but their
/// order relative to *onvoldoende* is not known.
const MARKS: &[&str] =
    &["onvoldoende", "voldoende", "ruim voldoende", "goed", "zeer goed", "uitstekend"];

/// The colours of a traffic light, from the worst to the best.
const LIGHTS: &[&str] = &["rood", "oranje", "groen"];

/// Levels of which either end may be the best one.
const GRADES: &[&str] = &["laag", "midden", "hoog"];

/// Whether a text is a grade in letters: `A`, `B+`, `AAA`, `AA-`.
fn is_grade(text: &str) -> bool {
    let letters = text.trim().trim_end_matches(['+', '-']);
    let mut all = letters.chars();
    let is_first = all.next().is_some_and(|first| {
        matches!(first, 'A'..='G') && letters.len() <= 3 && all.all(|other| other == first)
    });
    is_first && text.trim().len() - letters.len() <= 1
}

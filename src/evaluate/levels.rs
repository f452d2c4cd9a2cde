//! Words that are a level: which of two is the higher one, as far as that is certain.
//!
//! Only words that are known as levels decide anything. That `tbd`, `geen` or `nog niet` stands in
//! two cells makes no target met.

use super::outcome::Outcome;
use crate::words::{achievement, fold};

/// What a level as a result comes to beside one as a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    Known(Outcome),
    /// Both are levels of one scale, and which of its ends is the better one isn't said: their
    /// numbers on it, from the lowest on.
    Ordered {
        result: u8,
        target: u8,
    },
}

/// Compares two words; `None` if one is not known as a level, or nobody can tell which is the
/// better one.
pub(super) fn compare(result: &str, target: &str) -> Option<Compared> {
    use Outcome::{Met, Missed};
    if is_grade(target) {
        // Whether an A is better than a B depends on who gives it.
        return (result.trim() == target.trim()).then_some(Compared::Known(Met));
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

/// Marks, from the worst on. *Matig* and *slecht* lie below *voldoende*, and nobody knows how they
/// lie to *onvoldoende*.
const MARKS: &[&str] =
    &["onvoldoende", "voldoende", "ruim voldoende", "goed", "zeer goed", "uitstekend"];

/// The colours of a traffic light, from the worst on.
const LIGHTS: &[&str] = &["rood", "oranje", "groen"];

/// Levels of which either end may be the better one.
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

//! In what the amounts of a header are, where it says so: *Lasten (x 1.000)*.

use super::Facts;
use crate::leaves::unit::Unit;
use crate::read::label;
use crate::read::language::Pack;
use crate::read::vocabulary::Vocabulary;

/// The unit of amounts that a text states; a star may stand for *x*: *(\*1000)*.
pub(super) fn amounts(pack: &Pack, text: &str) -> Option<Unit> {
    if !text.contains('*') || !text.contains("000") {
        return label::amounts(pack, text);
    }
    let starred = text.replace('*', " x ").replace("Eu ", "€ ");
    let inside = starred
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'))
        .map(|(inside, _)| inside.trim());
    inside
        .and_then(|inside| label::amounts(pack, inside))
        .or_else(|| label::amounts(pack, &starred))
}

impl Facts {
    /// What a header states that ends with in what its amounts are: *Lasten (x 1.000)*, *Baten in euro's*. `None` if that is all it
    /// states.
    pub(super) fn before_amounts(vocabulary: &Vocabulary, text: &str) -> Option<Self> {
        let pack = vocabulary.pack();
        let inside = text.strip_suffix(')').and_then(|text| text.split_once('('));
        let (before, unit) = match inside {
            Some((before, inside)) => (before, amounts(pack, inside)?),
            None => label::before_amounts(pack, text)?,
        };
        let before = Facts::of(vocabulary, before.trim());
        let states = before.is_placing() && before.rest == 0;
        states.then(|| Facts { unit: before.unit.clone().or(Some(unit)), ..before })
    }
}

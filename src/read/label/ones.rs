//! Whether a text says that amounts are in full: *x € 1*, *in hele euro's*, *in euro's*. It matters below a wider scale alone, since
//! amounts without one are in full anyway.

use super::phrase::{Phrase, phrase};
use super::rates::per;
use super::signs::with_plain_signs;
use super::{apart, split_tail};
use crate::leaves::unit::Scale;
use crate::read::language::Pack;
use crate::read::marks;
use crate::words::fold;

/// How a text says it, from the least certain on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) enum Ones {
    /// Besides a scale: *(x € 1) (x € 1.000)*.
    Both,
    /// The sign or the name of a currency and nothing else: *(€)*. It may be that of thousands.
    Sign,
    /// In words: *in euro's*, *bedragen in euro*.
    Words,
    /// Without a doubt: *x € 1*, *in hele euro's*.
    Sure,
}

/// How a text says that amounts are in full; `None` if it doesn't, or states a scale.
pub(in crate::read) fn ones(pack: &Pack, text: &str) -> Option<Ones> {
    // A sentence states no unit.
    const MAX_LEN: usize = 200;
    if text.len() > MAX_LEN {
        return None;
    }
    let text = &*with_plain_signs(marks::without(text).trim());
    let (outside, mut stated) = apart(pack, text);
    let (front, tail) = split_tail(pack, &outside);
    // *Euro's* alone is all of a label.
    stated.extend(tail.or_else(|| phrase(pack, front)));
    let in_scale = |scale| stated.iter().any(|phrase| phrase.scale == Some(scale));
    if in_scale(Scale::Ones) && Scale::LARGE.into_iter().any(in_scale) {
        return Some(Ones::Both);
    }
    let all = stated.into_iter().try_fold(Phrase::default(), Phrase::and)?;
    // *Bedrag* alone says nothing of the kind.
    let is_of_money =
        all.measure.as_ref().map_or(all.scale.is_some(), |unit| pack.is_currency(unit));
    if !is_of_money || all.counts || all.per.is_some() || per(pack, &outside).is_some() {
        return None;
    }
    match all.scale {
        Some(Scale::Ones) => Some(Ones::Sure),
        Some(_) => None,
        None => {
            let folded = fold(text, true);
            let says = |word: &str| {
                let is = pack.unit_word(word);
                is.intro || is.amounts
            };
            let is_said = folded.split(' ').any(says);
            Some(if is_said { Ones::Words } else { Ones::Sign })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::language;

    #[test]
    fn words_say_that_amounts_are_in_full() {
        let dutch = [
            ("Baten (x € 1)", Some(Ones::Sure)),
            ("Baten x € 1", Some(Ones::Sure)),
            ("x € 1", Some(Ones::Sure)),
            ("(x1 euro)", Some(Ones::Sure)),
            ("Bedragen x 1 euro", Some(Ones::Sure)),
            ("Bedragen x € 1,-", Some(Ones::Sure)),
            ("Baten in hele euro's", Some(Ones::Sure)),
            ("Baten (in euro)", Some(Ones::Words)),
            ("Baten in euro's", Some(Ones::Words)),
            ("Baten, in €", Some(Ones::Words)),
            ("Bedragen in euro's", Some(Ones::Words)),
            ("Baten (bedragen in €)", Some(Ones::Words)),
            ("Baten (€)", Some(Ones::Sign)),
            ("€", Some(Ones::Sign)),
            ("Baten (euro)", Some(Ones::Sign)),
            ("Baten (x € 1.000)", None),
            ("Bedragen in euro's x 1.000", None),
            ("Baten (x € 1) (x € 1.000)", Some(Ones::Both)),
            ("Baten in duizenden euro's", None),
            ("Baten (in mln €)", None),
            ("Baten", None),
            ("Bedrag", None),
            ("Bedragen", None),
            ("Lasten per inwoner (in €)", None),
            ("Schuld boven € 1", None),
            ("Tarief per € 1", None),
            ("Formatie (in fte)", None),
            ("Aantal (x 1)", None),
            ("", None),
        ];
        for (text, expected) in dutch {
            assert_eq!(ones(&language::DUTCH, text), expected, "{text}");
        }
        let english = [
            ("Income (in pounds)", Some(Ones::Words)),
            ("Income (in euros)", Some(Ones::Words)),
            ("Income (x £1)", Some(Ones::Sure)),
            ("Income in whole dollars", Some(Ones::Sure)),
            ("Income (£)", Some(Ones::Sign)),
            ("Income (£000)", None),
            ("Income (£m)", None),
        ];
        for (text, expected) in english {
            assert_eq!(ones(&language::ENGLISH, text), expected, "{text}");
        }
    }
}

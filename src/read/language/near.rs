//! Words of headers that are misspelled by one letter: *gerealiseede*, *jaarekening*.

use std::collections::HashMap;

use super::Pack;
use super::header_word::HeaderWord;
use super::phrases::HeaderMap;

/// The shortest word for a role that a misspelled one is taken for, in letters.
const MIN: usize = 10;

/// The shortest for what flows: these are one letter away from more words of the language, *stortingen* from *storingen*.
const MIN_FLOW: usize = 12;

/// The words of headers that say what figures are, by their first and their last letter.
pub(super) type NearWords = HashMap<(char, char), Vec<Box<str>>>;

fn ends(word: &str) -> Option<(char, char)> {
    word.chars().next().zip(word.chars().next_back())
}

fn index(headers: &HeaderMap) -> NearWords {
    let mut index = NearWords::new();
    for (word, meaning) in headers.iter() {
        let min = match meaning {
            HeaderWord::Role(_) => MIN,
            HeaderWord::Flow(_) => MIN_FLOW,
            _ => continue,
        };
        if let Some(ends) = ends(word).filter(|_| word.chars().count() >= min) {
            index.entry(ends).or_default().push(word.into());
        }
    }
    index
}

impl Pack {
    /// The word of headers that differs from a folded one by a letter that is lost, twice there or in the place of the next one. It isn't the
    /// first or the last, by which words of one stem differ, nor is it another letter, since *protected* is no misprint of *projected*.
    /// `None` if there is no such word, or several that mean different things.
    pub(in crate::read) fn near_header(&self, folded: &str) -> Option<&str> {
        if folded.chars().count() + 1 < MIN {
            return None;
        }
        let near = self.near.get_or_init(|| index(&self.headers));
        let of_ends = near.get(&ends(folded)?)?;
        let mut near = of_ends.iter().filter(|word| is_near(word, folded));
        let first = near.next()?;
        let meaning = |word: &str| self.header(word);
        near.all(|other| meaning(other) == meaning(first)).then_some(first)
    }
}

/// Whether one word is the other with a letter more, or with two letters in each other's place.
fn is_near(one: &str, other: &str) -> bool {
    /// A letter has four bytes at most.
    const MAX_MORE: usize = 4;
    if one.len().abs_diff(other.len()) > MAX_MORE {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (long, short) = if one.len() < other.len() { (&other, &one) } else { (&one, &other) };
    let same = long.iter().zip(short).take_while(|(one, other)| one == other).count();
    let rest = |word: &[char], from: usize| word.get(from..).map(<[char]>::to_vec);
    match long.len() - short.len() {
        0 => {
            let swapped =
                long.get(same) == short.get(same + 1) && long.get(same + 1) == short.get(same);
            same < long.len() && swapped && rest(long, same + 2) == rest(short, same + 2)
        }
        1 => rest(long, same + 1) == rest(short, same),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::read::vocabulary::DUTCH;

    #[test]
    fn a_letter_may_be_lost_or_twice_there() {
        let near = |word: &str| DUTCH.pack().near_header(word);
        assert_eq!(near("gerealiseede"), Some("gerealiseerde"));
        assert_eq!(near("jaarekening"), Some("jaarrekening"));
        assert_eq!(near("realisaite"), Some("realisatie"));
        for word in ["jaarrekeningen", "vastgestelde", "storingen", "verwachten", "rekenin", "é"] {
            assert_eq!(near(word), None, "{word}");
        }
    }
}

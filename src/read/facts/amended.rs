//! How a header says that its budget is the one after changes: *na 2e wijziging*, *inclusief wijzigingen*, *t/m berap II*.
//!
//! A budget is changed many times a year, by decisions and by reports that each body names in its own way. So this is a grammar and no
//! list: a word for *after*, which change it is, and a word for a change or for the report that made it.

use super::words as header_words;
use crate::leaves::role::Role;
use crate::read::language::{AmendmentWord, HeaderWord, Pack};
use crate::read::vocabulary::Vocabulary;
use crate::words::fold_word;

/// The most words between the first and the noun: *na de laatste*, *t/m de 2e*.
const MAX_BETWEEN: usize = 2;

/// The most words of a budget in front of them: *vastgestelde primitieve begroting*.
const MAX_BUDGET: usize = 3;

/// How many of the words from the first on say that a budget is the one after changes; `None` if they don't.
pub(super) fn amendment(vocabulary: &Vocabulary, words: &[&str]) -> Option<usize> {
    if !vocabulary.has_pack_headers() {
        return None;
    }
    let pack = vocabulary.pack();
    let known = |at: usize| pack.amendment(&fold_word(words.get(at)?)?);
    let first = known(0).or_else(|| {
        words.first().filter(|word| is_ordinal(pack, word)).map(|_| AmendmentWord::Which)
    });
    let after = usize::from(first? == AmendmentWord::After);
    let counts = |at: usize| {
        known(at) == Some(AmendmentWord::Which)
            || words.get(at).is_some_and(|word| is_ordinal(pack, word))
    };
    let may_be_between = |at: &usize| known(*at) == Some(AmendmentWord::Article) || counts(*at);
    let between = (after..).take(MAX_BETWEEN).take_while(may_be_between).count();
    let noun = after + between;
    // *begrotings wijziging*: a line ended in the word.
    let torn = || {
        let parts = [words.get(noun)?, words.get(noun + 1)?].map(|word| fold_word(word));
        let [Some(one), Some(rest)] = parts else { return None };
        vocabulary.pack().amendment(&[&*one, &*rest].concat())
    };
    let (kind, of_noun) = match known(noun) {
        Some(kind) => (kind, 1),
        None => (torn()?, 2),
    };
    let is_report = match kind {
        AmendmentWord::Report => true,
        AmendmentWord::Change => false,
        AmendmentWord::After | AmendmentWord::Which | AmendmentWord::Article => return None,
    };
    // *Wijziging* alone is what changed; *2e wijziging* and *na wijziging* are budgets.
    if !is_report && after == 0 && !(0..noun).any(counts) {
        return None;
    }
    let is_number =
        |word: &&str| matches!(*word, "1" | "2" | "3" | "4" | "I" | "II" | "III" | "IV");
    let end = noun + of_noun;
    Some(end + usize::from(is_report && words.get(end).is_some_and(is_number)))
}

/// The same for words of which the first may be those of the budget: *primitieve begroting na 2e wijziging*.
pub(in crate::read) fn amended_budget(vocabulary: &Vocabulary, words: &[&str]) -> Option<usize> {
    if let Some(length) = amendment(vocabulary, words) {
        return Some(length);
    }
    let is_budget = |length: &usize| {
        let budget = fold_word(&words.get(..*length).unwrap_or_default().join(" "));
        let meaning = budget.and_then(|budget| header_words::phrase(vocabulary, &budget));
        meaning.is_some_and(|meaning| {
            matches!(
                meaning.meanings().first(),
                Some(HeaderWord::Role(Role::Budgeted | Role::Amended))
            )
        })
    };
    let after = |at: usize| vocabulary.pack().amendment(&fold_word(words.get(at)?)?);
    let budget = (1..=MAX_BUDGET.min(words.len()))
        .find(|&length| after(length) == Some(AmendmentWord::After) && is_budget(&length))?;
    Some(budget + amendment(vocabulary, words.get(budget..)?)?)
}

/// Whether a word is that of a change or of a report that makes one.
pub(in crate::read) fn is_amendment(vocabulary: &Vocabulary, word: &str) -> bool {
    let word = fold_word(word).and_then(|word| vocabulary.pack().amendment(&word));
    matches!(word, Some(AmendmentWord::Change | AmendmentWord::Report))
}

/// *1e*, *2de*, *3rd*
fn is_ordinal(pack: &Pack, word: &str) -> bool {
    let end = word.trim_start_matches(|c: char| c.is_ascii_digit());
    word.len() - end.len() == 1 && pack.each(|tables| tables.cells.ordinals).any(|of| end == *of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::facts::Facts;
    use crate::read::vocabulary::{DUTCH, ENGLISH};

    #[test]
    fn a_budget_after_changes_is_amended() {
        let dutch = [
            ("Begroting na wijziging", 0),
            ("begr. na wijz.", 0),
            ("Begroting 2018 inclusief wijziging", 0),
            ("Programmabegroting incl. 3e wijziging", 3),
            ("Begroting 2021 t/m 2e berap", 2),
            ("Berap II", 0),
            ("Begroting na laatste begrotingswijziging", 0),
            ("1e begrotings wijziging 2023", 1),
            ("Budget na de tweede bijstelling", 2),
            ("Na voorjaarsnota 2024", 0),
        ];
        let english = [("Budget after virements", 0), ("Budget incl. amendments", 0)];
        for (vocabulary, headers) in [(&*DUTCH, &dutch[..]), (&*ENGLISH, &english[..])] {
            for &(header, change) in headers {
                let facts = Facts::of(vocabulary, header);
                let expected = (Some(Role::Amended), change, 0);
                assert_eq!((facts.role, facts.change, facts.rest), expected, "{header}");
            }
        }
    }

    #[test]
    fn other_words_about_changes_are_no_budget() {
        // What changed, what is in a list, and what comes after something else.
        for header in ["Wijziging", "Mutaties", "Na", "De wijziging van", "Na aftrek", "Met rente"]
        {
            let facts = Facts::of(&DUTCH, header);
            assert_ne!(facts.role, Some(Role::Amended), "{header}");
        }
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        assert_eq!(amended_budget(&DUTCH, &words("Begroting na wijziging Rekening")), Some(3));
        assert_eq!(amended_budget(&DUTCH, &words("Begroting Rekening na wijziging")), None);
        assert_eq!(amended_budget(&DUTCH, &words("Rekening na wijziging")), None);
    }
}

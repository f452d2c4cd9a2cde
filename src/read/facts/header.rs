//! What the words of a text state as a header: the longest phrases that are known, one after the other.

use super::amended::amendment;
use super::amounts::amounts;
use super::changes::change_of;
use super::header_words::{HeaderWords, may_be_period, parts_of};
use super::identifiers::words_of_identifier;
use super::words::{ColumnKind, FlowWord};
use super::years::{relative_year, year_and_scale, year_in_currency};
use super::{Facts, formula, spacing, words};
use crate::leaves::role::Role;
use crate::leaves::unit::Unit;
use crate::read::header_extras::HeaderExtras;
use crate::read::language::HeaderWord;
use crate::read::vocabulary::Vocabulary;
use crate::read::{dates, label, money};
use crate::words::{fold_word, has_digit};

/// The longest text that is looked at as a header, in bytes: *Begroting 2019 na tweede
/// bestuursrapportage (bedragen x € 1.000)* has 60.
const MAX_LEN: usize = 90;

/// The most words of one phrase: *begroting na 1e wijziging*.
const MAX_PHRASE: usize = 4;

impl Facts {
    /// What a text states as a header.
    pub(in crate::read) fn of(vocabulary: &Vocabulary, text: &str) -> Self {
        let words = Facts::of_words(vocabulary, text);
        let words = if words.rest > 0 {
            Facts::of_long_words(vocabulary, text, &words).unwrap_or(words)
        } else {
            words
        };
        let mapped = vocabulary
            .mapped()
            .and_then(|mapped| mapped.column(mapped.header(vocabulary.pack(), text)?));
        match mapped {
            Some(mapped) => mapped.facts(words),
            None => words,
        }
    }

    /// What a text states whose words are cut short, *na 1e wijz.*, with each of them in full. `None` if that is no more.
    fn of_long_words(vocabulary: &Vocabulary, text: &str, short: &Facts) -> Option<Self> {
        // One word alone may be whole: *Werk* is the label of a row.
        if text.len() > MAX_LEN || !text.contains(' ') {
            return None;
        }
        let pack = vocabulary.pack();
        let in_full = |word: &str| {
            let folded = fold_word(word)?;
            let mut known = pack.each(|tables| tables.headers.cut_short);
            known.find(|(short, _)| **short == *folded).map(|(_, full)| *full)
        };
        let words: Vec<Option<&str>> = text.split(' ').map(in_full).collect();
        if words.iter().all(Option::is_none) {
            return None;
        }
        let full: Vec<&str> =
            text.split(' ').zip(words).map(|(word, full)| full.unwrap_or(word)).collect();
        let facts = Facts::of_words(vocabulary, &full.join(" "));
        (facts.rest < short.rest).then_some(facts)
    }

    /// What a header states that has the number of its column, its formula or what its signs say beside its words.
    fn beside_number(vocabulary: &Vocabulary, text: &str) -> Option<Self> {
        // *Stand vastgestelde begroting (3 = 1 + 2)*
        if text.contains('=')
            && let Some((before, formula)) = formula::split(text)
            && !before.is_empty()
        {
            let is_sum = formula.parts.len() > 1;
            return Some(Facts { is_sum, ..Facts::of_words(vocabulary, before) });
        }
        if text.contains('=')
            && let Some(left) = words::without_sign_rule(vocabulary, text)
        {
            return Some(Facts::of_words(vocabulary, left.trim()));
        }
        if let Some(name) = without_rank(text) {
            return Some(Facts::of_words(vocabulary, name));
        }
        if let Some(before) = formula::without_number(text) {
            return Some(Facts::of_words(vocabulary, before));
        }
        // Rows are numbered so as well, *(1) Programma-uitgaven*, and these say neither.
        let facts = Facts::of_words(vocabulary, formula::behind_number(text)?);
        (facts.rest == 0 && (facts.role.is_some() || facts.period.is_some())).then_some(facts)
    }

    /// What the words of a text state as a header.
    pub(super) fn of_words(vocabulary: &Vocabulary, text: &str) -> Self {
        if text.len() > MAX_LEN {
            return Facts::unknown();
        }
        if let Some(named) = Facts::beside_number(vocabulary, text) {
            return named;
        }
        // A sign that compares or asks makes another thing of it than a header.
        if text.contains(['<', '>', '=', '?', '≤', '≥']) {
            return Facts::unknown();
        }
        if text == "*" {
            return Facts { content: Some(ColumnKind::Notes), ..Facts::default() };
        }
        if let Some(spaced) = words_of_identifier(text) {
            return Facts::of_words(vocabulary, &spaced);
        }
        let (core, extras) = HeaderExtras::split(vocabulary.pack(), text);
        let mut facts = Facts {
            status: extras.status,
            unit: extras.unit,
            marks: extras.marks,
            ..Facts::default()
        };
        if let Some(word) = fold_word(core)
            && let Some(phrase) = words::phrase(vocabulary, &word)
        {
            facts.is_multi_year = words::is_multi_year(vocabulary, &word);
            facts.is_stock = is_of_stock(vocabulary, &word);
            facts.add_whole(vocabulary, phrase, core.split(' '));
            return facts;
        }
        if let Some(period) = dates::period(vocabulary.pack(), core) {
            facts.period = Some(period);
            return facts;
        }
        if let Some(difference) = Facts::of_difference(vocabulary, core) {
            return difference;
        }
        let scaled = || year_and_scale(vocabulary.pack(), core);
        if let Some((period, unit)) = year_in_currency(vocabulary.pack(), core).or_else(scaled) {
            (facts.period, facts.unit) = (Some(period), facts.unit.or(Some(unit)));
            return facts;
        }
        if facts.unit.is_none()
            && let Some(before) = Facts::before_amounts(vocabulary, core)
        {
            return Facts { marks: facts.marks, status: facts.status, ..before };
        }
        // *FTE (in aantallen)* counts full-time equivalents.
        if facts.unit.as_ref().is_none_or(|unit| *unit == Unit::COUNT)
            && let Some(unit) = label::amounts(vocabulary.pack(), core)
                .or_else(|| label::counts(vocabulary.pack(), core))
        {
            facts.unit = Some(unit);
            return facts;
        }
        // *Realisatie 2013Doel 2014* lost a gap, and is two headers.
        facts.is_torn |= has_digit(core) && core.split(' ').any(spacing::has_glued_years);
        let (core, years_after) =
            relative_year(core).map_or((core, None), |(before, by)| (before, Some(by)));
        facts.years_after = years_after;
        let mut found = HeaderWords::new(core.len());
        if parts_of(vocabulary, core, |word| found.push(word)).is_none() {
            return Facts::unknown();
        }
        let mut at = 0;
        while at < found.len() {
            at += facts.take_phrase(vocabulary, &found, at);
        }
        // *Mutaties 1e suppletoire begroting* and *Mutaties 2e suppletoire begroting*
        if facts.role == Some(Role::Difference) && facts.change == 0 {
            facts.change = change_of(vocabulary.pack(), found.words().iter().copied());
        }
        facts.is_of_parts = found.folded(0, 1).is_some_and(|word| is_of_parts(vocabulary, word));
        facts.is_stock = (0..found.len())
            .any(|at| found.folded(at, 1).is_some_and(|word| is_of_stock(vocabulary, word)));
        facts.settle_end_of_year(vocabulary.pack(), found.words());
        facts.settle_base_year(vocabulary.pack(), core);
        facts.settle_comparison(vocabulary.pack(), core);
        // Without a star nothing else than the core is looked at, which states none.
        let is_looked_at = core == text && !text.contains('*');
        if facts.rest > 0
            && facts.unit.is_none()
            && !is_looked_at
            && let Some(unit) = amounts(vocabulary.pack(), text)
        {
            facts.unit = Some(unit);
        }
        facts.settle_remark(vocabulary, core);
        facts.settle_reserves(vocabulary, core);
        facts
    }

    /// What flows above a column that is with or without the reserves: *Lasten incl. mutaties reserves* are expenses.
    fn settle_reserves(&mut self, vocabulary: &Vocabulary, core: &str) {
        let pack = vocabulary.pack();
        let Some(head) = money::head_of_reserves(pack, core) else { return };
        let behind = core.get(head.len()..).unwrap_or_default();
        let behind = money::behind_reserves(pack, behind);
        let rest = Facts::of(vocabulary, [head, behind].join(" ").trim());
        if matches!(rest.flow, Some(FlowWord::Expenses | FlowWord::Income))
            && rest.others.is_empty()
        {
            let own = std::mem::take(self);
            let unit = own.unit.or(rest.unit.clone());
            *self = Facts { unit, status: own.status, marks: own.marks, ..rest };
        }
    }

    /// What words in parentheses leave of a header: *Vastgestelde begroting (incl. amendementen en ISB)* is no other budget.
    fn settle_remark(&mut self, vocabulary: &Vocabulary, core: &str) {
        if self.rest == 0 {
            return;
        }
        let Some((before, inside)) = core.split_once('(') else { return };
        let inside = inside.split(')').next().unwrap_or_default();
        let is_unknown = !inside.is_empty() && Facts::of(vocabulary, inside).rest > 0;
        self.is_remarked =
            is_unknown && amounts(vocabulary.pack(), &format!("({inside})")).is_none();
        if self.is_remarked {
            let before = Facts::of(vocabulary, before.trim());
            if before.role.is_some() {
                (self.role, self.others) = (before.role, before.others);
            }
        }
    }

    /// Takes the longest phrase that begins at a word, and returns how many words it has.
    fn take_phrase(
        &mut self,
        vocabulary: &Vocabulary,
        found: &HeaderWords<'_>,
        at: usize,
    ) -> usize {
        for length in (1..=MAX_PHRASE.min(found.len() - at)).rev() {
            let run = found.words().get(at..at + length).unwrap_or_default();
            if let Some(text) = may_be_period(run)
                && let Some(period) = dates::period(vocabulary.pack(), &text)
            {
                self.add_period(period);
                return length;
            }
            if self.day.is_none()
                && let Some(text) = may_be_period(run)
                && let Some(day) = dates::day_of_year(vocabulary.pack(), &text)
            {
                self.day = Some(day);
                return length;
            }
            if let Some(phrase) =
                found.folded(at, length).and_then(|folded| words::phrase(vocabulary, folded))
            {
                self.add_whole(vocabulary, phrase, run.iter().copied());
                return length;
            }
            // *2017 (R)* on its own.
            if length == 2
                && found.len() == 2
                && let Some((role, period)) = words::lettered_after(vocabulary, &run.join(" "))
            {
                self.add_role(role);
                self.add_period(period);
                return length;
            }
            // *B 2017* on its own.
            if length == 2
                && found.len() == 2
                && run.first().is_some_and(|letter| letter.chars().count() == 1)
                && let Some((role, period)) = words::lettered(vocabulary, &run.join(" "))
            {
                self.add_role(role);
                self.add_period(period);
                return length;
            }
        }
        let rest = found.words().get(at..).unwrap_or_default();
        if let Some(length) = amendment(vocabulary, rest) {
            let words = rest.iter().take(length).copied();
            self.change = change_of(vocabulary.pack(), words);
            self.add_role(Role::Amended);
            return length;
        }
        let word = found.words().get(at).copied().unwrap_or_default();
        if let Some((role, period)) = words::lettered(vocabulary, word) {
            self.add_role(role);
            self.add_period(period);
        } else if let Some(meaning) =
            found.folded(at, 1).and_then(|word| vocabulary.pack().header_stem(word))
        {
            self.add(meaning);
        } else if self.role.is_some()
            && self.period.is_none()
            && words::is_through(vocabulary, word)
        {
            // *Realisatie t/m juni 2018* doesn't say when that time begins.
            self.rest = self.rest.saturating_add(1);
            return found.len();
        } else if !found.folded(at, 1).is_some_and(|word| words::is_link_folded(vocabulary, word)) {
            self.rest = self.rest.saturating_add(1);
        }
        1
    }

    /// Adds what a phrase of one or more words states: *begroot saldo* is a flow, and has a role in it.
    fn add_whole<'t>(
        &mut self,
        vocabulary: &Vocabulary,
        phrase: HeaderWord,
        words: impl Iterator<Item = &'t str> + Clone,
    ) {
        let is_of_changes =
            |word: &HeaderWord| matches!(word, HeaderWord::Role(Role::Amended | Role::Difference));
        if phrase.meanings().first().is_some_and(is_of_changes) {
            self.change = change_of(vocabulary.pack(), words.clone());
        }
        let is_flow = |word: &HeaderWord| matches!(word, HeaderWord::Flow(_));
        if phrase.meanings().first().is_some_and(is_flow) && words.clone().nth(1).is_some() {
            let roles = words.filter_map(|word| words::phrase(vocabulary, &fold_word(word)?));
            for role in roles.filter(|word| matches!(word, HeaderWord::Role(_))) {
                self.add(role);
            }
        }
        self.add(phrase);
    }
}

/// Whether a folded word leads to parts of what stands before it: *waarvan*.
fn is_of_parts(vocabulary: &Vocabulary, word: &str) -> bool {
    vocabulary.pack().each(|tables| tables.headers.parts_of).any(|lead| *lead == word)
}

/// Whether a folded word is one for what there is on a day: *Boekwaarde*.
fn is_of_stock(vocabulary: &Vocabulary, word: &str) -> bool {
    vocabulary.pack().each(|tables| tables.headers.stocks).any(|stem| word.starts_with(stem))
}

/// A header without the Roman number of its part of the accounts: *I. Exploitatie-uitgaven*, as the schemes of Flanders have it.
fn without_rank(text: &str) -> Option<&str> {
    /// *VIII*
    const MAX_LEN: usize = 4;
    // Few texts begin so.
    if !text.starts_with(['I', 'V', 'X']) {
        return None;
    }
    let (rank, name) = text.split_once(". ")?;
    let is_rank = (1..=MAX_LEN).contains(&rank.len())
        && rank.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    (is_rank && name.starts_with(char::is_alphabetic)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::vocabulary::{DUTCH, ENGLISH};

    #[test]
    fn headers_state_what_their_words_mean() {
        use FlowWord::{Balance, Expenses, ReservesIn, ReservesOut};
        use Role::{Amended, Budgeted, Realised, Target};
        let dutch = [
            ("Begroting na wijziging Lasten", Some(Amended), Some(Expenses)),
            ("Primitieve begroting", Some(Budgeted), None),
            ("Primitieve begroting Saldo", Some(Budgeted), Some(Balance)),
            ("Begroot lasten", Some(Budgeted), Some(Expenses)),
            ("Realisatie per ultimo", Some(Realised), None),
            ("Ontwerp-begroting", Some(Budgeted), None),
            ("Streef-waarde", Some(Target), None),
            ("Rek", Some(Realised), None),
            ("Begr. na wijz.", Some(Amended), None),
            ("Toevoeging aan reserves", None, Some(ReservesIn)),
            ("Aangepast meerjarenplan", Some(Amended), None),
        ];
        let english = [
            ("Adopted Budget", Some(Budgeted), None),
            ("Revised Budget", Some(Amended), None),
            ("FY Actual", Some(Realised), None),
            ("Actual Expenditures", Some(Realised), Some(Expenses)),
            ("Transfers from reserves", None, Some(ReservesOut)),
        ];
        for (vocabulary, headers) in [(&*DUTCH, &dutch[..]), (&*ENGLISH, &english[..])] {
            for &(header, role, flow) in headers {
                let facts = Facts::of(vocabulary, header);
                assert_eq!((facts.role, facts.flow, facts.rest), (role, flow, 0), "{header}");
            }
        }
        let year = Facts::of(&DUTCH, "Jaar");
        assert_eq!((year.content, year.role), (Some(ColumnKind::Period), None));
        assert_eq!(Facts::of(&DUTCH, "rijnderveen lasten").rest, 1, "a word is unknown");
    }
}

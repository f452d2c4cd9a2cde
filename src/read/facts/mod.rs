//! What a text states about the dimensions of a table, as a header, a label or a caption.

pub(in crate::read) mod classes;
pub(in crate::read) mod endings;
pub(in crate::read) mod formula;
pub(in crate::read) mod looks;
mod seen;
pub(in crate::read) mod spacing;
pub(in crate::read) mod words;

use std::borrow::Cow;

use crate::leaves::period::Period;
use crate::leaves::role::{Role, Statuses};
use crate::leaves::unit::Unit;
use crate::model::cost::Flow;
use crate::read::dates;
use crate::read::header_extras::HeaderExtras;
use crate::read::label;
use crate::read::language::{HeaderWord, Pack};
use crate::read::mapped::MappedColumn;
use crate::read::vocabulary::Vocabulary;
use crate::words::{Within, fold_word, has_digit, split_at_sign};
use words::{ColumnKind, FlowWord};

/// The facts that one text states. Where it contradicts itself on a dimension, that stays open and
/// `is_torn` is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is something that a header may be")]
pub(in crate::read) struct Facts {
    pub(in crate::read) period: Option<Period>,
    pub(in crate::read) role: Option<Role>,
    pub(in crate::read) flow: Option<FlowWord>,
    /// What the word for its role, its flow or its content may mean as well: *Saldo* a difference.
    pub(in crate::read) others: &'static [HeaderWord],
    /// The month and the day of a balance whose year isn't printed: *Stand 31-12*.
    pub(in crate::read) day: Option<(u8, u8)>,
    /// How many years its figures are after the year of their row: −2 in *Bedrag t-2*.
    pub(in crate::read) years_after: Option<i8>,
    /// Which of several changes of a budget: 2 in *2e begrotingswijziging*. 0 if it doesn't say.
    pub(in crate::read) change: u8,
    pub(in crate::read) unit: Option<Unit>,
    pub(in crate::read) status: Statuses,
    pub(in crate::read) marks: Vec<String>,
    pub(in crate::read) content: Option<ColumnKind>,
    /// How many words it has that state none of these.
    pub(in crate::read) rest: u8,
    pub(in crate::read) is_torn: bool,
    /// Whether some of those words stand in parentheses, as a remark does: *2019 (andere meetmethode)*.
    pub(in crate::read) is_remarked: bool,
    /// Whether it is a word for figures of several years: *Meerjarenraming*.
    pub(in crate::read) is_multi_year: bool,
    /// Whether it says of which columns its own is the sum: `(3 = 1 + 2)`.
    pub(in crate::read) is_sum: bool,
    /// Whether a mapping says what it states.
    pub(in crate::read) is_mapped: bool,
}

/// At which end of a year a balance is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum EndOfYear {
    /// *Beginsaldo*, *opening balance*.
    Opening,
    /// *Saldo einde*, *closing balance*.
    Closing,
}

impl EndOfYear {
    /// The month and the day.
    pub(in crate::read) fn day(self) -> (u8, u8) {
        match self {
            EndOfYear::Opening => (1, 1),
            EndOfYear::Closing => (12, 31),
        }
    }
}

/// At which end of a year a balance is by the words of its header. `None` if they name none, or both.
pub(in crate::read) fn end_of_year<'t>(
    pack: &Pack,
    words: impl Iterator<Item = &'t str>,
) -> Option<EndOfYear> {
    let (mut opens, mut closes) = (false, false);
    for word in words.filter_map(fold_word) {
        opens |= pack.has(&word, |tables| tables.headers.openings);
        closes |= pack.has(&word, |tables| tables.headers.closings);
    }
    match (opens, closes) {
        (true, false) => Some(EndOfYear::Opening),
        (false, true) => Some(EndOfYear::Closing),
        _ => None,
    }
}

/// The flow that a letter stands for, where all headers of a row are such letters.
pub(in crate::read) fn flow_of_letter(pack: &Pack, text: &str) -> Option<FlowWord> {
    let mut letters = pack.each(|tables| tables.headers.flow_letters);
    letters.find(|(letter, _)| *letter == text).map(|(_, flow)| *flow)
}

/// Which of several changes of a budget some words count: 2 for *2e begrotingswijziging*, *tweede bijstelling* and *2BA*.
/// 0 if they count none.
pub(in crate::read) fn change_of<'t>(pack: &Pack, mut words: impl Iterator<Item = &'t str>) -> u8 {
    let count = |word: &str| -> Option<u8> {
        let (first, rest) = word.split_at_checked(1)?;
        let digit = first.parse::<u8>().ok().filter(|digit| *digit > 0);
        if let Some(digit) = digit {
            let is_ordinal = !rest.is_empty() && rest.chars().all(char::is_alphabetic);
            return is_ordinal.then_some(digit);
        }
        let mut counting = pack.each(|tables| tables.headers.counting);
        let at = counting.position(|known| known.eq_ignore_ascii_case(word))?;
        let languages = pack.languages().len().max(1);
        let each = pack.each(|tables| tables.headers.counting).count() / languages;
        u8::try_from(at % each.max(1) + 1).ok()
    };
    words.find_map(count).unwrap_or(0)
}

/// The unit of amounts that a text states; a star may stand for *x*: *(\*1000)*.
fn amounts(pack: &Pack, text: &str) -> Option<Unit> {
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

/// A header before a year counted from another one, and how many years that is after it: *Bedrag* and −2 of *Bedrag t-2*.
/// The regulations for the budget of the state call the year of the budget *t*.
fn relative_year(text: &str) -> Option<(&str, i8)> {
    /// Budgets look back two or three years, and ahead four to ten.
    const MAX: i8 = 10;
    let bare = text.strip_suffix(')').unwrap_or(text);
    let digits = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let years: i8 = bare.get(digits.len()..)?.parse().ok().filter(|years| *years <= MAX)?;
    let signed = digits.trim_end();
    let (before, years) = match signed.strip_suffix('+') {
        Some(before) => (before, years),
        None => (signed.strip_suffix(['-', '−', '–'])?, -years),
    };
    let before = before.trim_end().strip_suffix(['t', 'T'])?;
    let before = before.strip_suffix('(').unwrap_or(before);
    let is_word = before.is_empty() || before.ends_with(char::is_whitespace);
    is_word.then_some((before.trim_end(), years))
}

/// The two parts of a header word that has a year attached: *Real.2020*. A single letter before a year (*R2020*) is read elsewhere.
fn glued_year<'t>(vocabulary: &Vocabulary, word: &'t str) -> Option<(&'t str, &'t str)> {
    const MIN: usize = 3;
    const DIGITS: usize = 4;
    if !word.is_ascii() || word.len() < MIN + DIGITS {
        return None;
    }
    let (one, year) = word.split_at_checked(word.len() - DIGITS)?;
    let bare = one.trim_end_matches('.');
    let is_word = bare.len() >= MIN && bare.bytes().all(|byte| byte.is_ascii_alphabetic());
    let known = || fold_word(bare).is_some_and(|word| words::phrase(vocabulary, &word).is_some());
    (is_word && dates::year(year).is_some() && known()).then_some((one, year))
}

/// Passes the words of a header to `take`, until it has no room for more: those that a slash or a point parts as well.
fn parts_of<'t>(
    vocabulary: &Vocabulary,
    core: &'t str,
    mut take: impl FnMut(&'t str) -> Option<()>,
) -> Option<()> {
    const MIN: usize = 3;
    let is_break = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | ';' | '+');
    // *incl.wijz.* is two words, and *n.v.t.* is one.
    let is_word = |part: &str| part.len() >= MIN && part.chars().all(char::is_alphabetic);
    let mut take_words = |word: &'t str| {
        if word.is_empty() {
            return Some(());
        }
        // *Real.2020* and *Begroting2021* lost the space between both.
        if let Some((one, year)) = glued_year(vocabulary, word) {
            take(one)?;
            return take(year);
        }
        let parts = split_at_sign(word, b'.');
        match parts.filter(|(one, rest)| is_word(one) && is_word(rest.trim_end_matches('.'))) {
            Some((one, rest)) => {
                take(one)?;
                take(rest)
            }
            None => take(word),
        }
    };
    for word in core.split(is_break) {
        // `2017/18` is one word, and *Rek./Begr.* are two.
        let Some((one, other)) = split_at_sign(word, b'/') else {
            take_words(word)?;
            continue;
        };
        // *t/m*
        let is_short = one.len() == 1 && other.len() == 1;
        if is_short || dates::period(vocabulary.pack(), word).is_some() {
            take_words(word)?;
        } else {
            word.split('/').try_for_each(&mut take_words)?;
        }
    }
    Some(())
}

/// The longest text that is looked at as a header, in bytes: *Begroting 2019 na tweede
/// bestuursrapportage (bedragen x € 1.000)* has 60.
const MAX_LEN: usize = 90;
/// The most words of a header.
const MAX_WORDS: usize = 14;
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

    /// What a text states as a header that a mapping names as it is.
    pub(in crate::read) fn of_mapped(vocabulary: &Vocabulary, text: &str) -> Option<Self> {
        let mapped = vocabulary.mapped()?;
        let column = mapped.column(mapped.exactly(text)?)?;
        Some(column.facts(Facts::of_words(vocabulary, text)))
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
    fn of_words(vocabulary: &Vocabulary, text: &str) -> Self {
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
        if let Some((period, unit)) = year_in_currency(vocabulary.pack(), core) {
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
        facts
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

    /// What a header states that ends in parentheses with in what its amounts are: *Lasten (x 1.000)*. `None` if that is all it states.
    fn before_amounts(vocabulary: &Vocabulary, text: &str) -> Option<Self> {
        let (before, inside) = text.strip_suffix(')')?.split_once('(')?;
        let unit = amounts(vocabulary.pack(), inside)?;
        let before = Facts::of(vocabulary, before.trim());
        let states = before.is_placing() && before.rest == 0;
        states.then(|| Facts { unit: before.unit.clone().or(Some(unit)), ..before })
    }

    /// What a header of two roles with a minus between them states: *(Na wijziging) - Realisatie*.
    fn of_difference(vocabulary: &Vocabulary, text: &str) -> Option<Self> {
        // Most texts have no dash.
        if !text.bytes().any(|byte| matches!(byte, b'-' | 0xe2)) {
            return None;
        }
        let (one, other) = text.split_once(" - ").or_else(|| text.split_once(" – "))?;
        let of = |part: &str| {
            let part = part.trim();
            let bare = part.strip_prefix('(').and_then(|part| part.strip_suffix(')'));
            Facts::of(vocabulary, bare.unwrap_or(part))
        };
        let (one, other) = (of(one), of(other));
        let states =
            |facts: &Facts| facts.role.is_some() && facts.rest == 0 && facts.content.is_none();
        let is_one_time =
            one.period.is_none() || other.period.is_none() || one.period == other.period;
        (states(&one) && states(&other) && one.role != other.role).then(|| Facts {
            role: Some(Role::Difference),
            period: one.period.or(other.period).filter(|_| is_one_time),
            ..Facts::default()
        })
    }

    /// A balance at the beginning of a year is not that at its end: *Saldo begin 2022*, *closing balance 2022*.
    fn settle_end_of_year(&mut self, pack: &Pack, words: &[&str]) {
        // *Stand 31-12-2023* may be what a plan expects, as well as a result.
        let is_of_a_day = self.day.is_some() || self.period.is_some_and(Period::is_day);
        if is_of_a_day && self.others.contains(&HeaderWord::Role(Role::Budgeted)) {
            self.forget_ambiguous();
        }
        if self.flow != Some(FlowWord::Balance) {
            return;
        }
        let year = self.period.filter(|period| period.as_year().is_some());
        if year.is_none() && self.period.is_some() {
            return;
        }
        let end = end_of_year(pack, words.iter().copied());
        let Some(year) = year else {
            // *Saldo begin*, where the year stands elsewhere.
            self.day = self.day.or(end.map(EndOfYear::day));
            return;
        };
        let day = match end {
            Some(EndOfYear::Opening) => Some(year.start()),
            Some(EndOfYear::Closing) => year.end(),
            None => None,
        };
        self.period = day.and_then(|day| Period::day(day).ok()).or(self.period);
    }

    /// The year after *t.o.v.* is what a difference is measured from, and not the year that it is of: *Mutaties t.o.v. 2017*.
    /// With a stage between them it may be both: *Verschil t.o.v. begroting 2017* stands beside the accounts of that year.
    fn settle_base_year(&mut self, pack: &Pack, core: &str) {
        let Some(year) = self.period.and_then(Period::as_year) else { return };
        if self.role != Some(Role::Difference) {
            return;
        }
        let year = year.to_string();
        let within = Within::new(core);
        let mut before = pack.each(|tables| tables.cells.change_from);
        let is_base = |from: &str| within.split(from).is_some_and(|(_, base)| base.trim() == year);
        if before.any(|from| is_base(from)) {
            self.period = None;
        }
    }

    /// What is measured against something else is neither of both: *Realisatie t.o.v. prognose* may be their difference, and a
    /// share of one of them.
    fn settle_comparison(&mut self, pack: &Pack, core: &str) {
        if self.role.is_none_or(|role| role == Role::Difference) || self.period.is_some() {
            return;
        }
        let within = Within::new(core);
        let mut before = pack.each(|tables| tables.cells.change_from);
        let compares = |(one, other): (&str, &str)| !one.is_empty() && !other.is_empty();
        if before.any(|from| within.split(from).is_some_and(compares)) {
            *self = Facts { rest: 1, unit: self.unit.take(), ..Facts::default() };
        }
    }

    fn unknown() -> Self {
        Facts { rest: u8::MAX, ..Facts::default() }
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

    /// Adds what a phrase states.
    pub(in crate::read) fn add(&mut self, word: HeaderWord) {
        match word {
            HeaderWord::Role(role) => self.add_role(role),
            HeaderWord::Flow(flow) => self.add_flow(flow),
            HeaderWord::Column(content) => {
                use ColumnKind::{Area, Code, Group, Label, Number};
                // *Programme number*, *area code*, *naam afdeling*: the other word says of what.
                let is_of = match self.content {
                    Some(Group) => matches!(content, Label | Code | Number),
                    Some(Area | Label) => matches!(content, Code | Number),
                    _ => false,
                };
                self.content = self.content.filter(|_| !is_of).or(Some(content));
            }
            HeaderWord::Year(_) => self.rest = self.rest.saturating_add(1),
            HeaderWord::Ambiguous(meanings) => {
                // Beside a word that is sure, what it means stays open.
                if self.role.is_some() || self.flow.is_some() || self.content.is_some() {
                    self.add_second(meanings);
                    return;
                }
                if let Some(first) = meanings.first() {
                    self.add(*first);
                    self.others = meanings;
                }
            }
        }
    }

    /// Takes back what a word of several meanings states.
    pub(in crate::read) fn forget_ambiguous(&mut self) {
        match self.others.first() {
            Some(HeaderWord::Role(_)) => self.role = None,
            Some(HeaderWord::Flow(_)) => self.flow = None,
            Some(HeaderWord::Column(_)) => self.content = None,
            _ => {}
        }
        self.others = &[];
    }

    /// Adds a word of several meanings after another word: the first that goes with it.
    fn add_second(&mut self, meanings: &'static [HeaderWord]) {
        let fits = meanings.iter().find(|meaning| match meaning {
            HeaderWord::Role(_) => self.role.is_none(),
            HeaderWord::Flow(_) => self.flow.is_none(),
            _ => false,
        });
        match fits {
            Some(HeaderWord::Role(role)) if self.role.is_none() => self.add_role(*role),
            Some(HeaderWord::Flow(flow)) => self.add_flow(*flow),
            _ => {}
        }
    }

    fn add_period(&mut self, period: Period) {
        match self.period {
            Some(known) if known != period => self.is_torn = true,
            _ => self.period = Some(period),
        }
    }

    fn add_role(&mut self, role: Role) {
        self.role = match (self.role, role) {
            (None, role) => Some(role),
            // A sure word beside one of several meanings.
            (Some(_), role) if !self.others.is_empty() => {
                self.others = &[];
                Some(role)
            }
            // *Verschil rekening en begroting* names what differs.
            (Some(Role::Difference), _) | (_, Role::Difference) => Some(Role::Difference),
            (Some(Role::Budgeted), Role::Amended) | (Some(Role::Amended), Role::Budgeted) => {
                Some(Role::Amended)
            }
            (Some(known), role) if known == role => Some(role),
            (Some(known), _) => {
                self.is_torn = true;
                Some(known)
            }
        };
    }

    fn add_flow(&mut self, flow: FlowWord) {
        use FlowWord::{Balance, Reserves, ReservesIn, ReservesOut};
        // *Resultaat voor reservering* is what is left before something is reserved.
        let may_be_balance = self.others.contains(&HeaderWord::Flow(Balance));
        if may_be_balance && matches!(flow, Reserves | ReservesIn | ReservesOut) {
            self.forget_ambiguous();
            self.flow = Some(Balance);
            return;
        }
        match self.flow {
            None => self.flow = Some(flow),
            // *Saldo van baten en lasten* is of both.
            Some(FlowWord::Balance) => self.others = &[],
            Some(known) if known != flow => {
                self.flow = match (known, flow) {
                    (_, FlowWord::Balance) => Some(FlowWord::Balance),
                    // *Beschikking over reserves (baten)*.
                    (FlowWord::Reserves, FlowWord::Income)
                    | (FlowWord::Income, FlowWord::Reserves) => Some(FlowWord::ReservesOut),
                    (FlowWord::Reserves, FlowWord::Expenses)
                    | (FlowWord::Expenses, FlowWord::Reserves) => Some(FlowWord::ReservesIn),
                    // *Toevoegingen en onttrekkingen reserves*
                    (FlowWord::ReservesIn, FlowWord::ReservesOut)
                    | (FlowWord::ReservesOut, FlowWord::ReservesIn) => Some(FlowWord::Reserves),
                    (FlowWord::Reserves, of @ (FlowWord::ReservesIn | FlowWord::ReservesOut))
                    | (of @ (FlowWord::ReservesIn | FlowWord::ReservesOut), FlowWord::Reserves) => {
                        Some(of)
                    }
                    _ => {
                        self.is_torn = true;
                        None
                    }
                };
            }
            Some(_) => {}
        }
    }

    /// Whether it states a period, a role or a flow.
    pub(in crate::read) fn is_placing(&self) -> bool {
        self.period.is_some()
            || self.day.is_some()
            || self.years_after.is_some()
            || self.role.is_some()
            || self.flow.is_some()
            || self.is_of_mapped_figures()
    }

    /// Whether a mapping says that it is the header of figures.
    pub(in crate::read) fn is_of_mapped_figures(&self) -> bool {
        self.is_mapped && matches!(self.content, None | Some(ColumnKind::Value))
    }

    /// Whether it states something, and has no words left.
    pub(in crate::read) fn is_pure(&self) -> bool {
        self.is_mapped
            || self.rest == 0
                && (self.is_placing() || self.content.is_some() || self.unit.is_some())
    }

    /// Whether it is a year or another period and nothing else.
    pub(in crate::read) fn is_bare_period(&self) -> bool {
        self.period.is_some()
            && self.role.is_none()
            && self.flow.is_none()
            && self.content.is_none()
            && self.rest == 0
    }

    /// The kinds of facts that it states, as bits: headers of one level state the same kinds.
    pub(in crate::read) fn kinds(&self) -> u8 {
        u8::from(self.period.is_some())
            | u8::from(self.role.is_some()) << 1
            | u8::from(self.flow.is_some()) << 2
            | u8::from(self.content.is_some()) << 3
            | u8::from(self.rest > 0) << 4
    }

    /// Whether a header that states this, and no content, is above figures.
    pub(in crate::read) fn is_of_figures(&self) -> bool {
        self.is_placing() || self.unit.is_some()
    }

    /// Forgets what contradicts a wider scope of the same axis, and says that it did: *2019* below *2018*, *Begroting*
    /// below *Rekening*, *Lasten* below *Baten*.
    pub(in crate::read) fn forget_contradictions(&mut self, wider: &mut Facts) -> bool {
        let is_plan = |role: Role| matches!(role, Role::Budgeted | Role::Amended | Role::Expected);
        let is_apart = |one: Role, other: Role| {
            (one == Role::Realised && is_plan(other)) || (is_plan(one) && other == Role::Realised)
        };
        let is_of_flow = |flow: FlowWord| matches!(flow, FlowWord::Expenses | FlowWord::Income);
        let is_sure = self.others.is_empty() && wider.others.is_empty();
        let periods = self.period.zip(wider.period);
        let mut found = false;
        if periods.is_some_and(|(one, other)| !one.contains(other) && !other.contains(one)) {
            (self.period, wider.period) = (None, None);
            found = true;
        }
        if is_sure && self.role.zip(wider.role).is_some_and(|(one, other)| is_apart(one, other)) {
            (self.role, wider.role) = (None, None);
            found = true;
        }
        let flows = self.flow.zip(wider.flow);
        if is_sure
            && flows
                .is_some_and(|(one, other)| one != other && is_of_flow(one) && is_of_flow(other))
        {
            (self.flow, wider.flow) = (None, None);
            found = true;
        }
        found
    }

    /// The facts of a narrower scope and, where that leaves a dimension open, these.
    pub(in crate::read) fn within(&self, wider: &Facts) -> Facts {
        if !self.others.is_empty() && (wider.role.is_some() || wider.flow.is_some()) {
            let others = self.others;
            let mut own = self.clone();
            own.forget_ambiguous();
            let mut all = own.within(wider);
            all.add(HeaderWord::Ambiguous(others));
            return all;
        }
        let has_flow = self.flow.is_some();
        // *Amended* above *Budget*, and *Begroting* above *na wijziging*.
        let role = match (self.role, wider.role) {
            (Some(Role::Budgeted), Some(Role::Amended)) => Some(Role::Amended),
            (own, wider) => own.or(wider),
        };
        Facts {
            period: self.period.or(wider.period),
            role,
            flow: self.flow.or(wider.flow),
            others: if self.role.is_some() || has_flow || self.content.is_some() {
                self.others
            } else {
                wider.others
            },
            day: self.day.or(wider.day),
            years_after: self.years_after.or(wider.years_after),
            change: if self.change > 0 { self.change } else { wider.change },
            unit: self.unit.clone().or_else(|| wider.unit.clone()),
            status: {
                let mut all = self.status;
                all.extend(wider.status.iter());
                all
            },
            marks: self.marks.iter().chain(&wider.marks).cloned().collect(),
            content: self.content.or(wider.content),
            rest: self.rest.max(wider.rest),
            is_torn: self.is_torn || wider.is_torn,
            is_remarked: self.is_remarked || wider.is_remarked,
            is_sum: self.is_sum || wider.is_sum,
            is_multi_year: self.is_multi_year || wider.is_multi_year,
            is_mapped: self.is_mapped || wider.is_mapped,
        }
    }
}

/// The words of a header, each folded once: a phrase is compared without spaces, so that of some words is what
/// they fold to one after the other.
struct HeaderWords<'t> {
    words: [&'t str; MAX_WORDS],
    len: usize,
    folded: String,
    /// Where each word ends in `folded`, and how many words before it are in no phrase.
    ends: [(usize, usize); MAX_WORDS],
}

impl<'t> HeaderWords<'t> {
    fn new(bytes: usize) -> Self {
        HeaderWords {
            words: [""; MAX_WORDS],
            len: 0,
            folded: String::with_capacity(bytes),
            ends: [(0, 0); MAX_WORDS],
        }
    }

    fn words(&self) -> &[&'t str] {
        self.words.get(..self.len).unwrap_or_default()
    }

    fn len(&self) -> usize {
        self.len
    }

    /// `None` if there is no room for it.
    fn push(&mut self, word: &'t str) -> Option<()> {
        let slot = self.words.get_mut(self.len)?;
        let last = self.len.checked_sub(1).and_then(|last| self.ends.get(last));
        let (_, mut strange) = last.copied().unwrap_or_default();
        match fold_word(word) {
            Some(folded) => self.folded.push_str(&folded),
            None => strange += 1,
        }
        *slot = word;
        *self.ends.get_mut(self.len)? = (self.folded.len(), strange);
        self.len += 1;
        Some(())
    }

    /// Some words as a phrase of the vocabulary; `None` if one of them is in none, or they are too long.
    fn folded(&self, at: usize, length: usize) -> Option<&str> {
        const MAX_LEN: usize = 32;
        let end = |at: usize| self.ends.get(..self.len)?.get(at).copied();
        let (from, strange) = at.checked_sub(1).map_or(Some((0, 0)), end)?;
        let (to, strange_to) = end(at + length - 1)?;
        (strange == strange_to && to - from <= MAX_LEN).then(|| self.folded.get(from..to))?
    }
}

/// Some words as one text, where it can be that of a period: those begin or end with a digit.
fn may_be_period<'t>(words: &[&'t str]) -> Option<Cow<'t, str>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let may_be = words.first()?.starts_with(is_digit) || words.last()?.ends_with(is_digit);
    may_be.then(|| match words {
        [one] => Cow::Borrowed(*one),
        more => Cow::Owned(more.join(" ")),
    })
}

impl MappedColumn {
    /// What a header states whose words state `words`.
    pub(in crate::read) fn facts(&self, words: Facts) -> Facts {
        let rest = words.rest.min(1);
        if !self.holds_figures() {
            let content = words::kind_of(self.holds).or(Some(ColumnKind::Attribute));
            return Facts { content, marks: words.marks, is_mapped: true, ..Facts::default() };
        }
        let mut facts = words;
        if self.role.is_some() || self.flow.is_some() {
            facts.forget_ambiguous();
        }
        facts.role = self.role.or(facts.role);
        facts.flow = self.flow.map(flow_word).or(facts.flow);
        facts.period = self.period.or(facts.period);
        facts.unit = self.unit.clone().or(facts.unit);
        let states = facts.role.is_some() || facts.flow.is_some() || facts.period.is_some();
        facts.content = if states { None } else { Some(ColumnKind::Value) };
        // Columns that state the same differ by the words that are left.
        facts.rest = rest;
        facts.is_torn = false;
        facts.is_mapped = true;
        facts
    }
}

/// The word for a flow.
pub(in crate::read) fn flow_word(flow: Flow) -> FlowWord {
    match flow {
        Flow::Expenses => FlowWord::Expenses,
        Flow::Income => FlowWord::Income,
        Flow::Balance => FlowWord::Balance,
    }
}

/// A book year of two years with a currency beside it: *2006/2007 £*. A single year with one may be an amount.
pub(in crate::read) fn year_in_currency(pack: &Pack, text: &str) -> Option<(Period, Unit)> {
    // Most texts are no such pair.
    if !text.contains(['/', '-', '–']) {
        return None;
    }
    let (sign, unit) = pack
        .each(|tables| tables.cells.currencies)
        .find(|(sign, _)| text.starts_with(sign) || text.ends_with(sign))?;
    let year = text.strip_suffix(sign).or_else(|| text.strip_prefix(sign))?.trim();
    let is_pair = year.contains(['/', '-', '–']) && year.len() > 4;
    let period = dates::period(pack, year).filter(|_| is_pair)?;
    Some((period, unit.clone()))
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

/// The words of a name as programs write them: `BudgetYear`, `local_authority_name`. `None` if it is no such name.
fn words_of_identifier(text: &str) -> Option<String> {
    if !text.is_ascii() || text.bytes().any(|byte| !byte.is_ascii_alphanumeric() && byte != b'_') {
        return None;
    }
    let bytes = text.as_bytes();
    let begins_word = |at: usize| {
        let is = |at: usize, is: fn(&u8) -> bool| bytes.get(at).is_some_and(is);
        // `kWh` is one word.
        at > 1
            && is(at, u8::is_ascii_uppercase)
            && is(at - 1, u8::is_ascii_lowercase)
            && is(at - 2, u8::is_ascii_alphabetic)
            && is(at + 1, u8::is_ascii_lowercase)
    };
    // The name of a picture has several numbers: *MJR_2020_2025*.
    let numbers = bytes.chunk_by(|one, other| one.is_ascii_digit() == other.is_ascii_digit());
    if numbers.filter(|part| part.first().is_some_and(u8::is_ascii_digit)).count() > 1 {
        return None;
    }
    let has_words = bytes.contains(&b'_') || (0..bytes.len()).any(begins_word);
    if !has_words || !bytes.iter().any(u8::is_ascii_alphabetic) {
        return None;
    }
    let mut spaced = String::with_capacity(text.len() + 4);
    for (at, c) in text.char_indices() {
        if c == '_' || begins_word(at) {
            spaced.push(' ');
        }
        if c != '_' {
            spaced.push(c);
        }
    }
    Some(spaced.trim().to_owned()).filter(|spaced| !spaced.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::vocabulary::{DUTCH, ENGLISH};

    #[test]
    fn names_of_programs_have_words() {
        for (name, words) in [
            ("BudgetYear", Some("Budget Year")),
            ("local_authority_name", Some("local authority name")),
            ("IBANCode", None),
            ("kWh", None),
            ("Budget", None),
            ("Budget Year", None),
            ("2016_17", None),
            ("_", None),
        ] {
            assert_eq!(words_of_identifier(name).as_deref(), words, "{name}");
        }
    }

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

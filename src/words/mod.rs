//! How words of documents are compared, and the words that several parts of the crate need.

mod dutch;
mod english;

pub(crate) use dutch::DUTCH_BODIES;
pub(crate) use english::ENGLISH_BODIES;

use std::convert::Infallible;
use std::ops::Deref;

/// Brings a text into the form in which words are compared: lower case, letters and digits,
/// with the runs of anything else as one space where `spaced`, else left out.
pub(crate) fn fold(text: &str, spaced: bool) -> String {
    if text.is_ascii() {
        // A faster version of `fold_into` for ASCII, as nearly all texts are.
        let mut folded = Vec::with_capacity(text.len());
        let mut gap = false;
        for byte in text.bytes() {
            if !byte.is_ascii_alphanumeric() {
                gap = spaced;
                continue;
            }
            if gap && !folded.is_empty() {
                folded.push(b' ');
            }
            gap = false;
            folded.push(byte.to_ascii_lowercase());
        }
        // The bytes are ASCII.
        return String::from_utf8(folded).unwrap_or_default();
    }
    let mut folded = String::with_capacity(text.len());
    let Ok(()) = fold_into(text, spaced, |c| {
        folded.push(c);
        Ok::<(), Infallible>(())
    });
    folded
}

/// Whether a text is another one that is folded with spaces between words. Texts that differ do so in their first
/// letters, so that takes less than to fold them.
pub(crate) fn folds_to(text: &str, folded: &str) -> bool {
    folds_into(text, true, folded)
}

/// Whether a text is another one that is folded without spaces.
#[cfg(feature = "codes")]
pub(crate) fn folds_to_letters(text: &str, folded: &str) -> bool {
    folds_into(text, false, folded)
}

fn folds_into(text: &str, spaced: bool, folded: &str) -> bool {
    let mut left = folded.chars();
    let push = |c: char| if left.next() == Some(c) { Ok(()) } else { Err(()) };
    fold_into(text, spaced, push).is_ok() && left.next().is_none()
}

/// Folds a text that may be a word of the vocabulary, or several written as one. `None` if it is too
/// long or not ASCII: that rules out most lines of a document as headers or cells.
pub(crate) fn fold_word(text: &str) -> Option<Folded<32>> {
    Folded::of(text, false)
}

/// Folds a text that may be a question of the vocabulary with its years, with spaces between words.
/// `None` if it is too long or not ASCII.
pub(crate) fn fold_phrase(text: &str) -> Option<Folded<64>> {
    Folded::of(text, true)
}

/// Folds a text that may be a phrase of headers, without spaces. `None` if it is too long or not ASCII.
pub(crate) fn fold_header(text: &str) -> Option<Folded<64>> {
    Folded::of(text, false)
}

/// A folded text that may be in the vocabulary: ASCII, as all words there, and not longer than
/// the longest. It is on the stack, and dereferences to the text.
pub(crate) struct Folded<const MAX_LEN: usize> {
    bytes: [u8; MAX_LEN],
    len: usize,
}

impl<const MAX_LEN: usize> Folded<MAX_LEN> {
    /// `None` from the first character on that rules the text out.
    fn of(text: &str, spaced: bool) -> Option<Self> {
        let mut folded = Folded { bytes: [0; MAX_LEN], len: 0 };
        let mut gap = false;
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() {
                if gap && folded.len > 0 {
                    folded.push(b' ')?;
                }
                gap = false;
                folded.push(byte.to_ascii_lowercase())?;
            } else if byte.is_ascii() {
                gap = spaced;
            } else {
                return Folded::of_letters(text, spaced);
            }
        }
        Some(folded)
    }

    /// The same for a text that isn't ASCII.
    fn of_letters(text: &str, spaced: bool) -> Option<Self> {
        let mut folded = Folded { bytes: [0; MAX_LEN], len: 0 };
        let push = |c: char| {
            let byte = u8::try_from(c).ok().filter(u8::is_ascii).ok_or(())?;
            folded.push(byte).ok_or(())
        };
        fold_into(text, spaced, push).ok()?;
        Some(folded)
    }

    /// `None` if it is full.
    fn push(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.len)? = byte;
        self.len += 1;
        Some(())
    }
}

impl<const MAX_LEN: usize> Deref for Folded<MAX_LEN> {
    type Target = str;

    fn deref(&self) -> &str {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        // The bytes are ASCII.
        str::from_utf8(bytes).unwrap_or_default()
    }
}

/// Folds a text and passes its characters to `push`, until that returns an error.
fn fold_into<E>(
    text: &str,
    spaced: bool,
    mut push: impl FnMut(char) -> Result<(), E>,
) -> Result<(), E> {
    let mut is_first = true;
    let mut gap = false;
    for c in text.chars() {
        if !(c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric())) {
            gap = true;
            continue;
        }
        if gap && spaced && !is_first {
            push(' ')?;
        }
        (gap, is_first) = (false, false);
        if c.is_ascii() {
            push(c.to_ascii_lowercase())?;
        } else if let Some(letters) = ligature(c) {
            letters.chars().try_for_each(&mut push)?;
        } else {
            c.to_lowercase().map(without_accent).try_for_each(&mut push)?;
        }
    }
    Ok(())
}

/// A letter of Dutch without its accent: *categorieën*, *één*.
fn without_accent(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// The letters of a ligature, which text extraction may leave in a text.
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => return None,
    })
}

/// Whether a number without its sign has its thousands apart, as amounts have: `75.000`, `1,234,567`.
pub(crate) fn is_grouped(number: &str) -> bool {
    let mut groups = number.split(['.', ',']);
    let is_of = |group: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_digit())
    };
    let first = groups.next().is_some_and(|first| is_of(first, 1..=3));
    first && number.contains(['.', ',']) && groups.all(|group| is_of(group, 3..=3))
}

/// Whether a text has an ASCII digit. Long texts are looked at in stretches, which takes less than byte by byte.
pub(crate) fn has_digit(text: &str) -> bool {
    const STRETCH: usize = 32;
    let has = |part: &[u8]| part.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    text.as_bytes().chunks(STRETCH).any(has)
}

/// In how many places of a text digits stand.
pub(crate) fn runs_of_digits(text: &str) -> usize {
    runs_of(text, |byte| byte.is_ascii_digit())
}

/// In how many places of a text ASCII letters stand.
pub(crate) fn runs_of_letters(text: &str) -> usize {
    runs_of(text, |byte| byte.is_ascii_alphabetic())
}

/// In how many places of a text some bytes stand.
fn runs_of(text: &str, is: impl Fn(u8) -> bool) -> usize {
    // So short that the count of one has room in a byte.
    const STRETCH: usize = 128;
    let bytes = text.as_bytes();
    let begins = |(one, next): (&u8, &u8)| u8::from(is(*next) & !is(*one));
    let after = bytes.get(1..).unwrap_or_default();
    let parts = bytes.chunks(STRETCH).zip(after.chunks(STRETCH));
    let found: usize = parts
        .map(|(part, after)| usize::from(part.iter().zip(after).map(begins).sum::<u8>()))
        .sum();
    found + usize::from(bytes.first().is_some_and(|byte| is(*byte)))
}

/// The parts before and after the first occurrence of an ASCII character.
pub(crate) fn split_at_sign(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The parts before and after the first occurrence of some ASCII words, such as `" met "`.
/// `str::split_once` has a start-up cost that is too high for many short cells.
pub(crate) fn split_at_words<'t>(text: &'t str, words: &str) -> Option<(&'t str, &'t str)> {
    let words_at =
        |part: &[u8]| part.first() == words.as_bytes().first() && part == words.as_bytes();
    let at = text.as_bytes().windows(words.len()).position(words_at)?;
    Some((text.get(..at)?, text.get(at + words.len()..)?))
}

/// Whether some words stand in a text that is folded with spaces, as whole words.
pub(crate) fn has_phrase(folded: &str, phrase: &str) -> bool {
    let mut rest = folded;
    loop {
        let after = rest.strip_prefix(phrase);
        if after.is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
            return true;
        }
        match split_at_sign(rest, b' ') {
            Some((_, next)) => rest = next,
            None => return false,
        }
    }
}

/// A text with what bytes it has. Most words of a list are no part of most texts, which their letters tell without
/// a search.
#[derive(Clone, Copy)]
pub(crate) struct Within<'t> {
    text: &'t str,
    bytes: u64,
}

impl<'t> Within<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Within { text, bytes: text.bytes().fold(0, |bytes, byte| bytes | bit_of(byte)) }
    }

    /// Whether some words may be a part of it. Some bytes share their bit.
    fn may_have(&self, words: &str) -> bool {
        words.bytes().all(|byte| self.bytes & bit_of(byte) != 0)
    }

    /// Whether some words are a part of it.
    pub(crate) fn has(&self, words: &str) -> bool {
        self.may_have(words) && self.text.contains(words)
    }

    /// Where some words first stand in it.
    pub(crate) fn find(&self, words: &str) -> Option<usize> {
        self.may_have(words).then(|| self.text.find(words)).flatten()
    }

    /// The parts before and after the first occurrence of some ASCII words.
    pub(crate) fn split(&self, words: &str) -> Option<(&'t str, &'t str)> {
        self.may_have(words).then(|| split_at_words(self.text, words)).flatten()
    }

    /// Where some words stand in it, from the first on.
    pub(crate) fn each(&self, words: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        let found = self.may_have(words).then(|| self.text.match_indices(words));
        found.into_iter().flatten().map(|(at, _)| at)
    }
}

/// The place of a byte: signs and digits have one each, and so have letters, whatever their case.
fn bit_of(byte: u8) -> u64 {
    1 << (byte & (63 >> ((byte >> 6) & 1)))
}

/// What the words of a language say about the numbers of a label: shared by reading, validation and
/// evaluation, so it is a part of the language packs that stands here.
///
/// Who validates a budget doesn't know its language, so the words of all languages are looked at.
struct LabelWords {
    /// The words for a result, met or not, without spaces.
    verdicts: &'static [&'static str],
    /// The words for being done, and what may come before them where all, a part or nothing is.
    done: &'static [&'static str],
    done_fully: &'static [&'static str],
    done_partly: &'static [&'static str],
    not_done: &'static [&'static str],
    /// The endings of words for a decrease and for an increase.
    decreases: &'static [&'static str],
    increases: &'static [&'static str],
    /// Those endings that have another meaning as well: *afname* is uptake too.
    unsure_changes: &'static [&'static str],
    /// The words for a change of which it is unknown whether it is an increase.
    changes: &'static [&'static str],
    /// Words that may come before the word for a change.
    change_leads: &'static [&'static str],
    /// What a change is measured from: *ten opzichte van*.
    references: &'static [&'static str],
    /// The endings of words for a change of what comes before: *bevolkingsgroei*. Other words for
    /// changes are often part of something else: *klimaatverandering*, *ontwikkelingsachterstand*.
    change_ends: &'static [&'static str],
    /// Whole words for a change.
    change_words: &'static [&'static str],
    /// The endings of words for a percentage that isn't a share of a whole: the ratios of the
    /// financial position (art. 11 BBV) and the like.
    no_share_ends: &'static [&'static str],
    no_share_phrases: &'static [&'static str],
}

const LANGUAGES: [&LabelWords; 2] = [&dutch::LABELS, &english::LABELS];

/// Whether a text is the words for a result, met or not.
pub(crate) fn is_verdict(folded: &str) -> bool {
    LANGUAGES.iter().any(|words| words.verdicts.contains(&folded))
}

/// The word for being done in a text that is folded with spaces, and how much is done: 0 for
/// nothing, 1 for a part, 2 for all. `None` if the text says something else.
pub(crate) fn achievement(folded: &str) -> Option<(&str, u8)> {
    let (lead, word) = folded.rsplit_once(' ').unwrap_or(("", folded));
    LANGUAGES.iter().filter(|words| words.done.contains(&word)).find_map(|words| {
        let stage = if lead.is_empty() || words.done_fully.contains(&lead) {
            2
        } else if words.done_partly.contains(&lead) {
            1
        } else if words.not_done.contains(&lead) {
            0
        } else {
            return None;
        };
        Some((word, stage))
    })
}

/// What a label says about a row whose numbers are changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChangeLabel {
    /// Whether they are increases; `None` if they may be either.
    pub(crate) is_increase: Option<bool>,
    /// Whether the label can't mean anything else: *vermindering schulden* can't, *bedrijven met groei*
    /// can.
    pub(crate) is_certain: bool,
}

/// Whether a label, folded with spaces, says that the numbers of its row are changes.
pub(crate) fn change_label(folded: &str) -> Option<ChangeLabel> {
    LANGUAGES.iter().find_map(|words| change_in(words, folded))
}

fn change_in(words: &LabelWords, folded: &str) -> Option<ChangeLabel> {
    let ends = |word: &str, ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    // *Uitstoot t.o.v. 1990* is of a change, whichever way.
    if words.references.iter().any(|words| folded.contains(words)) {
        return Some(ChangeLabel { is_increase: None, is_certain: false });
    }
    let mut is_first = true;
    for word in folded.split(' ') {
        let is_increase = if ends(word, words.decreases) {
            Some(false)
        } else if ends(word, words.increases) {
            Some(true)
        } else if words.changes.contains(&word) {
            None
        } else {
            is_first &= words.change_leads.contains(&word);
            continue;
        };
        let is_certain = is_first && is_increase.is_some() && !ends(word, words.unsure_changes);
        return Some(ChangeLabel { is_increase, is_certain });
    }
    None
}

/// Whether a label, folded with spaces, is of how much something changes: such a percentage may
/// be negative, above 100, and of any size.
pub(crate) fn is_of_change(folded: &str) -> bool {
    let is_of_change = |words: &LabelWords, word: &str| {
        words.change_words.contains(&word)
            || words.change_ends.iter().any(|end| word.ends_with(end))
    };
    folded.split(' ').any(|word| LANGUAGES.iter().any(|words| is_of_change(words, word)))
}

/// Whether a label, folded with spaces, is of a percentage that isn't a share of a whole: a
/// change, or one of the ratios of the financial position and the like, which may be negative or
/// above 100.
pub(crate) fn is_no_share(folded: &str) -> bool {
    let is_no_share = |words: &&LabelWords| {
        folded.split(' ').any(|word| words.no_share_ends.iter().any(|end| word.ends_with(end)))
            || words.no_share_phrases.iter().any(|phrase| folded.contains(phrase))
    };
    is_of_change(folded) || LANGUAGES.iter().any(is_no_share)
}

/// How bodies and areas are named in a language; a part of its pack, as [`LabelWords`] are.
pub(crate) struct BodyWords {
    /// All bodies together, or a group that a body is compared with.
    pub(crate) others: &'static [&'static str],
    /// The words around such a name.
    pub(crate) around_others: &'static [&'static str],
    /// Whom the bodies of a size have so many of: *25.000 - 50.000 inwoners*.
    pub(crate) people: &'static [&'static str],
    /// Provinces or the like, which are no municipality.
    pub(crate) provinces: &'static [&'static str],
    /// What the name of a body or an area begins with.
    pub(crate) first: &'static [&'static str],
    /// Those of them that are no body of their own.
    pub(crate) first_of_others: &'static [&'static str],
    /// The word between the kind of a body and its name, where the language needs one: *City of Fort Worth*, while *City
    /// Secretary* and *Town Hall Operations* are parts of a body.
    pub(crate) of: Option<&'static str>,
}

impl BodyWords {
    /// Whether a name, folded with spaces, is that of all organisations together or of a group that an
    /// organisation is compared with.
    pub(crate) fn is_of_others(&self, folded: &str) -> bool {
        if self.others.contains(&folded) {
            return true;
        }
        // *Ter vergelijking: Nederland*
        let is_around = |word: &&str| self.around_others.contains(word);
        if !folded.split(' ').any(|word| is_around(&word)) {
            return false;
        }
        let core = folded.split(' ').filter(|word| !is_around(word)).collect::<Vec<_>>().join(" ");
        self.others.contains(&&*core)
    }

    /// Whether words behind the kind of a body are its name.
    fn is_named<'w>(&self, mut words: impl Iterator<Item = &'w str>) -> bool {
        const MAX_WORDS: usize = 2;
        let Some(of) = self.of else { return words.count() <= MAX_WORDS };
        match words.next() {
            Some(word) => word == of && (1..=MAX_WORDS).contains(&words.count()),
            None => true,
        }
    }

    /// Whether a name, folded with spaces, is that of an organisation or an area: *Gemeente*,
    /// *Provincie Groningen*, *Nederland (CBS)*.
    pub(crate) fn is_of_a_body(&self, folded: &str) -> bool {
        let mut words = folded.split(' ');
        let first = words.next().unwrap_or_default();
        self.is_of_others(folded)
            || self.provinces.contains(&folded)
            || (self.first.contains(&first) && self.is_named(words))
    }
}

const BODIES: [&BodyWords; 2] = [&DUTCH_BODIES, &ENGLISH_BODIES];

/// Whether a name, folded with spaces, is that of a province and of no municipality.
pub(crate) fn is_of_a_province(folded: &str) -> bool {
    BODIES.iter().any(|words| words.provinces.contains(&folded))
}

/// Whether a name, folded with spaces, is that of an organisation or an area, in any language.
pub(crate) fn is_of_a_body(folded: &str) -> bool {
    BODIES.iter().any(|words| words.is_of_a_body(folded))
}

/// Whether a character is a superscript digit, as marks of footnotes are.
pub(crate) fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

//! How words of documents are compared, and the words that several parts of the crate need.

use std::convert::Infallible;
use std::ops::Deref;

/// Brings a text into the form in which words are compared: lower case, letters and digits,
/// with the runs of anything else as one space where `spaced`, else left out.
pub(crate) fn fold(text: &str, spaced: bool) -> String {
    let mut folded = String::with_capacity(text.len());
    let Ok(()) = fold_into(text, spaced, |c| {
        folded.push(c);
        Ok::<(), Infallible>(())
    });
    folded
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
        let mut slots = folded.bytes.iter_mut();
        if text.is_ascii() {
            // A faster version of `fold_into` for ASCII, as nearly all texts are.
            let (mut is_first, mut gap) = (true, false);
            for byte in text.bytes() {
                if !byte.is_ascii_alphanumeric() {
                    gap = true;
                    continue;
                }
                if gap && spaced && !is_first {
                    *slots.next()? = b' ';
                }
                (gap, is_first) = (false, false);
                *slots.next()? = byte.to_ascii_lowercase();
            }
        } else {
            let push = |c: char| {
                let slot = slots.next().filter(|_| c.is_ascii()).ok_or(())?;
                *slot = c as u8;
                Ok::<(), ()>(())
            };
            fold_into(text, spaced, push).ok()?;
        }
        folded.len = MAX_LEN - slots.len();
        Some(folded)
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

/// The parts before and after the first occurrence of an ASCII character.
pub(crate) fn split_at_sign(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The parts before and after the first occurrence of some ASCII words, such as `" met "`.
/// `str::split_once` has a start-up cost that is too high for many short cells.
pub(crate) fn split_at_words<'t>(text: &'t str, words: &str) -> Option<(&'t str, &'t str)> {
    let at = text.as_bytes().windows(words.len()).position(|part| part == words.as_bytes())?;
    Some((text.get(..at)?, text.get(at + words.len()..)?))
}

/// Whether a text is the words for a result, met or not.
pub(crate) fn is_verdict(folded: &str) -> bool {
    matches!(
        folded,
        "behaald" | "nietbehaald" | "deelsbehaald" | "gerealiseerd" | "nietgerealiseerd"
    )
}

/// The word for being done in a text that is folded with spaces, and how much is done: 0 for
/// nothing, 1 for a part, 2 for all. `None` if the text says something else.
pub(crate) fn achievement(folded: &str) -> Option<(&str, u8)> {
    const DONE: &[&str] = &[
        "behaald",
        "gehaald",
        "gerealiseerd",
        "bereikt",
        "uitgevoerd",
        "afgerond",
        "voltooid",
        "gereed",
        "vastgesteld",
        "opgeleverd",
    ];
    let (lead, word) = folded.rsplit_once(' ').unwrap_or(("", folded));
    let stage = match lead {
        "" | "geheel" | "volledig" => 2,
        "deels" | "gedeeltelijk" | "grotendeels" | "bijna" => 1,
        "niet" | "nog niet" => 0,
        _ => return None,
    };
    DONE.contains(&word).then_some((word, stage))
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
    const DOWN: &[&str] = &[
        "vermindering",
        "bezuiniging",
        "ombuiging",
        "reductie",
        "daling",
        "afname",
        "besparing",
        "verlaging",
        "krimp",
        "terugdringing",
        "inkrimping",
        "beperking",
    ];
    const UP: &[&str] =
        &["groei", "toename", "stijging", "verhoging", "uitbreiding", "vermeerdering", "aanwas"];
    // Words that may come before the word for a change.
    let is_lead = |word: &str| {
        matches!(
            word,
            "percentage"
                | "perc"
                | "jaarlijkse"
                | "totale"
                | "gemiddelde"
                | "relatieve"
                | "absolute"
                | "netto"
                | "procentuele"
                | "gerealiseerde"
                | "co2"
                | "economische"
                | "de"
        )
    };
    let ends = |word: &str, ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    // *Uitstoot t.o.v. 1990* is of a change, whichever way.
    let of_reference = ["t o v", "ten opzichte van"].iter().any(|words| folded.contains(words));
    if of_reference {
        return Some(ChangeLabel { is_increase: None, is_certain: false });
    }
    let mut is_first = true;
    for word in folded.split(' ') {
        let is_increase = if ends(word, DOWN) {
            Some(false)
        } else if ends(word, UP) {
            Some(true)
        } else if matches!(word, "verandering" | "mutatie") {
            None
        } else {
            is_first &= is_lead(word);
            continue;
        };
        // *Afname* is uptake as well.
        let is_certain = is_first && is_increase.is_some() && !word.ends_with("afname");
        return Some(ChangeLabel { is_increase, is_certain });
    }
    None
}

/// Whether a label, folded with spaces, is of how much something changes: such a percentage may
/// be negative, above 100, and of any size.
pub(crate) fn is_of_change(folded: &str) -> bool {
    // A word with such an ending is a change of what comes before: *bevolkingsgroei*. Other words for
    // changes are often part of something else: *klimaatverandering*, *ontwikkelingsachterstand*.
    const ENDS: &[&str] = &["groei", "toename", "afname", "stijging", "daling"];
    folded.split(' ').any(|word| {
        matches!(word, "verandering" | "mutatie" | "ontwikkeling")
            || ENDS.iter().any(|end| word.ends_with(end))
    })
}

/// Whether a label, folded with spaces, is of a percentage that isn't a share of a whole: a
/// change, or one of the ratios of the financial position (art. 11 BBV) and the like, which may
/// be negative or above 100.
pub(crate) fn is_no_share(folded: &str) -> bool {
    const ENDS: &[&str] = &[
        "quote",
        "ratio",
        "exploitatieruimte",
        "belastingcapaciteit",
        "weerstandsvermogen",
        "solvabiliteit",
        "dekking",
        "dekkingsgraad",
        "dekkendheid",
        "bezettingsgraad",
        "rendement",
        "index",
    ];
    is_of_change(folded)
        || folded.split(' ').any(|word| ENDS.iter().any(|end| word.ends_with(end)))
        || ["ten opzichte van", "t o v", "verschil met"].iter().any(|words| folded.contains(words))
}

/// Whether a name, folded with spaces, is that of all organisations together or of a group that an
/// organisation is compared with.
pub(crate) fn is_of_others(folded: &str) -> bool {
    // *Ter vergelijking: Nederland*, *gem. Nederland*, *gemiddelde van vergelijkbare gemeenten*.
    const AROUND: &[&str] = &[
        "waarvan",
        "ter",
        "vergelijking",
        "gem",
        "gemiddeld",
        "gemiddelde",
        "in",
        "van",
        "voor",
        "score",
        "cijfer",
    ];
    is_name_of_others(folded) || {
        let words = folded.split(' ').filter(|word| !AROUND.contains(word));
        let core = words.collect::<Vec<_>>().join(" ");
        core.len() < folded.len() && is_name_of_others(&core)
    }
}

fn is_name_of_others(folded: &str) -> bool {
    matches!(
        folded,
        "nederland"
            | "nl"
            | "landelijk"
            | "andere gemeenten"
            | "overige gemeenten"
            | "landelijk gemiddelde"
            | "gemiddelde nederland"
            | "gemiddeld nederland"
            | "nederlands gemiddelde"
            | "provinciaal gemiddelde"
            | "benchmark"
            | "referentiegroep"
            | "referentiegemeenten"
            | "vergelijkbare gemeenten"
            | "vergelijkbare gemeente"
            | "referentiegemeente"
            | "nederlandse gemeenten"
            | "alle gemeenten"
            | "gemiddelde gemeenten"
            | "landelijke score"
            | "landelijk cijfer"
            | "regionaal gemiddelde"
            | "provinciegemiddelde"
            | "regiogemiddelde"
            | "gemiddelde provincie"
            | "gemiddelde regio"
            | "gemiddelde referentiegroep"
            | "gemiddelde benchmark"
            | "peergroep"
            | "europa"
            | "eu"
            | "g4"
            | "g32"
            | "g40"
            | "g50"
    )
}

/// Whether a name, folded with spaces, is that of a province and of no municipality.
pub(crate) fn is_of_a_province(folded: &str) -> bool {
    matches!(
        folded,
        "drenthe"
            | "friesland"
            | "fryslan"
            | "overijssel"
            | "flevoland"
            | "gelderland"
            | "noord holland"
            | "zuid holland"
            | "zeeland"
            | "noord brabant"
            | "brabant"
            | "limburg"
    )
}

/// Whether a name, folded with spaces, is that of an organisation or an area: *Gemeente*, *Provincie
/// Groningen*, *Nederland (CBS)*.
pub(crate) fn is_of_a_body(folded: &str) -> bool {
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    is_of_others(folded)
        || is_of_a_province(folded)
        || (matches!(
            first,
            "gemeente"
                | "provincie"
                | "regio"
                | "waterschap"
                | "nederland"
                | "landelijk"
                | "g4"
                | "g40"
        ) && words.count() <= 2)
}

/// Whether a character is a superscript digit, as marks of footnotes are.
pub(crate) fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// A count with its noun: `1 cell`, `2 cells`.
pub(crate) fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

//! Codes and running numbers in front of labels, and their order.

/// A code without the letter after its number, and that letter: `1a`, `2.1b`.
fn without_letter(text: &str) -> (&str, Option<u8>) {
    match text.as_bytes() {
        [.., digit, letter] if digit.is_ascii_digit() && letter.is_ascii_lowercase() => {
            (text.get(..text.len() - 1).unwrap_or(text), Some(*letter))
        }
        _ => (text, None),
    }
}

/// Whether a text is a code or a running number: `1`, `0.61`, `43-3`, `IIA`, `1a`.
pub(in crate::read) fn is_code(text: &str) -> bool {
    /// *2030m* is a length.
    const MAX_WITH_LETTER: usize = 4;
    let text = text.trim_end_matches(['.', ':', ')']);
    let (text, letter) = without_letter(text);
    if letter.is_some() && text.len() > MAX_WITH_LETTER {
        return false;
    }
    // What begins with a minus is an amount.
    !text.is_empty()
        && text.len() <= 8
        && !text.starts_with('-')
        && text.bytes().all(|byte| {
            byte.is_ascii_digit() || matches!(byte, b'.' | b'-') || byte.is_ascii_uppercase()
        })
        && text.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

/// A part of a code is below this.
const PARTS: u32 = 10_000;
/// The endings that a number can have: none, or one of 26 letters (`1a`).
const LETTERS: u64 = 27;

/// Where a code stands in the order of a list. `None` if a text is no code.
pub(in crate::read) fn rank(text: &str) -> Option<u64> {
    let text = Some(text).filter(|text| is_code(text))?.trim_end_matches(['.', ':', ')']);
    let (text, letter) = without_letter(text);
    let part = |part: &str| {
        let digits = part.trim_start_matches(|c: char| !c.is_ascii_digit());
        digits.parse::<u32>().unwrap_or(0).min(PARTS * PARTS)
    };
    let mut parts = text.split(['.', '-']);
    let first = part(parts.next().unwrap_or_default());
    let second = part(parts.next().unwrap_or_default()).min(PARTS - 1);
    let rank = u64::from(first) * u64::from(PARTS) + u64::from(second);
    Some(rank * LETTERS + letter.map_or(0, |letter| u64::from(letter - b'a') + 1))
}

/// Whether a code may stand right below another one: codes rise, and those of one part may be sorted as texts are, `0.1`, `0.10`, `0.2`.
pub(in crate::read) fn may_follow(code: u64, above: u64) -> bool {
    let part = |code: u64| code / (u64::from(PARTS) * LETTERS);
    code >= above || part(code) == part(above)
}

/// Whether codes come in order, as those of a list do.
pub(in crate::read) fn is_rising(codes: &[&str]) -> bool {
    let key = |text: &str| -> Vec<u32> {
        text.split(['.', '-']).filter_map(|part| part.trim_end_matches(')').parse().ok()).collect()
    };
    let keys: Vec<Vec<u32>> = codes.iter().map(|code| key(code)).collect();
    keys.windows(2).all(|pair| pair.first() <= pair.last())
}

/// The number and the letter that a text begins with: *1a Bestaand beleid*.
pub(super) fn lettered(text: &str) -> Option<(u16, char)> {
    let code = text.split_whitespace().next().filter(|code| (2..=4).contains(&code.len()))?;
    let digits = code.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let letter = code.chars().next_back().filter(|_| digits.len() + 1 == code.len())?;
    Some((digits.parse().ok()?, letter))
}

/// The letter that numbers a text in a list: *c. Maatregelen*.
pub(in crate::read) fn letter_in_front(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [letter, b'.' | b')', b' ', _, ..] if letter.is_ascii_lowercase() => Some(*letter),
        _ => None,
    }
}

//! Texts of documents as a report may show them.

/// A text without signs that act on what stands around it: control characters, which a terminal
/// obeys, and those that turn the direction of writing. Each becomes `�`, so that a reader sees that
/// there was something. White space becomes single blanks.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            sign if sign.is_whitespace() => {
                if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            sign if acts(sign) => cleaned.push(char::REPLACEMENT_CHARACTER),
            sign => cleaned.push(sign),
        }
    }
    cleaned.truncate(cleaned.trim_end().len());
    cleaned
}

/// Whether a sign does something to others, or is none.
fn acts(sign: char) -> bool {
    let code = u32::from(sign);
    let is_noncharacter = matches!(code, 0xFDD0..=0xFDEF) || code & 0xFFFE == 0xFFFE;
    let turns = matches!(sign, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    sign.is_control() || turns || is_noncharacter
}

/// The beginning of a text, where there is room for no more.
pub(crate) fn beginning(text: &str, most: usize) -> String {
    let mut signs = text.chars();
    let mut short: String = signs.by_ref().take(most).collect();
    if signs.next().is_some() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    short
}

/// The first letter of a text in upper case.
pub(crate) fn capitalised(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_act_are_shown() {
        assert_eq!(clean(" a\u{1b}[31m\n\tb \u{202e}c\0"), "a�[31m b �c�");
        assert_eq!(clean("שלום – é"), "שלום – é");
        assert_eq!(clean("\u{ffff}\n"), "�");
    }

    #[test]
    fn beginnings_end_in_an_ellipsis() {
        assert_eq!(beginning("één twee", 4), "één…");
        assert_eq!(beginning("één", 3), "één");
    }
}

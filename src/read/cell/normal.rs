//! Normalises the white space and invisible characters of a cell.

use std::borrow::Cow;

/// The cell on one line, with one space where there is white space, and without characters that
/// are invisible. A no-break space or a thin one stays between digits, where it may group them.
pub(super) fn normal(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_plain = text.is_ascii()
        && !bytes.iter().any(u8::is_ascii_control)
        && !bytes.windows(2).any(|pair| pair == b"  ");
    if is_plain {
        return Cow::Borrowed(text);
    }
    let mut normal = String::with_capacity(text.len());
    let mut gap: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            // One that may break is none that groups.
            gap = match gap {
                None if is_grouping_space(c) => Some(GROUPS),
                _ => Some(' '),
            };
            continue;
        }
        if is_unseen(c) {
            // Between digits it may stand for a dash that was lost: nothing is read then.
            let before_digit = chars.peek().is_some_and(char::is_ascii_digit);
            let after_digit = normal.ends_with(|before: char| before.is_ascii_digit());
            if !(before_digit && (after_digit || c == '\u{ad}')) {
                continue;
            }
        }
        let c = if matches!(c, '\u{2010}'..='\u{2012}') { '-' } else { c };
        if let Some(space) = gap.take() {
            let is_between_digits =
                c.is_ascii_digit() && normal.ends_with(|before: char| before.is_ascii_digit());
            normal.push(if is_between_digits { space } else { ' ' });
        }
        normal.push(c);
    }
    Cow::Owned(normal)
}

/// The space that may group the digits of a number.
pub(super) const GROUPS: char = '\u{a0}';

fn is_grouping_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}')
}

/// Characters without a width: soft hyphens and joiners. Those that turn the direction of what is
/// shown are not included: with them it is unknown what was displayed.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

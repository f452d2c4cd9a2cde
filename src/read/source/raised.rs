//! Characters that a layout sets smaller, above or below the line: the mark of a footnote, a power,
//! an ordinal. They are kept apart from the number before them: `12` with a raised `1` is no 121.

/// Adds raised characters to a text: `12¹`, `m²`, `12 [a]`, `2e`.
pub(super) fn push_raised(text: &mut String, raised: &str) {
    let bare = raised.trim().trim_matches(['(', ')', '[', ']']);
    let is_number = |part: &str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts = || bare.split([',', ' ', ';']).map(str::trim).filter(|part| !part.is_empty());
    if bare == "1" && ends_with_ten(text) {
        // `10¹` looks like a power.
        text.push_str(" 1)");
    } else if !bare.is_empty() && parts().all(is_number) {
        for (index, part) in parts().enumerate() {
            // Two marks: `¹ ²`.
            text.push_str(if index > 0 { " " } else { "" });
            text.extend(part.chars().map(superscript));
        }
    } else if is_letter(bare) && ends_with_number(text) {
        push_letter(text, bare);
    } else {
        text.extend(raised.chars().map(superscript));
    }
}

/// Adds lowered characters to a text: `CO2`, but `12¹` after a number.
pub(super) fn push_lowered(text: &mut String, lowered: &str) {
    if ends_with_number(text) {
        push_raised(text, lowered);
    } else {
        text.push_str(lowered);
    }
}

/// Whether the text of a link may be the mark of a footnote: `1`, `[12]`, `(a)`, `*`.
#[cfg(any(feature = "html", feature = "markdown"))]
fn is_mark(text: &str) -> bool {
    let bare = text.trim().trim_matches(['(', ')', '[', ']']);
    let is_number = (1..=2).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        || is_letter(bare)
        || (!bare.is_empty() && bare.chars().all(|c| c == '*' || crate::words::is_raised(c)))
}

/// Makes a mark of the text from a byte on, which is that of a link to a place in the document, where it
/// is one: it stands right after other text, or is said to lead to a note.
#[cfg(any(feature = "html", feature = "markdown"))]
pub(super) fn mark_link(text: &mut String, from: usize, target: &str) {
    const NOTES: [&str; 6] = ["fn", "_ftn", "note", "noot", "voetnoot", "footnote"];
    let Some(fragment) = target.trim().strip_prefix('#') else { return };
    let (Some(before), Some(link)) = (text.get(..from), text.get(from..)) else { return };
    let fragment = fragment.to_ascii_lowercase();
    let is_note = NOTES.iter().any(|note| fragment.starts_with(note));
    let is_glued = before.ends_with(|c: char| !c.is_whitespace());
    if before.trim().is_empty() || !is_mark(link) || !(is_glued || is_note) {
        return;
    }
    let link = link.to_owned();
    text.truncate(from);
    text.truncate(text.trim_end().len());
    push_raised(text, &link);
}

/// A letter that marks a footnote. `12ᵉ` is an ordinal.
fn is_letter(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_lowercase() && byte != b'e')
}

/// `12 [a]`, as it is written where nothing can be raised.
fn push_letter(text: &mut String, letter: &str) {
    text.push_str(" [");
    text.push_str(letter);
    text.push(']');
}

fn ends_with_number(text: &str) -> bool {
    text.trim_end().ends_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | '‰'))
}

/// Whether a text ends with the number 10, and not with another that ends so.
fn ends_with_ten(text: &str) -> bool {
    let before = text.strip_suffix("10");
    before.is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_digit() || ".,".contains(c)))
}

/// The superscript form of a digit.
fn superscript(c: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    digit.and_then(|digit| DIGITS.get(digit)).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_characters_stand_apart_from_numbers() {
        for (before, raised, text) in [
            ("12", "1", "12¹"),
            ("12", "(1)", "12¹"),
            ("12", " 1) ", "12¹"),
            ("12", "1, 12", "12¹ ¹²"),
            ("10", "1", "10 1)"),
            ("> 10", "(1)", "> 10 1)"),
            ("210", "1", "210¹"),
            ("10", "3", "10³"),
            ("7,5%", "a", "7,5% [a]"),
            ("2", "e", "2e"),
            ("2", "de", "2de"),
            ("km", "2", "km²"),
            ("10", "*", "10*"),
            ("", "1", "¹"),
        ] {
            let mut shown = before.to_owned();
            push_raised(&mut shown, raised);
            assert_eq!(shown, text, "{before} {raised}");
        }
        for (before, lowered, text) in [("CO", "2", "CO2"), ("12", "1", "12¹"), ("x", "i", "xi")] {
            let mut shown = before.to_owned();
            push_lowered(&mut shown, lowered);
            assert_eq!(shown, text, "{before} {lowered}");
        }
    }

    #[cfg(any(feature = "html", feature = "markdown"))]
    #[test]
    fn links_to_notes_are_marks() {
        for (before, link, target, text) in [
            ("12", "1", "#n1", "12¹"),
            ("12", "[1]", "#n1", "12¹"),
            ("12", "a", "#na", "12 [a]"),
            ("12 ", "1", "#fn1", "12¹"),
            ("Banen", "1", "#n1", "Banen¹"),
            ("12 ", "1", "#n1", "12 1"),
            ("", "12", "#n1", "12"),
            ("12", "1", "/pagina", "121"),
            ("12", "345", "#n1", "12345"),
        ] {
            let mut shown = format!("{before}{link}");
            mark_link(&mut shown, before.len(), target);
            assert_eq!(shown, text, "{before}{link}");
        }
    }
}

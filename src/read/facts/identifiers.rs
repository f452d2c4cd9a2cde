//! Names as programs write them, with their words apart.

/// The words of a name as programs write them: `BudgetYear`, `local_authority_name`. `None` if it is no such name.
pub(super) fn words_of_identifier(text: &str) -> Option<String> {
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
}

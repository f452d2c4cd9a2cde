//! Words as documents write them: how they are compared, and those that several verbs know.

/// Brings a text into the form in which words are compared: lower case, letters and digits,
/// with the runs of anything else as one space where `spaced`, else left out.
pub(crate) fn fold(text: &str, spaced: bool) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if gap && spaced && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            match ligature(c) {
                Some(letters) => folded.push_str(letters),
                None => folded.extend(c.to_lowercase()),
            }
        } else {
            gap = true;
        }
    }
    folded
}

/// The letters of a sign that print sets for them, and text extraction leaves.
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

/// The words that are a result by themselves.
pub(crate) fn is_verdict(folded: &str) -> bool {
    matches!(
        folded,
        "behaald" | "nietbehaald" | "deelsbehaald" | "gerealiseerd" | "nietgerealiseerd"
    )
}

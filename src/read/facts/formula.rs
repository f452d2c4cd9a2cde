//! How headers name columns and say which of them make another one: `(1)`, `(a)`, `(3 = 1 + 2)`, `(a)-(b)`.

/// The longest formula, in bytes.
const MAX_LEN: usize = 24;

/// The name of a column, and the columns that it is the sum of, each with whether it is subtracted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) struct Formula {
    pub(in crate::read) name: String,
    pub(in crate::read) parts: Vec<(String, bool)>,
}

/// The words of a header, and the name or the formula in parentheses after or before them: *Stand vastgestelde begroting* and
/// `(3 = 1 + 2)`, `(3)=(1+2)` or `(3)=(1)+(2)`.
pub(in crate::read) fn split(header: &str) -> Option<(&str, Formula)> {
    behind(header.trim_end()).or_else(|| in_front(header.trim_start()))
}

/// `Verschil (3)=(2)-(1)`
fn behind(header: &str) -> Option<(&str, Formula)> {
    let (before, inside) = header.strip_suffix(')')?.rsplit_once('(')?;
    // What follows the sign is no part of one name: `(3)=(1)+(2)`.
    let name = before
        .rfind('=')
        .and_then(|equals| header.get(..equals)?.trim_end().strip_suffix(')')?.rsplit_once('('));
    let Some((before, _)) = name else { return Some((before.trim_end(), formula(inside)?)) };
    Some((before.trim_end(), formula(&bare(header.get(before.len()..)?))?))
}

/// `(3)=(2)-(1) Verschil`, as the budgets of the state have it.
fn in_front(header: &str) -> Option<(&str, Formula)> {
    if !header.starts_with('(') {
        return None;
    }
    // As many bytes as a formula may have, and the parentheses around each of its names.
    let head = header.as_bytes().get(..2 * MAX_LEN).unwrap_or(header.as_bytes());
    let end = head.iter().rposition(|byte| *byte == b')')?;
    let (formula_text, words) = header.split_at_checked(end + 1)?;
    let words = words.strip_prefix(char::is_whitespace)?.trim_start();
    words.starts_with(char::is_alphabetic).then_some(())?;
    Some((words, formula(&bare(formula_text))?))
}

/// A formula without the parentheses around its parts.
fn bare(formula: &str) -> String {
    formula.chars().filter(|c| !matches!(c, '(' | ')')).collect()
}

/// The words of a header before the number in parentheses at its end, by which a formula names its column: *Stand
/// ontwerpbegroting (1)*. It says nothing of the figures, and neither does the mark of a footnote that is written so.
pub(in crate::read) fn without_number(header: &str) -> Option<&str> {
    numbered(header.trim().strip_suffix(')')?.rsplit_once('(')?)
}

/// The words of a header behind such a number: *(2) Realisatie*.
pub(in crate::read) fn behind_number(header: &str) -> Option<&str> {
    let (number, words) = header.trim().strip_prefix('(')?.split_once(')')?;
    numbered((words, number))
}

fn numbered<'t>((words, number): (&'t str, &str)) -> Option<&'t str> {
    /// No table of the pages that were read has more columns with a number.
    const MAX: u8 = 20;
    let is_digits = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
    let number = number.parse::<u8>().ok().filter(|number| (1..=MAX).contains(number));
    let words = words.trim();
    let has_words = words.contains(char::is_alphabetic);
    (number.is_some() && is_digits && has_words).then_some(words)
}

/// Whether a text is the name of a column or its formula and nothing else.
pub(in crate::read) fn is_alone(text: &str) -> bool {
    text.len() <= MAX_LEN && text.contains('(') && {
        let bare = bare(text.trim());
        formula(&bare).is_some() || terms(&bare).is_some()
    }
}

/// Whether a text is a formula and nothing else, and no name alone.
pub(in crate::read) fn is_sum_alone(text: &str) -> bool {
    text.len() <= MAX_LEN
        && text.contains(['(', '='])
        && text.contains(['=', '+', '-', '−', '–'])
        && {
            let bare = bare(text);
            let parts = formula(&bare).map(|formula| formula.parts).or_else(|| terms(&bare));
            parts.is_some_and(|parts| parts.len() > 1)
        }
}

fn formula(inside: &str) -> Option<Formula> {
    if inside.len() > MAX_LEN {
        return None;
    }
    let (name, sum) = inside.split_once('=').unwrap_or((inside, ""));
    let name = name.trim();
    if !is_name(name) {
        return None;
    }
    let parts = if sum.is_empty() { Vec::new() } else { terms(sum)? };
    Some(Formula { name: name.to_owned(), parts })
}

/// The names in a sum, each with whether it is subtracted.
fn terms(sum: &str) -> Option<Vec<(String, bool)>> {
    let mut found = Vec::new();
    let mut is_subtracted = false;
    let mut rest = sum;
    loop {
        let end = rest.find(['+', '-', '−', '–']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let name = name.trim();
        if !is_name(name) {
            return None;
        }
        found.push((name.to_owned(), is_subtracted));
        let mut signs = after.chars();
        let Some(sign) = signs.next() else { return Some(found) };
        is_subtracted = sign != '+';
        rest = signs.as_str();
    }
}

fn is_name(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && {
        text.len() == 1 || text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_name_columns_and_their_parts() {
        let of = |text: &str| split(text).map(|(before, formula)| (before.to_owned(), formula));
        let formula = |name: &str, parts: &[(&str, bool)]| Formula {
            name: name.to_owned(),
            parts: parts.iter().map(|(part, sign)| ((*part).to_owned(), *sign)).collect(),
        };
        assert_eq!(of("Stand (1)"), Some(("Stand".to_owned(), formula("1", &[]))));
        assert_eq!(
            of("Stand vastgestelde begroting (3 = 1+2)"),
            Some((
                "Stand vastgestelde begroting".to_owned(),
                formula("3", &[("1", false), ("2", false)])
            ))
        );
        assert_eq!(
            of("Verschil (c=a-b)"),
            Some(("Verschil".to_owned(), formula("c", &[("a", false), ("b", true)])))
        );
        assert_eq!(
            of("Stand (3)=(1)+(2)"),
            Some(("Stand".to_owned(), formula("3", &[("1", false), ("2", false)])))
        );
        // What stands in front of the words, as the budgets of the state have it.
        assert_eq!(
            of("(3)=(2)-(1) Verschil realisatie"),
            Some(("Verschil realisatie".to_owned(), formula("3", &[("2", false), ("1", true)])))
        );
        assert_eq!(of("(1) Stand"), Some(("Stand".to_owned(), formula("1", &[]))));
        assert_eq!(
            (behind_number("(2) Realisatie"), behind_number("(2019) Stand")),
            (Some("Realisatie"), None)
        );
        for other in [
            // What follows is no word.
            "(3)=(2)-(1) 2019",
            "Stand (2019)",
            "Stand (voorlopig)",
            "Stand",
            "(3 = 1 + )",
            "Stand (3 = 1 x 2)",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn a_name_alone_is_no_word() {
        for text in ["(a)", "(1)", "(a)-(b)", "(5 = 3+4)", "(c)=(a)+(b)"] {
            assert!(is_alone(text), "{text}");
        }
        for text in ["a", "1", "(69)-", "(2019)", "(voorlopig)", "3-1", ""] {
            assert!(!is_alone(text), "{text}");
        }
        assert!(is_sum_alone("(a)-(b)") && is_sum_alone("(5 = 3+4)") && !is_sum_alone("(a)"));
        for text in ["-12", "(12)", "1-2", "Stand 2014 (3=1+2)", "Begroting (a)"] {
            assert!(!is_sum_alone(text), "{text}");
        }
    }
}

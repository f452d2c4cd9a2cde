//! How a number is written: `479.350` and `25,8` in Dutch, `479,350` and `25.8` in English, and what
//! is in doubt.

use crate::leaves::number::Number;
use crate::words::split_at_sign;

/// The signs before a negative number. The en dash is what word processors make of a minus.
pub(crate) const MINUS: [char; 3] = ['-', '−', '–'];

/// Which signs a language writes numbers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grammar {
    /// A comma before decimals and points between thousands. Documents in Dutch mix in numbers that
    /// are written in the other way, so some are in doubt.
    DecimalComma,
    /// A point before decimals and commas between thousands. Documents in English hold to that.
    DecimalPoint,
}

impl Grammar {
    /// The sign between thousands.
    pub(crate) fn groups(self) -> char {
        match self {
            Grammar::DecimalComma => '.',
            Grammar::DecimalPoint => ',',
        }
    }

    /// The sign before decimals.
    pub(crate) fn decimals(self) -> char {
        match self {
            Grammar::DecimalComma => ',',
            Grammar::DecimalPoint => '.',
        }
    }
}

/// A number as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// It can be read in one way: `15`, `25,8`, `479.350`, `1.234,5`.
    Plain(Number),
    /// One sign with three digits after it: `1.049` is 1049 or 1.049, and so is `1,049`.
    Grouped {
        /// The sign groups thousands.
        whole: Number,
        /// The sign comes before decimals.
        decimal: Number,
        /// The sign is a point, not a comma.
        point: bool,
        /// It groups unless something speaks against it: `12.345`.
        safe: bool,
    },
    /// A point that can't group thousands: `7.5`.
    Point(Number),
}

impl Written {
    /// As many times ten to some power: `1,2 mln` is 1200000.
    pub(crate) fn times_ten_to(self, power: u32) -> Option<Self> {
        let times = |number: Number| number.times_ten_to(power);
        Some(match self {
            Written::Plain(number) => Written::Plain(times(number)?),
            Written::Point(number) => Written::Point(times(number)?),
            Written::Grouped { whole, decimal, point, safe } => {
                Written::Grouped { whole: times(whole)?, decimal: times(decimal)?, point, safe }
            }
        })
    }

    /// The same with the other sign.
    pub(crate) fn negated(self) -> Self {
        match self {
            Written::Plain(number) => Written::Plain(-number),
            Written::Point(number) => Written::Point(-number),
            Written::Grouped { whole, decimal, point, safe } => {
                Written::Grouped { whole: -whole, decimal: -decimal, point, safe }
            }
        }
    }

    /// Reads digits with points, commas, and a sign in front; `None` where they are not written as a
    /// number is.
    pub(crate) fn read(grammar: Grammar, text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(MINUS);
        let negative = unsigned.is_some();
        let digits = unsigned.unwrap_or(text);
        if !digits.is_ascii() && digits.contains(NO_BREAK) {
            return spaced(grammar, negative, digits).map(Written::Plain);
        }
        if all_digits(digits) {
            return join(negative, [digits, ""], "").map(Written::Plain);
        }
        match grammar {
            Grammar::DecimalComma => Self::with_comma(negative, digits),
            Grammar::DecimalPoint => with_point(negative, digits).map(Written::Plain),
        }
    }

    /// Reads digits in which a comma comes before decimals, and a point may.
    fn with_comma(negative: bool, digits: &str) -> Option<Self> {
        let (whole, decimals) = match split_at_sign(digits, b',') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits, None),
        };
        if decimals.is_some_and(|decimals| !all_digits(decimals)) {
            return None;
        }
        let number = |whole: &str, decimals: &str| join(negative, [whole, ""], decimals);
        let grouped = |first: &str, rest: &str| join(negative, [first, rest], "");
        match (split_at_sign(whole, b'.'), decimals) {
            (None, Some(decimals)) if may_group(whole, decimals) => Some(Written::Grouped {
                whole: grouped(whole, decimals)?,
                decimal: number(whole, decimals)?,
                point: false,
                safe: false,
            }),
            (None, _) => number(whole, decimals.unwrap_or("")).map(Written::Plain),
            (Some((first, rest)), None) if all_digits(rest) => {
                if is_grouped(first, rest, '.') {
                    Some(Written::Grouped {
                        whole: grouped(first, rest)?,
                        decimal: number(first, rest)?,
                        point: true,
                        safe: first.len() > 1,
                    })
                } else {
                    number(first, rest).map(Written::Point)
                }
            }
            (Some((first, rest)), _) if is_grouped(first, rest, '.') => {
                number(whole, decimals.unwrap_or("")).map(Written::Plain)
            }
            (Some(_), _) => None,
        }
    }
}

/// The space that groups digits and never parts two numbers.
const NO_BREAK: char = '\u{a0}';

/// Digits in which a point comes before decimals and commas group: `1,234.5`, `.5`.
fn with_point(negative: bool, digits: &str) -> Option<Number> {
    let (whole, decimals) = match split_at_sign(digits, b'.') {
        Some((whole, decimals)) if all_digits(decimals) => (whole, decimals),
        Some(_) => return None,
        None => (digits, ""),
    };
    match split_at_sign(whole, b',') {
        // `.5` is one half, and a sign alone is nothing.
        None if whole.is_empty() && decimals.is_empty() => None,
        None if whole.is_empty() => join(negative, ["0", ""], decimals),
        None => all_digits(whole).then(|| join(negative, [whole, ""], decimals))?,
        Some((first, rest)) => {
            is_grouped(first, rest, ',').then(|| join(negative, [first, rest], decimals))?
        }
    }
}

/// A number whose thousands are grouped by spaces that don't break.
fn spaced(grammar: Grammar, negative: bool, digits: &str) -> Option<Number> {
    let sign = grammar.decimals();
    let (whole, decimals) = digits.split_once(sign).unwrap_or((digits, ""));
    let mut groups = whole.split(NO_BREAK);
    let first = groups.next()?;
    let is_grouped = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && all_digits(first)
        && groups.all(|group| group.len() == 3 && all_digits(group))
        && (decimals.is_empty() || all_digits(decimals))
        && !digits.ends_with(sign);
    let plain: String = whole.chars().filter(|c| *c != NO_BREAK).collect();
    is_grouped.then(|| join(negative, [&plain, ""], decimals)).flatten()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a comma between these may group, as in English. Three decimals are rare, so this
/// is in doubt with up to three digits in front.
fn may_group(first: &str, rest: &str) -> bool {
    (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.len() == 3
}

/// Whether `first.rest` is written in groups of three.
fn is_grouped(first: &str, rest: &str, sign: char) -> bool {
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && all_digits(first)
        && rest.split(sign).all(|group| group.len() == 3 && all_digits(group))
}

/// Puts the digits together, without the signs that group in `whole`; `None` for anything else than
/// digits there, leading zeros, a negative zero, or too many digits.
fn join(negative: bool, whole: [&str; 2], decimals: &str) -> Option<Number> {
    let [first, rest] =
        whole.map(|digits| digits.bytes().filter(|byte| !matches!(byte, b'.' | b',')));
    let whole = first.chain(rest);
    let mut digits = whole.clone().take(2);
    match (digits.next(), digits.next()) {
        (None, _) | (Some(b'0'), Some(_)) => return None,
        _ => {}
    }
    Number::from_digits(negative, whole.chain(decimals.bytes()), decimals.len())
}

//! What is wrong with a text or a number that should have been a leaf of the model.

use std::fmt;

/// Why a text, or the parts given to a constructor, can't be a value of a leaf type.
///
/// The message names the type, the text and the byte where it goes wrong. Long texts are
/// cut, and control characters escaped, so that a message is always one short line.
///
/// ```
/// let error = "1e3".parse::<beleid::Number>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#"invalid number "1e3" at byte 1: expected a digit, a point or the end"#,
/// );
/// assert_eq!(error.position(), 1);
/// ```
#[doc(alias = "fout")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("invalid {} {} at byte {}: {}", .0.what, Quoted(&.0.text), .0.at, .0.problem)]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    what: &'static str,
    text: String,
    at: usize,
    problem: Problem,
}

impl Error {
    pub(crate) fn new(what: &'static str, text: &str, at: usize, problem: Problem) -> Self {
        Error(Box::new(Inner { what, text: text.to_owned(), at, problem }))
    }

    /// The whole text that was refused; for a constructor, its arguments as text.
    ///
    /// ```
    /// let error = "2017-Q9".parse::<beleid::Period>().unwrap_err();
    /// assert_eq!(error.text(), "2017-Q9");
    /// ```
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The byte, counted from 0, in [`text`](Self::text) where it goes wrong; the length of the text
    /// where something is missing at its end.
    ///
    /// ```
    /// let error = "2017-Q9".parse::<beleid::Period>().unwrap_err();
    /// assert_eq!(&error.text()[error.position()..], "9");
    /// ```
    pub fn position(&self) -> usize {
        self.0.at
    }
}

/// What is wrong, in the words of the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[cfg_attr(not(feature = "read"), allow(dead_code))]
pub(crate) enum Problem {
    #[error("it is empty")]
    Empty,
    #[error("expected letters or digits, and not more than are looked at")]
    NoWord,
    #[error("a header is added without its period, which is read by itself")]
    HasPeriod,
    #[error("expected a header, an equals sign, and what the column holds")]
    ExpectedColumn,
    #[error("expected a header, or # and a number from 1 on")]
    NoColumn,
    #[error("expected a digit")]
    ExpectedDigit,
    #[error("expected a digit, a point or the end")]
    ExpectedNumberEnd,
    #[error("a leading zero")]
    LeadingZero,
    #[error("zero has no sign")]
    NegativeZero,
    #[error("more digits than an exact decimal holds (28)")]
    TooManyDigits,
    #[error("expected a year of four digits")]
    ExpectedYear,
    #[error("years run from 0001 to 9999")]
    YearOutOfRange,
    #[error("a school year ends in the year after it begins")]
    SchoolYear,
    #[error("a year has half-years H1 and H2")]
    HalfYear,
    #[error("a year has quarters Q1 to Q4")]
    Quarter,
    #[error("a year has months 01 to 12")]
    Month,
    #[error("the month has no such day")]
    Day,
    #[error("it must end later than it begins")]
    EndsTooEarly,
    #[error("the low end is above the high end")]
    Reversed,
    #[error("no number lies between these ends")]
    NoNumber,
    #[error("expected the end of the period")]
    ExpectedPeriodEnd,
    #[error("expected digits, a letter, or digits and a letter")]
    ExpectedSegment,
    #[error("a part of a code has at most nine digits")]
    LongSegment,
    #[error("a code has at most 16 parts")]
    TooManySegments,
    #[error("a character that can't be seen")]
    Control,
    #[error("white space at the beginning or the end")]
    OuterSpace,
    #[error("white space")]
    Space,
    #[error("a rate is per one or more")]
    PerNothing,
    #[error("no rule has this code")]
    UnknownRule,
    #[error("expected {}", OneOf(.0))]
    UnknownCode(&'static [&'static str]),
    #[error("only finite numbers are decimals")]
    NotFinite,
    #[error("expected `/budget`, and then its parts")]
    ExpectedBudget,
    #[error("no part of a budget has this key")]
    UnknownKey,
    #[error("expected an index, counted from 0")]
    ExpectedIndex,
}

/// Some codes, as a message lists them: "a, b or c". Of many it says how many there are.
struct OneOf<'a>(&'a [&'static str]);

impl fmt::Display for OneOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LISTED: usize = 20;
        if let [first, .., last] = self.0
            && self.0.len() > LISTED
        {
            return write!(f, "one of {} codes, from {first} to {last}", self.0.len());
        }
        let last = self.0.len().saturating_sub(1);
        for (index, code) in self.0.iter().enumerate() {
            match index {
                0 => {}
                _ if index == last => f.write_str(" or ")?,
                _ => f.write_str(", ")?,
            }
            f.write_str(code)?;
        }
        Ok(())
    }
}

/// A text between quotes, escaped and cut, for use in a message.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl Quoted<'_> {
    /// How many characters are shown.
    pub(crate) const SHOWN: usize = 60;
}

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut chars = self.0.chars();
        let head: String = chars.by_ref().take(Quoted::SHOWN).collect();
        if chars.next().is_none() { write!(f, "{head:?}") } else { write!(f, "{head:?}…") }
    }
}

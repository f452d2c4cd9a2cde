//! Numbers and values as text for people, in Dutch or English.
//!
//! [`Display`](std::fmt::Display) is for logs and for parsing: it has a decimal point and no
//! grouping. The methods here are for sentences and tables: `1.049` and `25,8` in Dutch, `1,049`
//! and `25.8` in English.

use std::ops::Bound;

use crate::language::Language;
use crate::leaves::bounds::Bounds;
use crate::leaves::interval::Interval;
use crate::leaves::number::Number;
use crate::leaves::unit::Unit;
use crate::leaves::value::{Comparison, Missing, Reference, Value};

/// The word or phrase of a language.
fn word(language: Language, english: &'static str, dutch: &'static str) -> &'static str {
    match language {
        Language::English => english,
        Language::Dutch => dutch,
    }
}

/// A number that is written with a decimal point and without grouping, as people of a language
/// write it.
pub(crate) fn localised(plain: &str, language: Language) -> String {
    let (group, point) = match language {
        Language::English => (',', '.'),
        Language::Dutch => ('.', ','),
    };
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    let whole = digits.bytes().take_while(u8::is_ascii_digit).count();
    let mut text = String::with_capacity(plain.len() * 4 / 3 + 1);
    if digits.len() < plain.len() {
        text.push('-');
    }
    for (index, sign) in digits.char_indices() {
        if index > 0 && index < whole && (whole - index) % 3 == 0 {
            text.push(group);
        }
        text.push(if sign == '.' { point } else { sign });
    }
    text
}

impl Number {
    /// The number as it is written in a language: with its digits in groups of three, and with all
    /// of its decimal places.
    ///
    /// ```
    /// use beleid::{Language, Number};
    ///
    /// let visitors = Number::from(1049);
    /// assert_eq!(visitors.text(Language::Dutch), "1.049");
    /// assert_eq!(visitors.text(Language::English), "1,049");
    /// let share = Number::try_from(-25.8)?;
    /// assert_eq!(share.text(Language::Dutch), "-25,8");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn text(self, language: Language) -> String {
        localised(&self.to_string(), language)
    }

    /// The number with its unit, as they are written in a language: `25,8 %`, `€ 1.049`, `12
    /// dagen`.
    ///
    /// ```
    /// use beleid::{Language, Number, Unit};
    ///
    /// let share = Number::try_from(25.8)?;
    /// assert_eq!(share.text_in(&Unit::PERCENT, Language::Dutch), "25,8 %");
    /// assert_eq!(Number::from(1049).text_in(&Unit::EURO, Language::English), "€ 1,049");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn text_in(self, unit: &Unit, language: Language) -> String {
        in_unit(&self.text(language), unit, language)
    }
}

/// A text of numbers with their unit, without its scale: the numbers have it applied.
fn in_unit(numbers: &str, unit: &Unit, language: Language) -> String {
    let text = unit.text(language);
    if unit.is_like(&Unit::COUNT) {
        numbers.to_owned()
    } else if unit.measure() == Unit::EURO.measure() {
        format!("€ {numbers}{}", text.trim_start_matches("euro"))
    } else {
        format!("{numbers} {text}")
    }
}

impl Interval {
    /// The range as it is written in a language.
    ///
    /// ```
    /// use beleid::{Interval, Language};
    ///
    /// assert_eq!(Interval::new(900, 1200)?.text(Language::Dutch), "900–1.200");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn text(self, language: Language) -> String {
        format!("{}–{}", self.low().text(language), self.high().text(language))
    }
}

impl Bounds {
    /// The set of numbers in words: *more than 15*.
    ///
    /// ```
    /// use beleid::{Bounds, Language};
    ///
    /// let target = Bounds::more_than(1500);
    /// assert_eq!(target.text(Language::Dutch), "meer dan 1.500");
    /// assert_eq!(target.text(Language::English), "more than 1,500");
    /// ```
    pub fn text(self, language: Language) -> String {
        use Bound::{Excluded, Included, Unbounded};
        let end = |comparison: Comparison, number: Number| {
            format!("{} {}", comparison.text(language), number.text(language))
        };
        let low = match self.low() {
            Excluded(low) => Some(end(Comparison::MoreThan, low)),
            Included(low) => Some(end(Comparison::AtLeast, low)),
            Unbounded => None,
        };
        let high = match self.high() {
            Excluded(high) => Some(end(Comparison::LessThan, high)),
            Included(high) => Some(end(Comparison::AtMost, high)),
            Unbounded => None,
        };
        if let Some(exact) = self.exact() {
            return exact.text(language);
        }
        if let (Included(low), Included(high)) = (self.low(), self.high()) {
            let to = word(language, "to", "tot en met");
            return format!("{} {to} {}", low.text(language), high.text(language));
        }
        match (low, high) {
            (None, None) => word(language, "any number", "een onbekend getal").to_owned(),
            (Some(end), None) | (None, Some(end)) => end,
            (Some(low), Some(high)) => format!("{low} {} {high}", word(language, "and", "en")),
        }
    }
}

impl Value {
    /// The value as it is written in a language.
    ///
    /// ```
    /// use beleid::{Change, Language, Missing, Value};
    ///
    /// assert_eq!(Value::more_than(1500).text(Language::Dutch), "> 1.500");
    /// assert_eq!(Value::from(Missing::NotMeasured).text(Language::Dutch), "niet gemeten");
    /// assert_eq!(Value::Change(Change::Increase).text(Language::Dutch), "toename");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let compared = |comparison: Comparison, number: Number| {
            format!("{} {}", comparison.symbol(), number.text(language))
        };
        match self {
            // It says no more than the dash that was printed.
            Value::Missing(Missing::Unspecified) => "-".to_owned(),
            Value::Missing(reason) => reason.text(language).to_owned(),
            Value::Exact(number) => number.text(language),
            Value::MoreThan(number) => compared(Comparison::MoreThan, *number),
            Value::AtLeast(number) => compared(Comparison::AtLeast, *number),
            Value::LessThan(number) => compared(Comparison::LessThan, *number),
            Value::AtMost(number) => compared(Comparison::AtMost, *number),
            Value::Between(interval) => interval.text(language),
            Value::Relative { comparison, to } => {
                format!("{} {}", comparison.symbol(), to.text(language))
            }
            Value::Change(change) => change.text(language).to_owned(),
            Value::ChangeBy { direction, by, unit, to } => {
                let mut text = by.text(language);
                if let Some(unit) = unit {
                    text = in_unit(&text, unit, language);
                }
                let of = word(language, "by", "van");
                let mut text = format!("{} {of} {text}", direction.text(language));
                if let Some(to) = to {
                    text.push_str(word(language, " from ", " ten opzichte van "));
                    text.push_str(&to.text(language));
                }
                text
            }
            Value::Flag(true) => word(language, "yes", "ja").to_owned(),
            Value::Flag(false) => word(language, "no", "nee").to_owned(),
            Value::Text(text) => format!("“{text}”"),
        }
    }

    /// The value with the unit of its numbers: `> 25,8 %`. No unit is added if the value contains
    /// no number, or if it has a unit of its own.
    ///
    /// ```
    /// use beleid::{Language, Missing, Unit, Value};
    ///
    /// let text = |value: Value| value.text_in(&Unit::PERCENT, Language::Dutch);
    /// assert_eq!(text(Value::more_than(15)), "> 15 %");
    /// assert_eq!(text(Value::from(Missing::NotMeasured)), "niet gemeten");
    /// ```
    pub fn text_in(&self, unit: &Unit, language: Language) -> String {
        let compared = |comparison: Comparison, number: Number| {
            format!("{} {}", comparison.symbol(), number.text_in(unit, language))
        };
        match self {
            Value::Exact(number) => number.text_in(unit, language),
            Value::MoreThan(number) => compared(Comparison::MoreThan, *number),
            Value::AtLeast(number) => compared(Comparison::AtLeast, *number),
            Value::LessThan(number) => compared(Comparison::LessThan, *number),
            Value::AtMost(number) => compared(Comparison::AtMost, *number),
            Value::Between(interval) => in_unit(&interval.text(language), unit, language),
            _ => self.text(language),
        }
    }
}

impl Reference {
    /// What a value is compared with, in words.
    ///
    /// ```
    /// use beleid::{Language, Reference};
    ///
    /// assert_eq!(Reference::Baseline.text(Language::English), "the baseline");
    /// assert_eq!(Reference::Previous.text(Language::Dutch), "het vorige resultaat");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let result_of = word(language, "the result of", "het resultaat van");
        match self {
            Reference::Baseline => word(language, "the baseline", "de nulwaarde").to_owned(),
            Reference::Period(period) => format!("{result_of} {period}"),
            Reference::Previous => {
                word(language, "the previous result", "het vorige resultaat").to_owned()
            }
            Reference::Benchmark(name) => format!("{result_of} {name}"),
        }
    }
}

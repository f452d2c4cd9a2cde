//! Number formats: the value of a cell as a reader of the sheet sees it (ECMA-376, part 1, 18.8.31).
//!
//! Two things differ from what is seen. All decimals are kept even where the format shows fewer, since a
//! figure is judged as it is and not as it is rounded. And digits are not grouped, since `1.049` could then
//! be read as a decimal. Decimals have a comma, and a date is written `31-12-2017`, `december 2017` or `2017`,
//! by which of its parts the format shows.

use std::fmt::Write as _;

use chrono::{Datelike, Days, NaiveDate};
use rust_decimal::Decimal;

/// A value as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Text(String),
    /// The format shows nothing for it.
    Nothing,
    /// The format is one that isn't followed; this is the bare number.
    Bare(String),
}

/// A number format by its sections: for positive and negative numbers, zero, and texts, or by their
/// conditions.
#[derive(Debug, Clone, Default)]
pub(super) struct Format {
    numbers: Vec<Section>,
    texts: Option<Section>,
}

#[derive(Debug, Clone, Default)]
struct Section {
    condition: Option<(Comparison, f64)>,
    tokens: Vec<Token>,
    /// Whether it has parts that aren't followed: digits of other scripts, eras.
    is_odd: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    MoreOrEqual,
    More,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    /// A comma, which groups digits or divides by a thousand.
    Comma,
    Percent,
    Exponent,
    Slash,
    General,
    /// The text of the cell.
    Text,
    /// A part of a date or a time, with how often its letter stands: `y`, `m`, `d`, `h`, `s`, and
    /// `n` for minutes.
    Part(char, usize),
    /// Hours, minutes or seconds that don't begin anew each day.
    Elapsed(char, usize),
    /// Decimals of seconds.
    Fraction(usize),
    HalfOfDay,
}

impl Format {
    /// Reads the code of a format.
    pub(super) fn of(code: &str) -> Format {
        /// Longer codes than Excel allows would take long for each cell.
        const MAX: usize = 1024;
        if code.len() > MAX {
            let odd = Section { is_odd: true, ..Section::default() };
            return Format { numbers: vec![odd], texts: None };
        }
        let code = if code.is_empty() { "General" } else { code };
        let mut numbers: Vec<Section> = sections(code);
        let count = numbers.len();
        let is_of_text = |section: &Section| section.tokens.contains(&Token::Text);
        let texts = if count > 3 || (count > 1 && numbers.last().is_some_and(is_of_text)) {
            numbers.truncate(4);
            numbers.pop()
        } else {
            None
        };
        Format { numbers, texts }
    }

    /// A text as it is shown.
    pub(super) fn text(&self, text: &str) -> Shown {
        let only = self
            .numbers
            .first()
            .filter(|first| self.numbers.len() == 1 && first.tokens.contains(&Token::Text));
        let Some(section) = self.texts.as_ref().or(only) else {
            return Shown::Text(text.to_owned());
        };
        let mut shown = String::new();
        for token in &section.tokens {
            match token {
                Token::Literal(literal) => shown.push_str(literal),
                Token::Text | Token::General => shown.push_str(text),
                _ => {}
            }
        }
        told(&shown)
    }

    /// A number as it is shown.
    pub(super) fn number(&self, number: f64, is_1904: bool) -> Shown {
        let last = self.numbers.len().saturating_sub(1);
        let is_for = |(at, section): &(usize, &Section)| match section.condition {
            Some((comparison, than)) => comparison.holds(number, than),
            None => match at {
                0 if last > 0 => number > 0.0 || (last == 1 && number >= 0.0),
                1 if last > 1 => number < 0.0,
                _ => true,
            },
        };
        let Some((at, section)) = self.numbers.iter().enumerate().find(is_for) else {
            return if self.numbers.is_empty() {
                Shown::Text(bare(number))
            } else {
                Shown::Bare(bare(number))
            };
        };
        if section.is_odd {
            return Shown::Bare(bare(number));
        }
        if section.is_date() {
            return match section.moment(number, is_1904) {
                Some(moment) => told(&moment),
                None => Shown::Bare(bare(number)),
            };
        }
        // A section for negative numbers alone shows them without their sign.
        let is_of_negatives = match section.condition {
            Some((Comparison::Less, than)) => than <= 0.0,
            Some((Comparison::LessOrEqual, than)) => than < 0.0,
            Some(_) => false,
            None => at == 1 && self.numbers.first().is_some_and(|first| first.condition.is_none()),
        };
        let is_unsigned = number < 0.0 && is_of_negatives && section.marks_negatives();
        section.number(if is_unsigned { -number } else { number })
    }
}

impl Comparison {
    fn holds(self, number: f64, than: f64) -> bool {
        match self {
            Comparison::Less => number < than,
            Comparison::LessOrEqual => number <= than,
            #[allow(clippy::float_cmp, reason = "a condition compares with what is stored")]
            Comparison::Equal => number == than,
            #[allow(clippy::float_cmp, reason = "a condition compares with what is stored")]
            Comparison::NotEqual => number != than,
            Comparison::MoreOrEqual => number >= than,
            Comparison::More => number > than,
        }
    }
}

/// A text without the space that a format leaves around and within it. Nothing if it is blank.
fn told(text: &str) -> Shown {
    let words: Vec<&str> = text.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { Shown::Nothing } else { Shown::Text(words.join(" ")) }
}

/// A number without a format.
pub(super) fn bare(number: f64) -> String {
    match decimal(number) {
        Some(decimal) => decimal.to_string().replace('.', ","),
        None => number.to_string(),
    }
}

/// The 15 digits of a number that a workbook keeps; what lies after them is noise of its binary
/// form. `None` if it is too large or too small to be written out.
fn decimal(number: f64) -> Option<Decimal> {
    let decimal = Decimal::from_scientific(&format!("{number:.14e}")).ok()?;
    (decimal.is_zero() == (number == 0.0)).then(|| decimal.normalize())
}

/// The sections of a code.
fn sections(code: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut section = Section::default();
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        if let Some(word) = word(sign, &mut signs) {
            section.tokens.push(word);
            continue;
        }
        let token = match sign {
            ';' => {
                sections.push(std::mem::take(&mut section).finished());
                continue;
            }
            '"' => Token::Literal(signs.by_ref().take_while(|sign| *sign != '"').collect()),
            '\\' => Token::Literal(signs.next().into_iter().collect()),
            // `_)` leaves room for a bracket, and `* ` fills the cell.
            '_' => {
                signs.next();
                Token::Literal(" ".to_owned())
            }
            '*' => {
                signs.next();
                // What fills the room after a sign doesn't part it from its number.
                let is_sign = |token: &Token| matches!(token, Token::Literal(text) if text.trim_end().ends_with(['-', '+']));
                let space = if section.tokens.last().is_some_and(is_sign) { "" } else { " " };
                Token::Literal(space.to_owned())
            }
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                match section.bracketed(&inside) {
                    Some(token) => token,
                    None => continue,
                }
            }
            '0' | '#' | '?' => Token::Digit(sign),
            '.' => Token::Point,
            ',' => Token::Comma,
            '%' => Token::Percent,
            '/' => Token::Slash,
            '@' => Token::Text,
            'E' | 'e' if signs.next_if(|next| matches!(next, '+' | '-')).is_some() => {
                Token::Exponent
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                let letter = sign.to_ascii_lowercase();
                let mut count = 1;
                while signs.next_if(|next| next.eq_ignore_ascii_case(&letter)).is_some() {
                    count += 1;
                }
                Token::Part(letter, count)
            }
            _ => Token::Literal(sign.to_string()),
        };
        section.tokens.push(token);
    }
    sections.push(section.finished());
    sections
}

/// A word that a sign begins: `General`, `AM/PM`.
fn word(first: char, signs: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<Token> {
    const WORDS: [(&str, Token); 4] = [
        ("general", Token::General),
        ("standaard", Token::General),
        ("am/pm", Token::HalfOfDay),
        ("a/p", Token::HalfOfDay),
    ];
    if !matches!(first, 'G' | 'g' | 'S' | 's' | 'A' | 'a') {
        return None;
    }
    let rest: String = std::iter::once(first)
        .chain(signs.clone().take(8))
        .collect::<String>()
        .to_ascii_lowercase();
    let (word, token) = WORDS.into_iter().find(|(word, _)| rest.starts_with(word))?;
    for _ in 1..word.len() {
        signs.next();
    }
    Some(token)
}

impl Section {
    /// What stands between brackets: a currency, a colour, a condition, hours that go on.
    fn bracketed(&mut self, inside: &str) -> Option<Token> {
        const COMPARISONS: [(&str, Comparison); 6] = [
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::MoreOrEqual),
            ("<>", Comparison::NotEqual),
            ("<", Comparison::Less),
            (">", Comparison::More),
            ("=", Comparison::Equal),
        ];
        const COLOURS: [&str; 9] =
            ["color", "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"];
        if let Some(currency) = inside.strip_prefix('$') {
            // `[$€-413]` is a currency with a language.
            return Some(Token::Literal(currency.split('-').next().unwrap_or_default().to_owned()));
        }
        let lower = inside.to_ascii_lowercase();
        if let Some(letter @ ('h' | 'm' | 's')) = lower.chars().next()
            && lower.chars().all(|c| c == letter)
        {
            return Some(Token::Elapsed(letter, lower.len()));
        }
        let found = COMPARISONS.into_iter().find_map(|(sign, comparison)| {
            Some((comparison, inside.strip_prefix(sign)?.trim().parse().ok()?))
        });
        if found.is_some() {
            self.condition = found;
        } else {
            self.is_odd |= !COLOURS.iter().any(|colour| lower.starts_with(colour));
        }
        None
    }

    /// Settles what depends on the tokens around: whether `m` is months or minutes, decimals of
    /// seconds, and letters beside digits, which are no dates.
    fn finished(mut self) -> Section {
        let parts: Vec<(usize, char)> = self
            .tokens
            .iter()
            .enumerate()
            .filter_map(|(at, token)| match token {
                Token::Part(letter, _) | Token::Elapsed(letter, _) => Some((at, *letter)),
                _ => None,
            })
            .collect();
        for (index, (at, letter)) in parts.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| parts.get(before));
            let is_of_time = before.is_some_and(|(_, letter)| *letter == 'h')
                || parts.get(index + 1).is_some_and(|(_, letter)| *letter == 's');
            if *letter == 'm'
                && is_of_time
                && let Some(Token::Part(letter, _)) = self.tokens.get_mut(*at)
            {
                *letter = 'n';
            }
        }
        // `ss.00`
        let mut tokens: Vec<Token> = Vec::with_capacity(self.tokens.len());
        let mut all = self.tokens.into_iter().peekable();
        while let Some(token) = all.next() {
            let is_of_seconds =
                matches!(tokens.last(), Some(Token::Part('s', _) | Token::Elapsed('s', _)));
            if token == Token::Point && is_of_seconds {
                let mut digits = 0;
                while all.next_if_eq(&Token::Digit('0')).is_some() {
                    digits += 1;
                }
                tokens.push(Token::Fraction(digits));
            } else {
                tokens.push(token);
            }
        }
        if tokens.iter().any(|token| matches!(token, Token::Digit(_) | Token::General)) {
            for token in &mut tokens {
                if let Token::Part(letter, count) = token {
                    let letter = if *letter == 'n' { 'm' } else { *letter };
                    *token = Token::Literal(String::from(letter).repeat(*count));
                }
            }
        }
        self.tokens = tokens;
        self
    }

    fn is_date(&self) -> bool {
        let is_part = |token: &Token| {
            matches!(token, Token::Part(..) | Token::Elapsed(..) | Token::HalfOfDay)
        };
        self.tokens.iter().any(is_part)
    }

    /// Whether it shows by a sign, a bracket or a word that a number is negative. A colour alone is
    /// lost here, so then the sign stays.
    fn marks_negatives(&self) -> bool {
        let marks = |c: char| c.is_alphabetic() || matches!(c, '-' | '−' | '–' | '(' | '<');
        let has_digits =
            self.tokens.iter().any(|token| matches!(token, Token::Digit(_) | Token::General));
        !has_digits
            || self
                .tokens
                .iter()
                .any(|token| matches!(token, Token::Literal(text) if text.contains(marks)))
    }

    fn number(&self, number: f64) -> Shown {
        let is_of_digits = |token: &Token| {
            matches!(token, Token::Digit(_) | Token::Point | Token::General | Token::Text)
        };
        let first = self.tokens.iter().position(is_of_digits);
        let last = self.tokens.iter().rposition(is_of_digits);
        let (Some(first), Some(last)) = (first, last) else {
            // Words alone: `n.v.t.`.
            let mut shown = String::new();
            for token in &self.tokens {
                Self::around(token, &mut shown);
            }
            return told(&shown);
        };
        let digits = self.tokens.get(first..=last).unwrap_or_default();
        let is_fraction =
            digits.iter().any(|token| matches!(token, Token::Slash | Token::Exponent));
        // Words between digits, as in a telephone number.
        if !is_fraction
            && digits.iter().any(|token| matches!(token, Token::Literal(_) | Token::Percent))
        {
            return Shown::Bare(bare(number));
        }
        let Some(digits) = self.digits(number, digits, is_fraction) else {
            return Shown::Bare(bare(number));
        };
        let mut shown = String::new();
        for token in self.tokens.iter().take(first) {
            Self::around(token, &mut shown);
        }
        shown.push_str(&digits);
        for token in self.tokens.iter().skip(last + 1) {
            Self::around(token, &mut shown);
        }
        told(&shown)
    }

    /// What stands before or after the digits.
    fn around(token: &Token, shown: &mut String) {
        match token {
            Token::Literal(text) => shown.push_str(text),
            Token::Percent => shown.push('%'),
            Token::Slash => shown.push('/'),
            _ => {}
        }
    }

    /// The digits of a number. `None` if it is too large or too small to be written out.
    fn digits(&self, number: f64, tokens: &[Token], is_fraction: bool) -> Option<String> {
        if tokens.iter().any(|token| matches!(token, Token::General | Token::Text)) {
            return Some(bare(number));
        }
        let mut number = decimal(number)?;
        for _ in self.tokens.iter().filter(|token| **token == Token::Percent) {
            number = number.checked_mul(Decimal::ONE_HUNDRED)?;
        }
        // `0,` shows 1200 as 1: commas after the last digit before the point, or of all.
        let point = tokens.iter().position(|token| *token == Token::Point).unwrap_or(tokens.len());
        let before_point = tokens.get(..point).unwrap_or_default();
        let of_thousands =
            before_point.iter().rev().take_while(|token| **token == Token::Comma).count();
        let after =
            self.tokens.iter().rev().skip_while(|token| {
                !matches!(token, Token::Comma | Token::Digit(_) | Token::Point)
            });
        let thousands = of_thousands + after.take_while(|token| **token == Token::Comma).count();
        for _ in 0..thousands.min(9) {
            number = number.checked_div(Decimal::ONE_THOUSAND)?;
        }
        let mut number = number.normalize();
        let zeros = |part: &[Token]| {
            let count = part.iter().filter(|token| **token == Token::Digit('0')).count();
            u32::try_from(count).unwrap_or(0)
        };
        let decimals = zeros(tokens.get(point..).unwrap_or_default());
        let has_zero = zeros(tokens) > 0;
        // Only `0` shows a zero; `#` and `?` leave its place open.
        if number.is_zero() && !has_zero {
            return Some(String::new());
        }
        if !is_fraction && number.scale() < decimals {
            number.rescale(decimals);
        }
        let text = number.abs().to_string().replace('.', ",");
        let whole = text.split(',').next().map_or(0, str::len);
        let zeros = usize::try_from(zeros(before_point)).unwrap_or(0);
        let padding = if is_fraction { 0 } else { zeros.saturating_sub(whole) };
        let sign = if number.is_sign_negative() && !number.is_zero() { "-" } else { "" };
        Some(format!("{sign}{}{text}", "0".repeat(padding)))
    }

    /// A date or a time. `None` if there is no such day.
    fn moment(&self, number: f64, is_1904: bool) -> Option<String> {
        const SECONDS: f64 = 86_400.0;
        if !(0.0..3_000_000.0).contains(&number) {
            return None;
        }
        let shows = |letters: &[char]| {
            self.tokens
                .iter()
                .any(|token| matches!(token, Token::Part(letter, _) if letters.contains(letter)))
        };
        if !shows(&['y', 'm', 'd']) {
            return self.time(number);
        }
        let is_part = |token: &Token| {
            matches!(token, Token::Part(..) | Token::Elapsed(..) | Token::HalfOfDay)
        };
        let first = self.tokens.iter().position(is_part)?;
        let last = self.tokens.iter().rposition(is_part)?;
        let words = |tokens: &mut dyn Iterator<Item = &Token>| -> String {
            let literals = tokens.filter_map(|token| match token {
                Token::Literal(text) => Some(text.as_str()),
                _ => None,
            });
            literals.collect()
        };
        let mut text = words(&mut self.tokens.iter().take(first));
        text.push_str(&self.date(number, is_1904)?);
        if shows(&['h']) {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "of one day"
            )]
            let seconds = (number.fract() * SECONDS).round() as u32;
            write!(text, " {}:{:02}", seconds / 3600 % 24, seconds / 60 % 60).ok()?;
            if shows(&['s']) {
                write!(text, ":{:02}", seconds % 60).ok()?;
            }
        }
        text.push_str(&words(&mut self.tokens.iter().skip(last + 1)));
        Some(text)
    }

    fn date(&self, number: f64, is_1904: bool) -> Option<String> {
        const MONTHS: [&str; 12] = [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ];
        const DAYS: [&str; 7] =
            ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked before"
        )]
        let days = number.floor() as u64;
        // The first calendar counts a 29th of February in 1900, which there wasn't.
        let first = match (is_1904, days) {
            (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
            (false, 0..60) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
            (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
        };
        let date = first.checked_add_days(Days::new(days))?;
        let month = usize::try_from(date.month0()).ok().and_then(|month| MONTHS.get(month))?;
        let part = |letter: char, least: usize, most: usize| {
            let is_of = |token: &Token| matches!(token, Token::Part(of, count) if *of == letter && (least..=most).contains(count));
            self.tokens.iter().any(is_of)
        };
        let (year, of_year) = (date.year(), part('m', 1, usize::MAX));
        let (day, weekday) = (part('d', 1, 2), part('d', 3, usize::MAX));
        Some(match (part('y', 1, usize::MAX), of_year, day) {
            (true, _, true) => format!("{}-{}-{year}", date.day(), date.month()),
            (true, true, false) => format!("{month} {year}"),
            (true, false, false) => year.to_string(),
            (false, true, true) => format!("{} {month}", date.day()),
            (false, true, false) => (*month).to_owned(),
            (false, false, true) => date.day().to_string(),
            (false, false, false) if weekday => {
                let at = usize::try_from(date.weekday().num_days_from_monday()).ok()?;
                (*DAYS.get(at)?).to_owned()
            }
            (false, false, false) => return None,
        })
    }

    /// A time of the day, or how long something took, as its format shows it.
    fn time(&self, number: f64) -> Option<String> {
        let places = self.tokens.iter().find_map(|token| match token {
            Token::Fraction(digits) => Some(*digits),
            _ => None,
        });
        let places = u32::try_from(places.unwrap_or(0)).unwrap_or(0).min(3);
        let unit = 10_u64.pow(places);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "checked before"
        )]
        let all = (number * 86_400.0 * unit as f64).round() as u64;
        let (seconds, fraction) = (all / unit, all % unit);
        let is_halved = self.tokens.contains(&Token::HalfOfDay);
        let hours = seconds / 3600 % 24;
        let mut shown = String::new();
        for token in &self.tokens {
            let (value, width) = match token {
                Token::Literal(text) => {
                    shown.push_str(text);
                    continue;
                }
                Token::Fraction(_) => {
                    let width = usize::try_from(places).unwrap_or(0);
                    write!(shown, ",{fraction:0width$}").ok()?;
                    continue;
                }
                Token::HalfOfDay => {
                    shown.push_str(if hours < 12 { "AM" } else { "PM" });
                    continue;
                }
                Token::Part('h', width) if is_halved => ((hours + 11) % 12 + 1, *width),
                Token::Part('h', width) => (hours, *width),
                Token::Part('n', width) => (seconds / 60 % 60, *width),
                Token::Part('s', width) => (seconds % 60, *width),
                Token::Elapsed('h', width) => (seconds / 3600, *width),
                Token::Elapsed('m', width) => (seconds / 60, *width),
                Token::Elapsed('s', width) => (seconds, *width),
                _ => return None,
            };
            write!(shown, "{value:0width$}").ok()?;
        }
        Some(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(number: f64, code: &str) -> String {
        match Format::of(code).number(number, false) {
            Shown::Text(text) => text,
            Shown::Nothing => "(nothing)".to_owned(),
            Shown::Bare(text) => format!("({text})"),
        }
    }

    #[test]
    fn numbers_are_shown_by_their_formats() {
        let long = "1".chars().chain("0".repeat(300).chars()).collect::<String>();
        let small = format!("{}", 1e-40);
        for (number, format, text) in [
            (10.0, "General", "10"),
            (10.0, "", "10"),
            (7.5, "0.00", "7,50"),
            (7.4567, "0.0", "7,4567"),
            (0.1 + 0.2, "General", "0,3"),
            (0.853, "0%", "85,3%"),
            (0.07, "0.0%", "7,0%"),
            (-0.5, "0 %", "-50 %"),
            (1234.5, "[$€-413] #,##0.00", "€ 1234,50"),
            (1234.0, "\"€\" #,##0", "€ 1234"),
            (12.0, "_-* #,##0_-;-* #,##0_-", "12"),
            (1_234_567.0, "#,##0,", "1234,567"),
            (1_234_567.0, "#,##0,.0", "1234,567"),
            (1_234_567.0, "#,##0.0,,\" mln\"", "1,234567 mln"),
            (45_000.0, "#,##0\" duizend\"", "45000 duizend"),
            (1234.5, "0.00E+00", "1234,5"),
            (1.5, "# ?/?", "1,5"),
            (15.0, "\">\" 0", "> 15"),
            (15.0, "\\≥0", "≥15"),
            (3.5, "0.0\" fte\"", "3,5 fte"),
            (1e300, "General", &long),
            (1e-40, "General", &small),
            // Signs and letters without quotation marks.
            (12.0, ">0", ">12"),
            (12.0, "<=0", "<=12"),
            (0.12, "+0%", "+12%"),
            (12.0, "±0", "±12"),
            (12.0, "(0)", "(12)"),
            (5.0, "0 mld", "5 mld"),
            (5.0, "General\" fte\"", "5 fte"),
            // Sections for negative numbers and zero.
            (0.0, "0;-0;\"n.v.t.\"", "n.v.t."),
            (-3.0, "0;-0;\"n.v.t.\"", "-3"),
            (-3.0, "0;(0)", "(3)"),
            (-3.0, "0;0", "-3"),
            (-3.0, "#,##0;[Red]#,##0", "-3"),
            (-3.0, "#,##0;[Red]-#,##0", "-3"),
            (-3.0, "0\" V\";0\" N\"", "3 N"),
            (0.0, "_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", "-"),
            (-1234.5, "_ € * #,##0.00_ ;_ € * -#,##0.00_ ;_ € * \"-\"??_ ;_ @_ ", "€ -1234,50"),
            (0.0, "0;-0;;@", "(nothing)"),
            (5.0, ";;;", "(nothing)"),
            (0.0, "#", "(nothing)"),
            (0.0, "#,##0", "0"),
            (7.0, "000", "007"),
            (-7.0, "000", "-007"),
            // Conditions.
            (0.5, "[<1]\"< 1\";0", "< 1"),
            (3.0, "[<1]\"< 1\";0", "3"),
            (1500.0, "[>=1000]0,\" dzd\";0", "1,5 dzd"),
            (-1500.0, "[>=1000]0,\" dzd\";0", "-1500"),
            (-5.0, "[Red][<0]0\" tekort\";0", "5 tekort"),
            (5.0, "[=5]\"vijf\";[<>5]0", "vijf"),
            // What isn't followed is the bare number.
            (612_345_678.0, "000-000-000", "(612345678)"),
            (5.0, "[DBNum1]0", "(5)"),
            (5.0, "[<1]0", "(5)"),
            (-1.0, "d-m-yyyy", "(-1)"),
        ] {
            assert_eq!(shown(number, format), text, "{number} {format}");
        }
    }

    #[test]
    fn times_are_shown_by_their_formats() {
        let minutes = |minutes: f64| minutes / 1440.0;
        for (number, format, text) in [
            (minutes(15.0), "h:mm:ss", "0:15:00"),
            (minutes(10.0), "[hh]:mm:ss", "00:10:00"),
            (minutes(10.0), "[h]:mm:ss", "0:10:00"),
            (2.0, "[h]:mm", "48:00"),
            (2.0, "[mm]:ss", "2880:00"),
            (2.5, "h:mm", "12:00"),
            (0.0, "h:mm", "0:00"),
            (minutes(810.0), "h:mm AM/PM", "1:30 PM"),
            (minutes(1.5), "mm:ss.0", "01:30,0"),
            (minutes(90.0), "h\" uur\"", "1 uur"),
            (minutes(90.0), "h \"uur\" m \"min\"", "1 uur 30 min"),
            (42736.0, "d-m-yyyy", "1-1-2017"),
            (42736.0, "[$-413]d mmmm yyyy;@", "1-1-2017"),
            (42736.0, "yyyy", "2017"),
            (42736.0, "\"Realisatie \"yyyy", "Realisatie 2017"),
            (42736.0, "mmm-yy", "januari 2017"),
            (42736.0, "d mmm", "1 januari"),
            (42736.0, "mmmm", "januari"),
            (42736.0, "dddd", "zondag"),
            (42736.75, "d-m-yyyy h:mm", "1-1-2017 18:00"),
            (59.0, "d-m-yyyy", "28-2-1900"),
            (61.0, "d-m-yyyy", "1-3-1900"),
        ] {
            assert_eq!(shown(number, format), text, "{number} {format}");
        }
        let of_1904 = Format::of("d-m-yyyy").number(41274.0, true);
        assert_eq!(of_1904, Shown::Text("1-1-2017".to_owned()));
    }

    #[test]
    fn texts_are_shown_by_their_formats() {
        for (text, format, expected) in [
            ("Banen", "General", Shown::Text("Banen".to_owned())),
            ("Banen", "@", Shown::Text("Banen".to_owned())),
            ("Banen", "0;-0;0;@\" *\"", Shown::Text("Banen *".to_owned())),
            ("Banen", "0;-0", Shown::Text("Banen".to_owned())),
            ("Banen", ";;;", Shown::Nothing),
        ] {
            assert_eq!(Format::of(format).text(text), expected, "{format}");
        }
    }

    #[test]
    fn any_code_is_read() {
        for code in [
            "",
            ";",
            ";;;;;;",
            "[",
            "\"",
            "\\",
            "_",
            "*",
            "[$",
            "[h",
            "E+",
            "0E",
            "am",
            "y.0",
            "ss.",
            ",,,",
            "%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
            "0,,,,,,,,,,,,,,,,,,",
        ] {
            for number in [0.0, -1.5, 1e15, f64::MAX, f64::MIN_POSITIVE, f64::NAN, f64::INFINITY] {
                Format::of(code).number(number, false);
            }
            Format::of(code).text("x");
        }
    }
}

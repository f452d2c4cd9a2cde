//! The value of a cell as text, with what its number format adds to it: a percent sign, the sign
//! of a currency, words. Decimals are kept even where the format doesn't show them, since a figure
//! is judged as it is and not as it is rounded.

use calamine::{Data, DataRef, ExcelDateTime};
use rust_decimal::Decimal;

/// A value as text. `None` if it is blank. `format` is the code of its number format.
pub(super) fn shown(value: &DataRef<'_>, format: Option<&str>) -> Option<String> {
    let format = || Format::of(format.unwrap_or_default());
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => format().number(Decimal::from(*number)),
        DataRef::Float(number) => match decimal(*number) {
            Some(number) => format().number(number),
            None => number.to_string(),
        },
        DataRef::Bool(true) => "WAAR".to_owned(),
        DataRef::Bool(false) => "ONWAAR".to_owned(),
        DataRef::DateTime(moment) if moment.is_datetime() => date(*moment, &format().code),
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
        DataRef::Error(_) => Data::from(value.clone()).to_string(),
    })
}

/// The 15 digits of a number that a workbook keeps; what lies after them is noise of its binary
/// form. `None` if it is too large or too small to be written out.
fn decimal(number: f64) -> Option<Decimal> {
    let decimal = Decimal::from_scientific(&format!("{number:.14e}")).ok()?;
    (decimal.is_zero() == (number == 0.0)).then(|| decimal.normalize())
}

fn date(moment: ExcelDateTime, code: &str) -> String {
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
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let code = code.to_lowercase();
    // Of a date a format may show the year alone, or the month and the year.
    if code.contains('d') || !code.contains('y') {
        return format!("{day}-{month}-{year}");
    }
    match usize::from(month).checked_sub(1).and_then(|month| MONTHS.get(month)) {
        Some(month) if code.contains('m') => format!("{month} {year}"),
        _ => year.to_string(),
    }
}

/// What a number format shows around a number.
#[derive(Debug, Default, PartialEq, Eq)]
struct Format {
    front: String,
    back: String,
    decimals: u32,
    /// By how many thousands it divides: `0,` shows 1200 as 1.
    thousands: u32,
    is_percent: bool,
    /// Whether it shows another number than it holds, in a way that isn't followed here.
    is_odd: bool,
    /// The code itself, without its literal texts.
    code: String,
}

impl Format {
    /// Reads the code of a format, by its first part: that for positive numbers.
    fn of(code: &str) -> Format {
        let mut format = Format::default();
        let mut signs = code.chars().peekable();
        let mut in_digits = false;
        let mut after_point = false;
        while let Some(sign) = signs.next() {
            let mut literal = String::new();
            match sign {
                ';' => break,
                '"' => literal.extend(signs.by_ref().take_while(|sign| *sign != '"')),
                '\\' => literal.extend(signs.next()),
                // `_)` leaves room for a bracket, and `* ` fills the cell.
                '_' | '*' => {
                    signs.next();
                    literal.push(' ');
                }
                // `[$€-413]` is a currency, `[Red]` a colour.
                '[' => {
                    let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                    if let Some(currency) = inside.strip_prefix('$') {
                        literal.extend(currency.split('-').next());
                    }
                }
                '€' | '$' | '£' | ' ' | '\u{a0}' => literal.push(sign),
                '%' => {
                    format.is_percent = true;
                    literal.push(sign);
                }
                ',' if in_digits => format.thousands += 1,
                'E' | 'e' | '/' if in_digits => format.is_odd = true,
                '0' | '#' | '?' => {
                    in_digits = true;
                    // A comma between digits groups them.
                    format.thousands = 0;
                    format.decimals += u32::from(after_point && sign == '0');
                }
                '.' => after_point = in_digits,
                _ => format.code.push(sign),
            }
            let side = if in_digits { &mut format.back } else { &mut format.front };
            side.push_str(&literal);
        }
        format
    }

    fn number(&self, number: Decimal) -> String {
        let number = if self.is_percent {
            number.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(number).normalize()
        } else {
            number
        };
        let thousand = Decimal::from(1000);
        let number = (0..self.thousands).try_fold(number, |number, _| number.checked_div(thousand));
        let mut digits = number.unwrap_or_default().normalize();
        if digits.scale() < self.decimals && !self.is_odd {
            digits.rescale(self.decimals);
        }
        let digits = digits.to_string().replace('.', ",");
        if self.is_odd {
            return digits;
        }
        format!("{}{digits}{}", self.front.trim_start(), self.back.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_by_their_formats() {
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
            (1_234_567.0, "#,##0.0,,\" mln\"", "1,234567 mln"),
            (45_000.0, "#,##0\" duizend\"", "45000 duizend"),
            (1234.5, "0.00E+00", "1234,5"),
            (15.0, "\">\" 0", "> 15"),
            (15.0, "\\≥0", "≥15"),
            (3.5, "0.0\" fte\"", "3,5 fte"),
            (1e300, "General", &"1".chars().chain("0".repeat(300).chars()).collect::<String>()),
            (1e-40, "General", &format!("{}", 1e-40)),
        ] {
            assert_eq!(shown(&DataRef::Float(number), Some(format)).as_deref(), Some(text));
        }
    }
}

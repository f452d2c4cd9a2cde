//! [`Number`]: an exact decimal that prints as it was written.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::error::Error;
use crate::error::Problem;
use crate::leaves::text::serde_as_text;

/// An exact decimal number, as printed in a cell (Dutch: *getal*).
///
/// Text form, the same in [`Display`](fmt::Display), [`FromStr`] and on the wire:
/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, with a decimal point, without grouping, without exponent,
/// and zero without a sign. It holds 28 digits, of which at most 28 behind the point.
///
/// Trailing zeros are kept for printing and mean nothing for comparing: `7.50` equals `7.5`.
///
/// Whole numbers convert with `from`, others are parsed: `"7.5".parse()`. There is no way in
/// from `f64`, which can't hold 0.1; for a chart, parse what it prints.
///
/// ```
/// use beleid::Number;
///
/// let a: Number = "7.50".parse()?;
/// let b: Number = "7.5".parse()?;
/// assert_eq!(a, b);
/// assert_eq!(a.to_string(), "7.50");
/// assert!("1e3".parse::<Number>().is_err());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "getal")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number(Decimal);

/// The largest count of units in the last place: what 28 digits can always hold.
const MOST_UNITS: u128 = 9_999_999_999_999_999_999_999_999_999;
const MOST_PLACES: u32 = 28;

impl Number {
    /// Zero.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!(Number::ZERO, "0.00".parse()?);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub const ZERO: Number = Number(Decimal::ZERO);

    /// The number `units × 10^-places`: `new(1234, 2)` is `12.34`.
    ///
    /// # Errors
    /// If it has more than 28 digits or more than 28 places.
    ///
    /// ```
    /// assert_eq!(beleid::Number::new(1234, 2)?.to_string(), "12.34");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(units: i128, places: u32) -> Result<Self, Error> {
        Self::from_units(units, places).ok_or_else(|| {
            Error::new("number", &format!("{units}e-{places}"), 0, Problem::TooManyDigits)
        })
    }

    pub(crate) fn from_units(units: i128, places: u32) -> Option<Self> {
        if units.unsigned_abs() > MOST_UNITS || places > MOST_PLACES {
            return None;
        }
        match i64::try_from(units) {
            // What is printed is nearly always as short as this, and it takes no long division.
            Ok(units) => Some(Number(Decimal::new(units, places))),
            Err(_) => Decimal::try_from_i128_with_scale(units, places).ok().map(Number),
        }
    }

    /// The number that is written with these digits, of which so many stand behind the point;
    /// `None` for what is no digit, a negative zero, or too many.
    pub(crate) fn from_digits(
        negative: bool,
        mut digits: impl Iterator<Item = u8>,
        places: usize,
    ) -> Option<Self> {
        // The first ones in a machine word: few numbers have more.
        let mut head: u64 = 0;
        for byte in digits.by_ref().take(18) {
            if !byte.is_ascii_digit() {
                return None;
            }
            head = head * 10 + u64::from(byte - b'0');
        }
        let mut units = u128::from(head);
        for byte in digits {
            if !byte.is_ascii_digit() {
                return None;
            }
            units = units * 10 + u128::from(byte - b'0');
            if units > MOST_UNITS {
                return None;
            }
        }
        if negative && units == 0 {
            return None;
        }
        let units = i128::try_from(units).ok()?;
        Self::from_units(if negative { -units } else { units }, u32::try_from(places).ok()?)
    }

    /// The count of units in the last place, and how many places there are.
    fn units(self) -> (i128, u32) {
        (self.0.mantissa(), self.0.scale())
    }

    /// Whether the number is below zero.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert!(Number::from(-3).is_negative() && !Number::ZERO.is_negative());
    /// ```
    pub fn is_negative(self) -> bool {
        self < Self::ZERO
    }

    /// How many digits stand behind the point as it prints.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!("7.50".parse::<Number>()?.places(), 2);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn places(self) -> u32 {
        self.0.scale()
    }

    /// The nearest binary floating-point number, for rates, powers and charts. It is always finite.
    ///
    /// There is no way back, since 0.1 has no exact counterpart.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!("7.50".parse::<Number>()?.to_f64(), 7.5);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[inline]
    pub fn to_f64(self) -> f64 {
        /// Up to here each count of units is a floating-point number itself.
        const EXACT: i64 = 1 << 53;
        /// The powers of ten that are floating-point numbers themselves.
        const TENS: [f64; 23] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
            1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
        ];
        let (units, places) = self.units();
        let ten = usize::try_from(places).ok().and_then(|places| TENS.get(places));
        if let (Ok(units), Some(ten)) = (i64::try_from(units), ten)
            && (-EXACT..=EXACT).contains(&units)
        {
            // Both sides are exact, so that the quotient is the nearest there is.
            #[allow(clippy::cast_precision_loss)]
            return units as f64 / ten;
        }
        self.0.to_string().parse().unwrap_or(0.0)
    }

    /// The exact sum; `None` where 28 digits can't hold it.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// let (a, b): (Number, Number) = ("0.1".parse()?, "0.2".parse()?);
    /// assert_eq!(a.checked_add(b), Some("0.3".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn checked_add(self, other: Self) -> Option<Self> {
        exact_sum(self, other).or_else(|| exact_sum(self.shortest(), other.shortest()))
    }

    /// The exact difference; `None` where 28 digits can't hold it.
    ///
    /// ```
    /// use beleid::Number;
    /// assert_eq!(Number::from(15).checked_sub(Number::from(10)), Some(Number::from(5)));
    /// ```
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.negated())
    }

    /// The exact product; `None` where 28 digits can't hold it.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// let price: Number = "2.50".parse()?;
    /// assert_eq!(price.checked_mul(4.into()), Some(10.into()));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        exact_product(self, other).or_else(|| exact_product(self.shortest(), other.shortest()))
    }

    /// The number with the opposite sign.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!(Number::from(3).negated(), Number::from(-3));
    /// ```
    pub fn negated(self) -> Self {
        let (units, places) = self.units();
        Self::from_units(-units, places).unwrap_or(self)
    }

    /// The number without its sign.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!(Number::from(-3).abs(), Number::from(3));
    /// ```
    pub fn abs(self) -> Self {
        Number(self.0.abs())
    }

    /// The equal number that prints without trailing zeros.
    fn shortest(self) -> Self {
        Number(self.0.normalize())
    }

    /// Reads the text form, and tells which byte is wrong.
    fn scan(text: &str) -> Result<Self, (usize, Problem)> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let start = text.len() - digits.len();
        if text.is_empty() {
            return Err((0, Problem::Empty));
        }
        let mut units: u128 = 0;
        let mut places: Option<u32> = None;
        let mut previous = None;
        for (offset, byte) in digits.bytes().enumerate() {
            let at = start + offset;
            match byte {
                b'0'..=b'9' => {
                    if offset == 1 && previous == Some(b'0') {
                        return Err((at - 1, Problem::LeadingZero));
                    }
                    units = units * 10 + u128::from(byte - b'0');
                    if let Some(places) = &mut places {
                        *places += 1;
                    }
                    if units > MOST_UNITS || places.is_some_and(|places| places > MOST_PLACES) {
                        return Err((at, Problem::TooManyDigits));
                    }
                }
                b'.' if places.is_none() && offset > 0 => places = Some(0),
                _ if offset == 0 || previous == Some(b'.') => {
                    return Err((at, Problem::ExpectedDigit));
                }
                _ if places.is_some() => return Err((at, Problem::ExpectedDigit)),
                _ => return Err((at, Problem::ExpectedNumberEnd)),
            }
            previous = Some(byte);
        }
        if !previous.is_some_and(|byte| byte.is_ascii_digit()) {
            return Err((text.len(), Problem::ExpectedDigit));
        }
        let negative = start > 0;
        if negative && units == 0 {
            return Err((0, Problem::NegativeZero));
        }
        // At most 28 digits, so it fits.
        let units = i128::try_from(units).unwrap_or(i128::MAX);
        let units = if negative { -units } else { units };
        Self::from_units(units, places.unwrap_or(0)).ok_or((0, Problem::TooManyDigits))
    }
}

fn exact_sum(a: Number, b: Number) -> Option<Number> {
    let ((a, a_places), (b, b_places)) = (a.units(), b.units());
    let places = a_places.max(b_places);
    if a_places == b_places {
        return in_a_word(a, b, i64::checked_add, places)
            .or_else(|| fitted(a.checked_add(b)?, places));
    }
    let a = a.checked_mul(10_i128.checked_pow(places - a_places)?)?;
    let b = b.checked_mul(10_i128.checked_pow(places - b_places)?)?;
    fitted(a.checked_add(b)?, places)
}

fn exact_product(a: Number, b: Number) -> Option<Number> {
    let ((a, a_places), (b, b_places)) = (a.units(), b.units());
    let places = a_places + b_places;
    in_a_word(a, b, i64::checked_mul, places).or_else(|| fitted(a.checked_mul(b)?, places))
}

/// What comes of two counts of units where a machine word holds all three, as of nearly all
/// that is printed.
fn in_a_word(
    a: i128,
    b: i128,
    compute: fn(i64, i64) -> Option<i64>,
    places: u32,
) -> Option<Number> {
    let units = compute(i64::try_from(a).ok()?, i64::try_from(b).ok()?)?;
    (places <= MOST_PLACES).then(|| Number(Decimal::new(units, places)))
}

/// The number, with as many trailing zeros less as it takes to hold it.
fn fitted(mut units: i128, mut places: u32) -> Option<Number> {
    while (units.unsigned_abs() > MOST_UNITS || places > MOST_PLACES)
        && places > 0
        && units % 10 == 0
    {
        units /= 10;
        places -= 1;
    }
    Number::from_units(units, places)
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((own, places), (others, other_places)) = (self.units(), other.units());
        // Numbers of one table have as many decimals, and then there is nothing to convert.
        if places == other_places { own.cmp(&others) } else { self.0.cmp(&other.0) }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({self})")
    }
}

impl FromStr for Number {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::scan(text).map_err(|(at, problem)| Error::new("number", text, at, problem))
    }
}

macro_rules! from_integer {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Number {
            fn from(integer: $integer) -> Self {
                Number(Decimal::from(integer))
            }
        }
    )*};
}
from_integer!(i8, i16, i32, i64, u8, u16, u32, u64);

serde_as_text!(Number, "a decimal number as a string, such as \"12.5\"", crate::leaves::text::Short::of, {
    description: "An exact decimal number as text (Dutch: *getal*): with a decimal point, without \
        grouping or exponent, and zero without a sign. It has at most 28 digits. Trailing zeros \
        are kept and mean nothing: `7.50` equals `7.5`.",
    pattern: r"^(?:(?:0|-?[1-9][0-9]*)(?:\.[0-9]+)?|-0\.[0-9]*[1-9][0-9]*)$",
    examples: ["15", "7.50", "-0.4"],
});

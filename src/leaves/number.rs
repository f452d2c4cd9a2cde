//! [`Number`]: an exact decimal number that keeps its trailing zeros.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Neg;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::error::Error;
use crate::error::Problem;
use crate::leaves::text::serde_as_text;

/// An exact decimal number, as printed in a cell (Dutch: *getal*).
///
/// The text form is the same in [`Display`](fmt::Display), in [`FromStr`] and on the wire:
/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, with a decimal point, without grouping or exponent, and without
/// a sign for zero. A number has at most 28 digits, of which at most 28 after the point.
///
/// Trailing zeros are printed, but ignored in comparisons: `7.50` equals `7.5`.
///
/// Whole numbers convert with `from`, texts and `f64` with `try_from`. An `f64` becomes the
/// shortest decimal that parses to the same `f64`: `0.1` becomes exactly 0.1. NaN, infinities and
/// numbers of more than 28 digits are errors.
///
/// Numbers can be compared with each other and with whole numbers. Arithmetic is exact: the
/// `checked_` methods return `None` if the exact answer doesn't fit. The only operator is
/// `-number`, which cannot overflow.
///
/// ```
/// use beleid::Number;
///
/// let a: Number = "7.50".parse()?;
/// let b = Number::try_from(7.5)?;
/// assert_eq!(a, b);
/// assert_eq!(a.to_string(), "7.50");
/// assert!(a > 7 && -a == Number::new(-75, 1)? && Number::from(3) == 3);
/// assert!("1e3".parse::<Number>().is_err() && Number::try_from(f64::NAN).is_err());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "getal")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number(Decimal);

/// The largest count of units in the last place: what 28 digits can always hold.
const MAX_UNITS: u128 = 9_999_999_999_999_999_999_999_999_999;
const MAX_PLACES: u32 = 28;

impl Number {
    /// Zero.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!(Number::ZERO, 0);
    /// ```
    pub const ZERO: Number = Number(Decimal::ZERO);

    /// The number `units × 10^-places`: `new(1234, 2)` is `12.34`.
    ///
    /// # Errors
    /// If the number has more than 28 digits, or `places` is more than 28.
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
        if units.unsigned_abs() > MAX_UNITS || places > MAX_PLACES {
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
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
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
            if units > MAX_UNITS {
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

    /// The number of digits after the decimal point, as printed: 2 for `7.50`.
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

    /// The nearest `f64`, for rates, powers and charts. It is always finite.
    ///
    /// [`Number::try_from`] converts back. It returns the same number if that has at most 15
    /// digits.
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
        if let (Ok(units), 0) = (i32::try_from(units), places) {
            return f64::from(units);
        }
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

    /// The exact sum; `None` if it has more than 28 digits.
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

    /// The exact difference; `None` if it has more than 28 digits.
    ///
    /// ```
    /// use beleid::Number;
    /// assert_eq!(Number::from(15).checked_sub(Number::from(10)), Some(Number::from(5)));
    /// ```
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(-other)
    }

    /// The exact product; `None` if it has more than 28 digits.
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

    /// The exact number with its point so many digits to the right: 1.5 becomes 1500 by three. `None` if
    /// 28 digits can't hold it.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) fn times_ten_to(self, power: u32) -> Option<Self> {
        let (units, places) = self.units();
        let zeros = power.saturating_sub(places);
        let units = units.checked_mul(10_i128.checked_pow(zeros)?)?;
        Self::from_units(units, places.saturating_sub(power))
    }

    /// The exact number of `numerator / denominator` times as much; `None` if that has no end, or
    /// more digits than a number holds.
    pub(crate) fn times_ratio(self, numerator: u128, denominator: u128) -> Option<Self> {
        let common = common_divisor(numerator, denominator);
        let part = |of: u128| Self::from_units(i128::try_from(of.checked_div(common)?).ok()?, 0);
        let (numerator, denominator) = (part(numerator)?, part(denominator)?);
        let product =
            self.checked_mul(numerator).and_then(|product| product.checked_div(denominator));
        product
            .or_else(|| self.checked_div(denominator)?.checked_mul(numerator))
            .map(Self::shortest)
    }

    /// The exact quotient; `None` if `divisor` is zero, or if the decimal is infinitely long (1 /
    /// 3) or has more than 28 digits. [`div_rounded`](Self::div_rounded) has an answer for 1 / 3.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!(Number::from(10).checked_div(4.into()), Some("2.5".parse()?));
    /// assert_eq!(Number::from(1).checked_div(3.into()), None);
    /// assert_eq!(Number::from(1).checked_div(Number::ZERO), None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn checked_div(self, divisor: Self) -> Option<Self> {
        let ((units, places), (divisor, divisor_places)) = (self.units(), divisor.units());
        if divisor == 0 {
            return None;
        }
        let common = common_divisor(units.unsigned_abs(), divisor.unsigned_abs());
        let common = i128::try_from(common).ok()?;
        let (mut quotient, mut rest) = (units / common, divisor / common);
        if rest < 0 {
            (quotient, rest) = (-quotient, -rest);
        }
        // A fraction in its lowest terms has an end if its lower part has no factor but 2 and 5.
        // Each step takes one such factor, or both, out of it, and a ten out of the fraction.
        let mut exponent = i64::from(divisor_places) - i64::from(places);
        while rest > 1 {
            let factor = match (rest % 2 == 0, rest % 5 == 0) {
                (true, true) => 10,
                (true, false) => 2,
                (false, true) => 5,
                (false, false) => return None,
            };
            quotient = quotient.checked_mul(10 / factor)?;
            rest /= factor;
            exponent -= 1;
        }
        if let Ok(zeros) = u32::try_from(exponent) {
            return fitted(quotient.checked_mul(10_i128.checked_pow(zeros)?)?, 0);
        }
        fitted(quotient, u32::try_from(-exponent).ok()?)
    }

    /// The quotient, rounded to `places` digits after the decimal point; halves are rounded away
    /// from zero. `None` if `divisor` is zero, or if the answer has more than 28 digits.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!(Number::from(2).div_rounded(3.into(), 2), Some("0.67".parse()?));
    /// assert_eq!(Number::from(-1).div_rounded(8.into(), 2), Some("-0.13".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn div_rounded(self, divisor: Self, places: u32) -> Option<Self> {
        let ((units, own), (divisor, divisors)) = (self.units(), divisor.units());
        let is_negative = (units < 0) != (divisor < 0);
        let (units, mut divisor) = (units.unsigned_abs(), divisor.unsigned_abs());
        if divisor == 0 || places > MAX_PLACES {
            return None;
        }
        let more = i64::from(places) + i64::from(divisors) - i64::from(own);
        if let Ok(fewer) = u32::try_from(-more) {
            match 10_u128.checked_pow(fewer).and_then(|ten| divisor.checked_mul(ten)) {
                Some(larger) => divisor = larger,
                // It is more than ten times as large as any number.
                None => return Some(Self::ZERO),
            }
        }
        let (mut quotient, mut rest) = (units / divisor, units % divisor);
        for _ in 0..more {
            // The rest is smaller than the divisor, which has at most 28 digits here.
            rest *= 10;
            quotient = quotient.checked_mul(10)?.checked_add(rest / divisor)?;
            rest %= divisor;
        }
        if rest >= divisor - rest {
            quotient += 1;
        }
        let quotient = i128::try_from(quotient).ok()?;
        Self::from_units(if is_negative { -quotient } else { quotient }, places)
    }

    /// The exact sum of all numbers; `None` if it has more than 28 digits. Without numbers the sum
    /// is zero.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// let sum = Number::checked_sum([1, 2, 3].map(Number::from));
    /// assert_eq!(sum, Some(6.into()));
    /// ```
    pub fn checked_sum(numbers: impl IntoIterator<Item = Self>) -> Option<Self> {
        numbers.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// The number rounded to at most `places` digits after the decimal point; halves are rounded
    /// away from zero.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// let rounded = |text: &str, places| text.parse().map(|number: Number| number.round(places));
    /// assert_eq!(rounded("2.45", 1)?, "2.5".parse::<Number>()?);
    /// assert_eq!(rounded("-2.5", 0)?, -3);
    /// assert_eq!(rounded("7.5", 2)?.to_string(), "7.5");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn round(self, places: u32) -> Self {
        let (units, own) = self.units();
        let Some(ten) = own.checked_sub(places).filter(|fewer| *fewer > 0) else { return self };
        let ten = 10_i128.checked_pow(ten).unwrap_or(i128::MAX);
        let (quotient, rest) = (units / ten, units % ten);
        let is_up = rest.abs() >= ten - rest.abs();
        let quotient = if is_up { quotient + units.signum() } else { quotient };
        // It has fewer digits than before, or as many.
        Self::from_units(quotient, places).unwrap_or(self)
    }

    /// The number without the digits after its decimal point: rounded towards zero.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!("-2.9".parse::<Number>()?.trunc(), -2);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn trunc(self) -> Self {
        let (units, places) = self.units();
        let ten = 10_i128.checked_pow(places).unwrap_or(i128::MAX);
        Self::from_units(units / ten, 0).unwrap_or(self)
    }

    /// Whether it is zero.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert!("0.00".parse::<Number>()?.is_zero());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// 1 if the number is greater than zero, 0 if it is zero, -1 if it is less.
    ///
    /// ```
    /// use beleid::Number;
    ///
    /// assert_eq!((Number::from(-3).signum(), Number::ZERO.signum()), (-1, 0));
    /// ```
    pub fn signum(self) -> i32 {
        match self.cmp(&Self::ZERO) {
            Ordering::Less => -1,
            Ordering::Equal => 0,
            Ordering::Greater => 1,
        }
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

    /// In how many zeros it ends, negative for decimals: 2 for 1200, -1 for 1.5. `None` for zero.
    pub(crate) fn trailing_zeros(self) -> Option<i32> {
        let (mut units, places) = self.units();
        if units == 0 {
            return None;
        }
        let mut zeros = 0;
        while units % 10 == 0 {
            units /= 10;
            zeros += 1;
        }
        Some(zeros - i32::try_from(places).unwrap_or(0))
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
                    if units > MAX_UNITS || places.is_some_and(|places| places > MAX_PLACES) {
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

/// The largest number that divides both, by Euclid. Not 0 unless both are.
fn common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
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
    (places <= MAX_PLACES).then(|| Number(Decimal::new(units, places)))
}

/// The number, with as many trailing zeros less as it takes to hold it.
fn fitted(mut units: i128, mut places: u32) -> Option<Number> {
    while (units.unsigned_abs() > MAX_UNITS || places > MAX_PLACES) && places > 0 && units % 10 == 0
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

impl Neg for Number {
    type Output = Number;

    /// The number with the opposite sign, which is always one too.
    fn neg(self) -> Number {
        let (units, places) = self.units();
        Self::from_units(-units, places).unwrap_or(self)
    }
}

impl fmt::Display for Number {
    /// The text form, padded as a number is; with a precision (`{:.1}`) rounded to that many
    /// places.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = f.precision().and_then(|places| u32::try_from(places).ok());
        fmt::Display::fmt(&places.map_or(*self, |places| self.round(places)).0, f)
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

impl TryFrom<&str> for Number {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

impl TryFrom<f64> for Number {
    type Error = Error;

    /// The shortest decimal that reads back as `float`; an error if `float` is not finite or that
    /// decimal has more than 28 digits.
    fn try_from(float: f64) -> Result<Self, Error> {
        // Zero may have a sign there, and has none here.
        let text = if float == 0.0 { "0".to_owned() } else { float.to_string() };
        if float.is_finite() {
            text.parse()
        } else {
            Err(Error::new("number", &text, 0, Problem::NotFinite))
        }
    }
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Number {
            fn from(integer: $integer) -> Self {
                Number(Decimal::from(integer))
            }
        }

        impl PartialEq<$integer> for Number {
            fn eq(&self, integer: &$integer) -> bool {
                *self == Number::from(*integer)
            }
        }

        impl PartialEq<Number> for $integer {
            fn eq(&self, number: &Number) -> bool {
                Number::from(*self) == *number
            }
        }

        impl PartialOrd<$integer> for Number {
            fn partial_cmp(&self, integer: &$integer) -> Option<Ordering> {
                Some(self.cmp(&Number::from(*integer)))
            }
        }

        impl PartialOrd<Number> for $integer {
            fn partial_cmp(&self, number: &Number) -> Option<Ordering> {
                Some(Number::from(*self).cmp(number))
            }
        }
    )*};
}
integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

macro_rules! try_from_integer {
    ($($integer:ty),*) => {$(
        impl TryFrom<$integer> for Number {
            type Error = Error;

            fn try_from(integer: $integer) -> Result<Self, Error> {
                let units = i128::try_from(integer).ok();
                units.and_then(|units| Self::from_units(units, 0)).ok_or_else(|| {
                    Error::new("number", &integer.to_string(), 0, Problem::TooManyDigits)
                })
            }
        }
    )*};
}
try_from_integer!(i128, u128);

serde_as_text!(Number, "a decimal number as a string, such as \"12.5\"", crate::leaves::text::Short::of, {
    description: "An exact decimal number as text (Dutch: *getal*): with a decimal point, without \
        grouping or exponent, and zero without a sign. It has at most 28 digits. Trailing zeros \
        are kept and mean nothing: `7.50` equals `7.5`.",
    pattern: r"^(?:(?:0|-?[1-9][0-9]*)(?:\.[0-9]+)?|-0\.[0-9]*[1-9][0-9]*)$",
    examples: ["15", "7.50", "-0.4"],
});

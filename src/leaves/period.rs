//! [`Period`]: the stretch of time that a figure is about.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::error::Error;
use crate::error::Problem;
use crate::leaves::text::serde_as_text;

/// The stretch of time that a figure is about (Dutch: *periode*, *peiljaar*).
///
/// Text form, the same in [`Display`](fmt::Display), [`FromStr`] and on the wire:
///
/// | text | means |
/// |---|---|
/// | `2017` | a calendar year, 0001 to 9999 |
/// | `2014/15` | a school or book year, 1 August to 31 July (art. 1 WPO) |
/// | `2018-H1` | a half-year |
/// | `2017-Q3` | a quarter |
/// | `2014-01` | a month |
/// | `2017-10-01` | a day |
/// | `2021..2023` | several calendar years, both ends included |
/// | `2019..` | a calendar year and all after it |
///
/// Years, months and days are written as in ISO 8601; both ends of a period belong to it.
///
/// The order is chronological: by the first day, then by the last.
///
/// ```
/// use beleid::Period;
///
/// let year = Period::year(2017)?;
/// let quarter: Period = "2017-Q3".parse()?;
/// assert!(year < quarter, "the year begins earlier");
/// assert!(quarter.ends_by(year));
/// assert!("2017-Q9".parse::<Period>().is_err());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "periode")]
#[doc(alias = "peiljaar")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period(Kind);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Year(u16),
    SchoolYear(u16),
    HalfYear(u16, u8),
    Quarter(u16, u8),
    Month(u16, u8),
    Day(NaiveDate),
    Years(u16, u16),
    Since(u16),
}

impl Period {
    /// The first calendar year that there is.
    pub(crate) const FIRST: Period = Period(Kind::Year(1));

    /// A calendar year, 1 to 9999.
    ///
    /// # Errors
    /// If the year lies outside that range.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!(Period::year(2017)?, "2017".parse()?);
    /// assert!(Period::year(0).is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn year(year: u16) -> Result<Self, Error> {
        let refused = |problem| Error::new("period", &year.to_string(), 0, problem);
        check_year(year).map(|year| Period(Kind::Year(year))).map_err(refused)
    }

    /// A single day, as of a reference date (*peildatum*).
    ///
    /// # Errors
    /// If its year lies outside 1 to 9999.
    ///
    /// ```
    /// use beleid::Period;
    /// use chrono::NaiveDate;
    ///
    /// let day = NaiveDate::from_ymd_opt(2017, 10, 1).unwrap();
    /// assert_eq!(Period::day(day)?.to_string(), "2017-10-01");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn day(day: NaiveDate) -> Result<Self, Error> {
        if (1..=9999).contains(&day.year()) {
            Ok(Period(Kind::Day(day)))
        } else {
            Err(Error::new("period", &day.to_string(), 0, Problem::YearOutOfRange))
        }
    }

    /// The first day.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let year: Period = "2014/15".parse()?;
    /// assert_eq!(year.start().to_string(), "2014-08-01");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn start(self) -> NaiveDate {
        match self.0 {
            Kind::Year(year) | Kind::Years(year, _) | Kind::Since(year) => date(year, 1, 1),
            Kind::SchoolYear(year) => date(year, 8, 1),
            Kind::HalfYear(year, half) => date(year, half * 6 - 5, 1),
            Kind::Quarter(year, quarter) => date(year, quarter * 3 - 2, 1),
            Kind::Month(year, month) => date(year, month, 1),
            Kind::Day(day) => day,
        }
    }

    /// The last day; `None` where the period has no end (`2019..`).
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!("2017-Q1".parse::<Period>()?.end().unwrap().to_string(), "2017-03-31");
    /// assert_eq!("2019..".parse::<Period>()?.end(), None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn end(self) -> Option<NaiveDate> {
        Some(match self.0 {
            Kind::Year(year) | Kind::Years(_, year) => date(year, 12, 31),
            Kind::SchoolYear(year) => date(year + 1, 7, 31),
            Kind::HalfYear(year, half) => last_day(year, half * 6),
            Kind::Quarter(year, quarter) => last_day(year, quarter * 3),
            Kind::Month(year, month) => last_day(year, month),
            Kind::Day(day) => day,
            Kind::Since(_) => return None,
        })
    }

    /// Whether this period is over by the time that `other` is over.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let (quarter, year): (Period, Period) = ("2017-Q4".parse()?, "2017".parse()?);
    /// assert!(quarter.ends_by(year) && year.ends_by(quarter));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn ends_by(self, other: Self) -> bool {
        self.last() <= other.last()
    }

    /// Whether this period is over before `other` begins.
    pub(crate) fn ends_before(self, other: Self) -> bool {
        self.last() < other.first()
    }

    /// Whether it covers as much time as the other, of the same kind: two years, two quarters.
    #[inline]
    pub(crate) fn is_like(self, other: Self) -> bool {
        match (self.0, other.0) {
            (Kind::Years(first, last), Kind::Years(other_first, other_last)) => {
                last - first == other_last - other_first
            }
            (own, other) => std::mem::discriminant(&own) == std::mem::discriminant(&other),
        }
    }

    /// The number of a calendar year; nothing for any other stretch of time.
    #[inline]
    pub(crate) fn as_year(self) -> Option<u16> {
        if let Kind::Year(year) = self.0 { Some(year) } else { None }
    }

    /// Whether it is a single day.
    pub(crate) fn is_day(self) -> bool {
        matches!(self.0, Kind::Day(_))
    }

    /// The first day, for comparing.
    #[inline]
    pub(crate) fn first(self) -> DayKey {
        match self.0 {
            Kind::Year(year) | Kind::Years(year, _) | Kind::Since(year) => DayKey::new(year, 1, 1),
            Kind::SchoolYear(year) => DayKey::new(year, 8, 1),
            Kind::HalfYear(year, half) => DayKey::new(year, half * 6 - 5, 1),
            Kind::Quarter(year, quarter) => DayKey::new(year, quarter * 3 - 2, 1),
            Kind::Month(year, month) => DayKey::new(year, month, 1),
            Kind::Day(day) => DayKey::of(day),
        }
    }

    /// The last day, for comparing; a day after all others where there is none.
    #[inline]
    pub(crate) fn last(self) -> DayKey {
        match self.0 {
            Kind::Year(year) | Kind::Years(_, year) => DayKey::new(year, 12, 31),
            Kind::SchoolYear(year) => DayKey::new(year + 1, 7, 31),
            // The last day of a month is asked of the calendar, except where it is known.
            Kind::Quarter(year, 4) | Kind::HalfYear(year, 2) | Kind::Month(year, 12) => {
                DayKey::new(year, 12, 31)
            }
            Kind::HalfYear(..) | Kind::Quarter(..) | Kind::Month(..) | Kind::Day(_) => {
                self.end().map_or(DayKey::NEVER, DayKey::of)
            }
            Kind::Since(_) => DayKey::NEVER,
        }
    }

    fn scan(text: &str) -> Result<Kind, (usize, Problem)> {
        let year = scan_year(text, 0)?;
        let rest = text.get(4..).unwrap_or("");
        let mut chars = rest.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Ok(Kind::Year(year)),
            (Some('/'), _) => {
                let last = two_digits(text, 5)?;
                ends_at(text, 7)?;
                if u16::from(last) == (year + 1) % 100 && year < 9999 {
                    Ok(Kind::SchoolYear(year))
                } else {
                    Err((5, Problem::SchoolYear))
                }
            }
            (Some('-'), Some('H')) => match scan_part(text)? {
                half @ 1..=2 => Ok(Kind::HalfYear(year, half)),
                _ => Err((6, Problem::HalfYear)),
            },
            (Some('-'), Some('Q')) => match scan_part(text)? {
                quarter @ 1..=4 => Ok(Kind::Quarter(year, quarter)),
                _ => Err((6, Problem::Quarter)),
            },
            (Some('-'), _) => {
                let month = two_digits(text, 5)?;
                if !(1..=12).contains(&month) {
                    return Err((5, Problem::Month));
                }
                match text.as_bytes().get(7) {
                    None => Ok(Kind::Month(year, month)),
                    Some(b'-') => {
                        let day = two_digits(text, 8)?;
                        ends_at(text, 10)?;
                        NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
                            .map(Kind::Day)
                            .ok_or((8, Problem::Day))
                    }
                    Some(_) => Err((7, Problem::ExpectedPeriodEnd)),
                }
            }
            (Some('.'), Some('.')) => {
                if text.len() == 6 {
                    return Ok(Kind::Since(year));
                }
                let last = scan_year(text, 6)?;
                ends_at(text, 10)?;
                if last > year {
                    Ok(Kind::Years(year, last))
                } else {
                    Err((6, Problem::EndsTooEarly))
                }
            }
            _ => Err((4, Problem::ExpectedPeriodEnd)),
        }
    }
}

/// A day as the digits of year, month and day: it compares as the date does, and takes no
/// calendar to make.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DayKey(u32);

impl DayKey {
    const NEVER: DayKey = DayKey(u32::MAX);

    fn new(year: u16, month: u8, day: u8) -> Self {
        DayKey((u32::from(year) * 100 + u32::from(month)) * 100 + u32::from(day))
    }

    /// The day of a period, whose year and parts are in range.
    fn of(day: NaiveDate) -> Self {
        let small = |part: u32| u8::try_from(part).unwrap_or(u8::MAX);
        let year = u16::try_from(day.year()).unwrap_or(u16::MAX);
        DayKey::new(year, small(day.month()), small(day.day()))
    }
}

fn check_year(year: u16) -> Result<u16, Problem> {
    if (1..=9999).contains(&year) { Ok(year) } else { Err(Problem::YearOutOfRange) }
}

/// The four digits of a year from byte `at` on.
fn scan_year(text: &str, at: usize) -> Result<u16, (usize, Problem)> {
    if text.is_empty() {
        return Err((0, Problem::Empty));
    }
    let mut year = 0;
    for place in at..at + 4 {
        year = year * 10 + u16::from(digit(text, place).ok_or((place, Problem::ExpectedYear))?);
    }
    check_year(year).map_err(|problem| (at, problem))
}

/// The one digit behind `H` or `Q`, which ends the text.
fn scan_part(text: &str) -> Result<u8, (usize, Problem)> {
    let part = digit(text, 6).ok_or((6, Problem::ExpectedDigit))?;
    ends_at(text, 7)?;
    Ok(part)
}

fn two_digits(text: &str, at: usize) -> Result<u8, (usize, Problem)> {
    let tens = digit(text, at).ok_or((at, Problem::ExpectedDigit))?;
    let ones = digit(text, at + 1).ok_or((at + 1, Problem::ExpectedDigit))?;
    Ok(tens * 10 + ones)
}

fn digit(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0')
}

fn ends_at(text: &str, at: usize) -> Result<(), (usize, Problem)> {
    if text.len() == at { Ok(()) } else { Err((at, Problem::ExpectedPeriodEnd)) }
}

/// A date whose parts were checked when the period was made.
fn date(year: u16, month: u8, day: u8) -> NaiveDate {
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).unwrap_or_default()
}

fn last_day(year: u16, month: u8) -> NaiveDate {
    let next = if month == 12 { date(year + 1, 1, 1) } else { date(year, month + 1, 1) };
    next.pred_opt().unwrap_or_default()
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        // No two kinds of period share both their first and their last day.
        (self.first(), self.last()).cmp(&(other.first(), other.last()))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Year(year) => write!(f, "{year:04}"),
            Kind::SchoolYear(year) => write!(f, "{year:04}/{:02}", (year + 1) % 100),
            Kind::HalfYear(year, half) => write!(f, "{year:04}-H{half}"),
            Kind::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Kind::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Kind::Day(day) => {
                write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
            }
            Kind::Years(first, last) => write!(f, "{first:04}..{last:04}"),
            Kind::Since(year) => write!(f, "{year:04}.."),
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Period({self})")
    }
}

impl FromStr for Period {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::scan(text)
            .map(Period)
            .map_err(|(at, problem)| Error::new("period", text, at, problem))
    }
}

serde_as_text!(Period, "a period as a string, such as \"2017\", \"2014/15\" or \"2017-Q3\"", crate::leaves::text::Short::of, {
    description: "A stretch of time (Dutch: *periode*, *peiljaar*): a calendar year `2017`, a \
        school or book year `2014/15` (1 August to 31 July), a half-year `2018-H1`, a quarter \
        `2017-Q3`, a month `2014-01`, a day `2017-10-01`, several calendar years `2021..2023` \
        (both ends included), or a calendar year and all after it `2019..`.",
    pattern: concat!(
        r"^(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])",
        r"(?:/[0-9]{2}|-H[12]|-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?",
        r"|\.\.(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])?)?$",
    ),
    examples: ["2017", "2014/15", "2017-Q3", "2021..2023"],
});

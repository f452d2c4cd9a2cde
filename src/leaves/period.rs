//! [`Period`]: the stretch of time that a figure is about.

use std::cmp::Ordering;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::coded::coded;
use crate::error::Error;
use crate::error::Problem;
use crate::leaves::text::{padded, serde_as_text};

/// The stretch of time that a figure is about (Dutch: *periode*, *peiljaar*).
///
/// The text form is the same in [`Display`](fmt::Display), in [`FromStr`] and on the wire:
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
/// Years, months and days are written as in ISO 8601. The first and the last day belong to the
/// period.
///
/// Periods are ordered by their first day, then by their last.
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

coded! {
    /// The kind of a period: a year, a quarter, a day (Dutch: *soort periode*).
    ///
    /// ```
    /// use beleid::{Period, PeriodKind};
    ///
    /// let kind = |text: &str| text.parse().map(Period::kind);
    /// assert_eq!(kind("2017-Q3")?, PeriodKind::Quarter);
    /// assert_eq!(kind("2014/15")?, PeriodKind::SchoolYear);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "periodesoort")]
    #[non_exhaustive]
    PeriodKind, "kind of period" {
        /// A calendar year: `2017`.
        Year = "year", en "calendar year", nl "kalenderjaar";
        /// A school or book year, from 1 August to 31 July: `2014/15`.
        #[doc(alias = "schooljaar")]
        SchoolYear = "school_year", en "school year", nl "schooljaar";
        /// A half of a calendar year: `2018-H1`.
        #[doc(alias = "halfjaar")]
        HalfYear = "half_year", en "half-year", nl "halfjaar";
        /// A quarter of a calendar year: `2017-Q3`.
        #[doc(alias = "kwartaal")]
        Quarter = "quarter", en "quarter", nl "kwartaal";
        /// A month: `2014-01`.
        #[doc(alias = "maand")]
        Month = "month", en "month", nl "maand";
        /// A day: `2017-10-01`.
        #[doc(alias = "dag")]
        Day = "day", en "day", nl "dag";
        /// Several calendar years: `2021..2023`.
        Years = "years", en "calendar years", nl "kalenderjaren";
        /// A calendar year and all after it: `2019..`.
        Since = "since", en "calendar year and all after it", nl "kalenderjaar en alles daarna";
    }
}

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

    /// A school or book year, given by the year in which it begins, 1 to 9998: `2014` for
    /// `2014/15`.
    ///
    /// # Errors
    /// If the year lies outside that range.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!(Period::school_year(2014)?.to_string(), "2014/15");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "schooljaar")]
    pub fn school_year(begins: u16) -> Result<Self, Error> {
        if (1..9999).contains(&begins) {
            return Ok(Period(Kind::SchoolYear(begins)));
        }
        let text = format!("{begins}/{:02}", (u32::from(begins) + 1) % 100);
        Err(Error::new("period", &text, 0, Problem::YearOutOfRange))
    }

    /// A half of a calendar year. `half` is 1 or 2.
    ///
    /// # Errors
    /// If the year lies outside 1 to 9999, or `half` is not 1 or 2.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!(Period::half_year(2018, 1)?.to_string(), "2018-H1");
    /// assert_eq!(
    ///     Period::half_year(2018, 3).unwrap_err().to_string(),
    ///     r#"invalid period "2018-H3" at byte 6: a year has half-years H1 and H2"#,
    /// );
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "halfjaar")]
    pub fn half_year(year: u16, half: u8) -> Result<Self, Error> {
        let text = || format!("{year:04}-H{half}");
        part(year, half, 2, Kind::HalfYear, text, Problem::HalfYear)
    }

    /// A quarter of a calendar year. `quarter` is 1 to 4.
    ///
    /// # Errors
    /// If the year lies outside 1 to 9999, or `quarter` is not 1 to 4.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!(Period::quarter(2017, 3)?.to_string(), "2017-Q3");
    /// assert!(Period::quarter(2017, 5).is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "kwartaal")]
    pub fn quarter(year: u16, quarter: u8) -> Result<Self, Error> {
        let text = || format!("{year:04}-Q{quarter}");
        part(year, quarter, 4, Kind::Quarter, text, Problem::Quarter)
    }

    /// A month of a calendar year. `month` is 1 to 12.
    ///
    /// # Errors
    /// If the year lies outside 1 to 9999, or `month` is not 1 to 12.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!(Period::month(2014, 1)?.to_string(), "2014-01");
    /// assert!(Period::month(2014, 0).is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "maand")]
    pub fn month(year: u16, month: u8) -> Result<Self, Error> {
        let text = || format!("{year:04}-{month:02}");
        part(year, month, 12, Kind::Month, text, Problem::Month)
    }

    /// Several calendar years, from `first` to `last` inclusive. If both are the same, the result
    /// is that single year.
    ///
    /// # Errors
    /// If a year lies outside 1 to 9999, or the last is before the first.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!(Period::from_years(2021, 2023)?.to_string(), "2021..2023");
    /// assert_eq!(Period::from_years(2021, 2021)?, Period::year(2021)?);
    /// assert!(Period::from_years(2023, 2021).is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn from_years(first: u16, last: u16) -> Result<Self, Error> {
        let refused =
            |at, problem| Error::new("period", &format!("{first:04}..{last:04}"), at, problem);
        check_year(first).map_err(|problem| refused(0, problem))?;
        check_year(last).map_err(|problem| refused(6, problem))?;
        match first.cmp(&last) {
            Ordering::Less => Ok(Period(Kind::Years(first, last))),
            Ordering::Equal => Ok(Period(Kind::Year(first))),
            Ordering::Greater => Err(refused(6, Problem::EndsTooEarly)),
        }
    }

    /// A calendar year and all after it.
    ///
    /// # Errors
    /// If the year lies outside 1 to 9999.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!(Period::since(2019)?.to_string(), "2019..");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn since(year: u16) -> Result<Self, Error> {
        let refused = |problem| Error::new("period", &format!("{year:04}.."), 0, problem);
        check_year(year).map(|year| Period(Kind::Since(year))).map_err(refused)
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

    /// The last day; `None` if the period has no end (`2019..`).
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

    /// The kind of the period.
    ///
    /// ```
    /// use beleid::{Period, PeriodKind};
    ///
    /// assert_eq!(Period::year(2017)?.kind(), PeriodKind::Year);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn kind(self) -> PeriodKind {
        match self.0 {
            Kind::Year(_) => PeriodKind::Year,
            Kind::SchoolYear(_) => PeriodKind::SchoolYear,
            Kind::HalfYear(..) => PeriodKind::HalfYear,
            Kind::Quarter(..) => PeriodKind::Quarter,
            Kind::Month(..) => PeriodKind::Month,
            Kind::Day(_) => PeriodKind::Day,
            Kind::Years(..) => PeriodKind::Years,
            Kind::Since(_) => PeriodKind::Since,
        }
    }

    /// The calendar year of its first day.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!("2014/15".parse::<Period>()?.first_year(), 2014);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn first_year(self) -> u16 {
        match self.0 {
            Kind::Year(year)
            | Kind::SchoolYear(year)
            | Kind::HalfYear(year, _)
            | Kind::Quarter(year, _)
            | Kind::Month(year, _)
            | Kind::Years(year, _)
            | Kind::Since(year) => year,
            Kind::Day(day) => year_of(day),
        }
    }

    /// The calendar year of its last day; `None` if the period has no end (`2019..`).
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// assert_eq!("2014/15".parse::<Period>()?.last_year(), Some(2015));
    /// assert_eq!("2019..".parse::<Period>()?.last_year(), None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn last_year(self) -> Option<u16> {
        match self.0 {
            Kind::SchoolYear(year) => Some(year + 1),
            Kind::Years(_, last) => Some(last),
            Kind::Since(_) => None,
            _ => Some(self.first_year()),
        }
    }

    /// The calendar years that the period has days in. If the period has no end, the last of them
    /// is 9999.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let years = |text: &str| text.parse().map(|period: Period| period.years());
    /// assert_eq!(years("2017-Q3")?, 2017..=2017);
    /// assert_eq!(years("2014/15")?, 2014..=2015);
    /// assert_eq!(years("2021..2023")?.collect::<Vec<_>>(), [2021, 2022, 2023]);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "jaren")]
    pub fn years(self) -> RangeInclusive<u16> {
        self.first_year()..=self.last_year().unwrap_or(LAST_YEAR)
    }

    /// The next period of the same kind and length: 2018 for 2017. `None` if this period has no
    /// end, or if the next one would end after the year 9999.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let next = |text: &str| text.parse().map(|period: Period| period.next());
    /// assert_eq!(next("2017-Q4")?, Some("2018-Q1".parse()?));
    /// assert_eq!(next("2021..2023")?, Some("2024..2026".parse()?));
    /// assert_eq!(next("2019..")?, None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "volgende")]
    pub fn next(self) -> Option<Self> {
        self.step(1)
    }

    /// The previous period of the same kind and length: 2016 for 2017. `None` if this period has no
    /// end, or if the previous one would begin before the year 1.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let march: Period = "2016-03-01".parse()?;
    /// assert_eq!(march.previous(), Some("2016-02-29".parse()?));
    /// assert_eq!(Period::year(1)?.previous(), None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "vorige")]
    pub fn previous(self) -> Option<Self> {
        self.step(-1)
    }

    /// The period of the same kind and length that lies `by` such periods later.
    fn step(self, by: i32) -> Option<Self> {
        let year = |year: u16, by: i32| {
            let year = u16::try_from(i32::from(year).checked_add(by)?).ok()?;
            check_year(year).ok()
        };
        // The parts of a year are counted from the first one there is.
        let part = |own: u16, part: u8, parts: i32, kind: fn(u16, u8) -> Kind| {
            let index = i32::from(own) * parts + i32::from(part) - 1 + by;
            let part = u8::try_from(index.rem_euclid(parts) + 1).ok()?;
            Some(kind(year(u16::try_from(index.div_euclid(parts)).ok()?, 0)?, part))
        };
        let kind = match self.0 {
            Kind::Year(own) => Kind::Year(year(own, by)?),
            Kind::SchoolYear(own) => {
                Kind::SchoolYear(year(own, by).filter(|own| *own < LAST_YEAR)?)
            }
            Kind::HalfYear(own, half) => part(own, half, 2, Kind::HalfYear)?,
            Kind::Quarter(own, quarter) => part(own, quarter, 4, Kind::Quarter)?,
            Kind::Month(own, month) => part(own, month, 12, Kind::Month)?,
            Kind::Day(day) => {
                let day = day.checked_add_signed(TimeDelta::try_days(i64::from(by))?)?;
                return Period::day(day).ok();
            }
            Kind::Years(first, last) => {
                let by = by.checked_mul(i32::from(last - first) + 1)?;
                Kind::Years(year(first, by)?, year(last, by)?)
            }
            Kind::Since(_) => return None,
        };
        Some(Period(kind))
    }

    /// This period and the next ones of the same kind and length, up to the last one that ends no
    /// later than `last` does.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let years: Vec<_> = Period::year(2015)?.up_to(Period::year(2017)?).collect();
    /// assert_eq!(years, [Period::year(2015)?, Period::year(2016)?, Period::year(2017)?]);
    /// let quarter: Period = "2017-Q3".parse()?;
    /// assert_eq!(quarter.up_to(Period::year(2018)?).count(), 6);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn up_to(self, last: Self) -> Periods {
        Periods { next: Some(self), last }
    }

    /// The periods of a kind that lie wholly within this one, in order: the quarters of a year, for
    /// instance. There are none for `Years` and `Since`, which have no fixed length.
    ///
    /// ```
    /// use beleid::{Period, PeriodKind};
    ///
    /// let year = Period::year(2017)?;
    /// let halves: Vec<_> = year.parts(PeriodKind::HalfYear).collect();
    /// assert_eq!(halves, ["2017-H1".parse()?, "2017-H2".parse()?]);
    /// assert_eq!(year.parts(PeriodKind::Day).count(), 365);
    /// assert_eq!(year.parts(PeriodKind::SchoolYear).count(), 0);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "delen")]
    pub fn parts(self, kind: PeriodKind) -> Periods {
        let start = self.start();
        let (year, month) = (year_of(start), start.month());
        // The one that the first day lies in begins with it or before it.
        let index = |months: u32| u8::try_from((month - 1) / months + 1).unwrap_or(1);
        let holds_start = match kind {
            PeriodKind::Year => Some(Kind::Year(year)),
            PeriodKind::SchoolYear if month >= 8 => Some(Kind::SchoolYear(year)),
            PeriodKind::SchoolYear => year.checked_sub(1).map(Kind::SchoolYear),
            PeriodKind::HalfYear => Some(Kind::HalfYear(year, index(6))),
            PeriodKind::Quarter => Some(Kind::Quarter(year, index(3))),
            PeriodKind::Month => Some(Kind::Month(year, index(1))),
            PeriodKind::Day => Some(Kind::Day(start)),
            PeriodKind::Years | PeriodKind::Since => None,
        };
        let first = match holds_start {
            // The school year that the first of January of the year 1 lies in begins in no year.
            Some(Kind::SchoolYear(year @ (0 | LAST_YEAR))) => {
                (year == 0).then_some(Period(Kind::SchoolYear(1)))
            }
            Some(kind) if Period(kind).start() == start => Some(Period(kind)),
            Some(kind) => Period(kind).next(),
            None => None,
        };
        Periods { next: first, last: self }
    }

    /// Whether every day of `other` is also a day of this period.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let (year, quarter): (Period, Period) = ("2017".parse()?, "2017-Q4".parse()?);
    /// assert!(year.contains(quarter) && !quarter.contains(year));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn contains(self, other: Self) -> bool {
        self.first() <= other.first() && other.last() <= self.last()
    }

    /// Whether this period and `other` have a day in common.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let (year, school_year): (Period, Period) = ("2017".parse()?, "2016/17".parse()?);
    /// assert!(year.overlaps(school_year) && !year.overlaps(Period::year(2018)?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn overlaps(self, other: Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// Whether this period ends no later than `other` does.
    ///
    /// ```
    /// use beleid::Period;
    ///
    /// let (quarter, year): (Period, Period) = ("2017-Q4".parse()?, "2017".parse()?);
    /// assert!(quarter.ends_by(year) && year.ends_by(quarter));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[inline]
    pub fn ends_by(self, other: Self) -> bool {
        self.last() <= other.last()
    }

    /// Whether this period is over before `other` begins.
    #[inline]
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

/// An iterator over consecutive periods of one kind (Dutch: *periodes*). It is returned by
/// [`Period::up_to`] and [`Period::parts`].
///
/// ```
/// use beleid::{Period, Periods};
///
/// let mut years: Periods = Period::year(2016)?.up_to(Period::year(2017)?);
/// assert_eq!(years.next(), Some(Period::year(2016)?));
/// assert_eq!(years.next(), Some(Period::year(2017)?));
/// assert_eq!(years.next(), None);
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "periodes")]
#[derive(Debug, Clone)]
pub struct Periods {
    next: Option<Period>,
    last: Period,
}

impl Iterator for Periods {
    type Item = Period;

    fn next(&mut self) -> Option<Period> {
        let period = self.next.filter(|period| period.ends_by(self.last))?;
        self.next = period.next();
        Some(period)
    }
}

impl std::iter::FusedIterator for Periods {}

/// A day as the digits of year, month and day: it compares as the date does, and takes no
/// calendar to make.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DayKey(u32);

impl DayKey {
    const NEVER: DayKey = DayKey(u32::MAX);

    #[inline]
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

/// The last year that a period may have days in.
const LAST_YEAR: u16 = 9999;

/// The year of a day of a period, which is in range.
fn year_of(day: NaiveDate) -> u16 {
    u16::try_from(day.year()).unwrap_or(LAST_YEAR)
}

/// A part of a calendar year: one of so many.
fn part(
    year: u16,
    part: u8,
    parts: u8,
    kind: fn(u16, u8) -> Kind,
    text: impl Fn() -> String,
    problem: Problem,
) -> Result<Period, Error> {
    let refused = |at, problem| Error::new("period", &text(), at, problem);
    check_year(year).map_err(|problem| refused(0, problem))?;
    if (1..=parts).contains(&part) {
        return Ok(Period(kind(year, part)));
    }
    // The number of the part stands after `-Q`, or after the hyphen alone.
    Err(refused(if parts == 12 { 5 } else { 6 }, problem))
}

fn check_year(year: u16) -> Result<u16, Problem> {
    if (1..=LAST_YEAR).contains(&year) { Ok(year) } else { Err(Problem::YearOutOfRange) }
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
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Kind::Year(year), Kind::Year(other)) = (self.0, other.0) {
            // Most are.
            return year.cmp(&other);
        }
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
        padded(f, |f| match self.0 {
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
        })
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

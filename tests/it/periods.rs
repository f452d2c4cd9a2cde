//! Periods: how they are made, what they hold, and what follows on them.

use beleid::{Error, Period, PeriodKind};
use proptest::prelude::*;

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

#[test]
fn from_parts() {
    let made = |period: Result<Period, Error>| {
        period.map_or_else(|error| error.to_string(), |period| period.to_string())
    };
    let cases = [
        (made(Period::month(2014, 1)), "2014-01"),
        (
            made(Period::month(2014, 13)),
            r#"invalid period "2014-13" at byte 5: a year has months 01 to 12"#,
        ),
        (
            made(Period::month(0, 1)),
            r#"invalid period "0000-01" at byte 0: years run from 0001 to 9999"#,
        ),
        (made(Period::quarter(2017, 4)), "2017-Q4"),
        (
            made(Period::quarter(2017, 0)),
            r#"invalid period "2017-Q0" at byte 6: a year has quarters Q1 to Q4"#,
        ),
        (made(Period::half_year(2018, 2)), "2018-H2"),
        (
            made(Period::half_year(2018, 3)),
            r#"invalid period "2018-H3" at byte 6: a year has half-years H1 and H2"#,
        ),
        (made(Period::school_year(1999)), "1999/00"),
        (
            made(Period::school_year(9999)),
            r#"invalid period "9999/00" at byte 0: years run from 0001 to 9999"#,
        ),
        (made(Period::from_years(2021, 2023)), "2021..2023"),
        (made(Period::from_years(2021, 2021)), "2021"),
        (
            made(Period::from_years(2023, 2021)),
            r#"invalid period "2023..2021" at byte 6: it must end later than it begins"#,
        ),
        (
            made(Period::from_years(2023, 0)),
            r#"invalid period "2023..0000" at byte 6: years run from 0001 to 9999"#,
        ),
        (made(Period::since(2019)), "2019.."),
        (
            made(Period::since(0)),
            r#"invalid period "0000.." at byte 0: years run from 0001 to 9999"#,
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

#[test]
fn steps() {
    // A period, the one before it and the one after it.
    let cases = [
        ("2017", Some("2016"), Some("2018")),
        ("0001", None, Some("0002")),
        ("9999", Some("9998"), None),
        ("2014/15", Some("2013/14"), Some("2015/16")),
        ("0001/02", None, Some("0002/03")),
        ("9998/99", Some("9997/98"), None),
        ("2018-H1", Some("2017-H2"), Some("2018-H2")),
        ("2018-H2", Some("2018-H1"), Some("2019-H1")),
        ("2017-Q1", Some("2016-Q4"), Some("2017-Q2")),
        ("9999-Q4", Some("9999-Q3"), None),
        ("2014-12", Some("2014-11"), Some("2015-01")),
        ("0001-01", None, Some("0001-02")),
        ("2016-02-29", Some("2016-02-28"), Some("2016-03-01")),
        ("0001-01-01", None, Some("0001-01-02")),
        ("9999-12-31", Some("9999-12-30"), None),
        ("2021..2023", Some("2018..2020"), Some("2024..2026")),
        ("0003..0005", None, Some("0006..0008")),
        ("9996..9997", Some("9994..9995"), Some("9998..9999")),
        ("9997..9998", Some("9995..9996"), None),
        ("2019..", None, None),
    ];
    for (text, previous, next) in cases {
        assert_eq!(period(text).previous(), previous.map(period), "{text}");
        assert_eq!(period(text).next(), next.map(period), "{text}");
    }
}

#[test]
fn years_and_kinds() {
    let cases = [
        ("2017", "year", 2017, 2017),
        ("2014/15", "school_year", 2014, 2015),
        ("2018-H1", "half_year", 2018, 2018),
        ("2017-Q3", "quarter", 2017, 2017),
        ("2014-01", "month", 2014, 2014),
        ("2017-10-01", "day", 2017, 2017),
        ("2021..2023", "years", 2021, 2023),
        ("2019..", "since", 2019, 9999),
    ];
    for (text, kind, first, last) in cases {
        assert_eq!(period(text).kind().to_string(), kind, "{text}");
        assert_eq!(period(text).years(), first..=last, "{text}");
        assert_eq!(period(text).last_year().is_none(), text == "2019..");
    }
}

#[test]
fn series_and_parts() {
    let joined = |periods: beleid::Periods| {
        let texts: Vec<_> = periods.map(|period| period.to_string()).collect();
        texts.join(" ")
    };
    let series = [
        ("2015", "2017", "2015 2016 2017"),
        ("2017", "2015", ""),
        ("2017-Q3", "2018", "2017-Q3 2017-Q4 2018-Q1 2018-Q2 2018-Q3 2018-Q4"),
        ("2016-02-28", "2016-03-01", "2016-02-28 2016-02-29 2016-03-01"),
        ("9998", "2019..", "9998 9999"),
        ("2019..", "2019..", "2019.."),
        ("2019..", "9999", ""),
    ];
    for (first, last, expected) in series {
        assert_eq!(joined(period(first).up_to(period(last))), expected, "{first} to {last}");
    }
    let parts = [
        ("2017", PeriodKind::Quarter, "2017-Q1 2017-Q2 2017-Q3 2017-Q4"),
        ("2017", PeriodKind::Year, "2017"),
        ("2017", PeriodKind::SchoolYear, ""),
        ("2017..2019", PeriodKind::Year, "2017 2018 2019"),
        ("2017..2019", PeriodKind::SchoolYear, "2017/18 2018/19"),
        ("2014/15", PeriodKind::SchoolYear, "2014/15"),
        ("2014/15", PeriodKind::Quarter, "2014-Q4 2015-Q1 2015-Q2"),
        ("2014/15", PeriodKind::HalfYear, "2015-H1"),
        ("2014/15", PeriodKind::Year, ""),
        ("2018-H2", PeriodKind::Quarter, "2018-Q3 2018-Q4"),
        ("2017-Q1", PeriodKind::Month, "2017-01 2017-02 2017-03"),
        ("2017-Q1", PeriodKind::HalfYear, ""),
        ("2017-10-01", PeriodKind::Day, "2017-10-01"),
        ("2017-10-02", PeriodKind::Month, ""),
        ("0001", PeriodKind::SchoolYear, ""),
        ("0001..0002", PeriodKind::SchoolYear, "0001/02"),
        ("9999", PeriodKind::SchoolYear, ""),
        ("9998..", PeriodKind::Year, "9998 9999"),
        ("2017", PeriodKind::Years, ""),
        ("2017..", PeriodKind::Since, ""),
    ];
    for (text, kind, expected) in parts {
        assert_eq!(joined(period(text).parts(kind)), expected, "{kind} in {text}");
    }
}

#[test]
fn periods_that_share_a_day_overlap() {
    let cases = [
        ("2017-10-01", "2017-10-01", true),
        ("2017-12-31", "2017", true),
        ("2017-01-01", "2017", true),
        ("2018-01-01", "2017", false),
        ("2016-12-31", "2017", false),
        ("2017-07-31", "2016/17", true),
        ("2017-08-01", "2016/17", false),
        ("2019..", "2019-01-01", true),
        ("2019..", "2018-12-31", false),
        ("2019..", "9999", true),
    ];
    for (a, b, overlap) in cases {
        assert_eq!(period(a).overlaps(period(b)), overlap, "{a} and {b}");
        assert_eq!(period(b).overlaps(period(a)), overlap, "{b} and {a}");
    }
}

fn any_period() -> impl Strategy<Value = Period> {
    let year = || 2010_u16..2014;
    prop_oneof![
        year().prop_map(Period::year),
        year().prop_map(Period::school_year),
        (year(), 1_u8..=2).prop_map(|(year, half)| Period::half_year(year, half)),
        (year(), 1_u8..=4).prop_map(|(year, quarter)| Period::quarter(year, quarter)),
        (year(), 1_u8..=12).prop_map(|(year, month)| Period::month(year, month)),
        (year(), 0_u64..365).prop_map(|(year, days)| {
            let day = chrono::NaiveDate::from_yo_opt(year.into(), 1).unwrap();
            Period::day(day + chrono::Days::new(days))
        }),
        (year(), 1_u16..3).prop_map(|(year, more)| Period::from_years(year, year + more)),
        year().prop_map(Period::since),
    ]
    .prop_map(Result::unwrap)
}

proptest! {
    #[test]
    fn what_follows_begins_on_the_day_after(period in any_period()) {
        let Some(next) = period.next() else {
            prop_assert_eq!(period.kind(), PeriodKind::Since);
            return Ok(());
        };
        prop_assert_eq!(period.end().unwrap().succ_opt(), Some(next.start()));
        prop_assert_eq!((next.kind(), next.previous()), (period.kind(), Some(period)));
        prop_assert!(!period.overlaps(next) && !period.contains(next));
    }

    #[test]
    fn containing_and_overlapping_are_as_of_days(a in any_period(), b in any_period()) {
        let never = chrono::NaiveDate::MAX;
        let ends = |period: Period| (period.start(), period.end().unwrap_or(never));
        let ((a_start, a_end), (b_start, b_end)) = (ends(a), ends(b));
        prop_assert_eq!(a.contains(b), a_start <= b_start && b_end <= a_end);
        prop_assert_eq!(a.overlaps(b), a_start <= b_end && b_start <= a_end);
    }

    #[test]
    fn parts_are_those_that_lie_within(whole in any_period(), part in any_period()) {
        prop_assume!(whole.end().is_some());
        let has_length = !matches!(part.kind(), PeriodKind::Years | PeriodKind::Since);
        let is_part = whole.parts(part.kind()).any(|each| each == part);
        prop_assert_eq!(is_part, has_length && whole.contains(part));
    }
}

//! Whether the last result is on the way to the target.

use super::*;
use beleid::{Direction, Figure, Missing, Pace, Period, Reason, Role, Status, Unit, Value};

#[test]
fn the_pace_of_figures_in_doubt() {
    let pace = |figures: Vec<Figure>| {
        evaluate(figures, |evaluation| (evaluation.pace, evaluation.pace_reason))
    };
    let unknown = |reason| (Pace::Unknown, Some(reason));
    let ahead = |value: i32| Figure::new(year(2018), Role::Target, Value::more_than(value));
    let line = || vec![result_of(2014, 2), result_of(2016, 4)];
    assert_eq!(pace([line(), vec![ahead(5)]].concat()), (Pace::OnTrack, None));
    assert_eq!(
        pace([line(), vec![ahead(5), ahead(100)]].concat()),
        unknown(Reason::TargetsDisagree)
    );
    assert_eq!(
        pace([line(), vec![result_of(2014, 3), ahead(5)]].concat()),
        unknown(Reason::ResultsDisagree)
    );
    let sooner: Period = "2018-H1".parse().unwrap();
    let expected = Figure::new(sooner, Role::Expected, Value::more_than(100));
    let dash = Figure::new(sooner, Role::Target, Missing::Unspecified);
    assert_eq!(
        pace([line(), vec![expected, dash, ahead(5)]].concat()),
        (Pace::OnTrack, None),
        "neither is a target"
    );
    let broken = Figure::new(None, Role::Realised, Missing::NotMeasured);
    let broken = Figure { status: Status::BreakInSeries.into(), ..broken };
    assert_eq!(pace([line(), vec![broken, ahead(5)]].concat()), unknown(Reason::BreakInSeries));
    let old = Figure { dated: Some(year(2008)), ..result_of(2014, 2) };
    assert_eq!(pace(vec![old, result_of(2016, 4), ahead(5)]), unknown(Reason::MeasuredEarlier));
    let half = Figure::new("2016-H1".parse::<Period>().unwrap(), Role::Realised, 1);
    assert_eq!(pace(vec![half, result_of(2016, 4), ahead(5)]), unknown(Reason::TooFewMeasurements));
}

#[test]
fn the_pace() {
    let pace = |direction, figures: Vec<Figure>| {
        evaluate_towards(direction, figures, |evaluation| {
            let reason =
                evaluation.pace_reason.map_or(String::new(), |reason| format!(", {reason}"));
            format!("{}{reason}", evaluation.pace)
        })
    };
    let planned =
        |of: u16, value: i32| Figure::new(year(of), Role::Budgeted, Value::at_least(value));
    let aim = |value: i32| target(Value::at_least(value));
    assert_eq!(pace(None, vec![aim(15)]), "unknown, too-few-measurements");
    assert_eq!(pace(None, vec![aim(15), result_of(2015, 10)]), "unknown, too-few-measurements");
    assert_eq!(pace(None, vec![result_of(2014, 9), result_of(2015, 10)]), "unknown, no-target");
    // Against the milestone of its own period.
    assert_eq!(pace(None, vec![aim(15), result_of(2016, 10), planned(2016, 10)]), "on-track");
    assert_eq!(pace(None, vec![aim(15), result_of(2016, 9), planned(2016, 10)]), "off-track");
    // Along the line: 2014 to 2016 is two of three years.
    let line = |now: i32| vec![aim(16), result_of(2014, 10), result_of(2016, now)];
    assert_eq!(pace(None, line(14)), "on-track");
    assert_eq!(pace(None, line(13)), "off-track");
    let exactly = |now: i32| vec![target(16), result_of(2014, 10), result_of(2016, now)];
    assert_eq!(pace(None, exactly(15)), "unknown, direction-unknown");
    assert_eq!(pace(Some(Direction::Higher), exactly(15)), "on-track");
    assert_eq!(pace(None, exactly(14)), "on-track", "just at it, whatever is better");
    let words = Figure { value: Value::Text("goed".to_owned()), ..result_of(2016, 14) };
    assert_eq!(pace(None, vec![aim(16), result_of(2014, 10), words]), "unknown, not-comparable");
    assert_eq!(pace(Some(Direction::Lower), exactly(15)), "off-track");
    let strictly =
        |now: i32| vec![target(Value::more_than(13)), result_of(2014, 10), result_of(2016, now)];
    // 10 to 12 in two of three years leads to just 13.
    assert_eq!(pace(None, strictly(12)), "off-track");
    assert_eq!(pace(None, strictly(13)), "on-track");
    // 366 days of 2016 are a year as 365 of 2017 are; a day counts as a day.
    let day = |text: &str, role, value: i32| {
        let day: Period = text.parse().unwrap();
        Figure::new(day, role, Value::at_least(value))
    };
    let at_day = |now: i32| {
        let mut start = day("2016-12-30", Role::Realised, 0);
        start.value = 0.into();
        let mut last = day("2017-01-09", Role::Realised, 0);
        last.value = now.into();
        vec![start, last, day("2017-12-31", Role::Target, 366)]
    };
    let ahead = |now: i32| {
        let indicator = indicator(at_day(now));
        indicator.evaluate("2017-01-31".parse().unwrap())[0].pace
    };
    assert_eq!((ahead(10), ahead(9)), (Pace::OnTrack, Pace::OffTrack));
    // A line doesn't cross a break, and needs exact points.
    let broken = Figure { status: Status::BreakInSeries.into(), ..result_of(2016, 14) };
    assert_eq!(
        pace(None, vec![aim(16), result_of(2014, 10), broken]),
        "unknown, too-few-measurements"
    );
    let about = Figure { status: Status::Approximate.into(), ..result_of(2016, 14) };
    assert_eq!(pace(None, vec![aim(16), result_of(2014, 10), about]), "unknown, approximate");
    let bound = Figure { value: Value::more_than(14), ..result_of(2016, 14) };
    assert_eq!(pace(None, vec![aim(16), result_of(2014, 10), bound]), "unknown, either-side");
    // Towards the next target where this year has none.
    let ahead = Figure::new(year(2020), Role::Target, Value::at_least(22));
    assert_eq!(
        pace(None, vec![ahead.clone(), result_of(2014, 10), result_of(2016, 14)]),
        "on-track"
    );
    assert_eq!(pace(None, vec![ahead, result_of(2014, 10), result_of(2016, 13)]), "off-track");
}

#[test]
fn the_pace_of_other_periods() {
    let over =
        |text: &str, role, value: Value| Figure::new(text.parse::<Period>().unwrap(), role, value);
    let pace = |figures: Vec<Figure>| {
        let indicator = indicator(figures);
        let evaluation = &indicator.evaluate("2017-H1".parse().unwrap())[0];
        (evaluation.pace, evaluation.pace_reason)
    };
    // One more in six months is four more in the two years after the first.
    let halves = |aim: i32| {
        pace(vec![
            over("2015-H2", Role::Realised, 10.into()),
            over("2016-H1", Role::Realised, 11.into()),
            over("2017-H2", Role::Target, Value::at_least(aim)),
        ])
    };
    assert_eq!(halves(14), (Pace::OnTrack, None));
    assert_eq!(halves(15), (Pace::OffTrack, None));
    let to_a_year = pace(vec![
        over("2015-H2", Role::Realised, 10.into()),
        over("2016-H1", Role::Realised, 11.into()),
        over("2017", Role::Target, Value::at_least(12)),
    ]);
    assert_eq!(to_a_year, (Pace::Unknown, Some(Reason::CoversAnotherLength)));
    let of_days = pace(vec![
        over("2015-12-31", Role::Realised, 10.into()),
        over("2016-12-31", Role::Realised, 11.into()),
        over("2017", Role::Target, Value::at_least(12)),
    ]);
    assert_eq!(of_days, (Pace::OnTrack, None), "what stands on a day may be what a year aims at");
}

#[test]
fn the_pace_of_units_that_differ() {
    let unit = |figure: Figure, unit: Unit| Figure { unit: Some(unit), ..figure };
    let (first, last, aim) = (
        result_of(2014, 10),
        result_of(2016, 14),
        Figure::new(year(2018), Role::Target, Value::at_least(16)),
    );
    let pace = |figures: [Figure; 3]| {
        evaluate(figures.to_vec(), |evaluation| (evaluation.pace, evaluation.pace_reason))
    };
    let (differ, open) = (Reason::UnitsDiffer, Reason::UnitNotStated);
    let unknown = |reason| (Pace::Unknown, Some(reason));
    let (euro, percent) = (Unit::EURO, Unit::PERCENT);
    let plain = [first.clone(), last.clone(), aim.clone()];
    assert_eq!(pace(plain), (Pace::OnTrack, None));
    let in_euro = |figure: &Figure| unit(figure.clone(), euro.clone());
    let in_percent = |figure: &Figure| unit(figure.clone(), percent.clone());
    assert_eq!(pace([in_euro(&first), in_percent(&last), aim.clone()]), unknown(open));
    assert_eq!(pace([first.clone(), in_euro(&last), in_percent(&aim)]), unknown(differ));
    assert_eq!(pace([in_euro(&first), last.clone(), in_percent(&aim)]), unknown(open));
    assert_eq!(pace([in_percent(&first), in_percent(&last), in_euro(&aim)]), unknown(differ));
}

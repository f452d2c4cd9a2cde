//! Pictures don't lie.

use beleid::{
    Budget, Edition, Figure, Id, Indicator, Interval, Language, Missing, Number, Period,
    PolicyField, Role, Status, Unit, Value,
};
use beleid_report::{Question, Report, Source};
use proptest::prelude::*;

use crate::picture::{Shape, check, shapes};

fn year(year: u16) -> Period {
    Period::year(year).unwrap()
}

/// The file of an indicator with these figures, evaluated for 2018.
fn file(figures: Vec<Figure>) -> String {
    let mut indicator = Indicator::new(Id::new("i1").unwrap(), "Aantal projecten");
    indicator.figures = figures;
    let field = PolicyField { indicators: vec![indicator], ..PolicyField::default() };
    let budget = Budget { fields: vec![field], ..Budget::new(Edition::new(None, year(2018))) };
    let source = Source::new("test", &budget);
    let report = Report::new(&[source], &Question::new(Language::English).at(year(2018)));
    let svg = report.indicators().next().unwrap().to_svg();
    check(&svg);
    svg
}

fn measured(value: impl Into<Value>) -> Figure {
    Figure::new(year(2018), Role::Realised, value)
}

fn target(value: impl Into<Value>) -> Figure {
    Figure::new(year(2018), Role::Target, value)
}

/// The shapes of a class in the picture of target and result, or in that of the course.
fn of_class(svg: &str, picture: &str, class: &str) -> Vec<Shape> {
    let is_wanted = |shape: &Shape| {
        shape.picture.ends_with(picture) && shape.class.split(' ').any(|each| each == class)
    };
    shapes(svg).into_iter().filter(is_wanted).collect()
}

fn length(shape: &Shape) -> f64 {
    shape.points[1].0 - shape.points[0].0
}

#[test]
fn a_bar_begins_at_zero() {
    let svg = file(vec![measured(98), target(100)]);
    let bar = &of_class(&svg, "standing", "bar")[0];
    let mark = &of_class(&svg, "standing", "target")[0];
    let zero = bar.points[0].0;
    assert!((length(bar) / (mark.points[0].0 - zero) - 0.98).abs() < 0.005);
}

#[test]
fn a_negative_result_goes_to_the_other_side_of_zero() {
    let svg = file(vec![measured(-50), target(100)]);
    let bar = &of_class(&svg, "standing", "bar")[0];
    let mark = &of_class(&svg, "standing", "target")[0];
    let zero = bar.points[1].0;
    assert!(((mark.points[0].0 - zero) / length(bar) - 2.0).abs() < 0.02);
}

#[test]
fn an_open_end_is_an_arrow_and_a_band_is_none() {
    let arrows =
        |value: Value| of_class(&file(vec![measured(18), target(value)]), "standing", "head").len();
    assert_eq!(arrows(Value::more_than(15)), 1);
    assert_eq!(arrows(Value::at_most(15)), 1);
    assert_eq!(arrows(Value::from(Interval::new(10, 12).unwrap())), 0);
    assert_eq!(arrows(Value::from(15)), 0);
    // An end that doesn't belong to the target is broken.
    let broken = |value: Value| {
        of_class(&file(vec![measured(18), target(value)]), "standing", "left-out").len()
    };
    assert_eq!((broken(Value::more_than(15)), broken(Value::at_least(15))), (1, 0));
    let band = of_class(
        &file(vec![measured(18), target(Interval::new(10, 12).unwrap())]),
        "standing",
        "band",
    );
    assert_eq!(band.len(), 1);
}

#[test]
fn what_is_missing_is_a_cross_and_breaks_the_line() {
    let figures = |middle: Value| {
        vec![
            Figure::new(year(2016), Role::Realised, 10),
            Figure::new(year(2017), Role::Realised, middle),
            measured(12),
        ]
    };
    let svg = file(figures(Value::from(Missing::Unspecified)));
    assert_eq!(of_class(&svg, "course", "missing").len(), 2, "two strokes make a cross");
    assert_eq!(of_class(&svg, "course", "course").len(), 0, "no line leads over the gap");
    assert_eq!(of_class(&svg, "course", "result").len(), 2);
    assert!(svg.contains("2017: realised missing."));
    let svg = file(figures(Value::from(11)));
    assert_eq!(of_class(&svg, "course", "course").len(), 2);
}

#[test]
fn a_year_that_is_not_printed_keeps_its_place() {
    let svg = file(vec![
        Figure::new(year(2014), Role::Realised, 10),
        Figure::new(year(2017), Role::Realised, 11),
        measured(12),
    ]);
    let discs: Vec<f64> =
        of_class(&svg, "course", "result").iter().map(|disc| disc.points[0].0).collect();
    assert!(((discs[1] - discs[0]) / (discs[2] - discs[1]) - 3.0).abs() < 0.02, "{discs:?}");
    assert_eq!(of_class(&svg, "course", "course").len(), 1);
}

#[test]
fn what_is_not_certain_is_hollow() {
    let mut estimated = measured(12);
    estimated.status = Status::Estimated.into();
    let svg = file(vec![Figure::new(year(2017), Role::Realised, 10), estimated, target(11)]);
    assert_eq!(of_class(&svg, "course", "hollow").len(), 1);
    assert_eq!(of_class(&svg, "standing", "hollow").len(), 1);
    // So is a result of an earlier year.
    let svg = file(vec![Figure::new(year(2017), Role::Realised, 10), target(11)]);
    assert_eq!(of_class(&svg, "standing", "hollow").len(), 1);
    assert!(svg.contains("Last known 10 (2017)"));
}

#[test]
fn figures_of_another_unit_and_words_are_not_drawn() {
    let mut percent = measured(12);
    percent.unit = Some(Unit::PERCENT);
    let svg = file(vec![
        Figure::new(year(2016), Role::Realised, 10),
        Figure::new(year(2017), Role::Realised, 11),
        percent.clone(),
    ]);
    assert_eq!(of_class(&svg, "course", "result").len(), 2);
    assert!(svg.contains("Not drawn: 2018 realised 12 % (another unit)."), "{svg}");
    assert_eq!(of_class(&file(vec![percent, target(11)]), "standing", "bar").len(), 0);
    let svg = file(vec![
        Figure::new(year(2016), Role::Realised, 10),
        Figure::new(year(2017), Role::Realised, 11),
        measured(Value::Text("goed".to_owned())),
    ]);
    assert!(svg.contains("(no number)"));
}

#[test]
fn the_scale_of_a_course_is_told() {
    let svg = file(vec![Figure::new(year(2017), Role::Realised, 98), measured(99)]);
    assert!(svg.contains("The scale runs from 98 to 99; it doesn&#39;t begin at zero."), "{svg}");
}

#[test]
fn the_largest_numbers_can_be_drawn() {
    let large: Number = "7922816251426433759354395033".parse().unwrap();
    file(vec![Figure::new(year(2017), Role::Realised, large), measured(-large), target(large)]);
    file(vec![measured(0), target(0)]);
    file(vec![Figure::new(year(2017), Role::Realised, 0), measured(0)]);
}

fn value() -> impl Strategy<Value = Value> {
    let number = || {
        (-1_000_000_i64..1_000_000, 0_u32..4)
            .prop_map(|(digits, places)| Number::new(digits.into(), places).unwrap())
    };
    prop_oneof![
        6 => number().prop_map(Value::from),
        1 => number().prop_map(Value::more_than),
        1 => number().prop_map(Value::at_least),
        1 => number().prop_map(Value::less_than),
        1 => number().prop_map(Value::at_most),
        1 => (number(), number()).prop_map(|(one, other)| {
            Value::from(Interval::new(one.min(other), one.max(other)).unwrap())
        }),
        1 => Just(Value::from(Missing::NotAvailable)),
        1 => Just(Value::Text("goed".to_owned())),
    ]
}

fn figure() -> impl Strategy<Value = Figure> {
    let role = prop::sample::select(Role::ALL).prop_map(Some);
    (2000_u16..2025, prop::option::of(role), value())
        .prop_map(|(of, role, value)| Figure::new(year(of), role.flatten(), value))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_is_drawn_outside(figures in prop::collection::vec(figure(), 0..14), now in value(), aim in value()) {
        let mut figures = figures;
        figures.push(measured(now));
        figures.push(target(aim));
        // It checks that.
        file(figures);
    }

    #[test]
    fn a_bar_is_as_long_as_its_result(now in 1_i64..100_000, aim in 1_i64..100_000) {
        let svg = file(vec![measured(now), target(aim)]);
        let bar = &of_class(&svg, "standing", "bar")[0];
        let mark = &of_class(&svg, "standing", "target")[0];
        #[expect(clippy::cast_precision_loss, reason = "they are small")]
        let (now, aim) = (now as f64, aim as f64);
        // Both are rounded to a tenth of a pixel.
        let aimed = mark.points[0].0 - bar.points[0].0;
        prop_assert!((length(bar) * aim - aimed * now).abs() <= 0.15 * (now + aim));
    }
}

#[test]
fn what_is_of_another_stretch_or_may_be_a_change_is_not_held_against_the_target() {
    // A quarter of the year, and the target of the year.
    let quarter = Figure::new("2018-Q1".parse::<Period>().unwrap(), Role::Realised, 3);
    assert_eq!(of_class(&file(vec![quarter, target(10)]), "standing", "bar").len(), 0);
    // Two results, and nobody knows which one counts.
    let svg = file(vec![measured(8), measured(12), target(10)]);
    assert_eq!(of_class(&svg, "standing", "bar").len(), 0);
}

#[test]
fn a_figure_stands_where_it_was_measured() {
    let mut early = Figure::new(year(2016), Role::Baseline, 10);
    early.dated = Some(year(2012));
    let svg = file(vec![early, Figure::new(year(2017), Role::Realised, 11), measured(12)]);
    assert!(svg.contains("2012: baseline 10 (of 2012). 2017: realised 11."), "{svg}");
}

#[test]
fn slices_have_one_scale() {
    let of = |area: &str, of: u16, value: i32| {
        let mut figure = Figure::new(year(of), Role::Realised, value);
        let area = beleid::Dimension::new(beleid::DimensionName::AREA, area).unwrap();
        figure.dimensions = vec![area].into();
        figure
    };
    let svg = file(vec![
        of("Noord", 2017, 10),
        of("Noord", 2018, 20),
        of("Zuid", 2017, 15),
        of("Zuid", 2018, 10),
    ]);
    let discs = of_class(&svg, "course", "result");
    let inside = |disc: &Shape, svg: &str| {
        let frame = shapes(svg)
            .into_iter()
            .find(|shape| shape.name == "svg" && shape.picture == disc.picture);
        disc.points[0].1 - frame.unwrap().points[0].1
    };
    // The 10 of the one is as high as the 10 of the other.
    assert!((inside(&discs[0], &svg) - inside(&discs[3], &svg)).abs() < 0.01, "{discs:?}");
}

/// Twice as many figures take about twice as long, however they are spread.
#[test]
fn work_is_linear() {
    let many = |count: u16, is_sliced: bool| {
        let mut indicator = Indicator::new(Id::new("i1").unwrap(), "Aantal");
        for at in 0..count {
            let mut figure = Figure::new(year(1 + at % 9000), Role::Realised, i32::from(at));
            if is_sliced {
                let area = beleid::Dimension::new(beleid::DimensionName::AREA, at.to_string());
                figure.dimensions = vec![area.unwrap()].into();
            }
            indicator.figures.push(figure);
        }
        let field = PolicyField { indicators: vec![indicator], ..PolicyField::default() };
        let budget = Budget { fields: vec![field], ..Budget::new(Edition::new(None, year(2018))) };
        let began = std::time::Instant::now();
        let report =
            Report::new(&[Source::new("test", &budget)], &Question::new(Language::English));
        assert_eq!(report.indicators().count(), 1);
        began.elapsed()
    };
    for is_sliced in [false, true] {
        let (few, more) = (many(1000, is_sliced), many(8000, is_sliced));
        assert!(more < few * 40 + std::time::Duration::from_millis(200), "{few:?}, {more:?}");
    }
}

//! Roll-ups: how they are spread, and the number by each rule.

use beleid::methods::presets::{destatis, municipal, open_sdg, rotterdam};
use beleid::methods::{Class, Item, MeanOfMeans, Range, Rollup, RollupRule, Standing};
use beleid::{
    Budget, Direction, Figure, Heading, Id, Indicator, Place, PolicyField, Reason, Role, Value,
};

use super::{figure, period};

fn score(score: f64) -> Item {
    Item::scored(Range::exactly(score).unwrap())
}

#[test]
fn each_rule_has_its_number() {
    let method = open_sdg::method();
    let items =
        || [(2.0, 1.0), (-4.0, 3.0), (5.0, 0.0)].map(|(s, weight)| Item { weight, ..score(s) });
    let value = |rule| {
        let rollup = Rollup::of(&method, items(), rule);
        (rollup.value.unwrap().exact().unwrap(), rollup.scored)
    };
    assert_eq!(value(RollupRule::Mean), (1.0, 3));
    assert_eq!(value(RollupRule::MeanOfMeans), (1.0, 3));
    assert_eq!(value(RollupRule::Weighted), (-2.5, 3));
    assert_eq!(value(RollupRule::Worst), (-4.0, 3));
    let negative = [Item { weight: -1.0, ..score(1.0) }];
    assert_eq!(Rollup::of(&method, negative, RollupRule::Weighted).value, Err(Reason::OutOfRange));
    assert_eq!(Rollup::of(&method, [], RollupRule::Worst).value, Err(Reason::NoData));
    let wide = [Item { score: Some(Range::between(1.0, 3.0).unwrap()), ..score(0.0) }, score(4.0)];
    let rollup = Rollup::of(&method, wide, RollupRule::Mean);
    assert_eq!(rollup.value.unwrap().to_string(), "2.5 to 3.5");
    assert_eq!(Rollup::of(&method, wide, RollupRule::Worst).value.unwrap().to_string(), "1 to 3");
}

#[test]
fn what_has_no_answer_is_counted_apart() {
    let method = municipal::method();
    let item = |standing| Item { standing: Some(standing), score: None, weight: 1.0 };
    let on_track = Class::WithTarget(0);
    let items = [
        item(Standing::Certain(on_track)),
        item(Standing::Certain(Class::Met)),
        item(Standing::Certain(Class::WithTarget(2))),
        item(Standing::Certain(on_track)),
        item(Standing::Either(on_track, Class::Met, Reason::EitherSide)),
        item(Standing::NoAnswer(Reason::OneMeasurement)),
        item(Standing::NoAnswer(Reason::NoTarget)),
        item(Standing::NoAnswer(Reason::Benchmark)),
    ];
    let rollup = Rollup::of(&method, items, RollupRule::Worst);
    assert_eq!(
        rollup.to_string(),
        "1 behind, 2 on-track, 1 met, 1 undecided, 1 not assessable, 2 not applicable"
    );
    assert_eq!(rollup.total(), items.len());
    assert_eq!(rollup.worst.as_deref(), Some("behind"));
    // One that may be worse leaves the worst open.
    let may_be_missed = item(Standing::Either(Class::Missed, Class::Met, Reason::EitherSide));
    let rollup = Rollup::of(&method, items.into_iter().chain([may_be_missed]), RollupRule::Worst);
    assert_eq!(rollup.worst, None);
}

#[test]
fn the_worst_symbol_is_the_worst_weather() {
    let method = destatis::method();
    let class = |class| Item { standing: Some(Standing::Certain(class)), score: None, weight: 1.0 };
    let worst = |classes: &[Class]| {
        Rollup::of(&method, classes.iter().map(|one| class(*one)), RollupRule::Worst).worst
    };
    // With a target a thunderstorm is the highest shortfall, without one the lowest sign.
    assert_eq!(
        worst(&[Class::WithTarget(0), Class::WithTarget(3)]).as_deref(),
        Some("thunderstorm")
    );
    assert_eq!(
        worst(&[Class::WithoutTarget(0), Class::WithTarget(1)]).as_deref(),
        Some("thunderstorm")
    );
    assert_eq!(
        worst(&[Class::WithoutTarget(3), Class::WithTarget(1)]).as_deref(),
        Some("sun-cloud")
    );
}

#[test]
fn groups_count_once() {
    let mut means = MeanOfMeans::new();
    let exact = |number| Range::exactly(number).ok();
    means.open();
    for number in [1.0, 2.0, 3.0] {
        means.add(exact(number), 1.0);
    }
    means.close();
    means.add(exact(4.0), 1.0);
    means.open();
    means.add(None, 1.0);
    means.open();
    means.close();
    means.close();
    assert_eq!(means.clone().mean().unwrap().exact(), Some(3.0));
    // Groups that were never opened can be closed, and open ones are closed at the end.
    means.close();
    means.open();
    means.add(exact(9.0), 1.0);
    assert_eq!(means.mean().unwrap().exact(), Some(5.0));
}

fn growing(id: &str, from: i32, to: i32) -> Indicator {
    let mut indicator = Indicator::new(Id::new(id).unwrap(), id);
    indicator.direction = Some(Direction::Higher);
    indicator.figures =
        vec![figure("2015", Role::Realised, from), figure("2020", Role::Realised, to)];
    indicator
}

fn field(code: &str, indicators: Vec<Indicator>, fields: Vec<PolicyField>) -> PolicyField {
    let mut field = PolicyField::new(Heading { code: code.parse().ok(), ..Heading::default() });
    field.indicators = indicators;
    field.fields = fields;
    field
}

#[test]
fn a_budget_rolls_up_through_its_fields() {
    // One field with a field of its own, and one with a flat indicator and one without a number.
    let steep = |id| growing(id, 100, 200);
    let flat = |id| growing(id, 100, 100);
    let mut budget = Budget::new(beleid::Edition::default());
    budget.fields = vec![
        field("1", vec![steep("a"), steep("b")], vec![field("1.1", vec![flat("c")], Vec::new())]),
        field("2", vec![flat("d"), growing("e", 0, 5)], Vec::new()),
    ];
    let method = open_sdg::method();
    let assessed = budget.evaluate_with(&method, period("2020"));
    let rollup = |rule| assessed.rollup(rule);
    assert_eq!(
        rollup(RollupRule::Mean).to_string(),
        "2 limited_progress, 2 substantial_progress, 1 not assessable"
    );
    let number = |rule| rollup(rule).value.unwrap().exact().unwrap();
    assert_eq!(number(RollupRule::Mean), (5.0 + 5.0 - 2.5 - 2.5) / 4.0);
    assert_eq!(number(RollupRule::Worst), -2.5);
    // Field 1 is the mean of two indicators and a field; field 2 has one number.
    assert_eq!(number(RollupRule::MeanOfMeans), ((5.0 + 5.0 - 2.5) / 3.0 - 2.5) / 2.0);
    let places: Vec<Place> = budget.places().map(|(place, _)| place).collect();
    let within = |index: usize| assessed.rollup_within(&places[index], RollupRule::MeanOfMeans);
    assert_eq!(within(0).value.unwrap().exact(), Some(2.5));
    assert_eq!((within(1).total(), within(2).total()), (1, 2));
    assert_eq!(within(2).not_assessable, 1);
}

#[test]
fn slices_are_one_indicator() {
    let mut sliced = Indicator::new(Id::new("i").unwrap(), "i");
    sliced.direction = Some(Direction::Higher);
    for (name, last) in [("a", 200), ("b", 100), ("c", 100)] {
        let part = beleid::Dimension::new(beleid::DimensionName::AREA, name).unwrap();
        for (at, value) in [("2015", 100), ("2020", last)] {
            let figure = figure(at, Role::Realised, value);
            sliced.figures.push(Figure { dimensions: [part.clone()].into(), ..figure });
        }
    }
    let mut budget = Budget::new(beleid::Edition::default());
    budget.fields = vec![field("1", vec![sliced, growing("j", 100, 200)], Vec::new())];
    let method = open_sdg::method();
    let assessed = budget.evaluate_with(&method, period("2020"));
    let value = assessed.rollup(RollupRule::MeanOfMeans).value.unwrap().exact();
    assert_eq!(value, Some(2.5), "three slices are one of two indicators");
}

#[test]
fn rollups_serialise() {
    let mut indicator = growing("a", 1, 1);
    indicator.figures.push(figure("2020", Role::Target, Value::more_than(3)));
    let mut budget = Budget::new(beleid::Edition::default());
    budget.fields = vec![field("1", vec![indicator], Vec::new())];
    let method = rotterdam::method();
    let rollup = budget.evaluate_with(&method, period("2020")).rollup(RollupRule::Mean);
    assert_eq!(
        serde_json::to_string(&rollup).unwrap(),
        r#"{"classes":[["below-80",1]],"undecided":0,"not_assessable":0,"not_applicable":0,"worst":"below-80","rule":"mean","scored":0,"value":null}"#
    );
}

//! What a unit is made of, how it prints, and what converts into what.

use std::mem::size_of;

use beleid::{Bounds, Language, Number, Per, Quantity, Scale, Unit};
use proptest::prelude::*;
use serde_json::json;

fn unit(text: &str) -> Unit {
    text.parse().unwrap()
}

#[test]
fn a_unit_is_small() {
    assert!(size_of::<Unit>() <= 16 && size_of::<Option<Unit>>() <= 16);
    let counted = allocation_counter::measure(|| {
        let unit = Unit::COUNT.with_per(1000, "inhabitant").unwrap().with_scale(Scale::Thousands);
        assert_eq!(unit.clone(), unit);
        assert_eq!(unit.measure(), "count");
    });
    assert_eq!(counted.count_total, 0);
}

#[test]
fn texts_are_read_and_printed() {
    let parts = |text: &str| {
        let unit = unit(text);
        let per = unit.per().map_or(String::new(), |Per { count, of }| format!("{count} {of}"));
        format!("{}|{}|{per}", unit.measure(), unit.scale())
    };
    for (text, expected, printed) in [
        ("euro", "euro|ones|", "euro"),
        ("€", "euro|ones|", "euro"),
        ("kg", "kilogram|ones|", "kilogram"),
        ("euro x 1000", "euro|thousands|", "euro x 1000"),
        ("count x 1000000", "count|millions|", "count x 1000000"),
        ("count x 1000000000", "count|billions|", "count x 1000000000"),
        ("count per 1000 inhabitants", "count|ones|1000 inhabitant", "count per 1000 inhabitants"),
        ("count per 1000 inhabitant", "count|ones|1000 inhabitant", "count per 1000 inhabitants"),
        ("kg per 1 inhabitant", "kilogram|ones|1 inhabitant", "kilogram per inhabitant"),
        ("euro x 1000 per household", "euro|thousands|1 household", "euro x 1000 per household"),
        ("paspoort", "paspoort|ones|", "paspoort"),
        ("paspoort per 10 loket", "paspoort|ones|10 loket", "paspoort per 10 loket"),
        ("a per b per c", "a per b|ones|1 c", "a per b per c"),
        ("a x 1000 x 1000", "a x 1000|thousands|", "a x 1000 x 1000"),
        // None of these is a rate or a scale.
        ("per 100000", "per 100000|ones|", "per 100000"),
        ("x 1000", "x 1000|ones|", "x 1000"),
        ("a per 0 b", "a|ones|1 0 b", "a per 0 b"),
        ("a per 007 b", "a|ones|1 007 b", "a per 007 b"),
        ("a per 99999999999 b", "a|ones|1 99999999999 b", "a per 99999999999 b"),
        ("a  per b", "a  per b|ones|", "a  per b"),
    ] {
        assert_eq!(parts(text), expected, "{text}");
        assert_eq!(unit(text).to_string(), printed, "{text}");
        assert_eq!(unit(printed), unit(text), "{text}");
        assert!(unit(text) == *printed && unit(text) != *"other", "{text}");
    }
    assert_eq!(format!("[{:>10}]", Unit::EURO), "[      euro]");
    assert_eq!(format!("{:?}", unit("euro x 1000")), "Unit(euro x 1000)");
    assert!(Unit::COUNT.with_per(0, "inhabitant").is_err());
    assert!(Unit::COUNT.with_per(1, " x").is_err());
    assert!(Unit::DAY < Unit::WEEK && Unit::EURO < unit("euro x 1000"));
}

#[test]
fn people_read_the_unit_behind_a_number() {
    for (text, english, dutch) in [
        ("day", "days", "dagen"),
        ("hour", "hours", "uur"),
        ("percent", "%", "%"),
        ("euro x 1000", "euro", "euro"),
        ("tonne", "tonnes", "ton"),
        ("kilogram per inhabitant", "kg per inhabitant", "kg per inwoner"),
        ("count per 1000 inhabitants", "per 1,000 inhabitants", "per 1.000 inwoners"),
        ("count per 100000 young persons", "per 100,000 young persons", "per 100.000 jongeren"),
        ("paspoort per 10 loket", "paspoort per 10 loket", "paspoort per 10 loket"),
    ] {
        assert_eq!(unit(text).text(Language::English), english);
        assert_eq!(unit(text).text(Language::Dutch), dutch);
    }
    let euro = unit("euro per inhabitant");
    assert_eq!(Number::from(1049).text_in(&euro, Language::Dutch), "€ 1.049 per inwoner");
    assert_eq!(Number::from(12).text_in(&Unit::DAY, Language::Dutch), "12 dagen");
}

#[test]
fn conversions_are_exact_or_none() {
    for (number, from, to, expected) in [
        ("1", "week", "day", Some("7")),
        ("14", "day", "week", Some("2")),
        ("10", "day", "week", None),
        ("1", "day", "hour", Some("24")),
        ("90", "minute", "hour", Some("1.5")),
        ("1", "hour", "second", Some("3600")),
        ("2", "year", "month", Some("24")),
        ("6", "month", "year", Some("0.5")),
        ("4", "quarter", "year", Some("1")),
        ("2", "month", "day", None),
        ("1", "year", "day", None),
        ("5", "working day", "day", None),
        ("1", "week", "working day", None),
        ("5", "working day", "working day", Some("5")),
        ("1.2", "kilometre", "metre", Some("1200")),
        ("5", "centimetre", "metre", Some("0.05")),
        ("1", "metre", "millimetre", Some("1000")),
        ("1", "hectare", "square metre", Some("10000")),
        ("250", "hectare", "square kilometre", Some("2.5")),
        ("1", "cubic metre", "litre", Some("1000")),
        ("40", "tonne x 1000000", "kilogram", Some("40000")),
        ("1", "kilogram", "gram", Some("1000")),
        ("1", "kilowatt-hour", "megajoule", Some("3.6")),
        ("1", "terajoule", "gigajoule", Some("1000")),
        ("1", "petajoule", "joule", Some("1000000000000000")),
        ("1", "megajoule", "kilowatt-hour", None),
        ("3.6", "gigajoule", "megawatt-hour", Some("1")),
        ("3", "megawatt", "kilowatt", Some("3000")),
        ("150", "eurocent", "euro", Some("1.5")),
        ("5", "euro", "euro x 1000", Some("5")),
        ("5", "per mille", "percent", Some("0.5")),
        ("5", "percent", "percentage point", None),
        ("1.7", "count per 1000 inhabitants", "count per 100000 inhabitants", Some("170")),
        ("1", "count per inhabitant", "count per household", None),
        ("1", "count per inhabitant", "count", None),
        ("1", "kilogram per 10 inhabitants", "gram per inhabitant", Some("100")),
        ("1", "a per 3 b", "a per b", None),
        ("3", "a per 3 b", "a per b", Some("1")),
        ("1", "a", "b", None),
        ("1", "euro", "kilogram", None),
        ("9999999999999999999999999999", "week", "day", None),
    ] {
        let number: Number = number.parse().unwrap();
        let converted = unit(from).convert(number, &unit(to));
        assert_eq!(
            converted.map(|number| number.to_string()).as_deref(),
            expected,
            "{number} {from} {to}"
        );
        // The way back is exact too, and gives the number again.
        if let Some(converted) = converted {
            assert_eq!(unit(to).convert(converted, &unit(from)), Some(number), "{from} {to}");
        }
    }
    assert_eq!(
        Unit::in_common((Bounds::exactly(10), &Unit::DAY), (Bounds::less_than(2), &Unit::WEEK)),
        Some((&Unit::DAY, [Bounds::exactly(10), Bounds::less_than(14)]))
    );
    assert_eq!(Unit::in_common((Bounds::ALL, &Unit::DAY), (Bounds::ALL, &Unit::MONTH)), None);
    assert_eq!(unit("hour per week").quantity(), Some(Quantity::Time));
    assert_eq!(unit("paspoort").quantity(), None);
}

#[test]
fn a_unit_is_an_object_on_the_wire() {
    let full = json!({"measure": "count", "scale": "thousands", "per": {"count": 1000, "of": "inhabitant"}});
    let rate = unit("count x 1000 per 1000 inhabitants");
    assert_eq!(serde_json::to_value(&rate).unwrap(), full);
    assert_eq!(serde_json::from_value::<Unit>(full).unwrap(), rate);
    let euro = json!({"measure": "euro", "scale": "ones", "per": null});
    assert_eq!(serde_json::to_value(Unit::EURO).unwrap(), euro);
    assert_eq!(serde_json::from_value::<Unit>(json!({"measure": "euro"})).unwrap(), Unit::EURO);
    // A part that holds another is what the text form says.
    let odd =
        json!({"measure": "a per b", "scale": "thousands", "per": {"count": 1, "of": "c per d"}});
    let odd: Unit = serde_json::from_value(odd).unwrap();
    assert_eq!(odd.to_string().parse(), Ok(odd));
    let toml = toml::to_string(&rate).unwrap();
    assert_eq!(
        toml,
        "measure = \"count\"\nscale = \"thousands\"\n\n[per]\ncount = 1000\nof = \"inhabitant\"\n"
    );
    assert_eq!(toml::from_str::<Unit>(&toml).unwrap(), rate);
    for (json, message) in [
        (json!("euro"), "invalid type: string \"euro\", expected a unit as an object"),
        (json!({}), "missing field `measure`"),
        (json!(["euro", "ones", null]), "invalid type: sequence, expected a unit as an object"),
        (
            json!({"measure": "a", "per": [1, "b"]}),
            "invalid type: sequence, expected a unit as an object",
        ),
        (json!({"measure": ""}), "invalid unit \"\" at byte 0: it is empty"),
        (
            json!({"measure": "a", "factor": 1}),
            "unknown field `factor`, expected one of `measure`, `scale`, `per`",
        ),
        (
            json!({"measure": "a", "per": {"count": 0, "of": "b"}}),
            "invalid unit \"per 0\" at byte 0: a rate is per one or more",
        ),
    ] {
        let error = serde_json::from_value::<Unit>(json).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

proptest! {
    /// Whatever it is made of, a unit prints as it is read and comes back over each wire.
    #[test]
    fn a_unit_has_one_form(
        measure in "(kg|euro|a|per|x 1000| per |x|b per c|[a-z ]{1,6}){1,3}",
        scale in 0_usize..4,
        per in proptest::option::of((1_u32..2000, "(inhabitants|a|per b| per |[0-9]{1,2} c){1,2}")),
    ) {
        prop_assume!(Unit::new(&measure).is_ok());
        let scale = Scale::ALL[scale];
        let mut unit = Unit::new(&measure).unwrap().with_scale(scale);
        if let Some((count, of)) = per {
            prop_assume!(of.trim() == of);
            unit = unit.with_per(count, &of).unwrap();
        }
        prop_assert_eq!(unit.to_string().parse::<Unit>().unwrap(), unit.clone());
        let json = serde_json::to_string(&unit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Unit>(&json).unwrap(), unit.clone());
        let bytes = postcard::to_stdvec(&unit).unwrap();
        prop_assert_eq!(postcard::from_bytes::<Unit>(&bytes).unwrap(), unit.clone());
        prop_assert!(unit == *unit.to_string());
    }
}

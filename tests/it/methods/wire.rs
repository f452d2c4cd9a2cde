//! Methods as data: through JSON, TOML and postcard and back.

use beleid::methods::{Bands, Baseline, Method, Pieces, presets};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::period;

fn round_trips<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    let back: T = serde_json::from_str(&json).unwrap();
    assert_eq!(&back, value, "{json}");
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
    let bytes = postcard::to_stdvec(value).unwrap();
    let back: T = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(&back, value);
    for cut in 0..bytes.len() {
        let _ = postcard::from_bytes::<T>(&bytes[..cut]);
    }
}

#[test]
fn each_preset_goes_through_each_format() {
    for (name, _) in presets::NAMES {
        let mut method = presets::named(name).unwrap();
        round_trips(&method);
        let text = toml::to_string(&method).unwrap();
        assert_eq!(toml::from_str::<Method>(&text).unwrap(), method, "{text}");
        for step in [&method.with_target, &method.without_target].into_iter().flatten() {
            round_trips::<Bands>(&step.bands);
            if let Some(score) = &step.score {
                round_trips::<Pieces>(score);
            }
        }
        for baseline in [
            Baseline::Stated,
            Baseline::First,
            Baseline::Exact(period("2015")),
            Baseline::Nearest(period("2017-Q3")),
        ] {
            method.baseline = baseline;
            round_trips(&method);
        }
    }
    round_trips(&presets::open_sdg::near_limit(100.0).unwrap());
}

#[test]
fn a_method_is_read_from_a_file() {
    let method: Method = toml::from_str(
        r#"
        name = "ours"
        version = "2026"
        baseline = { next_after = "2018" }

        [with_target]
        formula = "linear_pace"
        score = [[0.0, 1.0], [1.0, 10.0]]
        [[with_target.bands.band]]
        code = "achter"
        below = 1.0
        [[with_target.bands.band]]
        code = "op-koers"
        from = 1.0
        labels = { nl = "op koers", en = "on track" }

        [without_target]
        formula = { growth = { limit = 100.0 } }
        [[without_target.bands.band]]
        code = "vlak"
        neutral = true

        [when_met]
        band = { code = "gehaald" }
        score = 10.0
        "#,
    )
    .unwrap();
    assert_eq!(method.check(), Ok(()));
    assert_eq!(method.with_target.as_ref().unwrap().score.as_ref().unwrap().of(0.5), 5.5);
    assert_eq!(method.without_target.unwrap().bands.neutral().unwrap().code, "vlak");

    let message = |text: &str| toml::from_str::<Method>(text).unwrap_err().message().to_owned();
    assert_eq!(message("name = 'a'\nversion = '1'"), "missing field `baseline`");
    assert_eq!(
        message("name = 'a'\nversion = '1'\nbaseline = 'first'\nsource = 'b'"),
        "unknown field `source`, expected one of `name`, `version`, `baseline`, `with_target`, \
         `without_target`, `when_met`, `when_missed`"
    );
    let scored =
        "formula = 'attainment'\nscore = [[1.0, 0.0], [0.0, 1.0]]\n[bands]\nband = [{code = 'a'}]";
    assert_eq!(
        toml::from_str::<beleid::methods::Step>(scored).unwrap_err().message(),
        "the points of a score must be in ascending order: 0 follows 1"
    );
}

//! Every enum with codes displays, parses and serialises as its code.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use beleid::codes::{List, Part, Tier};
use beleid::methods::RollupRule;
use beleid::methods::presets::open_sdg::compat;
use beleid::statistics::ForecastModel;
use beleid::{
    Account, Accumulation, Basis, Change, Comparison, Direction, Error, Flow, Language, Layout,
    LineUse, Measure, Missing, Outcome, Pace, PeriodKind, Profile, Question, Reason, Recurrence,
    Reserves, Role, Rule, SectionKind, Severity, Sign, SignEvidence, Status, SumKind, Unchecked,
};

/// Holds an enum to its codes, and gives what it is called and the codes, joined.
fn codes<T>(all: &[T], code: fn(T) -> &'static str) -> String
where
    T: Copy + Debug + Display + Eq + FromStr<Err = Error> + Ord,
    T: serde::Serialize + serde::de::DeserializeOwned,
{
    for each in all {
        let code = code(*each);
        assert_eq!(each.to_string(), code);
        assert_eq!(code.parse(), Ok(*each));
        assert_eq!(format!("{each:>30}|{each:<30}|"), format!("{code:>30}|{code:<30}|"));
        assert_eq!(serde_json::to_value(each).unwrap(), code);
        assert_eq!(serde_json::from_value::<T>(code.into()).unwrap(), *each);
        assert_eq!(postcard::from_bytes::<T>(&postcard::to_stdvec(each).unwrap()), Ok(*each));
        assert!(format!("{code} ").parse::<T>().is_err());
        assert!(serde_json::from_value::<T>(code.to_uppercase().into()).is_err());
    }
    assert!(all.is_sorted());
    let codes: Vec<_> = all.iter().map(|each| code(*each)).collect();
    codes.join(" ")
}

macro_rules! tables {
    ($($name:ty: $codes:literal;)*) => {
        [$((stringify!($name), codes(<$name>::ALL, <$name>::code), $codes)),*]
    };
}

#[test]
fn the_code_is_how_it_prints_parses_and_stands_on_the_wire() {
    let tables = tables! {
        Role: "realised budgeted amended expected target norm baseline difference";
        Status: "approximate provisional estimated partial break_in_series unclear favourable unfavourable";
        Direction: "higher lower within";
        Measure: "quantity share rank rating yes_no milestone words";
        Accumulation: "level flow running_total";
        Missing: "unspecified not_available not_yet_known not_applicable not_measured elsewhere blank";
        Comparison: "more_than at_least less_than at_most";
        Change: "increase decrease unchanged";
        Flow: "expenses income balance";
        Reserves: "excluded included only";
        Sign: "plus minus";
        SignEvidence: "arithmetic words letters amounts";
        SumKind: "balance result total difference";
        Recurrence: "structural incidental";
        Account: "operating investment financing";
        PeriodKind: "year school_year half_year quarter month day years since";
        Severity: "advice warning error";
        Outcome: "met missed undecided not-applicable";
        Pace: "on-track off-track unknown";
        Basis: "stated inferred unknown given";
        Profile: "bbv-municipality";
        Unchecked: "no-year no-kind other-organisation no-lists no-amounts no-structural-lines \
            year-without-amounts lines-differ no-signs no-period no-opening no-closing no-definition \
            no-codes too-many-digits";
        Layout: "lines html markdown csv xlsx";
        Question: "situation goals actions results costs other";
        SectionKind: "introduction situation goals actions results costs other";
        LineUse: "title heading question table-title page-number furniture contents header label cell note \
            bullet paragraph unread";
        RollupRule: "mean weighted worst mean-of-means";
        Tier: "municipality province joint_body";
        List: "task_fields expense_categories income_categories balance_codes key_figures policy_indicators \
            reporting_periods balance_moments";
        Part: "expenses income balance_expenses balance_income";
        ForecastModel: "last_value drift least_squares";
        compat::Status: "target_achieved substantial_progress moderate_progress limited_progress \
            deterioration not_available";
    };
    for (name, found, expected) in tables {
        assert_eq!(found, expected, "{name}");
    }
    assert!(codes(Reason::ALL, Reason::code).contains("not-measured"));
    assert!(codes(Rule::ALL, Rule::code).contains("duplicate-id"));
}

#[test]
fn a_wrong_code_is_refused_with_the_right_ones() {
    let message = |error: Error| error.to_string();
    let cases = [
        (
            "targt".parse::<Role>().map_err(message).unwrap_err(),
            "invalid role \"targt\" at byte 0: \
             expected realised, budgeted, amended, expected, target, norm, baseline or difference",
        ),
        (
            "NL".parse::<Language>().map_err(message).unwrap_err(),
            "invalid language \"NL\" at byte 0: expected nl or en",
        ),
        (
            "".parse::<Sign>().map_err(message).unwrap_err(),
            "invalid sign \"\" at byte 0: expected plus or minus",
        ),
        (
            "Met".parse::<Outcome>().map_err(message).unwrap_err(),
            "invalid outcome \"Met\" at byte 0: expected met, missed, undecided or not-applicable",
        ),
        (
            ">".parse::<Comparison>().map_err(message).unwrap_err(),
            "invalid comparison \">\" at byte 0: expected more_than, at_least, less_than or at_most",
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

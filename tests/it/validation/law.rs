//! What the law asks of the budget of a municipality.

use beleid::codes::{Definitions, List, Tier, identify, mandatory_indicators};
use beleid::{
    Budget, CostLine, Edition, EditionKind, Figure, Flow, Heading, Indicator, KnownSign, Level,
    Organisation, Period, PolicyField, Profile, Recurrence, Reserves, Role, Rule, Rules, Sign,
    SignEvidence, Signs, Value,
};
use proptest::prelude::*;

use super::{id, year};

/// A line with a flow and amounts for the years from two before the budget to three after it.
fn line(label: &str, flow: impl Into<Option<Flow>>, amounts: [i64; 6]) -> CostLine {
    let mut line = CostLine::new(id(label.replace(' ', "-").as_str()), label);
    line.flow = flow.into();
    let roles = [Role::Realised, Role::Budgeted, Role::Budgeted, Role::Expected];
    let roles = roles.into_iter().chain([Role::Expected; 2]);
    let figures = (2024..).zip(roles).zip(amounts);
    line.figures =
        figures.map(|((at, role), amount)| Figure::new(year(at), role, amount)).collect();
    line
}

/// A line with what comes again each year.
fn structural(label: &str, flow: Flow, amounts: [i64; 6]) -> CostLine {
    let plus = Some(KnownSign { sign: Sign::Plus, by: SignEvidence::Words });
    CostLine {
        recurrence: Some(Recurrence::Structural),
        signs: Some(Signs { expenses: plus, income: plus, surplus: None }),
        ..line(label, flow, amounts)
    }
}

/// Makes a balance of the first line of the finances, with the sign of a surplus if it is known.
fn make_balance(budget: &mut Budget, surplus: Option<Sign>) {
    let line = &mut budget.fields[2].costs[0];
    line.flow = Some(Flow::Balance);
    let surplus = surplus.map(|sign| KnownSign { sign, by: SignEvidence::Words });
    line.signs = Some(Signs { surplus, ..Signs::default() });
}

fn indicator(name: &str) -> Indicator {
    Indicator::new(id(&name.replace(' ', "-")), name)
}

/// A budget for 2026 with all that is asked.
fn whole() -> Budget {
    let mut edition = Edition::new(EditionKind::BUDGET, Period::year(2026).unwrap());
    edition.title = Some("Begroting 2026".into());
    let mut budget = Budget::new(edition);
    budget.organisation = Some(Organisation::new("gemeente Tiel"));
    for (code, title) in [("1", "Bestuur"), ("2", "Leefomgeving")] {
        let mut field = PolicyField::new(Heading::new(code.parse().unwrap(), title));
        field.level = Some(Level::PROGRAMME);
        let prefix = |label: &str| format!("{label} {title}");
        field.costs.push(line(&prefix("Lasten"), Flow::Expenses, [10; 6]));
        field.costs.push(line(&prefix("Baten"), Flow::Income, [9; 6]));
        let mut reserves = line(&prefix("Onttrekking reserves"), Flow::Income, [1; 6]);
        reserves.reserves = Some(Reserves::Only);
        field.costs.push(reserves);
        budget.fields.push(field);
    }
    let mut finances = PolicyField::new(Heading::titled("Financiële begroting"));
    finances.costs.push(structural("Structurele lasten", Flow::Expenses, [5, 5, 6, 5, 5, 5]));
    finances.costs.push(structural("Structurele baten", Flow::Income, [5; 6]));
    let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
    for entry in definitions.entries(List::TaskFields).filter(|entry| !entry.is_group) {
        let mut of_field = line(entry.name, None, [3; 6]);
        of_field.code = Some(entry.code.parse().unwrap());
        finances.costs.push(of_field);
    }
    for entry in definitions.entries(List::KeyFigures) {
        finances.indicators.push(indicator(entry.name));
    }
    for each in mandatory_indicators().iter() {
        if each.is_mandatory_in(2026) == Some(true) {
            finances.indicators.push(indicator(each.name));
        }
    }
    budget.fields.push(finances);
    budget
}

/// The findings of the profile about a budget, as they print.
fn told(budget: &Budget) -> Vec<String> {
    let rules = Profile::BbvMunicipality.rules();
    let findings = budget.validate_by(&Rules::profile(Profile::BbvMunicipality));
    let of_law = findings.iter().filter(|finding| rules.contains(&finding.rule));
    of_law.map(ToString::to_string).collect()
}

#[test]
fn a_whole_budget_has_no_findings() {
    assert_eq!(told(&whole()), [""; 0]);
    // And whatever lacks, no one is told who doesn't ask.
    let rules = Profile::BbvMunicipality.rules();
    let findings = Budget::default().validate();
    assert!(findings.iter().all(|finding| !rules.contains(&finding.rule)));
    // Codes that were given stand for names.
    let mut budget = whole();
    assert!(identify(&mut budget, Tier::Municipality, 2026) > 100);
    for indicator in budget.all_indicators_mut() {
        indicator.name = "Anders".into();
    }
    for line in budget.fields[2].costs.iter_mut().skip(2) {
        (line.code, line.label) = (None, "Anders".into());
    }
    assert_eq!(told(&budget), [""; 0]);
}

/// Drops the figures of a year, in some fields.
fn without_year(budget: &mut Budget, fields: &[usize], dropped: u16) {
    for &field in fields {
        for line in &mut budget.fields[field].costs {
            line.figures.retain(|figure| figure.period != Some(year(dropped)));
        }
    }
}

fn set(budget: &mut Budget, label: &str, amounts: &[(u16, Value)]) {
    let line = budget.fields[2].costs.iter_mut().find(|line| line.label == label).unwrap();
    line.figures.clear();
    for (at, value) in amounts {
        line.figures.push(Figure::new(year(*at), Role::Budgeted, value.clone()));
    }
}

type Change = fn(&mut Budget);

#[test]
fn what_lacks_is_told() {
    let cases: Vec<(&str, Change, &[&str])> = vec![
        (
            "no realised year",
            |budget| without_year(budget, &[0, 1, 2], 2024),
            &["warning[prior-figures-missing] budget: has no realised amounts for 2024"],
        ),
        (
            "budgeted figures where realised ones should be",
            |budget| {
                for figure in budget.figures_mut() {
                    if figure.role == Some(Role::Realised) {
                        figure.role = Some(Role::Budgeted);
                    }
                }
            },
            &["warning[prior-figures-missing] budget: has no realised amounts for 2024"],
        ),
        (
            "figures whose role isn't known",
            |budget| budget.figures_mut().for_each(|figure| figure.role = None),
            &[],
        ),
        (
            "one programme without last year",
            |budget| without_year(budget, &[1], 2025),
            &["warning[prior-figures-missing] field 2: has no budgeted amounts for 2025"],
        ),
        (
            "estimates that end early",
            |budget| {
                without_year(budget, &[0, 1, 2], 2028);
                without_year(budget, &[0, 1, 2], 2029);
            },
            &[
                "warning[estimates-missing] budget: has no estimates for 2028 and 2029",
                "warning[structural-balance] field #3, cost line #1: whether structural income covers structural expenses can't be checked: the lines have no amounts for a year that decides",
            ],
        ),
        (
            "no estimates",
            |budget| {
                (2027..=2029).for_each(|dropped| without_year(budget, &[0, 1, 2], dropped));
            },
            &[
                "warning[estimates-missing] budget: has no estimates for 2027, 2028 and 2029",
                "warning[structural-balance] field #3, cost line #1: whether structural income covers structural expenses can't be checked: the lines have no amounts for a year that decides",
            ],
        ),
        (
            "no amounts of its year",
            |budget| without_year(budget, &[0, 1, 2], 2026),
            &[
                "warning[prior-figures-missing] budget: whether it has the amounts of the years before can't be checked: no expenses or income for its year were read",
                "warning[estimates-missing] budget: whether it has estimates for three more years can't be checked: no expenses or income for its year were read",
                "advice[reserves-missing] budget: whether programmes have their additions to and withdrawals from reserves can't be checked: no expenses or income for its year were read",
            ],
        ),
        (
            "indicators that lack",
            |budget| {
                let lacks = ["Banen", "Niet-sporters", "Overhead", "Formatie"];
                let field = &mut budget.fields[2];
                field.indicators.retain(|indicator| !lacks.contains(&&*indicator.name));
                // The task field has the name of an indicator, and is none.
                assert!(field.costs.iter().any(|line| line.label == "Overhead"));
            },
            &[
                "warning[policy-indicator-missing] budget: mandatory policy indicators of main task field 0 are missing: \"Formatie\", \"Overhead\"",
                "warning[policy-indicator-missing] budget: mandatory policy indicators of main task field 5 are missing: \"Niet-sporters\"",
                "warning[policy-indicator-missing] budget: mandatory policy indicators of main task field 6 are missing: \"Banen\"",
            ],
        ),
        (
            "an indicator under another name",
            |budget| {
                let mut all = budget.all_indicators_mut();
                all.find(|each| each.name == "Absoluut verzuim").unwrap().name =
                    "Absoluut schoolverzuim".into();
            },
            &[
                "warning[policy-indicator-missing] budget: mandatory policy indicators of main task field 4 are missing: \"Absoluut verzuim\"",
            ],
        ),
        (
            "an indicator with a misprint",
            |budget| {
                let mut all = budget.all_indicators_mut();
                all.find(|each| each.name == "Absoluut verzuim").unwrap().name =
                    "Absoluut verzuin".into();
            },
            &[
                "warning[policy-indicator-missing] field #3, indicator #19: the mandatory policy indicator \"Absoluut verzuim\" is missing, unless it is \"Absoluut verzuin\"",
            ],
        ),
        (
            "an indicator of money in a table of money, and a key figure that is none",
            |budget| {
                let field = &mut budget.fields[2];
                let lacks = ["Apparaatskosten", "Grondexploitatie"];
                field.indicators.retain(|indicator| !lacks.contains(&&*indicator.name));
                field.costs.extend(lacks.map(|label| line(label, None, [1; 6])));
            },
            &["warning[key-figure-missing] budget: key figures are missing: \"Grondexploitatie\""],
        ),
        (
            "key figures that lack, and one with a word more",
            |budget| {
                let field = &mut budget.fields[2];
                field.indicators.retain(|indicator| {
                    !["Solvabiliteitsratio", "Belastingcapaciteit"].contains(&&*indicator.name)
                });
                let land = field.indicators.iter_mut().find(|each| each.name == "Grondexploitatie");
                land.unwrap().name = "Kengetal grondexploitatie".into();
            },
            &[
                "warning[key-figure-missing] budget: key figures are missing: \"Solvabiliteitsratio\", \"Belastingcapaciteit\"",
                "warning[key-figure-missing] field #3, indicator #4: the key figure \"Grondexploitatie\" is missing, unless it is \"Kengetal grondexploitatie\"",
            ],
        ),
        (
            "task fields that lack, and one with a code that a spreadsheet changed",
            |budget| {
                let lacks = ["Recreatieve havens", "Parkeren", "Riolering"];
                let field = &mut budget.fields[2];
                field.costs.retain(|line| !lacks.contains(&&*line.label));
                let line = field.costs.iter_mut().find(|line| line.label.contains("Hulpmiddelen"));
                line.unwrap().code = Some("6.6".parse().unwrap());
            },
            &[
                "advice[task-field-missing] budget: task fields of 2 are missing: \"2.2 Parkeren\", \"2.3 Recreatieve havens\"",
                "advice[task-field-missing] budget: task fields of 6 are missing: \"6.60 Hulpmiddelen en diensten (WMO)\"",
                "advice[task-field-missing] budget: task fields of 7 are missing: \"7.2 Riolering\"",
                "advice[nearly-task-field] field #3, cost line #43: \"6.6 Hulpmiddelen en diensten (WMO)\" is nearly task field 6.60, \"Hulpmiddelen en diensten (WMO)\"",
            ],
        ),
        (
            "no task fields",
            |budget| budget.fields[2].costs.truncate(2),
            &["advice[task-field-missing] budget: no amounts by task field were recognised"],
        ),
        (
            "task fields of another year",
            |budget| {
                let lines = &mut budget.fields[2].costs;
                let line = lines.iter_mut().find(|line| line.label.starts_with("Huishoudelijke"));
                line.unwrap().code = Some("6.71a".parse().unwrap());
            },
            &[
                "advice[task-field-missing] budget: task fields of 6 are missing: \"6.711 Huishoudelijke hulp (WMO)\"",
                "advice[nearly-task-field] field #3, cost line #46: \"6.71a Huishoudelijke hulp (WMO)\" is a task field of 2024, and not of the document's year",
            ],
        ),
        (
            "a structural deficit that ends",
            |budget| set(budget, "Structurele baten", &[(2026, 4.into()), (2029, 5.into())]),
            &[],
        ),
        (
            "a structural deficit that doesn't end",
            |budget| set(budget, "Structurele baten", &[(2026, 4.into()), (2029, 4.into())]),
            &[
                "warning[structural-balance] field #3, cost line #1: structural income covers structural expenses neither in 2026 nor in 2029",
            ],
        ),
        (
            "a deficit, and nobody knows how it ends",
            |budget| set(budget, "Structurele baten", &[(2026, 4.into())]),
            &[
                "warning[structural-balance] field #3, cost line #1: whether structural income covers structural expenses can't be checked: the lines have no amounts for a year that decides",
            ],
        ),
        (
            "income with a minus",
            |budget| {
                set(budget, "Structurele baten", &[(2026, (-7).into())]);
                let minus = Some(KnownSign { sign: Sign::Minus, by: SignEvidence::Amounts });
                let line = &mut budget.fields[2].costs[1];
                line.signs = Some(Signs { income: minus, ..Signs::default() });
            },
            &[],
        ),
        (
            "no structural lines",
            |budget| drop(budget.fields[2].costs.drain(..2)),
            &[
                "warning[structural-balance] budget: whether structural income covers structural expenses can't be checked: no structural income and expenses were recognised",
            ],
        ),
        (
            "a balance without its sign",
            |budget| {
                budget.fields[2].costs.remove(0);
                make_balance(budget, None);
            },
            &[
                "warning[structural-balance] field #3, cost line #1: whether structural income covers structural expenses can't be checked: it isn't known which sign a surplus has",
            ],
        ),
        (
            "a balance whose surplus has a plus",
            |budget| {
                budget.fields[2].costs.remove(0);
                make_balance(budget, Some(Sign::Plus));
            },
            &[],
        ),
        (
            "a balance whose surplus has a minus",
            |budget| {
                budget.fields[2].costs.remove(0);
                make_balance(budget, Some(Sign::Minus));
            },
            &[
                "warning[structural-balance] field #3, cost line #1: structural income covers structural expenses neither in 2026 nor in 2029",
            ],
        ),
        (
            "lines that differ",
            |budget| {
                let other = structural("Structurele baten", Flow::Income, [7; 6]);
                budget.fields[0].costs.push(other);
            },
            &[
                "warning[structural-balance] field 1, cost line #4: whether structural income covers structural expenses can't be checked: several lines say different things",
            ],
        ),
        (
            "a programme without reserves",
            |budget| drop(budget.fields[1].costs.pop()),
            &[
                "advice[reserves-missing] field 2: has expenses and income, and no additions to or withdrawals from reserves",
            ],
        ),
        (
            "reserves in a table of their own",
            |budget| {
                budget.fields[1].costs.pop();
                let mut row = line("LEEFOMGEVING", Flow::Expenses, [1; 6]);
                row.reserves = Some(Reserves::Only);
                budget.fields[2].costs.push(row);
            },
            &[],
        ),
        (
            "no reserves at all",
            |budget| {
                budget.fields[0].costs.pop();
                budget.fields[1].costs.pop();
            },
            &[
                "advice[reserves-missing] budget: has expenses and income, and no additions to or withdrawals from reserves",
            ],
        ),
        (
            "a label that is nearly a task field",
            |budget| budget.fields[0].costs.push(line("Openbaar basisonderwjis", None, [1; 6])),
            &[
                "advice[nearly-task-field] field 1, cost line #4: \"Openbaar basisonderwjis\" is nearly task field 4.1, \"Openbaar basisonderwijs\"",
            ],
        ),
        (
            "a heading that is nearly a task field",
            |budget| {
                let heading = Heading::new("0.2".parse().unwrap(), "Burgerzaken.s");
                budget.fields[0].fields.push(PolicyField::new(heading));
                let heading = Heading::new("1.2".parse().unwrap(), "Burgerzaak");
                budget.fields[0].fields.push(PolicyField::new(heading));
            },
            &[
                "advice[nearly-task-field] field 1, field 0.2, heading: \"0.2 Burgerzaken.s\" is nearly task field 0.2, \"Burgerzaken\"",
            ],
        ),
    ];
    for (name, change, expected) in cases {
        let mut budget = whole();
        change(&mut budget);
        assert_eq!(told(&budget), expected, "{name}");
    }
}

#[test]
fn what_cannot_be_checked_is_told() {
    let unchecked = |budget: &Budget| -> Vec<String> {
        let told = told(budget);
        let of = |text: &String| {
            let rule = text.split(['[', ']']).nth(1).unwrap();
            let why = text.split_once("checked: ").map(|(_, why)| why);
            format!("{rule}: {}", why.unwrap_or_else(|| panic!("{text}")))
        };
        told.iter().map(of).collect()
    };
    let mut budget = whole();
    budget.edition.period = None;
    let all = [
        "prior-figures-missing",
        "estimates-missing",
        "policy-indicator-missing",
        "key-figure-missing",
        "task-field-missing",
        "structural-balance",
        "reserves-missing",
        "nearly-task-field",
    ];
    let without = |leave: &[&str], why: &str| -> Vec<String> {
        let rules = all.iter().filter(|rule| !leave.contains(rule));
        rules.map(|rule| format!("{rule}: {why}")).collect()
    };
    let no_year = "the year of the document isn't known";
    assert_eq!(unchecked(&budget), without(&["key-figure-missing"], no_year));
    budget.edition.period = Some("2026-Q1".parse().unwrap());
    assert_eq!(unchecked(&budget), without(&["key-figure-missing"], no_year));

    let mut budget = whole();
    budget.edition.kind = None;
    let no_kind = "it isn't known whether the document is a budget";
    let of_all = [
        "policy-indicator-missing",
        "key-figure-missing",
        "task-field-missing",
        "nearly-task-field",
    ];
    assert_eq!(unchecked(&budget), without(&of_all, no_kind));

    let mut budget = whole();
    budget.organisation = Some(Organisation::new("Waterschap Noorderzijlvest"));
    let other = "the organisation is not a municipality";
    let mut expected = without(&["nearly-task-field"], other);
    expected.push("nearly-task-field: the official lists for its year are not at hand".to_owned());
    assert_eq!(unchecked(&budget), expected);

    let mut budget = whole();
    budget.edition.period = Some(year(2030));
    let told = told(&budget);
    let lists = told.iter().filter(|text| text.ends_with("its year are not at hand")).count();
    assert_eq!(lists, 2, "{told:#?}");
}

/// Of accounts the rules about budgets ask nothing.
#[test]
fn accounts_are_asked_for_less() {
    let mut budget = whole();
    budget.edition.kind = Some(EditionKind::ANNUAL_REPORT);
    budget.fields.truncate(1);
    let rules: Vec<String> =
        told(&budget).iter().map(|text| text.split(['[', ']']).nth(1).unwrap().into()).collect();
    let (mut indicators, rest): (Vec<&str>, Vec<&str>) =
        rules.iter().map(|rule| &**rule).partition(|rule| *rule == "policy-indicator-missing");
    indicators.dedup();
    assert_eq!(indicators, ["policy-indicator-missing"]);
    assert_eq!(rest, ["key-figure-missing", "task-field-missing"]);
    // And of what is neither a budget nor accounts the law asks nothing.
    for kind in [EditionKind::INTERIM_REPORT, EditionKind::FRAMEWORK] {
        budget.edition.kind = Some(kind);
        assert_eq!(told(&budget), [""; 0]);
    }
    // The result is a task field of accounts alone.
    let mut budget = whole();
    budget.fields[2].costs.retain(|line| line.code != Some("0.11".parse().unwrap()));
    assert_eq!(told(&budget), [""; 0]);
    budget.edition.kind = Some(EditionKind::ANNUAL_REPORT);
    assert_eq!(
        told(&budget),
        [
            "advice[task-field-missing] budget: task fields of 0 are missing: \"0.11 Resultaat van de rekening van baten en lasten\""
        ]
    );
}

/// A task field that is divided is there by its parts, or as a whole.
#[test]
fn parts_of_a_task_field_stand_for_it() {
    let of = |dropped: &[&str]| {
        let mut budget = Budget::new(Edition::new(EditionKind::BUDGET, year(2024)));
        let mut field = PolicyField::default();
        let definitions = Definitions::of(Tier::Municipality, 2024).unwrap();
        for entry in definitions.entries(List::TaskFields).filter(|entry| !entry.is_group) {
            if !dropped.contains(&entry.code) {
                let mut of_field = line(entry.name, None, [3; 6]);
                of_field.code = Some(entry.code.parse().unwrap());
                field.costs.push(of_field);
            }
        }
        budget.fields.push(field);
        let findings = budget.validate_by(&Rules::profile(Profile::BbvMunicipality));
        super::of(Rule::TaskFieldMissing, &findings)
    };
    assert_eq!(of(&[]), [""; 0]);
    assert_eq!(of(&["6.71"]), [""; 0]);
    assert_eq!(of(&["6.71a", "6.71b", "6.71c", "6.71d"]), [""; 0]);
    assert_eq!(
        of(&["6.71", "6.71a", "6.71b", "6.71c", "6.71d", "6.73a", "6.73b", "6.73c"]),
        [
            "advice[task-field-missing] budget: task fields of 6 are missing: \"6.71 Maatwerkdienstverlening 18+\", \"6.73a Pleegzorg\", \"6.73b Gezinsgericht\", \"6.73c Jeugdhulp met verblijf overig\""
        ]
    );
}

#[test]
fn a_profile_leaves_what_was_set() {
    let mut rules = Rules::new();
    rules.set(Rule::EstimatesMissing, None).add_profile(Profile::BbvMunicipality);
    let mut budget = whole();
    (2027..=2029).for_each(|dropped| without_year(&mut budget, &[0, 1, 2], dropped));
    assert!(super::of(Rule::EstimatesMissing, &budget.validate_by(&rules)).is_empty());
    // A file can switch one on alone.
    let rules: Rules = toml::from_str("[severity]\nestimates-missing = \"error\"").unwrap();
    assert_eq!(
        super::of(Rule::EstimatesMissing, &budget.validate_by(&rules)),
        ["error[estimates-missing] budget: has no estimates for 2027, 2028 and 2029"]
    );
    for &rule in Rule::ALL {
        let is_of_profile = Profile::BbvMunicipality.rules().contains(&rule);
        assert_eq!(rule.default_severity().is_none(), is_of_profile, "{rule}");
    }
    assert_eq!("bbv-municipality".parse(), Ok(Profile::BbvMunicipality));
}

/// A page that was read, with its lines.
#[test]
fn a_page_that_was_read() {
    let page = "Begroting 2026 gemeente Tiel\n\n1 Bestuur\n\nWat mag het kosten?\n\nBedragen x € 1.000\n\n\
        Rekening 2024\n\nBegroting 2025\n\nBegroting 2026\n\n\
        Lasten\n\n1.788\n\n1.762\n\n1.775\n\nBaten\n\n444\n\n386\n\n342\n";
    let findings = beleid::read(page).findings_by(&Rules::profile(Profile::BbvMunicipality));
    assert!(super::of(Rule::PriorFiguresMissing, &findings).is_empty(), "{findings:#?}");
    assert_eq!(
        super::of(Rule::EstimatesMissing, &findings),
        ["warning[estimates-missing] budget: has no estimates for 2027, 2028 and 2029"]
    );
    assert_eq!(
        super::of(Rule::ReservesMissing, &findings),
        [
            "advice[reserves-missing] budget: has expenses and income, and no additions to or withdrawals from reserves"
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Any budget is answered, and each finding of these rules can be read back.
    #[test]
    fn any_budget_is_answered(budget in crate::support::generate::budget()) {
        let rules = Rules::profile(Profile::BbvMunicipality);
        for finding in budget.validate_by(&rules) {
            let json = serde_json::to_string(&finding).unwrap();
            prop_assert_eq!(serde_json::from_str::<beleid::Finding>(&json).unwrap(), finding);
        }
    }
}

//! The rules themselves: their table, and how their severity is set.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::support::golden;
use beleid::{Language, Rule, Rules, Severity};
use proptest::prelude::*;

#[test]
fn the_table_of_rules_is_up_to_date() {
    let mut table = "# Rules\n\nThe kinds of findings, each with its stable code, default severity and help. A rule that is *off* reports nothing until it is switched on: by a profile (`--profile bbv-municipality`, `Rules::profile`), or by a severity.\n\n| rule | severity | help | hulp |\n|---|---|---|---|\n".to_owned();
    for &rule in Rule::ALL {
        let (english, dutch) = (rule.help(Language::English), rule.help(Language::Dutch));
        let off = if rule.default_severity().is_none() { ", off" } else { "" };
        let _ = writeln!(table, "| `{rule}` | {}{off} | {english} | {dutch} |", rule.severity());
    }
    golden::compare("RULES.md", &table);
}

#[test]
fn codes_are_kebab_case_and_lead_back() {
    let mut codes = HashSet::new();
    for &rule in Rule::ALL {
        let code = rule.code();
        // Rules with an official code have that within their own.
        let of_code = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        assert!(code.bytes().all(of_code), "{code}");
        assert!(codes.insert(code), "{code}");
        assert_eq!(code.parse::<Rule>().unwrap(), rule);
    }
    assert_eq!(
        "no-such-rule".parse::<Rule>().unwrap_err().to_string(),
        "invalid rule \"no-such-rule\" at byte 0: no rule has this code"
    );
}

#[test]
fn help_is_there_in_both_languages_and_ends_as_a_sentence() {
    for &rule in Rule::ALL {
        let (english, dutch) = (rule.help(Language::English), rule.help(Language::Dutch));
        for help in [english, dutch] {
            assert!(help.ends_with('.') && help.starts_with(char::is_uppercase), "{rule}: {help}");
            assert!(help.len() > 60, "{rule} says what can be done about it: {help}");
        }
        assert_ne!(english, dutch);
    }
}

#[test]
fn severities_can_be_set_for_all_findings() {
    let text = "Begroting 2017\n\n1.1 Veld\n\nIndicatoren\n\nBehaald 2016\n\nScholen\n\n10\n";
    let reading = beleid::read(text);
    let told = |rules: &Rules| {
        let findings = reading.findings_by(rules);
        findings.iter().map(|finding| (finding.rule, finding.severity)).collect::<Vec<_>>()
    };
    let (organisation, target) = (Rule::MissingOrganisation, Rule::NoTarget);
    let mut rules = Rules::new();
    assert_eq!(told(&rules), [(organisation, Severity::Advice), (target, Severity::Advice)]);
    rules.set(organisation, None).set(target, Severity::Error);
    assert_eq!(told(&rules), [(target, Severity::Error)]);
    rules.set(target, None);
    assert_eq!(told(&rules), []);
    assert_eq!(rules.apply(reading.source_findings().to_vec()), []);
    // To set a rule back is to say what it is by default.
    rules.set(organisation, organisation.severity());
    assert_eq!(told(&rules), [(organisation, Severity::Advice)]);
}

#[test]
fn limits_can_be_set() {
    let text = "Begroting 2017\n\n1.1 Veld\n\nIndicatoren\n\nBehaald 1990\n\nBeoogd 2017\n\nScholen\n\n10\n\n> 200\n";
    let reading = beleid::read(text);
    let told = |rules: &Rules, rule| {
        let findings = reading.findings_by(rules);
        super::of(rule, &findings)
    };
    let mut rules = Rules::new();
    assert_eq!(
        (told(&rules, Rule::JumpInRow).len(), told(&rules, Rule::YearFarFromEdition).len()),
        (1, 1)
    );
    rules.jump_factor = 20;
    rules.years_from_edition = 27;
    assert_eq!(
        told(&rules, Rule::JumpInRow),
        [
            "warning[jump-in-row] line 15, column 1: \"> 200\" is of another order of magnitude than \"10\" before it (a factor of 20 or more)"
        ]
    );
    assert!(told(&rules, Rule::YearFarFromEdition).is_empty());
    rules.jump_factor = 21;
    rules.years_from_edition = 26;
    assert!(told(&rules, Rule::JumpInRow).is_empty());
    assert_eq!(told(&rules, Rule::YearFarFromEdition).len(), 1);
    // Whatever is set, equal numbers are no jump, and nothing overflows.
    rules.jump_factor = 0;
    rules.years_from_edition = u16::MAX;
    assert_eq!(told(&rules, Rule::JumpInRow).len(), 1);
    let same = beleid::read(&text.replace("> 200", "10")).findings_by(&rules);
    assert!(super::of(Rule::JumpInRow, &same).is_empty());
}

#[test]
fn rules_are_read_from_toml() {
    let rules: Rules = toml::from_str(
        "jump-factor = 100\nyears-from-edition = 5\n[severity]\nno-target = \"allow\"\nmisprint = \"error\"\nduplicate-id = \"advice\"\n",
    )
    .unwrap();
    assert_eq!((rules.jump_factor, rules.years_from_edition), (100, 5));
    let severities = [Rule::NoTarget, Rule::Misprint, Rule::DuplicateId, Rule::JumpInRow];
    assert_eq!(
        severities.map(|rule| rules.severity(rule)),
        [None, Some(Severity::Error), Some(Severity::Advice), Some(Severity::Warning)]
    );
    assert_eq!(toml::from_str::<Rules>("").unwrap(), Rules::new());
    for (text, expected) in [
        (
            "[severity]\nno-target = \"off\"",
            "unknown variant `off`, expected one of `allow`, `advice`, `warning`, `error`",
        ),
        (
            "[severity]\nno-targets = \"allow\"",
            "invalid rule \"no-targets\" at byte 0: no rule has this code",
        ),
        (
            "[severities]\n",
            "unknown field `severities`, expected one of `jump-factor`, `years-from-edition`, `severity`",
        ),
        ("jump-factor = -1", "invalid value: integer `-1`, expected u32"),
        ("jump-factor = 2.5", "invalid type: floating point `2.5`, expected u32"),
        ("[severity]\nmisprint = \"error\"\nmisprint = \"allow\"", "duplicate key"),
    ] {
        assert_eq!(toml::from_str::<Rules>(text).unwrap_err().message(), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn rules_are_read_as_they_were_written(
        set in prop::collection::vec((0..Rule::ALL.len(), 0..=Severity::ALL.len()), 0..20),
        jump_factor: u32,
        years_from_edition: u16,
    ) {
        let mut rules = Rules::new();
        for (rule, severity) in set {
            // One past the last is to allow it.
            rules.set(Rule::ALL[rule], Severity::ALL.get(severity).copied());
        }
        (rules.jump_factor, rules.years_from_edition) = (jump_factor, years_from_edition);
        let json = serde_json::to_string(&rules).unwrap();
        prop_assert_eq!(serde_json::from_str::<Rules>(&json).unwrap(), rules.clone());
        let file = toml::to_string(&rules).unwrap();
        prop_assert_eq!(toml::from_str::<Rules>(&file).unwrap(), rules.clone());
        let bytes = postcard::to_stdvec(&rules).unwrap();
        prop_assert_eq!(postcard::from_bytes::<Rules>(&bytes).unwrap(), rules);
    }
}

#[test]
fn rules_are_written_as_a_file() {
    let mut rules = Rules::new();
    rules.set(Rule::NoTarget, None).set(Rule::JumpInRow, Severity::Error);
    rules.jump_factor = 25;
    let file = "jump-factor = 25\nyears-from-edition = 20\n\n[severity]\n\
        no-target = \"allow\"\njump-in-row = \"error\"\n";
    assert_eq!(toml::to_string(&rules).unwrap(), file);
}

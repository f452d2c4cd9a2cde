//! [`Rules`]: the severity of each rule, and the thresholds of some.

use std::collections::BTreeMap;

use crate::findings::finding::Finding;
#[cfg(feature = "codes")]
use crate::findings::profile::Profile;
use crate::findings::rule::Rule;
use crate::findings::severity::Severity;

/// The severity of each rule, and the thresholds of some (Dutch: *regels*). Whatever isn't set has
/// its default: for a few rules that is to be off, and a severity switches them on.
///
/// With the feature `serde` it can be read from and written to a file, for example in TOML:
///
/// ```
/// use beleid::{Rule, Rules, Severity};
///
/// let rules: Rules = toml::from_str(r#"
///     jump-factor = 20          # a number this many times its neighbour is a jump
///     years-from-edition = 35   # a header may be at most this many years from the edition
///
///     [severity]                # allow, advice, warning or error
///     no-target = "allow"
///     jump-in-row = "error"
/// "#)?;
/// assert_eq!(rules.severity(Rule::NoTarget), None);
/// assert_eq!(rules.severity(Rule::JumpInRow), Some(Severity::Error));
/// assert_eq!(rules.severity(Rule::DuplicateId), Some(Severity::Error));
/// assert_eq!(toml::from_str::<Rules>(&toml::to_string(&rules)?)?, rules);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// In code:
///
/// ```
/// use beleid::{Rule, Rules, Severity};
///
/// let mut rules = Rules::new();
/// rules.set(Rule::NoTarget, None).set(Rule::JumpInRow, Severity::Error);
/// let reading = beleid::read("2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nProjecten\n\n10\n");
/// let findings = reading.findings_by(&rules);
/// assert!(findings.iter().all(|finding| finding.rule != Rule::NoTarget));
/// ```
#[doc(alias = "regels")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Rules {
    /// The severities that were set; `None` allows the rule.
    severities: BTreeMap<Rule, Option<Severity>>,
    /// A number that is at least this many times larger or smaller than its neighbour in the row is a
    /// [jump](Rule::JumpInRow). 10 by default; with 0 or 1 any difference is a jump.
    pub jump_factor: u32,
    /// A header that is more than this many years before or after the edition is
    /// [far](Rule::YearFarFromEdition) from it. 20 by default.
    pub years_from_edition: u16,
}

impl Default for Rules {
    fn default() -> Self {
        Rules { severities: BTreeMap::new(), jump_factor: 10, years_from_edition: 20 }
    }
}

impl Rules {
    /// Every rule with its default.
    ///
    /// ```
    /// use beleid::{Rule, Rules};
    ///
    /// assert_eq!(Rules::new().severity(Rule::NoTarget), Some(Rule::NoTarget.severity()));
    /// ```
    pub fn new() -> Self {
        Rules::default()
    }

    /// The rules with those of a profile switched on, each with its own severity.
    ///
    /// ```
    /// use beleid::{Profile, Rule, Rules, Severity};
    ///
    /// let rules = Rules::profile(Profile::BbvMunicipality);
    /// assert_eq!(rules.severity(Rule::KeyFigureMissing), Some(Severity::Warning));
    /// assert_eq!(Rules::new().severity(Rule::KeyFigureMissing), None);
    /// ```
    #[cfg(feature = "codes")]
    pub fn profile(profile: Profile) -> Self {
        let mut rules = Rules::new();
        rules.add_profile(profile);
        rules
    }

    /// Switches on the rules of a profile, each with its own severity. What was set before stays, so
    /// that a file can allow some of them.
    ///
    /// ```
    /// use beleid::{Profile, Rule, Rules, Severity};
    ///
    /// let mut rules = Rules::new();
    /// rules.set(Rule::TaskFieldMissing, None).add_profile(Profile::BbvMunicipality);
    /// assert_eq!(rules.severity(Rule::TaskFieldMissing), None);
    /// assert_eq!(rules.severity(Rule::KeyFigureMissing), Some(Severity::Warning));
    /// ```
    #[cfg(feature = "codes")]
    pub fn add_profile(&mut self, profile: Profile) -> &mut Self {
        for &rule in profile.rules() {
            self.severities.entry(rule).or_insert(Some(rule.severity()));
        }
        self
    }

    /// Sets the severity of a rule. `None` allows it: it reports no findings.
    ///
    /// ```
    /// use beleid::{Rule, Rules, Severity};
    ///
    /// let mut rules = Rules::new();
    /// rules.set(Rule::NoTarget, None).set(Rule::Misprint, Severity::Error);
    /// assert_eq!(rules.severity(Rule::NoTarget), None);
    /// ```
    pub fn set(&mut self, rule: Rule, severity: impl Into<Option<Severity>>) -> &mut Self {
        self.severities.insert(rule, severity.into());
        self
    }

    /// The severity of a rule. `None` if it is allowed, or if it is off and wasn't set.
    ///
    /// ```
    /// use beleid::{Rule, Rules, Severity};
    ///
    /// assert_eq!(Rules::new().severity(Rule::UnknownGoal), Some(Severity::Error));
    /// ```
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        self.severities.get(&rule).copied().unwrap_or(rule.default_severity())
    }

    /// The findings with the severities of these rules, without findings of allowed rules.
    ///
    /// ```
    /// use beleid::{Rule, Rules};
    ///
    /// let reading = beleid::read("Begroting 2017");
    /// let mut rules = Rules::new();
    /// rules.set(Rule::MissingOrganisation, None);
    /// assert!(rules.apply(reading.source_findings().to_vec()).is_empty());
    /// ```
    pub fn apply(&self, findings: impl IntoIterator<Item = Finding>) -> Vec<Finding> {
        let weighed = findings.into_iter().filter_map(|finding| {
            let severity = self.severity(finding.rule)?;
            Some(Finding { severity, ..finding })
        });
        weighed.collect()
    }
}

#[cfg(feature = "serde")]
mod wire {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Rule, Rules, Severity};

    /// The form of a file. Absent keys have their defaults.
    #[derive(Serialize, Deserialize)]
    #[serde(rename = "Rules", rename_all = "kebab-case", deny_unknown_fields)]
    struct File {
        jump_factor: Option<u32>,
        years_from_edition: Option<u16>,
        #[serde(default)]
        severity: BTreeMap<Rule, Setting>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Setting {
        Allow,
        Advice,
        Warning,
        Error,
    }

    impl From<Option<Severity>> for Setting {
        fn from(severity: Option<Severity>) -> Self {
            match severity {
                None => Setting::Allow,
                Some(Severity::Advice) => Setting::Advice,
                Some(Severity::Warning) => Setting::Warning,
                Some(Severity::Error) => Setting::Error,
            }
        }
    }

    impl From<Setting> for Option<Severity> {
        fn from(setting: Setting) -> Self {
            match setting {
                Setting::Allow => None,
                Setting::Advice => Some(Severity::Advice),
                Setting::Warning => Some(Severity::Warning),
                Setting::Error => Some(Severity::Error),
            }
        }
    }

    impl Serialize for Rules {
        /// In the form of the file that it can be read from, with the severities that were set.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let severities = self.severities.iter();
            let file = File {
                jump_factor: Some(self.jump_factor),
                years_from_edition: Some(self.years_from_edition),
                severity: severities.map(|(rule, severity)| (*rule, (*severity).into())).collect(),
            };
            file.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Rules {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let file = File::deserialize(deserializer)?;
            let default = Rules::new();
            let severities = file.severity.into_iter();
            Ok(Rules {
                severities: severities.map(|(rule, setting)| (rule, setting.into())).collect(),
                jump_factor: file.jump_factor.unwrap_or(default.jump_factor),
                years_from_edition: file.years_from_edition.unwrap_or(default.years_from_edition),
            })
        }
    }
}

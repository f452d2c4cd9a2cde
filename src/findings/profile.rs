//! [`Profile`]: rules that are switched on together.

use crate::coded::coded;
use crate::findings::rule::Rule;

coded! {
    /// A set of rules that are off by default and belong together (Dutch: *profiel*), with the feature
    /// `codes`.
    ///
    /// ```
    /// use beleid::{Profile, Rule, Rules};
    ///
    /// let budget = beleid::read("Begroting 2026 gemeente Tiel\n").budget;
    /// let findings = budget.validate_by(&Rules::profile(Profile::BbvMunicipality));
    /// assert!(findings.iter().any(|finding| finding.rule == Rule::KeyFigureMissing));
    /// ```
    #[doc(alias = "profiel")]
    #[non_exhaustive]
    Profile, "profile" {
        /// What the decree on budgets and accounts (*Besluit begroting en verantwoording*, BBV) and the
        /// municipal act ask of the budget of a municipality, as far as it can be seen in what was
        /// read; and lines that are nearly a task field. Accounts are asked for indicators, key figures
        /// and task fields alone, and other kinds of documents for nothing.
        #[doc(alias = "besluit begroting en verantwoording")]
        BbvMunicipality = "bbv-municipality", en "what the law asks of a municipality", nl "wat de wet van een gemeente vraagt";
    }
}

impl Profile {
    /// The rules that it switches on, in the order of [`Rule::ALL`].
    ///
    /// ```
    /// use beleid::{Profile, Rule};
    ///
    /// let rules = Profile::BbvMunicipality.rules();
    /// assert!(rules.contains(&Rule::KeyFigureMissing));
    /// assert!(rules.iter().all(|rule| rule.default_severity().is_none()));
    /// ```
    pub const fn rules(self) -> &'static [Rule] {
        match self {
            Profile::BbvMunicipality => &[
                Rule::PriorFiguresMissing,
                Rule::EstimatesMissing,
                Rule::PolicyIndicatorMissing,
                Rule::KeyFigureMissing,
                Rule::TaskFieldMissing,
                Rule::StructuralBalance,
                Rule::ReservesMissing,
                Rule::NearlyTaskField,
            ],
        }
    }
}

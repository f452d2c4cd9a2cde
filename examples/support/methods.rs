//! How the indicators of a budget fare by a method: the report and the JSON.

use std::fmt::Write as _;

use beleid::methods::{BudgetAssessment, IndicatorAssessment, Method, Rollup, RollupRule, presets};
use beleid::{Budget, Language};
use serde_json::Value;

/// By which method, and how that is told.
#[derive(Default)]
pub(crate) struct By {
    pub(crate) method: Option<Method>,
    pub(crate) explain: bool,
    pub(crate) language: Language,
}

impl By {
    pub(crate) fn choose(&mut self, name: &str) -> Result<(), String> {
        self.method = presets::named(name);
        if self.method.is_some() {
            return Ok(());
        }
        let names: Vec<_> = presets::NAMES.iter().map(|(name, _)| *name).collect();
        Err(format!("unknown method {name}: there are {}", names.join(", ")))
    }

    pub(crate) fn check(&self) -> Result<(), String> {
        if self.method.is_none() && (self.explain || self.language == Language::Dutch) {
            return Err("--explain and --dutch go with --method NAME".to_owned());
        }
        Ok(())
    }

    fn label<'b>(&self, band: &'b beleid::methods::Band) -> &'b str {
        band.label(if self.language == Language::Dutch { "nl" } else { "en" })
    }

    pub(crate) fn json(&self, assessed: &BudgetAssessment<'_>) -> Result<String, String> {
        let mut lines = String::new();
        for result in &assessed.results {
            let mut line = serde_json::to_string(result).map_err(|error| error.to_string())?;
            if self.explain {
                // The paragraph comes last, behind the keys that each answer has.
                let told = Value::from(result.assessed.explain(self.language));
                line.truncate(line.len() - 1);
                let _ = write!(line, ",\"explanation\":{told}}}");
            }
            let _ = writeln!(lines, "{line}");
        }
        Ok(lines)
    }

    pub(crate) fn report(&self, budget: &Budget, assessed: &BudgetAssessment<'_>) -> String {
        let method = assessed.method;
        let title = budget.edition.title.as_deref().unwrap_or("A document without a title");
        let mut report = format!(
            "{title}, by the method {} (version {}) for {}\n",
            method.name, method.version, assessed.at
        );
        let mut results = assessed.results.iter().peekable();
        for (place, field) in budget.places() {
            let indent = "  ".repeat(place.parts().len() - 1);
            let _ = writeln!(report, "\n{indent}{}", crate::heading(&field.heading));
            let within = assessed.rollup_within(&place, RollupRule::MeanOfMeans);
            if within.total() > 0 {
                let _ = writeln!(report, "{indent}  {}", told(&within));
            }
            while let Some(result) = results.next_if(|result| std::ptr::eq(result.field, field)) {
                let _ = writeln!(report, "{indent}  {}", self.line(&result.assessed));
                if self.explain {
                    let _ =
                        writeln!(report, "{indent}    {}", result.assessed.explain(self.language));
                }
            }
        }
        let all = assessed.rollup(RollupRule::MeanOfMeans);
        let _ = writeln!(report, "\nAll together: {}", told(&all));
        report
    }

    /// What an indicator amounts to, on a line.
    fn line(&self, assessed: &IndicatorAssessment<'_>) -> String {
        let mut line = assessed.indicator.name.clone();
        if let Some(slice) = assessed.slice {
            let _ = write!(line, " ({slice})");
        }
        let _ = match (assessed.class(), assessed.classes()) {
            (Some(band), _) => write!(line, ": {}", self.label(band)),
            (None, Some((low, high))) if low == high => {
                write!(line, ": not certain, as printed {}", self.label(low))
            }
            (None, Some((low, high))) => {
                write!(line, ": {} to {}", self.label(low), self.label(high))
            }
            (None, None) => {
                let why = assessed.assessment.value.err().map(|why| why.text(self.language));
                write!(line, ": no answer, {}", why.unwrap_or("for want of a rule"))
            }
        };
        line
    }
}

/// A roll-up: how it is spread, and its number where it has one.
fn told(rollup: &Rollup) -> String {
    match rollup.value {
        Ok(value) => {
            format!("{rollup}; {} of {} scores: {value}", rollup.rule.code(), rollup.scored)
        }
        Err(_) => rollup.to_string(),
    }
}

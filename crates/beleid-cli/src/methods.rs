//! Assesses the indicators of a budget by a method: as a report and as JSON.

use std::fmt::Write as _;

use beleid::methods::{
    BudgetAssessment, IndicatorAssessment, Method, Rollup, RollupRule, Standing, presets,
};
use beleid::{Budget, Dimension, Language, Reason};
use serde_json::Value;

use crate::output::{Out, in_language};

/// The method, and the form of the output.
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

    fn label<'b>(&self, band: &'b beleid::methods::Band) -> &'b str {
        band.label(self.language.code())
    }

    fn word(&self, english: &'static str, dutch: &'static str) -> &'static str {
        in_language(self.language, english, dutch)
    }

    /// A roll-up: the count of each class, and its number if it has one.
    fn summary(&self, rollup: &Rollup, method: &Method) -> String {
        if self.language != Language::Dutch {
            return match rollup.value {
                Ok(value) => {
                    format!("{rollup}; {} of {} scores: {value}", rollup.rule.code(), rollup.scored)
                }
                Err(_) => rollup.to_string(),
            };
        }
        let steps = [&method.with_target, &method.without_target].into_iter().flatten();
        let verdicts = [&method.when_met, &method.when_missed].into_iter().flatten();
        let bands: Vec<_> = steps
            .flat_map(|step| step.bands.iter())
            .chain(verdicts.map(|verdict| &verdict.band))
            .collect();
        let mut parts = Vec::new();
        for (code, count) in &rollup.classes {
            let band = bands.iter().find(|band| band.code == *code);
            parts.push(format!("{count} {}", band.map_or(&**code, |band| band.label("nl"))));
        }
        for (count, what) in [
            (rollup.undecided, "niet beslist"),
            (rollup.not_assessable, "niet te beoordelen"),
            (rollup.not_applicable, "niet van toepassing"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {what}"));
            }
        }
        let spread = if parts.is_empty() { "niets".to_owned() } else { parts.join(", ") };
        match rollup.value.ok().map(|value| (value.low(), value.high(), value.exact())) {
            Some((_, _, Some(value))) => {
                let value = value.to_string().replace('.', ",");
                format!("{spread}; gemiddelde van {} scores: {value}", rollup.scored)
            }
            Some((Some(low), Some(high), None)) => {
                let range = format!("{low} tot {high}").replace('.', ",");
                format!("{spread}; gemiddelde van {} scores: {range}", rollup.scored)
            }
            _ => spread,
        }
    }

    pub(crate) fn json(
        &self,
        assessed: &BudgetAssessment<'_>,
        out: &mut Out,
    ) -> Result<(), String> {
        for result in &assessed.results {
            let mut line = serde_json::to_string(result).map_err(|error| error.to_string())?;
            if self.explain {
                // The paragraph comes last, after the keys that each answer has.
                let explanation = Value::from(result.assessed.explain(self.language));
                line.truncate(line.len() - 1);
                let _ = write!(line, ",\"explanation\":{explanation}}}");
            }
            line.push('\n');
            out.text(&line)?;
        }
        Ok(())
    }

    pub(crate) fn report(&self, budget: &Budget, assessed: &BudgetAssessment<'_>) -> String {
        let method = assessed.method;
        let title = budget.edition.title.as_deref();
        let title =
            title.unwrap_or(self.word("A document without a title", "Een document zonder titel"));
        let mut report = format!(
            "{title}, {} {} ({} {}) {} {}\n",
            self.word("by the method", "volgens de methode"),
            method.name,
            self.word("version", "versie"),
            method.version,
            self.word("for", "voor"),
            assessed.at
        );
        let mut results = assessed.results.iter().peekable();
        for (place, field) in budget.places() {
            let indent = "  ".repeat(place.parts().len() - 1);
            let _ = writeln!(report, "\n{indent}{}", crate::output::heading(&field.heading));
            let within = assessed.rollup_within(&place, RollupRule::MeanOfMeans);
            if within.total() > 0 {
                let _ = writeln!(report, "{indent}  {}", self.summary(&within, method));
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
        let together = self.word("All together", "Alles bij elkaar");
        let _ = writeln!(report, "\n{together}: {}", self.summary(&all, method));
        report
    }

    /// The result of an indicator, on one line.
    fn line(&self, assessed: &IndicatorAssessment<'_>) -> String {
        let mut line = assessed.indicator.name.clone();
        if !assessed.dimensions.is_empty() {
            let _ = write!(line, " ({})", Dimension::join(assessed.dimensions));
        }
        let _ = match (assessed.class(), assessed.classes()) {
            (Some(band), _) => write!(line, ": {}", self.label(band)),
            (None, Some((low, _)))
                if matches!(
                    assessed.assessment.standing,
                    Standing::Either(_, _, Reason::NotMeasured)
                ) =>
            {
                let label = self.label(low);
                let so_far = self.word(
                    "not measured, by the last result",
                    "niet gemeten, naar het laatste resultaat",
                );
                write!(line, ": {so_far} {label}")
            }
            (None, Some((low, high))) if low == high => {
                let as_printed =
                    self.word("not certain, as printed", "niet zeker, zoals afgedrukt");
                write!(line, ": {as_printed} {}", self.label(low))
            }
            (None, Some((low, high))) => {
                let to = self.word("to", "tot");
                write!(line, ": {} {to} {}", self.label(low), self.label(high))
            }
            (None, None) => {
                let why = assessed.assessment.value.err().map(|why| why.text(self.language));
                let why =
                    why.unwrap_or_else(|| self.word("for want of a rule", "er is geen regel voor"));
                write!(line, ": {} {why}", self.word("no answer,", "geen oordeel, want"))
            }
        };
        line
    }
}

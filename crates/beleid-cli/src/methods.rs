//! Assesses the indicators of a budget by a method: as a report and as JSON.

use std::fmt::Write as _;

use beleid::methods::{
    BudgetAssessment, IndicatorAssessment, Method, PlacedAssessment, Range, Rollup, RollupRule,
    Standing,
};
use beleid::{Budget, Dimension, Language, Period, Reason};
use serde::Serialize;

use crate::evaluate::{given_beside, name_of, shown};
use crate::given::Supplied;
use crate::methods_list::Named;
use crate::output::{Format, Items, Out, Rows, in_language};

/// The method, and the form of the output.
pub(crate) struct By<'a> {
    pub(crate) method: &'a Named,
    pub(crate) supplied: &'a Supplied,
    pub(crate) explain: bool,
    pub(crate) language: Language,
}

/// A result as JSON.
#[derive(Serialize)]
struct Line<'r, 'b> {
    #[serde(flatten)]
    result: &'r PlacedAssessment<'b>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<String>,
    /// The keys whose values were given beside the document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    given: Vec<&'static str>,
}

impl By<'_> {
    pub(crate) fn write(
        &self,
        budget: &Budget,
        at: Period,
        format: Format,
        mut out: Out,
    ) -> Result<(), String> {
        match format {
            Format::Text => {
                let mut assessed = budget.evaluate_with(&self.method.method, at);
                assessed.results.iter_mut().for_each(|result| self.mark(result));
                out.text(&self.report(budget, &assessed))?;
                out.finish()
            }
            Format::Csv => self.table(budget, at, out),
            format => self.json(budget, at, Items::begin(out, format)?),
        }
    }

    /// Says that a direction was given, where it was.
    fn mark(&self, result: &mut PlacedAssessment<'_>) {
        let one = &mut result.assessed;
        one.direction_basis =
            self.supplied.basis(&result.place, one.dimensions, one.direction_basis);
    }

    /// The results, one by one.
    fn results<'b>(
        &'b self,
        budget: &'b Budget,
        at: Period,
    ) -> impl Iterator<Item = PlacedAssessment<'b>> {
        budget.assessments(&self.method.method, at).map(|mut result| {
            self.mark(&mut result);
            result
        })
    }

    /// What of a result was given, by the names of its keys.
    fn keys(&self, result: &PlacedAssessment<'_>) -> Vec<&'static str> {
        let one = &result.assessed;
        self.supplied.keys(&result.place, one.direction_basis, one.target)
    }

    /// How a result came about, in a paragraph.
    fn explanation(&self, result: &PlacedAssessment<'_>) -> String {
        let mut text = result.assessed.explain(self.language);
        if self.supplied.is_target(&result.place, result.assessed.target) {
            text.push_str(self.word(
                " The target was given beside the document.",
                " Het doel is naast het document opgegeven.",
            ));
        }
        text
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

    fn json(&self, budget: &Budget, at: Period, mut items: Items) -> Result<(), String> {
        for result in self.results(budget, at) {
            let explanation = self.explain.then(|| self.explanation(&result));
            items.add(&Line { result: &result, explanation, given: self.keys(&result) })?;
            if items.out.is_closed() {
                return Ok(());
            }
        }
        items.end()
    }

    /// A row for each indicator and slice.
    fn table(&self, budget: &Budget, at: Period, out: Out) -> Result<(), String> {
        let mut header = vec![
            "field",
            "id",
            "indicator",
            "slice",
            "at",
            "method",
            "version",
            "class",
            "label",
            "lowest",
            "highest",
            "reason",
            "value_low",
            "value_high",
            "score_low",
            "score_high",
            "target",
            "direction",
            "direction_basis",
            "provisional",
            "given",
        ];
        if self.explain {
            header.push("explanation");
        }
        let mut rows = Rows::begin(out, &header)?;
        for result in self.results(budget, at) {
            let one = &result.assessed;
            let assessment = &one.assessment;
            let reason = match assessment.standing {
                Standing::Certain(_) => None,
                Standing::Either(_, _, why) | Standing::NoAnswer(why) => Some(why),
            };
            let classes = one.classes();
            let value = assessment.value.as_ref().ok();
            let score = assessment.score;
            let mut row = vec![
                name_of(result.field),
                one.indicator.id.to_string(),
                one.indicator.name.clone(),
                Dimension::join(one.dimensions),
                at.to_string(),
                one.method.name.clone(),
                one.method.version.clone(),
                shown(one.class().map(|band| &band.code)),
                shown(one.class().map(|band| self.label(band))),
                shown(classes.map(|(low, _)| &low.code)),
                shown(classes.map(|(_, high)| &high.code)),
                shown(reason),
                shown(value.and_then(|value| value.low())),
                shown(value.and_then(|value| value.high())),
                shown(score.and_then(Range::low)),
                shown(score.and_then(Range::high)),
                shown(one.target.map(|target| &target.value)),
                shown(one.series.direction()),
                one.direction_basis.to_string(),
                assessment.is_provisional.to_string(),
                self.keys(&result).join(" "),
            ];
            if self.explain {
                row.push(self.explanation(&result));
            }
            rows.add(&row)?;
            if rows.is_closed() {
                break;
            }
        }
        rows.end()
    }

    fn report(&self, budget: &Budget, assessed: &BudgetAssessment<'_>) -> String {
        let method = assessed.method;
        let title = budget.edition.title.as_deref();
        let title =
            title.unwrap_or(self.word("A document without a title", "Een document zonder titel"));
        let file = self.method.file.as_deref();
        let of_file = file.map(|file| format!(", {} {file}", self.word("of", "van")));
        let mut report = format!(
            "{title}, {} {} ({} {}{}) {} {}\n",
            self.word("by the method", "volgens de methode"),
            method.name,
            self.word("version", "versie"),
            method.version,
            of_file.unwrap_or_default(),
            self.word("for", "voor"),
            assessed.at
        );
        report.push_str(&given_beside(self.supplied, self.language));
        let mut results = assessed.results.iter().peekable();
        for (place, field) in budget.places() {
            let indent = "  ".repeat(place.parts().len() - 1);
            let _ = writeln!(report, "\n{indent}{}", crate::output::heading(&field.heading));
            let within = assessed.rollup_within(&place, RollupRule::MeanOfMeans);
            if within.total() > 0 {
                let _ = writeln!(report, "{indent}  {}", self.summary(&within, method));
            }
            while let Some(result) = results.next_if(|result| std::ptr::eq(result.field, field)) {
                let _ = writeln!(
                    report,
                    "{indent}  {}{}",
                    self.line(&result.assessed),
                    self.given(result)
                );
                if self.explain {
                    let _ = writeln!(report, "{indent}    {}", self.explanation(result));
                }
            }
        }
        let all = assessed.rollup(RollupRule::MeanOfMeans);
        let together = self.word("All together", "Alles bij elkaar");
        let _ = writeln!(report, "\n{together}: {}", self.summary(&all, method));
        report
    }

    /// What of a result was given beside the document.
    fn given(&self, result: &PlacedAssessment<'_>) -> String {
        let words = self.keys(result).into_iter().map(|key| match key {
            "direction" => self.word("direction", "richting"),
            _ => self.word("target", "doel"),
        });
        let words: Vec<_> = words.collect();
        if words.is_empty() {
            return String::new();
        }
        format!(" ({}: {})", self.word("given", "opgegeven"), words.join(", "))
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

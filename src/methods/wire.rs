//! The JSON of an assessment.

use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer, Serialize, Serializer};

use super::{
    Formula, IndicatorAssessment, InvalidMethod, Measurement, PlacedAssessment, Range, Standing,
    Target,
};
use crate::evaluate::Basis;
use crate::leaves::code::Code;
use crate::leaves::dimension::Dimension;
use crate::leaves::id::Id;
use crate::leaves::period::Period;
use crate::leaves::role::Direction;
use crate::reason::Reason;

/// A number, or null where there is none.
pub(super) fn number<S: Serializer>(
    value: &Result<Range, Reason>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.as_ref().ok().serialize(serializer)
}

/// A number that is neither NaN nor infinite, or none.
pub(super) fn finite<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    let number = Option::<f64>::deserialize(deserializer)?;
    if number.is_none_or(f64::is_finite) {
        Ok(number)
    } else {
        Err(D::Error::custom(InvalidMethod::NotFinite))
    }
}

/// A measurement as far as an answer needs it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Measurement", deny_unknown_fields))]
struct Used {
    /// The period that was measured; null if only the time is known.
    period: Option<Period>,
    /// The value, exact or within bounds.
    value: Range,
}

impl From<Measurement> for Used {
    fn from(point: Measurement) -> Self {
        Used { period: point.period, value: point.value }
    }
}

/// What is to be reached.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Target", deny_unknown_fields))]
struct Aimed {
    /// The period by whose end it must be reached; null if it has no date.
    period: Option<Period>,
    /// The number from which the target is reached, or a range if it can have several meanings.
    value: Range,
    /// Whether that number itself is not enough, as for `> 15`.
    strict: bool,
    /// The target as printed; null if it was set in code.
    printed: Option<String>,
}

impl Aimed {
    fn of(target: Target, assessed: &IndicatorAssessment<'_>) -> Self {
        Aimed {
            period: target.period,
            value: target.aim,
            strict: target.is_strict,
            printed: assessed.target.map(|figure| figure.value.to_string()),
        }
    }
}

/// What a method gives for an indicator (Dutch: *beoordeling*).
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Assessment", deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub(crate) struct Form<'a> {
    /// The code of the policy field, or else its title; null if it has neither.
    field: Option<&'a str>,
    /// The id of the indicator.
    id: &'a Id,
    /// The name of the indicator.
    indicator: &'a str,
    /// The part of the whole that was assessed; empty for the whole.
    dimensions: &'a [Dimension],
    /// The period that was assessed.
    at: Period,
    /// The name of the method.
    method: &'a str,
    /// The version of the method.
    version: &'a str,
    /// `certain`, `undecided` between two classes, or `no-answer`.
    standing: &'static str,
    /// The code of the class; null if it is not certain.
    class: Option<&'a str>,
    /// The codes of the lowest and the highest class that are possible; null if there is no answer.
    between: Option<[&'a str; 2]>,
    /// Why the class is not certain, or why there is no answer; null if it is certain.
    reason: Option<Reason>,
    /// The formula that was computed; null if there was none.
    formula: Option<Formula>,
    /// The result of the formula; null if there is none.
    value: Option<Range>,
    /// The score; null if there is none.
    score: Option<Range>,
    /// The baseline that was used; null if there was none.
    baseline: Option<Used>,
    /// The measurement before the last one; null if it was not used.
    previous: Option<Used>,
    /// The last measurement.
    current: Option<Used>,
    /// The target; null if there is none.
    target: Option<Aimed>,
    /// Which results are better; null if it is not known.
    direction: Option<Direction>,
    /// Where the direction comes from.
    direction_basis: Basis,
    /// Whether one of the figures may still change.
    provisional: bool,
}

impl<'a> Form<'a> {
    fn of(field: Option<&'a str>, assessed: &'a IndicatorAssessment<'a>) -> Self {
        let (assessment, series) = (&assessed.assessment, &assessed.series);
        let classes = assessed.classes();
        let (standing, reason) = match assessment.standing {
            Standing::Certain(_) => ("certain", None),
            Standing::Either(_, _, why) => ("undecided", Some(why)),
            Standing::NoAnswer(why) => ("no-answer", Some(why)),
        };
        Form {
            field,
            id: &assessed.indicator.id,
            indicator: &assessed.indicator.name,
            dimensions: assessed.dimensions,
            at: assessed.at,
            method: &assessed.method.name,
            version: &assessed.method.version,
            standing,
            class: assessed.class().map(|band| &*band.code),
            between: classes.map(|(low, high)| [&*low.code, &*high.code]),
            reason,
            formula: assessment.formula,
            value: assessment.value.as_ref().ok().copied(),
            score: assessment.score,
            baseline: assessment.base(series).map(Used::from),
            previous: assessment.previous(series).map(Used::from),
            current: series.points().last().copied().map(Used::from),
            target: series.target().map(|target| Aimed::of(*target, assessed)),
            direction: series.direction(),
            direction_basis: assessed.direction_basis,
            provisional: assessment.is_provisional,
        }
    }
}

/// The schema of both is that of the form.
#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator};

    use super::{Form, IndicatorAssessment, PlacedAssessment};

    macro_rules! as_form {
        ($($name:ident)*) => {$(
            impl JsonSchema for $name<'_> {
                fn schema_name() -> Cow<'static, str> {
                    Form::schema_name()
                }

                fn schema_id() -> Cow<'static, str> {
                    Form::schema_id()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    Form::json_schema(generator)
                }
            }
        )*};
    }

    as_form!(IndicatorAssessment PlacedAssessment);
}

impl IndicatorAssessment<'_> {
    /// The JSON Schema of a serialised assessment, with or without its place, as text.
    ///
    /// ```
    /// use beleid::methods::IndicatorAssessment;
    ///
    /// let schema: serde_json::Value = serde_json::from_str(IndicatorAssessment::JSON_SCHEMA)?;
    /// assert_eq!(schema["title"], "Assessment");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub const JSON_SCHEMA: &'static str = include_str!("../../schema/assessment.schema.json");
}

impl Serialize for IndicatorAssessment<'_> {
    /// An object with the same keys as a [`PlacedAssessment`]; `field` is null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Form::of(None, self).serialize(serializer)
    }
}

impl Serialize for PlacedAssessment<'_> {
    /// One object with the keys:
    ///
    /// - `field`, `id`, `indicator`, `dimensions` and `at`, as for an evaluation;
    /// - `method` and `version`;
    /// - `standing` (`certain`, `undecided` or `no-answer`), `class` if it is certain, `between`
    ///   (the two classes that are possible) and `reason`;
    /// - `formula`, `value` and `score`;
    /// - `baseline`, `previous`, `current` and `target`, each with `period` and `value`; the target
    ///   also with `printed` and `strict`;
    /// - `direction`, `direction_basis` and `provisional`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let heading = &self.field.heading;
        let code = heading.code.as_ref().map(Code::as_str);
        let field = code.or(heading.title.as_deref());
        Form::of(field, &self.assessed).serialize(serializer)
    }
}

//! The JSON that answers a request for an assessment.

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
    /// Of when it is; null where only its time is known.
    period: Option<Period>,
    /// What it may be.
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
    /// By when; null where it has no date.
    period: Option<Period>,
    /// The number, or the numbers that it may be.
    value: Range,
    /// Whether the number itself is not enough.
    strict: bool,
    /// What is printed; null where it was given in code.
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
    /// The code of the policy field, or else its title.
    field: Option<&'a str>,
    /// The id of the indicator.
    id: &'a Id,
    /// The name of the indicator.
    indicator: &'a str,
    /// Which part of the whole; empty for the whole itself.
    dimensions: &'a [Dimension],
    /// The period that was asked for.
    at: Period,
    /// The name of the method.
    method: &'a str,
    /// The version of the method.
    version: &'a str,
    /// Whether the answer is `certain`, `undecided` between two classes, or there is `no-answer`.
    standing: &'static str,
    /// The code of the class, where that is certain.
    class: Option<&'a str>,
    /// The codes of the lowest and the highest class that it may be.
    between: Option<[&'a str; 2]>,
    /// Why it isn't certain, or why there is no answer.
    reason: Option<Reason>,
    /// What was computed.
    formula: Option<Formula>,
    /// What came out.
    value: Option<Range>,
    /// Its score, where the method has one.
    score: Option<Range>,
    /// The baseline that it counts from.
    baseline: Option<Used>,
    /// The measurement before the last one, where that has a part in it.
    previous: Option<Used>,
    /// The last measurement.
    current: Option<Used>,
    /// What is to be reached.
    target: Option<Aimed>,
    /// Which results are the better ones.
    direction: Option<Direction>,
    /// How that is known.
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
    /// The JSON Schema of an assessment as it serialises, with or without its place, as text.
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
    /// As an object with the same keys as a [`PlacedAssessment`]; `field` is null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Form::of(None, self).serialize(serializer)
    }
}

impl Serialize for PlacedAssessment<'_> {
    /// As one object: `field`, `id`, `indicator`, `slice` and `at` as for an evaluation; `method` and `version`;
    /// `standing` (*certain*, *undecided*, *no-answer*), `class` where it is certain, `between` the two that it may
    /// be, `reason`; `formula`, `value`, `score`; what was used (`baseline`, `previous`, `current`, `target`, each with
    /// `period` and `value`; the target also with `printed`, and `strict` where it asks to go beyond its number), `direction`, `direction_basis` and `provisional`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let heading = &self.field.heading;
        let code = heading.code.as_ref().map(Code::as_str);
        let field = code.or(heading.title.as_deref());
        Form::of(field, &self.assessed).serialize(serializer)
    }
}

//! The JSON that answers a request for an assessment.

use serde::de::Error as _;
use serde::ser::SerializeStruct as _;
use serde::{Deserialize as _, Deserializer, Serialize, Serializer};

use super::{
    IndicatorAssessment, InvalidMethod, Measurement, PlacedAssessment, Range, Standing, Target,
};
use crate::leaves::code::Code;
use crate::leaves::period::Period;
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

#[derive(Serialize)]
struct Used {
    period: Option<Period>,
    value: Range,
}

impl From<Measurement> for Used {
    fn from(point: Measurement) -> Self {
        Used { period: point.period, value: point.value }
    }
}

/// What is to be reached: the number, whether that itself is not enough, and what is printed.
#[derive(Serialize)]
struct Aimed {
    period: Option<Period>,
    value: Range,
    strict: bool,
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

fn serialize<S: Serializer>(
    field: Option<&str>,
    assessed: &IndicatorAssessment<'_>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (assessment, series) = (&assessed.assessment, &assessed.series);
    let classes = assessed.classes();
    let (standing, reason) = match assessment.standing {
        Standing::Certain(_) => ("certain", None),
        Standing::Either(_, _, why) => ("undecided", Some(why)),
        Standing::NoAnswer(why) => ("no-answer", Some(why)),
    };
    let mut answer = serializer.serialize_struct("IndicatorAssessment", 21)?;
    answer.serialize_field("field", &field)?;
    answer.serialize_field("id", &assessed.indicator.id)?;
    answer.serialize_field("indicator", &assessed.indicator.name)?;
    answer.serialize_field("dimensions", assessed.dimensions)?;
    answer.serialize_field("at", &assessed.at)?;
    answer.serialize_field("method", &assessed.method.name)?;
    answer.serialize_field("version", &assessed.method.version)?;
    answer.serialize_field("standing", standing)?;
    answer.serialize_field("class", &assessed.class().map(|band| &band.code))?;
    answer.serialize_field("between", &classes.map(|(low, high)| [&low.code, &high.code]))?;
    answer.serialize_field("reason", &reason)?;
    answer.serialize_field("formula", &assessment.formula)?;
    answer.serialize_field("value", &assessment.value.as_ref().ok())?;
    answer.serialize_field("score", &assessment.score)?;
    answer.serialize_field("baseline", &assessment.base(series).map(Used::from))?;
    answer.serialize_field("previous", &assessment.previous(series).map(Used::from))?;
    answer.serialize_field("current", &series.points().last().copied().map(Used::from))?;
    answer
        .serialize_field("target", &series.target().map(|target| Aimed::of(*target, assessed)))?;
    answer.serialize_field("direction", &series.direction())?;
    answer.serialize_field("direction_basis", &assessed.direction_basis)?;
    answer.serialize_field("provisional", &assessment.is_provisional)?;
    answer.end()
}

impl Serialize for IndicatorAssessment<'_> {
    /// As an object with the same keys as a [`PlacedAssessment`]; `field` is null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(None, self, serializer)
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
        serialize(code.or(heading.title.as_deref()), &self.assessed, serializer)
    }
}

//! The JSON that answers a request for an evaluation.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::budget::PlacedEvaluation;
use super::evaluation::{Evaluation, Summed};
use super::outcome::Alternative;
use crate::leaves::code::Code;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::value::Value;
use crate::model::figure::Figure;

/// A figure as far as an answer needs it.
#[derive(Serialize)]
struct Used<'a> {
    period: Option<Period>,
    role: Option<Role>,
    value: &'a Value,
}

impl<'a> From<&'a Figure> for Used<'a> {
    fn from(figure: &'a Figure) -> Self {
        Used { period: figure.period, role: figure.role, value: &figure.value }
    }
}

/// Writes an evaluation with the name of the field that it stands in, where that is known.
fn serialize<S: Serializer>(
    field: Option<&str>,
    evaluation: &Evaluation<'_>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut answer = serializer.serialize_struct("Evaluation", 17)?;
    answer.serialize_field("field", &field)?;
    answer.serialize_field("id", &evaluation.indicator.id)?;
    answer.serialize_field("indicator", &evaluation.indicator.name)?;
    answer.serialize_field("dimensions", evaluation.dimensions)?;
    answer.serialize_field("at", &evaluation.at)?;
    answer.serialize_field("outcome", &evaluation.outcome)?;
    answer.serialize_field("reason", &evaluation.reason)?;
    answer.serialize_field("readings", &evaluation.readings)?;
    answer.serialize_field("target", &evaluation.target.map(Used::from))?;
    answer.serialize_field("measured", &evaluation.measured.map(Used::from))?;
    answer.serialize_field("summed", &evaluation.summed.as_deref())?;
    answer.serialize_field("last_known", &evaluation.last_known.map(Used::from))?;
    answer.serialize_field("to_go", &evaluation.to_go)?;
    answer.serialize_field("direction", &evaluation.direction)?;
    answer.serialize_field("direction_basis", &evaluation.direction_basis)?;
    answer.serialize_field("pace", &evaluation.pace)?;
    answer.serialize_field("pace_reason", &evaluation.pace_reason)?;
    answer.end()
}

impl Serialize for Evaluation<'_> {
    /// As an object with the same keys as a [`PlacedEvaluation`]; `field` is null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(None, self, serializer)
    }
}

impl Serialize for PlacedEvaluation<'_> {
    /// As one object: `field` (its code, or else its title), `id` and `indicator` (the id and
    /// the name), `dimensions`, `at`, `outcome`, `reason`, `readings`, `target` and
    /// `measured` (each with `period`, `role` and `value`), `summed` (with `parts` and `sum`),
    /// `last_known`, `to_go`, `direction`,
    /// `direction_basis`, `pace` and `pace_reason`. With `id` the indicator, and its unit and
    /// printed cells, are found in the budget.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let heading = &self.field.heading;
        let code = heading.code.as_ref().map(Code::as_str);
        serialize(code.or(heading.title.as_deref()), &self.evaluation, serializer)
    }
}

impl Serialize for Summed<'_> {
    /// As `parts` (each with `period`, `role` and `value`) and `sum`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts: Vec<Used<'_>> = self.parts.iter().map(|part| Used::from(*part)).collect();
        let mut summed = serializer.serialize_struct("Summed", 2)?;
        summed.serialize_field("parts", &parts)?;
        summed.serialize_field("sum", &self.sum)?;
        summed.end()
    }
}

impl Serialize for Alternative<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut alternative = serializer.serialize_struct("Alternative", 2)?;
        alternative.serialize_field("if", &self.assumption.to_string())?;
        alternative.serialize_field("outcome", &self.outcome)?;
        alternative.end()
    }
}

//! `schema`: the JSON Schemas of what the other subcommands write.

use beleid::methods::IndicatorAssessment;
use beleid::{Document, FieldSpending, Finding, StoredEvaluation};
use clap::ArgMatches;

use crate::Status;
use crate::output::Out;

/// The name of each schema, what it is of, and the schema.
pub(crate) const ALL: [(&str, &str, &str); 5] = [
    ("document", "the wire JSON of `read`", Document::JSON_SCHEMA),
    ("finding", "a finding of `check`", Finding::JSON_SCHEMA),
    ("evaluation", "an indicator of `evaluate`", StoredEvaluation::JSON_SCHEMA),
    ("assessment", "an indicator of `evaluate --method`", IndicatorAssessment::JSON_SCHEMA),
    ("spending", "a field with money of `evaluate`", FieldSpending::JSON_SCHEMA),
];

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let mut out = Out::new();
    match given.get_one::<String>("name") {
        Some(name) => {
            // The command line has no other names.
            let schema = ALL.iter().find(|(known, ..)| known == name);
            let schema = schema.map(|(_, _, schema)| *schema).unwrap_or_default();
            out.text(schema.trim_end())?;
            out.text("\n")?;
        }
        None => {
            for (name, what, _) in ALL {
                out.text(&format!("{name:12} {what}\n"))?;
            }
        }
    }
    out.finish()?;
    Ok(Status::Fine)
}

//! `read`: the wire JSON of documents.

use beleid::{Document, Language};
use clap::ArgMatches;

use crate::output::{Out, failed, warn};
use crate::{Status, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let input = options::source(given)?.load()?;
    for found in &input.findings {
        warn(found);
    }
    for document in &input.documents {
        for lost in &document.lost {
            let text = lost.text(Language::English);
            warn(&format_args!("{}: not in the budget: {text}", document.name));
        }
    }
    let status = Status::failed_if(input.losses().next().is_some());
    let mut out = Out::new();
    serde_json::to_writer_pretty(&mut out, &Document::new(input.budget))
        .map_err(|error| failed(&error))?;
    out.text("\n")?;
    out.finish()?;
    Ok(status)
}

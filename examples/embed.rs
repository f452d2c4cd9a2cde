//! What a web handler does with the crate: wire JSON in, findings and evaluations out.
//!
//! `embed [--at PERIOD] < document.json`: one JSON object on standard output. It is an answer
//! (`{"findings":[…],"evaluation":{…}}`, exit code 0), or an error about the request
//! (`{"error":{"path":…,"message":…}}`, exit code 2).

use std::io::Read as _;
use std::process::ExitCode;

use beleid::{BudgetEvaluation, Document, Finding, Period};
use serde::Serialize;

#[path = "support/output.rs"]
mod output;

/// The answer to a request.
#[derive(Serialize)]
struct Answer<'a> {
    findings: Vec<Finding>,
    /// `None` if neither the request nor the document states a period.
    evaluation: Option<BudgetEvaluation<'a>>,
}

/// What is wrong with a request.
#[derive(Serialize)]
struct Refusal {
    error: Problem,
}

#[derive(Serialize)]
struct Problem {
    /// Where in the document, such as `budget.edition.period`.
    path: Option<String>,
    message: String,
}

impl Problem {
    fn new(message: &impl ToString) -> Self {
        Problem { path: None, message: message.to_string() }
    }
}

fn main() -> ExitCode {
    output::end(run())
}

fn run() -> Result<ExitCode, String> {
    let mut body = Vec::new();
    std::io::stdin()
        .lock()
        .read_to_end(&mut body)
        .map_err(|error| format!("standard input: {error}"))?;
    let query: Vec<_> = std::env::args().skip(1).collect();
    let query: Vec<_> = query.iter().map(String::as_str).collect();
    let (json, code) = match handle(&query, &body) {
        Ok(json) => (json, 0),
        Err(error) => (serde_json::to_string(&Refusal { error }), 2),
    };
    output::write(&format!("{}\n", json.map_err(|error| error.to_string())?))?;
    Ok(ExitCode::from(code))
}

/// The handler itself: no input makes it panic.
fn handle(query: &[&str], body: &[u8]) -> Result<Result<String, serde_json::Error>, Problem> {
    let asked: Option<Period> = match *query {
        [] => None,
        ["--at", period] => Some(period.parse().map_err(|error| Problem::new(&error))?),
        _ => return Err(Problem::new(&"usage: embed [--at PERIOD] < document.json")),
    };
    let mut json = serde_json::Deserializer::from_slice(body);
    let document: Document = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        Problem { path: Some(error.path().to_string()), message: error.inner().to_string() }
    })?;
    json.end().map_err(|error| Problem::new(&error))?;
    let budget = document.budget;
    let at = asked.or_else(|| budget.period_in_question());
    let answer =
        Answer { findings: budget.validate(), evaluation: at.map(|at| budget.evaluate(at)) };
    Ok(serde_json::to_string(&answer))
}

//! `evaluate`: which targets are met, or how each indicator fares by a method.

use std::collections::{BTreeSet, HashMap};
use std::ffi::OsString;
use std::fmt::Write as _;

use beleid::{
    Basis, Budget, Counts, Dimension, Evaluation, FieldSpending, Figure, Flow, Indicator, Language,
    Pace, Period, Place, PlacedEvaluation, PolicyField, Quantity, Reason, Reserves, Role, Spent,
    Unit,
};
use clap::ArgMatches;
use serde::Serialize;

use crate::given::{Given, Supplied};
use crate::input::DocumentFinding;
use crate::output::{Format, Items, Out, Rows, heading, in_language, warn};
use crate::{Status, methods, methods_list, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let at: Option<&String> = given.get_one("at");
    let at: Option<Period> =
        at.map(|at| at.parse()).transpose().map_err(|error| format!("--at: {error}"))?;
    let method = given.get_one::<OsString>("method").map(|name| methods_list::named(name));
    let method = method.transpose()?;
    let format = options::format(given);
    let source = options::source(given)?;
    let asked = Given::of(given, &source.reader)?;

    let mut input = source.load()?;
    let status = Status::failed_if(input.losses().next().is_some());
    let is_told = at.is_some() || input.budget.edition.period.is_some();
    let at = at.or_else(|| input.budget.period_in_question());
    let is_report = format == Format::Text && method.is_none() && at.is_some();
    if !is_report {
        // The report ends with all findings. Elsewhere there is no room for them, but what is missing
        // from the answer has to be found.
        input.losses().for_each(|found| warn(found));
    }
    let Some(at) = at else {
        // Where nothing was read, the document is the problem, and not the arguments.
        return match status {
            Status::Failed => Ok(status),
            Status::Fine => {
                Err("no year was recognised in the document, nor in its figures: use --at PERIOD"
                    .to_owned())
            }
        };
    };
    if !is_told {
        warn(&format_args!(
            "the document doesn't say of which year it is: evaluated for {at}, taken from its figures; \
             --at PERIOD asks for another"
        ));
    }
    let supplied = asked.supply(&mut input.budget, at, options::language(given))?;
    for line in &supplied.unused {
        warn(line);
    }
    let budget = &input.budget;
    let out = Out::new();
    match (&method, format) {
        (Some(named), format) => {
            let by = methods::By {
                method: named,
                supplied: &supplied,
                explain: given.get_flag("explain"),
                language: options::language(given),
            };
            by.write(budget, at, format, out)?;
        }
        (None, Format::Text) => report(budget, at, &supplied, &input.findings, out)?,
        (None, Format::Csv) => table(budget, at, &supplied, out)?,
        (None, format) => json(budget, at, &supplied, Items::begin(out, format)?)?,
    }
    Ok(status)
}

/// The results of a budget, one by one, each with where its direction comes from.
fn results<'b>(
    budget: &'b Budget,
    at: Period,
    supplied: &Supplied,
) -> impl Iterator<Item = PlacedEvaluation<'b>> {
    budget.evaluations(at).map(|mut result| {
        let evaluation = &mut result.evaluation;
        let (dimensions, basis) = (evaluation.dimensions, evaluation.direction_basis);
        evaluation.direction_basis = supplied.basis(&result.place, dimensions, basis);
        result
    })
}

/// What of a result was given, by the names of its keys.
fn keys(supplied: &Supplied, result: &PlacedEvaluation<'_>) -> Vec<&'static str> {
    let evaluation = &result.evaluation;
    supplied.keys(&result.place, evaluation.direction_basis, evaluation.target)
}

/// A result as JSON.
#[derive(Serialize)]
struct Line<'r, 'b> {
    #[serde(flatten)]
    result: &'r PlacedEvaluation<'b>,
    /// The keys whose values were given beside the document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    given: Vec<&'static str>,
}

fn json(budget: &Budget, at: Period, supplied: &Supplied, mut items: Items) -> Result<(), String> {
    for result in results(budget, at, supplied) {
        items.add(&Line { result: &result, given: keys(supplied, &result) })?;
        if items.out.is_closed() {
            return Ok(());
        }
    }
    for spending in budget.spending(at) {
        items.add(&spending)?;
    }
    items.end()
}

/// A row for each indicator and slice.
fn table(budget: &Budget, at: Period, supplied: &Supplied, out: Out) -> Result<(), String> {
    let header = [
        "field",
        "id",
        "indicator",
        "slice",
        "at",
        "outcome",
        "reason",
        "target",
        "target_period",
        "target_role",
        "measured",
        "last_known",
        "last_known_period",
        "to_go",
        "unit",
        "direction",
        "direction_basis",
        "pace",
        "pace_reason",
        "given",
    ];
    let mut rows = Rows::begin(out, &header)?;
    for result in results(budget, at, supplied) {
        let one = &result.evaluation;
        let number = |figure: Option<&Figure>| {
            figure.map(|figure| figure.value.to_string()).unwrap_or_default()
        };
        let period = |figure: Option<&Figure>| shown(figure.and_then(|figure| figure.period));
        let unit = one.target.or(one.measured).and_then(|figure| figure.unit.as_ref());
        let measured = match &one.summed {
            Some(summed) => summed.sum.to_string(),
            None => number(one.measured),
        };
        rows.add(&[
            name_of(result.field),
            one.indicator.id.to_string(),
            one.indicator.name.clone(),
            Dimension::join(one.dimensions),
            at.to_string(),
            one.outcome.to_string(),
            shown(one.reason),
            number(one.target),
            period(one.target),
            shown(one.target.and_then(|target| target.role)),
            measured,
            number(one.last_known),
            period(one.last_known),
            shown(one.to_go.as_ref()),
            shown(unit.or(one.indicator.unit.as_ref())),
            shown(one.direction),
            one.direction_basis.to_string(),
            one.pace.to_string(),
            shown(one.pace_reason),
            keys(supplied, &result).join(" "),
        ])?;
        if rows.is_closed() {
            break;
        }
    }
    rows.end()
}

/// What there is, or nothing.
pub(crate) fn shown(what: Option<impl std::fmt::Display>) -> String {
    what.map(|what| what.to_string()).unwrap_or_default()
}

/// The code of a field, or else its title.
pub(crate) fn name_of(field: &PolicyField) -> String {
    let code = field.heading.code.as_ref().map(ToString::to_string);
    code.or_else(|| field.heading.title.clone()).unwrap_or_default()
}

/// The report, a field at a time: what is evaluated is written.
fn report(
    budget: &Budget,
    at: Period,
    supplied: &Supplied,
    findings: &[DocumentFinding],
    mut out: Out,
) -> Result<(), String> {
    let title = budget.edition.title.as_deref().unwrap_or("A document without a title");
    out.text(&format!("{title}, evaluated for {at}\n"))?;
    out.text(&given_beside(supplied, Language::English))?;
    let spending = spending(budget, at);
    let mut counts = Counts::default();
    let mut results = results(budget, at, supplied).peekable();
    for (place, field) in budget.places() {
        if out.is_closed() {
            return Ok(());
        }
        let mut report = String::new();
        let indent = "  ".repeat(place.parts().len() - 1);
        let _ = writeln!(report, "\n{indent}{}", heading(&field.heading));
        let mut shown: Option<&Indicator> = None;
        while let Some(result) = results.next_if(|result| std::ptr::eq(result.field, field)) {
            let evaluation = &result.evaluation;
            counts.add(evaluation.outcome);
            if !shown.is_some_and(|shown| std::ptr::eq(shown, evaluation.indicator)) {
                figures(&mut report, evaluation.indicator);
                shown = Some(evaluation.indicator);
            }
            outcome(&mut report, evaluation);
        }
        if let Some(spending) = spending.get(&place) {
            money(&mut report, field, spending);
        }
        out.text(&report)?;
    }
    let mut report = format!("\n{counts}\n");
    if !findings.is_empty() {
        let _ = writeln!(report, "\nFindings");
    }
    for found in findings {
        let _ = writeln!(report, "  {found}");
    }
    out.text(&report)?;
    out.finish()
}

/// What was given beside the document, a line for each.
pub(crate) fn given_beside(supplied: &Supplied, language: Language) -> String {
    let title =
        in_language(language, "Given beside the document:", "Naast het document opgegeven:");
    let mut text = String::new();
    for (index, line) in supplied.used.iter().enumerate() {
        if index == 0 {
            let _ = writeln!(text, "{title}");
        }
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// What the fields planned and spent, by their places. Without a cost line there is nothing to add up.
fn spending(budget: &Budget, at: Period) -> HashMap<Place, FieldSpending> {
    if budget.places().all(|(_, field)| field.costs.is_empty()) {
        return HashMap::new();
    }
    budget.spending(at).into_iter().map(|spending| (spending.place.clone(), spending)).collect()
}

fn figures(report: &mut String, indicator: &Indicator) {
    let _ = write!(report, "\n  {}", indicator.name);
    if let Some(unit) = &indicator.unit {
        let _ = write!(report, " ({unit})");
    }
    let _ = writeln!(report);
    for figure in &indicator.figures {
        let role = figure.role.map_or("no role".to_owned(), |role| role.to_string());
        let period = figure.period.map_or("no year".to_owned(), |period| period.to_string());
        let _ = writeln!(report, "    {role:10} {period:8} {}", value(figure));
    }
    for cell in &indicator.unplaced {
        let _ = writeln!(report, "    not placed          {}", cell.printed);
    }
}

/// A value with its unit, its footnotes and its remark.
fn value(figure: &Figure) -> String {
    let mut text = figure.value.to_string();
    if let Some(unit) = &figure.unit {
        let _ = write!(text, " {}", unit.text(Language::English));
    }
    if !figure.dimensions.is_empty() {
        let _ = write!(text, " for {}", Dimension::join(&figure.dimensions));
    }
    if let Some(dated) = figure.dated {
        let _ = write!(text, " (dated {dated})");
    }
    for note in &figure.notes {
        let _ = write!(text, " [{note}]");
    }
    if let Some(remark) = &figure.remark {
        let _ = write!(text, " ({remark})");
    }
    text
}

fn outcome(report: &mut String, evaluation: &Evaluation<'_>) {
    let _ = write!(report, "    => ");
    if !evaluation.dimensions.is_empty() {
        let _ = write!(report, "{}: ", Dimension::join(evaluation.dimensions));
    }
    let _ = write!(report, "{}", words(evaluation.outcome.code()));
    if let Some(reason) = evaluation.reason {
        let _ = write!(report, ", {}", words(reason.code()));
    }
    if let Some(target) = evaluation.target {
        let role = target.role.map_or("target".to_owned(), |role| role.to_string());
        let _ = write!(report, "; {role} {}", value(target));
    }
    if let Some(measured) = evaluation.measured {
        let _ = write!(report, "; measured {}", value(measured));
    }
    if let Some(last) = evaluation.last_known {
        let period = last.period.map_or(String::new(), |period| format!(" in {period}"));
        let _ = write!(report, "; last known {}{period}", value(last));
    }
    if evaluation.direction_basis == Basis::Given
        && let Some(direction) = evaluation.direction
    {
        let _ =
            write!(report, "; {} (given, not in the document)", direction.text(Language::English));
    }
    if let Some(to_go) = evaluation.to_go {
        let _ = write!(report, "; {to_go} to go");
    }
    for reading in &evaluation.readings {
        let _ = write!(report, "; {reading}");
    }
    if evaluation.target.is_some() || evaluation.pace != Pace::Unknown {
        let _ = write!(report, "; pace {}", words(evaluation.pace.code()));
        if let Some(reason) = evaluation.pace_reason {
            let _ = write!(report, ", {}", words(reason.code()));
        }
    }
    let _ = writeln!(report);
}

/// What a field planned and spent: its totals, and its lines.
fn money(report: &mut String, field: &PolicyField, of_field: &FieldSpending) {
    let units = field.costs.iter().map(|line| &line.unit);
    let currencies: BTreeSet<&str> = units
        .filter(|unit| unit.quantity() == Some(Quantity::Money) && unit.per().is_none())
        .map(Unit::measure)
        .collect();
    let _ = write!(report, "\n  Budget and account {}", of_field.at);
    if let [currency] = Vec::from_iter(currencies).as_slice() {
        let _ = write!(report, ", in {currency}");
    }
    let _ = writeln!(report);
    let totals = [
        ("all expenses", of_field.expenses),
        ("all income", of_field.income),
        ("balance", of_field.balance),
    ];
    for (name, total) in totals.iter().filter(|(_, total)| is_known(total)) {
        let _ = writeln!(report, "    {name}: {}", spent(total));
    }
    for line in of_field.lines.iter().filter(|line| is_known(&line.spent)) {
        let _ = write!(report, "      {}", line.label);
        let _ = match (line.flow, line.reserves) {
            (Some(Flow::Expenses), Some(Reserves::Only)) => write!(report, " (to reserves)"),
            (Some(Flow::Income), Some(Reserves::Only)) => write!(report, " (from reserves)"),
            (None, Some(Reserves::Only)) => write!(report, " (to and from reserves)"),
            (Some(flow), _) => write!(report, " ({flow})"),
            (None, _) => Ok(()),
        };
        let _ = writeln!(report, ": {}", spent(&line.spent));
    }
}

/// Whether there is anything to say of amounts.
fn is_known(spent: &Spent) -> bool {
    spent.planned.is_some()
        || spent.realised.is_some()
        || spent.reason.is_some_and(|reason| reason != Reason::NoTotal)
}

/// What was planned and spent: `planned 930000, realised 960000; 30000 more (3.2 %), to the bad`.
fn spent(spent: &Spent) -> String {
    let mut text = String::new();
    if let Some(planned) = spent.planned {
        let plan = if spent.plan == Some(Role::Amended) { "amended budget" } else { "budget" };
        let _ = write!(text, "{plan} {planned}");
    }
    if let Some(realised) = spent.realised {
        let _ = write!(text, "{}realised {realised}", if text.is_empty() { "" } else { ", " });
    }
    if spent.summed {
        let _ = write!(text, " (sum of the fields within it)");
    }
    if let Some(over) = spent.over {
        let much = if over.is_negative() { "less" } else { "more" };
        let _ = if over.is_zero() {
            write!(text, "; as planned")
        } else {
            write!(text, "; {} {much}", over.abs())
        };
        if let Some(percent) = spent.percent.filter(|_| !over.is_zero()) {
            let _ = write!(text, " ({percent} %)");
        }
    }
    if let Some(favourable) = spent.favourable {
        let _ = write!(text, ", to the {}", if favourable { "good" } else { "bad" });
    }
    if let Some(reason) = spent.reason {
        let before = if text.is_empty() { "not known: " } else { "; difference not known: " };
        let _ = write!(text, "{before}{}", words(reason.code()));
    }
    text
}

fn words(code: &str) -> String {
    code.replace('-', " ")
}

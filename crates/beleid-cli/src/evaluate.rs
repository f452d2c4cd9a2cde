//! `evaluate`: which targets are met, or how each indicator fares by a method.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use beleid::{
    Budget, BudgetEvaluation, Dimension, Evaluation, FieldSpending, Figure, Flow, Indicator,
    Language, Pace, Period, PolicyField, Quantity, Reason, Reserves, Role, Spent, Unit,
};
use clap::ArgMatches;

use crate::input::DocumentFinding;
use crate::output::{Out, failed, heading, warn};
use crate::{Status, methods, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let at: Option<&String> = given.get_one("at");
    let at: Option<Period> =
        at.map(|at| at.parse()).transpose().map_err(|error| format!("--at: {error}"))?;
    let mut by = methods::By {
        explain: given.get_flag("explain"),
        language: options::language(given),
        ..methods::By::default()
    };
    if let Some(name) = given.get_one::<String>("method") {
        by.choose(name)?;
    }
    let is_json = given.get_flag("json");

    let input = options::source(given)?.load()?;
    let status = Status::failed_if(input.losses().next().is_some());
    let is_told = at.is_some() || input.budget.edition.period.is_some();
    let at = at.or_else(|| input.budget.period_in_question());
    let is_report = !is_json && by.method.is_none() && at.is_some();
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
    let mut out = Out::new();
    if let Some(method) = &by.method {
        let assessed = input.budget.evaluate_with(method, at);
        if is_json {
            by.json(&assessed, &mut out)?;
        } else {
            out.text(&by.report(&input.budget, &assessed))?;
        }
    } else if is_json {
        json(&input.budget.evaluate(at), &mut out)?;
    } else {
        out.text(&report(&input.budget, &input.budget.evaluate(at), &input.findings))?;
    }
    out.finish()?;
    Ok(status)
}

fn json(evaluation: &BudgetEvaluation<'_>, out: &mut Out) -> Result<(), String> {
    for result in &evaluation.results {
        serde_json::to_writer(&mut *out, result).map_err(|error| failed(&error))?;
        out.text("\n")?;
    }
    for spending in &evaluation.spending {
        serde_json::to_writer(&mut *out, spending).map_err(|error| failed(&error))?;
        out.text("\n")?;
    }
    Ok(())
}

fn report(
    budget: &Budget,
    evaluation: &BudgetEvaluation<'_>,
    findings: &[DocumentFinding],
) -> String {
    let mut report = String::new();
    let title = budget.edition.title.as_deref().unwrap_or("A document without a title");
    let _ = writeln!(report, "{title}, evaluated for {}", evaluation.at);
    let mut results = evaluation.results.iter().peekable();
    for (place, field) in budget.places() {
        let indent = "  ".repeat(place.parts().len() - 1);
        let _ = writeln!(report, "\n{indent}{}", heading(&field.heading));
        let mut shown: Option<&Indicator> = None;
        while let Some(result) = results.next_if(|result| std::ptr::eq(result.field, field)) {
            let evaluation = &result.evaluation;
            if !shown.is_some_and(|shown| std::ptr::eq(shown, evaluation.indicator)) {
                figures(&mut report, evaluation.indicator);
                shown = Some(evaluation.indicator);
            }
            outcome(&mut report, evaluation);
        }
        let mut of_field = evaluation.spending.iter().filter(|spending| spending.place == place);
        if let Some(spending) = of_field.next() {
            money(&mut report, field, spending);
        }
    }
    let _ = writeln!(report, "\n{}", evaluation.counts);
    if !findings.is_empty() {
        let _ = writeln!(report, "\nFindings");
    }
    for found in findings {
        let _ = writeln!(report, "  {found}");
    }
    report
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

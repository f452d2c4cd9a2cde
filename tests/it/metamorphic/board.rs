//! The scoreboard: how many numbers of each kind of table are read rightly in each form.
//!
//! `cargo test --test it scoreboard -- --ignored --nocapture` prints it. `SCOREBOARD_CASES` is the
//! number of tables of each kind, 200 if it isn't set, and `SCOREBOARD_SHOW=flow-rows:html` prints
//! the tables of one kind in one form with what went wrong. `SCOREBOARD_DAMAGE=cell-deleted` does that to each
//! of them first, and `SCOREBOARD_ONLY=merged,long` leaves out all other kinds.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::damage::Damage;
use super::generate::{Kind, documents, documents_of};
use super::judge::{Counts, Verdict, judge};
use super::print::Print;
use super::seen::see;
use super::write::{Form, write};

/// A source of tables that are the same at each run.
pub(crate) fn runner() -> TestRunner {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(Config::default(), rng)
}

/// This many tables.
fn drawn<T>(strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = runner();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// A source with what went wrong in it.
pub(crate) fn report(source: &str, verdict: &Verdict) -> String {
    let faults = verdict.faults.iter().map(|(mark, text)| format!("{mark:?}: {text}\n"));
    let findings = verdict.findings.join("\n");
    format!("{source}\n{}{findings}", faults.collect::<Vec<_>>().concat())
}

/// A line of the scoreboard, a form a column.
pub(crate) fn line(name: &str, cells: &[Counts]) -> String {
    let percent = |part: usize, all: usize| (part * 100 + all / 2) / all.max(1);
    let cells = cells.iter().map(|counts| {
        let all = counts.all();
        let wrong = counts.wrong + counts.invented;
        let marks = [counts.right, counts.incomplete, counts.reported, wrong, counts.lost];
        let marks: Vec<String> = marks.iter().map(|mark| percent(*mark, all).to_string()).collect();
        format!("{:>15}", marks.join("/"))
    });
    format!("{name:22}{}", cells.collect::<Vec<_>>().concat())
}

/// The first line of the scoreboard.
pub(crate) fn head() -> String {
    let forms = Form::ALL.iter().map(|form| format!("{:>15}", form.name()));
    format!("{:22}{}", "", forms.collect::<Vec<_>>().concat())
}

#[test]
#[ignore = "it prints the scoreboard, and takes a minute"]
fn scoreboard() {
    let count = std::env::var("SCOREBOARD_CASES").ok().and_then(|count| count.parse().ok());
    let count = count.unwrap_or(200);
    let shown = std::env::var("SCOREBOARD_SHOW").unwrap_or_default();
    let damage = std::env::var("SCOREBOARD_DAMAGE").ok();
    let damage = damage.and_then(|name| Damage::ALL.into_iter().find(|of| of.name() == name));
    println!("percent right/incomplete/reported/silently wrong/lost, of {count} tables each\n");
    println!("{}", head());
    let only = std::env::var("SCOREBOARD_ONLY").ok();
    let is_shown =
        |name: &str| only.as_ref().is_none_or(|only| only.split(',').any(|part| part == name));
    let mut totals = [Counts::default(); Form::ALL.len()];
    for &kind in Kind::ALL.iter().filter(|kind| is_shown(kind.name())) {
        let mut cells = [Counts::default(); Form::ALL.len()];
        for document in drawn(&documents(kind), count) {
            for (cell, form) in cells.iter_mut().zip(Form::ALL) {
                let (document, source) = match damage {
                    Some(damage) if !damage.befalls(form) => continue,
                    Some(damage) => damage.source(&document, form, &[5, 11, 17]),
                    None => (document.clone(), write(&document, form)),
                };
                let verdict = judge(&document.facts(), &see(&source, form.layout()));
                *cell += verdict.counts;
                if shown == format!("{}:{}", kind.name(), form.name()) {
                    println!("{}", report(&source, &verdict));
                }
            }
        }
        println!("{}", line(kind.name(), &cells));
        totals.iter_mut().zip(cells).for_each(|(total, cell)| *total += cell);
    }
    println!("{}", line("all", &totals));
    for print in Print::ALL.into_iter().filter(|print| is_shown(print.name())) {
        let mut cells = [Counts::default(); Form::ALL.len()];
        for document in drawn(&documents_of(print.kinds()), count) {
            let document = print.of(&document, &[5, 11]);
            let forms = cells.iter_mut().zip(Form::ALL).filter(|(_, form)| print.is_in(*form));
            for (cell, form) in forms {
                let source = write(&document, form);
                let verdict = judge(&document.facts(), &see(&source, form.layout()));
                *cell += verdict.counts;
                if shown == format!("{}:{}", print.name(), form.name()) {
                    println!("{}", report(&source, &verdict));
                }
            }
        }
        println!("{}", line(print.name(), &cells));
    }
}

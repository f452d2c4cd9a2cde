//! The same answers in every form, and nothing lost or silently wrong in damaged tables.
//!
//! The tables are the same at each run. `PROPTEST_CASES` says how many there are of each kind; the
//! shares that are allowed were measured with the default.

use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::allowed::{Allowed, Shares, Slack, is_updating};
use super::board::{report, runner};
use super::damage::Damage;
use super::generate::{Kind, any_document, documents, documents_of};
use super::judge::{Counts, Verdict, judge};
use super::print::Print;
use super::seen::see;
use super::table::{Document, Fact, keys, keys_of_source};
use super::write::{Form, write};

/// The number of tables, and how many percent the shares may differ with another number of them.
fn cases(default: usize) -> (usize, Slack) {
    let told = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    match told {
        // The shares of 60 tables differ by up to 12 percent from those of 8.
        Some(count) if count != default => (count, Slack { wrong: 15, other: 15 }),
        // The tables are those that were measured, so that nothing more may be silently wrong.
        _ => (default, Slack { wrong: 0, other: 2 }),
    }
}

/// The source of a table in a form, and what it means. `None` if there is no such form of it.
type Source<'p, T> = dyn Fn(&T, Form) -> Option<(String, Vec<Fact>)> + 'p;

/// A test of one row of the table of allowed shares: tables, and what a reader is shown of each.
struct Property<'p, T> {
    name: String,
    source: &'p Source<'p, T>,
}

impl<T: std::fmt::Debug> Property<'_, T> {
    fn verdict(&self, value: &T, form: Form) -> Option<(String, Verdict)> {
        let (source, facts) = (self.source)(value, form)?;
        let facts: Vec<&Fact> = facts.iter().collect();
        let verdict = judge(&facts, &see(&source, form.layout()));
        Some((source, verdict))
    }

    /// The shares in each form, and the smallest example of each fault that isn't allowed.
    fn check(
        &self,
        strategy: &impl Strategy<Value = T>,
        (count, slack): (usize, Slack),
        allowed: &Allowed,
    ) -> (Vec<Option<Shares>>, Vec<String>) {
        let drawn = || {
            let mut runner = runner();
            (0..count).map(move |_| strategy.new_tree(&mut runner).unwrap())
        };
        let values: Vec<T> = drawn().map(|tree| tree.current()).collect();
        let mut all = Vec::new();
        let mut failures = Vec::new();
        for form in Form::ALL {
            let mut sum = Counts::default();
            let verdicts: Vec<Option<(String, Verdict)>> =
                values.iter().map(|value| self.verdict(value, form)).collect();
            for (_, verdict) in verdicts.iter().flatten() {
                sum += verdict.counts;
            }
            let shares = (sum.all() > 0).then(|| Shares::of(&sum));
            all.push(shares);
            let Some(shares) = shares else { continue };
            let Some(limit) = allowed.get(&self.name, form.name()) else {
                // What has no limit is not judged at all.
                failures.push(format!("{} as {}: nothing is allowed", self.name, form.name()));
                continue;
            };
            let Some(fault) = shares.worse_than(limit, slack) else { continue };
            let has = |(_, verdict): &(String, Verdict)| has_fault(verdict, fault);
            let first = verdicts.iter().position(|each| each.as_ref().is_some_and(has));
            // Drawn anew, since what is shrunk is another table.
            let Some(mut tree) = first.and_then(|at| drawn().nth(at)) else { continue };
            let is_failing = |value: &T| {
                self.verdict(value, form).is_some_and(|(_, verdict)| has_fault(&verdict, fault))
            };
            let smallest = smallest(&mut tree, is_failing);
            let Some((source, verdict)) = self.verdict(&smallest, form) else { continue };
            failures.push(format!(
                "{} as {}: more is {fault} than allowed: {shares:?}, allowed {limit:?}\n{}",
                self.name,
                form.name(),
                report(&source, &verdict)
            ));
        }
        (all, failures)
    }
}

fn has_fault(verdict: &Verdict, fault: &str) -> bool {
    match fault {
        "lost" => verdict.counts.lost > 0,
        "silently wrong" => verdict.counts.wrong + verdict.counts.invented > 0,
        _ => verdict.counts.right < verdict.counts.all(),
    }
}

/// The smallest value of a tree that still fails.
fn smallest<T: ValueTree>(tree: &mut T, is_failing: impl Fn(&T::Value) -> bool) -> T::Value {
    const MOST: usize = 400;
    let mut failing = tree.current();
    if !tree.simplify() {
        return failing;
    }
    for _ in 0..MOST {
        let value = tree.current();
        let goes_on = if is_failing(&value) {
            failing = value;
            tree.simplify()
        } else {
            tree.complicate()
        };
        if !goes_on {
            break;
        }
    }
    failing
}

/// Fails with what is worse than allowed, or writes what is allowed from now on.
fn conclude(file: &str, rows: &[(String, Vec<Option<Shares>>)], failures: &[String]) {
    if is_updating() {
        Allowed::write(file, &Form::ALL.map(Form::name), rows);
        return;
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn a_table_means_the_same_in_every_form() {
    let cases = cases(8);
    let allowed = Allowed::read("kinds.txt");
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for &kind in Kind::ALL {
        let source = |document: &Document, form| Some((write(document, form), facts_of(document)));
        let property = Property { name: kind.name().to_owned(), source: &source };
        let (shares, failed) = property.check(&documents(kind), cases, &allowed);
        rows.push((property.name, shares));
        failures.extend(failed);
    }
    conclude("kinds.txt", &rows, &failures);
}

#[test]
fn a_table_means_the_same_however_it_is_printed() {
    type Printed = (Document, Vec<u32>);
    let cases = cases(12);
    let allowed = Allowed::read("prints.txt");
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for print in Print::ALL {
        let source = |(document, draws): &Printed, form| {
            let printed = print.of(document, draws);
            print.is_in(form).then(|| (write(&printed, form), facts_of(&printed)))
        };
        let property = Property { name: print.name().to_owned(), source: &source };
        let draws = proptest::collection::vec(any::<u32>(), 2);
        let (shares, failed) =
            property.check(&(documents_of(print.kinds()), draws), cases, &allowed);
        rows.push((property.name, shares));
        failures.extend(failed);
    }
    conclude("prints.txt", &rows, &failures);
}

#[test]
fn a_damaged_table_is_never_read_silently_wrong() {
    type Damaged = ((Kind, Document), Vec<u32>);
    let cases = cases(40);
    let allowed = Allowed::read("damages.txt");
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for damage in Damage::ALL {
        let source = |((_, document), draws): &Damaged, form| {
            if !damage.befalls(form) {
                return None;
            }
            let (damaged, source) = damage.source(document, form, draws);
            let mut facts = facts_of(&damaged);
            // Of soup only what is still printed can be read.
            let printed = keys_of_source(&source, form.layout());
            facts.retain(|fact| keys(&fact.printed).all(|key| printed.contains(&key)));
            Some((source, facts))
        };
        let property = Property { name: damage.name().to_owned(), source: &source };
        let draws = proptest::collection::vec(any::<u32>(), 12);
        let (shares, failed) = property.check(&(any_document(), draws), cases, &allowed);
        rows.push((property.name, shares));
        failures.extend(failed);
    }
    conclude("damages.txt", &rows, &failures);
}

fn facts_of(document: &Document) -> Vec<Fact> {
    document.facts().into_iter().cloned().collect()
}

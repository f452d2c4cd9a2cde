//! Each kind and each print goes red if a reader says something else than what is meant: without
//! that, its shares would prove nothing.

use proptest::strategy::{Strategy, ValueTree};

use super::allowed::{Allowed, Shares, Slack};
use super::board::runner;
use super::generate::{Kind, documents, documents_of};
use super::judge::{Counts, judge};
use super::print::Print;
use super::seen::{Seen, see};
use super::table::{Document, Fact};
use super::write::{Form, write};

/// Something else than what is meant, in one dimension.
type Change = (&'static str, fn(&mut Fact));

const CHANGES: [Change; 6] = [
    ("label", |fact| "Iets heel anders".clone_into(&mut fact.label)),
    ("slice", |fact| fact.slice = Some("Ergens anders".to_owned())),
    ("period", |fact| fact.periods = vec![Some("1950".to_owned())]),
    ("role", |fact| fact.roles = vec![Some("baseline".to_owned())]),
    ("flow", |fact| fact.flows = vec![Some("commitments".to_owned())]),
    ("value", |fact| {
        let one = beleid::Number::from(1);
        fact.value.number = fact.value.number.and_then(|number| number.checked_add(one));
    }),
];

/// What a document means, and what was made of it.
type Read = (Vec<Fact>, Seen);

/// The shares of these readings, if all is meant otherwise.
fn shares(read: &[Read], change: fn(&mut Fact)) -> Shares {
    let mut sum = Counts::default();
    for (facts, seen) in read {
        let mut facts = facts.clone();
        facts.iter_mut().for_each(change);
        sum += judge(&facts.iter().collect::<Vec<_>>(), seen).counts;
    }
    Shares::of(&sum)
}

fn check(file: &str, name: &str, documents: &[Document], forms: &[Form]) {
    let allowed = Allowed::read(file);
    let read: Vec<(Form, Vec<Read>)> = forms
        .iter()
        .map(|form| {
            let read = documents.iter().map(|document| {
                let facts = document.facts().into_iter().cloned().collect();
                (facts, see(&write(document, *form), form.layout()))
            });
            (*form, read.collect())
        })
        .collect();
    for (dimension, change) in CHANGES {
        let is_red = read.iter().any(|(form, read)| {
            let limit = allowed.get(name, form.name());
            let slack = Slack { wrong: 15, other: 15 };
            limit.is_some_and(|limit| shares(read, change).worse_than(limit, slack).is_some())
        });
        assert!(is_red, "{name}: another {dimension} is not noticed");
    }
}

/// The first few of these documents.
fn drawn(documents: impl Strategy<Value = Document>) -> Vec<Document> {
    let mut runner = runner();
    (0..3).map(|_| documents.new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn each_kind_goes_red() {
    for &kind in Kind::ALL {
        let documents = drawn(documents(kind));
        check("kinds.txt", kind.name(), &documents, &[Form::Lines, Form::Html]);
    }
}

#[test]
fn each_print_goes_red() {
    for print in Print::ALL {
        let documents = drawn(documents_of(print.kinds()));
        let printed: Vec<Document> =
            documents.iter().map(|each| print.of(each, &[5, 11])).collect();
        let forms = [Form::Lines, Form::Html, Form::HtmlFlat].into_iter();
        let forms: Vec<Form> = forms.filter(|form| print.is_in(*form)).collect();
        check("prints.txt", print.name(), &printed, &forms);
    }
}

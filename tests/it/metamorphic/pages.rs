//! Real pages whose tables are grids, printed in every form, and held against what a careful reader
//! makes of them. The pages stay outside the repository.
//!
//! `BELEID_DATA=… cargo test --test it page_board -- --ignored --nocapture` prints the shares.

use serde_json::Value;

use beleid::{Layout, Number};

use super::allowed::{Allowed, Shares, Slack, is_updating};
use super::board::{head, line, report};
use super::grids;
use super::judge::{Counts, Verdict, judge};
use super::seen::see;
use super::table::{Document, Fact, Meant};
use super::write::{Form, write};
use crate::support::data;

/// A page with what it means.
pub(crate) struct Page {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) layout: Layout,
    /// `None` if its tables are plain text.
    pub(crate) document: Option<Document>,
    facts: Vec<Fact>,
}

/// All pages. `None` without the real data.
pub(crate) fn pages() -> Option<Vec<Page>> {
    let expected = data::text("real/expected.jsonl")?;
    let pages = expected.lines().map(|line| {
        let case: Value = serde_json::from_str(line).unwrap();
        let file = case["file"].as_str().unwrap();
        let text = data::text(&format!("real/{file}")).unwrap();
        let has_thousands = !case["thousands_with_a_finding"].is_null();
        let figures = case["figures"].as_array().unwrap().iter();
        Page {
            id: case["id"].as_str().unwrap().to_owned(),
            layout: match file.rsplit('.').next() {
                Some("html") => Layout::Html,
                Some("md") => Layout::Markdown,
                Some("csv") => Layout::Csv,
                _ => Layout::Lines,
            },
            document: grids::document(file, &text),
            facts: figures.map(|figure| fact(figure, has_thousands)).collect(),
            text,
        }
    });
    Some(pages.collect())
}

/// The texts of a key, which may be one or a list; `None` for a null in the list.
fn texts(figure: &Value, key: &str) -> Vec<Option<String>> {
    let text = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    match &figure[key] {
        Value::Array(all) => all.iter().map(text).collect(),
        Value::String(one) => vec![Some(one.clone())],
        _ => Vec::new(),
    }
}

fn fact(figure: &Value, has_thousands: bool) -> Fact {
    let text = |key: &str| figure[key].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let all = |key: &str| {
        let mut all = vec![text(key)];
        all.extend(texts(figure, &format!("{key}_also")));
        all
    };
    let kind = text("kind").unwrap_or_default();
    let also: &[&str] = match kind.as_str() {
        "text" => &["flag", "change"],
        "relative" => &["text"],
        _ => &[],
    };
    let kinds = std::iter::once(kind.clone()).chain(also.iter().map(|kind| (*kind).to_owned()));
    let kinds = kinds.chain(texts(figure, "kind_also").into_iter().flatten());
    let number = |key: &str| text(key).and_then(|text| text.parse::<Number>().ok());
    // A flow that isn't stated isn't compared, and a movement in the reserves is a flow as well.
    let mut flows = if text("flow").is_some() { all("flow") } else { Vec::new() };
    for (one, other) in [("reserves_in", "expenses"), ("reserves_out", "income")] {
        let is = |flow: &Option<String>, code: &str| flow.as_deref() == Some(code);
        if flows.iter().any(|flow| is(flow, one) || is(flow, other)) {
            flows.extend([Some(one.to_owned()), Some(other.to_owned())]);
        }
    }
    Fact {
        label: text("label").unwrap_or_default(),
        group: texts(figure, "group").into_iter().flatten().collect(),
        slice: text("slice"),
        periods: all("period"),
        roles: all("role"),
        flows,
        value: Meant {
            kinds: kinds.collect(),
            number: if matches!(&*kind, "missing" | "text" | "relative") {
                None
            } else {
                number("value")
            },
            range: number("low").zip(number("high")),
            any_sign: figure["sign_also"].as_bool() == Some(true),
            or_thousands: has_thousands,
        },
        printed: text("value").or_else(|| text("low")).unwrap_or_default(),
    }
}

impl Page {
    fn verdict(&self, source: &str, layout: Layout) -> Verdict {
        let facts: Vec<&Fact> = self.facts.iter().collect();
        judge(&facts, &see(source, layout))
    }

    /// The marks in its own form, and in each other form if it is a grid.
    fn counts(&self) -> (Counts, Option<Vec<Counts>>) {
        let own = self.verdict(&self.text, self.layout).counts;
        let forms = self.document.as_ref().map(|document| {
            let forms = Form::ALL.iter();
            forms.map(|form| self.verdict(&write(document, *form), form.layout()).counts).collect()
        });
        (own, forms)
    }
}

#[test]
fn real_pages_mean_the_same_in_every_form() {
    let Some(pages) = pages() else { return };
    let allowed = Allowed::read("pages.txt");
    let columns: Vec<&str> =
        std::iter::once("own").chain(Form::ALL.iter().map(|form| form.name())).collect();
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for page in pages.iter().filter(|page| !page.facts.is_empty()) {
        let (own, forms) = page.counts();
        let counts: Vec<Counts> = std::iter::once(own).chain(forms.into_iter().flatten()).collect();
        let shares: Vec<Option<Shares>> =
            counts.iter().map(|counts| Some(Shares::of(counts))).collect();
        for (shares, column) in shares.iter().flatten().zip(&columns) {
            let Some(limit) = allowed.get(&page.id, column) else { continue };
            if let Some(fault) = shares.worse_than(limit, Slack::default()) {
                failures.push(format!(
                    "{} as {column}: more is {fault} than allowed: {shares:?}, allowed {limit:?}",
                    page.id
                ));
            }
        }
        rows.push((page.id.clone(), shares));
    }
    if is_updating() {
        Allowed::write("pages.txt", &columns, &rows);
        return;
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
#[ignore = "it prints the shares of the real pages"]
fn page_board() {
    let Some(pages) = pages() else { return };
    let shown = std::env::var("SCOREBOARD_SHOW").unwrap_or_default();
    println!(
        "percent right/incomplete/reported/silently wrong/lost; the first column is the page\n"
    );
    println!("{}{:>15}", head(), "own form");
    let mut totals = vec![Counts::default(); Form::ALL.len() + 1];
    let mut texts = Counts::default();
    for page in pages.iter().filter(|page| !page.facts.is_empty()) {
        let (own, forms) = page.counts();
        if let Some(forms) = forms {
            let cells: Vec<Counts> = forms.into_iter().chain([own]).collect();
            println!("{}", line(&page.id, &cells));
            totals.iter_mut().zip(cells).for_each(|(total, cell)| *total += cell);
        } else {
            texts += own;
        }
        for form in Form::ALL {
            if let Some(document) = &page.document
                && shown == format!("{}:{}", page.id, form.name())
            {
                let source = write(document, form);
                println!("{}", report(&source, &page.verdict(&source, form.layout())));
            }
        }
    }
    println!("{}", line("all grids", &totals));
    println!("{}", line("plain text", &[texts]));
}

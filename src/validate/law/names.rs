//! The indicators, key figures and task fields that a document must name.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use super::{Document, Findings};
use crate::codes::{
    Definitions, Entry, List, Names, Tier, in_other_year, mandatory_indicators, nearly, of_heading,
    task_field, task_field_names,
};
use crate::findings::argument::{Quote, Unchecked};
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::leaves::code::Code;
use crate::leaves::identifier::{Identifier, IdentifierScheme};
use crate::leaves::unit::Unit;
use crate::model::cost::CostLine;
use crate::validate::outline::Outline;

/// The names of indicators, and the labels of some cost lines, each with where it is.
fn names<'b>(
    outline: &'b Outline<'b>,
    counts: impl Fn(&CostLine) -> bool + Copy + 'b,
) -> impl Iterator<Item = (&'b str, Place)> {
    outline.nodes.iter().flat_map(move |node| {
        let indicators = node.field.indicators.iter().enumerate();
        let lines = node.field.costs.iter().enumerate().filter(move |(_, line)| counts(line));
        indicators
            .map(|(index, indicator)| (&*indicator.name, Part::Indicator(index)))
            .chain(lines.map(|(index, line)| (&*line.label, Part::Cost(index))))
            .map(|(name, part)| (name, node.at(part)))
    })
}

/// The names of a document that are none of a list, by what of the list they are nearest to.
struct Nearest<K> {
    names: HashMap<K, (usize, Quote, Place)>,
}

impl<K> Default for Nearest<K> {
    fn default() -> Self {
        Nearest { names: HashMap::new() }
    }
}

impl<K: Eq + Hash> Nearest<K> {
    /// Keeps a name, unless one that is as near was found before.
    fn add(&mut self, of: K, distance: usize, name: &str, place: &Place) {
        let is_nearer = self.names.get(&of).is_none_or(|(before, ..)| distance < *before);
        if is_nearer {
            self.names.insert(of, (distance, name.into(), place.clone()));
        }
    }

    fn take(&mut self, of: &K) -> Option<(Quote, Place)> {
        self.names.remove(of).map(|(_, name, place)| (name, place))
    }
}

/// The codes of a scheme among identifiers.
fn codes_of(identifiers: &[Identifier], scheme: IdentifierScheme) -> impl Iterator<Item = &str> {
    let of_scheme = move |each: &&Identifier| each.scheme == scheme;
    identifiers.iter().filter(of_scheme).map(|identifier| &*identifier.code)
}

/// The policy indicators that are mandatory for the year.
pub(super) fn policy_indicators(
    document: &Document,
    outline: &Outline<'_>,
    findings: &mut Findings<'_>,
) {
    let year = match document.year_of_municipality() {
        Ok(year) => year,
        Err(why) => {
            findings.report_of_document(Message::PolicyIndicatorsUnchecked { why });
            return;
        }
    };
    let mut there: HashSet<u8> = HashSet::new();
    let (mut near, meanings) = (Nearest::default(), mandatory_indicators().names());
    for (_, indicator) in outline.indicators() {
        let numbers = codes_of(&indicator.identifiers, IdentifierScheme::BBV);
        there.extend(numbers.filter_map(|number| number.parse::<u8>().ok()));
    }
    // A line of money with such a name is of a task field (*Overhead*), unless the indicator is money.
    let is_in_money = |line: &CostLine| {
        mandatory_indicators().find(&line.label).is_some_and(|each| each.is_in_money())
    };
    for (name, place) in names(outline, is_in_money) {
        if let Some(found) = mandatory_indicators().find(name) {
            there.insert(found.number);
            continue;
        }
        for (distance, other) in meanings.ranked(name) {
            near.add(other.number, distance, name, &place);
        }
    }
    let mut missing: BTreeMap<&str, Vec<Quote>> = BTreeMap::new();
    for indicator in mandatory_indicators().iter() {
        if indicator.is_mandatory_in(year) != Some(true) || there.contains(&indicator.number) {
            continue;
        }
        let name = Quote::from(indicator.name);
        match near.take(&indicator.number) {
            Some((other, place)) => {
                findings.report(place, Message::PolicyIndicatorOtherName { name, other });
            }
            None => missing.entry(indicator.main_task_field).or_default().push(name),
        }
    }
    for (main, names) in missing {
        let main = main.to_owned();
        findings.report_of_document(Message::PolicyIndicatorsMissing { main, names });
    }
}

/// The six key figures.
pub(super) fn key_figures(document: &Document, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    if document.tier != Some(Tier::Municipality) {
        let why = Unchecked::OtherOrganisation;
        findings.report_of_document(Message::KeyFiguresUnchecked { why });
        return;
    }
    // The lists have them from 2020 on, and all years have the same; the law asks for them from 2016 on.
    let years = Definitions::all().filter(|definitions| definitions.tier() == Tier::Municipality);
    let Some(definitions) = years.last() else { return };
    let mut there: HashSet<&str> = HashSet::new();
    let mut near = Nearest::default();
    for (_, indicator) in outline.indicators() {
        let codes = codes_of(&indicator.identifiers, IdentifierScheme::IV3);
        there.extend(codes.filter_map(|code| Some(definitions.find(List::KeyFigures, code)?.code)));
    }
    // They are percentages; *Grondexploitatie* in euros is something else.
    let is_share = |line: &CostLine| line.unit == Unit::PERCENT;
    for (name, place) in names(outline, is_share) {
        if let Some(found) = definitions.find(List::KeyFigures, name) {
            there.insert(found.code);
            continue;
        }
        for (distance, other) in definitions.ranked(List::KeyFigures, name) {
            near.add(other.code, distance, name, &place);
        }
    }
    let mut names = Vec::new();
    for entry in definitions.entries(List::KeyFigures) {
        if there.contains(entry.code) {
            continue;
        }
        let name = Quote::from(entry.name);
        match near.take(&entry.code) {
            Some((other, place)) => {
                findings.report(place, Message::KeyFigureOtherName { name, other });
            }
            None => names.push(name),
        }
    }
    if !names.is_empty() {
        findings.report_of_document(Message::KeyFiguresMissing { names });
    }
}

/// The task fields of the year.
pub(super) fn task_fields(document: &Document, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let definitions = match definitions(document, document.year_of_municipality()) {
        Ok(definitions) => definitions,
        Err(why) => {
            findings.report_of_document(Message::TaskFieldsUnchecked { why });
            return;
        }
    };
    let mut there: HashSet<&str> = HashSet::new();
    for node in &outline.nodes {
        there.extend(of_heading(definitions, &node.field.heading).map(|entry| entry.code));
        for line in &node.field.costs {
            there.extend(task_field(definitions, line).map(|entry| entry.code));
            there.extend(codes_of(&line.identifiers, IdentifierScheme::IV3));
        }
    }
    let leaves = || definitions.entries(List::TaskFields).filter(|entry| !entry.is_group);
    if !leaves().any(|entry| there.contains(entry.code)) {
        findings.report_of_document(Message::NoTaskFields {});
        return;
    }
    // `6.71` is divided into `6.71a` to `6.71d`: the whole or the parts are enough.
    let whole = |code: &'static str| code.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let wholes: HashSet<&str> = leaves()
        .filter(|entry| there.contains(entry.code))
        .map(|entry| whole(entry.code))
        .collect();
    let codes: HashSet<&str> = leaves().map(|entry| entry.code).collect();
    let mut missing: BTreeMap<&str, Vec<Quote>> = BTreeMap::new();
    for Entry { code, name, parent, .. } in leaves() {
        let is_part = whole(code) != code && codes.contains(whole(code));
        // The result of the accounts, which a budget doesn't have.
        let is_of_accounts = code == "0.11" && document.is_budget == Some(true);
        if !wholes.contains(whole(code)) && !is_part && !is_of_accounts {
            let name = Quote::from(format!("{code} {name}"));
            missing.entry(parent.unwrap_or_default()).or_default().push(name);
        }
    }
    for (main, names) in missing {
        let main = main.trim_end_matches('.').to_owned();
        findings.report_of_document(Message::TaskFieldsMissing { main, names });
    }
}

/// Labels and headings that are nearly a task field.
pub(super) fn nearly_task_fields(
    document: &Document,
    outline: &Outline<'_>,
    findings: &mut Findings<'_>,
) {
    let definitions = match definitions(document, document.year.ok_or(Unchecked::NoYear)) {
        Ok(definitions) => definitions,
        Err(why) => {
            findings.report_of_document(Message::NearlyTaskFieldUnchecked { why });
            return;
        }
    };
    let names = task_field_names(definitions);
    for node in &outline.nodes {
        let heading = &node.field.heading;
        let is_known = of_heading(definitions, heading).is_some();
        if let (Some(code), Some(title), false) = (&heading.code, &heading.title, is_known)
            && let Some(what) = meant(definitions, &names, Some(code), title)
        {
            findings.report(node.at(Part::Heading), what);
        }
        for (index, line) in node.field.costs.iter().enumerate() {
            let is_known = task_field(definitions, line).is_some();
            if !is_known
                && let Some(what) = meant(definitions, &names, line.code.as_ref(), &line.label)
            {
                findings.report(node.at(Part::Cost(index)), what);
            }
        }
    }
}

/// What to say of a code and a label that are none of the year.
fn meant(
    definitions: Definitions,
    names: &Names<Entry>,
    code: Option<&Code>,
    label: &str,
) -> Option<Message> {
    let text = Quote::from(match code {
        Some(code) => format!("{code} {label}"),
        None => label.to_owned(),
    });
    if let Some(year) = code.and_then(|code| in_other_year(definitions, code, label)) {
        return Some(Message::TaskFieldOfOtherYear { text, year });
    }
    let entry = nearly(names, code, label)?;
    Some(Message::NearlyTaskField { text, code: entry.code.to_owned(), name: entry.name.into() })
}

/// The definitions for a year of the document's tier.
fn definitions(
    document: &Document,
    year: Result<u16, Unchecked>,
) -> Result<Definitions, Unchecked> {
    let (year, tier) = (year?, document.tier.ok_or(Unchecked::NoLists)?);
    Definitions::of(tier, year).ok_or(Unchecked::NoLists)
}

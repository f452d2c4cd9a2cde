//! [`identify`]: the codes of cost lines and indicators in the official lists.

use super::data::Entry;
use super::definitions::Definitions;
use super::mandatory::mandatory_indicators;
use super::matching::{Names, Wanted, is_alike};
use super::names::{List, Tier};
use crate::leaves::code::Code;
use crate::leaves::identifier::{Identifier, IdentifierScheme};
use crate::model::budget::Budget;
use crate::model::cost::CostLine;
use crate::model::field::Heading;

/// Adds to cost lines and indicators their codes in the official lists of a tier and a book year
/// (Dutch: *coderen*), and returns how many were added. What has one of the same scheme already keeps
/// it, so that to call it again adds nothing.
///
/// - A cost line gets its task field (scheme `iv3`) if its label is the description of one; with a
///   printed code, that must be its code too. Else the innermost group of it, or else the heading of its
///   field, that has both the code and the description of a task field. A group of task
///   fields needs both as well.
/// - An indicator of a municipality gets its number in the list of mandatory indicators (`bbv`) by its
///   name, unless it was dropped from that list by the year.
/// - A key figure or policy indicator gets its code in Iv3 (`iv3`: `fk.1`, `bi.1`) by its name.
///
/// Only what is the same counts, as for [`Definitions::find`]; near misses are left to
/// [`Definitions::near`]. Economic categories aren't added: `3.1` is a task field as well as a
/// category, and a scheme can't say which.
///
/// ```
/// use beleid::codes::{Tier, identify};
/// use beleid::{Budget, CostLine, Heading, Id, Identifier, IdentifierScheme, PolicyField};
///
/// let mut field = PolicyField::new(Heading::titled("Programma Mobiliteit"));
/// field.costs.push(CostLine::new(Id::new("c1")?, "Verkeer en vervoer"));
/// field.costs.push(CostLine::new(Id::new("c2")?, "Fietspaden"));
/// let mut budget = Budget { fields: vec![field], ..Budget::default() };
///
/// assert_eq!(identify(&mut budget, Tier::Municipality, 2026), 1);
/// let lines = &budget.fields[0].costs;
/// assert_eq!(lines[0].identifiers, [Identifier::new(IdentifierScheme::IV3, "2.1")]);
/// assert!(lines[1].identifiers.is_empty());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "coderen")]
pub fn identify(budget: &mut Budget, tier: Tier, year: u16) -> usize {
    let definitions = Definitions::of(tier, year);
    let mut added = 0;
    if let Some(definitions) = definitions {
        budget.for_each_field_mut(|field| {
            let around = of_heading(definitions, &field.heading);
            for line in &mut field.costs {
                let code = task_field(definitions, line).or(around).map(|entry| entry.code);
                added += add(&mut line.identifiers, IdentifierScheme::IV3, code);
            }
        });
    }
    for indicator in budget.all_indicators_mut() {
        let wanted = Wanted::new(&indicator.name);
        if tier == Tier::Municipality {
            let mandatory = mandatory_indicators().find(&indicator.name);
            let mandatory = mandatory.filter(|each| each.is_mandatory_in(year) != Some(false));
            let number = mandatory.map(|each| each.number.to_string());
            added += add(&mut indicator.identifiers, IdentifierScheme::BBV, number);
        }
        let entry = definitions.and_then(|definitions| {
            let key_figures = definitions.entries(List::KeyFigures);
            let mut all = key_figures.chain(definitions.entries(List::PolicyIndicators));
            all.find(|entry| wanted.is(entry.name) || wanted.is(without_unit(entry.name)))
        });
        let code = entry.map(|entry| entry.code);
        added += add(&mut indicator.identifiers, IdentifierScheme::IV3, code);
    }
    added
}

/// Adds a code, unless there is one of its scheme. How many were added.
fn add<C: Into<String>>(
    identifiers: &mut Vec<Identifier>,
    scheme: IdentifierScheme,
    code: Option<C>,
) -> usize {
    let has_one = identifiers.iter().any(|identifier| identifier.scheme == scheme);
    let Some(code) = code.filter(|_| !has_one) else { return 0 };
    identifiers.push(Identifier::new(scheme, code));
    1
}

/// The description of a policy indicator without its unit, which stands in parentheses at the end.
fn without_unit(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(bare, _)| bare)
}

/// The task field that a cost line is of, by its label or by a group around it.
pub(crate) fn task_field(definitions: Definitions, line: &CostLine) -> Option<Entry> {
    let own = match &line.code {
        Some(code) => by_both(definitions, code, &line.label),
        None => by_label(definitions, &line.label),
    };
    own.or_else(|| line.group.iter().rev().find_map(|group| by_text(definitions, group)))
}

/// The task field that a heading names by its code and its title.
pub(crate) fn of_heading(definitions: Definitions, heading: &Heading) -> Option<Entry> {
    let (code, title) = (heading.code.as_ref()?, heading.title.as_deref()?);
    by_both(definitions, code, title)
}

/// The task field with a code and a description.
fn by_both(definitions: Definitions, code: &Code, name: &str) -> Option<Entry> {
    let wanted = Wanted::new(name);
    let has_code = |entry: &Entry| entry.code.strip_suffix('.').unwrap_or(entry.code) == *code;
    definitions.entries(List::TaskFields).find(|entry| has_code(entry) && wanted.is(entry.name))
}

/// The task field whose description a label is, or its code and description. That of a group needs
/// both, since programmes are called *Onderwijs* too; a code alone may be of anything.
fn by_label(definitions: Definitions, label: &str) -> Option<Entry> {
    let wanted = Wanted::new(label);
    let found = definitions.find(List::TaskFields, label);
    let found = found.filter(|found| wanted.is(found.name) && !found.is_group);
    found.or_else(|| by_text(definitions, label))
}

/// The task field whose code and description a text is.
fn by_text(definitions: Definitions, text: &str) -> Option<Entry> {
    let (code, name) = text.trim().split_once(char::is_whitespace)?;
    let code: Code = code.trim_end_matches('.').parse().ok()?;
    by_both(definitions, &code, name)
}

/// The descriptions of the task fields, to hold many labels against.
pub(crate) fn task_field_names(definitions: Definitions) -> Names<Entry> {
    let leaves = definitions.entries(List::TaskFields).filter(|entry| !entry.is_group);
    Names::new(leaves.map(|entry| (entry.name, entry)))
}

/// The task field that a code and a label nearly are: the label has misprints at most, and a code is
/// the same or is written in another way. `None` if they are far from any, and if they are one.
pub(crate) fn nearly(names: &Names<Entry>, code: Option<&Code>, label: &str) -> Option<Entry> {
    let near = names.misprints(label).into_iter().filter_map(|(distance, entry)| {
        let code = match code {
            None => 0,
            Some(code) if entry.code == *code => 0,
            Some(code) => usize::from(is_alike(entry.code, code.as_str()).then_some(true)?),
        };
        (distance + code > 0).then_some((distance + code, entry))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, entry)| entry)
}

/// The nearest other year, the later of two, in which a code and a label are a task field. `None` if
/// there is none.
pub(crate) fn in_other_year(definitions: Definitions, code: &Code, label: &str) -> Option<u16> {
    let others = Definitions::all().filter(|other| {
        other.tier() == definitions.tier() && by_both(*other, code, label).is_some()
    });
    let years = others.map(Definitions::year).filter(|year| *year != definitions.year());
    years.min_by_key(|year| (year.abs_diff(definitions.year()), u16::MAX - year))
}

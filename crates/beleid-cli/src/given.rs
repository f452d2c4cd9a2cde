//! Directions and targets that are given beside documents that lack them. What a document says counts before them,
//! and what was given is marked wherever it is written.

use std::collections::{BTreeMap, HashMap, HashSet};

use beleid::{
    Basis, Budget, Dimension, Direction, Figure, Indicator, Language, Missing, Period, Place,
    Reader, Reason, Role, Value,
};
use clap::ArgMatches;

use crate::output::in_language;

/// What a figure says that was given.
const REMARK: &str = "given, not in the document";

/// What is given on the command line.
#[derive(Debug, Default)]
pub(crate) struct Given {
    /// Of the indicators with this name or id, or of all.
    directions: Vec<(Option<String>, Direction)>,
    /// The name or id of an indicator, and its target.
    targets: Vec<(String, Figure)>,
}

/// What was given and is used, and what of it the documents say themselves.
#[derive(Debug, Default)]
pub(crate) struct Supplied {
    language: Language,
    /// What was known of the direction of each slice before one was given.
    directions: HashMap<Place, Vec<(Vec<Dimension>, Basis)>>,
    targets: HashSet<Place>,
    /// A line for each thing that is used.
    pub(crate) used: Vec<String>,
    /// A line for each thing that isn't, since the document says something itself.
    pub(crate) unused: Vec<String>,
}

impl Given {
    /// What the options say. Targets are read as cells are.
    pub(crate) fn of(given: &ArgMatches, reader: &Reader) -> Result<Self, String> {
        let texts = |option| given.get_many::<String>(option).into_iter().flatten();
        let mut all = Given::default();
        for text in texts("direction") {
            let (name, direction) = match text.rsplit_once('=') {
                Some((name, direction)) => (Some(name.trim().to_owned()), direction),
                None => (None, text.as_str()),
            };
            let direction = direction
                .trim()
                .parse()
                .map_err(|error: beleid::Error| format!("--direction: {error}"))?;
            all.directions.push((name, direction));
        }
        for text in texts("target") {
            let Some((name, printed)) = text.split_once('=') else {
                return Err(format!("--target: {text} is not NAME=VALUE"));
            };
            let cell = reader.read_cell(printed.trim());
            let is_number = !matches!(cell.figure.value, Value::Text(_) | Value::Missing(_));
            if !is_number || !cell.findings.is_empty() {
                let why = cell.explain(Language::English);
                return Err(format!("--target: {printed} is no certain number: {why}"));
            }
            let mut figure = cell.figure;
            figure.role = Some(Role::Target);
            figure.remark = Some(REMARK.into());
            all.targets.push((name.trim().to_owned(), figure));
        }
        Ok(all)
    }

    /// Gives the indicators of a budget what they lack, and says so in a language.
    pub(crate) fn supply(
        &self,
        budget: &mut Budget,
        at: Period,
        language: Language,
    ) -> Result<Supplied, String> {
        let mut supplied = Supplied { language, ..Supplied::default() };
        self.supply_targets(budget, at, &mut supplied)?;
        self.supply_directions(budget, at, &mut supplied)?;
        Ok(supplied)
    }

    fn supply_targets(
        &self,
        budget: &mut Budget,
        at: Period,
        supplied: &mut Supplied,
    ) -> Result<(), String> {
        for (name, figure) in &self.targets {
            let named = budget.indicator_places().enumerate();
            let named: Vec<_> =
                named.filter(|(_, (_, indicator))| is_named(indicator, name)).collect();
            let (index, place, indicator) = match named.as_slice() {
                [(index, (place, indicator))] => (*index, place.clone(), *indicator),
                [] => return Err(format!("--target: no indicator has the name or id {name:?}")),
                several => {
                    let ids: Vec<_> =
                        several.iter().map(|(_, (_, one))| one.id.to_string()).collect();
                    return Err(format!(
                        "--target: several indicators have the name {name:?}: name one by its id ({})",
                        ids.join(", ")
                    ));
                }
            };
            if supplied.targets.contains(&place) {
                return Err(format!("--target: {} is given twice", shown(indicator)));
            }
            if let Some(own) = own_target(indicator, at) {
                supplied.unused.push(format!(
                    "--target {name}: not used, since the document has a target for {at}: {own}"
                ));
                continue;
            }
            let mut figure = figure.clone();
            figure.period = Some(at);
            let value = match &figure.unit {
                Some(unit) => figure.value.text_in(unit, supplied.language),
                None => figure.value.text(supplied.language),
            };
            supplied.used.push(in_language(
                supplied.language,
                format!("target {value} for {at}: {}", shown(indicator)),
                format!("doel {value} voor {at}: {}", shown(indicator)),
            ));
            supplied.targets.insert(place);
            if let Some(indicator) = budget.all_indicators_mut().nth(index) {
                indicator.figures.push(figure);
            }
        }
        Ok(())
    }

    fn supply_directions(
        &self,
        budget: &mut Budget,
        at: Period,
        supplied: &mut Supplied,
    ) -> Result<(), String> {
        if self.directions.is_empty() {
            return Ok(());
        }
        let mut is_found = vec![false; self.directions.len()];
        let mut of_all: BTreeMap<Direction, usize> = BTreeMap::new();
        let mut chosen: Vec<Option<Direction>> = Vec::new();
        for (place, indicator) in budget.indicator_places() {
            // One with a name counts before one for all, and a later one before an earlier one.
            let mut best: Option<(bool, Direction)> = None;
            for ((name, direction), is_found) in self.directions.iter().zip(&mut is_found) {
                let has_name = name.is_some();
                let is_meant = name.as_ref().is_none_or(|name| is_named(indicator, name));
                *is_found |= is_meant || !has_name;
                if is_meant && best.is_none_or(|(named, _)| has_name >= named) {
                    best = Some((has_name, *direction));
                }
            }
            let Some((has_name, direction)) = best else {
                chosen.push(None);
                continue;
            };
            let evaluations = indicator.evaluate(at);
            let known = evaluations.iter().find_map(|evaluation| evaluation.direction);
            let is_lacking = evaluations.iter().any(|one| one.direction_basis == Basis::Unknown);
            if !is_lacking || known.is_some_and(|known| known != direction) {
                if has_name && known != Some(direction) {
                    let known = known.map(|known| known.to_string()).unwrap_or_default();
                    supplied.unused.push(format!(
                        "--direction {direction}: not used for {}, since the document says: {known}",
                        shown(indicator)
                    ));
                }
                chosen.push(None);
                continue;
            }
            let before =
                evaluations.iter().map(|one| (one.dimensions.to_vec(), one.direction_basis));
            supplied.directions.insert(place, before.collect());
            chosen.push(Some(direction));
            if has_name {
                let direction = direction.text(supplied.language);
                supplied.used.push(format!("{direction}: {}", shown(indicator)));
            } else {
                *of_all.entry(direction).or_default() += 1;
            }
        }
        for ((name, _), is_found) in self.directions.iter().zip(is_found) {
            if let Some(name) = name.as_ref().filter(|_| !is_found) {
                return Err(format!("--direction: no indicator has the name or id {name:?}"));
            }
        }
        for (direction, count) in of_all {
            let ending = |one, several| if count == 1 { one } else { several };
            let text = direction.text(supplied.language);
            supplied.used.push(in_language(
                supplied.language,
                format!("{text}: {count} indicator{} no direction", ending(" with", "s with")),
                format!("{text}: {count} indicator{} zonder richting", ending("", "en")),
            ));
        }
        for (indicator, direction) in budget.all_indicators_mut().zip(chosen) {
            if direction.is_some() {
                indicator.direction = direction;
            }
        }
        Ok(())
    }
}

impl Supplied {
    /// What the direction of a slice comes from, where the library takes it from the model.
    pub(crate) fn basis(&self, place: &Place, dimensions: &[Dimension], by_model: Basis) -> Basis {
        let Some(slices) = self.directions.get(place) else { return by_model };
        let before = slices.iter().find(|(slice, _)| slice.as_slice() == dimensions);
        match before.map(|(_, basis)| *basis) {
            Some(Basis::Unknown) | None => Basis::Given,
            Some(known) => known,
        }
    }

    /// Whether a target of an evaluation was given.
    pub(crate) fn is_target(&self, place: &Place, target: Option<&Figure>) -> bool {
        self.targets.contains(place)
            && target.is_some_and(|target| target.remark.as_deref() == Some(REMARK))
    }

    /// What of an answer was given, by the names of its keys.
    pub(crate) fn keys(
        &self,
        place: &Place,
        basis: Basis,
        target: Option<&Figure>,
    ) -> Vec<&'static str> {
        let direction = (basis == Basis::Given).then_some("direction");
        let target = self.is_target(place, target).then_some("target");
        direction.into_iter().chain(target).collect()
    }
}

/// The target that a document has for a period itself, or that counts for it; `None` if it lacks one.
fn own_target(indicator: &Indicator, at: Period) -> Option<String> {
    let is_not_applicable = |figure: &&Figure| {
        figure.period == Some(at)
            && figure.dimensions.is_empty()
            && matches!(figure.role, Some(Role::Target | Role::Norm))
            && figure.value == Value::Missing(Missing::NotApplicable)
    };
    if let Some(none) = indicator.figures.iter().find(is_not_applicable) {
        return Some(none.value.to_string());
    }
    let evaluations = indicator.evaluate(at);
    let whole = evaluations.iter().find(|evaluation| evaluation.dimensions.is_empty())?;
    let is_due = whole.reason != Some(Reason::NotDueYet);
    whole.target.filter(|_| is_due).map(|target| target.value.to_string())
}

/// Whether an indicator is meant: by its id, or by its name, in which capitals and spaces make no difference.
fn is_named(indicator: &Indicator, name: &str) -> bool {
    let words =
        |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    indicator.id.as_str() == name || words(&indicator.name) == words(name)
}

fn shown(indicator: &Indicator) -> String {
    format!("{} ({})", indicator.name, indicator.id)
}

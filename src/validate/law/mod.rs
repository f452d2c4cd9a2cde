//! What the law asks of the budget of a municipality, and lines that are nearly a task field: rules that are
//! off until a profile switches them on.
//!
//! `amounts` holds the rules about years and reserves, `names` those about indicators, key figures
//! and task fields, and `structural` the one about the structural balance. What can't be checked is a
//! finding of the same rule, with the reason.

mod amounts;
mod names;
mod structural;

use super::Findings;
use super::outline::Outline;
use crate::codes::Tier;
use crate::findings::argument::Unchecked;
use crate::findings::place::Place;
use crate::findings::rule::{Message, Rule};
use crate::leaves::period::{Period, PeriodKind};
use crate::leaves::role::Role;
use crate::leaves::terms::{EditionKind, OrganisationKind};
use crate::model::budget::Budget;
use crate::model::cost::{CostLine, Flow, Reserves};
use crate::model::figure::Figure;

/// What looks for the findings of one of the rules.
type Check = fn(&Document, &Outline<'_>, &mut Findings<'_>);

pub(super) fn check(budget: &Budget, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let document = Document::new(budget);
    let checks: [(Rule, Check); 8] = [
        (Rule::PriorFiguresMissing, amounts::prior_figures),
        (Rule::EstimatesMissing, amounts::estimates),
        (Rule::PolicyIndicatorMissing, names::policy_indicators),
        (Rule::KeyFigureMissing, names::key_figures),
        (Rule::TaskFieldMissing, names::task_fields),
        (Rule::StructuralBalance, structural::balance),
        (Rule::ReservesMissing, amounts::reserves),
        (Rule::NearlyTaskField, names::nearly_task_fields),
    ];
    for (rule, check) in checks {
        let is_asked = rule == Rule::NearlyTaskField || !document.is_of_other_kind;
        if is_asked && findings.rules.severity(rule).is_some() {
            check(&document, outline, findings);
        }
    }
}

/// What the rules ask about the document as a whole.
struct Document {
    /// The year that it is for. `None` if it isn't for a year, or doesn't say.
    year: Option<u16>,
    /// Whether it is a budget; `None` if it doesn't say.
    is_budget: Option<bool>,
    /// Whether it is of a kind that the law asks nothing of: neither a budget nor accounts.
    is_of_other_kind: bool,
    /// The tier that its organisation is of. A municipality if nothing is said, since the profile is for
    /// these; `None` if it is of another kind than the lists are for.
    tier: Option<Tier>,
}

impl Document {
    fn new(budget: &Budget) -> Self {
        let year = budget.edition.period.filter(|period| period.kind() == PeriodKind::Year);
        let kind = budget.organisation.as_ref().and_then(|organisation| organisation.kind.as_ref());
        let tier = match kind {
            None => Some(Tier::Municipality),
            Some(kind) if *kind == OrganisationKind::MUNICIPALITY => Some(Tier::Municipality),
            Some(kind) if *kind == OrganisationKind::PROVINCE => Some(Tier::Province),
            Some(_) => None,
        };
        let edition = budget.edition.kind.as_ref();
        let is_asked = [EditionKind::BUDGET, EditionKind::ANNUAL_REPORT];
        Document {
            year: year.map(Period::first_year),
            is_budget: edition.map(|kind| *kind == EditionKind::BUDGET),
            is_of_other_kind: edition.is_some_and(|kind| !is_asked.contains(kind)),
            tier,
        }
    }

    /// The year of a budget of a municipality. `Err` with the reason if that isn't known, and without
    /// one if the document isn't a budget, of which these rules ask nothing.
    fn budget_year(&self) -> Result<u16, Option<Unchecked>> {
        match self.is_budget {
            Some(true) => self.year_of_municipality().map_err(Some),
            Some(false) => Err(None),
            None => Err(Some(Unchecked::NoKind)),
        }
    }

    /// The year of a document of a municipality.
    fn year_of_municipality(&self) -> Result<u16, Unchecked> {
        if self.tier != Some(Tier::Municipality) {
            return Err(Unchecked::OtherOrganisation);
        }
        self.year.ok_or(Unchecked::NoYear)
    }
}

impl Findings<'_> {
    /// Reports something about the document as a whole.
    fn report_of_document(&mut self, what: Message) {
        self.report(Place::default(), what);
    }
}

/// Whether a line has expenses or income, and none of reserves.
fn is_ordinary(line: &CostLine) -> bool {
    matches!(line.flow, Some(Flow::Expenses | Flow::Income))
        && line.reserves != Some(Reserves::Only)
}

/// Whether a line has an amount for a year in one of some roles. An amount without a role may have
/// any.
fn has_amount(line: &CostLine, year: u16, roles: &[Role]) -> bool {
    line.figures.iter().any(|figure| is_of(figure, year, roles))
}

fn is_of(figure: &Figure, year: u16, roles: &[Role]) -> bool {
    let is_of_year =
        |period: Period| period.kind() == PeriodKind::Year && period.first_year() == year;
    figure.period.is_some_and(is_of_year) && figure.role.is_none_or(|role| roles.contains(&role))
}

/// The roles of what is planned.
const PLANNED: [Role; 4] = [Role::Budgeted, Role::Amended, Role::Expected, Role::Target];

//! What a delivery and the model have in common: whose it is, and the times of its figures.

use chrono::NaiveDate;

use crate::codes::{Definitions, List, Tier};
use crate::iv3::delivery::{DeliveryPeriod, DeliveryStatus, Metadata};
use crate::leaves::identifier::{Identifier, IdentifierScheme};
use crate::leaves::period::{Period, PeriodKind};
use crate::leaves::role::{Role, Status, Statuses};
use crate::leaves::terms::{EditionKind, OrganisationKind};
use crate::model::budget::{Budget, Edition, Organisation};
use crate::model::field::Heading;
use crate::model::figure::Figure;

/// The titles of the fields that aren't main task fields: they are as Dutch as the official lists.
pub(super) const BALANCE: &str = "Balans";
pub(super) const KEY_FIGURES: &str = "Financiële kengetallen";
pub(super) const POLICY_INDICATORS: &str = "Beleidsindicatoren";

/// The year of an edition as a period.
pub(super) fn year_of(metadata: &Metadata) -> Option<Period> {
    metadata.year.and_then(|year| Period::year(year).ok())
}

/// Which publication a delivery is. A quarter is the period of the edition itself. Amounts that are
/// realised up to an unknown day are those of an interim report, not of the accounts of the year.
pub(super) fn edition(metadata: &Metadata) -> Edition {
    let kind = metadata.status.map(|status| match (status, metadata.period) {
        (DeliveryStatus::Budget, _) => EditionKind::BUDGET,
        (DeliveryStatus::Realised, Some(DeliveryPeriod::Budget | DeliveryPeriod::Year)) => {
            EditionKind::ANNUAL_REPORT
        }
        (DeliveryStatus::Realised, _) => EditionKind::INTERIM_REPORT,
    });
    let quarter = metadata.period.and_then(DeliveryPeriod::quarter);
    let period = match (metadata.year, quarter) {
        (Some(year), Some(quarter)) => Period::quarter(year, quarter).ok(),
        _ => year_of(metadata),
    };
    Edition::new(kind, period)
}

/// Whose delivery it is. `None` if the metadata name no body in any way.
pub(super) fn organisation(metadata: &Metadata) -> Option<Organisation> {
    let Metadata { tier, number, name, .. } = metadata;
    let name = name.as_deref().unwrap_or_default();
    if tier.is_none() && number.is_none() && name.is_empty() {
        return None;
    }
    let identifiers = number.iter().map(|code| Identifier::new(IdentifierScheme::IV3, &**code));
    Some(Organisation {
        name: name.to_owned(),
        kind: tier.map(|tier| match tier {
            Tier::Municipality => OrganisationKind::MUNICIPALITY,
            Tier::Province => OrganisationKind::PROVINCE,
            Tier::JointBody => OrganisationKind::JOINT_BODY,
        }),
        identifiers: identifiers.collect(),
    })
}

/// The metadata that a budget says.
pub(super) fn metadata(budget: &Budget) -> Metadata {
    let edition = &budget.edition;
    let status = edition.kind.as_ref().and_then(|kind| match kind {
        kind if *kind == EditionKind::BUDGET => Some(DeliveryStatus::Budget),
        kind if *kind == EditionKind::ANNUAL_REPORT || *kind == EditionKind::INTERIM_REPORT => {
            Some(DeliveryStatus::Realised)
        }
        _ => None,
    });
    let is_interim = edition.kind == Some(EditionKind::INTERIM_REPORT);
    let quarter = edition.period.and_then(quarter_of);
    let period = match (quarter, status) {
        (Some(quarter), _) => DeliveryPeriod::of_number(quarter),
        (None, Some(DeliveryStatus::Budget)) => Some(DeliveryPeriod::Budget),
        (None, Some(DeliveryStatus::Realised)) if !is_interim => Some(DeliveryPeriod::Year),
        (None, _) => None,
    };
    let year = edition
        .period
        .filter(|period| matches!(period.kind(), PeriodKind::Year | PeriodKind::Quarter));
    let organisation = budget.organisation.as_ref();
    let number = organisation.and_then(|organisation| {
        let mut own = organisation.identifiers.iter();
        own.find(|identifier| identifier.scheme == IdentifierScheme::IV3)
    });
    let kind = organisation.and_then(|organisation| organisation.kind.as_ref());
    let name = organisation.map(|organisation| &*organisation.name);
    Metadata {
        tier: kind.and_then(|kind| match kind {
            kind if *kind == OrganisationKind::MUNICIPALITY => Some(Tier::Municipality),
            kind if *kind == OrganisationKind::PROVINCE => Some(Tier::Province),
            kind if *kind == OrganisationKind::JOINT_BODY => Some(Tier::JointBody),
            _ => None,
        }),
        number: number.map(|identifier| identifier.code.clone()),
        name: name.filter(|name| !name.is_empty()).map(str::to_owned),
        year: year.map(Period::first_year),
        period,
        status,
        ..Metadata::default()
    }
}

/// The quarter that a period is.
fn quarter_of(period: Period) -> Option<u8> {
    (1..=4).find(|quarter| Period::quarter(period.first_year(), *quarter) == Ok(period))
}

/// When the amounts of a delivery are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) period: Option<Period>,
    pub(super) role: Option<Role>,
    /// The quarter up to whose end they run, from 1 January.
    dated: Option<Period>,
}

impl Time {
    pub(super) fn of(metadata: &Metadata) -> Self {
        let quarter = metadata.period.and_then(DeliveryPeriod::quarter);
        let dated = metadata.year.zip(quarter);
        Time {
            period: year_of(metadata),
            role: metadata.status.map(|status| match status {
                DeliveryStatus::Budget => Role::Budgeted,
                DeliveryStatus::Realised => Role::Realised,
            }),
            dated: dated.and_then(|(year, quarter)| Period::quarter(year, quarter).ok()),
        }
    }

    /// Sets the time of a figure. The amounts of a quarter are those of the year so far: a part of
    /// it, or all of it before the accounts are closed.
    pub(super) fn set(self, figure: &mut Figure) {
        figure.period = self.period;
        figure.role = self.role;
        figure.dated = self.dated;
        figure.status = self.status();
    }

    pub(super) fn status(self) -> Statuses {
        match self.dated.and_then(quarter_of) {
            None => Statuses::NONE,
            Some(4) => Status::Provisional.into(),
            Some(_) => Status::Partial.into(),
        }
    }

    /// Whether a figure is of this time.
    pub(super) fn is_of(self, figure: &Figure) -> bool {
        (figure.period, figure.role, figure.dated) == (self.period, self.role, self.dated)
    }
}

/// The day that the code of a moment means. `None` if it isn't understood.
pub(super) fn day_of(moment: &str, metadata: &Metadata) -> Option<Period> {
    let year = i32::from(metadata.year?);
    let day = match moment {
        "1 januari" => NaiveDate::from_ymd_opt(year, 1, 1)?,
        "ultimo" => match metadata.period.and_then(DeliveryPeriod::quarter) {
            Some(1) => NaiveDate::from_ymd_opt(year, 3, 31)?,
            Some(2) => NaiveDate::from_ymd_opt(year, 6, 30)?,
            Some(3) => NaiveDate::from_ymd_opt(year, 9, 30)?,
            _ => NaiveDate::from_ymd_opt(year, 12, 31)?,
        },
        date => {
            let mut parts = date.splitn(3, '-');
            let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            NaiveDate::from_ymd_opt(parts.next()?.parse().ok()?, month, day)?
        }
    };
    Period::day(day).ok()
}

/// The code of the moment that a day is.
pub(super) fn moment_of(day: Period, metadata: &Metadata) -> Option<&'static str> {
    ["1 januari", "ultimo"].into_iter().find(|moment| day_of(moment, metadata) == Some(day))
}

/// The year and the role of a reporting period: `Rek_2024`, `Beg_2026`, `MJR_2027`. `None` if it has
/// another form, or isn't the way in which these are written for the book year.
pub(super) fn reporting_time(text: &str, metadata: &Metadata) -> Option<(Period, Role)> {
    let (word, year) = text.split_once('_')?;
    let role = match word {
        "Rek" => Role::Realised,
        "Beg" | "MJR" => Role::Budgeted,
        _ => return None,
    };
    let year = Period::year(year.parse().ok()?).ok()?;
    (reporting_period(year, role, metadata).as_deref() == Some(text)).then_some((year, role))
}

/// How a reporting period is written: budgets of years after the book year are estimates.
pub(super) fn reporting_period(year: Period, role: Role, metadata: &Metadata) -> Option<String> {
    if year.kind() != PeriodKind::Year {
        return None;
    }
    let number = year.first_year();
    let word = match role {
        Role::Realised => "Rek",
        Role::Budgeted if metadata.year.is_some_and(|own| number > own) => "MJR",
        Role::Budgeted => "Beg",
        _ => return None,
    };
    Some(format!("{word}_{number:04}"))
}

/// The definitions of the tier and the year, if they are at hand.
pub(super) fn definitions(metadata: &Metadata) -> Option<Definitions> {
    Definitions::of(metadata.tier?, metadata.year?)
}

/// The description of a code in a list. `None` if the list doesn't have it.
pub(super) fn name_of(
    definitions: Option<Definitions>,
    list: List,
    code: &str,
) -> Option<&'static str> {
    let mut entries = definitions?.entries(list);
    entries.find(|entry| entry.code == code).map(|entry| entry.name)
}

/// The heading of the main task field of a task field: the code up to its first point.
pub(super) fn heading_of(definitions: Option<Definitions>, task_field: &str) -> Heading {
    let main = task_field.split('.').next().unwrap_or(task_field);
    let title = name_of(definitions, List::TaskFields, &format!("{main}."));
    let mut heading = Heading::titled(title.unwrap_or(main));
    heading.code = main.parse().ok();
    heading
}

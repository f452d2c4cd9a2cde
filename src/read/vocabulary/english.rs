//! The words of English documents, for plans and accounts.

use super::{Column, Question};
use crate::leaves::role::Role;
use crate::leaves::terms::{EditionKind, IndicatorKind, Level};
use crate::leaves::value::Missing;

/// The headers of columns, without their period.
pub(super) const HEADERS: &[(&str, Column)] = &[
    ("actual", Column::Figures(Role::Realised)),
    ("actuals", Column::Figures(Role::Realised)),
    ("achieved", Column::Figures(Role::Realised)),
    ("outturn", Column::Figures(Role::Realised)),
    ("outcome", Column::Figures(Role::Realised)),
    ("realised", Column::Figures(Role::Realised)),
    ("result", Column::Figures(Role::Realised)),
    ("budget", Column::Figures(Role::Budgeted)),
    ("budgeted", Column::Figures(Role::Budgeted)),
    ("planned", Column::Figures(Role::Budgeted)),
    ("originalbudget", Column::Figures(Role::Budgeted)),
    ("amendedbudget", Column::Figures(Role::Amended)),
    ("revisedbudget", Column::Figures(Role::Amended)),
    ("forecast", Column::Figures(Role::Expected)),
    ("expected", Column::Figures(Role::Expected)),
    ("projection", Column::Figures(Role::Expected)),
    ("target", Column::Figures(Role::Target)),
    ("goal", Column::Figures(Role::Target)),
    ("ambition", Column::Figures(Role::Target)),
    ("baseline", Column::Figures(Role::Baseline)),
    ("difference", Column::Figures(Role::Difference)),
    ("variance", Column::Figures(Role::Difference)),
    ("year", Column::Period),
    ("period", Column::Period),
    ("source", Column::Attribute),
    ("unit", Column::Attribute),
    ("frequency", Column::Attribute),
    ("owner", Column::Attribute),
    ("status", Column::Attribute),
    ("notes", Column::Attribute),
    ("comment", Column::Attribute),
    ("comments", Column::Attribute),
    ("indicator", Column::Label),
    ("description", Column::Label),
    ("measure", Column::Label),
];

/// The questions that open the parts of a field, without their year.
pub(super) const QUESTIONS: &[(&str, Question)] = &[
    ("where do we stand", Question::Situation),
    ("current situation", Question::Situation),
    ("what do we want to achieve", Question::Goals),
    ("what did we want to achieve", Question::Goals),
    ("goals", Question::Goals),
    ("objectives", Question::Goals),
    ("what will we do", Question::Actions),
    ("what are we going to do", Question::Actions),
    ("what did we do", Question::Actions),
    ("actions", Question::Actions),
    ("activities", Question::Actions),
    ("what have we achieved", Question::Results),
    ("results", Question::Results),
    ("achievements", Question::Results),
    ("what may it cost", Question::Costs),
    ("what will it cost", Question::Costs),
    ("what did it cost", Question::Costs),
    ("costs", Question::Costs),
    ("relevant developments", Question::Other),
];

/// The headings of tables of indicators.
pub(super) const TABLES: &[(&str, Option<IndicatorKind>)] = &[
    ("performanceindicators", Some(IndicatorKind::PERFORMANCE)),
    ("performanceindicator", Some(IndicatorKind::PERFORMANCE)),
    ("outcomeindicators", Some(IndicatorKind::EFFECT)),
    ("impactindicators", Some(IndicatorKind::EFFECT)),
    ("statutoryindicators", Some(IndicatorKind::STATUTORY)),
    ("keyfigures", Some(IndicatorKind::KEY_FIGURE)),
    ("indicators", None),
];

/// The kinds of publication, by the word before the year of their title.
pub(super) const EDITIONS: &[(&str, EditionKind)] = &[
    ("budget", EditionKind::BUDGET),
    ("accounts", EditionKind::ANNUAL_REPORT),
    ("report", EditionKind::ANNUAL_REPORT),
];

/// The words before the code of a field.
pub(super) const LEVELS: &[(&str, Option<Level>)] = &[
    ("programme", Some(Level::PROGRAMME)),
    ("subprogramme", Some(Level::SUBPROGRAMME)),
    ("chapter", None),
    ("theme", None),
];

/// The words before the number of a goal.
pub(super) const GOALS: &[&str] = &["goal", "objective"];

/// The words for a figure that isn't there.
pub(super) const MISSING: &[(&str, Missing)] = &[
    ("na", Missing::NotAvailable),
    ("notavailable", Missing::NotAvailable),
    ("unknown", Missing::NotAvailable),
    ("tbd", Missing::NotYetKnown),
    ("tbc", Missing::NotYetKnown),
    ("tobedetermined", Missing::NotYetKnown),
    ("notyetknown", Missing::NotYetKnown),
    ("notapplicable", Missing::NotApplicable),
    ("notmeasured", Missing::NotMeasured),
];

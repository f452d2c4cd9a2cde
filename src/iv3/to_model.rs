//! From a delivery to a budget.

use std::collections::HashMap;

use crate::codes::{Definitions, List};
use crate::findings::argument::Quote;
use crate::iv3::delivery::{Contact, Delivery, Entry, KeyFigure, Metadata};
use crate::iv3::loss::{Loss, LossKind, escaped, lost_metadata};
use crate::iv3::model::{
    BALANCE, KEY_FIGURES, POLICY_INDICATORS, Time, day_of, definitions, edition, heading_of,
    metadata, name_of, organisation, reporting_time,
};
use crate::iv3::part::DeliveryPart;
use crate::leaves::dimension::{Dimension, DimensionName};
use crate::leaves::id::Id;
use crate::leaves::identifier::{Identifier, IdentifierScheme};
use crate::leaves::number::Number;
use crate::leaves::terms::IndicatorKind;
use crate::leaves::value::{Missing, Value};
use crate::model::budget::Budget;
use crate::model::cost::{CostLine, Flow, KnownSign, Reserves, Sign, SignEvidence, Signs};
use crate::model::field::{Heading, PolicyField};
use crate::model::figure::{Cell, Figure};
use crate::model::indicator::Indicator;

/// How the lists call the task field of movements in the reserves.
const RESERVES: &str = "Mutaties reserves";

impl Delivery {
    /// The delivery as a budget, and what was lost on the way.
    ///
    /// - The edition has its kind by the status and the period: budget, annual report, or for a
    ///   quarter interim report; its period is the book year or the quarter.
    /// - Each main task field is a [`PolicyField`](crate::PolicyField). Each task field is a
    ///   [`CostLine`](crate::CostLine) for its expenses and one for its income, with its code as
    ///   [`IdentifierScheme::IV3`](crate::IdentifierScheme::IV3). Each entry is a figure with the
    ///   category as [`DimensionName::ECONOMIC_CATEGORY`](crate::DimensionName::ECONOMIC_CATEGORY).
    ///   Labels and titles are those of the lists of the book year, or else the codes.
    /// - Items of the balance sheet are lines of a field *Balans*, with their code as
    ///   [`IdentifierScheme::IV3_BALANCE`](crate::IdentifierScheme::IV3_BALANCE). A line of
    ///   positions has no flow; its figures are of a day, with the moment as
    ///   [`DimensionName::BALANCE_MOMENT`](crate::DimensionName::BALANCE_MOMENT).
    /// - Key figures and policy indicators are indicators of fields of their own, with a figure for
    ///   each reporting period: `Rek` is realised, `Beg` and `MJR` are budgeted.
    /// - The amounts of a quarter are of the year, dated to that quarter, and have the status
    ///   partial; those of the fourth quarter have the status provisional.
    ///
    /// The contact, the remarks, details, the rest of the metadata, and the order of entries that
    /// aren't grouped by row are lost. [`from_budget`](Self::from_budget) makes the same delivery
    /// again but for what the losses say.
    ///
    /// ```
    /// use beleid::codes::Tier;
    /// use beleid::iv3::{Delivery, DeliveryPeriod, DeliveryStatus, Entry, Metadata};
    /// use beleid::{Flow, Role};
    ///
    /// let metadata = Metadata {
    ///     tier: Some(Tier::Municipality),
    ///     name: Some("Groningen".to_owned()),
    ///     year: Some(2026),
    ///     period: Some(DeliveryPeriod::Budget),
    ///     status: Some(DeliveryStatus::Budget),
    ///     ..Metadata::default()
    /// };
    /// let mut delivery = Delivery { metadata, ..Delivery::default() };
    /// delivery.data.expenses.push(Entry::new("5.6", "4.2", 1_250_000));
    ///
    /// let (budget, losses) = delivery.to_budget();
    /// assert!(losses.is_empty());
    /// let field = &budget.fields[0];
    /// assert_eq!(field.heading.code, Some("5".parse()?));
    /// let line = &field.costs[0];
    /// assert_eq!((&*line.label, line.flow), ("Media", Some(Flow::Expenses)));
    /// assert_eq!(line.figures[0].role, Some(Role::Budgeted));
    /// assert_eq!(line.figures[0].dimensions[0].value(), "4.2");
    ///
    /// let (back, losses) = Delivery::from_budget(&budget);
    /// assert_eq!((back, losses.len()), (delivery, 0));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "begroting")]
    pub fn to_budget(&self) -> (Budget, Vec<Loss>) {
        let mut budget = Budget::new(edition(&self.metadata));
        budget.organisation = organisation(&self.metadata);
        let mut losses = Vec::new();
        lost_metadata(&self.metadata, &metadata(&budget), &mut losses);
        for (key, value) in Contact::KEYS.into_iter().zip(self.contact.values()) {
            if let Some(text) = value {
                losses.push(Loss::new(LossKind::Contact, format!("/contact/{key}"), text));
            }
        }
        for (index, remark) in self.remarks.iter().enumerate() {
            let place = format!("/opmerkingen/{index}");
            losses.push(Loss::new(LossKind::Remark, place, &*remark.text));
        }
        let mut builder = Builder {
            definitions: definitions(&self.metadata),
            metadata: &self.metadata,
            time: Time::of(&self.metadata),
            fields: Vec::new(),
            by_title: HashMap::new(),
            lines: HashMap::new(),
            ids: 0,
            losses,
        };
        for part in DeliveryPart::OF_ENTRIES {
            builder.entries(part, self.data.entries(part));
        }
        for part in [DeliveryPart::KeyFigures, DeliveryPart::PolicyIndicators] {
            builder.key_figures(part, self.data.figures(part));
        }
        let Builder { fields, mut losses, .. } = builder;
        for part in DeliveryPart::ALL {
            let order = fields.iter().flat_map(|field| field.order(*part));
            if !order.is_sorted() {
                losses.push(Loss::new(LossKind::Order, format!("/data/{part}"), ""));
            }
        }
        budget.fields = fields.into_iter().map(|field| field.field).collect();
        (budget, losses)
    }
}

/// A field, and from which entries its figures came: part, line or indicator, and index.
struct Made {
    field: PolicyField,
    costs: Vec<(DeliveryPart, Vec<usize>)>,
    indicators: Vec<(DeliveryPart, Vec<usize>)>,
}

impl Made {
    /// The entries of a part in the order of the figures that were made of them.
    fn order(&self, of: DeliveryPart) -> impl Iterator<Item = usize> {
        let all = self.costs.iter().chain(&self.indicators);
        all.filter(move |(part, _)| *part == of).flat_map(|(_, indices)| indices.iter().copied())
    }
}

struct Builder<'d> {
    definitions: Option<Definitions>,
    metadata: &'d Metadata,
    time: Time,
    fields: Vec<Made>,
    by_title: HashMap<String, usize>,
    /// The field of a row of a part, and its line or indicator in that.
    lines: HashMap<(DeliveryPart, &'d str), (usize, usize)>,
    ids: usize,
    losses: Vec<Loss>,
}

impl<'d> Builder<'d> {
    fn lose(&mut self, kind: LossKind, place: String, what: impl Into<Quote>) {
        self.losses.push(Loss::new(kind, place, what));
    }

    /// The index of the field with a heading.
    fn field(&mut self, key: &str, heading: impl FnOnce() -> Heading) -> usize {
        if let Some(index) = self.by_title.get(key) {
            return *index;
        }
        let index = self.fields.len();
        let field = PolicyField::new(heading());
        self.fields.push(Made { field, costs: Vec::new(), indicators: Vec::new() });
        self.by_title.insert(key.to_owned(), index);
        index
    }

    /// A new id. All of them are of the same form, so it always is one.
    fn id(&mut self, letter: char) -> Option<Id> {
        self.ids += 1;
        Id::new(format!("{letter}{}", self.ids)).ok()
    }

    fn entries(&mut self, part: DeliveryPart, entries: &'d [Entry]) {
        for (index, entry) in entries.iter().enumerate() {
            let place = format!("/data/{part}/{index}");
            let is_position = part == DeliveryPart::BalancePositions;
            let dimension = if is_position {
                DimensionName::BALANCE_MOMENT
            } else {
                DimensionName::ECONOMIC_CATEGORY
            };
            let dimension = Dimension::new(dimension, &*entry.column);
            let (Ok(dimension), Some((field, line))) = (dimension, self.line(part, &entry.row))
            else {
                self.lose(LossKind::Unprintable, place, &*entry.row);
                continue;
            };
            for further in &entry.further {
                let place = format!("{place}/{}", escaped(further.key()));
                self.lose(LossKind::Further, place, further.json());
            }
            let mut figure = Figure::new(None, self.time.role, entry.amount);
            if is_position {
                figure.period = day_of(&entry.column, self.metadata);
            } else {
                self.time.set(&mut figure);
            }
            figure.dimensions.push(dimension);
            if let Some(made) = self.fields.get_mut(field)
                && let Some(costs) = made.field.costs.get_mut(line)
                && let Some((_, order)) = made.costs.get_mut(line)
            {
                costs.figures.push(figure);
                order.push(index);
            }
        }
    }

    /// The field and the line of a row. `None` if its code can't be that of a line.
    fn line(&mut self, part: DeliveryPart, row: &'d str) -> Option<(usize, usize)> {
        if let Some(found) = self.lines.get(&(part, row)) {
            return Some(*found);
        }
        // A code that a label can't hold is none that a reader can see.
        Dimension::new(DimensionName::ECONOMIC_CATEGORY, row).ok()?;
        let definitions = self.definitions;
        let is_task_field = matches!(part, DeliveryPart::Expenses | DeliveryPart::Income);
        let (list, scheme, field) = if is_task_field {
            let main = row.split('.').next().unwrap_or(row);
            let field = self.field(&format!("task field {main}"), || heading_of(definitions, row));
            (List::TaskFields, IdentifierScheme::IV3, field)
        } else {
            let field = self.field(BALANCE, || Heading::titled(BALANCE));
            (List::BalanceCodes, IdentifierScheme::IV3_BALANCE, field)
        };
        let name = name_of(definitions, list, row);
        let mut line = CostLine::new(self.id('c')?, name.unwrap_or(row));
        line.identifiers.push(Identifier::new(scheme, row));
        line.code = row.parse().ok();
        line.flow = match part {
            DeliveryPart::Expenses | DeliveryPart::BalanceExpenses => Some(Flow::Expenses),
            DeliveryPart::Income | DeliveryPart::BalanceIncome => Some(Flow::Income),
            _ => None,
        };
        line.reserves = (name == Some(RESERVES)).then_some(Reserves::Only);
        // Both are written without a sign.
        let plus = Some(KnownSign { sign: Sign::Plus, by: SignEvidence::Words });
        line.signs = line.flow.map(|_| Signs { expenses: plus, income: plus, surplus: None });
        let made = self.fields.get_mut(field)?;
        let index = made.field.costs.len();
        made.field.costs.push(line);
        made.costs.push((part, Vec::new()));
        self.lines.insert((part, row), (field, index));
        Some((field, index))
    }

    fn key_figures(&mut self, part: DeliveryPart, figures: &'d [KeyFigure]) {
        for (index, entry) in figures.iter().enumerate() {
            let place = format!("/data/{part}/{index}");
            let Some((period, role)) = reporting_time(&entry.period, self.metadata) else {
                self.lose(LossKind::ReportingPeriod, place, &*entry.period);
                continue;
            };
            let Some((field, indicator)) = self.indicator(part, &entry.code) else {
                self.lose(LossKind::Unprintable, place, &*entry.code);
                continue;
            };
            let mut figure = Figure::new(period, role, value_of(&entry.value));
            figure.cell = Some(Cell::new(&*entry.value));
            if let Some(made) = self.fields.get_mut(field)
                && let Some(indicator_of) = made.field.indicators.get_mut(indicator)
                && let Some((_, order)) = made.indicators.get_mut(indicator)
            {
                indicator_of.figures.push(figure);
                order.push(index);
            }
        }
    }

    /// The field and the indicator of a code. `None` if it can't be that of an indicator.
    fn indicator(&mut self, part: DeliveryPart, code: &'d str) -> Option<(usize, usize)> {
        if let Some(found) = self.lines.get(&(part, code)) {
            return Some(*found);
        }
        Dimension::new(DimensionName::ECONOMIC_CATEGORY, code).ok()?;
        let (list, title, kind) = match part {
            DeliveryPart::PolicyIndicators => {
                (List::PolicyIndicators, POLICY_INDICATORS, IndicatorKind::STATUTORY)
            }
            _ => (List::KeyFigures, KEY_FIGURES, IndicatorKind::KEY_FIGURE),
        };
        let field = self.field(title, || Heading::titled(title));
        let name = name_of(self.definitions, list, code).unwrap_or(code);
        let mut indicator = Indicator::new(self.id('i')?, name);
        indicator.identifiers.push(Identifier::new(IdentifierScheme::IV3, code));
        indicator.kind = Some(kind);
        let made = self.fields.get_mut(field)?;
        let index = made.field.indicators.len();
        made.field.indicators.push(indicator);
        made.indicators.push((part, Vec::new()));
        self.lines.insert((part, code), (field, index));
        Some((field, index))
    }
}

/// The value of a key figure: a number with a point or a comma, nothing, or else a text. A percent
/// sign is left to the printed text, since the schema doesn't say the unit.
fn value_of(text: &str) -> Value {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Missing::Blank.into();
    }
    let number = trimmed.parse::<Number>().ok().or_else(|| {
        let is_decimal = !trimmed.contains('.');
        is_decimal.then(|| trimmed.replacen(',', ".", 1).parse().ok()).flatten()
    });
    number.map_or_else(|| Value::Text(trimmed.to_owned()), Value::Exact)
}

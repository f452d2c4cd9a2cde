//! From a budget to a delivery.

use crate::findings::argument::Quote;
use crate::findings::place::{Part, Place};
use crate::iv3::delivery::{Delivery, Entry, KeyFigure, Metadata};
use crate::iv3::loss::{Loss, LossKind};
use crate::iv3::model::{
    BALANCE, KEY_FIGURES, POLICY_INDICATORS, Time, definitions, edition, heading_of, metadata,
    moment_of, organisation, reporting_period,
};
use crate::iv3::part::DeliveryPart;
use crate::leaves::dimension::DimensionName;
use crate::leaves::identifier::{Identifier, IdentifierScheme};
use crate::leaves::number::Number;
use crate::leaves::terms::IndicatorKind;
use crate::leaves::unit::Unit;
use crate::leaves::value::Value;
use crate::model::budget::Budget;
use crate::model::cost::{CostLine, Flow, Sign};
use crate::model::field::{Heading, PolicyField};
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;

impl Delivery {
    /// The delivery that a budget holds, and what of the budget has no place in it. It is the way
    /// back of [`to_budget`](Self::to_budget), which says what stands where.
    ///
    /// The budget may be any: what is taken are amounts of the year (or, for an interim report of a
    /// quarter, of the year up to that quarter) and of the role that follows from the edition, in
    /// lines with a code of Iv3 that are no totals, with a category. Amounts of lines that print
    /// expenses or income with a minus are written without it. Everything else is in the losses:
    /// text, goals, actions, indicators with their targets, other lines, other years, a kind of
    /// document or body that deliveries don't have. Labels, groups, printed codes, units, headers and
    /// titles of tables are taken for how the budget prints its lines, and not listed.
    ///
    /// What a budget doesn't say (the contact, the date, the programs) isn't filled in.
    ///
    /// ```
    /// use beleid::iv3::{Delivery, LossKind};
    ///
    /// let page = "Begroting 2017 gemeente Groningen\n\n2.3.4 Handelsrelaties\n\nDe haven groeit.\n";
    /// let (delivery, losses) = Delivery::from_budget(&beleid::read(page).budget);
    /// assert_eq!((delivery.metadata.year, delivery.metadata.name.as_deref()), (Some(2017), Some("gemeente Groningen")));
    /// let lost: Vec<_> = losses.iter().map(|loss| (loss.kind, &*loss.what)).collect();
    /// assert_eq!(lost[1..], [(LossKind::Text, "Handelsrelaties"), (LossKind::Text, "De haven groeit.")]);
    /// ```
    pub fn from_budget(budget: &Budget) -> (Delivery, Vec<Loss>) {
        let metadata = metadata(budget);
        let (own_edition, own_body) = (edition(&metadata), organisation(&metadata));
        let time = Time::of(&metadata);
        let mut taker = Taker {
            delivery: Delivery { metadata, ..Delivery::default() },
            time,
            losses: Vec::new(),
        };
        if let Some(title) = &budget.edition.title {
            taker.lose(LossKind::Text, &Place::default().at(Part::Edition), &**title);
        }
        let edition = &budget.edition;
        if (&edition.kind, edition.period) != (&own_edition.kind, own_edition.period) {
            let kind = edition.kind.as_ref().map_or("", |kind| kind.as_str());
            taker.lose(LossKind::Attribute, &Place::default().at(Part::Edition), kind);
        }
        if let Some(body) =
            budget.organisation.as_ref().filter(|body| Some(*body) != own_body.as_ref())
        {
            let place = Place::default().at(Part::Organisation);
            taker.lose(LossKind::Attribute, &place, &*body.name);
        }
        for (place, field) in budget.places() {
            taker.field(&place, field);
        }
        (taker.delivery, taker.losses)
    }
}

struct Taker {
    delivery: Delivery,
    time: Time,
    losses: Vec<Loss>,
}

impl Taker {
    fn lose(&mut self, kind: LossKind, place: &Place, what: impl Into<Quote>) {
        self.losses.push(Loss::new(kind, place.pointer(), what));
    }

    fn field(&mut self, place: &Place, field: &PolicyField) {
        let at = |part: Part| place.clone().at(part);
        if let Some(title) = &field.heading.title
            && !self.is_own(&field.heading, field)
        {
            self.lose(LossKind::Text, &at(Part::Heading), &**title);
        }
        for (index, section) in field.sections.iter().enumerate() {
            let first = section.paragraphs.first().map_or("", |text| &**text);
            self.lose(LossKind::Text, &at(Part::Section(index)), first);
        }
        for (index, goal) in field.goals.iter().enumerate() {
            self.lose(LossKind::Goal, &at(Part::Goal(index)), &*goal.text);
        }
        for (index, action) in field.actions.iter().enumerate() {
            self.lose(LossKind::Action, &at(Part::Action(index)), &*action.text);
        }
        for (index, note) in field.notes.iter().enumerate() {
            self.lose(LossKind::Note, &at(Part::Note(index)), &*note.text);
        }
        for (index, attribute) in field.attributes.iter().enumerate() {
            self.lose(LossKind::Attribute, &at(Part::Attribute(index)), &*attribute.text);
        }
        for (index, indicator) in field.indicators.iter().enumerate() {
            self.indicator(&at(Part::Indicator(index)), indicator);
        }
        for (index, line) in field.costs.iter().enumerate() {
            self.line(&at(Part::Cost(index)), line);
        }
    }

    /// Whether a heading says no more than the codes of the lines below it.
    fn is_own(&self, heading: &Heading, field: &PolicyField) -> bool {
        let title = heading.title.as_deref();
        if heading.code.is_none()
            && (title == Some(BALANCE)
                || title == Some(KEY_FIGURES)
                || title == Some(POLICY_INDICATORS))
        {
            return true;
        }
        let definitions = definitions(&self.delivery.metadata);
        let first = field.costs.first().and_then(|line| code_of(&line.identifiers));
        first.is_some_and(|identifier| heading_of(definitions, &identifier.code) == *heading)
    }

    fn indicator(&mut self, place: &Place, indicator: &Indicator) {
        let kind = indicator.kind.as_ref();
        let part = if kind == Some(&IndicatorKind::KEY_FIGURE) {
            Some(DeliveryPart::KeyFigures)
        } else if kind == Some(&IndicatorKind::STATUTORY) {
            Some(DeliveryPart::PolicyIndicators)
        } else {
            None
        };
        let code = indicator.identifiers.iter();
        let code = code.clone().find(|identifier| identifier.scheme == IdentifierScheme::IV3);
        let (Some(part), Some(code)) = (part, code) else {
            return self.lose(LossKind::Indicator, place, &*indicator.name);
        };
        for (index, figure) in indicator.figures.iter().enumerate() {
            let place = place.clone().at(Part::Figure(index));
            let time = figure.period.zip(figure.role);
            let period = time
                .and_then(|(period, role)| reporting_period(period, role, &self.delivery.metadata));
            let Some(period) = period else {
                self.lose(LossKind::OtherTime, &place, printed(figure));
                continue;
            };
            if !figure.dimensions.is_empty() {
                self.lose(LossKind::Attribute, &place, printed(figure));
                continue;
            }
            let value = match (&figure.cell, &figure.value) {
                (Some(cell), _) => cell.printed.to_string(),
                (None, Value::Exact(number)) => number.to_string(),
                (None, Value::Text(text)) => text.clone(),
                (None, value) => {
                    self.lose(LossKind::Value, &place, value.to_string());
                    continue;
                }
            };
            self.remarks(&place, figure);
            let figure = KeyFigure { code: code.code.clone(), period, value };
            match part {
                DeliveryPart::KeyFigures => self.delivery.data.key_figures.push(figure),
                _ => self.delivery.data.policy_indicators.push(figure),
            }
        }
        for stated in &indicator.stated {
            self.lose(LossKind::Attribute, place, &*stated.judgement);
        }
        if let Some(source) = &indicator.source {
            self.lose(LossKind::Attribute, place, &**source);
        }
        for (index, cell) in indicator.unplaced.iter().enumerate() {
            let place = place.clone().at(Part::Unplaced(index));
            self.lose(LossKind::Unplaced, &place, &*cell.printed);
        }
        for (index, note) in indicator.notes.iter().enumerate() {
            self.lose(LossKind::Note, &place.clone().at(Part::Note(index)), &*note.text);
        }
        for (index, attribute) in indicator.attributes.iter().enumerate() {
            let place = place.clone().at(Part::Attribute(index));
            self.lose(LossKind::Attribute, &place, &*attribute.text);
        }
    }

    fn line(&mut self, place: &Place, line: &CostLine) {
        for (index, cell) in line.unplaced.iter().enumerate() {
            let place = place.clone().at(Part::Unplaced(index));
            self.lose(LossKind::Unplaced, &place, &*cell.printed);
        }
        for (index, note) in line.notes.iter().enumerate() {
            self.lose(LossKind::Note, &place.clone().at(Part::Note(index)), &*note.text);
        }
        for (index, attribute) in line.attributes.iter().enumerate() {
            let place = place.clone().at(Part::Attribute(index));
            self.lose(LossKind::Attribute, &place, &*attribute.text);
        }
        if line.total {
            return self.lose(LossKind::Total, place, &*line.label);
        }
        let Some(identifier) = code_of(&line.identifiers) else {
            return self.lose(LossKind::NoCode, place, &*line.label);
        };
        let is_balance = identifier.scheme == IdentifierScheme::IV3_BALANCE;
        let part = match (line.flow, is_balance) {
            (Some(Flow::Expenses), false) => DeliveryPart::Expenses,
            (Some(Flow::Income), false) => DeliveryPart::Income,
            (Some(Flow::Expenses), true) => DeliveryPart::BalanceExpenses,
            (Some(Flow::Income), true) => DeliveryPart::BalanceIncome,
            (None, true) => DeliveryPart::BalancePositions,
            (Some(Flow::Balance), _) | (None, false) => {
                return self.lose(LossKind::NoFlow, place, &*line.label);
            }
        };
        for (index, figure) in line.figures.iter().enumerate() {
            let place = place.clone().at(Part::Figure(index));
            match self.entry(part, line, &identifier.code, figure) {
                Ok(entry) => {
                    self.remarks(&place, figure);
                    if let Some(entries) = self.delivery.data.entries_mut(part) {
                        entries.push(entry);
                    }
                }
                Err(kind) => self.lose(kind, &place, printed(figure)),
            }
        }
    }

    /// What a figure says besides its amount.
    fn remarks(&mut self, place: &Place, figure: &Figure) {
        let is_plain = figure.status.is_empty() || figure.status == self.time.status();
        if !is_plain || !figure.notes.is_empty() || figure.remark.is_some() {
            let remark = figure.remark.as_deref().unwrap_or_default();
            self.lose(LossKind::Note, place, remark);
        }
    }

    /// The entry that a figure is, or why it is none.
    fn entry(
        &self,
        part: DeliveryPart,
        line: &CostLine,
        row: &str,
        figure: &Figure,
    ) -> Result<Entry, LossKind> {
        let metadata: &Metadata = &self.delivery.metadata;
        let is_position = part == DeliveryPart::BalancePositions;
        let own = if is_position {
            DimensionName::BALANCE_MOMENT
        } else {
            DimensionName::ECONOMIC_CATEGORY
        };
        if is_position && figure.role != self.time.role || !is_position && !self.time.is_of(figure)
        {
            return Err(LossKind::OtherTime);
        }
        let column = match figure.dimensions.as_ref() {
            [dimension] if *dimension.name() == own => dimension.value(),
            [] if is_position => {
                let moment = figure.period.and_then(|day| moment_of(day, metadata));
                moment.ok_or(LossKind::OtherTime)?
            }
            all if all.iter().any(|dimension| *dimension.name() == own) => {
                return Err(LossKind::Attribute);
            }
            _ => return Err(LossKind::NoCategory),
        };
        let unit = figure.unit.as_ref().unwrap_or(&line.unit);
        let amount = match &figure.value {
            Value::Exact(number) if is_euro(unit) => *number,
            _ => return Err(LossKind::Value),
        };
        Ok(Entry::new(row, column, without_sign(line, amount)))
    }
}

/// The code of Iv3 of a line.
fn code_of(identifiers: &[Identifier]) -> Option<&Identifier> {
    identifiers.iter().find(|identifier| {
        let scheme = &identifier.scheme;
        *scheme == IdentifierScheme::IV3 || *scheme == IdentifierScheme::IV3_BALANCE
    })
}

fn is_euro(unit: &Unit) -> bool {
    unit.measure() == Unit::EURO.measure() && unit.per().is_none()
}

/// An amount as a delivery writes it, where the table prints its flow with a minus.
fn without_sign(line: &CostLine, amount: Number) -> Number {
    let signs = line.signs.unwrap_or_default();
    let sign = match line.flow {
        Some(Flow::Expenses) => signs.expenses,
        Some(Flow::Income) => signs.income,
        _ => None,
    };
    if sign.is_some_and(|known| known.sign == Sign::Minus) { -amount } else { amount }
}

/// What a figure prints, or its value.
fn printed(figure: &Figure) -> String {
    let cell = figure.cell.as_ref().map(|cell| cell.printed.to_string());
    cell.unwrap_or_else(|| figure.value.to_string())
}

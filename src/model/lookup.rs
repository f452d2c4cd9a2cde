//! [`PartRef`]: the part of a budget at a place, and other ways to find parts.

use crate::findings::place::{Part, Place};
use crate::leaves::id::Id;
use crate::model::budget::{Budget, Edition, Organisation};
use crate::model::cost::CostLine;
use crate::model::field::{Heading, PolicyField};
use crate::model::figure::{Cell, Figure};
use crate::model::goal::{Action, Goal};
use crate::model::indicator::Indicator;
use crate::model::note::{Attribute, Note};
use crate::model::section::Section;
use crate::model::table::{Table, TableColumn};

/// The part of a budget at a [`Place`] (Dutch: *onderdeel*). It is returned by [`Budget::get`].
///
/// ```
/// use beleid::PartRef;
///
/// let budget = beleid::read("2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n").budget;
/// let place = "/budget/fields/0/indicators/0/name".parse()?;
/// assert_eq!(budget.get(&place), Some(PartRef::Text("Winkels")));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "onderdeel")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum PartRef<'a> {
    /// The budget itself.
    Budget(&'a Budget),
    /// The edition of the budget.
    Edition(&'a Edition),
    /// The public body that published the budget.
    Organisation(&'a Organisation),
    /// A field.
    Field(&'a PolicyField),
    /// The heading of a field.
    Heading(&'a Heading),
    /// A section of the text of a field.
    Section(&'a Section),
    /// A text: a paragraph of a section, or the name of an indicator.
    Text(&'a str),
    /// An indicator.
    Indicator(&'a Indicator),
    /// A line of a table of money.
    Cost(&'a CostLine),
    /// A figure of an indicator or a cost line.
    Figure(&'a Figure),
    /// A cell that can't be assigned to a column.
    Unplaced(&'a Cell),
    /// A goal.
    Goal(&'a Goal),
    /// An action.
    Action(&'a Action),
    /// A table.
    Table(&'a Table),
    /// A column of a table.
    Column(&'a TableColumn),
    /// A footnote.
    Note(&'a Note),
    /// An attribute.
    Attribute(&'a Attribute),
}

impl<'a> PartRef<'a> {
    /// The part of this one that a step leads to; `None` if there is none.
    fn step(self, step: &Part) -> Option<Self> {
        Some(match (self, step) {
            (PartRef::Budget(budget), Part::Edition) => PartRef::Edition(&budget.edition),
            (PartRef::Budget(budget), Part::Organisation) => {
                PartRef::Organisation(budget.organisation.as_ref()?)
            }
            (PartRef::Budget(budget), Part::Field { index, .. }) => {
                PartRef::Field(budget.fields.get(*index)?)
            }
            (PartRef::Field(field), step) => Self::of_field(field, step)?,
            (PartRef::Section(section), Part::Paragraph(index)) => {
                PartRef::Text(section.paragraphs.get(*index)?)
            }
            (PartRef::Indicator(indicator), step) => match step {
                Part::Name => PartRef::Text(&indicator.name),
                Part::Figure(index) => PartRef::Figure(indicator.figures.get(*index)?),
                Part::Unplaced(index) => PartRef::Unplaced(indicator.unplaced.get(*index)?),
                Part::Note(index) => PartRef::Note(indicator.notes.get(*index)?),
                Part::Attribute(index) => PartRef::Attribute(indicator.attributes.get(*index)?),
                _ => return None,
            },
            (PartRef::Table(table), Part::Unplaced(index)) => {
                PartRef::Unplaced(table.unplaced.get(*index)?)
            }
            (PartRef::Table(table), Part::Column(index)) => {
                PartRef::Column(table.columns.get(*index)?)
            }
            (PartRef::Cost(line), step) => match step {
                Part::Figure(index) => PartRef::Figure(line.figures.get(*index)?),
                Part::Unplaced(index) => PartRef::Unplaced(line.unplaced.get(*index)?),
                Part::Note(index) => PartRef::Note(line.notes.get(*index)?),
                Part::Attribute(index) => PartRef::Attribute(line.attributes.get(*index)?),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn of_field(field: &'a PolicyField, step: &Part) -> Option<Self> {
        Some(match step {
            Part::Heading => PartRef::Heading(&field.heading),
            Part::Section(index) => PartRef::Section(field.sections.get(*index)?),
            Part::Indicator(index) => PartRef::Indicator(field.indicators.get(*index)?),
            Part::Goal(index) => PartRef::Goal(field.goals.get(*index)?),
            Part::Action(index) => PartRef::Action(field.actions.get(*index)?),
            Part::Cost(index) => PartRef::Cost(field.costs.get(*index)?),
            Part::Table(index) => PartRef::Table(field.tables.get(*index)?),
            Part::Note(index) => PartRef::Note(field.notes.get(*index)?),
            Part::Attribute(index) => PartRef::Attribute(field.attributes.get(*index)?),
            Part::Field { index, .. } => PartRef::Field(field.fields.get(*index)?),
            _ => return None,
        })
    }
}

impl Budget {
    /// The part at a place; `None` if there is no such part. Fields are found by their index in the
    /// place; the codes in it are for people.
    ///
    /// ```
    /// use beleid::{Part, PartRef};
    ///
    /// let budget = beleid::read("2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n").budget;
    /// let (place, winkels) = budget.indicator_places().next().unwrap();
    /// assert_eq!(budget.get(&place), Some(PartRef::Indicator(winkels)));
    /// let figure = place.at(Part::Figure(0));
    /// assert_eq!(budget.get(&figure), Some(PartRef::Figure(&winkels.figures[0])));
    /// ```
    pub fn get(&self, place: &Place) -> Option<PartRef<'_>> {
        place.parts().iter().try_fold(PartRef::Budget(self), PartRef::step)
    }

    /// The first indicator with this id, in any field.
    ///
    /// ```
    /// let budget = beleid::read("2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n").budget;
    /// let id = budget.fields[0].indicators[0].id.clone();
    /// assert_eq!(budget.indicator(&id).unwrap().name, "Winkels");
    /// assert!(budget.indicator(&"i9".parse()?).is_none());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn indicator(&self, id: &Id) -> Option<&Indicator> {
        self.all_fields().flat_map(|field| &field.indicators).find(|indicator| indicator.id == *id)
    }

    /// The first goal with this id, in any field.
    ///
    /// ```
    /// use beleid::{Budget, Goal, PolicyField};
    ///
    /// let mut field = PolicyField::default();
    /// field.goals.push(Goal::new("g1".parse()?, "Meer winkels."));
    /// let mut budget = Budget::default();
    /// budget.fields.push(field);
    /// assert_eq!(budget.goal(&"g1".parse()?).unwrap().text, "Meer winkels.");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn goal(&self, id: &Id) -> Option<&Goal> {
        self.all_fields().flat_map(|field| &field.goals).find(|goal| goal.id == *id)
    }

    /// The first action with this id, in any field.
    ///
    /// ```
    /// use beleid::{Action, Budget, PolicyField};
    ///
    /// let mut field = PolicyField::default();
    /// field.actions.push(Action::new("a1".parse()?, "Bouwen."));
    /// let mut budget = Budget::default();
    /// budget.fields.push(field);
    /// assert_eq!(budget.action(&"a1".parse()?).unwrap().text, "Bouwen.");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn action(&self, id: &Id) -> Option<&Action> {
        self.all_fields().flat_map(|field| &field.actions).find(|action| action.id == *id)
    }

    /// The first cost line with this id, in any field.
    ///
    /// ```
    /// use beleid::{Budget, CostLine, PolicyField};
    ///
    /// let mut field = PolicyField::default();
    /// field.costs.push(CostLine::new("c1".parse()?, "Lasten"));
    /// let mut budget = Budget::default();
    /// budget.fields.push(field);
    /// assert_eq!(budget.cost(&"c1".parse()?).unwrap().label, "Lasten");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn cost(&self, id: &Id) -> Option<&CostLine> {
        self.all_fields().flat_map(|field| &field.costs).find(|line| line.id == *id)
    }

    /// Calls `change` with each field at every depth, in the order of
    /// [`all_fields`](Self::all_fields): a field comes before the fields within it.
    ///
    /// It takes a function because an iterator can't return a mutable field and later the fields
    /// within it.
    ///
    /// ```
    /// let mut budget = beleid::read("1.1 Bouwen\n\n1.1.1 Slopen\n").budget;
    /// budget.for_each_field_mut(|field| field.heading.code = None);
    /// assert!(budget.all_fields().all(|field| field.heading.code.is_none()));
    /// ```
    pub fn for_each_field_mut(&mut self, mut change: impl FnMut(&mut PolicyField)) {
        let mut open = vec![self.fields.iter_mut()];
        while let Some(siblings) = open.last_mut() {
            match siblings.next() {
                Some(field) => {
                    change(field);
                    open.push(field.fields.iter_mut());
                }
                None => drop(open.pop()),
            }
        }
    }

    /// All indicators in document order, mutable.
    ///
    /// ```
    /// use beleid::Direction;
    ///
    /// let page = "2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n";
    /// let mut budget = beleid::read(page).budget;
    /// for indicator in budget.all_indicators_mut() {
    ///     indicator.direction = Some(Direction::Higher);
    /// }
    /// assert_eq!(budget.fields[0].indicators[0].direction, Some(Direction::Higher));
    /// ```
    pub fn all_indicators_mut(&mut self) -> impl Iterator<Item = &mut Indicator> {
        WalkMut::new(&mut self.fields).flat_map(|(indicators, _)| indicators)
    }

    /// All cost lines in document order, mutable.
    ///
    /// ```
    /// use beleid::{Budget, CostLine, PolicyField};
    ///
    /// let mut field = PolicyField::default();
    /// field.costs.push(CostLine::new("c1".parse()?, "Lasten"));
    /// let mut budget = Budget::default();
    /// budget.fields.push(field);
    /// budget.all_costs_mut().for_each(|line| line.total = true);
    /// assert!(budget.fields[0].costs[0].total);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn all_costs_mut(&mut self) -> impl Iterator<Item = &mut CostLine> {
        WalkMut::new(&mut self.fields).flat_map(|(_, costs)| costs)
    }

    /// The cost lines of each field, in document order.
    pub(crate) fn cost_lists_mut(&mut self) -> impl Iterator<Item = &mut Vec<CostLine>> {
        WalkMut::new(&mut self.fields).map(|(_, costs)| costs)
    }

    /// All figures of indicators and cost lines in document order, mutable.
    ///
    /// ```
    /// let page = "2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n";
    /// let mut budget = beleid::read(page).budget;
    /// budget.figures_mut().for_each(|figure| figure.cell = None);
    /// assert!(budget.figures().all(|each| each.cell.is_none()));
    /// ```
    pub fn figures_mut(&mut self) -> impl Iterator<Item = &mut Figure> {
        WalkMut::new(&mut self.fields).flat_map(|(indicators, costs)| {
            let of_indicators = indicators.iter_mut().flat_map(|each| &mut each.figures);
            of_indicators.chain(costs.iter_mut().flat_map(|each| &mut each.figures))
        })
    }
}

/// Goes through the indicators and costs of fields, depth first and without recursion, so that
/// depth costs no stack.
struct WalkMut<'a> {
    open: Vec<std::slice::IterMut<'a, PolicyField>>,
}

impl<'a> WalkMut<'a> {
    fn new(fields: &'a mut [PolicyField]) -> Self {
        WalkMut { open: vec![fields.iter_mut()] }
    }
}

impl<'a> Iterator for WalkMut<'a> {
    type Item = (&'a mut Vec<Indicator>, &'a mut Vec<CostLine>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(field) = self.open.last_mut()?.next() {
                let PolicyField { indicators, costs, fields, .. } = field;
                self.open.push(fields.iter_mut());
                return Some((indicators, costs));
            }
            self.open.pop();
        }
    }
}

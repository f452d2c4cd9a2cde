//! [`FigureRef`]: a figure with its context, as a row of a flat table.

use crate::findings::place::{Part, Place};
use crate::leaves::id::Id;
use crate::leaves::unit::Unit;
use crate::model::budget::Budget;
use crate::model::cost::CostLine;
use crate::model::field::PolicyField;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;

/// A figure with its context: the indicator or cost line, the field, the place and the unit (Dutch:
/// *cijfer*). It is returned by [`Budget::figures`].
///
/// ```
/// let page = "2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n";
/// let budget = beleid::read(page).budget;
/// let figure = budget.figures().next().unwrap();
/// assert_eq!(figure.place.to_string(), "field 2.3, indicator #1, figure #1");
/// assert_eq!((figure.subject.label(), &figure.figure.value), ("Winkels", &10.into()));
///
/// // As a flat row, which any format of tables can hold.
/// let row = serde_json::to_value(&figure)?;
/// assert_eq!(row["field"], "Handel");
/// assert_eq!(row["label"], "Winkels");
/// assert_eq!(row["period"], "2015");
/// assert_eq!((&row["kind"], &row["value"]), (&"exact".into(), &"10".into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "cijfer")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FigureRef<'a> {
    /// The budget that contains it.
    pub budget: &'a Budget,
    /// Its place in the budget.
    pub place: Place,
    /// The field that contains it.
    pub field: &'a PolicyField,
    /// The indicator or cost line that it belongs to.
    pub subject: Subject<'a>,
    /// The unit of its value: the figure's own, or else that of its indicator or cost line. `None`
    /// if neither has one.
    pub unit: Option<&'a Unit>,
    /// The figure itself.
    pub figure: &'a Figure,
}

/// What a figure belongs to: an indicator or a cost line (Dutch: *onderwerp*).
///
/// ```
/// use beleid::Subject;
///
/// let budget = beleid::read("2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n").budget;
/// let subject = budget.figures().next().unwrap().subject;
/// assert_eq!(subject, Subject::Indicator(&budget.fields[0].indicators[0]));
/// ```
#[doc(alias = "onderwerp")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Subject<'a> {
    /// An indicator.
    Indicator(&'a Indicator),
    /// A line of a table of money.
    Cost(&'a CostLine),
}

impl<'a> Subject<'a> {
    /// Its id.
    ///
    /// ```
    /// use beleid::{CostLine, Subject};
    ///
    /// let line = CostLine::new("c1".parse()?, "Lasten");
    /// assert_eq!(Subject::Cost(&line).id(), "c1");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn id(self) -> &'a Id {
        match self {
            Subject::Indicator(indicator) => &indicator.id,
            Subject::Cost(line) => &line.id,
        }
    }

    /// The name of the indicator, or the label of the cost line.
    ///
    /// ```
    /// use beleid::{CostLine, Subject};
    ///
    /// let line = CostLine::new("c1".parse()?, "Lasten");
    /// assert_eq!(Subject::Cost(&line).label(), "Lasten");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn label(self) -> &'a str {
        match self {
            Subject::Indicator(indicator) => &indicator.name,
            Subject::Cost(line) => &line.label,
        }
    }

    /// All of its figures.
    ///
    /// ```
    /// use beleid::{CostLine, Subject};
    ///
    /// let line = CostLine::new("c1".parse()?, "Lasten");
    /// assert_eq!(Subject::Cost(&line).figures(), []);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn figures(self) -> &'a [Figure] {
        match self {
            Subject::Indicator(indicator) => &indicator.figures,
            Subject::Cost(line) => &line.figures,
        }
    }

    /// The unit of the figures that have none of their own; `None` if the indicator has no unit. A
    /// cost line always has one.
    ///
    /// ```
    /// use beleid::{Indicator, Subject, Unit};
    ///
    /// let mut absence = Indicator::new("i1".parse()?, "Ziekteverzuim");
    /// absence.unit = Some(Unit::PERCENT);
    /// assert_eq!(Subject::Indicator(&absence).unit(), Some(&Unit::PERCENT));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn unit(self) -> Option<&'a Unit> {
        match self {
            Subject::Indicator(indicator) => indicator.unit.as_ref(),
            Subject::Cost(line) => Some(&line.unit),
        }
    }
}

impl<'a> FigureRef<'a> {
    /// The fields that contain the figure, from the outermost to [`field`](Self::field) itself.
    ///
    /// ```
    /// let page = "Programma 2 Werk\n\n2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n";
    /// let budget = beleid::read(page).budget;
    /// let figure = budget.figures().next().unwrap();
    /// let titles: Vec<_> =
    ///     figure.path().filter_map(|field| field.heading.title.as_deref()).collect();
    /// assert_eq!(titles, ["Werk", "Handel"]);
    /// ```
    pub fn path(&self) -> impl Iterator<Item = &'a PolicyField> {
        let mut fields = &self.budget.fields;
        self.place.parts().iter().map_while(move |part| {
            let Part::Field { index, .. } = part else { return None };
            let field = fields.get(*index)?;
            fields = &field.fields;
            Some(field)
        })
    }

    /// The header of its column, with the label of its row if that is not the name of the indicator
    /// or cost line, as printed. `None` if it has no cell, or if its table is not known.
    ///
    /// ```
    /// let page = "2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n";
    /// let budget = beleid::read(page).budget;
    /// let header = budget.figures().next().unwrap().header();
    /// assert!(header.unwrap().starts_with("Behaald 2015"));
    /// ```
    pub fn header(&self) -> Option<String> {
        self.field.header_of(self.figure.cell.as_ref()?)
    }
}

impl Budget {
    /// All figures of indicators and cost lines in document order, each with its context.
    ///
    /// ```
    /// use beleid::Role;
    ///
    /// let page = "Kengetallen\n\nBehaald 2015\n\nBeoogd 2017\n\nScholen\n\n10\n\n12\n";
    /// let budget = beleid::read(page).budget;
    /// let targets = budget.figures().filter(|each| each.figure.role == Some(Role::Target));
    /// let texts: Vec<_> =
    ///     targets.map(|each| format!("{}: {}", each.subject.label(), each.figure.value)).collect();
    /// assert_eq!(texts, ["Scholen: 12"]);
    /// ```
    #[doc(alias = "cijfers")]
    pub fn figures(&self) -> impl Iterator<Item = FigureRef<'_>> {
        self.places().flat_map(move |(field_place, field)| {
            let indicators = field.indicators.iter().enumerate();
            let indicators =
                indicators.map(|(index, each)| (Part::Indicator(index), Subject::Indicator(each)));
            let costs = field.costs.iter().enumerate();
            let costs = costs.map(|(index, each)| (Part::Cost(index), Subject::Cost(each)));
            indicators.chain(costs).flat_map(move |(part, subject)| {
                let place = field_place.clone().at(part);
                subject.figures().iter().enumerate().map(move |(index, figure)| FigureRef {
                    budget: self,
                    place: place.clone().at(Part::Figure(index)),
                    field,
                    subject,
                    unit: figure.unit.as_ref().or(subject.unit()),
                    figure,
                })
            })
        })
    }
}

#[cfg(feature = "serde")]
mod wire {
    use std::num::NonZeroU32;

    use serde::{Serialize, Serializer};

    use super::{FigureRef, Subject};
    use crate::findings::place::Place;
    use crate::leaves::code::Code;
    use crate::leaves::dimension::{Dimension, DimensionName};
    use crate::leaves::id::Id;
    use crate::leaves::number::Number;
    use crate::leaves::period::Period;
    use crate::leaves::role::{Role, Status};
    use crate::leaves::unit::Unit;
    use crate::leaves::value::Value;
    use crate::model::budget::Edition;
    use crate::model::cost::Flow;

    /// What stands between the parts of a column that holds several.
    const BETWEEN: &str = " > ";

    /// A row of the flat table. Each column is a text, a number or null.
    #[derive(Serialize)]
    struct Row<'a> {
        place: &'a Place,
        organisation: Option<&'a str>,
        edition: Option<String>,
        field_code: Option<&'a Code>,
        field: Option<&'a str>,
        subject: &'static str,
        id: &'a Id,
        code: Option<&'a Code>,
        group: Option<String>,
        label: &'a str,
        flow: Option<Flow>,
        area: Option<String>,
        body: Option<String>,
        slice: Option<String>,
        period: Option<Period>,
        role: Option<Role>,
        dated: Option<Period>,
        kind: &'static str,
        value: Option<Number>,
        low: Option<Number>,
        high: Option<Number>,
        words: Option<String>,
        unit: Option<&'a str>,
        scale: Option<u32>,
        per: Option<String>,
        status: Option<String>,
        notes: Option<String>,
        remark: Option<&'a str>,
        printed: Option<&'a str>,
        header: Option<String>,
        table: Option<NonZeroU32>,
        row: Option<NonZeroU32>,
        column: Option<NonZeroU32>,
    }

    impl<'a> From<&'a FigureRef<'a>> for Row<'a> {
        fn from(each: &'a FigureRef<'a>) -> Self {
            let (heading, figure, cell) =
                (&each.field.heading, each.figure, each.figure.cell.as_ref());
            let (subject, code, group, flow) = match each.subject {
                Subject::Indicator(_) => ("indicator", None, None, None),
                Subject::Cost(line) => (
                    "money",
                    line.code.as_ref(),
                    joined(line.group.iter().map(String::as_str), BETWEEN),
                    line.flow,
                ),
            };
            let in_dimension = |name: &DimensionName| {
                let named = figure.dimensions.iter().filter(|each| each.name() == name);
                joined(named.map(Dimension::value), BETWEEN)
            };
            let (kind, value, low, high, words) = said(&figure.value);
            Row {
                place: &each.place,
                organisation: each.budget.organisation.as_ref().map(|body| &*body.name),
                edition: edition(&each.budget.edition),
                field_code: heading.code.as_ref(),
                field: heading.title.as_deref().or(heading.label.as_deref()),
                subject,
                id: each.subject.id(),
                code,
                group,
                label: each.subject.label(),
                flow,
                area: in_dimension(&DimensionName::AREA),
                body: in_dimension(&DimensionName::BODY),
                slice: slice(&figure.dimensions),
                period: figure.period,
                role: figure.role,
                dated: figure.dated,
                kind,
                value,
                low,
                high,
                words,
                unit: each.unit.map(Unit::measure),
                scale: each.unit.map(|unit| unit.scale().factor()),
                per: each.unit.and_then(Unit::per).map(|per| match per.count {
                    1 => per.of.to_owned(),
                    count => format!("{count} {}", per.of),
                }),
                status: joined(figure.status.iter().map(Status::code), ", "),
                notes: joined(figure.notes.iter().map(String::as_str), ", "),
                remark: figure.remark.as_deref(),
                printed: cell.map(|cell| &*cell.printed),
                header: each.header(),
                table: cell.and_then(|cell| cell.table),
                row: cell.and_then(|cell| cell.row),
                column: cell.and_then(|cell| cell.column),
            }
        }
    }

    /// The parts in one text; `None` if there are none.
    fn joined<'a>(parts: impl Iterator<Item = &'a str>, between: &str) -> Option<String> {
        let parts: Vec<&str> = parts.collect();
        (!parts.is_empty()).then(|| parts.join(between))
    }

    /// The title, or else what is known of the kind and the period.
    fn edition(edition: &Edition) -> Option<String> {
        let untitled = || {
            let kind = edition.kind.as_ref().map(|kind| kind.as_str().to_owned());
            let period = edition.period.map(|period| period.to_string());
            let parts: Vec<String> = kind.into_iter().chain(period).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        };
        edition.title.clone().or_else(untitled)
    }

    /// The dimensions that have no column of their own.
    fn slice(dimensions: &[Dimension]) -> Option<String> {
        let texts: Vec<String> = dimensions
            .iter()
            .filter(|each| ![DimensionName::AREA, DimensionName::BODY].contains(each.name()))
            .map(|each| {
                if *each.name() == DimensionName::POPULATION {
                    each.value().to_owned()
                } else {
                    format!("{}: {}", each.name(), each.value())
                }
            })
            .collect();
        joined(texts.iter().map(String::as_str), BETWEEN)
    }

    /// What kind of value it is, its number or the two ends of its range, and otherwise what it
    /// says in words.
    fn said(
        value: &Value,
    ) -> (&'static str, Option<Number>, Option<Number>, Option<Number>, Option<String>) {
        let number = |kind, number: Number| (kind, Some(number), None, None, None);
        let words = |kind, words: String| (kind, None, None, None, Some(words));
        match value {
            Value::Exact(exact) => number("exact", *exact),
            Value::MoreThan(low) => number("more_than", *low),
            Value::AtLeast(low) => number("at_least", *low),
            Value::LessThan(high) => number("less_than", *high),
            Value::AtMost(high) => number("at_most", *high),
            Value::Between(interval) => {
                ("between", None, Some(interval.low()), Some(interval.high()), None)
            }
            Value::Missing(reason) => words("missing", reason.to_string()),
            Value::Relative { .. } => words("relative", value.to_string()),
            Value::Change(change) => words("change", change.to_string()),
            Value::ChangeBy { .. } => words("change", value.to_string()),
            Value::Flag(flag) => words("flag", flag.to_string()),
            Value::Text(text) => words("text", text.clone()),
        }
    }

    impl Serialize for FigureRef<'_> {
        /// As a flat row: an object in which each key has a text, a number or null. The keys are
        /// `place` (a JSON Pointer), `organisation`, `edition`, `field_code`, `field`, `subject`
        /// (`indicator` or `money`), `id`, `code`, `group`, `label`, `flow`, `area`, `body`
        /// (null for the body itself), `slice` (other dimensions), `period`, `role`, `dated`,
        /// `kind`, `value`, `low`, `high`, `words`, `unit`, `scale`, `per`, `status`, `notes`,
        /// `remark`, `printed`, `header`, `table`, `row` and `column`.
        ///
        /// `kind` is `exact`, `more_than`, `at_least`, `less_than`, `at_most` (with `value`),
        /// `between` (with `low` and `high`), `missing`, `relative`, `change`, `flag` or `text`
        /// (with `words`). Groups and dimensions of several parts are joined by ` > `.
        ///
        /// The numbers are in `unit`, `per` so many of something if it is a rate; `scale` is the
        /// factor in which they were printed, and they have it applied.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            Row::from(self).serialize(serializer)
        }
    }
}

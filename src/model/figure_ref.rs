//! [`FigureRef`]: a figure with its context, as a row of the flat table.

use std::collections::HashMap;
use std::num::NonZeroU32;

use crate::findings::finding::Finding;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Rule;
use crate::findings::span::Span;
use crate::leaves::id::Id;
use crate::leaves::unit::Unit;
use crate::model::budget::Budget;
use crate::model::cost::CostLine;
use crate::model::field::PolicyField;
use crate::model::figure::{Cell, Figure};
use crate::model::indicator::Indicator;
use crate::model::table::Table;

/// A figure, or a cell that could not be placed, with its context: the indicator or cost line, the
/// field, the place and the unit (Dutch: *cijfer*). It is returned by [`Budget::figures`] and, with
/// what only a reading knows, by [`Reading::figures`](crate::Reading::figures).
///
/// It serialises as a row of the flat table, whose columns are a contract:
/// [`COLUMNS`](Self::COLUMNS).
///
/// ```
/// let page = "2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n";
/// let budget = beleid::read(page).budget;
/// let each = budget.figures().next().unwrap();
/// assert_eq!(each.place.to_string(), "field 2.3, indicator #1, figure #1");
/// assert_eq!(each.subject.label(), "Winkels");
/// assert_eq!(each.figure.unwrap().value, 10.into());
///
/// // As a flat row, which any format of tables can hold.
/// let row = serde_json::to_value(&each)?;
/// assert_eq!((&row["state"], &row["field"], &row["label"]), (
///     &"placed".into(), &"Handel".into(), &"Winkels".into()));
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
    /// if neither has one, and for a cell that is not placed.
    pub unit: Option<&'a Unit>,
    /// The figure itself. `None` for a cell of the row that could not be placed in a column: what it
    /// means is not known.
    pub figure: Option<&'a Figure>,
    /// The cell as printed. `None` if the figure was built by hand.
    pub cell: Option<&'a Cell>,
    /// The name of the document that it comes from: a file name or an address. `None` unless
    /// [`with_document`](Self::with_document) set it.
    pub document: Option<&'a str>,
    /// The position of the cell in the source. `None` if the budget wasn't read from a source, or if
    /// it isn't known.
    pub span: Option<Span>,
    /// The rules of the findings about the figure, its row, its column or its table: each once, in the order of
    /// their codes.
    pub findings: Vec<Rule>,
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
    /// A table: its cells belong to no indicator and no cost line. It has no figures.
    Table(&'a Table),
}

impl<'a> Subject<'a> {
    /// Its id.
    ///
    /// ```
    /// use beleid::{CostLine, Subject};
    ///
    /// let line = CostLine::new("c1".parse()?, "Lasten");
    /// assert_eq!(Subject::Cost(&line).id(), Some(&line.id));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn id(self) -> Option<&'a Id> {
        match self {
            Subject::Indicator(indicator) => Some(&indicator.id),
            Subject::Cost(line) => Some(&line.id),
            Subject::Table(_) => None,
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
            Subject::Table(table) => table.title.as_deref().unwrap_or_default(),
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
            Subject::Table(_) => &[],
        }
    }

    /// The cells of its row that could not be placed in a column.
    ///
    /// ```
    /// use beleid::{Cell, CostLine, Subject};
    ///
    /// let mut line = CostLine::new("c1".parse()?, "Lasten");
    /// line.unplaced.push(Cell::new("12"));
    /// assert_eq!(Subject::Cost(&line).unplaced(), [Cell::new("12")]);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn unplaced(self) -> &'a [Cell] {
        match self {
            Subject::Indicator(indicator) => &indicator.unplaced,
            Subject::Cost(line) => &line.unplaced,
            Subject::Table(table) => &table.unplaced,
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
            Subject::Table(table) => table.unit.as_ref(),
        }
    }
}

impl<'a> FigureRef<'a> {
    /// The same with the name of its document.
    ///
    /// ```
    /// let budget = beleid::read("2.3 Wonen\n\nKengetallen\n\nBehaald 2015\n\nA\n\n1\n").budget;
    /// let row = budget.figures().next().unwrap().with_document("page.txt");
    /// assert_eq!(serde_json::to_value(&row)?["document"], "page.txt");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn with_document(self, name: &'a str) -> Self {
        FigureRef { document: Some(name), ..self }
    }

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

    /// The name of the indicator or the label of the cost line; for a cell that belongs to neither the words before it in its
    /// row, empty if there are none.
    ///
    /// ```
    /// let reading = beleid::read("Overzicht\n\nWater € 5,10 en 7,20\nWegen € 6,10 en 8,20\nGroen € 1,10 en 2,20");
    /// let first = reading.figures().next().unwrap();
    /// assert!(first.figure.is_none(), "no headers say what it is");
    /// assert_eq!(first.label(), "Water");
    /// ```
    pub fn label(&self) -> &'a str {
        let Subject::Table(table) = self.subject else { return self.subject.label() };
        let row = self.cell.and_then(|cell| cell.row);
        let rows = table.rows.iter().find(|of| row.is_some() && of.row == row);
        rows.map_or("", |of| &of.label)
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
        self.field.header_of(self.cell?)
    }
}

impl Budget {
    /// All figures of indicators and cost lines in document order, each with its context. After the
    /// figures of a row come the cells of that row that could not be placed, if there are any.
    ///
    /// What only a reading knows is absent: the position in the source and the findings. See
    /// [`Reading::figures`](crate::Reading::figures), and [`figures_with`](Self::figures_with).
    ///
    /// ```
    /// use beleid::Role;
    ///
    /// let page = "Kengetallen\n\nBehaald 2015\n\nBeoogd 2017\n\nScholen\n\n10\n\n12\n";
    /// let budget = beleid::read(page).budget;
    /// let targets = budget.figures().filter_map(|each| {
    ///     let figure = each.figure.filter(|figure| figure.role == Some(Role::Target))?;
    ///     Some(format!("{}: {}", each.subject.label(), figure.value))
    /// });
    /// assert_eq!(targets.collect::<Vec<_>>(), ["Scholen: 12"]);
    /// ```
    #[doc(alias = "cijfers")]
    pub fn figures<'b>(&'b self) -> impl Iterator<Item = FigureRef<'b>> {
        self.places().flat_map(move |(field_place, field)| {
            let indicators = field.indicators.iter().enumerate();
            let indicators =
                indicators.map(|(index, each)| (Part::Indicator(index), Subject::Indicator(each)));
            let costs = field.costs.iter().enumerate();
            let costs = costs.map(|(index, each)| (Part::Cost(index), Subject::Cost(each)));
            let tables = field.tables.iter().enumerate();
            let tables = tables.map(|(index, each)| (Part::Table(index), Subject::Table(each)));
            indicators.chain(costs).chain(tables).flat_map(move |(part, subject)| {
                let row = field_place.clone().at(part);
                let at =
                    move |part, figure: Option<&'b Figure>, cell: Option<&'b Cell>| FigureRef {
                        budget: self,
                        place: row.clone().at(part),
                        field,
                        subject,
                        unit: figure.and_then(|figure| figure.unit.as_ref().or(subject.unit())),
                        figure,
                        cell,
                        document: None,
                        span: None,
                        findings: Vec::new(),
                    };
                let of_cell = at.clone();
                let placed = subject.figures().iter().enumerate().map(move |(index, figure)| {
                    at(Part::Figure(index), Some(figure), figure.cell.as_ref())
                });
                let unplaced = subject.unplaced().iter().enumerate();
                let unplaced = unplaced
                    .map(move |(index, cell)| of_cell(Part::Unplaced(index), None, Some(cell)));
                placed.chain(unplaced)
            })
        })
    }

    /// All figures, as [`figures`](Self::figures), each with the rules of those of these findings
    /// that are about it, its row, its column or its table. A finding about a field or the whole budget is about
    /// no figure in particular.
    ///
    /// Time grows linearly with the number of figures and findings.
    ///
    /// ```
    /// use beleid::{Finding, Message, Rule};
    ///
    /// let page = "2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n";
    /// let budget = beleid::read(page).budget;
    /// let (indicator, _) = budget.indicator_places().next().unwrap();
    /// let finding = Finding::new(Message::NoTarget { name: "Winkels".into() }, indicator, None);
    /// assert_eq!(budget.figures_with(&[finding]).next().unwrap().findings, [Rule::NoTarget]);
    /// ```
    pub fn figures_with<'b>(
        &'b self,
        findings: &[Finding],
    ) -> impl Iterator<Item = FigureRef<'b>> + use<'b> {
        let index = RulesByPlace::new(findings);
        self.figures().map(move |mut each| {
            each.findings = index.about(&each);
            each
        })
    }
}

/// The rules of findings about figures, rows and tables, by the place of these.
struct RulesByPlace(HashMap<Place, Vec<Rule>>);

impl RulesByPlace {
    fn new(findings: &[Finding]) -> Self {
        let mut index: HashMap<Place, Vec<Rule>> = HashMap::new();
        for (finding, place) in
            findings.iter().flat_map(|finding| finding.places().iter().map(move |at| (finding, at)))
        {
            let Some(place) = subject_of(place) else { continue };
            let rules = index.entry(place).or_default();
            // There are few rules, so that this stays short however many findings there are.
            if !rules.contains(&finding.rule) {
                rules.push(finding.rule);
            }
        }
        RulesByPlace(index)
    }

    /// The rules of the findings about a figure or a cell, its row, its column and its table.
    fn about(&self, each: &FigureRef<'_>) -> Vec<Rule> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let row = each.place.outer().unwrap_or_default();
        let index = |number: NonZeroU32| usize::try_from(number.get() - 1).ok();
        let table = each
            .cell
            .and_then(|cell| index(cell.table?))
            .and_then(|number| Some(row.outer()?.at(Part::Table(number))));
        let column = each
            .cell
            .and_then(|cell| index(cell.column?))
            .and_then(|number| Some(table.clone()?.at(Part::Column(number))));
        let places = [Some(&each.place), Some(&row), table.as_ref(), column.as_ref()];
        let rules = places.into_iter().flatten().filter_map(|place| self.0.get(place)).flatten();
        let mut rules: Vec<Rule> = rules.copied().collect();
        rules.sort_unstable_by_key(|rule| rule.code());
        rules.dedup();
        rules
    }
}

/// The figure, unplaced cell, row, column or table that a place is in: a footnote of an indicator is about its
/// row. `None` for a place in none of these.
fn subject_of(place: &Place) -> Option<Place> {
    let parts = place.parts();
    let row = parts
        .iter()
        .position(|part| matches!(part, Part::Table(_) | Part::Indicator(_) | Part::Cost(_)))?;
    let has_cell =
        matches!(parts.get(row + 1), Some(Part::Figure(_) | Part::Unplaced(_) | Part::Column(_)));
    let mut place = place.clone();
    place.truncate(row + 1 + usize::from(has_cell));
    Some(place)
}

#[cfg(feature = "serde")]
mod wire {
    use serde::{Serialize, Serializer};

    use super::{FigureRef, Subject};
    use crate::findings::rule::Rule;
    use crate::findings::span::Span;
    use crate::leaves::code::Code;
    use crate::leaves::dimension::{Dimension, DimensionName};
    use crate::leaves::id::Id;
    use crate::leaves::number::Number;
    use crate::leaves::period::Period;
    use crate::leaves::role::{Role, Status};
    use crate::leaves::unit::{Per, Unit};
    use crate::leaves::value::Value;
    use crate::model::budget::Edition;
    use crate::model::cost::{CostLine, Flow, Reserves};

    /// What stands between the parts of a group, and between slices.
    const BETWEEN: &str = " > ";

    /// Makes the row and the list of its columns of the same names, so that they can't differ.
    macro_rules! row {
        ($($column:ident: $type:ty,)*) => {
            /// A row of the flat table. Each column is a text, a number or null.
            #[derive(Serialize)]
            struct Row<'a> {
                $($column: $type,)*
            }

            impl FigureRef<'_> {
                /// The columns of the flat table, in their order: the keys of a figure as it
                /// serialises. Names, order and meaning are a contract; a column that doesn't apply
                /// is null, in CSV empty.
                ///
                /// | column | what it holds |
                /// |---|---|
                /// | `document` | the name of the document, if it was set |
                /// | `state` | `placed` for a figure, `unplaced` for a cell whose column isn't known: of that only the row and `printed` are known |
                /// | `organisation` | the name of the public body |
                /// | `edition` | the title of the document, or else its kind and period |
                /// | `field_code`, `field` | the code and the title of the policy field |
                /// | `subject` | `indicator`, or `money` for a line of a table of money |
                /// | `id` | of the indicator or cost line, within its document |
                /// | `code` | that is printed before the label of a cost line |
                /// | `group` | the headings of the group of rows, from the outermost, joined by ` > ` |
                /// | `label` | the name of the indicator, or the label of the cost line; for a cell of neither the words before it in its row |
                /// | `flow` | of money: `expenses`, `income` or `balance` |
                /// | `area` | the area that it is about, if not the whole |
                /// | `slice` | all parts of the whole that it is about, the area too: as `name: value`, or as the value alone for an area and a population; a benchmark body is `body: Nederland`. Several are joined by ` > ` |
                /// | `period`, `role` | as in the wire form: `2017`, `target` |
                /// | `dated` | the date in the cell: when it was measured, or is due |
                /// | `kind` | `exact`, `more_than`, `at_least`, `less_than`, `at_most`, `between`, `missing`, `relative`, `change`, `flag` or `text` |
                /// | `value` | of `exact` and the four comparisons: a plain decimal with a point, in `unit`, with the scale applied |
                /// | `low`, `high` | the ends of `between`, in the same form |
                /// | `unit` | what is measured: `euro`, `percent`, `count` |
                /// | `scale` | the factor in which it was printed: 1000 for thousands. `value` has it applied |
                /// | `per` | what it is counted by: `1000 inhabitant` |
                /// | `status` | codes such as `provisional`, joined by `, ` |
                /// | `notes` | the marks of footnotes, joined by `, ` |
                /// | `remark` | other words in the cell |
                /// | `printed` | the text of the cell |
                /// | `header` | the headers of its column, and the label of its row where that is not `label` |
                /// | `line`, `column` | the position of the cell in the source, from 1; in a workbook its row and column |
                /// | `findings` | the codes of the findings about the figure, its row, its column or its table: sorted, each once, separated by spaces |
                ///
                /// ```
                /// let columns = beleid::FigureRef::COLUMNS;
                /// assert_eq!((columns[0], columns[1]), ("document", "state"));
                /// assert_eq!(columns.last(), Some(&"findings"));
                /// ```
                pub const COLUMNS: &'static [&'static str] = &[$(stringify!($column)),*];
            }
        };
    }

    row! {
        document: Option<&'a str>,
        state: &'static str,
        organisation: Option<&'a str>,
        edition: Option<String>,
        field_code: Option<&'a Code>,
        field: Option<&'a str>,
        subject: Option<&'static str>,
        id: Option<&'a Id>,
        code: Option<&'a Code>,
        group: Option<String>,
        label: &'a str,
        flow: Option<&'static str>,
        area: Option<String>,
        slice: Option<String>,
        period: Option<Period>,
        role: Option<Role>,
        dated: Option<Period>,
        kind: Option<&'static str>,
        value: Option<Number>,
        low: Option<Number>,
        high: Option<Number>,
        unit: Option<&'a str>,
        scale: Option<u32>,
        per: Option<String>,
        status: Option<String>,
        notes: Option<String>,
        remark: Option<&'a str>,
        printed: Option<&'a str>,
        header: Option<String>,
        line: Option<usize>,
        column: Option<usize>,
        findings: Option<String>,
    }

    impl<'a> From<&'a FigureRef<'a>> for Row<'a> {
        fn from(each: &'a FigureRef<'a>) -> Self {
            let (heading, figure) = (&each.field.heading, each.figure);
            let (subject, code, group, flow) = match each.subject {
                Subject::Indicator(indicator) => (
                    Some("indicator"),
                    None,
                    joined(indicator.group.iter().map(String::as_str), BETWEEN),
                    None,
                ),
                Subject::Table(_) => (None, None, None, None),
                Subject::Cost(line) => (
                    Some("money"),
                    line.code.as_ref(),
                    joined(line.group.iter().map(String::as_str), BETWEEN),
                    flow(line),
                ),
            };
            let dimensions = figure.map_or(&[][..], |figure| &*figure.dimensions);
            let areas = dimensions.iter().filter(|each| *each.name() == DimensionName::AREA);
            let said = figure.map(|figure| Said::of(&figure.value));
            let (line, column) = position(each.span);
            Row {
                document: each.document,
                state: if figure.is_some() { "placed" } else { "unplaced" },
                organisation: each.budget.organisation.as_ref().map(|body| &*body.name),
                edition: edition(&each.budget.edition),
                field_code: heading.code.as_ref(),
                field: heading.title.as_deref().or(heading.label.as_deref()),
                subject,
                id: each.subject.id(),
                code,
                group,
                label: each.label(),
                flow,
                area: joined(areas.map(Dimension::value), BETWEEN),
                slice: slice(dimensions),
                period: figure.and_then(|figure| figure.period),
                role: figure.and_then(|figure| figure.role),
                dated: figure.and_then(|figure| figure.dated),
                kind: said.as_ref().map(|said| said.kind),
                value: said.as_ref().and_then(|said| said.value),
                low: said.as_ref().and_then(|said| said.ends).map(|(low, _)| low),
                high: said.as_ref().and_then(|said| said.ends).map(|(_, high)| high),
                unit: each.unit.map(Unit::measure),
                scale: each.unit.map(|unit| unit.scale().factor()),
                per: each.unit.and_then(Unit::per).map(counted_by),
                status: figure
                    .and_then(|figure| joined(figure.status.iter().map(Status::code), ", ")),
                notes: figure
                    .and_then(|figure| joined(figure.notes.iter().map(String::as_str), ", ")),
                remark: figure.and_then(|figure| figure.remark.as_deref()),
                printed: each.cell.map(|cell| &*cell.printed),
                header: each.header().filter(|header| header != each.label()),
                line,
                column,
                findings: joined(each.findings.iter().copied().map(Rule::code), " "),
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

    /// The flow of a line of money. A movement in the reserves has a code of its own: an addition is
    /// among the expenses of the budget, and a withdrawal among its income.
    fn flow(line: &CostLine) -> Option<&'static str> {
        match (line.flow, line.reserves) {
            (Some(Flow::Expenses), Some(Reserves::Only)) => Some("reserves_in"),
            (Some(Flow::Income), Some(Reserves::Only)) => Some("reserves_out"),
            (flow, _) => flow.map(Flow::code),
        }
    }

    /// All dimensions, the area too.
    fn slice(dimensions: &[Dimension]) -> Option<String> {
        let texts: Vec<String> = dimensions
            .iter()
            .map(|each| {
                if [DimensionName::POPULATION, DimensionName::AREA].contains(each.name()) {
                    each.value().to_owned()
                } else {
                    format!("{}: {}", each.name(), each.value())
                }
            })
            .collect();
        joined(texts.iter().map(String::as_str), BETWEEN)
    }

    fn counted_by(per: Per<'_>) -> String {
        match per.count {
            1 => per.of.to_owned(),
            count => format!("{count} {}", per.of),
        }
    }

    /// The line and the column of a position, or the row and the column of a sheet.
    fn position(span: Option<Span>) -> (Option<usize>, Option<usize>) {
        match span {
            None => (None, None),
            Some(Span::Text { line, column, .. }) => (Some(line), Some(column)),
            Some(Span::Sheet { row, column, .. }) => {
                (usize::try_from(row).ok(), usize::try_from(column).ok())
            }
        }
    }

    /// What a value says in the columns of a row.
    struct Said {
        kind: &'static str,
        value: Option<Number>,
        ends: Option<(Number, Number)>,
    }

    impl Said {
        fn of(value: &Value) -> Said {
            let number = |kind, number: &Number| Said { kind, value: Some(*number), ends: None };
            let words = |kind| Said { kind, value: None, ends: None };
            match value {
                Value::Exact(exact) => number("exact", exact),
                Value::MoreThan(low) => number("more_than", low),
                Value::AtLeast(low) => number("at_least", low),
                Value::LessThan(high) => number("less_than", high),
                Value::AtMost(high) => number("at_most", high),
                Value::Between(interval) => Said {
                    kind: "between",
                    value: None,
                    ends: Some((interval.low(), interval.high())),
                },
                Value::Missing(_) => words("missing"),
                Value::Relative { .. } => words("relative"),
                Value::Change(_) | Value::ChangeBy { .. } => words("change"),
                Value::Flag(_) => words("flag"),
                Value::Text(_) => words("text"),
            }
        }
    }

    impl Serialize for FigureRef<'_> {
        /// As a row of the flat table: an object with the keys of [`COLUMNS`](Self::COLUMNS), in
        /// which each has a text, a number or null.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            Row::from(self).serialize(serializer)
        }
    }
}

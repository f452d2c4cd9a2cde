//! [`Budget`] and [`Edition`]: a whole document, and how to find its parts.

use crate::findings::place::{Part, Place};
use crate::leaves::code::Code;
use crate::leaves::identifier::Identifier;
use crate::leaves::period::Period;
use crate::leaves::terms::{EditionKind, OrganisationKind};
use crate::model::field::PolicyField;
use crate::model::indicator::Indicator;

/// A programme budget or a report on one (Dutch: *programmabegroting*), as it was published.
///
/// ```
/// use beleid::{Budget, Edition, EditionKind, Heading, Period, PolicyField};
///
/// let mut budget = Budget::new(Edition::new(EditionKind::BUDGET, Period::year(2017)?));
/// budget.fields.push(PolicyField::new(Heading::new("2.3.4".parse()?, "Handelsrelaties")));
///
/// let field = budget.field(&"2.3.4".parse()?);
/// assert_eq!(field.and_then(|field| field.heading.title.as_deref()), Some("Handelsrelaties"));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "begroting")]
#[doc(alias = "programmabegroting")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Budget {
    /// Which publication it is: its kind, its year and its title.
    pub edition: Edition,
    /// The public body that published it; `None` if the document doesn't name one.
    #[doc(alias = "gemeente")]
    pub organisation: Option<Organisation>,
    /// Its policy fields, in document order.
    #[cfg_attr(feature = "serde", serde(default, with = "crate::model::nesting"))]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<PolicyField>"))]
    pub fields: Vec<PolicyField>,
}

/// The public body that published a document (Dutch: *organisatie*).
///
/// ```
/// use beleid::OrganisationKind;
///
/// let budget = beleid::read("Jaarverslag 2018 gemeente Groningen").budget;
/// let organisation = budget.organisation.unwrap();
/// assert_eq!(organisation.name, "gemeente Groningen");
/// assert_eq!(organisation.kind, Some(OrganisationKind::MUNICIPALITY));
/// ```
#[doc(alias = "organisatie")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Organisation {
    /// Its name as printed.
    pub name: String,
    /// What kind of body it is; `None` if the name doesn't say.
    pub kind: Option<OrganisationKind>,
    /// Its codes in lists outside the document.
    #[cfg_attr(feature = "serde", serde(default))]
    pub identifiers: Vec<Identifier>,
}

impl Organisation {
    /// A body with this name. Its kind is set if the name begins with it: *gemeente Groningen*.
    ///
    /// ```
    /// use beleid::{Organisation, OrganisationKind};
    ///
    /// let organisation = Organisation::new("Provincie Groningen");
    /// assert_eq!(organisation.kind, Some(OrganisationKind::PROVINCE));
    /// assert_eq!(Organisation::new("Groningen").kind, None);
    /// ```
    pub fn new(name: impl Into<String>) -> Self {
        let name = name.into();
        let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
        let kind = match &*first {
            "gemeente" => Some(OrganisationKind::MUNICIPALITY),
            "provincie" => Some(OrganisationKind::PROVINCE),
            "waterschap" | "hoogheemraadschap" | "wetterskip" => {
                Some(OrganisationKind::WATER_BOARD)
            }
            "ministerie" => Some(OrganisationKind::MINISTRY),
            _ => None,
        };
        Organisation { name, kind, identifiers: Vec::new() }
    }
}

/// Which publication a document is: its kind, its year and its title (Dutch: *editie*).
///
/// ```
/// let edition = beleid::read("Jaarverslag 2018 gemeente Groningen").budget.edition;
/// assert_eq!(edition.kind, Some(beleid::EditionKind::ANNUAL_REPORT));
/// assert_eq!(edition.period, Some("2018".parse()?));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "editie")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Edition {
    /// What kind of publication it is; `None` if the document doesn't say.
    pub kind: Option<EditionKind>,
    /// The year that it is about; `None` if the document doesn't say.
    #[doc(alias = "begrotingsjaar")]
    pub period: Option<Period>,
    /// Its title as printed; `None` if it has none.
    pub title: Option<String>,
}

impl Edition {
    /// An edition without a title. Kind and period may be `None`.
    ///
    /// ```
    /// use beleid::{Edition, EditionKind, Period};
    ///
    /// let edition = Edition::new(EditionKind::BUDGET, Period::year(2017)?);
    /// assert_eq!(edition.title, None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(kind: impl Into<Option<EditionKind>>, period: impl Into<Option<Period>>) -> Self {
        Edition { kind: kind.into(), period: period.into(), title: None }
    }
}

impl Budget {
    /// A budget without fields.
    ///
    /// ```
    /// use beleid::{Budget, Edition};
    ///
    /// assert_eq!(Budget::new(Edition::default()), Budget::default());
    /// ```
    pub fn new(edition: Edition) -> Self {
        Budget { edition, ..Budget::default() }
    }

    /// All fields at every depth in document order; a field comes before the fields within it.
    ///
    /// ```
    /// let budget = beleid::read("1.1 Bouwen\n\n1.1.1 Slopen\n").budget;
    /// let titles: Vec<_> =
    ///     budget.all_fields().filter_map(|field| field.heading.title.as_deref()).collect();
    /// assert_eq!(titles, ["Bouwen", "Slopen"]);
    /// ```
    pub fn all_fields(&self) -> impl Iterator<Item = &PolicyField> {
        Walk::new(&self.fields).map(|(_, field)| field)
    }

    /// All indicators in document order, each with the field that contains it.
    ///
    /// ```
    /// let budget = beleid::read("1.1 Bouwen\n\nKengetallen\n\nBehaald 2015\n\nWoningen\n\n10\n").budget;
    /// let (field, indicator) = budget.all_indicators().next().unwrap();
    /// assert_eq!(field.heading.title.as_deref(), Some("Bouwen"));
    /// assert_eq!(indicator.name, "Woningen");
    /// ```
    pub fn all_indicators(&self) -> impl Iterator<Item = (&PolicyField, &Indicator)> {
        self.all_fields()
            .flat_map(|field| field.indicators.iter().map(move |indicator| (field, indicator)))
    }

    /// All fields in document order, each with its place.
    ///
    /// ```
    /// let budget = beleid::read("1.1 Bouwen\n\n1.1.1 Slopen\n").budget;
    /// let places: Vec<_> = budget.places().map(|(place, _)| place.to_string()).collect();
    /// assert_eq!(places, ["field 1.1", "field 1.1, field 1.1.1"]);
    /// ```
    pub fn places(&self) -> impl Iterator<Item = (Place, &PolicyField)> {
        let mut place = Place::default();
        Walk::new(&self.fields).map(move |(step, field)| {
            place.truncate(step.depth);
            place.push(Part::Field { index: step.index, code: field.heading.code.clone() });
            (place.clone(), field)
        })
    }

    /// All indicators in document order, each with its place. The place of a figure is one step
    /// longer, as in the example.
    ///
    /// ```
    /// use beleid::Part;
    ///
    /// let reading = beleid::read("2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nProjecten\n\n10\n");
    /// let (place, projects) = reading.budget.indicator_places().next().unwrap();
    /// assert_eq!(projects.name, "Projecten");
    /// assert_eq!(place.at(Part::Figure(0)).to_string(), "field 2.3, indicator #1, figure #1");
    /// ```
    pub fn indicator_places(&self) -> impl Iterator<Item = (Place, &Indicator)> {
        self.places().flat_map(|(place, field)| {
            let indicators = field.indicators.iter().enumerate();
            indicators.map(move |(index, indicator)| {
                (place.clone().at(Part::Indicator(index)), indicator)
            })
        })
    }

    /// The first field with this code, at any depth.
    ///
    /// ```
    /// let budget = beleid::read("1.1 Bouwen\n\n1.1.1 Slopen\n").budget;
    /// assert!(budget.field(&"1.1.1".parse()?).is_some());
    /// assert!(budget.field(&"1.2".parse()?).is_none());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn field(&self, code: &Code) -> Option<&PolicyField> {
        self.all_fields().find(|field| field.heading.code.as_ref() == Some(code))
    }
}

/// Goes through fields depth first without recursion, so that depth costs no stack.
struct Walk<'a> {
    open: Vec<std::iter::Enumerate<std::slice::Iter<'a, PolicyField>>>,
}

/// Where a field stands: how many fields it lies in, and its index in the last of them.
struct Step {
    depth: usize,
    index: usize,
}

impl<'a> Walk<'a> {
    fn new(fields: &'a [PolicyField]) -> Self {
        Walk { open: vec![fields.iter().enumerate()] }
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = (Step, &'a PolicyField);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let siblings = self.open.last_mut()?;
            if let Some((index, field)) = siblings.next() {
                let depth = self.open.len() - 1;
                self.open.push(field.fields.iter().enumerate());
                return Some((Step { depth, index }, field));
            }
            self.open.pop();
        }
    }
}

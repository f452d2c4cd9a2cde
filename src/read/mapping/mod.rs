//! [`Mapping`]: what a user knows about the tables of a document.
//!
//! `defaults` holds what the user states about all figures, `guide` all that a document is read by, `file` the form in
//! TOML. What a column holds is in `mapped`.

mod defaults;
#[cfg(feature = "serde")]
mod file;
mod guide;

pub(in crate::read) use defaults::Defaults;
pub use defaults::{BareYears, DecimalSign, TableKind};
pub(in crate::read) use guide::{Guide, Matched, Scope};

use super::mapped::{Key, MappedColumn};
use super::vocabulary::Vocabulary;
use crate::error::{Error, Problem};
use crate::findings::argument::MappedText;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::unit::Unit;
use crate::model::cost::Flow;

/// What is known about the tables of a document beforehand: which column holds what, what bare years
/// are, in what amounts are, which words mean what (Dutch: *kolomtoewijzing*).
///
/// A mapping overrides what the headers say by themselves, and no finding is reported about what it
/// states. An entry that matches nothing in a document is reported
/// ([`Rule::MappingUnused`](crate::Rule::MappingUnused)).
///
/// Headers are compared as words of a [`Vocabulary`] are: capitals, accents, punctuation and spaces
/// make no difference. A header also matches without its year and its footnote marks: `Gemeten` is the
/// header *Gemeten 2018*¹.
///
/// ```
/// use beleid::{Column, Flow, Layout, MappedColumn, Mapping, Reader, Role, Scale, TableKind, Unit};
///
/// let csv = "Agency Name,Bureau Name,Spent 2014\nJustice,Police,178\n";
/// let mapping = Mapping::new()
///     .with_column("Agency Name", Column::Group)
///     .with_column("Bureau Name", Column::Label)
///     .with_column("Spent", MappedColumn::figures().with_role(Role::Realised).with_flow(Flow::Expenses))
///     .with_kind(TableKind::Money)
///     .with_unit(Unit::EURO.with_scale(Scale::Thousands));
/// let reading = Reader::new().with_mapping(mapping).read_as(csv, Layout::Csv);
/// let line = &reading.budget.fields[0].costs[0];
/// assert_eq!((&*line.label, &*line.group[0], line.flow), ("Police", "Justice", Some(Flow::Expenses)));
/// assert_eq!(line.figures[0].value.to_string(), "178000");
/// assert_eq!(line.figures[0].role, Some(Role::Realised));
/// ```
///
/// With the feature `serde` it can be deserialised from a file, for example with `toml::from_str`. All
/// keys are optional:
///
/// ```
/// let mapping: beleid::Mapping = toml::from_str(r##"
///     kind = "money"            # or "indicators"
///     unit = "euro"             # where the table doesn't say
///     scale = 1000
///     decimal = ","             # or "."
///     period = 2020             # of tables that state none; and so role and flow
///     role = "budgeted"
///     bare_years = { before = "realised", from = "budgeted" }   # the year of the edition; or one role
///
///     [column]                  # by header, or by number, counted from 1
///     "Bureau Name" = "label"
///     "#1" = "code"
///     "Bedrag" = { holds = "value", role = "realised", flow = "expenses", unit = "euro", scale = 1000 }
///     "Begroot" = "budgeted"    # short for figures with this role; and so with flows
///
///     [[table]]                 # the same keys for one table, by words of its title or its headers
///     title = "Tarieven"
///     headers = ["Soort", "Tarief"]
///     column."Tarief" = { unit = "euro" }
///
///     [words]                   # as in the file of a vocabulary
///     header."Gerealiseerd bedrag" = { figures = "realised" }
///     missing."geen opgave" = "not_available"
/// "##)?;
/// # let _ = mapping;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What a column holds is one of `label`, `group`, `period`, `role`, `flow`, `area`, `population`,
/// `value`, `unit`, `code`, `number`, `source`, `notes`, `status`, `remark`, `measured`, `attribute` and
/// `ignore`, or a [`Role`] or a [`Flow`]: see [`Column`](crate::Column).
#[doc(alias = "kolomtoewijzing")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Words of the title of the table that it is for. `None` if the title doesn't matter.
    title: Option<String>,
    /// Headers that the table has that it is for.
    headers: Vec<String>,
    columns: Vec<(Key, MappedColumn)>,
    defaults: Defaults,
    /// The mappings for one table, each with a title or headers.
    tables: Vec<Mapping>,
    /// Words that are added to those of the document's language.
    words: Option<Vocabulary>,
    /// The words of a language that a file names, for all documents.
    language: Option<Vocabulary>,
}

impl Mapping {
    /// A mapping that says nothing.
    ///
    /// ```
    /// use beleid::{Mapping, Reader};
    ///
    /// let reading = Reader::new().with_mapping(Mapping::new()).read("Begroting 2017");
    /// assert_eq!(reading.findings(), beleid::read("Begroting 2017").findings());
    /// ```
    pub fn new() -> Self {
        Mapping::default()
    }

    /// Adds what the column with this header holds: a [`Column`](crate::Column), or a
    /// [`MappedColumn`]. Of two entries for one header the later counts.
    ///
    /// ```
    /// use beleid::{Column, Mapping, Reader};
    ///
    /// let mapping = Mapping::new().with_column("Wie erover gaat", Column::Attribute);
    /// let reader = Reader::new().with_mapping(mapping);
    /// assert!(!reader.read_header("wie erover gaat").holds_figures());
    /// assert!(beleid::read_header("wie erover gaat").holds_figures());
    /// ```
    #[must_use]
    pub fn with_column(mut self, header: &str, holds: impl Into<MappedColumn>) -> Self {
        self.add(Key::header(header), holds.into());
        self
    }

    /// Adds what a column holds by its number in the table, counted from 1 at the left. It counts more
    /// than a header. With a label and figures by number, a grid needs no headers at all.
    ///
    /// ```
    /// use beleid::{Column, Layout, Mapping, Reader, Role};
    ///
    /// let mapping = Mapping::new()
    ///     .with_column_number(1, Column::Label)
    ///     .with_column_number(2, Column::Period)
    ///     .with_column_number(3, Column::Figures(Role::Realised));
    /// let reader = Reader::new().with_mapping(mapping);
    /// let reading = reader.read_as("Verzuim;2017;5,2\nVerzuim;2018;5,4\n", Layout::Csv);
    /// let figures = &reading.budget.fields[0].indicators[0].figures;
    /// assert_eq!(figures[1].value.to_string(), "5.4");
    /// assert_eq!(figures[1].period, Some("2018".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[must_use]
    pub fn with_column_number(mut self, number: usize, holds: impl Into<MappedColumn>) -> Self {
        self.add(Key::Number(number), holds.into());
        self
    }

    /// Adds a column as it is written on a command line: `Bureau Name=label`, `#3=realised`. The last
    /// `=` counts, since a header may have one.
    ///
    /// # Errors
    ///
    /// If there is no `=`, no header before it, or no word for what a column holds after it.
    ///
    /// ```
    /// use beleid::{Column, Mapping};
    ///
    /// let mut mapping = Mapping::new();
    /// mapping.add_column("Bureau Name=label")?.add_column("#3=code")?;
    /// let same = Mapping::new()
    ///     .with_column("Bureau Name", Column::Label)
    ///     .with_column_number(3, Column::Code);
    /// assert_eq!(mapping, same);
    /// assert!(mapping.add_column("Bureau Name").is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn add_column(&mut self, text: &str) -> Result<&mut Self, Error> {
        let refused = |at, problem| Error::new("column", text, at, problem);
        let Some((header, holds)) = text.rsplit_once('=') else {
            return Err(refused(text.len(), Problem::ExpectedColumn));
        };
        let key = Key::of(header).map_err(|_| refused(0, Problem::NoColumn))?;
        self.add(key, holds.trim().parse()?);
        Ok(self)
    }

    fn add(&mut self, key: Key, holds: MappedColumn) {
        self.columns.retain(|(known, _)| !known.is_same(&key));
        self.columns.push((key, holds));
    }

    /// Sets what years are that stand without a role, in a header, a label or a cell.
    ///
    /// ```
    /// use beleid::{BareYears, Mapping, Reader, Role};
    ///
    /// let mapping = Mapping::new().with_bare_years(BareYears::around(Role::Realised, Role::Budgeted));
    /// let page = "Begroting 2017\n\n2.3 Handel\n\nKengetallen\n\n2016\n\n2017\n\nWinkels\n\n10\n\n12\n";
    /// let budget = Reader::new().with_mapping(mapping).read(page).budget;
    /// let roles: Vec<_> = budget.figures().map(|figure| figure.figure.unwrap().role).collect();
    /// assert_eq!(roles, [Some(Role::Realised), Some(Role::Budgeted)]);
    /// ```
    #[must_use]
    pub fn with_bare_years(mut self, bare_years: impl Into<BareYears>) -> Self {
        self.defaults.bare_years = Some(bare_years.into());
        self
    }

    /// Sets the unit, with its scale, of figures whose cell, column, row and table state none. A unit of
    /// money is for tables of money, and makes one of a table unless its kind is known.
    ///
    /// ```
    /// use beleid::{Mapping, Reader, RowText, TableText, Unit};
    ///
    /// let reader = Reader::new().with_mapping(Mapping::new().with_unit(Unit::PERCENT));
    /// let row = RowText { label: "Leegstand", unit: None, cells: &["8"] };
    /// let table = TableText { headers: &["Behaald 2015"], rows: &[row], ..TableText::default() };
    /// assert_eq!(reader.read_table(&table).rows[0].unit, Some(Unit::PERCENT));
    /// ```
    #[must_use]
    pub fn with_unit(mut self, unit: Unit) -> Self {
        self.defaults.unit = Some(unit);
        self
    }

    /// Sets whether the tables are of money or of indicators.
    ///
    /// ```
    /// use beleid::{Mapping, Reader, TableKind};
    ///
    /// let page = "2.3 Handel\n\nRekening 2017\n\nOnderwijs\n\n10\n\nCultuur\n\n12\n";
    /// assert_eq!(beleid::read(page).budget.fields[0].costs.len(), 0);
    /// let reader = Reader::new().with_mapping(Mapping::new().with_kind(TableKind::Money));
    /// assert_eq!(reader.read(page).budget.fields[0].costs.len(), 2);
    /// ```
    #[must_use]
    pub fn with_kind(mut self, kind: TableKind) -> Self {
        self.defaults.kind = Some(kind);
        self
    }

    /// Sets the period of figures in tables that state none.
    ///
    /// ```
    /// use beleid::{Mapping, Period, Reader};
    ///
    /// let page = "2.3 Handel\n\nKengetallen\n\nBehaald\n\nWinkels\n\n10\n";
    /// let reader = Reader::new().with_mapping(Mapping::new().with_period(Period::year(2015)?));
    /// let figure = &reader.read(page).budget.fields[0].indicators[0].figures[0];
    /// assert_eq!(figure.period, Some(Period::year(2015)?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[must_use]
    pub fn with_period(mut self, period: Period) -> Self {
        self.defaults.period = Some(period);
        self
    }

    /// Sets the role of figures in tables that state none.
    ///
    /// ```
    /// use beleid::{Mapping, Reader, Role};
    ///
    /// let page = "2.3 Handel\n\nKengetallen\n\n2015\n\nWinkels\n\n10\n";
    /// let reader = Reader::new().with_mapping(Mapping::new().with_role(Role::Realised));
    /// let figure = &reader.read(page).budget.fields[0].indicators[0].figures[0];
    /// assert_eq!(figure.role, Some(Role::Realised));
    /// ```
    #[must_use]
    pub fn with_role(mut self, role: Role) -> Self {
        self.defaults.role = Some(role);
        self
    }

    /// Sets the flow of rows in tables of money that state none.
    ///
    /// ```
    /// use beleid::{Flow, Mapping, Reader, TableKind};
    ///
    /// let page = "2.3 Handel\n\nRekening 2017\n\nOnderwijs\n\n10\n";
    /// let mapping = Mapping::new().with_kind(TableKind::Money).with_flow(Flow::Expenses);
    /// let reading = Reader::new().with_mapping(mapping).read(page);
    /// assert_eq!(reading.budget.fields[0].costs[0].flow, Some(Flow::Expenses));
    /// ```
    #[must_use]
    pub fn with_flow(mut self, flow: Flow) -> Self {
        self.defaults.flow = Some(flow);
        self
    }

    /// Sets the sign before the decimals of numbers in cells. Numbers that would be ambiguous are
    /// certain then.
    ///
    /// ```
    /// use beleid::{DecimalSign, Mapping, Reader, RowText, TableText, Value};
    ///
    /// let row = RowText { label: "Cijfer", unit: None, cells: &["1.049"] };
    /// let table = TableText { headers: &["Behaald 2015"], rows: &[row], ..TableText::default() };
    /// let read = |sign| {
    ///     let reader = Reader::new().with_mapping(Mapping::new().with_decimal(sign));
    ///     reader.read_table(&table).rows[0].cells[0].figure.value.clone()
    /// };
    /// assert_eq!(read(DecimalSign::Comma), Value::Exact(1049.into()));
    /// assert_eq!(read(DecimalSign::Point), Value::Exact("1.049".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[must_use]
    pub fn with_decimal(mut self, sign: DecimalSign) -> Self {
        self.defaults.decimal = Some(sign);
        self
    }

    /// Adds the words of a vocabulary to those that documents are read by.
    ///
    /// ```
    /// use beleid::{Column, Mapping, Reader, Role, Vocabulary};
    ///
    /// let mut words = Vocabulary::new();
    /// words.add_header("Gemeten", Column::Figures(Role::Realised))?;
    /// let reader = Reader::new().with_mapping(Mapping::new().with_words(words));
    /// assert_eq!(reader.read_header("Gemeten 2018").role(), Some(Role::Realised));
    /// assert_eq!(reader.read_header("Beoogd 2018").role(), Some(Role::Target));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[must_use]
    pub fn with_words(mut self, words: Vocabulary) -> Self {
        self.words = Some(match self.words.take() {
            Some(known) => known.with_words_of(words),
            None => words,
        });
        self
    }

    /// Makes it a mapping for the tables whose title, caption or heading has these words, one after the
    /// other: to be added to another one by [`with_table`](Self::with_table).
    ///
    /// ```
    /// use beleid::{Mapping, Role};
    ///
    /// let tariffs = Mapping::new().for_title("Tarieven").with_role(Role::Norm);
    /// assert_ne!(tariffs, Mapping::new().with_role(Role::Norm));
    /// ```
    #[must_use]
    pub fn for_title(mut self, words: &str) -> Self {
        self.title = Some(words.to_owned());
        self
    }

    /// Makes it a mapping for the tables that have all of these headers, as
    /// [`for_title`](Self::for_title) does.
    ///
    /// ```
    /// use beleid::{Mapping, Role};
    ///
    /// let tariffs = Mapping::new().for_headers(&["Soort", "Tarief"]).with_role(Role::Norm);
    /// assert_ne!(tariffs, Mapping::new().with_role(Role::Norm));
    /// ```
    #[must_use]
    pub fn for_headers(mut self, headers: &[&str]) -> Self {
        self.headers = headers.iter().map(|&header| header.to_owned()).collect();
        self
    }

    /// Adds a mapping for the tables with some title or headers. What it says counts more than what this
    /// one says, and of several that match a table the first counts. Words are of a whole document, so
    /// those of `table` are added to those of this mapping; and so are the tables that it has itself.
    ///
    /// ```
    /// use beleid::{Column, Mapping, Reader, Role};
    ///
    /// let tariffs = Mapping::new().for_title("Tarieven").with_column("2020", Column::Figures(Role::Norm));
    /// let reader = Reader::new().with_mapping(Mapping::new().with_table(tariffs));
    /// let page = "2.3 Handel\n\nKengetallen\n\n2020\n\nWinkels\n\n10\n\n\
    ///     2.4 Markt\n\nTarieven\n\n2020\n\nKraam\n\n5\n";
    /// let budget = reader.read(page).budget;
    /// let roles: Vec<_> = budget.figures().map(|figure| figure.figure.unwrap().role).collect();
    /// assert_eq!(roles, [None, Some(Role::Norm)]);
    /// ```
    #[must_use]
    pub fn with_table(mut self, mut table: Mapping) -> Self {
        let inner = std::mem::take(&mut table.tables);
        if let Some(words) = table.words.take() {
            self = self.with_words(words);
        }
        self.tables.push(table);
        self.tables.extend(inner);
        self
    }

    /// The words of the language that it names, if it does.
    pub(in crate::read) fn language(&self) -> Option<&Vocabulary> {
        self.language.as_ref()
    }

    /// Whether it is for the tables with some title or headers.
    #[cfg(feature = "serde")]
    fn is_for_some(&self) -> bool {
        self.title.is_some() || !self.headers.is_empty()
    }

    /// The name of the table that it is for, as messages have it.
    fn name(&self) -> Option<MappedText> {
        match (&self.title, self.headers.as_slice()) {
            (Some(title), _) => Some(MappedText::Titled((&**title).into())),
            (None, [first, ..]) => Some(MappedText::With((&**first).into())),
            (None, []) => None,
        }
    }
}

//! The arguments of messages: texts of the source, and what else a message names.

use std::fmt;
use std::ops::Deref;

use crate::coded::coded;
use crate::error::Quoted;
use crate::findings::place::Place;
use crate::language::Language;
use crate::leaves::code::Code;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Role, Status};
use crate::leaves::unit::Unit;
use crate::leaves::value::{Change, Value};

/// What a message can name.
pub(super) trait Argument {
    /// Writes it in a language.
    fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The text that it quotes, as an example of the cells that a finding is about.
    fn quote(&self) -> Option<Quote> {
        None
    }
}

/// An argument as it prints by itself.
pub(super) struct Plain<'a, A: ?Sized> {
    pub(super) argument: &'a A,
    pub(super) language: Language,
}

impl<A: Argument + ?Sized> fmt::Display for Plain<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.argument.write(self.language, f)
    }
}

/// A short text of the source as messages quote it (Dutch: *citaat*): its first 60 characters, and
/// one more if it is longer. It prints between quotes, escaped, with `…` where it was cut.
///
/// ```
/// use beleid::Quote;
///
/// assert_eq!(Quote::from("12 \u{7}").to_string(), r#""12 \u{7}""#);
/// let long = Quote::from("x".repeat(1000));
/// assert_eq!((long.chars().count(), long.to_string().chars().last()), (61, Some('…')));
/// ```
#[doc(alias = "citaat")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Quote(Box<str>);

impl Quote {
    /// How many characters are kept: one more than are shown, which tells that there are more.
    const KEPT: usize = Quoted::SHOWN + 1;
}

impl From<&str> for Quote {
    fn from(text: &str) -> Self {
        let end = text.char_indices().nth(Quote::KEPT).map_or(text.len(), |(at, _)| at);
        Quote(text.get(..end).unwrap_or(text).into())
    }
}

impl From<String> for Quote {
    fn from(text: String) -> Self {
        Quote::from(&*text)
    }
}

impl From<&String> for Quote {
    fn from(text: &String) -> Self {
        Quote::from(&**text)
    }
}

impl Deref for Quote {
    type Target = str;

    /// The text that is kept.
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Quoted(&self.0).fmt(f)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Quote {
    /// From a text of any length.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Quote::from)
    }
}

/// A figure as messages show it (Dutch: *cijfertekst*): as it is printed, or by its value if it was
/// made by hand.
///
/// ```
/// use beleid::{FigureText, Value};
///
/// assert_eq!(FigureText::Printed("> 15".into()).to_string(), "\"> 15\"");
/// assert_eq!(FigureText::Value(Value::more_than(15)).to_string(), "> 15");
/// ```
#[doc(alias = "cijfertekst")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub enum FigureText {
    /// As it is printed.
    Printed(Quote),
    /// Its value.
    Value(Value),
}

/// A sum as messages show it (Dutch: *optelling*): its first terms, and how many there are besides.
///
/// ```
/// use beleid::{FigureText, SumText, TermText};
///
/// let term = |subtracted, printed: &str| TermText {
///     subtracted,
///     figure: FigureText::Printed(printed.into()),
/// };
/// let sum = SumText { terms: vec![term(false, "1.104"), term(true, "- 340")], more: 0 };
/// assert_eq!(sum.to_string(), "1.104 - (- 340)");
/// ```
#[doc(alias = "optelling")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct SumText {
    /// Its first terms.
    pub terms: Vec<TermText>,
    /// How many further terms it has.
    pub more: usize,
}

/// A term of a [sum](SumText) (Dutch: *term*).
///
/// ```
/// use beleid::{FigureText, TermText};
///
/// let term = TermText { subtracted: true, figure: FigureText::Value(340.into()) };
/// assert!(term.subtracted);
/// ```
#[doc(alias = "term")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct TermText {
    /// Whether it is subtracted.
    pub subtracted: bool,
    /// The figure.
    pub figure: FigureText,
}

/// A column as messages show it (Dutch: *kolomtekst*): its header as printed, or what its figures
/// are.
///
/// ```
/// use beleid::{ColumnText, Role};
///
/// assert_eq!(ColumnText::Printed("Behaald 2015".into()).to_string(), "\"Behaald 2015\"");
/// let meaning = ColumnText::Meaning { role: Some(Role::Target), period: Some("2017".parse()?) };
/// assert_eq!(meaning.to_string(), "target 2017");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "kolomtekst")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub enum ColumnText {
    /// Its header.
    Printed(Quote),
    /// What its figures are; it has no header.
    Meaning {
        /// Their role, if they have one.
        role: Option<Role>,
        /// Their period, if they have one.
        period: Option<Period>,
    },
}

/// A part of a [`Mapping`](crate::Mapping) as messages name it (Dutch: *deel van de kolomtoewijzing*).
///
/// ```
/// use beleid::MappedText;
///
/// let column = MappedText::Column("Waarde".into());
/// assert_ne!(column, MappedText::Titled("Waarde".into()));
/// ```
#[doc(alias = "deel van de kolomtoewijzing")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub enum MappedText {
    /// A column by its header.
    Column(Quote),
    /// A column by its number, from 1.
    Number(usize),
    /// A table by words of its title.
    Titled(Quote),
    /// A table by the first of the headers that it must have.
    With(Quote),
}

coded! {
    /// A kind of file that is not read, or not read by this build (Dutch: *bestandssoort*).
    ///
    /// ```
    /// assert_eq!(beleid::FileKind::Pdf.text(beleid::Language::Dutch), "een PDF");
    /// ```
    #[doc(alias = "bestandssoort")]
    #[non_exhaustive]
    FileKind, "kind of file" {
        /// A PDF.
        Pdf = "pdf", en "a PDF", nl "een PDF";
        /// A file of an old Office program, or one with a password.
        OldOffice = "old_office", en "an old Office file or protected by a password", nl "een oud Office-bestand of met een wachtwoord beveiligd";
        /// A web page.
        WebPage = "web_page", en "a web page", nl "een webpagina";
        /// Markdown.
        Markdown = "markdown", en "Markdown", nl "Markdown";
        /// Values that a sign separates.
        SeparatedValues = "separated_values", en "a file of separated values", nl "een bestand met gescheiden waarden";
        /// A workbook.
        Workbook = "workbook", en "a workbook", nl "een werkmap";
        /// A ZIP archive.
        Archive = "archive", en "a ZIP archive, as a workbook is", nl "een ZIP-archief, zoals een werkmap";
    }
}

coded! {
    /// Why a rule about a whole document or a delivery can't be checked (Dutch: *oncontroleerbaar*).
    ///
    /// ```
    /// use beleid::{Language, Unchecked};
    ///
    /// assert_eq!(Unchecked::NoYear.text(Language::English), "the year of the document isn't known");
    /// ```
    #[doc(alias = "oncontroleerbaar")]
    #[non_exhaustive]
    Unchecked, "reason why a rule is not checked" {
        /// The document doesn't say its year, or is for another period than a year.
        NoYear = "no-year", en "the year of the document isn't known", nl "het jaar van het document is niet bekend";
        /// The document doesn't say whether it is a budget.
        NoKind = "no-kind", en "it isn't known whether the document is a budget", nl "het is niet bekend of het document een begroting is";
        /// The organisation is of another kind than the law is for.
        OtherOrganisation = "other-organisation", en "the organisation is not a municipality", nl "de organisatie is geen gemeente";
        /// The official lists for the year aren't at hand.
        NoLists = "no-lists", en "the official lists for its year are not at hand", nl "de officiële lijsten voor het jaar zijn er niet";
        /// No expenses and income for the year of the document were read.
        NoAmounts = "no-amounts", en "no expenses or income for its year were read", nl "er zijn geen lasten of baten voor het jaar gelezen";
        /// No lines with structural income and expenses were recognised.
        NoStructuralLines = "no-structural-lines", en "no structural income and expenses were recognised", nl "er zijn geen structurele baten en lasten herkend";
        /// The lines have no amount for a year that decides.
        YearWithoutAmounts = "year-without-amounts", en "the lines have no amounts for a year that decides", nl "de regels hebben geen bedragen voor een jaar dat de doorslag geeft";
        /// Several lines say different things of one year.
        LinesDiffer = "lines-differ", en "several lines say different things", nl "verschillende regels spreken elkaar tegen";
        /// It isn't known whether a surplus is printed with a minus.
        NoSigns = "no-signs", en "it isn't known which sign a surplus has", nl "het is niet bekend welk teken een overschot heeft";
        /// The period of the delivery is unknown.
        NoPeriod = "no-period", en "the delivery doesn't say its period", nl "de levering zegt niet over welke periode ze gaat";
        /// There are no opening positions.
        NoOpening = "no-opening", en "there are no opening positions", nl "er zijn geen beginstanden";
        /// There are no closing positions.
        NoClosing = "no-closing", en "there are no closing positions", nl "er zijn geen eindstanden";
        /// The definitions of the year don't say for which periods it is made.
        NoDefinition = "no-definition", en "the definitions of the book year don't have it", nl "de definities van het boekjaar hebben haar niet";
        /// The definitions of the year don't say which codes it is about.
        NoCodes = "no-codes", en "the definitions of the book year don't say which balance codes it is about", nl "de definities van het boekjaar zeggen niet om welke balanscodes het gaat";
        /// The sums have more digits than can be kept.
        TooManyDigits = "too-many-digits", en "the sums have more digits than can be kept", nl "de sommen hebben meer cijfers dan er bewaard worden";
    }
}

coded! {
    /// In what way a cell was read that may be meant otherwise (Dutch: *twijfel*).
    ///
    /// ```
    /// use beleid::{Doubt, Language};
    ///
    /// assert_eq!(
    ///     Doubt::MayBeYear.text(Language::English),
    ///     "the number was read as one, and may be a year",
    /// );
    /// ```
    #[doc(alias = "twijfel")]
    #[non_exhaustive]
    Doubt, "doubt" {
        /// Parentheses were read as a minus.
        ParenthesesAsMinus = "parentheses_as_minus";
        /// A small number in parentheses was read as one below zero, and may be a mark.
        ParenthesesMayBeMark = "parentheses_may_be_mark";
        /// The dash before a percentage was read as a minus.
        DashAsMinus = "dash_as_minus";
        /// The words after each number were read as its subject.
        WordsAfterNumbers = "words_after_numbers";
        /// A comparison with a negative number may be meant the other way round.
        ComparisonBelowZero = "comparison_below_zero";
        /// Hours were read as a range, and may be times of the day.
        HoursMayBeTimes = "hours_may_be_times";
        /// A number may be a year.
        MayBeYear = "may_be_year";
        /// *ton* was read as a weight, and may be an amount of money.
        TonMayBeMoney = "ton_may_be_money";
        /// *min* was read as "at least", and may be a minus.
        MinMayBeMinus = "min_may_be_minus";
        /// *tot* was read as "at most", and may leave out the number itself.
        TotMayExclude = "tot_may_exclude";
        /// A letter was read as a scale, and may be a unit.
        LetterMayBeUnit = "letter_may_be_unit";
    }
}

coded! {
    /// What kind of value stands at a key of a delivery (Dutch: *soort waarde*).
    ///
    /// ```
    /// use beleid::{Language, ValueKind};
    ///
    /// assert_eq!(ValueKind::Flag.text(Language::Dutch), "true of false");
    /// ```
    #[doc(alias = "soort waarde")]
    #[non_exhaustive]
    ValueKind, "kind of value" {
        /// An object.
        Object = "object", en "an object", nl "een object";
        /// A list.
        List = "list", en "a list", nl "een lijst";
        /// A text.
        Text = "text", en "a text", nl "een tekst";
        /// A text without line breaks.
        Line = "line", en "a text on one line", nl "een tekst op één regel";
        /// A number.
        Number = "number", en "a number", nl "een getal";
        /// True or false.
        Flag = "flag", en "true or false", nl "true of false";
        /// A year from 0 to 9999.
        Year = "year", en "a year", nl "een jaartal";
        /// A tier of government.
        Tier = "tier", en "Gemeente, Provincie or GR", nl "Gemeente, Provincie of GR";
        /// The number of the period of a delivery.
        Period = "period", en "a whole number from 0 to 5", nl "een geheel getal van 0 tot en met 5";
        /// The status of a delivery.
        Status = "status", en "Begroting or Realisatie", nl "Begroting of Realisatie";
        /// A date with a time.
        Moment = "moment", en "a date and a time of hours, minutes and seconds", nl "een datum met een tijd in uren, minuten en seconden";
        /// An address of e-mail.
        Email = "email", en "an address of e-mail", nl "een e-mailadres";
    }
}

// Not by `coded!`, whose texts hold no quotes.
impl Doubt {
    /// The words that follow *in "(5)"* in a message.
    ///
    /// ```
    /// use beleid::{Doubt, Language};
    ///
    /// let text = Doubt::ParenthesesAsMinus.text(Language::Dutch);
    /// assert_eq!(text, "zijn de haakjes als een min gelezen");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        let (english, dutch) = match self {
            Doubt::ParenthesesAsMinus => {
                ("parentheses were read as a minus", "zijn de haakjes als een min gelezen")
            }
            Doubt::ParenthesesMayBeMark => (
                "a number in parentheses was read as one below zero, and may be a mark",
                "is een getal tussen haakjes gelezen als een onder nul; het kan een teken zijn",
            ),
            Doubt::DashAsMinus => (
                "the dash before the percentage was read as a minus",
                "is het streepje voor het percentage als min gelezen",
            ),
            Doubt::WordsAfterNumbers => (
                "the words after each number were read as its subject",
                "zijn de woorden na elk getal gelezen als waar het over gaat",
            ),
            Doubt::ComparisonBelowZero => (
                "a comparison with a negative number may be meant the other way round",
                "kan de vergelijking met een negatief getal andersom bedoeld zijn",
            ),
            Doubt::HoursMayBeTimes => (
                "the hours were read as a range, and may be times of the day",
                "zijn de uren als bandbreedte gelezen; het kunnen tijdstippen zijn",
            ),
            Doubt::MayBeYear => (
                "the number was read as one, and may be a year",
                "is het getal als getal gelezen; het kan een jaartal zijn",
            ),
            Doubt::TonMayBeMoney => (
                "\"ton\" was read as a weight, and may be a hundred thousand euro",
                "is \"ton\" als gewicht gelezen; het kan honderdduizend euro zijn",
            ),
            Doubt::MinMayBeMinus => (
                "\"min\" was read as \"at least\", and may be a minus",
                "is \"min\" als \"minstens\" gelezen; het kan een minteken zijn",
            ),
            Doubt::TotMayExclude => (
                "\"tot\" was read as \"at most\", and may leave out the number itself",
                "is \"tot\" als \"hoogstens\" gelezen; het getal zelf kan erbuiten vallen",
            ),
            Doubt::LetterMayBeUnit => (
                "the letter after the digits was read as a scale, and may be a unit",
                "is de letter na de cijfers als schaal gelezen; het kan een eenheid zijn",
            ),
        };
        match language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }
}

/// Writes arguments of these types by `Display`, which is the same in every language.
macro_rules! in_any_language {
    ($($type:ty),*) => {
        $(impl Argument for $type {
            fn write(&self, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        })*
    };
}

in_any_language!(String, u16, u32, u64, usize, Code, Period);

/// Writes arguments of these types by `Display` in English, and by their text in Dutch.
macro_rules! by_text {
    ($($type:ty),*) => {
        $(impl Argument for $type {
            fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match language {
                    Language::English => fmt::Display::fmt(self, f),
                    Language::Dutch => f.write_str(&self.text(language)),
                }
            }
        })*
    };
}

by_text!(Number, Place, Unit, Value);

/// Writes arguments of these types by their text.
macro_rules! by_static_text {
    ($($type:ty),*) => {
        $(impl Argument for $type {
            fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.text(language))
            }
        })*
    };
}

by_static_text!(Role, Status, Change, FileKind, Doubt, Unchecked, ValueKind);

impl Argument for Quote {
    fn write(&self, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn quote(&self) -> Option<Quote> {
        Some(self.clone())
    }
}

impl Argument for Vec<Quote> {
    fn write(&self, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, text) in self.iter().enumerate() {
            write!(f, "{}{text}", if index > 0 { ", " } else { "" })?;
        }
        Ok(())
    }
}

impl Argument for FigureText {
    fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FigureText::Printed(text) => text.write(language, f),
            FigureText::Value(value) => value.write(language, f),
        }
    }

    fn quote(&self) -> Option<Quote> {
        match self {
            FigureText::Printed(text) => Some(text.clone()),
            FigureText::Value(_) => None,
        }
    }
}

impl fmt::Display for FigureText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

impl Argument for SumText {
    fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, TermText { subtracted, figure }) in self.terms.iter().enumerate() {
            match (at, subtracted) {
                (0, false) => {}
                (0, true) => f.write_str("-")?,
                (_, false) => f.write_str(" + ")?,
                (_, true) => f.write_str(" - ")?,
            }
            let text = match figure {
                FigureText::Printed(printed) => printed.to_string(),
                FigureText::Value(value) => Plain { argument: value, language }.to_string(),
            };
            // As printed, without the marks around a quotation.
            let text = text.trim_matches('"');
            if text.starts_with(|c: char| c.is_ascii_digit() || c == '(') {
                f.write_str(text)?;
            } else {
                write!(f, "({text})")?;
            }
        }
        match (self.more, language) {
            (0, _) => Ok(()),
            (more, Language::English) => write!(f, " and {more} more"),
            (more, Language::Dutch) => write!(f, " en nog {more}"),
        }
    }
}

impl fmt::Display for SumText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

impl Argument for MappedText {
    fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (column, table, with) = match language {
            Language::English => ("column", "table", "table with column"),
            Language::Dutch => ("kolom", "tabel", "tabel met kolom"),
        };
        match self {
            MappedText::Column(header) => write!(f, "{column} {header}"),
            MappedText::Number(number) => write!(f, "{column} {number}"),
            MappedText::Titled(title) => write!(f, "{table} {title}"),
            MappedText::With(header) => write!(f, "{with} {header}"),
        }
    }
}

impl Argument for ColumnText {
    fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ColumnText::Printed(header) => header.write(language, f),
            ColumnText::Meaning { role: Some(role), period: Some(period) } => {
                write!(f, "{} {period}", Plain { argument: role, language })
            }
            ColumnText::Meaning { role: Some(role), period: None } => role.write(language, f),
            ColumnText::Meaning { role: None, period: Some(period) } => period.write(language, f),
            ColumnText::Meaning { role: None, period: None } => f.write_str(match language {
                Language::English => "a column",
                Language::Dutch => "een kolom",
            }),
        }
    }
}

impl fmt::Display for ColumnText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

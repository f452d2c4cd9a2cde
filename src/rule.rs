//! [`Rule`] and [`Severity`]: what a finding is about, and how grave it is.

use std::fmt;

use crate::Language;

/// How grave a finding is (Dutch: *ernst*), from the least on.
#[doc(alias = "ernst")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Severity {
    /// Good to know (*advies*).
    #[doc(alias = "advies")]
    Advice,
    /// Something may be wrong or is left open (*waarschuwing*).
    #[doc(alias = "waarschuwing")]
    Warning,
    /// Something is wrong (*fout*).
    #[doc(alias = "fout")]
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// Defines the rules in one table: name, code, severity, help in both languages.
macro_rules! rules {
    ($(
        $(#[$meta:meta])*
        $name:ident, $code:literal, $severity:ident, $english:literal, $dutch:literal;
    )*) => {
        /// What a finding is about (Dutch: *regel*). The codes are stable.
        ///
        /// ```
        /// use beleid::{Language, Rule, Severity};
        ///
        /// let rule = Rule::RowMisaligned;
        /// assert_eq!(rule.code(), "row-misaligned");
        /// assert_eq!(rule.severity(), Severity::Warning);
        /// assert!(rule.help(Language::Dutch).starts_with("Deze rij"));
        /// ```
        #[doc(alias = "regel")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$meta])* $name,)*
        }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Rule] = &[$(Rule::$name),*];

            /// Its stable code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Rule::$name => $code,)*
                }
            }

            /// How grave it is unless somebody says otherwise.
            pub fn severity(self) -> Severity {
                match self {
                    $(Rule::$name => Severity::$severity,)*
                }
            }

            /// What it means and what can be done about it.
            pub fn help(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Rule::$name, Language::English) => $english,
                        (Rule::$name, Language::Dutch) => $dutch,
                    )*
                }
            }
        }
    };
}

rules! {
    /// No title such as *Begroting 2017* is printed.
    MissingEdition, "missing-edition", Advice,
        "No title such as 'Begroting 2017' was recognised on a line of its own, so the kind of document and its year are left open. Set them by hand, or read the page that has the title together with this one.",
        "Er is geen titel gevonden zoals 'Begroting 2017'; soort document en jaar blijven daarom open. Vul ze zelf in, of lees de pagina met de titel mee in.";
    /// No body is named.
    MissingOrganisation, "missing-organisation", Advice,
        "The document doesn't say in its title whose it is. Set the organisation by hand where it matters.",
        "De titel van het document zegt niet van wie het is. Vul de organisatie zelf in waar dat nodig is.";
    /// Text or a table stands in front of the first field heading.
    MissingHeading, "missing-heading", Advice,
        "Something stands in front of the first heading of a policy field. It is kept in a field without a heading; no heading was made up.",
        "Er staat iets vóór de eerste kop van een beleidsveld. Het is bewaard in een veld zonder kop; er is geen kop verzonnen.";
    /// A number in front of a title, which may be the heading of a field.
    UnclearHeading, "unclear-heading", Warning,
        "This line may be a heading or a question that opens something, but there is too little to tell. It was read as text, and what follows stays where it was. Headings are read with a code of two or more parts (2.3 Title) or with a label (Programma 2 Title), and a title on the same line that begins with a capital.",
        "Deze regel kan een kop zijn of een vraag die iets opent, maar er is te weinig om dat te zien. Hij is als tekst gelezen, en wat volgt blijft waar het was. Koppen worden gelezen met een code van twee of meer delen (2.3 Titel) of met een woord ervoor (Programma 2 Titel), en een titel op dezelfde regel die met een hoofdletter begint.";
    /// The code of a field that stood before.
    RepeatedCode, "repeated-code", Warning,
        "A field with this code was opened before. One of the two may be a line of a table of contents, or the same field on another page.",
        "Een veld met deze code is al eerder geopend. Een van beide kan een regel van een inhoudsopgave zijn, of hetzelfde veld op een andere pagina.";
    /// A table of another kind than those that are read.
    TableNotRead, "table-not-read", Warning,
        "Only tables of indicators with a line for each header, label and cell are read. This one has several headers on a line, or is about money, and was taken as text.",
        "Alleen indicatorentabellen met een regel voor elke kop, omschrijving en cel worden gelezen. Deze heeft meer koppen op een regel, of gaat over geld, en is als tekst opgenomen.";
    /// The title of another edition stands within the document.
    SecondEdition, "second-edition", Warning,
        "Another title stands within the document. If these are several documents one behind the other, read them one by one: what follows was taken as part of the first.",
        "Binnen het document staat nog een titel. Zijn dit meer documenten achter elkaar, lees ze dan apart in: wat volgt is als deel van het eerste gelezen.";
    /// The heading of a table of indicators without any columns below it.
    TableWithoutHeader, "table-without-header", Warning,
        "The heading of a table of indicators is not followed by column headers such as 'Behaald 2015', so what follows was read as text.",
        "Na de kop van een indicatorentabel staan geen kolomkoppen zoals 'Behaald 2015'; wat volgt is daarom als tekst gelezen.";
    /// Column headers without any row below them.
    TableWithoutRows, "table-without-rows", Warning,
        "The column headers of a table are not followed by rows of an indicator with its cells.",
        "Na de kolomkoppen van een tabel staan geen rijen van een indicator met cellen.";
    /// A column header without a year.
    HeaderWithoutPeriod, "header-without-period", Warning,
        "The header of this column has no year, so its figures have no period. The year of the edition may suggest one, but it is not filled in.",
        "De kop van deze kolom heeft geen jaartal; de cijfers hebben daarom geen periode. Het jaar van het document kan er een suggereren, maar wordt niet ingevuld.";
    /// Column headers of which nobody can tell which belong together.
    MixedHeader, "mixed-header", Warning,
        "Among the column headers stands something that can't be told: a word such as 'Beoogd' with several years behind it, or a line that isn't known as a header. Nobody can know which cell belongs to which column, so the cells are kept as 'unplaced'.",
        "Tussen de kolomkoppen staat iets dat niet te duiden is: een woord als 'Beoogd' met meer jaren erachter, of een regel die niet als kop bekend is. Welke cel bij welke kolom hoort is niet te weten; de cellen staan bij 'unplaced'.";
    /// A line in a table that begins as the heading of a field does.
    NumberedRow, "numbered-row", Warning,
        "This line begins with a code, as the heading of a policy field does. It was taken as part of the table, since cells follow. If it is a heading, what follows stands in the wrong field.",
        "Deze regel begint met een code, zoals de kop van een beleidsveld. Hij is als deel van de tabel gelezen, omdat er cellen op volgen. Is het toch een kop, dan staat wat volgt in het verkeerde veld.";
    /// A row with more or fewer cells than there are columns.
    RowMisaligned, "row-misaligned", Warning,
        "This row doesn't have as many cells as the table has columns, so nobody can know which cell belongs to which column. They are kept as 'unplaced': look in the source and place them by hand.",
        "Deze rij heeft niet evenveel cellen als de tabel kolommen; welke cel bij welke kolom hoort is niet te weten. De cellen staan bij 'unplaced': kijk in de bron en plaats ze met de hand.";
    /// A row with a label and no cells at all.
    RowWithoutCells, "row-without-cells", Warning,
        "This row has a label and no cells. It may be an indicator without figures, a heading within the table, or a cell of words that belongs to the row in front of it.",
        "Deze rij heeft een omschrijving en geen cellen. Het kan een indicator zonder cijfers zijn, een tussenkop in de tabel, of een cel met woorden die bij de rij ervoor hoort.";
    /// Words beside a number.
    RemarkInCell, "remark-in-cell", Advice,
        "The words beside this number are kept as a remark and change nothing of its value. Look whether they should.",
        "De woorden bij dit getal zijn als opmerking bewaard en veranderen niets aan de waarde. Kijk of dat terecht is.";
    /// Digits and signs that no number is written with.
    Misprint, "misprint", Warning,
        "This looks like a number but isn't written as one. It is kept as it was printed and not repaired: correct it in the source, or by hand.",
        "Dit lijkt een getal maar is niet als getal geschreven. Het is bewaard zoals het er staat en niet hersteld: verbeter het in de bron, of met de hand.";
    /// Words that could not be read as a value.
    NotUnderstood, "not-understood", Warning,
        "This cell could not be read as a value. It is kept as text, and no target can be evaluated against it.",
        "Deze cel kon niet als waarde gelezen worden. Ze is als tekst bewaard; er kan geen streefwaarde aan getoetst worden.";
    /// A number that can be read in two ways.
    AmbiguousNumber, "ambiguous-number", Warning,
        "The point or comma in this number may stand for thousands or for decimals, and nothing around it tells which. It is kept as text.",
        "De punt of komma in dit getal kan voor duizendtallen of voor decimalen staan, en niets eromheen zegt welk van de twee. Het is als tekst bewaard.";
    /// A comparison with a number that may be a year.
    AmbiguousYear, "ambiguous-year", Warning,
        "This may compare with the result of a year or with a number, and the other cells of the row don't tell which. It is kept as text.",
        "Dit kan een vergelijking zijn met het resultaat van een jaar of met een getal; de andere cellen van de rij zeggen niet welk van de twee. Het is als tekst bewaard.";
    /// A decimal point where the notation of the country has a comma.
    DecimalPoint, "decimal-point", Advice,
        "A point was read as a decimal sign, since no thousands can be meant and the other cells of the row are of the same size.",
        "Een punt is als decimaalteken gelezen: duizendtallen kunnen niet bedoeld zijn en de andere cellen van de rij zijn van dezelfde orde.";
    /// Fields within fields, deeper than they are held.
    NestedTooDeep, "nested-too-deep", Warning,
        "Fields are held 16 deep at most. This one lies deeper, and was put beside the deepest that holds.",
        "Velden worden tot 16 niveaus diep bewaard. Dit veld ligt dieper en staat nu naast het diepste dat past.";
    /// A line that has no place in the model.
    UnreadLine, "unread-line", Warning,
        "This line has no place in the model. It is not lost: the reading still lists it.",
        "Deze regel heeft geen plaats in het model. Ze is niet weg: de lezing noemt haar nog.";
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Rule {
    /// As its code.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

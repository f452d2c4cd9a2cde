//! [`Rule`]: the kinds of findings, each with its code, default severity and help.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;
use crate::error::Problem;
use crate::findings::severity::Severity;
use crate::language::Language;
use crate::leaves::text::serde_as_text;

/// Defines the rules in one table: name, code, severity, help in both languages.
macro_rules! rules {
    ($(
        $(#[$meta:meta])*
        $name:ident, $code:literal, $severity:ident, $english:literal, $dutch:literal;
    )*) => {
        /// A kind of finding (Dutch: *regel*), with a stable code, a default severity and help. All
        /// rules are listed in RULES.md.
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
            /// All rules, in the order of RULES.md.
            ///
            /// ```
            /// assert!(beleid::Rule::ALL.contains(&beleid::Rule::DuplicateId));
            /// ```
            pub const ALL: &'static [Rule] = &[$(Rule::$name),*];

            /// Its code, which stays the same between versions.
            ///
            /// ```
            /// assert_eq!(beleid::Rule::DuplicateId.code(), "duplicate-id");
            /// ```
            pub fn code(self) -> &'static str {
                match self {
                    $(Rule::$name => $code,)*
                }
            }

            /// Whether both reading and validation report it. Reading then has the better message.
            #[cfg_attr(not(feature = "read"), allow(dead_code))]
            pub(crate) fn is_of_reading(self) -> bool {
                matches!(
                    self,
                    Rule::MissingHeading
                        | Rule::RepeatedCode
                        | Rule::NestedTooDeep
                        | Rule::RowMisaligned
                        | Rule::NotUnderstood
                )
            }

            /// Its default severity; [`Rules`](crate::Rules) can change it.
            ///
            /// ```
            /// assert_eq!(beleid::Rule::DuplicateId.severity(), beleid::Severity::Error);
            /// ```
            pub fn severity(self) -> Severity {
                match self {
                    $(Rule::$name => Severity::$severity,)*
                }
            }

            /// What it means, and what can be done about it.
            ///
            /// ```
            /// let help = beleid::Rule::DuplicateId.help(beleid::Language::English);
            /// assert!(help.starts_with("An id identifies one part"));
            /// ```
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
    /// A source that can't be read at all.
    UnreadableFile, "unreadable-file", Error,
        "Nothing was read of this file: it is damaged, too large, protected by a password, or of a kind that isn't read. Save it again in the program that made it, or save it as a web page, a workbook (.xlsx), text or CSV.",
        "Van dit bestand is niets gelezen: het is beschadigd, te groot, met een wachtwoord beveiligd of van een soort die niet gelezen wordt. Sla het opnieuw op in het programma waar het vandaan komt, of bewaar het als webpagina, werkmap (.xlsx), tekst of CSV.";
    /// A text whose encoding was guessed, or that contains bytes of another encoding.
    UnsureEncoding, "unsure-encoding", Warning,
        "This text is not valid UTF-8, so it was read in the encoding named here; characters such as é or € may be wrong. Save the text as UTF-8 to be sure.",
        "De bytes van deze tekst zijn geen UTF-8; daarom is de genoemde codering aangenomen. Een teken als é of € kan verkeerd zijn overgekomen. Bewaar de tekst als UTF-8 om zeker te zijn.";
    /// A part of the source that exceeds a limit of the reader.
    LimitReached, "limit-reached", Error,
        "A part of the source was left out because it exceeds a limit of the reader. If the source is meant to be this large, raise the limits of the reader.",
        "Een deel van de bron is weggelaten omdat het meer is dan er gelezen wordt. Is het per ongeluk zo groot? Zet anders de grenzen van de lezer hoger.";
    /// A hidden part of a workbook.
    HiddenPart, "hidden-part", Advice,
        "A hidden sheet, row or column was left out, since it isn't visible in the workbook either. If it belongs to the document, make it visible.",
        "Een verborgen blad, rij of kolom is weggelaten: wie de werkmap opent, ziet die ook niet. Hoort die wel bij het document, maak hem dan zichtbaar.";
    /// A document of another edition or organisation in a collection.
    OtherEdition, "other-edition", Error,
        "These documents are merged into one budget, and this one is of another year, another kind or another organisation than the first. It was left out; read it separately.",
        "Deze documenten worden als één begroting gelezen, en dit is van een ander jaar, een andere soort of een andere organisatie dan het eerste. Het is weggelaten; lees het apart in.";
    /// No title such as *Begroting 2017* is printed.
    MissingEdition, "missing-edition", Advice,
        "No title such as 'Begroting 2017' was recognised on a line of its own, so the kind and the year of the document are unknown. Set them by hand, or read the page with the title together with this one.",
        "Er is geen titel gevonden zoals 'Begroting 2017'; soort document en jaar blijven daarom open. Vul ze zelf in, of lees de pagina met de titel mee in.";
    /// The organisation is not named.
    MissingOrganisation, "missing-organisation", Advice,
        "The title of the document doesn't name the organisation. Set it by hand if you need it.",
        "De titel van het document zegt niet van wie het is. Vul de organisatie zelf in waar dat nodig is.";
    /// Text or a table before the first heading of a field.
    MissingHeading, "missing-heading", Advice,
        "There is text or a table before the first heading of a policy field. It is kept in a field without a heading; no heading was invented.",
        "Er staat iets vóór de eerste kop van een beleidsveld. Het is bewaard in een veld zonder kop; er is geen kop verzonnen.";
    /// A line that may be the heading of a field or a question.
    UnclearHeading, "unclear-heading", Warning,
        "This line may be a heading, or a question that opens a section, but that isn't certain. It was read as text, and what follows it stays in the section before it. Headings are recognised by a code of two or more parts (2.3 Title) or a label (Programma 2 Title), with a title on the same line that begins with a capital.",
        "Deze regel kan een kop zijn of een vraag die iets opent, maar er is te weinig om dat te zien. Hij is als tekst gelezen, en wat volgt blijft waar het was. Koppen worden gelezen met een code van twee of meer delen (2.3 Titel) of met een woord ervoor (Programma 2 Titel), en een titel op dezelfde regel die met een hoofdletter begint.";
    /// The code of an earlier field.
    RepeatedCode, "repeated-code", Warning,
        "An earlier field has the same code. One of the two may be a line of a table of contents, or the same field on another page.",
        "Een veld met deze code is al eerder geopend. Een van beide kan een regel van een inhoudsopgave zijn, of hetzelfde veld op een andere pagina.";
    /// A table in a layout that is not supported.
    TableNotRead, "table-not-read", Warning,
        "In plain text, a table is only read if each header, label and cell has a line of its own. This one has several headers on a line, or is a table of money of another kind, and was kept as text.",
        "Alleen indicatorentabellen met een regel voor elke kop, omschrijving en cel worden gelezen. Deze heeft meerdere koppen op een regel, of gaat over geld, en is als tekst opgenomen.";
    /// The title of another edition within the document.
    SecondEdition, "second-edition", Warning,
        "There is another title within the document. If the source contains several documents, read them one by one: what follows was read as part of the first.",
        "Binnen het document staat nog een titel. Zijn dit meerdere documenten achter elkaar, lees ze dan apart in: wat volgt is als deel van het eerste gelezen.";
    /// The title of a table of indicators without column headers below it.
    TableWithoutHeader, "table-without-header", Warning,
        "The title of a table of indicators is not followed by column headers such as 'Behaald 2015', so what follows was read as text.",
        "Na de kop van een indicatorentabel staan geen kolomkoppen zoals 'Behaald 2015'; wat volgt is daarom als tekst gelezen.";
    /// Column headers without any row below them.
    TableWithoutRows, "table-without-rows", Warning,
        "The column headers of a table are not followed by rows with a label and cells.",
        "Na de kolomkoppen van een tabel staan geen rijen van een indicator met cellen.";
    /// A column header without a year.
    HeaderWithoutPeriod, "header-without-period", Warning,
        "The header of this column has no year, so its figures have no period. The year of the edition is not filled in, since the column may be about another year.",
        "De kop van deze kolom heeft geen jaartal; de cijfers hebben daarom geen periode. Het jaar van het document kan er een suggereren, maar wordt niet ingevuld.";
    /// Column headers that can be combined in several ways.
    MixedHeader, "mixed-header", Warning,
        "The column headers are ambiguous: a word such as 'Beoogd' is followed by several years, or a line between them is not a known header. It is unknown which cell belongs to which column, so the cells are kept as 'unplaced'.",
        "Tussen de kolomkoppen staat iets dat niet te duiden is: een woord als 'Beoogd' met meerdere jaren erachter, of een regel die niet als kop bekend is. Welke cel bij welke kolom hoort is niet te weten; de cellen staan bij 'unplaced'.";
    /// An unknown column header.
    UnknownHeader, "unknown-header", Warning,
        "This column header is not in the vocabulary, so the role of its figures is unknown, and none of them counts as a result or a target. Add the header without its year to the vocabulary (Vocabulary::add_header), or set the role of the figures by hand.",
        "Deze kolomkop staat niet in de woordenlijst. Waar de cijfers over gaan is dus onbekend; geen ervan telt als realisatie of streefwaarde. Voeg de kop zonder jaartal toe aan de woordenlijst (Vocabulary::add_header) of geef de cijfers met de hand hun soort.";
    /// An unknown unit or scale.
    UnknownUnit, "unknown-unit", Warning,
        "The unit or the scale of this row is not understood, so its numbers are kept as printed and may be in thousands or millions. Set the unit by hand.",
        "De eenheid of schaal van deze rij is niet te duiden. De getallen staan zoals ze gedrukt zijn en kunnen in duizenden of miljoenen zijn. Vul de eenheid met de hand in.";
    /// Two columns with the same meaning.
    RepeatedHeader, "repeated-header", Warning,
        "Two columns have the same role and period. A year may be misprinted; if their figures differ, an evaluation is undecided.",
        "Twee kolommen hebben dezelfde kop, dus hun cijfers zeggen verschillende dingen over hetzelfde. Misschien is een jaartal verkeerd gedrukt; verschillen de cijfers, dan is de uitkomst van de toetsing niet te bepalen.";
    /// A line in a table that begins like the heading of a field.
    NumberedRow, "numbered-row", Warning,
        "This line begins with a code, like the heading of a policy field. It was read as part of the table, since cells follow. If it is a heading, what follows is in the wrong field.",
        "Deze regel begint met een code, zoals de kop van een beleidsveld. Hij is als deel van de tabel gelezen, omdat er cellen op volgen. Is het toch een kop, dan staat wat volgt in het verkeerde veld.";
    /// A row with more or fewer cells than there are columns.
    RowMisaligned, "row-misaligned", Warning,
        "This row doesn't have as many cells as the table has columns, so it is unknown which cell belongs to which column. The cells are kept as 'unplaced': look them up in the source and place them by hand.",
        "Deze rij heeft niet evenveel cellen als de tabel kolommen; welke cel bij welke kolom hoort is niet te weten. De cellen staan bij 'unplaced': kijk in de bron en plaats ze met de hand.";
    /// A row with a label and no cells.
    RowWithoutCells, "row-without-cells", Warning,
        "This row has a label and no cells. It may be an indicator without figures, a heading within the table, or a cell of words that belongs to the row before it.",
        "Deze rij heeft een omschrijving en geen cellen. Het kan een indicator zonder cijfers zijn, een tussenkop in de tabel, of een cel met woorden die bij de rij ervoor hoort.";
    /// Words next to a number in its cell.
    RemarkInCell, "remark-in-cell", Advice,
        "The words next to this number are kept as a remark and don't change its value. If they are not understood, the figure has the status 'unclear' and an evaluation doesn't rely on it: check whether they change the meaning of the figure.",
        "De woorden bij dit getal zijn als opmerking bewaard en veranderen niets aan de waarde. Worden ze niet begrepen, dan heeft het cijfer de status 'unclear' en steunt een toetsing er niet op: kijk of ze de betekenis veranderen.";
    /// A footnote that may change the meaning of its figures.
    NoteNotUnderstood, "note-not-understood", Warning,
        "This footnote is neither of a kind that changes nothing (a source, a definition) nor in words that are known. It may change the meaning of the figure, so an evaluation that uses the figure is undecided. Read it, and remove the status 'unclear' from the figures if it changes nothing.",
        "Deze voetnoot is geen bekende die niets verandert (een bron, een definitie) en zegt ook niet in bekende woorden hoe het cijfer tot stand kwam. Hij kan veranderen wat het cijfer betekent, dus een toetsing die erop rust is niet te bepalen. Lees hem, en haal de status 'unclear' van de cijfers als hij niets verandert.";
    /// Digits and signs that don't form a number.
    Misprint, "misprint", Warning,
        "This looks like a number but isn't written as one. It is kept as printed and not repaired: correct it in the source, or by hand.",
        "Dit lijkt een getal maar is niet als getal geschreven. Het is bewaard zoals het er staat en niet hersteld: verbeter het in de bron, of met de hand.";
    /// A cell that could not be read as a value.
    NotUnderstood, "not-understood", Warning,
        "This cell could not be read as a value. It is kept as text, and no target can be evaluated against it.",
        "Deze cel kon niet als waarde gelezen worden. Ze is als tekst bewaard; er kan niet mee getoetst worden.";
    /// A number that can be read in two ways, such as 1.049.
    AmbiguousNumber, "ambiguous-number", Warning,
        "The point or comma in this number may separate thousands or decimals, and neither the row nor the table shows which. It is kept as text.",
        "De punt of komma in dit getal kan voor duizendtallen of voor decimalen staan, en niets eromheen zegt welk van de twee. Het is als tekst bewaard.";
    /// A comparison with a number that may be a year.
    AmbiguousYear, "ambiguous-year", Warning,
        "This may be a comparison with the result of a year or with a number, and the other cells of the row don't show which. It is kept as text.",
        "Dit kan een vergelijking zijn met het resultaat van een jaar of met een getal; de andere cellen van de rij zeggen niet welk van de twee. Het is als tekst bewaard.";
    /// A decimal point in a document that should have decimal commas.
    DecimalPoint, "decimal-point", Advice,
        "A point was read as a decimal sign, since it can't separate thousands, and the other cells of the row are of the same size.",
        "Een punt is als decimaalteken gelezen: duizendtallen kunnen niet bedoeld zijn en de andere cellen van de rij zijn van dezelfde orde.";
    /// Several numbers in one cell.
    SeveralNumbers, "several-numbers", Warning,
        "This cell contains more than one number, and doesn't say what each of them is about. It is kept as text: look it up in the source, and make a figure of each.",
        "In deze cel staat meer dan één getal, en er staat niet bij waar elk over gaat. Ze is als tekst bewaard: kijk in de bron en maak er aparte cijfers van.";
    /// A reading that is likely but not certain.
    LikelyReading, "likely-reading", Advice,
        "This was read with its usual meaning, but may have another. Check whether that matters for the figure.",
        "Dit is gelezen zoals het meestal bedoeld is, maar kan ook anders bedoeld zijn. Kijk of dat voor dit cijfer uitmaakt.";
    /// Fields nested deeper than is supported.
    NestedTooDeep, "nested-too-deep", Error,
        "Fields can be nested 16 deep at most; a budget with deeper ones can't be written. Reading puts such a field at the deepest level that is allowed; in a budget that was built by hand, move it up.",
        "Velden worden tot 16 niveaus diep bewaard; diepere kunnen niet worden weggeschreven. Bij het inlezen komt zo'n veld naast het diepste dat past; verplaats het in een zelf opgestelde begroting naar boven.";
    /// A line that was not used.
    UnreadLine, "unread-line", Warning,
        "This line was not used for any part of the budget. It is not lost: it is in the list of lines of the reading.",
        "Deze regel heeft geen plaats in het model. Hij is niet weg: hij staat nog bij de gelezen regels.";
    /// An id that two parts of a document share.
    DuplicateId, "duplicate-id", Error,
        "An id identifies one part of a document, so that other parts can refer to it. Two parts share this id: give the second another one, and check which of the two the references mean.",
        "Een id staat voor één onderdeel van het document, zodat andere ernaar kunnen verwijzen. Twee onderdelen delen dit id: geef het tweede een ander id en kijk welk van de twee de verwijzingen bedoelen.";
    /// A reference to a goal that isn't in the document.
    UnknownGoal, "unknown-goal", Error,
        "Actions and indicators refer to their goals by id. No goal in the document has this id: add the goal, or correct the id.",
        "De doelen waar een actie of indicator bij hoort, staan er met hun id. Geen doel in het document heeft dit id: voeg het doel toe of verbeter het id.";
    /// An indicator, goal, action or cost line without a text.
    EmptyName, "empty-name", Error,
        "This has no text, so it is unknown what it is about. Fill in the label or the text that is printed in the document.",
        "Hier staat geen tekst, dus niemand kan weten waar het over gaat. Vul de omschrijving of tekst in die in het document staat.";
    /// A title that is empty.
    EmptyTitle, "empty-title", Warning,
        "This title contains only white space. Fill it in, or set it to null if it isn't known.",
        "Deze titel is er wel, maar is leeg. Vul hem in of laat hem weg: een onbekende titel is null.";
    /// Two figures of an indicator for the same period, role and so on.
    DuplicateFigure, "duplicate-figure", Warning,
        "Two figures of this indicator are for the same period, role, slice, unit and date, and are in the same column. Only one of them can have been printed; if they differ, an evaluation is undecided.",
        "Twee cijfers van deze indicator gaan over dezelfde periode, soort, uitsplitsing, eenheid en datum, en staan in dezelfde kolom. Er kan er maar één zo gedrukt zijn; verschillen ze, dan is de uitkomst van de toetsing niet te bepalen.";
    /// An indicator without a target.
    NoTarget, "no-target", Advice,
        "This indicator has no target and no budgeted value, so it can't be evaluated. Fill in the target if there is one; if the indicator is for information only, set its kind to 'key_figure'.",
        "Deze indicator heeft geen streefwaarde en geen begrote waarde, dus niemand kan zeggen of het goed gaat. Vul een streefwaarde in als die er is; is het alleen ter oriëntatie, dan is de soort 'key_figure' (kengetal).";
    /// A target without any measurement.
    TargetWithoutResult, "target-without-result", Warning,
        "This indicator has a target, but neither a result nor a baseline. Nothing can be compared with the target until something is measured.",
        "Deze indicator heeft een streefwaarde, maar geen realisatie en geen nulmeting. Hoe ver het doel weg is, valt niet te zeggen zolang er niets gemeten is.";
    /// A target that was met before its period began.
    TargetMetAtStart, "target-met-at-start", Advice,
        "A measurement from before the target's period already meets the target. The target may be to keep that level, or one of the two may be misprinted.",
        "Wat vóór de periode van deze streefwaarde gemeten is, voldoet er al aan. Misschien gaat het om behoud, misschien is de streefwaarde of de meting verkeerd gedrukt.";
    /// A comparator that contradicts the direction of its indicator.
    ComparatorAgainstDirection, "comparator-against-direction", Warning,
        "The comparator of this target (such as >) contradicts the direction that the indicator states to be better. The target is evaluated as printed; one of the two is wrong.",
        "Het teken van deze streefwaarde vraagt het omgekeerde van wat volgens de indicator beter is. De streefwaarde wordt getoetst zoals ze er staat; een van beide klopt niet.";
    /// A percentage below 0 or above 100.
    PercentageOutOfRange, "percentage-out-of-range", Warning,
        "A share lies between 0 and 100 percent; if not, it is misprinted or isn't a percentage. Indicators of a growth, a ratio or a degree of cover are not checked.",
        "Een aandeel ligt tussen 0 en 100 procent; ligt het erbuiten, dan is het verkeerd gedrukt of is het geen percentage. Namen die op een groei, ratio of dekkingsgraad wijzen, worden met rust gelaten.";
    /// An increase or a decrease by a negative amount.
    NegativeChange, "negative-change", Warning,
        "The amount of an increase or a decrease must not be negative. It is unclear what is meant, so nothing is compared with it: remove the sign, or reverse the direction.",
        "Een toename of afname heeft haar teken in de richting, en deze heeft er nog een in het getal. Dat kan op twee manieren bedoeld zijn, dus er wordt niets aan getoetst: haal het teken weg of keer de richting om.";
    /// Units within a row, or in the label and a cell, that don't convert into each other.
    UnitConflict, "unit-conflict", Warning,
        "The unit printed in this cell differs from the unit of the label or of the other cells, and there is no exact conversion: a month is no fixed number of days. Figures in such units are not compared: an evaluation is undecided.",
        "De eenheid in deze cel is niet die van de omschrijving of van de andere cellen, en is daar niet exact in om te rekenen: een maand is geen vast aantal dagen. Cijfers in zulke eenheden worden niet vergeleken: de uitkomst van de toetsing is dan niet te bepalen.";
    /// A number that is ten times its neighbour, or a tenth of it.
    JumpInRow, "jump-in-row", Warning,
        "This number is of another order of magnitude than the one before it in its row. A point or a comma may be missing or misread, or the unit may have changed. The factor is a setting (10 by default).",
        "Dit getal is van een andere orde van grootte dan het vorige in de rij. Misschien ontbreekt een punt of komma of is die verkeerd gelezen, of is de eenheid veranderd. Vanaf welke factor dat telt is een instelling (standaard 10).";
    /// Two indicators with the same figures.
    IdenticalFigures, "identical-figures", Warning,
        "All figures of two indicators are the same. One row may have been copied over the other, or the indicator may be in the document twice.",
        "Twee indicatoren hebben precies dezelfde cijfers. Misschien is de ene rij over de andere gekopieerd, of staat dezelfde indicator twee keer in het document.";
    /// Columns that are not in the order of their years.
    ColumnsOutOfOrder, "columns-out-of-order", Advice,
        "The columns with one role are not in the order of their years. They may have been swapped, or a year may be misprinted. Three or more columns from the newest to the oldest year are accepted.",
        "De kolommen van één soort staan niet op volgorde van jaar. Misschien zijn ze verwisseld of is een jaartal verkeerd gedrukt. Drie of meer kolommen die helemaal teruglopen, staan er met opzet zo.";
    /// A year in a header that is far from the edition.
    YearFarFromEdition, "year-far-from-edition", Warning,
        "This year is far from the year of the edition. It may be misprinted (2107 for 2017). The distance is a setting (20 years by default), since a baseline of 1990 or a target for 2050 may be correct.",
        "Dit jaartal ligt ver van dat van het document. Misschien is het verkeerd gedrukt (2107 voor 2017). Hoe ver te ver is, is een instelling (standaard 20 jaar): een nulmeting uit 1990 of een streefwaarde voor 2050 kan de bedoeling zijn.";
    /// A result for a period after the edition.
    ResultAfterEdition, "result-after-edition", Warning,
        "This result is for a period after that of the document, so it can't have been measured. The column may hold targets or expectations, or its year may be misprinted; an evaluation uses it as a result.",
        "Dit resultaat is van na de periode waar het document over gaat en kan dus niet gemeten zijn. Misschien staan er streefwaarden of verwachtingen in de kolom, of is het jaartal verkeerd gedrukt; bij het toetsen telt het als resultaat.";
    /// A goal without an indicator.
    GoalWithoutIndicator, "goal-without-indicator", Advice,
        "No indicator refers to this goal, and every indicator in or around its field refers to other goals. It is unknown whether the goal is reached.",
        "Geen indicator verwijst naar dit doel, en in het beleidsveld is er geen die erbij kan horen. Of het bereikt wordt, is dus niet te zien.";
    /// Goals without actions.
    GoalsWithoutActions, "goals-without-actions", Advice,
        "This field has goals, but neither it nor a field around or within it has actions.",
        "Dit beleidsveld zegt wat er bereikt moet worden, maar nergens in of rond het veld staat wat daarvoor gedaan wordt.";
    /// Actions without goals.
    ActionsWithoutGoals, "actions-without-goals", Advice,
        "This field has actions, but neither it nor a field around or within it has goals.",
        "Dit beleidsveld zegt wat er gedaan wordt, maar nergens in of rond het veld staat waarvoor.";
    /// A mark without its footnote.
    MarkWithoutFootnote, "mark-without-footnote", Warning,
        "This mark refers to a footnote, but the document has no footnote with this mark. The footnote may change the meaning of the figure: look for it in the source.",
        "Een teken verwijst naar een voetnoot, maar het document heeft er geen met dit teken. Wat er staat kan uitmaken hoe het cijfer gelezen moet worden: zoek het op in de bron.";
    /// A footnote without a mark that refers to it.
    FootnoteWithoutMark, "footnote-without-mark", Advice,
        "No mark refers to this footnote. The mark may have been lost, so that it is unknown which figure the footnote is about.",
        "Niets verwijst naar deze voetnoot. Misschien is het teken bij het cijfer weggevallen, en daarmee wat de voetnoot erover zegt.";
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Rule {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let known = Rule::ALL.iter().copied().find(|rule| rule.code() == code);
        known.ok_or_else(|| Error::new("rule", code, 0, Problem::UnknownRule))
    }
}

serde_as_text!(Rule, "the code of a rule as a string, such as \"duplicate-id\"", |rule: &Rule| rule.code(), {
    description: "A kind of finding (Dutch: *regel*), by its stable code.",
    pattern: "^[a-z]+(-[a-z]+)*$",
    examples: ["duplicate-id"],
});

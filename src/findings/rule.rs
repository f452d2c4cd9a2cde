//! [`Rule`]: what a finding is about, how grave that is, and what can be done about it.

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
            ///
            /// ```
            /// assert!(beleid::Rule::ALL.contains(&beleid::Rule::DuplicateId));
            /// ```
            pub const ALL: &'static [Rule] = &[$(Rule::$name),*];

            /// Its stable code.
            ///
            /// ```
            /// assert_eq!(beleid::Rule::DuplicateId.code(), "duplicate-id");
            /// ```
            pub fn code(self) -> &'static str {
                match self {
                    $(Rule::$name => $code,)*
                }
            }

            /// Whether reading a source tells it as well as validation does, and knows more then.
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

            /// How grave it is unless somebody says otherwise.
            ///
            /// ```
            /// assert_eq!(beleid::Rule::DuplicateId.severity(), beleid::Severity::Error);
            /// ```
            pub fn severity(self) -> Severity {
                match self {
                    $(Rule::$name => Severity::$severity,)*
                }
            }

            /// What it means and what can be done about it.
            ///
            /// ```
            /// let help = beleid::Rule::DuplicateId.help(beleid::Language::English);
            /// assert!(help.starts_with("An id stands for one part"));
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
    /// A text whose encoding was guessed, or that has bytes of another one.
    UnsureEncoding, "unsure-encoding", Warning,
        "The bytes of this text are no UTF-8, so it was taken for the encoding that is named; a sign such as é or € may have come out wrong. Save the text as UTF-8 to be sure.",
        "De bytes van deze tekst zijn geen UTF-8; daarom is de genoemde codering aangenomen. Een teken als é of € kan verkeerd zijn overgekomen. Bewaar de tekst als UTF-8 om zeker te zijn.";
    /// A part of the source that is more than is read.
    LimitReached, "limit-reached", Error,
        "A part of the source was left out because it is more than is read. Is it that large by mistake? Otherwise set the limits of the reader higher.",
        "Een deel van de bron is weggelaten omdat het meer is dan er gelezen wordt. Is het per ongeluk zo groot? Zet anders de grenzen van de lezer hoger.";
    /// A part of a workbook that isn't to be seen.
    HiddenPart, "hidden-part", Advice,
        "A hidden sheet, row or column was left out, since whoever opens the workbook doesn't see it either. If it belongs to the document, make it visible.",
        "Een verborgen blad, rij of kolom is weggelaten: wie de werkmap opent, ziet die ook niet. Hoort die wel bij het document, maak hem dan zichtbaar.";
    /// A document of another edition or body among others.
    OtherEdition, "other-edition", Error,
        "These documents are read as one budget, and this one is of another year, another kind or another body than the first. It was left out; read it apart.",
        "Deze documenten worden als één begroting gelezen, en dit is van een ander jaar, een andere soort of een andere organisatie dan het eerste. Het is weggelaten; lees het apart in.";
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
        "Alleen indicatorentabellen met een regel voor elke kop, omschrijving en cel worden gelezen. Deze heeft meerdere koppen op een regel, of gaat over geld, en is als tekst opgenomen.";
    /// The title of another edition stands within the document.
    SecondEdition, "second-edition", Warning,
        "Another title stands within the document. If these are several documents one behind the other, read them one by one: what follows was taken as part of the first.",
        "Binnen het document staat nog een titel. Zijn dit meerdere documenten achter elkaar, lees ze dan apart in: wat volgt is als deel van het eerste gelezen.";
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
        "Tussen de kolomkoppen staat iets dat niet te duiden is: een woord als 'Beoogd' met meerdere jaren erachter, of een regel die niet als kop bekend is. Welke cel bij welke kolom hoort is niet te weten; de cellen staan bij 'unplaced'.";
    /// A column header that isn't known.
    UnknownHeader, "unknown-header", Warning,
        "This column header is not in the vocabulary, so nobody knows what its figures are for, and none of them is taken for a result or a target. Teach the reader the header without its year (Vocabulary::add_header), or give the figures their role by hand.",
        "Deze kolomkop staat niet in de woordenlijst. Waar de cijfers over gaan is dus onbekend; geen ervan telt als realisatie of streefwaarde. Voeg de kop zonder jaartal toe aan de woordenlijst (Vocabulary::add_header) of geef de cijfers met de hand hun soort.";
    /// A unit or a scale that isn't understood.
    UnknownUnit, "unknown-unit", Warning,
        "The unit or the scale of this row is not understood, so its numbers stand as they were printed and may be in thousands or millions. Set the unit by hand.",
        "De eenheid of schaal van deze rij is niet te duiden. De getallen staan zoals ze gedrukt zijn en kunnen in duizenden of miljoenen zijn. Vul de eenheid met de hand in.";
    /// Two columns with the same header.
    RepeatedHeader, "repeated-header", Warning,
        "Two columns have the same header, so their figures say different things about the same. A year may be misprinted; where the figures differ, an evaluation is undecided.",
        "Twee kolommen hebben dezelfde kop, dus hun cijfers zeggen verschillende dingen over hetzelfde. Misschien is een jaartal verkeerd gedrukt; verschillen de cijfers, dan is de uitkomst van de toetsing niet te bepalen.";
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
        "The words beside this number are kept as a remark and change nothing of its value. Where they are not understood the figure has the status 'unclear', and an evaluation doesn't rely on it: look whether they change what it means.",
        "De woorden bij dit getal zijn als opmerking bewaard en veranderen niets aan de waarde. Worden ze niet begrepen, dan heeft het cijfer de status 'unclear' en steunt een toetsing er niet op: kijk of ze de betekenis veranderen.";
    /// A footnote that may change what its figures say.
    NoteNotUnderstood, "note-not-understood", Warning,
        "This footnote is not one of those that are known to change nothing (a source, a definition), and does not say in known words how the figure came about. It may change what the figure means, so an evaluation that rests on it is undecided. Read it, and take the status 'unclear' off the figures if it changes nothing.",
        "Deze voetnoot is geen bekende die niets verandert (een bron, een definitie) en zegt ook niet in bekende woorden hoe het cijfer tot stand kwam. Hij kan veranderen wat het cijfer betekent, dus een toetsing die erop rust is niet te bepalen. Lees hem, en haal de status 'unclear' van de cijfers als hij niets verandert.";
    /// Digits and signs that no number is written with.
    Misprint, "misprint", Warning,
        "This looks like a number but isn't written as one. It is kept as it was printed and not repaired: correct it in the source, or by hand.",
        "Dit lijkt een getal maar is niet als getal geschreven. Het is bewaard zoals het er staat en niet hersteld: verbeter het in de bron, of met de hand.";
    /// Words that could not be read as a value.
    NotUnderstood, "not-understood", Warning,
        "This cell could not be read as a value. It is kept as text, and no target can be evaluated against it.",
        "Deze cel kon niet als waarde gelezen worden. Ze is als tekst bewaard; er kan niet mee getoetst worden.";
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
    /// Several numbers in one cell.
    SeveralNumbers, "several-numbers", Warning,
        "More than one number stands in this cell, and nothing says what each is of. It is kept as text: look in the source, and give each its own figure.",
        "In deze cel staat meer dan één getal, en er staat niet bij waar elk over gaat. Ze is als tekst bewaard: kijk in de bron en maak er aparte cijfers van.";
    /// A reading that is likely and not sure.
    LikelyReading, "likely-reading", Advice,
        "This was read in the way that is usually meant, and can be meant in another. Look whether it matters for the figure.",
        "Dit is gelezen zoals het meestal bedoeld is, maar kan ook anders bedoeld zijn. Kijk of dat voor dit cijfer uitmaakt.";
    /// Fields within fields, deeper than they are held.
    NestedTooDeep, "nested-too-deep", Error,
        "Fields are held 16 deep at most, and deeper ones can't be written. Reading puts such a field beside the deepest that holds; in a budget that was built by hand, move it up.",
        "Velden worden tot 16 niveaus diep bewaard; diepere kunnen niet worden weggeschreven. Bij het inlezen komt zo'n veld naast het diepste dat past; verplaats het in een zelf opgestelde begroting naar boven.";
    /// A line that has no place in the model.
    UnreadLine, "unread-line", Warning,
        "This line has no place in the model. It is not lost: the reading still lists it.",
        "Deze regel heeft geen plaats in het model. Hij is niet weg: hij staat nog bij de gelezen regels.";
    /// An id that stands for two parts of a document.
    DuplicateId, "duplicate-id", Error,
        "An id stands for one part of a document, so that others can refer to it. Two parts share this one: give the second another id, and look which of the two the references mean.",
        "Een id staat voor één onderdeel van het document, zodat andere ernaar kunnen verwijzen. Twee onderdelen delen dit id: geef het tweede een ander id en kijk welk van de twee de verwijzingen bedoelen.";
    /// A reference to a goal that isn't in the document.
    UnknownGoal, "unknown-goal", Error,
        "The goals that an action serves or an indicator measures are named by their ids. No goal in the document has this one: add the goal, or correct the id.",
        "De doelen waar een actie of indicator bij hoort, staan er met hun id. Geen doel in het document heeft dit id: voeg het doel toe of verbeter het id.";
    /// An indicator, a goal, an action or a cost line without any words.
    EmptyName, "empty-name", Error,
        "This has no words, so nobody can know what it is about. Fill in the label or the text that the document prints.",
        "Hier staat geen tekst, dus niemand kan weten waar het over gaat. Vul de omschrijving of tekst in die in het document staat.";
    /// A title that is there and says nothing.
    EmptyTitle, "empty-title", Warning,
        "This title is there and holds nothing but white space. Fill it in, or leave it out: a title that isn't known is null.",
        "Deze titel is er wel, maar is leeg. Vul hem in of laat hem weg: een onbekende titel is null.";
    /// Two figures of an indicator for the same.
    DuplicateFigure, "duplicate-figure", Warning,
        "Two figures of this indicator are for the same period, role, slice, unit and date, and stand in the same column. Only one can be what was printed; where they differ, an evaluation is undecided.",
        "Twee cijfers van deze indicator gaan over dezelfde periode, soort, uitsplitsing, eenheid en datum, en staan in dezelfde kolom. Er kan er maar één zo gedrukt zijn; verschillen ze, dan is de uitkomst van de toetsing niet te bepalen.";
    /// An indicator that nothing is aimed at with.
    NoTarget, "no-target", Advice,
        "This indicator has no target and no budgeted value, so nobody can tell whether it goes as it should. Where there is a target, fill it in; where it is only for orientation, its kind is 'key_figure'.",
        "Deze indicator heeft geen streefwaarde en geen begrote waarde, dus niemand kan zeggen of het goed gaat. Vul een streefwaarde in als die er is; is het alleen ter oriëntatie, dan is de soort 'key_figure' (kengetal).";
    /// A target without anything to hold against it.
    TargetWithoutResult, "target-without-result", Warning,
        "This indicator has a target, and neither a result nor a baseline. How far the target is cannot be said, now or later, until something is measured.",
        "Deze indicator heeft een streefwaarde, maar geen realisatie en geen nulmeting. Hoe ver het doel weg is, valt niet te zeggen zolang er niets gemeten is.";
    /// A target that asks for nothing.
    TargetMetAtStart, "target-met-at-start", Advice,
        "What was measured before this target's own period satisfies the target already. It may be meant to hold a level, or the target or the measurement may be misprinted.",
        "Wat vóór de periode van deze streefwaarde gemeten is, voldoet er al aan. Misschien gaat het om behoud, misschien is de streefwaarde of de meting verkeerd gedrukt.";
    /// A comparator that contradicts the direction of its indicator.
    ComparatorAgainstDirection, "comparator-against-direction", Warning,
        "The comparator of this target asks for the opposite of what the indicator states to be better. The target is evaluated as it is printed; one of the two is wrong.",
        "Het teken van deze streefwaarde vraagt het omgekeerde van wat volgens de indicator beter is. De streefwaarde wordt getoetst zoals ze er staat; een van beide klopt niet.";
    /// A percentage below 0 or above 100.
    PercentageOutOfRange, "percentage-out-of-range", Warning,
        "A share lies between 0 and 100 percent; one that doesn't is misprinted, or counts something else than percent. Labels that name a growth, a ratio or a degree of cover are left alone.",
        "Een aandeel ligt tussen 0 en 100 procent; ligt het erbuiten, dan is het verkeerd gedrukt of is het geen percentage. Namen die op een groei, ratio of dekkingsgraad wijzen, worden met rust gelaten.";
    /// A change with a sign of its own.
    NegativeChange, "negative-change", Warning,
        "An increase or a decrease has its sign in its direction, and this one has another in its size. It may be meant either way, so nothing is evaluated against it: take the sign away, or turn the direction.",
        "Een toename of afname heeft haar teken in de richting, en deze heeft er nog een in het getal. Dat kan op twee manieren bedoeld zijn, dus er wordt niets aan getoetst: haal het teken weg of keer de richting om.";
    /// Different units in one row, or in the label and a cell.
    UnitConflict, "unit-conflict", Warning,
        "The unit that is printed in this cell isn't that of the label or of the other cells. Figures in different units are not compared: an evaluation is undecided.",
        "De eenheid in deze cel is niet die van de omschrijving of van de andere cellen. Cijfers in verschillende eenheden worden niet vergeleken: de uitkomst van de toetsing is dan niet te bepalen.";
    /// A number that is ten times its neighbour, or a tenth of it.
    JumpInRow, "jump-in-row", Warning,
        "This number is of another order of magnitude than the one before it in its row. A point or a comma may be missing or misread, or the unit may have changed. The factor that counts is a setting (10 by default).",
        "Dit getal is van een andere orde van grootte dan het vorige in de rij. Misschien ontbreekt een punt of komma of is die verkeerd gelezen, of is de eenheid veranderd. Vanaf welke factor dat telt is een instelling (standaard 10).";
    /// Two indicators that say the same throughout.
    IdenticalFigures, "identical-figures", Warning,
        "Two indicators have the same figures throughout. One row may have been copied over the other, or the same indicator stands in the document twice.",
        "Twee indicatoren hebben precies dezelfde cijfers. Misschien is de ene rij over de andere gekopieerd, of staat dezelfde indicator twee keer in het document.";
    /// Columns that do not follow each other in time.
    ColumnsOutOfOrder, "columns-out-of-order", Advice,
        "The columns of one kind don't stand in the order of their years. They may have been swapped, or a year may be misprinted. Three or more columns that run backwards throughout are taken to do so on purpose.",
        "De kolommen van één soort staan niet op volgorde van jaar. Misschien zijn ze verwisseld of is een jaartal verkeerd gedrukt. Drie of meer kolommen die helemaal teruglopen, staan er met opzet zo.";
    /// A year in a header that has little to do with the edition.
    YearFarFromEdition, "year-far-from-edition", Warning,
        "This year lies far from that of the edition. It may be misprinted (2107 for 2017). How far is far is a setting (20 years by default), since a baseline of 1990 or a target for 2050 may be meant.",
        "Dit jaartal ligt ver van dat van het document. Misschien is het verkeerd gedrukt (2107 voor 2017). Hoe ver te ver is, is een instelling (standaard 20 jaar): een nulmeting uit 1990 of een streefwaarde voor 2050 kan de bedoeling zijn.";
    /// A result of a time that the document can't know.
    ResultAfterEdition, "result-after-edition", Warning,
        "This result is of a time after the one that the document is for, so it can't have been measured. The column may hold targets or expectations, or its year may be misprinted; an evaluation takes it for a result.",
        "Dit resultaat is van na de periode waar het document over gaat en kan dus niet gemeten zijn. Misschien staan er streefwaarden of verwachtingen in de kolom, of is het jaartal verkeerd gedrukt; bij het toetsen telt het als resultaat.";
    /// A goal that nothing measures.
    GoalWithoutIndicator, "goal-without-indicator", Advice,
        "No indicator refers to this goal, and none of its field may be meant for it, so nobody can tell whether it is reached.",
        "Geen indicator verwijst naar dit doel, en in het beleidsveld is er geen die erbij kan horen. Of het bereikt wordt, is dus niet te zien.";
    /// Goals that nothing is done for.
    GoalsWithoutActions, "goals-without-actions", Advice,
        "This field says what is to be achieved, and neither it nor a field around or within it says what is done for that.",
        "Dit beleidsveld zegt wat er bereikt moet worden, maar nergens in of rond het veld staat wat daarvoor gedaan wordt.";
    /// Actions that serve nothing.
    ActionsWithoutGoals, "actions-without-goals", Advice,
        "This field says what is done, and neither it nor a field around or within it says what for.",
        "Dit beleidsveld zegt wat er gedaan wordt, maar nergens in of rond het veld staat waarvoor.";
    /// A mark that refers to nothing.
    MarkWithoutFootnote, "mark-without-footnote", Warning,
        "A mark refers to a footnote, and the document has none with this mark. What it says may change how the figure is to be read: look for it in the source.",
        "Een teken verwijst naar een voetnoot, maar het document heeft er geen met dit teken. Wat er staat kan uitmaken hoe het cijfer gelezen moet worden: zoek het op in de bron.";
    /// A footnote that nothing refers to.
    FootnoteWithoutMark, "footnote-without-mark", Advice,
        "Nothing refers to this footnote. The mark in the text may have been lost, and with it what the footnote says about a figure.",
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
    description: "What a finding is about (Dutch: *regel*), by its stable code.",
    pattern: "^[a-z]+(-[a-z]+)*$",
    examples: ["duplicate-id"],
});

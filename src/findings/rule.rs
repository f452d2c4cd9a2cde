//! [`Rule`] and [`Message`]: the kinds of findings, each with its code, default severity, help and
//! messages, in one table.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;
use crate::error::Problem;
use crate::findings::argument::{
    Argument, ColumnText, Doubt, FigureText, FileKind, MappedText, Plain, Quote, SumText,
    Unchecked, ValueKind,
};
use crate::findings::define::{default_of, rules, shown};
use crate::findings::place::Place;
use crate::findings::severity::Severity;
use crate::findings::style::{
    ACTIONS, AND_MORE, CELLS, CELLS_ARE, COLUMN_HEADERS, COLUMNS, FACTOR, FOR_EDITION, GOALS,
    HEADERS, MAX_NAMES, NAMES, NEAR, NUMBERS, OF_PERIOD, PERIODS, POINTER, ROLE, ROWS, ROWS_HAVE,
    SPACED, STATED_BETTER, Styled, VALUES,
};
use crate::language::Language;
use crate::leaves::code::Code;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Role, Status};
use crate::leaves::text::serde_as_text;
use crate::leaves::unit::Unit;
use crate::leaves::value::{Change, Value};

impl Rule {
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
}

impl Message {
    /// How many names a message lists; one more than these tells that there are more.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) const MAX_NAMES: usize = MAX_NAMES;

    /// Whether it says of a whole document that no heading of a field was recognised in it.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) fn leaves_no_heading(&self) -> bool {
        matches!(
            self,
            Message::NoTitleNorHeading {}
                | Message::OrganisationNorHeading {}
                | Message::TitleAroundAlone { .. }
        )
    }

    /// The message in a language: a clause that begins in lower case and has no full stop.
    ///
    /// ```
    /// use beleid::{Language, Message};
    ///
    /// let message = Message::NoActions { goals: 2 };
    /// assert_eq!(message.text(Language::English), "the field has 2 goals and no action");
    /// assert_eq!(message.text(Language::Dutch), "het veld heeft 2 doelen en geen actie");
    /// ```
    pub fn text(&self, language: Language) -> String {
        Plain { argument: self, language }.to_string()
    }
}

impl Argument for Message {
    fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::write(self, language, f)
    }
}

impl fmt::Display for Message {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

rules! {
    /// A source that can't be read at all.
    UnreadableFile = "unreadable-file", Error {
        "Nothing was read of this file: it is damaged, too large, protected by a password, or of a kind that isn't read. Save it again in the program that made it, or save it as a web page, a workbook (.xlsx), text or CSV.",
        "Van dit bestand is niets gelezen: het is beschadigd, te groot, met een wachtwoord beveiligd of van een soort die niet gelezen wordt. Sla het opnieuw op in het programma waar het vandaan komt, of bewaar het als webpagina, werkmap (.xlsx), tekst of CSV.";
        ForeignFile { kind: FileKind }
            = "the file is {kind}, which is not read",
            "het bestand is {kind}; dat wordt niet gelezen";
        NotADocument { error: String }
            = "is not a document: {error}",
            "is geen document: {error}";
        WorkbookDamaged { error: String }
            = "the workbook can't be read: {error}",
            "de werkmap is niet te lezen: {error}";
        WorkbookTooLarge { limit: u64 }
            = "the workbook unpacks to more than {limit} bytes",
            "de werkmap is uitgepakt groter dan {limit} bytes";
    }
    /// A source in a layout whose feature of the crate is off.
    FeatureMissing = "feature-missing", Error {
        "This is in a layout that the program was built without, so nothing was read of it. Switch the Cargo feature on that is named here: beleid = { features = [\"html\"] } for web pages.",
        "Dit staat in een indeling die dit programma niet leest zoals het gebouwd is; er is niets van gelezen. Zet de genoemde feature in Cargo.toml aan: beleid = { features = [\"html\"] } voor webpagina's.";
        FeatureOff { kind: FileKind, feature: String }
            = "the source is {kind}; switch the Cargo feature \"{feature}\" on to read it",
            "de bron is {kind}; zet de Cargo-feature \"{feature}\" aan om die te lezen";
        TableFeatureOff { feature: String }
            = "a table within the Markdown is written as HTML; switch the Cargo feature \"{feature}\" on to read it",
            "een tabel binnen de Markdown staat er als HTML; zet de Cargo-feature \"{feature}\" aan om die te lezen";
    }
    /// A text whose encoding was guessed, or that contains bytes of another encoding.
    UnsureEncoding = "unsure-encoding", Warning {
        "This text is not valid UTF-8, so it was read in the encoding named here; characters such as é or € may be wrong. Save the text as UTF-8 to be sure.",
        "De bytes van deze tekst zijn geen UTF-8; daarom is de genoemde codering aangenomen. Een teken als é of € kan verkeerd zijn overgekomen. Bewaar de tekst als UTF-8 om zeker te zijn.";
        BrokenUtf8 { byte: usize }
            = "the text is UTF-8, but not at byte {byte}",
            "de tekst is UTF-8, maar niet bij byte {byte}";
        BrokenUtf16 {}
            = "the text is UTF-16 with unpaired surrogates",
            "de tekst is UTF-16 met losse surrogaten";
        OtherEncoding { byte: usize, encoding: String }
            = "the text is not UTF-8 (byte {byte}), and was read as {encoding}",
            "de tekst is geen UTF-8 (byte {byte}) en is gelezen als {encoding}";
    }
    /// A part of the source that exceeds a limit of the reader.
    LimitReached = "limit-reached", Error {
        "A part of the source was left out because it exceeds a limit of the reader. If the source is meant to be this large, raise the limits of the reader.",
        "Een deel van de bron is weggelaten omdat het meer is dan er gelezen wordt. Is het per ongeluk zo groot? Zet anders de grenzen van de lezer hoger.";
        SourceTooLong { bytes: usize, limit: usize }
            = "the source of {bytes} bytes is longer than {limit} bytes",
            "de bron van {bytes} bytes is langer dan {limit} bytes";
        ColumnsLeftOut { limit: usize }
            = "cells beyond column {limit} were left out",
            "cellen voorbij kolom {limit} zijn weggelaten";
        MergedTooMuch {}
            = "merged cells fill too many places of tables; from here on each fills one",
            "samengevoegde cellen vullen te veel plaatsen van tabellen; vanaf hier vult elke cel er een";
        TooManyBlanks { limit: usize }
            = "more than {limit} places of tables are empty; the rows of the table from here on were left out",
            "meer dan {limit} plaatsen van tabellen zijn leeg; de rijen van de tabel vanaf hier zijn weggelaten";
        TooMuchText { sheet: Quote }
            = "the cells of the sheet {sheet} hold too much text, and those from here on were left out",
            "de cellen van het blad {sheet} bevatten te veel tekst; die vanaf hier zijn weggelaten";
    }
    /// A hidden part of a workbook.
    HiddenPart = "hidden-part", Advice {
        "A hidden sheet, row or column was left out, since it isn't visible in the workbook either. If it belongs to the document, make it visible.",
        "Een verborgen blad, rij of kolom is weggelaten: wie de werkmap opent, ziet die ook niet. Hoort die wel bij het document, maak hem dan zichtbaar.";
        HiddenText { text: Quote, more: usize as AND_MORE }
            = "{text}{more} in tables are hidden or struck out, and were left out",
            "verborgen of doorgestreept in tabellen, en weggelaten: {text}{more}";
        HiddenSheet { sheet: Quote }
            = "the sheet {sheet} is hidden, and was left out",
            "het blad {sheet} is verborgen en is weggelaten";
        HiddenCells { text: Quote, more: usize as AND_MORE, sheet: Quote }
            = "{text}{more} of the sheet {sheet} stand in hidden rows or columns, and were left out",
            "weggelaten uit het blad {sheet}, want in verborgen rijen of kolommen: {text}{more}";
        UnseenCells { text: Quote, more: usize as AND_MORE, sheet: Quote }
            = "{text}{more} of the sheet {sheet} have a format that shows nothing, and were left out",
            "weggelaten uit het blad {sheet}, want met een opmaak die niets toont: {text}{more}";
        StruckOut { text: Quote, more: usize as AND_MORE, sheet: Quote }
            = "{text}{more} of the sheet {sheet} are struck out, and were left out",
            "weggelaten uit het blad {sheet}, want doorgestreept: {text}{more}";
    }
    /// A formula in a workbook whose result isn't stored.
    FormulaWithoutValue = "formula-without-value", Warning {
        "The workbook holds a formula here and not its result, as a program writes it that doesn't calculate. The formula was kept as text. Open the workbook in a spreadsheet program and save it, so that the results are stored.",
        "Op deze plaats staat een formule zonder uitkomst, zoals een programma die schrijft dat zelf niet rekent. De formule is als tekst bewaard. Open de werkmap in een rekenprogramma en bewaar haar opnieuw; dan staan de uitkomsten erbij.";
        FormulaWithoutValue { text: Quote, more: usize as AND_MORE }
            = "the result of {text}{more} is not stored",
            "de uitkomst van {text}{more} is niet bewaard";
    }
    /// A document of another edition or organisation in a collection.
    OtherEdition = "other-edition", Error {
        "These documents are merged into one budget, and this one is of another year, another kind or another organisation than the first. It was left out; read it separately.",
        "Deze documenten worden als één begroting gelezen, en dit is van een ander jaar, een andere soort of een andere organisatie dan het eerste. Het is weggelaten; lees het apart in.";
        OtherEdition { own: Quote, document: Quote, other: Quote }
            = "the document is of {own} and was left out: {document} is of {other}",
            "het document is van {own} en is weggelaten: {document} is van {other}";
    }
    /// No title such as *Begroting 2017* is printed.
    MissingEdition = "missing-edition", Advice {
        "No title such as 'Begroting 2017' was recognised on a line of its own, so the kind and the year of the document are unknown, and so is the organisation. Set them by hand, or read the page with the title together with this one.",
        "Er is geen titel gevonden zoals 'Begroting 2017'; soort document, jaar en organisatie blijven daarom open. Vul ze zelf in, of lees de pagina met de titel mee in.";
        NoTitle {}
            = "no title such as \"Begroting 2017\" was recognised",
            "er is geen titel zoals \"Begroting 2017\" herkend";
        NoTitleNorHeading {}
            = "no title such as \"Begroting 2017\" was recognised, and no heading of a policy field",
            "er is geen titel zoals \"Begroting 2017\" herkend, en geen kop van een beleidsveld";
    }
    /// The organisation is not named.
    MissingOrganisation = "missing-organisation", Advice {
        "The title of the document doesn't name the organisation. Set it by hand if you need it. Where the message says that there is no heading either, all that was read stands in one field without a heading.",
        "De titel van het document zegt niet van wie het is. Vul de organisatie zelf in waar dat nodig is. Zegt de melding dat er ook geen kop is, dan staat alles in één veld zonder kop.";
        OrganisationNotNamed {}
            = "the title doesn't name the organisation",
            "de titel noemt de organisatie niet";
        OrganisationNorHeading {}
            = "the title doesn't name the organisation, and no heading of a policy field was recognised",
            "de titel noemt de organisatie niet, en er is geen kop van een beleidsveld herkend";
    }
    /// Text or a table before the first heading of a field.
    MissingHeading = "missing-heading", Advice {
        "There is text or a table before the first heading of a policy field. It is kept in a field without a heading; no heading was invented.",
        "Er staat iets vóór de eerste kop van een beleidsveld. Het is bewaard in een veld zonder kop; er is geen kop verzonnen.";
        BeforeHeading { text: Quote }
            = "no field heading comes before {text}",
            "er staat geen kop van een beleidsveld vóór {text}";
        NoHeading {}
            = "has no heading",
            "heeft geen kop";
    }
    /// A line that may be the heading of a field or a question.
    UnclearHeading = "unclear-heading", Warning {
        "This line may be a heading, or a question that opens a section, but that isn't certain. It was read as text, and what follows it stays in the section before it. Headings are recognised by a code of two or more parts (2.3 Title) or a label (Programma 2 Title), with a title on the same line that begins with a capital.",
        "Deze regel kan een kop zijn of een vraag die iets opent, maar er is te weinig om dat te zien. Hij is als tekst gelezen, en wat volgt blijft waar het was. Koppen worden gelezen met een code van twee of meer delen (2.3 Titel) of met een woord ervoor (Programma 2 Titel), en een titel op dezelfde regel die met een hoofdletter begint.";
        MaybeHeading { text: Quote }
            = "{text} may be a heading, and was read as text",
            "{text} kan een kop zijn en is als tekst gelezen";
    }
    /// The code of an earlier field.
    RepeatedCode = "repeated-code", Warning {
        "An earlier field has the same code. One of the two may be a line of a table of contents, or the same field on another page.",
        "Een veld met deze code is al eerder geopend. Een van beide kan een regel van een inhoudsopgave zijn, of hetzelfde veld op een andere pagina.";
        CodeRepeated { text: Quote }
            = "{text} has the code of an earlier field",
            "{text} heeft de code van een eerder veld";
        CodeTaken { code: Code, first: Place as POINTER }
            = "has the code {code} of an earlier field ({first})",
            "heeft de code {code} van een eerder veld ({first})";
    }
    /// A table in a layout that is not supported.
    TableNotRead = "table-not-read", Warning {
        "These numbers stand like those of a table, but no column headers or rows for them were recognised. They are kept as text, those of a table among its unplaced cells, and no figure was made of them: look them up in the source. A mapping can say what the columns hold.",
        "De getallen staan hier als in een tabel, maar er zijn geen kolomkoppen of rijen bij herkend. De tekst is bewaard, getallen van een tabel staan bij de ongeplaatste cellen, en er is geen cijfer van gemaakt: kijk in de bron. Een kolomtoewijzing kan zeggen wat de kolommen bevatten.";
        RaggedValues {}
            = "values parted by semicolons have no common number of columns",
            "de waarden met puntkomma's ertussen hebben geen gemeenschappelijk aantal kolommen";
        NoSeparator {}
            = "no sign parts these lines into columns, so they were read as text",
            "geen teken verdeelt deze regels in kolommen; ze zijn als tekst gelezen";
        NumbersInNoTable { numbers: usize as NUMBERS, from: Quote }
            = "{numbers} from {from} on stand in no table that was understood",
            "{numbers} vanaf {from} in geen tabel die begrepen is";
        HeadersAsText { text: Quote }
            = "{text} holds several column headers, and was read as text",
            "{text} bevat meerdere kolomkoppen en is als tekst gelezen";
        TableAsText { first: Quote }
            = "{first} begins a table without headers of indicators, which was read as text",
            "{first} begint een tabel zonder koppen van indicatoren; die is als tekst gelezen";
    }
    /// The title of another edition within the document.
    SecondEdition = "second-edition", Warning {
        "There is another title within the document. If the source contains several documents, read them one by one: what follows was read as part of the first.",
        "Binnen het document staat nog een titel. Zijn dit meerdere documenten achter elkaar, lees ze dan apart in: wat volgt is als deel van het eerste gelezen.";
        SecondTitle { title: Quote, first: Quote }
            = "{title} stands within {first}, and was not taken as its title",
            "{title} staat binnen {first} en is niet als titel daarvan gelezen";
    }
    /// The title of a table of indicators without column headers below it.
    TableWithoutHeader = "table-without-header", Warning {
        "The title of a table of indicators is not followed by column headers such as 'Behaald 2015', so what follows was read as text.",
        "Na de kop van een indicatorentabel staan geen kolomkoppen zoals 'Behaald 2015'; wat volgt is daarom als tekst gelezen.";
        NoColumnHeaders { title: Quote }
            = "no column headers follow {title}",
            "na {title} volgen geen kolomkoppen";
    }
    /// Column headers without any row below them.
    TableWithoutRows = "table-without-rows", Warning {
        "The column headers of a table are not followed by rows with a label and cells.",
        "Na de kolomkoppen van een tabel staan geen rijen van een indicator met cellen.";
        NoRows { headers: usize as COLUMN_HEADERS }
            = "no rows follow the {headers}",
            "na de {headers} volgen geen rijen";
    }
    /// A column header without a year.
    HeaderWithoutPeriod = "header-without-period", Warning {
        "The header of this column has no year, so its figures have no period. The year of the edition is filled in for amounts alone, where every column says what flows and nothing else: any other column may be about another year. A year behind words such as t.o.v. is what a difference is measured from, and not its own.",
        "De kop van deze kolom heeft geen jaartal; de cijfers hebben daarom geen periode. Het jaar van het document wordt alleen ingevuld bij bedragen waarvan elke kolom zegt wat er in- of uitgaat en verder niets: een andere kolom kan over een ander jaar gaan. Een jaartal na woorden als t.o.v. zegt waarmee is vergeleken, en is niet dat van het verschil zelf.";
        HeaderWithoutYear { edition: Option<Period> as FOR_EDITION } each { header: Quote }
            = "column header {header} has no year{edition}",
            "de kolomkop {header} heeft geen jaartal{edition}";
        PeriodNotRecognised {} each { text: Quote }
            = "{text} is not recognised as a period",
            "{text} is niet als periode herkend";
    }
    /// Column headers that can be combined in several ways.
    MixedHeader = "mixed-header", Warning {
        "The column headers are ambiguous: a word such as 'Beoogd' is followed by several years, or a line between them is not a known header. It is unknown which cell belongs to which column, so the cells are kept as 'unplaced'.",
        "Tussen de kolomkoppen staat iets dat niet te duiden is: een woord als 'Beoogd' met meerdere jaren erachter, of een regel die niet als kop bekend is. Welke cel bij welke kolom hoort is niet te weten; de cellen staan bij 'unplaced'.";
        HeaderTorn {} each { header: Quote }
            = "column header {header} says two things at once",
            "de kolomkop {header} zegt twee dingen tegelijk";
        ReachUnknown {}
            = "how far the upper headers of the table reach is unknown, and was left open",
            "hoe ver de bovenste koppen van de tabel reiken is onbekend en is opengelaten";
        HeaderAbove { text: Quote }
            = "{text} is right above the column headers, and may be one of them",
            "{text} staat vlak boven de kolomkoppen en kan er een van zijn";
        HeaderOfYears {}
            = "a header before several years was read as that of each of them",
            "een kop voor meerdere jaren is gelezen als die van elk ervan";
    }
    /// An unknown column header.
    UnknownHeader = "unknown-header", Warning {
        "This column header is not in the vocabulary, so the role of its figures is unknown, and none of them counts as a result or a target. Add the header without its year to the vocabulary (Vocabulary::add_header), or set the role of the figures by hand.",
        "Deze kolomkop staat niet in de woordenlijst. Waar de cijfers over gaan is dus onbekend; geen ervan telt als realisatie of streefwaarde. Voeg de kop zonder jaartal toe aan de woordenlijst (Vocabulary::add_header) of geef de cijfers met de hand hun soort.";
        UnknownHeader {} each { header: Quote }
            = "column header {header} is not known",
            "de kolomkop {header} is niet bekend";
        ColumnsWithoutHeader { columns: usize as COLUMNS }
            = "{columns} of the table without a header",
            "{columns} van de tabel zonder kop";
    }
    /// An unknown unit or scale.
    UnknownUnit = "unknown-unit", Warning {
        "The unit or the scale of this row is not understood, so its numbers are kept as printed and may be in thousands or millions. Set the unit by hand.",
        "De eenheid of schaal van deze rij is niet te duiden. De getallen staan zoals ze gedrukt zijn en kunnen in duizenden of miljoenen zijn. Vul de eenheid met de hand in.";
        UnknownUnit { unit: Quote } each {}
            = "the unit {unit} is not understood",
            "de eenheid {unit} is niet begrepen";
        UnknownScale {} each { label: Quote }
            = "the scale in {label} is not understood",
            "de schaal in {label} is niet begrepen";
        ScaleNotStated { first: Quote }
            = "nothing says whether the amounts of the table of {first} are in thousands",
            "nergens staat of de bedragen van de tabel van {first} in duizenden zijn";
    }
    /// Two columns with the same meaning.
    RepeatedHeader = "repeated-header", Warning {
        "Two columns have the same role and period. A year may be misprinted; if their figures differ, an evaluation is undecided.",
        "Twee kolommen hebben dezelfde kop, dus hun cijfers zeggen verschillende dingen over hetzelfde. Misschien is een jaartal verkeerd gedrukt; verschillen de cijfers, dan is de uitkomst van de toetsing niet te bepalen.";
        HeaderRepeated {} each { header: Quote, first: Quote }
            = "column header {header} has the same meaning as {first} before it",
            "de kolomkop {header} betekent hetzelfde als {first} ervoor";
    }
    /// A line in a table that begins like the heading of a field.
    NumberedRow = "numbered-row", Warning {
        "This line begins with a code, like the heading of a policy field. It was read as part of the table, since cells follow. If it is a heading, what follows is in the wrong field.",
        "Deze regel begint met een code, zoals de kop van een beleidsveld. Hij is als deel van de tabel gelezen, omdat er cellen op volgen. Is het toch een kop, dan staat wat volgt in het verkeerde veld.";
        RowAsHeading {} each { row: Quote }
            = "{row} begins as a heading does, and was taken as part of the table",
            "{row} begint als een kop en is als deel van de tabel gelezen";
    }
    /// A row with more or fewer cells than there are columns.
    RowMisaligned = "row-misaligned", Warning {
        "This row doesn't have as many cells as the table has columns, so it is unknown which cell belongs to which column. The cells are kept as 'unplaced': look them up in the source and place them by hand.",
        "Deze rij heeft niet evenveel cellen als de tabel kolommen; welke cel bij welke kolom hoort is niet te weten. De cellen staan bij 'unplaced': kijk in de bron en plaats ze met de hand.";
        RowOfOtherWidth { cells: usize as CELLS, columns: usize as COLUMNS, headers: Vec<Quote> as NAMES } each { row: Quote }
            = "row {row} has {cells} for {columns} ({headers}), so none of them is placed",
            "rij {row} heeft {cells} bij {columns} ({headers}); geen ervan is geplaatst";
        RowWithoutColumns { cells: usize as CELLS, columns: usize as COLUMNS } each { row: Quote }
            = "row {row} has {cells} for {columns}, so none of its cells has one",
            "rij {row} heeft {cells} bij {columns}; geen cel heeft er dus een";
        CellsNotPlaced { cells: usize as CELLS_ARE } each {}
            = "{cells} not placed in a column",
            "{cells} niet in een kolom geplaatst";
        RowTooWide { text: Quote, values: usize as VALUES, head: usize }
            = "{text} begins a row of {values}, more than the {head} of the first rows",
            "{text} begint een rij van {values}, meer dan de {head} van de eerste rijen";
        RowWideByCommas { text: Quote, values: usize as VALUES, head: usize }
            = "{text} begins a row of {values}, more than the {head} of the first rows, of which commas may be decimal signs",
            "{text} begint een rij van {values}, meer dan de {head} van de eerste rijen; komma's erin kunnen decimaaltekens zijn";
        RowsWiderThanHead { rows: usize as ROWS_HAVE, headers: usize as HEADERS, extra: Vec<Quote> }
            = "{rows} more cells than the {headers} of the table ({extra}): a pipe within a cell parts it",
            "{rows} meer cellen dan de {headers} van de tabel ({extra}): een sluisteken in een cel splitst die";
    }
    /// A row with a label and no cells.
    RowWithoutCells = "row-without-cells", Warning {
        "This row has a label and no cells. It may be an indicator without figures, a heading within the table, or a cell of words that belongs to the row before it.",
        "Deze rij heeft een omschrijving en geen cellen. Het kan een indicator zonder cijfers zijn, een tussenkop in de tabel, of een cel met woorden die bij de rij ervoor hoort.";
        RowWithoutCells {} each { row: Quote }
            = "row {row} has no cells",
            "rij {row} heeft geen cellen";
    }
    /// Words next to a number in its cell.
    RemarkInCell = "remark-in-cell", Advice {
        "The words next to this number are kept as a remark and don't change its value. If they are not understood, the figure has the status 'unclear' and an evaluation doesn't rely on it: check whether they change the meaning of the figure.",
        "De woorden bij dit getal zijn als opmerking bewaard en veranderen niets aan de waarde. Worden ze niet begrepen, dan heeft het cijfer de status 'unclear' en steunt een toetsing er niet op: kijk of ze de betekenis veranderen.";
        RemarkKept { remark: Quote } each { value: Value }
            = "{remark} is kept as a remark on {value}",
            "{remark} is bewaard als opmerking bij {value}";
    }
    /// A footnote that may change the meaning of its figures.
    NoteNotUnderstood = "note-not-understood", Warning {
        "This footnote is neither of a kind that changes nothing (a source, a definition) nor in words that are known. It may change the meaning of the figure, so an evaluation that uses the figure is undecided. Read it, and remove the status 'unclear' from the figures if it changes nothing.",
        "Deze voetnoot is geen bekende die niets verandert (een bron, een definitie) en zegt ook niet in bekende woorden hoe het cijfer tot stand kwam. Hij kan veranderen wat het cijfer betekent, dus een toetsing die erop rust is niet te bepalen. Lees hem, en haal de status 'unclear' van de cijfers als hij niets verandert.";
        NoteNotUnderstood { mark: Quote, text: Quote } each {}
            = "the footnote {mark} ({text}) is not understood, and may change what its figures say",
            "de voetnoot {mark} ({text}) is niet begrepen en kan veranderen wat de cijfers zeggen";
        HeaderRemark {} each { header: Quote }
            = "what column header {header} says in parentheses is not understood, and may change what its figures say",
            "wat de kolomkop {header} tussen haakjes zegt is niet begrepen en kan veranderen wat de cijfers zeggen";
    }
    /// Digits and signs that don't form a number.
    Misprint = "misprint", Warning {
        "This looks like a number but isn't written as one. It is kept as printed and not repaired: correct it in the source, or by hand.",
        "Dit lijkt een getal maar is niet als getal geschreven. Het is bewaard zoals het er staat en niet hersteld: verbeter het in de bron, of met de hand.";
        Misprint { printed: Quote }
            = "{printed} is not written as a number, and is kept as text",
            "{printed} is niet als getal geschreven en is als tekst bewaard";
    }
    /// A cell that could not be read as a value.
    NotUnderstood = "not-understood", Warning {
        "This cell could not be read as a value. It is kept as text, and no target can be evaluated against it.",
        "Deze cel kon niet als waarde gelezen worden. Ze is als tekst bewaard; er kan niet mee getoetst worden.";
        NotUnderstood { printed: Quote } each {}
            = "{printed} was not understood, and is kept as text",
            "{printed} is niet begrepen en is als tekst bewaard";
        KeptAsText { text: Quote } each {}
            = "{text} is kept as text",
            "{text} is als tekst bewaard";
    }
    /// A number that can be read in two ways, such as 1.049.
    AmbiguousNumber = "ambiguous-number", Warning {
        "The point or comma in this number may separate thousands or decimals, and neither the row nor the table shows which. It is kept as text.",
        "De punt of komma in dit getal kan voor duizendtallen of voor decimalen staan, en niets eromheen zegt welk van de twee. Het is als tekst bewaard.";
        ThousandsOrDecimals {} each { printed: Quote, whole: Value, decimal: Value }
            = "{printed} may be {whole} or {decimal}, and is kept as text",
            "{printed} kan {whole} of {decimal} zijn en is als tekst bewaard";
        PointInDoubt {} each { printed: Quote }
            = "the point in {printed} may be a decimal sign, and it is kept as text",
            "de punt in {printed} kan een decimaalteken zijn; het is als tekst bewaard";
        TooLongForScale { factor: u32 } each { printed: Quote }
            = "{printed} has too many digits to be multiplied by {factor}, and is kept as text",
            "{printed} heeft te veel cijfers om met {factor} te vermenigvuldigen en is als tekst bewaard";
        NumberOrIncrease {} each { printed: Quote }
            = "{printed} may be a number or an increase, and is kept as text",
            "{printed} kan een getal of een toename zijn en is als tekst bewaard";
        TimeOrRatio {} each { printed: Quote }
            = "{printed} may be a time or a ratio, and is kept as text",
            "{printed} kan een tijd of een verhouding zijn en is als tekst bewaard";
        PointAmongCommas { printed: Quote }
            = "commas part the values here, so the point in {printed} may be a decimal sign",
            "komma's scheiden hier de waarden, dus de punt in {printed} kan een decimaalteken zijn";
    }
    /// A comparison with a number that may be a year.
    AmbiguousYear = "ambiguous-year", Warning {
        "This may be a comparison with the result of a year or with a number, and the other cells of the row don't show which. It is kept as text.",
        "Dit kan een vergelijking zijn met het resultaat van een jaar of met een getal; de andere cellen van de rij zeggen niet welk van de twee. Het is als tekst bewaard.";
        YearOrNumber { year: u16 } each { printed: Quote }
            = "{printed} may compare with the result of {year} or with the number {year}, and is kept as text",
            "{printed} kan vergelijken met het resultaat van {year} of met het getal {year} en is als tekst bewaard";
        NoYearBefore {} each { printed: Quote }
            = "{printed} is in a column without a year, and is kept as text",
            "{printed} staat in een kolom zonder jaartal en is als tekst bewaard";
        YearOrDate {} each { printed: Quote }
            = "{printed} holds a year or a date, and is kept as text",
            "{printed} bevat een jaartal of een datum en is als tekst bewaard";
    }
    /// A decimal point in a document that should have decimal commas.
    DecimalPoint = "decimal-point", Advice {
        "A point was read as a decimal sign, since it can't separate thousands, and the other cells of the row are of the same size.",
        "Een punt is als decimaalteken gelezen: duizendtallen kunnen niet bedoeld zijn en de andere cellen van de rij zijn van dezelfde orde.";
        DecimalPoint {} each { printed: Quote }
            = "the point in {printed} was read as a decimal sign",
            "de punt in {printed} is als decimaalteken gelezen";
    }
    /// Several numbers in one cell.
    SeveralNumbers = "several-numbers", Warning {
        "This cell contains more than one number, and doesn't say what each of them is about. It is kept as text: look it up in the source, and make a figure of each.",
        "In deze cel staat meer dan één getal, en er staat niet bij waar elk over gaat. Ze is als tekst bewaard: kijk in de bron en maak er aparte cijfers van.";
        MarkOrNumber { mark: Quote } each { printed: Quote }
            = "{mark} in {printed} may be a footnote or another number, and the cell is kept as text",
            "{mark} in {printed} kan een voetnoot of een ander getal zijn; de cel is als tekst bewaard";
        SeveralNumbers {} each { printed: Quote }
            = "{printed} holds several numbers without saying what each is, and is kept as text",
            "{printed} bevat meerdere getallen zonder te zeggen wat elk is en is als tekst bewaard";
        CellsRunTogether {} each { printed: Quote }
            = "{printed} looks like several cells run together, and is kept as text",
            "{printed} lijkt op meerdere cellen aan elkaar en is als tekst bewaard";
    }
    /// A reading that is likely but not certain.
    LikelyReading = "likely-reading", Advice {
        "This was read with its usual meaning, but may have another. Check whether that matters for the figure.",
        "Dit is gelezen zoals het meestal bedoeld is, maar kan ook anders bedoeld zijn. Kijk of dat voor dit cijfer uitmaakt.";
        CellInDoubt { doubt: Doubt } each { printed: Quote }
            = "in {printed} {doubt}",
            "in {printed} {doubt}";
        NotMultiplied { factor: u32 } each { printed: Quote }
            = "{printed} was not multiplied by {factor} as its label says, since that is too much",
            "{printed} is niet met {factor} vermenigvuldigd zoals de omschrijving zegt, want dat is te veel";
        Multiplied { factor: u32 } each { printed: Quote }
            = "{printed} was multiplied by {factor} as its label says, though it has a unit of its own",
            "{printed} is met {factor} vermenigvuldigd zoals de omschrijving zegt, al heeft het een eigen eenheid";
        InFullWithin { text: Quote, factor: u32 } each {}
            = "{text} says that its amounts are in full, and they were not multiplied by {factor} as the table says",
            "{text} zegt dat de bedragen voluit zijn; ze zijn niet met {factor} vermenigvuldigd zoals de tabel zegt";
        SignWithin { text: Quote, factor: u32 } each {}
            = "{text} names a currency without a scale, and its amounts were multiplied by {factor} as the table says",
            "{text} noemt een munt zonder schaal; de bedragen zijn met {factor} vermenigvuldigd zoals de tabel zegt";
        TwoScales { text: Quote } each {}
            = "{text} says two things of the scale of its amounts, and they were read in that of the table",
            "{text} zegt twee dingen over de schaal van de bedragen; ze zijn gelezen in die van de tabel";
        ItemsAsActions { heading: Quote }
            = "the items below {heading} were read as its actions",
            "de punten onder {heading} zijn als acties daarvan gelezen";
        TitleAround { title: Quote }
            = "the page has no title of its own, and {title}, which stands around its text, was taken as that of the document",
            "de pagina heeft zelf geen titel; {title}, dat om de tekst heen staat, is als titel van het document gelezen";
        TitleAroundAlone { title: Quote }
            = "the page names neither itself nor a policy field, and {title}, which stands around its text, was taken as the title of the document",
            "de pagina noemt zichzelf niet en ook geen beleidsveld; {title}, dat om de tekst heen staat, is als titel van het document gelezen";
        OrganisationByPlace { name: Quote }
            = "{name} was taken as the organisation by its place",
            "{name} is door zijn plaats als organisatie gelezen";
        HeadingByPlace { text: Quote }
            = "{text} has no code, and was taken as the heading of a field by its place",
            "{text} heeft geen code en is door zijn plaats als kop van een veld gelezen";
        TitleBelow { title: Quote, label: Quote }
            = "{title} was taken as the title of {label}",
            "{title} is als titel van {label} gelezen";
        FormatNotFollowed { format: Quote, text: Quote, more: usize as AND_MORE }
            = "the number format {format} of {text}{more} is not followed, and may show more than the number",
            "de getalopmaak {format} van {text}{more} is niet gevolgd en kan meer tonen dan het getal";
        ReadForEachColumn { text: Quote } each {}
            = "{text} stands in a cell over several columns, and was read for each of them",
            "{text} staat in een cel over meerdere kolommen en is voor elk daarvan gelezen";
        ScaleBelow { text: Quote } each {}
            = "{text} below the table was taken as the scale of its amounts",
            "{text} onder de tabel is als schaal van de bedragen genomen";
        ScaleOfTableAbove {} each {}
            = "the amounts were read in the scale of the table above, which has the same headers",
            "de bedragen zijn gelezen in de schaal van de tabel erboven, die dezelfde koppen heeft";
        ScaleOfSameAmounts {} each {}
            = "the amounts were read in the scale of another table, which has some of them as well",
            "de bedragen zijn gelezen in de schaal van een andere tabel, waarin een aantal ervan ook staat";
        ScaleOfOtherTables {} each {}
            = "no scale stands with these amounts, and they were read in the scale of the other tables",
            "bij deze bedragen staat geen schaal; ze zijn gelezen in de schaal van de andere tabellen";
        PartedAtCapitals {} each {}
            = "these headers stand on one line without gaps, and were parted at their capitals, of which there are as many as columns",
            "deze koppen staan op één regel zonder tussenruimte; ze zijn gescheiden bij hun hoofdletters, waarvan er evenveel zijn als kolommen";
        HeaderMisspelled {} each { header: Quote }
            = "a word of column header {header} is misspelled, and was taken for the known word that it differs from by one letter",
            "een woord van de kolomkop {header} is verkeerd gespeld en is genomen voor het bekende woord waarvan het één letter verschilt";
        HeadersOfTwoLines {} each {}
            = "the first lines of these headers stand in front of all second ones, and each was joined to the one that goes on with it in lower case",
            "de eerste regels van deze koppen staan vóór alle tweede; elk is samengevoegd met de regel die er met een kleine letter op volgt";
        YearsBeginAgain {} each {}
            = "the years of these columns begin again in the middle, and a copy may have moved the headers or the cells",
            "de jaren van deze kolommen beginnen halverwege opnieuw; bij het kopiëren kunnen koppen of cellen verplaatst zijn";
        LongHeadersFirst {} each {}
            = "the years of these columns begin again in the middle, and the headers in front, which say more, were taken for those of the last columns",
            "de jaren van deze kolommen beginnen halverwege opnieuw; de koppen vooraan, die meer zeggen, zijn genomen voor die van de laatste kolommen";
        HeadersMoved {} each {}
            = "these headers stand one column too far to the left, the first of them above the labels, and were taken as those of the columns to the right",
            "deze koppen staan een kolom te ver naar links, de eerste boven de namen van de rijen; ze zijn genomen als die van de kolommen rechts ervan";
        HeadersOfTableAbove {} each {}
            = "these headers are the innermost of the table above, and the others of that table were taken as well",
            "deze koppen zijn de binnenste van de tabel erboven; de overige koppen van die tabel zijn ook genomen";
        ColumnsOfTableAbove {} each {}
            = "no headers stand above these rows, and they were read with the columns of the table above, of which they have as many",
            "boven deze rijen staan geen koppen; ze zijn gelezen met de kolommen van de tabel erboven, waarvan ze er evenveel hebben";
        GapsLost {} each {}
            = "the numbers of these rows stand without gaps between them, and were parted where one way was left",
            "de getallen van deze rijen staan zonder tussenruimte en zijn gescheiden waar één manier overbleef";
        PeriodOfTitle { period: Period } each {}
            = "no column header of this table has a year, and its figures were taken as those of {period}, which the text above it names",
            "geen kolomkop van deze tabel heeft een jaartal; de cijfers zijn genomen als die van {period}, dat in de tekst erboven staat";
        PeriodOfTitleForSome { period: Period } each {}
            = "the columns of this table without a year were taken as those of {period}, which the text above it names; the others are of later years",
            "de kolommen van deze tabel zonder jaartal zijn genomen als die van {period}, dat in de tekst erboven staat; de andere zijn van latere jaren";
        PeriodBySums { period: Period } each { header: Quote }
            = "column header {header} has no year, and its amounts make those of {period} come out, so they were taken as of then",
            "kolomkop {header} heeft geen jaartal; met de bedragen eronder komen die van {period} uit, dus zijn ze genomen als van dan";
        RoleBySums {} each { header: Quote }
            = "column header {header} doesn't say whether its amounts are planned or realised; they are what is left of expenses and income of one kind, and were taken as of that",
            "kolomkop {header} zegt niet of de bedragen begroot of gerealiseerd zijn; ze zijn het saldo van lasten en baten van één soort, en zijn genomen als daarvan";
        OfEdition { edition: Period } each {}
            = "no column header of this table has a year, and its amounts were taken as those of the edition, {edition}",
            "geen kolomkop van deze tabel heeft een jaartal; de bedragen zijn genomen als die van het document, {edition}";
        YearsOfBudget { edition: Period } each {}
            = "columns of this table have a year and no word for what their figures are; in a budget for {edition} those of that year and later were taken as budgeted",
            "kolommen van deze tabel hebben een jaartal en geen woord voor wat hun cijfers zijn; in een begroting voor {edition} zijn die van dat jaar en later genomen als begroot";
        RoleOfHeading {} each {}
            = "the columns of this table are years without a word for what their amounts are, which was taken from the heading above it",
            "de kolommen van deze tabel zijn jaren zonder woord voor wat hun bedragen zijn; dat is genomen uit de kop erboven";
        StageOfResult { row: Quote } each {}
            = "no header says what the amounts of this table are, and they were taken for what {row} is, to which they come",
            "geen kop zegt wat de bedragen van deze tabel zijn; ze zijn genomen als {row}, waarop ze uitkomen";
        ReachByEdition { edition: Period } each {}
            = "how far the words of this table for realised and budgeted reach isn't known; in a budget for {edition} the columns of the year before it and later were taken as budgeted, those of earlier years as realised",
            "hoe ver de woorden van deze tabel voor gerealiseerd en begroot reiken is niet bekend; in een begroting voor {edition} zijn de kolommen vanaf het jaar ervoor genomen als begroot, die van eerdere jaren als gerealiseerd";
        AnotherReading {} each {}
            = "the lines of this table can be read as rows in two ways that come near each other, and the likelier one was taken",
            "de regels van deze tabel zijn op twee manieren als rijen te lezen die dicht bij elkaar liggen; de waarschijnlijkste is genomen";
        HeaderAsGroup { text: Quote }
            = "{text} was read as the heading of the rows below it, and may be the last of the column headers",
            "{text} is gelezen als kop van de rijen eronder en kan de laatste van de kolomkoppen zijn";
        LabelsBehind { row: Quote }
            = "the numbers above {row} have no label and a label is left over below, so it and those below it were taken for the labels of the numbers in front of them",
            "de getallen boven {row} hebben geen omschrijving en onderaan blijft er een over; deze en die eronder zijn genomen als omschrijving van de getallen ervoor";
        PlacedByArithmetic {} each { row: Quote }
            = "row {row} has fewer cells than columns, and was placed where the sums of the table come out",
            "rij {row} heeft minder cellen dan kolommen en is geplaatst waar de sommen van de tabel kloppen";
        MayHaveMoved {} each { row: Quote }
            = "row {row} ends before the last column, and was read as it stands; this copy of a page may have moved its empty cells to the end",
            "rij {row} eindigt voor de laatste kolom en is gelezen zoals zij staat; deze kopie van een pagina kan haar lege cellen naar het eind hebben verplaatst";
        SpacesPartBoth {}
            = "spaces part both the cells and the thousands of these rows, and were told apart by the number of columns",
            "spaties scheiden in deze rijen zowel de cellen als de duizendtallen; ze zijn onderscheiden door het aantal kolommen";
        TotalWithoutLabel {} each { first: Quote }
            = "the row of {first} has no label, and was taken for the total of the rows above it, which it adds up",
            "de rij van {first} heeft geen omschrijving en is genomen voor het totaal van de rijen erboven, die hij optelt";
        BalanceWithoutLabel {} each { first: Quote }
            = "the row of {first} has no label, and was taken for the balance of the two rows above it, which it comes to",
            "de rij van {first} heeft geen omschrijving en is genomen voor het saldo van de twee rijen erboven, waar hij op uitkomt";
        FlowBetween {} each { row: Quote }
            = "row {row} doesn't say whether it is of expenses or of income, and was taken for what the rows before and after it are",
            "rij {row} zegt niet of het lasten of baten zijn en is genomen voor wat de rijen ervoor en erna zijn";
        RowOfGroup { group: Quote } each { row: Quote }
            = "row {row} was read as a row of {group} above it",
            "rij {row} is gelezen als een rij van {group} erboven";
        StageAsLabel {} each { row: Quote }
            = "row {row} says only what its figures are, and what is measured was found neither above it nor beside it",
            "rij {row} zegt alleen wat voor cijfers het zijn; wat er gemeten is, is niet erboven en niet ernaast gevonden";
        NumberAmongTexts { text: Quote, column: Quote }
            = "{text} was read as a text of the column {column}, and may be a figure of the next row",
            "{text} is gelezen als tekst van de kolom {column} en kan een cijfer van de volgende rij zijn";
        WordsAmongFigures { text: Quote, column: Quote }
            = "{text} was read as a cell of the column {column}, and may be the label of a row",
            "{text} is gelezen als cel van de kolom {column} en kan de omschrijving van een rij zijn";
        EndOfLabel { text: Quote }
            = "{text} was read as a cell, and may be the end of the label above it",
            "{text} is gelezen als cel en kan het eind van de omschrijving erboven zijn";
        CellAsLabel { text: Quote }
            = "{text} was read as the label of a row, and may be a cell or the end of a label",
            "{text} is gelezen als omschrijving van een rij en kan een cel of het eind van een omschrijving zijn";
        PartBelowWords { text: Quote }
            = "the row of {text} was read as one of the row above it, and may be of the words between them",
            "de rij van {text} is gelezen als een van de rij erboven en kan bij de woorden ertussen horen";
        WordsAsHeadings { first: Quote }
            = "{first} and the lines below it were read as headings within the table, and may be a row of words",
            "{first} en de regels eronder zijn gelezen als kopjes in de tabel en kunnen een rij van woorden zijn";
    }
    /// Fields nested deeper than is supported.
    NestedTooDeep = "nested-too-deep", Error {
        "Fields can be nested 16 deep at most; a budget with deeper ones can't be written. Reading puts such a field at the deepest level that is allowed; in a budget that was built by hand, move it up.",
        "Velden worden tot 16 niveaus diep bewaard; diepere kunnen niet worden weggeschreven. Bij het inlezen komt zo'n veld naast het diepste dat past; verplaats het in een zelf opgestelde begroting naar boven.";
        MovedUp { text: Quote, depth: usize }
            = "{text} lies more than {depth} fields deep, and was put beside the deepest",
            "{text} ligt meer dan {depth} velden diep en is naast het diepste gezet";
        TooDeep { depth: usize }
            = "lies more than {depth} fields deep, and can't be written",
            "ligt meer dan {depth} velden diep en is niet weg te schrijven";
    }
    /// An entry of a mapping that matched nothing.
    MappingUnused = "mapping-unused", Advice {
        "The mapping that the document was read with names a column or a table that the document doesn't have, or depends on something that isn't known. Check the spelling against the headers of the table; if the mapping is for several documents, and this one simply lacks that column, allow the rule.",
        "De kolomtoewijzing waarmee het document gelezen is, noemt een kolom of tabel die het document niet heeft, of hangt af van iets dat niet bekend is. Vergelijk de schrijfwijze met de koppen van de tabel; is de toewijzing voor meer documenten bedoeld en heeft dit die kolom gewoon niet, zet de regel dan uit.";
        MappingNowhere { part: MappedText }
            = "the mapping names {part}, which was found in no table",
            "de kolomtoewijzing noemt {part}, die in geen tabel gevonden is";
        MappingTableNotFound { table: MappedText }
            = "the mapping has a {table}, which was not found",
            "de kolomtoewijzing heeft een {table}, die niet gevonden is";
        MappingNotInTable { part: MappedText, table: MappedText }
            = "the mapping names {part} of the {table}, in which it was not found",
            "de kolomtoewijzing noemt {part} van de {table}, waarin die niet gevonden is";
        MappingWithoutEdition {}
            = "the mapping says what bare years are before and from that of the edition, which isn't known",
            "de kolomtoewijzing zegt wat losse jaren voor en vanaf dat van het document zijn, en dat is niet bekend";
    }
    /// A line that was not used.
    UnreadLine = "unread-line", Warning {
        "This line was not used for any part of the budget. It is not lost: it is in the list of lines of the reading.",
        "Deze regel heeft geen plaats in het model. Hij is niet weg: hij staat nog bij de gelezen regels.";
        CellWithoutLabel {} each { text: Quote }
            = "{text} is a cell without a label before it",
            "{text} is een cel zonder omschrijving ervoor";
        BeyondTable { text: Quote }
            = "{text} is in no column of its table",
            "{text} staat in geen kolom van de tabel";
        WithinTable {} each { text: Quote }
            = "{text} stands within a table, and was read as text",
            "{text} staat in een tabel en is als tekst gelezen";
    }
    /// An id that two parts of a document share.
    DuplicateId = "duplicate-id", Error {
        "An id identifies one part of a document, so that other parts can refer to it. Two parts share this id: give the second another one, and check which of the two the references mean.",
        "Een id staat voor één onderdeel van het document, zodat andere ernaar kunnen verwijzen. Twee onderdelen delen dit id: geef het tweede een ander id en kijk welk van de twee de verwijzingen bedoelen.";
        IdTaken { id: Quote, first: Place }
            = "the id {id} stands for {first} already",
            "het id {id} staat al voor {first}";
    }
    /// A reference to a goal that isn't in the document.
    UnknownGoal = "unknown-goal", Error {
        "Actions and indicators refer to their goals by id. No goal in the document has this id: add the goal, or correct the id.",
        "De doelen waar een actie of indicator bij hoort, staan er met hun id. Geen doel in het document heeft dit id: voeg het doel toe of verbeter het id.";
        GoalNotFound { id: Quote }
            = "refers to goal {id}, which is not in the document",
            "verwijst naar doel {id}, dat niet in het document staat";
        NotAGoal { id: Quote, other: Place }
            = "refers to goal {id}, which is not a goal but {other}",
            "verwijst naar doel {id}, dat geen doel is maar {other}";
    }
    /// An indicator, goal, action or cost line without a text.
    EmptyName = "empty-name", Error {
        "This has no text, so it is unknown what it is about. Fill in the label or the text that is printed in the document.",
        "Hier staat geen tekst, dus niemand kan weten waar het over gaat. Vul de omschrijving of tekst in die in het document staat.";
        IndicatorWithoutName {} each { id: Quote }
            = "indicator {id} has no name",
            "indicator {id} heeft geen naam";
        GoalWithoutText { id: Quote }
            = "goal {id} has no text",
            "doel {id} heeft geen tekst";
        ActionWithoutText { id: Quote }
            = "action {id} has no text",
            "actie {id} heeft geen tekst";
        CostWithoutLabel {} each { id: Quote }
            = "cost line {id} has no label",
            "kostenregel {id} heeft geen omschrijving";
    }
    /// A title that is empty.
    EmptyTitle = "empty-title", Warning {
        "This title contains only white space. Fill it in, or set it to null if it isn't known.",
        "Deze titel is er wel, maar is leeg. Vul hem in of laat hem weg: een onbekende titel is null.";
        EditionTitleEmpty {}
            = "the title of the edition is empty",
            "de titel van het document is leeg";
        OrganisationNameEmpty {}
            = "the name of the organisation is empty",
            "de naam van de organisatie is leeg";
        FieldTitleEmpty {}
            = "the title of the field is empty",
            "de titel van het veld is leeg";
        SectionHeadingEmpty {}
            = "the heading of the section is empty",
            "de kop van de paragraaf is leeg";
    }
    /// Two figures of an indicator for the same period, role and so on.
    DuplicateFigure = "duplicate-figure", Warning {
        "Two figures of this indicator are for the same period, role, slice, unit and date, and are in the same column. Only one of them can have been printed; if they differ, an evaluation is undecided.",
        "Twee cijfers van deze indicator gaan over dezelfde periode, soort, uitsplitsing, eenheid en datum, en staan in dezelfde kolom. Er kan er maar één zo gedrukt zijn; verschillen ze, dan is de uitkomst van de toetsing niet te bepalen.";
        SecondFigure { role: Option<Role> as ROLE, period: Option<Period> as SPACED, first: FigureText, second: FigureText }
            = "a second figure for {role}{period}: {first} and {second}",
            "een tweede cijfer voor {role}{period}: {first} en {second}";
    }
    /// An indicator without a target.
    NoTarget = "no-target", Advice {
        "This indicator has no target and no budgeted value, so it can't be evaluated. Fill in the target if there is one; if the indicator is for information only, set its kind to 'key_figure'.",
        "Deze indicator heeft geen streefwaarde en geen begrote waarde, dus niemand kan zeggen of het goed gaat. Vul een streefwaarde in als die er is; is het alleen ter oriëntatie, dan is de soort 'key_figure' (kengetal).";
        NoTarget {} each { name: Quote }
            = "{name} has no target",
            "{name} heeft geen streefwaarde";
    }
    /// A target without any measurement.
    TargetWithoutResult = "target-without-result", Warning {
        "This indicator has a target, but neither a result nor a baseline. Nothing can be compared with the target until something is measured.",
        "Deze indicator heeft een streefwaarde, maar geen realisatie en geen nulmeting. Hoe ver het doel weg is, valt niet te zeggen zolang er niets gemeten is.";
        NothingMeasured {} each { name: Quote }
            = "{name} has a target, and neither a result nor a baseline",
            "{name} heeft een streefwaarde, maar geen resultaat en geen nulmeting";
    }
    /// A target that was met before its period began.
    TargetMetAtStart = "target-met-at-start", Advice {
        "A measurement from before the target's period already meets the target. The target may be to keep that level, or one of the two may be misprinted.",
        "Wat vóór de periode van deze streefwaarde gemeten is, voldoet er al aan. Misschien gaat het om behoud, misschien is de streefwaarde of de meting verkeerd gedrukt.";
        MetByBaseline { period: Option<Period> as OF_PERIOD } each { target: FigureText, measured: FigureText }
            = "the target {target} is met already by the baseline{period}, {measured}",
            "de streefwaarde {target} is al gehaald met de nulmeting{period}, {measured}";
        MetByResult { period: Option<Period> as OF_PERIOD } each { target: FigureText, measured: FigureText }
            = "the target {target} is met already by the result{period}, {measured}",
            "de streefwaarde {target} is al gehaald met het resultaat{period}, {measured}";
    }
    /// A comparator that contradicts the direction of its indicator.
    ComparatorAgainstDirection = "comparator-against-direction", Warning {
        "The comparator of this target (such as >) contradicts the direction that the indicator states to be better. The target is evaluated as printed; one of the two is wrong.",
        "Het teken van deze streefwaarde vraagt het omgekeerde van wat volgens de indicator beter is. De streefwaarde wordt getoetst zoals ze er staat; een van beide klopt niet.";
        AgainstDirection { target: FigureText, direction: Direction as STATED_BETTER }
            = "the target is {target}, and {direction}",
            "de streefwaarde is {target}, en {direction}";
    }
    /// A percentage below 0 or above 100.
    PercentageOutOfRange = "percentage-out-of-range", Warning {
        "A share lies between 0 and 100 percent; if not, it is misprinted or isn't a percentage. Indicators of a growth, a ratio or a degree of cover are not checked.",
        "Een aandeel ligt tussen 0 en 100 procent; ligt het erbuiten, dan is het verkeerd gedrukt of is het geen percentage. Namen die op een groei, ratio of dekkingsgraad wijzen, worden met rust gelaten.";
        NotAShare { figure: FigureText }
            = "{figure} is not between 0 and 100 percent",
            "{figure} ligt niet tussen 0 en 100 procent";
    }
    /// An increase or a decrease by a negative amount.
    NegativeChange = "negative-change", Warning {
        "The amount of an increase or a decrease must not be negative. It is unclear what is meant, so nothing is compared with it: remove the sign, or reverse the direction.",
        "Een toename of afname heeft haar teken in de richting, en deze heeft er nog een in het getal. Dat kan op twee manieren bedoeld zijn, dus er wordt niets aan getoetst: haal het teken weg of keer de richting om.";
        NegativeChange { direction: Change, by: Number }
            = "{direction} by {by} has a negative amount",
            "{direction} met {by} heeft een negatief bedrag";
    }
    /// Units within a row, or in the label and a cell, that don't convert into each other.
    UnitConflict = "unit-conflict", Warning {
        "The unit printed in this cell differs from the unit of the label or of the other cells, and there is no exact conversion: a month is no fixed number of days. Figures in such units are not compared: an evaluation is undecided.",
        "De eenheid in deze cel is niet die van de omschrijving of van de andere cellen, en is daar niet exact in om te rekenen: een maand is geen vast aantal dagen. Cijfers in zulke eenheden worden niet vergeleken: de uitkomst van de toetsing is dan niet te bepalen.";
        UnitNotOfLabel { unit: Unit, label: Unit } each { figure: FigureText }
            = "{figure} is in {unit}, and the label says {label}",
            "{figure} is in {unit}, en de omschrijving zegt {label}";
        UnitNotAsBefore { unit: Unit, before: Unit } each { figure: FigureText, first: FigureText }
            = "{figure} is in {unit}, and {first} in {before}",
            "{figure} is in {unit}, en {first} in {before}";
    }
    /// A number that is ten times its neighbour, or a tenth of it.
    JumpInRow = "jump-in-row", Warning {
        "This number is of another order of magnitude than the one before it in its row. A point or a comma may be missing or misread, or the unit may have changed. The factor is a setting (10 by default).",
        "Dit getal is van een andere orde van grootte dan het vorige in de rij. Misschien ontbreekt een punt of komma of is die verkeerd gelezen, of is de eenheid veranderd. Vanaf welke factor dat telt is een instelling (standaard 10).";
        Jump { figure: FigureText, before: FigureText, factor: Option<Number> as FACTOR }
            = "{figure} is of another order of magnitude than {before} before it{factor}",
            "{figure} is van een andere orde van grootte dan {before} ervoor{factor}";
    }
    /// Two indicators with the same figures.
    IdenticalFigures = "identical-figures", Warning {
        "All figures of two indicators are the same. One row may have been copied over the other, or the indicator may be in the document twice.",
        "Twee indicatoren hebben precies dezelfde cijfers. Misschien is de ene rij over de andere gekopieerd, of staat dezelfde indicator twee keer in het document.";
        SameFigures { name: Quote, other: Quote, place: Place }
            = "{name} has the same figures as {other} ({place})",
            "{name} heeft dezelfde cijfers als {other} ({place})";
    }
    /// Two rows of one table with the same name, and different figures for the same period.
    RepeatedName = "repeated-name", Warning {
        "Two rows of this table have the same name and the same group, and different figures for the same period and role. What each of them is of stands elsewhere: in another column, or in a heading that wasn't recognised. Add it to the group of both.",
        "Twee rijen van deze tabel hebben dezelfde naam en dezelfde groep, en verschillende cijfers voor dezelfde periode en soort. Waar elk van beide over gaat, staat ergens anders: in een andere kolom, of in een kopje dat niet herkend is. Vul dat bij beide als groep in.";
        NameOfTwoRows { name: Quote, other: Place }
            = "{name} is the name of another row of this table too ({other}), which has other figures",
            "{name} is ook de naam van een andere rij van deze tabel ({other}), die andere cijfers heeft";
    }
    /// A column of balances that isn't what the expenses and the income beside it come to.
    SumsDiffer = "sums-differ", Warning {
        "The headers say that this column is the balance of two others, and in most rows its amounts are not. The headers may stand above other columns than those they were read for, or the document counts something that it doesn't print: look a row up in the source.",
        "Volgens de koppen is deze kolom het saldo van twee andere, maar in de meeste rijen komen de bedragen niet uit. Misschien staan de koppen boven andere kolommen dan waarvoor ze gelezen zijn, of telt het document iets mee wat er niet staat: zoek een rij op in de bron.";
        BalanceDiffers { header: Quote, rows: usize as ROWS }
            = "in {rows}, {header} is not what the expenses and the income beside it come to",
            "in {rows} is {header} niet waar de lasten en baten ernaast op uitkomen";
    }
    /// A balance that isn't what its expenses and its income come to.
    BalanceMismatch = "balance-mismatch", Warning {
        "Other balances of this table are what its expenses and its income come to, within rounding, and this one is not. One of the amounts may be misprinted, or a cell may stand in another column. Nothing was changed: look the amounts up in the source.",
        "Andere saldo's van deze tabel zijn wat lasten en baten samen opleveren, op afronding na; dit niet. Misschien is een bedrag verkeerd gedrukt of hoort een cel in een andere kolom. Er is niets veranderd: zoek de bedragen op in de bron.";
        BalanceMismatch { printed: FigureText, sum: SumText, outcome: Number }
            = "{sum} comes to {outcome}, and {printed} is printed as the balance",
            "{sum} is {outcome}, en als saldo staat er {printed}";
        LetterMismatch { printed: FigureText, letter: Status, sum: SumText, outcome: Number }
            = "{sum} comes to {outcome}, and {printed} is printed as {letter}",
            "{sum} is {outcome}, en {printed} staat er als {letter}";
    }
    /// A result that isn't the balance with what goes to and comes from the reserves.
    ReservesBridge = "reserves-bridge", Warning {
        "Elsewhere in this table the result is the balance with what goes to and comes from the reserves, within rounding, and here it is not. One of the amounts may be misprinted, or a cell may stand in another column. Nothing was changed: look the amounts up in the source.",
        "Elders in deze tabel is het resultaat het saldo met wat er naar de reserves gaat en eruit komt, op afronding na; hier niet. Misschien is een bedrag verkeerd gedrukt of hoort een cel in een andere kolom. Er is niets veranderd: zoek de bedragen op in de bron.";
        ResultMismatch { printed: FigureText, sum: SumText, outcome: Number }
            = "{sum} comes to {outcome}, and {printed} is printed as the result",
            "{sum} is {outcome}, en als resultaat staat er {printed}";
        StockMismatch { printed: FigureText, sum: SumText }
            = "the year before ends with {sum}, and {printed} is printed for the beginning of this one",
            "het jaar ervoor eindigt met {sum}, en voor het begin van dit jaar staat er {printed}";
    }
    /// A total that its parts don't come to.
    TotalMismatch = "total-mismatch", Warning {
        "Elsewhere this total, or others of its table, are what their parts come to, within rounding, and here it is not. One of the amounts may be misprinted, or a cell may stand in another column or row. Nothing was changed: look the amounts up in the source.",
        "Elders is dit totaal, of een ander van deze tabel, de som van zijn delen, op afronding na; hier niet. Misschien is een bedrag verkeerd gedrukt of hoort een cel in een andere kolom of rij. Er is niets veranderd: zoek de bedragen op in de bron.";
        TotalMismatch { printed: FigureText, sum: SumText, outcome: Number }
            = "{sum} comes to {outcome}, and {printed} is printed as the total",
            "{sum} is {outcome}, en als totaal staat er {printed}";
        FieldsMismatch { printed: FigureText, sum: SumText, outcome: Number }
            = "{sum} of the fields within it comes to {outcome}, and {printed} is printed as their total",
            "{sum} van de velden erin is {outcome}, en als totaal ervan staat er {printed}";
        OverviewMismatch { printed: FigureText, other: FigureText, at: Place as POINTER }
            = "{printed} is printed here and {other} by the field itself ({at})",
            "hier staat {printed} en bij het veld zelf {other} ({at})";
    }
    /// A difference that isn't that of the two amounts.
    DifferenceMismatch = "difference-mismatch", Warning {
        "Other differences of this table are what its results and its plans come to, within rounding, and this one is not. One of the amounts may be misprinted, or a cell may stand in another column. Nothing was changed: look the amounts up in the source.",
        "Andere verschillen in deze tabel zijn het verschil tussen rekening en begroting, op afronding na; dit niet. Misschien is een bedrag verkeerd gedrukt of hoort een cel in een andere kolom. Er is niets veranderd: zoek de bedragen op in de bron.";
        DifferenceMismatch { printed: FigureText, sum: SumText, outcome: Number }
            = "{sum} comes to {outcome}, and {printed} is printed as the difference",
            "{sum} is {outcome}, en als verschil staat er {printed}";
    }
    /// Columns that are not in the order of their years.
    ColumnsOutOfOrder = "columns-out-of-order", Advice {
        "The columns with one role are not in the order of their years. They may have been swapped, or a year may be misprinted. Three or more columns from the newest to the oldest year are accepted.",
        "De kolommen van één soort staan niet op volgorde van jaar. Misschien zijn ze verwisseld of is een jaartal verkeerd gedrukt. Drie of meer kolommen die helemaal teruglopen, staan er met opzet zo.";
        ColumnAfter { column: ColumnText, before: ColumnText }
            = "the column {column} comes after {before}",
            "de kolom {column} staat na {before}";
    }
    /// A year in a header that is far from the edition.
    YearFarFromEdition = "year-far-from-edition", Warning {
        "This year is far from the year of the edition. It may be misprinted (2107 for 2017). The distance is a setting (20 years by default), since a baseline of 1990 or a target for 2050 may be correct.",
        "Dit jaartal ligt ver van dat van het document. Misschien is het verkeerd gedrukt (2107 voor 2017). Hoe ver te ver is, is een instelling (standaard 20 jaar): een nulmeting uit 1990 of een streefwaarde voor 2050 kan de bedoeling zijn.";
        YearFar { column: ColumnText, years: usize, edition: Period }
            = "{column} is more than {years} years from the edition of {edition}",
            "{column} ligt meer dan {years} jaar van het document van {edition}";
    }
    /// A result for a period after the edition.
    ResultAfterEdition = "result-after-edition", Warning {
        "This result is for a period after that of the document, so it can't have been measured. The column may hold targets or expectations, or its year may be misprinted; an evaluation uses it as a result.",
        "Dit resultaat is van na de periode waar het document over gaat en kan dus niet gemeten zijn. Misschien staan er streefwaarden of verwachtingen in de kolom, of is het jaartal verkeerd gedrukt; bij het toetsen telt het als resultaat.";
        ResultAfter { column: ColumnText, edition: Period }
            = "{column} holds results from after the edition of {edition}",
            "{column} bevat resultaten van na het document van {edition}";
    }
    /// A goal without an indicator.
    GoalWithoutIndicator = "goal-without-indicator", Advice {
        "No indicator refers to this goal, and every indicator in or around its field refers to other goals. It is unknown whether the goal is reached.",
        "Geen indicator verwijst naar dit doel, en in het beleidsveld is er geen die erbij kan horen. Of het bereikt wordt, is dus niet te zien.";
        GoalNotMeasured {} each { goal: Quote }
            = "no indicator measures {goal}",
            "geen indicator meet {goal}";
    }
    /// Goals without actions.
    GoalsWithoutActions = "goals-without-actions", Advice {
        "This field has goals, but neither it nor a field around or within it has actions. Where the message says so, they have no indicators either, so it is unknown as well whether a goal is reached.",
        "Dit beleidsveld zegt wat er bereikt moet worden, maar nergens in of rond het veld staat wat daarvoor gedaan wordt. Zegt de melding dat er ook geen indicator is, dan is ook niet te zien of een doel bereikt wordt.";
        NoActionsNorIndicators { goals: usize as GOALS }
            = "the field has {goals}, and neither an action nor an indicator",
            "het veld heeft {goals}, en geen actie en geen indicator";
        NoActions { goals: usize as GOALS }
            = "the field has {goals} and no action",
            "het veld heeft {goals} en geen actie";
    }
    /// Actions without goals.
    ActionsWithoutGoals = "actions-without-goals", Advice {
        "This field has actions, but neither it nor a field around or within it has goals.",
        "Dit beleidsveld zegt wat er gedaan wordt, maar nergens in of rond het veld staat waarvoor.";
        NoGoals { actions: usize as ACTIONS }
            = "the field has {actions} and no goal",
            "het veld heeft {actions} en geen doel";
    }
    /// A mark without its footnote.
    MarkWithoutFootnote = "mark-without-footnote", Warning {
        "This mark refers to a footnote, but the document has no footnote with this mark. The footnote may change the meaning of the figure: look for it in the source.",
        "Een teken verwijst naar een voetnoot, maar het document heeft er geen met dit teken. Wat er staat kan uitmaken hoe het cijfer gelezen moet worden: zoek het op in de bron.";
        NoFootnote {} each { mark: Quote }
            = "no footnote has the mark {mark}",
            "geen voetnoot heeft het teken {mark}";
    }
    /// A footnote without a mark that refers to it.
    FootnoteWithoutMark = "footnote-without-mark", Advice {
        "No mark refers to this footnote. The mark may have been lost, so that it is unknown which figure the footnote is about.",
        "Niets verwijst naar deze voetnoot. Misschien is het teken bij het cijfer weggevallen, en daarmee wat de voetnoot erover zegt.";
        FootnoteNotUsed { mark: Quote }
            = "nothing refers to the footnote {mark}",
            "niets verwijst naar de voetnoot {mark}";
        FootnoteUnmarked { text: Quote }
            = "the footnote {text} has no mark",
            "de voetnoot {text} heeft geen teken";
    }
    /// A budget without the amounts of the years before it.
    PriorFiguresMissing = "prior-figures-missing", Warning, off {
        "A municipal budget prints, beside its own amounts, what was realised two years before and what was budgeted for the year before (decree on budgets and accounts, BBV). These columns are missing, or their headers were not understood. A field is named where others have them.",
        "Een gemeentelijke begroting zet naast haar eigen bedragen de rekening van twee jaar eerder en de begroting van het jaar ervoor (BBV). Die kolommen ontbreken, of hun koppen zijn niet begrepen. Een veld wordt genoemd als andere ze wel hebben.";
        NoPriorAccount { period: Period }
            = "has no realised amounts for {period}",
            "heeft geen gerealiseerde bedragen voor {period}";
        NoPriorBudget { period: Period }
            = "has no budgeted amounts for {period}",
            "heeft geen begrote bedragen voor {period}";
        PriorFiguresUnchecked { why: Unchecked }
            = "whether it has the amounts of the years before can't be checked: {why}",
            "of de bedragen van de jaren ervoor er zijn, is niet na te gaan: {why}";
    }
    /// A budget without estimates for the three years after it.
    EstimatesMissing = "estimates-missing", Warning, off {
        "A municipal budget has estimates for the three years after its own (decree on budgets and accounts, BBV: articles 17 to 23 are about the financial budget and the estimates). The years named here have no amounts, or their headers were not understood.",
        "Bij een gemeentelijke begroting hoort een raming voor de drie jaren erna (BBV: de artikelen 17 tot en met 23 gaan over de financiële begroting en de meerjarenraming). De genoemde jaren hebben geen bedragen, of hun koppen zijn niet begrepen.";
        NoEstimates { periods: Vec<Period> as PERIODS }
            = "has no estimates for {periods}",
            "heeft geen ramingen voor {periods}";
        EstimatesUnchecked { why: Unchecked }
            = "whether it has estimates for three more years can't be checked: {why}",
            "of er ramingen voor drie jaren erna zijn, is niet na te gaan: {why}";
    }
    /// A mandatory policy indicator that isn't there.
    PolicyIndicatorMissing = "policy-indicator-missing", Warning, off {
        "Municipalities publish the policy indicators of a ministerial list in their budgets (article 8, paragraph 3a of the decree on budgets and accounts, BBV) and annual reports (article 25, paragraph 2a). These were not found by their names. Of those that were dropped from the list, nothing is said for years of which it isn't known.",
        "Gemeenten nemen de beleidsindicatoren van een ministeriële lijst op in hun begroting (artikel 8, derde lid, onderdeel a, van het BBV) en jaarverslag (artikel 25, tweede lid, onderdeel a). Deze zijn niet bij hun naam gevonden. Over indicatoren die van de lijst zijn gehaald, staat hier niets voor jaren waarvan dat niet bekend is.";
        PolicyIndicatorsMissing { main: String, names: Vec<Quote> }
            = "mandatory policy indicators of main task field {main} are missing: {names}",
            "verplichte beleidsindicatoren van hoofdtaakveld {main} ontbreken: {names}";
        PolicyIndicatorOtherName { name: Quote, other: Quote }
            = "the mandatory policy indicator {name} is missing, unless it is {other}",
            "de verplichte beleidsindicator {name} ontbreekt, tenzij het {other} is";
        PolicyIndicatorsUnchecked { why: Unchecked }
            = "whether the mandatory policy indicators are there can't be checked: {why}",
            "of de verplichte beleidsindicatoren er zijn, is niet na te gaan: {why}";
    }
    /// A mandatory key figure that isn't there.
    KeyFigureMissing = "key-figure-missing", Warning, off {
        "Budgets and annual reports of municipalities have six key figures of the financial position (article 11, paragraph 2d of the decree on budgets and accounts, BBV): net debt ratio, net debt ratio corrected for loans, solvency, structural room, land exploitation and tax capacity. These were not found by their names.",
        "Begrotingen en jaarverslagen van gemeenten hebben zes financiële kengetallen (artikel 11, tweede lid, onderdeel d, van het BBV): netto schuldquote, netto schuldquote gecorrigeerd voor alle verstrekte leningen, solvabiliteitsratio, structurele exploitatieruimte, grondexploitatie en belastingcapaciteit. Deze zijn niet bij hun naam gevonden.";
        KeyFiguresMissing { names: Vec<Quote> }
            = "key figures are missing: {names}",
            "kengetallen ontbreken: {names}";
        KeyFigureOtherName { name: Quote, other: Quote }
            = "the key figure {name} is missing, unless it is {other}",
            "het kengetal {name} ontbreekt, tenzij het {other} is";
        KeyFiguresUnchecked { why: Unchecked }
            = "whether the key figures are there can't be checked: {why}",
            "of de kengetallen er zijn, is niet na te gaan: {why}";
    }
    /// A task field of the year that has no amounts.
    TaskFieldMissing = "task-field-missing", Advice, off {
        "Budgets and accounts have a list of expenses and income by task field (articles 7 and 66 of the decree on budgets and accounts, BBV). These were not found by their code and name, or by their name. A municipality without amounts for one, such as a harbour, may leave it out.",
        "Begrotingen en jaarrekeningen hebben een overzicht van baten en lasten per taakveld (artikelen 7 en 66 van het BBV). Deze zijn niet gevonden bij hun code en naam, of bij hun naam. Wat een gemeente niet heeft, zoals een haven, kan ontbreken.";
        NoTaskFields {}
            = "no amounts by task field were recognised",
            "er zijn geen bedragen per taakveld herkend";
        TaskFieldsMissing { main: String, names: Vec<Quote> }
            = "task fields of {main} are missing: {names}",
            "taakvelden van {main} ontbreken: {names}";
        TaskFieldsUnchecked { why: Unchecked }
            = "whether the task fields are there can't be checked: {why}",
            "of de taakvelden er zijn, is niet na te gaan: {why}";
    }
    /// Structural expenses that structural income doesn't cover.
    StructuralBalance = "structural-balance", Warning, off {
        "The council sees to it that the budget is structurally in balance (article 189 of the municipal act, Gemeentewet): structural income covers structural expenses. This looks at the year of the budget, and else at the last of the three years after it, in the lines that are called so. A table of one programme with such lines is taken for the whole.",
        "De raad ziet erop toe dat de begroting structureel in evenwicht is (artikel 189 van de Gemeentewet): structurele baten dekken de structurele lasten. Hier wordt gekeken naar het begrotingsjaar, en anders naar het laatste van de drie jaren erna, in de regels die zo heten. Een tabel van één programma met zulke regels wordt voor het geheel aangezien.";
        StructuralDeficit { first: Period, last: Period }
            = "structural income covers structural expenses neither in {first} nor in {last}",
            "structurele baten dekken de structurele lasten niet in {first} en niet in {last}";
        StructuralBalanceUnchecked { why: Unchecked }
            = "whether structural income covers structural expenses can't be checked: {why}",
            "of structurele baten de structurele lasten dekken, is niet na te gaan: {why}";
    }
    /// A programme without additions to and withdrawals from reserves.
    ReservesMissing = "reserves-missing", Advice, off {
        "A municipal budget prints for each programme its expenses and income, and then what is added to and withdrawn from reserves (decree on budgets and accounts, BBV). This one has the first and not the second. A programme without such movements may leave them out.",
        "Een gemeentelijke begroting geeft per programma de lasten en baten, en daarna de toevoegingen en onttrekkingen aan reserves (BBV). Hier staat het eerste wel en het tweede niet. Een programma zonder zulke mutaties kan ze weglaten.";
        NoReserves {}
            = "has expenses and income, and no additions to or withdrawals from reserves",
            "heeft lasten en baten, en geen toevoegingen of onttrekkingen aan reserves";
        ReservesUnchecked { why: Unchecked }
            = "whether programmes have their additions to and withdrawals from reserves can't be checked: {why}",
            "of de programma's hun toevoegingen en onttrekkingen aan reserves hebben, is niet na te gaan: {why}";
    }
    /// A label or a code that is nearly one of a task field.
    NearlyTaskField = "nearly-task-field", Advice, off {
        "This is nearly the code and name of a task field of the document's year: a misprint, another ending, or a zero that a spreadsheet lost. It was not taken for that task field. If it is meant, correct it; if not, allow the rule.",
        "Dit is bijna de code en naam van een taakveld van het jaar van het document: een tikfout, een andere uitgang of een nul die in een rekenprogramma is weggevallen. Het is niet voor dat taakveld aangezien. Is dat wel bedoeld, verbeter het dan; anders kan de regel uit.";
        NearlyTaskField { text: Quote, code: String, name: Quote }
            = "{text} is nearly task field {code}, {name}",
            "{text} is bijna taakveld {code}, {name}";
        TaskFieldOfOtherYear { text: Quote, year: u16 }
            = "{text} is a task field of {year}, and not of the document's year",
            "{text} is een taakveld van {year}, en niet van het jaar van het document";
        NearlyTaskFieldUnchecked { why: Unchecked }
            = "whether lines are nearly a task field can't be checked: {why}",
            "of regels bijna een taakveld zijn, is niet na te gaan: {why}";
    }
    /// A part of an Iv3 delivery that can't be taken, for which there is no official code.
    Iv3NotTaken = "iv3-not-taken", Error {
        "This part of the Iv3 delivery can't be taken, and was left out; everything else was read. Export the delivery anew in the form of schema 2.1.1, or correct the part by hand.",
        "Een onderdeel van de Iv3-levering past niet in het schema en is weggelaten; de rest is gelezen. Lever het opnieuw in de vorm van schema 2.1.1, of verbeter het met de hand.";
        Iv3NotJson { error: String }
            = "the delivery can't be read as JSON: {error}",
            "de levering is niet als JSON te lezen: {error}";
        Iv3OtherKind { part: String, text: Quote, expected: ValueKind }
            = "{text} in {part} is not {expected}, and was left out",
            "{text} in {part} is niet {expected} en is weggelaten";
        Iv3UnknownKey { part: String, key: Quote }
            = "{part} has the key {key}, which is not in the schema, and was left out",
            "{part} heeft de sleutel {key}; die staat niet in het schema en is weggelaten";
        Iv3KeyTwice { part: String, key: Quote }
            = "{part} has the key {key} more than once, and the last one was taken",
            "{part} heeft de sleutel {key} meer dan eens; de laatste telt";
        Iv3NumberTooLong { part: String, text: Quote }
            = "the number {text} in {part} has more digits than can be kept, and was left out",
            "het getal {text} in {part} heeft meer cijfers dan er bewaard worden en is weggelaten";
        Iv3ColumnMissing { column: String }
            = "the file has no column {column}, so nothing was read of it",
            "het bestand heeft geen kolom {column}; er is niets van gelezen";
        Iv3CellNotTaken { column: String, text: Quote }
            = "{text} in the column {column} is not understood, so its row was left out",
            "{text} in de kolom {column} is niet begrepen; de rij is weggelaten";
    }
    /// Iv3 SF001: the metadata are missing.
    Iv3Sf001 = "iv3-sf001", Error {
        "An Iv3 delivery says in 'metadata' whose it is, and of which year and period. Without it no code and no sum can be checked. Add it.",
        "In 'metadata' zegt een Iv3-levering van wie ze is en over welk jaar en welke periode. Zonder dat valt er niets te controleren. Vul het aan.";
        Iv3NoMetadata {}
            = "the delivery has no metadata",
            "de levering heeft geen metadata";
    }
    /// Iv3 SF002: a key of the metadata is missing.
    Iv3Sf002 = "iv3-sf002", Error {
        "The schema of Iv3 asks for this key in 'metadata'. Add it with its value.",
        "Deze sleutel is verplicht in 'metadata'. Neem hem op, met zijn waarde.";
        Iv3MetadataKeyMissing { key: String }
            = "the metadata lack the key {key}",
            "in de metadata staat geen sleutel {key}";
    }
    /// Iv3 SF003: a key of the metadata that the schema doesn't have.
    Iv3Sf003 = "iv3-sf003", Error {
        "The schema of Iv3 allows no other keys in 'metadata' than its own. This one was left out: remove it, or correct its name.",
        "In 'metadata' mogen alleen de sleutels van het schema staan. Deze is weggelaten: haal hem weg of verbeter de naam.";
        Iv3MetadataKeyUnknown { key: Quote }
            = "the metadata have the key {key}, which is not in the schema",
            "de metadata hebben de sleutel {key}, die niet in het schema staat";
    }
    /// Iv3 SF004: a value of the metadata that is not of the kind that the schema asks for.
    Iv3Sf004 = "iv3-sf004", Error {
        "The schema of Iv3 asks for a value of another kind here. The value was left out, so the key counts as not filled in. Correct it.",
        "Hier hoort een waarde van een andere soort. Ze is weggelaten; de sleutel geldt dus als niet ingevuld. Verbeter de waarde.";
        Iv3MetadataOtherKind { key: String, text: Quote, expected: ValueKind }
            = "{text} as {key} of the metadata is not {expected}",
            "{text} bij {key} in de metadata is niet {expected}";
    }
    /// Iv3 SF005: the contact is missing.
    Iv3Sf005 = "iv3-sf005", Error {
        "An Iv3 delivery names in 'contact' whom to ask about it, by name, address of e-mail and telephone. Add it.",
        "In 'contact' noemt een Iv3-levering wie er vragen over kan beantwoorden, met naam, e-mailadres en telefoon. Vul het aan.";
        Iv3NoContact {}
            = "the delivery has no contact",
            "de levering heeft geen contactpersoon";
    }
    /// Iv3 SF006: a key of the contact is missing.
    Iv3Sf006 = "iv3-sf006", Error {
        "The schema of Iv3 asks for this key in 'contact'. Add it with its value.",
        "Deze sleutel is verplicht in 'contact'. Neem hem op, met zijn waarde.";
        Iv3ContactKeyMissing { key: String }
            = "the contact lacks the key {key}",
            "bij de contactpersoon staat geen sleutel {key}";
    }
    /// Iv3 SF007: a key of the contact that the schema doesn't have.
    Iv3Sf007 = "iv3-sf007", Error {
        "The schema of Iv3 allows no other keys in 'contact' than its own. This one was left out: remove it, or correct its name.",
        "In 'contact' mogen alleen de sleutels van het schema staan. Deze is weggelaten: haal hem weg of verbeter de naam.";
        Iv3ContactKeyUnknown { key: Quote }
            = "the contact has the key {key}, which is not in the schema",
            "de contactpersoon heeft de sleutel {key}, die niet in het schema staat";
    }
    /// Iv3 SF008: a value of the contact that is not of the kind that the schema asks for.
    Iv3Sf008 = "iv3-sf008", Error {
        "The schema of Iv3 asks for a value of another kind here: a text, and for 'email' one with a name, an @ and a domain. Correct it.",
        "Hier hoort een waarde van een andere soort: tekst, en bij 'email' een naam, een @ en een domein. Verbeter de waarde.";
        Iv3ContactOtherKind { key: String, text: Quote, expected: ValueKind }
            = "{text} as {key} of the contact is not {expected}",
            "{text} bij {key} van de contactpersoon is niet {expected}";
    }
    /// Iv3 SF009: a value of the contact that is empty.
    Iv3Sf009 = "iv3-sf009", Error {
        "The key is there, but nothing is filled in. Fill in whom to ask about the delivery.",
        "De sleutel staat er wel, maar is leeg. Vul in wie er vragen over de levering kan beantwoorden.";
        Iv3ContactEmpty { key: String }
            = "nothing is filled in as {key} of the contact",
            "bij {key} van de contactpersoon is niets ingevuld";
    }
    /// Iv3 SF010: the data are missing.
    Iv3Sf010 = "iv3-sf010", Error {
        "The amounts of an Iv3 delivery stand in 'data'. Without it there is nothing to deliver. Add it.",
        "De bedragen van een Iv3-levering staan in 'data'. Zonder dat valt er niets te leveren. Vul het aan.";
        Iv3NoData {}
            = "the delivery has no data",
            "de levering heeft geen data";
    }
    /// Iv3 SF011: the list of income is missing.
    Iv3Sf011 = "iv3-sf011", Error {
        "The list 'baten' of an Iv3 delivery is required, even if it is empty. Add it.",
        "De lijst 'baten' is verplicht in een Iv3-levering, ook als ze leeg is. Neem haar op.";
        Iv3NoIncome {}
            = "the data lack the list baten",
            "in de data staat geen lijst baten";
    }
    /// Iv3 SF012: the list of expenses is missing.
    Iv3Sf012 = "iv3-sf012", Error {
        "The list 'lasten' of an Iv3 delivery is required, even if it is empty. Add it.",
        "De lijst 'lasten' is verplicht in een Iv3-levering, ook als ze leeg is. Neem haar op.";
        Iv3NoExpenses {}
            = "the data lack the list lasten",
            "in de data staat geen lijst lasten";
    }
    /// Iv3 SF013: the list of income on the balance sheet is missing.
    Iv3Sf013 = "iv3-sf013", Error {
        "The list 'balans_baten' of an Iv3 delivery is required, even if it is empty. Add it.",
        "De lijst 'balans_baten' is verplicht in een Iv3-levering, ook als ze leeg is. Neem haar op.";
        Iv3NoBalanceIncome {}
            = "the data lack the list balans_baten",
            "in de data staat geen lijst balans_baten";
    }
    /// Iv3 SF014: the list of expenses on the balance sheet is missing.
    Iv3Sf014 = "iv3-sf014", Error {
        "The list 'balans_lasten' of an Iv3 delivery is required, even if it is empty. Add it.",
        "De lijst 'balans_lasten' is verplicht in een Iv3-levering, ook als ze leeg is. Neem haar op.";
        Iv3NoBalanceExpenses {}
            = "the data lack the list balans_lasten",
            "in de data staat geen lijst balans_lasten";
    }
    /// Iv3 SF015: the list of positions of the balance sheet is missing.
    Iv3Sf015 = "iv3-sf015", Error {
        "The list 'balans_standen' of an Iv3 delivery is required, even if it is empty. Add it.",
        "De lijst 'balans_standen' is verplicht in een Iv3-levering, ook als ze leeg is. Neem haar op.";
        Iv3NoPositions {}
            = "the data lack the list balans_standen",
            "in de data staat geen lijst balans_standen";
    }
    /// Iv3 SF016: an entry without one of its codes.
    Iv3Sf016 = "iv3-sf016", Error {
        "An entry of an Iv3 delivery lacks a key, so it is unknown what its amount is about. It was left out. Add the key.",
        "Een regel van een Iv3-levering mist een sleutel; waar het bedrag over gaat is dus onbekend. De regel is weggelaten. Vul de sleutel aan.";
        Iv3EntryKeyMissing { part: String, key: String, entry: Quote }
            = "an entry of {part} lacks the key {key}, and was left out: {entry}",
            "een regel van {part} mist de sleutel {key} en is weggelaten: {entry}";
    }
    /// Iv3 SF017: an entry without an amount.
    Iv3Sf017 = "iv3-sf017", Error {
        "An entry of an Iv3 delivery has no amount. It was left out, and no 0 was invented. Fill the amount in, or remove the entry.",
        "Een regel van een Iv3-levering heeft geen bedrag. Ze is weggelaten; er is geen 0 verzonnen. Vul het bedrag in of haal de regel weg.";
        Iv3AmountMissing { part: String, entry: Quote }
            = "an entry of {part} has no amount, and was left out: {entry}",
            "een regel van {part} heeft geen bedrag en is weggelaten: {entry}";
    }
    /// Iv3 SF888: no code lists are known of the tier and the book year.
    Iv3Sf888 = "iv3-sf888", Error {
        "The codes of an Iv3 delivery are checked with the lists of its tier of government and its book year, and there are none for these. Check whether 'overheidslaag' and 'boekjaar' are right.",
        "De codes van een Iv3-levering worden vergeleken met de lijsten van haar overheidslaag en boekjaar, en die zijn er hiervoor niet. Kijk of 'overheidslaag' en 'boekjaar' kloppen.";
        Iv3NoDefinitions { tier: String, year: u16 }
            = "there are no code lists of {tier} {year}, so codes and sums were not checked",
            "er zijn geen codelijsten van {tier} {year}; codes en sommen zijn niet gecontroleerd";
    }
    /// Iv3 DF001: a task field that isn't in the list.
    Iv3Df001 = "iv3-df001", Error {
        "This code is no task field in the list of the tier and the book year. Task fields change between years: look the amount up in the list of this year.",
        "Deze code staat niet in de lijst van taakvelden van deze overheidslaag en dit boekjaar. Taakvelden veranderen met de jaren: zoek in de lijst van dit jaar waar het bedrag hoort.";
        Iv3TaskFieldUnknown { part: String, code: Quote, category: Quote, list: String, near: Option<Quote> as NEAR }
            = "{code} in {part} (category {category}) is no task field of {list}{near}",
            "{code} in {part} (categorie {category}) is geen taakveld van {list}{near}";
    }
    /// Iv3 DF002: a category that isn't in the list.
    Iv3Df002 = "iv3-df002", Error {
        "This code is no economic category of this part of the delivery, for the tier and the book year. Expenses and income have lists of their own: look up which category the amount belongs to.",
        "Deze code is geen economische categorie van dit onderdeel, bij deze overheidslaag en dit boekjaar. Lasten en baten hebben elk een eigen lijst: zoek op in welke categorie het bedrag hoort.";
        Iv3CategoryUnknown { part: String, code: Quote, row: Quote, list: String, near: Option<Quote> as NEAR }
            = "{code} in {part} (row {row}) is no category of {list}{near}",
            "{code} in {part} (rij {row}) is geen categorie van {list}{near}";
    }
    /// Iv3 DF003: a balance code that isn't in the list.
    Iv3Df003 = "iv3-df003", Error {
        "This code is no item of the balance sheet in the list of the tier and the book year. Balance codes change between years: look the item up in the list of this year.",
        "Deze code is geen balanspost in de lijst van deze overheidslaag en dit boekjaar. Balanscodes veranderen met de jaren: zoek de post op in de lijst van dit jaar.";
        Iv3BalanceCodeUnknown { part: String, code: Quote, column: Quote, list: String, near: Option<Quote> as NEAR }
            = "{code} in {part} (column {column}) is no balance code of {list}{near}",
            "{code} in {part} (kolom {column}) is geen balanscode van {list}{near}";
    }
    /// Iv3 DF004: a moment of a position that isn't in the list.
    Iv3Df004 = "iv3-df004", Error {
        "A position of the balance sheet is of one of the moments that the list of the book year allows: 1 January, the end, or the last day of a quarter. Correct the moment.",
        "Een balansstand is van een van de momenten in de lijst van het boekjaar: 1 januari, ultimo of de laatste dag van een kwartaal. Verbeter het moment.";
        Iv3MomentUnknown { part: String, code: Quote, row: Quote, list: String, near: Option<Quote> as NEAR }
            = "{code} in {part} (row {row}) is no moment of {list}{near}",
            "{code} in {part} (rij {row}) is geen moment van {list}{near}";
    }
    /// Iv3 DF005: a key figure that isn't in the list.
    Iv3Df005 = "iv3-df005", Error {
        "This code is no financial key figure in the list of the tier and the book year. Look the code up in that list.",
        "Deze code is geen financieel kengetal in de lijst van deze overheidslaag en dit boekjaar. Zoek de code op in die lijst.";
        Iv3KeyFigureUnknown { part: String, code: Quote, period: Quote, list: String, near: Option<Quote> as NEAR }
            = "{code} in {part} ({period}) is no key figure of {list}{near}",
            "{code} in {part} ({period}) is geen kengetal van {list}{near}";
    }
    /// Iv3 DF006: a policy indicator that isn't in the list.
    Iv3Df006 = "iv3-df006", Error {
        "This code is no policy indicator in the list of the tier and the book year. Look the code up in that list.",
        "Deze code is geen beleidsindicator in de lijst van deze overheidslaag en dit boekjaar. Zoek de code op in die lijst.";
        Iv3PolicyIndicatorUnknown { part: String, code: Quote, period: Quote, list: String, near: Option<Quote> as NEAR }
            = "{code} in {part} ({period}) is no policy indicator of {list}{near}",
            "{code} in {part} ({period}) is geen beleidsindicator van {list}{near}";
    }
    /// Iv3 DF007: a reporting period that isn't in the list.
    Iv3Df007 = "iv3-df007", Error {
        "Key figures and policy indicators are of one of the reporting periods in the list of the book year, such as Rek_2024 or Beg_2026. Correct the period.",
        "Kengetallen en beleidsindicatoren zijn van een van de verslagperioden in de lijst van het boekjaar, zoals Rek_2024 of Beg_2026. Verbeter de periode.";
        Iv3ReportingPeriodUnknown { part: String, code: Quote, row: Quote, list: String, near: Option<Quote> as NEAR }
            = "{code} in {part} ({row}) is no reporting period of {list}{near}",
            "{code} in {part} ({row}) is geen verslagperiode van {list}{near}";
    }
    /// An amount in a cell of an Iv3 matrix that must stay empty. There is no official code for it.
    Iv3ForbiddenCell = "iv3-forbidden-cell", Error {
        "The model of Iv3 has grey cells: categories that a task field or an item of the balance sheet can't have. There is an amount in one of them. Book it on another category or another row.",
        "Het model van Iv3 heeft grijze cellen: categorieën die bij een taakveld of een balanspost niet kunnen. In een ervan staat een bedrag. Boek het op een andere categorie of een andere rij.";
        Iv3CellForbidden { part: String, row: Quote, category: Quote, amount: Number, list: String }
            = "{amount} in {part} stands at {row} and category {category}, which must stay empty in {list}",
            "{amount} in {part} staat bij {row} en categorie {category}; dat is een grijze cel in {list}";
    }
    /// Iv3 PF001: the current account and the financial account have different balances.
    Iv3Pf001 = "iv3-pf001", Warning {
        "What is left of the current account (categories 1 to 5, income less expenses) must be what goes out on the financial account (category 6.1, expenses less income), over the task fields and the balance sheet together. An amount is probably missing, or booked on one side only.",
        "Wat er overblijft op de niet-financiële rekening (categorieën 1 tot en met 5, baten min lasten) moet er op de financiële rekening uitgaan (categorie 6.1, lasten min baten), over taakvelden en balans samen. Waarschijnlijk ontbreekt een bedrag of is het aan één kant geboekt.";
        Iv3AccountsDiffer { current: Number, financial: Number, percent: Number, allowed: Number }
            = "the current account has a balance of {current} and the financial account one of {financial}: {percent} % apart, where {allowed} % is allowed",
            "het saldo van de niet-financiële rekening is {current} en dat van de financiële rekening {financial}: {percent} % verschil, waar {allowed} % mag";
    }
    /// Iv3 PF002: other categories than 6.1, 7.2 and 7.5 on the financial balance sheet.
    Iv3Pf002 = "iv3-pf002", Warning {
        "Changes of financial items of the balance sheet, such as loans, claims and cash, are booked on category 6.1, 7.2 or 7.5. Book the others on the item or the task field that they are about.",
        "Mutaties op de financiële balans, zoals leningen, vorderingen en kas, horen op categorie 6.1, 7.2 of 7.5. Boek de andere op de post of het taakveld waar ze over gaan.";
        Iv3CategoriesOnFinancialBalance { amount: Number, percent: Number, allowed: Number }
            = "{amount} on the financial balance sheet stands on other categories than 6.1, 7.2 and 7.5: {percent} %, where {allowed} % is allowed",
            "{amount} op de financiële balans staat op andere categorieën dan 6.1, 7.2 en 7.5: {percent} %, waar {allowed} % mag";
    }
    /// Iv3 PF003: the positions of the balance sheet change by other amounts than the matrix says.
    Iv3Pf003 = "iv3-pf003", Warning {
        "From the opening to the closing position an item of the balance sheet must change by what the matrix books on it: an asset by expenses less income, a liability by income less expenses. A position or a change is probably missing.",
        "Van begin- naar eindstand moet een balanspost veranderen met wat er in de matrix op geboekt is: een activum met lasten min baten, een passivum met baten min lasten. Waarschijnlijk ontbreekt een stand of een mutatie.";
        Iv3PositionsDiffer { code: Quote, change: Number, movements: Number, more: usize as AND_MORE, percent: Number, allowed: Number }
            = "{code} changes by {change} between its positions and by {movements} in the matrix{more}: {percent} % apart in all, where {allowed} % is allowed",
            "{code} verandert {change} volgens de standen en {movements} volgens de matrix{more}: samen {percent} % verschil, waar {allowed} % mag";
    }
    /// Iv3 PF004: a settlement category whose expenses and income differ.
    Iv3Pf004 = "iv3-pf004", Warning {
        "The settlement categories (7.1 to 7.5) only move amounts within the accounts, so each must have as much expenses as income, over the task fields and the balance sheet together. One side is probably missing.",
        "Verrekencategorieën (7.1 tot en met 7.5) verplaatsen bedragen binnen de boekhouding; elke moet evenveel lasten als baten hebben, over taakvelden en balans samen. Waarschijnlijk ontbreekt een kant.";
        Iv3SettlementDiffers { category: Quote, expenses: Number, income: Number, percent: Number, allowed: Number }
            = "category {category} has {expenses} of expenses and {income} of income: {percent} % apart, where {allowed} % is allowed",
            "categorie {category} heeft {expenses} aan lasten en {income} aan baten: {percent} % verschil, waar {allowed} % mag";
    }
    /// Iv3 PF005: category 6.1 outside the financial balance sheet.
    Iv3Pf005 = "iv3-pf005", Warning {
        "Financial transactions (category 6.1) belong on the items of the financial balance sheet, and hardly anywhere else. Book them there, or choose another category.",
        "Financiële transacties (categorie 6.1) horen op de posten van de financiële balans en bijna nergens anders. Boek ze daar, of kies een andere categorie.";
        Iv3FinancialElsewhere { amount: Number, percent: Number, allowed: Number }
            = "{amount} of category 6.1 stands outside the financial balance sheet: {percent} %, where {allowed} % is allowed",
            "{amount} van categorie 6.1 staat buiten de financiële balans: {percent} %, waar {allowed} % mag";
    }
    /// Iv3 PF006: the task fields have different totals of expenses and income.
    Iv3Pf006 = "iv3-pf006", Warning {
        "With the movements of reserves and the result among them, the task fields must have as much expenses as income. The result (task field 0.11, in a budget 0.11 or 0.8) is probably missing or on the wrong side.",
        "Met de mutaties van reserves en het resultaat erbij moeten de taakvelden evenveel lasten als baten hebben. Waarschijnlijk ontbreekt het resultaat (taakveld 0.11, in een begroting 0.11 of 0.8) of staat het aan de verkeerde kant.";
        Iv3TaskFieldsDiffer { expenses: Number, income: Number, difference: Number, allowed: Number }
            = "the task fields have {expenses} of expenses and {income} of income: {difference} apart, where {allowed} is allowed",
            "de taakvelden hebben {expenses} aan lasten en {income} aan baten: {difference} verschil, waar {allowed} mag";
    }
    /// Iv3 PF007: assets and liabilities differ at the beginning.
    Iv3Pf007 = "iv3-pf007", Warning {
        "The opening positions of the assets must add up to those of the liabilities. A position is probably missing, or of another year.",
        "De beginstanden van de activa moeten samen even groot zijn als die van de passiva. Waarschijnlijk ontbreekt een stand of is ze van een ander jaar.";
        Iv3OpeningDiffers { assets: Number, liabilities: Number, difference: Number, allowed: Number }
            = "the opening positions are {assets} of assets and {liabilities} of liabilities: {difference} apart, where {allowed} is allowed",
            "de beginstanden zijn {assets} aan activa en {liabilities} aan passiva: {difference} verschil, waar {allowed} mag";
    }
    /// Iv3 PF008: assets and liabilities differ at the end.
    Iv3Pf008 = "iv3-pf008", Warning {
        "The closing positions of the assets must add up to those of the liabilities. A position is probably missing, such as the result of the year (P114).",
        "De eindstanden van de activa moeten samen even groot zijn als die van de passiva. Waarschijnlijk ontbreekt een stand, zoals het saldo van rekening (P114).";
        Iv3ClosingDiffers { assets: Number, liabilities: Number, difference: Number, allowed: Number }
            = "the closing positions are {assets} of assets and {liabilities} of liabilities: {difference} apart, where {allowed} is allowed",
            "de eindstanden zijn {assets} aan activa en {liabilities} aan passiva: {difference} verschil, waar {allowed} mag";
    }
    /// Iv3 PF009: categories 4.3.9 and 4.4.9 outside a budget.
    Iv3Pf009 = "iv3-pf009", Warning {
        "The undivided transfers (categories 4.3.9 and 4.4.9) are for budgets, where the receiver isn't known yet. In accounts of a quarter or a year each transfer has a receiver: book it on 4.3.1 to 4.3.8, 4.5 or 4.6.",
        "De onverdeelde overdrachten (categorieën 4.3.9 en 4.4.9) zijn voor begrotingen, waar de ontvanger nog niet vaststaat. In een kwartaal- of jaarrekening heeft elke overdracht een ontvanger: boek haar op 4.3.1 tot en met 4.3.8, 4.5 of 4.6.";
        Iv3UndividedTransfers { amount: Number, allowed: Number }
            = "{amount} stands on the categories 4.3.9 and 4.4.9, where {allowed} is allowed in accounts",
            "{amount} staat op de categorieën 4.3.9 en 4.4.9; in een rekening mag dat {allowed} zijn";
    }
    /// Iv3 PF099: a check of plausibility that can't be made.
    Iv3Pf099 = "iv3-pf099", Advice {
        "This check of plausibility needs something that the delivery or the definitions of its year don't have, so it was not made. That says nothing of whether the amounts are right.",
        "Voor deze plausibiliteitscontrole ontbreekt iets in de levering of in de definities van haar jaar; ze is niet uitgevoerd. Of de bedragen kloppen is daarmee niet gezegd.";
        Iv3Unchecked { check: String, reason: Unchecked }
            = "{check} can't be checked: {reason}",
            "{check} is niet te controleren: {reason}";
    }
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
    pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    examples: ["duplicate-id"],
});

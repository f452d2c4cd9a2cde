//! The words of the report itself, in Dutch and English. What the library has words for (outcomes,
//! reasons, roles, units, findings) comes from there.

use beleid::{Language, Period, PeriodKind};

/// Defines the words: name, English, Dutch.
macro_rules! words {
    ($($name:ident = $english:literal, $dutch:literal;)*) => {
        /// A word or phrase of the report.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Word {
            $($name,)*
        }

        impl Word {
            /// All words, for the test that none is empty.
            #[cfg(test)]
            const ALL: &'static [Word] = &[$(Word::$name),*];

            /// The word in a language.
            pub(crate) const fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Word::$name, Language::Dutch) => $dutch,)*
                    // A language that this crate doesn't know is spoken to in English.
                    $((Word::$name, _) => $english,)*
                }
            }
        }
    };
}

words! {
    // The page.
    SkipToContent = "Skip to the content", "Direct naar de inhoud";
    Contents = "Contents", "Inhoud";
    Report = "Report on", "Verslag over";
    Documents = "documents", "documenten";
    NoTitle = "A document without a title", "Een document zonder titel";
    EvaluatedFor = "evaluated for", "beoordeeld over";
    NoPeriod = "not evaluated: no year was recognised", "niet beoordeeld: er is geen jaar herkend";
    PeriodOfFigures = "The document doesn't say of which year it is; this one is taken from its figures.", "Het document zegt niet over welk jaar het gaat; dit jaar komt uit de cijfers.";
    ByMethod = "By the method", "Volgens de methode";
    NoHeading = "(no heading)", "(zonder kop)";
    NoName = "(no name)", "(zonder naam)";
    Nothing = "Nothing was found that can be reported: no goals, indicators or amounts.", "Er is niets gevonden om over te berichten: geen doelen, indicatoren of bedragen.";
    LeftOut = "Headings without goals, indicators or amounts, left out here:", "Koppen zonder doelen, indicatoren of bedragen, die hier niet staan:";

    // The overview.
    Overview = "Overview", "Overzicht";
    TargetsByField = "Targets and money by field", "Doelen en geld per onderdeel";
    IndicatorsMissed = "Targets that are missed", "Doelen die niet zijn gehaald";
    WhyUndecided = "Why targets are undecided", "Waarom doelen niet te bepalen zijn";
    WhyNotApplicable = "Why an indicator has no target to judge", "Waarom een indicator geen doel heeft om te toetsen";
    Reason = "Reason", "Reden";
    Number = "Number", "Aantal";
    Field = "Field", "Onderdeel";
    Coverage = "What was read", "Wat er is gelezen";
    NumbersInFigures = "numbers became figures", "getallen zijn cijfers geworden";
    NumbersNotPlaced = "numbers could not be placed", "getallen zijn niet te plaatsen";
    NumbersInLabels = "numbers stand in headings and labels", "getallen staan in koppen en omschrijvingen";
    NumbersInText = "numbers stand in running text", "getallen staan in lopende tekst";
    OfNumbersInCells = "of the numbers in the tables became figures", "van de getallen in de tabellen is een cijfer geworden";
    CoverageUnknown = "This document was not read from a printed source, so no numbers of it can be missing.", "Dit document is niet uit een gedrukte bron gelezen; er kunnen geen getallen ontbreken.";
    ExpensesOver = "Expenses, against the budget", "Lasten ten opzichte van de begroting";

    // A field.
    Goals = "Goals", "Doelstellingen";
    Actions = "Actions", "Acties";
    Indicator = "Indicator", "Indicator";
    Indicators = "Indicators", "Indicatoren";
    Notes = "Notes", "Voetnoten";
    ForGoal = "for the goal", "bij het doel";

    // An indicator.
    Unit = "Unit", "Eenheid";
    Source = "Source", "Bron";
    StatedBy = "In the document", "In het document";
    Figures = "Figures", "Cijfers";
    Part = "Part", "Deel";
    Whole = "as a whole", "als geheel";
    Role = "Kind", "Soort";
    NoRole = "kind not stated", "soort niet vermeld";
    NoYear = "no year", "geen jaar";
    Target = "Target", "Doel";
    Measured = "Measured", "Gemeten";
    SumOfParts = "Measured, as the sum of its parts", "Gemeten, als som van de delen";
    LastKnown = "Last known", "Laatst bekend";
    ToGo = "To go", "Nog te gaan";
    Pace = "Pace", "Tempo";
    Direction = "Direction", "Richting";
    Other = "Other", "Overig";
    NotPlaced = "Not placed", "Niet geplaatst";
    Dated = "of", "per";

    // Pictures.
    Course = "Course", "Verloop";
    TargetAndResult = "Target and result", "Doel en resultaat";
    NoResult = "no result", "geen resultaat";
    NotDrawn = "Not drawn", "Niet getekend";
    OtherUnit = "another unit", "een andere eenheid";
    NoNumber = "no number", "geen getal";
    WithoutYear = "without a year", "zonder jaar";
    Missing = "missing", "ontbreekt";
    AxisFrom = "The scale runs from", "De schaal loopt van";
    AxisTo = "to", "tot";
    AxisNotZero = "it doesn't begin at zero", "zij begint niet bij nul";
    BarFromZero = "The bar begins at zero", "De balk begint bij nul";
    KeyResult = "result", "resultaat";
    KeyUncertain = "not certain or expected", "niet zeker of verwacht";
    KeyTarget = "target", "doel";
    KeyOtherFigure = "other figure", "ander cijfer";
    KeyMissing = "missing", "ontbreekt";
    KeyOpen = "open end", "open einde";
    Key = "How to read the pictures", "Hoe de tekeningen te lezen zijn";

    // Money.
    Money = "Money", "Geld";
    AmountsIn = "amounts in", "bedragen in";
    Label = "Line", "Regel";
    Flow = "Flow", "Stroom";
    NotStated = "not stated", "niet vermeld";
    ScaleNotStated = "nothing says whether they are in thousands", "nergens staat of ze in duizenden zijn";
    AsPrinted = "signs as printed", "tekens zoals afgedrukt";
    BudgetAgainstResult = "Budget against result", "Begroting tegenover rekening";
    Budget = "Budget", "Begroting";
    OriginalBudget = "Original budget", "Oorspronkelijke begroting";
    AmendedBudget = "Budget after changes", "Begroting na wijziging";
    Result = "Result", "Rekening";
    Difference = "Difference", "Verschil";
    Percent = "Difference in %", "Verschil in %";
    Judgement = "Meaning", "Betekenis";
    AllExpenses = "All expenses", "Alle lasten";
    AllIncome = "All income", "Alle baten";
    Balance = "Balance", "Saldo";
    AsPlanned = "as planned", "als begroot";
    More = "more", "meer";
    Less = "less", "minder";
    SumOfFields = "sum of the fields within it", "som van de onderdelen";
    NotKnown = "difference not known", "verschil niet bekend";
    NormalSigns = "expenses and income are positive, a balance is income less expenses", "lasten en baten zijn positief, een saldo is baten min lasten";
    Untitled = "Table without a title", "Tabel zonder titel";
    NoTable = "Amounts without a table", "Bedragen zonder tabel";

    // Findings.
    Findings = "Findings about the document", "Bevindingen over het document";
    FindingsIn = "Findings", "Bevindingen";
    MoreAdvice = "Advice", "Adviezen";
    NoFindings = "There are no findings.", "Er zijn geen bevindingen.";
}

/// A period as people of a language write it.
pub(crate) fn period(period: Period, language: Language) -> String {
    let is_dutch = language == Language::Dutch;
    let code = period.to_string();
    let parts = |sign: char| code.split_once(sign).unwrap_or((&code, ""));
    match period.kind() {
        PeriodKind::HalfYear | PeriodKind::Quarter => {
            let (year, part) = parts('-');
            let letter = if is_dutch { part.replace('Q', "K") } else { part.to_owned() };
            format!("{letter} {year}")
        }
        PeriodKind::Month => {
            let (year, month) = parts('-');
            format!("{} {year}", month_name(month, is_dutch))
        }
        PeriodKind::Day => {
            let (year, rest) = parts('-');
            let (month, day) = rest.split_once('-').unwrap_or((rest, ""));
            let day = day.trim_start_matches('0');
            format!("{day} {} {year}", month_name(month, is_dutch))
        }
        PeriodKind::Years => code.replace("..", "–"),
        PeriodKind::Since => {
            let year = code.trim_end_matches('.');
            format!("{} {year}", if is_dutch { "vanaf" } else { "from" })
        }
        // Calendar years, school years, and kinds that a later version may have.
        _ => code,
    }
}

/// The name of a month by its number of two digits.
fn month_name(number: &str, is_dutch: bool) -> &str {
    match (number, is_dutch) {
        ("01", true) => "januari",
        ("02", true) => "februari",
        ("03", true) => "maart",
        ("04", false) => "April",
        ("04", true) => "april",
        ("05", true) => "mei",
        ("06", true) => "juni",
        ("07", true) => "juli",
        ("08", true) => "augustus",
        ("09", true) => "september",
        ("10", true) => "oktober",
        ("11", true) => "november",
        ("12", true) => "december",
        ("01", false) => "January",
        ("02", false) => "February",
        ("03", false) => "March",
        ("05", false) => "May",
        ("06", false) => "June",
        ("07", false) => "July",
        ("08", false) => "August",
        ("09", false) => "September",
        ("10", false) => "October",
        ("11", false) => "November",
        ("12", false) => "December",
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_both_languages() {
        for word in Word::ALL {
            for language in Language::ALL {
                let text = word.text(*language);
                assert!(!text.trim().is_empty() && text.trim() == text, "{word:?}: {text:?}");
            }
        }
    }

    #[test]
    fn periods_are_written_for_people() {
        let cases = [
            ("2017", "2017", "2017"),
            ("2014/15", "2014/15", "2014/15"),
            ("2018-H1", "H1 2018", "H1 2018"),
            ("2017-Q3", "Q3 2017", "K3 2017"),
            ("2014-01", "January 2014", "januari 2014"),
            ("2017-10-01", "1 October 2017", "1 oktober 2017"),
            ("2017..2019", "2017–2019", "2017–2019"),
            ("2019..", "from 2019", "vanaf 2019"),
        ];
        for (code, english, dutch) in cases {
            let parsed: Result<Period, _> = code.parse();
            let written = |language| parsed.clone().map(|parsed| period(parsed, language));
            assert_eq!(written(Language::English).as_deref(), Ok(english));
            assert_eq!(written(Language::Dutch).as_deref(), Ok(dutch));
        }
    }
}

//! The words of generated tables.

/// What indicators are called: plain names, units in parentheses, and numbers of their own.
pub(crate) const INDICATORS: [&str; 24] = [
    "Aantal inwoners",
    "Aantal banen",
    "Aantal bezoekers zwembad",
    "Leegstand winkels",
    "Netto schuldquote",
    "Netto schuldquote gecorrigeerd voor alle verstrekte leningen",
    "Solvabiliteitsratio",
    "Structurele exploitatieruimte",
    "Woonlasten meerpersoonshuishouden",
    "Tevredenheid over de dienstverlening",
    "Omvang huishoudelijk restafval (kg per inwoner)",
    "Verwijzingen Halt (aantal per 10.000 jongeren)",
    "Diefstal uit woningen (aantal per 1.000 inwoners)",
    "Lengte van wegen (in km)",
    "Oppervlakte groen (ha)",
    "Formatie (fte)",
    "Jongeren van 12 tot 23 jaar met jeugdhulp",
    "Vroegtijdige schoolverlaters",
    "Hernieuwbare elektriciteit (%)",
    "Nieuw gebouwde woningen",
    "Demografische druk",
    "Personen met een bijstandsuitkering",
    "Niet-sporters van 19 jaar en ouder",
    "Opkomst gemeenteraadsverkiezingen",
];

/// Pairs of parts of an indicator, of which each has a value of its own.
pub(crate) const PAIRS: [(&str, [&str; 2]); 3] = [
    ("Woonlasten een- en meerpersoons", ["eenpersoons", "meerpersoons"]),
    ("Wachttijd voor een woning", ["huur", "koop"]),
    ("Bezoekers van het museum", ["jongeren", "ouderen"]),
];

/// Amounts in a table of indicators, with the scale in their name and its power of ten.
pub(crate) const SCALED: [(&str, u32); 4] = [
    ("WOZ-waarde woningen (x € 1.000)", 3),
    ("Omvang begroting (x € 1 miljoen)", 6),
    ("Algemene uitkering (x € 1.000)", 3),
    ("Opbrengst OZB (in miljoenen euro)", 6),
];

/// What municipalities save for.
pub(crate) const RESERVES: [&str; 6] = [
    "Algemene reserve",
    "Egalisatie afval",
    "Onderhoud gebouwen",
    "Reserve parkeren",
    "Reserve sociaal domein",
    "Grondbedrijf",
];

/// What money is spent on.
pub(crate) const PROGRAMMES: [&str; 14] = [
    "Bestuur",
    "Burgerzaken",
    "Openbare orde en veiligheid",
    "Verkeer en vervoer",
    "Parkeren",
    "Onderwijshuisvesting",
    "Sport en cultuur",
    "Inkomensregelingen",
    "Volksgezondheid",
    "Afval en riolering",
    "Ruimtelijke ordening",
    "Overhead",
    "Programma 1",
    "Programma 2 Sociaal domein",
];

/// Those that can't be taken for the heading of a field. A finding about such a label is about its
/// whole table, and would stand for all that is read wrongly there.
pub(crate) fn plain_programmes() -> &'static [&'static str] {
    &PROGRAMMES[..12]
}

/// Measures in English, with their units.
pub(crate) const MEASURES: [(&str, &str, Style); 7] = [
    ("Recycling rate", "%", Style::Tenths),
    ("Missed bins", "number", Style::Thousands),
    ("Visits to libraries", "number", Style::Thousands),
    ("Satisfaction with parks", "%", Style::Tenths),
    ("Length of cycle paths", "km", Style::Tenths),
    ("New homes", "number", Style::Whole),
    ("Staff sickness", "%", Style::Tenths),
];

/// Headings of groups of rows.
pub(crate) const GROUPS: [&str; 6] = [
    "Economie",
    "Wonen en leefomgeving",
    "Sociale structuur",
    "Veiligheid",
    "Duurzaamheid",
    "Jeugd en onderwijs",
];

/// Words for results, and so on. The first of each are the most frequent.
pub(crate) const REALISED: [&str; 5] =
    ["Realisatie", "Rekening", "Jaarrekening", "Behaald", "Werkelijk"];
pub(crate) const BUDGETED: [&str; 3] = ["Begroting", "Begroot", "Raming"];
pub(crate) const TARGET: [&str; 3] = ["Streefwaarde", "Beoogd", "Doel"];
pub(crate) const EXPECTED: [&str; 2] = ["Prognose", "Verwacht"];

/// Units of a column of units, with the way that their numbers are printed.
pub(crate) const UNITS: [(&str, Style); 5] = [
    ("aantal", Style::Whole),
    ("%", Style::Tenths),
    ("euro", Style::Whole),
    ("km", Style::Tenths),
    ("per 1.000 inwoners", Style::Tenths),
];

/// How the numbers of a row are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Whole,
    Thousands,
    Tenths,
    Hundredths,
    Percent,
    PercentTenths,
}

impl Style {
    pub(crate) const ALL: [Style; 6] = [
        Style::Whole,
        Style::Thousands,
        Style::Tenths,
        Style::Hundredths,
        Style::Percent,
        Style::PercentTenths,
    ];

    /// The number of decimals.
    pub(crate) fn places(self) -> u32 {
        match self {
            Style::Whole | Style::Thousands | Style::Percent => 0,
            Style::Tenths | Style::PercentTenths => 1,
            Style::Hundredths => 2,
        }
    }

    /// The range of its numbers, in units of the last decimal.
    pub(crate) fn range(self) -> (i64, i64) {
        match self {
            Style::Whole => (12, 990),
            Style::Thousands => (10_100, 98_000),
            Style::Tenths => (11, 990),
            Style::Hundredths => (101, 980),
            Style::Percent => (11, 99),
            Style::PercentTenths => (101, 990),
        }
    }

    pub(crate) fn is_percent(self) -> bool {
        matches!(self, Style::Percent | Style::PercentTenths)
    }
}

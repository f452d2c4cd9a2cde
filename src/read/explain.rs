//! Why an ambiguous cell was read as it was, in words.

use crate::language::Language;

/// What resolved the ambiguity of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resolution {
    /// The way in which the cell itself is written.
    Alone,
    /// The label counts whole things.
    Counts,
    /// Another number of the row is of that size.
    Peer,
    /// Other cells of the table are written in this way.
    Table,
    /// No other number of the row is of that size, so it is a year.
    YearByPeers,
    /// The other numbers of the row are of that size, and it can't be a year.
    NumberByPeers,
    /// The year of the column.
    Column,
    /// The table has a footnote with that mark.
    Footnote,
    /// The column holds differences.
    Difference,
    /// The legend of the table.
    Legend,
    /// The label or the header states a scale.
    Scale,
}

impl Resolution {
    /// Why the cell was read as it was, as the rest of a sentence.
    pub(super) fn explanation(self, language: Language) -> &'static str {
        let (english, dutch) = match self {
            Resolution::Alone => (
                "the way it is written hardly allows another reading",
                "anders wordt het zelden zo geschreven",
            ),
            Resolution::Counts => {
                ("the label counts whole things", "de omschrijving telt hele dingen")
            }
            Resolution::Peer => (
                "another number in the row is of that size",
                "een ander getal in de rij is van die orde",
            ),
            Resolution::Table => (
                "the table writes other numbers in this way",
                "de tabel schrijft getallen elders zo",
            ),
            Resolution::YearByPeers => (
                "no number of the row is near it, so it is a year",
                "geen getal in de rij ligt in de buurt, dus het is een jaartal",
            ),
            Resolution::NumberByPeers => (
                "the numbers of the row are near it, and that year can't be meant",
                "de getallen in de rij liggen in de buurt, en dat jaar kan niet bedoeld zijn",
            ),
            Resolution::Column => ("the column has a year", "de kolom heeft een jaar"),
            Resolution::Footnote => (
                "the table has a footnote with that mark",
                "de tabel heeft een voetnoot met dat teken",
            ),
            Resolution::Legend => (
                "the legend says what a dash stands for",
                "de legenda zegt waar een streepje voor staat",
            ),
            Resolution::Scale => (
                "the label or the header states the scale",
                "de omschrijving of de kop zegt in welk veelvoud het staat",
            ),
            Resolution::Difference => {
                ("the column holds differences", "de kolom bevat verschillen")
            }
        };
        match language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }
}

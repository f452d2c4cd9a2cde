//! What the neighbours of a cell made of it, told in words.

use crate::language::Language;

/// What settled what a cell leaves open by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settled {
    /// Nothing beside it: the way in which it is written.
    Alone,
    /// The label counts whole things.
    Counts,
    /// Another number of the row is of that size.
    Peer,
    /// The table writes its numbers so elsewhere.
    Table,
    /// No number of the row is near, so it is a year.
    YearByPeers,
    /// The numbers of the row are near, and the year can't be meant.
    NumberByPeers,
    /// The year of the column.
    Column,
    /// The table has a footnote with that mark.
    Footnote,
    /// The column holds differences.
    Difference,
    /// The legend of the table.
    Legend,
    /// The label or the header says in how many its numbers are.
    Scale,
}

impl Settled {
    /// Why the cell was read as it was, as the rest of a sentence.
    pub(super) fn because(self, language: Language) -> &'static str {
        let (english, dutch) = match self {
            Settled::Alone => {
                ("it can hardly be written so otherwise", "anders wordt het zelden zo geschreven")
            }
            Settled::Counts => {
                ("the label counts whole things", "de omschrijving telt hele dingen")
            }
            Settled::Peer => (
                "another number of the row is of that size",
                "een ander getal in de rij is van die orde",
            ),
            Settled::Table => (
                "the table writes its numbers so elsewhere",
                "de tabel schrijft getallen elders zo",
            ),
            Settled::YearByPeers => (
                "no number of the row is near it, so it is a year",
                "geen getal in de rij ligt in de buurt, dus het is een jaartal",
            ),
            Settled::NumberByPeers => (
                "the numbers of the row are near it, and that year can't be meant",
                "de getallen in de rij liggen in de buurt, en dat jaar kan niet bedoeld zijn",
            ),
            Settled::Column => ("the column has a year", "de kolom heeft een jaar"),
            Settled::Footnote => (
                "the table has a footnote with that mark",
                "de tabel heeft een voetnoot met dat teken",
            ),
            Settled::Legend => (
                "the legend says what a dash stands for",
                "de legenda zegt waar een streepje voor staat",
            ),
            Settled::Scale => (
                "the label or the header says in how many it is",
                "de omschrijving of de kop zegt in welk veelvoud het staat",
            ),
            Settled::Difference => ("the column holds differences", "de kolom bevat verschillen"),
        };
        match language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }
}

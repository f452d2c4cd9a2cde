//! What happens to tables on the way: cells vanish, rows are printed twice, pages break.

use super::draw::Draw;
use super::table::{Block, Cell, Document, Row, Table};
use super::write::{Form, write};

/// A damage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Damage {
    /// A cell with a number is printed as nothing; in forms of plain text it leaves no trace.
    CellDeleted,
    /// A row is printed twice.
    RowDoubled,
    /// A page number, a running head or a link stands between two rows. In plain text only.
    Furniture,
    /// Some lines of the source are deleted, doubled or swapped. What it then means is not known,
    /// so that some numbers may be read wrongly, but none may be lost.
    Soup,
}

impl Damage {
    pub(crate) const ALL: [Damage; 4] =
        [Damage::CellDeleted, Damage::RowDoubled, Damage::Furniture, Damage::Soup];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Damage::CellDeleted => "cell-deleted",
            Damage::RowDoubled => "row-doubled",
            Damage::Furniture => "furniture",
            Damage::Soup => "soup",
        }
    }

    /// Whether the damage can befall a document in this form.
    pub(crate) fn befalls(self, form: Form) -> bool {
        self != Damage::Furniture || form.is_text()
    }

    /// The document after the damage, and its source in a form.
    pub(crate) fn source(
        self,
        document: &Document,
        form: Form,
        draws: &[u32],
    ) -> (Document, String) {
        let mut draw = Draw::new(draws.to_vec());
        let mut document = document.clone();
        for block in &mut document.blocks {
            if let Block::Table(table) = block {
                self.befall(table, &mut draw);
            }
        }
        let mut source = write(&document, form);
        if self == Damage::Soup {
            source = soup(&source, &mut draw);
        }
        (document, source)
    }

    fn befall(self, table: &mut Table, draw: &mut Draw) {
        match self {
            Damage::CellDeleted => delete_cell(table, draw),
            Damage::RowDoubled => {
                let is_data = |row: &Row| matches!(row, Row::Data { .. });
                let rows = (0..table.rows.len()).filter(|at| is_data(&table.rows[*at]));
                let at = draw.pick(&rows.collect::<Vec<_>>());
                table.rows.insert(at, table.rows[at].clone());
            }
            Damage::Furniture => {
                let texts = [
                    "Terug naar navigatie",
                    "Pagina 7 van 80",
                    "- 7 -",
                    "7",
                    "Begroting gemeente Assen",
                    "Deze pagina is gebouwd op 09/04/2020 12:31:34",
                ];
                let at = draw.index(table.rows.len());
                table.rows.insert(at, Row::Furniture(draw.pick(&texts).to_owned()));
            }
            Damage::Soup => (),
        }
    }
}

fn delete_cell(table: &mut Table, draw: &mut Draw) {
    let rows = table.rows.iter_mut().filter_map(|row| match row {
        Row::Data { cells, .. } => Some(cells),
        _ => None,
    });
    let mut cells: Vec<&mut Cell> = rows.flatten().collect();
    let at = draw.index(cells.len());
    if let Some(cell) = cells.get_mut(at) {
        **cell = Cell::default();
    }
}

/// The source with one to three of its lines that are not blank deleted, doubled or swapped.
fn soup(source: &str, draw: &mut Draw) -> String {
    let mut lines: Vec<&str> = source.lines().collect();
    for _ in 0..=draw.below(3) {
        let full = (0..lines.len()).filter(|at| !lines[*at].trim().is_empty());
        let full: Vec<usize> = full.collect();
        if full.is_empty() {
            break;
        }
        let (at, other) = (draw.pick(&full), draw.pick(&full));
        match draw.below(3) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at]),
            _ => lines.swap(at, other),
        }
    }
    lines.join("\n") + "\n"
}

//! What a mapping says of columns, which overrides their words.

use crate::read::facts::words::ColumnKind;
use crate::read::table::Column;
use crate::read::vocabulary::Vocabulary;

/// Gives columns what a mapping says of them, which overrides their words.
pub(super) fn apply_mapping(vocabulary: &Vocabulary, columns: &mut [Column]) {
    let Some(mapped) = vocabulary.mapped() else { return };
    let label = columns.iter().position(|column| column.content == Some(ColumnKind::Label));
    for (at, column) in columns.iter_mut().enumerate() {
        let header = |text: &str| mapped.header(vocabulary.pack(), text);
        let found = mapped
            .number(at + 1)
            .or_else(|| header(&column.header()))
            .or_else(|| column.headers.iter().rev().find_map(|text| header(text)));
        let Some(entry) = found else { continue };
        let Some(of) = mapped.column(entry) else { continue };
        column.mapped = Some(entry);
        if Some(at) == label {
            continue;
        }
        column.facts = of.facts(std::mem::take(&mut column.facts));
        column.content = match column.facts.content {
            Some(ColumnKind::Value) => None,
            // There is one label; what stands before it is what a row belongs to.
            Some(ColumnKind::Label) if Some(at) < label => Some(ColumnKind::Group),
            Some(ColumnKind::Label) => Some(ColumnKind::Attribute),
            other => other,
        };
        if column.content.is_some() {
            column.slice = None;
        }
    }
}

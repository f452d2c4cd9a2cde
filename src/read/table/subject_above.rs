//! What is measured, where it stands above a table whose rows say only what stage their figures are of: *Aantal woningen*, *Bron: CBS*, and the
//! headers *Type*, *2020*, *2022* above *Realisatie* and *Begroting*.

use std::collections::HashSet;

use crate::leaves::role::Role;
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::heading;
use crate::read::label;
use crate::read::lines::{Kind, RawLine};
use crate::read::marks;
use crate::read::questions::{question, table_title};
use crate::read::shapes::{is_caption_or_source, is_sentence};
use crate::read::spot::{Spot, joined};
use crate::read::table::{Row, RowKind, Table, name_in};

/// The lines about its figures that may stand between a name and its table: its unit, its source, an explanation.
const MAX_BETWEEN: usize = 4;

/// Whether a label says what stage the figures of its row are of, and nothing else: *Uitgangspunt Kadernota 2024* is a document, and
/// *Verschil* lies between two stages.
pub(in crate::read) fn is_stage(facts: &Facts) -> bool {
    use Role::{Amended, Budgeted, Expected, Norm, Realised, Target};
    let is_stage =
        matches!(facts.role, Some(Realised | Budgeted | Amended | Expected | Target | Norm));
    is_stage
        && facts.rest == 0
        && facts.period.is_none()
        && facts.flow.is_none()
        && facts.content.is_none()
        && facts.unit.is_none()
}

/// Puts the name of what is measured above the rows that say what stage they are of, as a group of them, and what stands between
/// behind them. Returns the line of the name. The table begins at `end`; a line above `floor` is of another one.
pub(in crate::read) fn take(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &mut Table,
    (floor, end): (usize, usize),
) -> Option<usize> {
    let stages = stages(vocabulary, lines, table)?;
    let says_when = |facts: &Facts| facts.period.is_some() && facts.role.is_none();
    let mut figures = table.columns.iter().filter(|column| column.content.is_none()).peekable();
    figures.peek()?;
    if !figures.all(|column| says_when(&column.facts)) {
        return None;
    }
    let pack = vocabulary.pack();
    let text = |at: usize| lines.get(at).map_or("", |line| &*line.text);
    let is_about = |at: &usize| {
        let text = text(*at);
        pack.meta(text).is_some()
            || is_caption_or_source(pack, text)
            || label::scale_alone(pack, text).is_some()
    };
    let above = || (floor..end).rev();
    let between = above().take(MAX_BETWEEN).take_while(is_about).count();
    let name = above().nth(between)?;
    if !is_name(vocabulary, lines, name) {
        return None;
    }
    let group = Row::new(vec![name_in(pack, lines, name)], RowKind::Group, Vec::new());
    table.rows.insert(0, Row { is_spanned: true, ..group });
    // `(x € 1.000)` is of the table, and a source of what is measured.
    let scale = |at: usize| label::scale_alone(pack, text(at));
    let unit = (name + 1..end).find_map(scale);
    table.scope.unit = table.scope.unit.take().or(unit);
    table.head.extend((name + 1..end).filter(|&at| scale(at).is_some()));
    table.head.sort_unstable();
    let metas = (name + 1..end)
        .filter(|&at| scale(at).is_none())
        .map(|at| Row::new(vec![Spot::whole(at)], RowKind::Meta, Vec::new()));
    let behind = stages + 1;
    table.rows.splice(behind..behind, metas);
    Some(name)
}

/// How many rows a table begins with, if each of them is another stage.
fn stages(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], table: &Table) -> Option<usize> {
    let rows = table.rows.iter().take_while(|row| row.kind == RowKind::Figures);
    let mut seen: HashSet<Role> = HashSet::new();
    let mut count = 0;
    for row in rows {
        let name = joined(lines, &row.label);
        let facts = vocabulary.facts(marks::without(&name));
        if !is_stage(&facts) || !seen.insert(facts.role?) {
            return None;
        }
        count += 1;
    }
    (count > 0).then_some(count)
}

/// Whether a line may be the name of what is measured: words that ask nothing, and are the title of nothing else.
fn is_name(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let text = &*line.text;
    let is_of_grid = matches!(line.kind, Kind::Cell(_));
    let facts = vocabulary.facts(text);
    !is_of_grid
        && matches!(vocabulary.class(text), Class::Words | Class::Mixed)
        && facts.rest > 0
        && !is_sentence(text)
        && !text.ends_with([':', '.', ';', '?'])
        && question(vocabulary, text).is_none()
        && table_title(vocabulary, text).is_none()
        && heading::title(vocabulary, text).is_none()
}

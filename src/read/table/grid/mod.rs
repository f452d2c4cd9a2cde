//! Makes tables of a grid, whose cells are given: `head` finds the rows of headers, `labels` the column of labels,
//! `contents` what the other columns hold, and `rows` takes the rows.

mod contents;
mod early;
mod head;
mod labels;
mod rows;
mod shift;
mod stacked;

use crate::findings::rule::Message;
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::letters::flow_of_letter;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::label;
use crate::read::language::Pack;
use crate::read::lines::{Lines, RawLine};
use crate::read::shapes;
use crate::read::source::{Grid, GridCell, GridRow};
use crate::read::spot::Spot;
use crate::read::table::arithmetic;
use crate::read::table::pairs;
use crate::read::table::records;
use crate::read::table::settle::{area_of_figures, settle};
use crate::read::table::spans;
use crate::read::table::turn::turn;
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table, name_in};
use crate::words::fold;

/// The most rows that headers take.
const MAX_HEAD: usize = 8;

/// A grid that is being looked at.
struct Look<'g, 's> {
    vocabulary: &'g Looks<'g>,
    lines: &'g [RawLine<'s>],
    grid: &'g Grid,
    width: usize,
    /// Whether its empty cells are lost, so that what follows them in their row stands too far to the left.
    has_lost_cells: bool,
    /// Whether it is likely and no more how far its headers reach.
    is_reach_likely: bool,
    /// The class of each cell, row by row.
    classes: Vec<Vec<Class>>,
}

/// The longest text that is a name, in bytes. The names of budget articles of the state have 60 on
/// average, and definitions more.
const MAX_NAME: usize = 70;

/// The tables of a grid. Headers in the middle of it begin another one, and so does the scale above each of several.
pub(in crate::read) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    grid: &Grid,
) -> Vec<Table> {
    stacked::tables(vocabulary, lines, grid)
        .unwrap_or_else(|| tables_of_one(vocabulary, lines, grid))
}

/// The tables of a grid that is one of several, or all there is.
fn tables_of_one(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], grid: &Grid) -> Vec<Table> {
    let grid = records::flatten(vocabulary, lines, grid);
    let spans::Mended { grid, has_lost_cells, is_reach_likely } =
        spans::mend(vocabulary, lines, &grid);
    let grid = &*grid;
    let classes = grid
        .rows
        .iter()
        .map(|row| {
            row.cells().iter().map(|cell| vocabulary.class(text_of(lines, cell.piece))).collect()
        })
        .collect();
    let width = grid.width();
    let look = Look { vocabulary, lines, grid, width, has_lost_cells, is_reach_likely, classes };
    let mut tables = Vec::new();
    let mut from = 0;
    let mut above: Option<Head> = None;
    while from < grid.rows.len() {
        let head = look.head(from).or_else(|| look.year_alone(from));
        let Some(mut head) = head else { break };
        // The same headers again have their labels where those had them.
        if let Some(above) = above.filter(|above| look.has_same_headers(above, &head)) {
            head.label = above.label;
        }
        let to = (head.end..grid.rows.len())
            .find(|&row| row > head.end && look.is_head_again(&head, row));
        let to = to.unwrap_or(grid.rows.len());
        // The numbers of a part that is no table of figures belong to no row.
        let mut refused: Vec<Spot> = Vec::new();
        let before = tables.len();
        for part in look.side_by_side(&head) {
            let table = turn(vocabulary, lines, look.table(&head, &part, from, to));
            // A table of texts, or of dates, has no figures.
            if table.columns.iter().any(|column| column.content.is_none()) && look.has_facts(&table)
            {
                tables.push(table);
            } else {
                let cells = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
                let spots = cells.map(|cell| cell.spot);
                refused.extend(spots.filter(|spot| vocabulary.is_number(spot.text(lines))));
            }
        }
        if tables.len() > before
            && let Some(last) = tables.last_mut()
        {
            last.orphans.extend(refused);
        }
        from = to;
        above = Some(head);
    }
    look.take_scale_below(&mut tables);
    if tables.is_empty() {
        tables.extend(pairs::of_grid(vocabulary, lines, grid));
    }
    tables
}

fn text_of<'l>(lines: &'l [RawLine<'_>], piece: usize) -> &'l str {
    lines.get(piece).map_or("", |line| &*line.text)
}

/// The header rows of a table.
struct Head {
    /// The rows above the headers: titles.
    first: usize,
    /// The row after them.
    end: usize,
    label: usize,
}

/// What tables that stand side by side have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alike {
    /// They are as wide as each other, or their headers state the same.
    Width,
    /// Their headers state the same.
    All,
    /// Their headers state the same, but for what flows.
    Time,
}

impl Look<'_, '_> {
    fn piece(&self, row: usize, column: usize) -> Option<usize> {
        self.grid.rows.get(row)?.piece(column)
    }

    fn text(&self, piece: usize) -> &str {
        text_of(self.lines, piece)
    }

    fn class(&self, row: usize, column: usize) -> Option<Class> {
        let cells = self.grid.rows.get(row)?.cells();
        let at = cells.partition_point(|cell| cell.column <= column).checked_sub(1)?;
        let is_within = cells.get(at).is_some_and(|cell| column < cell.end());
        self.classes.get(row)?.get(at).copied().filter(|_| is_within)
    }

    fn cells_of(&self, row: usize) -> &[GridCell] {
        self.grid.rows.get(row).map(GridRow::cells).unwrap_or_default()
    }

    /// The pieces of a row, each with its first column.
    fn distinct(&self, row: usize) -> Vec<(usize, usize)> {
        let cells = self.grid.rows.get(row).map(GridRow::cells).unwrap_or_default();
        cells.iter().map(|cell| (cell.piece, cell.column)).collect()
    }

    /// Whether a row has numbers that are no years.
    fn has_numbers(&self, row: usize) -> bool {
        (0..self.width).any(|column| {
            self.class(row, column) == Some(Class::Number)
                && self
                    .piece(row, column)
                    .is_some_and(|piece| self.text(piece).bytes().any(|byte| byte.is_ascii_digit()))
        })
    }

    /// Whether the columns of a table say what its figures are, or its labels are called indicators; and
    /// whether it has more numbers than those that may be years.
    fn has_facts(&self, table: &Table) -> bool {
        let pack = self.vocabulary.pack();
        let states = |column: &Column| {
            let is_known = |kind: ColumnKind| {
                matches!(
                    kind,
                    ColumnKind::Period
                        | ColumnKind::Role
                        | ColumnKind::Flow
                        | ColumnKind::Value
                        | ColumnKind::Unit
                )
            };
            let facts = &column.facts;
            facts.is_placing()
                || column.slice.is_some()
                || facts.unit.is_some()
                || column.content.or(facts.content).is_some_and(is_known)
        };
        let label = table.columns.iter().find(|column| column.content == Some(ColumnKind::Label));
        let label = label.map(|column| fold(&column.header(), true)).unwrap_or_default();
        let is_of_indicators =
            pack.each(|tables| tables.rows.indicators).any(|word| label.contains(word));
        if !is_of_indicators && !table.columns.iter().any(states) {
            return false;
        }
        let is_dated = table.columns.iter().any(|column| column.facts.period.is_some());
        let cells = || table.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let of = |cell: &Cell| self.vocabulary.class(cell.spot.text(self.lines));
        is_dated || is_of_indicators || cells().any(|cell| of(cell) == Class::Number)
    }

    /// The columns of tables that stand side by side: each begins with a column of labels, or of groups where the headers after it come
    /// again: *Programma*, *Lasten*, *Baten*, *Taakveld*, *Lasten*, *Baten*.
    fn side_by_side(&self, head: &Head) -> Vec<std::ops::Range<usize>> {
        let is_of_labels = |facts: &Facts| facts.content == Some(ColumnKind::Label);
        // *Activiteiten* isn't known, and says nothing of figures.
        let may_be = |facts: &Facts| match facts.content {
            Some(ColumnKind::Label | ColumnKind::Group | ColumnKind::Attribute) => true,
            None => !facts.is_placing() && facts.unit.is_none() && facts.rest > 0,
            Some(_) => false,
        };
        // *Soort kosten*, `2021`, *Soort opbrengsten*, `2021`
        let is_of_flow = |facts: &Facts| {
            let is_one = matches!(facts.flow, Some(FlowWord::Expenses | FlowWord::Income));
            is_one && facts.period.is_none() && facts.role.is_none()
        };
        let parts = self.parts(head, is_of_labels, Alike::Width);
        let parts = parts.or_else(|| self.parts(head, may_be, Alike::All));
        let parts = parts.or_else(|| self.parts(head, is_of_flow, Alike::Time));
        parts.unwrap_or_else(|| std::iter::once(0..self.width).collect())
    }

    /// The columns of the tables that begin with such columns. `None` if they are one;
    fn parts(
        &self,
        head: &Head,
        is_of_labels: impl Fn(&Facts) -> bool,
        alike: Alike,
    ) -> Option<Vec<std::ops::Range<usize>>> {
        let row = head.end.checked_sub(1).filter(|_| head.first < head.end)?;
        let mut starts: Vec<usize> = Vec::new();
        let mut before = None;
        for column in 0..self.width {
            let Some(piece) = self.piece(row, column) else { continue };
            let is_label = is_of_labels(&self.vocabulary.facts(self.text(piece)));
            let has_words = (head.end..self.grid.rows.len().min(head.end + 60))
                .filter_map(|row| self.class(row, column))
                .any(|class| matches!(class, Class::Words | Class::Mixed));
            if is_label && has_words && before != Some(piece) {
                starts.push(column);
            }
            before = Some(piece);
        }
        let has_figures = |from: usize, to: usize| {
            (from + 1..to).any(|column| {
                let states = (head.first..head.end).any(|row| {
                    self.piece(row, column)
                        .is_some_and(|piece| self.vocabulary.facts(self.text(piece)).is_placing())
                });
                let mut rows = head.end..self.grid.rows.len();
                states && rows.any(|row| self.class(row, column) == Some(Class::Number))
            })
        };
        let parts: Vec<std::ops::Range<usize>> = starts
            .iter()
            .enumerate()
            .map(|(index, &start)| {
                let from = if index == 0 { 0 } else { start };
                from..starts.get(index + 1).copied().unwrap_or(self.width)
            })
            .collect();
        let states = |part: &std::ops::Range<usize>| {
            let pieces = (head.first..head.end)
                .flat_map(|row| part.clone().filter_map(move |column| self.piece(row, column)));
            let stated = pieces.map(|piece| self.vocabulary.facts(self.text(piece)));
            let stated = stated.filter(|facts| facts.is_placing());
            let flow = |facts: &Facts| facts.flow.filter(|_| alike != Alike::Time);
            let stated = stated.map(|facts| (facts.period, facts.role, flow(&facts)));
            stated.collect::<Vec<_>>()
        };
        let is_like_first = |part: &std::ops::Range<usize>| {
            parts
                .first()
                .is_some_and(|first| first.len() == part.len() || states(first) == states(part))
        };
        let is_same = |part: &std::ops::Range<usize>| {
            parts
                .first()
                .is_some_and(|first| !states(first).is_empty() && states(first) == states(part))
        };
        let is_like = |part: &std::ops::Range<usize>| {
            if alike == Alike::Width { is_like_first(part) } else { is_same(part) }
        };
        let is_parted = parts.len() > 1
            && parts.iter().all(|part| has_figures(part.start, part.end) && is_like(part));
        is_parted.then_some(parts)
    }

    /// The header pieces above a column, from the outermost; where spans were lost, an outer header
    /// reaches right up to the next one of its row.
    fn path(
        &self,
        head: &Head,
        part: &std::ops::Range<usize>,
        column: usize,
    ) -> (Vec<usize>, bool) {
        let mut path: Vec<usize> = Vec::new();
        let mut is_open = false;
        for row in head.first..head.end {
            let piece = self.piece(row, column).or_else(|| {
                let is_last = row + 1 == head.end;
                let inner = (row + 1..head.end).any(|row| self.piece(row, column).is_some());
                // The rest of a header is of that alone: *2024 Adopted*, *Budget*.
                let is_rest =
                    matches!(self.cells_of(row), [cell] if cell.column > 0 && cell.columns == 1);
                if is_last || !inner || column == head.label || is_rest && row > head.first {
                    return None;
                }
                // *Type* beside the labels reaches over no figures.
                let is_of_side = |piece: &usize| {
                    let facts = self.vocabulary.facts(self.text(*piece));
                    facts.content.is_some_and(|of| of != ColumnKind::Value) && !facts.is_placing()
                };
                (part.start..column)
                    .rev()
                    .filter(|column| *column != head.label)
                    .find_map(|before| self.piece(row, before))
                    .filter(|piece| !is_of_side(piece))
            });
            if let Some(piece) = piece
                && !path.contains(&piece)
            {
                path.push(piece);
            }
        }
        if path.is_empty() {
            is_open = true;
        }
        (path, is_open)
    }

    /// Whether headers beside each other stand above more columns than they are, so that nobody can tell which of them
    /// reaches how far: *Realisatie*, *Streefwaarde* above three years.
    fn may_reach_otherwise(&self, head: &Head, part: &std::ops::Range<usize>) -> bool {
        (head.first..head.end.saturating_sub(1)).any(|row| {
            let cells = self.grid.rows.get(row).map(GridRow::cells).unwrap_or_default();
            let all = || cells.iter().filter(|cell| part.contains(&cell.column));
            let states =
                |cell: &&GridCell| self.vocabulary.facts(self.text(cell.piece)).is_placing();
            let own: Vec<&GridCell> = all().filter(states).collect();
            let (first, last) = (own.first(), own.last());
            let is_between = |cell: &&GridCell| {
                first.is_some_and(|first| first.column <= cell.column)
                    && last.is_some_and(|last| cell.column <= last.column)
            };
            let between: Vec<&GridCell> = all().filter(is_between).collect();
            let is_beside = between.windows(2).all(|pair| match pair {
                [one, next] => one.columns == 1 && next.column == one.end(),
                _ => true,
            });
            let end = own.last().map_or(0, |cell| cell.end());
            let reaches = (end..part.end).any(|column| {
                (row + 1..head.end).any(|below| {
                    self.piece(below, column)
                        .is_some_and(|piece| self.vocabulary.facts(self.text(piece)).is_placing())
                })
            });
            own.len() > 1 && is_beside && reaches
        })
    }

    fn table(&self, head: &Head, part: &std::ops::Range<usize>, from: usize, to: usize) -> Table {
        let label = if part.contains(&head.label) {
            head.label
        } else {
            // *Nr.* may stand in front of the labels.
            let is_of_labels = |column: &usize| {
                let header = head.end.checked_sub(1).and_then(|row| self.piece(row, *column));
                header.is_some_and(|header| {
                    let content = self.vocabulary.facts(self.text(header)).content;
                    matches!(content, Some(ColumnKind::Label | ColumnKind::Group))
                })
            };
            part.clone().find(is_of_labels).unwrap_or(part.start)
        };
        let mut table = Table { from, to, caption: self.grid.caption, ..Table::default() };
        self.scope(head, label, from, &mut table);
        let mut at: Vec<usize> = Vec::new();
        for column in part.clone() {
            let made = self.column(head, part, column, column == label);
            table.columns.push(made);
            at.push(column);
        }
        // *Begroting 2023* above the labels, and *Begroting 2024* beside it: the headers may stand too far to the left.
        let is_of_year = |column: &Column| column.facts.period.is_some() && column.facts.rest == 0;
        let is_shifted =
            table.columns.iter().any(|column| {
                column.content == Some(ColumnKind::Label)
                    && column.facts.content.is_none()
                    && is_of_year(column)
            }) && table.columns.iter().any(|column| column.content.is_none() && is_of_year(column));
        if is_shifted || self.is_reach_likely || self.may_reach_otherwise(head, part) {
            let first = (head.first..head.end).find_map(|row| self.distinct(row).first().copied());
            let lines = Lines::one(first.map_or(0, |(piece, _)| piece));
            table.doubts.push(Doubt { at: lines, what: Message::ReachUnknown {} });
        }
        self.move_headers(head, &mut table);
        settle(self.vocabulary, &mut table.columns);
        // Titles stand above all columns.
        for row in from..head.end {
            for (piece, column) in self.distinct(row) {
                if part.contains(&column) || part.start == 0 {
                    table.head.push(piece);
                }
            }
        }
        let label_header =
            table.columns.get(label - part.start).map(Column::header).unwrap_or_default();
        table.labels_are_areas = is_of_areas(self.vocabulary, &label_header);
        for row in head.end..to {
            self.take_row(row, &at, label, &mut table);
        }
        // The caption is the name of the only row, where that has none: *Indicator: Woonlasten*.
        if let (Some(caption), [only]) = (self.grid.caption, table.rows.as_mut_slice())
            && only.label.is_empty()
        {
            only.label.push(name_in(self.vocabulary.pack(), self.lines, caption));
        }
        self.settle_headless(&mut table);
        if self.has_lost_cells {
            arithmetic::place_ragged(self.vocabulary, self.lines, &mut table);
        } else {
            let are_proven = arithmetic::move_rows(self.vocabulary, self.lines, &mut table);
            if self.grid.may_have_moved && !are_proven {
                early::doubt(self.lines, &mut table);
            }
        }
        table
    }

    /// Columns without a header whose cells are words are of no figures: of bodies where one of them is known, *Landelijk*. A row
    /// with a number there has lost a cell.
    fn settle_headless(&self, table: &mut Table) {
        /// So many times as many words as numbers.
        const MOST: usize = 2;
        for at in 0..table.columns.len() {
            let is_open = table
                .columns
                .get(at)
                .is_some_and(|column| column.content.is_none() && column.headers.is_empty());
            if !is_open {
                continue;
            }
            let text = |row: &Row| row.cells.get(at)?.map(|cell| cell.spot.text(self.lines));
            let is_body = |text: &str| self.vocabulary.pack().is_of_a_body(&fold(text, true));
            let is_number =
                |text: &str| matches!(self.vocabulary.class(text), Class::Number | Class::Year);
            let (mut words, mut numbers, mut bodies) = (0, 0, 0);
            for text in table.rows.iter().filter_map(text) {
                words += usize::from(!is_number(text));
                numbers += usize::from(is_number(text));
                bodies += usize::from(is_body(text));
            }
            if words < MOST || words < MOST * numbers {
                continue;
            }
            let content = if bodies > 0 { ColumnKind::Area } else { ColumnKind::Attribute };
            if let Some(column) = table.columns.get_mut(at) {
                column.content = Some(content);
            }
            for row in &mut table.rows {
                if text(row).is_some_and(is_number) {
                    row.kind = RowKind::Misfit;
                    row.cells.retain(Option::is_some);
                }
            }
        }
    }

    /// Takes what the last row of the grid states about the amounts of all its tables, where none of them states anything itself:
    /// *Bedragen x € 1.000*.
    fn take_scale_below(&self, tables: &mut [Table]) {
        /// The texts below the rows.
        const MAX_BELOW: usize = 4;
        // Prose may stand below it.
        let alone = |row: usize| match *self.distinct(row) {
            [(piece, _)] => Some(piece),
            _ => None,
        };
        let pack = self.vocabulary.pack();
        let unit_of = |piece: usize| {
            let is_scale = shapes::is_scale(pack, self.text(piece));
            Some((piece, label::amounts(pack, self.text(piece)).filter(|_| is_scale)?))
        };
        let mut last = (0..self.grid.rows.len()).rev().map_while(alone).take(MAX_BELOW);
        let Some((piece, unit)) = last.find_map(unit_of) else { return };
        let text = self.text(piece);
        let states = |table: &Table| {
            let mut columns = table.columns.iter();
            table.scope.unit.is_some() || columns.any(|column| column.facts.unit.is_some())
        };
        if tables.iter().any(states) {
            return;
        }
        for table in tables {
            table.scope.unit = Some(unit.clone());
            let first = table.head.first().copied().unwrap_or(piece);
            let what = Message::ScaleBelow { text: text.into() };
            table.doubts.push(Doubt { at: Lines::one(first), what });
        }
    }

    /// What the titles above the headers, the caption and the corner state about the whole table.
    fn scope(&self, head: &Head, label: usize, from: usize, table: &mut Table) {
        let titles = (from..head.first).flat_map(|row| self.distinct(row)).map(|(piece, _)| piece);
        let corner = (head.first..head.end).filter_map(|row| self.piece(row, label));
        let mut scope = Facts::default();
        // *Bedragen x € 1.000* may be a row of its own below the headers.
        let pack = self.vocabulary.pack();
        let below = self.distinct(head.end).into_iter().map(|(piece, _)| piece);
        let below = below.filter(|piece| {
            self.distinct(head.end).len() == 1 && shapes::is_scale(pack, self.text(*piece))
        });
        for piece in self.grid.caption.into_iter().chain(titles).chain(corner).chain(below) {
            let facts = self.vocabulary.facts(self.text(piece));
            let unit = facts
                .unit
                .clone()
                .or_else(|| label::amounts(self.vocabulary.pack(), self.text(piece)));
            scope.unit = scope.unit.take().or(unit);
            if facts.rest < u8::MAX {
                scope.period = scope.period.or(facts.period);
                scope.role = scope.role.or(facts.role.filter(|_| facts.period.is_some()));
                // *Lasten* above the labels is of all rows; *Baten en lasten* says nothing of each.
                let flow = facts.flow.filter(|flow| {
                    facts.rest == 0 && matches!(flow, FlowWord::Expenses | FlowWord::Income)
                });
                scope.flow = scope.flow.or(flow);
            }
        }
        table.scope = scope;
    }

    fn column(
        &self,
        head: &Head,
        part: &std::ops::Range<usize>,
        column: usize,
        is_label: bool,
    ) -> Column {
        let (path, is_open) = self.path(head, part, column);
        let headers: Vec<String> = path.iter().map(|&piece| self.text(piece).to_owned()).collect();
        let lines = path
            .first()
            .zip(path.last())
            .map(|(&first, &last)| Lines { first: first.min(last), last: first.max(last) });
        let mut facts = Facts::default();
        let mut is_torn = false;
        for (at, header) in headers.iter().enumerate() {
            let mut own = (*self.vocabulary.facts(header)).clone();
            if let Some(flow) = flow_of_letter(self.vocabulary.pack(), header)
                && (head.first..head.end).any(|row| {
                    self.piece(row, column) == path.get(at).copied() && self.is_of_letters(row)
                })
            {
                own = Facts { flow: Some(flow), ..Facts::default() };
            }
            let (mut inner, mut outer) = (own.clone(), facts.clone());
            if inner.forget_contradictions(&mut outer) && !self.has_title(head, part, &path, at) {
                (own, facts, is_torn) = (inner, outer, true);
            }
            facts = own.within(&facts);
        }
        // *Streef-* and *waarde* are one word, and so are the words of a phrase on two rows.
        if headers.len() > 1 && facts.rest > 0 {
            let joined = self.vocabulary.facts(&headers.join(" "));
            if !is_torn
                && (joined.rest < facts.rest
                    || joined.kinds().count_ones() > facts.kinds().count_ones())
            {
                facts = (*joined).clone();
            }
        }
        facts.is_torn |= is_torn;
        let spots = path.iter().map(|&piece| Spot::whole(piece)).collect();
        let mut made = Column {
            headers,
            spots,
            lines,
            facts,
            content: None,
            slice: None,
            is_open,
            mapped: None,
        };
        made.content = if is_label {
            Some(ColumnKind::Label)
        } else {
            self.content(head, column, &made.facts)
        };
        let numbers = (head.end..self.grid.rows.len())
            .filter(|&row| self.class(row, column) == Some(Class::Number))
            .count();
        if made.content == Some(ColumnKind::Area) && numbers > 0 {
            area_of_figures(self.vocabulary.pack(), &mut made);
        }
        made
    }

    /// Whether one of the headers above another one stands above all columns of figures: that is the title of the table.
    fn has_title(
        &self,
        head: &Head,
        part: &std::ops::Range<usize>,
        path: &[usize],
        at: usize,
    ) -> bool {
        let columns = || part.clone().filter(|column| *column != head.label);
        let is_over =
            |column: usize, outer: usize| self.path(head, part, column).0.contains(&outer);
        let above = path.get(..at).unwrap_or_default();
        above.iter().any(|&outer| columns().all(|column| is_over(column, outer)))
    }
}

fn years_between(one: crate::leaves::period::Period, other: crate::leaves::period::Period) -> i32 {
    use chrono::Datelike;
    other.start().year() - one.start().year()
}

/// Whether a label leads to a fact about the rows above it: *Eenheid:*, *Bron:*.
pub(in crate::read) fn is_meta(pack: &Pack, label: &str) -> bool {
    let Some(word) = label.trim().strip_suffix(':') else { return false };
    pack.meta(label).is_some() || pack.column(word) == Some(ColumnKind::Label)
}

/// Whether a header says that its column holds names of areas or organisations.
fn is_of_areas(vocabulary: &Looks<'_>, header: &str) -> bool {
    vocabulary.facts(header).content == Some(ColumnKind::Area)
        || crate::read::areas::is_of_areas(vocabulary.pack(), header)
}

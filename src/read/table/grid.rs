//! Finds the header rows, the label column and the rows of a grid, whose cells are given.

use crate::findings::rule::Message;
use crate::leaves::role::Role;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::facts::{Facts, flow_of_letter};
use crate::read::language::{HeaderWord, Pack};
use crate::read::lines::{Lines, RawLine};
use crate::read::mapped::MappedHeaders;
use crate::read::marks;
use crate::read::shapes;
use crate::read::source::{Grid, GridRow};
use crate::read::spot::Spot;
use crate::read::table::arithmetic;
use crate::read::table::records;
use crate::read::table::settle::{area_of_figures, settle};
use crate::read::table::spans;
use crate::read::table::turn::turn;
use crate::read::table::{Cell, Column, Doubt, Footnote, Row, RowKind, Table};
use crate::words::fold;

/// The most rows that headers take.
const MAX_HEAD: usize = 6;

/// A grid that is being looked at.
struct Look<'g, 's> {
    vocabulary: &'g Looks<'g>,
    lines: &'g [RawLine<'s>],
    grid: &'g Grid,
    width: usize,
    /// Whether its empty cells are lost, so that what follows them in their row stands too far to the left.
    has_lost_cells: bool,
    /// The class of each cell, row by row.
    classes: Vec<Vec<Class>>,
}

/// The longest text that is a name, in bytes. The names of budget articles of the state have 60 on
/// average, and definitions more.
const MAX_NAME: usize = 70;

/// The tables of a grid. Headers in the middle of it begin another one.
pub(in crate::read) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    grid: &Grid,
) -> Vec<Table> {
    let grid = records::flatten(vocabulary, lines, grid);
    let (grid, has_lost_cells) = spans::mend(vocabulary, lines, &grid);
    let grid = &*grid;
    let classes = grid
        .rows
        .iter()
        .map(|row| {
            row.cells().iter().map(|cell| vocabulary.class(text_of(lines, cell.piece))).collect()
        })
        .collect();
    let look = Look { vocabulary, lines, grid, width: grid.width(), has_lost_cells, classes };
    let mut tables = Vec::new();
    let mut from = 0;
    while from < grid.rows.len() {
        let Some(head) = look.head(from) else { break };
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

    /// The headers that begin at a row: the rows above the first one with figures that state facts.
    fn head(&self, from: usize) -> Option<Head> {
        let rows = self.grid.rows.len();
        let mut first = from;
        // Titles: a row of one text.
        while first < rows && self.distinct(first).len() <= 1 && !self.has_numbers(first) {
            let states = self
                .distinct(first)
                .first()
                .is_some_and(|(piece, _)| self.vocabulary.facts(self.text(*piece)).is_placing());
            if states && self.distinct(first).first().is_some_and(|(_, column)| *column > 0) {
                break;
            }
            first += 1;
        }
        let mut end = first;
        let mut states_facts = false;
        while end < rows && end - first < MAX_HEAD {
            let is_header = self.is_header_row(end, states_facts);
            if !is_header {
                break;
            }
            states_facts |= self.states_facts(end);
            end += 1;
        }
        // A row below the headers that states nothing and has one text is a group, no header.
        while end > first + 1 && self.distinct(end - 1).len() <= 1 {
            end -= 1;
        }
        let needs_no_headers =
            self.vocabulary.mapped().is_some_and(MappedHeaders::needs_no_headers);
        if !needs_no_headers && (end == first || (!states_facts && !self.labels_state(end))) {
            return None;
        }
        let label = self.label_column(first, end);
        Some(Head { first, end, label })
    }

    /// Whether the first texts of the rows from one on state years or roles: then the headers are what is
    /// measured.
    fn labels_state(&self, from: usize) -> bool {
        let rows: Vec<usize> =
            (from..self.grid.rows.len()).filter(|&row| self.has_numbers(row)).collect();
        let states = |row: &usize| {
            let piece = self.distinct(*row).first().map(|(piece, _)| *piece);
            piece.is_some_and(|piece| {
                let facts = self.vocabulary.facts(self.text(piece));
                facts.rest == 0 && (facts.role.is_some() || facts.period.is_some())
            })
        };
        rows.len() >= 2 && rows.iter().all(states)
    }

    fn states_facts(&self, row: usize) -> bool {
        self.is_of_letters(row)
            || (0..self.width).any(|column| {
                matches!(self.class(row, column), Some(Class::Header | Class::Dated | Class::Year))
                    || self.piece(row, column).is_some_and(|piece| {
                        let facts = self.vocabulary.facts(self.text(piece));
                        facts.is_placing() && facts.rest < u8::MAX
                    })
            })
    }

    /// Whether a row can be one of headers: it has no figures, and after the first it states facts.
    fn is_header_row(&self, row: usize, is_below_facts: bool) -> bool {
        if self.has_numbers(row) {
            return false;
        }
        let cells: Vec<(usize, Option<Class>)> = (0..self.width)
            .filter(|&column| self.piece(row, column).is_some())
            .map(|column| (column, self.class(row, column)))
            .collect();
        if cells.is_empty() {
            return false;
        }
        if !is_below_facts {
            return true;
        }
        let facts = cells
            .iter()
            .filter(|(_, class)| matches!(class, Some(Class::Header | Class::Dated | Class::Year)))
            .count();
        let facts = if self.is_of_letters(row) { cells.len() } else { facts };
        // Numbers that look like years below headers with years are figures: 2000, 2100.
        let years = cells.iter().filter(|(_, class)| *class == Some(Class::Year)).count();
        let label = cells
            .first()
            .is_some_and(|(column, class)| *column == 0 && *class == Some(Class::Words));
        let is_row_of_figures = years > 0
            && label
            && cells.iter().filter(|(_, class)| *class == Some(Class::Year)).all(|(column, _)| {
                let above = (0..row).rev().find_map(|row| self.piece(row, *column));
                above.is_some_and(|above| self.vocabulary.facts(self.text(above)).is_placing())
            });
        facts * 2 >= cells.len()
            && facts > 0
            && !is_row_of_figures
            && !self.adds_nothing(row, &cells)
            && !self.is_of_words(row)
    }

    /// Whether the texts of a row are single letters for flows: *L*, *B*, *S* for *lasten*, *baten* and *saldo*.
    fn is_of_letters(&self, row: usize) -> bool {
        let mut flows = Vec::new();
        for (piece, _) in self.distinct(row) {
            let pack = self.vocabulary.pack();
            let Some(flow) = flow_of_letter(pack, self.text(piece)) else { return false };
            if !flows.contains(&flow) {
                flows.push(flow);
            }
        }
        flows.len() > 1
    }

    /// Whether no text of a row beside its label states something that the headers above it leave open:
    /// then they are verdicts, *behaald* below *Realisatie 2019*.
    fn adds_nothing(&self, row: usize, cells: &[(usize, Option<Class>)]) -> bool {
        let stated = |row: usize, column: usize| {
            self.piece(row, column).map(|piece| self.vocabulary.facts(self.text(piece)))
        };
        let has_label = cells.len() > 1 && cells.first().is_some_and(|(column, _)| *column == 0);
        has_label
            && cells.iter().skip(1).all(|&(column, _)| {
                let Some(own) = stated(row, column) else { return true };
                let above = (0..row)
                    .filter_map(|row| stated(row, column))
                    .fold(Facts::default(), |wider, facts| facts.within(&wider));
                above.role.is_some()
                    && above.period.is_some()
                    && own.period.is_none()
                    && own.flow.is_none()
            })
    }

    /// Whether the cells of a row are dashes and words such as a row without figures has.
    fn is_of_words(&self, row: usize) -> bool {
        (0..self.width).any(|column| self.class(row, column) == Some(Class::Number))
    }

    /// The column of labels: the one whose header says so, or else the first whose cells are words
    /// and no facts.
    fn label_column(&self, first: usize, end: usize) -> usize {
        let kind = |column: usize| {
            (first..end).rev().find_map(|row| {
                let facts = self.vocabulary.facts(self.text(self.piece(row, column)?));
                facts.content.filter(|_| facts.rest == 0)
            })
        };
        let share = |column: usize, of: &[Class]| {
            let rows = end..self.grid.rows.len().min(end + 60);
            let cells: Vec<Class> = rows.filter_map(|row| self.class(row, column)).collect();
            let found = cells.iter().filter(|class| of.contains(class)).count();
            (found, cells.len())
        };
        if let Some(label) = self.mapped_label(first, end) {
            return label;
        }
        let is_of_words = |column: usize| {
            let (found, all) =
                share(column, &[Class::Words, Class::Mixed, Class::Header, Class::Dated]);
            found * 2 > all && all > 0
        };
        let is_numeric = |column: usize| {
            let (found, all) = share(column, &[Class::Number]);
            found * 2 > all
        };
        // The label says so; else it is the last column of words before the figures, since it is the
        // narrowest: programme, field, indicator.
        let all: Vec<usize> = (0..self.width).filter(|&column| is_of_words(column)).collect();
        let others: Vec<usize> =
            all.iter().copied().filter(|&column| !self.states_each(column, first, end)).collect();
        let words = if others.is_empty() { all } else { others };
        if words.is_empty() && self.labels_state(end) {
            return 0;
        }
        let length = |column: usize| {
            let texts =
                (end..self.grid.rows.len().min(end + 60)).filter_map(|row| self.piece(row, column));
            let (mut sum, mut count) = (0, 0);
            for piece in texts {
                sum += self.text(piece).len();
                count += 1;
            }
            sum / std::cmp::max(count, 1)
        };
        // Of several the last, but for one of long texts: those explain.
        let mut named: Option<usize> = None;
        for &column in words.iter().filter(|&&column| kind(column) == Some(ColumnKind::Label)) {
            // *Indicator* over the subjects and the bodies: *Druk*, *Nederland*.
            let is_below_one = |named: usize| {
                self.piece(end - 1, named)
                    .is_some_and(|header| self.piece(end - 1, column) == Some(header))
            };
            if named.is_some_and(is_below_one) && self.names_bodies(column, end) {
                continue;
            }
            if named
                .is_none_or(|known| length(column) <= std::cmp::max(MAX_NAME, length(known) * 2))
            {
                named = Some(column);
            }
        }
        if let Some(label) = named {
            return label;
        }
        let figures = (0..self.width)
            .find(|&column| {
                let named = (first..end).rev().find_map(|row| {
                    self.vocabulary.facts(self.text(self.piece(row, column)?)).content
                });
                let is_side = matches!(
                    named,
                    Some(
                        ColumnKind::Code
                            | ColumnKind::Number
                            | ColumnKind::Period
                            | ColumnKind::Measured
                    )
                );
                is_numeric(column) && !is_side && !self.is_code_column(column, end)
            })
            .unwrap_or(self.width);
        // Words below *Realisatie 2015* are what was achieved.
        let is_of_figures = |column: usize| {
            (first..end).rev().any(|row| {
                let piece = self.piece(row, column);
                piece.filter(|_| piece != self.piece(row, 0)).is_some_and(|piece| {
                    let facts = self.vocabulary.facts(self.text(piece));
                    facts.rest == 0 && facts.role.is_some() && facts.period.is_some()
                })
            })
        };
        let free = |column: &&usize| {
            **column < figures
                && !is_of_figures(**column)
                && matches!(kind(**column), None | Some(ColumnKind::Group | ColumnKind::Population))
        };
        let code = || words.iter().find(|&&column| kind(column) == Some(ColumnKind::Code));
        words.iter().rev().find(free).or_else(code).or(words.first()).copied().unwrap_or(0)
    }

    /// Whether all cells of a column are roles or flows. Then they state what the figures of each row are, and are no
    /// labels.
    fn states_each(&self, column: usize, first: usize, end: usize) -> bool {
        // *Stand* below *Indicator* is what is measured, and so is *Lasten* below nothing.
        let is_named = (first..end).any(|row| {
            let facts =
                self.piece(row, column).map(|piece| self.vocabulary.facts(self.text(piece)));
            facts.is_some_and(|facts| match facts.content {
                Some(ColumnKind::Label) => facts.role.is_some() || facts.flow.is_some(),
                other => other.is_some(),
            })
        });
        if !is_named {
            return false;
        }
        let mut cells = (end..self.grid.rows.len().min(end + 60))
            .filter_map(|row| self.piece(row, column))
            .map(|piece| self.vocabulary.facts(self.text(piece)))
            .peekable();
        cells.peek().is_some()
            && cells.all(|facts| {
                let is_one = facts.role.is_some() != facts.flow.is_some();
                facts.rest == 0 && facts.period.is_none() && facts.content.is_none() && is_one
            })
    }

    /// Whether a column names a body or an area, and little else: an own name beside *Nederland*.
    fn names_bodies(&self, column: usize, end: usize) -> bool {
        let pack = self.vocabulary.pack();
        let names =
            (end..self.grid.rows.len().min(end + 60)).filter_map(|row| self.piece(row, column));
        let (mut all, mut bodies) = (0, 0);
        for piece in names {
            all += 1;
            bodies += usize::from(pack.is_of_a_body(&fold(self.text(piece), true)));
        }
        bodies * 3 >= all && bodies > 0
    }

    /// The column of labels by a mapping: by its number, or the last whose header says so.
    fn mapped_label(&self, first: usize, end: usize) -> Option<usize> {
        let mapped = self.vocabulary.mapped()?;
        let holds = |entry: Option<usize>| {
            entry
                .and_then(|entry| mapped.column(entry))
                .is_some_and(|column| column.holds == crate::read::vocabulary::Column::Label)
        };
        let by_header = |column: usize| {
            (first..end).any(|row| {
                self.piece(row, column).is_some_and(|piece| {
                    holds(mapped.header(self.vocabulary.pack(), self.text(piece)))
                })
            })
        };
        let by_number = (0..self.width).find(|&column| holds(mapped.number(column + 1)));
        by_number.or_else(|| {
            (0..self.width)
                .rev()
                .find(|&column| mapped.number(column + 1).is_none() && by_header(column))
        })
    }

    /// Whether a column holds codes or running numbers.
    fn is_code_column(&self, column: usize, end: usize) -> bool {
        // One text in a row is the label of a group.
        let rows =
            (end..self.grid.rows.len().min(end + 60)).filter(|&row| self.distinct(row).len() > 1);
        let texts: Vec<&str> =
            rows.filter_map(|row| self.piece(row, column)).map(|piece| self.text(piece)).collect();
        !texts.is_empty() && texts.iter().all(|text| is_code(text)) && is_rising(&texts)
    }

    /// Whether a row below the headers holds headers again.
    fn is_head_again(&self, head: &Head, row: usize) -> bool {
        // One text over all columns is the label of a group.
        if self.has_numbers(row) || self.distinct(row).len() <= 1 {
            return false;
        }
        let label = self.piece(row, head.label).map(|piece| self.text(piece));
        let first = self.piece(head.first, head.label).map(|piece| self.text(piece));
        let is_labelled = match label {
            None => false,
            Some(label) => {
                matches!(
                    self.vocabulary.facts(label).content,
                    Some(ColumnKind::Label | ColumnKind::Group)
                ) || first == Some(label)
            }
        };
        let others: Vec<Class> = (0..self.width)
            .filter(|column| *column != head.label)
            .filter_map(|column| self.class(row, column))
            .collect();
        let facts = others
            .iter()
            .filter(|class| matches!(class, Class::Header | Class::Dated | Class::Year))
            .count();
        if others.is_empty() || facts == 0 {
            return false;
        }
        // `Activiteit | 2019 | 2020`: each column has a header again, and other years.
        let is_new = || {
            facts >= 2 && facts == others.len() && {
                let years = (0..self.width)
                    .filter(|column| self.class(row, *column) == Some(Class::Year))
                    .filter_map(|column| {
                        let year =
                            self.vocabulary.facts(self.text(self.piece(row, column)?)).period?;
                        let above = (head.first..head.end).rev().find_map(|above| {
                            self.vocabulary.facts(self.text(self.piece(above, column)?)).period
                        })?;
                        Some(years_between(above, year))
                    });
                let steps: Vec<i32> = years.collect();
                !steps.is_empty() && steps.iter().all(|step| step.abs() <= 10)
            }
        };
        (is_labelled && facts == others.len())
            || (facts == others.len() && others.len() >= 2 && is_new())
    }

    /// The columns of tables that stand side by side: each begins with a column of labels.
    fn side_by_side(&self, head: &Head) -> Vec<std::ops::Range<usize>> {
        let whole = || std::iter::once(0..self.width).collect();
        let Some(row) = head.end.checked_sub(1).filter(|_| head.first < head.end) else {
            return whole();
        };
        let mut starts: Vec<usize> = Vec::new();
        let mut before = None;
        for column in 0..self.width {
            let Some(piece) = self.piece(row, column) else { continue };
            let is_label =
                self.vocabulary.facts(self.text(piece)).content == Some(ColumnKind::Label);
            let has_words = (head.end..self.grid.rows.len().min(head.end + 60))
                .filter_map(|row| self.class(row, column))
                .any(|class| class == Class::Words);
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
        // They are as wide as each other, or state the same.
        let states = |part: &std::ops::Range<usize>| {
            let pieces = (head.first..head.end)
                .flat_map(|row| part.clone().filter_map(move |column| self.piece(row, column)));
            let stated = pieces.map(|piece| self.vocabulary.facts(self.text(piece)));
            let stated = stated.filter(|facts| facts.is_placing());
            stated.map(|facts| (facts.period, facts.role, facts.flow)).collect::<Vec<_>>()
        };
        let is_like_first = |part: &std::ops::Range<usize>| {
            parts
                .first()
                .is_some_and(|first| first.len() == part.len() || states(first) == states(part))
        };
        if parts.len() > 1
            && parts.iter().all(|part| has_figures(part.start, part.end) && is_like_first(part))
        {
            parts
        } else {
            whole()
        }
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
                if is_last || !inner || column == head.label {
                    return None;
                }
                (part.start..column)
                    .rev()
                    .filter(|column| *column != head.label)
                    .find_map(|before| self.piece(row, before))
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

    fn table(&self, head: &Head, part: &std::ops::Range<usize>, from: usize, to: usize) -> Table {
        let label = if part.contains(&head.label) { head.label } else { part.start };
        let mut table = Table { from, to, caption: self.grid.caption, ..Table::default() };
        self.scope(head, label, from, &mut table);
        let mut at: Vec<usize> = Vec::new();
        for column in part.clone() {
            let made = self.column(head, part, column, column == label);
            table.columns.push(made);
            at.push(column);
        }
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
        if self.has_lost_cells {
            arithmetic::place_ragged(self.vocabulary, self.lines, &mut table);
        }
        table
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
                .or_else(|| crate::read::label::amounts(self.vocabulary.pack(), self.text(piece)));
            scope.unit = scope.unit.take().or(unit);
            if facts.rest < u8::MAX {
                scope.period = scope.period.or(facts.period);
                scope.role = scope.role.or(facts.role.filter(|_| facts.period.is_some()));
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

    /// What a column holds, by its header and by its cells.
    fn content(&self, head: &Head, column: usize, facts: &Facts) -> Option<ColumnKind> {
        // A text over all columns is the label of a group.
        let rows = (head.end..self.grid.rows.len()).filter(|&row| self.distinct(row).len() > 1);
        let cells: Vec<(usize, Class)> = rows
            .filter_map(|row| Some((self.piece(row, column)?, self.class(row, column)?)))
            .collect();
        let count = |class: Class| cells.iter().filter(|(_, of)| *of == class).count();
        let numbers = count(Class::Number);
        let is_of_statuses = facts.content.is_some_and(ColumnKind::is_of_statuses);
        // What stands in front of the labels below one header with them is a code, or wider than they are.
        let is_shared = |row: usize| {
            let piece = self.piece(row, column);
            piece.is_some() && piece == self.piece(row, head.label)
        };
        if column < head.label && (head.first..head.end).any(is_shared) {
            let is_code = self.is_code_column(column, head.end);
            return Some(if is_code { ColumnKind::Code } else { ColumnKind::Group });
        }
        let all = |is: &dyn Fn(&Facts) -> bool| {
            !cells.is_empty()
                && !is_of_statuses
                && cells.iter().all(|(piece, _)| {
                    let facts = self.vocabulary.facts(self.text(*piece));
                    facts.rest == 0 && facts.period.is_none() && is(&facts)
                })
        };
        // *Behaald* below *Realisatie 2019* is a verdict, and *daling* below *Streefwaarde* a change.
        let is_open = !facts.others.is_empty();
        // *Budget Name* above *Adopted* and *Amended*.
        let is_named = facts.content.is_some();
        if numbers == 0
            && (facts.role.is_none() || is_open || is_named)
            && all(&|facts| facts.role.is_some())
        {
            return Some(ColumnKind::Role);
        }
        if numbers == 0
            && (facts.flow.is_none() || is_open || is_named)
            && all(&|facts| facts.flow.is_some())
        {
            return Some(ColumnKind::Flow);
        }
        if let Some(content) = facts.content {
            return match content {
                // *Waarde* is a column of figures; a second column of labels is an attribute.
                ColumnKind::Value => None,
                ColumnKind::Label if column < head.label => Some(ColumnKind::Group),
                ColumnKind::Label
                    if self.piece(head.end - 1, column) == self.piece(head.end - 1, head.label)
                        && self.names_bodies(column, head.end) =>
                {
                    Some(ColumnKind::Area)
                }
                ColumnKind::Label => Some(ColumnKind::Attribute),
                // *Estimated by Manager* above amounts.
                ColumnKind::Attribute | ColumnKind::Remark | ColumnKind::Status
                    if facts.role.is_some() && numbers * 2 > cells.len() =>
                {
                    None
                }
                // *Jaar* above numbers that are no years, *Gemeente* above results.
                ColumnKind::Period | ColumnKind::Measured if numbers * 2 > cells.len() => None,
                // *Debt service* above amounts.
                ColumnKind::Group if numbers * 2 > cells.len() && self.holds_amounts(&cells) => {
                    None
                }
                other => Some(other),
            };
        }
        let may_be_date = facts.others.iter().any(|other| {
            matches!(other, HeaderWord::Column(ColumnKind::Measured | ColumnKind::Period))
        });
        if may_be_date && !cells.is_empty() && count(Class::Year) == cells.len() {
            return Some(ColumnKind::Period);
        }
        // *Laatste meting* above years says when that was.
        let is_plan = facts.role.is_some_and(|role| role != Role::Realised);
        if cells.len() > 1
            && count(Class::Year) == cells.len()
            && facts.period.is_none()
            && facts.unit.is_none()
            && !is_plan
        {
            return Some(ColumnKind::Measured);
        }
        if facts.is_placing() && facts.rest == 0 && (numbers > 0 || cells.is_empty()) {
            return None;
        }
        if !cells.is_empty()
            && count(Class::Favour) > 0
            && cells
                .iter()
                .all(|(piece, class)| *class == Class::Favour || self.text(*piece) == "-")
        {
            return Some(ColumnKind::Favourable);
        }
        if !cells.is_empty() && numbers == 0 {
            if column < head.label && !facts.is_placing() {
                return Some(ColumnKind::Group);
            }
            if count(Class::Words) * 2 > cells.len() || facts.rest > 0 {
                return if facts.is_placing() && facts.rest == 0 {
                    None
                } else if is_of_areas(self.vocabulary, &fold(&self.header_text(head, column), true))
                {
                    Some(ColumnKind::Area)
                } else if facts.is_placing() {
                    None
                } else {
                    Some(ColumnKind::Attribute)
                };
            }
        }
        if !facts.is_placing() && column < head.label && self.is_code_column(column, head.end) {
            return Some(ColumnKind::Code);
        }
        if !facts.is_placing() && numbers == 0 && cells.is_empty() {
            return Some(ColumnKind::Attribute);
        }
        None
    }

    /// Whether most cells have more digits than a number of a list.
    fn holds_amounts(&self, cells: &[(usize, Class)]) -> bool {
        const MIN_DIGITS: usize = 5;
        let digits = |piece: usize| self.text(piece).bytes().filter(u8::is_ascii_digit).count();
        cells.iter().filter(|(piece, _)| digits(*piece) >= MIN_DIGITS).count() * 2 > cells.len()
    }

    fn header_text(&self, head: &Head, column: usize) -> String {
        let pieces = (head.first..head.end).filter_map(|row| self.piece(row, column));
        pieces.map(|piece| self.text(piece)).collect::<Vec<_>>().join(" ")
    }

    fn take_row(&self, row: usize, at: &[usize], label: usize, table: &mut Table) {
        let mut distinct: Vec<usize> =
            at.iter().filter_map(|&column| self.piece(row, column)).collect();
        distinct.dedup();
        let Some(&first) = distinct.first() else { return };
        let places = at.iter().filter(|&&column| self.piece(row, column).is_some()).count();
        if let [only] = distinct.as_slice()
            && let Some((mark, text)) = marks::split_footnote(self.text(*only))
        {
            table.footnotes.push(Footnote {
                lines: Lines::one(*only),
                mark: mark.to_owned(),
                text: text.to_owned(),
            });
            return;
        }
        let own = self.piece(row, label);
        let is_spanned = distinct.len() == 1 && places > 1;
        let others = at
            .iter()
            .filter(|&&column| column != label)
            .filter_map(|&column| self.piece(row, column))
            .filter(|piece| Some(*piece) != own)
            .count();
        let spots: Vec<Spot> = own
            .or(if distinct.len() == 1 { Some(first) } else { None })
            .into_iter()
            .map(Spot::whole)
            .collect();
        let pack = self.vocabulary.pack();
        if let Some(name) = own.map(|piece| self.text(piece))
            && (is_meta(pack, name)
                || (others == 0
                    && !table.rows.is_empty()
                    && shapes::is_caption_or_source(pack, name)))
            && !self.has_numbers_beside(row, at, label)
        {
            let cells = at
                .iter()
                .map(|&column| {
                    if column == label {
                        None
                    } else {
                        self.piece(row, column).map(|piece| Cell::at(Spot::whole(piece)))
                    }
                })
                .collect();
            table.rows.push(Row {
                label: spots,
                kind: RowKind::Meta,
                cells,
                loose: Vec::new(),
                is_spanned,
            });
            return;
        }
        let is_short =
            self.has_lost_cells && at.last().is_some_and(|&last| self.piece(row, last).is_none());
        let is_alone = distinct.len() == 1
            && !matches!(
                self.class(row, at.first().copied().unwrap_or(0)),
                Some(Class::Number | Class::Year)
            )
            && self.piece(row, at.first().copied().unwrap_or(0)) == Some(first);
        let kind = match others {
            _ if is_alone => RowKind::Group,
            0 => RowKind::Group,
            _ if is_short => RowKind::Misfit,
            _ => RowKind::Figures,
        };
        // A merged cell over several columns of figures may be of any of them.
        let mut repeated: Vec<usize> = Vec::new();
        let mut seen: Vec<usize> = Vec::new();
        for (index, &column) in at.iter().enumerate() {
            let is_figures =
                table.columns.get(index).is_some_and(|column| column.content.is_none());
            if let Some(piece) = self.piece(row, column).filter(|_| is_figures) {
                if seen.contains(&piece) {
                    repeated.push(piece);
                } else {
                    seen.push(piece);
                }
            }
        }
        let cells: Vec<Option<Cell>> = at
            .iter()
            .map(|&column| {
                let piece = self.piece(row, column).filter(|_| column != label)?;
                (kind != RowKind::Group).then(|| Cell::at(Spot::whole(piece)))
            })
            .filter(|cell| kind != RowKind::Misfit || cell.is_some())
            .collect();
        if !repeated.is_empty() && kind == RowKind::Figures {
            let holds_number = repeated
                .iter()
                .any(|piece| self.text(*piece).bytes().any(|byte| byte.is_ascii_digit()));
            if holds_number {
                let text = self.text(repeated.first().copied().unwrap_or(first));
                table.doubts.push(Doubt {
                    at: Lines::one(repeated.first().copied().unwrap_or(first)),
                    what: Message::ReadForEachColumn { text: text.into() },
                });
            }
        }
        table.rows.push(Row { label: spots, kind, cells, loose: Vec::new(), is_spanned });
    }

    fn has_numbers_beside(&self, row: usize, at: &[usize], label: usize) -> bool {
        at.iter().any(|&column| {
            column != label
                && self.class(row, column) == Some(Class::Number)
                && self
                    .piece(row, column)
                    .is_some_and(|piece| self.text(piece).bytes().any(|byte| byte.is_ascii_digit()))
        })
    }
}

fn years_between(one: crate::leaves::period::Period, other: crate::leaves::period::Period) -> i32 {
    use chrono::Datelike;
    other.start().year() - one.start().year()
}

/// Whether a text is a code or a running number: `1`, `0.61`, `43-3`, `IIA`.
pub(in crate::read) fn is_code(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ':', ')']);
    // What begins with a minus is an amount.
    !text.is_empty()
        && text.len() <= 8
        && !text.starts_with('-')
        && text.bytes().all(|byte| {
            byte.is_ascii_digit() || matches!(byte, b'.' | b'-') || byte.is_ascii_uppercase()
        })
        && text.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

/// Where a code stands in the order of a list. `None` if a text is no code.
pub(in crate::read) fn rank(text: &str) -> Option<u64> {
    const PARTS: u32 = 10_000;
    let text = Some(text).filter(|text| is_code(text))?.trim_end_matches(['.', ':', ')']);
    let part = |part: &str| {
        let digits = part.trim_start_matches(|c: char| !c.is_ascii_digit());
        digits.parse::<u32>().unwrap_or(0).min(PARTS * PARTS)
    };
    let mut parts = text.split(['.', '-']);
    let first = part(parts.next().unwrap_or_default());
    let second = part(parts.next().unwrap_or_default()).min(PARTS - 1);
    Some(u64::from(first) * u64::from(PARTS) + u64::from(second))
}

/// Whether codes come in order, as those of a list do.
pub(in crate::read) fn is_rising(codes: &[&str]) -> bool {
    let key = |text: &str| -> Vec<u32> {
        text.split(['.', '-']).filter_map(|part| part.trim_end_matches(')').parse().ok()).collect()
    };
    let keys: Vec<Vec<u32>> = codes.iter().map(|code| key(code)).collect();
    keys.windows(2).all(|pair| pair.first() <= pair.last())
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

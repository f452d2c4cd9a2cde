//! Makes the table of a hypothesis: its columns, and its rows one after another, with what is in doubt about them.

use std::borrow::Cow;

use crate::findings::rule::{Message, Rule};
use crate::leaves::role::Role;
use crate::read::cell;
use crate::read::facts::classes::{Class, is_numbered};
use crate::read::facts::endings::RowCell;
use crate::read::facts::words::ColumnKind;
use crate::read::label;
use crate::read::legend::legend;
use crate::read::lines::Lines;
use crate::read::marks;
use crate::read::placement::ColumnsBy;
use crate::read::shapes::{self, is_sentence};
use crate::read::spot::Spot;
use crate::read::table::arrange::{How, Item, Path};
use crate::read::table::body::{Move, Parse, Want};
use crate::read::table::columns::{RowLine, row_line};
use crate::read::table::grid::is_meta;
use crate::read::table::lines::order::{begins_again, put_in_order};
use crate::read::table::lines::patterns::Hypothesis;
use crate::read::table::lines::segment::{Body, Segment, is_label_head, text_of};
use crate::read::table::lines::tokens::{Token, joined};
use crate::read::table::lines::{blanks, numbers};
use crate::read::table::settle::{area_of_figures, settle};
use crate::read::table::turn::turn;
use crate::read::table::{Cell, Column, Doubt, Footnote, Row, RowKind, Table};
use crate::read::table::{arithmetic, broken};

impl Segment<'_, '_> {
    /// Makes the table of a hypothesis, and says at which token it ends.
    #[expect(clippy::too_many_lines, reason = "one step after another, on the same table")]
    pub(super) fn build(
        &mut self,
        best: &Hypothesis,
        end: usize,
        texts: &mut Body,
    ) -> (Table, usize) {
        // Hypotheses are compared by the first texts of a long table.
        if texts.end() < end {
            *texts = self.body(texts.from, end);
        }
        let parse = texts.parse((best.body, end), &best.pattern.wants, &best.pattern.parts);
        let moves = self.end_of_table(best, &parse.moves);
        let items = self.items(best.head + usize::from(best.has_corner), best.body);
        let mut table = Table { columns_by: Some(ColumnsBy::Lines), ..Table::default() };
        let corner = best.has_corner.then(|| self.facts(best.head));
        if let Some(corner) = corner {
            table.scope.unit.clone_from(&corner.unit);
            if corner.rest == 0 {
                table.scope.period = corner.period;
            }
        }
        let corner_text = if best.has_corner { self.text(best.head) } else { Cow::Borrowed("") };
        table.labels_are_areas =
            crate::read::areas::is_of_areas(self.vocabulary.pack(), &corner_text);
        let is_stated = best.pattern.wants.first() == Some(&Want::StatedLabel);
        // What stands in front of the label is wider.
        let label = best.pattern.wants.iter().position(|want| *want == Want::Label).unwrap_or(0);
        let mut columns: Vec<Column> = Vec::new();
        for (want, path) in best.pattern.wants.iter().zip(&best.pattern.paths) {
            let path = path.and_then(|at| best.arrangement.columns.get(at));
            let mut column = Column::default();
            if let Some(path) = path {
                column = self.column_of(path, &items, best.arrangement.how);
            } else if matches!(want, Want::Label | Want::StatedLabel) && !corner_text.is_empty() {
                column.headers.push(corner_text.clone().into_owned());
            }
            column.content = match (want, column.facts.content) {
                (Want::Label | Want::StatedLabel, _) => Some(ColumnKind::Label),
                // *Jongeren van 12 tot 23 jaar* is what is measured.
                _ if is_stated => None,
                (Want::Code, None) => Some(ColumnKind::Number),
                (_, Some(ColumnKind::Value)) => None,
                // *Heffing* between *Overige inkomsten* and *Totale baten*.
                (Want::Figure, Some(ColumnKind::Label)) => {
                    column.facts.content = None;
                    column.facts.rest = column.facts.rest.max(1);
                    None
                }
                (_, Some(ColumnKind::Label | ColumnKind::Group)) if columns.len() < label => {
                    Some(ColumnKind::Group)
                }
                (_, Some(ColumnKind::Label | ColumnKind::Group)) => Some(ColumnKind::Attribute),
                (_, known) => known,
            };
            columns.push(column);
        }
        // The header of the labels may say in what the amounts are: *Taakvelden (x € 1.000)*.
        let mut of_labels = columns
            .iter()
            .filter(|column| matches!(column.content, Some(ColumnKind::Label | ColumnKind::Group)));
        if table.scope.unit.is_none() {
            table.scope.unit = of_labels.find_map(|column| column.facts.unit.clone());
        }
        table.columns = columns;
        table.head = (best.head..best.body)
            .filter_map(|at| self.tokens.get(at))
            .flat_map(Token::pieces)
            .collect();
        table.from = self.tokens.get(best.head).map_or(0, |token| token.first);
        table.from = table.head.iter().copied().min().unwrap_or(0).min(table.from);
        if (best.head..best.body).any(|at| self.tokens.get(at).is_some_and(|of| of.above.is_some()))
        {
            let at = Lines::one(table.from);
            table.doubts.push(Doubt { at, what: Message::HeadersOfTwoLines {} });
        }
        // The header of the labels may stand between the others and the scale of each: *Omschrijving*, `x € 1.000`.
        let body = self.tokens.iter().skip(best.body).find(|token| token.class == Class::Number);
        let body = body.map_or(0, |token| token.first);
        for &(first, last) in self.context_from(table.from).take_while(|(first, _)| *first <= body)
        {
            let text = joined(self.lines, first, last);
            let pack = self.vocabulary.pack();
            let unit = label::amounts(pack, &text).or_else(|| label::counts(pack, &text));
            table.scope.unit = table.scope.unit.take().or(unit);
            table.head.extend(first..=last);
        }
        table.head.sort_unstable();
        let notes = self.notes.partition_point(|(first, _)| *first < table.from);
        let of_head = self.notes.iter().skip(notes).take_while(|(first, _)| *first <= body);
        for &(first, last) in of_head {
            let text = joined(self.lines, first, last);
            if let Some((mark, words)) = self.footnote(&text) {
                let lines = Lines { first, last };
                let (mark, text) = (mark.to_owned(), words.to_owned());
                table.footnotes.push(Footnote { lines, mark, text });
            }
        }
        self.doubt_above(best.head, &mut table);
        if begins_with_figure(&parse) {
            let at = Lines::one(table.from);
            table.doubts.push(Doubt { at, what: Message::AnotherReading {} });
        }
        self.settle_contents(best, &parse, &mut table);
        settle(self.vocabulary, &mut table.columns);
        if begins_again(&table.columns) {
            let lines =
                Lines { first: table.from, last: table.head.last().copied().unwrap_or(table.from) };
            let what = if put_in_order(&mut table.columns) {
                Message::LongHeadersFirst {}
            } else {
                Message::YearsBeginAgain {}
            };
            table.doubts.push(Doubt { at: lines, what });
        }
        // *Beoogd*, *2016*, *2017*: it may be of the first of them alone.
        let is_shared = |at: usize| {
            best.arrangement.columns.iter().filter(|path| path.items.contains(&at)).count() > 1
        };
        let is_carried = (0..items.len()).any(|at| {
            let (Some(word), Some(next)) = (items.get(at), items.get(at + 1)) else { return false };
            word.facts.role.is_some()
                && word.facts.period.is_none()
                && next.facts.is_bare_period()
                && is_shared(at)
        });
        if is_carried {
            let lines =
                Lines { first: table.from, last: table.head.last().copied().unwrap_or(table.from) };
            table.doubts.push(Doubt { at: lines, what: Message::HeaderOfYears {} });
        }
        if table.columns.iter().any(|column| column.is_open) {
            let lines =
                Lines { first: table.from, last: table.head.last().copied().unwrap_or(table.from) };
            table.doubts.push(Doubt { at: lines, what: Message::ReachUnknown {} });
        }
        let mut to = best.body;
        let k = best.pattern.wants.len();
        for &(offset, this) in moves {
            let at = best.body + offset;
            match this {
                Move::Row if self.is_head_again(best, at) => break,
                Move::Row => {
                    self.take_row(best, at, &parse, &mut table);
                    to = at + k;
                }
                Move::Part(from, until) => {
                    if table.rows.last().is_some_and(|row| row.kind == RowKind::Group) {
                        self.doubt_part(at, &mut table);
                    }
                    self.take_part(best, at, from, until, &mut table);
                    to = at + until - from;
                }
                Move::Front(front) => {
                    self.take_front(best, at, front, &mut table);
                    to = at + front;
                }
                Move::Bare(figures) => {
                    self.take_bare(at, figures, &mut table);
                    to = at + figures;
                }
                Move::Odd(numbers) => {
                    self.take_odd(at, numbers, &mut table);
                    to = at + 1 + numbers;
                }
                Move::OddWithCode(numbers) => {
                    self.take_odd(at + 1, numbers, &mut table);
                    to = at + 2 + numbers;
                }
                Move::Words => {
                    if self.take_words(at, &mut table) {
                        to = at + 1;
                    }
                }
                Move::Orphan => {
                    if let Some(token) = self.tokens.get(at) {
                        table.orphans.push(Spot::whole(token.first));
                    }
                    to = at + 1;
                }
            }
        }
        self.doubt_words(best, moves, &mut table);
        to = self.take_labels_behind(to, &mut table).unwrap_or(to);
        // Labels after the last row are text again.
        while let Some(row) = table.rows.last()
            && row.kind == RowKind::Group
        {
            let first = row.label.first().map_or(0, |spot| spot.piece());
            // The texts come in the order of their lines, of which a document may have very many.
            let token = self.tokens.partition_point(|token| token.first < first);
            if self.tokens.get(token).is_none_or(|token| token.first != first) {
                break;
            }
            to = to.min(token);
            table.rows.pop();
        }
        self.doubt_group(&mut table);
        // What is in doubt for another reason says so already.
        if best.is_doubtful && table.doubts.is_empty() {
            let lines =
                Lines { first: table.from, last: table.head.last().copied().unwrap_or(table.from) };
            table.doubts.push(Doubt { at: lines, what: Message::AnotherReading {} });
        }
        let end_line = self.tokens.get(to).map_or_else(
            || self.tokens.last().map_or(0, |token| token.favour.unwrap_or(token.last) + 1),
            |token| token.first,
        );
        // *Bedragen x € 1.000* right below the last row stands outside the table, as text does.
        let last = to.checked_sub(1).and_then(|last| self.tokens.get(last));
        let after = last.map_or(0, |token| token.favour.unwrap_or(token.last));
        let below = self.context_from(after).next().map(|(first, _)| *first);
        let end_line = below.filter(|line| *line < end_line).unwrap_or(end_line);
        table.footnotes.retain(|note| note.lines.first < end_line);
        table.sentences.retain(|line| *line < end_line);
        table.to = end_line;
        broken::join_asides(self.lines, &mut table);
        numbers::part(self.lines, &mut table);
        blanks::place(self.lines, &mut table);
        arithmetic::place_ragged(self.vocabulary, self.lines, &mut table);
        (turn(self.vocabulary, self.lines, table), to)
    }

    /// The lines of texts about all amounts, from a line on.
    fn context_from(&self, line: usize) -> impl Iterator<Item = &(usize, usize)> {
        let from = self.context.partition_point(|(first, _)| *first < line);
        self.context.iter().skip(from)
    }

    /// A column of figures by the headers above it.
    pub(super) fn column_of(&self, path: &Path, items: &[Item], how: How) -> Column {
        let headers = || path.items.iter().filter_map(|&at| items.get(at));
        let mut texts: Vec<String> =
            headers().map(|item| text_of(self.lines, &item.spots)).collect();
        // *Begroting* and *2016* on two lines are one header.
        if how == How::Merged {
            texts = vec![texts.join(" ")];
        }
        let spots: Vec<Spot> = headers().flat_map(|item| item.spots.iter().copied()).collect();
        let pieces = || spots.iter().map(|spot| spot.piece());
        let lines = pieces().min().zip(pieces().max()).map(|(first, last)| Lines { first, last });
        Column {
            headers: texts,
            lines,
            spots,
            facts: path.facts.clone(),
            is_open: path.is_open,
            ..Column::default()
        }
    }

    /// As many lines of words as a row has places may be a row whose cells are words.
    fn doubt_words(&self, best: &Hypothesis, moves: &[(usize, Move)], table: &mut Table) {
        let k = best.pattern.wants.len();
        let mut words = 0;
        for &(offset, this) in moves {
            if this == Move::Words {
                words += 1;
                continue;
            }
            if k > 1 && words >= k {
                let at = |back: usize| self.tokens.get((best.body + offset).saturating_sub(back));
                if let Some((first, last)) = at(words).zip(at(1)) {
                    let text = joined(self.lines, first.first, first.last);
                    table.doubts.push(Doubt {
                        at: Lines { first: first.first, last: last.last },
                        what: Message::WordsAsHeadings { first: (&*text).into() },
                    });
                }
            }
            words = 0;
        }
    }

    /// Whether a row of years below headers that are years has headers again: those of the next table.
    fn is_head_again(&self, best: &Hypothesis, at: usize) -> bool {
        let places = best.pattern.wants.iter().zip(&best.pattern.paths).enumerate();
        let figures = places.filter(|(_, (want, _))| **want == Want::Figure);
        let mut count = 0;
        for (place, (_, path)) in figures {
            let Some(path) = path.and_then(|path| best.arrangement.columns.get(path)) else {
                return false;
            };
            if self.class(at + place) != Some(Class::Year) || !path.facts.is_bare_period() {
                return false;
            }
            count += 1;
        }
        count >= 2
    }

    /// The moves that belong to a table: more than three labels without cells end it, and so does a sentence behind which no
    /// row is whole.
    fn end_of_table<'m>(
        &self,
        best: &Hypothesis,
        moves: &'m [(usize, Move)],
    ) -> &'m [(usize, Move)] {
        const MAX_WORDS: usize = 3;
        /// One such row may hold remarks.
        const MIN_TORN: usize = 2;
        const MIN_WHOLE: usize = 3;
        let body = best.body;
        let of_figures = |offset: usize| {
            let wants = best.pattern.wants.iter().enumerate();
            let figures = wants.filter(|(_, want)| **want == Want::Figure);
            figures.map(move |(place, _)| body + offset + place)
        };
        // Words in the place of a number may be those of another table, and words in the place of each are.
        let is_words = |at: usize| matches!(self.class(at), Some(Class::Words | Class::Header));
        let is_number = |at: usize| match self.class(at) {
            Some(Class::Number | Class::Year) => true,
            // *39 dagen*
            Some(Class::Mixed) => cell::read(self.vocabulary, &self.text(at)).is_understood(),
            _ => false,
        };
        let is_whole = |&(offset, this): &(usize, Move)| {
            this == Move::Row
                && !of_figures(offset).any(is_words)
                && of_figures(offset).any(is_number)
        };
        let is_of_words = |&(offset, this): &(usize, Move)| {
            this == Move::Row
                && of_figures(offset).count() > 1
                && !of_figures(offset).any(is_number)
        };
        // *Baten en lasten per aanvraag*, *Lasten 2019*, *Baten 2019*: the headers of another table, unless they are its own again.
        let is_other_header = |at: usize| {
            let facts = self.vocabulary.facts(&self.text(at));
            let is_header = facts.rest == 0 && facts.is_placing() && facts.period.is_some();
            let text = self.text(at);
            is_header && is_words(at) && !(best.head..body).any(|own| self.text(own) == text)
        };
        let is_next = |&(offset, this): &(usize, Move)| {
            this == Move::Row
                && of_figures(offset).count() > 1
                && of_figures(offset).all(&is_other_header)
        };
        // *2020/21 £000*, *2021/22 £000* below rows, and not in the place of figures, are the headers of another table as well.
        let is_time = |at: usize| {
            let own = || (best.head..body).any(|own| self.text(own) == self.text(at));
            self.class(at) == Some(Class::Year) && self.text(at).contains(' ') && !own()
        };
        let is_next = |of: &(usize, Move)| {
            let from = match of.1 {
                Move::Orphan => body + of.0,
                // The title of the other table stands above them.
                Move::Odd(_) => body + of.0 + 1,
                _ => return is_next(of),
            };
            is_time(from) && is_time(from + 1)
        };
        let to = moves.iter().skip(1).position(is_next).map_or(moves.len(), |at| at + 1);
        let moves = moves.get(..to).unwrap_or_default();
        let last = moves.iter().rposition(is_whole).unwrap_or(moves.len());
        // Below rows of numbers others of which each has words among them are those of another table: *D66*, `8`, `1`, *GroenLinks*, `4`.
        let is_torn =
            |&(offset, this): &(usize, Move)| this == Move::Row && of_figures(offset).any(is_words);
        let is_row = |(_, this): &&(usize, Move)| *this == Move::Row;
        let after = moves.get(last + 1..).unwrap_or_default();
        let torn = after.iter().filter(is_row).count();
        if torn >= MIN_TORN
            && after.iter().filter(is_row).all(is_torn)
            && moves.iter().filter(|of| is_whole(of)).count() >= MIN_WHOLE
        {
            return moves.get(..=last).unwrap_or_default();
        }
        // What stands right above such rows is a header of theirs, and no row of this table.
        if let Some(wider) = begins_wider(moves) {
            let above = moves.get(..wider).unwrap_or_default();
            let end = above.iter().rposition(is_whole).map_or(0, |last| last + 1);
            return moves.get(..end).unwrap_or_default();
        }
        let mut words = 0;
        for (index, &(offset, this)) in moves.iter().enumerate() {
            let is_note = || self.footnote(&self.text(body + offset)).is_some();
            let ends =
                || self.is_text_below(body + offset) || is_of_words(&(offset, this)) && !is_note();
            if index > last && ends() {
                return moves.get(..index).unwrap_or_default();
            }
            if this != Move::Words {
                words = 0;
            } else if self.class(body + offset) != Some(Class::Note)
                && self.footnote(&self.text(body + offset)).is_none()
            {
                words += 1;
                if words > MAX_WORDS {
                    return moves.get(..index + 1 - words).unwrap_or_default();
                }
            }
        }
        moves
    }

    /// Columns whose headers are unknown are of figures or of texts by their cells.
    fn settle_contents(&mut self, best: &Hypothesis, parse: &Parse, table: &mut Table) {
        for (place, want) in best.pattern.wants.iter().enumerate() {
            if !matches!(want, Want::Either | Want::Figure | Want::Text) {
                continue;
            }
            let (mut numbers, mut texts, mut roles, mut years, mut flows) = (0, 0, 0, 0, 0);
            for (offset, this) in &parse.moves {
                if *this == Move::Row {
                    let at = best.body + offset + place;
                    match self.class(at) {
                        Some(Class::Number) => numbers += 1,
                        Some(Class::Year) => {
                            texts += 1;
                            years += 1;
                        }
                        Some(Class::Header | Class::Dated) => {
                            texts += 1;
                            let facts = self.facts(at);
                            roles += usize::from(facts.role.is_some() && facts.period.is_none());
                            let is_flow = facts.flow.is_some() && facts.role.is_none();
                            flows += usize::from(is_flow && facts.rest == 0);
                        }
                        Some(_) => texts += 1,
                        None => {}
                    }
                }
            }
            let Some(column) = table.columns.get_mut(place) else { continue };
            // *Toename* below *Beoogd 2017* is a change.
            let is_open = column.facts.role.is_none() || !column.facts.others.is_empty();
            let is_of_statuses = column.facts.content.is_some_and(ColumnKind::is_of_statuses);
            // *Laatste meting* above years says when that was. Below a word that isn't known they may be counts.
            let is_of_result = column.facts.role == Some(Role::Realised) && column.facts.rest == 0;
            if is_of_result
                && years > 1
                && years == texts
                && numbers == 0
                && column.facts.period.is_none()
                && column.content.is_none()
            {
                column.content = Some(ColumnKind::Measured);
                continue;
            }
            if is_open && !is_of_statuses && roles > 0 && roles == texts && numbers == 0 {
                // Its cells say what the figures of their row are.
                column.content = Some(ColumnKind::Role);
            } else if is_open && flows > 0 && flows == texts && numbers == 0 {
                column.content = Some(ColumnKind::Flow);
            } else if *want != Want::Figure && texts > numbers && column.content.is_none() {
                column.content = Some(ColumnKind::Attribute);
            } else if *want != Want::Figure && numbers >= texts {
                // No number of a table is a remark: a word of these says little of the others.
                if numbers > 1
                    && column.content == Some(ColumnKind::Attribute)
                    && column.facts.rest > 0
                {
                    column.content = None;
                    column.facts.content = None;
                }
                area_of_figures(self.vocabulary.pack(), column);
            }
        }
    }

    fn take_row(&self, best: &Hypothesis, at: usize, parse: &Parse, table: &mut Table) {
        // *waarvan*, and *1) Accres* in the place of its first cell: a group, and a row that lost a cell.
        let wants = &best.pattern.wants;
        let next = at + 1;
        if wants.first() == Some(&Want::Label)
            && wants.get(1) == Some(&Want::Figure)
            && self.class(next) == Some(Class::Words)
            && is_numbered(&self.text(next))
        {
            self.take_words(at, table);
            self.take_odd(next, wants.len() - 2, table);
            return;
        }
        let mut label = Vec::new();
        let mut cells: Vec<Option<Cell>> = Vec::with_capacity(best.pattern.wants.len());
        let mut is_suspect = false;
        let mut figures = Vec::new();
        for (place, want) in best.pattern.wants.iter().enumerate() {
            let Some(token) = self.tokens.get(at + place) else { break };
            is_suspect |= token.is_suspect;
            if matches!(want, Want::Label | Want::StatedLabel) {
                self.doubt_number(token, table);
                label = self.label_of(token);
                cells.push(None);
            } else {
                self.doubt_cell(token, *want, place, table);
                figures.push(at + place);
                cells.push(Some(token.cell(self.vocabulary.pack(), self.lines)));
            }
        }
        self.doubt_label(&figures, table);
        is_suspect |= self.has_label_as_cell(best, at, parse);
        let kind = if is_suspect { RowKind::Misfit } else { RowKind::Figures };
        if kind == RowKind::Misfit {
            cells.retain(Option::is_some);
        }
        table.rows.push(Row::new(label, kind, cells));
    }

    /// The lines of a label, without the bullet in front.
    fn label_of(&self, token: &Token) -> Vec<Spot> {
        let line = self.lines.get(token.first).map_or("", |line| &*line.text);
        let own = line.strip_prefix('•').map(str::trim_start).filter(|own| !own.is_empty());
        let first = own.map_or(Spot::whole(token.first), |own| {
            Spot::part(token.first, line.len() - own.len(), line.len())
        });
        std::iter::once(first).chain((token.first + 1..=token.last).map(Spot::whole)).collect()
    }

    /// Whether words at the beginning or the end of a row may be the label of this row or the next one, which lost a
    /// cell: words, where no other row has any in that column, and a number in another.
    fn has_label_as_cell(&self, best: &Hypothesis, at: usize, parse: &Parse) -> bool {
        /// Of so many rows one.
        const FEW: usize = 8;
        let is_number = |at: usize| self.class(at) == Some(Class::Number) && self.has_digit(at);
        let figures = || {
            let places = 0..best.pattern.wants.len();
            places.filter(|&place| best.pattern.wants.get(place) == Some(&Want::Figure))
        };
        let (Some(first), Some(last)) = (figures().next(), figures().next_back()) else {
            return false;
        };
        // *geen* is no label: those begin with a capital.
        let is_words = |at: usize| {
            // *Daling* is a header elsewhere, and a cell.
            let is_cell = || cell::read(self.vocabulary, &self.text(at)).is_understood();
            let is_words = self.class(at) == Some(Class::Words)
                || self.class(at) == Some(Class::Header) && !is_cell();
            is_words && !self.has_digit(at) && self.text(at).starts_with(char::is_uppercase)
        };
        // Two of many rows may have taken a label each.
        let is_alone = |place: usize| {
            let rows = || parse.moves.iter().filter(|(_, this)| *this == Move::Row);
            let others = rows().map(|(offset, _)| best.body + offset).filter(|row| *row != at);
            is_words(at + place)
                && others.filter(|row| is_words(row + place)).count() * FEW <= rows().count()
        };
        first != last
            && (is_alone(first) || is_alone(last))
            && figures().any(|place| is_number(at + place))
    }

    /// Reports the first cell of a table that may belong elsewhere: a number among texts, or words that
    /// may be the label of a row.
    fn doubt_cell(&self, token: &Token, want: Want, place: usize, table: &mut Table) {
        if table.doubts.iter().any(|doubt| doubt.what.rule() == Rule::LikelyReading) {
            return;
        }
        let text = joined(self.lines, token.first, token.last);
        let header = || table.columns.get(place).map(Column::header).unwrap_or_default();
        let what = match (want, token.class) {
            (Want::Text, Class::Number) if text.bytes().any(|byte| byte.is_ascii_digit()) => {
                Message::NumberAmongTexts { text: (&*text).into(), column: header().into() }
            }
            // *65+ bewoners*
            (Want::Figure, Class::Mixed | Class::Words)
                if text.bytes().any(|byte| byte.is_ascii_digit())
                    && !cell::read(self.vocabulary, &text).is_understood() =>
            {
                Message::WordsAmongFigures { text: (&*text).into(), column: header().into() }
            }
            _ => return,
        };
        let at = Lines { first: token.first, last: token.last };
        table.doubts.push(Doubt { at, what });
    }

    /// Reports a number with words that may be the end of the label above it, where no other cell of its
    /// row has words: *Uitstroom binnen*, `12 maanden`, `5`.
    fn doubt_label(&self, cells: &[usize], table: &mut Table) {
        let may_be_label = |at: &usize| {
            let text = self.text(*at);
            // What has no words is no label.
            !cell::is_bare(&text) && cell::read(self.vocabulary, &text).may_be_label()
        };
        let Some((first, others)) = cells.split_first() else { return };
        if others.is_empty() || !may_be_label(first) || others.iter().any(may_be_label) {
            return;
        }
        let Some(token) = self.tokens.get(*first) else { return };
        let text = self.text(*first);
        table.doubts.push(Doubt {
            at: Lines { first: token.first, last: token.last },
            what: Message::EndOfLabel { text: (&*text).into() },
        });
    }

    /// Reports a header that was left over right above those of the table.
    fn doubt_above(&mut self, head: usize, table: &mut Table) {
        let Some(above) = head.checked_sub(1) else { return };
        let Some(token) = self.tokens.get(above).cloned() else { return };
        let is_title = self.heads.binary_search(&token.first).is_ok();
        if is_title
            || token.last + 1 != table.from
            || !matches!(token.class, Class::Header | Class::Dated)
        {
            return;
        }
        let facts = self.facts(above);
        if facts.content.is_none() || facts.is_placing() || is_label_head(&facts) {
            return;
        }
        let text = self.text(above);
        table.doubts.push(Doubt {
            at: Lines { first: token.first, last: token.last },
            what: Message::HeaderAbove { text: (&*text).into() },
        });
    }

    /// Reports a word for the role of figures that was read as the heading of all rows, where other columns have a role by their headers:
    /// it is likely to be a header as well. Below *Begroting* another such heading follows.
    fn doubt_group(&self, table: &mut Table) {
        let is_group = |row: &&Row| row.kind == RowKind::Group;
        let first = table.rows.iter().take_while(is_group).last();
        let Some(spots) = first.map(|row| &row.label).filter(|label| !label.is_empty()) else {
            return;
        };
        let states_role = |spots: &[Spot]| {
            let facts = self.vocabulary.facts(&text_of(self.lines, spots));
            facts.rest == 0 && facts.role.is_some() && facts.period.is_none()
        };
        let others = table.rows.iter().filter(is_group).filter(|row| states_role(&row.label));
        if !states_role(spots)
            || others.count() > 1
            || !table.columns.iter().any(|column| column.facts.role.is_some())
        {
            return;
        }
        let text = text_of(self.lines, spots);
        if let Some((first, last)) = spots.first().zip(spots.last()) {
            table.doubts.push(Doubt {
                at: Lines { first: first.piece(), last: last.piece() },
                what: Message::HeaderAsGroup { text: (&*text).into() },
            });
        }
    }

    /// Reports a row without a label that was read as one of the row above, though words stand between.
    fn doubt_part(&self, at: usize, table: &mut Table) {
        let Some(token) = self.tokens.get(at) else { return };
        let text = self.text(at);
        table.doubts.push(Doubt {
            at: Lines { first: token.first, last: token.last },
            what: Message::PartBelowWords { text: (&*text).into() },
        });
    }

    /// Reports a label that reads as a cell does: *12 maanden*.
    fn doubt_number(&self, token: &Token, table: &mut Table) {
        if token.class != Class::Mixed {
            return;
        }
        let text = joined(self.lines, token.first, token.last);
        let reading = cell::read(self.vocabulary, &text);
        if reading.is_understood() && reading.may_be_label() {
            table.doubts.push(Doubt {
                at: Lines { first: token.first, last: token.last },
                what: Message::CellAsLabel { text: (&*text).into() },
            });
        }
    }

    /// Takes a row that lacks the texts after its last figure.
    fn take_front(&self, best: &Hypothesis, at: usize, front: usize, table: &mut Table) {
        let mut label = Vec::new();
        let mut cells = vec![None; table.columns.len()];
        let wants = best.pattern.wants.iter().take(front).enumerate();
        for (place, want) in wants {
            let Some(token) = self.tokens.get(at + place) else { break };
            if matches!(want, Want::Label | Want::StatedLabel) {
                self.doubt_number(token, table);
                label = self.label_of(token);
            } else if let Some(slot) = cells.get_mut(place) {
                *slot = Some(token.cell(self.vocabulary.pack(), self.lines));
            }
        }
        // *Voorziening per 31 december* may be a text, and is an amount in other rows: then any cell may be the one that is missing.
        let is_of_figures = |column: &Column| column.content.is_none();
        let is_amount = |column: &Column| is_of_figures(column) && column.facts.is_placing();
        let is_short = table.columns.iter().skip(front).any(is_amount);
        let are_plain = table.columns.iter().all(|of| is_of_figures(of) || of.names_rows());
        if is_short && are_plain {
            cells.retain(Option::is_some);
            table.rows.push(Row::new(label, RowKind::Misfit, cells));
            return;
        }
        table.rows.push(Row::new(label, RowKind::Figures, cells));
    }

    /// Takes the figures of a row without a label. What it is its amounts say.
    fn take_bare(&self, at: usize, figures: usize, table: &mut Table) {
        let of_figures = |column: &&Column| column.content.is_none();
        let mut tokens = (at..at + figures).filter_map(|at| self.tokens.get(at));
        if table.columns.iter().filter(of_figures).count() != figures || table.rows.is_empty() {
            table.orphans.extend(tokens.map(|token| Spot::whole(token.first)));
            return;
        }
        let cell = |column: &Column| {
            let token = tokens.by_ref().next().filter(|_| column.content.is_none())?;
            Some(token.cell(self.vocabulary.pack(), self.lines))
        };
        let mut cells = Vec::with_capacity(table.columns.len());
        let mut cell = cell;
        for column in &table.columns {
            cells.push(if column.content.is_none() { cell(column) } else { None });
        }
        table.rows.push(Row::new(Vec::new(), RowKind::Figures, cells));
    }

    /// Takes a part of a row: its other cells are merged with those of the row above.
    fn take_part(
        &self,
        best: &Hypothesis,
        at: usize,
        from: usize,
        until: usize,
        table: &mut Table,
    ) {
        let above = table.rows.iter().rev().find(|row| row.kind == RowKind::Figures).cloned();
        let Some(above) = above else { return };
        // Words are shared by both rows. A number is printed once, and is of the row in which it stands.
        let is_shared = |cell: &Cell| {
            let at = self.tokens.partition_point(|token| token.last < cell.spot.piece as usize);
            self.class(at) != Some(Class::Number)
        };
        let mut cells: Vec<Option<Cell>> =
            above.cells.into_iter().map(|cell| cell.filter(is_shared)).collect();
        for place in from..until.min(best.pattern.wants.len()) {
            let Some(token) = self.tokens.get(at + place - from) else { break };
            if let Some(cell) = cells.get_mut(place) {
                *cell = Some(token.cell(self.vocabulary.pack(), self.lines));
            }
        }
        table.rows.push(Row::new(Vec::new(), RowKind::Figures, cells));
    }

    fn take_odd(&self, at: usize, numbers: usize, table: &mut Table) {
        let Some(token) = self.tokens.get(at) else { return };
        let label = self.label_of(token);
        let mut cells = (at + 1..=at + numbers)
            .filter_map(|at| self.tokens.get(at))
            .map(|token| Some(token.cell(self.vocabulary.pack(), self.lines)));
        let figures = || table.columns.iter().filter(|column| column.content.is_none());
        // A row without a code among others that have one.
        if figures().count() == numbers
            && table.columns.iter().all(|column| column.content.is_none() || column.names_rows())
        {
            let of = |column: &Column| {
                if column.content.is_none() { cells.next().flatten() } else { None }
            };
            let cells = table.columns.iter().map(of).collect();
            table.rows.push(Row::new(label, RowKind::Figures, cells));
            return;
        }
        let cells = cells.collect();
        table.rows.push(Row::new(label, RowKind::Misfit, cells));
    }

    /// Takes a row whose cells stand on its line.
    fn take_row_line(&self, row: &RowLine, table: &mut Table) {
        let cell = |of: &RowCell| Cell::of_row(row.line, of);
        let figures: Vec<usize> = (0..table.columns.len())
            .filter(|&at| table.columns.get(at).is_some_and(|column| column.content.is_none()))
            .collect();
        let text = self.lines.get(row.line).map_or("", |line| &*line.text);
        let label = text.get(..row.label).unwrap_or_default().trim_end().len();
        let label = if label > 0 { vec![Spot::part(row.line, 0, label)] } else { Vec::new() };
        let mut cells: Vec<Option<Cell>> = vec![None; table.columns.len()];
        let fits = figures.len() == row.cells.len();
        if fits {
            for (at, of) in figures.into_iter().zip(&row.cells) {
                if let Some(slot) = cells.get_mut(at) {
                    *slot = Some(cell(of));
                }
            }
        } else {
            cells = row.cells.iter().map(|of| Some(cell(of))).collect();
        }
        let kind = if fits { RowKind::Figures } else { RowKind::Misfit };
        table.rows.push(Row::new(label, kind, cells));
    }

    /// Takes words without cells: a footnote, a legend, a source, a sentence, or the label of a group.
    /// Whether they belong to the table even after its last row.
    fn take_words(&self, at: usize, table: &mut Table) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let text = self.text(at);
        let lines = Lines { first: token.first, last: token.last };
        if let Some(meaning) = legend(self.vocabulary, &text) {
            table.dash = Some(meaning);
            let words = marks::legend(&text).unwrap_or_default().to_owned();
            table.footnotes.push(Footnote { lines, mark: "-".to_owned(), text: words });
            return true;
        }
        // A row whose cells stand on its line, among others with a line for each.
        if token.first == token.last
            && let Some(row) = row_line(self.vocabulary, &text, token.first)
        {
            self.take_row_line(&row, table);
            return true;
        }
        let has_rows = !table.rows.is_empty();
        if has_rows && let Some((mark, words)) = self.footnote(&text) {
            table.footnotes.push(Footnote { lines, mark: mark.to_owned(), text: words.to_owned() });
            return true;
        }
        let first = self.lines.get(token.first).map_or("", |line| &*line.text);
        if has_rows
            && (shapes::is_caption_or_source(self.vocabulary.pack(), &text)
                || is_meta(self.vocabulary.pack(), first))
        {
            // *Eenheid:* stands on a line of its own, and what it states on the next.
            let label_end =
                if is_meta(self.vocabulary.pack(), first) { token.first } else { token.last };
            let whole = |line: usize| Some(Cell::at(Spot::whole(line)));
            table.rows.push(Row::new(
                (token.first..=label_end).map(Spot::whole).collect(),
                RowKind::Meta,
                (label_end + 1..=token.last).map(whole).collect(),
            ));
            return true;
        }
        if is_sentence(&text) {
            table.sentences.push(token.first);
            return false;
        }
        let label = self.label_of(token);
        table.rows.push(Row { is_spanned: true, ..Row::new(label, RowKind::Group, Vec::new()) });
        false
    }
}

/// Where rows begin that each have twice as many numbers as those above them: they are of another table.
fn begins_wider(moves: &[(usize, Move)]) -> Option<usize> {
    /// Two may lack a label each.
    const MIN_WIDER: usize = 3;
    let of = |at: usize| moves.get(at).map(|(_, this)| *this);
    let is_row = |at: &usize| of(*at) == Some(Move::Row);
    let is_wider = |at: usize| matches!(of(at + 1), Some(Move::Bare(_)));
    let rows: Vec<usize> = (0..moves.len()).filter(is_row).collect();
    let wider = |from: usize| rows.iter().skip(from).take_while(|at| is_wider(**at)).count();
    let first = (1..rows.len()).find(|&from| wider(from) >= MIN_WIDER && wider(from - 1) == 0)?;
    rows.get(first).copied()
}

/// Whether a number stands in front of the first row, and the last one lacks one: then the labels may stand between their figures, as where
/// councils print last year before them and this year after them.
fn begins_with_figure(parse: &Parse) -> bool {
    let rows = || parse.moves.iter().map(|(_, this)| *this);
    let mut before = rows().take_while(|this| *this != Move::Row);
    let last = rows().rev().find(|this| matches!(this, Move::Row | Move::Odd(_)));
    before.any(|this| this == Move::Orphan) && matches!(last, Some(Move::Odd(_)))
}

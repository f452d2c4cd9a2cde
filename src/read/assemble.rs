//! Puts the observations of a table into the open field: subjects become indicators or cost lines.

use super::builder::Builder;
use super::facts::words::FlowWord;
use super::footnotes::{self, Footnotes, MarkedPart, RowMarks};
use super::label;
use super::language::{Pack, RowWords, Words};
use super::lines::{LineUse, Lines};
use super::marks;
use super::measures;
use super::money;
use super::named_signs::NamedSigns;
use super::observe::{At, Observed, Report, Subject, What};
use super::placement::{ColumnsBy, TableProof};
use super::positions::IndicatorLines;
use super::table::{Column, Table, arithmetic};
use super::tree::Numbered;
use super::vocabulary::{self, WordsMeaning};
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::leaves::role::Role;
use crate::leaves::terms::IndicatorKind;
use crate::leaves::unit::Unit;
use crate::model;
use crate::model::cost::{CostLine, Flow, Reserves, Signs};
use crate::model::figure::{Cell, Figure};
use crate::model::indicator::Indicator;
use crate::model::note::{Attribute, Note, bare_mark};
use crate::model::table::TableColumn;
use crate::words::fold;

impl Builder<'_, '_> {
    /// Adds to the open field what a table prints once, and returns its number, which counts from 1.
    pub(super) fn open_table(&mut self, table: &Table) -> u32 {
        let first = table.head.first().copied().unwrap_or(table.from);
        let columns = table.columns.iter().filter(|column| !column.is_of_labels());
        let columns = columns.map(|column| TableColumn::new(column.headers.iter()));
        let title = table.caption.map(|piece| self.text(piece).to_owned());
        let printed = model::table::Table {
            title,
            unit: table.scope.unit.clone(),
            columns: columns.collect(),
            ..Default::default()
        };
        let lines = Lines { first, last: table.head.last().copied().unwrap_or(first).max(first) };
        self.field(first).map_or(0, |open| open.add_table(printed, lines))
    }

    /// Adds what a table says to the open field.
    #[expect(clippy::too_many_lines, reason = "one part of a table after another")]
    pub(super) fn take_observed(
        &mut self,
        kind: Option<&IndicatorKind>,
        table: &Table,
        observed: Observed,
    ) {
        let Observed { is_of_money, unit, subjects, headings, rows, reports, uses } = observed;
        for used in uses {
            // A heading above rows that are stages names what these are of, and stays a heading.
            if self.used_as(used.lines().first) != Some(LineUse::Heading) {
                self.mark(used.lines(), used.used_as);
            }
        }
        let at = table.head.first().copied().unwrap_or(table.from);
        let lines = self.lines;
        let Some(open) = self.field(at) else { return };
        let before = if is_of_money { open.field.costs.len() } else { open.field.indicators.len() };
        let number = u32::try_from(open.field.tables.len()).unwrap_or(0);
        if let Some(last) = open.field.tables.last_mut() {
            last.rows.extend(rows);
            {
                let cells = table
                    .orphans
                    .iter()
                    .map(|spot| model::figure::Cell::new(spot.text(lines)).at(number, 0, 0));
                last.unplaced.extend(cells);
                if let Some(at) = open.lines.tables.last_mut() {
                    at.unplaced.extend(&table.orphans);
                }
            }
            if last.unit.is_none() && is_of_money {
                last.unit = unit;
            }
        }
        let table_index = open.field.tables.len().saturating_sub(1);
        let of_table = open.place.clone().at(Part::Table(table_index));
        self.prove(table, of_table, at);
        let mut footnotes = Footnotes::of(&table.footnotes);
        if let Some(open) = self.tree.current() {
            let count = subjects.len();
            if is_of_money {
                open.field.costs.reserve(count);
                open.lines.costs.reserve(count);
            } else {
                open.field.indicators.reserve(count);
                open.lines.indicators.reserve(count);
            }
        }
        let signs = if is_of_money { self.stated_signs(table) } else { Signs::default() };
        let above = Self::above(table).rev().chain(table.caption);
        let above: Vec<&str> = above.map(|piece| self.text(piece)).collect();
        let named = NamedSigns::of(self.vocabulary, table, &above, &subjects);
        let heading = self.heading_of_kind(table);
        for subject in subjects {
            if is_of_money {
                let own = named.of_line(self.vocabulary, &subject);
                let reserves = named.reserves_of(&subject);
                let signs = money::or(own, signs);
                self.add_cost(subject, &mut footnotes, signs, reserves, heading.as_deref());
            } else {
                self.add_indicator(kind, subject, &mut footnotes);
            }
        }
        for (text, lines) in headings {
            self.take_row_of_text(text, lines);
        }
        let place = self.tree.current().map(|open| open.place.clone()).unwrap_or_default();
        let subject = |index: usize| {
            let index = before + index;
            place.clone().at(if is_of_money { Part::Cost(index) } else { Part::Indicator(index) })
        };
        for Report { at, lines, what } in reports {
            let place = match at {
                At::Table => place.clone().at(Part::Table(table_index)),
                At::Column(index) => {
                    // The labels have no column of their own in the model.
                    let before = table.columns.iter().take(index);
                    let index = before.filter(|column| !column.is_of_labels()).count();
                    place.clone().at(Part::Table(table_index)).at(Part::Column(index))
                }
                At::Subject(index) => subject(index),
                At::Name(index) => subject(index).at(Part::Name),
                At::Figure(index, figure) => subject(index).at(Part::Figure(figure)),
            };
            let cell = match at {
                At::Figure(index, figure) => self.tree.current().and_then(|open| {
                    let all = if is_of_money { &open.lines.costs } else { &open.lines.indicators };
                    all.get(before + index)?.figures.get(figure).copied()
                }),
                _ => None,
            };
            match what {
                What::Finding(what) => match cell {
                    Some(cell) => self.report_cell(place, cell, what),
                    None => self.report(place, lines, what),
                },
                What::Resolution(by) => self.record_resolution(place, by),
            }
        }
        for &line in &table.sentences {
            let text = self.text(line).to_owned();
            self.mark(Lines::one(line), LineUse::Paragraph);
            self.take_row_of_text(text, Lines::one(line));
        }
        for footnote in &table.footnotes {
            self.mark(footnote.lines, LineUse::Note);
            if !footnotes.is_taken(footnote.lines.first)
                && let Some(open) = self.field(footnote.lines.first)
            {
                open.field.notes.push(Note::new(footnote.mark.clone(), footnote.text.clone()));
                open.lines.notes.push(footnote.lines);
            }
        }
        self.leave_goal_within();
    }

    fn add_indicator(
        &mut self,
        kind: Option<&IndicatorKind>,
        subject: Subject,
        footnotes: &mut Footnotes,
    ) {
        match subject.goal {
            Some(goal) => self.take_goal_within(goal),
            None => self.leave_goal_within(),
        }
        let goals = self.goals.open().cloned();
        let Some(open) = self.field(subject.lines.first) else { return };
        let Some(id) = open.next_id(Numbered::Indicator) else { return };
        let index = open.field.indicators.len();
        let printed = subject.label.clone();
        // A number in parentheses is a mark where the table has its footnote, and else words.
        let mut own_marks = marks::after_label(&printed);
        own_marks.retain(|mark| !mark.starts_with('(') || footnotes.has(mark));
        let name = marks::bare(&printed, &own_marks);
        let mut indicator = Indicator::new(id, name);
        indicator.label = (name != printed).then(|| printed.clone());
        indicator.kind = kind.cloned();
        indicator.accumulation = measures::accumulation(self.vocabulary.pack(), &indicator.name);
        indicator.goals = goals.into_iter().collect();
        indicator.unit.clone_from(&subject.unit);
        indicator.measure =
            measures::measure(self.vocabulary.pack(), &indicator.name, indicator.unit.as_ref());
        indicator.direction = label::direction(self.vocabulary.pack(), &indicator.name);
        indicator.source.clone_from(&subject.source);
        indicator.group.clone_from(&subject.group);
        let mut made = Made::new(self.vocabulary.pack(), subject.lines);
        made.take(subject, &own_marks, footnotes);
        let found = made.apply(footnotes, &own_marks);
        let place = self.tree.current().map(|open| open.place.clone()).unwrap_or_default();
        for (part, lines, what) in found.reports {
            let place = place.clone().at(Part::Indicator(index));
            let place = match part {
                Some(figure) => place.at(Part::Figure(figure)),
                None => place,
            };
            self.report(place, lines, what);
        }
        let Some(open) = self.tree.current() else { return };
        for (mark, figure) in found.pending {
            open.pending_marks.add(&mark, MarkedPart { indicator: index, figure });
        }
        (indicator.figures, indicator.unplaced) = (made.figures, made.unplaced);
        (indicator.attributes, indicator.notes) = (made.attributes, made.notes);
        open.field.indicators.push(indicator);
        open.lines.indicators.push(made.at);
    }

    /// Keeps what the sums of a table prove, and reports a balance that doesn't come out.
    fn prove(&mut self, table: &Table, of_table: Place, at: usize) {
        let lines = self.lines;
        let evidence = arithmetic::evidence(self.vocabulary, lines, table);
        if let Some((column, rows)) = arithmetic::broken_column(self.vocabulary, lines, table) {
            let header = table.columns.get(column).map(Column::header).unwrap_or_default();
            let what = Message::BalanceDiffers { header: header.into(), rows };
            self.report(of_table.clone(), Lines::one(at), what);
        }
        let columns = table.columns.iter().filter(|column| !column.is_of_labels());
        let proof = TableProof {
            columns_by: table.columns_by.unwrap_or(ColumnsBy::Cells),
            sums_held: evidence.held,
            sums_failed: evidence.failed,
            headers: columns.map(|column| column.spots.clone()).collect(),
        };
        self.proofs.push((of_table, proof));
    }

    /// The heading of a table, or that of its field, which says of all its amounts that they come once, or that they are of investments.
    fn heading_of_kind(&mut self, table: &Table) -> Option<String> {
        let pack = self.vocabulary.pack();
        let above = Self::above(table).rev().take_while(|&line| !self.is_of_a_table(line));
        let mut texts = above.map(|piece| self.text(piece));
        let near = texts.find(|text| money::is_heading_of_kind(pack, text)).map(str::to_owned);
        near.or_else(|| {
            let title = self.tree.current()?.field.heading.title.clone()?;
            money::is_heading_of_kind(pack, &title).then_some(title)
        })
    }

    /// The lines right above a table: its title, and a rule for signs between both.
    fn above(table: &Table) -> std::ops::Range<usize> {
        const MAX_ABOVE: usize = 3;
        let head = table.head.iter().min().copied().unwrap_or(table.from);
        // A grid says only where its headers are.
        let first = if table.from == 0 { head } else { head.min(table.from) };
        first.saturating_sub(MAX_ABOVE)..first
    }

    /// What the words of a table, and those of the lines right above it, say of its signs.
    fn stated_signs(&self, table: &Table) -> Signs {
        let pack = self.vocabulary.pack();
        // *Verschil (- = nadelig)* says in which signs differences are printed, and nothing of balances.
        let is_difference = |column: &&Column| column.facts.role == Some(Role::Difference);
        let columns = table.columns.iter().filter(|column| !is_difference(column));
        let headers = columns.flat_map(|column| &column.headers).map(String::as_str);
        let pieces =
            Self::above(table).rev().chain(table.caption).chain(table.sentences.iter().copied());
        let notes = table.footnotes.iter().map(|note| note.text.as_str());
        let texts = headers.chain(pieces.map(|piece| self.text(piece))).chain(notes);
        texts
            .fold(Signs::default(), |signs, text| money::or(signs, money::stated_signs(pack, text)))
    }

    fn add_cost(
        &mut self,
        subject: Subject,
        footnotes: &mut Footnotes,
        signs: Signs,
        reserves_of_columns: Option<Reserves>,
        kind: Option<&str>,
    ) {
        if let Some(goal) = subject.goal {
            self.take_goal_within(goal);
        }
        let Some(open) = self.field(subject.lines.first) else { return };
        let Some(id) = open.next_id(Numbered::Cost) else { return };
        let mut own_marks = marks::after_label(&subject.label);
        own_marks.retain(|mark| !mark.starts_with('(') || footnotes.has(mark));
        let mut made = Made::new(self.vocabulary.pack(), subject.lines);
        let mut line = CostLine::new(id, subject.label.clone());
        line.group.clone_from(&subject.group);
        line.code.clone_from(&subject.code);
        line.unit = subject.unit.clone().unwrap_or(Unit::EURO);
        let words = fold(&line.label, true);
        let pack = self.vocabulary.pack();
        let is_total =
            |word: &str| pack.each(|tables| tables.rows.totals).any(|stem| word.starts_with(stem));
        // *Totaal* above the lines is said of each of them; *Totaal programma's* may be the whole that they are the parts of.
        let is_below_total =
            line.group.last().is_some_and(|group| fold(group, true).split(' ').all(is_total));
        line.total = words.split(' ').any(is_total) || is_below_total;
        (line.flow, line.reserves) = match subject.flow {
            None => (None, None),
            Some(FlowWord::Expenses) => (Some(Flow::Expenses), None),
            Some(FlowWord::Income) => (Some(Flow::Income), None),
            Some(FlowWord::Balance) => (Some(Flow::Balance), None),
            Some(FlowWord::Reserves) => (None, Some(Reserves::Only)),
            Some(FlowWord::ReservesIn) => (Some(Flow::Expenses), Some(Reserves::Only)),
            Some(FlowWord::ReservesOut) => (Some(Flow::Income), Some(Reserves::Only)),
        };
        // *Mutatie reserves* is of both, and *Toevoeging aan reserves* may stand in a column of balances.
        let has = |parts: fn(&RowWords) -> Words| {
            pack.each(|tables| parts(&tables.rows)).any(|part| words.contains(part))
        };
        let of_flows = has(|rows| rows.expenses) || has(|rows| rows.income);
        let moves = has(|rows| rows.into_reserves) || has(|rows| rows.out_of_reserves);
        // *Lasten inclusief mutaties reserves* are of more.
        let is_movement = has(|rows| rows.reserves)
            && money::head_of_reserves(pack, &line.label).is_none()
            && (has(|rows| rows.changes_of_reserves) || moves && !of_flows);
        // *Reserves* in columns of expenses and income is what goes to them and what comes out of them.
        let is_name = |word: &str| {
            let mut parts = pack.each(|tables| tables.rows.reserves);
            parts.any(|part| word.strip_suffix('s').unwrap_or(word) == *part)
        };
        let is_in_flows = matches!(line.flow, Some(Flow::Expenses | Flow::Income));
        if line.reserves.is_none() && (is_movement || is_in_flows && is_name(&words)) {
            line.reserves = Some(Reserves::Only);
        }
        made.take(subject, &own_marks, footnotes);
        line.figures = made.figures;
        line.unplaced = made.unplaced;
        line.notes = made.notes;
        line.attributes = made.attributes;
        let title = self.tree.current().and_then(|open| open.field.tables.last()?.title.clone());
        let titles: Vec<&str> = title.as_deref().into_iter().chain(kind).collect();
        money::describe(pack, &mut line, &titles);
        line.reserves = line.reserves.or(reserves_of_columns);
        let stated = money::or(money::stated_signs(pack, &line.label), signs);
        line.signs = Some(stated).filter(|stated| *stated != Signs::default());
        if let Some(open) = self.tree.current() {
            open.field.costs.push(line);
            open.lines.costs.push(made.at);
        }
    }
}

/// A subject while it is built: its figures with what the footnotes say of them.
pub(super) struct Made {
    pack: &'static Pack,
    pub(super) figures: Vec<Figure>,
    unplaced: Vec<Cell>,
    attributes: Vec<Attribute>,
    notes: Vec<Note>,
    at: IndicatorLines,
    row_marks: RowMarks,
}

/// What the footnotes of a row leave to be done.
#[derive(Default)]
pub(super) struct Noted {
    /// The figure, the lines, the message.
    pub(super) reports: Vec<(Option<usize>, Lines, Message)>,
    /// Marks whose footnotes may come later.
    pending: Vec<(String, Option<usize>)>,
}

impl Made {
    fn new(pack: &'static Pack, lines: Lines) -> Self {
        Made {
            pack,
            figures: Vec::new(),
            unplaced: Vec::new(),
            attributes: Vec::new(),
            notes: Vec::new(),
            at: IndicatorLines::new(lines),
            row_marks: RowMarks::default(),
        }
    }

    /// A subject with what the footnotes say about its figures.
    pub(super) fn of(
        pack: &'static Pack,
        subject: Subject,
        footnotes: &mut Footnotes,
    ) -> (Self, Noted) {
        let mut own_marks = marks::after_label(&subject.label);
        own_marks.retain(|mark| !mark.starts_with('(') || footnotes.has(mark));
        let mut made = Made::new(pack, subject.lines);
        made.take(subject, &own_marks, footnotes);
        let noted = made.apply(footnotes, &own_marks);
        (made, noted)
    }

    /// Leaves what bears a mark without a footnote unclear, where none can come later.
    pub(super) fn leave_pending_unclear(&mut self, noted: &Noted) {
        for (_, figure) in &noted.pending {
            match figure {
                Some(figure) => {
                    if let Some(figure) = self.figures.get_mut(*figure) {
                        footnotes::give(figure, WordsMeaning::default());
                    }
                }
                None => {
                    footnotes::give_to_row(&mut self.figures, WordsMeaning::default());
                }
            }
        }
    }

    /// Takes the figures and the texts of a subject.
    fn take(&mut self, subject: Subject, own_marks: &[String], footnotes: &mut Footnotes) {
        let Subject {
            figures,
            unplaced,
            attributes,
            remarks,
            marks,
            lines,
            label,
            unit,
            is_scale_unknown,
            statuses,
            dates,
            ..
        } = subject;
        let is_own = |mark: &str| own_marks.iter().any(|own| bare_mark(own) == bare_mark(mark));
        for mark in own_marks {
            self.row_marks.note(
                mark,
                Some(lines),
                footnotes,
                (&mut self.notes, &mut self.at.notes),
            );
        }
        (self.figures, self.at.figures) = figures.into_iter().unzip();
        (self.unplaced, self.at.unplaced) = unplaced.into_iter().unzip();
        (self.attributes, self.at.attributes) = attributes.into_iter().unzip();
        for (text, lines) in remarks {
            self.notes.push(Note { mark: None, text });
            self.at.notes.push(lines);
        }
        for (mark, lines, _) in &marks {
            if !is_own(mark) {
                self.row_marks.note(
                    mark,
                    Some(*lines),
                    footnotes,
                    (&mut self.notes, &mut self.at.notes),
                );
            }
        }
        for (text, of) in &statuses {
            let figures = self.figures.iter_mut().take(of.end).skip(of.start);
            footnotes::give_to_row(figures, vocabulary::meaning_in_column(self.pack, text));
        }
        for (text, of) in &dates {
            footnotes::measured_in(
                self.pack,
                self.figures.iter_mut().take(of.end).skip(of.start),
                text,
            );
        }
        for (mark, _, of) in &marks {
            if is_own(mark) {
                continue;
            }
            if let Some(text) = footnotes.text(mark) {
                let figures = self.figures.iter_mut().take(of.end).skip(of.start);
                footnotes::give_to_row(figures, vocabulary::meaning_of_row(self.pack, text));
            }
        }
        footnotes::apply_label(
            self.pack,
            self.figures.iter_mut(),
            &label,
            unit.as_ref(),
            is_scale_unknown,
        );
    }

    /// Applies what the footnotes say to the figures.
    fn apply(&mut self, footnotes: &mut Footnotes, own_marks: &[String]) -> Noted {
        let mut noted = Noted::default();
        for at in 0..self.figures.len() {
            let Some(figure) = self.figures.get_mut(at) else { break };
            let line = self.at.figures.get(at).map_or(self.at.name.first, |spot| spot.piece());
            let borne: Vec<String> = figure.notes.iter().cloned().collect();
            for mark in &borne {
                let Some(text) = footnotes.text(mark).map(str::to_owned) else {
                    noted.pending.push((mark.clone(), Some(at)));
                    continue;
                };
                let is_unclear =
                    footnotes::give(figure, vocabulary::meaning_of_words(self.pack, &text));
                if is_unclear && footnotes.is_new(mark) {
                    noted.reports.push((
                        Some(at),
                        Lines::one(line),
                        footnotes::not_understood(mark, &text),
                    ));
                }
            }
            for mark in &borne {
                self.row_marks.note(mark, None, footnotes, (&mut self.notes, &mut self.at.notes));
            }
        }
        for mark in own_marks {
            let Some(text) = footnotes.text(mark).map(str::to_owned) else {
                noted.pending.push((mark.clone(), None));
                continue;
            };
            let is_unclear = footnotes::give_to_row(
                &mut self.figures,
                vocabulary::meaning_of_row(self.pack, &text),
            );
            if is_unclear && footnotes.is_new(mark) {
                noted.reports.push((None, self.at.name, footnotes::not_understood(mark, &text)));
            }
        }
        noted
    }
}

//! Takes the tables that were found, in plain text and in grids, and the text around them.

use std::borrow::Cow;

use super::builder::{Builder, Previous};
use super::dates;
use super::facts::Facts;
use super::facts::formula;
use super::facts::words::{ColumnKind, FlowWord};
use super::goals::Goals;
use super::heading;
use super::label::{self, Ones};
use super::lines::{Kind, LineUse, Lines};
use super::marks;
use super::observe::{self, Around, At, Report, What};
use super::parts::FieldPart;
use super::questions::table_title;
use super::shapes;
use super::source::Grid;
use super::spot::{Spot, joined};
use super::table::torn::join_torn_groups;
use super::table::{Column, Footnote, Row, RowKind, Table, arithmetic, grid, rest, subject_above};
use crate::findings::rule::Message;
use crate::leaves::dimension::DimensionName;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::terms::{EditionKind, IndicatorKind};
use crate::leaves::unit::{Scale, Unit};
use crate::model::note::bare_mark;
use crate::words::{fold, fold_header};

/// In what the amounts of a table are by the text above it.
struct AmountsAbove {
    unit: Unit,
    /// The text between it and the table that names the currency alone.
    sign: Option<String>,
}

// Each takes what begins at a line, and returns the line after it.
impl Builder<'_, '_> {
    pub(super) fn take_titled_table(&mut self, kind: Option<&IndicatorKind>, at: usize) -> usize {
        if let Some(depth) = self.depth(at) {
            if self.tree.closes_at(depth) {
                // What was asked of the field ends with it.
                self.end_list();
                self.part = FieldPart::Introduction;
                self.goals = Goals::default();
                self.tree.close_to(depth);
            }
            self.goals.leave(depth);
        }
        self.mark(Lines::one(at), LineUse::TableTitle);
        if self.lines.get(at).is_some_and(|line| line.kind != Kind::Line) {
            // The next grid is the table, whatever words stand in between.
            self.pending = Some(kind.cloned());
            return at + 1;
        }
        if self.begins_table(at + 1) {
            return self.take_table(Some(kind), at + 1);
        }
        if !self.is_followed_by_table(at) {
            self.report_title_alone(at);
        }
        self.pending = Some(kind.cloned());
        at + 1
    }

    /// Reports the title of a table that isn't there.
    fn report_title_alone(&mut self, at: usize) {
        let header = |at: &usize| {
            let line = self.lines.get(*at).filter(|line| line.kind == Kind::Line);
            line.is_some_and(|line| {
                let facts = self.vocabulary.facts(&line.text);
                facts.rest == 0 && (facts.role.is_some() || facts.period.is_some())
            })
        };
        let headers = (at + 1..self.lines.len()).take_while(header).count();
        match headers {
            0 => {
                let title = self.text(at).into();
                self.report_in_field(Lines::one(at), Message::NoColumnHeaders { title });
            }
            _ => self.report_in_field(Lines::one(at + 1), Message::NoRows { headers }),
        }
    }

    /// Whether a table begins a few lines below a title: a second title or a line of text may stand
    /// between.
    fn is_followed_by_table(&self, title: usize) -> bool {
        const MAX_BETWEEN: usize = 4;
        let next = self.found_at.partition_point(|&from| from <= title);
        self.found_at.get(next).is_some_and(|&from| from - title <= MAX_BETWEEN)
    }

    /// Takes the table that was found at a line of plain text.
    pub(super) fn take_table(&mut self, kind: Option<Option<&IndicatorKind>>, at: usize) -> usize {
        let Ok(index) = self.found_at.binary_search(&at) else { return at + 1 };
        let Some(mut table) = self.found.get_mut(index).and_then(Option::take) else {
            return at + 1;
        };
        join_torn_groups(self.lines, &mut table);
        arithmetic::settle_unlabelled(self.vocabulary, self.lines, &mut table);
        arithmetic::settle_by_sums(self.vocabulary, self.lines, &mut table);
        let to = table.to.max(at + 1);
        let own = table_title(self.vocabulary, self.text(at));
        let pending = self.pending.take();
        let kind =
            kind.or(own.as_ref().map(Option::as_ref)).or(pending.as_ref().map(Option::as_ref));
        let has_title = own.is_some();
        let title = self.title_above(at);
        self.take_found(kind, &table, at, title);
        if has_title {
            self.mark(Lines::one(at), LineUse::TableTitle);
        }
        self.keep_unread(at, to);
        to
    }

    /// Keeps as text the lines within a table that are none of it.
    fn keep_unread(&mut self, from: usize, to: usize) {
        for at in from..to {
            if self.used_as(at) != Some(LineUse::Unread) {
                continue;
            }
            let text = self.text(at).to_owned();
            self.mark(Lines::one(at), LineUse::Paragraph);
            let what = Message::WithinTable { text: (&*text).into() };
            let numbers = rest::values_of(&self.guide.all().headers, at, &text);
            if numbers.is_empty() {
                self.report_in_field(Lines::one(at), what);
            } else {
                self.take_numbers(&numbers, Lines::one(at), what);
            }
            self.take_row_of_text(text, Lines::one(at));
        }
    }

    /// Takes a grid whose first piece is at a line.
    pub(super) fn take_grid(&mut self, number: usize, at: usize) -> usize {
        let Some(grid) = self.grids.get(number) else {
            let what = Message::BeyondTable { text: self.text(at).into() };
            self.report_in_field(Lines::one(at), what);
            return at + 1;
        };
        let pieces = self.lines.iter().skip(at);
        let next = at + pieces.take_while(|piece| piece.kind == Kind::cell_of(number)).count();
        let next = next.max(grid.last().map_or(0, |last| last + 1)).max(at + 1);
        let mut kind = self.pending.take();
        if let Some(caption) = grid.caption
            && kind.is_none()
        {
            kind = table_title(self.vocabulary, self.text(caption));
        }
        let above: Vec<&str> = (at.saturating_sub(3)..at)
            .filter(|&above| !self.is_of_a_table(above))
            .map(|above| self.text(above))
            .collect();
        let section = self.guide.section_of_grid(self.lines, grid, &above);
        let mut tables = grid::tables(&self.guide.scope(section).headers, self.lines, grid);
        for table in &mut tables {
            table.section = section;
        }
        // A list of addresses has no header that says anything of figures.
        let is_told = kind.is_some() || self.is_on_costs() || self.guide.has_mapping();
        if !is_told && !tables.iter().any(|table| self.states_figures(table, at)) {
            tables.clear();
        }
        if tables.is_empty() && !self.take_goal_tree(grid) {
            self.take_as_text(grid);
        }
        let end = match tables.last_mut() {
            Some(last) => self.take_footnotes_after(grid, last, next),
            None => next,
        };
        if !tables.is_empty() {
            self.take_heading_over(grid);
        }
        let corner = |table: &Table| table.columns.first().map(Column::header);
        let first = tables.first().map(|table| (corner(table), table.to));
        for mut table in tables {
            join_torn_groups(self.lines, &mut table);
            arithmetic::settle_unlabelled(self.vocabulary, self.lines, &mut table);
            arithmetic::settle_by_sums(self.vocabulary, self.lines, &mut table);
            // *Police – Budget* below the rows of *Police – Funding* is about something else than what stands above these.
            let is_titled = first.as_ref().is_none_or(|(header, to)| {
                header.is_none() || corner(&table) == *header || table.from < *to
            });
            let title = if is_titled { self.title_above(at) } else { Facts::default() };
            let is_first = first.as_ref().is_some_and(|(_, to)| table.to == *to);
            if is_first {
                let floor = (0..at).rev().find(|&above| self.is_of_a_table(above));
                let floor = floor.map_or(0, |last| last + 1);
                subject_above::take(self.vocabulary, self.lines, &mut table, (floor, at));
            }
            self.take_found(kind.as_ref().map(Option::as_ref), &table, at, title);
        }
        // What lies beyond the widest table that is held.
        let unread = (at..next).find(|&line| self.used_as(line) == Some(LineUse::Unread));
        if let Some(first) = unread {
            let what = Message::BeyondTable { text: self.text(first).into() };
            self.report_in_field(Lines { first, last: next - 1 }, what);
        }
        end
    }

    /// Opens the field that the caption of a grid, or its first row alone, names with a label and a code: *Programma 2 Veiligheid*
    /// over all columns.
    fn take_heading_over(&mut self, grid: &Grid) {
        let alone = || {
            let mut pieces = grid.rows.first()?.pieces();
            let first = pieces.next()?;
            pieces.next().is_none().then_some(first)
        };
        let Some(at) = grid.caption.or_else(alone) else { return };
        let heading = heading::field_heading(self.vocabulary, self.text(at));
        let is_whole = |heading: &heading::FieldHeading| {
            heading.heading.label.is_some() && heading.heading.title.is_some()
        };
        if let Some(heading) = heading.filter(is_whole) {
            let pending = self.pending.take();
            self.take_heading(heading, at);
            self.pending = pending;
        }
    }

    /// Adds the texts right after a grid that are footnotes of it, and returns the line after them.
    fn take_footnotes_after(&self, grid: &Grid, table: &mut Table, from: usize) -> usize {
        let end = self.end_of_footnotes(grid, from);
        for at in from..end {
            if let Some((mark, text)) = marks::split_footnote(self.text(at)) {
                let (mark, text) = (mark.to_owned(), text.to_owned());
                table.footnotes.push(Footnote { lines: Lines::one(at), mark, text });
            }
        }
        end
    }

    /// The end of the texts right after a grid that are footnotes of it: they begin with a mark
    /// that stands in it.
    fn end_of_footnotes(&self, grid: &Grid, from: usize) -> usize {
        const MAX: usize = 40;
        let is_of_grid = |mark: &str| {
            let bare = bare_mark(mark);
            grid.cells().any(|(_, cell)| {
                let text = self.text(cell.piece);
                text.ends_with(mark)
                    || bare_mark(text) == bare
                    || marks::strip(text).1.iter().any(|other| bare_mark(other) == bare)
            })
        };
        let is_footnote = |at: usize| {
            let kind = self.lines.get(at).map(|line| line.kind);
            let Some((mark, _)) = marks::split_footnote(self.text(at)) else { return false };
            // A star begins nothing else than a footnote or an item.
            let is_star = mark.starts_with('*') && kind == Some(Kind::Paragraph);
            let is_text = matches!(kind, Some(Kind::Paragraph | Kind::Item(_)));
            // What follows a footnote goes on with the list of them.
            is_star || (is_text && (at > from || is_of_grid(mark)))
        };
        (from..from + MAX).find(|&at| !is_footnote(at)).unwrap_or(from + MAX)
    }

    /// Whether a table says anything of its figures: when they are of, what they are, or in what they are counted.
    fn states_figures(&self, table: &Table, at: usize) -> bool {
        use ColumnKind::{Flow, Label, Measured, Period, Role, Unit, Value};
        let pack = self.vocabulary.pack();
        let of_column = |column: &Column| {
            let facts = &column.facts;
            let is_of_facts = matches!(
                column.content.or(facts.content),
                Some(Period | Measured | Role | Flow | Unit | Value)
            );
            // Words that part columns alone say nothing.
            let is_of_body = column
                .slice
                .as_ref()
                .is_some_and(|slice| *slice.name() != DimensionName::POPULATION);
            let is_of_figures = column.content.is_none()
                && (facts.is_placing() || facts.unit.is_some() || is_of_body);
            // *Indicator* above the labels says it of all of them.
            let header = fold(&column.header(), true);
            let is_of_indicators = column.content == Some(Label)
                && pack.each(|tables| tables.rows.indicators).any(|word| header.contains(word));
            is_of_facts || is_of_figures || is_of_indicators
        };
        let scope = &table.scope;
        let in_scope = scope.is_placing() || scope.unit.is_some();
        let of_row = |row: &Row| {
            let facts = self.vocabulary.facts(&joined(self.lines, &row.label));
            facts.rest == 0 && (facts.is_placing() || facts.unit.is_some())
                || self.vocabulary.unit(&joined(self.lines, &row.label)).is_some()
        };
        in_scope
            || self.title_above(at).is_placing()
            || self.amounts_above(at).is_some()
            || table.columns.iter().any(of_column)
            || table.rows.iter().any(of_row)
    }

    /// Takes a table that was found.
    fn take_found(
        &mut self,
        kind: Option<Option<&IndicatorKind>>,
        table: &Table,
        at: usize,
        title: Facts,
    ) {
        let headers: Vec<String> = table.columns.iter().skip(1).map(Column::header).collect();
        let field = self.tree.current().map(|open| open.place.clone());
        let before = self.previous.as_ref().filter(|before| before.field == field);
        let is_adjacent = before.is_some_and(|before| before.to == table.from);
        let follows_money = before
            .is_some_and(|before| before.is_of_money && (before.headers == headers || is_adjacent));
        let above = self.amounts_above(at);
        let sign = above.as_ref().and_then(|above| {
            let text = above.sign.as_deref()?.into();
            Some(Message::SignWithin { text, factor: above.unit.scale().factor() })
        });
        let sign = sign.filter(|_| table.scope.unit.is_none());
        let unit = above.map(|above| above.unit);
        let unit = unit.or_else(|| before.filter(|_| is_adjacent)?.unit.clone());
        // A scale that stands elsewhere is taken with a finding.
        let is_open = unit.is_none() && table.scope.unit.is_none();
        let below = if is_open { self.amounts_below(table) } else { None };
        let same = before.filter(|before| is_open && before.headers == headers);
        let of_above = same.and_then(|before| before.unit.clone());
        let of_above = of_above.filter(|unit| unit.scale() != Scale::Ones);
        let is_told = below.is_some() || of_above.is_some();
        let states = table.columns.iter().any(|column| column.facts.unit.is_some());
        let of_same =
            if is_open && !is_told && !states { self.scales.of(self.lines, table) } else { None };
        let is_alone = is_open && !is_told && !states && of_same.is_none();
        let of_all = if is_alone { self.scales.of_document(self.lines, table) } else { None };
        let elsewhere = match (&below, &of_above, &of_same) {
            (Some((at, _)), ..) => Some(Message::ScaleBelow { text: self.text(*at).into() }),
            (None, Some(_), _) => Some(Message::ScaleOfTableAbove {}),
            (None, None, Some(_)) => Some(Message::ScaleOfSameAmounts {}),
            (None, None, None) if of_all.is_some() => Some(Message::ScaleOfOtherTables {}),
            (None, None, None) => None,
        };
        let unit = unit.or(below.map(|(_, unit)| unit)).or(of_above).or(of_same).or(of_all);
        let number = self.open_table(table);
        let lines = self.lines;
        let head = table.head.iter().filter_map(|&piece| lines.get(piece)).map(|line| &*line.text);
        let mapped = table.columns.iter().filter_map(|column| column.mapped);
        self.guide.record(&mut self.matched, table.section, mapped, head);
        let own = self.tree.budget.organisation.as_ref().map(|own| own.name.clone());
        let edition = &self.tree.budget.edition;
        let is_of = |kind: &EditionKind| edition.kind.as_ref() == Some(kind);
        let edition_role = if is_of(&EditionKind::BUDGET) {
            Some(Role::Budgeted)
        } else if is_of(&EditionKind::ANNUAL_REPORT) {
            Some(Role::Realised)
        } else {
            None
        };
        let around = Around {
            vocabulary: self.vocabulary,
            scope: self.guide.scope(table.section),
            edition: edition.period,
            edition_role,
            lines: self.lines,
            own_body: own.as_deref(),
            is_on_costs: self.is_on_costs(),
            kind,
            unit,
            title,
            heading_role: self.heading_role().or_else(|| self.role_of_years_above(table)),
            follows_money,
            number,
        };
        let mut observed = observe::observe(&around, table);
        for what in elsewhere.into_iter().chain(sign).filter(|_| observed.is_of_money) {
            let lines = Lines::one(table.head.first().copied().unwrap_or(table.from));
            observed.reports.push(Report { at: At::Table, lines, what: What::Finding(what) });
        }
        self.previous = Some(Previous {
            field: self.tree.current().map(|open| open.place.clone()),
            to: table.to,
            is_of_money: observed.is_of_money,
            headers,
            unit: observed.unit.clone(),
        });
        self.take_observed(kind.flatten(), table, observed);
    }

    /// What the heading of the open field says of the amounts below it: with a word for several years, or with the name of a plan.
    fn heading_role(&mut self) -> Option<Role> {
        /// The longest name of a plan has three.
        const MAX_WORDS: usize = 3;
        let vocabulary = self.vocabulary;
        let is_account = self.tree.budget.edition.kind == Some(EditionKind::ANNUAL_REPORT);
        let heading = &self.tree.current()?.field.heading;
        let title = heading.title.as_deref()?;
        let words: Vec<&str> = title.split_whitespace().take(MAX_WORDS).collect();
        let is_plan = |count: usize| {
            let name = words.get(..count).unwrap_or_default().join(" ");
            let folded = fold_header(&name);
            folded.is_some_and(|name| vocabulary.pack().has(&name, |tables| tables.headers.plans))
        };
        if !is_account && (1..=words.len()).any(is_plan) {
            return Some(Role::Budgeted);
        }
        let facts = vocabulary.facts(words.first()?);
        facts.role.filter(|_| facts.is_multi_year && facts.rest == 0)
    }

    /// Whether a line above a table belongs to another one.
    pub(super) fn is_of_a_table(&self, line: usize) -> bool {
        let used_as = self.used_as(line);
        matches!(used_as, Some(LineUse::Cell | LineUse::Label | LineUse::Header | LineUse::Note))
    }

    /// What the amounts of a table are whose columns are years, by the end of the title right above it, which says so of the same years:
    /// *Presentatie cijfers begroting 2020-2023*. *Afwijking van de begroting 2020-2023* is of something else.
    fn role_of_years_above(&self, table: &Table) -> Option<Role> {
        const MAX_WORDS: usize = 12;
        let figures = || table.columns.iter().filter(|column| column.content.is_none());
        let year = |column: &Column| column.facts.period.and_then(Period::as_year);
        let years =
            Period::from_years(year(figures().next()?)?, year(figures().next_back()?)?).ok()?;
        // Among the lines of the headers the title may be one that is left over.
        let head = figures().next()?.spots.first()?.piece();
        let title = self.text(self.title_line_above(head)?);
        let words: Vec<&str> = title.split_whitespace().take(MAX_WORDS + 1).collect();
        if words.len() > MAX_WORDS {
            return None;
        }
        let says_more = |word: &&str| {
            let is_link = self.vocabulary.pack().is_header_link(&fold(word, true));
            is_link || self.vocabulary.facts(word).role.is_some()
        };
        (0..words.len()).find_map(|from| {
            let (front, end) = words.split_at(from);
            let facts = self.vocabulary.facts(&end.join(" "));
            let is_of_years = facts.rest == 0 && facts.period == Some(years);
            facts.role.filter(|_| is_of_years && !front.iter().any(says_more))
        })
    }

    /// The title right above a table. The scale of the amounts may stand between.
    fn title_line_above(&self, at: usize) -> Option<usize> {
        const MAX_ABOVE: usize = 3;
        let above = (at.saturating_sub(MAX_ABOVE)..at).rev();
        let mut above = above.take_while(|&above| !self.is_of_a_table(above));
        let pack = self.vocabulary.pack();
        let is_scale = |above: &usize| label::scale_alone(pack, self.text(*above)).is_some();
        above.find(|above| !is_scale(above))
    }

    /// What the title right above a table states.
    fn title_above(&self, at: usize) -> Facts {
        let pack = self.vocabulary.pack();
        let Some(above) = self.title_line_above(at) else { return Facts::default() };
        let title = shapes::without_number(pack, self.text(above));
        let facts = (*self.vocabulary.facts(title)).clone();
        // *Verplichtingen 2018 van de begrotingen (x € 1.000)*: the scale makes a long title too long for a header, and its words are no
        // words of *Opbouw uitgaven x € 1.000*.
        let without = label::before_scale(pack, title).map(|before| {
            let facts = (*self.vocabulary.facts(before)).clone();
            (before, facts)
        });
        let without = without.filter(|(_, own)| !facts.is_placing() || own.rest < facts.rest);
        let (title, facts) = without.unwrap_or((title, facts));
        // *Uitgaven beleidsartikel 1: provinciefonds*: of whom it is follows the flow.
        let first = title.split(' ').next().unwrap_or_default();
        let of_first = self.vocabulary.facts(first);
        let leads = of_first.flow.is_some()
            && of_first.rest == 0
            && of_first.others.is_empty()
            && of_first.flow == facts.flow;
        let rest = if leads { facts.rest.min(1) } else { facts.rest };
        // A long caption says when its table is of by the only year in it.
        let is_numbered = title.len() < self.text(above).len();
        let period = facts.period.or_else(|| self.only_year(title).filter(|_| is_numbered));
        // *Overzicht van baten en lasten* names both flows, and *Saldo van baten en lasten per programma* what is left of them.
        let names_both =
            facts.flow == Some(FlowWord::Balance) && of_first.flow != Some(FlowWord::Balance);
        Facts { period, rest, is_torn: facts.is_torn || names_both, ..facts }
    }

    /// The year that a text names, if it names one alone.
    fn only_year(&self, text: &str) -> Option<Period> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let mut years = words
            .filter(|word| word.len() == 4)
            .filter_map(|word| dates::period(self.vocabulary.pack(), word));
        let first = years.next()?;
        years.all(|year| year == first).then_some(first)
    }

    /// In what the amounts of a table are, by the text above it. The scope of a scale ends with its
    /// table, so nothing is looked for above another one.
    fn amounts_above(&self, at: usize) -> Option<AmountsAbove> {
        /// A title and a line of text may stand between.
        const MAX_ABOVE: usize = 4;
        /// The same below a title that ends with the scale in parentheses: the names of what is budgeted stand between.
        const MAX_BELOW_TITLE: usize = 8;
        /// Of all pieces: copies of pages have the empty cells of a frame among them, `|`.
        const MAX_PIECES: usize = 60;
        let above = (at.saturating_sub(MAX_PIECES)..at).rev();
        let above = above.take_while(|&above| !self.is_of_a_table(above));
        let is_text = |above: &usize| self.text(*above).contains(char::is_alphanumeric);
        let above = above.filter(is_text).take(2 * MAX_BELOW_TITLE);
        // *(All amounts are in*, `$000)`
        let whole = |above: usize| -> Cow<'_, str> {
            let text = self.text(above);
            let before = above.checked_sub(1).map_or("", |before| self.text(before));
            let is_rest = text.ends_with(')') && !text.contains('(');
            if is_rest && before.starts_with('(') && !before.contains(')') {
                Cow::Owned([before, text].join(" "))
            } else {
                Cow::Borrowed(text)
            }
        };
        // `(1)`, `(2)`, `(3)=(2)-(1)` number the columns.
        let above = above
            .map(whole)
            .filter(|text| !formula::is_alone(text) && !formula::is_sum_alone(text))
            .take(MAX_BELOW_TITLE)
            .enumerate();
        let pack = self.vocabulary.pack();
        let mut stated = above.filter_map(|(between, text)| {
            let is_near = between < MAX_ABOVE || text.ends_with(')') && !text.starts_with('(');
            let unit = label::amounts(pack, &text).filter(|_| is_near)?;
            let is_sign =
                unit.scale() == Scale::Ones && label::ones(pack, &text) == Some(Ones::Sign);
            Some((unit, is_sign, text))
        });
        let (unit, is_sign, text) = stated.next()?;
        // The sign of a currency alone leaves the scale above it.
        let wider = if is_sign { stated.find(|(_, is_sign, _)| !is_sign) } else { None };
        let is_scaled = |wider: &Unit| wider.is_like(&unit) && wider.scale() != Scale::Ones;
        match wider.map(|(wider, ..)| wider).filter(is_scaled) {
            Some(wider) => Some(AmountsAbove { unit: wider, sign: Some(text.into_owned()) }),
            None => Some(AmountsAbove { unit, sign: None }),
        }
    }

    /// The scale that the text right below a table states, and where: *bedragen x € 1.000* and nothing else, or its caption.
    fn amounts_below(&self, table: &Table) -> Option<(usize, Unit)> {
        const MAX_LEN: usize = 60;
        let pack = self.vocabulary.pack();
        let text = |at: usize| self.lines.get(at).map(|line| &*line.text);
        let scale =
            |at: usize| label::amounts(pack, text(at)?).filter(|unit| unit.scale() != Scale::Ones);
        let is_bare =
            |text: &str| text.len() <= MAX_LEN && self.vocabulary.facts(text).period.is_none();
        if text(table.to).is_some_and(is_bare)
            && let Some(unit) = scale(table.to)
        {
            return Some((table.to, unit));
        }
        // *Bedragen x € 1.000* in a row of its own, the last one.
        let last = table.rows.last().filter(|row| row.kind == RowKind::Group);
        if let Some(at) = last.and_then(|row| row.label.first()).map(|spot| spot.piece())
            && text(at).is_some_and(|text| label::scale_alone(pack, text).is_some())
            && let Some(unit) = scale(at)
        {
            return Some((at, unit));
        }
        // *Tabel 4: Saldi van de programma's (x € 1.000)*: a caption is the last text of its table.
        let is_meta = |row: &&Row| row.kind == RowKind::Meta;
        let last = table.rows.iter().rev().take_while(is_meta).last();
        let caption = last.and_then(|row| row.label.first()).map_or(table.to, |spot| spot.piece());
        let is_caption = text(caption)
            .is_some_and(|text| shapes::is_caption_or_source(pack, text) && text.ends_with(')'));
        let unit = scale(caption).filter(|_| is_caption && !self.is_above_table(caption))?;
        Some((caption, unit))
    }

    /// Whether a table begins right below a text.
    fn is_above_table(&self, at: usize) -> bool {
        /// The lines between a caption and its table.
        const MAX_BELOW: usize = 6;
        let next = self.found_at.partition_point(|&from| from <= at);
        self.found_at.get(next).is_some_and(|&from| from - at <= MAX_BELOW)
    }

    /// Keeps a grid without headers as text, and lists its numbers.
    fn take_as_text(&mut self, grid: &Grid) {
        let mut lines = None::<Lines>;
        let mut first = None;
        let mut numbers: Vec<Spot> = Vec::new();
        for row in &grid.rows {
            let cells: Vec<usize> = row.pieces().collect();
            let (Some(&begin), Some(&last)) = (cells.first(), cells.last()) else { continue };
            if cells.len() > 1 {
                let of = lines.get_or_insert(Lines { first: begin, last });
                of.last = of.last.max(last);
                first = first.or(Some(begin));
            }
            let texts = cells.iter().map(|&cell| self.text(cell));
            let text = texts.collect::<Vec<_>>().join(" | ");
            for cell in cells {
                if self.vocabulary.is_number(self.text(cell)) {
                    numbers.push(Spot::whole(cell));
                }
                self.mark(Lines::one(cell), LineUse::Paragraph);
            }
            self.take_row_of_text(text, Lines { first: begin, last });
        }
        let Some((lines, first)) = lines.zip(first) else { return };
        let what = Message::TableAsText { first: self.text(first).into() };
        if numbers.is_empty() {
            self.report_in_field(lines, what);
        } else {
            self.take_numbers(&numbers, lines, what);
        }
    }
}

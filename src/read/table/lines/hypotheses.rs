//! Makes the hypotheses about a table, and chooses one: by its cost, and by its sums.

use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::cell;
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::facts::{EndOfYear, Facts, end_of_year};
use crate::read::label;
use crate::read::lines::RawLine;
use crate::read::questions::table_title;
use crate::read::shapes::{self, is_sentence};
use crate::read::table::arithmetic;
use crate::read::table::arrange::{Arrangement, How, Path};
use crate::read::table::body::{Move, Parse, Want};
use crate::read::table::lines::patterns::{
    Begins, Hypothesis, Pattern, Stated, counts, run_lengths,
};
use crate::read::table::lines::segment::{Body, Segment, is_label_head};
use crate::read::table::lines::ways::Way;
use crate::words::has_digit;
use std::rc::Rc;

/// How many texts before the first figure a body may begin: a label with its code, its unit, its role
/// and its year.
const MAX_BEFORE: usize = 6;

/// The most texts of a header: six years of three flows have 26.
const MAX_HEADER: usize = 60;

/// The most hypotheses of one table. Those of 54 published pages have at most 120.
const MAX_HYPOTHESES: usize = 400;

/// How much more a hypothesis may cost than the best, to be one that arithmetic may choose. A row that doesn't fit
/// costs two and some tenths for each of its numbers. Of generated tables that lost a cell, the right way costs at
/// most this much more.
const MARGIN: f64 = 6.0;

/// What a label that is a sentence costs, and of how many it is counted: two of them are less likely than a row of two figures that
/// goes on without a label.
const TEXT: f64 = 2.5;
const MAX_TEXTS: usize = 6;

/// What each text costs that is left below the last row, and how many of them count. What stands below a table is left by all hypotheses
/// about it, so that the cost tells those apart of which one takes it for a cell.
const LEFT: f64 = 2.0;
const MAX_LEFT: usize = 1;

/// What a column of words costs whose header isn't known and that ends the rows.
const OF_GROUPS: f64 = 3.0;

/// The texts of the body by which hypotheses are compared.
pub(super) const WINDOW: usize = 240;

impl Segment<'_, '_> {
    /// Whether the labels of the rows state what their figures are, so that the headers are subjects.
    fn labels_state(&mut self, parse: &Parse, pattern: &Pattern, body: usize) -> bool {
        let Some(place) = pattern.wants.iter().position(|want| *want == Want::Label) else {
            return false;
        };
        let rows: Vec<usize> = parse
            .moves
            .iter()
            .filter(|(_, this)| *this == Move::Row)
            .map(|(at, _)| body + at + place)
            .collect();
        let stating = rows.iter().filter(|&&at| {
            let facts = self.facts(at);
            facts.rest == 0 && (facts.role.is_some() || facts.period.is_some())
        });
        stating.count() == rows.len() && rows.len() >= 2
    }

    /// Whether a text may be a code, and words stand after it.
    fn is_coded(&self, at: usize) -> bool {
        let code = self.tokens.get(at).and_then(|token| token.code);
        code.is_some() && self.is_words(at + 1)
    }

    /// Whether a code of a letter and digits stands in front of a label, as it does in front of others below: no header is such a code.
    fn follows_code(&self, label: usize, to: usize) -> bool {
        let letter = |at: usize| {
            let token = self.tokens.get(at).filter(|token| token.code.is_some())?;
            let text = &*self.lines.get(token.first)?.text;
            let first = text.chars().next().filter(char::is_ascii_uppercase)?;
            (has_digit(text) && self.is_words(at + 1)).then_some(first)
        };
        let own = label.checked_sub(1).and_then(letter);
        own.is_some() && (label + 1..to).any(|at| letter(at) == own)
    }

    /// The texts by which the hypotheses about a table are compared that has its first figure at a token.
    pub(super) fn body_around(&self, floor: usize, figure: usize, end: usize) -> Body {
        self.body(first_body(floor, figure), end.min(figure + WINDOW))
    }

    /// The hypothesis that explains the texts best, and where the body ends. `end` is where the texts end by which they are
    /// compared, and where the body does, which may be nearer where that is far away.
    #[expect(clippy::too_many_lines, reason = "one loop within the other: where, how many, how")]
    pub(super) fn best(
        &mut self,
        floor: usize,
        figure: usize,
        (end, near): (usize, usize),
        texts: &mut Body,
    ) -> Option<(Hypothesis, usize)> {
        let mut found: Vec<Hypothesis> = Vec::new();
        let mut least = f64::INFINITY;
        let mut tried = 0;
        'bodies: for body in (first_body(floor, figure)..=figure).rev() {
            // The label of a group may stand above the first row.
            let begins_with_code = self.is_coded(body)
                || (body < figure && self.is_words(body) && self.is_coded(body + 1));
            let begins_with_label = self.is_words(body) && !self.is_text_below(body);
            // Without a label in front the text before it is a header with a year or a role.
            let follows_header = body.checked_sub(1).is_some_and(|before| {
                let facts = self.facts(before);
                facts.rest == 0 && (facts.role.is_some() || facts.period.is_some())
            });
            let begins_with_figure =
                body == figure && self.class(body) == Some(Class::Number) && follows_header;
            let begins = Begins {
                code: begins_with_code,
                label: begins_with_label,
                figure: begins_with_figure,
                stated: body + 1 == figure && self.states_alone(body),
            };
            let begins_with_year = self.class(body) == Some(Class::Year) && self.is_words(body + 1);
            if !begins_with_code
                && !begins_with_label
                && !begins_with_figure
                && !begins_with_year
                && !begins.stated
            {
                continue;
            }
            // *2023* below *2020*, *2021*, *2022* is a header as they are, and no cell of the first row.
            let is_year = |at: usize| self.class(at) == Some(Class::Year);
            if is_year(body)
                && body.checked_sub(2).is_some_and(|before| is_year(before) && is_year(before + 1))
                && self.goes_on_by_year(body - 1)
            {
                continue;
            }
            let to = end.min(body + WINDOW);
            // *R1000* in front of the first label is no header, where *R2100* stands in front of another.
            if begins_with_label && self.follows_code(body, to) {
                continue;
            }
            let lengths = run_lengths(texts.classes(body, to));
            let lowest = body.saturating_sub(MAX_HEADER).max(floor);
            // A sentence is no header, and neither is what stands above it.
            let ends_headers = |head: &usize| {
                (self.class(*head) == Some(Class::Number) && self.has_digit(*head))
                    || self.is_long_sentence(*head)
                    || self.is_text_below(*head)
                    || self.is_caption(*head)
                    || self.holds_amounts(*head)
            };
            let highest = (lowest..body).rev().find(ends_headers).map_or(lowest, |head| head + 1);
            let headers: Vec<Rc<Facts>> = (highest..body).map(|at| self.facts(at)).collect();
            let mut parses: Vec<(Rc<Pattern>, Rc<Parse>)> = Vec::new();
            for head in (highest..body).rev() {
                // A row of years isn't begun in its middle.
                if head > highest && self.goes_on_by_year(head - 1) {
                    continue;
                }
                let above = self.cost_above(head, floor);
                for has_corner in [false, true] {
                    let first = self.facts(head);
                    let is_of_periods = begins.stated && first.content == Some(ColumnKind::Period);
                    // *Art.*, *Nr.* above the codes, which not each row has.
                    let is_of_codes = has_corner
                        && matches!(first.content, Some(ColumnKind::Code | ColumnKind::Number))
                        && !first.is_placing()
                        && first.rest == 0
                        && (body..to).any(|at| self.is_coded(at));
                    let begins = Begins { code: begins.code || is_of_codes, ..begins };
                    // *Oorzaak* says in words what the amounts are of.
                    let is_of_texts = first.rest == 0
                        && !first.is_placing()
                        && matches!(
                            first.content,
                            Some(ColumnKind::Remark | ColumnKind::Attribute)
                        );
                    let may_be_corner = is_label_head(&first)
                        || is_of_texts
                        || is_of_periods
                        || is_of_codes
                        || (first.rest > 0 && !first.is_bare_period());
                    // *Programma*, *Omschrijving*: the labels are below the second.
                    let next = self.facts(head + 1);
                    let is_wider = first.content == Some(ColumnKind::Group)
                        && next.content == Some(ColumnKind::Label)
                        && next.rest == 0;
                    // A sentence names no labels.
                    let is_text = has_corner && self.is_text_below(head);
                    if has_corner && (!may_be_corner || is_wider || is_text || head + 1 == body) {
                        continue;
                    }
                    // *Kengetallen* above *Omschrijving* is the title.
                    if has_corner
                        && is_label_head(&self.facts(head + 1))
                        && table_title(self.vocabulary, &self.text(head)).is_some()
                    {
                        continue;
                    }
                    // A corner and no corner one token further have the same headers.
                    let start = head + usize::from(has_corner);
                    let items = headers.get(start - highest..).unwrap_or_default();
                    let counts = counts(items, &lengths);
                    let ways = self.known.ways(items, &counts, begins, has_corner);
                    for way in ways.iter().flat_map(|ways| ways.iter()) {
                        for pattern in &way.patterns {
                            tried += 1;
                            if tried > MAX_HYPOTHESES {
                                break 'bodies;
                            }
                            // Many headers make rows of one look.
                            let of_look =
                                parses.iter().find(|(other, _)| other.wants == pattern.wants);
                            let parse = if let Some((_, parse)) = of_look {
                                Rc::clone(parse)
                            } else {
                                let parse = texts.parse((body, to), &pattern.wants, &pattern.parts);
                                parses.push((Rc::clone(pattern), Rc::clone(&parse)));
                                parse
                            };
                            let of_short_rows = self.of_short_rows(start, way, pattern, &parse);
                            // Whatever its headers cost, it is none of those that are near the best.
                            if least_cost(&parse) - of_short_rows > least + MARGIN {
                                continue;
                            }
                            // Rows of which none fits are a table too, where its headers are sure.
                            let is_sure =
                                way.is_sure && pattern.wants.first() == Some(&Want::Label);
                            let begins = parse.moves.first().map(|(_, first)| *first)
                                == Some(Move::Row)
                                || parse.rows >= 2;
                            // *2020*, *2021*, *2022* above rows of which the first lost a cell, or each did below *Omschrijving*.
                            let is_below_head = has_corner && is_label_head(&first);
                            let is_of_years = way.is_of_years
                                && (parse.rows > 0 || is_below_head && parse.odd > 0)
                                && pattern.wants.first() == Some(&Want::Label);
                            if !(begins || is_of_years || (is_sure && parse.rows + parse.odd > 0)) {
                                continue;
                            }
                            // One number in front of a label may be anything.
                            let coded = |(_, this): &&(usize, Move)| {
                                matches!(this, Move::Row | Move::OddWithCode(_))
                            };
                            if pattern.wants.first() == Some(&Want::Code)
                                && pattern.paths.first() == Some(&None)
                                && !is_of_codes
                                && (parse.rows == 0 || parse.moves.iter().filter(coded).count() < 2)
                            {
                                continue;
                            }
                            // Without a fact in the headers the labels have them.
                            let states = way.states;
                            let is_stated = pattern.wants.first() == Some(&Want::StatedLabel);
                            // Words between such rows would be labels of their own.
                            let rows = || parse.moves.iter().map(|(_, this)| *this == Move::Row);
                            let is_unbroken = rows().take_while(|is_row| *is_row).count();
                            let is_turned =
                                (is_stated && parse.rows >= 2 && is_unbroken == parse.rows)
                                    || (!states && self.labels_state(&parse, pattern, body));
                            if is_stated && !is_turned {
                                continue;
                            }
                            if !states && !is_turned {
                                continue;
                            }
                            let cost = self.cost(
                                way,
                                items,
                                &parse,
                                above,
                                (head, body),
                                has_corner,
                                pattern,
                                is_turned,
                            ) - of_short_rows
                                + of_titles(&way.arrangement, &lengths);
                            least = least.min(cost);
                            if cost > least + MARGIN {
                                continue;
                            }
                            found.push(Hypothesis {
                                head,
                                body,
                                has_corner,
                                arrangement: Rc::clone(&way.arrangement),
                                pattern: Rc::clone(pattern),
                                cost,
                                is_doubtful: false,
                            });
                        }
                    }
                }
            }
        }
        if found.is_empty() {
            return None;
        }
        let is_far = near >= figure + WINDOW;
        let near = if is_far { self.end_of_body(figure, usize::MAX) } else { near };
        Some((self.choose(found, near, texts)?, near))
    }

    /// The hypothesis of the least cost; of those near it the one that arithmetic proves.
    fn choose(
        &mut self,
        mut found: Vec<Hypothesis>,
        end: usize,
        texts: &mut Body,
    ) -> Option<Hypothesis> {
        const MAX_NEAR: usize = 6;
        /// Of the tables in lines on 122 pages six had another reading this near, and two of them were read wrong;
        /// of those with none this near one was.
        const NEAR: f64 = 0.6;
        // Of those that cost as much the one whose headers are likelier.
        found.sort_by(|one, other| {
            let of_headers = || one.arrangement.cost().total_cmp(&other.arrangement.cost());
            one.cost.total_cmp(&other.cost).then_with(of_headers)
        });
        let least = found.first()?.cost;
        let mut near: Vec<Hypothesis> = Vec::new();
        for hypothesis in found.into_iter().take_while(|of| of.cost <= least + MARGIN) {
            if near.len() < MAX_NEAR && !near.iter().any(|other| other.is_like(&hypothesis)) {
                near.push(hypothesis);
            }
        }
        let (mut chosen, mut most) = (0, 0);
        if near.len() > 1 && self.may_prove(&near, end) {
            for (at, hypothesis) in near.iter().enumerate() {
                let (table, _) = self.build(hypothesis, end, texts);
                let evidence = arithmetic::evidence(self.vocabulary, self.lines, &table);
                // What is proven gives way only to what is proven by far more.
                if evidence.is_proof() && evidence.held * 2 > most * 3 {
                    (chosen, most) = (at, evidence.held);
                }
            }
        }
        // Nothing proves it, and another one comes near that places some number elsewhere.
        let mut others = near.iter().skip(1).filter(|other| other.cost < least + NEAR).peekable();
        let is_doubtful = most == 0 && others.peek().is_some() && {
            let first = near.first().map(|of| self.placed(of, end, texts)).unwrap_or_default();
            others.any(|other| {
                let placed = self.placed(other, end, texts);
                // *Lasten* right above the rows says the same of them as a header and as the label of their group.
                let may_be_group = near.first().is_some_and(|first| first.body != other.body);
                let differ = |one: Stated, of: Stated| {
                    let is_open = may_be_group && (one.2.is_none() || of.2.is_none());
                    (one.0, one.1) != (of.0, of.1) || (one.2 != of.2 && !is_open)
                };
                let differs = |(at, facts): &(usize, Stated)| {
                    first.iter().any(|(token, of)| token == at && differ(*of, *facts))
                };
                placed.iter().any(differs)
            })
        };
        let mut chosen = near.into_iter().nth(chosen)?;
        let may_be_wrong =
            begins_with_title(&chosen.arrangement) || chosen.arrangement.tears_word();
        chosen.is_doubtful = is_doubtful || (most == 0 && may_be_wrong);
        Some(chosen)
    }

    /// What the numbers are of by a hypothesis, each with its token.
    fn placed(&self, of: &Hypothesis, end: usize, texts: &mut Body) -> Vec<(usize, Stated)> {
        let to = end.min(of.body + WINDOW);
        let parse = texts.parse((of.body, to), &of.pattern.wants, &of.pattern.parts);
        let mut found = Vec::new();
        for &(offset, this) in &parse.moves {
            if this != Move::Row {
                continue;
            }
            for (place, path) in of.pattern.paths.iter().enumerate() {
                let Some(path) = path.and_then(|path| of.arrangement.columns.get(path)) else {
                    continue;
                };
                let at = of.body + offset + place;
                if self.class(at) == Some(Class::Number) {
                    let facts = &path.facts;
                    found.push((at, (facts.period, facts.role, facts.flow)));
                }
            }
        }
        found
    }

    /// Whether the headers or the labels promise sums.
    fn may_prove(&self, near: &[Hypothesis], end: usize) -> bool {
        let promises = |hypothesis: &Hypothesis| {
            hypothesis.arrangement.columns.iter().any(|path| {
                path.facts.flow == Some(FlowWord::Balance)
                    || path.facts.role == Some(Role::Difference)
            })
        };
        let from = near.iter().map(|hypothesis| hypothesis.body).min().unwrap_or(end);
        let is_total = |at: usize| {
            self.tokens.get(at).and_then(|token| self.lines.get(token.first)).is_some_and(|line| {
                self.is_words(at) && arithmetic::is_total(self.vocabulary, &line.text)
            })
        };
        near.iter().any(promises) || (from..end).any(is_total)
    }

    /// What rows that lost empty cells cost too much below headers of what changed within a year: most reserves have few of the changes, and
    /// their sums place what is left. *Beginsaldo*, *Storting*, *Onttrekking*, *Eindsaldo*.
    fn of_short_rows(&self, start: usize, way: &Way, pattern: &Pattern, parse: &Parse) -> f64 {
        /// Two balances, and two changes between them.
        const MIN_COLUMNS: usize = 4;
        const MIN_ROWS: usize = 2;
        /// What a row costs beside the headers of other tables, in tenths, and what is left of it.
        const OF_ROW: usize = 20;
        const LEFT: usize = 5;
        let figures = pattern.wants.iter().filter(|want| **want == Want::Figure).count();
        let are_figures = pattern
            .wants
            .iter()
            .all(|want| matches!(want, Want::Figure | Want::Either | Want::Label | Want::Code));
        let n = way.arrangement.columns.len();
        if parse.odd == 0
            || parse.rows < MIN_ROWS
            || n < MIN_COLUMNS
            || figures < 2
            || !are_figures
            || way.arrangement.how != How::Flat
        {
            return 0.0;
        }
        let end = |path: &Path| {
            let at = start + path.items.first()?;
            end_of_year(self.vocabulary.pack(), self.text(at).split_whitespace())
        };
        let mut ends = way.arrangement.columns.iter().map(end);
        let opens = ends.next() == Some(Some(EndOfYear::Opening));
        if !opens || !ends.skip(1).any(|end| end == Some(EndOfYear::Closing)) {
            return 0.0;
        }
        let short = parse.moves.iter().filter_map(|(_, this)| match this {
            Move::Odd(numbers) | Move::OddWithCode(numbers) if (2..n).contains(numbers) => {
                Some(OF_ROW + numbers - LEFT)
            }
            _ => None,
        });
        let tenths: usize = short.sum();
        f64::from(u32::try_from(tenths).unwrap_or(0)) / 10.0
    }

    /// How much a hypothesis leaves unexplained.
    #[expect(clippy::too_many_lines, reason = "one thing after another that may be unlikely")]
    #[expect(clippy::too_many_arguments, reason = "all that a hypothesis consists of")]
    fn cost(
        &mut self,
        way: &Way,
        headers: &[Rc<Facts>],
        parse: &Parse,
        above: f64,
        (head, head_end): (usize, usize),
        has_corner: bool,
        pattern: &Pattern,
        is_turned: bool,
    ) -> f64 {
        let arrangement = &way.arrangement;
        let mut cost = cost_of_rows(parse);
        // Words below the last row may be its last cell: *Wegen*, `13.284`, *Reserve wegen* below *Oorzaak*, *Verschil*, *Dekking*.
        let is_of_words = |(_, this): &&(usize, Move)| *this == Move::Words;
        let left = parse.moves.iter().rev().take_while(is_of_words).take(MAX_LEFT).count();
        cost += LEFT * f64::from(u32::try_from(left).unwrap_or(0));
        let beside = beside_dated(&arrangement.columns, headers);
        for (at, path) in arrangement.columns.iter().enumerate() {
            let is_unknown = path.facts.content.is_none() && !path.facts.is_placing();
            if is_unknown && !beside.contains(&at) {
                cost += if is_turned { 0.2 } else { 1.2 };
            }
            if path.is_open {
                cost += 0.5;
            }
            // *Absoluut verzuim*, *2016* is the first row rather than a header.
            let is_dated = path.facts.period.is_some()
                && path.facts.role.is_none()
                && path.facts.flow.is_none()
                && path.facts.rest > 0;
            if arrangement.how == How::Merged && is_dated {
                cost += 1.5;
            }
            // *Sociale woningvoorraad in 2020* behind *2014*, *2015*, *2016* is the label of rows.
            let is_label = |facts: &Rc<Facts>| {
                facts.period.is_some() && facts.role.is_none() && facts.rest > 1
            };
            let is_bare = |path: &&Path| {
                path.items
                    .last()
                    .and_then(|&of| headers.get(of))
                    .is_some_and(|of| of.is_bare_period())
            };
            if path.items.last().and_then(|&of| headers.get(of)).is_some_and(is_label)
                && arrangement.columns.iter().filter(is_bare).count() > 1
            {
                cost += 1.5;
            }
            if path.facts.rest == u8::MAX && !is_turned {
                cost += 3.0;
            }
            if path.facts.is_torn {
                cost += 4.0;
            }
            // *Watersysteembeheer* that is the label of a row further on is that of a group above the first, and no header.
            let only = match path.items.as_slice() {
                [only] if is_unknown && !is_turned => Some(head_end - headers.len() + only),
                _ => None,
            };
            if only.is_some_and(|at| self.is_label_below(at, head_end)) {
                cost += 3.0;
            }
        }
        // Words that follow the last header are the label of the first row, if as a header they would describe the last column alone:
        // *2021*, *2022*, *2023*, *Formatie (fte)*.
        let says_more = headers.last().is_some_and(|last| {
            // *Formatie* may be above figures, and says nothing of when or what they are.
            let is_name = matches!(last.content, Some(ColumnKind::Label | ColumnKind::Value));
            let says_nothing = last.period.is_none() && last.flow.is_none();
            says_nothing && (is_name || last.role.is_none() && last.rest > 0)
        });
        let is_longer = arrangement.columns.split_last().is_some_and(|(last, others)| {
            let is_of_last = last.items.contains(&(headers.len().wrapping_sub(1)));
            is_of_last
                && !others.is_empty()
                && others.iter().all(|path| path.items.len() < last.items.len())
        });
        if says_more && is_longer && !is_turned {
            cost += 3.0;
        }
        // The rest of the header of the labels stands between two rows of them.
        let unused = way.unused(headers.len());
        let is_used = |at: usize| arrangement.columns.iter().any(|path| path.items.contains(&at));
        let is_rest = |at: usize| {
            let facts = headers.get(at).filter(|facts| !facts.is_placing() && facts.rest > 0);
            facts.is_some_and(|facts| facts.content.is_none() || is_label_head(facts))
        };
        let is_code = |at: usize| {
            let content = headers.get(at).and_then(|facts| facts.content);
            matches!(content, Some(ColumnKind::Code | ColumnKind::Number))
        };
        let codes = (0..headers.len()).filter(|&at| !is_used(at) && is_code(at)).count();
        let is_of_labels = unused == 1 || unused == 2 && codes == 1;
        let is_between = is_of_labels
            && arrangement.how == How::Levels
            && is_used(0)
            && is_used(headers.len() - 1)
            && (0..headers.len()).any(|at| !is_used(at) && is_rest(at));
        // *Art.* and *Omschrijving* stand above codes and labels, neither of which is a column of the headers.
        let is_coded = has_corner && matches!(pattern.wants.first(), Some(Want::Code));
        let names_labels = is_coded
            && !is_used(0)
            && headers.first().is_some_and(|facts| is_label_head(facts) && facts.rest == 0);
        let unused = unused - usize::from(names_labels && unused > 0);
        cost += if is_between { 0.4 } else { f64::from(u32::try_from(unused).unwrap_or(99)) };
        for (at, facts) in (head_end - headers.len()..).zip(headers) {
            // A header is short, unless it says what its figures are and when: *Begroting 2020 kosten klein en groot onderhoud*.
            let is_day = facts.period.is_some_and(Period::is_day);
            let states = is_day || facts.period.is_some() && facts.role.is_some();
            if facts.rest > 0 && !is_turned && !states && self.length(at) > 40 {
                cost += 2.0;
            }
        }
        cost += way.cost();
        // The header of the labels is no other column.
        let label = pattern.wants.iter().position(|want| *want == Want::Label);
        let used = pattern.wants.iter().zip(&pattern.paths).enumerate();
        let labels = used.filter(|(place, (want, path))| {
            // *Programma* in front of *Omschrijving* is wider.
            let may_be_wider = label.is_some_and(|label| *place < label);
            let facts = path.and_then(|at| arrangement.columns.get(at)).map(|path| &path.facts);
            **want != Want::Label
                && facts.is_some_and(|facts| {
                    is_label_head(facts)
                        && !(may_be_wider && facts.content == Some(ColumnKind::Group))
                })
        });
        cost += 1.0 * f64::from(u32::try_from(labels.count()).unwrap_or(99));
        if pattern.wants.last() == Some(&Want::Label) {
            cost += 2.5;
            // A sentence below numbers is no label behind them.
            let rows = parse.moves.iter().filter(|(_, this)| *this == Move::Row);
            let mut labels = rows.map(|(at, _)| head_end + at + pattern.wants.len() - 1);
            if labels.any(|label| is_sentence(&self.text(label))) {
                cost += 10.0;
            }
        }
        // A sentence says what the row above it is about, where other rows have a name.
        if let Some(label) = label.filter(|_| pattern.wants.last() != Some(&Want::Label)) {
            let rows = || parse.moves.iter().filter(|(_, this)| *this == Move::Row);
            let is_text = |at: usize| is_sentence(&self.text(head_end + at + label));
            let texts = rows().filter(|(at, _)| is_text(*at)).take(MAX_TEXTS).count();
            if texts < rows().count() {
                cost += TEXT * f64::from(u32::try_from(texts).unwrap_or(0));
            }
        }
        // Words at the end of some rows below a header that isn't known are labels of groups: *Gebouwd:*, *Zuiveringsbeheer*.
        let is_unknown = |path: &Path| path.facts.content.is_none() && !path.facts.is_placing();
        let ends_unknown = pattern.wants.last() == Some(&Want::Either)
            && arrangement.columns.last().is_some_and(is_unknown);
        if ends_unknown && !is_turned {
            let rows = || parse.moves.iter().filter(|(_, this)| *this == Move::Row);
            let last = |at: usize| head_end + at + pattern.wants.len() - 1;
            let words = rows().filter(|(at, _)| self.is_words(last(*at))).count();
            let is_front = |(_, this): &&(usize, Move)| matches!(this, Move::Front(_));
            let others = rows().count() - words + parse.moves.iter().filter(is_front).count();
            // A column of words has one in each row.
            if words > 1 && others > 1 {
                cost += OF_GROUPS;
            }
        }
        if pattern.wants.first() == Some(&Want::Code) {
            cost += 0.3;
        }
        cost += above;
        if has_corner && !is_label_head(&self.facts(head)) {
            cost += 0.2;
        }
        // *2021* that comes again in the rows is the cell of a column of years, and no header.
        let has_year = |at: &usize| self.class(*at) == Some(Class::Year);
        let is_only = head < head_end && (head..head_end).find(has_year) == Some(head_end - 1);
        if is_only && self.comes_again(head_end - 1, head_end) {
            cost += 3.0;
        }
        // A year right after years is one of them, and no code of the first row.
        let is_year = |at: Option<usize>| at.is_some_and(|at| self.class(at) == Some(Class::Year));
        if is_year(Some(head_end)) && is_year(head_end.checked_sub(1)) {
            cost += 3.0;
        }
        // A header that says what its column holds is no label of the first row.
        let first = parse.moves.first().map_or(0, |(at, _)| *at);
        let begins = head_end + first;
        if self.class(begins) == Some(Class::Header) {
            let facts = self.facts(begins);
            let says = facts.content.is_some() && !is_label_head(&facts) && !facts.is_placing();
            // *Ontvangsten* right behind *Uitgaven* is a header as that is.
            let is_flow = |facts: &Facts| {
                facts.flow.is_some()
                    && facts.rest == 0
                    && facts.role.is_none()
                    && facts.period.is_none()
            };
            let follows = is_flow(&facts) && headers.last().is_some_and(|last| is_flow(last));
            if says || follows {
                cost += 2.0;
            }
        }
        // *Realisatie 2019* states both, and is no part of the first row.
        for at in begins..begins + pattern.wants.len() {
            if matches!(self.class(at), Some(Class::Header | Class::Dated)) {
                let facts = self.facts(at);
                let states = facts.role.is_some() || facts.flow.is_some();
                cost += if facts.rest == 0 && states && facts.period.is_some() { 2.0 } else { 0.0 };
            }
        }
        cost - gain_of_rows(parse)
    }

    /// How long the lines of a text are together.
    fn length(&self, at: usize) -> usize {
        let lines = self.tokens.get(at).and_then(|token| self.lines.get(token.first..=token.last));
        lines.unwrap_or_default().iter().map(|line| line.text.len()).sum()
    }

    /// Whether a text is a sentence, and too long for a header.
    pub(super) fn is_long_sentence(&self, at: usize) -> bool {
        const MAX_LEN: usize = 120;
        self.tokens.get(at).is_some_and(|token| {
            let lines = self.lines.get(token.first..=token.last).unwrap_or_default();
            let length: usize = lines.iter().map(|line| line.text.len() + 1).sum();
            let is_left_out =
                |line: &RawLine<'_>| line.text.starts_with('[') && is_sentence(&line.text);
            length > MAX_LEN && lines.last().is_some_and(|line| is_sentence(&line.text))
                || lines.last().is_some_and(is_left_out)
        })
    }

    /// Whether a text is a title that ends with the scale of the table: *Budgettaire gevolgen van beleid artikel 17 (x € 1.000)*.
    /// The header of a column has fewer words.
    fn is_caption(&mut self, at: usize) -> bool {
        const MIN_WORDS: usize = 8;
        let is_of_words =
            matches!(self.class(at), Some(Class::Words | Class::Mixed | Class::Header));
        is_of_words && {
            let text = self.text(at);
            let pack = self.vocabulary.pack();
            // *Tabel 6 Uitgaven beleidsartikel 1 (bedragen x € 1.000)*
            if text.ends_with(')')
                && shapes::is_caption_or_source(pack, &text)
                && label::may_state_scale(pack, &text)
            {
                return true;
            }
            // A long title is looked at as no header, but for the scale at its end.
            let inside = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
            let states =
                inside.is_some_and(|(_, inside)| label::scale_alone(pack, inside).is_some());
            inside.is_some()
                && text.split_whitespace().nth(MIN_WORDS - 1).is_some()
                && (states || label::may_state_scale(pack, &text) && self.facts(at).unit.is_some())
                && !self.facts(at).is_placing()
        }
    }

    /// Whether a text holds numbers of its own, as a row on one line does, and is no header: *Rentals 5,288 3,167 5% increase*.
    fn holds_amounts(&self, at: usize) -> bool {
        const MIN: usize = 2;
        let is_of_words =
            matches!(self.class(at), Some(Class::Words | Class::Mixed | Class::Header));
        is_of_words && self.has_digit(at) && {
            let text = self.text(at);
            // *Jongeren van 12 tot 23 jaar* is a header.
            let is_amount = |word: &&str| {
                has_digit(word)
                    && word.contains(['.', ',', '%'])
                    && cell::is_bare(word)
                    && dates::period(self.vocabulary.pack(), word).is_none()
            };
            text.split_whitespace().filter(is_amount).nth(MIN - 1).is_some()
                && !shapes::is_class_of_size(self.vocabulary.pack(), &text)
        }
    }

    /// Whether a year stands several times among the texts of a body.
    fn comes_again(&self, at: usize, body: usize) -> bool {
        const MIN: usize = 2;
        if self.class(at) != Some(Class::Year) {
            return false;
        }
        let text = self.text(at);
        let to = self.tokens.len().min(body + WINDOW);
        let again = (body..to)
            .filter(|&other| self.class(other) == Some(Class::Year) && self.text(other) == text);
        again.take(MIN).count() == MIN
    }

    /// Whether some words come again among the texts of a body, right in front of a number.
    fn is_label_below(&self, at: usize, body: usize) -> bool {
        let text = self.text(at);
        let to = self.tokens.len().min(body + WINDOW);
        self.is_words(at)
            && (body..to).any(|other| {
                self.is_words(other)
                    && self.class(other + 1) == Some(Class::Number)
                    && self.text(other) == text
            })
    }

    /// Whether a year stands right before the next one.
    fn goes_on_by_year(&mut self, at: usize) -> bool {
        if self.class(at) != Some(Class::Year) || self.class(at + 1) != Some(Class::Year) {
            return false;
        }
        let year = |facts: &Facts| facts.period.and_then(Period::as_year);
        let (one, next) = (year(&self.facts(at)), year(&self.facts(at + 1)));
        one.zip(next).is_some_and(|(one, next)| one + 1 == next)
    }

    /// What headers cost that are left over right above those of a table.
    fn cost_above(&mut self, head: usize, floor: usize) -> f64 {
        let mut cost = 0.0;
        let mut above = head;
        while above > floor {
            let before = above - 1;
            let is_strong = match self.class(before) {
                Some(Class::Year | Class::Dated) => true,
                Some(Class::Words | Class::Mixed) => {
                    let facts = self.facts(before);
                    // *Overzicht van baten en lasten* is a title.
                    let is_of_flows =
                        facts.role.is_none() && facts.period.is_none() && facts.rest > 0;
                    facts.is_placing() && facts.rest <= 2 && !is_of_flows
                }
                Some(Class::Header) => {
                    self.facts(before).is_placing() || self.facts(before).content.is_some()
                }
                _ => false,
            };
            if !is_strong {
                // *Realisatie*, *raming*, the rest of the header of the labels, *2017*, *2018*.
                let is_role = |facts: &Facts| {
                    facts.role.is_some() && facts.period.is_none() && facts.rest == 0
                };
                let are_roles = above == head
                    && self.class(before) == Some(Class::Words)
                    && before.checked_sub(2).is_some_and(|first| {
                        first >= floor && (first..before).all(|at| is_role(&self.facts(at)))
                    });
                cost += if are_roles { 2.0 } else { 0.0 };
                break;
            }
            // The title of a table may be the word above its labels: *Indicatoren*.
            let is_title = is_label_head(&self.facts(before))
                || self
                    .heads
                    .binary_search(&self.tokens.get(before).map_or(0, |token| token.first))
                    .is_ok();
            // *2014* is left over above *2015*, *2016*: a row of years isn't begun in its middle.
            let is_of_years = above == head && self.goes_on_by_year(before);
            // *Rekening* is left over above *Begroting*, and is the header of a column as well.
            let is_beside = above == head && !is_title && {
                let (own, first) = (self.facts(before), self.facts(head));
                // *Doel* may be above the labels.
                let is_role = |facts: &Facts| {
                    facts.role.is_some() && facts.rest == 0 && facts.others.is_empty()
                };
                is_role(&own) && is_role(&first) && own.role != first.role
            };
            cost += if is_title { 0.5 } else { 3.0 };
            cost += if is_of_years || is_beside { 6.0 } else { 0.0 };
            above = before;
        }
        cost
    }
}

/// Whether words that aren't known are the header of the first of several columns, and all others are known: they may be the
/// title of the table, and each number that of the column before it.
fn begins_with_title(arrangement: &Arrangement) -> bool {
    const MIN: usize = 3;
    let Some((first, others)) = arrangement.columns.split_first() else { return false };
    first.facts.content.is_none()
        && !first.facts.is_placing()
        && first.facts.rest > 0
        && others.len() >= MIN
        && others.iter().all(|path| path.facts.is_placing() && path.facts.rest == 0)
}

/// What words cost that stand above columns in front of years, where most rows have a number for each year and no more: these are
/// titles. *De Koning*, *2018*, *2019*, *2020* above rows of three numbers.
fn of_titles(arrangement: &Arrangement, lengths: &[usize]) -> f64 {
    const MIN_YEARS: usize = 3;
    const OF_TITLE: f64 = 4.0;
    let columns = &arrangement.columns;
    let is_unknown = |path: &&Path| path.facts.content.is_none() && !path.facts.is_placing();
    let titles = columns.iter().take_while(is_unknown).count();
    let mut years = columns.iter().skip(titles);
    let count = years.len();
    let are_years = count >= MIN_YEARS && years.all(|path| path.facts.is_bare_period());
    if titles == 0 || !are_years || lengths.first() != Some(&count) {
        return 0.0;
    }
    OF_TITLE * f64::from(u32::try_from(titles).unwrap_or(9))
}

/// The first token at which a body may begin.
fn first_body(floor: usize, figure: usize) -> usize {
    figure.saturating_sub(MAX_BEFORE).max(floor)
}

/// What the rows of a hypothesis cost that don't fit.
/// The columns without a fact that come again, each right behind one with a time: *2016 totaal*, *Per inwoner*, *2017 totaal*, *Per
/// inwoner*.
fn beside_dated(columns: &[Path], headers: &[Rc<Facts>]) -> Vec<usize> {
    let header = |at: usize| headers.get(*columns.get(at)?.items.first()?);
    // Without the mark of a footnote on one of them.
    let bare = |at: usize| header(at).map(|facts| Facts { marks: Vec::new(), ..(**facts).clone() });
    let is_dated = |at: usize| columns.get(at).is_some_and(|path| path.facts.period.is_some());
    let is_beside = |at: &usize| {
        columns.get(*at).is_some_and(|path| !path.facts.is_placing())
            && at.checked_sub(1).is_some_and(is_dated)
            && header(*at).is_some_and(|facts| facts.unit.is_some() || facts.rest > 0)
    };
    let found: Vec<usize> = (0..columns.len()).filter(is_beside).collect();
    let dated = (0..columns.len()).filter(|at| is_dated(*at)).count();
    let are_alike = found.iter().all(|&at| bare(at) == found.first().and_then(|&of| bare(of)));
    if found.len() > 1 && found.len() == dated && are_alike { found } else { Vec::new() }
}

fn cost_of_rows(parse: &Parse) -> f64 {
    f64::from(parse.cost_within) / 10.0
}

/// What rows that fit speak for a hypothesis.
fn gain_of_rows(parse: &Parse) -> f64 {
    0.3 * f64::from(u32::try_from(parse.rows.min(8)).unwrap_or(8))
}

/// What a hypothesis costs at least, whatever its headers are: these only add to it.
fn least_cost(parse: &Parse) -> f64 {
    cost_of_rows(parse) - gain_of_rows(parse)
}

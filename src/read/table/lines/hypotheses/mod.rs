//! Makes the hypotheses about a table: where its body begins, where its headers do, how many columns they make, and what a row
//! looks like.
//!
//! `cost` says what each leaves unexplained, `rows` what its rows cost or gain and `above` what headers cost that are left over; `choose`
//! takes the cheapest, or one near it that arithmetic proves.

mod above;
mod choose;
mod cost;
mod no_headers;
mod rows;

use std::rc::Rc;

use crate::leaves::period::Period;
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::questions::table_title;
use crate::read::table::body::{Move, Parse, Want};
use crate::read::table::lines::patterns::{Begins, Hypothesis, Pattern, counts, run_lengths};
use crate::read::table::lines::segment::{Body, Segment, is_label_head};
use crate::words::has_digit;
use rows::{least_cost, of_titles};

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

/// The texts of the body by which hypotheses are compared.
pub(super) const WINDOW: usize = 240;

impl Segment<'_, '_> {
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
                // *2021/22*, *£000*
                let is_unit = facts.rest == 0 && facts.unit.is_some() && !facts.is_placing();
                let above = before.checked_sub(1).filter(|_| is_unit).map(|at| self.facts(at));
                let facts = above.unwrap_or(facts);
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
            // A sign of shares behind headers is one of them.
            if self.class(body) == Some(Class::Header) && self.text(body) == "%" {
                continue;
            }
            // A header of two lines is no label.
            if (body..figure).any(|at| self.tokens.get(at).is_some_and(|of| of.above.is_some())) {
                continue;
            }
            // Neither are two days, one after the other.
            let is_day =
                |facts: &Facts| facts.is_bare_period() && facts.period.is_some_and(Period::is_day);
            let days = (body..figure).filter(|&at| is_day(&self.facts(at))).count();
            if days > 1 {
                continue;
            }
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
                    // So are words that name no labels themselves.
                    if has_corner
                        && is_label_head(&next)
                        && (first.content.is_none()
                            || table_title(self.vocabulary, &self.text(head)).is_some())
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

    /// Whether a year stands right before the next one.
    fn goes_on_by_year(&mut self, at: usize) -> bool {
        if self.class(at) != Some(Class::Year) || self.class(at + 1) != Some(Class::Year) {
            return false;
        }
        let year = |facts: &Facts| facts.period.and_then(Period::as_year);
        let (one, next) = (year(&self.facts(at)), year(&self.facts(at + 1)));
        one.zip(next).is_some_and(|(one, next)| one + 1 == next)
    }
}

/// The first token at which a body may begin.
fn first_body(floor: usize, figure: usize) -> usize {
    figure.saturating_sub(MAX_BEFORE).max(floor)
}

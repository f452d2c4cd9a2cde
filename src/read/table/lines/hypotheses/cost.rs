//! How much a hypothesis leaves unexplained, in its headers and its labels.

use std::rc::Rc;

use super::WINDOW;
use super::rows::{cost_of_rows, gain_of_rows};
use crate::leaves::period::Period;
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::marks;
use crate::read::shapes::is_sentence;
use crate::read::table::arrange::{How, Path};
use crate::read::table::body::{Move, Parse, Want};
use crate::read::table::lines::patterns::Pattern;
use crate::read::table::lines::segment::{Segment, is_label_head};
use crate::read::table::lines::ways::Way;

/// What a label that is a sentence costs, and of how many it is counted: two of them are less likely than a row of two figures that
/// goes on without a label.
const TEXT: f64 = 2.5;
const MAX_TEXTS: usize = 6;

/// What each text costs that is left below the last row, and how many of them count. What stands below a table is left by all hypotheses
/// about it, so that the cost tells those apart of which one takes it for a cell.
const LEFT: f64 = 2.0;
const MAX_LEFT: usize = 1;

/// What a column costs of which nobody knows which of the outer headers are above it, and all of them: for many columns as for a few it is
/// one thing that isn't known, how far the outer headers reach.
const OPEN: f64 = 0.5;
const MAX_OPEN: f64 = 1.5;

/// What a column of words costs whose header isn't known and that ends the rows.
const OF_GROUPS: f64 = 3.0;

/// What a book year in the place of a figure costs: as much as a row that doesn't fit.
const BOOK_YEAR: f64 = 3.0;

impl Segment<'_, '_> {
    /// Whether a book year stands in the place of a figure of the first row: *2021/22* is no number, and a header that was left.
    fn begins_with_book_year(&self, parse: &Parse, pattern: &Pattern, body: usize) -> bool {
        let is_row = parse.moves.first().is_some_and(|(_, this)| *this == Move::Row);
        let mut wants = pattern.wants.iter().enumerate();
        is_row
            && wants.any(|(place, want)| {
                *want == Want::Figure
                    && self.class(body + place) == Some(Class::Year)
                    && self.text(body + place).contains('/')
            })
    }

    /// How much a hypothesis leaves unexplained.
    #[expect(clippy::too_many_lines, reason = "one thing after another that may be unlikely")]
    #[expect(clippy::too_many_arguments, reason = "all that a hypothesis consists of")]
    pub(super) fn cost(
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
        if self.begins_with_book_year(parse, pattern, head_end) {
            cost += BOOK_YEAR;
        }
        let mut torn: Vec<usize> = Vec::new();
        let open = arrangement.columns.iter().filter(|path| path.is_open).count();
        cost += (OPEN * f64::from(u32::try_from(open).unwrap_or(u32::MAX))).min(MAX_OPEN);
        let beside = beside_dated(&arrangement.columns, headers);
        for (at, path) in arrangement.columns.iter().enumerate() {
            let is_unknown = path.facts.content.is_none() && !path.facts.is_placing();
            if is_unknown && !beside.contains(&at) {
                cost += if is_turned { 0.2 } else { 1.2 };
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
            // *Streefwaarden / prognose* above three columns is torn once.
            let own = path.items.iter().find(|&&of| headers.get(of).is_some_and(|of| of.is_torn));
            if path.facts.is_torn && own.is_none_or(|own| !torn.contains(own)) {
                cost += 4.0;
                torn.extend(own);
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
        // *Per inwoner\** right below *2016*, *Per inwoner*, *2017* is the last of them, and no group.
        let is_group = parse.moves.first().is_some_and(|(_, this)| *this != Move::Row);
        if is_group && self.is_header_again(head_end, head_end - headers.len()) {
            cost += 3.0;
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

    /// Whether a text is one of the headers right in front of it, but for the mark of a footnote.
    fn is_header_again(&self, at: usize, head: usize) -> bool {
        let text = self.text(at);
        let bare = marks::without(&text);
        self.is_words(at) && (head..at).any(|of| marks::without(&self.text(of)) == bare)
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
}

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

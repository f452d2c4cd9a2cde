//! What a row looks like for an arrangement of the headers.

use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::table::arrange::{Arrangement, How, Path};
use crate::read::table::body::Want;
use std::rc::Rc;

/// What a row looks like, with the column of the headers at each place; `None` for a column without a
/// header.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub(super) wants: Vec<Want>,
    pub(super) paths: Vec<Option<usize>>,
    /// Its parts that may stand alone below it.
    pub(super) parts: Vec<(usize, usize)>,
}

impl Pattern {
    /// `stated` are the columns of figures whose headers say what the figures are and when: no cell of theirs does.
    fn new(wants: Vec<Want>, paths: Vec<Option<usize>>, stated: &[usize]) -> Self {
        let parts = parts(&wants, &paths, stated);
        Pattern { wants, paths, parts }
    }
}

/// The parts of a row that may stand alone below it, where cells were merged over two rows: from a
/// year or a text on, up to the last figure.
fn parts(wants: &[Want], paths: &[Option<usize>], stated: &[usize]) -> Vec<(usize, usize)> {
    let is_figure = |at: &usize| matches!(wants.get(*at), Some(Want::Figure | Want::Either));
    let label = wants.iter().position(|want| *want == Want::Label).unwrap_or(0);
    let Some(last) = (label + 1..wants.len()).rev().find(is_figure) else {
        return Vec::new();
    };
    // Up to the last figure, or up to one before a text that both rows share.
    let ends = (label + 2..=last).filter(|end| is_figure(end)).map(|end| end + 1);
    let ends: Vec<usize> = ends.rev().take(4).collect();
    // `16,92`, `2016`: the year stands right behind what it is of.
    let behind = (wants.get(last + 1) == Some(&Want::Period) && last > label + 1)
        .then_some((last, last + 2));
    let before = (label + 1..last)
        .flat_map(|from| ends.iter().map(move |&until| (from, until)))
        // *Baten* below *Wegen*, *Lasten*, and `2020` below *Banen*, `2021`: what it is or when stands right after the label.
        .filter(|(from, until)| {
            let is_beside = *from == label + 1;
            let says_which = matches!(wants.get(*from), Some(Want::Text | Want::Period));
            *until >= from + 2 && (!is_beside || says_which)
        })
        .filter(|(from, _)| {
            let path = paths.get(*from).copied().flatten();
            path.is_none_or(|path| !stated.contains(&path))
        });
    before.chain(behind).collect()
}

/// A way to read a table.
pub(super) struct Hypothesis {
    /// The tokens of the headers, and the first of the body.
    pub(super) head: usize,
    pub(super) body: usize,
    pub(super) has_corner: bool,
    pub(super) arrangement: Rc<Arrangement>,
    pub(super) pattern: Rc<Pattern>,
    pub(super) cost: f64,
    /// Whether another one comes near that places some number elsewhere.
    pub(super) is_doubtful: bool,
}

impl Hypothesis {
    /// Whether it gives each text the same meaning as another.
    pub(super) fn is_like(&self, other: &Hypothesis) -> bool {
        let says = |of: &Hypothesis, path: Option<usize>| {
            let facts = &of.arrangement.columns.get(path?)?.facts;
            Some((facts.period, facts.role, facts.flow, facts.content))
        };
        let paths = || self.pattern.paths.iter().zip(&other.pattern.paths);
        self.body == other.body
            && self.pattern.wants == other.pattern.wants
            && paths().all(|(&one, &of)| says(self, one) == says(other, of))
    }
}

/// What a number is of: when, what it is, and what flows.
pub(super) type Stated = (Option<Period>, Option<Role>, Option<FlowWord>);

/// How the first row may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way to begin")]
pub(super) struct Begins {
    pub(super) code: bool,
    pub(super) label: bool,
    pub(super) figure: bool,
    /// With a year or a role, and a figure right after it.
    pub(super) stated: bool,
}

/// What a row may look like for an arrangement of the headers.
pub(super) fn patterns(
    arrangement: &Arrangement,
    begins: Begins,
    has_corner: bool,
) -> Vec<Pattern> {
    let columns: Vec<Want> = arrangement.columns.iter().map(want_of).collect();
    let mut found = patterns_of(arrangement, &columns, begins, has_corner);
    if let Some(columns) = with_inner_figures(arrangement, columns, has_corner) {
        found.extend(patterns_of(arrangement, &columns, begins, has_corner));
    }
    found
}

/// What stands in columns where words for labels are headers of figures as well: *Heffing* above the labels, and *Heffing* behind *Overige
/// inkomsten* for what these bring in. `None` if no such word stands between figures.
fn with_inner_figures(
    arrangement: &Arrangement,
    mut columns: Vec<Want>,
    has_corner: bool,
) -> Option<Vec<Want>> {
    let is_figure = |at: usize| columns.get(at) == Some(&Want::Figure);
    let is_label = |at: usize| {
        let path = arrangement.columns.get(at);
        path.is_some_and(|path| path.facts.content == Some(ColumnKind::Label))
    };
    // One column of figures in front may be a title with a year.
    let are_figures = |at: usize| at > 1 && is_figure(at - 2) && is_figure(at - 1);
    let inner: Vec<usize> = (1..columns.len().saturating_sub(1))
        .filter(|&at| is_label(at) && is_figure(at - 1) && is_figure(at + 1))
        .filter(|&at| has_corner && are_figures(at) || (0..at).any(is_label))
        .collect();
    if inner.is_empty() {
        return None;
    }
    for at in inner {
        if let Some(want) = columns.get_mut(at) {
            *want = Want::Figure;
        }
    }
    Some(columns)
}

fn patterns_of(
    arrangement: &Arrangement,
    columns: &[Want],
    begins: Begins,
    has_corner: bool,
) -> Vec<Pattern> {
    if !columns.iter().any(|want| matches!(want, Want::Figure | Want::Either)) {
        return Vec::new();
    }
    let stated: Vec<usize> = (0..columns.len())
        .filter(|&at| {
            let facts = arrangement.columns.get(at).map(|path| &path.facts);
            facts.is_some_and(|facts| facts.role.is_some() && facts.period.is_some())
        })
        .collect();
    let plain: Vec<Option<usize>> = (0..columns.len()).map(Some).collect();
    let mut found = Vec::new();
    // The header of the labels stands among the others: *Jaar*, *Indicator*, *Waarde*.
    let kind = |at: usize| arrangement.columns.get(at).and_then(|path| path.facts.content);
    // Of several before the figures the last: it is the narrowest.
    let front = columns.iter().position(|want| *want == Want::Figure).unwrap_or(columns.len());
    // *Omschrijving*, *Eenheid*, *Indicator*, *Bron*: what stands behind a unit or a source says more of the row.
    let is_of_names = |at: &usize| {
        use ColumnKind::{Code, Group, Label, Number};
        matches!(kind(*at), Some(Label | Group | Code | Number))
    };
    let first = (0..front).find(|&at| kind(at) == Some(ColumnKind::Label)).unwrap_or(front);
    let names = (first..front).take_while(is_of_names);
    let label = names
        .filter(|&at| kind(at) == Some(ColumnKind::Label))
        .last()
        .or_else(|| (front..columns.len()).find(|&at| kind(at) == Some(ColumnKind::Label)))
        .or_else(|| (0..columns.len()).find(|&at| kind(at) == Some(ColumnKind::Group)));
    if let Some(label) = label.filter(|_| !has_corner) {
        let before = columns.get(..label).unwrap_or_default();
        // *2020/21*, *Service*, *2021/22*: figures stand on both sides of the labels.
        let others = (0..columns.len()).filter(|&at| at != label);
        let is_between = begins.figure
            && label * 2 + 1 == columns.len()
            && are_bare_periods(arrangement, columns, others);
        if !before.contains(&Want::Figure) || is_between {
            let mut wants = columns.to_vec();
            if let Some(want) = wants.get_mut(label) {
                *want = Want::Label;
            }
            found.push(Pattern::new(wants, plain.clone(), &stated));
            if label == 0 && begins.code {
                let wants = std::iter::once(Want::Code)
                    .chain(found.last().map(|last| last.wants.clone()).unwrap_or_default())
                    .collect();
                let paths = std::iter::once(None).chain(plain.iter().copied()).collect();
                found.push(Pattern::new(wants, paths, &stated));
            }
        }
        return found;
    }
    let front = |wants: &[Want], from: usize| {
        let paths = wants.iter().map(|_| None).chain(plain.iter().copied().skip(from)).collect();
        let wants = wants.iter().copied().chain(columns.iter().copied().skip(from)).collect();
        Pattern::new(wants, paths, &stated)
    };
    // The headers say what is measured, and the labels when.
    let of_words = arrangement.columns.iter().filter(|path| path.facts.rest > 0).count();
    // *Resultaat* among other words is measured as well.
    let is_word =
        |facts: &Facts| facts.is_of_two_meanings() && of_words * 2 >= arrangement.columns.len();
    let says_when = |at: usize| {
        arrangement.columns.get(at).is_some_and(|path| {
            let says = path.facts.role.is_some()
                || path.facts.period.is_some()
                || (path.facts.flow.is_some() && path.facts.rest == 0);
            says && !is_word(&path.facts)
        })
    };
    if begins.stated && arrangement.how == How::Flat && !(0..columns.len()).any(says_when) {
        let figures = vec![Want::Figure; columns.len()];
        let wants = std::iter::once(Want::StatedLabel).chain(figures).collect();
        let paths = std::iter::once(None).chain(plain.iter().copied()).collect();
        found.push(Pattern::new(wants, paths, &stated));
    }
    // A number before the first label belongs to no row.
    if begins.label || begins.figure {
        found.push(front(&[Want::Label], 0));
    }
    if begins.code {
        // A header *Nr.* in front is the column of the codes itself.
        let from = usize::from(columns.first() == Some(&Want::Code));
        found.push(front(&[Want::Code, Want::Label], from));
    }
    if begins.figure && !has_corner {
        found.extend(between(arrangement, columns, &stated));
    }
    if begins.figure && columns.len() > 1 {
        let wants = columns.iter().copied().chain(std::iter::once(Want::Label)).collect();
        let paths = plain.iter().copied().chain(std::iter::once(None)).collect();
        found.push(Pattern::new(wants, paths, &stated));
    }
    without_empty_notes(arrangement, &stated, &mut found);
    found
}

/// What stands in a column, by its headers.
fn want_of(path: &Path) -> Want {
    match path.facts.content {
        known
            if known == Some(ColumnKind::Value)
                || known.is_none() && path.facts.is_of_figures() =>
        {
            Want::Figure
        }
        // What a mapping leaves out may be numbers as well.
        Some(ColumnKind::Attribute) if path.facts.is_mapped => Want::Either,
        // *Waarvan structureel* may be an amount, and so may *Stand voorziening 31 december 2020*
        // and *Voorziening verlieslatend complex*.
        Some(ColumnKind::Attribute | ColumnKind::Label | ColumnKind::Status)
            if path.facts.rest > 0 =>
        {
            Want::Either
        }
        Some(ColumnKind::Period | ColumnKind::Measured) => Want::Period,
        Some(ColumnKind::Number | ColumnKind::Code) => Want::Code,
        None
        | Some(ColumnKind::Notes | ColumnKind::Favourable | ColumnKind::Area | ColumnKind::Group) => {
            Want::Either
        }
        Some(_) => Want::Text,
    }
}

/// Rows whose labels stand in the middle without a header: as many columns of figures on the one side as on the other.
fn between(arrangement: &Arrangement, columns: &[Want], stated: &[usize]) -> Option<Pattern> {
    let half = columns.len() / 2;
    let all = 0..columns.len();
    if half == 0
        || half * 2 != columns.len()
        || !are_bare_periods(arrangement, columns, all.clone())
    {
        return None;
    }
    let (left, right) = columns.split_at_checked(half)?;
    let wants = left.iter().chain(&[Want::Label]).chain(right).copied().collect();
    let paths = all.clone().take(half).map(Some).chain([None]);
    let paths = paths.chain(all.skip(half).map(Some)).collect();
    Some(Pattern::new(wants, paths, stated))
}

/// Whether these columns are figures of a period and nothing else. Where the headers say what the figures are as well, a number in
/// front of a label is mostly none of them.
fn are_bare_periods(
    arrangement: &Arrangement,
    columns: &[Want],
    mut places: impl Iterator<Item = usize>,
) -> bool {
    places.all(|at| {
        let path = arrangement.columns.get(at);
        columns.get(at) == Some(&Want::Figure)
            && path.is_some_and(|path| path.facts.period.is_some() && path.facts.role.is_none())
    })
}

/// Adds the rows in which no remark is printed: a column *Toelichting* is often empty from its first row
/// to its last, and text keeps nothing of it.
fn without_empty_notes(arrangement: &Arrangement, stated: &[usize], found: &mut Vec<Pattern>) {
    let is_of_notes = |path: &Option<usize>| {
        let column = path.and_then(|path| arrangement.columns.get(path));
        column.is_some_and(|column| column.facts.content == Some(ColumnKind::Notes))
    };
    for at in 0..found.len() {
        let Some(whole) = found.get(at) else { continue };
        let kept = || whole.wants.iter().zip(&whole.paths).filter(|(_, path)| !is_of_notes(path));
        let (wants, paths): (Vec<Want>, Vec<Option<usize>>) = kept().unzip();
        if wants.len() < whole.wants.len() {
            found.push(Pattern::new(wants, paths, stated));
        }
    }
}

/// The numbers of columns that headers can make.
pub(super) fn counts(items: &[Rc<Facts>], lengths: &[usize]) -> Vec<usize> {
    let mut found = Vec::with_capacity(16);
    found.push(items.len());
    let mut add = |n: usize| {
        if n > 0 && !found.contains(&n) {
            found.push(n);
        }
    };
    let periods = items.iter().filter(|facts| facts.is_bare_period()).count();
    if periods > 0 {
        add(items.len().saturating_sub(periods));
        add(periods);
        let alone = items.windows(2).filter(
            |pair| matches!(pair, [one, other] if !one.is_bare_period() && other.is_bare_period()),
        );
        add(items.len() - alone.count());
        let year_first = items.windows(2).filter(|pair| {
            matches!(pair, [one, other] if one.is_bare_period() && !other.is_bare_period() && other.rest == 0)
        });
        add(items.len() - year_first.count());
    }
    for &length in lengths {
        add(length);
        let sides =
            items.iter().filter(|facts| facts.content.is_some() && !facts.is_placing()).count();
        add(length + sides);
    }
    // A column has five headers above each other at most.
    found.retain(|n| items.len() <= 6 * n);
    found
}

/// How many numbers follow words at a time: the most frequent first.
pub(super) fn run_lengths(classes: &[Class]) -> Vec<usize> {
    const MAX: usize = 4;
    let mut counts: Vec<(usize, usize)> = Vec::new();
    let mut run = 0;
    for class in classes.iter().chain(std::iter::once(&Class::Words)) {
        if matches!(class, Class::Number | Class::Year) {
            run += 1;
        } else if run > 0 {
            match counts.iter_mut().find(|(length, _)| *length == run) {
                Some((_, count)) => *count += 1,
                None => counts.push((run, 1)),
            }
            run = 0;
        }
    }
    counts.sort_by_key(|&(length, count)| std::cmp::Reverse((count, length)));
    counts.into_iter().take(MAX).map(|(length, _)| length).collect()
}

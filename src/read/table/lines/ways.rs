//! The ways to read headers. Tables of one document have the same headers, so each is worked out once.

use std::collections::HashMap;
use std::rc::Rc;

use crate::read::facts::Facts;
use crate::read::facts::words::ColumnKind;
use crate::read::table::arrange::{Arrangement, Item, Path, Units};
use crate::read::table::lines::patterns::{Begins, Pattern, patterns};

/// What a column costs that some header may or may not stand above.
pub(super) const OPEN: f64 = 0.5;

/// What a column costs whose headers contradict each other.
pub(super) const TORN: f64 = 4.0;

/// How many lists of headers are kept.
const MAX_KNOWN: usize = 400;

/// A way in which headers make columns, with what rows may look like below them.
pub(super) struct Way {
    pub(super) arrangement: Rc<Arrangement>,
    pub(super) patterns: Vec<Rc<Pattern>>,
    /// What is unlikely about the arrangement.
    pub(super) cost: f64,
    /// What it costs at least, whatever the rows are.
    pub(super) least: f64,
    /// How many headers are of no column.
    pub(super) unused: usize,
    /// Whether the headers of each column say what it is and when, and nothing else.
    pub(super) is_sure: bool,
    /// Whether some header states a fact about figures, or is that of periods.
    pub(super) states: bool,
}

/// The ways that were worked out in a document.
#[derive(Default)]
pub(in crate::read::table) struct Known {
    by_headers: HashMap<Box<[usize]>, Headers>,
    key: Vec<usize>,
}

/// The ways for some headers. The facts are those of the key, whose addresses are theirs as long as they live.
struct Headers {
    _facts: Vec<Rc<Facts>>,
    units: Units,
    counts: Vec<Count>,
}

/// The ways to make some columns of headers.
struct Count {
    n: usize,
    arrangements: Vec<Rc<Arrangement>>,
    /// By how rows begin, and whether a corner stands in front.
    ways: Vec<(Begins, bool, Rc<[Way]>)>,
}

impl Known {
    /// The ways to read headers as one of these numbers of columns, above rows that begin in some way.
    pub(super) fn ways(
        &mut self,
        headers: &[Rc<Facts>],
        counts: &[usize],
        begins: Begins,
        has_corner: bool,
    ) -> Vec<Rc<[Way]>> {
        // What the texts state is kept for a document, so that the same text has one address.
        self.key.clear();
        self.key.extend(headers.iter().map(|facts| Rc::as_ptr(facts).addr()));
        if !self.by_headers.contains_key(&*self.key) {
            if self.by_headers.len() >= MAX_KNOWN {
                self.by_headers.clear();
            }
            self.by_headers.insert(self.key.as_slice().into(), Headers::new(headers));
        }
        let Some(known) = self.by_headers.get_mut(&*self.key) else { return Vec::new() };
        counts
            .iter()
            .filter_map(|&n| Some(known.count(n)?.ways(headers.len(), begins, has_corner)))
            .collect()
    }
}

impl Headers {
    fn new(headers: &[Rc<Facts>]) -> Self {
        let item = |facts: &Rc<Facts>| Item {
            facts: (**facts).clone(),
            spots: Vec::new(),
            begins_line: true,
        };
        let units = Units::new(headers.iter().map(item).collect());
        Headers { _facts: headers.to_vec(), units, counts: Vec::new() }
    }

    fn count(&mut self, n: usize) -> Option<&mut Count> {
        let known = self.counts.iter().position(|count| count.n == n);
        let at = known.unwrap_or(self.counts.len());
        if known.is_none() {
            let arrangements = self.units.arrangements(n).into_iter().map(Rc::new).collect();
            self.counts.push(Count { n, arrangements, ways: Vec::new() });
        }
        self.counts.get_mut(at)
    }
}

impl Count {
    fn ways(&mut self, headers: usize, begins: Begins, has_corner: bool) -> Rc<[Way]> {
        let known = self.ways.iter().find(|(of, corner, _)| *of == begins && *corner == has_corner);
        if let Some((.., known)) = known {
            return Rc::clone(known);
        }
        let way = |arrangement: &Rc<Arrangement>| {
            let columns = &arrangement.columns;
            let is_used = |at: &usize| columns.iter().any(|path| path.items.contains(at));
            let unused = (0..headers).filter(|at| !is_used(at)).count();
            let cost = arrangement.cost();
            let of_columns: f64 = columns.iter().map(least_cost).sum();
            Way {
                arrangement: Rc::clone(arrangement),
                patterns: patterns(arrangement, begins, has_corner)
                    .into_iter()
                    .map(Rc::new)
                    .collect(),
                cost,
                least: cost + f64::from(u32::try_from(unused).unwrap_or(99)) + of_columns,
                unused,
                is_sure: columns.iter().all(|path| {
                    path.facts.rest == 0 && path.facts.role.is_some() && path.facts.period.is_some()
                }),
                states: columns.iter().any(|path| {
                    path.facts.is_placing() || path.facts.content == Some(ColumnKind::Period)
                }),
            }
        };
        let made: Rc<[Way]> = self.arrangements.iter().map(way).collect();
        self.ways.push((begins, has_corner, Rc::clone(&made)));
        made
    }
}

/// What a column costs at least, whatever the rows are.
fn least_cost(path: &Path) -> f64 {
    let open = if path.is_open { OPEN } else { 0.0 };
    let torn = if path.facts.is_torn { TORN } else { 0.0 };
    open + torn
}

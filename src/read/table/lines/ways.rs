//! The ways to read headers. Tables of one document have the same headers, so each is worked out once.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::read::facts::Facts;
use crate::read::facts::words::ColumnKind;
use crate::read::table::arrange::{Arrangement, Item, Units};
use crate::read::table::lines::patterns::{Begins, Pattern, patterns};

/// How many lists of headers are kept.
const MAX_KNOWN: usize = 400;

/// How many years in a row are headers whatever stands below them: two may be cells.
const MIN_YEARS: usize = 3;

/// A way in which headers make columns, with what rows may look like below them.
pub(super) struct Way {
    pub(super) arrangement: Rc<Arrangement>,
    pub(super) patterns: Vec<Rc<Pattern>>,
    /// What is unlikely about the arrangement, and how many headers are of no column, where that was asked.
    cost: OnceCell<f64>,
    unused: OnceCell<usize>,
    /// Whether the headers of each column say what it is and when, and nothing else, or some say of which columns theirs is
    /// the sum.
    pub(super) is_sure: bool,
    /// Whether each header is a year and nothing else.
    pub(super) is_of_years: bool,
    /// Whether some header states a fact about figures, or is that of periods.
    pub(super) states: bool,
}

impl Way {
    /// What is unlikely about the arrangement.
    pub(super) fn cost(&self) -> f64 {
        *self.cost.get_or_init(|| self.arrangement.cost())
    }

    /// How many of so many headers are of no column.
    pub(super) fn unused(&self, headers: usize) -> usize {
        let columns = &self.arrangement.columns;
        let is_used = |at: &usize| columns.iter().any(|path| path.items.contains(at));
        *self.unused.get_or_init(|| (0..headers).filter(|at| !is_used(at)).count())
    }
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
        counts.iter().filter_map(|&n| Some(known.count(n)?.ways(begins, has_corner))).collect()
    }
}

impl Headers {
    fn new(headers: &[Rc<Facts>]) -> Self {
        let item = |facts: &Rc<Facts>| Item {
            facts: (**facts).clone(),
            spots: Vec::new(),
            begins_line: true,
            text: Some(Rc::as_ptr(facts).addr()),
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
    fn ways(&mut self, begins: Begins, has_corner: bool) -> Rc<[Way]> {
        let known = self.ways.iter().find(|(of, corner, _)| *of == begins && *corner == has_corner);
        if let Some((.., known)) = known {
            return Rc::clone(known);
        }
        let way = |arrangement: &Rc<Arrangement>| {
            let columns = &arrangement.columns;
            Way {
                arrangement: Rc::clone(arrangement),
                patterns: patterns(arrangement, begins, has_corner)
                    .into_iter()
                    .map(Rc::new)
                    .collect(),
                cost: OnceCell::new(),
                unused: OnceCell::new(),
                is_sure: columns.iter().any(|path| path.facts.is_sum)
                    || columns.iter().all(|path| {
                        path.facts.rest == 0
                            && path.facts.role.is_some()
                            && path.facts.period.is_some()
                    }),
                is_of_years: columns.len() >= MIN_YEARS
                    && columns.iter().all(|path| path.facts.is_bare_period()),
                states: columns.iter().any(|path| {
                    let content = path.facts.content;
                    path.facts.is_placing()
                        || matches!(content, Some(ColumnKind::Period | ColumnKind::Measured))
                }),
            }
        };
        let made: Rc<[Way]> = self.arrangements.iter().map(way).collect();
        self.ways.push((begins, has_corner, Rc::clone(&made)));
        made
    }
}

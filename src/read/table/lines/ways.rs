//! The ways to read headers. Tables of one document have the same headers, so each is worked out once.

use std::collections::HashMap;
use std::rc::Rc;

use crate::read::facts::Facts;
use crate::read::facts::words::ColumnKind;
use crate::read::table::arrange::{Arrangement, Item, arrangements_of_any};
use crate::read::table::lines::patterns::{Begins, Pattern, counts, patterns};

/// How many lists of headers are kept.
const MAX_KNOWN: usize = 400;

/// A way in which headers make columns, with what rows may look like below them.
pub(super) struct Way {
    pub(super) arrangement: Rc<Arrangement>,
    pub(super) patterns: Vec<Rc<Pattern>>,
    /// What is unlikely about the arrangement.
    pub(super) cost: f64,
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
    arrangements: Vec<Rc<Arrangement>>,
    ways: Vec<((Begins, bool), Rc<[Way]>)>,
}

impl Known {
    /// The ways to read headers above rows with these numbers of cells.
    pub(super) fn ways(
        &mut self,
        headers: &[Rc<Facts>],
        lengths: &[usize],
        begins: &Begins,
        has_corner: bool,
    ) -> Rc<[Way]> {
        // What the texts state is kept for a document, so that the same text has one address.
        self.key.clear();
        self.key.extend(headers.iter().map(|facts| Rc::as_ptr(facts).addr()));
        self.key.push(0);
        self.key.extend(lengths);
        if !self.by_headers.contains_key(&*self.key) {
            if self.by_headers.len() >= MAX_KNOWN {
                self.by_headers.clear();
            }
            let made = Headers::new(headers, lengths);
            self.by_headers.insert(self.key.as_slice().into(), made);
        }
        let Some(known) = self.by_headers.get_mut(&*self.key) else { return Rc::new([]) };
        known.ways(headers.len(), begins, has_corner)
    }
}

impl Headers {
    fn new(headers: &[Rc<Facts>], lengths: &[usize]) -> Self {
        let item = |facts: &Rc<Facts>| Item {
            facts: (**facts).clone(),
            spots: Vec::new(),
            begins_line: true,
        };
        let items: Vec<Item> = headers.iter().map(item).collect();
        let made = arrangements_of_any(&items, &counts(headers, lengths));
        Headers {
            _facts: headers.to_vec(),
            arrangements: made.into_iter().map(Rc::new).collect(),
            ways: Vec::new(),
        }
    }

    fn ways(&mut self, headers: usize, begins: &Begins, has_corner: bool) -> Rc<[Way]> {
        let known =
            self.ways.iter().find(|((of, corner), _)| of == begins && *corner == has_corner);
        if let Some((_, known)) = known {
            return Rc::clone(known);
        }
        let way = |arrangement: &Rc<Arrangement>| {
            let columns = &arrangement.columns;
            let is_used = |at: &usize| columns.iter().any(|path| path.items.contains(at));
            Way {
                arrangement: Rc::clone(arrangement),
                patterns: patterns(arrangement, begins, has_corner)
                    .into_iter()
                    .map(Rc::new)
                    .collect(),
                cost: arrangement.cost(),
                unused: (0..headers).filter(|at| !is_used(at)).count(),
                is_sure: columns.iter().all(|path| {
                    path.facts.rest == 0 && path.facts.role.is_some() && path.facts.period.is_some()
                }),
                states: columns.iter().any(|path| {
                    path.facts.is_placing() || path.facts.content == Some(ColumnKind::Period)
                }),
            }
        };
        let made: Rc<[Way]> = self.arrangements.iter().map(way).collect();
        self.ways.push(((*begins, has_corner), Rc::clone(&made)));
        made
    }
}

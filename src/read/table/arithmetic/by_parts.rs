//! The ways to place the cells of a row that lost some, where equations part its columns: *Baten*, *Lasten*, *Saldo* for each of six years. All ways
//! together are too many, and those in which each part comes out are few.

use super::Amount;
use super::equations::Learnt;

/// The most ways, and the most parts of ways that are looked at: more of them prove nothing.
const MAX_FOUND: usize = 60;
const MAX_STEPS: usize = 4000;

/// The widest part, for all choices of its columns are tried.
const MAX_WIDTH: usize = 5;

/// The ways to place numbers in their order, each as the indexes of the columns among those of figures. None if the equations don't part
/// these, or if there are too many ways.
pub(super) fn ways(figures: &[usize], learnt: &[Learnt], own: &[Amount]) -> Vec<Vec<usize>> {
    let Some(parts) = parts(figures, learnt) else { return Vec::new() };
    let mut search = Search { parts, own, steps: 0, found: Vec::new() };
    search.go(0, &mut Vec::new());
    if search.steps > MAX_STEPS || search.found.len() > MAX_FOUND {
        return Vec::new();
    }
    search.found
}

/// An equation whose columns stand beside each other, and the index of the first.
struct Part<'l> {
    first: usize,
    width: usize,
    learnt: &'l Learnt,
    /// The indexes of its parts, and of its result.
    terms: Vec<usize>,
    result: usize,
}

/// Equations that part all columns of figures, from the first to the last.
fn parts<'l>(figures: &[usize], learnt: &'l [Learnt]) -> Option<Vec<Part<'l>>> {
    let index = |column: &usize| figures.binary_search(column).ok();
    let part = |learnt: &'l Learnt| {
        let terms: Option<Vec<usize>> = learnt.equation.parts.iter().map(index).collect();
        let (terms, result) = (terms?, index(&learnt.equation.result)?);
        let mut all: Vec<usize> = terms.iter().copied().chain([result]).collect();
        all.sort_unstable();
        let is_dense = all.windows(2).all(|pair| matches!(pair, [one, next] if one + 1 == *next));
        let (first, width) = (*all.first()?, all.len());
        (is_dense && width <= MAX_WIDTH).then_some(Part { first, width, learnt, terms, result })
    };
    let mut all: Vec<Part<'l>> = learnt.iter().filter_map(part).collect();
    all.sort_by_key(|part| part.first);
    let mut found: Vec<Part<'l>> = Vec::new();
    let mut end = 0;
    for part in all {
        if part.first == end {
            end += part.width;
            found.push(part);
        }
    }
    (end == figures.len() && found.len() > 1).then_some(found)
}

struct Search<'l> {
    parts: Vec<Part<'l>>,
    own: &'l [Amount],
    steps: usize,
    found: Vec<Vec<usize>>,
}

impl Search<'_> {
    /// Tries each choice of columns of a part for the next numbers, and goes on with the next part where it comes out.
    fn go(&mut self, at: usize, way: &mut Vec<usize>) {
        let left = self.own.len() - way.len();
        let Some(part) = self.parts.get(at) else {
            if left == 0 {
                self.found.push(way.clone());
            }
            return;
        };
        let (first, width) = (part.first, part.width);
        let behind: usize = self.parts.iter().skip(at + 1).map(|part| part.width).sum();
        for choice in 0..1_usize << width {
            self.steps += 1;
            if self.steps > MAX_STEPS || self.found.len() > MAX_FOUND {
                return;
            }
            let taken: Vec<usize> =
                (0..width).filter(|bit| choice >> bit & 1 == 1).map(|bit| first + bit).collect();
            if taken.len() > left || left - taken.len() > behind || !self.holds(at, way, &taken) {
                continue;
            }
            let known = way.len();
            way.extend(taken);
            self.go(at + 1, way);
            way.truncate(known);
        }
    }

    /// Whether the equation of a part comes out with the next numbers in some of its columns; a part without a number has nothing to say.
    fn holds(&self, at: usize, way: &[usize], taken: &[usize]) -> bool {
        let Some(part) = self.parts.get(at) else { return false };
        let number = |index: usize| {
            let place = taken.iter().position(|column| *column == index);
            place.and_then(|place| self.own.get(way.len() + place)).copied()
        };
        let terms: Vec<Amount> =
            part.terms.iter().map(|&term| number(term).unwrap_or(Amount::ZERO)).collect();
        let result = number(part.result).unwrap_or(Amount::ZERO);
        taken.is_empty() || part.learnt.holds(&terms, result) == Some(true)
    }
}

//! Walks over a stretch of lines for the finders that look at one line after another for what begins there.

use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::table::Table;

/// A finder: it takes the tables that it knows from some lines, and says which lines are left for others.
pub(super) type Finder =
    fn(&Looks<'_>, &[RawLine<'_>], usize, usize, &mut Vec<Table>) -> Vec<(usize, usize)>;

/// Asks each line what tables begin there and which line comes after them, takes these, and says which lines are left. Where no table
/// begins, the line that is said is the next one that may begin one.
pub(super) fn take(
    (from, to): (usize, usize),
    found: &mut Vec<Table>,
    begins: impl Fn(usize) -> (Vec<Table>, usize),
) -> Vec<(usize, usize)> {
    let mut left = Vec::new();
    let mut begin = from;
    let mut at = from;
    while at < to {
        let (tables, next) = begins(at);
        let next = next.max(at + 1);
        if !tables.is_empty() {
            if at > begin {
                left.push((begin, at));
            }
            found.extend(tables);
            begin = next;
        }
        at = next;
    }
    if begin < to {
        left.push((begin, to));
    }
    left
}

//! [`changes`]: what a list of one year has otherwise than that of another.

use std::collections::HashMap;

use super::data::Entry;
use super::definitions::Definitions;
use super::matching;
use super::names::{List, Tier};

/// How an entry of a list differs between two years (Dutch: *wijziging*).
///
/// ```
/// use beleid::codes::{Change, List, Tier, changes};
///
/// let changes = changes(Tier::Municipality, List::TaskFields, 2022, 2023);
/// let renamed = changes.iter().find_map(|change| match change {
///     Change::Renamed { from, to } => Some((from.code, from.name, to.name)),
///     _ => None,
/// });
/// assert_eq!(renamed, Some(("6.2", "Wijkteams", "Toegang en eerstelijnsvoorzieningen")));
/// ```
#[doc(alias = "wijziging")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Change {
    /// The later list has it, and the earlier one has neither its code nor its description.
    Added(Entry),
    /// The earlier list has it, and the later one has neither its code nor its description.
    Removed(Entry),
    /// Its code stays, and its description changes. What it covers may have changed with it.
    Renamed {
        /// In the earlier year.
        from: Entry,
        /// In the later year.
        to: Entry,
    },
    /// Its code stays, and it is in another group. A group that was renumbered isn't another one.
    Moved {
        /// In the earlier year.
        from: Entry,
        /// In the later year.
        to: Entry,
    },
    /// Its description stays (but for case, accents and punctuation), and it has another code. No
    /// other entry of either year has this description.
    Renumbered {
        /// In the earlier year.
        from: Entry,
        /// In the later year.
        to: Entry,
    },
}

/// What changed in a list from one book year to another: first what happened to the entries of the
/// earlier one, in its order, then what is new in the later one. An entry that was renamed and
/// moved has both.
///
/// Empty if nothing changed, and if one of the two years isn't at hand
/// ([`Definitions::of`] tells).
///
/// ```
/// use beleid::codes::{Change, List, Tier, changes};
///
/// // 2025 renumbered the social domain.
/// let changes = changes(Tier::Municipality, List::TaskFields, 2024, 2025);
/// let renumbered = changes.iter().filter_map(|change| match change {
///     Change::Renumbered { from, to } => Some((from.code, to.code)),
///     _ => None,
/// });
/// assert_eq!(renumbered.take(2).collect::<Vec<_>>(), [("6.71a", "6.711"), ("6.71b", "6.712")]);
/// ```
pub fn changes(tier: Tier, list: List, from_year: u16, to_year: u16) -> Vec<Change> {
    let (Some(before), Some(after)) =
        (Definitions::of(tier, from_year), Definitions::of(tier, to_year))
    else {
        return Vec::new();
    };
    let before: Vec<Entry> = before.entries(list).collect();
    let after: Vec<Entry> = after.entries(list).collect();
    let by_code = |entries: &[Entry]| -> HashMap<&str, Entry> {
        entries.iter().map(|entry| (entry.code, *entry)).collect()
    };
    let (old, new) = (by_code(&before), by_code(&after));
    let (old_names, new_names) = (by_name(&before), by_name(&after));
    // The entry with another code that has the same description, if no other has it.
    let renumbered = |from: &Entry| -> Option<Entry> {
        let name = matching::key(from.name);
        let is_one = old_names.get(&name)?.is_some();
        let to = (*new_names.get(&name)?)?;
        (is_one && !old.contains_key(to.code) && !new.contains_key(from.code)).then_some(to)
    };
    let mut changes = Vec::new();
    let mut found: Vec<&str> = Vec::new();
    for from in &before {
        let Some(to) = new.get(from.code).copied() else {
            match renumbered(from) {
                Some(to) => {
                    found.push(to.code);
                    changes.push(Change::Renumbered { from: *from, to });
                }
                None => changes.push(Change::Removed(*from)),
            }
            continue;
        };
        if from.name != to.name {
            changes.push(Change::Renamed { from: *from, to });
        }
        let parent = |code: &str| -> Option<&'static str> {
            let entry = old.get(code)?;
            renumbered(entry).map_or(Some(entry.code), |to| Some(to.code))
        };
        if from.parent.and_then(parent) != to.parent {
            changes.push(Change::Moved { from: *from, to });
        }
    }
    let is_new = |entry: &&Entry| !old.contains_key(entry.code) && !found.contains(&entry.code);
    changes.extend(after.iter().filter(is_new).map(|entry| Change::Added(*entry)));
    changes
}

/// The entries by their descriptions; `None` where several have one.
fn by_name(entries: &[Entry]) -> HashMap<String, Option<Entry>> {
    let mut names: HashMap<String, Option<Entry>> = HashMap::new();
    for entry in entries {
        let slot = names.entry(matching::key(entry.name));
        slot.and_modify(|one| *one = None).or_insert(Some(*entry));
    }
    names
}

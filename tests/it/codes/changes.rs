//! What became of the lists from year to year.

use std::fmt::Write as _;

use beleid::codes::{Change, Definitions, List, Tier, changes};

use crate::support::golden;

#[test]
fn changes_from_year_to_year() {
    let mut text = String::new();
    for year in 2017..2026 {
        for &list in List::ALL {
            for change in changes(Tier::Municipality, list, year, year + 1) {
                let _ = write!(text, "{} {list}: ", year + 1);
                let _ = match change {
                    Change::Added(entry) => writeln!(text, "+ {} {}", entry.code, entry.name),
                    Change::Removed(entry) => writeln!(text, "- {} {}", entry.code, entry.name),
                    Change::Renamed { from, to } => {
                        writeln!(text, "{}: {} -> {}", from.code, from.name, to.name)
                    }
                    Change::Moved { from, to } => {
                        writeln!(text, "{}: in {:?} -> {:?}", from.code, from.parent, to.parent)
                    }
                    Change::Renumbered { from, to } => {
                        writeln!(text, "{} -> {} {}", from.code, to.code, to.name)
                    }
                    _ => unreachable!("there is another kind of change"),
                };
            }
        }
    }
    golden::is("code_changes.txt", &text);
}

/// With the changes the one list becomes the other.
#[test]
fn changes_lead_from_one_list_to_the_other() {
    for year in 2017..=2026 {
        for other in 2017..=2026 {
            for &list in List::ALL {
                let of = |year| Definitions::of(Tier::Municipality, year).unwrap().entries(list);
                let mut codes: Vec<(&str, &str)> =
                    of(year).map(|entry| (entry.code, entry.name)).collect();
                for change in changes(Tier::Municipality, list, year, other) {
                    match change {
                        Change::Added(entry) => codes.push((entry.code, entry.name)),
                        Change::Removed(entry) => codes.retain(|(code, _)| *code != entry.code),
                        Change::Renamed { from, to } | Change::Renumbered { from, to } => {
                            let at = codes.iter().position(|(code, _)| *code == from.code);
                            codes[at.unwrap()] = (to.code, to.name);
                        }
                        _ => {}
                    }
                }
                let mut expected: Vec<_> =
                    of(other).map(|entry| (entry.code, entry.name)).collect();
                codes.sort_unstable();
                expected.sort_unstable();
                assert_eq!(codes, expected, "{year} {other} {list}");
                assert_eq!(changes(Tier::Municipality, list, year, year), []);
            }
        }
    }
}

#[test]
fn years_that_are_not_at_hand_have_no_changes() {
    assert_eq!(changes(Tier::Municipality, List::TaskFields, 2016, 2017), []);
    assert_eq!(changes(Tier::Province, List::TaskFields, 2025, 2026), []);
}

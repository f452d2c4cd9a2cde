//! What the present reader is allowed: for each row and form at least this share of the numbers
//! right, and at most these shares silently wrong and lost.
//!
//! The rebuild of the reader tightens them, until no number is silently wrong or lost. A test fails
//! where a share is worse than allowed; `UPDATE_ALLOWED=1` writes the present shares, which is right
//! only if they are better, or if the tables were changed.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::judge::Counts;

/// The shares of one row in one form, in percent. Parts of a percent count against the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) lost: usize,
}

/// How many percent shares may differ from the allowed ones.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Slack {
    pub(crate) wrong: usize,
    pub(crate) other: usize,
}

impl Shares {
    pub(crate) fn of(counts: &Counts) -> Self {
        let all = counts.all().max(1);
        Shares {
            right: counts.right * 100 / all,
            wrong: ((counts.wrong + counts.invented) * 100).div_ceil(all),
            lost: (counts.lost * 100).div_ceil(all),
        }
    }

    /// Whether the reader owes a reason. Shares are rounded up, so that a lost number or two of a row
    /// are not worth one.
    fn is_short(self) -> bool {
        self.wrong > 0 || self.lost > 4
    }

    /// What is worse than allowed by more than this many percent.
    pub(crate) fn worse_than(self, allowed: Shares, slack: Slack) -> Option<&'static str> {
        let Slack { wrong, other: slack } = slack;
        if self.wrong > allowed.wrong + wrong {
            Some("silently wrong")
        } else if self.lost > allowed.lost + slack {
            Some("lost")
        } else if self.right + slack < allowed.right {
            Some("not right")
        } else {
            None
        }
    }
}

/// The shares that are allowed by row and column, from a file beside this one.
#[derive(Debug, Default)]
pub(crate) struct Allowed {
    columns: Vec<String>,
    rows: BTreeMap<String, Vec<Option<Shares>>>,
}

fn path(name: &str) -> PathBuf {
    let folder = crate::support::root().join("tests/it/metamorphic/allowed");
    folder.join(name)
}

pub(crate) fn is_updating() -> bool {
    std::env::var_os("UPDATE_ALLOWED").is_some()
}

/// Why numbers of a row may be silently wrong or lost: what the reader still takes for something else.
const REASONS: &[(&str, &str)] = &[
    ("area-rows", "`Provincie n.b. n.b.` in one line is taken as a part of the next label"),
    ("year-rows", "`2014 10.100 -` in one line is taken as headers"),
    ("long", "rows of one figure that has a unit in parentheses before it are left out"),
    (
        "flow-cells",
        "the product of the first row is forgotten in the second, with a space between cells",
    ),
    ("indicator-tables", "the caption is the label only where each cell has a line of its own"),
    ("roles-in-rows", "without blank lines the second word of a role is taken as a label"),
    ("long-roles", "the unit of a row and the year of the next one are read as one text"),
    ("english-long", "one or two rows of one figure, a line a row, are left out"),
    ("several-values", "two values in a cell of the first row are left out of the table"),
    ("coded-flow-groups", "all rows of the first group are left out"),
    ("favour-cells", "`Programma 1 6.626` is taken as a label and two figures"),
    ("torn-headers", "headers of a different number of lines are parted at other places"),
    (
        "torn-labels",
        "`(in km)` on a line of its own is taken as a label, and the rest as its group",
    ),
    ("euro-signs", "as flow-cells"),
    ("spaced-thousands", "a space between thousands is taken as the gap between two cells"),
    ("cell-deleted", "`Programma 1 2.939` is taken as a label and two figures"),
    ("soup", "what it means is not known"),
];

impl Allowed {
    pub(crate) fn read(name: &str) -> Self {
        let text = std::fs::read_to_string(path(name)).unwrap_or_default();
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let columns = lines.next().unwrap_or_default().split_whitespace();
        let columns: Vec<String> = columns.map(str::to_owned).collect();
        let shares = |cell: &str| {
            let mut parts = cell.split('/').map(|part| part.parse().ok());
            let mut next = || parts.next().flatten();
            Some(Shares { right: next()?, wrong: next()?, lost: next()? })
        };
        let rows = lines.filter_map(|line| {
            let mut cells = line.split_whitespace();
            let row = cells.next()?.to_owned();
            Some((row, cells.map(shares).collect()))
        });
        Allowed { columns, rows: rows.collect() }
    }

    /// The shares that are allowed. `None` if the file says nothing about them.
    pub(crate) fn get(&self, row: &str, column: &str) -> Option<Shares> {
        let at = self.columns.iter().position(|name| name == column)?;
        *self.rows.get(row)?.get(at)?
    }

    /// The counts that are allowed by row.
    pub(crate) fn read_counts(name: &str) -> BTreeMap<String, usize> {
        let text = std::fs::read_to_string(path(name)).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        lines
            .filter_map(|(row, count)| Some((row.to_owned(), count.trim().parse().ok()?)))
            .collect()
    }

    /// Writes the counts of a test as the allowed ones.
    pub(crate) fn write_counts(name: &str, rows: &[(String, usize)]) {
        let mut text = String::from("# Numbers that may be lost, by page. See allowed.rs.\n");
        for (row, count) in rows {
            text += &format!("{row} {count}\n");
        }
        std::fs::create_dir_all(path("")).unwrap();
        std::fs::write(path(name), text).unwrap();
    }

    /// Writes the shares of a test as the allowed ones.
    pub(crate) fn write(name: &str, columns: &[&str], rows: &[(String, Vec<Option<Shares>>)]) {
        let mut text = String::from(
            "# Percent: right at least / silently wrong at most / lost at most. See allowed.rs.\n",
        );
        for (row, reason) in REASONS {
            let is_needed =
                |cells: &[Option<Shares>]| cells.iter().flatten().any(|of| of.is_short());
            if rows.iter().any(|(name, cells)| name == row && is_needed(cells)) {
                text += &format!("# {row}: {reason}\n");
            }
        }
        let width = rows.iter().map(|(row, _)| row.len()).max().unwrap_or(0);
        text += &" ".repeat(width);
        for column in columns {
            text += &format!(" {column:>11}");
        }
        text += "\n";
        for (row, cells) in rows {
            text += &format!("{row:width$}");
            for cell in cells {
                let cell = cell.map_or("-".to_owned(), |shares| {
                    format!("{}/{}/{}", shares.right, shares.wrong, shares.lost)
                });
                text += &format!(" {cell:>11}");
            }
            text += "\n";
        }
        std::fs::create_dir_all(path("")).unwrap();
        std::fs::write(path(name), text).unwrap();
    }
}

#[test]
fn what_may_be_silently_wrong_or_lost_has_a_reason() {
    for file in ["kinds.txt", "prints.txt", "damages.txt"] {
        for (row, cells) in Allowed::read(file).rows {
            let has_reason = REASONS.iter().any(|(name, _)| *name == row);
            let is_short = cells.into_iter().flatten().any(Shares::is_short);
            assert!(has_reason || !is_short, "{row} in {file} has no reason");
        }
    }
}

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
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/metamorphic/allowed");
    folder.join(name)
}

pub(crate) fn is_updating() -> bool {
    std::env::var_os("UPDATE_ALLOWED").is_some()
}

/// Why numbers of a row may be silently wrong or lost. No row may have such numbers without.
const REASONS: &[(&str, &str)] = &[
    (
        "indicator-tables",
        "a caption is taken as the label only where each cell has a line; elsewhere the first figure is",
    ),
    ("roles-in-rows", "without blank lines the second role word is taken as a label of the first"),
    (
        "long-roles",
        "a unit and the year of the next row are one text, or all cells but one are a label",
    ),
    ("several-values", "two values in a cell of the first row below the headers are in no table"),
    ("coded-flow-groups", "the first group is lost where its rows come before any total"),
    (
        "favour-cells",
        "the first word of a label with a number is a column where a space parts cells",
    ),
    ("reserves", "which cell is empty is decided from the sum only if all rows allow it"),
    ("torn-headers", "a header of three lines is taken as two, or loses a word of its stage"),
    ("torn-labels", "a second line of a label in parentheses is taken as a label in a group"),
    ("note-below-headers", "a line of text between headers and rows ends the table"),
    (
        "euro-signs",
        "as flow-cells: the product of a second row is forgotten where a space parts cells",
    ),
    ("spaced-thousands", "a space between thousands is taken as the gap between two cells"),
    ("twice", "the headers of the second table are taken as rows of the first"),
    ("by-column", "a header such as `Begroting 2015` alone on a line is taken as a title"),
    ("merged", "a row of which one cell is no number loses its label where a space parts cells"),
    ("role-over-years", "as merged"),
    ("unit-column", "as merged"),
    ("numbered", "as merged"),
    ("area-rows", "as merged; the next area is then taken as a figure of it"),
    ("year-rows", "as merged, with a year as the label"),
    ("long", "as merged, with a year as the label"),
    ("turned", "as merged, with a year in the label"),
    ("flow-cells", "the product of a second row is forgotten where a space parts cells"),
    ("cell-deleted", "a row whose only number is gone is read as a heading"),
    ("furniture", "a number of a page is taken as a figure where each cell has a line"),
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
            if rows.iter().any(|(name, _)| name == row) {
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

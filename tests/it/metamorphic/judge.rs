//! Whether a reading says what a table means.

use std::ops::AddAssign;

use super::seen::{Placed, Seen, Unplaced};
use super::table::{Fact, key, keys};

/// What became of one printed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// It was placed, and says what it means.
    Right,
    /// It was placed, and leaves a dimension open.
    Incomplete,
    /// It is not placed or it is placed wrongly, and a finding says so.
    Reported,
    /// It was placed, says something else than it means, and no finding is about it.
    Wrong,
    /// It is nowhere.
    Lost,
}

/// How many numbers have each mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) right: usize,
    pub(crate) incomplete: usize,
    pub(crate) reported: usize,
    pub(crate) wrong: usize,
    pub(crate) lost: usize,
    /// Placed figures that no cell of the table means, without a finding. They are among the wrong.
    pub(crate) invented: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.incomplete += other.incomplete;
        self.reported += other.reported;
        self.wrong += other.wrong;
        self.lost += other.lost;
        self.invented += other.invented;
    }
}

impl Counts {
    pub(crate) fn all(&self) -> usize {
        self.right + self.incomplete + self.reported + self.wrong + self.lost
    }

    fn add(&mut self, mark: Mark) {
        *match mark {
            Mark::Right => &mut self.right,
            Mark::Incomplete => &mut self.incomplete,
            Mark::Reported => &mut self.reported,
            Mark::Wrong => &mut self.wrong,
            Mark::Lost => &mut self.lost,
        } += 1;
    }
}

/// The marks of the numbers of a document.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) counts: Counts,
    /// For each number that is incomplete, wrong, lost or invented, what it means and what was made of it.
    pub(crate) faults: Vec<(Mark, String)>,
    /// What the reader reported.
    pub(crate) findings: Vec<String>,
}

/// How what was read of one dimension compares with what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Match {
    Same,
    Open,
    Other,
}

/// Holds a reading against what its document means.
pub(crate) fn judge(facts: &[&Fact], seen: &Seen) -> Verdict {
    let labels = Labels::of(facts);
    let mut used = vec![false; seen.placed.len()];
    let mut marks: Vec<Option<Mark>> = vec![None; facts.len()];
    let findings = seen.findings.clone();
    let mut verdict = Verdict { counts: Counts::default(), faults: Vec::new(), findings };
    // In two rounds, so that no number takes the figure that another one means.
    for wanted in [Match::Same, Match::Open] {
        for (fact, mark) in facts.iter().zip(&mut marks).filter(|(_, mark)| mark.is_none()) {
            let hit = seen.placed.iter().enumerate().position(|(at, placed)| {
                !used[at] && is_value(fact, placed) && labels.compare(fact, placed) == wanted
            });
            if let Some(at) = hit {
                used[at] = true;
                let is_right = wanted == Match::Same;
                *mark = Some(if is_right { Mark::Right } else { Mark::Incomplete });
                if !is_right {
                    let read = &seen.placed[at];
                    let fault = format!("{fact:?}\n    read as {read:?}");
                    verdict.faults.push((Mark::Incomplete, fault));
                }
            }
        }
    }
    for (fact, mark) in facts.iter().zip(&mut marks).filter(|(_, mark)| mark.is_none()) {
        let found = other(fact, seen, &used, &labels);
        if let Some((at, _)) = found.1 {
            used[at] = true;
        }
        *mark = Some(found.0);
        if matches!(found.0, Mark::Wrong | Mark::Lost) {
            let read = found.1.map(|(_, placed)| format!("{placed:?}")).unwrap_or_default();
            verdict.faults.push((found.0, format!("{fact:?}\n    read as {read}")));
        }
    }
    for mark in marks.into_iter().flatten() {
        verdict.counts.add(mark);
    }
    for (placed, _) in seen.placed.iter().zip(&used).filter(|(_, used)| !**used) {
        let holds_a_number = keys(&placed.printed).next().is_some();
        if holds_a_number && !placed.is_reported {
            verdict.counts.invented += 1;
            verdict.faults.push((Mark::Wrong, format!("nothing\n    read as {placed:?}")));
        }
    }
    verdict
}

/// The mark of a number that no figure says rightly, and the figure that says it wrongly.
fn other<'s>(
    fact: &Fact,
    seen: &'s Seen,
    used: &[bool],
    labels: &Labels<'_>,
) -> (Mark, Option<(usize, &'s Placed)>) {
    let ink = key(&fact.printed);
    let has_label = |text: &str| fold(text) == fold(&fact.label);
    let holds = |printed: &str, label: &str| {
        if ink.is_empty() {
            has_label(label) && key(printed).is_empty() && printed.contains('0')
        } else {
            // Between thousands there may be a space.
            keys(printed).any(|key| key == ink) || key(printed) == ink
        }
    };
    let free = seen.placed.iter().enumerate().filter(|(at, _)| !used[*at]);
    let mut found: Vec<(usize, &Placed)> =
        free.filter(|(_, placed)| holds(&placed.printed, &placed.label)).collect();
    // The row of the number first, and a figure without a finding first.
    found.sort_by_key(|(_, placed)| (!labels.is_of(fact, placed), placed.is_reported));
    if let Some((at, placed)) = found.first() {
        // Where only the value differs, a finding about the scale or the decimals counts as well.
        let is_placed = labels.compare(fact, placed) != Match::Other;
        let is_reported = placed.is_reported || (is_placed && placed.has_finding);
        let mark = if is_reported { Mark::Reported } else { Mark::Wrong };
        return (mark, Some((*at, placed)));
    }
    let is_unplaced = |cell: &Unplaced| cell.is_reported && holds(&cell.printed, &cell.label);
    let is_not_read =
        || !ink.is_empty() && keys(&fact.printed).all(|part| seen.not_read.contains(&part));
    if seen.unplaced.iter().any(is_unplaced) || is_not_read() {
        return (Mark::Reported, None);
    }
    (Mark::Lost, None)
}

fn is_value(fact: &Fact, placed: &Placed) -> bool {
    let meant = &fact.value;
    if !meant.kinds.contains(&placed.kind) {
        return false;
    }
    if let Some(range) = meant.range {
        return placed.range == Some(range);
    }
    let Some(number) = meant.number else { return true };
    let Some(read) = placed.number else { return placed.kind != "exact" };
    let is_same =
        |number: beleid::Number| read == number || (meant.any_sign && read.abs() == number.abs());
    let thousand = beleid::Number::from(1000);
    is_same(number)
        || (meant.or_thousands
            && placed.has_finding
            && number.checked_mul(thousand).is_some_and(is_same))
}

/// The labels and groups of a document, to tell one that is shortened from another one.
struct Labels<'f> {
    labels: Vec<String>,
    facts: &'f [&'f Fact],
}

impl<'f> Labels<'f> {
    fn of(facts: &'f [&'f Fact]) -> Self {
        Labels { labels: facts.iter().map(|fact| fold(&fact.label)).collect(), facts }
    }

    /// All dimensions together.
    fn compare(&self, fact: &Fact, placed: &Placed) -> Match {
        if !self.is_of(fact, placed) {
            return Match::Other;
        }
        let all = [
            stated(&fact.periods, placed.period.as_deref()),
            stated(&fact.roles, placed.role.as_deref()),
            stated(&fact.flows, placed.flow.as_deref()),
            slice(fact, placed),
            self.group(fact, placed),
        ];
        if all.contains(&Match::Other) {
            Match::Other
        } else if all.contains(&Match::Open) {
            Match::Open
        } else {
            Match::Same
        }
    }

    /// Whether a figure is of the row of this number.
    fn is_of(&self, fact: &Fact, placed: &Placed) -> bool {
        let (meant, read) = (fold(&fact.label), fold(&placed.label));
        if meant.is_empty() || read == meant || read == fold(&bare(&fact.label)) {
            return true;
        }
        if self.labels.contains(&read) {
            return false;
        }
        let context = fold(&placed.context);
        contains(&context, &meant) || (read.len() > 6 && contains(&meant, &read))
    }

    /// The groups, if they are needed to tell two rows apart.
    fn group(&self, fact: &Fact, placed: &Placed) -> Match {
        let context = fold(&placed.context);
        let is_in = |group: &[String]| group.iter().all(|group| contains(&context, &fold(group)));
        let is_another = |other: &&&Fact| other.label == fact.label && other.group != fact.group;
        match self.facts.iter().find(is_another) {
            None => Match::Same,
            Some(_) if is_in(&fact.group) && !fact.group.is_empty() => Match::Same,
            Some(other) if !other.group.is_empty() && is_in(&other.group) => Match::Other,
            Some(_) => Match::Open,
        }
    }
}

fn stated(meant: &[Option<String>], read: Option<&str>) -> Match {
    if meant.is_empty() || meant.iter().any(|meant| meant.as_deref() == read) {
        Match::Same
    } else if read.is_none() {
        Match::Open
    } else {
        Match::Other
    }
}

fn slice(fact: &Fact, placed: &Placed) -> Match {
    match &fact.slice {
        Some(slice) if !contains(&fold(&placed.context), &fold(slice)) => Match::Open,
        _ => Match::Same,
    }
}

/// Lower case letters and digits, with one space for all that stands between them.
pub(crate) fn fold(text: &str) -> String {
    let plain = text.chars().map(|c| match c {
        'à'..='å' | 'À'..='Å' => 'a',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
        _ => ' ',
    });
    let plain: String = plain.collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a folded text has another one in it, as whole words.
fn contains(text: &str, part: &str) -> bool {
    format!(" {text} ").contains(&format!(" {part} "))
}

/// A label without what stands in parentheses.
fn bare(label: &str) -> String {
    match (label.find('('), label.rfind(')')) {
        (Some(start), Some(end)) if start < end => {
            format!("{}{}", &label[..start], &label[end + 1..])
        }
        _ => label.to_owned(),
    }
}

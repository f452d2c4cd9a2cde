//! What it costs to take a text for something that it doesn't look like, and a row for one that it hardly is. All in tenths.

use super::Want;
use crate::read::facts::classes::Class;

pub(super) const NEVER: u32 = 1_000_000;

/// What it costs in tenths if the texts after the last figure of a row are missing: less than two labels that are taken for them.
pub(super) const FRONT: u32 = 8;

/// What it costs in tenths if the code and the label of another row stand among the figures of one: more than two rows that lost ten
/// cells each.
pub(super) const HOLDS_ROW: u32 = 60;

/// What it costs in tenths if a row takes the code of the next one for its last cell: more than to have lost a cell of twenty.
pub(super) const TAKES_CODE: u32 = 50;

/// What it costs in tenths to take numbers for a row without a label: less than a row with twice as many cells as there are columns, as long
/// as those are few.
pub(super) const BARE: u32 = 12;
/// The same for each where there are as many of them as half the rows.
pub(super) const MANY_BARE: u32 = 20;

/// What it costs in tenths if the labels of other rows stand among the cells of one: more than two rows that lost cells.
pub(super) const LABELS_WITHIN: u32 = 45;

/// Whether several texts of words stand one after the other between two numbers of a row, as where the rows below it lost their empty
/// cells: `438`, *Samen doen*, *Huur noodlokalen*, `36`.
pub(super) fn holds_labels(wants: &[Want], classes: &[Class]) -> bool {
    let mut words = None;
    for (want, class) in wants.iter().zip(classes) {
        match (want, class) {
            (Want::Figure, Class::Number) if words > Some(1) => return true,
            (Want::Figure, Class::Number) => words = Some(0),
            (Want::Figure, Class::Words) => words = words.map(|count| count + 1),
            _ => words = None,
        }
    }
    false
}

/// What it costs in tenths if words stand between two numbers or more and as many others: a little more than two rows that lost cells.
pub(super) const WORDS_WITHIN: u32 = 32;

/// Whether a text of words stands among the figures of a row with several numbers on either side, as where two rows lost their empty
/// cells: `558`, `558`, *Lasgaten*, `39`, `39`.
pub(super) fn parts_figures(wants: &[Want], classes: &[Class]) -> bool {
    const MIN: usize = 2;
    let (mut words, mut before, mut after) = (0, 0, 0);
    let of_figures = wants.iter().zip(classes).skip_while(|(want, _)| **want != Want::Figure);
    for (_, class) in of_figures.take_while(|(want, _)| **want == Want::Figure) {
        match class {
            Class::Words if words == 0 => words = 1,
            Class::Number if words == 0 => before += 1,
            Class::Number => after += 1,
            _ => return false,
        }
    }
    words == 1 && before >= MIN && after >= MIN
}

/// What it costs in tenths if words stand in the place of the first figure alone: more than to take the text above them for the label of a
/// group, and them for that of a row which lost a cell.
pub(super) const BEGINS_WITH_WORDS: u32 = 17;

/// What a part of a row costs in tenths that stands below the row and shares its label.
pub(super) const PART: u32 = 6;

/// The same for a figure with its year after it. Three such parts have to cost less than a row that takes one of them for a text.
pub(super) const DATED_PART: u32 = 2;

/// Whether words stand where a row has its time, and no number where it has its figures: these are the texts below a table.
pub(super) fn is_of_words_alone(wants: &[Want], classes: &[Class]) -> bool {
    let pairs = || wants.iter().zip(classes);
    let is_time = |(want, _): &(&Want, &Class)| **want == Want::Period;
    let mut times = pairs().filter(is_time).peekable();
    let is_number = |class: &Class| matches!(class, Class::Number | Class::Year);
    times.peek().is_some()
        && times.all(|(_, class)| matches!(class, Class::Words | Class::Mixed))
        && !pairs().any(|(want, class)| *want == Want::Figure && is_number(class))
}

/// Whether the figures of a row are more words than numbers, of which several stand alone behind words: these are rows of one number
/// below a table of more.
pub(super) fn is_of_other_rows(wants: &[Want], classes: &[Class]) -> bool {
    const MIN_ROWS: usize = 2;
    let (mut words, mut numbers, mut rows) = (0, 0, 0);
    let mut before = None;
    let of_figures = wants.iter().zip(classes).filter(|(want, _)| **want == Want::Figure);
    for (_, class) in of_figures {
        let is_number = matches!(class, Class::Number | Class::Year);
        match (before, is_number) {
            (Some(true), true) => return false,
            (Some(false), true) => rows += 1,
            _ => {}
        }
        numbers += usize::from(is_number);
        words += usize::from(!is_number);
        before = Some(is_number);
    }
    rows >= MIN_ROWS && words > numbers
}

/// What it costs in tenths to take a text of a class for what is wanted.
#[expect(clippy::match_same_arms, reason = "a table of prices, by what is wanted")]
pub(super) fn mismatch(want: Want, class: Class) -> u32 {
    match (want, class) {
        (_, Class::Note) => NEVER,
        (Want::Label, Class::Words | Class::Mixed | Class::Listed) => 0,
        (_, Class::Listed) => NEVER,
        (Want::Label, Class::Header) => 1,
        // *Beoogd 2017* is a header wherever it can be one.
        (Want::Label, Class::Dated) => 25,
        (Want::Figure | Want::Either | Want::Text | Want::Period, Class::Dated) => 30,
        (Want::Figure, Class::Number) => 0,
        (Want::Figure, Class::Year) => 1,
        (Want::Figure, Class::Mixed) => 3,
        (Want::Figure, Class::Words) => 14,
        // *Begroting* under a year: the column says what the figures of each row are.
        (Want::Figure, Class::Header) => 6,
        (Want::Figure, Class::Favour) => NEVER,
        (Want::Text, Class::Words | Class::Mixed) => 0,
        (Want::Text, Class::Header | Class::Favour) => 2,
        (Want::Text, Class::Year) => 3,
        (Want::Text, Class::Number) => 6,
        (Want::Either, Class::Number | Class::Words | Class::Mixed) => 1,
        (Want::Either, Class::Year | Class::Header | Class::Favour) => 4,
        (Want::Period, Class::Year) => 0,
        (Want::Period, Class::Words | Class::Mixed | Class::Header) => 6,
        (Want::Period, Class::Number) => 14,
        (Want::Code, Class::Number | Class::Year) => 0,
        // `1a`; whether it is a code is asked before.
        (Want::Code, Class::Mixed | Class::Words) => 1,
        (Want::StatedLabel, Class::Year | Class::Dated | Class::Header) => 0,
        (Want::Label | Want::StatedLabel | Want::Code | Want::Period, _) => NEVER,
    }
}

//! Units behind the numbers of cells: *6,83 fte*. Alone such a text may be a label (*28 dagen*); below a label that names the unit,
//! a row of them is one of cells.

use crate::read::cell;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::words::fold;

/// The unit behind the number of a text, where it is a number and a unit and nothing else.
fn unit_of<'t>(vocabulary: &Looks<'_>, text: &'t str) -> Option<&'t str> {
    let (number, unit) = text.trim().split_once(' ')?;
    let is_unit = unit.chars().all(char::is_alphabetic);
    let is_number = number.bytes().any(|byte| byte.is_ascii_digit()) && cell::is_bare(number);
    (is_unit && is_number && cell::read(vocabulary, text).is_understood()).then_some(unit)
}

/// Takes texts of a number and a unit for cells, where as many cells stand in a row as the headers above name times, two of them print
/// the unit, and the label right above them has its word. Headers may themselves be numbers with a unit (*10 dagen*, *20 dagen*), so none is taken
/// above the first time.
pub(super) fn take_units(vocabulary: &Looks<'_>, part: &[RawLine<'_>], classes: &mut [Class]) {
    /// One alone may be a label, or say something of it.
    const MIN: usize = 2;
    let text = |at: usize| part.get(at).map_or("", |line| &*line.text);
    // How many times the last run of headers names.
    let (mut times, mut run) = (0, 0);
    let mut at = 0;
    while let Some(&class) = classes.get(at) {
        if matches!(class, Class::Dated | Class::Year) {
            run += 1;
            times = run;
        } else {
            run = 0;
        }
        let unit = (class == Class::Mixed).then(|| unit_of(vocabulary, text(at))).flatten();
        let Some(unit) = unit else {
            at += 1;
            continue;
        };
        let is_alike = |of: &usize| match classes.get(*of) {
            Some(Class::Mixed) => unit_of(vocabulary, text(*of)) == Some(unit),
            Some(Class::Number) => true,
            _ => false,
        };
        let end = at + (at..classes.len()).take_while(is_alike).count();
        let is_named = at.checked_sub(1).is_some_and(|label| {
            let label = fold(text(label), true);
            label.split(' ').any(|word| word == fold(unit, true))
        });
        let printed =
            classes.get(at..end).unwrap_or_default().iter().filter(|class| **class == Class::Mixed);
        if printed.count() >= MIN && end - at == times && is_named {
            classes.iter_mut().take(end).skip(at).for_each(|class| *class = Class::Number);
        }
        at = end;
    }
}

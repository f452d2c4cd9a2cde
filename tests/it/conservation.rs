//! Conservation: every number in a table of a real page is placed, unplaced, a part of what is
//! printed around the figures, or in a text of which a finding says that no table was made of it.
//!
//! The pages stay outside the repository. `CONSERVATION_SHOW=13` prints the numbers of that page
//! that are not accounted for. Zeros are not counted: they have no digits to be found by.

use std::collections::{BTreeMap, HashSet};

use beleid::{LineUse, Part, PolicyField, Reader, Reading};

use crate::metamorphic::allowed::{Allowed, is_updating};
use crate::metamorphic::pages::{Page, pages};
use crate::metamorphic::seen::Seen;
use crate::metamorphic::table::{Table, keys};

/// How often each number occurs, by its digits.
#[derive(Debug, Default)]
struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    fn add(&mut self, text: &str) {
        self.add_keys(keys(text));
    }

    fn add_keys(&mut self, keys: impl IntoIterator<Item = String>) {
        for key in keys {
            *self.0.entry(key).or_default() += 1;
        }
    }

    /// The numbers that the others don't have, or have less often.
    fn without(&self, others: &Numbers) -> Vec<(&str, usize)> {
        let rest = self.0.iter().map(|(key, count)| {
            let others = others.0.get(key).copied().unwrap_or(0);
            (key.as_str(), count.saturating_sub(others))
        });
        rest.filter(|(_, count)| *count > 0).collect()
    }
}

/// The numbers that the tables of a page print: all cells of a grid but labels; in plain text the
/// lines of numbers alone, and the numbers that end a line.
fn printed(page: &Page) -> Numbers {
    let mut numbers = Numbers::default();
    if let Some(document) = &page.document {
        document.tables().flat_map(Table::cells).for_each(|cell| numbers.add(&cell.printed));
        return numbers;
    }
    for line in page.text.lines() {
        let words = line.split_whitespace().rev();
        let is_number = |word: &&str| !word.contains(char::is_alphabetic);
        words.take_while(is_number).for_each(|word| numbers.add(word));
    }
    numbers
}

/// The numbers of which a reading says what became of them.
fn accounted(reading: &Reading<'_>) -> Numbers {
    let mut numbers = Numbers::default();
    // A cell of which several figures were made is printed once.
    let mut cells = HashSet::new();
    for each in reading.budget.figures() {
        let Some(cell) = each.figure.and(each.cell) else { continue };
        let is_field = |part: &&Part| matches!(part, Part::Field { .. });
        let field = each.place.parts().iter().take_while(is_field).cloned().collect::<Vec<_>>();
        let at = (cell.table, cell.row, cell.column);
        if cell.column.is_none() || cells.insert((field, at)) {
            numbers.add(&cell.printed);
        }
    }
    let seen = Seen::of(reading);
    seen.unplaced.iter().for_each(|cell| numbers.add(&cell.printed));
    numbers.add_keys(seen.not_read);
    reading.budget.all_fields().for_each(|field| around(&mut numbers, field));
    for line in reading.lines() {
        if matches!(
            line.used_as,
            LineUse::Title | LineUse::PageNumber | LineUse::Furniture | LineUse::Contents
        ) {
            numbers.add(line.text);
        }
    }
    numbers
}

/// What a field prints around its figures: headings, headers, labels, notes.
fn around(numbers: &mut Numbers, field: &PolicyField) {
    let heading = &field.heading;
    for text in [&heading.label, &heading.title].into_iter().flatten() {
        numbers.add(text);
    }
    if let Some(code) = &heading.code {
        numbers.add(code.as_ref());
    }
    for table in &field.tables {
        table.title.iter().for_each(|title| numbers.add(title));
        table.columns.iter().flat_map(|column| &column.headers).for_each(|text| numbers.add(text));
        table.rows.iter().for_each(|row| numbers.add(&row.label));
    }
    for row in &field.indicators {
        numbers.add(row.label.as_ref().unwrap_or(&row.name));
        let slices = row.figures.iter().flat_map(|figure| figure.dimensions.iter());
        let slices: HashSet<&str> = slices.map(beleid::Dimension::value).collect();
        for slice in slices {
            numbers.add(slice);
        }
        row.source.iter().for_each(|source| numbers.add(source));
        row.attributes.iter().for_each(|attribute| numbers.add(&attribute.text));
        row.notes.iter().for_each(|note| numbers.add(&note.text));
    }
    for row in &field.costs {
        numbers.add(&row.label);
        row.group.iter().for_each(|group| numbers.add(group));
        row.code.iter().for_each(|code| numbers.add(code.as_ref()));
        row.attributes.iter().for_each(|attribute| numbers.add(&attribute.text));
        row.notes.iter().for_each(|note| numbers.add(&note.text));
    }
    let notes = field.notes.iter().map(|note| &note.text);
    let notes = notes.chain(field.attributes.iter().map(|attribute| &attribute.text));
    let texts = notes.chain(field.goals.iter().map(|goal| &goal.text));
    texts.chain(field.actions.iter().map(|action| &action.text)).for_each(|text| numbers.add(text));
    for code in field.goals.iter().filter_map(|goal| goal.code.as_ref()) {
        numbers.add(code.as_ref());
    }
    field.sections.iter().flat_map(|section| &section.heading).for_each(|text| numbers.add(text));
}

#[test]
fn no_number_of_a_real_table_is_lost() {
    let Some(pages) = pages() else { return };
    let allowed = Allowed::read_counts("conservation.txt");
    let shown = std::env::var("CONSERVATION_SHOW").unwrap_or_default();
    let mut counts = Vec::new();
    let mut failures = Vec::new();
    let mut all = 0;
    for page in &pages {
        let printed = printed(page);
        let reading = Reader::new().read_as(&page.text, page.layout);
        let accounted = accounted(&reading);
        let lost = printed.without(&accounted);
        let count: usize = lost.iter().map(|(_, count)| count).sum();
        all += printed.0.values().sum::<usize>();
        if shown == page.id {
            println!("{}: {lost:?}", page.id);
        }
        if allowed.get(&page.id).is_some_and(|allowed| count > *allowed) {
            failures.push(format!("{}: {count} numbers are lost: {lost:?}", page.id));
        }
        counts.push((page.id.clone(), count));
    }
    let lost: usize = counts.iter().map(|(_, count)| count).sum();
    println!("of {all} numbers in the tables of {} pages {lost} are lost", pages.len());
    if is_updating() {
        Allowed::write_counts("conservation.txt", &counts);
        return;
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

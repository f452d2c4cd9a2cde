//! Every word of the vocabulary is read where it belongs. What comes before the look-ups
//! (buffers of a fixed length, tests by first letter) rules most lines out at once, and a word
//! that is added above must not be ruled out with them.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // A test may well panic.

use super::super::facts::Facts;
use super::super::language::Tables;
use super::super::raw_cell::{Interpretation, RawCell};
use super::super::{cell, heading, questions};
use super::{Column, DUTCH, ENGLISH, Vocabulary};
use crate::leaves::value::{Change, Missing, Value};
use crate::words::{fold, fold_phrase, fold_word, is_verdict};

/// As documents print it at the beginning of a line.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().unwrap().to_uppercase().chain(letters).collect()
}

fn read(words: &Vocabulary, word: &str) -> RawCell {
    cell::read(words, word)
}

fn interpretation_of(words: &Vocabulary, word: &str) -> Interpretation {
    read(words, word).interpretation
}

/// Each vocabulary with the tables of its language.
fn languages() -> [(&'static Vocabulary, &'static Tables); 2] {
    [&*DUTCH, &*ENGLISH].map(|words| (words, words.pack().languages()[0]))
}

/// The words of a table whose rows mean something.
fn words_of<T>(table: &'static [(&'static str, T)]) -> impl Iterator<Item = &'static str> {
    table.iter().map(|(word, _)| *word)
}

#[test]
fn words_fold_to_themselves() {
    for (_, tables) in languages() {
        let (words, cells) = (&tables.vocabulary, &tables.cells);
        let of_cells = words_of(cells.measures)
            .chain(words_of(cells.long_measures))
            .chain(words_of(cells.changes))
            .chain(words_of(cells.flags))
            .chain(words_of(cells.relations))
            .chain(words_of(cells.counted_by));
        let added = words_of(words.headers)
            .chain(words_of(words.tables))
            .chain(words_of(words.editions))
            .chain(words_of(words.levels))
            .chain(words_of(words.missing))
            .chain(words.goals.iter().copied());
        for word in of_cells.chain(added) {
            assert_eq!(fold_word(word).as_deref(), Some(word));
        }
        for (word, _) in words.questions {
            assert_eq!(fold_phrase(word).as_deref(), Some(*word));
            // With two years after it, as in `Wat willen we bereiken in 2017-2020?`
            assert!(
                fold_phrase(&format!("{word} in 2017 2020")).is_some(),
                "{word} with its years"
            );
        }
        let remarks = &tables.remarks;
        let spaced = [
            cells.measured,
            cells.changes_number,
            cells.links,
            remarks.fillers,
            remarks.until,
            remarks.not_final,
            remarks.finals,
            remarks.source_names,
            remarks.source_kinds,
            remarks.definitions,
            remarks.about_figures,
            tables.bodies.others,
            tables.bodies.provinces,
        ];
        for word in spaced.into_iter().flatten().copied().chain(words_of(remarks.statuses)) {
            assert_eq!(fold(word, true), word);
        }
    }
}

#[test]
fn no_word_stands_in_a_table_twice() {
    fn check<T>(table: &'static [(&'static str, T)]) {
        let mut known = std::collections::HashSet::new();
        for word in words_of(table) {
            assert!(known.insert(word), "{word} stands there twice");
        }
    }
    for (words, tables) in languages() {
        assert_eq!(words.headers().len(), tables.vocabulary.headers.len());
        check(tables.vocabulary.headers);
        check(tables.vocabulary.questions);
        check(tables.vocabulary.tables);
        check(tables.vocabulary.editions);
        check(tables.vocabulary.missing);
        check(tables.cells.measures);
        check(tables.cells.changes);
        check(tables.cells.relations);
        check(tables.cells.counted_by);
        check(tables.remarks.statuses);
    }
}

#[test]
fn words_of_headers_are_headers() {
    for (words, tables) in languages() {
        for (word, column) in tables.vocabulary.headers {
            if let Column::Figures(_) = column {
                for text in [format!("{} 2017", capital(word)), format!("2017 {word}")] {
                    let facts = Facts::of(words, &text);
                    let states =
                        facts.role.is_some() || facts.flow.is_some() || facts.content.is_some();
                    assert!(states && facts.period.is_some() && facts.rest == 0, "{text}");
                }
            } else {
                assert!(Facts::of(words, word).is_pure(), "{word}");
            }
        }
    }
}

#[test]
fn words_of_headings_open_their_blocks() {
    for (words, tables) in languages() {
        for (word, _) in tables.vocabulary.questions {
            assert!(questions::question(words, &format!("{word}?")).is_some(), "{word}");
            assert!(questions::question(words, &capital(word)).is_some(), "{word}");
        }
        for (word, _) in tables.vocabulary.tables {
            assert!(questions::table_title(words, &capital(word)).is_some(), "{word}");
        }
        for (word, _) in tables.vocabulary.editions {
            assert!(heading::title(words, &format!("{} 2017", capital(word))).is_some(), "{word}");
        }
        for (word, _) in tables.vocabulary.levels {
            let heading = format!("{} 2 Economie", capital(word));
            assert!(heading::field_heading(words, &heading).is_some(), "{word}");
        }
    }
}

#[test]
fn words_of_cells_are_values() {
    for (words, tables) in languages() {
        let interpretation_of = |text: &str| interpretation_of(words, text);
        for (word, _) in tables.vocabulary.missing {
            assert!(read(words, word).is_missing(), "{word}");
            // `nvt` is printed with points, spaces and capitals as well.
            let letters = word.to_uppercase().chars().map(String::from).collect::<Vec<_>>();
            if word.len() < 5 {
                let spaced = format!("{}.", letters.join("."));
                assert!(read(words, &spaced).is_missing(), "{word}");
            }
        }
        for (word, change) in tables.cells.changes {
            assert!(
                matches!(interpretation_of(word), Interpretation::Sure(Value::Change(_))),
                "{word}"
            );
            for between in tables.cells.change_by {
                let by = interpretation_of(&format!("{}{between}5%", capital(word)));
                // `Gelijk met 5%` states no size, and `meer van 5` has another meaning.
                let is_level =
                    *change == Change::Unchanged || tables.cells.comparing_changes.contains(word);
                let is_change = matches!(by, Interpretation::Sure(Value::ChangeBy { .. }));
                assert_eq!(is_change, !is_level, "{word}{between}");
            }
        }
        for (word, _) in tables.cells.flags {
            let is_flag = matches!(interpretation_of(word), Interpretation::Sure(Value::Flag(_)));
            assert!(is_flag, "{word}");
        }
        for (word, meaning) in tables.cells.measures {
            let is_letter = matches!(meaning, super::super::language::NumberWord::Letter(_));
            let printed = if is_letter { format!("12{word}") } else { format!("12 {word}") };
            assert!(read(words, &printed).is_understood(), "{word}");
        }
    }
    for word in ["behaald", "nietbehaald", "achieved", "notmet"] {
        assert!(is_verdict(word), "{word}");
        let read = interpretation_of(&DUTCH, word);
        assert!(matches!(read, Interpretation::Sure(Value::Text(_))), "{word}");
    }
}

#[test]
fn signs_for_no_data_are_missing_in_each_language() {
    for (words, _) in languages() {
        for sign in [".", "#", "*", "N/A", "n/a", "n.a."] {
            let cell = interpretation_of(words, sign);
            assert_eq!(cell, Interpretation::Sure(Missing::NotAvailable.into()), "{sign}");
        }
        assert_eq!(
            interpretation_of(words, "-"),
            Interpretation::Sure(Missing::Unspecified.into())
        );
    }
}

#[test]
fn words_around_numbers_are_read() {
    for (words, tables) in languages() {
        let interpretation_of = |text: &str| interpretation_of(words, text);
        for word in tables.cells.about {
            assert_eq!(interpretation_of(&format!("{word}5")), interpretation_of("5"), "{word}");
            let mut cell = read(words, &format!("{word}5"));
            assert_eq!(cell.take_extras().status.len(), 1, "{word}");
        }
        for comparator in tables.cells.comparators {
            let (word, comparison) = (comparator.words, comparator.comparison);
            let expected = Interpretation::Sure(cell::compared(comparison, 5.into()));
            assert_eq!(interpretation_of(&format!("{word}5")), expected, "{word}");
            assert_eq!(interpretation_of(&format!("{} 5", capital(word))), expected, "{word}");
            for (relation, _) in tables.cells.relations {
                let relative = interpretation_of(&format!("{word} {relation}"));
                let is_read = matches!(
                    relative,
                    Interpretation::YearBefore(_) | Interpretation::Sure(Value::Relative { .. })
                );
                assert!(is_read, "{word} {relation}");
            }
        }
        for (after, comparison) in tables.cells.comparators_after {
            let expected = Interpretation::Sure(cell::compared(*comparison, 5.into()));
            assert_eq!(interpretation_of(&format!("5{after}")), expected, "{after}");
        }
    }
}

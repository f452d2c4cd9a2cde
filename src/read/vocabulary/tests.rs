//! Every word of the vocabulary is read where it belongs. What comes before the look-ups
//! (buffers of a fixed length, tests by first letter) rules most lines out at once, and a word
//! that is added above must not be ruled out with them.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // A test may well panic.

use super::super::raw_cell::{Interpretation, RawCell};
use super::super::{cell, header, heading, questions};
use super::{Column, DUTCH, Vocabulary, dutch, english};
use crate::leaves::value::{Change, Value};
use crate::words::{fold, fold_phrase, fold_word};

/// The words in the body of one function, from the source itself: so none is forgotten here.
fn words_in(source: &'static str, function: &str) -> Vec<&'static str> {
    let (_, after) = source.split_once(&format!("fn {function}(")).unwrap();
    let (body, _) = after.split_once("\n}").unwrap();
    let texts = body.split('"').skip(1).step_by(2);
    let words: Vec<&str> = texts.filter(|text| !text.contains('{')).collect();
    assert!(!words.is_empty(), "{function} has no words");
    words
}

fn words_of(function: &str) -> Vec<&'static str> {
    words_in(include_str!("cells.rs"), function)
}

/// As documents print it at the beginning of a line.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().unwrap().to_uppercase().chain(letters).collect()
}

fn read(word: &str) -> RawCell {
    cell::read(&DUTCH, word)
}

fn interpretation_of(word: &str) -> Interpretation {
    read(word).interpretation
}

/// Each vocabulary with its tables.
fn languages() -> [(Vocabulary, &'static [(&'static str, Column)]); 2] {
    [(Vocabulary::dutch(), dutch::HEADERS), (Vocabulary::english(), english::HEADERS)]
}

#[test]
fn words_fold_to_themselves() {
    let tables = [dutch::HEADERS, english::HEADERS];
    let headers = tables.into_iter().flatten().map(|(word, _)| *word);
    let others = [
        dutch::TABLES.iter().map(|(word, _)| *word).collect::<Vec<_>>(),
        english::TABLES.iter().map(|(word, _)| *word).collect(),
        dutch::EDITIONS.iter().map(|(word, _)| *word).collect(),
        english::EDITIONS.iter().map(|(word, _)| *word).collect(),
        dutch::LEVELS.iter().map(|(word, _)| *word).collect(),
        english::LEVELS.iter().map(|(word, _)| *word).collect(),
        dutch::MISSING.iter().map(|(word, _)| *word).collect(),
        english::MISSING.iter().map(|(word, _)| *word).collect(),
        words_of("change"),
        words_of("flag"),
        words_of("relation"),
        words_of("measure"),
    ];
    for word in headers.chain(others.into_iter().flatten()) {
        assert_eq!(fold_word(word).as_deref(), Some(word));
    }
    for (word, _) in dutch::QUESTIONS.iter().chain(english::QUESTIONS) {
        assert_eq!(fold_phrase(word).as_deref(), Some(*word));
        // With two years after it, as in `Wat willen we bereiken in 2017-2020?`
        assert!(fold_phrase(&format!("{word} in 2017 2020")).is_some(), "{word} with its years");
    }
    let spaced = ["is_measurement", "changes_number"].into_iter().flat_map(words_of);
    let of_status = ["status", "is_filler"];
    let of_status = of_status.map(|name| words_in(include_str!("status.rs"), name));
    for word in spaced.chain(of_status.into_iter().flatten()) {
        assert_eq!(fold(word, true), word.trim());
    }
    for body in super::BODIES {
        assert_eq!(fold_word(body).as_deref(), Some(*body));
    }
}

#[test]
fn no_word_stands_in_a_table_twice() {
    for (words, table) in languages() {
        assert_eq!(words.headers().len(), table.len());
    }
    assert_eq!(DUTCH.questions.len(), dutch::QUESTIONS.len());
    assert_eq!(DUTCH.missing.len(), dutch::MISSING.len());
}

#[test]
fn words_of_headers_are_headers() {
    for (words, table) in languages() {
        for (word, column) in table {
            if let Column::Figures(_) = column {
                assert!(header::has_role(&words, &capital(word)), "{word}");
                assert!(header::is_dated_role(&words, &format!("{word} 2017")), "{word}");
                assert!(header::is_dated_role(&words, &format!("2017 {word}")), "{word}");
            } else {
                assert!(header::is_header(&words, word), "{word}");
            }
        }
    }
}

#[test]
fn words_of_headings_open_their_blocks() {
    for (words, questions, tables, editions, levels) in [
        (Vocabulary::dutch(), dutch::QUESTIONS, dutch::TABLES, dutch::EDITIONS, dutch::LEVELS),
        (
            Vocabulary::english(),
            english::QUESTIONS,
            english::TABLES,
            english::EDITIONS,
            english::LEVELS,
        ),
    ] {
        for (word, _) in questions {
            assert!(questions::question(&words, &format!("{word}?")).is_some(), "{word}");
            assert!(questions::question(&words, &capital(word)).is_some(), "{word}");
        }
        for (word, _) in tables {
            assert!(questions::table_title(&words, &capital(word)).is_some(), "{word}");
        }
        for (word, _) in editions {
            assert!(heading::title(&words, &format!("{} 2017", capital(word))).is_some(), "{word}");
        }
        for (word, _) in levels {
            let heading = format!("{} 2 Economie", capital(word));
            assert!(heading::field_heading(&words, &heading).is_some(), "{word}");
        }
    }
}

#[test]
fn words_of_cells_are_values() {
    for (word, _) in dutch::MISSING {
        assert!(read(word).is_missing(), "{word}");
        // `nvt` is printed with points, spaces and capitals as well.
        let letters = word.to_uppercase().chars().map(String::from).collect::<Vec<_>>();
        if word.len() < 5 {
            assert!(read(&format!("{}.", letters.join("."))).is_missing(), "{word}");
        }
    }
    for (word, _) in english::MISSING {
        assert!(cell::read(&Vocabulary::english(), word).is_missing(), "{word}");
    }
    for word in words_of("change") {
        assert!(
            matches!(interpretation_of(word), Interpretation::Sure(Value::Change(_))),
            "{word}"
        );
        let by = interpretation_of(&format!("{} met 5%", capital(word)));
        // `Gelijk met 5%` states no size, and `meer van 5` has another meaning.
        let is_level = super::change(word) == Some(Change::Unchanged)
            || matches!(word, "meer" | "minder" | "hoger" | "lager");
        assert_eq!(matches!(by, Interpretation::Sure(Value::ChangeBy { .. })), !is_level, "{word}");
    }
    for word in words_of("flag") {
        assert!(matches!(interpretation_of(word), Interpretation::Sure(Value::Flag(_))), "{word}");
    }
    for word in words_in(include_str!("../../words.rs"), "is_verdict") {
        assert!(matches!(interpretation_of(word), Interpretation::Sure(Value::Text(_))), "{word}");
    }
    for word in words_of("measure") {
        assert!(read(&format!("12 {word}")).is_understood(), "{word}");
    }
}

#[test]
fn words_around_numbers_are_read() {
    for word in super::ABOUT {
        assert_eq!(interpretation_of(&format!("{word}5")), interpretation_of("5"), "{word}");
        assert_eq!(read(&format!("{word}5")).take_extras().status.len(), 1, "{word}");
    }
    for (word, comparison) in super::COMPARATORS {
        let expected = Interpretation::Sure(cell::compared(*comparison, 5.into()));
        assert_eq!(interpretation_of(&format!("{word}5")), expected, "{word}");
        assert_eq!(interpretation_of(&format!("{} 5", capital(word))), expected, "{word}");
        for relation in words_of("relation") {
            let relative = interpretation_of(&format!("{word} {relation}"));
            let is_read = matches!(
                relative,
                Interpretation::YearBefore(_) | Interpretation::Sure(Value::Relative { .. })
            );
            assert!(is_read, "{word} {relation}");
        }
    }
    for (words, comparison) in super::COMPARATORS_AFTER {
        let expected = Interpretation::Sure(cell::compared(*comparison, 5.into()));
        assert_eq!(interpretation_of(&format!("5{words}")), expected, "{words}");
    }
}

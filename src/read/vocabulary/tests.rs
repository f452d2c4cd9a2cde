//! Every word of the vocabulary is read where it belongs. What stands in front of the look-ups
//! (buffers of a fixed length, tests by first letter) rules most lines out at once, and a word
//! that is added above must not be ruled out with them.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // A test may well panic.

use super::super::cell;
use super::super::raw_cell::{RawCell, Says};
use super::super::{blocks, header, heading};
use crate::Value;
use crate::words::{fold, fold_phrase, fold_word};

/// The words in the body of one function, from the source itself: so none is forgotten here.
fn words_in(source: &'static str, function: &str) -> Vec<&'static str> {
    let (_, behind) = source.split_once(&format!("fn {function}(")).unwrap();
    let (body, _) = behind.split_once("\n}").unwrap();
    let texts = body.split('"').skip(1).step_by(2);
    let words: Vec<&str> = texts.filter(|text| !text.contains('{')).collect();
    assert!(!words.is_empty(), "{function} has no words");
    words
}

fn words_of(function: &str) -> Vec<&'static str> {
    words_in(include_str!("../vocabulary.rs"), function)
}

/// As documents print it at the beginning of a line.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().unwrap().to_uppercase().chain(letters).collect()
}

fn says(word: &str) -> Says {
    let RawCell { says, .. } = cell::read(word);
    says
}

#[test]
fn words_fold_to_themselves() {
    let single = [
        "edition_kind",
        "level",
        "table_title",
        "role",
        "is_attribute",
        "is_label_header",
        "is_measure",
        "missing",
        "change",
        "flag",
        "relation",
    ];
    for word in single.into_iter().flat_map(words_of) {
        assert_eq!(fold_word(word).as_deref(), Some(word));
    }
    for word in words_of("question") {
        assert_eq!(fold_phrase(word).as_deref(), Some(word));
        // With two years behind it, as in `Wat willen we bereiken in 2017-2020?`
        assert!(fold_phrase(&format!("{word} in 2017 2020")).is_some(), "{word} with its years");
    }
    let spaced = ["is_measurement", "changes_number", "status"];
    for word in spaced.into_iter().flat_map(words_of) {
        assert_eq!(fold(word, true), word.trim());
    }
    for body in super::BODIES {
        assert_eq!(fold_word(body).as_deref(), Some(*body));
    }
}

#[test]
fn words_of_headers_are_headers() {
    for word in words_of("role") {
        assert!(header::has_role(&capital(word)), "{word}");
        assert!(header::is_dated_role(&format!("{word} 2017")), "{word}");
    }
    for word in ["is_attribute", "is_label_header"].into_iter().flat_map(words_of) {
        assert!(header::is_header(word), "{word}");
    }
}

#[test]
fn words_of_headings_open_their_blocks() {
    for word in words_of("question") {
        assert!(blocks::question(&format!("{word}?")).is_some(), "{word}");
        assert!(blocks::question(&capital(word)).is_some(), "{word}");
    }
    for word in words_of("table_title") {
        assert!(blocks::table_title(&capital(word)).is_some(), "{word}");
    }
    for word in words_of("edition_kind") {
        assert!(heading::title(&format!("{} 2017", capital(word))).is_some(), "{word}");
    }
    for word in words_of("level") {
        let heading = format!("{} 2 Economie", capital(word));
        assert!(heading::field_heading(&heading).is_some(), "{word}");
    }
}

#[test]
fn words_of_cells_are_values() {
    for word in words_of("missing") {
        assert!(cell::read(word).is_missing(), "{word}");
        // `nvt` is printed with points, spaces and capitals as well.
        let letters = word.to_uppercase().chars().map(String::from).collect::<Vec<_>>();
        if word.len() < 5 {
            assert!(cell::read(&format!("{}.", letters.join("."))).is_missing(), "{word}");
        }
    }
    for word in words_of("change") {
        assert!(matches!(says(word), Says::Sure(Value::Change(_))), "{word}");
        let by = format!("{} met 5%", capital(word));
        assert!(matches!(says(&by), Says::Sure(Value::ChangeBy { .. })), "{word}");
    }
    for word in words_of("flag") {
        assert!(matches!(says(word), Says::Sure(Value::Flag(_))), "{word}");
    }
    for word in words_in(include_str!("../../words.rs"), "is_verdict") {
        assert!(matches!(says(word), Says::Sure(Value::Text(_))), "{word}");
    }
}

#[test]
fn words_around_numbers_are_read() {
    for word in super::ABOUT {
        assert_eq!(says(&format!("{word}5")), says("5"), "{word}");
        assert_eq!(cell::read(&format!("{word}5")).take_beside().status.len(), 1, "{word}");
    }
    for (word, comparison) in super::COMPARATORS {
        let expected = Says::Sure(cell::compared(*comparison, 5.into()));
        assert_eq!(says(&format!("{word}5")), expected, "{word}");
        assert_eq!(says(&format!("{} 5", capital(word))), expected, "{word}");
        for relation in words_of("relation") {
            let relative = says(&format!("{word} {relation}"));
            let is_read =
                matches!(relative, Says::YearBefore(_) | Says::Sure(Value::Relative { .. }));
            assert!(is_read, "{word} {relation}");
        }
    }
}

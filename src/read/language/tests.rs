//! The tables of the packs, and the look-ups in them.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)] // A test may well panic.

use super::{ColumnKind, DUTCH, ENGLISH, HeaderWord, Pack};
use crate::language::Language;
use crate::words::fold;

fn packs() -> [&'static Pack; 2] {
    [&DUTCH, &ENGLISH]
}

fn phrases(pack: &'static Pack) -> &'static [(&'static str, HeaderWord)] {
    pack.languages()[0].headers.phrases
}

#[test]
fn phrases_fold_to_themselves_and_stand_once() {
    for pack in packs() {
        let mut keys = std::collections::HashSet::new();
        for (phrase, _) in phrases(pack) {
            assert_eq!(fold(phrase, true), *phrase);
            let key = fold(phrase, false);
            assert!(keys.insert(key), "{phrase} stands there twice");
        }
    }
}

#[test]
fn each_phrase_is_found() {
    for pack in packs() {
        for (phrase, word) in phrases(pack) {
            assert_eq!(pack.header(&fold(phrase, false)), Some(*word), "{phrase}");
        }
        assert_eq!(pack.header("rijnderveen"), None);
    }
}

#[test]
fn ambiguous_words_have_all_their_meanings() {
    for pack in packs() {
        for (phrase, word) in phrases(pack) {
            if let HeaderWord::Ambiguous(meanings) = word {
                assert!(meanings.len() > 1, "{phrase}");
                let is_flat = |word: &HeaderWord| !matches!(word, HeaderWord::Ambiguous(_));
                assert!(meanings.iter().all(is_flat), "{phrase}");
            }
        }
    }
}

#[test]
fn the_first_language_of_a_pack_decides() {
    let both = DUTCH.and(&ENGLISH);
    assert_eq!((both.language(), both.languages().len()), (Language::Dutch, 2));
    assert_eq!(ENGLISH.and(&DUTCH).language(), Language::English);
    assert_eq!(DUTCH.and(&DUTCH).languages().len(), 1);
    assert_eq!(both.and(&ENGLISH).languages().len(), 2);
    assert!(both.measure("dagen").is_some() && both.measure("days").is_some());
    assert!(DUTCH.measure("days").is_none());
    assert_eq!(both.month("mei"), Some(5));
    assert_eq!(both.month("may"), Some(5));
}

#[test]
fn lines_about_a_table_are_known() {
    assert_eq!(DUTCH.meta("Eenheid: duizend euro"), Some((ColumnKind::Unit, "duizend euro")));
    assert_eq!(DUTCH.meta("Bron: CBS"), Some((ColumnKind::Source, "CBS")));
    assert_eq!(ENGLISH.meta("Data source: ONS"), Some((ColumnKind::Source, "ONS")));
    assert_eq!(DUTCH.meta("Programma 3: Wonen"), None);
}

/// The text of a source file without its comments, its tests and what `coded!` makes codes of.
fn code_of(source: &str) -> String {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or(source);
    let mut code = String::new();
    let mut in_codes = false;
    for line in source.lines() {
        let text = line.trim_start();
        in_codes |= text.starts_with("coded! {");
        // Attributes name features, aliases of the documentation and reasons of lints.
        let is_code = !(in_codes || text.starts_with("//") || text.starts_with("#["));
        if is_code {
            code.push_str(line.split(" // ").next().unwrap_or(line));
        }
        code.push('\n');
        in_codes &= line != "}";
    }
    code
}

/// The string literals in some code.
fn literals(code: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // A character, or a lifetime.
            '\'' => {
                let mut ahead = chars.clone();
                let first = ahead.next();
                let skipped = match (first, ahead.next()) {
                    (Some('\\'), _) => ahead.take_while(|c| *c != '\'').count() + 3,
                    (Some(_), Some('\'')) => 2,
                    _ => 0,
                };
                for _ in 0..skipped {
                    chars.next();
                }
            }
            '"' => {
                let mut literal = String::new();
                while let Some(c) = chars.next().filter(|c| *c != '"') {
                    literal.push(c);
                    if c == '\\' {
                        literal.extend(chars.next());
                    }
                }
                literals.push(literal);
            }
            _ => {}
        }
    }
    literals
}

fn keys<T>(table: &'static [(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}

/// Every word and phrase of a pack that has at least four letters, folded without spaces.
fn words_of(pack: &'static Pack) -> std::collections::HashSet<String> {
    let tables = pack.languages()[0];
    let (words, cells, labels) = (&tables.vocabulary, &tables.cells, &tables.labels);
    let (remarks, dates, text) = (&tables.remarks, &tables.dates, &tables.text);
    let lists = [
        keys(words.headers),
        keys(words.questions),
        keys(words.tables),
        keys(words.editions),
        keys(words.levels),
        words.goals.to_vec(),
        keys(words.missing),
        keys(tables.headers.phrases),
        tables.headers.totals.to_vec(),
        keys(cells.measures),
        keys(cells.long_measures),
        keys(cells.counted_by),
        keys(cells.changes),
        keys(cells.flags),
        keys(cells.relations),
        cells.about.to_vec(),
        cells.comparators.iter().map(|known| known.words).collect(),
        keys(cells.comparators_after),
        cells.pointers.to_vec(),
        cells.dittos.to_vec(),
        cells.rank_before.to_vec(),
        cells.deadlines.to_vec(),
        cells.range_opens.to_vec(),
        cells.range_to.to_vec(),
        cells.against.to_vec(),
        cells.change_from.to_vec(),
        cells.changes_number.to_vec(),
        cells.links.to_vec(),
        cells.places.to_vec(),
        cells.measured.to_vec(),
        keys(remarks.statuses),
        remarks.fillers.to_vec(),
        remarks.finals.to_vec(),
        remarks.source_kinds.to_vec(),
        remarks.source_leads.to_vec(),
        remarks.frequencies.to_vec(),
        remarks.kinds.to_vec(),
        remarks.scales.to_vec(),
        remarks.definitions.to_vec(),
        remarks.about_figures_stems.to_vec(),
        remarks.about_figures.to_vec(),
        remarks.aims.to_vec(),
        labels.intros.to_vec(),
        labels.whole.to_vec(),
        labels.amounts.to_vec(),
        labels.counts.to_vec(),
        labels.percents.to_vec(),
        keys(labels.measures),
        keys(labels.scales),
        labels.measured_stems.to_vec(),
        labels.rank_begins.to_vec(),
        labels.people.to_vec(),
        labels.times.to_vec(),
        tables.rows.expenses.to_vec(),
        tables.rows.income.to_vec(),
        tables.rows.reserves.to_vec(),
        tables.rows.into_reserves.to_vec(),
        tables.rows.out_of_reserves.to_vec(),
        labels.scale_grammar.large.to_vec(),
        labels.scale_grammar.thousands.to_vec(),
        labels.scale_grammar.millions.to_vec(),
        labels.higher_is_better.to_vec(),
        labels.rating_stems.to_vec(),
        keys(labels.accumulations),
        dates.months.concat(),
        dates.year_names.to_vec(),
        keys(dates.parts),
        text.bodies.to_vec(),
        text.drafts.to_vec(),
        text.actions.to_vec(),
        text.sources.to_vec(),
        text.pictures.to_vec(),
        text.pages.to_vec(),
        text.contents.to_vec(),
        tables.bodies.others.to_vec(),
        tables.bodies.provinces.to_vec(),
        tables.bodies.first.to_vec(),
    ];
    let folded = lists.concat().into_iter().map(|word| fold(word, false));
    folded.filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 4).collect()
}

/// Files that speak to people, in both languages; what shows the cells of a workbook as a Dutch
/// Excel does; and what knows the addresses of footnotes in pages (`#fn1`, `#noot-1`).
const SPEAK: [&str; 10] = [
    "read/mapped/column.rs",
    "read/mapping/file.rs",
    "read/explain.rs",
    "read/placement.rs",
    "read/single.rs",
    "read/source/xlsx/shown.rs",
    "read/source/xlsx/format.rs",
    "read/source/xlsx/cells.rs",
    "read/source/raised.rs",
    "read/vocabulary/known.rs",
];

/// The names of units in the model, and of what an error or a finding is about.
const NAMES: [&str; 7] = ["week", "month", "quarter", "year", "question", "level", "number"];

/// Messages of findings with an example in them.
const MESSAGES: [&str; 1] = [r#"no title such as \"Begroting 2017\" was recognised"#];

#[test]
fn no_word_of_documents_stands_outside_the_packs() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let of_dutch = DUTCH.languages()[0].function_words;
    let dutch = words_of(&DUTCH);
    let english = words_of(&ENGLISH);
    let mut files = vec![root.join("read"), root.join("words/mod.rs")];
    let (mut seen, mut found) = (0, Vec::new());
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let is_of_pack = name.starts_with("read/language/dutch/")
            || name.starts_with("read/language/english/")
            || name.ends_with("tests.rs");
        if is_of_pack || SPEAK.contains(&&*name) {
            continue;
        }
        seen += 1;
        for literal in literals(&code_of(&std::fs::read_to_string(&path).unwrap())) {
            // A message of a finding is a sentence, and no word of a pack; in Dutch it isn't written.
            let folded = fold(&literal, false);
            let is_dutch = dutch.contains(&folded) && !english.contains(&folded)
                || fold(&literal, true).split(' ').any(|word| of_dutch.contains(&word));
            // Layouts are written with English words, and so are the names of units.
            let is_english = english.contains(&folded)
                && !name.starts_with("read/source/")
                && !NAMES.contains(&&*literal);
            if (is_dutch || is_english) && !MESSAGES.contains(&&*literal) {
                found.push(format!("{name}: {literal:?}"));
            }
        }
    }
    assert!(seen > 40, "{seen} files were looked at");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn literals_are_found_in_code() {
    let source =
        "/// \"lasten\"\nlet a = \"saldo\"; // \"baten\"\nlet b = ('\"', '\\'', \"a \\\" b\");\n";
    assert_eq!(literals(&code_of(source)), ["saldo", "a \\\" b"]);
}

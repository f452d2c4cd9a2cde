//! A mapping that says what the words say already changes nothing.

use beleid::{Column, Layout, MappedColumn, Mapping, Reader, Role};
use proptest::prelude::*;
use proptest::sample::subsequence;

/// Headers that are known, with what they hold, and cells below them.
const KNOWN: &[(&str, Column, &[&str])] = &[
    ("Behaald 2018", Column::Figures(Role::Realised), &["12", "5,2", "-"]),
    ("Begroting 2019", Column::Figures(Role::Budgeted), &["13", "1.200,5", "nnb"]),
    ("Streefwaarde 2020", Column::Figures(Role::Target), &["> 15", "14", "10-12"]),
    ("Norm 2020", Column::Figures(Role::Norm), &["11", "7", "8"]),
    ("Eenheid", Column::Unit, &["%", "aantal", "km"]),
    ("Bron", Column::Source, &["CBS", "eigen onderzoek", "DUO"]),
    ("Gemeente", Column::Area, &["Zwolle", "Assen", "Meppel"]),
];

proptest! {
    #[test]
    fn what_the_words_say_changes_nothing(
        chosen in subsequence(KNOWN.to_vec(), 2..=KNOWN.len()),
        picks in proptest::collection::vec(0_usize..3, 21),
        said in subsequence((0..7).collect::<Vec<usize>>(), 0..=7),
    ) {
        prop_assume!(chosen.iter().any(|(_, holds, _)| matches!(holds, Column::Figures(_))));
        let mut text = String::from("Indicator");
        for (header, ..) in &chosen {
            text = format!("{text};{header}");
        }
        for (row, name) in ["Huizen", "Banen", "Scholen"].iter().enumerate() {
            text = format!("{text}\n{name}");
            for (at, (_, _, cells)) in chosen.iter().enumerate() {
                text = format!("{text};{}", cells[picks[row * 7 + at]]);
            }
        }
        let mut mapping = Mapping::new().with_column("Indicator", Column::Label);
        for (header, holds, _) in said.iter().filter_map(|at| chosen.get(*at)) {
            mapping = mapping.with_column(header, MappedColumn::from(*holds));
        }
        let plain = Reader::new().read_as(&text, Layout::Csv);
        let mapped = Reader::new().with_mapping(mapping).read_as(&text, Layout::Csv);
        prop_assert_eq!(&plain.budget, &mapped.budget, "{}", text);
        prop_assert_eq!(plain.findings(), mapped.findings());
    }
}

/// Whatever a mapping says, reading is total.
#[test]
fn any_mapping_is_read_with() {
    let kinds = [
        Column::Value,
        Column::Label,
        Column::Group,
        Column::Period,
        Column::Role,
        Column::Flow,
        Column::Area,
        Column::Population,
        Column::Unit,
        Column::Code,
        Column::Number,
        Column::Source,
        Column::Notes,
        Column::Status,
        Column::Remark,
        Column::Measured,
        Column::Attribute,
        Column::Figures(Role::Target),
    ];
    let pages = [
        ("Indicator;Behaald 2018;Bron\nHuizen;12;CBS\nBanen;3;DUO\n", Layout::Csv),
        (
            "2.3 Wonen\n\nIndicator\n\nBehaald 2018\n\nBron\n\nHuizen\n\n12\n\nCBS\n\nBanen\n\n3\n\nDUO\n",
            Layout::Lines,
        ),
        (
            "2.3 Wonen\n\nIndicator   Behaald 2018   Bron\nHuizen   12   5\nBanen   3   8\n",
            Layout::Lines,
        ),
    ];
    for (text, layout) in pages {
        for one in kinds {
            for other in kinds {
                let mapping = Mapping::new()
                    .with_column("Behaald", one)
                    .with_column("Bron", other)
                    .with_column_number(1, other);
                let reading = Reader::new().with_mapping(mapping).read_as(text, layout);
                // Each number is somewhere: a figure, an attribute, a label, or unplaced.
                let budget = serde_json::to_string(&reading.budget).unwrap();
                assert!(
                    budget.contains("12") && budget.contains('3'),
                    "{one:?} {other:?} {text}\n{budget}"
                );
            }
        }
    }
}

//! What the library answers, against the files: every code, name, parent, forbidden cell and check.

use std::collections::HashSet;

use beleid::codes::{Definitions, List, Part, Tier, mandatory_indicators};

use super::files::{self, FILES, LISTS, Line, PARTS};

#[test]
fn every_entry_is_that_of_its_file() {
    for (tier, year, name) in FILES {
        let Some(file) = files::read(name) else { return };
        assert_eq!(file["metadata"]["boekjaar"], year.to_string());
        let of_tier = name.split_once('_').unwrap().0;
        assert_eq!(file["metadata"]["overheidslaag"], of_tier);
        let definitions = Definitions::of(tier, year).unwrap();
        for (list, key) in List::ALL.iter().zip(LISTS) {
            let lines = files::lines(&file, key);
            let entries = definitions.entries(*list).map(|entry| Line {
                code: entry.code.to_owned(),
                name: entry.name.to_owned(),
                parent: entry.parent.map(str::to_owned),
                is_group: entry.is_group,
            });
            assert_eq!(entries.collect::<Vec<_>>(), lines, "{name} {key}");
            assert_eq!(lines.is_empty(), year < 2020 && file["codelijsten"][key].is_null());
            for line in &lines {
                let found = definitions.find(*list, &line.code).unwrap();
                assert_eq!((found.code, found.name), (&*line.code, &*line.name));
                // By its description, unless several have it.
                let same = lines.iter().filter(|other| other.name == line.name).count();
                let found = definitions.find(*list, &line.name);
                assert_eq!(
                    found.is_some_and(|found| found.code == line.code),
                    same == 1,
                    "{name} {line:?}"
                );
                let both = format!("{} {}", line.code, line.name);
                assert_eq!(definitions.find(*list, &both).unwrap().code, line.code);
                // The newest ones are enough for what takes longer.
                if year == 2026 {
                    let near = definitions.near(*list, &line.name);
                    assert!(near.iter().any(|near| near.code == line.code), "{name} {line:?}");
                }
            }
        }
        // No list of the file is left out: the dimensions are the form of a delivery.
        let lists = file["codelijsten"].as_object().unwrap().keys();
        let others: Vec<_> = lists.filter(|list| !LISTS.contains(&&***list)).collect();
        assert!(others.is_empty() || year < 2020 && others == ["dimensies"], "{others:?}");
    }
    assert_eq!(Definitions::all().count(), FILES.len());
}

/// Of all rows and categories of the lists, those that the file names are forbidden and no others.
#[test]
fn every_forbidden_cell_is_that_of_its_file() {
    let mut count = 0;
    for (tier, year, name) in FILES {
        let Some(file) = files::read(name) else { return };
        let definitions = Definitions::of(tier, year).unwrap();
        for (part, of) in Part::ALL.iter().zip(PARTS) {
            let cells = files::forbidden(&file, of);
            count += cells.len();
            for (row, category) in &cells {
                assert!(definitions.is_forbidden(*part, row, category), "{name} {row} {category}");
            }
            let cells: HashSet<_> = cells.into_iter().collect();
            let answered = definitions.forbidden(*part);
            let answered: HashSet<_> =
                answered.map(|(row, category)| (row.to_owned(), category.to_owned())).collect();
            assert_eq!(answered, cells, "{name} {part}");
            let mut others = 0;
            for row in definitions.entries(part.rows()) {
                for category in definitions.entries(part.categories()) {
                    let is_forbidden = definitions.is_forbidden(*part, row.code, category.code);
                    let key = (row.code.to_owned(), category.code.to_owned());
                    assert_eq!(is_forbidden, cells.contains(&key), "{name} {part} {key:?}");
                    others += usize::from(!is_forbidden);
                }
            }
            assert!(others > 0);
        }
    }
    assert_eq!(count, 69_906);
}

#[test]
fn every_check_is_that_of_its_file() {
    for (tier, year, name) in FILES {
        let Some(file) = files::read(name) else { return };
        let definitions = Definitions::of(tier, year).unwrap();
        let owned = |codes: &[&str]| codes.iter().map(|&code| code.to_owned()).collect::<Vec<_>>();
        let answered = definitions.checks().iter().map(|check| {
            let calculations = check.calculations.iter().map(|each| {
                let (balance, excluded) = (each.balance_codes, each.excluded_task_fields);
                (each.periods.to_vec(), owned(balance), owned(excluded))
            });
            let fault = check.fault.unwrap_or_default().to_owned();
            (check.number, fault, calculations.collect())
        });
        assert_eq!(answered.collect::<Vec<files::CheckLine>>(), files::checks(&file), "{name}");
    }
}

#[test]
fn every_mandatory_indicator_is_that_of_its_row() {
    let Some(rows) = files::mandatory() else { return };
    assert_eq!(rows.len(), 39);
    for (own, row) in mandatory_indicators().iter().zip(&rows) {
        assert_eq!((own.number, own.name, own.unit), (row.number, &*row.name, &*row.unit));
        assert_eq!((own.main_task_field, own.source), (&*row.main_task_field, &*row.source));
        let own_marks = (own.is_number_printed, own.is_dropped, own.gone_in);
        assert_eq!(own_marks, (row.is_number_printed, row.is_dropped, row.gone_in));
        assert_eq!(
            mandatory_indicators().find(&row.name).map(|each| each.number),
            Some(own.number)
        );
    }
    let numbers: Vec<u8> = mandatory_indicators().iter().map(|each| each.number).collect();
    assert_eq!(numbers, (1..=39).collect::<Vec<_>>());
    let dropped = rows.iter().filter(|row| row.is_dropped).map(|row| row.number);
    assert_eq!(dropped.collect::<Vec<_>>(), [7, 12, 13, 15, 25]);
    let gone = rows.iter().filter(|row| row.gone_in == Some(2019)).map(|row| row.number);
    assert_eq!(gone.collect::<Vec<_>>(), [7, 12, 13]);
}

/// The lists without the files: a few of each, so that a build without them is tested too.
#[test]
fn lists_are_there_without_the_files() {
    let of = |year| Definitions::of(Tier::Municipality, year).unwrap();
    let counts = |year| List::ALL.iter().map(move |&list| of(year).entries(list).count());
    assert_eq!(counts(2017).collect::<Vec<_>>(), [62, 38, 40, 65, 0, 0, 0, 2]);
    assert_eq!(counts(2026).collect::<Vec<_>>(), [79, 41, 43, 83, 6, 5, 8, 7]);
    assert_eq!(Definitions::of(Tier::Province, 2025), None);
    assert_eq!(Definitions::of(Tier::Municipality, 2027), None);
    assert_eq!(Definitions::of(Tier::Municipality, 0), None);
    let province = Definitions::of(Tier::Province, 2026).unwrap();
    // A category that the lists of provinces don't have.
    assert_eq!(province.find(List::ExpenseCategories, "4.6.6"), None);
    assert!(province.forbidden(Part::Expenses).any(|(_, category)| category == "4.6.6"));
}

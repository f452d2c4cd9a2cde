//! Notations of every kind that people write in cells, each read without its table. The results
//! are in `golden/notations.tsv`, which was checked against readings that were written down
//! before. A rule after a reading is the finding about it; without one the reading is certain.

use crate::cells::shown;
use crate::support::golden;

#[test]
fn each_notation_is_read_or_told() {
    let path = "tests/golden/notations.tsv";
    let known = include_str!("../golden/notations.tsv");
    let mut made = String::new();
    for line in known.lines() {
        let (printed, _) = line.split_once('\t').unwrap_or((line, ""));
        let cell: String = serde_json::from_str(printed).expect("a text in JSON");
        let reading = beleid::read_cell(&cell);
        let figures: Vec<String> = reading.figures().map(shown).collect();
        let rules: Vec<_> = reading.findings.iter().map(|finding| finding.rule.code()).collect();
        made += &format!("{printed}\t{}\t{}\n", figures.join(" + "), rules.join(" "));
    }
    golden::compare(path, &made);
}

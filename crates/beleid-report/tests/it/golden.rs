//! The report of an example, in each format and language, is as checked in. `UPDATE_GOLDEN=1` writes
//! it anew, to be read before it is committed.

use std::fs;
use std::path::Path;

use beleid::methods::presets::municipal;
use beleid::{Language, Layout, Reader};
use beleid_report::{Question, Report, Source};

use crate::report_of;

const EXAMPLE: &str = include_str!("example.md");

fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, text).expect("the golden file can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == text, "{name} differs: see what changed with UPDATE_GOLDEN=1 and git diff");
}

#[test]
fn pages() {
    compare("report.html", &report_of(EXAMPLE, Language::Dutch).to_html());
    compare("report_english.html", &report_of(EXAMPLE, Language::English).to_html());
}

#[test]
fn terminals() {
    compare("report.txt", &report_of(EXAMPLE, Language::Dutch).to_terminal(90, false));
    compare("report_narrow.txt", &report_of(EXAMPLE, Language::English).to_terminal(40, true));
}

#[test]
fn markdown() {
    compare("report.md", &report_of(EXAMPLE, Language::Dutch).to_markdown());
}

#[test]
fn pictures() {
    let report = report_of(EXAMPLE, Language::Dutch);
    for indicator in report.indicators() {
        compare(&format!("{}.svg", indicator.id()), &indicator.to_svg());
    }
}

#[test]
fn several_documents_by_a_method() {
    let second = "# Begroting 2019\n\n## 4.1 Wonen\n\n| Indicator | Behaald 2018 | Beoogd 2019 |\n|---|---|---|\n\
        | Woningen | 90 | 100 |\n";
    let readings: Vec<_> = [EXAMPLE, second]
        .iter()
        .map(|page| Reader::new().read_as(page, Layout::Markdown))
        .collect();
    let findings: Vec<_> = readings.iter().map(beleid::Reading::findings).collect();
    let sources: Vec<Source<'_>> = readings
        .iter()
        .zip(&findings)
        .zip(["one.md", "two.md"])
        .map(|((reading, findings), name)| {
            Source::new(name, &reading.budget)
                .with_findings(findings)
                .with_coverage(reading.coverage())
        })
        .collect();
    let method = municipal::method();
    let report = Report::new(&sources, &Question::new(Language::English).by(&method));
    compare("several.md", &report.to_markdown());
    crate::html::check(&report.to_html());
}

#[test]
fn amounts_that_may_be_in_thousands_say_so() {
    let page = "# Begroting 2019\n\n## 2.3 Handel\n\n| | Begroting 2018 | Begroting 2019 |\n|---|---|---|\n\
        | Lasten | 930 | 960 |\n| Baten | 120 | 118 |\n| Saldo | -810 | -842 |\n";
    let text = report_of(page, Language::English).to_markdown();
    let said = "Amounts in €; nothing says whether they are in thousands;";
    assert_eq!(text.matches(said).count(), 2, "{text}");
    // The reason that all lines have is said once.
    assert_eq!(text.matches("there is no account of the period").count(), 1, "{text}");
}

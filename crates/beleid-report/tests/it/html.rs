//! What every page must be: well-formed, complete in itself, and in order for whoever listens to it.

use std::collections::HashSet;

use beleid::Language;
use html5gum::{Token, Tokenizer};

use crate::report_of;

/// Elements without an end.
const VOID: [&str; 5] = ["meta", "br", "hr", "img", "link"];

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the page is UTF-8")
}

/// Checks a page, and panics with what is wrong.
pub(crate) fn check(page: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut ids: HashSet<String> = HashSet::new();
    let mut wanted: Vec<String> = Vec::new();
    let mut levels: Vec<usize> = Vec::new();
    let mut regions: HashSet<String> = HashSet::new();
    for token in Tokenizer::new(page) {
        match token.unwrap() {
            Token::Error(error) => panic!("the page isn't well-formed: {error:?}"),
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                let get = |wanted: &str| {
                    let found = tag.attributes.iter().find(|(name, _)| text(name) == wanted);
                    found.map(|(_, value)| text(value))
                };
                assert!(
                    !matches!(
                        &*name,
                        "script" | "iframe" | "object" | "embed" | "form" | "img" | "link" | "base"
                    ),
                    "<{name}> has no place in a report"
                );
                for attribute in tag.attributes.keys() {
                    let attribute = text(attribute);
                    assert!(
                        !attribute.starts_with("on") && attribute != "src" && attribute != "style",
                        "{attribute}"
                    );
                }
                if let Some(id) = get("id") {
                    assert!(ids.insert(id.clone()), "the id {id} comes twice");
                }
                wanted.extend(
                    get("aria-labelledby").iter().flat_map(|ids| ids.split(' ').map(str::to_owned)),
                );
                if let Some(link) = get("href") {
                    let target =
                        link.strip_prefix('#').unwrap_or_else(|| panic!("a link to {link}"));
                    wanted.push(target.to_owned());
                }
                match &*name {
                    "html" => assert!(get("lang").is_some(), "the page has no language"),
                    "th" => assert!(get("scope").is_some(), "a header without its scope"),
                    "svg" => {
                        assert_eq!(get("role").as_deref(), Some("img"));
                        assert!(get("aria-labelledby").is_some());
                    }
                    "div" if get("role").as_deref() == Some("region") => {
                        let label = get("aria-label").expect("a region has a name");
                        assert!(regions.insert(label.clone()), "two regions are called {label}");
                        assert_eq!(get("tabindex").as_deref(), Some("0"));
                    }
                    _ => {}
                }
                if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok()) {
                    levels.push(level);
                }
                if !tag.self_closing && !VOID.contains(&&*name) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                assert_eq!(open.pop(), Some(name), "elements end in the order that they began in");
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    for id in wanted {
        assert!(ids.contains(&id), "nothing has the id {id}");
    }
    assert_eq!(levels.first(), Some(&1), "the first heading is h1");
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "there is one h1");
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "h{} comes after h{}", pair[1], pair[0]);
        assert!(pair[1] <= 6);
    }
}

#[test]
fn the_page_of_an_example() {
    for language in Language::ALL {
        let page = report_of(include_str!("example.md"), *language).to_html();
        check(&page);
        assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
        assert!(page.contains("default-src 'none'"));
    }
}

#[test]
fn the_pages_of_documents_of_all_kinds() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data/");
    for name in
        ["jaarstukken-2018.html", "begroting-2020.md", "programmabegroting-2016.txt", "odd.txt"]
    {
        let bytes = std::fs::read(format!("{root}{name}")).unwrap();
        let reading = beleid::Reader::new().read_bytes(&bytes);
        let findings = reading.findings();
        let source = beleid_report::Source::new(name, &reading.budget)
            .with_findings(&findings)
            .with_coverage(reading.coverage());
        let question = beleid_report::Question::new(Language::Dutch);
        let report = beleid_report::Report::new(&[source], &question);
        check(&report.to_html());
        for indicator in report.indicators() {
            crate::picture::check(&indicator.to_svg());
        }
    }
}

#[test]
fn a_page_of_nothing() {
    check(&report_of("", Language::Dutch).to_html());
    let empty = beleid_report::Report::new(&[], &beleid_report::Question::new(Language::English));
    check(&empty.to_html());
}

#[test]
fn headings_go_no_deeper_than_six() {
    let mut page = String::from("# Begroting 2020\n\n");
    for depth in 2..=6 {
        page.push_str(&format!("{} 1{} Veld\n\n", "#".repeat(depth), ".1".repeat(depth - 2)));
        page.push_str("| Indicator | Behaald 2019 | Beoogd 2020 |\n|---|---|---|\n| Woningen | 90 | 100 |\n\n");
    }
    let report = report_of(&page, Language::Dutch);
    assert_eq!(report.indicators().count(), 5);
    check(&report.to_html());
}

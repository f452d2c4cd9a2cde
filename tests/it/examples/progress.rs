//! The program `sdg_progress`.

use super::{json, refused, run, run_with_input, shown};
use crate::support::{data, golden};

const CASES: &str = "examples/data/cases.jsonl";

/// Ten series of our own, with zeros, changes of sign and bounds.
#[test]
fn cases_are_answered_as_sdg_build_does() {
    let output = run("sdg_progress", &["--cases", CASES]);
    golden::is("sdg_progress_cases.jsonl", shown(&output));
    assert_eq!(shown(&output).lines().count(), 10);
}

#[test]
fn cases_are_answered_by_a_method() {
    let output = run("sdg_progress", &["--cases", CASES, "--method", "open-sdg"]);
    golden::is("sdg_progress_open_sdg.jsonl", shown(&output));
    let output = run("sdg_progress", &["--cases", CASES, "--method", "municipal", "--dutch"]);
    golden::is("sdg_progress_municipal.jsonl", shown(&output));
}

#[test]
fn repositories_are_read() {
    let output = run("sdg_progress", &["examples/data"]);
    golden::is("sdg_progress.txt", shown(&output));
    let files = ["examples/data/indicator_9-1-1.csv", "examples/data/9-1-1.config.yml"];
    assert_eq!(shown(&run("sdg_progress", &files)), shown(&output));
    let output = run("sdg_progress", &[files[0], files[1], "--dutch"]);
    assert!(shown(&output).contains("geen oordeel, want de nulwaarde is 0"), "{output:?}");
    // The files that Open SDG is tested with.
    let Some(config) = data::file("standards/opensdg/1-5-3.config.yml") else { return };
    let folder = config.parent().unwrap().to_str().unwrap();
    let output = run("sdg_progress", &[folder]);
    let told = shown(&output);
    assert!(told.contains("1-5-3\n  Percent / A / X\n    sdg-build 2.4: deterioration, progress -14.0544, score -5.0000\n"), "{told}");
    assert!(
        told.contains("  Open SDG calculates no progress here; it is stated as target_achieved\n"),
        "{told}"
    );
    assert!(told.matches("\n  Open SDG calculates").count() >= 12, "{told}");
}

/// What the settings of a site may be, as they are spelled there.
#[test]
fn settings_are_read_as_sdg_build_reads_them() {
    let answer = |series: &str, config: &str| {
        let row = format!(r#"{{"id":"a","series":{series},"config":{config}}}"#);
        let output = run_with_input("sdg_progress", &["--cases", "-"], row.as_bytes());
        let answer = json(shown(&output));
        let score = answer["score"].as_f64().map(|score| (score * 1000.0).round() / 1000.0);
        (answer["status"].as_str().map(str::to_owned), score)
    };
    let usual = "[[2015,100],[2020,110]]";
    let good = (Some("substantial_progress".to_owned()), Some(4.622));
    let bad = (Some("deterioration".to_owned()), Some(-4.906));
    let nothing = (Some("not_available".to_owned()), None);
    let stopped = (None, None);
    let cases = [
        (usual, r#"{"direction":"positive"}"#, &good),
        (usual, r#"{"direction":"Positive"}"#, &bad),
        (usual, r#"{"direction":"negative"}"#, &bad),
        (usual, r#"{"direction":null}"#, &bad),
        (usual, "{}", &bad),
        (usual, "null", &bad),
        (usual, "[]", &stopped),
        (usual, r#"{"direction":"positive","target":null,"limit":null}"#, &good),
        (usual, r#"{"direction":"positive","base_year":2015.0}"#, &good),
        (usual, r#"{"direction":"positive","base_year":2010}"#, &good),
        (usual, r#"{"direction":"positive","base_year":"2015"}"#, &stopped),
        (usual, r#"{"direction":"positive","base_year":null}"#, &stopped),
        (usual, r#"{"direction":"positive","target_year":"2030"}"#, &good),
        (usual, r#"{"direction":"positive","target":200,"target_year":"2030"}"#, &stopped),
        ("[[2015,100]]", r#"{"target":50,"target_year":null}"#, &nothing),
        (usual, r#"{"direction":"positive","target":"200"}"#, &stopped),
        (usual, r#"{"direction":"positive","progress_thresholds":null}"#, &stopped),
        (usual, r#"{"direction":"positive","progress_thresholds":{}}"#, &good),
        (usual, r#"{"direction":"positive","series":"x","disaggregation":[]}"#, &good),
        ("[[2020,110],[2015,100]]", r#"{"direction":"positive"}"#, &good),
        ("[[2015,100],[2015,100],[2020,110]]", r#"{"direction":"positive"}"#, &stopped),
        ("[[2015,100],[2015,null],[2020,110]]", r#"{"direction":"positive"}"#, &good),
        ("[[2015,\"100\"],[2020,110]]", r#"{"direction":"positive"}"#, &good),
        ("[[2015,NaN],[2015,100],[2020,110]]", r#"{"direction":"positive"}"#, &good),
        ("[[2015,\"> 100\"],[2020,110]]", r#"{"direction":"positive"}"#, &stopped),
        ("[[\"2015-2016\",100],[\"2020-2021\",110]]", r#"{"direction":"positive"}"#, &good),
        ("[[2015.0,100],[2020.0,110]]", r#"{"direction":"positive"}"#, &good),
        ("[[\"2015\",100],[\"2020\",110]]", r#"{"direction":"positive"}"#, &stopped),
        ("[[2015,100],[null,110]]", r#"{"direction":"positive"}"#, &stopped),
        ("[]", r#"{"direction":"positive"}"#, &nothing),
        ("[[2015,null]]", r#"{"direction":"positive","base_year":"x"}"#, &nothing),
        ("null", "{}", &stopped),
        // The target year is the base year: an error only where the base year is the one asked for.
        (usual, r#"{"direction":"positive","target":200,"target_year":2015}"#, &stopped),
    ];
    for (series, config, expected) in cases {
        assert_eq!(&answer(series, config), expected, "{series} {config}");
    }
    // Of a negative target from a base year that is chosen by the program there is no root.
    let fallback = r#"{"direction":"negative","target":-200,"base_year":2010,"target_year":2030}"#;
    assert_eq!(answer("[[2015,100],[2020,99]]", fallback).0.as_deref(), Some("not_available"));
    let configured =
        r#"{"direction":"negative","target":-200,"base_year":2015,"target_year":2030}"#;
    assert_eq!(answer("[[2015,100],[2020,99]]", configured).0.as_deref(), Some("limited_progress"));
}

#[test]
fn what_can_not_be_read_is_refused() {
    let usage = "usage: sdg_progress FOLDER | DATA.csv CONFIG.yml … | --cases FILE.jsonl|- [--method NAME] [--dutch]";
    assert_eq!(refused(&run("sdg_progress", &[])), usage);
    assert_eq!(refused(&run("sdg_progress", &["a.csv"])), usage);
    assert_eq!(
        refused(&run("sdg_progress", &["--fast"])),
        format!("unknown option --fast; {usage}")
    );
    assert_eq!(refused(&run("sdg_progress", &["--cases"])), "--cases takes a file");
    let unknown = run("sdg_progress", &["--cases", CASES, "--method", "x"]);
    assert!(refused(&unknown).starts_with("unknown method x: there are municipal,"));
    assert!(
        refused(&run("sdg_progress", &["examples/support"]))
            .starts_with("examples/support: no indicator_N.csv")
    );
    assert!(shown(&run("sdg_progress", &["--help"])).starts_with(usage));
}

/// A line with an error gets an error as its answer, and doesn't affect the others.
#[test]
fn a_bad_line_costs_one_line() {
    let good = r#"{"id":"a","series":[[2015,1],[2020,2]],"config":{"direction":"positive"}}"#;
    let rows = [
        &format!("\u{feff}{good}"),
        "{",
        "5",
        r#"{"id":"b","series":[[2015,1],[2020,1e999]]}"#,
        r#"{"id":"c","series":[[2015.5,1],[2020,2]],"config":{"direction":"positive"}}"#,
        r#"{"id":"d","series":[[2015,1e308],[2020,2]],"config":{"direction":"positive"}}"#,
        r#"{"id":"e","series":[["x",1],[2020,"y"]],"config":{"direction":"positive"}}"#,
        good,
    ];
    for method in [None, Some("open-sdg"), Some("municipal")] {
        let alone = |rows: &str| {
            let given: &[&str] = match method {
                Some(name) => &["--cases", "-", "--method", name],
                None => &["--cases", "-"],
            };
            run_with_input("sdg_progress", given, rows.as_bytes())
        };
        let expected = alone(good);
        assert!(expected.status.success());
        let output = alone(&rows.join("\n"));
        assert_eq!(output.status.code(), Some(1), "{method:?}");
        let lines: Vec<_> = std::str::from_utf8(&output.stdout).unwrap().lines().collect();
        assert_eq!(lines.len(), rows.len(), "{method:?}");
        let expected = shown(&expected).trim_end();
        assert_eq!([lines[0], lines[7]], [expected; 2]);
        assert_eq!(
            lines[1],
            r#"{"error":"EOF while parsing an object at line 1 column 1","id":null,"progress_value":null,"score":null,"status":null}"#
        );
        assert_eq!(
            lines[2],
            r#"{"error":"it is no object","id":null,"progress_value":null,"score":null,"status":null}"#
        );
        assert!(lines[3].contains("number out of range"), "{}", lines[3]);
        if method.is_some() {
            for (line, id) in lines[4..7].iter().zip(["c", "d", "e"]) {
                let line = json(line);
                assert_eq!(line["id"], id);
                assert!(line["error"].is_string(), "{line}");
            }
        }
    }
}

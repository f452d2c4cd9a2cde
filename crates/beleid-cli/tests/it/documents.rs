//! `beleid read`, `beleid check` and `beleid evaluate`.

use super::{
    EXAMPLE, Folder, ODD, RULES, ended, golden, json, refused, run, run_with_input, shown,
};

#[test]
fn read_writes_the_wire_form() {
    let output = run(&["read", EXAMPLE]);
    golden("read.json", shown(&output));
    assert_eq!(
        ended(&output).1,
        "advice[missing-organisation] line 1, column 1: the title doesn't name the organisation\n"
    );
    // What it writes is read again.
    let again = run_with_input(&["read", "-"], &output.stdout);
    assert_eq!(ended(&again), (shown(&output), "", 0));
}

#[test]
fn check_shows_findings_with_their_source() {
    let output = run(&["check", ODD]);
    golden("check.txt", shown(&output));
    golden("check_dutch.txt", shown(&run(&["check", ODD, "--dutch"])));
    golden("check.jsonl", shown(&run(&["check", "--format=jsonl", ODD])));
}

/// Each finding has its document, and none where it is about all of them together.
#[test]
fn check_names_the_documents_of_findings() {
    let folder = Folder::new(&[
        (
            "a.txt",
            b"Begroting 2017\n\n2.2 Werk\n\nIndicatoren\n\nBehaald 2016\n\nBanen\n\n4.79.350\n",
        ),
        ("b.txt", b"Begroting 2017\n\n2.3 Zorg\n\nIndicatoren\n\nBehaald 2016\n\nBedden\n\n7.5\n"),
    ]);
    let output = run(&["check", "--format=jsonl", &folder.name("a.txt"), &folder.name("b.txt")]);
    let lines: Vec<String> = shown(&output)
        .lines()
        .map(|line| {
            let line = json(line);
            format!(
                "{} {}",
                line["document"].as_str().unwrap_or("-"),
                line["rule"].as_str().unwrap()
            )
        })
        .collect();
    let of_documents =
        lines.iter().filter(|line| !line.starts_with('-')).map(|line| folder.named(line));
    let of_documents: Vec<_> = of_documents.collect();
    // No title names the organisation. That is one finding, for the first document.
    let expected =
        ["DIR/a.txt missing-organisation", "DIR/a.txt misprint", "DIR/b.txt ambiguous-number"];
    assert_eq!(of_documents, expected);
    assert!(lines.iter().any(|line| line == "- no-target"), "{lines:?}");
    let output = run(&["check", &folder.name("a.txt"), &folder.name("b.txt")]);
    let text = shown(&output);
    assert!(text.contains("a.txt:11:1\n") && !text.contains("note: :"), "{text}");
}

#[test]
fn check_lists_the_rules() {
    let output = run(&["check", "--list"]);
    assert_eq!(shown(&output).matches("\n    ").count(), beleid::Rule::ALL.len());
    let output = run(&["check", "--list", "--rules", RULES]);
    assert!(shown(&output).contains("missing-organisation (allow)\n"));
}

/// A profile switches its rules on; a file of rules comes first.
#[test]
fn check_by_a_profile() {
    let folder = Folder::new(&[
        (
            "a.txt",
            b"Begroting 2026 gemeente Tiel\n\n2.2 Werk\n\nWat mag het kosten?\n\nBedragen x \xe2\x82\xac 1.000\n\n\
              Rekening 2024\n\nBegroting 2026\n\nLasten\n\n10\n\n12\n\nBaten\n\n4\n\n5\n",
        ),
        (
            "rules.toml",
            b"[severity]\nprior-figures-missing = \"error\"\npolicy-indicator-missing = \"allow\"\nkey-figure-missing = \"allow\"\n",
        ),
    ]);
    let (page, rules) = (folder.name("a.txt"), folder.name("rules.toml"));
    let said = |arguments: &[&str]| -> Vec<String> {
        let output = run(&[&["check", "--format=jsonl", &page], arguments].concat());
        let lines = ended(&output).0.lines().map(json);
        let of = |line: serde_json::Value| format!("{} {}", line["severity"], line["message"]);
        lines.map(of).collect::<Vec<_>>()
    };
    assert_eq!(said(&[]), [""; 0]);
    let profile = ["--profile", "bbv-municipality"];
    assert_eq!(said(&profile).iter().filter(|said| said.contains("policy indicators")).count(), 8);
    assert_eq!(
        said(&[&profile[..], &["--rules", &rules]].concat()),
        [
            r#""error" "has no budgeted amounts for 2025""#,
            r#""warning" "has no estimates for 2027, 2028 and 2029""#,
            r#""advice" "no amounts by task field were recognised""#,
            r#""warning" "whether structural income covers structural expenses can't be checked: no structural income and expenses were recognised""#,
            r#""advice" "has expenses and income, and no additions to or withdrawals from reserves""#,
        ]
    );
    let output = run(&["check", &page, "--profile", "bbv-municipality", "--rules", &rules]);
    assert_eq!(ended(&output).2, 1, "an error fails the check");
    let output = run(&["check", "--list", "--profile", "bbv-municipality"]);
    assert!(shown(&output).contains("key-figure-missing (warning)\n"));
    assert!(shown(&run(&["check", "--list"])).contains("key-figure-missing (allow)\n"));
    assert_eq!(ended(&run(&["check", &page, "--profile", "bbv"])).2, 2);
    assert_eq!(ended(&run(&["figures", &page, "--profile", "bbv-municipality"])).2, 2);
}

#[test]
fn evaluate_reports_on_a_document() {
    let output = run(&["evaluate", EXAMPLE]);
    golden("evaluate.txt", shown(&output));
    assert_eq!(shown(&run(&["evaluate", EXAMPLE, "--at=2017"])), shown(&output));
    golden("evaluate.jsonl", shown(&run(&["evaluate", "--format=jsonl", EXAMPLE])));
    // In 2015 the target of 2017 is not due yet, and 2016 has a budgeted value and no result.
    let output = run(&["evaluate", EXAMPLE, "--format=jsonl", "--at", "2015"]);
    assert_eq!(json(shown(&output))["reason"], "not-due-yet");
    let output = run(&["evaluate", EXAMPLE, "--format=jsonl", "--at", "2016"]);
    assert_eq!(json(shown(&output))["target"]["role"], "budgeted");
}

#[test]
fn text_and_wire_json_are_evaluated_alike() {
    let wire = run(&["read", EXAMPLE]);
    let text = std::fs::read(format!("{}/../../{EXAMPLE}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let expected = run(&["evaluate", "--format=jsonl", EXAMPLE]);
    for input in [wire.stdout, text] {
        let output = run_with_input(&["evaluate", "-", "--format=jsonl"], &input);
        assert_eq!(shown(&output), shown(&expected));
    }
}

#[test]
fn evaluate_by_a_method() {
    let page = "Begroting 2017\n\n2.1 Wonen\n\nKengetallen\n\nBehaald 2014\n\nBehaald 2015\n\nBehaald 2016\n\n\
        Beoogd 2017\n\nWoningbranden\n\n145\n\n131,5\n\n126\n\n< 120\n\nLeegstand\n\n12%\n\n-\n\n13%\n\n< 10%\n\n\
        Huurders\n\n100\n\n110\n\nca. 115\n\n> 120\n\n2.2 Zorg\n\nKengetallen\n\nBehaald 2016\n\nBeoogd 2017\n\n\
        Cliënten\n\n> 20\n\n> 15\n";
    let with = |arguments: &[&str]| {
        run_with_input(&[&["evaluate", "-"], arguments].concat(), page.as_bytes())
    };
    golden("evaluate_municipal.txt", shown(&with(&["--method", "municipal", "--explain"])));
    let lines = with(&["--method=municipal", "--explain", "--dutch", "--format=jsonl"]);
    golden("evaluate_municipal.jsonl", shown(&lines));
    for line in shown(&lines).lines().map(json) {
        assert_eq!((&line["method"], &line["version"]), (&"municipal".into(), &"1".into()));
        assert!(line["explanation"].as_str().unwrap().contains("volgens de methode"));
    }
    assert!(shown(&with(&["--method", "open-sdg"])).contains("All together: "));
}

/// The layout can be named, and words can be told.
#[test]
fn documents_are_read_as_they_are_said_to_be() {
    let page = b"<h1>2.3 Handel</h1>";
    let as_lines = run_with_input(&["read", "-", "--layout", "lines"], page);
    assert_eq!(
        json(shown(&as_lines))["budget"]["fields"][0]["heading"]["code"],
        serde_json::Value::Null
    );
    let recognised = run_with_input(&["read", "-"], page);
    assert_eq!(json(shown(&recognised))["budget"]["fields"][0]["heading"]["code"], "2.3");

    let budget = b"Budget 2017\n\n2.3 Trade\n";
    let english = run_with_input(&["read", "-", "--language", "en"], budget);
    assert_eq!(json(shown(&english))["budget"]["edition"]["period"], "2017");

    let folder =
        Folder::new(&[("words.toml", b"[header]\nGemeten = { figures = \"realised\" }\n")]);
    let measured =
        b"2.3 Handel\n\nKengetallen\n\nGemeten 2016\n\nBeoogd 2017\n\nWinkels\n\n10\n\n12\n";
    let words = folder.name("words.toml");
    let output =
        run_with_input(&["figures", "-", "--format", "json", "--vocabulary", &words], measured);
    assert_eq!(json(shown(&output))[0]["role"], "realised");
}

#[test]
fn errors_in_files_of_words_and_rules_are_one_line() {
    let cases: [(&str, &str, &str); 4] = [
        (
            "--rules",
            "[severity]\n\nno-targets = \"allow\"\n",
            "standard input: line 3: invalid rule \"no-targets\" at byte 0: no rule has this code",
        ),
        (
            "--rules",
            "[severity]\nno-target = \"fatal\"\n",
            "standard input: line 2: unknown variant `fatal`, expected one of `allow`, `advice`, `warning`, `error`",
        ),
        (
            "--rules",
            "fast = 1\n",
            "standard input: line 1: unknown field `fast`, expected one of `jump-factor`, `years-from-edition`, `severity`",
        ),
        (
            "--vocabulary",
            "language = \"frisian\"\n",
            "standard input: line 1: unknown variant `frisian`, expected one of `dutch`, `english`, `both`, `none`",
        ),
    ];
    for (option, text, expected) in cases {
        let output = run_with_input(&["check", ODD, option, "-"], text.as_bytes());
        assert_eq!(refused(&output), expected, "{text}");
    }
}

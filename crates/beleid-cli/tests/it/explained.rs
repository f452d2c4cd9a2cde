//! What the command tells about itself and the library: methods, schemas, words, completions and manual pages.

use super::{Folder, ended, golden, json, refused, run, run_with_input, shown};

#[test]
fn methods_are_listed_and_explained() {
    golden("methods.txt", shown(&run(&["methods"])));
    golden("methods_dutch.txt", shown(&run(&["methods", "--dutch"])));
    let names: Vec<_> = beleid::methods::presets::NAMES.iter().map(|(name, _)| *name).collect();
    let mut texts = String::new();
    for language in [&[][..], &["--dutch"]] {
        for name in &names {
            texts.push_str(shown(&run(&[&["methods", *name], language].concat())));
            texts.push('\n');
        }
    }
    golden("methods_explained.txt", &texts);
    let all = run(&["methods", "--format", "json"]);
    assert_eq!(json(shown(&all)).as_array().map(Vec::len), Some(names.len()));
    assert!(refused(&run(&["methods", "tea-leaves"])).starts_with("unknown method tea-leaves: "));
    assert_eq!(
        refused(&run(&["methods", "--format", "toml"])),
        "--format toml is of one method: name it"
    );
}

/// What `methods` writes as TOML is the same method again, and one of your own is explained and used.
#[test]
fn a_method_of_your_own_begins_with_one_of_these() {
    for (name, _) in beleid::methods::presets::NAMES {
        let text = run(&["methods", name, "--format", "toml"]);
        let folder = Folder::new(&[("same.toml", shown(&text).as_bytes())]);
        let again = run(&["methods", &folder.name("same.toml"), "--format", "toml"]);
        assert_eq!(shown(&again), shown(&text), "{name}");
    }
    let ours = shown(&run(&["methods", "rotterdam", "--format", "toml"]))
        .replace("\"rotterdam\"", "\"ours\"")
        .replace("0.8", "0.9");
    let same_name = ours.replace("\"ours\"", "\"rotterdam\"");
    let folder = Folder::new(&[
        ("ours.toml", ours.as_bytes()),
        ("same_name.toml", same_name.as_bytes()),
        ("empty.toml", b"name = \"ours\"\nversion = \"1\"\nbaseline = \"stated\"\n"),
        ("typo.toml", b"nam = \"ours\"\n"),
    ]);
    let text = run(&["methods", &folder.name("ours.toml")]);
    assert!(shown(&text).contains("below-80): below 90 %\n"), "{}", shown(&text));
    let page = b"Begroting 2017\n\n2.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n85\n\n> 100\n";
    let by = |method: &str| {
        run_with_input(&["evaluate", "-", "--method", method, "--format", "jsonl"], page)
    };
    assert_eq!(json(shown(&by("rotterdam")))["class"], "80-to-100");
    let own = by(&folder.name("ours.toml"));
    assert_eq!(json(shown(&own))["class"], "below-80");
    assert_eq!(json(shown(&own))["method"], "ours");
    let report = run_with_input(&["evaluate", "-", "--method", &folder.name("ours.toml")], page);
    assert!(shown(&report).contains("by the method ours (version 1, of "), "{}", shown(&report));
    // Else its answers would look like those of the other.
    let refusals = [
        ("same_name.toml", "a method of your own needs a name of its own, and not rotterdam"),
        ("empty.toml", "a method needs a step with a target or one without"),
        ("typo.toml", "line 1: unknown field `nam`"),
        ("no-such.toml", "No such file or directory"),
    ];
    for (file, why) in refusals {
        let output = by(&folder.name(file));
        assert!(refused(&output).contains(why), "{file}: {}", refused(&output));
    }
}

#[test]
fn schemas_are_those_of_the_library() {
    golden("schema.txt", shown(&run(&["schema"])));
    for name in ["document", "finding", "evaluation", "assessment", "spending"] {
        let output = run(&["schema", name]);
        assert!(json(shown(&output))["$schema"].is_string(), "{name}");
        assert!(shown(&run(&["schema"])).contains(name));
    }
    assert_eq!(
        shown(&run(&["schema", "document"])).trim_end(),
        beleid::Document::JSON_SCHEMA.trim_end()
    );
    assert_eq!(ended(&run(&["schema", "budget"])).2, 2);
}

#[test]
fn words_are_listed_and_looked_up() {
    let mut texts = String::new();
    for word in
        ["Streef-waarde", "mln", "km", "n.v.t.", "Begroting na wijziging 2018", "R", "schapen"]
    {
        texts.push_str(shown(&run(&["words", word])));
        texts.push_str(shown(&run(&["words", word, "--dutch"])));
    }
    texts.push_str(shown(&run(&["words", "Actual", "--language", "en"])));
    golden("words.txt", &texts);
    // The lists begin with headers; all kinds are in them, in each form.
    let list = run(&["words"]);
    assert!(shown(&list).starts_with("headers of columns (header)\n  "));
    assert!(shown(&list).contains("\n\nunits (unit)\n  "));
    let rows = run(&["words", "--format", "csv", "--kind", "header"]);
    assert!(shown(&rows).starts_with("kind,word,meaning\nheader,"));
    assert!(shown(&rows).contains("\nheader,streefwaarde,target figures\n"));
    let items = run(&["words", "--format", "json"]);
    let lines = run(&["words", "--format", "jsonl"]);
    assert_eq!(
        json(shown(&items)).as_array().map(Vec::len),
        Some(shown(&lines).lines().map(json).count())
    );
    // Those that are added are in them too.
    let folder =
        Folder::new(&[("words.toml", b"[header]\nGemeten = { figures = \"realised\" }\n")]);
    let words = folder.name("words.toml");
    let output = run(&["words", "gemeten", "--vocabulary", &words]);
    assert!(shown(&output).contains("  headers of columns: realised figures\n"));
}

#[test]
fn shells_complete_it_and_manuals_have_it() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = run(&["completions", shell]);
        for name in ["evaluate", "words", "completions"] {
            assert!(shown(&output).contains(name), "{shell}: {name}");
        }
    }
    assert_eq!(ended(&run(&["completions", "dos"])).2, 2);
    assert!(shown(&run(&["man"])).contains("\n.TH beleid 1"));
    let page = run(&["man", "evaluate"]);
    assert!(shown(&page).contains(".TH beleid-evaluate 1"));
    assert!(shown(&page).contains("Exit codes:") && shown(&page).contains("Examples:"));
    assert_eq!(refused(&run(&["man", "fly"])), "fly: there is no such subcommand");
}

/// Every subcommand has examples in its help.
#[test]
fn help_has_examples() {
    let listed = run(&["--help"]);
    let names = shown(&listed).lines().skip_while(|line| *line != "Commands:").skip(1);
    let names: Vec<_> = names.take_while(|line| !line.is_empty()).collect();
    assert!(names.len() > 10);
    for line in names {
        let name = line.split_whitespace().next().expect("it has a name");
        if name != "help" {
            let help = run(&[name, "--help"]);
            let text = shown(&help);
            assert!(text.contains(&format!("\nExamples:\n  beleid {name}")), "{name}: {text}");
        }
    }
}

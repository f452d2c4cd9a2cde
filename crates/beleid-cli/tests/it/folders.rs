//! Folders of documents.

use super::{Folder, ended, json, refused, run, shown};

#[test]
fn a_folder_of_pages_is_one_budget() {
    let page = "<h1>Begroting 2017 gemeente Assen</h1><h2>2.3.4 Handel</h2><table><tr><th>Indicator\
        <th>Behaald 2016<th>Beoogd 2017<tr><td>Projecten<td>10<td>&gt; 15</table>";
    let folder = Folder::new(&[
        ("a.html", page.as_bytes()),
        ("b.md", b"# 2.3.4 Handel\n\n| Indicator | Behaald 2017 |\n|--|--|\n| Projecten | 16 |\n"),
        ("deel/c.txt", b"Begroting 2017\n\n2.3 Economie\n\nCaf\xe9s.\n"),
        ("deel/d.csv", b"Indicator;Beoogd 2018\nWinkels;5\n"),
        ("deel/notes.log", b"not a document"),
    ]);
    let name = folder.name("");
    let output = run(&["evaluate", &name]);
    let text = shown(&output);
    assert!(text.contains("2.3 Economie\n\n  2.3.4 Handel"), "{text}");
    assert!(text.contains("=> met; target > 15; measured 16"), "{text}");
    let told = "c.txt: warning[unsure-encoding] budget: the text is not UTF-8 (byte 33), and was read as windows-1252";
    assert!(text.contains(told), "{text}");
    assert_eq!(folder.named(ended(&output).1), "DIR/deel/notes.log: no document that is read\n");

    let output = run(&["read", &name]);
    let wire = json(shown(&output));
    assert_eq!(wire["budget"]["organisation"]["name"], "gemeente Assen");
    assert_eq!(wire["budget"]["fields"][0]["sections"][0]["paragraphs"][0], "Cafés.");
    // The files one by one are the same.
    let all = ["a.html", "b.md", "deel/c.txt", "deel/d.csv"].map(|file| folder.name(file));
    let names: Vec<&str> = all.iter().map(String::as_str).collect();
    assert_eq!(shown(&run(&[&["read"], &*names].concat())), shown(&output));
    let output = run(&["check", &name]);
    let text = shown(&output);
    assert!(text.contains("d.csv:1:1") && text.contains("c.txt: budget"), "{text}");
    let output = run(&["figures", &name]);
    let documents = shown(&output).lines().skip(1).map(|row| row.split(',').next().unwrap());
    let documents: Vec<_> = documents.map(|name| folder.named(name)).collect();
    assert_eq!(documents, ["DIR/a.html", "DIR/a.html", "DIR/b.md", "DIR/deel/d.csv"]);
}

#[test]
fn a_folder_without_documents_is_refused() {
    let folder = Folder::new(&[("notes.log", b"")]);
    let output = run(&["read", &folder.name("")]);
    assert_eq!(folder.named(refused(&output)), "DIR: the folder holds no documents");
}

/// Links that lead in circles would make as many paths as there are ways through them.
#[cfg(unix)]
#[test]
fn each_real_folder_is_visited_once() {
    use std::os::unix::fs::symlink;

    let page = b"2.3 Handel\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n";
    let folder = Folder::new(&[("deel/a.txt", page), ("z.txt", page)]);
    for link in ["b", "c", "deel/d", "deel/e"] {
        symlink(folder.name(""), folder.name(link)).unwrap();
    }
    // By its own name, though the link comes first.
    symlink(folder.name("deel"), folder.name("0")).unwrap();
    // Links to nothing and to themselves are no documents.
    symlink(folder.name("nothing"), folder.name("x.txt")).unwrap();
    symlink(folder.name("y.txt"), folder.name("y.txt")).unwrap();
    let output = run(&["figures", &folder.name(""), &folder.name("b")]);
    let documents = shown(&output).lines().skip(1).map(|row| row.split(',').next().unwrap());
    let documents: Vec<_> = documents.map(|name| folder.named(name)).collect();
    assert_eq!(documents, ["DIR/z.txt", "DIR/deel/a.txt"]);
}

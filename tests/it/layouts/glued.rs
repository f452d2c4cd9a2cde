//! Digits that markup puts beside each other: which of them are one number.

use beleid::{Layout, Reader, Reading};

/// The texts of the cells of the last row, the value of its figure, its marks, and the findings.
fn row(reading: &Reading<'_>) -> String {
    let figures = reading.budget.all_indicators().flat_map(|(_, row)| row.figures.iter());
    let figures = figures.map(|figure| {
        let printed = figure.cell.as_ref().map_or("", |cell| &*cell.printed);
        let notes: Vec<&str> = figure.notes.iter().map(|note| &**note).collect();
        format!("{printed} = {} [{}]", figure.value, notes.join(" "))
    });
    let findings = reading.source_findings().iter().map(|finding| finding.rule.code());
    let findings = findings.filter(|code| !code.starts_with("missing-"));
    figures.chain(findings.map(str::to_owned)).collect::<Vec<_>>().join(" | ")
}

fn html(cell: &str) -> String {
    format!("<h1>1.1 Veld</h1><table><tr><th>Indicator<th>Behaald 2016<tr><td>A<td>{cell}</table>")
}

fn markdown(cell: &str) -> String {
    format!("# 1.1 Veld\n\n| Indicator | Behaald 2016 |\n|---|---|\n| A | {cell} |\n")
}

#[track_caller]
fn check(layout: Layout, page: fn(&str) -> String, cases: &[(&str, &str)]) {
    for (cell, expected) in cases {
        let source = page(cell);
        let reading = Reader::new().read_as(&source, layout);
        assert_eq!(row(&reading), *expected, "{cell}");
    }
}

#[test]
fn numbers_in_web_pages_are_what_is_shown() {
    check(
        Layout::Html,
        html,
        &[
            // What is struck out or hidden is not printed.
            ("<del>9</del><ins>8</ins>", "8 = 8 [] | hidden-part"),
            ("<s>9</s>8", "8 = 8 [] | hidden-part"),
            ("<strike>9</strike>8", "8 = 8 [] | hidden-part"),
            ("12<span aria-hidden=true>1</span>", "12 = 12 [] | hidden-part"),
            ("12<span aria-hidden=false>1</span>", "121 = 121 []"),
            ("12<span style='display: none'>1</span>", "12 = 12 [] | hidden-part"),
            (
                "12<span style='color:red;visibility:hidden !important'>1</span>3",
                "123 = 123 [] | hidden-part",
            ),
            ("12<span hidden>1</span>", "12 = 12 [] | hidden-part"),
            ("12<div hidden>1</div>", "12 = 12 [] | hidden-part"),
            ("12<button>3</button>", "12 = 12 []"),
            ("12<script>var x = '<table><td>3';</script>", "12 = 12 []"),
            ("12<img hidden alt=1>", "12 = 12 []"),
            ("12<!-- 3 -->", "12 = 12 []"),
            ("<del>9</del>", "hidden-part | row-without-cells"),
            // Marks.
            ("12<a href='#n1'>1</a>", "12¹ = 12 [¹]"),
            ("12<a href='#n1'>[1]</a>", "12¹ = 12 [¹]"),
            ("12 <a href='#fn1'>1</a>", "12¹ = 12 [¹]"),
            ("12<a role=doc-noteref href=/noten>1</a>", "12¹ = 12 [¹]"),
            ("12<a href='#n'>*</a>", "12* = 12 [*]"),
            ("12<sup>1</sup>", "12¹ = 12 [¹]"),
            ("10<sup>1</sup>", "10 1) = 10 [1)]"),
            ("12<sup>1)</sup>", "12¹ = 12 [¹]"),
            ("12<sup><a href='#n1'>1</a></sup>", "12¹ = 12 [¹]"),
            ("12<a href='#n1'><sup>1</sup></a>", "12¹ = 12 [¹]"),
            ("12<sup>1,2</sup>", "12¹ ² = 12 [¹ ²]"),
            ("12<sup>a</sup>", "12 [a] = 12 [[a]]"),
            ("7,5%<sup>1</sup>", "7,5%¹ = 7.5 [¹]"),
            ("12<sub>1</sub>", "12¹ = 12 [¹]"),
            // A link that is the number itself.
            ("<a href='#t12'>12</a>", "12 = 12 []"),
            ("<a href='/cijfers'>12</a>", "12 = 12 []"),
            // Nothing stands between inline elements.
            ("<b>1</b>2", "12 = 12 []"),
            ("<span>1</span><em>2</em><i>,5</i>", "12,5 = 12.5 []"),
            ("1<wbr>2", "12 = 12 []"),
            // Fields of forms show their value.
            ("<input value=12>", "12 = 12 []"),
            ("<form><input type=text value='> 12'></form>", "> 12 = > 12 []"),
            ("<input type=hidden value=3><input value=12>", "12 = 12 []"),
            ("<textarea>12</textarea>", "12 = 12 []"),
            ("<select><option>10<option selected>12</select>", "12 = 12 []"),
            ("<select><option>10</option><option>12</option></select>", "10 = 10 []"),
            ("<input type=checkbox value=3>12", "12 = 12 []"),
        ],
    );
}

#[test]
fn what_parts_elements_parts_numbers() {
    for cell in [
        "1<br>2",
        "<p>1</p><p>2</p>",
        "<div>1</div>2",
        "1<ul><li>2</ul>",
        "1<img alt=2>",
        "1<input value=2>",
    ] {
        let page = html(cell);
        let reading = Reader::new().read_as(&page, Layout::Html);
        let text = reading.lines().last().map(|line| line.text.to_owned());
        assert_eq!(text.as_deref(), Some("1 2"), "{cell}");
    }
}

#[test]
fn numbers_in_markdown_are_what_is_shown() {
    check(
        Layout::Markdown,
        markdown,
        &[
            ("12[1](#n1)", "12¹ = 12 [¹]"),
            ("12[[1]](#n1)", "12¹ = 12 [¹]"),
            ("12[\\*](#n1)", "12* = 12 [*]"),
            ("[12](#cijfers)", "12 = 12 []"),
            ("12<sup>1</sup>", "12¹ = 12 [¹]"),
            ("~~9~~8", "8 = 8 []"),
            ("~~9~~ 8", "8 = 8 []"),
            ("<del>9</del>8", "8 = 8 []"),
            ("~9", "~9 = 9 []"),
            ("**1**2", "12 = 12 []"),
            ("<b>1</b>2", "12 = 12 []"),
            ("12<!-- 3 -->", "12 = 12 []"),
            ("`12`", "12 = 12 []"),
        ],
    );
}

#[test]
fn marks_in_headers_and_labels_are_marks() {
    let page = "<h1>1.1 Veld</h1><table><tr><th>Indicator<th>Behaald 2016<sup>1</sup>\
        <th>Beoogd 2017<a href='#n2'>2</a><tr><td>Banen<sup>3</sup><td>5<td>6</table>";
    let reading = Reader::new().read_as(page, Layout::Html);
    let texts: Vec<_> = reading.lines().map(|line| line.text).collect();
    assert_eq!(
        texts,
        ["1.1 Veld", "Indicator", "Behaald 2016¹", "Beoogd 2017²", "Banen³", "5", "6"]
    );
    let periods: Vec<_> = reading
        .budget
        .all_indicators()
        .flat_map(|(_, row)| {
            row.figures.iter().map(|figure| figure.period.map(|period| period.to_string()))
        })
        .collect();
    assert_eq!(periods, [Some("2016".to_owned()), Some("2017".to_owned())]);
}

#[test]
fn a_page_that_is_a_form_is_read() {
    let page = "<form id=aspnetForm><h1>1.1 Veld</h1><table><tr><th>Indicator<th>Behaald 2016\
        <tr><td>A<td>5</table></form><form><label>Zoek</label><input value=x></form>";
    let reading = Reader::new().read_as(page, Layout::Html);
    assert_eq!(row(&reading), "5 = 5 []");
    assert!(!reading.lines().any(|line| line.text == "Zoek"));
}

#[test]
fn hidden_parts_end_where_pages_leave_their_ends_out() {
    let page = "<h1>1.1 Veld</h1><p hidden>weg<p>Tekst<table><tr><th>Indicator<th>Behaald 2016\
        <tr hidden><td>X<td>1<tr><td>A<td hidden>7<td>5</table><ul><li hidden>weg<li>punt</ul>";
    let reading = Reader::new().read_as(page, Layout::Html);
    let texts: Vec<_> = reading.lines().map(|line| line.text).collect();
    assert_eq!(texts, ["1.1 Veld", "Tekst", "Indicator", "Behaald 2016", "A", "5", "punt"]);
    let messages: Vec<_> = reading
        .source_findings()
        .iter()
        .filter(|finding| finding.rule == beleid::Rule::HiddenPart)
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        messages,
        [
            "advice[hidden-part] line 1, column 108: \"1\" and 1 more in tables are hidden or struck out, and were left out"
        ]
    );
}

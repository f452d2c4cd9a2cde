//! Limits on the size of a source, and the findings about them.

use beleid::{Layout, Limits, Reader, Rule};

fn reader(set: impl Fn(&mut Limits)) -> Reader {
    let mut limits = Limits::default();
    set(&mut limits);
    Reader::new().with_limits(limits)
}

/// The findings about limits, with their positions.
fn told(reader: &Reader, source: &str, layout: Layout) -> Vec<String> {
    let reading = reader.read_as(source, layout);
    let doubts = reading.source_findings().iter();
    let of_limits = doubts.filter(|doubt| doubt.rule == Rule::LimitReached);
    of_limits.map(ToString::to_string).collect()
}

#[test]
fn a_source_that_is_too_long_is_not_read_at_all() {
    let text = "Begroting 2017\n\n2.3 Handel\n";
    let short = reader(|limits| limits.bytes = text.len() - 1);
    let expected = "error[limit-reached] budget: the source of 27 bytes is longer than 26 bytes";
    assert_eq!(told(&short, text, Layout::Lines), [expected]);
    assert!(short.read(text).budget.fields.is_empty());
    assert!(short.read_bytes(text.as_bytes()).budget.fields.is_empty());
    let enough = reader(|limits| limits.bytes = text.len());
    assert_eq!(told(&enough, text, Layout::Lines), [""; 0]);
}

#[test]
fn columns_beyond_the_last_are_told_and_not_lost() {
    let two = reader(|limits| limits.columns = 3);
    let csv = "Indicator;Behaald 2015;Beoogd 2016;Beoogd 2017\nA;1;2;3\n";
    assert_eq!(
        told(&two, csv, Layout::Csv),
        ["error[limit-reached] line 1, column 36: cells beyond column 3 were left out"]
    );
    let reading = two.read_as(csv, Layout::Csv);
    assert_eq!(reading.budget.fields[0].indicators[0].figures.len(), 2);
    assert_eq!(reading.lines().count(), 8);
    let page = "<h1>2.3 A</h1><table><tr><th>Indicator<th>Beoogd 2016<th>Beoogd 2017<th>Beoogd 2018\
        <tr><td>A<td>1<td>2<td>3</table>";
    let reading = two.read_as(page, Layout::Html);
    assert_eq!(reading.budget.fields[0].indicators[0].figures.len(), 2);
    let unread: Vec<_> =
        reading.source_findings().iter().filter(|doubt| doubt.rule == Rule::UnreadLine).collect();
    assert_eq!(unread.len(), 1, "{unread:?}");
}

#[test]
fn cells_that_reach_too_far_are_told() {
    let few = reader(|limits| limits.repeats = 3);
    let page = "<h1>2.3 A</h1><table><tr><th>Indicator<th>Behaald 2016<th>Beoogd 2017\
        <tr><td>A<td colspan=3>1<tr><td rowspan=9>B<td>2<td>3<tr><td>4<td>5<tr><td>6<td>7</table>";
    assert_eq!(
        told(&few, page, Layout::Html),
        [
            "error[limit-reached] line 1, column 112: merged cells fill too many places of tables; from here on each fills one"
        ]
    );
    assert_eq!(told(&Reader::new(), page, Layout::Html), [""; 0]);
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_not_read() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "2.3 Handel").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let reading = reader(|limits| limits.unpacked = 2000).read_bytes(&bytes).into_owned();
    assert_eq!(
        reading.source_findings()[0].to_string(),
        "error[unreadable-file] budget: the workbook unpacks to more than 2000 bytes"
    );
    assert_eq!(Reader::new().read_bytes(&bytes).budget.fields.len(), 1);
}

#[test]
fn what_reaches_over_everything_is_read_in_time() {
    let head = "<h1>1.1 Veld</h1><table><tr><th>Indicator<th>Beoogd 2017";
    for row in
        ["<tr><td>A<td colspan=999999999>5", "<tr><td rowspan=65534>5", "<tr><td colspan=1000>5"]
    {
        let page = format!("{head}{}</table>", row.repeat(3000));
        let reading = Reader::new().read_as(&page, Layout::Html);
        assert_eq!(reading.budget.fields.len(), 1);
    }
    for nested in ["<div>", "<table><tr><td>5", "<ul><li>a", "<h1>", "<b>"] {
        Reader::new().read_as(&nested.repeat(20_000), Layout::Html);
    }
    // Many tables within one that lays out the page.
    let page = format!("<table><tr><td>{}</table>", "<table><tr><td>5</table>".repeat(30_000));
    Reader::new().read_as(&page, Layout::Html);
}

#[test]
fn a_wide_head_costs_no_more_than_it_is_long() {
    // A head of 998 columns over rows of 14 bytes.
    let rows = 3000;
    let page = format!(
        "<h1>1.1 Veld</h1><table><tr>{}{}</table>",
        "<th>x".repeat(998),
        "<tr><td>A<td>5".repeat(rows)
    );
    let csv = format!("{}x\n{}", "x;".repeat(997), "A;5\n".repeat(rows));
    let markdown = format!(
        "# 1.1 Veld\n\n|{}\n|{}\n{}",
        "x|".repeat(998),
        "-|".repeat(998),
        "|A|5|\n".repeat(rows)
    );
    let few = reader(|limits| limits.blanks = 100_000);
    for (layout, source) in [(Layout::Html, page), (Layout::Csv, csv), (Layout::Markdown, markdown)]
    {
        let message = told(&few, &source, layout);
        let [message] = message.as_slice() else { panic!("{layout} {message:?}") };
        assert!(
            message.ends_with(
                "more than 100000 places of tables are empty; the rows of the table from here on were left out"
            ),
            "{message}"
        );
        assert_eq!(
            few.read_as(&source, layout).lines().filter(|line| line.text == "5").count(),
            rows
        );
    }
}

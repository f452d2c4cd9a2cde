//! Whatever a source holds: nothing panics, pieces stand in it in their order, and it takes no more than
//! in proportion.

use beleid::{Layout, Reader};
use proptest::prelude::*;
use proptest::sample::select;

const LAYOUTS: [Layout; 4] = [Layout::Lines, Layout::Html, Layout::Markdown, Layout::Csv];

fn part() -> impl Strategy<Value = String> {
    let known = select(vec![
        "<table>",
        "<tr>",
        "<td>",
        "<td rowspan=3>",
        "<td colspan=2>",
        "<td hidden>",
        "</td>",
        "</tr>",
        "</table>",
        "<thead>",
        "<tbody>",
        "<sup>",
        "</sup>",
        "<sub>",
        "<del>",
        "</del>",
        "<a href='#n1'>",
        "</a>",
        "<p>",
        "<br>",
        "<select>",
        "<option>",
        "</select>",
        "<input value=5>",
        "<form>",
        "</form>",
        "<caption>",
        "<div hidden>",
        "</div>",
        "|",
        "| ",
        "|--|--|\n",
        "\n",
        "\n\n",
        "\\|",
        "~~",
        "[1](#n)",
        "# ",
        "- ",
        "1. ",
        "```",
        "**",
        ";",
        ",",
        "\t",
        "\"",
        "\"\"",
        "\r\n",
        "sep=;\n",
        "\u{feff}",
        " ",
        "  ",
        "10",
        "12.345",
        "7,5",
        "€",
        "é",
        "Banen",
        "2016",
        "Behaald 2016",
        "\u{a0}",
        "²",
    ]);
    prop_oneof![9 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn pieces_stand_in_the_source_in_their_order(parts in proptest::collection::vec(part(), 0..60)) {
        let source = parts.concat();
        Layout::of(&source);
        for layout in LAYOUTS {
            let reading = Reader::new().read_as(&source, layout);
            let mut last = 0;
            for line in reading.lines() {
                let span = line.span.bytes().unwrap();
                let text = source.get(span.clone());
                prop_assert!(text.is_some_and(|text| !text.trim().is_empty()), "{layout} {source:?} {span:?}");
                prop_assert!(span.start >= last, "{layout} {source:?}");
                last = span.start;
            }
            reading.source_findings();
        }
        Reader::new().read_bytes(source.as_bytes());
    }
}

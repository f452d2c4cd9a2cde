//! The laws in `support/properties`, on random lines.

use proptest::prelude::*;

use crate::support::properties;

/// A line of a document, or of something like one.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => proptest::sample::select(vec![
            "", "", "", "\u{a0}", "Begroting 2017", "Begroting", "2016", "\u{a0}2017", "Behaald",
            "Behaald 2015", "Beoogd", "Prestatie-indicatoren", "Effectindicator(en)", "*", "-",
            "10", "> 15", "5.450*", "62,%9", "Top 5", "toename", "Aantal dingen", "Leden**",
            "2.3 Handel", "2.3.4 Meer handel", "Programma 2", "Hoe staan we ervoor?",
            "Wat willen we bereiken in 2017?", "Wat gaan we hiervoor doen?", "• Iets doen;",
            "- iets", "* voetnoot", "1) noot", "Een zin die eindigt.", "Bron", "28 dagen",
            "Relevante ontwikkelingen", "Wat mag het kosten?", "8)", "7*", "( 1", "Jaarverslag 2018",
        ]).prop_map(ToOwned::to_owned),
        1 => "\\PC{0,20}",
        1 => any::<String>(),
    ]
}

/// A part of a web page, of Markdown or of separated values.
fn part() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(vec![
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<th>",
        "</td>",
        "<td colspan=3>",
        "<td rowspan=2>",
        "<h1>",
        "</h1>",
        "<h3>",
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "<br>",
        "<nav>",
        "</nav>",
        "<b>",
        "<caption>",
        "</caption>",
        "&gt; 15",
        "&nbsp;",
        "|",
        "|---|---|\n",
        "\n",
        "\n\n",
        "# ",
        "## ",
        "- ",
        "1) ",
        "* ",
        ";",
        "\"",
        ",",
        "\t",
        "Indicator",
        "Behaald 2015",
        "Beoogd 2017",
        "Bron",
        "Jaar",
        "2016",
        "10",
        "-",
        "5*",
        "* voorlopig",
        "2.3 Handel",
        "Begroting 2017",
        "é",
        "Wat gaan we hiervoor doen?",
        "Prestatie-indicatoren",
        "Nederland",
        "1,2 mln",
    ]);
    prop_oneof![8 => known.prop_map(ToOwned::to_owned), 1 => "\\PC{0,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn documents_are_read(lines in proptest::collection::vec(line(), 0..60)) {
        properties::read(&lines.join("\n"));
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        properties::read(&text);
    }

    #[test]
    fn any_text_is_read_in_each_layout(text in any::<String>(), parts in proptest::collection::vec(part(), 0..40)) {
        properties::layouts(&text);
        properties::layouts(&parts.concat());
    }

    #[test]
    fn any_cell_is_read(text in any::<String>(), line in line()) {
        properties::cell(&text);
        properties::cell(&line);
    }
}

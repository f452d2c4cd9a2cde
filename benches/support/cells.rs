//! Cells as budgets print them, in about the mix of real tables.

/// Some cells of one notation.
pub(crate) struct Notation {
    pub(crate) name: &'static str,
    /// How many of a hundred cells are written so.
    pub(crate) share: usize,
    pub(crate) cells: &'static [&'static str],
}

const fn notation(name: &'static str, share: usize, cells: &'static [&'static str]) -> Notation {
    Notation { name, share, cells }
}

/// The main notations, and how common they are.
pub(crate) const NOTATIONS: &[Notation] = &[
    notation("whole", 34, &["10", "15", "600", "7800", "110", "8"]),
    notation("decimal comma", 12, &["25,8", "6,5", "0,19", "104,3"]),
    notation("grouped", 8, &["479.350", "12.345", "110.400", "24.500"]),
    notation("percent", 16, &["90%", "11,3%", "95 %", "52,5%"]),
    notation("dash", 9, &["-", "–"]),
    notation("comparator", 6, &["> 15", ">25", "< 600", "<10%", "max. 5", ">= 80%"]),
    notation("euro", 3, &["€ 559", "€ 1.234,50"]),
    notation("missing words", 3, &["n.b.", "nnb", "n.v.t.", "NB"]),
    notation("footnote mark", 3, &["5.450*", "**65,2", "85% 1)", "12¹"]),
    notation("range", 1, &["23-25", "65 tot 70 %", "tussen 240.000 en 260.000"]),
    notation("relative", 1, &["< nulmeting", "> vorige meting"]),
    notation("words", 1, &["toename", "Ja", "nee", "behaald", "Top 5"]),
    notation("parenthesis", 1, &["48% (2008)", "79,3% (voorlopig)", "100% in 2027"]),
    notation("in doubt", 1, &["1.049", "7.5", "> 2016"]),
    notation("not understood", 1, &["62,%9", "12 TOP 19 SUB TOP"]),
];

/// A hundred cells in that mix.
pub(crate) fn mix() -> Vec<&'static str> {
    let cells = |notation: &Notation| notation.cells.iter().copied().cycle().take(notation.share);
    NOTATIONS.iter().flat_map(cells).collect()
}

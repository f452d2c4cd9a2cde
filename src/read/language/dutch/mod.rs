//! The pack of Dutch, with the words of Flanders.

mod cells;
mod headers;
mod labels;
mod remarks;
mod text;
mod vocabulary;

use super::FlowWord;
use super::tables::{HeaderWords, Tables, VocabularyWords};
use crate::language::Language;
use crate::read::number::Grammar;
use crate::words::DUTCH_BODIES;

/// The tables of Dutch.
pub(super) static TABLES: Tables = Tables {
    language: Language::Dutch,
    numbers: Grammar::DecimalComma,
    vocabulary: VocabularyWords {
        headers: vocabulary::HEADERS,
        letters: vocabulary::LETTERS,
        questions: vocabulary::QUESTIONS,
        tables: vocabulary::TABLES,
        editions: vocabulary::EDITIONS,
        levels: vocabulary::LEVELS,
        goals: vocabulary::GOALS,
        missing: vocabulary::MISSING,
    },
    headers: HeaderWords {
        phrases: headers::HEADER_PHRASES,
        stems: headers::STEMS,
        links: headers::HEADER_LINKS,
        totals: headers::TOTALS,
        parts_of: &["waarvan", "waaronder", "wv"],
        cut_short: &[
            ("wijz", "wijziging"),
            ("begr", "begroting"),
            ("rek", "rekening"),
            ("realis", "realisatie"),
            ("prim", "primitieve"),
            ("oorspr", "oorspronkelijke"),
            ("gew", "gewijzigde"),
            ("incl", "inclusief"),
            ("excl", "exclusief"),
            ("jrk", "jaarrekening"),
            ("werk", "werkelijk"),
        ],
        openings: &["aanvang", "begin", "beginsaldo", "beginstand", "primo"],
        counting: &["eerste", "tweede", "derde", "vierde"],
        flow_letters: &[
            ("L", FlowWord::Expenses),
            ("B", FlowWord::Income),
            ("S", FlowWord::Balance),
        ],
        sign_letters: &['V', 'N', 'F', 'A'],
        multi_year: &[
            "meerjarenraming",
            "meerjarenramingen",
            "meerjarenbegroting",
            "meerjarenbegrotingen",
            "meerjarencijfers",
            "meerjarenperspectief",
            "meerjarenbeeld",
            "meerjarenplanning",
            "meerjarenprognose",
            "meerjarig",
            "meerjaren",
            "ramingen",
            "mjr",
            "mjb",
        ],
        label_flows: &[
            ("kostensoort", FlowWord::Expenses),
            ("kostensoorten", FlowWord::Expenses),
            ("lastensoort", FlowWord::Expenses),
            ("lastensoorten", FlowWord::Expenses),
            ("uitgavensoorten", FlowWord::Expenses),
            ("batensoorten", FlowWord::Income),
            ("opbrengstsoorten", FlowWord::Income),
            ("opbrengstensoort", FlowWord::Income),
            ("opbrengstensoorten", FlowWord::Income),
            ("uitgavensoort", FlowWord::Expenses),
            ("batensoort", FlowWord::Income),
            ("opbrengstsoort", FlowWord::Income),
            ("inkomstenbron", FlowWord::Income),
            ("soort kosten", FlowWord::Expenses),
            ("soort lasten", FlowWord::Expenses),
            ("soort uitgaven", FlowWord::Expenses),
            ("soort opbrengsten", FlowWord::Income),
            ("soort opbrengst", FlowWord::Income),
            ("soort baten", FlowWord::Income),
            ("soort inkomsten", FlowWord::Income),
        ],
        closings: &["eind", "einde", "eindsaldo", "eindstand", "ultimo"],
    },
    cells: cells::CELLS,
    remarks: remarks::REMARKS,
    labels: labels::LABELS,
    rows: headers::ROWS,
    dates: text::DATES,
    text: text::TEXT,
    bodies: &DUTCH_BODIES,
    function_words: text::FUNCTION_WORDS,
};

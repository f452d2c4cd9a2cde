//! The pack of English.

mod cells;
mod headers;
mod labels;
mod remarks;
mod text;
mod vocabulary;

use super::tables::{HeaderWords, Tables, VocabularyWords};
use super::{AmendmentWord, FlowWord};
use crate::language::Language;
use crate::read::number::Grammar;
use crate::words::ENGLISH_BODIES;

/// The tables of English.
pub(super) static TABLES: Tables = Tables {
    language: Language::English,
    numbers: Grammar::DecimalPoint,
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
        stems: &[],
        amendments: &[
            ("after", AmendmentWord::After),
            ("including", AmendmentWord::After),
            ("incl", AmendmentWord::After),
            ("following", AmendmentWord::After),
            ("the", AmendmentWord::Article),
            ("all", AmendmentWord::Article),
            ("latest", AmendmentWord::Which),
            ("first", AmendmentWord::Which),
            ("second", AmendmentWord::Which),
            ("third", AmendmentWord::Which),
            ("amendment", AmendmentWord::Change),
            ("amendments", AmendmentWord::Change),
            ("revision", AmendmentWord::Change),
            ("revisions", AmendmentWord::Change),
            ("virement", AmendmentWord::Change),
            ("virements", AmendmentWord::Change),
            ("adjustments", AmendmentWord::Change),
            ("supplementaries", AmendmentWord::Change),
        ],
        links: headers::HEADER_LINKS,
        totals: headers::TOTALS,
        parts_of: &["of which", "including"],
        cut_short: &[
            ("bud", "budget"),
            ("bgt", "budget"),
            ("est", "estimate"),
            ("act", "actual"),
            ("amend", "amended"),
            ("orig", "original"),
            ("proj", "projected"),
        ],
        openings: &["opening", "beginning", "start"],
        counting: &["first", "second", "third", "fourth"],
        flow_letters: &[],
        // *Favourable* and *adverse*, and the letters of Dutch.
        sign_letters: &['F', 'A', 'V', 'N'],
        multi_year: &[
            "forecasts",
            "projections",
            "projected",
            "estimates",
            "forwardestimates",
            "outyears",
            "mediumtermplan",
            "mtfp",
            "financialplanprojections",
        ],
        plans: &[
            "capitalplan",
            "capitalprogram",
            "capitalprogramme",
            "capitalimprovementplan",
            "capitalimprovementprogram",
            "capitalimprovementsprogram",
            "mediumtermfinancialplan",
        ],
        terms: &["amorti", "depreciation", "life", "maturity", "term", "useful"],
        label_flows: &[
            ("expense type", FlowWord::Expenses),
            ("expenditure type", FlowWord::Expenses),
            ("type of expenditure", FlowWord::Expenses),
            ("cost type", FlowWord::Expenses),
            ("income type", FlowWord::Income),
            ("revenue type", FlowWord::Income),
            ("revenue source", FlowWord::Income),
            ("source of income", FlowWord::Income),
        ],
        closings: &["closing", "ending", "end"],
        stocks: &["balance", "carrying", "book"],
    },
    cells: cells::CELLS,
    remarks: remarks::REMARKS,
    labels: labels::LABELS,
    rows: headers::ROWS,
    dates: text::DATES,
    text: text::TEXT,
    bodies: &ENGLISH_BODIES,
    function_words: text::FUNCTION_WORDS,
};

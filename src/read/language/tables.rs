//! What a pack is made of: the tables of one language.
//!
//! Words are folded as they are looked up ([`crate::words::fold`]): those that stand alone without
//! spaces, phrases that are found among others with one space between words. What is taken off a
//! text as it is printed stands with the spaces around it.

use super::header_word::{AmendmentWord, FlowWord, HeaderWord};
use crate::findings::argument::Doubt;
use crate::language::Language;
use crate::leaves::role::{Accumulation, Role, Status};
use crate::leaves::terms::{EditionKind, IndicatorKind, Level};
use crate::leaves::unit::{Scale, Unit};
use crate::leaves::value::{Change, Comparison, Missing};
use crate::read::meaning::{Column, Question};
use crate::read::number::Grammar;
use crate::words::BodyWords;

/// Words, phrases or signs.
pub(in crate::read) type Words = &'static [&'static str];

/// The tables of one language.
pub(in crate::read) struct Tables {
    pub(in crate::read) language: Language,
    /// How it writes numbers.
    pub(in crate::read) numbers: Grammar,
    /// What users may add words to.
    pub(in crate::read) vocabulary: VocabularyWords,
    pub(in crate::read) headers: HeaderWords,
    pub(in crate::read) cells: CellWords,
    pub(in crate::read) remarks: RemarkWords,
    pub(in crate::read) labels: LabelGrammar,
    pub(in crate::read) rows: RowWords,
    pub(in crate::read) dates: DateWords,
    pub(in crate::read) text: TextWords,
    /// Shared with evaluation, which compares bodies.
    pub(in crate::read) bodies: &'static BodyWords,
    /// The words by which a text is recognised as of this language: frequent in it, and not a word
    /// of the others.
    pub(in crate::read) function_words: Words,
}

/// The words that users may add to: see [`Vocabulary`](crate::Vocabulary).
pub(in crate::read) struct VocabularyWords {
    /// The headers of columns, without their period.
    pub(in crate::read) headers: &'static [(&'static str, Column)],
    /// The letter before a year: `R2016`.
    pub(in crate::read) letters: &'static [(char, Role)],
    /// The questions that open the parts of a field, without their year.
    pub(in crate::read) questions: &'static [(&'static str, Question)],
    /// The titles of tables of indicators.
    pub(in crate::read) tables: &'static [(&'static str, Option<IndicatorKind>)],
    /// The kinds of publication, by the word beside the year of their title.
    pub(in crate::read) editions: &'static [(&'static str, EditionKind)],
    /// The words before the code of a field.
    pub(in crate::read) levels: &'static [(&'static str, Option<Level>)],
    /// The words before the number of a goal.
    pub(in crate::read) goals: Words,
    /// The words for a figure that isn't there.
    pub(in crate::read) missing: &'static [(&'static str, Missing)],
}

/// The words of headers.
pub(in crate::read) struct HeaderWords {
    pub(in crate::read) phrases: &'static [(&'static str, HeaderWord)],
    /// What a word means that begins so, where no phrase is known: *begr.wijz.*, *begrotingswijzigingen*.
    pub(in crate::read) stems: &'static [(&'static str, HeaderWord)],
    /// The words by which a header says that a budget is the one after changes.
    pub(in crate::read) amendments: &'static [(&'static str, AmendmentWord)],
    /// The words that may stand between those of a header.
    pub(in crate::read) links: Words,
    /// The words by which a row says that it adds others up.
    pub(in crate::read) totals: Words,
    /// What the header begins with of a part of the column before it: *waarvan structureel*.
    pub(in crate::read) parts_of: Words,
    /// Words of headers that are cut short, each with the whole of it: *wijz* for *wijziging*.
    pub(in crate::read) cut_short: &'static [(&'static str, &'static str)],
    /// The words that say at which end of a year a balance is: the first ones at its beginning.
    pub(in crate::read) openings: Words,
    /// The letters for flows, where all headers of a row are such: *L*, *B*, *S*.
    pub(in crate::read) flow_letters: &'static [(&'static str, FlowWord)],
    /// The letters that a header explains, as it does a sign: *Saldo (N = nadelig)*.
    pub(in crate::read) sign_letters: &'static [char],
    /// The words for figures of several years, folded: what stands above more years than the words beside it.
    pub(in crate::read) multi_year: Words,
    /// The names of plans, folded: the amounts below such a heading are planned, *Investeringsplan 2021-2024*.
    pub(in crate::read) plans: Words,
    /// The beginnings of the words for a term over which an amount is written off or paid back, folded: *Afschrijvingstermijn*.
    pub(in crate::read) terms: Words,
    /// What the amounts are that labels tell apart, by the header of these: *Kostensoort*.
    pub(in crate::read) label_flows: &'static [(&'static str, FlowWord)],
    /// The words that count changes of a budget, from the first: *eerste*, *tweede*.
    pub(in crate::read) counting: Words,
    pub(in crate::read) closings: Words,
    /// The beginnings of words for what there is on a day: *Boekwaarde*.
    pub(in crate::read) stocks: Words,
}

/// The meaning of a word after a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum NumberWord {
    /// What it counts.
    Unit(Unit),
    /// What it counts, in a word that multiplies as well: *Mton*.
    Scaled(Unit, Scale),
    /// It is to be multiplied by ten to this power.
    Scale(u32),
    /// The same, in a letter: `£1.2m`. It does so for an amount of money, and most likely where it
    /// stands right after the digits.
    Letter(u32),
    /// How it was counted, which changes nothing of it.
    Remark,
}

/// What may come after a comparator in place of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Relation {
    Baseline,
    Previous,
    YearBefore,
    /// The result of another organisation, by the words that stand there.
    Benchmark,
}

/// The words before a number that compare with it.
#[derive(Debug)]
pub(in crate::read) struct Comparator {
    pub(in crate::read) words: &'static str,
    pub(in crate::read) comparison: Comparison,
    /// What is in doubt about it.
    pub(in crate::read) doubt: Option<Doubt>,
    /// Whether it says since or until when, before a year.
    pub(in crate::read) is_of_time: bool,
}

impl Comparator {
    /// One that leaves no doubt.
    pub(in crate::read) const fn new(words: &'static str, comparison: Comparison) -> Self {
        Comparator { words, comparison, doubt: None, is_of_time: false }
    }

    pub(in crate::read) const fn of_time(self) -> Self {
        Comparator { is_of_time: true, ..self }
    }

    pub(in crate::read) const fn in_doubt(self, why: Doubt) -> Self {
        Comparator { doubt: Some(why), ..self }
    }
}

/// The words in and around the numbers of cells.
pub(in crate::read) struct CellWords {
    /// What comes after a number.
    pub(in crate::read) measures: &'static [(&'static str, NumberWord)],
    /// Units of several words, without spaces: *working days*.
    pub(in crate::read) long_measures: &'static [(&'static str, NumberWord)],
    /// How percentage points are written beside a number: `%-punt`, longest first.
    pub(in crate::read) percent_points: Words,
    /// Words that may be a unit or something else: `5 p.p.`.
    pub(in crate::read) unclear_measures: Words,
    /// Why *ton* may be no weight.
    pub(in crate::read) tonne_doubt: Option<Doubt>,
    /// The signs and words of a currency, before or after an amount.
    pub(in crate::read) currencies: &'static [(&'static str, Unit)],
    /// What ends an amount in whole euros: `€ 1.234,-`.
    pub(in crate::read) whole_amount_ends: Words,
    /// What things are counted by, in English: *per inwoner*.
    pub(in crate::read) counted_by: &'static [(&'static str, &'static str)],
    /// *per*, before what a rate is counted by.
    pub(in crate::read) per: Words,
    /// What stands between a number and the words that say what it is counted by: *per huishouden*, *van de waarde*.
    pub(in crate::read) counting: Words,
    /// How a number was counted that makes another number of it: *cumulatief*.
    pub(in crate::read) cumulative: Words,
    pub(in crate::read) rounded: Words,
    /// The letters beside an amount that say whether it is favourable: `30 V`, `N 31.393`.
    pub(in crate::read) favour_letters: &'static [(char, Status)],
    /// Those behind an amount that say what flows: `1.250 L`.
    pub(in crate::read) flow_letters: &'static [char],
    /// The letters behind V or N that say whether an amount is incidental or structural: `-875 N I`.
    pub(in crate::read) recurrence_letters: &'static [char],
    /// The words for a change without a size.
    pub(in crate::read) changes: &'static [(&'static str, Change)],
    /// Those of them that compare: they come after a number, and begin no change of a size.
    pub(in crate::read) comparing_changes: Words,
    /// Between a change and its size: ` met `.
    pub(in crate::read) change_by: Words,
    /// Between a change and what it is measured from: ` t.o.v. `.
    pub(in crate::read) change_from: Words,
    /// *than*, which compares with a year or a number: ` dan `.
    pub(in crate::read) than: Words,
    /// Before a year: `in `.
    pub(in crate::read) in_year: Words,
    /// The words for yes and no.
    pub(in crate::read) flags: &'static [(&'static str, bool)],
    /// The words for what a value is compared with.
    pub(in crate::read) relations: &'static [(&'static str, Relation)],
    /// The words and signs before a number that is not exact.
    pub(in crate::read) about: Words,
    /// The words before a number that compare with it, longest first where one begins with another.
    pub(in crate::read) comparators: &'static [Comparator],
    /// What may come between a comparator and its number: `de `.
    pub(in crate::read) articles: Words,
    /// The words after a number that compare with it.
    pub(in crate::read) comparators_after: &'static [(&'static str, Comparison)],
    /// What leads to where the figure stands: `zie `.
    pub(in crate::read) pointers: Words,
    /// Whether a cell is as the one above or next to it.
    pub(in crate::read) dittos: Words,
    /// Before a place that is the last that counts: `top `.
    pub(in crate::read) rank_top: Words,
    pub(in crate::read) rank_before: Words,
    pub(in crate::read) rank_after: Words,
    /// The endings of ordinal numbers: `3e`.
    pub(in crate::read) ordinals: Words,
    /// Before the year by which a number is to be reached: ` in`.
    pub(in crate::read) deadlines: Words,
    /// What opens a range: `tussen `.
    pub(in crate::read) range_opens: Words,
    /// Between the ends of such a range: ` en `.
    pub(in crate::read) range_and: Words,
    /// Between the ends of a range that nothing opens: ` tot `.
    pub(in crate::read) range_to: Words,
    /// Between a value and that of another body: ` tov `.
    pub(in crate::read) against: Words,
    /// Between the values of a list: ` en `.
    pub(in crate::read) list_and: Words,
    /// The names of places that would otherwise change the number next to them.
    pub(in crate::read) places: Words,
    /// The words before the year in which a number was measured.
    pub(in crate::read) measured: Words,
    /// The words, beside those of measures, that change the meaning of the number next to them.
    pub(in crate::read) changes_number: Words,
    /// Words between or after numbers that say how they hang together, or when: none names what a
    /// number is of.
    pub(in crate::read) links: Words,
}

/// The words next to a figure, in parentheses or in a footnote.
pub(in crate::read) struct RemarkWords {
    pub(in crate::read) statuses: &'static [(&'static str, Status)],
    /// The words around those that say something.
    pub(in crate::read) fillers: Words,
    /// Up to and with: a month after it makes a part of a year.
    pub(in crate::read) until: Words,
    pub(in crate::read) not_final: Words,
    pub(in crate::read) finals: Words,
    /// Those who publish figures.
    pub(in crate::read) source_names: Words,
    /// The kinds of source: *enquête*.
    pub(in crate::read) source_kinds: Words,
    pub(in crate::read) source_links: Words,
    /// *Bron*, before the name of one.
    pub(in crate::read) source_leads: Words,
    /// The endings of words that say how often: *tweejaarlijkse*.
    pub(in crate::read) frequency_ends: Words,
    pub(in crate::read) frequencies: Words,
    pub(in crate::read) frequency_around: Words,
    /// *per* and *jaar* of *per vier jaar*.
    pub(in crate::read) frequency_leads: Words,
    pub(in crate::read) frequency_years: Words,
    /// *nieuwe indicator*: the words, and those of which one must be there.
    pub(in crate::read) kinds: Words,
    pub(in crate::read) kind_nouns: Words,
    /// *schaal 1-5*, in the same way.
    pub(in crate::read) scales: Words,
    pub(in crate::read) scale_nouns: Words,
    /// The words with which a definition begins.
    pub(in crate::read) definitions: Words,
    /// Words that speak of figures, of how or when they were measured, or of what they leave out:
    /// their beginnings, and whole words.
    pub(in crate::read) about_figures_stems: Words,
    pub(in crate::read) about_figures: Words,
    /// Words of a judgement (*niet op koers*), whole and by their beginning.
    pub(in crate::read) story: Words,
    pub(in crate::read) story_stems: Words,
    /// The words before an aim with its number: *norm < 130%*.
    pub(in crate::read) aims: Words,
}

/// The words by which a label states a unit.
pub(in crate::read) struct LabelGrammar {
    /// What introduces a unit: *in km*, *als %*. The first may stand anywhere in a phrase.
    pub(in crate::read) intros: Words,
    /// *hele* euro.
    pub(in crate::read) whole: Words,
    /// *bedragen*, and *zijn* after it.
    pub(in crate::read) amounts: Words,
    pub(in crate::read) are: Words,
    /// *aantal*.
    pub(in crate::read) counts: Words,
    pub(in crate::read) percents: Words,
    /// Two words for a percentage: *per cent*.
    pub(in crate::read) percent_pairs: &'static [(&'static str, &'static str)],
    /// *van*, after a percentage.
    pub(in crate::read) of: Words,
    pub(in crate::read) per: Words,
    /// What a rate begins with in a label, with the signs around it.
    pub(in crate::read) rate_signs: Words,
    /// Words in which a label states a unit, beside those after numbers.
    pub(in crate::read) measures: &'static [(&'static str, Unit)],
    pub(in crate::read) scales: &'static [(&'static str, Scale)],
    /// Words after numbers that are no unit by themselves.
    pub(in crate::read) no_units: Words,
    /// *niet in … maar …*.
    pub(in crate::read) denied: &'static [(&'static str, &'static str)],
    /// From which words on the end of a label may be its unit.
    pub(in crate::read) tails: Words,
    /// The words that a label begins with and is in.
    pub(in crate::read) begins_with_measure: Words,
    pub(in crate::read) begins_with_percent: Words,
    pub(in crate::read) begins_with_count: Words,
    /// *Euro per* inwoner.
    pub(in crate::read) begins_with_money: &'static [(&'static str, Unit)],
    /// After *per 1.000 inwoners*, which ones: *van 12-18 jaar*.
    pub(in crate::read) people: Words,
    /// The parts of words that are of something measured.
    pub(in crate::read) measured_stems: Words,
    pub(in crate::read) rank_begins: Words,
    pub(in crate::read) rank_phrases: Words,
    /// The words and phrases by which a label says that its numbers are money, and in what. A label
    /// needs the first and one of the second.
    pub(in crate::read) money: &'static [MoneyWords],
    /// What a caption has that states an amount, as printed.
    pub(in crate::read) caption_amounts: Words,
    /// Those of them that come before a scale: `x €`.
    pub(in crate::read) caption_amounts_of_scale: Words,
    /// Words that in a caption rule out amounts, in lower case.
    pub(in crate::read) caption_counts: Words,
    /// Pairs of which both in a caption make it one of amounts.
    pub(in crate::read) caption_pairs: &'static [(&'static str, &'static str)],
    /// How captions write a scale, as printed: `x 1.000`.
    pub(in crate::read) caption_scales: Words,
    /// The stretches of time that a rate may be per.
    pub(in crate::read) times: Words,
    pub(in crate::read) scale_grammar: ScaleWords,
    /// *hoger is beter*: what every such label has, and what each says.
    pub(in crate::read) better: Words,
    pub(in crate::read) higher_is_better: Words,
    pub(in crate::read) lower_is_better: Words,
    /// The beginnings of words of which a label is a rating: what a label must have, and the stems.
    pub(in crate::read) rating: Words,
    pub(in crate::read) rating_stems: Words,
    /// What the labels have in which figures may add up or not, and the phrases, padded with spaces.
    pub(in crate::read) accumulation_parts: Words,
    pub(in crate::read) means: Words,
    pub(in crate::read) accumulations: &'static [(&'static str, Accumulation)],
}

/// The beginnings of words by which the label of a row says what flows: folded, and looked for in each
/// word of it.
pub(in crate::read) struct RowWords {
    pub(in crate::read) expenses: Words,
    pub(in crate::read) income: Words,
    pub(in crate::read) balance: Words,
    /// Parts of words: *bestemmingsreserve*.
    pub(in crate::read) reserves: Words,
    /// What goes to reserves and what comes out of them, in a label that speaks of reserves.
    pub(in crate::read) into_reserves: Words,
    pub(in crate::read) out_of_reserves: Words,
    /// What comes before the part of a label that it is without, or not yet with: *before transfers to reserves*.
    pub(in crate::read) apart_from: Words,
    /// The label of the commitments, with which the table of an article of the state's budget begins.
    pub(in crate::read) commitments: Words,
    /// Changes of reserves, which are both.
    pub(in crate::read) changes_of_reserves: Words,
    pub(in crate::read) totals: Words,
    /// How a label begins that is a part of the row above it: *waarvan personeel*.
    pub(in crate::read) parts: Words,
    /// How a row begins that is what came before it with its changes: *Nieuwe stand*.
    pub(in crate::read) changed: Words,
    /// The word above the labels of a table that has indicators.
    pub(in crate::read) indicators: Words,
    /// Beginnings of words that say that amounts come once, and that they come each year.
    pub(in crate::read) incidental: Words,
    pub(in crate::read) structural: Words,
    /// Beginnings of words that say which account amounts are of.
    pub(in crate::read) investment: Words,
    pub(in crate::read) operating: Words,
    pub(in crate::read) financing: Words,
    /// Words between a balance and the reserves, which it is with or without; and the word that stands for what goes to them:
    /// *na bestemming*.
    pub(in crate::read) with_reserves: Words,
    pub(in crate::read) without_reserves: Words,
    pub(in crate::read) appropriation: Words,
    /// One of these that may say what something is for as well: *Uitgaven voor reserve groen*.
    pub(in crate::read) also_for: Words,
    /// Beginnings of words that say what a sign means: *- = nadeel*.
    pub(in crate::read) to_the_good: Words,
    pub(in crate::read) to_the_bad: Words,
    /// Words that say that one flow is taken off the other, and the beginnings of those behind them that say off which: *Netto lasten*.
    pub(in crate::read) net: Words,
    pub(in crate::read) costs: Words,
    pub(in crate::read) returns: Words,
    /// The words for a subtraction: *baten minus lasten*.
    pub(in crate::read) less: Words,
}

/// How a label says that its numbers are money.
pub(in crate::read) struct MoneyWords {
    pub(in crate::read) unit: Unit,
    /// What it must have.
    pub(in crate::read) sign: &'static str,
    /// One of these it must have as well.
    pub(in crate::read) forms: Words,
}

/// The words by which a label states a scale.
pub(in crate::read) struct ScaleWords {
    /// Parts of words of which a label with a scale has one, as printed.
    pub(in crate::read) parts: Words,
    /// Whole words, folded, of which it has one.
    pub(in crate::read) large: Words,
    /// The beginnings of the words, folded, of a text that states a scale and nothing else:
    /// *bedragen in duizenden euro's*.
    pub(in crate::read) statement: Words,
    /// Signs, as printed, which leave open what the scale is.
    pub(in crate::read) signs: Words,
    /// How thousands are written in signs, as printed: `£'000`.
    pub(in crate::read) printed_thousands: Words,
    /// Phrases, folded.
    pub(in crate::read) thousands: Words,
    pub(in crate::read) millions: Words,
    /// Words that say millions beside the sign of a currency.
    pub(in crate::read) millions_of_money: Words,
    /// Phrases that rule out thousands.
    pub(in crate::read) not_thousands: Words,
    /// Phrases after which it is unknown what the scale is.
    pub(in crate::read) unknown: Words,
}

/// The words of periods and dates.
pub(in crate::read) struct DateWords {
    /// The months by their names, with those that are shortened.
    pub(in crate::read) months: [Words; 12],
    /// Between the first and the last year of several: ` t/m `.
    pub(in crate::read) through: Words,
    /// Before a school year or a book year: `schooljaar `.
    pub(in crate::read) year_names: Words,
    /// What a fiscal year begins with, in lower case: `fy`.
    pub(in crate::read) fiscal: Words,
    /// The parts of years, with the code of a period: *1e halfjaar*, `H1`.
    pub(in crate::read) parts: &'static [(&'static str, &'static str)],
    /// Between a part and its year: ` van `.
    pub(in crate::read) part_of: Words,
    /// Whether `2018-2019` and `2016-17` are a year that ends in the one after it begins.
    pub(in crate::read) pairs_are_one_year: bool,
    /// Whether `1/2/2017` is in February, and not in January. `false` if that differs by country.
    pub(in crate::read) day_comes_first: bool,
}

/// The words of titles, questions, captions and pages.
pub(in crate::read) struct TextWords {
    /// Before the name of an organisation in a title: *gemeente*.
    pub(in crate::read) bodies: Words,
    /// The last word of the name of an organisation: *council*.
    pub(in crate::read) body_ends: Words,
    /// *of*, between such a word and the name.
    pub(in crate::read) body_of: Words,
    /// Whether a title may begin with its year: `2018-2019 Adopted Budget`.
    pub(in crate::read) titles_begin_with_year: bool,
    /// Words that may stand in a title before the kind of publication: *ontwerp*.
    pub(in crate::read) drafts: Words,
    /// What may follow the year of a title: *op hoofdlijnen*.
    pub(in crate::read) title_endings: Words,
    /// What is written in two ways in a question, folded: ` wij `, ` we `.
    pub(in crate::read) question_spellings: &'static [(&'static str, &'static str)],
    /// The word that stands in a general question where a field may be named: *het*.
    pub(in crate::read) question_it: &'static str,
    /// Before the year of a question: ` in`.
    pub(in crate::read) question_in: Words,
    /// The words in a question for goals that ask for actions as well.
    pub(in crate::read) actions: Words,
    /// Before the source of a table, and before the number of a figure.
    pub(in crate::read) sources: Words,
    /// How the links begin that a site prints around the text, as printed.
    pub(in crate::read) furniture: Words,
    /// How a link back to the menu of a page begins, in which the heading above it comes again: *Terug naar navigatie - Lasten*.
    pub(in crate::read) ways_back: Words,
    /// The headers of columns of goals and of what is done for them, folded: *Operationeel doel*, *Acties*.
    pub(in crate::read) goal_columns: Words,
    pub(in crate::read) action_columns: Words,
    /// The words before the number of an action or before a colon: *Actie 1.2: een containerpark*.
    pub(in crate::read) action_words: Words,
    /// What a site names the parts of a document by, in front of the headings of fields, folded: *Paragrafen*.
    pub(in crate::read) document_parts: Words,
    /// Headings that name no field, folded: *Inleiding*.
    pub(in crate::read) field_parts: Words,
    /// The words before the code of a field, or before a colon and its name, where its place shows that it is one.
    pub(in crate::read) field_labels: Words,
    pub(in crate::read) pictures: Words,
    /// Before the number of a page, and between it and the count of pages.
    pub(in crate::read) pages: Words,
    pub(in crate::read) page_of: Words,
    pub(in crate::read) contents: Words,
}

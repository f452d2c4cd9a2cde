//! What a reader made of a document, by its public interface alone.

use std::collections::HashSet;
use std::num::NonZeroU32;

use super::table::keys_of_source;
use beleid::{Cell, Finding, Layout, Number, Part, Place, Reader, Reading, Rule};

/// A figure that was placed.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) label: String,
    /// Its label with the groups, areas and other slices, and the field around it.
    pub(crate) context: String,
    pub(crate) period: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) flow: Option<String>,
    pub(crate) kind: String,
    pub(crate) number: Option<Number>,
    pub(crate) range: Option<(Number, Number)>,
    pub(crate) printed: String,
    /// Whether a finding that speaks of how it was placed is about it, its row, its table or its field.
    pub(crate) is_reported: bool,
    /// Whether any finding is.
    pub(crate) has_finding: bool,
}

/// A cell that was not placed.
#[derive(Debug, Clone)]
pub(crate) struct Unplaced {
    pub(crate) label: String,
    pub(crate) printed: String,
    pub(crate) is_reported: bool,
}

/// All that a reader made of the numbers of a document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    pub(crate) placed: Vec<Placed>,
    pub(crate) unplaced: Vec<Unplaced>,
    /// The keys of the numbers in texts of which a finding says that no table was made.
    pub(crate) not_read: Vec<String>,
    /// All findings as printed, for the report of a failure.
    pub(crate) findings: Vec<String>,
}

/// Reads a source, and tells what was made of its numbers.
pub(crate) fn see(source: &str, layout: Layout) -> Seen {
    let reading = Reader::new().read_as(source, layout);
    Seen::of(&reading)
}

/// Whether a finding speaks of figures at all. Those that say what the head of a document lacks do
/// not.
fn is_about_figures(finding: &Finding) -> bool {
    !matches!(finding.rule, Rule::MissingEdition | Rule::MissingOrganisation | Rule::MissingHeading)
}

/// Whether a finding can be a doubt about where a figure belongs, and not only about its scale, its
/// decimals or its notes.
fn is_about_placing(finding: &Finding) -> bool {
    !matches!(
        finding.rule,
        Rule::UnknownUnit
            | Rule::DecimalPoint
            | Rule::RemarkInCell
            | Rule::MarkWithoutFootnote
            | Rule::NoteNotUnderstood
            | Rule::FootnoteWithoutMark
    )
}

/// Whether a finding says that its text was kept without a table being made of it.
fn is_not_read(finding: &Finding) -> bool {
    matches!(
        finding.rule,
        Rule::TableNotRead | Rule::TableWithoutHeader | Rule::TableWithoutRows | Rule::LimitReached
    )
}

impl Seen {
    pub(crate) fn of(reading: &Reading<'_>) -> Seen {
        let findings: Vec<&Finding> =
            reading.source_findings().iter().filter(|each| is_about_figures(each)).collect();
        let told: HashSet<String> =
            findings.iter().flat_map(|each| each.places()).map(Place::pointer).collect();
        let doubts = findings.iter().copied().filter(|each| is_about_placing(each));
        let doubted: HashSet<String> =
            doubts.flat_map(Finding::places).map(Place::pointer).collect();
        let mut seen = Seen {
            findings: findings.iter().map(ToString::to_string).collect(),
            ..Seen::default()
        };
        for finding in findings.iter().filter(|each| is_not_read(each)) {
            let bytes = finding.span.and_then(beleid::Span::bytes);
            let text = bytes.and_then(|bytes| reading.source().get(bytes)).unwrap_or_default();
            seen.not_read.extend(keys_of_source(text, reading.layout()));
        }
        let is_among = |places: &HashSet<String>, place: &Place, cell: Option<&Cell>| {
            // The figure, its row with its name, and the field; not the fields around it.
            let (row, field) = (ancestor(place, 1), ancestor(place, 2));
            let index = |number: Option<NonZeroU32>| Some(number?.get() as usize - 1);
            let table = cell.and_then(|cell| index(cell.table));
            let table = table.map(|index| field.clone().at(Part::Table(index)));
            let column = cell.and_then(|cell| index(cell.column));
            let column = table.clone().zip(column).map(|(table, at)| table.at(Part::Column(at)));
            [place.clone(), row.clone().at(Part::Name), row, field]
                .iter()
                .chain(&table)
                .chain(&column)
                .any(|place| places.contains(&place.pointer()))
        };
        for each in reading.budget.figures().filter(|each| each.figure.is_some()) {
            let cell = each.cell;
            let row = serde_json::to_value(&each).unwrap();
            let text = |name: &str| row[name].as_str().map(str::to_owned);
            let number = |name: &str| text(name).and_then(|text| text.parse().ok());
            let words = ["label", "group", "area", "body", "slice", "field"];
            let words: Vec<String> = words.iter().filter_map(|name| text(name)).collect();
            seen.placed.push(Placed {
                label: text("label").unwrap_or_default(),
                context: words.join(" | "),
                period: text("period"),
                role: text("role"),
                flow: text("flow"),
                kind: text("kind").unwrap_or_default(),
                number: number("value"),
                range: number("low").zip(number("high")),
                printed: text("printed").unwrap_or_default(),
                is_reported: is_among(&doubted, &each.place, cell),
                has_finding: is_among(&told, &each.place, cell),
            });
        }
        for (field_place, field) in reading.budget.places() {
            let indicators = field.indicators.iter().enumerate();
            let indicators =
                indicators.map(|(at, row)| (Part::Indicator(at), &row.name, &row.unplaced));
            let costs = field.costs.iter().enumerate();
            let costs = costs.map(|(at, row)| (Part::Cost(at), &row.label, &row.unplaced));
            for (part, label, cells) in indicators.chain(costs) {
                let row = field_place.clone().at(part);
                for (at, cell) in cells.iter().enumerate() {
                    let place = row.clone().at(Part::Unplaced(at));
                    seen.unplaced.push(Unplaced {
                        label: label.clone(),
                        printed: cell.printed.to_string(),
                        is_reported: is_among(&doubted, &place, Some(cell)),
                    });
                }
            }
        }
        seen
    }
}

/// The place this many steps further out.
fn ancestor(place: &Place, steps: usize) -> Place {
    let parts = place.parts();
    let kept = &parts[..parts.len().saturating_sub(steps)];
    kept.iter().cloned().fold(Place::default(), Place::at)
}

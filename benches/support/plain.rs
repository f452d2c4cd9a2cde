//! The wire form as plain structs without checks: the cost of JSON itself.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub(crate) struct Document {
    schema: u32,
    budget: Budget,
}

#[derive(Serialize, Deserialize)]
struct Budget {
    edition: Edition,
    organisation: Option<Organisation>,
    fields: Vec<Field>,
}

#[derive(Serialize, Deserialize)]
struct Organisation {
    name: String,
    kind: Option<String>,
    identifiers: Vec<Identifier>,
}

#[derive(Serialize, Deserialize)]
struct Identifier {
    scheme: String,
    code: String,
}

#[derive(Serialize, Deserialize)]
struct Edition {
    kind: Option<String>,
    period: Option<String>,
    title: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Field {
    level: Option<String>,
    heading: Heading,
    sections: Vec<Section>,
    indicators: Vec<Indicator>,
    goals: Vec<Goal>,
    actions: Vec<Action>,
    // The corpus has no cost lines, so what is in them doesn't matter here.
    costs: Vec<()>,
    tables: Vec<Table>,
    notes: Vec<Note>,
    attributes: Vec<Attribute>,
    fields: Vec<Field>,
}

#[derive(Serialize, Deserialize)]
struct Heading {
    label: Option<String>,
    code: Option<String>,
    title: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Indicator {
    id: String,
    identifiers: Vec<Identifier>,
    name: String,
    label: Option<String>,
    kind: Option<String>,
    measure: Option<String>,
    unit: Option<Unit>,
    direction: Option<String>,
    accumulation: Option<String>,
    source: Option<String>,
    goals: Vec<String>,
    figures: Vec<Figure>,
    unplaced: Vec<Cell>,
    stated: Vec<Stated>,
    notes: Vec<Note>,
    attributes: Vec<Attribute>,
}

#[derive(Serialize, Deserialize)]
struct Stated {
    aspect: Option<String>,
    judgement: String,
}

#[derive(Serialize, Deserialize)]
struct Table {
    title: Option<String>,
    unit: Option<Unit>,
    columns: Vec<TableColumn>,
    rows: Vec<TableRow>,
}

#[derive(Serialize, Deserialize)]
struct TableColumn {
    headers: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct TableRow {
    row: Option<u32>,
    label: String,
}

#[derive(Serialize, Deserialize)]
struct Figure {
    period: Option<String>,
    role: Option<String>,
    value: Value,
    unit: Option<Unit>,
    dimensions: Vec<Dimension>,
    dated: Option<String>,
    status: Vec<String>,
    notes: Vec<String>,
    remark: Option<String>,
    cell: Option<Cell>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Value {
    Missing(String),
    Exact(String),
    MoreThan(String),
    AtLeast(String),
    LessThan(String),
    AtMost(String),
    Between(Range),
    Relative { comparison: String, to: Reference },
    Change(String),
    ChangeBy { direction: String, by: String, unit: Option<Unit>, to: Option<Reference> },
    Flag(bool),
    Text(String),
}

#[derive(Serialize, Deserialize)]
struct Dimension {
    name: String,
    value: String,
}

#[derive(Serialize, Deserialize)]
struct Unit {
    measure: String,
    scale: String,
    per: Option<Per>,
}

#[derive(Serialize, Deserialize)]
struct Per {
    count: u32,
    of: String,
}

#[derive(Serialize, Deserialize)]
struct Range {
    low: String,
    high: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reference {
    Baseline,
    Period(String),
    Previous,
    Benchmark(String),
}

#[derive(Serialize, Deserialize)]
struct Cell {
    table: Option<u32>,
    row: Option<u32>,
    column: Option<u32>,
    printed: String,
}

#[derive(Serialize, Deserialize)]
struct Goal {
    id: String,
    code: Option<String>,
    parent: Option<String>,
    period: Option<String>,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct Action {
    id: String,
    code: Option<String>,
    goals: Vec<String>,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct Section {
    kind: String,
    heading: Option<String>,
    paragraphs: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Note {
    mark: Option<String>,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct Attribute {
    name: String,
    text: String,
}

//! The open data of Statistics Netherlands: a row a cell of a matrix, in thousands of euro.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::coded::coded;
use crate::codes::Tier;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Message;
use crate::findings::span::Span;
use crate::iv3::delivery::{Contact, Delivery, DeliveryPeriod, DeliveryStatus, Entry, Metadata};
use crate::iv3::loss::{Loss, LossKind, escaped, lost_metadata};
use crate::iv3::part::DeliveryPart;
use crate::leaves::number::Number;

/// The columns, as they are written.
const ROW: &str = "TaakveldBalanspost";
const CATEGORY: &str = "Categorie";
const REPORT: &str = "Verslagsoort";
const FIRST: &str = "k_1ePlaatsing_1";
const SECOND: &str = "k_2ePlaatsing_2";

/// The names of the column of bodies: of municipalities, provinces and joint bodies.
const BODIES: [&str; 3] = ["Gemeenten", "Provincies", "GemeenschappelijkeRegelingen"];

/// The prefixes of the codes of bodies, of the same tiers.
const PREFIXES: [(&str, Tier); 3] =
    [("GM", Tier::Municipality), ("PV", Tier::Province), ("GR", Tier::JointBody)];

/// What some tables have where there is no figure. It looks like an amount.
const NO_FIGURE: &str = "-99998";

coded! {
    /// Which publication of the open data amounts are of (Dutch: *plaatsing*). Statistics
    /// Netherlands publishes a delivery ten days after its date is due, and a corrected one seventy
    /// days after that date.
    ///
    /// ```
    /// assert_eq!(beleid::iv3::Publication::Second.code(), "second");
    /// ```
    #[doc(alias = "plaatsing")]
    Publication, "publication", in "iv3" {
        /// The first publication (*1e plaatsing*).
        #[doc(alias = "1e plaatsing")]
        First = "first", en "first publication", nl "eerste plaatsing";
        /// The second publication, with corrections (*2e plaatsing*).
        #[doc(alias = "2e plaatsing")]
        Second = "second", en "second publication", nl "tweede plaatsing";
    }
}

/// What was read of a table of open data (Dutch: *ingelezen tabel*).
///
/// ```
/// use beleid::iv3::{Delivery, Publication};
///
/// let reading = Delivery::read_csv("a;b\n1;2\n", Publication::Second);
/// assert!(reading.deliveries.is_empty());
/// assert_eq!(
///     reading.findings[0].to_string(),
///     "error[iv3-not-taken] budget: the file has no column TaakveldBalanspost, so nothing was read of it",
/// );
/// ```
#[doc(alias = "ingelezen tabel")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CsvReading {
    /// A delivery for each body and report, in the order in which they first come.
    pub deliveries: Vec<Delivery>,
    /// What could not be taken.
    pub findings: Vec<Finding>,
}

impl Delivery {
    /// Reads deliveries from a table of the open data of Statistics Netherlands: the tables of *CBS
    /// derden* (such as 45071NED) as CSV, with the names and codes of their data service.
    ///
    /// | column | what |
    /// |---|---|
    /// | `TaakveldBalanspost` | the task field, or the item of the balance sheet (`A…`, `P…`) |
    /// | `Categorie` | `L` and the category for expenses, `B` and the category for income; `Primo` and `Ultimo` for the positions of the balance sheet |
    /// | `Gemeenten`, `Provincies` or `GemeenschappelijkeRegelingen` | the body: `GM0014`, `PV20`. That joint bodies begin with `GR`, and the names of the last two columns, are a guess |
    /// | `Verslagsoort` | the book year, an X, and the number of the period in three digits: `2025X000` is the budget, `2025X005` the accounts |
    /// | `k_1ePlaatsing_1`, `k_2ePlaatsing_2` | the amount in thousands of euro, of the first and the second publication |
    ///
    /// Other columns are skipped, white space around codes as well. Columns are separated by
    /// semicolons, commas or tabs, whichever the first line has most of. A row without an amount is
    /// a cell in which nothing was delivered, and is skipped. `-99998`, by which some copies of these
    /// tables say that there is no figure, is reported and left out, since it may be an amount.
    ///
    /// ```
    /// use beleid::iv3::{Delivery, Publication};
    ///
    /// let table = "ID;TaakveldBalanspost;Categorie;Gemeenten;Verslagsoort;k_1ePlaatsing_1;k_2ePlaatsing_2\n\
    ///     0;\"5.6   \";\"L4.2  \";\"GM0014\";\"2025X000\";1250;1251\n";
    /// let reading = Delivery::read_csv(table, Publication::Second);
    /// let delivery = &reading.deliveries[0];
    /// assert_eq!((delivery.metadata.number.as_deref(), delivery.metadata.year), (Some("0014"), Some(2025)));
    /// assert_eq!(delivery.data.expenses[0].amount, 1_251_000);
    /// ```
    pub fn read_csv(text: &str, publication: Publication) -> CsvReading {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reading = CsvReading { deliveries: Vec::new(), findings: Vec::new() };
        let mut records = Records { text, at: 0, line: 1, separator: separator(text) };
        let header = records.next().unwrap_or_default();
        let columns = match Columns::of(&header.cells, publication) {
            Ok(columns) => columns,
            Err(column) => {
                let message = Message::Iv3ColumnMissing { column: column.to_owned() };
                reading.findings.push(Finding::new(message, Place::default(), None));
                return reading;
            }
        };
        let mut by_key: HashMap<(String, String), usize> = HashMap::new();
        for record in records {
            if record.cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let result = columns.row(&record.cells);
            match result {
                Ok(None) => {}
                Ok(Some(Row { body, report, metadata, part, entry })) => {
                    let key = (body.to_owned(), report.to_owned());
                    let index = *by_key.entry(key).or_insert_with(|| {
                        let delivery = Delivery { metadata, ..Delivery::default() };
                        reading.deliveries.push(delivery);
                        reading.deliveries.len() - 1
                    });
                    let delivery = reading.deliveries.get_mut(index);
                    if let Some(entries) = delivery.and_then(|of| of.data.entries_mut(part)) {
                        entries.push(entry);
                    }
                }
                Err((column, text)) => {
                    let (column, text) = (column.to_owned(), text.into());
                    let message = Message::Iv3CellNotTaken { column, text };
                    let span = Some(record.span);
                    reading.findings.push(Finding::new(message, Place::default(), span));
                }
            }
        }
        reading
    }

    /// The delivery as a table of open data, in the form that [`read_csv`](Self::read_csv) reads,
    /// separated by semicolons, and what has no column in it. Amounts are in thousands of euro with
    /// as many digits after the point as it takes, so none is rounded; the tables of Statistics
    /// Netherlands have whole thousands.
    ///
    /// ```
    /// use beleid::iv3::{Delivery, Entry, Publication};
    ///
    /// let mut delivery = Delivery::default();
    /// delivery.data.income.push(Entry::new("0.7", "4.3.1", 1_234_500));
    /// let (table, losses) = delivery.to_csv(Publication::First);
    /// assert_eq!(table.lines().nth(1), Some("0;0.7;B4.3.1;;;1234.5;"));
    /// assert!(losses.is_empty());
    /// ```
    pub fn to_csv(&self, publication: Publication) -> (String, Vec<Loss>) {
        let metadata = &self.metadata;
        let (body, report) = (body_of(metadata), report_of(metadata));
        let mut losses = Vec::new();
        let kept = metadata_of(&body, &report).unwrap_or_default();
        lost_metadata(metadata, &kept, &mut losses);
        for (key, value) in Contact::KEYS.into_iter().zip(self.contact.values()) {
            if let Some(text) = value {
                losses.push(Loss::new(LossKind::NoColumn, format!("/contact/{key}"), text));
            }
        }
        for (index, remark) in self.remarks.iter().enumerate() {
            let place = format!("/opmerkingen/{index}");
            losses.push(Loss::new(LossKind::NoColumn, place, &*remark.text));
        }
        let bodies = PREFIXES.iter().position(|(_, tier)| Some(*tier) == metadata.tier);
        let bodies = bodies.and_then(|at| BODIES.get(at)).copied().unwrap_or("Gemeenten");
        let mut table = format!("ID;{ROW};{CATEGORY};{bodies};{REPORT};{FIRST};{SECOND}\n");
        let mut id = 0_usize;
        for part in DeliveryPart::OF_ENTRIES {
            for (index, entry) in self.data.entries(part).iter().enumerate() {
                let place = format!("/data/{part}/{index}");
                for further in &entry.further {
                    let place = format!("{place}/{}", escaped(further.key()));
                    losses.push(Loss::new(LossKind::NoColumn, place, further.json()));
                }
                let Some(category) = category_of(part, entry) else {
                    losses.push(Loss::new(LossKind::NoColumn, place, &*entry.column));
                    continue;
                };
                let Some(amount) = in_thousands(entry.amount) else {
                    let amount = entry.amount.to_string();
                    losses.push(Loss::new(LossKind::TooLong, place, amount));
                    continue;
                };
                let cells = [&*entry.row, &*category, &*body, &*report].map(quoted);
                let [row, category, body, report] = cells;
                let (first, second) = match publication {
                    Publication::First => (amount.as_str(), ""),
                    Publication::Second => ("", amount.as_str()),
                };
                // Writing to a string can't fail.
                let _ = writeln!(table, "{id};{row};{category};{body};{report};{first};{second}");
                id += 1;
            }
        }
        for part in [DeliveryPart::KeyFigures, DeliveryPart::PolicyIndicators] {
            for (index, figure) in self.data.figures(part).iter().enumerate() {
                let place = format!("/data/{part}/{index}");
                losses.push(Loss::new(LossKind::NoColumn, place, &*figure.code));
            }
        }
        (table, losses)
    }
}

/// Where each column stands.
struct Columns {
    row: usize,
    category: usize,
    body: usize,
    report: usize,
    amount: usize,
    amount_name: &'static str,
}

/// A row of the table.
struct Row<'r> {
    body: &'r str,
    report: &'r str,
    metadata: Metadata,
    part: DeliveryPart,
    entry: Entry,
}

impl Columns {
    /// The columns of a header, or the name of the one that isn't there.
    fn of(header: &[String], publication: Publication) -> Result<Self, &'static str> {
        let find = |name: &'static str| {
            let is_it = |cell: &String| cell.trim().eq_ignore_ascii_case(name);
            header.iter().position(is_it).ok_or(name)
        };
        let amount_name = match publication {
            Publication::First => FIRST,
            Publication::Second => SECOND,
        };
        let body = BODIES.into_iter().find_map(|name| find(name).ok());
        Ok(Columns {
            row: find(ROW)?,
            category: find(CATEGORY)?,
            body: body.ok_or("Gemeenten")?,
            report: find(REPORT)?,
            amount: find(amount_name)?,
            amount_name,
        })
    }

    /// The entry of a row, `None` if it has no amount, or the column and the text that isn't
    /// understood.
    fn row<'r>(&self, cells: &'r [String]) -> Result<Option<Row<'r>>, (&'static str, &'r str)> {
        let cell = |at: usize| cells.get(at).map_or("", |text| text.trim());
        let [row, category, body, report] =
            [self.row, self.category, self.body, self.report].map(cell);
        let amount = cell(self.amount);
        if matches!(amount, "" | ".") {
            return Ok(None);
        }
        let euro = amount.parse::<Number>().ok().filter(|_| amount != NO_FIGURE);
        let euro = euro.and_then(|thousands| thousands.checked_mul(Number::from(1000)));
        let amount = euro.ok_or((self.amount_name, amount))?;
        let metadata = metadata_of(body, report).ok_or((REPORT, report))?;
        if row.is_empty() {
            return Err((ROW, row));
        }
        let (part, column) = part_of(row, category).ok_or((CATEGORY, category))?;
        let entry = Entry::new(row, column, amount);
        Ok(Some(Row { body, report, metadata, part, entry }))
    }
}

/// Whether a row is an item of the balance sheet: those are letters with digits after them.
fn is_balance(row: &str) -> bool {
    row.starts_with(['A', 'P'])
}

/// The part and the code of a category of the table.
fn part_of<'c>(row: &str, category: &'c str) -> Option<(DeliveryPart, &'c str)> {
    match (category, is_balance(row)) {
        ("Primo", true) => Some((DeliveryPart::BalancePositions, "1 januari")),
        ("Ultimo", true) => Some((DeliveryPart::BalancePositions, "ultimo")),
        (category, is_balance) => {
            let (part, code) = match (category.strip_prefix('L'), category.strip_prefix('B')) {
                (Some(code), _) if is_balance => (DeliveryPart::BalanceExpenses, code),
                (Some(code), _) => (DeliveryPart::Expenses, code),
                (None, Some(code)) if is_balance => (DeliveryPart::BalanceIncome, code),
                (None, Some(code)) => (DeliveryPart::Income, code),
                (None, None) => return None,
            };
            (!code.is_empty()).then_some((part, code))
        }
    }
}

/// The category of the table for an entry. `None` if the entry would be read as another one.
fn category_of(part: DeliveryPart, entry: &Entry) -> Option<String> {
    let category = match part {
        DeliveryPart::Expenses | DeliveryPart::BalanceExpenses => format!("L{}", entry.column),
        DeliveryPart::Income | DeliveryPart::BalanceIncome => format!("B{}", entry.column),
        _ => match &*entry.column {
            "1 januari" => "Primo".to_owned(),
            "ultimo" => "Ultimo".to_owned(),
            _ => return None,
        },
    };
    let is_same = part_of(&entry.row, &category) == Some((part, &*entry.column));
    let is_trimmed = entry.row.trim() == &*entry.row && category.trim() == category;
    (is_same && is_trimmed && !entry.row.is_empty()).then_some(category)
}

/// The code of a body. Empty if the number isn't known.
fn body_of(metadata: &Metadata) -> String {
    let prefix = PREFIXES.iter().find(|(_, tier)| Some(*tier) == metadata.tier);
    let number = metadata.number.as_deref().unwrap_or_default();
    format!("{}{number}", prefix.map_or("", |(prefix, _)| prefix))
}

/// The code of a report. Empty if the year isn't known.
fn report_of(metadata: &Metadata) -> String {
    let Some((year, period)) = metadata.year.zip(metadata.period) else { return String::new() };
    format!("{year:04}X{:03}", period.number())
}

/// What the codes of a body and a report say. `None` if that of the report isn't understood.
fn metadata_of(body: &str, report: &str) -> Option<Metadata> {
    let (body, report) = (body.trim(), report.trim());
    let of_prefix =
        PREFIXES.iter().find_map(|(prefix, tier)| Some((body.strip_prefix(prefix)?, *tier)));
    let number = of_prefix.map_or(body, |(number, _)| number);
    let mut metadata = Metadata {
        tier: of_prefix.map(|(_, tier)| tier),
        number: (!number.is_empty()).then(|| number.to_owned()),
        ..Metadata::default()
    };
    if report.is_empty() {
        return Some(metadata);
    }
    let (year, period) = report.split_once('X')?;
    let of_digits = |text: &str, count: usize| -> Option<u16> {
        let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| is_number)
    };
    let period = of_digits(period, 3).and_then(|number| u8::try_from(number).ok());
    let period = DeliveryPeriod::of_number(period?)?;
    metadata.year = Some(of_digits(year, 4)?);
    metadata.period = Some(period);
    metadata.status = Some(match period {
        DeliveryPeriod::Budget => DeliveryStatus::Budget,
        _ => DeliveryStatus::Realised,
    });
    Some(metadata)
}

/// An amount in thousands, exactly. `None` if it has too many digits for that, or is the one that
/// some tables have for no figure.
fn in_thousands(amount: Number) -> Option<String> {
    let thousands = amount.checked_div(Number::from(1000))?;
    let is_exact = thousands.checked_mul(Number::from(1000)) == Some(amount);
    Some(thousands.to_string()).filter(|text| is_exact && text != NO_FIGURE)
}

/// A cell, in quotes where it needs them.
fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// The separator of which the first line has most.
fn separator(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let count = |separator: char| line.chars().filter(|c| *c == separator).count();
    let mut best = ';';
    for separator in [',', '\t'] {
        if count(separator) > count(best) {
            best = separator;
        }
    }
    best
}

/// A record of the table.
#[derive(Debug)]
struct Record {
    cells: Vec<String>,
    span: Span,
}

impl Default for Record {
    fn default() -> Self {
        Record { cells: Vec::new(), span: Span::Text { start: 0, end: 0, line: 1, column: 1 } }
    }
}

/// The records of a table. A cell in quotes may hold separators and line breaks.
struct Records<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    separator: char,
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (start, line) = (self.at, self.line);
        let mut cells = vec![String::new()];
        let mut is_quoted = false;
        let mut chars = rest.char_indices().peekable();
        let mut end = rest.len();
        let mut next = rest.len();
        while let Some((byte, c)) = chars.next() {
            let cell = cells.last_mut()?;
            match c {
                '"' if is_quoted && chars.peek().is_some_and(|(_, c)| *c == '"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' if is_quoted || cell.trim().is_empty() => {
                    is_quoted = !is_quoted;
                }
                '\n' => {
                    self.line += 1;
                    if !is_quoted {
                        (end, next) = (byte, byte + 1);
                        break;
                    }
                    cell.push(c);
                }
                c if c == self.separator && !is_quoted => cells.push(String::new()),
                c => cell.push(c),
            }
        }
        self.at += next;
        let end = start + rest.get(..end)?.trim_end_matches('\r').len();
        if let Some(last) = cells.last_mut().filter(|last| last.ends_with('\r')) {
            last.pop();
        }
        Some(Record { cells, span: Span::Text { start, end, line, column: 1 } })
    }
}

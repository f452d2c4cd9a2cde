//! The data of Open SDG: a table of years and values with columns that divide it into series, and the
//! rows of each series.

use serde_json::Value;

/// The columns that don't divide the population, by the names that Open SDG knows.
const NO_PARTS: &[&str] = &[
    "Year",
    "Units",
    "Series",
    "Value",
    "Progress",
    "GeoCode",
    "Observation status",
    "Unit multiplier",
    "Unit measure",
    "UNIT_MEASURE",
    "SERIES",
    "COMMENT_TS",
    "COMMENT_OBS",
];

/// The columns that are kept though they don't divide the population.
const KEPT: &[&str] = &["Year", "Units", "Series", "Value", "Progress"];

/// A table as it is in a CSV file.
pub(crate) struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A series of a table: its name, and its years and values.
pub(crate) struct Series {
    pub(crate) tag: Vec<String>,
    pub(crate) points: Vec<(Value, Value)>,
}

impl Table {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let columns = reader.headers().map_err(|error| error.to_string())?;
        let columns: Vec<String> = columns.iter().map(|name| name.trim().to_owned()).collect();
        for needed in ["Year", "Value"] {
            if !columns.iter().any(|column| column == needed) {
                return Err(format!("there is no column {needed}"));
            }
        }
        let mut rows = Vec::new();
        for row in reader.records() {
            let row = row.map_err(|error| error.to_string())?;
            rows.push(row.iter().map(|cell| cell.trim().to_owned()).collect());
        }
        Ok(Table { columns, rows })
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    /// The rows of the series that some settings choose.
    pub(crate) fn chosen(&self, settings: &Value) -> Result<Series, String> {
        let mut tag = Vec::new();
        let mut rows: Vec<&Vec<String>> = self.rows.iter().collect();
        for (key, column) in [("unit", "Units"), ("series", "Series")] {
            if let Some(wanted) = settings[key].as_str() {
                tag.push(wanted.to_owned());
                self.keep(&mut rows, column, wanted);
            }
        }
        let parts = settings["disaggregation"].as_array().filter(|parts| !parts.is_empty());
        if let Some(parts) = parts {
            for part in parts {
                let (Some(column), Some(wanted)) = (part["field"].as_str(), part["value"].as_str())
                else {
                    return Err("a disaggregation needs a field and a value".to_owned());
                };
                tag.push(wanted.to_owned());
                self.keep(&mut rows, column, wanted);
            }
        } else {
            let had_rows = !rows.is_empty();
            rows.retain(|row| self.is_headline(row));
            if rows.is_empty() && had_rows {
                return Err("there is no headline".to_owned());
            }
        }
        self.must_be_one(&rows)?;
        Ok(Series { tag, points: self.points(&rows) })
    }

    /// Each series of the table, by its columns.
    pub(crate) fn each(&self) -> Vec<Series> {
        let mut groups: Vec<(Vec<String>, Vec<&Vec<String>>)> = Vec::new();
        for row in &self.rows {
            let names = self.parting().filter_map(|place| row.get(place));
            let tag: Vec<String> = names.filter(|name| !name.is_empty()).cloned().collect();
            match groups.iter_mut().find(|(known, _)| *known == tag) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((tag, vec![row])),
            }
        }
        groups.into_iter().map(|(tag, rows)| Series { tag, points: self.points(&rows) }).collect()
    }

    /// Keeps the rows with a value in a column; all of them where none has it, as sdg-build does.
    fn keep(&self, rows: &mut Vec<&Vec<String>>, column: &str, wanted: &str) {
        let Some(place) = self.place(column) else { return };
        let has = |row: &&Vec<String>| row.get(place).is_some_and(|cell| cell == wanted);
        if rows.iter().any(has) {
            rows.retain(has);
        }
    }

    /// The columns by which series differ.
    fn parting(&self) -> impl Iterator<Item = usize> {
        let parts = |name: &str| !NO_PARTS.contains(&name) || matches!(name, "Units" | "Series");
        self.columns.iter().enumerate().filter(move |(_, name)| parts(name)).map(|(place, _)| place)
    }

    fn is_headline(&self, row: &[String]) -> bool {
        let is_part = |place: usize| {
            self.columns.get(place).is_some_and(|name| !NO_PARTS.contains(&name.as_str()))
        };
        row.iter().enumerate().all(|(place, cell)| !is_part(place) || cell.is_empty())
    }

    fn must_be_one(&self, rows: &[&Vec<String>]) -> Result<(), String> {
        for (place, name) in self.columns.iter().enumerate() {
            let is_dropped = NO_PARTS.contains(&name.as_str()) && !KEPT.contains(&name.as_str());
            if is_dropped || matches!(name.as_str(), "Year" | "Value" | "Progress") {
                continue;
            }
            let mut cells = rows.iter().filter_map(|row| row.get(place));
            if let Some(first) = cells.next()
                && let Some(other) = cells.find(|cell| *cell != first)
            {
                return Err(format!("more than one series: {name} is {first:?} and {other:?}"));
            }
        }
        Ok(())
    }

    fn points(&self, rows: &[&Vec<String>]) -> Vec<(Value, Value)> {
        // A column of progress stands in for the values.
        let value = self.place("Progress").or(self.place("Value"));
        let cell = |row: &Vec<String>, place: Option<usize>| {
            place.and_then(|place| row.get(place)).cloned().unwrap_or_default()
        };
        let year = self.place("Year");
        rows.iter()
            .map(|row| {
                let year = cell(row, year);
                let year = year.parse::<i64>().map_or(Value::String(year), Value::from);
                (year, Value::String(cell(row, value)))
            })
            .collect()
    }
}

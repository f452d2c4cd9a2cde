//! Real pages as abstract documents: the tables of HTML, Markdown and separated values, by parsers
//! that are as small as those pages allow.

use super::table::{Block, Cell, Document, Header, Row, Table};

/// A cell of a grid, with the number of columns and rows that it covers.
#[derive(Debug, Clone, Default)]
struct Place {
    text: String,
    columns: usize,
    rows: usize,
}

/// A page as a document, by the end of its file's name. `None` if it has no grid.
pub(crate) fn document(file: &str, text: &str) -> Option<Document> {
    let extension = std::path::Path::new(file).extension()?.to_str()?;
    let blocks = match extension {
        "html" => html(text),
        "md" => markdown(text),
        "csv" => separated(text),
        _ => return None,
    };
    Some(Document { blocks })
}

fn html(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rows: Vec<Vec<Place>> = Vec::new();
    let mut caption = None;
    let mut within_table = false;
    for part in text.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split_whitespace().next().unwrap_or_default();
        let plain = unescaped(words);
        let plain = plain.trim();
        match name {
            "table" => {
                within_table = true;
                caption = None;
                rows.clear();
            }
            "/table" => {
                within_table = false;
                blocks.extend(table(caption.take(), std::mem::take(&mut rows)));
            }
            "tr" => rows.push(Vec::new()),
            "td" | "th" if within_table => {
                let number = |name: &str| {
                    let (_, rest) = tag.split_once(&format!("{name}="))?;
                    let digits = rest.trim_start_matches('"');
                    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
                    digits[..end].parse().ok()
                };
                let cell = Place {
                    text: plain.to_owned(),
                    columns: number("colspan").unwrap_or(1),
                    rows: number("rowspan").unwrap_or(1),
                };
                if let Some(row) = rows.last_mut() {
                    row.push(cell);
                }
            }
            "caption" => caption = Some(plain.to_owned()),
            "title" | "/title" | "html" | "head" | "body" => (),
            _ if within_table => {
                // Markup within a cell: its words go on.
                let cell = rows.last_mut().and_then(|row| row.last_mut());
                if let Some(cell) = cell.filter(|_| !plain.is_empty()) {
                    if !cell.text.is_empty() {
                        cell.text.push(' ');
                    }
                    cell.text += plain;
                }
            }
            "h1" | "h2" | "h3" | "h4" if !plain.is_empty() => {
                let level = name[1..].parse().unwrap();
                blocks.push(Block::Heading(level, plain.to_owned()));
            }
            _ if !plain.is_empty() => blocks.push(Block::Text(plain.to_owned())),
            _ => (),
        }
    }
    blocks
}

fn unescaped(text: &str) -> String {
    let known = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&euro;", "€"), ("&amp;", "&")];
    known.iter().fold(text.to_owned(), |text, (code, plain)| text.replace(code, plain))
}

fn markdown(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rows: Vec<Vec<Place>> = Vec::new();
    for line in text.lines().chain([""]) {
        let line = line.trim();
        if line.contains('|') {
            let is_rule =
                line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) && line.contains("---");
            if !is_rule {
                let cells = line.trim_start_matches('|').split('|');
                let cell =
                    |text: &str| Place { text: text.trim().replace("**", ""), columns: 1, rows: 1 };
                let cells: Vec<Place> = cells.map(cell).collect();
                rows.push(cells);
            }
            continue;
        }
        blocks.extend(table(None, std::mem::take(&mut rows)));
        let title = line.trim_start_matches('#');
        if title.len() < line.len() {
            let level = line.len() - title.len();
            blocks.push(Block::Heading(level, title.trim().to_owned()));
        } else if !line.is_empty() {
            blocks.push(Block::Text(line.to_owned()));
        }
    }
    blocks
}

fn separated(text: &str) -> Vec<Block> {
    let first = text.lines().next().unwrap_or_default();
    let sign = if first.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(sign).has_headers(false).flexible(true);
    let mut rows: Vec<Vec<Place>> = Vec::new();
    for record in reader.from_reader(text.as_bytes()).records() {
        let record = record.unwrap();
        let cell = |text: &str| Place { text: text.to_owned(), columns: 1, rows: 1 };
        let row: Vec<Place> = record.iter().map(cell).collect();
        rows.push(row);
    }
    table(None, rows)
}

/// Whether a text is a number that stands for a figure, and not a year.
fn is_figure(text: &str) -> bool {
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_year = text.len() == 4 && text.parse::<u32>().is_ok_and(|n| (1990..2100).contains(&n));
    let is_other = |c: char| c.is_ascii_digit() || " .,-–+%€<>()*".contains(c);
    has_digit && !is_year && text.chars().all(is_other)
}

/// A grid as a table, with texts of its own above it where it begins with rows of one text.
fn table(caption: Option<String>, rows: Vec<Vec<Place>>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let grid = unspanned(rows);
    // A last column without any text is the sign that ends a line.
    let last = |row: &Vec<Place>| row.iter().rposition(|cell| !cell.text.is_empty());
    let width = grid.iter().filter_map(last).max().map_or(0, |at| at + 1);
    let is_full = |row: &&Vec<Place>| row.iter().filter(|cell| !cell.text.is_empty()).count() > 1;
    let has_figure = |row: &Vec<Place>| row.iter().skip(1).any(|cell| is_figure(&cell.text));
    let first = grid.iter().position(has_figure).unwrap_or(grid.len());
    // Group rows may stand between the headers and the first figure.
    let is_header = |row: &Vec<Place>| is_full(&row) && !has_figure(row);
    let body = grid[..first].iter().rposition(is_header).map_or(0, |at| at + 1);
    let (above, below) = grid.split_at(body);
    let labels = label_columns(above, below, width);
    let mut table = Table { caption, ..Table::default() };
    for row in above {
        if !is_full(&row) {
            let texts = row.iter().map(|cell| cell.text.clone()).filter(|text| !text.is_empty());
            blocks.extend(texts.map(Block::Text));
            continue;
        }
        let heads = (0..labels).map(|at| row.get(at).map(|cell| cell.text.clone()));
        let heads: Vec<String> = heads.map(Option::unwrap_or_default).collect();
        if table.levels.is_empty() {
            table.heads = heads;
        } else {
            table.lower_heads.push(heads);
        }
        let mut level = Vec::new();
        let mut at = labels;
        while at < width {
            let cell = row.get(at).cloned().unwrap_or_default();
            let columns = cell.columns.clamp(1, width - at);
            level.push(Header::new(cell.text, columns));
            at += columns;
        }
        table.levels.push(level);
    }
    if table.lower_heads.iter().flatten().all(String::is_empty) {
        table.lower_heads.clear();
    }
    if table.heads.is_empty() {
        table.heads = vec![String::new(); labels];
    }
    for row in below {
        let mut texts: Vec<String> = row.iter().map(|cell| cell.text.clone()).collect();
        texts.resize(width, String::new());
        let full = texts.iter().filter(|text| !text.is_empty()).count();
        table.rows.push(match full {
            0 => continue,
            1 if !texts[0].is_empty() => Row::Group(texts.swap_remove(0)),
            2 if texts[0].ends_with(':') => {
                let other = texts.iter().skip(1).find(|text| !text.is_empty()).cloned();
                Row::About(texts.swap_remove(0), other.unwrap_or_default())
            }
            _ => {
                let cells = texts.split_off(labels);
                let cell = |printed| Cell { printed, ..Cell::default() };
                Row::Data { labels: texts, cells: cells.into_iter().map(cell).collect() }
            }
        });
    }
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}

/// The number of columns of labels: those before the first that holds figures. A column of running
/// numbers or codes is one of labels, as is a last one.
fn label_columns(above: &[Vec<Place>], below: &[Vec<Place>], width: usize) -> usize {
    let is_numbers = |at: usize| {
        let heads = above.iter().filter_map(|row| row.get(at));
        heads.clone().any(|cell| {
            let text = cell.text.to_lowercase();
            ["nr", "code", "nummer"].iter().any(|word| text.contains(word))
        })
    };
    let has_figures = |at: usize| {
        let cells = below.iter().filter_map(|row| row.get(at));
        let full = cells.clone().filter(|cell| !cell.text.is_empty()).count();
        cells.filter(|cell| is_figure(&cell.text)).count() * 2 > full
    };
    (0..width)
        .find(|at| has_figures(*at) && !is_numbers(*at))
        .unwrap_or(1)
        .clamp(1, width.saturating_sub(1).max(1))
}

/// Each row with a cell a column: the columns that a cell covers besides its first are blank, and
/// so are the rows.
fn unspanned(rows: Vec<Vec<Place>>) -> Vec<Vec<Place>> {
    let mut grid: Vec<Vec<Place>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for row in rows {
        let mut out: Vec<Place> = Vec::new();
        for cell in row {
            while open.get(out.len()).is_some_and(|rows| *rows > 0) {
                out.push(Place { columns: 1, ..Place::default() });
            }
            let (start, columns, rows) = (out.len(), cell.columns.max(1), cell.rows);
            out.push(cell);
            out.extend((1..columns).map(|_| Place { columns: 1, ..Place::default() }));
            open.resize(open.len().max(out.len()), 0);
            for rest in &mut open[start..start + columns] {
                *rest = rows;
            }
        }
        for rest in &mut open {
            *rest = rest.saturating_sub(1);
        }
        grid.push(out);
    }
    grid
}

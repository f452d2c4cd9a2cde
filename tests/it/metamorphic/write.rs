//! The forms in which a document can be printed, and a writer to each.
//!
//! A line break within a text is where a cell goes on on its next line.

use beleid::Layout;

use super::table::{Block, Document, Header, Row, Table};

/// A form in which a document can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// A line for each header, label and cell, with blank lines between them, as in text that was
    /// copied from a page. Empty cells leave no trace.
    Lines,
    /// The same without blank lines.
    Tight,
    /// A line a row, with one space between its cells. Empty cells leave no trace.
    Spaces,
    /// A line a row, with a tab between its columns.
    Tabs,
    /// A line a row, with columns that are aligned by spaces, as `pdftotext -layout` writes them.
    Padded,
    /// Markdown, in which an outer header stands above the first of its columns.
    Pipes,
    /// HTML with `th`, `colspan` and `rowspan`.
    Html,
    /// HTML with `td` alone, and `colspan`.
    HtmlTd,
    /// HTML in which an outer header stands above the first of its columns, beside blank cells.
    HtmlFlat,
    /// Values that are separated by semicolons.
    CsvSemicolon,
    /// Values that are separated by commas.
    CsvComma,
}

impl Form {
    pub(crate) const ALL: [Form; 11] = [
        Form::Lines,
        Form::Tight,
        Form::Spaces,
        Form::Tabs,
        Form::Padded,
        Form::Pipes,
        Form::Html,
        Form::HtmlTd,
        Form::HtmlFlat,
        Form::CsvSemicolon,
        Form::CsvComma,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Form::Lines => "lines",
            Form::Tight => "tight",
            Form::Spaces => "spaces",
            Form::Tabs => "tabs",
            Form::Padded => "padded",
            Form::Pipes => "pipes",
            Form::Html => "html",
            Form::HtmlTd => "html-td",
            Form::HtmlFlat => "html-flat",
            Form::CsvSemicolon => "csv;",
            Form::CsvComma => "csv,",
        }
    }

    pub(crate) fn layout(self) -> Layout {
        match self {
            Form::Lines | Form::Tight | Form::Spaces | Form::Tabs | Form::Padded => Layout::Lines,
            Form::Pipes => Layout::Markdown,
            Form::Html | Form::HtmlTd | Form::HtmlFlat => Layout::Html,
            Form::CsvSemicolon | Form::CsvComma => Layout::Csv,
        }
    }

    /// Whether it is plain text.
    pub(crate) fn is_text(self) -> bool {
        self.layout() == Layout::Lines
    }
}

/// The document in this form.
pub(crate) fn write(document: &Document, form: Form) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        match block {
            Block::Heading(level, text) => heading(&mut out, *level, text, form),
            Block::Text(text) => paragraph(&mut out, text, form),
            Block::Table(table) => write_table(&mut out, table, form),
        }
    }
    out
}

fn heading(out: &mut String, level: usize, text: &str, form: Form) {
    match form.layout() {
        // Separated values have no headings.
        Layout::Csv => (),
        Layout::Html => *out += &format!("<h{level}>{}</h{level}>\n", escaped(text)),
        Layout::Markdown => *out += &format!("{} {}\n\n", "#".repeat(level), piped(text)),
        _ => line(out, text, form),
    }
}

fn paragraph(out: &mut String, text: &str, form: Form) {
    match form.layout() {
        Layout::Csv => *out += &format!("{}\n", quoted(text)),
        Layout::Html => *out += &format!("<p>{}</p>\n", escaped(text)),
        Layout::Markdown => *out += &format!("{}\n\n", piped(text)),
        _ => line(out, text, form),
    }
}

/// A line of plain text, with a blank line below it unless the form has none.
fn line(out: &mut String, text: &str, form: Form) {
    *out += text;
    *out += if form == Form::Tight { "\n" } else { "\n\n" };
}

fn write_table(out: &mut String, table: &Table, form: Form) {
    match form {
        Form::Lines | Form::Tight => {
            if let Some(caption) = &table.caption {
                line(out, caption, form);
            }
            if table.is_by_column {
                by_column(out, table, form);
                return;
            }
            for text in printed_rows(table).concat() {
                line(out, &text, form);
            }
        }
        Form::Spaces => {
            if let Some(caption) = &table.caption {
                line(out, caption, form);
            }
            for (at, row) in grid(table).iter().enumerate() {
                for mut line in lines_of(row, at < table.levels.len()) {
                    line.retain(|text| !text.is_empty());
                    *out += &format!("{}\n", line.join(" "));
                }
            }
            *out += "\n";
        }
        Form::Tabs => {
            if let Some(caption) = &table.caption {
                line(out, caption, form);
            }
            for row in grid(table) {
                *out += &format!("{}\n", row.join("\t").trim_end());
            }
            *out += "\n";
        }
        Form::Padded => {
            if let Some(caption) = &table.caption {
                line(out, caption, form);
            }
            padded(out, table);
        }
        Form::Pipes => {
            if let Some(caption) = &table.caption {
                paragraph(out, caption, form);
            }
            for (at, row) in grid(table).iter().enumerate() {
                let cells = row.iter().map(|text| piped(text).replace('\n', "<br>"));
                let cells: Vec<String> = cells.collect();
                *out += &format!("| {} |\n", cells.join(" | "));
                if at == 0 {
                    *out += &format!("|{}\n", "---|".repeat(row.len()));
                }
            }
            *out += "\n";
        }
        Form::Html | Form::HtmlTd | Form::HtmlFlat => html(out, table, form),
        Form::CsvSemicolon | Form::CsvComma => {
            let sign = if form == Form::CsvComma { "," } else { ";" };
            let width = table.heads.len() + table.columns();
            let caption = table.caption.iter().map(|caption| {
                let mut row = vec![caption.clone()];
                row.resize(width, String::new());
                row
            });
            for row in caption.chain(grid(table)) {
                let cells: Vec<String> = row.iter().map(|text| quoted(text)).collect();
                *out += &format!("{}\n", cells.join(sign));
            }
        }
    }
}

/// The texts of each row, headers first, without empty cells.
fn printed_rows(table: &Table) -> Vec<Vec<String>> {
    let mut rows = grid(table);
    for row in &mut rows {
        row.retain(|text| !text.is_empty());
    }
    rows
}

/// The cells of each row, headers first; an outer header stands above the first of its columns.
fn grid(table: &Table) -> Vec<Vec<String>> {
    let width = table.heads.len() + table.columns();
    let mut rows = Vec::new();
    for (at, level) in table.levels.iter().enumerate() {
        let mut row = table.heads_on(at);
        for header in level {
            row.push(header.text.clone());
            if !table.is_gapless {
                row.extend((1..header.columns).map(|_| String::new()));
            }
        }
        rows.push(row);
    }
    for row in &table.rows {
        rows.push(match row {
            Row::Group(text) | Row::Furniture(text) => vec![text.clone()],
            Row::About(name, text) => {
                let mut row = vec![String::new(); table.heads.len()];
                row[0].clone_from(name);
                row.push(text.clone());
                row
            }
            Row::Data { labels, cells } => {
                labels.iter().chain(cells.iter().map(|cell| &cell.printed)).cloned().collect()
            }
        });
    }
    for row in &mut rows {
        row.resize(width, String::new());
    }
    rows
}

/// The lines of a row whose cells go on, a text a cell. Those of headers begin on the first line, and
/// a row of data has its figures on the last one.
fn lines_of(row: &[String], is_header: bool) -> Vec<Vec<String>> {
    let count = row.iter().map(|text| text.split('\n').count()).max().unwrap_or(1);
    let line = |at: usize| {
        let part = |text: &String| {
            let skipped = if is_header { 0 } else { count - text.split('\n').count() };
            let part = at.checked_sub(skipped).and_then(|at| text.split('\n').nth(at));
            part.unwrap_or_default().to_owned()
        };
        row.iter().map(part).collect()
    };
    (0..count).map(line).collect()
}

/// The labels, then each column below its header, as blocks of lines.
fn by_column(out: &mut String, table: &Table, form: Form) {
    let rows = grid(table);
    for at in 0..table.heads.len() + table.columns() {
        let texts = rows.iter().map(|row| row[at].as_str()).filter(|text| !text.is_empty());
        line(out, &texts.collect::<Vec<_>>().join("\n"), form);
    }
}

/// The number of spaces between two columns at least.
const GAP: usize = 3;

fn padded(out: &mut String, table: &Table) {
    let length =
        |text: &str| text.split('\n').map(|line| line.chars().count()).max().unwrap_or_default();
    let labels = table.heads.len();
    let rows = grid(table);
    let mut widths = vec![0; labels + table.columns()];
    let inner = table.levels.len().saturating_sub(1);
    for (at, row) in rows.iter().enumerate() {
        // A group row and an outer header reach over several columns.
        let is_one = row.iter().filter(|text| !text.is_empty()).count() == 1;
        if at < inner || (is_one && at > inner) {
            continue;
        }
        for (width, text) in widths.iter_mut().zip(row) {
            *width = (*width).max(length(text));
        }
    }
    for level in 0..table.levels.len() {
        for (width, head) in widths.iter_mut().zip(table.heads_on(level)) {
            *width = (*width).max(length(&head));
        }
    }
    for level in &table.levels {
        let mut at = labels;
        for header in level {
            let room: usize = widths[at..at + header.columns].iter().map(|width| width + GAP).sum();
            let short = (length(&header.text) + GAP).saturating_sub(room);
            widths[at + header.columns - 1] += short;
            at += header.columns;
        }
    }
    let line = |out: &mut String, texts: Vec<(usize, String)>| {
        let mut text = String::new();
        let mut end = 0;
        for (width, cell) in texts {
            end += width;
            text += &cell;
            // Numbers stand to the right, labels to the left: `cell` is padded already.
            while length(&text) < end {
                text.push(' ');
            }
        }
        *out += text.trim_end();
        *out += "\n";
    };
    let cells_of = |row: &[String]| -> Vec<(usize, String)> {
        let cells = row.iter().zip(&widths).enumerate();
        let cells = cells.map(|(at, (text, width))| {
            let space = " ".repeat(width.saturating_sub(length(text)));
            let cell = if at < labels { text.clone() } else { format!("{space}{text}") };
            (width + GAP, cell)
        });
        cells.collect()
    };
    for (at, level) in table.levels.iter().enumerate() {
        let row: Vec<String> =
            rows[at][..labels].iter().chain(level.iter().map(|each| &each.text)).cloned().collect();
        for row in lines_of(&row, true) {
            let mut texts = cells_of(&row[..labels]);
            let mut column = labels;
            for (header, text) in level.iter().zip(&row[labels..]) {
                let of_columns = &widths[column..column + header.columns];
                let room: usize = of_columns.iter().map(|width| width + GAP).sum();
                let left = room.saturating_sub(GAP + length(text));
                let left = if header.columns == 1 { left } else { left / 2 };
                texts.push((room, format!("{}{text}", " ".repeat(left))));
                column += header.columns;
            }
            line(out, texts);
        }
    }
    for (row, texts) in table.rows.iter().zip(&rows[table.levels.len()..]) {
        match row {
            Row::Group(text) | Row::Furniture(text) => *out += &format!("{text}\n"),
            _ => lines_of(texts, false).iter().for_each(|row| line(out, cells_of(row))),
        }
    }
    *out += "\n";
}

fn html(out: &mut String, table: &Table, form: Form) {
    let head = if form == Form::HtmlTd { "td" } else { "th" };
    *out += "<table>\n";
    if let Some(caption) = &table.caption {
        *out += &format!("<caption>{}</caption>\n", escaped(caption));
    }
    let columns = table.columns();
    let span = |name: &str, count: usize| match count {
        1 => String::new(),
        count => format!(" {name}=\"{count}\""),
    };
    for (at, level) in table.levels.iter().enumerate() {
        *out += "<tr>";
        let is_spanned = form != Form::HtmlFlat && table.lower_heads.is_empty();
        for text in table.heads_on(at) {
            if !is_spanned {
                *out += &format!("<{head}>{}</{head}>", escaped(&text));
            } else if at == 0 {
                let rows = span("rowspan", table.levels.len());
                *out += &format!("<{head}{rows}>{}</{head}>", escaped(&text));
            }
        }
        for Header { text, columns } in level {
            if form == Form::HtmlFlat {
                *out += &format!("<{head}>{}</{head}>", escaped(text));
                let gaps = if table.is_gapless { 0 } else { columns - 1 };
                *out += &format!("<{head}></{head}>").repeat(gaps);
            } else {
                *out += &format!("<{head}{}>{}</{head}>", span("colspan", *columns), escaped(text));
            }
        }
        *out += "</tr>\n";
    }
    for row in &table.rows {
        *out += "<tr>";
        match row {
            Row::Furniture(_) => (),
            Row::Group(text) if form != Form::HtmlFlat => {
                let width = span("colspan", table.heads.len() + columns);
                *out += &format!("<td{width}>{}</td>", escaped(text));
            }
            Row::Group(text) => {
                *out += &format!("<td>{}</td>", escaped(text));
                *out += &"<td></td>".repeat(table.heads.len() - 1 + columns);
            }
            Row::About(name, text) => {
                *out += &format!("<td>{}</td>", escaped(name));
                *out += &"<td></td>".repeat(table.heads.len() - 1);
                *out += &format!("<td>{}</td>", escaped(text));
                *out += &"<td></td>".repeat(columns - 1);
            }
            Row::Data { labels, cells } => {
                for text in labels.iter().chain(cells.iter().map(|cell| &cell.printed)) {
                    *out += &format!("<td>{}</td>", escaped(text));
                }
            }
        }
        *out += "</tr>\n";
    }
    *out += "</table>\n";
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('\n', "<br>")
}

fn piped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '|' | '*' | '_' | '<' | '>' | '[' | ']' | '\\' | '`' | '&' | '~' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn quoted(text: &str) -> String {
    if text.contains([';', ',', '"', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

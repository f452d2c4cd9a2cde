//! The number formats of the cells of a workbook.

use std::collections::HashMap;
use std::rc::Rc;

use super::format::Format;
use super::package::{Archive, attribute, each_start};
use crate::findings::rule::Message;

/// A number format with its code.
pub(super) struct Coded {
    pub(super) code: String,
    pub(super) format: Format,
}

/// The number format of each style.
pub(super) fn formats(
    archive: &mut Archive<'_>,
    name: Option<&str>,
) -> Result<Vec<Rc<Coded>>, Box<Message>> {
    let Some(name) = name else { return Ok(Vec::new()) };
    let mut codes: HashMap<u32, String> = HashMap::new();
    let mut styles: Vec<u32> = Vec::new();
    let mut in_cells = false;
    each_start(archive, name, |element| {
        let number = |name| attribute(element, name).and_then(|id| id.parse::<u32>().ok());
        match element.local_name().as_ref() {
            "numFmt" => {
                if let Some((id, code)) = number("numFmtId").zip(attribute(element, "formatCode")) {
                    codes.insert(id, code);
                }
            }
            "cellXfs" => in_cells = true,
            "cellStyleXfs" | "cellStyles" | "dxfs" => in_cells = false,
            "xf" if in_cells => styles.push(number("numFmtId").unwrap_or(0)),
            _ => {}
        }
    })?;
    let mut known: HashMap<u32, Rc<Coded>> = HashMap::new();
    let formats = styles.into_iter().map(|id| {
        let format = known.entry(id).or_insert_with(|| {
            let code = codes.get(&id).map_or_else(|| built_in(id), String::as_str);
            Rc::new(Coded { code: code.to_owned(), format: Format::of(code) })
        });
        Rc::clone(format)
    });
    Ok(formats.collect())
}

/// The code of a format that a workbook doesn't write out (ECMA-376, part 1, 18.8.30), as a Dutch
/// program shows it. A currency depends on the program, and is left out.
fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5..=8 | 37..=40 => "#,##0;-#,##0",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14..=16 => match id {
            16 => "d-mmm",
            _ => "d-m-yyyy",
        },
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "d-m-yyyy h:mm",
        // Dates of East Asian calendars.
        27..=36 | 50..=58 => "d-m-yyyy",
        41..=44 => "#,##0;-#,##0;\"-\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}

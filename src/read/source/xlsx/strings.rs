//! The texts of a workbook: runs of characters, some of which are raised, lowered or struck out.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use super::super::raised::{push_lowered, push_raised};
use super::package::{attribute, damaged, part};
use crate::findings::rule::Message;

/// A text as it is shown, and what of it is struck out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RichText {
    pub(super) text: String,
    pub(super) struck: String,
}

/// How a run of characters stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stands {
    #[default]
    OnLine,
    Raised,
    Lowered,
}

/// The texts that cells share, in their order. None if there is no such part.
pub(super) fn shared(
    archive: &mut super::package::Archive<'_>,
    name: Option<&str>,
) -> Result<Vec<RichText>, Box<Message>> {
    let mut texts = Vec::new();
    let Some(mut xml) = name.and_then(|name| part(archive, name)) else { return Ok(texts) };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                texts.push(rich_text(&mut xml, "si")?);
            }
            Event::Empty(element) if element.local_name().as_ref() == "si" => {
                texts.push(RichText::default());
            }
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// The text of an element that has begun, up to its end.
pub(super) fn rich_text<R: BufRead>(
    xml: &mut Reader<R>,
    end: &str,
) -> Result<RichText, Box<Message>> {
    let mut text = RichText::default();
    let (mut stands, mut is_struck) = (Stands::default(), false);
    let mut run = String::new();
    let mut is_phonetic = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(damaged)?;
        if let Event::Start(element) | Event::Empty(element) = &event {
            let value = attribute(element, "val");
            match element.local_name().as_ref() {
                "rPh" => is_phonetic = matches!(event, Event::Start(_)),
                "r" => (stands, is_struck) = (Stands::default(), false),
                "vertAlign" => {
                    stands = match value.as_deref() {
                        Some("superscript") => Stands::Raised,
                        Some("subscript") => Stands::Lowered,
                        _ => Stands::OnLine,
                    };
                }
                "strike" => is_struck = !matches!(value.as_deref(), Some("0" | "false")),
                "t" if matches!(event, Event::Start(_)) => {
                    let part = plain_text(xml, "t")?;
                    if !is_phonetic {
                        run.push_str(&part);
                    }
                }
                _ => {}
            }
        }
        match event {
            Event::End(element) => {
                let name = element.local_name();
                if name.as_ref() == "rPh" {
                    is_phonetic = false;
                }
                // Spreadsheet programs cut a run in two where it was edited, so that marks which
                // follow each other are one.
                if matches!(name.as_ref(), "r" | "t") || name.as_ref() == end {
                    let run = std::mem::take(&mut run);
                    match stands {
                        _ if run.is_empty() => {}
                        _ if is_struck => text.struck.push_str(&run),
                        Stands::Raised => push_raised(&mut text.text, &run),
                        Stands::Lowered => push_lowered(&mut text.text, &run),
                        Stands::OnLine => text.text.push_str(&run),
                    }
                }
                if name.as_ref() == end {
                    return Ok(text);
                }
            }
            Event::Eof => return Err(damaged("a text has no end")),
            _ => {}
        }
    }
}

/// The characters of an element that has begun, up to its end.
pub(super) fn plain_text<R: BufRead>(
    xml: &mut Reader<R>,
    end: &str,
) -> Result<String, Box<Message>> {
    let mut text = String::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => push_reference(&reference, &mut text)?,
            Event::End(element) if element.local_name().as_ref() == end => {
                return Ok(unescaped(text));
            }
            Event::Eof => return Err(damaged("an element has no end")),
            _ => {}
        }
    }
}

/// `&amp;` or `&#233;`
fn push_reference(reference: &BytesRef<'_>, text: &mut String) -> Result<(), Box<Message>> {
    let name: &str = reference.as_ref();
    let known = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().map_err(damaged)?,
    };
    match known {
        Some(c) => text.push(c),
        None => text.extend(["&", name, ";"]),
    }
    Ok(())
}

/// Excel writes `_x000D_` for a character that XML doesn't hold, and `_x005F_` for the line before
/// what looks like one.
fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.split_once('_').filter(|(code, _)| code.len() == 4);
        let number =
            code.and_then(|(code, after)| Some((u32::from_str_radix(code, 16).ok()?, after)));
        match number.and_then(|(number, after)| Some((char::from_u32(number)?, after))) {
            Some((c, after)) => {
                plain.push(c);
                rest = after;
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(xml: &str) -> RichText {
        let xml = format!("<si>{xml}</si>");
        let mut reader = Reader::from_reader(xml.as_bytes());
        assert!(reader.read_event_into(&mut Vec::new()).is_ok());
        rich_text(&mut reader, "si").unwrap_or_default()
    }

    #[test]
    fn runs_stand_on_the_line_or_not() {
        let run = |align: &str, text: &str| {
            format!("<r><rPr><vertAlign val=\"{align}\"/></rPr><t>{text}</t></r>")
        };
        let plain =
            |text: &str| format!("<r><rPr><b/></rPr><t xml:space=\"preserve\">{text}</t></r>");
        for (xml, text) in [
            ("<t>10</t>".to_owned(), "10"),
            (plain("12") + &run("superscript", "1"), "12¹"),
            (plain("10") + &run("superscript", "1"), "10 1)"),
            (plain("7,5") + &run("superscript", "1)"), "7,5¹"),
            (plain("10 ") + &run("superscript", "(2)"), "10 ²"),
            (plain("Banen") + &run("superscript", "1") + &plain(" totaal"), "Banen¹ totaal"),
            (plain("CO") + &run("subscript", "2"), "CO2"),
            (plain("12") + &run("subscript", "1"), "12¹"),
            (plain("10") + &run("baseline", "1"), "101"),
            ("<t>a</t><rPh><t>b</t></rPh>".to_owned(), "a"),
            ("<t>a&amp;b&#233;_x000D_c_x005F_x0041_</t>".to_owned(), "a&bé\rc_x0041_"),
        ] {
            let expected = RichText { text: text.to_owned(), struck: String::new() };
            assert_eq!(read(&xml), expected, "{xml}");
        }
        let struck = "<r><rPr><strike/></rPr><t>9</t></r><r><t>8</t></r>\
            <r><rPr><strike val=\"0\"/></rPr><t>7</t></r>";
        assert_eq!(read(struck), RichText { text: "87".to_owned(), struck: "9".to_owned() });
    }
}

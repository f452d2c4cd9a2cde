//! The package that a workbook is: a ZIP archive of XML parts.

use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use crate::findings::rule::Message;

/// A package that is open.
pub(super) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// A part may say that it holds little and unpack to a lot, so all of them are unpacked once to
/// see their size.
pub(super) fn check(bytes: &[u8], most: usize) -> Result<(), Box<Message>> {
    let mut archive = open(bytes)?;
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let too_much = || Err(Box::new(Message::WorkbookTooLarge { limit: most }));
    if archive.decompressed_size().is_some_and(|size| size > u128::from(most)) {
        return too_much();
    }
    let mut left = most;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(damaged)?;
        let size = std::io::copy(&mut part.take(left.saturating_add(1)), &mut std::io::sink());
        let Some(rest) = left.checked_sub(size.map_err(damaged)?) else { return too_much() };
        left = rest;
    }
    Ok(())
}

pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, Box<Message>> {
    ZipArchive::new(Cursor::new(bytes)).map_err(damaged)
}

/// What is wrong with a workbook, as the library says it that reads it.
#[expect(
    clippy::unnecessary_box_returns,
    reason = "it is the error of results that are often moved"
)]
pub(super) fn damaged(error: impl std::fmt::Display) -> Box<Message> {
    Box::new(Message::WorkbookDamaged { error: error.to_string() })
}

/// What a workbook says of its parts.
#[derive(Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<SheetPart>,
    pub(super) strings: Option<String>,
    pub(super) styles: Option<String>,
    /// Whether days are counted from 1904 on.
    pub(super) is_1904: bool,
}

/// A sheet of a workbook.
pub(super) struct SheetPart {
    pub(super) name: String,
    /// The part that holds its cells. `None` if it is a chart or the like.
    pub(super) part: Option<String>,
    pub(super) is_hidden: bool,
}

/// The parts of a workbook. Relations state where each is: from the package to the workbook, and
/// from that to its sheets.
pub(super) fn book(archive: &mut Archive<'_>) -> Result<Book, Box<Message>> {
    let to_workbook = relations(archive, "_rels/.rels")?;
    let workbook = to_workbook.into_values().find(|to| to.kind == "officeDocument");
    let workbook = workbook.map_or("xl/workbook.xml".into(), |to| resolved("", &to.target));
    if archive.index_for_name(&workbook).is_none() {
        return Err(damaged("it has no workbook within it"));
    }
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let rels = format!("{folder}/_rels/{file}.rels");
    let relations = relations(archive, rels.trim_start_matches('/'))?;
    let of_kind = |kind: &str| {
        let mut all = relations.values();
        all.find(|to| to.kind == kind).map(|to| resolved(folder, &to.target))
    };
    let mut book =
        Book { strings: of_kind("sharedStrings"), styles: of_kind("styles"), ..Book::default() };
    each_start(archive, &workbook, |element| match element.local_name().as_ref() {
        "sheet" => {
            let id = attribute(element, "id").unwrap_or_default();
            let state = attribute(element, "state").unwrap_or_default();
            let to = relations.get(&id).filter(|to| to.kind == "worksheet");
            book.sheets.push(SheetPart {
                name: attribute(element, "name").unwrap_or_default(),
                part: to.map(|to| resolved(folder, &to.target)),
                is_hidden: matches!(&*state, "hidden" | "veryHidden"),
            });
        }
        "workbookPr" => {
            let value = attribute(element, "date1904");
            book.is_1904 = matches!(value.as_deref(), Some("1" | "true"));
        }
        _ => {}
    })?;
    Ok(book)
}

struct Relation {
    kind: String,
    target: String,
}

/// The relations of a part, by their ids; empty if there is no such part.
fn relations(
    archive: &mut Archive<'_>,
    name: &str,
) -> Result<HashMap<String, Relation>, Box<Message>> {
    let mut found = HashMap::new();
    each_start(archive, name, |element| {
        let kind = attribute(element, "Type").unwrap_or_default();
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        if let Some((id, target)) = attribute(element, "Id").zip(attribute(element, "Target")) {
            found.insert(id, Relation { kind, target });
        }
    })?;
    Ok(found)
}

/// A target is relative to the folder of its part unless it begins at the root.
fn resolved(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}/{target}").trim_start_matches('/').to_owned(),
    }
}

/// A part as XML. `None` if there is no such part.
pub(super) fn part<'a>(
    archive: &'a mut Archive<'_>,
    name: &str,
) -> Option<quick_xml::Reader<BufReader<ZipFile<'a, impl Read + 'a>>>> {
    let part = archive.by_name(name).ok()?;
    Some(quick_xml::Reader::from_reader(BufReader::new(part)))
}

/// Visits the elements of a part; none if there is no such part.
pub(super) fn each_start(
    archive: &mut Archive<'_>,
    name: &str,
    mut take: impl FnMut(&BytesStart<'_>),
) -> Result<(), Box<Message>> {
    let Some(mut xml) = part(archive, name) else { return Ok(()) };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) | Event::Empty(element) => take(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its name, whatever comes before that as its namespace.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    attributes(element, name).into_iter().next()
}

/// The same where it is said more than once, which it mustn't be.
pub(super) fn attributes(element: &BytesStart<'_>, name: &str) -> Vec<String> {
    let mut attributes = element.attributes();
    let attributes = attributes.with_checks(false).filter_map(Result::ok);
    let named = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
    let value = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    };
    named.filter_map(value).collect()
}

//! The package that a workbook is: a ZIP archive of XML parts.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// A part may say that it holds little and unpack to a lot, so all of them are unpacked once to
/// see their size. The message that it is too large is a sentence without its subject.
pub(super) fn check(bytes: &[u8], most: usize) -> Result<(), String> {
    let mut archive = open(bytes)?;
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let too_much = || Err(format!("unpacks to more than {most} bytes"));
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

pub(super) fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, String> {
    ZipArchive::new(Cursor::new(bytes)).map_err(damaged)
}

/// What can't be read, as a sentence without its subject.
pub(super) fn damaged(error: impl std::fmt::Display) -> String {
    format!("can't be read: {error}")
}

/// Where the part of each sheet lies, by the name of the sheet.
pub(super) fn sheet_parts(bytes: &[u8]) -> Result<HashMap<String, String>, String> {
    let mut archive = open(bytes)?;
    // Relations state where each part is: from the package to the workbook, and from
    // that to its sheets.
    let to_workbook = relations(&mut archive, "_rels/.rels")?;
    let workbook = to_workbook.into_iter().find(|(_, to)| to.kind == "officeDocument");
    let workbook = workbook.map_or("xl/workbook.xml".into(), |(_, to)| resolved("", &to.target));
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let rels = format!("{folder}/_rels/{file}.rels");
    let to_sheets = relations(&mut archive, rels.trim_start_matches('/'))?;
    let mut parts = HashMap::new();
    each_start(&mut archive, &workbook, |element| {
        if element.local_name().as_ref() != "sheet" {
            return;
        }
        let id = attribute(element, "id").unwrap_or_default();
        if let Some((name, to)) = attribute(element, "name").zip(to_sheets.get(&id)) {
            parts.entry(name).or_insert_with(|| resolved(folder, &to.target));
        }
    })?;
    Ok(parts)
}

struct Relation {
    kind: String,
    target: String,
}

/// The relations of a part, by their ids; empty if there is no such part.
fn relations(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
) -> Result<HashMap<String, Relation>, String> {
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

/// Visits the elements of a part; none if there is no such part.
pub(super) fn each_start(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    mut take: impl FnMut(&BytesStart<'_>),
) -> Result<(), String> {
    let Ok(part) = archive.by_name(name) else { return Ok(()) };
    let mut xml = quick_xml::Reader::from_reader(std::io::BufReader::new(part));
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

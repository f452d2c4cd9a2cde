//! From the bytes of a file to its contents: a text in some encoding, a workbook, or something that
//! can't be read.

use std::borrow::Cow;

use super::source::{Layout, SourceReport};
use super::limits::Limits;
use crate::findings::rule::Rule;

/// The contents of a file.
pub(super) enum Contents<'s> {
    Text(Cow<'s, str>, Option<SourceReport>),
    #[cfg(feature = "xlsx")]
    Workbook,
    Nothing(SourceReport),
}

/// The contents of some bytes; `source` is the layout that the caller named.
pub(super) fn contents<'s>(
    bytes: &'s [u8],
    layout: Option<Layout>,
    limits: &Limits,
) -> Contents<'s> {
    let unreadable = |message: String| {
        Contents::Nothing(SourceReport { rule: Rule::UnreadableFile, piece: None, message })
    };
    if let Some(reports) = too_long(bytes.len(), limits) {
        return Contents::Nothing(reports);
    }
    #[cfg(feature = "xlsx")]
    if layout == Some(Layout::Xlsx) || (layout.is_none() && super::source::is_archive(bytes)) {
        return Contents::Workbook;
    }
    // Formats that are known by their first bytes and are not text.
    let foreign = [
        (&b"%PDF-"[..], "a PDF"),
        (b"PK\x03\x04", "a ZIP archive, such as a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or protected by a password"),
    ];
    if layout.is_none()
        && let Some((_, kind)) = foreign.iter().find(|(first, _)| bytes.starts_with(first))
    {
        return unreadable(format!("the file is {kind}, which is not read"));
    }
    let (text, reports) = decode(bytes);
    let reports =
        reports.map(|message| SourceReport { rule: Rule::UnsureEncoding, piece: None, message });
    Contents::Text(text, reports)
}

/// The report that a source is longer than the limit. `None` if it isn't.
pub(super) fn too_long(length: usize, limits: &Limits) -> Option<SourceReport> {
    let message = format!("the source of {length} bytes is longer than {} bytes", limits.bytes);
    (length > limits.bytes).then_some(SourceReport {
        rule: Rule::LimitReached,
        piece: None,
        message,
    })
}

/// A text from its bytes, with a message if its encoding is uncertain.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<String>) {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    if let Some(from_bytes) = unmarked_utf16(bytes) {
        return utf16(bytes, from_bytes);
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return (text.into(), None),
        Err(error) => error,
    };
    // A text of UTF-8 with a few broken bytes, or one in another encoding?
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches(char::REPLACEMENT_CHARACTER).count();
    let whole = lossy.chars().filter(|c| !c.is_ascii()).count().saturating_sub(broken);
    let at = error.valid_up_to();
    if whole > broken {
        let message = format!("the text is UTF-8, but not at byte {at}");
        return (lossy, Some(message));
    }
    let (text, name) = one_byte(bytes);
    (text.into(), Some(format!("the text is not UTF-8 (byte {at}), and was read as {name}")))
}

/// A text with one byte for each character.
#[cfg(feature = "encoding")]
fn one_byte(bytes: &[u8]) -> (String, &'static str) {
    let encoding = named(bytes).unwrap_or(encoding_rs::WINDOWS_1252);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding.name())
}

/// The encoding that a web page declares in its first bytes.
#[cfg(feature = "encoding")]
fn named(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    const FIRST: usize = 1024;
    let head = bytes.get(..FIRST).unwrap_or(bytes).to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let (_, after) = head.split_once("charset=")?;
    let after = after.trim_start_matches(['"', '\'', ' ']);
    let label = after.split(['"', '\'', ' ', ';', '>', '/']).next()?;
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    // It isn't UTF-8, whatever it declares.
    (encoding.is_single_byte()).then_some(encoding)
}

/// Without a library of encodings each byte is the character of its number, so that none is lost.
#[cfg(not(feature = "encoding"))]
fn one_byte(bytes: &[u8]) -> (String, &'static str) {
    (bytes.iter().copied().map(char::from).collect(), "ISO-8859-1")
}

type FromBytes = fn([u8; 2]) -> u16;

fn utf16(bytes: &[u8], from_bytes: FromBytes) -> (Cow<'static, str>, Option<String>) {
    let (units, rest) = bytes.as_chunks();
    let mut broken = !rest.is_empty();
    let units = units.iter().copied().map(from_bytes);
    let mut text = String::with_capacity(bytes.len() / 2);
    text.extend(char::decode_utf16(units).map(|c| {
        broken |= c.is_err();
        c.unwrap_or(char::REPLACEMENT_CHARACTER)
    }));
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    let message = "the text is UTF-16 with unpaired surrogates".to_owned();
    (text.into(), broken.then_some(message))
}

/// The byte order of a text in UTF-16 without a byte order mark: every other of its first bytes is 0.
fn unmarked_utf16(bytes: &[u8]) -> Option<FromBytes> {
    const FIRST: usize = 64;
    let (units, _) = bytes.get(..FIRST).unwrap_or(bytes).as_chunks::<2>();
    let all = |is_of: fn(&[u8; 2]) -> bool| units.len() > 1 && units.iter().all(is_of);
    if all(|[low, high]| *low != 0 && *high == 0) {
        return Some(u16::from_le_bytes);
    }
    all(|[high, low]| *low != 0 && *high == 0).then_some(u16::from_be_bytes)
}

//! From the bytes of a file to its contents: a text in some encoding, a workbook, or something that
//! can't be read.

use std::borrow::Cow;

use super::limits::Limits;
use super::source::{Layout, SourceReport};
use crate::findings::argument::FileKind;
use crate::findings::rule::Message;

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
    if let Some(reports) = too_long(bytes.len(), limits) {
        return Contents::Nothing(reports);
    }
    if layout == Some(Layout::Xlsx) || (layout.is_none() && super::source::is_archive(bytes)) {
        #[cfg(feature = "xlsx")]
        return Contents::Workbook;
        #[cfg(not(feature = "xlsx"))]
        return Contents::Nothing(super::source::missing_feature(FileKind::Archive, "xlsx"));
    }
    // Formats that are known by their first bytes and are not text.
    let foreign = [
        (&b"%PDF-"[..], FileKind::Pdf),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::OldOffice),
    ];
    if layout.is_none()
        && let Some((_, kind)) = foreign.iter().find(|(first, _)| bytes.starts_with(first))
    {
        let what = Message::ForeignFile { kind: *kind };
        return Contents::Nothing(SourceReport { piece: None, what });
    }
    let (text, reports) = decode(bytes);
    let reports = reports.map(|what| SourceReport { piece: None, what });
    Contents::Text(text, reports)
}

/// The report that a source is longer than the limit. `None` if it isn't.
pub(super) fn too_long(length: usize, limits: &Limits) -> Option<SourceReport> {
    let what = Message::SourceTooLong { bytes: length, limit: limits.bytes };
    (length > limits.bytes).then_some(SourceReport { piece: None, what })
}

/// A text from its bytes, with a message if its encoding is uncertain.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<Message>) {
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
        return (lossy, Some(Message::BrokenUtf8 { byte: at }));
    }
    let (text, encoding) = one_byte(bytes);
    let what = Message::OtherEncoding { byte: at, encoding: encoding.to_owned() };
    (text.into(), Some(what))
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

fn utf16(bytes: &[u8], from_bytes: FromBytes) -> (Cow<'static, str>, Option<Message>) {
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
    (text.into(), broken.then_some(Message::BrokenUtf16 {}))
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

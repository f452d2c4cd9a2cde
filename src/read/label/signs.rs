//! Plain signs for those in which a scale may be printed as well.

use std::borrow::Cow;

/// A text with plain signs for those in which a scale is printed as well: a star before a number or a currency, as in
/// *bedragen \* € 1.000*, the apostrophe of `$’000`, the capital of `£M`, and the apostrophe of `£'m`.
pub(in crate::read) fn with_plain_signs(text: &str) -> Cow<'_, str> {
    const SIGNS: [(&str, &str); 10] = [
        ("’000", "'000"),
        ("£M", "£m"),
        ("$M", "$m"),
        ("€M", "€m"),
        ("£'m", "£m"),
        ("£’m", "£m"),
        ("$'m", "$m"),
        ("$’m", "$m"),
        ("€'m", "€m"),
        ("€’m", "€m"),
    ];
    // Each of these has one of these bytes, and few texts have any.
    let may_be = |byte: u8| matches!(byte, b'*' | b'$' | 0xc2 | 0xe2);
    let mut text = Cow::Borrowed(text);
    if !text.bytes().fold(false, |found, byte| found | may_be(byte)) {
        return text;
    }
    for (printed, plain) in SIGNS {
        if text.contains(printed) {
            text = Cow::Owned(text.replace(printed, plain));
        }
    }
    let Some((before, after)) = text.split_once('*') else { return text };
    let multiplies = after
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '€' | '$' | '£'));
    if multiplies { Cow::Owned(format!("{before}x{after}")) } else { text }
}

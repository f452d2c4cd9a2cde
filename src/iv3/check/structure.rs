//! What the schema asks of the metadata and of the contact.

use std::collections::BTreeSet;

use crate::findings::argument::{Quote, ValueKind};
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Message;
use crate::iv3::delivery::{Contact, Delivery, Metadata};
use crate::iv3::read::{Spans, ends_in_time};

/// Reports what isn't filled in, but for the keys and elements that were reported already.
pub(super) fn check(
    delivery: &Delivery,
    spans: &Spans,
    faulty: &BTreeSet<&'static str>,
    findings: &mut Vec<Finding>,
) {
    if !faulty.contains("metadata") {
        let mut report = |what| findings.push(Finding::new(what, Place::default(), spans.metadata));
        for (key, is_filled) in Metadata::KEYS.into_iter().zip(delivery.metadata.filled()) {
            if !is_filled && !faulty.contains(key) {
                report(Message::Iv3MetadataKeyMissing { key: key.to_owned() });
            }
        }
        let metadata = &delivery.metadata;
        let texts = [
            ("overheidsnummer", &metadata.number),
            ("overheidsnaam", &metadata.name),
            ("financieel_pakket", &metadata.package),
            ("export_software", &metadata.software),
        ];
        for (key, text) in texts {
            if let Some(text) = text.as_deref().filter(|text| has_line_break(text)) {
                let (key, text) = (key.to_owned(), Quote::from(text));
                let expected = ValueKind::Line;
                report(Message::Iv3MetadataOtherKind { key, text, expected });
            }
        }
        if let Some(date) = delivery.metadata.date.as_deref().filter(|date| !ends_in_time(date)) {
            let (key, text, expected) = ("datum".to_owned(), Quote::from(date), ValueKind::Moment);
            report(Message::Iv3MetadataOtherKind { key, text, expected });
        }
    }
    if faulty.contains("contact") {
        return;
    }
    let mut report = |what| findings.push(Finding::new(what, Place::default(), spans.contact));
    for (key, value) in Contact::KEYS.into_iter().zip(delivery.contact.values()) {
        let name = key.to_owned();
        match value.as_deref() {
            None if faulty.contains(key) => {}
            None => report(Message::Iv3ContactKeyMissing { key: name }),
            Some(text) if text.trim().is_empty() => {
                report(Message::Iv3ContactEmpty { key: name });
            }
            Some(text) if key == "email" && !is_email(text) => {
                let (text, expected) = (Quote::from(text), ValueKind::Email);
                report(Message::Iv3ContactOtherKind { key: name, text, expected });
            }
            Some(text) if key == "telefoon" && has_line_break(text) => {
                let (text, expected) = (Quote::from(text), ValueKind::Line);
                report(Message::Iv3ContactOtherKind { key: name, text, expected });
            }
            Some(_) => {}
        }
    }
}

/// Whether a text has more than one line, which the pattern of most texts in the schema refuses.
fn has_line_break(text: &str) -> bool {
    text.contains(['\n', '\r', '\u{2028}', '\u{2029}'])
}

/// Whether a text is an address by the pattern of the schema: letters, digits, `_`, `-` and `.`
/// before the `@`, then labels with a dot after each, and two to four letters, or one to three
/// digits, at the end. The form with an address of IP in brackets is allowed there as well.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if name.is_empty() || !name.chars().all(of_name) {
        return false;
    }
    let domain = domain.strip_suffix(']').unwrap_or(domain);
    let Some((labels, last)) = domain.rsplit_once('.') else { return false };
    let is_last = match last.len() {
        1..=3 if last.bytes().all(|byte| byte.is_ascii_digit()) => true,
        2..=4 => last.bytes().all(|byte| byte.is_ascii_alphabetic()),
        _ => false,
    };
    let is_number = |text: &str| {
        (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_label = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    is_last
        && match labels.strip_prefix('[') {
            Some(numbers) => numbers.split('.').count() == 3 && numbers.split('.').all(is_number),
            None => labels.split('.').all(is_label),
        }
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn addresses_are_those_of_the_schema() {
        for address in ["p.afzender@gemeente.nl", "a_b-c@d.e.info", "a@[10.0.0.1]", "a@b.1"] {
            assert!(is_email(address), "{address}");
        }
        for text in
            ["", "a", "a@b", "@b.nl", "a b@c.nl", "a@b.gemeente", "a@b..nl", "a@.nl", "a@b.n"]
        {
            assert!(!is_email(text), "{text}");
        }
    }
}

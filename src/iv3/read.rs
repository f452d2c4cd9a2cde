//! Reads a delivery: everything that has a place in it is taken, and everything else is reported.

use std::collections::BTreeSet;

use serde_json::value::RawValue;

use crate::findings::argument::{Quote, ValueKind};
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Message;
use crate::findings::span::Span;
use crate::iv3::delivery::{
    Contact, Data, Delivery, DeliveryPeriod, DeliveryStatus, Entry, Further, KeyFigure, Metadata,
    Remark, tier_of,
};
use crate::iv3::json::{Items, Numeral, Object, Places, number, of};
use crate::iv3::part::DeliveryPart;

/// What was read of the text of a delivery (Dutch: *ingelezen levering*): the delivery, and what
/// could not be taken.
///
/// ```
/// use beleid::iv3::Delivery;
///
/// let reading = Delivery::read("[]");
/// assert_eq!(reading.delivery, Delivery::default());
/// assert_eq!(
///     reading.faults[0].to_string(),
///     "error[iv3-not-taken] budget: the delivery can't be read as JSON: \
///      invalid type: sequence, expected an object at line 1 column 0",
/// );
/// ```
#[doc(alias = "ingelezen levering")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeliveryReading {
    /// The delivery. What could not be taken is not in it.
    pub delivery: Delivery,
    /// What could not be taken of the text, and what the schema asks for that isn't there: the
    /// official faults SF001 to SF017, and others. Keys of the metadata and of the contact that are
    /// missing, or filled with nothing, are reported by [`check`](Self::check).
    pub faults: Vec<Finding>,
    /// Where its parts stand in the text.
    pub(super) spans: Spans,
    /// Keys, and elements, that were reported already.
    pub(super) faulty: BTreeSet<&'static str>,
}

/// Where the parts of a delivery stand in the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Spans {
    pub(super) metadata: Option<Span>,
    pub(super) contact: Option<Span>,
    /// Of the entries of each list.
    entries: [Vec<Option<Span>>; 7],
}

impl Spans {
    fn push(&mut self, part: DeliveryPart, span: Option<Span>) {
        if let Some(spans) = self.entries.get_mut(part as usize) {
            spans.push(span);
        }
    }

    /// Where an entry stands. `None` if it was read from no text.
    pub(super) fn of(&self, part: DeliveryPart, index: usize) -> Option<Span> {
        let spans = self.entries.get(part as usize)?;
        spans.get(index).copied().flatten()
    }
}

impl Delivery {
    /// Whether a text looks like a delivery: an object of JSON with one of the keys `metadata`,
    /// `contact` and `data`, and without the key `budget` that a [`Document`](crate::Document) has.
    ///
    /// ```
    /// use beleid::iv3::Delivery;
    ///
    /// assert!(Delivery::recognises(r#"{"metadata": {}}"#));
    /// assert!(!Delivery::recognises(r#"{"schema": 1, "budget": {"edition": {}}}"#));
    /// ```
    pub fn recognises(text: &str) -> bool {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let object = serde_json::from_str::<Object<'_>>(text);
        object.is_ok_and(|object| {
            let has = |name: &str| object.0.iter().any(|(key, _)| key == name);
            ["metadata", "contact", "data"].into_iter().any(has) && !has("budget")
        })
    }

    /// Reads a delivery in the form of schema 2.1.1 (JSON). Reading never fails: what can't be taken
    /// is left out and reported in [`faults`](DeliveryReading::faults), with its line. A byte order
    /// mark is skipped.
    ///
    /// Of a key that comes twice in an object the last one counts, as in most programs.
    ///
    /// ```
    /// use beleid::Rule;
    /// use beleid::iv3::Delivery;
    ///
    /// let reading = Delivery::read(r#"{"data": {"lasten": [{"taakveld": "5.6", "categorie": "4.2"}]}}"#);
    /// let rules: Vec<_> = reading.faults.iter().map(|fault| fault.rule).collect();
    /// assert!(rules.contains(&Rule::Iv3Sf017), "there is no amount");
    /// assert!(rules.contains(&Rule::Iv3Sf011), "there is no list of income");
    /// ```
    pub fn read(text: &str) -> DeliveryReading {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader {
            places: Places::new(text),
            reading: DeliveryReading {
                delivery: Delivery::default(),
                faults: Vec::new(),
                spans: Spans::default(),
                faulty: BTreeSet::new(),
            },
        };
        match serde_json::from_str::<Object<'_>>(text) {
            Ok(delivery) => reader.delivery(delivery),
            Err(error) => {
                reader.report(Message::Iv3NotJson { error: error.to_string() }, None);
                reader.reading.faulty.extend(["metadata", "contact"]);
            }
        }
        reader.reading
    }
}

struct Reader<'t> {
    places: Places<'t>,
    reading: DeliveryReading,
}

impl<'t> Reader<'t> {
    fn report(&mut self, what: Message, at: Option<&RawValue>) {
        let span = at.and_then(|raw| self.places.span(raw.get()));
        self.reading.faults.push(Finding::new(what, Place::default(), span));
    }

    /// Reports that a value is not of the kind that it should be.
    fn other_kind(&mut self, part: &str, raw: &RawValue, expected: ValueKind) {
        let message =
            Message::Iv3OtherKind { part: part.to_owned(), text: raw.get().into(), expected };
        self.report(message, Some(raw));
    }

    /// Puts the members of an object at their keys, of which the last one counts, and gives each of
    /// the others to `other`.
    fn members<const N: usize>(
        &mut self,
        part: &str,
        object: Object<'t>,
        keys: [&str; N],
        mut other: impl FnMut(&mut Self, &str, &'t RawValue),
    ) -> [Option<&'t RawValue>; N] {
        let mut found = [None; N];
        for (key, raw) in object.0 {
            let slot = keys.iter().position(|own| *own == key).and_then(|at| found.get_mut(at));
            match slot {
                None => other(self, &key, raw),
                Some(slot) => {
                    if slot.replace(raw).is_some() {
                        let (part, key) = (part.to_owned(), Quote::from(&*key));
                        self.report(Message::Iv3KeyTwice { part, key }, Some(raw));
                    }
                }
            }
        }
        found
    }

    fn unknown_key(&mut self, part: &str, key: &str, raw: &RawValue) {
        let message = Message::Iv3UnknownKey { part: part.to_owned(), key: key.into() };
        self.report(message, Some(raw));
    }

    fn delivery(&mut self, object: Object<'t>) {
        const PART: &str = "the delivery";
        let keys = ["metadata", "contact", "opmerkingen", "data"];
        let [metadata, contact, remarks, data] =
            self.members(PART, object, keys, |reader, key, raw| {
                reader.unknown_key(PART, key, raw);
            });
        match metadata {
            Some(raw) => {
                self.reading.spans.metadata = self.places.span(raw.get());
                self.metadata(raw);
            }
            None => {
                self.report(Message::Iv3NoMetadata {}, None);
                self.reading.faulty.insert("metadata");
            }
        }
        match contact {
            Some(raw) => {
                self.reading.spans.contact = self.places.span(raw.get());
                self.contact(raw);
            }
            None => {
                self.report(Message::Iv3NoContact {}, None);
                self.reading.faulty.insert("contact");
            }
        }
        if let Some(raw) = remarks {
            self.remarks(raw);
        }
        match data {
            Some(raw) => self.data(raw),
            None => self.report(Message::Iv3NoData {}, None),
        }
    }

    fn metadata(&mut self, raw: &'t RawValue) {
        let Some(object) = of::<Object<'_>>(raw) else {
            self.other_kind("metadata", raw, ValueKind::Object);
            self.reading.faulty.insert("metadata");
            return;
        };
        let found = self.members("metadata", object, Metadata::KEYS, |reader, key, raw| {
            reader.report(Message::Iv3MetadataKeyUnknown { key: key.into() }, Some(raw));
        });
        let [tier, code, name, year, period, status, date, public, package, software] = found;
        let metadata = Metadata {
            tier: self
                .value("overheidslaag", tier, ValueKind::Tier, |raw| tier_of(&of::<String>(raw)?)),
            number: self.value("overheidsnummer", code, ValueKind::Text, of),
            name: self.value("overheidsnaam", name, ValueKind::Text, of),
            year: self.value("boekjaar", year, ValueKind::Year, |raw| {
                u16::try_from(whole(raw)?).ok().filter(|year| *year <= 9999)
            }),
            period: self.value("periode", period, ValueKind::Period, |raw| {
                DeliveryPeriod::of_number(u8::try_from(whole(raw)?).ok()?)
            }),
            status: self.value("status", status, ValueKind::Status, |raw| {
                of::<String>(raw)?.parse::<DeliveryStatus>().ok()
            }),
            date: self.value("datum", date, ValueKind::Moment, |raw| {
                of::<String>(raw).filter(|text| ends_in_time(text))
            }),
            details_public: self.value("details_openbaar", public, ValueKind::Flag, of),
            package: self.value("financieel_pakket", package, ValueKind::Text, of),
            software: self.value("export_software", software, ValueKind::Text, of),
        };
        self.reading.delivery.metadata = metadata;
    }

    /// A value of the metadata. `None` if it isn't there, or is of another kind.
    fn value<T>(
        &mut self,
        key: &'static str,
        raw: Option<&'t RawValue>,
        expected: ValueKind,
        read: impl FnOnce(&'t RawValue) -> Option<T>,
    ) -> Option<T> {
        let raw = raw?;
        let value = read(raw);
        if value.is_none() {
            let (text, key_text) = (Quote::from(raw.get()), key.to_owned());
            let message = Message::Iv3MetadataOtherKind { key: key_text, text, expected };
            self.report(message, Some(raw));
            self.reading.faulty.insert(key);
        }
        value
    }

    fn contact(&mut self, raw: &'t RawValue) {
        let Some(object) = of::<Object<'_>>(raw) else {
            self.other_kind("contact", raw, ValueKind::Object);
            self.reading.faulty.insert("contact");
            return;
        };
        let found = self.members("contact", object, Contact::KEYS, |reader, key, raw| {
            reader.report(Message::Iv3ContactKeyUnknown { key: key.into() }, Some(raw));
        });
        let mut texts = [None, None, None];
        for ((text, raw), key) in texts.iter_mut().zip(found).zip(Contact::KEYS) {
            let Some(raw) = raw else { continue };
            *text = of::<String>(raw);
            if text.is_none() {
                let (text, expected) = (Quote::from(raw.get()), ValueKind::Text);
                let message = Message::Iv3ContactOtherKind { key: key.to_owned(), text, expected };
                self.report(message, Some(raw));
                self.reading.faulty.insert(key);
            }
        }
        let [name, email, telephone] = texts;
        self.reading.delivery.contact = Contact { name, email, telephone };
    }

    fn remarks(&mut self, raw: &'t RawValue) {
        const PART: &str = "opmerkingen";
        let Some(items) = of::<Items<'_>>(raw) else {
            return self.other_kind(PART, raw, ValueKind::List);
        };
        for raw in items.0 {
            let Some(object) = of::<Object<'_>>(raw) else {
                self.other_kind(PART, raw, ValueKind::Object);
                continue;
            };
            let [text, author] =
                self.members(PART, object, ["tekst", "auteur"], |reader, key, raw| {
                    reader.unknown_key(PART, key, raw);
                });
            let author = author.and_then(|raw| self.text(PART, raw));
            let Some(text) = self.required(PART, "tekst", text, raw) else { continue };
            self.reading.delivery.remarks.push(Remark { text, author });
        }
    }

    fn data(&mut self, raw: &'t RawValue) {
        let Some(object) = of::<Object<'_>>(raw) else {
            return self.other_kind("data", raw, ValueKind::Object);
        };
        let keys = [
            DeliveryPart::Expenses,
            DeliveryPart::Income,
            DeliveryPart::BalanceExpenses,
            DeliveryPart::BalanceIncome,
            DeliveryPart::BalancePositions,
            DeliveryPart::KeyFigures,
            DeliveryPart::PolicyIndicators,
        ];
        let found =
            self.members("data", object, keys.map(DeliveryPart::code), |reader, key, raw| {
                reader.unknown_key("data", key, raw);
            });
        let mut data = Data::default();
        for (part, raw) in keys.into_iter().zip(found) {
            let missing = match (raw, part) {
                (Some(raw), DeliveryPart::KeyFigures) => {
                    data.key_figures = self.figures(part, raw);
                    continue;
                }
                (Some(raw), DeliveryPart::PolicyIndicators) => {
                    data.policy_indicators = self.figures(part, raw);
                    continue;
                }
                (Some(raw), part) => {
                    let entries = self.entries(part, raw);
                    if let Some(own) = data.entries_mut(part) {
                        *own = entries;
                    }
                    continue;
                }
                (None, DeliveryPart::Expenses) => Message::Iv3NoExpenses {},
                (None, DeliveryPart::Income) => Message::Iv3NoIncome {},
                (None, DeliveryPart::BalanceExpenses) => Message::Iv3NoBalanceExpenses {},
                (None, DeliveryPart::BalanceIncome) => Message::Iv3NoBalanceIncome {},
                (None, DeliveryPart::BalancePositions) => Message::Iv3NoPositions {},
                (None, DeliveryPart::KeyFigures | DeliveryPart::PolicyIndicators) => continue,
            };
            self.report(missing, None);
        }
        self.reading.delivery.data = data;
    }

    fn entries(&mut self, part: DeliveryPart, raw: &'t RawValue) -> Vec<Entry> {
        let Some(items) = of::<Items<'_>>(raw) else {
            self.other_kind(part.code(), raw, ValueKind::List);
            return Vec::new();
        };
        let mut entries = Vec::with_capacity(items.0.len());
        for raw in items.0 {
            if let Some(entry) = self.entry(part, raw) {
                let span = self.places.span(raw.get());
                self.reading.spans.push(part, span);
                entries.push(entry);
            }
        }
        entries
    }

    /// An entry with its two codes and its amount. `None` if one of them isn't there.
    fn entry(&mut self, part: DeliveryPart, raw: &'t RawValue) -> Option<Entry> {
        let Some(object) = of::<Object<'_>>(raw) else {
            self.other_kind(part.code(), raw, ValueKind::Object);
            return None;
        };
        let [row_key, column_key] = part.keys();
        let mut further = Vec::new();
        let keys = [row_key, column_key, part.value_key()];
        let [row, column, amount] = self.members(part.code(), object, keys, |reader, key, raw| {
            if key == "details" && !raw.get().starts_with('{') {
                reader.other_kind(part.code(), raw, ValueKind::Object);
            } else {
                further.push(Further::of_raw(key, raw));
            }
        });
        let row = self.required(part.code(), row_key, row, raw);
        let column = self.required(part.code(), column_key, column, raw);
        let amount = self.amount(part, amount, raw);
        Some(Entry { row: row?.into(), column: column?.into(), amount: amount?, further })
    }

    fn amount(
        &mut self,
        part: DeliveryPart,
        amount: Option<&'t RawValue>,
        entry: &RawValue,
    ) -> Option<crate::leaves::number::Number> {
        let code = part.code().to_owned();
        let Some(raw) = amount.filter(|raw| !matches!(raw.get(), "null" | "\"\"")) else {
            let quote = Quote::from(entry.get());
            self.report(Message::Iv3AmountMissing { part: code, entry: quote }, Some(entry));
            return None;
        };
        match number(raw) {
            Numeral::Exact(number) => return Some(number),
            Numeral::None => self.other_kind(part.code(), raw, ValueKind::Number),
            Numeral::TooLong => {
                let text = Quote::from(raw.get());
                self.report(Message::Iv3NumberTooLong { part: code, text }, Some(raw));
            }
        }
        None
    }

    fn figures(&mut self, part: DeliveryPart, raw: &'t RawValue) -> Vec<KeyFigure> {
        let Some(items) = of::<Items<'_>>(raw) else {
            self.other_kind(part.code(), raw, ValueKind::List);
            return Vec::new();
        };
        let mut figures = Vec::with_capacity(items.0.len());
        let [code_key, period_key] = part.keys();
        for raw in items.0 {
            let Some(object) = of::<Object<'_>>(raw) else {
                self.other_kind(part.code(), raw, ValueKind::Object);
                continue;
            };
            let keys = [code_key, period_key, part.value_key()];
            let [code, period, value] =
                self.members(part.code(), object, keys, |reader, key, raw| {
                    reader.unknown_key(part.code(), key, raw);
                });
            let code = self.required(part.code(), code_key, code, raw);
            let period = self.required(part.code(), period_key, period, raw);
            let value = self.required(part.code(), part.value_key(), value, raw);
            if let (Some(code), Some(period), Some(value)) = (code, period, value) {
                let span = self.places.span(raw.get());
                self.reading.spans.push(part, span);
                figures.push(KeyFigure { code, period, value });
            }
        }
        figures
    }

    /// The text at a key of an entry, which is reported if it is missing.
    fn required(
        &mut self,
        part: &str,
        key: &str,
        value: Option<&'t RawValue>,
        entry: &RawValue,
    ) -> Option<String> {
        let Some(raw) = value.filter(|raw| raw.get() != "null") else {
            let (part, key) = (part.to_owned(), key.to_owned());
            let quote = Quote::from(entry.get());
            self.report(Message::Iv3EntryKeyMissing { part, key, entry: quote }, Some(entry));
            return None;
        };
        self.text(part, raw)
    }

    fn text(&mut self, part: &str, raw: &'t RawValue) -> Option<String> {
        let text = of::<String>(raw);
        if text.is_none() {
            self.other_kind(part, raw, ValueKind::Text);
        }
        text
    }
}

/// The whole number that a raw value is; 2026.0 is one as well.
fn whole(raw: &RawValue) -> Option<i64> {
    let Numeral::Exact(number) = number(raw) else { return None };
    let whole = number.round(0);
    if whole == number { whole.to_string().parse().ok() } else { None }
}

/// Whether a text ends in a time, as the schema asks of the date: hours, minutes and seconds, and a
/// `Z` or an offset if there is one. The schema allows no fraction of a second.
pub(super) fn ends_in_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let without_zone = match bytes {
        [before @ .., b'Z'] => before,
        [before @ .., b'+' | b'-', h1, h2, b':', m1, m2] if is_clock([*h1, *h2], [*m1, *m2]) => {
            before
        }
        all => all,
    };
    match without_zone {
        [.., h1, h2, b':', m1, m2, b':', s1, s2] => {
            is_clock([*h1, *h2], [*m1, *m2]) && is_below([*s1, *s2], 60)
        }
        _ => false,
    }
}

fn is_clock(hours: [u8; 2], minutes: [u8; 2]) -> bool {
    is_below(hours, 24) && is_below(minutes, 60)
}

fn is_below(digits: [u8; 2], limit: u8) -> bool {
    digits.iter().all(u8::is_ascii_digit) && {
        let [tens, ones] = digits.map(|digit| digit - b'0');
        tens * 10 + ones < limit
    }
}

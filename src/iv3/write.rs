//! Writes a delivery in the form of schema 2.1.1.

use std::fmt::Write as _;

use crate::iv3::delivery::{Delivery, Entry, KeyFigure, tier_word};
use crate::iv3::part::DeliveryPart;

impl Delivery {
    /// The delivery as JSON in the form of schema 2.1.1, an entry on a line. Amounts are numbers
    /// with all their digits.
    ///
    /// What is `None` is left out, so that the result conforms to the schema only if everything
    /// that the schema asks for is filled in: [`check`](Self::check) says what isn't. The lists of
    /// key figures and policy indicators, which the schema allows to be absent, are left out if they
    /// are empty.
    ///
    /// ```
    /// let json = beleid::iv3::Delivery::default().to_json();
    /// let value: serde_json::Value = serde_json::from_str(&json)?;
    /// assert_eq!(value["data"]["lasten"], serde_json::json!([]));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        let mut json = String::from("{\n\"metadata\": ");
        let metadata = &self.metadata;
        let [tier, number, name, year, period, status, date, public, package, software] =
            crate::iv3::delivery::Metadata::KEYS;
        let text = |value: &Option<String>| value.as_deref().map(quoted);
        object(
            &mut json,
            [
                (tier, metadata.tier.map(|tier| quoted(tier_word(tier)))),
                (number, text(&metadata.number)),
                (name, text(&metadata.name)),
                (year, metadata.year.map(|year| year.to_string())),
                (period, metadata.period.map(|period| period.number().to_string())),
                (status, metadata.status.map(|status| quoted(status.code()))),
                (date, text(&metadata.date)),
                (public, metadata.details_public.map(|is_public| is_public.to_string())),
                (package, text(&metadata.package)),
                (software, text(&metadata.software)),
            ],
        );
        json.push_str(",\n\"contact\": ");
        let contact = crate::iv3::delivery::Contact::KEYS.into_iter().zip(self.contact.values());
        object(&mut json, contact.map(|(key, value)| (key, text(value))));
        if !self.remarks.is_empty() {
            json.push_str(",\n\"opmerkingen\": ");
            list(&mut json, &self.remarks, |json, remark| {
                let members = [
                    ("tekst", Some(quoted(&remark.text))),
                    ("auteur", remark.author.as_deref().map(quoted)),
                ];
                object(json, members);
            });
        }
        json.push_str(",\n\"data\": {");
        for (index, part) in DeliveryPart::OF_ENTRIES.into_iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let _ = write!(json, "{comma}\n\"{part}\": ");
            list(&mut json, self.data.entries(part), |json, each| entry(json, part, each));
        }
        for part in [DeliveryPart::KeyFigures, DeliveryPart::PolicyIndicators] {
            let figures = self.data.figures(part);
            if !figures.is_empty() {
                let _ = write!(json, ",\n\"{part}\": ");
                list(&mut json, figures, |json, each| figure(json, part, each));
            }
        }
        json.push_str("\n}\n}\n");
        json
    }
}

fn entry(json: &mut String, part: DeliveryPart, entry: &Entry) {
    let [row, column] = part.keys();
    let own = [
        (row, Some(quoted(&entry.row))),
        (column, Some(quoted(&entry.column))),
        (part.value_key(), Some(entry.amount.to_string())),
    ];
    let further = entry.further.iter();
    let further = further.map(|further| (further.key(), Some(further.json().to_owned())));
    object(json, own.into_iter().chain(further));
}

fn figure(json: &mut String, part: DeliveryPart, figure: &KeyFigure) {
    let [code, period] = part.keys();
    let members = [
        (period, Some(quoted(&figure.period))),
        (code, Some(quoted(&figure.code))),
        (part.value_key(), Some(quoted(&figure.value))),
    ];
    object(json, members);
}

fn list<T>(json: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    json.push('[');
    for (index, item) in items.iter().enumerate() {
        json.push_str(if index > 0 { ",\n" } else { "\n" });
        write(json, item);
    }
    json.push_str(if items.is_empty() { "]" } else { "\n]" });
}

/// Writes an object of the members that have a value, which is JSON.
fn object<'k>(json: &mut String, members: impl IntoIterator<Item = (&'k str, Option<String>)>) {
    json.push('{');
    let filled = members.into_iter().filter_map(|(key, value)| Some((key, value?)));
    for (index, (key, value)) in filled.enumerate() {
        if index > 0 {
            json.push(',');
        }
        json.push_str(&quoted(key));
        json.push(':');
        json.push_str(&value);
    }
    json.push('}');
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    // A text always is JSON, so nothing is lost by the default.
    serde_json::to_string(text).unwrap_or_default()
}

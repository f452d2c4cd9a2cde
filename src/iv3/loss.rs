//! [`Loss`]: what a format or the model can't hold.

use crate::coded::coded;
use crate::findings::argument::Quote;
use crate::iv3::delivery::Metadata;
use crate::language::Language;

/// Something that was lost on the way between a delivery and the model, or between a delivery and a
/// table (Dutch: *verlies*): what, where, and why.
///
/// ```
/// use beleid::Language;
/// use beleid::iv3::{Delivery, LossKind, Remark};
///
/// let mut delivery = Delivery::default();
/// delivery.remarks.push(Remark { text: "Voorlopige cijfers".to_owned(), author: None });
/// let (_, losses) = delivery.to_budget();
/// assert_eq!((losses[0].kind, &*losses[0].place), (LossKind::Remark, "/opmerkingen/0"));
/// assert_eq!(
///     losses[0].text(Language::English),
///     "/opmerkingen/0 (\"Voorlopige cijfers\"): a budget has no place for remarks on a delivery",
/// );
/// ```
#[doc(alias = "verlies")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Loss {
    /// What kind of thing was lost, and why.
    pub kind: LossKind,
    /// Where it stood: a JSON Pointer (RFC 6901) into what it was lost from, which is the form of
    /// schema 2.1.1 for a delivery (`/data/lasten/3/details`) and the wire form for a budget
    /// (`/budget/fields/0/costs/1`).
    pub place: String,
    /// The beginning of what was lost; empty if it has no text.
    pub what: Quote,
}

impl Loss {
    pub(super) fn new(kind: LossKind, place: impl Into<String>, what: impl Into<Quote>) -> Self {
        Loss { kind, place: place.into(), what: what.into() }
    }

    /// Place, what and why, as a line for people.
    ///
    /// ```
    /// use beleid::Language;
    /// use beleid::iv3::{Contact, Delivery};
    ///
    /// let contact = Contact { name: Some("P. Afzender".to_owned()), ..Contact::default() };
    /// let (_, losses) = Delivery { contact, ..Delivery::default() }.to_budget();
    /// let text = losses[0].text(Language::Dutch);
    /// assert_eq!(text, "/contact/naam (\"P. Afzender\"): een begroting heeft geen plaats voor een contactpersoon");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let Loss { kind, place, what } = self;
        let why = kind.text(language);
        if what.is_empty() { format!("{place}: {why}") } else { format!("{place} ({what}): {why}") }
    }
}

coded! {
    /// What kind of thing was lost, and why (Dutch: *soort verlies*).
    ///
    /// ```
    /// use beleid::Language;
    /// use beleid::iv3::LossKind;
    ///
    /// let why = LossKind::Text.text(Language::English);
    /// assert_eq!(why, "a delivery has no place for text");
    /// ```
    #[doc(alias = "soort verlies")]
    #[non_exhaustive]
    LossKind, "kind of loss", in "iv3" {
        /// Something of the metadata of a delivery.
        Metadata = "metadata", en "a budget has no place for it", nl "een begroting heeft er geen plaats voor";
        /// The contact of a delivery.
        Contact = "contact", en "a budget has no place for a contact", nl "een begroting heeft geen plaats voor een contactpersoon";
        /// A remark on a delivery.
        Remark = "remark", en "a budget has no place for remarks on a delivery", nl "een begroting heeft geen plaats voor opmerkingen bij een levering";
        /// The details of an entry, and its other keys.
        Further = "further", en "a figure has no place for details of the bookkeeping", nl "een cijfer heeft geen plaats voor details uit de boekhouding";
        /// The order of the entries of a list.
        Order = "order", en "the entries are grouped by their row, so their order is not kept", nl "de regels staan per rij bij elkaar, hun volgorde blijft niet bewaard";
        /// An entry whose code is empty or holds characters that can't be seen.
        Unprintable = "unprintable", en "a code that is empty or can't be printed has no place in a budget", nl "een code die leeg of niet af te drukken is heeft geen plaats in een begroting";
        /// A key figure of a reporting period that is not understood.
        ReportingPeriod = "reporting_period", en "the reporting period is not of the form Rek_2024, Beg_2026 or MJR_2027 for the book year", nl "de verslagperiode heeft voor het boekjaar niet de vorm Rek_2024, Beg_2026 of MJR_2027";
        /// A text of a budget.
        Text = "text", en "a delivery has no place for text", nl "een levering heeft geen plaats voor tekst";
        /// A goal of a budget.
        Goal = "goal", en "a delivery has no place for goals", nl "een levering heeft geen plaats voor doelen";
        /// An action of a budget.
        Action = "action", en "a delivery has no place for actions", nl "een levering heeft geen plaats voor acties";
        /// An indicator of a budget that is no key figure of Iv3.
        Indicator = "indicator", en "it has no code of a key figure or a policy indicator of Iv3", nl "er is geen code van een kengetal of een beleidsindicator van Iv3 bij";
        /// A cost line without a code of Iv3.
        NoCode = "no_code", en "it has no task field or balance code of Iv3", nl "er is geen taakveld of balanscode van Iv3 bij";
        /// A sum of other lines.
        Total = "total", en "a delivery has no totals, since they follow from its entries", nl "een levering heeft geen totalen, die volgen uit haar regels";
        /// An amount without an economic category.
        NoCategory = "no_category", en "it has no economic category", nl "er is geen economische categorie bij";
        /// An amount without a flow: it may be expenses or income.
        NoFlow = "no_flow", en "it is neither expenses nor income", nl "het zijn geen lasten en geen baten";
        /// A figure of another period or role than the delivery has.
        OtherTime = "other_time", en "it is of another period or role than the delivery", nl "het is van een andere periode of een ander soort dan de levering";
        /// A value that is no number, or no amount in euro.
        Value = "value", en "it is no exact amount in euro", nl "het is geen precies bedrag in euro";
        /// A cell that was not placed.
        Unplaced = "unplaced", en "it is unknown what the cell is about", nl "het is onbekend waar de cel over gaat";
        /// A footnote, or another remark on a figure or a line.
        Note = "note", en "a delivery has no place for notes", nl "een levering heeft geen plaats voor voetnoten en opmerkingen";
        /// Something of a figure or a line besides its amount.
        Attribute = "attribute", en "a delivery has no place for it", nl "een levering heeft er geen plaats voor";
        /// What the table of open data has no column for.
        NoColumn = "no_column", en "the table of open data has no column for it", nl "de tabel van de open data heeft er geen kolom voor";
        /// An amount with too many digits to be written in thousands.
        TooLong = "too_long", en "in thousands it has more digits than can be kept", nl "in duizenden heeft het meer cijfers dan er bewaard worden";
    }
}

/// Lists what the metadata say and its other form doesn't.
pub(super) fn lost_metadata(own: &Metadata, kept: &Metadata, losses: &mut Vec<Loss>) {
    let words = |metadata: &Metadata| {
        [
            metadata.tier.map(|tier| tier.code().to_owned()),
            metadata.number.clone(),
            metadata.name.clone(),
            metadata.year.map(|year| year.to_string()),
            metadata.period.map(|period| period.code().to_owned()),
            metadata.status.map(|status| status.code().to_owned()),
            metadata.date.clone(),
            metadata.details_public.map(|is_public| is_public.to_string()),
            metadata.package.clone(),
            metadata.software.clone(),
        ]
    };
    for ((own, kept), key) in words(own).into_iter().zip(words(kept)).zip(Metadata::KEYS) {
        if own != kept {
            let place = format!("/metadata/{key}");
            losses.push(Loss::new(LossKind::Metadata, place, own.unwrap_or_default()));
        }
    }
}

/// A key as a part of a JSON Pointer.
pub(super) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

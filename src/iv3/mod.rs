//! Iv3 (*Informatie voor derden*, information for third parties): the form in which municipalities,
//! provinces and joint bodies deliver their budgets and accounts to Statistics Netherlands (CBS).
//!
//! A [`Delivery`] is a matrix of amounts: task fields (*taakvelden*) by economic categories
//! (*economische categorieën*), one of expenses and one of income; the same for the items of the
//! balance sheet; the positions of these items; and a few key figures. Its sources are the
//! repository `statistiekcbs/iv3_definities` (the schema 2.1.1 of a delivery, the lists of codes of
//! each book year in [`codes`](crate::codes), and the list of faults by code).
//!
//! | to | call |
//! |---|---|
//! | know whether a text is a delivery | [`Delivery::recognises`] |
//! | read a delivery, and see what could not be taken | [`Delivery::read`] |
//! | check its structure, codes and sums by the official codes | [`DeliveryReading::check`], [`Delivery::check`] |
//! | write it | [`Delivery::to_json`] |
//! | make a budget of it, and see what was lost | [`Delivery::to_budget`] |
//! | make a delivery of a budget, and see what was lost | [`Delivery::from_budget`] |
//! | read and write the open data of CBS as CSV | [`Delivery::read_csv`], [`Delivery::to_csv`] |
//!
//! ```
//! use beleid::Rule;
//! use beleid::iv3::{Delivery, Tolerances};
//!
//! let reading = Delivery::read(r#"{
//!     "metadata": {"overheidslaag": "Gemeente", "overheidsnummer": "0014", "overheidsnaam": "Groningen",
//!         "boekjaar": 2026, "periode": 0, "status": "Begroting", "datum": "2025-11-14T12:00:00Z",
//!         "details_openbaar": true, "financieel_pakket": "a", "export_software": "b"},
//!     "contact": {"naam": "P. Afzender", "email": "p.afzender@gemeente.nl", "telefoon": "0612345678"},
//!     "data": {"lasten": [{"taakveld": "5.6", "categorie": "4.2", "bedrag": 1250000.50}],
//!         "baten": [{"taakveld": "0.77", "categorie": "4.3.1", "bedrag": 1250000.50}],
//!         "balans_lasten": [], "balans_baten": [], "balans_standen": []}
//! }"#);
//! assert_eq!(reading.delivery.data.expenses[0].amount.to_string(), "1250000.50");
//!
//! let findings = reading.check(&Tolerances::default());
//! assert_eq!(findings.len(), 1);
//! assert_eq!(findings[0].rule, Rule::Iv3Df001, "0.77 is no task field");
//! assert_eq!(findings[0].span.unwrap().to_string(), "line 7, column 19");
//! ```
//!
//! # What a delivery says
//!
//! Amounts are in euro; expenses and income are both written without a sign, so a negative amount
//! is a correction. A delivery of a quarter is cumulative: its amounts run from 1 January to the
//! last day of the quarter, as the moments of its positions show (*1 januari*, *ultimo*).
//! [`DeliveryPeriod::Budget`] is the original budget; amendments are not delivered.

mod check;
mod csv;
mod delivery;
mod from_model;
mod json;
mod loss;
mod model;
mod part;
mod read;
mod to_model;
mod write;

pub use check::Tolerances;
pub use csv::{CsvReading, Publication};
pub use delivery::{
    Contact, Data, Delivery, DeliveryPeriod, DeliveryStatus, Entry, Further, KeyFigure, Metadata,
    Remark,
};
pub use loss::{Loss, LossKind};
pub use part::DeliveryPart;
pub use read::DeliveryReading;

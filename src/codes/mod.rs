//! The official code lists of Iv3, by year (Dutch: *Informatie voor derden*, *taakvelden*): with the
//! feature `codes`.
//!
//! Dutch municipalities, provinces and joint bodies deliver their budgets and accounts to Statistics
//! Netherlands (CBS) in the form of Iv3. For each tier of government and book year there is a
//! definition file with the lists of codes, the cells of the tables that must stay empty (*grijze
//! cellen*), and the checks that a delivery is held against. [`Definitions`] answers what they say.
//!
//! | tier | book years at hand |
//! |---|---|
//! | [`Municipality`](Tier::Municipality) | 2017 to 2026 |
//! | [`Province`](Tier::Province) | 2026 |
//! | [`JointBody`](Tier::JointBody) | 2026 |
//!
//! They are those of the public repository `statistiekcbs/iv3_definities` of June 2025. Codes and
//! descriptions are as they are there, without white space around them. The files of 2017 to 2019 have
//! no key figures, policy indicators and reporting periods, and a single check. In the file
//! for provinces some cells are forbidden for category `4.6.6`, which isn't in its lists;
//! [`Definitions::is_forbidden`] answers by the cells.
//!
//! [`identify`] gives cost lines and indicators their codes in these lists.
//!
//! A list of one year isn't that of another: [`changes`] tells what became of it. In
//! 2025 the social domain was renumbered, so `6.711` is what `6.71a` was the year before.
//!
//! ```
//! use beleid::codes::{Definitions, List, Part, Tier};
//!
//! let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
//! let parking = definitions.find(List::TaskFields, "Parkeren").unwrap();
//! assert_eq!(parking.code, "2.2");
//! // Benefits in cash aren't paid for parking.
//! assert!(definitions.is_forbidden(Part::Expenses, parking.code, "4.1.1"));
//! ```

mod changes;
mod data;
mod definitions;
mod identify;
mod mandatory;
mod matching;
mod names;
#[rustfmt::skip]
#[allow(clippy::unreadable_literal, reason = "each bit is a category")]
mod tables;

pub use changes::{Change, changes};
pub use data::{Calculation, Check, Entry, MandatoryIndicator};
pub use definitions::Definitions;
pub use identify::identify;
pub(crate) use identify::{in_other_year, nearly, of_heading, task_field, task_field_names};
pub use mandatory::{MandatoryIndicators, mandatory_indicators};
pub(crate) use matching::Names;
pub use names::{List, Part, Tier};

//! [`Language`]: in which language people are spoken to.

use crate::coded::coded;

coded! {
    /// In which language people are spoken to (Dutch: *taal*). Its code is that of ISO 639.
    ///
    /// ```
    /// use beleid::{Language, Rule};
    ///
    /// assert!(Rule::NoTarget.help(Language::Dutch).starts_with("Deze indicator"));
    /// assert_eq!(Language::default(), Language::English);
    /// assert_eq!("nl".parse(), Ok(Language::Dutch));
    /// ```
    #[doc(alias = "taal")]
    #[derive(Default)]
    #[non_exhaustive]
    Language, "language" {
        /// Dutch (*Nederlands*).
        #[doc(alias = "Nederlands")]
        Dutch = "nl", en "Dutch", nl "Nederlands";
        /// English (*Engels*).
        #[default]
        #[doc(alias = "Engels")]
        English = "en", en "English", nl "Engels";
    }
}

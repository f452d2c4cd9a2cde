//! [`Id`]: what one part of a document is called by the others.

use crate::leaves::text::{TOKEN, text_leaf};

text_leaf! {
    /// What one part of a document is called by the other parts (Dutch: *sleutel*).
    ///
    /// It is to be unique within its document, which nothing checks yet, and means nothing: it
    /// is no identity across editions. It is not empty and has no white space or control characters.
    ///
    /// ```
    /// use beleid::Id;
    ///
    /// assert_eq!(Id::new("2.3.4-g1")?.as_str(), "2.3.4-g1");
    /// assert!(Id::new("").is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "sleutel")]
    Id, "id", TOKEN
}

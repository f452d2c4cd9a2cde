//! [`Id`]: the identifier of a part of a document, for references within that document.

use crate::leaves::text::{TOKEN, text_leaf};

text_leaf! {
    /// The identifier of a part of a document, by which other parts refer to it (Dutch: *sleutel*).
    ///
    /// It should be unique within its document, but this is not checked. It has no meaning outside
    /// the document: the same indicator may have another id in the next edition. It is not empty
    /// and contains no white space or control characters.
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

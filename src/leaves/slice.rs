//! [`Slice`]: the part of an indicator's population that a figure is about.

use crate::leaves::text::{PHRASE, text_leaf};

text_leaf! {
    /// The part of an indicator's population that a figure is about (Dutch: *uitsplitsing*):
    /// a group, an area, or the body with which is compared.
    ///
    /// `1% (woningen) en 5,5% (niet woningen)` has two slices. A figure without a slice is
    /// about the whole.
    ///
    /// ```
    /// use beleid::Slice;
    ///
    /// assert_eq!(Slice::new("niet woningen")?.to_string(), "niet woningen");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "uitsplitsing")]
    Slice, "slice", PHRASE
}

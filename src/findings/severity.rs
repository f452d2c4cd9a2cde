//! [`Severity`]: how severe a finding is.

use crate::coded::coded;

coded! {
    /// How severe a finding is (Dutch: *ernst*), in increasing order.
    ///
    /// ```
    /// use beleid::Severity;
    ///
    /// assert!(Severity::Advice < Severity::Warning && Severity::Warning < Severity::Error);
    /// assert_eq!(Severity::Warning.to_string(), "warning");
    /// ```
    #[doc(alias = "ernst")]
    Severity, "severity" {
        /// Good to know (*advies*).
        #[doc(alias = "advies")]
        Advice = "advice", en "advice", nl "advies";
        /// Something may be wrong, or could not be decided (*waarschuwing*).
        #[doc(alias = "waarschuwing")]
        Warning = "warning", en "warning", nl "waarschuwing";
        /// Something is wrong (*fout*).
        #[doc(alias = "fout")]
        Error = "error", en "error", nl "fout";
    }
}

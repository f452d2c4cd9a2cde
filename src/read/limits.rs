//! [`Limits`]: how much of a source is read.

/// How much of a source is read at most (Dutch: *grenzen*). Whatever exceeds a limit is reported as
/// a finding of [`Rule::LimitReached`](crate::Rule::LimitReached); nothing is dropped silently.
///
/// Ordinary documents stay far below the defaults. The limits protect against sources that are
/// malicious or broken, such as a few bytes that claim to be a million columns. The depth of fields
/// has a fixed limit, [`PolicyField::MAX_DEPTH`](crate::PolicyField::MAX_DEPTH).
///
/// ```
/// use beleid::{Limits, Reader};
///
/// let mut limits = Limits::default();
/// limits.columns = 40;
/// let reader = Reader::new().with_limits(limits);
/// # assert!(reader.read("").budget.fields.is_empty());
/// ```
#[doc(alias = "grenzen")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Limits {
    /// The size of a source in bytes; 1 GiB by default. A larger source is not read at all, since
    /// half a document can mean something else than the whole.
    pub bytes: usize,
    /// The size of an unpacked workbook in bytes; 256 MiB by default. A larger workbook is not read
    /// at all.
    pub unpacked: usize,
    /// The number of columns of a table; 1,000 by default. Cells in further columns are left out.
    pub columns: usize,
    /// The number of extra places in tables that merged cells (`colspan`, `rowspan`) may fill, over
    /// the whole source; 250,000 by default. After that each merged cell fills one place.
    pub repeats: usize,
    /// The number of places without a cell (rows × columns, less the places that cells fill) in the
    /// tables of a source; 1,000,000 by default. They take no memory of their own, but one long row
    /// makes all others as wide, and each place has to be looked at. Further rows are left out.
    pub blanks: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MEBIBYTE: usize = 1 << 20;
        Limits {
            bytes: 1024 * MEBIBYTE,
            unpacked: 256 * MEBIBYTE,
            columns: 1000,
            repeats: 250_000,
            blanks: 1_000_000,
        }
    }
}

//! [`Limits`]: how much of a source is read.

/// How much of a source is read (Dutch: *grenzen*). What lies beyond is told by a finding
/// ([`Rule::LimitReached`](crate::Rule::LimitReached)); nothing is cut in silence.
///
/// A document that somebody made by hand comes nowhere near the defaults. They are there for one
/// that was made to do harm, or by a tool gone wrong: a few bytes that say they are a million
/// columns. Fields lie at most [`PolicyField::MAX_DEPTH`](crate::PolicyField::MAX_DEPTH) deep,
/// which is no setting.
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
    /// The bytes of a source: 1 GiB. A longer one is not read at all, since a part of a document
    /// may well say the opposite of the whole.
    pub bytes: usize,
    /// The bytes that the parts of a workbook come to once they are unpacked: 256 MiB. One that
    /// comes to more is not read at all.
    pub unpacked: usize,
    /// The columns of a table: 1,000.
    pub columns: usize,
    /// How many places in the tables of a source are filled by cells that reach over several
    /// columns or rows: 250,000. Beyond that each such cell is taken to fill one place.
    pub repeats: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MEBIBYTE: usize = 1 << 20;
        Limits { bytes: 1024 * MEBIBYTE, unpacked: 256 * MEBIBYTE, columns: 1000, repeats: 250_000 }
    }
}

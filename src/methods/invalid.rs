//! [`InvalidMethod`]: what is wrong with the data of a method.

/// What is wrong with bands, pieces or a method that were built or read (Dutch: *ongeldige methode*).
///
/// ```
/// use beleid::methods::Pieces;
///
/// let error = Pieces::new(vec![(1.0, 0.0), (0.0, 1.0)]).unwrap_err();
/// assert_eq!(error.to_string(), "pieces must run from low to high: 0 follows 1");
/// ```
#[doc(alias = "ongeldige methode")]
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidMethod {
    /// There is no band.
    #[error("there are no bands")]
    NoBands,
    /// There are more bands than can be counted.
    #[error("there are more bands than can be told apart (65535)")]
    TooManyBands,
    /// A cut or a piece is NaN or infinite.
    #[error("a cut or a piece is not a finite number")]
    NotFinite,
    /// A band has no code.
    #[error("a band has no code")]
    NoCode,
    /// Two bands have one code.
    #[error("two bands have the code {0:?}")]
    SameCode(String),
    /// A band ends in front of its beginning, or holds no number.
    #[error("band {0:?} holds no number")]
    EmptyBand(String),
    /// Some numbers lie in no band.
    #[error("no band holds {0}")]
    Gap(String),
    /// Some numbers lie in two bands.
    #[error("bands {0:?} and {1:?} both hold {2}")]
    Overlap(String, String, String),
    /// A band says twice where it begins or ends.
    #[error("band {0:?} says twice where it {1}")]
    TwoEnds(String, &'static str),
    /// More than one band is neutral.
    #[error("more than one band is neutral")]
    TwoNeutral,
    /// There are fewer than two pieces of a score.
    #[error("a score needs two points or more")]
    TooFewPieces,
    /// The points of a score don't run from low to high.
    #[error("pieces must run from low to high: {1} follows {0}")]
    Unordered(f64, f64),
    /// A method has neither a rule for indicators with a target nor one for those without.
    #[error("a method needs a rule")]
    NoRule,
    /// A rule for indicators without a target computes something with one.
    #[error("a rule without a target can't compute what needs one")]
    NeedsTarget,
    /// A method has no name.
    #[error("a method needs a name")]
    NoName,
}

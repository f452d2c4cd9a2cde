//! [`InvalidMethod`]: the error of a method, its bands or its score that are not valid.

/// Why bands, the points of a score or a method are not valid (Dutch: *ongeldige methode*).
///
/// ```
/// use beleid::methods::Pieces;
///
/// let error = Pieces::new(vec![(1.0, 0.0), (0.0, 1.0)]).unwrap_err();
/// assert_eq!(error.to_string(), "the points of a score must be in ascending order: 0 follows 1");
/// ```
#[doc(alias = "ongeldige methode")]
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidMethod {
    /// There are no bands.
    #[error("there are no bands")]
    NoBands,
    /// There are more than 65,535 bands.
    #[error("there are more than 65535 bands")]
    TooManyBands,
    /// A cut or a point of a score is NaN or infinite.
    #[error("a cut of the bands or a point of the score is not a finite number")]
    NotFinite,
    /// The code of a band is empty.
    #[error("a band has no code")]
    NoCode,
    /// Two bands have the same code.
    #[error("two bands have the code {0:?}")]
    SameCode(String),
    /// A band ends before it begins, or contains no number.
    #[error("band {0:?} contains no number")]
    EmptyBand(String),
    /// Some numbers are in no band.
    #[error("no band contains {0}")]
    Gap(String),
    /// Some numbers are in two bands.
    #[error("bands {0:?} and {1:?} both contain {2}")]
    Overlap(String, String, String),
    /// A band has two beginnings or two ends.
    #[error("band {0:?} states twice where it {1}")]
    TwoEnds(String, &'static str),
    /// More than one band is neutral.
    #[error("more than one band is neutral")]
    TwoNeutral,
    /// A score has fewer than two points.
    #[error("a score needs two points or more")]
    TooFewPieces,
    /// The points of a score are not in ascending order.
    #[error("the points of a score must be in ascending order: {1} follows {0}")]
    Unordered(f64, f64),
    /// A method has no step for indicators with a target, and none for those without.
    #[error("a method needs a step with a target or one without")]
    NoRule,
    /// The step for indicators without a target has a formula that needs a target.
    #[error("the step without a target has a formula that needs a target")]
    NeedsTarget,
    /// The name of a method is empty.
    #[error("a method needs a name")]
    NoName,
}

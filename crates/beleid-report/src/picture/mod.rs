//! Pictures of an indicator, as SVG: how its figures run through the years, and how a result stands
//! to its target.
//!
//! ```text
//! Course, Standing ──▶ Scale ──▶ shapes ──▶ text of SVG
//! (what is drawn)     (scale)   (course, standing)   (svg)
//! ```
//!
//! No picture lies: a bar begins at zero, and zero is in view; a target `> 15` is an area from 15 on
//! that ends in an arrow; what is missing is a cross and never a zero; what isn't certain is hollow;
//! what can't stand on the scale is not drawn, and the description says so.

use std::ops::Bound;

use beleid::Bounds;

pub(crate) mod course;
pub(crate) mod scale;
pub(crate) mod standing;
pub(crate) mod svg;

/// The colours and strokes of all pictures, by class.
pub(crate) const CSS: &str = include_str!("../picture.css");

/// A set of numbers on a scale. An end that is `None` is open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    pub(crate) low: Option<End>,
    pub(crate) high: Option<End>,
}

/// Where a set of numbers ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct End {
    pub(crate) at: f64,
    /// Whether the number itself belongs to the set.
    pub(crate) is_included: bool,
}

impl Extent {
    /// The set as floating-point numbers. `None` if it has no end at all, or one that is too large to
    /// draw.
    pub(crate) fn of(bounds: Bounds) -> Option<Self> {
        let end = |bound: Bound<beleid::Number>| match bound {
            Bound::Included(number) => Some(End { at: number.to_f64(), is_included: true }),
            Bound::Excluded(number) => Some(End { at: number.to_f64(), is_included: false }),
            Bound::Unbounded => None,
        };
        let extent = Extent { low: end(bounds.low()), high: end(bounds.high()) };
        let mut ends = extent.ends().peekable();
        (ends.peek().is_some() && ends.all(f64::is_finite)).then_some(extent)
    }

    /// The one number of the set. `None` if it has several.
    pub(crate) fn exact(self) -> Option<f64> {
        let (low, high) = (self.low?, self.high?);
        (low.at.total_cmp(&high.at).is_eq()).then_some(low.at)
    }

    /// Its ends, where it has them.
    pub(crate) fn ends(self) -> impl Iterator<Item = f64> {
        [self.low, self.high].into_iter().flatten().map(|end| end.at)
    }
}

/// What a figure is in a picture, which decides on its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A result: a disc.
    Result,
    /// What is aimed at or planned: a bar, a band or an open area.
    Target,
    /// Anything else: a diamond.
    Other,
}

/// A figure in a picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    pub(crate) kind: Kind,
    /// `None` if it is missing.
    pub(crate) extent: Option<Extent>,
    /// Its value in words, without the unit.
    pub(crate) text: String,
    /// Whether it isn't certain or is expected: it is drawn hollow.
    pub(crate) is_hollow: bool,
    /// Whether the series is broken in front of it, so that no line leads to it.
    pub(crate) begins_anew: bool,
}

//! [`Standing`]: how a result stands to its target, as a bar with what is aimed at.

use super::Extent;
use super::scale::Scale;
use super::svg::{Anchor, Drawing, width_of};

/// What a picture of a result and its target shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Standing {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) target: Extent,
    /// The target in words: *Target ≥ 75 %*.
    pub(crate) target_text: String,
    pub(crate) result: Extent,
    /// The result in words: *Measured 78 %*.
    pub(crate) result_text: String,
    /// Whether the result isn't certain, or is of an earlier period.
    pub(crate) is_hollow: bool,
}

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 74.0;
/// Where the scale begins and ends; open ends go on to the edge.
const LEFT: f64 = 16.0;
const RIGHT: f64 = 316.0;
const EDGE: f64 = 8.0;
const BAR: (f64, f64) = (26.0, 42.0);
const BAND: (f64, f64) = (20.0, 48.0);
const AXIS: f64 = 51.0;

impl Standing {
    /// Draws it. `None` if a number is too large.
    pub(crate) fn draw(&self, id: &str) -> Option<Drawing> {
        let numbers = || self.target.ends().chain(self.result.ends());
        let (low, high) =
            numbers().fold((0.0_f64, 0.0_f64), |(low, high), each| (low.min(each), high.max(each)));
        // Some room at the ends shows that the scale goes on.
        let room = (high - low) * 0.12;
        let low = if low < 0.0 { low - room } else { low };
        let high = if high > 0.0 { high + room } else { high };
        let scale = Scale::from_zero([low, high], LEFT, RIGHT)?;
        let mut drawing = Drawing::new(id, &self.title, &self.description, WIDTH, HEIGHT);
        self.draw_target(&mut drawing, &scale);
        self.draw_result(&mut drawing, &scale);
        self.draw_edges(&mut drawing, &scale);

        let zero = scale.place(0.0);
        drawing.line("axis", (EDGE, AXIS), (WIDTH - EDGE, AXIS));
        drawing.line("axis", (zero, BAND.0), (zero, AXIS + 3.0));
        drawing.label("soft", (zero, AXIS + 15.0), Anchor::Middle, "0");

        let place = |extent: Extent| {
            let (low, high) = scale.places(extent);
            low.or(high).unwrap_or(zero)
        };
        drawing.label("of-target", (place(self.target), 13.0), Anchor::Middle, &self.target_text);
        // The label of the result keeps clear of that of zero.
        let half = width_of(&self.result_text) / 2.0;
        let end = scale.places(self.result);
        let end = end.1.or(end.0).unwrap_or(zero);
        let at =
            if end >= zero { end.max(zero + half + 10.0) } else { end.min(zero - half - 10.0) };
        let at = at.min(WIDTH - half).max(half);
        drawing.label("of-result", (at, AXIS + 15.0), Anchor::Middle, &self.result_text);
        Some(drawing)
    }

    /// What is aimed at: a striped area, which ends in an arrow where it is open.
    fn draw_target(&self, drawing: &mut Drawing, scale: &Scale) {
        if self.target.exact().is_some() {
            return;
        }
        let (low, high) = scale.places(self.target);
        let left = low.unwrap_or(EDGE + 4.0);
        let right = high.unwrap_or(WIDTH - EDGE - 4.0);
        drawing.striped("band", (left, BAND.0), (right, BAND.1));
        let middle = f64::midpoint(BAND.0, BAND.1);
        if low.is_none() {
            drawing.arrow("target head", (EDGE - 3.0, middle), (-1.0, 0.0));
        }
        if high.is_none() {
            drawing.arrow("target head", (WIDTH - EDGE + 3.0, middle), (1.0, 0.0));
        }
    }

    /// The ends of the target, over the bar.
    fn draw_edges(&self, drawing: &mut Drawing, scale: &Scale) {
        for end in [self.target.low, self.target.high].into_iter().flatten() {
            let class = if end.is_included { "target" } else { "target left-out" };
            let x = scale.place(end.at);
            drawing.line(class, (x, BAND.0 - 3.0), (x, BAND.1 + 1.0));
        }
    }

    /// The result: a bar from zero. Where it may be several numbers, the bar goes to the nearest of
    /// them, and on from there it is hollow.
    fn draw_result(&self, drawing: &mut Drawing, scale: &Scale) {
        let zero = scale.place(0.0);
        let class = if self.is_hollow { "result bar hollow" } else { "result bar" };
        if let Some(exact) = self.result.exact() {
            drawing.area(class, (zero, BAR.0), (scale.place(exact), BAR.1));
            return;
        }
        let (low, high) = scale.places(self.result);
        let (left, right) = (low.unwrap_or(EDGE + 4.0), high.unwrap_or(WIDTH - EDGE - 4.0));
        drawing.area("result bar hollow", (left, BAR.0), (right, BAR.1));
        // What it certainly is: as far as the end that is next to zero.
        let certain = if left > zero { Some(left) } else { (right < zero).then_some(right) };
        if let Some(certain) = certain {
            drawing.area(class, (zero, BAR.0), (certain, BAR.1));
        }
        let middle = f64::midpoint(BAR.0, BAR.1);
        if low.is_none() {
            drawing.arrow("result", (EDGE - 3.0, middle), (-1.0, 0.0));
        }
        if high.is_none() {
            drawing.arrow("result", (WIDTH - EDGE + 3.0, middle), (1.0, 0.0));
        }
    }
}

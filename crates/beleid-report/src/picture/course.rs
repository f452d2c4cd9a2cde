//! [`Course`]: how the figures of an indicator run through the years.

use super::scale::Scale;
use super::svg::{Anchor, Drawing, width_of};
use super::{Extent, Kind, Mark};

/// What a picture of the course shows: a place for each period, in order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Course {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) slots: Vec<Slot>,
    /// The lowest and the highest number, as they are written.
    pub(crate) ends: (String, String),
}

/// A period in the picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slot {
    pub(crate) label: String,
    /// Whether it comes right after the one in front of it, and is as long.
    pub(crate) follows: bool,
    pub(crate) marks: Vec<Mark>,
}

/// The places of the lines in the picture, from the top.
const TOP: f64 = 30.0;
const BOTTOM: f64 = 100.0;
/// How far open ends go beyond the scale.
const BEYOND: f64 = 14.0;
/// The line on which crosses stand for what is missing.
const MISSING: f64 = 127.0;
const LABELS: f64 = 148.0;
const HEIGHT: f64 = 153.0;
/// How wide all periods are together, at least where there are few and at most where there are many.
const WIDTH: f64 = 400.0;
const MIN_SLOT: f64 = 44.0;
const MAX_SLOT: f64 = 92.0;
const RADIUS: f64 = 4.0;

impl Course {
    /// The numbers that the scale must hold.
    fn numbers(&self) -> impl Iterator<Item = f64> {
        let marks = self.slots.iter().flat_map(|slot| &slot.marks);
        marks.filter_map(|mark| mark.extent).flat_map(Extent::ends)
    }

    /// Draws it. `None` if there is no number, or one that is too large.
    pub(crate) fn draw(&self, id: &str) -> Option<Drawing> {
        let scale = Scale::of(self.numbers(), BOTTOM, TOP)?;
        let count = f64::from(u32::try_from(self.slots.len()).ok()?);
        let slot = (WIDTH / count).clamp(MIN_SLOT, MAX_SLOT);
        let (low, high) = (&self.ends.0, &self.ends.1);
        let gutter = width_of(low).max(width_of(high)) + 8.0;
        let width = gutter + slot * count;
        let mut drawing = Drawing::new(id, &self.title, &self.description, width, HEIGHT);

        // The scale, with both of its ends.
        for (place, text) in [(TOP, high), (BOTTOM, low)] {
            drawing.line("grid", (gutter, place), (width, place));
            drawing.label("soft", (gutter - 6.0, place + 4.0), Anchor::End, text);
            if low == high {
                break;
            }
        }
        drawing.line("axis", (gutter, BOTTOM + BEYOND + 1.0), (width, BOTTOM + BEYOND + 1.0));

        let mut x = gutter + slot / 2.0;
        let mut before: Option<(f64, f64)> = None;
        for each in &self.slots {
            drawing.label("soft", (x, LABELS), Anchor::Middle, &each.label);
            let result = each.result();
            let at = result.and_then(|mark| Some((x, scale.place(mark.extent?.exact()?))));
            let is_broken = !each.follows || result.is_some_and(|mark| mark.begins_anew);
            if let (Some(from), Some(to), false) = (before, at, is_broken) {
                drawing.line("course", from, to);
            }
            before = at;
            x += slot;
        }
        let mut x = gutter + slot / 2.0;
        for each in &self.slots {
            // What is aimed at lies below the results.
            for mark in each.marks.iter().filter(|mark| mark.kind == Kind::Target) {
                target(&mut drawing, &scale, mark, x, slot);
            }
            for mark in each.marks.iter().filter(|mark| mark.kind != Kind::Target) {
                point(&mut drawing, &scale, mark, x);
            }
            if each.marks.iter().any(|mark| mark.kind != Kind::Target && mark.extent.is_none()) {
                drawing.line("missing", (x - 4.0, MISSING - 4.0), (x + 4.0, MISSING + 4.0));
                drawing.line("missing", (x - 4.0, MISSING + 4.0), (x + 4.0, MISSING - 4.0));
            }
            each.labels(&mut drawing, &scale, x, slot);
            x += slot;
        }
        Some(drawing)
    }
}

impl Slot {
    /// The only result. `None` if there is none, or if there are several.
    fn result(&self) -> Option<&Mark> {
        let mut results = self.marks.iter().filter(|mark| mark.kind == Kind::Result);
        results.next().filter(|_| results.next().is_none())
    }

    /// The values in words, above and below what is drawn: one of each at most, so that none stands
    /// on another.
    fn labels(&self, drawing: &mut Drawing, scale: &Scale, x: f64, slot: f64) {
        let drawn = |mark: &&Mark| mark.extent.is_some();
        let mut of = self.marks.iter().filter(drawn);
        let (Some(first), second, None) = (of.next(), of.next(), of.next()) else { return };
        let middle = |mark: &Mark| {
            let (low, high) = mark.extent.map_or((None, None), |extent| scale.places(extent));
            (low.or(high).unwrap_or(BOTTOM), high.or(low).unwrap_or(TOP))
        };
        let mut label = |mark: &Mark, is_above: bool| {
            let (low, high) = middle(mark);
            let is_open_above = mark.extent.is_some_and(|extent| extent.high.is_none());
            let is_open_below = mark.extent.is_some_and(|extent| extent.low.is_none());
            let y = match (is_above, is_open_above, is_open_below) {
                (true, true, _) => TOP - BEYOND - 5.0,
                (true, false, _) => high - 9.0,
                (false, _, true) => BOTTOM + BEYOND - 1.0,
                (false, ..) => low + 17.0,
            };
            let class = match mark.kind {
                Kind::Result => "of-result",
                Kind::Target => "of-target",
                Kind::Other => "of-other",
            };
            if width_of(&mark.text) <= slot + 4.0 {
                drawing.label(class, (x, y.clamp(10.0, BOTTOM + BEYOND - 2.0)), Anchor::Middle, &mark.text);
            }
        };
        let Some(second) = second else {
            let is_open_below = first.extent.is_some_and(|extent| extent.low.is_none());
            label(first, !is_open_below);
            return;
        };
        // An open end has its label where it begins, so that the other one has room.
        let edge = |mark: &Mark| middle(mark).1;
        let is_first_above = match (first.extent, second.extent) {
            (_, Some(extent)) if extent.high.is_none() => edge(first) < middle(second).0,
            _ => edge(first) <= edge(second),
        };
        label(first, is_first_above);
        label(second, !is_first_above);
    }
}

/// Draws what is aimed at: a line, a band, or an area that ends in an arrow.
fn target(drawing: &mut Drawing, scale: &Scale, mark: &Mark, x: f64, slot: f64) {
    let Some(extent) = mark.extent else { return };
    let half = (slot * 0.32).min(20.0);
    let (left, right) = (x - half, x + half);
    let (low, high) = scale.places(extent);
    if extent.exact().is_none() {
        let bottom = low.unwrap_or(BOTTOM + BEYOND - 6.0);
        let top = high.unwrap_or(TOP - BEYOND + 6.0);
        drawing.striped("band", (left, bottom), (right, top));
    }
    if low.is_none() {
        drawing.arrow("target head", (x, BOTTOM + BEYOND), (0.0, 1.0));
    }
    if high.is_none() {
        drawing.arrow("target head", (x, TOP - BEYOND), (0.0, -1.0));
    }
    for (end, place) in [(extent.low, low), (extent.high, high)] {
        if let (Some(end), Some(y)) = (end, place) {
            let class = if end.is_included { "target" } else { "target left-out" };
            drawing.line(class, (left, y), (right, y));
        }
    }
}

/// Draws a result or another figure: a disc or a diamond, and where several numbers are possible a
/// line along these.
fn point(drawing: &mut Drawing, scale: &Scale, mark: &Mark, x: f64) {
    let Some(extent) = mark.extent else { return };
    let name = if mark.kind == Kind::Result { "result" } else { "other" };
    let is_hollow = mark.is_hollow || extent.exact().is_none();
    let class = if is_hollow { format!("{name} hollow") } else { name.to_owned() };
    let (low, high) = scale.places(extent);
    if extent.exact().is_none() {
        let bottom = low.unwrap_or(BOTTOM + BEYOND - 6.0);
        let top = high.unwrap_or(TOP - BEYOND + 6.0);
        drawing.line(name, (x, bottom), (x, top));
        if low.is_none() {
            drawing.arrow(name, (x, BOTTOM + BEYOND), (0.0, 1.0));
        }
        if high.is_none() {
            drawing.arrow(name, (x, TOP - BEYOND), (0.0, -1.0));
        }
    }
    let places = [low, high];
    let count = if extent.exact().is_some() { 1 } else { 2 };
    for y in places.into_iter().flatten().take(count) {
        if mark.kind == Kind::Result {
            drawing.disc(&class, (x, y), RADIUS);
        } else {
            let r = RADIUS + 1.0;
            drawing.polygon(&class, &[(x, y - r), (x + r, y), (x, y + r), (x - r, y)]);
        }
    }
}

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
    /// The lowest and the highest number of the scale, and how they are written.
    pub(crate) ends: [(f64, String); 2],
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
const MAX_SLOT: f64 = 96.0;
/// Room at the right for a label beside the last figure.
const RIGHT: f64 = 12.0;
/// Half of how wide a target is drawn.
const HALF_TARGET: f64 = 15.0;
const RADIUS: f64 = 4.0;

impl Course {
    /// The numbers that the scale must hold.
    fn numbers(&self) -> impl Iterator<Item = f64> {
        let marks = self.slots.iter().flat_map(|slot| &slot.marks);
        let numbers = marks.filter_map(|mark| mark.extent).flat_map(Extent::ends);
        numbers.chain(self.ends.iter().map(|(number, _)| *number))
    }

    /// Draws it. `None` if there is no number, or one that is too large.
    pub(crate) fn draw(&self, id: &str) -> Option<Drawing> {
        let scale = Scale::of(self.numbers(), BOTTOM, TOP)?;
        let count = f64::from(u32::try_from(self.slots.len()).ok()?);
        let slot = (WIDTH / count).clamp(MIN_SLOT, MAX_SLOT);
        let [(_, low), (_, high)] = &self.ends;
        let gutter = width_of(low).max(width_of(high)) + 8.0;
        let width = gutter + slot * count + RIGHT;
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

    /// The values in words: of a figure alone above it, of two so that neither stands on the other.
    fn labels(&self, drawing: &mut Drawing, scale: &Scale, x: f64, slot: f64) {
        let mut drawn = self.marks.iter().filter_map(|mark| Some((mark, mark.extent?)));
        let (Some(first), second, None) = (drawn.next(), drawn.next(), drawn.next()) else {
            return;
        };
        let Some(second) = second else {
            // An open end below is where a label would stand on its arrow.
            let side = if first.1.high.is_some() { Side::Above } else { Side::Below };
            return label(drawing, scale, first, side, (x, slot));
        };
        let is_area =
            |(mark, extent): (&Mark, Extent)| mark.kind == Kind::Target && extent.exact().is_none();
        // What is open to one side is named at its end; the figure in or beside it to the right.
        let area_side = |extent: Extent| {
            if extent.low.is_none() { Side::Above } else { Side::Below }
        };
        let sides = if is_area(first) {
            (area_side(first.1), Side::Right)
        } else if is_area(second) {
            (Side::Right, area_side(second.1))
        } else {
            let top = |extent: Extent| scale.places(extent).1.unwrap_or(TOP);
            if top(first.1) <= top(second.1) {
                (Side::Above, Side::Below)
            } else {
                (Side::Below, Side::Above)
            }
        };
        let sides =
            (kept_clear(scale, first, second, sides.0), kept_clear(scale, second, first, sides.1));
        label(drawing, scale, first, sides.0, (x, slot));
        label(drawing, scale, second, sides.1, (x, slot));
    }
}

/// On which side of a figure its label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    Left,
    Right,
}

/// The side of the label of an area; the left where it would stand on the other figure.
fn kept_clear(
    scale: &Scale,
    (mark, extent): (&Mark, Extent),
    (_, other): (&Mark, Extent),
    side: Side,
) -> Side {
    /// How near a figure may come to the middle of a label.
    const CLEAR: f64 = 13.0;
    if mark.kind != Kind::Target || extent.exact().is_some() {
        return side;
    }
    let (low, high) = scale.places(extent);
    let middle = match side {
        Side::Above => high.or(low).map(|place| place - 13.0),
        Side::Below => low.or(high).map(|place| place + 13.0),
        Side::Left | Side::Right => None,
    };
    let (low, high) = scale.places(other);
    let is_near = |place: f64| middle.is_some_and(|middle| (middle - place).abs() < CLEAR);
    if low.into_iter().chain(high).any(is_near) { Side::Left } else { side }
}

/// Writes the value of a figure beside it, if there is room.
fn label(
    drawing: &mut Drawing,
    scale: &Scale,
    (mark, extent): (&Mark, Extent),
    side: Side,
    (x, slot): (f64, f64),
) {
    let class = match mark.kind {
        Kind::Result => "of-result",
        Kind::Target => "of-target",
        Kind::Other => "of-other",
    };
    let (low, high) = scale.places(extent);
    let low_place = low.or(high).unwrap_or(BOTTOM);
    let high_place = high.or(low).unwrap_or(TOP);
    let width = width_of(&mark.text);
    let beside = slot / 2.0 - HALF_TARGET + RIGHT / 2.0;
    let (x, y, anchor, room) = match side {
        Side::Above => (x, high_place - 9.0, Anchor::Middle, slot + 4.0),
        Side::Below => (x, low_place + 17.0, Anchor::Middle, slot + 4.0),
        Side::Left => {
            let edge = if extent.low.is_none() { high_place } else { low_place };
            (x - HALF_TARGET - 3.0, edge + 4.0, Anchor::End, beside)
        }
        Side::Right => (
            x + HALF_TARGET + 3.0,
            f64::midpoint(low_place, high_place) + 4.0,
            Anchor::Start,
            beside,
        ),
    };
    if width <= room {
        drawing.label(class, (x, y.clamp(11.0, BOTTOM + BEYOND - 2.0)), anchor, &mark.text);
    }
}

/// Draws what is aimed at: a line, a band, or an area that ends in an arrow.
fn target(drawing: &mut Drawing, scale: &Scale, mark: &Mark, x: f64, slot: f64) {
    let Some(extent) = mark.extent else { return };
    let half = (slot * 0.32).min(HALF_TARGET);
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

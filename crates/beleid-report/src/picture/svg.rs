//! [`Drawing`]: shapes as the text of SVG.

use std::fmt::Write as _;

use super::CSS;

/// How wide a letter of a label is, on average. Browsers measure better; this is for what fits.
const LETTER: f64 = 8.4;

/// A picture as it grows. All lengths are in pixels.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) width: f64,
    pub(crate) height: f64,
    id: String,
    title: String,
    description: String,
    shapes: String,
}

/// Where a text stands from its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Drawing {
    /// A picture without shapes. Its id must be the only one of its kind on the page.
    pub(crate) fn new(id: &str, title: &str, description: &str, width: f64, height: f64) -> Self {
        Drawing {
            width,
            height,
            id: id.to_owned(),
            title: title.to_owned(),
            description: description.to_owned(),
            shapes: String::new(),
        }
    }

    pub(crate) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let _ = write!(
            self.shapes,
            r#"<line class="{class}" x1="{}" y1="{}" x2="{}" y2="{}"/>"#,
            length(from.0),
            length(from.1),
            length(to.0),
            length(to.1)
        );
    }

    /// A rectangle between two corners.
    pub(crate) fn area(&mut self, class: &str, one: (f64, f64), other: (f64, f64)) {
        let _ = write!(
            self.shapes,
            r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{}"/>"#,
            length(one.0.min(other.0)),
            length(one.1.min(other.1)),
            length((one.0 - other.0).abs()),
            length((one.1 - other.1).abs())
        );
    }

    /// The same, filled with the stripes of what is aimed at.
    pub(crate) fn striped(&mut self, class: &str, one: (f64, f64), other: (f64, f64)) {
        let fill = format!("{class}\" fill=\"url(#{}-stripes)", self.id);
        self.area(&fill, one, other);
    }

    pub(crate) fn disc(&mut self, class: &str, at: (f64, f64), radius: f64) {
        let _ = write!(
            self.shapes,
            r#"<circle class="{class}" cx="{}" cy="{}" r="{}"/>"#,
            length(at.0),
            length(at.1),
            length(radius)
        );
    }

    /// A polygon by its corners.
    pub(crate) fn polygon(&mut self, class: &str, corners: &[(f64, f64)]) {
        let mut points = String::new();
        for (x, y) in corners {
            let _ = write!(points, "{},{} ", length(*x), length(*y));
        }
        let _ = write!(self.shapes, r#"<polygon class="{class}" points="{}"/>"#, points.trim_end());
    }

    /// A label. One that would leave the picture moves into it, as far as its width is known.
    pub(crate) fn label(&mut self, class: &str, at: (f64, f64), anchor: Anchor, text: &str) {
        let half = width_of(text) / 2.0;
        let (anchor, x) = match anchor {
            Anchor::Middle if at.0 - half < 0.0 => (Anchor::Start, 0.0),
            Anchor::Middle if at.0 + half > self.width => (Anchor::End, self.width),
            Anchor::Start if at.0 + 2.0 * half > self.width => (Anchor::End, self.width),
            anchor => (anchor, at.0),
        };
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let _ = write!(
            self.shapes,
            r#"<text class="{class}" x="{}" y="{}" text-anchor="{anchor}">{}</text>"#,
            length(x),
            length(at.1),
            escaped(text)
        );
    }

    /// An arrowhead at a place, which points left, right, up or down by the signs of `to`.
    pub(crate) fn arrow(&mut self, class: &str, at: (f64, f64), to: (f64, f64)) {
        const SIZE: f64 = 5.0;
        let side = (to.1 * SIZE * 0.8, to.0 * SIZE * 0.8);
        let foot = (at.0 - to.0 * SIZE, at.1 - to.1 * SIZE);
        let corners = [at, (foot.0 + side.0, foot.1 + side.1), (foot.0 - side.0, foot.1 - side.1)];
        self.polygon(class, &corners);
    }

    /// Another picture within this one, with its own title and description.
    pub(crate) fn inner(&mut self, other: &Drawing, at: (f64, f64)) {
        self.shapes.push_str(&other.element(&format!(
            r#" x="{}" y="{}""#,
            length(at.0),
            length(at.1)
        )));
    }

    /// The picture as an element of a page, which has the colours of the page.
    pub(crate) fn to_element(&self) -> String {
        self.element("")
    }

    fn element(&self, attributes: &str) -> String {
        self.text(attributes, "")
    }

    /// The picture as a file, with its own colours.
    pub(crate) fn to_file(&self) -> String {
        self.text(r#" xmlns="http://www.w3.org/2000/svg""#, CSS) + "\n"
    }

    fn text(&self, attributes: &str, css: &str) -> String {
        let Drawing { width, height, id, title, description, shapes } = self;
        let style = if css.is_empty() { String::new() } else { format!("<style>{css}</style>") };
        let stripes = if shapes.contains("-stripes)") {
            format!(
                r#"<defs><pattern id="{id}-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="stripe" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>"#
            )
        } else {
            String::new()
        };
        let (width, height) = (length(*width), length(*height));
        let (title, description) = (escaped(title), escaped(description));
        format!(
            r#"<svg{attributes} class="picture" role="img" aria-labelledby="{id}-title {id}-desc" viewBox="0 0 {width} {height}" width="{width}" height="{height}"><title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>{style}{stripes}{shapes}</svg>"#
        )
    }
}

/// About how wide a text is.
pub(crate) fn width_of(text: &str) -> f64 {
    // The longest text that is measured has some tens of signs.
    f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX)) * LETTER
}

/// A length with one decimal at most. What isn't finite has no place in a picture.
fn length(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    // Without a minus in front of 0.
    let rounded = if rounded.is_finite() && rounded != 0.0 { rounded } else { 0.0 };
    rounded.to_string()
}

/// A text with the signs escaped that SVG has a meaning for.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            sign => escaped.push(sign),
        }
    }
    escaped
}

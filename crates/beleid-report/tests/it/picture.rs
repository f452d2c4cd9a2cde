//! A file of SVG, taken apart.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A shape of a picture, with its place in the whole file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    pub(crate) name: String,
    pub(crate) class: String,
    /// The id of the picture that it is in.
    pub(crate) picture: String,
    /// The points that it has: its corners, its ends, or where it stands.
    pub(crate) points: Vec<(f64, f64)>,
}

fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let found = tag.attributes().map(|each| each.expect("attributes are well-formed"));
    let mut found = found.filter(|each| each.key.as_ref() == wanted);
    found.next().map(|each| each.value.into_owned())
}

fn number(tag: &BytesStart<'_>, wanted: &str) -> f64 {
    attribute(tag, wanted).map_or(0.0, |number| number.parse().expect("a number"))
}

/// The shapes of a file that is well-formed and has unique ids.
pub(crate) fn shapes(svg: &str) -> Vec<Shape> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut ids = HashSet::new();
    let mut wanted = Vec::new();
    let mut shapes = Vec::new();
    let mut pictures: Vec<(String, f64, f64)> = Vec::new();
    let mut is_pattern = false;
    loop {
        let event = reader.read_event().expect("the file is well-formed");
        let (tag, is_empty) = match &event {
            Event::Start(tag) => (tag, false),
            Event::Empty(tag) => (tag, true),
            Event::End(tag) => {
                match tag.name().as_ref() {
                    "svg" => drop(pictures.pop()),
                    "defs" => is_pattern = false,
                    _ => {}
                }
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let name = tag.name().as_ref().to_owned();
        assert!(
            [
                "svg", "title", "desc", "style", "defs", "pattern", "line", "rect", "circle",
                "polygon", "text"
            ]
            .contains(&&*name),
            "<{name}>"
        );
        if let Some(id) = attribute(tag, "id") {
            assert!(ids.insert(id.clone()), "the id {id} comes twice");
        }
        let (_, left, top) = pictures.last().cloned().unwrap_or_default();
        let at = |x: &str, y: &str| (left + number(tag, x), top + number(tag, y));
        let points = match &*name {
            "svg" => {
                assert_eq!(attribute(tag, "role").as_deref(), Some("img"));
                let labels = attribute(tag, "aria-labelledby").expect("a picture has a name");
                let id = labels.split("-title").next().unwrap_or_default().to_owned();
                wanted.extend(labels.split(' ').map(str::to_owned));
                let (x, y) = at("x", "y");
                let far = (x + number(tag, "width"), y + number(tag, "height"));
                assert!(!is_empty);
                pictures.push((id, x, y));
                vec![(x, y), far]
            }
            "defs" => {
                is_pattern = true;
                continue;
            }
            "line" if is_pattern => continue,
            "line" => vec![at("x1", "y1"), at("x2", "y2")],
            "rect" => {
                let (x, y) = at("x", "y");
                vec![(x, y), (x + number(tag, "width"), y + number(tag, "height"))]
            }
            "circle" => {
                let ((x, y), r) = (at("cx", "cy"), number(tag, "r"));
                vec![(x - r, y - r), (x + r, y + r)]
            }
            "polygon" => attribute(tag, "points")
                .unwrap()
                .split(' ')
                .map(|point| {
                    let (x, y) = point.split_once(',').unwrap();
                    (left + x.parse::<f64>().unwrap(), top + y.parse::<f64>().unwrap())
                })
                .collect(),
            "text" => vec![at("x", "y")],
            _ => continue,
        };
        let picture = pictures.last().map(|(id, ..)| id.clone()).unwrap_or_default();
        let class = attribute(tag, "class").unwrap_or_default();
        shapes.push(Shape { name, class, picture, points });
    }
    assert!(wanted.iter().all(|id| ids.contains(id)), "a picture without title or description");
    shapes
}

/// Checks that nothing of a file lies outside of it.
pub(crate) fn check(svg: &str) {
    let shapes = shapes(svg);
    let frame = shapes.first().expect("the file itself").points.clone();
    for shape in &shapes {
        for (x, y) in &shape.points {
            let is_inside =
                (frame[0].0..=frame[1].0).contains(x) && (frame[0].1..=frame[1].1).contains(y);
            assert!(is_inside, "{shape:?} is outside of {frame:?}");
        }
    }
}

//! The pictures of an indicator as a file of SVG.

use beleid::Language;

use crate::picture::svg::{Anchor, Drawing};
use crate::view::text::beginning;
use crate::view::{Indicator, sign};
use crate::words::Word;

const WIDTH: f64 = 640.0;
const MARGIN: f64 = 16.0;
/// How many letters of a heading, and of a line, have room beside each other.
const HEADING: usize = 60;
const LINE: usize = 70;

/// The name of an indicator, and each of its answers in words and pictures.
pub(crate) fn file(indicator: &Indicator, language: Language) -> String {
    let mut parts: Vec<(f64, Part)> = Vec::new();
    let mut y = 30.0;
    parts.push((y, Part::Text("heading", beginning(&indicator.name, HEADING))));
    y += 8.0;
    let mut said = Vec::new();
    for answer in &indicator.answers {
        y += 20.0;
        let slice = match answer.slice.as_str() {
            "" => String::new(),
            slice => format!("{slice} – "),
        };
        let verdict = format!("{slice}{} {}", sign(answer.outcome), answer.verdict);
        parts.push((y, Part::Text("strong", beginning(&verdict, LINE))));
        said.push(format!("{slice}{}.", answer.verdict));
        let facts = answer.facts.iter().map(|fact| format!("{}: {}.", fact.name, fact.text));
        said.extend(facts);
        let facts: Vec<String> = answer
            .facts
            .iter()
            .take(2)
            .map(|fact| format!("{}: {}", fact.name, fact.text))
            .collect();
        if !facts.is_empty() {
            y += 18.0;
            parts.push((y, Part::Text("soft", beginning(&facts.join(" · "), LINE))));
        }
        y += 12.0;
        let pictures = [
            answer.course.as_ref().and_then(|course| course.draw(&format!("{}-course", answer.id))),
            answer.standing.as_ref().and_then(|of| of.draw(&format!("{}-standing", answer.id))),
        ];
        for (picture, word) in pictures.into_iter().zip([Word::Course, Word::TargetAndResult]) {
            let Some(picture) = picture else { continue };
            y += 14.0;
            parts.push((y, Part::Text("soft", word.text(language).to_owned())));
            y += 6.0;
            let height = picture.height;
            parts.push((y, Part::Picture(picture)));
            y += height + 4.0;
        }
    }
    y += MARGIN;
    let widest = parts.iter().map(|(_, part)| match part {
        Part::Picture(picture) => picture.width + 2.0 * MARGIN,
        Part::Text(..) => WIDTH,
    });
    let width = widest.fold(WIDTH, f64::max);
    let description = said.join(" ");
    let mut drawing = Drawing::new(&indicator.anchor, &indicator.name, &description, width, y);
    drawing.area("paper", (0.0, 0.0), (width, y));
    for (y, part) in parts {
        match part {
            Part::Text(class, text) => drawing.label(class, (MARGIN, y), Anchor::Start, &text),
            Part::Picture(picture) => drawing.inner(&picture, (MARGIN, y)),
        }
    }
    drawing.to_file()
}

/// What stands in the file below each other.
enum Part {
    Text(&'static str, String),
    Picture(Drawing),
}

//! The colours of pages and pictures: every text can be read, in the light, in the dark and on paper.

const PAGE: &str = include_str!("../../src/page.css");
const PICTURE: &str = include_str!("../../src/picture.css");

/// The colours of each block that begins with a selector: light, dark, print.
fn palettes(css: &str, selector: &str) -> Vec<Vec<(String, [f64; 3])>> {
    css.split(&format!("{selector}{{"))
        .skip(1)
        .filter_map(|block| block.split_once('}'))
        .map(|(block, _)| {
            let block = block.replace('\n', "");
            let pairs = block.split(';').filter_map(|pair| {
                let (name, value) = pair.split_once(':')?;
                let hex = value.strip_prefix('#')?;
                let part = |at: usize| {
                    f64::from(u8::from_str_radix(hex.get(at..at + 2).unwrap(), 16).unwrap())
                };
                Some((name.strip_prefix("--")?.to_owned(), [part(0), part(2), part(4)]))
            });
            pairs.collect()
        })
        .filter(|palette: &Vec<_>| !palette.is_empty())
        .collect()
}

/// The relative luminance of WCAG 2.
fn luminance(colour: [f64; 3]) -> f64 {
    let part = |part: f64| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2])
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check(palette: &[(String, [f64; 3])], ink: &str, paper: &str, least: f64) {
    let colour = |name: &str| {
        let found = palette.iter().find(|(own, _)| own == name);
        found.unwrap_or_else(|| panic!("no colour {name}")).1
    };
    let contrast = contrast(colour(ink), colour(paper));
    assert!(contrast >= least, "{ink} on {paper}: {contrast:.2}");
}

#[test]
fn known_contrasts() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([119.0; 3], [255.0; 3]) - 4.48).abs() < 0.01);
}

#[test]
fn texts_of_pages() {
    let palettes = palettes(PAGE, ":root");
    assert_eq!(palettes.len(), 3);
    for palette in &palettes {
        for (ink, paper) in [
            ("ink", "paper"),
            ("ink", "raised"),
            ("soft", "paper"),
            ("soft", "raised"),
            ("link", "paper"),
            ("link", "raised"),
            ("met-ink", "met-paper"),
            ("missed-ink", "missed-paper"),
            ("undecided-ink", "undecided-paper"),
            ("not-applicable-ink", "not-applicable-paper"),
        ] {
            check(palette, ink, paper, 4.5);
        }
        check(palette, "edge", "paper", 3.0);
    }
}

#[test]
fn pictures() {
    let palettes = palettes(PICTURE, ".picture");
    assert_eq!(palettes.len(), 3);
    for palette in &palettes {
        for ink in ["ink", "soft", "result", "target", "other"] {
            check(palette, ink, "paper", 4.5);
        }
        check(palette, "grid", "paper", 3.0);
    }
}

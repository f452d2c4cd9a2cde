//! A corpus of budgets as text, generated, and the same on every machine.

use super::cells::NOTATIONS;

/// The contents of the budgets of a corpus.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Paragraphs, questions and bullets below their headings.
    Prose,
    /// Tables below their headings.
    Tables,
    /// Both.
    Mixed,
}

pub(crate) const FIELDS: usize = 15;
pub(crate) const ROWS: usize = 10;
/// How many indicators a budget with tables has.
pub(crate) const INDICATORS: usize = FIELDS * ROWS;

/// So many budgets.
pub(crate) fn budgets(kind: Kind, count: usize) -> Vec<String> {
    (0..count).map(|seed| budget(kind, seed as u64, FIELDS)).collect()
}

/// One budget with so many fields.
pub(crate) fn budget(kind: Kind, seed: u64, fields: usize) -> String {
    let mut writer = Writer { text: String::new(), dice: Dice(seed) };
    writer.block("Begroting 2017 gemeente Voorbeeld");
    for number in 0..fields {
        writer.field(kind, number);
    }
    writer.text
}

/// Numbers that look random and are not (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits >> 33) as usize) % most
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

const TOPICS: &[&str] = &[
    "Handelsrelaties",
    "Toerisme",
    "Schulddienstverlening",
    "Openbare ruimte",
    "Cultuurbereik",
    "Sport en bewegen",
    "Wonen en wijken",
    "Verkeersveiligheid",
    "Passend onderwijs",
    "Duurzame energie",
];
const SUBJECTS: &[&str] = &[
    "Aantal bezoekers van het museum",
    "Aantal (handels)projecten met het buitenland",
    "Percentage tevreden ondernemers",
    "% inwoners dat zich veilig voelt",
    "Leegstand winkelvloer",
    "Gemiddelde wachttijd",
    "Aantal meldingen per 1.000 inwoners",
    "Positie op de ranglijst van steden",
    "Klanttevredenheid",
    "Aantal overnachtingen*",
    "Bezettingsgraad parkeergarages",
    "Aandeel duurzaam opgewekte energie",
];
const QUALIFIERS: &[&str] = &[
    "in de binnenstad",
    "per jaar",
    "in de hele gemeente",
    "onder jongeren",
    "(inclusief dorpen)",
    "overdag",
];
const SENTENCES: &[&str] = &[
    "De gemeente wil dat ondernemers uit de stad gemakkelijker zaken doen over de grens.",
    "Daarvoor onderhoudt zij contacten met partnersteden en haalt zij bedrijven naar het noorden.",
    "Een streepje betekent dat er geen gegevens zijn, of dat er maar eens in de twee jaar gemeten wordt.",
    "In 2016 is het aantal meldingen met 12% gedaald, vooral in de wijken rond het centrum.",
    "Wij werken hierin samen met de regio, de scholen en de woningcorporaties.",
    "Het nieuwe beleid krijgt vorm in deelprogramma 2.1: Groningen kennisstad.",
    "Om deze doelen te halen is een bedrag van € 1,2 miljoen beschikbaar tot en met 2020.",
    "Bewoners denken mee over de inrichting van hun straat; dat bevalt goed.",
];
const ITEMS: &[&str] = &[
    "Projecten en contacten met Noord-Duitsland en China voortzetten",
    "Samen met bedrijven en scholen internationale projecten uitvoeren",
    "De wachtlijst voor jongeren terugbrengen tot vier weken",
    "Fietspaden langs de ring vernieuwen",
];

struct Writer {
    text: String,
    dice: Dice,
}

impl Writer {
    /// Writes a line and a blank one, as pages do that were copied off a site.
    fn block(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push_str("\n\n");
    }

    fn field(&mut self, kind: Kind, number: usize) {
        let topic = self.dice.pick(TOPICS);
        // Two parts from 1.1 on, ten fields a programme.
        let heading = format!("{}.{} {topic} bevorderen", number / 10 + 1, number % 10 + 1);
        self.block(&heading);
        if kind != Kind::Tables {
            self.paragraphs(2);
        }
        if kind != Kind::Prose {
            self.table();
        }
        if kind != Kind::Tables {
            self.block("Hoe staan we ervoor?");
            self.paragraphs(3);
            self.block("Wat willen we bereiken in 2017?");
            self.paragraphs(1);
            self.block("Wat gaan we hiervoor doen?");
            for _ in 0..4 {
                let item = self.dice.pick(ITEMS);
                self.text.push_str("  • ");
                self.text.push_str(item);
                self.text.push_str(";\n");
            }
            self.text.push('\n');
        }
    }

    fn paragraphs(&mut self, count: usize) {
        for _ in 0..count {
            for _ in 0..3 + self.dice.below(3) {
                let sentence = self.dice.pick(SENTENCES);
                self.text.push_str(sentence);
                self.text.push(' ');
            }
            self.text.push_str("\n\n");
        }
    }

    fn table(&mut self) {
        self.block("Prestatie-indicatoren");
        self.text.push_str(
            "Behaald\n 2014\n\nBehaald\n 2015\n\nBegroting\n\n 2016\n\nBeoogd\n 2017\n\n",
        );
        for _ in 0..ROWS {
            let (subject, qualifier) = (self.dice.pick(SUBJECTS), self.dice.pick(QUALIFIERS));
            self.block(&format!("{subject} {qualifier}"));
            self.row();
        }
        self.block("* Gemeten onder huishoudens met een eigen woning.");
    }

    /// Three cells of one notation, as rows have them, and one of any.
    fn row(&mut self) {
        let own = self.notation();
        let other = self.dice.below(4);
        for column in 0..4 {
            let notation = if column == other { self.notation() } else { own };
            let cell = self.dice.pick(NOTATIONS[notation].cells);
            self.block(cell);
        }
    }

    /// A notation, as often as it is common.
    fn notation(&mut self) -> usize {
        let mut left = self.dice.below(NOTATIONS.iter().map(|notation| notation.share).sum());
        for (index, notation) in NOTATIONS.iter().enumerate() {
            if left < notation.share {
                return index;
            }
            left -= notation.share;
        }
        0
    }
}

//! What a method is, in words: for people who choose one, or wrote one.

use std::fmt::Write as _;

use super::explain::numbers;
use super::{Band, Baseline, Formula, Method, Side, Step, Verdict};
use crate::language::Language;

impl Method {
    /// What the method does, in words (Dutch: *beschrijving*): the baseline, each formula with its bands, the fixed
    /// answers, and what it needs. It ends with a new line, and so does each of its lines.
    ///
    /// ```
    /// use beleid::Language;
    /// use beleid::methods::presets::municipal;
    ///
    /// let text = municipal::method().describe(Language::English);
    /// assert!(text.contains("  nearly on track (nearly): from 5 % up to 20 %\n"));
    /// assert!(text.contains("It needs:"));
    /// ```
    #[doc(alias = "beschrijving")]
    pub fn describe(&self, language: Language) -> String {
        let words = Words { language };
        let mut text = String::new();
        let mut line = |line: String| {
            let _ = writeln!(text, "{line}");
        };
        let steps = [
            (
                &self.with_target,
                words.of("With a target it computes", "Met een doel rekent zij uit"),
            ),
            (
                &self.without_target,
                words.of("Without a target it computes", "Zonder doel rekent zij uit"),
            ),
        ];
        let formulas = || [&self.with_target, &self.without_target].into_iter().flatten();
        if formulas().any(|step| step.formula.needs_base()) {
            line(words.baseline(self.baseline));
        }
        for (step, computes) in steps {
            let Some(step) = step else { continue };
            line(format!("{computes} {}:", words.formula(step.formula)));
            words.bands(step).for_each(&mut line);
            if step.score.is_some() {
                line(
                    words
                        .of("The result has a score as well.", "De uitkomst krijgt ook een score.")
                        .to_owned(),
                );
            }
        }
        if self.with_target.is_none() {
            line(
                words
                    .of(
                        "It doesn't assess indicators with a target.",
                        "Indicatoren met een doel beoordeelt zij niet.",
                    )
                    .to_owned(),
            );
        }
        if self.without_target.is_none() {
            line(
                words
                    .of(
                        "It doesn't assess indicators without a target.",
                        "Indicatoren zonder doel beoordeelt zij niet.",
                    )
                    .to_owned(),
            );
        }
        let verdicts = [
            (
                &self.when_met,
                words.of(
                    "If the last result reaches the target, the answer is",
                    "Haalt het laatste resultaat het doel, dan is het oordeel",
                ),
            ),
            (
                &self.when_missed,
                words.of(
                    "If the target's date has passed and the last result doesn't reach it, the answer is",
                    "Is de datum van het doel voorbij en haalt het laatste resultaat het niet, dan is het oordeel",
                ),
            ),
        ];
        for (verdict, so) in verdicts {
            if let Some(verdict) = verdict {
                line(format!("{so} {}.", words.verdict(verdict)));
            }
        }
        let needs = words.needs(self).join(words.of("; ", "; "));
        line(format!("{} {needs}.", words.of("It needs:", "Zij heeft nodig:")));
        text
    }
}

/// Puts the parts of a method into words.
struct Words {
    language: Language,
}

impl Words {
    fn of(&self, english: &'static str, dutch: &'static str) -> &'static str {
        match self.language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }

    fn baseline(&self, baseline: Baseline) -> String {
        let dated = |english, dutch, period| format!("{} {period}", self.of(english, dutch));
        let from = match baseline {
            Baseline::Stated => self
                .of(
                    "the baseline that the document states, or else the first result",
                    "de nulmeting die het document noemt, of anders het eerste resultaat",
                )
                .to_owned(),
            Baseline::First => self.of("the first result", "het eerste resultaat").to_owned(),
            Baseline::Exact(period) => dated("the result of", "het resultaat van", period),
            Baseline::NextAfter(period) => format!(
                "{}, {}",
                dated("the result of", "het resultaat van", period),
                self.of("or else the next one after it", "of anders het eerste daarna")
            ),
            Baseline::Nearest(period) => {
                dated("the result nearest to", "het resultaat het dichtst bij", period)
            }
            Baseline::Run { most, .. } => match self.language {
                Language::English => {
                    format!("the first of the last results in consecutive years, {most} at most")
                }
                Language::Dutch => {
                    format!(
                        "het eerste van de laatste resultaten in opeenvolgende jaren, hoogstens {most}"
                    )
                }
            },
        };
        format!("{} {from}.", self.of("Progress is measured from", "Voortgang wordt gemeten vanaf"))
    }

    fn formula(&self, formula: Formula) -> String {
        let (english, dutch) = match formula {
            Formula::Attainment => (
                "the share of the distance from the baseline to the target that is covered",
                "welk deel van de afstand van de nulmeting tot het doel is afgelegd",
            ),
            Formula::LinearPace => (
                "the change per year as a share of the change per year that is needed",
                "de verandering per jaar als deel van wat per jaar nodig is",
            ),
            Formula::CompoundPace => (
                "the compound growth per year as a share of the growth that is needed",
                "de samengestelde groei per jaar als deel van de groei die nodig is",
            ),
            Formula::CompoundProjection => (
                "the share of the distance that will be covered at the target's date if the compound growth per year stays the same",
                "welk deel van de afstand op de datum van het doel zal zijn afgelegd als de samengestelde groei per jaar zo blijft",
            ),
            Formula::Shortfall => (
                "by how much the target will be missed if the change per year stays the same, as a share of the distance that remains",
                "hoeveel het doel wordt gemist als de verandering per jaar zo blijft, als deel van de afstand die nog te gaan is",
            ),
            Formula::Growth { .. } => (
                "the compound growth per year in the desired direction",
                "de samengestelde groei per jaar in de gewenste richting",
            ),
            Formula::ChangeSigns => (
                "which changes go in the desired direction: 3 for the mean change and the last one, 2 for the mean only, 1 for the last only, 0 for neither",
                "welke veranderingen de gewenste kant op gaan: 3 voor de gemiddelde en de laatste, 2 voor alleen de gemiddelde, 1 voor alleen de laatste, 0 voor geen van beide",
            ),
            Formula::CurrentStatus => (
                "ten times the share of the distance that is covered in the desired direction",
                "tien keer het deel van de afstand dat in de gewenste richting is afgelegd",
            ),
            Formula::ShareOfTarget => (
                "the share of the target that is reached; if lower is better, 1 less the excess as a share of the target",
                "welk deel van het doel is bereikt; als lager beter is: 1 min wat erboven ligt als deel van het doel",
            ),
        };
        let what = self.of(english, dutch);
        match formula {
            Formula::Growth { limit: Some(limit) } => {
                let near =
                    self.of("less is enough near the limit", "bij de grens is minder genoeg:");
                format!("{what} ({near} {})", numbers::number(limit, &[], self.language))
            }
            _ => what.to_owned(),
        }
    }

    /// The bands of a step, a line for each.
    fn bands<'s>(&'s self, step: &'s Step) -> impl Iterator<Item = String> + 's {
        let cuts: Vec<(f64, Side)> = step.bands.cuts_with_sides().collect();
        step.bands.iter().enumerate().map(move |(index, band)| {
            let begins = index.checked_sub(1).and_then(|before| cuts.get(before));
            let ends = cuts.get(index);
            let number = |number: f64| match step.formula {
                Formula::ChangeSigns | Formula::CurrentStatus => {
                    numbers::number(number, &[], self.language)
                }
                _ => numbers::percent(number, &[], self.language),
            };
            let begins = begins.map(|(cut, side)| {
                let from = match side {
                    Side::Upper => self.of("from", "vanaf"),
                    Side::Lower => self.of("above", "boven"),
                };
                format!("{from} {}", number(*cut))
            });
            let ends = ends.map(|(cut, side)| match side {
                Side::Upper => (self.of("and", "en"), self.of("below", "onder"), number(*cut)),
                Side::Lower => ("", self.of("up to", "tot en met"), number(*cut)),
            });
            let span = match (begins, ends) {
                (None, None) => self.of("always", "altijd").to_owned(),
                (Some(begins), None) => begins,
                (None, Some((_, to, cut))) => format!("{to} {cut}"),
                (Some(begins), Some(("", to, cut))) => format!("{begins} {to} {cut}"),
                (Some(begins), Some((and, to, cut))) => format!("{begins} {and} {to} {cut}"),
            };
            let is_neutral = step.bands.neutral().is_some_and(|neutral| neutral.code == band.code);
            let neutral = if is_neutral { self.of(" (neutral)", " (neutraal)") } else { "" };
            format!("  {}: {span}{neutral}", self.band(band))
        })
    }

    /// The label of a band, and its code if that is something else.
    fn band(&self, band: &Band) -> String {
        let label = band.label(self.language.code());
        if label == band.code { label.to_owned() } else { format!("{label} ({})", band.code) }
    }

    fn verdict(&self, verdict: &Verdict) -> String {
        let band = self.band(&verdict.band);
        match verdict.score {
            Some(score) => format!(
                "{band}, {} {}",
                self.of("with the score", "met de score"),
                numbers::number(score, &[], self.language)
            ),
            None => band,
        }
    }

    fn needs(&self, method: &Method) -> Vec<String> {
        let steps = [&method.with_target, &method.without_target].into_iter().flatten();
        let formulas: Vec<Formula> = steps.map(|step| step.formula).collect();
        let any = |is: fn(&Formula) -> bool| formulas.iter().any(is);
        let mut needs = Vec::new();
        let mut add = |english, dutch| needs.push(self.of(english, dutch).to_owned());
        add(
            "which results are better, as the indicator or its target says",
            "welke resultaten beter zijn, zoals de indicator of het doel zegt",
        );
        if any(|formula| matches!(formula, Formula::ChangeSigns)) {
            add("without a target the last two results", "zonder doel de laatste twee resultaten");
        }
        if any(|formula| formula.needs_base() && !matches!(formula, Formula::ChangeSigns)) {
            add("a baseline and a later result", "een nulmeting en een later resultaat");
        } else if any(|formula| !formula.needs_base()) {
            add("a result", "een resultaat");
        }
        if any(|formula| formula.needs_due()) {
            add("the date of the target", "de datum van het doel");
        }
        if any(|formula| formula.is_compound()) {
            add(
                "numbers with the same sign that are not 0, since growth is compounded",
                "getallen met hetzelfde teken die niet 0 zijn, want de groei is samengesteld",
            );
        }
        if any(|formula| matches!(formula, Formula::ShareOfTarget)) {
            add("a target that is not 0", "een doel dat niet 0 is");
        }
        if let Baseline::Run { least, .. } = method.baseline {
            needs.push(match self.language {
                Language::English => format!("at least {least} results in consecutive years"),
                Language::Dutch => format!("minstens {least} resultaten in opeenvolgende jaren"),
            });
        }
        needs
    }
}

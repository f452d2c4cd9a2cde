//! [`Reason`]: why an answer is missing, undecided or uncertain. One vocabulary for evaluation,
//! methods and statistics.

use crate::coded::coded;

/// Defines the reasons in one table: name, code, English text, Dutch text.
macro_rules! reasons {
    ($($(#[$meta:meta])* $variant:ident = $code:literal, $english:literal, $dutch:literal;)*) => {
        coded! {
        /// Why an answer is missing, undecided or uncertain (Dutch: *reden*): of an evaluation, of a
        /// pace, of a method or of a statistic.
        ///
        /// It prints, parses and serialises as its code, and [`text`](Self::text) says it in words.
        /// More may be added.
        ///
        /// ```
        /// use beleid::{Id, Indicator, Language, Period, Reason};
        ///
        /// let schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
        /// let reason = schools.evaluate(Period::year(2017)?)[0].reason.unwrap();
        /// assert_eq!(reason, Reason::NoTarget);
        /// assert_eq!(reason.to_string(), "no-target");
        /// assert_eq!(reason.text(Language::Dutch), "er is geen doel");
        /// assert_eq!("no-target".parse(), Ok(reason));
        /// # Ok::<(), beleid::Error>(())
        /// ```
            #[doc(alias = "reden")]
            #[non_exhaustive]
            Reason, "reason" {
                $($(#[$meta])* $variant = $code, en $english, nl $dutch;)*
            }
        }
    };
}

reasons! {
    // The target.

    /// There is no target for the period, no budgeted value and no norm without a date.
    NoTarget = "no-target", "there is no target", "er is geen doel";
    /// The document says that there can be no target: `n.v.t.`
    TargetNotApplicable = "target-not-applicable", "a target does not apply", "een doel is niet van toepassing";
    /// There is a target, and the document doesn't give it: `nnb`.
    TargetNotKnown = "target-not-known", "the target is not known", "het doel is niet bekend";
    /// The target is for a later time than the one asked for.
    NotDueYet = "not-due-yet", "the target is for a later time", "het doel is voor een later moment";
    /// There are several targets for the period that differ, and it matters which counts.
    TargetsDisagree = "targets-disagree", "two targets differ", "twee doelen verschillen";
    /// The target is for the whole, and the results are for its parts.
    TargetNotSliced = "target-not-sliced", "the target is for the whole and the results are for parts", "het doel is voor het geheel en de metingen zijn voor delen";
    /// The target has no date, and the method needs one.
    NoTargetDate = "no-target-date", "the target has no date", "het doel heeft geen streefdatum";
    /// The target's date is over, and the method only looks ahead.
    TargetPassed = "target-passed", "the target's date is over", "de streefdatum is voorbij";
    /// The target's date isn't later than the baseline's.
    TargetNotAfterBase = "target-not-after-base", "the target's date is not after the baseline's", "de streefdatum ligt niet na die van de nulwaarde";
    /// The target is to stay within a range, and the method needs one direction to go.
    WithinRange = "within-range", "the target is a range to stay within", "het doel is een bandbreedte";
    /// The target is 0, of which no share can be computed.
    ZeroTarget = "zero-target", "the target is 0", "het doel is 0";
    /// The target is met, so that nothing is left to go.
    AlreadyMet = "already-met", "the target is met already", "het doel is al gehaald";
    /// The last result equals the number that the target asks to pass: the target is not met, and nothing is left to divide by.
    AtStrictTarget = "at-strict-target", "the result is just the number that the target asks to pass", "het resultaat is precies het getal waar het doel voorbij wil";

    // The result.

    /// There is no result for the period asked for.
    NotMeasured = "not-measured", "the period asked for is not measured yet", "de gevraagde periode is nog niet gemeten";
    /// There are several results for the period that differ, and it matters which counts.
    ResultsDisagree = "results-disagree", "two results for one period differ", "twee resultaten voor dezelfde periode verschillen";
    /// The result was measured before its period.
    MeasuredEarlier = "measured-earlier", "a figure was measured before its period", "een cijfer is van voor zijn periode";
    /// The result was measured after its period.
    MeasuredLater = "measured-later", "a figure was measured after its period", "een cijfer is van na zijn periode";
    /// A figure is approximate.
    Approximate = "approximate", "a figure is approximate", "een cijfer is een benadering";
    /// A figure is estimated.
    Estimated = "estimated", "a figure is estimated", "een cijfer is een schatting";
    /// A figure covers only a part of its period or population.
    Partial = "partial", "a figure covers only a part", "een cijfer betreft maar een deel";
    /// The answer is decided, on a figure that may still change.
    Provisional = "provisional", "a figure is provisional", "een cijfer is voorlopig";
    /// The result is the sum of its parts: of the quarters of a year, for instance.
    Summed = "summed", "the result is the sum of its parts", "het resultaat is de som van zijn delen";
    /// It is the benchmark of other slices, and no result of the body itself.
    Benchmark = "benchmark", "it is a benchmark of others", "het is een vergelijkingscijfer van anderen";
    /// A note or a remark beside the figure is not understood, and may change what it means.
    NoteNotUnderstood = "note-not-understood", "a note beside a figure is not understood", "een opmerking bij een cijfer is niet begrepen";

    // Both of them.

    /// Some cells of the row could not be placed in their columns, and one may matter.
    CellsNotPlaced = "cells-not-placed", "some cells could not be placed", "niet alle cellen zijn te plaatsen";
    /// A value is known within bounds only, and the answer differs over them.
    EitherSide = "either-side", "a value is known within bounds only", "een waarde is alleen binnen grenzen bekend";
    /// It is not known whether higher or lower is better, and it matters.
    DirectionUnknown = "direction-unknown", "it is not known whether higher or lower is better", "het is niet bekend of hoger of lager beter is";
    /// Ranks are compared, and it is not known whether a higher place or a higher number is meant.
    RankDirectionUnknown = "rank-direction-unknown", "it is not known whether a higher place or a higher number is meant", "het is niet bekend of een hogere plaats of een hoger getal is bedoeld";
    /// The numbers of the indicator are changes themselves (*vermindering*), and a change as a target
    /// may say how large they are to be or how they are to change; it matters which.
    ChangeOrLevel = "change-or-level", "it is not known whether the target is a change of the figures or one of them", "het is niet bekend of het doel een verandering van de cijfers is of er zelf een";
    /// A value is a rank, and no share or change can be computed from ranks.
    RankNotQuantity = "rank-not-quantity", "a rank is not a quantity to compute with", "een rangnummer is geen hoeveelheid om mee te rekenen";
    /// Two units differ, and can't be converted.
    UnitsDiffer = "units-differ", "two units differ", "twee eenheden verschillen";
    /// One figure has a unit, and the other has none.
    UnitNotStated = "unit-not-stated", "one figure has a unit and the other has none", "het ene cijfer heeft een eenheid en het andere niet";
    /// The result and the target are words that are not known as levels.
    UnknownWords = "unknown-words", "the words are not known as levels", "de woorden zijn niet bekend als niveaus";
    /// A value in the document is not a number: words, say, or a misprint.
    NotComparable = "not-comparable", "a value is not a number to compare with", "een waarde is geen getal om mee te vergelijken";
    /// Two figures cover stretches of time of different length, such as a quarter and a year.
    CoversAnotherLength = "covers-another-length", "two figures cover stretches of different length", "twee cijfers gaan over tijdvakken van verschillende lengte";
    /// The way of measuring changed between two figures.
    BreakInSeries = "break-in-series", "there is a break in the series", "er zit een breuk in de reeks";
    /// The target is relative to a figure that is not known.
    ReferenceNotKnown = "reference-not-known", "it is not known what the target compares with", "het is niet bekend waarmee het doel vergelijkt";
    /// There are several baselines, or several figures that the target may be relative to, which differ, and it matters which.
    ReferencesDisagree = "references-disagree", "two figures to compare with differ", "twee cijfers om mee te vergelijken verschillen";
    /// A change may be meant in percent or in percentage points, and it matters.
    PercentOrPoints = "percent-or-points", "percent and percentage points may both be meant", "er kunnen procenten of procentpunten zijn bedoeld";

    // The baseline.

    /// There is no baseline.
    NoBaseline = "no-baseline", "there is no baseline", "er is geen nulwaarde";
    /// The baseline has no date, and the method needs one.
    NoBaselineDate = "no-baseline-date", "the baseline has no date", "de nulwaarde heeft geen datum";
    /// The document states a baseline, and the method counts from a measurement of its own choice.
    NoStatedBaseline = "takes-no-stated-baseline", "the method does not count from a stated baseline", "de methode rekent niet vanaf een opgegeven nulwaarde";
    /// Growth from 0 has no rate.
    ZeroBase = "zero-base", "the baseline is 0", "de nulwaarde is 0";
    /// The target equals the baseline: there is no way to go.
    BaseEqualsTarget = "base-equals-target", "the target equals the baseline", "het doel is gelijk aan de nulwaarde";
    /// The baseline meets the target already: there is no way to go.
    BaselineMeetsTarget = "baseline-meets-target", "the baseline is at the target already", "de nulwaarde voldoet al aan het doel";
    /// The baseline is at the limit that the value can't pass.
    AtLimit = "at-limit", "the baseline is at its limit", "de nulwaarde is al het uiterste";

    // The series.

    /// There is no measurement.
    NoData = "no-data", "there are no measurements", "er zijn geen metingen";
    /// There is one measurement where two are needed.
    OneMeasurement = "one-measurement", "there is one measurement", "er is maar één meting";
    /// There are fewer measurements than are needed.
    TooFewMeasurements = "too-few-measurements", "there are too few measurements", "er zijn te weinig metingen";
    /// A method of consecutive years was given a series with a gap.
    GapInYears = "gap-in-years", "there is a gap in the years", "er ontbreken jaren in de reeks";
    /// All measurements are of one moment.
    SameTime = "same-time", "all measurements are of the same time", "alle metingen zijn van hetzelfde moment";
    /// All measurements are the same number.
    NoVariation = "no-variation", "all measurements are equal", "alle metingen zijn gelijk";
    /// An order is needed, and two measurements are of one time.
    RepeatedTime = "repeated-time", "several measurements are of the same time", "er zijn meer metingen van hetzelfde moment";
    /// A count over all orders is needed, and some can't be told apart.
    Ties = "ties", "several measurements are equal or of the same time", "verschillende metingen zijn gelijk of van hetzelfde moment";
    /// The measurements lie exactly on the line of the model, so that nothing shows how far they may be from it.
    NoScatter = "no-scatter", "the measurements show no scatter around the line", "de metingen vertonen geen spreiding rond de lijn";
    /// A forecast is asked for a time that has been measured.
    NotAhead = "not-ahead", "the time asked for is not after the last measurement", "het gevraagde moment ligt niet na de laatste meting";

    // Computing.

    /// The values go through 0, and growth through 0 has no rate.
    SignChange = "sign-change", "the values change sign", "de waarden wisselen van teken";
    /// The value goes to 0, and growth to 0 has no rate.
    ToZero = "to-zero", "the value goes to 0", "de waarde gaat naar 0";
    /// A number that was given is NaN.
    NotANumber = "not-a-number", "a value is not a number", "een waarde is geen getal";
    /// A number is infinite, or the numbers are too large to compute with.
    OutOfRange = "out-of-range", "the numbers are too large", "de getallen zijn te groot";
    /// An exact answer has more digits than a [`Number`](crate::Number) holds.
    TooManyDigits = "too-many-digits", "the exact answer has too many digits", "het exacte antwoord heeft te veel cijfers";
    /// The method gives classes and no scores.
    NoScores = "no-scores", "the method has no scores", "de methode kent geen scores";
    /// The method has no rule for indicators of this kind.
    NoRule = "no-rule", "the method has no rule for this", "de methode heeft hier geen regel voor";
    /// It takes probability distributions, without which the program was built.
    NotBuilt = "not-built", "the program was built without distributions", "het programma is gebouwd zonder kansverdelingen";
}

impl std::error::Error for Reason {}

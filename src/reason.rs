//! [`Reason`]: why an answer is missing, undecided or uncertain. One vocabulary for evaluation,
//! methods and statistics.

use crate::coded::coded;

/// Defines the reasons in one table: name, code, English text, Dutch text.
macro_rules! reasons {
    ($($(#[$meta:meta])* $variant:ident = $code:literal, $english:literal, $dutch:literal;)*) => {
        coded! {
        /// Why an answer is missing, undecided or uncertain (Dutch: *reden*). Evaluations, methods
        /// and statistics all use these reasons.
        ///
        /// It prints, parses and serialises as its code. [`text`](Self::text) is the reason in
        /// words. New reasons may be added in a later version.
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

    /// There is no target for the period, no budgeted value, and no target or norm without a date.
    NoTarget = "no-target", "there is no target", "er is geen doel";
    /// The document states `n.v.t.` for the target: there can't be one.
    TargetNotApplicable = "target-not-applicable", "a target does not apply", "een doel is niet van toepassing";
    /// The document states `nnb` for the target: it will be known later.
    TargetNotKnown = "target-not-known", "the target is not known", "het doel is niet bekend";
    /// The target is for a later time than the period that was asked for.
    NotDueYet = "not-due-yet", "the target is for a later time", "het doel is voor een later moment";
    /// Several different targets exist for the period, and the answer depends on which one counts.
    TargetsDisagree = "targets-disagree", "two targets differ", "twee doelen verschillen";
    /// The target is about the whole, and the results are about parts of it.
    TargetNotSliced = "target-not-sliced", "the target is for the whole and the results are for parts", "het doel is voor het geheel en de metingen zijn voor delen";
    /// The target has no date, but the method needs one.
    NoTargetDate = "no-target-date", "the target has no date", "het doel heeft geen streefdatum";
    /// The target's date has passed, but the method only looks ahead.
    TargetPassed = "target-passed", "the target's date is over", "de streefdatum is voorbij";
    /// The target's date is not later than the baseline's, or the time between two values is 0.
    TargetNotAfterBase = "target-not-after-base", "the target's date is not after the baseline's", "de streefdatum ligt niet na die van de nulwaarde";
    /// The target is a range to stay within, but the method needs a direction.
    WithinRange = "within-range", "the target is a range to stay within", "het doel is een bandbreedte";
    /// The target is 0, so a share of it can't be computed.
    ZeroTarget = "zero-target", "the target is 0", "het doel is 0";
    /// The target is met already, so no distance remains to compute with.
    AlreadyMet = "already-met", "the target is met already", "het doel is al gehaald";
    /// The result equals the number that the target must exceed (15 for `> 15`). So the target is
    /// not met, and the remaining distance is 0, by which the method would divide.
    AtStrictTarget = "at-strict-target", "the result is just the number that the target asks to pass", "het resultaat is precies het getal waar het doel voorbij wil";

    // The result.

    /// There is no result for the period that was asked for.
    NotMeasured = "not-measured", "the period asked for is not measured yet", "de gevraagde periode is nog niet gemeten";
    /// Several different results exist for the period, and the answer depends on which one counts.
    ResultsDisagree = "results-disagree", "two results for one period differ", "twee resultaten voor dezelfde periode verschillen";
    /// A figure was measured before its period.
    MeasuredEarlier = "measured-earlier", "a figure was measured before its period", "een cijfer is van voor zijn periode";
    /// A figure was measured after its period.
    MeasuredLater = "measured-later", "a figure was measured after its period", "een cijfer is van na zijn periode";
    /// A figure is approximate.
    Approximate = "approximate", "a figure is approximate", "een cijfer is een benadering";
    /// A figure is estimated.
    Estimated = "estimated", "a figure is estimated", "een cijfer is een schatting";
    /// A figure covers only a part of its period or population.
    Partial = "partial", "a figure covers only a part", "een cijfer betreft maar een deel";
    /// The answer depends on a figure that may still change.
    Provisional = "provisional", "a figure is provisional", "een cijfer is voorlopig";
    /// The result is the sum of the parts of the period, such as four quarters.
    Summed = "summed", "the result is the sum of its parts", "het resultaat is de som van zijn delen";
    /// The figures are a benchmark: they are about other bodies than the one that published the
    /// document.
    Benchmark = "benchmark", "it is a benchmark of others", "het is een vergelijkingscijfer van anderen";
    /// A figure has a note or a remark that the reader doesn't understand, and that may change its
    /// meaning.
    NoteNotUnderstood = "note-not-understood", "a note beside a figure is not understood", "een opmerking bij een cijfer is niet begrepen";

    // Both of them.

    /// Some cells of the row can't be assigned to a column, and one of them may matter.
    CellsNotPlaced = "cells-not-placed", "some cells could not be placed", "niet alle cellen zijn te plaatsen";
    /// A value is only known to lie between bounds, and the answer is not the same for all numbers
    /// in between.
    EitherSide = "either-side", "a value is known within bounds only", "een waarde is alleen binnen grenzen bekend";
    /// It is not known whether higher or lower is better, and the answer depends on it.
    DirectionUnknown = "direction-unknown", "it is not known whether higher or lower is better", "het is niet bekend of hoger of lager beter is";
    /// The figures are ranks, and it is not known whether "higher" means a better place or a higher
    /// number.
    RankDirectionUnknown = "rank-direction-unknown", "it is not known whether a higher place or a higher number is meant", "het is niet bekend of een hogere plaats of een hoger getal is bedoeld";
    /// The numbers of the indicator are changes (*vermindering*), and so is the target. It is not
    /// known whether the target states what the number itself must be, or how it must change.
    ChangeOrLevel = "change-or-level", "it is not known whether the target is a change of the figures or one of them", "het is niet bekend of het doel een verandering van de cijfers is of er zelf een";
    /// A value is a rank, and shares or changes can't be computed from ranks.
    RankNotQuantity = "rank-not-quantity", "a rank is not a quantity to compute with", "een rangnummer is geen hoeveelheid om mee te rekenen";
    /// Two units differ and can't be converted.
    UnitsDiffer = "units-differ", "two units differ", "twee eenheden verschillen";
    /// One figure has a unit and the other has none.
    UnitNotStated = "unit-not-stated", "one figure has a unit and the other has none", "het ene cijfer heeft een eenheid en het andere niet";
    /// The result and the target are words that don't have a known order, unlike *onvoldoende* and
    /// *voldoende*.
    UnknownWords = "unknown-words", "the words are not known as levels", "de woorden zijn niet bekend als niveaus";
    /// A value is not a number: it is words, or a misprint.
    NotComparable = "not-comparable", "a value is not a number to compare with", "een waarde is geen getal om mee te vergelijken";
    /// Two figures cover periods of different length, such as a quarter and a year.
    CoversAnotherLength = "covers-another-length", "two figures cover stretches of different length", "twee cijfers gaan over tijdvakken van verschillende lengte";
    /// The way of measuring changed between two figures.
    BreakInSeries = "break-in-series", "there is a break in the series", "er zit een breuk in de reeks";
    /// The figure that the target is compared with is not known.
    ReferenceNotKnown = "reference-not-known", "it is not known what the target compares with", "het is niet bekend waarmee het doel vergelijkt";
    /// Several different baselines, or other figures that the target may be compared with, exist,
    /// and the answer depends on which one counts.
    ReferencesDisagree = "references-disagree", "two figures to compare with differ", "twee cijfers om mee te vergelijken verschillen";
    /// A change may mean percent or percentage points, and the answer depends on it.
    PercentOrPoints = "percent-or-points", "percent and percentage points may both be meant", "er kunnen procenten of procentpunten zijn bedoeld";

    // Money.

    /// There is no budget for the period that was asked for.
    NoPlan = "no-plan", "there is no budget for the period", "er is geen begroting voor de periode";
    /// There is no account of the period that was asked for.
    NotAccounted = "not-accounted", "there is no account of the period", "er is geen rekening van de periode";
    /// A field prints no total of the amounts that were asked for, nor do all fields within it.
    NoTotal = "no-total", "no total is printed", "er staat geen totaal";
    /// Two tables of a field print different totals, and it is not known which one is meant.
    TotalsDisagree = "totals-disagree", "two tables print different totals", "twee tabellen geven verschillende totalen";
    /// Some of the fields within a field count the movements in the reserves in, and others don't, so their
    /// amounts have no sum.
    ReservesDiffer = "reserves-differ", "some amounts include the movements in the reserves, and others don't", "de mutaties in de reserves zijn in sommige bedragen meegeteld en in andere niet";
    /// It is not known whether amounts are expenses, income or a balance, or in which signs they are
    /// printed.
    SignsUnknown = "signs-unknown", "it is not known in which signs the amounts are printed", "het is niet bekend met welk teken de bedragen staan";

    // The baseline.

    /// There is no baseline.
    NoBaseline = "no-baseline", "there is no baseline", "er is geen nulwaarde";
    /// The baseline has no date, but the method needs one.
    NoBaselineDate = "no-baseline-date", "the baseline has no date", "de nulwaarde heeft geen datum";
    /// The document states a baseline, but the method chooses one of the measurements itself.
    NoStatedBaseline = "takes-no-stated-baseline", "the method does not count from a stated baseline", "de methode rekent niet vanaf een opgegeven nulwaarde";
    /// The baseline is 0, and growth from 0 has no rate.
    ZeroBase = "zero-base", "the baseline is 0", "de nulwaarde is 0";
    /// The target equals the baseline, so there is no distance between them.
    BaseEqualsTarget = "base-equals-target", "the target equals the baseline", "het doel is gelijk aan de nulwaarde";
    /// The baseline already meets the target, so there is no distance between them.
    BaselineMeetsTarget = "baseline-meets-target", "the baseline is at the target already", "de nulwaarde voldoet al aan het doel";
    /// The baseline equals the limit that the value can't exceed.
    AtLimit = "at-limit", "the baseline is at its limit", "de nulwaarde is al het uiterste";

    // The series.

    /// There is no measurement.
    NoData = "no-data", "there are no measurements", "er zijn geen metingen";
    /// There is only one measurement, but two are needed.
    OneMeasurement = "one-measurement", "there is one measurement", "er is maar één meting";
    /// There are fewer measurements than needed.
    TooFewMeasurements = "too-few-measurements", "there are too few measurements", "er zijn te weinig metingen";
    /// A measurement is missing in a year, and the method needs consecutive years.
    GapInYears = "gap-in-years", "there is a gap in the years", "er ontbreken jaren in de reeks";
    /// All measurements have the same time.
    SameTime = "same-time", "all measurements are of the same time", "alle metingen zijn van hetzelfde moment";
    /// All measurements have the same value.
    NoVariation = "no-variation", "all measurements are equal", "alle metingen zijn gelijk";
    /// Two measurements have the same time, and an order is needed.
    RepeatedTime = "repeated-time", "several measurements are of the same time", "er zijn meer metingen van hetzelfde moment";
    /// Some measurements are equal or have the same time, and the computation can't handle that.
    Ties = "ties", "several measurements are equal or of the same time", "verschillende metingen zijn gelijk of van hetzelfde moment";
    /// All measurements lie exactly on the line of the model, so its uncertainty can't be
    /// estimated.
    NoScatter = "no-scatter", "the measurements show no scatter around the line", "de metingen vertonen geen spreiding rond de lijn";
    /// The forecast is for a time that is not after the last measurement.
    NotAhead = "not-ahead", "the time asked for is not after the last measurement", "het gevraagde moment ligt niet na de laatste meting";

    // Computing.

    /// The values change sign, and growth through 0 has no rate.
    SignChange = "sign-change", "the values change sign", "de waarden wisselen van teken";
    /// The value goes to 0, and growth to 0 has no rate.
    ToZero = "to-zero", "the value goes to 0", "de waarde gaat naar 0";
    /// A number is NaN.
    NotANumber = "not-a-number", "a value is not a number", "een waarde is geen getal";
    /// A number is infinite, or an answer is too large to compute.
    OutOfRange = "out-of-range", "the numbers are too large", "de getallen zijn te groot";
    /// The exact answer has more digits than a [`Number`](crate::Number) can hold.
    TooManyDigits = "too-many-digits", "the exact answer has too many digits", "het exacte antwoord heeft te veel cijfers";
    /// The method has no scores, only classes.
    NoScores = "no-scores", "the method has no scores", "de methode kent geen scores";
    /// The method has no rule for this indicator: it has no target, say, and the method needs one.
    NoRule = "no-rule", "the method has no rule for this", "de methode heeft hier geen regel voor";
    /// The answer needs probability distributions, and the program was built without the feature
    /// `intervals`.
    NotBuilt = "not-built", "the program was built without distributions", "het programma is gebouwd zonder kansverdelingen";
}

impl std::error::Error for Reason {}

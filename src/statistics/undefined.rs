//! [`Undefined`]: why a number can't be given.

use std::fmt;

use crate::language::Language;

macro_rules! reasons {
    ($($(#[$meta:meta])* $variant:ident = $code:literal, $english:literal, $dutch:literal;)*) => {
        /// Why a statistic or a method gives no number (Dutch: *niet te berekenen*).
        ///
        /// ```
        /// use beleid::{Language, Undefined};
        ///
        /// assert_eq!(Undefined::ZeroBase.code(), "zero-base");
        /// assert_eq!(Undefined::ZeroBase.text(Language::English), "the baseline is 0");
        /// ```
        #[doc(alias = "niet te berekenen")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Undefined {
            $($(#[$meta])* $variant,)*
        }

        impl Undefined {
            /// Its stable code, as it prints and serialises.
            ///
            /// ```
            /// assert_eq!(beleid::Undefined::NoData.code(), "no-data");
            /// ```
            pub fn code(self) -> &'static str {
                match self { $(Undefined::$variant => $code,)* }
            }

            /// The reason in a few words, to stand within a sentence.
            ///
            /// ```
            /// use beleid::{Language, Undefined};
            ///
            /// assert_eq!(Undefined::NoData.text(Language::Dutch), "er zijn geen metingen");
            /// ```
            pub fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Undefined::$variant, Language::English) => $english,
                    (Undefined::$variant, Language::Dutch) => $dutch,)*
                }
            }
        }
    };
}

reasons! {
    /// There is no measurement.
    NoData = "no-data", "there are no measurements", "er zijn geen metingen";
    /// There is one measurement where two are needed.
    OnePoint = "one-point", "there is one measurement", "er is maar één meting";
    /// There are fewer measurements than the method needs.
    TooFewPoints = "too-few-points", "there are too few measurements", "er zijn te weinig metingen";
    /// Growth from 0 has no rate.
    ZeroBase = "zero-base", "the baseline is 0", "de nulwaarde is 0";
    /// Growth through 0 has no rate.
    SignChange = "sign-change", "the values change sign", "de waarden wisselen van teken";
    /// The target is the baseline: there is no way to go.
    BaseEqualsTarget = "base-equals-target", "the target equals the baseline", "het doel is gelijk aan de nulwaarde";
    /// The target's date isn't behind the baseline's.
    TargetNotAfterBase = "target-not-after-base", "the target's date is not after the baseline's", "de streefdatum ligt niet na die van de nulwaarde";
    /// A method of consecutive years was given a series with a gap.
    GapInYears = "gap-in-years", "there is a gap in the years", "er ontbreken jaren in de reeks";
    /// The series was measured in another way from some point on.
    BreakInSeries = "break-in-series", "there is a break in the series", "er zit een breuk in de reeks";
    /// There is no baseline.
    NoBaseline = "no-baseline", "there is no baseline", "er is geen nulwaarde";
    /// There is no target that is a number.
    NoTarget = "no-target", "there is no target", "er is geen doel";
    /// Nobody says whether higher or lower is better.
    NoDirection = "no-direction", "it is not known whether higher or lower is better", "het is niet bekend of hoger of lager beter is";
    /// All measurements are of one moment.
    SameTime = "same-time", "all measurements are of the same time", "alle metingen zijn van hetzelfde moment";
    /// All measurements are the same number.
    NoVariation = "no-variation", "all measurements are equal", "alle metingen zijn gelijk";
    /// A value is text, a flag or a rank, where a number is needed.
    NotANumber = "not-a-number", "a value is not a number", "een waarde is geen getal";
    /// A value lies within bounds, and the answer differs over them.
    EitherSide = "either-side", "a value is known within bounds only", "een waarde is alleen binnen grenzen bekend";
    /// An order is asked for, and two measurements are of one time.
    RepeatedTime = "repeated-time", "several measurements are of the same time", "er zijn meer metingen van hetzelfde moment";
    /// A count over all orders is asked for, and some can't be told apart.
    Ties = "ties", "several measurements are equal or of the same time", "verschillende metingen zijn gelijk of van hetzelfde moment";
    /// A forecast is asked for a time that has been measured.
    NotAhead = "not-ahead", "the time asked for is not after the last measurement", "het gevraagde moment ligt niet na de laatste meting";
    /// The measurements lie on the line of the model, so that nothing shows how far they may stray.
    NoScatter = "no-scatter", "the measurements show no scatter around the line", "de metingen vertonen geen spreiding rond de lijn";
    /// It takes the feature `statistics` of this crate, without which the program was built.
    NotBuilt = "not-built", "the program was built without distributions", "het programma is gebouwd zonder kansverdelingen";
    /// The numbers are too large to compute with.
    OutOfRange = "out-of-range", "the numbers are too large", "de getallen zijn te groot";
    /// Growth to 0 has no rate.
    ToZero = "to-zero", "the value goes to 0", "de waarde gaat naar 0";
    /// The baseline is at the target already, or beyond it: there is no way to go.
    TargetBehind = "target-behind", "the baseline is at the target already", "de nulwaarde voldoet al aan het doel";
    /// The target is met, so that nothing is left to go.
    AlreadyMet = "already-met", "the target is met already", "het doel is al gehaald";
    /// The last result is just the number that the target asks to pass: it isn't met, and nothing is left to divide by.
    AtStrictTarget = "at-strict-target", "the result is just the number that the target asks to pass", "het resultaat is precies het getal waar het doel voorbij wil";
    /// The target is met by the last result, and the period that is asked for was not measured.
    NotMeasured = "not-measured", "the period asked for is not measured yet", "de gevraagde periode is nog niet gemeten";
    /// The document gives targets for one time that differ.
    TargetsDiffer = "targets-differ", "two targets differ", "twee doelen verschillen";
    /// The method gives classes and no scores.
    NoScores = "no-scores", "the method has no scores", "de methode kent geen scores";
    /// The target has no date.
    NoTargetDate = "no-target-date", "the target has no date", "het doel heeft geen streefdatum";
    /// There is a target, and the document doesn't give it.
    TargetNotKnown = "target-not-known", "the target is not known", "het doel is niet bekend";
    /// The target is to stay within a range, and the method asks for one way to go.
    WithinRange = "within-range", "the target is a range to stay within", "het doel is een bandbreedte";
    /// Two figures count different things.
    UnitsDiffer = "units-differ", "two units differ", "twee eenheden verschillen";
    /// Some cells of the row could not be placed, and one of them may matter.
    CellsNotPlaced = "cells-not-placed", "some cells could not be placed", "niet alle cellen zijn te plaatsen";
    /// A figure is approximate, estimated or partial, or was measured at another time.
    Doubtful = "doubtful", "a figure is approximate, estimated or partial", "een cijfer is een benadering, schatting of deel";
    /// The target's date is over.
    TargetPassed = "target-passed", "the target's date is over", "de streefdatum is voorbij";
    /// There are no shares of a target of 0.
    ZeroTarget = "zero-target", "the target is 0", "het doel is 0";
    /// The baseline is as far as it can go.
    AtLimit = "at-limit", "the baseline is at its limit", "de nulwaarde is al het uiterste";
    /// The baseline has no date.
    NoBaselineDate = "no-baseline-date", "the baseline has no date", "de nulwaarde heeft geen datum";
    /// The target is for the whole, and the results are for its parts.
    TargetNotSliced = "target-not-sliced", "the target is for the whole and the results are for parts", "het doel is voor het geheel en de metingen zijn voor delen";
    /// The method has no rule for indicators of this kind.
    NoRule = "no-rule", "the method has no rule for this", "de methode heeft hier geen regel voor";
    /// It is the benchmark of other slices, and no result of the body itself.
    Benchmark = "benchmark", "it is a benchmark of others", "het is een vergelijkingscijfer van anderen";
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl std::error::Error for Undefined {}

#[cfg(feature = "serde")]
impl serde::Serialize for Undefined {
    /// As its code.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

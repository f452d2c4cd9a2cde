//! Which figures are drawn, how, and the same in words.

use beleid::{
    Evaluation, Figure, Language, Missing, Number, Period, PeriodKind, Role, Status, Unit, Value,
};

use super::figures::{self, bare, value, value_in};
use super::text::{beginning, capitalised, clean};
use crate::picture::course::{Course, Slot};
use crate::picture::standing::Standing;
use crate::picture::{Extent, Kind, Mark};
use crate::words::{self, Word};

/// How much of a name the title of a picture has room for.
const TITLE: usize = 120;
/// Up to how many years without a figure get a place of their own. Beyond it a gap is a gap.
const MOST_BETWEEN: usize = 12;

/// The unit of a figure: its own, or else that of its indicator.
pub(crate) fn unit<'f>(figure: &'f Figure, evaluation: &Evaluation<'f>) -> Option<&'f Unit> {
    figure.unit.as_ref().or(evaluation.indicator.unit.as_ref())
}

/// Whether two figures can stand on one scale.
fn is_like(one: Option<&Unit>, other: Option<&Unit>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is_like(other),
        (None, None) => true,
        _ => false,
    }
}

/// Whether a figure isn't certain: what it says may be otherwise.
fn is_uncertain(figure: &Figure) -> bool {
    const UNCERTAIN: [Status; 5] = [
        Status::Approximate,
        Status::Provisional,
        Status::Estimated,
        Status::Partial,
        Status::Unclear,
    ];
    UNCERTAIN.iter().any(|status| figure.status.contains(*status))
}

/// What a figure is in a picture. `None` if it has no place in one.
fn kind(figure: &Figure) -> Option<Kind> {
    match figure.role {
        Some(Role::Realised | Role::Expected) => Some(Kind::Result),
        Some(Role::Budgeted | Role::Amended | Role::Target | Role::Norm) => Some(Kind::Target),
        Some(Role::Difference) => None,
        _ => Some(Kind::Other),
    }
}

/// When a figure was measured, or when it is to be reached: the place that it has on an axis of time.
/// A date within the period of its column doesn't move it.
fn time(figure: &Figure) -> Option<Period> {
    match (figure.period, figure.dated) {
        (Some(period), Some(dated)) if dated.overlaps(period) => Some(period),
        (period, dated) => dated.or(period),
    }
}

/// The times of figures in order.
fn times(drawn: &[(Period, Kind, &Figure)]) -> Vec<Period> {
    let mut times: Vec<Period> = drawn.iter().map(|(time, ..)| *time).collect();
    times.sort_by_key(|time| (time.start(), time.end()));
    times.dedup();
    times
}

fn extent(value: &Value) -> Option<Extent> {
    value.bounds().and_then(Extent::of)
}

/// The unit that a picture has: that of the first figure with a number that is a result, or else of
/// the first with a number.
fn unit_of<'f>(figures: &[&'f Figure], evaluation: &Evaluation<'f>) -> Option<&'f Unit> {
    let drawn = || figures.iter().filter(|figure| extent(&figure.value).is_some());
    let result = drawn().find(|figure| figure.role == Some(Role::Realised));
    result.or_else(|| drawn().next()).and_then(|figure| unit(figure, evaluation))
}

/// The course of the figures of an answer. `None` where fewer than two periods have a number.
pub(crate) fn course(
    evaluation: &Evaluation<'_>,
    name: &str,
    language: Language,
) -> Option<Course> {
    let of_slice = |figure: &&Figure| *figure.dimensions == *evaluation.dimensions;
    let figures: Vec<&Figure> = evaluation.indicator.figures.iter().filter(of_slice).collect();
    let unit_drawn = unit_of(&figures, evaluation);
    let mut drawn: Vec<(Period, Kind, &Figure)> = Vec::new();
    let mut left_out = Vec::new();
    for figure in &figures {
        let missing = figure.value.is_missing();
        let why = match (time(figure), kind(figure), extent(&figure.value)) {
            (_, None, _) => continue,
            (None, ..) => Word::WithoutYear,
            (Some(_), _, None) if !missing => Word::NoNumber,
            (Some(_), _, Some(_)) if !is_like(unit(figure, evaluation), unit_drawn) => {
                Word::OtherUnit
            }
            (Some(time), Some(kind), _) => {
                drawn.push((time, kind, figure));
                continue;
            }
        };
        let (role, period) =
            (figures::role(figure, language), figures::period(figure.period, language));
        left_out.push(format!(
            "{period} {role} {} ({})",
            value(figure, language),
            why.text(language)
        ));
    }
    let has_number = |(.., figure): &&(Period, Kind, &Figure)| !figure.value.is_missing();
    let with_number: Vec<_> = drawn.iter().filter(has_number).copied().collect();
    if times(&with_number).len() < 2 {
        return None;
    }
    let slots = slots(&drawn, language);
    let (low, high) = ends(evaluation, unit_drawn)?;
    let in_unit = |number: Number| match unit_drawn {
        Some(unit) => number.text_in(unit, language),
        None => number.text(language),
    };
    let title = format!("{}: {}", Word::Course.text(language), beginning(name, TITLE));
    let mut description: Vec<String> = Vec::new();
    for time in times(&drawn) {
        let of_period = drawn.iter().filter(|(own, ..)| *own == time);
        let said: Vec<String> = of_period
            .map(|(.., figure)| {
                format!(
                    "{} {}",
                    figures::role(figure, language),
                    said(figure, unit_drawn, language)
                )
            })
            .collect();
        description.push(format!("{}: {}.", words::period(time, language), said.join(", ")));
    }
    let mut scale = format!(
        "{} {} {} {}",
        Word::AxisFrom.text(language),
        in_unit(low),
        Word::AxisTo.text(language),
        in_unit(high)
    );
    if low.signum() > 0 || high.is_negative() {
        scale.push_str("; ");
        scale.push_str(Word::AxisNotZero.text(language));
    }
    description.push(scale + ".");
    if !left_out.is_empty() {
        description.push(format!("{}: {}.", Word::NotDrawn.text(language), left_out.join("; ")));
    }
    Some(Course {
        title,
        description: clean(&description.join(" ")),
        slots,
        ends: [low, high].map(|number| {
            // A sign such as % has room on the axis, and a word has not.
            let (bare, full) = (number.text(language), in_unit(number));
            let is_short = full.chars().count() <= bare.chars().count() + 2;
            (number.to_f64(), clean(if is_short { &full } else { &bare }))
        }),
    })
}

/// The value of a figure with what is said of it, and with *missing* for a dash.
fn said(figure: &Figure, unit: Option<&Unit>, language: Language) -> String {
    match figure.value {
        Value::Missing(Missing::Unspecified) => Word::Missing.text(language).to_owned(),
        Value::Missing(why) => format!("{} ({})", Word::Missing.text(language), why.text(language)),
        _ => value_in(figure, figure.unit.as_ref().or(unit), language),
    }
}

/// A place for each period, and for each year between that no figure is of.
fn slots(drawn: &[(Period, Kind, &Figure)], language: Language) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut before: Option<Period> = None;
    for period in times(drawn) {
        let mut next = before.and_then(Period::next);
        if before.is_some_and(|before| before.kind() == PeriodKind::Year)
            && period.kind() == PeriodKind::Year
        {
            let mut between = Vec::new();
            while let Some(year) =
                next.filter(|year| *year < period && between.len() <= MOST_BETWEEN)
            {
                between.push(year);
                next = year.next();
            }
            if between.len() <= MOST_BETWEEN {
                slots.extend(between.into_iter().map(|year| Slot {
                    label: words::period(year, language),
                    follows: true,
                    marks: Vec::new(),
                }));
            }
        }
        let marks = drawn.iter().filter(|(own, ..)| *own == period).map(|(_, kind, figure)| Mark {
            kind: *kind,
            extent: extent(&figure.value),
            text: clean(&bare(figure, None, language)),
            is_hollow: is_uncertain(figure) || figure.role == Some(Role::Expected),
            begins_anew: figure.status.contains(Status::BreakInSeries),
        });
        slots.push(Slot {
            label: words::period(period, language),
            follows: next == Some(period),
            marks: marks.collect(),
        });
        before = Some(period);
    }
    slots
}

/// The lowest and the highest number that is drawn of an indicator. All of its slices have one scale,
/// so that they can be compared.
fn ends(evaluation: &Evaluation<'_>, unit_drawn: Option<&Unit>) -> Option<(Number, Number)> {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    let is_drawn = |figure: &&Figure| {
        time(figure).is_some()
            && kind(figure).is_some()
            && extent(&figure.value).is_some()
            && is_like(unit(figure, evaluation), unit_drawn)
    };
    let drawn = evaluation.indicator.figures.iter().filter(is_drawn);
    let bounds = drawn.filter_map(|figure| figure.value.bounds());
    let numbers = bounds.flat_map(|bounds| [bounds.low(), bounds.high()]);
    let mut numbers = numbers.filter_map(|end| match end {
        Included(number) | Excluded(number) => Some(number),
        Unbounded => None,
    });
    let first = numbers.next()?;
    Some(numbers.fold((first, first), |(low, high), number| (low.min(number), high.max(number))))
}

/// How the result of an answer stands to its target. `None` without a target and a result that are
/// numbers of one unit.
pub(crate) fn standing(
    evaluation: &Evaluation<'_>,
    name: &str,
    language: Language,
) -> Option<Standing> {
    let target = evaluation.target?;
    let unit_drawn = unit(target, evaluation);
    // A bar says that twice as long is twice as much, which no rank is.
    if unit_drawn.is_some_and(|unit| unit.is_like(&Unit::RANK)) {
        return None;
    }
    let result = evaluation.measured.or(evaluation.last_known)?;
    if !is_like(unit(result, evaluation), unit_drawn) {
        return None;
    }
    let extents = (extent(&target.value)?, extent(&result.value)?);
    let is_measured = evaluation.measured.is_some();
    let word = if is_measured { Word::Measured } else { Word::LastKnown };
    let of_period = |figure: &Figure| match figure.period {
        Some(period) if period != evaluation.at => {
            format!(" ({})", words::period(period, language))
        }
        _ => String::new(),
    };
    let plain = |word: Word, figure: &Figure| {
        let value = bare(figure, unit_drawn, language);
        clean(&format!("{} {value}{}", word.text(language), of_period(figure)))
    };
    let full = |word: Word, figure: &Figure| {
        format!(
            "{} {}{}.",
            word.text(language),
            said(figure, unit_drawn, language),
            of_period(figure)
        )
    };
    let is_hollow = !is_measured || is_uncertain(result);
    let mut description = vec![full(word, result), full(Word::Target, target)];
    if !is_measured {
        description.push(format!("{}.", capitalised(Word::NoResult.text(language))));
    }
    description.push(format!("{}.", capitalised(evaluation.outcome.text(language))));
    description.push(format!("{}.", Word::BarFromZero.text(language)));
    let title = format!("{}: {}", Word::TargetAndResult.text(language), beginning(name, TITLE));
    Some(Standing {
        title,
        description: clean(&description.join(" ")),
        target: extents.0,
        target_text: plain(Word::Target, target),
        result: extents.1,
        result_text: plain(word, result),
        is_hollow,
    })
}

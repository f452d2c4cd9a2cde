//! Which figures are drawn, how, and the same in words.

use std::collections::HashMap;

use beleid::{
    Dimension, Evaluation, Figure, Indicator, Language, Missing, Number, Period, PeriodKind,
    Reason, Role, Scale, Status, Unit, Value,
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
const MAX_BETWEEN: usize = 12;
/// Up to how many periods a picture has room for. The table has all of them.
const MAX_SLOTS: usize = 60;

/// The unit of a figure: its own, or else that of its indicator.
pub(crate) fn unit<'f>(figure: &'f Figure, indicator: &'f Indicator) -> Option<&'f Unit> {
    figure.unit.as_ref().or(indicator.unit.as_ref())
}

/// The figures of an indicator as its pictures need them, so that each is looked at once.
pub(crate) struct Drawable<'f> {
    indicator: &'f Indicator,
    slices: HashMap<&'f [Dimension], Vec<&'f Figure>>,
    /// The lowest and the highest number in each unit. All slices of an indicator have one scale, so
    /// that they can be compared.
    ends: HashMap<Option<Unit>, (Number, Number)>,
}

impl<'f> Drawable<'f> {
    pub(crate) fn of(indicator: &'f Indicator) -> Self {
        use std::ops::Bound::{Excluded, Included};
        let mut slices: HashMap<&[Dimension], Vec<&Figure>> = HashMap::new();
        let mut ends: HashMap<Option<Unit>, (Number, Number)> = HashMap::new();
        for figure in &indicator.figures {
            slices.entry(&figure.dimensions).or_default().push(figure);
            let is_drawn =
                time(figure).is_some() && kind(figure).is_some() && extent(&figure.value).is_some();
            let Some(bounds) = figure.value.bounds().filter(|_| is_drawn) else { continue };
            for end in [bounds.low(), bounds.high()] {
                let (Included(number) | Excluded(number)) = end else { continue };
                let unit = without_scale(unit(figure, indicator));
                let (low, high) = ends.entry(unit).or_insert((number, number));
                *low = number.min(*low);
                *high = number.max(*high);
            }
        }
        Drawable { indicator, slices, ends }
    }
}

/// A unit in the form that is equal for all that can stand on one scale.
fn without_scale(unit: Option<&Unit>) -> Option<Unit> {
    unit.map(|unit| unit.clone().with_scale(Scale::Ones))
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

/// A figure with its time and what it is.
type Timed<'f> = (Period, Kind, &'f Figure);

/// The figures of each time, if they are in order.
fn by_time<'d, 'f>(drawn: &'d [Timed<'f>]) -> impl Iterator<Item = (Period, &'d [Timed<'f>])> {
    let chunks = drawn.chunk_by(|(one, ..), (other, ..)| one == other);
    chunks.filter_map(|of_time| Some((of_time.first()?.0, of_time)))
}

fn extent(value: &Value) -> Option<Extent> {
    value.bounds().and_then(Extent::of)
}

/// The unit that a picture has: that of the first figure with a number that is a result, or else of
/// the first with a number.
fn unit_of<'f>(figures: &[&'f Figure], indicator: &'f Indicator) -> Option<&'f Unit> {
    let drawn = || figures.iter().filter(|figure| extent(&figure.value).is_some());
    let result = drawn().find(|figure| figure.role == Some(Role::Realised));
    result.or_else(|| drawn().next()).and_then(|figure| unit(figure, indicator))
}

/// The course of the figures of a slice. `None` where fewer than two periods have a number, or more
/// than a picture has room for.
pub(crate) fn course(
    drawable: &Drawable<'_>,
    slice: &[Dimension],
    name: &str,
    language: Language,
) -> Option<Course> {
    let indicator = drawable.indicator;
    let figures = drawable.slices.get(slice)?;
    let unit_drawn = unit_of(figures, indicator);
    let mut drawn: Vec<Timed<'_>> = Vec::new();
    let mut left_out = Vec::new();
    for figure in figures {
        let missing = figure.value.is_missing();
        let why = match (time(figure), kind(figure), extent(&figure.value)) {
            (_, None, _) => continue,
            (None, ..) => Word::WithoutYear,
            (Some(_), _, None) if !missing => Word::NoNumber,
            (Some(_), _, Some(_)) if !is_like(unit(figure, indicator), unit_drawn) => {
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
    drawn.sort_by_key(|(time, ..)| (time.start(), time.end()));
    let has_number = |(.., figure): &Timed<'_>| !figure.value.is_missing();
    let known = by_time(&drawn).filter(|(_, of_time)| of_time.iter().any(has_number)).count();
    let slots = slots(&drawn, language);
    if known < 2 || slots.len() > MAX_SLOTS {
        return None;
    }
    let (low, high) = *drawable.ends.get(&without_scale(unit_drawn))?;
    let in_unit = |number: Number| match unit_drawn {
        Some(unit) => number.text_in(unit, language),
        None => number.text(language),
    };
    let title = format!("{}: {}", Word::Course.text(language), beginning(name, TITLE));
    let mut description: Vec<String> = Vec::new();
    for (time, of_time) in by_time(&drawn) {
        let said = of_time.iter().map(|(.., figure)| {
            let said = said(figure, unit_drawn, language);
            format!("{} {said}", figures::role(figure, language))
        });
        let said: Vec<String> = said.collect();
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
fn slots(drawn: &[Timed<'_>], language: Language) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut before: Option<Period> = None;
    for (period, of_period) in by_time(drawn) {
        let mut next = before.and_then(Period::next);
        if before.is_some_and(|before| before.kind() == PeriodKind::Year)
            && period.kind() == PeriodKind::Year
        {
            let mut between = Vec::new();
            while let Some(year) =
                next.filter(|year| *year < period && between.len() <= MAX_BETWEEN)
            {
                between.push(year);
                next = year.next();
            }
            if between.len() <= MAX_BETWEEN {
                slots.extend(between.into_iter().map(|year| Slot {
                    label: words::period(year, language),
                    follows: true,
                    marks: Vec::new(),
                }));
            }
        }
        let marks = of_period.iter().map(|(_, kind, figure)| Mark {
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

/// Whether an answer says that its target and its result are no numbers of one scale: one of them may be
/// a change, be of another stretch of time, or not be the one that counts.
fn is_of_two_scales(evaluation: &Evaluation<'_>) -> bool {
    let is_undecided = matches!(
        evaluation.reason,
        Some(
            Reason::CoversAnotherLength
                | Reason::ResultsDisagree
                | Reason::TargetsDisagree
                | Reason::ReferencesDisagree
                | Reason::ReferenceNotKnown
                | Reason::ChangeOrLevel
                | Reason::PercentOrPoints
                | Reason::UnitsDiffer
                | Reason::UnitNotStated
                | Reason::NotComparable
                | Reason::TargetNotSliced
        )
    );
    let is_assumed = evaluation.readings.iter().any(|reading| {
        let assumed = &reading.assumption;
        assumed.measured.is_some()
            || assumed.target.is_some()
            || assumed.reference.is_some()
            || assumed.sense.is_some()
            || assumed.in_points.is_some()
    });
    let kind = |figure: Option<&Figure>| figure.and_then(|of| of.period).map(Period::kind);
    let result = evaluation.measured.or(evaluation.last_known);
    let kinds = kind(result).zip(kind(evaluation.target));
    is_undecided || is_assumed || kinds.is_some_and(|(one, other)| one != other)
}

/// Whether a slice has another figure of the same period and role, which says something else.
fn has_rival(drawable: &Drawable<'_>, figure: &Figure) -> bool {
    let slice = drawable.slices.get(&*figure.dimensions).map(Vec::as_slice).unwrap_or_default();
    slice.iter().any(|other| {
        (other.period, other.role) == (figure.period, figure.role) && other.value != figure.value
    })
}

/// How the result of an answer stands to its target. `None` without a target and a result that are
/// numbers of one unit.
pub(crate) fn standing(
    drawable: &Drawable<'_>,
    evaluation: &Evaluation<'_>,
    name: &str,
    language: Language,
) -> Option<Standing> {
    let target = evaluation.target.filter(|_| !is_of_two_scales(evaluation))?;
    let unit_drawn = unit(target, evaluation.indicator);
    // A bar says that twice as long is twice as much, which no rank is.
    if unit_drawn.is_some_and(|unit| unit.is_like(&Unit::RANK)) {
        return None;
    }
    let result = evaluation.measured.or(evaluation.last_known)?;
    let is_of_unit = is_like(unit(result, evaluation.indicator), unit_drawn);
    if !is_of_unit || has_rival(drawable, result) || has_rival(drawable, target) {
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

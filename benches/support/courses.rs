//! Series as a budget has them: a few results, a target for most, and by hand what the methods
//! compute.

#![allow(clippy::cast_precision_loss, clippy::float_cmp)] // Small whole numbers.

use beleid::methods::Series;
use beleid::{Direction, Figure, Id, Indicator, Number, Period, Role};

/// A series as plain numbers.
pub(crate) struct Plain {
    /// Years and values, from the first to the last.
    pub(crate) points: Vec<(f64, f64)>,
    /// The year and the value of the target.
    pub(crate) target: Option<(f64, f64)>,
    /// 1 where higher is better, and -1 where lower is.
    pub(crate) way: f64,
}

/// A small generator, so that each run has the same series.
struct Dice(u64);

impl Dice {
    /// A number below `below`.
    fn roll(&mut self, below: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

/// Some series, of which one in thirty begins at 0 and one in ten has no target.
pub(crate) fn plain(count: usize, seed: u64) -> Vec<Plain> {
    let mut dice = Dice(seed);
    (0..count)
        .map(|_| {
            let first = 2015 + dice.roll(3);
            let mut value =
                if dice.roll(30) == 0 { 0.0 } else { (100 + dice.roll(9000)) as f64 / 10.0 };
            let points = (first..=2024)
                .map(|year| {
                    let point = (year as f64, value);
                    value = ((value * 10.0) + dice.roll(200) as f64 - 90.0).round().max(0.0) / 10.0;
                    point
                })
                .collect();
            let way = if dice.roll(2) == 0 { 1.0 } else { -1.0 };
            let goal = (value + way * (dice.roll(600) as f64 + 10.0) / 10.0).round().max(1.0);
            Plain { points, target: (dice.roll(10) > 0).then_some((2030.0, goal)), way }
        })
        .collect()
}

fn direction(plain: &Plain) -> Direction {
    if plain.way > 0.0 { Direction::Higher } else { Direction::Lower }
}

pub(crate) fn series(plain: &Plain) -> Series {
    let series = Series::new(plain.points.iter().copied()).unwrap().towards(direction(plain));
    match plain.target {
        Some((at, target)) => series.with_target(target, at).unwrap(),
        None => series,
    }
}

pub(crate) fn indicator(plain: &Plain) -> Indicator {
    let year = |year: f64| format!("{year:04}").parse::<Period>().unwrap();
    let number = |value: f64| value.to_string().parse::<Number>().unwrap();
    let mut indicator = Indicator::new(Id::new("i1").unwrap(), "Aantal");
    indicator.direction = Some(direction(plain));
    for (at, value) in &plain.points {
        indicator.figures.push(Figure::new(year(*at), Role::Realised, number(*value)));
    }
    if let Some((at, target)) = plain.target {
        indicator.figures.push(Figure::new(year(at), Role::Target, number(target)));
    }
    indicator
}

/// By hand: no bounds, no reasons, NaN where there is no answer.
pub(crate) mod floor {
    use super::Plain;

    fn ends(plain: &Plain) -> ((f64, f64), (f64, f64)) {
        let base = plain.points.iter().find(|point| point.0 >= 2015.0);
        (*base.unwrap(), *plain.points.last().unwrap())
    }

    fn place(value: f64, cuts: &[f64]) -> usize {
        cuts.iter().take_while(|cut| value >= **cut).count()
    }

    fn growth(from: f64, to: f64, years: f64) -> f64 {
        (to / from).powf(1.0 / years) - 1.0
    }

    fn signs(plain: &Plain, base: (f64, f64), now: (f64, f64)) -> (f64, usize) {
        let previous = plain.points[plain.points.len() - 2];
        let well = |from: f64| usize::from((now.1 - from) * plain.way > 0.0);
        let sign = 2 * well(base.1) + well(previous.1);
        (sign as f64, sign)
    }

    fn shortfall(plain: &Plain, base: (f64, f64), now: (f64, f64)) -> (f64, usize) {
        let Some((due, target)) = plain.target else { return signs(plain, base, now) };
        if (now.1 - target) * plain.way >= 0.0 {
            return (0.0, 9);
        }
        let rate = (now.1 - base.1) / (now.0 - base.0);
        let missed = (target - (now.1 + rate * (due - now.0))) * plain.way / (target - now.1).abs();
        (missed, place(missed, &[0.05, 0.2, 1.0]))
    }

    pub(crate) fn municipal(plain: &Plain) -> (f64, usize) {
        let (base, now) = ends(plain);
        shortfall(plain, base, now)
    }

    pub(crate) fn destatis(plain: &Plain) -> (f64, usize) {
        let last = plain.points.len() - 1;
        let mut first = last;
        while first > 0
            && last - first < 5
            && plain.points[first].0 - plain.points[first - 1].0 == 1.0
        {
            first -= 1;
        }
        shortfall(plain, plain.points[first], plain.points[last])
    }

    pub(crate) fn escap(plain: &Plain) -> (f64, usize) {
        let (base, now) = ends(plain);
        let Some((_, target)) = plain.target else { return (f64::NAN, 9) };
        let status = 10.0 * plain.way * (now.1 - base.1) / (target - base.1).abs();
        (status, place(status, &[0.0, 10.0]))
    }

    fn paced(plain: &Plain, met: usize, score: bool) -> (f64, usize) {
        let (base, now) = ends(plain);
        let actual = growth(base.1, now.1, now.0 - base.0);
        let Some((due, target)) = plain.target else {
            let class = place(plain.way * actual, &[0.0, 0.005, 0.015]);
            return (plain.way * actual, class);
        };
        let pace = actual / growth(base.1, target, due - base.0);
        if met > 0 && (now.1 - target) * plain.way >= 0.0 {
            return (5.0, met);
        }
        let class = place(pace, &[0.0, 0.6, 0.95]);
        let scored = match class {
            0 | 1 => (pace / 0.6 * 2.5 - 2.5).max(-5.0),
            _ => ((pace - 0.6) / 0.35 * 2.5).min(5.0),
        };
        (if score { scored } else { pace }, class)
    }

    pub(crate) fn eurostat(plain: &Plain) -> (f64, usize) {
        paced(plain, 0, false)
    }

    pub(crate) fn open_sdg(plain: &Plain) -> (f64, usize) {
        paced(plain, 9, true)
    }

    pub(crate) fn share(plain: &Plain) -> (f64, usize) {
        let now = plain.points.last().unwrap();
        let Some((_, target)) = plain.target else { return (f64::NAN, 9) };
        let share = 1.0 + plain.way * (now.1 - target) / target;
        (share, place(share, &[0.85, 1.15]))
    }

    pub(crate) fn un_progress_chart(plain: &Plain) -> (f64, usize) {
        let (base, now) = ends(plain);
        let actual = growth(base.1, now.1, now.0 - base.0);
        let Some((due, target)) = plain.target else {
            return (actual, place(plain.way * actual, &[0.005, 0.02]));
        };
        if (now.1 - target) * plain.way >= 0.0 {
            return (0.0, 9);
        }
        let then = now.1 * (1.0 + actual).powf(due - now.0);
        let gone = (then - base.1) / (target - base.1);
        (gone, place(gone, &[0.1, 0.95]))
    }
}

//! Every row of `trend_statistics_peer`: scipy's and pymannkendall's numbers for real series, and
//! the textbook's forecast. Two numbers agree if they differ by at most 10⁻⁹ of the peer's one, or
//! by 10⁻¹², which is for those that are 0 but for rounding.

use std::collections::BTreeMap;
use std::io::Write as _;

use beleid::Reason;
use beleid::statistics::{
    Confidence, ForecastModel, Point, TrendVerdict, forecast, kendall, least_squares, mann_kendall,
    spearman, theil_sen, theil_sen_interval, trend_test,
};
use serde_json::Value;

use crate::support::data;

const RELATIVE: f64 = 1e-9;
const ABSOLUTE: f64 = 1e-12;

/// Why a number differs from the peer's. Each stands in DESIGN.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Explained {
    /// All values are equal. The peer has a number that is rounding, or a convention.
    Constant,
    /// All points lie on a line, so the peer's number is rounding, or an interval without width.
    OnTheLine,
    /// There are fewer points than a test needs, or too many of them are equal.
    CannotTest,
}

#[derive(Default)]
struct Tally {
    rows: usize,
    equal: usize,
    neither: usize,
    explained: BTreeMap<Explained, usize>,
    unexplained: Vec<String>,
}

/// A series of the file, with what is expected of it.
struct Row<'r> {
    id: &'r str,
    expected: &'r Value,
    points: Vec<Point>,
    is_constant: bool,
    is_line: bool,
    has_equal_values: bool,
}

impl Row<'_> {
    fn expected(&self, path: &str) -> Option<&Value> {
        self.expected.pointer(path)
    }

    fn explanation(&self) -> Option<Explained> {
        if self.is_constant {
            Some(Explained::Constant)
        } else if self.is_line {
            Some(Explained::OnTheLine)
        } else {
            None
        }
    }
}

/// The statistics, in the order of the file.
#[derive(Default)]
struct Table(Vec<(String, Tally)>);

impl Table {
    fn tally(&mut self, name: &str) -> &mut Tally {
        if let Some(at) = self.0.iter().position(|(known, _)| known == name) {
            return &mut self.0[at].1;
        }
        self.0.push((name.to_owned(), Tally::default()));
        &mut self.0.last_mut().unwrap().1
    }

    /// Holds a number against the peer's at this path, if the row has one there.
    fn check(&mut self, row: &Row<'_>, path: &str, ours: Result<f64, Reason>) {
        let Some(theirs) = row.expected(path) else { return };
        let tally = self.tally(path);
        tally.rows += 1;
        match (ours, theirs.as_f64()) {
            (Ok(ours), Some(theirs)) if close(ours, theirs) => tally.equal += 1,
            (Err(_), None) => tally.neither += 1,
            _ => tally.differs(row, row.explanation(), &format!("{ours:?} against {theirs}")),
        }
    }
}

impl Tally {
    fn differs(&mut self, row: &Row<'_>, explanation: Option<Explained>, what: &str) {
        match explanation {
            Some(explanation) => *self.explained.entry(explanation).or_default() += 1,
            None => self.unexplained.push(format!("{}: {what}", row.id)),
        }
    }
}

fn close(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= (RELATIVE * theirs.abs()).max(ABSOLUTE)
}

fn line(table: &mut Table, row: &Row<'_>) {
    let line = least_squares(&row.points);
    table.check(row, "/linregress/slope", line.map(|line| line.slope));
    table.check(row, "/linregress/intercept", line.map(|line| line.intercept));
    table.check(row, "/linregress/r", line.and_then(|line| line.r));
    table.check(row, "/linregress/p", line.and_then(|line| line.p()));
    table.check(row, "/linregress/slope_stderr", line.and_then(|line| line.slope_error()));
    table.check(row, "/linregress/intercept_stderr", line.and_then(|line| line.intercept_error()));

    let Some(year) = row.expected("/ols_forecast_plus4/year").and_then(Value::as_f64) else {
        return;
    };
    let ahead = forecast(&row.points, year, ForecastModel::LeastSquares, Confidence::P95);
    let interval = ahead.and_then(|ahead| ahead.interval);
    let error = line.and_then(|line| line.prediction_error(year));
    let quantile = interval.and_then(|interval| {
        let value = ahead.map(|ahead| ahead.value)?;
        error.map(|error| (interval.high - value) / error)
    });
    table.check(row, "/ols_forecast_plus4/value", ahead.map(|ahead| ahead.value));
    table.check(row, "/ols_forecast_plus4/prediction_se", error);
    table.check(row, "/ols_forecast_plus4/t975", quantile);
    table.check(row, "/ols_forecast_plus4/lower95", interval.map(|interval| interval.low));
    table.check(row, "/ols_forecast_plus4/upper95", interval.map(|interval| interval.high));
    if let Ok(ahead) = ahead {
        assert_eq!((ahead.horizon, ahead.n), (4.0, row.points.len()), "{}", row.id);
        assert_eq!(ahead.last_value, row.points.last().unwrap().value, "{}", row.id);
    }
}

fn median_line(table: &mut Table, row: &Row<'_>) {
    let line = theil_sen(&row.points);
    let interval = theil_sen_interval(&row.points, Confidence::P95);
    table.check(row, "/theilslopes_separate/slope", line.map(|line| line.slope));
    table.check(row, "/theilslopes_separate/intercept", line.map(|line| line.intercept));
    table.check(row, "/theilslopes_joint/intercept", line.map(|line| line.joint_intercept));
    table.check(row, "/theilslopes_separate/low95", interval.map(|interval| interval.low));
    table.check(row, "/theilslopes_separate/high95", interval.map(|interval| interval.high));
}

#[allow(clippy::cast_precision_loss)]
fn ranks(table: &mut Table, row: &Row<'_>) {
    let ranks = kendall(&row.points);
    table.check(row, "/kendalltau_auto/tau_b", ranks.map(|ranks| ranks.tau));
    table.check(row, "/kendalltau_auto/p", ranks.and_then(|ranks| ranks.p()));
    table.check(row, "/kendalltau_exact/p", ranks.and_then(|ranks| ranks.exact_p()));

    let ranks = spearman(&row.points);
    table.check(row, "/spearman/rho", ranks.map(|ranks| ranks.rho));
    table.check(row, "/spearman/p_t", ranks.and_then(|ranks| ranks.p()));

    // The peer goes by the place of a value, whatever its year.
    let values: Vec<f64> = row.points.iter().map(|point| point.value).collect();
    let test = mann_kendall(&values);
    table.check(row, "/pymannkendall_original/s", test.map(|test| test.score as f64));
    table.check(row, "/pymannkendall_original/var_s", test.map(|test| test.variance));
    table.check(row, "/pymannkendall_original/tau", test.map(|test| test.tau));
    table.check(row, "/pymannkendall_original/z", test.map(|test| test.z));
    table.check(row, "/pymannkendall_original/p", test.and_then(|test| test.p()));
    let placed: Vec<Point> =
        values.iter().zip(0..).map(|(value, at)| Point::new(f64::from(at), *value)).collect();
    let line = theil_sen(&placed);
    table.check(row, "/pymannkendall_original/slope", line.map(|line| line.slope));
    table.check(row, "/pymannkendall_original/intercept", line.map(|line| line.intercept));
}

/// The peer's word about the trend, beside ours by the same p.
fn verdict(table: &mut Table, row: &Row<'_>) {
    let theirs = row.expected("/pymannkendall_original/trend").unwrap().as_str().unwrap();
    let test = trend_test(&row.points, Confidence::P95);
    let tally = table.tally("/pymannkendall_original/trend");
    tally.rows += 1;
    let agree = match test.verdict {
        TrendVerdict::Rising => theirs == "increasing",
        TrendVerdict::Falling => theirs == "decreasing",
        TrendVerdict::NotShown => theirs == "no trend",
        TrendVerdict::CannotTest(_) => false,
    };
    if agree {
        tally.equal += 1;
    } else {
        let is_open = matches!(test.verdict, TrendVerdict::CannotTest(_)) && theirs == "no trend";
        let may_be = is_open && (test.n < 5 || row.has_equal_values);
        let explanation = may_be.then_some(Explained::CannotTest);
        tally.differs(row, explanation, &format!("{test:?} against {theirs}"));
    }
}

/// Whether the points lie on the line through the first and the last, but for rounding.
fn is_line(points: &[Point]) -> bool {
    let (first, last) = (points[0], points[points.len() - 1]);
    let slope = (last.value - first.value) / (last.year - first.year);
    let size = points.iter().map(|point| point.value.abs()).fold(0.0, f64::max);
    points.iter().all(|point| {
        let residual = point.value - first.value - slope * (point.year - first.year);
        residual.abs() <= 1e-14 * size
    })
}

#[test]
fn every_row_agrees_or_is_explained() {
    let Some(text) = data::text("evaluation/trend_statistics_peer.jsonl") else { return };
    let mut table = Table::default();
    for line_of_file in text.lines() {
        let value: Value = serde_json::from_str(line_of_file).unwrap();
        let series = value["series"].as_array().unwrap();
        let points: Vec<Point> = series
            .iter()
            .map(|pair| Point::new(pair[0].as_f64().unwrap(), pair[1].as_f64().unwrap()))
            .collect();
        let is_constant = points.iter().all(|point| point.value == points[0].value);
        let is_line = is_line(&points);
        let mut values: Vec<f64> = points.iter().map(|point| point.value).collect();
        values.sort_by(f64::total_cmp);
        let has_equal_values = values.windows(2).any(|pair| pair[0] == pair[1]);
        let row = Row {
            id: value["id"].as_str().unwrap(),
            expected: &value["expected"],
            points,
            is_constant,
            is_line,
            has_equal_values,
        };
        line(&mut table, &row);
        median_line(&mut table, &row);
        ranks(&mut table, &row);
        verdict(&mut table, &row);
    }
    let mut shown =
        format!("{:42}{:>6}{:>7}{:>9}  explained\n", "statistic", "rows", "equal", "neither");
    let mut unexplained = Vec::new();
    for (name, tally) in &table.0 {
        shown += &format!(
            "{name:42}{:>6}{:>7}{:>9}  {:?}\n",
            tally.rows, tally.equal, tally.neither, tally.explained
        );
        let explained: usize = tally.explained.values().sum();
        let all = tally.equal + tally.neither + explained + tally.unexplained.len();
        assert_eq!(all, tally.rows, "{name}");
        unexplained.extend(tally.unexplained.iter().map(|what| format!("{name} {what}")));
    }
    // Written past the capture of the test harness: the table is what the test is for.
    let _ = write!(std::io::stderr(), "{shown}");
    assert!(
        unexplained.is_empty(),
        "{} unexplained:\n{}",
        unexplained.len(),
        unexplained.join("\n")
    );
    assert!(table.0.iter().all(|(_, tally)| tally.rows > 500), "no row of some statistic");
}

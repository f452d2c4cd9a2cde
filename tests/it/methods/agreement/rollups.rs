//! Published roll-ups: the mean of the scores, and the mean of means of groups.

use beleid::methods::presets::open_sdg::compat::Status;
use beleid::methods::{Item, MeanOfMeans, Range, Rollup, RollupRule, presets::open_sdg};
use serde_json::Value;

use super::{Agreement, rows, same};

fn score(series: &Value) -> Option<Range> {
    series["score"].as_f64().map(|score| Range::exactly(score).expect("scores are finite"))
}

fn compare(expected: &Value, mean: Option<f64>, all_achieved: bool) -> Vec<String> {
    let status =
        mean.map_or(Status::NotAvailable, |mean| Status::of_score(mean, all_achieved)).code();
    let mut differs = Vec::new();
    if !same(expected["score"].as_f64(), mean) {
        differs.push(format!("score {} is {mean:?}", expected["score"]));
    }
    if expected["progress_status"] != status {
        differs.push(format!("status {} is {status}", expected["progress_status"]));
    }
    differs
}

pub(super) fn flat() -> Option<Agreement> {
    let method = open_sdg::method();
    let mut agreement = Agreement::default();
    for (id, row) in rows("sdgbuild_published_rollups")? {
        let series = row["series"].as_array().expect("it has series");
        let items = series.iter().filter_map(score).map(Item::scored);
        let rollup = Rollup::of(&method, items, RollupRule::Mean);
        let all_achieved = series
            .iter()
            .filter(|series| score(series).is_some())
            .all(|series| series["target_achieved"] == true);
        let mean = rollup.value.ok().and_then(Range::exact);
        agreement.row(&id, &compare(&row["expected"], mean, all_achieved), None);
    }
    Some(agreement)
}

/// Adds a node of a tree, and tells whether all that have a score have reached their target.
fn add(means: &mut MeanOfMeans, node: &Value) -> bool {
    if let Some(group) = node["group"].as_array() {
        means.open();
        let missed = group.iter().filter(|node| !add(means, node)).count();
        means.close();
        return missed == 0;
    }
    means.add(score(node), 1.0);
    score(node).is_none() || node["status"] == "target_achieved"
}

pub(super) fn nested() -> Option<Agreement> {
    let mut agreement = Agreement::default();
    for (id, row) in rows("sdgbuild_published_group_rollups")? {
        let tree = row["tree"].as_array().expect("it has a tree");
        let mut means = MeanOfMeans::new();
        let missed = tree.iter().filter(|node| !add(&mut means, node)).count();
        let mean = means.mean().ok().and_then(Range::exact);
        agreement.row(&id, &compare(&row["expected"], mean, missed == 0), None);
    }
    Some(agreement)
}

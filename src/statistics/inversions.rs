//! How many pairs of a sequence are in the wrong order.

/// How many pairs of numbers have the larger one in front. Sorts the numbers on the way, in
/// n · log n steps (W. R. Knight, *A Computer Method for Calculating Kendall's Tau with Ungrouped
/// Data*, 1966). The buffer is room to work in.
pub(super) fn inversions(numbers: &mut Vec<f64>, buffer: &mut Vec<f64>) -> u64 {
    let mut pairs = 0;
    let mut width = 1;
    while width < numbers.len() {
        buffer.clear();
        for both in numbers.chunks(2 * width) {
            let (left, right) = both.split_at(width.min(both.len()));
            pairs += merge(left, right, buffer);
        }
        std::mem::swap(numbers, buffer);
        width *= 2;
    }
    pairs
}

/// Merges two sorted runs, and counts how many numbers each of the right one overtakes.
fn merge(mut left: &[f64], mut right: &[f64], merged: &mut Vec<f64>) -> u64 {
    let mut pairs = 0;
    while let ([first, others @ ..], [other, rest @ ..]) = (left, right) {
        if other < first {
            pairs += left.len() as u64;
            merged.push(*other);
            right = rest;
        } else {
            merged.push(*first);
            left = others;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
    pairs
}

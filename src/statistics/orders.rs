//! How many orders of some values are as steady as one of them.

use super::range::count;

/// The share of the orders of n different values in which at most so many pairs fall, or at most
/// so many rise (Kendall, *Rank Correlation Methods*).
///
/// A value that is put at the end of j − 1 others falls below 0 to j − 1 of them, each as
/// probable. So the distribution of falling pairs among j is the mean of j shifted ones among
/// j − 1, and sliding sums give it.
pub(super) fn share_of_orders(n: usize, falling: usize) -> f64 {
    if falling <= 1 {
        // 2 / n!, or 2 / (n − 1)!: one pair that falls is one of n − 1 neighbours.
        let last = n - falling.min(n);
        return (2..=last).fold(2.0, |share, j| share / count(j)).min(1.0);
    }
    let mut shares = vec![0.0; falling + 1];
    if let Some(none) = shares.first_mut() {
        *none = 1.0;
    }
    let mut sums = shares.clone();
    for j in 2..=n {
        let mut sum = 0.0;
        for (share, total) in shares.iter().zip(&mut sums) {
            sum += share;
            *total = sum;
        }
        let before = std::iter::repeat_n(&0.0, j).chain(&sums);
        for ((share, total), before) in shares.iter_mut().zip(&sums).zip(before) {
            *share = (total - before) / count(j);
        }
    }
    (2.0 * shares.iter().sum::<f64>()).min(1.0)
}

/// The same for values of which some are equal, given how many there are of each. Up to 33
/// values, whose orders are fewer than 2¹²⁸; nothing for more.
///
/// The orders of a multiset by falling pairs are the Gaussian multinomial coefficient: the
/// product over the groups of t equal values, with m in front of them, of
/// (1 − q^(m+i)) / (1 − qⁱ) for i from 1 to t.
pub(super) fn share_of_orders_with_ties(groups: &[usize], falling: usize) -> Option<f64> {
    const LONGEST: usize = 33;
    if groups.iter().sum::<usize>() > LONGEST {
        return None;
    }
    let mut counts = vec![0_u128; falling + 1];
    *counts.first_mut()? = 1;
    let mut all = 1_u128;
    let mut m = 0;
    for group in groups {
        // What is added up first can be taken from, and stays below all orders of all values.
        for i in 1..=*group {
            add_earlier(&mut counts, i)?;
            take_earlier(&mut counts, m + i)?;
            all = all.checked_mul((m + i) as u128)? / i as u128;
        }
        m += group;
    }
    let steady = counts.iter().try_fold(0_u128, |sum, count| sum.checked_add(*count))?;
    #[allow(clippy::cast_precision_loss)] // Only what is to be divided is rounded.
    Some((2.0 * (steady as f64 / all as f64)).min(1.0))
}

/// Divides by 1 − qⁱ: to each count is added the one that stands i earlier, as it has become.
fn add_earlier(counts: &mut [u128], i: usize) -> Option<()> {
    for at in i..counts.len() {
        let earlier = *counts.get(at - i)?;
        let count = counts.get_mut(at)?;
        *count = count.checked_add(earlier)?;
    }
    Some(())
}

/// Multiplies by 1 − qⁱ: from each count is taken the one that stands i earlier, as it was.
fn take_earlier(counts: &mut [u128], i: usize) -> Option<()> {
    for at in (i..counts.len()).rev() {
        let earlier = *counts.get(at - i)?;
        let count = counts.get_mut(at)?;
        *count = count.checked_sub(earlier)?;
    }
    Some(())
}

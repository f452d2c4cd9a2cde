//! Choices of a generated table, drawn from a list of numbers so that a failure can be shrunk.

use std::collections::HashSet;

use super::table::{key, keys};

/// A stream of choices, and the numbers that were given out.
#[derive(Debug)]
pub(crate) struct Draw {
    numbers: Vec<u32>,
    next: usize,
    /// The keys of all numbers that are printed, so that each names one cell.
    used: HashSet<String>,
}

impl Draw {
    pub(crate) fn new(numbers: Vec<u32>) -> Self {
        Draw { numbers, next: 0, used: HashSet::new() }
    }

    fn number(&mut self) -> u32 {
        let count = self.numbers.len().max(1);
        let (round, at) = (self.next / count, self.next % count);
        self.next += 1;
        let number = self.numbers.get(at).copied().unwrap_or(0);
        // Past the end the list begins anew, mixed.
        let round = u32::try_from(round).unwrap_or(0);
        number.wrapping_add(round.wrapping_mul(0x9e37_79b9)).rotate_left(round * 7 % 32)
    }

    /// A number below this one.
    pub(crate) fn below(&mut self, most: u32) -> u32 {
        self.number() % most.max(1)
    }

    pub(crate) fn index(&mut self, count: usize) -> usize {
        self.below(u32::try_from(count).unwrap()) as usize
    }

    /// Whether something happens that does so this many times in a hundred.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        // The highest draws, so that shrinking takes rare things away.
        self.below(100) >= 100 - percent
    }

    pub(crate) fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.index(all.len())].clone()
    }

    /// This many of them, each once, in their order.
    pub(crate) fn some<T: Clone>(&mut self, all: &[T], count: usize) -> Vec<T> {
        let mut left: Vec<usize> = (0..all.len()).collect();
        let mut taken: Vec<usize> = (0..count.min(all.len()))
            .map(|_| {
                let at = self.index(left.len());
                left.remove(at)
            })
            .collect();
        taken.sort_unstable();
        taken.into_iter().map(|at| all[at].clone()).collect()
    }

    /// Keeps the numbers of a label or a header from being given out as figures.
    pub(crate) fn reserve(&mut self, text: &str) {
        self.used.extend(keys(text));
    }

    /// Whether these whole numbers may be printed, each in one cell. Years may not, nor may numbers
    /// of one digit, which would be the number of a row.
    pub(crate) fn take(&mut self, numbers: &[i64]) -> bool {
        let keys: Vec<String> = numbers.iter().map(|number| key(&number.to_string())).collect();
        let all: HashSet<&String> = keys.iter().collect();
        let is_plain = |number: &i64| number.abs() > 9 && !(1900..=2100).contains(&number.abs());
        let is_free = all.len() == keys.len()
            && keys.iter().all(|key| key.len() > 1 && !self.used.contains(key))
            && numbers.iter().all(is_plain);
        if is_free {
            self.used.extend(keys);
        }
        is_free
    }

    /// A number from `least` to about `most`, which no other cell prints.
    pub(crate) fn unique(&mut self, least: i64, most: i64) -> i64 {
        let width = u32::try_from(most - least).unwrap_or(u32::MAX);
        let mut number = least + i64::from(self.below(width));
        while !self.take(&[number]) {
            number += 1;
        }
        number
    }
}

/// The same with a decimal point, and commas between thousands.
pub(crate) fn english(number: i64, places: u32) -> String {
    let text = dutch(number, places);
    let swap = |c| match c {
        '.' => ',',
        ',' => '.',
        c => c,
    };
    text.chars().map(swap).collect()
}

/// A whole number with a decimal comma this many digits from its end, and points between thousands.
pub(crate) fn dutch(number: i64, places: u32) -> String {
    let factor = 10_i64.pow(places);
    let whole = (number.abs() / factor).to_string();
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if places > 0 {
        let digits = places as usize;
        text += &format!(",{:0digits$}", number.abs() % factor);
    }
    if number < 0 { format!("-{text}") } else { text }
}

//! How an amount came about, in parentheses after it: `254,61 (3 x €84,87)`, `234,67 (480.000 x 0,04889%)`.

use crate::leaves::number::Number;
use crate::read::language::Pack;
use crate::read::number::Written;

/// Whether a text is a product of numbers that comes to the amount before it, within the rounding of its printed digits.
pub(super) fn explains(pack: &Pack, amount: &str, inside: &str) -> bool {
    /// A computation has a count and a rate, and at times a share of both.
    const MAX_FACTORS: usize = 4;
    if !inside.contains(['x', '×', '*']) {
        return false;
    }
    let factors: Vec<&str> = inside.split(['x', '×', '*']).map(str::trim).collect();
    let amounts = readings(pack, amount.trim());
    if !(2..=MAX_FACTORS).contains(&factors.len()) || amounts.is_empty() {
        return false;
    }
    let mut products = vec![Number::from(1)];
    for factor in factors {
        let own = readings(pack, factor);
        let product = |product: &Number| {
            let product = *product;
            own.iter().filter_map(move |factor| product.checked_mul(*factor)).collect::<Vec<_>>()
        };
        products = products.iter().flat_map(product).collect();
    }
    let is_near = |product: &Number, amount: &Number| {
        let unit = Number::new(1, amount.places()).ok();
        let off = product.checked_sub(*amount).map(Number::abs);
        off.zip(unit).is_some_and(|(off, unit)| off <= unit)
    };
    products.iter().any(|product| amounts.iter().any(|amount| is_near(product, amount)))
}

/// The numbers that a text may be: `480.000` is one of two. None if it is something else.
fn readings(pack: &Pack, text: &str) -> Vec<Number> {
    let bare = pack.currency(text).map_or(text, |(_, amount)| amount.trim());
    let (digits, is_percent) = match bare.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (bare, false),
    };
    let found = match Written::read(pack.numbers(), digits) {
        Some(Written::Plain(number) | Written::Point(number)) => vec![number],
        Some(Written::Grouped { whole, decimal, .. }) => vec![whole, decimal],
        None => Vec::new(),
    };
    let hundred = Number::from(100);
    let of_percent = |number: &Number| number.checked_div(hundred);
    if is_percent { found.iter().filter_map(of_percent).collect() } else { found }
}

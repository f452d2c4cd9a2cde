//! Tables of money.

use beleid::{
    Flow, KnownSign, Layout, Number, Reader, Reserves, Scale, Sign, SignEvidence, Unit, Value,
};

use super::told;

fn amounts(line: &beleid::CostLine) -> Vec<Value> {
    line.figures.iter().map(|figure| figure.value.clone()).collect()
}

#[test]
fn money_is_costs_and_not_judged() {
    let text = "Begroting 2017\n\n1.1 Veld\n\nWat mag het kosten? (x € 1.000)\n\nRekening 2017\n\n\
        Begroting 2017\n\nTotaal lasten\n\n12.000\n\n-\n\nSaldo van lasten en baten\n\n-1\n\n2\n";
    let field = &beleid::read(text).budget.fields[0];
    assert!(field.indicators.is_empty());
    let [expenses, balance] = field.costs.as_slice() else { panic!("{:?}", field.costs) };
    assert_eq!((&*expenses.label, expenses.id.as_str()), ("Totaal lasten", "1.1-c1"));
    assert_eq!((expenses.flow, expenses.total), (Some(Flow::Expenses), true));
    assert_eq!(expenses.unit, Unit::EURO.with_scale(Scale::Thousands));
    // The only expense has no minus; of a surplus two balances say nothing.
    let signs = expenses.signs.unwrap();
    let plus = KnownSign { sign: Sign::Plus, by: SignEvidence::Amounts };
    assert_eq!((signs.expenses, signs.surplus), (Some(plus), None));
    let exact = |number: i64| Value::Exact(Number::from(number));
    assert_eq!(amounts(expenses), [exact(12_000_000), beleid::Missing::Unspecified.into()]);
    assert_eq!(&*expenses.figures[0].cell.as_ref().unwrap().printed, "12.000");
    assert_eq!((balance.flow, balance.total), (Some(Flow::Balance), false));
    assert_eq!(amounts(balance), [exact(-1000), exact(2000)]);
}

#[test]
fn where_no_scale_is_printed_none_is_applied() {
    let text = "1.1 Veld\n\nWat mag het kosten?\n\nRekening 2017\n\nBegroting 2017\n\nLasten\n\n12.000\n\n13.000\n";
    let field = &beleid::read(text).budget.fields[0];
    assert_eq!(amounts(&field.costs[0])[0], Value::Exact(12_000.into()));
    assert_eq!(
        told(text),
        [
            "warning[unknown-unit] line 9, column 1: nothing says whether the amounts of the table of \"Lasten\" are in thousands"
        ]
    );
}

#[test]
fn a_row_that_does_not_fit_is_not_placed() {
    let text = "1.1 Veld\n\nWat mag het kosten?\n\nx € 1.000\n\nRekening 2017\n\nBegroting 2017\n\n\
        Lasten\n\n12\n\n13\n\nBaten\n\n5\n";
    let reading = beleid::read(text);
    let field = &reading.budget.fields[0];
    assert_eq!(field.costs.len(), 2);
    assert_eq!((&*field.costs[1].label, field.costs[1].figures.len()), ("Baten", 0));
    assert_eq!(field.costs[1].unplaced, [beleid::Cell::new("5").at(1, 2, 0)]);
    assert_eq!(field.sections[0].paragraphs, ["x € 1.000"]);
    let doubts: Vec<_> = reading.source_findings().iter().map(ToString::to_string).collect();
    assert!(
        doubts.contains(
            &"warning[row-misaligned] line 17, column 1: row \"Baten\" has 1 cell for 2 columns (Rekening 2017, Begroting 2017), so none of them is placed"
                .to_owned()
        ),
        "{doubts:?}"
    );
}

#[test]
fn a_corner_tells_that_a_grid_is_of_money() {
    let text = "## 1.1 Veld\n\n| (bedragen x € 1.000) | Rekening 2018 | 2019 |\n|---|---|---|\n\
        | Lasten | 24.862 | 23.892 |\n| Onttrekking aan de reserve | 12 | n.v.t. |\n\n\
        ### Indicatoren\n\n| Indicator | Behaald 2018 | Beoogd 2019 |\n|---|---|---|\n| Banen | 5 | 6 |\n";
    let reading = Reader::new().read_as(text, Layout::Markdown);
    let field = &reading.budget.fields[0];
    assert_eq!((field.costs.len(), field.indicators.len()), (2, 1));
    assert_eq!(amounts(&field.costs[0])[0], Value::Exact(24_862_000.into()));
    assert_eq!(field.costs[1].reserves, Some(Reserves::Only));
    let (place, _) = reading.budget.places().next().unwrap();
    let place = place.at(beleid::Part::Cost(0)).at(beleid::Part::Figure(1));
    let span = reading.span(&place).unwrap();
    assert_eq!(&text[span.bytes().unwrap()], "23.892");
}

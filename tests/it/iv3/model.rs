//! Between deliveries and the model: what stands where, and what is lost by name.

use beleid::iv3::{Delivery, LossKind};
use beleid::{
    Action, Attribute, Budget, CostLine, Dimension, DimensionName, Edition, EditionKind, Figure,
    Flow, Goal, Heading, Id, Identifier, IdentifierScheme, Indicator, KnownSign, Language, Note,
    Organisation, Period, PolicyField, Role, Section, Sign, SignEvidence, Signs, Status, Unit,
    Value,
};

use super::{PLAIN, generate};
use crate::support::golden;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

#[test]
fn a_delivery_as_figures() {
    let (budget, _) = Delivery::read(PLAIN).delivery.to_budget();
    let mut table = String::new();
    for figure in budget.figures() {
        let row = serde_json::to_value(&figure).unwrap();
        let cells = [
            "edition", "field", "subject", "code", "label", "flow", "slice", "period", "role",
            "dated", "kind", "value", "status",
        ];
        let cells = cells.map(|key| match &row[key] {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        table.push_str(&cells.join("\t"));
        table.push('\n');
    }
    golden::is("iv3_figures.tsv", &table);
    // It is a budget as any other, which the wire form holds.
    let json = serde_json::to_string(&beleid::Document::new(budget.clone())).unwrap();
    assert_eq!(serde_json::from_str::<beleid::Document>(&json).unwrap().budget, budget);
    let severe: Vec<_> = budget
        .validate()
        .iter()
        .map(ToString::to_string)
        .filter(|line| !line.starts_with("advice"))
        .collect();
    assert_eq!(severe, [""; 0]);
}

#[test]
fn what_a_budget_can_not_hold_is_lost_by_name() {
    let text = PLAIN
        .replace("\"bedrag\":600}", "\"bedrag\":600,\"details\":{\"a\":1},\"x/y~z\":2}")
        .replace("\"0.10\"", "\"\"")
        .replace("\"waarde\":\"45,3\"}", "\"waarde\":\"45,3\"},{\"verslagperiode\":\"Beg_2027\",\"kengetal\":\"fk.1\",\"waarde\":\"\"}");
    let delivery = Delivery::read(&text).delivery;
    let (_, losses) = delivery.to_budget();
    let lines: Vec<_> = losses.iter().map(|loss| loss.text(Language::English)).collect();
    assert_eq!(
        lines,
        [
            "/metadata/datum (\"2027-07-01T12:00:00Z\"): a budget has no place for it",
            "/metadata/details_openbaar (\"true\"): a budget has no place for it",
            "/metadata/financieel_pakket (\"pakket\"): a budget has no place for it",
            "/metadata/export_software (\"software\"): a budget has no place for it",
            "/contact/naam (\"P. Afzender\"): a budget has no place for a contact",
            "/contact/email (\"p.afzender@gemeente.nl\"): a budget has no place for a contact",
            "/contact/telefoon (\"0612345678\"): a budget has no place for a contact",
            "/opmerkingen/0 (\"Voorlopig\"): a budget has no place for remarks on a delivery",
            "/data/lasten/0/details (\"{\\\"a\\\":1}\"): a figure has no place for details of the bookkeeping",
            "/data/lasten/0/x~1y~0z (\"2\"): a figure has no place for details of the bookkeeping",
            "/data/lasten/1: a code that is empty or can't be printed has no place in a budget",
            "/data/kengetallen/1 (\"Beg_2027\"): the reporting period is not of the form Rek_2024, Beg_2026 or MJR_2027 for the book year",
        ]
    );
    let json = serde_json::to_value(&losses[0]).unwrap();
    assert_eq!(
        json,
        serde_json::json!({"kind": "metadata", "place": "/metadata/datum", "what": "2027-07-01T12:00:00Z"})
    );
}

#[test]
fn entries_out_of_order_are_grouped_and_told() {
    let mut delivery = Delivery::read(PLAIN).delivery;
    let (_, losses) = delivery.to_budget();
    assert!(losses.iter().all(|loss| loss.kind != LossKind::Order));
    let again = delivery.data.expenses[0].clone();
    delivery.data.expenses.push(again);
    let (budget, losses) = delivery.to_budget();
    let order: Vec<_> = losses.iter().filter(|loss| loss.kind == LossKind::Order).collect();
    assert_eq!(order.len(), 1);
    assert_eq!(order[0].place, "/data/lasten");
    let (back, _) = Delivery::from_budget(&budget);
    let rows: Vec<_> = back.data.expenses.iter().map(|entry| &*entry.row).collect();
    assert_eq!(rows, ["0.4", "0.4", "0.10", "2.1"]);
}

#[test]
fn the_amounts_of_a_quarter_are_of_the_year_so_far() {
    let mut delivery = Delivery::read(PLAIN).delivery;
    for (number, status) in [(1, Status::Partial), (3, Status::Partial), (4, Status::Provisional)] {
        delivery.metadata.period = Some(number.to_string().parse().unwrap());
        let (budget, _) = delivery.to_budget();
        assert_eq!(budget.edition.kind, Some(EditionKind::INTERIM_REPORT));
        assert_eq!(budget.edition.period, Some(Period::quarter(2026, number).unwrap()));
        let figure = &budget.fields[0].costs[0].figures[0];
        assert_eq!(figure.period, Some(Period::year(2026).unwrap()));
        assert_eq!(figure.dated, Some(Period::quarter(2026, number).unwrap()));
        assert_eq!(figure.status, [status]);
        let (back, losses) = Delivery::from_budget(&budget);
        assert_eq!(losses, []);
        assert_eq!(back.metadata.period, delivery.metadata.period);
        assert_eq!(back.data, delivery.data);
    }
}

#[test]
fn every_generated_delivery_comes_back() {
    for (name, delivery) in generate::all() {
        let (budget, losses) = delivery.to_budget();
        let kinds: Vec<_> = losses
            .iter()
            .map(|loss| loss.kind)
            .filter(|kind| {
                !matches!(
                    kind,
                    LossKind::Further | LossKind::Metadata | LossKind::Contact | LossKind::Remark
                )
            })
            .collect();
        assert_eq!(kinds, [], "{name}");
        let (back, losses) = Delivery::from_budget(&budget);
        assert_eq!(losses, [], "{name}");
        let mut expected = delivery.data;
        for entry in expected
            .expenses
            .iter_mut()
            .chain(&mut expected.income)
            .chain(&mut expected.balance_expenses)
            .chain(&mut expected.balance_income)
        {
            entry.further.clear();
        }
        assert_eq!(back.data, expected, "{name}");
    }
}

/// A line of expenses of a task field.
fn line(label: &str, code: Option<&str>) -> CostLine {
    let mut line = CostLine::new(id(label), label);
    line.flow = Some(Flow::Expenses);
    line.identifiers.extend(code.map(|code| Identifier::new(IdentifierScheme::IV3, code)));
    line
}

fn figure(year: u16, role: Role, value: impl Into<Value>, category: Option<&str>) -> Figure {
    let mut figure = Figure::new(Period::year(year).unwrap(), role, value);
    let dimension =
        category.map(|code| Dimension::new(DimensionName::ECONOMIC_CATEGORY, code).unwrap());
    figure.dimensions = dimension.into_iter().collect();
    figure
}

/// A budget as a municipality publishes it, with everything that a delivery has no place for.
fn published() -> Budget {
    let mut budget = Budget::new(Edition::new(EditionKind::BUDGET, Period::year(2026).unwrap()));
    budget.edition.title = Some("Begroting 2026".to_owned());
    budget.organisation = Some(Organisation::new("gemeente Groningen"));
    let mut field = PolicyField::new(Heading::new("2.3".parse().unwrap(), "Wonen"));
    field.sections.push(Section::introduction(["De stad groeit.", "Snel."]));
    field.goals.push(Goal::new(id("g1"), "Meer woningen"));
    field.actions.push(Action::new(id("a1"), "Wij bouwen."));
    field.notes.push(Note::new("*", "inclusief btw"));
    field.attributes.push(Attribute::new("Portefeuillehouder", "J. Jansen"));
    let mut indicator = Indicator::new(id("i1"), "Woningen");
    indicator.figures.push(figure(2026, Role::Target, Value::more_than(15), None));
    field.indicators.push(indicator);
    let mut housing = line("c1", Some("8.3"));
    let minus = Some(KnownSign { sign: Sign::Minus, by: SignEvidence::Words });
    housing.signs = Some(Signs { expenses: minus, ..Signs::default() });
    housing.figures = vec![
        figure(2026, Role::Budgeted, -1250, Some("1.1")),
        figure(2026, Role::Budgeted, -10, None),
        figure(2025, Role::Budgeted, -1200, Some("1.1")),
        figure(2026, Role::Amended, -1300, Some("1.1")),
        figure(2026, Role::Budgeted, Value::Text("p.m.".to_owned()), Some("1.1")),
    ];
    let mut area = figure(2026, Role::Budgeted, -3, Some("1.1"));
    area.dimensions.push(Dimension::new(DimensionName::AREA, "Noord").unwrap());
    housing.figures.push(area);
    let mut staff = figure(2026, Role::Budgeted, 12, Some("1.1"));
    staff.unit = Some(Unit::new("fte").unwrap());
    housing.figures.push(staff);
    let mut rounded = figure(2026, Role::Budgeted, -7, Some("4.2"));
    rounded.remark = Some("afgerond".into());
    housing.figures.push(rounded);
    housing.notes.push(Note::new("1)", "voorlopig"));
    let mut sum = line("c2", Some("8."));
    sum.total = true;
    let mut balance = line("c3", Some("8.1"));
    balance.flow = Some(Flow::Balance);
    field.costs = vec![housing, line("c4", None), sum, balance];
    budget.fields.push(field);
    budget
}

#[test]
fn what_a_delivery_can_not_hold_is_lost_by_name() {
    let (delivery, losses) = Delivery::from_budget(&published());
    let metadata = &delivery.metadata;
    assert_eq!((metadata.year, metadata.name.as_deref()), (Some(2026), Some("gemeente Groningen")));
    assert_eq!(
        (metadata.period.unwrap().number(), metadata.status.unwrap().code()),
        (0, "Begroting")
    );
    let taken: Vec<_> = delivery
        .data
        .expenses
        .iter()
        .map(|entry| (&*entry.row, &*entry.column, entry.amount.to_string()))
        .collect();
    assert_eq!(taken, [("8.3", "1.1", "1250".to_owned()), ("8.3", "4.2", "7".to_owned())]);
    let lines: Vec<_> =
        losses.iter().map(|loss| format!("{} {} {}", loss.kind, loss.place, &*loss.what)).collect();
    assert_eq!(
        lines,
        [
            "text /budget/edition Begroting 2026",
            "text /budget/fields/0/heading Wonen",
            "text /budget/fields/0/sections/0 De stad groeit.",
            "goal /budget/fields/0/goals/0 Meer woningen",
            "action /budget/fields/0/actions/0 Wij bouwen.",
            "note /budget/fields/0/notes/0 inclusief btw",
            "attribute /budget/fields/0/attributes/0 J. Jansen",
            "indicator /budget/fields/0/indicators/0 Woningen",
            "note /budget/fields/0/costs/0/notes/0 voorlopig",
            "no_category /budget/fields/0/costs/0/figures/1 -10",
            "other_time /budget/fields/0/costs/0/figures/2 -1200",
            "other_time /budget/fields/0/costs/0/figures/3 -1300",
            "value /budget/fields/0/costs/0/figures/4 “p.m.”",
            "attribute /budget/fields/0/costs/0/figures/5 -3",
            "value /budget/fields/0/costs/0/figures/6 12",
            "note /budget/fields/0/costs/0/figures/7 afgerond",
            "no_code /budget/fields/0/costs/1 c4",
            "total /budget/fields/0/costs/2 c2",
            "no_flow /budget/fields/0/costs/3 c3",
        ]
    );
    // Each place is one of the budget.
    for loss in &losses {
        assert!(published().get(&loss.place.parse().unwrap()).is_some(), "{}", loss.place);
    }
}

#[test]
fn documents_and_bodies_that_deliveries_do_not_have_are_lost_by_name() {
    let mut budget = Budget::new(Edition::new(EditionKind::FRAMEWORK, Period::year(2026).unwrap()));
    budget.organisation = Some(Organisation::new("waterschap Noorderzijlvest"));
    let (delivery, losses) = Delivery::from_budget(&budget);
    assert_eq!((delivery.metadata.tier, delivery.metadata.status), (None, None));
    assert_eq!(delivery.metadata.name.as_deref(), Some("waterschap Noorderzijlvest"));
    let lines: Vec<_> =
        losses.iter().map(|loss| format!("{} {} {}", loss.kind, loss.place, &*loss.what)).collect();
    assert_eq!(
        lines,
        [
            "attribute /budget/edition framework",
            "attribute /budget/organisation waterschap Noorderzijlvest"
        ]
    );
}

#[test]
fn positions_of_a_day_have_their_moment() {
    let mut budget =
        Budget::new(Edition::new(EditionKind::ANNUAL_REPORT, Period::year(2026).unwrap()));
    let mut cash = CostLine::new(id("c1"), "Kas");
    cash.identifiers.push(Identifier::new(IdentifierScheme::IV3_BALANCE, "A23"));
    for (day, amount) in [("2026-01-01", 100), ("2026-12-31", 250), ("2025-12-31", 100)] {
        cash.figures.push(Figure::new(day.parse::<Period>().unwrap(), Role::Realised, amount));
    }
    let mut field = PolicyField::new(Heading::titled("Balans"));
    field.costs.push(cash);
    budget.fields.push(field);
    let (delivery, losses) = Delivery::from_budget(&budget);
    let moments: Vec<_> = delivery
        .data
        .balance_positions
        .iter()
        .map(|entry| (&*entry.column, entry.amount.to_string()))
        .collect();
    assert_eq!(moments, [("1 januari", "100".to_owned()), ("ultimo", "250".to_owned())]);
    assert_eq!((losses.len(), losses[0].kind), (1, LossKind::OtherTime));
}

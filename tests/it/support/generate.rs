//! Arbitrary budgets, in which every type and every variant of the model occurs.

use beleid::{
    Account, Accumulation, Action, Attribute, Budget, Cell, Change, Code, Comparison, CostLine,
    Dimension, DimensionName, Direction, Edition, EditionKind, Figure, Flow, Goal, Heading, Id,
    Identifier, IdentifierScheme, Indicator, IndicatorKind, Interval, KnownSign, Level, Measure,
    Missing, Note, Number, Organisation, OrganisationKind, Period, PolicyField, Recurrence,
    Reference, Reserves, Role, Scale, Section, SectionKind, Sign, SignEvidence, Signs, Stated,
    Status, Statuses, Table, TableColumn, TableRow, Unit, Value,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Any text at all, control characters included.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z €%\"\\\\]{0,12}", any::<String>()]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3)
}

fn phrase() -> impl Strategy<Value = String> {
    "[a-z€]([a-z ]{0,8}[a-z])?"
}

pub(crate) fn number() -> impl Strategy<Value = Number> {
    const MOST: i128 = 9_999_999_999_999_999_999_999_999_999;
    prop_oneof![(-100_i128..100, 0_u32..3), (-MOST..=MOST, 0_u32..=28),]
        .prop_map(|(units, places)| Number::new(units, places).unwrap())
}

pub(crate) fn period() -> impl Strategy<Value = Period> {
    "(20[0-9]{2}(-H[12]|-Q[1-4]|-0[1-9]|-1[0-2]-2[0-8]|\\.\\.2100|\\.\\.)?|2014/15|1999/00)"
        .prop_map(|text| text.parse().unwrap())
}

fn code() -> impl Strategy<Value = Code> {
    "([1-9][0-9]?|0|[a-c])(\\.(0|[1-9]{1,3}[a-z]?)){0,3}".prop_map(|text| text.parse().unwrap())
}

fn id() -> impl Strategy<Value = Id> {
    "[!-~é]{1,8}".prop_map(|text| Id::new(text).unwrap())
}

fn ids() -> impl Strategy<Value = Vec<Id>> {
    vec(id(), 0..3)
}

fn unit() -> impl Strategy<Value = Unit> {
    let known = [Unit::COUNT, Unit::PERCENT, Unit::PERCENTAGE_POINT, Unit::EURO, Unit::RANK];
    let open = phrase().prop_map(|text| Unit::new(text).unwrap());
    let measure = prop_oneof![3 => select(known.to_vec()), 1 => open];
    let per = option::of((1_u32..2_000, prop_oneof![Just("inhabitant".to_owned()), phrase()]));
    (measure, scale(), per).prop_map(|(measure, scale, per)| {
        let unit = measure.with_scale(scale);
        match per {
            Some((count, of)) => unit.with_per(count, &of).unwrap(),
            None => unit,
        }
    })
}

fn scale() -> impl Strategy<Value = Scale> {
    select(vec![Scale::Ones, Scale::Thousands, Scale::Millions, Scale::Billions])
}

fn dimension() -> impl Strategy<Value = Dimension> {
    (phrase(), phrase())
        .prop_map(|(name, value)| Dimension::new(DimensionName::new(name).unwrap(), value).unwrap())
}

fn missing() -> impl Strategy<Value = Missing> {
    select(vec![
        Missing::Unspecified,
        Missing::NotAvailable,
        Missing::NotYetKnown,
        Missing::NotApplicable,
        Missing::NotMeasured,
        Missing::Elsewhere,
        Missing::Blank,
    ])
}

fn comparison() -> impl Strategy<Value = Comparison> {
    select(vec![
        Comparison::MoreThan,
        Comparison::AtLeast,
        Comparison::LessThan,
        Comparison::AtMost,
    ])
}

fn reference() -> impl Strategy<Value = Reference> {
    prop_oneof![
        Just(Reference::Baseline),
        Just(Reference::Previous),
        period().prop_map(Reference::Period),
        text().prop_map(Reference::Benchmark),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    select(vec![Change::Increase, Change::Decrease, Change::Unchanged])
}

pub(crate) fn interval() -> impl Strategy<Value = Interval> {
    (number(), number()).prop_map(|(a, b)| Interval::new(a.min(b), a.max(b)).unwrap())
}

pub(crate) fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        missing().prop_map(Value::Missing),
        number().prop_map(Value::Exact),
        number().prop_map(Value::MoreThan),
        number().prop_map(Value::AtLeast),
        number().prop_map(Value::LessThan),
        number().prop_map(Value::AtMost),
        interval().prop_map(Value::Between),
        (comparison(), reference()).prop_map(|(comparison, to)| Value::Relative { comparison, to }),
        change().prop_map(Value::Change),
        (change(), number(), option::of(unit()), option::of(reference())).prop_map(
            |(direction, by, unit, to)| Value::ChangeBy {
                direction,
                by,
                unit,
                to: to.map(Box::new)
            }
        ),
        any::<bool>().prop_map(Value::Flag),
        text().prop_map(Value::Text),
    ]
}

fn role() -> impl Strategy<Value = Role> {
    select(vec![
        Role::Realised,
        Role::Budgeted,
        Role::Amended,
        Role::Expected,
        Role::Target,
        Role::Norm,
        Role::Baseline,
        Role::Difference,
    ])
}

fn status() -> impl Strategy<Value = Status> {
    select(Status::ALL)
}

prop_compose! {
    fn cell()(table in any::<u32>(), row in 0..4_u32, column in 0..4_u32, printed in text()) -> Cell {
        Cell::new(printed).at(table, row, column)
    }
}

prop_compose! {
    pub(crate) fn figure()(
        period in option::of(period()),
        role in option::of(role()),
        value in value(),
        unit in option::of(unit()),
        dimensions in vec(dimension(), 0..3),
        dated in option::of(period()),
        status in vec(status(), 0..2),
        notes in texts(),
        remark in option::of(text()),
        cell in option::of(cell()),
    ) -> Figure {
        Figure {
            period,
            role,
            value,
            unit,
            dimensions: dimensions.into(),
            dated,
            status: status.into_iter().collect::<Statuses>(),
            notes: notes.into(),
            remark: remark.map(String::into_boxed_str),
            cell,
        }
    }
}

prop_compose! {
    fn note()(mark in option::of(text()), text in text()) -> Note {
        Note { mark, text }
    }
}

fn notes() -> impl Strategy<Value = Vec<Note>> {
    vec(note(), 0..2)
}

prop_compose! {
    fn attribute()(name in text(), text in text()) -> Attribute {
        Attribute { name, text }
    }
}

fn attributes() -> impl Strategy<Value = Vec<Attribute>> {
    vec(attribute(), 0..2)
}

fn direction() -> impl Strategy<Value = Direction> {
    select(vec![Direction::Higher, Direction::Lower, Direction::Within])
}

fn indicator_kind() -> impl Strategy<Value = IndicatorKind> {
    prop_oneof![
        Just(IndicatorKind::PERFORMANCE),
        phrase().prop_map(|text| IndicatorKind::new(text).unwrap()),
    ]
}

fn measure() -> impl Strategy<Value = Measure> {
    select(vec![
        Measure::Quantity,
        Measure::Share,
        Measure::Rank,
        Measure::Rating,
        Measure::YesNo,
        Measure::Milestone,
        Measure::Words,
    ])
}

fn accumulation() -> impl Strategy<Value = Accumulation> {
    select(vec![Accumulation::Level, Accumulation::Flow, Accumulation::RunningTotal])
}

prop_compose! {
    fn stated()(aspect in option::of(text()), judgement in text()) -> Stated {
        Stated { aspect, judgement }
    }
}

fn identifiers() -> impl Strategy<Value = Vec<Identifier>> {
    let scheme = prop_oneof![
        Just(IdentifierScheme::IV3),
        phrase().prop_map(|text| IdentifierScheme::new(text).unwrap()),
    ];
    vec((scheme, text()).prop_map(|(scheme, code)| Identifier::new(scheme, code)), 0..2)
}

prop_compose! {
    pub(crate) fn indicator()(
        id in id(),
        identifiers in identifiers(),
        (name, label) in (text(), option::of(text())),
        kind in option::of(indicator_kind()),
        measure in option::of(measure()),
        unit in option::of(unit()),
        direction in option::of(direction()),
        accumulation in option::of(accumulation()),
        source in option::of(text()),
        (goals, stated) in (ids(), vec(stated(), 0..2)),
        (figures, unplaced) in (vec(figure(), 0..5), vec(cell(), 0..2)),
        (group, notes, attributes) in (texts(), notes(), attributes()),
    ) -> Indicator {
        Indicator {
            id, identifiers, name, label, group, kind, measure, unit, direction, accumulation, source,
            goals, figures, unplaced, stated, notes, attributes,
        }
    }
}

prop_compose! {
    fn goal()(
        id in id(),
        code in option::of(code()),
        parent in option::of(id()),
        period in option::of(period()),
        text in text(),
    ) -> Goal {
        Goal { id, code, parent, period, text }
    }
}

prop_compose! {
    fn action()(id in id(), code in option::of(code()), goals in ids(), text in text()) -> Action {
        Action { id, code, goals, text }
    }
}

prop_compose! {
    fn known_sign()(
        sign in select(vec![Sign::Plus, Sign::Minus]),
        by in select(SignEvidence::ALL),
    ) -> KnownSign {
        KnownSign { sign, by }
    }
}

fn sign() -> impl Strategy<Value = Option<KnownSign>> {
    option::of(known_sign())
}

prop_compose! {
    fn signs()(expenses in sign(), income in sign(), surplus in sign()) -> Signs {
        Signs { expenses, income, surplus }
    }
}

prop_compose! {
    fn cost_line()(
        (id, identifiers) in (id(), identifiers()),
        code in option::of(code()),
        (group, label) in (texts(), text()),
        flow in option::of(select(vec![Flow::Expenses, Flow::Income, Flow::Balance])),
        reserves in option::of(select(vec![Reserves::Excluded, Reserves::Included, Reserves::Only])),
        (account, recurrence) in (
            option::of(select(Account::ALL)),
            option::of(select(Recurrence::ALL)),
        ),
        total in any::<bool>(),
        unit in unit(),
        signs in option::of(signs()),
        (figures, unplaced) in (vec(figure(), 0..2), vec(cell(), 0..2)),
        (notes, attributes) in (notes(), attributes()),
    ) -> CostLine {
        CostLine {
            id, identifiers, code, group, label, flow, reserves, account, recurrence, total, unit,
            signs, figures, unplaced, notes, attributes,
        }
    }
}

prop_compose! {
    fn section()(
        kind in section_kind(),
        heading in option::of(text()),
        paragraphs in texts(),
    ) -> Section {
        Section { kind, heading, paragraphs }
    }
}

fn section_kind() -> impl Strategy<Value = SectionKind> {
    select(vec![
        SectionKind::Introduction,
        SectionKind::Situation,
        SectionKind::Goals,
        SectionKind::Actions,
        SectionKind::Results,
        SectionKind::Costs,
        SectionKind::Other,
    ])
}

prop_compose! {
    fn table()(
        title in option::of(text()),
        unit in option::of(unit()),
        columns in vec(texts(), 0..3),
        rows in vec((any::<u32>(), text()), 0..2),
        unplaced in vec(cell(), 0..2),
    ) -> Table {
        Table {
            title,
            unit,
            columns: columns.into_iter().map(TableColumn::new).collect(),
            rows: rows.into_iter().map(|(row, label)| TableRow::new(row, label)).collect(),
            unplaced,
        }
    }
}

prop_compose! {
    fn heading()(label in option::of(text()), code in option::of(code()), title in option::of(text())) -> Heading {
        Heading { label, code, title }
    }
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![Just(Level::PROGRAMME), phrase().prop_map(|text| Level::new(text).unwrap())]
}

prop_compose! {
    fn leaf_field()(
        (level, heading) in (option::of(level()), heading()),
        indicators in vec(indicator(), 0..3),
        goals in vec(goal(), 0..2),
        actions in vec(action(), 0..2),
        costs in vec(cost_line(), 0..2),
        (sections, tables) in (vec(section(), 0..3), vec(table(), 0..2)),
        notes in notes(),
        attributes in attributes(),
    ) -> PolicyField {
        PolicyField {
            level, heading, sections, indicators, goals, actions, costs, tables, notes, attributes,
            fields: Vec::new(),
        }
    }
}

fn field() -> impl Strategy<Value = PolicyField> {
    leaf_field().prop_recursive(3, 8, 3, |inner| {
        (leaf_field(), vec(inner, 0..3)).prop_map(|(field, fields)| PolicyField { fields, ..field })
    })
}

prop_compose! {
    fn organisation()(
        name in text(),
        kind in option::of(phrase()),
        identifiers in identifiers(),
    ) -> Organisation {
        let kind = kind.map(|kind| OrganisationKind::new(kind).unwrap());
        Organisation { name, kind, identifiers }
    }
}

fn edition_kind() -> impl Strategy<Value = EditionKind> {
    prop_oneof![
        Just(EditionKind::BUDGET),
        phrase().prop_map(|text| EditionKind::new(text).unwrap()),
    ]
}

prop_compose! {
    pub(crate) fn budget()(
        kind in option::of(edition_kind()),
        period in option::of(period()),
        title in option::of(text()),
        organisation in option::of(organisation()),
        fields in vec(field(), 0..3),
    ) -> Budget {
        Budget { edition: Edition { kind, period, title }, organisation, fields }
    }
}

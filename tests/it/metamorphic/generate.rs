//! Generated tables of each kind that real budgets and accounts print, with what they mean.

use proptest::prelude::*;

use beleid::Number;

use super::draw::{Draw, dutch};
use super::table::{Block, Cell, Document, Fact, Header, Meant, Row, Table};
use super::words::{
    BUDGETED, EXPECTED, GROUPS, INDICATORS, PROGRAMMES, REALISED, Style, TARGET, UNITS,
};

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Indicators, under `Realisatie 2018`, `Streefwaarde 2019`.
    Merged,
    /// Indicators, under a role over its years.
    RoleOverYears,
    /// Indicators, under a year over its roles.
    YearOverRoles,
    /// Programmes, under `Rekening 2017`, `Begroting 2018` over `Lasten`, `Baten`, `Saldo`.
    YearsOverFlows,
    /// Programmes, under a flow over `Rekening 2017`, `Begroting 2018`.
    FlowsOverYears,
    /// Rows of flows, from `Lasten` to `Resultaat`, under `Rekening 2017`, `Begroting 2018`.
    FlowRows,
    /// Rows of flows, under bare years.
    FlowRowsByYear,
    /// Programmes under one year with its flows as columns.
    FlowColumns,
    /// Groups `Lasten` and `Baten` of programmes, with totals.
    FlowGroups,
    /// Groups of indicators.
    Groups,
    /// Indicators with a column of units.
    UnitColumn,
    /// Indicators with a norm and results.
    NormColumn,
    /// Indicators with running numbers.
    Numbered,
    /// Indicators as groups of rows of areas, with rows such as `Eenheid:`.
    AreaRows,
    /// Indicators with a column of years, under areas.
    AreaColumns,
    /// Years as rows, indicators as columns.
    YearRows,
    /// A row a figure: year, indicator, value.
    Long,
    /// The first kind with rows as columns.
    Turned,
    /// Programmes under a budget, the accounts and their difference, which has a letter after it: `30 V`.
    Favours,
    /// Products with their flows in a second cell, and a balance without a label.
    FlowCells,
    /// Programmes with a total that has no label.
    UnlabelledTotals,
    /// Programmes under a budget, the accounts and their difference in percent.
    Percents,
}

impl Kind {
    pub(crate) const ALL: [Kind; 22] = [
        Kind::Merged,
        Kind::RoleOverYears,
        Kind::YearOverRoles,
        Kind::YearsOverFlows,
        Kind::FlowsOverYears,
        Kind::FlowRows,
        Kind::FlowRowsByYear,
        Kind::FlowColumns,
        Kind::FlowGroups,
        Kind::Groups,
        Kind::UnitColumn,
        Kind::NormColumn,
        Kind::Numbered,
        Kind::AreaRows,
        Kind::AreaColumns,
        Kind::YearRows,
        Kind::Long,
        Kind::Turned,
        Kind::Favours,
        Kind::FlowCells,
        Kind::UnlabelledTotals,
        Kind::Percents,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Merged => "merged",
            Kind::RoleOverYears => "role-over-years",
            Kind::YearOverRoles => "year-over-roles",
            Kind::YearsOverFlows => "years-over-flows",
            Kind::FlowsOverYears => "flows-over-years",
            Kind::FlowRows => "flow-rows",
            Kind::FlowRowsByYear => "flow-rows-by-year",
            Kind::FlowColumns => "flow-columns",
            Kind::FlowGroups => "flow-groups",
            Kind::Groups => "groups",
            Kind::UnitColumn => "unit-column",
            Kind::NormColumn => "norm-column",
            Kind::Numbered => "numbered",
            Kind::AreaRows => "area-rows",
            Kind::AreaColumns => "area-columns",
            Kind::YearRows => "year-rows",
            Kind::Long => "long",
            Kind::Turned => "turned",
            Kind::Favours => "favours",
            Kind::FlowCells => "flow-cells",
            Kind::UnlabelledTotals => "unlabelled-totals",
            Kind::Percents => "percents",
        }
    }
}

/// Documents of one table of this kind.
pub(crate) fn documents(kind: Kind) -> impl Strategy<Value = Document> {
    let draws = proptest::collection::vec(any::<u32>(), 80);
    (1_usize..=5, 2_usize..=5, draws).prop_map(move |(rows, columns, draws)| {
        let mut maker = Maker { draw: Draw::new(draws), rows, columns, first: 0 };
        maker.document(kind)
    })
}

/// Documents of one table of any kind.
pub(crate) fn any_document() -> impl Strategy<Value = (Kind, Document)> {
    let kinds = proptest::sample::select(Kind::ALL.to_vec());
    kinds.prop_flat_map(|kind| (Just(kind), documents(kind)))
}

/// What a column, a row or a table states.
#[derive(Debug, Clone, Default)]
struct Says {
    label: Option<String>,
    group: Vec<String>,
    slice: Option<&'static str>,
    period: Option<String>,
    /// The roles that are right; none if nothing is stated here.
    roles: Vec<Option<&'static str>>,
    flow: Option<&'static str>,
}

/// A column with its header.
type Column = (String, Says);

struct Maker {
    draw: Draw,
    rows: usize,
    columns: usize,
    /// The first year that the document speaks of.
    first: u32,
}

impl Maker {
    fn document(&mut self, kind: Kind) -> Document {
        self.first = 2014 + self.draw.below(8);
        let edition = self.first + 2;
        let (title, table) = match kind {
            Kind::Merged => ("Prestatie-indicatoren", self.merged()),
            Kind::Turned => ("Prestatie-indicatoren", self.turned()),
            Kind::RoleOverYears => ("Prestatie-indicatoren", self.role_over_years()),
            Kind::YearOverRoles => ("Prestatie-indicatoren", self.year_over_roles()),
            Kind::YearsOverFlows => ("Overzicht van baten en lasten", self.flows(true)),
            Kind::FlowsOverYears => ("Overzicht van baten en lasten", self.flows(false)),
            Kind::FlowRows => ("Wat mag het kosten?", self.flow_rows(true)),
            Kind::FlowRowsByYear => ("Wat mag het kosten?", self.flow_rows(false)),
            Kind::FlowColumns => ("Overzicht van baten en lasten", self.flow_columns()),
            Kind::FlowGroups => ("Wat mag het kosten?", self.flow_groups()),
            Kind::Groups => ("Kengetallen", self.groups()),
            Kind::UnitColumn => ("Prestatie-indicatoren", self.unit_column()),
            Kind::NormColumn => ("Kengetallen", self.norm_column()),
            Kind::Numbered => ("Prestatie-indicatoren", self.numbered()),
            Kind::AreaRows => ("Beleidsindicatoren", self.area_rows()),
            Kind::AreaColumns => ("Beleidsindicatoren", self.area_columns()),
            Kind::YearRows => ("Kerngegevens", self.year_rows()),
            Kind::Long => ("Kerngegevens", self.long()),
            Kind::Favours => ("Wat heeft het gekost?", self.differences(false)),
            Kind::Percents => ("Wat heeft het gekost?", self.differences(true)),
            Kind::FlowCells => ("Wat mag het kosten?", self.flow_cells()),
            Kind::UnlabelledTotals => ("Wat mag het kosten?", self.unlabelled_totals()),
        };
        Document {
            blocks: vec![
                Block::Heading(1, format!("Begroting {edition}")),
                Block::Heading(2, "2.3 Economie".to_owned()),
                Block::Heading(3, title.to_owned()),
                Block::Table(table),
            ],
        }
    }

    fn year(&self, after: usize) -> String {
        (self.first + u32::try_from(after).unwrap()).to_string()
    }

    /// Names of rows, whose numbers are not given out as figures.
    fn labels(&mut self, all: &[&str], count: usize) -> Vec<String> {
        let labels = self.draw.some(all, count);
        for label in &labels {
            self.draw.reserve(label);
        }
        labels.into_iter().map(str::to_owned).collect()
    }

    /// Columns of a role and a year each: results, then plans.
    fn role_years(
        &mut self,
        count: usize,
        planned: &[&'static str],
        role: &'static str,
    ) -> Vec<Column> {
        let realised = self.draw.pick(&REALISED);
        let planned = self.draw.pick(planned);
        let results = 1 + self.draw.index(count - 1);
        let columns = (0..count).map(|at| {
            let (word, role) = if at < results { (realised, "realised") } else { (planned, role) };
            let period = self.year(at);
            let says =
                Says { period: Some(period.clone()), roles: vec![Some(role)], ..Says::default() };
            (format!("{word} {period}"), says)
        });
        columns.collect()
    }

    fn plans(&mut self) -> (&'static [&'static str], &'static str) {
        let plans: [(&[&str], &str); 3] =
            [(&BUDGETED, "budgeted"), (&TARGET, "target"), (&EXPECTED, "expected")];
        self.draw.pick(&plans)
    }

    /// The cells of a row of an indicator.
    fn cells(&mut self, row: &Says, columns: &[Says], style: Style) -> Vec<Cell> {
        let cells = columns.iter().map(|column| {
            if self.draw.chance(4) {
                let printed = self.draw.pick(&["-", "n.v.t.", "n.b."]);
                return Cell { printed: printed.to_owned(), fact: None };
            }
            let (least, most) = style.range();
            let mut number = self.draw.unique(least, most);
            if style != Style::Thousands && self.draw.chance(5) {
                number = -number;
            }
            let is_target = column.roles.iter().flatten().any(|role| *role == "target");
            let (sign, kind) = if number > 0 && is_target && self.draw.chance(25) {
                self.draw.pick(&[("> ", "more_than"), ("≥ ", "at_least"), ("< ", "less_than")])
            } else {
                ("", "exact")
            };
            let percent = if style.is_percent() { "%" } else { "" };
            let printed = format!("{sign}{}{percent}", dutch(number, style.places()));
            let value = Number::new(number.into(), style.places()).unwrap();
            cell(printed, row, column, Meant::number(kind, value))
        });
        cells.collect()
    }

    /// How the numbers of a row with this label are printed.
    fn style_of(&mut self, label: &str) -> Style {
        let style = self.draw.pick(&Style::ALL);
        // A label that names a unit has no share in its cells.
        if label.contains('(') && style.is_percent() { Style::Tenths } else { style }
    }

    /// Rows of indicators below these columns.
    fn indicator_rows(&mut self, columns: &[Says]) -> Vec<Row> {
        let labels = self.labels(&INDICATORS, self.rows);
        let rows = labels.into_iter().map(|label| {
            let style = self.style_of(&label);
            let row = Says { label: Some(label.clone()), ..Says::default() };
            Row::Data { labels: vec![label], cells: self.cells(&row, columns, style) }
        });
        rows.collect()
    }

    fn merged(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns, plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        Table {
            heads: self.head(),
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows: self.indicator_rows(&says),
            ..Table::default()
        }
    }

    fn head(&mut self) -> Vec<String> {
        vec![self.draw.pick(&["Indicator", "Omschrijving", ""]).to_owned()]
    }

    fn turned(&mut self) -> Table {
        self.rows = self.rows.clamp(2, 4);
        let mut table = self.merged();
        table.heads = vec![String::new()];
        table.turned().unwrap()
    }

    fn role_over_years(&mut self) -> Table {
        let (plans, role) = self.plans();
        let (realised, planned) = (self.draw.pick(&REALISED), self.draw.pick(plans));
        let count = self.columns.max(2);
        let results = 1 + self.draw.index(count - 1);
        let says: Vec<Says> = (0..count)
            .map(|at| Says {
                period: Some(self.year(at)),
                roles: vec![Some(if at < results { "realised" } else { role })],
                ..Says::default()
            })
            .collect();
        let years = (0..count).map(|at| Header::new(self.year(at), 1)).collect();
        let outer = vec![Header::new(realised, results), Header::new(planned, count - results)];
        Table {
            heads: self.head(),
            levels: vec![outer, years],
            rows: self.indicator_rows(&says),
            ..Table::default()
        }
    }

    fn year_over_roles(&mut self) -> Table {
        let years = self.columns.clamp(2, 3);
        let words =
            [(self.draw.pick(&BUDGETED), "budgeted"), (self.draw.pick(&REALISED), "realised")];
        let mut says = Vec::new();
        let mut inner = Vec::new();
        for at in 0..years {
            for (word, role) in words {
                inner.push(Header::new(word, 1));
                let period = Some(self.year(at));
                says.push(Says { period, roles: vec![Some(role)], ..Says::default() });
            }
        }
        let outer = (0..years).map(|at| Header::new(self.year(at), words.len())).collect();
        Table {
            heads: self.head(),
            levels: vec![outer, inner],
            rows: self.indicator_rows(&says),
            ..Table::default()
        }
    }

    /// A caption with a scale, and its factor; or none.
    fn scale(&mut self) -> (Option<String>, u32) {
        let scales = ["Bedragen x € 1.000", "(bedragen x € 1.000)", "x € 1.000"];
        if self.draw.chance(70) { (Some(self.draw.pick(&scales).to_owned()), 3) } else { (None, 0) }
    }

    /// Expenses, income and balance with their signs as printed.
    fn flows_of(&mut self, signs: Signs) -> [i64; 3] {
        loop {
            let expenses = 110 + i64::from(self.draw.below(29_000));
            let income = 101 + i64::from(self.draw.below(19_000));
            let printed = match signs {
                Signs::IncomeLess => [expenses, income, income - expenses],
                Signs::ExpensesLess => [expenses, income, expenses - income],
                Signs::IncomeMinus => [expenses, -income, expenses - income],
                Signs::ExpensesMinus => [-expenses, income, income - expenses],
            };
            if self.draw.take(&printed) {
                return printed;
            }
        }
    }

    fn signs(&mut self) -> Signs {
        self.draw.pick(&[
            Signs::IncomeLess,
            Signs::ExpensesLess,
            Signs::IncomeMinus,
            Signs::ExpensesMinus,
        ])
    }

    /// Programmes, by year and flow, with the years outside or inside.
    fn flows(&mut self, years_outside: bool) -> Table {
        let count = self.columns.clamp(2, 3);
        let years = self.role_years(count, &BUDGETED, "budgeted");
        let (caption, scale) = self.scale();
        let signs = self.signs();
        let flow = |at: usize| Header::new(["Lasten", "Baten", "Saldo"][at], 1);
        let order: Vec<(usize, usize)> = if years_outside {
            (0..count).flat_map(|year| (0..3).map(move |flow| (year, flow))).collect()
        } else {
            (0..3).flat_map(|flow| (0..count).map(move |year| (year, flow))).collect()
        };
        let levels = if years_outside {
            let outer = years.iter().map(|(text, _)| Header::new(text, 3)).collect();
            vec![outer, order.iter().map(|(_, at)| flow(*at)).collect()]
        } else {
            let outer = (0..3).map(|at| Header { columns: count, ..flow(at) }).collect();
            let inner = order.iter().map(|(year, _)| Header::new(&years[*year].0, 1));
            vec![outer, inner.collect()]
        };
        let labels = self.labels(&PROGRAMMES, self.rows);
        let rows = labels.into_iter().map(|label| {
            let amounts: Vec<[i64; 3]> = years.iter().map(|_| self.flows_of(signs)).collect();
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = order.iter().map(|(year, flow)| {
                let column = Says { flow: Some(FLOWS[*flow]), ..years[*year].1.clone() };
                money(amounts[*year][*flow], scale, &row, &column)
            });
            Row::Data { labels: vec![label], cells: cells.collect() }
        });
        let rows = rows.collect();
        let head = self.draw.pick(&["Programma", "Omschrijving", "Taakveld"]);
        Table { caption, heads: vec![head.to_owned()], levels, rows, ..Table::default() }
    }

    /// Rows of flows below years; without roles in the headers the years are plans, if anything.
    fn flow_rows(&mut self, with_roles: bool) -> Table {
        let count = self.columns.clamp(2, 4);
        let mut columns = self.role_years(count, &BUDGETED, "budgeted");
        if !with_roles {
            for (at, (header, says)) in columns.iter_mut().enumerate() {
                *header = self.year(at);
                says.roles = vec![None, Some("budgeted"), Some("realised")];
            }
        }
        let (caption, scale) = self.scale();
        let signs = self.signs();
        let with_reserves = self.rows > 2;
        let mut rows: Vec<(&str, Vec<Cell>)> = vec![("Lasten", vec![]), ("Baten", vec![])];
        rows.push((self.draw.pick(&["Saldo", "Saldo van baten en lasten"]), vec![]));
        if with_reserves {
            rows.push((
                self.draw.pick(&["Toevoeging aan reserves", "Storting in reserves"]),
                vec![],
            ));
            rows.push(("Onttrekking aan reserves", vec![]));
            rows.push((self.draw.pick(&["Resultaat", "Geraamd resultaat"]), vec![]));
        }
        for (_, column) in &columns {
            let [expenses, income, balance] = self.flows_of(signs);
            let (into, out_of, result) =
                if with_reserves { self.reserves(signs, balance) } else { (0, 0, 0) };
            let amounts = [expenses, income, balance, into, out_of, result];
            for ((label, cells), (amount, flow)) in rows.iter_mut().zip(amounts.iter().zip(ROWS)) {
                let label = (*label).to_owned();
                let row = Says { label: Some(label), flow: Some(flow), ..Says::default() };
                cells.push(money(*amount, scale, &row, column));
            }
        }
        let rows = rows.into_iter();
        let rows = rows.map(|(label, cells)| Row::Data { labels: vec![label.to_owned()], cells });
        let levels = columns.iter().map(|(text, _)| Header::new(text, 1)).collect();
        Table {
            caption,
            heads: vec![String::new()],
            levels: vec![levels],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    /// What goes into the reserves and comes out of them, and the result, signed as the rest.
    fn reserves(&mut self, signs: Signs, balance: i64) -> (i64, i64, i64) {
        loop {
            let into = 101 + i64::from(self.draw.below(900));
            let out_of = 101 + i64::from(self.draw.below(2_900));
            let printed = match signs {
                Signs::IncomeLess => [into, out_of, balance - into + out_of],
                Signs::ExpensesLess => [into, out_of, balance + into - out_of],
                Signs::IncomeMinus => [into, -out_of, balance + into - out_of],
                Signs::ExpensesMinus => [-into, out_of, balance - into + out_of],
            };
            if self.draw.take(&printed) {
                let [into, out_of, result] = printed;
                return (into, out_of, result);
            }
        }
    }

    /// Programmes below the flows of one year, which the caption names.
    fn flow_columns(&mut self) -> Table {
        let year = self.year(2);
        let signs = self.signs();
        let caption = format!("Begroting {year} (bedragen x € 1.000)");
        let labels = self.labels(&PROGRAMMES, self.rows);
        let rows = labels.into_iter().map(|label| {
            let amounts = self.flows_of(signs);
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = amounts.into_iter().zip(FLOWS).map(|(amount, flow)| {
                let column = Says {
                    period: Some(year.clone()),
                    roles: vec![Some("budgeted")],
                    flow: Some(flow),
                    ..Says::default()
                };
                money(amount, 3, &row, &column)
            });
            Row::Data { labels: vec![label], cells: cells.collect() }
        });
        let rows = rows.collect();
        let level = ["Lasten", "Baten", "Saldo"].map(|text| Header::new(text, 1)).to_vec();
        Table {
            caption: Some(caption),
            heads: vec!["Omschrijving".to_owned()],
            levels: vec![level],
            rows,
            ..Table::default()
        }
    }

    /// A budget and the accounts of one year, and their difference: as an amount with a letter after it, or in percent.
    fn differences(&mut self, in_percent: bool) -> Table {
        let year = self.year(1);
        let says = |role: &'static str| Says {
            period: Some(year.clone()),
            roles: vec![Some(role)],
            ..Says::default()
        };
        let columns = ["budgeted", "realised", "difference"].map(says);
        let labels = self.labels(&PROGRAMMES, self.rows.max(2));
        let rows = labels.into_iter().map(|label| {
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let (budget, actual) = loop {
                let budget = 1_101 + i64::from(self.draw.below(9_000));
                let actual = budget + 3 + i64::from(self.draw.below(90));
                if self.draw.take(&[budget, actual, actual - budget]) {
                    break (budget, actual);
                }
            };
            let difference = if in_percent {
                let tenths = (actual - budget) * 1000 / budget;
                let printed = format!("{}%", dutch(tenths, 1));
                let value = Number::new(i128::from(tenths), 1).unwrap();
                cell(printed, &row, &columns[2], Meant::number("exact", value))
            } else {
                let mut of = money(actual - budget, 3, &row, &columns[2]);
                of.printed.push_str(self.draw.pick(&[" V", " N"]));
                of
            };
            let cells = vec![
                money(budget, 3, &row, &columns[0]),
                money(actual, 3, &row, &columns[1]),
                difference,
            ];
            Row::Data { labels: vec![label], cells }
        });
        let rows = rows.collect();
        let last = if in_percent { "Afwijking in %" } else { "Verschil" };
        let headers = [format!("Begroting {year}"), format!("Rekening {year}"), last.to_owned()];
        Table {
            caption: Some("Bedragen x € 1.000".to_owned()),
            heads: vec!["Programma".to_owned()],
            levels: vec![headers.map(|text| Header::new(text, 1)).to_vec()],
            rows,
            ..Table::default()
        }
    }

    /// A row for each flow, with its name in a cell of its own, and one for the balance without either.
    fn flow_cells(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let labels = self.labels(&PROGRAMMES, self.rows.max(2));
        let mut rows = Vec::new();
        for label in labels {
            let amounts: Vec<[i64; 3]> =
                columns.iter().map(|_| self.flows_of(Signs::ExpensesLess)).collect();
            for (at, flow) in FLOWS.into_iter().enumerate() {
                let row = Says { label: Some(label.clone()), flow: Some(flow), ..Says::default() };
                let cells = amounts.iter().zip(&columns);
                let cells = cells.map(|(amounts, (_, column))| money(amounts[at], 3, &row, column));
                let name = if at == 0 { label.clone() } else { String::new() };
                let word = ["Lasten", "Baten", ""][at].to_owned();
                rows.push(Row::Data { labels: vec![name, word], cells: cells.collect() });
            }
        }
        Table {
            caption: Some("Bedragen x € 1.000".to_owned()),
            heads: vec!["Product".to_owned(), "Soort".to_owned()],
            levels: vec![columns.iter().map(|(text, _)| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    /// Rows that add up to the last one, which has no label.
    fn unlabelled_totals(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let labels = self.labels(&PROGRAMMES, self.rows.max(3));
        let amounts = self.summed(labels.len(), columns.len());
        let named = labels.into_iter().map(|label| (label.clone(), label));
        let all = named.chain([("Totaal".to_owned(), String::new())]).zip(&amounts);
        let rows = all.map(|((label, printed), amounts)| {
            let row = Says { label: Some(label), ..Says::default() };
            let cells = amounts.iter().zip(&columns);
            let cells = cells.map(|(amount, (_, column))| money(*amount, 3, &row, column));
            Row::Data { labels: vec![printed], cells: cells.collect() }
        });
        Table {
            caption: Some("Bedragen x € 1.000".to_owned()),
            heads: vec!["Omschrijving".to_owned()],
            levels: vec![columns.iter().map(|(text, _)| Header::new(text, 1)).collect()],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    fn flow_groups(&mut self) -> Table {
        let columns = self.role_years(self.columns.clamp(2, 4), &BUDGETED, "budgeted");
        let (caption, scale) = self.scale();
        let mut rows = Vec::new();
        let mut totals = Vec::new();
        for (group, flow) in [("Lasten", "expenses"), ("Baten", "income")] {
            rows.push(Row::Group(group.to_owned()));
            let labels = self.labels(&PROGRAMMES, self.rows.max(2));
            let amounts = self.summed(labels.len(), columns.len());
            let total = format!("Totaal {}", group.to_lowercase());
            for (label, amounts) in labels.into_iter().chain([total]).zip(&amounts) {
                let row = Says {
                    label: Some(label.clone()),
                    group: vec![group.to_owned()],
                    flow: Some(flow),
                    ..Says::default()
                };
                let cells = amounts.iter().zip(&columns);
                let cells = cells.map(|(amount, (_, column))| money(*amount, scale, &row, column));
                rows.push(Row::Data { labels: vec![label], cells: cells.collect() });
            }
            totals.push(amounts.last().cloned().unwrap_or_default());
        }
        let balances: Vec<i64> = totals[1].iter().zip(&totals[0]).map(|(a, b)| a - b).collect();
        if self.draw.take(&balances) {
            let label = "Saldo van baten en lasten".to_owned();
            let row = Says { label: Some(label.clone()), flow: Some("balance"), ..Says::default() };
            let cells = balances.iter().zip(&columns);
            let cells = cells.map(|(amount, (_, column))| money(*amount, scale, &row, column));
            rows.push(Row::Data { labels: vec![label], cells: cells.collect() });
        }
        let level = columns.iter().map(|(text, _)| Header::new(text, 1)).collect();
        let head = self.draw.pick(&["Omschrijving", "Programma", ""]);
        Table {
            caption,
            heads: vec![head.to_owned()],
            levels: vec![level],
            rows,
            ..Table::default()
        }
    }

    /// Rows of amounts of several columns, and their total below them.
    fn summed(&mut self, rows: usize, columns: usize) -> Vec<Vec<i64>> {
        let mut all = vec![Vec::new(); rows + 1];
        for _ in 0..columns {
            loop {
                let draw = |_| 101 + i64::from(self.draw.below(9_800));
                let mut column: Vec<i64> = (0..rows).map(draw).collect();
                column.push(column.iter().sum());
                if self.draw.take(&column) {
                    all.iter_mut().zip(column).for_each(|(row, amount)| row.push(amount));
                    break;
                }
            }
        }
        all
    }

    fn groups(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns, plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let mut rows = Vec::new();
        let labels = self.labels(&INDICATORS, self.rows.max(3));
        for (group, labels) in self.draw.some(&GROUPS, 2).into_iter().zip(labels.chunks(2)) {
            rows.push(Row::Group(group.to_owned()));
            for label in labels {
                let style = self.style_of(label);
                let row = Says {
                    label: Some(label.clone()),
                    group: vec![group.to_owned()],
                    ..Says::default()
                };
                let cells = self.cells(&row, &says, style);
                rows.push(Row::Data { labels: vec![label.clone()], cells });
            }
        }
        Table {
            heads: self.head(),
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    fn unit_column(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns, plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let labels = self.labels(&INDICATORS[..10], self.rows);
        let rows = labels.into_iter().map(|label| {
            let (unit, style) = self.draw.pick(&UNITS);
            self.draw.reserve(unit);
            let row = Says { label: Some(label.clone()), ..Says::default() };
            let cells = self.cells(&row, &says, style);
            Row::Data { labels: vec![label, unit.to_owned()], cells }
        });
        Table {
            rows: rows.collect(),
            heads: vec!["Indicator".to_owned(), "Eenheid".to_owned()],
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            ..Table::default()
        }
    }

    fn norm_column(&mut self) -> Table {
        let word = self.draw.pick(&REALISED);
        let norm = Says { roles: vec![Some("norm"), Some("target")], ..Says::default() };
        let mut columns = vec![("Norm".to_owned(), norm)];
        for at in 0..self.columns - 1 {
            let period = self.year(at);
            let header = format!("{word} {period}");
            let roles = vec![Some("realised")];
            columns.push((header, Says { period: Some(period), roles, ..Says::default() }));
        }
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        Table {
            heads: vec!["Indicator".to_owned()],
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows: self.indicator_rows(&says),
            ..Table::default()
        }
    }

    fn numbered(&mut self) -> Table {
        let mut table = self.merged();
        table.heads = vec!["Nr.".to_owned(), "Indicator".to_owned()];
        for (number, row) in (1..).zip(&mut table.rows) {
            if let Row::Data { labels, .. } = row {
                labels.insert(0, number.to_string());
            }
        }
        table
    }

    fn area_rows(&mut self) -> Table {
        let (plans, role) = self.plans();
        let columns = self.role_years(self.columns.clamp(2, 4), plans, role);
        let (headers, says): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let own = self.draw.pick(&["Gemeente", "Assen", "Gemeente Assen"]);
        let with_about = self.draw.chance(60);
        let mut rows = Vec::new();
        for label in self.labels(&INDICATORS[..12], self.rows.min(3)) {
            rows.push(Row::Group(label.clone()));
            let style = self.style_of(&label);
            for area in [own, "Provincie", "Nederland"] {
                let row = Says { label: Some(label.clone()), slice: Some(area), ..Says::default() };
                let cells = self.cells(&row, &says, style);
                rows.push(Row::Data { labels: vec![area.to_owned()], cells });
            }
            if with_about {
                let unit = if style.is_percent() { "Procent" } else { "Aantal" };
                rows.push(Row::About("Eenheid:".to_owned(), unit.to_owned()));
                rows.push(Row::About("Bron:".to_owned(), "CBS".to_owned()));
            }
        }
        Table {
            heads: vec!["Indicator".to_owned()],
            levels: vec![headers.into_iter().map(|text| Header::new(text, 1)).collect()],
            rows,
            ..Table::default()
        }
    }

    fn area_columns(&mut self) -> Table {
        let areas = ["Assen", "Drenthe", "Nederland"];
        let columns: Vec<Says> = areas
            .iter()
            .map(|area| Says {
                slice: Some(area),
                // In a budget those of its year and later are planned, which is reported.
                roles: vec![None, Some("realised"), Some("budgeted")],
                ..Says::default()
            })
            .collect();
        let labels = self.labels(&INDICATORS, self.rows);
        let rows = labels.into_iter().map(|label| {
            let (style, after) = (self.style_of(&label), self.draw.index(3));
            let year = self.year(after);
            let row =
                Says { label: Some(label.clone()), period: Some(year.clone()), ..Says::default() };
            let cells = self.cells(&row, &columns, style);
            Row::Data { labels: vec![label, year], cells }
        });
        Table {
            rows: rows.collect(),
            heads: vec!["Indicator".to_owned(), "Jaar".to_owned()],
            levels: vec![areas.iter().map(|area| Header::new(*area, 1)).collect()],
            ..Table::default()
        }
    }

    fn year_rows(&mut self) -> Table {
        let labels = self.labels(&INDICATORS[..14], self.columns.clamp(2, 4));
        let style = self.style_of("");
        let columns: Vec<Says> = labels
            .iter()
            .map(|label| Says {
                label: Some(label.clone()),
                // In a budget those of its year and later are planned, which is reported.
                roles: vec![None, Some("realised"), Some("budgeted")],
                ..Says::default()
            })
            .collect();
        let rows = (0..self.rows.max(2)).map(|at| {
            let year = self.year(at);
            let row = Says { period: Some(year.clone()), ..Says::default() };
            Row::Data { labels: vec![year], cells: self.cells(&row, &columns, style) }
        });
        Table {
            rows: rows.collect(),
            heads: vec!["Jaar".to_owned()],
            levels: vec![labels.iter().map(|label| Header::new(label, 1)).collect()],
            ..Table::default()
        }
    }

    fn long(&mut self) -> Table {
        let labels = self.labels(&INDICATORS[..14], self.rows);
        let with_role = self.draw.chance(50);
        let mut rows = Vec::new();
        for label in labels {
            let style = self.style_of(&label);
            for at in 0..2 {
                let year = self.year(at);
                let mut texts = vec![year.clone(), label.clone()];
                let mut roles = vec![None, Some("realised")];
                if with_role {
                    let (word, role) = [("Realisatie", "realised"), ("Streefwaarde", "target")][at];
                    texts.push(word.to_owned());
                    roles = vec![Some(role)];
                }
                let row = Says {
                    label: Some(label.clone()),
                    period: Some(year),
                    roles,
                    ..Says::default()
                };
                let cells = self.cells(&row, &[Says::default()], style);
                rows.push(Row::Data { labels: texts, cells });
            }
        }
        let mut heads = vec!["Jaar".to_owned(), "Indicator".to_owned()];
        if with_role {
            heads.push("Soort".to_owned());
        }
        Table { heads, levels: vec![vec![Header::new("Waarde", 1)]], rows, ..Table::default() }
    }
}

/// The flows of three columns or rows.
const FLOWS: [&str; 3] = ["expenses", "income", "balance"];
/// The flows of the rows from `Lasten` to `Resultaat`.
const ROWS: [&str; 6] = ["expenses", "income", "balance", "reserves_in", "reserves_out", "balance"];

/// Which amounts are printed with a minus sign, and what the balance is.
#[derive(Debug, Clone, Copy)]
enum Signs {
    /// None; the balance is income less expenses.
    IncomeLess,
    /// None; the balance is expenses less income.
    ExpensesLess,
    /// Income; the balance is the sum.
    IncomeMinus,
    /// Expenses; the balance is the sum.
    ExpensesMinus,
}

/// A cell with an amount, which is in euros times a power of ten.
fn money(amount: i64, power: u32, row: &Says, column: &Says) -> Cell {
    let value = Number::new(i128::from(amount) * 10_i128.pow(power), 0).unwrap();
    let mut meant = Meant::number("exact", value);
    // Without a scale, thousands are the usual meaning, and the reader may say so.
    meant.or_thousands = power == 0;
    cell(dutch(amount, 0), row, column, meant)
}

/// A cell that means what its row and its column state.
fn cell(printed: String, row: &Says, column: &Says, value: Meant) -> Cell {
    let period = row.period.clone().or_else(|| column.period.clone());
    let roles = if column.roles.is_empty() { &row.roles } else { &column.roles };
    // What goes into the reserves is an expense, and what comes out of them is income.
    let flows = match row.flow.or(column.flow) {
        Some("reserves_in") => vec![Some("reserves_in"), Some("expenses")],
        Some("reserves_out") => vec![Some("reserves_out"), Some("income")],
        flow => vec![flow],
    };
    let fact = Fact {
        label: row.label.clone().or_else(|| column.label.clone()).unwrap_or_default(),
        group: row.group.clone(),
        slice: row.slice.or(column.slice).map(str::to_owned),
        periods: vec![period],
        roles: owned(roles),
        flows: owned(&flows),
        value,
        printed: printed.clone(),
    };
    Cell { printed, fact: Some(fact) }
}

fn owned(codes: &[Option<&str>]) -> Vec<Option<String>> {
    codes.iter().map(|code| code.map(str::to_owned)).collect()
}

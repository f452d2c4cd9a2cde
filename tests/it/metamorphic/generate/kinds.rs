//! The kinds of tables.

/// The kinds with their names, each told once.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// A kind of table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            pub(crate) const ALL: &[Kind] = &[$(Kind::$kind,)*];

            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Kind::$kind => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// Indicators, under `Realisatie 2018`, `Streefwaarde 2019`.
    Merged = "merged",
    /// Indicators, under a role over its years.
    RoleOverYears = "role-over-years",
    /// Indicators, under a year over its roles.
    YearOverRoles = "year-over-roles",
    /// Programmes, under `Rekening 2017`, `Begroting 2018` over `Lasten`, `Baten`, `Saldo`.
    YearsOverFlows = "years-over-flows",
    /// Programmes, under a flow over `Rekening 2017`, `Begroting 2018`.
    FlowsOverYears = "flows-over-years",
    /// Rows of flows, from `Lasten` to `Resultaat`, under `Rekening 2017`, `Begroting 2018`.
    FlowRows = "flow-rows",
    /// Rows of flows, under bare years.
    FlowRowsByYear = "flow-rows-by-year",
    /// Programmes under one year with its flows as columns.
    FlowColumns = "flow-columns",
    /// Groups `Lasten` and `Baten` of programmes, with totals.
    FlowGroups = "flow-groups",
    /// Groups of indicators.
    Groups = "groups",
    /// Indicators with a column of units.
    UnitColumn = "unit-column",
    /// Indicators with a norm and results.
    NormColumn = "norm-column",
    /// Indicators with running numbers.
    Numbered = "numbered",
    /// Indicators as groups of rows of areas, with rows such as `Eenheid:`.
    AreaRows = "area-rows",
    /// Indicators with a column of years, under areas.
    AreaColumns = "area-columns",
    /// Years as rows, indicators as columns.
    YearRows = "year-rows",
    /// A row a figure: year, indicator, value.
    Long = "long",
    /// The first kind with rows as columns.
    Turned = "turned",
    /// Programmes under a budget, the accounts and their difference, which has a letter after it: `30 V`.
    Favours = "favours",
    /// Products with their flows in a second cell, and a balance without a label.
    FlowCells = "flow-cells",
    /// Programmes with a total that has no label.
    UnlabelledTotals = "unlabelled-totals",
    /// Programmes under a budget, the accounts and their difference in percent.
    Percents = "percents",
}

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

impl Kind {
    /// The kinds up to `Percents`, of whose damages the shares are known. In one that is read wrongly
    /// as it is, a damage would tell nothing.
    pub(crate) const DAMAGED: &[Kind] = Kind::ALL.split_at(Kind::Percents as usize + 1).0;
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
    /// A table for each indicator, which its caption names, without a column of labels.
    IndicatorTables = "indicator-tables",
    /// Indicators as headings of rows `Streefwaarde` and `Realisatie`, under bare years.
    RolesInRows = "roles-in-rows",
    /// A row a figure, with its role, its year and its unit in cells, in any order.
    LongRoles = "long-roles",
    /// Years as rows, with the letter of their role behind them: `2017 (R)`, `2018 (B)`.
    LetteredYears = "lettered-years",
    /// Indicators with a cell for their area, under bare years.
    AreaCells = "area-cells",
    /// Indicators of which one has two values in each cell: `612 huur en 704 koop`.
    SeveralValues = "several-values",
    /// Indicators, of which some have the scale of their amounts in the label.
    ScaleInLabels = "scale-in-labels",
    /// Programmes, under columns that each name a scale.
    ScaleInColumns = "scale-in-columns",
    /// As years over flows, with the header of the labels on the level of the flows.
    LowHeads = "low-heads",
    /// Programmes, under bare years over flows.
    BareYearsOverFlows = "bare-years-over-flows",
    /// Programmes, under bare years over their stages, of which one year has two: the budget before
    /// and after its amendment.
    OneYearTwice = "one-year-twice",
    /// Programmes, under flows below one header with the year, the scale and a rule of signs.
    ScaleInSpan = "scale-in-span",
    /// As groups of flows, with the same codes in both, which have a cell of their own.
    CodedFlowGroups = "coded-flow-groups",
    /// Programmes each with its heading and a table of the same rows of flows.
    OneLabelInTables = "one-label-in-tables",
    /// As favours, with the letter in a cell of its own.
    FavourCells = "favour-cells",
    /// Groups `Voordeel` and `Nadeel` of programmes, under flows.
    FavourRows = "favour-rows",
    /// Reserves with what went into them or came out of them, where one of the two may be empty.
    Reserves = "reserves",
    /// Columns with the stage of the budget in several words: `Begroting na wijziging 2019`.
    Stages = "stages",
    /// In English: measures with their unit, under `Actual 2018`, `Target 2019`.
    EnglishWide = "english-wide",
    /// In English: a row a figure, with its year, its type and its unit.
    EnglishLong = "english-long",
}

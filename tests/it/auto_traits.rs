//! Every public type can be sent to another thread, shared, moved, and kept over a panic.

use std::panic::{RefUnwindSafe, UnwindSafe};

#[allow(clippy::wildcard_imports)]
use beleid::*;

fn has_all<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() -> &'static str {
    std::any::type_name::<T>()
}

/// Demands the traits of each type, and gives their names.
macro_rules! types {
    ($($type:ty),* $(,)?) => { [$(has_all::<$type>()),*] };
}

#[test]
fn no_type_lacks_an_auto_trait() {
    let checked = types![
        Against,
        Basis,
        Change,
        Comparison,
        Direction,
        Flow,
        Language,
        Layout,
        Limits,
        LineUse,
        Missing,
        Outcome,
        Pace,
        Part,
        Per<'static>,
        Quantity,
        Reason,
        Reference,
        Reserves,
        Role,
        Rule,
        Scale,
        Sense,
        Severity,
        Sign,
        Span,
        Status,
        Value,
        Action,
        Alternative<'static>,
        Assumption<'static>,
        Attribute,
        Bounds,
        Budget,
        BudgetEvaluation<'static>,
        Cell,
        CellReading,
        Collection,
        Column,
        HeaderReading,
        Question,
        RowReading,
        RowText<'_>,
        TableReading,
        TableText<'_>,
        Vocabulary,
        Code,
        CostLine,
        Counts,
        Document,
        Edition,
        EditionKind,
        Error,
        Evaluation<'static>,
        Evaluations<'static>,
        FigureRef<'static>,
        PartRef<'static>,
        PeriodKind,
        Periods,
        StoredAlternative,
        StoredBudgetEvaluation,
        StoredEvaluation,
        StoredFigure,
        StoredSum,
        Subject<'static>,
        Summed<'static>,
        Figure,
        Finding,
        Goal,
        Heading,
        Id,
        Indicator,
        IndicatorKind,
        Interval,
        Level,
        Line<'static>,
        Note,
        Number,
        Period,
        Place,
        PlacedEvaluation<'static>,
        PolicyField,
        Reader,
        Reading<'static>,
        Renderer<'static>,
        Rules,
        Section,
        Signs,
        Dimension,
        DimensionName,
        Accumulation,
        Identifier,
        IdentifierScheme,
        List<String>,
        Measure,
        Organisation,
        OrganisationKind,
        SectionKind,
        Stated,
        Statuses,
        Table,
        TableColumn,
        TableRow,
        SourcedFinding,
        Unit,
        statistics::Confidence,
        statistics::Forecast,
        statistics::ForecastModel,
        statistics::Kendall,
        statistics::LeastSquares,
        statistics::MannKendall,
        statistics::ModelInterval,
        statistics::Point,
        statistics::Spearman,
        statistics::TheilSen,
        statistics::TrendTest,
        statistics::TrendVerdict,
        methods::Assessment,
        methods::Assessments<'static>,
        methods::Band,
        methods::Bands,
        methods::Baseline,
        methods::BudgetAssessment<'static>,
        methods::Class,
        methods::Course,
        methods::IndicatorAssessment<'static>,
        methods::InvalidMethod,
        methods::Item,
        methods::MeanOfMeans,
        methods::Formula,
        methods::Measurement,
        methods::Method,
        methods::Pieces,
        methods::PlacedAssessment<'static>,
        methods::Range,
        methods::Rollup,
        methods::RollupRule,
        methods::Series,
        methods::Side,
        methods::Standing,
        methods::Step,
        methods::Target,
        methods::Verdict,
        methods::presets::open_sdg::compat::Config,
        methods::presets::open_sdg::compat::Progress,
        methods::presets::open_sdg::compat::Status,
        methods::presets::open_sdg::compat::Thresholds,
    ];
    // None is forgotten: these are the types of the public API, which is checked in.
    let api = include_str!("../golden/public_api.txt").lines().filter_map(|line| {
        let item = line.strip_prefix("#[non_exhaustive] ").unwrap_or(line);
        item.strip_prefix("pub struct beleid::").or(item.strip_prefix("pub enum beleid::"))
    });
    let name = |text: &str| {
        let name = text.split('<').next().unwrap_or_default();
        name.rsplit("::").next().unwrap_or_default().trim_end_matches([';', ' ']).to_owned()
    };
    let mut checked: Vec<_> = checked.iter().map(|checked| name(checked)).collect();
    let mut public: Vec<_> =
        api.map(|item| name(item.split([';', ' ', '(']).next().unwrap_or_default())).collect();
    checked.sort();
    public.sort();
    assert_eq!(checked, public);
}

//! What findings say: each message whole, in both languages, and how it is stored.

use std::collections::HashSet;
use std::fmt::Write as _;

use beleid::{
    Change, ColumnText, Direction, Doubt, FigureText, FileKind, Finding, Language, MappedText,
    Message, Number, Period, Place, Quote, Role, Rule, SumText, TermText, Unchecked, Unit, Value,
    ValueKind,
};

use crate::support::golden;

fn quote(text: &str) -> Quote {
    text.into()
}

fn printed(text: &str) -> FigureText {
    FigureText::Printed(text.into())
}

/// 663 less 468, and so many further terms.
fn sum(more: usize) -> SumText {
    let term = |subtracted, text| TermText { subtracted, figure: printed(text) };
    SumText { terms: vec![term(false, "663"), term(true, "468")], more }
}

fn year(year: u16) -> Period {
    Period::year(year).unwrap()
}

fn place(pointer: &str) -> Place {
    pointer.parse().unwrap()
}

/// One of each kind of message, and more where an argument may be absent or one.
#[expect(clippy::too_many_lines, reason = "a table")]
fn messages() -> Vec<Message> {
    use Message as M;
    let sheet = || quote("Blad \"1\"");
    let column = || ColumnText::Printed(quote("Behaald 2015"));
    let decimal = Value::Exact("1.049".parse().unwrap());
    let mut all = vec![
        M::ForeignFile { kind: FileKind::Pdf },
        M::NotADocument { error: "expected value at line 1 column 1".into() },
        M::WorkbookDamaged { error: "it has no workbook within it".into() },
        M::WorkbookTooLarge { limit: 1000 },
        M::FeatureOff { kind: FileKind::WebPage, feature: "html".into() },
        M::TableFeatureOff { feature: "html".into() },
        M::BrokenUtf8 { byte: 12 },
        M::BrokenUtf16 {},
        M::OtherEncoding { byte: 12, encoding: "windows-1252".into() },
        M::SourceTooLong { bytes: 20, limit: 10 },
        M::ColumnsLeftOut { limit: 100 },
        M::MergedTooMuch {},
        M::TooManyBlanks { limit: 5 },
        M::TooMuchText { sheet: sheet() },
        M::HiddenText { text: quote("12"), more: 0 },
        M::HiddenText { text: quote("12"), more: 3 },
        M::HiddenSheet { sheet: sheet() },
        M::HiddenCells { text: quote("12"), more: 3, sheet: sheet() },
        M::UnseenCells { text: quote("12"), more: 3, sheet: sheet() },
        M::StruckOut { text: quote("12"), more: 3, sheet: sheet() },
        M::FormulaWithoutValue { text: quote("=A1"), more: 1 },
        M::OtherEdition {
            own: quote("Begroting 2016"),
            document: quote("a.txt"),
            other: quote("Begroting 2017"),
        },
        M::NoTitle {},
        M::OrganisationNotNamed {},
        M::OrganisationNorHeading {},
        M::BeforeHeading { text: quote("Welkom") },
        M::NoHeading {},
        M::MaybeHeading { text: quote("Cultuur") },
        M::CodeRepeated { text: quote("2.3 Handel") },
        M::CodeTaken { code: "2.3".parse().unwrap(), first: place("/budget/fields/0") },
        M::RaggedValues {},
        M::NoSeparator {},
        M::NumbersInNoTable { numbers: 1, from: quote("Lasten 12") },
        M::NumbersInNoTable { numbers: 2, from: quote("Lasten 12") },
        M::TableAsText { first: quote("Wethouder") },
        M::HeadersAsText { text: quote("Behaald 2015 Beoogd 2016") },
        M::NoRows { headers: 1 },
        M::NoRows { headers: 2 },
        M::HeaderAbove { text: quote("Eenheid") },
        M::HeaderOfYears {},
        M::RowAsHeading { row: quote("1.1.2 Scholen") },
        M::HeaderRemark { header: quote("2019 (andere meetmethode)") },
        M::NumberAmongTexts { text: quote("6"), column: quote("Frequentie") },
        M::WordsAmongFigures { text: quote("65+ bewoners"), column: quote("Behaald 2016") },
        M::EndOfLabel { text: quote("12 maanden") },
        M::CellAsLabel { text: quote("12 maanden") },
        M::PartBelowWords { text: quote("2017") },
        M::WordsAsHeadings { first: quote("A") },
        M::WithinTable { text: quote("Concept") },
        M::CellInDoubt { printed: quote("- 2%"), doubt: Doubt::DashAsMinus },
        M::MappingNowhere { part: MappedText::Column(quote("Mate")) },
        M::MappingNowhere { part: MappedText::Number(9) },
        M::MappingTableNotFound { table: MappedText::Titled(quote("Tarieven")) },
        M::MappingNotInTable {
            part: MappedText::Column(quote("Prijs")),
            table: MappedText::With(quote("Behaald 2019")),
        },
        M::MappingWithoutEdition {},
        M::SecondTitle { title: quote("Begroting 2018"), first: quote("Begroting 2017") },
        M::NoColumnHeaders { title: quote("Indicatoren") },
        M::HeaderWithoutYear { edition: None, header: quote("Norm") },
        M::HeaderWithoutYear { edition: Some(year(2017)), header: quote("Norm") },
        M::PeriodNotRecognised { text: quote("later") },
        M::BalanceDiffers { header: quote("Saldo 2017"), rows: 1 },
        M::BalanceDiffers { header: quote("Saldo 2017"), rows: 4 },
        M::BalanceMismatch { printed: printed("159"), sum: sum(0), outcome: 195.into() },
        M::LetterMismatch {
            printed: printed("159"),
            letter: beleid::Status::Favourable,
            sum: sum(0),
            outcome: (-195).into(),
        },
        M::ResultMismatch { printed: printed("159"), sum: sum(0), outcome: 195.into() },
        M::StockMismatch { printed: printed("159"), sum: sum(0) },
        M::TotalMismatch { printed: printed("159"), sum: sum(3), outcome: 195.into() },
        M::FieldsMismatch { printed: printed("159"), sum: sum(0), outcome: 195.into() },
        M::OverviewMismatch {
            printed: printed("159"),
            other: FigureText::Value(195.into()),
            at: place("/budget/fields/0"),
        },
        M::DifferenceMismatch { printed: printed("159"), sum: sum(0), outcome: 195.into() },
        M::HeaderTorn { header: quote("Behaald Beoogd") },
        M::ReachUnknown {},
        M::UnknownHeader { header: quote("Trend") },
        M::ColumnsWithoutHeader { columns: 1 },
        M::ColumnsWithoutHeader { columns: 2 },
        M::UnknownUnit { unit: quote("x 1.000 ?") },
        M::UnknownScale { label: quote("Lasten x mln") },
        M::ScaleNotStated { first: quote("Lasten") },
        M::HeaderRepeated { header: quote("R 2016"), first: quote("Rekening 2016") },
        M::RowOfOtherWidth {
            cells: 1,
            columns: 7,
            headers: ["2015", "2016", "2017", "2018", "2019", "2020", "2021"].map(quote).into(),
            row: quote("Scholen"),
        },
        M::RowWithoutColumns { cells: 2, columns: 1, row: quote("Scholen") },
        M::CellsNotPlaced { cells: 1 },
        M::CellsNotPlaced { cells: 2 },
        M::RowTooWide { text: quote("Scholen"), values: 5, head: 4 },
        M::RowWideByCommas { text: quote("Scholen"), values: 5, head: 4 },
        M::RowsWiderThanHead { rows: 1, headers: 1, extra: vec![quote("a"), quote("b")] },
        M::RowsWiderThanHead { rows: 2, headers: 3, extra: vec![quote("a")] },
        M::RowWithoutCells { row: quote("Scholen") },
        M::RemarkKept { remark: quote("eind van het jaar"), value: 1200.into() },
        M::NoteNotUnderstood { mark: quote("1)"), text: quote("exclusief Haren") },
        M::Misprint { printed: quote(">4.86.000") },
        M::NotUnderstood { printed: quote("zie bijlage") },
        M::KeptAsText { text: quote("zie bijlage") },
        M::ThousandsOrDecimals { printed: quote("1.049"), whole: 1049.into(), decimal },
        M::PointInDoubt { printed: quote("7.5") },
        M::TooLongForScale { factor: 1000, printed: quote("1234567890123456789012345678") },
        M::NumberOrIncrease { printed: quote("+5") },
        M::TimeOrRatio { printed: quote("1:10") },
        M::PointAmongCommas { printed: quote("1.049") },
        M::YearOrNumber { year: 2016, printed: quote("> 2016") },
        M::NoYearBefore { printed: quote("> vorig jaar") },
        M::YearOrDate { printed: quote("2016-2020") },
        M::DecimalPoint { printed: quote("7.5") },
        M::MarkOrNumber { mark: quote("1"), printed: quote("12 1") },
        M::SeveralNumbers { printed: quote("12 13") },
        M::CellsRunTogether { printed: quote("12%13%") },
        M::NotMultiplied { factor: 1_000_000, printed: quote("€ 12.000.000") },
        M::Multiplied { factor: 1000, printed: quote("€ 12") },
        M::InFullWithin { text: quote("Baten (in euro's)"), factor: 1000 },
        M::SignWithin { text: quote("Baten (€)"), factor: 1000 },
        M::TwoScales { text: quote("Baten (x € 1) (x € 1.000)") },
        M::ItemsAsActions { heading: quote("Doel 1") },
        M::TitleAround { title: quote("Begroting 2020") },
        M::TitleAroundAlone { title: quote("Begroting 2020") },
        M::OrganisationByPlace { name: quote("Gemeente Assen") },
        M::HeadingByPlace { text: quote("Sociaal domein") },
        M::TitleBelow { title: quote("Handel"), label: quote("Programma 2") },
        M::FormatNotFollowed { format: quote("0.0 \"k\""), text: quote("12"), more: 0 },
        M::ReadForEachColumn { text: quote("12") },
        M::ScaleBelow { text: quote("x € 1.000") },
        M::ScaleOfTableAbove {},
        M::ScaleOfSameAmounts {},
        M::AnotherReading {},
        M::HeadersOfTableAbove {},
        M::ColumnsOfTableAbove {},
        M::GapsLost {},
        M::PeriodOfTitle { period: year(2017) },
        M::ScaleOfOtherTables {},
        M::PartedAtCapitals {},
        M::YearsBeginAgain {},
        M::HeadersOfTwoLines {},
        M::HeadersMoved {},
        M::PeriodOfTitleForSome { period: year(2024) },
        M::PeriodBySums { header: quote("Oorspronkelijke begroting"), period: year(2018) },
        M::RoleBySums { header: quote("Saldo") },
        M::OfEdition { edition: year(2018) },
        M::FlowBetween { row: "Rente".into() },
        M::TotalWithoutLabel { first: "8.750".into() },
        M::BalanceWithoutLabel { first: "770.400".into() },
        M::YearsOfBudget { edition: year(2018) },
        M::RoleOfHeading {},
        M::HeaderMisspelled { header: quote("Gerealiseede") },
        M::StageOfResult { row: quote("Geraamd resultaat") },
        M::ReachByEdition { edition: year(2018) },
        M::NoTitleNorHeading {},
        M::PlacedByArithmetic { row: quote("Bestuur") },
        M::HeaderAsGroup { text: quote("Realisatie") },
        M::LabelsBehind { row: quote("Wachttijd") },
        M::LongHeadersFirst {},
        M::MayHaveMoved { row: quote("Bestuur") },
        M::SpacesPartBoth {},
        M::StageAsLabel { row: quote("Realisatie") },
        M::RowOfGroup { group: quote("Lasten"), row: quote("Personeel") },
        M::MovedUp { text: quote("1.1.1 Te diep"), depth: 16 },
        M::TooDeep { depth: 16 },
        M::CellWithoutLabel { text: quote("12") },
        M::BeyondTable { text: quote("12") },
        M::IdTaken { id: quote("i1"), first: place("/budget/fields/0/indicators/1") },
        M::GoalNotFound { id: quote("g1") },
        M::NotAGoal { id: quote("i1"), other: place("/budget/fields/0/costs/0") },
        M::IndicatorWithoutName { id: quote("i1") },
        M::GoalWithoutText { id: quote("g1") },
        M::ActionWithoutText { id: quote("a1") },
        M::CostWithoutLabel { id: quote("c1") },
        M::EditionTitleEmpty {},
        M::OrganisationNameEmpty {},
        M::FieldTitleEmpty {},
        M::SectionHeadingEmpty {},
        M::SecondFigure {
            role: Some(Role::Target),
            period: Some(year(2017)),
            first: printed("> 15"),
            second: FigureText::Value(Value::more_than(1500)),
        },
        M::SecondFigure { role: None, period: None, first: printed("1"), second: printed("2") },
        M::NoTarget { name: quote("Scholen") },
        M::NothingMeasured { name: quote("Scholen") },
        M::MetByBaseline { target: printed("> 15"), period: None, measured: printed("20") },
        M::MetByResult {
            target: printed("> 15"),
            period: Some(year(2015)),
            measured: printed("20"),
        },
        M::NotAShare { figure: printed("120%") },
        M::NegativeChange { direction: Change::Decrease, by: Number::from(-1500) },
        M::UnitNotOfLabel { unit: Unit::PERCENT, label: Unit::COUNT, figure: printed("5%") },
        M::UnitNotAsBefore {
            unit: Unit::PERCENT,
            before: Unit::EURO,
            figure: printed("5%"),
            first: printed("€ 5"),
        },
        M::Jump { figure: printed("43.655"), before: printed("436.550"), factor: None },
        M::Jump { figure: printed("1"), before: printed("30"), factor: Some(Number::from(20)) },
        M::NameOfTwoRows { name: quote("Scholen"), other: place("/budget/fields/0/indicators/0") },
        M::SameFigures {
            name: quote("Scholen"),
            other: quote("Winkels"),
            place: place("/budget/fields/0/indicators/0"),
        },
        M::ColumnAfter {
            column: column(),
            before: ColumnText::Meaning { role: Some(Role::Realised), period: Some(year(2016)) },
        },
        M::ColumnAfter {
            column: ColumnText::Meaning { role: None, period: Some(year(2014)) },
            before: ColumnText::Meaning { role: Some(Role::Norm), period: None },
        },
        M::YearFar { column: column(), years: 20, edition: year(2017) },
        M::ResultAfter {
            column: ColumnText::Meaning { role: None, period: None },
            edition: year(2017),
        },
        M::GoalNotMeasured { goal: quote("Meer bezoekers") },
        M::NoActionsNorIndicators { goals: 1 },
        M::NoActions { goals: 1 },
        M::NoGoals { actions: 2 },
        M::NoFootnote { mark: quote("*") },
        M::FootnoteNotUsed { mark: quote("*") },
        M::FootnoteUnmarked { text: quote("Bron: CBS") },
        M::NoPriorAccount { period: year(2024) },
        M::NoPriorBudget { period: year(2025) },
        M::PriorFiguresUnchecked { why: Unchecked::NoAmounts },
        M::NoEstimates { periods: vec![year(2027)] },
        M::NoEstimates { periods: vec![year(2027), year(2028), year(2029)] },
        M::EstimatesUnchecked { why: Unchecked::NoYear },
        M::PolicyIndicatorsMissing {
            main: "1".into(),
            names: vec![quote("Verwijzingen Halt"), quote("Winkeldiefstallen")],
        },
        M::PolicyIndicatorOtherName {
            name: quote("Niet-sporters"),
            other: quote("% Niet-sporters"),
        },
        M::PolicyIndicatorsUnchecked { why: Unchecked::NoYear },
        M::KeyFiguresMissing { names: vec![quote("Grondexploitatie")] },
        M::KeyFigureOtherName {
            name: quote("Grondexploitatie"),
            other: quote("Grondexploitaties"),
        },
        M::KeyFiguresUnchecked { why: Unchecked::OtherOrganisation },
        M::NoTaskFields {},
        M::TaskFieldsMissing { main: "2".into(), names: vec![quote("2.2 Parkeren")] },
        M::TaskFieldsUnchecked { why: Unchecked::NoLists },
        M::StructuralDeficit { first: year(2026), last: year(2029) },
        M::NoReserves {},
        M::ReservesUnchecked { why: Unchecked::NoKind },
        M::NearlyTaskField {
            text: quote("0.1 Bestur"),
            code: "0.1".into(),
            name: quote("Bestuur"),
        },
        M::TaskFieldOfOtherYear { text: quote("6.2 Wijkteams"), year: 2022 },
        M::NearlyTaskFieldUnchecked { why: Unchecked::NoLists },
    ];
    all.extend(Unchecked::ALL.iter().map(|&why| M::StructuralBalanceUnchecked { why }));
    all.extend(iv3());
    for &direction in Direction::ALL {
        all.push(M::AgainstDirection { target: printed("> 15"), direction });
    }
    all.extend(Doubt::ALL.iter().map(|&doubt| M::CellInDoubt { doubt, printed: quote("(5)") }));
    all.extend(FileKind::ALL.iter().map(|&kind| M::ForeignFile { kind }));
    all
}

/// Those of deliveries of Iv3.
#[expect(clippy::too_many_lines, reason = "a table")]
fn iv3() -> Vec<Message> {
    use Message as M;
    let part = || "lasten".to_owned();
    let key = || "periode".to_owned();
    let list = || "Gemeente 2026".to_owned();
    let near = || Some(quote("0.1"));
    let n = |number: i64| Number::from(number);
    let entry = || quote("{\"bedrag\":1}");
    let mut all = vec![
        M::Iv3NotJson { error: "trailing characters at line 1 column 4".into() },
        M::Iv3UnknownKey { part: part(), key: quote("jaar") },
        M::Iv3KeyTwice { part: part(), key: quote("bedrag") },
        M::Iv3NumberTooLong { part: part(), text: quote("1e99") },
        M::Iv3ColumnMissing { column: "Categorie".into() },
        M::Iv3CellNotTaken { column: "Categorie".into(), text: quote("X1") },
        M::Iv3NoMetadata {},
        M::Iv3MetadataKeyMissing { key: key() },
        M::Iv3MetadataKeyUnknown { key: quote("jaar") },
        M::Iv3MetadataOtherKind { key: key(), text: quote("6"), expected: ValueKind::Period },
        M::Iv3NoContact {},
        M::Iv3ContactKeyMissing { key: "email".into() },
        M::Iv3ContactKeyUnknown { key: quote("fax") },
        M::Iv3ContactOtherKind {
            key: "email".into(),
            text: quote("a"),
            expected: ValueKind::Email,
        },
        M::Iv3ContactEmpty { key: "naam".into() },
        M::Iv3NoData {},
        M::Iv3NoIncome {},
        M::Iv3NoExpenses {},
        M::Iv3NoBalanceIncome {},
        M::Iv3NoBalanceExpenses {},
        M::Iv3NoPositions {},
        M::Iv3EntryKeyMissing { part: part(), key: "taakveld".into(), entry: entry() },
        M::Iv3AmountMissing { part: part(), entry: entry() },
        M::Iv3NoDefinitions { tier: "GR".into(), year: 2020 },
        M::Iv3TaskFieldUnknown {
            part: part(),
            code: quote("0.01"),
            category: quote("1.1"),
            list: list(),
            near: near(),
        },
        M::Iv3TaskFieldUnknown {
            part: part(),
            code: quote("9"),
            category: quote("1.1"),
            list: list(),
            near: None,
        },
        M::Iv3CategoryUnknown {
            part: part(),
            code: quote("9"),
            row: quote("0.1"),
            list: list(),
            near: None,
        },
        M::Iv3BalanceCodeUnknown {
            part: part(),
            code: quote("A9"),
            column: quote("6.1"),
            list: list(),
            near: None,
        },
        M::Iv3MomentUnknown {
            part: part(),
            code: quote("primo"),
            row: quote("A23"),
            list: list(),
            near: None,
        },
        M::Iv3KeyFigureUnknown {
            part: part(),
            code: quote("fk.9"),
            period: quote("Rek_2024"),
            list: list(),
            near: None,
        },
        M::Iv3PolicyIndicatorUnknown {
            part: part(),
            code: quote("bi.9"),
            period: quote("Rek_2024"),
            list: list(),
            near: None,
        },
        M::Iv3ReportingPeriodUnknown {
            part: part(),
            code: quote("Rek"),
            row: quote("fk.1"),
            list: list(),
            near: None,
        },
        M::Iv3CellForbidden {
            part: part(),
            row: quote("0.1"),
            category: quote("3.1"),
            amount: n(5),
            list: list(),
        },
        M::Iv3AccountsDiffer { current: n(100), financial: n(90), percent: n(10), allowed: n(1) },
        M::Iv3CategoriesOnFinancialBalance { amount: n(5), percent: n(10), allowed: n(1) },
        M::Iv3PositionsDiffer {
            code: quote("A23"),
            change: n(5),
            movements: n(4),
            more: 2,
            percent: n(10),
            allowed: n(1),
        },
        M::Iv3SettlementDiffers {
            category: quote("7.3"),
            expenses: n(5),
            income: n(4),
            percent: n(20),
            allowed: n(1),
        },
        M::Iv3FinancialElsewhere { amount: n(5), percent: n(10), allowed: n(1) },
        M::Iv3TaskFieldsDiffer { expenses: n(5), income: n(4), difference: n(1), allowed: n(0) },
        M::Iv3OpeningDiffers { assets: n(5), liabilities: n(4), difference: n(1), allowed: n(0) },
        M::Iv3ClosingDiffers { assets: n(5), liabilities: n(4), difference: n(1), allowed: n(0) },
        M::Iv3UndividedTransfers { amount: n(5), allowed: n(0) },
    ];
    all.extend(ValueKind::ALL.iter().map(|&expected| M::Iv3OtherKind {
        part: part(),
        text: quote("x"),
        expected,
    }));
    let unchecked = |&reason| M::Iv3Unchecked { check: "PF003".into(), reason };
    all.extend(Unchecked::ALL.iter().map(unchecked));
    all
}

#[test]
fn each_message_in_both_languages() {
    let mut table = String::new();
    for message in messages() {
        let rule = message.rule();
        let [english, dutch] = [Language::English, Language::Dutch].map(|of| message.text(of));
        assert_eq!(message.to_string(), english);
        let _ = writeln!(table, "{rule}\t{english}\t{dutch}");
    }
    golden::is("messages.tsv", &table);
}

#[test]
fn there_is_one_of_each_kind() {
    let kinds: HashSet<_> = messages().iter().map(std::mem::discriminant).collect();
    let patterns =
        |language| -> usize { Rule::ALL.iter().map(|rule| rule.patterns(language).len()).sum() };
    assert_eq!(kinds.len(), patterns(Language::English));
    assert_eq!(kinds.len(), patterns(Language::Dutch));
    let rules: HashSet<Rule> = messages().iter().map(Message::rule).collect();
    let without: Vec<_> = Rule::ALL.iter().filter(|rule| !rules.contains(rule)).collect();
    assert!(without.is_empty(), "nothing reports these: {without:?}");
}

/// A pattern in one language names the same arguments as in the other.
#[test]
fn patterns_name_the_same_arguments() {
    let names = |pattern: &str| -> HashSet<String> {
        let after = pattern.split('{').skip(1);
        after.map(|text| text.split('}').next().unwrap().to_owned()).collect()
    };
    for rule in Rule::ALL {
        let english = rule.patterns(Language::English).iter();
        for (english, dutch) in english.zip(rule.patterns(Language::Dutch)) {
            assert_eq!(names(english), names(dutch), "{rule}");
        }
    }
}

/// Findings with each message, and one about several parts.
fn findings() -> Vec<Finding> {
    let at = || place("/budget/fields/0/indicators/0/figures/1");
    let mut findings: Vec<_> =
        messages().into_iter().map(|what| Finding::new(what, at(), None)).collect();
    let page = "2.3 Wonen\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n1.000\n\nCafés\n\n2.000\n";
    findings.extend(beleid::read(page).findings());
    assert!(findings.iter().any(|finding| finding.count() > 1));
    findings
}

#[test]
fn a_finding_is_read_back_in_any_format() {
    for finding in findings() {
        let json = serde_json::to_value(&finding).unwrap();
        assert_eq!(json["message"], finding.message(Language::English));
        assert_eq!(json["rule"], finding.rule.code());
        let back: Finding = serde_json::from_value(json).unwrap();
        assert_eq!(back, finding);
        assert_eq!(back.message(Language::Dutch), finding.message(Language::Dutch));
        let bytes = postcard::to_stdvec(&finding).unwrap();
        assert_eq!(postcard::from_bytes::<Finding>(&bytes).unwrap(), finding);
    }
}

#[test]
fn what_is_no_finding_is_refused() {
    let finding = Finding::new(Message::NoTarget { name: quote("a") }, Place::default(), None);
    let refused = |change: fn(&mut serde_json::Value)| {
        let mut json = serde_json::to_value(&finding).unwrap();
        change(&mut json);
        serde_json::from_value::<Finding>(json).unwrap_err().to_string()
    };
    assert_eq!(
        refused(|json| json["rule"] = "misprint".into()),
        "the arguments are of the rule no-target, and not misprint"
    );
    assert!(refused(|json| json["more"] = 1.into()).starts_with("unknown field `more`"));
    assert!(
        refused(|json| json["arguments"]["no_target"]["id"] = 1.into())
            .starts_with("unknown field `id`")
    );
    assert!(
        refused(|json| json["arguments"]["no_target"] = serde_json::json!({})).contains("name")
    );
    // A message that was changed is made anew.
    let mut json = serde_json::to_value(&finding).unwrap();
    json["message"] = "something else".into();
    assert_eq!(serde_json::from_value::<Finding>(json).unwrap(), finding);
}

#[test]
fn quotes_are_short_and_escaped() {
    let long = Message::NoTarget { name: "é".repeat(1000).into() };
    assert_eq!(long.text(Language::English), format!("\"{}\"… has no target", "é".repeat(60)));
    assert_eq!(
        Message::NoTarget { name: "a\u{1b}[31m\"".into() }.text(Language::Dutch),
        "\"a\\u{1b}[31m\\\"\" heeft geen streefwaarde"
    );
    let exact: Quote = "x".repeat(60).into();
    assert_eq!(exact.to_string(), format!("\"{exact}\"", exact = "x".repeat(60)));
}

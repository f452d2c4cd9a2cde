//! Generated tables of each kind that real budgets and accounts print, with what they mean.
//!
//! `kinds` lists the kinds, each other file draws a family of them: `says` is what their rows and
//! columns state, and `maker` what they have in common.

use proptest::prelude::*;

use super::draw::Draw;
use super::table::{Block, Document, Table};
pub(crate) use kinds::Kind;
use maker::Maker;

mod areas;
mod differences;
mod english;
mod flows;
mod indicators;
mod kinds;
mod lists;
mod maker;
mod reserves;
mod results;
mod says;
mod scales;
mod several;
mod stages;
mod totals;

/// Documents of one table of this kind.
pub(crate) fn documents(kind: Kind) -> impl Strategy<Value = Document> {
    let draws = proptest::collection::vec(any::<u32>(), 80);
    (1_usize..=5, 2_usize..=5, draws).prop_map(move |(rows, columns, draws)| {
        let mut maker = Maker { draw: Draw::new(draws), rows, columns, first: 0 };
        maker.document(kind)
    })
}

/// Documents of one of these kinds.
pub(crate) fn documents_of(kinds: &'static [Kind]) -> impl Strategy<Value = Document> {
    proptest::sample::select(kinds).prop_flat_map(documents)
}

/// Documents of one table of a kind that is read rightly if nothing befalls it.
pub(crate) fn any_document() -> impl Strategy<Value = (Kind, Document)> {
    let kinds = proptest::sample::select(Kind::DAMAGED);
    kinds.prop_flat_map(|kind| (Just(kind), documents(kind)))
}

impl Maker {
    pub(super) fn document(&mut self, kind: Kind) -> Document {
        self.first = 2014 + self.draw.below(8);
        let edition = self.first + 2;
        let blocks = match kind {
            Kind::Merged => under("Prestatie-indicatoren", self.merged()),
            Kind::Turned => under("Prestatie-indicatoren", self.turned()),
            Kind::RoleOverYears => under("Prestatie-indicatoren", self.role_over_years()),
            Kind::YearOverRoles => under("Prestatie-indicatoren", self.year_over_roles()),
            Kind::YearsOverFlows => under("Overzicht van baten en lasten", self.flows(true)),
            Kind::FlowsOverYears => under("Overzicht van baten en lasten", self.flows(false)),
            Kind::FlowRows => under("Wat mag het kosten?", self.flow_rows(true)),
            Kind::FlowRowsByYear => under("Wat mag het kosten?", self.flow_rows(false)),
            Kind::FlowColumns => under("Overzicht van baten en lasten", self.flow_columns()),
            Kind::FlowGroups => under("Wat mag het kosten?", self.flow_groups()),
            Kind::Groups => under("Kengetallen", self.groups()),
            Kind::UnitColumn => under("Prestatie-indicatoren", self.unit_column()),
            Kind::NormColumn => under("Kengetallen", self.norm_column()),
            Kind::Numbered => under("Prestatie-indicatoren", self.numbered()),
            Kind::AreaRows => under("Beleidsindicatoren", self.area_rows()),
            Kind::AreaColumns => under("Beleidsindicatoren", self.area_columns()),
            Kind::YearRows => under("Kerngegevens", self.year_rows()),
            Kind::Long => under("Kerngegevens", self.long()),
            Kind::Favours => under("Wat heeft het gekost?", self.differences(false)),
            Kind::Percents => under("Wat heeft het gekost?", self.differences(true)),
            Kind::FlowCells => under("Wat mag het kosten?", self.flow_cells()),
            Kind::UnlabelledTotals => under("Wat mag het kosten?", self.unlabelled_totals()),
            Kind::IndicatorTables => self.indicator_tables(),
            Kind::RolesInRows => under("Doelen", self.roles_in_rows()),
            Kind::LongRoles => under("Kerngegevens", self.long_roles()),
            Kind::LetteredYears => under("Kerngegevens", self.lettered_years()),
            Kind::AreaCells => under("Beleidsindicatoren", self.area_cells()),
            Kind::SeveralValues => under("Prestatie-indicatoren", self.several_values()),
            Kind::ScaleInLabels => under("Kerngegevens", self.scale_in_labels()),
            Kind::ScaleInColumns => under("Wat mag het kosten?", self.scale_in_columns()),
            Kind::LowHeads => under("Overzicht van baten en lasten", self.low_heads()),
            Kind::BareYearsOverFlows => {
                under("Overzicht van baten en lasten", self.bare_years_over_flows())
            }
            Kind::OneYearTwice => under("Wat mag het kosten?", self.one_year_twice()),
            Kind::ScaleInSpan => under("Overzicht van baten en lasten", self.scale_in_span()),
            Kind::CodedFlowGroups => under("Wat mag het kosten?", self.coded_flow_groups()),
            Kind::OneLabelInTables => self.one_label_in_tables(),
            Kind::FavourCells => under("Wat heeft het gekost?", self.favour_cells()),
            Kind::FavourRows => under("Wat heeft het gekost?", self.favour_rows()),
            Kind::Reserves => under("Verloop van de reserves", self.reserve_rows()),
            Kind::Stages => under("Wat mag het kosten?", self.stages()),
            Kind::EnglishWide => self.english_wide(),
            Kind::EnglishLong => self.english_long(),
        };
        let word = match kind {
            Kind::EnglishWide | Kind::EnglishLong => "Budget",
            _ => "Begroting",
        };
        let title = Block::Heading(1, format!("{word} {edition}"));
        Document { blocks: std::iter::once(title).chain(blocks).collect() }
    }
}

/// A table under its title, in a field.
fn under(title: &str, table: Table) -> Vec<Block> {
    vec![
        Block::Heading(2, "2.3 Economie".to_owned()),
        Block::Heading(3, title.to_owned()),
        Block::Table(table),
    ]
}

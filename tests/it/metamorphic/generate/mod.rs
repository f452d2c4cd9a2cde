//! Generated tables of each kind that real budgets and accounts print, with what they mean.
//!
//! `kinds` lists the kinds, each other file draws a family of them: `says` is what their rows and
//! columns state, and `maker` what they have in common.

use proptest::prelude::*;

use super::draw::Draw;
use super::table::{Block, Document};
pub(crate) use kinds::Kind;
use maker::Maker;

mod areas;
mod differences;
mod flows;
mod indicators;
mod kinds;
mod lists;
mod maker;
mod results;
mod says;
mod totals;

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
    let kinds = proptest::sample::select(Kind::ALL);
    kinds.prop_flat_map(|kind| (Just(kind), documents(kind)))
}

impl Maker {
    pub(super) fn document(&mut self, kind: Kind) -> Document {
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
}

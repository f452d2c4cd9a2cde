//! What the headers of a table mean beside each other: words of several meanings, names of areas, and
//! columns that differ in words alone. What a mapping says of a column goes before all of that.

mod areas;
mod differences;
mod flows;
mod mapping;
mod misspelled;
mod movements;
mod names;
mod outer;
mod parts;
mod words;
mod years;

use crate::read::facts::words::ColumnKind;
use crate::read::language::Pack;
use crate::read::table::Column;
use crate::read::vocabulary::Vocabulary;
use areas::name_areas;
use differences::{settle_bases, settle_differences, settle_flow_of_differences};
use flows::settle_first_flow;
use mapping::apply_mapping;
use misspelled::settle_misspelled;
use movements::{settle_ends_of_year, settle_year_between};
use names::name_others;
use outer::{settle_outer_balances, settle_total_behind};
use parts::{settle_beside, settle_parts};
use words::settle_words;
use years::{settle_periods, settle_relative_years, settle_stages_of_year};

pub(in crate::read) use areas::area_of_figures;
pub(in crate::read) use names::is_of_before;

/// Settles the columns of a table: what a mapping says of them, and then what their words mean.
pub(in crate::read) fn settle(vocabulary: &Vocabulary, columns: &mut [Column]) {
    apply_mapping(vocabulary, columns);
    settle_misspelled(vocabulary, columns);
    settle_total_behind(vocabulary, columns);
    settle_outer_balances(vocabulary, columns);
    settle_words_of(vocabulary.pack(), columns);
}

/// Settles what the words of the columns mean beside each other.
pub(in crate::read) fn settle_words_of(pack: &Pack, columns: &mut [Column]) {
    let has_roles = columns.iter().any(|column| column.content == Some(ColumnKind::Role));
    if has_roles {
        // *Waarde* beside a column of roles is just that.
        for column in columns
            .iter_mut()
            .filter(|column| column.content.is_none() && !column.facts.others.is_empty())
        {
            column.facts.forget_ambiguous();
        }
    }
    settle_first_flow(pack, columns);
    settle_periods(columns);
    settle_year_between(pack, columns);
    settle_stages_of_year(columns);
    settle_differences(columns);
    settle_bases(pack, columns);
    settle_relative_years(columns);
    settle_parts(pack, columns);
    settle_ends_of_year(pack, columns);
    settle_words(pack, columns);
    settle_flow_of_differences(columns);
    name_areas(pack, columns);
    name_others(pack, columns);
    settle_beside(pack, columns);
}

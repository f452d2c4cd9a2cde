//! What flows the amounts of a row are: by its label, its group, the headers above it and the title.

use std::collections::HashMap;

use super::{Cells, LineFlow};
use crate::leaves::role::Role;
use crate::model::cost::Flow;
use crate::read::facts::letters::flow_of_letter;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::language::{RowWords, Words};
use crate::read::marks;
use crate::read::money::{self, BalanceName};
use crate::read::observe::Around;
use crate::read::observe::blocks::{
    Block, are_opposed, flow_of_header, flow_of_label, flow_of_title,
};
use crate::read::spot::joined;
use crate::read::table::{Column, RowKind, Table};
use crate::words::fold;

/// Whether the flow above all columns is that of a title with both flows, which says nothing of each row: *Baten en lasten*.
pub(super) fn is_of_both(around: &Around<'_, '_>, table: &Table) -> bool {
    let mut figures = table.columns.iter().filter(|column| column.content.is_none()).peekable();
    let is_balance = |column: &Column| column.facts.flow == Some(FlowWord::Balance);
    if figures.peek().is_none() || !figures.all(is_balance) {
        return false;
    }
    let pack = around.vocabulary.pack();
    let names_both = |header: &String| {
        let folded = fold(header, true);
        let has = |stems: fn(&RowWords) -> Words| {
            let begins = |word: &str| {
                pack.each(|tables| stems(&tables.rows)).any(|stem| word.starts_with(stem))
            };
            folded.split(' ').any(begins)
        };
        has(|rows| rows.expenses) && has(|rows| rows.income) && !has(|rows| rows.balance)
    };
    table.columns.iter().flat_map(|column| &column.headers).any(names_both)
}

fn net_flow(around: &Around<'_, '_>, name: &str) -> Option<FlowWord> {
    match money::net_of(around.vocabulary.pack(), &fold(name, true))? {
        Flow::Expenses => Some(FlowWord::Expenses),
        Flow::Income => Some(FlowWord::Income),
        Flow::Balance => None,
    }
}

/// Whether a table has both what is left of expenses and what is left of income.
pub(super) fn nets_are_flows(around: &Around<'_, '_>, table: &Table) -> bool {
    let (mut expenses, mut income) = (false, false);
    for row in table.rows.iter().filter(|row| row.kind == RowKind::Figures) {
        match net_flow(around, &joined(around.lines, &row.label)) {
            Some(FlowWord::Expenses) => expenses = true,
            Some(FlowWord::Income) => income = true,
            _ => {}
        }
    }
    expenses && income
}

/// Whether some group rows are a flow and nothing else: *Baten*.
pub(super) fn has_groups_of_flows(around: &Around<'_, '_>, table: &Table) -> bool {
    table.rows.iter().filter(|row| row.kind == RowKind::Group).any(|row| {
        let facts = around.vocabulary.facts(&joined(around.lines, &row.label));
        let is_one = matches!(facts.flow, Some(FlowWord::Expenses | FlowWord::Income));
        is_one && facts.rest == 0 && facts.others.is_empty()
    })
}

/// The flow that a cell of a column of flows states, by its words or by a letter.
pub(super) fn flow_of_cell(looks: &Looks<'_>, text: &str) -> Option<FlowWord> {
    looks.facts(text).flow.or_else(|| flow_of_letter(looks.pack(), text))
}

/// Which of several lines of one flow each column is of, by their names: *Saldo* and *Resultaat* below each year are two lines of a row, and
/// so are *Nadelig saldo* and *Voordelig saldo*, or *Lasten inclusief reserves* and *Lasten exclusief reserves*. All are one where no
/// two of them are of the same time and stage, and none contradicts another.
pub(super) fn lines_of_columns(around: &Around<'_, '_>, table: &Table) -> Vec<usize> {
    let pack = around.vocabulary.pack();
    let mut lines = vec![0; table.columns.len()];
    for flow in [FlowWord::Balance, FlowWord::Expenses, FlowWord::Income] {
        let is_of_flow = |column: &Column| {
            let facts = &column.facts;
            column.content.is_none()
                && facts.flow == Some(flow)
                && facts.role != Some(Role::Difference)
        };
        let name = |column: &Column| match flow {
            FlowWord::Balance => BalanceName::of(pack, &column.header()),
            _ => BalanceName::of_flow(pack, &column.header()),
        };
        let columns = table.columns.iter().enumerate().filter(|(_, column)| is_of_flow(column));
        let named: Vec<(usize, &Column, BalanceName)> =
            columns.map(|(at, column)| (at, column, name(column))).collect();
        // The columns of each name, and those of each time: a table may be wide.
        let mut kinds: Vec<&BalanceName> = Vec::new();
        let mut of_key = HashMap::new();
        let mut are_several = false;
        for (at, column, name) in &named {
            let index = kinds.iter().position(|of| *of == name).unwrap_or_else(|| {
                kinds.push(name);
                kinds.len() - 1
            });
            if let Some(line) = lines.get_mut(*at) {
                *line = index;
            }
            let facts = &column.facts;
            let key = (facts.period, facts.role, facts.day, &facts.unit, &column.slice);
            are_several |= *of_key.entry(key).or_insert(index) != index;
        }
        // Few names are known, and most tables have one.
        are_several |= kinds
            .iter()
            .enumerate()
            .any(|(at, one)| kinds.iter().take(at).any(|of| of.contradicts(one)));
        if !are_several {
            for (at, ..) in &named {
                if let Some(line) = lines.get_mut(*at) {
                    *line = 0;
                }
            }
        }
    }
    lines
}

impl Cells<'_, '_> {
    /// The line of a row that the figures of a column are of, by what flows.
    pub(super) fn line_flow(&self, flow: Option<FlowWord>, at: usize) -> LineFlow {
        let is_own = self.table.columns.get(at).is_some_and(|column| column.facts.flow == flow);
        let line = self.lines_of_columns.get(at).copied().filter(|_| is_own).unwrap_or(0);
        LineFlow { flow, line }
    }

    /// The flow of a row where no column says it: by its label, its group, and what stands above the table.
    pub(super) fn base_flow(&self, block: &Block) -> Option<FlowWord> {
        let label_flow =
            if self.is_of_money { flow_of_label(self.around, &block.name) } else { None };
        // *Netto opbrengsten* and *Netto lasten* of one table are two flows, which make a balance.
        let net = if self.nets_are_flows { net_flow(self.around, &block.name) } else { None };
        let label_flow = net.or(label_flow);
        let of_title = if self.is_of_money { flow_of_title(self.around) } else { None };
        // What stands above all labels, *Expenditure*, says more than a word of one: *Direct revenue contribution to capital*.
        let is_sure = self.around.vocabulary.facts(marks::without(&block.name)).rest == 0;
        let outer = self.table.scope.flow.or(of_title);
        let label_flow = label_flow
            .filter(|label| is_sure || !outer.is_some_and(|outer| are_opposed(*label, outer)));
        let group = block.group_facts.flow.filter(|_| !block.is_flow_over);
        let label_flow = label_flow.map(|label| label.within(group));
        let above = || block.group_facts.flow.or(self.table.scope.flow).or(of_title);
        label_flow
            .or_else(|| if block.is_flow_over { None } else { above() })
            .or_else(|| self.flow_of_labels())
            .or(self.around.scope.defaults.flow_word())
    }

    /// What the amounts are that the labels tell apart, by the header of these: *Kostensoort*.
    pub(super) fn flow_of_labels(&self) -> Option<FlowWord> {
        let label = self.table.columns.iter().find(|column| column.is_of_labels())?;
        let header = label.header();
        // *Lasten* above the labels, or *Opbouw uitgaven*; *Baten en lasten* says nothing of each.
        let facts = self.around.vocabulary.facts(&header);
        let is_sure = facts.rest <= 1 && facts.others.is_empty() && self.is_of_money;
        if let Some(flow @ (FlowWord::Expenses | FlowWord::Income)) = facts.flow.filter(|_| is_sure)
        {
            return Some(flow);
        }
        // *Saldo lasten en baten per programma*; *Baten en lasten per programma* begins with no balance.
        let first = header.split(' ').next().unwrap_or_default();
        let begins = || self.around.vocabulary.facts(first).flow == Some(FlowWord::Balance);
        let is_of_balance = facts.flow == Some(FlowWord::Balance) && facts.rest <= 1;
        // *Nettolasten*
        let is_net =
            || money::net_of(self.around.vocabulary.pack(), &fold(&header, true)).is_some();
        if self.is_of_money && is_of_balance && (header.contains(' ') && begins() || is_net()) {
            return Some(FlowWord::Balance);
        }
        flow_of_header(self.around, &header).filter(|_| self.is_of_money)
    }

    /// The flow of the figures in a column, in a row whose label may state one.
    pub(super) fn flow(
        &self,
        column: &Column,
        row: Option<FlowWord>,
        block: &Block,
    ) -> Option<FlowWord> {
        let group = block.group_facts.flow;
        // A flow above all columns is of the table, whose scope is wider than that of a group of rows.
        let figures = || self.table.columns.iter().filter(|column| column.content.is_none());
        if self.is_of_both {
            return row.or(group);
        }
        // *Inkomsten* above the only column is of the first group, where *Uitgaven* stands above the rows below.
        let is_of_one =
            |flow: Option<FlowWord>| matches!(flow, Some(FlowWord::Expenses | FlowWord::Income));
        let is_over = self.has_groups_of_flows && block.is_flow_over;
        let is_of_group = || is_of_one(column.facts.flow) && (is_of_one(group) || is_over);
        let is_of_all = column.facts.flow.is_some()
            && (figures().count() > 1 || is_of_group())
            && figures().all(|other| other.facts.flow == column.facts.flow);
        // *Saldo van lasten en baten* below *Lasten*, which stands above all columns.
        if is_of_all && let Some(own) = self.own_flow(block) {
            return own;
        }
        if is_of_all && block.is_flow_over {
            return row;
        }
        // *Lasten* above the first rows is of these where *Baten* stands above others, and of none below *Reserves*.
        if is_of_all && self.has_groups_of_flows && block.is_in_group() {
            return row.or(group);
        }
        match (column.facts.flow, row) {
            // The narrower word of the row: *Toevoeging reserves* in a column *Lasten*.
            (Some(FlowWord::Expenses), Some(FlowWord::ReservesIn)) => Some(FlowWord::ReservesIn),
            (Some(FlowWord::Income), Some(FlowWord::ReservesOut)) => Some(FlowWord::ReservesOut),
            (Some(_), _) if is_of_all && group.is_some() => row.or(group),
            (Some(flow), _) if column.facts.others.is_empty() => Some(flow),
            (Some(_), Some(row)) => Some(row),
            (flow, row) => flow.or(row),
        }
    }

    /// The flow that the label of some rows is, and nothing else; `Some(None)` if it may be another word as well: *Resultaat*.
    pub(super) fn own_flow(&self, block: &Block) -> Option<Option<FlowWord>> {
        let facts = self.around.vocabulary.facts(marks::without(&block.name));
        let is_flow = |flow: &FlowWord| {
            matches!(flow, FlowWord::Expenses | FlowWord::Income | FlowWord::Balance)
        };
        // A row with a code is one of a list: *0.11 Resultaat van de rekening van baten en lasten* is a task field.
        let code = self.table.columns.iter().position(|column| {
            matches!(column.content, Some(ColumnKind::Code | ColumnKind::Number))
        });
        let row = block.rows.first().and_then(|row| self.table.rows.get(row.row));
        let is_coded =
            code.zip(row).is_some_and(|(at, row)| row.cells.get(at).is_some_and(Option::is_some));
        let flow = facts.flow.filter(|flow| is_flow(flow) && facts.rest == 0 && !is_coded)?;
        Some(Some(flow).filter(|_| facts.others.is_empty()))
    }
}

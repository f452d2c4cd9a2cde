//! What headers state that a mapping names: it goes before their words.

use super::words::{ColumnKind, FlowWord};
use super::{Facts, words};
use crate::model::cost::Flow;
use crate::read::mapped::MappedColumn;
use crate::read::vocabulary::Vocabulary;

impl Facts {
    /// What a text states as a header that a mapping names as it is.
    pub(in crate::read) fn of_mapped(vocabulary: &Vocabulary, text: &str) -> Option<Self> {
        let mapped = vocabulary.mapped()?;
        let column = mapped.column(mapped.exactly(text)?)?;
        Some(column.facts(Facts::of_words(vocabulary, text)))
    }
}

impl MappedColumn {
    /// What a header states whose words state `words`.
    pub(in crate::read) fn facts(&self, words: Facts) -> Facts {
        let rest = words.rest.min(1);
        if !self.holds_figures() {
            let content = words::kind_of(self.holds).or(Some(ColumnKind::Attribute));
            return Facts { content, marks: words.marks, is_mapped: true, ..Facts::default() };
        }
        let mut facts = words;
        if self.role.is_some() || self.flow.is_some() {
            facts.forget_ambiguous();
        }
        facts.role = self.role.or(facts.role);
        facts.flow = self.flow.map(flow_word).or(facts.flow);
        facts.period = self.period.or(facts.period);
        facts.unit = self.unit.clone().or(facts.unit);
        let states = facts.role.is_some() || facts.flow.is_some() || facts.period.is_some();
        facts.content = if states { None } else { Some(ColumnKind::Value) };
        // Columns that state the same differ by the words that are left.
        facts.rest = rest;
        facts.is_torn = false;
        facts.is_mapped = true;
        facts
    }
}

/// The word for a flow.
pub(in crate::read) fn flow_word(flow: Flow) -> FlowWord {
    match flow {
        Flow::Expenses => FlowWord::Expenses,
        Flow::Income => FlowWord::Income,
        Flow::Balance => FlowWord::Balance,
    }
}

//! What one more word adds to the facts of a text: it fills what is open, says more closely what is known, or contradicts it.

use super::Facts;
use super::words::{ColumnKind, FlowWord};
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::language::HeaderWord;

impl Facts {
    /// Adds what a phrase states.
    pub(in crate::read) fn add(&mut self, word: HeaderWord) {
        match word {
            HeaderWord::Role(role) => self.add_role(role),
            HeaderWord::Flow(flow) => self.add_flow(flow),
            HeaderWord::Column(content) => {
                use ColumnKind::{Area, Code, Group, Label, Number};
                // *Programme number*, *area code*, *naam afdeling*: the other word says of what.
                let is_of = match self.content {
                    Some(Group) => matches!(content, Label | Code | Number),
                    Some(Area | Label) => matches!(content, Code | Number),
                    _ => false,
                };
                self.content = self.content.filter(|_| !is_of).or(Some(content));
            }
            HeaderWord::Year(_) => self.rest = self.rest.saturating_add(1),
            HeaderWord::Ambiguous(meanings) => {
                // Beside a word that is sure, what it means stays open.
                if self.role.is_some() || self.flow.is_some() || self.content.is_some() {
                    self.add_second(meanings);
                    return;
                }
                if let Some(first) = meanings.first() {
                    self.add(*first);
                    self.others = meanings;
                }
            }
        }
    }

    /// Takes back what a word of several meanings states.
    pub(in crate::read) fn forget_ambiguous(&mut self) {
        match self.others.first() {
            Some(HeaderWord::Role(_)) => self.role = None,
            Some(HeaderWord::Flow(_)) => self.flow = None,
            Some(HeaderWord::Column(_)) => self.content = None,
            _ => {}
        }
        self.others = &[];
    }

    /// Adds a word of several meanings after another word: the first that goes with it.
    fn add_second(&mut self, meanings: &'static [HeaderWord]) {
        let fits = meanings.iter().find(|meaning| match meaning {
            HeaderWord::Role(_) => self.role.is_none(),
            HeaderWord::Flow(_) => self.flow.is_none(),
            _ => false,
        });
        match fits {
            Some(HeaderWord::Role(role)) if self.role.is_none() => self.add_role(*role),
            Some(HeaderWord::Flow(flow)) => self.add_flow(*flow),
            _ => {}
        }
    }

    pub(super) fn add_period(&mut self, period: Period) {
        match self.period {
            Some(known) if known != period => self.is_torn = true,
            _ => self.period = Some(period),
        }
    }

    pub(super) fn add_role(&mut self, role: Role) {
        self.role = match (self.role, role) {
            (None, role) => Some(role),
            // A sure word beside one of several meanings.
            (Some(_), role) if !self.others.is_empty() => {
                self.others = &[];
                Some(role)
            }
            // *Verschil rekening en begroting* names what differs.
            (Some(Role::Difference), _) | (_, Role::Difference) => Some(Role::Difference),
            (Some(Role::Budgeted), Role::Amended) | (Some(Role::Amended), Role::Budgeted) => {
                Some(Role::Amended)
            }
            (Some(known), role) if known == role => Some(role),
            (Some(known), _) => {
                self.is_torn = true;
                Some(known)
            }
        };
    }

    fn add_flow(&mut self, flow: FlowWord) {
        use FlowWord::{Balance, Reserves, ReservesIn, ReservesOut};
        // *Resultaat voor reservering* is what is left before something is reserved.
        let may_be_balance = self.others.contains(&HeaderWord::Flow(Balance));
        if may_be_balance && matches!(flow, Reserves | ReservesIn | ReservesOut) {
            self.forget_ambiguous();
            self.flow = Some(Balance);
            return;
        }
        match self.flow {
            None => self.flow = Some(flow),
            // *Saldo van baten en lasten* is of both.
            Some(FlowWord::Balance) => self.others = &[],
            Some(known) if known != flow => {
                self.flow = match (known, flow) {
                    (_, FlowWord::Balance) => Some(FlowWord::Balance),
                    // *Beschikking over reserves (baten)*.
                    (FlowWord::Reserves, FlowWord::Income)
                    | (FlowWord::Income, FlowWord::Reserves) => Some(FlowWord::ReservesOut),
                    (FlowWord::Reserves, FlowWord::Expenses)
                    | (FlowWord::Expenses, FlowWord::Reserves) => Some(FlowWord::ReservesIn),
                    // *Toevoegingen en onttrekkingen reserves*
                    (FlowWord::ReservesIn, FlowWord::ReservesOut)
                    | (FlowWord::ReservesOut, FlowWord::ReservesIn) => Some(FlowWord::Reserves),
                    (FlowWord::Reserves, of @ (FlowWord::ReservesIn | FlowWord::ReservesOut))
                    | (of @ (FlowWord::ReservesIn | FlowWord::ReservesOut), FlowWord::Reserves) => {
                        Some(of)
                    }
                    _ => {
                        self.is_torn = true;
                        None
                    }
                };
            }
            Some(_) => {}
        }
    }
}

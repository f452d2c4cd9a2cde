//! The sign convention of a table: from its balances, else from what it says, else from its amounts.

use super::balances::{self, Term};
use super::sheet::{Amount, Sheet, SheetLine, is_of_reserves};
use super::unnamed::unnamed_balances;
use crate::leaves::role::Status;
use crate::leaves::unit::Quantity;
use crate::model::budget::Budget;
use crate::model::cost::{CostLine, Flow, KnownSign, Reserves, Sign, SignEvidence, Signs};

impl Budget {
    /// Concludes from each table of money in which signs it prints expenses, income and a surplus, and
    /// sets the [`signs`](CostLine::signs) of its lines (Dutch: *tekenconventie*). Where a balance is
    /// another one with the movements in the [`reserves`](CostLine::reserves), that is set as well, and a
    /// line of no stated [`flow`](CostLine::flow) is a balance if it is what is left of the expenses and
    /// the income right below it. A budget that was read has all of this already.
    ///
    /// The evidence is the arithmetic of the table, if its balances come out in one convention only;
    /// else what the lines already say, from the words of the document; else the amounts of a flow, if
    /// nearly all have one sign. What none of these says stays `None`.
    ///
    /// ```
    /// use beleid::{Budget, CostLine, Figure, Flow, Id, Period, PolicyField, Role, Sign, SignEvidence};
    ///
    /// let mut field = PolicyField::default();
    /// for (id, label, flow, amount) in [
    ///     ("c1", "Lasten", Flow::Expenses, 930),
    ///     ("c2", "Baten", Flow::Income, -543),
    ///     ("c3", "Saldo", Flow::Balance, 387),
    /// ] {
    ///     let mut line = CostLine::new(Id::new(id)?, label);
    ///     line.flow = Some(flow);
    ///     line.figures.push(Figure::new(Period::year(2017)?, Role::Realised, amount));
    ///     field.costs.push(line);
    /// }
    /// let mut budget = Budget { fields: vec![field], ..Budget::default() };
    /// budget.learn_conventions();
    ///
    /// // The balance is printed as what is spent more than received.
    /// let balance = &budget.fields[0].costs[2];
    /// let surplus = balance.signs.and_then(|signs| signs.surplus).unwrap();
    /// assert_eq!((surplus.sign, surplus.by), (Sign::Minus, SignEvidence::Arithmetic));
    /// assert_eq!(balance.amount(&balance.figures[0]), Some((-387).into()));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "tekenconventie")]
    pub fn learn_conventions(&mut self) {
        self.cost_lists_mut().for_each(|costs| learn(costs));
    }
}

/// Sets the signs of the lines of a field.
fn learn(costs: &mut [CostLine]) {
    let mut unnamed: Vec<usize> = Vec::new();
    for sheet in Sheet::all(costs) {
        let index = |at: usize| sheet.lines.get(at).map(|line| line.index);
        unnamed.extend(unnamed_balances(&sheet).into_iter().filter_map(index));
    }
    for index in unnamed {
        if let Some(line) = costs.get_mut(index) {
            line.flow = Some(Flow::Balance);
        }
    }
    let mut found: Vec<(usize, Signs)> = Vec::new();
    let mut reserves: Vec<(usize, Reserves)> = Vec::new();
    for sheet in Sheet::all(costs) {
        let learnt = balances::learn(&sheet);
        let convention = Convention::of(&sheet, &learnt);
        let of_line = |line: &SheetLine<'_>| (line.index, convention.of_line(line));
        found.extend(sheet.lines.iter().map(of_line));
        let index = |at: usize| sheet.lines.get(at).map(|line| line.index);
        for (result, before) in learnt.results() {
            reserves.extend(index(result).map(|index| (index, Reserves::Included)));
            reserves.extend(before.and_then(index).map(|index| (index, Reserves::Excluded)));
        }
    }
    for (index, signs) in found {
        if let Some(line) = costs.get_mut(index) {
            line.signs = Some(signs).filter(|signs| *signs != Signs::default());
        }
    }
    for (index, reserves) in reserves {
        if let Some(line) = costs.get_mut(index) {
            line.reserves = line.reserves.or(Some(reserves));
        }
    }
}

/// The movements in the reserves that a table may have beside each other.
const MOVEMENTS: [&[Term]; 4] = [
    &[Term::Additions, Term::Withdrawals],
    &[Term::Additions],
    &[Term::Withdrawals],
    &[Term::Movements],
];

/// The signs of a table, and those of its movements in the reserves.
#[derive(Debug, Default)]
struct Convention {
    flows: Signs,
    reserves: Signs,
    /// Whether the movements in the reserves are all that it has, and so its flows.
    is_of_reserves_alone: bool,
}

impl Convention {
    fn of(sheet: &Sheet<'_>, learnt: &balances::Learnt) -> Self {
        let mut flows = stated(sheet);
        let is_of_reserves_alone = balances::is_of_reserves_alone(sheet);
        let of_flow = |flow: Flow| {
            let is = |line: &CostLine| {
                line.flow == Some(flow) && (is_of_reserves_alone || !is_of_reserves(line))
            };
            Tendency::of(sheet, is).sign()
        };
        let (expenses, income) = (of_flow(Flow::Expenses), of_flow(Flow::Income));
        let by_amounts = |sign: Option<Sign>| sign.map(|sign| known(sign, SignEvidence::Amounts));
        flows.expenses = flows.expenses.or(by_amounts(expenses));
        flows.income = flows.income.or(by_amounts(income));
        // A table may have no balance but the one with the reserves.
        let with_reserves = || {
            let flows = [Term::Expenses, Term::Income];
            let terms = |movements: &[Term]| flows.iter().chain(movements).copied().collect();
            MOVEMENTS.iter().find_map(|movements| learnt.way(&terms(movements) as &Vec<Term>))
        };
        let of_flows = learnt.way(&[Term::Expenses, Term::Income]).or_else(with_reserves);
        if let Some(bits) = of_flows {
            let (spent, received) = (bits & 1 == 1, bits & 2 == 2);
            if expenses.is_some() || income.is_some() {
                // Where the balances deny the signs of the amounts it isn't known which of them are corrections.
                flows = proven(spent, received, expenses, income).unwrap_or_default();
            }
        }
        let reserves = Self::reserves(sheet, learnt, flows);
        Convention { flows, reserves, is_of_reserves_alone }
    }

    /// The signs of the movements in the reserves: by the balances with and without them, else by their amounts.
    fn reserves(sheet: &Sheet<'_>, learnt: &balances::Learnt, flows: Signs) -> Signs {
        let of = |flow: Flow| {
            let is = |line: &CostLine| is_of_reserves(line) && line.flow == Some(flow);
            let by_amounts = || Tendency::of(sheet, is).sign();
            lettered(sheet, is)
                .or_else(|| by_amounts().map(|sign| known(sign, SignEvidence::Amounts)))
        };
        let mut signs =
            Signs { expenses: of(Flow::Expenses), income: of(Flow::Income), surplus: None };
        let Some(surplus) = flows.surplus.filter(|surplus| surplus.by == SignEvidence::Arithmetic)
        else {
            return signs;
        };
        for movements in MOVEMENTS {
            let before = [Term::Before].into_iter().chain(movements.iter().copied());
            let whole = [Term::Expenses, Term::Income].into_iter().chain(movements.iter().copied());
            let way = |terms: &[Term], skipped: usize| Some(learnt.way(terms)? >> skipped);
            let bits =
                way(&before.collect::<Vec<_>>(), 1).or_else(|| way(&whole.collect::<Vec<_>>(), 2));
            let Some(bits) = bits else { continue };
            for (at, movement) in movements.iter().enumerate() {
                let is_subtracted = bits >> at & 1 == 1;
                // A surplus that is printed with a plus falls by an addition, and rises by a withdrawal.
                let sign = if is_subtracted { opposite(surplus.sign) } else { surplus.sign };
                let by_sum = |sign: Sign| Some(known(sign, SignEvidence::Arithmetic));
                match movement {
                    Term::Additions => signs.expenses = by_sum(opposite(sign)),
                    Term::Withdrawals => signs.income = by_sum(sign),
                    _ => signs.surplus = by_sum(sign),
                }
            }
            break;
        }
        signs
    }

    fn of_line(&self, line: &SheetLine<'_>) -> Signs {
        let of_reserves = is_of_reserves(line.line) && !self.is_of_reserves_alone;
        let mut signs = if of_reserves { self.reserves } else { self.flows };
        if let Some(sign) = line.own_surplus {
            signs.surplus = Some(known(sign, SignEvidence::Words));
        }
        signs
    }
}

/// The signs of a table whose balances are its expenses and its income, each added or subtracted, where
/// the amounts of one of these have a sign of their own. `None` if these deny it.
fn proven(
    is_spent_subtracted: bool,
    is_received_subtracted: bool,
    expenses: Option<Sign>,
    income: Option<Sign>,
) -> Option<Signs> {
    // A surplus is income less expenses: it has the sign that income has in the balance, and the other one than that of expenses.
    let by_expenses = expenses.map(|sign| if is_spent_subtracted { sign } else { opposite(sign) });
    let by_income = income.map(|sign| if is_received_subtracted { opposite(sign) } else { sign });
    let surplus = match (by_expenses, by_income) {
        (Some(one), Some(other)) if one != other => return None,
        (one, other) => one.or(other)?,
    };
    let spent = if is_spent_subtracted { surplus } else { opposite(surplus) };
    let received = if is_received_subtracted { opposite(surplus) } else { surplus };
    let by_sum = |sign: Sign| Some(known(sign, SignEvidence::Arithmetic));
    Some(Signs { expenses: by_sum(spent), income: by_sum(received), surplus: by_sum(surplus) })
}

/// What the lines of a table say of its signs, by the words of the document or by letters.
fn stated(sheet: &Sheet<'_>) -> Signs {
    let by_words = |of: Option<KnownSign>| of.filter(|of| of.by == SignEvidence::Words);
    let mut signs = Signs::default();
    for line in &sheet.lines {
        let Some(own) = line.line.signs else { continue };
        signs.expenses = signs.expenses.or(by_words(own.expenses));
        signs.income = signs.income.or(by_words(own.income));
        if line.own_surplus.is_none() {
            signs.surplus = signs.surplus.or(by_words(own.surplus));
        }
    }
    let by_letters = |known_by_words: Option<KnownSign>, flow: Flow| {
        let is = |line: &CostLine| line.flow == Some(flow) && !is_of_reserves(line);
        known_by_words.or_else(|| lettered(sheet, is))
    };
    signs.expenses = by_letters(signs.expenses, Flow::Expenses);
    signs.income = by_letters(signs.income, Flow::Income);
    signs.surplus = by_letters(signs.surplus, Flow::Balance);
    signs
}

/// The sign of lines whose amounts all have letters: what is to the good is known of each. One without may be printed in either sign.
/// A letter on a difference says nothing of them. `None` if a letter is missing.
fn lettered(sheet: &Sheet<'_>, is_meant: impl Fn(&CostLine) -> bool) -> Option<KnownSign> {
    let lines = sheet.lines.iter().filter(|line| is_meant(line.line));
    let is_plain = |amount: &&Amount| {
        sheet.keys.get(amount.key).is_some_and(|key| !key.is_difference())
            && !amount.number.is_zero()
    };
    let mut plain = lines.flat_map(SheetLine::amounts).filter(is_plain).peekable();
    let have_letters = plain.peek().is_some() && plain.all(|amount| amount.has_letter);
    have_letters.then_some(known(Sign::Plus, SignEvidence::Letters))
}

fn known(sign: Sign, by: SignEvidence) -> KnownSign {
    KnownSign { sign, by }
}

fn opposite(sign: Sign) -> Sign {
    match sign {
        Sign::Plus => Sign::Minus,
        Sign::Minus => Sign::Plus,
    }
}

/// How many amounts of some lines are printed with a minus, and how many without.
#[derive(Debug, Default)]
struct Tendency {
    plus: usize,
    minus: usize,
}

impl Tendency {
    fn of(sheet: &Sheet<'_>, is_meant: impl Fn(&CostLine) -> bool) -> Self {
        let mut all = Tendency::default();
        let lines = sheet.lines.iter().filter(|line| is_meant(line.line));
        for amount in lines.flat_map(SheetLine::amounts) {
            let is_money = sheet
                .keys
                .get(amount.key)
                .is_some_and(|key| key.quantity() == Some(Quantity::Money) && !key.is_difference());
            if is_money && !amount.number.is_zero() && !amount.has_letter {
                let side = if amount.number.is_negative() { &mut all.minus } else { &mut all.plus };
                *side += 1;
            }
        }
        all
    }

    /// The sign of nearly all of them; `None` if they are mixed. Expenses and income are corrected now and then, so that one of them has the
    /// other sign.
    fn sign(&self) -> Option<Sign> {
        const MOST: usize = 4;
        match self {
            _ if self.plus > self.minus * MOST => Some(Sign::Plus),
            _ if self.minus > self.plus * MOST => Some(Sign::Minus),
            _ => None,
        }
    }
}

/// The statuses by which a document says whether an amount is to the good, and whether it is to the bad.
pub(super) const FAVOUR: [Status; 2] = [Status::Favourable, Status::Unfavourable];

//! What the words around a line of money say of it: whether it comes again, which account it is of, whether a balance is with the
//! movements in the reserves, and in which signs its table is printed.

use super::language::{FlowWord, HeaderWord, Pack, RowWords, Words};
use crate::model::cost::{
    Account, CostLine, Flow, KnownSign, Recurrence, Reserves, Sign, SignEvidence, Signs,
};
use crate::words::{fold, fold_header};

/// Sets what its label, its groups, and the titles of its table and what is around it say of a line, from the narrowest to the widest.
pub(super) fn describe(pack: &Pack, line: &mut CostLine, titles: &[&str]) {
    let own = fold(&line.label, true);
    let is_of_whole =
        line.flow == Some(Flow::Balance) || head_of_reserves(pack, &line.label).is_some();
    if line.flow.is_some() && is_of_whole && line.reserves.is_none() {
        line.reserves = reserves(pack, &own);
    }
    let groups = line.group.iter().rev().map(|group| fold(group, true));
    let around: Vec<String> = groups.chain(titles.iter().map(|title| fold(title, true))).collect();
    let texts = || std::iter::once(&own).chain(&around);
    line.recurrence = texts().find_map(|text| recurrence(pack, text));
    // *Reserve investeringen* is a reserve.
    if line.reserves != Some(Reserves::Only) {
        line.account = texts().find_map(|text| account(pack, text));
    }
}

/// Whether a word of a folded text begins with one of some stems, which may have several words. One that ends in a space is a whole word.
fn has(pack: &Pack, text: &str, stems: fn(&RowWords) -> Words) -> bool {
    let text = &[text, " "].concat();
    pack.each(|tables| stems(&tables.rows)).any(|stem| has_stem(text, stem))
}

fn has_stem(text: &str, stem: &str) -> bool {
    text.match_indices(stem).any(|(at, _)| {
        text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    })
}

/// Whether the words of a label say that amounts are with or without the movements in the reserves: *Saldo exclusief reserves*, *Resultaat
/// na bestemming*, *Lasten (inclusief toevoegingen aan reserves)*.
pub(super) fn reserves(pack: &Pack, label: &str) -> Option<Reserves> {
    let words: Vec<&str> = label.split(' ').collect();
    before_reserves(pack, &words).map(|(_, with)| with)
}

/// How many words of a folded label stand in front of the one that says that it is with or without the reserves, and which of both:
/// *Lasten* in *Lasten incl. mutaties reserves*.
fn before_reserves(pack: &Pack, words: &[&str]) -> Option<(usize, Reserves)> {
    let is_of_reserves = |word: &&str| {
        let mut parts = pack.each(|tables| tables.rows.reserves);
        parts.any(|part| word.contains(part)) || pack.has(word, |tables| tables.rows.appropriation)
    };
    let of = words.iter().position(is_of_reserves)?;
    let with = |word: &str| {
        let is_with = pack.has(word, |tables| tables.rows.with_reserves);
        let is_without = pack.has(word, |tables| tables.rows.without_reserves);
        (is_with || is_without).then_some(if is_with {
            Reserves::Included
        } else {
            Reserves::Excluded
        })
    };
    let (at, with) =
        words.iter().enumerate().take(of).rev().find_map(|(at, word)| Some((at, with(word)?)))?;
    Some((at, with))
}

/// What a label says in front of the words that say that it is with or without the movements in the reserves; `None` if it doesn't say
/// that, or is a movement itself: *Storting in de reserve inclusief rente*.
pub(super) fn head_of_reserves<'t>(pack: &Pack, label: &'t str) -> Option<&'t str> {
    /// A sentence is no label.
    const MAX_LEN: usize = 200;
    if label.len() > MAX_LEN || !label.contains(' ') {
        return None;
    }
    let folded = fold(label, true);
    let words: Vec<&str> = folded.split(' ').collect();
    let (head, _) = before_reserves(pack, &words)?;
    let begins = |stems: fn(&RowWords) -> Words| {
        let mut head = words.iter().take(head);
        head.any(|word| pack.each(|tables| stems(&tables.rows)).any(|stem| word.starts_with(stem)))
    };
    let is_movement = begins(|rows| rows.into_reserves)
        || begins(|rows| rows.out_of_reserves)
        || begins(|rows| rows.changes_of_reserves);
    let connector = words.get(head)?;
    // *Uitgaven voor reserve groen* is what they are for; *voor toevoeging* and *voor reservemutaties* are before these.
    let may_be_for = pack.has(connector, |tables| tables.rows.also_for) && {
        let moves = |word: &&str| {
            let has = |stems: fn(&RowWords) -> Words| {
                pack.each(|tables| stems(&tables.rows)).any(|stem| word.contains(stem))
            };
            has(|rows| rows.changes_of_reserves)
                || has(|rows| rows.into_reserves)
                || has(|rows| rows.out_of_reserves)
                || pack.has(word, |tables| tables.rows.appropriation)
        };
        !words.iter().skip(head + 1).any(moves)
    };
    if head == 0 || is_movement || may_be_for {
        return None;
    }
    // The words of the label as it is printed; one may be two that a sign parts.
    let is_connector = |word: &str| fold(word, true) == **connector;
    let starts = label
        .match_indices(|c: char| c.is_whitespace() || c == '(')
        .map(|(at, sign)| at + sign.len());
    let at = starts.into_iter().find(|at| {
        let rest = label.get(*at..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_whitespace() || c == ')').unwrap_or(rest.len());
        is_connector(rest.get(..end).unwrap_or_default())
    })?;
    let head = label.get(..at)?.trim_end_matches(|c: char| c.is_whitespace() || c == '(');
    (!head.is_empty()).then_some(head)
}

/// What stands behind the words of the reserves: *begroting 2018* in *inclusief reserves) begroting 2018*.
pub(super) fn behind_reserves<'t>(pack: &Pack, text: &'t str) -> &'t str {
    let is_of_reserves = |word: &str| {
        let folded = fold(word, true);
        let mut parts = pack.each(|tables| tables.rows.reserves);
        parts.any(|part| folded.contains(part))
            || pack.has(&folded, |tables| tables.rows.appropriation)
    };
    let mut from = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        from += word.len();
        if is_of_reserves(word) {
            break;
        }
    }
    text.get(from..).unwrap_or_default().trim()
}

/// What tells two balances apart: the sign that their names say, whether they are with the reserves, and their words for what is left.
/// *Saldo* and *Resultaat* are two, and *Saldo begroting* and *Saldo rekening* are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BalanceName {
    sign: Option<Sign>,
    reserves: Option<Reserves>,
    words: Vec<String>,
}

impl BalanceName {
    /// That of a header.
    pub(super) fn of(pack: &Pack, header: &str) -> Self {
        let folded = fold(header, true);
        let is_balance = |word: &&str| {
            let meaning = fold_header(word).and_then(|word| pack.header(&word));
            meaning.is_some_and(|of| of.meanings().contains(&HeaderWord::Flow(FlowWord::Balance)))
        };
        BalanceName {
            sign: surplus_by_name(pack, header).map(|of| of.sign),
            reserves: reserves(pack, &folded),
            words: folded.split(' ').filter(is_balance).map(str::to_owned).collect(),
        }
    }

    /// Whether a header has a word beside those that are known of balances: *Gecumuleerd budgettair resultaat vorig boekjaar* needs a
    /// name of its own.
    pub(super) fn has_other_words(pack: &Pack, header: &str) -> bool {
        let folded = fold(header, true);
        let begins = |word: &str, stems: fn(&RowWords) -> Words| {
            pack.each(|tables| stems(&tables.rows)).any(|stem| word.starts_with(stem))
        };
        let is_known = |word: &str| {
            word.contains(|c: char| c.is_ascii_digit())
                || fold_header(word).is_some_and(|word| pack.header(&word).is_some())
                || pack.has(word, |tables| tables.headers.links)
                || pack.has(word, |tables| tables.rows.with_reserves)
                || pack.has(word, |tables| tables.rows.without_reserves)
                || pack.has(word, |tables| tables.rows.appropriation)
                || begins(word, |rows| rows.reserves)
                || begins(word, |rows| rows.changes_of_reserves)
                || begins(word, |rows| rows.to_the_good)
                || begins(word, |rows| rows.to_the_bad)
                || begins(word, |rows| rows.net)
                || begins(word, |rows| rows.costs)
                || begins(word, |rows| rows.returns)
        };
        !folded.split(' ').all(is_known)
    }

    /// Whether two names say opposite things, so that amounts of both are none of one line.
    pub(super) fn contradicts(&self, other: &Self) -> bool {
        let differ = self.reserves.zip(other.reserves).is_some_and(|(one, other)| one != other);
        differ || self.sign.zip(other.sign).is_some_and(|(one, other)| one != other)
    }

    /// That of expenses or income, of which the reserves alone make two.
    pub(super) fn of_flow(pack: &Pack, header: &str) -> Self {
        let reserves = reserves(pack, &fold(header, true));
        BalanceName { sign: None, reserves, words: Vec::new() }
    }
}

/// Whether a heading says of all amounts below it that they come once or again, or are of investments, and is of nothing else: *Overzicht
/// incidentele baten en lasten*, *Investeringen*. *Investeren in mensen* is the name of a programme.
pub(super) fn is_heading_of_kind(pack: &Pack, text: &str) -> bool {
    /// *Overzicht*, *Programma*
    const MAX_OTHERS: usize = 1;
    const MAX_LEN: usize = 80;
    if text.len() > MAX_LEN {
        return false;
    }
    let folded = fold(text, true);
    let kind =
        [recurrence(pack, &folded).is_some(), account(pack, &folded) == Some(Account::Investment)];
    if !kind.contains(&true) {
        return false;
    }
    let begins = |word: &str, stems: fn(&RowWords) -> Words| {
        let mut stems = pack.each(|tables| stems(&tables.rows));
        stems.any(|stem| stem.split(' ').any(|part| word.starts_with(part)))
    };
    let is_known = |word: &&str| {
        pack.has(word, |tables| tables.headers.links)
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || begins(word, |rows| rows.incidental)
            || begins(word, |rows| rows.structural)
            || begins(word, |rows| rows.investment)
            || begins(word, |rows| rows.costs)
            || begins(word, |rows| rows.returns)
            || begins(word, |rows| rows.balance)
    };
    folded.split(' ').filter(|word| !is_known(word)).count() <= MAX_OTHERS
}

/// Whether amounts come again; `None` if a text says neither, or both.
fn recurrence(pack: &Pack, text: &str) -> Option<Recurrence> {
    let is_incidental = has(pack, text, |rows| rows.incidental);
    // *Non-recurrent* is not *recurrent*.
    let mut rest = text.to_owned();
    for stem in pack.each(|tables| tables.rows.incidental).filter(|_| is_incidental) {
        rest = rest.replace(stem, "");
    }
    match (is_incidental, has(pack, &rest, |rows| rows.structural)) {
        (true, false) => Some(Recurrence::Incidental),
        (false, true) => Some(Recurrence::Structural),
        _ => None,
    }
}

/// Which account a text is about; `None` if it says none, or several.
fn account(pack: &Pack, text: &str) -> Option<Account> {
    let investment = has(pack, text, |rows| rows.investment);
    let operating = has(pack, text, |rows| rows.operating);
    let financing = has(pack, text, |rows| rows.financing);
    match (investment, operating, financing) {
        (true, false, false) => Some(Account::Investment),
        (false, true, false) => Some(Account::Operating),
        (false, false, true) => Some(Account::Financing),
        _ => None,
    }
}

/// What a text says of the signs of a table: *- = nadeel*, *Saldo (baten -/- lasten)*. Nothing if it says none, or two things at once.
pub(super) fn stated_signs(pack: &Pack, text: &str) -> Signs {
    let mut signs = Signs::default();
    by_equation(pack, text, &mut signs);
    if signs.surplus.is_none() {
        signs.surplus = by_difference(pack, text);
    }
    signs
}

/// Adds what others say, which is wider.
pub(super) fn or(signs: Signs, wider: Signs) -> Signs {
    Signs {
        expenses: signs.expenses.or(wider.expenses),
        income: signs.income.or(wider.income),
        surplus: signs.surplus.or(wider.surplus),
    }
}

/// Which flow a folded text says that the other one is taken off: expenses in *Netto lasten*, income in *Net income*. `None` if it says
/// neither, or *Netto lasten en baten*.
pub(super) fn net_of(pack: &Pack, text: &str) -> Option<Flow> {
    /// *Net revenue expenditure* is of its last word.
    const MAX_BEHIND: usize = 2;
    // *Belastingopbrengsten* are what its last part says.
    let ends = |word: &str, stems: fn(&RowWords) -> Words| {
        pack.each(|tables| stems(&tables.rows)).filter_map(|stem| word.rfind(stem)).max()
    };
    let flow = |word: &str| match (ends(word, |rows| rows.costs), ends(word, |rows| rows.returns)) {
        (None, None) => None,
        (costs, returns) if costs > returns => Some(Flow::Expenses),
        _ => Some(Flow::Income),
    };
    let mut nets = pack.each(|tables| tables.rows.net);
    let words: Vec<&str> = text.split(' ').collect();
    let (at, net) = nets.find_map(|net| {
        let is_net = |word: &&str| {
            word.strip_prefix(net).is_some_and(|rest| rest.is_empty() || flow(rest).is_some())
        };
        Some((words.iter().position(is_net)?, net))
    })?;
    let rest = words.get(at)?.strip_prefix(net).filter(|rest| !rest.is_empty());
    let behind = words.iter().skip(at + 1).copied();
    let flows = rest.into_iter().chain(behind).map(flow);
    let flows: Vec<Option<Flow>> = flows.take(MAX_BEHIND).collect();
    let last = flows.iter().rposition(Option::is_some)?;
    let of = flows.get(last).copied().flatten();
    // *Netto lasten en baten* is of both.
    let behind_last = at + usize::from(rest.is_none()) + last + 1;
    let mut others = words.iter().skip(behind_last).take(MAX_BEHIND).filter_map(|word| flow(word));
    of.filter(|of| others.all(|other| other == *of))
}

/// In which sign a surplus is printed in amounts that are named so: with a plus in *Voordelig saldo* and *Net income*, with a minus in
/// *Nadelig saldo* and *Netto lasten*, which print without a minus what is short. `None` if the name says neither, or both.
pub(super) fn surplus_by_name(pack: &Pack, text: &str) -> Option<KnownSign> {
    // *Saldo (- is tekort)* says what a sign means, and no more.
    let is_sign =
        |word: &str| matches!(word.trim_matches(['(', ')']), "+" | "-" | "−" | "–" | "-/-");
    if text.contains('=') || text.split_whitespace().any(is_sign) {
        return None;
    }
    let folded = fold(text, true);
    let begins = |stems: fn(&RowWords) -> Words| {
        let mut words = folded.split(' ');
        words.any(|word| pack.each(|tables| stems(&tables.rows)).any(|stem| word.starts_with(stem)))
    };
    let bare = text.split('(').next().unwrap_or_default();
    let of_net = match net_of(pack, &fold(bare, true)) {
        Some(Flow::Expenses) => Some(Sign::Minus),
        Some(_) => Some(Sign::Plus),
        None => None,
    };
    match (begins(|rows| rows.to_the_good), begins(|rows| rows.to_the_bad)) {
        (false, false) => of_net,
        // *Netto lasten (voordeel)* says two things.
        (true, false) if of_net != Some(Sign::Minus) => Some(Sign::Plus),
        (false, true) if of_net != Some(Sign::Plus) => Some(Sign::Minus),
        (true | false, true) | (true, false) => None,
    }
    .map(known)
}

fn known(sign: Sign) -> KnownSign {
    KnownSign { sign, by: SignEvidence::Words }
}

/// The sign at the end of a text; `None` if it ends in anything else, or in a sign within a word.
fn sign_at_end(text: &str) -> Option<Sign> {
    let is_minus = |c: char| matches!(c, '-' | '−' | '–');
    let text = text.trim_end().trim_end_matches(['"', '\'', '‘', '’', '“', '”']);
    let rest = text.strip_suffix('+').or_else(|| text.strip_suffix("-/-"));
    let rest = rest.or_else(|| text.strip_suffix(is_minus))?;
    let is_alone = !rest.ends_with(|c: char| c.is_alphanumeric() || is_minus(c));
    let is_plus = text.ends_with('+');
    is_alone.then_some(if is_plus { Sign::Plus } else { Sign::Minus })
}

/// What the equations of a text say: *- = nadeel, + = voordeel*, *(- is tekort)* is not one.
fn by_equation(pack: &Pack, text: &str, signs: &mut Signs) {
    let mut parts = text.split('=').peekable();
    while let (Some(before), Some(after)) = (parts.next(), parts.peek()) {
        let Some(sign) = sign_at_end(before) else { continue };
        let end = after.find([',', ';', '(', ')', '.', ':', '/']).unwrap_or(after.len());
        let meaning = fold(after.get(..end).unwrap_or_default(), true);
        let other = match sign {
            Sign::Plus => Sign::Minus,
            Sign::Minus => Sign::Plus,
        };
        // The first word that says something: *nadelig saldo lasten*.
        let of_word = |word: &str| {
            let begins = |stems: fn(&RowWords) -> Words| {
                pack.each(|tables| stems(&tables.rows)).any(|stem| word.starts_with(stem))
            };
            if begins(|rows| rows.to_the_bad) {
                signs.surplus = signs.surplus.or(Some(known(other)));
            } else if begins(|rows| rows.to_the_good) {
                signs.surplus = signs.surplus.or(Some(known(sign)));
            } else if begins(|rows| rows.expenses) {
                signs.expenses = signs.expenses.or(Some(known(sign)));
            } else if begins(|rows| rows.income) {
                signs.income = signs.income.or(Some(known(sign)));
            } else {
                return false;
            }
            true
        };
        let mut of_word = of_word;
        let _ = meaning.split(' ').any(&mut of_word);
    }
}

/// What a balance is that is printed as one flow less the other: *Saldo (baten -/- lasten)*, *lasten minus baten*.
fn by_difference(pack: &Pack, text: &str) -> Option<KnownSign> {
    let (one, other) = text.split_once("-/-").or_else(|| {
        let lower = text.to_lowercase();
        let word = pack
            .each(|tables| tables.rows.less)
            .find(|less| lower.split(|c: char| !c.is_alphabetic()).any(|word| word == **less))?;
        let spaced = format!(" {word} ");
        // The text in lower case may have other bytes, so it is cut itself.
        let at = lower.find(&spaced).filter(|_| lower.len() == text.len())?;
        Some((text.get(..at)?, text.get(at + spaced.len()..)?))
    })?;
    let (one, other) = (fold(one, true), fold(other, true));
    let last = one.split(' ').next_back().unwrap_or_default();
    let first = other.split(' ').next().unwrap_or_default();
    let is = |word: &str, stems: fn(&RowWords) -> Words| {
        pack.each(|tables| stems(&tables.rows)).any(|stem| word.starts_with(stem))
    };
    if is(last, |rows| rows.income) && is(first, |rows| rows.expenses) {
        return Some(known(Sign::Plus));
    }
    if is(last, |rows| rows.expenses) && is(first, |rows| rows.income) {
        return Some(known(Sign::Minus));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leaves::id::Id;
    use crate::read::language;

    #[test]
    fn words_say_in_which_signs_a_table_is_printed() {
        let said = |text: &str| {
            let signs = stated_signs(&language::DUTCH, text);
            let shown = |of: Option<KnownSign>| {
                of.map_or("?", |of| match of.sign {
                    Sign::Plus => "+",
                    Sign::Minus => "-",
                })
            };
            [signs.expenses, signs.income, signs.surplus].map(shown).concat()
        };
        for (text, signs) in [
            ("Saldo (- = nadeel)", "??+"),
            ("+ = overschot; - = tekort", "??+"),
            ("Let op: - = voordeel", "??-"),
            ("(+ = nadelig)", "??-"),
            ("x € 1.000 (-/- = uitgaven)", "-??"),
            ("- = lasten, + = baten", "-+?"),
            ("Saldo (baten -/- lasten)", "??+"),
            ("Saldo lasten minus baten", "??-"),
            ("Inkomsten min uitgaven", "??+"),
            ("Saldo van baten en lasten", "???"),
            ("2018-2021 = vier jaar", "???"),
            ("a- = tekort", "???"),
            ("Baten minus bijdragen", "???"),
            ("", "???"),
        ] {
            assert_eq!(said(text), signs, "{text}");
        }
    }

    #[test]
    fn words_say_what_kind_a_line_is() {
        let of = |label: &str, flow: Option<Flow>| {
            let id = Id::new("c1").ok()?;
            let mut line = CostLine::new(id, label);
            line.flow = flow;
            describe(&language::DUTCH, &mut line, &[]);
            Some((line.reserves, line.recurrence, line.account))
        };
        let balance = Some(Flow::Balance);
        for (label, flow, kind) in [
            ("Saldo exclusief reserves", balance, (Some(Reserves::Excluded), None, None)),
            ("Resultaat na bestemming", balance, (Some(Reserves::Included), None, None)),
            ("Resultaat vóór bestemming", balance, (Some(Reserves::Excluded), None, None)),
            ("Saldo na mutaties reserves", balance, (Some(Reserves::Included), None, None)),
            ("Saldo van baten en lasten", balance, (None, None, None)),
            ("Incidentele lasten", None, (None, Some(Recurrence::Incidental), None)),
            ("Structurele baten", None, (None, Some(Recurrence::Structural), None)),
            ("Incidentele en structurele lasten", None, (None, None, None)),
            ("Niet structureel", None, (None, Some(Recurrence::Incidental), None)),
            ("Financiering", None, (None, None, Some(Account::Financing))),
            ("Financieringsfunctie", None, (None, None, None)),
            ("Investeringsuitgaven", None, (None, None, Some(Account::Investment))),
            ("Kapitaallasten investeringen en exploitatie", None, (None, None, None)),
            ("Exploitatielasten", None, (None, None, Some(Account::Operating))),
        ] {
            assert_eq!(of(label, flow), Some(kind), "{label}");
        }
    }
}

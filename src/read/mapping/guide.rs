//! All that a document is read by: the words, and what a mapping says of each table.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use super::{Defaults, Mapping};
use crate::findings::argument::MappedText;
use crate::findings::rule::Message;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::mapped::{MappedHeaders, folded};
use crate::read::source::{Grid, GridRow};
use crate::read::vocabulary::Vocabulary;
use crate::words::fold;

/// The words that a document is read by, and the mapping of each table.
#[derive(Debug)]
pub(in crate::read) struct Guide<'m> {
    words: Rc<Looks<'m>>,
    /// That of all tables, and then those for some.
    scopes: Vec<Scope<'m>>,
    has_mapping: bool,
}

/// What some tables are read by.
#[derive(Debug)]
pub(in crate::read) struct Scope<'m> {
    /// For headers: the words, and the columns of the mapping.
    pub(in crate::read) headers: Rc<Looks<'m>>,
    /// For the numbers in cells: the words, and the decimal sign of the mapping.
    pub(in crate::read) cells: Cow<'m, Vocabulary>,
    pub(in crate::read) defaults: Defaults,
    /// Words of the title, with a space before and after each.
    title: Option<String>,
    needs: Vec<String>,
    /// The entries of the mapping, as messages name them.
    entries: Vec<MappedText>,
    name: Option<MappedText>,
}

/// The entries of a mapping that tables had, to tell which had none.
#[derive(Debug, Default)]
pub(in crate::read) struct Matched {
    scopes: BTreeSet<usize>,
    entries: BTreeSet<(usize, usize)>,
}

/// The lines above a table in which its title may stand.
const MAX_ABOVE: usize = 3;
/// The longest title, in bytes: more is prose.
const MAX_TITLE: usize = 160;

impl<'m> Guide<'m> {
    /// The words alone, or with a mapping.
    pub(in crate::read) fn new(words: &'m Vocabulary, mapping: Option<&'m Mapping>) -> Self {
        let Some(mapping) = mapping else {
            let words = Rc::new(Looks::new(Cow::Borrowed(words)));
            let all = Scope::new(&words, None, Defaults::default());
            return Guide { words, scopes: vec![all], has_mapping: false };
        };
        let words = match &mapping.words {
            Some(own) => Cow::Owned(words.clone().with_words_of(own.clone())),
            None => Cow::Borrowed(words),
        };
        let words = Rc::new(Looks::new(words));
        let all = Scope::of(&words, &[mapping]);
        let some = mapping.tables.iter().map(|table| Scope::of(&words, &[mapping, table]));
        let scopes = std::iter::once(all).chain(some).collect();
        Guide { words, scopes, has_mapping: true }
    }

    /// Whether somebody says what the columns hold.
    pub(in crate::read) fn has_mapping(&self) -> bool {
        self.has_mapping
    }

    /// The words for all but headers.
    pub(in crate::read) fn words(&self) -> &Looks<'m> {
        &self.words
    }

    /// What a table of a section is read by.
    pub(in crate::read) fn scope(&self, section: usize) -> &Scope<'m> {
        match self.scopes.get(section) {
            Some(scope) => scope,
            None => self.all(),
        }
    }

    /// What a table is read by that no section is for. There is always one.
    pub(in crate::read) fn all(&self) -> &Scope<'m> {
        // There is one at least: `new` makes it.
        #[expect(clippy::indexing_slicing, reason = "the first is made by `new`")]
        &self.scopes[0]
    }

    /// The section of a table with these titles and this test for a header.
    fn section(&self, titles: &[&str], has: impl Fn(&str) -> bool) -> usize {
        let titles: Vec<String> = if self.scopes.len() > 1 {
            titles
                .iter()
                .filter(|title| title.len() <= MAX_TITLE)
                .map(|title| padded(title))
                .collect()
        } else {
            Vec::new()
        };
        let is_of = |scope: &Scope<'_>| {
            let has_title = scope
                .title
                .as_ref()
                .is_none_or(|title| titles.iter().any(|text| text.contains(title.as_str())));
            has_title && scope.needs.iter().all(|header| has(header))
        };
        self.scopes.iter().skip(1).position(is_of).map_or(0, |at| at + 1)
    }

    /// Whether a line of plain text is a title that a section is for: it begins another table.
    pub(in crate::read) fn is_title(&self, text: &str) -> bool {
        self.scopes.len() > 1
            && text.len() <= MAX_TITLE
            && self.scopes.iter().any(|scope| {
                scope.title.as_ref().is_some_and(|title| padded(text).contains(title.as_str()))
            })
    }

    /// The section of the tables in some lines of plain text.
    pub(in crate::read) fn section_of_lines(
        &self,
        lines: &[RawLine<'_>],
        from: usize,
        to: usize,
    ) -> usize {
        if self.scopes.len() == 1 {
            return 0;
        }
        let text = |at: usize| lines.get(at).map_or("", |line| &*line.text);
        let titles: Vec<&str> = (from.saturating_sub(MAX_ABOVE)..=from).map(text).collect();
        let has = |header: &str| {
            (from..to).any(|at| {
                let text = text(at);
                folded(text) == header || is_within(header, text)
            })
        };
        self.section(&titles, has)
    }

    /// The section of a grid below some lines of text.
    pub(in crate::read) fn section_of_grid(
        &self,
        lines: &[RawLine<'_>],
        grid: &Grid,
        above: &[&str],
    ) -> usize {
        const MAX_HEAD: usize = 6;
        if self.scopes.len() == 1 {
            return 0;
        }
        let text = |piece: usize| lines.get(piece).map_or("", |line| &*line.text);
        let head = || grid.rows.iter().take(MAX_HEAD);
        let mut titles = above.to_vec();
        titles.extend(grid.caption.map(text));
        titles.extend(
            head().filter(|row| row.cells().len() == 1).flat_map(GridRow::pieces).map(text),
        );
        let has = |header: &str| {
            head().any(|row| row.pieces().any(|piece| folded(text(piece)) == header))
        };
        self.section(&titles, has)
    }

    /// The section of a table whose headers are given.
    pub(in crate::read) fn section_of_headers(&self, headers: &[&str]) -> usize {
        self.section(&[], |header| headers.iter().any(|text| folded(text) == header))
    }

    /// Records which entries a table had: by its columns, and by the texts of its headers.
    pub(in crate::read) fn record<'t>(
        &self,
        matched: &mut Matched,
        section: usize,
        columns: impl Iterator<Item = usize>,
        headers: impl Iterator<Item = &'t str>,
    ) {
        if !self.has_mapping {
            return;
        }
        matched.scopes.insert(section);
        let scope = self.scope(section);
        let pack = self.words.pack();
        let known = headers.filter_map(|text| scope.headers.mapped()?.header(pack, text));
        matched.entries.extend(columns.chain(known).map(|entry| (section, entry)));
    }

    /// What of the mapping matched nothing in a document, as messages.
    pub(in crate::read) fn unused(&self, matched: &Matched) -> Vec<Message> {
        let mut found = Vec::new();
        if !self.has_mapping {
            return found;
        }
        let general = self.all().entries.len();
        for (at, entry) in self.all().entries.iter().enumerate() {
            // The entries of all tables come first in each scope.
            if !(0..self.scopes.len()).any(|section| matched.entries.contains(&(section, at))) {
                found.push(Message::MappingNowhere { part: entry.clone() });
            }
        }
        for (section, scope) in self.scopes.iter().enumerate().skip(1) {
            let Some(table) = &scope.name else { continue };
            if !matched.scopes.contains(&section) {
                found.push(Message::MappingTableNotFound { table: table.clone() });
                continue;
            }
            for (at, entry) in scope.entries.iter().enumerate().skip(general) {
                if !matched.entries.contains(&(section, at)) {
                    let (part, table) = (entry.clone(), table.clone());
                    found.push(Message::MappingNotInTable { part, table });
                }
            }
        }
        found
    }

    /// Whether what bare years are depends on the edition, and on nothing else.
    pub(in crate::read) fn needs_edition(&self) -> bool {
        self.scopes
            .iter()
            .any(|scope| scope.defaults.bare_years.is_some_and(super::BareYears::needs_edition))
    }
}

impl<'m> Scope<'m> {
    fn new(words: &Rc<Looks<'m>>, headers: Option<MappedHeaders>, defaults: Defaults) -> Self {
        let cells = match defaults.decimal {
            Some(sign) if words.pack().numbers() != sign.grammar() => {
                Cow::Owned(Vocabulary::clone(words).with_numbers(sign.grammar()))
            }
            _ => words.vocabulary(),
        };
        let headers = match headers.filter(|headers| !headers.is_empty()) {
            Some(headers) => {
                let own = Vocabulary::clone(words).with_mapped(Arc::new(headers));
                Rc::new(Looks::new(Cow::Owned(own)))
            }
            None => Rc::clone(words),
        };
        Scope {
            headers,
            cells,
            defaults,
            title: None,
            needs: Vec::new(),
            entries: Vec::new(),
            name: None,
        }
    }

    /// What some tables are read by: that of all, and then of these.
    fn of(words: &Rc<Looks<'m>>, mappings: &[&'m Mapping]) -> Self {
        let mut headers = MappedHeaders::default();
        let mut defaults = Defaults::default();
        let mut entries = Vec::new();
        for mapping in mappings {
            for (key, column) in &mapping.columns {
                headers.add(key, column.clone());
                entries.push(key.text());
            }
            defaults = mapping.defaults.within(&defaults);
        }
        let last = mappings.last();
        Scope {
            title: last.and_then(|last| last.title.as_ref()).map(|title| padded(title)),
            needs: last
                .map(|last| last.headers.iter().map(|text| folded(text)).collect())
                .unwrap_or_default(),
            entries,
            name: last.and_then(|last| last.name()),
            ..Scope::new(words, Some(headers), defaults)
        }
    }
}

/// A text as words with a space before and after each.
fn padded(text: &str) -> String {
    format!(" {} ", fold(text, true))
}

/// Whether a header, folded without spaces, is some words of a line, one after the other.
fn is_within(header: &str, text: &str) -> bool {
    let spaced = fold(text, true);
    let words: Vec<&str> = spaced.split(' ').collect();
    (0..words.len()).any(|from| {
        let mut rest = header;
        for word in words.iter().skip(from) {
            match rest.strip_prefix(word) {
                Some("") => return true,
                Some(after) => rest = after,
                None => return false,
            }
        }
        false
    })
}

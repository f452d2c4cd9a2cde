//! Removes what a text has because it was printed on pages: page numbers, running heads, and the table
//! of contents. This is done first, since they interrupt tables and sentences.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::facts::Facts;
use super::heading;
use super::language::Pack;
use super::lines::{LineUse, RawLine};
use super::shapes;
use super::vocabulary::Vocabulary;
use crate::leaves::code::Code;

/// Takes out the lines that belong to the pages and not to the text. They come in the order of the
/// source, each with what it is used for.
pub(super) fn set_apart<'s>(
    vocabulary: &Vocabulary,
    lines: &mut Vec<RawLine<'s>>,
) -> Vec<(RawLine<'s>, LineUse)> {
    let mut uses: BTreeMap<usize, LineUse> = BTreeMap::new();
    name_headings(vocabulary.pack(), lines);
    furniture(vocabulary, lines, &mut uses);
    contents(vocabulary, lines, &mut uses);
    leaders(vocabulary.pack(), lines, &mut uses);
    if uses.is_empty() {
        return Vec::new();
    }
    let mut apart = Vec::with_capacity(uses.len());
    let mut kept: Vec<RawLine<'s>> = Vec::with_capacity(lines.len() - uses.len());
    let mut was_parted = false;
    for (at, mut line) in std::mem::take(lines).into_iter().enumerate() {
        if let Some(used_as) = uses.get(&at) {
            apart.push((line, *used_as));
            was_parted = true;
            continue;
        }
        if std::mem::take(&mut was_parted) {
            // A sentence may go on on the next page.
            let is_open =
                |text: &str| !text.ends_with(['.', ':', ';', '?', '!']) && text.contains(' ');
            let goes_on = line.text.starts_with(char::is_lowercase)
                && kept.last().is_some_and(|before| is_open(&before.text));
            line.after_blank = !goes_on;
        }
        kept.push(line);
    }
    *lines = kept;
    apart
}

/// How often something must come back on pages to be a part of them.
const MIN: usize = 3;

/// How many lines a page has at least.
const MIN_PAGE_LINES: usize = 10;

/// Finds running heads and page numbers.
fn furniture(vocabulary: &Vocabulary, lines: &[RawLine<'_>], uses: &mut BTreeMap<usize, LineUse>) {
    let pack = vocabulary.pack();
    let of_site = lines.iter().enumerate().filter(|(_, line)| is_furniture(pack, &line.text));
    uses.extend(of_site.map(|(at, _)| (at, LineUse::Furniture)));
    // *Page 163 - Microsoft Word - FY 2020 Adopted Budget Document*, which a site puts above the text of a page.
    if let Some(first) = lines.first()
        && is_head_of_copy(pack, &first.text)
        && heading::title(vocabulary, &first.text).is_none()
    {
        uses.insert(0, LineUse::Furniture);
    }
    let marks = marks_of_pages(pack, lines);
    // What stands first on several of these pages is their head.
    heads(lines, marks.iter().map(|at| at + 1), MIN - 1, uses);
    uses.extend(marks.into_iter().map(|at| (at, LineUse::PageNumber)));
    let pages: Vec<usize> =
        (1..lines.len()).filter(|&at| lines.get(at).is_some_and(|line| line.begins_page)).collect();
    if pages.len() >= MIN {
        // What stands first or last on pages, and comes back there.
        for at_top in [true, false] {
            let line_of = |page: usize| if at_top { Some(page) } else { page.checked_sub(1) };
            heads(lines, pages.iter().filter_map(|&page| line_of(page)), MIN, uses);
        }
        numbers(pack, lines, &pages, uses);
        return;
    }
    // Without page breaks a line is a running head if the numbers of pages are next to it.
    // Most lines come once: no other has their shape.
    let may_be = || lines.iter().enumerate().filter(|(_, line)| is_head(&line.text));
    let mut counts = [0_u8; SHAPES];
    for (_, line) in may_be() {
        if let Some(count) = counts.get_mut(shape(&line.text)) {
            *count = count.saturating_add(1);
        }
    }
    let is_often =
        |text: &str| counts.get(shape(text)).is_some_and(|&count| usize::from(count) >= MIN);
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, line) in may_be().filter(|(_, line)| is_often(&line.text)) {
        places.entry(&line.text).or_default().push(at);
    }
    for (text, places) in places.into_iter().filter(|(_, places)| places.len() >= MIN) {
        // Anything but a title may be the label of a row in several small tables.
        let is_title = heading::title(vocabulary, text).is_some();
        let gap = |pair: &[usize]| pair.iter().max().zip(pair.iter().min()).map(|(b, a)| b - a);
        let are_apart = || places.windows(2).all(|pair| gap(pair) >= Some(MIN_PAGE_LINES));
        // *Eenheid* in the table of each indicator is a header, and no head of a page.
        let is_header = || Facts::of(vocabulary, text).is_pure();
        if !(is_title || (places.len() > MIN && are_apart() && !is_header())) {
            continue;
        }
        let found = numbers(pack, lines, &places, uses);
        if found * 2 > places.len() {
            // The first of all lines is the title itself.
            uses.extend(places.iter().filter(|at| **at > 0).map(|at| (*at, LineUse::Title)));
        }
    }
}

/// Marks the lines that a link of the site below them names: *Lasten* above *Terug naar navigatie - Financiën - Lasten* is a heading, and
/// so is *Financiën* above it.
pub(super) fn name_headings(pack: &Pack, lines: &mut [RawLine<'_>]) {
    /// How far above the link the heading of the whole page may stand.
    const MAX_ABOVE: usize = 4;
    let is_link = |line: &RawLine<'_>| is_way_back(pack, &line.text);
    let places: Vec<usize> =
        (1..lines.len()).filter(|&at| lines.get(at).is_some_and(is_link)).collect();
    for at in places {
        let Some((above, [link, ..])) = lines.split_at_mut_checked(at) else { continue };
        let text = &*link.text;
        let first = above.len().saturating_sub(MAX_ABOVE);
        for line in above.get_mut(first..).unwrap_or_default() {
            line.is_named |= line.text.contains(char::is_alphabetic) && names(text, &line.text);
        }
    }
}

/// Whether a link has a name between the strokes in it, or at its end.
fn names(link: &str, name: &str) -> bool {
    const STROKES: [char; 4] = ['-', '–', '>', '|'];
    link.match_indices(name).any(|(at, _)| {
        let front = link.get(..at).unwrap_or_default().trim_end();
        let after = link.get(at + name.len()..).unwrap_or_default().trim_start();
        front.ends_with(STROKES) && (after.is_empty() || after.starts_with(STROKES))
    })
}

/// The number of shapes by which lines are counted.
const SHAPES: usize = 4096;

/// A number for the length and the first and last bytes of a text: texts that are the same have the same one.
fn shape(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (first, last) = (bytes.iter().take(8), bytes.iter().rev().take(8));
    let of = |part: usize, byte: &u8| part.wrapping_mul(31).wrapping_add(usize::from(*byte));
    last.fold(first.fold(text.len(), of), of) % SHAPES
}

/// In bytes. The link has the headings of a page and of its parts in it.
const MAX_WAY_BACK: usize = 250;

/// Whether a text is a link back to the menu of a page, which names the heading above it.
pub(super) fn is_way_back(pack: &Pack, text: &str) -> bool {
    pack.each(|tables| tables.text.ways_back).any(|phrase| begins_with(text, phrase))
}

/// Whether a text begins with a phrase, in capitals or not.
fn begins_with(text: &str, phrase: &str) -> bool {
    text.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase))
}

/// Whether a short line is a link of a site, or says when a page was made.
pub(super) fn is_furniture(pack: &Pack, text: &str) -> bool {
    const MAX_LEN: usize = 90;
    let text = text.trim_start_matches(['•', ' ', '+']);
    if is_way_back(pack, text) && text.len() <= MAX_WAY_BACK {
        return true;
    }
    // The lines of a log begin with their time.
    if text.len() > MAX_LEN || !text.starts_with(char::is_alphabetic) {
        return false;
    }
    let begins = |phrase: &&str| begins_with(text, phrase);
    shapes::has_time_of_day(text) || pack.each(|tables| tables.text.furniture).any(begins)
}

/// Whether a line has the number of its page in front: *Page 163 - Annual budget*.
fn is_head_of_copy(pack: &Pack, text: &str) -> bool {
    let head = || {
        let (mark, rest) = text.split_once(" - ")?;
        let (word, number) = mark.split_once(' ')?;
        let is_page = pack.has_in_any_case(word, |tables| tables.text.pages);
        Some(is_page && is_digits(number) && rest.contains(char::is_alphabetic))
    };
    head().unwrap_or(false)
}

/// Whether a line may be a running head: it has words, and is no sentence.
fn is_head(text: &str) -> bool {
    const MAX_LEN: usize = 120;
    text.len() <= MAX_LEN && text.contains(char::is_alphabetic) && !text.ends_with(['.', '?', ':'])
}

/// Marks the lines among some that come back so often.
fn heads(
    lines: &[RawLine<'_>],
    places: impl Iterator<Item = usize>,
    min: usize,
    uses: &mut BTreeMap<usize, LineUse>,
) {
    let mut found: HashMap<String, Vec<usize>> = HashMap::new();
    for at in places {
        let Some(line) = lines.get(at).filter(|line| is_head(&line.text)) else { continue };
        // The page number may stand within it.
        let without = line.text.trim_matches(|c: char| c.is_ascii_digit() || " |-–\t".contains(c));
        found.entry(without.to_owned()).or_default().push(at);
    }
    let often = found.into_values().filter(|places| places.len() >= min);
    uses.extend(often.flatten().map(|at| (at, LineUse::Title)));
}

/// Marks the page numbers next to some lines, and returns how many there are: those that count up
/// from page to page. Any other number may be a cell.
fn numbers(
    pack: &Pack,
    lines: &[RawLine<'_>],
    pages: &[usize],
    uses: &mut BTreeMap<usize, LineUse>,
) -> usize {
    // By where it stands and by what the number is ahead of the count of pages.
    let mut numbers: Vec<(isize, i64, usize)> = Vec::new();
    for (count, &page) in (0_i64..).zip(pages) {
        // Above the break, or after a head or two below it.
        for offset in [-2_isize, -1, 0, 1, 2] {
            let at = page.checked_add_signed(offset);
            let number = at.and_then(|at| page_number(pack, &lines.get(at)?.text));
            if let Some((at, number)) = at.zip(number) {
                numbers.push((offset, number - count, at));
            }
        }
    }
    // Few texts that come back have numbers beside them.
    if numbers.len() < MIN {
        return 0;
    }
    let mut found: HashMap<(isize, i64), Vec<usize>> = HashMap::new();
    for (offset, ahead, at) in numbers {
        found.entry((offset, ahead)).or_default().push(at);
    }
    let best = found.into_values().max_by_key(|places| (places.len(), places.first().copied()));
    let Some(best) = best.filter(|places| places.len() >= MIN) else { return 0 };
    uses.extend(best.iter().map(|at| (*at, LineUse::PageNumber)));
    best.len()
}

/// The lines that say where a page begins in a text that was copied from a file: `(1)`, `(2)`, or *Page 1: Annual budget*. There are several,
/// each is one more than the one before it, and the lines of a page stand between some of them: *(1)*, *(2)*, *(3)* right below each other name
/// columns.
fn marks_of_pages(pack: &Pack, lines: &[RawLine<'_>]) -> Vec<usize> {
    /// In bytes.
    const MAX_LEN: usize = 6;
    let alone = |text: &str| {
        let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        inner.filter(|_| text.len() <= MAX_LEN)?.parse::<u16>().ok()
    };
    let titled = |text: &str| {
        let (mark, _) = text.split_once(": ")?;
        let (word, number) = mark.split_once(' ')?;
        let is_page = pack.has_in_any_case(word, |tables| tables.text.pages);
        number.parse::<u16>().ok().filter(|_| is_page)
    };
    let marks = |number: &dyn Fn(&str) -> Option<u16>| -> Vec<usize> {
        let of_line = |(at, line): (usize, &RawLine<'_>)| Some((at, number(&line.text)?));
        let found: Vec<(usize, u16)> = lines.iter().enumerate().filter_map(of_line).collect();
        let pairs = || found.windows(2);
        let is_next =
            |pair: &[(usize, u16)]| matches!(pair, [(_, one), (_, next)] if *next == one + 1);
        let is_page = |pair: &[(usize, u16)]| matches!(pair, [(above, _), (below, _)] if below - above >= MIN_PAGE_LINES);
        let are_marks = found.first().is_some_and(|(_, first)| *first <= 1)
            && pairs().all(is_next)
            && pairs().any(is_page);
        if are_marks { found.into_iter().map(|(at, _)| at).collect() } else { Vec::new() }
    };
    let mut all = marks(&alone);
    all.extend(marks(&titled));
    all
}

/// `37`, `- 37 -`, `Pagina 37`, `37 van 112`, `37 / 112`.
fn page_number(pack: &Pack, text: &str) -> Option<i64> {
    const MAX_LEN: usize = 24;
    if text.len() > MAX_LEN || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let words = text.split(|c: char| c.is_whitespace() || "|-–/".contains(c));
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let is_word = |word: &&str| pack.has_in_any_case(word, |tables| tables.text.pages);
    words.next_if(is_word);
    let number = words.next()?;
    let is_number = number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_all = match words.next() {
        None => true,
        Some(of) if pack.has(of, |tables| tables.text.page_of) => {
            words.next().is_some_and(is_digits) && words.next().is_none()
        }
        Some(word) => is_digits(word) && text.contains('/') && words.next().is_none(),
    };
    if is_number && is_all { number.parse().ok() } else { None }
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// An entry of a table of contents.
struct Entry {
    code: Option<Code>,
    page: Option<u32>,
    at: usize,
}

/// Finds the table of contents: lines below each other of which most are headings that come back
/// later, with pages that never go back.
fn contents(vocabulary: &Vocabulary, lines: &[RawLine<'_>], uses: &mut BTreeMap<usize, LineUse>) {
    const MIN: usize = 5;
    let mut entries: Vec<Entry> = Vec::new();
    let mut members: Vec<usize> = Vec::new();
    let mut title = None;
    let mut end = 0;
    for (at, line) in lines.iter().enumerate() {
        if uses.contains_key(&at) {
            continue;
        }
        if is_title(vocabulary.pack(), &line.text) {
            if entries.len() >= MIN {
                break;
            }
            (title, end) = (Some(at), at + 1);
            entries.clear();
            members.clear();
            continue;
        }
        let page_of_last =
            || page_number(vocabulary.pack(), &line.text).and_then(|page| u32::try_from(page).ok());
        if let Some(entry) = entry(vocabulary, &line.text, at) {
            entries.push(entry);
        } else if let Some(last) = entries.last_mut().filter(|last| last.page.is_none())
            && let Some(page) = page_of_last()
        {
            last.page = Some(page);
        } else if entries.len() >= MIN {
            break;
        } else {
            entries.clear();
            members.clear();
            title = None;
            continue;
        }
        members.push(at);
        end = at + 1;
    }
    // An entry at the end without a page is the first heading of the text.
    while let Some(last) = entries.pop_if(|last| last.page.is_none()) {
        members.retain(|at| *at < last.at);
    }
    let pages: Vec<u32> = entries.iter().filter_map(|entry| entry.page).collect();
    let coded: Vec<&Code> = entries.iter().filter_map(|entry| entry.code.as_ref()).collect();
    if pages.len() < MIN || !pages.is_sorted() || coded.len() < MIN {
        return;
    }
    let later: HashSet<Code> = lines
        .iter()
        .skip(end)
        .filter_map(|line| heading::field_heading(vocabulary, &line.text)?.heading.code)
        .collect();
    if coded.iter().filter(|code| later.contains(**code)).count() * 2 <= coded.len() {
        return;
    }
    uses.extend(title.into_iter().chain(members).map(|at| (at, LineUse::Contents)));
}

/// Finds a table of contents by the dots in front of its page numbers: *2. Programma veiligheid... 16*.
fn leaders(pack: &Pack, lines: &[RawLine<'_>], uses: &mut BTreeMap<usize, LineUse>) {
    const MIN: usize = 5;
    /// A long title goes on on the next line.
    const MAX_BETWEEN: usize = 2;
    let page = |text: &str| {
        let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = text.strip_prefix(bare).filter(|digits| (1..=3).contains(&digits.len()))?;
        let dots = bare.trim_end();
        let is_led = dots.ends_with("...") || dots.ends_with('…');
        digits.parse::<u16>().ok().filter(|_| is_led && dots.contains(char::is_alphabetic))
    };
    let found: Vec<(usize, u16)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, page(&line.text)?))).collect();
    let goes_on = |one: &(usize, u16), next: &(usize, u16)| {
        next.0 - one.0 <= MAX_BETWEEN + 1 && one.1 <= next.1
    };
    for run in found.chunk_by(goes_on).filter(|run| run.len() >= MIN) {
        let (Some(&(first, _)), Some(&(last, _))) = (run.first(), run.last()) else { continue };
        let title = first
            .checked_sub(1)
            .filter(|&above| lines.get(above).is_some_and(|line| is_title(pack, &line.text)));
        uses.extend((title.unwrap_or(first)..=last).map(|at| (at, LineUse::Contents)));
    }
}

fn is_title(pack: &Pack, text: &str) -> bool {
    // A title of contents is short; most lines are not.
    const MAX_LEN: usize = 40;
    text.len() <= MAX_LEN && pack.has_in_any_case(text, |tables| tables.text.contents)
}

/// A line as an entry: a heading, with or without dots and the number of its page.
fn entry(vocabulary: &Vocabulary, text: &str, at: usize) -> Option<Entry> {
    const MAX_LEN: usize = 200;
    if text.len() > MAX_LEN {
        return None;
    }
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.strip_prefix(bare).unwrap_or_default();
    let front = bare.trim_end_matches(|c: char| c.is_whitespace() || c == '.' || c == '…');
    let has_page = (1..=3).contains(&digits.len()) && front.len() < bare.len();
    let (words, page) = if has_page { (front, digits.parse().ok()) } else { (text, None) };
    let heading = heading::field_heading(vocabulary, words);
    // Without a code it needs its page: *Voorwoord 3*.
    let is_named = page.is_some() && words.starts_with(char::is_uppercase);
    match heading {
        Some(heading) => Some(Entry { code: heading.heading.code, page, at }),
        None => is_named.then_some(Entry { code: None, page, at }),
    }
}

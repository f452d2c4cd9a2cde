//! A map from words, built once and looked up without an allocation.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A map from folded words. Most words of a document are in none of them, so a word is hashed only if some word of the
/// map has its length and its first byte.
#[derive(Clone)]
pub(in crate::read) struct WordMap<T, K = &'static str> {
    known: HashMap<K, T, BuildHasherDefault<Fnv>>,
    /// For each first byte, a bit for each length of the words with it.
    lengths: [u32; FIRST_BYTES],
}

/// A set of folded words.
pub(in crate::read) type WordSet<K = &'static str> = WordMap<(), K>;

/// As many places as letters and a few more; digits share theirs with letters.
const FIRST_BYTES: usize = 32;

/// The place of the first byte of a word, and the bit of its length.
fn shape(word: &str) -> (usize, u32) {
    const LONGEST: usize = 31;
    let first = word.bytes().next().map_or(0, usize::from);
    (first % FIRST_BYTES, 1 << word.len().min(LONGEST))
}

impl<T, K: Borrow<str> + Hash + Eq> WordMap<T, K> {
    pub(in crate::read) fn get(&self, word: &str) -> Option<&T> {
        let (first, length) = shape(word);
        let lengths = self.lengths.get(first).copied().unwrap_or_default();
        if lengths & length == 0 { None } else { self.known.get(word) }
    }

    /// Whether some word may be this one in lower case, where it has ASCII letters and digits alone: a letter has one
    /// place in both cases.
    pub(in crate::read) fn may_have(&self, word: &str) -> bool {
        let (first, length) = shape(word);
        self.lengths.get(first).is_some_and(|lengths| lengths & length != 0)
    }

    pub(in crate::read) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    pub(in crate::read) fn insert(&mut self, word: K, meaning: T) {
        let (first, length) = shape(word.borrow());
        if let Some(lengths) = self.lengths.get_mut(first) {
            *lengths |= length;
        }
        self.known.insert(word, meaning);
    }

    pub(in crate::read) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.known.iter().map(|(word, meaning)| (word.borrow(), meaning))
    }
}

impl<T, K> Default for WordMap<T, K> {
    fn default() -> Self {
        WordMap { known: HashMap::default(), lengths: [0; FIRST_BYTES] }
    }
}

impl<T: fmt::Debug, K: fmt::Debug> fmt::Debug for WordMap<T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.known.fmt(f)
    }
}

impl<T: PartialEq, K: Hash + Eq> PartialEq for WordMap<T, K> {
    fn eq(&self, other: &Self) -> bool {
        self.known == other.known
    }
}

impl<T: Eq, K: Hash + Eq> Eq for WordMap<T, K> {}

impl<T, K: Borrow<str> + Hash + Eq> Extend<(K, T)> for WordMap<T, K> {
    fn extend<I: IntoIterator<Item = (K, T)>>(&mut self, words: I) {
        for (word, meaning) in words {
            self.insert(word, meaning);
        }
    }
}

impl<T, K: Borrow<str> + Hash + Eq> FromIterator<(K, T)> for WordMap<T, K> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(words: I) -> Self {
        let mut map = WordMap::default();
        map.extend(words);
        map
    }
}

impl<T, K> IntoIterator for WordMap<T, K> {
    type Item = (K, T);
    type IntoIter = std::collections::hash_map::IntoIter<K, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.known.into_iter()
    }
}

/// FNV-1a: the words are short, and none of them comes from a document, so nobody can choose them
/// to collide.
#[derive(Debug, Clone)]
pub(in crate::read) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

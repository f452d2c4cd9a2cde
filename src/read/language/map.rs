//! A map from words, built once and looked up without an allocation.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from folded words.
pub(in crate::read) type WordMap<T> = HashMap<&'static str, T, BuildHasherDefault<Fnv>>;

/// A set of folded words.
pub(in crate::read) type WordSet = HashSet<&'static str, BuildHasherDefault<Fnv>>;

/// FNV-1a: the words are short, and none of them comes from a document, so nobody can choose them
/// to collide.
#[derive(Debug)]
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

//! Text of a table that the layout holds and doesn't show.

use super::SourceReport;
use crate::findings::rule::Message;

/// What isn't shown, as one finding: the first of it, with the piece after it.
#[derive(Default)]
pub(super) struct HiddenText {
    first: Option<(String, usize)>,
    count: usize,
}

impl HiddenText {
    /// Takes a text; `next` is the index of the piece that comes after it. Only figures matter.
    pub(super) fn take(&mut self, text: &str, next: usize) {
        const MAX: usize = 60;
        let text = text.trim();
        if text.contains(|c: char| c.is_ascii_digit()) {
            self.count += 1;
            self.first.get_or_insert_with(|| (text.chars().take(MAX).collect(), next));
        }
    }

    /// The finding, in a source of so many pieces.
    pub(super) fn report(self, pieces: usize) -> Option<SourceReport> {
        let (text, next) = self.first?;
        let what = Message::HiddenText { text: text.into(), more: self.count.saturating_sub(1) };
        let piece = pieces.checked_sub(1).map(|last| next.min(last));
        Some(SourceReport { piece, what })
    }
}

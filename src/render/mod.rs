//! Shows findings as compilers do: the line of the source, underlined, with help.
//!
//! `excerpt` cuts the lines out of the source that a finding is about.

mod excerpt;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Snippet};

use crate::findings::finding::Finding;
use crate::findings::severity::Severity;
use crate::findings::span::Span;
use crate::language::Language;
use excerpt::Excerpt;

/// Formats findings as compilers do: the line of the source, underlined, with help (Dutch:
/// *weergave*).
///
/// It never panics: a span that lies outside the source is cut to fit. Long lines and long spans are
/// cut as well, so that the time for one finding doesn't depend on the size of the source.
///
/// ```
/// use beleid::{Language, Renderer};
///
/// let reading = beleid::read("Begroting 2017 gemeente Groningen\n\n2.2 Toerisme\n\nIndicatoren\n\n\
///     Behaald 2016\n\nBeoogd 2017\n\nAantal overnachtingen\n\n479.350\n\n>4.86.000\n");
/// let findings = reading.findings();
/// let shown = Renderer::new(reading.source()).path("page.txt").render(&findings[0]);
/// assert_eq!(shown, r#"
/// warning[misprint]: ">4.86.000" is not written as a number, and is kept as text
///   --> page.txt:15:1
///    |
/// 15 | >4.86.000
///    | ^^^^^^^^^
///    |
///    = note: field 2.2, indicator #1, figure #2
///    = help: This looks like a number but isn't written as one. It is kept as printed and not repaired: correct it in the source, or by hand.
/// "#.trim());
/// ```
#[doc(alias = "weergave")]
#[derive(Debug, Clone)]
pub struct Renderer<'s> {
    source: &'s str,
    path: Option<&'s str>,
    language: Language,
    is_styled: bool,
}

impl<'s> Renderer<'s> {
    /// A renderer of findings about this source: plain text, without a path, in English.
    ///
    /// ```
    /// use beleid::{Finding, Message, Place, Renderer};
    ///
    /// let finding = Finding::new(Message::NoHeading {}, Place::default(), None);
    /// let shown = Renderer::new("").render(&finding);
    /// assert!(shown.starts_with("advice[missing-heading]: has no heading"));
    /// ```
    pub fn new(source: &'s str) -> Self {
        Renderer { source, path: None, language: Language::English, is_styled: false }
    }

    /// Sets the name of the file, which is shown with each position.
    ///
    /// ```
    /// use beleid::Renderer;
    ///
    /// let reading = beleid::read("Welkom");
    /// let shown = Renderer::new(reading.source()).path("page.txt").render(&reading.findings()[0]);
    /// assert!(shown.contains("--> page.txt:1:1"));
    /// ```
    pub fn path(self, path: &'s str) -> Self {
        Renderer { path: Some(path), ..self }
    }

    /// Sets the language of the messages, the places and the help.
    ///
    /// ```
    /// use beleid::{Finding, Language, Message, Place, Renderer};
    ///
    /// let finding = Finding::new(Message::NoHeading {}, Place::default(), None);
    /// let shown = Renderer::new("").language(Language::Dutch).render(&finding);
    /// assert!(shown.starts_with("advies[missing-heading]: heeft geen kop\n"));
    /// assert!(shown.contains("= hulp: Er staat iets"));
    /// ```
    pub fn language(self, language: Language) -> Self {
        Renderer { language, ..self }
    }

    /// Sets whether the output has ANSI escapes for colours in a terminal; off by default.
    ///
    /// ```
    /// use beleid::{Finding, Message, Place, Renderer};
    ///
    /// let finding = Finding::new(Message::NoHeading {}, Place::default(), None);
    /// assert!(Renderer::new("").styled(true).render(&finding).contains('\u{1b}'));
    /// ```
    pub fn styled(self, is_styled: bool) -> Self {
        Renderer { is_styled, ..self }
    }

    /// The finding as text of several lines, without a line break at the end.
    ///
    /// ```
    /// use beleid::{Finding, Message, Place, Renderer};
    ///
    /// let finding = Finding::new(Message::NoHeading {}, Place::default(), None);
    /// let lines = Renderer::new("").render(&finding);
    /// assert_eq!(lines.lines().next(), Some("advice[missing-heading]: has no heading"));
    /// ```
    pub fn render(&self, finding: &Finding) -> String {
        let level = match finding.severity {
            Severity::Advice => Level::INFO,
            Severity::Warning => Level::WARNING,
            Severity::Error => Level::ERROR,
        };
        let level = level.with_name(finding.severity.text(self.language));
        let (note, help) = match self.language {
            Language::Dutch => (Level::NOTE.with_name("plaats"), Level::HELP.with_name("hulp")),
            Language::English => (Level::NOTE, Level::HELP),
        };
        let title = level.primary_title(finding.message(self.language)).id(finding.rule.code());
        let mut group = Group::with_title(title);
        let mut place = finding.place.text(self.language);
        // Without a line to show, the position is in the note.
        if let Some(span @ Span::Sheet { .. }) = finding.span {
            place = format!("{}: {place}", span.text(self.language));
        }
        if !matches!(finding.span, Some(Span::Text { .. }))
            && let Some(path) = self.path
        {
            place = format!("{path}: {place}");
        }
        if let Some(span @ Span::Text { start, end, line, .. }) = finding.span {
            let excerpt = Excerpt::new(self.source, start..end, line);
            if excerpt.is_cut {
                // The excerpt doesn't begin where the line does, so its columns are not those of the line.
                place = format!("{}: {place}", span.text(self.language));
            }
            group = group.element(
                Snippet::source(excerpt.text)
                    .path(self.path)
                    .line_start(excerpt.line)
                    .annotation(AnnotationKind::Primary.span(excerpt.underlined)),
            );
        }
        let group =
            group.element(note.message(place)).element(help.message(finding.help(self.language)));
        let renderer = if self.is_styled {
            annotate_snippets::Renderer::styled()
        } else {
            annotate_snippets::Renderer::plain()
        };
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
    }
}

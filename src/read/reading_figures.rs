//! The flat table of a reading: each figure with its position in the source and its findings.

use super::reading::Reading;
use crate::findings::rules::Rules;
use crate::model::figure_ref::FigureRef;

impl<'s> Reading<'s> {
    /// All figures, and all cells that could not be placed, in document order: each with its context,
    /// its position in the source, and the rules of the findings about it. They serialise as the rows
    /// of the flat table: see [`FigureRef::COLUMNS`].
    ///
    /// Each call validates the budget as it is now. Time grows linearly with the number of figures and
    /// findings.
    ///
    /// ```
    /// use beleid::Rule;
    ///
    /// let reading = beleid::read(
    ///     "2.3 Wonen\n\nKengetallen\n\nBehaald 2015\n\nBehaald 2016\n\nWinkels\n\n10\n\n1.000\n",
    /// );
    /// let last = reading.figures().last().unwrap().with_document("page.txt");
    /// assert_eq!(last.span.unwrap().to_string(), "line 13, column 1");
    /// assert_eq!(last.findings, [Rule::AmbiguousNumber]);
    /// let row = serde_json::to_value(&last)?;
    /// assert_eq!((&row["line"], &row["findings"]), (&13.into(), &"ambiguous-number".into()));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "cijfers")]
    pub fn figures(&self) -> impl Iterator<Item = FigureRef<'_>> {
        self.figures_by(&Rules::new())
    }

    /// All figures, as [`figures`](Self::figures), with the findings by these rules: those of rules
    /// that are allowed are left out.
    ///
    /// ```
    /// use beleid::{Rule, Rules};
    ///
    /// let reading = beleid::read("2.3 Wonen\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n1.000\n");
    /// let mut rules = Rules::new();
    /// rules.set(Rule::AmbiguousNumber, None);
    /// assert!(reading.figures_by(&rules).next().unwrap().findings.is_empty());
    /// ```
    pub fn figures_by<'r>(
        &'r self,
        rules: &Rules,
    ) -> impl Iterator<Item = FigureRef<'r>> + use<'r, 's> {
        let findings = self.findings_by(rules);
        self.budget.figures_with(&findings).map(|mut each| {
            each.span = self.span(&each.place);
            each
        })
    }
}

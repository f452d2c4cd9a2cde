//! The open vocabularies of the field: [`Level`], [`EditionKind`], [`OrganisationKind`],
//! [`IndicatorKind`].
//!
//! Each is a checked text with the common terms as constants, so that a document that says
//! it in its own way can still be held.

use crate::leaves::text::{PHRASE, text_leaf};

text_leaf! {
    /// At which grain of the document a policy field stands (Dutch: *niveau*).
    ///
    /// ```
    /// use beleid::Level;
    ///
    /// assert_eq!(Level::new("programme")?, Level::PROGRAMME);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "niveau")]
    Level, "level", PHRASE, {
        /// *Programma*: a coherent whole of activities (art. 8 BBV).
        #[doc(alias = "programma")]
        PROGRAMME = "programme";
        /// *Deelprogramma*.
        #[doc(alias = "deelprogramma")]
        SUBPROGRAMME = "subprogramme";
        /// *Beleidsveld*.
        #[doc(alias = "beleidsveld")]
        POLICY_FIELD = "policy_field";
        /// *Taakveld*, as in the Iv3 decree.
        #[doc(alias = "taakveld")]
        TASK_FIELD = "task_field";
    }
}

text_leaf! {
    /// What kind of publication an edition is (Dutch: *soort document*).
    ///
    /// ```
    /// use beleid::EditionKind;
    ///
    /// assert_eq!(EditionKind::new("budget")?, EditionKind::BUDGET);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "documentsoort")]
    EditionKind, "edition kind", PHRASE, {
        /// *Begroting*, *programmabegroting*: what is planned for a year.
        #[doc(alias = "begroting")]
        #[doc(alias = "programmabegroting")]
        BUDGET = "budget";
        /// *Jaarverslag*, *jaarstukken*, *jaarrekening*: what has come of it.
        #[doc(alias = "jaarverslag")]
        #[doc(alias = "jaarstukken")]
        ANNUAL_REPORT = "annual_report";
        /// *Tussenrapportage*, *bestuursrapportage*: how it stands during the year.
        #[doc(alias = "tussenrapportage")]
        INTERIM_REPORT = "interim_report";
    }
}

text_leaf! {
    /// What kind of public body it is (Dutch: *soort organisatie*).
    ///
    /// ```
    /// use beleid::OrganisationKind;
    ///
    /// assert_eq!(OrganisationKind::new("municipality")?, OrganisationKind::MUNICIPALITY);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "organisatiesoort")]
    OrganisationKind, "organisation kind", PHRASE, {
        /// *Gemeente*.
        #[doc(alias = "gemeente")]
        MUNICIPALITY = "municipality";
        /// *Provincie*.
        #[doc(alias = "provincie")]
        PROVINCE = "province";
        /// *Waterschap*, *hoogheemraadschap*.
        #[doc(alias = "waterschap")]
        WATER_BOARD = "water_board";
        /// *Gemeenschappelijke regeling*: a body of several others.
        #[doc(alias = "gemeenschappelijke regeling")]
        JOINT_BODY = "joint_body";
        /// *Ministerie*.
        #[doc(alias = "ministerie")]
        MINISTRY = "ministry";
    }
}

text_leaf! {
    /// What kind of indicator it is (Dutch: *soort indicator*).
    ///
    /// ```
    /// use beleid::IndicatorKind;
    ///
    /// assert_eq!(IndicatorKind::new("effect")?, IndicatorKind::EFFECT);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "indicatorsoort")]
    IndicatorKind, "indicator kind", PHRASE, {
        /// *Prestatie-indicator*: what the body does.
        #[doc(alias = "prestatie-indicator")]
        PERFORMANCE = "performance";
        /// *Effectindicator*: what comes of it in society.
        #[doc(alias = "effectindicator")]
        EFFECT = "effect";
        /// *Wettelijke beleidsindicator*: one of the mandatory set (art. 25 BBV).
        #[doc(alias = "beleidsindicator")]
        STATUTORY = "statutory";
        /// *Kengetal*: a figure for orientation, without a norm of its own.
        #[doc(alias = "kengetal")]
        KEY_FIGURE = "key_figure";
    }
}

//! The open vocabularies of the field: [`Level`], [`EditionKind`], [`OrganisationKind`],
//! [`IndicatorKind`].
//!
//! Each is a text. The common terms are constants, and any other term of a document is allowed too.
//! The text is checked: see [`Level::new`].

use crate::leaves::text::{PHRASE, text_leaf};

text_leaf! {
    /// The level of a policy field within the document: programme, policy field, task field (Dutch:
    /// *niveau*).
    ///
    /// ```
    /// use beleid::Level;
    ///
    /// assert_eq!(Level::new("programme")?, Level::PROGRAMME);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "niveau")]
    Level, "level", PHRASE, {
        /// *Programma*: a coherent set of activities (art. 8 BBV).
        #[doc(alias = "programma")]
        PROGRAMME = "programme";
        /// *Deelprogramma*: a part of a programme.
        #[doc(alias = "deelprogramma")]
        SUBPROGRAMME = "subprogramme";
        /// *Beleidsveld*: a policy field.
        #[doc(alias = "beleidsveld")]
        POLICY_FIELD = "policy_field";
        /// *Taakveld*: a task field of the Iv3 decree.
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
        /// *Jaarverslag*, *jaarstukken*, *jaarrekening*: what was achieved and spent in a year.
        #[doc(alias = "jaarverslag")]
        #[doc(alias = "jaarstukken")]
        ANNUAL_REPORT = "annual_report";
        /// *Tussenrapportage*, *bestuursrapportage*: the state of affairs during the year.
        #[doc(alias = "tussenrapportage")]
        INTERIM_REPORT = "interim_report";
        /// *Kadernota*, *perspectiefnota*: the frame of the next budget.
        #[doc(alias = "kadernota")]
        #[doc(alias = "perspectiefnota")]
        FRAMEWORK = "framework";
    }
}

text_leaf! {
    /// What kind of public body an organisation is (Dutch: *soort organisatie*).
    ///
    /// ```
    /// use beleid::OrganisationKind;
    ///
    /// assert_eq!(OrganisationKind::new("municipality")?, OrganisationKind::MUNICIPALITY);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "organisatiesoort")]
    OrganisationKind, "organisation kind", PHRASE, {
        /// *Gemeente*: a municipality.
        #[doc(alias = "gemeente")]
        MUNICIPALITY = "municipality";
        /// *Provincie*: a province.
        #[doc(alias = "provincie")]
        PROVINCE = "province";
        /// *Waterschap*, *hoogheemraadschap*: a water board.
        #[doc(alias = "waterschap")]
        WATER_BOARD = "water_board";
        /// *Gemeenschappelijke regeling*: a body that several other public bodies formed together.
        #[doc(alias = "gemeenschappelijke regeling")]
        JOINT_BODY = "joint_body";
        /// *Ministerie*: a ministry.
        #[doc(alias = "ministerie")]
        MINISTRY = "ministry";
    }
}

text_leaf! {
    /// What kind of indicator an indicator is (Dutch: *soort indicator*).
    ///
    /// ```
    /// use beleid::IndicatorKind;
    ///
    /// assert_eq!(IndicatorKind::new("effect")?, IndicatorKind::EFFECT);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "indicatorsoort")]
    IndicatorKind, "indicator kind", PHRASE, {
        /// *Prestatie-indicator*: measures what the body does.
        #[doc(alias = "prestatie-indicator")]
        PERFORMANCE = "performance";
        /// *Effectindicator*: measures the effect on society.
        #[doc(alias = "effectindicator")]
        EFFECT = "effect";
        /// *Wettelijke beleidsindicator*: one of the indicators that the law requires (art. 25
        /// BBV).
        #[doc(alias = "beleidsindicator")]
        STATUTORY = "statutory";
        /// *Kengetal*: a figure for orientation, without a norm.
        #[doc(alias = "kengetal")]
        KEY_FIGURE = "key_figure";
    }
}

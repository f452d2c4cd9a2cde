//! [`Role`], [`Status`], [`Direction`], [`Measure`] and [`Accumulation`]: how a figure or an
//! indicator is meant.

use std::fmt;

use crate::coded::coded;

coded! {
    /// What a figure is (Dutch: *soort cijfer*): a result, a plan, a target and so on.
    ///
    /// ```
    /// use beleid::Role;
    ///
    /// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nBeoogd 2017\n\nScholen\n\n10\n\n12\n");
    /// let (_, schools) = reading.budget.all_indicators().next().unwrap();
    /// assert_eq!(schools.figures[0].role, Some(Role::Realised));
    /// assert_eq!(schools.figures[1].role.unwrap().to_string(), "target");
    /// ```
    #[doc(alias = "cijfersoort")]
    #[non_exhaustive]
    Role, "role" {
        /// A result: what was achieved (*behaald*, *realisatie*, *rekening*).
        #[doc(alias = "behaald")]
        #[doc(alias = "realisatie")]
        Realised = "realised", en "realised", nl "behaald";
        /// What the budget for that year planned (*begroot*, *raming*). For an indicator this is a
        /// planned value, not an amount of money.
        #[doc(alias = "begroot")]
        Budgeted = "budgeted", en "budgeted", nl "begroot";
        /// The plan after changes during the year (*begroting na wijziging*).
        #[doc(alias = "begroting na wijziging")]
        Amended = "amended", en "amended", nl "begroot na wijziging";
        /// A forecast: what is expected, but is not an aim (*verwacht*, *prognose*).
        #[doc(alias = "prognose")]
        Expected = "expected", en "expected", nl "verwacht";
        /// A target: what the body wants to achieve (*beoogd*, *streefwaarde*).
        #[doc(alias = "beoogd")]
        #[doc(alias = "streefwaarde")]
        Target = "target", en "target", nl "beoogd";
        /// A standing target: a value that must be reached in every year (*norm*).
        #[doc(alias = "norm")]
        Norm = "norm", en "norm", nl "norm";
        /// The value at the start, from which progress is measured (*nulmeting*).
        #[doc(alias = "nulmeting")]
        Baseline = "baseline", en "baseline", nl "nulmeting";
        /// The difference of two other figures (*verschil*).
        #[doc(alias = "verschil")]
        Difference = "difference", en "difference", nl "verschil";
    }
}

coded! {
    /// A remark on a figure: approximate, provisional, favourable and so on (Dutch: *status*).
    ///
    /// ```
    /// use beleid::Status;
    ///
    /// assert_eq!(beleid::read_cell("circa 5").figure.status, [Status::Approximate]);
    /// assert_eq!(beleid::read_cell("5 (voorlopig)").figure.status, [Status::Provisional]);
    /// ```
    #[doc(alias = "status")]
    #[non_exhaustive]
    Status, "status" {
        /// The figure is not exact (*circa*).
        #[doc(alias = "circa")]
        Approximate = "approximate", en "approximate", nl "bij benadering";
        /// The figure may still change (*voorlopig*).
        #[doc(alias = "voorlopig")]
        Provisional = "provisional", en "provisional", nl "voorlopig";
        /// The figure was not measured but estimated (*schatting*).
        #[doc(alias = "schatting")]
        Estimated = "estimated", en "estimated", nl "geschat";
        /// The figure covers a part of the period or of the population only (*gedeeltelijk*).
        #[doc(alias = "gedeeltelijk")]
        Partial = "partial", en "partial", nl "gedeeltelijk";
        /// The figure was measured in another way than the earlier figures (*trendbreuk*).
        #[doc(alias = "trendbreuk")]
        BreakInSeries = "break_in_series", en "break in series", nl "breuk in de reeks";
        /// The figure has a note or a remark that the reader doesn't understand, and that may
        /// change what the figure means. An evaluation does not rely on such a figure.
        #[doc(alias = "onbegrepen opmerking")]
        Unclear = "unclear", en "unclear", nl "onduidelijk";
        /// The document says of the amount that it is to the good: a surplus, or less spent than
        /// planned (*voordelig*, *V*).
        #[doc(alias = "voordelig")]
        Favourable = "favourable", en "favourable", nl "voordelig";
        /// The document says of the amount that it is to the bad: a deficit, or more spent than
        /// planned (*nadelig*, *N*).
        #[doc(alias = "nadelig")]
        Unfavourable = "unfavourable", en "unfavourable", nl "nadelig";
    }
}

/// Which [`Status`]es a figure has: a set of them in one byte (Dutch: *statussen*).
///
/// On the wire it is a list, in the order of [`Status::ALL`].
///
/// ```
/// use beleid::{Status, Statuses};
///
/// let mut statuses = Statuses::from(Status::Provisional);
/// statuses.insert(Status::Approximate);
/// assert!(statuses.contains(Status::Provisional));
/// assert_eq!(statuses, [Status::Approximate, Status::Provisional]);
/// ```
#[doc(alias = "statussen")]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Statuses(u8);

impl Statuses {
    /// No status at all.
    ///
    /// ```
    /// assert!(beleid::Statuses::NONE.is_empty());
    /// ```
    pub const NONE: Statuses = Statuses(0);

    const fn bit(status: Status) -> u8 {
        1 << status as u8
    }

    /// Adds a status. Adding one twice has no effect.
    ///
    /// ```
    /// use beleid::{Status, Statuses};
    ///
    /// let mut statuses = Statuses::NONE;
    /// statuses.insert(Status::Estimated);
    /// statuses.insert(Status::Estimated);
    /// assert_eq!(statuses.iter().count(), 1);
    /// ```
    pub fn insert(&mut self, status: Status) {
        self.0 |= Self::bit(status);
    }

    /// Removes a status from the set.
    ///
    /// ```
    /// use beleid::{Status, Statuses};
    ///
    /// let mut statuses = Statuses::from(Status::Estimated);
    /// statuses.remove(Status::Estimated);
    /// assert!(statuses.is_empty());
    /// ```
    pub fn remove(&mut self, status: Status) {
        self.0 &= !Self::bit(status);
    }

    /// Whether a status is in the set.
    ///
    /// ```
    /// use beleid::{Status, Statuses};
    ///
    /// assert!(!Statuses::NONE.contains(Status::Estimated));
    /// ```
    #[inline]
    pub fn contains(self, status: Status) -> bool {
        self.0 & Self::bit(status) != 0
    }

    /// Whether the set is empty.
    ///
    /// ```
    /// assert!(beleid::Statuses::default().is_empty());
    /// ```
    #[inline]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The number of statuses in the set.
    ///
    /// ```
    /// use beleid::{Status, Statuses};
    ///
    /// assert_eq!(Statuses::from(Status::Partial).len(), 1);
    /// ```
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The statuses, in the order of [`Status::ALL`].
    ///
    /// ```
    /// use beleid::{Status, Statuses};
    ///
    /// let statuses: Statuses = [Status::Partial, Status::Approximate].into_iter().collect();
    /// assert_eq!(statuses.iter().next(), Some(Status::Approximate));
    /// ```
    pub fn iter(self) -> impl Iterator<Item = Status> {
        Status::ALL.iter().copied().filter(move |status| self.contains(*status))
    }
}

impl From<Status> for Statuses {
    fn from(status: Status) -> Self {
        Statuses(Self::bit(status))
    }
}

impl FromIterator<Status> for Statuses {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut set = Statuses::NONE;
        set.extend(statuses);
        set
    }
}

impl Extend<Status> for Statuses {
    fn extend<I: IntoIterator<Item = Status>>(&mut self, statuses: I) {
        for status in statuses {
            self.insert(status);
        }
    }
}

impl<const N: usize> PartialEq<[Status; N]> for Statuses {
    /// Whether the set holds these and no others.
    fn eq(&self, other: &[Status; N]) -> bool {
        *self == other.iter().copied().collect::<Statuses>()
    }
}

impl fmt::Debug for Statuses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Statuses {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq as _;
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for status in self.iter() {
            list.serialize_element(&status)?;
        }
        list.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Statuses {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Statuses;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of statuses")
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut list: A,
            ) -> Result<Statuses, A::Error> {
                let mut statuses = Statuses::NONE;
                while let Some(status) = list.next_element()? {
                    statuses.insert(status);
                }
                Ok(statuses)
            }
        }

        deserializer.deserialize_seq(Visitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Statuses {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Statuses".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<Status>::json_schema(generator)
    }
}

coded! {
    /// Which results are better: higher, lower, or near the target (Dutch: *richting*). An unknown
    /// direction is `None`; it is never taken to be `Higher`.
    ///
    /// ```
    /// use beleid::{Direction, Id, Indicator};
    ///
    /// let mut absence = Indicator::new(Id::new("i1")?, "Ziekteverzuim");
    /// assert_eq!(absence.direction, None, "not stated");
    /// absence.direction = Some(Direction::Lower);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "richting")]
    #[non_exhaustive]
    Direction, "direction" {
        /// The higher the better (*hoger is beter*).
        #[doc(alias = "hoger is beter")]
        Higher = "higher", en "higher is better", nl "hoger is beter";
        /// The lower the better (*lager is beter*).
        #[doc(alias = "lager is beter")]
        Lower = "lower", en "lower is better", nl "lager is beter";
        /// Best at the target, or between its ends (*binnen de bandbreedte*).
        #[doc(alias = "binnen")]
        Within = "within", en "within the range is best", nl "binnen de bandbreedte is het beste";
    }
}

coded! {
    /// What kind of thing an indicator measures, as far as this matters when results are compared
    /// (Dutch: *meetniveau*). `None` if neither the document nor the program states it.
    ///
    /// ```
    /// use beleid::{Id, Indicator, Measure};
    ///
    /// let mut absence = Indicator::new(Id::new("i1")?, "Ziekteverzuim");
    /// assert_eq!(absence.measure, None, "not stated");
    /// absence.measure = Some(Measure::Share);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "meetniveau")]
    #[non_exhaustive]
    Measure, "measure" {
        /// How much or how many there are (*aantal*, *bedrag*).
        #[doc(alias = "aantal")]
        Quantity = "quantity", en "quantity", nl "hoeveelheid";
        /// A part of a whole or a ratio (*percentage*, *per 1.000 inwoners*).
        #[doc(alias = "percentage")]
        Share = "share", en "share", nl "aandeel";
        /// A position in a ranking, where 1 is the first (*positie*).
        #[doc(alias = "positie")]
        Rank = "rank", en "rank", nl "positie";
        /// A mark on a scale, as at school (*rapportcijfer*).
        #[doc(alias = "rapportcijfer")]
        Rating = "rating", en "rating", nl "rapportcijfer";
        /// Whether something is true (*ja* or *nee*).
        #[doc(alias = "ja of nee")]
        YesNo = "yes_no", en "yes or no", nl "ja of nee";
        /// Whether something is finished (*gereed*).
        #[doc(alias = "mijlpaal")]
        Milestone = "milestone", en "milestone", nl "mijlpaal";
        /// A level in words (*voldoende*).
        #[doc(alias = "oordeel in woorden")]
        Words = "words", en "words", nl "oordeel in woorden";
    }
}

coded! {
    /// How figures of shorter periods combine into the figure of a longer one (Dutch: *cumulatie*).
    /// `None` if neither the document nor the program states it.
    ///
    /// ```
    /// use beleid::{Accumulation, Id, Indicator};
    ///
    /// let mut homes = Indicator::new(Id::new("i1")?, "Opgeleverde woningen");
    /// assert_eq!(homes.accumulation, None, "not stated");
    /// homes.accumulation = Some(Accumulation::Flow);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "cumulatie")]
    #[non_exhaustive]
    Accumulation, "accumulation" {
        /// A level at a moment: the figure of a year is that of its last day (*stand*).
        #[doc(alias = "stand")]
        Level = "level", en "level at a moment", nl "stand op een moment";
        /// An amount per period: the figure of a year is the sum of its months (*stroom*).
        #[doc(alias = "stroom")]
        Flow = "flow", en "flow over the period", nl "stroom over de periode";
        /// A running total since the start of the year: the figure of a year is that of its last
        /// month (*cumulatief*).
        #[doc(alias = "cumulatief")]
        RunningTotal = "running_total", en "running total of the year", nl "cumulatief over het jaar";
    }
}

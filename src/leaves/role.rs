//! [`Role`], [`Status`], [`Direction`], [`Measure`] and [`Accumulation`]: how a figure or an
//! indicator is meant.

use std::fmt;

use crate::coded::coded;

coded! {
    /// What a figure is for (Dutch: *soort cijfer*): what was measured, planned or aimed at.
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
        /// What was achieved (*behaald*, *realisatie*, *rekening*).
        #[doc(alias = "behaald")]
        #[doc(alias = "realisatie")]
        Realised = "realised", en "realised", nl "behaald";
        /// What the budget of that year planned (*begroot*, *raming*): for an indicator a planned
        /// value, not money.
        #[doc(alias = "begroot")]
        Budgeted = "budgeted", en "budgeted", nl "begroot";
        /// The plan after changes during the year (*begroting na wijziging*).
        #[doc(alias = "begroting na wijziging")]
        Amended = "amended", en "amended", nl "begroot na wijziging";
        /// What is thought to come, without being aimed at (*verwacht*, *prognose*).
        #[doc(alias = "prognose")]
        Expected = "expected", en "expected", nl "verwacht";
        /// What is aimed at (*beoogd*, *streefwaarde*).
        #[doc(alias = "beoogd")]
        #[doc(alias = "streefwaarde")]
        Target = "target", en "target", nl "beoogd";
        /// What is always to be reached, whatever the year (*norm*): a standing target.
        #[doc(alias = "norm")]
        Norm = "norm", en "norm", nl "norm";
        /// What stood at the beginning (*nulmeting*).
        #[doc(alias = "nulmeting")]
        Baseline = "baseline", en "baseline", nl "nulmeting";
        /// The difference of two others (*verschil*).
        #[doc(alias = "verschil")]
        Difference = "difference", en "difference", nl "verschil";
    }
}

coded! {
    /// What is to be known about how a figure came about (Dutch: *status*).
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
        /// Not exact (*circa*).
        #[doc(alias = "circa")]
        Approximate = "approximate", en "approximate", nl "bij benadering";
        /// May still change (*voorlopig*).
        #[doc(alias = "voorlopig")]
        Provisional = "provisional", en "provisional", nl "voorlopig";
        /// Not measured but estimated (*schatting*).
        #[doc(alias = "schatting")]
        Estimated = "estimated", en "estimated", nl "geschat";
        /// Covers part of the period or of the population (*gedeeltelijk*).
        #[doc(alias = "gedeeltelijk")]
        Partial = "partial", en "partial", nl "gedeeltelijk";
        /// Measured in another way than the figures before it (*trendbreuk*).
        #[doc(alias = "trendbreuk")]
        BreakInSeries = "break_in_series", en "break in series", nl "breuk in de reeks";
        /// A note or a remark stands beside the figure that may change what it means, and is not
        /// understood: an evaluation can't rely on the figure.
        #[doc(alias = "onbegrepen opmerking")]
        Unclear = "unclear", en "unclear", nl "onduidelijk";
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

    /// Adds a status; nothing changes if it is in the set already.
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

    /// Takes a status out of the set.
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

    /// Whether there is no status.
    ///
    /// ```
    /// assert!(beleid::Statuses::default().is_empty());
    /// ```
    #[inline]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many statuses there are.
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
    /// Which results are the better ones (Dutch: *richting*). Unknown is not `Higher`: it is
    /// the absence of a direction.
    ///
    /// ```
    /// use beleid::{Direction, Id, Indicator};
    ///
    /// let mut absence = Indicator::new(Id::new("i1")?, "Ziekteverzuim");
    /// assert_eq!(absence.direction, None, "nobody has said it");
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
        /// At the target itself, or between its ends (*binnen de bandbreedte*).
        #[doc(alias = "binnen")]
        Within = "within", en "within the range is best", nl "binnen de bandbreedte is het beste";
    }
}

coded! {
    /// What an indicator measures, as far as comparing needs it (Dutch: *meetniveau*). `None` where
    /// nobody has said it.
    ///
    /// ```
    /// use beleid::{Id, Indicator, Measure};
    ///
    /// let mut absence = Indicator::new(Id::new("i1")?, "Ziekteverzuim");
    /// assert_eq!(absence.measure, None, "nobody has said it");
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
        /// A place in an order, the first being 1 (*positie*).
        #[doc(alias = "positie")]
        Rank = "rank", en "rank", nl "positie";
        /// A mark on a scale (*rapportcijfer*).
        #[doc(alias = "rapportcijfer")]
        Rating = "rating", en "rating", nl "rapportcijfer";
        /// Whether something is so (*ja* or *nee*).
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
    /// How the figures of shorter periods make that of a longer one (Dutch: *cumulatie*). `None`
    /// where nobody has said it.
    ///
    /// ```
    /// use beleid::{Accumulation, Id, Indicator};
    ///
    /// let mut homes = Indicator::new(Id::new("i1")?, "Opgeleverde woningen");
    /// assert_eq!(homes.accumulation, None, "nobody has said it");
    /// homes.accumulation = Some(Accumulation::Flow);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "cumulatie")]
    #[non_exhaustive]
    Accumulation, "accumulation" {
        /// How things stand at a moment: that of a year is that of its last day (*stand*).
        #[doc(alias = "stand")]
        Level = "level", en "level at a moment", nl "stand op een moment";
        /// What came about within the period: that of a year is the sum of its months.
        #[doc(alias = "stroom")]
        Flow = "flow", en "flow over the period", nl "stroom over de periode";
        /// What came about since the start of the year: that of a year is that of its last month
        /// (*cumulatief*).
        #[doc(alias = "cumulatief")]
        RunningTotal = "running_total", en "running total of the year", nl "cumulatief over het jaar";
    }
}

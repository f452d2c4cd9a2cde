//! [`Unit`] and [`Scale`]: what a number counts, and in how many of them.

use crate::leaves::text::{PHRASE, text_leaf};

text_leaf! {
    /// What a number counts (Dutch: *eenheid*). An open vocabulary: any text will do, and the
    /// common ones are listed with it.
    ///
    /// A scale that stands in the label (*in miljoenen*) is part of the unit:
    /// `count x 1000000`.
    ///
    /// ```
    /// use beleid::Unit;
    ///
    /// assert_eq!(Unit::new("percent")?, Unit::PERCENT);
    /// assert_eq!(Unit::new("kg per inwoner")?.as_str(), "kg per inwoner");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    ///
    /// [`scaled`](Unit::scaled) makes a unit with a scale.
    #[doc(alias = "eenheid")]
    Unit, "unit", PHRASE, {
        /// A number of things or people (*aantal*).
        #[doc(alias = "aantal")]
        COUNT = "count";
        /// Hundredths (*procent*).
        #[doc(alias = "procent")]
        PERCENT = "percent";
        /// The difference of two percentages (*procentpunt*).
        #[doc(alias = "procentpunt")]
        PERCENTAGE_POINT = "percentage point";
        /// Thousandths (*promille*).
        #[doc(alias = "promille")]
        PER_MILLE = "per mille";
        /// Euro.
        EURO = "euro";
        /// A place in a ranking, where 1 is the best (*positie*, *plaats*).
        #[doc(alias = "positie")]
        RANK = "rank";
        /// Full-time equivalents.
        #[doc(alias = "voltijdbaan")]
        FTE = "fte";
        /// How many times (*keer*, *maal*).
        #[doc(alias = "keer")]
        TIMES = "times";
        /// Seconds.
        SECOND = "second";
        /// Minutes.
        MINUTE = "minute";
        /// Hours (*uur*).
        #[doc(alias = "uur")]
        HOUR = "hour";
        /// Days (*dagen*).
        #[doc(alias = "dag")]
        DAY = "day";
        /// Days on which is worked (*werkdagen*).
        #[doc(alias = "werkdag")]
        WORKING_DAY = "working day";
        /// Weeks.
        WEEK = "week";
        /// Months (*maanden*).
        #[doc(alias = "maand")]
        MONTH = "month";
        /// Years (*jaar*).
        #[doc(alias = "jaar")]
        YEAR = "year";
        /// Kilograms.
        KILOGRAM = "kilogram";
        /// Tonnes of a thousand kilograms (*ton*).
        #[doc(alias = "ton")]
        TONNE = "tonne";
        /// Metres.
        METRE = "metre";
        /// Kilometres.
        KILOMETRE = "kilometre";
        /// Square metres (*m²*).
        SQUARE_METRE = "square metre";
        /// Cubic metres (*m³*).
        CUBIC_METRE = "cubic metre";
        /// Hectares.
        HECTARE = "hectare";
        /// Kilowatt-hours.
        KILOWATT_HOUR = "kilowatt-hour";
        /// Megawatt-hours.
        MEGAWATT_HOUR = "megawatt-hour";
        /// Terajoules.
        TERAJOULE = "terajoule";
        /// Decibels.
        DECIBEL = "decibel";
    }
}

/// By how much a printed number is to be multiplied (Dutch: *schaal*), as in `x € 1.000`.
///
/// ```
/// assert_eq!(beleid::Scale::Millions.factor(), 1_000_000);
/// ```
#[doc(alias = "schaal")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub enum Scale {
    /// As printed.
    #[default]
    Ones,
    /// Thousands (*duizendtallen*).
    Thousands,
    /// Millions (*miljoenen*).
    Millions,
}

impl Scale {
    /// The number to multiply by: 1, 1000 or 1000000.
    ///
    /// ```
    /// assert_eq!(beleid::Scale::Thousands.factor(), 1_000);
    /// ```
    pub fn factor(self) -> u32 {
        match self {
            Scale::Ones => 1,
            Scale::Thousands => 1_000,
            Scale::Millions => 1_000_000,
        }
    }
}

impl Unit {
    /// This unit in thousands or millions: `count` in millions is `count x 1000000`.
    ///
    /// ```
    /// use beleid::{Scale, Unit};
    ///
    /// assert_eq!(Unit::COUNT.scaled(Scale::Millions).as_str(), "count x 1000000");
    /// assert_eq!(Unit::EURO.scaled(Scale::Ones), Unit::EURO);
    /// ```
    pub fn scaled(&self, scale: Scale) -> Unit {
        match scale {
            Scale::Ones => self.clone(),
            _ => Unit(format!("{self} x {}", scale.factor()).into()),
        }
    }
}

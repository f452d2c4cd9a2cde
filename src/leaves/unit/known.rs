//! The measures and the bases that are known: their names in both languages, what quantity they
//! are of, and how many of a common measure they are.

use super::{Quantity, Unit};
use crate::leaves::unit::{Repr, Scale};

/// Measures that convert into each other exactly. A month is no number of days, so it is counted
/// in months alone; working days are in no family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Share,
    Money,
    Days,
    Months,
    Length,
    Area,
    Volume,
    Mass,
    Energy,
    Power,
}

/// What is known of a measure.
pub(super) struct Facts {
    pub(super) name: &'static str,
    /// How it is written beside a number in both languages; the name where that is no sign.
    pub(super) symbol: Option<&'static str>,
    pub(super) english: &'static str,
    pub(super) dutch: &'static str,
    pub(super) quantity: Quantity,
    /// How many of the smallest measure of its family one of it is.
    pub(super) size: Option<(Family, u64)>,
}

/// Defines the known measures with the constants of [`Unit`] for them.
macro_rules! measures {
    ($(
        $(#[$meta:meta])*
        $constant:ident $variant:ident $name:literal $(($symbol:literal))? $english:literal $dutch:literal
        $quantity:ident $($family:ident $size:literal)?;
    )*) => {
        /// A measure that is known.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub(super) enum Known {
            $($variant,)*
        }

        impl Known {
            const ALL: &[Known] = &[$(Known::$variant),*];

            pub(super) fn facts(self) -> &'static Facts {
                match self {
                    $(Known::$variant => {
                        const FACTS: Facts = Facts {
                            name: $name,
                            symbol: measures!(@symbol $($symbol)?),
                            english: $english,
                            dutch: $dutch,
                            quantity: Quantity::$quantity,
                            size: measures!(@size $($family $size)?),
                        };
                        &FACTS
                    })*
                }
            }
        }

        impl Unit {
            $(
                $(#[$meta])*
                pub const $constant: Unit =
                    Unit(Repr::Known { measure: Known::$variant, scale: Scale::Ones, per: None });
            )*
        }

        /// The names of all known measures, as examples.
        #[cfg(feature = "schema")]
        pub(super) const NAMES: &[&str] = &[$($name),*];
    };
    (@symbol) => { None };
    (@symbol $symbol:literal) => { Some($symbol) };
    (@size) => { None };
    (@size $family:ident $size:literal) => { Some((Family::$family, $size)) };
}

measures! {
    /// A number of things or people (*aantal*).
    #[doc(alias = "aantal")]
    COUNT Count "count" "number" "aantal" Count;
    /// Hundredths (*procent*).
    #[doc(alias = "procent")]
    PERCENT Percent "percent" ("%") "%" "%" Share Share 10;
    /// The difference of two percentages (*procentpunt*).
    #[doc(alias = "procentpunt")]
    PERCENTAGE_POINT PercentagePoint "percentage point" "percentage points" "procentpunt" ShareDifference;
    /// Thousandths (*promille*).
    #[doc(alias = "promille")]
    PER_MILLE PerMille "per mille" ("‰") "‰" "‰" Share Share 1;
    /// Euro.
    EURO Euro "euro" ("€") "euro" "euro" Money Money 100;
    /// Hundredths of a euro.
    #[doc(alias = "cent")]
    EUROCENT Eurocent "eurocent" "eurocents" "eurocent" Money Money 1;
    /// Dollars. A document with the sign `$` doesn't say of which country, and budgets in dollars of
    /// two countries are in no common unit.
    DOLLAR Dollar "dollar" ("$") "dollars" "dollar" Money;
    /// Pounds sterling.
    POUND_STERLING PoundSterling "pound sterling" ("£") "pounds" "pond" Money;
    /// A place in a ranking, where 1 is the best (*positie*, *plaats*).
    #[doc(alias = "positie")]
    RANK Rank "rank" "rank" "plaats" Rank;
    /// Full-time equivalents.
    #[doc(alias = "voltijdbaan")]
    FTE Fte "fte" "fte" "fte" Labour;
    /// How many times (*keer*, *maal*).
    #[doc(alias = "keer")]
    TIMES Times "times" "times" "keer" Ratio;
    /// Seconds.
    SECOND Second "second" "seconds" "seconden" Time Days 1;
    /// Minutes.
    MINUTE Minute "minute" "minutes" "minuten" Time Days 60;
    /// Hours (*uur*).
    #[doc(alias = "uur")]
    HOUR Hour "hour" "hours" "uur" Time Days 3_600;
    /// Days (*dagen*).
    #[doc(alias = "dag")]
    DAY Day "day" "days" "dagen" Time Days 86_400;
    /// Days on which is worked (*werkdagen*). They convert to nothing: how many there are in a
    /// week depends on the week.
    #[doc(alias = "werkdag")]
    WORKING_DAY WorkingDay "working day" "working days" "werkdagen" Time;
    /// Weeks.
    WEEK Week "week" "weeks" "weken" Time Days 604_800;
    /// Months (*maanden*), twelve of which are a year. They are no number of days.
    #[doc(alias = "maand")]
    MONTH Month "month" "months" "maanden" Time Months 1;
    /// Quarters of a year (*kwartalen*).
    #[doc(alias = "kwartaal")]
    QUARTER Quarter "quarter" "quarters" "kwartalen" Time Months 3;
    /// Years (*jaar*).
    #[doc(alias = "jaar")]
    YEAR Year "year" "years" "jaar" Time Months 12;
    /// Millimetres.
    MILLIMETRE Millimetre "millimetre" ("mm") "mm" "mm" Length Length 1;
    /// Centimetres.
    CENTIMETRE Centimetre "centimetre" ("cm") "cm" "cm" Length Length 10;
    /// Metres.
    METRE Metre "metre" ("m") "m" "m" Length Length 1_000;
    /// Kilometres.
    KILOMETRE Kilometre "kilometre" ("km") "km" "km" Length Length 1_000_000;
    /// Miles of 1,609.344 metres (*mijl*).
    #[doc(alias = "mijl")]
    MILE Mile "mile" "miles" "mijl" Length Length 1_609_344;
    /// Square metres (*m²*).
    SQUARE_METRE SquareMetre "square metre" ("m²") "m²" "m²" Area Area 1;
    /// Hectares.
    HECTARE Hectare "hectare" ("ha") "ha" "ha" Area Area 10_000;
    /// Square kilometres (*km²*).
    SQUARE_KILOMETRE SquareKilometre "square kilometre" ("km²") "km²" "km²" Area Area 1_000_000;
    /// Litres.
    LITRE Litre "litre" "litres" "liter" Volume Volume 1;
    /// Cubic metres (*m³*).
    CUBIC_METRE CubicMetre "cubic metre" ("m³") "m³" "m³" Volume Volume 1_000;
    /// Grams.
    GRAM Gram "gram" "grams" "gram" Mass Mass 1;
    /// Kilograms.
    KILOGRAM Kilogram "kilogram" ("kg") "kg" "kg" Mass Mass 1_000;
    /// Tonnes of a thousand kilograms (*ton*).
    #[doc(alias = "ton")]
    TONNE Tonne "tonne" "tonnes" "ton" Mass Mass 1_000_000;
    /// Joules.
    JOULE Joule "joule" ("J") "J" "J" Energy Energy 1;
    /// Kilojoules.
    KILOJOULE Kilojoule "kilojoule" ("kJ") "kJ" "kJ" Energy Energy 1_000;
    /// Megajoules.
    MEGAJOULE Megajoule "megajoule" ("MJ") "MJ" "MJ" Energy Energy 1_000_000;
    /// Gigajoules.
    GIGAJOULE Gigajoule "gigajoule" ("GJ") "GJ" "GJ" Energy Energy 1_000_000_000;
    /// Terajoules.
    TERAJOULE Terajoule "terajoule" ("TJ") "TJ" "TJ" Energy Energy 1_000_000_000_000;
    /// Petajoules.
    PETAJOULE Petajoule "petajoule" ("PJ") "PJ" "PJ" Energy Energy 1_000_000_000_000_000;
    /// Watt-hours, of 3,600 joules.
    WATT_HOUR WattHour "watt-hour" ("Wh") "Wh" "Wh" Energy Energy 3_600;
    /// Kilowatt-hours, of 3.6 megajoules.
    KILOWATT_HOUR KilowattHour "kilowatt-hour" ("kWh") "kWh" "kWh" Energy Energy 3_600_000;
    /// Megawatt-hours.
    MEGAWATT_HOUR MegawattHour "megawatt-hour" ("MWh") "MWh" "MWh" Energy Energy 3_600_000_000;
    /// Gigawatt-hours.
    GIGAWATT_HOUR GigawattHour "gigawatt-hour" ("GWh") "GWh" "GWh" Energy Energy 3_600_000_000_000;
    /// Terawatt-hours.
    TERAWATT_HOUR TerawattHour "terawatt-hour" ("TWh") "TWh" "TWh" Energy Energy 3_600_000_000_000_000;
    /// Kilowatts.
    KILOWATT Kilowatt "kilowatt" ("kW") "kW" "kW" Power Power 1;
    /// Megawatts.
    MEGAWATT Megawatt "megawatt" ("MW") "MW" "MW" Power Power 1_000;
    /// Decibels.
    DECIBEL Decibel "decibel" ("dB") "dB" "dB" SoundLevel;
}

impl Known {
    /// The measure with this name or symbol.
    pub(super) fn named(name: &str) -> Option<Known> {
        let is_named = |known: &&Known| {
            let facts = known.facts();
            facts.name == name || facts.symbol == Some(name)
        };
        Known::ALL.iter().find(is_named).copied()
    }
}

/// Defines the bases that are known: what things are counted by, with the plural and the Dutch
/// words for one and for several.
macro_rules! bases {
    ($($variant:ident $name:literal $plural:literal $dutch:literal $dutch_plural:literal;)*) => {
        /// A base that is known: of what a rate is so many per one or more.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub(super) enum Base {
            $($variant,)*
        }

        impl Base {
            const ALL: &[Base] = &[$(Base::$variant),*];

            /// Its name, its plural, and both in Dutch.
            pub(super) fn names(self) -> [&'static str; 4] {
                match self {
                    $(Base::$variant => [$name, $plural, $dutch, $dutch_plural],)*
                }
            }
        }
    };
}

bases! {
    Inhabitant "inhabitant" "inhabitants" "inwoner" "inwoners";
    Household "household" "households" "huishouden" "huishoudens";
    Person "person" "persons" "persoon" "personen";
    Pupil "pupil" "pupils" "leerling" "leerlingen";
    Student "student" "students" "student" "studenten";
    YoungPerson "young person" "young persons" "jongere" "jongeren";
    Child "child" "children" "kind" "kinderen";
    Dwelling "dwelling" "dwellings" "woning" "woningen";
    Resident "resident" "residents" "bewoner" "bewoners";
    Employee "employee" "employees" "medewerker" "medewerkers";
    Client "client" "clients" "cliënt" "cliënten";
    Visitor "visitor" "visitors" "bezoeker" "bezoekers";
    Visit "visit" "visits" "bezoek" "bezoeken";
    Business "business" "businesses" "bedrijf" "bedrijven";
    Establishment "establishment" "establishments" "vestiging" "vestigingen";
    Connection "connection" "connections" "aansluiting" "aansluitingen";
    Municipality "municipality" "municipalities" "gemeente" "gemeenten";
    Neighbourhood "neighbourhood" "neighbourhoods" "wijk" "wijken";
    School "school" "schools" "school" "scholen";
    Job "job" "jobs" "baan" "banen";
    Hour "hour" "hours" "uur" "uur";
    Day "day" "days" "dag" "dagen";
    Week "week" "weeks" "week" "weken";
    Month "month" "months" "maand" "maanden";
    Quarter "quarter" "quarters" "kwartaal" "kwartalen";
    Year "year" "years" "jaar" "jaar";
    SquareMetre "square metre" "square metres" "m²" "m²";
    CubicMetre "cubic metre" "cubic metres" "m³" "m³";
    Kilometre "kilometre" "kilometres" "km" "km";
    Mile "mile" "miles" "mijl" "mijl";
    Hectare "hectare" "hectares" "ha" "ha";
    Tonne "tonne" "tonnes" "ton" "ton";
    Fte "fte" "fte" "fte" "fte";
}

impl Base {
    /// The base with this name or plural.
    pub(super) fn named(name: &str) -> Option<Base> {
        let is_named = |base: &&Base| {
            let [one, several, ..] = base.names();
            one == name || several == name
        };
        Base::ALL.iter().find(is_named).copied()
    }
}

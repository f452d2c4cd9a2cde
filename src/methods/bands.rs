//! [`Bands`]: ranges of numbers with a code for each, as data.

#[cfg(feature = "serde")]
mod wire;

use std::collections::BTreeMap;

use super::range::End;
use super::{InvalidMethod, Range};

/// The name of a range of numbers, such as *on track* (Dutch: *klasse*): a stable code, and labels
/// for people.
///
/// ```
/// use beleid::methods::Band;
///
/// let band = Band::new("on-track").labelled("nl", "op koers");
/// assert_eq!((band.label("nl"), band.label("fr")), ("op koers", "on-track"));
/// ```
#[doc(alias = "klasse")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Band {
    /// The stable code: `on-track`.
    pub code: String,
    /// The labels, by the code of their language (`nl`, `en`).
    #[cfg_attr(feature = "serde", serde(default))]
    pub labels: BTreeMap<String, String>,
}

impl Band {
    /// A band without labels.
    ///
    /// ```
    /// assert!(beleid::methods::Band::new("met").labels.is_empty());
    /// ```
    pub fn new(code: impl Into<String>) -> Self {
        Band { code: code.into(), labels: BTreeMap::new() }
    }

    /// The same band with a label in a language.
    ///
    /// ```
    /// let band = beleid::methods::Band::new("met").labelled("nl", "gehaald");
    /// assert_eq!(band.labels["nl"], "gehaald");
    /// ```
    pub fn labelled(mut self, language: impl Into<String>, label: impl Into<String>) -> Self {
        self.labels.insert(language.into(), label.into());
        self
    }

    /// The label in a language; the code if it has no label in that language.
    ///
    /// ```
    /// assert_eq!(beleid::methods::Band::new("met").label("nl"), "met");
    /// ```
    pub fn label(&self, language: &str) -> &str {
        self.labels.get(language).unwrap_or(&self.code)
    }
}

/// Which of the two bands around a cut contains the number at the cut itself (Dutch: *grens*).
///
/// ```
/// use beleid::methods::{Band, Bands, Side};
///
/// let (low, high) = (Band::new("missed"), Band::new("met"));
/// let bands = Bands::new(low, vec![(15.0, Side::Upper, high)])?;
/// assert_eq!(bands.of(15.0).code, "met");
/// # Ok::<(), beleid::methods::InvalidMethod>(())
/// ```
#[doc(alias = "grens")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The lower band: it runs *up to 20*.
    Lower,
    /// The upper band: it runs *from 20*.
    Upper,
}

/// Ranges of numbers with a code for each (Dutch: *bandbreedtes*, *klassen*), from the lowest to
/// the highest. Every number is in exactly one band. One band may be marked as neutral.
///
/// As data, a band has a beginning, `from` (inclusive) or `above` (exclusive), and an end, `up_to`
/// (inclusive) or `below` (exclusive). The lowest band has no beginning and the highest no end:
///
/// ```
/// use beleid::methods::Bands;
///
/// let bands: Bands = toml::from_str(r#"
/// [[band]]
/// code = "behind"
/// below = 0.85
/// labels = { nl = "achter", en = "behind" }
///
/// [[band]]
/// code = "on-target"
/// from = 0.85
/// up_to = 1.15
///
/// [[band]]
/// code = "ahead"
/// above = 1.15
/// "#)?;
/// assert_eq!((&*bands.of(0.85).code, &*bands.of(1.15).code), ("on-target", "on-target"));
/// assert_eq!(bands.of(0.84).label("nl"), "achter");
///
/// let gap = "[[band]]\ncode = 'red'\nup_to = 0.3\n[[band]]\ncode = 'yellow'\nfrom = 0.4\n";
/// let error = toml::from_str::<Bands>(gap).unwrap_err();
/// assert!(error.to_string().contains("no band contains what lies between 0.3 and 0.4"));
/// # Ok::<(), toml::de::Error>(())
/// ```
#[doc(alias = "bandbreedtes")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "wire::Bands", into = "wire::Bands"))]
pub struct Bands {
    bands: Vec<Band>,
    /// The cut between each two bands.
    cuts: Vec<(f64, Side)>,
    neutral: Option<usize>,
}

impl Bands {
    /// Bands from the lowest to the highest, each with the cut between it and the band before. So
    /// there are no gaps and no overlaps.
    ///
    /// # Errors
    /// If a cut is not finite, the cuts are not in ascending order, a code is empty, or two codes
    /// are equal.
    ///
    /// ```
    /// use beleid::methods::{Band, Bands, Side};
    ///
    /// let [red, yellow, green] = ["red", "yellow", "green"].map(Band::new);
    /// let bands = Bands::new(red, vec![(0.4, Side::Upper, yellow), (0.7, Side::Upper, green)])?;
    /// assert_eq!(bands.of(0.65).code, "yellow");
    /// # Ok::<(), beleid::methods::InvalidMethod>(())
    /// ```
    pub fn new(lowest: Band, above: Vec<(f64, Side, Band)>) -> Result<Self, InvalidMethod> {
        if above.len() >= usize::from(u16::MAX) {
            return Err(InvalidMethod::TooManyBands);
        }
        let mut bands = vec![lowest];
        let mut cuts: Vec<(f64, Side)> = Vec::with_capacity(above.len());
        for (cut, side, band) in above {
            if !cut.is_finite() {
                return Err(InvalidMethod::NotFinite);
            }
            if let (Some((below, below_side)), Some(between)) = (cuts.last(), bands.last()) {
                // Between "from 1 on" and "up to 1" lies 1 itself.
                let holds_one = *below_side == Side::Upper && side == Side::Lower;
                if cut < *below || (cut <= *below && !holds_one) {
                    return Err(InvalidMethod::EmptyBand(between.code.clone()));
                }
            }
            cuts.push((cut, side));
            bands.push(band);
        }
        for (index, band) in bands.iter().enumerate() {
            if band.code.is_empty() {
                return Err(InvalidMethod::NoCode);
            }
            if bands.iter().skip(index + 1).any(|other| other.code == band.code) {
                return Err(InvalidMethod::SameCode(band.code.clone()));
            }
        }
        Ok(Bands { bands, cuts, neutral: None })
    }

    /// Bands whose cuts are known to rise, and whose codes to differ.
    pub(super) fn fixed(lowest: Band, above: Vec<(f64, Side, Band)>) -> Self {
        let mut made = Bands { bands: vec![lowest], cuts: Vec::new(), neutral: None };
        for (cut, side, band) in above {
            made.cuts.push((cut, side));
            made.bands.push(band);
        }
        made
    }

    /// The same bands, of which the one with this code is marked as neutral: neither good nor bad.
    ///
    /// # Errors
    /// If no band has the code, or another band is already neutral.
    ///
    /// ```
    /// use beleid::methods::{Band, Bands, Side};
    ///
    /// let bands = Bands::new(Band::new("down"), vec![
    ///     (-0.1, Side::Upper, Band::new("stable")),
    ///     (0.1, Side::Lower, Band::new("up")),
    /// ])?.with_neutral("stable")?;
    /// assert_eq!(bands.neutral().unwrap().code, "stable");
    /// # Ok::<(), beleid::methods::InvalidMethod>(())
    /// ```
    pub fn with_neutral(mut self, code: &str) -> Result<Self, InvalidMethod> {
        if self.neutral.is_some() {
            return Err(InvalidMethod::TwoNeutral);
        }
        self.neutral = self.bands.iter().position(|band| band.code == code);
        if self.neutral.is_some() { Ok(self) } else { Err(InvalidMethod::NoCode) }
    }

    /// The neutral band; `None` if there is none.
    ///
    /// ```
    /// use beleid::methods::presets::tola;
    ///
    /// assert!(tola::bands().neutral().is_none());
    /// ```
    pub fn neutral(&self) -> Option<&Band> {
        self.bands.get(self.neutral?)
    }

    /// The bands, from the lowest to the highest.
    ///
    /// ```
    /// use beleid::methods::presets::tola;
    ///
    /// assert_eq!(tola::bands().iter().count(), 3);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = &Band> {
        self.bands.iter()
    }

    /// The band that contains a number. The number is not rounded: 14.6 is below a cut at 15. NaN
    /// is put in the lowest band.
    ///
    /// ```
    /// use beleid::methods::{Band, Bands, Side};
    ///
    /// let bands = Bands::new(Band::new("below"), vec![(15.0, Side::Upper, Band::new("reached"))])?;
    /// assert_eq!(bands.of(14.6).code, "below");
    /// # Ok::<(), beleid::methods::InvalidMethod>(())
    /// ```
    pub fn of(&self, number: f64) -> &Band {
        self.at(self.index(number))
    }

    /// The bands that contain the low end and the high end of a range. If they are the same band,
    /// the answer is certain.
    ///
    /// ```
    /// use beleid::methods::{Range, presets::tola};
    ///
    /// let bands = tola::bands();
    /// let (low, high) = bands.classify(Range::between(0.9, 1.1)?);
    /// assert_eq!(low, high);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn classify(&self, range: Range) -> (&Band, &Band) {
        let (low, high) = self.indices(range);
        (self.at(low), self.at(high))
    }

    #[inline]
    pub(super) fn index(&self, number: f64) -> u16 {
        let is_above = |cut: &&(f64, Side)| match cut.1 {
            Side::Lower => number > cut.0,
            Side::Upper => number >= cut.0,
        };
        Self::counted(self.cuts.iter().take_while(is_above).count())
    }

    /// A place among the bands, of which there are never more than fit.
    #[inline]
    fn counted(index: usize) -> u16 {
        u16::try_from(index).unwrap_or(u16::MAX)
    }

    pub(super) fn indices(&self, range: Range) -> (u16, u16) {
        let [low, high] = range.ends();
        // An end that isn't in the range lies just beside its number.
        let above = |cut: &&(f64, Side)| {
            low.at > cut.0 || (low.at >= cut.0 && (low.is_open || cut.1 == Side::Upper))
        };
        let reaches = |cut: &&(f64, Side)| {
            high.at > cut.0 || (high.at >= cut.0 && !high.is_open && cut.1 == Side::Upper)
        };
        let first = self.cuts.iter().take_while(above).count();
        let last = self.cuts.iter().take_while(reaches).count();
        (Self::counted(first), Self::counted(last.max(first)))
    }

    /// Where a band begins; nothing for the lowest.
    pub(super) fn begins(&self, index: u16) -> Option<f64> {
        self.cuts.get(usize::from(index).checked_sub(1)?).map(|cut| cut.0)
    }

    /// Where one band ends and the next begins, from the lowest on.
    pub(super) fn cuts(&self) -> impl Iterator<Item = f64> {
        self.cuts.iter().map(|cut| cut.0)
    }

    /// The same, each with the band that contains it.
    pub(super) fn cuts_with_sides(&self) -> impl Iterator<Item = (f64, Side)> {
        self.cuts.iter().copied()
    }

    /// Where the lowest band ends.
    pub(super) fn first_cut(&self) -> Option<f64> {
        self.cuts.first().map(|cut| cut.0)
    }

    /// The bands of a range of which one number is not taken as it is: what comes to it
    /// falls just short, on the lower side where more is better, and else on the upper.
    pub(super) fn indices_short_of(
        &self,
        short: f64,
        range: Range,
        is_falling: bool,
    ) -> (u16, u16) {
        let [mut low, mut high] = range.ends();
        let is_short = |end: End| end.at == short && !end.is_open;
        let below = |cut: &&(f64, Side)| short > cut.0;
        let from = |cut: &&(f64, Side)| short >= cut.0;
        let (low_is, high_is) = (is_short(low), is_short(high));
        low.is_open |= low_is && is_falling;
        high.is_open |= high_is && !is_falling;
        let Some(range) = Range::spanning(low, high) else { return self.indices(range) };
        let (mut first, mut last) = self.indices(range);
        if low_is && !is_falling {
            first = Self::counted(self.cuts.iter().take_while(below).count());
            last = if high_is { first } else { last };
        }
        if high_is && is_falling {
            last = Self::counted(self.cuts.iter().take_while(from).count());
            first = if low_is { last } else { first };
        }
        (first, last)
    }

    pub(super) fn at(&self, index: u16) -> &Band {
        // There is at least one band, and none is ever taken away.
        static NONE: Band = Band { code: String::new(), labels: BTreeMap::new() };
        self.bands.get(usize::from(index)).or(self.bands.last()).unwrap_or(&NONE)
    }
}

//! The serialised form of bands: each with its beginning and its end.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{InvalidMethod, Side};

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bands {
    band: Vec<Band>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Band {
    code: String,
    from: Option<f64>,
    above: Option<f64>,
    up_to: Option<f64>,
    below: Option<f64>,
    #[serde(default)]
    neutral: bool,
    #[serde(default)]
    labels: BTreeMap<String, String>,
}

/// The beginning or end of a band: the cut, and which of the two bands contains it.
type Cut = Option<(f64, Side)>;

impl Band {
    fn cut(
        &self,
        ends: [(Option<f64>, Side); 2],
        what: &'static str,
    ) -> Result<Cut, InvalidMethod> {
        match ends {
            [(Some(_), _), (Some(_), _)] => Err(InvalidMethod::TwoEnds(self.code.clone(), what)),
            [(Some(cut), side), _] | [_, (Some(cut), side)] => {
                if cut.is_finite() {
                    Ok(Some((cut, side)))
                } else {
                    Err(InvalidMethod::NotFinite)
                }
            }
            _ => Ok(None),
        }
    }

    fn begins(&self) -> Result<Cut, InvalidMethod> {
        self.cut([(self.from, Side::Upper), (self.above, Side::Lower)], "begins")
    }

    fn ends(&self) -> Result<Cut, InvalidMethod> {
        self.cut([(self.up_to, Side::Lower), (self.below, Side::Upper)], "ends")
    }
}

impl TryFrom<Bands> for super::Bands {
    type Error = InvalidMethod;

    fn try_from(wire: Bands) -> Result<Self, InvalidMethod> {
        let (mut lowest, mut above) = (None, Vec::new());
        let mut neutral = None;
        let mut before: Option<(String, Cut)> = None;
        for band in wire.band {
            let (begins, ends) = (band.begins()?, band.ends()?);
            let cut = meet(before.as_ref(), &band.code, begins)?;
            if band.neutral && neutral.replace(band.code.clone()).is_some() {
                return Err(InvalidMethod::TwoNeutral);
            }
            before = Some((band.code.clone(), ends));
            let made = super::Band { code: band.code, labels: band.labels };
            match cut {
                None => lowest = Some(made),
                Some((cut, side)) => above.push((cut, side, made)),
            }
        }
        if let Some((_, Some((cut, side)))) = before {
            let from = if side == Side::Lower { "above" } else { "from" };
            return Err(InvalidMethod::Gap(format!("what lies {from} {cut}")));
        }
        let bands = super::Bands::new(lowest.ok_or(InvalidMethod::NoBands)?, above)?;
        match neutral {
            Some(code) => bands.with_neutral(&code),
            None => Ok(bands),
        }
    }
}

/// The cut between two bands, where the one begins as the other ends.
fn meet(before: Option<&(String, Cut)>, code: &str, begins: Cut) -> Result<Cut, InvalidMethod> {
    let Some((other, ends)) = before else {
        return match begins {
            None => Ok(None),
            Some((cut, _)) => Err(InvalidMethod::Gap(format!("what lies below {cut}"))),
        };
    };
    let overlap = |what| Err(InvalidMethod::Overlap(other.clone(), code.to_owned(), what));
    match (*ends, begins) {
        (None, None) => overlap("every number".to_owned()),
        (None, Some((cut, _))) => overlap(format!("what lies above {cut}")),
        (Some((cut, _)), None) => overlap(format!("what lies below {cut}")),
        (Some((end, _)), Some((begin, _))) if end < begin => {
            Err(InvalidMethod::Gap(format!("what lies between {end} and {begin}")))
        }
        (Some((end, _)), Some((begin, _))) if begin < end => {
            overlap(format!("what lies between {begin} and {end}"))
        }
        (Some((cut, Side::Lower)), Some((_, Side::Upper))) => overlap(cut.to_string()),
        (Some((cut, Side::Upper)), Some((_, Side::Lower))) => {
            Err(InvalidMethod::Gap(cut.to_string()))
        }
        (Some(_), begins) => Ok(begins),
    }
}

impl From<super::Bands> for Bands {
    fn from(bands: super::Bands) -> Self {
        let cut = |index: Option<usize>| index.and_then(|index| bands.cuts.get(index)).copied();
        let at = |cut: Cut, side| cut.filter(|cut| cut.1 == side).map(|cut| cut.0);
        let band = bands.bands.iter().enumerate().map(|(index, band)| {
            let (begins, ends) = (cut(index.checked_sub(1)), cut(Some(index)));
            Band {
                code: band.code.clone(),
                from: at(begins, Side::Upper),
                above: at(begins, Side::Lower),
                up_to: at(ends, Side::Lower),
                below: at(ends, Side::Upper),
                neutral: bands.neutral == Some(index),
                labels: band.labels.clone(),
            }
        });
        Bands { band: band.collect() }
    }
}

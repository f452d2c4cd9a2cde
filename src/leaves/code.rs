//! [`Code`]: the number of a policy field, a goal or a task field.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::error::Error;
use crate::error::Problem;
use crate::leaves::text::{equals_text, serde_as_text};

/// The number of a policy field, a goal or a task field in its document, such as `2.3.4` (Dutch:
/// *code*, *nummer*).
///
/// It has 1 to 16 parts with points between them. A part is one of these:
/// - a whole number of at most nine digits, without leading zeros (`2`)
/// - a letter (`a`)
/// - a number followed by a letter (`71a`)
/// - a Roman numeral in capitals (`IV`)
///
/// Codes are ordered part by part, and numbers by their value: `2.3.4` < `2.3.10`. `0.1` and `0.10`
/// are different codes, as they are in the list of task fields (*taakvelden*) of the Iv3 decree.
/// Roman numerals from I to XXXIX are ordered by their value and come after the letters: `A` < `C`
/// < `I` < `IV` < `IX`.
///
/// ```
/// use beleid::Code;
///
/// let code: Code = "2.3.10".parse()?;
/// assert!(code > "2.3.9".parse()?);
/// assert_eq!(code.parent(), Some("2.3".parse()?));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "nummer")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Code(Box<str>);

const MAX_PARTS: usize = 16;
const MAX_DIGITS: usize = 9;

impl Code {
    /// The code without its last part: `2.3` for `2.3.4`. `None` if there is one part only.
    ///
    /// ```
    /// use beleid::Code;
    ///
    /// let code: Code = "2.3.4".parse()?;
    /// assert_eq!(code.parent(), Some("2.3".parse()?));
    /// assert_eq!("2".parse::<Code>()?.parent(), None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn parent(&self) -> Option<Code> {
        self.0.rsplit_once('.').map(|(parent, _)| Code(parent.into()))
    }

    /// Whether `other` begins with all parts of this code and has more: `2.3` contains `2.3.4`, but
    /// not `2.3` itself.
    ///
    /// ```
    /// use beleid::Code;
    ///
    /// let code: Code = "2.3.4".parse()?;
    /// assert!("2.3".parse::<Code>()?.contains(&code));
    /// assert!(!"2.3.40".parse::<Code>()?.contains(&code));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn contains(&self, other: &Code) -> bool {
        other.0.strip_prefix(&*self.0).is_some_and(|rest| rest.starts_with('.'))
    }

    /// The number of parts: 3 for `2.3.4`.
    ///
    /// ```
    /// use beleid::Code;
    ///
    /// let code: Code = "2.3.4".parse()?;
    /// assert_eq!(code.depth(), 3);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn depth(&self) -> usize {
        self.0.split('.').count()
    }

    /// The code as text.
    ///
    /// ```
    /// use beleid::Code;
    ///
    /// let code: Code = "2.3.4".parse()?;
    /// assert_eq!(code.as_str(), "2.3.4");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parts(&self) -> impl Iterator<Item = (Option<u32>, u8, &str)> {
        self.0.split('.').map(|part| {
            let letter = part.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = part.strip_suffix(letter).unwrap_or(part);
            (digits.parse().ok(), roman(part).unwrap_or(0), letter)
        })
    }

    fn check(text: &str) -> Result<(), (usize, Problem)> {
        if text.is_empty() {
            return Err((0, Problem::Empty));
        }
        let mut at = 0;
        for (index, part) in text.split('.').enumerate() {
            if index == MAX_PARTS {
                return Err((at, Problem::TooManySegments));
            }
            check_part(part).map_err(|(offset, problem)| (at + offset, problem))?;
            at += part.len() + 1;
        }
        Ok(())
    }
}

/// The number of a Roman numeral from I to XXXIX, in capitals. No list of fields is longer, and
/// larger ones would take the letters C, D, L and M.
fn roman(part: &str) -> Option<u8> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let ones = part.trim_start_matches('X');
    let tens = part.len() - ones.len();
    // IX ends in the sign for ten.
    let ones = ONES.iter().position(|numeral| *numeral == ones)?;
    let number = u8::try_from(tens * 10 + ones).ok()?;
    (tens <= 3 && number > 0).then_some(number)
}

fn check_part(part: &str) -> Result<(), (usize, Problem)> {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let letters = part.bytes().skip(digits).take_while(u8::is_ascii_alphabetic).count();
    if part.is_empty() {
        Err((0, Problem::ExpectedSegment))
    } else if digits > MAX_DIGITS {
        Err((MAX_DIGITS, Problem::LongSegment))
    } else if digits > 1 && part.starts_with('0') {
        Err((0, Problem::LeadingZero))
    } else if roman(part).is_some() {
        Ok(())
    } else if letters > 1 {
        Err((digits + 1, Problem::ExpectedSegment))
    } else if digits + letters < part.len() {
        Err((digits + letters, Problem::ExpectedSegment))
    } else {
        Ok(())
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(other.parts())
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.0)
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Code {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<Code> for String {
    fn from(code: Code) -> String {
        code.0.into()
    }
}

// Not `Borrow<str>`: a code is ordered by its parts, and a text by its bytes.
equals_text!(Code);

impl FromStr for Code {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match Self::check(text) {
            Ok(()) => Ok(Code(text.into())),
            Err((at, problem)) => Err(Error::new("code", text, at, problem)),
        }
    }
}

serde_as_text!(Code, "a code as a string, such as \"2.3.4\"", Code::as_str, {
    description: "The number of a policy field or another part in its document (Dutch: *code*, \
        *nummer*). One to 16 parts with points between them; a part is a whole number of at most \
        nine digits without leading zeros, a letter, a number and a letter, or a Roman numeral in \
        capitals up to XXXIX. `0.1` and `0.10` are different codes.",
    pattern: concat!(
        r"^(?:(?:0|[1-9][0-9]{0,8})[A-Za-z]?|[A-Za-z]|X{0,3}(?:I{1,3}|IV|V|VI{1,3}|IX)|XX|XXX)",
        r"(?:\.(?:(?:0|[1-9][0-9]{0,8})[A-Za-z]?|[A-Za-z]|",
        r"X{0,3}(?:I{1,3}|IV|V|VI{1,3}|IX)|XX|XXX)){0,15}$",
    ),
    examples: ["2.3.4", "6.71a"],
});

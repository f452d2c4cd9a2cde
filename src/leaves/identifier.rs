//! [`Identifier`]: the code of something in a list outside the document.

use crate::leaves::text::{PHRASE, text_leaf};

text_leaf! {
    /// The list that a code comes from (Dutch: *codestelsel*). Any text is allowed; the common
    /// lists are constants.
    ///
    /// ```
    /// use beleid::IdentifierScheme;
    ///
    /// assert_eq!(IdentifierScheme::new("iv3")?, IdentifierScheme::IV3);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "codestelsel")]
    IdentifierScheme, "identifier scheme", PHRASE, {
        /// *Informatie voor derden*: the task fields and economic categories that Dutch public
        /// bodies report by.
        #[doc(alias = "informatie voor derden")]
        IV3 = "iv3";
        /// Iv3: items of the balance sheet (*balanscodes*), such as `A111`.
        #[doc(alias = "balanscode")]
        IV3_BALANCE = "iv3_balance";
        /// The mandatory indicators of the *Besluit begroting en verantwoording* (BBV).
        #[doc(alias = "besluit begroting en verantwoording")]
        BBV = "bbv";
        /// The indicators of the Sustainable Development Goals.
        SDG = "sdg";
        /// The codes of Statistics Netherlands (CBS), also for public bodies and areas.
        #[doc(alias = "centraal bureau voor de statistiek")]
        CBS = "cbs";
    }
}

/// The code of something in a list outside the document (Dutch: *code in een stelsel*), such as
/// task field `0.1` of Iv3.
///
/// ```
/// use beleid::{Identifier, IdentifierScheme};
///
/// let code = Identifier::new(IdentifierScheme::IV3, "0.1");
/// assert_eq!((code.scheme.as_str(), &*code.code), ("iv3", "0.1"));
/// ```
#[doc(alias = "externe code")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Identifier {
    /// The list that the code comes from.
    pub scheme: IdentifierScheme,
    /// The code, as it is written in that list.
    pub code: String,
}

impl Identifier {
    /// A code from a list.
    ///
    /// ```
    /// use beleid::{Identifier, IdentifierScheme};
    ///
    /// assert_eq!(Identifier::new(IdentifierScheme::SDG, "9.1.1").code, "9.1.1");
    /// ```
    pub fn new(scheme: IdentifierScheme, code: impl Into<String>) -> Self {
        Identifier { scheme, code: code.into() }
    }
}

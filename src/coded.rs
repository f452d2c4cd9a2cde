//! `coded!`: defines an enum whose variants have stable codes.
//!
//! The code is used for printing, for parsing and on the wire, so that these can't differ. Some
//! enums also have a text for people in each language.

/// Defines an enum whose variants have stable codes, with:
///
/// - `code()`, `ALL`, and `Display` and `FromStr` by the code;
/// - with the feature `serde`, `Serialize` and `Deserialize` by the code;
/// - with the feature `schema`, the JSON Schema with the codes as constants;
/// - `text(Language)` if the variants have texts.
///
/// For example:
/// ```text
/// coded! {
///     /// Whether a target is met.
///     Outcome, "outcome" {
///         /// It is met.
///         Met = "met", en "met", nl "gehaald";
///         /// It is missed.
///         Missed = "missed", en "missed", nl "niet gehaald";
///     }
/// }
/// ```
///
/// `"outcome"` names the enum in error messages. `in "methods"` after it names the public module
/// if that isn't the root. `Html if "html" = "html";` is a variant that exists with a feature only.
macro_rules! coded {
    (
        $(#[$meta:meta])*
        $name:ident, $what:literal $(, in $module:literal)? {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident $(if $feature:literal)? = $code:literal
                $(, en $english:literal, nl $dutch:literal)?;
            )*
        }
    ) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
        $(#[$meta])*
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $(#[cfg(feature = $feature)])?
                #[cfg_attr(feature = "serde", serde(rename = $code))]
                $variant,
            )*
        }

        impl $name {
            /// All variants, in ascending order.
            ///
            /// ```
            #[doc = concat!("use beleid::", $($module, "::",)? stringify!($name), ";")]
            ///
            #[doc = concat!("for each in ", stringify!($name), "::ALL {")]
            /// assert_eq!(each.code().parse(), Ok(*each));
            /// assert_eq!(each.to_string(), each.code());
            /// }
            /// ```
            pub const ALL: &'static [Self] =
                &[$($(#[cfg(feature = $feature)])? $name::$variant),*];

            /// The stable code, by which the value prints, parses and serialises.
            ///
            /// ```
            #[doc = concat!("use beleid::", $($module, "::",)? stringify!($name), ";")]
            ///
            #[doc = concat!("let codes = [", $("(", stringify!($name), "::", stringify!($variant), ", \"", $code, "\"), ",)* "];")]
            /// assert!(codes.into_iter().all(|(each, code)| each.code() == code));
            /// ```
            pub const fn code(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? $name::$variant => $code,)*
                }
            }
        }

        crate::coded::text_of! {
            $name, concat!($($module, "::",)? stringify!($name)),
            $($variant [$($english, $dutch)?])*
        }

        impl std::fmt::Display for $name {
            /// Its code, padded.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(code: &str) -> Result<Self, crate::error::Error> {
                const CODES: &[&str] = &[$($(#[cfg(feature = $feature)])? $code),*];
                match code {
                    $($(#[cfg(feature = $feature)])? $code => Ok($name::$variant),)*
                    _ => Err(crate::error::Error::new(
                        $what,
                        code,
                        0,
                        crate::error::Problem::UnknownCode(CODES),
                    )),
                }
            }
        }
    };
}
pub(crate) use coded;

/// The text for people of an enum that [`coded!`] defines, if its variants have texts.
macro_rules! text_of {
    ($name:ident, $path:expr, $($variant:ident [])*) => {};
    ($name:ident, $path:expr, $($variant:ident [$english:literal, $dutch:literal])*) => {
        impl $name {
            /// The text for people, in a form that fits within a sentence.
            ///
            /// ```
            #[doc = concat!("use beleid::", $path, ";")]
            ///
            #[doc = concat!("let texts = [", $("(", stringify!($name), "::", stringify!($variant), ", \"", $english, "\", \"", $dutch, "\"), ",)* "];")]
            /// for (each, english, dutch) in texts {
            ///     assert_eq!(each.text(beleid::Language::English), english);
            ///     assert_eq!(each.text(beleid::Language::Dutch), dutch);
            /// }
            /// ```
            pub const fn text(self, language: crate::language::Language) -> &'static str {
                match (self, language) {
                    $(
                        ($name::$variant, crate::language::Language::English) => $english,
                        ($name::$variant, crate::language::Language::Dutch) => $dutch,
                    )*
                }
            }
        }
    };
}
pub(crate) use text_of;

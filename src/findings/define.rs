//! `rules!`: defines the rules and what their findings say, from one table.

/// Defines [`Rule`](super::rule::Rule) and [`Message`](super::rule::Message) from one table. An entry
/// is a rule with its code, its severity, its help in English and Dutch, and its messages. `off` after the
/// severity is a rule that reports nothing unless it is switched on.
///
/// A message has named arguments and a text in both languages, in which an argument stands by its
/// name. `cells: usize as CELLS` prints an argument by a [style](super::style), as *3 cells*. The
/// arguments after `each` differ from cell to cell: findings of one table (of one field for advice,
/// and outside tables) whose other arguments are the same have one cause, and become one finding. A
/// message without `each` is never gathered.
macro_rules! rules {
    ($(
        $(#[$meta:meta])*
        $rule:ident = $code:literal, $severity:ident $(, $off:ident)? {
            $english_help:literal,
            $dutch_help:literal;
            $(
                $message:ident {
                    $($cause:ident: $cause_type:ty $(as $cause_style:ident)?),*
                }
                $(each { $($own:ident: $own_type:ty $(as $own_style:ident)?),* })?
                = $english:literal,
                $dutch:literal;
            )*
        }
    )*) => {
        /// A kind of finding (Dutch: *regel*), with a stable code, a default severity and help. Some are
        /// off until [`Rules`](crate::Rules) switch them on. All rules are listed in RULES.md.
        ///
        /// ```
        /// use beleid::{Language, Rule, Severity};
        ///
        /// let rule = Rule::RowMisaligned;
        /// assert_eq!(rule.code(), "row-misaligned");
        /// assert_eq!(rule.severity(), Severity::Warning);
        /// assert!(rule.help(Language::Dutch).starts_with("Deze rij"));
        /// ```
        #[doc(alias = "regel")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$meta])* $rule,)*
        }

        impl Rule {
            /// All rules, in the order of RULES.md.
            ///
            /// ```
            /// assert!(beleid::Rule::ALL.contains(&beleid::Rule::DuplicateId));
            /// ```
            pub const ALL: &'static [Rule] = &[$(Rule::$rule),*];

            /// Its code, which stays the same between versions.
            ///
            /// ```
            /// assert_eq!(beleid::Rule::DuplicateId.code(), "duplicate-id");
            /// ```
            pub fn code(self) -> &'static str {
                match self {
                    $(Rule::$rule => $code,)*
                }
            }

            /// How severe its findings are, unless [`Rules`](crate::Rules) say otherwise. A rule that is off
            /// by default has this severity once it is switched on.
            ///
            /// ```
            /// assert_eq!(beleid::Rule::DuplicateId.severity(), beleid::Severity::Error);
            /// ```
            pub fn severity(self) -> Severity {
                match self {
                    $(Rule::$rule => Severity::$severity,)*
                }
            }

            /// Its severity where [`Rules`](crate::Rules) say nothing of it: `None` if it is off until they
            /// switch it on.
            ///
            /// ```
            /// use beleid::{Rule, Severity};
            ///
            /// assert_eq!(Rule::DuplicateId.default_severity(), Some(Severity::Error));
            /// assert_eq!(Rule::KeyFigureMissing.default_severity(), None, "that is for who asks for it");
            /// ```
            pub fn default_severity(self) -> Option<Severity> {
                match self {
                    $(Rule::$rule => default_of!($severity $(, $off)?),)*
                }
            }

            /// What it means, and what can be done about it.
            ///
            /// ```
            /// let help = beleid::Rule::DuplicateId.help(beleid::Language::English);
            /// assert!(help.starts_with("An id identifies one part"));
            /// ```
            pub fn help(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Rule::$rule, Language::English) => $english_help,
                        (Rule::$rule, Language::Dutch) => $dutch_help,
                    )*
                }
            }

            /// The patterns of its messages in a language, with the names of their arguments in braces.
            ///
            /// ```
            /// use beleid::{Language, Rule};
            ///
            /// let patterns = Rule::DuplicateId.patterns(Language::English);
            /// assert_eq!(patterns, ["the id {id} stands for {first} already"]);
            /// ```
            pub fn patterns(self, language: Language) -> &'static [&'static str] {
                match (self, language) {
                    $(
                        (Rule::$rule, Language::English) => &[$($english),*],
                        (Rule::$rule, Language::Dutch) => &[$($dutch),*],
                    )*
                }
            }
        }

        /// What a finding says (Dutch: *melding*): one of the messages of its rule, with its arguments.
        /// [`text`](Self::text) is the message in Dutch or English.
        ///
        /// ```
        /// use beleid::{Language, Message, Rule};
        ///
        /// let message = Message::NoTarget { name: "Aantal winkels".into() };
        /// assert_eq!(message.rule(), Rule::NoTarget);
        /// assert_eq!(message.text(Language::English), "\"Aantal winkels\" has no target");
        /// assert_eq!(message.text(Language::Dutch), "\"Aantal winkels\" heeft geen streefwaarde");
        /// ```
        #[doc(alias = "melding")]
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
        #[non_exhaustive]
        #[allow(missing_docs, reason = "the text of a variant names its arguments")]
        pub enum Message {
            $($(
                #[doc = concat!("*", $english, "*")]
                $message {
                    $($cause: $cause_type,)*
                    $($($own: $own_type,)*)?
                },
            )*)*
        }

        impl Message {
            /// The rule whose finding says this.
            ///
            /// ```
            /// assert_eq!(beleid::Message::NoHeading {}.rule(), beleid::Rule::MissingHeading);
            /// ```
            pub fn rule(&self) -> Rule {
                match self {
                    $($(Message::$message { .. } => Rule::$rule,)*)*
                }
            }

            /// Writes the message in a language.
            pub(super) fn write(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $($(
                        Message::$message { $($cause,)* $($($own,)*)? } => {
                            $(let $cause = shown!($cause, language $(, $cause_style)?);)*
                            $($(let $own = shown!($own, language $(, $own_style)?);)*)?
                            match language {
                                Language::English => write!(f, $english),
                                Language::Dutch => write!(f, $dutch),
                            }
                        }
                    )*)*
                }
            }

            /// Its cause: what findings of a table have in common that become one. `None` if each
            /// stands alone.
            #[cfg_attr(not(feature = "read"), allow(dead_code))]
            pub(crate) fn cause(&self) -> Option<Cause<'_>> {
                match self {
                    $($(
                        Message::$message { $($cause,)* .. } => {
                            let each: &[&[&str]] = &[$(&[$(stringify!($own)),*])?];
                            (!each.is_empty()).then_some(Cause::$message { $($cause,)* })
                        }
                    )*)*
                }
            }

            /// What stands for the cell that it is about, among others with the same cause.
            pub(crate) fn example(&self) -> Option<Quote> {
                let own: &[&dyn Argument] = match self {
                    $($(
                        Message::$message { $($($own,)*)? .. } => &[$($($own as &dyn Argument,)*)?],
                    )*)*
                };
                own.first()?.quote()
            }
        }

        /// What findings that become one have in common.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(not(feature = "read"), allow(dead_code))]
        pub(crate) enum Cause<'m> {
            $($($message { $($cause: &'m $cause_type,)* },)*)*
        }
    };
}
pub(super) use rules;

/// The severity of a rule by default: none if it is off.
macro_rules! default_of {
    ($severity:ident) => {
        Some(Severity::$severity)
    };
    ($severity:ident, off) => {
        None
    };
}
pub(super) use default_of;

/// An argument as it prints in a language, by its style if it has one.
macro_rules! shown {
    ($argument:ident, $language:ident) => {
        Plain { argument: $argument, language: $language }
    };
    ($argument:ident, $language:ident, $style:ident) => {
        Styled { argument: $argument, language: $language, style: $style }
    };
}
pub(super) use shown;

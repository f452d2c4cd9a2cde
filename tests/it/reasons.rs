//! The one vocabulary of reasons.

use std::collections::HashSet;

use beleid::{Language, Reason};

#[test]
fn each_reason_has_one_code_and_two_texts() {
    for language in [Language::Dutch, Language::English] {
        let texts: HashSet<&str> = Reason::ALL.iter().map(|reason| reason.text(language)).collect();
        assert_eq!(texts.len(), Reason::ALL.len(), "two reasons with one text in {language:?}");
        for text in texts {
            assert!(text.starts_with(char::is_lowercase) && !text.ends_with('.'), "{text}");
        }
    }
    let codes: HashSet<&str> = Reason::ALL.iter().map(|reason| reason.code()).collect();
    assert_eq!(codes.len(), Reason::ALL.len());
    for reason in Reason::ALL {
        let code = reason.code();
        assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{code}");
        assert_eq!(code.parse(), Ok(*reason));
        assert_eq!(format!("{reason:>30}|{reason:<30}|"), format!("{code:>30}|{code:<30}|"));
        let json = serde_json::to_string(reason).unwrap();
        assert_eq!(json, format!("\"{code}\""));
        assert_eq!(serde_json::from_str::<Reason>(&json).unwrap(), *reason);
        let bytes = postcard::to_stdvec(reason).unwrap();
        assert_eq!(postcard::from_bytes::<Reason>(&bytes).unwrap(), *reason);
    }
}

#[test]
fn an_unknown_code_is_refused() {
    let refused = |code: &str| code.parse::<Reason>().unwrap_err().to_string();
    let problem =
        format!("expected one of {} codes, from no-target to not-built", Reason::ALL.len());
    assert_eq!(refused("no-idea"), format!(r#"invalid reason "no-idea" at byte 0: {problem}"#));
    assert_eq!(refused("No-Target"), format!(r#"invalid reason "No-Target" at byte 0: {problem}"#));
    assert!(serde_json::from_str::<Reason>("\"no-idea\"").is_err());
    assert!(serde_json::from_str::<Reason>("7").is_err());
}

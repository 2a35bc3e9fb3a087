//! `mapping` knows without a parser which texts are identifiers; syn, which parses the generated
//! code, must agree.

use mapping::{KEYWORDS, is_identifier, method, pascal, snake};

/// The strict, reserved and weak keywords in the Rust Reference, and former ones. syn decides which of
/// them are identifiers; a keyword that `mapping` lacks is found here.
const WORDS: &str = "
    Self abstract alignof as async auto await become box break catch const continue crate default do
    dyn else enum extern false final fn for gen if impl in let loop macro macro_rules match mod move
    mut offsetof override priv proc pub pure raw ref return safe self sizeof static struct super trait
    true try type typeof union unsafe unsized use virtual where while yeet yield
";

/// Fails if mapping and syn disagree about a text.
#[track_caller]
fn compare(text: &str) {
    let parsed = syn::parse_str::<syn::Ident>(text);
    // syn skips white space and comments around an identifier, and accepts a raw one. It does not know
    // the keyword of edition 2024, in which the client is compiled.
    let is_other = text.starts_with("r#") || text == "gen";
    let parsed = parsed.is_ok_and(|ident| ident == text && !is_other);
    assert_eq!(is_identifier(text), parsed, "{text:?}");
}

/// A sample of all characters: the lower planes in full, of the others every 97th.
fn characters() -> impl Iterator<Item = char> {
    let sample = (0x3000..=u32::from(char::MAX)).step_by(97);
    (0..0x3000).chain(sample).filter_map(char::from_u32)
}

#[test]
fn keywords_are_those_of_syn() {
    for keyword in KEYWORDS {
        let is_known = keyword == "gen" || syn::parse_str::<syn::Ident>(keyword).is_err();
        assert!(is_known && !is_identifier(keyword), "{keyword}");
    }
    let letters = || ('a'..='z').map(String::from);
    let pairs = || letters().flat_map(move |a| letters().map(move |b| format!("{a}{b}")));
    let short = letters()
        .chain(pairs())
        .chain(pairs().flat_map(|a| letters().map(move |b| a.clone() + &b)));
    short.for_each(|text| compare(&text));
    let texts =
        ["Abstract", "SELF", "Super", "_", "__", "_a", "", "r#type", "r#a", "'a", "a b", " a"];
    let more = ["a ", "a/**/", "1", "1a", "a-b", "a.b", "$a"];
    for word in WORDS.split_whitespace().chain(texts).chain(more) {
        compare(word);
    }
    for keyword in KEYWORDS {
        compare(&keyword.to_uppercase());
        compare(&format!("{keyword}_"));
        compare(&format!("_{keyword}"));
    }
}

#[test]
fn characters_of_identifiers_are_those_of_syn() {
    for c in characters() {
        compare(&c.to_string());
        compare(&format!("a{c}"));
        compare(&format!("_{c}"));
    }
}

#[test]
fn every_text_becomes_an_identifier() {
    let check = |text: &str| {
        for name in [pascal(text), snake(text), method(text)] {
            assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{text:?} becomes {name:?}");
        }
    };
    for keyword in KEYWORDS {
        for text in [
            keyword.to_owned(),
            keyword.to_uppercase(),
            format!("{keyword}_"),
            format!("_{keyword}"),
        ] {
            check(&text);
        }
    }
    for c in characters() {
        for text in [
            c.to_string(),
            format!("a{c}"),
            format!("{c}a"),
            format!("1{c}"),
            format!("_{c}"),
            format!("a{c}b"),
        ] {
            check(&text);
        }
    }
}

//! What matches, as regress sees it; and that every match ends.

use super::{Budget, Pattern, TooCostly};

const PATTERNS: &str = r#"
a
^a+$
^(a|ab)(c|bcd)(d*)$
^(?:a{2,3}){2}$
^a{0}$
^[^a-c\]]+$
[]
[^]
^\d{1,3}(\.\d{1,3}){3}$
^(?=.*\d)(?=.*[a-z]).{4,}$
^(?!a).*$
(?<=a)b
(?<!a)b
(?<=(\d+)(\d+))x
^(\w)\1$
^(?:(a)|b)*\1$
^(?<one>a|b)\k<one>$
(a*)*\1b
\bfoo\b
o\B
^.$
^\s\S$
^\x61\u0062\cJ?$
^\u{1F600}$
^\ud83d\ude00$
^\p{Lu}\P{Lu}$
a{2
a{,3}
x{0,2}?y
^(a?){3}a{3}$
^(|a)+$
^((a)|(b))*?$
\1(a)
\01?a
^[\w-]+@[\d.]+$
^(?:|.)(?:\.|$)
\/\-\_
^$|^x
"#;

const TEXTS: [&str; 22] = [
    "",
    "a",
    "aa",
    "aaa",
    "aaaaaa",
    "b",
    "bb",
    "ab",
    "abcd",
    "ba",
    "1.2.3.40",
    "a1b2c3",
    "foo",
    "a foo b",
    "12x",
    "\u{1F600}",
    "Éa",
    "\n",
    " x",
    "a{,3}",
    "ab\n",
    "/-_",
];

#[test]
fn patterns_match_as_regress_matches_them() {
    for text in PATTERNS.lines().filter(|line| !line.is_empty()) {
        let other = regress::Regex::with_flags(text, "u").or_else(|_| regress::Regex::new(text));
        let other = other.expect(text);
        let Ok(Some(pattern)) = Pattern::new(text) else { panic!("`{text}` is not read") };
        for input in TEXTS {
            let expected = Ok(other.find(input).is_some());
            assert_eq!(pattern.is_in(input, &Budget::default()), expected, "`{text}` in {input:?}");
        }
    }
}

/// Patterns of random parts, over short texts.
#[test]
fn random_patterns_match_as_regress_matches_them() {
    let mut random = fastrand::Rng::with_seed(12);
    const PARTS: [&str; 30] = [
        "a", "b", "a", "b", ".", "[ab]", "[^a]", "(", "(?:", "(?=", "(?!", "(?<=", "(?<!", ")",
        ")", ")", "|", "*", "+", "?", "{2}", "{1,2}", "{0,}", "??", "*?", "^", "$", "\\b", "\\1",
        "\\2",
    ];
    let mut read = 0;
    while read < 20_000 {
        let text: String =
            (0..random.usize(1..9)).map(|_| PARTS[random.usize(..PARTS.len())]).collect();
        let Ok(other) = regress::Regex::with_flags(&text, "u") else { continue };
        let Ok(Some(pattern)) = Pattern::new(&text) else { panic!("`{text}` is not read") };
        for _ in 0..4 {
            let input: String = (0..random.usize(..6))
                .map(|_| random.choice(['a', 'b']).expect("a letter"))
                .collect();
            let expected = Ok(other.find(&input).is_some());
            assert_eq!(
                pattern.is_in(&input, &Budget::default()),
                expected,
                "`{text}` in {input:?}"
            );
        }
        read += 1;
    }
}

#[test]
fn other_dialects_are_not_read() {
    for text in [r"\Aa", r"a\z", r"\p{Print}", "(?i)a", "(?i:a)", "(?P<n>a)", "a++", "("] {
        assert!(matches!(Pattern::new(text), Ok(None)), "{text}");
    }
}

#[test]
fn a_match_ends_whatever_the_pattern() {
    let long = "a".repeat(100_000);
    for (pattern, text, expected) in [
        (r"^(?:a{1000}){1000}$", &long[..2000], Err(TooCostly)),
        (r"^((a{99}){99}){99}$", &long[..100], Ok(false)),
        (r"^(a*)*\1*\1*\1*b", &long[..200], Err(TooCostly)),
        (r"^.{0,1000000}$", &long[..200], Ok(true)),
        (r"(.*)(.*)(.*)(.*)(.*)x", &long[..], Err(TooCostly)),
        (r"^[a-z0-9+/]+=?$", &long[..], Ok(true)),
    ] {
        let found =
            Pattern::new(pattern).map(|read| read.expect(pattern).is_in(text, &Budget::default()));
        assert_eq!(found, Ok(expected), "{pattern}");
    }
}

#[test]
fn long_patterns_do_not_exhaust_the_stack() {
    for part in ["a|", "(a)", "a?", "(?:", "[ab]", "(?=a)", "a{2}"] {
        let pattern = part.repeat(4096 / part.len());
        let read = Pattern::new(&pattern).expect("a pattern that is not too long");
        read.map(|pattern| pattern.is_in("ab", &Budget::default()));
    }
    assert_eq!(Pattern::new(&"a|".repeat(2049)).err(), Some(TooCostly));
}

/// A pattern, the part that means something else, and what to write.
const OTHER_DIALECTS: &[(&str, &str, &str)] = &[
    (r"\Aa\z", r"\A", "write `^`"),
    (r"^a\Z", r"\Z", "write `$`"),
    (r"^\Qa.b\E$", r"\Qa.b\E", "escape each special character with a backslash"),
    (r"^\h+$", r"\h", r"write `[ \t]`"),
    (r"^\p{IsLatin}$", r"\p{IsLatin}", r"write `\p{Script=Latin}`"),
    (r"^\pL$", r"\pL", r"write `\p{L}`"),
    (r"^\p{Alnum}$", r"\p{Alnum}", "write `[A-Za-z0-9]`"),
    (r"^[\p{IsAlpha}]\@$", r"\p{IsAlpha}", r"property that ECMA-262 has"),
    (r"^\p{L}\@$", r"\p{L}", r"write `@`, not `\@`"),
    (r"^\x{41}$", r"\x{41}", r"write `\xHH`"),
    (r"^(a)\2$", r"\2", "correct the number"),
    (r"^a{,3}$", "{,3}", "write `{0,3}`"),
    (r"^a{1, 3}$", "{1, 3}", "write `{1,3}`"),
    (r"^[[:alpha:]_]$", "[:alpha:]", "write `A-Za-z` in its place"),
    (r"^[:digit:]+$", "[:digit:]", "write `[0-9]`"),
    (r"^[a-z&&[^b]]$", "&&", "write a lookahead"),
    (r"^[\w&&\D]$", "&&", "write a lookahead"),
    (r"^[a-z-[b]]$", "[a-z-[b]]", "write one class, or a lookahead"),
    (r"^[]a]$", "[]", r"write `\]`"),
    (r"/^a$/i", "/^a$/i", "write `^a$`, with both cases"),
    (r"/[a-z]+/g", "/[a-z]+/g", "write `[a-z]+`"),
    (r"#^a$#", "#^a$#", "write `^a$`"),
    (r"^\\d{3}$", r"\\d", r"write `\d`"),
    ("^\u{8}a", "\u{8}", "or use single quotes"),
];

#[test]
fn parts_of_other_dialects_are_found() {
    for (pattern, part, help) in OTHER_DIALECTS {
        let remarks = Pattern::remarks(pattern);
        let found = remarks.first().unwrap_or_else(|| panic!("nothing in `{pattern}`"));
        assert_eq!(found.part, *part, "`{pattern}`");
        assert!(found.help.contains(help), "`{pattern}`: {}", found.help);
        let written: String = pattern.chars().skip(found.at).collect();
        assert!(written.starts_with(part), "`{pattern}`: {}", found.at);
    }
}

#[test]
fn patterns_of_ecma_262_have_no_remark() {
    let own = [
        r"^[a-z\d_-]{1,63}$",
        r"^\p{Script=Latin}\p{L}+$",
        r"^(\w)\1(?<a>b)\k<a>$",
        r"^\{[^{}]*\}$",
        r"^{id}$",
        r"^[&|]&&[&]$",
        r"[:,;]+",
        r"^/v1/[a-z]+/$",
        r"/api/",
        r"^[[\]]$",
        r"^\u{1F600}\u0041\x41$",
        r"^[A-Z]:\\\w+$",
        r"[]",
        r"^\/\-\_\@$",
        r"^[^]$",
        r"\0\cJ\t",
    ];
    for pattern in own.into_iter().chain(PATTERNS.lines().filter(|line| !line.contains("{,"))) {
        assert_eq!(Pattern::remarks(pattern), [], "`{pattern}`");
    }
}

/// An invalid pattern, how many characters are before the fault, and the fault.
const INVALID: &[(&str, usize, &str)] = &[
    (r"^[a-z", 1, "["),
    (r"é(a(b)", 1, "("),
    (r"a)", 1, ")"),
    (r"a|*", 2, "*"),
    (r"(?:+)", 3, "+"),
    (r"a**", 2, "*"),
    (r"a++b", 1, "++"),
    (r"a{2,1}", 1, "{2,1}"),
    (r"{2}", 0, "{2}"),
    (r"[z-a]", 1, "z-a"),
    (r"[\d_-Z]\w", 3, "_-Z"),
    (r"ab\", 2, r"\"),
    (r"(?i)a", 0, "(?i)"),
    (r"x(?P<year>\d)", 1, "(?P<"),
    (r"(?#a)", 0, "(?#a)"),
    (r"(?>a)", 0, "(?>a)"),
];

#[test]
fn the_place_of_a_fault_is_found() {
    for (pattern, at, part) in INVALID {
        let fault = Pattern::fault(pattern).expect("is short").expect(pattern);
        assert_eq!((fault.at, &*fault.part), (*at, *part), "`{pattern}`");
    }
    assert_eq!(Pattern::fault(&"(".repeat(5000)), Err(TooCostly));
}

#[test]
fn no_pattern_is_too_odd_to_be_looked_at() {
    let mut random = fastrand::Rng::with_seed(7);
    let parts = [
        "[",
        "]",
        "^",
        "$",
        "(",
        ")",
        "?",
        "*",
        "+",
        "{",
        "}",
        ",",
        "1",
        "\\",
        "a",
        "é",
        ":",
        "&&",
        "-",
        "/",
        "p",
        "Q",
        "x",
        "u",
        "|",
        "<",
        "[:",
        ":]",
        "alpha",
        "\u{1F600}",
        "#",
        "k",
        " ",
    ];
    for _ in 0..4_000 {
        let length = random.usize(..12);
        let pattern: String = (0..length).map(|_| parts[random.usize(..parts.len())]).collect();
        if let Ok(Some(fault)) = Pattern::fault(&pattern) {
            let written: String = pattern.chars().skip(fault.at).collect();
            assert!(written.starts_with(&fault.part), "`{pattern}`: {fault:?}");
        }
        for remark in Pattern::remarks(&pattern) {
            let written: String = pattern.chars().skip(remark.at).collect();
            assert!(written.starts_with(&remark.part), "`{pattern}`: {remark:?}");
        }
    }
}

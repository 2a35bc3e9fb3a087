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

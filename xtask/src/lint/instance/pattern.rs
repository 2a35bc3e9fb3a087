//! Patterns of ECMA-262, which must end whatever they say.

/// A pattern, compiled.
pub struct Pattern {
    exact: regress::Regex,
    /// What does not go back in the text, if it means the same of ASCII.
    linear: Option<regex::Regex>,
    /// Whether something that varies comes often, so that each may double the time.
    is_nested: bool,
    /// How often something is repeated.
    loops: i32,
}

/// What the crate regex reads in another way than ECMA-262.
const FOREIGN: [&str; 9] = ["&&", "--", "~~", "[]", "[^]", "{,", "\\b{", "\\<", "\\>"];

impl Pattern {
    /// Compiles a pattern; one that is no regular expression has a finding of its own, and one of
    /// another dialect means something else than it says.
    pub fn new(text: &str) -> Option<Self> {
        let exact = match regress::Regex::with_flags(text, "u") {
            Err(_) if has_other_escapes(text) => return None,
            Err(_) => regress::Regex::new(text).ok()?,
            Ok(exact) => exact,
        };
        let mut pattern = Self { exact, linear: None, is_nested: false, loops: 0 };
        let is_foreign = pattern.measure(text) || FOREIGN.iter().any(|part| text.contains(part));
        if !is_foreign && (pattern.is_nested || pattern.loops > 2) {
            pattern.linear = regex::Regex::new(text).ok();
        }
        Some(pattern)
    }

    /// Whether it is found in a text, if that can be told in time.
    pub fn is_in(&self, text: &str) -> Option<bool> {
        // Steps of the one that goes back, at most.
        let steps = (text.len() as f64).powi(self.loops + 1);
        if steps < 1e6 && (!self.is_nested || text.len() < 12) {
            return Some(self.exact.find(text).is_some());
        }
        Some(self.linear.as_ref().filter(|_| text.is_ascii())?.is_match(text))
    }

    /// Counts what is repeated; tells whether a class has a bracket in it.
    fn measure(&mut self, text: &str) -> bool {
        // For each open group whether its length varies.
        let mut groups = vec![false];
        let mut choices = 0;
        let (mut in_class, mut bracket, mut group_varies) = (false, false, false);
        let mut rest = text.chars();
        while let Some(char) = rest.next() {
            let closed = std::mem::take(&mut group_varies);
            let around = groups.len() - 1;
            match char {
                '\\' => _ = rest.next(),
                ']' => in_class = false,
                '[' => bracket |= std::mem::replace(&mut in_class, true),
                _ if in_class => {}
                '(' => {
                    groups.push(false);
                    // Not a quantifier, but what kind of group it is.
                    rest = rest.as_str().strip_prefix('?').unwrap_or(rest.as_str()).chars();
                }
                ')' if around > 0 => {
                    group_varies = groups.pop().unwrap_or_default();
                    groups[around - 1] |= group_varies;
                    choices += u32::from(group_varies);
                }
                '|' => groups[around] = true,
                '?' => {
                    groups[around] = true;
                    choices += 1;
                }
                '*' | '+' => self.repeat(closed, &mut groups[around]),
                '{' if !is_count(rest.as_str()) => self.repeat(closed, &mut groups[around]),
                _ => {}
            }
        }
        // Many choices one after the other are as bad as one that is repeated.
        self.is_nested |= choices > 16;
        bracket
    }

    fn repeat(&mut self, varies: bool, around: &mut bool) {
        self.loops += 1;
        self.is_nested |= varies;
        *around = true;
    }
}

/// Whether letters are escaped that ECMA-262 knows no meaning of, as in `\A` and `\p{Print}`.
fn has_other_escapes(text: &str) -> bool {
    let mut rest = text.chars();
    std::iter::from_fn(|| rest.find(|char| *char == '\\').and_then(|_| rest.next()))
        .any(|char| char.is_ascii_alphabetic() && !"dDwWsSbBnrtvfcxuk".contains(char))
}

/// Whether what follows a brace is one number.
fn is_count(rest: &str) -> bool {
    rest.split_once('}').is_some_and(|(count, _)| count.bytes().all(|byte| byte.is_ascii_digit()))
}

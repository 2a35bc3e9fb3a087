//! The listed phrases, and how they are found.

/// A phrase that texts may not contain.
pub struct Phrase<'l> {
    pub phrase: &'l str,
    /// What to write in its place.
    pub write: &'l str,
    /// Longer phrases, which texts may contain.
    except: Vec<&'l str>,
}

/// Returns the phrases of a list, one a line: `phrase => what to write [exception, exception]`.
pub fn listed(list: &str) -> Vec<Phrase<'_>> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (phrase, rest) = line.split_once(" => ").expect("a line with ` => `");
            let (write, except) = match rest.split_once(" [") {
                Some((write, except)) => (write, except.trim_end_matches(']')),
                None => (rest, ""),
            };
            let except = except.split(", ").filter(|except| !except.is_empty()).collect();
            Phrase { phrase, write, except }
        })
        .collect()
}

impl Phrase<'_> {
    /// Returns whether a text of lower-case words contains the phrase, outside of its exceptions.
    pub fn is_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        text.match_indices(self.phrase).any(|(start, _)| {
            let end = start + self.phrase.len();
            let bytes = text.as_bytes();
            let is_whole =
                !is_word(bytes.get(start.wrapping_sub(1)).filter(|_| is_word(bytes.get(start))))
                    && !is_word(bytes.get(end));
            let is_excepted = self.except.iter().any(|except| {
                let offset = except.find(self.phrase).expect("an exception with the phrase");
                start >= offset && text[start - offset..].starts_with(except)
            });
            is_whole && !is_excepted
        })
    }
}

#[test]
fn phrases_are_found_as_whole_words_outside_of_exceptions() {
    let is_in = |text: &str| listed("is no => is not [there is no, is no longer]")[0].is_in(text);
    assert!(is_in("This is no list"));
    assert!(is_in("there is no list, and this is no object"));
    for text in ["There is no list", "it is no longer valid", "is nothing", "this no"] {
        assert!(!is_in(text), "{text}");
    }
    assert!(listed(", for it => because")[0].is_in("removed, for it fails"));
}

//! Texts shown to people contain no phrase of `words.txt`.
//!
//! `cargo test -p xtask --test words -- --nocapture` prints how often each place contains one.

mod phrases;
mod places;
mod rust_texts;
mod texts;

use phrases::Phrase;
use places::PLACES;

#[test]
fn places_contain_no_more_listed_phrases_than_allowed() {
    let phrases = phrases::listed(include_str!("words.txt"));
    let mut faults = String::new();
    for place in PLACES {
        let texts = texts::of(place);
        assert!(!texts.is_empty(), "{}: no text was found", place.name);
        let mut hits = String::new();
        let mut count = 0;
        for (file, text) in &texts {
            for Phrase { phrase, write, .. } in phrases.iter().filter(|phrase| phrase.is_in(text)) {
                count += 1;
                hits += &format!("  {file}: `{phrase}` (write: {write}) in: {text}\n");
            }
        }
        println!("{:>5} of {:>6} texts: {}", count, texts.len(), place.name);
        if count > place.allowed {
            faults += &format!(
                "{}: {count} listed phrases, {} allowed\n{hits}",
                place.name, place.allowed
            );
        }
    }
    assert!(faults.is_empty(), "{faults}help: rewrite the texts; see xtask/tests/words/words.txt");
}

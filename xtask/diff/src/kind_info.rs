//! The texts of a kind of change.

use super::impact::{Impact, Level};

/// What a kind of change finds and why that matters.
#[derive(Debug, PartialEq, Eq)]
pub struct KindInfo {
    /// The id: the subject first, then what happened to it.
    pub id: &'static str,
    /// What the kind finds.
    pub summary: &'static str,
    /// Why that matters, and to whom.
    pub rationale: &'static str,
    /// The id of the kind that is found when the documents are swapped.
    pub inverse: &'static str,
}

/// How the parts of a rationale begin, and whom each is about.
const PARTIES: [(&str, Party); 4] = [
    ("Request and response: ", |impact| impact.requests.max(impact.responses)),
    ("Request: ", |impact| impact.requests),
    ("Response: ", |impact| impact.responses),
    ("Source: ", |impact| impact.source),
];

type Party = fn(Impact) -> Level;

impl KindInfo {
    /// Returns the parts of the rationale about those on whom a change has an impact.
    ///
    /// A rationale that does not say whom it is about is one part.
    pub fn reasons(&self, impact: Impact) -> Vec<&'static str> {
        let starts = self.rationale.char_indices().map(|(start, _)| start).filter_map(|start| {
            let is_start = start == 0 || self.rationale[..start].ends_with(". ");
            let rest = self.rationale.get(start..).filter(|_| is_start)?;
            let (_, party) = PARTIES.iter().find(|(label, _)| rest.starts_with(label))?;
            Some((start, *party))
        });
        let starts: Vec<(usize, Party)> = starts.collect();
        if starts.is_empty() {
            return vec![self.rationale];
        }
        let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([self.rationale.len()]);
        let parts = starts.iter().zip(ends).filter(|((_, party), _)| party(impact) > Level::None);
        parts.map(|((start, _), end)| self.rationale[*start..end].trim_end()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::KindInfo;
    use crate::impact::{Impact, Level};

    #[test]
    fn reasons_are_those_of_the_impact() {
        let kind = |rationale| KindInfo { id: "a", summary: "", rationale, inverse: "a" };
        let all = kind("All of it. Request: it is refused. Always. Response: none. Source: no.");
        let source = Impact::source(Level::Breaking);
        assert_eq!(all.reasons(source), ["Source: no."]);
        let requests = Impact { requests: Level::Risky, ..source };
        assert_eq!(all.reasons(requests), ["Request: it is refused. Always.", "Source: no."]);
        assert!(all.reasons(Impact::NONE).is_empty());
        assert_eq!(kind("It is unknown.").reasons(Impact::NONE), ["It is unknown."]);
    }
}

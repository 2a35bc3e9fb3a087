//! The number of diagnostics of each rule.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::Checked;
use crate::rule::RuleInfo;

/// How many diagnostics a rule has in all documents.
#[derive(Serialize)]
struct Count {
    count: usize,
    rule: &'static str,
    group: &'static str,
    severity: &'static str,
    /// How many of them `--fix` can fix.
    fixable: usize,
    #[serde(skip)]
    summary: &'static str,
}

/// Returns a line for each rule with diagnostics, the most frequent rule first.
pub fn statistics(found: &[Checked]) -> String {
    let counts = counts(found);
    let width = counts.first().map_or(0, |most| most.count.to_string().len());
    let line = |count: &Count| {
        let Count { count, rule, severity, summary, .. } = count;
        format!("{count:>width$}  {severity:<8}  {rule:<36}  {summary}\n")
    };
    counts.iter().map(line).collect()
}

/// Returns one object with the counts, for programs.
pub fn statistics_json(found: &[Checked]) -> impl Serialize {
    #[derive(Serialize)]
    struct Counts {
        statistics: Vec<Count>,
    }
    Counts { statistics: counts(found) }
}

fn counts(found: &[Checked]) -> Vec<Count> {
    let mut by_rule: BTreeMap<&str, (&'static RuleInfo, usize, usize)> = BTreeMap::new();
    for diagnostic in found.iter().flat_map(|checked| &checked.diagnostics) {
        let (_, count, fixable) =
            by_rule.entry(diagnostic.rule.id).or_insert((diagnostic.rule, 0, 0));
        *count += 1;
        *fixable += usize::from(!diagnostic.fix.is_empty());
    }
    let mut counts: Vec<Count> = by_rule
        .into_values()
        .map(|(rule, count, fixable)| Count {
            count,
            rule: rule.id,
            group: rule.group.name(),
            severity: rule.severity.name(),
            fixable,
            summary: rule.summary,
        })
        .collect();
    // The sort is stable, so rules with the same count stay in the order of their ids.
    counts.sort_by_key(|count| std::cmp::Reverse(count.count));
    counts
}

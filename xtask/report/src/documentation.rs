//! The place of the documentation of a rule.

use crate::rule::RuleInfo;

/// The repository with the pages about rules.
#[derive(Clone, Debug, Default)]
pub struct Documentation {
    /// `package.repository` of the manifest, an absolute URL. By default it is unknown.
    pub repository: Option<String>,
}

impl Documentation {
    /// Returns the URL of the section about a rule, if the repository is known.
    pub fn url(&self, rule: &RuleInfo) -> Option<String> {
        let repository = self.repository.as_deref().filter(|url| url.contains("://"))?;
        let repository = repository.trim_end_matches('/').trim_end_matches(".git");
        Some(format!("{repository}/blob/HEAD/{}", section(rule)))
    }

    /// Returns the URL of the section about a rule, else its path in the repository.
    pub fn place(&self, rule: &RuleInfo) -> String {
        self.url(rule).unwrap_or_else(|| section(rule))
    }
}

fn section(rule: &RuleInfo) -> String {
    format!("{}#{}", rule.group.page(), rule.id)
}

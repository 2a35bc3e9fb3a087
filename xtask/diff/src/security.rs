//! Security schemes: which are the same for callers, and who uses them.

use std::collections::{BTreeMap, HashMap, HashSet};

use spec::{Document, Node, Operation, canonical};

use super::changes::AffectedOperation;
use super::matched::Matched;
use super::members::text;
use super::operations::{affected, own_security};

/// The schemes of two documents.
#[derive(Debug)]
pub struct Schemes<'d> {
    /// The schemes that are the same, whatever their keys are, by what a caller sends; the others
    /// by their keys.
    pub matched: Matched<Node<'d>>,
    ids: [HashMap<&'d str, String>; 2],
}

impl<'d> Schemes<'d> {
    pub fn of(base: &'d Document<'d>, head: &'d Document<'d>) -> Self {
        let list = |document: &'d Document<'d>| {
            let schemes = document.at("/components/securitySchemes");
            let schemes = schemes.into_iter().flat_map(Node::entries);
            schemes.map(|entry| entry.value).collect::<Vec<_>>()
        };
        let (base, head) = (list(base), list(head));
        let matched = Matched::of(base.clone(), head.clone())
            .by(|scheme| Some((scheme.key(), sent(scheme))))
            .by(|scheme| Some(sent(scheme)))
            .by(Node::key);
        let key = |scheme: Node<'d>| scheme.key().unwrap_or_default();
        let ids = |list: Vec<Node<'d>>| -> HashMap<&'d str, String> {
            list.into_iter().map(|scheme| (key(scheme), sent(scheme))).collect()
        };
        let mut ids = [ids(base), ids(head)];
        // A scheme that changed is still the same one. What changed of it is a change of its own.
        for &(old, new) in &matched.matched {
            ids[1].insert(key(new), sent(old));
        }
        Self { matched, ids }
    }

    /// What identifies the scheme of a key in the old or in the new document.
    pub fn id(&self, is_head: bool, key: &'d str) -> &str {
        self.ids[usize::from(is_head)].get(key).map_or(key, String::as_str)
    }
}

/// What a caller sends for a scheme, as a text that no other schemes have in common.
fn sent(scheme: Node) -> String {
    let scheme = scheme.resolve().unwrap_or(scheme);
    let said = |key| text(scheme, key);
    match said("type") {
        "apiKey" if said("in") == "header" => format!("header {}", said("name").to_lowercase()),
        "apiKey" => format!("{} {}", said("in"), said("name")),
        "http" => format!("http {}", said("scheme").to_lowercase()),
        "openIdConnect" => format!("openIdConnect {}", said("openIdConnectUrl")),
        "oauth2" => {
            let flows = scheme.get("flows").into_iter().flat_map(Node::entries);
            let flows: BTreeMap<_, _> = flows.map(|flow| (flow.key, of_flow(flow.value))).collect();
            format!("oauth2 {flows:?}")
        }
        _ => canonical(scheme),
    }
}

/// What counts of an OAuth flow: the names of its scopes, without their descriptions.
fn of_flow(flow: Node<'_>) -> BTreeMap<&str, String> {
    let members = flow.entries().filter(|member| !member.key.starts_with("x-"));
    let members = members.map(|member| match member.key {
        "scopes" => {
            let mut names: Vec<_> = member.value.entries().map(|scope| scope.key).collect();
            names.sort_unstable();
            (member.key, format!("{names:?}"))
        }
        key => (key, canonical(member.value)),
    });
    members.collect()
}

/// The names of the operations that require each scheme, by its key.
pub fn users<'d>(
    operations: impl Iterator<Item = Operation<'d>>,
) -> HashMap<&'d str, Vec<AffectedOperation>> {
    let mut users: HashMap<&str, Vec<AffectedOperation>> = HashMap::new();
    for operation in operations {
        let requirements = own_security(operation).items().flat_map(Node::entries);
        let keys: HashSet<_> = requirements.map(|scheme| scheme.key).collect();
        for key in keys {
            users.entry(key).or_default().push(affected(operation));
        }
    }
    users
}

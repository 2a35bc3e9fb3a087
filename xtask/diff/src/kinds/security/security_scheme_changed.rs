//! Changes of a security scheme.

use super::super::prelude::*;
use crate::changes::AffectedOperation;

pub static KIND: ChangeKind = ChangeKind {
    info: KindInfo {
        id: "security-scheme-changed",
        summary: "The key, type, place, name, flow or URL of a security scheme changed.",
        rationale: "Request: the server expects the credential in another place, or another kind \
                    of credential. With another URL or flow an old client may still get a \
                    credential. The key of a scheme and the descriptions of its scopes are not \
                    sent, names of headers and of HTTP schemes are case-insensitive, and a \
                    scheme that no operation requires affects no client.",
        inverse: "security-scheme-changed",
    },
    check: Check::Document(check),
    cases: &[
        Case::document(
            "
paths: {/a: {get: {operationId: A, security: [{a: []}]}}}
components: {securitySchemes: {a: {type: apiKey, in: header, name: X-A}}}
",
            "
paths: {/a: {get: {operationId: A, security: [{a: []}]}}}
components: {securitySchemes: {a: {type: apiKey, in: query, name: X-A}}}
",
            &["security-scheme-changed (breaking, none, none) `in` of `a` was \"header\", is \
               \"query\""],
        ),
        Case::document(
            "
security: [{a: []}]
paths: {/a: {get: {operationId: A}}}
components: {securitySchemes: {a: {type: openIdConnect, openIdConnectUrl: 'https://a'}}}
",
            "
security: [{a: []}]
paths: {/a: {get: {operationId: A}}}
components: {securitySchemes: {a: {type: openIdConnect, openIdConnectUrl: 'https://b'}}}
",
            &["security-scheme-changed (risky, none, none) `openIdConnectUrl` of `a` was \
               \"https://a\", is \"https://b\""],
        ),
        Case::document(
            "components: {securitySchemes: {a: {type: apiKey, in: header, name: X-A}}}",
            "components: {securitySchemes: {a: {type: apiKey, in: query, name: X-A}}}",
            &["security-scheme-changed (none, none, none) `in` of `a` was \"header\", is \
               \"query\""],
        ),
        Case::document(
            "
paths: {/a: {get: {operationId: A, security: [{a: []}]}}}
components: {securitySchemes: {a: {type: apiKey, in: header, name: X-A}}}
",
            "
paths: {/a: {get: {operationId: A, security: [{b: []}]}}}
components: {securitySchemes: {b: {type: apiKey, in: header, name: x-a}}}
",
            &[
                "security-scheme-changed (none, none, none) `name` of `b` was \"X-A\", is \"x-a\"",
                "security-scheme-changed (none, none, none) key was a, is b",
            ],
        ),
        Case::document(
            "
paths: {/a: {get: {operationId: A, security: [{a: []}]}}}
components: {securitySchemes: {a: {type: http, scheme: bearer}}}
",
            "
paths: {/a: {get: {operationId: A, security: [{b: []}]}}}
components: {securitySchemes: {b: {type: http, scheme: Bearer}}}
",
            &[
                "security-scheme-changed (none, none, none) `scheme` of `b` was \"bearer\", is \
                 \"Bearer\"",
                "security-scheme-changed (none, none, none) key was a, is b",
            ],
        ),
        Case::document(
            "
paths: {/a: {get: {operationId: A, security: [{a: [read]}]}}}
components: {securitySchemes: {a: {type: oauth2, flows: {password: {tokenUrl: 'https://a', scopes: {read: Read., write: Write.}}}}}}
",
            "
paths: {/a: {get: {operationId: A, security: [{a: [read]}]}}}
components: {securitySchemes: {a: {type: oauth2, flows: {password: {tokenUrl: 'https://b', scopes: {read: Reads., list: List.}}}}}}
",
            &[
                "security-scheme-changed (compatible, none, none) scope `list` of `password` of `a` \
                 was added: \"List.\"",
                "security-scheme-changed (none, none, none) scope `read` of `password` of `a` was \
                 \"Read.\", is \"Reads.\"",
                "security-scheme-changed (risky, none, none) `tokenUrl` of `password` of `a` was \
                 \"https://a\", is \"https://b\"",
                "security-scheme-changed (risky, none, none) scope `write` of `password` of `a` was removed: \"Write.\"",
            ],
        ),
    ],
};

fn check<'d>(documents: &Documents<'d>, changes: &mut Changes<'d>) {
    let matched = &documents.schemes.matched.matched;
    if matched.iter().all(|(base, head)| base.key() == head.key() && is_same(*base, *head)) {
        return;
    }
    let of_base = security::users(documents.operations.matched.iter().map(|(base, _)| *base));
    let of_head = security::users(documents.operations.matched.iter().map(|(_, head)| *head));
    for &(base, head) in matched {
        let (old, new) = (base.key().unwrap_or_default(), head.key().unwrap_or_default());
        if old != new {
            let values = (Some(old.to_owned()), Some(new.to_owned()));
            changes.add("key", values, (Location::at(base), Location::at(head)), Impact::NONE);
        }
        let (Ok(base), Ok(head)) = (base.resolve(), head.resolve()) else { continue };
        let users = of_base.get(old).and(of_head.get(new));
        let mut found = Found { name: new, users, changes };
        found.in_scheme(base, head);
    }
}

/// The changes of one scheme.
struct Found<'a, 'd> {
    name: &'d str,
    /// The operations that require it in both documents.
    users: Option<&'a Vec<AffectedOperation>>,
    changes: &'a mut Changes<'d>,
}

impl<'d> Found<'_, 'd> {
    fn in_scheme(&mut self, base: Node<'d>, head: Node<'d>) {
        let name = self.name;
        for (key, was, is) in differing(Some(base), Some(head)) {
            let plain = |node: Option<Node>| node.and_then(Node::as_str).map(str::to_lowercase);
            let has_case = key != "scheme" && (key != "name" || text(head, "in") != "header");
            let level = match key {
                "name" | "scheme" if !has_case && plain(was) == plain(is) => Level::None,
                "type" | "in" | "name" | "scheme" => Level::Breaking,
                "bearerFormat" | "openIdConnectUrl" => Level::Risky,
                "flows" => {
                    self.in_flows(base, head);
                    continue;
                }
                // Kinds of their own are about descriptions and extensions.
                _ => continue,
            };
            self.add(format!("`{key}` of `{name}`"), (was, is), (base, head), level);
        }
    }

    fn in_flows(&mut self, base: Node<'d>, head: Node<'d>) {
        let (old, new) = (base.get("flows"), head.get("flows"));
        let around = (old.unwrap_or(base), new.unwrap_or(head));
        for (flow, was, is) in differing(old, new) {
            let subject = format!("`{flow}` of `{}`", self.name);
            let (Some(was), Some(is)) = (was, is) else {
                let level = if was.is_some() { Level::Risky } else { Level::Compatible };
                self.add(subject, (was, is), around, level);
                continue;
            };
            for (key, one, other) in differing(Some(was), Some(is)) {
                if key == "scopes" {
                    self.in_scopes(&subject, (was, is), (one, other));
                    continue;
                }
                let level = if key.starts_with("x-") { Level::None } else { Level::Risky };
                self.add(format!("`{key}` of {subject}"), (one, other), (was, is), level);
            }
        }
    }

    fn in_scopes(
        &mut self,
        flow: &str,
        (base, head): (Node<'d>, Node<'d>),
        (old, new): (Option<Node<'d>>, Option<Node<'d>>),
    ) {
        let around = (old.unwrap_or(base), new.unwrap_or(head));
        for (scope, was, is) in differing(old, new) {
            let level = match (was, is) {
                // It is described in other words.
                (Some(_), Some(_)) => Level::None,
                (None, _) => Level::Compatible,
                (_, None) => Level::Risky,
            };
            self.add(format!("scope `{scope}` of {flow}"), (was, is), around, level);
        }
    }

    fn add(
        &mut self,
        subject: String,
        (was, is): (Option<Node<'d>>, Option<Node<'d>>),
        (base, head): (Node<'d>, Node<'d>),
        level: Level,
    ) {
        let location = |node: Option<Node<'d>>, around| {
            node.map_or(Location::missing_in(around), Location::at)
        };
        let level = if self.users.is_some() { level } else { Level::None };
        let impact = Impact::requests(level, Level::None);
        let locations = (location(was, base), location(is, head));
        let values = (was.map(shown), is.map(shown));
        let change = self.changes.add(subject, values, locations, impact);
        change.operations = self.users.cloned().unwrap_or_default();
    }
}

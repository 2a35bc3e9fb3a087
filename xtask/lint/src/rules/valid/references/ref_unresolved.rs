//! A reference that leads nowhere.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "ref-unresolved",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A `$ref` leads to nothing in the document, to a file that is not there, or in a \
                  circle.",
        rationale: "What stands there is unknown, so nothing can be generated from it or checked \
                    against it.",
        help: "lead to an entry of `components`, as in `#/components/schemas/AppId`",
    },
    stops_generation: true,
    failing: &["
components:
  schemas:
    A: {$ref: '#/components/schemas/B'} # <-
    C: {$ref: 'no/such/file.yaml#/C'} # <-
    D: {$ref: '#/components/schemas/D'} # <-
    E: {$ref: 0} # <-
    F: {$ref: '#A'} # <-
    Pet: {type: string}
    G: {$ref: '#/components/schemas/Pets'} # <-
"],
    passing: &["
components:
  schemas:
    A: {$ref: '#/components/schemas/B'}
    B:
      type: object
      properties:
        $ref: {type: string}
        a: {$ref: '#/components/schemas/A'}
      example: {$ref: nowhere}
      x-else: {$ref: nowhere}
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    for reference in &index.references {
        let Err(error) = &reference.target else { continue };
        let Some(node) = reference.node.get("$ref") else { continue };
        let message = match error {
            // The network is not asked.
            RefErrorKind::Url => continue,
            // A reference in place of what is around the target is reported.
            RefErrorKind::Missing(pointer) if index.is_replaced_at(node.document(), pointer) => {
                continue;
            }
            RefErrorKind::File => "`$ref` names a file that is not there or no document".into(),
            error => error.to_string(),
        };
        // A path item's `$ref` is a field, whose type another rule looks at.
        if *error != RefErrorKind::NotString || reference.expects != Kind::PathItem {
            if let Some((why, help)) = slips::explain(node, Type::Reference(reference.expects))
                && *error == RefErrorKind::NotString
            {
                diagnostics.with_help(help).at(node, message + &why);
                continue;
            }
            match ref_suggestion::of(index, reference, error) {
                Some(near) => diagnostics
                    .with_help(format!("write `$ref: \"{near}\"`"))
                    .at(node, format!("{message}; did you mean `{near}`?")),
                None => diagnostics.at(node, message),
            }
        }
    }
}

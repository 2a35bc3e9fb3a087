//! A reference that cannot be resolved.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "ref-unresolved",
        group: Group::Valid,
        severity: Severity::Error,
        summary: "A `$ref` does not resolve: its target or file does not exist, or the references \
                  form a cycle.",
        rationale: "Tools cannot read the target, so they neither generate code from it nor check \
                    values against it.",
        help: "refer to an entry of `components`, such as `#/components/schemas/AppId`, or correct \
               the path of the file",
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
            RefErrorKind::File => {
                "`$ref` refers to a file that does not exist or is not a document".into()
            }
            error => error.to_string(),
        };
        // A path item's `$ref` is a field, whose type another rule checks.
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
                None => diagnostics
                    .with_help(ref_suggestion::help(reference, Some(error)))
                    .at(node, message),
            }
        }
    }
}

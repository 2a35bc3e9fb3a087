//! Files beside the document are found by the identity of RFC 3986, whatever names them.

use super::{Folder, VALID};

const SHARED: &str = "
paths: {/a: {get: {responses: {default: {description: An a.}}}}}
components:
  schemas: {Cat: {type: object, required: [kind]}}
  parameters: {Kind: {name: kind, in: query, schema: {type: string}}}
";

/// The rules that find something in a document beside the file `shared/common.yaml`.
#[track_caller]
fn check(text: &str, rules: &[&str]) {
    let folder = Folder::with(&[]);
    std::fs::create_dir_all(folder.path("shared/sub")).expect("a folder");
    std::fs::write(folder.path("shared/common.yaml"), SHARED).expect("a file");
    std::fs::write(folder.path("openapi.yaml"), [VALID, text].concat()).expect("a file");
    for name in ["openapi.yaml", "./openapi.yaml", "shared/../openapi.yaml"] {
        let run = folder.lint(&["--only", "valid", "--format", "json", name]);
        assert_eq!(run.rules_of(name), rules, "{name} with {text}: {}", run.out);
    }
}

#[track_caller]
fn check_reference(reference: &str, rules: &[&str]) {
    check(&format!("components: {{schemas: {{A: {{$ref: '{reference}'}}}}}}\n"), rules);
}

#[test]
fn one_file_has_many_names() {
    for name in [
        "shared/common.yaml",
        "./shared/common.yaml",
        "./shared/./sub/../common.yaml",
        "shared/%63ommon%2Eyaml",
        "shared/%2E/common.yaml",
        "shared/sub/%2e%2E/common.yaml",
        "x/../shared/common.yaml",
    ] {
        check_reference(&format!("{name}#/components/schemas/Cat"), &[]);
        check_reference(&format!("{name}#/components/schemas/Dog"), &["ref-unresolved"]);
    }
    check_reference("./openapi.yaml#/components/schemas/B", &["ref-unresolved"]);
    check_reference("openapi.yaml#/components/schemas/A", &["ref-unresolved"]);
}

#[test]
fn a_folder_is_another_resource_than_a_file() {
    for name in [
        "shared/common.yaml/",
        "./shared/common.yaml/",
        "shared/common.yaml/.",
        "shared/common.yaml/..",
        "shared/common.yaml/%2e",
        "shared/common.yaml//",
        "shared%2Fcommon.yaml",
        "shared/common.yaml?",
        "shared/common.yaml?a=b",
        "shared",
        "./",
        ".",
        "..",
    ] {
        check_reference(&format!("{name}#/components/schemas/Cat"), &["ref-unresolved"]);
    }
}

#[test]
fn an_operation_ref_names_a_file() {
    let link = |reference: &str| {
        format!("components: {{links: {{A: {{operationRef: '{reference}'}}}}}}\n")
    };
    let found = &["link-operation-unknown"];
    check(&link("shared/common.yaml#/paths/~1a/get"), &[]);
    check(&link("https://example.com/a.yaml#/paths/~1a/get"), &[]);
    check(&link("shared/common.yaml#/paths/~1a/put"), found);
    check(&link("shared/common.yaml#/paths/~1a"), found);
    check(&link("shared/common.yaml#/components/schemas/Cat"), found);
    check(&link("shared/common.yaml/#/paths/~1a/get"), found);
    check(&link("none.yaml#/paths/~1a/get"), found);
    check(&link("#/components/links/A"), found);
}

#[test]
fn a_mapping_names_a_file() {
    let mapping = |value: &str| {
        format!(
            "components:\n  schemas:\n    Pet:\n      type: object\n      required: [kind]\n      \
             discriminator: {{propertyName: kind, mapping: {{cat: '{value}'}}}}\n    \
             Cat.v1: {{allOf: [{{$ref: '#/components/schemas/Pet'}}]}}\n"
        )
    };
    let found = &["discriminator-mapping-unresolved"];
    check(&mapping("shared/common.yaml#/components/schemas/Cat"), &[]);
    check(&mapping("./shared/common.yaml#/components/schemas/Cat"), &[]);
    check(&mapping("Cat.v1"), &[]);
    check(&mapping("https://example.com/cat.yaml"), &[]);
    check(&mapping("shared/common.yaml#/components/schemas/Dog"), found);
    check(&mapping("shared/common.yaml/#/components/schemas/Cat"), found);
    check(&mapping("shared/common.yaml#/components/parameters/Kind/name"), found);
    check(&mapping("cat.yaml"), found);
    check(&mapping("Cat.v2"), found);
}

#[test]
fn what_a_mapping_refers_to_is_a_schema() {
    let text = VALID.to_owned()
        + "components: {schemas: {Pet: {type: object, required: [kind], \
           discriminator: {propertyName: kind, mapping: {cat: 'cat.yaml#/Cat', own: '#/x-own'}}}, \
           B: {allOf: [{$ref: '#/components/schemas/Pet'}]}}}\nx-own: {type: strin}\n";
    let folder = Folder::with(&[("openapi.yaml", &text), ("cat.yaml", "Cat: {const: 1}\n")]);
    let run = folder.lint(&["--only", "valid", "--format", "json"]);
    assert_eq!(run.rules_of("cat.yaml"), ["field-unknown"], "{}", run.out);
    assert_eq!(run.rules_of("openapi.yaml"), ["field-value-invalid"], "{}", run.out);
}

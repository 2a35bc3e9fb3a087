//! Documents of any size, of the kind that people write: resources with five operations each,
//! schemas with bounds, an example for every body and parameter.

/// Operations of one resource.
const EACH: usize = 5;

const HEAD: &str = include_str!("synthetic/head.yaml");
const PATHS: &str = include_str!("synthetic/paths.yaml");
const COMPONENTS: &str = include_str!("synthetic/components.yaml");
const SCHEMAS: &str = include_str!("synthetic/schemas.yaml");

/// A document in YAML of about so many `operations`. It is one that plain progenitor takes, too.
pub fn document(operations: usize) -> String {
    let resources = 1..=operations.div_ceil(EACH);
    let each = |text: &str| {
        let resource = |number: usize| {
            text.replace("NAME", &format!("Volume{number}"))
                .replace("PATH", &format!("volumes{number}"))
        };
        resources.clone().map(resource).collect::<String>()
    };
    [HEAD, &each(PATHS), COMPONENTS, &each(SCHEMAS)].concat()
}

/// The same document after a change of one bound in every resource.
pub fn changed(document: &str) -> String {
    document.replace("maxLength: 64", "maxLength: 32")
}

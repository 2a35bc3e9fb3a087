//! The reference that a broken one probably means.

use spec::{Entry, FieldType, Node, Object, ObjectKind, RefErrorKind, pointer_key, pointer_token};

use crate::object_index::{ObjectIndex, Reference};
use crate::words;

/// Returns a reference that resolves and differs little from a broken one, or that names the same
/// component.
pub fn of(index: &ObjectIndex, reference: &Reference, error: &RefErrorKind) -> Option<String> {
    // The references of a cycle are there, so that a name like theirs is their own.
    let written = reference.node.get("$ref")?.as_str().filter(|_| *error != RefErrorKind::Cycle)?;
    let (file, _) = written.split_once('#').unwrap_or((written, ""));
    let misspelt = match error {
        RefErrorKind::Missing(pointer) => misspelt(index, reference.node, file, written, pointer),
        _ => None,
    };
    let name =
        written.trim_end_matches('/').rsplit(['/', '#']).next().filter(|name| !name.is_empty());
    let name = pointer_key(name?);
    misspelt.or_else(|| component(index, reference, name.strip_suffix(".yaml").unwrap_or(&name)))
}

/// The reference with another name in place of the first one that does not exist.
fn misspelt(
    index: &ObjectIndex,
    from: Node,
    file: &str,
    written: &str,
    missing: &str,
) -> Option<String> {
    let root =
        if file.is_empty() { from.document().root() } else { index.follow(from, file).ok()? };
    let (before, step) = missing.rsplit_once('/')?;
    let parent = root.document().at(before)?;
    let known = parent.entries().map(|entry| entry.key);
    let near = index.spelling.nearest(&pointer_key(step), known)?;
    let pointer = spec::percent_decode(written.split_once('#')?.1).into_owned();
    let rest = pointer.strip_prefix(missing)?;
    let corrected = format!("{before}/{}{rest}", pointer_token(near));
    root.document().at(&corrected).map(|_| format!("{file}#{corrected}"))
}

/// A component of the expected kind that has the name, or nearly.
fn component(index: &ObjectIndex, reference: &Reference, name: &str) -> Option<String> {
    let section = section(reference.node, reference.expects)?;
    let known = reference.node.document().at("/components")?.get(section)?;
    let near = match known.get(name) {
        Some(_) => name,
        None => index.spelling.nearest(name, known.entries().map(|entry| entry.key))?,
    };
    Some(format!("#/components/{section}/{}", pointer_token(near)))
}

/// Returns what to write where a reference does not resolve, or resolves to an object of another kind, in
/// the words of what its place holds.
pub fn help(reference: &Reference, error: Option<&RefErrorKind>) -> String {
    let written = reference.node.get("$ref").and_then(Node::as_str).unwrap_or_default();
    let file = written.split('#').next().unwrap_or_default();
    let kind = Object::name(reference.expects);
    match (error, section(reference.node, reference.expects)) {
        (Some(RefErrorKind::File), _) => {
            "correct the path of the file, which starts in the folder of this document".to_owned()
        }
        (Some(RefErrorKind::Cycle), _) => format!("write {kind} in place of the reference"),
        (Some(RefErrorKind::Missing(_)), _) if !file.is_empty() => {
            format!("correct the part after `#`, or add {kind} to `{}`", words::cut(file))
        }
        (_, None) => format!("write {kind} in place of the reference, or correct the reference"),
        (_, Some(section)) => {
            let components = reference.node.document().at("/components");
            let entries = components.and_then(|components| components.get(section));
            match entries.and_then(|entries| entries.entries().next()) {
                Some(Entry { key, .. }) => format!(
                    "refer to an entry of `components/{section}`, such as \
                     `#/components/{section}/{}`",
                    pointer_token(key)
                ),
                None => format!("add {kind} to `components/{section}`, and refer to it"),
            }
        }
    }
}

/// Returns the field of the components that holds objects of a kind; `None` for a path item.
pub fn section(node: Node, expects: ObjectKind) -> Option<&'static str> {
    let fields = Object::of(ObjectKind::Components, node).fields.iter();
    let mut fields = fields.filter(|field| match field.holds {
        FieldType::Map(FieldType::Part(kind)) => *kind == expects,
        _ => false,
    });
    fields.next().map(|field| field.name)
}

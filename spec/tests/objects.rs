//! The table of the objects of OpenAPI.

use spec::{Document, Object, ObjectKind, Source};

#[test]
fn fields_of_every_object_are_sorted() {
    let source = Source::new("case.yaml", "type: http");
    let document = Document::parse(&source).expect("a document");
    for kind in ObjectKind::ALL {
        let object = Object::of(kind, document.root());
        assert_eq!(object.kind, kind);
        assert!(object.fields.is_sorted_by_key(|field| field.name), "{kind:?}");
    }
}

//! A member of an example that its schema does not declare.

use crate::prelude::*;

pub static RULE: Rule = Rule {
    info: RuleInfo {
        id: "example-member-undeclared",
        group: Group::Tested,
        severity: Severity::Error,
        summary: "An example of a JSON body contains a member that its schema does not declare.",
        rationale: "The generated type drops the member, so no test is generated that compares the \
                    body with the example.",
        help: "declare the property in the schema, or remove the member from the example",
    },
    stops_generation: false,
    failing: &["
paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/A'}
            example:
              nme: a # <-
              list:
                - id: 1
                - name: b
                  other: 2 # <-
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema:
                allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {b: {}}}]
              examples:
                documented:
                  value:
                    name: a
                    b: {anything: 1}
                    c: 1 # <-
        '201':
          description: An a.
          content:
            application/json:
              schema:
                oneOf:
                  - {type: array, items: {type: object, properties: {a: {}}}}
                  - {type: array, items: {type: object, properties: {b: {properties: {d: {}}}}}}
                  - {type: array, items: {additionalProperties: {properties: {e: {}}}}}
              example:
                - b:
                    d: 1
                    e: 1 # <-
            application/problem+json:
              schema: {oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}
              example:
                a: 1
                b: 1
                c: 1 # <-
components:
  schemas:
    A:
      type: object
      properties:
        name: {type: string}
        id: {type: integer}
        list: {type: array, items: {$ref: '#/components/schemas/A'}}
"],
    passing: &[
        "
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema:
                type: object
                properties:
                  map: {type: object, additionalProperties: {type: integer}}
                  any: {type: object}
                  selection: {oneOf: [{type: string}, {type: object, properties: {a: {}}}]}
                  either: {oneOf: [{type: object, properties: {a: {}}}, {properties: {b: {}}}]}
                  more: {type: object, properties: {a: {}}, additionalProperties: true}
              example:
                map: {a: 1}
                any: {a: 1}
                selection: {b: 1}
                either: {a: 1, b: 2}
                more: {b: 1}
            application/xml: {schema: {type: object, properties: {a: {}}}, example: {b: 1}}
",
        "
paths:
  /a:
    get:
      responses:
        '200':
          description: An a.
          content:
            application/json:
              schema:
                anyOf:
                  - {type: array, items: {type: object, properties: {a: {}}}}
                  - {type: array, items: {$ref: '#/components/schemas/B'}}
              example: [{a: 1, b: {c: 1, d: [{e: 1, f: 1}]}}]
            application/problem+json:
              schema: {allOf: [{properties: {a: {properties: {b: {}}}}}, {$ref: 'https://a.dev/b'}]}
              example: {a: {b: 1}, c: 1}
components:
  schemas:
    B:
      allOf:
        - {properties: {b: {properties: {c: {}, d: {items: {properties: {e: {}}}}}}}}
        - {properties: {b: {properties: {d: {items: {properties: {f: {}}}}}}}}
",
    ],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut comparison =
        Comparison { index, compared: HashSet::default(), shapes: NodeMap::default() };
    for media_type in index.all(Kind::MediaType) {
        let is_json = media_type.key().is_some_and(spec::is_json);
        if let Some(schema) = media_type.get("schema").filter(|_| is_json) {
            for value in examples::of(index, media_type) {
                comparison.value(&[schema], value, diagnostics);
            }
        }
    }
}

struct Comparison<'o, 'd> {
    index: &'o ObjectIndex<'d>,
    compared: HashSet<(Vec<Node<'d>>, Node<'d>)>,
    shapes: NodeMap<'d, Rc<Shape<'d>>>,
}

impl<'d> Comparison<'_, 'd> {
    /// Compares a value with all schemas at its place together: a member that one of them does not
    /// declare may be declared by another one.
    fn value(&mut self, schemas: &[Node<'d>], value: Node<'d>, diagnostics: &mut Diagnostics) {
        let schemas = schemas.iter().map(|schema| self.index.resolve(*schema));
        // A schema that cannot be read may declare any member.
        let Some(mut schemas) = schemas.collect::<Option<Vec<_>>>() else { return };
        let mut known = NodeSet::default();
        schemas.retain(|schema| known.insert(*schema));
        let shapes: Vec<_> = schemas.iter().map(|schema| self.shape(*schema)).collect();
        if schemas.is_empty() || !self.compared.insert((schemas, value)) {
            return;
        }
        let items: Vec<_> = shapes.iter().flat_map(|shape| &shape.items).copied().collect();
        for item in value.items() {
            self.value(&items, item, diagnostics);
        }
        let is_open = shapes.iter().any(|shape| shape.is_open);
        for member in value.entries() {
            let name = member.key;
            let declared = shapes.iter().filter_map(|shape| shape.declared.get(name)).flatten();
            let mut schemas: Vec<_> = declared.copied().collect();
            if schemas.is_empty() {
                let mut names = shapes.iter().flat_map(|shape| shape.declared.keys()).peekable();
                if !is_open && names.peek().is_some() {
                    let near = self.index.spelling.suggestion(name, names.copied());
                    let message = format!("the schema does not declare `{name}`{near}");
                    diagnostics.at_key(member.value, message);
                }
                schemas.extend(shapes.iter().flat_map(|shape| &shape.rest));
            }
            self.value(&schemas, member.value, diagnostics);
        }
    }

    fn shape(&mut self, schema: Node<'d>) -> Rc<Shape<'d>> {
        let index = self.index;
        Rc::clone(self.shapes.entry(schema).or_insert_with(|| Rc::new(Shape::of(index, schema))))
    }
}

/// The schemas for the values inside of a value.
struct Shape<'d> {
    items: Vec<Node<'d>>,
    declared: BTreeMap<&'d str, Vec<Node<'d>>>,
    /// The schemas of members that are not declared.
    rest: Vec<Node<'d>>,
    /// Whether the generated type keeps members that are not declared, or is not known.
    is_open: bool,
}

impl<'d> Shape<'d> {
    fn of(index: &ObjectIndex<'d>, schema: Node<'d>) -> Self {
        let parts = composition::parts(index, schema);
        let all = |key: &'static str| parts.iter().filter_map(move |part| part.get(key));
        let mut declared: BTreeMap<&str, Vec<Node>> = BTreeMap::new();
        for property in all("properties").flat_map(Node::entries) {
            declared.entry(property.key).or_default().push(property.value);
        }
        let is_open = |part: &Node| {
            let is_object = part.get("type").is_none_or(|kind| kind.as_str() == Some("object"));
            !is_object || part.get("additionalProperties").is_some()
        };
        let is_open = parts.iter().any(is_open) || !composition::is_read(index, &parts);
        let rest = all("additionalProperties").filter(|rest| rest.is_object()).collect();
        Self { items: all("items").collect(), declared, rest, is_open }
    }
}

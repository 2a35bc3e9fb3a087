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
components:
  schemas:
    A:
      type: object
      properties:
        name: {type: string}
        id: {type: integer}
        list: {type: array, items: {$ref: '#/components/schemas/A'}}
"],
    passing: &["
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
"],
    check: Check::Document(check),
};

fn check(index: &ObjectIndex, diagnostics: &mut Diagnostics) {
    let mut comparison =
        Comparison { index, compared: PairSet::default(), shapes: NodeMap::default() };
    for media_type in index.all(Kind::MediaType) {
        let is_json = media_type.key().is_some_and(spec::is_json);
        if let Some(schema) = media_type.get("schema").filter(|_| is_json) {
            for value in examples::of(index, media_type) {
                comparison.value(schema, value, diagnostics);
            }
        }
    }
}

struct Comparison<'o, 'd> {
    index: &'o ObjectIndex<'d>,
    compared: PairSet<'d>,
    shapes: NodeMap<'d, Rc<Shape<'d>>>,
}

impl<'d> Comparison<'_, 'd> {
    fn value(&mut self, schema: Node<'d>, value: Node<'d>, diagnostics: &mut Diagnostics) {
        let Some(schema) = self.index.resolve(schema) else { return };
        if !self.compared.insert((schema, value)) {
            return;
        }
        let index = self.index;
        let shape = self.shapes.entry(schema).or_insert_with(|| Rc::new(Shape::of(index, schema)));
        let shape = Rc::clone(shape);
        for item in value.items() {
            shape.items.iter().for_each(|schema| self.value(*schema, item, diagnostics));
        }
        for member in value.entries() {
            let schemas = shape.declared.get(member.key);
            if schemas.is_none() && shape.is_typed {
                let name = member.key;
                let near = words::nearest(name, shape.declared.keys().copied());
                let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                diagnostics
                    .at_key(member.value, format!("the schema does not declare `{name}`{near}"));
            }
            for schema in schemas.unwrap_or(&shape.rest) {
                self.value(*schema, member.value, diagnostics);
            }
        }
    }
}

/// The schemas for the values inside of a value.
struct Shape<'d> {
    items: Vec<Node<'d>>,
    declared: HashMap<&'d str, Vec<Node<'d>>>,
    /// The schemas of members that are not declared.
    rest: Vec<Node<'d>>,
    /// Whether the generated type has a field for each property and drops other members.
    is_typed: bool,
}

impl<'d> Shape<'d> {
    fn of(index: &ObjectIndex<'d>, schema: Node<'d>) -> Self {
        let parts = composition::parts(index, schema);
        let all = |key: &'static str| parts.iter().filter_map(move |part| part.get(key));
        let mut declared: HashMap<&str, Vec<Node>> = HashMap::new();
        for property in all("properties").flat_map(Node::entries) {
            declared.entry(property.key).or_default().push(property.value);
        }
        let is_object =
            |part: &Node| part.get("type").is_none_or(|kind| kind.as_str() == Some("object"));
        let is_typed = !declared.is_empty()
            && all("additionalProperties").next().is_none()
            && parts.iter().all(is_object);
        let rest = all("additionalProperties").filter(|rest| rest.is_object()).collect();
        Self { items: all("items").collect(), declared, rest, is_typed }
    }
}

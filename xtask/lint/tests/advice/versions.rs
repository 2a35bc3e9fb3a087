//! Fields and values of other versions.

use super::check::{HEAD, check, component};

#[test]
fn fields_of_another_version_by_their_object() {
    let end = |version: &str, object: &str| format!("({version}) in {object}");
    let (swagger, draft) = ("Swagger 2.0", "JSON Schema");
    let (later, latest) = ("OpenAPI 3.1", "OpenAPI 3.2");
    let unknown = |section: &'static str, text: &'static str, version: &str, help| {
        let object = match section {
            "responses" => "a response",
            "schemas" => "a schema",
            "parameters" => "a parameter",
            "headers" => "a header",
            _ if text.contains("accessCode") => "an OAuth flows object",
            _ => "a security scheme of type `oauth2`",
        };
        component("field-unknown", section, text, &end(version, object), help);
    };
    unknown(
        "responses",
        "{description: a, schema: {}}",
        swagger,
        "move it to its media type: `content: {application/json: {schema: …}}`",
    );
    unknown(
        "responses",
        "{description: a, examples: {}}",
        swagger,
        "move each example to its media type: `content: {application/json: {example: …}}`",
    );
    unknown("schemas", "{definitions: {}}", draft, "move the schemas to `components/schemas`");
    unknown("schemas", "{examples: [a]}", later, "write one `example`");
    unknown("schemas", "{const: a}", later, "write `enum` with one value");
    unknown("parameters", "{name: a, in: query, type: string}", swagger, "move it into `schema`");
    unknown(
        "securitySchemes",
        "{type: oauth2, flow: implicit, flows: {}}",
        swagger,
        "move it into `flows`, such as `flows: {implicit: {authorizationUrl: …, scopes: …}}`",
    );
    unknown(
        "securitySchemes",
        "{type: oauth2, flows: {accessCode: {}}}",
        swagger,
        "name the flow `authorizationCode`",
    );
    unknown(
        "headers",
        "{schema: {}, collectionFormat: csv}",
        swagger,
        "write `explode: true` for `multi`, `explode: false` for `csv`, or `style: spaceDelimited` or `style: pipeDelimited`",
    );
    unknown(
        "responses",
        "{description: a, summary: a}",
        latest,
        "remove it, or start its name with `x-`",
    );
    let head = |line: &str| format!("openapi: 3.0.3\ninfo: {line}\npaths: {{}}\n");
    let (summary, help) =
        ("{title: A, version: '1', summary: a}", "move the text to `description`");
    check("field-unknown", &head(summary), 2, &end(later, "an info object"), help);
    let license = "{title: A, version: '1', license: {name: MIT, identifier: MIT}}";
    let help = "write `url`, such as `https://spdx.org/licenses/MIT.html`";
    check("field-unknown", &head(license), 2, &end(later, "a license object"), help);
    let definitions = format!("{HEAD}definitions: {{}}\n");
    let help = "move the schemas to `components/schemas`";
    check("field-unknown", &definitions, 4, &end(swagger, "an OpenAPI document"), help);
}

#[test]
fn values_of_another_version_by_their_field() {
    let (swagger, later) = ("; Swagger 2.0 allows it", "; OpenAPI 3.1 allows it");
    let (kind, value) = ("field-type-mismatch", "field-value-invalid");
    let schema = |rule, text, end, help| component(rule, "schemas", text, end, help);
    schema(kind, "{type: [string, 'null']}", later, "write `type: string` and `nullable: true`");
    schema(kind, "{type: [string]}", later, "write `type: string`");
    schema(
        kind,
        "{type: [string, integer, 'null']}",
        later,
        "write `anyOf: [{type: string, nullable: true}, {type: integer}]`",
    );
    let null = "write `type: string`, `nullable: true`, `enum: [null]`, or remove the schema";
    schema(value, "{type: 'null'}", later, null);
    schema(kind, "{type: null}", later, null);
    schema(
        kind,
        "{type: integer, exclusiveMinimum: 5}",
        later,
        "write `minimum: 5` and `exclusiveMinimum: true`",
    );
    schema(
        kind,
        "{type: number, exclusiveMaximum: 1.50}",
        later,
        "write `maximum: 1.50` and `exclusiveMaximum: true`",
    );
    schema(kind, "{properties: {a: true}}", later, "write `{}` for a schema that allows any value");
    schema(
        kind,
        "{not: {items: false}}",
        later,
        "write `not: {}` for a schema that allows no value",
    );
    schema(value, "{type: file}", swagger, "write `type: string` and `format: binary`");
    schema(kind, "{discriminator: kind}", swagger, "write `discriminator: {propertyName: kind}`");
    schema(
        kind,
        "{type: array, items: [{}]}",
        "; JSON Schema allows it",
        "write one schema; `anyOf` in it lists alternatives",
    );
    component(
        value,
        "parameters",
        "{name: a, in: body, schema: {}}",
        swagger,
        "describe the body in `requestBody` of the operation",
    );
    component(
        value,
        "securitySchemes",
        "{type: basic}",
        swagger,
        "write `type: http` and `scheme: basic`",
    );
    component(
        value,
        "securitySchemes",
        "{type: mutualTLS}",
        later,
        "remove the scheme, and describe it in `description` of the API",
    );
}

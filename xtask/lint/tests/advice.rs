//! What a message says and what the help tells to write fit the place.

use spec::Source;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n";

/// The only diagnostic of a rule in a document is on this line, ends so, and has this help.
#[track_caller]
fn check(rule: &str, text: &str, line: u32, end: &str, help: &str) {
    let checked = lint::check(Source::new("openapi.yaml", text), &|_| true).swap_remove(0);
    let found = checked.diagnostics.iter().filter(|found| found.rule.id == rule);
    let found: Vec<_> = found
        .map(|found| {
            (checked.source.position(found.span.start).line, &*found.message, &*found.help)
        })
        .collect();
    let [(at, message, found_help)] = found.as_slice() else {
        panic!("{rule} in {text}: {found:?}")
    };
    assert!(*at == line && message.ends_with(end) && *found_help == help, "{text}: {found:?}");
}

#[track_caller]
fn component(rule: &str, section: &str, component: &str, end: &str, help: &str) {
    let text = format!("{HEAD}components:\n  {section}:\n    A: {component}\n");
    check(rule, &text, 6, end, help);
}

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

#[test]
fn slips_in_yaml_that_leave_a_readable_document() {
    let kind = "field-type-mismatch";
    let info = |lines: &str| format!("openapi: 3.0.3\ninfo:\n{lines}paths: {{}}\n");
    let comment = ": `#` starts a comment";
    check(
        kind,
        &info("  title: #x\n  version: '1'\n"),
        3,
        comment,
        "put the value in quotes: `'#x'`",
    );
    let reference = format!(
        "{HEAD}components:\n  schemas:\n    A:\n      $ref: #/components/schemas/B\n    B: {{}}\n"
    );
    check(
        "ref-unresolved",
        &reference,
        7,
        comment,
        "put the value in quotes: `'#/components/schemas/B'`",
    );
    check(
        kind,
        &info("  title: &x\n  version: '1'\n"),
        3,
        ": `&x` is an anchor",
        "put the value in quotes: `'&x'`",
    );
    check(
        kind,
        &info("  title: {x}\n  version: '1'\n"),
        3,
        ": `{` starts an object",
        "put the value in quotes: `'{x}'`",
    );
    check(
        kind,
        &info("  title: [x]\n  version: '1'\n"),
        3,
        ": `[` starts an array",
        "put the value in quotes: `'[x]'`",
    );
    check(
        kind,
        &info("  title:t\n"),
        3,
        ": no space follows the `:` of this key",
        "write `title: t`",
    );
    check(kind, &info("  title：t\n"), 3, ": `：` is not the colon of YAML", "write `title: t`");
    let flow = "openapi: 3.0.3\ninfo: {title:t, version: '1'}\npaths: {}\n";
    check("field-unknown", flow, 2, ": no space follows the `:` of this key", "write `title: t`");
    check(kind, &info("  title t\n"), 3, ": no `:` follows `title`", "write `title: t`");
    let reference = format!("{HEAD}components:\n  schemas:\n    A:\n      $ref '#/x-a'\n");
    check(kind, &reference, 7, ": no `:` follows `$ref`", "write `$ref: '#/x-a'`");
    let item = format!("{HEAD}tags:\n-name: a\n");
    check("field-unknown", &item, 5, ": no space follows the `-` of this item", "write `- name`");
    let version = "no space follows the `:` of this key";
    check("openapi-version-unsupported", "openapi:3.0.3\n", 1, version, "write `openapi: 3.0.3`");
    let value = "put the value in quotes: `'# x'`";
    let help = format!("write a value before the comment, or {value}");
    check(kind, &info("  title: # x\n  version: '1'\n"), 3, comment, &help);
    let schema = format!("{HEAD}components:\n  schemas:\n    A: #/components/schemas/B\n");
    check(kind, &schema, 6, comment, "write `$ref: '#/components/schemas/B'`");
    let tags = format!("{HEAD}tags:\n  -name: a\n");
    let dash = ": no space follows the `-` of this item";
    check(kind, &tags, 4, dash, "write `- name`");
    let properties =
        format!("{HEAD}components:\n  schemas:\n    A:\n      properties:\n        a:string\n");
    check(kind, &properties, 8, version, "write `a: string`");
    // A list or an object of other values is not meant as text.
    check(
        kind,
        &info("  title: {a: b}\n  version: '1'\n"),
        3,
        "expected a string for `title`, found an object",
        "write a string",
    );
    check(
        kind,
        &info("  mailto:a@b.c\n"),
        3,
        "expected an info object for `info`, found a string",
        "write an info object",
    );
    check(
        kind,
        &format!("{HEAD}components: # Of this API\n"),
        4,
        "expected a components object for `components`, found nothing",
        "write a components object after `components:`, or remove `components`",
    );
}

#[test]
fn a_value_at_an_excluded_bound() {
    let help = "correct the example or the schema, according to the documentation of the service";
    let schema = |text, end| component("example-invalid", "schemas", text, end, help);
    schema(
        "{minimum: 0, exclusiveMinimum: true, example: 0}",
        "0 is the `minimum` 0, which `exclusiveMinimum` excludes",
    );
    schema(
        "{maximum: 5.0, exclusiveMaximum: true, example: 5}",
        "5 is the `maximum` 5.0, which `exclusiveMaximum` excludes",
    );
    schema("{minimum: 0, exclusiveMinimum: true, example: -1}", "-1 is below the `minimum` 0");
    schema("{maximum: 5, exclusiveMaximum: false, example: 6}", "6 is above the `maximum` 5");
}

#[test]
fn nullable_beside_what_refuses_null() {
    let null = "{type: object, nullable: true, enum: [null]}";
    let base = "    B: {type: string}\n    C: {enum: [a]}\n    D: {type: string, enum: [a]}\n";
    let schema = |text: &str, why: &str, help: &str| {
        let text = format!("{HEAD}components:\n  schemas:\n    A: {text}\n{base}");
        let why = format!("`nullable` has no effect, because {why}");
        check("nullable-ineffective", &text, 6, &why, help);
    };
    let b = "'#/components/schemas/B'";
    let why = "`allOf` contains `B`, which does not allow null";
    let help = format!("add `nullable: true` to `B`, or write `oneOf: [{{$ref: {b}}}, {null}]`");
    schema(&format!("{{nullable: true, allOf: [{{$ref: {b}}}]}}"), why, &help);
    schema(&format!("{{type: string, nullable: true, allOf: [{{$ref: {b}}}]}}"), why, &help);
    schema(
        &format!("{{allOf: [{{$ref: {b}}}, {{nullable: true}}]}}"),
        why,
        "add `nullable: true` to `B`",
    );
    schema(
        "{type: string, nullable: true, allOf: [{type: string}]}",
        "`allOf` contains the schema on line 6, which does not allow null",
        "add `nullable: true` to the schema on line 6",
    );
    let c = "{nullable: true, allOf: [{maxLength: 1}, {$ref: '#/components/schemas/C'}]}";
    schema(c, "`allOf` contains `C`, which does not allow null", "add `null` to the `enum` of `C`");
    let d = "{nullable: true, allOf: [{maxLength: 1}, {$ref: '#/components/schemas/D'}]}";
    schema(
        d,
        "`allOf` contains `D`, which does not allow null",
        "add `nullable: true` to `D`, and `null` to its `enum`",
    );
    let none = "no schema in `oneOf` allows null";
    schema(
        &format!("{{nullable: true, oneOf: [{{$ref: {b}}}]}}"),
        none,
        &format!("add `{null}` to `oneOf`"),
    );
    schema(
        "{type: string, nullable: true, enum: [a]}",
        "`enum` does not list `null`",
        "add `null` to `enum`",
    );
    let sibling =
        format!("{HEAD}components:\n  schemas:\n    A: {{$ref: {b}, nullable: true}}\n{base}");
    let help =
        format!("add `nullable: true` to the target, or write `oneOf: [{{$ref: {b}}}, {null}]`");
    check("ref-sibling-ignored", &sibling, 6, "has no effect next to `$ref`", &help);
}

#[test]
fn a_schema_that_refuses_null_is_not_finite_by_nullable() {
    let c = "{type: object, required: [a], properties: {a: {type: object, nullable: true, allOf: \
             [{$ref: '#/components/schemas/A'}]}}}";
    let help =
        "make one of the properties in the cycle optional or nullable, or allow an empty array";
    component("schema-unsatisfiable", "schemas", c, "no finite value matches schema `A`", help);
}

#[test]
fn the_advice_about_null_helps() {
    for text in [
        "{oneOf: [{$ref: '#/components/schemas/B'}, {type: object, nullable: true, enum: [null]}], example: null}",
        "{nullable: true, type: string, allOf: [{type: string, nullable: true}], example: null}",
        "{nullable: true, type: string, enum: [a, null], example: null}",
    ] {
        let text =
            format!("{HEAD}components:\n  schemas:\n    A: {text}\n    B: {{type: string}}\n");
        let selected = |rule: &lint::Rule| matches!(rule.info.group.name(), "valid" | "values");
        let found = lint::check(Source::new("openapi.yaml", text), &selected).swap_remove(0);
        assert_eq!(found.diagnostics, []);
    }
}

#[test]
fn a_secret_by_reference() {
    let unmarked = |property: &str, help: &str| {
        let text = format!(
            "{HEAD}components:\n  schemas:\n    A: {{properties: {property}}}\n    \
             Text: {{type: string}}\n    ApiSecret: {{type: string}}\n    \
             Texts: {{type: array, items: {{type: string}}}}\n"
        );
        check("secret-unmarked", &text, 6, "has no `format: password`", help);
        text
    };
    let text = "'#/components/schemas/Text'";
    let by_reference = format!(
        "write `{{allOf: [{{$ref: {text}}}], format: password}}`, or add `format: password` to \
         schema `Text` if all its values are secrets"
    );
    let property = format!("{{a_secret: {{$ref: {text}}}}}");
    let document = unmarked(&property, &by_reference);
    unmarked(&format!("{{tokens: {{type: array, items: {{$ref: {text}}}}}}}"), &by_reference);
    unmarked(
        "{a_secret: {$ref: '#/components/schemas/ApiSecret', format: password}}",
        "add `format: password` to schema `ApiSecret`",
    );
    unmarked(
        "{tokens: {$ref: '#/components/schemas/Texts'}}",
        "add `format: password` to the `items` of schema `Texts`",
    );
    unmarked("{a_secret: {type: string}}", "add `format: password`");
    // What the help says to write is accepted.
    let written = format!("{{allOf: [{{$ref: {text}}}], format: password}}");
    let document = document.replace(&format!("{{$ref: {text}}}"), &written);
    let selected = |rule: &lint::Rule| matches!(rule.info.group.name(), "valid" | "safe");
    let found = lint::check(Source::new("openapi.yaml", document), &selected).swap_remove(0);
    assert_eq!(found.diagnostics, []);
}

#[test]
fn names_for_a_request_example_without_a_response() {
    let unpaired = |responses: &str, help: &str| {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: A, version: '1'}}\npaths:\n  /a:\n    post:\n      \
             requestBody: {{content: {{application/json: {{examples: {{a: {{value: 1}}}}}}}}}}\n      \
             responses: {{{responses}}}\n"
        );
        check("example-unpaired", &text, 6, "no response has an example named `a`", help);
    };
    let json = |examples: &str| {
        format!("'200': {{description: A, content: {{application/json: {{{examples}}}}}}}")
    };
    let add = "add a response example of this name, or remove the request example";
    unpaired(&json("examples: {}"), add);
    unpaired(&json("examples: {b: {value: 1}}"), "rename the request example to `b`");
    unpaired(&json("example: 1"), "rename the request example to `example`");
    unpaired(
        &format!("{}, '400': {{description: No}}", json("examples: {c: {value: 1}}")),
        "rename the request example to one of: c, empty",
    );
}

/// A document with one path item.
fn path(path: &str, item: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{title: A, version: '1'}}\npaths:\n  {path}: {item}\n")
}

#[test]
fn what_to_write_for_a_reference_by_what_its_place_holds() {
    let unresolved = |text: &str, help: &str| {
        let end = text.lines().count() as u32;
        check("ref-unresolved", text, end, "", help);
    };
    let response = "{get: {responses: {'200': {$ref: '#/none'}}}}";
    unresolved(&path("/a", response), "add a response to `components/responses`, and refer to it");
    let known = "components: {responses: {A~/: {description: A}}}\n";
    unresolved(
        &(known.to_owned() + &path("/a", response)),
        "refer to an entry of `components/responses`, such as `#/components/responses/A~0~1`",
    );
    unresolved(
        &path("/a", "{$ref: '#/none'}"),
        "write a path item in place of the reference, or correct the reference",
    );
    unresolved(
        &path("/a", "{get: {responses: {'200': {$ref: 'none.yaml#/a'}}}}"),
        "correct the path of the file, which starts in the folder of this document",
    );
    let cycle = "parameters:\n    A: {$ref: '#/components/parameters/A'}\n";
    unresolved(
        &format!("{HEAD}components:\n  {cycle}"),
        "write a parameter in place of the reference",
    );
    let mismatch = "{get: {responses: {'200': {$ref: '#/info'}}}}";
    check(
        "ref-target-mismatch",
        &path("/a", mismatch),
        4,
        "expected a reference to a response, found an info object",
        "add a response to `components/responses`, and refer to it",
    );
    let external = |item: &str, help: &str| {
        check("ref-external", &path("/a", item), 4, "refers to another document", help);
    };
    external("{$ref: 'https://a.dev/a.yaml'}", "write a path item in place of the reference");
    external(
        "{get: {responses: {'200': {$ref: 'https://a.dev/a.yaml'}}}}",
        "move the target to `components/responses`, and refer to it with \
         `#/components/responses/…`",
    );
}

#[test]
fn what_to_do_with_two_paths_of_one_shape() {
    let of = |first: &str, second: &str, help: &str| {
        let operations = |methods: &str| {
            let methods = methods.split_whitespace();
            methods.map(|it| format!("{it}: {{responses: {{}}}}, ")).collect::<String>()
        };
        let text = path("/a/{b}", &format!("{{{}}}", operations(first)));
        let text = format!("{text}  /a/{{c}}: {{{}}}\n", operations(second));
        check("path-duplicate", &text, 5, "`/a/{c}` is the same path as `/a/{b}`", help);
    };
    of("get", "put", "put the methods of both under one path");
    of("get", "get", "remove one `get`, or merge the two operations");
    of(
        "get put",
        "put post",
        "remove one `put`, or merge the two operations; move `post` to `/a/{b}`",
    );
    of("get put", "get put", "remove one each of `get`, `put`, or merge the operations");
}

#[test]
fn parameters_that_the_client_cannot_send() {
    let parameter = |rule: &str, parameter: &str, end: &str, help: &str| {
        component(rule, "parameters", parameter, end, help);
    };
    let joined = "the client cannot send object parameter `a` as a single string";
    let suppress = "if the service accepts it; otherwise suppress this rule here: the parameter is \
                    then a string";
    parameter(
        "parameter-object-joined",
        "{name: a, in: query, explode: false, schema: {type: object}}",
        joined,
        &format!("write `explode: true` or `style: deepObject`, {suppress}"),
    );
    parameter(
        "parameter-object-joined",
        "{name: a, in: header, schema: {type: object}}",
        joined,
        &format!("use `type: array` or `type: string`, {suppress}"),
    );
    let styled = |rest: &str, help: &str| {
        let text = format!("{{name: a, in: path, required: true, {rest}}}");
        let style = if rest.contains("label") { "label" } else { "matrix" };
        let end = format!("the client does not support style `{style}`");
        parameter("path-parameter-styled", &text, &end, help);
    };
    let simple = "write `style: simple`, if the service accepts it; otherwise remove the operation";
    let label = "remove `style`, and write `.{a}` in the path";
    let matrix = "remove `style`, and write `;a={a}` in the path";
    styled("style: label, schema: {type: string}", label);
    styled("style: label, explode: true, schema: {type: string}", label);
    styled("style: matrix, schema: {type: integer}", matrix);
    styled("style: matrix, schema: {type: array, items: {}}", matrix);
    styled("style: matrix, explode: true, schema: {type: array, items: {}}", simple);
    styled("style: label, schema: {type: array, items: {}}", simple);
    styled("style: matrix, schema: {type: object}", simple);
}

#[test]
fn parameters_with_one_rust_name() {
    let taken = |path_name: &str, parameters: &str, message: &str, help: &str| {
        let item = format!("{{get: {{parameters: [{parameters}], responses: {{}}}}}}");
        let text = path(&format!("/a/{{{path_name}}}"), &item);
        check("parameter-name-taken", &text, 4, message, help);
    };
    let in_path = |name: &str| format!("{{name: {name}, in: path, required: true, schema: {{}}}}");
    let in_header = |name: &str| format!("{{name: {name}, in: header, schema: {{}}}}");
    let rename = |name: &str| {
        format!(
            "rename path parameter `{name}`, also in the path; its name does not change the request"
        )
    };
    taken(
        "a-b",
        &[in_header("A-B"), in_path("a-b")].join(", "),
        "path parameter `a-b` has the Rust name `a_b` of header parameter `A-B`",
        &rename("a-b"),
    );
    taken(
        "header_map",
        &in_path("header_map"),
        "path parameter `header_map` has the Rust name `header_map`, which is reserved",
        &rename("header_map"),
    );
    taken(
        "b",
        &[in_path("b"), in_header("X-A"), in_header("x_a")].join(", "),
        "header parameter `x_a` has the Rust name `x_a` of header parameter `X-A`",
        "remove the parameter, or rename it if the service accepts another header",
    );
    // Twice the same is a diagnostic of `parameter-duplicate`, and no other one.
    let item = [in_header("A"), in_header("A")].join(", ");
    let text = path("/a", &format!("{{get: {{parameters: [{item}], responses: {{}}}}}}"));
    let selected =
        |rule: &lint::Rule| ["parameter-duplicate", "parameter-name-taken"].contains(&rule.info.id);
    let found = lint::check(Source::new("openapi.yaml", text), &selected).swap_remove(0);
    let ids: Vec<_> = found.diagnostics.iter().map(|found| found.rule.id).collect();
    assert_eq!(ids, ["parameter-duplicate"]);
}

#[test]
fn a_field_of_a_media_type_on_the_level_of_media_types() {
    let content = |content: &str, help: &str| {
        let text = format!(
            "{{get: {{responses: {{'200': {{description: A, content: {{{content}}}}}}}}}}}"
        );
        let end = "`schema` is not a valid media type";
        check("media-type-invalid", &path("/a", &text), 4, end, help);
    };
    content(
        "text/plain: {}, application/json: , schema: {}, text/html: {}",
        "indent `schema` under `application/json`",
    );
    content(
        "schema: {}",
        "write a media type such as `application/json` before `schema`, and indent `schema` under \
         it",
    );
    let parameter = |content: &str| {
        let text = format!("{{name: a, in: query, content: {{{content}}}}}");
        let rule = "parameter-content-not-single";
        let end = "expected one media type in `content`, found ";
        (format!("{HEAD}components:\n  parameters:\n    A: {text}\n"), rule, end)
    };
    let (text, rule, end) = parameter("");
    let help = "add a media type to `content`, or write `schema` in place of `content`";
    check(rule, &text, 6, &format!("{end}0"), help);
    let (text, rule, end) = parameter("text/plain: {}, text/html: {}, schema: {}");
    check(rule, &text, 6, &format!("{end}2"), "keep exactly one media type in `content`");
    let (text, rule, _) = parameter("application/json: , schema: {}");
    let selected = |other: &lint::Rule| other.info.id == rule;
    let found = lint::check(Source::new("openapi.yaml", text), &selected).swap_remove(0);
    assert_eq!(found.diagnostics, []);
}

#[test]
fn a_schema_in_itself() {
    let contains = |schemas: &str, help: &str| {
        let text = format!("{HEAD}components:\n  schemas:\n    {schemas}\n");
        check("composition-cycle", &text, 6, "schema `A` contains itself", help);
    };
    let remove = "remove the reference to the schema itself";
    contains("A: {allOf: [{$ref: '#/components/schemas/A'}]}", remove);
    contains("A: {anyOf: [{type: string}, {$ref: '#/components/schemas/A'}]}", remove);
    contains(
        "A: {allOf: [{oneOf: [{$ref: '#/components/schemas/A'}]}]}",
        "move the shared part into a separate schema, and refer to it",
    );
}

#[test]
fn styles_that_are_defined_for_the_type() {
    let misplaced = |rest: &str, location: &str, help: &str| {
        let text = format!("{{name: a, in: {location}, {rest}}}");
        let end = format!("is not allowed in a {location}");
        component("parameter-style-misplaced", "parameters", &text, &end, help);
    };
    misplaced("style: simple, schema: {type: string}", "query", "write `style: form`");
    misplaced(
        "style: label, schema: {type: array, items: {}}",
        "query",
        "use one of: form, spaceDelimited, pipeDelimited",
    );
    misplaced(
        "style: label, explode: true, schema: {type: array, items: {}}",
        "query",
        "write `style: form`",
    );
    misplaced(
        "style: simple, schema: {type: object}",
        "query",
        "use one of: form, spaceDelimited, pipeDelimited, deepObject",
    );
    misplaced(
        "style: simple, schema: {}",
        "query",
        "use one of: form, spaceDelimited, pipeDelimited, deepObject",
    );
}

#[test]
fn entries_that_may_be_references_by_what_holds_them() {
    let misplaced = |text: &str, example: &str| {
        let help = format!("write the entries here; each may be a reference: `{example}`");
        check("ref-misplaced", text, text.lines().count() as u32, "cannot be a reference", &help);
    };
    let head = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n";
    misplaced(&format!("{head}paths: {{$ref: '#/x-a'}}\n"), "/path: {$ref: …}");
    misplaced(&path("/a", "{get: {responses: {$ref: '#/x-a'}}}"), "'200': {$ref: …}");
    misplaced(&format!("{HEAD}components: {{schemas: {{$ref: '#/x-a'}}}}\n"), "name: {$ref: …}");
}

#[test]
fn files_that_cannot_be_read() {
    let check = |bytes: &[u8], message: &str, help: &str| {
        let source = Source::from_bytes("openapi.yaml", bytes.to_vec());
        let found = lint::check(source, &|_| true).swap_remove(0).diagnostics;
        let [found] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((&*found.message, &*found.help), (message, help));
    };
    check(b"info: {title: Gr\xf3n}", "byte 0xF3 is not valid UTF-8", "save the file as UTF-8");
    check(
        b"get: {responses: {}}",
        "the field `openapi` is missing: this is not an OpenAPI document",
        "add `openapi: 3.0.3`; if another document refers to this file, name that document",
    );
    check(
        b"a: {b: 1\nc: 2",
        "a `,` or `}` is missing before this",
        "add it, or put text that contains braces or `: ` in quotes",
    );
    check(
        b"a: [b\nc: 2",
        "a `,` or `]` is missing before this",
        "close the array, or put text that contains `: ` in quotes",
    );
    check(
        b"a:\n  b: {c: 1\n }\n",
        "a value in braces or brackets continues on a line that is not indented more than its key",
        "indent the line and the closing brace or bracket more than the key",
    );
}

#[test]
fn a_shared_object_without_an_example_is_reported_once() {
    let item = "{post: {requestBody: {content: {application/json: {}}}, responses: {'200': \
                {description: A, content: {application/json: {}}}}}}";
    let text = path("/a", item) + "  /b: {$ref: '#/paths/~1a'}\n";
    let help = "add the documented response to `examples` under a name";
    check("example-missing", &text, 4, "response 200 of POST /a has no example", help);
    let help = "add the documented body to `examples` under the name of the response example";
    check("request-example-missing", &text, 4, "the request body of POST /a has no example", help);
    let shared = "{post: {requestBody: {$ref: '#/components/requestBodies/B'}, responses: \
                  {'200': {$ref: '#/components/responses/B'}}}}";
    let text = format!(
        "components:\n  requestBodies: {{B: {{content: {{application/json: {{}}}}}}}}\n  \
         responses: {{B: {{description: A, content: {{application/json: {{}}}}}}}}\n{}  /b: {shared}\n",
        path("/a", shared)
    );
    let help = "add the documented response to `examples` under a name";
    check("example-missing", &text, 3, "response `B` has no example", help);
    let help = "add the documented body to `examples` under the name of the response example";
    check("request-example-missing", &text, 2, "request body `B` has no example", help);
}

//! The mutations: each an edit of `document.yaml` that a maintainer may make.

use super::edit::Edit::{self, Put, Remove, Rename, Say};

pub struct Mutation {
    pub name: &'static str,
    /// Makes the old document, where `document.yaml` does not have what the mutation is about.
    pub before: &'static [Edit],
    pub edits: &'static [Edit],
}

const fn mutation(name: &'static str, edits: &'static [Edit]) -> Mutation {
    Mutation { name, before: &[], edits }
}

pub const MUTATIONS: &[Mutation] = &[
    mutation("add optional query parameter", &[Put("ShowApigApp/parameters/-", QUERY)]),
    mutation(
        "add required query parameter",
        &[Put("ShowApigApp/parameters/-", QUERY), Put("ShowApigApp/parameters/1/required", "true")],
    ),
    mutation("remove query parameter", &[Remove("ListApigApps/parameters/0")]),
    mutation(
        "query boolean→string",
        &[
            Put("parameters/IphertextEnabled/schema/type", r#""string""#),
            Put("parameters/IphertextEnabled/example", r#""true""#),
        ],
    ),
    mutation("query optional→required", &[Put("parameters/Limit/required", "true")]),
    mutation(
        "add optional request property",
        &[Put("schemas/CreateApigAppRequest/properties/extra", TEXT)],
    ),
    mutation(
        "add required request property",
        &[
            Put("schemas/CreateApigAppRequest/properties/extra", TEXT),
            Put("schemas/CreateApigAppRequest/required/-", r#""extra""#),
        ],
    ),
    mutation(
        "request property becomes required",
        &[Put("schemas/CreateApigAppRequest/required/-", r#""app_remark""#)],
    ),
    mutation(
        "request property becomes optional",
        &[Remove("schemas/CreateApigAppRequest/required")],
    ),
    mutation(
        "remove response property",
        &[Remove("schemas/ApigAppDetailInfo/properties/app_remark")],
    ),
    mutation("add response property", &[Put("schemas/ApigAppDetailInfo/properties/extra", TEXT)]),
    mutation(
        "response int32→int64",
        &[Put("schemas/ApigAppDetailInfo/properties/bounded_api_count/format", r#""int64""#)],
    ),
    mutation(
        "response property becomes required",
        &[Put("schemas/ApigAppDetailInfo/required", r#"["app_id"]"#)],
    ),
    mutation(
        "response enum value added",
        &[Put("schemas/AppType/x-extensible-enum/-", r#""ROMA""#)],
    ),
    mutation("response enum value removed", &[Remove("schemas/AppType/x-extensible-enum/0")]),
    mutation(
        "response property becomes nullable",
        &[Put("schemas/ApigAppDetailInfo/properties/user_id/nullable", "true")],
    ),
    mutation("operation id renamed", &[Put("ShowApigApp/operationId", r#""GetApigApp""#)]),
    mutation(
        "operation added",
        &[Put(
            "paths/~1v1~1{project_id}~1app-auth~1quota",
            r##"{"parameters": [{"$ref": "#/components/parameters/ProjectId"}], "get": {
                "operationId": "ShowQuota", "summary": "Show the quota",
                "responses": {"200": {"description": "The quota."}}}}"##,
        )],
    ),
    mutation(
        "operation removed",
        &[Remove("paths/~1v1~1{project_id}~1app-auth~1apps~1{app_id}/delete")],
    ),
    mutation(
        "path parameter renamed",
        &[Say("{app_id}", "{application_id}"), Put("parameters/AppId/name", r#""application_id""#)],
    ),
    mutation("404 response removed", &[Remove("ShowApigApp/responses/404")]),
    mutation(
        "404 gets another schema",
        &[Put(
            "ShowApigApp/responses/404",
            r#"{"description": "No app.", "content": {"application/json": {"schema":
                {"type": "object", "properties": {"reason": {"type": "string"}}}}}}"#,
        )],
    ),
    mutation("500 response added", &[Put("ShowApigApp/responses/500", FORBIDDEN)]),
    mutation("200→201", &[Rename("CreateApigApp/responses/200", "201")]),
    mutation(
        "error media type changed",
        &[Rename("responses/Forbidden/content/application~1json", "application/problem+json")],
    ),
    mutation(
        "request maxLength added",
        &[Put("schemas/CreateApigAppRequest/properties/app_remark/maxLength", "100")],
    ),
    mutation("schema renamed only", &[Say("ApigAppDetailInfo", "AppDetail")]),
    mutation("description only", &[Put("ShowApigApp/description", r#""Shows one app.""#)]),
    mutation("security removed", &[Remove("security")]),
    mutation(
        "response format date-time added",
        &[Put("schemas/ApigAppDetailInfo/properties/app_remark/format", r#""date-time""#)],
    ),
    mutation(
        "response additionalProperties false",
        &[Put("schemas/ApigAppDetailInfo/additionalProperties", "false")],
    ),
    mutation(
        "path parameter pattern added",
        &[Put(
            "parameters/AppId/schema",
            r##"{"allOf": [{"$ref": "#/components/schemas/AppId"}], "pattern": "^[a-z0-9-]+$"}"##,
        )],
    ),
    mutation(
        "optional header parameter added",
        &[
            Put("ShowApigApp/parameters/-", QUERY),
            Put("ShowApigApp/parameters/1/in", r#""header""#),
            Put("ShowApigApp/parameters/1/name", r#""X-Trace""#),
        ],
    ),
    mutation(
        "path template order swapped",
        &[Say("/app-auth/{service_id}/apis/{api_id}", "/app-auth/{api_id}/apis/{service_id}")],
    ),
    mutation("default response added", &[Put("ShowApigApp/responses/default", FORBIDDEN)]),
    mutation(
        "response integer→number",
        &[
            Put("schemas/ApigAppDetailInfo/properties/bounded_api_count/type", r#""number""#),
            Remove("schemas/ApigAppDetailInfo/properties/bounded_api_count/format"),
        ],
    ),
    Mutation {
        name: "response maxLength removed",
        before: &[Put("schemas/ApigAppDetailInfo/properties/app_remark/maxLength", "200")],
        edits: &[Remove("schemas/ApigAppDetailInfo/properties/app_remark/maxLength")],
    },
    mutation("info.version only", &[Put("info/version", r#""0.2.0""#)]),
    mutation(
        "new query parameter that sorts first",
        &[
            Put("ListApigApps/parameters/0", QUERY),
            Put("ListApigApps/parameters/0/name", r#""a_name""#),
        ],
    ),
    mutation(
        "array item type changed",
        &[Put("schemas/ApigAppDetailInfo/properties/app_codes/items", r#"{"type": "integer"}"#)],
    ),
    mutation(
        "request body becomes optional",
        &[Put("CreateApigApp/requestBody/required", "false")],
    ),
    mutation(
        "server URL changed",
        &[Put("servers/0/url", r#""https://modelarts2.{region}.myhuaweicloud.com""#)],
    ),
    // What the wire does not tell, and Rust does.
    mutation("optional request body added", &[Put("DeleteApigApp/requestBody", BODY)]),
    mutation(
        "required request body added",
        &[
            Put("DeleteApigApp/requestBody", BODY),
            Put("DeleteApigApp/requestBody/required", "true"),
        ],
    ),
    mutation("request body removed", &[Remove("CreateAppAuthApi/requestBody")]),
    mutation(
        "query text gets a list of values",
        &[Put("parameters/WorkspaceId/schema/x-extensible-enum", r#"["0"]"#)],
    ),
    mutation("list of values removed", &[Remove("schemas/SortOrder/x-extensible-enum")]),
    mutation(
        "required request property becomes nullable",
        &[Put("schemas/ApiAppAuthRequest/properties/apps/nullable", "true")],
    ),
    mutation(
        "response text becomes secret",
        &[Put("schemas/ApigAppDetailInfo/properties/app_key/format", r#""password""#)],
    ),
    mutation(
        "response additionalProperties of a type",
        &[Put("schemas/ApigAppDetailInfo/additionalProperties", TEXT)],
    ),
    mutation(
        "response property gets a choice",
        &[Put(
            "schemas/ApigAppDetailInfo/properties/app_key",
            r#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#,
        )],
    ),
    mutation(
        "response schema becomes a request schema too",
        &[
            Put("DeleteApigApp/requestBody", BODY),
            Put(
                "DeleteApigApp/requestBody/content/application~1json/schema",
                r##"{"$ref": "#/components/schemas/AuthTypeApiBasicInfo"}"##,
            ),
        ],
    ),
    mutation(
        "operation id with the same name in Rust",
        &[Put("ShowApigApp/operationId", r#""showApigApp""#)],
    ),
    mutation("pagination removed", &[Remove("ListApigApps/x-pagination")]),
    mutation("results removed", &[Remove("CreateAndAuthAppAuthApi/responses/200/x-results")]),
    mutation("guaranteed fields removed", &[Remove("ShowApigApp/responses/200/x-guaranteed")]),
];

/// The numbers of those that oasdiff, which knows only the wire, calls harmless.
pub const HARMLESS_TO_OASDIFF: [usize; 25] = [
    1, 4, 6, 9, 11, 13, 15, 17, 18, 20, 21, 23, 25, 27, 28, 29, 30, 31, 32, 33, 34, 35, 38, 41, 42,
];

const TEXT: &str = r#"{"type": "string"}"#;

const QUERY: &str = r#"{"name": "extra", "in": "query", "description": "An extra.",
    "schema": {"type": "string"}, "example": "x"}"#;

const BODY: &str = r##"{"content": {"application/json":
    {"schema": {"$ref": "#/components/schemas/CreateApiRequest"}}}}"##;

const FORBIDDEN: &str = r##"{"$ref": "#/components/responses/Forbidden"}"##;

//! The other versions, as messages call them.

pub const SWAGGER: &str = "Swagger 2.0";
pub const JSON_SCHEMA: &str = "JSON Schema";
pub const OPENAPI_3_1: &str = "OpenAPI 3.1";
pub const OPENAPI_3_2: &str = "OpenAPI 3.2";

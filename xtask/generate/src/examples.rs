//! Writes the example in the documentation of a method, from an example of the document.

use serde_json::Value;
use spec::ExampleCall;
use syn::Type;

use super::arguments::Argument;
use super::model::Operation;
use super::signatures::{Signatures, last, list, optional};

/// Returns Rust code for the first documented call that succeeds; `None` if there is none, or if a
/// value of it has no literal.
pub fn write(
    operation: &Operation,
    arguments: &[Argument],
    calls: &[ExampleCall],
    signatures: &Signatures,
) -> Option<String> {
    let mut calls = calls.iter().filter(|call| operation.is(call.operation));
    let call = calls.find(|call| call.is_success())?;
    let given = call.arguments();
    let value = |argument: &Argument| {
        let is_given = |one: &&spec::Argument| {
            one.name == argument.parameter.name && one.place == argument.location()
        };
        given.iter().find(is_given).map(|one| one.value.clone())
    };
    let (mut passed, mut set) = (Vec::new(), String::new());
    for argument in arguments {
        let value = value(argument);
        let code = value.and_then(|value| literal(&value, &argument.ty, signatures));
        match code {
            Some(code) if argument.parameter.required => passed.push(code),
            Some(code) => set.push_str(&format!(".{}({code})", argument.ident())),
            None if argument.parameter.required => return None,
            None => {}
        }
    }
    match (&operation.body, call.request) {
        (Some(body), Some(value)) => {
            let schema = body.schema.as_ref()?;
            let mut code = object(&value.to_value(), schema, signatures)?;
            if let Some(alias) = &body.alias {
                let (own, alias) = (format!("types::{schema}::"), format!("operations::{alias}::"));
                code = code.replacen(&own, &alias, 1);
            }
            match body.required {
                true => passed.push(code),
                false => set.push_str(&format!(".body({code})")),
            }
        }
        (Some(body), None) if body.required => return None,
        _ => {}
    }
    let function = operation.function();
    let call = format!("client.{function}({}){set}.send().await?", passed.join(", "));
    fenced(&call)
}

/// Formats the call as a doctest, in which only the call is visible.
fn fenced(call: &str) -> Option<String> {
    let head = "async fn call(client: modelarts_app_auth::Client) \
                -> Result<(), modelarts_app_auth::Error>";
    let file = syn::parse_str(&format!("{head} {{ let response = {call}; }}")).ok()?;
    let formatted = prettyplease::unparse(&file);
    let body = formatted.lines().skip_while(|line| !line.contains("let response"));
    let body: Vec<&str> = body.filter_map(|line| line.strip_prefix("    ")).collect();
    let body = body.join("\n");
    Some(format!(
        "```no_run\n# use modelarts_app_auth::{{operations, types}};\n# {head} {{\n{body}\n# Ok(())\n# }}\n```"
    ))
}

fn literal(value: &Value, ty: &Type, signatures: &Signatures) -> Option<String> {
    let ty = optional(ty).unwrap_or(ty);
    // A property that may be null has two options.
    let ty = optional(ty).unwrap_or(ty);
    let scalar = last(ty).unwrap_or_default();
    match value {
        Value::Bool(_) => (scalar == "bool").then(|| value.to_string()),
        Value::Number(number) => number_literal(number, &scalar),
        // All other types can be converted from a string.
        Value::String(_) if scalar == "bool" || NUMBERS.contains(&scalar.as_str()) => None,
        Value::String(_) if list(ty).is_some() => None,
        Value::String(text) => Some(format!("{text:?}")),
        Value::Array(items) => {
            let item = list(ty)?;
            if items.is_empty() {
                return Some(format!("Vec::<{}>::new()", item_name(item, signatures)?));
            }
            // Lists of several lengths have several types as arrays, and `new` takes no others.
            if list(item).is_some() {
                return None;
            }
            let items = items.iter().map(|value| literal(value, item, signatures));
            Some(format!("[{}]", items.collect::<Option<Vec<_>>>()?.join(", ")))
        }
        Value::Object(_) => object(value, &last(ty)?, signatures),
        Value::Null => None,
    }
}

/// Returns a type as the example can name it; `None` if it cannot.
fn item_name(ty: &Type, signatures: &Signatures) -> Option<String> {
    let name = last(ty)?;
    match name.as_str() {
        "String" | "bool" => Some(name),
        scalar if NUMBERS.contains(&scalar) => Some(name),
        known if signatures.structs.contains_key(known) => Some(format!("types::{name}")),
        _ => None,
    }
}

/// Returns whether a caller can pass a value as an argument of a type. A number or a boolean can also
/// be a text.
pub fn is_of(value: &Value, ty: &Type) -> bool {
    let scalar = last(ty).unwrap_or_default();
    match value {
        Value::Array(items) => {
            list(ty).is_some_and(|item| items.iter().all(|value| is_of(value, item)))
        }
        Value::String(_) => {
            !(scalar == "bool" || NUMBERS.contains(&scalar.as_str()) || list(ty).is_some())
        }
        Value::Bool(_) => !NUMBERS.contains(&scalar.as_str()) && list(ty).is_none(),
        Value::Number(number) if NUMBERS.contains(&scalar.as_str()) => {
            number_literal(number, &scalar).is_some()
        }
        Value::Number(_) => scalar != "bool" && list(ty).is_none(),
        Value::Object(_) | Value::Null => false,
    }
}

const NUMBERS: [&str; 10] = ["f32", "f64", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"];

/// Returns a number as a literal of a type; `None` if the type cannot represent it.
fn number_literal(number: &serde_json::Number, ty: &str) -> Option<String> {
    fn integer<T: TryFrom<i128> + std::fmt::Display>(number: i128) -> Option<String> {
        T::try_from(number).ok().map(|number| number.to_string())
    }
    let whole = number.as_i64().map(i128::from).or(number.as_u64().map(i128::from));
    match ty {
        "f32" | "f64" => number.as_f64().map(|number| format!("{number:?}")),
        "i8" => integer::<i8>(whole?),
        "i16" => integer::<i16>(whole?),
        "i32" => integer::<i32>(whole?),
        "i64" => integer::<i64>(whole?),
        "u8" => integer::<u8>(whole?),
        "u16" => integer::<u16>(whole?),
        "u32" => integer::<u32>(whole?),
        "u64" => integer::<u64>(whole?),
        _ => None,
    }
}

/// Returns the call of a constructor with the required fields, and of the setters of the others.
fn object(value: &Value, name: &str, signatures: &Signatures) -> Option<String> {
    let (mut passed, mut set) = (Vec::new(), String::new());
    for field in signatures.structs.get(name)? {
        match value.get(&field.name) {
            Some(value) => {
                let code = literal(value, &field.ty, signatures)?;
                match field.required {
                    true => passed.push(code),
                    false => set.push_str(&format!(".{}({code})", field.ident)),
                }
            }
            None if field.required => return None,
            None => {}
        }
    }
    Some(format!("types::{name}::new({}){set}", passed.join(", ")))
}

#[cfg(test)]
mod tests {
    #[test]
    fn number_becomes_a_literal_of_its_type() {
        for (value, ty, literal) in [
            ("3", "f64", Some("3.0")),
            ("3", "i32", Some("3")),
            ("3000000000", "i32", None),
            ("-1", "u64", None),
            ("1.5", "i64", None),
            ("1", "String", None),
        ] {
            let number = value.parse().expect("a number");
            assert_eq!(super::number_literal(&number, ty).as_deref(), literal, "{value} {ty}");
        }
    }
}

use crate::call::operation::Operation;
use crate::call::received_response::ReceivedResponse;

/// Returns nothing for a response without a body, and for one whose status is documented without a
/// body if the body that came cannot be read.
pub(super) fn optional<T>(
    response: &ReceivedResponse,
    is_documented_empty: bool,
    read: Result<Option<T>, String>,
) -> Result<Option<T>, String> {
    match read {
        _ if response.body.is_empty() => Ok(None),
        Err(_) if is_documented_empty => Ok(None),
        read => read,
    }
}

/// Reads a response of any media type.
pub(super) fn bytes(response: &ReceivedResponse, _: &Operation) -> Result<Vec<u8>, String> {
    Ok(response.body.to_vec())
}

/// Reads text in the charset that the service names. Without one it is UTF-8, or what a byte order
/// mark says.
pub(super) fn text(response: &ReceivedResponse, _: &Operation) -> Result<String, String> {
    let body = &response.body[..];
    let charset = charset(response);
    let (charset, body) = match body {
        [0xEF, 0xBB, 0xBF, body @ ..] => ("utf-8", body),
        [0xFF, 0xFE, body @ ..] => ("utf-16le", body),
        [0xFE, 0xFF, body @ ..] => ("utf-16be", body),
        body => (charset.as_deref().unwrap_or("utf-8"), body),
    };
    let text = match charset {
        "utf-8" | "utf8" | "us-ascii" | "ascii" => std::str::from_utf8(body).ok().map(str::to_owned),
        "iso-8859-1" | "latin1" => Some(body.iter().copied().map(char::from).collect()),
        "windows-1252" => Some(body.iter().copied().map(windows_1252).collect()),
        "utf-16" | "utf-16be" => utf_16(body, u16::from_be_bytes),
        "utf-16le" => utf_16(body, u16::from_le_bytes),
        _ => return Err("the text has a charset that the client cannot read".to_owned()),
    };
    text.ok_or_else(|| "the text is not in its charset".to_owned())
}

/// Returns the charset that the service names, in lower case.
fn charset(response: &ReceivedResponse) -> Option<String> {
    let content_type = response.headers.get("content-type")?.to_str().ok()?;
    content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_charset = name.trim().eq_ignore_ascii_case("charset");
        is_charset.then(|| value.trim().trim_matches(['"', '\'']).to_ascii_lowercase())
    })
}

fn utf_16(body: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units = body.chunks(2).map(|bytes| Some(unit(bytes.try_into().ok()?)));
    String::from_utf16(&units.collect::<Option<Vec<u16>>>()?).ok()
}

/// Returns the character of a byte in Windows-1252, which differs from ISO 8859-1 in 27 bytes.
fn windows_1252(byte: u8) -> char {
    const FROM_0X80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let listed = byte.checked_sub(0x80).and_then(|at| FROM_0X80.chars().nth(at.into()));
    listed.unwrap_or(char::from(byte))
}

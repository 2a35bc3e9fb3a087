//! Request bodies and responses.

use spec::{Node, is_required};

use super::context::{Context, Transmission};
use super::impact::Level;
use super::matched::Matched;
use super::matching;
use super::pairs::ObjectPair;
use super::resolved_object::ResolvedObject;
use super::rust_bodies::RequestForm;

/// What a change of a request body is about.
pub fn subject(body: Node) -> String {
    format!("{} request body", if is_required(body) { "required" } else { "optional" })
}

/// Returns the context of a request body, which callers see in Rust unless the service sends it, or
/// it has no content.
pub fn in_rust(context: Context, body: Node) -> Context {
    let has_content = RequestForm::of(body) != RequestForm::None;
    Context { typed: context.is_request() && has_content, ..context }
}

/// The media types of a body, in a word.
pub fn media_types(body: Node) -> String {
    let names: Vec<_> =
        body.get("content").into_iter().flat_map(Node::entries).map(|entry| entry.key).collect();
    if names.is_empty() { "no content".to_owned() } else { names.join(" or ") }
}

/// What it means to source code that a media type of a request was added or removed: callers give
/// JSON, bytes, or one of both, and name one of several media types.
pub fn of_media_type(pair: &ObjectPair) -> Level {
    let [was, is] = [&pair.base, &pair.head].map(|body| RequestForm::of(body.anchor()));
    match (was, is) {
        _ if !pair.context.is_request() || was == is => Level::None,
        // JSON becomes the choice that an argument takes.
        (RequestForm::Json, RequestForm::Choice) => Level::Risky,
        _ => Level::Breaking,
    }
}

/// Whether values of a media type may be XML.
pub fn may_be_xml(media_type: &str) -> bool {
    let essence = spec::essence(media_type);
    essence.ends_with("xml") || essence.ends_with("/*")
}

/// Whether a media type is one of a range, such as `image/*`.
pub fn is_in_range(media_type: &str, range: &str) -> bool {
    let (media_type, range) = (spec::essence(media_type), spec::essence(range));
    let class = range.strip_suffix('*').filter(|_| media_type != range);
    range == "*/*" && media_type != range
        || class.is_some_and(|class| media_type.starts_with(class))
}

/// How the encodings of a media type are reached: they count in forms only.
pub fn encoding_context(pair: &ObjectPair) -> Context {
    let is_form = |object: &ResolvedObject| {
        let name = object.anchor().key().map(spec::essence).unwrap_or_default();
        name.starts_with("multipart/") || name.ends_with("form-urlencoded") || name.ends_with("/*")
    };
    match is_form(&pair.base) || is_form(&pair.head) {
        true => pair.context,
        false => Context { transmission: Transmission::Never, ..pair.context },
    }
}

/// A value with its key.
type Named<'d> = (&'d str, Node<'d>);

/// Media types that only one of two bodies has, each with the range that covers it in the other.
pub fn covered_content<'d>(pair: &ObjectPair<'d>) -> Vec<(Named<'d>, Named<'d>)> {
    let Matched { removed, added, .. } = matching::content(pair);
    let removed = removed.into_iter().filter_map(|one| Some((one, range(&pair.head, one.0)?)));
    let added = added.into_iter().filter_map(|other| Some((range(&pair.base, other.0)?, other)));
    removed.chain(added).collect()
}

/// The range of media types in a body that covers one.
pub fn range<'d>(body: &ResolvedObject<'d>, name: &str) -> Option<(&'d str, Node<'d>)> {
    let essence = spec::essence(name);
    let class = essence.split('/').next().unwrap_or_default();
    let ranges = [format!("{class}/*"), "*/*".to_owned()];
    let entries = || body.get("content").into_iter().flat_map(Node::entries);
    let mut wider = ranges.iter().filter(|range| **range != essence);
    let found = wider.find_map(|range| entries().find(|entry| spec::essence(entry.key) == *range));
    found.map(|entry| (entry.key, entry.value))
}

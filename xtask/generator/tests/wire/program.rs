//! Makes calls against a server of its own, and compares the bytes of each request.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};

use modelarts_app_auth::operations::RequestBody;
use modelarts_app_auth::{Client, types};

/// Starts a server that reports the head and the body of each request, and sends the body back.
fn start() -> (Client, Receiver<(String, String)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, requests) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.unwrap());
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                stream.read_line(&mut head).unwrap();
            }
            let length = header(&head, "content-length").map_or(0, |text| text.parse().unwrap());
            let mut body = vec![0; length];
            stream.read_exact(&mut body).unwrap();
            let text = if body.is_empty() { b"{}".to_vec() } else { body.clone() };
            sender.send((head, String::from_utf8(body).unwrap())).unwrap();
            let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: ";
            let response = [format!("{head}{}\r\n\r\n", text.len()).into_bytes(), text].concat();
            stream.get_mut().write_all(&response).unwrap();
        }
    });
    (Client::for_loopback(&url, "p").unwrap(), requests)
}

/// Returns the only header of a name.
fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let lines = head.lines().skip(1).filter_map(|line| line.split_once(": "));
    let mut values = lines.filter(|(known, _)| *known == name).map(|(_, value)| value);
    let value = values.next();
    assert_eq!(values.next(), None, "two headers `{name}`: {head}");
    value
}

struct Calls(Receiver<(String, String)>);

impl Calls {
    /// Returns a header of the last request.
    fn header(&self, name: &str) -> Option<String> {
        header(&self.0.recv().unwrap().0, name).map(str::to_owned)
    }

    /// Returns the path and the query of the last request.
    fn url(&self) -> String {
        self.0.recv().unwrap().0.split(' ').nth(1).unwrap().to_owned()
    }

    /// Returns the media type and the body of the last request.
    fn body(&self) -> (Option<String>, String) {
        let (head, body) = self.0.recv().unwrap();
        (header(&head, "content-type").map(str::to_owned), body)
    }
}

/// Makes a call, and returns the response as JSON.
macro_rules! sent_and_received {
    ($call:expr) => {
        serde_json::to_string(&*$call.send_blocking().unwrap()).unwrap()
    };
}

macro_rules! send {
    ($call:expr) => {
        drop($call.send_blocking())
    };
}

/// Checks that a call is refused before anything is sent.
#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, modelarts_app_auth::Error>) {
    let error = result.expect_err("a value that is not sent");
    assert_eq!(error.kind(), modelarts_app_auth::ErrorKind::InvalidArgument, "{error}");
}

fn main() {
    let (client, requests) = start();
    let calls = Calls(requests);

    send!(client.get_headers().api_version("2"));
    assert_eq!(calls.header("api-version").as_deref(), Some("2"));
    send!(client.get_headers());
    assert_eq!(calls.header("api-version"), None);
    send!(client.get_headers().x_other("o"));
    assert_eq!(calls.header("x-other").as_deref(), Some("o"));
    send!(client.get_own().x_auth_token("mine"));
    assert_eq!(calls.header("x-auth-token").as_deref(), Some("mine"));
    send!(client.get_own());
    assert_eq!(calls.header("x-auth-token").as_deref(), Some("loopback"));

    let text = |media: &str, body: &str| (Some(media.to_owned()), body.to_owned());
    send!(client.put_text("null"));
    assert_eq!(calls.body(), text("text/plain", "null"));
    send!(client.post_text().body("null"));
    assert_eq!(calls.body(), text("text/plain", "null"));
    send!(client.post_text().body(""));
    assert_eq!(calls.body(), text("text/plain", ""));
    send!(client.post_text());
    assert_eq!(calls.body(), (None, String::new()));
    send!(client.post_image("image/png").body(*b"null"));
    assert_eq!(calls.body(), text("image/png", "null"));
    send!(client.post_image("image/png"));
    assert_eq!(calls.body(), (None, String::new()));
    send!(client.put_any(serde_json::Value::Null.into()));
    assert_eq!(calls.body(), text("application/json", "null"));
    send!(client.put_nullable(None.into()));
    assert_eq!(calls.body(), text("application/json", "null"));
    send!(client.put_nullable(Some(types::Nullable::new().a("b")).into()));
    assert_eq!(calls.body(), text("application/json", r#"{"a":"b"}"#));
    send!(client.post_nullable().body(None.into()));
    assert_eq!(calls.body(), text("application/json", "null"));
    send!(client.post_nullable());
    assert_eq!(calls.body(), (None, String::new()));

    let json = |body: &str| text("application/json", body);
    let others = serde_json::Map::from_iter([("z".to_owned(), 2.into())]);
    let open = types::Open::new().a("b").extra(others.clone());
    assert_eq!(sent_and_received!(client.put_open(open)), r#"{"a":"b","z":2}"#);
    assert_eq!(calls.body(), json(r#"{"a":"b","z":2}"#));
    send!(client.put_part(types::OpenPart::new().a("b").extra(others)));
    assert_eq!(calls.body(), json(r#"{"a":"b","z":2}"#));
    let bike = types::Vehicle::new("bike").towed(types::Vehicle::new("car").doors(3));
    let bike_json = r#"{"kind":"bike","towed":{"doors":3,"kind":"car"}}"#;
    assert_eq!(sent_and_received!(client.put_vehicle(bike)), bike_json);
    assert_eq!(calls.body(), json(bike_json));
    send!(client.put_car(types::Car::new(3, "car")));
    assert_eq!(calls.body(), json(r#"{"doors":3,"kind":"car"}"#));

    let empty = || std::iter::empty::<String>();
    let patch = |patch: types::Patch| {
        send!(client.patch_it(patch));
        calls.body().1
    };
    let new = || {
        let mut patch = types::Patch::new("kept");
        patch.kept = Some(None);
        patch
    };
    assert_eq!(patch(new()), r#"{"kept":null}"#);
    assert_eq!(patch(new().name("a")), r#"{"kept":null,"name":"a"}"#);
    assert_eq!(patch(new().name_null()), r#"{"kept":null,"name":null}"#);
    assert_eq!(patch(new().count(1)), r#"{"count":1,"kept":null}"#);
    assert_eq!(patch(new().count_null()), r#"{"count":null,"kept":null}"#);
    assert_eq!(
        patch(new().tags([None, Some("a".to_owned())])),
        r#"{"kept":null,"tags":[null,"a"]}"#
    );
    assert_eq!(patch(new().tags_null()), r#"{"kept":null,"tags":null}"#);
    assert_eq!(patch(new().plain(empty())), r#"{"kept":null,"plain":[]}"#);
    assert_eq!(patch(new().inner(types::Open::new())), r#"{"inner":{},"kept":null}"#);
    assert_eq!(patch(new().inner_null()), r#"{"inner":null,"kept":null}"#);
    assert_eq!(patch(new().key("s")), r#"{"kept":null,"key":"s"}"#);
    assert_eq!(patch(new().key_null()), r#"{"kept":null,"key":null}"#);
    assert_eq!(patch(new().type_null()), r#"{"kept":null,"type":null}"#);
    assert_eq!(patch(new().map_null()), r#"{"kept":null,"map":null}"#);

    assert!(client.patch_it(new().name("a")).send_blocking().is_ok());
    assert_eq!(calls.body(), text("application/merge-patch+json", r#"{"kept":null,"name":"a"}"#));
    assert!(client.patch_it(new().name_null()).send_blocking().is_err(), "`name` is guaranteed");
    assert_eq!(calls.body().1, r#"{"kept":null,"name":null}"#);

    let numbers = types::Numbers::new().large(u64::MAX).wide(4_294_967_295);
    let numbers_json = r#"{"large":18446744073709551615,"wide":4294967295}"#;
    let call = client.put_numbers(-1.5).q(1e21).body(numbers);
    assert_eq!(sent_and_received!(call), numbers_json);
    let (head, body) = calls.0.recv().unwrap();
    assert!(head.starts_with("PUT /numbers/-1.5?q=1e21 "), "{head}");
    assert_eq!(body, numbers_json);
    for n in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        refused(client.put_numbers(n).send_blocking());
        refused(client.put_numbers(1.0).q(n).send_blocking());
        refused(client.put_numbers(1.0).x_n(n).send_blocking());
        refused(client.put_numbers(1.0).list([1.0, n]).send_blocking());
        refused(client.put_numbers(1.0).joined([n, 1.0]).send_blocking());
        refused(client.put_floats(vec![1.0, n].into()).send_blocking());
        let numbers = types::Numbers::new;
        let map = std::collections::BTreeMap::from([("a".to_owned(), n)]);
        for body in [
            numbers().n(n),
            numbers().cleared(n),
            numbers().more([numbers().n(1.0), numbers().n(n)]),
            numbers().map(map),
        ] {
            refused(client.put_numbers(1.0).body(body).send_blocking());
        }
    }
    send!(client.put_floats(vec![1.0, 2.5].into()));
    assert_eq!(calls.body(), json("[1.0,2.5]"));

    let number = |n: f64| types::Numbers::new().n(n);
    send!(client.put_choice(number(1.5)));
    assert_eq!(calls.body(), json(r#"{"n":1.5}"#));
    refused(client.put_choice(number(f64::NAN)).send_blocking());
    send!(client.put_choice(RequestBody::bytes("multipart/form-data; boundary=b", "null")));
    assert_eq!(calls.body(), text("multipart/form-data; boundary=b", "null"));
    refused(client.put_choice(RequestBody::bytes("a\nb", "null")).send_blocking());
    let merge = "application/merge-patch+json";
    send!(client.patch_choice().body(types::Open::new().a("b")));
    assert_eq!(calls.body(), text(merge, r#"{"a":"b"}"#));
    send!(
        client.patch_choice().body(RequestBody::bytes("application/x-www-form-urlencoded", "null"))
    );
    assert_eq!(calls.body(), text("application/x-www-form-urlencoded", "null"));
    send!(client.patch_choice());
    assert_eq!(calls.body(), (None, String::new()));

    let pair = |a: &str, b: &str| {
        send!(client.get_pair(a, b));
        calls.url()
    };
    assert_eq!(pair("x:y", "z"), "/pairs/x%3Ay:z");
    assert_eq!(pair("x", "y:z"), "/pairs/x:y%3Az");
    assert_eq!(pair("a,b ü*", "~-._"), "/pairs/a%2Cb%20%C3%BC%2A:~-._");
    send!(client.get_file("a.b-c", 1, "d.e"));
    assert_eq!(calls.url(), "/files/a.b-c.1-d.e");
    refused(client.get_file("a", 1, "b-c").send_blocking());
    refused(client.get_file("a", 1, "-").send_blocking());

    send!(client.get_list(["a,b", "c"]));
    assert_eq!(calls.url(), "/lists/a%2Cb,c");
    send!(client.get_list(["a", "b,c"]));
    assert_eq!(calls.url(), "/lists/a,b%2Cc");
    for list in [&[][..], &[""], &["a", ""], &["a/b"], &[".."]] {
        refused(client.get_list(list.iter().copied()).send_blocking());
    }

    let lists = || client.get_lists([1]);
    let url = |call: modelarts_app_auth::operations::GetLists| {
        send!(call);
        calls.url()
    };
    assert_eq!(url(lists().repeated(["a,b c", "d"])), "/lists?repeated=a%2Cb%20c&repeated=d");
    assert_eq!(url(lists().joined(["a,b", "c d"])), "/lists?joined=a%2Cb,c%20d");
    assert_eq!(url(lists().joined(["a", "b,%2C"])), "/lists?joined=a,b%2C%252C");
    assert_eq!(url(lists().piped(["a,b", "c"])), "/lists?piped=a%2Cb%7Cc");
    assert_eq!(url(lists().spaced(["a,b", "c"])), "/lists?spaced=a%2Cb%20c");
    assert_eq!(url(lists().joined([""])), "/lists?joined=");
    assert_eq!(url(lists().text("\u{1}a=+ ,")), "/lists?text=%01a%3D%2B%20%2C");
    for call in [
        lists().repeated(empty()),
        lists().joined(empty()),
        lists().piped(empty()),
        lists().spaced(empty()),
        lists().x_list(empty()),
    ] {
        assert_eq!(url(call), "/lists");
    }
    refused(lists().piped(["a|b", "c"]).send_blocking());
    refused(lists().spaced(["a b", "c"]).send_blocking());
    send!(client.get_lists([1, -2]).x_list(["a b", "c"]));
    let head = calls.0.recv().unwrap().0;
    assert_eq!(header(&head, "x-list"), Some("a b,c"));
    assert_eq!(header(&head, "x-required"), Some("1,-2"));
    for list in [&["a,b"][..], &[" a"], &["a "], &[""], &["a", ""]] {
        refused(lists().x_list(list.iter().copied()).send_blocking());
    }
    assert!(calls.0.try_recv().is_err(), "a refused value was sent");
}

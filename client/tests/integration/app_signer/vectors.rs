//! Requests with the headers of the official signer, huaweicloudsdkcore 3.1.219. The keys are
//! invented.

use serde_json::Value;

use super::official::check;

#[test]
fn requests_are_signed_as_the_official_signer_does() {
    let vectors: Vec<Value> = serde_json::from_str(include_str!("vectors.json")).expect("JSON");
    assert_eq!(vectors.len(), 6);
    for vector in &vectors {
        check(&vector["request"], &vector["official"]);
    }
}

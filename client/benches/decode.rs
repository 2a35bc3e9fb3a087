//! Decoding a list of 1,000 apps, compared with decoding it into a tree of values.
//!
//! `cargo bench --bench decode`

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use modelarts_app_auth::types::ApigAppInfosResponse;
use serde_json::{Value, json};

const APPS: usize = 1_000;

fn decode(criterion: &mut Criterion) {
    let list = list();
    let mut group = criterion.benchmark_group("decode");
    group.throughput(Throughput::Bytes(list.len() as u64));
    group.bench_function("typed", |bencher| {
        bencher.iter(|| serde_json::from_slice::<ApigAppInfosResponse>(&list).expect("a list"));
    });
    group.bench_function("value", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Value>(&list).expect("a list"));
    });
    group.finish();
}

/// The response of ListApigApps, with each app as documented but for its id.
fn list() -> Vec<u8> {
    let app = |number| {
        json!({
            "app_id": format!("logic-app-7ded3898-8306-49ee-a1df-{number:012}"),
            "app_name": "app_c8ae",
            "app_key": "9cdbfd0b65364fbe8b1c6cf29255a46f",
            "app_secret": "c736b99bdc33403ab0652bf91c00e99e",
            "user_id": "04f258c8fb00d42a1f65c00df88cc4dc",
            "project_id": "04f258c84780d5a52f3bc00dc15aa5e7",
            "app_type": "DEDICATE_APIG",
            "app_codes": [],
            "created_at": 1_703_162_733_450_i64,
            "updated_at": 1_703_162_733_450_i64,
            "bounded_api_count": 0,
        })
    };
    let apps: Vec<Value> = (0..APPS).map(app).collect();
    json!({ "apps": apps, "count": APPS, "total_count": APPS }).to_string().into_bytes()
}

criterion_group!(benches, decode);
criterion_main!(benches);

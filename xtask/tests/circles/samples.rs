//! Each kind of arrow, in a crate of a few files.

use std::collections::BTreeSet;

use crate::arrows::{Arrow, arrows};
use crate::circles::{circles, shortest};
use crate::packages::Files;

/// `src/b.rs` declares `Thing`, and the root re-exports it under two names.
const ROOT: &str = "
    mod a; mod b; mod globs { use super::b; pub use b::inner::*; pub use b::*; }
    pub use self::b::Thing as Other; pub use std::fmt; pub struct Root;";
const B: &str = "
    pub struct Thing; pub fn make() {} pub mod inner { pub fn deep() {} }
    macro_rules! set { () => {} } pub(crate) use set;";

fn try_arrows(files: &[(&str, &str)]) -> Result<BTreeSet<Arrow>, String> {
    let file = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    arrows(&files.iter().map(file).collect::<Files>())
}

/// Compares the files to which `src/a.rs` has arrows.
#[track_caller]
fn check(a: &str, others: &[(&str, &str)], expected: &[&str]) {
    let files = [&[("src/lib.rs", ROOT), ("src/a.rs", a), ("src/b.rs", B)], others].concat();
    let found = try_arrows(&files).expect("a crate that compiles");
    let found = found.into_iter().filter(|arrow| arrow.from == "src/a.rs");
    let found: BTreeSet<_> = found.map(|arrow| arrow.to).collect();
    assert_eq!(Vec::from_iter(found), expected, "{a}");
}

#[test]
fn imports() {
    for a in [
        "use crate::b::Thing;",
        "use super::b::Thing;",
        "use super::{b::{self as other, Thing}, Root as _}; use crate::b;",
        "pub(crate) use super::b::*;",
        "use super::{b as c};",
        "use super::{b::*};",
        "use super::b::{*};",
        "fn f() { use crate::{b::{make}}; }",
        "mod x { use super::super::b::Thing; }",
    ] {
        let root = if a.contains("Root") { &["src/b.rs", "src/lib.rs"][..] } else { &["src/b.rs"] };
        check(a, &[], root);
    }
    check("use self::x::Y; mod x { pub struct Y; } use std::fmt; use serde::{de, ser};", &[], &[]);
}

#[test]
fn paths_where_they_are_used() {
    for a in [
        "fn f() { crate::b::make() }",
        "fn f() { super::b::inner::deep() }",
        "fn f(x: &crate::b::Thing) {}",
        "fn f() -> Option<<super::b::Thing as Iterator>::Item> { None }",
        "fn f(x: X) -> bool { matches!(x, super::b::Thing) }",
        "fn f(x: X) { if let crate::b::Thing = x {} }",
        "#[derive(crate::b::Thing)] struct X;",
        "struct X { #[serde(with = \"crate::b::inner\")] x: u8 }",
        "thread_local! { static X: super::b::Thing = f(); }",
        "macro_rules! m { () => { $crate::b::make() } }",
        "impl super::b::Thing {}",
        "fn f<T>() where T: crate::b::Thing {}",
    ] {
        check(a, &[], &["src/b.rs"]);
    }
    for a in [
        "mod x { pub(in super::super) struct X; pub(super) struct Y; }",
        "fn f() { quote!(crate::b::make()); syn::parse_quote! { super::b::Thing } }",
        "/// crate::b::Thing\nstruct X;",
        "fn f(b: B) -> bool { b.c != b.make }",
    ] {
        check(a, &[], &[]);
    }
}

#[test]
fn names_lead_to_the_file_that_declares_them() {
    check("use super::Other;", &[], &["src/b.rs"]);
    check("use crate::globs::Thing;", &[], &["src/b.rs"]);
    check("use super::*; fn f() { Other::new(); }", &[], &["src/b.rs", "src/lib.rs"]);
    check("use super::Root;", &[], &["src/lib.rs"]);
    // What another crate declares is of the file that re-exports it.
    check("use super::fmt;", &[], &["src/lib.rs"]);
    check("use super::globs::inner; fn f() { inner::deep() }", &[], &["src/b.rs"]);
}

#[test]
fn macros() {
    check("fn f() { set!(); }", &[], &["src/b.rs"]);
    check("use crate::b::set; fn f() { set!(); }", &[], &["src/b.rs"]);
    check("fn f() { vec![]; let a = set != b; }", &[], &[]);
    check("macro_rules! set { () => {} } fn f() { set!(); }", &[], &[]);
}

#[test]
fn modules() {
    let c = [("src/a/c.rs", "use super::X;")];
    check("mod c; struct X;", &c, &["src/a/c.rs"]);
    check("rules![c];", &c, &["src/a/c.rs"]);
    check("mod c;", &[("src/a/c/mod.rs", "")], &["src/a/c/mod.rs"]);
    check("mod x { mod c; }", &[("src/a/x/c.rs", "")], &["src/a/x/c.rs"]);
    let d = [("src/a/x/d.rs", "")];
    check("mod x { #[path = \"d.rs\"] mod c; }", &d, &["src/a/x/d.rs"]);
    check(
        "#[path = \"d/e.rs\"] mod c;",
        &[("src/d/e.rs", "mod f;"), ("src/d/f.rs", "")],
        &["src/d/e.rs"],
    );
    check("#[path = \"d.rs\"] mod c; fn f() { c::g() }", &[("src/d.rs", "")], &["src/d.rs"]);
}

#[test]
fn tests_draw_no_arrow() {
    check("#[cfg(test)] mod c;", &[("src/a/c.rs", "use crate::b::Thing;")], &[]);
    check("#[cfg(all(test, unix))] use crate::b::Thing;", &[], &[]);
    check("impl X { #[cfg(test)] fn f() { crate::b::make() } }", &[], &[]);
    check("struct X { #[cfg(test)] x: crate::b::Thing, y: u8 }", &[], &[]);
    check("fn f() { #[cfg(test)] static X: M<u8, crate::b::Thing> = m(); }", &[], &[]);
    // What comes after it does.
    check("impl X { #[cfg(test)] fn f() {} fn g() { crate::b::make() } }", &[], &["src/b.rs"]);
    check("struct X { #[cfg(test)] x: u8, y: crate::b::Thing }", &[], &["src/b.rs"]);
    check("fn f() { #[cfg(test)] x::y(); crate::b::make() }", &[], &["src/b.rs"]);
    check("#[cfg(not(test))] use crate::b::Thing;", &[], &["src/b.rs"]);
    check("#[cfg(any(test, unix))] use crate::b::Thing;", &[], &["src/b.rs"]);
}

#[test]
fn unread_files_are_errors() {
    let error = |files: &[(&str, &str)]| try_arrows(files).expect_err("an error");
    assert_eq!(
        error(&[("src/lib.rs", ""), ("src/x.rs", "fn f() {}")]),
        "src/x.rs: no module has this file"
    );
    assert_eq!(error(&[("src/main.rs", "mod x;")]), "src/main.rs: module `x` has no file");
    assert!(error(&[("src/lib.rs", "fn (")]).starts_with("src/lib.rs: "));
}

#[test]
fn circles_are_found_with_their_shortest_way() {
    let arrows = try_arrows(&[
        ("src/lib.rs", "mod a; mod b; mod c; mod d;"),
        ("src/a.rs", "use crate::b::B;"),
        ("src/b.rs", "pub struct B; use super::c::C;"),
        ("src/c.rs", "pub struct C; use super::{a::f, b};"),
        ("src/d.rs", "use crate::a::g;"),
    ]);
    let arrows = arrows.expect("a crate that compiles");
    let circles = Vec::from_iter(circles(&arrows));
    assert_eq!(circles, [BTreeSet::from(["src/a.rs", "src/b.rs", "src/c.rs"])]);
    assert_eq!(shortest(&arrows, &circles[0]), ["src/b.rs", "src/c.rs", "src/b.rs"]);
    let parent = [("src/lib.rs", "mod a; pub struct X;"), ("src/a.rs", "use super::X;")];
    assert_eq!(super::circles::circles(&try_arrows(&parent).expect("a crate")).len(), 1);
}

//! Prints the listing of the public API for the client of a document, and writes nothing.

use std::io;

use spec::{Document, Source};
use xtask::console;
use xtask::failure::Failure;
use xtask::workspace;

use super::{api_listing, preflight, unsupported};

/// Name of the document in messages
#[derive(clap::Args)]
pub struct Arguments {
    /// The name of the document on standard input
    name: String,
}

/// Reads a document from standard input and prints the listing.
///
/// # Errors
/// No client can be generated from the document.
pub fn list(arguments: &Arguments) -> Result<(), Failure> {
    workspace::require()?;
    let text = io::read_to_string(io::stdin())?;
    let source = Source::new(&arguments.name, text);
    let document =
        Document::parse(&source).map_err(|problems| Failure::unparsable(&source, &problems))?;
    preflight::check(&source, &document)?;
    let generated =
        generate::generate(&document, "", &generate::InvalidValues::default(), &mut |_| {});
    let output =
        generated.map_err(|unsupported| unsupported::failure(&source, &document, unsupported))?;
    console::out(&api_listing::list(&output.files, output.items)?);
    Ok(())
}

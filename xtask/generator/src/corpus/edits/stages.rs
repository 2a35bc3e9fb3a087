//! The stages that edits go through, each for all edits at once.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::clients::{Client, Clients, Code, Verdict};
use super::edit_file::Edit;
use super::observed::{self, Linter};
use super::row::Row;
use super::tested::Tester;
use xtask::console;
use xtask::failure::Failure;

/// Runs lint.
pub fn lint(rows: &mut [Row]) {
    let mut linter = Linter::default();
    for row in rows {
        if let Ok(documents) = &row.documents {
            row.set_lint(linter.new_findings(documents));
        }
    }
}

/// Runs diff.
pub fn diff(rows: &mut [Row]) {
    for row in rows {
        if let Ok(documents) = &row.documents {
            row.set_changes(observed::changes(documents));
        }
    }
}

/// The code before and after an edit; nothing if the edit does not apply.
pub type Generated = Vec<Option<(Code, Client)>>;

/// Generates the clients of both documents.
///
/// # Errors
/// `generate` refuses the document before an edit, or fails without a reason.
pub fn generate(rows: &mut [Row], clients: &Clients) -> Result<Generated, Failure> {
    let mut bases: HashMap<&str, Code> = HashMap::new();
    for row in rows.iter() {
        let Ok([base, _]) = &row.documents else { continue };
        if !bases.contains_key(base.as_str()) {
            bases.insert(base, old_code(&row.edit.name, base, clients)?);
        }
    }
    let generated = side_by_side(rows, |row| {
        let Ok([base, head]) = &row.documents else { return Ok(None) };
        console::err(&format!("generating {}", row.edit.name));
        Ok(Some((bases[base.as_str()].clone(), clients.generate(&row.edit.name, head)?)))
    })?;
    for (row, generated) in rows.iter_mut().zip(&generated) {
        if let Some((base, head)) = generated {
            row.set_generated(base, head);
        }
    }
    Ok(generated)
}

fn old_code(name: &str, document: &str, clients: &Clients) -> Result<Code, Failure> {
    let mut hasher = DefaultHasher::new();
    document.hash(&mut hasher);
    match clients.generate(&format!("before-{:016x}", hasher.finish()), document)? {
        Client::Written(code) => Ok(code),
        Client::Refused => Err(Failure::Unusable(format!(
            "error: {name}: generate refuses the document before the edit"
        ))),
    }
}

/// Applies a function to all items, on as many threads as there are processors.
fn side_by_side<T: Sync, U: Send>(
    items: &[T],
    function: impl Fn(&T) -> Result<U, Failure> + Sync,
) -> Result<Vec<U>, Failure> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let size = items.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let parts = items.chunks(size).map(|part| {
            scope.spawn(|| part.iter().map(&function).collect::<Result<Vec<U>, Failure>>())
        });
        let parts: Vec<_> = parts.collect();
        let done = parts
            .into_iter()
            .map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        Ok(done.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    })
}

/// Compiles the client of each new document, and against it a program that uses the old client.
///
/// # Errors
/// cargo cannot run.
pub fn compile(rows: &mut [Row], clients: &Clients, generated: &Generated) -> Result<(), Failure> {
    let mut names = Vec::new();
    for (base, head) in generated.iter().flatten() {
        let listing = &base.files["client/public-api.txt"];
        if !names.contains(&base.name) {
            clients.add(&base.name, listing)?;
            names.push(base.name.clone());
        }
        if let Client::Written(head) = head
            && head.files != base.files
        {
            clients.add(&head.name, listing)?;
            names.push(head.name.clone());
        }
    }
    console::err(&format!("compiling {} clients", names.len()));
    let verdicts = clients.check(&names)?;
    for (row, generated) in rows.iter_mut().zip(generated) {
        let Some((base, Client::Written(head))) = generated else { continue };
        match verdicts.get(&base.name) {
            Some(Verdict::Compiles) => {}
            verdict => row.problems.push(format!("the old client: {verdict:?}")),
        }
        let known = if head.files == base.files { &base.name } else { &head.name };
        match verdicts.get(known) {
            Some(verdict) => row.set_verdict(verdict.clone()),
            None => row.problems.push("the compiler says nothing".to_owned()),
        }
    }
    Ok(())
}

/// Runs the tests of the edits that leave the document fit for tests.
///
/// # Errors
/// cargo cannot run.
pub fn test(
    rows: &mut [Row],
    generated: &Generated,
    kept: &Path,
    batch: usize,
) -> Result<(), Failure> {
    let tester = Tester::new(kept)?;
    let tested = rows.iter_mut().zip(generated).filter(|(row, generated)| {
        row.edit.content.expect.tests.is_some()
            && matches!(generated, Some((_, Client::Written(_))))
    });
    let mut tested: Vec<&mut Row> = tested.map(|(row, _)| row).collect();
    let edits: Vec<&Edit> = tested.iter().map(|row| row.edit).collect();
    for batch in batches(&edits, batch) {
        let edits: Vec<&Edit> = batch.iter().map(|index| edits[*index]).collect();
        for (index, outcome) in batch.iter().zip(tester.test(&edits)?) {
            tested[*index].set_tested(outcome);
        }
    }
    Ok(())
}

/// Distributes edits to batches in which they apply one after the other.
fn batches(edits: &[&Edit], size: usize) -> Vec<Vec<usize>> {
    let mut batches: Vec<(Vec<usize>, String)> = Vec::new();
    for (index, edit) in edits.iter().enumerate() {
        let open = batches.iter_mut().filter(|(batch, _)| batch.len() < size);
        let mut fitting = open.filter_map(|(batch, text)| {
            let [_, new] = edit.applied_to(text.clone()).ok()?;
            Some((batch, text, new))
        });
        match fitting.next() {
            Some((batch, text, new)) => {
                batch.push(index);
                *text = new;
            }
            None => {
                let [_, new] = edit.documents().unwrap_or_default();
                batches.push((vec![index], new));
            }
        }
    }
    batches.into_iter().map(|(batch, _)| batch).collect()
}

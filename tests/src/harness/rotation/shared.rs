//! What two replicas share: files, or a database, each with its lock.

use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use modelarts_app_auth::{
    AppCredentials, IntentFile, IntentLog, Lease, SecretFile, SecretSink, StoreFuture,
    expose_secrets,
};
use tempfile::TempDir;
use tokio::sync::Mutex as Session;

use super::scene::first_credentials;
use super::store::Store;

/// What the replicas share.
pub trait Shared {
    /// Opens the sink and the log, as each process does for itself.
    fn open(&self) -> (Box<dyn SecretSink + '_>, Box<dyn IntentLog + '_>);
    /// The AppSecret in the sink.
    fn stored(&self) -> String;
    fn has_record(&self) -> bool;
    /// From now on, nothing fails.
    fn repair(&self);
}

/// Real files, with their real lock.
pub struct Files(TempDir);

impl Files {
    /// A sink with the first credentials, and an empty log.
    pub fn new() -> Self {
        let files = Self(TempDir::new().expect("a directory"));
        let first = serde_json::to_vec(&expose_secrets(&first_credentials())).expect("JSON");
        fs::write(files.path("sink"), first).expect("a file");
        files
    }

    pub fn directory(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

impl Shared for Files {
    fn open(&self) -> (Box<dyn SecretSink + '_>, Box<dyn IntentLog + '_>) {
        let log = IntentFile::new(self.path("log"));
        (Box::new(SecretFile::new(self.path("sink"))), Box::new(log))
    }

    fn stored(&self) -> String {
        let json = fs::read(self.path("sink")).expect("a file");
        let credentials: AppCredentials = serde_json::from_slice(&json).expect("credentials");
        credentials.app_secret.expose().to_owned()
    }

    fn has_record(&self) -> bool {
        self.path("log").exists()
    }

    fn repair(&self) {}
}

/// A database whose session has a lock, which fails at times.
struct Database {
    store: Store,
    session: Session<()>,
}

struct Connection<'a>(&'a Database);

impl SecretSink for Connection<'_> {
    fn dry_run(&self) -> StoreFuture<'_> {
        self.0.store.dry_run()
    }

    fn save<'a>(&'a self, credentials: &'a AppCredentials) -> StoreFuture<'a> {
        self.0.store.save(credentials)
    }
}

impl IntentLog for Connection<'_> {
    fn load(&self) -> StoreFuture<'_, Option<String>> {
        self.0.store.load()
    }

    fn record<'a>(&'a self, record: &'a str) -> StoreFuture<'a> {
        self.0.store.record(record)
    }

    fn clear(&self) -> StoreFuture<'_> {
        self.0.store.clear()
    }

    fn lease(&self) -> StoreFuture<'_, Option<Lease<'_>>> {
        Box::pin(async {
            let lock = self.0.session.try_lock().ok();
            Ok(lock.map(|lock| Box::new(lock) as Lease<'_>))
        })
    }
}

impl Shared for Database {
    fn open(&self) -> (Box<dyn SecretSink + '_>, Box<dyn IntentLog + '_>) {
        (Box::new(Connection(self)), Box::new(Connection(self)))
    }

    fn stored(&self) -> String {
        let disk = self.store.disk();
        disk.credentials.as_ref().expect("the sink is never empty").app_secret.expose().to_owned()
    }

    fn has_record(&self) -> bool {
        self.store.disk().record.is_some()
    }

    fn repair(&self) {
        self.store.repair();
    }
}

/// Opens files for the replicas.
pub fn files(_: &mut Rng) -> Box<dyn Shared> {
    Box::new(Files::new())
}

/// Opens a database for the replicas, which has what the files have.
pub fn database(rng: &mut Rng) -> Box<dyn Shared> {
    let store = Store::new(rng);
    store.disk().credentials = Some(first_credentials());
    Box::new(Database { store, session: Session::default() })
}

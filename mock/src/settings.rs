//! Settings for what the documentation leaves open, and for tests.

use std::time::{Duration, SystemTime};

/// The AppSecret and AppCodes in responses to reads. What creates or resets one always shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecretsOnRead {
    /// In plaintext, as in the documented examples.
    #[default]
    Plain,
    /// As asterisks, unless `iphertext_enabled` or `app_ids` request them.
    Masked,
    /// As asterisks, whatever the query requests.
    AlwaysMasked,
}

/// What the parameter `offset` counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetCounts {
    /// Pages, as its text says.
    #[default]
    Pages,
    /// Items, as its name says.
    Items,
    /// Pages from 1, so that the pages 0 and 1 are the same.
    PagesFromOne,
    /// Nothing: every page is the first one.
    Nothing,
}

/// How a list without items is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmptyLists {
    /// As `[]`.
    #[default]
    Empty,
    /// As `null`, which the documentation has nowhere, and services of this kind are known for.
    Null,
}

/// What happens to the authorized apps when the apps of an API are updated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UpdatedApps {
    /// The new apps replace them.
    #[default]
    Replace,
    /// The new apps are added to them.
    Join,
}

pub(crate) struct Settings {
    pub secrets: SecretsOnRead,
    pub offset: OffsetCounts,
    pub empty_lists: EmptyLists,
    pub updated_apps: UpdatedApps,
    /// How many apps a user may have.
    pub quota: usize,
    /// How many items a page may have.
    pub largest_page: usize,
    pub clock: Box<dyn Fn() -> SystemTime + Send + Sync>,
    /// How far the mock server is ahead of the clock, in milliseconds.
    pub clock_offset: i64,
}

impl Settings {
    /// In milliseconds since the Unix epoch.
    pub fn now(&self) -> u64 {
        let since = (self.clock)().duration_since(SystemTime::UNIX_EPOCH);
        let since = since.unwrap_or(Duration::ZERO).as_millis() as u64;
        since.saturating_add_signed(self.clock_offset)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            secrets: SecretsOnRead::default(),
            offset: OffsetCounts::default(),
            empty_lists: EmptyLists::default(),
            updated_apps: UpdatedApps::default(),
            quota: 5,
            largest_page: usize::MAX,
            clock: Box::new(SystemTime::now),
            clock_offset: 0,
        }
    }
}

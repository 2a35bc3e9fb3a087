//! Sorting and pages.

use serde_json::{Value, json};

use super::context::{OperationContext, OperationResult};
use crate::service_error::ServiceError;
use crate::settings::OffsetCounts;
use crate::state::App;

/// As many as a page has unless told otherwise.
const LIMIT: usize = 1000;

impl OperationContext<'_> {
    /// Sorts apps as the query asks; what it asks beyond the documented values is the default.
    pub(super) fn sort<T>(&self, items: &mut [T], app: impl Fn(&T) -> &App) {
        match self.request.option("sort_by") {
            Some("created_at") => items.sort_by_key(|item| app(item).created_at),
            Some("updated_at") => items.sort_by_key(|item| app(item).updated_at),
            _ => items.sort_by(|a, b| app(a).app_name.cmp(&app(b).app_name)),
        }
        self.turn(items);
    }

    /// Turns what is sorted ascending to what the query asks for.
    pub(super) fn turn<T>(&self, items: &mut [T]) {
        if self.request.option("order") == Some("desc") {
            items.reverse();
        }
    }

    /// The page that the query asks for; `key` is that of the list.
    pub(super) fn page(&self, key: &str, items: Vec<Value>) -> OperationResult {
        let limit = self.number("limit", LIMIT)?.min(self.settings.largest_page);
        let offset = self.number("offset", 0)?;
        if limit == 0 {
            return Err(ServiceError::invalid_parameter("limit"));
        }
        let skipped = match self.settings.offset {
            OffsetCounts::Pages => offset.saturating_mul(limit),
            OffsetCounts::Items => offset,
            OffsetCounts::PagesFromOne => offset.saturating_sub(1).saturating_mul(limit),
            OffsetCounts::Nothing => 0,
        };
        let total = items.len();
        let page: Vec<Value> = items.into_iter().skip(skipped).take(limit).collect();
        let count = page.len();
        Ok(json!({ key: page, "count": count, "total_count": total }))
    }

    /// A number in the query, which is a string to the documentation.
    fn number(&self, name: &str, default: usize) -> Result<usize, ServiceError> {
        let Some(text) = self.request.option(name) else { return Ok(default) };
        text.parse().map_err(|_| ServiceError::invalid_parameter(name))
    }
}

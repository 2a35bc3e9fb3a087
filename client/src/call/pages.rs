//! Lists that come in pages, as streams of pages and of items.

use std::collections::HashSet;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::stream::{self, BoxStream, Stream, StreamExt};

use crate::error::Error;
use crate::response::Response;

/// A call whose response is one page of a list; the generated code reads it.
pub(crate) trait Paged: Clone + Send + 'static {
    type Page: Send;
    type Item: Clone + Send;

    /// The page that the caller wants to begin with.
    fn first(&self) -> Option<&str>;
    fn page(
        self,
        offset: String,
    ) -> impl Future<Output = Result<Response<Self::Page>, Error>> + Send;
    fn items(body: &Self::Page) -> &[Self::Item];
    fn total(body: &Self::Page) -> Option<i64>;
    /// What tells an item from the others.
    fn identity(item: &Self::Item) -> Option<&str>;
}

/// The pages of a list, from the requested one to the last.
///
/// If the pages have fewer distinct items than the service counts, the last element is an error
/// ([`ErrorKind::Incomplete`](crate::ErrorKind::Incomplete)). Possible reasons: the service counts
/// pages from 1, it ignores `offset`, or the list changed meanwhile. The number of items is not
/// checked if the first page is not the first of the list, or if no page has a total.
///
/// It is a [`Stream`]; [`next`](Self::next) returns its pages without another crate.
#[must_use = "no page is asked for until this is read"]
pub struct Pages<T>(BoxStream<'static, Result<Response<T>, Error>>);

/// The items of a list, each of them once. The last element may be an error, as for [`Pages`].
///
/// It is a [`Stream`]; [`next`](Self::next) returns its items without another crate.
#[must_use = "no page is asked for until this is read"]
pub struct Items<T>(BoxStream<'static, Result<T, Error>>);

impl<T> Pages<T> {
    pub(crate) fn of<C: Paged<Page = T>>(call: C) -> Self {
        Self(walk(call).map(|page| page.map(|(response, _)| response)).boxed())
    }

    /// Returns the next page; `None` after the last one, or after an error.
    pub async fn next(&mut self) -> Option<Result<Response<T>, Error>> {
        self.0.next().await
    }
}

impl<T: Send + 'static> Items<T> {
    pub(crate) fn of<C: Paged<Item = T>>(call: C) -> Self {
        let items = walk(call).flat_map(|page| {
            let items = match page {
                Ok((_, items)) => items.into_iter().map(Ok).collect(),
                Err(error) => vec![Err(error)],
            };
            stream::iter(items)
        });
        Self(items.boxed())
    }

    /// Returns the next item; `None` after the last one, or after an error.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        self.0.next().await
    }
}

/// A page, and those of its items that no page before it had.
type WalkedPage<C> = (Response<<C as Paged>::Page>, Vec<<C as Paged>::Item>);

/// A walk over the pages of a list.
struct Walk<C> {
    call: C,
    /// The page to ask for next; none when the walk is over.
    next: Option<Result<u64, Error>>,
    seen: HashSet<String>,
    /// How many items the pages had. Those without an identity count, as far as they are new.
    found: u64,
    /// How many items there are, by the last page that knew.
    total: Option<u64>,
    /// Whether the walk began with the first page.
    is_whole: bool,
}

fn walk<C: Paged>(call: C) -> impl Stream<Item = Result<WalkedPage<C>, Error>> + Send {
    let first = call.first().map_or(Ok(0), |first| {
        first.parse().map_err(|_| Error::invalid_argument("offset", "must be a whole number"))
    });
    let is_whole = matches!(first, Ok(0));
    let walk =
        Walk { call, next: Some(first), seen: HashSet::new(), found: 0, total: None, is_whole };
    stream::unfold(walk, |mut walk| async move { Some((walk.next_page().await?, walk)) })
}

impl<C: Paged> Walk<C> {
    /// Asks for the next page and decides whether there is another.
    ///
    /// The service documents that an offset counts pages, which is not confirmed. If it
    /// counts items, pages overlap, and what an earlier page had is passed over. A page with
    /// nothing new ends the walk, whatever the service says of the total.
    async fn next_page(&mut self) -> Option<Result<WalkedPage<C>, Error>> {
        let is_first = self.seen.is_empty();
        let page = match self.next.take()? {
            Ok(offset) => self.ask(offset).await,
            Err(error) => Err(error),
        };
        let is_over = page.as_ref().is_ok_and(|(_, new)| new.is_empty() && !is_first);
        if is_over { self.next.take()?.err().map(Err) } else { Some(page) }
    }

    async fn ask(&mut self, offset: u64) -> Result<WalkedPage<C>, Error> {
        let response = self.call.clone().page(offset.to_string()).await?;
        let before = self.seen.len();
        let items = C::items(response.body());
        let new: Vec<_> = items.iter().filter(|item| self.is_new(item)).cloned().collect();
        let has_grown = self.seen.len() > before;
        if has_grown || new.len() == items.len() {
            self.found += new.len() as u64;
        }
        self.note_total(C::total(response.body()), has_grown);
        let is_complete = self.total.is_some_and(|total| self.seen.len() as u64 >= total);
        if has_grown && !is_complete {
            self.next = Some(Ok(offset.saturating_add(1)));
        } else {
            self.next = self.shortage().map(|why| Err(Error::incomplete(&response, why)));
        }
        Ok((response, new))
    }

    /// Notes how many items there are. A page after the last one may say 0, which is not believed
    /// if there were more.
    fn note_total(&mut self, total: Option<i64>, has_grown: bool) {
        let total = total.and_then(|total| u64::try_from(total).ok());
        if let Some(total) = total.filter(|total| has_grown || *total >= self.found) {
            self.total = Some(total);
        }
    }

    /// Why a walk that ends here is not complete.
    fn shortage(&self) -> Option<String> {
        let total = self.total.filter(|total| self.is_whole && self.found < *total)?;
        let found = self.found;
        Some(format!("the list is incomplete: the pages had {found} of {total} items"))
    }

    /// Notes an item. One without an identity is always new and keeps no walk going.
    fn is_new(&mut self, item: &C::Item) -> bool {
        C::identity(item).is_none_or(|identity| self.seen.insert(identity.to_owned()))
    }
}

impl<T> Stream for Pages<T> {
    type Item = Result<Response<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(cx)
    }
}

impl<T> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_next_unpin(cx)
    }
}

//! Requests to deployed services are signed as the official SDK signs them.

mod official;
mod refusals;
mod vectors;

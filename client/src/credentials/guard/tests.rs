//! Who may authenticate, on a clock that the tests move.

use futures_util::future::join_all;
use tokio::time::{advance, sleep};

use super::*;

/// Asks for one authentication with these, at most until then.
async fn enter_with(guard: &Guard, key: (&str, &str), deadline: Instant) -> Result<Permit, Error> {
    let (id, secret) = (Secret::from(key.0), Secret::from(key.1));
    guard.enter(Key { id: &id, secret: &secret }, deadline).await
}

async fn enter(guard: &Guard, id: &str) -> Result<Permit, Error> {
    enter_with(guard, (id, "secret"), Instant::now() + REST).await
}

/// Authenticates once, and tells whether it was allowed to.
async fn attempt(guard: &Guard, id: &str, is_good: bool) -> bool {
    let Ok(permit) = enter(guard, id).await else { return false };
    sleep(Duration::from_millis(100)).await;
    match is_good {
        true => guard.accept(permit),
        false => guard.reject(permit),
    }
    true
}

/// Attempts one after the other: `.` accepted, `x` refused by the service, `-` not sent.
async fn check(guard: &Guard, story: &str) {
    for (index, expected) in story.chars().enumerate() {
        let was_sent = attempt(guard, "key", expected == '.').await;
        assert_eq!(was_sent, expected != '-', "attempt {index} of {story}");
    }
}

#[tokio::test(start_paused = true)]
async fn three_failures_in_a_row_are_the_last_for_five_minutes() {
    let guard = Guard::default();
    check(&guard, "xxx--").await;
    advance(REST - Duration::from_secs(1)).await;
    check(&guard, "-").await;
    advance(Duration::from_secs(1)).await;
    check(&guard, "xxx-").await;
}

#[tokio::test(start_paused = true)]
async fn a_success_forgives_the_failures_before() {
    check(&Guard::default(), "xx.xx.xxx-").await;
}

#[tokio::test(start_paused = true)]
async fn of_many_concurrent_attempts_with_a_wrong_key_three_are_sent() {
    let guard = Guard::default();
    let attempts = join_all((0..200).map(|_| attempt(&guard, "key", false))).await;
    assert_eq!(attempts.iter().filter(|was_sent| **was_sent).count(), 3);
}

#[tokio::test(start_paused = true)]
async fn once_the_key_is_accepted_nobody_waits() {
    let guard = Guard::default();
    let started = Instant::now();
    join_all((0..200).map(|_| attempt(&guard, "key", true))).await;
    assert_eq!(started.elapsed().as_millis(), 200);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_without_a_response_lets_the_next_one_in() {
    let guard = Guard::default();
    drop(enter(&guard, "key").await);
    check(&guard, ".").await;
}

#[tokio::test(start_paused = true)]
async fn a_service_that_does_not_respond_holds_nobody_up_for_long() {
    let guard = Guard::default();
    let _pending = enter(&guard, "key").await;
    let started = Instant::now();
    join_all((0..200).map(|_| attempt(&guard, "key", true))).await;
    assert_eq!(started.elapsed(), LONGEST_TURN + Duration::from_millis(100));
}

#[tokio::test(start_paused = true)]
async fn another_key_starts_afresh() {
    let guard = Guard::default();
    check(&guard, "xxx-").await;
    assert!(attempt(&guard, "corrected key", true).await);
}

/// Passes of an accepted key, which are good at the same time.
async fn permits(guard: &Guard, id: &str) -> [Permit; 4] {
    assert!(attempt(guard, id, true).await);
    let permits = join_all((0..4).map(|_| enter(guard, id))).await;
    permits.into_iter().map(Result::unwrap).collect::<Vec<_>>().try_into().unwrap()
}

#[tokio::test(start_paused = true)]
async fn late_failures_of_an_old_key_do_not_count_against_a_new_one() {
    let guard = Guard::default();
    let old = permits(&guard, "old").await;
    assert!(attempt(&guard, "new", true).await);
    old.into_iter().for_each(|permit| guard.reject(permit));
    assert!(attempt(&guard, "new", true).await);
}

#[tokio::test(start_paused = true)]
async fn a_late_success_lifts_the_rest() {
    let guard = Guard::default();
    let [first, second, third, fourth] = permits(&guard, "key").await;
    [first, second, third].into_iter().for_each(|permit| guard.reject(permit));
    check(&guard, "-").await;
    guard.accept(fourth);
    check(&guard, ".").await;
}

#[tokio::test(start_paused = true)]
async fn one_refusal_renews_the_doubt() {
    let guard = Guard::default();
    check(&guard, ".x").await;
    let attempts = join_all((0..200).map(|_| attempt(&guard, "key", false))).await;
    assert_eq!(attempts.iter().filter(|was_sent| **was_sent).count(), 2);
}

/// Fails so often with each secret of one id as the service is asked, which is compared.
async fn check_secrets(guard: &Guard, failures: &[(&str, usize)]) {
    for (secret, expected) in failures {
        let mut sent = 0;
        while let Ok(permit) = enter_with(guard, ("id", secret), Instant::now() + REST).await {
            guard.reject(permit);
            sent += 1;
        }
        assert_eq!(sent, *expected, "{secret}");
    }
}

#[tokio::test(start_paused = true)]
async fn another_secret_for_the_same_id_is_tried() {
    let guard = Guard::default();
    check_secrets(&guard, &[("wrong", 3)]).await;
    let permit = enter_with(&guard, ("id", "right"), Instant::now() + REST).await.unwrap();
    guard.accept(permit);
    check_secrets(&guard, &[("wrong", 3)]).await;
}

#[tokio::test(start_paused = true)]
async fn many_secrets_for_one_id_do_not_lock_it() {
    let guard = Guard::default();
    check_secrets(&guard, &[("first", 3), ("second", 2), ("third", 0), ("first", 0)]).await;
    advance(REST).await;
    check_secrets(&guard, &[("third", 3)]).await;
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_time_ends_while_another_one_tries_the_key_is_not_sent() {
    let guard = Guard::default();
    let _pending = enter(&guard, "key").await;
    let deadline = Instant::now() + LONGEST_TURN / 2;
    let error = enter_with(&guard, ("key", "secret"), deadline).await.unwrap_err();
    assert_eq!((error.kind(), Instant::now()), (crate::ErrorKind::NotSent, deadline), "{error}");
}

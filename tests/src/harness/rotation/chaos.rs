//! Faults of the service, the gateway before it and the network between, at random.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use fastrand::Rng;
use modelarts_app_auth_mock::{Fault, FaultKind, MockModelArts};
use tokio::time::sleep;

/// Longer than an attempt may take.
const TOO_LONG: Duration = Duration::from_secs(45);

/// The fault of a call.
enum ChaosFault {
    Injected(Fault),
    /// A reset gets no response, and takes place later.
    Late,
}

impl ChaosFault {
    fn is(&self, fault: Fault) -> bool {
        matches!(self, Self::Injected(own) if *own == fault)
    }
}

/// The faults of one schedule.
pub struct Chaos {
    rng: Rng,
    /// Of 100 calls.
    rate: u32,
    /// Whether the last reset took place and its secret arrived.
    pub has_arrived: bool,
    /// How many resets took place late.
    pub arrived_late: u64,
}

impl Chaos {
    /// Begins to inject faults into `mock`.
    pub fn begin(mock: &'static MockModelArts, rng: &mut Rng) -> Arc<Mutex<Self>> {
        let rate = [0, 20, 50, 80][rng.usize(..4)];
        let chaos = Self { rng: rng.fork(), rate, has_arrived: false, arrived_late: 0 };
        let chaos = Arc::new(Mutex::new(chaos));
        let shared = Arc::clone(&chaos);
        mock.fail_when(move |call| {
            let mut chaos = shared.lock().expect("nobody panicked with it");
            let is_reset = call.operation == "ResetApigAppSecret";
            let rate = if is_reset { chaos.rate } else { chaos.rate / 4 };
            let fault = (chaos.rng.u32(..100) < rate).then(|| chaos.next(is_reset));
            if is_reset {
                let other_shape = Fault::After(FaultKind::OtherShape);
                chaos.has_arrived = fault.as_ref().is_none_or(|fault| fault.is(other_shape));
            }
            match fault? {
                ChaosFault::Injected(fault) => Some(fault),
                ChaosFault::Late => {
                    let app_id = call.path.rsplit('/').nth(1)?.to_owned();
                    let secret = format!("{:032x}", chaos.rng.u128(..));
                    let wait = Duration::from_secs(chaos.rng.u64(1..25));
                    let late = reset_late(mock, app_id, secret, wait, Arc::clone(&shared));
                    tokio::spawn(late);
                    Some(Fault::Before([FaultKind::Reset, FaultKind::Html][chaos.rng.usize(..2)]))
                }
            }
        });
        chaos
    }

    fn next(&mut self, is_reset: bool) -> ChaosFault {
        let anywhere = [
            FaultKind::Delay(TOO_LONG),
            FaultKind::Delay(Duration::from_secs(5)),
            FaultKind::Hang,
            FaultKind::Reset,
            FaultKind::Status(500),
            FaultKind::Status(503),
            FaultKind::Html,
            FaultKind::Truncated,
        ];
        // A service that says so has done nothing.
        let before =
            [FaultKind::Status(403), FaultKind::Status(429), FaultKind::TooManyRequests(1)];
        match self.rng.u32(..if is_reset { 10 } else { 8 }) {
            0..3 => ChaosFault::Injected(Fault::Before(anywhere[self.rng.usize(..anywhere.len())])),
            3..5 => ChaosFault::Injected(Fault::Before(before[self.rng.usize(..before.len())])),
            5..7 => ChaosFault::Injected(Fault::After(anywhere[self.rng.usize(..anywhere.len())])),
            7..9 => ChaosFault::Injected(Fault::After(FaultKind::OtherShape)),
            _ => ChaosFault::Late,
        }
    }
}

/// A reset that lay somewhere on its way.
async fn reset_late(
    mock: &MockModelArts,
    app_id: String,
    secret: String,
    wait: Duration,
    chaos: Arc<Mutex<Chaos>>,
) {
    sleep(wait).await;
    mock.edit(|state| {
        if let Some(app) = state.apps.iter_mut().find(|app| app.app_id == app_id) {
            app.app_secret = secret;
            app.resets += 1;
        }
    });
    chaos.lock().expect("nobody panicked with it").arrived_late += 1;
}

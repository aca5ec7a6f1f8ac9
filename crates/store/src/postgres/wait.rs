//! Waiting for an answer on a plain thread.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::Instant;

/// Wakes the thread that waits.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Parks the thread until the future is ready; `None` when it is not by `deadline`. Unlike a runtime's own waiting it may
/// stand on a thread of a runtime, too: what the future waits for is driven elsewhere.
pub(super) fn until<T>(deadline: Instant, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut cx = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(answer) = future.as_mut().poll(&mut cx) {
            return Some(answer);
        }
        let left = deadline.checked_duration_since(Instant::now())?;
        // Woken for no reason it asks again, which does no harm.
        std::thread::park_timeout(left);
    }
}

/// Starts the future and leaves it: what it sends is sent, its answer is not waited for.
pub(super) fn start(future: impl Future) {
    let mut future = pin!(future);
    // What it would answer is nobody's concern.
    let _ = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
}

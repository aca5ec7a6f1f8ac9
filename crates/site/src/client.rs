//! How much one client may have made at once. Who asks for more waits for its turn; who asks for far more is refused.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long a request waits for its turn.
pub const TURN: Duration = Duration::from_secs(10);
/// Clients remembered before those that ask for nothing are forgotten.
const REMEMBERED: usize = 1_000;

/// Turns by client.
pub struct Clients {
    each: usize,
    turns: Mutex<HashMap<IpAddr, Arc<Semaphore>>>,
}

impl Clients {
    /// So many requests of one client at the same moment.
    pub fn new(each: usize) -> Self {
        Self { each, turns: Mutex::default() }
    }

    /// The client's turn, given back when it is dropped; `None` when it did not come in time.
    pub async fn turn(&self, client: IpAddr) -> Option<OwnedSemaphorePermit> {
        let turns = self.turns_of(network(client));
        tokio::time::timeout(TURN, turns.acquire_owned()).await.ok()?.ok()
    }

    fn turns_of(&self, client: IpAddr) -> Arc<Semaphore> {
        let mut all = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() > REMEMBERED {
            all.retain(|_, turns| Arc::strong_count(turns) > 1);
        }
        all.entry(client).or_insert_with(|| Arc::new(Semaphore::new(self.each))).clone()
    }
}

/// IPv6 clients count by their /64 network.
pub fn network(client: IpAddr) -> IpAddr {
    // On a listener of both kinds an IPv4 client comes as `::ffff:a.b.c.d`.
    match client.to_canonical() {
        client @ IpAddr::V4(_) => client,
        IpAddr::V6(six) => IpAddr::V6((u128::from(six) >> 64 << 64).into()),
    }
}

/// The address that a request is counted by: the peer's, or what the house's own proxies say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client(pub IpAddr);

impl Client {
    /// Nobody said who asks.
    pub const UNKNOWN: Self = Self(IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED));

    /// Who asks through `proxies` proxies of our own, each of which appends the address it was asked from to
    /// `X-Forwarded-For`: the address that the outermost of them saw. What a client wrote itself stands further left and
    /// counts for nothing.
    ///
    /// Several lines of the header are one list (RFC 9110, 5.3); `forwarded` has them in the order in which they came.
    pub fn behind(peer: IpAddr, proxies: usize, forwarded: &[&[u8]]) -> Self {
        let peer = peer.to_canonical();
        let Some(steps) = proxies.checked_sub(1) else { return Self(peer) };
        let lines = forwarded.iter().rev().map(|line| std::str::from_utf8(line).unwrap_or_default());
        let address = lines.flat_map(|line| line.rsplit(',')).nth(steps).map(str::trim).and_then(read);
        Self(address.map_or(peer, |address| address.to_canonical()))
    }
}

/// An address, with a port or without.
fn read(text: &str) -> Option<IpAddr> {
    text.parse().ok().or_else(|| text.parse::<std::net::SocketAddr>().ok().map(|a| a.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_proxies_are_believed() {
        let peer = IpAddr::from([10, 0, 0, 1]);
        let of = |proxies, forwarded: &str| {
            let lines: Vec<&[u8]> = forwarded.split('|').map(str::as_bytes).collect();
            Client::behind(peer, proxies, &lines).0.to_string()
        };
        assert_eq!(of(0, "203.0.113.9"), "10.0.0.1");
        assert_eq!(of(1, "203.0.113.9"), "203.0.113.9");
        assert_eq!(of(1, "1.2.3.4, 203.0.113.9"), "203.0.113.9");
        assert_eq!(of(2, "1.2.3.4, 203.0.113.9, 198.51.100.7"), "203.0.113.9");
        assert_eq!(of(2, "1.2.3.4|203.0.113.9|198.51.100.7"), "203.0.113.9", "a line for each proxy");
        assert_eq!(of(2, "203.0.113.9"), "10.0.0.1", "fewer than there should be");
        assert_eq!(of(1, "::ffff:203.0.113.9"), "203.0.113.9");
        let mapped = "::ffff:192.0.2.1".parse().unwrap();
        assert_eq!(network(mapped), IpAddr::from([192, 0, 2, 1]), "not all of IPv4 at once");
        assert_eq!(of(1, "nonsense"), "10.0.0.1");
        assert_eq!(of(1, "[2001:db8::1]:443"), "2001:db8::1");
    }
}

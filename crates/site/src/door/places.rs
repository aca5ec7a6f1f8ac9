//! How many connections are open, in all and by client.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use crate::client::network;

/// Connections that are open.
pub struct Places {
    most: usize,
    most_each: usize,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    all: usize,
    each: HashMap<IpAddr, usize>,
    /// A client at its limit was told of once; it is often a proxy that the settings do not know.
    told: bool,
}

/// A connection's place, given back when it is dropped.
pub struct Place {
    places: Arc<Places>,
    client: IpAddr,
}

impl Places {
    /// So many in all and for each client.
    pub fn new(most: usize, most_each: usize) -> Self {
        Self { most, most_each, open: Mutex::default() }
    }

    /// A place for this client; `None` when there is none.
    pub fn take(self: &Arc<Self>, client: IpAddr) -> Option<Place> {
        let client = network(client);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let each = open.each.get(&client).copied().unwrap_or(0);
        if each >= self.most_each && !std::mem::replace(&mut open.told, true) {
            tracing::warn!(
                %client,
                "one client has {each} connections open, no more are taken. If it is your proxy, set serve.proxies"
            );
        }
        if open.all >= self.most || each >= self.most_each {
            return None;
        }
        open.all += 1;
        open.each.insert(client, each + 1);
        Some(Place { places: self.clone(), client })
    }

    /// How many are open.
    pub fn open(&self) -> usize {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).all
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.places.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.all = open.all.saturating_sub(1);
        match open.each.get_mut(&self.client) {
            Some(each) if *each > 1 => *each -= 1,
            _ => _ = open.each.remove(&self.client),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_given_back() {
        let places = Arc::new(Places::new(3, 2));
        let (a, b) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        let first = places.take(a);
        let second = places.take(a);
        assert!(places.take(a).is_none(), "its own limit");
        let third = places.take(b);
        assert!(places.take(b).is_none(), "everybody's limit");
        drop((first, second, third));
        assert_eq!(places.open(), 0);
        assert!(places.open.lock().unwrap().each.is_empty());
    }
}

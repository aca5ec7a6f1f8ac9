//! Names -> addresses, checked. The client connects to what this returns and asks nobody else, so a name that answers
//! differently the second time (rebinding) gains nothing.

use std::net::SocketAddr;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::{Refused, guard};

/// Resolves by the system, then checks every address: one bad address refuses the name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checked {
    pub allow_private: bool,
}

impl Resolve for Checked {
    fn resolve(&self, name: Name) -> Resolving {
        let private = self.allow_private;
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let found = tokio::net::lookup_host((host.as_str(), 0)).await;
            let found: Vec<SocketAddr> = found.map_err(|_| Refused::UnknownHost(host.clone()))?.collect();
            if found.is_empty() {
                return Err(Refused::UnknownHost(host).into());
            }
            for addr in &found {
                guard::address(addr.ip(), private).map_err(Refused::Forbidden)?;
            }
            let addrs: Addrs = Box::new(found.into_iter());
            Ok(addrs)
        })
    }
}

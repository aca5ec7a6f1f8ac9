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

#[cfg(test)]
mod tests {
    use super::*;

    /// `localhost` is the one name that every machine resolves to itself; the table of names refuses it earlier, this is the
    /// second lock.
    #[tokio::test]
    async fn a_name_that_leads_inside_is_refused_after_resolving() {
        let resolve = |allow_private| async move {
            let name = "localhost".parse::<Name>().unwrap();
            Checked { allow_private }
                .resolve(name)
                .await
                .map(|addrs| addrs.count())
                .map_err(|e| e.downcast::<Refused>().map(|r| *r))
        };
        assert!(matches!(resolve(false).await, Err(Ok(Refused::Forbidden(_)))));
        assert!(resolve(true).await.is_ok_and(|n| n > 0));
    }
}

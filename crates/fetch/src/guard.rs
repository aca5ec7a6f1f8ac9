//! Which addresses may be asked: pure functions, so that every row of the table can be tested.
//!
//! A document that others wrote must never make us speak to our own network (SSRF): not by name, not by number in any
//! notation, not by an IPv4 address wrapped into IPv6, and not by a redirect, which is checked like a first request.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Why an address is never asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// Neither http nor https.
    #[error("only http and https addresses are asked, not {0}:")]
    Scheme(String),
    /// `user:password@host`.
    #[error("an address with a user name or password in it is not asked")]
    Userinfo,
    /// Not on the list.
    #[error("port {0} is not on the list of ports that may be asked")]
    Port(u16),
    /// A name that means this machine or network.
    #[error(
        "{0} names this machine or a host inside the own network; such hosts are not asked (setting `wire.allow_private`)"
    )]
    Name(String),
    /// A number that means this machine or network, or nothing at all.
    #[error("{0} is {1}; such addresses are not asked")]
    Address(IpAddr, &'static str),
}

/// What the operator allows.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Ports; empty for any.
    pub ports: &'a [u16],
    /// Our own network too, on any port.
    pub private: bool,
}

/// Names that resolve, by rule or by custom, to this machine or into this network.
const INSIDE: [&str; 9] =
    [".localhost", ".local", ".localdomain", ".internal", ".intranet", ".home.arpa", ".lan", ".corp", ".private"];

/// Checks an address before it is asked. Host numbers are read as browsers read them: `2130706433`, `0x7f.1`, `0177.0.0.1`
/// and `127.1` are all 127.0.0.1 here. What a name resolves to is checked later, by [`address`].
///
/// # Errors
/// The first rule that it breaks.
pub fn url(url: &Url, rules: Rules<'_>) -> Result<(), Forbidden> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Forbidden::Scheme(url.scheme().chars().take(40).collect()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Forbidden::Userinfo);
    }
    let port = url.port_or_known_default().unwrap_or(0);
    if !(rules.private || rules.ports.is_empty() || rules.ports.contains(&port)) {
        return Err(Forbidden::Port(port));
    }
    match url.host() {
        Some(Host::Ipv4(ip)) => address(IpAddr::V4(ip), rules.private),
        Some(Host::Ipv6(ip)) => address(IpAddr::V6(ip), rules.private),
        Some(Host::Domain(name)) => host(name, rules.private),
        None => Err(Forbidden::Name(String::new())),
    }
}

fn host(name: &str, private: bool) -> Result<(), Forbidden> {
    let bare = name.trim_end_matches('.').to_ascii_lowercase();
    let dotted = format!(".{bare}");
    let metadata = bare == "metadata.google.internal" || bare == "instance-data";
    let inside = bare.is_empty() || !bare.contains('.') || INSIDE.iter().any(|end| dotted.ends_with(end));
    if metadata || (inside && !private) { Err(Forbidden::Name(name.to_owned())) } else { Ok(()) }
}

/// Checks an address that a name resolved to, or that stood in the URL.
///
/// # Errors
/// [`Forbidden::Address`] with the kind of address it is.
pub fn address(ip: IpAddr, private: bool) -> Result<(), Forbidden> {
    let kind = match ip {
        IpAddr::V4(v4) => of_v4(v4),
        IpAddr::V6(v6) => of_v6(v6),
    };
    match kind {
        Kind::Public => Ok(()),
        Kind::Own(_) if private => Ok(()),
        Kind::Own(what) | Kind::Never(what) => Err(Forbidden::Address(ip, what)),
    }
}

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Public,
    /// Inside: asked only when the operator allows it.
    Own(&'static str),
    /// Never asked.
    Never(&'static str),
}

/// By the IANA registry of special-purpose addresses, and the metadata services of the large clouds.
fn of_v4(ip: Ipv4Addr) -> Kind {
    match ip.octets() {
        [169, 254, ..] => Kind::Never("a link-local address (cloud metadata lives there)"),
        [100, 100, 100, 200] | [168, 63, 129, 16] | [192, 0, 0, 192] => Kind::Never("a cloud's metadata address"),
        [0, ..] => Kind::Never("an address of “this network”"),
        [127, ..] => Kind::Own("this machine"),
        [10, ..] | [192, 168, ..] => Kind::Own("a private address"),
        [172, b, ..] if (16..32).contains(&b) => Kind::Own("a private address"),
        [100, b, ..] if (64..128).contains(&b) => Kind::Own("a carrier's shared address"),
        [192, 0, 0, _] => Kind::Never("an address for protocols"),
        [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] => Kind::Never("an address for documentation"),
        [192, 88, 99, _] => Kind::Never("a 6to4 relay"),
        [198, 18 | 19, ..] => Kind::Never("an address for benchmarks"),
        [224..=239, ..] => Kind::Never("a multicast address"),
        [240..=255, ..] => Kind::Never("a reserved address"),
        _ => Kind::Public,
    }
}

/// Only 2000::/3 is handed out to the public; what wraps an IPv4 address is judged by that.
fn of_v6(ip: Ipv6Addr) -> Kind {
    if ip == Ipv6Addr::LOCALHOST {
        return Kind::Own("this machine");
    }
    match ip.segments() {
        [0xfd00, 0x0ec2, 0, 0, 0, 0, 0, 0x254] => Kind::Never("a cloud's metadata address"),
        // Mapped (::ffff:0:0/96), translated (::ffff:0:0:0/96).
        [0, 0, 0, 0, 0, 0xffff, a, b] | [0, 0, 0, 0, 0xffff, 0, a, b] => of_v4(joined(a, b)),
        [0, 0, 0, 0, 0, 0, a, b] => wrapped(joined(a, b), "an IPv4-compatible address, long withdrawn"),
        // NAT64, the well-known prefix; the local one (64:ff9b:1::/48) leads inside.
        [0x64, 0xff9b, 0, 0, 0, 0, a, b] => of_v4(joined(a, b)),
        [0x64, 0xff9b, 1, ..] => Kind::Never("a local NAT64 address"),
        [0x2002, a, b, ..] => wrapped(joined(a, b), "a 6to4 address, long withdrawn"),
        [0x2001, 0, ..] => Kind::Never("a Teredo address"),
        [0x2001, b, ..] if b < 0x200 => Kind::Never("an address for protocols"),
        [0x2001, 0xdb8, ..] => Kind::Never("an address for documentation"),
        [0x3fff, b, ..] if b < 0x1000 => Kind::Never("an address for documentation"),
        // ISATAP wraps an IPv4 address into the lower half of any prefix.
        [_, _, _, _, 0 | 0x200, 0x5efe, a, b] if of_v4(joined(a, b)) != Kind::Public => {
            Kind::Never("an ISATAP address into a private network")
        }
        [a, ..] if a & 0xffc0 == 0xfe80 => Kind::Never("a link-local address"),
        [a, ..] if a & 0xffc0 == 0xfec0 => Kind::Never("a site-local address"),
        [a, ..] if a & 0xfe00 == 0xfc00 => Kind::Own("a private address"),
        [a, ..] if a & 0xff00 == 0xff00 => Kind::Never("a multicast address"),
        [a, ..] if a & 0xe000 == 0x2000 => Kind::Public,
        _ => Kind::Never("a reserved address"),
    }
}

/// A wrapping that nobody uses honestly any more: never asked, whatever is inside.
fn wrapped(inside: Ipv4Addr, what: &'static str) -> Kind {
    match of_v4(inside) {
        Kind::Never(worse) => Kind::Never(worse),
        Kind::Own(_) | Kind::Public => Kind::Never(what),
    }
}

fn joined(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from((u32::from(high) << 16) | u32::from(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLIC: Rules<'_> = Rules { ports: &[80, 443], private: false };
    const PRIVATE: Rules<'_> = Rules { ports: &[80, 443], private: true };

    fn ok(text: &str, rules: Rules<'_>) -> bool {
        Url::parse(text).is_ok_and(|u| url(&u, rules).is_ok())
    }

    #[test]
    fn the_public_web_may_be_asked() {
        for good in [
            "http://news.example.com/feed",
            "https://news.example.com:443/",
            "http://93.184.216.34/",
            "http://[2606:2800:220:1::1]/",
            "http://xn--bcher-kva.example.com/",
            "http://news.example.com./feed",
            "http://[::ffff:93.184.216.34]/",
            "http://[64:ff9b::5db8:d822]/",
            "http://172.32.0.1/",
            "http://172.15.255.255/",
            "http://100.63.255.255/",
            "http://100.128.0.1/",
            "http://11.0.0.1/",
        ] {
            assert!(ok(good, PUBLIC), "{good}");
        }
    }

    #[test]
    fn nothing_inside_is_asked_in_any_notation() {
        for bad in [
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://017700000001/",
            "http://127.0.0.1./",
            "http://127.255.255.254/",
            "http://１２７.０.０.１/",
            "http://127。0。0。1/",
            "http://0/",
            "http://0.0.0.0/",
            "http://0.1.2.3/",
            "http://10.0.0.1/",
            "http://10.255.255.255/",
            "http://172.16.0.1/",
            "http://172.31.255.255/",
            "http://192.168.1.1/",
            "http://3232235777/",
            "http://169.254.169.254/",
            "http://0xa9fea9fe/",
            "http://0251.0376.0251.0376/",
            "http://169.254.1.1/",
            "http://100.64.0.1/",
            "http://100.127.255.255/",
            "http://100.100.100.200/",
            "http://168.63.129.16/",
            "http://192.0.0.192/",
            "http://192.0.2.1/",
            "http://198.18.0.1/",
            "http://198.19.255.255/",
            "http://198.51.100.7/",
            "http://203.0.113.9/",
            "http://224.0.0.1/",
            "http://239.255.255.250/",
            "http://240.0.0.1/",
            "http://255.255.255.255/",
            "http://192.88.99.1/",
            "http://[::]/",
            "http://[::1]/",
            "http://[0:0:0:0:0:0:0:1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]/",
            "http://[::ffff:a9fe:a9fe]/",
            "http://[::127.0.0.1]/",
            "http://[::10.0.0.1]/",
            "http://[::8.8.8.8]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[64:ff9b::10.0.0.1]/",
            "http://[64:ff9b::169.254.169.254]/",
            "http://[64:ff9b:1::1]/",
            "http://[2002:7f00:1::]/",
            "http://[2002:a00:1::1]/",
            "http://[2002:a9fe:a9fe::]/",
            "http://[2002:808:808::]/",
            "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
            "http://[2001::1]/",
            "http://[2001:10::1]/",
            "http://[2001:db8::1]/",
            "http://[3fff::1]/",
            "http://[fe80::1]/",
            "http://[fe80::a9fe:a9fe]/",
            "http://[febf::1]/",
            "http://[fec0::1]/",
            "http://[fc00::1]/",
            "http://[fd12:3456::1]/",
            "http://[fd00:ec2::254]/",
            "http://[ff02::1]/",
            "http://[ff0e::1]/",
            "http://[100::1]/",
            "http://[4000::1]/",
            "http://[2606:4700::5efe:10.0.0.1]/",
            "http://[::ffff:0:127.0.0.1]/",
            "http://localhost/",
            "http://LOCALHOST/",
            "http://localhost./",
            "http://a.localhost/",
            "http://printer.local/",
            "http://intranet/",
            "http://db.internal/",
            "http://metadata.google.internal/",
            "http://router.lan/",
            "http://x.home.arpa/",
            "http://nas.localdomain./",
        ] {
            assert!(!ok(bad, PUBLIC), "{bad}");
        }
    }

    #[test]
    fn scheme_port_and_userinfo() {
        for bad in [
            "ftp://a.example.com/",
            "file:///etc/passwd",
            "gopher://a.example.com/",
            "data:text/xml,<rss/>",
            "javascript:1",
            "jar:http://a.example.com!/",
        ] {
            assert!(!ok(bad, PUBLIC), "{bad}");
            assert!(!ok(bad, PRIVATE), "{bad}");
        }
        for bad in [
            "http://user@a.example.com/",
            "http://user:pw@a.example.com/",
            "http://:pw@a.example.com/",
            "http://a.example.com@127.0.0.1/",
        ] {
            assert!(!ok(bad, PRIVATE), "{bad}");
        }
        for bad in ["http://a.example.com:22/", "http://a.example.com:6379/", "https://a.example.com:8443/"] {
            assert!(!ok(bad, PUBLIC), "{bad}");
        }
        assert!(ok("http://a.example.com:8080/", Rules { ports: &[], private: false }));
    }

    #[test]
    fn an_operator_may_allow_the_own_network_but_never_metadata() {
        for good in [
            "http://127.0.0.1:8080/",
            "http://10.0.0.1/",
            "http://[::1]:9/",
            "http://localhost:3000/",
            "http://feeds/",
            "http://[fd12::1]/",
            "http://100.64.0.1/",
        ] {
            assert!(ok(good, PRIVATE), "{good}");
        }
        for bad in [
            "http://169.254.169.254/",
            "http://[::ffff:169.254.169.254]/",
            "http://[64:ff9b::a9fe:a9fe]/",
            "http://metadata.google.internal/",
            "http://100.100.100.200/",
            "http://[fd00:ec2::254]/",
            "http://0.0.0.0/",
            "http://224.0.0.1/",
            "http://[fe80::1]/",
            "http://[2002:7f00:1::]/",
            "http://[::127.0.0.1]/",
        ] {
            assert!(!ok(bad, PRIVATE), "{bad}");
        }
    }

    proptest::proptest! {
        /// Whatever the notation, what wraps a forbidden IPv4 address is forbidden too.
        #[test]
        fn wrapping_never_helps(v4: u32) {
            let inner = Ipv4Addr::from(v4);
            if of_v4(inner) != Kind::Public {
                let (a, b) = (u16::try_from(v4 >> 16).unwrap(), u16::try_from(v4 & 0xffff).unwrap());
                for ip in [
                    inner.to_ipv6_mapped(), Ipv6Addr::new(0, 0, 0, 0, 0, 0, a, b), Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, a, b),
                    Ipv6Addr::new(0x2002, a, b, 0, 0, 0, 0, 1), Ipv6Addr::new(0x2001, 0, a, b, 0, 0, !a, !b), Ipv6Addr::new(0x2606, 0, 0, 0, 0, 0x5efe, a, b),
                ] {
                    proptest::prop_assert!(address(IpAddr::V6(ip), false).is_err(), "{}", ip);
                }
            }
        }
    }
}

//! A request's head: what of it decides the answer, or why it gets none.

use std::mem::MaybeUninit;

use axum::http::StatusCode;

/// Bytes of a head at most.
pub const MOST_BYTES: usize = 16 * 1024;
/// Headers at most.
const MOST_HEADERS: usize = 64;

/// Lines of `X-Forwarded-For`: as many of the last as there may be proxies of our own.
pub type Forwarded<'a> = [&'a [u8]; 10];

/// The head of a request for a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head<'a> {
    /// HEAD rather than GET.
    pub only_head: bool,
    /// Path as sent.
    pub path: &'a str,
    /// What stands after `?`.
    pub query: &'a str,
    /// The client closes after this answer.
    pub close: bool,
    /// `User-Agent`.
    pub agent: &'a [u8],
    /// `Referer`.
    pub referrer: &'a [u8],
    /// `Accept-Encoding`.
    pub codings: &'a [u8],
    /// `If-None-Match`.
    pub if_none_match: &'a [u8],
    /// The last lines of `X-Forwarded-For`, in order.
    pub forwarded: Forwarded<'a>,
    /// Its length in bytes.
    pub length: usize,
}

/// What the bytes of a connection hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read<'a> {
    /// A request for a page.
    Page(Head<'a>),
    /// A request that the router answers.
    Other {
        /// The last lines of `X-Forwarded-For`, in order.
        forwarded: Forwarded<'a>,
    },
    /// More bytes are needed.
    Partial,
    /// It is refused with this status, and the connection is closed.
    Refused(StatusCode),
}

/// Reads the first head of `bytes`.
pub fn read(bytes: &[u8]) -> Read<'_> {
    let mut room = [const { MaybeUninit::uninit() }; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut []);
    let length = match request.parse_with_uninit_headers(bytes, &mut room) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) if bytes.len() < MOST_BYTES => return Read::Partial,
        Ok(httparse::Status::Partial) | Err(httparse::Error::TooManyHeaders) => {
            return Read::Refused(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
        }
        Err(httparse::Error::Version) => return Read::Refused(StatusCode::HTTP_VERSION_NOT_SUPPORTED),
        Err(_) => return Read::Refused(StatusCode::BAD_REQUEST),
    };
    if length > MOST_BYTES {
        return Read::Refused(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    let mut head = Head { length, ..Head::default() };
    let mut plain = request.version == Some(1);
    let mut hosts = 0;
    for header in request.headers.iter() {
        match Known::of(header.name) {
            Some(Known::Host) => hosts += 1,
            Some(Known::Agent) => head.agent = header.value,
            Some(Known::Referrer) => head.referrer = header.value,
            Some(Known::Codings) => head.codings = header.value,
            Some(Known::IfNoneMatch) => head.if_none_match = header.value,
            Some(Known::Forwarded) => {
                head.forwarded.rotate_left(1);
                if let Some(last) = head.forwarded.last_mut() {
                    *last = header.value;
                }
            }
            Some(Known::Connection) => match header.value {
                value if value.eq_ignore_ascii_case(b"close") => head.close = true,
                value if value.eq_ignore_ascii_case(b"keep-alive") => {}
                _ => plain = false,
            },
            Some(Known::Body) => plain = false,
            None => {}
        }
    }
    // RFC 9112, 3.2: a request of HTTP/1.1 has one Host. Two could mean two things to two readers of it.
    if request.version == Some(1) && hosts != 1 {
        return Read::Refused(StatusCode::BAD_REQUEST);
    }
    head.only_head = request.method == Some("HEAD");
    let page = head.only_head || request.method == Some("GET");
    let target = request.path.filter(|target| target.starts_with('/'));
    match target {
        Some(target) if plain && page => {
            (head.path, head.query) = target.split_once('?').unwrap_or((target, ""));
            Read::Page(head)
        }
        _ => Read::Other { forwarded: head.forwarded },
    }
}

/// Headers that the door looks at.
enum Known {
    Host,
    Agent,
    Referrer,
    Codings,
    IfNoneMatch,
    Forwarded,
    Connection,
    /// It has a body, or wants something that only the router knows.
    Body,
}

impl Known {
    fn of(name: &str) -> Option<Self> {
        let is = |other: &str| name.eq_ignore_ascii_case(other);
        // Lengths first: most headers are none of these.
        match name.len() {
            4 if is("host") => Some(Self::Host),
            7 if is("referer") => Some(Self::Referrer),
            10 if is("user-agent") => Some(Self::Agent),
            10 if is("connection") => Some(Self::Connection),
            15 if is("accept-encoding") => Some(Self::Codings),
            13 if is("if-none-match") => Some(Self::IfNoneMatch),
            15 if is("x-forwarded-for") => Some(Self::Forwarded),
            14 if is("content-length") => Some(Self::Body),
            17 if is("transfer-encoding") => Some(Self::Body),
            6 if is("expect") => Some(Self::Body),
            7 if is("upgrade") => Some(Self::Body),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_plain_request_is_read_here() {
        let bytes =
            b"GET /latest?before=1-2 HTTP/1.1\r\nHOST: a\r\nuser-agent: B\r\nAccept-Encoding: gzip\r\n\r\nGET /";
        let Read::Page(head) = read(bytes) else { panic!("{:?}", read(bytes)) };
        assert_eq!(
            (head.path, head.query, head.agent, head.codings),
            ("/latest", "before=1-2", &b"B"[..], &b"gzip"[..])
        );
        assert_eq!((head.close, head.only_head, head.length), (false, false, bytes.len() - 5));
    }

    #[test]
    fn others_are_handed_over_or_refused() {
        let other = Read::Other { forwarded: Forwarded::default() };
        assert_eq!(read(b"POST /check HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"), other);
        assert_eq!(read(b"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), other);
        assert_eq!(read(b"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"), other);
        assert_eq!(read(b"GET / HTTP/1.0\r\n\r\n"), other);
        assert_eq!(read(b"GET / HTTP/1.1\r\n"), Read::Partial);
        assert_eq!(read(b"GET / HTTP/1.1\r\n\r\n"), Read::Refused(StatusCode::BAD_REQUEST));
        assert_eq!(read(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), Read::Refused(StatusCode::BAD_REQUEST));
        assert_eq!(read(b"PRI * HTTP/2.0\r\n\r\n"), Read::Refused(StatusCode::HTTP_VERSION_NOT_SUPPORTED));
        let long = [b"GET / HTTP/1.1\r\nx: ".as_slice(), &vec![b'a'; MOST_BYTES]].concat();
        assert_eq!(read(&long), Read::Refused(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            read(&bytes);
        }

        #[test]
        fn a_head_cut_anywhere_is_partial(cut in 0..62_usize) {
            let bytes = b"GET /article/x/1-y HTTP/1.1\r\nHost: a.example\r\nAccept: */*\r\n\r\n";
            prop_assume!(cut < bytes.len());
            prop_assert_eq!(read(&bytes[..cut]), Read::Partial);
        }
    }
}

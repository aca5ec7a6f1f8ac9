//! A form that brings a file (RFC 7578): its fields as those of any other form, and at most one file. The name that the
//! file had and the kind that it is declared to be are left unread: both are whatever the sender likes.

use axum::body::Body;
use multer::{Constraints, Error, Field, Multipart, SizeLimit};

use crate::{failure::Failure, field};

/// Bytes of the file: some more than is taken, so that whoever takes it says so and what was typed comes back.
const FILE_BYTES: u64 = 24 * 1024 * 1024;
/// Bytes of any other field.
const FIELD_BYTES: u64 = 64 * 1024;
/// Bytes of all of it.
const FORM_BYTES: u64 = FILE_BYTES + 256 * 1024;
/// Fields of a form: more than any of ours has.
const FIELDS: usize = 50;
/// The field that holds the file.
const FILE: &str = "file";

/// What was sent.
#[derive(Debug, Default)]
pub struct Sent {
    /// Its fields, decoded.
    pub form: Vec<(String, String)>,
    /// Its file; `None` when none was chosen.
    pub file: Option<Vec<u8>>,
}

/// Whether a form of that declared type may bring a file.
pub fn is_multipart(content_type: &str) -> bool {
    multer::parse_boundary(content_type).is_ok()
}

/// Reads the form.
pub async fn read(content_type: &str, body: Body) -> Result<Sent, Failure> {
    let boundary = multer::parse_boundary(content_type).map_err(|e| refused(&e))?;
    let limits = SizeLimit::new().whole_stream(FORM_BYTES).per_field(FIELD_BYTES).for_field(FILE, FILE_BYTES);
    let constraints = Constraints::new().size_limit(limits);
    let mut form = Multipart::with_constraints(body.into_data_stream(), boundary, constraints);
    let mut sent = Sent::default();
    for _ in 0..=FIELDS {
        let Some(field) = form.next_field().await.map_err(|e| refused(&e))? else { return Ok(sent) };
        take(&mut sent, field).await?;
    }
    Err(Failure::TooLarge)
}

async fn take(sent: &mut Sent, field: Field<'_>) -> Result<(), Failure> {
    let name = field.name().unwrap_or_default().to_owned();
    let is_file = name == FILE;
    let bytes = field.bytes().await.map_err(|e| refused(&e))?;
    if !is_file {
        sent.form.push((field::plain(name.as_bytes()), field::plain(&bytes)));
    } else if sent.file.is_some() {
        return Err(Failure::Wrong("Send one file at a time.".into()));
    } else if !bytes.is_empty() {
        // A browser sends an empty one where none was chosen.
        sent.file = Some(bytes.to_vec());
    }
    Ok(())
}

fn refused(error: &Error) -> Failure {
    match error {
        Error::FieldSizeExceeded { .. } | Error::StreamSizeExceeded { .. } => Failure::TooLarge,
        _ => Failure::Wrong("This form did not arrive whole. Go back and send it once more.".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=xyz";

    fn part(name: &str, more: &str, value: &[u8]) -> Vec<u8> {
        let head = format!("--xyz\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
        [head.as_bytes(), value, b"\r\n"].concat()
    }

    fn sent(parts: &[Vec<u8>]) -> Result<Sent, Failure> {
        let body = [parts.concat(), b"--xyz--\r\n".to_vec()].concat();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(read(TYPE, Body::from(body)))
    }

    #[test]
    fn fields_come_as_text_and_the_file_as_bytes() {
        let file = part("file", "; filename=\"<script>.svg\"\r\nContent-Type: image/svg+xml", b"\xff\x00\r\n--xy");
        let got = sent(&[part("alt", "", "x\r\ny\u{0}é".as_bytes()), part("bad", "", b"\xff"), file]).unwrap();
        let form: Vec<_> = got.form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(form, [("alt", "x\ny é"), ("bad", "\u{fffd}")]);
        assert_eq!(got.file.as_deref(), Some(&b"\xff\x00\r\n--xy"[..]));
        assert!(sent(&[part("file", "; filename=\"\"", b"")]).unwrap().file.is_none());
    }

    #[test]
    fn what_is_too_much_is_refused() {
        let twice = sent(&[part("file", "", b"a"), part("file", "", b"b")]);
        assert!(matches!(twice, Err(Failure::Wrong(_))));
        let long = sent(&[part("alt", "", &vec![b'a'; FIELD_BYTES as usize + 1])]);
        assert!(matches!(long, Err(Failure::TooLarge)));
        let large = sent(&[part("file", "", &vec![b'a'; FILE_BYTES as usize + 1])]);
        assert!(matches!(large, Err(Failure::TooLarge)));
        let many: Vec<_> = (0..=FIELDS).map(|n| part(&n.to_string(), "", b"")).collect();
        assert!(matches!(sent(&many), Err(Failure::TooLarge)));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let cut = runtime.block_on(read(TYPE, Body::from(part("alt", "", b"x"))));
        assert!(matches!(cut, Err(Failure::Wrong(_))));
        assert!(!is_multipart("application/x-www-form-urlencoded") && !is_multipart("multipart/form-data"));
    }
}

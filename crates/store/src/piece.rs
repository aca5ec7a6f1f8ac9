//! Opinion, blog and interview.
use crate::{Conn, Result};
use news::{Hash, PieceId, piece::{NewPiece, Piece, PieceKind}};
/// Adds a piece, or replaces the one with the same kind and slug; the slug is made from the title.
pub fn put(c: &mut dyn Conn, piece: &NewPiece, hash: Hash) -> Result<PieceId> { let _ = (c, piece, hash); unimplemented!() }
/// One by id.
pub fn by_id(c: &mut dyn Conn, id: PieceId) -> Result<Option<Piece>> { let _ = (c, id); unimplemented!() }
/// Newest first, of a kind or of all.
pub fn recent(c: &mut dyn Conn, kind: Option<PieceKind>, limit: usize) -> Result<Vec<Piece>> { let _ = (c, kind, limit); unimplemented!() }

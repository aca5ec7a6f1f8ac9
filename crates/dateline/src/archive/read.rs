//! Reading an archive strictly: the members of the manifest, in its order, whole, and nothing else.

use std::{
    fs::File,
    io::{self, BufReader, Read, Write},
    path::Path,
};

use news::{Hash, hash::Hashing};

use super::{
    Bad, Manifest, Member, Watch,
    manifest::{MANIFEST, SEAL},
};

/// A tar file consists of blocks of this size.
const BLOCK: usize = 512;
/// It ends with at least so many blocks of zeros.
const END_BLOCKS: usize = 2;
/// Largest manifest: about a million members.
const MOST_MANIFEST_BYTES: u64 = 256 * 1024 * 1024;
/// Bytes copied at a time.
const PIECE: usize = 128 * 1024;

/// Takes the members in.
pub trait Sink {
    /// The manifest has been read; an error refuses the archive before anything else of it is read.
    fn begin(&mut self, manifest: &Manifest) -> anyhow::Result<()>;
    /// Where a member's bytes go; `None` when nobody wants them.
    fn member<'a>(&'a mut self, member: &Member) -> anyhow::Result<Option<Box<dyn Write + 'a>>>;
    /// The member's bytes have all come and are those of its hash.
    fn whole(&mut self, member: &Member) -> anyhow::Result<()>;
}

/// Reads a whole archive into `sink`.
///
/// # Errors
/// [`Bad`] where it is damaged or holds what it must not hold; the sink's own.
pub fn read(file: &Path, sink: &mut dyn Sink, watch: &dyn Watch) -> anyhow::Result<Manifest> {
    let mut reader = Reader { file, from: unpacked(file)?, piece: vec![0; PIECE] };
    let manifest = reader.manifest()?;
    sink.begin(&manifest)?;
    for member in &manifest.members {
        reader.header(&member.name, |bytes| bytes == member.bytes)?;
        let mut to = sink.member(member)?;
        let found = reader.content(&member.name, member.bytes, to.as_deref_mut(), watch)?;
        drop(to);
        if found != member.sha256 {
            return Err(Bad::damaged(file, &member.name, "its bytes are not those that were written").into());
        }
        sink.whole(member)?;
    }
    reader.end()?;
    Ok(manifest)
}

/// The tar file inside, whether it is packed or not.
fn unpacked(file: &Path) -> anyhow::Result<Box<dyn Read>> {
    let unreadable = |e| anyhow::Error::new(e).context(format!("{} cannot be read", file.display()));
    let mut start = [0; 2];
    let short = File::open(file).and_then(|mut f| f.read_exact(&mut start)).err();
    if let Some(error) = short.filter(|e| e.kind() != io::ErrorKind::UnexpectedEof) {
        return Err(unreadable(error));
    }
    let from = BufReader::with_capacity(PIECE, File::open(file).map_err(unreadable)?);
    Ok(if start == [0x1f, 0x8b] {
        Box::new(BufReader::new(flate2::bufread::MultiGzDecoder::new(from)))
    } else {
        Box::new(from)
    })
}

struct Reader<'a> {
    file: &'a Path,
    from: Box<dyn Read>,
    piece: Vec<u8>,
}

impl Reader<'_> {
    fn manifest(&mut self) -> anyhow::Result<Manifest> {
        let bytes = self.header(MANIFEST, |bytes| bytes <= MOST_MANIFEST_BYTES)?;
        let mut written = Vec::new();
        let hash = self.content(MANIFEST, bytes, Some(&mut written), &super::Unwatched)?;
        let bytes = self.header(SEAL, |bytes| bytes == hash.hex().len() as u64)?;
        let mut seal = Vec::new();
        self.content(SEAL, bytes, Some(&mut seal), &super::Unwatched)?;
        if seal != hash.hex().as_bytes() {
            return Err(Bad::damaged(self.file, MANIFEST, "its hash is not the one that was written").into());
        }
        Ok(Manifest::parse(&written).map_err(|what| Bad::new(self.file, MANIFEST, what))?)
    }

    /// The header of the member that must come next; its size.
    fn header(&mut self, name: &str, sized: impl Fn(u64) -> bool) -> Result<u64, Bad> {
        let block = self.block(name)?;
        let header = tar::Header::from_byte_slice(&block);
        let sum: u32 =
            block.iter().enumerate().map(|(i, b)| if (148..156).contains(&i) { 32 } else { u32::from(*b) }).sum();
        let damaged = |what: &str| Bad::damaged(self.file, name, what);
        if header.cksum().ok() != Some(sum) {
            return Err(damaged("no member begins where it should"));
        }
        let found = String::from_utf8_lossy(&header.path_bytes()).into_owned();
        if found != name {
            return Err(Bad::new(
                self.file,
                name,
                format!("the archive has {found:?} in its place. Dateline did not make it so"),
            ));
        }
        if header.entry_type() != tar::EntryType::Regular {
            return Err(Bad::new(
                self.file,
                name,
                "it is a link or another thing that is no file. Dateline did not make it",
            ));
        }
        let bytes = header.size().map_err(|_| damaged("its size cannot be read"))?;
        if sized(bytes) { Ok(bytes) } else { Err(damaged("it has another size than the manifest says")) }
    }

    fn block(&mut self, name: &str) -> Result<[u8; BLOCK], Bad> {
        let mut block = [0; BLOCK];
        self.from.read_exact(&mut block).map_err(|e| self.broken(name, &e))?;
        Ok(block)
    }

    fn broken(&self, name: &str, error: &io::Error) -> Bad {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Bad::damaged(self.file, name, "the archive breaks off here"),
            _ => Bad::damaged(self.file, name, format!("it cannot be read ({error})")),
        }
    }

    /// A member's bytes, and the zeros up to the next block; the hash of the bytes.
    fn content(
        &mut self,
        name: &str,
        bytes: u64,
        mut to: Option<&mut (dyn Write + '_)>,
        watch: &dyn Watch,
    ) -> anyhow::Result<Hash> {
        let (mut hash, mut left) = (Hashing::default(), bytes);
        while left > 0 {
            let most = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
            let (file, piece) = (self.file, self.piece.get_mut(..most).unwrap_or_default());
            let read = self.from.read(piece);
            let n = read.map_err(|e| Bad::damaged(file, name, format!("it cannot be read ({e})")))?;
            if n == 0 {
                return Err(Bad::damaged(file, name, "the archive breaks off here").into());
            }
            let piece = piece.get(..n).unwrap_or_default();
            hash.add(piece);
            if let Some(to) = to.as_deref_mut() {
                to.write_all(piece)?;
            }
            watch.done(n as u64);
            left -= n as u64;
        }
        if let Some(to) = to {
            to.flush()?;
        }
        self.padding(name, bytes)?;
        Ok(hash.done())
    }

    fn padding(&mut self, name: &str, bytes: u64) -> Result<(), Bad> {
        let over = usize::try_from(bytes % BLOCK as u64).unwrap_or(0);
        if over == 0 {
            return Ok(());
        }
        let mut zeros = vec![0; BLOCK - over];
        self.from.read_exact(&mut zeros).map_err(|e| self.broken(name, &e))?;
        if zeros.iter().all(|b| *b == 0) {
            Ok(())
        } else {
            Err(Bad::damaged(self.file, name, "there are bytes behind its end"))
        }
    }

    /// Nothing but zeros up to the end, and enough of them.
    fn end(&mut self) -> Result<(), Bad> {
        const NAME: &str = "its end";
        let mut zeros = 0;
        loop {
            let n = self.from.read(&mut self.piece).map_err(|e| self.broken(NAME, &e))?;
            if n == 0 {
                break;
            }
            if self.piece.iter().take(n).any(|b| *b != 0) {
                return Err(Bad::damaged(self.file, NAME, "there is more in it than the manifest names"));
            }
            zeros += n;
        }
        if zeros >= END_BLOCKS * BLOCK && zeros % BLOCK == 0 {
            Ok(())
        } else {
            Err(Bad::damaged(self.file, NAME, "the archive breaks off here"))
        }
    }
}

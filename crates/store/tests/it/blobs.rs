//! Raw bytes by their name.

use news::Hash;
use store::Store;

use crate::backend::tests;

tests! {
    fn blobs_of_every_size_come_back_as_they_were(store, reopen) {
        let sizes = [0, 1, 99_999, 100_000, 100_001, 2_000_000];
        let bytes = |size: usize| (0..size).map(|i| (i * 7 + size) as u8).collect::<Vec<u8>>();
        for size in sizes {
            let hash = store.put_blob(&bytes(size)).unwrap();
            assert_eq!(hash, Hash::of(&bytes(size)));
            assert_eq!(store.put_blob(&bytes(size)).unwrap(), hash);
        }
        drop(store);
        let store = reopen();
        for size in sizes {
            assert_eq!(store.blob(Hash::of(&bytes(size))).unwrap().as_deref(), Some(bytes(size).as_slice()));
        }
        assert_eq!(store.blob(Hash::of(b"never kept")).unwrap(), None);
    }

    fn threads_may_keep_the_same_blob_at_once(store, _reopen) {
        let threads: Vec<_> = (0..8).map(|n| {
            let store = store.clone();
            std::thread::spawn(move || store.put_blob(&vec![7; if n % 2 == 0 { 10 } else { 300_000 }]).unwrap())
        }).collect();
        let hashes: Vec<_> = threads.into_iter().map(|t| t.join().unwrap()).collect();
        for hash in hashes {
            assert!(store.blob(hash).unwrap().is_some());
        }
    }

    fn a_blob_may_be_kept_within_a_write(store, _reopen) {
        let inner = store.clone();
        let hash = store.write(move |_| inner.put_blob(b"svg")).unwrap();
        assert_eq!(store.blob(hash).unwrap().as_deref(), Some(&b"svg"[..]));
    }
}

#[test]
fn a_large_blob_changed_on_disk_is_told() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    let hash = store.put_blob(&vec![1; 200_000]).unwrap().hex();
    let path = home.path().join("blobs").join(&hash[..2]).join(&hash[2..]);
    std::fs::write(&path, vec![2; 200_000]).unwrap();
    let told = store.blob(Hash::from_hex(&hash).unwrap()).unwrap_err().to_string();
    assert!(told.contains("damaged") && told.contains("backup"), "{told}");
}

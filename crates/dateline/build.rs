//! Embeds the sample news day: the binary must be able to show it alone.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let day = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../fixtures/newsday").canonicalize()?;
    println!("cargo::rerun-if-changed={}", day.display());
    let mut files = Vec::new();
    list(&day, &day, &mut files)?;
    files.sort();
    let mut code = String::from("pub static FILES: &[(&str, &[u8])] = &[\n");
    for name in files.iter().filter(|n| !n.ends_with("README.md") && !n.ends_with("expected.toml")) {
        writeln!(code, "    ({name:?}, include_bytes!({:?})),", day.join(name).display().to_string())?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("newsday.rs"), code)?;
    Ok(())
}

fn list(root: &Path, folder: &Path, out: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(root, &path, out)?;
        } else {
            out.push(path.strip_prefix(root)?.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

//! nginx as the measure: the same bytes from files, packed beforehand.

use std::{
    io::Write,
    net::{SocketAddr, TcpListener},
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};

use crate::process::{self, Running};

/// A running nginx with one worker.
pub struct Nginx {
    /// Where it listens.
    pub address: SocketAddr,
    /// The worker's process.
    pub worker: u32,
    /// nginx itself; ended when dropped, and its worker with it.
    process: Running,
    _folder: tempfile::TempDir,
}

impl Nginx {
    /// Serves files, each at `/NAME`, with a `.gz` beside it.
    pub fn start(files: &[(&str, &[u8])], core: Option<usize>) -> Result<Self> {
        let program = process::tool("nginx", "nginx-light")?;
        let folder = tempfile::Builder::new().prefix("bench-nginx-").tempdir()?;
        let pages = folder.path().join("pages");
        std::fs::create_dir(&pages)?;
        for (name, bytes) in files {
            std::fs::write(pages.join(name), bytes)?;
            let mut packer = GzEncoder::new(Vec::new(), Compression::new(6));
            packer.write_all(bytes)?;
            std::fs::write(pages.join(format!("{name}.gz")), packer.finish()?)?;
        }
        let address = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr())?;
        let settings = folder.path().join("nginx.conf");
        std::fs::write(&settings, self::settings(folder.path(), address))?;
        let mut command = process::on_core(core, &program);
        command.arg("-p").arg(folder.path()).arg("-c").arg(&settings);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = Running::start(&mut command)?;
        let worker = worker(process.pid(), address)?;
        Ok(Self { address, worker, process, _folder: folder })
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Its worker goes with it only when it is asked.
        if self.process.stop(Duration::from_secs(5)).is_err() {
            self.process.kill();
        }
    }
}

/// One worker, everything that makes files quick, nothing that costs.
fn settings(folder: &Path, address: SocketAddr) -> String {
    let folder = folder.display();
    let user = if process::is_root() { "user root;\n" } else { "" };
    format!(
        "{user}worker_processes 1;\ndaemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log crit;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n  access_log off;\n  sendfile on;\n  tcp_nopush on;\n  tcp_nodelay on;\n  gzip_static on;\n  \
         keepalive_requests 1000000000;\n  keepalive_timeout 600s;\n  open_file_cache max=10000 inactive=600s;\n  \
         open_file_cache_valid 600s;\n  default_type \"text/html; charset=utf-8\";\n  client_body_temp_path {folder}/body;\n  \
         proxy_temp_path {folder}/proxy;\n  fastcgi_temp_path {folder}/fastcgi;\n  uwsgi_temp_path {folder}/uwsgi;\n  \
         scgi_temp_path {folder}/scgi;\n  server {{ listen {address}; root {folder}/pages; }}\n}}\n"
    )
}

/// Waits until it answers; the worker's process.
fn worker(pid: u32, address: SocketAddr) -> Result<u32> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(10) {
        if std::net::TcpStream::connect(address).is_ok() {
            return process::children(pid)?.first().copied().context("nginx has no worker");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    bail!("nginx does not answer at {address}; try `nginx -t` with its settings")
}

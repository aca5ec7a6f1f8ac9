//! The archive through the real site, and the tools that measure it.

mod archive;

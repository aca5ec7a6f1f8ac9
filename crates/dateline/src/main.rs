//! `dateline`: a newsroom in one binary. See `dateline help`.

fn main() -> std::process::ExitCode {
    dateline::cli::main()
}

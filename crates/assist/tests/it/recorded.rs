//! Answers as servers send them, field by field; what they say was written for this project.

use assist::{Failure, read_answer};

const HOSTED: &str = include_str!("../recorded/hosted.json");
const LLAMA_CPP: &str = include_str!("../recorded/llama_cpp.json");
const OLLAMA: &str = include_str!("../recorded/ollama.json");
const VLLM: &str = include_str!("../recorded/vllm.json");
const DECLINED: &str = include_str!("../recorded/declined.json");
const CUT: &str = include_str!("../recorded/cut.json");

#[test]
fn answers_of_four_servers_are_read() {
    let read = |body| read_answer(body).unwrap();
    let told = [HOSTED, LLAMA_CPP, OLLAMA, VLLM].map(|b| (read(b).version, read(b).tokens_in, read(b).tokens_out));
    assert_eq!(
        told,
        [
            ("desk-large-2026-08 (fp_6b1c0f)".to_owned(), 812, 64),
            ("qwen3-8b-q4.gguf (b6602-4807e8f9)".to_owned(), 790, 71),
            ("llama3.1:8b (fp_ollama)".to_owned(), 801, 69),
            ("mistral-small-24b".to_owned(), 833, 66),
        ]
    );
    for body in [HOSTED, LLAMA_CPP, OLLAMA, VLLM] {
        let written = assist::reword::read(&read(body).text).unwrap();
        assert_eq!(written.headline.text, "Harbour of Porto Velmo to close for a week");
        assert_eq!(written.paragraphs[0][0].rests_on, [1]);
        assert!(!read(body).cut);
    }
}

#[test]
fn a_model_that_declines_or_breaks_off_gives_no_story() {
    assert!(matches!(read_answer(DECLINED), Err(Failure::Nonsense(words)) if words.contains("declined")));
    let cut = read_answer(CUT).unwrap();
    assert!(cut.cut && assist::reword::read(&cut.text).is_err());
}

#[test]
fn what_is_no_completion_is_nonsense() {
    for body in ["", "<html>", "{}", r#"{"choices":[]}"#, r#"{"choices":[{"message":{"content":null}}]}"#, "[1]"] {
        assert!(matches!(read_answer(body), Err(Failure::Nonsense(_))), "{body}");
    }
    // Half of every recorded body.
    for body in [HOSTED, LLAMA_CPP, OLLAMA, VLLM] {
        assert!(read_answer(&body[..body.len() / 2]).is_err());
    }
}

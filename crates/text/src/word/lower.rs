//! One spelling for one word: case, apostrophes, hyphens, vowel signs and digits folded.

/// The word in lower case with straight apostrophes and hyphens, ASCII digits, without Arabic vowel signs, tatweel and joiners.
pub fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            '’' | '‘' | 'ʼ' | '＇' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            // A dotted capital I lower-cased leaves its dot behind as a mark.
            '\u{307}' if out.ends_with('i') => {}
            '\u{200C}' | '\u{200D}' => {}
            _ if is_arabic_sign(c) => {}
            _ => out.push(digit(c).unwrap_or(c)),
        }
    }
    out
}

/// Short vowels, doubling, Koranic signs and the stretching stroke: spelling leaves them out at will.
fn is_arabic_sign(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

/// Decimal digits of the scripts we meet, as ASCII.
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 7] = [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xFF10];
    let code = c as u32;
    let zero = ZEROS.into_iter().find(|z| (*z..z + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// Arabic letters that writers use for one another, folded: alef with hamza or madda, final ya, and in stems only.
pub fn fold_arabic(lower: &str) -> String {
    lower
        .chars()
        .map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' | 'ی' => 'ي',
            'ک' => 'ك',
            c => c,
        })
        .collect()
}

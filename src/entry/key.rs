//! Keys made of names, for records whose id people choose.

use crate::domain::Id;
use crate::find::fold::Folded;

/// A key made of a name: `Etätuki ja verkostot` to `etatuki-ja-verkostot`; nothing where no letter is left.
pub fn key_of(name: &str) -> Option<Id> {
    let folded = Folded::of(name).text;
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let dashed: String = folded.chars().map(plain).take(Id::MOST).collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    Id::parse(&words.join("-")).ok()
}

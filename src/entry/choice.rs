//! Choices of a closed list, and yes or no, in any of the three languages.

use super::{Reading, Trouble};
use crate::find::fold::Folded;
use crate::text::Texts;

/// Words for yes and for no, folded.
const YES: [&str; 10] = ["kylla", "k", "joo", "ja", "j", "yes", "y", "x", "1", "true"];
const NO: [&str; 8] = ["ei", "e", "nej", "n", "no", "-", "0", "false"];

pub(super) fn yes_or_no(text: &str) -> Result<bool, Trouble> {
    let folded = Folded::of(text).text;
    if YES.contains(&folded.as_str()) {
        Ok(true)
    } else if NO.contains(&folded.as_str()) {
        Ok(false)
    } else {
        Err(Trouble::NotYesNo(text.into()))
    }
}

impl Reading<'_> {
    /// The choice meant: by its key, its word, or an unmistakable beginning, in the program's language first.
    pub(super) fn choice(
        self,
        set: &'static str,
        keys: &'static [&'static str],
        text: &str,
    ) -> Result<&'static str, Trouble> {
        let typed = Folded::of(text).text;
        if let Some(key) = keys.iter().find(|key| **key == typed) {
            return Ok(key);
        }
        let all = self.finder.languages();
        let begins = |word: &str| word.starts_with(&typed);
        let is = |word: &str| word == typed;
        let own = std::slice::from_ref(self.texts);
        let found = [
            meant(set, keys, own, &is),
            meant(set, keys, all, &is),
            meant(set, keys, own, &begins),
            keys.iter().copied().filter(|key| begins(key)).collect(),
            meant(set, keys, all, &begins),
        ];
        match found.into_iter().find(|meant| !meant.is_empty()).unwrap_or_default().as_slice() {
            [key] => Ok(key),
            [] => Err(Trouble::NoChoice { text: text.into(), set, keys: keys.to_vec() }),
            several => Err(Trouble::ManyChoices { text: text.into(), set, keys: several.to_vec() }),
        }
    }
}

/// The choices of which some word in these languages is as wanted.
fn meant(set: &str, keys: &[&'static str], languages: &[Texts], wanted: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
    let fits = |key: &str| languages.iter().any(|texts| wanted(&Folded::of(texts.choice(set, key).as_str()).text));
    keys.iter().copied().filter(|key| fits(key)).collect()
}

//! A text in several languages, written as one text or as `fi=… sv=…`.

use super::quote::{Pair, pairs};
use super::{Trouble, long};
use crate::domain::Words;
use crate::text::Tongue;

/// The language a text without one is in: the program's, if the field has it.
pub(super) fn own_tongue(tongues: &[Tongue], program: Tongue) -> Tongue {
    if tongues.contains(&program) { program } else { tongues.first().copied().unwrap_or(program) }
}

pub(super) fn words(text: &str, tongues: &[Tongue], program: Tongue) -> Result<Words, Trouble> {
    let mut words = Words::default();
    if !names_languages(text) {
        *words.exactly_mut(own_tongue(tongues, program)) = long(text)?;
        return Ok(words);
    }
    for (tongue, text) in in_languages(&pairs(text)?).unwrap_or_default() {
        let place = words.exactly_mut(tongue);
        if !place.is_empty() {
            return Err(Trouble::KeyTwice(tongue.key().into()));
        }
        *place = long(text.trim())?;
    }
    Ok(words)
}

/// Whether a text says of each of its parts which language it is in.
pub fn names_languages(text: &str) -> bool {
    pairs(text.trim()).is_ok_and(|pairs| in_languages(&pairs).is_some_and(|named| !named.is_empty()))
}

fn in_languages<'p>(pairs: &'p [Pair<'_>]) -> Option<Vec<(Tongue, &'p str)>> {
    pairs.iter().map(|pair| Some((Tongue::from_key(pair.key?)?, &*pair.value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_programs_language_unless_it_names_others() {
        let both = [Tongue::Fi, Tongue::Sv];
        let check = |text: &str, program: Tongue, (fi, sv): (&str, &str)| {
            let expected = Words::new(fi.into(), sv.into(), "".into());
            assert_eq!(words(text, &both, program), Ok(expected), "{text}");
        };
        check("Etätuki", Tongue::Fi, ("Etätuki", ""));
        check("Fjärrstöd", Tongue::Sv, ("", "Fjärrstöd"));
        check("Remote", Tongue::En, ("Remote", ""));
        check("fi=Etätuki sv=Stöd på distans", Tongue::En, ("Etätuki", "Stöd på distans"));
        check("sv=\"fi=x\"", Tongue::Fi, ("", "fi=x"));
        check("fi=a de=b", Tongue::Fi, ("fi=a de=b", ""));
        assert_eq!(words("fi=a fi=b", &both, Tongue::Fi), Err(Trouble::KeyTwice("fi".into())));
    }
}

//! What one key answers to a question, whatever the screen's language.

use crate::domain::Answering;
use crate::planning::questionnaires::{CANNOT_SAY, options, place};

/// What a key does where an answer is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stroke {
    /// Answers this, and one goes on; nothing where it takes the answer away.
    Answers(&'static str),
    /// Is part of a number, which is this now.
    Types(String),
    /// Is no answer here.
    Wrong(String),
}

/// What a letter does where this stands already: nothing where what is there is replaced.
pub(super) fn stroke(answering: Answering, stands: &str, letter: char) -> Stroke {
    let wrong = || Stroke::Wrong(letter.to_string());
    if matches!(letter, '-' | '–' | '−') {
        // Who does not say whether they want to be called was not asked to.
        return Stroke::Answers(if answering == Answering::Contact { "" } else { CANNOT_SAY });
    }
    match answering {
        Answering::Agreement | Answering::Change => numbered(answering, letter).unwrap_or_else(wrong),
        Answering::Recommend if letter.eq_ignore_ascii_case(&'x') => Stroke::Answers("10"),
        Answering::Recommend if letter.is_ascii_digit() => {
            let number = format!("{stands}{letter}");
            if place(answering, &number).is_some() { Stroke::Types(number) } else { Stroke::Wrong(number) }
        }
        Answering::YesNo | Answering::Contact => match letter.to_ascii_lowercase() {
            'k' | 'j' | 'y' => Stroke::Answers("yes"),
            'e' | 'n' => Stroke::Answers("no"),
            _ => wrong(),
        },
        _ => wrong(),
    }
}

/// The option a digit stands for, counted from one.
fn numbered(answering: Answering, letter: char) -> Option<Stroke> {
    let at = usize::try_from(letter.to_digit(10)?).ok()?.checked_sub(1)?;
    options(answering).get(at).map(|option| Stroke::Answers(option))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_answers_and_what_is_not_on_the_scale_does_not() {
        use Answering::{Agreement, Change, Contact, Recommend, YesNo};
        let wrong = |text: &str| Stroke::Wrong(text.to_owned());
        let types = |text: &str| Stroke::Types(text.to_owned());
        for (answering, stands, letter, expected) in [
            (Agreement, "", '1', Stroke::Answers("1")),
            (Agreement, "", '5', Stroke::Answers("5")),
            (Agreement, "", '7', wrong("7")),
            (Agreement, "", '0', wrong("0")),
            (Agreement, "", 'k', wrong("k")),
            (Agreement, "", '-', Stroke::Answers(CANNOT_SAY)),
            (Recommend, "", '0', types("0")),
            (Recommend, "", '1', types("1")),
            (Recommend, "1", '0', types("10")),
            (Recommend, "1", '1', wrong("11")),
            (Recommend, "0", '7', wrong("07")),
            (Recommend, "", 'x', Stroke::Answers("10")),
            (Recommend, "", 'q', wrong("q")),
            (YesNo, "", 'k', Stroke::Answers("yes")),
            (YesNo, "", 'j', Stroke::Answers("yes")),
            (YesNo, "", 'Y', Stroke::Answers("yes")),
            (YesNo, "", 'e', Stroke::Answers("no")),
            (YesNo, "", 'n', Stroke::Answers("no")),
            (YesNo, "", '1', wrong("1")),
            (Contact, "", '-', Stroke::Answers("")),
            (Change, "", '1', Stroke::Answers("no")),
            (Change, "", '4', Stroke::Answers("in-use")),
            (Change, "", '5', wrong("5")),
            (Change, "", '0', wrong("0")),
        ] {
            assert_eq!(stroke(answering, stands, letter), expected, "{answering:?} {stands} {letter}");
        }
    }
}

//! Answers as forms export them, brought to the question's own scale: numbers, the words of the options, or both.
//!
//! Owns which words stand for which answer in three languages. A number is never moved to another scale unless
//! somebody named that scale.

use ecow::{EcoString, eco_format};

use super::super::headings::bare;
use crate::domain::Answering;
use crate::planning::questionnaires::CANNOT_SAY;

/// The scale on which a column holds its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// The question's own.
    #[default]
    Own,
    /// 1–5, the other way round: 1 is full agreement.
    Turned,
    /// From this number to that one; each is brought to the nearest of 1–5.
    Range(u8, u8),
    /// Not the question's own, and nobody has said which: the column is left out.
    Unnamed,
}

/// The largest number a scale may have.
const MOST: u8 = 100;

impl Scale {
    /// A scale as people write it: `1-7`, `5-1`, `0–10`.
    pub fn named(text: &str) -> Option<Self> {
        let (low, high) = text.trim().split_once(['-', '–'])?;
        let (low, high) = (low.trim().parse::<u8>().ok()?, high.trim().parse::<u8>().ok()?);
        match (low, high) {
            (1, 5) => Some(Self::Own),
            (5, 1) => Some(Self::Turned),
            _ if low < high && high <= MOST => Some(Self::Range(low, high)),
            _ => None,
        }
    }

    /// How it is remembered; nothing of the question's own.
    pub fn key(self) -> String {
        match self {
            Self::Own => String::new(),
            Self::Turned => "5-1".to_owned(),
            Self::Range(low, high) => format!("{low}-{high}"),
            Self::Unnamed => "?".to_owned(),
        }
    }

    /// The scale that is remembered so.
    pub fn with_key(key: &str) -> Option<Self> {
        if key == "?" { Some(Self::Unnamed) } else { Self::named(key) }
    }

    /// A number of this scale as one of 1–5.
    fn agreement(self, number: u32) -> Option<u32> {
        match self {
            Self::Own => (1..=5).contains(&number).then_some(number),
            Self::Turned => (1..=5).contains(&number).then(|| 6 - number),
            Self::Range(low, high) => {
                let (low, high) = (u32::from(low), u32::from(high));
                let along = number.checked_sub(low).filter(|_| number <= high)? * 4;
                let steps = high.checked_sub(low).filter(|steps| *steps > 0)?;
                // What lies just between two goes to the middle, so that neither end gains.
                let nearest = if along * 2 <= steps * 4 {
                    (along * 2 + steps) / (steps * 2)
                } else {
                    (along * 2 + steps - 1) / (steps * 2)
                };
                Some(nearest + 1)
            }
            Self::Unnamed => None,
        }
    }
}

/// What a cell says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum Heard {
    /// Nothing.
    Nothing,
    /// This, as answers are stored.
    Said(EcoString),
    /// Something that is no answer on the scale.
    OffScale,
}

/// What a cell answers to a question that is answered so.
pub(in crate::import) fn heard(answering: Answering, scale: Scale, text: &str) -> Heard {
    // Forms close each chosen option with a semicolon.
    let text = text.trim().trim_end_matches(';').trim();
    if !text.chars().any(char::is_alphanumeric) {
        return Heard::Nothing;
    }
    let said = match answering {
        Answering::Words | Answering::Comment | Answering::Hours => Some(text.into()),
        Answering::Agreement => agreement(scale, text),
        Answering::Recommend => recommend(text),
        Answering::YesNo | Answering::Contact => yes_or_no(text).map(|yes| if yes { "yes" } else { "no" }.into()),
        Answering::Change => change(text),
    };
    said.map_or(Heard::OffScale, Heard::Said)
}

fn agreement(scale: Scale, text: &str) -> Option<EcoString> {
    let (number, words) = parted(text);
    let words = bare(words);
    if is_among(&CANNOT, &words) {
        return Some(CANNOT_SAY.into());
    }
    // The words of an option are clear, whichever way its numbers run.
    if let Some(place) = AGREEMENT.iter().position(|list| is_among(list, &words)) {
        return Some(eco_format!("{}", place + 1));
    }
    scale.agreement(number?).map(|number| eco_format!("{number}"))
}

fn recommend(text: &str) -> Option<EcoString> {
    let (number, words) = parted(text);
    if is_among(&CANNOT, &bare(words)) {
        return Some(CANNOT_SAY.into());
    }
    number.filter(|number| *number <= 10).map(|number| eco_format!("{number}"))
}

/// Yes or no by the first word: options go on with "please" and "you may".
pub(in crate::import) fn yes_or_no(text: &str) -> Option<bool> {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // A sentence that happens to begin so is no choice.
    let first = bare(words.first().filter(|_| words.len() <= YES_WORDS)?);
    match first.as_str() {
        "kylla" | "joo" | "ja" | "yes" | "x" | "1" | "true" => Some(true),
        "ei" | "en" | "nej" | "no" | "0" | "false" => Some(false),
        _ => None,
    }
}

/// So many words an option that means yes or no has at most.
const YES_WORDS: usize = 5;

fn change(text: &str) -> Option<EcoString> {
    let text = bare(text);
    let found = CHANGE.iter().find(|(_, words)| is_among(words, &text));
    let cannot = is_among(&CANNOT, &text).then_some(CANNOT_SAY);
    found.map(|(key, _)| *key).or(cannot).map(EcoString::from)
}

/// The number an option begins with, and its words.
fn parted(text: &str) -> (Option<u32>, &str) {
    let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(digits).unwrap_or((text, ""));
    let rest = rest.strip_prefix(",0").or_else(|| rest.strip_prefix(".0")).unwrap_or(rest).trim_start();
    let words = rest.trim_start_matches(['=', '-', '–', ':', '.', ')', '(', ' ']).trim_end_matches(')');
    let joined = rest.is_empty() || rest.len() > words.len();
    match number.parse() {
        // Of 4,5 or 3 400 nobody knows which answer it is.
        Ok(number) if joined && !words.starts_with(|letter: char| letter.is_ascii_digit()) => (Some(number), words),
        _ => (None, text),
    }
}

fn is_among(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

/// Words for 1 to 5 in order, folded and without anything but letters.
const AGREEMENT: [&[&str]; 5] = [
    &[
        "taysinerimielta",
        "vahvastierimielta",
        "ehdottomastierimielta",
        "heltavannanasikt",
        "heltavannanmening",
        "avheltannanasikt",
        "heltoenig",
        "instammerintealls",
        "fullydisagree",
        "stronglydisagree",
        "totallydisagree",
        "completelydisagree",
    ],
    &[
        "jokseenkinerimielta",
        "osittainerimielta",
        "melkoerimielta",
        "erimielta",
        "jossainmaarinerimielta",
        "delvisavannanasikt",
        "delvisavannanmening",
        "nagotavannanasikt",
        "avannanasikt",
        "avannanmening",
        "avnagotsanarannanasikt",
        "delvisoenig",
        "oenig",
        "somewhatdisagree",
        "partlydisagree",
        "disagree",
        "mostlydisagree",
        "tendtodisagree",
    ],
    &[
        "eisamaaeikaerimielta",
        "ensamaaenkaerimielta",
        "eisamaaeikaeri",
        "neutraali",
        "neutral",
        "neutralt",
        "varkenavsammaellerannanasikt",
        "varkenavsammaellerannanmening",
        "varkeneller",
        "varkenenigelleroenig",
        "neitheragreenordisagree",
        "neither",
    ],
    &[
        "jokseenkinsamaamielta",
        "osittainsamaamielta",
        "melkosamaamielta",
        "samaamielta",
        "jossainmaarinsamaamielta",
        "delvisavsammaasikt",
        "delvisavsammamening",
        "nagotavsammaasikt",
        "istortsettavsammaasikt",
        "avsammaasikt",
        "avsammamening",
        "avnagotsanarsammaasikt",
        "delvisenig",
        "enig",
        "instammerdelvis",
        "instammer",
        "somewhatagree",
        "partlyagree",
        "agree",
        "mostlyagree",
        "tendtoagree",
    ],
    &[
        "taysinsamaamielta",
        "vahvastisamaamielta",
        "ehdottomastisamaamielta",
        "heltavsammaasikt",
        "heltavsammamening",
        "avheltsammaasikt",
        "heltenig",
        "instammerhelt",
        "instammerfullstandigt",
        "fullyagree",
        "stronglyagree",
        "totallyagree",
        "completelyagree",
    ],
];

/// Words of whoever cannot say.
const CANNOT: [&str; 24] = [
    "cannotsay",
    "enosaasanoa",
    "eiosaasanoa",
    "eos",
    "entieda",
    "eimielipidetta",
    "eikoske",
    "eikoskemeita",
    "eikoskeminua",
    "kanintesaga",
    "kanejsaga",
    "kanikesaga",
    "vetinte",
    "vetej",
    "ingenasikt",
    "ingenuppfattning",
    "cantsay",
    "dontknow",
    "donotknow",
    "idontknow",
    "icannotsay",
    "noopinion",
    "notapplicable",
    "na",
];

/// Words for how far a change has come.
const CHANGE: [(&str, &[&str]); 4] = [
    ("no", &["no", "ei", "nej", "eiole", "eiviela", "inteannu", "notyet"]),
    (
        "planned",
        &[
            "planned",
            "suunnitteilla",
            "suunniteltu",
            "planerad",
            "planerat",
            "planeras",
            "underplanering",
            "beingplanned",
        ],
    ),
    (
        "started",
        &["started", "aloitettu", "alkanut", "kaynnissa", "paborjad", "paborjat", "inlett", "startat", "underway"],
    ),
    ("in-use", &["inuse", "kaytossa", "otettukayttoon", "ibruk", "tagitsibruk", "takenintouse"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn said(answering: Answering, scale: Scale, text: &str) -> String {
        match heard(answering, scale, text) {
            Heard::Said(answer) => answer.into(),
            Heard::Nothing => "nothing".into(),
            Heard::OffScale => "off".into(),
        }
    }

    #[test]
    fn options_are_known_by_number_and_by_word() {
        for (text, wanted) in [
            ("5", "5"),
            (" 4 ", "4"),
            ("4,0", "4"),
            ("Täysin samaa mieltä", "5"),
            ("Jokseenkin eri mieltä", "2"),
            ("En samaa enkä eri mieltä", "3"),
            ("En osaa sanoa", "cannot-say"),
            ("Helt av samma åsikt", "5"),
            ("Delvis av annan åsikt", "2"),
            ("Kan inte säga", "cannot-say"),
            ("Strongly agree", "5"),
            ("Can't say", "cannot-say"),
            ("5 = Täysin samaa mieltä", "5"),
            ("1 (Täysin samaa mieltä)", "5"),
            ("4 - jotakin", "4"),
            ("0 = En osaa sanoa", "cannot-say"),
            ("", "nothing"),
            ("-", "nothing"),
            ("7", "off"),
            ("0", "off"),
            ("4,5", "off"),
            ("34", "off"),
            ("ehkä", "off"),
            ("99999999999999999999", "off"),
        ] {
            assert_eq!(said(Answering::Agreement, Scale::Own, text), wanted, "{text}");
        }
        for (answering, text, wanted) in [
            (Answering::Recommend, "10", "10"),
            (Answering::Recommend, "0", "0"),
            (Answering::Recommend, "10 - Erittäin todennäköisesti", "10"),
            (Answering::Recommend, "11", "off"),
            (Answering::Recommend, "vet inte", "cannot-say"),
            (Answering::YesNo, "Kyllä", "yes"),
            (Answering::YesNo, "Nej tack", "no"),
            (Answering::YesNo, "ehkä", "off"),
            (Answering::Contact, "Kyllä, ottakaa yhteyttä", "yes"),
            (Answering::Contact, "Ja vielä yksi asia, jonka haluan tässä sanoa", "off"),
            (Answering::Change, "Otettu käyttöön", "in-use"),
            (Answering::Change, "Påbörjad", "started"),
            (Answering::Words, "Kahvia;Pullaa;", "Kahvia;Pullaa"),
            (Answering::Words, "=1+1", "=1+1"),
        ] {
            assert_eq!(said(answering, Scale::Own, text), wanted, "{text}");
        }
    }

    #[test]
    fn other_scales_count_only_where_they_are_named_and_neither_end_gains() {
        assert_eq!(Scale::named("1–7"), Some(Scale::Range(1, 7)));
        assert_eq!((Scale::named("1-5"), Scale::named("5-1")), (Some(Scale::Own), Some(Scale::Turned)));
        for text in ["", "7", "7-1", "1-1", "1-900", "a-b", "-"] {
            assert_eq!(Scale::named(text), None, "{text}");
        }
        for (scale, wanted) in [
            (Scale::Turned, "off 5 4 3 2 1 off"),
            (Scale::Range(1, 4), "off 1 2 4 5 off off"),
            (Scale::Range(0, 4), "1 2 3 4 5 off off"),
            (Scale::Range(1, 6), "off 1 2 3 3 4 5"),
        ] {
            let all: Vec<String> =
                (0..=6).map(|number| said(Answering::Agreement, scale, &format!("{number}"))).collect();
            assert_eq!(all.join(" "), wanted, "{scale:?}");
        }
        for high in 2..=20_u8 {
            let scale = Scale::Range(1, high);
            let all: Vec<u32> = (1..=u32::from(high)).filter_map(|number| scale.agreement(number)).collect();
            let turned: Vec<u32> = all.iter().rev().map(|number| 6 - number).collect();
            assert_eq!(all, turned, "{high}");
            assert_eq!((all.first(), all.last()), (Some(&1), Some(&5)), "{high}");
            assert_eq!(Scale::with_key(&scale.key()).unwrap_or_default(), if high == 5 { Scale::Own } else { scale });
        }
    }
}

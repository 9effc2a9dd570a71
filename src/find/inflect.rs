//! Inflected Finnish place names.
//!
//! Owns the stems a place name takes before case endings, made from the names in the book, and the endings. A word is
//! only ever traced back to one of those names; it never stems anything else and never decides what matches.

use super::fold::Folded;

/// Case endings (folded) that follow any stem: genitive, the six local cases, translative, essive, partitive.
const ENDINGS: &[&str] = &["n", "ssa", "sta", "lla", "lta", "lle", "ksi", "na", "a", "ta", "ten"];

/// Strong and weak forms of the last consonants of a stem; the first that fits counts.
const GRADES: &[(&str, &[&str])] = &[
    ("kk", &["k"]),
    ("pp", &["p"]),
    ("tt", &["t"]),
    ("nk", &["ng"]),
    ("nt", &["nn"]),
    ("mp", &["mm"]),
    ("lt", &["ll"]),
    ("rt", &["rr"]),
    ("ht", &["hd"]),
    ("lk", &["l", "lj"]),
    ("rk", &["r", "rj"]),
    ("hk", &["h"]),
    ("lp", &["lv"]),
    ("rp", &["rv"]),
];

/// A single stop changes only after a vowel (Hailuoto: Hailuodossa, but Kotka: Kotkassa).
const GRADES_AFTER_VOWEL: &[(char, &str)] = &[('k', ""), ('p', "v"), ('t', "d")];

/// Stems no rule gives.
const IRREGULAR: &[(&str, &[&str])] =
    &[("pihtipudas", &["pihtiputaa"]), ("punkalaidun", &["punkalaitume"]), ("virrat", &["virroi", "virtoi", "virtai"])];

/// First parts of compounds that are inflected along with the last one (Uudessakaupungissa).
const INFLECTED_FIRST_PARTS: &[(&str, &[&str])] = &[
    ("uusi", &["uuden", "uudessa", "uudesta", "uuteen", "uudella", "uudelta", "uudelle"]),
    ("iso", &["ison", "isossa", "isosta", "isoon", "isolla", "isolta", "isolle"]),
];

/// An unfinished stem says too little below this many letters.
const SHORTEST_BEGINNING: usize = 4;

/// The places whose inflected names are understood.
#[derive(Clone, Debug, Default)]
pub struct Places {
    places: Vec<Place>,
}

#[derive(Clone, Debug)]
struct Place {
    name: Folded,
    stems: Vec<String>,
}

impl Places {
    /// Builds the stems of Finnish place names. Of a name of several words the first counts (Koski Tl).
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let place = |name: &str| {
            let name = Folded::of(name.split_whitespace().next()?);
            let stems = stems(&name.text);
            Some(Place { name, stems })
        };
        Self { places: names.into_iter().filter_map(place).collect() }
    }

    /// The names of which a folded word is a whole inflected form.
    pub fn inflected_to<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a Folded> {
        self.places.iter().filter(move |place| place.has_form(word)).map(|place| &place.name)
    }

    /// The names of which a folded word is an inflected form or the beginning of one, but no beginning of the name
    /// itself.
    pub(super) fn meant_by<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a Folded> {
        self.places.iter().filter(move |place| place.inflects_to(word)).map(|place| &place.name)
    }
}

impl Place {
    fn has_form(&self, word: &str) -> bool {
        self.stems.iter().filter_map(|stem| Some((stem, word.strip_prefix(stem.as_str())?))).any(|(stem, rest)| {
            !rest.is_empty() && (ENDINGS.contains(&rest) || illatives(stem).iter().any(|ending| ending == rest))
        })
    }

    fn inflects_to(&self, word: &str) -> bool {
        !self.name.text.starts_with(word)
            && self.stems.iter().any(|stem| match word.strip_prefix(stem.as_str()) {
                Some(rest) => begins_case_ending(stem, rest),
                None => word.len() >= SHORTEST_BEGINNING && stem.starts_with(word),
            })
    }
}

fn begins_case_ending(stem: &str, rest: &str) -> bool {
    ENDINGS.iter().any(|ending| ending.starts_with(rest)) || begins_illative(stem, rest)
}

fn begins_illative(stem: &str, rest: &str) -> bool {
    illatives(stem).iter().any(|ending| ending.starts_with(rest))
}

/// Illative: Lohjaan, Hyvinkäähän, Vantaaseen, Kauniaisiin.
fn illatives(stem: &str) -> Vec<String> {
    let vowel = stem.chars().last().filter(|&last| is_vowel(last));
    vowel.map(|vowel| vec![format!("{vowel}n"), format!("h{vowel}n"), "seen".to_owned()]).unwrap_or_default()
}

/// All stems of a folded name. Both grades take all endings: people also write Getassa, and learners Helsinkissä.
fn stems(name: &str) -> Vec<String> {
    let mut all = Vec::new();
    for base in vowel_stems(name) {
        all.extend(weak_grades(&base));
        all.push(base);
    }
    for (first, forms) in INFLECTED_FIRST_PARTS {
        if let Some(rest) = name.strip_prefix(first).filter(|rest| !rest.is_empty()) {
            let rests = stems(rest);
            all.extend(forms.iter().flat_map(|form| rests.iter().map(move |rest| format!("{form}{rest}"))));
        }
    }
    all
}

/// What the endings are put after, in the strong grade.
fn vowel_stems(name: &str) -> Vec<String> {
    let with =
        |base: &str, tails: &[&str]| -> Vec<String> { tails.iter().map(|tail| format!("{base}{tail}")).collect() };
    let irregular = IRREGULAR.iter().find(|(known, _)| *known == name);
    if let Some((_, stems)) = irregular {
        with("", stems)
    } else if let Some(base) = name.strip_suffix("nen") {
        with(base, &["se", "si", "s"])
    } else if let Some(base) = name.strip_suffix("si") {
        with(base, &["si", "se", "de", "te"])
    } else if let Some(base) = name.strip_suffix('i') {
        with(base, &["i", "e"])
    } else if let Some(base) = name.strip_suffix('e') {
        with(base, &["e", "ee"])
    } else if let Some(base) = name.strip_suffix('s') {
        with(base, &["kse", "de", "te", "si"])
    } else if let Some(base) = name.strip_suffix("oren") {
        // Pedersören kunta stands in the genitive already.
        with(base, &["ore"])
    } else if name.ends_with(is_vowel) {
        with(name, &[""])
    } else {
        with(name, &["i"])
    }
}

/// The stem with its last consonants weakened, where they can be.
fn weak_grades(stem: &str) -> Vec<String> {
    let Some((head, vowel)) = stem.char_indices().next_back().and_then(|(at, last)| {
        is_vowel(last).then_some(())?;
        Some((stem.get(..at)?, last))
    }) else {
        return Vec::new();
    };
    let cluster = GRADES.iter().find_map(|(strong, weak)| Some((head.strip_suffix(strong)?, *weak)));
    if let Some((base, weak)) = cluster {
        return weak.iter().map(|weak| format!("{base}{weak}{vowel}")).collect();
    }
    GRADES_AFTER_VOWEL
        .iter()
        .filter_map(|(strong, weak)| {
            let base = head.strip_suffix(*strong).filter(|base| base.ends_with(is_vowel))?;
            Some(format!("{base}{weak}{vowel}"))
        })
        .collect()
}

/// Folded vowels: ä counts as a, ö and å as what they fold to.
fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finland() -> Places {
        let file = include_str!("../../data/municipalities.json");
        let file: serde_json::Value = serde_json::from_str(file).unwrap();
        let records = file["records"].as_array().unwrap();
        Places::new(records.iter().map(|record| record["name"]["fi"].as_str().unwrap()))
    }

    fn meant(places: &Places, word: &str) -> Vec<String> {
        places.meant_by(&Folded::of(word).text).map(|name| name.text.clone()).collect()
    }

    #[test]
    fn real_forms_lead_to_their_place() {
        let places = finland();
        for line in include_str!("inflected_forms.txt").lines() {
            let (form, name) = line.split_once(' ').unwrap();
            let name = Folded::of(name).text;
            assert!(
                meant(&places, form).contains(&name),
                "{form} should mean {name}, means {:?}",
                meant(&places, form)
            );
        }
    }

    #[test]
    fn every_municipality_is_found_by_its_own_local_cases() {
        let places = finland();
        let mut seen = 0;
        for place in &places.places {
            for stem in &place.stems {
                for ending in ["ssa", "lla", "n"] {
                    let form = format!("{stem}{ending}");
                    let known = place.name.text.starts_with(&form);
                    assert!(known || meant(&places, &form).contains(&place.name.text), "{form}");
                }
            }
            seen += 1;
        }
        assert_eq!(seen, 308);
    }

    #[test]
    fn a_form_is_known_while_it_is_typed() {
        let places = finland();
        let form = "helsingissa";
        for length in "helsing".len()..=form.len() {
            assert_eq!(meant(&places, form.get(..length).unwrap()), ["helsinki"], "{length}");
        }
        let form = "karkkilassa";
        for length in "karkkilas".len()..=form.len() {
            assert_eq!(meant(&places, form.get(..length).unwrap()), ["karkkila"], "{length}");
        }
    }

    #[test]
    fn nothing_else_is_stemmed() {
        let places = finland();
        for word in [
            "karkkila",
            "hels",
            "tammi",
            "virtanen",
            "koulussa",
            "palvelussa",
            "karkkilassapa",
            "salonen",
            "turkulainen",
            "tutor",
            "a",
            "",
        ] {
            assert!(meant(&places, word).is_empty(), "{word}");
        }
        let bookless = Places::new(["Karkkila"]);
        assert!(meant(&bookless, "helsingissa").is_empty());
    }
}

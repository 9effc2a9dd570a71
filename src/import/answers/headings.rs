//! What forms write above their columns: their own words, and questions with numbers before them and groups above.
//!
//! Owns how alike a heading and a question have to be. It would rather know no question than a wrong one.

use std::collections::HashSet;

use ecow::EcoString;

use super::super::headings::bare;
use super::Asked;

/// What a form itself, and not its questions, asks or notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Own {
    /// The answer's id in the form.
    Answer,
    /// When it was handed in.
    Given,
    /// When it was begun or last touched, and other marks of the form.
    Aside,
    /// Who answered: names, addresses, numbers.
    Personal,
    /// The municipality.
    Place,
    /// Anything else they want to say.
    Comment,
    /// Whether it may be quoted.
    Quote,
    /// Whether they want to be contacted.
    Contact,
}

/// The words of forms, folded and without anything but letters and digits.
const WORDS: &[(Own, &str)] = &[
    (
        Own::Answer,
        "id tunnus vastaajannumero vastaajanro vastaajanid vastaajaid vastaajatunnus vastaajantunnus vastausid \
         vastauksenid vastauksennumero vastausnumero vastaustunnus respondentid respondentnumber responseid \
         responsenumber submissionid svarsid svarsnummer respondentnummer respondentensnummer respondent \
         svarandesnummer vastaaja vastaajantunniste vastaajatunniste vastauksentunniste vastaustunniste \
         vastauksentunnus vastauksennro vastausnro nro nr no lopnummer svarsnr responseno \
         answerid answernumber respondentno",
    ),
    (
        Own::Given,
        "completiontime valmistumisaika paattymisaika lopetusaika vastausaika vastausajankohta vastauspaiva \
         vastauspvm vastattu lahetysaika lahetetty lahetyspaiva aikaleima tallennettu tallennusaika timestamp \
         slutforandetid slutforandetidpunkt sluttid svarstid svarsdatum tidstampel submittedat submitted \
         submissiontime submissiondate responsetime responsedate answeredon endtime enddate given",
    ),
    (
        Own::Aside,
        "starttime startdate started aloitusaika alkamisaika aloitettu starttid startad lastmodifiedtime lastmodified \
         viimeksimuokattu viimeisinmuokkausaika viimeinenmuokkausaika muokattuviimeksi senastandrad \
         senasteandringstid tidforsenasteandring senastandradtid collector kerain linkki",
    ),
    (
        Own::Personal,
        "nimi nimesi etunimi sukunimi kokonimi vastaajannimi vastaajansahkoposti namn fornamn efternamn dittnamn \
         svarandesnamn name firstname lastname fullname yourname respondentname respondentemail email emailaddress \
         sahkoposti sahkopostiosoite sahkopostisi sposti epost epostadress mail puhelin puhelinnumero puh puhnro \
         matkapuhelin telefon telefonnummer mobil mobilnummer phone phonenumber mobile ip ipaddress ipaddr iposoite \
         ipadress osoite katuosoite postiosoite adress address yhteystiedot yhteystietosi kontaktuppgifter \
         contactdetails contactinformation kayttajanimi username anvandarnamn",
    ),
    (
        Own::Place,
        "kunta kuntasi kuntanne kotikunta kaupunki kuntataikaupunki kuntakaupunki edustamasikunta edustamannekunta \
         vastaajankunta municipality yourmunicipality city kommun dinkommun erkommun hemkommun stad kommunstad",
    ),
    (
        Own::Comment,
        "kommentti kommentit kommenttisi muutakerrottavaa muutakommentoitavaa vapaasana vapaapalaute avoinpalaute \
         muuta muutpalautteet muupalaute comment comments othercomments anythingelse kommentar kommentarer \
         ovrigakommentarer frirespons annat ovrigt ordetfritt",
    ),
];

/// Parts of headings that ask whether something may be quoted, or whether somebody wants to be contacted.
const WITHIN: &[(Own, &[&str])] = &[
    (Own::Quote, &["lainata", "lainaus", "siteerata", "citera", "citeras", "quote"]),
    (
        Own::Contact,
        &["yhteydenot", "yhteytta", "kontakta", "contactyou", "contactme", "contactus", "contacted", "ottakaayhtey"],
    ),
];

/// What a form means by a heading of its own.
pub(super) fn own(heading: &str) -> Option<Own> {
    let word = bare(&without_number(heading));
    let is = |(_, words): &&(Own, &str)| words.split_whitespace().any(|known| known == word);
    let within = |(_, parts): &&(Own, &[&str])| parts.iter().any(|part| word.contains(part));
    let named = WORDS.iter().find(is).map(|(own, _)| *own);
    named
        .or_else(|| WITHIN.iter().find(within).map(|(own, _)| *own))
        .or_else(|| is_personal(&word).then_some(Own::Personal))
}

/// Whether a heading that is no known word asks who somebody is.
fn is_personal(word: &str) -> bool {
    const ASKS: [&str; 9] = [
        "sahkopost",
        "emailaddress",
        "epostadress",
        "puhelinnumero",
        "telefonnummer",
        "phonenumber",
        "iposoite",
        "vastaajannimi",
        "yhteystie",
    ];
    ASKS.iter().any(|part| word.contains(part))
}

/// How surely a heading is a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Much the same words.
    Near,
    /// Its words.
    Same,
}

/// Headings and questions are the same, but for slips, from this likeness on.
const ALIKE: f64 = 0.88;

/// So much nearer than the next question the nearest has to be.
const APART: f64 = 0.05;

/// Headings longer than this are compared letter for letter only.
const LONGEST: usize = 300;

/// The question a heading asks, by its place among the questions.
pub(super) fn question(heading: &str, asked: &[Asked]) -> Option<(usize, Likeness)> {
    let parts: Vec<String> = parts(heading);
    let spelt: Vec<Vec<(String, &EcoString)>> =
        asked.iter().map(|asked| asked.texts.iter().map(|text| (bare(&without_scale(text)), text)).collect()).collect();
    for part in &parts {
        let part = bare(part);
        let same = |texts: &Vec<(String, &EcoString)>| texts.iter().any(|(text, _)| !text.is_empty() && *text == part);
        let mut found = spelt.iter().enumerate().filter(|(_, texts)| same(texts));
        if let (Some((place, _)), None) = (found.next(), found.next()) {
            return Some((place, Likeness::Same));
        }
    }
    let near = |texts: &[(String, &EcoString)]| {
        let likeness = parts.iter().flat_map(|part| texts.iter().map(move |(spelt, text)| likeness(part, spelt, text)));
        likeness.fold(0.0, f64::max)
    };
    let mut near: Vec<(f64, usize)> = spelt.iter().enumerate().map(|(place, texts)| (near(texts), place)).collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0));
    let next = near.get(1).map_or(0.0, |(likeness, _)| *likeness);
    near.first()
        .filter(|(likeness, _)| *likeness >= ALIKE && likeness - next >= APART)
        .map(|(_, at)| (*at, Likeness::Near))
}

/// The texts of questions, as they are compared.
pub(super) struct Spelt(HashSet<String>);

impl Spelt {
    pub(super) fn new<'q>(texts: impl Iterator<Item = &'q EcoString>) -> Self {
        Self(texts.map(|text| bare(&without_scale(text))).filter(|text| !text.is_empty()).collect())
    }

    /// Whether a cell is one of them.
    pub(super) fn asks(&self, cell: &str) -> bool {
        parts(cell).iter().any(|part| self.0.contains(&bare(part)))
    }
}

/// How alike a part of a heading and a question are; not at all where one denies what the other says.
fn likeness(part: &str, spelt: &str, text: &str) -> f64 {
    let own = bare(part);
    let (one, other) = (own.chars().count(), spelt.chars().count());
    let longest = one.max(other);
    if longest == 0 || longest > LONGEST || one.abs_diff(other) * 8 > longest {
        return 0.0;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(&own) != digits(spelt) || denials(part) != denials(text) {
        return 0.0;
    }
    strsim::normalized_damerau_levenshtein(&own, spelt)
}

/// Words that turn a sentence into its contrary.
const DENIALS: [&str; 27] = [
    "ei", "en", "et", "emme", "ette", "eivat", "eika", "emmeka", "eivatka", "ala", "tuskin", "ilman", "inte", "ej",
    "icke", "inget", "ingen", "inga", "aldrig", "utan", "not", "no", "nothing", "never", "without", "cannot", "t",
];

fn denials(text: &str) -> usize {
    let folded = crate::find::fold::Folded::of(text).text;
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| DENIALS.contains(word)).count()
}

/// What stands before what a form counts of a question.
const COUNTED: [&str; 8] = ["points", "pisteet", "poang", "feedback", "palaute", "respons", "time", "aika"];

/// What of a heading may be the question: all of it, or what follows a group's heading.
fn parts(heading: &str) -> Vec<String> {
    let heading = without_scale(&without_number(heading));
    let mut parts = vec![heading.clone()];
    for between in [": ", " - ", " – ", " — ", "\n", " / ", " > "] {
        for (at, _) in heading.match_indices(between) {
            let (before, after) = heading.split_at_checked(at).unwrap_or_default();
            // Quizzes export their points as "Points - question".
            if !(between.trim_matches(' ') != ":" && COUNTED.contains(&bare(before).as_str())) {
                parts.push(without_number(after.get(between.len()..).unwrap_or_default()));
            }
        }
    }
    if let Some((_, within)) = heading.split_once('[') {
        parts.push(without_number(within.trim_end_matches(']')));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// A heading without the number before it: `1.`, `1.2`, `3)`, `Q4:`, `Kysymys 5.`
pub(super) fn without_number(heading: &str) -> String {
    let text = heading.trim();
    let rest = ["Kysymys", "Väittämä", "Fråga", "Påstående", "Question", "Q", "K", "F"]
        .iter()
        .find_map(|word| {
            text.strip_prefix(word).map(str::trim_start).filter(|rest| rest.starts_with(|it: char| it.is_ascii_digit()))
        })
        .unwrap_or(text);
    let numbers = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let rest = if numbers.len() == rest.len() { text } else { numbers };
    let bare = rest.trim_start_matches([')', ':', '.', '-', '–', ' ', '\u{A0}']).trim();
    // A heading that is nothing but a number stays one.
    if bare.is_empty() { text.to_owned() } else { bare.to_owned() }
}

/// A question without the scale in brackets behind it, and the star of what must be answered.
fn without_scale(text: &str) -> String {
    let text = text.trim().trim_end_matches('*').trim_end();
    let scale = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let is_scale = |inside: &str| inside.chars().any(|letter| letter.is_ascii_digit());
    scale
        .filter(|(before, inside)| is_scale(inside) && !before.trim().is_empty())
        .map_or(text, |(before, _)| before.trim_end())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Answering;

    fn asked() -> Vec<Asked> {
        let one = |key: &str, texts: [&str; 3]| Asked {
            key: key.into(),
            texts: texts.map(EcoString::from),
            answering: Answering::Agreement,
        };
        vec![
            one(
                "goals",
                [
                    "Tapaaminen vastasi asettamiamme tavoitteita",
                    "Träffen uppfyllde de mål vi hade satt upp",
                    "The session met the goals we had set",
                ],
            ),
            one(
                "learned",
                [
                    "Opimme uutta digituen järjestämisestä",
                    "Vi lärde oss något nytt om hur digitalt stöd kan ordnas",
                    "We learned something new about organising digital support",
                ],
            ),
            one("recommend", ["Kuinka todennäköisesti suosittelisitte sparrausta toiselle kunnalle? (0–10)", "", ""]),
            one("else", ["Muuta kerrottavaa?", "", ""]),
        ]
    }

    #[test]
    fn questions_are_known_by_their_text_and_never_by_its_contrary() {
        let asked = asked();
        let same = |place| Some((place, Likeness::Same));
        for (heading, wanted) in [
            ("Tapaaminen vastasi asettamiamme tavoitteita", same(0)),
            ("1.1 Tapaaminen vastasi asettamiamme tavoitteita *", same(0)),
            ("Q3: Träffen uppfyllde de mål vi hade satt upp", same(0)),
            ("2. Arvioi väittämät: Opimme uutta digituen järjestämisestä", same(1)),
            ("Väittämät [Opimme uutta digituen järjestämisestä]", same(1)),
            ("Väittämät\n3) Opimme uutta digituen järjestämisestä", same(1)),
            ("Kuinka todennäköisesti suosittelisitte sparrausta toiselle kunnalle?", same(2)),
            ("Kuinka todennäköisesti suosittelisitte sparrausta toiselle kunnalle? (asteikko 0-10)", same(2)),
            ("Opimme uuta digituen jarjestamisesta", Some((1, Likeness::Near))),
            ("We learned nothing new about organising digital support", None),
            ("Emme oppineet uutta digituen järjestämisestä", None),
            ("Points - Opimme uutta digituen järjestämisestä", None),
            ("Opimme uutta", None),
            ("Tapaaminen", None),
            ("", None),
            ("1.", None),
        ] {
            assert_eq!(question(heading, &asked), wanted, "{heading}");
        }
    }

    #[test]
    fn forms_have_words_of_their_own() {
        for (heading, wanted) in [
            ("ID", Some(Own::Answer)),
            ("Vastaajan numero", Some(Own::Answer)),
            ("Vastaajan tunniste", Some(Own::Answer)),
            ("Nro", Some(Own::Answer)),
            ("Vastausnumero", Some(Own::Answer)),
            ("Löpnummer", Some(Own::Answer)),
            ("Response No.", Some(Own::Answer)),
            ("Completion time", Some(Own::Given)),
            ("Valmistumisaika", Some(Own::Given)),
            ("Slutförandetid", Some(Own::Given)),
            ("Aloitusaika", Some(Own::Aside)),
            ("Sähköposti", Some(Own::Personal)),
            ("E-post", Some(Own::Personal)),
            ("Namn", Some(Own::Personal)),
            ("IP-osoite", Some(Own::Personal)),
            ("4. Sähköpostiosoitteesi, jos haluat vastauksen", Some(Own::Personal)),
            ("1. Kunta", Some(Own::Place)),
            ("Er kommun", Some(Own::Place)),
            ("Saako vastaustasi lainata?", Some(Own::Quote)),
            ("Får vi citera dig?", Some(Own::Quote)),
            ("Toivotko yhteydenottoa?", Some(Own::Contact)),
            ("Vapaa sana", Some(Own::Comment)),
            ("Mikä tilaisuudessa oli parasta?", None),
            ("Lempiväri", None),
        ] {
            assert_eq!(own(heading), wanted, "{heading}");
        }
    }
}

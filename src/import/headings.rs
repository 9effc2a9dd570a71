//! What people write above their columns, in three languages, and the part of a record each means.
//!
//! Owns the words and how alike a heading has to be. It looks at no content.

use crate::domain::Kind;
use crate::exchange::table::slot::Slot;
use crate::find::fold::Folded;
use crate::text::{Texts, Tongue};

/// The words of the three languages in which tables may have their headings.
pub fn languages() -> [Texts; 3] {
    Tongue::ALL.map(|tongue| Texts::only(tongue, &["field-", "heading-", "choice-tongue-"]))
}

/// Words for parts of people, folded and without anything but letters and digits.
const PERSON: &[(&str, &str)] = &[
    ("given", "etunimi etunimet kutsumanimi fornamn tilltalsnamn givenname firstname forename"),
    ("family", "sukunimi efternamn slaktnamn familyname lastname surname"),
    (
        "whole-name",
        "nimi kokonimi henkilo henkilonnimi yhteyshenkilo yhdyshenkilo namn helanamnet fullstandigtnamn kontaktperson \
         person name fullname contact contactperson contactname tutor vertaistutor sukunimietunimi etunimisukunimi \
         sukunimijaetunimi etunimijasukunimi fornamnefternamn efternamnfornamn",
    ),
    (
        "affiliations.at",
        "kunta kaupunki kuntakaupunki kotikunta tyopaikka organisaatio tyonantaja virasto taho kommun stad kommunstad \
         arbetsplats organisation arbetsgivare municipality city town organization employer company workplace",
    ),
    (
        "affiliations.title.fi",
        "nimike titteli tehtavanimike virka virkanimike ammattinimike tehtava asema title jobtitle position",
    ),
    ("affiliations.title.sv", "titel tjanst tjanstebenamning befattning"),
    ("affiliations.unit", "yksikko osasto toimiala palvelualue enhet avdelning sektor unit department"),
    (
        "email",
        "sahkoposti sposti sahkopostiosoite spostiosoite email emailaddress mail epost epostadress meili \
         sahkopostiosoitteet",
    ),
    (
        "phone",
        "puhelin puh puhnro puhnumero puhelinnumero puhelinnro matkapuhelin matkapuh gsm kannykka mobiili telefon tel \
         telnr telefonnummer mobil mobiltelefon mobilnummer phone phonenumber mobile mobilephone cell numero",
    ),
    (
        "further_contacts",
        "toinenpuhelin toinenpuh puhelin2 puh2 puh2nro muupuhelin muupuh tyopuhelin lankapuhelin varanumero telefon2 \
         tel2 annantelefon andratelefon phone2 secondphone otherphone sahkoposti2 email2 epost2 muutyhteystiedot",
    ),
    ("languages", "kieli kielet kielitaito palvelukieli sprak spraken language languages"),
    ("roles.role", "rooli roolit roll role"),
    ("roles.season", "kausi sasong season"),
    ("themes", "teema teemat aihe aiheet osaaminen tema teman kunskap theme themes topics skills"),
    ("note", NOTE),
    ("left_on", "lopettanut lahtenyt paattynyt slutat left"),
    ("presentation", "esittely kuvaus presentation introduction bio"),
];

const NOTE: &str = "huom huomautus huomautukset huomioita huomio lisatieto lisatiedot lisatietoja muuta muutatietoa \
                    kommentti kommentit anmarkning anmarkningar ovrigt tillaggsinformation kommentar note notes \
                    remark remarks comment comments other";

const ORGANISATION: &[(&str, &str)] = &[
    ("name.fi", "nimi organisaatio jarjesto yhdistys oppilaitos yritys name organisation organization association"),
    ("name.sv", "namn forening svensktnamn ruotsiksi"),
    ("kind", "tyyppi laji typ type kind"),
    ("website", WEB),
    ("email", "sahkoposti sposti sahkopostiosoite email mail epost epostadress emailaddress"),
    ("phone", "puhelin puh puhelinnumero vaihde telefon tel telefonnummer phone phonenumber"),
    ("note", NOTE),
];

const WEB: &str =
    "verkkosivu verkkosivut kotisivu kotisivut www wwwosoite webbplats hemsida webb web website url linkki";

const MUNICIPALITY: &[(&str, &str)] = &[
    ("id", "koodi kuntakoodi kuntanro kuntanumero kommunkod kommunnummer code municipalitycode"),
    ("name.fi", "kunta kaupunki nimi kunnannimi kuntasuomeksi nimisuomeksi municipality city name"),
    ("name.sv", "kommun stad namn kommunennamn kuntaruotsiksi nimiruotsiksi namnpasvenska ruotsiksi"),
    ("website", WEB),
    ("switchboard", "vaihde puhelinvaihde puhelin puh vaxel telefonvaxel telefon tel switchboard phone"),
    ("registry_email", "kirjaamo kirjaamonsahkoposti sahkoposti registratur registratorskontor epost registry email"),
    (
        "population",
        "asukasluku vakiluku asukkaat asukkaita vaesto invanare folkmangd invanarantal inhabitants population",
    ),
    ("region.fi", "maakunta region"),
    ("region.sv", "landskap"),
    ("subregion.fi", "seutukunta subregion"),
    ("subregion.sv", "ekonomiskregion"),
    ("languages", "kieli kielet kielisyys sprak language languages"),
    ("note", NOTE),
];

const SESSION: &[(&str, &str)] = &[
    ("date", "paiva pvm paivamaara ajankohta datum dag date day"),
    ("time", "kello klo aika kellonaika alkaa tid klockan klockslag time starttime"),
    ("title.fi", "otsikko aihe nimi tilaisuus title subject"),
    ("title.sv", "rubrik namn"),
    ("kind", "tyyppi laji muoto typ type kind"),
    ("status", "tila tilanne status"),
    ("municipalities", "kunta kunnat vastaanottavakunta kommun kommuner municipality municipalities"),
    ("tutors", "tutor tutorit vertaistutor vertaistutorit tutorer tutors"),
    ("place", "paikka osoite plats place venue"),
    ("link", "linkki etalinkki lank link"),
];

/// Words that mean the same in every other kind.
const ANY: &[(&str, &str)] = &[
    ("municipality", "kunta kaupunki kommun stad municipality city"),
    ("season", "kausi sasong season"),
    ("status", "tila tilanne status"),
    ("asked_on", "pvm paiva pyydetty pyyntopaiva datum date"),
    ("wish", "toive toiveet pyynto aihe onskemal onskan wish request"),
    ("what", "toimi tehtava mita toimenpide atgard vad what action task"),
    ("due", "maaraaika deadline mennessa pvm senast due duedate"),
    ("owner", "vastuuhenkilo vastuu tekija ansvarig owner responsible"),
    ("title.fi", "otsikko nimi kaytanto title name"),
    ("title.sv", "rubrik namn praxis"),
    ("name.fi", "nimi name"),
    ("name.sv", "namn"),
    ("name", "nimi namn name"),
    ("text", "teksti muistiinpano text anteckning note"),
    ("at", "pvm paiva datum date"),
    ("note", NOTE),
];

/// How surely a heading means a part of a record, of a hundred.
pub(super) type Surety = u32;

/// The very words this program writes above its columns.
const OWN: Surety = 110;
/// A known word.
pub(super) const KNOWN: Surety = 100;
const ALIKE: Surety = 70;

/// A word inside a longer heading counts from this many letters on.
const WITHIN: usize = 5;

/// What is left of a heading when it is compared: letters and digits, folded.
pub(super) fn bare(heading: &str) -> String {
    Folded::of(heading).text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether a heading says that its column holds places of one kind only: municipalities, not organisations.
pub(super) fn names_municipality(heading: &str) -> bool {
    let bare = bare(heading);
    ["kunta", "kaupunki", "kommun", "stad", "municipality", "city", "town"].iter().any(|word| bare.contains(word))
}

/// The words for parts of records of one kind, ready to compare.
pub(super) struct Headings {
    words: Vec<(String, Slot)>,
    /// So many of them are the program's own headings.
    own: usize,
}

impl Headings {
    pub(super) fn of(kind: Kind, languages: &[Texts]) -> Self {
        let slots = Slot::all(kind);
        let mut words: Vec<(String, Slot)> = slots
            .iter()
            .flat_map(|slot| languages.iter().map(|texts| (bare(slot.heading(texts).as_str()), *slot)))
            .collect();
        let own = words.len();
        let table = match kind {
            Kind::Person => PERSON,
            Kind::Organisation => ORGANISATION,
            Kind::Municipality => MUNICIPALITY,
            Kind::Session => SESSION,
            _ => ANY,
        };
        let known = table.iter().flat_map(|(key, words)| {
            let slot = slots.iter().copied().find(|slot| slot.key() == *key);
            // A text in several languages is by itself one in the first of them.
            let slot = slot.or_else(|| slots.iter().copied().find(|slot| slot.key() == format!("{key}.fi")));
            words.split_whitespace().filter_map(move |word| Some((word.to_owned(), slot?)))
        });
        // The field's own label without a language is a heading too: of what is in that language, else of Finnish.
        let labels = slots.iter().filter(|slot| slot.tongue().is_some());
        let labels = labels.flat_map(|slot| {
            let own = |texts: &Texts| if texts.tongue() == Tongue::Sv { Tongue::Sv } else { Tongue::Fi };
            let is_own = |texts: &Texts| !slot.tongue().is_some_and(|tongue| tongue != own(texts));
            let label =
                |texts: &Texts| Some((bare(texts.field(slot.label()?).as_str()), *slot)).filter(|_| is_own(texts));
            languages.iter().filter_map(label).collect::<Vec<_>>()
        });
        words.extend(known.chain(labels).filter(|(word, _)| !word.is_empty()));
        Self { words, own }
    }

    /// The parts a heading may mean, the surest first.
    pub(super) fn meant(&self, heading: &str) -> Vec<(Surety, Slot)> {
        let heading = bare(heading);
        if heading.is_empty() {
            return Vec::new();
        }
        let mut meant: Vec<(Surety, Slot)> = Vec::new();
        for (number, (word, slot)) in self.words.iter().enumerate() {
            let surety = if number < self.own && heading == *word { OWN } else { likeness(&heading, word) };
            if surety == 0 {
                continue;
            }
            match meant.iter_mut().find(|(_, other)| other == slot) {
                Some(known) => known.0 = known.0.max(surety),
                None => meant.push((surety, *slot)),
            }
        }
        meant.sort_by_key(|(surety, _)| std::cmp::Reverse(*surety));
        meant
    }
}

fn likeness(heading: &str, word: &str) -> Surety {
    if heading == word {
        return KNOWN;
    }
    let long = word.chars().count() >= WITHIN;
    if long && (heading.starts_with(word) || heading.ends_with(word)) {
        return ALIKE;
    }
    // A second number is not a first one misspelt.
    let close = long
        && !word.ends_with(|letter: char| letter.is_ascii_digit())
        && heading.chars().count() > WITHIN
        && strsim::damerau_levenshtein(heading, word) == 1;
    if close { ALIKE } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Tongue;

    fn meant(kind: Kind, heading: &str) -> Option<String> {
        let languages = languages();
        Headings::of(kind, &languages).meant(heading).first().map(|(_, slot)| slot.key())
    }

    #[test]
    fn headings_are_known_in_three_languages_and_many_spellings() {
        for (kind, heading, key) in [
            (Kind::Person, "Puh.", "phone"),
            (Kind::Person, "Sähköposti", "email"),
            (Kind::Person, "E-post", "email"),
            (Kind::Person, "S-posti:", "email"),
            (Kind::Person, "Kunta / kaupunki", "affiliations.at"),
            (Kind::Person, "Sukunimi", "family"),
            (Kind::Person, "Förnamn", "given"),
            (Kind::Person, "Nimi", "whole-name"),
            (Kind::Person, "Titel", "affiliations.title.sv"),
            (Kind::Person, "Nimike", "affiliations.title.fi"),
            (Kind::Person, "Sähkopostti", "email"),
            (Kind::Person, "Puhelinnumero (työ)", "phone"),
            (Kind::Person, "Lisätietoja", "note"),
            (Kind::Organisation, "Nimi", "name.fi"),
            (Kind::Municipality, "Kuntakoodi", "id"),
            (Kind::Municipality, "Vaihde", "switchboard"),
            (Kind::Session, "Pvm", "date"),
            (Kind::Action, "Vastuuhenkilö", "owner"),
            (Kind::Coaching, "Toiveet", "wish"),
            (Kind::Note, "Teksti", "text"),
        ] {
            assert_eq!(meant(kind, heading).as_deref(), Some(key), "{kind:?} {heading}");
        }
        assert_eq!(meant(Kind::Person, "Kengännumero 2019 x"), None);
    }

    #[test]
    fn what_is_exported_is_known_again() {
        for tongue in Tongue::ALL {
            let texts = Texts::new(tongue);
            for kind in Kind::ALL {
                for slot in Slot::all(kind) {
                    let heading = slot.heading(&texts).to_string();
                    assert_eq!(meant(kind, &heading), Some(slot.key()), "{kind:?} {heading}");
                }
            }
        }
    }
}

//! Numbers and addresses as they are compared, and which of them are anybody's.

use ecow::EcoString;

use crate::domain::{ContactKind, Person};
use crate::find::fold::Folded;

/// A number shorter than this is an extension, and the same in every house.
const DIGITS_LEAST: usize = 6;

/// Addresses of a desk, not of a person, by what stands before the `@`.
const DESKS: [&str; 22] = [
    "admin",
    "asiakaspalvelu",
    "bibliotek",
    "digistod",
    "digituki",
    "info",
    "kaupunki",
    "kirjaamo",
    "kirjasto",
    "kommun",
    "kunta",
    "neuvonta",
    "office",
    "palvelu",
    "post",
    "posti",
    "registrator",
    "stad",
    "toimisto",
    "tuki",
    "viestinta",
    "yhteyskeskus",
];

/// The digits one dials in Finland: `+358 40 123 4567`, `00358401234567` and `(040) 123-4567` are one number.
/// Nothing where there are too few to be somebody's.
pub fn dialled(number: &str) -> Option<EcoString> {
    let digits: EcoString = number.chars().filter(char::is_ascii_digit).collect();
    let abroad = number.trim_start().starts_with('+') || digits.starts_with("00");
    let bare = digits.strip_prefix("00").unwrap_or(&digits);
    let home = bare.strip_prefix("358").filter(|_| abroad);
    // People also write +358 (0)40.
    let dialled = match home {
        Some(rest) => ecow::eco_format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    };
    (dialled.len() >= DIGITS_LEAST).then_some(dialled)
}

/// The numbers a person is reached by; a field may hold several.
pub(super) fn phones(person: &Person) -> Vec<EcoString> {
    let further = person.further_contacts.iter().filter(|row| row.kind != Some(ContactKind::Email));
    let texts = std::iter::once(&person.phone).chain(further.map(|row| &row.contact));
    let texts = texts.filter(|text| !text.contains('@'));
    let mut phones: Vec<EcoString> = texts.flat_map(|text| text.split([',', ';', '/'])).filter_map(dialled).collect();
    phones.sort_unstable();
    phones.dedup();
    phones
}

/// The addresses a person is written to.
pub(super) fn emails(person: &Person) -> Vec<EcoString> {
    let texts = std::iter::once(&person.email).chain(person.further_contacts.iter().map(|row| &row.contact));
    let mut emails: Vec<EcoString> = texts.filter_map(|text| address(text)).collect();
    emails.sort_unstable();
    emails.dedup();
    emails
}

/// An address as it is compared.
pub(super) fn address(text: &str) -> Option<EcoString> {
    if !text.contains('@') {
        return None;
    }
    let bare = text.trim();
    // Nearly all are plain already.
    let plain = bare.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase());
    let folded = if plain { EcoString::from(bare) } else { Folded::of(bare).text.into() };
    Some(folded.strip_prefix("mailto:").map_or_else(|| folded.clone(), EcoString::from))
}

/// What stands before the `@`, where it may be a person's name.
pub(super) fn local_part(address: &str) -> Option<&str> {
    let local = address.split('@').next()?;
    (local.len() >= DIGITS_LEAST && !is_desk(address)).then_some(local)
}

/// Whether an address is a desk's: whoever sits there reads it.
pub(super) fn is_desk(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default();
    local.split(['.', '-', '_', '+']).any(|part| DESKS.contains(&part))
}

/// The host of a site, or the domain of an address, without what all have; nothing for those of everybody.
pub(super) fn host(text: &str) -> Option<EcoString> {
    const EVERYBODYS: [&str; 12] = [
        "gmail.com",
        "outlook.com",
        "hotmail.com",
        "hotmail.fi",
        "icloud.com",
        "yahoo.com",
        "luukku.com",
        "elisanet.fi",
        "facebook.com",
        "kolumbus.fi",
        "pp.inet.fi",
        "suomi24.fi",
    ];
    let folded = Folded::of(text).text;
    let after = folded.rsplit_once("://").map_or(folded.as_str(), |(_, after)| after);
    let after = after.rsplit('@').next()?;
    let host = after.split(['/', '?', ':', '#']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !EVERYBODYS.contains(&host)).then(|| host.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_has_many_spellings() {
        for spelling in ["040 123 4567", "+358 40 1234567", "+358 (0)40 123 4567", "00358401234567", "(040) 123-4567"] {
            assert_eq!(dialled(spelling).as_deref(), Some("0401234567"), "{spelling}");
        }
        assert_eq!(dialled("alanumero 358"), None);
        assert_eq!(dialled(""), None);
        assert_eq!(dialled("+46 8 123 456 78").as_deref(), Some("46812345678"));
    }

    #[test]
    fn a_host_is_an_organisations_unless_it_is_everybodys() {
        for text in ["https://www.kunta.example/a?b", "kunta.example", "info@kunta.example"] {
            assert_eq!(host(text).as_deref(), Some("kunta.example"), "{text}");
        }
        assert_eq!(host("matti@gmail.com"), None);
        assert_eq!(host(""), None);
    }

    #[test]
    fn a_desk_is_nobody() {
        assert!(is_desk("digituki@kunta.example") && is_desk("kirjasto.posti@kunta.example"));
        assert_eq!(local_part("matti.virtanen@kunta.example"), Some("matti.virtanen"));
        assert_eq!((local_part("info@kunta.example"), local_part("mv@kunta.example")), (None, None));
    }
}

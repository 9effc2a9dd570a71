//! Which people are likely to be one.

use std::collections::HashSet;

use ecow::EcoString;

use super::blocks::{Blocks, Candidates, hash_of};
use super::contacts::{address, dialled, emails, is_desk, local_part, phones};
use super::names::{Likeness, Name, skeleton};
use super::places::Places;
use super::{Certainty, Pair, Reason, pair, wanted};
use crate::book::Book;
use crate::domain::{Link, Municipality, Organisation, Person};
use crate::find::fold::Folded;

/// A number or address that more people have is a switchboard's or a desk's.
const SHARED: usize = 3;

/// A name that more people have tells nothing by itself.
const NAMESAKES: usize = 5;

/// People of one place whose names share a part and a letter; in a larger block there is too much to compare.
const NEIGHBOURS: usize = 400;

/// A person as they are compared. Of all but the name it only matters whether it is the same, so hashes are enough:
/// there are very many people.
struct Known {
    name: Name,
    /// Addresses, those of desks left out.
    emails: Vec<u64>,
    /// What stands before the `@` of these.
    locals: Vec<u64>,
    phones: Vec<u64>,
    places: Vec<u64>,
}

impl Known {
    fn of(person: &Person, places: &Places<'_>, scratch: &mut Folded) -> Self {
        let emails: Vec<EcoString> = emails(person).into_iter().filter(|email| !is_desk(email)).collect();
        Self {
            name: Name::of([person.given.as_str(), person.family.as_str()], scratch),
            locals: emails.iter().filter_map(|email| local_part(email)).map(hash_of).collect(),
            emails: emails.iter().map(hash_of).collect(),
            phones: phones(person).iter().map(hash_of).collect(),
            places: places.of_person(person).iter().map(hash_of).collect(),
        }
    }
}

/// Numbers and addresses that are nobody's own, by their hashes.
#[derive(Default)]
struct Shared(HashSet<u64>);

/// The likely duplicates among people; with `links` only those one of which is named there.
pub(super) fn find(book: &Book, links: Option<&HashSet<&Link>>) -> Vec<Pair> {
    let people: Vec<&Person> = book.all::<Person>().collect();
    let wanted = wanted(&people, links);
    let places = Places::of(book);
    let mut scratch = Folded::default();
    let known: Vec<Known> = people.iter().map(|person| Known::of(person, &places, &mut scratch)).collect();
    let mut shared = Shared::of(book);
    let candidates = candidates(&known, wanted.as_deref(), &mut shared);
    let judged = candidates.into_iter().filter_map(|(one, other)| {
        let (one, other) = (one as usize, other as usize);
        let evidence = judge(known.get(one)?, known.get(other)?, &shared)?;
        Some(pair(*people.get(one)?, *people.get(other)?, evidence))
    });
    judged.collect()
}

/// The pairs worth a closer look; what too many have is noted as shared.
fn candidates(known: &[Known], wanted: Option<&[bool]>, shared: &mut Shared) -> Vec<(u32, u32)> {
    let mut candidates = Candidates::new(wanted);
    let like = |one: u32, other: u32| {
        let name = |number: u32| known.get(number as usize).map(|known| &known.name);
        name(one).zip(name(other)).is_some_and(|(one, other)| one.may_be_like(other))
    };
    let (mut reached, mut locals, mut named, mut near) =
        (Blocks::default(), Blocks::default(), Blocks::default(), Blocks::default());
    for (number, known) in (0..).zip(known) {
        known.emails.iter().chain(&known.phones).for_each(|hash| reached.put_hash(*hash, number));
        known.locals.iter().for_each(|hash| locals.put_hash(*hash, number));
        named.put(&known.name.parts, number);
        put_near(&mut near, known, number);
    }
    reached.each(|hash, block| {
        if block.len() > SHARED {
            shared.0.insert(hash);
        } else {
            candidates.take(block, |_, _| true);
        }
    });
    locals.each(|_, block| {
        if block.len() <= SHARED {
            candidates.take(block, like);
        }
    });
    named.each(|_, block| {
        if block.len() <= NAMESAKES {
            candidates.take(block, |_, _| true);
        }
    });
    near.each(|_, block| {
        if block.len() <= NEIGHBOURS {
            candidates.take(block, like);
        }
    });
    candidates.pairs()
}

/// People of one place meet where they share a part of their name, as it sounds, and the first letter of another.
fn put_near(near: &mut Blocks, known: &Known, number: u32) {
    let sounds: Vec<EcoString> = known.name.parts.iter().map(|part| skeleton(part)).collect();
    for place in &known.places {
        for (at, sound) in sounds.iter().enumerate() {
            let others = sounds.iter().enumerate().filter(|(other, _)| *other != at);
            others.for_each(|(_, other)| near.put((place, sound, other.bytes().next()), number));
        }
    }
}

impl Shared {
    /// The switchboards and desks the book knows.
    fn of(book: &Book) -> Self {
        let municipalities = book.all::<Municipality>().map(|it| (&it.switchboard, &it.registry_email));
        let organisations = book.all::<Organisation>().map(|it| (&it.phone, &it.email));
        let texts = municipalities.chain(organisations);
        let both = texts.flat_map(|(phone, email)| [dialled(phone), address(email)]);
        Self(both.flatten().map(|text| hash_of(&text)).collect())
    }

    /// Whether the two have one of these that is somebody's own.
    fn own(&self, one: &[u64], other: &[u64]) -> bool {
        one.iter().any(|hash| other.contains(hash) && !self.0.contains(hash))
    }
}

/// What speaks for two people being one, and how strongly; nothing where it is too little.
fn judge(one: &Known, other: &Known, shared: &Shared) -> Option<(Vec<Reason>, Certainty)> {
    use Certainty::{Certain, Likely, Possible};
    let likeness = one.name.likeness(&other.name);
    let email = shared.own(&one.emails, &other.emails);
    let phone = shared.own(&one.phones, &other.phones);
    let place = one.places.iter().any(|place| other.places.contains(place));
    let elsewhere = !place && !one.places.is_empty() && !other.places.is_empty();
    let local = !email && one.locals.iter().any(|local| other.locals.contains(local));
    let certainty = match likeness {
        Likeness::Same | Likeness::Slip if email || phone => Certain,
        Likeness::Same if elsewhere => Possible,
        Likeness::Same => Likely,
        Likeness::Slip if place => Likely,
        Likeness::Slip if local => Possible,
        Likeness::Shorter if email => Certain,
        Likeness::Shorter | Likeness::Close if email || phone => Likely,
        Likeness::Shorter if place || local => Possible,
        Likeness::Close if local && !elsewhere => Possible,
        Likeness::Related if email => Likely,
        Likeness::Apart if email => Possible,
        _ => return None,
    };
    let named = match likeness {
        Likeness::Same => Some(Reason::SameName),
        Likeness::Slip | Likeness::Close => Some(Reason::SimilarName),
        Likeness::Shorter => Some(Reason::ShorterName),
        Likeness::Related | Likeness::Apart => None,
    };
    let reasons = [
        named,
        email.then_some(Reason::SameEmail),
        phone.then_some(Reason::SamePhone),
        (local && likeness != Likeness::Same).then_some(Reason::SimilarAddress),
        place.then_some(Reason::SamePlace),
        elsewhere.then_some(Reason::OtherPlace),
    ];
    Some((reasons.into_iter().flatten().collect(), certainty))
}

//! Owns invented books of any size, for benches. Nobody in them exists: names are put together by dice, addresses
//! end in `.example`, and all numbers begin with 040 555. Never reads a book.

#![expect(clippy::expect_used, reason = "a bench that cannot make its rows has nothing to measure")]

mod invented;

use std::path::Path;
use std::{fs, io};

use ecow::EcoVec;
use jiff::ToSpan;
use jiff::civil::{Date, date, time};
use kuntatutor::domain::{
    Action, ActionStatus, Affiliation, Answer, BookInfo, Coaching, CoachingStatus, Feedback, Id, Ids, ItemKind, Kind,
    Link, Mode, Municipality, Note, Part, Person, Practice, ProgrammeItem, RecordRef, Role, RoleInSeason, Season,
    Session, SessionKind, SessionStatus, Speaker, Theme, Voice, Who, Words,
};
use kuntatutor::exchange::json::write;
use kuntatutor::find::fold::Folded;
use kuntatutor::store::{file_name, reference_municipalities};

use invented::{Dice, FAMILY, GIVEN, TITLES};

const THEMES: [&str; 6] =
    ["etätuki", "palvelupisteet", "verkostotyö", "viestintä", "ikääntyneiden digituki", "saavutettavuus"];

const SENTENCES: [&str; 6] = [
    "Digituen tarve kasvaa, ja opastajia on vähän.",
    "Toivomme esimerkkejä siitä, miten etätuki on järjestetty.",
    "Verkosto kokoontuu kuukausittain kirjastossa.",
    "Seuraavaksi sovitaan vastuista ja aikataulusta.",
    "Asiakkaat kysyvät eniten tunnistautumisesta.",
    "Vi hoppas på gemensamma material på svenska.",
];

/// Base-32 digits after Crockford: no i, l, o, u.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Writes a book of so many records into `directory`, which is made where it is not there. The same seed makes
/// the same files. About 85 in 100 records are people, each with a place to work at, every other one with a role.
///
/// # Errors
/// What the system says of the directory.
pub(crate) fn book(directory: &Path, records: usize, seed: u64) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let mut maker = Maker::new(records, seed);
    let people = records * 85 / 100;
    maker.people = (0..people).map(|_| maker.id("p")).collect();
    let fixed = maker.municipalities.len() + maker.themes.len() + maker.seasons.len() + people + 1;
    let rest = records.saturating_sub(fixed);
    let (sessions, feedback, actions) = (rest * 20 / 100, rest * 15 / 100, rest * 10 / 100);
    let (practices, notes) = (rest * 5 / 100, rest * 15 / 100);
    let coachings = rest - sessions - feedback - actions - practices - notes;

    let shelf = Shelf { directory };
    shelf.keep(Kind::Municipality, &maker.municipalities, RecordRef::Municipality)?;
    shelf.keep(Kind::Theme, &maker.themes, RecordRef::Theme)?;
    shelf.keep(Kind::Season, &maker.seasons, RecordRef::Season)?;
    shelf.keep(Kind::Book, &[info()], RecordRef::Book)?;
    let ids = maker.people.clone();
    shelf.keep(Kind::Person, &each(ids, |id| maker.person(id)), RecordRef::Person)?;
    let ids = maker.ids("c", coachings);
    maker.coachings.clone_from(&ids);
    shelf.keep(Kind::Coaching, &each(ids, |id| maker.coaching(id)), RecordRef::Coaching)?;
    let ids = maker.ids("s", sessions);
    maker.sessions.clone_from(&ids);
    shelf.keep(Kind::Session, &each(ids, |id| maker.session(id)), RecordRef::Session)?;
    let ids = maker.ids("f", feedback);
    shelf.keep(Kind::Feedback, &each(ids, |id| maker.feedback(id)), RecordRef::Feedback)?;
    let ids = maker.ids("a", actions);
    shelf.keep(Kind::Action, &each(ids, |id| maker.action(id)), RecordRef::Action)?;
    let ids = maker.ids("g", practices);
    shelf.keep(Kind::Practice, &each(ids, |id| maker.practice(id)), RecordRef::Practice)?;
    let ids = maker.ids("n", notes);
    shelf.keep(Kind::Note, &each(ids, |id| maker.note(id)), RecordRef::Note)
}

fn each<T>(ids: Vec<Id>, make: impl FnMut(Id) -> T) -> Vec<T> {
    ids.into_iter().map(make).collect()
}

/// Writes whole files in the program's own form.
struct Shelf<'a> {
    directory: &'a Path,
}

impl Shelf<'_> {
    fn keep<'r, T>(&self, kind: Kind, records: &'r [T], any: fn(&'r T) -> RecordRef<'r>) -> io::Result<()> {
        let mut sorted: Vec<RecordRef<'_>> = records.iter().map(any).collect();
        sorted.sort_by_key(|record| record.id());
        let mut file = format!("{{\n  \"format\": 1,\n  \"kind\": \"{}\",\n  \"records\": [", kind.plural());
        for (number, record) in sorted.into_iter().enumerate() {
            file.push_str(if number == 0 { "\n" } else { ",\n" });
            let lines = write(record);
            let lines: Vec<String> = lines.lines().map(|line| format!("    {line}")).collect();
            file.push_str(&lines.join("\n"));
        }
        file.push_str(if records.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
        fs::write(self.directory.join(file_name(kind)), file)
    }
}

/// Makes records that name each other.
struct Maker {
    dice: Dice,
    municipalities: Vec<Municipality>,
    themes: Vec<Theme>,
    seasons: Vec<Season>,
    people: Vec<Id>,
    coachings: Vec<Id>,
    sessions: Vec<Id>,
}

impl Maker {
    fn new(records: usize, seed: u64) -> Self {
        let reference = reference_municipalities().book;
        let all: Vec<&Municipality> = reference.all::<Municipality>().collect();
        let wanted = (records / 20).clamp(1, all.len());
        let municipalities = all.iter().step_by(all.len() / wanted).take(wanted).copied().cloned().collect();
        let few = (records / 100).clamp(1, THEMES.len());
        let themes = (1..).zip(THEMES).take(few).map(|(number, name)| Theme {
            id: word(&format!("theme-{number}")),
            name: finnish(name),
            ..Theme::default()
        });
        let seasons = (2019..=2026).rev().take(few).map(|year| Season {
            id: word(&year.to_string()),
            name: year.to_string().into(),
            starts: Some(date(year, 1, 1)),
            ends: Some(date(year, 12, 31)),
            ..Season::default()
        });
        Self {
            dice: Dice(seed),
            municipalities,
            themes: themes.collect(),
            seasons: seasons.collect(),
            people: Vec::new(),
            coachings: Vec::new(),
            sessions: Vec::new(),
        }
    }

    fn ids(&mut self, letter: &str, count: usize) -> Vec<Id> {
        (0..count).map(|_| self.id(letter)).collect()
    }

    /// A kind's letter and twelve digits.
    fn id(&mut self, letter: &str) -> Id {
        self.digits(letter, 12)
    }

    fn row_id(&mut self) -> Id {
        self.digits("", 6)
    }

    fn digits(&mut self, beginning: &str, count: usize) -> Id {
        let digits = (0..count).map(|_| char::from(self.dice.choose(DIGITS)));
        word(&beginning.chars().chain(digits).collect::<String>())
    }

    fn municipality(&mut self) -> Id {
        self.dice.choose(&self.municipalities).id
    }

    fn season(&mut self) -> Season {
        self.dice.choose(&self.seasons)
    }

    fn someone(&mut self) -> Id {
        self.dice.choose(&self.people)
    }

    fn sentence(&mut self) -> &'static str {
        self.dice.choose(&SENTENCES)
    }

    fn some_themes(&mut self) -> Ids {
        let theme = self.dice.choose(&self.themes).id;
        Ids::from([theme])
    }

    /// Whether a thing of so many in a hundred is there.
    fn happens(&mut self, percent: u64) -> bool {
        self.dice.below(100) < percent
    }

    /// A day of the season.
    fn day(&mut self, season: &Season) -> Option<Date> {
        let days = i64::try_from(self.dice.below(360)).ok()?;
        season.starts.map(|first| first.saturating_add(days.days()))
    }

    fn person(&mut self, id: Id) -> Person {
        let (given, family) = (self.dice.choose(GIVEN), self.dice.choose(FAMILY));
        let municipality = self.municipality();
        let name = &self.municipalities.iter().find(|other| other.id == municipality).expect("it is one of them").name;
        let address = Folded::of(&format!("{given}.{family}@{}.example", name.fi)).text.replace(' ', "");
        let number = self.dice.below(10_000);
        let works = Affiliation {
            id: self.row_id(),
            at: Some(Link::new(Kind::Municipality, municipality.clone())),
            title: finnish(self.dice.choose(TITLES)),
            ..Affiliation::default()
        };
        let has_role = self.happens(50);
        let roles = has_role.then(|| RoleInSeason {
            id: self.row_id(),
            season: Some(self.season().id),
            role: Some(self.dice.choose(&[Role::Tutor, Role::Contact, Role::Contact, Role::Speaker])),
            municipality: Some(municipality),
            ..RoleInSeason::default()
        });
        Person {
            id,
            given: given.into(),
            family: family.into(),
            affiliations: EcoVec::from([works]),
            email: address.into(),
            phone: ecow::eco_format!("040 555 {number:04}"),
            roles: roles.into_iter().collect(),
            ..Person::default()
        }
    }

    fn coaching(&mut self, id: Id) -> Coaching {
        use CoachingStatus::{Done, Offered, Planning, Requested, UnderWay};
        let season = self.season();
        Coaching {
            id,
            municipality: Some(self.municipality()),
            status: Some(self.dice.choose(&[Done, Done, Done, UnderWay, Planning, Offered, Requested])),
            asked_on: self.day(&season),
            season: Some(season.id),
            wish: self.sentence().into(),
            themes: self.some_themes(),
            contacts: Ids::from([self.someone()]),
            tutors: Ids::from([self.someone()]),
            ..Coaching::default()
        }
    }

    fn session(&mut self, id: Id) -> Session {
        use SessionKind::{Meeting, Network, Webinar};
        let season = self.season();
        let coaching = (!self.coachings.is_empty()).then(|| self.dice.choose(&self.coachings));
        Session {
            id,
            kind: Some(self.dice.choose(&[Meeting, Meeting, Webinar, Network])),
            status: Some(self.dice.choose(&[SessionStatus::Held, SessionStatus::Held, SessionStatus::Planned])),
            date: self.day(&season),
            time: Some(time(9, 0, 0, 0)),
            length: Some(90),
            season: Some(season.id),
            coachings: coaching.into_iter().collect(),
            municipalities: Ids::from([self.municipality()]),
            tutors: Ids::from([self.someone()]),
            themes: self.some_themes(),
            mode: Some(Mode::Remote),
            programme: (0..3).map(|_| self.item()).collect(),
            ..Session::default()
        }
    }

    fn item(&mut self) -> ProgrammeItem {
        let speaker = Speaker {
            id: self.row_id(),
            who: Who::Person(self.someone()),
            part: Some(Part::Speaker),
            ..Speaker::default()
        };
        ProgrammeItem {
            id: self.row_id(),
            minutes: Some(30),
            kind: Some(self.dice.choose(&[ItemKind::Talk, ItemKind::Discussion])),
            title: finnish(self.sentence()),
            speakers: EcoVec::from([speaker]),
            ..ProgrammeItem::default()
        }
    }

    fn feedback(&mut self, id: Id) -> Feedback {
        let season = self.season();
        let answers = ["goals", "use"].map(|question| Answer {
            id: self.row_id(),
            question: question.into(),
            answer: (1 + self.dice.below(5)).to_string().into(),
            ..Answer::default()
        });
        Feedback {
            id,
            about: self.about(),
            voice: Some(Voice::Receiving),
            questionnaire: "coaching".into(),
            version: Some(1),
            municipality: Some(self.municipality()),
            given_on: self.day(&season),
            answers: EcoVec::from(answers),
            comment: self.sentence().into(),
            ..Feedback::default()
        }
    }

    /// A session, or nothing in a book without one.
    fn about(&mut self) -> Option<Link> {
        let session = (!self.sessions.is_empty()).then(|| self.dice.choose(&self.sessions));
        session.map(|id| Link::new(Kind::Session, id))
    }

    fn action(&mut self, id: Id) -> Action {
        let season = self.season();
        Action {
            id,
            what: self.sentence().into(),
            municipality: Some(self.municipality()),
            source: self.about(),
            owner: Who::Person(self.someone()),
            due: self.day(&season),
            status: Some(self.dice.choose(&[ActionStatus::Open, ActionStatus::Done, ActionStatus::Done])),
            ..Action::default()
        }
    }

    fn practice(&mut self, id: Id) -> Practice {
        Practice {
            id,
            title: finnish(self.sentence()),
            municipality: Some(self.municipality()),
            themes: self.some_themes(),
            idea: self.sentence().into(),
            contact: Some(self.someone()),
            ..Practice::default()
        }
    }

    fn note(&mut self, id: Id) -> Note {
        let season = self.season();
        Note {
            id,
            about: Some(Link::new(Kind::Municipality, self.municipality())),
            at: self.day(&season),
            by: Some(self.someone()),
            text: self.sentence().into(),
            ..Note::default()
        }
    }
}

fn info() -> BookInfo {
    BookInfo {
        id: word("book"),
        name: finnish("Keksittyjen kuntien tutorit"),
        zone: "Europe/Helsinki".into(),
        ..BookInfo::default()
    }
}

fn finnish(text: &str) -> Words {
    Words { fi: text.into(), ..Words::default() }
}

fn word(text: &str) -> Id {
    Id::parse(text).expect("the word can be an id")
}

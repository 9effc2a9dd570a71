//! A session from its request to the day after it, by keys alone: what it takes over, what each step asks, and its
//! sheet.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use jiff::civil::date;
use kuntatutor::app::input::{FoundDraft, Input};
use kuntatutor::book::Change;
use kuntatutor::domain::{
    Coaching, CoachingStatus, Consent, Id, Kind, Link, Part, Person, Record, Session, SessionKind, SessionStatus, Who,
};
use kuntatutor::effect::Effect;
use kuntatutor::store::{Loaded, Source, load};
use kuntatutor::text::Tongue;
use stage::{Stage, say, size};

const FI: Tongue = Tongue::Fi;

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// A coaching of Karkkila that Nina Rahja would tutor.
fn coaching() -> Coaching {
    Coaching {
        id: id("c0000000karkk"),
        municipality: Some(id("224")),
        season: Some(id("2020-21")),
        status: Some(CoachingStatus::Planning),
        contacts: [id("p60h2jrbbmg3m")].into_iter().collect(),
        themes: [id("remote")].into_iter().collect(),
        ..Coaching::default()
    }
}

/// The program with the shipped book and these records in it.
fn with(records: Vec<Record>) -> Stage {
    let mut loaded = load(&Source::Example);
    for record in records {
        loaded.book.apply(&Change { before: None, after: Some(record) });
    }
    let mut stage = Stage::starting(FI, size("100x40"), None);
    stage.load(Loaded { book: loaded.book, problems: loaded.problems });
    stage
}

/// The session as it was written last.
fn session(stage: &Stage) -> Session {
    let written = stage.written.iter().rev().flat_map(|signed| &signed.group.changes);
    let of =
        |change: &Change| if let Some(Record::Session(session)) = &change.after { Some(session.clone()) } else { None };
    written.into_iter().find_map(of).expect("a session was written")
}

/// The ids of everybody with this family name.
fn person(family: &str) -> Who {
    let book = load(&Source::Example).book;
    let found = book.all::<Person>().find(|person| person.family == family);
    Who::Person(found.unwrap_or_else(|| panic!("{family}")).id.clone())
}

/// Goes down to the line that says this.
fn to(stage: &mut Stage, words: &str) {
    for _ in 0..100 {
        let screen = stage.draw();
        if screen.rows().iter().any(|row| row.starts_with('▌') && row.contains(words)) {
            return;
        }
        stage.play("Down");
    }
    panic!("no line says {words}:\n{}", stage.draw().text());
}

/// How many keys a script presses: names of keys count one, words their letters.
fn keys(script: &str) -> usize {
    let named = ["Enter", "Tab", "Down", "Up", "Space", "Esc", "C-s", "M-Down", "M-Up", "F4"];
    script.split_whitespace().map(|word| if named.contains(&word) { 1 } else { word.chars().count() }).sum()
}

#[test]
fn the_closing_webinar_is_entered_in_one_sitting() {
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("4 v n web Tab Tab Tab Kuntien Space digituki Tab Tab 6.10.2027 Tab 9-12 C-s Enter");
    assert!(stage.draw().has("klo 9.00–12.00"), "{}", stage.draw().text());
    // The template's items are renamed, what it has not is added, and everybody is asked.
    stage.play("T");
    to(&mut stage, "Avaus");
    stage.play("+ rantanen C-s x x");
    stage.play(
        "Down Enter Tab Tab C-u Kolmen Space kunnan Space kokemuksia C-s + ahokas C-s x n laakso C-s x n hulsi C-s",
    );
    stage.play("Down Enter Tab Tab C-u Porvoo C-s + bärlund C-s x x");
    stage.play("Down Down Enter C-u 45 Tab Tab C-u Tutorien Space paneeli C-s");
    stage.play("+ joel Enter juon C-s x n tammi Enter pane C-s n kaljula Enter pane C-s n satu Enter pane C-s -");
    stage.play("Up Up Up Up n 15 Tab puh Tab DVV C-s + gullman Enter asi C-s x");
    let screen = stage.draw();
    assert!(screen.has("✗ Satu Ahonen · panelisti · kieltäytynyt"), "{}", screen.text());
    assert!(screen.has("? Mirva Gullman · asiantuntija · kysytty"), "{}", screen.text());
    let programme = session(&stage).programme;
    let titles: Vec<&str> = programme.iter().map(|item| item.title.fi.as_str()).collect();
    let wanted = ["Avaus", "Kolmen kunnan kokemuksia", "Porvoo", "Tauko", "Tutorien paneeli", "DVV", "Päätös"];
    assert_eq!(titles, wanted);
    let speakers: Vec<(usize, &Who, Option<Part>, Option<Consent>)> = programme
        .iter()
        .enumerate()
        .flat_map(|(number, item)| item.speakers.iter().map(move |row| (number, &row.who, row.part, row.consent)))
        .collect();
    assert_eq!(speakers.len(), 10);
    let asked = Some(Consent::Asked);
    for (number, family, part, consent) in [
        (0, "Rantanen", None, Some(Consent::Confirmed)),
        (1, "Ahokas", None, asked),
        (1, "Laakso", None, asked),
        (1, "Hulsi-Heathfield", None, None),
        (2, "Bärlund-Hämäläinen", None, Some(Consent::Confirmed)),
        (4, "Aaltonen", Some(Part::Moderator), asked),
        (4, "Tammi", Some(Part::Panellist), None),
        (4, "Kaljula", Some(Part::Panellist), None),
        (4, "Ahonen", Some(Part::Panellist), Some(Consent::Declined)),
        (5, "Gullman", Some(Part::Expert), asked),
    ] {
        assert!(speakers.contains(&(number, &person(family), part, consent)), "{family}: {speakers:?}");
    }
}

#[test]
fn registrations_are_typed_one_below_the_other_and_the_totals_follow() {
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("4 v n web Tab Tab Tab Päätös Tab Tab 6.10.2027 C-s Enter");
    to(&mut stage, "osallistujat");
    assert!(stage.draw().footer().contains("muokkaa"), "{}", stage.draw().text());
    // All municipalities of the book stand there; a letter leads to the next one that begins with it.
    stage.play("Enter");
    assert!(stage.draw().has("Askola"), "{}", stage.draw().text());
    stage.play("p 3 Down Down 12 v 4 C-s");
    let written = session(&stage);
    let rows: Vec<(String, Option<u32>)> = written
        .presence
        .iter()
        .map(|row| (row.who.clone().expect("somebody").id.to_string(), row.registered))
        .collect();
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!((written.registered_people, written.registered_municipalities), (Some(19), Some(3)));
    assert_eq!((written.present_people, written.at_least), (None, None));
    let screen = stage.draw();
    assert!(screen.has("19 henkilöä, 3 kuntaa"), "{}", screen.text());
    // Totals of one's own stay.
    stage.play("Down Enter");
    let first = stage.draw();
    assert!(first.cursor_row().is_some(), "a form: {}", first.text());
    stage.play("Esc Down Enter 50 Tab Tab k C-s");
    assert_eq!(session(&stage).present_people, Some(50), "{}", stage.draw().text());
}

#[test]
fn a_meeting_begins_where_its_coaching_stands() {
    let mut stage = with(vec![Record::Coaching(coaching())]);
    stage.play("4 f karkkila Enter Enter n");
    let screen = stage.draw();
    let row = screen.cursor_row().expect("a form");
    assert!(screen.rows()[row].contains("päivä"), "{}", screen.text());
    let script = "1.12. Tab 9-11 C-s";
    stage.play(script);
    assert!(keys(script) <= 15, "{}", keys(script));
    let written = session(&stage);
    assert_eq!((written.kind, written.status), (Some(SessionKind::Meeting), Some(SessionStatus::Planned)));
    assert_eq!(written.municipalities.first(), Some(&id("224")));
    assert_eq!((written.contacts, written.themes), (coaching().contacts, coaching().themes));
    assert_eq!((written.date, written.length), (Some(date(2026, 12, 1)), Some(120)));
    // No list shows it: one is on its sheet, and a template is one key away.
    stage.play("T");
    assert_eq!(session(&stage).programme.len(), 3, "{}", stage.draw().text());
    assert!(stage.draw().has("9.00–9.20"), "{}", stage.draw().text());
    // From the list of coachings `+` does the same.
    stage.play("Esc Esc + Enter 2.12. C-s");
    assert_eq!(session(&stage).date, Some(date(2026, 12, 2)), "{}", stage.draw().text());
}

#[test]
fn a_step_offers_what_it_asks_and_takes_two_keys_without() {
    let mut stage = with(vec![Record::Coaching(coaching())]);
    stage.play("4 f karkkila Enter Enter n 1.11. C-s x");
    assert!(stage.draw().has("vahvistettu"), "{}", stage.draw().text());
    stage.play("C-s");
    assert_eq!(session(&stage).status, Some(SessionStatus::Confirmed));
    // The form that was only looked at leaves nothing behind.
    let written = stage.written.len();
    stage.play("x Esc");
    assert_eq!(stage.written.len(), written);
    assert!(
        !stage
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::SaveDraft { content, .. } if content.contains("held")))
    );
    stage.play("x 12 C-s");
    let held = session(&stage);
    assert_eq!((held.status, held.present_people), (Some(SessionStatus::Held), Some(12)));
    let last = stage.written.last().expect("written");
    assert_eq!(last.group.changes.len(), 2, "its coaching goes under way in the same change");
    let coaching = |change: &Change| matches!(&change.after, Some(Record::Coaching(one)) if one.status == Some(CoachingStatus::UnderWay));
    assert!(last.group.changes.iter().any(coaching));
    assert!(stage.draw().footer().contains("on nyt käynnissä"), "{}", stage.draw().footer());
    stage.play("u");
    let back = stage.written.last().expect("written");
    assert_eq!(back.group.changes.len(), 2, "and goes back with it");
}

#[test]
fn where_a_coaching_ends_one_says_how_or_why() {
    for (keys, status, reason, outcome) in [
        ("etätuki Space alkoi C-s", CoachingStatus::Done, "", "etätuki alkoi"),
        ("Up peru Tab ei Space ehdi C-s", CoachingStatus::Cancelled, "ei ehdi", ""),
    ] {
        let begun = Coaching { status: Some(CoachingStatus::UnderWay), ..coaching() };
        let mut stage = with(vec![Record::Coaching(begun)]);
        stage.play("4 f karkkila Enter Enter x");
        stage.play(keys);
        let Some(Record::Coaching(after)) = &stage.written.last().expect("written").group.changes[0].after else {
            panic!("a coaching")
        };
        assert_eq!((after.status, after.reason.as_str(), after.outcome.as_str()), (Some(status), reason, outcome));
    }
}

#[test]
fn several_go_on_at_once_without_being_asked() {
    let second = Coaching { id: id("c0000000karkl"), ..coaching() };
    let mut stage = with(vec![Record::Coaching(coaching()), Record::Coaching(second)]);
    stage.play("4 f karkkila Enter * x");
    let changes = &stage.written.last().expect("written").group.changes;
    assert!(changes.len() >= 2, "{}", stage.draw().text());
}

#[test]
fn sessions_ahead_follow_their_coaching_in_one_change() {
    let mut stage = with(vec![Record::Coaching(coaching())]);
    stage.play("4 f karkkila Enter Enter n 1.12. C-s Esc n 8.12. C-s Esc");
    stage.play("e");
    let tabs = Kind::Coaching.columns().take_while(|column| column.key != "tutors").count();
    (0..tabs).for_each(|_| stage.play("Tab"));
    stage.play("rahja C-s");
    let last = stage.written.last().expect("written");
    assert_eq!(last.group.changes.len(), 3, "{}", stage.draw().text());
    let Who::Person(nina) = person("Rahja") else { panic!("a person") };
    for change in &last.group.changes[1..] {
        let Some(Record::Session(session)) = &change.after else { panic!("a session") };
        assert_eq!(session.tutors.as_slice(), std::slice::from_ref(&nina));
    }
    assert!(stage.draw().has("2 tulevaa tilaisuutta"), "{}", stage.draw().text());
}

/// The sheet of the webinar of 2021 in the shipped book.
fn on_sheet() -> Stage {
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("4 v Enter");
    stage
}

#[test]
fn rows_are_moved_copied_deleted_and_taken_back_where_they_stand() {
    let mut stage = on_sheet();
    let titles = |session: &Session| {
        session.programme.iter().map(|item| item.title.fi.chars().take(5).collect()).collect::<Vec<String>>()
    };
    to(&mut stage, "Avaus");
    stage.play("M-Down");
    let moved = titles(&session(&stage));
    assert_eq!(moved[..2], ["Kolme", "Avaus"], "{}", stage.draw().text());
    // The cursor has gone along: moved again it is the third.
    stage.play("J");
    assert_eq!(titles(&session(&stage))[..3], ["Kolme", "Näin ", "Avaus"]);
    stage.play("c");
    let copied = session(&stage);
    assert_eq!(titles(&copied)[2..4], ["Avaus", "Avaus"]);
    assert_ne!(copied.programme[2].id, copied.programme[3].id);
    assert_ne!(copied.programme[2].speakers[0].id, copied.programme[3].speakers[0].id);
    stage.play("d");
    assert_eq!(session(&stage).programme.len(), 6);
    stage.play("u");
    assert_eq!(session(&stage).programme.len(), 7, "one key back");
}

#[test]
fn what_is_deleted_on_a_heading_is_not_the_session() {
    let mut stage = on_sheet();
    to(&mut stage, "ohjelma");
    stage.play("d");
    assert!(stage.draw().footer().contains(say(FI, "nothing-here").as_str()), "{}", stage.draw().text());
    assert!(stage.written.is_empty());
    stage.play("g d");
    assert!(stage.draw().has("Poistetaanko?"), "on the head it is: {}", stage.draw().text());
}

#[test]
fn enter_leads_to_whom_a_line_names_and_back_to_it() {
    let mut stage = on_sheet();
    to(&mut stage, "Tanna Rantanen");
    stage.play("Enter");
    assert!(stage.draw().has("040 586 4682"), "the phone of who opens it: {}", stage.draw().text());
    stage.play("Esc x");
    assert_eq!(session(&stage).programme[0].speakers[0].consent, Some(Consent::Asked));
}

#[test]
fn nothing_is_changed_where_nothing_may_be() {
    let mut stage = Stage::prepared(FI, size("80x24"), |start| start.read_only = true);
    stage.load(load(&Source::Example));
    stage.play("4 v Enter");
    to(&mut stage, "Tanna Rantanen");
    stage.play("x");
    assert!(stage.draw().footer().contains(say(FI, "read-only").as_str()), "{}", stage.draw().text());
    stage.play("- n d T Up Enter");
    assert!(stage.written.is_empty() && !stage.draw().has("rivi"), "{}", stage.draw().text());
    // In the example the first change asks for a book of one's own.
    let mut stage = Stage::prepared(FI, size("80x24"), |start| start.place.example = true);
    stage.load(load(&Source::Example));
    stage.play("4 v Enter");
    to(&mut stage, "Tanna Rantanen");
    stage.play("x");
    assert!(stage.written.is_empty() && stage.draw().has(say(FI, "begin-label").as_str()), "{}", stage.draw().text());
}

#[test]
fn a_half_typed_row_is_kept_and_goes_on_as_a_form_of_its_session() {
    let mut stage = on_sheet();
    to(&mut stage, "Avaus");
    stage.play("n 15 Tab Tab Yllätys");
    let draft = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft { content, .. } => Some(content.clone()),
        _ => None,
    });
    let content = draft.expect("what is typed is kept");
    let mut stage = Stage::open(FI, size("80x24"));
    stage.input(Input::DraftsFound(vec![FoundDraft { name: "other-1".into(), content, held: false }]));
    stage.play("1 g Down Enter Enter");
    assert!(stage.draw().has("Yllätys"), "{}", stage.draw().text());
    stage.play("C-s C-s C-s");
    let titles: Vec<String> = session(&stage).programme.iter().map(|item| item.title.fi.to_string()).collect();
    assert_eq!(titles.len(), 7, "{titles:?}\n{}", stage.draw().text());
    assert_eq!(titles.last().map(String::as_str), Some("Yllätys"));
}

#[test]
fn a_speaker_half_typed_is_kept_with_their_item() {
    let mut stage = on_sheet();
    to(&mut stage, "Avaus");
    stage.play("+ Vieras Space Puhuja");
    let draft = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft { content, .. } => Some(content.clone()),
        _ => None,
    });
    let content = draft.expect("what is typed is kept");
    let mut stage = Stage::open(FI, size("80x24"));
    stage.input(Input::DraftsFound(vec![FoundDraft { name: "other-1".into(), content, held: false }]));
    stage.play("1 g Down Enter Enter");
    assert!(stage.draw().has("Vieras Puhuja"), "{}", stage.draw().text());
    stage.play("C-s C-s C-s C-s C-s");
    let written = session(&stage);
    let speakers = &written.programme[0].speakers;
    assert_eq!(speakers.last().map(|row| row.who.clone()), Some(Who::Name("Vieras Puhuja".into())));
    assert_eq!((written.programme.len(), speakers.len()), (6, 2));
}

#[test]
fn what_others_did_meanwhile_stays_when_a_row_is_finished() {
    let mut stage = on_sheet();
    to(&mut stage, "Avaus");
    stage.play("Enter Tab Tab C-a C-k Alku");
    let mut loaded = load(&Source::Example);
    let link = Link::new(Kind::Session, id("sgt6cttkr75td"));
    let before = loaded.book.record(&link).expect("the webinar").to_owned();
    let Record::Session(mut theirs) = before.clone() else { panic!("a session") };
    theirs.place = "Hallitussali".into();
    theirs.programme.make_mut()[1].title.fi = "Kokemuksia".into();
    loaded.book.apply(&Change { before: Some(before), after: Some(Record::Session(theirs)) });
    stage.load(loaded);
    stage.play("C-s");
    let merged = session(&stage);
    assert_eq!(merged.programme[0].title.fi, "Alku", "{}", stage.draw().text());
    assert_eq!((merged.programme[1].title.fi.as_str(), merged.place.as_str()), ("Kokemuksia", "Hallitussali"));
}

#[test]
fn what_is_missing_leads_to_where_it_is_mended() {
    let mut stage = with(vec![Record::Coaching(coaching())]);
    stage.play("4 f karkkila Enter Enter n 1.12. C-s T");
    // Nobody tutors: the list of those who could.
    to(&mut stage, "tutor");
    stage.play("Enter");
    assert!(stage.draw().has("Vantaa"), "{}", stage.draw().text());
    stage.play("Esc");
    // What is late: the row itself.
    to(&mut stage, "myöhässä");
    stage.play("Enter x");
    let first = session(&stage).checklist.first().cloned().expect("a reminder");
    assert_eq!(first.done, Some(true), "{}", stage.draw().text());
    // What says nothing yet is one form.
    stage.play("g");
    to(&mut stage, "vielä tyhjiä");
    stage.play("Enter Kaupungintalo C-s");
    assert_eq!(session(&stage).place, "Kaupungintalo", "{}", stage.draw().text());
}

#[test]
fn hours_are_typed_for_every_tutor() {
    let Who::Person(nina) = person("Rahja") else { panic!("a person") };
    let Who::Person(ari) = person("Tammi") else { panic!("a person") };
    let tutored = Coaching { tutors: [nina, ari].into_iter().collect(), ..coaching() };
    let mut stage = with(vec![Record::Coaching(tutored)]);
    stage.play("4 f karkkila Enter Enter n 1.12. C-s");
    to(&mut stage, "työtunnit");
    stage.play("Enter 1 Space h Tab 2 Space h Tab 30 Space min Down 45 C-s");
    let hours: Vec<_> = session(&stage).hours.iter().map(|row| (row.preparation, row.at_session, row.travel)).collect();
    assert_eq!(hours, [(Some(60), Some(120), Some(30)), (None, None, Some(45))], "{}", stage.draw().text());
    // Half-typed numbers are asked about before they are lost, and stay in a draft.
    stage.play("Enter 5");
    let kept = stage.effects.iter().any(|effect| matches!(effect, Effect::SaveDraft { .. }));
    assert!(kept, "what is typed is in a draft");
    stage.play("Esc");
    assert!(stage.draw().footer().contains(say(FI, "grid-leaving").as_str()), "{}", stage.draw().footer());
    stage.play("Esc");
    assert_eq!(stage.draw().cursor_row(), None, "{}", stage.draw().text());
}

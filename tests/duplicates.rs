//! Likely duplicates side by side, by keys alone: what is chosen stands, what is told apart stays apart, and undo
//! gives everything back.
//!
//! Pictures are kept as those of `tests/screens.rs`.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the tests of screens use the rest")]
mod stage;

use ecow::EcoString;
use kuntatutor::app::input::Input;
use kuntatutor::book::Change;
use kuntatutor::book::show::Showing;
use kuntatutor::domain::{Act, Affiliation, Id, Kind, Link, Person, Practice, Record, RecordRef};
use kuntatutor::effect::Effect;
use kuntatutor::store::{Loaded, Source, load};
use kuntatutor::text::{Texts, Tongue};
use stage::{Stage, TODAY, say, size};

const FI: Tongue = Tongue::Fi;
const SV: Tongue = Tongue::Sv;
const EN: Tongue = Tongue::En;

const ARI: &str = "pj1fqz53wsjj5";
const OTHER_ARI: &str = "pdup000000001";
const OTHER_SATU: &str = "pdup000000002";

fn id(word: &str) -> Id {
    Id::parse(word).expect("an id")
}

fn works_at(code: &str) -> ecow::EcoVec<Affiliation> {
    let at = Some(Link::new(Kind::Municipality, id(code)));
    [Affiliation { id: id("zzz001"), at, ..Affiliation::default() }].into_iter().collect()
}

/// The shipped book with two people and a practice entered twice.
fn doubled() -> Loaded {
    let mut loaded = load(&Source::Example);
    let note: EcoString = "Tavoittaa parhaiten aamupäivisin ennen kymmentä. ".repeat(8).trim().into();
    let ari = Person {
        id: id(OTHER_ARI),
        given: "A.".into(),
        family: "Tammi".into(),
        affiliations: works_at("091"),
        email: "ARI.TAMMI@hel.fi".into(),
        phone: "09 310 1691".into(),
        note: note.into(),
        ..Person::default()
    };
    let satu = Person {
        id: id(OTHER_SATU),
        given: "Sattu".into(),
        family: "Ahonen".into(),
        affiliations: works_at("049"),
        phone: "040 111 2222".into(),
        ..Person::default()
    };
    let practice = loaded.book.all::<Practice>().next().expect("a practice").clone();
    let practice = Practice { id: id("gdup000000001"), themes: ecow::EcoVec::new(), ..practice };
    for record in [Record::Person(ari), Record::Person(satu), Record::Practice(practice)] {
        loaded.book.apply(&Change { before: None, after: Some(record) });
    }
    loaded
}

/// The pairs on a screen of this size.
fn opened(tongue: Tongue, measure: &str) -> Stage {
    let mut stage = Stage::starting(tongue, size(measure), None);
    stage.load(doubled());
    stage.play(": duplicates Enter");
    stage
}

fn picture(name: &str, stage: &Stage) {
    let screen = stage.draw();
    assert_eq!(screen.fault(), None, "{name}");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, screen.picture()));
}

#[test]
fn a_pair_stands_side_by_side() {
    picture("duplicates_fi_80x24", &opened(FI, "80x24"));
    picture("duplicates_en_120x40", &opened(EN, "120x40"));
    picture("duplicates_sv_60x15", &opened(SV, "60x15"));
    let mut chosen = opened(FI, "60x15");
    chosen.play("l l Space G");
    picture("duplicates_chosen_fi_60x15", &chosen);
}

#[test]
fn it_fits_in_every_language_and_size_wherever_the_cursor_is() {
    for tongue in Tongue::ALL {
        for measure in ["80x24", "120x40", "60x15", "40x10", "100x30"] {
            for script in ["", "G", "Down Down Down", "l l l", "Space", "PgDn", "PgDn G", "PgUp"] {
                let mut stage = opened(tongue, measure);
                stage.play(script);
                let screen = stage.draw();
                let told = format!("{} {measure} {script}\n{}", tongue.key(), screen.text());
                assert_eq!(screen.fault(), None, "{told}");
                assert!(screen.has("▌"), "the cursor is not seen: {told}");
                assert!(screen.has("/3"), "{told}");
            }
        }
    }
}

/// What was sent to the disk.
fn acts(stage: &Stage) -> Vec<Act> {
    stage.written.iter().map(|signed| signed.group.act).collect()
}

/// The person with this id as the last change left them.
fn person(stage: &Stage, word: &str) -> Option<Person> {
    let mut changes = stage.written.iter().rev().flat_map(|signed| &signed.group.changes);
    let change = changes.find(|change| change.link() == Some(Link::new(Kind::Person, id(word))))?;
    match change.after.as_ref()?.as_ref() {
        RecordRef::Person(person) => Some(person.clone()),
        _ => None,
    }
}

#[test]
fn a_pair_is_merged_field_by_field_and_undone() {
    let mut stage = opened(EN, "80x24");
    // Given name of the left one, workplaces of both, e-mail of the right one, phone of the left one alone.
    stage.play("h Space l h Enter");
    assert_eq!(acts(&stage), [Act::Unite]);
    let ari = person(&stage, ARI).expect("he stays");
    assert_eq!(
        (ari.given.as_str(), ari.email.as_str(), ari.phone.as_str()),
        ("Ari", "ARI.TAMMI@hel.fi", "040 3537228")
    );
    assert_eq!((ari.affiliations.len(), ari.further_contacts.len()), (1, 0));
    assert!(ari.note.contains("Helsingin") && ari.note.contains("aamupäivisin"), "a note is kept without a key");
    assert_eq!(person(&stage, OTHER_ARI), None);
    let screen = stage.draw();
    assert!(screen.has("2/3") || screen.has("3/3"), "the next pair: {}", screen.text());
    stage.play("u");
    assert_eq!(acts(&stage), [Act::Unite, Act::Undo]);
    assert_eq!(person(&stage, OTHER_ARI).map(|it| it.email), Some("ARI.TAMMI@hel.fi".into()));
    assert_eq!(person(&stage, ARI).map(|it| it.email), Some("ari.tammi@hel.fi".into()));
}

#[test]
fn the_last_pair_says_how_many_were_merged_and_ends() {
    let mut stage = opened(FI, "80x24");
    stage.play("Enter C-s -");
    assert_eq!(acts(&stage), [Act::Unite, Act::Unite, Act::Apart]);
    let screen = stage.draw();
    assert!(screen.has("2 yhdistettiin"), "{}", screen.text());
    assert!(!screen.has("3/3"), "{}", screen.text());
    stage.play(": duplicates Enter");
    assert!(stage.draw().has(say(FI, "duplicates-none").as_str()), "{}", stage.draw().text());
    // Undone, the pair that was told apart is there again.
    stage.play("u : duplicates Enter");
    assert!(stage.draw().has("1/1"), "{}", stage.draw().text());
}

#[test]
fn a_pair_that_is_taken_back_is_there_again_and_said_by_name() {
    for key in ["Enter", "-"] {
        let mut stage = opened(FI, "120x40");
        let first = stage.draw();
        stage.play(&format!("Tab {key} u"));
        let back = stage.draw();
        assert!(back.has("2/3") && !first.has("2/3"), "{}", back.text());
        assert!(!back.text().contains("Kuntatutorit, Uusimaa"), "{}", back.text());
        // Done with once more it counts once.
        stage.play(&format!("{key} {key} Enter"));
        let count = if key == "-" { "Yksi yhdistettiin" } else { "3 yhdistettiin" };
        assert!(stage.draw().has(count), "{}", stage.draw().text());
    }
    let mut stage = opened(FI, "120x40");
    stage.play("- u");
    let screen = stage.draw();
    assert!(screen.has("kumottu: ") && screen.has("A. Tammi · "), "{}", screen.text());
}

#[test]
fn what_is_put_off_comes_round_again() {
    let mut stage = opened(FI, "80x24");
    let first = stage.draw().text();
    stage.play("Tab");
    assert!(stage.draw().has("2/3"));
    stage.play("PgDn");
    assert!(stage.draw().has("3/3"));
    stage.play("Tab");
    assert_eq!(stage.draw().text(), first);
    stage.play("PgUp");
    assert!(stage.draw().has("3/3"));
    stage.play("Esc");
    assert!(!stage.draw().has("3/3"));
    assert!(stage.written.is_empty(), "looking changes nothing");
}

#[test]
fn a_record_that_is_gone_elsewhere_takes_its_pairs_along() {
    let mut stage = opened(FI, "80x24");
    stage.play("Down l");
    let mut loaded = doubled();
    let before = loaded.book.record(&Link::new(Kind::Person, id(OTHER_ARI))).map(RecordRef::to_owned);
    loaded.book.apply(&Change { before, after: None });
    stage.load(loaded);
    let screen = stage.draw();
    assert!(!screen.has("A. Tammi") && !screen.has("1/3"), "{}", screen.text());
    stage.load(load(&Source::Example));
    assert!(stage.draw().has(say(FI, "duplicates-none-left").as_str()), "{}", stage.draw().text());
    stage.play("Enter");
    assert!(stage.written.is_empty());
}

#[test]
fn what_was_chosen_stays_where_something_else_changes() {
    let mut stage = opened(FI, "80x24");
    stage.play("l Down Down Down");
    let mut loaded = doubled();
    let link = Link::new(Kind::Person, id(OTHER_ARI));
    let before = loaded.book.record(&link).map(RecordRef::to_owned);
    let mut after = before.clone();
    if let Some(Record::Person(person)) = &mut after {
        person.phone = "09 999 8888".into();
    }
    loaded.book.apply(&Change { before, after });
    stage.load(loaded);
    assert!(stage.draw().has("09 999 8888"), "{}", stage.draw().text());
    stage.play("Enter");
    assert_eq!(person(&stage, ARI).map(|it| it.given), Some("A.".into()));
}

#[test]
fn nothing_is_merged_in_a_book_that_is_only_read() {
    let mut stage = Stage::prepared(FI, size("80x24"), |start| start.read_only = true);
    stage.load(doubled());
    stage.play(": duplicates Enter");
    assert!(!stage.draw().has("1/3"));
    // The example is made one's own first.
    let mut stage = Stage::prepared(FI, size("80x24"), |start| start.place.example = true);
    stage.load(doubled());
    stage.play(": duplicates Enter");
    assert!(stage.draw().has(say(FI, "begin-label").as_str().get(..20).expect("a label")), "{}", stage.draw().text());
    stage.input(Input::Resize(size("60x15")));
    assert!(!stage.effects.iter().any(|effect| matches!(effect, Effect::Save { .. })));
}

#[test]
fn a_field_that_holds_one_value_says_so() {
    let mut stage = opened(EN, "80x24");
    stage.play("Space");
    assert!(stage.draw().footer().contains(say(EN, "only-one-stands").as_str()), "{}", stage.draw().text());
}

#[test]
fn names_in_the_heading_are_those_of_the_lists() {
    let loaded = doubled();
    let texts = Texts::new(FI);
    let showing = Showing { book: &loaded.book, texts: &texts, today: TODAY, season: None };
    let name = showing.link(&Link::new(Kind::Person, id(OTHER_ARI)));
    assert!(opened(FI, "80x24").draw().has(name.as_str()));
}

//! Every tab and dialog as a user sees it, in process: a script of keys, then the screen as text with its looks.
//!
//! Pictures are in `tests/snapshots`. When they are meant to change,
//! `INSTA_UPDATE=always INSTA_FORCE_PASS=1 cargo test --test screens` accepts what is drawn now; look through the
//! difference before it is committed. Otherwise a picture that differs, or has none to compare with, fails.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the tests of forms use the rest")]
mod stage;

use jiff::civil::date;
use kuntatutor::app::input::Input;
use kuntatutor::book::Change;
use kuntatutor::domain::{
    Beside, Conflict, FieldKind, Id, Kind, Person, Record, Role, Season, Session, SessionKind, SessionStatus, Words,
};
use kuntatutor::effect::Effect;
use kuntatutor::exchange::table::read::{Unreadable, pasted};
use kuntatutor::settings::Me;
use kuntatutor::store::export::{Existing, NotWritten, Why};
use kuntatutor::store::failure::{Failure, SaveFailed};
use kuntatutor::store::tables::{NotRead, TableFile};
use kuntatutor::store::{Loaded, Problem, Source, What, load};
use kuntatutor::text::{Safe, Tongue};
use stage::{Stage, say, size};

const FI: Tongue = Tongue::Fi;
const SV: Tongue = Tongue::Sv;
const EN: Tongue = Tongue::En;

/// Compares the screen after a script with its picture.
fn picture(name: &str, tongue: Tongue, measure: &str, script: &str) {
    picture_on(Stage::open(tongue, size(measure)), name, tongue, measure, script);
}

/// The same on a stage that was prepared.
fn picture_on(mut stage: Stage, name: &str, tongue: Tongue, measure: &str, script: &str) {
    stage.play(script);
    let screen = stage.draw();
    assert_eq!(screen.fault(), None, "{name}");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(format!("{} {measure}: {script}", tongue.key()));
    settings.bind(|| insta::assert_snapshot!(name, screen.picture()));
}

#[test]
fn every_tab_at_the_common_size() {
    for (name, script) in [
        ("today", "1"),
        ("people", "2"),
        ("municipalities", "3"),
        ("plan", "4"),
        ("agenda", "4 v Down"),
        ("feedback", "5"),
        ("actions", "6"),
        ("practices", "7 Down"),
    ] {
        picture(&format!("tab_{name}_fi_80x24"), FI, "80x24", script);
    }
}

#[test]
fn tabs_in_other_languages_and_sizes() {
    picture("tab_today_sv_60x15", SV, "60x15", "1");
    picture("tab_today_en_120x40", EN, "120x40", "1");
    picture("tab_people_sv_80x24", SV, "80x24", "2 Down");
    picture("tab_people_en_120x40", EN, "120x40", "2 Down Down");
    picture("tab_people_fi_60x15", FI, "60x15", "2 Down");
    picture("tab_municipalities_sv_120x40", SV, "120x40", "3 f esbo Enter");
    picture("tab_municipalities_en_60x15", EN, "60x15", "3 G");
    picture("tab_plan_fi_120x40", FI, "120x40", "4 v");
    picture("tab_plan_sv_60x15", SV, "60x15", "4");
    picture("tab_practices_en_80x24", EN, "80x24", "7");
}

#[test]
fn the_lookup() {
    picture("lookup_empty_fi_80x24", FI, "80x24", "o");
    picture("lookup_words_fi_80x24", FI, "80x24", "o tam");
    picture("lookup_words_en_120x40", EN, "120x40", "o karkkila Down");
    picture("lookup_words_sv_60x15", SV, "60x15", "o tusby");
    picture("lookup_scope_en_80x24", EN, "80x24", "o ro");
    picture("lookup_nothing_sv_80x24", SV, "80x24", "o qqqq");
}

#[test]
fn the_dialogs() {
    picture("palette_fi_80x24", FI, "80x24", "2 :");
    picture("palette_words_en_60x15", EN, "60x15", "2 : orga");
    picture("help_sv_80x24", SV, "80x24", "2 ?");
    picture("help_words_en_120x40", EN, "120x40", "2 ? copy");
    picture("season_fi_80x24", FI, "80x24", "s");
    picture("filters_sv_80x24", SV, "80x24", "2 : namngivet Enter");
    picture("filter_typing_fi_80x24", FI, "80x24", "2 f rooli:tutor");
    picture("filter_name_en_80x24", EN, "80x24", "2 f role:tutor Enter : keep Enter my");
    picture("copying_fi_80x24", FI, "80x24", "o tam y");
    picture("copied_en_80x24", EN, "80x24", "o tam y e");
    picture("plain_page_fi_80x24", FI, "80x24", "o tam y e Esc y t");
    picture("problems_fi_80x24", FI, "80x24", ": tiet Enter");
    picture("marked_sv_80x24", SV, "80x24", "2 Space Space");
}

#[test]
fn the_pages_of_records() {
    picture("page_person_fi_80x24", FI, "80x24", "o tam Enter Down");
    picture("page_municipality_sv_120x40", SV, "120x40", "o tusby Enter");
    picture("page_session_en_80x24", EN, "80x24", "4 v Enter Down Down");
    picture("page_person_en_60x15", EN, "60x15", "o tam Enter");
}

#[test]
fn the_papers_of_a_session() {
    picture("paper_signing_fi_80x24", FI, "80x24", "4 v G Enter : osallistujalista Enter");
    picture("paper_day_sv_60x15", SV, "60x15", "4 v G Enter : sammanst Enter PgDn");
    picture("paper_day_en_120x40", EN, "120x40", "4 v G Enter : day Space sheet Enter");
    picture("paper_file_fi_80x24", FI, "80x24", "4 v G Enter : koontisivu Enter Enter");
}

#[test]
fn the_lists_without_a_tab() {
    for (name, script) in [
        ("organisations", ": organisations Enter"),
        ("themes", ": themes Enter"),
        ("seasons", ": seasons Enter"),
        ("notes", ": notes Enter"),
        ("book", ": the Space book Space itself Enter"),
        ("problems", ": problems Enter"),
    ] {
        picture(&format!("list_{name}_en_80x24"), EN, "80x24", script);
    }
}

/// As many Tabs as lead to the field with this key.
fn to_field(kind: Kind, key: &str) -> String {
    let columns = kind.columns().take_while(|column| column.key != key);
    let fields = columns.map(|column| match column.kind {
        FieldKind::Words(tongues) => tongues.len(),
        _ => 1,
    });
    "Tab ".repeat(fields.sum())
}

#[test]
fn the_forms() {
    picture("form_person_fi_80x24", FI, "80x24", "2 n Maija Tab Mallila Tab Tab ei.ole Tab 040 Space 123 Space 4567");
    let programme = to_field(Kind::Session, "programme");
    let items = "Enter 15 Tab avaus Tab Avaus Tab Öppning C-s Enter 45 Tab puh Tab Miten Space etätuki Space \
                 alkoi C-s";
    picture("form_session_fi_120x40", FI, "120x40", &format!("4 v n {programme} {items} C-s"));
    let items = "Enter 15 Tab öppn Tab Avaus Tab Öppning C-s Enter 45 Tab anf Tab Tab Så Space började Space \
                 fjärrstödet C-s";
    picture("form_rows_sv_80x24", SV, "80x24", &format!("4 v n {programme} {items} Up"));
    let roles = to_field(Kind::Person, "roles");
    picture("form_row_en_60x15", EN, "60x15", &format!("2 n {roles} Enter 2020 Tab tut"));
    picture("form_offers_fi_80x24", FI, "80x24", "4 n van");
    let due = to_field(Kind::Action, "due");
    picture("form_date_sv_60x15", SV, "60x15", &format!("6 n {due} 6.10."));
    picture("form_note_fi_80x24", FI, "80x24", "2 m Soitetaan Space syksyllä.");
    picture("form_fields_en_80x24", EN, "80x24", "2 Space Space Space e");
    picture("form_wrong_fi_60x15", FI, "60x15", "2 n Maija Tab Tab Tab ei.ole C-s");
}

#[test]
fn what_is_asked_before_something_happens() {
    picture("delete_sv_80x24", SV, "80x24", "3 f esbo Enter d");
    for (tongue, measure) in [(FI, "80x24"), (SV, "80x24"), (FI, "60x15"), (SV, "60x15")] {
        let mut stage = Stage::prepared(tongue, size(measure), |start| start.place.example = true);
        stage.load(load(&Source::Example));
        let name = format!("begin_{}_{measure}", tongue.key());
        picture_on(stage, &name, tongue, measure, "2 n");
    }
    let mut stage = Stage::prepared(EN, size("80x24"), |start| start.me = Me::Unasked);
    stage.load(load(&Source::Example));
    picture_on(stage, "whoami_en_80x24", EN, "80x24", "2 n tam");
}

/// The shipped book with a phone number that two people changed.
fn contested(tongue: Tongue, measure: &str) -> Stage {
    let mut loaded = load(&Source::Example);
    let person = loaded.book.all::<Person>().find(|person| !person.phone.is_empty()).expect("somebody has a phone");
    let before = Record::Person(person.clone());
    let mut after = before.clone();
    let conflict = Conflict {
        field: "phone".into(),
        json: "\"050 765 4321\"".into(),
        by: loaded.book.all::<Person>().nth(2).map(|person| person.id.clone()),
        at: Some(jiff::civil::date(2026, 11, 20).at(14, 5, 0, 0)),
    };
    after.keep(Beside { conflicts: [conflict].into_iter().collect(), ..Beside::default() }.into());
    loaded.book.apply(&Change { before: Some(before), after: Some(after) });
    let mut stage = Stage::starting(tongue, size(measure), None);
    stage.load(loaded);
    stage
}

/// The shipped book in March 2021 with a meeting on the 9th, from nine to eleven.
fn with_meeting(tongue: Tongue, measure: &str) -> Stage {
    let mut loaded = load(&Source::Example);
    let id = |word: &str| Id::parse(word).expect("an id");
    let meeting = Session {
        id: id("s1"),
        kind: Some(SessionKind::Meeting),
        season: Some(id("2020-21")),
        status: Some(SessionStatus::Planned),
        title: Words::new("Karkkilan aloitus".into(), "Högfors börjar".into(), "".into()),
        date: Some(jiff::civil::date(2021, 3, 9)),
        time: Some(jiff::civil::time(9, 0, 0, 0)),
        length: Some(120),
        tutors: [id("p4ewnecdkxyke")].into_iter().collect(),
        ..Session::default()
    };
    loaded.book.apply(&Change { before: None, after: Some(Record::Session(meeting)) });
    let mut stage = Stage::prepared(tongue, size(measure), |start| {
        start.now = jiff::civil::date(2021, 3, 1).at(10, 42, 0, 0);
    });
    stage.load(loaded);
    stage
}

/// The keys of a new meeting that meets the other one, as far as the tutor is typed.
fn meeting_at_the_same_time(kind: &str) -> String {
    let to = |from: &str, key: &str| {
        let (from, to) = (to_field(Kind::Session, from), to_field(Kind::Session, key));
        to.strip_prefix(from.as_str()).expect("it comes later").to_owned()
    };
    let (date, time) = (to("kind", "date"), to("date", "time"));
    let (mode, tutors) = (to("time", "mode"), to("mode", "tutors"));
    format!("4 v n {kind} {date} 9.3. {time} 10–12 {mode} hyb {tutors} kaljula")
}

#[test]
fn what_clashes_is_said_while_one_types_and_listed() {
    let picture = |name: &str, tongue, measure: &str, script: &str| {
        picture_on(with_meeting(tongue, measure), name, tongue, measure, script);
    };
    picture("clash_typed_fi_80x24", FI, "80x24", &meeting_at_the_same_time("tapaa"));
    picture("clash_typed_sv_60x15", SV, "60x15", &meeting_at_the_same_time("sparr"));
    picture("clash_typed_en_120x40", EN, "120x40", &meeting_at_the_same_time("coach"));
    picture("remark_coaching_fi_80x24", FI, "80x24", "4 n karkkila");
    let saved = |kind| format!("{} C-s", meeting_at_the_same_time(kind));
    picture("clash_saved_fi_80x24", FI, "80x24", &saved("tapaa"));
    picture("clashes_fi_80x24", FI, "80x24", &format!("{} : ristiriidat Enter", saved("tapaa")));
    picture("clashes_sv_60x15", SV, "60x15", &format!("{} : krockar Enter Down Down", saved("sparr")));
    picture("clashes_en_120x40", EN, "120x40", &format!("{} : clashes Enter", saved("coach")));
}

/// The shipped book in January 2021, its rounds with days and places, its tutors with a ceiling.
fn to_plan(tongue: Tongue, measure: &str) -> Stage {
    let mut loaded = load(&Source::Example);
    let id = |word: &str| Id::parse(word).expect("an id");
    let mut season = loaded.book.get::<Season>(&id("2020-21")).expect("the season").clone();
    let days = [(date(2021, 1, 11), date(2021, 5, 28), 9), (date(2021, 8, 16), date(2021, 9, 24), 8)];
    for (round, (starts, ends, places)) in season.rounds.make_mut().iter_mut().zip(days) {
        (round.starts, round.ends, round.places) = (Some(starts), Some(ends), Some(places));
    }
    loaded.book.apply(&Change { before: None, after: Some(Record::Season(season)) });
    let tutors: Vec<Person> = loaded.book.all::<Person>().cloned().collect();
    for mut person in tutors {
        for role in person.roles.make_mut() {
            role.ceiling = (role.role == Some(Role::Tutor)).then_some(4);
        }
        loaded.book.apply(&Change { before: None, after: Some(Record::Person(person)) });
    }
    let mut stage = Stage::prepared(tongue, size(measure), |start| start.now = date(2021, 1, 7).at(10, 42, 0, 0));
    stage.load(loaded);
    stage
}

#[test]
fn a_season_is_planned() {
    let picture = |name: &str, tongue, measure: &str, script: &str| {
        picture_on(to_plan(tongue, measure), name, tongue, measure, script);
    };
    picture("propose_fi_80x24", FI, "80x24", "4 p Down Space");
    picture("propose_sv_60x15", SV, "60x15", "4 p End");
    picture("propose_en_120x40", EN, "120x40", "4 p Down Down");
}

#[test]
fn no_field_moves_for_what_is_said_below() {
    let mut stage = with_meeting(FI, "80x24");
    stage.play(meeting_at_the_same_time("tapaa").trim_end_matches("kaljula"));
    let fields = |stage: &Stage| {
        let rows = stage.draw().rows();
        let rule = rows.iter().rposition(|row| row.starts_with("───")).expect("a rule parts fields and help");
        rows.into_iter().take(rule).map(|row| row.replace("kaljula", "")).map(|row| row.trim_end().to_owned()).collect()
    };
    let before: Vec<String> = fields(&stage);
    assert!(!stage.draw().has("on jo klo"));
    stage.play("kaljula");
    assert!(stage.draw().has("! Ester Kaljula on jo klo 9.00–11.00 tilaisuudessa"), "{}", stage.draw().text());
    assert_eq!(fields(&stage), before);
}

#[test]
fn the_list_of_clashes_leads_to_the_session_and_is_empty_once_all_is_mended() {
    let mut stage = with_meeting(FI, "80x24");
    stage.play(": clashes Enter");
    assert!(stage.draw().footer().contains(say(FI, "clashes-none").as_str()), "{}", stage.draw().text());
    stage.play(&meeting_at_the_same_time("tapaa"));
    stage.play("C-s : clashes Enter");
    assert!(stage.draw().has("1/3"), "{}", stage.draw().text());
    // To another day, with the key that does it everywhere.
    stage.play(">");
    assert!(!stage.draw().has("on jo klo"), "{}", stage.draw().text());
    stage.play("u");
    assert!(stage.draw().has("on jo klo"), "{}", stage.draw().text());
    stage.play("Enter");
    assert!(
        stage.draw().rows().iter().any(|row| row.starts_with('▌') && row.contains("9.3.")),
        "{}",
        stage.draw().text()
    );
}

#[test]
fn tables_for_others() {
    picture("export_fi_80x24", FI, "80x24", "2 : taulukoksi Enter");
    picture("export_columns_en_120x40", EN, "120x40", "2 Space Space : export Enter Down Down Down Space");
    picture("export_file_sv_60x15", SV, "60x15", "3 f esbo Enter : exportera Enter Up");
    picture("export_what_fi_60x15", FI, "60x15", "2 f rooli:tutor Enter : taulukoksi Enter g Enter");
    picture("addresses_fi_80x24", FI, "80x24", "2 y a");
}

/// What was asked to be written: path, whether one that is there is replaced, and how much.
fn exports(stage: &Stage) -> Vec<(String, bool, usize)> {
    let export = |effect: &Effect| match effect {
        Effect::Export { path, content, existing } => {
            Some((path.clone(), *existing == Existing::IsReplaced, content.len()))
        }
        _ => None,
    };
    stage.effects.iter().filter_map(export).collect()
}

#[test]
fn a_table_is_written_with_one_enter_and_told_with_its_path() {
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("2 : taulukoksi Enter Enter");
    let asked = exports(&stage);
    let [(path, false, length)] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(path, "~/kuntatutor-henkilot-2026-11-22.xlsx");
    assert!(*length > 0);
    stage.input(Input::Exported(Ok(Safe::line("/home/x/kuntatutor-henkilot-2026-11-22.xlsx"))));
    let screen = stage.draw();
    assert!(
        screen.has("/home/x/kuntatutor-henkilot-2026-11-22.xlsx") && screen.has("Mari Ahokas"),
        "{}",
        screen.text()
    );
    // Nothing of it changes the book.
    assert!(stage.written.is_empty());
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_somebody_says_so() {
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("2 : taulukoksi Enter Enter");
    let why = NotWritten { path: "/home/x/a.xlsx".into(), why: Why::Exists };
    stage.input(Input::Exported(Err(why.clone())));
    stage.play("Enter");
    assert_eq!(exports(&stage).len(), 1, "another name is the first choice");
    stage.play("BSpace BSpace BSpace BSpace BSpace 2.csv C-s");
    assert_eq!(
        exports(&stage).last().map(|export| export.0.ends_with("-222.csv")),
        Some(true),
        "{:?}",
        exports(&stage)
    );
    stage.input(Input::Exported(Err(why)));
    stage.play("Down Enter");
    assert_eq!(exports(&stage).last().map(|export| export.1), Some(true));
    stage.input(Input::Exported(Err(NotWritten { path: "/home/x/a.xlsx".into(), why: Why::Full })));
    let screen = stage.draw();
    assert!(screen.has("/home/x/a.xlsx") && screen.has(say(FI, "export-write").as_str()), "{}", screen.text());
}

#[test]
fn commands_are_found_by_more_words_than_their_own() {
    for (tongue, words, command) in [
        (FI, "excel yhteys", "command-import"),
        (FI, "lataa", "command-export"),
        (FI, "tuplat", "command-duplicates"),
        (FI, "kuntaliitos", "command-merge-municipality"),
        (SV, "ladda", "command-export"),
        (SV, "byter", "command-move-person"),
        (EN, "spreadsheet contacts", "command-import"),
        (EN, "new year", "command-next-season"),
    ] {
        let mut stage = Stage::open(tongue, size("80x24"));
        stage.play(if command.contains("municipality") { "3 :" } else { "2 :" });
        stage.play(words.split(' ').collect::<Vec<_>>().join(" Space ").as_str());
        let screen = stage.draw();
        assert!(screen.has(say(tongue, command).as_str()), "{words}: {}", screen.text());
    }
}

#[test]
fn help_tells_what_is_done_with_a_list_by_name() {
    let named = ["command-import", "command-export", "command-duplicates"];
    for (script, told) in [("2 ?", true), ("1 ?", false), ("2 : export Enter ?", false)] {
        let mut stage = Stage::open(FI, size("80x60"));
        stage.play(script);
        let screen = stage.draw();
        for id in named {
            assert_eq!(screen.has(say(FI, id).as_str()), told, "{script}: {}", screen.text());
        }
    }
}

#[test]
fn help_in_a_dialog_does_not_say_of_every_command_that_nothing_is_chosen() {
    for (script, still) in [(": export Enter G ?", "command-invert"), ("o tam Enter ?", "command-edit")] {
        let mut stage = Stage::open(FI, size("80x60"));
        stage.play("2");
        stage.play(script);
        let screen = stage.draw();
        assert!(!screen.has(say(FI, "nothing-here").as_str()), "{script}: {}", screen.text());
        assert!(screen.has(say(FI, still).as_str()), "{script}: {}", screen.text());
    }
}

#[test]
fn space_asks_for_what_and_format_as_enter_does() {
    for rows in ["Up Up", "Up Up Up"] {
        let asked = |key: &str| {
            let mut stage = Stage::open(FI, size("80x24"));
            stage.play(&format!("2 : export Enter {rows} {key}"));
            stage.draw().text()
        };
        assert_eq!(asked("Space"), asked("Enter"));
        assert_ne!(asked("Space"), asked(""));
    }
}

#[test]
fn without_a_column_or_a_name_nothing_is_written() {
    let mut stage = Stage::open(EN, size("80x24"));
    stage.play("2 : export Enter Up C-u C-s");
    assert!(stage.draw().has(say(EN, "name-missing").as_str()), "{}", stage.draw().text());
    stage.play("a.csv Down Down");
    for _ in 0..40 {
        let row = stage.draw().rows().into_iter().find(|row| row.starts_with("▌")).expect("a cursor");
        stage.play(if row.starts_with("▌●") { "Space" } else { "Down" });
    }
    stage.play("C-s");
    assert!(stage.draw().has(say(EN, "export-no-columns").as_str()), "{}", stage.draw().text());
    assert!(exports(&stage).is_empty());
    stage.play("* C-s");
    assert_eq!(exports(&stage).len(), 1);
}

#[test]
fn the_ending_follows_the_format_unless_it_is_somebodys_own() {
    for (script, ending) in [
        ("Up Up Enter Down Enter C-s", "-22.csv"),
        ("Up Up Enter Down Down Enter C-s", "-22.tsv"),
        ("Up BSpace BSpace BSpace BSpace txt Up Enter Down Enter C-s", "-22.txt"),
    ] {
        let mut stage = Stage::open(EN, size("80x24"));
        stage.play(&format!("2 : export Enter {script}"));
        let asked = exports(&stage);
        assert!(asked.last().is_some_and(|export| export.0.ends_with(ending)), "{script}: {asked:?}");
    }
}

#[test]
fn every_list_can_be_exported_and_nothing_else() {
    for (script, listed) in [
        ("2", true),
        ("3", true),
        ("4", true),
        ("4 v", true),
        ("7", true),
        (": organisations Enter", true),
        (": themes Enter", true),
        (": seasons Enter", true),
        (": the Space book Space itself Enter", true),
        ("6", false),
        ("1", false),
        ("o tam", false),
        ("o tam Enter", false),
    ] {
        let mut stage = Stage::open(EN, size("80x24"));
        stage.play(&format!("{script} F3 export Enter"));
        assert_eq!(stage.draw().has(say(EN, "export-write").as_str()), listed, "{script}\n{}", stage.draw().text());
    }
}

#[test]
fn all_addresses_are_those_of_the_list_or_of_the_marked() {
    let all = |script: &str| {
        let mut stage = Stage::open(FI, size("80x24"));
        stage.play(script);
        let copied = stage.effects.iter().filter_map(copied).next_back().unwrap_or_default();
        (copied.split("; ").count(), copied, stage.draw().text())
    };
    let (count, copied, screen) = all("2 y a");
    assert!(count == 4 && copied.contains("ari.tammi@hel.fi"), "{copied}");
    assert!(screen.contains(&format!("{count} osoitetta")), "{screen}");
    let (filtered, _, _) = all("2 f kunta:helsinki Enter y a");
    assert!(filtered < count, "{filtered} of {count}");
    let (marked, _, _) = all("2 Space Space y a");
    assert!(marked <= 2, "{marked}");
    let (one, copied, screen) = all("o tam y a");
    assert_eq!((one, copied.as_str()), (1, "ari.tammi@hel.fi"));
    assert!(screen.contains("ari.tammi@hel.fi"), "{screen}");
}

#[test]
fn what_is_left_open() {
    picture_on(contested(FI, "80x24"), "settle_fi_80x24", FI, "80x24", "1 g Down Enter");
    for measure in ["80x24", "60x15"] {
        let name = format!("today_open_fi_{measure}");
        picture_on(contested(FI, measure), &name, FI, measure, "2 n Maija Tab Mallila Esc 1 g");
    }
    picture("draft_fi_80x24", FI, "80x24", "2 n Maija Tab Mallila Esc 1 g Down Enter");
    let mut stage = Stage::open(FI, size("80x24"));
    stage.disk = false;
    stage.play("2 m Soitetaan C-s");
    let why = SaveFailed { file: "notes.json".into(), what: Failure::Full };
    stage.input(Input::SaveFailed { revision: 1, why: Box::new(why) });
    picture_on(stage, "save_failed_fi_80x24", FI, "80x24", "");
}

#[test]
fn a_window_too_small_says_so() {
    picture("too_small_fi_39x9", FI, "39x9", "2");
}

#[test]
fn the_first_frame_needs_no_book() {
    for tongue in Tongue::ALL {
        let stage = Stage::starting(tongue, size("80x24"), None);
        let screen = stage.draw();
        assert_eq!(screen.fault(), None);
        assert!(screen.has(say(tongue, "tab-people").as_str()), "{}", screen.text());
        assert!(screen.has(say(tongue, "loading").as_str()) || screen.text().lines().count() > 2);
    }
}

const SIZES: [&str; 5] = ["80x24", "120x40", "60x15", "40x10", "100x30"];

#[test]
fn every_tab_and_dialog_fits_in_every_language_and_size() {
    let scripts = [
        "1",
        "2",
        "3",
        "4",
        "4 v",
        "5",
        "6",
        "7",
        "o",
        "o tam",
        "o tam Enter",
        "o ro",
        "2 y",
        "2 f van",
        "2 ?",
        "2 :",
        "s",
        "3 Enter PgDn",
        "4 v Enter G",
        "o tam y e",
        "o tam y e Esc y t",
        "2 G Space",
        "2 : vie Space taul Enter",
        "2 : exportera Enter G",
        "2 : export Enter G",
        "2 : export Enter Up",
        "2 y a",
    ];
    for tongue in Tongue::ALL {
        for measure in SIZES {
            for script in scripts {
                let mut stage = Stage::open(tongue, size(measure));
                stage.play(script);
                let screen = stage.draw();
                let told = format!("{} {measure} {script}\n{}", tongue.key(), screen.text());
                assert_eq!(screen.fault(), None, "{told}");
                assert!(!screen.footer().trim().is_empty(), "no keys are shown: {told}");
                assert!(!screen.has("{$") && !screen.has("{ $"), "a place is not filled: {told}");
                for row in screen.rows() {
                    let wide = unicode_width::UnicodeWidthStr::width(row.as_str());
                    assert!(wide <= usize::from(stage.size.width), "{told}");
                }
            }
        }
    }
}

#[test]
fn every_tab_names_itself_and_shows_its_records() {
    for tongue in Tongue::ALL {
        for measure in SIZES {
            for (key, kind) in [("2", Kind::Person), ("3", Kind::Municipality), ("4", Kind::Coaching)] {
                let mut stage = Stage::open(tongue, size(measure));
                stage.play(key);
                let finder = kuntatutor::find::finder::Finder::new(&load(&Source::Example).book, tongue);
                let book = load(&Source::Example).book;
                let first = finder.in_order(kind).first().and_then(|place| book.at(*place)).expect("there are some");
                let texts = kuntatutor::text::Texts::new(tongue);
                let title = kuntatutor::book::title::title(&book, first, &texts);
                let begin: String = title.as_str().chars().take(6).collect();
                let screen = stage.draw();
                assert!(screen.has(&begin), "{title} is not on {key} at {measure}\n{}", screen.text());
            }
        }
    }
}

#[test]
fn a_footer_never_shows_a_key_that_is_refused() {
    // In the lists without records nothing can be opened or copied, and the footer must not say so strongly.
    for script in [
        "5",
        "6",
        "o",
        "o qqqq",
        "5 f",
        ": themes Enter",
        "2",
        "3",
        "4 v",
        "1",
        "s",
        "?",
        "2 f qqqq Enter",
        "2 : export Enter",
        "2 : export Enter G",
    ] {
        let mut stage = Stage::open(EN, size("120x40"));
        stage.play(script);
        let refusals = ["does nothing here", "does not work here"];
        for key in strong_keys(&stage) {
            let mut tried = Stage::open(EN, size("120x40"));
            tried.play(script);
            tried.play(&key);
            let footer = tried.draw().footer();
            let refused = refusals.iter().any(|words| footer.contains(words));
            assert!(!refused, "{script}: the footer shows {key}, which says: {footer}");
            for why_not in
                ["nothing-here", "nothing-found", "nothing-copied", "no-filter", "no-season", "missing-email"]
            {
                let words = say(EN, why_not);
                assert!(!footer.contains(words.as_str()), "{script}: the footer shows {key}, which says: {footer}");
            }
        }
    }
}

/// The keys that the footer shows as ones that work.
fn strong_keys(stage: &Stage) -> Vec<String> {
    let picture = stage.draw().picture();
    let last = stage.size.height;
    let Some(looks) = picture.lines().find_map(|line| line.strip_prefix(&format!("{last}: "))) else {
        return Vec::new();
    };
    let row: Vec<char> = format!(" {}", stage.draw().footer()).chars().collect();
    let strong = looks.split(", ").filter_map(|run| run.strip_prefix("strong "));
    let text = strong.filter_map(|run| {
        let (start, end) = run.split_once('-')?;
        let (start, end): (usize, usize) = (start.parse().ok()?, end.parse().ok()?);
        Some(row.get(start..=end)?.iter().collect::<String>())
    });
    text.filter(|key| !key.contains(' ')).collect()
}

#[test]
fn ari_tammi_is_four_keys_away_and_his_address_two_more() {
    for (words, typed) in [(None, "o tam"), (Some("tam"), "")] {
        let mut stage = Stage::starting(FI, size("80x24"), words);
        stage.load(load(&Source::Example));
        stage.play(typed);
        let screen = stage.draw();
        assert!(screen.has("Ari Tammi") && screen.has("353"), "{}", screen.text());
        stage.play("y e");
        let copied: Vec<_> = stage.effects.iter().filter_map(copied).collect();
        assert_eq!(copied, ["ari.tammi@hel.fi"]);
        assert!(stage.draw().footer().contains("ari.tammi@hel.fi"));
    }
}

fn copied(effect: &Effect) -> Option<String> {
    if let Effect::Copy(text) = effect { Some(text.to_string()) } else { None }
}

#[test]
fn the_same_letter_goes_into_a_line_and_is_a_key_elsewhere() {
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("2 f hyv");
    assert!(stage.draw().has("hyv"), "{}", stage.draw().text());
    stage.play("Esc Esc q");
    assert!(stage.effects.contains(&Effect::Quit));
}

#[test]
fn a_paste_is_text_and_never_keys() {
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("2 paste:q");
    assert!(!stage.effects.contains(&Effect::Quit));
    stage.play("o paste:ari\\ntammi");
    assert!(stage.draw().has("Ari Tammi"), "{}", stage.draw().text());
    stage.play("Enter");
    assert!(stage.draw().has("Ari Tammi"));
}

#[test]
fn growing_back_from_too_small_keeps_everything() {
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("o tam");
    let before = stage.draw().text();
    stage.play("resize:20x5 Down x resize:0x0 resize:80x24");
    assert_eq!(stage.draw().text(), before);
}

#[test]
fn the_season_at_hand_is_seen_and_changed() {
    let mut stage = Stage::open(FI, size("120x40"));
    let seasons: Vec<String> =
        load(&Source::Example).book.all::<kuntatutor::domain::Season>().map(|season| season.name.to_string()).collect();
    let at_hand = |stage: &Stage| {
        let top = stage.draw().rows().swap_remove(1);
        seasons.iter().filter(|name| top.contains(name.as_str())).max_by_key(|name| name.len()).cloned()
    };
    let before = at_hand(&stage);
    assert!(before.is_some(), "{}", stage.draw().text());
    stage.play("s Down Down Enter");
    assert!(at_hand(&stage).is_some() && at_hand(&stage) != before, "{}", stage.draw().text());
}

#[test]
fn what_could_not_be_read_is_on_today_and_in_its_list() {
    let problem = Problem { file: "people.json".into(), position: None, what: What::NotRegular };
    for tongue in Tongue::ALL {
        let mut stage = Stage::starting(tongue, size("80x24"), None);
        stage.load(Loaded { book: load(&Source::Example).book, problems: vec![problem.clone()] });
        assert!(stage.draw().has("people.json"), "{}", stage.draw().text());
    }
}

#[test]
fn a_filter_kept_under_a_name_is_used_again() {
    let mut stage = Stage::open(EN, size("80x24"));
    stage.play("2 f in:porvoo Enter : keep Enter porvoo Enter");
    let kept = stage.effects.iter().any(
        |effect| matches!(effect, Effect::KeepFilter(filter) if filter.name == "porvoo" && filter.query == "in:porvoo"),
    );
    assert!(kept, "{:?}", stage.effects);
    let filtered = stage.draw().rows().into_iter().skip(3).collect::<Vec<_>>();
    stage.play("Esc Esc 3 : named Enter Down Enter");
    assert_eq!(
        stage.draw().rows().into_iter().skip(3).take(5).collect::<Vec<_>>(),
        filtered.into_iter().take(5).collect::<Vec<_>>()
    );
}

/// The shipped book with a season around the day and something open of Pornainen.
fn passing(tongue: Tongue, measure: &str) -> Stage {
    use kuntatutor::domain::{
        Action, ActionStatus, Coaching, CoachingStatus, Id, Role, RoleInSeason, Season, Session, SessionStatus,
    };
    let id = |word: &str| Id::parse(word).expect("an id");
    let mut loaded = load(&Source::Example);
    let season = Season {
        id: id("2025-26"),
        name: "Digituki 2025–26".into(),
        starts: Some(jiff::civil::date(2025, 9, 1)),
        ends: Some(jiff::civil::date(2026, 8, 31)),
        ..loaded.book.get::<Season>(&id("2020-21")).expect("a season").clone()
    };
    let tutors: Vec<Person> =
        loaded.book.all::<Person>().filter(|person| person.has_role(&id("2020-21"), Role::Tutor)).cloned().collect();
    let contact = loaded.book.all::<Person>().find(|person| person.family == "Ahokas").expect("Mari").clone();
    let mut records = vec![Record::Season(season)];
    for (number, mut tutor) in (0_u32..).zip(tutors) {
        tutor.roles.push(RoleInSeason {
            season: Some(id("2025-26")),
            role: Some(Role::Tutor),
            municipality: tutor.roles.first().and_then(|row| row.municipality.clone()),
            ceiling: Some(number + 2),
            ..RoleInSeason::default()
        });
        tutor.left_on = (number == 3).then(|| jiff::civil::date(2026, 5, 31));
        records.push(Record::Person(tutor));
    }
    let mut mari = contact;
    mari.roles.push(RoleInSeason {
        season: Some(id("2025-26")),
        role: Some(Role::Contact),
        municipality: Some(id("611")),
        ..RoleInSeason::default()
    });
    records.push(Record::Person(mari));
    for (number, status) in [CoachingStatus::Requested, CoachingStatus::Waiting].into_iter().enumerate() {
        records.push(Record::Coaching(Coaching {
            id: id(&format!("c{number}")),
            municipality: Some(id("611")),
            season: Some(id("2025-26")),
            status: Some(status),
            ..Coaching::default()
        }));
    }
    records.push(Record::Action(Action {
        id: id("a1"),
        what: "Etätuen opas valmiiksi".into(),
        municipality: Some(id("611")),
        status: Some(ActionStatus::Open),
        ..Action::default()
    }));
    records.push(Record::Session(Session {
        id: id("s1"),
        status: Some(SessionStatus::Held),
        date: Some(jiff::civil::date(2026, 3, 3)),
        municipalities: [id("611")].into_iter().collect(),
        ..Session::default()
    }));
    for record in records {
        let before = loaded.book.record(&record.as_ref().link()).map(kuntatutor::domain::RecordRef::to_owned);
        loaded.book.apply(&Change { before, after: Some(record) });
    }
    let mut stage = Stage::starting(tongue, size(measure), None);
    stage.load(loaded);
    stage
}

#[test]
fn what_time_brings() {
    for (tongue, measure) in [(FI, "80x24"), (SV, "60x15"), (FI, "60x15")] {
        let name = |what: &str| format!("{what}_{}_{measure}", tongue.key());
        let roll = ": next-season Enter C-s Enter -";
        picture_on(passing(tongue, measure), &name("roll"), tongue, measure, roll);
        let merge = "3 f pornai Enter : merge-mun Enter porvoo Tab C-s";
        picture_on(passing(tongue, measure), &name("merge"), tongue, measure, merge);
    }
    picture_on(passing(FI, "80x24"), "merge_form_fi_80x24", FI, "80x24", "3 f pornai Enter : merge-mun Enter porv");
    picture_on(passing(FI, "80x24"), "next_season_form_fi_80x24", FI, "80x24", ": next-season Enter");
    let merged = "3 f pornai Enter : merge-mun Enter porvoo Tab C-s Enter Enter";
    picture_on(passing(FI, "80x24"), "merged_fi_80x24", FI, "80x24", merged);
    let moved = "2 f ahokas Enter : move-person Enter porvoo Tab koordinaattori Tab Tab Tab C-u 1.11.2026 C-s Enter";
    picture_on(passing(FI, "80x24"), "moved_fi_80x24", FI, "80x24", moved);
}

/// A made-up list as it was found in a spreadsheet: a misspelt place, somebody twice, and a row without a name.
const LIST: &str = "Etunimi;Sukunimi;Puh.;Sähköposti;Kunta;Nimike;Lempiväri
Aino;Tammelin;040 123 4567;aino.tammelin@porvoo.example;Porvo;suunnittelija;
Björn;Kuusilinna;050 765 4321;bjorn.kuusilinna@esbo.example;Esbo stad;rådgivare;sininen
Aino;Tammelin;0401234567;;Borgå;erityissuunnittelija;
;;09 555 0000;info@tuusula.example;Tuusula;;
Ossi;Ahokanta;soita iltapäivällä;ossi.ahokanta@lohja.example;Lohja;neuvoja;";

/// The stage with that list open, as it was read from a file.
fn importing(tongue: Tongue, measure: &str) -> Stage {
    let mut stage = Stage::open(tongue, size(measure));
    stage.play("2 :");
    "import".chars().for_each(|letter| stage.play(&letter.to_string()));
    stage.play("Enter");
    let found = ["kontaktit-2026.xlsx", "tutorit.ods"].map(|name| TableFile {
        path: format!("/home/x/Lataukset/{name}"),
        name: Safe::line(name),
        place: Safe::line("~/Lataukset"),
    });
    stage.input(Input::TablesFound(found.to_vec()));
    stage
}

/// Gives the program the list it asked for, and time to work it out.
fn listed(stage: &mut Stage) {
    stage.play("Enter");
    let table = pasted(LIST).expect("a table");
    stage.input(Input::TableRead { number: 1, table: Ok((Safe::line("kontaktit-2026.xlsx"), Box::new(table))) });
    stage.input(Input::GoOn);
}

#[test]
fn a_table_on_its_way_into_the_book() {
    for (tongue, measure, name) in [(FI, "80x24", "fi_80x24"), (SV, "60x15", "sv_60x15"), (EN, "120x40", "en_120x40")] {
        picture_on(importing(tongue, measure), &format!("import_which_{name}"), tongue, measure, "");
        for (view, script) in [("columns", ""), ("rows", "Tab"), ("remarks", "Tab Tab"), ("row", "Tab Tab Enter")] {
            let mut stage = importing(tongue, measure);
            listed(&mut stage);
            picture_on(stage, &format!("import_{view}_{name}"), tongue, measure, script);
        }
    }
    let mut stage = importing(FI, "80x24");
    listed(&mut stage);
    picture_on(stage, "import_means_fi_80x24", FI, "80x24", "G Enter");
    let mut stage = importing(FI, "60x15");
    listed(&mut stage);
    picture_on(stage, "import_done_fi_60x15", FI, "60x15", "C-s Enter");
}

/// Made-up answers as a form exports them: one off its scale, and who answered.
const ANSWERS: &str = "ID;Valmistumisaika;Sähköposti;Nimi;Kuntasi;Järjestelyt toimivat ja saimme etukäteen riittävästi tietoa;Opimme uutta digituen järjestämisestä;Kuinka todennäköisesti suosittelisitte tätä tilaisuutta toiselle kunnalle?;Mihin ryhdytte ensimmäiseksi?;Muuta kerrottavaa?;Mikä oli parasta?
1;2021-10-06 11.05;aino@porvoo.example;Aino Tammelin;Porvoo;Täysin samaa mieltä;4;9;Perustamme neuvonnan kirjastoon;Kiitos!;Keskustelu
2;2021-10-06 11.05;bjorn@esbo.example;Björn Kuusilinna;Espoossa;En osaa sanoa;1;0;;;
3;2021-10-07 8.00;;;Lohja;7;2;10;;Hyvä;Puhe";

/// Gives the program the answers it asked for, in a file of this name.
fn answered(stage: &mut Stage, name: &str, answers: &str) {
    stage.play("Enter");
    let table = pasted(&answers.replace(';', "\t")).expect("a table");
    stage.input(Input::TableRead { number: 1, table: Ok((Safe::line(name), Box::new(table))) });
    stage.input(Input::GoOn);
}

#[test]
fn answers_of_a_form_on_their_way_into_the_book() {
    let name = "päätöswebinaari, palaute 6.10.2021(1-3).xlsx";
    for (tongue, measure, size) in [(FI, "80x24", "fi_80x24"), (SV, "60x15", "sv_60x15"), (EN, "120x40", "en_120x40")] {
        for (view, script) in [("columns", "G"), ("rows", "Tab"), ("remarks", "Tab Tab Enter")] {
            let mut stage = importing(tongue, measure);
            answered(&mut stage, name, ANSWERS);
            picture_on(stage, &format!("answers_{view}_{size}"), tongue, measure, script);
        }
    }
    for (view, script) in [("means", "G k k k k k Enter"), ("about", "j Enter"), ("unsaid", "")] {
        let mut stage = importing(FI, "80x24");
        answered(&mut stage, if view == "unsaid" { "vastaukset.xlsx" } else { name }, ANSWERS);
        picture_on(stage, &format!("answers_{view}_fi_80x24"), FI, "80x24", script);
    }
}

#[test]
fn answers_brought_in_from_a_sessions_own_page_are_about_it() {
    let mut stage = importing(FI, "80x24");
    answered(&mut stage, "vastaukset.xlsx", ANSWERS);
    let unsaid = stage.draw().text();
    assert!(unsaid.contains("Valitse ensin, mistä tilaisuudesta"), "{unsaid}");
    assert!(!unsaid.contains("jää pois") && !unsaid.contains("0 uutta"), "nothing is counted that cannot be: {unsaid}");
    let mut stage = Stage::open(FI, size("80x24"));
    stage.play("4 v G Enter");
    stage.play(":");
    "import".chars().for_each(|letter| stage.play(&letter.to_string()));
    stage.play("Enter");
    stage.input(Input::TablesFound(vec![TableFile {
        path: "/home/x/vastaukset.xlsx".to_owned(),
        name: Safe::line("vastaukset.xlsx"),
        place: Safe::line("~"),
    }]));
    answered(&mut stage, "vastaukset.xlsx", ANSWERS);
    let known = stage.draw().text();
    assert!(known.contains("2 uutta") && known.contains("päätöswebinaari"), "{known}");
}

#[test]
fn answers_come_in_once_as_one_change_and_only_about_what_was_held() {
    let name = "päätöswebinaari, palaute 6.10.2021(1-3).xlsx";
    let mut stage = importing(EN, "80x24");
    answered(&mut stage, "vastaukset.xlsx", ANSWERS);
    stage.play("C-s");
    assert!(stage.written.is_empty(), "nobody has said what they are about");
    assert!(stage.draw().has("Say which session or coaching"), "{}", stage.draw().text());
    let mut stage = importing(EN, "80x24");
    answered(&mut stage, name, ANSWERS);
    stage.play("C-s");
    assert_eq!(stage.written.last().expect("a change").group.changes.len(), 2, "one is off its scale");
    assert!(
        stage.effects.iter().any(|effect| matches!(effect, Effect::KeepMapping(mapping) if mapping.form.is_some()))
    );
}

#[test]
fn a_table_comes_in_as_one_change_and_goes_as_one() {
    let mut stage = importing(EN, "80x24");
    listed(&mut stage);
    stage.play("C-s");
    let added = stage.written.last().expect("a change").group.changes.len();
    assert_eq!(added, 3, "three people");
    stage.play("Enter");
    assert!(stage.draw().has("Tammelin"), "{}", stage.draw().text());
    stage.play("u");
    let screen = stage.draw();
    assert!(!screen.rows().iter().any(|row| row.contains("Tammelin  ")), "{}", screen.text());
}

#[test]
fn a_table_nobody_waits_for_any_more_does_not_come() {
    let mut stage = importing(EN, "80x24");
    stage.play("Enter Esc");
    assert!(stage.effects.contains(&Effect::StopReading(1)));
    let table = pasted(LIST).expect("a table");
    stage.input(Input::TableRead { number: 1, table: Ok((Safe::line("x"), Box::new(table))) });
    assert!(!stage.draw().has("Bringing in"), "{}", stage.draw().text());
    // Something that is no table is told, and the question stays.
    let mut stage = importing(EN, "80x24");
    stage.play("Enter");
    stage.input(Input::TableRead { number: 1, table: Err(NotRead::Unreadable(Unreadable::Pdf)) });
    assert!(stage.draw().has("PDF") && stage.draw().has("tutorit.ods"), "{}", stage.draw().text());
}

#[test]
fn the_sheet_of_a_session() {
    // A webinar in the season of the shipped book, its programme from the template, somebody asked for the opening.
    let made = "4 v n web Tab Tab Tab Kuntien Space digituki Tab Tab 6.10.2021 Tab 9-11 Tab Tab Tab etä C-s";
    let asked = format!("{made} Enter T Down Down Down Down Down Down Down Down + rantanen Enter puh C-s x");
    picture("sheet_new_fi_80x24", FI, "80x24", &format!("{made} Enter"));
    picture("sheet_fi_80x24", FI, "80x24", &asked);
    picture("sheet_fi_120x40", FI, "120x40", &asked);
    picture("sheet_fi_60x15", FI, "60x15", &asked);
    picture("sheet_sv_80x24", SV, "80x24", "4 v Enter G");
    picture("sheet_adds_en_60x15", EN, "60x15", "4 v Enter n");
    picture("sheet_numbers_fi_80x24", FI, "80x24", &format!("{asked} G k k k Enter p 12 l 3"));
    picture("step_fi_80x24", FI, "80x24", &format!("{made} x"));
}

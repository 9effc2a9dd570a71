//! What first users tripped over, once each: so that nobody does again.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use kuntatutor::app::input::Input;
use kuntatutor::domain::{Kind, Record, RecordRef, Session};
use kuntatutor::effect::Effect;
use kuntatutor::text::Tongue;
use stage::{Stage, size};

fn finnish() -> Stage {
    Stage::open(Tongue::Fi, size("100x40"))
}

/// The record that was written last.
fn written(stage: &Stage) -> Record {
    let changes = &stage.written.last().expect("something was saved").group.changes;
    changes.first().and_then(|change| change.after.clone()).expect("a record")
}

#[test]
fn a_corrected_number_takes_the_place_of_the_old_one() {
    let mut stage = finnish();
    stage.play("2 f tammi Enter . 0501234567");
    assert!(stage.draw().has("0501234567") && !stage.draw().has("3537228"), "{}", stage.draw().text());
    stage.play("Enter");
    let Record::Person(person) = written(&stage) else { unreachable!("a person was corrected") };
    assert_eq!(person.phone, "0501234567");
    // A cursor key keeps the old one, to be changed.
    stage.play("u . Left BSpace 9 Enter");
    let Record::Person(person) = written(&stage) else { unreachable!("a person was corrected") };
    assert_eq!(person.phone, "040 3537298");
}

#[test]
fn a_number_nobody_can_ring_is_refused() {
    let mut stage = finnish();
    stage.play("2 f tammi Enter . 04035372280501234567 Enter");
    assert!(stage.written.is_empty() && stage.draw().has("ei ole puhelinnumero"), "{}", stage.draw().text());
}

#[test]
fn a_field_takes_what_is_called_so_and_nothing_else() {
    let mut stage = finnish();
    // The season of 2020 speaks of webinars, and is called 2020.
    stage.play("4 v n webi Tab webi Tab");
    assert!(stage.draw().has("”webi” ei löydy"), "{}", stage.draw().text());
    stage.play("BTab C-u 2019 Tab");
    let text = stage.draw().text();
    assert!(text.lines().any(|line| line.contains("kausi*") && line.contains("2019")), "{text}");
}

#[test]
fn a_theme_is_found_by_its_name_in_any_language() {
    let mut stage = Stage::open(Tongue::En, size("100x40"));
    stage.play("2 f tammi Enter e");
    while !stage.draw().text().lines().any(|line| line.starts_with("▌themes")) {
        stage.play("Tab");
    }
    stage.play("hyvinv Tab C-s");
    let Record::Person(person) = written(&stage) else { unreachable!("a person was changed") };
    assert!(person.themes.iter().any(|theme| theme.as_str() == "wellbeing"), "{:?}", person.themes);
}

#[test]
fn what_ends_cannot_end_before_it_begins() {
    let mut stage = finnish();
    stage.play("4 v n webi Tab Tab Tab Tab Tab 1.1.2027 Tab Tab Tab 31.12.2026 C-s");
    assert!(stage.written.is_empty() && stage.draw().has("Tämä on ennen alkua"), "{}", stage.draw().text());
    stage.play("C-u 2.1.2027 C-s");
    assert!(matches!(written(&stage), Record::Session(Session { last_day: Some(_), .. })));
}

#[test]
fn a_row_opened_by_one_enter_too_many_is_left_out() {
    let mut stage = finnish();
    stage.play("2 n Tab Mallila Tab sipoo Tab C-s Enter Enter");
    assert!(stage.draw().has("uusi rivi"), "{}", stage.draw().text());
    stage.play("C-s C-s C-s");
    let Record::Person(person) = written(&stage) else { unreachable!("a person was added") };
    assert_eq!(person.affiliations.len(), 1);
}

#[test]
fn a_row_that_was_taken_out_comes_back() {
    let mut stage = finnish();
    stage.play("2 n Tab Mallila Tab sipoo Tab C-s Enter Up d");
    assert!(stage.draw().has("ei vielä rivejä"), "{}", stage.draw().text());
    stage.play("u C-s C-s");
    let Record::Person(person) = written(&stage) else { unreachable!("a person was added") };
    assert_eq!(person.affiliations.len(), 1);
}

#[test]
fn a_page_of_what_an_undo_took_away_is_closed() {
    let mut stage = finnish();
    stage.play("2 n Tab Mallila C-s Enter u");
    assert!(!stage.draw().has("poistettu ("), "{}", stage.draw().text());
}

#[test]
fn a_form_that_goes_on_elsewhere_is_saved_here_only_when_that_is_meant() {
    let mut stage = finnish();
    stage.play("2 n Eka Tab Toka");
    let name = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft { name, .. } => Some(name.clone()),
        _ => None,
    });
    stage.input(Input::DraftTaken(name.expect("a draft")));
    let drafts = stage.effects.len();
    stage.play("C-s");
    assert!(stage.written.is_empty() && stage.draw().has("jatketaan toisessa istunnossa"), "{}", stage.draw().text());
    assert!(!stage.effects.iter().skip(drafts).any(|effect| matches!(effect, Effect::Save { .. })));
    stage.play("C-s");
    assert_eq!(stage.written.len(), 1);
}

#[test]
fn help_in_a_form_tells_only_keys_that_work_there() {
    let mut stage = finnish();
    stage.play("2 n F1");
    let text = stage.draw().text();
    assert!(text.contains("Ctrl-S") && text.contains("F2") && !text.contains("kausi"), "{text}");
}

#[test]
fn new_where_no_list_says_of_what_asks() {
    let mut stage = finnish();
    stage.play("1 n henkilö Enter");
    assert!(stage.draw().has("uusi henkilö"), "{}", stage.draw().text());
}

#[test]
fn what_refers_to_a_record_is_seen_before_it_is_deleted() {
    let mut stage = finnish();
    stage.play("2 f tammi Enter d");
    assert!(stage.draw().has("viittaa tähän") && stage.draw().has("Kuntien digituki: päätöswebinaari"));
    stage.play("Down Enter");
    assert!(stage.written.is_empty());
    stage.play("d Enter");
    assert!(stage.written.last().is_some_and(|signed| {
        signed.group.changes.iter().all(|change| {
            change.before.as_ref().map(Record::as_ref).map(RecordRef::kind) == Some(Kind::Person)
                && change.after.is_none()
        })
    }));
}

#[test]
fn a_contact_takes_no_key_beyond_its_text_but_tab_and_the_chord_to_finish() {
    let mut stage = finnish();
    stage.play(
        "2 n Siiri Tab Mallila Tab sipoo Tab johtaja C-s Tab siiri@sipoo.example Tab 040 Space 555 Space 0101 C-s",
    );
    let Record::Person(person) = written(&stage) else { unreachable!("a person was added") };
    let works = person.affiliations.first().expect("a place to work at");
    assert_eq!((person.email.as_str(), person.phone.as_str()), ("siiri@sipoo.example", "040 555 0101"));
    assert!(works.at.is_some() && works.title.fi == "johtaja");
}

#[test]
fn rows_are_typed_one_after_the_other() {
    let mut stage = finnish();
    stage.play("2 n Tab Mallila Tab sipoo C-s askola C-s C-s");
    let Record::Person(person) = written(&stage) else { unreachable!("a person was added") };
    assert_eq!(person.affiliations.len(), 2);
}

#[test]
fn a_draft_the_disk_refused_is_told_until_it_is_kept() {
    let mut stage = finnish();
    stage.play("2 n Eka");
    stage.input(Input::DraftFailed(kuntatutor::text::Safe::line("levy")));
    assert!(
        stage.draw().has("! luonnos ei levyllä") && !stage.draw().has("luonnos tallessa"),
        "{}",
        stage.draw().text()
    );
    stage.play("Esc q");
    assert!(!stage.effects.contains(&Effect::Quit), "who leaves is told first");
    stage.input(Input::DraftsKept);
    assert!(!stage.draw().has("! luonnos ei levyllä"));
}

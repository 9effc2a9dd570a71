//! Papers on the screen: found in the palette, read in another language, copied whole, written to a file.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "made/stage.rs"]
#[expect(dead_code, reason = "the screens' tests use the rest")]
mod stage;

use jiff::civil::date;
use kuntatutor::app::input::Input;
use kuntatutor::book::Change;
use kuntatutor::domain::{Id, Practice, Record, Uptake, Words};
use kuntatutor::effect::Effect;
use kuntatutor::store::export::{Existing, NotWritten, Why};
use kuntatutor::store::{Source, load};
use kuntatutor::text::{Safe, Tongue};
use stage::{Stage, say, size};

/// The example's closing webinar, found from anywhere, and the paper of it that this text of a command names.
fn paper(tongue: Tongue, measure: &str, command: &str) -> Stage {
    let mut stage = Stage::open(tongue, size(measure));
    stage.play("4 v G Enter");
    stage.play(":");
    let words = say(tongue, command);
    stage.play(&words.as_str().replace(' ', " Space "));
    stage.play("Enter");
    stage
}

/// What was written to files: where, whether it may replace what is there, and the content.
fn written(stage: &Stage) -> Vec<(String, bool, String)> {
    let export = |effect: &Effect| match effect {
        Effect::Export { path, content, existing } => {
            let content = String::from_utf8_lossy(content).into_owned();
            Some((path.clone(), *existing == Existing::IsReplaced, content))
        }
        _ => None,
    };
    stage.effects.iter().filter_map(export).collect()
}

#[test]
fn a_paper_is_written_as_a_page_with_two_enters() {
    let mut stage = paper(Tongue::Fi, "80x24", "command-signing-list");
    assert!(stage.draw().has("Osallistujalista: Kuntien digituki"), "{}", stage.draw().text());
    stage.play("Enter Enter");
    let files = written(&stage);
    let [(path, false, content)] = files.as_slice() else { panic!("{files:?}") };
    assert_eq!(path, "~/osallistujalista-kuntien-digituki-päätöswebinaari.html");
    assert!(content.starts_with("<!DOCTYPE html>\n<html lang=\"fi\">") && content.contains("Mari Ahokas"));
    stage.input(Input::Exported(Ok(Safe::line("/home/x/lista.html"))));
    let screen = stage.draw();
    assert!(screen.has("/home/x/lista.html") && screen.has("Osallistujalista"), "{}", screen.text());
    assert!(stage.written.is_empty(), "nothing of it changes the book");
}

#[test]
fn the_format_changes_the_ending_and_what_is_there_is_asked_about() {
    let mut stage = paper(Tongue::En, "80x24", "command-day-sheet");
    stage.play("Enter Up Up Enter Down Enter C-s");
    assert_eq!(written(&stage).len(), 1);
    let (path, _, content) = &written(&stage)[0];
    assert!(
        path == "~/day-sheet-kuntien-digituki-päätöswebinaari.md" && content.starts_with("# Day sheet: "),
        "{path}: {content}"
    );
    stage.input(Input::Exported(Err(NotWritten { path: path.clone(), why: Why::Exists })));
    stage.play("Down Enter");
    let files = written(&stage);
    assert_eq!((files.len(), files[1].1), (2, true), "replaced because somebody said so");
}

#[test]
fn another_language_is_one_key_and_the_screen_keeps_its_own() {
    let mut stage = paper(Tongue::Fi, "80x24", "command-day-sheet");
    for title in ["Sammanställning: Kommunernas", "Day sheet: ", "Koontisivu: Kuntien"] {
        stage.play("v");
        let screen = stage.draw();
        assert!(screen.has(title), "{title}:\n{}", screen.text());
        assert!(screen.footer().contains(say(Tongue::Fi, "enter-to-file").as_str()), "{}", screen.footer());
    }
    stage.play("v y c");
    let copied = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.to_string()),
        _ => None,
    });
    let copied = copied.unwrap_or_default();
    assert!(
        copied.starts_with("# Sammanställning: ") && copied.contains("| Mari Ahokas | talare | Borgnäs |"),
        "{copied}"
    );
}

#[test]
fn a_paper_is_read_to_its_end_and_left_where_one_was() {
    let mut stage = paper(Tongue::Fi, "60x15", "command-day-sheet");
    assert!(!stage.draw().has("Muistiinpanot"));
    stage.play("G");
    assert!(stage.draw().has("hanketiimiltä"), "{}", stage.draw().text());
    stage.play("PgUp g");
    assert!(stage.draw().has("Koontisivu"), "{}", stage.draw().text());
    stage.play("resize:120x40 Esc");
    assert!(stage.draw().has("Ohjelma") || stage.draw().has("ohjelma"), "{}", stage.draw().text());
}

#[test]
fn a_paper_needs_one_session() {
    let mut stage = Stage::open(Tongue::En, size("80x24"));
    stage.play("2 : signing Enter");
    assert!(!stage.draw().has("Signature"), "{}", stage.draw().text());
}

#[test]
fn who_has_something_to_tell_becomes_a_closing_event_that_can_be_taken_back() {
    let mut loaded = load(&Source::Example);
    let id = |word: &str| Id::parse(word).unwrap_or_default();
    let uptake =
        |word: &str| Uptake { municipality: Some(id(word)), since: Some(date(2021, 3, 1)), ..Uptake::default() };
    let practice = Practice {
        id: id("g1"),
        title: Words::new("Digitukipiste kirjastoon".into(), "".into(), "".into()),
        municipality: Some(id("018")),
        uptakes: [uptake("224"), uptake("611")].into_iter().collect(),
        ..Practice::default()
    };
    loaded.book.apply(&Change { before: None, after: Some(Record::Practice(practice)) });
    let mut stage = Stage::starting(Tongue::Fi, size("80x24"), None);
    stage.load(loaded);
    stage.play(": päätöstil Enter");
    let screen = stage.draw();
    assert!(screen.has("2 kuntaa otti käyttöön: Digitukipiste"), "{}", screen.text());
    stage.play("Enter");
    assert!(stage.draw().has(say(Tongue::Fi, "closing-none-in").as_str()), "{}", stage.draw().text());
    assert!(stage.written.is_empty());
    stage.play("Space Down Space Enter");
    assert_eq!(stage.written.len(), 1, "one change");
    let screen = stage.draw();
    assert!(screen.has("Askola: Digitukipiste kirjastoon") && screen.has("Päätöstilaisuus"), "{}", screen.text());
    assert!(!screen.has("Karkkila: Digi") || !screen.has("Pornainen: Digi"), "{}", screen.text());
    stage.play("Esc u");
    assert_eq!(stage.written.len(), 2, "taken back as one");
}

//! Half-filled forms: whatever ends the program, the next start has every character that was on the screen.
//!
//! Each way to end is tried five times at moments that dice choose, and as often as one likes with
//! `KUNTATUTOR_ROUNDS=25 cargo test --test terminal drafts::`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use fastrand::Rng;

use crate::book::Book;
use crate::filling::{all_shown, fill, label_at, reach, shown, wait_saved, write};
use crate::picture::text_of;
use crate::process::Ended;
use crate::program::rounds;
use crate::pty::Terminal;

/// Mari Ahokas of the shipped book.
const MARI: &str = "p7g3cm32655ja";

/// The minute it is in these tests.
const MINUTE: (&str, &str) = ("KUNTATUTOR_NOW", "2026-11-22T10:42");

/// No end may take longer.
const MOST: Duration = Duration::from_secs(2);

/// The last letter of what is typed, by which one sees that all of it is on the screen.
const LAST: &str = "§";

/// What ends the program.
#[derive(Clone, Copy)]
enum End {
    Signal(&'static str, Ended),
    HangUp,
}

/// How deep the form stands that is typed into.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Person,
    Item,
    Speaker,
}

#[track_caller]
fn open(book: &Book) -> Terminal {
    let mut terminal = book.open_on((80, 24), &[MINUTE]);
    terminal.wait_for("Mari Ahokas");
    terminal
}

/// The files of drafts, without the locks of those who live and what a kill left half written.
fn kept(book: &Book) -> Vec<PathBuf> {
    let files = fs::read_dir(book.drafts()).expect("drafts").map(|entry| entry.expect("a file").path());
    files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
}

/// The rows of a form without tabs and keys around it.
fn body(screen: &str) -> String {
    screen.split('\n').skip(2).take(21).collect::<Vec<_>>().join("\n")
}

/// Opens a form, and the forms above it down to where one types.
#[track_caller]
fn begin(terminal: &mut Terminal, depth: Depth) {
    if depth == Depth::Person {
        terminal.keys("2 n");
        terminal.wait_for("new person");
        write(terminal, "Alku");
        terminal.wait_for("Alku");
        return;
    }
    terminal.keys("4 v n");
    terminal.wait_for("new session");
    fill(terminal, "title in Finnish", "Iltapäivä");
    reach(terminal, "programme");
    terminal.keys("Enter");
    terminal.wait_for("programme: new row");
    fill(terminal, "title in Finnish", "Alku");
    if depth == Depth::Speaker {
        reach(terminal, "speakers");
        terminal.keys("Enter");
        terminal.wait_for("speakers: new row");
    }
}

/// The keys one types at this depth: letters, and Tabs from one text to the next.
fn strokes(dice: &mut Rng, depth: Depth) -> Vec<char> {
    let letters: Vec<char> = "aeiklmnoprstuvyäöå é".chars().collect();
    let mut strokes = Vec::new();
    let parts: &[(usize, usize)] = match depth {
        Depth::Person => &[(0, 14), (1, 20), (9, 90), (1, 60), (4, 110)],
        Depth::Item => &[(0, 80), (1, 90)],
        Depth::Speaker => &[(0, 45)],
    };
    for (tabs, most) in parts {
        strokes.extend(std::iter::repeat_n('\t', *tabs));
        let count = dice.usize(3..*most);
        // A blank at an end is not seen.
        strokes.push('x');
        strokes.extend(std::iter::repeat_with(|| dice.choice(&letters).copied().unwrap_or('x')).take(count));
        strokes.push('x');
    }
    strokes
}

/// Types at a speed that dice choose up to a moment that dice choose; tells whether all of it was seen.
#[track_caller]
fn type_on(terminal: &mut Terminal, dice: &mut Rng, depth: Depth) -> bool {
    let strokes = strokes(dice, depth);
    let mut until = dice.usize(1..=strokes.len());
    while strokes.get(until - 1) == Some(&'\t') {
        until += 1;
    }
    let typed: String = strokes.iter().take(until).collect();
    let mut rest = typed.as_str();
    while !rest.is_empty() {
        let burst: String = rest.chars().take(dice.usize(1..30)).collect();
        terminal.raw(burst.as_bytes());
        rest = &rest[burst.len()..];
        // Some bursts are drawn by themselves, some with the next.
        terminal.bytes_within(Duration::from_millis(dice.u64(0..4)));
    }
    let settled = dice.bool();
    if settled {
        terminal.raw(LAST.as_bytes());
        terminal.wait_for(LAST);
    }
    settled
}

/// Goes on with the form that is offered first on Today, behind the municipalities nobody has reached.
#[track_caller]
fn go_on(terminal: &mut Terminal) {
    terminal.wait_for("half-filled");
    terminal.keys("g Down Enter");
    terminal.wait_for("▌ continue");
    terminal.keys("Enter");
    terminal.wait_gone("throw away");
}

/// Everything that was seen is there again.
#[track_caller]
fn check_restored(terminal: &mut Terminal, (before, cursor): &(String, Option<(u16, u16)>), settled: bool) {
    let after = terminal.screen();
    if settled {
        assert_eq!((body(&after), terminal.cursor()), (body(before), *cursor));
        return;
    }
    let there = all_shown(&after);
    for (label, text) in all_shown(before) {
        // What was typed and not drawn yet may have moved the form on.
        let Some((_, now)) = there.iter().find(|(other, _)| *other == label) else { continue };
        // A word that grew may have moved to the next row; how much is below stands beside the last one.
        let letters = |text: &str| -> String { text.chars().filter(|letter| letter.is_alphabetic()).collect() };
        let (text, now) = (letters(&text), letters(now));
        assert!(now.starts_with(&text), "{label}: {text:?} was there, {now:?} is\n{before}\n{after}");
    }
    assert!(there.iter().any(|(_, text)| !text.is_empty()), "{after}");
}

/// What stood below the form is there again too.
#[track_caller]
fn check_below(terminal: &mut Terminal, depth: Depth) {
    if depth == Depth::Speaker {
        // Where the end came before the first letter, there is no row to take in.
        let untyped = shown(terminal, "who").is_empty();
        terminal.keys(if untyped { "Esc C-s" } else { "C-s C-s" });
        terminal.wait_for("programme: new row");
    }
    if depth != Depth::Person {
        assert!(terminal.screen().contains("Alku") || depth == Depth::Speaker, "{}", terminal.screen());
        terminal.keys("C-s");
        terminal.wait_for("programme: one row");
        terminal.wait_for("Alku");
        terminal.keys("C-s");
        terminal.wait_for("new session");
        reach(terminal, "title in Finnish");
        assert_eq!(shown(terminal, "title in Finnish"), "Iltapäivä");
    }
}

/// Throws the form away that is open.
#[track_caller]
fn throw_away(terminal: &mut Terminal, book: &Book) {
    terminal.keys("F3 Today");
    terminal.wait_for("▌ Today");
    terminal.keys("Enter");
    terminal.wait_for("half-filled");
    terminal.keys("g Down Enter");
    terminal.wait_for("▌ continue");
    terminal.keys("Down Down Enter");
    terminal.wait_for("The draft was thrown away.");
    assert_eq!(kept(book), Vec::<PathBuf>::new());
}

fn check_rounds(end: End, seed: u64) {
    let book = Book::copy_of(MARI);
    let mut dice = Rng::with_seed(seed);
    let mut terminal = open(&book);
    for round in 0..rounds() {
        let depth = [Depth::Speaker, Depth::Person, Depth::Item][round % 3];
        begin(&mut terminal, depth);
        let settled = type_on(&mut terminal, &mut dice, depth);
        let before = (terminal.screen(), terminal.cursor());
        let ended = Instant::now();
        match end {
            End::Signal(name, wanted) => {
                terminal.signal(name);
                assert_eq!(terminal.wait_exit(), wanted);
            }
            End::HangUp => {
                terminal.hang_up();
                assert_eq!(terminal.wait_exit(), Ended::Code(129));
            }
        }
        assert!(ended.elapsed() < MOST, "{:?}", ended.elapsed());
        terminal = open(&book);
        terminal.wait_for(", 10:42, ");
        go_on(&mut terminal);
        check_restored(&mut terminal, &before, settled);
        check_below(&mut terminal, depth);
        throw_away(&mut terminal, &book);
    }
}

#[test]
fn a_hang_up_signal_costs_no_character() {
    check_rounds(End::Signal("HUP", Ended::Code(129)), 1);
}

#[test]
fn a_request_to_end_costs_no_character() {
    check_rounds(End::Signal("TERM", Ended::Code(143)), 2);
}

#[test]
fn a_kill_costs_no_character() {
    check_rounds(End::Signal("KILL", Ended::Signal("KILL")), 3);
}

#[test]
fn a_lost_line_costs_no_character() {
    check_rounds(End::HangUp, 4);
}

#[test]
fn a_draft_is_offered_with_record_minute_and_length_and_gone_once_the_form_is_saved() {
    let book = Book::copy_of(MARI);
    let mut terminal = open(&book);
    begin(&mut terminal, Depth::Person);
    fill(&mut terminal, "family name", "Aaltonen");
    terminal.wait_for("Aaltonen");
    assert_eq!(kept(&book).len(), 1);
    let mode = |path: &std::path::Path| path.metadata().expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&book.drafts()), 0o700);
    for entry in fs::read_dir(book.drafts()).expect("drafts") {
        assert_eq!(mode(&entry.expect("a file").path()), 0o600);
    }
    terminal.signal("KILL");
    terminal.wait_exit();
    let mut terminal = open(&book);
    terminal.wait_for("person: Alku Aaltonen, 10:42, 12 characters");
    go_on(&mut terminal);
    assert_eq!(label_at(&terminal.screen()), "family name");
    terminal.keys("C-s");
    wait_saved(&mut terminal, "added: Alku Aaltonen");
    assert_eq!(kept(&book), Vec::<PathBuf>::new());
    assert!(book.stored("people.json", "family", "Aaltonen").is_some());
}

#[test]
fn what_was_only_taken_out_of_a_record_is_a_change_that_is_kept() {
    let book = Book::copy_of(MARI);
    let mut terminal = open(&book);
    terminal.keys("2 f tammi Enter .");
    terminal.wait_for("040 3537228");
    terminal.keys("C-u");
    terminal.wait_gone("040 3537228");
    terminal.signal("KILL");
    terminal.wait_exit();
    let mut terminal = open(&book);
    terminal.wait_for("person: Ari Tammi, 10:42");
    go_on(&mut terminal);
    assert_eq!(shown(&mut terminal, "phone"), "");
    terminal.keys("C-s");
    wait_saved(&mut terminal, "changed: Ari Tammi");
    assert!(book.stored("people.json", "family", "Tammi").expect("a record").get("phone").is_none());
}

#[test]
fn a_form_left_with_esc_is_on_today_and_goes_on_there() {
    let book = Book::copy_of(MARI);
    let mut terminal = open(&book);
    begin(&mut terminal, Depth::Person);
    terminal.keys("Esc");
    terminal.wait_for("The draft is kept");
    terminal.keys("1");
    terminal.wait_for("person: Alku, 10:42, 4 characters");
    go_on(&mut terminal);
    terminal.wait_until(|screen| text_of(screen).contains("given name") && text_of(screen).contains("Alku"));
    terminal.keys("F3 quit Enter");
    assert_eq!(terminal.wait_exit(), Ended::Code(0));
    open(&book).wait_for("person: Alku, 10:42, 4 characters");
}

#[test]
fn a_stalled_session_gives_its_form_up_and_loses_nothing_that_is_typed_there_afterwards() {
    let book = Book::copy_of(MARI);
    let mut first = open(&book);
    begin(&mut first, Depth::Person);
    first.signal("STOP");
    first.wait_stopped();

    let mut second = open(&book);
    second.wait_for("open in another session");
    second.keys("g Down Enter");
    second.wait_for("▌ go on here");
    second.keys("Enter");
    second.wait_for("new person");
    assert_eq!(shown(&mut second, "given name"), "Alku");
    write(&mut second, " Maria");
    second.wait_for("Alku Maria");

    first.signal("CONT");
    fill(&mut first, "family name", "Aalto");
    first.wait_for("Aalto");
    assert!(first.raw_log().windows(40).any(|part| part.starts_with(b"The draft goes on in another session")));
    // Both go on, each with a draft of its own.
    assert_eq!(kept(&book).len(), 2);
    first.signal("KILL");
    first.wait_exit();
    let mut third = open(&book);
    third.wait_for("person: Alku Aalto, 10:42, 9 characters");
    third.wait_for("person: Alku Maria, 10:42, 10 characters, open in another session");
    fill(&mut second, "family name", "Salo");
    second.keys("C-s");
    wait_saved(&mut second, "added: Alku Maria Salo");
    assert_eq!(kept(&book).len(), 1);
}

#[test]
fn a_kill_in_the_middle_of_a_questionnaire_costs_no_answer() {
    let book = Book::copy_of(MARI);
    let mut terminal = open(&book);
    terminal.keys("5 Down n");
    terminal.wait_for("The session met the goals we had set");
    terminal.keys("5 4 - 2 3 8 Enter y");
    write(&mut terminal, "Kirjasto ensin");
    terminal.wait_for("Kirjasto ensin");
    let before = (terminal.screen(), terminal.cursor());
    terminal.signal("KILL");
    assert_eq!(terminal.wait_exit(), Ended::Signal("KILL"));
    let mut terminal = open(&book);
    terminal.wait_for(", 10:42, ");
    go_on(&mut terminal);
    terminal.wait_for("Kirjasto ensin");
    assert_eq!((body(&terminal.screen()), terminal.cursor()), (body(&before.0), before.1));
    // Saved, it is in the book, and the draft is gone.
    terminal.keys("C-s");
    wait_saved(&mut terminal, "Saved: ");
    assert!(book.read("feedback.json").contains("Kirjasto ensin"));
    assert_eq!(kept(&book), Vec::<PathBuf>::new());
}

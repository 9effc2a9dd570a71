//! Saving: what was acknowledged is there whatever happens next, what failed says so and is not lost, and two
//! programs on one directory lose nothing of each other's.
//!
//! 200 saves are killed, at moments that dice choose; `KUNTATUTOR_ROUNDS=25 cargo test --test terminal saving::`
//! kills 1,000, and as many programs more right after they acknowledged.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fastrand::Rng;
use rustix::process::{Pid, Resource, Rlimit, prlimit};
use serde_json::Value;

use crate::book::Book;
use crate::filling::{reach, says, shown, wait_said, wait_saved, write};
use crate::picture::text_of;
use crate::process::{Ended, Process};
use crate::program::{NOW, PROGRAM, rounds};
use crate::pty::Terminal;

/// Mari Ahokas and Ari Tammi of the shipped book.
const MARI: &str = "p7g3cm32655ja";
const ARI: &str = "pj1fqz53wsjj5";

/// So many saves are killed in one round.
const KILLS: usize = 40;

/// Nobody waits longer for a save.
const MOST: Duration = Duration::from_secs(10);

#[track_caller]
fn open(book: &Book) -> Terminal {
    let mut terminal = book.open();
    terminal.wait_for("Mari Ahokas");
    terminal
}

/// Goes to Ari Tammi among the people.
#[track_caller]
fn goes_to_ari(terminal: &mut Terminal) {
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
    terminal.keys("f tammi Enter");
    terminal.wait_for("▌ Ari Tammi");
}

/// Puts another number in the place of the one in the open form, and finishes.
#[track_caller]
fn gives_number(terminal: &mut Terminal, number: &str) {
    terminal.wait_for("▌phone");
    terminal.keys("C-u");
    write(terminal, number);
    terminal.keys("C-s");
}

/// What is stored of Ari Tammi.
#[track_caller]
fn ari(book: &Book) -> Value {
    book.stored("people.json", "id", ARI).expect("a record")
}

// ---- kills

/// Runs a command that saves, and kills it after this time; whether it was acknowledged.
#[expect(clippy::zombie_processes, reason = "the child is waited for by its number")]
fn is_acknowledged(book: &Book, arguments: &[&str], time: Duration) -> bool {
    let mut command = Command::new(PROGRAM);
    command.args(["--data", book.path()]).args(arguments).env_clear().envs([NOW]);
    command.env("HOME", book.home().join("home")).env("XDG_CONFIG_HOME", book.home().join("config"));
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a program");
    let mut process = Process::watch(Some(child.id())).expect("a process");
    let mut ended = process.wait(time).expect("a process");
    if ended.is_none() {
        process.signal("KILL").expect("a kill");
        ended = process.wait(MOST).expect("a process");
    }
    assert!(matches!(ended, Some(Ended::Code(0) | Ended::Signal("KILL"))), "{arguments:?} ended with {ended:?}");
    ended == Some(Ended::Code(0))
}

/// Every file of the book can be read.
#[track_caller]
fn check_whole(book: &Book) {
    for entry in fs::read_dir(book.path()).expect("a directory") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|end| end == "json") {
            let text = fs::read(&path).expect("a file");
            let read: Result<Value, _> = serde_json::from_slice(&text);
            assert!(read.is_ok(), "{}: {read:?}", path.display());
        }
    }
}

#[test]
fn a_save_that_is_killed_leaves_every_file_whole_and_what_was_acknowledged() {
    let book = Book::copy_of(MARI);
    let mut dice = Rng::with_seed(5);
    let started = Instant::now();
    assert!(is_acknowledged(&book, &["edit", ARI, "--phone", "09 100"], MOST));
    let usual = started.elapsed();
    let mut phones = vec!["09 100".to_owned()];
    let (mut added, mut kills) = (Vec::new(), 0);
    while kills < rounds() * KILLS {
        let time = usual.mul_f64(0.3 + 0.7 * dice.f64());
        let number = format!("09 1{kills:04}");
        let known = if dice.bool() {
            let known = is_acknowledged(&book, &["edit", ARI, "--phone", &number], time);
            if known {
                phones.clear();
            }
            phones.push(number);
            known
        } else {
            let name = format!("Uusi{}", added.len());
            let known = is_acknowledged(&book, &["add", "person", "--family", &name], time);
            added.push((name, known));
            known
        };
        kills += usize::from(!known);
        check_whole(&book);
        let phone = ari(&book)["phone"].as_str().expect("a number").to_owned();
        assert!(phones.contains(&phone), "{phone} is none of {phones:?}");
    }
    for (name, known) in &added {
        assert!(!known || book.stored("people.json", "family", name).is_some(), "{name} was acknowledged");
    }
    let checked = book.answer(&["check", "--json"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    // Nothing that was killed stands in the way of the next one, and all can be taken back.
    assert!(is_acknowledged(&book, &["edit", ARI, "--phone", "09 200"], MOST));
    assert_eq!(ari(&book)["phone"], "09 200");
    assert!(added.iter().any(|(_, known)| *known) && added.iter().any(|(_, known)| !known));
}

#[test]
fn what_the_screen_says_is_saved_survives_a_kill_at_once() {
    let book = Book::copy_of(MARI);
    for round in 0..rounds() {
        let mut terminal = open(&book);
        goes_to_ari(&mut terminal);
        terminal.keys(".");
        let number = format!("09 300{round}");
        gives_number(&mut terminal, &number);
        terminal.wait_for("✓ saved");
        terminal.signal("KILL");
        assert_eq!(terminal.wait_exit(), Ended::Signal("KILL"));
        assert_eq!(ari(&book)["phone"], number.as_str());
    }
    // Whatever the kill cut short was no draft any more, or is one of a form that was finished.
    assert_eq!(book.answer(&["check"]).code, Some(0));
}

// ---- disks that do not take anything

/// The program can make no file longer than this from now on.
fn limit(terminal: &Terminal, bytes: Option<u64>) {
    let whom = Pid::from_raw(terminal.pid());
    let most = prlimit(whom, Resource::Fsize, Rlimit { current: bytes, maximum: None });
    assert!(most.is_ok(), "{most:?}");
}

/// A save fails and names what is to be done; the next one, once it is done, saves both.
#[track_caller]
fn check_fails_and_goes_on(book: &Book, told: &str, spoil: impl Fn(&Terminal), mend: impl Fn(&Terminal)) {
    let before = book.read("people.json");
    let mut terminal = open(book);
    goes_to_ari(&mut terminal);
    spoil(&terminal);
    terminal.keys(".");
    gives_number(&mut terminal, "09 400");
    terminal.wait_for("! not on disk");
    assert!(says(&mut terminal, told), "{}", terminal.screen());
    assert!(terminal.screen().contains("09 400"), "{}", terminal.screen());
    assert_eq!(book.read("people.json"), before);
    // One is asked before leaving.
    terminal.keys(": quit Enter");
    terminal.wait_for("Quit again to leave");
    mend(&terminal);
    terminal.keys("e");
    terminal.wait_for("person: Ari Tammi");
    reach(&mut terminal, "given name");
    terminal.keys("C-u Arto C-s");
    wait_saved(&mut terminal, "changed: Arto Tammi");
    let stored = ari(book);
    assert_eq!((&stored["given"], &stored["phone"]), (&"Arto".into(), &"09 400".into()));
    assert_eq!(shown_drafts(book), 0);
}

/// How many drafts are kept.
fn shown_drafts(book: &Book) -> usize {
    let files = fs::read_dir(book.drafts()).expect("drafts").map(|entry| entry.expect("a file").path());
    files.filter(|path| path.extension().is_some_and(|end| end == "json")).count()
}

#[test]
fn a_disk_without_room_is_told_and_the_next_change_saves_both() {
    let book = Book::copy_of(MARI);
    // Shorter than the people, longer than what else is written.
    let told = "so people.json is as it was. Make room and save again.";
    check_fails_and_goes_on(&book, told, |terminal| limit(terminal, Some(6_000)), |terminal| limit(terminal, None));
}

#[test]
fn a_directory_that_cannot_be_written_to_is_told_and_the_next_change_saves_both() {
    let mode = |path: &Path, mode| {
        let mode = std::os::unix::fs::PermissionsExt::from_mode(mode);
        fs::set_permissions(path, mode).expect("a mode");
    };
    // To the system's own user no mode means anything.
    if !rustix::process::geteuid().is_root() {
        let book = Book::copy_of(MARI);
        let directory = Path::new(book.path());
        check_fails_and_goes_on(
            &book,
            "Ask for the right to write",
            |_| mode(directory, 0o500),
            |_| mode(directory, 0o700),
        );
    }
    let book = Book::copy_of(MARI);
    let lock = book.file("lock");
    let told = "lock is a link or something else that is no regular file";
    check_fails_and_goes_on(
        &book,
        told,
        |_| fs::create_dir(&lock).expect("a directory"),
        |_| fs::remove_dir(&lock).expect("an empty directory"),
    );
}

#[test]
fn a_form_whose_save_failed_is_offered_again_after_a_kill() {
    let book = Book::copy_of(MARI);
    let mut terminal = open(&book);
    goes_to_ari(&mut terminal);
    limit(&terminal, Some(6_000));
    terminal.keys(".");
    gives_number(&mut terminal, "09 400");
    terminal.wait_for("! not on disk");
    terminal.signal("KILL");
    terminal.wait_exit();
    let mut terminal = open(&book);
    terminal.wait_for("person: Ari Tammi");
    terminal.keys("g Down Enter");
    terminal.wait_for("▌ continue");
    terminal.keys("Enter");
    terminal.wait_for("▌phone");
    assert_eq!(shown(&mut terminal, "phone"), "09 400");
    terminal.keys("C-s");
    wait_saved(&mut terminal, "changed: Ari Tammi");
    assert_eq!(ari(&book)["phone"], "09 400");
}

#[test]
fn a_command_without_room_says_so_and_changes_nothing() {
    let book = Book::copy_of(MARI);
    let before = book.read("people.json");
    // Six blocks of 512 or 1,024 bytes: less than the people need in both.
    let script = format!("ulimit -f 6; exec {PROGRAM} --data {} edit {ARI} --phone 09", book.path());
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &format!("{script}400")]).env_clear().envs([NOW]).env("HOME", book.home().join("home"));
    let answered = command.env("XDG_CONFIG_HOME", book.home().join("config")).output().expect("a shell");
    let said = String::from_utf8_lossy(&answered.stderr);
    assert_eq!(answered.status.code(), Some(4), "{answered:?}");
    assert!(said.contains("Make room and save again"), "{said}");
    assert_eq!(book.read("people.json"), before);
}

// ---- two programs

#[test]
fn a_change_made_in_one_program_shows_in_the_other_with_who_and_what() {
    let book = Book::copy_of(MARI);
    let other = book.beside(ARI);
    let (mut first, mut second) = (open(&book), open(&other));
    goes_to_ari(&mut first);
    goes_to_ari(&mut second);
    second.wait_for("040 3537228");
    first.keys(".");
    gives_number(&mut first, "09 500");
    first.wait_for("✓ saved");
    second.wait_for("09 500");
    second.wait_for("Mari Ahokas – changed: Ari Tammi");
    // The cursor stays, the row has a mark, and who watches has changed nothing.
    second.wait_for("▌~Ari Tammi");
    second.keys("u");
    second.wait_for("There is nothing to undo.");
}

#[test]
fn two_people_who_change_different_fields_of_one_record_lose_nothing() {
    let book = Book::copy_of(MARI);
    let other = book.beside(ARI);
    let (mut first, mut second) = (open(&book), open(&other));
    for terminal in [&mut first, &mut second] {
        goes_to_ari(terminal);
        terminal.keys("e");
        terminal.wait_for("person: Ari Tammi");
    }
    reach(&mut first, "phone");
    gives_number(&mut first, "09 600");
    first.wait_for("✓ saved");
    reach(&mut second, "e-mail");
    second.keys("C-u");
    write(&mut second, "arto@hel.fi");
    // The other one's change has come meanwhile: the open field stays as it is typed.
    second.wait_for("arto@hel.fi");
    second.keys("C-s");
    wait_saved(&mut second, "changed: Ari Tammi");
    let stored = ari(&book);
    assert_eq!((&stored["phone"], &stored["email"]), (&"09 600".into(), &"arto@hel.fi".into()));
    assert!(stored.get("conflicts").is_none(), "{stored}");
    for terminal in [&mut first, &mut second] {
        terminal.wait_for("09 600");
        terminal.wait_for("arto@hel.fi");
    }
}

#[test]
fn two_values_for_one_field_are_both_kept_until_one_is_chosen() {
    for noticed in [false, true] {
        let book = Book::copy_of(MARI);
        let other = book.beside(ARI);
        let (mut first, mut second) = (open(&book), open(&other));
        for terminal in [&mut first, &mut second] {
            goes_to_ari(terminal);
            terminal.keys(".");
            terminal.wait_for("▌phone");
        }
        gives_number(&mut first, "09 700");
        first.wait_for("✓ saved");
        if noticed {
            second.wait_for("Mari Ahokas – changed: Ari Tammi");
            assert_eq!(shown(&mut second, "phone"), "040 3537228");
        }
        gives_number(&mut second, "09 800");
        wait_said(&mut second, "Somebody else changed the same place (phone). Both are kept: Today → to settle.");
        second.wait_for("✓ saved");
        let stored = ari(&book).to_string();
        assert!(stored.contains("09 700") && stored.contains("09 800"), "{stored}");

        first.keys("1");
        first.wait_for("to settle");
        first.keys("g Down");
        first.wait_until(|screen| {
            let text = text_of(screen);
            text.contains("to settle") && text.contains("▌   Ari Tammi")
        });
        second.keys("1");
        second.wait_for("to settle");
        first.keys("Enter");
        first.wait_for("keep: ");
        let screen = first.screen();
        let taken = if screen.contains("take: 09 700") { "09 700" } else { "09 800" };
        assert!(screen.contains("09 700") && screen.contains("09 800"), "{screen}");
        first.keys("Down Enter");
        wait_saved(&mut first, "settled: Ari Tammi");
        let stored = ari(&book);
        assert_eq!(stored["phone"], taken);
        assert!(stored.get("conflicts").is_none(), "{stored}");
        for terminal in [&mut first, &mut second] {
            terminal.wait_gone("to settle");
        }
    }
}

#[test]
fn a_file_that_goes_while_one_works_is_told_and_nothing_takes_its_place() {
    let book = Book::copy();
    let mut terminal = open(&book);
    terminal.keys("2");
    terminal.wait_for("Joel Aaltonen");
    let people = Path::new(book.path()).join("people.json");
    let away = book.home().join("people.away");
    fs::rename(&people, &away).expect("a rename");
    terminal.wait_for("people.json has gone from the disk");
    terminal.keys("f joel Enter .");
    terminal.wait_for("Who are you?");
    terminal.keys("C-s");
    terminal.wait_for("person: Joel Aaltonen");
    terminal.keys("0401 Enter");
    terminal.wait_for("! not on disk");
    assert!(terminal.screen().contains("Joel Aaltonen") && !people.exists(), "{}", terminal.screen());
    fs::rename(&away, &people).expect("a rename");
    terminal.keys("C-s");
    terminal.wait_for("✓ saved");
    assert!(book.read("people.json").contains("\"phone\": \"0401\""));
}

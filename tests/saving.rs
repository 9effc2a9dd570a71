//! Saving: nothing acknowledged is lost, nothing is torn, and nobody's bytes are touched but those that were
//! changed. Each file-system call of a save is made to fail once, and the program to die there once.
#![expect(clippy::disallowed_methods, reason = "books are made, damaged and looked at on the disk")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(clippy::string_slice, reason = "files are cut at places that were found in them")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use jiff::civil::{DateTime, date};
use kuntatutor::book::Change;
use kuntatutor::domain::{Act, Id, Kind, Link, Mint, Note, Person, Record, RecordRef};
use kuntatutor::history::{Group, Signed};
use kuntatutor::store::disk::{Call, Disk};
use kuntatutor::store::found::found_on;
use kuntatutor::store::save::save_on;
use kuntatutor::store::{
    Cursor, Failure, Foundation, Loaded, Source, failure::SaveFailed, file_name, found, history, load, news, save,
};
use kuntatutor::text::{Texts, Tongue};

/// A book of the test's own: the shipped one, with the odd things people do to files.
struct Room(PathBuf);

impl Room {
    fn new() -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("saving-{}", Mint::new(chance()).row()));
        fs::create_dir_all(&path).unwrap();
        let room = Self(path);
        for kind in Kind::ALL {
            let name = file_name(kind);
            let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/uusimaa").join(&name);
            fs::copy(shipped, room.0.join(&name)).unwrap();
        }
        room
    }

    /// With keys nobody knows, odd spacing, and a record that cannot be read.
    fn odd() -> Self {
        let room = Self::new();
        let people = room.read("people.json");
        let people = people.replacen("\"kind\": \"people\",", "\"kind\":   \"people\",\n  \"future\": [1,  2],", 1);
        let people = people.replacen("\"family\": \"Kaljula\",", "\"family\" : \"Kaljula\", \"n\": 1e400,", 1);
        let people = people.replacen("\"family\": \"Ahonen", "\"family\" \"Ahonen", 1);
        room.write("people.json", &people);
        room
    }

    fn copy(&self) -> Self {
        let path = self.0.with_file_name(format!("saving-{}", Mint::new(chance()).row()));
        let mut directories = vec![PathBuf::new()];
        while let Some(directory) = directories.pop() {
            fs::create_dir_all(path.join(&directory)).unwrap();
            for entry in fs::read_dir(self.0.join(&directory)).unwrap() {
                let name = directory.join(entry.unwrap().file_name());
                if self.0.join(&name).is_dir() {
                    directories.push(name);
                } else {
                    fs::copy(self.0.join(&name), path.join(&name)).unwrap();
                }
            }
        }
        Self(path)
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.0.join(name), content).unwrap();
    }

    fn load(&self) -> Loaded {
        load(&Source::Directory(self.0.clone()))
    }

    fn record(&self, link: &Link) -> Option<Record> {
        self.load().book.record(link).map(RecordRef::to_owned)
    }

    /// The data files, byte for byte.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        Kind::ALL.map(|kind| (file_name(kind), fs::read(self.0.join(file_name(kind))).unwrap_or_default())).into()
    }

    fn left_over(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with(".tmp") || name == "intent").collect()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn chance() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::hash::RandomState::new().build_hasher().finish()
}

fn id(word: &str) -> Id {
    Id::parse(word).unwrap()
}

fn link(text: &str) -> Link {
    Link::parse(text).unwrap()
}

fn at() -> DateTime {
    date(2026, 11, 22).at(10, 42, 0, 0)
}

fn signed(name: &str, changes: Vec<Change>) -> Signed {
    let group = Group { id: id(name), act: Act::Edit, of: None, changes };
    Signed { group, by: Some(id("p5myjwefbrwjp")), at: at() }
}

/// Person Ester Kaljula, whose record has a key nobody knows.
const ESTER: &str = "person:p4ewnecdkxyke";

fn edited(room: &Room, change: impl FnOnce(&mut Person)) -> Change {
    let before = room.record(&link(ESTER)).unwrap();
    let Record::Person(mut person) = before.clone() else { panic!("{before:?}") };
    change(&mut person);
    Change { before: Some(before), after: Some(Record::Person(person)) }
}

fn phone(room: &Room, number: &str) -> Change {
    edited(room, |person| person.phone = number.into())
}

fn note(word: &str) -> Change {
    let note = Note { id: id(word), about: Some(link(ESTER)), text: "soitto".into(), ..Note::default() };
    Change { before: None, after: Some(Record::Note(note)) }
}

/// One kind, and several with one record of each sort: changed, new, gone.
fn groups(room: &Room, several: bool) -> Vec<Signed> {
    if !several {
        return vec![signed("g1", vec![phone(room, "040 5550001")])];
    }
    let loaded = room.load();
    let gone = loaded.book.all::<kuntatutor::domain::Practice>().next().unwrap().clone();
    let gone = Change { before: Some(Record::Practice(gone)), after: None };
    vec![signed("g1", vec![phone(room, "040 5550001"), note("nfault")]), signed("g2", vec![gone])]
}

/// A file system that fails at one call, and from there on where the program is to die.
struct Failing {
    at: usize,
    dies: bool,
    error: i32,
    calls: Cell<usize>,
    made: RefCell<Vec<Call>>,
}

/// Numbers of ENOSPC and EIO.
const FULL: i32 = 28;
const IO: i32 = 5;

impl Failing {
    fn new(at: usize, dies: bool, error: i32) -> Self {
        Self { at, dies, error, calls: Cell::new(0), made: RefCell::default() }
    }

    fn was_reached(&self) -> bool {
        self.calls.get() >= self.at
    }
}

impl Disk for Failing {
    fn before(&self, call: Call) -> io::Result<()> {
        self.made.borrow_mut().push(call);
        self.calls.set(self.calls.get() + 1);
        let fails = self.calls.get() == self.at || self.dies && self.was_reached();
        if fails { Err(io::Error::from_raw_os_error(self.error)) } else { Ok(()) }
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.before(Call::Write) {
            // Half of it is written when the disk is full or the program dies.
            if self.calls.get() == self.at {
                file.write_all(&bytes[..bytes.len() / 2])?;
            }
            return Err(error);
        }
        file.write_all(bytes)
    }
}

/// Makes each call of a save fail in turn. Returns how many there are.
fn each_call(several: bool, dies: bool, again: bool) -> usize {
    let start = Room::odd();
    if again {
        // The month's file and the day's copy are there.
        save(start.path(), &[signed("g0", vec![note("nfirst")])]).unwrap();
    }
    let (old, groups) = (start.files(), groups(&start, several));
    let new = {
        let other = start.copy();
        save(other.path(), &groups).unwrap();
        other.files()
    };
    assert_ne!(old, new);
    for call in 1.. {
        let room = start.copy();
        let failing = Failing::new(call, dies, if call % 2 == 0 { FULL } else { IO });
        let acknowledged = save_on(&failing, room.path(), &groups).is_ok();
        // Whoever reads next completes what stands in an intent.
        room.load();
        let found = room.files();
        let whole = found == old && !acknowledged || found == new;
        assert!(whole, "call {call}, acknowledged {acknowledged}: {:?}", torn(&old, &new, &found));
        assert!(!room.left_over().contains(&"intent".to_owned()), "call {call}");
        assert!(dies || room.left_over().is_empty(), "call {call}: {:?}", room.left_over());
        // The next save works, and the same again is no harm.
        let saved = save(room.path(), &groups).unwrap();
        assert_eq!(room.files(), new, "call {call}");
        assert_eq!(saved.conflicts, []);
        let history = history(room.path(), Some(&id("p5myjwefbrwjp")));
        for signed in &groups {
            assert!(history.contains(&signed.group), "call {call}: {history:?}");
        }
        if !failing.was_reached() {
            assert!(acknowledged);
            return call - 1;
        }
    }
    unreachable!()
}

fn torn(
    old: &BTreeMap<String, Vec<u8>>,
    new: &BTreeMap<String, Vec<u8>>,
    found: &BTreeMap<String, Vec<u8>>,
) -> Vec<String> {
    let tell = |(name, content): (&String, &Vec<u8>)| {
        let state = if *content == old[name] {
            "old"
        } else if *content == new[name] {
            "new"
        } else {
            "torn"
        };
        format!("{name} {state}")
    };
    found.iter().map(tell).collect()
}

#[test]
fn a_save_that_fails_at_any_call_leaves_the_old_data_whole() {
    let single = each_call(false, false, true);
    let several = each_call(true, false, true);
    assert!(single > 8 && several > single, "{single} {several}");
}

#[test]
fn a_first_save_that_fails_at_any_call_leaves_the_old_data_whole() {
    assert!(each_call(true, false, false) > 20);
}

#[test]
fn a_program_that_dies_at_any_call_of_a_save_leaves_it_whole_or_absent() {
    each_call(false, true, true);
    each_call(true, true, true);
    each_call(true, true, false);
}

#[test]
fn nothing_takes_its_place_before_it_is_on_the_disk_nor_is_told_before_its_name_is() {
    use Call::{Create, Mode, Open, Remove, Rename, Sync, SyncDirectory, Write};
    let room = Room::odd();
    save(room.path(), &[signed("g0", vec![note("nfirst")])]).unwrap();
    for several in [false, true] {
        let watching = Failing::new(usize::MAX, false, IO);
        save_on(&watching, room.copy().path(), &groups(&room, several)).unwrap();
        let mut made = watching.made.take();
        let log = made.iter().position(|call| *call == Open).unwrap();
        made.drain(..log);
        made.dedup();
        let file = [Create, Mode, Write, Sync];
        let logged = [Open, Write, Sync];
        let put = [Rename, SyncDirectory];
        let expected = if several {
            [&logged[..], &file, &file, &file, &file, &put, &put, &[Remove, SyncDirectory]].concat()
        } else {
            [&logged[..], &file, &put].concat()
        };
        assert_eq!(made, expected, "several: {several}");
    }
}

#[test]
fn a_book_that_cannot_be_founded_is_no_book() {
    for call in 1.. {
        let room = Room::new();
        let directory = room.path().join("new/book");
        let failing = Failing::new(call, call % 2 == 0, FULL);
        let done = found_on(&failing, &directory, &Foundation::Example).is_ok();
        match found(&directory, &Foundation::Example) {
            Ok(()) => assert!(!done, "call {call}"),
            // What died halfway is completed by whoever comes next.
            Err(SaveFailed { what: Failure::HoldsBook, .. }) => {}
            Err(other) => panic!("call {call}: {other:?}"),
        }
        let loaded = load(&Source::Directory(directory));
        assert_eq!((loaded.problems, loaded.book.count(Kind::Municipality)), (vec![], 26), "call {call}");
        if !failing.was_reached() {
            return;
        }
    }
}

#[test]
fn records_nobody_touched_come_back_byte_for_byte() {
    let room = Room::odd();
    let before = room.read("people.json");
    let change = phone(&room, "040 5550002");
    let saved = save(room.path(), &[signed("g1", vec![change.clone()])]).unwrap();
    assert_eq!(saved.records, [(link(ESTER), change.after)]);
    let after = room.read("people.json");
    let cut = before.find("    {\n      \"id\": \"p5myjwefbrwjp\"").unwrap();
    assert!(after.ends_with(&before[cut..]), "all after the record, the unreadable one too");
    let head = &before[..before.find("    {\n").unwrap()];
    assert!(after.starts_with(head), "the frame with its unknown key");
    assert!(after.contains("\"n\": 1e400"), "a number no program can hold stays in the record that was changed");
    let back = signed("g2", vec![phone(&room, "050 3145122")]);
    save(room.path(), &[back]).unwrap();
    assert!(room.read("people.json").contains("\"n\": 1e400"));
    for (name, content) in Room::new().files() {
        assert!(name == "people.json" || content == fs::read(room.path().join(&name)).unwrap(), "{name}");
    }
}

#[test]
fn nothing_is_written_where_nothing_changes() {
    let room = Room::odd();
    let old = room.files();
    let record = room.record(&link(ESTER));
    let same = Change { before: record.clone(), after: record };
    save(room.path(), &[signed("g1", vec![same])]).unwrap();
    assert_eq!(room.files(), old);
    assert!(!room.path().join("changes").exists());
}

#[test]
fn a_file_that_is_broken_or_newer_is_refused_and_left_alone() {
    for (old, new, expected) in [
        ("\"format\": 1", "\"format\": 2", "save-failed-newer-format"),
        ("\"kind\": \"notes\"", "\"kind\": \"people\"", "save-failed-frame"),
        ("\"records\": [", "\"records\": {", "save-failed-frame"),
        ("\n  ]\n}", "\n  ", "save-failed-frame"),
    ] {
        let room = Room::new();
        let broken = room.read("notes.json").replacen(old, new, 1);
        room.write("notes.json", &broken);
        let files = room.files();
        let failed = save(room.path(), &[signed("g1", vec![phone(&room, "1"), note("n1")])]).unwrap_err();
        let texts = Texts::new(Tongue::Fi);
        let name = kuntatutor::text::Safe::line("notes.json").into();
        assert_eq!(failed.sentence(&texts), texts.tell(expected, &[("file", name)]), "{new}");
        assert_eq!(room.files(), files, "no file of the change is written");
        assert!(!room.path().join("changes").exists());
    }
}

#[test]
fn a_record_that_became_unreadable_is_not_written_over() {
    let room = Room::new();
    let change = phone(&room, "040 5550003");
    let broken = room.read("people.json").replacen("\"given\": \"Ester\",", "\"given\" \"Ester\",", 1);
    room.write("people.json", &broken);
    let failed = save(room.path(), &[signed("g1", vec![change])]).unwrap_err();
    assert_eq!(failed.what, Failure::Unreadable(id("p4ewnecdkxyke")));
    assert_eq!(room.read("people.json"), broken);
}

#[test]
fn what_would_not_be_read_again_is_not_written() {
    let room = Room::new();
    let change = edited(&room, |person| person.email = "x".repeat(1 << 20).into());
    let failed = save(room.path(), &[signed("g1", vec![change])]).unwrap_err();
    assert_eq!(failed.what, Failure::RecordTooLarge(id("p4ewnecdkxyke")));
    let people = room.read("people.json").replacen(
        "\"records\"",
        &format!("\"x\": \"{}\",\n  \"records\"", " ".repeat(64 << 20)),
        1,
    );
    room.write("people.json", &people);
    let failed = save(room.path(), &[signed("g1", vec![note("n1"), phone_of(&room)])]).unwrap_err();
    assert_eq!((failed.file.as_str(), failed.what), ("people.json", Failure::FileTooLarge));
}

fn phone_of(_: &Room) -> Change {
    phone(&Room::new(), "1")
}

#[test]
fn files_are_private_whatever_the_umask_says() {
    let modes = |room: &Room| -> Vec<(String, u32)> {
        let mut modes = Vec::new();
        let mut directories = vec![room.path().to_owned()];
        while let Some(directory) = directories.pop() {
            for entry in fs::read_dir(directory).unwrap() {
                let path = entry.unwrap().path();
                let metadata = path.symlink_metadata().unwrap();
                if metadata.is_dir() {
                    directories.push(path.clone());
                }
                let name = path.strip_prefix(room.path()).unwrap().display().to_string();
                modes.push((name, metadata.permissions().mode() & 0o7777));
            }
        }
        modes
    };
    for (shared, umask) in [0o000, 0o022, 0o027, 0o077].into_iter().flat_map(|umask| [(false, umask), (true, umask)]) {
        let room = Room::new();
        let mode = if shared { 0o2770 } else { 0o755 };
        fs::set_permissions(room.path(), Permissions::from_mode(mode)).unwrap();
        fs::set_permissions(room.path().join("people.json"), Permissions::from_mode(0o644)).unwrap();
        fs::set_permissions(room.path().join("notes.json"), Permissions::from_mode(0o600)).unwrap();
        fs::remove_file(room.path().join("practices.json")).unwrap();
        let practice = kuntatutor::domain::Practice { id: id("gnew"), ..Default::default() };
        let new = Change { before: None, after: Some(Record::Practice(practice)) };
        let changes = vec![phone(&room, "1"), note("n1"), new];
        let old = rustix::process::umask(rustix::fs::Mode::from_bits_truncate(umask));
        save(room.path(), &[signed("g1", changes)]).unwrap();
        rustix::process::umask(old);
        let (file, directory) = if shared { (0o660, 0o2770) } else { (0o600, 0o700) };
        for (name, mode) in modes(&room) {
            let expected = match name.as_str() {
                "people.json" | "backup/2026-11-22/people.json" => 0o640,
                "notes.json" | "backup/2026-11-22/notes.json" => 0o600,
                "practices.json" | "lock" | "changes/2026-11.jsonl" => file,
                "changes" | "backup" | "backup/2026-11-22" => directory,
                _ if name.starts_with("backup/") => mode & 0o770,
                _ => continue,
            };
            assert_eq!(mode, expected, "{name} under {umask:o}, shared {shared}");
        }
    }
}

#[test]
fn no_link_is_followed() {
    for name in ["people.json", "lock", "changes", "changes/2026-11.jsonl", "intent"] {
        let room = Room::new();
        let changes = vec![phone(&room, "1"), note("n1")];
        let outside = Room::new();
        let target = outside.path().join("people.json");
        let before = outside.files();
        if name == "changes/2026-11.jsonl" {
            fs::create_dir(room.path().join("changes")).unwrap();
        }
        drop(fs::remove_file(room.path().join(name)));
        let target = if name == "changes" { outside.path().to_owned() } else { target };
        symlink(&target, room.path().join(name)).unwrap();
        let files = room.files();
        let failed = save(room.path(), &[signed("g1", changes)]).unwrap_err();
        assert_eq!((failed.what, failed.file.split('/').next()), (Failure::NotRegular, name.split('/').next()));
        assert_eq!((outside.files(), room.files()), (before, files), "{name}");
    }
}

#[test]
fn an_intent_names_nothing_outside_the_book() {
    for (temporary, name) in
        [(".tmp-1-a", "../x.json"), ("../.tmp-1-a", "people.json"), (".tmp-1-a", "lock"), ("notes.json", "people.json")]
    {
        let room = Room::new();
        let files = room.files();
        room.write("intent", &format!("{{\"format\":1,\"files\":[[\"{temporary}\",\"{name}\"]]}}"));
        room.write(".tmp-1-a", "x");
        let failed = save(room.path(), &[signed("g1", vec![note("n1")])]).unwrap_err();
        assert_eq!(failed.what, Failure::Intent, "{temporary} {name}");
        assert_eq!(room.files(), files);
    }
}

#[test]
fn what_was_left_behind_long_ago_is_removed() {
    let room = Room::new();
    for name in [".tmp-999999999-0123456789abcdef", ".tmp-999999998-0123456789abcdef"] {
        room.write(name, "x");
    }
    let old = File::options().write(true).open(room.path().join(".tmp-999999999-0123456789abcdef")).unwrap();
    old.set_modified(SystemTime::now() - Duration::from_secs(3700)).unwrap();
    save(room.path(), &[signed("g1", vec![note("n1")])]).unwrap();
    assert_eq!(room.left_over(), [".tmp-999999998-0123456789abcdef"]);
}

#[test]
fn savers_at_the_same_time_lose_nothing_and_readers_see_whole_books() {
    let room = Room::new();
    let (savers, each) = (6, 12);
    let people = room.load().book.count(Kind::Person);
    thread::scope(|scope| {
        for saver in 0..savers {
            let room = &room;
            scope.spawn(move || {
                for turn in 0..each {
                    let name = format!("n{saver}x{turn}");
                    let pair = [note(&name), person(&name)].to_vec();
                    save(room.path(), &[signed(&format!("g{name}"), pair)]).unwrap();
                }
            });
        }
        scope.spawn(|| {
            for _ in 0..20 {
                let loaded = room.load();
                assert_eq!(loaded.problems, []);
            }
        });
    });
    let loaded = room.load();
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.book.count(Kind::Person), people + savers * each);
    for saver in 0..savers {
        for turn in 0..each {
            for kind in ["note", "person"] {
                assert!(loaded.book.record(&link(&format!("{kind}:n{saver}x{turn}"))).is_some());
            }
        }
    }
    let all = history(room.path(), Some(&id("p5myjwefbrwjp")));
    assert_eq!(all.len(), savers * each, "each is in the history once, whole");
    assert!(all.iter().all(|group| group.changes.len() == 2));
}

fn person(name: &str) -> Change {
    let person = Person { id: id(name), family: "Tammi".into(), ..Person::default() };
    Change { before: None, after: Some(Record::Person(person)) }
}

#[test]
fn the_history_is_ones_own_and_a_torn_line_costs_only_itself() {
    let room = Room::new();
    let mine = signed("g1", vec![phone(&room, "1"), note("n1")]);
    save(room.path(), std::slice::from_ref(&mine)).unwrap();
    let log = room.path().join("changes/2026-11.jsonl");
    File::options().append(true).open(&log).unwrap().write_all(b"{\"group\":\"torn\",\"act\":\"ed").unwrap();
    let mut other = signed("g2", vec![note("n2")]);
    other.by = Some(id("pother"));
    let mut nobody = signed("g3", vec![note("n3")]);
    nobody.by = None;
    nobody.at = date(2026, 12, 1).at(9, 0, 0, 0);
    save(room.path(), std::slice::from_ref(&other)).unwrap();
    save(room.path(), std::slice::from_ref(&nobody)).unwrap();
    let mut undo = signed("g4", vec![Change { before: mine.group.changes[1].after.clone(), after: None }]);
    undo.group.act = Act::Undo;
    undo.group.of = Some(id("g1"));
    undo.at = nobody.at;
    save(room.path(), std::slice::from_ref(&undo)).unwrap();
    assert_eq!(history(room.path(), mine.by.as_ref()), [mine.group, undo.group]);
    assert_eq!(history(room.path(), Some(&id("pother"))), [other.group]);
    assert_eq!(history(room.path(), None), [nobody.group]);
    assert!(room.read("changes/2026-11.jsonl").lines().any(|line| line == "{\"group\":\"torn\",\"act\":\"ed"));
}

#[test]
fn a_history_that_is_long_is_read_from_its_end_and_no_group_by_half() {
    let room = Room::new();
    let long = |name: &str| {
        let long = Note { id: id(name), text: "x".repeat(90_000).into(), ..Note::default() };
        Change { before: None, after: Some(Record::Note(long)) }
    };
    for number in 0..8 {
        let pair = vec![long(&format!("n{number}a")), long(&format!("n{number}b"))];
        save(room.path(), &[signed(&format!("g{number}"), pair)]).unwrap();
    }
    let groups = history(room.path(), Some(&id("p5myjwefbrwjp")));
    let names: Vec<&str> = groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(names, ["g2", "g3", "g4", "g5", "g6", "g7"], "1 MB holds five and a half");
    assert!(groups.iter().all(|group| group.changes.len() == 2));
}

#[test]
fn a_large_group_is_remembered_whole_with_what_took_it_back_and_what_came_after() {
    let room = Room::new();
    let row = |number: usize| {
        let long = Note { id: id(&format!("n{number:03}")), text: "x".repeat(3000).into(), ..Note::default() };
        Change { before: None, after: Some(Record::Note(long)) }
    };
    let large = signed("g1", (0..600).map(row).collect());
    let mut undo = signed("g2", large.group.changes.clone());
    undo.group.changes.iter_mut().for_each(|change| std::mem::swap(&mut change.before, &mut change.after));
    undo.group.act = Act::Undo;
    undo.group.of = Some(id("g1"));
    let after = signed("g3", vec![note("after")]);
    for (signed, expected) in [(&large, 1), (&undo, 2), (&after, 3)] {
        save(room.path(), std::slice::from_ref(signed)).unwrap();
        assert_eq!(history(room.path(), signed.by.as_ref()).len(), expected);
    }
    assert!(room.read("changes/2026-11.jsonl").len() > 3 << 20, "each takes up more than is read of others");
    assert!(history(room.path(), after.by.as_ref()) == [large.group, undo.group, after.group]);
}

#[test]
fn two_values_for_one_field_are_both_kept_with_who_and_when() {
    let room = Room::new();
    let (mine, mut other) = (signed("g1", vec![phone(&room, "1")]), signed("g2", vec![phone(&room, "2")]));
    other.by = Some(id("pother"));
    other.at = at() + jiff::SignedDuration::from_hours(1);
    save(room.path(), std::slice::from_ref(&mine)).unwrap();
    let saved = save(room.path(), std::slice::from_ref(&other)).unwrap();
    assert_eq!(saved.conflicts, [(link(ESTER), "phone".into())]);
    let record = room.record(&link(ESTER)).unwrap();
    let conflicts = &record.as_ref().kept().conflicts;
    let loser = if conflicts[0].json == "\"1\"" { &mine } else { &other };
    assert_eq!((&conflicts[0].by, conflicts[0].at), (&loser.by, Some(loser.at)));
    // The change of a record that somebody removed brings it back, and says so.
    let gone = Change { before: Some(record.clone()), after: None };
    save(room.path(), &[signed("g3", vec![gone])]).unwrap();
    let Record::Person(mut person) = record.clone() else { panic!("{record:?}") };
    person.email = "ester@vantaa.example".into();
    let change = Change { before: Some(record), after: Some(Record::Person(person)) };
    let saved = save(room.path(), &[signed("g4", vec![change])]).unwrap();
    assert_eq!(saved.revived, [link(ESTER)]);
    assert!(room.record(&link(ESTER)).is_some());
}

#[test]
fn what_took_something_back_is_remembered_even_where_nothing_moved() {
    let room = Room::new();
    let mut undo = signed("g2", vec![]);
    undo.group.act = Act::Undo;
    undo.group.of = Some(id("g1"));
    save(room.path(), std::slice::from_ref(&undo)).unwrap();
    assert_eq!(history(room.path(), undo.by.as_ref()), [undo.group]);
    assert_eq!(Cursor::now(room.path()), news(room.path(), &Cursor::default()).1);
}

#[test]
fn a_file_that_cannot_be_copied_costs_only_its_own_copy() {
    let room = Room::new();
    let change = phone(&room, "1");
    fs::remove_file(room.path().join("notes.json")).unwrap();
    symlink("themes.json", room.path().join("notes.json")).unwrap();
    let saved = save(room.path(), &[signed("g1", vec![change])]).unwrap();
    assert_eq!(saved.backup.unwrap().what, Failure::NotRegular);
    assert!(room.path().join("backup/2026-11-22/people.json").is_file());
    let saved = save(room.path(), &[signed("g2", vec![phone(&room, "2")])]).unwrap();
    assert_eq!(saved.backup, None, "it is told once a day");
}

#[test]
fn news_tell_who_changed_what_since() {
    let room = Room::new();
    let start = Cursor::now(room.path());
    let (nothing, start) = news(room.path(), &start);
    assert_eq!(nothing, []);
    save(room.path(), &[signed("g1", vec![phone(&room, "1")])]).unwrap();
    let (told, next) = news(room.path(), &start);
    assert_eq!(told, [(Some(id("p5myjwefbrwjp")), link(ESTER))]);
    assert_eq!(next, Cursor::now(room.path()));
    let mut december = signed("g2", vec![note("n2")]);
    (december.by, december.at) = (None, date(2026, 12, 1).at(9, 0, 0, 0));
    save(room.path(), &[signed("g3", vec![note("n1")]), december.clone()]).unwrap();
    december.group.changes = vec![note("n4")];
    let (told, next) = news(room.path(), &next);
    assert_eq!(told, [(Some(id("p5myjwefbrwjp")), link("note:n1")), (None, link("note:n2"))]);
    assert_eq!(news(room.path(), &next), (vec![], next));
}

#[test]
fn the_day_s_copy_is_the_book_before_its_first_change_and_its_failure_only_told() {
    let room = Room::odd();
    let before = room.read("people.json");
    let saved = save(room.path(), &[signed("g1", vec![phone(&room, "1")])]).unwrap();
    assert_eq!(saved.backup, None);
    save(room.path(), &[signed("g2", vec![phone(&room, "2")])]).unwrap();
    assert_eq!(room.read("backup/2026-11-22/people.json"), before);
    let room = Room::new();
    room.write("backup", "in the way");
    let saved = save(room.path(), &[signed("g1", vec![phone(&room, "1")])]).unwrap();
    assert_eq!(saved.backup.unwrap().what, Failure::NotRegular);
    assert!(room.read("people.json").contains("\"phone\": \"1\""));
}

#[test]
fn a_directory_that_is_gone_is_told() {
    let room = Room::new();
    let change = note("n1");
    fs::remove_dir_all(room.path()).unwrap();
    let failed = save(room.path(), &[signed("g1", vec![change])]).unwrap_err();
    assert_eq!(failed.what, Failure::NoDirectory);
    assert!(!room.path().exists());
}
